//! "Norvane's model", "the northern model": which member of a group is meant.

use super::{Act, Discourse, Refusal, Result, Said, Subject, Who};

/// Why it is not read.
pub(super) const UNKNOWN: &str = "which member of the group is meant, is not said";

impl Discourse<'_> {
    /// The same with the names of those whom it calls a member of a group; `None`
    /// where it calls nobody so.
    pub(super) fn singled(&mut self, said: &Said) -> Result<Option<Said>> {
        let is_member = |who: &Who| matches!(who, Who::Member { .. });
        let object = matches!(&said.act, Act::Compare { object, .. } if is_member(&object.who));
        if !is_member(&said.who.who) && !object {
            return Ok(None);
        }
        let mut said = said.clone();
        let found = self.name_member(&mut said.who.who, None).and_then(|()| match &mut said.act {
            Act::Compare { object, .. } => {
                let subject = match &said.who.who {
                    Who::Named(names) => names.first().and_then(|names| names.first()).copied(),
                    _ => self.subject.first().and_then(|names| names.first()).copied(),
                };
                self.name_member(&mut object.who, subject)
            }
            _ => Ok(()),
        });
        if found.is_err() {
            self.lose(true);
        }
        found.map(|()| Some(said))
    }

    /// Puts the name in the place of "the northern model"; it is not `other`.
    fn name_member(&self, who: &mut Who, other: Option<Subject>) -> Result<()> {
        let Who::Member { group, known } = &*who else { return Ok(()) };
        let one = self.only_member(group).filter(|one| *known && !self.lost && Some(*one) != other);
        *who = Who::Named(vec![vec![one.ok_or_else(|| Refusal::unread(UNKNOWN))?]]);
        Ok(())
    }

    /// Does it belong to the group?
    pub(in crate::discourse) fn is_member(&self, one: Subject, group: &[Subject]) -> bool {
        let vocabulary = self.setting.vocabulary;
        let [Subject::Group(group)] = group else { return false };
        let members = &vocabulary.group(*group).members;
        match one {
            Subject::Entity(id) => {
                vocabulary.entity(id).series.iter().any(|series| members.binary_search(series).is_ok())
            }
            Subject::Series(series) => members.binary_search(&series).is_ok(),
            Subject::Group(_) => false,
        }
    }

    /// Is it a group that is all in another one, as a maker's models are in those of its country?
    pub(in crate::discourse) fn is_part(&self, one: Subject, group: Subject) -> bool {
        let (Subject::Group(one), Subject::Group(group)) = (one, group) else {
            return false;
        };
        let members = |of: recount_model::GroupId| &self.setting.vocabulary.group(of).members;
        let (inner, outer) = (members(one), members(group));
        one != group
            && !inner.is_empty()
            && inner.len() < outer.len()
            && inner.iter().all(|series| outer.binary_search(series).is_ok())
    }

    /// The only one of the group who was named in this sentence or the one before.
    fn only_member(&self, group: &[Subject]) -> Option<Subject> {
        let belongs = |one: &Subject| self.is_member(*one, group);
        let spoken = self.mentioned.iter().chain(&self.mentioned_before).filter_map(|names| names.first());
        let mut near =
            self.around.iter().chain(&self.around_before).chain(spoken).copied().filter(|one| belongs(one));
        let Some(first) = near.next() else { return self.only_one_of_all(group) };
        near.all(|one| one == first).then_some(first)
    }

    /// The only one of the group of whom the article speaks, in its headline, its lead or since.
    fn only_one_of_all(&self, group: &[Subject]) -> Option<Subject> {
        let all = self.setting.topics.iter().chain(&self.named).copied();
        let mut all = all.filter(|one| self.is_member(*one, group));
        let first = all.next()?;
        all.all(|one| one == first).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Subject;
    use crate::en::clause::testing::{article, claims, world};
    use crate::{Format, Options, Reader};

    #[test]
    fn the_member_that_was_named_is_meant() {
        let text = "Alder processed 3.1 trillion tokens last week. The northern model slipped to eighth.";
        assert_eq!(
            article(text)[1..],
            ["Alder dropped to number 8 by call volume compared with the week of 15 June 2026"],
            "{text}"
        );
        let several = "Birch fell behind Cedar last week. The southern model processed 3.1 trillion tokens.";
        assert_eq!(article(several).last().map(String::as_str), Some("?"), "{several}");
        assert_eq!(claims("The northern model processed 3.1 trillion tokens last week."), ["?"]);
        let headline =
            "# Alder falls behind Birch\n\nThe northern model processed 3.1 trillion tokens last week.";
        assert_eq!(article(headline).last().map(String::as_str), Some("Alder was 3.1 trillion tokens"));
    }

    #[test]
    fn members_and_their_usage_are_the_group() {
        for sentence in ["Northern models rose 8% last week.", "Northern model usage rose 8% last week."] {
            assert_eq!(claims(sentence), ["the north rose by 8 percent"], "{sentence}");
        }
    }

    #[test]
    fn volume_alone_may_be_that_of_everything() {
        let world = world();
        let total = world.total().map(Subject::Group).expect("the world has a total");
        let all = |text: &str| {
            let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
            let reading = Reader::new(&world).read(text, Format::Markdown, &options);
            let last = reading.claims.last().expect("a claim");
            last.readings.iter().any(|other| other.subject.as_slice() == [total])
        };
        assert!(all("Alder processed 3.1 trillion tokens last week. Volume rose 8%."));
        assert!(all("Alder processed 3.1 trillion tokens last week. Volume rose for a third straight week."));
        assert!(!all("Alder processed 3.1 trillion tokens last week. Its volume rose 8%."));
    }
}
