//! From raw shapes to the validated dataset.
//!
//! Whatever is wrong in one place, the rest is still read and checked, so that
//! one run names every mistake. What a broken vocabulary makes unknown is not
//! blamed on the files that use it.

mod assertion;
mod by_hand;
mod figures;
mod names;
mod vocabulary;

use std::collections::BTreeSet;

use rayon::prelude::*;
use recount_model::Vocabulary;
use rustc_hash::FxHashSet;

use crate::dataset::{Dataset, HandClaim, Source, SourceFile, Sources, Table};
use crate::problem::Problem;
use crate::raw;
use crate::raw::figures::{OTHER, RawFigures};
use crate::raw::vocabulary::RawVocabulary;

/// Everything but the texts.
struct Parts {
    vocabulary: Vocabulary,
    sources: Vec<Source>,
    tables: Vec<Table>,
    hand_claims: Vec<HandClaim>,
}

/// Reads and validates all of it.
///
/// # Errors
/// Every mistake of every file, by file and place.
pub(crate) fn dataset(sources: Sources) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let has_vocabulary = sources.vocabulary.is_some();
    if !has_vocabulary {
        let missing = Problem::nowhere("there is no vocabulary.toml");
        let help = "the folder of claims needs a vocabulary.toml with at least one [[metric]]";
        problems.push(missing.with_help(help));
    }
    let by_hand = usize::from(has_vocabulary) + sources.figures.len();
    let files: Vec<SourceFile> = sources
        .vocabulary
        .into_iter()
        .chain(sources.figures)
        .chain(sources.by_hand)
        .collect();
    let parts = parts(&files, has_vocabulary, by_hand, &mut problems);
    if problems.is_empty() {
        return Ok(Dataset {
            vocabulary: parts.vocabulary,
            files,
            sources: parts.sources,
            tables: parts.tables,
            hand_claims: parts.hand_claims,
        });
    }
    for problem in &mut problems {
        problem.attach(&files);
    }
    problems.sort_by_key(Problem::place);
    Err(problems)
}

/// The files are the vocabulary if there is one, the figures, and from
/// `by_hand` on the claims by hand.
fn parts(
    files: &[SourceFile],
    has_vocabulary: bool,
    by_hand: usize,
    problems: &mut Vec<Problem>,
) -> Parts {
    let numbered: Vec<(u32, &SourceFile)> = (0u32..).zip(files).collect();
    let parsed: Vec<_> = numbered
        .par_iter()
        .map(|(at, file)| {
            let mut problems = Vec::new();
            let root = raw::parse(*at, &file.text, &mut problems);
            (*at, root, problems)
        })
        .collect();
    let mut sound = Vec::with_capacity(files.len());
    let mut roots = Vec::with_capacity(files.len());
    for (at, root, found) in parsed {
        sound.push(found.is_empty());
        problems.extend(found);
        roots.push((at, root));
    }
    let first = usize::from(has_vocabulary);
    let figures: Vec<RawFigures<'_>> = roots[first..by_hand]
        .iter()
        .map(|(at, root)| RawFigures::read(*at, root, problems))
        .collect();
    let claims: Vec<_> = roots[by_hand..]
        .iter()
        .flat_map(|(at, root)| raw::by_hand::read(*at, root, problems))
        .collect();
    let raw = roots[..first]
        .first()
        .map(|(at, root)| RawVocabulary::read(*at, root, problems));
    let Some(raw) = raw else {
        return Parts::nothing();
    };
    let listed = listed(&figures);
    let whole = sound[first..by_hand].iter().all(|sound| *sound);
    let loaded = vocabulary::vocabulary(&raw, &listed, whole, problems);
    if !sound[0] || loaded.vocabulary.metrics.is_empty() {
        // Its names may be missing for that reason alone.
        return Parts::nothing();
    }
    let (sources, tables) = figures::figures(&figures, &loaded, problems);
    let hand_claims = by_hand::claims(&claims, files, &loaded.vocabulary, &tables, problems);
    Parts {
        vocabulary: loaded.vocabulary,
        sources,
        tables,
        hand_claims,
    }
}

impl Parts {
    fn nothing() -> Self {
        Self {
            vocabulary: Vocabulary::default(),
            sources: Vec::new(),
            tables: Vec::new(),
            hand_claims: Vec::new(),
        }
    }
}

/// Every series that some figures file lists.
fn listed<'a>(figures: &[RawFigures<'a>]) -> BTreeSet<&'a str> {
    let distinct: FxHashSet<&'a str> = figures
        .iter()
        .flat_map(|file| &file.sheets)
        .flat_map(|sheet| &sheet.figures)
        .map(|figure| figure.series)
        .filter(|series| *series != OTHER)
        .collect();
    distinct.into_iter().collect()
}
