//! What is held across two weeks, what is part of itself, and what one noun says of several: not every such sentence is
//! a statement that can be told.

use super::*;

impl Discourse<'_> {
    /// "X processed 4 trillion tokens in the week of May 18, more than Y had in the week of April 27": of two weeks, and
    /// what is held against each other is of one.
    pub(super) fn refuse_across(&self, said: &Said, text: &str, placed: &Placed) -> Result<()> {
        let compares = matches!(said.act, Act::Compare { event: false, .. });
        if !compares && !matches!(said.act, Act::Level { .. }) || !self.seen.any(Seen::THAN) {
            return Ok(());
        }
        let told = self.levels[0].last().map(|told| told.period).filter(|_| compares);
        let week = |period: &Period| period.days() == 7;
        let apart = |one: Option<Period>| {
            one.filter(week).zip(placed.period.filter(week)).is_some_and(|(one, other)| one != other)
        };
        let own = !Self::own_times(said).is_empty() && said.anchor == Anchor::Clause && placed.week;
        let than = || has_word(text, &["than"]) && has_word(text, &["more", "fewer", "less"]);
        match own && (apart(self.front_week) || apart(told)) && than() {
            true => Err(Refusal::unread("figures of two weeks are held against each other")),
            false => Ok(()),
        }
    }

    /// "Canada's count is down four to 244, with oil rigs down five to 158": what is a kind by its name is that of the one
    /// spoken of, whose kinds nobody counts here.
    pub(super) fn refuse_kind_of_another(
        &self,
        said: &Said,
        text: &str,
        metric: MetricId,
        subjects: &[Vec<Subject>],
    ) -> Result<()> {
        let vocabulary = self.setting.vocabulary;
        let [names] = subjects else { return Ok(()) };
        let (Some(Subject::Entity(kind)), Some(first @ Subject::Entity(whole))) =
            (names.first(), self.around.first())
        else {
            return Ok(());
        };
        let small = |name: &String| name.chars().next().is_some_and(char::is_lowercase);
        let front = text.get(..said.span.start).unwrap_or("");
        let with = || front.contains(", ") && !front.contains(';');
        let other = names.first() != Some(first) && vocabulary.metric(metric).of != Some(*first);
        let apart = other
            && vocabulary.entity(*kind).names.iter().all(small)
            && vocabulary.entity(*whole).names.iter().all(|name| !small(name));
        match apart && matches!(said.who.who, Who::Named(_)) && with() {
            true => Err(Refusal::unread("a kind of another one than is counted")),
            false => Ok(()),
        }
    }

    /// "The nine largest processed 28 trillion tokens, 57 % of the total": nothing is a part of itself, and what is
    /// charted of all is no share that can be told.
    pub(super) fn refuse_part_of_itself(&self, said: &Said, first: &Assertion) -> Result<()> {
        let Predicate::Share(share) = &first.predicate else { return Ok(()) };
        let all = |subjects: &Subjects| matches!(subjects.as_slice(), [Subject::Group(group)] if self.setting.vocabulary.group(*group).is_total());
        let charted = first.scope.is_some() && share.top.is_none();
        // "Among charted models, all models had half of all tokens" says so of whom it names, however odd.
        let named = matches!(said.who.who, Who::Named(_));
        // "Total usage had a 51 % market share": of another market.
        let unnamed = matches!(&said.act, Act::Share { whole: None, .. });
        match (charted && !named || unnamed) && all(&first.subject) && all(&first.object) {
            true => Err(Refusal::unread("a part of its own figure")),
            false => Ok(()),
        }
    }

    /// "The two lost 20 %": each, or both together; "the pair" is one thing.
    pub(super) fn of_the_pair(&self, said: &Said, text: &str) -> bool {
        let those = matches!(said.who.who, Who::These { each: false, .. });
        let change = matches!(&said.act, Act::Change { value } if !value.is_direction());
        those && change && has_word(said.who.span.of(text), &["pair", "duo", "trio"])
    }

    /// "The two lost 20 %": their sum, where it is no noun of one thing.
    pub(super) fn or_their_sum(
        &self,
        said: &Said,
        subjects: &[Vec<Subject>],
        metric: MetricId,
        placed: &Placed,
    ) -> Option<Assertion> {
        let those = matches!(said.who.who, Who::These { each: false, .. }) && subjects.len() > 1;
        let change = matches!(&said.act, Act::Change { value } if !value.is_direction());
        let sum: Subjects = subjects.iter().filter_map(|names| names.first().copied()).collect();
        (those && change).then(|| self.assertion(said, &sum, metric, placed).ok()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn of_two_weeks() {
        let text = "In the week of June 22, Alder processed 4 trillion tokens, more than Birch had in the week of June 8.";
        assert_eq!(article(text), ["?", "?"]);
    }

    #[test]
    fn the_pair_is_one_thing() {
        let both = "Alder and Birch processed 7 trillion tokens together last week.";
        assert_eq!(
            article(&format!("{both} The pair lost 8%.")).last().map(String::as_str),
            Some("Alder and Birch together fell by 8 percent")
        );
    }
}
