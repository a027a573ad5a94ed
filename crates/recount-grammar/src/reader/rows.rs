//! Tables: their heads, read once for all rows, and what of them was not read.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::mem::{Discriminant, discriminant};

use jiff::civil::Weekday;
use recount_model::Span;

use super::hint::{above, hint, note_before, scale_above};
use super::{Buffers, Parsed, Read, Reader, Reading, Unread, Worth};
use crate::discourse::worthy::is_worthy;
use crate::document::{Block, Document, Kind};
use crate::en::clause::table::{self, Above, Column, Head, Over};
use crate::en::clause::{Act, Item, Who};
use crate::en::phrase::time::{Time, TimeContext, When};
use crate::en::phrase::{Chunk, Chunks, chunk};
use crate::token::{Tokens, tokenise};

/// The tables of a document, read row by row.
pub(super) struct Rows<'d, 't> {
    document: &'d Document<'t>,
    context: TimeContext,
    open: Option<Open>,
}

/// The table that is being read.
struct Open {
    table: u32,
    /// The words of its heads, and what they say.
    names: Vec<String>,
    heads: Vec<Head>,
    scale: Option<i32>,
    /// Does the heading over it name one thing?
    headed: bool,
    /// The sentence of its header.
    header: Option<usize>,
    /// The block of its first row.
    first: usize,
    /// Columns whose figures were not read, in rows that were.
    unread: BTreeSet<usize>,
    /// What was said of whom, when, by which sentence.
    said: Vec<(Who, Discriminant<Act>, Vec<Time>, usize)>,
    /// Sentences that say what others of the table say as well.
    twice: BTreeSet<usize>,
}

/// More is not compared.
const MOST_SAID: usize = 400;

impl<'d, 't> Rows<'d, 't> {
    pub(super) const fn new(document: &'d Document<'t>, context: TimeContext) -> Self {
        Self { document, context, open: None }
    }

    /// Reads the row that block `index` is, behind what is `parsed`.
    pub(super) fn row(
        &mut self,
        reader: &Reader<'_>,
        buffers: &mut Buffers,
        index: usize,
        parsed: &[Parsed],
    ) -> Read {
        let sentence = parsed.len();
        let Some(block) = self.document.blocks.get(index) else { return Read::default() };
        let Kind::TableRow { table, row } = block.kind else { return Read::default() };
        if self.open.as_ref().is_none_or(|open| open.table != table) {
            self.open = Some(self.start(reader, index, block, table, parsed));
        }
        let text: &str = &block.text;
        buffers.seen = tokenise(text, &mut buffers.lower, &mut buffers.tokens);
        let tokens = Tokens { text, lower: &buffers.lower, rest: &buffers.tokens };
        let mentions = reader.names.find(tokens, &mut buffers.squeezed);
        let chunks = chunk(tokens, &mentions, &reader.names);
        let hint = hint(Chunks::new(tokens, &chunks));
        let Some(open) = self.open.as_mut() else { return Read::default() };
        if row.is_none() {
            open.header.get_or_insert(sentence);
            return Read { hint, ..Read::default() };
        }
        let cells: Vec<(Tokens<'_>, Vec<Chunk<'_>>)> = block
            .cells
            .iter()
            .map(|cell| {
                let before = |at: usize| {
                    tokens.rest.partition_point(|token| usize::try_from(token.start).is_ok_and(|t| t < at))
                };
                let (from, to) = (before(cell.start), before(cell.end));
                let tokens = Tokens { rest: tokens.rest.get(from..to).unwrap_or(&[]), ..tokens };
                let mentions = reader.names.find(tokens, &mut buffers.squeezed);
                (tokens, chunk(tokens, &mentions, &reader.names))
            })
            .collect();
        let worthy = cells.iter().any(|(tokens, chunks)| is_worthy(chunks, *tokens));
        let parts: Vec<Chunks<'_>> =
            cells.iter().map(|(tokens, chunks)| Chunks::new(*tokens, chunks)).collect();
        let above = Above { heads: &open.heads, scale: open.scale, headed: open.headed };
        let (items, unread) = match table::row(&parts, above) {
            Ok(row) if row.items.is_empty() && !row.unread.is_empty() => {
                let why = open.under_unread_heads(&row.unread.into_iter().collect());
                (Vec::new(), if worthy { vec![whole(text, why)] } else { Vec::new() })
            }
            Ok(row) => {
                open.unread.extend(row.unread);
                open.note(&row.items, sentence);
                (row.items, Vec::new())
            }
            Err(why) if worthy => (Vec::new(), vec![whole(text, Cow::Borrowed(why))]),
            Err(_) => (Vec::new(), Vec::new()),
        };
        let worthy = worthy || !items.is_empty();
        let worth = if worthy { Worth::Yes } else { Worth::No };
        Read { items, unread, worth, figure: worthy, hint, recast: None }
    }

