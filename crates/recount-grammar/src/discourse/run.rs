//! Ways told over weeks running: "has fallen for four weeks in a row, from 17.5
//! trillion to 9.2 trillion" begins before the first of them.

use recount_model::{MetricId, Period, Quantity, Unit, Weeks};

use super::when::before;
use super::{Discourse, Placed, Refusal};
use crate::en::clause::{Act, Anchor, Item, Said};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::Role;
use crate::en::phrase::weeks::WeeksRunning;

/// What the statements beside it say of the weeks of one.
pub(super) fn lend(items: &[Item], at: usize, said: &mut Said) {
    over_weeks(items, at, said);
    places_before(items, at, said);
    same_nth_week(items, at, said);
}

/// The same, with the weeks over which its way went, where the change beside it
/// is told over several.
fn over_weeks(items: &[Item], at: usize, said: &mut Said) {
    let beside = |item: Option<&Item>, end: bool| match item {
        Some(Item::Said(other)) if other.who.who == said.who.who => {
            let tells = match other.act {
                Act::Change { .. } => !end,
                _ => end && other.anchor == Anchor::End,
            };
            other.adjuncts.weeks.filter(|_| tells)
        }
        _ => None,
    };
    let previous = at.checked_sub(1).and_then(|last| items.get(last));
    match (said.anchor, &said.act) {
        (Anchor::Before | Anchor::Open, Act::Level { .. } | Act::Share { .. }) => {
            said.adjuncts.run = beside(previous, false).or_else(|| beside(items.get(at + 1), true));
        }
        // "fell three weeks in a row, losing 26 % in the process": since they began, or in the last one.
        (Anchor::Clause, Act::Change { value, .. })
            if value.is_measured()
                && said.adjuncts.weeks.is_none()
                && said.adjuncts.times.is_empty()
                && !said.negated =>
        {
            let way = |item: &&Item| match item {
                Item::Said(other) => matches!(&other.act, Act::Change { value, .. } if value.is_direction()),
                _ => false,
            };
            said.adjuncts.run = beside(previous.filter(way), false);
        }
        // "fell from A to B in four straight weeks": B is that of the last one.
        (Anchor::End, Act::Level { .. } | Act::Share { .. }) => said.adjuncts.weeks = None,
        _ => {}
    }
}

/// "In its first full week it processed 4 trillion and was the most used model": both of that week.
fn same_nth_week(items: &[Item], at: usize, said: &mut Said) {
    let told = |item: &Item| matches!(item, Item::Said(told) if told.adjuncts.nth_week && told.who.who == said.who.who);
    let there = said.adjuncts.times.is_empty() && said.adjuncts.weeks.is_none();
    said.adjuncts.nth_week |= there && items.get(..at).is_some_and(|before| before.iter().any(told));
}

/// "held four of the top ten places, up from three a week earlier": three of them.
fn places_before(items: &[Item], at: usize, said: &mut Said) {
    let Some(Item::Said(told)) = at.checked_sub(1).and_then(|last| items.get(last)) else { return };
    let (Act::Level { value, metrics }, Act::Top { top, among, .. }) = (&said.act, &told.act) else { return };
    let same = told.who.who == said.who.who && told.negated == said.negated;
    let whole = matches!(value.figure, recount_model::Figure::Decimal(decimal)
        if decimal.exponent == 0 && (0..=i128::from(*top)).contains(&decimal.mantissa));
    if same && whole && metrics.is_empty() && value.unit == Unit::Own {
        let count = Quantity { unit: Unit::Count, ..value.clone() };
        said.act = Act::Top { top: *top, count, among: among.clone() };
        said.adjuncts.of_list = told.adjuncts.of_list;
    }
}

impl Discourse<'_> {
    /// The last week of weeks running that are told up to a day, and the other
    /// week that may be meant: "for two weeks until June 24" they were over when
    /// the week of that day began, or ended with it.
    pub(super) fn last_of_run(
        &self,
        said: &Said,
        placed: &Placed,
        metric: MetricId,
    ) -> Option<(Period, Option<Period>)> {
        let as_of = || said.adjuncts.times.iter().any(|time| time.role == Role::AsOf);
        let told = said.adjuncts.weeks.is_some() && (said.adjuncts.ended || as_of());
        let day = placed.period.filter(|period| told && period.days() == 1)?;
        let week = Period::week_of(day.start, self.week_starts(Some(metric)));
        Some(if week.end == day.end { (week, None) } else { (before(week), Some(week)) })
    }
}

/// The week before the first one: where the way began.
pub(super) fn begin(run: WeeksRunning, placed: &mut Placed) -> Result<(), Refusal> {
    let (Weeks::Exactly(weeks), TimeUnit::Week) = (run.weeks, run.unit) else {
        return Err(Refusal::unread("where a way over several weeks began"));
    };
    let start = |week: Period| week.weeks_later(-i64::from(weeks));
    let (first, last) = (placed.period.map(start), placed.period.map(before));
    // "for a fourth week, from A to B" tells the way of the fourth.
    let (told, other) = if run.ordinal { (last, first) } else { (first, last) };
    let others: Vec<Period> = placed.others.iter().flat_map(|week| [start(*week), before(*week)]).collect();
    placed.period = told;
    placed.others = other.into_iter().chain(others).collect();
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, claims};

    #[test]
    fn a_run_ends_with_the_last_whole_week() {
        let before = "In the week of 15 June 2026, Alder was above that of Birch for 2 consecutive weeks";
        let with = "Alder was above that of Birch for 2 consecutive weeks";
        for (sentence, expected) in [
            ("Alder led Birch for two weeks until June 22.", before),
            ("Alder led Birch for two weeks until June 24.", before),
            ("Until June 22, Alder had led Birch for two weeks.", before),
            ("Alder led Birch for two weeks until June 28.", with),
            ("Alder led Birch for two weeks through June 28.", with),
            ("Alder led Birch for two weeks until the week of June 15.", before),
        ] {
            assert_eq!(claims(sentence), [expected], "{sentence}");
        }
    }

    #[test]
    fn what_no_rule_read_of_one_of_a_group_is_not_said_of_all() {
        for text in [
            "A northern model rose 5 % on the call at noon. Its volume reached 4.5 trillion tokens last week.",
            "Another northern model rose 5 % on the call at noon. It reached 4.5 trillion tokens last week.",
        ] {
            let found = article(text);
            assert!(found.iter().all(|claim| claim == "?"), "{text}: {found:?}");
        }
    }
}
