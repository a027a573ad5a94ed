//! Case by case: what is left where a line or two exclude every other way, and else
//! each way in turn.

use std::collections::BTreeSet;

use super::proof::{Argument, Given, Proof};
use super::propagate::Derivation;
use super::writer::Writer;
use crate::conflict::define::Why;
use crate::conflict::words::capitalised;

impl Writer<'_> {
    pub(super) fn cases(
        &self,
        argument: &Argument,
        given: usize,
        branches: &[(usize, Proof)],
        case: &str,
    ) -> Vec<String> {
        let given = &argument.givens[given];
        if let Some(lines) = self.excluded(argument, given, branches, case) {
            return lines;
        }
        let dot = if case.is_empty() { "" } else { "." };
        let number = |at: usize| format!("{case}{dot}{}", at + 1);
        let ways = branches.iter().enumerate().map(|(at, (assumed, _))| {
            let atoms = argument.givens[*assumed].clause.first();
            let atoms = atoms.map_or(&[][..], Vec::as_slice);
            format!("{} (case {})", self.alternative(given, atoms), number(at))
        });
        let ways: Vec<String> = ways.collect();
        let ways = match ways.as_slice() {
            [] => "no way to hold".to_owned(),
            [one] => one.clone(),
            [first @ .., last] => format!("either {} or {last}", first.join(", ")),
        };
        let opening = match self.why(given) {
            Some(Why::Slots) if self.is_placed(given) => format!("{}.", capitalised(&ways)),
            Some(why) => format!("{}: {ways}.", capitalised(&self.rule_of(why, given))),
            None => format!("{} leaves {ways}.", capitalised(&self.named(given))),
        };
        let mut lines = vec![in_case(case, opening)];
        for (at, (_, proof)) in branches.iter().enumerate() {
            lines.extend(self.proof(argument, proof, &number(at)));
        }
        lines
    }

    /// Does each way say who is in the top places, or how many?
    fn is_placed(&self, given: &Given) -> bool {
        given.clause.iter().all(|atoms| atoms.iter().any(|atom| self.is_placing(atom)))
    }

    /// Of two ways one that a line or two exclude, so that the other is left.
    fn excluded(
        &self,
        argument: &Argument,
        given: &Given,
        branches: &[(usize, Proof)],
        case: &str,
    ) -> Option<Vec<String>> {
        let [first, second] = branches else {
            return self.one_left(argument, given, branches, case);
        };
        // What figures say comes before what places say.
        let rank = |(_, proof): &(usize, Proof)| match proof {
            Proof::Sum(addends) => (0, addends.len()),
            Proof::Bounds(derivation) => (1, derivation.needed().len()),
            Proof::Cases { .. } => (2, 0),
        };
        let mut orders = [(first, second), (second, first)];
        orders.sort_by_key(|(out, _)| rank(out));
        for (out, left) in orders {
            if let Some(by) = self.by_one(argument, out) {
                let so = self.alternative(given, argument.givens[left.0].clause.first()?);
                let mut lines = vec![in_case(case, format!("By {by} {so}."))];
                lines.extend(self.proof(argument, &left.1, case));
                return Some(lines);
            }
        }
        let short = orders.into_iter().find_map(|(out, left)| {
            let lines = match &out.1 {
                Proof::Bounds(derivation) => self.independent(argument, derivation, out.0, case),
                proof => {
                    let mut lines = self.proof(argument, proof, case);
                    lines.pop();
                    // What follows from the way that is out is true of no other.
                    let supposed = lines.iter().any(|line| line.contains("Then "));
                    Some(lines).filter(|lines| !supposed && !lines.is_empty())
                }
            };
            lines.filter(|lines| rank(out).0 < 2 && lines.len() <= 3).map(|lines| (lines, left))
        });
        let (lines, left) = short?;
        let because = match self.why(given) {
            Some(Why::Slots | Why::Count) if self.is_placed(given) => String::new(),
            Some(why) => format!(", as {}", self.rule(why)),
            None => format!(", as ({}) leaves no other way", given.source + 1),
        };
        self.what_is_left(argument, given, left, &because, case, lines)
    }

    /// The one statement that excludes what is assumed, with nothing else but that no
    /// figure is negative.
    fn by_one(&self, argument: &Argument, (assumed, proof): &(usize, Proof)) -> Option<String> {
        let Proof::Bounds(_) = proof else {
            return None;
        };
        let needs = proof.needs();
        let others = needs.iter().filter(|at| *at != assumed).map(|at| &argument.givens[*at]);
        let mut own: Option<&Given> = None;
        for given in others.filter(|given| self.why(given) != Some(&Why::Range)) {
            if given.assumed || self.why(given).is_some() || own.is_some_and(|own| own.source != given.source)
            {
                return None;
            }
            own = Some(given);
        }
        own.map(|given| self.named(given))
    }

    /// What excludes every other way, then the one that is left, and what it leads to.
    fn what_is_left(
        &self,
        argument: &Argument,
        given: &Given,
        left: &(usize, Proof),
        because: &str,
        case: &str,
        mut lines: Vec<String>,
    ) -> Option<Vec<String>> {
        let so = self.alternative(given, argument.givens[left.0].clause.first()?);
        lines.push(in_case(case, format!("So {so}{because}.")));
        lines.extend(self.proof(argument, &left.1, case));
        Some(lines)
    }

    /// Of several ways the one that is left where a line or two exclude each other one.
    fn one_left(
        &self,
        argument: &Argument,
        given: &Given,
        branches: &[(usize, Proof)],
        case: &str,
    ) -> Option<Vec<String>> {
        let length = |(_, proof): &&(usize, Proof)| match proof {
            Proof::Bounds(derivation) => derivation.needed().len(),
            Proof::Sum(_) | Proof::Cases { .. } => usize::MAX,
        };
        let left = branches.iter().max_by_key(length)?;
        let mut lines: Vec<String> = Vec::new();
        for (assumed, proof) in branches.iter().filter(|(assumed, _)| *assumed != left.0) {
            let Proof::Bounds(derivation) = proof else {
                return None;
            };
            for line in self.independent(argument, derivation, *assumed, case)? {
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
        if lines.len() > 4 {
            return None;
        }
        self.what_is_left(argument, given, left, "", case, lines)
    }

    /// The lines of a refutation that hold whatever is assumed; `None` where only what
    /// is assumed leads to it.
    fn independent(
        &self,
        argument: &Argument,
        derivation: &Derivation,
        assumed: usize,
        case: &str,
    ) -> Option<Vec<String>> {
        let mut depend: BTreeSet<usize> = BTreeSet::new();
        for (at, step) in derivation.steps.iter().enumerate() {
            if step.source == assumed || step.inputs.iter().any(|input| depend.contains(input)) {
                depend.insert(at);
            }
        }
        let mut told = BTreeSet::new();
        let mut lines = Vec::new();
        let needed = derivation.needed();
        // What takes more than a step or two is told as a case.
        if needed.intersection(&depend).count() > 2 {
            return None;
        }
        for at in needed.into_iter().filter(|at| !depend.contains(at)) {
            let step = &derivation.steps[at];
            if told.insert((step.unknown, Self::origin(argument, step))) {
                lines.extend(self.line(argument, derivation, step).map(|line| in_case(case, line)));
            }
        }
        Some(lines)
    }
}

/// The line, with the case in which it holds.
pub(super) fn in_case(case: &str, line: String) -> String {
    match case.is_empty() {
        true => line,
        false => format!("Case {case}: {line}"),
    }
}
