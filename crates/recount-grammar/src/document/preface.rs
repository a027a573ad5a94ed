//! What stands before the words of a sentence and is none of them: a dateline,
//! the time of an entry of a live blog, the number of a post, a picture sign.

use jiff::civil::Date;

use super::block::{Block, Kind};

/// A day as a dateline gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The first byte of it, from the start of its sentence.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// Of 1 to 12.
    pub month: i8,
    /// Of 1 to 31.
    pub day: i8,
    /// Where it is written.
    pub year: Option<i16>,
}

impl Day {
    /// A day that is known.
    pub(super) fn of(date: Date) -> Self {
        Self { start: 0, end: 0, month: date.month(), day: date.day(), year: Some(date.year()) }
    }

    /// What stands before it and behind it.
    pub(super) fn around<'t>(&self, text: &'t str) -> (&'t str, &'t str) {
        (text.get(..self.start).unwrap_or(""), text.get(self.end..).unwrap_or(""))
    }

    /// The day itself; without a year the last such day up to `reference`.
    #[must_use]
    pub fn date(&self, reference: Date) -> Option<Date> {
        if let Some(year) = self.year {
            return Date::new(year, self.month, self.day).ok();
        }
        let years = [reference.year(), reference.year().saturating_sub(1)];
        years
            .into_iter()
            .filter_map(|year| Date::new(year, self.month, self.day).ok())
            .find(|date| *date <= reference)
    }
}

/// Only the first blocks of an article begin with a dateline.
const FIRST_BLOCKS: usize = 8;
/// A longer dateline is none.
const LONGEST: usize = 90;

/// Moves the start of every sentence behind what stands before its words.
/// Returns the first day that a dateline names.
pub(super) fn strip(blocks: &mut [Block<'_>]) -> Option<Day> {
    let mut found = None;
    let mut seen = 0;
    for block in blocks {
        if block.boilerplate.is_some() || matches!(block.kind, Kind::TableRow { .. } | Kind::Code) {
            continue;
        }
        let paragraph = matches!(block.kind, Kind::Paragraph | Kind::ListItem { .. });
        for number in 0..block.sentences.len() {
            let Some(sentence) = block.sentences.get(number).copied() else { continue };
            let text = block.text.get(sentence.range()).unwrap_or("");
            let mut at = marks(text);
            if paragraph && seen < FIRST_BLOCKS && number == 0 {
                let rest = text.get(at..).unwrap_or("");
                if let Some((length, day)) = dateline(rest) {
                    found = found.or(day);
                    at += length;
                }
            }
            let end = text.get(at..).map_or(text.len(), |rest| at + numbered_end(rest));
            if let Some(kept) = block.sentences.get_mut(number) {
                kept.end = kept.start + end;
                kept.start += at.min(end);
            }
        }
        block.sentences.retain(|sentence| sentence.start < sentence.end);
        seen += usize::from(paragraph);
    }
    found
}

/// Picture signs, times of day and numbers of posts at the start of a sentence:
/// how many bytes they take. Never all of it.
fn marks(text: &str) -> usize {
    let mut at = 0;
    while let Some(length) = text.get(at..).and_then(mark) {
        at += length;
    }
    if at < text.len() { at } else { 0 }
}

fn mark(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let length = match first {
        '0'..='9' => keycap(text).or_else(|| clock(text)).or_else(|| post(text)),
        '(' | '[' => post(text),
        'Q' | 'A' => speaker(text),
        _ if is_picture(first) => Some(first.len_utf8()),
        _ => None,
    }?;
    let rest = text.get(length..)?;
    Some(length + (rest.len() - rest.trim_start().len()))
}

/// Signs that draw something: none that counts, compares or points.
const fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{20e3}' | '\u{200d}')
}

