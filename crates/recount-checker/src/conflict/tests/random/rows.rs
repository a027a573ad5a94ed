//! Is there a solution? Alternatives are tried one after another, and linear
//! rows by the elimination of one unknown after another (J. Fourier, 1827; T.
//! Motzkin, 1936), in whole numbers: slow, short, and nothing like the engine.

use std::collections::BTreeMap;

/// An unknown.
pub(super) type Var = (i64, u8);

/// The terms and the constant sum to at least zero, or to more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row {
    pub(super) terms: BTreeMap<Var, i128>,
    pub(super) constant: i128,
    pub(super) strict: bool,
}

/// Rows joined by "and" and "or".
#[derive(Clone, Debug)]
pub(super) enum Logic {
    Row(Row),
    All(Vec<Logic>),
    Any(Vec<Logic>),
}

impl Logic {
    pub(super) fn yes(is: bool) -> Self {
        if is { Self::All(Vec::new()) } else { Self::Any(Vec::new()) }
    }

    pub(super) fn not(self) -> Self {
        match self {
            Self::Row(row) => Self::Row(Row {
                terms: row.terms.into_iter().map(|(var, factor)| (var, -factor)).collect(),
                constant: -row.constant,
                strict: !row.strict,
            }),
            Self::All(parts) => Self::Any(parts.into_iter().map(Self::not).collect()),
            Self::Any(parts) => Self::All(parts.into_iter().map(Self::not).collect()),
        }
    }
}

/// Can all of it hold?
pub(super) fn possible(logic: Vec<Logic>) -> bool {
    search(logic, Vec::new())
}

fn search(mut open: Vec<Logic>, mut rows: Vec<Row>) -> bool {
    let mut choices: Vec<Vec<Logic>> = Vec::new();
    while let Some(logic) = open.pop() {
        match logic {
            Logic::Row(row) => rows.push(row),
            Logic::All(parts) => open.extend(parts),
            Logic::Any(mut parts) if parts.len() == 1 => open.extend(parts.pop()),
            Logic::Any(parts) => choices.push(parts),
        }
    }
    choices.sort_by_key(Vec::len);
    if choices.first().is_some_and(Vec::is_empty) || !feasible(rows.clone()) {
        return false;
    }
    if choices.is_empty() {
        return true;
    }
    let rest = choices.split_off(1);
    let first = choices.pop().unwrap_or_default();
    first.into_iter().any(|way| {
        let mut open = vec![way];
        open.extend(rest.iter().cloned().map(Logic::Any));
        search(open, rows.clone())
    })
}

fn feasible(mut rows: Vec<Row>) -> bool {
    loop {
        let mut tightest: BTreeMap<Vec<(Var, i128)>, (i128, bool)> = BTreeMap::new();
        for row in rows {
            let Some((terms, constant)) = reduced(&row) else {
                if row.constant < 0 || (row.strict && row.constant == 0) {
                    return false;
                }
                continue;
            };
            let own = (constant, !row.strict);
            let least = tightest.entry(terms).or_insert(own);
            *least = own.min(*least);
        }
        let list: Vec<Row> = tightest
            .into_iter()
            .map(|(terms, (constant, closed))| Row {
                terms: terms.into_iter().collect(),
                constant,
                strict: !closed,
            })
            .collect();
        let mut signs: BTreeMap<Var, (usize, usize)> = BTreeMap::new();
        for (var, factor) in list.iter().flat_map(|row| &row.terms) {
            let sign = signs.entry(*var).or_default();
            match *factor > 0 {
                true => sign.0 += 1,
                false => sign.1 += 1,
            }
        }
        let Some((var, _)) = signs.into_iter().min_by_key(|(_, (up, down))| up * down) else {
            return true;
        };
        rows = without(var, list);
    }
}

/// The rows without the unknown: each lower bound against each upper one.
fn without(var: Var, list: Vec<Row>) -> Vec<Row> {
    let (has, mut rows): (Vec<Row>, Vec<Row>) =
        list.into_iter().partition(|row| row.terms.contains_key(&var));
    let (lows, highs): (Vec<&Row>, Vec<&Row>) = has.iter().partition(|row| row.terms[&var] > 0);
    for low in &lows {
        for high in &highs {
            let (a, b) = (-high.terms[&var], low.terms[&var]);
            let mut terms = BTreeMap::new();
            for (row, by) in [(low, a), (high, b)] {
                for (other, factor) in &row.terms {
                    *terms.entry(*other).or_insert(0) += product(*factor, by);
                }
            }
            terms.retain(|_, factor| *factor != 0);
            let constant = product(low.constant, a) + product(high.constant, b);
            rows.push(Row { terms, constant, strict: low.strict || high.strict });
        }
    }
    rows
}

fn product(a: i128, b: i128) -> i128 {
    a.checked_mul(b).expect("the numbers of the worlds are small")
}

/// Divided by what all numbers have in common; `None` for a row without terms.
fn reduced(row: &Row) -> Option<(Vec<(Var, i128)>, i128)> {
    let shared = row.terms.values().fold(row.constant.abs(), |gcd, factor| common(gcd, factor.abs()));
    (!row.terms.is_empty())
        .then(|| (row.terms.iter().map(|(v, f)| (*v, f / shared)).collect(), row.constant / shared))
}

fn common(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { common(b, a % b) }
}
