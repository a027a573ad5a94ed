//! HTML, by the tokens of the standard's tokenizer. No tree is built: what an
//! article needs (blocks, lists, tables, what is beside the article) follows
//! from counters, so that any soup of tags takes linear time.

mod table;

use std::convert::Infallible;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as Place, Tokenizer};

use self::table::Rows;
use super::Draft;
use super::beside::Beside;
use super::block::{Builder, Kind};
use super::page::{self, Attributes, Raised};

/// Elements whose text is never shown.
const UNSEEN: [&str; 12] = [
    "script", "style", "template", "noscript", "svg", "math", "select", "iframe", "object", "textarea",
    "head", "canvas",
];

/// Elements inside a line: hidden, their words alone are not shown.
const INLINE: [&str; 9] = ["span", "a", "b", "i", "em", "strong", "small", "label", "time"];

struct Walker<'d, 't> {
    draft: &'d mut Draft<'t>,
    builder: Builder<'t>,
    /// What is added to a place to make it a byte of the file.
    base: usize,
    /// Up to where the text was taken.
    done: usize,
    /// Up to where text was seen.
    seen: usize,
    tag: String,
    attribute: Vec<u8>,
    attributes: Attributes,
    beside: Beside,
    unseen: Option<String>,
    linked: bool,
    lists: Vec<Option<u32>>,
    number: Option<u32>,
    quotes: usize,
    heading: Option<u8>,
    caption: bool,
    preformatted: usize,
    title: Option<Builder<'t>>,
    table: Option<Rows>,
    in_title: bool,
    /// Inside `<sup>`.
    raised: bool,
    /// Inside a definition list: 1 in a term, 2 in what it is.
    definition: usize,
}

/// Reads a range of the file as HTML.
pub(super) fn read(draft: &mut Draft<'_>, range: Range<usize>) {
    let source = draft.source;
    let Some(text) = source.get(range.clone()) else {
        return;
    };
    let first = draft.blocks.len();
    let mut walker = Walker {
        builder: Builder::new(source),
        draft,
        base: range.start,
        done: range.start,
        seen: range.start,
        tag: String::new(),
        attribute: Vec::new(),
        attributes: Attributes::default(),
        beside: Beside::default(),
        unseen: None,
        linked: false,
        lists: Vec::new(),
        number: None,
        quotes: 0,
        heading: None,
        caption: false,
        preformatted: 0,
        title: None,
        table: None,
        in_title: false,
        raised: false,
        definition: 0,
    };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, place: Place<usize>| {
        walker.event(&event, place);
        None::<Infallible>
    });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    walker.take_text(walker.seen.max(walker.done));
    walker.end_row();
    walker.flush();
    walker.finish_title(first);
}

