//! Conflicts that are one to a reader: the same figures told in rounder words
//! by others. One of them is drawn, and beside it stands who says it how.

use std::collections::{BTreeMap, BTreeSet};

use recount_checker::{Code, Conflict};
use recount_model::{Assertion, Figure, Hedge, Interval, Predicate, Quantity, statement};

use super::Report;
use super::conflict::given;

/// Conflicts of the same statements, as far as their words go.
pub(super) struct Group {
    /// The one that is drawn: the one that most say.
    pub(super) shown: usize,
    /// The others, ascending.
    others: Vec<usize>,
    /// Those that take fewer of its statements, the data standing for the rest.
    fewer: Vec<usize>,
    /// Longer ways to the same.
    pub(super) longer: Vec<usize>,
}

impl Group {
    /// All that it stands for.
    pub(super) fn members(&self) -> impl Iterator<Item = usize> {
        let rest = self.others.iter().chain(&self.fewer).chain(&self.longer);
        std::iter::once(self.shown).chain(rest.copied())
    }
}

/// What is said but for the figure, and the figure.
type Told = (String, Interval);

impl Report<'_> {
    /// The conflicts by what they say, each group where its first one stands.
    pub(super) fn groups(&self, conflicts: &[Conflict]) -> Vec<Group> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut known: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        let larger: Vec<Option<usize>> = conflicts.iter().map(|one| larger(conflicts, one)).collect();
        for (at, conflict) in conflicts.iter().enumerate().filter(|(at, _)| larger[*at].is_none()) {
            let Some((key, figures)) = self.shape(conflict) else {
                groups.push(vec![at]);
                continue;
            };
            let like = known.entry(key).or_default();
            let agrees = |group: &usize| {
                let first = self.shape(&conflicts[groups[*group][0]]);
                first.is_some_and(|(_, others)| others.iter().zip(&figures).all(|(a, b)| !a.is_disjoint(b)))
            };
            match like.iter().find(|group| agrees(group)) {
                Some(group) => groups[*group].push(at),
                None => {
                    like.push(groups.len());
                    groups.push(vec![at]);
                }
            }
        }
        let said = |at: &usize| conflicts[*at].witnesses.iter().map(Vec::len).sum::<usize>();
        let group = |members: Vec<usize>| {
            let shown = members.iter().copied().max_by_key(|at| (said(at), std::cmp::Reverse(*at)));
            let shown = shown.unwrap_or_default();
            let fewer = (0..conflicts.len()).filter(|at| larger[*at].is_some_and(|of| members.contains(&of)));
            let fewer = fewer.collect();
            let others = members.into_iter().filter(|at| *at != shown).collect();
            Group { shown, others, fewer, longer: Vec::new() }
        };
        self.folded(conflicts, groups.into_iter().map(group).collect())
    }

    /// What a conflict says but for its figures, in an order of its own, and the
    /// figures in that order. `None` for one that stands alone: of a mix of
    /// definitions, or where two statements differ by their figures only.
    fn shape(&self, conflict: &Conflict) -> Option<(Vec<String>, Vec<Interval>)> {
        if conflict.code == Code::MixedScope {
            return None;
        }
        let claims = conflict.statements.iter();
        let mut told: Vec<Told> = claims.map(|claim| told(&self.view.claim(*claim).assertion)).collect();
        told.sort_by(|a, b| a.0.cmp(&b.0));
        if told.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return None;
        }
        let (mut key, figures): (Vec<String>, Vec<Interval>) = told.into_iter().unzip();
        if conflict.code == Code::SelfContradictory {
            let home = conflict.statements.first().map(|claim| self.view.home(*claim).path);
            key.push(home.unwrap_or_default().to_owned());
        }
        let periods = conflict.figures.iter().map(|figure| format!("{:?} {:?}", figure.of, figure.period));
        key.extend(periods);
        Some((key, figures))
    }

    /// Which of the statements are too many already where the data are believed.
    fn fewer(&self, conflicts: &[Conflict], group: &Group, text: &mut String) {
        let shown = &conflicts[group.shown];
        let mut told: Vec<String> = Vec::new();
        for one in group.fewer.iter().map(|at| &conflicts[*at]) {
            let number = |said: &usize| shown.witnesses.iter().position(|all| all.contains(said));
            let numbers: Option<BTreeSet<usize>> = one.statements.iter().map(number).collect();
            let Some(numbers) = numbers else {
                continue;
            };
            let numbers: Vec<String> = numbers.into_iter().map(|at| format!("({})", at + 1)).collect();
            let given = given(one).map_or_else(String::new, |given| format!("given {given}, "));
            let line = match numbers.as_slice() {
                [only] => format!("{given}{only} alone cannot be true"),
                [first @ .., last] => {
                    format!("{given}{} and {last} alone cannot both be true", first.join(", "))
                }
                [] => continue,
            };
            let line = if numbers.len() > 2 { line.replace("both ", "all ") } else { line };
            if !told.contains(&line) {
                text.push_str(&self.paragraph("   ", "       ", &line));
                told.push(line);
            }
        }
    }

    /// The words of the others, beside the numbers of what is shown.
    pub(super) fn again(&self, conflicts: &[Conflict], group: &Group, text: &mut String) {
        self.fewer(conflicts, group, text);
        self.longer(conflicts, group, text);
        if group.others.is_empty() {
            return;
        }
        let shown = &conflicts[group.shown];
        let more = crate::words::count(group.others.len(), "more set");
        let line = format!("and {more} of the same in other words, listed by --format json:");
        text.push_str(&self.paragraph("   ", "       ", &line));
        for (number, claim) in shown.statements.iter().enumerate() {
            let own = told(&self.view.claim(*claim).assertion).0;
            let mut seen: BTreeSet<usize> = BTreeSet::from([*claim]);
            for other in &group.others {
                let statements = conflicts[*other].statements.iter().zip(&conflicts[*other].witnesses);
                for (claim, witnesses) in statements {
                    let first = witnesses.first().copied().unwrap_or(*claim);
                    let said = &self.view.claim(first).assertion;
                    let same = shown.witnesses[number].contains(&first);
                    if same || told(said).0 != own || !seen.insert(first) {
                        continue;
                    }
                    let words = statement(said, self.view.vocabulary());
                    let place = self.place(first);
                    let also = match witnesses.len() {
                        0 | 1 => format!(" ({place})"),
                        many => format!(" ({place} and {} more)", many - 1),
                    };
                    let line = format!("or: {words}{also}");
                    text.push_str(&self.paragraph(&format!("   ({}) ", number + 1), "       ", &line));
                }
            }
        }
    }
}

