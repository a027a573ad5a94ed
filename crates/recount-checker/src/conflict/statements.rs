//! What was said, as statements: everything with an equal assertion, however
//! it is worded and whoever says it, is one statement with several witnesses.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{
    Assertion, Extreme, Figure, Hedge, Interval, MetricId, Number, Period, Predicate, Quantity, Record,
    ScopeId, Subject, Subjects, Unit, Verdict, Vocabulary, Voice, Weeks,
};

use super::compile::{Compiler, Shared, World, resolve_scope};
use super::formula::{Clause, Formula};
use super::unknown::{Of, Unknown};
use crate::readings::ranks;
use crate::{Finding, Said};

/// One statement.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    /// What is said, as its first witness words it.
    pub(crate) assertion: Assertion,
    /// The same and every other way to read it: one of them holds.
    pub(crate) readings: Vec<Assertion>,
    /// The scope of its groups that neither text nor vocabulary gives.
    pub(crate) scope: Option<ScopeId>,
    /// In which periods its voice says that things are level, if it ranks any.
    pub(crate) shared: Shared,
    /// Indexes into what was said, ascending.
    pub(crate) witnesses: Vec<usize>,
    /// What holds if it does.
    pub(crate) clauses: Vec<Clause>,
}

/// Every statement that bounds anything, in an order that does not depend on
/// who says it or when.
pub(crate) fn statements(world: &mut World<'_>, said: &[Said<'_>], findings: &[Finding]) -> Vec<Statement> {
    let mut statements = heard(world, said, findings, &ties(said));
    statements.retain_mut(|statement| {
        let clauses = clauses(world, statement);
        statement.clauses = clauses.unwrap_or_default();
        !statement.clauses.is_empty()
    });
    statements
}

