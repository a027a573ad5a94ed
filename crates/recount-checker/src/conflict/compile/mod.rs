//! From an assertion to linear bounds over unknowns.
//!
//! What is written here holds whenever the assertion does; where a kind says
//! more than linear bounds can, only its linear consequences are taken, so a
//! set of statements never looks more contradictory than it is. `None` means
//! that the assertion takes no part: its period is open, it speaks of a period
//! for which its metric has no figures, or its sense is not certain.

mod measure;
mod order;
mod quantity;
mod run;
mod shares;
mod times;
pub(crate) mod unspoken;

pub(crate) use shares::{Ends, Shares};

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{
    Assertion, Cadence, GroupId, Interval, MetricId, Number, Period, Predicate, Quantity, ScopeId, Subject,
    Vocabulary,
};

use super::formula::{Formula, Terms, UnknownId};
use super::unknown::{Of, Unknown, Unknowns, What};

/// An assertion inside an assertion inside …: deeper takes no part.
const DEPTH: usize = 3;

/// What compiling needs to know beside the assertion.
#[derive(Clone)]
pub(crate) struct World<'a> {
    /// Every name.
    pub(crate) vocabulary: &'a Vocabulary,
    /// How often each metric has figures, where the dataset tells.
    pub(crate) cadences: BTreeMap<MetricId, Cadence>,
    /// The periods of which anything at all is said, by metric: "first" and "on
    /// record" speak of the earlier ones among them.
    pub(crate) spoken: BTreeMap<MetricId, BTreeSet<Period>>,
    /// Periods in which somebody speaks of the whole of everything.
    pub(crate) totals: BTreeSet<(MetricId, Period)>,
    /// The places of which anything is said, of all or among a group.
    pub(crate) places: BTreeMap<(MetricId, Period, Option<GroupId>), BTreeSet<u32>>,
    /// Metrics of which something that joins two periods is said to be so for the
    /// first time: then it matters that there are periods before all these.
    pub(crate) joined: BTreeSet<MetricId>,
    /// Metrics of which something is said of all earlier weeks, with the weeks up to
    /// which it does not reach.
    pub(crate) looking_back: BTreeMap<MetricId, BTreeSet<Period>>,
    /// Things that somebody calls the lowest: of them it matters in which periods
    /// they were there at all.
    pub(crate) lowest: BTreeSet<(MetricId, Subject)>,
    /// What somebody calls the lowest on record, as single things.
    pub(crate) lowest_of_all: BTreeSet<(MetricId, Vec<Subject>)>,
    /// Things that certainly were there in a period.
    pub(crate) there: BTreeSet<(MetricId, Subject, Period)>,
    /// What somebody counts in all, as it would be said of its first possible period.
    pub(crate) counted: BTreeMap<(MetricId, What), Counted>,
    /// Wholes of which it is told how shares of them changed, and what is said of these.
    pub(crate) shares: Shares,
    /// Weeks of which it matters whether there were any figures yet.
    pub(crate) on_record: BTreeSet<(MetricId, Period)>,
    /// Unknowns of which the definitions say already what they are.
    pub(crate) defined: BTreeSet<UnknownId>,
    /// The unknowns so far.
    pub(crate) unknowns: Unknowns,
}

/// What is counted over weeks, running or not.
#[derive(Clone)]
pub(crate) struct Counted {
    /// What holds in such a week.
    pub(crate) of: Assertion,
    /// The scope that is meant in it.
    pub(crate) scope: Option<ScopeId>,
}

impl<'a> World<'a> {
    /// With these names, of which nothing is said yet.
    pub(crate) fn new(vocabulary: &'a Vocabulary, cadences: BTreeMap<MetricId, Cadence>) -> Self {
        Self {
            vocabulary,
            cadences,
            spoken: BTreeMap::new(),
            totals: BTreeSet::new(),
            places: BTreeMap::new(),
            joined: BTreeSet::new(),
            looking_back: BTreeMap::new(),
            lowest: BTreeSet::new(),
            lowest_of_all: BTreeSet::new(),
            there: BTreeSet::new(),
            counted: BTreeMap::new(),
            shares: Shares::default(),
            on_record: BTreeSet::new(),
            defined: BTreeSet::new(),
            unknowns: Unknowns::default(),
        }
    }

    /// The same names, of which nothing is said yet.
    pub(crate) fn emptied(&self) -> Self {
        Self::new(self.vocabulary, self.cadences.clone())
    }
}

/// In which periods of which metric a voice says of how many pairs that they are
/// level.
pub(crate) type Shared = BTreeMap<(MetricId, Period), u32>;

/// Compiles one assertion.
pub(crate) struct Compiler<'w, 'a> {
    pub(crate) world: &'w mut World<'a>,
    /// The scope of groups that neither the text nor the vocabulary gives.
    pub(crate) scope: Option<ScopeId>,
    /// Take quantities as written and not as admissible? For what is denied:
    /// the narrower the denied interval, the less is said.
    sharp: bool,
    depth: usize,
    /// Where ranks may be shared.
    shared: Shared,
}

/// A subject list with each one's scope.
type Scoped = Vec<(Subject, Option<ScopeId>)>;

impl<'w, 'a> Compiler<'w, 'a> {
    pub(crate) fn new(world: &'w mut World<'a>, scope: Option<ScopeId>) -> Self {
        Self { world, scope, sharp: false, depth: 0, shared: Shared::new() }
    }

    /// The same for a voice that says that things are level.
    pub(crate) fn sharing(self, shared: &Shared) -> Self {
        Self { shared: shared.clone(), ..self }
    }

