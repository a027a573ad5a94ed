//! Paths to texts: files, folders and standard input.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;
use rayon::prelude::*;
use recount_grammar::Format;

use crate::trouble::{Trouble, shown, text_of};
use crate::world::World;

const ACCEPTED: &str = "a file that ends in .md, .txt, .html or .htm, or `-` for standard input";

/// An article as it was found.
pub(crate) struct Source {
    /// Its path, as it was given; `-` is standard input.
    pub(crate) path: String,
    pub(crate) text: Arc<str>,
    pub(crate) format: Format,
}

/// The articles of some paths, and everything that was wrong with others.
#[derive(Default)]
pub(crate) struct Sources {
    /// In the order of the paths; those of a folder by name.
    pub(crate) articles: Vec<Source>,
    /// Files of folders that are no articles.
    pub(crate) left_out: Vec<String>,
    pub(crate) troubles: Vec<Trouble>,
}

impl Sources {
    /// What was left out, for standard error; empty where nothing was.
    pub(crate) fn note(&self) -> String {
        match self.left_out.as_slice() {
            [] => String::new(),
            [one] => format!("left out: {one} (not a kind of article)\n"),
            [first, rest @ ..] => format!(
                "left out: {} files of other kinds ({first} and {} more)\n",
                self.left_out.len(),
                rest.len()
            ),
        }
    }
}

/// Reads the articles of `paths`; of `default` where there are none.
pub(crate) fn read(paths: &[PathBuf], default: &Path, world: &mut World<'_>) -> Sources {
    let mut found = Found::default();
    match paths.is_empty() {
        true => found.given(default, world),
        false => paths.iter().for_each(|path| found.given(path, world)),
    }
    let read: Vec<Result<Source, Trouble>> = found.files.into_par_iter().map(open).collect();
    let mut sources = found.sources;
    for source in read {
        match source {
            Ok(source) => sources.articles.push(source),
            Err(trouble) => sources.troubles.push(trouble),
        }
    }
    sources
}

#[derive(Default)]
struct Found {
    files: Vec<File>,
    /// The files on disk among them.
    known: BTreeSet<PathBuf>,
    sources: Sources,
}

enum File {
    OnDisk {
        path: String,
        whole: PathBuf,
        format: Format,
    },
    /// Standard input, read as it came.
    Given(Result<Vec<u8>, Trouble>),
}

impl Found {
    fn given(&mut self, path: &Path, world: &mut World<'_>) {
        let whole = world.path(path);
        if path == Path::new("-") {
            self.standard_input(world);
        } else if whole.is_dir() {
            self.folder(path, &whole);
        } else if let Err(error) = std::fs::metadata(&whole) {
            let trouble = Trouble::unreadable(&shown(path), &error);
            self.sources.troubles.push(trouble);
        } else {
            match Format::of_path(&shown(path)) {
                Some(format) => self.file(shown(path), whole, format),
                None => self
                    .sources
                    .troubles
                    .push(Trouble::OtherKind { path: shown(path), accepted: ACCEPTED.to_owned() }),
            }
        }
    }

    /// A file, once: a path given twice is one article.
    fn file(&mut self, path: String, whole: PathBuf, format: Format) {
        if self.known.insert(whole.clone()) {
            self.files.push(File::OnDisk { path, whole, format });
        }
    }

    fn standard_input(&mut self, world: &mut World<'_>) {
        if self.files.iter().any(|file| matches!(file, File::Given(_))) {
            return;
        }
        let mut bytes = Vec::new();
        let read = world.input.read_to_end(&mut bytes);
        let read = read.map_err(|error| Trouble::unreadable("-", &error));
        self.files.push(File::Given(read.map(|_| bytes)));
    }

    fn folder(&mut self, path: &Path, whole: &Path) {
        let before = (self.files.len(), self.sources.troubles.len());
        let walk = WalkBuilder::new(whole)
            .standard_filters(false)
            .hidden(true)
            .follow_links(true)
            .sort_by_file_name(Ord::cmp)
            .build();
        for entry in walk {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.sources
                        .troubles
                        .push(Trouble::Unreadable { path: shown(path), reason: error.to_string() });
                    continue;
                }
            };
            if entry.path().is_dir() {
                continue;
            }
            let inside = entry.path().strip_prefix(whole).unwrap_or(entry.path());
            let name = shown(&path.join(inside));
            // A pipe or a device may never end.
            let regular = entry.path().metadata().is_ok_and(|known| known.is_file());
            match Format::of_path(&name) {
                _ if !regular => self.sources.left_out.push(name),
                Some(format) => self.file(name, entry.into_path(), format),
                None => self.sources.left_out.push(name),
            }
        }
        if before == (self.files.len(), self.sources.troubles.len()) {
            self.sources.troubles.push(Trouble::NoArticles { path: shown(path) });
        }
    }
}

fn open(file: File) -> Result<Source, Trouble> {
    match file {
        File::OnDisk { path, whole, format } => {
            let bytes = std::fs::read(whole).map_err(|error| Trouble::unreadable(&path, &error))?;
            let text = text_of(&path, bytes)?;
            Ok(Source { path, text, format })
        }
        File::Given(bytes) => {
            let text = text_of("-", bytes?)?;
            let format = format_of(&text);
            Ok(Source { path: "-".to_owned(), text, format })
        }
    }
}

/// Standard input has no name: what starts like a page is HTML, the rest is
/// Markdown, of which plain text is a part.
fn format_of(text: &str) -> Format {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let starts = |with: &str| {
        let start = start.get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    match starts("<!doctype html") || starts("<html") {
        true => Format::Html,
        false => Format::Markdown,
    }
}
