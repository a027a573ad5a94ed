//! Plain text, line by line. A line is a block of its own, unless the lines
//! were broken at a fixed width; bullets, numbers and `#` open items and
//! headings.

mod table;

use memchr::memchr_iter;

use super::block::{Block, Builder, Kind};
use super::sentence::ends_with_stop;
use super::{Draft, published};

/// A longer line is no heading.
const LONGEST_HEADING: usize = 150;
/// A longer line is no headline.
const LONGEST_HEADLINE: usize = 250;
/// Only so many lines are looked at for a headline.
const HEADLINE_LINES: usize = 10;
/// A longer line is no item of an unmarked list.
const LONGEST_ITEM: usize = 160;
/// Lines are taken to be broken at no more than this width.
const WIDEST: usize = 130;
/// Shorter lines were not broken at a width.
const NARROWEST: usize = 40;

/// A line without the whitespace around it.
#[derive(Clone, Copy, Debug)]
struct Line {
    start: usize,
    end: usize,
    /// Bytes of whitespace before it.
    indent: usize,
}

impl Line {
    const fn is_blank(&self) -> bool {
        self.start == self.end
    }

    const fn len(&self) -> usize {
        self.end - self.start
    }
}

/// What a line starts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    Item(Option<u32>),
    Hash(u8),
    Quote,
    None,
}

struct Reader<'d, 't> {
    draft: &'d mut Draft<'t>,
    source: &'t str,
    lines: Vec<Line>,
    /// The indents of the open lists.
    indents: Vec<usize>,
    /// The line of the headline, if one was found.
    headline: Option<usize>,
    /// Does a line that ends with a colon introduce what follows?
    listing: bool,
    /// No table starts before this line.
    no_table: usize,
}

/// Reads the text from byte `from` on.
pub(super) fn read(draft: &mut Draft<'_>, from: usize) {
    let source = draft.source;
    let mut reader = Reader {
        source,
        lines: lines(source, from),
        indents: Vec::new(),
        headline: None,
        listing: false,
        no_table: 0,
        draft,
    };
    reader.headline = reader.find_headline();
    let mut at = 0;
    while at < reader.lines.len() {
        if reader.lines[at].is_blank() {
            reader.listing = false;
            at += 1;
            continue;
        }
        let end = reader.end_of_run(at);
        reader.run(at, end);
        at = end;
    }
}

fn lines(source: &str, from: usize) -> Vec<Line> {
    let bytes = &source.as_bytes()[from..];
    let ends = memchr_iter(b'\n', bytes).map(|end| from + end);
    let mut start = from;
    let mut lines = Vec::new();
    for end in ends.chain([source.len()]) {
        let raw = &source[start..end];
        let kept = raw.trim_start();
        let indent = raw.len() - kept.len();
        let kept = kept.trim_end();
        lines.push(Line { start: start + indent, end: start + indent + kept.len(), indent });
        start = end + 1;
    }
    lines
}

impl Reader<'_, '_> {
    fn text(&self, line: usize) -> &str {
        let line = self.lines[line];
        &self.source[line.start..line.end]
    }

    /// The next blank line from `at` on, or the end of the text.
    fn end_of_run(&self, at: usize) -> usize {
        let blank = self.lines[at..].iter().position(Line::is_blank);
        blank.map_or(self.lines.len(), |blank| at + blank)
    }

    /// The first line that reads as a title, before any paragraph.
    fn find_headline(&self) -> Option<usize> {
        if self.draft.headline {
            return None;
        }
        let full = |line: &usize| !self.lines[*line].is_blank();
        let first: Vec<_> = (0..self.lines.len()).filter(full).take(HEADLINE_LINES).collect();
        for (place, line) in first.iter().enumerate() {
            let text = self.text(*line);
            let next = first.get(place + 1)?;
            let (marker, _) = marker(text);
            if let Marker::Hash(_) = marker {
                return Some(*line);
            }
            if published::line_date(text).is_some() || is_crumbs(text, self.text(*next)) {
                continue;
            }
            // A row of a table.
            if text.contains('\t') || text.matches('|').count() > 1 {
                return None;
            }
            let titled = !ends_with_stop(text) || text.ends_with(['?', '!']);
            let end = self.end_of_run(*line);
            let broken = self.wrapped(*line, end) > *line + 1 || self.joins_next(*line, end);
            let words = text.split_whitespace().take(3).count();
            let plain = marker == Marker::None && !text.ends_with([':', ',']);
            if !titled || !plain || broken || text.len() > LONGEST_HEADLINE {
                return None;
            }
            if words >= 3 {
                return Some(*line);
            }
        }
        None
    }

