//! A share that came a long way, told of the one who has it: `X went from under 20 % of all tokens a year
//! ago to over 45 % last week`.

use super::{Of, percentage};
use crate::en::clause::adjunct::times;
use crate::en::clause::predicate::{Outcome, Piece, Read};
use crate::en::clause::{Act, Anchor, Np};
use crate::en::lexicon::Frames;
use crate::en::phrase::Chunks;
use crate::en::phrase::time::{Role, Time};

/// "[went] from 20 % of all tokens [then] to 45 % [now]": of the same whole.
pub(super) fn complement<'p>(c: Chunks<'p>, subject: &Np, frames: Frames) -> Read<'p> {
    let moves = Frames::UP.and(Frames::DOWN).and(Frames::BELONG);
    if !frames.any(moves) || subject.share || !c.is(0, words!["from"]) {
        return None;
    }
    let (rest, old, Some(of)) = percentage(c.skip(1))? else { return None };
    let (rest, mut then) = times(rest);
    let (rest, new, behind) = percentage(rest.is(0, words!["to"]).then(|| rest.skip(1))?)?;
    let same = |behind: &Of| behind.top == of.top && behind.time.is_none();
    if of.time.is_some() || behind.as_ref().is_some_and(|behind| !same(behind)) {
        return None;
    }
    let (rest, now) = times(rest);
    then.iter_mut().for_each(|time| time.role = Role::At);
    let anchor = if then.is_empty() { Anchor::Before } else { Anchor::Earlier };
    let share = |value| Act::Share { value, whole: of.whole.clone(), top: of.top };
    let against: Option<Time> = now.iter().find(|time| time.role == Role::At).cloned();
    let began = Piece { times: then, anchor, against, ..Piece::beside(share(old)) };
    let ended = Piece { times: now, anchor: Anchor::End, ..Piece::main(share(new)) };
    Some((rest, Outcome { pieces: vec![began, ended], ..Outcome::default() }))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn from_part_to_part() {
        let ends: &[&str] = &[
            "In the week of 23 June 2025, the north accounted for less than 20 percent of the total call volume",
            "the north accounted for more than 45 percent of the total call volume",
        ];
        assert_read(&[
            ("The north went from under 20% of all tokens a year ago to over 45% last week.", ends),
            (
                "The north rose from under 20% of all tokens a year ago to over 45% of all tokens last week.",
                ends,
            ),
        ]);
        assert_listed(&["The north went from 20% of all tokens to war last week."]);
    }
}
