//! What each layer of the grammar saw of a statement.

use recount_model::{MetricId, Name, Period, Quantity, Span};

use crate::en::phrase::time::TimeContext;
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
        for (place, chunk) in chunks.iter().enumerate() {
            explain_chunk(&mut explanation, chunk, all.span(place, place + 1), &context);
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

fn explain_chunk(explanation: &mut Explanation, chunk: &Chunk<'_>, span: Span, context: &TimeContext) {
    use crate::en::phrase::quantity::Measure;
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
        Phrase::Place(_) => "place",
        Phrase::Weeks(_) => "weeks running",
        Phrase::First(_) => "first time",
        Phrase::Record(_) => "record",
        Phrase::Time(time) => {
            if let Some(found) = time.when.resolve(context) {
                explanation.times.push((span, found.period));
            }
            "time"
        }
        Phrase::Word(entry) if entry.verb.is_some() => "verb",
        Phrase::Word(_) => "word",
    };
    explanation.phrases.push((span, kind));
}
