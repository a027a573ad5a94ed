//! "They had 4 and 3 trillion tokens, respectively": which of those who were named each figure is of.

use recount_model::Subject;

use super::lower::Result;
use super::{Discourse, Refusal};
use crate::en::clause::{Act, Said, Who};

impl Discourse<'_> {
    /// The one in that place among so many who were named last: in one sentence, or one by one in
    /// this paragraph, where it names nobody else.
    pub(super) fn one_of_those(&self, place: u32, of: u32) -> Result<Vec<Vec<Subject>>> {
        let unsure = || Refusal::unread("two lists whose parts belong together in order");
        let told = self.those_named(&Who::These { count: of, each: true }).ok();
        let list = told.or_else(|| self.so_many_here(of)).ok_or_else(unsure)?;
        let one = place.checked_sub(1).and_then(|place| list.get(place as usize)).ok_or_else(unsure)?;
        Ok(vec![one.clone()])
    }

    /// "X had 4 trillion tokens. Y had 3 trillion, Z 2. Together they …": of Y and Z, or of all three, who were told of in
    /// the same way?
    pub(super) fn one_more(&self, those: &[Vec<Subject>]) -> bool {
        let [.., first, second] = self.several.alike.as_slice() else { return false };
        let told = |one: &Subject| those.iter().any(|names| names.contains(one));
        first.0 == second.0 && !told(&first.1) && told(&second.1) && matches!(first.1, Subject::Entity(_))
    }

    /// Does the name of one of those stand in the sentence before?
    pub(super) fn are_around(&self, those: &[Vec<Subject>]) -> bool {
        let above = if self.around_all.is_empty() { self.around_above.as_slice() } else { &[] };
        those.iter().flatten().any(|one| self.around_before.contains(one) || above.contains(one))
    }

    /// Everybody whom this paragraph names, or the things without those to whom they belong, where they
    /// are so many.
    pub(super) fn so_many_here(&self, of: u32) -> Option<Vec<Vec<Subject>>> {
        let all = if self.around_all.is_empty() { &self.around_above } else { &self.around_all };
        let things: Vec<Subject> =
            all.iter().copied().filter(|one| matches!(one, Subject::Entity(_))).collect();
        let owns = |one: &Subject| things.iter().any(|thing| self.is_member(*thing, &[*one]));
        let others = all.iter().filter(|one| !things.contains(one));
        let alike = things.is_empty() || others.clone().all(owns);
        let list = if things.is_empty() { all } else { &things };
        let kind = |pair: &[Subject]| match pair {
            [Subject::Group(one), Subject::Group(other)] => self.are_alike(*one, *other),
            _ => true,
        };
        let fits = alike && list.len() == of as usize && list.windows(2).all(kind);
        fits.then(|| list.iter().map(|one| vec![*one]).collect())
    }
}

impl Discourse<'_> {
    /// "X had 4.2 trillion tokens, Y 3.1. Together that is 7.3", "that is 26 % of all": of both; of which of
    /// them, is not said. `None` where one figure was told.
    pub(super) fn whose_figures(&self, said: &Said) -> Option<Result<Vec<Vec<Subject>>>> {
        // "Between them they processed 4 trillion", behind words on two that no rule read.
        let nobody = self.subject.is_empty() && self.before.is_empty();
        if said.who.who == Who::Carried && said.who.together && nobody {
            let those = self.so_many_here(2).filter(|those| self.are_around(those));
            return Some(those.ok_or_else(|| Refusal::unread("who they are, is not said")));
        }
        let adds = matches!(said.act, Act::Level { .. } | Act::Share { .. } | Act::Change { .. });
        if said.who.who != Who::Figure || !adds || !self.levels[0].is_empty() {
            return None;
        }
        // "X's 5.3 and Y's 2.3 trillion added up to 7.6 trillion. That was 10 %": of the sum that no rule read.
        if self.unread_before && said.who.who == Who::Figure && matches!(said.act, Act::Share { .. }) {
            return Some(Err(Refusal::unread("which figure is meant, is not said")));
        }
        let told = &self.levels[1];
        let last = told.last()?;
        let alike = told.iter().all(|one| one.period == last.period && one.metric == last.metric);
        let mut owners: Vec<Subject> = Vec::new();
        for one in told.iter().filter(|one| one.value.is_some()) {
            let &[owner] = one.of.as_slice() else { return None };
            if !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        let things = owners.iter().all(|one| matches!(one, Subject::Entity(_)));
        match (owners.len() > 1, said.who.together) {
            (true, true) if alike && things => Some(Ok(owners.iter().map(|one| vec![*one]).collect())),
            (true, true) => Some(Err(Refusal::unread("who they are, is not said"))),
            (true, false) if matches!(said.act, Act::Share { .. }) => {
                Some(Err(Refusal::unread("which figure is meant, is not said")))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn each_figure_is_of_one_of_those() {
        let said = ["Alder was 4.2 trillion tokens", "Birch was 3.1 trillion tokens"];
        let behind = "They processed 4.2 and 3.1 trillion tokens last week, respectively.";
        for lead in [
            "Alder and Birch had a quiet week.",
            "Alder had a quiet week. Birch had a better week.",
            "Last week Alder and Birch ranked first and second by call volume.",
        ] {
            let read = article(&format!("{lead} {behind}"));
            assert!(read.ends_with(&said.map(str::to_owned)), "{lead}: {read:?}");
        }
        for lead in [
            "Alder, Birch and Cedar had a quiet week.",
            "Alder had a quiet week. The south did not.",
            "Alder had a quiet week.",
        ] {
            let read = article(&format!("{lead} {behind}"));
            assert_eq!(read.last().map(String::as_str), Some("?"), "{lead}: {read:?}");
        }
    }
}
