//! Why a set of statements has no common solution, in a few lines that an
//! editor can follow with a pencil.

mod farkas;
mod proof;
mod propagate;
mod relation;
mod role;
mod rules;
mod runs;
mod sum;
mod title;
mod writer;

use super::claims_alone::Set;
use super::system::Answer;
use proof::Given;
use writer::Writer;

pub(crate) use role::{clause, role};
pub(crate) use title::title;

/// The lines. "(2)" in them is the second statement of the set.
pub(crate) fn lines(set: &Set<'_>) -> Vec<String> {
    if let Some(lines) = runs::lines(set) {
        return lines;
    }
    let writer = Writer::new(set);
    match proof::prove(givens(set)) {
        Some(argument) => writer.lines(&argument),
        None => vec!["No figures satisfy all of these at once.".to_owned()],
    }
}

/// Every clause of the statements, and those of the rules that a refutation of
/// the set uses.
fn givens(set: &Set<'_>) -> Vec<Given> {
    let used = match set.own.system().solve(&set.own.but(None)) {
        Answer::Impossible { rules, .. } => rules,
        Answer::Possible | Answer::Unknown => Vec::new(),
    };
    let given =
        |source, clause: &super::formula::Clause| Given { source, clause: clause.clone(), assumed: false };
    let statements = set.own.clauses.iter().enumerate();
    let said = statements.flat_map(|(at, clauses)| clauses.iter().map(move |c| given(at, c)));
    let after = set.statements.len();
    let rules = used.iter().map(|r| given(after + r, &set.own.rules[*r].clause));
    said.chain(rules).collect()
}
