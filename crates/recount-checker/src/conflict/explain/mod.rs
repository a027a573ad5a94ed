//! Why a set of statements has no common solution, in a few lines that an
//! editor can follow with a pencil.

mod propagate;
mod role;
mod title;

use std::collections::BTreeSet;

use recount_model::{Bound, Interval, Number, Predicate, Streak, Unit};

use super::claims_alone::Set;
use super::compile::World;
use super::define::Why;
use super::formula::{Atom, Clause, UnknownId};
use super::statements::{Statement, key};
use super::system::Answer;
use super::words::{DECIMALS, Words, capitalised};
use propagate::{Clash, Derivation, Step};
use recount_model::{article, ordinal};
pub(crate) use role::role;
pub(crate) use title::title;

/// The lines.
pub(crate) fn lines(set: &Set<'_>) -> Vec<String> {
    if let Some(lines) = by_index(set) {
        return lines;
    }
    let writer =
        Writer { world: &set.own.world, set, words: Words::new(set.own.world.vocabulary), used: used(set) };
    let clauses = writer.clauses();
    match propagate::derive(&clauses) {
        Some(derivation) => writer.derivation(&derivation),
        None => writer.together(),
    }
}

/// The rules that a refutation of the set uses.
fn used(set: &Set<'_>) -> Vec<usize> {
    match set.own.system().solve(&set.own.but(None)) {
        Answer::Impossible { rules, .. } => rules,
        Answer::Possible | Answer::Unknown => Vec::new(),
    }
}

/// Two streaks of one thing whose counts do not fit the weeks between them.
fn by_index(set: &Set<'_>) -> Option<Vec<String>> {
    let [a, b] = set.statements.as_slice() else {
        return None;
    };
    let (earlier, later) = match a.assertion.period <= b.assertion.period {
        true => (*a, *b),
        false => (*b, *a),
    };
    let (first, second) = (streak(earlier)?, streak(later)?);
    let moved = first.of.moved_to(second.of.period);
    let vocabulary = set.own.world.vocabulary;
    let same = key(vocabulary, &moved, earlier.scope) == key(vocabulary, &second.of, later.scope);
    if !same || earlier.assertion.negated || later.assertion.negated {
        return None;
    }
    let (from, to) = (earlier.assertion.period?, later.assertion.period?);
    let days = recount_model::time::days_between(from.start, to.start);
    let words = Words::new(vocabulary);
    let start =
        |streak: &Streak, end: recount_model::Period| end.weeks_later(1 - i64::from(streak.weeks.low()));
    let count = |s: &Statement| role(words, &s.assertion);
    let mut lines = vec![
        format!("Both count the same run: {}.", role::clause(words, &first.of)),
        format!(
            "{} in {} means that it began in {}.",
            capitalised(&count(earlier)),
            words.period(from),
            words.period(start(first, from))
        ),
        format!(
            "{} in {} means that it began in {}.",
            capitalised(&count(later)),
            words.period(to),
            words.period(start(second, to))
        ),
    ];
    let apart = u32::try_from(days / 7).ok()?;
    lines.push(match apart {
        0 => "One week cannot have two counts.".to_owned(),
        _ => {
            let next = first.weeks.low() + apart;
            let weeks = if apart == 1 { "week" } else { "weeks" };
            format!(
                "The two are {apart} {weeks} apart: after {} {} the later one would be the {}.",
                article(first.weeks.low()),
                ordinal(first.weeks.low()),
                ordinal(next)
            )
        }
    });
    Some(lines)
}

fn streak(statement: &Statement) -> Option<&Streak> {
    match &statement.assertion.predicate {
        Predicate::Streak(streak) if streak.ordinal && !streak.cumulative => Some(streak),
        _ => None,
    }
}

struct Writer<'a> {
    world: &'a World<'a>,
    set: &'a Set<'a>,
    words: Words<'a>,
    /// Of the set's rules, those that the refutation uses.
    used: Vec<usize>,
}

impl<'a> Writer<'a> {
    /// Every clause, with the number of its statement, or of its rule after them.
    fn clauses(&self) -> Vec<(usize, &'a Clause)> {
        let statements = self.set.own.clauses.iter().enumerate();
        let said = statements.flat_map(|(at, clauses)| clauses.iter().map(move |c| (at, c)));
        let after = self.set.statements.len();
        let rules = self.used.iter().map(|r| (after + r, &self.set.own.rules[*r].clause));
        said.chain(rules).collect()
    }

    fn why(&self, source: usize) -> Option<&Why> {
        let rule = source.checked_sub(self.set.statements.len())?;
        self.set.own.rules.get(rule).map(|rule| &rule.why)
    }

