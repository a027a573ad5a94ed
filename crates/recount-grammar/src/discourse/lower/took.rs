//! `X took third, with 3.7 trillion`: of a place behind the first that is told of who stands there as well, whoever had it before.

use super::*;
use crate::en::phrase::place::Place;

impl Discourse<'_> {
    /// The same as a place alone; `None` where it says more, or of the first place.
    pub(super) fn stood_there(
        &self,
        said: &Said,
        subject: &Subjects,
        metric: MetricId,
        placed: &Placed,
    ) -> Option<Assertion> {
        let Act::Rank { place: place @ Place::At(2..), movement: Some(Movement::Took), among } = &said.act
        else {
            return None;
        };
        // Against a week that is named it is told of who had another place then.
        if said.negated || said.adjuncts.again || said.adjuncts.based() || placed.period.is_none() {
            return None;
        }
        let act = Act::Rank { place: *place, movement: None, among: among.clone() };
        self.assertion(&Said { act, ..said.clone() }, subject, metric, placed).ok()
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::readings;

    #[test]
    fn who_took_a_place_may_have_had_it() {
        assert_eq!(readings("Alder took third place last week."), ["Alder ranked number 3 by call volume"]);
        assert!(readings("Alder took first place last week.").is_empty());
    }
}
