//! "Who was first? Alder, with 4.26 trillion tokens.": a question and the fragment that answers it are one
//! statement, "Alder was first, with 4.26 trillion tokens". "What was its share? 44 %." is "Its share was 44 %".

use recount_model::Span;

use super::{Buffers, Read, Reader, Tokens};
use crate::en::clause::recast::Recast;
use crate::en::lexicon::{Form, Frames, Noun, Starts};
use crate::token::{Kind, Token, tokenise};

/// Longer questions ask several things, in tokens.
const LONGEST: usize = 30;
/// What stands around a question that is a title.
pub(super) const MARKS: [char; 6] = ['*', '_', ' ', '"', '”', '#'];

impl Reader<'_> {
    /// What a sentence says behind a question, where both together say more than it says alone.
    pub(super) fn answered(
        &self,
        question: &str,
        words: &str,
        alone: &Read,
        dated: bool,
        buffers: &mut Buffers,
    ) -> Option<Read> {
        let question = question.trim_end_matches(MARKS);
        if !question.ends_with('?') || words.is_empty() {
            return None;
        }
        let way = self.one_statement(question, words)?;
        self.read_instead(&way, words, alone, dated, buffers)
    }

    /// The question with its answer in the place of what it asks for.
    fn one_statement(&self, question: &str, words: &str) -> Option<Recast> {
        let (mut lower, mut found, mut squeezed) = (String::new(), Vec::new(), String::new());
        tokenise(question, &mut lower, &mut found);
        let asks = Tokens { text: question, lower: &lower, rest: &found };
        let label = |place: &usize| {
            matches!(asks.peek_at(*place), "*" | "**" | "_" | "q" | ":" | "and" | "but" | "so" | ",")
        };
        let asks = asks.skip((0..asks.len()).take_while(label).count());
        if asks.len() > LONGEST {
            return None;
        }
        let (mut lower_answer, mut answer) = (String::new(), Vec::new());
        tokenise(words, &mut lower_answer, &mut answer);
        let told = Tokens { text: words, lower: &lower_answer, rest: &answer };
        let mut who = || {
            let verb = behind_who(asks)?;
            let end = self.name_alone(told, &mut squeezed)?;
            let part = stretch(asks, verb, asks.len() - 1)?;
            Some(put(told, end, part))
        };
        who()
            .or_else(|| what_was(asks, told))
            .or_else(|| where_was(asks, told))
            .or_else(|| how_many(asks, told))
            .or_else(|| how_much(asks, told))
    }

    /// The token behind the name that an answer begins with, where no clause of its own follows.
    fn name_alone(&self, told: Tokens<'_>, squeezed: &mut String) -> Option<usize> {
        let mentions = self.names.find(told, squeezed);
        let mention = mentions.first()?;
        let front = mention.first <= 1 && (mention.first == 0 || told.peek() == "the");
        let next = told.skip(mention.end);
        let ends = matches!(
            next.peek(),
            "" | "." | "," | "!" | ";" | "(" | "—" | "–" | "with" | "at" | "for" | "by"
        );
        // "Alder, which led …", "Alder, Birch and Cedar": more than who it was.
        let clause = matches!(next.peek_at(1), "which" | "who" | "whose" | "and" | "or" | "but" | "though");
        let several = mentions.get(1).is_some_and(|second| second.first <= mention.end + 2);
        (front && !mention.adjective && ends && !clause && !several).then_some(mention.end)
    }
}

/// "Who", "which model", "which of the makers" before a verb: where that stands.
fn behind_who(asks: Tokens<'_>) -> Option<usize> {
    let is_verb = |place: usize| {
        let word = asks.rest.get(place).map(|token| token.word.entry());
        word.is_some_and(|word| word.verb.is_some() && word.noun.is_none_or(|noun| noun == Noun::Lead))
    };
    let verb = match asks.peek() {
        "who" => 1,
        "which" | "what" => (2..5).find(|place| is_verb(*place))?,
        _ => return None,
    };
    // "Which models …?" asks for several.
    let noun = asks.peek_at(verb - 1);
    let several = noun.ends_with('s') && asks.peek_at(1) != "of" && noun != "series";
    let auxiliary = matches!(
        asks.peek_at(verb),
        "did" | "do" | "does" | "will" | "would" | "should" | "could" | "can" | "might" | "may"
    );
    (is_verb(verb) && !several && !auxiliary && !denies(asks)).then_some(verb)
}

/// "What was X's share last week? 44 %, …": it was so much.
fn what_was(asks: Tokens<'_>, told: Tokens<'_>) -> Option<Recast> {
    let how = asks.peek() == "how" && matches!(asks.peek_at(1), "big" | "large" | "high" | "wide" | "great");
    let be = if how { 2 } else { usize::from(asks.peek() == "what") };
    let verb = asks.peek_at(be);
    if be == 0 || !matches!(verb, "was" | "were" | "is" | "are") || denies(asks) || !is_number(told, 0) {
        return None;
    }
    // "These days", "now", "these": no part of what was.
    let end =
        (be + 1..asks.len()).find(|place| matches!(asks.peek_at(*place), "?" | "these" | "now" | "today"))?;
    let subject = stretch(asks, be + 1, end)?;
    let first = first_of(told);
    let whole = Span::new(0, told.text.len());
    (end > be + 2).then(|| {
        Recast::of_parts(&[
            (subject, first, false),
            (" ", first, false),
            (verb, first, false),
            (" ", first, false),
            (told.text, whole, true),
        ])
    })
}

