//! The folder of claims: found, read, validated.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use recount_dataset::{Dataset, SourceFile, Sources};

use crate::args::Claims;
use crate::trouble::{Trouble, shown, text_of};
use crate::world::World;

/// The folder, as it was given or found: relative to the current one.
pub(crate) fn folder(args: &Claims, world: &World<'_>) -> Result<PathBuf, Trouble> {
    if let Some(folder) = &args.folder {
        let whole = world.path(folder);
        return match (whole.is_dir(), whole.exists()) {
            (true, _) => Ok(folder.clone()),
            (false, true) => Err(Trouble::Plain {
                message: format!("{} is not a folder", shown(folder)),
                help: Some("--claims names the folder that holds vocabulary.toml".to_owned()),
            }),
            (false, false) => Err(Trouble::Missing {
                path: shown(folder),
                help: "--claims names the folder that holds vocabulary.toml".to_owned(),
            }),
        };
    }
    let mut up = PathBuf::new();
    for ancestor in world.folder.ancestors() {
        if ancestor.join("claims").is_dir() {
            return Ok(up.join("claims"));
        }
        up.push("..");
    }
    Err(Trouble::NoClaims { from: shown(&world.folder) })
}

/// The texts of a folder of claims, and what in it is no part of them.
pub(crate) struct Texts {
    pub(crate) sources: Sources,
    pub(crate) left_out: Vec<String>,
}

impl Texts {
    /// What was left out, for standard error; empty where nothing was.
    pub(crate) fn note(&self) -> String {
        let note = |path: &String| format!("left out: {path} (not part of a claims folder)\n");
        self.left_out.iter().map(note).collect()
    }
}

/// Reads every file of the folder.
pub(crate) fn texts(folder: &Path, world: &World<'_>) -> Result<Texts, Vec<Trouble>> {
    let mut files = Files::default();
    for entry in WalkBuilder::new(world.path(folder))
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .sort_by_file_name(Ord::cmp)
        .build()
    {
        match entry {
            Ok(entry) if entry.path().is_file() => {
                let inside = entry.path().strip_prefix(world.path(folder));
                let inside = inside.unwrap_or(entry.path()).to_path_buf();
                files.take(folder, &inside, entry.path());
            }
            Ok(_) => {}
            Err(error) => {
                files.troubles.push(Trouble::Unreadable { path: shown(folder), reason: error.to_string() });
            }
        }
    }
    files.check_folders(folder, &world.path(folder));
    match files.troubles.is_empty() {
        true => Ok(Texts { sources: files.sources, left_out: files.left_out }),
        false => Err(files.troubles),
    }
}

/// The dataset of the folder, with a note of what was left out.
pub(crate) fn dataset(folder: &Path, world: &mut World<'_>) -> Result<Dataset, Vec<Trouble>> {
    let texts = texts(folder, world)?;
    world.complain(&texts.note());
    load(texts.sources)
}

/// The dataset of these texts.
pub(crate) fn load(sources: Sources) -> Result<Dataset, Vec<Trouble>> {
    Dataset::load(sources).map_err(|problems| {
        let troubles = problems.into_iter().map(Trouble::from);
        troubles.collect()
    })
}

#[derive(Default)]
struct Files {
    sources: Sources,
    left_out: Vec<String>,
    troubles: Vec<Trouble>,
}

impl Files {
    fn take(&mut self, folder: &Path, inside: &Path, whole: &Path) {
        let name = shown(&folder.join(inside));
        let toml = inside.extension().is_some_and(|ending| ending == "toml");
        let parent = inside.parent().unwrap_or(Path::new(""));
        let vocabulary = inside == Path::new("vocabulary.toml");
        let known = parent == Path::new("figures") || parent == Path::new("by-hand");
        if !(vocabulary || known && toml) {
            self.left_out.push(name);
            return;
        }
        let read = std::fs::read(whole).map_err(|error| Trouble::unreadable(&name, &error));
        let text = match read.and_then(|bytes| text_of(&name, bytes)) {
            Ok(text) => text,
            Err(trouble) => return self.troubles.push(trouble),
        };
        let file = SourceFile { name, text };
        if vocabulary {
            self.sources.vocabulary = Some(file);
        } else if parent == Path::new("figures") {
            self.sources.figures.push(file);
        } else {
            self.sources.by_hand.push(file);
        }
    }

    /// A folder that should hold TOML and holds none; nobody has to add claims by hand.
    fn check_folders(&mut self, folder: &Path, whole: &Path) {
        let sources = &self.sources;
        let nothing = sources.figures.is_empty() && sources.by_hand.is_empty();
        let empty = [
            (
                nothing && sources.vocabulary.is_none(),
                "",
                "vocabulary.toml, figures/*.toml and by-hand/*.toml",
            ),
            (sources.figures.is_empty(), "figures", "figures/*.toml"),
        ];
        if !self.troubles.is_empty() {
            return;
        }
        for (is_empty, name, expected) in empty {
            if is_empty && whole.join(name).is_dir() {
                let path = match name {
                    "" => folder.to_path_buf(),
                    name => folder.join(name),
                };
                self.troubles.push(Trouble::NoToml { path: shown(&path), expected: expected.to_owned() });
                return;
            }
        }
    }
}
