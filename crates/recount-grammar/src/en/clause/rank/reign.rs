//! How long a run at a place has lasted: `extended its run at number one to nine weeks`,
//! `X's run at the top now stretches to nine weeks`, `its reign ended after nine weeks`.

use recount_model::Weeks;

use super::*;
use crate::en::clause::Who;
use crate::en::clause::growth::came_to_an_end;
use crate::en::clause::noun_phrase::{adjective_group, owner_named};
use crate::en::phrase::weeks::{WeeksRunning, running};

/// "extended its run at number one to nine weeks", "its lead to a tenth week".
pub(in crate::en::clause) fn run_to<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::EXTEND) {
        return None;
    }
    let look = if c.is(0, words!["its", "their", "the", "his", "her"]) { c.skip(1) } else { c };
    // "its lead to a ninth week": first, as it was before.
    let lead = look.noun(0) == Some(Noun::Lead)
        && matches!(look.phrase(2), Some(Phrase::Weeks(weeks)) if weeks.ordinal);
    let (rest, place) = if lead { (look.skip(1), Place::At(1)) } else { run(look)? };
    let (rest, weeks) = weeks(rest.is(0, words!["to", "into"]).then(|| rest.skip(1))?)?;
    Some((rest, held(place, weeks, Anchor::Clause)))
}

/// "X's run at the top now stretches to nine weeks", "the northern winning run stands at
/// nine weeks", "its reign ended after nine weeks": of whom, and how long it was.
pub(in crate::en::clause) fn lasted(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    let (rest, who) = owner(c)?;
    let (rest, place) = run(rest)?;
    let rest = skip_adverbs(rest);
    let rest = skip_adverbs(rest.skip(usize::from(rest.is(0, words!["has", "have", "had"]))));
    if let Some(over) = over(rest) {
        let (rest, weeks) = weeks(over)?;
        return Some((rest, who, held(place, weeks, Anchor::Before)));
    }
    let rest = skip_adverbs(rest.is(0, LASTS).then(|| rest.skip(1))?);
    let rest = rest.skip(usize::from(rest.is(0, words!["to", "at", "for"])));
    let (rest, weeks) = weeks(rest)?;
    let long = rest.is(0, words!["long", "old"]) || rest.is(0, words!["now"]);
    Some((rest.skip(usize::from(long)), who, held(place, weeks, Anchor::Clause)))
}

/// How long a run is, behind these.
pub(in crate::en::clause) const LASTS: &crate::token::Words = words![
    "stretched", "stretches", "stretch", "extended", "extends", "extend", "runs", "ran", "reached",
    "reaches", "stands", "stood", "is", "was", "lasted", "lasts", "spans", "spanned", "grew", "grown",
];

/// "ended after", "came to an end after", "is over after": behind it.
fn over(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let rest = came_to_an_end(c)?;
    // "After" belongs to the weeks, or stands alone.
    Some(rest.skip(usize::from(rest.is(0, words!["after", "at"]))))
}

/// Whose run it is: "X's", "its", "the northern".
pub(in crate::en::clause) fn owner(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    if c.is(0, words!["its", "their"]) {
        return Some((c.skip(1), Np::carried(c.span(c.at, c.at + 1))));
    }
    if let Some(found) = owner_named(c) {
        return Some(found);
    }
    let look = c.skip(usize::from(c.is(0, words!["the"])));
    match look.phrase(0)? {
        Phrase::Adjective(names) if adjective_group(look).is_none() => {
            let found: Vec<recount_model::Subject> = crate::en::phrase::subjects(names).collect();
            let who = Who::Named(vec![found]);
            Some((look.skip(1), Np { who, ..Np::carried(c.span(c.at, look.at + 1)) }))
        }
        _ => None,
    }
}

/// "run at the top", "reign": at which place. A "winning streak" alone may be one of gains.
fn run(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    let look = c.skip(usize::from(c.is(0, words!["winning", "unbroken", "unbeaten", "long"])));
    let reign = look.is(0, words!["reign"]);
    if look.noun(0) != Some(Noun::Streak) && !reign && !look.is(0, words!["stay", "stint", "tenure", "time"])
    {
        return None;
    }
    let rest = look.skip(1);
    match at_place(rest) {
        Some(found) => Some(found),
        None => reign.then_some((rest, Place::At(1))),
    }
}

/// "nine weeks", "a tenth week".
fn weeks(c: Chunks<'_>) -> Option<(Chunks<'_>, WeeksRunning)> {
    let found = running(c.phrase(0)?)?;
    // A run is unbroken, "its second week" in all is not.
    let ordinal = found.ordinal || !matches!(found.weeks, Weeks::Exactly(_) | Weeks::Range { .. });
    Some((c.skip(1), WeeksRunning { cumulative: ordinal, consecutive: !ordinal, ..found }))
}

/// So many weeks at a place.
fn held(place: Place, weeks: WeeksRunning, anchor: Anchor) -> Outcome {
    let act = Act::Rank { place, movement: None, among: None };
    let piece = Piece { weeks: Some(weeks), anchor, ..Piece::main(act) };
    Outcome { pieces: vec![piece], ..Outcome::default() }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn runs_by_their_length() {
        let nine: &[&str] = &["Alder ranked number 1 by call volume for 9 consecutive weeks"];
        assert_read(&[
            ("Alder's run at the top now stretches to nine weeks.", nine),
            ("Alder's stay at number one is now nine weeks long.", nine),
            ("Alder's winning streak at No. 1 has reached nine weeks.", nine),
            ("Alder's reign lasted nine weeks.", nine),
            ("Alder has extended its reign to nine weeks.", nine),
            (
                "Alder's reign ended after nine weeks.",
                &[
                    "In the week of 15 June 2026, Alder ranked number 1 by call volume for 9 consecutive weeks",
                ],
            ),
        ]);
        assert_listed(&[
            "Alder's winning streak now stretches to nine weeks.",
            "Alder's run now stretches to nine weeks.",
            "Alder extended its winning streak to nine weeks.",
            "Alder's reign at the top may stretch to nine weeks.",
        ]);
    }
}
