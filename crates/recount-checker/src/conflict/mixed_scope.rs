//! One voice, one group, two definitions: statements that the data support
//! each under some scope, and together under none. Section 6 of the design.
//!
//! Only statements that leave their scope open are held against each other:
//! one that names its scope, or that the text explains, mixes nothing up. A statement whose scope is not
//! the usual one is reported once, against the statement that shows it best.

use std::collections::{BTreeMap, BTreeSet};

use recount_dataset::Dataset;
use recount_model::{
    Assertion, Assumption, Interval, MetricId, Number, Period, Predicate, ScopeId, Share, Subject, Unit,
    Verdict, Voice, period_words,
};

use super::statements::key;
use super::words::Words;
use super::{Code, Conflict, Rescue};
use crate::Said;
use crate::figures::{Data, Frame, Ground, Units};
use crate::finding::Finding;
use crate::readings::evaluate;
use crate::truth::Answer;

/// Every mix of scopes within one voice, each pair of statements once.
pub(crate) fn find(dataset: &Dataset, said: &[Said<'_>], findings: &[Finding]) -> Vec<Conflict> {
    let mut told: BTreeMap<(Voice, Subject), Vec<usize>> = BTreeMap::new();
    for (at, (said, finding)) in said.iter().zip(findings).enumerate() {
        let claim = &said.claim.assertion;
        // Who says "by that count" mixes nothing up either.
        let explained = said.claim.assumptions.contains(&Assumption::Count);
        let open = claim.scope.is_none() && finding.reading == 0 && !explained;
        if open && finding.verdict == Verdict::Supported {
            for group in free_groups(dataset, claim) {
                told.entry((said.voice, group)).or_default().push(at);
            }
        }
    }
    told.retain(|_, claims| claims.len() > 1);
    if told.is_empty() {
        return Vec::new();
    }
    let finder = Finder { data: &Data::new(dataset), said, findings };
    let mut conflicts = Vec::new();
    let mut known = BTreeSet::new();
    for claims in told.into_values() {
        for (odd, partner, also) in finder.mixes_of(&claims) {
            let keys = [odd.at, partner.at].map(|at| finder.key(at));
            if known.insert(keys) {
                conflicts.push(finder.conflict(&odd, &partner, &also));
            }
        }
    }
    conflicts
}

/// The groups of which a claim speaks and whose scope nothing fixes.
fn free_groups(dataset: &Dataset, claim: &Assertion) -> Vec<Subject> {
    let free = |subject: &&Subject| match subject {
        Subject::Group(id) => {
            let group = dataset.vocabulary.group(*id);
            group.scope.is_none() && !group.is_total()
        }
        Subject::Entity(_) | Subject::Series(_) => false,
    };
    match &claim.predicate {
        Predicate::Top(_) | Predicate::Rank(_) => Vec::new(),
        Predicate::Share(Share { top: Some(_), .. }) => Vec::new(),
        Predicate::Level(_) | Predicate::Change(_) | Predicate::Compare(_) => {
            claim.subject.iter().filter(free).copied().collect()
        }
        Predicate::Share(_) | Predicate::Record(_) => claim.subject.iter().filter(free).copied().collect(),
        Predicate::Streak(_) | Predicate::First(_) => claim.subject.iter().filter(free).copied().collect(),
    }
}

struct Finder<'a> {
    data: &'a Data<'a>,
    said: &'a [Said<'a>],
    findings: &'a [Finding],
}

/// A claim and the scopes under which the data support it, in the order of the
/// vocabulary.
#[derive(Clone, Debug)]
struct Supported {
    at: usize,
    under: Vec<ScopeId>,
}

