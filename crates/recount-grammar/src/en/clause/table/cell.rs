//! Cells of a table: what each is, and the figures in it.

use recount_model::{Decimal, Figure, Quantity, Subject, Unit};

use super::super::change::adverbial;
use super::super::noun_phrase::noun_phrase;
use super::super::parallel::power;
use super::super::predicate::{level_of, quantity_of};
use super::super::{Act, Np, Who};
use super::head::{Column, Head};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunk, Chunks, Phrase};
use crate::token::Words;

/// What stands in a cell.
#[derive(Clone, Debug)]
pub(super) enum Cell {
    /// Nothing, a dash, "n/a", "new".
    Empty,
    /// A name and nothing else.
    Name(Np),
    /// "Total".
    Total,
    /// A time and nothing else.
    Time(Time),
    /// Something with a figure.
    Figure,
    /// Other words.
    Text,
}

/// Words of cells that say nothing, or only what another cell says as well.
const SILENT: &[&str] = &[
    "n/a", "na", "n.a.", "n.a", "nil", "none", "tba", "new", "re", "re-entry", "reentry", "debut", "up",
    "down", "same", "unchanged", "steady", "flat",
];

/// The marks of footnotes.
const FOOTNOTES: &Words = words!["*", "**", "†", "‡", "§", "¶", "^", "°"];

const TOTALS: &[&str] = &["total", "totals", "all", "overall", "sum", "grand total", "subtotal"];

/// What stands in it.
pub(super) fn kind(c: Chunks<'_>) -> Cell {
    let text = c.span(c.at, c.to).of(c.tokens.text);
    let lower = || text.to_lowercase();
    if c.is_empty() || !text.contains(|letter: char| letter.is_alphanumeric()) {
        return Cell::Empty;
    }
    if let Some(np) = named(c) {
        return Cell::Name(np);
    }
    if let (Some(Phrase::Time(time)), 1) = (c.phrase(0), c.len())
        && matches!(time.role, Role::At | Role::AsOf)
    {
        return Cell::Time(time.clone());
    }
    let figure = (0..c.len()).any(|ahead| c.get(ahead).is_some_and(Chunk::is_figure));
    if figure || text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Cell::Figure;
    }
    match lower() {
        lower if SILENT.contains(&lower.as_str()) => Cell::Empty,
        lower if TOTALS.contains(&lower.trim_matches([':', '*', ' '])) => Cell::Total,
        _ => Cell::Text,
    }
}

/// Is it the name of one thing, not of a group of things?
pub(super) fn is_thing(np: &Np) -> bool {
    match &np.who {
        Who::Named(names) => {
            names.iter().all(|names| names.iter().any(|name| matches!(name, Subject::Entity(_))))
        }
        _ => false,
    }
}

