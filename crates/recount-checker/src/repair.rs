//! The fixed table of single corrections that may make a refuted claim true.

use recount_model::{
    Assertion, Bound, Cadence, Change, Decimal, Direction, Figure, Flag, Interval, Number, Period, Predicate,
    Quantity, ScopeId, Subject, Unit, Verdict,
};

use crate::figures::{Data, Frame, Ground, Units, when};
use crate::finding::Repair;
use crate::kind::is_order;
use crate::readings::{Decided, decide, in_week};
use crate::shift::map_periods;
use crate::truth::Answer;
use crate::words;

/// The tops of which a share may be meant, most usual first.
const TOPS: [u32; 4] = [5, 3, 10, 9];

/// What the table says of a claim that does not hold as it stands.
pub(crate) struct Repaired {
    /// The one correction that makes it true; `None` where several would, so
    /// that none of them is what must have been meant.
    pub(crate) repair: Option<Repair>,
    /// What it says about the error, where that is more than the figures say.
    pub(crate) direction: Option<Direction>,
    /// A line for the reason.
    pub(crate) line: Option<String>,
}

/// One correction to try.
struct Candidate {
    assertion: Assertion,
    words: String,
    direction: Option<Direction>,
}

/// The one correction of the table that makes the claim true: of those that the
/// data bear out best the only one. Where there are several, all are named and
/// none is told as the repair.
pub(crate) fn of_refuted(data: &Data<'_>, refuted: &[&Assertion], read: &Assertion) -> Option<Repaired> {
    let mut tiers: [Vec<Repaired>; 3] = [Vec::new(), Vec::new(), Vec::new()];
    for candidate in table(data, read) {
        if refuted.contains(&&candidate.assertion) {
            continue;
        }
        let decided = decide(data, &[&candidate.assertion]);
        if decided.answer.verdict() == Verdict::Supported && is_near(&candidate, &decided) {
            let tier = match (is_known(&candidate, &decided), is_exact(&decided.answer)) {
                (true, true) => 0,
                (true, false) => 1,
                (false, _) => 2,
            };
            tiers[tier].push(repaired(data, candidate, &decided));
        }
    }
    let mut best = tiers.into_iter().find(|tier| !tier.is_empty())?;
    if best.len() == 1 {
        return best.pop();
    }
    let (first, rest) = best.split_first()?;
    let alike = rest.iter().all(|other| other.direction == first.direction);
    Some(Repaired {
        repair: None,
        direction: first.direction.filter(|_| alike),
        line: Some(several(best.iter().filter_map(|one| one.repair.as_ref()))),
    })
}

/// So many corrections are named beside each other.
const NAMED: usize = 4;

/// The corrections of which each would do.
fn several<'r>(repairs: impl Iterator<Item = &'r Repair>) -> String {
    let words: Vec<&str> = repairs.map(|repair| repair.words.trim_start_matches("holds ")).collect();
    let more = match words.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("; and {more} more ways"),
    };
    let named = words.iter().take(NAMED).copied().collect::<Vec<_>>().join("; ");
    format!("it would hold by any one of several corrections: {named}{more}")
}

/// A change whose base is not covered may be of another year.
pub(crate) fn of_missing(data: &Data<'_>, read: &Assertion, answer: &Answer) -> Option<Repaired> {
    let Predicate::Change(Change { base: Some(base), value }) = &read.predicate else {
        return None;
    };
    if is_order(value) || answer.missing.is_empty() || !answer.missing.contains(base) {
        return None;
    }
    years(data, read).into_iter().find_map(|candidate| {
        let decided = decide(data, &[&candidate.assertion]);
        if decided.answer.verdict() != Verdict::Supported {
            return None;
        }
        let period = candidate.assertion.period.map_or_else(String::new, words::when);
        let middle = decided.answer.actual.as_ref().and_then(|actual| actual.interval.middle());
        let found = middle.map_or_else(String::new, |n| format!(": {}", words::signed(&n, value.unit)));
        let line = format!("for {period} it would hold{found}");
        Some(Repaired { direction: None, line: Some(line), ..repaired(data, candidate, &decided) })
    })
}

