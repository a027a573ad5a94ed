//! "Not X but Y", "Y, not X", "Y rather than X": what is said is Y. The sentence
//! is read without X; "not a record" and the like are listed.

use super::{Chunks, Item, JOINS, is_stop};
use crate::en::lexicon::Frames;
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunk, Phrase, subjects};
use crate::token::Words;

/// A sentence without what is only held against what it says.
pub(super) struct Told<'p> {
    /// What is left, in the order in which it is read.
    pub chunks: Vec<Chunk<'p>>,
    /// For each of them its place in the sentence.
    from: Vec<usize>,
    /// What is said not to be so, in words that no rule reads.
    aside: Vec<(usize, usize)>,
}

const WHY: &str = "what is not so, in words that no rule reads";

impl<'p> Told<'p> {
    /// The sentence without its contrasts; `None` where it has none.
    pub(super) fn of(c: Chunks<'p>) -> Option<Self> {
        let marked = |ahead: &usize| c.is(*ahead, MARKERS);
        if !(0..c.len()).any(|ahead| marked(&ahead)) {
            return None;
        }
        let mut order: Vec<usize> = (c.at..c.to).collect();
        let mut aside = Vec::new();
        let mut place = c.at;
        while place < c.to {
            let here = Chunks { at: place, ..c };
            place = match found(here) {
                Some(Contrast { drop, aside: listed, next }) => {
                    order.retain(|place| !(drop.0..drop.1).contains(place));
                    aside.extend(listed.then_some(drop));
                    next
                }
                None => place + 1,
            };
        }
        let turned = corrected(c, &mut order);
        let cleft = cleft(c, &mut order);
        if order.len() == c.len() && !turned && !cleft {
            return None;
        }
        let chunks = order.iter().filter_map(|place| c.all.get(*place).cloned()).collect();
        Some(Self { chunks, from: order, aside })
    }

    /// Items of what was read, with the places of the whole sentence.
    pub(super) fn restore(&self, items: Vec<Item>) -> Vec<Item> {
        let place = |at: usize| self.from.get(at).copied();
        let back = |item| match item {
            Item::Unread { from, to, why, named } => {
                let start = place(from).unwrap_or(0);
                let end = to.checked_sub(1).and_then(place).map_or(start, |last| last + 1);
                Item::Unread { from: start.min(end), to: end.max(start), why, named }
            }
            other => other,
        };
        let aside =
            self.aside.iter().map(|(from, to)| Item::Unread { from: *from, to: *to, why: WHY, named: false });
        items.into_iter().map(back).chain(aside).collect()
    }
}

/// Words of which a contrast has one.
const MARKERS: &Words = words!["not", "n't", "n’t", "rather", "instead", "opposed"];

struct Contrast {
    /// The chunks that say what is not so.
    drop: (usize, usize),
    /// Do they say more than that?
    aside: bool,
    /// Where to look on.
    next: usize,
}

/// A contrast that begins here.
fn found(c: Chunks<'_>) -> Option<Contrast> {
    not_but(c).or_else(|| behind(c))
}

/// "not X but Y", where X and Y are of one kind: Y is left.
fn not_but(c: Chunks<'_>) -> Option<Contrast> {
    if !c.is(0, words!["not"]) {
        return None;
    }
    let (rest, kind) = operand(c.skip(1))?;
    let comma = usize::from(rest.is(0, words![","]));
    let but = rest.skip(comma);
    if !but.is(0, words!["but"]) {
        return None;
    }
    let (_, other) = operand(but.skip(1))?;
    let drop = (c.at, but.at + 1);
    kind.like(other).then_some(Contrast { drop, aside: false, next: but.at + 1 })
}