/// The cell without the mark of a footnote behind its words.
pub(super) fn without_notes(mut cell: Chunks<'_>) -> Chunks<'_> {
    while cell.len() > 1 && cell.is(cell.len() - 1, FOOTNOTES) {
        cell.to -= 1;
    }
    cell
}

/// A cell that is nothing but a name, with its place before it or whose it is
/// behind it: "1. Birch", "Birch (the south)".
fn named(c: Chunks<'_>) -> Option<Np> {
    let numbered = matches!(c.phrase(0), Some(Phrase::Number(_))) && c.is(1, words![".", ")"]);
    let c = c.skip(if numbered { 2 } else { 0 });
    let (rest, np) = noun_phrase(c).filter(|(_, np)| np.is_named())?;
    if rest.is_empty() {
        return Some(np);
    }
    let inside = Chunks { at: rest.at + 1, to: rest.to.saturating_sub(1), ..rest };
    let bracket = rest.len() > 2 && rest.is(0, words!["("]) && rest.is(rest.len() - 1, words![")"]);
    let (left, group) = noun_phrase(inside).filter(|_| bracket && is_thing(&np))?;
    (left.is_empty() && group.is_named() && !is_thing(&group)).then_some(np)
}

/// The figures of a cell, and whether they are all that stands in it: "4.19T",
/// "4.19T (+8.4%)".
pub(super) fn figures(c: Chunks<'_>, head: &Head, scale: Option<i32>) -> (Vec<Act>, bool) {
    if let Some(act) = figure(c, head, scale) {
        return (vec![act], true);
    }
    let Some(open) = (1..c.len()).find(|ahead| c.is(*ahead, words!["("])) else {
        return (Vec::new(), false);
    };
    let main = Chunks { to: c.at + open, ..c };
    let Some(act) = figure(main, head, scale) else {
        return (Vec::new(), false);
    };
    let inside = Chunks { at: c.at + open + 1, to: c.to.saturating_sub(1), ..c };
    let closed = c.is(c.len() - 1, words![")"]);
    let level = matches!(act, Act::Level { .. });
    let change = match inside.phrase(0) {
        Some(Phrase::Percent(value)) if closed && level && inside.len() == 1 && is_signed(inside, value) => {
            Some(Act::Change { value: value.clone() })
        }
        _ => None,
    };
    let whole = change.is_some();
    (std::iter::once(act).chain(change).collect(), whole)
}

/// A cell that is nothing but a figure.
fn figure(c: Chunks<'_>, head: &Head, scale: Option<i32>) -> Option<Act> {
    let phrase = c.phrase(0).filter(|_| c.len() == 1);
    let worded = phrase.is_none_or(|phrase| matches!(phrase, Phrase::Word(_)));
    if head.what == Column::Change && worded {
        let (rest, value, _) = adverbial(c)?;
        return rest.is_empty().then_some(Act::Change { value });
    }
    match (head.what, phrase?) {
        (Column::Rank, Phrase::Number(n) | Phrase::Ordinal(n)) => rank(*n),
        (Column::Rank, Phrase::Place(place @ Place::At(_))) => {
            Some(Act::Rank { place: *place, movement: None, among: None })
        }
        (Column::Level, phrase @ (Phrase::Amount { .. } | Phrase::Number(_))) => {
            amount(phrase, head, scale, c)
        }
        (Column::Change, phrase @ (Phrase::Percent(_) | Phrase::Ratio(_))) => {
            Some(Act::Change { value: quantity_of(phrase)? })
        }
        (Column::Change | Column::Share, phrase @ (Phrase::Amount { .. } | Phrase::Number(_)))
            if head.percent =>
        {
            let Act::Level { value, metrics } = level_of(phrase)? else { return None };
            let value = Quantity { unit: Unit::Percent, ..value };
            let act = match head.what {
                Column::Change => Act::Change { value },
                _ => Act::Share { value, whole: head.whole.clone(), top: None },
            };
            metrics.is_empty().then_some(act)
        }
        (Column::Share, Phrase::Percent(value)) => {
            Some(Act::Share { value: value.clone(), whole: head.whole.clone(), top: None })
        }
        // "8th" under a week.
        (Column::Level, Phrase::Ordinal(n)) if head.is_dated() => rank(*n),
        (Column::Level, Phrase::Place(place @ Place::At(_))) if head.is_dated() => {
            Some(Act::Rank { place: *place, movement: None, among: None })
        }
        // A signed percentage is a change whatever the column is called.
        (Column::Level, Phrase::Percent(value)) if is_signed(c, value) && head.metric.is_none() => {
            Some(Act::Change { value: value.clone() })
        }
        _ => None,
    }
}

/// An amount in a cell. A bare number takes its scale from the head of its
/// column, or from the words around the table; without either it must be a
/// whole number of what the head names.
fn amount(phrase: &Phrase<'_>, head: &Head, scale: Option<i32>, c: Chunks<'_>) -> Option<Act> {
    let Act::Level { value, metrics } = level_of(phrase)? else {
        return None;
    };
    let chunk = c.get(0)?;
    let scaled = (chunk.first..chunk.end).any(|token| power(c.lower(token)).is_some());
    let Figure::Decimal(Decimal { mantissa, exponent }) = value.figure else {
        return (scaled || !metrics.is_empty()).then_some(Act::Level { value, metrics });
    };
    if scaled || !metrics.is_empty() {
        return Some(Act::Level { value, metrics });
    }
    let power = match head.scale.or(scale) {
        Some(power) => power,
        None if exponent >= 0 && head.metric.is_some() => 0,
        // Digits grouped by thousands, under a caption that names the metric.
        None if exponent >= 0 && (mantissa >= 1000 || exponent >= 3) => 0,
        None => return None,
    };
    let figure = Figure::Decimal(Decimal { mantissa, exponent: exponent.checked_add(power)? });
    Some(Act::Level { value: Quantity { figure, ..value }, metrics })
}

fn rank(n: u32) -> Option<Act> {
    (n > 0).then_some(Act::Rank { place: Place::At(n), movement: None, among: None })
}

fn is_signed(c: Chunks<'_>, value: &Quantity) -> bool {
    let plus = c.get(0).is_some_and(|chunk| c.text(chunk.first) == "+");
    value.unit == Unit::Percent && (value.falling || plus)
}
