//! Counts of weeks, in words.

use recount_model::{Number, time};

use super::propagate::{Derivation, Step};
use super::relation::Relations;
use super::writer::Writer;
use crate::conflict::formula::{Atom, UnknownId};
use crate::conflict::unknown::Of;
use crate::conflict::words::capitalised;

impl Writer<'_> {
    /// What follows from a count and the one before it: `is` tells the bound.
    pub(super) fn counted(
        &self,
        (before, now): (Option<UnknownId>, UnknownId),
        derivation: &Derivation,
        step: &Step,
        is: &str,
    ) -> String {
        let this = self.words.period(self.unknown(now).period);
        let weeks = before.map_or(1, |before| self.weeks_since(before, now));
        if !matches!(self.unknown(step.unknown).of, Of::Times { .. }) {
            let one = if self.may_have_grown(before, now, derivation) { "one" } else { "none" };
            return capitalised(&format!("{this} is {one} of them, so {is}."));
        }
        // Of the later count, or of the earlier one as what is left of it?
        let later = step.unknown == now;
        let grown = if later { step.plus.clone() } else { -step.plus.clone() };
        let line = match (later == step.is_low, grown.is_zero()) {
            (true, false) => format!("{this} is one of them, so {is}."),
            (true, true) => format!("As the number never falls, {is}."),
            (false, true) => format!("{this} is none of them, so {is}."),
            (false, false) if weeks == 1 => format!("{this} counts once at most, so {is}."),
            (false, false) => {
                let since = before.map_or_else(String::new, |id| self.words.period(self.unknown(id).period));
                format!(
                    "From {since} to {this} there are {weeks} weeks, each of which counts once at most: {is}."
                )
            }
        };
        capitalised(&line)
    }

    /// Is the count not known to be the same as before?
    fn may_have_grown(&self, before: Option<UnknownId>, now: UnknownId, derivation: &Derivation) -> bool {
        let then = before.and_then(|before| derivation.known(before).low);
        let then = then.map_or(Number::ZERO, |low| low.value);
        derivation.known(now).high.is_none_or(|high| high.value > then)
    }

    /// Two counts that the weeks between them do not allow.
    pub(super) fn grown(
        &self,
        before: Option<UnknownId>,
        now: UnknownId,
        derivation: &Derivation,
    ) -> Option<String> {
        let this = self.words.period(self.unknown(now).period);
        let known = derivation.known(now);
        let Some(before) = before else {
            return known.high.map(|_| format!("But {this} is one of them itself."));
        };
        let (weeks, since) = (self.weeks_since(before, now), self.words.period(self.unknown(before).period));
        let then = derivation.known(before);
        if let (Some(low), Some(high)) = (&known.low, &then.high) {
            let more = &low.value - &high.value;
            let number =
                if weeks == 1 { "is only 1 week".to_owned() } else { format!("are only {weeks} weeks") };
            if more > Number::from(weeks) {
                return Some(format!("But that is {more} more, and after {since} there {number}."));
            }
            return Some(format!(
                "But {this} is none of them, and all {weeks} after {since} would have to be."
            ))
            .filter(|_| more == Number::from(weeks));
        }
        let more = &known.high?.value - &then.low.as_ref()?.value;
        Some(match more.is_negative() {
            true if then.low.is_some_and(|low| low.value.is_zero()) => {
                "But there cannot be fewer of them than none.".to_owned()
            }
            true => format!("But there cannot be fewer of them than up to {since}."),
            false => {
                format!("But {this} is one of them itself, and the number is no larger than up to {since}.")
            }
        })
    }

    /// What the weeks of a count are weeks of.
    pub(super) fn counted_weeks(&self, count: UnknownId) -> String {
        match &self.unknown(count).of {
            Of::Times { what } => what.words.clone(),
            _ => self.words.what(self.unknown(count)),
        }
    }

    fn weeks_since(&self, before: UnknownId, now: UnknownId) -> i64 {
        let [before, now] = [before, now].map(|id| self.unknown(id).period.start);
        time::days_between(before, now) / 7
    }
}

impl Relations<'_> {
    /// "From the week of … to the week of … the number of weeks with Alder at number 1
    /// grows by 1": a count less an earlier one.
    pub(super) fn counted(self, atom: &Atom) -> Option<String> {
        let [(first, one), (second, less)] = atom.form.as_slice() else {
            return None;
        };
        let (a, b) = (self.unknowns.get(*first), self.unknowns.get(*second));
        let Of::Times { what } = &a.of else {
            return None;
        };
        if a.of != b.of || *one != Number::ONE || *less != -Number::ONE {
            return None;
        }
        let (then, now, grown) = match a.period < b.period {
            true => (a, b, atom.within.mirrored()),
            false => (b, a, atom.within.clone()),
        };
        let (since, until) = (self.words.period(then.period), self.words.period(now.period));
        let grown = self.words.of(now, &grown);
        Some(format!("from {since} to {until} the number of weeks with {} grows by {grown}", what.words))
    }
}