/// "Q: ", "A: ", "Question: ", "Answer: " before a word: who asks, and who answers.
fn speaker(text: &str) -> Option<usize> {
    let (label, rest) = text.split_once(':')?;
    let label_of_one = matches!(label, "Q" | "A" | "Question" | "Answer");
    let goes_on = rest.starts_with(' ') && !rest.trim_start().is_empty();
    (label_of_one && goes_on).then_some(label.len() + 1)
}

/// "4" in a box.
fn keycap(text: &str) -> Option<usize> {
    let rest = text.get(1..)?;
    let rest = rest.strip_prefix('\u{fe0f}').unwrap_or(rest);
    let rest = rest.strip_prefix('\u{20e3}')?;
    Some(text.len() - rest.len())
}

/// "09:02 ", "9:02 am ", before a word.
fn clock(text: &str) -> Option<usize> {
    let (time, rest) = text.split_once(' ')?;
    let (hours, minutes) = time.split_once(':')?;
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = minutes.split_once(':').map_or("00", |(_, seconds)| seconds);
    let minutes = minutes.split_once(':').map_or(minutes, |(minutes, _)| minutes);
    if !digits(hours) || hours.is_empty() || !digits(minutes) || minutes.len() != 2 || !digits(seconds) {
        return None;
    }
    let half = ["am ", "pm ", "a.m. ", "p.m. ", "AM ", "PM ", "GMT ", "CET ", "ET "];
    let length = half.iter().find(|half| rest.starts_with(**half)).map_or(0, |half| half.len());
    let rest = rest.get(length..)?;
    let dash = rest.len() - rest.trim_start_matches(['-', '–', '—', ':', ' ', '|']).len();
    let word = rest.get(dash..)?.starts_with(char::is_alphabetic);
    word.then_some(time.len() + 1 + length + dash)
}

/// "3/", "3/12", "(3/12)", "[3/12]" before a word.
fn post(text: &str) -> Option<usize> {
    let (inner, close) = match text.as_bytes().first()? {
        b'(' => (text.get(1..)?, Some(')')),
        b'[' => (text.get(1..)?, Some(']')),
        _ => (text, None),
    };
    let number = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let first = number(inner);
    let rest = inner.get(first..)?.strip_prefix('/')?;
    let second = number(rest);
    let rest = rest.get(second..)?;
    let rest = match close {
        Some(close) => rest.strip_prefix(close)?,
        None => rest,
    };
    let rest = rest.strip_prefix([':', '.', ')']).unwrap_or(rest);
    let bounded = (1..=2).contains(&first) && second <= 2 && (close.is_none() || second > 0);
    // "3/4 of all", "1/3 more" count something.
    let of = rest.trim_start().starts_with(|c: char| c.is_lowercase());
    let apart = rest.starts_with(char::is_whitespace);
    (bounded && apart && !(of && close.is_none())).then(|| text.len() - rest.len())
}

/// Where a sentence ends without the number of its post, "… (3/12)".
fn numbered_end(text: &str) -> usize {
    if !text.ends_with([')', ']']) {
        return text.len();
    }
    let Some(open) = text.rfind(['(', '[']) else {
        return text.len();
    };
    let inner = text.get(open + 1..text.len() - 1).unwrap_or("");
    let numbers = inner.split_once('/').is_some_and(|(one, two)| {
        let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits(one) && digits(two)
    });
    if numbers { text[..open].trim_end().len() } else { text.len() }
}

