//! When an article appeared: dates in metadata and on lines of their own,
//! never a date inside a sentence.

use jiff::civil::Date;
use jiff::fmt::{rfc2822, strtime};
use recount_model::Span;

use super::block::{Block, Kind};

/// How a date of publication was found; the first is the most reliable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// `published` of the front matter.
    FrontMatter,
    /// A page's metadata: `<meta>` or linked data.
    Metadata,
    /// A line such as "Published: 30 June 2026".
    Labelled,
    /// A `<time>` element.
    TimeElement,
    /// A line that is nothing but a date, beside a section or a byline.
    Standing,
    /// A line such as "Updated: 30 June 2026".
    Updated,
}

impl How {
    /// In words, to follow "the date is from".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::FrontMatter => "the front matter",
            Self::Metadata => "the page's metadata",
            Self::Labelled => "a line that says when it was published",
            Self::TimeElement => "a time element of the page",
            Self::Standing => "a date on a line of its own",
            Self::Updated => "a line that says when it was updated",
        }
    }
}

/// A date that may be the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateHint {
    /// Where it stands, in bytes of the file.
    pub span: Span,
    /// The day, as written there.
    pub date: Date,
    /// How it was found.
    pub how: How,
    /// Is it all in numbers, so that day and month could be the other way
    /// round? The month is taken to come first.
    pub ambiguous: bool,
}

/// Only so many blocks at the start of an article are looked at.
const FIRST_BLOCKS: usize = 24;
/// A longer line is no line about a date.
const LONGEST_LINE: usize = 160;

/// A date as it stands in a text, with its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) date: Date,
    pub(super) ambiguous: bool,
}

/// The day that an attribute or a string of front matter gives: an ISO date,
/// with or without a time, or any of the forms of a date line.
pub(super) fn value(text: &str) -> Option<Date> {
    let text = text.trim();
    let iso = strtime::BrokenDownTime::parse_prefix("%Y-%m-%d", text);
    if let Ok((parts, _)) = iso
        && let Ok(date) = parts.to_date()
    {
        return plausible(date);
    }
    if let Ok(zoned) = rfc2822::DateTimeParser::new().parse_zoned(text) {
        return plausible(zoned.date());
    }
    if text.len() > LONGEST_LINE {
        return None;
    }
    find(text).filter(|found| text[..found.start].split_whitespace().all(is_weekday)).map(|found| found.date)
}

/// Articles have no dates outside the reach of news.
fn plausible(date: Date) -> Option<Date> {
    (1800..=2200).contains(&date.year()).then_some(date)
}

