//! Places that were taken again: `back on top`, `back in the top five`, `back on the chart at
//! No. 7`.

use super::*;

/// "back on top", "back in the top five": it was not there in the week before.
pub(in crate::en::clause) fn back_at<'p>(c: Chunks<'p>) -> Read<'p> {
    let look = c.is(0, words!["back"]).then(|| c.skip(1))?;
    if let Some(found) = back_within(look) {
        return Some(found);
    }
    let (rest, place) = at_place(look)?;
    let movement = match place {
        Place::At(_) => Movement::Took,
        Place::Top(_) | Place::Board => Movement::Entered,
        Place::Between(..) => return None,
    };
    let mut outcome = Outcome::one(Act::Rank { place, movement: Some(movement), among: None });
    Some((crate::en::clause::adjunct::adjuncts(rest, &mut outcome), outcome))
}

/// "[back] on the chart at No. 7", "[back] in the top ten at No. 8".
pub(in crate::en::clause) fn back_within<'p>(c: Chunks<'p>) -> Read<'p> {
    if c.word_before() != "back" {
        return None;
    }
    let (rest, outer @ (Place::Top(_) | Place::Board)) = at_place(c)? else { return None };
    let (rest, at) = place_within(rest)?;
    Some((rest, chart::entered(outer, at)))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn back_where_it_was_before() {
        let entered = "Alder entered the top 10 by call volume compared with the week of 15 June 2026";
        let seventh = "Alder ranked number 7 by call volume";
        assert_read(&[
            ("Alder is back in the top ten at No. 7.", &[entered, seventh]),
            (
                "Alder processed 4.19 trillion tokens last week, back in the top ten.",
                &["Alder was 4.19 trillion tokens", entered],
            ),
        ]);
    }

    #[test]
    fn back_elsewhere() {
        assert_listed(&["Alder is back in the top ten at No. 7 of the most loved models."]);
    }
}
