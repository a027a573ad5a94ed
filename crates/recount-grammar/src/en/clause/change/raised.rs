//! A figure that somebody raises or cuts: `cut production by a quarter`, `raised its
//! throughput to 41,000 containers`.

use super::volume::of_its_own;
use crate::en::clause::predicate::Read;
use crate::en::clause::{About, Np};
use crate::en::lexicon::Frames;
use crate::en::phrase::Chunks;

/// "[cut] production by a quarter", where the production is that of the subject. Whose "prices
/// of X" are, stands behind them.
pub(super) fn complement<'p>(c: Chunks<'p>, subject: &Np, frames: Frames) -> Read<'p> {
    let falling = frames.any(Frames::CUT);
    if !frames.any(Frames::RAISE.and(Frames::CUT)) || !subject.is_named() || subject.about != About::Nothing {
        return None;
    }
    of_its_own(c, subject, if falling { Frames::DOWN } else { Frames::UP }, falling)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn raised_and_cut_by_its_owner() {
        assert_read(&[
            ("Alder cut call volume by 8.4% last week.", &["Alder fell by 8.4 percent"]),
            ("Alder raised its call volume by 8.4% last week.", &["Alder rose by 8.4 percent"]),
            ("Alder trimmed usage to 4.19 trillion tokens last week.", &["Alder was 4.19 trillion tokens"]),
            ("Alder slashed its volume by a quarter.", &["Alder fell by a quarter"]),
            ("Alder pared back its volume by a quarter.", &["Alder fell by a quarter"]),
            ("Alder ramped up its volume to 4.19 trillion tokens.", &["Alder was 4.19 trillion tokens"]),
            (
                "Alder lifted its share to 47.5% last week.",
                &["Alder accounted for 47.5 percent of the total call volume"],
            ),
            ("Alder pares share to 47.5%", &["Alder accounted for 47.5 percent of the total call volume"]),
        ]);
    }

    #[test]
    fn what_else_was_cut() {
        assert_listed(&["Alder cut prices by 8.4% last week.", "Alder cut its share by 8.4% last week."]);
    }
}
