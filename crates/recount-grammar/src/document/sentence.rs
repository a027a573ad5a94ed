//! Where sentences end. One pass over the stops; what stands around a stop
//! decides, and only a bounded number of bytes of it is looked at.

use std::ops::Range;

use memchr::{memchr3, memmem};

use super::block::Kind;
use super::labels;

/// A sentence of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The first byte in the block's text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Was it said before in this article, or is it a cut-off copy of another
    /// of its sentences? It yields no claims.
    pub repeated: bool,
}

impl Sentence {
    /// Its bytes in the block's text.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Never followed by the end of a sentence.
const BEFORE_NAMES: [&str; 34] = [
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Capt", "Sgt", "Rev",
    "Hon", "St", "Mt", "Ft", "vs", "v", "cf", "ca", "approx", "viz", "e.g", "i.e", "eg", "ie", "Messrs",
    "Pres", "Amb", "Adm", "Vs",
];

/// Followed by the end of a sentence only where a word follows that opens one.
const SELDOM_LAST: [&str; 46] = [
    "Inc", "Corp", "Ltd", "Co", "LLC", "Bros", "Plc", "Jr", "Sr", "etc", "al", "Jan", "Feb", "Mar", "Apr",
    "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur",
    "Thurs", "Fri", "Sat", "Sun", "est", "avg", "incl", "resp", "dept", "Dept", "Univ", "Assn", "Intl",
    "Natl", "Ave", "Blvd", "ext",
];

/// Followed by a number or a name, not by the end of a sentence, where a digit
/// comes next.
const BEFORE_DIGITS: [&str; 16] =
    ["No", "no", "Nos", "nos", "NO", "Fig", "Figs", "fig", "Vol", "vol", "Sec", "Ch", "Eq", "p", "pp", "Art"];

/// Words that open sentences and seldom continue one in capitals.
const OPENERS: [&str; 62] = [
    "The", "A", "An", "In", "On", "At", "It", "Its", "This", "That", "These", "Those", "But", "And",
    "However", "Meanwhile", "For", "By", "While", "As", "During", "Among", "Last", "Total", "Of", "They",
    "Their", "He", "She", "His", "Her", "We", "Our", "You", "I", "If", "When", "After", "Before", "Since",
    "With", "From", "To", "Both", "All", "Some", "Many", "Most", "Notably", "According", "Over", "Overall",
    "There", "Here", "So", "Yet", "Also", "Only", "Other", "Now", "What", "Behind",
];

/// How far back or ahead a word is looked at, in bytes.
const REACH: usize = 24;

/// The sentences of a text, in order, without the whitespace between them. A
/// table row is one sentence; so is every line of a paragraph of labels.
pub(super) fn split(text: &str, kind: Kind) -> Vec<Sentence> {
    let lines = match kind {
        Kind::Paragraph | Kind::ListItem { .. } => labels::lines(text),
        _ => Vec::new(),
    };
    if lines.is_empty() {
        return split_line(text, kind);
    }
    let line = |line: Range<usize>| {
        let found = split_line(text.get(line.clone()).unwrap_or(""), kind);
        found.into_iter().map(move |one| Sentence {
            start: one.start + line.start,
            end: one.end + line.start,
            ..one
        })
    };
    lines.into_iter().flat_map(line).collect()
}

/// The sentences of running text.
fn split_line(text: &str, kind: Kind) -> Vec<Sentence> {
    let mut found = Vec::new();
    if matches!(kind, Kind::Code) {
        return found;
    }
    let whole = matches!(kind, Kind::TableRow { .. });
    let mut start = skip_space(text, 0);
    let mut stops = Stops::new(text);
    while let Some(stop) = (!whole).then(|| stops.next()).flatten() {
        if plainly_ends(text.as_bytes(), start, stop) {
            push(&mut found, text, start, stop + 1);
            start = stop + 2;
            stops.at = start;
            continue;
        }
        // Several stops in a row are looked at once.
        let after = text[stop..]
            .find(|c: char| !matches!(c, '.' | '!' | '?' | '…'))
            .map_or(text.len(), |run| stop + run);
        stops.at = after;
        if let Some(end) = end_at(text, start, stop, after) {
            push(&mut found, text, start, end);
            start = skip_space(text, end);
            stops.at = start;
        }
    }
    push(&mut found, text, start, text.len());
    found
}

/// No word of the lists is longer.
const LONGEST_ABBREVIATION: usize = {
    let lists: [&[&str]; 3] = [&BEFORE_NAMES, &SELDOM_LAST, &BEFORE_DIGITS];
    let (mut longest, mut list) = (0, 0);
    while list < lists.len() {
        let mut word = 0;
        while word < lists[list].len() {
            let length = lists[list][word].len();
            longest = if length > longest { length } else { longest };
            word += 1;
        }
        list += 1;
    }
    longest
};

/// As most sentences end: a long word, a stop, a space, a capital. What [`end_at`] finds
/// there too.
fn plainly_ends(bytes: &[u8], start: usize, stop: usize) -> bool {
    let long = stop.checked_sub(LONGEST_ABBREVIATION + 1).filter(|from| *from >= start);
    let word = long.and_then(|from| bytes.get(from..stop));
    matches!(bytes.get(stop..stop + 3), Some([b'.', b' ', b'A'..=b'Z']))
        && word.is_some_and(|word| word.iter().all(u8::is_ascii_lowercase))
}

/// Does the text end as a sentence does, quotes and brackets aside?
pub(super) fn ends_with_stop(text: &str) -> bool {
    text.trim_end_matches(is_closer).ends_with(['.', '!', '?', '。', '！', '？']) && !text.ends_with("...")
}

fn skip_space(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start().len()
}

fn push(found: &mut Vec<Sentence>, text: &str, start: usize, end: usize) {
    let words = &text[start..end];
    let kept = words.trim_start();
    let start = start + (words.len() - kept.len());
    let end = start + kept.trim_end().len();
    if start < end {
        found.push(Sentence { start, end, repeated: false });
    }
}

/// The places of `.`, `!`, `?` and `…`, in order.
struct Stops<'a> {
    text: &'a str,
    at: usize,
    /// The next `…`, if one is ahead.
    dots: Option<usize>,
}

