//! "It debuted at number ten and was seventh last week", "It had 1.2 trillion tokens. Now it has
//! 4.2 trillion": what is told without a time is not of the week that is named behind it, where it
//! cannot be.

use recount_model::{Assertion, Assumption, Claim, Movement, Period, Predicate};

use super::Reading;

/// So many claims before are looked at.
const MOST: usize = 8;

/// Where the claims of a block begin.
#[derive(Default)]
pub(super) struct Apart {
    block: Option<usize>,
    from: usize,
}

impl Apart {
    /// A sentence was read, whose claims are those from `first` on.
    pub(super) fn sentence(&mut self, reading: &mut Reading, first: usize, block: usize, text: &str) {
        if self.block != Some(block) {
            (self.block, self.from) = (Some(block), first);
        }
        for at in first..reading.claims.len() {
            let from = self.from.max(at.saturating_sub(MOST));
            let Some((before, [told, ..])) = reading.claims.split_at_mut_checked(at) else { return };
            if tells_when(told, text) {
                leave_open(before.get_mut(from..).unwrap_or(&mut []), told, text);
            }
        }
    }
}

/// Opens the weeks of what is told before `told` and cannot be of its week.
fn leave_open(before: &mut [Claim], told: &Claim, text: &str) {
    let clashes = |old: &Claim| is_untold(old, told, text) && cannot_both_be(&old.assertion, &told.assertion);
    let Some(last) = before.iter().rposition(clashes) else { return };
    let Some((sentence, span)) = before.get(last).map(|old| (old.sentence, old.span)) else { return };
    // "Rose from 3.2 to 5.7 trillion and fell back to 4.2 last week": neither end is of it.
    let with = |old: &Claim| old.sentence == sentence && (old.span == span || is_untold(old, told, text));
    for old in before.iter_mut().filter(|old| with(old)) {
        old.assertion = open(&old.assertion);
        old.readings.clear();
    }
}

/// Is it told without a time, of the same one and by default of the same week?
fn is_untold(old: &Claim, told: &Claim, text: &str) -> bool {
    const TIMES: &[&str] = &[
        "week", "weeks", "month", "now", "today", "currently", "yesterday", "still", "is", "are", "has",
        "have", "ago", "day", "days",
    ];
    let assumed = old
        .assumptions
        .iter()
        .any(|one| matches!(one, Assumption::CarriedPeriod | Assumption::Publication(_)));
    let same = old.assertion.subject == told.assertion.subject
        && old.assertion.metric == told.assertion.metric
        && old.span.end <= told.span.start;
    // "Last week X fell to fifth; it is now …" is told; so is all that stands behind it.
    let from = if old.sentence == told.sentence { old.span.start } else { old.sentence.start };
    let words = text.get(from..old.span.end).unwrap_or("");
    // "It had 4.6 trillion tokens in one week."
    let words = words.replace("in one week", "").replace("in a single week", "");
    let silent = !words
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| TIMES.iter().any(|time| word.eq_ignore_ascii_case(time)));
    same && assumed && silent && week_of(old) == week_of(told)
}

/// The week of which a claim is.
fn week_of(claim: &Claim) -> Option<Period> {
    claim.assertion.period.filter(|period| period.days() == 7)
}

/// "last week", "now", "today" in its own words or in front of them.
fn tells_when(claim: &Claim, text: &str) -> bool {
    const NOW: &[&str] = &["now", "today", "currently"];
    if !matches!(claim.assertion.predicate, Predicate::Level(_) | Predicate::Rank(_) | Predicate::Share(_)) {
        return false;
    }
    let front = text.get(claim.sentence.start..claim.span.start).unwrap_or("");
    let opens = front.len() <= 14;
    let from = if opens { claim.sentence.start } else { claim.span.start };
    let own = text.get(from..claim.span.end).unwrap_or("");
    let mut before = "";
    own.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let last = before.eq_ignore_ascii_case("last") && word.eq_ignore_ascii_case("week");
        before = word;
        last || NOW.iter().any(|now| word.eq_ignore_ascii_case(now))
    })
}

/// Are they two figures or two places of one week?
fn cannot_both_be(old: &Assertion, told: &Assertion) -> bool {
    if old.negated || told.negated || old.object != told.object || old.scope != told.scope {
        return false;
    }
    match (&old.predicate, &told.predicate) {
        (Predicate::Level(old), Predicate::Level(told)) => {
            old.value.admissible().is_disjoint(&told.value.admissible())
        }
        (Predicate::Share(old), Predicate::Share(told)) if old.top == told.top => {
            old.value.admissible().is_disjoint(&told.value.admissible())
        }
        // "It debuted third. It was third again last week."
        (Predicate::Rank(old), Predicate::Rank(told)) => {
            let entered = old.movement == Some(Movement::Entered) && told.movement != Some(Movement::Entered);
            let stays = told.movement == Some(Movement::Kept) || told.movement.is_none();
            entered && stays || old.value.admissible().is_disjoint(&told.value.admissible())
        }
        _ => false,
    }
}

/// The same of any week.
fn open(said: &Assertion) -> Assertion {
    let mut copy = said.clone();
    copy.period = None;
    match &mut copy.predicate {
        Predicate::Change(change) => change.base = None,
        Predicate::Compare(compare) => compare.base = None,
        Predicate::Rank(rank) => rank.base = None,
        Predicate::Record(record) => record.base = None,
        Predicate::First(first) => *first.of = open(&first.of),
        Predicate::Streak(streak) => *streak.of = open(&streak.of),
        Predicate::Level(_) | Predicate::Share(_) | Predicate::Top(_) => {}
    }
    copy
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::en::clause::testing::world;
    use crate::{Format, Options, Reader};

    /// Is each claim of an open week?
    fn open(text: &str) -> Vec<bool> {
        let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
        let reading =
            Reader::new(&world()).read(&format!("# Token usage\n\n{text}"), Format::Markdown, &options);
        reading.claims.iter().map(|claim| claim.assertion.period.is_none()).collect()
    }

    #[test]
    fn what_is_told_before_the_week_is_of_another_one() {
        for text in [
            "Alder had 1.2 trillion tokens. It now has 4.24 trillion.",
            "Alder debuted at number ten and was seventh last week.",
            "Alder was number one. It is tenth now.",
            "Alder debuted in third place. It was third last week, too.",
        ] {
            assert_eq!(open(text)[..2], [true, false], "{text}");
        }
        for text in [
            "Alder had 4.2 trillion tokens last week. It now has 4.24 trillion.",
            "Last week Alder was seventh. It was tenth last week.",
            "Alder was seventh. It was seventh last week.",
            "Alder was seventh. Birch was tenth last week.",
            "Alder had 4.2 trillion tokens. It led last week.",
        ] {
            assert!(!open(text).contains(&true), "{text}");
        }
    }
}
