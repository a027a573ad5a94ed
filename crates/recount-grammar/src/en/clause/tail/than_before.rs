//! `…, slightly less than the previous week's 3.77 trillion`: which way it went, and what
//! it was.

use recount_model::{Quantity, Unit};

use super::{Tail, level};
use crate::en::clause::predicate::{Outcome, Piece, directed, figure, level_of, quantity_of};
use crate::en::clause::verb_group::skip_degree;
use crate::en::clause::{Act, Anchor};
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunks, Phrase};

/// Reads: ", a touch less than the previous week's 3.77 trillion", ", 3 % more than last
/// week's 3.6 trillion tokens". Does not read: ", less than X's 3.77 trillion".
pub(super) fn tail(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
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
        for slight in ["slightly less than", "a touch fewer than", "a little less than", "a touch below"] {
            let text = format!("{lead}, {slight} the previous week's 4.27 trillion.");
            assert_read(&[(text.as_str(), said)]);
        }
    }
}
