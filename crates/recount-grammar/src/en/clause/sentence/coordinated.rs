//! "X (4 trillion), Y (3 trillion) and Z (2 trillion) together …": a subject of
//! several names, each with a bracket of its own.

use super::*;
use crate::en::phrase::place::Place;
use crate::en::phrase::subjects;
use recount_model::Subject;

impl Parser<'_> {
    /// "X's models, half of which grew": not all of them.
    pub(super) fn of_part_of_them(&self) -> bool {
        self.unread.is_some() && self.c.is(0, words!["which", "whom"]) && self.c.word_before() == "of"
    }

    /// "…, led by those from X and Y, have risen": Y belongs to the words that no rule read, as X does.
    pub(super) fn goes_on_unread(&self) -> bool {
        let c = self.c;
        let name = |at: usize| matches!(c.all.get(at).map(|chunk| &chunk.phrase), Some(Phrase::Name(_)));
        let behind_name = || (1..4).any(|back| c.at.checked_sub(back).is_some_and(name));
        self.unread.is_some()
            && c.is(0, words!["and", "or"])
            && name(c.at + 1)
            && is_stop(c, 2)
            && behind_name()
    }
}

impl Parser<'_> {
    /// The subject of a clause together with the names joined to it in front.
    pub(super) fn with_joined(&self, np: &Np) -> Option<Np> {
        let Who::Named(last) = &np.who else {
            return None;
        };
        let mut names = self.joined_before()?;
        names.extend(last.iter().cloned());
        Some(Np { who: Who::Named(names), ..np.clone() })
    }

    /// The names before "and", each followed by a bracket, back to where the
    /// clause begins.
    fn joined_before(&self) -> Option<Vec<Vec<Subject>>> {
        let c = self.c;
        let word = |place: usize| c.all.get(place).map_or("", |chunk| c.lower(chunk.first));
        let mut at = c.at.checked_sub(1).filter(|at| word(*at) == "and")?;
        let mut names = Vec::new();
        loop {
            let comma = at.checked_sub(1).is_some_and(|before| word(before) == ",");
            let close = at.checked_sub(1 + usize::from(comma))?;
            let name = c.opened(close, 24)?.checked_sub(1)?;
            let Phrase::Name(found) = &c.all.get(name)?.phrase else {
                return None;
            };
            let found: Vec<Subject> = subjects(found).collect();
            if found.is_empty() {
                return None;
            }
            names.push(found);
            let Some(before) = name.checked_sub(1) else { break };
            if matches!(c.all.get(before).map(|chunk| &chunk.phrase), Some(Phrase::Time(_))) {
                break;
            }
            match word(before) {
                "," if before.checked_sub(1).is_some_and(|place| word(place) == ")") => at = before,
                "," | "." | ";" | ":" | "both" => break,
                joins if JOINS.contains(joins) => break,
                _ => return None,
            }
        }
        names.reverse();
        Some(names)
    }
}

/// Can what is said be said of several at once? "Were the top three": each of them is there;
/// one place is not that of several, and who of them "led the chart" is not said.
pub(super) fn fits(np: &Np, outcome: &Outcome, group: &Group) -> bool {
    let led = group.verb.frames.any(Frames::LEAD);
    let several = matches!(&np.who, Who::Named(names) if names.len() > 1);
    let of_one = |piece: &Piece| match (&piece.act, &np.who) {
        (Act::Rank { place: Place::Top(n), .. }, Who::Named(names)) => led || names.len() > *n as usize,
        (act, _) => matches!(act, Act::Rank { .. } | Act::Follows | Act::Top { .. }),
    };
    several && !outcome.pieces.iter().any(of_one)
}
