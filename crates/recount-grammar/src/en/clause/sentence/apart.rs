//! How far apart two are: `X and Y were 50,000 copies apart`, `the top two are 1.2 trillion
//! tokens apart`, `X and Y were separated by 300 admissions`.

use super::*;
use crate::en::clause::gap;
use crate::en::clause::predicate::quantity_of;
use crate::en::lexicon::Seen;

impl<'p> Parser<'p> {
    /// "That is a gap of 1.4 trillion tokens", "That makes for a ratio of four to one": between the
    /// two who are spoken of.
    pub(super) fn that_far_apart(&mut self) -> bool {
        let start = self.c.at;
        let that = usize::from(self.c.is(0, words!["that", "this", "it", "which"]));
        if that == 0 && !matches!(self.c.word_before(), "that" | "this" | "which") {
            return false;
        }
        let makes = self.c.is(that, words!["makes", "made", "means", "meant", "gives", "gave", "equals"]);
        let rest = match verb_group(self.c.skip(that), false) {
            Some((rest, group)) if !group.negated && !group.passive && group.mood == Mood::Plain => {
                let stands = Frames::BE.and(Frames::LEVEL).and(Frames::EQUAL).and(Frames::SHARE);
                let fits = makes || group.verb.frames.any(stands);
                match fits {
                    true => rest,
                    false => return false,
                }
            }
            _ if makes => self.c.skip(that + 1),
            _ => return false,
        };
        let rest = skip_adverbs(rest);
        let rest = rest.skip(usize::from(rest.is(0, words!["for", "to"])));
        let Some((rest, value)) = gap::size(rest) else { return false };
        // "a lead of 300 billion over Y": whose, other rules find out.
        if rest.is(0, words!["over", "between", "on", "against", "for", "to"]) {
            return false;
        }
        let (who, object) = gap::ratio::the_sides(self.c, self.c.skip(1));
        let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
        outcome.adjuncts.either = true;
        outcome.adjuncts.apart = true;
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &who, outcome, Group::PLAIN)
    }

    /// Who of the two is ahead, is not said.
    pub(super) fn apart(&mut self) -> bool {
        if !self.c.seen.any(Seen::APART) {
            return false;
        }
        let start = self.c.at;
        let Some((rest, first, second)) = gap::two(skip_leading(self.c)) else {
            return false;
        };
        let (rest, times) = crate::en::clause::adjunct::times(rest);
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        let be = group.verb.frames.any(Frames::BE.and(Frames::STAY).and(Frames::RANK));
        if group.negated || group.passive || !be {
            return false;
        }
        let rest = skip_adverbs(rest);
        let by = rest.is(0, words!["separated", "divided"]) && rest.is(1, words!["by"]);
        let Some((rest, phrase)) = figure(rest.skip(2 * usize::from(by))) else { return false };
        let counted = matches!(first.about, About::Metric(_));
        let amount =
            matches!(phrase, Phrase::Amount { .. }) || counted && matches!(phrase, Phrase::Number(_));
        let rest = level::skip_unit(rest);
        if !amount || first.share || !(by || rest.is(0, words!["apart"])) {
            return false;
        }
        let Some(value) = quantity_of(phrase).filter(|value| !value.falling && !value.is_direction()) else {
            return false;
        };
        let mut outcome = Outcome::one(Act::Compare { object: second, value, event: false });
        outcome.adjuncts.times = times;
        outcome.adjuncts.either = true;
        outcome.adjuncts.apart = true;
        let rest = adjuncts(rest.skip(usize::from(!by)), &mut outcome);
        let accepted = self.accept(start, rest, &first, outcome, group);
        // "…, on 3.58 million": of which of the two?
        if accepted {
            (self.focus, self.lost) = (None, true);
        }
        accepted
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_listed, assert_read, readings};

    #[test]
    fn how_far_apart_two_are() {
        let apart: &[&str] = &["Alder was 300 billion tokens above that of Birch"];
        for sentence in [
            "Alder and Birch were 300 billion tokens apart last week.",
            "Alder and Birch are just 300 billion tokens apart.",
            "Alder and Birch were separated by only 300 billion tokens.",
        ] {
            assert_read(&[(sentence, apart)]);
            assert_eq!(
                readings(sentence),
                ["Birch was 300 billion tokens above that of Alder"],
                "{sentence}"
            );
        }
        let text =
            "Alder ranked first last week. Birch was second. The top two are 300 billion tokens apart.";
        assert_eq!(article(text).last().map(String::as_str), apart.first().copied());
    }

    #[test]
    fn what_else_is_apart() {
        assert_listed(&[
            "Alder and Birch are not 300 billion tokens apart.",
            "The top two are 300 billion tokens apart.",
            "Alder and Birch were 300 days apart.",
        ]);
    }
}