    fn derivation(&self, derivation: &Derivation) -> Vec<String> {
        let mut wanted = BTreeSet::new();
        let mut open = match &derivation.clash {
            Clash::Bounds { earlier, later } => vec![*earlier, *later],
            Clash::Clause { inputs, .. } => inputs.clone(),
        };
        while let Some(step) = open.pop() {
            if wanted.insert(step) {
                open.extend(&derivation.steps[step].inputs);
            }
        }
        if let Clash::Bounds { later, .. } = derivation.clash {
            wanted.remove(&later);
        }
        let mut lines = Vec::new();
        let mut told: BTreeSet<(UnknownId, usize)> = BTreeSet::new();
        for at in &wanted {
            let step = &derivation.steps[*at];
            if told.insert((step.unknown, step.source)) {
                lines.extend(self.line(derivation, step));
            }
        }
        lines.push(self.clash(derivation));
        lines
    }

    /// Both ends that one source gives an unknown.
    fn ends(&self, derivation: &Derivation, step: &Step) -> (Vec<Step>, Interval) {
        let mut ends = (None, None);
        for other in &derivation.steps {
            if (other.unknown, other.source) == (step.unknown, step.source) {
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

    fn line(&self, derivation: &Derivation, step: &Step) -> Option<String> {
        let unknown = self.world.unknowns.get(step.unknown);
        let (steps, within) = self.ends(derivation, step);
        let (name, value) = (self.words.unknown(unknown), self.words.of(unknown, &within));
        Some(match self.why(step.source) {
            Some(Why::Range) => return None,
            Some(why @ Why::Figure { .. }) => {
                format!("{}: {value} ({}).", capitalised(&name), self.rule(why))
            }
            Some(why) => format!("{}: {name} is {value}.", capitalised(&self.rule(why))),
            None => {
                let role = role(self.words, &self.set.statements[step.source].assertion);
                if steps.iter().all(|step| step.inputs.is_empty()) {
                    format!("{}: {value}.", capitalised(&name))
                } else {
                    let how = self.arithmetic(derivation, &steps);
                    format!("{} puts {name} at {value}{how}.", capitalised(&role))
                }
            }
        })
    }

    /// "(4.185 / 1.35 to 4.2 / 1.3485)", where each end is one product.
    fn arithmetic(&self, derivation: &Derivation, steps: &[Step]) -> String {
        let one = |step: &Step| {
            let (factor, [input]) = (step.factor.as_ref()?, step.inputs.as_slice()) else {
                return None;
            };
            let from = &derivation.steps[*input].bound.value;
            let short = |n: &Number| (n * &Number::from(100_000)).is_whole();
            let inverse = Number::ONE.checked_div(factor)?;
            if *factor == Number::ONE {
                return None;
            }
            let of = self.words.amount(from);
            match (short(factor), short(&inverse)) {
                (true, _) => Some(format!("{of} × {}", factor.to_decimal(5))),
                (false, true) => Some(format!("{of} / {}", inverse.to_decimal(5))),
                (false, false) => None,
            }
        };
        let ends: Option<Vec<String>> = steps.iter().map(one).collect();
        match ends {
            Some(ends) if !ends.is_empty() => format!(" ({})", ends.join(" to ")),
            _ => String::new(),
        }
    }

    fn clash(&self, derivation: &Derivation) -> String {
        let (earlier, later) = match &derivation.clash {
            Clash::Bounds { earlier, later } => (&derivation.steps[*earlier], &derivation.steps[*later]),
            Clash::Clause { source, .. } => return self.no_way(*source),
        };
        let unknown = self.world.unknowns.get(later.unknown);
        let name = self.words.unknown(unknown);
        let side = |step: &Step| {
            let (low, high) = match step.is_low {
                true => (Some(step.bound.clone()), None),
                false => (None, Some(step.bound.clone())),
            };
            Interval { low, high }
        };
        let (needed, known) = self.apart(unknown, &side(later), &side(earlier));
        let stated = self.why(later.source).is_none() && later.inputs.is_empty();
        if stated {
            return format!("But {name} is said to be {needed}, and it is {known}.");
        }
        if let Some(why @ Why::Figure { .. }) = self.why(later.source) {
            return format!("But {name} is {needed} ({}), and not {known}.", self.rule(why));
        }
        let who = match self.why(later.source) {
            Some(Why::Range) => "a figure of this kind".to_owned(),
            Some(why) => self.rule(why),
            None => role(self.words, &self.set.statements[later.source].assertion),
        };
        format!("But {who} needs {name} to be {needed}, and it is {known}.")
    }

    /// Both intervals in words, with as many decimals as it takes to tell them
    /// apart.
    fn apart(&self, unknown: &super::unknown::Unknown, a: &Interval, b: &Interval) -> (String, String) {
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

    fn no_way(&self, source: usize) -> String {
        match self.why(source) {
            Some(why) => format!("But {}, which the above leaves no way.", self.rule(why)),
            None => {
                let said = &self.set.statements[source].assertion;
                format!("But {} has no way to hold then.", role(self.words, said))
            }
        }
    }

    /// A definition in words.
    fn rule(&self, why: &Why) -> String {
        let what = |id: &UnknownId| self.words.what(self.world.unknowns.get(*id));
        match why {
            Why::Range => "a figure is not negative".to_owned(),
            Why::Parts { whole, parts } => {
                let names: Vec<String> = parts.iter().map(what).collect();
                format!("{} is at least {}", what(whole), names.join(" + "))
            }
            Why::Sum { whole } => format!("{} is the sum of its series", what(whole)),
            Why::Order { places: (a, b) } => format!(
                "of {} and {} no two are equal, and the better one has the figure to it",
                what(a),
                what(b)
            ),
            Why::Among => "a place among some is no worse than the place among all".to_owned(),
            Why::Count => "the top places are so many, and each has one holder".to_owned(),
            Why::Figure { source } => format!("data: {source}"),
        }
    }

    /// Where the statements exclude each other only all at once: each as a
    /// relation, and that nothing satisfies all of them.
    fn together(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let statements = self.set.statements.iter().zip(&self.set.own.clauses);
        for (statement, clauses) in statements {
            let role = role(self.words, &statement.assertion);
            let atoms = clauses.iter().filter(|clause| clause.len() == 1);
            let mut relations: Vec<String> =
                atoms.flat_map(|clause| clause[0].iter().map(|atom| self.relation(atom))).take(8).collect();
            if relations.is_empty() {
                relations.extend(clauses.first().map(|clause| self.either(clause)));
            }
            lines.push(format!("{}: {}.", capitalised(&role), relations.join("; ")));
        }
        for rule in &self.used {
            let rule = &self.set.own.rules[*rule];
            let why = self.rule(&rule.why);
            match &rule.why {
                Why::Range => {}
                Why::Figure { .. } => {
                    lines.push(format!("{} ({why}).", capitalised(&self.either(&rule.clause))));
                }
                _ => lines.push(format!("{}.", capitalised(&why))),
            }
        }
        lines.dedup();
        lines.push("No figures satisfy all of these at once.".to_owned());
        lines
    }

    /// The ways to keep a clause: "Alder above Birch in the week of …, or …".
    fn either(&self, clause: &Clause) -> String {
        let all = |atoms: &Vec<Atom>| {
            let relations: Vec<String> = atoms.iter().map(|atom| self.relation(atom)).collect();
            relations.join(" and ")
        };
        clause.iter().map(all).collect::<Vec<_>>().join(", or ")
    }

    /// "Alder above Birch in the week of …", where one figure stands against
    /// another and nothing else.
    fn order(&self, atom: &Atom) -> Option<String> {
        let [(first, one), (second, less)] = atom.form.as_slice() else {
            return None;
        };
        let plain = *one == Number::ONE && *less == -Number::ONE;
        let (bound, low) = match (&atom.within.low, &atom.within.high) {
            (Some(bound), None) => (bound, true),
            (None, Some(bound)) => (bound, false),
            _ => return None,
        };
        let unknowns = &self.world.unknowns;
        let (a, b) = (unknowns.get(*first), unknowns.get(*second));
        if !plain || !bound.value.is_zero() || !a.of.is_amount() || !b.of.is_amount() {
            return None;
        }
        let side = match (low, bound.open) {
            (true, true) => "above",
            (true, false) => "not below",
            (false, true) => "below",
            (false, false) => "not above",
        };
        let (what, when) = (self.words.what(a), self.words.period(a.period));
        Some(if a.period == b.period {
            format!("{what} {side} {} in {when}", self.words.what(b))
        } else if a.of == b.of {
            let then = self.words.period(b.period);
            format!("{what} in {when} {side} that in {then}")
        } else {
            format!("{what} in {when} {side} {}", self.words.unknown(b))
        })
    }

    /// "Alder − Birch is 1.085 to 1.1 trillion tokens".
    fn relation(&self, atom: &Atom) -> String {
        if let Some(order) = self.order(atom) {
            return order;
        }
        let term = |(at, (id, factor)): (usize, &(UnknownId, Number))| {
            let name = self.words.unknown(self.world.unknowns.get(*id));
            let sign = match (at, factor.is_negative()) {
                (0, false) => "",
                (0, true) => "−",
                (_, false) => " + ",
                (_, true) => " − ",
            };
            match factor.abs() == Number::ONE {
                true => format!("{sign}{name}"),
                false => format!("{sign}{} × {name}", factor.abs().to_decimal(5)),
            }
        };
        let form: String = atom.form.iter().enumerate().map(term).collect();
        let first = atom.form.first().map(|(id, _)| self.world.unknowns.get(*id));
        let nothing = |bound: &Option<Bound>| bound.as_ref().is_none_or(|b| b.value.is_zero());
        let value = match first {
            Some(unknown) if !(nothing(&atom.within.low) && nothing(&atom.within.high)) => {
                self.words.of(unknown, &atom.within)
            }
            _ => {
                let words = |bound: &Bound, open: &str, closed: &str| {
                    format!("{} 0", if bound.open { open } else { closed })
                };
                let low = atom.within.low.as_ref().map(|b| words(b, "more than", "at least"));
                let high = atom.within.high.as_ref().map(|b| words(b, "less than", "at most"));
                [low, high].into_iter().flatten().collect::<Vec<_>>().join(" and ")
            }
        };
        format!("{form} is {value}")
    }
}
