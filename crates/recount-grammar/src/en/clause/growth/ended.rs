//! Runs that are over: `that ended X's run of seven weekly gains`, `X's nine-week run of
//! growth came to an end`.

use crate::en::clause::gate::{Need, may_have, word};
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::Outcome;
use crate::en::clause::tail::{ends_run, run_before};
use crate::en::clause::verb_group::skip_adverbs;
use crate::en::clause::{About, Np};
use crate::en::phrase::Chunks;

/// "That ended a run of seven weekly gains [for X]": up to the week before. "X's run
/// of nine weekly gains came to an end" likewise.
pub(in crate::en::clause) fn ended(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    let (rest, outcome) = by_a_move(c).or_else(|| itself(c))?;
    let who = outcome.pieces.iter().find_map(|piece| piece.who.clone());
    Some((rest, who.unwrap_or_else(|| Np::carried(c.span(c.at, c.at + 1))), outcome))
}

/// "that ended", "this snapped".
fn by_a_move(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let look = skip_adverbs(c.is(0, words!["that", "this", "it", "which"]).then(|| c.skip(1))?);
    run_before(ends_run(look).then(|| look.skip(1))?)
}

/// "X's nine-week run of growth came to an end", "… is over".
fn itself(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    const ENDS: Need = word(words!["end", "ended", "ends", "close", "halt", "over", "broken", "snapped"]);
    if !may_have(c, &[ENDS]) {
        return None;
    }
    noun_phrase(c).filter(|(_, np)| np.is_named() && np.about == About::Nothing)?;
    let (rest, outcome) = run_before(c)?;
    let rest = skip_adverbs(rest);
    let look = rest.skip(usize::from(rest.is(0, words!["has", "have", "had"])));
    Some((came_to_an_end(look)?, outcome))
}

/// "came to an end", "is over", "ended": behind it.
pub(in crate::en::clause) fn came_to_an_end(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let count = if c.is(0, words!["came", "come", "comes"]) && c.is(1, words!["to"]) {
        let end = 2 + usize::from(c.is(2, words!["an", "a"]));
        c.is(end, words!["end", "close", "halt"]).then_some(end + 1)?
    } else if c.is(0, words!["is", "was"]) && c.is(1, words!["over", "broken", "ended", "snapped"]) {
        2
    } else {
        c.is(0, words!["ended", "ends"]).then_some(1)?
    };
    Some(c.skip(count))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn runs_that_are_over() {
        let rose: &[&str] =
            &["In the week of 15 June 2026, Alder rose from the week of 8 June 2026 for 7 consecutive weeks"];
        assert_read(&[
            ("The decline ended Alder's run of seven consecutive weekly gains.", rose),
            ("That snapped a streak of seven weekly gains for Alder.", rose),
            ("The drop broke a run of seven straight weekly gains for Alder.", rose),
            ("Alder's run of seven weekly gains came to an end.", rose),
            ("Alder's seven-week streak of gains is over.", rose),
        ]);
        assert_listed(&[
            "Alder's run of seven monthly gains came to an end.",
            "The decline ended Alder's hopes of seven consecutive weekly gains.",
        ]);
    }
}
