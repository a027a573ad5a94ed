//! "Since then": from the week that was spoken of to the latest one.

use super::*;
use crate::en::phrase::time::{Day, YearRef};

impl Discourse<'_> {
    /// "It has doubled since", "since then it has fallen by a third": the same
    /// with both ends named; `None` where nothing of the kind is said.
    pub(super) fn since_then(&self, said: &Said) -> Result<Option<Said>> {
        let then = |time: &Time| time.role == Role::Since && time.when == When::Same;
        if !said.adjuncts.times.iter().any(then) {
            return Ok(None);
        }
        let unknown = || Refusal::unread("since when, is not said");
        let base = self.carried().period.filter(|base| base.days() == 7).ok_or_else(unknown)?;
        let latest = || {
            let published = self.setting.published?;
            Some(Period::week_of(published, self.week_starts(None)).weeks_later(-1))
        };
        let later = |week: &Period| base < *week;
        let week = self.setting.week.filter(later).or_else(|| latest().filter(later)).ok_or_else(unknown)?;
        let mut said = said.clone();
        let times = said.adjuncts.times.iter_mut();
        times.filter(|time| then(time)).for_each(|time| time.when = days(base));
        // "It took the lead then and has held it for five weeks since": they say how long.
        if said.adjuncts.weeks.is_some() {
            said.adjuncts.times.retain(|time| time.role != Role::Since);
        }
        if Self::own_times(&said).is_empty() {
            said.adjuncts.times.push(Time { role: Role::At, when: days(week) });
        }
        said.adjuncts.local = true;
        Ok(Some(said))
    }
}

/// A period with both its ends.
fn days(period: Period) -> When {
    let day = |date: jiff::civil::Date| Day {
        year: YearRef::Given(date.year()),
        month: Some(date.month()),
        day: date.day(),
        weekday: None,
    };
    When::Days { from: day(period.start), to: day(period.end) }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_read};

    #[test]
    fn from_the_week_that_was_spoken_of_to_the_latest() {
        let lead = "In the week of June 1, Alder processed 4 trillion tokens.";
        for behind in ["It has doubled since.", "Since then, it has doubled.", "It has doubled since then."] {
            assert_eq!(
                article(&format!("{lead} {behind}")),
                [
                    "In the week of 1 June 2026, Alder was 4 trillion tokens",
                    "Alder was twice what it was in the week of 1 June 2026"
                ],
                "{behind}"
            );
        }
    }

    #[test]
    fn since_when_is_not_said() {
        assert_read(&[("Alder has doubled since.", &["?"]), ("Since then Alder has doubled.", &["?"])]);
    }
}
