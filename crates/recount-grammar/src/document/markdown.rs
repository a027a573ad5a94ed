//! Markdown, by its events and their byte ranges.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::block::{Builder, Kind};
use super::page::{self, Raised};
use super::plain::breaks_inside;
use super::{Draft, html};

struct Reader<'d, 't> {
    draft: &'d mut Draft<'t>,
    builder: Builder<'t>,
    /// The next number of every open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// The number of the item of every open list.
    numbers: Vec<Option<u32>>,
    quotes: usize,
    heading: Option<u8>,
    code: bool,
    table: u32,
    row: Option<u32>,
    in_header: bool,
    in_cell: bool,
    /// Inside pictures and struck-out text, which is not said.
    unsaid: usize,
    /// In a task that is not done: what is to be so is not said to be so.
    open_task: bool,
    /// Inside `<sup>`.
    raised: bool,
}

/// Reads the text from byte `from` on.
pub(super) fn read(draft: &mut Draft<'_>, from: usize) {
    let source = draft.source;
    let mut reader = Reader {
        builder: Builder::new(source),
        draft,
        lists: Vec::new(),
        numbers: Vec::new(),
        quotes: 0,
        heading: None,
        code: false,
        table: 0,
        row: None,
        in_header: false,
        in_cell: false,
        unsaid: 0,
        open_task: false,
        raised: false,
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    let parser = Parser::new_ext(&source[from..], options);
    for (event, range) in parser.into_offset_iter() {
        let range = range.start + from..range.end + from;
        match event {
            Event::Start(tag) => reader.start(&tag, range),
            Event::End(tag) => reader.end(tag),
            Event::Text(text) | Event::Code(text) => reader.text(&text, range),
            Event::SoftBreak => reader.space(range),
            Event::HardBreak => reader.hard_break(range),
            Event::InlineHtml(tag) => reader.inline(&tag, range),
            Event::Rule => reader.flush(),
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
            Event::TaskListMarker(done) => reader.open_task |= !done,
            Event::FootnoteReference(_) => {}
        }
    }
    reader.flush();
}

impl Reader<'_, '_> {
    fn kind(&self) -> Kind {
        match (self.heading, self.lists.len()) {
            (Some(_), _) => Kind::Paragraph,
            (None, 0) if self.code => Kind::Code,
            (None, 0) if self.quotes > 0 => Kind::Quote,
            (None, 0) => Kind::Paragraph,
            (None, depth) => Kind::ListItem {
                depth: u8::try_from(depth).unwrap_or(u8::MAX),
                number: self.numbers.last().copied().flatten(),
            },
        }
    }

    fn flush(&mut self) {
        let kind = match self.heading {
            Some(1) if !self.draft.headline => Kind::Headline,
            Some(level) => Kind::Heading(level),
            None => self.kind(),
        };
        let mut block = self.builder.finish(kind);
        if let Some(block) = block.as_mut().filter(|_| self.open_task) {
            block.boilerplate = Some("a task that is not done");
        }
        self.draft.push(block);
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(number(*level));
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => {
                self.flush();
                self.code = true;
            }
            Tag::HtmlBlock => {
                self.flush();
                html::read(self.draft, range);
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
                self.numbers.push(None);
            }
            Tag::Item => self.item(),
            Tag::Table(_) => {
                self.flush();
                self.table = self.draft.table();
                self.row = None;
            }
            Tag::TableHead => self.in_header = true,
            Tag::TableRow => self.row = Some(self.row.map_or(0, |row| row + 1)),
            Tag::TableCell => self.in_cell = true,
            Tag::Image { .. } | Tag::Strikethrough => self.unsaid += 1,
            Tag::Paragraph => {
                self.flush();
                let plain = self.heading.is_none() && self.lists.is_empty() && self.quotes == 0;
                let words = self.draft.source.get(range).unwrap_or("");
                self.heading = Some(6).filter(|_| plain && is_title(words));
            }
            _ => {}
        }
    }

    fn item(&mut self) {
        self.flush();
        self.open_task = false;
        if let (Some(next), Some(here)) = (self.lists.last_mut(), self.numbers.last_mut()) {
            *here = next.and_then(|number| u32::try_from(number).ok());
            *next = next.map(|number| number.saturating_add(1));
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = None;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                self.flush();
                self.code = false;
            }
            TagEnd::List(_) => {
                self.flush();
                self.open_task = false;
                self.lists.pop();
                self.numbers.pop();
            }
            TagEnd::TableCell => {
                self.builder.end_cell();
                self.in_cell = false;
            }
            TagEnd::TableHead => {
                self.draft.note_header(self.table);
                self.end_row(None);
                self.in_header = false;
            }
            TagEnd::TableRow => self.end_row(self.row),
            TagEnd::Image | TagEnd::Strikethrough => self.unsaid = self.unsaid.saturating_sub(1),
            TagEnd::Paragraph if self.heading.is_some() => {
                self.flush();
                self.heading = None;
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::Table => self.flush(),
            _ => {}
        }
    }

    fn end_row(&mut self, row: Option<u32>) {
        let table = self.table;
        let block = self.builder.finish(Kind::TableRow { table, row });
        self.draft.push(block);
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.unsaid > 0 {
            return;
        }
        if self.raised {
            match page::raised(text, self.builder.ends_with_base()) {
                Raised::Note => return,
                Raised::Exponent => return self.builder.push_instead(range, &format!("^{}", text.trim())),
                Raised::Words => {}
            }
        }
        match self.draft.source.get(range.clone()) {
            Some(slice) if slice == text => self.builder.push(range),
            // Code spans: their range has the backticks.
            Some(slice) => match slice.find(text).filter(|_| slice.starts_with('`')) {
                Some(at) => self.builder.push(range.start + at..range.start + at + text.len()),
                None => self.builder.push_instead(range, text),
            },
            None => {}
        }
    }

    /// A line break that means nothing: whitespace, as it stands.
    fn space(&mut self, range: Range<usize>) {
        match self.draft.source.get(range.clone()) {
            Some(slice) if !slice.is_empty() && slice.trim().is_empty() => self.builder.push(range),
            _ => self.builder.push_instead(range, " "),
        }
    }

    fn hard_break(&mut self, range: Range<usize>) {
        let before = self.builder.last_line();
        let next = self.draft.source.get(range.end..).unwrap_or("");
        let next = next.split('\n').next().unwrap_or("").trim();
        let inside = breaks_inside(&before, next) || goes_on(&before, next);
        if self.heading.is_some() || self.in_cell || self.in_header || inside {
            self.builder.push_instead(range, " ");
        } else {
            self.flush();
        }
    }

    fn inline(&mut self, tag: &str, range: Range<usize>) {
        let name = tag.trim_start_matches(['<', '/']);
        if name.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("sup")) {
            self.raised = !tag.starts_with("</");
        }
        if name.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("br")) {
            self.hard_break(range);
        }
    }
}

