//! What hangs together: statements that share no unknown, not even through
//! others, never conflict.

use std::collections::BTreeMap;

use super::define::Rule;
use super::formula::{Clause, UnknownId};
use super::statements::Statement;

/// Statements and rules that have an unknown in common, directly or through
/// others: no set of statements from two components is minimal.
pub(crate) struct Component {
    /// Numbers of statements, ascending.
    pub(crate) statements: Vec<usize>,
    /// Numbers of rules, ascending.
    pub(crate) rules: Vec<usize>,
}

/// Every component with a statement in it; `unknowns` is how many there are.
pub(crate) fn components(unknowns: usize, statements: &[Statement], rules: &[Rule]) -> Vec<Component> {
    let mut roots: Vec<UnknownId> = (0..unknowns).collect();
    let mut join = |unknowns: &[UnknownId]| {
        for pair in unknowns.windows(2) {
            let (a, b) = (root(&mut roots, pair[0]), root(&mut roots, pair[1]));
            roots[a.max(b)] = a.min(b);
        }
    };
    let said: Vec<Vec<UnknownId>> = statements.iter().map(|s| of(&s.clauses)).collect();
    let given: Vec<Vec<UnknownId>> =
        rules.iter().map(|rule| of(std::slice::from_ref(&rule.clause))).collect();
    said.iter().chain(&given).for_each(|unknowns| join(unknowns));
    let mut found: BTreeMap<Option<UnknownId>, Component> = BTreeMap::new();
    let mut place = |unknowns: &[UnknownId]| unknowns.first().map(|u| root(&mut roots, *u));
    let mut homes = Vec::new();
    for (at, unknowns) in said.iter().enumerate() {
        homes.push((place(unknowns), at, true));
    }
    for (at, unknowns) in given.iter().enumerate() {
        homes.push((place(unknowns), at, false));
    }
    for (home, at, is_statement) in homes {
        let component =
            found.entry(home).or_insert_with(|| Component { statements: Vec::new(), rules: Vec::new() });
        if is_statement {
            component.statements.push(at);
        } else {
            component.rules.push(at);
        }
    }
    let mut list: Vec<Component> = found.into_values().collect();
    list.retain(|component| !component.statements.is_empty());
    list
}

fn root(roots: &mut [UnknownId], mut at: UnknownId) -> UnknownId {
    while roots[at] != at {
        roots[at] = roots[roots[at]];
        at = roots[at];
    }
    at
}

/// Every unknown of some clauses.
fn of(clauses: &[Clause]) -> Vec<UnknownId> {
    let atoms = clauses.iter().flatten().flatten();
    atoms.flat_map(|atom| atom.form.iter().map(|(u, _)| *u)).collect()
}
