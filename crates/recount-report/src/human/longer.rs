//! Long ways to a clash that a shorter one shows already: many sets of many
//! statements differ by what supports them only. The shortest is drawn, the
//! others are counted.

use std::collections::BTreeSet;

use recount_checker::{Code, Conflict};
use recount_model::Verdict;

use super::Report;
use super::again::Group;
use crate::words;

/// Sets of no more statements than this are drawn in any case.
const SHORT: usize = 5;

impl Report<'_> {
    /// The groups that are drawn, each with the longer ones that are not.
    pub(super) fn folded(&self, conflicts: &[Conflict], groups: Vec<Group>) -> Vec<Group> {
        let length = |group: &Group| {
            let shown = &conflicts[group.shown];
            (shown.statements.len(), shown.explanation.len(), group.shown)
        };
        let mut order: Vec<usize> = (0..groups.len()).collect();
        order.sort_by_key(|at| length(&groups[*at]));
        let mut drawn: Vec<(usize, Vec<usize>)> = Vec::new();
        for at in order {
            let own = groups[at].shown;
            let shorter = drawn
                .iter_mut()
                .find(|(of, _)| self.is_longer(&conflicts[own], &conflicts[groups[*of].shown]));
            match shorter {
                Some((_, longer)) => longer.extend(groups[at].members()),
                None => drawn.push((at, Vec::new())),
            }
        }
        let mut kept = Vec::new();
        for (at, mut group) in groups.into_iter().enumerate() {
            if let Some((_, longer)) = drawn.iter_mut().find(|(of, _)| *of == at) {
                group.longer = std::mem::take(longer);
                kept.push(group);
            }
        }
        kept
    }

    /// Is it a longer way to what the shorter one shows: of the same statement that
    /// the data refute, or mostly of the same statements?
    fn is_longer(&self, one: &Conflict, shorter: &Conflict) -> bool {
        let home = |conflict: &Conflict| conflict.statements.first().map(|said| self.view.home(*said).path);
        let elsewhere = match one.code {
            Code::SelfContradictory => home(one) != home(shorter),
            Code::Contradicting => false,
            Code::MixedScope => true,
        };
        if one.statements.len() <= SHORT || one.code != shorter.code || elsewhere {
            return false;
        }
        let shared = shared(one, shorter);
        let refuted = self.refuted(one);
        match refuted.is_empty() && self.refuted(shorter).is_empty() {
            true => shared.len() * 2 > one.statements.len(),
            false => refuted.iter().any(|at| shared.contains(at)),
        }
    }

    /// Which of the statements the data refute.
    fn refuted(&self, conflict: &Conflict) -> BTreeSet<usize> {
        let refuted = |said: &usize| self.view.finding(*said).is_some_and(|f| f.verdict == Verdict::Refuted);
        let own = conflict.witnesses.iter().enumerate();
        own.filter(|(_, witnesses)| witnesses.iter().any(refuted)).map(|(at, _)| at).collect()
    }

    /// How many longer ones there are, and what they have in common with this one.
    pub(super) fn longer(&self, conflicts: &[Conflict], group: &Group, text: &mut String) {
        let longer: Vec<&Conflict> = group.longer.iter().map(|at| &conflicts[*at]).collect();
        let lengths = || longer.iter().map(|one| one.statements.len());
        let (Some(least), Some(most)) = (lengths().min(), lengths().max()) else {
            return;
        };
        let common = longer.iter().map(|one| shared(&conflicts[group.shown], one));
        let common = common.reduce(|all, more| &all & &more).unwrap_or_default();
        let common: Vec<String> = common.into_iter().map(|at| format!("({})", at + 1)).collect();
        let with = match common.as_slice() {
            [] => String::new(),
            [only] => format!(", with {only} too"),
            [first @ .., last] => format!(", with {} and {last} too", first.join(", ")),
        };
        let of = match least == most {
            true => format!("{least} statements"),
            false => format!("{least} to {most} statements"),
        };
        let more = words::count(longer.len(), "more set");
        let line = format!("and {more} of {of}{with}, listed by --format json");
        text.push_str(&self.paragraph("   ", "       ", &line));
    }
}

/// Which of its statements another one has, too.
fn shared(one: &Conflict, other: &Conflict) -> BTreeSet<usize> {
    let has = |said: &usize| other.witnesses.iter().any(|all| all.contains(said));
    let own = one.witnesses.iter().enumerate();
    own.filter(|(_, witnesses)| witnesses.iter().any(has)).map(|(at, _)| at).collect()
}
