//! Lists in parallel: `A, B and C rank first, second and fourth with 4.1, 3.2
//! and 2.5 trillion tokens, respectively`. Such a sentence says the same as one
//! sentence for each place of its lists, and is read as those.

use std::ops::Range;

use super::fronted::is_stop;
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunk, Chunks, Phrase, subjects};
use recount_model::{Decimal, Figure, Quantity, Unit};

/// The stretch of a sentence whose lists belong together, once for each place
/// of them.
pub(super) struct Parallel<'p> {
    /// The first chunk of the stretch.
    pub from: usize,
    /// The chunk after its last.
    pub to: usize,
    /// Are those who are listed named in the sentence before: "they had 4 and 3 trillion, respectively"?
    pub those: bool,
    /// For each place of the lists, the chunks that belong to it.
    pub parts: Vec<Vec<Chunk<'p>>>,
}

/// More places than any sentence that a person wrote.
const MOST: usize = 12;

/// What the parts of a list are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    Figure,
    Place,
    Time,
}

struct List {
    kind: Kind,
    from: usize,
    to: usize,
    parts: Vec<Range<usize>>,
    /// "fourth to sixth": the places, where they are not parts of their own.
    places: Option<u32>,
}

/// Does the sentence say so: "respectively"?
pub(super) fn is_said(c: Chunks<'_>) -> bool {
    (0..c.len()).any(|ahead| c.is(ahead, words!["respectively"]))
}

/// The lists of a sentence that belong together in order; `said` where
/// "respectively" says so.
pub(super) fn parallel<'p>(c: Chunks<'p>, said: bool) -> Option<Parallel<'p>> {
    let lists = lists(c);
    let measured = lists.iter().find(|list| matches!(list.kind, Kind::Figure | Kind::Place))?;
    let count = measured.len();
    let named = lists.iter().any(|list| list.len() == count && matches!(list.kind, Kind::Name | Kind::Time));
    let uneven =
        lists.iter().any(|list| list.len() != count && matches!(list.kind, Kind::Figure | Kind::Place));
    let those = !named && said && speaks_of_those(c);
    if !(named || those) || uneven || count > MOST {
        return None;
    }
    let mine: Vec<&List> = lists.iter().filter(|list| list.len() == count).collect();
    let (first, last) = (mine.first()?, mine.last()?);
    let from = (c.at..first.from).rev().find(|place| is_border(c, *place)).map_or(c.at, |place| place + 1);
    let to = (last.to..c.to).find(|place| is_border(c, *place)).unwrap_or(c.to);
    let stretch = Chunks { at: from, ..c }.until(to);
    let together = (0..stretch.len()).any(|ahead| {
        stretch.is(ahead, words!["together", "combined", "collectively", "jointly", "both", "each"])
    });
    if together && !said {
        return None;
    }
    let parts = (0..count).map(|place| one(c, from..to, &mine, place)).collect::<Option<Vec<_>>>()?;
    Some(Parallel { from, to, those, parts })
}

/// "They", "the two", "the pair": does a sentence speak of several who were named before, and of nobody else?
fn speaks_of_those(c: Chunks<'_>) -> bool {
    let named = (0..c.len()).any(|ahead| c.phrase(ahead).and_then(kind) == Some(Kind::Name));
    let they = (0..c.len()).any(|ahead| {
        c.is(ahead, words!["they", "both"])
            || c.is(ahead, words!["the"])
                && (c.is(ahead + 1, words!["pair", "duo", "trio"])
                    || matches!(c.phrase(ahead + 1), Some(Phrase::Number(2..=9))))
    });
    they && !named
}

impl List {
    fn len(&self) -> usize {
        match self.places {
            Some(count) => count as usize,
            None => self.parts.len(),
        }
    }
}

/// A word or a mark behind which another clause begins.
fn is_border(c: Chunks<'_>, place: usize) -> bool {
    let look = Chunks { at: place, ..c };
    look.is(0, words![";", "—", "–", ".", "while", "whereas", "but"])
}

/// Every list of names, times, figures or places.
fn lists(c: Chunks<'_>) -> Vec<List> {
    let mut found = Vec::new();
    let mut look = c;
    while !look.is_empty() {
        match list(look) {
            Some(list) => {
                look = look.skip(list.to - look.at);
                found.push(list);
            }
            None => look = look.skip(1),
        }
    }
    found
}

