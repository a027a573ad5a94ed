//! What each layer of the grammar saw of a statement.

use recount_model::{MetricId, Name, Period, Quantity, Span};

use crate::en::lexicon::Form;
use crate::en::phrase::place::Place;
use crate::en::phrase::quantity::{Measure, ordinal, quantity, range};
use crate::en::phrase::time::{Time, TimeContext, duration};
use crate::en::phrase::{Chunk, Chunks, Phrase, chunk};
use crate::reader::{Buffers, Options, Reader, Reading};
use crate::token::{Tokens, tokenise};

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
        if at.word(0) != "from" || at.word(2) != "to" || figure(place + 1).is_none() {
            continue;
        }
        let Some((first, last)) = chunks.all.get(place + 1).zip(chunks.all.get(place + 3)) else {
            continue;
        };
        let from = chunks.tokens.skip(first.first);
        let Ok((rest, found)) = range(from) else {
            continue;
        };
        if chunks.tokens.len() - rest.len() < last.end {
            continue;
        }
        let span = chunks.span(place + 1, place + 4);
        let inside = |old: &Span| old.start >= span.start && old.end <= span.end;
        explanation.quantities.retain(|(old, ..)| !inside(old));
        explanation.quantities.push((span, found.quantity, None));
    }
    explanation.quantities.sort_by_key(|(span, ..)| span.start);
}

/// A chunk as it stands in the text.
struct Seen<'t> {
    tokens: Tokens<'t>,
    span: Span,
    ahead: bool,
}

/// The lengths and counts inside a larger phrase: the weeks of "for nine
/// consecutive weeks", the five of "the top five".
fn inner(explanation: &mut Explanation, seen: &Seen<'_>, lengths_only: bool) {
    let mut rest = seen.tokens;
    while let Some(token) = rest.first() {
        let span = |end: Tokens<'_>| {
            let last = rest.rest.get(rest.len() - end.len() - 1).unwrap_or(&token);
            Span::new(token.start as usize, last.end as usize)
        };
        if let Ok((end, found)) = duration(rest) {
            // "A year" of "a year ago" is no more than a part of a time.
            if !matches!(rest.peek(), "a" | "an") || !lengths_only {
                explanation.durations.push((span(end), found.quantity, found.unit.name()));
            }
            rest = end;
        } else if let (Ok((end, found)), false) = (quantity(rest), lengths_only) {
            explanation.quantities.push((span(end), found.quantity, None));
            rest = end;
        } else if let (Ok((end, rank)), false) = (ordinal(rest), lengths_only) {
            explanation.quantities.push((span(end), Quantity::whole(rank, recount_model::Unit::Rank), None));
            rest = end;
        } else {
            rest = rest.skip(1);
        }
    }
}

fn explain_place(explanation: &mut Explanation, place: Place, seen: &Seen<'_>) {
    match place {
        Place::At(rank) => {
            let quantity = Quantity::whole(rank, recount_model::Unit::Rank);
            explanation.quantities.push((seen.span, quantity, None));
        }
        Place::Top(_) => inner(explanation, seen, false),
        Place::Board => {}
    }
}

/// The days that the words of a time stand for.
fn shown(time: &Time, seen: &Seen<'_>, context: &TimeContext) -> Option<Period> {
    let first = seen.tokens.peek();
    let past = matches!(seen.tokens.peek_at(1), "the" | "past" | "last" | "previous");
    match first {
        "in" | "within" if seen.ahead && !past => time.shown_ahead(context, first == "within"),
        _ => time.shown(context),
    }
}

fn explain_chunk(explanation: &mut Explanation, chunk: &Chunk<'_>, seen: &Seen<'_>, context: &TimeContext) {
    let span = seen.span;
    let kind = match &chunk.phrase {
        Phrase::Name(_) => "name",
        Phrase::Adjective(_) => "adjective",
        Phrase::Amount { quantity, metrics } => {
            explanation.quantities.push((span, quantity.clone(), metrics.first().copied()));
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
        Phrase::Weeks(_) => {
            inner(explanation, seen, false);
            "weeks running"
        }
        Phrase::First(_) => {
            inner(explanation, seen, true);
            "first time"
        }
        Phrase::Record(_) => "record",
        Phrase::Time(time) => {
            explanation.times.extend(shown(time, seen, context).map(|period| (span, period)));
            inner(explanation, seen, true);
            "time"
        }
        Phrase::Word(entry) if entry.verb.is_some() => "verb",
        Phrase::Word(_) => "word",
    };
    explanation.phrases.push((span, kind));
}