    /// What holds if the assertion does.
    pub(crate) fn assertion(&mut self, assertion: &Assertion) -> Option<Formula> {
        if self.depth > DEPTH {
            return None;
        }
        let (sharp, denied) = (self.sharp, assertion.negated);
        self.sharp = sharp != denied;
        self.depth += 1;
        let said = self.predicate(assertion);
        self.depth -= 1;
        self.sharp = sharp;
        let said = said?;
        if denied {
            return Some(said.denied(&self.world.unknowns));
        }
        Some(if sharp { said.main } else { said.main.and(said.beside) })
    }

    /// What holds if the assertion does not.
    fn denied(&mut self, assertion: &Assertion) -> Option<Formula> {
        let mut turned = assertion.clone();
        turned.negated = !turned.negated;
        self.assertion(&turned)
    }

    fn predicate(&mut self, assertion: &Assertion) -> Option<SaidOf> {
        let period = assertion.period?;
        if !self.fits(assertion.metric, period) || assertion.subject.is_empty() {
            return None;
        }
        match &assertion.predicate {
            Predicate::Level(level) => self.level(assertion, period, level),
            Predicate::Change(change) => self.change(assertion, period, change),
            Predicate::Compare(compare) => self.compare(assertion, period, compare),
            Predicate::Share(share) => self.share(assertion, period, share),
            Predicate::Rank(rank) => self.rank(assertion, period, rank),
            Predicate::Top(top) => self.top(assertion, period, top),
            Predicate::Record(record) => self.record(assertion, period, record),
            Predicate::Streak(streak) => self.streak(assertion, period, streak),
            Predicate::First(first) => self.first(assertion, period, first),
        }
    }

    /// Has the metric figures of such a period?
    fn fits(&self, metric: MetricId, period: Period) -> bool {
        let is = |cadence: Cadence| match cadence {
            Cadence::Week => period.days() == 7,
            Cadence::Day => period.days() == 1,
            Cadence::Month => period == Period::month_of(period.start),
        };
        match self.world.cadences.get(&metric) {
            Some(cadence) => is(*cadence),
            None => is(Cadence::Week) || is(Cadence::Day) || is(Cadence::Month),
        }
    }

    fn interval(&self, quantity: &Quantity) -> Interval {
        match self.sharp {
            true => quantity.written(),
            false => quantity.admissible(),
        }
    }

    /// The scope under which a subject of the assertion counts.
    fn scope_of(&self, assertion: &Assertion, subject: Subject) -> Option<ScopeId> {
        resolve_scope(self.world.vocabulary, assertion, subject, self.scope)
    }

    fn scoped(&self, assertion: &Assertion, subjects: &[Subject]) -> Scoped {
        let subjects = subjects.iter().map(|s| self.world.single(*s));
        let mut scoped: Scoped = subjects.map(|s| (s, self.scope_of(assertion, s))).collect();
        scoped.sort_unstable();
        scoped
    }

    /// The figures of the subjects as a sum; `None` where they overlap, or
    /// where a period is not one of the metric's.
    fn sum(&mut self, assertion: &Assertion, of: &[Subject], period: Period) -> Option<Terms> {
        let scoped = self.scoped(assertion, of);
        let apart = |(at, (a, _)): (usize, &(Subject, Option<ScopeId>))| {
            let rest = &scoped[at + 1..];
            rest.iter().all(|(b, _)| self.world.disjoint(*a, *b))
        };
        if scoped.is_empty() || !scoped.iter().enumerate().all(apart) {
            return None;
        }
        if !self.fits(assertion.metric, period) {
            return None;
        }
        let volume = |(subject, scope)| Of::Volume { subject, scope };
        let ids = scoped.into_iter().map(volume);
        Some(ids.map(|of| (self.unknown(assertion, period, of), Number::ONE)).collect())
    }

    fn unknown(&mut self, assertion: &Assertion, period: Period, of: Of) -> usize {
        self.world.unknowns.id(Unknown { metric: assertion.metric, period, of })
    }
}

/// What a predicate says.
pub(super) struct SaidOf {
    /// What may be denied: all of it, unless it is `open`.
    main: Formula,
    /// What follows from it besides; left out where it is denied.
    beside: Formula,
    /// What holds whether it is denied or not.
    given: Formula,
    /// Does it say more than `main` does? Then its denial says nothing.
    open: bool,
}

impl SaidOf {
    fn plain(main: Formula) -> Self {
        Self { main, beside: Formula::TRUE, given: Formula::TRUE, open: false }
    }

    /// The same, said of a part of what is meant only.
    fn opened(self, open: bool) -> Self {
        Self { open, ..self }
    }

    fn denied(self, unknowns: &Unknowns) -> Formula {
        if self.open {
            return self.given;
        }
        let whole = |id: usize| unknowns.get(id).of.is_whole();
        self.main.negated(&whole).and(self.given)
    }
}

/// The scope under which a subject counts: what the text gives, what the group
/// fixes, what was `decided`, the metric's default. A thing is itself under
/// every scope.
pub(crate) fn resolve_scope(
    vocabulary: &Vocabulary,
    assertion: &Assertion,
    subject: Subject,
    decided: Option<ScopeId>,
) -> Option<ScopeId> {
    match subject {
        Subject::Entity(_) | Subject::Series(_) => assertion.scope,
        Subject::Group(id) => assertion
            .scope
            .or(vocabulary.group(id).scope)
            .or(decided)
            .or(vocabulary.metric(assertion.metric).default_scope),
    }
}

fn minus(terms: &[(usize, Number)], factor: &Number) -> Terms {
    let factor = -factor;
    terms.iter().map(|(u, f)| (*u, f * &factor)).collect()
}

fn difference(left: &Terms, right: &Terms) -> Terms {
    [left.clone(), minus(right, &Number::ONE)].concat()
}
