//! Places that bound another: `ranks no higher than twelfth`, `finished no lower than third`.

use super::*;

/// "no higher than twelfth": not among the first eleven; "no lower than third": among the first three.
pub(in crate::en::clause) fn complement<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::RANK) || !c.is(0, words!["no"]) || !c.is(2, words!["than"]) {
        return None;
    }
    let above = c.is(1, words!["higher", "better"]);
    if !above && !c.is(1, words!["lower", "worse"]) {
        return None;
    }
    let (rest, Place::At(place)) = place(c.skip(3))? else { return None };
    let last = if above { place.checked_sub(1).filter(|last| *last > 0)? } else { place };
    let act = Act::Rank { place: Place::Top(last), movement: None, among: None };
    Some((rest, Outcome { negated: above, ..Outcome::one(act) }))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn bounds_of_a_place() {
        assert_read(&[
            ("Alder ranks no higher than fourth.", &["Alder was not in the top 3 by call volume"]),
            ("Alder was no lower than third last week.", &["Alder was in the top 3 by call volume"]),
            (
                "Alder finished no better than fifth last week.",
                &["Alder was not in the top 4 by call volume"],
            ),
        ]);
    }
}
