//! Claims of weeks that an undated text tells only from each other.

use recount_model::{Assertion, Assumption, Claim, OpenWeek, Period, Predicate};

use super::Refusal;
use crate::en::phrase::time::{is_open, weeks_after};

/// The claim with its open weeks left open, and how far they are from each other.
///
/// # Errors
/// Where it says more of an open week than can be left open.
pub(super) fn left_open(mut claim: Claim) -> Result<Claim, Refusal> {
    let mut all = std::iter::once(&claim.assertion).chain(&claim.readings);
    if !all.any(has_open) {
        return Ok(claim);
    }
    let mut all = std::iter::once(&claim.assertion).chain(&claim.readings);
    if !all.all(can_be_open) {
        return Err(Refusal::unread("the time it speaks of cannot be placed"));
    }
    let week = claim.assertion.period.filter(|week| is_open(*week));
    let base = claim.assertion.predicate.base().filter(|base| is_open(*base));
    let others = claim.readings.len();
    claim.assertion = opened(&claim.assertion);
    claim.readings = claim.readings.iter().map(opened).collect();
    claim.readings.retain(|reading| *reading != claim.assertion);
    claim.readings.dedup();
    // Of two open weeks that may be meant, neither is told.
    if let (Some(week), true) = (week.and_then(weeks_after), claim.readings.len() == others) {
        let base = base.and_then(weeks_after);
        claim.assumptions.push(Assumption::OpenWeek(OpenWeek { week, base }));
    }
    Ok(claim)
}

fn has_open(said: &Assertion) -> bool {
    said.period.is_some_and(is_open)
        || said.predicate.base().is_some_and(is_open)
        || said.predicate.inner().is_some_and(has_open)
}

/// Of a month of an unknown year, and of a record since an open week, nothing is left.
fn can_be_open(said: &Assertion) -> bool {
    let whole = |period: Option<Period>| period.is_none_or(|period| !is_open(period) || period.days() == 7);
    let since = matches!(said.predicate, Predicate::Record(_) | Predicate::First(_));
    let told = said.predicate.base().is_some_and(is_open);
    whole(said.period)
        && whole(said.predicate.base())
        && !(since && told)
        && said.predicate.inner().is_none_or(can_be_open)
}

fn opened(said: &Assertion) -> Assertion {
    let mut copy = said.clone();
    let open = |period: &mut Option<Period>| {
        if period.is_some_and(is_open) {
            *period = None;
        }
    };
    open(&mut copy.period);
    match &mut copy.predicate {
        Predicate::Change(change) => open(&mut change.base),
        Predicate::Compare(compare) => open(&mut compare.base),
        Predicate::Rank(rank) => open(&mut rank.base),
        Predicate::Record(record) => open(&mut record.base),
        Predicate::First(first) => {
            open(&mut first.base);
            *first.of = opened(&first.of);
        }
        Predicate::Streak(streak) => *streak.of = opened(&streak.of),
        Predicate::Level(_) | Predicate::Share(_) | Predicate::Top(_) => {}
    }
    copy
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use recount_model::Period;

    use crate::en::clause::testing::world;
    use crate::{Format, Options, Reader};

    /// The weeks that each claim may be of, the first one first.
    fn weeks(text: &str, published: Option<Date>) -> Vec<Vec<Option<Period>>> {
        let world = world();
        let options = Options { published, reference: date(2026, 6, 28) };
        let reading = Reader::new(&world).read(text, Format::Markdown, &options);
        let all = reading.claims.iter().map(|claim| {
            let periods = std::iter::once(&claim.assertion).chain(&claim.readings);
            periods.map(|said| said.period).collect()
        });
        all.collect()
    }

    fn week(month: i8, day: i8) -> Option<Period> {
        Some(Period::week(date(2026, month, day)))
    }

    #[test]
    fn last_week_of_an_undated_text_is_not_the_week_it_names() {
        let named = "In the week of May 4, 2026, Alder processed 6 trillion tokens.";
        for open in [
            "Last week, Birch processed 3 trillion tokens.",
            "Birch processed 3 trillion tokens last week.",
            "This week, Birch processed 3 trillion tokens.",
            "In the latest week, Birch processed 3 trillion tokens.",
            "Over the past week, Birch processed 3 trillion tokens.",
            "Birch now processes 3 trillion tokens a week.",
            "Now, Birch processes 3 trillion tokens a week.",
        ] {
            let found = weeks(&format!("{named} {open}"), None);
            assert_eq!(found, [[week(5, 4)], [None]], "{open}");
        }
        let found = weeks(&format!("Last week, Birch processed 3 trillion tokens. {named}"), None);
        assert_eq!(found, [[None], [week(5, 4)]]);
        let month = "Last month, Birch processed 3 trillion tokens.";
        assert_eq!(weeks(&format!("{named} {month}"), None), [[week(5, 4)]]);
    }

    #[test]
    fn a_sentence_may_say_which_week_last_week_was() {
        for text in [
            "Last week (May 4 to 10, 2026), Alder processed 6 trillion tokens.",
            "Last week, in the week of May 4, 2026, Alder processed 6 trillion tokens.",
            "In the week of May 4, 2026, last week, Alder processed 6 trillion tokens.",
            "Alder processed 6 trillion tokens last week (May 4 to 10, 2026).",
            "In the week of May 11, 2026, Birch led Alder. The week before, Alder processed 6 trillion tokens.",
        ] {
            let found = weeks(text, None);
            assert_eq!(found.last().and_then(|weeks| weeks.first().copied()), Some(week(5, 4)), "{text}");
        }
    }

    #[test]
    fn the_past_seven_days_end_on_the_day_of_publication() {
        for text in [
            "In the past seven days, Alder processed 6 trillion tokens.",
            "Over the past week, Alder processed 6 trillion tokens.",
            "Alder processed 6 trillion tokens in the last 7 days.",
        ] {
            let sunday = weeks(text, Some(date(2026, 6, 28)));
            assert_eq!(sunday, [[week(6, 15), week(6, 21), week(6, 22)]], "{text}");
            assert_eq!(weeks(text, Some(date(2026, 6, 29))), [[week(6, 22)]], "{text}");
        }
        let last = "Alder processed 6 trillion tokens last week.";
        // On the last day of a week it may be the one that is nearly over.
        assert_eq!(weeks(last, Some(date(2026, 6, 28))), [[week(6, 15), week(6, 22)]]);
    }
}
