//! Lists of their own: where an article ranks films among films, "second place" of a
//! film may be that of their list.

use recount_model::{Assertion, Claim, MetricId, Predicate, Subject, Subjects, Vocabulary};

use super::Discourse;
use super::lower::Result;
use crate::en::clause::{Act, Np, Said, Who};
use crate::en::phrase::place::Place;

impl Discourse<'_> {
    /// The list that this paragraph speaks of, where the one who is ranked is on it.
    pub(super) fn carried_list(&self, said: &Said) -> Option<Subject> {
        let (list, first) = self.list.filter(|_| !said.adjuncts.local)?;
        // "X was the highest-ranked southern model, in fifth place": of everything.
        let top = matches!(said.act, Act::Rank { place: Place::At(1) | Place::Top(_), .. });
        let leads =
            !top && first.is_some_and(|first| self.subjects(&said.who).is_ok_and(|who| who == [[first]]));
        (self.is_listed(said, list) && !leads).then_some(list)
    }

    /// Keeps the list that the last place was one of: whoever follows there is on it too.
    pub(super) fn keep_list_of_rank(&mut self, said: &Said, claims: &[Claim]) {
        if !matches!(said.act, Act::Rank { .. } | Act::Compare { .. }) {
            return;
        }
        let Some(claim) = claims.first() else { return };
        let first = claim.assertion.subject.first().copied();
        self.rank_list = match (&claim.assertion.predicate, claim.assertion.object.as_slice()) {
            (Predicate::Rank(_), [list]) => Some(*list),
            _ => None,
        };
        // "X topped the TV series": the places behind it are those of the list.
        if let (Act::Compare { .. }, Some(list)) = (&said.act, self.rank_list) {
            self.list = Some((list, first));
        }
    }

    /// The list of the place that was told last, where this one is on it.
    pub(super) fn list_of_last(&self, said: &Said) -> Option<Subject> {
        self.rank_list.filter(|list| self.is_listed(said, *list))
    }

    /// Keeps the list that places were told of, for the rest of the paragraph.
    pub(super) fn keep_list(&mut self, said: &Said) {
        // "The highest-ranked southern model was X, in fifth place": of everything.
        if said.adjuncts.local {
            return;
        }
        let Act::Rank { among: Some(Np { who: Who::Named(names), .. }), .. } = &said.act else { return };
        if let [names] = names.as_slice()
            && let [list @ Subject::Group(group)] = names.as_slice()
        {
            let total = self.setting.vocabulary.group(*group).is_total();
            let leads = matches!(said.act, Act::Rank { place: Place::At(1), .. }) && !said.negated;
            let subjects: Result<_> = self.subjects(&said.who);
            let first = subjects.ok().and_then(|who| who.first().and_then(|names| names.first()).copied());
            self.list = Some((*list, first.filter(|_| leads))).filter(|_| !total);
        }
    }

    /// The same place on each list of the article that the one who is ranked is on.
    pub(super) fn on_lists(&self, said: &Said, metric: MetricId, first: &Assertion) -> Vec<Assertion> {
        let place = matches!(said.act, Act::Rank { among: None, place: Place::At(_) | Place::Top(_), .. });
        // Positions are those of the chart that gives them.
        // "Among the southern ones, X overtook Y and is now sixth": of them, or of all.
        let before = match &said.act {
            Act::Rank { among: Some(np), place: Place::At(_) | Place::Top(_), .. } => {
                np.span.end <= said.span.start
            }
            _ => false,
        };
        if before && !first.object.is_empty() {
            return vec![Assertion { object: Subjects::new(), ..first.clone() }];
        }
        if !place || self.setting.vocabulary.metric(metric).is_place() {
            return Vec::new();
        }
        let near = self.singled_here.iter().chain(&self.singled_before);
        let lists = self.setting.lists.iter().chain(near).copied().map(|list| Subjects::from_slice(&[list]));
        let overall = (!first.object.is_empty()).then(Subjects::new);
        let on = |list: &Subjects| list.iter().all(|list| self.is_listed(said, *list));
        lists.filter(on).chain(overall).map(|object| Assertion { object, ..first.clone() }).collect()
    }

    fn is_listed(&self, said: &Said, list: Subject) -> bool {
        let subjects: Result<_> = self.subjects(&said.who);
        subjects.is_ok_and(|subjects| {
            let mut firsts = subjects.iter().filter_map(|names| names.first());
            firsts.all(|one| is_member(self.setting.vocabulary, *one, list))
        })
    }
}

/// Is one thing a member of a group, and not all of it?
fn is_member(vocabulary: &Vocabulary, one: Subject, list: Subject) -> bool {
    let Subject::Group(group) = list else { return false };
    let members = &vocabulary.group(group).members;
    match one {
        Subject::Entity(id) => {
            let series = &vocabulary.entity(id).series;
            !series.is_empty() && series.iter().all(|series| members.binary_search(series).is_ok())
        }
        Subject::Series(series) => members.binary_search(&series).is_ok(),
        Subject::Group(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::en::clause::testing::{article, world};
    use crate::{Format, Options, Reader};

    #[test]
    fn places_beside_one_singled_out_may_be_among_its_group() {
        let world = world();
        let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
        let among_south = |text: &str| {
            let reading = Reader::new(&world).read(text, Format::Markdown, &options);
            let place = reading.claims.iter().find(|claim| claim.span.of(text).contains("No. 2"));
            place.is_some_and(|claim| claim.readings.iter().any(|other| !other.object.is_empty()))
        };
        let birch = "Birch, at 4 trillion tokens, is";
        assert!(among_south(&format!("{birch} the biggest southern model by far. Cedar was No. 2.")));
        assert!(!among_south(&format!("{birch} a southern model. Cedar was No. 2.")));
    }

    #[test]
    fn places_behind_a_list_are_those_of_it() {
        let text = "On the southern chart, Birch stayed at number 1 last week. Cedar debuted in second place. Alder was third.";
        assert_eq!(
            article(text),
            [
                "Birch stayed at number 1 by call volume among the south compared with the week of 15 June 2026",
                "Cedar entered at number 2 by call volume among the south compared with the week of 15 June 2026",
                "Alder ranked number 3 by call volume",
            ]
        );
    }
}
