//! Which statements of many stand in the way of others, by bounds alone.

use super::super::formula::UnknownId;
use super::super::solver::Delta;
use super::System;

/// The least and the greatest value of an unknown, as far as they are known.
pub(crate) type Ends<'s> = (Option<&'s Delta>, Option<&'s Delta>);

/// A statement that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aside {
    /// Its number.
    pub(crate) statement: usize,
    /// Statements that exclude it together, itself among them, ascending.
    pub(crate) core: Vec<usize>,
}

impl System {
    /// Takes one statement after another, in the given order, and sets aside each
    /// that bounds show to be impossible beside those taken before. What follows
    /// from those taken stays known, for [`System::ends`], until the next sifting.
    /// `None` where what always holds excludes itself.
    pub(crate) fn sift(&mut self, order: &[usize]) -> Option<Vec<Aside>> {
        self.bounds.undo((0, 0));
        let mut owners = vec![None; self.clauses.len()];
        for (statement, clauses) in self.statements.iter().enumerate() {
            for clause in clauses {
                owners[*clause] = Some(statement);
            }
        }
        let rules = self.rules.clone();
        self.take(&rules).ok()?;
        let mut aside = Vec::new();
        for statement in order {
            let mark = self.bounds.mark();
            let clauses = self.statements[*statement].clone();
            let Err(tags) = self.take(&clauses) else {
                continue;
            };
            self.bounds.undo(mark);
            let clauses = tags.into_iter().filter_map(|tag| usize::try_from(tag).ok());
            let mut core: Vec<usize> = clauses.filter_map(|c| *owners.get(c)?).collect();
            core.push(*statement);
            core.sort_unstable();
            core.dedup();
            aside.push(Aside { statement: *statement, core });
        }
        Some(aside)
    }

    /// What is known of an unknown after sifting.
    pub(crate) fn ends(&self, unknown: UnknownId) -> Ends<'_> {
        self.vars.get(&unknown).map_or((None, None), |var| self.bounds.ends(*var))
    }

    /// After [`super::Answer::Possible`]: the value of an unknown in the solution
    /// found.
    pub(crate) fn value(&self, unknown: UnknownId) -> Option<&Delta> {
        let var = self.vars.get(&unknown)?;
        Some(self.suited.get(var).unwrap_or_else(|| self.simplex.value(*var)))
    }

    fn take(&mut self, clauses: &[usize]) -> Result<(), Vec<super::Tag>> {
        if let Some(none) = clauses.iter().find(|clause| self.clauses[**clause].is_empty()) {
            return Err(vec![super::tag(*none)]);
        }
        let (plain, open): (Vec<usize>, Vec<usize>) =
            clauses.iter().partition(|clause| self.clauses[**clause].len() == 1);
        let plain: Vec<(usize, usize)> = plain.into_iter().map(|clause| (clause, 0)).collect();
        self.bounds.learn(&self.clauses, &plain, &open).map(|_| ())
    }
}
