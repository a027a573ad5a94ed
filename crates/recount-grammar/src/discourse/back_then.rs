//! "Back then", "at the time": the earlier time that was told last.

use recount_model::Period;

use super::{Discourse, Placed};
use crate::en::clause::{Item, Said};

impl Discourse<'_> {
    /// When "back then" was: at the time that is spoken of, where that is over, or else at the earlier one
    /// that was told beside it.
    pub(super) fn place_then(&self) -> Option<Placed> {
        let reported = self.reported(None).and_then(|placed| placed.period);
        let now = self.setting.week.into_iter().chain(reported).max_by_key(|week| week.start)?;
        let over = |period: &Period| period.end < now.start;
        let spoken = self.current_behind(self.fronted.as_ref()).or_else(|| self.carried().period);
        let told = spoken.filter(over).or(self.aside.filter(over))?;
        let others = self.aside.filter(|other| *other != told && over(other)).into_iter().collect();
        // Which week that is, is told: no week in words that nobody read is meant.
        let week = told.days() == 7;
        Some(Placed { relative: Some(told) != spoken, week, others, ..Placed::at(Some(told)) })
    }

    /// "X processed 4 trillion tokens last week, after 5 trillion in the week of June 8": the week that is
    /// told only beside the one of which the sentence speaks.
    pub(super) fn earlier_week(&self, items: &[Item]) -> Option<Period> {
        let spoken = self.paragraph?;
        let beside = |item: &Item| match item {
            Item::Said(said) if said.adjuncts.local => self.own_week(said),
            _ => None,
        };
        items.iter().filter_map(beside).rfind(|week| week.start < spoken.start)
    }

    /// The week that a statement names by itself.
    fn own_week(&self, said: &Said) -> Option<Period> {
        let named = Self::own_times(said).into_iter().filter(|time| time.when.is_dated_week());
        let mut weeks = named.filter_map(|time| self.place_one(&time, None)?.period);
        weeks.by_ref().find(|week| week.days() == 7)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn it_goes_back_to_the_earlier_time() {
        let second = "In the week of 8 June 2026, Alder ranked number 2 by call volume";
        for text in [
            "Alder processed 4 trillion tokens last week, after 5 trillion in the week of June 8. Back then it was second.",
            "In the week of June 8, Alder processed 5 trillion tokens. At the time, it was second.",
            "Two weeks earlier, Alder had processed 5 trillion tokens. It was second back then.",
        ] {
            let read = article(&format!("Token watch: the week of June 22.\n\n{text}"));
            assert_eq!(read.last().map(String::as_str), Some(second), "{text}");
        }
        let first = article(
            "Alder processed 4 trillion tokens last week, after 5 trillion in the week of June 8. Back then it was second, and in the week before that, it was first.",
        );
        let week = "In the week of 1 June 2026, Alder ranked number 1 by call volume";
        assert_eq!(first.last().map(String::as_str), Some(week));
    }

    #[test]
    fn no_earlier_time_was_told() {
        for text in [
            "Alder processed 4 trillion tokens last week. Back then it was second.",
            "Alder processed 4 trillion tokens last week. At the time of writing it was second.",
            "Alder processed 4 trillion tokens last week. Back then it was second, and in the week before that, it was first.",
        ] {
            let read = article(text);
            assert!(!read.iter().any(|claim| claim.contains("ranked")), "{text}: {read:?}");
        }
    }
}
