//! The stable document of section 9 of the design.

use std::collections::BTreeMap;

use recount_checker::{Amount, Conflict, Evidence, Finding};
use recount_model::fields::{PeriodFields, ValueFields, number};
use recount_model::{AssertionFields, Number, Remark, Span, Subject, statement};
use serde::{Serialize, Serializer};

use crate::run::{Hand, Run};
use crate::view::{Text, View};
use crate::words;

/// One JSON document, ending with a line break. Where nothing was checked, the
/// same claims without what a verdict says, and without what is by hand.
#[must_use]
pub fn json(run: &Run<'_>) -> String {
    let view = View::new(run);
    let hand = |_| run.hand.iter().flat_map(|hand| view.hand_out(hand)).collect();
    let conflicts = |checked: &recount_checker::Checked| {
        let conflicts = checked.conflicts.iter();
        conflicts.map(|conflict| view.conflict_out(conflict)).collect()
    };
    let document = DocumentOut {
        schema: 1,
        articles: Each(|| (0..run.articles.len()).map(|article| view.article_out(article))),
        hand_claims: run.checked.map(hand),
        conflicts: run.checked.map(conflicts),
        left_out: run.checked.map(|checked| checked.left_out.as_slice()),
        summary: summary_out(run),
    };
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// A list that is made while it is written: of a large text all claims at once
/// would take several times its memory.
struct Each<F>(F);

impl<I: IntoIterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0())
    }
}

#[derive(Serialize)]
struct DocumentOut<'r, Articles> {
    schema: u32,
    articles: Articles,
    #[serde(skip_serializing_if = "Option::is_none")]
    hand_claims: Option<Vec<HandOut>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflicts: Option<Vec<ConflictOut>>,
    /// What the search for conflicts did not look at: a sentence each.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<&'r [String]>,
    summary: SummaryOut,
}

#[derive(Serialize)]
struct ArticleOut<'r, Claims, Unchecked, Unread> {
    path: &'r str,
    published: Option<String>,
    claims: Claims,
    not_checkable: Unchecked,
    not_understood: Unread,
    worthy: usize,
    read: usize,
}

#[derive(Serialize)]
pub(crate) struct SpanOut {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
pub(crate) struct RemarkOut {
    span: SpanOut,
    text: String,
    reason: String,
}

#[derive(Serialize)]
pub(crate) struct ClaimOut {
    id: String,
    span: SpanOut,
    text: String,
    statement: String,
    assertion: AssertionFields,
    #[serde(flatten)]
    verdict: Option<VerdictOut>,
    assumed: Vec<String>,
}

#[derive(Serialize)]
struct VerdictOut {
    verdict: &'static str,
    direction: Option<&'static str>,
    flags: Vec<&'static str>,
    scope: Option<String>,
    actual: Option<ValueFields>,
    evidence: Vec<EvidenceOut>,
    reason: String,
    repair: Option<RepairOut>,
    reading: usize,
    /// The week that was found by arithmetic, where the text leaves it open.
    #[serde(skip_serializing_if = "Option::is_none")]
    dated: Option<PeriodFields>,
    /// What was read, where it is not the first reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    read_as: Option<String>,
}

#[derive(Serialize)]
struct RepairOut {
    words: String,
    statement: String,
    assertion: AssertionFields,
}

#[derive(Serialize)]
struct EvidenceOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    scope: Option<String>,
    period: PeriodFields,
    #[serde(serialize_with = "number")]
    low: Option<Number>,
    #[serde(serialize_with = "number")]
    high: Option<Number>,
    unit: String,
    source: String,
    places: Vec<PlaceOut>,
}

#[derive(Serialize)]
struct PlaceOut {
    path: String,
    span: SpanOut,
}

#[derive(Serialize)]
struct HandOut {
    #[serde(flatten)]
    claim: ClaimOut,
    path: String,
    source: String,
    url: Option<String>,
    expect: Option<&'static str>,
}

#[derive(Serialize)]
struct ConflictOut {
    code: &'static str,
    title: String,
    claims: Vec<String>,
    witnesses: BTreeMap<String, Vec<String>>,
    figures: Vec<EvidenceOut>,
    explanation: Vec<String>,
    rescue: Vec<RescueOut>,
}

#[derive(Serialize)]
struct RescueOut {
    claim: String,
    /// `null` where no quantity would end the conflict.
    holds_if: Option<ValueFields>,
    words: String,
}

#[derive(Serialize)]
struct SummaryOut {
    articles: usize,
    claims: usize,
    #[serde(flatten)]
    verdicts: Option<VerdictCounts>,
    not_checkable: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflicts: Option<usize>,
    not_understood: usize,
}

#[derive(Serialize)]
struct VerdictCounts {
    supported: usize,
    refuted: usize,
    undecided: usize,
    not_comparable: usize,
}

fn summary_out(run: &Run<'_>) -> SummaryOut {
    let summary = run.summary();
    SummaryOut {
        articles: summary.articles,
        claims: summary.claims,
        verdicts: run.checked.map(|_| VerdictCounts {
            supported: summary.supported,
            refuted: summary.refuted,
            undecided: summary.undecided,
            not_comparable: summary.not_comparable,
        }),
        not_checkable: summary.not_checkable,
        conflicts: run.checked.map(|_| summary.conflicts),
        not_understood: summary.not_understood,
    }
}

pub(crate) fn span_out(text: Text<'_>, span: Span) -> SpanOut {
    let start = text.start(span);
    SpanOut { start: span.start, end: span.end, line: start.line, column: start.column }
}