    /// What all rows of a table stand under.
    fn start(
        &self,
        reader: &Reader<'_>,
        index: usize,
        block: &Block<'_>,
        table: u32,
        parsed: &[Parsed],
    ) -> Open {
        let names = self.document.heads(table);
        let mut heads: Vec<Head> = names.iter().map(|name| reader.head(&written_out(name))).collect();
        table::under(&mut heads, self.over(reader, index, block).as_ref(), &names);
        let daily = above(self.document, block)
            .into_iter()
            .filter_map(|place| self.document.blocks.get(place))
            .any(|block| block.text.to_lowercase().contains("dail"));
        if !daily {
            self.weekly(&mut heads);
        }
        self.date_changes(&mut heads);
        Open {
            table,
            heads,
            scale: scale_above(self.document, index, block),
            headed: self.is_of_one(block, parsed),
            names,
            header: None,
            first: index,
            unread: BTreeSet::new(),
            said: Vec::new(),
            twice: BTreeSet::new(),
        }
    }

    /// What the caption, the heading or a note directly before a table says of its columns.
    fn over(&self, reader: &Reader<'_>, index: usize, block: &Block<'_>) -> Option<Over> {
        let above = above(self.document, block).into_iter().rev();
        let above = above.filter_map(|place| self.document.blocks.get(place));
        let above = above.chain(note_before(self.document, index));
        above
            .filter(|block| !matches!(block.kind, Kind::TableRow { .. }))
            .find_map(|block| Over::of(&reader.head(block.text.trim_end_matches([':', '.', ' ']))))
    }

    /// Does the nearest heading or caption that names anybody name just one?
    fn is_of_one(&self, block: &Block<'_>, parsed: &[Parsed]) -> bool {
        let named = above(self.document, block).into_iter().rev().find_map(|place| {
            let first = parsed.partition_point(|other| other.block < place);
            let mut hints = parsed.iter().skip(first).take_while(|other| other.block == place && !other.row);
            hints.find_map(|other| other.hint.anybody.then_some(other.hint.subject.is_some()))
        });
        named == Some(true)
    }

    /// Days over columns, each a week behind the one before, on the first or the
    /// last day of a week: those weeks.
    fn weekly(&self, heads: &mut [Head]) {
        let day = |head: &Head| match &head.time {
            Some(time @ Time { when: When::Day(_), .. }) => {
                time.when.resolve(&self.context).map(|found| found.period.start)
            }
            _ => None,
        };
        let days: Vec<_> = heads.iter().filter_map(day).collect();
        let starts = self.context.week_starts;
        let edge = |weekday: Weekday| weekday == starts || weekday == starts.previous();
        let apart = days.windows(2).all(|pair| {
            let [one, two] = pair else { return false };
            let days = (*two - *one).get_days();
            days != 0 && days % 7 == 0
        });
        if days.len() < 2 || !apart || !days.iter().all(|day| edge(day.weekday())) {
            return;
        }
        for head in heads.iter_mut().filter(|head| day(head).is_some()) {
            head.hold_week();
        }
    }

    /// A change beside the amounts of two weeks, one behind the other, is that from
    /// the first of them to the second.
    fn date_changes(&self, heads: &mut [Head]) {
        let week = |head: &Head, context: &TimeContext| {
            let period = head.time.as_ref()?.when.resolve(context)?.period;
            (head.what == Column::Level && period.days() == 7).then_some(period)
        };
        // "Previous week" is told from the other one.
        let context =
            TimeContext { current: heads.iter().find_map(|head| week(head, &self.context)), ..self.context };
        let mut weeks: Vec<_> =
            heads.iter().filter_map(|head| Some((week(head, &context)?.start, head.time.clone()))).collect();
        weeks.sort_by_key(|(start, _)| *start);
        let [(first, _), (second, time)] = weeks.as_slice() else { return };
        if (*second - *first).get_days() != 7 {
            return;
        }
        // A place or a share beside two weeks is that of the later one.
        let last = |what: Column| matches!(what, Column::Change | Column::Rank | Column::Share);
        let change = |head: &&mut Head| last(head.what) && head.time.is_none() && head.base.is_none();
        for head in heads.iter_mut().filter(change) {
            head.time.clone_from(time);
        }
    }

    /// Is the block a row of the table that is being read?
    pub(super) fn goes_on(&self, block: &Block<'_>) -> bool {
        let table = match block.kind {
            Kind::TableRow { table, .. } => Some(table),
            _ => None,
        };
        table.is_some() && table == self.open.as_ref().map(|open| open.table)
    }

