//! Every way in which a statement may be meant where it is judged alone: each
//! scope that it leaves open, and of a thing of several series their sum or one
//! of them.

use recount_dataset::Dataset;
use recount_model::{
    Assertion, EntityId, MetricId, Predicate, ScopeId, SeriesId, Subject, Subjects, Vocabulary,
};

use crate::readings;

/// A statement that may be meant in more ways takes no part.
const MOST: usize = 12;

/// One way to mean a statement.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// What is said then.
    pub(super) assertion: Assertion,
    /// The scope of the groups that neither text nor vocabulary gives.
    pub(super) scope: Option<ScopeId>,
}

/// Every way; `None` where there are too many, or where places are told and
/// things may be ranked in more than one way.
pub(super) fn ways(dataset: &Dataset, readings: &[Assertion]) -> Option<Vec<Way>> {
    let mut ways = Vec::new();
    for reading in readings {
        if readings::ranks(&reading.predicate) && !is_one_list(dataset, reading) {
            return None;
        }
        for counted in counts(dataset, reading)? {
            for (scope, overrides, _) in readings::scopes(&dataset.vocabulary, reading) {
                let mut assertion = counted.clone();
                if !overrides {
                    assertion = everywhere(&assertion, &|said| said.scope = None);
                }
                ways.push(Way { assertion, scope });
            }
        }
    }
    (ways.len() <= MOST).then_some(ways)
}

/// Is there one order only? Things may be ranked as sums and as single series,
/// and a group as its best member.
fn is_one_list(dataset: &Dataset, said: &Assertion) -> bool {
    let several =
        |entity: &recount_model::vocabulary::Entity| counted(dataset, said.metric, &entity.series).len() > 1;
    let is_group = |subject: &Subject| matches!(subject, Subject::Group(_));
    let of_group = rank_of(said) && said.subject.iter().any(is_group);
    !of_group && !dataset.vocabulary.entities.iter().any(several)
}

fn rank_of(said: &Assertion) -> bool {
    matches!(said.predicate, Predicate::Rank(_)) || said.predicate.inner().is_some_and(rank_of)
}

/// The series that some sheet of the metric lists.
fn counted(dataset: &Dataset, metric: MetricId, series: &[SeriesId]) -> Vec<SeriesId> {
    let table = dataset.tables.get(metric.index());
    let lists = |one: &SeriesId| {
        let mut sheets = table.into_iter().flat_map(|table| table.periods.values().flatten());
        sheets.any(|sheet| sheet.figures.contains_key(one))
    };
    series.iter().copied().filter(lists).collect()
}

/// The statement with each of its things as a sum, and as one of its series.
fn counts(dataset: &Dataset, said: &Assertion) -> Option<Vec<Assertion>> {
    let mut all = vec![said.clone()];
    for thing in things(&dataset.vocabulary, said) {
        let series = counted(dataset, said.metric, &dataset.vocabulary.entity(thing).series);
        let mut more = Vec::new();
        for one in series {
            for before in &all {
                more.push(everywhere(before, &|said| {
                    replace(&mut said.subject, thing, one);
                    replace(&mut said.object, thing, one);
                }));
            }
        }
        all.extend(more);
        if all.len() > MOST {
            return None;
        }
    }
    Some(all)
}

fn replace(subjects: &mut Subjects, thing: EntityId, one: SeriesId) {
    for subject in subjects.iter_mut().filter(|subject| **subject == Subject::Entity(thing)) {
        *subject = Subject::Series(one);
    }
}

/// Every thing of several series of which the statement speaks.
fn things(vocabulary: &Vocabulary, said: &Assertion) -> Vec<EntityId> {
    let mut things = said.predicate.inner().map_or_else(Vec::new, |inner| things(vocabulary, inner));
    for subject in said.subject.iter().chain(&said.object) {
        if let Subject::Entity(id) = subject
            && vocabulary.entity(*id).series.len() > 1
            && !things.contains(id)
        {
            things.push(*id);
        }
    }
    things
}

/// The assertion, itself and all inner ones changed.
fn everywhere(said: &Assertion, change: &impl Fn(&mut Assertion)) -> Assertion {
    let mut copy = said.clone();
    change(&mut copy);
    match &mut copy.predicate {
        Predicate::Streak(streak) => *streak.of = everywhere(&streak.of, change),
        Predicate::First(first) => *first.of = everywhere(&first.of, change),
        Predicate::Level(_) | Predicate::Change(_) | Predicate::Compare(_) | Predicate::Share(_) => {}
        Predicate::Rank(_) | Predicate::Top(_) | Predicate::Record(_) => {}
    }
    copy
}

/// Does the data mean one thing by each of the metric's figures: one source a week?
pub(super) fn has_one_source(dataset: &Dataset, metric: MetricId) -> bool {
    let table = dataset.tables.get(metric.index());
    table.is_some_and(|table| {
        !table.periods.is_empty() && table.periods.values().all(|sheets| sheets.len() == 1)
    })
}