/// "A, B and C", "8 % and 9 %", "fourth to sixth".
fn list(c: Chunks<'_>) -> Option<List> {
    let kind = kind(c.skip(direction(c)).phrase(0)?)?;
    if let Some(found) = range(c) {
        return Some(found);
    }
    let mut look = element(c, kind)?;
    let first = c.at..look.at;
    let mut parts = Vec::from([first]);
    let mut joined = false;
    while !joined && let Some((start, and)) = separator(look) {
        let Some(after) = element(start, kind) else { break };
        parts.push(start.at..after.at);
        (look, joined) = (after, and);
    }
    // "nudged up 8 % and 2 %": the word belongs to the verb, not to the first of them.
    let way = direction(c);
    let own = way > 0 && parts.iter().skip(1).any(|part| direction(Chunks { at: part.start, ..c }) == 0);
    let from = c.at + if own { way } else { 0 };
    if let Some(first) = parts.first_mut() {
        first.start = from;
    }
    (joined && parts.len() > 1).then_some(List { kind, from, to: look.at, parts, places: None })
}

/// What stands between two parts, and whether it is the last time.
fn separator(c: Chunks<'_>) -> Option<(Chunks<'_>, bool)> {
    let comma = usize::from(c.is(0, words![","]));
    let and = usize::from(c.is(comma, words!["and", "&"]));
    let after = c.skip(comma + and);
    let after = if after.is(0, words!["the"]) { after.skip(1) } else { after };
    (comma + and > 0).then_some((after, and > 0))
}

/// One part of a list: a name with what is said of it in a bracket, or a
/// phrase.
fn element(c: Chunks<'_>, of: Kind) -> Option<Chunks<'_>> {
    // "up 8 % and down 1 %": the direction is a part of its figure.
    let c = c.skip(direction(c));
    if kind(c.phrase(0)?)? != of {
        return None;
    }
    let mut rest = c.skip(1);
    if of == Kind::Name {
        while rest.is(0, words!["'s", "’s"]) {
            let owned = rest.phrase(1).and_then(kind) == Some(Kind::Name);
            rest = rest.skip(if owned { 2 } else { 1 });
        }
        if rest.is(0, words!["("])
            && let Some(close) = (1..16).find(|ahead| rest.is(*ahead, words![")"]))
        {
            rest = rest.skip(close + 1);
        }
    }
    Some(rest)
}

/// "up", "down" before a figure: how many chunks it takes.
fn direction(c: Chunks<'_>) -> usize {
    usize::from(c.is(0, words!["up", "down"]) && c.phrase(1).and_then(kind) == Some(Kind::Figure))
}

fn kind(phrase: &Phrase<'_>) -> Option<Kind> {
    match phrase {
        Phrase::Name(names) => subjects(names).next().map(|_| Kind::Name),
        Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Points(_) | Phrase::Number(_) => {
            Some(Kind::Figure)
        }
        Phrase::Ordinal(_) | Phrase::Place(Place::At(_)) => Some(Kind::Place),
        Phrase::Time(_) => Some(Kind::Time),
        _ => None,
    }
}

/// "fourth to sixth".
fn range(c: Chunks<'_>) -> Option<List> {
    let from = rank(c.phrase(0)?)?;
    let to = rank(c.phrase(2)?).filter(|to| *to > from && c.is(1, words!["to", "through", "-", "–"]))?;
    let parts = vec![c.at..c.at + 1, c.at + 2..c.at + 3];
    Some(List { kind: Kind::Place, from: c.at, to: c.at + 3, parts, places: Some(to - from + 1) })
}

const fn rank(phrase: &Phrase<'_>) -> Option<u32> {
    match phrase {
        Phrase::Ordinal(n) | Phrase::Place(Place::At(n)) => Some(*n),
        _ => None,
    }
}

/// The stretch with the `place`-th part of each list.
fn one<'p>(c: Chunks<'p>, stretch: Range<usize>, lists: &[&List], place: usize) -> Option<Vec<Chunk<'p>>> {
    let mut chunks = Vec::new();
    let mut at = stretch.start;
    while at < stretch.end {
        let look = Chunks { at, ..c };
        if let Some(list) = lists.iter().find(|list| list.from == at) {
            match list.places {
                Some(_) => {
                    let mut chunk = c.all.get(list.from)?.clone();
                    let first = rank(&chunk.phrase)?;
                    chunk.phrase = Phrase::Place(Place::At(first + u32::try_from(place).ok()?));
                    chunks.push(chunk);
                }
                None => {
                    for old in list.parts.get(place)?.clone() {
                        let mut chunk = c.all.get(old)?.clone();
                        if list.kind == Kind::Figure {
                            let last = c.all.get(list.parts.last()?.end.checked_sub(1)?)?;
                            chunk.phrase = shared(c, chunk.phrase, last)?;
                        }
                        chunks.push(chunk);
                    }
                }
            }
            at = list.to;
        } else if look.is(0, words!["respectively"]) {
            let opened = chunks.last().is_some_and(|chunk| c.lower(chunk.first) == ",");
            let closed = look.is(1, words![","]) || is_stop(look, 1);
            if opened && closed {
                chunks.pop();
            }
            at += if opened && look.is(1, words![","]) { 2 } else { 1 };
        } else {
            chunks.push(c.all.get(at)?.clone());
            at += 1;
        }
    }
    Some(chunks)
}