/// "PLACE, June 30 (Agency) — ", "30 June 2026 – ", "[Place=Reporter] ": how
/// many bytes it takes, and its day.
fn dateline(text: &str) -> Option<(usize, Option<Day>)> {
    if let Some(length) = credit(text) {
        return Some((length, None));
    }
    if let Some((length, day)) = news_of(text) {
        return Some((length, Some(day)));
    }
    let (head, length) = head(text)?;
    let rest = text.get(length..)?;
    let opens = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '‘' | '\'' | '’'));
    if !opens || rest.split_whitespace().nth(4).is_none() {
        return None;
    }
    let day = day_in(head);
    let without = day.map_or_else(
        || head.to_owned(),
        |day| format!("{} {}", head.get(..day.start).unwrap_or(""), head.get(day.end..).unwrap_or("")),
    );
    let agency = without.contains('(') || without.contains('/');
    let place = place_of(&without);
    let words = || place.split_whitespace();
    let capitals = words().all(|word| word.chars().any(char::is_uppercase) && is_name_word(word));
    let shouted = words().next().is_some_and(|word| {
        word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && word.len() > 1
    });
    let told = day.is_some() || agency || (shouted && place.len() > 3);
    (told && capitals && words().count() <= 6).then_some((length, day))
}

/// "News from Northport on June 30: ", "Update, 30 June 2026: ": where and when it was reported.
fn news_of(text: &str) -> Option<(usize, Day)> {
    let (head, rest) = text.split_once(": ")?;
    let mut words = head.split([' ', ',']).filter(|word| !word.is_empty());
    let news = matches!(words.next()?, "News" | "Report" | "Reports" | "Update" | "Dispatch" | "Bulletin");
    let opens = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    if !news || head.len() > LONGEST || !opens || rest.split_whitespace().nth(4).is_none() {
        return None;
    }
    let day = day_in(head)?;
    let (before, behind) = day.around(head);
    let named = |word: &str| {
        word.starts_with(char::is_uppercase)
            || matches!(word, "from" | "on" | "in" | "at" | "of" | "dated" | "the")
    };
    let plain =
        before.split([' ', ',']).chain(behind.split([' ', ','])).filter(|word| !word.is_empty()).all(named);
    let starts = rest.len() - rest.trim_start().len();
    plain.then_some((head.len() + 2 + starts, day))
}

/// "[Place=Reporter Name] ": a bracket without figures before the first sentence.
fn credit(text: &str) -> Option<usize> {
    let close = text.strip_prefix('[')?.find(']')? + 2;
    let inner = text.get(1..close - 1)?;
    let rest = text.get(close..)?;
    let plain = inner.len() <= LONGEST && !inner.bytes().any(|byte| byte.is_ascii_digit());
    (plain && rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase))
        .then(|| close + rest.len() - rest.trim_start().len())
}

/// What stands before the first dash of a sentence, and where the rest begins.
fn head(text: &str) -> Option<(&str, usize)> {
    let dashes = [" — ", " – ", " -- ", " - ", "— ", " —", "-- "];
    let bound = (0..=LONGEST.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let near = text.get(..bound)?;
    let (at, dash) =
        dashes.iter().filter_map(|dash| near.find(dash).map(|at| (at, *dash))).min_by_key(|(at, _)| *at)?;
    (at > 0).then(|| (text.get(..at).unwrap_or(""), at + dash.len()))
}

/// The place of a dateline without its agency.
fn place_of(head: &str) -> String {
    let mut place = String::new();
    let mut inside = false;
    for c in head.chars() {
        match c {
            '(' => inside = true,
            ')' => inside = false,
            '/' => inside = !inside,
            _ if !inside => place.push(if c == ',' { ' ' } else { c }),
            _ => {}
        }
    }
    place
}

fn is_name_word(word: &str) -> bool {
    word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'))
}

const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
];

/// The month of a word: its name or three letters of it.
fn month(word: &str) -> Option<i8> {
    let lower = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let short = |name: &str| lower == *name || lower == name[..3] || (lower == "sept" && name == "september");
    MONTHS.iter().position(|name| short(name)).and_then(|place| i8::try_from(place + 1).ok())
}

