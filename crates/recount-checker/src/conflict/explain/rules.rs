//! Definitions in words, and what follows from them.

use recount_model::vocabulary::Best;
use recount_model::{Interval, Subject};

use super::proof::Given;
use super::propagate::{Derivation, Step};
use super::writer::Writer;
use crate::conflict::define::Why;
use crate::conflict::formula::{Atom, UnknownId};
use crate::conflict::unknown::{Of, Unknown};
use crate::conflict::words::capitalised;

impl Writer<'_> {
    /// A definition.
    pub(super) fn rule(&self, why: &Why) -> String {
        let what = |id: &UnknownId| self.words.what(self.unknown(*id));
        match why {
            Why::Range => "a figure is not negative".to_owned(),
            Why::Parts { whole, parts } => {
                let names: Vec<String> = parts.iter().map(what).collect();
                format!("{} is at least {}", what(whole), names.join(" + "))
            }
            Why::Sum { whole } => format!("{} is the sum of its series", what(whole)),
            Why::Order { .. } => {
                "no two share a place, and the better place has the better figure".to_owned()
            }
            Why::Among => "a place among some is no worse than the place among all".to_owned(),
            Why::Count => "each of the top places has one holder".to_owned(),
            Why::Slots => {
                "who is before another has no less, and the top places are part of the whole".to_owned()
            }
            Why::Figure { source } => format!("the data of {source}"),
            Why::Times { .. } => "each week counts once, and only where it was so".to_owned(),
            Why::Life => "the weeks on record follow one another".to_owned(),
            Why::Implied { part, whole } => {
                let [part, whole] = [part, whole].map(|id| self.counted_weeks(*id));
                format!("each week with {part} is one with {whole}")
            }
            Why::Apart { one, other } => {
                let [one, other] = [one, other].map(|id| self.counted_weeks(*id));
                format!("no week with {one} is one with {other}")
            }
            Why::ShareOf { share } => match &self.unknown(*share).of {
                Of::Portion { subject, object } => {
                    let names = |list: &[(Subject, _)]| {
                        let names = list.iter().map(|(one, _)| self.words.vocabulary.subject_name(*one));
                        names.collect::<Vec<_>>().join(" + ")
                    };
                    format!("{} is {} / {}", what(share), names(subject), names(object))
                }
                _ => "a share is the part over the whole".to_owned(),
            },
            Why::Shares => "the shares of different parts add up to no more than 100 percent".to_owned(),
        }
    }

    /// The same for one of its clauses, as far as that says more.
    pub(super) fn rule_of(&self, why: &Why, given: &Given) -> String {
        match (why, given.clause.as_slice()) {
            (Why::Slots | Why::Among, [atoms]) => self.relations().all(atoms),
            (Why::Slots, _) => {
                "who is in the top has at least the figure of its last place, and who is not has no more"
                    .to_owned()
            }
            _ => self.rule(why),
        }
    }

    /// What follows from a definition: `is` tells the bound.
    pub(super) fn follows(
        &self,
        (why, given): (&Why, &Given),
        derivation: &Derivation,
        step: &Step,
        is: &str,
    ) -> String {
        match (why, &self.unknown(step.unknown).of) {
            (Why::Order { places }, _) => {
                format!("{}: {is}.", capitalised(&self.reason(*places, derivation, step)))
            }
            (Why::Count, Of::Inside { subject, among: None, top }) => {
                let name = self.words.vocabulary.subject_name(*subject);
                let place =
                    |at: &usize| matches!(self.unknown(derivation.steps[*at].unknown).of, Of::Place { .. });
                match (step.inputs.iter().any(place), step.is_low) {
                    (true, true) => format!("By its place {name} is in the top {top}."),
                    (true, false) => format!("By its place {name} is not in the top {top}."),
                    (false, true) => format!("So {name} has to be in the top {top}."),
                    (false, false) => format!("That leaves {name} no place in the top {top}."),
                }
            }
            (Why::Slots, _) if given.clause.len() > 1 => {
                format!("As places are in the order of figures: {is}.")
            }
            (Why::Times { before, now }, _) => self.counted((*before, *now), derivation, step, is),
            (Why::Figure { source }, _) => format!("By the data, {is} ({source})."),
            (Why::Count, _) => format!("As each of the top places has one holder, {is}."),
            _ => format!("{}: {is}.", capitalised(&self.rule_of(why, given))),
        }
    }

    /// Why the bound follows from the order of two things.
    fn reason(&self, places: (UnknownId, UnknownId), derivation: &Derivation, step: &Step) -> String {
        let of = &self.unknown(step.unknown).of;
        if let Of::Ahead { first, second } = of {
            let name = |subject: &Subject| self.words.vocabulary.subject_name(*subject);
            return format!("one of {} and {} is before the other", name(first), name(second));
        }
        let (own, other) = self.pair(places, of, step.unknown);
        let better = self.is_better(step, of);
        let stands = if better { "before" } else { "behind" };
        let figure = |at: &usize| self.unknown(derivation.steps[*at].unknown).of.is_amount();
        match of {
            Of::Place { .. } if !step.inputs.iter().any(figure) => {
                format!("{own} is {stands} {other}, and no two share a place")
            }
            Of::Place { .. } => {
                let figure = if better { "better" } else { "worse" };
                format!("{own} has a {figure} figure than {other}, so it is {stands} it")
            }
            _ => {
                let worse = if better { "worse" } else { "better" };
                format!("{own} is {stands} {other}, so its figure is no {worse}")
            }
        }
    }

    /// A definition that needs a bound which is excluded.
    pub(super) fn would_be(
        &self,
        (why, given): (&Why, &Given),
        derivation: &Derivation,
        step: &Step,
        (needed, how, known): (&str, &str, &str),
    ) -> String {
        let unknown = self.unknown(step.unknown);
        let name = self.words.unknown(unknown);
        match (why, &unknown.of) {
            (Why::Order { places }, Of::Place { .. }) if self.same_place(*places, derivation) => {
                self.shared(*places, derivation)
            }
            (Why::Order { places }, _) => {
                let reason = self.reason(*places, derivation, step);
                format!("But {reason}: {name} would have to be {needed}{how}, and it is {known}.")
            }
            (Why::Count, Of::Inside { subject, among: None, top }) => {
                let name = self.words.vocabulary.subject_name(*subject);
                let (is, was) = if step.is_low { ("is", "is not") } else { ("is not", "is") };
                format!("But {name} {is} in the top {top} by its place, and {was} by the count.")
            }
            (Why::Figure { source }, _) => {
                format!("But by the data {name} is {needed} ({source}), and not {known}.")
            }
            _ => format!(
                "But {}: {name} would have to be {needed}{how}, and it is {known}.",
                self.rule_of(why, given)
            ),
        }
    }

    /// A definition none of whose alternatives is left.
    pub(super) fn none_left(&self, why: &Why, given: &Given, derivation: &Derivation) -> String {
        if let Why::Times { before, now } = why
            && let Some(line) = self.grown(*before, *now, derivation)
        {
            return line;
        }
        let Why::Order { places } = why else {
            return self.beside(given, derivation).unwrap_or_else(|| {
                format!("But {}, and the above leaves no way for that.", self.rule_of(why, given))
            });
        };
        if self.same_place(*places, derivation) {
            return self.shared(*places, derivation);
        }
        let (a, b) = (self.unknown(places.0), self.unknown(places.1));
        let (name_a, name_b) = (self.holder(a), self.holder(b));
        let [known_a, known_b] = [places.0, places.1].map(|id| derivation.known(id));
        let before = |x: &Interval, y: &Interval| match (&x.high, &y.low) {
            (Some(high), Some(low)) => high.value <= low.value,
            _ => false,
        };
        let (first, second) = match (before(&known_a, &known_b), before(&known_b, &known_a)) {
            (true, _) => (name_a, name_b),
            (_, true) => (name_b, name_a),
            _ => {
                return format!(
                    "But {}, and the above leaves neither order of {name_a} and {name_b}.",
                    self.rule(why)
                );
            }
        };
        let worse = match self.is_highest(a) {
            true => "lower",
            false => "higher",
        };
        format!("But {first} is before {second}, and its figure is {worse}.")
    }

    /// An alternative of a clause.
    pub(super) fn alternative(&self, given: &Given, atoms: &[Atom]) -> String {
        let relations = self.relations();
        match self.why(given) {
            // The places say it; that the figures follow is the rule.
            Some(Why::Order { .. }) => relations.all(atoms.get(..1).unwrap_or(atoms)),
            Some(Why::Count) => match atoms.iter().find(|atom| self.is_placing(atom)) {
                Some(placing) => relations.one(placing),
                None => relations.all(atoms.get(..1).unwrap_or(atoms)),
            },
            Some(Why::Slots) if atoms.first().is_some_and(|atom| self.is_placing(atom)) => {
                relations.all(atoms.get(..1).unwrap_or(atoms))
            }
            Some(_) | None => relations.all(atoms),
        }
    }

    /// Does it say who is in the top places, or how many?
    pub(super) fn is_placing(&self, atom: &Atom) -> bool {
        let whose = |of: &Of| matches!(of, Of::Inside { .. } | Of::Count { .. });
        atom.form.iter().all(|(id, _)| whose(&self.unknown(*id).of))
    }

    /// The thing whose place or figure the unknown is.
    fn holder(&self, unknown: &Unknown) -> String {
        match &unknown.of {
            Of::Place { subject, .. } => self.words.vocabulary.subject_name(*subject).to_owned(),
            _ => self.words.what(unknown),
        }
    }

    /// Of two ranked things the one that the unknown is of, and the other.
    fn pair(&self, places: (UnknownId, UnknownId), of: &Of, own: UnknownId) -> (String, String) {
        let (a, b) = (self.unknown(places.0), self.unknown(places.1));
        let subject = |of: &Of| -> Option<Subject> {
            match of {
                Of::Place { subject, .. } | Of::Volume { subject, .. } => Some(*subject),
                _ => None,
            }
        };
        let first = own == places.0 || (own != places.1 && subject(of) == subject(&a.of));
        match first {
            true => (self.holder(a), self.holder(b)),
            false => (self.holder(b), self.holder(a)),
        }
    }

    fn is_highest(&self, unknown: &Unknown) -> bool {
        self.words.vocabulary.metric(unknown.metric).best == Best::Highest
    }

    /// Does the bound put its thing before the other?
    fn is_better(&self, step: &Step, of: &Of) -> bool {
        match of {
            Of::Place { .. } => !step.is_low,
            _ => step.is_low == self.is_highest(self.unknown(step.unknown)),
        }
    }

    /// Where a count has left a thing in the top places, or out of them, and its
    /// own place says otherwise.
    fn beside(&self, given: &Given, derivation: &Derivation) -> Option<String> {
        let atoms = given.clause.iter().flatten();
        let mut unknowns = atoms.flat_map(|atom| atom.form.iter().map(|(id, _)| *id));
        let inside = unknowns.find(|id| matches!(self.unknown(*id).of, Of::Inside { .. }))?;
        let Of::Inside { subject, among: None, top } = &self.unknown(inside).of else {
            return None;
        };
        let name = self.words.vocabulary.subject_name(*subject);
        let known = derivation.known(inside);
        let not = match (&known.low, &known.high) {
            (_, Some(high)) if high.value.is_zero() => "",
            (Some(low), _) if !low.value.is_zero() => "not ",
            _ => return None,
        };
        Some(format!("But by its place {name} is {not}in the top {top}."))
    }

    /// Are both known to be at one place?
    fn same_place(&self, places: (UnknownId, UnknownId), derivation: &Derivation) -> bool {
        let known = [places.0, places.1].map(|id| derivation.known(id).single().cloned());
        known[0].is_some() && known[0] == known[1]
    }

    fn shared(&self, places: (UnknownId, UnknownId), derivation: &Derivation) -> String {
        let (a, b) = (self.unknown(places.0), self.unknown(places.1));
        let place = derivation.known(places.0).single().map_or_else(String::new, |n| format!(" number {n}"));
        format!(
            "But {} and {} cannot both be{place} in {}.",
            self.holder(a),
            self.holder(b),
            self.words.period(a.period)
        )
    }
}
