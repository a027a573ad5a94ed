//! What each layer of the grammar saw of a statement.

use recount_model::{Figure, Interval, MetricId, Name, Number, Period, Quantity, Span, Weeks};

use crate::en::lexicon::Form;
use crate::en::phrase::place::Place;
use crate::en::phrase::quantity::{Measure, TimeUnit, range, unit_of_time};
use crate::en::phrase::time::{Time, TimeContext, When, days_of_a_month, duration};
use crate::en::phrase::weeks::WeeksRunning;
use crate::en::phrase::{Chunk, Chunks, Phrase, chunk};
use crate::reader::{Buffers, Options, Reader, Reading};
use crate::token::{Token, Tokens, tokenise};

/// What each layer of the grammar saw of a statement. Spans are in bytes of it.
#[derive(Clone, Debug, Default)]
pub struct Explanation {
    /// Words, numbers and symbols.
    pub tokens: Vec<Span>,
    /// Names of the vocabulary, and what each may stand for.
    pub mentions: Vec<(Span, Vec<Name>)>,
    /// Phrases, and what each was taken for.
    pub phrases: Vec<(Span, &'static str)>,
    /// Quantities, with the metric whose unit follows.
    pub quantities: Vec<(Span, Quantity, Option<MetricId>)>,
    /// Lengths of time, with their unit's name.
    pub durations: Vec<(Span, Quantity, &'static str)>,
    /// Times, placed in the calendar.
    pub times: Vec<(Span, Period)>,
    /// Claims and remarks.
    pub reading: Reading,
}

impl Reader<'_> {
    /// What each layer saw of a statement.
    #[must_use]
    pub fn explain(&self, text: &str, options: &Options) -> Explanation {
        let mut buffers = Buffers::default();
        tokenise(text, &mut buffers.lower, &mut buffers.tokens);
        let tokens = Tokens { text, lower: &buffers.lower, rest: &buffers.tokens };
        let mentions = self.names.find(tokens, &mut buffers.squeezed);
        let chunks = chunk(tokens, &mentions, &self.names);
        let all = Chunks::new(tokens, &chunks);
        let mut explanation = Explanation {
            tokens: tokens.rest.iter().map(|t| Span::new(t.start as usize, t.end as usize)).collect(),
            reading: self.statement(text, None, options),
            ..Explanation::default()
        };
        let context = TimeContext {
            published: options.published,
            reference: options.reference,
            week_starts: self
                .vocabulary
                .metrics
                .first()
                .map_or(jiff::civil::Weekday::Monday, |m| m.week_starts),
            current: None,
        };
        for mention in &mentions {
            let span = token_span(tokens, mention.first, mention.end);
            explanation.mentions.push((span, mention.names.to_vec()));
        }
        let ahead = explanation.reading.claims.is_empty() && !is_report(&chunks);
        for (place, chunk) in chunks.iter().enumerate() {
            let tokens = Tokens { rest: tokens.rest.get(..chunk.end).unwrap_or(&[]), ..tokens };
            let seen = Seen { tokens: tokens.skip(chunk.first), span: all.span(place, place + 1), ahead };
            explain_chunk(&mut explanation, chunk, &seen, &context);
        }
        if explanation.reading.claims.is_empty() {
            ranges(&mut explanation, &all);
            the_units(&mut explanation, &all, &context);
            days_of_months(&mut explanation, &all, &context);
        }
        explanation
    }
}

fn token_span(tokens: Tokens<'_>, first: usize, end: usize) -> Span {
    let at = |place: usize| tokens.rest.get(place).copied();
    match (at(first), end.checked_sub(1).and_then(at)) {
        (Some(first), Some(last)) => Span::new(first.start as usize, last.end as usize),
        _ => Span::default(),
    }
}

/// Does a change, a factor or a verb of the past make it a report, so that "in
/// two weeks" is how long it took?
fn is_report(chunks: &[Chunk<'_>]) -> bool {
    chunks.iter().any(|chunk| match &chunk.phrase {
        Phrase::Percent(_) | Phrase::Points(_) | Phrase::Ratio(_) => true,
        Phrase::Word(entry) => {
            entry.verb.is_some_and(|verb| matches!(verb.form, Form::Past | Form::Participle))
        }
        _ => false,
    })
}

/// `from 5 to 10 percent` where nothing moved: one range.
fn ranges(explanation: &mut Explanation, chunks: &Chunks<'_>) {
    let figure = |place: usize| {
        let phrase = chunks.skip(place).phrase(0)?;
        matches!(
            phrase,
            Phrase::Number(_)
                | Phrase::Amount { .. }
                | Phrase::Percent(_)
                | Phrase::Points(_)
                | Phrase::Ratio(_)
        )
        .then_some(place)
    };
    for place in 0..chunks.len() {
        let at = chunks.skip(place);
        let moved = place > 0 && chunks.skip(place - 1).verb(0).is_some();
        let joined = matches!(at.word(1), "to" | "through" | "thru" | "until");
        if !joined || figure(place).is_none() || moved {
            continue;
        }
        let Some((first, last)) = chunks.all.get(place).zip(chunks.all.get(place + 2)) else {
            continue;
        };
        let from = chunks.tokens.skip(first.first);
        let Ok((rest, found)) = range(from) else {
            continue;
        };
        if chunks.tokens.len() - rest.len() < last.end {
            continue;
        }
        let span = chunks.span(place, place + 3);
        let inside = |old: &Span| old.start >= span.start && old.end <= span.end;
        explanation.quantities.retain(|(old, ..)| !inside(old));
        explanation.quantities.push((span, found.quantity, None));
    }
    explanation.quantities.sort_by_key(|(span, ..)| span.start);
}

/// `from 4 to 22 this month` where nothing moved: days, not ranks.
fn days_of_months(explanation: &mut Explanation, chunks: &Chunks<'_>, context: &TimeContext) {
    let mut done = 0;
    for place in 0..chunks.len() {
        if place < done {
            continue;
        }
        let at = chunks.skip(place);
        let leads = at.is(0, words!["from", "between"]);
        let figure = matches!(at.phrase(0), Some(Phrase::Number(_) | Phrase::Amount { .. }));
        let moved = place > 0 && chunks.skip(place - 1).verb(0).is_some();
        let (Some(chunk), false) = (at.get(0).filter(|_| leads || figure), moved) else { continue };
        let from = chunks.tokens.skip(chunk.first);
        let Ok((rest, found)) = days_of_a_month(from, false) else { continue };
        let end = chunks.tokens.len() - rest.len();
        let Some(last) = chunks.all.iter().position(|chunk| chunk.end == end) else { continue };
        done = last + 1;
        let span = chunks.span(place, done);
        let Some(found) = found.resolve(context) else { continue };
        let inside = |old: &Span| old.start >= span.start && old.end <= span.end;
        explanation.quantities.retain(|(old, ..)| !inside(old));
        explanation.times.retain(|(old, _)| !inside(old));
        explanation.times.push((span, found.period));
    }
    explanation.times.sort_by_key(|(span, _)| span.start);
}

/// "The week", "the same month": with nothing else to go by, this one.
fn the_units(explanation: &mut Explanation, chunks: &Chunks<'_>, context: &TimeContext) {
    let unit = |word: &str| unit_of_time(word).filter(|unit| *unit > TimeUnit::Day && !word.ends_with('s'));
    for place in 0..chunks.len() {
        let at = chunks.skip(place);
        let bare = at.is(0, words!["the", "my", "our"])
            && !at.is(2, words!["of", "before", "after", "when", "that"]);
        // "Earlier in the month", "later in the week".
        let before = if place > 0 { chunks.skip(place - 1).word(0) } else { "" };
        let (unit, end) = match at.phrase(0) {
            Some(Phrase::Time(time)) if time.when == When::Same => {
                let Some(chunk) = at.get(0) else { continue };
                ((chunk.first..chunk.end).find_map(|token| unit(chunks.lower(token))), place + 1)
            }
            Some(Phrase::Word(_)) if bare => (unit(at.word(1)), place + 2),
            _ => continue,
        };
        if let Some(unit) = unit {
            let (when, first) = match before {
                "earlier" => (When::SoFar(unit), place - 1),
                "later" => (When::Later(unit), place - 1),
                _ => (When::Unit { unit, shift: 0 }, place),
            };
            let found = when.resolve(context);
            let span = chunks.span(first, end);
            explanation.times.extend(found.map(|found| (span, found.period)));
        }
    }
    explanation.times.sort_by_key(|(span, _)| span.start);
}

/// A chunk as it stands in the text.
struct Seen<'t> {
    tokens: Tokens<'t>,
    span: Span,
    ahead: bool,
}

/// The lengths of time inside a larger phrase: the five weeks of "for the first
/// time in five weeks".
fn lengths(explanation: &mut Explanation, seen: &Seen<'_>) {
    let mut rest = seen.tokens;
    while let Some(token) = rest.first() {
        let Ok((end, found)) = duration(rest) else {
            rest = rest.skip(1);
            continue;
        };
        // "A year" of "a year ago" is no more than a part of a time.
        if !matches!(rest.peek(), "a" | "an") {
            let last = rest.rest.get(rest.len() - end.len() - 1).unwrap_or(&token);
            let span = Span::new(token.start as usize, last.end as usize);
            explanation.durations.push((span, found.quantity, found.unit.name()));
        }
        rest = end;
    }
}

fn explain_weeks(explanation: &mut Explanation, found: &WeeksRunning, span: Span) {
    let figure = match found.weeks {
        Weeks::Exactly(weeks) if found.ordinal => {
            let quantity = Quantity::whole(weeks, recount_model::Unit::Rank);
            explanation.quantities.push((span, quantity, None));
            return;
        }
        Weeks::Exactly(weeks) => Interval::point(Number::from(weeks)),
        Weeks::Range { low, high: Some(high) } => Interval::closed(Number::from(low), Number::from(high)),
        Weeks::Range { low, high: None } => Interval::at_least(Number::from(low)),
    };
    let quantity = Quantity::bare(Figure::Within(figure), recount_model::Unit::Count);
    explanation.durations.push((span, quantity, found.unit.name()));
}

/// A bare number of four digits may be a year as well: `2026`, `2024 to 2026`.
fn bare_year(seen: &Seen<'_>) -> Option<Period> {
    let year = |token: &Token| {
        let text = seen.tokens.text_of(*token);
        let year: i16 = text.parse().ok().filter(|year| text.len() == 4 && (1900..=2100).contains(year))?;
        jiff::civil::Date::new(year, 1, 1).ok()
    };
    match seen.tokens.rest {
        [token] => year(token).and_then(|first| Period::new(first, first.last_of_year())),
        [first, joint, last] if seen.tokens.lower_of(*joint) == "to" => {
            Period::new(year(first)?, year(last)?.last_of_year())
        }
        _ => None,
    }
}

fn explain_place(explanation: &mut Explanation, place: Place, seen: &Seen<'_>) {
    match place {
        Place::At(rank) => {
            let quantity = Quantity::whole(rank, recount_model::Unit::Rank);
            explanation.quantities.push((seen.span, quantity, None));
        }
        Place::Top(count) => {
            let quantity = Quantity::whole(count, recount_model::Unit::Count);
            explanation.quantities.push((seen.span, quantity, None));
        }
        Place::Between(first, last) => {
            explanation.quantities.push((seen.span, Quantity::places(first, last), None));
        }
        Place::Board => {}
    }
}

/// The days that the words of a time stand for.
fn shown(time: &Time, seen: &Seen<'_>, context: &TimeContext) -> Option<Period> {
    let first = seen.tokens.peek();
    let the = usize::from(seen.tokens.peek_at(1) == "the");
    let coming = matches!(seen.tokens.peek_at(1 + the), "next" | "coming");
    let past = !coming && matches!(seen.tokens.peek_at(1), "the" | "past" | "last" | "previous");
    match first {
        "in" | "within" if seen.ahead && !past => time.shown_ahead(context, first == "within"),
        _ => time.shown(context),
    }
}

/// A comma, a bracket, a dash.
fn is_sign(seen: &Seen<'_>) -> bool {
    let words = seen.span.of(seen.tokens.text);
    !words.chars().any(char::is_alphanumeric)
}

fn explain_chunk(explanation: &mut Explanation, chunk: &Chunk<'_>, seen: &Seen<'_>, context: &TimeContext) {
    let span = seen.span;
    let kind = match &chunk.phrase {
        Phrase::Name(_) => "name",
        Phrase::Adjective(_) => "adjective",
        Phrase::Amount { quantity, metrics } => {
            explanation.quantities.push((span, quantity.clone(), metrics.first().copied()));
            if metrics.is_empty() {
                explanation.times.extend(bare_year(seen).map(|year| (span, year)));
            }
            "amount"
        }
        Phrase::Percent(quantity) | Phrase::Points(quantity) | Phrase::Ratio(quantity) => {
            explanation.quantities.push((span, quantity.clone(), None));
            "quantity"
        }
        Phrase::Other(measured) => {
            match measured.measure {
                Measure::Duration(unit) => {
                    explanation.durations.push((span, measured.quantity.clone(), unit.name()));
                }
                _ => explanation.quantities.push((span, measured.quantity.clone(), None)),
            }
            "measure"
        }
        Phrase::Number(n) => {
            let quantity = Quantity::whole(*n, recount_model::Unit::Count);
            explanation.quantities.push((span, quantity, None));
            "number"
        }
        Phrase::Ordinal(n) => {
            let quantity = Quantity::whole(*n, recount_model::Unit::Rank);
            explanation.quantities.push((span, quantity, None));
            "ordinal"
        }
        Phrase::Place(place) => {
            explain_place(explanation, *place, seen);
            "place"
        }
        Phrase::Weeks(weeks) => {
            explain_weeks(explanation, weeks, span);
            "weeks running"
        }
        Phrase::First(_) => {
            lengths(explanation, seen);
            "first time"
        }
        Phrase::Record(_) => "record",
        Phrase::Time(time) => {
            explanation.times.extend(shown(time, seen, context).map(|period| (span, period)));
            lengths(explanation, seen);
            "time"
        }
        Phrase::Word(entry) if entry.verb.is_some() => "verb",
        Phrase::Word(entry) if entry.noun.is_some() => "noun",
        Phrase::Word(_) if is_sign(seen) => "sign",
        Phrase::Word(_) => "word",
    };
    explanation.phrases.push((span, kind));
}
