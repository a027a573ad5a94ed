//! A sum of inequalities, told as a chain: each line adds one, so that unknowns
//! drop out until nothing can hold.

use std::collections::BTreeMap;

use recount_model::{Bound, Number};

use super::farkas::Addend;
use super::relation::{Relations, digits};
use crate::conflict::formula::{Terms, UnknownId};
use crate::conflict::words::capitalised;

/// Who says an inequality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The statement of this number: "(2)".
    Statement(String),
    /// A definition, in words where it needs any.
    Rule(Option<String>),
    /// The data of this source.
    Data(String),
    /// It is the case that is looked at.
    Assumed,
}

/// What has been added up so far: `form ≥ bound`.
#[derive(Clone, Debug, Default)]
struct Sum {
    form: BTreeMap<UnknownId, Number>,
    bound: Number,
    open: bool,
}

impl Sum {
    fn plus(&self, addend: &Addend) -> Self {
        let mut sum = self.clone();
        for (unknown, factor) in &addend.form {
            let own = sum.form.entry(*unknown).or_default();
            *own = &*own + &(factor * &addend.weight);
        }
        sum.form.retain(|_, factor| !factor.is_zero());
        sum.bound = &sum.bound + &(&addend.bound.value * &addend.weight);
        sum.open |= addend.bound.open;
        sum
    }

    fn words(&self, relations: Relations<'_>) -> String {
        let form: Terms = self.form.iter().map(|(u, f)| (*u, f.clone())).collect();
        relations.at_least(&form, &Bound { value: self.bound.clone(), open: self.open })
    }
}

/// Of more inequalities than this the sums on the way are harder to follow than
/// the sum of all.
const CHAIN: usize = 4;

/// The lines; `whose` says who stands behind each addend.
pub(super) fn lines(relations: Relations<'_>, addends: &[Addend], whose: &[Who]) -> Vec<String> {
    if addends.len() > CHAIN {
        return list(relations, addends, whose);
    }
    let order = order(addends);
    let mut sum = Sum::default();
    let mut lines = Vec::new();
    for (nth, at) in order.iter().enumerate() {
        let own = Sum::default().plus(&Addend { weight: Number::ONE, ..addends[*at].clone() });
        let own = own.words(relations);
        sum = sum.plus(&addends[*at]);
        let last = nth + 1 == order.len();
        let so = || sum.words(relations);
        lines.push(match (&whose[*at], nth, last) {
            (Who::Statement(number), 0, _) => format!("By {number} {own}."),
            (Who::Data(source), 0, _) => format!("By the data, {own} ({source})."),
            (Who::Data(source), _, true) => {
                format!("But by the data {own} ({source}), and both cannot be.")
            }
            (Who::Data(source), ..) => {
                format!("As by the data {own} ({source}), it follows that {}.", so())
            }
            (Who::Assumed, 0, _) => format!("Then {own}."),
            (Who::Rule(Some(rule)), 0, _) if *rule == own => format!("{}.", capitalised(rule)),
            (Who::Rule(Some(rule)), 0, _) => format!("{}: {own}.", capitalised(rule)),
            (Who::Rule(None), 0, _) => format!("In any case {own}."),
            (Who::Statement(number), _, true) => {
                format!("But by {number} {own}, and both cannot be.")
            }
            (Who::Assumed, _, true) => format!("But then {own}, and both cannot be."),
            (Who::Rule(Some(rule)), _, true) if *rule == own => format!("But {rule}, and both cannot be."),
            (Who::Rule(Some(rule)), _, true) => format!("But {rule}: {own}, and both cannot be."),
            (Who::Rule(None), _, true) => format!("But in any case {own}, and both cannot be."),
            (Who::Statement(number), ..) => format!("With {number}, {own}, it follows that {}.", so()),
            (Who::Assumed, ..) => format!("As then {own}, it follows that {}.", so()),
            (Who::Rule(Some(rule)), ..) => format!("As {rule}, it follows that {}.", so()),
            (Who::Rule(None), ..) => format!("As in any case {own}, it follows that {}.", so()),
        });
    }
    lines
}

