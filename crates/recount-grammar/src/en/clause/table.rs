//! Rows of tables: the name in one cell, its figures in the others, and what
//! each is from the header of its column.

use std::ops::Range;

use recount_model::{Quantity, Unit};

use super::noun_phrase::noun_phrase;
use super::predicate::{level_of, quantity_of};
use super::{Act, Adjuncts, Anchor, Item, Mood, Np, Said};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};

/// What the figures of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Names, or words that no rule reads.
    Other,
    /// Places.
    Rank,
    /// Amounts.
    Level,
    /// Changes against the week before.
    Change,
    /// Parts of the whole.
    Share,
}

/// What a column is, from the words of its header: only where every word is
/// understood, for "users" or "previous" stand over other figures. `known`
/// tells the words of the vocabulary's metrics and units.
#[must_use]
pub fn column(header: &str, known: impl Fn(&str) -> bool) -> Column {
    const RANK: &[&str] = &["rank", "#", "place", "position", "no", "pos", "ranking"];
    const CHANGE: &[&str] = &[
        "change", "wow", "growth", "chg", "delta", "gain", "week", "on", "over", "weekly", "w", "vs", "last",
        "previous", "prior", "from", "percent", "pct", "the", "in", "q",
    ];
    const SHARE: &[&str] = &["share", "market", "of", "total", "percent", "all", "platform", "the"];
    const LEVEL: &[&str] = &[
        "weekly", "volume", "usage", "volumes", "trillion", "trillions", "billion", "billions", "million",
        "millions", "bn", "tn", "mn", "t", "b", "m", "in", "of", "the", "count", "figure", "figures",
        "number",
    ];
    let lower = header.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '#').filter(|part| !part.is_empty()).collect();
    let all = |allowed: &[&str]| words.iter().all(|word| allowed.contains(word) || known(word));
    let any = |marks: &[&str]| words.iter().any(|word| marks.contains(word));
    if words.is_empty() {
        return Column::Level;
    }
    if any(&["change", "wow", "growth", "chg", "delta", "gain"]) {
        return if all(CHANGE) { Column::Change } else { Column::Other };
    }
    if any(&["share"]) {
        return if all(SHARE) { Column::Share } else { Column::Other };
    }
    if any(RANK) {
        return if all(RANK) { Column::Rank } else { Column::Other };
    }
    if all(LEVEL) { Column::Level } else { Column::Other }
}

/// What a row says. `cells` are the ranges of bytes of the row's cells,
/// `columns` what each is; a row without a name says nothing.
#[must_use]
pub fn row(c: Chunks<'_>, cells: &[Range<usize>], columns: &[Column]) -> Vec<Item> {
    let parts: Vec<Chunks<'_>> = cells.iter().map(|cell| part(c, cell)).collect();
    let Some(name) = parts.iter().find_map(|cell| named(*cell)) else {
        return vec![Item::Unread {
            from: c.at,
            to: c.to,
            why: "a row that names nothing of the vocabulary",
        }];
    };
    let mut items = Vec::new();
    for (place, cell) in parts.iter().enumerate() {
        let what = columns.get(place).copied().unwrap_or(Column::Level);
        if let Some(act) = figure(*cell, what) {
            items.push(Item::Said(Box::new(Said {
                who: name.clone(),
                act,
                negated: false,
                no_longer: false,
                mood: Mood::Plain,
                adjuncts: Adjuncts::default(),
                anchor: Anchor::Clause,
                span: c.span(cell.at, cell.to),
            })));
        }
    }
    // Two amounts of one name in one row are not both the week's.
    let level = |item: &Item| matches!(item, Item::Said(said) if matches!(said.act, Act::Level { .. }));
    if items.iter().filter(|item| level(item)).count() > 1 {
        return vec![Item::Unread { from: c.at, to: c.to, why: "several amounts in one row" }];
    }
    items
}

/// The chunks of one cell.
fn part<'p>(c: Chunks<'p>, cell: &Range<usize>) -> Chunks<'p> {
    let inside = |place: &usize| {
        let span = c.span(*place, place + 1);
        span.start >= cell.start && span.end <= cell.end
    };
    let first = (c.at..c.to).find(|place| inside(place)).unwrap_or(c.to);
    let end = (first..c.to).take_while(inside).last().map_or(first, |last| last + 1);
    Chunks { at: first, to: end, ..c }
}

/// A cell that is nothing but a name.
fn named(c: Chunks<'_>) -> Option<Np> {
    let (rest, np) = noun_phrase(c)?;
    (rest.is_empty() && np.is_named()).then_some(np)
}

/// A cell that is nothing but a figure.
fn figure(c: Chunks<'_>, what: Column) -> Option<Act> {
    let phrase = c.phrase(0).filter(|_| c.len() == 1);
    if what == Column::Change && phrase.is_none() {
        let (rest, value, _) = super::change::adverbial(c)?;
        return rest.is_empty().then_some(Act::Change { value });
    }
    match (what, phrase?) {
        (Column::Rank, Phrase::Number(n) | Phrase::Ordinal(n)) => rank(*n),
        (Column::Rank, Phrase::Place(place @ Place::At(_))) => {
            Some(Act::Rank { place: *place, movement: None, among: None })
        }
        (Column::Level, phrase @ Phrase::Amount { .. }) => level_of(phrase),
        (Column::Change, phrase @ (Phrase::Percent(_) | Phrase::Ratio(_))) => {
            Some(Act::Change { value: quantity_of(phrase)? })
        }
        (Column::Share, Phrase::Percent(value)) => {
            Some(Act::Share { value: value.clone(), whole: None, top: None })
        }
        // A signed percentage is a change whatever the column is called.
        (Column::Level, Phrase::Percent(value)) if is_signed(c, value) => {
            Some(Act::Change { value: value.clone() })
        }
        _ => None,
    }
}

fn rank(n: u32) -> Option<Act> {
    (n > 0).then_some(Act::Rank { place: Place::At(n), movement: None, among: None })
}

fn is_signed(c: Chunks<'_>, value: &Quantity) -> bool {
    let plus = c.get(0).is_some_and(|chunk| c.text(chunk.first) == "+");
    value.unit == Unit::Percent && (value.falling || plus)
}
