//! "That is wrong.", "It did not.", ", which is not true": words that take back
//! what was said before them.

use super::{Chunks, Item, Mood, Parser, TakesBack, corrections, is_reported, is_stop, to_stop};
use crate::en::lexicon::{Form, Frames};
use crate::token::{Kind, Tokens};

const SUBJECTS: &[&str] = &["that", "this", "it", "which", "they", "he", "she", "both", "neither", "none"];
/// What somebody said, as a noun.
const SAYINGS: &[&str] = &[
    "claim", "claims", "statement", "assertion", "figure", "figures", "number", "report", "reports",
    "rumour", "rumor", "account", "suggestion", "something", "boast",
];
const BE: &[&str] =
    &["is", "was", "are", "were", "'s", "’s", "be", "proved", "has", "had", "does", "did", "do"];
const NOT: &[&str] = &["not", "n't", "n’t"];
const FALSE: &[&str] = &[
    "wrong", "false", "untrue", "incorrect", "inaccurate", "mistaken", "nonsense", "fiction", "fabricated",
    "misleading", "baseless", "exaggerated", "lie", "myth", "invention", "hoax", "error", "mistake",
];
const TRUE: &[&str] = &[
    "true", "so", "correct", "right", "accurate", "case", "borne", "supported", "quite", "happen", "happened",
];
/// What somebody does who does not hold it true.
const DENIES: &[&str] = &[
    "denies", "denied", "disputes", "disputed", "rejects", "rejected", "dismisses", "dismissed", "disproved",
    "disproven", "debunked", "refuted", "refutes", "retracted", "withdrawn", "contested",
];
/// The most words of such a sentence.
const LONGEST: usize = 14;

/// What a sentence does to the one before it: nothing, or it denies it.
#[must_use]
pub fn takes_back(tokens: Tokens<'_>) -> TakesBack {
    // "That is false: X was third."
    let goes_on = |rest: Tokens<'_>| matches!(rest.peek(), ":" | ";" | "—" | "–");
    let short = tokens.len() <= LONGEST;
    let denies = rejecting(tokens).is_some_and(|rest| short && rest.len() <= 1 || goes_on(rest));
    if denies { TakesBack::Always } else { corrections::takes_back(tokens) }
}

/// A denial up to the next stop: what is left.
fn rejecting(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    let mut t = tokens;
    while ["but", "and", "no", "in", "fact", "however", ",", "yet"].contains(&t.peek()) {
        t = t.skip(1);
    }
    if let Some(rest) = untrue(t) {
        return Some(rest);
    }
    let article = usize::from(["that", "this", "the", "a", "these", "those"].contains(&t.peek()));
    if SAYINGS.contains(&t.peek_at(article)) {
        let rest = t.skip(article + 1);
        let behind = if ["that", "which"].contains(&rest.peek()) { rest.skip(1) } else { rest };
        return untrue(be(behind)?.1).or_else(|| denied(behind)).or_else(|| denied(rest));
    }
    if let Some(rest) = denied_it(t) {
        return Some(rest);
    }
    if !SUBJECTS.contains(&t.peek()) {
        return None;
    }
    let (not, rest) = be(t.skip(1))?;
    // "It did not."
    if not && ends(rest) {
        return Some(rest);
    }
    if not { truth(rest) } else { untrue(rest) }
}

/// A form of "be", "do" or "have" behind adverbs, and whether it is negated.
fn be(tokens: Tokens<'_>) -> Option<(bool, Tokens<'_>)> {
    let t = skip_adverbs(tokens);
    if !BE.contains(&t.peek()) {
        return Some((false, t)).filter(|_| DENIES.contains(&t.peek()) || denied(t).is_some());
    }
    let mut t = skip_adverbs(t.skip(1));
    let not = NOT.contains(&t.peek());
    if not {
        t = skip_adverbs(t.skip(1));
    }
    Some((not, t))
}

