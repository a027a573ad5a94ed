//! From the reading that decided to a finding.

use recount_model::{Assertion, Assumption, Claim, Flag, Verdict};

use crate::figures::Data;
use crate::finding::Finding;
use crate::readings::{decide, elsewhere};
use crate::repair;

/// What the data say about one claim.
pub(crate) fn finding(data: &Data<'_>, claim: &Claim) -> Finding {
    let mut assertions = vec![&claim.assertion];
    assertions.extend(&claim.readings);
    let mut finding = of(data, &claim.assertion, &assertions);
    let assumed = |assumption: &Assumption| matches!(assumption, Assumption::Year(_));
    if claim.assumptions.iter().any(assumed) {
        finding.flags.push(Flag::AssumedYear);
        finding.flags.sort_unstable();
    }
    finding
}

/// The same of all readings of an assertion, of which `first` is the first.
pub(crate) fn of(data: &Data<'_>, first: &Assertion, assertions: &[&Assertion]) -> Finding {
    let decided = decide(data, assertions);
    let verdict = decided.answer.verdict();
    let read = assertions.get(decided.reading).copied().unwrap_or(first);
    let repaired = match verdict {
        Verdict::Refuted => repair::of_refuted(data, assertions, read),
        Verdict::Undecided => repair::of_missing(data, read, &decided.answer),
        Verdict::Supported | Verdict::NotComparable | Verdict::NotCheckable => None,
    };
    let answer = decided.answer;
    let mut flags = answer.flags;
    if !matches!(verdict, Verdict::Supported) {
        // Roundings and contexts explain support; nothing else needs them.
        flags.retain(|flag| *flag == Flag::WithinCoverage);
    }
    let mut lines = answer.lines;
    if verdict == Verdict::Supported {
        lines.extend(elsewhere(data, read, decided.scope));
    }
    if let (Verdict::Refuted, Some(said)) = (verdict, &answer.said) {
        lines.push(format!("the text says {said}"));
    }
    if let Some(line) = repaired.as_ref().and_then(|repaired| repaired.line.clone()) {
        lines.push(line);
    }
    let direction = (verdict == Verdict::Refuted).then(|| {
        let better = repaired.as_ref().and_then(|repaired| repaired.direction);
        better.or(answer.direction)
    });
    Finding {
        verdict,
        direction: direction.flatten(),
        flags: flags.into_iter().collect(),
        scope: decided.scope,
        actual: answer.actual,
        evidence: answer.evidence,
        reason: lines.join("\n"),
        repair: repaired.and_then(|repaired| repaired.repair),
        reading: decided.reading,
        dated: None,
    }
}