/// ", not X", "and not X", "rather than X", "instead of X" behind Y.
fn behind(c: Chunks<'_>) -> Option<Contrast> {
    let comma = usize::from(c.is(0, words![",", "—", "–", "-"]) && is_stop(c, 0));
    let look = c.skip(comma);
    let joined = usize::from(look.is(0, words!["and", "but"]));
    let (rest, not) = match (look.word(joined), look.word(joined + 1)) {
        ("not", _) if comma + joined > 0 => (look.skip(joined + 1), true),
        ("rather", "than") => (look.skip(joined + 2), false),
        ("instead", "of") => (look.skip(joined + 2), false),
        ("as", "opposed") if look.is(joined + 2, words!["to"]) => (look.skip(joined + 3), false),
        _ => return None,
    };
    if c.at == 0 {
        return None;
    }
    if let Some((after, kind)) = operand(rest) {
        let end = remark(after);
        let stops = is_stop(end, 0);
        // "X rather than Y led": a name before a verb.
        let subject = kind == Kind::Who && end.verb(0).is_some();
        if (stops || (subject && !not) || subject && joined > 0) && !owns(after) {
            return Some(closed(c, end, comma > 0, false));
        }
        // "not X last week, but"; "rather than X last week".
        let timed = matches!(end.phrase(0), Some(Phrase::Time(_))) && is_stop(end, 1);
        if timed && comma + joined == 0 {
            return Some(Contrast { drop: (c.at, end.at), aside: false, next: end.at });
        }
    }
    // "not a record", "not enough to overtake X": listed by itself.
    // That it did not overtake X is said after all: see [`Parser::not_enough_to`].
    let order = rest.is(0, words!["enough"])
        && rest.is(1, words!["to"])
        && rest.verb(2).is_some_and(|verb| verb.frames.any(Frames::AHEAD.and(Frames::OVERTAKE)));
    if order {
        return None;
    }
    let noun = rest.is(0, words!["a", "an", "the", "its", "their", "enough"])
        || rest.is(0, words!["as"]) && rest.is(1, words!["much", "many"]);
    let end = (0..16).find(|ahead| is_stop(rest, *ahead) || rest.is(*ahead, JOINS) && *ahead > 1)?;
    let limits = (0..end).any(|ahead| rest.is(ahead, words!["only", "just", "counting", "including"]));
    (noun && not && comma > 0 && !limits).then(|| closed(c, rest.skip(end), true, true))
}

/// The contrast from here to `end`, with the comma that closes it where what
/// stands before it goes on behind it.
fn closed(c: Chunks<'_>, end: Chunks<'_>, opened: bool, aside: bool) -> Contrast {
    let closes = opened && end.is(0, words![",", "—", "–", "-"]) && !end.is_empty();
    let clause =
        end.is(1, JOINS) || end.is(1, words!["which", "who", "a", "an", "its", "with", "up", "down"]);
    let new = end.verb(1).is_some_and(|verb| verb.form == crate::en::lexicon::Form::Ing);
    let to = if closes && !clause && !new { end.at + 1 } else { end.at };
    Contrast { drop: (c.at, to), aside, next: to }
}