impl<'t> Walker<'_, 't> {
    fn event(&mut self, event: &CallbackEvent<'_>, place: Place<usize>) {
        let at = self.base + place.start..self.base + place.end;
        match event {
            CallbackEvent::String { .. } => self.seen = at.end,
            CallbackEvent::OpenStartTag { name } => {
                self.take_text(at.start);
                self.tag.clear();
                self.tag.push_str(&String::from_utf8_lossy(name));
                self.attributes = Attributes::default();
            }
            CallbackEvent::AttributeName { name } => {
                self.attribute.clear();
                self.attribute.extend_from_slice(name);
                self.attributes.hidden |= &**name == b"hidden";
            }
            CallbackEvent::AttributeValue { value } => {
                self.attributes.set(&self.attribute, value, at);
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                self.done = self.done.max(at.end);
                let tag = std::mem::take(&mut self.tag);
                self.start(&tag, *self_closing);
                self.tag = tag;
            }
            CallbackEvent::EndTag { name } => {
                self.take_text(at.start);
                self.done = self.done.max(at.end);
                self.end(&String::from_utf8_lossy(name));
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } => {
                self.take_text(at.start);
                self.done = self.done.max(at.end);
            }
            CallbackEvent::Error(_) => {}
        }
    }

    /// The text from where the last tag ended up to byte `to`.
    fn take_text(&mut self, to: usize) {
        let range = self.done..to.min(self.draft.source.len());
        self.done = self.done.max(range.end);
        let Some(text) = self.draft.source.get(range.clone()).filter(|text| !text.is_empty()) else {
            return;
        };
        if self.linked {
            self.draft.dates.extend(page::linked_date(text, range.start));
        }
        if self.in_title {
            let mut builder = Builder::new(self.draft.source);
            page::push_text(&mut builder, text, range.start);
            self.title.get_or_insert(builder);
        } else if self.unseen.is_none() && self.raised {
            match page::raised(text, self.builder.ends_with_base()) {
                Raised::Note => {}
                Raised::Exponent => self.builder.push_instead(range, &format!("^{}", text.trim())),
                Raised::Words => page::push_text(&mut self.builder, text, range.start),
            }
        } else if self.unseen.is_none() {
            page::push_text(&mut self.builder, text, range.start);
        }
    }

    fn kind(&self) -> Kind {
        match (self.heading, self.lists.len()) {
            (Some(1), _) if !self.draft.headline && self.beside.reason().is_none() => Kind::Headline,
            (Some(level), _) => Kind::Heading(level),
            (None, _) if self.caption => Kind::Caption,
            (None, depth) if self.definition > 0 => Kind::ListItem {
                depth: u8::try_from(depth + self.definition).unwrap_or(u8::MAX),
                number: None,
            },
            (None, 0) if self.preformatted > 0 => Kind::Code,
            (None, 0) if self.quotes > 0 => Kind::Quote,
            (None, 0) => Kind::Paragraph,
            (None, depth) => {
                Kind::ListItem { depth: u8::try_from(depth).unwrap_or(u8::MAX), number: self.number }
            }
        }
    }

    fn flush(&mut self) {
        let kind = self.kind();
        self.push(kind);
    }

    fn push(&mut self, kind: Kind) {
        let mut block = self.builder.finish(kind);
        if let Some(block) = &mut block {
            block.boilerplate = self.beside.reason();
        }
        self.draft.push(block);
    }

    /// Ends what was said before a block, or only a word inside a cell.
    fn part(&mut self) {
        if self.table.as_ref().is_some_and(|table| table.in_cell) {
            self.builder.push_instead(self.done..self.done, " ");
        } else {
            self.flush();
        }
    }

    fn start(&mut self, tag: &str, self_closing: bool) {
        self.about_page(tag);
        if self.unseen.is_some() {
            return;
        }
        let hidden = self.attributes.hidden && INLINE.contains(&tag);
        if (UNSEEN.contains(&tag) || hidden) && !self_closing {
            self.unseen = Some(tag.to_owned());
            return;
        }
        match tag {
            "br" | "hr" => self.line_break(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.start_heading(tag),
            "main" | "article" => {
                self.leave_table();
                self.flush();
                self.beside.leave(&["nav", "header", "form", "button"]);
            }
            "ul" | "ol" | "menu" => {
                self.leave_table();
                self.flush();
                self.lists.push((tag == "ol").then_some(0));
            }
            "li" => self.item(),
            "blockquote" => {
                self.flush();
                self.quotes += 1;
            }
            "table" => {
                self.leave_table();
                self.flush();
                self.table = Some(Rows::new(self.draft.table()));
            }
            "thead" | "tbody" | "tfoot" => self.start_rows(tag == "thead"),
            "tr" => self.start_row(),
            "sup" => self.raised = true,
            "dt" | "dd" if self.table.is_none() => {
                self.flush();
                self.definition = if tag == "dt" { 1 } else { 2 };
            }
            "td" | "th" => self.start_cell(tag == "th"),
            "caption" | "figcaption" => {
                self.flush();
                self.caption = true;
            }
            "pre" => {
                self.flush();
                self.preformatted += 1;
            }
            _ if page::is_block(tag) => self.part(),
            _ => {}
        }
        self.beside.start(tag, &self.attributes.classes, self.attributes.hidden && !self_closing);
    }

    /// What a tag says about the page, shown or not.
    fn about_page(&mut self, tag: &str) {
        if self.unseen.is_some() {
            self.unhide(tag);
        }
        match tag {
            "meta" => {
                self.draft.dates.extend(self.attributes.meta_date());
                self.take_meta_title();
            }
            "title" => {
                let in_head = self.unseen.as_deref().is_none_or(|unseen| unseen == "head");
                self.in_title = self.title.is_none() && in_head;
            }
            "time" if self.beside.is_page_header() => {
                self.draft.dates.extend(self.attributes.time_date());
            }
            "script" => self.linked = self.attributes.kind.contains("ld+json"),
            _ => {}
        }
    }

    /// A text element inside what is not shown means that its end was forgotten.
    fn unhide(&mut self, tag: &str) {
        let inside = self.unseen.as_deref();
        let shown = match inside {
            Some("head") => {
                page::is_block(tag) || matches!(tag, "body" | "h1" | "h2" | "ul" | "ol" | "table")
            }
            Some("svg" | "math" | "select" | "object" | "canvas") => {
                matches!(tag, "p" | "h1" | "h2" | "h3" | "table" | "article" | "main")
            }
            _ => false,
        };
        if shown {
            self.unseen = None;
        }
    }

    fn take_meta_title(&mut self) {
        if let Some((text, at)) = self.attributes.meta_title()
            && !text.trim().is_empty()
        {
            let mut builder = Builder::new(self.draft.source);
            builder.push_instead(at.clone(), text);
            self.title = Some(builder);
        }
    }

    fn line_break(&mut self) {
        if self.heading.is_some() || self.caption {
            self.builder.push_instead(self.done..self.done, " ");
        } else {
            self.part();
        }
    }

    fn start_heading(&mut self, tag: &str) {
        self.leave_table();
        self.flush();
        if tag == "h1" {
            self.beside.leave(&["header", "form"]);
        }
        self.heading = tag.as_bytes().get(1).map(|digit| digit - b'0');
    }

    fn item(&mut self) {
        self.part();
        if let Some(Some(number)) = self.lists.last_mut() {
            *number = number.saturating_add(1);
        }
        self.number = self.lists.last().copied().flatten();
    }

    fn end(&mut self, tag: &str) {
        if tag == "title" {
            self.in_title = false;
        }
        if tag == "script" {
            self.linked = false;
        }
        if let Some(unseen) = &self.unseen {
            if unseen == tag {
                self.unseen = None;
            }
            return;
        }
        match tag {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.part();
                self.heading = None;
            }
            "ul" | "ol" | "menu" => {
                self.part();
                self.lists.pop();
                self.number = self.lists.last().copied().flatten();
            }
            "blockquote" => {
                self.part();
                self.quotes = self.quotes.saturating_sub(1);
            }
            "td" | "th" => self.end_cell(),
            "tr" => self.end_row(),
            "thead" => self.start_rows(false),
            "sup" => self.raised = false,
            "dl" => {
                self.part();
                self.definition = 0;
            }
            "table" => {
                self.leave_table();
                self.flush();
            }
            "caption" | "figcaption" => {
                self.note_caption(tag == "caption");
                self.flush();
                self.caption = false;
            }
            "pre" => {
                self.flush();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            _ if page::is_block(tag) || tag == "li" => self.part(),
            _ => {}
        }
        self.beside.end(tag);
    }

    /// The page's title is the headline where no heading is.
    fn finish_title(&mut self, first: usize) {
        let Some(mut title) = self.title.take().filter(|_| !self.draft.headline) else {
            return;
        };
        if let Some(block) = title.finish(Kind::Headline) {
            let words = page::without_site(&block.text);
            let span = block.source(0, words.len());
            let mut builder = Builder::new(self.draft.source);
            match span.of(self.draft.source) == words {
                true => builder.push(span.start..span.end),
                false => builder.push_instead(span.start..span.end, words),
            }
            if let Some(block) = builder.finish(Kind::Headline) {
                self.draft.headline = true;
                self.draft.insert(first, block);
            }
        }
    }
}
