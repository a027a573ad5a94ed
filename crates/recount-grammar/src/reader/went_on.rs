//! "Alder accounted for 17 % of all tokens. Birch followed with 12 %.", "A week earlier: 16 %.", "That compares with 16 % a
//! week earlier.": what a bare percentage is of, or an ordinal behind a time, stands in the sentence before.

use recount_model::Span;

use super::replaced::Behind;
use super::{Buffers, Item, Parsed, Read, Reader, Tokens};
use crate::en::clause::recast::Recast;
use crate::en::clause::{Act, Anchor, Mood, Said, Who};
use crate::en::lexicon::Starts;
use crate::en::phrase::place::Place;
use crate::en::phrase::time::time;
use crate::token::{Kind, tokenise};

/// Longer sentences say something else, in tokens.
const LONGEST: usize = 30;
/// They may stand before a percentage.
const HEDGES: &[&str] =
    &["about", "around", "nearly", "almost", "roughly", "only", "just", "some", "over", "under"];

/// What the sentence before told, and nothing else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Shares of so many.
    Shares(usize),
    /// The place of one.
    Place,
}

impl Reader<'_> {
    /// What a percentage or a place says behind a sentence that tells of nothing else.
    pub(super) fn went_on(
        &self,
        behind: &Behind<'_>,
        words: &str,
        alone: &Read,
        dated: bool,
        buffers: &mut Buffers,
    ) -> Option<Read> {
        let told = told(behind.last.filter(|last| behind.block.wrapping_sub(last.block) <= 1)?)?;
        let (way, more) = self.goes_on_about(told, words)?;
        self.read_with(&way, words, (alone, more), dated, buffers)
    }

    /// The words with what the sentence before told in them, and how much more they then say.
    fn goes_on_about(&self, told: Told, words: &str) -> Option<(Recast, usize)> {
        let (mut lower, mut found, mut squeezed) = (String::new(), Vec::new(), String::new());
        tokenise(words, &mut lower, &mut found);
        let tokens = Tokens { text: words, lower: &lower, rest: &found };
        if tokens.len() > LONGEST {
            return None;
        }
        let at_a_time = || label_of_time(tokens, told);
        let of_one =
            || (told == Told::Shares(1)).then(|| compared(tokens).or_else(|| points(tokens))).flatten();
        let mut of_another = || {
            let mentions = self.names.find(tokens, &mut squeezed);
            let [mention] = mentions.as_slice() else { return None };
            let shares = matches!(told, Told::Shares(_)) && !mention.adjective;
            shares.then(|| of_another(tokens, (mention.first, mention.end))).flatten()
        };
        let label = at_a_time().map(|way| (way, 1));
        // "That" is the share that was told, whatever else it might be.
        label.or_else(|| Some((of_one()?, 0))).or_else(|| Some((of_another()?, 1)))
    }
}

/// What a sentence told, where that is nothing but shares, or one place.
fn told(last: &Parsed) -> Option<Told> {
    let mut shares = 0;
    let mut place = false;
    for item in &last.items {
        match item {
            Item::Said(said) if !is_plain(said) => return None,
            Item::Said(said) => match &said.act {
                Act::Share { .. } if !place => shares += 1,
                Act::Rank { place: Place::At(_), movement: None, among: None } if shares == 0 && !place => {
                    place = true;
                }
                _ => return None,
            },
            Item::Unread { .. } => return None,
            Item::Time(_) | Item::Passing { .. } => {}
        }
    }
    match (shares, place) {
        (0, true) => Some(Told::Place),
        (1.., false) => Some(Told::Shares(shares)),
        _ => None,
    }
}

fn is_plain(said: &Said) -> bool {
    let one = !matches!(&said.who.who, Who::Named(names) if names.len() > 1);
    one && said.mood == Mood::Plain
        && !said.negated
        && !said.adjuncts.local
        && matches!(said.anchor, Anchor::Clause | Anchor::End)
}

/// "12 %", "about 12 %": the tokens of it, and behind them.
fn percentage(tokens: Tokens<'_>, from: usize) -> Option<(usize, usize)> {
    let hedge = usize::from(HEDGES.contains(&tokens.peek_at(from)));
    let number = tokens.rest.get(from + hedge).is_some_and(|token| token.kind == Kind::Number);
    let percent = matches!(tokens.peek_at(from + hedge + 1), "%" | "percent");
    (number && percent).then_some((from, from + hedge + 2))
}

