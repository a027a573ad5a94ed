//! Tables in plain text: cells parted by tabs, bars or columns of spaces, with
//! or without rules between the rows.

use std::ops::Range;

use super::{Builder, Kind, Reader, published};

/// The cells of a line, in bytes of the source, and the characters of the line
/// that each takes.
struct Row {
    line: usize,
    cells: Vec<(Range<usize>, Range<usize>)>,
}

/// Spaces between two columns.
const GAP: usize = 2;
/// A wider line is no row of columns.
const WIDEST_ROW: usize = 400;
/// More rows are not aligned by their columns.
const MOST_ROWS: usize = 5_000;

impl Reader<'_, '_> {
    /// Reads the table that starts at a line, and gives the line behind it.
    pub(super) fn table(&mut self, start: usize, end: usize) -> Option<usize> {
        if self.headline == Some(start) || start < self.no_table {
            return None;
        }
        self.parted(start, end).or_else(|| self.columns(start, end))
    }

    /// A line of nothing but dashes and the like.
    fn is_rule(&self, line: usize) -> bool {
        let text = self.text(line);
        !text.is_empty()
            && text.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | '=' | '–' | '—' | '─' | ' ' | '\t'))
    }

    /// Rows whose cells are parted by tabs or bars.
    fn parted(&mut self, start: usize, end: usize) -> Option<usize> {
        let first = (start..end).take(3).find(|line| !self.is_rule(*line))?;
        let mark = ['\t', '|'].into_iter().find(|mark| self.text(first).contains(*mark))?;
        let count = |line: usize| self.text(line).trim_matches('|').matches(mark).count();
        let cells = count(first);
        let fits = |line: &usize| self.is_rule(*line) || count(*line) == cells;
        let behind = start + (start..end).take_while(fits).count();
        let rows: Vec<usize> = (start..behind).filter(|line| !self.is_rule(*line)).collect();
        // One bar in each of two lines may be anything, unless nothing else is there.
        let sure = cells > 1 || mark == '\t' || self.text(first).starts_with('|') || behind == end;
        if cells == 0 || rows.len() < 2 || !sure {
            self.no_table = behind;
            return None;
        }
        let ruled = start < first || (first + 1..behind).next().is_some_and(|line| self.is_rule(line));
        let rows: Vec<Row> = rows.into_iter().map(|line| self.split(line, mark)).collect();
        self.push_rows(&rows, ruled);
        Some(behind)
    }

    fn split(&self, line: usize, mark: char) -> Row {
        let text = self.text(line);
        let outer = text.len() - text.trim_start_matches('|').len();
        let mut at = self.lines[line].start + outer;
        let mut cells = Vec::new();
        for cell in text.trim_matches('|').split(mark) {
            cells.push((at..at + cell.len(), 0..0));
            at += cell.len() + 1;
        }
        Row { line, cells }
    }

    /// Rows whose cells stand below one another.
    fn columns(&mut self, start: usize, end: usize) -> Option<usize> {
        if self.is_rule(start) || !self.gaps(start) {
            return None;
        }
        let fits = |line: &usize| self.is_rule(*line) || self.gaps(*line);
        let behind = start + (start..end).take(MOST_ROWS).take_while(fits).count();
        let rows: Vec<Row> =
            (start..behind).filter(|line| !self.is_rule(*line)).map(|line| self.spaced(line)).collect();
        let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        // Looked at once, not again from each of its lines.
        self.no_table = behind;
        if rows.len() < 3 || widest < 2 {
            return None;
        }
        // The columns: where cells of different rows overlap.
        let mut columns: Vec<Range<usize>> = Vec::new();
        let mut all: Vec<Range<usize>> =
            rows.iter().flat_map(|row| row.cells.iter().map(|(_, place)| place.clone())).collect();
        all.sort_by_key(|place| (place.start, place.end));
        for place in all {
            match columns.last_mut() {
                Some(last) if place.start < last.end => last.end = last.end.max(place.end),
                _ => columns.push(place),
            }
        }
        if columns.len() != widest {
            return None;
        }
        let aligned: Option<Vec<Row>> = rows.iter().map(|row| aligned(row, &columns)).collect();
        let ruled = (start + 1..behind).next().is_some_and(|line| self.is_rule(line));
        self.push_rows(&aligned?, ruled);
        Some(behind)
    }

    /// Do gaps part its words, and are they no prose?
    fn gaps(&self, line: usize) -> bool {
        let text = self.text(line);
        text.len() <= WIDEST_ROW
            && text.contains("  ")
            && super::marker(text).0 == super::Marker::None
            && !text.contains(". ")
    }

    /// The cells of a line that gaps part.
    fn spaced(&self, line: usize) -> Row {
        let text = self.text(line);
        let place = self.lines[line];
        let mut cells = Vec::new();
        let mut from: Option<(usize, usize)> = None;
        let mut spaces = 0;
        let mut column = place.indent;
        for (at, c) in text.char_indices() {
            if c.is_whitespace() {
                spaces += 1;
            } else {
                if let Some((start, first)) = from.filter(|_| spaces >= GAP) {
                    let words = text.get(start..at).unwrap_or("").trim_end();
                    cells.push((
                        place.start + start..place.start + start + words.len(),
                        first..column - spaces,
                    ));
                    from = None;
                }
                from.get_or_insert((at, column));
                spaces = 0;
            }
            column += 1;
        }
        if let Some((start, first)) = from {
            cells.push((place.start + start..place.end, first..column));
        }
        Row { line, cells }
    }

    fn push_rows(&mut self, rows: &[Row], ruled: bool) {
        let table = self.draft.table();
        let headed = ruled || self.is_header(rows);
        let mut number = 0;
        for (place, row) in rows.iter().enumerate() {
            let mut builder = Builder::new(self.source);
            for (cell, _) in &row.cells {
                builder.push(cell.clone());
                builder.end_cell();
            }
            let header = headed && place == 0;
            if header {
                self.draft.note_header(table);
            }
            let row = (!header).then_some(number);
            number += u32::from(!header);
            self.draft.push(builder.finish(Kind::TableRow { table, row }));
        }
    }

    /// Is the first row one of heads: words, or dates over figures?
    fn is_header(&self, rows: &[Row]) -> bool {
        let words = |row: &Row, place: usize| {
            let cell = row.cells.get(place).map_or(0..0, |(cell, _)| cell.clone());
            self.source.get(cell).unwrap_or("").trim().to_owned()
        };
        let is_figure = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || "+-−$€£~".contains(c));
        let Some((first, rest)) = rows.split_first() else { return false };
        let columns = first.cells.len();
        let figures: Vec<usize> =
            (0..columns).filter(|place| rest.iter().any(|row| is_figure(&words(row, *place)))).collect();
        !figures.is_empty()
            && figures.iter().all(|place| {
                let head = words(first, *place);
                !is_figure(&head) || published::line_date(&head).is_some()
            })
    }
}

/// The row with a cell for every column; `None` where two of its cells stand in
/// one.
fn aligned(row: &Row, columns: &[Range<usize>]) -> Option<Row> {
    let end = row.cells.last().map_or(0, |(cell, _)| cell.end);
    let mut cells = Vec::with_capacity(columns.len());
    let mut left = row.cells.iter().peekable();
    for column in columns {
        let inside = |place: &Range<usize>| place.start < column.end && column.start < place.end;
        match left.next_if(|(_, place)| inside(place)) {
            Some(cell) => cells.push(cell.clone()),
            None => {
                let at = left.peek().map_or(end, |(cell, _)| cell.start);
                cells.push((at..at, column.clone()));
            }
        }
    }
    left.peek().is_none().then_some(Row { line: row.line, cells })
}
