//! Leads that last: `extended its lead over Y to five weeks`, `stretched its winning streak over Y to six weeks`.

use recount_model::{Quantity, Unit};

use super::over;
use crate::en::clause::predicate::{Outcome, Read};
use crate::en::clause::verb_group::Group;
use crate::en::clause::{Act, Np};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::weeks::{WeeksRunning, counted_weeks};
use crate::en::phrase::{Chunks, Phrase};

/// "extended its lead over Y to five weeks": ahead for so many weeks running.
pub(super) fn for_weeks(object: Np, measured: &crate::en::phrase::quantity::Measured) -> Option<Outcome> {
    let weeks = counted_weeks(measured)?;
    let value = Quantity::direction(false, Unit::Own);
    let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
    outcome.adjuncts.weeks = Some(WeeksRunning { cumulative: false, consecutive: true, ..weeks });
    Some(outcome)
}

/// "[extended its lead over Y to] five weeks", "a twelfth straight week".
pub(super) fn to_weeks<'p>(c: Chunks<'p>, object: &Np) -> Read<'p> {
    if let Some(Phrase::Other(measured)) = c.phrase(0) {
        return Some((c.skip(1), for_weeks(object.clone(), measured)?));
    }
    let c = c.skip(usize::from(c.is(0, words!["a", "an"])));
    let Some(Phrase::Weeks(weeks)) = c.phrase(0) else { return None };
    let value = Quantity::direction(false, Unit::Own);
    let mut outcome = Outcome::one(Act::Compare { object: object.clone(), value, event: false });
    outcome.adjuncts.weeks = Some(*weeks);
    Some((c.skip(1), outcome))
}

/// "extended its winning streak over Y to six weeks", "stretched its run of leads
/// over Y to six weeks".
pub(super) fn streak_over<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    if !group.verb.frames.any(Frames::EXTEND) {
        return None;
    }
    let look = c.skip(usize::from(c.is(0, words!["its", "their", "a", "the"])));
    let look = look.skip(usize::from(look.is(0, words!["winning", "unbeaten", "unbroken"])));
    if look.noun(0) != Some(Noun::Streak) {
        return None;
    }
    let (rest, object) = over(look.skip(1))?;
    let Some(Phrase::Other(measured)) = rest.phrase(1).filter(|_| rest.is(0, words!["to"])) else {
        return None;
    };
    Some((rest.skip(2), for_weeks(object, measured)?))
}
