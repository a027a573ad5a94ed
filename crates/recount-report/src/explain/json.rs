//! What was seen in a statement, as one line of JSON.

use recount_model::fields::ValueFields;
use recount_model::{Remark, Span};
use serde::Serialize;

use super::human::way_out;
use super::{Seen, SeenQuantity, SeenStop, SeenTime};
use crate::json::{ClaimOut, RemarkOut, SpanOut, remark_out, span_out};
use crate::run::Run;
use crate::view::{Text, View};

/// One line of JSON about the statement that is the only article of the run.
#[must_use]
pub fn explain_json(run: &Run<'_>, seen: &Seen) -> String {
    let view = View::new(run);
    let Some(article) = run.articles.first() else {
        return String::new();
    };
    let text = view.article(0);
    let mentions = seen.mentions.iter().map(|mention| MentionOut {
        span: span_out(text, mention.span),
        text: text.words(mention.span),
        kind: mention.kind,
        id: &mention.id,
    });
    let phrases = seen.phrases.iter().map(|(span, kind)| PhraseOut {
        span: span_out(text, *span),
        text: text.words(*span),
        kind,
    });
    let in_other_words = seen
        .in_other_words
        .iter()
        .map(|(span, words)| RecastOut { span: span_out(text, *span), text: words });
    let stops = seen.stops.iter().map(|stop| stop_out(text, stop, &view));
    let remarks = |remarks: &[Remark]| remarks.iter().map(|remark| remark_out(text, remark)).collect();
    let out = ExplainOut {
        statement: text.text,
        tokens: seen.tokens.iter().map(|span| word_out(text, *span)).collect(),
        phrases: phrases.collect(),
        quantities: seen.quantities.iter().map(|quantity| quantity_out(text, quantity)).collect(),
        times: seen.times.iter().map(|time| time_out(text, time)).collect(),
        mentions: mentions.collect(),
        claims: article.claims.clone().map(|claim| view.claim_out(claim)).collect(),
        not_checkable: remarks(&article.not_checkable),
        not_understood: remarks(&article.not_understood),
        stops: stops.collect(),
        in_other_words: in_other_words.collect(),
    };
    let mut line = serde_json::to_string(&out).unwrap_or_default();
    line.push('\n');
    line
}

fn word_out<'t>(text: Text<'t>, span: Span) -> TokenOut<'t> {
    TokenOut { start: span.start, end: span.end, text: span.of(text.text) }
}

fn quantity_out(text: Text<'_>, quantity: &SeenQuantity) -> QuantityOut {
    QuantityOut {
        span: span_out(text, quantity.span),
        value: ValueFields::new(&quantity.interval, &quantity.unit),
    }
}

fn time_out(text: Text<'_>, time: &SeenTime) -> TimeOut {
    TimeOut {
        span: span_out(text, time.span),
        start: time.period.start.to_string(),
        end: time.period.end.to_string(),
    }
}

fn stop_out<'s>(text: Text<'_>, stop: &'s SeenStop, view: &View<'_>) -> StopOut<'s> {
    StopOut {
        span: span_out(text, stop.span),
        text: text.words(stop.span),
        reason: &stop.reason,
        help: way_out(text, stop, view.vocabulary()),
    }
}

#[derive(Serialize)]
struct ExplainOut<'a> {
    statement: &'a str,
    tokens: Vec<TokenOut<'a>>,
    phrases: Vec<PhraseOut>,
    quantities: Vec<QuantityOut>,
    times: Vec<TimeOut>,
    mentions: Vec<MentionOut<'a>>,
    claims: Vec<ClaimOut>,
    not_checkable: Vec<RemarkOut>,
    not_understood: Vec<RemarkOut>,
    stops: Vec<StopOut<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    in_other_words: Vec<RecastOut<'a>>,
}

/// A sentence, and the words in which it was read.
#[derive(Serialize)]
struct RecastOut<'a> {
    span: SpanOut,
    text: &'a str,
}

#[derive(Serialize)]
struct TokenOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct PhraseOut {
    span: SpanOut,
    text: String,
    kind: &'static str,
}

#[derive(Serialize)]
struct QuantityOut {
    span: SpanOut,
    #[serde(flatten)]
    value: ValueFields,
}

#[derive(Serialize)]
struct TimeOut {
    span: SpanOut,
    start: String,
    end: String,
}

#[derive(Serialize)]
struct MentionOut<'a> {
    span: SpanOut,
    text: String,
    kind: &'static str,
    id: &'a str,
}

#[derive(Serialize)]
struct StopOut<'a> {
    span: SpanOut,
    text: String,
    reason: &'a str,
    help: String,
}
