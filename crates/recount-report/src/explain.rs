//! What the layers of the grammar saw in one statement.

use recount_model::fields::ValueFields;
use recount_model::{Interval, Period, Span};
use serde::Serialize;

use crate::json::{ClaimOut, RemarkOut, SpanOut, remark_out, span_out};
use crate::run::Run;
use crate::view::View;
use crate::words::in_words;

/// What the layers below the clauses saw in a text.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Numbers and durations, as the intervals that they mean.
    pub quantities: Vec<SeenQuantity>,
    /// Weeks, days, months: what the words for a time resolve to.
    pub times: Vec<SeenTime>,
    /// Names of the vocabulary.
    pub mentions: Vec<SeenMention>,
}

/// A number with its unit, or a duration.
#[derive(Clone, Debug)]
pub struct SeenQuantity {
    /// Where it stands.
    pub span: Span,
    /// What it means.
    pub interval: Interval,
    /// The unit's name: of a duration "week", "day", "month" or "year".
    pub unit: String,
}

/// The words for a time.
#[derive(Clone, Copy, Debug)]
pub struct SeenTime {
    /// Where they stand.
    pub span: Span,
    /// What they mean.
    pub period: Period,
}

/// A name.
#[derive(Clone, Debug)]
pub struct SeenMention {
    /// Where it stands.
    pub span: Span,
    /// What kind of thing it names: "entity", "group", "series", "metric",
    /// "unit" or "scope".
    pub kind: &'static str,
    /// Its id in files.
    pub id: String,
}

/// One line of JSON about the statement that is the only article of the run.
#[must_use]
pub fn explain_json(run: &Run<'_>, seen: &Seen) -> String {
    let view = View::new(run);
    let Some(article) = run.articles.first() else {
        return String::new();
    };
    let text = view.article(0);
    let quantities = seen.quantities.iter().map(|quantity| QuantityOut {
        span: span_out(text, quantity.span),
        value: ValueFields::new(&quantity.interval, &quantity.unit),
    });
    let times = seen.times.iter().map(|time| TimeOut {
        span: span_out(text, time.span),
        start: time.period.start.to_string(),
        end: time.period.end.to_string(),
    });
    let mentions = seen.mentions.iter().map(|mention| MentionOut {
        span: span_out(text, mention.span),
        text: text.words(mention.span),
        kind: mention.kind,
        id: &mention.id,
    });
    let remarks = |remarks: &[recount_model::Remark]| {
        let remarks = remarks.iter().map(|remark| remark_out(text, remark));
        remarks.collect()
    };
    let out = ExplainOut {
        statement: text.text,
        quantities: quantities.collect(),
        times: times.collect(),
        mentions: mentions.collect(),
        claims: article.claims.clone().map(|claim| view.claim_out(claim)).collect(),
        not_checkable: remarks(&article.not_checkable),
        not_understood: remarks(&article.not_understood),
    };
    let mut line = serde_json::to_string(&out).unwrap_or_default();
    line.push('\n');
    line
}

/// The same for people: a line for each thing that was seen.
#[must_use]
pub fn explain_human(run: &Run<'_>, seen: &Seen) -> String {
    let view = View::new(run);
    let Some(article) = run.articles.first() else {
        return String::new();
    };
    let text = view.article(0);
    let mut out = format!("“{}”\n", crate::words::printable(text.text.trim()));
    let mut line = |kind: &str, span: Span, means: &str| {
        out.push_str(&format!("  {kind:<15} “{}”: {means}\n", text.words(span)));
    };
    for quantity in &seen.quantities {
        let means = format!("{} {}", in_words(&quantity.interval), quantity.unit);
        line("quantity", quantity.span, &means);
    }
    for time in &seen.times {
        let means = format!("{} to {}", time.period.start, time.period.end);
        line("time", time.span, &means);
    }
    for mention in &seen.mentions {
        line(mention.kind, mention.span, &mention.id);
    }
    for claim in article.claims.clone() {
        let claim = view.claim(claim);
        let means = recount_model::statement(&claim.assertion, view.vocabulary());
        line("claim", claim.span, &means);
        for assumption in &claim.assumptions {
            line("  assumed", claim.span, &crate::words::assumption(*assumption));
        }
    }
    for remark in &article.not_checkable {
        line("not checkable", remark.span, &remark.reason);
    }
    for remark in &article.not_understood {
        line("not understood", remark.span, &remark.reason);
    }
    out
}

#[derive(Serialize)]
struct ExplainOut<'a> {
    statement: &'a str,
    quantities: Vec<QuantityOut>,
    times: Vec<TimeOut>,
    mentions: Vec<MentionOut<'a>>,
    claims: Vec<ClaimOut>,
    not_checkable: Vec<RemarkOut>,
    not_understood: Vec<RemarkOut>,
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
