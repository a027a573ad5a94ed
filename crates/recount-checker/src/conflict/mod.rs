//! Which small sets of statements cannot all be true. Section 7 of the design.

use std::collections::BTreeMap;

use recount_dataset::Dataset;
use recount_model::{Cadence, MetricId, Verdict};

mod bounds;
mod claims_alone;
mod compile;
mod component;
mod define;
mod explain;
mod formula;
mod large;
mod left_out;
mod minimal;
mod mixed_scope;
mod model;
mod own;
mod places;
mod rescue;
mod solver;
mod statements;
mod system;
mod unknown;
mod with_data;
mod words;
mod world;

use self::unknown::Unknown;
use crate::Said;
use crate::figures::Data;
use crate::finding::{Amount, Evidence, Finding};

/// The kinds of conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// One voice contradicts itself.
    SelfContradictory,
    /// Several voices contradict each other.
    Contradicting,
    /// One voice mixes definitions of a group.
    MixedScope,
}

impl Code {
    /// Every code.
    pub const ALL: &[Self] = &[Self::SelfContradictory, Self::Contradicting, Self::MixedScope];

    /// The word that reports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::SelfContradictory => "self-contradictory",
            Self::Contradicting => "contradicting",
            Self::MixedScope => "mixed-scope",
        }
    }
}

/// A minimal set of statements that cannot all be true.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Its kind.
    pub code: Code,
    /// What clashes, in plain words; no verdict on either side.
    pub title: String,
    /// Indexes into what was said: one for each statement, ascending.
    pub statements: Vec<usize>,
    /// For each statement, everything said with an equal assertion, itself included.
    pub witnesses: Vec<Vec<usize>>,
    /// The figures of the dataset that take part; empty where claims alone conflict.
    pub figures: Vec<Evidence>,
    /// The derivation, line by line.
    pub explanation: Vec<String>,
    /// What would have to be true instead.
    pub rescue: Vec<Rescue>,
}

impl Conflict {
    /// The number of a statement as explanations give it, with a space after it:
    /// "(2) "; nothing if it is none of the conflict's.
    #[must_use]
    pub fn number(&self, statement: usize) -> String {
        let at = self.statements.iter().position(|own| *own == statement);
        at.map_or_else(String::new, |at| format!("({}) ", at + 1))
    }
}

/// A change of one statement that would end a conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct Rescue {
    /// Index into what was said.
    pub statement: usize,
    /// The conflict ends where the statement's quantity (of a run of weeks, a
    /// record or a first time: the number of weeks) lies in this. `None` where
    /// no quantity would end it.
    pub holds_if: Option<Amount>,
    /// The same in words.
    pub words: String,
}

/// What a search for conflicts found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The conflicts.
    pub conflicts: Vec<Conflict>,
    /// What was not looked at, because a limit was reached: a sentence each.
    pub left_out: Vec<String>,
}

/// Every conflict among what was `said`. `findings` holds one verdict for each,
/// in the same order. The result does not depend on the order of `said`
/// beyond the indexes in it.
#[must_use]
pub fn find(dataset: &Dataset, said: &[Said<'_>], findings: &[Finding]) -> Found {
    let cadences = cadences(dataset);
    let data = Data::new(dataset);
    let figure = |unknown: &Unknown| with_data::guess(&data, unknown);
    let mut found = claims_alone::find(&dataset.vocabulary, cadences.clone(), said, findings, &figure);
    let given = with_data::find(dataset, cadences, said, findings, &found.conflicts);
    found.conflicts.extend(given.conflicts);
    found.left_out.extend(given.left_out);
    found.conflicts.retain(|conflict| !is_supported(findings, conflict));
    let mixed = mixed_scope::find(dataset, said, findings);
    found.conflicts.extend(mixed);
    found
}

/// What the metrics' figures are figures of.
fn cadences(dataset: &Dataset) -> BTreeMap<MetricId, Cadence> {
    let tables = (0_u32..).zip(&dataset.tables);
    let with_figures = tables.filter(|(_, table)| !table.periods.is_empty());
    with_figures.map(|(id, table)| (MetricId(id), table.cadence)).collect()
}

/// Refutes what was undecided and cannot be true, whatever the figures are that
/// are missing.
pub(crate) fn refute(dataset: &Dataset, said: &[Said<'_>], findings: &mut [Finding]) {
    for one in with_data::impossible(dataset, cadences(dataset), said, findings) {
        let why = match one.figures.is_empty() {
            true => "this cannot be, whatever the figures are",
            false => "this cannot be, whatever the other figures are",
        };
        let lines = one.explanation.iter().map(|line| line.replace("(1)", "this statement"));
        let rescue = one.rescue.iter().map(|rescue| format!("it {}", rescue.words));
        let lines: Vec<String> = std::iter::once(why.to_owned()).chain(lines).chain(rescue).collect();
        for at in one.witnesses.into_iter().flatten() {
            findings[at] = Finding {
                verdict: Verdict::Refuted,
                flags: Vec::new(),
                evidence: one.figures.clone(),
                reason: lines.join("\n"),
                ..findings[at].clone()
            };
        }
    }
}

/// Do the data support every statement? Then nothing is wrong: they differ by no
/// more than the tolerance of the figures, by what is counted as the thing, or by
/// the scope. Who reads the two beside each other finds both true.
fn is_supported(findings: &[Finding], conflict: &Conflict) -> bool {
    let supported = |said: &usize| findings.get(*said).is_some_and(|f| f.verdict == Verdict::Supported);
    conflict.witnesses.iter().all(|witnesses| witnesses.iter().any(supported))
}

#[cfg(test)]
mod tests;