/// What always holds, what is assumed, and what each statement says: a line each, with
/// how many times each part is taken, and what they come to.
fn list(relations: Relations<'_>, addends: &[Addend], whose: &[Who]) -> Vec<String> {
    let mut all = List { relations, addends, times: times(addends), lines: Vec::new() };
    let of = |is: &dyn Fn(&Who) -> bool| -> Vec<usize> {
        (0..addends.len()).filter(|at| is(&whose[*at])).collect()
    };
    let assumed = of(&|who| matches!(who, Who::Assumed));
    let rules = of(&|who| matches!(who, Who::Rule(_)));
    all.push("Then ", &assumed, "");
    let mut plain = Vec::new();
    for at in &rules {
        match &whose[*at] {
            // What has parts is no less than they are: that needs no telling twice.
            Who::Rule(Some(rule)) if *rule != all.own(*at) && !rule.contains(" is at least ") => {
                all.push(&format!("As {rule}, "), &[*at], "");
            }
            _ => plain.push(*at),
        }
    }
    all.push("In any case ", &plain, "");
    all.together(&[assumed, rules].concat());
    let mut told: Vec<&Who> = Vec::new();
    for who in whose.iter().filter(|who| matches!(who, Who::Statement(_) | Who::Data(_))) {
        if told.contains(&who) {
            continue;
        }
        told.push(who);
        let own = of(&|other| other == who);
        match who {
            Who::Statement(number) => all.push(&format!("By {number} "), &own, ""),
            Who::Data(source) => all.push("By the data ", &own, &format!(" ({source})")),
            Who::Rule(_) | Who::Assumed => {}
        }
    }
    let sum = addends.iter().fold(Sum::default(), |sum, addend| sum.plus(addend));
    let more = if sum.open { "more than" } else { "at least" };
    let end = match sum.bound.is_zero() {
        true => "0".to_owned(),
        false => "a number above 0".to_owned(),
    };
    all.lines.push(format!("But added up, all figures cancel out, and 0 would be {more} {end}."));
    all.lines
}

/// The lines of a sum as they are written.
struct List<'a> {
    relations: Relations<'a>,
    addends: &'a [Addend],
    times: Vec<Number>,
    lines: Vec<String>,
}

impl List<'_> {
    fn own(&self, at: usize) -> String {
        let own = Sum::default().plus(&Addend { weight: Number::ONE, ..self.addends[at].clone() });
        own.words(self.relations)
    }

    /// One line of several, with how many times each is taken.
    fn push(&mut self, opening: &str, which: &[usize], end: &str) {
        let one = |at: &usize| match self.times[*at] == Number::ONE {
            true => self.own(*at),
            false => format!("{} ({} times)", self.own(*at), digits(&self.times[*at])),
        };
        let each: Vec<String> = which.iter().map(one).collect();
        if !each.is_empty() {
            self.lines.push(format!("{opening}{}{end}.", each.join("; ")));
        }
    }

    /// What definitions and assumptions come to, where there are several.
    fn together(&mut self, which: &[usize]) {
        let taken = |at: &usize| Addend { weight: self.times[*at].clone(), ..self.addends[*at].clone() };
        let sum = which.iter().map(taken).fold(Sum::default(), |sum, addend| sum.plus(&addend));
        if which.len() > 1 && !sum.form.is_empty() {
            self.lines.push(format!("Together, {}.", sum.words(self.relations)));
        }
    }
}

/// The weights as whole numbers, where these are small; else the smallest of them once.
fn times(addends: &[Addend]) -> Vec<Number> {
    let least = addends.iter().map(|addend| addend.weight.clone()).min().unwrap_or_default();
    let times = |addend: &Addend| addend.weight.checked_div(&least).unwrap_or(Number::ONE);
    let times: Vec<Number> = addends.iter().map(times).collect();
    let whole = (1..=WHOLE).map(Number::from).find(|by| times.iter().all(|one| (one * by).is_whole()));
    let by = whole.unwrap_or(Number::ONE);
    times.iter().map(|one| one * &by).collect()
}

/// So many times at most the one that is taken least is taken.
const WHOLE: i64 = 200;

/// The order in which the sums on the way stay short.
fn order(addends: &[Addend]) -> Vec<usize> {
    let mut best: Option<(usize, Vec<usize>)> = None;
    for start in 0..addends.len() {
        let mut sum = Sum::default().plus(&addends[start]);
        let mut order = vec![start];
        let mut length = 0;
        while order.len() < addends.len() {
            let rest = (0..addends.len()).filter(|at| !order.contains(at));
            let Some(next) = rest.min_by_key(|at| (sum.plus(&addends[*at]).form.len(), *at)) else {
                break;
            };
            sum = sum.plus(&addends[next]);
            length += sum.form.len();
            order.push(next);
        }
        if best.as_ref().is_none_or(|(least, _)| length < *least) {
            best = Some((length, order));
        }
    }
    best.map_or_else(Vec::new, |(_, order)| order)
}
