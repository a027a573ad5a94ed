//! From raw shapes to the validated dataset.
//!
//! Whatever is wrong in one place, the rest is still read and checked, so that
//! one run names every mistake. What a broken vocabulary makes unknown is not
//! blamed on the files that use it.

mod assertion;
mod by_hand;
mod figures;
mod names;
mod namesakes;
mod vocabulary;

use std::collections::BTreeSet;

use rayon::prelude::*;
use recount_model::{EntityId, MetricId, Subject, Vocabulary};
use rustc_hash::FxHashSet;
use toml::Spanned;
use toml::de::DeTable;

use crate::dataset::{Dataset, HandClaim, Source, SourceFile, Sources, Table};
use crate::problem::Problem;
use crate::raw::by_hand::RawClaim;
use crate::raw::figures::{OTHER, RawFigures};
use crate::raw::plain::Cut;
use crate::raw::vocabulary::RawVocabulary;
use crate::raw::{self, Parsed};

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
    let files: Vec<SourceFile> =
        sources.vocabulary.into_iter().chain(sources.figures).chain(sources.by_hand).collect();
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
fn parts(files: &[SourceFile], has_vocabulary: bool, by_hand: usize, problems: &mut Vec<Problem>) -> Parts {
    let first = usize::from(has_vocabulary);
    let numbered: Vec<(u32, &SourceFile)> = (0u32..).zip(files).collect();
    let cut = |at: usize, text| match (first..by_hand).contains(&at) {
        true => Cut::of(text),
        false => Cut::nothing(text),
    };
    let texts: Vec<Cut<'_>> =
        numbered.par_iter().enumerate().map(|(at, (_, file))| cut(at, &file.text)).collect();
    let mut parsed: Vec<Parsed<'_>> =
        numbered.par_iter().zip(&texts).map(|((at, _), cut)| raw::parse(*at, &cut.text)).collect();
    for parsed in &mut parsed {
        problems.append(&mut parsed.errors);
    }
    let sound = |at: usize| parsed.get(at).is_some_and(|parsed| !parsed.broken);
    let raw = has_vocabulary.then(|| shape(&parsed, 0, problems, RawVocabulary::read));
    let figures: Vec<RawFigures<'_>> = (first..by_hand)
        .map(|at| {
            shape(&parsed, at, problems, |file, root, problems| {
                RawFigures::read(file, root, &texts[at].figures, problems)
            })
        })
        .collect();
    let claims: Vec<RawClaim<'_>> =
        (by_hand..files.len()).flat_map(|at| shape(&parsed, at, problems, raw::by_hand::read)).collect();
    let Some(raw) = raw.filter(|_| sound(0)) else {
        // What it would name is not unknown for that.
        return Parts::nothing();
    };
    let listed = listed(&figures);
    let whole = (first..by_hand).all(sound);
    let mut loaded = vocabulary::vocabulary(&raw, &listed, whole, problems);
    if loaded.vocabulary.metrics.is_empty() {
        return Parts::nothing();
    }
    namesakes::namesakes(&raw, &figures, &loaded.vocabulary, problems);
    let (sources, tables) = figures::figures(&figures, &loaded, problems);
    only_owners(&mut loaded.vocabulary, &tables);
    counted(&mut loaded.vocabulary, &tables);
    let hand_claims = by_hand::claims(&claims, files, &loaded.vocabulary, &tables, problems);
    Parts { vocabulary: loaded.vocabulary, sources, tables, hand_claims }
}

/// A metric whose figures are those of one thing only: where a text names
/// nobody, that is meant.
fn only_owners(vocabulary: &mut Vocabulary, tables: &[Table]) {
    for (metric, table) in vocabulary.metrics.iter_mut().zip(tables) {
        if metric.of.is_some() {
            continue;
        }
        let sheets = table.periods.values().flatten();
        let series: BTreeSet<_> = sheets.clone().flat_map(|sheet| sheet.figures.keys()).collect();
        let alone = series.len() == 1 && sheets.clone().all(|sheet| sheet.other.is_none());
        let only = series.first().filter(|_| alone);
        let entities = (0u32..).zip(&vocabulary.entities);
        let mut owners = entities.filter(|(_, entity)| entity.series.as_slice().first() == only.copied());
        metric.of = match (owners.next(), owners.next()) {
            (Some((at, entity)), None) if only.is_some() && entity.series.len() == 1 => {
                Some(Subject::Entity(EntityId(at)))
            }
            _ => None,
        };
    }
}

/// Which metrics have figures of each series: where a text names no metric, one of them is
/// meant. With one metric there is nothing to tell apart.
fn counted(vocabulary: &mut Vocabulary, tables: &[Table]) {
    if vocabulary.metrics.len() < 2 {
        return;
    }
    for (at, table) in (0u32..).zip(tables) {
        let sheets = table.periods.values().flatten();
        let series: BTreeSet<_> = sheets.flat_map(|sheet| sheet.figures.keys()).collect();
        for id in series {
            if let Some(series) = vocabulary.series.get_mut(id.index()) {
                series.metrics.push(MetricId(at));
            }
        }
    }
}

/// Reads the shape of a file. In a broken one, only its syntax is reported.
fn shape<'a, T>(
    parsed: &'a [Parsed<'a>],
    at: usize,
    problems: &mut Vec<Problem>,
    read: impl Fn(u32, &'a Spanned<DeTable<'a>>, &mut Vec<Problem>) -> T,
) -> T {
    let file = &parsed[at];
    let before = problems.len();
    let shape = read(u32::try_from(at).unwrap_or(u32::MAX), &file.root, problems);
    if file.broken {
        problems.truncate(before);
    }
    shape
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
