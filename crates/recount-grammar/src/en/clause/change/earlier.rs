//! A figure of before as a noun phrase, with what it was then and when: `the record 4.5
//! trillion of the week before`, `a low of 3.2 trillion in the week of June 8`, `the 4.27
//! trillion tokens that it had handled a week earlier`.

use super::*;
use crate::en::phrase::record::RecordHigh;

/// What was told of before.
pub(in crate::en::clause) struct Was<'p> {
    /// How much.
    pub phrase: &'p Phrase<'p>,
    /// When; nothing where a record was just before.
    pub times: Vec<Time>,
    /// "a record 4.5 trillion": what it was then.
    pub record: Option<RecordHigh>,
    /// "from a low of 3.2 trillion": at some time that is not said.
    pub open: bool,
}

impl Was<'_> {
    /// What it says: a level of then, and that it was a record.
    pub(in crate::en::clause) fn pieces(&self) -> Option<Vec<Piece>> {
        if self.open {
            return Some(vec![Self::at_some_time()]);
        }
        let anchor = if self.times.is_empty() { Anchor::Before } else { Anchor::Earlier };
        let times: Vec<Time> =
            self.times.iter().map(|time| Time { role: Role::At, ..time.clone() }).collect();
        let level = Piece { times: times.clone(), anchor, ..Piece::beside(level_of(self.phrase)?) };
        let record =
            self.record.clone().map(|found| Piece { times, anchor, ..Piece::beside(Act::Record(found)) });
        Some([level].into_iter().chain(record).collect())
    }

    /// "topping the 4.5 trillion of the week before", "less than the 4.5 trillion that it handled a
    /// week earlier": which way it went since, and what it was then.
    pub(in crate::en::clause) fn exceeded(&self, by: Option<&Quantity>, falling: bool) -> Option<Outcome> {
        let time = self.times.first()?;
        let value =
            by.map_or_else(|| Quantity::direction(falling, Unit::Percent), |by| directed(by, falling));
        let mut outcome = Outcome::one(Act::Change { value });
        outcome.adjuncts.times = vec![Time { role: Role::Base, ..time.clone() }];
        outcome.pieces.extend(self.pieces()?);
        Some(outcome)
    }

    /// Where a way began: `piece`, and that it was a record.
    pub(in crate::en::clause) fn begins(self, outcome: &mut Outcome, piece: Piece, phrase: &Phrase<'_>) {
        if self.open {
            outcome.pieces.push(Self::at_some_time());
            return;
        }
        began(outcome, piece, phrase, self.times);
        if let (Some(found), Some(level)) = (self.record, outcome.pieces.last()) {
            let then = Piece { act: Act::Record(found), ..level.clone() };
            outcome.pieces.push(then);
        }
    }

    /// "from its peak of 5.2 trillion": whenever that was.
    pub(in crate::en::clause) const fn at_some_time() -> Piece {
        Piece::beside(Act::Unexplained { why: "when that was, is not said" })
    }
}