/// The dates on lines of their own among the first blocks.
pub(super) fn hints(blocks: &[Block<'_>]) -> Vec<DateHint> {
    let mut found = Vec::new();
    for block in blocks.iter().take(FIRST_BLOCKS) {
        if matches!(block.kind, Kind::TableRow { .. } | Kind::Code) || block.text.len() > 2_000 {
            continue;
        }
        let mut at = 0;
        for line in block.text.split('\n') {
            let dated = || line_date(line).or_else(|| edge_date(line)).or_else(|| day_line(line));
            if let Some((how, written)) = may_have_year(line).then(dated).flatten() {
                found.push(DateHint {
                    span: block.source(at + written.start, at + written.end),
                    date: written.date,
                    how,
                    ambiguous: written.ambiguous,
                });
            }
            at += line.len() + 1;
        }
    }
    found
}

/// The date of a line that is about a date and nothing else.
pub(super) fn line_date(line: &str) -> Option<(How, Written)> {
    if line.len() > LONGEST_LINE || !line.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut at = 0;
    let mut before: Option<&str> = None;
    for segment in line.split(['·', '|', '•', '—', '–', '\t']) {
        // "31 May – 6 June 2026" is no day.
        let ranged = |_: &(How, Written)| before.is_some_and(ends_with_day);
        let dated = segment_date(segment).or_else(|| stopped_date(segment));
        if let Some((how, mut written)) = dated.filter(|found| !ranged(found)) {
            written.start += at;
            written.end += at;
            return Some((how, written));
        }
        before = Some(segment);
        // The separator's own length is what the next segment starts behind.
        at += segment.len();
        at += line[at..].chars().next().map_or(0, char::len_utf8);
    }
    None
}

/// The first or the last sentence of a line, where it tells of nothing but the
/// publication: "Updated April 6, 2026. All figures are in trillions.", "Episode
/// 12. Recorded April 6, 2026."
fn edge_date(line: &str) -> Option<(How, Written)> {
    let told = |how: &How| matches!(how, How::Labelled | How::Updated);
    opening(line).and_then(line_date).filter(|(how, _)| told(how)).or_else(|| {
        let (before, last) = line.rsplit_once(". ").filter(|(_, last)| last.len() <= LONGEST_LINE)?;
        let (how, mut written) = line_date(last.trim_end_matches('.')).filter(|(how, _)| told(how))?;
        written.start += before.len() + 2;
        written.end += before.len() + 2;
        Some((how, written))
    })
}

/// The first sentence of a line, with its figures.
fn opening(line: &str) -> Option<&str> {
    let (first, _) = line.split_once(". ").filter(|(first, _)| first.len() <= LONGEST_LINE)?;
    // "Published Sept. 5, 2026. All …" has a stop of its own.
    match first.bytes().filter(u8::is_ascii_digit).count() {
        0 => line.get(..first.len() + line.get(first.len() + 2..)?.find(". ")? + 2),
        _ => Some(first),
    }
}

/// "MARKETS BRIEF, Monday 13 April 2026", "Show notes (recorded April 13,
/// 2026)": a title that ends with a day, told as such.
fn day_line(line: &str) -> Option<(How, Written)> {
    let ends_in_figures = || line.trim_end_matches([')', ' ', '.']).ends_with(|c: char| c.is_ascii_digit());
    if line.len() > LONGEST_LINE || !ends_in_figures() {
        return None;
    }
    let written = find(line)?;
    let behind = line.get(written.end..)?;
    let before = line.get(..written.start)?;
    let word = before.trim_end_matches([' ', ',']).rsplit([' ', '(', ',']).next()?;
    let apart = before.trim_end_matches([' ', ',']).strip_suffix(word)?;
    let recorded = matches!(word.to_ascii_lowercase().as_str(), "recorded" | "posted" | "published" | "sent");
    let weekday = is_weekday(word) && !word.is_empty();
    let title = if weekday { apart } else { before };
    let told = ends_apart(title) && (weekday || is_title(title)) || recorded && apart.ends_with('(');
    (told && behind.trim_matches([')', ' ', '.']).is_empty()).then_some((How::Standing, written))
}

/// Is what follows set apart from it?
fn ends_apart(title: &str) -> bool {
    title.trim_end().ends_with([',', '(', '|', ':', '—', '–', '·'])
}

/// Is it the title of a piece, not the first words of a stretch of time: "Weekly
/// briefing, 12 May 2026", but "The week to Sunday, 12 May 2026"?
fn is_title(before: &str) -> bool {
    const STRETCH: &[&str] = &[
        "week", "weeks", "month", "months", "quarter", "period", "ended", "ending", "to", "through", "thru",
        "until", "since", "as", "from", "between", "by", "on", "in", "at", "after", "before", "days",
        "through",
    ];
    let mut words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = |word: &str| !STRETCH.contains(&word.to_ascii_lowercase().as_str());
    before.split_whitespace().count() <= 6 && words.all(plain)
}

/// Does it end with a day or a month: the first half of a range?
fn ends_with_day(segment: &str) -> bool {
    let mut words = segment.split_whitespace().rev();
    let last = words.next().unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric());
    let is_month = ["%B", "%b"].iter().any(|form| strtime::parse(form, month(last)).is_ok());
    let is_day = day(last).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    is_month || is_day
}

/// "Published 30 June 2026." is a line about the date all the same.
fn stopped_date(segment: &str) -> Option<(How, Written)> {
    let open = segment.trim_end().strip_suffix('.')?;
    segment_date(open).filter(|(how, _)| matches!(how, How::Labelled | How::Updated))
}

fn segment_date(segment: &str) -> Option<(How, Written)> {
    let found = find(segment)?;
    let how = label(&segment[..found.start])?;
    // "Published 30 June 2026, updated 14 July 2026"
    let behind = segment[found.end..].trim_start_matches([' ', ',', ';', '(', '/']).to_ascii_lowercase();
    let later = ["updated", "modified", "last updated", "last modified"];
    if how == How::Labelled && later.iter().any(|word| behind.starts_with(word)) && find(&behind).is_some() {
        return Some((how, found));
    }
    let rest = segment[found.end..].split([' ', ',', '(', ')', '\u{a0}']);
    rest.filter(|word| !word.is_empty())
        .all(|word| is_clock(word) || is_weekday(word))
        .then_some((how, found))
}

/// What stands before a date: nothing, a weekday, a label or a byline.
fn label(before: &str) -> Option<How> {
    let before = before.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | '-' | '(' | '['));
    let lower = before.to_ascii_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let Some(first) = words.next() else {
        return Some(How::Standing);
    };
    let small = |word: &str| {
        is_weekday(word)
            || is_clock(word)
            || matches!(word, "on" | "at" | "date" | "first" | "last" | "by" | "online" | "time")
    };
    match first {
        "published" | "posted" | "publication" | "released" | "date" | "dated" | "issued" | "recorded"
        | "aired" | "filed" | "sent" => words.all(small).then_some(How::Labelled),
        "updated" | "modified" | "edited" => words.all(small).then_some(How::Updated),
        "first" if words.clone().next() == Some("published") => Some(How::Labelled),
        "last" if matches!(words.next(), Some("updated" | "modified" | "edited")) => Some(How::Updated),
        // "By Ann Elm, June 30, 2026"
        "by" => (words.count() <= 6 && !before.contains('.')).then_some(How::Standing),
        word => (is_weekday(word) && words.all(small)).then_some(How::Standing),
    }
}

