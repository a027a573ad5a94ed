//! The ends of a stretch of weeks: `between the week of June 8 and that of June 22, X climbed from 1.1 to 1.6
//! trillion`: in the first of them, and in the last.

use jiff::civil::{Date, Weekday};
use recount_model::Period;

use super::{Discourse, Placed};
use crate::en::clause::{Act, Anchor, Said};
use crate::en::phrase::time::{Time, When};

/// The first week of a stretch, where a way began. Is it one?
pub(super) fn first_week(placed: &mut Placed, said: &Said, starts: Weekday) -> bool {
    let Some(stretch) = placed.period.filter(|period| is_stretch(*period, starts) && is_end(said)) else {
        return false;
    };
    placed.period = Some(Period { end: Period::week(stretch.start).end, ..stretch });
    true
}

/// The last week of a stretch, where a way ended.
pub(super) fn last_week(placed: &mut Placed, said: &Said, starts: Weekday) {
    if said.anchor == Anchor::End
        && is_end(said)
        && let Some(stretch) = placed.period.filter(|period| is_stretch(*period, starts))
    {
        let last = Period::week(stretch.start).weeks_later(stretch.days() / 7 - 1);
        placed.period = Some(last);
    }
}

/// May it be the end of a way: so much, or such a part of it?
fn is_end(said: &Said) -> bool {
    let end = said.anchor == Anchor::End && matches!(said.act, Act::Compare { .. });
    // "From the week of April 13 to that of May 4, X went from fifth to sixth".
    let way = said.anchor != Anchor::Clause && matches!(said.act, Act::Rank { .. });
    end || way || matches!(said.act, Act::Level { .. } | Act::Share { .. })
}

/// Several whole weeks that are no month, quarter or year: what is told of those is of the whole.
fn is_stretch(period: Period, starts: Weekday) -> bool {
    let next = period.end.tomorrow().ok();
    let blocks = period.start.day() == 1 && next.map(Date::day) == Some(1);
    period.days() > 7 && period.days() % 7 == 0 && period.start.weekday() == starts && !blocks
}

/// Is it told by its date when it was, or of a change that it was last week?
pub(super) fn names_its_week(said: &Said) -> bool {
    let change = matches!(said.act, Act::Change { .. });
    let named = |time: &Time| match time.when {
        When::WeekHolding(_)
        | When::WeekFrom(_)
        | When::WeekTo(_)
        | When::Days { .. }
        | When::IsoWeek { .. } => true,
        _ => change && time.when.is_deictic(),
    };
    Discourse::own_times(said).iter().any(named)
}