/// An open-ended amount may hold a thousand times off by much: "more than 600"
/// is no better said of 249 million. The other unit must be about right.
fn is_near(candidate: &Candidate, decided: &Decided) -> bool {
    if candidate.direction != Some(Direction::WrongUnit) {
        return true;
    }
    let mut assertion = candidate.assertion.clone();
    let said = value_of(&mut assertion).and_then(|value| value.written().middle());
    let actual = decided.answer.actual.as_ref().and_then(|actual| actual.interval.middle());
    match (said, actual) {
        (Some(said), Some(actual)) => {
            let (said, actual) = (said.abs(), actual.abs());
            let twice = Number::from(2);
            said <= &actual * &twice && actual <= &said * &twice
        }
        (None, _) | (_, None) => false,
    }
}

/// Do the figures tell the number, or do they only not exclude it? "4.94 billion"
/// is borne out by no figure that is somewhere between nothing and five.
fn is_known(candidate: &Candidate, decided: &Decided) -> bool {
    let mut assertion = candidate.assertion.clone();
    let Some(value) = value_of(&mut assertion).filter(|value| !is_order(value)) else {
        return true;
    };
    let Some(actual) = &decided.answer.actual else {
        return true;
    };
    let written = value.written();
    let (Some(low), Some(high)) = (&actual.interval.low, &actual.interval.high) else {
        return false;
    };
    let Some(said) = written.middle().or_else(|| actual.interval.middle()) else {
        return true;
    };
    let all = match value.unit {
        // A growth is known by what it makes of the other figure.
        Unit::Percent if !is_share(&candidate.assertion) => said + Number::from(100),
        Unit::Own | Unit::Ratio | Unit::Percent => said,
        Unit::Point | Unit::Rank | Unit::Count => return true,
    };
    &high.value - &low.value <= all.abs()
}

fn is_share(assertion: &Assertion) -> bool {
    match assertion.predicate.inner() {
        Some(inner) => is_share(inner),
        None => matches!(assertion.predicate, Predicate::Share(_)),
    }
}

fn is_exact(answer: &Answer) -> bool {
    let loose = [Flag::WithinRounding, Flag::Truncated, Flag::Understated, Flag::NeedsContext];
    !loose.iter().any(|flag| answer.flags.contains(flag))
}

fn repaired(data: &Data<'_>, candidate: Candidate, decided: &Decided) -> Repaired {
    let Candidate { mut assertion, mut words, direction } = candidate;
    if let Some(week) = decided.answer.at {
        assertion = in_week(&ground(data, &assertion), &assertion, week);
        words = format!("{words} in {}", words::when(week));
    }
    // Where a week of a longer period decided, the first line only says so.
    let arithmetic = usize::from(decided.answer.at.is_some());
    let line = decided.answer.lines.get(arithmetic).cloned();
    Repaired {
        repair: Some(Repair { assertion, words }),
        direction,
        line: line.map(|line| format!("it would hold so: {line}")),
    }
}

fn ground<'a>(data: &'a Data<'a>, assertion: &Assertion) -> Ground<'a> {
    Ground {
        data,
        metric: assertion.metric,
        frame: Frame { scope: None, overrides: false, units: Units::Entities, source: None },
    }
}

/// Every correction, in the order of the design.
fn table(data: &Data<'_>, read: &Assertion) -> Vec<Candidate> {
    let mut all = scales(data, read);
    all.extend(points(data, read));
    all.extend(neighbours(data, read));
    all.extend(years(data, read));
    all.extend(in_all(read));
    all.extend(scopes(data, read));
    all.extend(tops(read));
    all.extend(swapped(read));
    all
}

/// A thousand times more or less: billion for trillion.
fn scales(data: &Data<'_>, read: &Assertion) -> Vec<Candidate> {
    let scaled = |power: i32| {
        let mut assertion = read.clone();
        let value = value_of(&mut assertion)?;
        if value.unit != Unit::Own || is_order(value) {
            return None;
        }
        scale(&mut value.figure, power);
        let new = words::range(&value.written(), words::short);
        let unit = &data.dataset.vocabulary.metric(read.metric).unit;
        let middle = value.written().middle().map_or(new, |n| words::short(&n));
        Some(Candidate {
            assertion,
            words: format!("holds for {middle} ({unit})"),
            direction: Some(Direction::WrongUnit),
        })
    };
    [3, -3].into_iter().filter_map(scaled).collect()
}

