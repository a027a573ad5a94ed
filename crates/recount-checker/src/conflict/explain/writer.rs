//! A refutation in lines. "(2)" is the second statement of the conflict.

use std::collections::BTreeSet;

use recount_model::{Bound, Interval, Number, Predicate, Unit};

use super::cases::in_case;
use super::farkas::Addend;
use super::proof::{Argument, Given, Proof};
use super::propagate::{Clash, Derivation, Step};
use super::relation::{Relations, digits};
use super::role::role;
use super::sum;
use crate::conflict::claims_alone::Set;
use crate::conflict::define::Why;
use crate::conflict::formula::{Atom, Terms, UnknownId};
use crate::conflict::unknown::{Of, Unknown};
use crate::conflict::words::{DECIMALS, Words};

/// Writes the lines of one set.
pub(super) struct Writer<'a> {
    pub(super) set: &'a Set<'a>,
    pub(super) words: Words<'a>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(set: &'a Set<'a>) -> Self {
        Self { set, words: Words::new(set.own.world.vocabulary) }
    }

    /// The refutation, case by case where it needs cases.
    pub(super) fn lines(&self, argument: &Argument) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // What was told before, of all cases or of this one, is known, whichever way it follows.
        let mut told: Vec<(String, String)> = Vec::new();
        for line in self.proof(argument, &argument.proof, "") {
            let (case, what) = match line.strip_prefix("Case ").and_then(|rest| rest.split_once(": ")) {
                Some((case, what)) => (case.to_owned(), what),
                None => (String::new(), line.as_str()),
            };
            let core = ["Then ", "So "].iter().find_map(|word| what.strip_prefix(word)).unwrap_or(what);
            let known = (case, core.to_owned());
            let within = |(other, what): &(String, String)| {
                let inside =
                    other.is_empty() || known.0 == *other || known.0.starts_with(&format!("{other}."));
                inside && *what == known.1
            };
            if line.contains("But ") || !told.iter().any(within) {
                told.push(known);
                lines.push(line);
            }
        }
        lines
    }

    pub(super) fn proof(&self, argument: &Argument, proof: &Proof, case: &str) -> Vec<String> {
        let lines = match proof {
            Proof::Bounds(derivation) => self.bounds(argument, derivation),
            Proof::Sum(addends) => self.sum(argument, addends),
            Proof::Cases { given, branches } => return self.cases(argument, *given, branches, case),
        };
        lines.into_iter().map(|line| in_case(case, line)).collect()
    }

    pub(super) fn relations(&self) -> Relations<'_> {
        Relations { words: self.words, unknowns: &self.set.own.world.unknowns }
    }

    pub(super) fn unknown(&self, id: UnknownId) -> &Unknown {
        self.set.own.world.unknowns.get(id)
    }

    /// The definition behind a given; `None` for a statement.
    pub(super) fn why(&self, given: &Given) -> Option<&'a Why> {
        let rule = given.source.checked_sub(self.set.statements.len())?;
        self.set.own.rules.get(rule).map(|rule| &rule.why)
    }

    /// "(2)".
    fn number(given: &Given) -> String {
        format!("({})", given.source + 1)
    }

    /// "(2), a change of 34.85 to 35 percent".
    pub(super) fn named(&self, given: &Given) -> String {
        let number = Self::number(given);
        match self.set.statements.get(given.source) {
            Some(statement) => format!("{number}, {},", role(self.words, &statement.assertion)),
            None => number,
        }
    }

    fn sum(&self, argument: &Argument, addends: &[Addend]) -> Vec<String> {
        let who = |addend: &Addend| {
            let given = &argument.givens[addend.given];
            match self.why(given) {
                _ if given.assumed => sum::Who::Assumed,
                Some(Why::Range) => sum::Who::Rule(None),
                Some(Why::Figure { source }) => sum::Who::Data(source.clone()),
                // What it says of the figures is the rule.
                Some(Why::Slots) if given.clause.len() == 1 => sum::Who::Rule(None),
                Some(why) => sum::Who::Rule(Some(self.rule_of(why, given))),
                None if self.by_rank(given, &addend.form) => {
                    let named = self.named(given);
                    sum::Who::Statement(format!("{named} with no more than each before it,"))
                }
                None => sum::Who::Statement(Self::number(given)),
            }
        };
        let whose: Vec<sum::Who> = addends.iter().map(who).collect();
        sum::lines(self.relations(), addends, &whose)
    }

    /// Does a place say something of figures?
    fn by_rank(&self, given: &Given, form: &Terms) -> bool {
        let statement = self.set.statements.get(given.source);
        let rank = statement.is_some_and(|s| matches!(s.assertion.predicate, Predicate::Rank(_)));
        rank && form.iter().any(|(id, _)| self.unknown(*id).of.is_amount())
    }

    fn bounds(&self, argument: &Argument, derivation: &Derivation) -> Vec<String> {
        let mut wanted = derivation.needed();
        if let Clash::Bounds { later, .. } = derivation.clash {
            wanted.remove(&later);
        }
        let mut lines = Vec::new();
        let mut told: BTreeSet<(UnknownId, (usize, bool))> = BTreeSet::new();
        for at in &wanted {
            let step = &derivation.steps[*at];
            let source = Self::origin(argument, step);
            if told.insert((step.unknown, source)) {
                lines.extend(self.line(argument, derivation, step));
            }
        }
        lines.extend(self.clash(argument, derivation));
        lines
    }

    /// The statement or rule behind a step, and whether it is only assumed.
    pub(super) fn origin(argument: &Argument, step: &Step) -> (usize, bool) {
        let given = &argument.givens[step.source];
        (given.source, given.assumed)
    }

    /// Both ends that one source gives an unknown.
    fn ends(argument: &Argument, derivation: &Derivation, step: &Step) -> (Vec<Step>, Interval) {
        let mut ends = (None, None);
        let last = match derivation.clash {
            Clash::Bounds { later, .. } => Some(later),
            Clash::Clause { .. } => None,
        };
        for (at, other) in derivation.steps.iter().enumerate() {
            // The bound that clashes is told in the end, unless it is what is told.
            if last == Some(at) && !std::ptr::eq(other, step) {
                continue;
            }
            let same = Self::origin(argument, other) == Self::origin(argument, step);
            if same && other.unknown == step.unknown {
                match other.is_low {
                    true => ends.0 = Some(other.clone()),
                    false => ends.1 = Some(other.clone()),
                }
            }
        }
        let within = Interval {
            low: ends.0.as_ref().map(|step| step.bound.clone()),
            high: ends.1.as_ref().map(|step| step.bound.clone()),
        };
        (ends.0.into_iter().chain(ends.1).collect(), within)
    }

    pub(super) fn line(&self, argument: &Argument, derivation: &Derivation, step: &Step) -> Option<String> {
        let given = &argument.givens[step.source];
        let unknown = self.unknown(step.unknown);
        let (steps, within) = Self::ends(argument, derivation, step);
        let is = format!("{} is {}", self.words.unknown(unknown), self.words.of(unknown, &within));
        let how = self.arithmetic(derivation, &steps);
        Some(match self.why(given) {
            _ if given.assumed => format!("Then {is}{how}."),
            Some(Why::Range) => return None,
            // There are never fewer weeks than none.
            Some(Why::Times { .. }) if within == Interval::at_least(Number::ZERO) => return None,
            Some(why) => self.follows((why, given), derivation, step, &format!("{is}{how}")),
            None if self.is_plain(given, unknown) => format!("By {} {is}{how}.", Self::number(given)),
            None => format!("By {} {is}{how}.", self.named(given)),
        })
    }

    /// Does the statement say just this figure, so that its number is enough?
    fn is_plain(&self, given: &Given, unknown: &Unknown) -> bool {
        let statement = self.set.statements.get(given.source);
        statement.is_some_and(|statement| {
            let one = statement.assertion.subject.len() == 1 && !statement.assertion.negated;
            one && match &statement.assertion.predicate {
                Predicate::Level(_) => true,
                Predicate::Rank(_) | Predicate::Top(_) => !unknown.of.is_amount(),
                _ => false,
            }
        })
    }

    /// "(4.185 trillion / 1.35 to 4.2 trillion / 1.3485)": how each end comes
    /// about, where that is one operation or a plain sum.
    fn arithmetic(&self, derivation: &Derivation, steps: &[Step]) -> String {
        let ends: Option<Vec<String>> = steps.iter().map(|step| self.operation(derivation, step)).collect();
        match ends {
            Some(mut ends) if !ends.is_empty() => {
                ends.dedup();
                format!(" ({})", ends.join(" to "))
            }
            _ => String::new(),
        }
    }

    fn operation(&self, derivation: &Derivation, step: &Step) -> Option<String> {
        let amount = |at: usize| {
            let from = &derivation.steps[at];
            let unknown = self.unknown(from.unknown);
            unknown.of.is_amount().then(|| self.words.amount(&from.bound.value))
        };
        if let ([(factor, input)], true) = (step.parts.as_slice(), step.plus.is_zero()) {
            let short = |n: &Number| (n * &Number::from(100_000)).is_whole();
            let inverse = Number::ONE.checked_div(factor)?;
            let of = amount(*input)?;
            return match (short(factor), short(&inverse)) {
                _ if factor.abs() == Number::ONE => None,
                (true, _) => Some(format!("{of} × {}", digits(factor))),
                (false, true) => Some(format!("{of} / {}", digits(&inverse))),
                (false, false) => None,
            };
        }
        // A sum begins with what is added.
        let mut terms: Vec<(bool, String)> = Vec::new();
        if !step.plus.is_zero() && self.unknown(step.unknown).of.is_amount() {
            terms.push((step.plus.is_negative(), self.words.amount(&step.plus.abs())));
        }
        for (factor, input) in &step.parts {
            let times = match factor.abs() {
                one if one == Number::ONE => String::new(),
                other => format!("{} × ", digits(&other)),
            };
            terms.push((factor.is_negative(), format!("{times}{}", amount(*input)?)));
        }
        terms.sort_by_key(|(less, _)| *less);
        if terms.len() < 2 {
            return None;
        }
        let mut sum = String::new();
        for (at, (less, term)) in terms.iter().enumerate() {
            sum.push_str(match (at, less) {
                (0, false) => "",
                (0, true) => "−",
                (_, false) => " + ",
                (_, true) => " − ",
            });
            sum.push_str(term);
        }
        Some(sum)
    }

    fn clash(&self, argument: &Argument, derivation: &Derivation) -> Vec<String> {
        let (earlier, later) = match &derivation.clash {
            Clash::Bounds { earlier, later } => (&derivation.steps[*earlier], &derivation.steps[*later]),
            Clash::Clause { source, .. } => return self.no_way(argument, derivation, *source),
        };
        let given = &argument.givens[later.source];
        let unknown = self.unknown(later.unknown);
        let name = self.words.unknown(unknown);
        let side = |step: &Step| {
            let (low, high) = match step.is_low {
                true => (Some(step.bound.clone()), None),
                false => (None, Some(step.bound.clone())),
            };
            Interval { low, high }
        };
        let (needed, known) = self.apart(unknown, &side(later), &side(earlier));
        let how = self.arithmetic(derivation, std::slice::from_ref(later));
        let line = match self.why(given) {
            Some(Why::Range) => format!("But {name} would be {known}, and it is {needed} in any case."),
            Some(why) => self.would_be((why, given), derivation, later, (&needed, &how, &known)),
            None if given.assumed => format!("But then {name} is {needed}{how}, and it is {known}."),
            None if later.inputs.is_empty() && self.is_plain(given, unknown) => {
                let stated = self.words.of(unknown, &Self::stated(argument, later));
                format!("But by {} {name} is {stated}: the two have nothing in common.", Self::number(given))
            }
            None => format!("But {} needs {name} to be {needed}{how}, and it is {known}.", self.named(given)),
        };
        vec![line]
    }

    /// All that the source of a step says of its unknown by itself.
    fn stated(argument: &Argument, step: &Step) -> Interval {
        let own = argument
            .givens
            .iter()
            .filter(|given| (given.source, given.assumed) == Self::origin(argument, step));
        let atoms = own.filter(|given| given.clause.len() == 1).flat_map(|given| &given.clause[0]);
        let of = atoms.filter(|atom| atom.form.as_slice() == [(step.unknown, Number::ONE)]);
        of.fold(Interval::ALL, |all, atom| all.intersection(&atom.within))
    }

    /// Both intervals in words, with as many decimals as it takes to tell them
    /// apart.
    fn apart(&self, unknown: &Unknown, a: &Interval, b: &Interval) -> (String, String) {
        let short = (self.words.of(unknown, a), self.words.of(unknown, b));
        if !unknown.of.is_amount() {
            return short;
        }
        let end = |i: &Interval, decimals: usize| {
            let words = self.words;
            words.interval_to(i, Unit::Own, unknown.metric, decimals)
        };
        let number = |text: &str| text.split_whitespace().nth(2).map(str::to_owned);
        (DECIMALS..10)
            .map(|decimals| (end(a, decimals), end(b, decimals)))
            .find(|(a, b)| number(a) != number(b))
            .unwrap_or(short)
    }

    /// A clause none of whose alternatives is left.
    fn no_way(&self, argument: &Argument, derivation: &Derivation, source: usize) -> Vec<String> {
        let given = &argument.givens[source];
        if let Some(why) = self.why(given) {
            return vec![self.none_left(why, given, derivation)];
        }
        // Where less than an alternative has no way to hold, it need not be told.
        let told = |atoms: &&Vec<Atom>| {
            let less = |other: &Vec<Atom>| {
                other.len() < atoms.len() && other.iter().all(|atom| atoms.contains(atom))
            };
            !given.clause.iter().any(less)
        };
        let open = given.clause.iter().filter(|atoms| !atoms.iter().any(|atom| self.is_idle(atom)));
        let open = open.filter(told);
        let alternatives: Vec<String> = open.map(|atoms| self.alternative(given, atoms)).collect();
        let named = self.named(given);
        vec![match alternatives.as_slice() {
            [] => format!("But {named} has no way to hold."),
            [first @ .., last] if first.len() < 3 => {
                let each: Vec<String> = first.iter().map(|one| format!("{one}, or that ")).collect();
                format!("But {named} says that {}{last}, which the above excludes.", each.concat())
            }
            _ => format!("But {named} has no way to hold then."),
        }]
    }

    /// Does it ask for a place before the first, or for less than nothing?
    fn is_idle(&self, atom: &Atom) -> bool {
        let [(id, factor)] = atom.form.as_slice() else {
            return false;
        };
        let of = &self.unknown(*id).of;
        let least = match of {
            Of::Place { .. } => Number::ONE,
            _ => Number::ZERO,
        };
        let below = |high: &Bound| high.value < least || (high.open && high.value == least);
        *factor == Number::ONE && of.is_whole() && atom.within.high.as_ref().is_some_and(below)
    }
}
