//! Ways that two statements of a sentence share.

use crate::en::clause::{About, Act, Anchor, Item, Said, Who};
use crate::en::phrase::time::{Role, Time};

/// From when the last change of a sentence was counted: "X grew 40 % in a year,
/// while Y grew 12 %".
#[derive(Default)]
pub(super) struct Way {
    who: Option<Who>,
    times: Vec<Time>,
}

/// "Up 5 % in viewers and 4 % in requests from a year ago": each of two figures of one thing against what is told
/// behind the last.
fn lend_back(items: &[Item], at: usize, said: &mut Said, text: &str) {
    let based = |said: &Said| said.adjuncts.times.iter().any(|time| time.role == Role::Base);
    let change = |said: &Said| said.anchor == Anchor::Clause && matches!(said.act, Act::Change { .. });
    let Some(Item::Said(next)) = items.get(at + 1).filter(|_| change(said)) else { return };
    let bare = said.adjuncts.times.is_empty() && said.adjuncts.weeks.is_none() && !said.adjuncts.local;
    let joined = text.get(said.span.end..next.span.start).is_some_and(|words| words.trim() == "and");
    let counted = |said: &Said| match (said.adjuncts.about, said.adjuncts.counted.as_slice()) {
        (Some(About::Metric(metric)), _) => Some(metric),
        (_, [metric]) => Some(*metric),
        _ => None,
    };
    let others = counted(said).zip(counted(next)).is_some_and(|(one, other)| one != other);
    if bare && joined && others && change(next) && based(next) && next.who.who == said.who.who {
        let base = next.adjuncts.times.iter().filter(|time| time.role == Role::Base);
        said.adjuncts.times.extend(base.cloned());
    }
}

impl Way {
    /// Gives it to a change of another one that says no time itself, or takes
    /// over what this one says.
    pub(super) fn lend(&mut self, items: &[Item], at: usize, said: &mut Said, text: &str) {
        lend_back(items, at, said, text);
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