fn scale(figure: &mut Figure, power: i32) {
    let shift = |decimal: &mut Decimal| decimal.exponent = decimal.exponent.saturating_add(power);
    let factor = Number::decimal(1, power);
    match figure {
        Figure::Decimal(decimal) => shift(decimal),
        Figure::Range { low, high } => {
            shift(low);
            shift(high);
        }
        Figure::Multiple(number) => *number = &*number * &factor,
        Figure::Fraction { whole, .. } => *whole = &*whole * &factor,
        Figure::Within(interval) => {
            let end = |bound: &Option<Bound>| {
                bound.as_ref().map(|b| Bound { value: &b.value * &factor, open: b.open })
            };
            *interval = Interval { low: end(&interval.low), high: end(&interval.high) };
        }
        Figure::Flat | Figure::Any => {}
    }
}

/// The stated quantity, of the inner assertion where there is one.
fn value_of(assertion: &mut Assertion) -> Option<&mut Quantity> {
    match &mut assertion.predicate {
        Predicate::Level(kind) => Some(&mut kind.value),
        Predicate::Change(kind) => Some(&mut kind.value),
        Predicate::Compare(kind) => Some(&mut kind.value),
        Predicate::Share(kind) => Some(&mut kind.value),
        Predicate::Rank(kind) => Some(&mut kind.value),
        Predicate::Top(kind) => Some(&mut kind.value),
        Predicate::Record(_) => None,
        Predicate::Streak(kind) => value_of(&mut kind.of),
        Predicate::First(kind) => value_of(&mut kind.of),
    }
}

/// What is said of the period itself: the inner assertion of a streak or a first
/// time, which repeats what it is about.
fn within(assertion: &mut Assertion, change: impl FnOnce(&mut Assertion) -> bool) -> bool {
    let (changed, inner) = match &mut assertion.predicate {
        Predicate::Streak(streak) => (within(&mut streak.of, change), &streak.of),
        Predicate::First(first) => (within(&mut first.of, change), &first.of),
        _ => return change(assertion),
    };
    assertion.object = inner.object.clone();
    assertion.scope = inner.scope;
    changed
}

/// Percentage points for percent, and percent for points.
fn points(data: &Data<'_>, read: &Assertion) -> Vec<Candidate> {
    let total = data.dataset.vocabulary.total().map(Subject::Group);
    let mut assertion = read.clone();
    let mut words = "";
    let turned = within(&mut assertion, |inner| {
        let Predicate::Change(change) = &mut inner.predicate else {
            return false;
        };
        (change.value.unit, words) = match change.value.unit {
            Unit::Percent if !is_order(&change.value) => {
                (Unit::Point, "holds in percentage points of the share")
            }
            Unit::Point => (Unit::Percent, "holds in percent"),
            Unit::Percent | Unit::Own | Unit::Ratio | Unit::Rank | Unit::Count => return false,
        };
        if inner.object.is_empty() {
            inner.object.extend(total);
        }
        true
    });
    let candidate = Candidate { assertion, words: words.to_owned(), direction: Some(Direction::WrongUnit) };
    turned.then_some(candidate).into_iter().collect()
}

/// The period before and after, where figures are of weeks or months.
fn neighbours(data: &Data<'_>, read: &Assertion) -> Vec<Candidate> {
    let ground = ground(data, read);
    let cadence = ground.table().cadence;
    let one = read.period.is_some_and(|period| match cadence {
        Cadence::Week => period.is_week(ground.about().week_starts),
        Cadence::Month => period == Period::month_of(period.start),
        Cadence::Day => false,
    });
    if !one {
        return Vec::new();
    }
    [-1, 1].into_iter().map(|steps| later(read, |period| ground.later(period, steps))).collect()
}