/// Does the statement end there, or go on behind a comma?
fn is_end(tokens: Tokens<'_>, place: usize) -> bool {
    matches!(tokens.peek_at(place), "" | "." | "," | ";" | "!")
}

/// The bytes of some tokens.
fn span(tokens: Tokens<'_>, from: usize, to: usize) -> Span {
    let start = tokens.rest.get(from).map_or(tokens.text.len(), |token| token.start as usize);
    let end =
        to.checked_sub(1).and_then(|last| tokens.rest.get(last)).map_or(start, |last| last.end as usize);
    Span::new(start, end.max(start))
}

/// The time that stands there: behind it.
fn time_at(tokens: Tokens<'_>, from: usize) -> Option<usize> {
    let (rest, _) = time(tokens.skip(from)).ok()?;
    tokens.len().checked_sub(rest.len()).filter(|end| *end > from)
}

/// "A week earlier: 16 %.", "The week before: sixth."
fn label_of_time(tokens: Tokens<'_>, told: Told) -> Option<Recast> {
    let end = time_at(tokens, 0).filter(|end| matches!(tokens.peek_at(*end), ":" | "," | "—" | "–"))?;
    let (is, behind) = match told {
        Told::Shares(1) => (", its share was ", percentage(tokens, end + 1)?.1),
        Told::Place => {
            let no = usize::from(tokens.peek_at(end + 1) == "no") * 2;
            (", it was ", end + 2 + no)
        }
        Told::Shares(_) => return None,
    };
    let ends = matches!(tokens.peek_at(behind), "" | ".") && behind + 1 >= tokens.len();
    let (when, what) = (span(tokens, 0, end), span(tokens, end + 1, tokens.len()));
    ends.then(|| {
        Recast::of_parts(&[
            (when.of(tokens.text), when, true),
            (is, when, false),
            (what.of(tokens.text), what, true),
        ])
    })
}

/// "That compares with 16 % a week earlier.", "That was up from 16 % a week earlier."
fn compared(tokens: Tokens<'_>) -> Option<Recast> {
    let word = |place: usize| tokens.peek_at(place);
    let with = matches!(word(1), "compares" | "compared") && matches!(word(2), "with" | "to");
    let from =
        matches!(word(1), "was" | "is" | "were") && matches!(word(2), "up" | "down") && word(3) == "from";
    let start = match word(0) {
        "that" | "this" if with => 3,
        "that" | "this" | "it" if from => 4,
        _ => return None,
    };
    let (from, to) = percentage(tokens, start)?;
    let end = time_at(tokens, to).filter(|end| is_end(tokens, *end) && end + 1 >= tokens.len())?;
    let (when, what, first) = (span(tokens, to, end), span(tokens, from, to), span(tokens, 0, 1));
    Some(Recast::of_parts(&[
        (when.of(tokens.text), when, true),
        (", its share was ", first, false),
        (what.of(tokens.text), what, true),
        (".", what, false),
    ]))
}

/// "That was 2 points more than the week before."
fn points(tokens: Tokens<'_>) -> Option<Recast> {
    let word = |place: usize| tokens.peek_at(place);
    let that = matches!(word(0), "that" | "this" | "it") && matches!(word(1), "was" | "is");
    let number = tokens
        .rest
        .get(2)
        .is_some_and(|token| token.kind == Kind::Number || token.starts.any(Starts::NUMERAL));
    let percentage = usize::from(word(3) == "percentage");
    let unit = 3 + percentage;
    let verb = match word(unit + 1) {
        "more" | "higher" | "above" => "Its share rose ",
        "less" | "lower" | "fewer" | "below" => "Its share fell ",
        _ => return None,
    };
    let than = unit + 2 - usize::from(matches!(word(unit + 1), "above" | "below"));
    let told = that && number && matches!(word(unit), "point" | "points" | "pp");
    let first = span(tokens, 0, 1);
    // "than in the week before".
    let when = than + 1 + usize::from(word(than + 1) == "in");
    let end = time_at(tokens, when).filter(|end| is_end(tokens, *end))?;
    let (what, when) = (span(tokens, 2, unit + 1), span(tokens, when, end));
    let rest = Span::new(when.end, tokens.text.len());
    told.then(|| {
        Recast::of_parts(&[
            (verb, first, false),
            (what.of(tokens.text), what, true),
            (" from ", what, false),
            (when.of(tokens.text), when, true),
            (rest.of(tokens.text), rest, true),
        ])
    })
}