/// Reads: "the record 4.5 trillion of the week before", "last week's record of 4.5 trillion",
/// "a record 4.5 trillion [a week earlier]", "its peak of 5.2 trillion in the week of May 25",
/// "the 4.27 trillion of the previous week". Does not read: "4.5 trillion a week earlier", which
/// is a figure and its time. "Its peak of 5.2 trillion" may have been at any time.
pub(in crate::en::clause) fn was(c: Chunks<'_>) -> Option<(Chunks<'_>, Was<'_>)> {
    let mut times = Vec::new();
    let mut look = c;
    if let (Some(Phrase::Time(time)), true) = (c.phrase(0), c.is(1, words!["'s", "’s"])) {
        times.push(time.clone());
        look = c.skip(2);
    }
    let owned = look.at > c.at;
    let article = look.is(0, words!["the", "a", "an", "its", "their", "that"]);
    let indefinite = look.get(0).is_some_and(|chunk| matches!(look.lower(chunk.first), "a" | "an"));
    let (look, record, extreme) = match look.phrase(0)? {
        Phrase::Record(found) if found.since.is_none() && found.weeks.is_none() => {
            (look.skip(1), Some(found.clone()), true)
        }
        _ => {
            let noun = look.skip(usize::from(article));
            let noun = noun.skip(usize::from(noun.is(0, words!["recent", "earlier", "previous", "weekly"])));
            let highest =
                RecordHigh { extreme: recount_model::Extreme::Highest, since: None, weeks: None, of: None };
            match noun.noun(0) {
                // "the previous week's record of 4.5 trillion".
                Some(Noun::Record) if owned && noun.is(0, words!["record"]) => {
                    (noun.skip(1), Some(highest), true)
                }
                Some(Noun::High | Noun::Low) if noun.is(1, words!["of", "at"]) => (noun.skip(1), None, true),
                _ => (look, None, false),
            }
        }
    };
    let of = usize::from(extreme && look.is(0, words!["of", "at"]));
    let definite = article && !indefinite || owned;
    let (rest, phrase @ Phrase::Amount { quantity, .. }) = figure(look.skip(of))? else { return None };
    if quantity.falling || !(definite || extreme) {
        return None;
    }
    let (rest, told) = when(level::skip_unit(rest));
    times.extend(told);
    let past = times.iter().all(|time| matches!(time.role, Role::At | Role::Base));
    // "from its peak of 5.2 trillion": whenever that was.
    let known = !times.is_empty() || record.is_some() && indefinite;
    let open = !known && extreme;
    let record = record.filter(|_| known);
    ((known || open) && past).then_some((rest, Was { phrase, times, record, open }))
}

/// "[the 4.5 trillion] of the week before", "recorded a week earlier", "that it had handled in
/// the week of June 15".
fn when(c: Chunks<'_>) -> (Chunks<'_>, Vec<Time>) {
    const THEY: &Words = words!["it", "they", "he", "she"];
    let verb = |c: Chunks<'_>| {
        c.verb(0).is_some_and(|verb| {
            matches!(verb.form, Form::Past | Form::Participle)
                && verb.frames.any(Frames::LEVEL.and(Frames::USE).and(Frames::SET).and(Frames::REACH))
        })
    };
    let that = c.skip(usize::from(c.is(0, words!["that", "which"]) && c.is(1, THEY)));
    let clause = that.skip(usize::from(that.is(0, THEY)));
    let had = clause.skip(usize::from(clause.at > that.at && clause.is(0, words!["had", "'d", "’d"])));
    // "the 4.5 trillion it had a week earlier".
    let simple = had.at > clause.at && matches!(had.phrase(0), Some(Phrase::Time(_)));
    let rest = match () {
        () if simple => had,
        () if verb(had) => had.skip(1),
        () => c,
    };
    let rest = rest.skip(usize::from(
        rest.is(0, words!["of", "from", "in", "for"]) && matches!(rest.phrase(1), Some(Phrase::Time(_))),
    ));
    let (behind, times) = crate::en::clause::adjunct::times(rest);
    if times.is_empty() { (c, times) } else { (behind, times) }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn what_it_was_before() {
        let lead = "Alder processed 4.19 trillion tokens last week";
        let was = "In the week of 15 June 2026, Alder was 4.5 trillion tokens";
        let record = "In the week of 15 June 2026, Alder was its highest on record";
        let level = "Alder was 4.19 trillion tokens";
        for (tail, expected) in [
            ("down from a record 4.5 trillion a week earlier", &[level, was, record][..]),
            ("down from the record 4.5 trillion of the week before", &[level, was, record]),
            ("from a record 4.5 trillion", &[level, was, record]),
            ("down from the previous week's record of 4.5 trillion", &[level, was, record]),
            ("down from the 4.5 trillion it had handled a week earlier", &[level, was]),
            ("down from a high of 4.5 trillion in the week of June 15", &[level, was]),
            (
                "down 8% from the record 4.5 trillion of the previous week",
                &[level, "Alder fell by 8 percent", was, record],
            ),
        ] {
            assert_read(&[(format!("{lead}, {tail}.").as_str(), expected)]);
        }
        assert_read(&[(
            "Alder recovered to 4.19 trillion tokens from a low of 3.2 trillion.",
            &["Alder was 4.19 trillion tokens", "-"],
        )]);
    }
}
