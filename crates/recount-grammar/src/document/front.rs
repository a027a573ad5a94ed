//! Front matter: TOML between `+++` lines at the start of an article.

use jiff::civil::Date;
use recount_model::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::published;

/// What an article says about itself; filled from its metadata or its text
/// where the front matter is silent.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Front {
    /// Does it start with front matter?
    pub given: bool,
    /// Its headline.
    pub title: Option<Stated<String>>,
    /// The day it appeared. From the front matter only: what was found
    /// elsewhere is `Document::published`.
    pub published: Option<Stated<Date>>,
    /// Who published it.
    pub source: Option<Stated<String>>,
    /// Where it can be read.
    pub url: Option<Stated<String>>,
}

/// A value and the bytes of the file that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated<T> {
    /// What is stated.
    pub value: T,
    /// Where, quotes included.
    pub span: Span,
}

/// A mistake in the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontProblem {
    /// Where, in bytes of the file; never empty unless the file is.
    pub span: Span,
    /// What is wrong and what was expected, in one line.
    pub message: String,
}

/// The keys of front matter.
const KEYS: [&str; 4] = ["title", "published", "source", "url"];

/// A front matter, its mistakes, and the byte at which the article starts.
pub(super) fn split(text: &str) -> (Front, Vec<FrontProblem>, usize) {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut front = Front::default();
    let mut problems = Vec::new();
    let Some(start) = fence(text, mark) else {
        return (front, problems, mark);
    };
    front.given = true;
    let mut line = start;
    let close = loop {
        if line >= text.len() {
            break None;
        }
        match fence(text, line) {
            Some(after) => break Some((line, after)),
            None => line = next_line(text, line),
        }
    };
    let Some((end, after)) = close else {
        problems.push(FrontProblem {
            span: Span::new(mark, mark + 3),
            message: "this front matter is never closed: a line `+++` was expected below it".to_owned(),
        });
        return (front, problems, start);
    };
    read(text, start, end, &mut front, &mut problems);
    (front, problems, after)
}

/// The byte after a line `+++` that starts at `at`.
fn fence(text: &str, at: usize) -> Option<usize> {
    let next = next_line(text, at);
    (text.get(at..next)?.trim_end() == "+++").then_some(next)
}

fn next_line(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or(&[]);
    memchr::memchr(b'\n', rest).map_or(text.len(), |end| at + end + 1)
}

fn read(text: &str, start: usize, end: usize, front: &mut Front, problems: &mut Vec<FrontProblem>) {
    let (table, errors) = DeTable::parse_recoverable(&text[start..end]);
    for error in errors {
        let at = error.span().unwrap_or(0..0);
        problems.push(FrontProblem {
            span: visible(text, start + at.start, start + at.end),
            message: error.message().to_owned(),
        });
    }
    for (key, value) in table.get_ref() {
        let at = |span: std::ops::Range<usize>| Span::new(start + span.start, start + span.end);
        let span = at(value.span());
        match key.get_ref().as_ref() {
            "title" => front.title = string(value, span, "title", problems),
            "source" => front.source = string(value, span, "source", problems),
            "url" => front.url = string(value, span, "url", problems),
            "published" => front.published = date(value, span, problems),
            unknown => problems.push(FrontProblem { span: at(key.span()), message: unknown_key(unknown) }),
        }
    }
}

/// A span that shows something: at least one character, where there is one.
fn visible(text: &str, start: usize, end: usize) -> Span {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = (floor(start), floor(end));
    if start < end {
        return Span::new(start, end);
    }
    match text[start..].chars().next() {
        Some(c) => Span::new(start, start + c.len_utf8()),
        None => Span::new(text[..start].char_indices().next_back().map_or(0, |(at, _)| at), start),
    }
}

fn unknown_key(key: &str) -> String {
    let nearest = KEYS
        .iter()
        .map(|known| (strsim::damerau_levenshtein(known, &key.chars().take(40).collect::<String>()), known))
        .min()
        .filter(|(distance, _)| *distance <= 3);
    match nearest {
        Some((_, known)) => format!("unknown key `{key}`: did you mean `{known}`?"),
        None => format!("unknown key `{key}`: one of {} was expected", KEYS.join(", ")),
    }
}

