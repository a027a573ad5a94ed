//! Statements that cannot be true alone, whatever the figures are that nobody gave:
//! a share of 110 %, a first time of what was so in a covered week before.

use rayon::prelude::*;
use recount_dataset::Dataset;
use recount_model::Verdict;

use super::given::{Grounds, Party};
use super::{Cadences, reaches_out, ways};
use crate::conflict::Conflict;
use crate::conflict::system::Answer;
use crate::figures::Data;
use crate::{Finding, Said};

/// Each undecided statement that is impossible in every way in which it may be
/// meant, as a conflict of its own.
pub(crate) fn impossible(
    dataset: &Dataset,
    cadences: Cadences,
    said: &[Said<'_>],
    findings: &[Finding],
) -> Vec<Conflict> {
    // Of weeks with figures the check of each claim tells all that there is to tell, and
    // below zero it leaves open what a percentage would be.
    let open = |at: &usize| {
        let own = &said[*at].claim.assertion;
        findings[*at].verdict == Verdict::Undecided
            && own.period.is_some()
            && !dataset.vocabulary.metric(own.metric).signed
            && reaches_out(dataset, own)
    };
    let chosen: Vec<usize> = (0..said.len()).filter(open).collect();
    if chosen.is_empty() {
        return Vec::new();
    }
    let data = Data::new(dataset);
    let grounds = Grounds::new(&data, cadences);
    let parties = grounds.parties(&chosen, said, findings);
    parties.par_iter().filter_map(|party| alone(&grounds, said, party)).collect()
}

fn alone(grounds: &Grounds<'_>, said: &[Said<'_>], party: &Party) -> Option<Conflict> {
    let mut given = grounds.given(&[party]);
    // Of several sources nothing is certain but the definitions.
    if !ways::has_one_source(grounds.dataset(), party.statement.assertion.metric) {
        given.facts.clear();
    }
    let is_said = given.own.clauses.iter().any(|clauses| !clauses.is_empty());
    if !is_said || !matches!(given.system().solve(&[0]), Answer::Impossible { .. }) {
        return None;
    }
    let used = given.figures().unwrap_or_default();
    Some(grounds.written(said, &[party], &used))
}