    /// Lines without a blank one among them.
    fn run(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            if let Some(behind) = self.table(at, end) {
                self.indents.clear();
                at = behind;
                continue;
            }
            let (marker, skip) = marker(self.text(at));
            let from = self.lines[at].start + skip;
            let mut next = at + 1;
            match marker {
                Marker::Item(number) => {
                    let deeper = |line: &Line| line.indent > self.lines[at].indent;
                    while next < end && deeper(&self.lines[next]) && self.is_text(next) {
                        next += 1;
                    }
                    let depth = self.depth(self.lines[at].indent);
                    self.push(Kind::ListItem { depth, number }, from, next);
                }
                Marker::Hash(level) => {
                    self.indents.clear();
                    let kind = match self.headline == Some(at) {
                        true => Kind::Headline,
                        false => Kind::Heading(level),
                    };
                    self.push(kind, from, next);
                }
                Marker::Quote => {
                    self.indents.clear();
                    self.push(Kind::Quote, from, next);
                }
                Marker::None => {
                    self.indents.clear();
                    // Whether all lines were broken at a width is asked only where
                    // they start, or behind their heading: once, not for each line.
                    if at <= start + 1 {
                        next = self.wrapped(at, end);
                    }
                    while self.joins_next(next - 1, end) {
                        next += 1;
                    }
                    self.line(at, next, start, end);
                }
            }
            at = next;
        }
    }

    fn is_text(&self, line: usize) -> bool {
        marker(self.text(line)).0 == Marker::None
    }

    fn depth(&mut self, indent: usize) -> u8 {
        while self.indents.last().is_some_and(|open| *open > indent) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|open| *open < indent) {
            self.indents.push(indent);
        }
        u8::try_from(self.indents.len()).unwrap_or(u8::MAX)
    }

    fn push(&mut self, kind: Kind, from: usize, end_line: usize) {
        let to = self.lines[end_line - 1].end;
        let block = Block::slice(kind, self.source, from..to.max(from));
        self.listing = block.as_ref().is_some_and(|b| b.text.ends_with(':'));
        self.draft.push(block);
    }

    /// The line behind the lines that one paragraph was broken into.
    fn wrapped(&self, at: usize, end: usize) -> usize {
        let texts = (at..end).take_while(|line| self.is_text(*line)).count();
        let lines = &self.lines[at..at + texts];
        let width = lines.iter().map(Line::len).max().unwrap_or(0);
        let small = |line: &Line| self.source[line.start..line.end].starts_with(char::is_lowercase);
        let forced = |pair: &[Line]| {
            let word = self.source[pair[1].start..pair[1].end].split_whitespace().next();
            pair[0].len() >= NARROWEST && pair[0].len() + 1 + word.map_or(0, str::len) > width
        };
        let all = lines.len() >= 3
            && width <= WIDEST
            && lines.windows(2).all(forced)
            && lines.iter().skip(1).any(small);
        if all { at + texts } else { at + 1 }
    }

    /// Was one line plainly broken off inside a sentence?
    fn joins_next(&self, at: usize, end: usize) -> bool {
        if at + 1 >= end || !self.is_text(at + 1) || self.headline == Some(at) {
            return false;
        }
        let (text, next) = (self.text(at), self.text(at + 1));
        if breaks_inside(text, next) {
            return true;
        }
        (NARROWEST..=WIDEST).contains(&text.len())
            && !ends_with_stop(text)
            && !text.ends_with(':')
            && next.starts_with(char::is_lowercase)
            && next.len() <= WIDEST
    }

    /// A block of lines without a marker.
    fn line(&mut self, at: usize, next: usize, start: usize, end: usize) {
        let listing = self.listing;
        let from = self.lines[at].start;
        let item = Kind::ListItem { depth: 1, number: None };
        let kind = match () {
            () if self.headline == Some(at) => Kind::Headline,
            () if next > at + 1 => Kind::Paragraph,
            () if listing && self.lines[at].len() <= LONGEST_ITEM => item,
            () if self.is_figure_line(at, start, end) => item,
            () if self.is_heading(at) => Kind::Heading(2),
            () => Kind::Paragraph,
        };
        self.push(kind, from, next);
        self.listing |= listing && kind == item;
        let crumbs = self.following(at).is_some_and(|line| is_crumbs(self.text(at), self.text(line)));
        if let (true, Some(block)) = (crumbs, self.draft.blocks.last_mut()) {
            block.boilerplate = Some("menu");
        }
    }

    /// The next line that is not blank.
    fn following(&self, at: usize) -> Option<usize> {
        let rest = self.lines.get(at + 1..)?;
        // Pages leave a few blank lines, not thousands.
        let ahead = rest.iter().take(50).position(|line| !line.is_blank())?;
        Some(at + 1 + ahead)
    }

    fn is_heading(&self, at: usize) -> bool {
        let text = self.text(at);
        text.len() <= LONGEST_HEADING
            && !ends_with_stop(text)
            && !text.ends_with([':', ',', ';', '…'])
            && !text.ends_with("...")
            && text.chars().any(char::is_alphabetic)
            && published::line_date(text).is_none()
            && self.following(at).is_some()
    }

    /// A short line with a figure beside another: a list without bullets.
    fn is_figure_line(&self, at: usize, start: usize, end: usize) -> bool {
        let is = |line: usize| {
            let text = self.text(line);
            self.headline != Some(line)
                && text.len() <= LONGEST_HEADING
                && text.bytes().any(|b| b.is_ascii_digit())
                && text.bytes().any(|b| b.is_ascii_alphabetic())
                && !ends_with_stop(text)
                && published::line_date(text).is_none()
        };
        is(at) && ((at > start && is(at - 1)) || (at + 1 < end && is(at + 1)))
    }
}