const DOTS: &str = "…";

impl<'a> Stops<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, dots: memmem::find(text.as_bytes(), DOTS.as_bytes()) }
    }

    fn next(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        while self.dots.is_some_and(|dots| dots < self.at) {
            let ahead = memmem::find(&bytes[self.at..], DOTS.as_bytes());
            self.dots = ahead.map(|ahead| self.at + ahead);
        }
        let until = self.dots.unwrap_or(bytes.len());
        let stop = memchr3(b'.', b'!', b'?', bytes.get(self.at..until)?).map(|stop| self.at + stop);
        let stop = stop.or(self.dots)?;
        self.at = stop + if bytes[stop] < 0x80 { 1 } else { DOTS.len() };
        Some(stop)
    }
}

/// Where the sentence ends that has stops from `stop` to `after_stop`, closing
/// quotes and brackets included; `None` where it goes on.
fn end_at(text: &str, start: usize, stop: usize, after_stop: usize) -> Option<usize> {
    let run = &text[stop..after_stop];
    let end =
        text[after_stop..].find(|c: char| !is_closer(c)).map_or(text.len(), |closers| after_stop + closers);
    let end = past_note(text, end);
    let rest = &text[end..];
    if rest.trim_start().is_empty() {
        return Some(text.len());
    }
    let word = word_before(text, start, stop);
    if !rest.starts_with(char::is_whitespace) {
        return (run == "." && end == after_stop && is_glued(word, rest)).then_some(end);
    }
    let next = word_after(rest);
    let opens = opens_sentence(next);
    if run != "." {
        return opens.then_some(end);
    }
    if end > after_stop {
        // A quotation or bracket closed: an abbreviation inside decides nothing.
        return opens.then_some(end);
    }
    let ends = opens && !goes_on_after(text, start, stop, word, next);
    ends.then_some(end)
}

/// Skips a footnote mark (`[12]`) glued to the stop.
fn past_note(text: &str, end: usize) -> usize {
    let Some(inner) = text[end..].strip_prefix('[') else {
        return end;
    };
    let digits = inner.bytes().take(3).take_while(u8::is_ascii_digit).count();
    match digits > 0 && inner.as_bytes().get(digits) == Some(&b']') {
        true => end + digits + 2,
        false => end,
    }
}

/// Does the word before a stop, or what follows it, keep the sentence going?
fn goes_on_after(text: &str, start: usize, stop: usize, word: &str, next: &str) -> bool {
    let digit_next = next.starts_with(|c: char| c.is_ascii_digit() || c == '#');
    if BEFORE_NAMES.contains(&word) || (digit_next && BEFORE_DIGITS.contains(&word)) {
        return true;
    }
    let mut letters = word.chars();
    let single = letters.next().filter(|_| letters.next().is_none());
    if single.is_some_and(|c| c.is_uppercase() && c != 'I') {
        return !OPENERS.contains(&next);
    }
    if SELDOM_LAST.contains(&word) || is_dotted(word) {
        return !OPENERS.contains(&next);
    }
    // "1. Alder": a number that opens the sentence counts an item.
    let opening = text[start..stop].trim_start();
    !opening.is_empty() && opening.len() <= 3 && opening.bytes().all(|b| b.is_ascii_digit())
}