/// "Where did X rank last week? Third, down from second.": X ranked third last week.
fn where_was(asks: Tokens<'_>, told: Tokens<'_>) -> Option<Recast> {
    const ENDED: &[&str] = &["rank", "finish", "end", "place", "come", "stand", "land"];
    if asks.peek() != "where" || denies(asks) {
        return None;
    }
    let ordinal = is_number(told, 0) || told.peek() == "no";
    let did = asks.peek_at(1) == "did";
    let verb = (3..asks.len()).find(|place| ENDED.contains(&asks.peek_at(*place)))?;
    if !did || !ordinal {
        return None;
    }
    let behind = verb + 1 + usize::from(asks.peek_at(verb + 1) == "up");
    let subject = stretch(asks, 2, verb)?;
    let rest = stretch(asks, behind, asks.len() - 1).unwrap_or("");
    let end = (0..told.len()).find(|place| matches!(told.peek_at(*place), "," | "." | "!" | ";" | "("))?;
    let (place, tail) = (stretch(told, 0, end)?, told.text.get(told.rest.get(end)?.start as usize..)?);
    let first = first_of(told);
    let here = span(told, 0, end);
    let lower = place.to_lowercase();
    let behind = span(told, end, told.len());
    Some(Recast::of_parts(&[
        (subject, first, false),
        (" was ", first, false),
        (&lower, here, lower.len() == place.len()),
        (" ", first, false),
        (rest, first, false),
        (tail, behind, true),
    ]))
}

/// "How many of the top ten were northern? Six.": six of the top ten were northern.
fn how_many(asks: Tokens<'_>, told: Tokens<'_>) -> Option<Recast> {
    let many = asks.peek() == "how" && asks.peek_at(1) == "many" && asks.peek_at(2) == "of";
    let alone = told.len() <= 2 || matches!(told.peek_at(1), "." | "," | "!");
    if !many || !alone || !is_number(told, 0) || denies(asks) {
        return None;
    }
    Some(put(told, 1, stretch(asks, 2, asks.len() - 1)?))
}

/// "How much did X's volume rise last week? By 13 %.": it did rise last week by 13 %.
fn how_much(asks: Tokens<'_>, told: Tokens<'_>) -> Option<Recast> {
    let much = asks.peek() == "how" && matches!(asks.peek_at(1), "much" | "far") && asks.peek_at(2) == "did";
    let moves = |place: &usize| {
        let verb = asks.rest.get(*place).and_then(|token| token.word.entry().verb);
        verb.is_some_and(|verb| verb.form == Form::Base && verb.frames.any(Frames::UP.and(Frames::DOWN)))
    };
    let verb = (4..asks.len()).rev().find(moves)?;
    let by = usize::from(told.peek() == "by");
    let hedge =
        usize::from(matches!(told.peek_at(by), "about" | "nearly" | "almost" | "just" | "only" | "some"));
    if !much || !is_number(told, by + hedge) || denies(asks) {
        return None;
    }
    let (subject, moved) = (stretch(asks, 3, verb)?, stretch(asks, verb, asks.len() - 1)?);
    let first = first_of(told);
    let figure = Span::new(told.rest.get(by)?.start as usize, told.text.len());
    Some(Recast::of_parts(&[
        (subject, first, false),
        (" did ", first, false),
        (moved, first, false),
        (" by ", first, false),
        (figure.of(told.text), figure, true),
    ]))
}

/// The first `end` tokens of the answer, what was asked of them, and the rest of it.
fn put(told: Tokens<'_>, end: usize, asked: &str) -> Recast {
    let here = span(told, 0, end);
    let behind = Span::new(here.end, told.text.len());
    let (front, rest) = (here.of(told.text), behind.of(told.text));
    // ", with 4 trillion tokens" goes on about it, "with 4 trillion tokens" behind another clause is of that.
    let comma = if rest.starts_with([',', '.', '!', ';']) || rest.trim().is_empty() { "" } else { "," };
    Recast::of_parts(&[
        (front, here, true),
        (" ", here, false),
        (asked, here, false),
        (comma, here, false),
        (rest, behind, true),
    ])
}

/// "Which model did not grow?"
fn denies(asks: Tokens<'_>) -> bool {
    asks.rest.iter().any(|token| {
        matches!(
            asks.lower_of(*token),
            "not" | "n't" | "n’t" | "never" | "no" | "or" | "if" | "will" | "would" | "else"
        )
    })
}

fn is_number(told: Tokens<'_>, place: usize) -> bool {
    // "Second." is no time.
    let second = told.peek_at(place) == "second" && !matches!(told.peek_at(place + 1), "week" | "half");
    second
        || told
            .rest
            .get(place)
            .is_some_and(|token| token.kind == Kind::Number || token.starts.any(Starts::NUMERAL))
}

/// The bytes of some tokens.
fn span(tokens: Tokens<'_>, from: usize, to: usize) -> Span {
    let start = tokens.rest.get(from).map_or(tokens.text.len(), |token| token.start as usize);
    let end = to
        .checked_sub(1)
        .and_then(|last| tokens.rest.get(last))
        .map_or(start, |token: &Token| token.end as usize);
    Span::new(start, end.max(start))
}

fn stretch<'t>(tokens: Tokens<'t>, from: usize, to: usize) -> Option<&'t str> {
    (from < to).then(|| span(tokens, from, to).of(tokens.text))
}

/// The first word of an answer, which stands for what only the question says.
fn first_of(told: Tokens<'_>) -> Span {
    span(told, 0, 1)
}
