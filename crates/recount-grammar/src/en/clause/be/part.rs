//! A percentage behind "be": `its share was 33 %`, `it was 2 %`, `was a sixth of X's`.

use crate::en::clause::predicate::{Outcome, Read};
use crate::en::clause::{About, Np, Who, adjunct, fronted, share};
use crate::en::phrase::Chunks;

/// "33 %" of something that is a share; "a sixth of X's".
pub(super) fn part<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    // "equivalent to 43.8 % of the platform".
    let equal = c.is(0, words!["equal", "equivalent", "tantamount"]) && c.is(1, words!["to"]);
    let (rest, value, of) = share::percentage(c.skip(2 * usize::from(equal)))?;
    // "It was 2 %": a share, where one was told before.
    let alone = goes_on(subject) || is_owner(subject, c);
    let timed = if goes_on(subject) { rest } else { adjunct::times(rest).0 };
    let carried = alone && fronted::clause_ends(timed) && of.is_none();
    if of.is_none() && !subject.share && !carried {
        return None;
    }
    let mut outcome = Outcome::default();
    outcome.adjuncts.of_share = carried;
    outcome.pieces.push(share::piece(value, of));
    Some((rest, outcome))
}

/// "X's": of what, the sentence before tells.
fn is_owner(subject: &Np, c: Chunks<'_>) -> bool {
    let words = subject.span.of(c.tokens.text);
    let one = matches!(&subject.who, Who::Named(names) if names.len() == 1);
    one && subject.about == About::Nothing
        && !subject.share
        && (words.ends_with("'s") || words.ends_with("’s"))
}

/// "It", which may be a share that was told before.
pub(super) fn goes_on(subject: &Np) -> bool {
    subject.who == Who::Carried && subject.about == About::Nothing && !subject.bare && !subject.share
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn a_share_goes_on() {
        let lead = "Alder's share of all tokens was 15% last week.";
        let then = "In the week of 15 June 2026, Alder accounted for 13 percent of the total call volume";
        let last = |text: &str| article(text).pop().unwrap_or_default();
        assert_eq!(last(&format!("{lead} A week earlier it was 13%.")), then);
        for text in [
            "Alder processed 4 trillion tokens last week. A week earlier it was 13%.",
            "Alder's share of all tokens was 15% last week. Birch rose 8%. A week earlier it was 13%.",
            "Alder's share of all tokens was 15% last week. Birch bartered 3 trillion tokens. A week earlier it was 13%.",
        ] {
            assert_eq!(last(text), "?", "{text}");
        }
    }
}
