//! When something was so for the last time: `X had last been ahead of Y in the week of June
//! 1`, `X last led 17 weeks ago`, `it is 17 weeks since X last led Y`.

use super::accept::is_when;
use super::*;
use crate::en::lexicon::Seen;
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, When};
use crate::en::phrase::weeks::counted_weeks;

/// How far from its beginning a clause may have "last".
const NEAR: usize = 10;

impl<'p> Parser<'p> {
    /// All forms: then it was so. That it has not been since, is left to the reader.
    pub(super) fn last_time(&mut self) -> bool {
        let told = self.c.seen.any(Seen::LAST) && (0..NEAR).any(|ahead| self.c.is(ahead, words!["last"]));
        told && (self.last_so() || self.weeks_since() || self.time_when())
    }

    /// "X had last been ahead of Y in the week of June 1", "X last led 17 weeks ago".
    fn last_so(&mut self) -> bool {
        let start = self.c.at;
        let Some((rest, np)) = noun_phrase(skip_leading(self.c)) else { return false };
        let Some((rest, group, mut outcome)) = last_did(rest, &np, false) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        let whens = outcome.adjuncts.times.iter().filter(|time| is_when(time)).count();
        let ago = outcome.adjuncts.ago && outcome.adjuncts.times.len() == 1;
        if !(ago || whens == 1 && outcome.adjuncts.times.len() == 1) || !is_state(&outcome) {
            return false;
        }
        outcome.adjuncts.local = true;
        self.accept(start, rest, &np, outcome, group)
    }

    /// "The last time X led was in the week of June 1".
    fn time_when(&mut self) -> bool {
        let start = self.c.at;
        let look = skip_leading(self.c);
        let look = look.skip(usize::from(look.is(0, words!["the"])));
        let count = match () {
            () if !look.is(0, words!["last"]) => return false,
            () if look.is(1, words!["time", "occasion"]) => {
                2 + usize::from(look.is(2, words!["that", "when"]))
            }
            () => return false,
        };
        // What was so ends before "was".
        let Some(was) = (count + 2..count + NEAR).find(|ahead| look.is(*ahead, words!["was", "came"])) else {
            return false;
        };
        let so = look.until(look.at + was);
        let Some((rest, np)) = noun_phrase(so.skip(count)) else { return false };
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        let plain = !group.negated && group.mood == Mood::Plain;
        let Some((rest, mut outcome)) = predicate(rest, &np, &group).filter(|_| plain) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        if !rest.is_empty() || !outcome.adjuncts.times.is_empty() {
            return false;
        }
        let rest = look.skip(was);
        let rest = rest.skip(1 + usize::from(rest.is(1, words!["back"])));
        let rest = match (rest.is(0, words!["that"]), rest.is(1, words!["of"])) {
            (true, true) => rest.skip(2),
            (that, _) => rest.skip(usize::from(that)),
        };
        let rest = adjuncts(rest, &mut outcome);
        // "The last time was in May": in which week of it, nobody knows.
        let [time] = outcome.adjuncts.times.as_slice() else { return false };
        let longer = matches!(
            time.when,
            When::Block { .. }
                | When::Part { .. }
                | When::Unit { unit: TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year, .. }
        );
        if !is_when(time) || longer || !is_state(&outcome) {
            return false;
        }
        outcome.adjuncts.local = true;
        self.accept(start, rest, &np, outcome, Group { earlier: false, perfect: false, ..group })
    }

