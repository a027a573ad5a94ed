//! Families of disjoint parts of one whole.

/// Of one whole, so many families of disjoint parts are followed.
const FAMILIES: usize = 64;

/// Maximal families of pairwise disjoint parts: C. Bron and J. Kerbosch,
/// "Finding all cliques of an undirected graph", 1973, with a pivot.
#[derive(Default)]
pub(super) struct Families {
    /// Each family, in the order in which they are found.
    pub(super) found: Vec<Vec<usize>>,
    steps: usize,
}

impl Families {
    /// Grows `family` by what is apart from all of it.
    pub(super) fn grow(
        &mut self,
        family: &mut Vec<usize>,
        mut open: Vec<usize>,
        mut done: Vec<usize>,
        apart: &impl Fn(usize, usize) -> bool,
    ) {
        self.steps += 1;
        if self.found.len() >= FAMILIES || self.steps > 4_000 {
            return;
        }
        if open.is_empty() {
            if done.is_empty() {
                self.found.push(family.clone());
            }
            return;
        }
        let reach = |a: &usize| open.iter().filter(|b| apart(*a, **b)).count();
        let pivot = open.iter().chain(&done).copied().max_by_key(reach);
        let choices: Vec<usize> =
            open.iter().copied().filter(|at| pivot.is_none_or(|pivot| !apart(pivot, *at))).collect();
        for choice in choices {
            let next = open.iter().copied().filter(|b| apart(choice, *b)).collect();
            let seen = done.iter().copied().filter(|b| apart(choice, *b)).collect();
            family.push(choice);
            self.grow(family, next, seen, apart);
            family.pop();
            open.retain(|at| *at != choice);
            done.push(choice);
        }
    }
}

/// Does another part hold some of the family and nothing of the rest? Then the
/// family with that part in their place says more.
pub(super) fn dominated(
    family: &[usize],
    parts: &[usize],
    apart: &impl Fn(usize, usize) -> bool,
    inside: &impl Fn(usize, usize) -> bool,
) -> bool {
    parts.iter().filter(|at| !family.contains(at)).any(|wider| {
        let (held, rest): (Vec<usize>, Vec<usize>) = family.iter().partition(|part| inside(**part, *wider));
        !held.is_empty() && rest.iter().all(|part| apart(*part, *wider))
    })
}
