//! A volume that somebody raises: `increased its volume by a third`, `lifted its usage to
//! 4 trillion tokens`.

use recount_model::Unit;

use super::rose;
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::Read;
use crate::en::clause::{About, Act, Np, Who, Window};
use crate::en::lexicon::Frames;
use crate::en::phrase::Chunks;

/// "[increased] its volume by a third", where the volume is that of the subject.
pub(super) fn own_volume<'p>(c: Chunks<'p>, subject: &Np, frames: Frames, falling: bool) -> Read<'p> {
    if !c.is(0, words!["its", "their"]) {
        return None;
    }
    of_its_own(c, subject, frames, falling)
}

/// "[cut] production by a quarter": a volume that nobody else is named of.
pub(super) fn of_its_own<'p>(c: Chunks<'p>, subject: &Np, frames: Frames, falling: bool) -> Read<'p> {
    let (rest, np) = noun_phrase(c)?;
    if np.share && np.who == Who::Carried {
        return share(c, subject, frames, falling);
    }
    let whole =
        np.about != About::Nothing && !np.share && np.window == Window::Week && np.who == Who::Carried;
    if !whole || np.of.is_some() || !rest.is(0, words!["by", "to", "from"]) {
        return None;
    }
    let (rest, mut outcome) = rose(rest, subject, frames, falling)?;
    outcome.adjuncts.about = outcome.adjuncts.about.or(Some(np.about));
    Some((rest, outcome))
}

/// "[lifted] its share to 47.5 %", "its share of the volume by 3 points". "By 8 %" may be of it, or
/// points.
fn share<'p>(c: Chunks<'p>, subject: &Np, frames: Frames, falling: bool) -> Read<'p> {
    let (rest, np) = noun_phrase(c)?;
    if !rest.is(0, words!["by", "to", "from"]) {
        return None;
    }
    let own = Np { who: subject.who.clone(), narrowed: subject.narrowed.clone(), ..np };
    let (rest, mut outcome) = rose(rest, &own, frames, falling)?;
    for piece in &mut outcome.pieces {
        let told = match &piece.act {
            Act::Share { .. } => true,
            Act::Change { value } => value.unit == Unit::Point,
            _ => false,
        };
        if !told {
            return None;
        }
        piece.who = Some(own.clone());
    }
    Some((rest, outcome))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn raised_by_its_owner() {
        assert_read(&[
            ("Alder increased its volume by 8.4% last week.", &["Alder rose by 8.4 percent"]),
            (
                "Alder jumped to third last week, increasing its call volume by more than 8%.",
                &[
                    "Alder climbed to number 3 by call volume compared with the week of 15 June 2026",
                    "Alder rose by more than 8 percent",
                ],
            ),
            (
                "Alder expanded its usage to 4.19 trillion tokens last week.",
                &["Alder was 4.19 trillion tokens"],
            ),
        ]);
    }

    #[test]
    fn what_else_it_raised() {
        assert_listed(&["Alder increased its prices by 8.4% last week."]);
    }
}