impl Finder<'_> {
    fn claim(&self, at: usize) -> &Assertion {
        &self.said[at].claim.assertion
    }

    fn key(&self, at: usize) -> String {
        key(&self.data.dataset.vocabulary, self.claim(at), None)
    }

    /// The mix of each metric that shows best, with what says the same again:
    /// the same value of a period that overlaps.
    fn mixes_of(&self, claims: &[usize]) -> Vec<(Supported, Supported, Vec<usize>)> {
        let mut metrics: BTreeMap<MetricId, Vec<(Supported, Supported)>> = BTreeMap::new();
        for pair in self.pairs(claims) {
            let metric = self.claim(pair.0.at).metric;
            metrics.entry(metric).or_default().push(pair);
        }
        let mut mixes = Vec::new();
        for pairs in metrics.into_values() {
            let rank =
                |(odd, partner): &&(Supported, Supported)| (self.plainness(odd.at, partner.at), odd.at);
            let Some((odd, partner)) = pairs.iter().min_by_key(rank) else {
                continue;
            };
            let others = pairs.iter().map(|(other, _)| other.at);
            let also = others.filter(|at| *at != odd.at && self.again(odd.at, *at));
            mixes.push((odd.clone(), partner.clone(), also.collect()));
        }
        mixes
    }

    /// Do both give one value, of periods that overlap?
    fn again(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.claim(a), self.claim(b));
        let value = |claim: &Assertion| {
            let value = claim.predicate.value()?;
            Some((value.unit, value.admissible()))
        };
        let overlap = match (a.period, b.period) {
            (Some(a), Some(b)) => a.overlaps(&b),
            (None, _) | (_, None) => false,
        };
        overlap && value(a).is_some() && value(a) == value(b)
    }

    /// Each claim that no usual scope supports, with the one that it is best
    /// held against.
    fn pairs(&self, claims: &[usize]) -> Vec<(Supported, Supported)> {
        let supported: Vec<Supported> = claims.iter().map(|at| self.supported(*at)).collect();
        let usual = |claim: &Supported| {
            let metric = self.claim(claim.at).metric;
            let default = self.data.dataset.vocabulary.metric(metric).default_scope;
            default.is_some_and(|scope| claim.under.contains(&scope))
        };
        let mut pairs = Vec::new();
        for odd in supported.iter().filter(|claim| !usual(claim)) {
            let against = supported.iter().filter(|other| usual(other) && self.mixes(odd, other));
            if let Some(best) = against.min_by_key(|other| self.plainness(odd.at, other.at)) {
                pairs.push((odd.clone(), best.clone()));
            }
        }
        pairs
    }

    /// Of one metric, in overlapping periods, each supported, under no one scope.
    fn mixes(&self, a: &Supported, b: &Supported) -> bool {
        let (x, y) = (self.claim(a.at), self.claim(b.at));
        let overlap = match (x.period, y.period) {
            (Some(x), Some(y)) => x.overlaps(&y),
            (None, _) | (_, None) => false,
        };
        let apart = a.under.iter().all(|scope| !b.under.contains(scope));
        let each = !a.under.is_empty() && !b.under.is_empty();
        x.metric == y.metric && overlap && each && apart
    }

    /// What shows a mix best comes first: a level, of the same period.
    fn plainness(&self, odd: usize, other: usize) -> (bool, u8, usize) {
        let (odd, claim) = (self.claim(odd), self.claim(other));
        let kind = match &claim.predicate {
            Predicate::Level(_) => 0,
            Predicate::Share(_) => 1,
            Predicate::Change(_) => 2,
            Predicate::Compare(_) => 3,
            Predicate::Rank(_) | Predicate::Top(_) | Predicate::Record(_) => 4,
            Predicate::Streak(_) | Predicate::First(_) => 5,
        };
        let alone = claim.subject.len() == 1;
        let same = claim.period == odd.period;
        (!alone, kind * 2 + u8::from(!same), other)
    }

    fn supported(&self, at: usize) -> Supported {
        let count = u32::try_from(self.data.dataset.vocabulary.scopes.len()).unwrap_or(0);
        let holds = |scope: &ScopeId| {
            let answer = self.under(self.claim(at), *scope);
            answer.is_some_and(|answer| answer.verdict() == Verdict::Supported)
        };
        Supported { at, under: (0..count).map(ScopeId).filter(holds).collect() }
    }

    /// What the data say of an assertion under one scope, by the source that is
    /// kindest to it.
    fn under(&self, claim: &Assertion, scope: ScopeId) -> Option<Answer> {
        let sources = self.data.sources(claim.metric);
        let sources: Vec<Option<u32>> = match sources.is_empty() {
            true => vec![None],
            false => sources.into_iter().map(Some).collect(),
        };
        let answers = sources.into_iter().map(|source| {
            let ground = self.ground(claim, scope, source);
            evaluate(&ground, claim)
        });
        answers.max_by_key(|answer| answer.holds)
    }

    fn ground(&self, claim: &Assertion, scope: ScopeId, source: Option<u32>) -> Ground<'_> {
        Ground {
            data: self.data,
            metric: claim.metric,
            frame: Frame { scope: Some(scope), overrides: false, units: Units::Entities, source },
        }
    }

    fn conflict(&self, odd: &Supported, partner: &Supported, also: &[usize]) -> Conflict {
        let mut sides = [odd, partner];
        sides.sort_by_key(|side| side.at);
        let witnesses = |side: &Supported| -> Vec<usize> {
            let own = self.key(side.at);
            (0..self.said.len()).filter(|at| self.key(*at) == own).collect()
        };
        Conflict {
            code: Code::MixedScope,
            title: self.title(odd, partner),
            statements: sides.map(|side| side.at).to_vec(),
            witnesses: sides.map(witnesses).to_vec(),
            figures: sides.iter().flat_map(|side| self.findings[side.at].evidence.clone()).collect(),
            explanation: self.explanation(odd, partner, also),
            rescue: [(odd, partner), (partner, odd)]
                .into_iter()
                .filter_map(|(one, other)| self.rescue(one, other))
                .collect(),
        }
    }

    /// "two definitions of southern models: among charted models and among all
    /// listed models".
    fn title(&self, odd: &Supported, partner: &Supported) -> String {
        let words = Words::new(&self.data.dataset.vocabulary);
        let scopes = |side: &Supported| {
            let scopes: Vec<String> = side.under.iter().map(|s| words.scope(*s)).collect();
            format!("among {}", scopes.join(" or "))
        };
        let names = names(words, self.claim(odd.at));
        format!("two definitions of {names}, once {} and once {}", scopes(partner), scopes(odd))
    }

    fn explanation(&self, odd: &Supported, partner: &Supported, also: &[usize]) -> Vec<String> {
        let words = Words::new(&self.data.dataset.vocabulary);
        let mut lines = Vec::new();
        lines.extend(self.arithmetic(odd, partner));
        for side in [partner, odd] {
            let claim = self.claim(side.at);
            let scopes: Vec<String> = side.under.iter().map(|s| words.scope(*s)).collect();
            let range = side.under.first().and_then(|scope| self.range(claim, *scope));
            let range = range.map_or_else(String::new, |range| format!(" ({range})"));
            lines.push(format!(
                "For {}, {} fits {} only{range}.",
                names(words, claim),
                said(words, claim),
                scopes.join(" or ")
            ));
        }
        let told = std::iter::once(&odd.at).chain(also);
        for reading in told.flat_map(|at| &self.said[*at].claim.readings) {
            let usual = odd.under.first().copied();
            let Some(range) = usual.and_then(|scope| self.range(reading, scope)) else {
                continue;
            };
            lines.push(format!("Read of {} alone it is {range}.", names(words, reading)));
        }
        lines
    }

    /// "4.25 trillion of 46.7 trillion is 9.1 percent, yet 33 percent is said":
    /// with the total that the voice itself gives, else with that of the data.
    fn arithmetic(&self, odd: &Supported, partner: &Supported) -> Option<String> {
        let (share, level) = (self.claim(odd.at), self.claim(partner.at));
        let words = Words::new(&self.data.dataset.vocabulary);
        let stated = said(words, share);
        if let (Predicate::Share(of), Predicate::Level(part)) = (&share.predicate, &level.predicate)
            && of.value.unit == Unit::Percent
            && share.subject == level.subject
            && let Some(whole) = self.whole(odd.at, level)
        {
            let part = part.value.written().middle()?;
            let percent = part.checked_div(&whole)?.to_f64() * 100.0;
            return Some(format!(
                "{} of {}{} is {percent:.1} percent, yet the text says {stated}.",
                words.amount(&part),
                words.amount(&whole),
                words.unit(Unit::Own, level.metric, false),
            ));
        }
        let scope = *partner.under.first()?;
        let answer = self.under(share, scope)?;
        let line = answer.lines.first()?;
        Some(format!("Among {}: {line}; yet the text says {stated}.", words.scope(scope)))
    }

    /// The figure that the same voice gives of everything for the period of the
    /// level.
    fn whole(&self, odd: usize, level: &Assertion) -> Option<Number> {
        let total = self.data.dataset.vocabulary.total()?;
        let voice = self.said[odd].voice;
        let said = self.said.iter().filter(|said| said.voice == voice);
        let mut figures = said.filter_map(|said| {
            let claim = &said.claim.assertion;
            let Predicate::Level(figure) = &claim.predicate else {
                return None;
            };
            let same = claim.metric == level.metric && claim.period == level.period;
            let all = claim.subject.as_slice() == [Subject::Group(total)];
            (same && all && !claim.negated).then(|| figure.value.written().middle())?
        });
        figures.next()
    }

    /// What the data give for the quantity under a scope: in its period; for a
    /// share, in the weeks of its month.
    fn range(&self, claim: &Assertion, scope: ScopeId) -> Option<String> {
        let words = Words::new(&self.data.dataset.vocabulary);
        let period = claim.period?;
        let share = matches!(claim.predicate, Predicate::Share(_));
        let span = match share && period.days() <= 7 {
            true => Period::month_of(period.start),
            false => period,
        };
        let mut weeks = self.ground(claim, scope, None).weeks_inside(span);
        weeks.retain(|week| week.is_within(&span));
        if !share || weeks.len() < 2 {
            let actual = self.under(claim, scope)?.actual?;
            return Some(words.interval(&actual.interval, actual.unit, actual.metric));
        }
        let shares = weeks.into_iter().filter_map(|week| self.listed(claim, scope, week));
        let all = shares.reduce(|all, one| all.hull(&one))?;
        let value = words.interval_to(&all, Unit::Percent, claim.metric, 1);
        Some(format!("{value} in the weeks of {}", period_words(span)))
    }

    /// The share of what is listed, as published, in one week: a point.
    fn listed(&self, claim: &Assertion, scope: ScopeId, week: Period) -> Option<Interval> {
        let ground = self.ground(claim, scope, None);
        let total = self.data.dataset.vocabulary.total().map(Subject::Group);
        let object = match claim.object.is_empty() {
            true => vec![total?],
            false => claim.object.to_vec(),
        };
        let part = ground.sum(&claim.subject, week).ok()?.given.low?.value;
        let whole = ground.sum(&object, week).ok()?.given.low?.value;
        let percent = part.checked_div(&whole)? * Number::from(100);
        Some(Interval::point(percent))
    }

    /// What the statement would have to say under the other one's scope.
    fn rescue(&self, one: &Supported, other: &Supported) -> Option<Rescue> {
        let words = Words::new(&self.data.dataset.vocabulary);
        let scope = *other.under.first()?;
        let holds_if = self.under(self.claim(one.at), scope)?.actual?;
        if holds_if.interval == Interval::ALL {
            return None;
        }
        let value = words.interval(&holds_if.interval, holds_if.unit, holds_if.metric);
        Some(Rescue {
            statement: one.at,
            words: format!("among {} it would be {value}", words.scope(scope)),
            holds_if: Some(holds_if),
        })
    }
}

fn names(words: Words<'_>, claim: &Assertion) -> String {
    let names = claim.subject.iter();
    let names = names.map(|s| words.vocabulary.subject_name(*s));
    names.collect::<Vec<_>>().join(", ")
}

/// The stated quantity, or what is said in a few words.
fn said(words: Words<'_>, claim: &Assertion) -> String {
    let number = claim.predicate.value().filter(|value| !value.is_direction());
    match number {
        Some(value) => {
            let written = value.written();
            let middle = written.middle().map(Interval::point).unwrap_or(written);
            words.interval(&middle, value.unit, claim.metric)
        }
        None => super::explain::role(words, claim),
    }
}
