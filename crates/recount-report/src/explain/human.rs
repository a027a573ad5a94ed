//! What was seen in a statement, layer by layer, for people.

use miette::Severity;
use recount_model::{Assertion, Predicate, Remark, Span, Vocabulary, statement};
use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::{Seen, SeenStop, SeenWayOut};
use crate::excerpt::{Excerpt, Label};
use crate::notice::{Look, Notice};
use crate::run::Run;
use crate::view::{Text, View};
use crate::words::{assumption, in_words, printable};

/// What each layer saw of the statement that is the only article of the run:
/// words, phrases with what they mean, claims; then, underlined, what cannot
/// be checked, and where reading stopped, with how it could be said.
#[must_use]
pub fn explain_human(run: &Run<'_>, seen: &Seen, look: Look) -> String {
    let view = View::new(run);
    let Some(article) = run.articles.first() else {
        return String::new();
    };
    let text = view.article(0);
    let mut out = paragraph("“", "", &format!("{}”", printable(text.text.trim())), look);
    let tokens = seen.tokens.iter().map(|span| span.of(text.text));
    out.push_str(&paragraph("  words   ", "          ", &tokens.collect::<Vec<_>>().join(" "), look));
    phrases(text, seen, look, &mut out);
    for (_, words) in &seen.in_other_words {
        out.push_str(&paragraph("  read as ", "          ", words, look));
    }
    let mut head = "  claims  ";
    for claim in article.claims.clone() {
        let claim = view.claim(claim);
        let words = statement(&claim.assertion, view.vocabulary());
        out.push_str(&paragraph(&format!("{head}• "), "            ", &words, look));
        for one in &claim.assumptions {
            out.push_str(&paragraph("            assumed: ", "            ", &assumption(*one), look));
        }
        head = "          ";
    }
    if article.claims.is_empty() {
        let found = !article.not_checkable.is_empty() || !article.not_understood.is_empty();
        out.push_str(match found {
            true => "  claims  none\n",
            false => {
                "  claims  none: no figure, record, run of weeks or comparison of known names is in it\n"
            }
        });
    }
    out.push('\n');
    for remark in &article.not_checkable {
        out.push_str(&not_checkable(text, remark, look));
    }
    for stop in &seen.stops {
        out.push_str(&stopped(text, stop, &view, look));
    }
    out
}

/// How something that was not understood could be said.
pub(super) fn way_out(text: Text<'_>, stop: &SeenStop, vocabulary: &Vocabulary) -> String {
    let words = printable(&text.words(stop.span));
    match &stop.way_out {
        SeenWayOut::Without(read) => {
            format!("without “{words}” this would be read:\n{}", listed(read, vocabulary))
        }
        SeenWayOut::Named(entity, read) => {
            let mut named = vocabulary.clone();
            if let Some(entity) = named.entities.get_mut(entity.index()) {
                entity.names.insert(0, words.clone());
            }
            let read = listed(read, &named);
            format!("“{words}” is no name of the vocabulary; if it were one, this would be read:\n{read}")
        }
        SeenWayOut::Like(like) => {
            let like = like
                .iter()
                .map(|one| format!("{} would be read like this: {}", kind(one), statement(one, vocabulary)));
            like.collect::<Vec<_>>().join("\n")
        }
        SeenWayOut::Nobody => "no name of the vocabulary is in it: say whose figure it is".to_owned(),
        SeenWayOut::Unknown => {
            "say it in one sentence: who, what was counted, how much, in which week".to_owned()
        }
    }
}

fn listed(read: &[Assertion], vocabulary: &Vocabulary) -> String {
    let lines = read.iter().map(|one| statement(one, vocabulary));
    lines.collect::<Vec<_>>().join("\n")
}

const fn kind(assertion: &Assertion) -> &'static str {
    match &assertion.predicate {
        Predicate::Level(_) => "an amount",
        Predicate::Change(_) => "a change",
        Predicate::Compare(_) => "a comparison",
        Predicate::Share(_) => "a share",
        Predicate::Rank(_) | Predicate::Top(_) => "a place",
        Predicate::Record(_) => "a record",
        Predicate::Streak(_) => "weeks running",
        Predicate::First(_) => "a first time",
    }
}

fn not_checkable(text: Text<'_>, remark: &Remark, look: Look) -> String {
    let notice = Notice {
        code: None,
        severity: Severity::Advice,
        message: "not checkable".to_owned(),
        help: None,
        excerpt: Some(underlined(text, remark.span, &remark.reason, look)),
    };
    notice.draw(look) + "\n"
}

/// Underlined are the words that stopped the reader, where they are known.
fn stopped(text: Text<'_>, stop: &SeenStop, view: &View<'_>, look: Look) -> String {
    let (message, label) = match stop.span == stop.stretch {
        true => ("not understood".to_owned(), stop.reason.as_str()),
        false => (format!("not understood: {}", stop.reason), "reading stopped here"),
    };
    let notice = Notice {
        code: None,
        severity: Severity::Warning,
        message,
        help: Some(way_out(text, stop, view.vocabulary())),
        excerpt: Some(underlined(text, stop.span, label, look)),
    };
    notice.draw(look) + "\n"
}

