//! Rows of tables: the name in one cell, its figures in the others, and what
//! each is from the header of its column.

mod weeks;

use std::ops::Range;

use recount_model::{Decimal, Figure, MetricId, Quantity, Unit};

use super::noun_phrase::noun_phrase;
use super::parallel::power;
use super::predicate::{level_of, quantity_of};
use super::{About, Act, Adjuncts, Anchor, Item, Mood, Np, Said, Who};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunk, Chunks, Phrase, metric, units};

pub use self::weeks::Weekly;

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

/// What the head of a column says of its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// What they are.
    pub what: Column,
    /// Which metric they count, where it names one.
    pub metric: Option<MetricId>,
    /// The power of ten that its scale word stands for: 12 for "tokens (tn)".
    pub scale: Option<i32>,
    /// When: "week of June 22".
    pub time: Option<Time>,
    /// Against when, for changes: "vs. the week before".
    pub base: Option<Time>,
    /// Whose figures they are, where a name stands over them.
    pub who: Option<Np>,
    /// How its cells name weeks, where they do.
    pub weekly: Option<Weekly>,
}

impl Head {
    /// Nothing known but that they are amounts.
    const PLAIN: Self = Self {
        what: Column::Level,
        metric: None,
        scale: None,
        time: None,
        base: None,
        who: None,
        weekly: None,
    };
}

/// Words that may stand in the head of a column of ranks, of changes, of shares
/// and of amounts.
const RANK: &[&str] = &["rank", "#", "place", "position", "no", "pos", "ranking", "."];
const CHANGE: &[&str] =
    &["change", "wow", "growth", "chg", "delta", "gain", "%", "percent", "pct", "weekly", "in"];
const SHARE: &[&str] = &["share", "market", "of", "total", "percent", "%", "all", "platform", "the"];
const LEVEL: &[&str] =
    &["weekly", "volume", "usage", "volumes", "in", "of", "the", "count", "figure", "figures", "number"];
const MARKS: &[&str] = &["(", ")", ",", ":", "-", "–", "—", "[", "]", "/"];

/// What a column is, from its head: only where every word of it is understood,
/// for "users" or "previous" stand over other figures.
#[must_use]
pub fn head(c: Chunks<'_>) -> Head {
    let mut head = Head { weekly: weeks::weekly(c), ..Head::PLAIN };
    // "this week" beside "last week": the week that is reported, or the running one?
    let running = (0..c.len()).any(|ahead| c.get(ahead).is_some_and(|chunk| c.lower(chunk.first) == "this"));
    let other = |head: &Head| Head { what: Column::Other, ..head.clone() };
    let mut words: Vec<&str> = Vec::new();
    let (c, who) = whose(c);
    head.who = who;
    for ahead in 0..c.len() {
        match c.phrase(ahead) {
            Some(Phrase::Name(names)) => match metric(names).or_else(|| units(names).first().copied()) {
                Some(found) if head.metric.is_none() => head.metric = Some(found),
                Some(_) => {}
                None => return other(&head),
            },
            Some(Phrase::Time(time)) if matches!(time.role, Role::At | Role::AsOf) && head.time.is_none() => {
                head.time = Some(time.clone());
            }
            Some(Phrase::Time(time)) if time.role == Role::Base && head.base.is_none() => {
                head.base = Some(time.clone());
            }
            Some(Phrase::Place(Place::Board)) => words.push("ranking"),
            Some(Phrase::Word(entry)) => {
                let word = c.word(ahead);
                match power(word) {
                    Some(scale) if word.len() > 1 || c.is(ahead.wrapping_sub(1), &["("]) => {
                        head.scale = Some(scale);
                    }
                    _ if MARKS.contains(&word) || entry.known => {}
                    _ => words.push(word),
                }
            }
            _ => return other(&head),
        }
    }
    head.what = if running { Column::Other } else { kind_of(&words, &head) };
    head
}

/// The name that a head begins with, "China (trillion)", or the word for
/// everything.
fn whose(c: Chunks<'_>) -> (Chunks<'_>, Option<Np>) {
    let whole = c.len() == 1 && c.is(0, &["total", "overall", "all", "everything"]);
    if whole {
        let np = Np { who: Who::Total, ..Np::carried(c.span(c.at, c.to)) };
        return (c.skip(1), Some(np));
    }
    match noun_phrase(c).filter(|(_, np)| np.is_named() && !np.share && np.about == About::Nothing) {
        Some((rest, np)) => (rest, Some(np)),
        None => (c, None),
    }
}

