//! Entries of a diary, a log or a live blog: what stands under a day, or behind
//! it, was written on that day.

use jiff::civil::Date;

use super::block::{Block, Kind};
use super::preface::{Day, day_in};
use super::published::{self, How};

/// A part of an article that was written on a day of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its first block.
    pub from: usize,
    /// The block behind its last one.
    pub to: usize,
    /// When it was written.
    pub day: Day,
}

impl Entry {
    /// Does the block of that index belong to it?
    #[must_use]
    pub const fn contains(&self, block: usize) -> bool {
        self.from <= block && block < self.to
    }

    /// The day itself; without a year the last such day up to `reference`.
    #[must_use]
    pub fn date(&self, reference: Date) -> Option<Date> {
        self.day.date(reference)
    }
}

/// A longer line names no day only.
const LONGEST: usize = 40;

/// What a block begins with.
struct Opening {
    day: Day,
    /// Is it nothing but the day?
    alone: bool,
}

/// The entries of an article, where it has two of different days at least.
pub(super) fn find(blocks: &[Block<'_>]) -> Vec<Entry> {
    let opened: Vec<(usize, Opening)> =
        blocks.iter().enumerate().filter_map(|(at, block)| Some((at, opening(block)?))).collect();
    let days = |day: &Day| (day.year, day.month, day.day);
    let first = opened.first().map(|(_, opening)| days(&opening.day));
    if opened.iter().all(|(_, opening)| Some(days(&opening.day)) == first) {
        return Vec::new();
    }
    let next = |place: usize| opened.get(place + 1).map_or(blocks.len(), |(at, _)| *at);
    let entry = |(place, (at, opening)): (usize, &(usize, Opening))| {
        let end = end(blocks, *at, opening.alone).min(next(place));
        Entry { from: *at, to: end, day: opening.day }
    };
    opened.iter().enumerate().map(entry).collect()
}

/// The block behind the last one that belongs to an entry.
fn end(blocks: &[Block<'_>], at: usize, alone: bool) -> usize {
    let kind = |block: &Block<'_>| block.kind;
    let opened = blocks.get(at).map(kind);
    let mut behind = blocks.iter().enumerate().skip(at + 1);
    let ends = |block: &Block<'_>| match (opened, block.kind) {
        (_, Kind::Headline) => true,
        (Some(Kind::Heading(level)), Kind::Heading(other)) => other <= level,
        (_, Kind::Heading(_)) => true,
        (Some(Kind::ListItem { depth, .. }), Kind::ListItem { depth: other, .. }) => other <= depth,
        (Some(Kind::ListItem { .. }), _) => true,
        (_, Kind::ListItem { .. } | Kind::TableRow { .. }) => false,
        _ => !alone,
    };
    behind.find(|(_, block)| ends(block)).map_or(blocks.len(), |(end, _)| end)
}

/// The day that a block begins with: alone on its line, or set apart from what
/// follows.
fn opening(block: &Block<'_>) -> Option<Opening> {
    if matches!(block.kind, Kind::TableRow { .. } | Kind::Code | Kind::Headline | Kind::Caption) {
        return None;
    }
    let text: &str = block.text.as_ref();
    let bound = (0..=LONGEST.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let near = text.get(..bound)?;
    if !near.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let apart = [": ", " —", " –", " - ", " | ", "\n", " -- "];
    let cut = apart.iter().filter_map(|mark| Some((near.find(mark)?, mark.len()))).min();
    let (head, rest) = match cut {
        Some((at, length)) => (text.get(..at)?, text.get(at + length..)?.trim()),
        None if text.len() == bound => (text.trim_end_matches(':'), ""),
        None => return None,
    };
    let day = match published::line_date(head) {
        Some((How::Standing, written)) => Day::of(written.date),
        Some(_) => return None,
        None => day_in(head).filter(|day| is_nothing_else(head, day))?,
    };
    // "31 May – 6 June" is no day.
    let ranges = rest.starts_with(|c: char| c.is_ascii_digit()) || is_month(rest);
    (!ranges).then_some(Opening { day, alone: rest.is_empty() })
}

fn is_month(rest: &str) -> bool {
    let first = rest.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    day_in(&first).is_some()
}

/// Does the line name the day, its weekday at most, and nothing else?
fn is_nothing_else(head: &str, day: &Day) -> bool {
    let (before, behind) = day.around(head);
    let words = |text: &str| text.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()).all(is_small);
    words(before) && words(behind)
}

fn is_small(word: &str) -> bool {
    published::is_weekday(word) || published::is_clock(word)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::document::{Format, read};

    fn days(text: &str) -> Vec<(usize, usize, Option<jiff::civil::Date>)> {
        let document = read(text, Format::Markdown);
        document.entries.iter().map(|entry| (entry.from, entry.to, entry.date(date(2026, 7, 1)))).collect()
    }

    #[test]
    fn entries_under_their_days() {
        let (late, early) = (Some(date(2026, 6, 30)), Some(date(2026, 6, 23)));
        for (first, second) in [
            ("Tuesday, June 30", "Tuesday, June 23"),
            ("30 June", "23 June"),
            ("June 30, 2026", "June 23, 2026"),
            ("2026-06-30", "2026-06-23"),
            ("Tue 30 June, 10:20", "Tue 23 June, 09:00"),
        ] {
            let text =
                format!("# Log\n\n## {first}\n\nAlder rose.\n\nBirch fell.\n\n## {second}\n\nAlder fell.\n");
            assert_eq!(days(&text), [(1, 4, late), (4, 6, early)], "{first}");
            let text = format!("# Log\n\n{first}: Alder rose.\n\n{second}: Birch fell.\n\nThat is all.\n");
            assert_eq!(days(&text), [(1, 2, late), (2, 3, early)], "{first}");
        }
    }

    #[test]
    fn days_that_head_no_entries() {
        for text in [
            "# Log\n\n## June 30\n\nAlder rose.\n",
            "# Log\n\n31 May – 6 June: Alder rose.\n\n7 – 13 June: Birch fell.\n",
            "# Log\n\nOn June 30 Alder rose.\n\nOn June 23 Birch fell.\n",
            "# Log\n\nThe week of June 22: Alder rose.\n\nThe week of June 15: Birch fell.\n",
            "# Log\n\nPublished: June 30, 2026\n\nUpdated: July 1, 2026\n\nAlder rose.\n",
        ] {
            assert_eq!(days(text), [], "{text}");
        }
    }
}