fn string(
    value: &Spanned<DeValue<'_>>,
    span: Span,
    key: &str,
    problems: &mut Vec<FrontProblem>,
) -> Option<Stated<String>> {
    let text = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
    let stated = text.map(|text| Stated { value: text.to_owned(), span });
    if stated.is_none() {
        problems.push(FrontProblem { span, message: format!("`{key}` must be a string that is not empty") });
    }
    stated
}

fn date(value: &Spanned<DeValue<'_>>, span: Span, problems: &mut Vec<FrontProblem>) -> Option<Stated<Date>> {
    let day = match value.get_ref() {
        DeValue::Datetime(moment) => moment.date.and_then(|day| {
            let year = i16::try_from(day.year).ok()?;
            Date::new(year, i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?).ok()
        }),
        DeValue::String(text) => published::value(text),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => None,
        DeValue::Array(_) | DeValue::Table(_) => None,
    };
    if day.is_none() {
        problems.push(FrontProblem {
            span,
            message: "`published` must be a date, such as 2026-06-30".to_owned(),
        });
    }
    day.map(|value| Stated { value, span })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    #[test]
    fn all_four_keys() {
        let text = "+++\ntitle = \"Alder leads\"\npublished = 2026-06-30\nsource = \"Elm Daily\"\nurl = \"https://example.org\"\n+++\nBody.";
        let (front, problems, body) = split(text);
        assert!(problems.is_empty());
        assert_eq!(&text[body..], "Body.");
        assert_eq!(front.title.as_ref().unwrap().value, "Alder leads");
        assert_eq!(front.title.unwrap().span.of(text), "\"Alder leads\"");
        assert_eq!(front.published.unwrap().value, civil::date(2026, 6, 30));
        assert_eq!(front.source.unwrap().value, "Elm Daily");
        assert_eq!(front.url.unwrap().value, "https://example.org");
    }

    #[test]
    fn dates_as_strings_and_with_times() {
        for value in ["\"June 30, 2026\"", "2026-06-30T10:00:00Z", "\"2026-06-30\""] {
            let text = format!("\u{feff}+++\r\npublished = {value}\r\n+++\r\n");
            let (front, problems, _) = split(&text);
            assert!(problems.is_empty(), "{value}: {problems:?}");
            assert_eq!(front.published.unwrap().value, civil::date(2026, 6, 30));
        }
    }

    #[test]
    fn every_mistake_is_told() {
        let text = "+++\ntitel = \"Alder\"\ncolour = 1\npublished = \"soon\"\nsource = 3\n+++\n";
        let (_, problems, _) = split(text);
        let told: Vec<_> = problems.iter().map(|p| (p.span.of(text), p.message.as_str())).collect();
        assert!(told.contains(&("titel", "unknown key `titel`: did you mean `title`?")));
        assert!(told.contains(&(
            "colour",
            "unknown key `colour`: one of title, published, source, url was expected"
        )));
        assert!(told.contains(&("\"soon\"", "`published` must be a date, such as 2026-06-30")));
        assert!(told.contains(&("3", "`source` must be a string that is not empty")));
        assert_eq!(told.len(), 4);
    }

    #[test]
    fn syntax_errors_have_a_place() {
        let text = "+++\ntitle = \"Alder\nsource = \"Elm\"\n+++\nBody.";
        let (_, problems, body) = split(text);
        assert!(!problems.is_empty());
        assert!(problems.iter().all(|p| !p.span.of(text).is_empty()));
        assert_eq!(&text[body..], "Body.");
    }

    #[test]
    fn an_open_front_matter_is_told_and_nothing_is_lost() {
        let (front, problems, body) = split("+++\ntitle = \"Alder\"\nBody.");
        assert!(front.given && front.title.is_none());
        assert_eq!((problems.len(), body), (1, 4));
        assert_eq!(split("+++").1.len(), 1);
        assert_eq!(split("++++\n").1.len(), 0);
    }
}
