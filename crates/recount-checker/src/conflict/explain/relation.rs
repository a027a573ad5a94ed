//! Linear relations between figures, in words.

use recount_model::{Bound, Interval, Number, Unit};

use super::title::listed;
use crate::conflict::formula::{Atom, Formula, Terms, UnknownId};
use crate::conflict::unknown::{Of, Unknown, Unknowns};
use crate::conflict::words::Words;

/// What relations need to name what they relate.
#[derive(Clone, Copy)]
pub(super) struct Relations<'a> {
    pub(super) words: Words<'a>,
    pub(super) unknowns: &'a Unknowns,
}

/// One side of a relation between two: how it compares with the other.
struct Side {
    /// Is the bound from below?
    low: bool,
    open: bool,
}

impl Relations<'_> {
    /// Several that hold together, each told once.
    pub(super) fn all(self, atoms: &[Atom]) -> String {
        let mut each: Vec<String> = Vec::new();
        for atom in atoms {
            let one = self.one(atom);
            if !each.contains(&one) {
                each.push(one);
            }
        }
        listed(&each)
    }

    /// `form ≥ bound`, or `>` where the bound is open.
    pub(super) fn at_least(self, form: &Terms, bound: &Bound) -> String {
        match Formula::bound(form, Interval { low: Some(bound.clone()), high: None }) {
            Formula::Atom(atom) => self.one(&atom),
            Formula::All(_) | Formula::Any(_) => {
                let more = if bound.open { "more than" } else { "at least" };
                format!("0 is {more} {}", self.words.amount(&bound.value))
            }
        }
    }

    /// "Alder is above Birch in the week of …".
    pub(super) fn one(self, atom: &Atom) -> String {
        if let [(only, factor)] = atom.form.as_slice()
            && *factor == Number::ONE
        {
            let unknown = self.unknowns.get(*only);
            return format!("{} is {}", self.words.unknown(unknown), self.words.of(unknown, &atom.within));
        }
        self.counted(atom)
            .or_else(|| self.apart(atom))
            .or_else(|| self.pair(atom))
            .or_else(|| self.sides(atom))
            .unwrap_or_else(|| self.general(atom))
    }

    /// One against another, with a factor, and nothing else.
    fn pair(self, atom: &Atom) -> Option<String> {
        let [(first, one), (second, less)] = atom.form.as_slice() else {
            return None;
        };
        let (bound, side) = match (&atom.within.low, &atom.within.high) {
            (Some(bound), None) => (bound, Side { low: true, open: bound.open }),
            (None, Some(bound)) => (bound, Side { low: false, open: bound.open }),
            _ => return None,
        };
        let (a, b) = (self.unknowns.get(*first), self.unknowns.get(*second));
        if *one != Number::ONE || !less.is_negative() {
            return None;
        }
        if let (Of::Place { .. }, Of::Place { .. }) = (&a.of, &b.of) {
            let step = *less == -Number::ONE && bound.value.abs() == Number::ONE && !bound.open;
            // `a − b ≥ 1` puts b first, `a − b ≤ −1` puts a first.
            let (before, behind) = if side.low { (b, a) } else { (a, b) };
            let apart = bound.value.is_negative() != side.low;
            return (step && apart).then(|| self.before(before, behind));
        }
        if !bound.value.is_zero() || !a.of.is_amount() || !b.of.is_amount() {
            return None;
        }
        Some(self.compared((a, b), &less.abs(), &side))
    }

    /// "Alder is 1.085 to 1.1 trillion tokens above Birch in the week of …".
    fn apart(self, atom: &Atom) -> Option<String> {
        let ([(first, one), (second, less)], Some(low), Some(high)) =
            (atom.form.as_slice(), &atom.within.low, &atom.within.high)
        else {
            return None;
        };
        let (a, b) = (self.unknowns.get(*first), self.unknowns.get(*second));
        let plain = *one == Number::ONE && *less == -Number::ONE && a.period == b.period;
        if !plain || !a.of.is_amount() || !b.of.is_amount() {
            return None;
        }
        let zero = Number::ZERO;
        let (a, b, within) = match (low.value > zero, high.value < zero) {
            (true, _) => (a, b, atom.within.clone()),
            (_, true) => (b, a, atom.within.mirrored()),
            _ => return None,
        };
        let by = self.words.of(a, &within);
        let (what, than, when) = (self.words.what(a), self.words.what(b), self.words.period(a.period));
        Some(format!("{what} is {by} above {than} in {when}"))
    }

    /// "Alder is before Birch in the week of …".
    fn before(self, first: &Unknown, second: &Unknown) -> String {
        let name = |unknown: &Unknown| match &unknown.of {
            Of::Place { subject, .. } => self.words.vocabulary.subject_name(*subject).to_owned(),
            _ => self.words.what(unknown),
        };
        match first.period == second.period {
            true => {
                format!("{} is before {} in {}", name(first), name(second), self.words.period(first.period))
            }
            false => format!(
                "{} is at a better place in {} than {} in {}",
                name(first),
                self.words.period(first.period),
                if first.of == second.of { "it".to_owned() } else { name(second) },
                self.words.period(second.period)
            ),
        }
    }

    /// `a` against `factor · b`. A relation is told from above: "Birch above
    /// Alder", not "Alder below Birch".
    fn compared(self, (a, b): (&Unknown, &Unknown), factor: &Number, side: &Side) -> String {
        let plain = *factor == Number::ONE;
        let turn = plain && !side.low;
        let (a, b, low) = if turn { (b, a, true) } else { (a, b, side.low) };
        let word = match (low, side.open) {
            (true, true) => "above",
            (true, false) => "not below",
            (false, true) => "below",
            (false, false) => "not above",
        };
        let is = match &a.of {
            Of::Volume { subject, .. } if self.words.many(&[*subject]) => "are",
            _ => "is",
        };
        let times = if plain { String::new() } else { format!("{} × ", digits(factor)) };
        let (what, when) = (self.words.what(a), self.words.period(a.period));
        if a.period == b.period {
            format!("{what} {is} {word} {times}{} in {when}", self.words.what(b))
        } else if a.of == b.of {
            let then = self.words.period(b.period);
            format!("{what} in {when} {is} {word} {times}that in {then}")
        } else {
            format!("{what} in {when} {is} {word} {times}{}", self.words.unknown(b))
        }
    }

    /// "Alder + Birch is not above the north in the week of …": sums on both
    /// sides, against nothing.
    fn sides(self, atom: &Atom) -> Option<String> {
        let (bound, low) = match (&atom.within.low, &atom.within.high) {
            (Some(bound), None) => (bound, true),
            (None, Some(bound)) => (bound, false),
            _ => return None,
        };
        let amount = |(id, _): &(UnknownId, Number)| self.unknowns.get(*id).of.is_amount();
        if !bound.value.is_zero() || !atom.form.iter().all(amount) {
            return None;
        }
        let part = |less: bool| -> Terms {
            let own = atom.form.iter().filter(|(_, factor)| factor.is_negative() == less);
            own.map(|(id, factor)| (*id, factor.abs())).collect()
        };
        let (more, less) = match low {
            true => (part(false), part(true)),
            false => (part(true), part(false)),
        };
        if more.is_empty() || less.is_empty() {
            return None;
        }
        // The side with the sum is told first.
        let (first, second, word) = match (more.len() >= less.len(), bound.open) {
            (true, true) => (more, less, "above"),
            (true, false) => (more, less, "not below"),
            (false, true) => (less, more, "below"),
            (false, false) => (less, more, "not above"),
        };
        let (first, second, when) = self.in_one_period(&first, &second);
        Some(format!("{first} is {word} {second}{when}"))
    }

    fn in_one_period(self, first: &Terms, second: &Terms) -> (String, String, String) {
        let mut periods = first.iter().chain(second).map(|(id, _)| self.unknowns.get(*id).period);
        let when = periods.next().filter(|first| periods.all(|other| other == *first));
        let side = |terms: &Terms| {
            let term = |(id, factor): &(UnknownId, Number)| {
                let unknown = self.unknowns.get(*id);
                let name =
                    if when.is_some() { self.words.what(unknown) } else { self.words.unknown(unknown) };
                match *factor == Number::ONE {
                    true => name,
                    false => format!("{} × {name}", digits(factor)),
                }
            };
            terms.iter().map(term).collect::<Vec<_>>().join(" + ")
        };
        let words = when.map_or_else(String::new, |period| format!(" in {}", self.words.period(period)));
        (side(first), side(second), words)
    }

    /// "Alder − Birch is 1.085 to 1.1 trillion tokens in the week of …".
    fn general(self, atom: &Atom) -> String {
        let mut periods = atom.form.iter().map(|(id, _)| self.unknowns.get(*id).period);
        let first = periods.next();
        let when = first.filter(|first| periods.all(|other| other == *first));
        let name = |unknown: &Unknown| match when {
            Some(_) => self.words.what(unknown),
            None => self.words.unknown(unknown),
        };
        let mut form = String::new();
        for (at, (id, factor)) in atom.form.iter().enumerate() {
            form.push_str(match (at, factor.is_negative()) {
                (0, false) => "",
                (0, true) => "−",
                (_, false) => " + ",
                (_, true) => " − ",
            });
            if factor.abs() != Number::ONE {
                form.push_str(&format!("{} × ", digits(&factor.abs())));
            }
            form.push_str(&name(self.unknowns.get(*id)));
        }
        let when = when.map_or_else(String::new, |period| format!(" in {}", self.words.period(period)));
        format!("{form} is {}{when}", self.value(atom))
    }

    fn value(self, atom: &Atom) -> String {
        let nothing = |bound: &Option<Bound>| bound.as_ref().is_none_or(|b| b.value.is_zero());
        let first = atom.form.first().map(|(id, _)| self.unknowns.get(*id));
        let portion = |(id, _): &(UnknownId, Number)| matches!(self.unknowns.get(*id).of, Of::Portion { .. });
        if let (Some(unknown), true) = (first, atom.form.len() > 1 && atom.form.iter().all(portion)) {
            let points = atom.within.scaled(&Number::from(100));
            return self.words.interval(&points, Unit::Point, unknown.metric);
        }
        if let Some(unknown) = first
            && !(nothing(&atom.within.low) && nothing(&atom.within.high))
        {
            return self.words.of(unknown, &atom.within);
        }
        match (&atom.within.low, &atom.within.high) {
            (Some(_), Some(_)) => "0".to_owned(),
            (Some(low), None) => format!("{} 0", if low.open { "more than" } else { "at least" }),
            (None, Some(high)) => format!("{} 0", if high.open { "less than" } else { "at most" }),
            (None, None) => "any number".to_owned(),
        }
    }
}

/// A factor: as a decimal where that is exact, else as a fraction where that is
/// short, else to six places.
pub(super) fn digits(factor: &Number) -> String {
    if (factor * &Number::from(1_000_000)).is_whole() {
        return factor.to_decimal(6);
    }
    match factor.to_parts() {
        Some((over, under)) if under < 100_000 => format!("{over}/{under}"),
        Some(_) | None => factor.to_decimal(6),
    }
}