/// The marker of a line and how many bytes it takes.
fn marker(text: &str) -> (Marker, usize) {
    let spaced = |length: usize| {
        let rest = &text[length..];
        let space = rest.len() - rest.trim_start().len();
        (space > 0).then_some(length + space)
    };
    let first = text.chars().next().unwrap_or(' ');
    match first {
        '•' | '‣' | '◦' | '▪' | '●' | '∙' => {
            let length = first.len_utf8();
            (Marker::Item(None), spaced(length).unwrap_or(length))
        }
        '-' | '*' | '–' | '—' | '·' => {
            spaced(first.len_utf8()).map_or((Marker::None, 0), |skip| (Marker::Item(None), skip))
        }
        '>' => (Marker::Quote, spaced(1).unwrap_or(1)),
        '#' => {
            let level = text.bytes().take(7).take_while(|b| *b == b'#').count();
            let skip = spaced(level).filter(|_| level <= 6);
            let level = u8::try_from(level).unwrap_or(6);
            skip.map_or((Marker::None, 0), |skip| (Marker::Hash(level), skip))
        }
        '0'..='9' => {
            let digits = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
            let closed = matches!(text.as_bytes().get(digits), Some(b'.' | b')')) && digits <= 2;
            let skip = closed.then(|| spaced(digits + 1)).flatten();
            let number = text[..digits].parse().ok();
            skip.map_or((Marker::None, 0), |skip| (Marker::Item(number), skip))
        }
        _ => (Marker::None, 0),
    }
}

/// Do two lines plainly belong to one sentence, however short they are: a word
/// that is parted by a hyphen, a number and its scale, an article and its noun?
pub(super) fn breaks_inside(text: &str, next: &str) -> bool {
    const SCALES: &[&str] = &["trillion", "billion", "million", "thousand", "percent", "percentage", "per"];
    const OPEN: &[&str] = &["the", "a", "an", "of", "to", "from", "by", "in", "and", "with", "than", "No."];
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let first = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let small = next.starts_with(char::is_lowercase);
    let words = text.split_whitespace().nth(3).is_some();
    let number = last.ends_with(|c: char| c.is_ascii_digit()) && SCALES.contains(&first);
    let opens = words && OPEN.contains(&last) && !next.starts_with(['-', '*', '•', '#', '|']);
    number || opens || (words && small && parted(last).is_some())
}

/// The part of a word before the hyphen at which its line was broken.
fn parted(last: &str) -> Option<&str> {
    let word = last.strip_suffix('-')?;
    (word.len() >= 2 && word.chars().all(char::is_alphabetic)).then_some(word)
}

