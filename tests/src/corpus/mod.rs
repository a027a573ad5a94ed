//! The labelled corpus: sentences of four invented worlds, each with what it
//! says, and how much of that the grammar reads.
//!
//! `tests/sentences/corpus/<world>/` holds a `claims/` folder of its own and
//! sheets of sentences ([`sheet`]). Labels are written from the definition of
//! the assertions, not from what the program prints.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, date};
use recount_dataset::{Dataset, SourceFile, Sources};
use recount_grammar::Reader;

pub mod construction;
pub mod notation;
pub mod score;
pub mod sheet;
pub mod show;
pub mod value;

use notation::World;
use score::Outcome;
use sheet::Entry;

/// The day on which every text of the corpus was published, a Tuesday.
pub const PUBLISHED: Date = date(2026, 6, 30);

/// The corpus, read and held against its labels.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// What became of each line, in the order of worlds and sheets.
    pub outcomes: Vec<Outcome>,
    /// How many sentences and small articles there are.
    pub entries: usize,
    /// How many of them show several constructions.
    pub combined: usize,
    /// How many of them state nothing that can be checked.
    pub empty: usize,
}

/// Reads and scores every world.
///
/// # Errors
/// Every mistake in sheets and labels, with its file and line.
pub fn measure() -> Result<Corpus, Vec<String>> {
    measure_in(&folder())
}

/// Reads and scores the worlds of another folder, laid out as the corpus is.
///
/// # Errors
/// Every mistake in sheets and labels, with its file and line.
pub fn measure_in(folder: &Path) -> Result<Corpus, Vec<String>> {
    let mut corpus = Corpus::default();
    let mut errors = Vec::new();
    for world in crate::folders(folder) {
        if let Err(wrong) = measure_world(&world, &mut corpus) {
            errors.extend(wrong);
        }
    }
    if errors.is_empty() { Ok(corpus) } else { Err(errors) }
}

/// Every entry of every world, with the name of its sheet.
///
/// # Errors
/// Every line that is out of place, with its file and number.
pub fn entries() -> Result<Vec<(String, Entry)>, Vec<String>> {
    let (mut entries, mut errors) = (Vec::new(), Vec::new());
    for world in crate::folders(&folder()) {
        match sheets(&world) {
            Ok(sheets) => entries.extend(sheets),
            Err(wrong) => errors.extend(wrong),
        }
    }
    if errors.is_empty() { Ok(entries) } else { Err(errors) }
}

/// Where the corpus is.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sentences/corpus")
}

fn measure_world(world: &Path, corpus: &mut Corpus) -> Result<(), Vec<String>> {
    let claims = world.join("claims");
    let dataset = Dataset::load(Sources {
        vocabulary: Some(source(&claims.join("vocabulary.toml"))),
        figures: crate::entries(&claims.join("figures")).iter().map(|path| source(path)).collect(),
        by_hand: Vec::new(),
    })
    .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let sources = dataset.sources.iter().map(|source| (source.metric, source.name.as_str()));
    let reader = Reader::new(&dataset.vocabulary).with_sources(sources);
    let world_of_labels = World { vocabulary: &dataset.vocabulary, published: PUBLISHED };
    let mut errors = Vec::new();
    for (sheet, entry) in sheets(world)? {
        corpus.entries += 1;
        corpus.combined += usize::from(entry.ids.len() > 1);
        corpus.empty += usize::from(entry.is_empty());
        match score::score(&sheet, &entry, &reader, &world_of_labels) {
            Ok(outcomes) => corpus.outcomes.extend(outcomes),
            Err(wrong) => errors.extend(wrong.into_iter().map(|error| format!("{sheet}:{error}"))),
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// The entries of one world.
fn sheets(world: &Path) -> Result<Vec<(String, Entry)>, Vec<String>> {
    let (mut entries, mut errors) = (Vec::new(), Vec::new());
    let paths = crate::entries(world);
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        let name = path.strip_prefix(world.parent().unwrap_or(world)).unwrap_or(path).with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        match sheet::read(&source(path).text, construction::is_known) {
            Ok(read) => entries.extend(read.into_iter().map(|entry| (name.clone(), entry))),
            Err(wrong) => errors.extend(wrong.into_iter().map(|error| format!("{name}:{error}"))),
        }
    }
    if errors.is_empty() { Ok(entries) } else { Err(errors) }
}

fn source(path: &Path) -> SourceFile {
    let text = std::fs::read_to_string(path).expect("a file of the corpus can be read");
    SourceFile { name: path.display().to_string(), text: Arc::from(text) }
}