/// "Birch followed with 12 %.", "Birch: 12 %", "For Birch, the figure was 12 %.": Birch's share was 12 %.
fn of_another(tokens: Tokens<'_>, (first, end): (usize, usize)) -> Option<Recast> {
    let word = |place: usize| tokens.peek_at(place);
    let front = match first {
        0 => true,
        1 => matches!(word(0), "for" | "and" | "but" | "while"),
        3 => matches!(word(1), "figure" | "share") && word(0) == "the" && word(2) == "for",
        _ => false,
    };
    let told_for = first == 1 && word(0) == "for";
    let is = |place: usize| matches!(word(place), "was" | "is" | "stood" | "stands" | "came");
    let at = |place: usize| match word(place) {
        ":" | "—" | "–" | "-" | "had" | "has" | "got" | "took" | "managed" | "reached" => Some(place + 1),
        "followed" | "follows" if matches!(word(place + 1), "with" | "at" | "on") => Some(place + 2),
        "came" if word(place + 1) == "in" && word(place + 2) == "at" => Some(place + 3),
        "came" if word(place + 1) == "to" => Some(place + 2),
        "was" | "is" | "stood" | "stands" | "sat" if matches!(word(place + 1), "at" | "on") => {
            Some(place + 2)
        }
        _ => None,
    };
    let figure = match () {
        () if told_for => {
            let comma = end + usize::from(word(end) == ",");
            let it = match word(comma) {
                "it" => comma + 1,
                "the" if matches!(word(comma + 1), "figure" | "share" | "number") => comma + 2,
                _ => return None,
            };
            is(it).then_some(it + 1)?
        }
        () if first == 3 => is(end).then_some(end + 1)?,
        () => at(end)?,
    };
    let (from, to) = percentage(tokens, figure)?;
    let (name, what) = (span(tokens, first, end), span(tokens, from, to));
    let rest = Span::new(what.end, tokens.text.len());
    (front && is_end(tokens, to)).then(|| {
        Recast::of_parts(&[
            (name.of(tokens.text), name, true),
            ("'s share was ", name, false),
            (what.of(tokens.text), what, true),
            (rest.of(tokens.text), rest, true),
        ])
    })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn a_percentage_behind_a_share() {
        let birch = "Birch accounted for 12 percent of the total call volume";
        for behind in [
            "Birch followed with 12%.", "Birch: 12%.", "Birch had 12%.", "Birch stood at 12%.",
            "For Birch, the figure was 12%.", "The figure for Birch was 12%.",
        ] {
            let read = article(&format!("Alder accounted for 17% of all tokens last week. {behind}"));
            assert_eq!(read.last().map(String::as_str), Some(birch), "{behind}: {read:?}");
        }
        for behind in ["Birch rose 12%.", "Birch had 12% more.", "Birch's price was cut by 12%."] {
            let read = article(&format!("Alder accounted for 17% of all tokens last week. {behind}"));
            assert!(!read.contains(&birch.to_owned()), "{behind}: {read:?}");
        }
        let change = article("Alder rose 17% in tokens last week. Birch followed with 12%.");
        assert!(!change.contains(&birch.to_owned()), "{change:?}");
    }

    #[test]
    fn the_same_a_week_earlier() {
        let then = "In the week of 15 June 2026, Alder accounted for 16 percent of the total call volume";
        for behind in [
            "A week earlier: 16%.", "The week before: 16%.", "That compares with 16% a week earlier.",
            "That was up from 16% the week before.",
        ] {
            let read = article(&format!("Alder accounted for 17% of all tokens last week. {behind}"));
            assert_eq!(read.last().map(String::as_str), Some(then), "{behind}: {read:?}");
        }
        let sixth = "In the week of 15 June 2026, Alder ranked number 6 by call volume";
        let read = article("Alder ranked third by call volume last week. A week earlier: sixth.");
        assert_eq!(read.last().map(String::as_str), Some(sixth), "{read:?}");
        let points = "the share of Alder in the total call volume rose by 2 percentage points";
        let read = article(
            "Alder accounted for 17% of all tokens last week. That was 2 points more than the week before.",
        );
        assert_eq!(read.last().map(String::as_str), Some(points), "{read:?}");
    }
}