fn underlined(text: Text<'_>, span: Span, words: &str, look: Look) -> Excerpt {
    let label = Label { span, text: words.to_owned() };
    Excerpt::new(text, &[label], look.source_width())
}

/// A phrase as it is shown: its words, what it was taken for, what it means.
struct Row {
    span: Span,
    kind: &'static str,
    means: String,
}

/// What words are called that are part of no phrase.
const NO_PHRASE: &str = "words";
/// The columns of the words of a phrase; longer ones push the rest aside.
const WIDEST: usize = 36;

fn phrases(text: Text<'_>, seen: &Seen, look: Look, out: &mut String) {
    let rows = rows(text, seen);
    let words: Vec<String> = rows.iter().map(|row| printable(&text.words(row.span))).collect();
    let widest = words.iter().map(|words| words.width()).filter(|width| *width <= WIDEST).max();
    let mut head = "  phrases ";
    for (row, words) in rows.iter().zip(&words) {
        let gap = " ".repeat(widest.unwrap_or(0).saturating_sub(words.width()));
        let line = format!("{:<14}{words}{gap}  {}", row.kind, row.means);
        out.push_str(&paragraph(head, "                        ", line.trim_end(), look));
        head = "          ";
    }
}

/// Each phrase with what it means; words that are part of none together; and
/// what spans several phrases.
fn rows(text: Text<'_>, seen: &Seen) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (span, kind) in &seen.phrases {
        let plain = matches!(*kind, "word" | "sign" | "noun");
        let kind = if plain { NO_PHRASE } else { *kind };
        match rows.last_mut() {
            Some(last) if plain && last.kind == kind => last.span.end = span.end,
            _ => rows.push(Row { span: *span, kind, means: means(seen, *span, kind) }),
        }
    }
    let wide = |span: Span| {
        let place = seen.phrases.partition_point(|(phrase, _)| phrase.end <= span.start);
        seen.phrases.get(place).is_none_or(|(phrase, _)| !is_inside(span, *phrase))
    };
    let quantities = seen.quantities.iter().map(|one| (one.span, "quantity"));
    let times = seen.times.iter().map(|one| (one.span, "time"));
    for (span, kind) in quantities.chain(times).filter(|(span, _)| wide(*span)) {
        rows.push(Row { span, kind, means: means(seen, span, kind) });
    }
    rows.retain(|row| row.span.of(text.text).chars().any(char::is_alphanumeric));
    rows.sort_by_key(|row| row.span);
    rows
}

/// Intervals, periods and what names stand for, inside the words of a phrase.
fn means(seen: &Seen, phrase: Span, kind: &str) -> String {
    let quantities = within(&seen.quantities, phrase, |one| one.span);
    let quantities = quantities.map(|one| match one.unit.as_str() {
        "rank" if kind == "weeks running" => format!("week {}", in_words(&one.interval)),
        "rank" => format!("rank {}", in_words(&one.interval)),
        "number" => in_words(&one.interval),
        unit => match (unit, in_words(&one.interval)) {
            ("day" | "week" | "month" | "quarter" | "year", words) if words != "1" => {
                format!("{words} {unit}s")
            }
            (_, words) => format!("{words} {unit}"),
        },
    });
    let times = within(&seen.times, phrase, |one| one.span);
    let times = times.map(|one| format!("{} to {}", one.period.start, one.period.end));
    // The unit of an amount is told with it.
    let mentions = within(&seen.mentions, phrase, |one| one.span);
    let mentions = mentions.filter(|one| one.kind != "unit" || kind == "name");
    let mentions = mentions.map(|one| format!("{} {}", one.kind, one.id));
    quantities.chain(times).chain(mentions).collect::<Vec<_>>().join(", ")
}

/// Those of some sorted things that stand inside a phrase.
fn within<T>(all: &[T], phrase: Span, span: impl Fn(&T) -> Span) -> impl Iterator<Item = &T> {
    let first = all.partition_point(|one| span(one).start < phrase.start);
    let from = all.get(first..).unwrap_or(&[]).iter();
    let to = phrase.end;
    from.map(move |one| (span(one), one))
        .take_while(move |(span, _)| span.start < to)
        .filter(move |(span, _)| span.end <= to)
        .map(|(_, one)| one)
}

const fn is_inside(span: Span, phrase: Span) -> bool {
    phrase.start <= span.start && span.end <= phrase.end
}

/// Broken to the width, with one indent before the first line and another
/// before the others.
fn paragraph(first: &str, other: &str, words: &str, look: Look) -> String {
    let options = Options::new(look.width.max(40))
        .initial_indent(first)
        .subsequent_indent(other)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(&printable(words), options) + "\n"
}
