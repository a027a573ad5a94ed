//! Weeks that were named where nothing was read: `The figures for June 1 to 7 are out.`, a caption, a
//! sentence that no rule reads. What follows without a week of its own may speak of them.

use recount_model::time::days_between;

use super::{Discourse, Hint, Placed};
use crate::en::clause::{Act, Anchor, Said};
use crate::en::phrase::time::{Role, Time, is_open};

/// So many of them are kept, the last ones.
const KEPT: usize = 2;

impl Discourse<'_> {
    /// Keeps the week of a sentence that says nothing; true where naming it is all that the sentence does.
    pub(super) fn stray(&mut self, hint: &Hint, text: &str, figures: bool) -> bool {
        let Some(time) = hint.time.as_ref().filter(|time| names_a_week(time)) else { return false };
        let spoken = self.carried().period;
        let Some(found) = time.when.resolve(&self.context(None, spoken)) else { return false };
        let past = self.setting.published.is_none_or(|day| found.period.start <= day);
        // "Released at the beginning of April. It led that week": which one, is not said.
        self.vague = found.period.days() != 7;
        if found.period.days() != 7 || !past || is_open(found.period) {
            return false;
        }
        self.strays.retain(|week| *week != found.period);
        if self.strays.len() == KEPT {
            self.strays.remove(0);
        }
        self.strays.push(found.period);
        const SHORT: usize = 12;
        !figures && !hint.foreign && text.split_whitespace().count() <= SHORT
    }

    /// The same for what is told without a week, or from the one that is spoken of ("that week", "a week
    /// earlier"): as far from each stray one.
    pub(super) fn or_stray(&self, mut placed: Placed, named: bool) -> Placed {
        let Some(period) = placed.period.filter(|_| !self.strays.is_empty()) else { return placed };
        if named && placed.week || period.days() != 7 {
            return placed;
        }
        let weeks = match self.carried().period.filter(|_| named) {
            Some(spoken) if spoken.days() == 7 => days_between(spoken.start, period.start) / 7,
            _ => 0,
        };
        for stray in &self.strays {
            let week = stray.weeks_later(weeks);
            if week != period && !placed.others.contains(&week) {
                placed.others.push(week);
            }
        }
        // "The week of June 1 was wild, with X at 3 trillion. Y led that week": in the one that was named last.
        if let Some(last) = self.strays.last().filter(|last| named && weeks == 0 && **last != period) {
            placed.others.retain(|other| other != last);
            placed.others.insert(0, period);
            placed.period = Some(*last);
        }
        placed
    }

    /// "It had been third": before what is told now, most likely in the week before.
    pub(super) fn had_been(&self, said: &Said, mut placed: Placed, named: bool) -> Placed {
        if named && !(said.adjuncts.late && said.adjuncts.earlier) || self.fronting {
            return placed;
        }
        let state = matches!(said.act, Act::Rank { .. } | Act::Level { .. } | Act::Share { .. });
        let plain = (said.adjuncts.times.is_empty() || said.adjuncts.late)
            && said.adjuncts.weeks.is_none()
            && said.adjuncts.first.is_none()
            && said.anchor == Anchor::Clause;
        let Some(week) = placed.period.filter(|week| {
            state && plain && !self.now.dated && said.adjuncts.earlier && !said.negated && week.days() == 7
        }) else {
            return placed;
        };
        let back = [week.weeks_later(-1), week, week.weeks_later(-2), week.weeks_later(-3)];
        placed.period = Some(back[0]);
        placed.others.extend(back.into_iter().skip(1));
        placed.others.dedup();
        placed
    }
}

/// A week that the words name by themselves: not "last week", not "a week earlier".
pub(super) fn names_a_week(time: &Time) -> bool {
    matches!(time.role, Role::At | Role::AsOf) && !time.when.is_deictic() && !time.when.is_later()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use recount_model::Period;

    use crate::en::clause::testing::world;
    use crate::{Format, Options, Reader};

    /// The weeks of the readings of each claim, by their first days.
    fn all(text: &str) -> Vec<Vec<String>> {
        let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
        let reading = Reader::new(&world()).read(text, Format::Markdown, &options);
        let start = |period: Option<Period>| {
            period.map_or_else(|| "open".to_owned(), |period| period.start.to_string())
        };
        reading
            .claims
            .iter()
            .map(|claim| {
                std::iter::once(&claim.assertion)
                    .chain(&claim.readings)
                    .map(|one| start(one.period))
                    .collect()
            })
            .collect()
    }

    fn weeks(text: &str) -> Vec<String> {
        all(text).pop().expect("a claim")
    }

    #[test]
    fn what_two_had_had_is_of_the_week_in_front() {
        let read = crate::en::clause::testing::article(
            "Alder led Birch last week. A week earlier, Alder had had 4 trillion tokens and Birch had had 3 trillion.",
        );
        let then = "In the week of 15 June 2026, ";
        let both =
            [format!("{then}Alder was 4 trillion tokens"), format!("{then}Birch was 3 trillion tokens")];
        assert!(read.ends_with(&both), "{read:?}");
    }

    #[test]
    fn a_week_that_was_only_named_may_be_meant() {
        for (before, first) in [
            ("The figures for June 1 to 7 are out.", true),
            ("Then came the week of June 1.", true),
            (
                "The office that publishes the chart revised it for the week of June 1, as it does each spring.",
                false,
            ),
            ("*Figures: June 1-7, 2026*\n\n", true),
        ] {
            let found = weeks(&format!("# Notes\n\n{before} Alder had 4.2 trillion tokens."));
            assert!(found.iter().any(|week| week == "2026-06-01"), "{before} {found:?}");
            assert_eq!(found[0] == "2026-06-01", first, "{before} {found:?}");
        }
    }

    #[test]
    fn that_week_is_the_one_that_was_named_last() {
        let text = "# Notes\n\nWhat a week it was, from June 1 to 7! Birch was first that week.";
        assert_eq!(weeks(text)[0], "2026-06-01");
    }

    #[test]
    fn what_had_been_was_before() {
        let found = weeks("# Notes\n\nAlder was eighth last week. It had been third.");
        assert_eq!(found[0], "2026-06-15");
    }

    #[test]
    fn a_run_that_is_over_may_have_ended_at_any_time() {
        let open = |text: &str| all(text).iter().flatten().any(|week| week == "open");
        assert!(open("# Notes\n\nAlder led for five weeks."));
        assert!(open("# Notes\n\nAlder, which led for five weeks running, had 3 trillion tokens."));
        assert!(!open("# Notes\n\nAlder led Birch for five consecutive weeks."));
        assert!(!open("# Notes\n\nAlder has led for five weeks."));
    }
}