/// What the words of a head that name no metric, time or scale make of it.
fn kind_of(words: &[&str], head: &Head) -> Column {
    let all = |allowed: &[&str]| words.iter().all(|word| allowed.contains(word));
    let any = |marks: &[&str]| words.iter().any(|word| marks.contains(word));
    let changes = any(&["change", "wow", "growth", "chg", "delta", "gain"]) || head.base.is_some();
    let column = |fits: bool, what: Column| if fits { what } else { Column::Other };
    if changes {
        return column(all(CHANGE), Column::Change);
    }
    if any(&["share"]) {
        return column(all(SHARE), Column::Share);
    }
    if any(RANK) {
        return column(all(RANK) && head.scale.is_none(), Column::Rank);
    }
    column(all(LEVEL), Column::Level)
}

/// The power of ten that the words around a table give its numbers: "in
/// trillions of tokens".
#[must_use]
pub fn scale_of(text: &str) -> Option<i32> {
    let lower = text.to_lowercase();
    let mut before = "";
    for word in lower.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let told = before == "in" || word.starts_with('(') || bare.ends_with('s');
        let numbered = before.starts_with(|c: char| c.is_ascii_digit());
        if let (Some(found), true, false) = (power(bare), told && bare.len() > 1, numbered) {
            return Some(found);
        }
        before = bare;
    }
    None
}

/// What a row says. `cells` are the ranges of bytes of the row's cells, `heads`
/// what each column is, `scale` the power of ten that the words around the
/// table give; a row without a name says nothing.
#[must_use]
pub fn row(c: Chunks<'_>, cells: &[Range<usize>], heads: &[Head], scale: Option<i32>) -> Vec<Item> {
    let parts: Vec<Chunks<'_>> = cells.iter().map(|cell| part(c, cell)).collect();
    let unread = |why| vec![Item::Unread { from: c.at, to: c.to, why, named: false }];
    let Some(name) = parts.iter().find_map(|cell| named(*cell)) else {
        let crossed = under_names(c, &parts, heads, scale);
        return crossed.unwrap_or_else(|| unread("a row that names nothing of the vocabulary"));
    };
    // A name over a row that has a name of its own is none of both.
    let heads: Vec<Head> = heads
        .iter()
        .map(|head| match head.who {
            Some(_) => Head { what: Column::Other, ..head.clone() },
            None => head.clone(),
        })
        .collect();
    // Beside several weeks, a rank or a change without a week is of any of them.
    let dated = heads.iter().filter(|head| head.what == Column::Level && head.time.is_some()).count();
    let metrics: Vec<MetricId> = heads.iter().filter_map(|head| head.metric).collect();
    let plain = Head::PLAIN;
    let week = weeks::of_row(&parts, &heads);
    let mut items = Vec::new();
    let mut levels: Vec<(Option<&Time>, Option<MetricId>)> = Vec::new();
    for (place, cell) in parts.iter().enumerate() {
        let head = heads.get(place).unwrap_or(&plain);
        let Some(act) = figure(*cell, head, scale) else { continue };
        let level = matches!(act, Act::Level { .. });
        if !level && dated > 1 && head.time.is_none() {
            continue;
        }
        if level {
            if levels.contains(&(head.time.as_ref(), head.metric)) {
                // Two amounts of one name in one row are not both the week's.
                return unread("several amounts in one row");
            }
            levels.push((head.time.as_ref(), head.metric));
        }
        let metric = head.metric.or_else(|| metrics.first().copied().filter(|_| metrics.len() == 1));
        let adjuncts = Adjuncts {
            times: head.time.as_ref().or(week.as_ref()).into_iter().chain(&head.base).cloned().collect(),
            about: metric.map(About::Metric),
            ..Adjuncts::default()
        };
        items.push(said(name.clone(), act, adjuncts, c.span(cell.at, cell.to)));
    }
    if items.is_empty()
        && parts.iter().any(|cell| (0..cell.len()).any(|ahead| cell.get(ahead).is_some_and(Chunk::is_figure)))
    {
        return unread("figures under heads that no rule reads");
    }
    items
}

