//! Other weeks that a statement may be of, by its own words.

use super::*;

/// "It had grown for nine weeks until that of June 15": those weeks ended then.
pub(super) fn until(said: &Said) -> Option<Said> {
    let ends = said.adjuncts.times.iter().any(|time| time.role == Role::Until);
    if said.adjuncts.weeks.is_none() || !ends {
        return None;
    }
    let mut said = said.clone();
    let last = said.adjuncts.times.iter_mut().filter(|time| time.role == Role::Until);
    last.for_each(|time| time.role = Role::At);
    said.adjuncts.ended = true;
    Some(said)
}

/// Other weeks that the words may speak of.
pub(super) fn other_weeks(said: &Said, period: Option<Period>) -> Vec<Period> {
    // Which week "its second week" was, only the beginning would tell: the one
    // that is spoken of, or an earlier one. "It had risen 8 % from the week
    // before": by then, or then.
    // "For nine weeks until that of June 15": with it, or without it.
    let earlier = said.adjuncts.earlier && matches!(said.act, Act::Change { .. });
    let last =
        if said.adjuncts.nth_week { FROM_BEGINNING } else { i64::from(earlier || said.adjuncts.ended) };
    (1..=last).filter_map(|back| Some(period?.weeks_later(-back))).collect()
}

/// "A week ago" may be told from the day of publication, or from the week that
/// is reported; so may "last week" in a bracket: "X, third last week, fell to
/// ninth". Not where the clause around it names the week: "X, with 4 trillion tokens,
/// was ahead last week".
pub(super) fn week_ago(said: &Said, period: Option<Period>, text: &str, seen: Seen) -> Option<Period> {
    let told = text.get(..said.span.end).unwrap_or(text);
    let ago = seen.any(Seen::AGO) && has_word(told, &["ago"]);
    let last =
        |time: &Time| matches!(time.when, When::PastWeek | When::Unit { unit: TimeUnit::Week, shift: -1 });
    let own = has_word(said.span.of(text), &["week", "weeks"]);
    let beside = said.adjuncts.local && own && said.adjuncts.times.iter().any(last);
    period.filter(|week| (ago || beside) && week.days() == 7).map(|week| week.weeks_later(-1))
}

/// How far back "it has risen" may speak of.
pub(super) const EARLIER_WEEKS: i64 = 12;

/// How far back "in its second week" may speak of.
pub(super) const FROM_BEGINNING: i64 = 52;

/// "X is overtaking Y", "X has climbed to third", no week named: that may have
/// come about at any time before, and is so now.
pub(super) fn may_be_so_already(said: &Said) -> bool {
    let event = match &said.act {
        Act::Compare { .. } => !said.adjuncts.either,
        Act::Rank { .. } => said.adjuncts.perfect,
        _ => false,
    };
    event && said.adjuncts.times.is_empty()
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::claims_and_readings;

    #[test]
    fn a_bracket_without_a_week_is_of_that_of_its_clause() {
        let sentence = "Alder, with 4.1 trillion tokens, was ahead of Birch last week.";
        assert_eq!(claims_and_readings(sentence), ["Alder was 4.1 trillion tokens"]);
    }
}
