//! From a file's text to its document: front matter, blocks of plain text with
//! the way back to the bytes of the file, sentences, the day of publication,
//! and what on the page is no part of the article.
//!
//! Markdown, HTML and plain text give the same shape. No input is an error:
//! what cannot be read as markup is text.

mod beside;
mod block;
mod boilerplate;
mod entries;
mod front;
mod html;
mod labels;
mod language;
mod markdown;
mod page;
mod plain;
mod preface;
mod published;
mod repeat;
mod sentence;
#[cfg(test)]
mod tests;

pub use block::{Block, Kind};
pub use entries::Entry;
pub use front::{Front, FrontProblem, Stated};
pub use preface::Day;
pub use published::{DateHint, How};
pub use sentence::Sentence;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// CommonMark with tables.
    Markdown,
    /// Lines; bullets, numbers and `#` at their start are understood.
    Plain,
    /// A page or a part of one.
    Html,
}

impl Format {
    /// The format of a file of that name: `.md`, `.txt`, `.html` or `.htm`, in
    /// any case; `None` for another.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        let (_, extension) = path.rsplit_once('.')?;
        let is = |known: &str| extension.eq_ignore_ascii_case(known);
        match () {
            () if is("md") || is("markdown") => Some(Self::Markdown),
            () if is("txt") => Some(Self::Plain),
            () if is("html") || is("htm") => Some(Self::Html),
            () => None,
        }
    }
}

/// An article, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document<'t> {
    /// What it says about itself.
    pub front: Front,
    /// Mistakes in its front matter, in order.
    pub problems: Vec<FrontProblem>,
    /// Its words, in order of the file; the title of the front matter or of
    /// the metadata comes first.
    pub blocks: Vec<Block<'t>>,
    /// Its tables, in order.
    pub tables: Vec<Table>,
    /// Every date that may be the day of publication, most reliable first.
    pub dates: Vec<DateHint>,
    /// The day in the dateline of the article.
    pub dateline: Option<Day>,
    /// Its entries, where it is a log of several days.
    pub entries: Vec<Entry>,
}

/// What belongs to a table besides its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Table {
    /// The block of its header row.
    pub header: Option<u32>,
    /// The block of a second row of heads directly below it.
    pub below: Option<u32>,
    /// The block of its caption.
    pub caption: Option<u32>,
}

impl Document<'_> {
    /// The day of publication and how it was found; `None` where nothing tells.
    #[must_use]
    pub fn published(&self) -> Option<DateHint> {
        self.dates.first().copied()
    }

    /// The block of that index.
    #[must_use]
    pub fn block(&self, index: Option<u32>) -> Option<&Block<'_>> {
        self.blocks.get(usize::try_from(index?).ok()?)
    }

    /// The header row that a table row stands under.
    #[must_use]
    pub fn header(&self, row: &Block<'_>) -> Option<&Block<'_>> {
        let Kind::TableRow { table, .. } = row.kind else {
            return None;
        };
        self.block(self.tables.get(usize::try_from(table).ok()?)?.header)
    }

    /// The words over each column of a table: where two rows of heads stand over
    /// one another, those of both.
    #[must_use]
    pub fn heads(&self, table: u32) -> Vec<String> {
        let Some(table) = usize::try_from(table).ok().and_then(|table| self.tables.get(table)) else {
            return Vec::new();
        };
        let rows: Vec<&Block<'_>> =
            [table.header, table.below].into_iter().filter_map(|row| self.block(row)).collect();
        let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        (0..columns)
            .map(|place| {
                let mut words: Vec<&str> = rows.iter().map(|row| row.cell(place)).collect();
                words.dedup();
                words.retain(|words| !words.is_empty());
                words.join(" ")
            })
            .collect()
    }

    /// The day on which the block of that index was written, if it has one of its
    /// own; without a year the last such day up to `reference`.
    #[must_use]
    pub fn written_on(&self, block: usize, reference: jiff::civil::Date) -> Option<jiff::civil::Date> {
        self.entries.iter().find(|entry| entry.contains(block))?.date(reference)
    }

    /// The blocks of the article itself, with their index.
    pub fn content(&self) -> impl Iterator<Item = (usize, &Block<'_>)> {
        self.blocks.iter().enumerate().filter(|(_, block)| block.boilerplate.is_none())
    }
}

/// What a format's reader fills.
#[derive(Debug)]
struct Draft<'t> {
    source: &'t str,
    blocks: Vec<Block<'t>>,
    tables: Vec<Table>,
    dates: Vec<DateHint>,
    headline: bool,
}

impl<'t> Draft<'t> {
    /// The index of the next block.
    fn next(&self) -> u32 {
        u32::try_from(self.blocks.len()).unwrap_or(u32::MAX)
    }

    fn push(&mut self, block: Option<Block<'t>>) {
        self.headline |= block.as_ref().is_some_and(|b| b.kind == Kind::Headline);
        self.blocks.extend(block);
    }

    /// Puts a block before those from `at` on.
    fn insert(&mut self, at: usize, block: Block<'t>) {
        self.headline |= block.kind == Kind::Headline;
        self.blocks.insert(at, block);
        let moved = |index: &mut u32| {
            let behind = usize::try_from(*index).is_ok_and(|index| index >= at);
            *index = index.saturating_add(u32::from(behind));
        };
        for table in &mut self.tables {
            table.header.iter_mut().for_each(moved);
            table.below.iter_mut().for_each(moved);
            table.caption.iter_mut().for_each(moved);
        }
    }