/// A row whose names stand over its cells, and whose first cell tells when, or
/// what its figures are: "June 22-28 | 4.19 | 3.63" under "Week | North | South".
fn under_names(c: Chunks<'_>, parts: &[Chunks<'_>], heads: &[Head], scale: Option<i32>) -> Option<Vec<Item>> {
    let label = head(*parts.first().filter(|cell| !cell.is_empty())?);
    // A day under "Week of" is its week.
    let week = weeks::of_row(parts.get(..1)?, heads).or_else(|| label.time.clone());
    let label = Head { time: week, ..label };
    let told = label.who.is_none() && label.what != Column::Other;
    let names = heads.iter().skip(1).filter(|head| head.who.is_some()).count();
    if !told || names == 0 || (label.time.is_none() && label.metric.is_none() && label.what == Column::Level)
    {
        return None;
    }
    let mut items = Vec::new();
    for (cell, over) in parts.iter().zip(heads).skip(1) {
        let Some(who) = over.who.clone() else { continue };
        let one =
            Head { scale: over.scale.or(label.scale), metric: over.metric.or(label.metric), ..label.clone() };
        let Some(act) = figure(*cell, &one, scale) else { continue };
        let adjuncts = Adjuncts {
            times: one.time.iter().chain(&one.base).cloned().collect(),
            about: one.metric.map(About::Metric),
            ..Adjuncts::default()
        };
        items.push(said(who, act, adjuncts, c.span(cell.at, cell.to)));
    }
    (!items.is_empty()).then_some(items)
}

/// What one cell says.
fn said(who: Np, act: Act, adjuncts: Adjuncts, span: recount_model::Span) -> Item {
    Item::Said(Box::new(Said {
        who,
        act,
        negated: false,
        no_longer: false,
        mood: Mood::Plain,
        adjuncts,
        anchor: Anchor::Clause,
        span,
    }))
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
fn figure(c: Chunks<'_>, head: &Head, scale: Option<i32>) -> Option<Act> {
    let phrase = c.phrase(0).filter(|_| c.len() == 1);
    if head.what == Column::Change && phrase.is_none() {
        let (rest, value, _) = super::change::adverbial(c)?;
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
        (Column::Share, Phrase::Percent(value)) => {
            Some(Act::Share { value: value.clone(), whole: None, top: None })
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

#[cfg(test)]
mod tests {
    use super::*;

    use crate::en::clause::testing::article;

    #[test]
    fn heads_tell_what_the_cells_are() {
        let text = "Weekly token usage (trillion):\n\n| Region | June 15-21 | June 22-28 |\n\
                    |---|---|---|\n| North | 11.3 | 11.8 |\n";
        let claims: Vec<String> = article(text).into_iter().filter(|word| word.len() > 1).collect();
        assert_eq!(
            claims,
            [
                "In the week of 15 June 2026, the north was 11.3 trillion tokens",
                "the north was 11.8 trillion tokens"
            ]
        );
        let text = "## Token usage last week\n\n| Rank | Model | Tokens (tn) | Change |\n|---|---|---|---|\n\
                    | 1 | Alder | 4.19 | +8.4% |\n";
        assert_eq!(
            article(text),
            [
                "Alder ranked number 1 by call volume", "Alder was 4.19 trillion tokens",
                "Alder rose by 8.4 percent"
            ]
        );
    }

    #[test]
    fn names_may_stand_over_the_cells() {
        let text = "Tokens in trillions.\n\n| Week | North | South |\n|---|---|---|\n\
                    | June 15-21 | 11.3 | 3.9 |\n| June 22-28 | 11.8 | – |\n";
        assert_eq!(
            article(text),
            [
                "In the week of 15 June 2026, the north was 11.3 trillion tokens",
                "In the week of 15 June 2026, the south was 3.9 trillion tokens",
                "the north was 11.8 trillion tokens"
            ]
        );
        let text = "## Token usage last week\n\n| | Alder | Birch |\n|---|---|---|\n\
                    | Tokens | 4.19T | 3.63T |\n| Change | +8.4% | -2% |\n";
        assert_eq!(
            article(text),
            [
                "Alder was 4.19 trillion tokens", "Birch was 3.63 trillion tokens",
                "Alder rose by 8.4 percent", "Birch fell by 2 percent"
            ]
        );
    }

    #[test]
    fn heads_that_are_not_understood_give_no_claim() {
        for head in ["Users", "Input tokens", "Peak", "Previous", "4-week change", "This week"] {
            let text =
                format!("## Token usage last week\n\n| Model | {head} |\n|---|---|\n| Alder | 4.19T |\n");
            assert_eq!(article(&text), ["?"], "{head}");
        }
        let text = "## Token usage last week\n\n| Model | Tokens |\n|---|---|\n| Alder | 4.19 |\n";
        assert_eq!(article(text), ["?"], "a number without a scale");
    }

    #[test]
    fn the_scale_that_the_words_around_a_table_give() {
        assert_eq!(scale_of("Weekly token usage by region, in trillions of tokens:"), Some(12));
        assert_eq!(scale_of("Weekly tokens (billion)"), Some(9));
        assert_eq!(scale_of("Alder passes 4 trillion tokens"), None);
        assert_eq!(scale_of("The trillion token question"), None);
    }
}