/// Every statement whose period is known, in the same order, before anything is
/// made of it; `ties` are those of every voice.
pub(crate) fn heard(
    world: &mut World<'_>,
    said: &[Said<'_>],
    findings: &[Finding],
    ties: &BTreeMap<Voice, Shared>,
) -> Vec<Statement> {
    let mut equal: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let shared = |at: usize| {
        let (assertion, voice) = (&said[at].claim.assertion, said[at].voice);
        let own = ties.get(&voice).filter(|_| ranks(&assertion.predicate));
        own.map_or_else(Shared::new, |own| matter(own, assertion))
    };
    for (at, said) in said.iter().enumerate() {
        if said.claim.assertion.period.is_none() {
            continue;
        }
        let scope = decided(said, findings.get(at));
        let readings = std::iter::once(&said.claim.assertion).chain(&said.claim.readings);
        let mut keys: Vec<String> = Vec::new();
        for reading in readings {
            note(world, reading, scope);
            keys.push(key(world.vocabulary, reading, scope));
        }
        let shared = shared(at);
        if !shared.is_empty() {
            keys.push(format!("{shared:?}"));
        }
        equal.entry(keys.join(" or ")).or_default().push(at);
    }
    let mut statements = Vec::new();
    for witnesses in equal.into_values() {
        let Some(first) = witnesses.first().copied() else {
            continue;
        };
        let scope = decided(&said[first], findings.get(first));
        let claim = said[first].claim;
        let own = std::iter::once(&claim.assertion).chain(&claim.readings);
        let readings: Vec<Assertion> = own.cloned().collect();
        statements.push(Statement {
            assertion: claim.assertion.clone(),
            readings,
            scope,
            shared: shared(first),
            witnesses,
            clauses: Vec::new(),
        });
    }
    statements
}

/// What holds if one of the readings does; `None` where one of them takes no
/// part, so that nothing is certain.
pub(crate) fn clauses(world: &mut World<'_>, statement: &Statement) -> Option<Vec<Clause>> {
    let mut formulas = Vec::new();
    for reading in &statement.readings {
        let said = Compiler::new(world, statement.scope).sharing(&statement.shared).assertion(reading)?;
        let there = presence(world, reading);
        formulas.push(said.and(there));
    }
    let clauses = match formulas.len() {
        1 => Formula::All(formulas).clauses(),
        _ => Formula::Any(formulas).clauses(),
    };
    Some(world.with_shares(clauses))
}

/// Where the text leaves the scope open and the data support the statement
/// under one, that is the one that is meant.
fn decided(said: &Said<'_>, finding: Option<&Finding>) -> Option<ScopeId> {
    let finding = finding?;
    let open = said.claim.assertion.scope.is_none() && finding.reading == 0;
    match finding.verdict {
        Verdict::Supported if open => finding.scope,
        _ => None,
    }
}

/// Notes of which periods the assertion speaks, whom it calls the lowest, and what
/// it counts in all.
pub(crate) fn note(world: &mut World<'_>, said: &Assertion, scope: Option<ScopeId>) {
    for (metric, period) in periods(said) {
        world.spoken.entry(metric).or_default().insert(period);
    }
    world.note_counted(said, scope);
    world.note_shares(said, scope);
    note_end(world, said);
    if let Predicate::First(first) = &said.predicate
        && first.of.predicate.base().is_some()
    {
        world.joined.insert(said.metric);
    }
    let total =
        |subject: &Subject| matches!(subject, Subject::Group(id) if world.vocabulary.group(*id).is_total());
    let whole = matches!(said.predicate, Predicate::Share(_)) && said.object.is_empty();
    if whole || said.subject.iter().chain(&said.object).any(total) {
        world.totals.extend(periods(said));
    }
    let mut inner = Some(said);
    while let Some(said) = inner {
        if let Predicate::Record(Record { extreme: Extreme::Lowest, base }) = said.predicate {
            let things = things(world, said);
            if base.is_none() && !things.is_empty() {
                world.lowest_of_all.insert((said.metric, things.clone()));
            }
            world.lowest.extend(things.into_iter().map(|thing| (said.metric, thing)));
        }
        inner = said.predicate.inner();
    }
}

/// Notes how far back it looks, if it speaks of all earlier weeks.
fn note_end(world: &mut World<'_>, said: &Assertion) {
    let Some(period) = said.period.filter(|period| period.days() == 7) else {
        return;
    };
    let after = match &said.predicate {
        Predicate::Record(record) => record.base.map(|base| base.end),
        Predicate::First(first) => match first.weeks {
            Some(weeks) => Some(period.weeks_later(-i64::from(weeks.low().max(1))).start),
            None => first.base.map(|base| base.end),
        },
        _ => return,
    };
    let ends = world.looking_back.entry(said.metric).or_default();
    ends.extend(after.map(|after| {
        let days = recount_model::time::days_between(after, period.start);
        period.weeks_later(-(days + 6).div_euclid(7))
    }));
}

/// The single things that it names.
fn things(world: &World<'_>, said: &Assertion) -> Vec<Subject> {
    let all = said.subject.iter().chain(&said.object);
    let things = all.filter(|subject| !matches!(subject, Subject::Group(_)));
    things.map(|subject| world.single(*subject)).collect()
}

/// What it speaks of was there: that matters where anybody calls it the lowest.
pub(crate) fn presence(world: &mut World<'_>, said: &Assertion) -> Formula {
    let mut there = Vec::new();
    for subject in things(world, said) {
        for (metric, period) in periods(said) {
            if world.lowest.contains(&(metric, subject)) {
                let unknown = Unknown { metric, period, of: Of::There { subject } };
                let form = [(world.unknowns.id(unknown), Number::ONE)];
                there.push(Formula::whole(&form, &Interval::point(Number::ONE)));
            }
        }
    }
    Formula::All(there)
}

/// Of so many weeks of a streak it is noted that something is said.
const WEEKS: u32 = 121;

/// Every period of which it certainly speaks.
pub(crate) fn periods(said: &Assertion) -> BTreeSet<(MetricId, Period)> {
    let mut periods = BTreeSet::new();
    let Some(period) = said.period else {
        return periods;
    };
    let mut add = |at: Option<Period>| {
        periods.extend(at.filter(|at| at.days() == period.days()).map(|at| (said.metric, at)));
    };
    add(Some(period));
    add(said.predicate.base());
    match &said.predicate {
        Predicate::Streak(streak) => {
            let most = match (streak.ordinal, streak.weeks) {
                _ if streak.cumulative => 0,
                (true, Weeks::Range { high: Some(high), .. }) => high.min(streak.weeks.low() + 8),
                (true, weeks) => weeks.low(),
                (false, weeks) => weeks.low().saturating_sub(1),
            };
            for back in 0..=i64::from(most.min(WEEKS)) {
                let week = period.weeks_later(-back);
                add(Some(week));
                add(streak.of.moved_to(Some(week)).predicate.base());
            }
        }
        Predicate::First(first) => {
            let inner = first.of.moved_to(Some(period));
            add(inner.predicate.base());
            let weeks = first.weeks.filter(|_| inner.predicate.base().is_some());
            for back in 1..=i64::from(weeks.map_or(0, Weeks::low).min(WEEKS)) {
                add(Some(period.weeks_later(-back)));
            }
            if let Some(base) = first.base {
                add(inner.moved_to(Some(base)).predicate.base());
            }
        }
        _ => {}
    }
    periods
}

/// How many pairs each voice says are level: in its list, things may share a rank.
pub(crate) fn ties(said: &[Said<'_>]) -> BTreeMap<Voice, Shared> {
    let mut ties: BTreeMap<Voice, Shared> = BTreeMap::new();
    for said in said {
        let assertion = &said.claim.assertion;
        if let (Some(period), true) = (assertion.period, is_tie(assertion)) {
            let own = ties.entry(said.voice).or_default();
            *own.entry((assertion.metric, period)).or_default() += 1;
        }
    }
    ties
}

/// The ties of the periods of which a rank speaks; a first time speaks of all.
fn matter(ties: &Shared, said: &Assertion) -> Shared {
    let spoken = periods(said);
    let any = matches!(said.predicate, Predicate::First(_));
    let matters = |at: &(MetricId, Period)| spoken.contains(at) || (any && at.0 == said.metric);
    ties.iter().filter(|(at, _)| matters(at)).map(|(at, pairs)| (*at, *pairs)).collect()
}

/// Does it say that two things are level?
fn is_tie(said: &Assertion) -> bool {
    let Predicate::Compare(compare) = &said.predicate else {
        return false;
    };
    let even = match compare.value.unit {
        Unit::Ratio => Number::ONE,
        _ => Number::ZERO,
    };
    !said.negated && compare.value.admissible().contains(&even)
}

/// Equal for assertions that say the same, however they are worded.
pub(crate) fn key(vocabulary: &Vocabulary, said: &Assertion, scope: Option<ScopeId>) -> String {
    let said = canonical(vocabulary, said);
    let scoped = |subjects: &Subjects| {
        let scope = |s: &Subject| resolve_scope(vocabulary, &said, *s, scope);
        subjects.iter().map(scope).collect::<Vec<_>>()
    };
    let inner = said.predicate.inner().map(|of| key(vocabulary, of, scope));
    let (subject, object) = (scoped(&said.subject), scoped(&said.object));
    let written = said.predicate.value().map(Quantity::written);
    let plain = plain(said);
    format!("{plain:?} {subject:?} {object:?} {written:?} {inner:?}")
}

/// Without what only the wording decides: the order of subjects, which of two
/// is named first, an object that is the default.
pub(crate) fn canonical(vocabulary: &Vocabulary, said: &Assertion) -> Assertion {
    let mut said = said.clone();
    let total = vocabulary.total().map(Subject::Group);
    let whole = |objects: &Subjects| matches!(objects.as_slice(), [one] if Some(*one) == total);
    match &mut said.predicate {
        Predicate::Compare(compare) => {
            let value = &mut compare.value;
            let direction = value.is_direction() && value.unit != Unit::Ratio;
            if direction {
                value.unit = Unit::Own;
            }
            if value.falling && value.unit == Unit::Own {
                value.falling = false;
                std::mem::swap(&mut said.subject, &mut said.object);
            }
        }
        Predicate::Change(change) => {
            if change.value.is_direction() && said.object.is_empty() {
                change.value.unit = Unit::Percent;
            }
        }
        Predicate::Share(_) => {
            if said.object.is_empty() {
                said.object.extend(total);
            }
        }
        Predicate::Rank(_) => {
            if whole(&said.object) {
                said.object.clear();
            }
        }
        Predicate::Streak(streak) => said.object.clone_from(&streak.of.object),
        Predicate::First(first) => said.object.clone_from(&first.of.object),
        Predicate::Level(_) | Predicate::Top(_) | Predicate::Record(_) => {}
    }
    said.subject.sort_unstable();
    said.object.sort_unstable();
    said
}

/// The assertion with its quantity as an interval, and with nothing of the
/// inner one: that has its own key.
fn plain(mut said: Assertion) -> Assertion {
    let within = |value: &mut Quantity| {
        let interval: Interval = value.admissible();
        *value = Quantity {
            hedge: Hedge::Bare,
            figure: Figure::Within(interval),
            falling: false,
            unit: value.unit,
        };
    };
    said.scope = None;
    match &mut said.predicate {
        Predicate::Level(level) => within(&mut level.value),
        Predicate::Change(change) => within(&mut change.value),
        Predicate::Compare(compare) => within(&mut compare.value),
        Predicate::Share(share) => within(&mut share.value),
        Predicate::Rank(rank) => within(&mut rank.value),
        Predicate::Top(top) => within(&mut top.value),
        Predicate::Record(_) => {}
        Predicate::Streak(streak) => bare(&mut streak.of, &mut said.subject),
        Predicate::First(first) => bare(&mut first.of, &mut said.subject),
    }
    said
}

/// The inner assertion's own key tells all of it; what the outer one repeats
/// of its subjects says nothing more.
fn bare(of: &mut Assertion, subject: &mut Subjects) {
    of.predicate =
        Predicate::Record(recount_model::Record { base: None, extreme: recount_model::Extreme::Highest });
    of.subject.clear();
    of.object.clear();
    subject.clear();
}
