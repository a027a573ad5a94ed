//! Weeks that were somebody's best or worst: `it was a record week for X`, `last week was X's best
//! ever`, `this was the worst week for X since May`.

use super::*;
use crate::en::clause::predicate::Read;

impl<'p> Parser<'p> {
    /// Of the one behind "for", or the owner in front.
    pub(super) fn record_week(&mut self) -> bool {
        let start = self.c.at;
        let timed = matches!(self.items.last(), Some(Item::Time(_)))
            && start
                .checked_sub(1)
                .and_then(|last| self.c.all.get(last))
                .is_some_and(|chunk| matches!(&chunk.phrase, Phrase::Time(time) if accept::is_when(time)));
        let it = self.c.is(0, words!["it", "this", "that"]);
        if self.unread.is_some() || !(it && start == 0 || timed) {
            return false;
        }
        let Some((rest, group)) = verb_group(self.c.skip(usize::from(it)), false) else { return false };
        let brought = matches!(rest.word_before(), "brought" | "brings" | "gave" | "gives" | "saw" | "sees");
        let marks = group.verb.frames.any(Frames::MARK.and(Frames::BE)) || brought;
        if !marks || group.negated || group.passive || group.mood != Mood::Plain {
            return false;
        }
        let look = skip_adverbs(rest);
        let found = for_somebody(look).or_else(|| of_its_owner(look));
        let found = found.map(|(rest, np, found)| (rest, np, Outcome::one(found)));
        let nth =
            || nth_week(look).filter(|(.., told)| told.adjuncts.weeks.is_some_and(|weeks| weeks.ordinal));
        let Some((rest, np, mut outcome)) = found.or_else(nth) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }
}

/// "fifth week at number one", "third straight week of gains".
fn weeks<'p>(c: Chunks<'p>) -> Read<'p> {
    rank::weeks_at(c).or_else(|| change::weeks_of_change(c)).map(rank::on_list)
}

/// "the fifth straight week of gains for X", "X's fifth week at number one", "[brought] X its third week
/// at the top".
pub(super) fn nth_week(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    let one = |np: &Np| np.is_named() && np.about == About::Nothing && !np.share;
    if let Some((rest, outcome)) = weeks(c) {
        let rest = rest.is(0, words!["for", "in", "at"]).then(|| rest.skip(1))?;
        let (rest, np) = noun_phrase(rest).filter(|(_, np)| one(np))?;
        return Some((rest, np, outcome));
    }
    let (rest, np) = noun_phrase(c).filter(|(_, np)| one(np))?;
    let mark = usize::from(rest.is(0, words!["'s", "’s", "'", "’"]));
    let own = usize::from(rest.is(mark, words!["its", "their"]));
    let owned = mark + own > 0 || matches!(rest.word_before(), "'s" | "’s" | "'" | "’");
    let found = weeks(rest.skip(mark)).or_else(|| weeks(rest.skip(mark + own)));
    let (rest, outcome) = found.filter(|_| owned)?;
    Some((rest, np, outcome))
}

/// "a record week for X", "the best week yet for each of them".
fn for_somebody(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Act)> {
    let Phrase::Record(found) = c.phrase(0)? else { return None };
    // "a record one for X".
    let one = matches!(c.phrase(1), Some(Phrase::Number(1))) || c.is(1, words!["one", "week"]);
    let rest = c.skip(1 + usize::from(one));
    if !rest.is(0, words!["for"]) {
        return None;
    }
    let (rest, np) =
        noun_phrase(rest.skip(1)).filter(|(_, np)| np.is_named() && np.about == About::Nothing)?;
    Some((rest, np, Act::Record(found.clone())))
}

/// "X's best week ever".
fn of_its_owner(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Act)> {
    let (rest, np) = noun_phrase(c).filter(|(_, np)| np.is_named() && np.about == About::Nothing)?;
    let rest = rest.skip(usize::from(rest.is(0, words!["'s", "’s", "'", "’"])));
    let owned = matches!(rest.word_before(), "'s" | "’s" | "'" | "’");
    match rest.phrase(0)? {
        Phrase::Record(found) if owned => Some((rest.skip(1), np, Act::Record(found.clone()))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn the_week_of_somebody() {
        let record: &[&str] = &["Alder was its highest on record"];
        assert_read(&[
            ("It was a record week for Alder.", record),
            ("Last week was a record one for Alder.", record),
            ("Last week was Alder's best ever.", record),
            ("Last week was the best week ever for Alder.", record),
            ("This was the best week yet for Alder.", record),
        ]);
        assert_listed(&["It was a record week for the trade.", "Last week was not a record week for Alder."]);
    }

    #[test]
    fn more_than_ever() {
        let lead = "Alder processed 4.19 trillion tokens last week";
        let said: &[&str] = &["Alder was 4.19 trillion tokens", "Alder was its highest on record"];
        for tail in [
            "more than ever", "more than ever before", "more than in any week before",
            "more than in any other week", "more than it had ever done", "more than it has ever handled",
        ] {
            assert_read(&[(format!("{lead}, {tail}.").as_str(), said)]);
        }
    }
}