/// Menu words glued to the line that follows: "HomeNewsAlder leads".
fn is_crumbs(text: &str, next: &str) -> bool {
    let extra = text.len().saturating_sub(next.len());
    next.len() >= 20 && (1..=80).contains(&extra) && text.ends_with(next)
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Kind, read};

    fn kinds(text: &str) -> Vec<(Kind, String)> {
        let document = read(text, Format::Plain);
        let blocks = document.blocks.iter();
        blocks.map(|b| (b.kind, b.text.to_string())).collect()
    }

    fn kind(text: &str, words: &str) -> Kind {
        let all = kinds(text);
        let found = all.iter().find(|(_, text)| text == words);
        found.unwrap_or_else(|| panic!("no block {words:?} in {all:?}")).0
    }

    #[test]
    fn headline_headings_and_items() {
        let text = "Alder overtakes Birch\n\nAlder led. Birch fell.\n\nWhat comes next\nThe top three were:\n\n  • Alder: 4 trillion.\n  • Birch: 3 trillion\n\n1. First\n";
        assert_eq!(kind(text, "Alder overtakes Birch"), Kind::Headline);
        assert_eq!(kind(text, "Alder led. Birch fell."), Kind::Paragraph);
        assert_eq!(kind(text, "What comes next"), Kind::Heading(2));
        let item = |number| Kind::ListItem { depth: 1, number };
        assert_eq!(kind(text, "Birch: 3 trillion"), item(None));
        assert_eq!(kind(text, "First"), item(Some(1)));
        let document = read(text, Format::Plain);
        let found = document.blocks.iter().find(|b| b.text.starts_with("Birch: 3")).unwrap();
        assert_eq!(document.block(found.lead_in).unwrap().text, "The top three were:");
        assert_eq!(document.block(found.heading).unwrap().text, "What comes next");
    }

    #[test]
    fn lines_broken_at_a_width_are_one_paragraph() {
        let text = "Alder processed 4.19 trillion tokens in the week of March 2 to March\n8, up by 34.9% from the week before, while the volume of Birch was at\nonly 3.63 trillion.\n\nBirch fell by 8.5% during the very same week, and it remains in second\nplace.";
        let all = kinds(text);
        assert_eq!(all.len(), 2, "{all:?}");
        assert!(all.iter().all(|(kind, _)| *kind == Kind::Paragraph));
    }

    #[test]
    fn lines_of_their_own_stay_apart() {
        let text = "Alder overtakes Birch\nAlder led with 4 trillion.\nBirch fell to 3 trillion.";
        assert_eq!(kinds(text).len(), 3);
        let text = "The top two:\nAlder, 4 trillion\nBirch, 3 trillion";
        let item = Kind::ListItem { depth: 1, number: None };
        assert_eq!(kind(text, "Birch, 3 trillion"), item);
    }

    #[test]
    fn glued_menus_are_boilerplate() {
        let text = "HomeNewsAlder overtakes Birch again\n\nAlder overtakes Birch again\n\nAlder led by far.";
        let document = read(text, Format::Plain);
        assert_eq!(document.blocks[0].boilerplate, Some("menu"));
        assert_eq!(document.blocks[1].kind, Kind::Headline);
        assert_eq!(document.blocks[1].boilerplate, None);
    }

    #[test]
    fn tables_of_tabs_or_bars() {
        for text in [
            "Name\tTokens\nAlder\t4.19T\nBirch\t3.63T",
            "| Name | Tokens |\n|---|---|\n| Alder | 4.19T |\n| Birch | 3.63T |",
        ] {
            let document = read(text, Format::Plain);
            let last = document.blocks.last().unwrap();
            assert_eq!(last.kind, Kind::TableRow { table: 0, row: Some(1) });
            assert_eq!((last.cell(0), last.cell(1)), ("Birch", "3.63T"));
            assert_eq!(document.header(last).unwrap().cell(1), "Tokens");
        }
    }

    #[test]
    fn tables_of_columns_and_rules() {
        let cells = |text: &str| -> Vec<Vec<String>> {
            let document = read(text, Format::Plain);
            let rows = document.blocks.iter().filter(|block| matches!(block.kind, Kind::TableRow { .. }));
            rows.map(|row| (0..row.cells.len()).map(|cell| row.cell(cell).to_owned()).collect()).collect()
        };
        let expected = [["", "Jun 15", "Jun 22"], ["Alder", "3.10T", "4.19T"], ["Birch V2", "", "3.63T"]];
        let columns = "Tokens by week.\n\n           Jun 15   Jun 22\nAlder       3.10T    4.19T\nBirch V2             3.63T\n";
        assert_eq!(cells(columns), expected);
        let boxed = "Tokens by week.\n\n+----------+--------+--------+\n|          | Jun 15 | Jun 22 |\n+----------+--------+--------+\n| Alder    | 3.10T  | 4.19T  |\n| Birch V2 |        | 3.63T  |\n+----------+--------+--------+\nWeekly.\n";
        assert_eq!(cells(boxed), expected);
        for text in [columns, boxed, "Name\tJun 15\tJun 22\nAlder\t3.10T\t4.19T"] {
            let document = read(text, Format::Plain);
            let row = document.blocks.iter().find(|block| block.cell(0) == "Alder").unwrap();
            assert_eq!(document.header(row).unwrap().cell(2), "Jun 22");
            let cell = row.cells[2].clone();
            assert_eq!(row.source(cell.start, cell.end).of(text), "4.19T");
        }
        // Two spaces in prose make no table.
        let prose = "Alder rose.  Birch fell.\nCedar rose.  Elm fell.\nOak rose.  Ash fell.\n";
        assert!(cells(prose).is_empty());
    }

    #[test]
    fn a_line_may_end_inside_a_sentence() {
        let text = "Tokens by week.\n\nAlder processed 4.19\ntrillion tokens, and Birch fell by\n8.5% from the week before that.\n";
        let all = kinds(text);
        assert_eq!(all.len(), 2, "{all:?}");
        assert_eq!(kinds("Tokens by week.\n\nAlder rose to 4\nBirch fell to 3\n").len(), 3);
    }
}