/// A figure with the unit and the scale that only the last one of its list
/// has: "4.1, 3.2 and 2.5 trillion tokens", "8, 9 and 10 percent".
pub(super) fn shared<'p>(c: Chunks<'_>, phrase: Phrase<'p>, last: &Chunk<'p>) -> Option<Phrase<'p>> {
    let bare = match &phrase {
        Phrase::Number(n) => Quantity::whole(*n, Unit::Own),
        Phrase::Amount { quantity, metrics } if metrics.is_empty() => quantity.clone(),
        _ => return Some(phrase),
    };
    let small = matches!(&bare.figure, Figure::Decimal(decimal) if decimal.exponent <= 0);
    Some(match &last.phrase {
        Phrase::Percent(_) if small => Phrase::Percent(Quantity { unit: Unit::Percent, ..bare }),
        Phrase::Points(_) if small => Phrase::Points(Quantity { unit: Unit::Point, ..bare }),
        Phrase::Percent(_) | Phrase::Points(_) => return None,
        Phrase::Amount { quantity, metrics } => {
            let figure = match bare.figure {
                Figure::Decimal(Decimal { mantissa, exponent }) if small => {
                    let scaled = Decimal { mantissa, exponent: exponent + scale(c, last) };
                    if !alike(scaled, &quantity.figure) {
                        return None;
                    }
                    Figure::Decimal(scaled)
                }
                figure => figure,
            };
            Phrase::Amount { quantity: Quantity { figure, ..bare }, metrics: metrics.clone() }
        }
        _ => phrase,
    })
}

/// May they be of one scale? "from 900 to 1.1 trillion" may mean billions.
fn alike(scaled: Decimal, last: &Figure) -> bool {
    let Figure::Decimal(last) = last else {
        return true;
    };
    let hundred = recount_model::Number::from(100);
    let (a, b) = (scaled.value(), last.value());
    a <= &b * &hundred && b <= &a * &hundred
}

/// The power of ten of the scale word of a figure.
fn scale(c: Chunks<'_>, chunk: &Chunk<'_>) -> i32 {
    (chunk.first..chunk.end).find_map(|token| power(c.lower(token))).unwrap_or(0)
}

/// The power of ten of a scale word.
pub(super) fn power(word: &str) -> Option<i32> {
    Some(match word {
        "thousand" | "thousands" | "k" => 3,
        "million" | "millions" | "mn" | "m" | "mln" => 6,
        "billion" | "billions" | "bn" | "b" | "bln" => 9,
        "trillion" | "trillions" | "tn" | "t" | "trn" | "trln" => 12,
        "quadrillion" | "quadrillions" => 15,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn lists_are_read_place_by_place() {
        assert_read(&[
            (
                "Alder, Birch and Cedar processed 4.1, 3.2 and 2.5 trillion tokens last week, respectively.",
                &[
                    "Alder was 4.1 trillion tokens", "Birch was 3.2 trillion tokens",
                    "Cedar was 2.5 trillion tokens",
                ],
            ),
            (
                "Alder and Birch ranked second and fourth last week with 4.1 and 3.2 trillion tokens.",
                &[
                    "Alder ranked number 2 by call volume", "Alder was 4.1 trillion tokens",
                    "Birch ranked number 4 by call volume", "Birch was 3.2 trillion tokens",
                ],
            ),
            (
                "Alder, Birch and Cedar occupied fourth to sixth place.",
                &[
                    "Alder ranked number 4 by call volume", "Birch ranked number 5 by call volume",
                    "Cedar ranked number 6 by call volume",
                ],
            ),
            (
                "With 4.1 and 3.2 trillion tokens respectively, Alder and Birch grew 8% and 9%.",
                &[
                    "Alder was 4.1 trillion tokens", "Alder rose by 8 percent",
                    "Birch was 3.2 trillion tokens", "Birch rose by 9 percent",
                ],
            ),
        ]);
    }

    #[test]
    fn lists_that_do_not_fit_are_not_paired() {
        assert_listed(&[
            "Alder, Birch and Cedar processed 4.1 and 3.2 trillion tokens last week, respectively.",
            "Alder and Birch together processed 4.1 and 3.2 trillion tokens last week.",
            "Alder and Birch rose respectively last week.",
        ]);
    }
}