    /// Starts a table; gives its index.
    fn table(&mut self) -> u32 {
        self.tables.push(Table::default());
        u32::try_from(self.tables.len() - 1).unwrap_or(u32::MAX)
    }

    /// Notes that the next block is a header of a table, the first or one
    /// directly below it.
    fn note_header(&mut self, table: u32) {
        let next = self.next();
        let index = usize::try_from(table).unwrap_or(usize::MAX);
        if let Some(table) = self.tables.get_mut(index) {
            match table.header {
                None => table.header = Some(next),
                Some(above) if above.checked_add(1) == Some(next) => table.below = Some(next),
                Some(_) => {}
            }
        }
    }
}

/// The sentences of a statement, as those of a paragraph.
pub(crate) fn sentences(text: &str) -> Vec<std::ops::Range<usize>> {
    sentence::split(text, Kind::Paragraph).iter().map(Sentence::range).collect()
}

/// Takes an article apart. Every span is in bytes of `text`.
#[must_use]
pub fn read(text: &str, format: Format) -> Document<'_> {
    let (front, problems, body) = front::split(text);
    let mut draft =
        Draft { source: text, blocks: Vec::new(), tables: Vec::new(), dates: Vec::new(), headline: false };
    if let Some(title) = &front.title {
        draft.push(title_block(text, title));
    }
    match format {
        Format::Markdown => markdown::read(&mut draft, body),
        Format::Plain => plain::read(&mut draft, body),
        Format::Html => html::read(&mut draft, body..text.len()),
    }
    link(&mut draft.blocks);
    boilerplate::mark(&mut draft.blocks);
    repeat::mark(&mut draft.blocks);
    boilerplate::mark_tail(&mut draft.blocks);
    // Again, so that no heading of a menu stands above the article.
    link(&mut draft.blocks);
    let dates = dates(&front, &draft);
    let front = with_headline(front, &draft.blocks);
    let entries = entries::find(&draft.blocks);
    let dateline = preface::strip(&mut draft.blocks);
    Document { front, problems, blocks: draft.blocks, tables: draft.tables, dates, dateline, entries }
}

/// The title of the front matter as a block.
fn title_block<'t>(text: &'t str, title: &Stated<String>) -> Option<Block<'t>> {
    let mut builder = block::Builder::new(text);
    let literal = title.span.of(text);
    match literal.find(title.value.as_str()) {
        Some(at) => {
            let start = title.span.start + at;
            builder.push(start..start + title.value.len());
        }
        None => builder.push_instead(title.span.start..title.span.end, &title.value),
    }
    builder.finish(Kind::Headline)
}

fn with_headline(mut front: Front, blocks: &[Block<'_>]) -> Front {
    if front.title.is_none() {
        let headline = blocks.iter().find(|block| block.kind == Kind::Headline);
        front.title = headline.map(|block| Stated { value: block.text.to_string(), span: block.span() });
    }
    front
}

/// All dates, most reliable first; of one kind, in order of the file.
fn dates(front: &Front, draft: &Draft<'_>) -> Vec<DateHint> {
    let stated = front.published.as_ref().map(|published| DateHint {
        span: published.span,
        date: published.value,
        how: How::FrontMatter,
        ambiguous: false,
    });
    let mut dates: Vec<_> = stated.into_iter().collect();
    dates.extend(&draft.dates);
    dates.extend(published::hints(&draft.blocks));
    dates.sort_by_key(|hint| (hint.how, hint.span));
    dates
}

/// Gives every block its heading, and items and rows what introduces them.
fn link(blocks: &mut [Block<'_>]) {
    let mut heading = None;
    let mut before: Option<u32> = None;
    // The last item of each depth of the list that is open.
    let mut items: Vec<(u8, u32)> = Vec::new();
    for (here, block) in (0u32..).zip(blocks) {
        block.heading = heading;
        if block.boilerplate.is_some() && matches!(block.kind, Kind::Headline | Kind::Heading(_)) {
            continue;
        }
        match block.kind {
            Kind::Headline | Kind::Heading(_) => {
                items.clear();
                before = (introduces(block) || labels::is_name(block)).then_some(here);
                heading = Some(here);
            }
            Kind::ListItem { depth, .. } => {
                while items.last().is_some_and(|(above, _)| *above >= depth) {
                    items.pop();
                }
                block.lead_in = items.last().map(|(_, item)| *item).or(before);
                items.push((depth, here));
            }
            Kind::TableRow { .. } => {
                items.clear();
                block.lead_in = before;
            }
            Kind::Paragraph | Kind::Quote | Kind::Caption | Kind::Code => {
                items.clear();
                if labels::is_list(&block.text) {
                    block.lead_in = before;
                }
                before = (introduces(block) || labels::is_name(block)).then_some(here);
            }
        }
    }
}

/// Does it end with the colon that introduces a list?
fn introduces(block: &Block<'_>) -> bool {
    block.text.ends_with([':', '：'])
}