fn skip_adverbs(tokens: Tokens<'_>) -> Tokens<'_> {
    let mut t = tokens;
    while t.peek().len() > 3 && t.peek().ends_with("ly")
        || ["just", "also", "been", "of", "course"].contains(&t.peek())
    {
        t = t.skip(1);
    }
    t
}

/// "wrong", "a lie", "not true", before a stop.
fn untrue(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    let t = skip_adverbs(tokens);
    if NOT.contains(&t.peek()) {
        return truth(t.skip(1));
    }
    let t = if ["a", "an"].contains(&t.peek()) { t.skip(1) } else { t };
    let word = FALSE.contains(&t.peek()) || DENIES.contains(&t.peek());
    word.then(|| t.skip(1)).filter(|rest| ends(*rest))
}

/// "[not] true", "[not] the case", before a stop.
fn truth(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    let t = skip_adverbs(tokens);
    let t = if ["the", "quite"].contains(&t.peek()) && !ends(t.skip(1)) { t.skip(1) } else { t };
    let rest = TRUE.contains(&t.peek()).then(|| t.skip(1))?;
    let rest = if rest.peek() == "out" { rest.skip(1) } else { rest };
    ends(rest).then_some(rest)
}

/// "[a claim that] its maker denies": up to the next stop, where somebody
/// denies it and no figure stands between.
fn denied(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    let end = (0..LONGEST).find(|ahead| ends(tokens.skip(*ahead)))?;
    let words = tokens.rest.get(..end).unwrap_or(&[]);
    let plain = words.iter().all(|token| token.kind != Kind::Number);
    let not = |token: &crate::token::Token| NOT.contains(&tokens.lower_of(*token));
    let denies = words.last().is_some_and(|last| DENIES.contains(&tokens.lower_of(*last)));
    (plain && denies && !words.iter().any(not)).then(|| tokens.skip(end))
}

/// "Its maker denies it", "a spokesman rejected the claim": up to the next stop.
fn denied_it(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    let end = (0..LONGEST).find(|ahead| ends(tokens.skip(*ahead)))?;
    let last = tokens.peek_at(end.checked_sub(1)?);
    let it = ["it", "this", "that"].contains(&last);
    let said =
        SAYINGS.contains(&last) && end > 1 && ["the", "that", "this"].contains(&tokens.peek_at(end - 2));
    let verb = end.checked_sub(if it { 2 } else { 3 })?;
    ((it || said) && DENIES.contains(&tokens.peek_at(verb))).then(|| tokens.skip(end))
}

fn ends(tokens: Tokens<'_>) -> bool {
    matches!(tokens.peek(), "" | "." | "!" | "," | ";" | ":" | ")" | "\"" | "”" | "—" | "–")
}

impl<'p> Parser<'p> {
    /// What was said since the last full stop or semicolon is taken back by
    /// the words that stand here.
    pub(super) fn rejected(&mut self) -> bool {
        let Some(before) = self.c.at.checked_sub(1) else { return false };
        let c = self.c;
        let said = self.items.iter().any(|item| matches!(item, Item::Said(_)));
        if !said || self.unread.is_some() || !is_stop(Chunks { at: before, ..c }, 0) {
            return false;
        }
        let Some(tokens) = c.get(0).map(|chunk| c.tokens.skip(chunk.first)) else { return false };
        if rejecting(tokens).is_some() {
            self.take_back(before, Mood::Denied);
            self.c = to_stop(c);
            return true;
        }
        // "…, the maker said. In fact, it was third."
        let whole = Chunks { at: before, ..c };
        if whole.is(0, words!["."]) && c.at > 1 {
            let told = c.tokens.text.get(..c.span(before, before + 1).start).unwrap_or("");
            match corrections::takes_back(tokens) {
                TakesBack::IfReported if is_reported(told) => self.take_back(before, Mood::Denied),
                TakesBack::Always => self.take_back(before, Mood::Denied),
                TakesBack::IfReported | TakesBack::No => {}
            }
        }
        false
    }

    /// ", or so its maker claims", ", so the rumour goes,": nobody vouches for
    /// what stands beside it.
    pub(super) fn unvouched(&mut self) -> bool {
        let c = self.c;
        let place = usize::from(c.is(0, words![","]));
        let so = c.skip(place);
        let claim = so.are(&["or", "so"]) && !is_stop(so, 2);
        let rumour =
            so.are(&["so", "the"]) && so.is(2, words!["rumour", "rumor", "story", "claim", "legend"]);
        if c.at == 0 || !(claim || rumour) || self.unread.is_some() && place == 0 {
            return false;
        }
        self.take_back(c.at, Mood::Framed);
        self.mood = Mood::Framed;
        self.base_mood = Mood::Framed;
        self.close_unread();
        self.c = to_stop(so);
        true
    }

    /// What was said since the last full stop or semicolon before `place` is
    /// asserted by nobody.
    pub(super) fn take_back(&mut self, place: usize, mood: Mood) {
        let c = self.c;
        let stop = |place: &usize| is_stop(Chunks { at: *place, ..c }, 0) && ends_sentence(c, *place);
        let from = (0..place).rev().find(stop).map_or(0, |stop| stop + 1);
        let start = c.span(from, from + 1).start;
        for item in &mut self.items {
            if let Item::Said(said) = item
                && said.span.start >= start
            {
                said.mood = mood;
            }
        }
    }
}

fn ends_sentence(c: Chunks<'_>, place: usize) -> bool {
    c.all.get(place).is_some_and(|chunk| matches!(c.lower(chunk.first), "." | ";" | "!" | "?"))
}

impl Parser<'_> {
    /// "The maker denied: …", "…, the maker joked": what stands beside it is not
    /// asserted.
    pub(super) fn denied_beside(&mut self, from: usize, to: usize) {
        let Some(last) = to.checked_sub(1).filter(|last| *last >= from && to - from <= 8) else { return };
        let Some(verb) = (Chunks { at: last, ..self.c }).verb(0) else { return };
        let mood = if verb.frames.any(Frames::DENY) {
            Mood::Denied
        } else if verb.frames.any(Frames::FORECAST)
            && !verb.frames.any(Frames::SAY)
            && verb.form == Form::Base
        {
            Mood::Forecast
        } else {
            return;
        };
        if self.c.is(0, words![":"]) {
            self.mood = mood;
            self.base_mood = mood;
        } else if is_stop(self.c, 0) || self.c.is_empty() {
            self.take_back(from, mood);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_read, claims};

    #[test]
    fn what_is_taken_back_is_no_claim() {
        for sentence in [
            "Alder led Birch last week, which is not true.",
            "Alder led Birch last week - a claim that Birch's maker denies.",
            "\"Alder led the chart last week,\" the maker said. That is wrong.",
            "\"Alder led the chart last week,\" the maker joked.",
            "Alder led Birch last week, they hope.",
            "If the maker says that Alder led Birch last week, nobody believes it.",
            "The maker denied: \"Alder led the chart last week.\"",
            "Nothing suggests that Alder led Birch last week.",
            "Critics doubt that Alder led Birch last week.",
            "It seems that Alder led Birch last week.",
            "An earlier version of this article said Alder processed 5 trillion tokens last week.",
        ] {
            assert_eq!(claims(sentence), ["-"], "{sentence}");
        }
        assert_eq!(claims("Alder must grow 8% to overtake Birch."), ["-", "-"]);
        assert_eq!(claims("He dreamt that Alder led Birch last week."), ["?"]);
        assert_eq!(claims("Alder is heading for 5 trillion tokens."), ["?"]);
        assert!(claims("Alder was not the first to pass 5 trillion tokens.").iter().all(|word| word == "?"));
    }

    #[test]
    fn a_sentence_that_denies_the_one_before_it() {
        for denial in [
            "That is wrong.", "That was not the case.", "It did not.", "This claim is simply false.",
            "Not true.", "Its maker denied it.",
        ] {
            let found = article(&format!("\"Alder led Birch last week,\" a spokesman said. {denial}"));
            assert_eq!(found, ["-"], "{denial}");
        }
        let kept = article("Alder led Birch last week. That is right. It did not surprise anybody.");
        assert!(kept[0].contains("above that of Birch"), "{kept:?}");
    }

    #[test]
    fn a_denial_that_goes_on_with_what_is_so() {
        for denial in ["That is false:", "That was wrong:", "This is not true —", "It did not;"] {
            let found = article(&format!(
                "Critics claimed that Alder led Birch last week. {denial} Birch led Alder last week."
            ));
            let birch = |line: &String| line.contains("Birch was above that of Alder");
            assert!(found.len() == 2 && birch(&found[0]) && found[1] == "-", "{denial} {found:?}");
        }
        for kept in ["That is right:", "It was no surprise:", "That was news:"] {
            let found = article(&format!("Alder led Birch last week. {kept} Birch led Cedar last week."));
            assert!(found[0].contains("above that of Birch"), "{kept} {found:?}");
        }
    }

    #[test]
    fn what_is_said_not_to_be_so() {
        assert_read(&[
            ("Alder failed to overtake Birch last week.", &["Alder was not above that of Birch"]),
            ("Alder has yet to pass Birch.", &["Alder was not above that of Birch"]),
            ("Alder never reached 5 trillion tokens last week.", &["Alder was less than 5 trillion tokens"]),
            (
                "Neither Alder nor Birch led Cedar last week.",
                &["Alder was not above that of Cedar", "Birch was not above that of Cedar"],
            ),
            ("Alder not only led Birch last week but also Cedar.", &["Alder was above that of Birch"]),
        ]);
    }
}
