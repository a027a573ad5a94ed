//! "It had never processed so much": before what was told of it just now, so for the first time
//! now.

use super::{Act, Discourse, MetricId, Placed, Refusal, Result, Said, Subject, has_word};
use crate::en::phrase::first::FirstTime;
use crate::en::phrase::place::Place;

impl Discourse<'_> {
    /// The same as a first time, where what had never been so is so in the week that is told.
    ///
    /// # Errors
    /// Where that is not known: what had never been so says nothing of this week.
    pub(super) fn never_until_now(
        &self,
        said: &Said,
        words: &str,
        subjects: &[Vec<Subject>],
        metric: MetricId,
        placed: &Placed,
    ) -> Result<Option<Said>> {
        let before = said.negated && said.adjuncts.earlier && said.adjuncts.first.is_none();
        if let Some(short) = super::denied::not_yet(said, words).filter(|_| !before) {
            return Ok(Some(short));
        }
        if !before || !has_word(words, &["never"]) || said.adjuncts.weeks.is_some() {
            return Ok(None);
        }
        let Some(period) = placed.period.filter(|_| !placed.relative) else { return Ok(None) };
        let [one] = subjects else { return Err(never()) };
        let who = one.first().copied();
        let now = match &said.act {
            Act::Level { value, .. } => {
                let mut told = self.levels.iter().flatten().filter(|told| {
                    told.metric == metric && told.period == period && told.of.as_slice() == who.as_slice()
                });
                told.any(|told| told.value.as_ref().is_some_and(|told| told.is_within(&value.written())))
            }
            Act::Rank { place: Place::At(place), among: None, .. } => {
                self.told_place(who, metric, period) == Some(*place)
            }
            Act::Rank { place: Place::Top(last), among: None, .. } => {
                self.told_place(who, metric, period).is_some_and(|told| told <= *last)
            }
            _ => false,
        };
        let mut said = said.clone();
        said.negated = false;
        said.adjuncts.first = Some(FirstTime { weeks: None, since: None });
        if now { Ok(Some(said)) } else { Err(never()) }
    }
}

fn never() -> Refusal {
    Refusal::unread("what had never been so says nothing of this week")
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn what_had_never_been_so() {
        for (lead, behind, said) in [
            (
                "Alder processed 4.19 trillion tokens last week.",
                "It had never before processed more than 4 trillion.",
                "Alder was more than 4 trillion tokens for the first time",
            ),
            (
                "Alder ranked third by call volume last week.",
                "It had never been third.",
                "Alder ranked number 3 by call volume for the first time",
            ),
        ] {
            let read = article(&format!("{lead} {behind}"));
            assert_eq!(read.last().map(String::as_str), Some(said), "{behind}");
        }
        for text in [
            "Alder processed 3.9 trillion tokens last week. It had never processed more than 4 trillion.",
            "Alder rose 8% last week. It had never been first.",
        ] {
            assert_eq!(article(text).last().map(String::as_str), Some("?"), "{text}");
        }
    }
}