pub(super) fn is_weekday(word: &str) -> bool {
    let word = word.trim_matches([',', '.', '(', ')']);
    matches!(word.len(), 3..=9) && ["%A", "%a"].iter().any(|form| strtime::parse(form, word).is_ok())
}

/// "12:15:49", "10am", "GMT", "+0200": a time of day or its zone.
pub(super) fn is_clock(word: &str) -> bool {
    let word = word.trim_matches([',', '.', ';']);
    let zone = matches!(word.len(), 2..=4) && word.bytes().all(|b| b.is_ascii_uppercase());
    let small = matches!(
        word.to_ascii_lowercase().as_str(),
        "" | "at" | "am" | "pm" | "a.m" | "p.m" | "updated" | "min" | "read" | "-" | "/"
    );
    let time = word.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-')
        && word.len() <= 14
        && word.bytes().all(|b| b.is_ascii_digit() || b":+-apmAPMTZ.".contains(&b))
        && (word.contains(':') || word.len() <= 5);
    zone || small || time
}

/// Are there four digits in a row, as in every date that is read here?
fn may_have_year(text: &str) -> bool {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    // One of them stands at every fourth place.
    (3..text.len()).step_by(4).filter(|at| digit(*at)).any(|at| {
        let before = (at - 3..at).rev().take_while(|at| digit(*at)).count();
        before + (at + 1..at + 4).take_while(|at| digit(*at)).count() >= 3
    })
}

/// The first date in a short text.
fn find(text: &str) -> Option<Written> {
    if !may_have_year(text) {
        return None;
    }
    let words: Vec<(usize, &str)> = words(text);
    for (at, (start, word)) in words.iter().enumerate() {
        let near = words.get(at..at + 3).unwrap_or(&[]);
        if let Some((date, ambiguous)) = in_numbers(word).or_else(|| in_words(near)) {
            let last = if in_numbers(word).is_some() { at } else { at + 2 };
            let (from, word) = words[last];
            return Some(Written { start: *start, end: from + word.len(), date, ambiguous });
        }
    }
    None
}

/// Words without the commas and brackets around them, with their place.
fn words(text: &str) -> Vec<(usize, &str)> {
    let edge = |c: char| matches!(c, ',' | '(' | ')' | '[' | ']' | ';' | ':' | '"');
    let split = |c: char| c.is_whitespace() || c == ',';
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(split) {
        let kept = word.trim_start_matches(edge);
        let start = at + (word.len() - kept.len());
        let kept = kept.trim_end_matches(edge);
        if !kept.is_empty() {
            found.push((start, kept));
        }
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// "2026-06-30", "30.06.2026", "6/30/2026"; the flag says that month and day
/// could be the other way round.
fn in_numbers(word: &str) -> Option<(Date, bool)> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) || !(8..=40).contains(&word.len()) {
        return None;
    }
    let word = word.split_once('T').map_or(word, |(day, _)| day);
    let read = |form: &str| strtime::parse(form, word).ok()?.to_date().ok();
    let sure = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%d-%m-%Y"];
    if let Some(date) = sure.iter().find_map(|form| read(form)) {
        return plausible(date).map(|date| (date, false));
    }
    let month_first = read("%m/%d/%Y");
    let day_first = read("%d/%m/%Y");
    let date = plausible(month_first.or(day_first)?)?;
    let ambiguous = month_first.is_some() && day_first.is_some() && month_first != day_first;
    Some((date, ambiguous))
}

/// "30 June 2026", "Jun. 30 2026", "30th Sept 2026": three words.
fn in_words(near: &[(usize, &str)]) -> Option<(Date, bool)> {
    let [(_, one), (_, two), (_, three)] = near else {
        return None;
    };
    let year = three.len() == 4 && three.bytes().all(|b| b.is_ascii_digit());
    if !year || one.len() > 9 || two.len() > 9 {
        return None;
    }
    let joined = match one.starts_with(|c: char| c.is_ascii_digit()) {
        true => format!("{} {} {three}", day(one), month(two)),
        false => format!("{} {} {three}", day(two), month(one)),
    };
    let read = |form: &str| strtime::parse(form, &joined).ok()?.to_date().ok();
    let date = read("%d %B %Y").or_else(|| read("%d %b %Y"))?;
    plausible(date).map(|date| (date, false))
}

