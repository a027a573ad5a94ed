//! A thing of several series is their sum, or its one charted series, and things
//! are ranked as sums or as single series: statements that the data support, each
//! in its own count, are all true.

use recount_model::{Subject, Verdict, Vocabulary};

use super::Conflict;
use crate::{Finding, Said, readings};

/// Do the data support every statement of the conflict, and may they have counted
/// one of its things, or the places of its list, in two ways?
pub(super) fn explains(
    vocabulary: &Vocabulary,
    said: &[Said<'_>],
    findings: &[Finding],
    conflict: &Conflict,
) -> bool {
    let supported = |at: &usize| findings.get(*at).is_some_and(|found| found.verdict == Verdict::Supported);
    let several = |subject: &Subject| match subject {
        Subject::Entity(id) => vocabulary.entity(*id).series.len() > 1,
        Subject::Group(_) | Subject::Series(_) => false,
    };
    let lists = vocabulary.entities.iter().any(|entity| entity.series.len() > 1);
    let counted = |at: &usize| {
        said.get(*at).is_some_and(|said| {
            let claim = &said.claim.assertion;
            let two_lists = readings::ranks(&claim.predicate) && lists;
            two_lists || claim.subject.iter().chain(&claim.object).any(several)
        })
    };
    conflict.statements.iter().all(supported) && conflict.statements.iter().any(counted)
}
