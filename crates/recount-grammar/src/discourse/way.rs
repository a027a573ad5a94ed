//! Ways that two statements of a sentence share.

use crate::en::clause::{Act, Anchor, Said, Who};
use crate::en::phrase::time::{Role, Time};

/// From when the last change of a sentence was counted: "X grew 40 % in a year,
/// while Y grew 12 %".
#[derive(Default)]
pub(super) struct Way {
    who: Option<Who>,
    times: Vec<Time>,
}

impl Way {
    /// Gives it to a change of another one that says no time itself, or takes
    /// over what this one says.
    pub(super) fn lend(&mut self, said: &mut Said) {
        if said.adjuncts.local || said.anchor != Anchor::Clause || !matches!(said.act, Act::Change { .. }) {
            return;
        }
        let bare = said.adjuncts.times.is_empty() && said.adjuncts.weeks.is_none();
        if bare && self.who.as_ref().is_some_and(|who| *who != said.who.who) {
            said.adjuncts.times.extend(self.times.iter().cloned());
            return;
        }
        self.who = Some(said.who.who.clone());
        let told = said.adjuncts.times.iter().filter(|time| matches!(time.role, Role::Base | Role::Within));
        self.times = told.cloned().collect();
    }
}