/// The conflict without the data of which this one takes some of the statements and
/// figures for the others.
fn larger(conflicts: &[Conflict], one: &Conflict) -> Option<usize> {
    if one.figures.is_empty() || one.code == Code::MixedScope {
        return None;
    }
    conflicts.iter().position(|other| {
        let among = |said: &usize| other.witnesses.iter().any(|all| all.contains(said));
        other.figures.is_empty()
            && other.code != Code::MixedScope
            && other.statements.len() > one.statements.len()
            && one.statements.iter().all(among)
    })
}

/// The assertion without its figure, and what the figure admits.
fn told(said: &Assertion) -> Told {
    let mut said = said.clone();
    let mut within = Interval::ALL;
    let mut bare = |value: &mut Quantity| {
        within = value.admissible();
        let unit = value.unit;
        let figure = Figure::Within(Interval::ALL);
        *value = Quantity { hedge: Hedge::Bare, figure, falling: false, unit };
    };
    match &mut said.predicate {
        Predicate::Level(level) => bare(&mut level.value),
        Predicate::Change(change) => bare(&mut change.value),
        Predicate::Compare(compare) => bare(&mut compare.value),
        Predicate::Share(share) => bare(&mut share.value),
        Predicate::Rank(_) | Predicate::Top(_) | Predicate::Record(_) => {}
        Predicate::Streak(_) | Predicate::First(_) => {}
    }
    (format!("{said:?}"), within)
}
