//! Why a set of statements has no common solution, in a few lines that an
//! editor can follow with a pencil.

mod cases;
mod farkas;
mod proof;
mod propagate;
mod relation;
mod role;
mod rules;
mod runs;
mod short;
mod sum;
mod times;
mod title;
mod writer;

use std::collections::BTreeSet;

use recount_model::{Bound, Interval, Number};

use super::claims_alone::Set;
use super::formula::{Atom, Clause, UnknownId};
use super::system::{Answer, System};
use super::unknown::Of;
use proof::{Argument, Given};
use writer::Writer;

pub(crate) use role::{clause, role};
pub(crate) use title::title;

/// The lines. "(2)" in them is the second statement of the set.
pub(crate) fn lines(set: &Set<'_>) -> Vec<String> {
    match runs::lines(set) {
        Some(lines) => lines,
        None => short::one_period(set, shortest(set)),
    }
}

/// The derivation of the fewest lines.
fn shortest(set: &Set<'_>) -> Vec<String> {
    let known = known(set);
    let plain = givens(set, &fewest(set, &known));
    let turned = directions(&plain).map(|givens| derived(set, givens, LESS));
    let mut few = derived(set, plain, proof::PATIENCE);
    if let Some(turned) = turned.filter(|lines| lines.len() > 1 && lines.len() < few.len()) {
        few = turned;
    }
    if few.len() <= LONG {
        return few;
    }
    // More rules may make the way shorter.
    let all: Vec<usize> = (0..set.own.rules.len()).collect();
    let more = [known, all].into_iter().filter(|rules| rules.len() <= RULES);
    let ways = more.map(|rules| derived(set, givens(set, &rules), LESS));
    let ways = std::iter::once(few).chain(ways).filter(|lines| lines.len() > 1);
    ways.min_by_key(Vec::len).unwrap_or_else(|| vec![NONE.to_owned()])
}

/// A derivation of more lines than this is long: another one is looked for …
const LONG: usize = 8;

/// … with no more rules than that.
const RULES: usize = 500;

/// So many refutations are looked for on another way.
const LESS: usize = 250;

/// Where no derivation is found.
const NONE: &str = "No figures satisfy all of these at once.";

fn derived(set: &Set<'_>, givens: Vec<Given>, patience: usize) -> Vec<String> {
    let prove = |givens| proof::prove(givens, patience);
    let writer = Writer::new(set);
    let tells_all = |argument: &Argument| {
        let needs = argument.proof.needs();
        let sources: BTreeSet<usize> = needs.iter().map(|given| argument.givens[*given].source).collect();
        (0..set.statements.len()).all(|statement| sources.contains(&statement))
    };
    let plain = there(set, &givens).and_then(prove).filter(tells_all);
    match plain.or_else(|| prove(givens)) {
        Some(argument) => short::merged(named_once(set, writer.lines(&argument))),
        None => vec![NONE.to_owned()],
    }
}

/// What is counted in weeks is named once, where it is one thing.
fn named_once(set: &Set<'_>, mut lines: Vec<String>) -> Vec<String> {
    let mut counts = set.own.world.counted.keys().map(|(_, what)| &what.words);
    let (Some(what), None) = (counts.next(), counts.next()) else {
        return lines;
    };
    let name = format!("the number of weeks with {what}");
    let named = lines.iter().position(|line| line.contains(&name));
    for line in lines.iter_mut().skip(named.map_or(usize::MAX, |at| at + 1)) {
        *line = line.replace(&name, "their number");
    }
    lines
}

/// The same where it goes without saying that what a statement speaks of was there;
/// `None` where it makes no difference.
fn there(set: &Set<'_>, givens: &[Given]) -> Option<Vec<Given>> {
    let is_there = |atom: &Atom| match atom.form.as_slice() {
        [(id, _)] => matches!(set.own.world.unknowns.get(*id).of, Of::There { .. }),
        _ => false,
    };
    let said = |given: &Given| match given.clause.as_slice() {
        [atoms] => atoms.iter().all(is_there),
        _ => false,
    };
    let known: Vec<&Atom> =
        givens.iter().filter(|given| said(given)).flat_map(|g| g.clause.iter().flatten()).collect();
    let denied = |atom: &Atom| {
        known.iter().any(|other| other.form == atom.form && other.within.is_disjoint(&atom.within))
    };
    let mut plain: Vec<Given> = givens.iter().filter(|given| !said(given)).cloned().collect();
    for given in &mut plain {
        given.clause.retain(|atoms| !atoms.iter().any(denied));
    }
    let open = |givens: &[Given]| givens.iter().map(|given| given.clause.len()).sum::<usize>();
    (open(&plain) + known.len() < open(givens)).then_some(plain)
}