/// "June 30, 2026", "30 June", "Sept. 8" in a dateline.
pub(super) fn day_in(head: &str) -> Option<Day> {
    let words: Vec<(usize, &str)> = head
        .split([' ', ',', '(', ')', '/'])
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
        .collect();
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
        digits.parse::<i16>().ok().filter(|_| !digits.is_empty())
    };
    let (place, (month, day)) = words.windows(2).enumerate().find_map(|(place, pair)| {
        let [(_, one), (_, two)] = pair else { return None };
        let of = |name: &str, day: &str| {
            let day = number(day).filter(|day| (1..=31).contains(day))?;
            Some((month(name)?, i8::try_from(day).ok()?))
        };
        of(one, two).or_else(|| of(two, one)).map(|found| (place, found))
    })?;
    let year = words.get(place + 2).and_then(|(_, word)| number(word)).filter(|year| *year >= 1800);
    let last = words.get(place + if year.is_some() { 2 } else { 1 })?;
    Some(Day { start: words[place].0, end: last.0 + last.1.len(), month, day, year })
}

#[cfg(test)]
mod tests {
    use super::*;

    type Told = Option<(i8, i8, Option<i16>)>;

    fn after(text: &str) -> (&str, Told) {
        let found = dateline(text);
        let length = found.as_ref().map_or(0, |(length, _)| *length);
        (&text[length..], found.and_then(|(_, day)| day).map(|day| (day.month, day.day, day.year)))
    }

    #[test]
    fn datelines() {
        let lead = "Alder overtook Birch in the week just past.";
        for (head, day) in [
            ("NORTHPORT, June 30 — ", Some((6, 30, None))),
            ("NORTHPORT, June 30, 2026 /Agency/ -- ", Some((6, 30, Some(2026)))),
            ("SAN ELMO (Sept 8) — ", Some((9, 8, None))),
            ("NORTHPORT, Feb. 24 (Agency) - ", Some((2, 24, None))),
            ("NORTHPORT, Elmland (Agency) - ", None),
            ("24 March 2026 - ", Some((3, 24, Some(2026)))),
            ("NORTHPORT -- ", None),
            ("[Northport=Reporter Ann Elm] ", None),
            ("News from Northport on June 30: ", Some((6, 30, None))),
            ("Update, 30 June 2026: ", Some((6, 30, Some(2026)))),
        ] {
            let text = format!("{head}{lead}");
            assert_eq!(after(&text), (lead, day), "{head}");
        }
    }

    #[test]
    fn sentences_without_a_dateline() {
        for text in [
            "Alder — the newcomer of the spring — overtook Birch.",
            "US — 16.57 trillion tokens in the week to Sunday.",
            "ALDER - up 8% to 4 trillion tokens last week.",
            "In June — a month of records — Alder led Birch again.",
            "Alder V2 — The maker says it is faster than it was.",
            "News for Alder on June 30: It is faster than it was.",
            "Week of June 22: Alder led the list of models again.",
        ] {
            assert_eq!(after(text).0, text);
        }
    }

    #[test]
    fn marks_of_posts_and_entries() {
        for (text, rest) in [
            ("3/ Alder rose", "Alder rose"),
            ("(3/12) Alder rose", "Alder rose"),
            ("[3/12] Alder rose", "Alder rose"),
            ("3/12 Alder rose", "Alder rose"),
            ("09:20 Alder rose", "Alder rose"),
            ("9:20 am – Alder rose", "Alder rose"),
            ("🥇 Alder rose", "Alder rose"),
            ("4\u{fe0f}\u{20e3} Alder rose", "Alder rose"),
            ("A: Alder rose", "Alder rose"),
            ("Question: did Alder rise?", "did Alder rise?"),
            ("A small model: Alder", "A small model: Alder"),
            ("3/4 of all tokens", "3/4 of all tokens"),
            ("12:5 Alder", "12:5 Alder"),
            ("+8% for Alder", "+8% for Alder"),
            ("(up 8%) Alder", "(up 8%) Alder"),
        ] {
            assert_eq!(&text[marks(text)..], rest, "{text}");
        }
        assert_eq!(numbered_end("Alder rose (3/12)"), 10);
        assert_eq!(numbered_end("Alder rose (up 3/4)"), 19);
    }
}