/// The same period of the year before and after.
fn years(data: &Data<'_>, read: &Assertion) -> Vec<Candidate> {
    if read.period.is_none() {
        return Vec::new();
    }
    let about = data.dataset.vocabulary.metric(read.metric);
    [-1, 1].into_iter().map(|years| later(read, |period| when::years_later(about, period, years))).collect()
}

fn later(read: &Assertion, to: impl Fn(Period) -> Period) -> Candidate {
    let assertion = map_periods(read, &to);
    // A length, a record or a first time often holds a week on: there the
    // figures say more than the shift does. So does a mere order.
    let direction = match &read.predicate {
        Predicate::Level(_) | Predicate::Share(_) | Predicate::Rank(_) | Predicate::Top(_) => {
            Some(Direction::WrongWeek)
        }
        Predicate::Change(Change { value, .. }) => (!is_order(value)).then_some(Direction::WrongWeek),
        Predicate::Compare(compare) => (!is_order(&compare.value)).then_some(Direction::WrongWeek),
        Predicate::Record(_) | Predicate::Streak(_) | Predicate::First(_) => None,
    };
    let period = assertion.period.map_or_else(String::new, words::when);
    Candidate { assertion, words: format!("holds for {period}"), direction }
}

/// So many weeks in all, for so many running.
fn in_all(read: &Assertion) -> Vec<Candidate> {
    let mut assertion = read.clone();
    match &mut assertion.predicate {
        Predicate::Streak(streak) if !streak.cumulative => streak.cumulative = true,
        _ => return Vec::new(),
    }
    vec![Candidate {
        assertion,
        words: "holds as a number of weeks in all, not running".to_owned(),
        direction: None,
    }]
}

/// Another scope than the one that is said.
fn scopes(data: &Data<'_>, read: &Assertion) -> Vec<Candidate> {
    let inner = read.predicate.inner().and_then(|of| of.scope);
    let Some(said) = read.scope.or(inner) else {
        return Vec::new();
    };
    let vocabulary = &data.dataset.vocabulary;
    let count = u32::try_from(vocabulary.scopes.len()).unwrap_or(0);
    let other = |at: u32| {
        let mut assertion = read.clone();
        within(&mut assertion, |inner| {
            inner.scope = Some(ScopeId(at));
            true
        });
        let scope = vocabulary.scope(ScopeId(at));
        Candidate {
            assertion,
            words: format!("holds among {}", scope.names.first().unwrap_or(&scope.id)),
            direction: None,
        }
    };
    (0..count).filter(|at| *at != said.0).map(other).collect()
}

/// A share of the top n, for a share of everything.
fn tops(read: &Assertion) -> Vec<Candidate> {
    let of = |top: u32| {
        let mut assertion = read.clone();
        let narrowed = within(&mut assertion, |inner| match &mut inner.predicate {
            Predicate::Share(share) if share.top.is_none() => {
                share.top = Some(top);
                true
            }
            _ => false,
        });
        let words = format!("holds as a share of the top {top}");
        narrowed.then_some(Candidate { assertion, words, direction: None })
    };
    TOPS.into_iter().filter_map(of).collect()
}

/// The two subjects, changed for each other.
fn swapped(read: &Assertion) -> Vec<Candidate> {
    let mut assertion = read.clone();
    if assertion.object.is_empty() || !swap(&mut assertion) {
        return Vec::new();
    }
    let order = assertion.predicate.value().is_none_or(is_order);
    vec![Candidate {
        assertion,
        words: "holds with the two changed for each other".to_owned(),
        direction: (!order).then_some(Direction::WrongEntity),
    }]
}

fn swap(assertion: &mut Assertion) -> bool {
    let swaps = match &mut assertion.predicate {
        Predicate::Compare(_) | Predicate::Share(_) => true,
        Predicate::Streak(streak) => swap(&mut streak.of),
        Predicate::First(first) => swap(&mut first.of),
        Predicate::Level(_) | Predicate::Change(_) | Predicate::Rank(_) => false,
        Predicate::Top(_) | Predicate::Record(_) => false,
    };
    if swaps {
        std::mem::swap(&mut assertion.subject, &mut assertion.object);
    }
    swaps
}