/// "as in May", "that analysts had forecast", "reported earlier": what belongs
/// to X, up to the next stop.
fn remark(c: Chunks<'_>) -> Chunks<'_> {
    const WORDS: &Words = words![
        "as", "that", "which", "reported", "claimed", "stated", "announced", "forecast", "expected",
        "predicted", "given", "first", "initially", "previously", "earlier", "originally", "hoped",
    ];
    if !c.is(0, WORDS) {
        return c;
    }
    let plain = |ahead: usize| c.get(ahead).is_some_and(|chunk| !chunk.is_figure());
    let end = (0..12).find(|ahead| is_stop(c, *ahead) || !plain(*ahead));
    end.filter(|end| is_stop(c, *end)).map_or(c, |end| c.skip(end))
}

/// "X's": not X itself.
fn owns(c: Chunks<'_>) -> bool {
    c.is(0, words!["'s", "’s", "'", "’"])
}

/// "Did not rank first last week but second": the verb holds of what stands
/// behind "but".
fn corrected(c: Chunks<'_>, order: &mut Vec<usize>) -> bool {
    let at = |place: usize| Chunks { at: place, ..c };
    let Some(but) = order.iter().position(|place| at(*place).is(0, words!["but"])) else { return false };
    let Some((rest, kind)) = operand(at(order[but] + 1)) else { return false };
    let (from, to) = (order[but] + 1, rest.at);
    // What stands behind it is an adjunct at most.
    let mut rest = rest;
    while matches!(rest.phrase(0), Some(Phrase::Time(_))) {
        rest = rest.skip(1);
    }
    if !is_stop(rest, 0) || owns(rest) {
        return false;
    }
    // Back to the negation, over times and one operand of the same kind.
    let denies = |place: &usize| at(*place).is(0, words!["not", "n't", "n’t"]);
    let Some(not) = order[..but].iter().rposition(denies) else { return false };
    let stop = |place: &usize| is_stop(at(*place), 0) && !at(*place).is(0, words![","]);
    let verb = not.checked_sub(1).and_then(|before| at(order[before]).verb(0));
    let auxiliary = verb.is_some_and(|verb| verb.frames.any(Frames::AUX.and(Frames::BE)));
    if !auxiliary || order[not..but].iter().any(stop) || but - not > 12 {
        return false;
    }
    let found = (not + 1..but).find_map(|place| {
        let (after, other) = operand(at(order[place]))?;
        let alike = kind.like(other) && at(order[place]).is(0, PREPOSITIONS) == at(from).is(0, PREPOSITIONS);
        alike.then_some((order[place], after.at))
    });
    let Some((old, end)) = found else { return false };
    let kept = order.iter().copied();
    let turned = kept.flat_map(|place| {
        let replaced = if place == old { from..to } else { 0..0 };
        let gone = place == order[not] || place == order[but] || (old..end).contains(&place);
        let moved = (from..to).contains(&place);
        replaced.chain((!gone && !moved).then_some(place))
    });
    *order = turned.collect();
    true
}

/// "It was X that led": X led.
fn cleft(c: Chunks<'_>, order: &mut Vec<usize>) -> bool {
    let at = |place: usize| Chunks { at: place, ..c };
    for first in 0..order.len() {
        let start = first == 0
            || is_stop(at(order[first - 1]), 0)
            || matches!(at(order[first - 1]).phrase(0), Some(Phrase::Time(_)));
        let words = order.get(first..first + 4).unwrap_or(&[]);
        let [it, be, who, that] = words else { return false };
        let frame = at(*it).is(0, words!["it"])
            && at(*be).is(0, words!["is", "was"])
            && at(*that).is(0, words!["that", "who", "which"]);
        if start && frame && matches!(operand(at(*who)), Some((_, Kind::Who))) {
            let gone = [*it, *be, *that];
            order.retain(|place| !gone.contains(place));
            return true;
        }
    }
    false
}

const PREPOSITIONS: &Words = words!["by", "to", "at", "from", "of", "for", "in", "on"];

/// What a contrast holds against one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Amount,
    Percent,
    Points,
    Ratio,
    /// "third", "the top five".
    Place,
    Who,
    When,
    /// "nine weeks".
    Long,
}

impl Kind {
    fn like(self, other: Self) -> bool {
        self == other
    }
}

/// One of them, with its preposition and its article.
fn operand(c: Chunks<'_>) -> Option<(Chunks<'_>, Kind)> {
    let look = c.skip(usize::from(c.is(0, PREPOSITIONS)));
    let look = look.skip(usize::from(look.is(0, words!["the", "a", "an", "about", "just", "only"])));
    let unit = |c: Chunks<'_>| {
        usize::from(
            matches!(c.phrase(0), Some(Phrase::Name(names)) if !crate::en::phrase::units(names).is_empty() && subjects(names).next().is_none()),
        )
    };
    let rest = look.skip(1);
    let kind = match look.phrase(0)? {
        Phrase::Amount { .. } => return Some((rest.skip(unit(rest)), Kind::Amount)),
        Phrase::Number(_) => return Some((rest.skip(unit(rest)), Kind::Amount)),
        Phrase::Percent(_) => Kind::Percent,
        Phrase::Points(_) => Kind::Points,
        Phrase::Ratio(_) => Kind::Ratio,
        Phrase::Place(Place::Board) => return None,
        Phrase::Place(_) | Phrase::Ordinal(_) => Kind::Place,
        Phrase::Word(_) if look.is(0, words!["first"]) => Kind::Place,
        Phrase::Name(names) if subjects(names).next().is_some() => Kind::Who,
        Phrase::Time(_) => Kind::When,
        Phrase::Weeks(_) | Phrase::Other(_) => Kind::Long,
        _ => return None,
    };
    Some((rest, kind))
}
