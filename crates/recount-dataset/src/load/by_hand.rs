//! Claims by hand: validated against the vocabulary.

use recount_model::{Span, Verdict, Vocabulary};

use super::assertion::Reader;
use super::figures::period;
use super::vocabulary::unknown;
use crate::dataset::{HandClaim, Place, SourceFile, Table};
use crate::problem::Problem;
use crate::raw::Word;
use crate::raw::by_hand::RawClaim;

/// Every claim that can be read; with problems, it is of no further use.
pub(crate) fn claims(
    raw: &[RawClaim<'_>],
    files: &[SourceFile],
    vocabulary: &Vocabulary,
    tables: &[Table],
    problems: &mut Vec<Problem>,
) -> Vec<HandClaim> {
    let mut all = Vec::with_capacity(raw.len());
    for raw in raw {
        let reader = Reader { file: raw.file, vocabulary, tables, problems };
        all.push(claim(raw, files, reader));
    }
    all
}

fn claim(raw: &RawClaim<'_>, files: &[SourceFile], mut reader: Reader<'_, '_>) -> HandClaim {
    let metric = reader.metric(raw.assertion.as_ref());
    let period = raw.period.zip(metric).and_then(|(at, metric)| {
        let metric = reader.vocabulary.metric(metric);
        period(raw.file, at, metric, reader.problems)
    });
    let period = period.map(|(period, _)| period);
    let assertion = raw.assertion.as_ref().and_then(|assertion| reader.assertion(assertion, period));
    let text = files.get(raw.file as usize).map_or("", |file| &file.text);
    let says = raw.says;
    HandClaim {
        says: says.map(|word| (word.text.to_owned(), inside(word.span, text))),
        period: period.or(assertion.as_ref().and_then(|a| a.period)),
        assertion,
        source: raw.source.map_or("", |word| word.text).to_owned(),
        url: raw.url.map(|word| word.text.to_owned()),
        expect: raw.expect.and_then(|word| expect(raw.file, word, reader.problems)),
        place: Place { file: raw.file, span: raw.line },
    }
}

fn expect(file: u32, word: Word<'_>, problems: &mut Vec<Problem>) -> Option<Verdict> {
    let found = Verdict::from_word(word.text);
    if found.is_none() {
        let valid = Verdict::ALL.iter().map(|verdict| verdict.word());
        problems.push(unknown(file, "verdict", word, valid));
    }
    found
}

/// The place of a string's words: its token without the quotes.
fn inside(token: Span, text: &str) -> Span {
    let written = token.of(text);
    let quote = if written.starts_with("\"\"\"") || written.starts_with("'''") { 3 } else { 1 };
    // A line break right after three quotes is no part of the string.
    let line = written.get(quote..).unwrap_or("");
    let skipped = match (quote, line) {
        (3, line) if line.starts_with("\r\n") => 2,
        (3, line) if line.starts_with('\n') => 1,
        _ => 0,
    };
    let end = token.end.saturating_sub(quote);
    Span::new((token.start + quote + skipped).min(end), end)
}