pub(crate) fn remark_out(text: Text<'_>, remark: &Remark) -> RemarkOut {
    RemarkOut {
        span: span_out(text, remark.span),
        text: remark.span.of(text.text).to_owned(),
        reason: remark.reason.clone(),
    }
}

impl View<'_> {
    fn article_out(&self, article: usize) -> impl Serialize {
        let text = self.article(article);
        let article = &self.run.articles[article];
        let remark = move |remark| remark_out(text, remark);
        ArticleOut {
            path: &article.path,
            published: article.published.map(|date| date.to_string()),
            claims: Each(|| article.claims.clone().map(|claim| self.claim_out(claim))),
            not_checkable: Each(move || article.not_checkable.iter().map(remark)),
            not_understood: Each(move || article.not_understood.iter().map(remark)),
            worthy: article.worthy,
            read: article.read,
        }
    }

    pub(crate) fn claim_out(&self, number: usize) -> ClaimOut {
        let claim = self.claim(number);
        let text = self.home(number);
        let assumed = claim.assumptions.iter();
        // What the verdict is of: a further reading, where only that one holds.
        let said = self.read(number);
        ClaimOut {
            id: self.id(number),
            span: span_out(text, claim.span),
            text: claim.span.of(text.text).to_owned(),
            statement: statement(said, self.vocabulary()),
            assertion: said.fields(self.vocabulary()),
            verdict: self.finding(number).map(|finding| self.verdict_out(number, finding)),
            assumed: assumed.map(|one| words::assumption(*one)).collect(),
        }
    }

    fn verdict_out(&self, claim: usize, finding: &Finding) -> VerdictOut {
        let vocabulary = self.vocabulary();
        let repair = finding.repair.as_ref().map(|repair| RepairOut {
            words: repair.words.clone(),
            statement: statement(&repair.assertion, vocabulary),
            assertion: repair.assertion.fields(vocabulary),
        });
        let evidence = finding.evidence.iter();
        VerdictOut {
            verdict: finding.verdict.word(),
            direction: finding.direction.map(recount_model::Direction::word),
            flags: finding.flags.iter().map(|flag| flag.word()).collect(),
            scope: finding.scope.map(|scope| vocabulary.scope(scope).id.clone()),
            actual: finding.actual.as_ref().map(|actual| self.value_out(actual)),
            evidence: evidence.map(|one| self.evidence_out(one)).collect(),
            reason: finding.reason.clone(),
            repair,
            reading: finding.reading,
            dated: finding.dated.as_ref().and_then(|dated| dated.period).map(PeriodFields::from),
            read_as: (finding.reading > 0).then(|| statement(self.read(claim), vocabulary)),
        }
    }

    fn unit(&self, amount: &Amount) -> &str {
        let own = &self.vocabulary().metric(amount.metric).unit;
        amount.unit.name(own)
    }

    fn value_out(&self, amount: &Amount) -> ValueFields {
        ValueFields::new(&amount.interval, self.unit(amount))
    }

    fn evidence_out(&self, evidence: &Evidence) -> EvidenceOut {
        let vocabulary = self.vocabulary();
        let ids = evidence.of.iter().map(|of| vocabulary.subject_id(*of));
        // A figure of several is their sum: it is named by all of them.
        let ids = ids.collect::<Vec<_>>().join(" + ");
        let (mut series, mut entity, mut group) = (None, None, None);
        *match evidence.of.first() {
            Some(Subject::Series(_)) => &mut series,
            Some(Subject::Entity(_)) => &mut entity,
            Some(Subject::Group(_)) | None => &mut group,
        } = Some(ids);
        let value = self.value_out(&evidence.value);
        let places = evidence.places.iter().map(|place| {
            let (text, span) = self.place(*place);
            PlaceOut { path: text.path.to_owned(), span: span_out(text, span) }
        });
        EvidenceOut {
            series,
            entity,
            group,
            scope: evidence.scope.map(|scope| vocabulary.scope(scope).id.clone()),
            period: PeriodFields::from(evidence.period),
            low: value.low,
            high: value.high,
            unit: value.unit,
            source: evidence.source.clone(),
            places: places.collect(),
        }
    }

    fn hand_out(&self, hand: &Hand) -> Vec<HandOut> {
        let said = self.run.hand_claim(hand);
        let out = |claim: usize| HandOut {
            claim: self.claim_out(claim),
            path: self.home(claim).path.to_owned(),
            source: said.source.clone(),
            url: said.url.clone(),
            expect: said.expect.map(recount_model::Verdict::word),
        };
        hand.claims.clone().map(out).collect()
    }

    fn conflict_out(&self, conflict: &Conflict) -> ConflictOut {
        let ids = |claims: &[usize]| claims.iter().map(|claim| self.id(*claim)).collect();
        let statements = conflict.statements.iter().zip(&conflict.witnesses);
        let rescue = conflict.rescue.iter().map(|rescue| RescueOut {
            claim: self.id(rescue.statement),
            holds_if: rescue.holds_if.as_ref().map(|amount| self.value_out(amount)),
            words: rescue.words.clone(),
        });
        let figures = conflict.figures.iter();
        ConflictOut {
            code: conflict.code.word(),
            title: conflict.title.clone(),
            claims: ids(&conflict.statements),
            witnesses: statements.map(|(claim, witnesses)| (self.id(*claim), ids(witnesses))).collect(),
            figures: figures.map(|one| self.evidence_out(one)).collect(),
            explanation: conflict.explanation.clone(),
            rescue: rescue.collect(),
        }
    }
}
