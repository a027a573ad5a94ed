//! Tables of a page: rows, cells that reach over several columns or rows, heads.

use super::Walker;
use crate::document::block::Kind;

/// The table that is open.
#[derive(Debug)]
pub(super) struct Rows {
    index: u32,
    next: u32,
    in_row: bool,
    pub(super) in_cell: bool,
    columns: usize,
    /// How many rows the open cell reaches down.
    rows: usize,
    cells: usize,
    heads: usize,
    /// Does the row stand in the head of the table?
    in_head: bool,
    /// Has a row of the table been read that is no header?
    below: bool,
    /// Does a figure stand in the row?
    figure: bool,
    /// The columns that are filled in the row.
    filled: usize,
    /// What reaches down into the next rows: how many, and its words.
    down: Vec<(usize, String)>,
}

/// No table has more columns.
const MOST_COLUMNS: usize = 100;

impl Walker<'_, '_> {
    /// A part of a table starts.
    pub(super) fn start_rows(&mut self, head: bool) {
        self.end_row();
        if let Some(table) = &mut self.table {
            table.in_head = head;
            table.down.clear();
        }
    }

    pub(super) fn start_row(&mut self) {
        self.end_row();
        if self.table.is_some() {
            self.flush();
        }
        if let Some(table) = &mut self.table {
            table.in_row = true;
            (table.cells, table.heads, table.filled, table.figure) = (0, 0, 0, false);
        }
    }

    pub(super) fn start_cell(&mut self, head: bool) {
        if self.table.as_ref().is_some_and(|table| !table.in_row) {
            self.start_row();
        }
        self.end_cell();
        self.fill_down();
        if let Some(table) = &mut self.table {
            table.in_cell = true;
            table.columns = self.attributes.columns.max(1);
            table.rows = self.attributes.rows.max(1);
            table.cells += 1;
            table.heads += usize::from(head);
        }
    }

    /// Fills the columns that cells of the rows above reach into.
    fn fill_down(&mut self) {
        let Some(table) = &mut self.table else { return };
        while let Some((rows, words)) = table.down.get_mut(table.filled).filter(|(rows, _)| *rows > 0) {
            *rows -= 1;
            self.builder.push_instead(self.done..self.done, words);
            self.builder.end_cell();
            table.filled += 1;
        }
    }

    pub(super) fn end_cell(&mut self) {
        let Some(table) = self.table.as_mut().filter(|table| table.in_cell) else {
            return;
        };
        table.in_cell = false;
        let words = self.builder.cell();
        table.figure |= words.bytes().any(|byte| byte.is_ascii_digit());
        // A head over several columns stands over each of them.
        let over = table.in_head || table.heads == table.cells;
        for column in 0..table.columns.min(MOST_COLUMNS) {
            if column > 0 && over {
                self.builder.push_instead(self.done..self.done, &words);
            }
            self.builder.end_cell();
            if table.rows > 1 || table.filled < table.down.len() {
                let length = table.down.len().max(table.filled + 1);
                table.down.resize_with(length.min(MOST_COLUMNS * 2), Default::default);
                if let Some(down) = table.down.get_mut(table.filled) {
                    *down = (table.rows - 1, if column == 0 || over { words.clone() } else { String::new() });
                }
            }
            table.filled += 1;
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        self.fill_down();
        let Some(table) = self.table.as_mut().filter(|table| table.in_row) else {
            return;
        };
        table.in_row = false;
        // Words alone over figures are heads, whatever they are marked as.
        let words = !table.below && !table.figure;
        let header = table.cells > 1 && (table.heads == table.cells || table.in_head || words);
        table.below |= !header;
        let (index, row) = (table.index, (!header).then_some(table.next));
        // One cell alone is a box around text, not a row.
        let kind = match table.cells {
            0 | 1 => Kind::Paragraph,
            _ => Kind::TableRow { table: index, row },
        };
        table.next += u32::from(!header);
        if header && !self.builder.is_blank() {
            self.draft.note_header(index);
        }
        self.push(kind);
    }

    pub(super) fn note_caption(&mut self, of_table: bool) {
        let next = self.draft.next();
        let index = self.table.as_ref().filter(|_| of_table && !self.builder.is_blank());
        if let Some(index) = index.and_then(|table| usize::try_from(table.index).ok())
            && let Some(table) = self.draft.tables.get_mut(index)
        {
            table.caption = Some(next);
        }
    }

    /// A table that holds headings, lists or tables only places them: what is
    /// in its cells is read as the article.
    pub(super) fn leave_table(&mut self) {
        self.end_row();
        self.table = None;
    }
}

impl Rows {
    pub(super) const fn new(index: u32) -> Self {
        Self {
            index,
            next: 0,
            in_row: false,
            in_cell: false,
            columns: 1,
            rows: 1,
            cells: 0,
            heads: 0,
            in_head: false,
            below: false,
            figure: false,
            filled: 0,
            down: Vec::new(),
        }
    }
}
