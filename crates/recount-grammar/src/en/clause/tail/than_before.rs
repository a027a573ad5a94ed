//! `…, slightly less than the previous week's 3.77 trillion`: which way it went, and what
//! it was.

use recount_model::{Quantity, Unit};

use super::{Tail, change, level};
use crate::en::clause::predicate::{Outcome, Piece, directed, figure, level_of, quantity_of};
use crate::en::clause::verb_group::skip_degree;
use crate::en::clause::{Act, Anchor};
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunks, Phrase};

/// Reads: ", a touch less than the previous week's 3.77 trillion", ", 3 % more than last
/// week's 3.6 trillion tokens". Does not read: ", less than X's 3.77 trillion".
pub(super) fn tail(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    // ", topping the 3.9 trillion of the week before".
    if c.is(0, words!["topping", "exceeding", "surpassing", "beating", "eclipsing"])
        && let Some((rest, found)) = change::was(c.skip(1))
    {
        return Some((rest, Tail::new(found.exceeded(None, false)?)));
    }
    let look = skip_degree(c);
    let hedged = look.at > c.at;
    let slight = matches!(look.word_before(), "touch" | "bit" | "shade" | "little" | "tad" | "fraction");
    let (look, by) = match figure(look) {
        Some((rest, phrase @ Phrase::Percent(_))) if !slight => (rest, quantity_of(phrase)),
        _ => (look, None),
    };
    let falling = match look.word(0) {
        "more" | "higher" | "larger" | "above" => false,
        "less" | "lower" | "fewer" | "smaller" | "below" => true,
        _ => return None,
    };
    let look = look.skip(1);
    let look = look.skip(usize::from(look.is(0, words!["than"])));
    if let Some((rest, found)) = change::was(look) {
        return Some((rest, Tail::new(found.exceeded(by.as_ref(), falling)?)));
    }
    if let Some(found) = than_record(look, by.as_ref(), falling) {
        return Some(found);
    }
    let Phrase::Time(time) = look.phrase(0)? else { return None };
    if !matches!(time.role, Role::At | Role::Base) {
        return None;
    }
    if !look.is(1, words!["'s", "’s"]) {
        return only_than(look, by.is_none() && hedged, falling);
    }
    let (rest, phrase @ Phrase::Amount { .. }) = figure(look.skip(2))? else { return None };
    let by = by.map_or_else(|| Quantity::direction(falling, Unit::Percent), |by| directed(&by, falling));
    let mut outcome = Outcome::one(Act::Change { value: by });
    outcome.adjuncts.times = vec![Time { role: Role::Base, ..time.clone() }];
    let then = Time { role: Role::At, ..time.clone() };
    let was = Piece { times: vec![then], anchor: Anchor::Earlier, ..Piece::beside(level_of(phrase)?) };
    outcome.pieces.push(was);
    Some((level::skip_unit(rest), Tail::new(outcome)))
}

/// ", 7.5 % below the record of the previous week", ", short of the all-time high set a week
/// earlier": against that week, which was the highest then.
fn than_record<'p>(c: Chunks<'p>, by: Option<&Quantity>, falling: bool) -> Option<(Chunks<'p>, Tail)> {
    let Phrase::Record(found) = c.phrase(0)? else { return None };
    // "the record that it had set a week earlier".
    let they = c.skip(1).skip(usize::from(c.is(1, words!["that", "which"])));
    let clause = they.is(0, words!["it", "they"]) && they.is(1, words!["had", "set"]);
    let had = they.skip(usize::from(clause) + usize::from(clause && they.is(1, words!["had"])));
    let c = if clause { Chunks { at: had.at - 1, ..c } } else { c };
    let set = c.is(1, words!["set", "of", "reached", "hit", "recorded", "from", "in"]);
    let Phrase::Time(time) = c.phrase(1 + usize::from(set))? else { return None };
    let rest = c.skip(2 + usize::from(set));
    let past = matches!(time.role, Role::At | Role::Base);
    if !past || found.since.is_some() || found.weeks.is_some() {
        return None;
    }
    let value = by.map_or_else(|| Quantity::direction(falling, Unit::Percent), |by| directed(by, falling));
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.adjuncts.times = vec![Time { role: Role::Base, ..time.clone() }];
    let times = vec![Time { role: Role::At, ..time.clone() }];
    let record = Act::Record(found.clone());
    outcome.pieces.push(Piece { times, anchor: Anchor::Earlier, ..Piece::beside(record) });
    Some((rest, Tail::new(outcome)))
}

/// ", a bit less than the week before": which way it went. "More than a week earlier" may be
/// a length of time.
fn only_than(c: Chunks<'_>, slight: bool, falling: bool) -> Option<(Chunks<'_>, Tail)> {
    let Phrase::Time(time) = c.phrase(0)? else { return None };
    let than = c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "than") || c.word_before() == "than";
    let ends = crate::en::clause::fronted::is_stop(c, 1) || c.is(1, words!["("]);
    if !slight || !than || !ends {
        return None;
    }
    let mut outcome = Outcome::one(Act::Change { value: Quantity::direction(falling, Unit::Percent) });
    outcome.adjuncts.times = vec![Time { role: Role::Base, ..time.clone() }];
    Some((c.skip(1), Tail::new(outcome)))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn what_it_was_in_the_week_before() {
        let was = "In the week of 15 June 2026, Alder was 4.27 trillion tokens";
        let said: &[&str] = &["Alder was 4.19 trillion tokens", "Alder fell", was];
        let lead = "Alder processed 4.19 trillion tokens last week";
        let record = "In the week of 15 June 2026, Alder was its highest on record";
        for (tail, expected) in [
            ("slightly less than the 4.27 trillion of the week before", said),
            ("less than the 4.27 trillion it had handled a week earlier", said),
            (
                "below the record set the previous week",
                &["Alder was 4.19 trillion tokens", "Alder fell", record],
            ),
        ] {
            assert_read(&[(format!("{lead}, {tail}.").as_str(), expected)]);
        }
        for slight in ["slightly less than", "a touch fewer than", "a little less than", "a touch below"] {
            let text = format!("{lead}, {slight} the previous week's 4.27 trillion.");
            assert_read(&[(text.as_str(), said)]);
        }
    }
}
