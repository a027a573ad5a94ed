//! "Has led every week since May", "has been first ever since", "has not led since May": so
//! many weeks running, counted from then.

use super::*;

/// Is it told of each week since a time: in so many words, or of a place or an order that
/// has held since? What has come about since is told of no week between.
pub(super) fn holds_since(said: &Said) -> bool {
    let state = match &said.act {
        Act::Rank { movement: None | Some(Movement::Kept), .. } | Act::Top { .. } => true,
        Act::Compare { value, event, .. } => value.is_direction() && !event,
        _ => false,
    };
    let since = said.adjuncts.times.iter().any(|time| time.role == Role::Since);
    let up_to_now = (said.adjuncts.perfect || said.adjuncts.earlier) && !said.no_longer;
    let plain = said.adjuncts.weeks.is_none() && said.adjuncts.first.is_none();
    said.adjuncts.every_week || state && since && up_to_now && plain
}

/// "In the week of June 1 it was 39 %. It has risen every week since": from the next one on.
fn is_told_then(said: &Said, words: &str) -> bool {
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).rev();
    let last = words.next();
    let since = last == Some("since") || last == Some("then") && words.next() == Some("since");
    since && matches!(said.act, Act::Change { .. })
}

impl Discourse<'_> {
    /// The same with the number of weeks; `None` where nothing of the kind is said.
    pub(super) fn every_week(
        &self,
        said: &Said,
        words: &str,
        metric: MetricId,
        placed: &mut Placed,
    ) -> Result<Option<Said>> {
        if !holds_since(said) {
            return Ok(None);
        }
        if has_word(words, NOT_ALWAYS) {
            return Err(Refusal::unread("in how many of the weeks, is not said"));
        }
        let unknown = || Refusal::unread("since when, is not said");
        let negated = said.negated && said.adjuncts.every_week;
        if said.adjuncts.weeks.is_some() || said.adjuncts.first.is_some() || negated {
            return Err(unknown());
        }
        // "It had led every week since May": up to the week before.
        if said.adjuncts.earlier {
            placed.others = placed.period.into_iter().collect();
            placed.period = placed.period.map(super::super::when::before);
        }
        let last = placed.period.filter(|week| week.days() == 7).ok_or_else(unknown)?;
        let mut said = said.clone();
        let since = said.adjuncts.times.iter().find(|time| time.role == Role::Since).cloned();
        let since = since.ok_or_else(unknown)?;
        let found =
            since.when.resolve(&self.context(Some(metric), placed.period)).ok_or_else(unknown)?.period;
        // Weeks that began by then are of before: "since May 20" is told from the next
        // one on, "since early May" from the week behind it.
        let week = Period::week_of(found.start, self.week_starts(Some(metric)));
        let whole = found.start == week.start && found.days() <= 7;
        // "It has not led since the week of May 4": it did then.
        let first = if whole && !said.negated && is_told_then(&said, words) {
            week.weeks_later(1)
        } else if whole && !said.negated {
            week
        } else {
            Period::week_of(found.end, self.week_starts(Some(metric))).weeks_later(1)
        };
        let count = (0u32..).take(MOST).find(|count| first.weeks_later(i64::from(*count)) == last);
        let count = count.ok_or_else(unknown)? + 1;
        let weeks = match whole && !said.negated {
            true => Weeks::Exactly(count),
            false => Weeks::Range { low: count, high: None },
        };
        if count < 2 {
            return Err(unknown());
        }
        said.adjuncts.times.retain(|time| time.role != Role::Since);
        said.adjuncts.weeks = Some(WeeksRunning {
            weeks,
            ordinal: false,
            cumulative: false,
            consecutive: true,
            in_all: false,
            unit: TimeUnit::Week,
        });
        Ok(Some(said))
    }
}

/// Words by which something held in most of the weeks, or in some.
const NOT_ALWAYS: &[&str] = &[
    "mostly", "largely", "often", "frequently", "repeatedly", "sometimes", "occasionally", "generally",
    "usually", "typically", "mainly", "nearly", "almost", "periodically", "twice",
];

/// For how many weeks it is looked.
const MOST: usize = 520;

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_read};

    #[test]
    fn so_many_weeks_running() {
        assert_read(&[
            (
                "Alder has led the list every week since June 1.",
                &["Alder ranked number 1 by call volume for 4 consecutive weeks"],
            ),
            (
                "Alder has been ahead of Birch in every week since the week of June 8.",
                &["Alder was above that of Birch for 3 consecutive weeks"],
            ),
            ("Alder has grown every single week since June 1.", &["Alder rose for 4 consecutive weeks"]),
        ]);
    }

    #[test]
    fn up_to_the_week_before() {
        let text = "Birch overtook Alder last week. Alder had led the list every week since June 1.";
        let said =
            "In the week of 15 June 2026, Alder ranked number 1 by call volume for 3 consecutive weeks";
        assert_eq!(article(text).last().map(String::as_str), Some(said));
    }

    #[test]
    fn since_when_is_not_said() {
        assert_read(&[
            ("Alder has not led every week since June 1.", &["?"]),
            ("Alder has mostly led Birch since June 1.", &["?"]),
            ("Alder has led Birch almost every week since June 1.", &["?"]),
            ("Alder has led every week since June 22.", &["?"]),
        ]);
    }
}