/// A few words in bold and nothing else, without a stop: a title over what follows.
fn is_title(words: &str) -> bool {
    const MOST: usize = 7;
    let inner = words.trim().strip_prefix("**").and_then(|words| words.strip_suffix("**"));
    inner.is_some_and(|inner| {
        !inner.contains(['*', '_', '\n', '[', '|'])
            && inner.ends_with(|c: char| c.is_alphanumeric() || c == ')')
            && inner.split_whitespace().count() <= MOST
    })
}

/// Does a line that is broken on purpose go on in the next one all the same?
fn goes_on(before: &str, next: &str) -> bool {
    let words = before.split_whitespace().nth(2).is_some();
    let small = next.starts_with(char::is_lowercase);
    words && small && !before.ends_with(['.', '!', '?', ':', ';'])
}

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Kind, read};

    #[test]
    fn blocks_of_every_kind() {
        let text = "# Alder *leads*\n\nAlder rose\nby **4** [percent](x.html \"t\").\n\n## The list:\n\n3. Alder &amp; Co\n   - `Birch`, ~~old~~ new\n\n> Quoted.\n\n```\ncode\n```\n\n<p>Raw <b>text</b>.</p>\n";
        let document = read(text, Format::Markdown);
        let all: Vec<_> = document.blocks.iter().map(|b| (b.kind, b.text.as_ref())).collect();
        let item = |depth, number| Kind::ListItem { depth, number };
        assert_eq!(
            all,
            [
                (Kind::Headline, "Alder leads"),
                (Kind::Paragraph, "Alder rose\nby 4 percent."),
                (Kind::Heading(2), "The list:"),
                (item(1, Some(3)), "Alder & Co"),
                (item(2, None), "Birch,  new"),
                (Kind::Quote, "Quoted."),
                (Kind::Code, "code"),
                (Kind::Paragraph, "Raw text."),
            ]
        );
        let nested = &document.blocks[4];
        assert_eq!(document.block(nested.lead_in).unwrap().text, "Alder & Co");
        assert_eq!(document.block(nested.heading).unwrap().text, "The list:");
        assert_eq!(document.blocks[6].boilerplate, Some("code"));
        assert_eq!(document.blocks[3].span().of(text), "Alder &amp; Co");
        assert_eq!(document.blocks[7].span().of(text), "Raw <b>text</b>.");
    }

    #[test]
    fn tables_carry_their_headers() {
        let text = "The week:\n\n| Name | Tokens |\n|---|---:|\n| **Alder** | 4.19T |\n| Birch | |\n";
        let document = read(text, Format::Markdown);
        let alder = &document.blocks[2];
        assert_eq!(alder.kind, Kind::TableRow { table: 0, row: Some(0) });
        assert_eq!((alder.cell(0), alder.cell(1)), ("Alder", "4.19T"));
        assert_eq!(document.header(alder).unwrap().cell(1), "Tokens");
        assert_eq!(document.block(alder.lead_in).unwrap().text, "The week:");
        let cell = alder.cells[1].clone();
        assert_eq!(alder.source(cell.start, cell.end).of(text), "4.19T");
        assert_eq!(document.blocks[3].cells.len(), 2);
    }

    #[test]
    fn a_second_first_level_heading_is_no_headline() {
        let document = read("+++\ntitle = \"Alder\"\n+++\n# Birch\n\nText.", Format::Markdown);
        let kinds: Vec<_> = document.blocks.iter().map(|b| b.kind).collect();
        assert_eq!(kinds, [Kind::Headline, Kind::Heading(1), Kind::Paragraph]);
    }
}