fn day(word: &str) -> &str {
    word.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.')
}

fn month(word: &str) -> &str {
    let word = word.trim_end_matches('.');
    match word.eq_ignore_ascii_case("sept") {
        true => "Sep",
        false => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn on(line: &str) -> Option<Date> {
        line_date(line).map(|(_, written)| written.date)
    }

    #[test]
    fn dates_on_their_own() {
        let day = Some(date(2026, 6, 30));
        for line in [
            "2026-06-30",
            "30.06.2026",
            "6/30/2026",
            "June 30, 2026",
            "Jun. 30, 2026",
            "30 June 2026",
            "30th June, 2026",
            "Tuesday, June 30, 2026",
            "Tue, 30 Jun 2026 12:15:49 GMT",
            "Technology · Tue, 30 Jun 2026 12:15:49 GMT",
            "Published: 30 June 2026",
            "Published 30 June 2026.",
            "Published on Tuesday, June 30, 2026 at 10:05 a.m. EST",
            "Posted 2026-06-30T10:00:00+02:00",
            "By Ann Elm, June 30, 2026",
            "By Ann Elm | June 30, 2026 | 4 min read",
            "Last updated: June 30, 2026",
        ] {
            assert_eq!(on(line), day, "{line}");
        }
        assert_eq!(on("Sept. 5, 2026"), Some(date(2026, 9, 5)));
    }

    #[test]
    fn published_and_updated_on_one_line() {
        let day = Some(date(2026, 6, 30));
        assert_eq!(on("Published 30 June 2026, updated 14 July 2026"), day);
        assert_eq!(on("Published: June 30, 2026 (last updated 2026-07-14 at 10:00)"), day);
        assert_eq!(on("Published 30 June 2026, when Alder led"), None);
    }

    #[test]
    fn dates_at_the_edge_of_a_line() {
        let day = Some(date(2026, 4, 6));
        let opening = |line: &str| edge_date(line).map(|(_, written)| written.date);
        assert_eq!(opening("Tokens & Talk, episode 12. Recorded April 6, 2026."), day);
        assert_eq!(opening("Alder led. It was overtaken on April 6, 2026."), None);
        assert_eq!(opening("Updated April 6, 2026. All figures are in trillions."), day);
        assert_eq!(opening("Published on 6 April 2026. Alder rose last week."), day);
        assert_eq!(opening("Posted Apr. 6, 2026. Alder rose last week."), day);
        assert_eq!(opening("Usage peaked on April 6, 2026. Then it fell."), None);
        let title = |line: &str| day_line(line).map(|(_, written)| written.date);
        assert_eq!(title("MARKETS BRIEF, Monday 6 April 2026"), day);
        assert_eq!(title("Model briefing, 6 April 2026"), day);
        assert_eq!(title("The Tape | April 6, 2026"), day);
        assert_eq!(title("The week ended, April 6, 2026"), None);
        assert_eq!(title("Alder overtook Birch when it was first listed here, April 6, 2026"), None);
        assert_eq!(title("Show notes (recorded April 6, 2026)"), day);
        assert_eq!(title("Alder overtook Birch on Monday, April 6, 2026"), None);
        assert_eq!(title("Alder's week to Sunday, April 6, 2026"), None);
    }

    #[test]
    fn sentences_are_no_date_lines() {
        for line in [
            "Usage peaked on June 30, 2026.",
            "Weekly report for June 22-28, 2026",
            "Weekly report (31 May – 6 June 2026)",
            "May 31 – June 6, 2026",
            "Alder overtakes Birch on June 30, 2026",
            "By June 30, 2026, Alder had surpassed Birch.",
            "As of 30 June 2026",
            "By 30 June 2026.",
            "The week of June 30, 2026",
            "June 30",
            "4.19 trillion",
            "30 Junk 2026",
        ] {
            assert_eq!(on(line), None, "{line}");
        }
    }

    #[test]
    fn months_come_first_unless_they_cannot() {
        let (_, written) = line_date("5/10/2026").unwrap();
        assert_eq!((written.date, written.ambiguous), (date(2026, 5, 10), true));
        let (_, written) = line_date("25/10/2026").unwrap();
        assert_eq!((written.date, written.ambiguous), (date(2026, 10, 25), false));
    }

    #[test]
    fn values_of_attributes() {
        let day = Some(date(2026, 6, 30));
        assert_eq!(value("2026-06-30T23:59:00Z"), day);
        assert_eq!(value(" 2026-06-30 "), day);
        assert_eq!(value("Tue, 30 Jun 2026 12:15:49 +0000"), day);
        assert_eq!(value("Tuesday, June 30, 2026"), day);
        assert_eq!(value("yesterday"), None);
        assert_eq!(value("2026-13-30"), None);
    }
}
