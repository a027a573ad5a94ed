//! Words of what a price does: `1.2 cents more expensive than a week ago`, `cheaper than X`,
//! `became three cents dearer`. Of what adds up they say nothing.

use recount_model::{Quantity, Unit};

use super::predicate::{Outcome, Read, directed, figure, quantity_of};
use super::verb_group::{Group, skip_adverbs};
use super::{Act, change};
use crate::en::phrase::time::Role;
use crate::en::phrase::{Chunks, Phrase};

/// "cheaper", "less expensive", "dearer": what is left behind it, and is it less?
pub(super) fn adjective(c: Chunks<'_>) -> Option<(Chunks<'_>, bool)> {
    let costly = c.is(1, words!["expensive", "costly"]);
    match c.word(0) {
        "cheaper" => Some((c.skip(1), true)),
        "dearer" | "costlier" | "pricier" => Some((c.skip(1), false)),
        "more" if costly => Some((c.skip(2), false)),
        "less" if costly => Some((c.skip(2), true)),
        _ => None,
    }
}

/// Does one of these words stand here?
pub(super) fn is_said(c: Chunks<'_>) -> bool {
    const PRICED: &crate::token::Words = words![
        "cheaper", "dearer", "costlier", "pricier", "expensive", "costly", "priciest", "dearest", "costliest"
    ];
    (0..c.len()).any(|ahead| c.is(ahead, PRICED))
}

/// "[is] cheaper than a week ago", "[was] dearer for a third week": the way it went.
pub(super) fn than_before<'p>(c: Chunks<'p>) -> Read<'p> {
    let (rest, falling) = adjective(c)?;
    let outcome = Outcome::one(Act::Change { value: Quantity::direction(falling, Unit::Percent) });
    let than = rest.get(0).is_some_and(|chunk| rest.lower(chunk.first) == "than");
    let look = rest.skip(usize::from(rest.is(0, words!["than"])));
    match rest.phrase(0) {
        Some(Phrase::Weeks(_) | Phrase::First(_)) => Some((rest, outcome)),
        _ if !than => None,
        _ => against(look, outcome),
    }
}

/// "[than] a week ago".
fn against<'p>(c: Chunks<'p>, mut outcome: Outcome) -> Read<'p> {
    let Some(Phrase::Time(time)) = c.phrase(0) else { return None };
    let base = crate::en::phrase::time::Time { role: Role::Base, ..time.clone() };
    outcome.adjuncts.times.push(base);
    Some((c.skip(1), outcome))
}

/// "became [three cents] more expensive", "got cheaper", "is getting dearer".
pub(super) fn became<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    const TURNS: &crate::token::Words = words![
        "become", "becomes", "became", "becoming", "get", "gets", "got", "getting", "gotten", "grow",
        "grows", "grew", "growing", "grown", "turn", "turned", "turning",
    ];
    let verb = c.at.checked_sub(1).map(|at| Chunks { at, ..c }).is_some_and(|last| last.is(0, TURNS));
    if !verb || group.passive {
        return None;
    }
    let look = skip_adverbs(c);
    let (look, value) = match figure(look) {
        Some((after, phrase @ (Phrase::Amount { .. } | Phrase::Percent(_)))) => (after, quantity_of(phrase)),
        _ => (look, None),
    };
    let (rest, falling) = adjective(look)?;
    let value =
        value.map_or_else(|| Quantity::direction(falling, Unit::Percent), |value| directed(&value, falling));
    let outcome = Outcome::one(Act::Change { value });
    if rest.is(0, words!["than"]) {
        return against(rest.skip(1), outcome);
    }
    let mut outcome = outcome;
    let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
    Some((rest, outcome))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read_in_shops};

    #[test]
    fn what_became_dearer_rose() {
        let rose: &[&str] = &["the price of Alder rose by 0.03 dollars a gallon"];
        let fell: &[&str] = &["the price of Alder fell"];
        let below: &[&str] = &["the price of Alder was below that of Birch"];
        assert_read_in_shops(&[
            ("The price of Alder rose 3 cents.", rose),
            ("The price of Alder was 3 cents more expensive than a week ago.", rose),
            ("The price of Alder became 3 cents dearer.", rose),
            ("The price of Alder was cheaper than a week ago.", fell),
            ("The price of Alder was cheaper than that of Birch.", below),
            ("Alder is getting cheaper.", fell),
            ("Alder was 5% cheaper than a week earlier.", &["the price of Alder fell by 5 percent"]),
        ]);
        assert_listed(&["Alder became cheaper last week.", "Alder is cheaper than Birch."]);
    }
}