/// The same with no more of what is so many times as much, or a part of it, than which of
/// the two is above the other; `None` where nothing is.
fn directions(givens: &[Given]) -> Option<Vec<Given>> {
    let only = |given: &Given| match given.clause.as_slice() {
        [atoms] => <[Atom; 1]>::try_from(atoms.clone()).ok().map(|[atom]| atom),
        _ => None,
    };
    let mut all = givens.to_vec();
    let mut turned = false;
    for given in &mut all {
        let own: Vec<Atom> = givens.iter().filter(|g| g.source == given.source).filter_map(only).collect();
        let is_some = |id: UnknownId| {
            let above = |atom: &Atom| {
                let from = atom.within.low.as_ref();
                from.is_some_and(|low| low.value > Number::ZERO || (low.value.is_zero() && low.open))
            };
            own.iter().any(|atom| matches!(atom.form.as_slice(), [(one, _)] if *one == id) && above(atom))
        };
        if let Some(atom) = only(given).and_then(|atom| direction(&atom, is_some)) {
            given.clause = vec![vec![atom]];
            turned = true;
        }
    }
    turned.then_some(all)
}

/// `a ≥ c · b` with a `c` above 1 puts `a` above `b` where one of them is some, `a ≤ c · b`
/// with a `c` below 1 puts `b` above `a`.
fn direction(atom: &Atom, is_some: impl Fn(UnknownId) -> bool) -> Option<Atom> {
    let [(a, one), (b, less)] = atom.form.as_slice() else {
        return None;
    };
    if *one != Number::ONE || !less.is_negative() || !(is_some(*a) || is_some(*b)) {
        return None;
    }
    let factor = less.abs();
    let at_zero = |bound: &Option<Bound>| bound.as_ref().is_some_and(|bound| bound.value.is_zero());
    let within = match (at_zero(&atom.within.low), at_zero(&atom.within.high)) {
        (true, false) if factor > Number::ONE => Interval::above(Number::ZERO),
        (false, true) if factor < Number::ONE => Interval::below(Number::ZERO),
        _ => return None,
    };
    Some(Atom { form: vec![(*a, Number::ONE), (*b, -Number::ONE)], within })
}

/// The rules with which the statements were found to exclude each other.
fn known(set: &Set<'_>) -> Vec<usize> {
    match set.own.system().solve(&set.own.but(None)) {
        Answer::Impossible { rules, .. } => rules,
        Answer::Possible | Answer::Unknown => Vec::new(),
    }
}

/// Every clause of the statements, and these rules.
fn givens(set: &Set<'_>, used: &[usize]) -> Vec<Given> {
    let given = |source, clause: &Clause| Given { source, clause: clause.clone(), assumed: false };
    let statements = set.own.clauses.iter().enumerate();
    let said = statements.flat_map(|(at, clauses)| clauses.iter().map(move |c| given(at, c)));
    let after = set.statements.len();
    let rules = used.iter().map(|r| given(after + r, &set.own.rules[*r].clause));
    said.chain(rules).collect()
}

/// So many times rules are left out to see whether the others are enough.
const TRIES: usize = 160;

/// Of the rules as few as will do, the plainest of them: what is hardest to
/// follow is left out first.
fn fewest(set: &Set<'_>, rules: &[usize]) -> Vec<usize> {
    let clauses: Vec<Vec<Clause>> = rules.iter().map(|r| vec![set.own.rules[*r].clause.clone()]).collect();
    let mut said = set.own.said();
    let statements = said.len();
    said.extend(clauses.iter().map(Vec::as_slice));
    let mut system = System::new(&said, &[]);
    let width = |at: &usize| {
        let clause = &set.own.rules[rules[*at]].clause;
        (clause.len(), clause.iter().flatten().map(|atom| atom.form.len()).sum::<usize>())
    };
    let mut kept: Vec<usize> = (0..rules.len()).collect();
    kept.sort_by_key(|at| (std::cmp::Reverse(width(at)), *at));
    let mut at = 0;
    for _ in 0..TRIES {
        if at >= kept.len() {
            break;
        }
        let without =
            kept.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, rule)| statements + rule);
        let asked: Vec<usize> = (0..statements).chain(without).collect();
        match system.solve(&asked) {
            Answer::Impossible { statements: core, .. } => {
                let left: Vec<usize> = core.iter().filter_map(|one| one.checked_sub(statements)).collect();
                // What is before was tried, and is needed.
                let tried = kept.iter().take(at).filter(|rule| left.contains(rule)).count();
                kept.retain(|rule| left.contains(rule));
                at = tried;
            }
            Answer::Possible | Answer::Unknown => at += 1,
        }
    }
    let mut fewest: Vec<usize> = kept.into_iter().map(|at| rules[at]).collect();
    fewest.sort_unstable();
    fewest
}