/// "U.S", "a.m", "p.m": letters one by one.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// "…tokens.The share": the space after a stop was lost with the markup.
fn is_glued(word: &str, rest: &str) -> bool {
    let mut next = rest.chars();
    let capital = next.next().is_some_and(char::is_uppercase);
    let small = next.next().is_some_and(|c| c.is_lowercase() || c == ' ');
    let plain = word.len() >= 3 && word.chars().all(char::is_lowercase);
    capital && small && plain && OPENERS.contains(&word_after(rest))
}

/// A sentence does not open with a small letter, unless a name does ("xY").
fn opens_sentence(next: &str) -> bool {
    match next.chars().next() {
        Some(first) if first.is_lowercase() => next.chars().any(char::is_uppercase),
        Some(',' | ';' | ':' | ')' | '%') => false,
        Some(_) => true,
        None => false,
    }
}

/// The word that a stop at `stop` follows, dots inside included.
fn word_before(text: &str, start: usize, stop: usize) -> &str {
    let words = &text[start..stop];
    let from = words
        .char_indices()
        .rev()
        .take(REACH)
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '.')
        .last()
        .map_or(words.len(), |(at, _)| at);
    &words[from..]
}

/// The first word of what follows, behind quotes and brackets that open.
fn word_after(rest: &str) -> &str {
    let rest = rest.trim_start();
    let rest = rest.trim_start_matches(['"', '\'', '“', '‘', '(', '[', '«', '*', '_']);
    let end = rest.char_indices().take(REACH).find(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at);
    let end = end.or_else(|| rest.char_indices().nth(REACH).map(|(at, _)| at));
    match end {
        // A sign opens it: the sign itself tells.
        Some(0) => rest.chars().next().map_or("", |c| &rest[..c.len_utf8()]),
        Some(end) => &rest[..end],
        None => rest,
    }
}

const fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let all = split(text, Kind::Paragraph);
        all.into_iter().map(|s| &text[s.range()]).collect()
    }

    fn is_one(text: &str) {
        assert_eq!(sentences(text), [text]);
    }

    fn are_two(first: &str, second: &str) {
        assert_eq!(sentences(&format!("{first} {second}")), [first, second]);
    }

    #[test]
    fn stops_inside_a_sentence() {
        is_one("Alder ranked No. 3 with 4.19 trillion tokens, Birch 3.63.");
        is_one("It was 4.19 trillion vs. 3.63 trillion a week before.");
        is_one("Alder Inc. and Birch Corp. led, said Mr. Ash of Ash & Co. Holdings.");
        is_one("The U.S. Models office counts, e.g. Alder M2.5 and Birch V3.2-x.");
        is_one("By 10 a.m. Monday, Feb. 16, J. K. Elm had counted 5 trillion.");
        is_one("Usage rose... and fell again.");
        is_one("“Is it much?” asked Elm.");
        is_one("See alder.example/a.html?x=1!y for more.");
        is_one("It rose (vs. 3.63 trillion, Nos. 2 and 3) by 8.4%.");
        is_one("1. Alder held the top");
    }

    #[test]
    fn stops_that_end_one() {
        are_two("Alder rose by 8.4%.", "Birch fell to 4.");
        are_two("Alder led in the U.S.", "The south trailed.");
        are_two("He said “Alder led.”", "Birch did not.");
        are_two("It rose to 4.", "Then it fell.");
        are_two("Alder led (again).", "(Birch fell.)");
        are_two("Why?", "Price is one reason.");
        are_two("It rose 8.4%.[12]", "Birch fell.");
        are_two("Alder ranked No. 3.", "46.7 trillion were counted.");
        are_two("It was cut off…", "Birch fell.");
        are_two("Alder led.", "xBirch followed.");
    }

    #[test]
    fn a_lost_space_ends_one_too() {
        assert_eq!(
            sentences("Alder counted tokens.The share fell."),
            ["Alder counted tokens.", "The share fell."]
        );
    }

    #[test]
    fn a_plain_end_is_one() {
        let befores =
            ["harbours", "x harbours", "a.harbours", "harbours.", "Harbours", "harbour5", "approxim"];
        for before in befores {
            for behind in [" The", " A", " I", "  B", " b", ".", " 5", "” C", " Z."] {
                let text = format!("{before}.{behind}");
                for (stop, _) in text.match_indices('.') {
                    if super::plainly_ends(text.as_bytes(), 0, stop) {
                        assert_eq!(super::end_at(&text, 0, stop, stop + 1), Some(stop + 1), "{text}");
                    }
                }
            }
        }
        assert!(super::plainly_ends(b"harbours. The", 0, 8));
    }

    #[test]
    fn long_texts_take_linear_time() {
        let text = "a.b…".repeat(300_000) + &". ".repeat(300_000) + &".)".repeat(300_000);
        assert!(!sentences(&text).is_empty());
    }
}