    /// "It is 17 weeks since X last led Y", "17 weeks have passed since X was last first".
    fn weeks_since(&mut self) -> bool {
        let start = self.c.at;
        let it = self.c.is(0, words!["it"]);
        let look = self.c.skip(usize::from(it));
        let look = if it {
            let Some((rest, group)) = verb_group(look, false) else { return false };
            if !group.verb.frames.any(Frames::BE) || group.negated || group.mood != Mood::Plain {
                return false;
            }
            skip_adverbs(rest)
        } else {
            skip_adverbs(look)
        };
        let Some(Phrase::Other(measured)) = look.phrase(0) else { return false };
        let Some(weeks) = counted_weeks(measured) else { return false };
        let (recount_model::Weeks::Exactly(count), TimeUnit::Week) = (weeks.weeks, weeks.unit) else {
            return false;
        };
        let look = look.skip(1);
        let passed = match it {
            true => 0,
            false if look.is(0, words!["have", "had"]) && look.is(1, words!["passed", "elapsed"]) => 2,
            false => return false,
        };
        let look = look.skip(passed);
        let Some((rest, np)) = look.is(0, words!["since"]).then(|| noun_phrase(look.skip(1))).flatten()
        else {
            return false;
        };
        let Some((rest, group, mut outcome)) = last_did(rest, &np, true) else { return false };
        if !is_state(&outcome) || !is_stop(rest, 0) {
            return false;
        }
        let when = When::Back { count, unit: TimeUnit::Week, hedge: recount_model::Hedge::Bare };
        outcome.adjuncts.times.push(Time { role: Role::Base, when });
        outcome.adjuncts.ago = true;
        outcome.adjuncts.local = true;
        // So many weeks before this one, or over by then.
        outcome.adjuncts.ended = true;
        self.accept(start, rest, &np, outcome, group)
    }
}

/// "had last been ahead", "last led", and behind "since" also "was last in the top nine": what
/// was so. "X was last in the ranking" itself may be a place.
fn last_did<'p>(c: Chunks<'p>, np: &Np, since: bool) -> Option<(Chunks<'p>, Group, Outcome)> {
    let had = usize::from(c.is(0, words!["had", "has"]));
    let (rest, group) = if c.is(had, words!["last"]) {
        verb_group(c.skip(had + 1), false)?
    } else {
        let be = c.verb(0).filter(|verb| verb.frames.any(Frames::BE))?;
        let inside = c.is(2, words!["in", "on", "at", "among"]) && !c.is(3, words!["front"]);
        let lasts = c.is(1, words!["last"]) && (since || !inside);
        let (_, group) = verb_group(c.until(c.at + 1), false)?;
        lasts.then_some((c.skip(2), Group { verb: be, ..group }))?
    };
    if group.negated || group.mood != Mood::Plain {
        return None;
    }
    let (rest, outcome) = predicate(rest, np, &group)?;
    Some((rest, Group { earlier: false, perfect: false, ..group }, outcome))
}

/// Is it a place, or an order of two, and nothing that began or ended then?
fn is_state(outcome: &Outcome) -> bool {
    let state = |piece: &Piece| match &piece.act {
        Act::Rank { movement, .. } => movement.is_none(),
        Act::Compare { event, .. } => !event,
        Act::Top { .. } => true,
        _ => false,
    };
    !outcome.negated
        && !outcome.pieces.is_empty()
        && outcome.pieces.iter().all(|piece| state(piece) && piece.anchor == Anchor::Clause)
        && outcome.adjuncts.weeks.is_none()
        && outcome.adjuncts.first.is_none()
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn so_it_was_then() {
        let led: &[&str] = &["In the week of 4 May 2026, Alder ranked number 1 by call volume"];
        let ahead: &[&str] = &["In the week of 4 May 2026, Alder was above that of Birch"];
        assert_read(&[
            ("Alder had last led in the week of May 4.", led),
            ("Alder last topped the chart in the week of May 4.", led),
            ("Alder was last first in the week of May 4.", led),
            ("Alder had last been number one in the week of May 4.", led),
            ("Alder had last been ahead of Birch in the week of May 4.", ahead),
            ("Alder last led Birch in the week of May 4.", ahead),
            ("It is seven weeks since Alder last led Birch.", ahead),
            ("Seven weeks have passed since Alder was last ahead of Birch.", ahead),
            ("It has been seven weeks since Alder last led.", led),
            ("The last time Alder led was in the week of May 4.", led),
            ("The last time that Alder was ahead of Birch was the week of May 4.", ahead),
        ]);
    }

    #[test]
    fn what_is_no_such_time() {
        assert_listed(&[
            "Alder was last in the top ten in the week of May 4.",
            "Alder had last overtaken Birch in the week of May 4.",
            "It is not seven weeks since Alder last led.",
            "Alder had last led.",
            "The last time Alder rose was in the week of May 4.",
            "The last time Alder led was not in the week of May 4.",
            "It is 90 days since Alder last led.",
        ]);
    }
}
