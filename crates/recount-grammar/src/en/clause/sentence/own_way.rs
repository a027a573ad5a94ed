//! By how much each of two moved, behind which way each went: `X grew and Y shrank, the former by 4 % and the
//! latter by 1 %`.

use super::*;
use crate::en::clause::predicate::directed;

impl<'p> Parser<'p> {
    /// "the former by 4 %": the way that one went, not the last that was told.
    pub(super) fn by_its_own_way(&self, c: Chunks<'p>, np: &Np) -> Option<(Chunks<'p>, Outcome)> {
        let (rest, Phrase::Percent(value)) = figure(c.is(0, words!["by"]).then(|| c.skip(1))?)? else {
            return None;
        };
        let falling = self.own_way(np)?;
        let mut outcome = Outcome::one(Act::Change { value: directed(value, falling) });
        let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
        (!rest.is(0, words!["of"])).then(|| (adjuncts(rest, &mut outcome), outcome))
    }

    /// Did it fall? Of the two who were told of last, each in one direction and by no figure.
    fn own_way(&self, np: &Np) -> Option<bool> {
        let ways: Vec<(&Who, bool)> = self
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Said(said) if !said.negated => Some(said),
                _ => None,
            })
            .filter_map(|said| match &said.act {
                Act::Change { value } if value.is_direction() => Some((&said.who.who, value.falling)),
                _ => None,
            })
            .collect();
        let [first, second] = ways.as_slice() else { return None };
        if first.0 == second.0 {
            return None;
        }
        match &np.who {
            Who::Former => Some(first.1),
            Who::Latter => Some(second.1),
            named @ Who::Named(_) => [first, second].into_iter().find(|way| way.0 == named).map(|way| way.1),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn each_its_own_way() {
        assert_read(&[
            (
                "Alder grew and Birch shrank last week, the former by 4% and the latter by 1%.",
                &["Alder rose", "Birch fell", "Alder rose by 4 percent", "Birch fell by 1 percent"],
            ),
            (
                "Alder fell and Birch rose last week, Alder by 4% and Birch by 1%.",
                &["Alder fell", "Birch rose", "Alder fell by 4 percent", "Birch rose by 1 percent"],
            ),
        ]);
    }
}