    /// The table is over: what was not read of it is told once.
    pub(super) fn end(&mut self, parsed: &mut [Parsed]) {
        let Some(open) = self.open.take() else { return };
        for sentence in &open.twice {
            if let Some(row) = parsed.get_mut(*sentence) {
                row.items.clear();
                let words = row.end - row.start;
                let why = "the same is told of the same name in several rows of one table";
                row.unread =
                    vec![Unread { span: Span::new(0, words), why: Cow::Borrowed(why), figure: true }];
            }
        }
        if open.unread.is_empty() {
            return;
        }
        let why = open.under_unread_heads(&open.unread);
        let header = open.header.and_then(|header| parsed.get_mut(header));
        let row = match header {
            Some(header) => Some(header),
            None => parsed.iter_mut().find(|row| row.block == open.first),
        };
        let Some(row) = row else { return };
        let cells = self.document.blocks.get(row.block).map_or(&[][..], |block| &block.cells);
        let first = open.unread.first().and_then(|place| cells.get(*place));
        let last = open.unread.last().and_then(|place| cells.get(*place));
        let (start, end) = match (first, last) {
            (Some(first), Some(last)) => (first.start, last.end),
            _ => (row.start, row.end),
        };
        let (start, end) = if start < end { (start, end) } else { (row.start, row.end) };
        let span = Span::new(start.saturating_sub(row.start), end.saturating_sub(row.start));
        row.unread.push(Unread { span, why, figure: false });
        row.worthy = true;
    }
}

impl Open {
    /// Which heads no rule reads, in words.
    fn under_unread_heads(&self, columns: &BTreeSet<usize>) -> Cow<'static, str> {
        let names: Vec<String> = columns
            .iter()
            .filter_map(|place| self.names.get(*place))
            .filter(|name| !name.is_empty())
            .map(|name| format!("“{name}”"))
            .collect();
        match names.as_slice() {
            [] => Cow::Borrowed("figures of a table under no head that says what they are"),
            names => {
                Cow::Owned(format!("figures of a table under {}, which no rule reads", names.join(", ")))
            }
        }
    }

    /// Remembers what a row says, and finds what another one said as well.
    fn note(&mut self, items: &[Item], sentence: usize) {
        for item in items {
            let Item::Said(said) = item else { continue };
            if self.said.len() >= MOST_SAID {
                return;
            }
            let kind = discriminant(&said.act);
            let times = &said.adjuncts.times;
            let same = |other: &&(Who, Discriminant<Act>, Vec<Time>, usize)| {
                other.3 != sentence && other.1 == kind && other.0 == said.who.who && other.2 == *times
            };
            if let Some(other) = self.said.iter().find(same).map(|other| other.3) {
                self.twice.extend([other, sentence]);
            }
            self.said.push((said.who.who.clone(), kind, times.clone(), sentence));
        }
    }
}

/// Rows that follow one another and are not understood for one reason are told
/// together.
#[derive(Default)]
pub(super) struct Together {
    /// The table of the last row, and how many remarks there were behind it.
    last: Option<(u32, usize)>,
}

impl Together {
    /// A sentence was read, before which there were `known` remarks.
    pub(super) fn row(&mut self, reading: &mut Reading, known: usize, kind: Kind) {
        let Kind::TableRow { table, row: Some(_) } = kind else {
            self.last = None;
            return;
        };
        let goes_on = self.last.take() == Some((table, known));
        if reading.not_understood.len() != known + 1 {
            return;
        }
        if let [.., before, this] = reading.not_understood.as_mut_slice()
            && goes_on
            && before.reason == this.reason
        {
            before.span = Span::new(before.span.start, this.span.end.max(before.span.end));
            reading.not_understood.pop();
        }
        self.last = Some((table, reading.not_understood.len()));
    }
}

/// "Week before (T)" as it would be said: "the week before (T)".
fn written_out(head: &str) -> Cow<'_, str> {
    let lower = head.to_ascii_lowercase();
    let before =
        ["week before", "week earlier", "week prior"].into_iter().find_map(|words| lower.find(words));
    let told =
        |at: usize| lower.get(..at).is_some_and(|front| front.ends_with("the ") || front.ends_with("a "));
    match before.filter(|at| !told(*at)).and_then(|at| Some((head.get(..at)?, head.get(at..)?))) {
        Some((front, words)) => Cow::Owned(format!("{front}the {words}")),
        None => Cow::Borrowed(head),
    }
}

fn whole(text: &str, why: Cow<'static, str>) -> Unread {
    Unread { span: Span::new(0, text.len()), why, figure: true }
}

impl Reader<'_> {
    /// What the head of a column says.
    fn head(&self, text: &str) -> Head {
        let mut buffers = Buffers::default();
        tokenise(text, &mut buffers.lower, &mut buffers.tokens);
        let tokens = Tokens { text, lower: &buffers.lower, rest: &buffers.tokens };
        let mentions = self.names.find(tokens, &mut buffers.squeezed);
        let chunks = chunk(tokens, &mentions, &self.names);
        table::head(Chunks::new(tokens, &chunks))
    }
}
