//! "It has risen": since some time that the text does not give.

use recount_model::{Assertion, Change, Predicate};

use super::{Act, EARLIER_WEEKS, Said};
use crate::discourse::when::before;

/// "It has shrunk", "it has risen to 4 trillion": since when, is not said. Held
/// against any of the weeks before last week, too.
pub(super) fn since_some_week(said: &Said, first: &Assertion) -> Vec<Assertion> {
    let Predicate::Change(change) = &first.predicate else { return Vec::new() };
    let direction = matches!(&said.act, Act::Change { value } if value.is_direction());
    let week = first.period.filter(|week| week.days() == 7 && change.base == Some(before(*week)));
    let Some(week) = week.filter(|_| said.adjuncts.perfect && direction && !said.adjuncts.based()) else {
        return Vec::new();
    };
    let bases = (2..=EARLIER_WEEKS).map(|back| Some(week.weeks_later(-back)));
    let since = |base| Predicate::Change(Change { base, ..change.clone() });
    bases.map(|base| Assertion { predicate: since(base), ..first.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::readings;

    #[test]
    fn since_when_it_has_changed_is_not_said() {
        assert_eq!(readings("Alder has shrunk, however, to 4.1 trillion tokens.").len(), 11);
        assert_eq!(readings("Alder has risen.").len(), 11);
        assert_eq!(readings("Alder shrank to 4.1 trillion tokens."), [""; 0]);
        assert_eq!(readings("Alder has risen from the week before."), [""; 0]);
        assert_eq!(readings("Alder has risen 8% to 4.1 trillion tokens."), [""; 0]);
    }
}
