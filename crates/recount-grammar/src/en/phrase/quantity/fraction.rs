//! Fractions in words: `half`, `a third`, `two-thirds`, `one in five`.

use crate::token::{Kind, Parsed, Tokens, is_hyphen, stop};

use super::number::Part;
use super::words::unit_word;

/// A part in words, whatever follows: `half`, `a half`, `a third`, `one-fifth`,
/// `two thirds`, `three quarters of`.
pub(super) fn part(input: Tokens<'_>) -> Parsed<'_, Part> {
    if input.peek() == "half" {
        return Ok((input.skip(1), Part { over: 1, under: 2 }));
    }
    let over = match input.peek() {
        "a" => 1,
        word => unit_word(word).filter(|n| *n > 0).ok_or_else(|| stop(input))?,
    };
    let hyphen = usize::from(is_hyphen(input.peek_at(1)));
    let name = input.peek_at(1 + hyphen);
    let under = if over == 1 { singular(name) } else { plural(name) };
    let under = under.filter(|under| over < *under).ok_or_else(|| stop(input))?;
    Ok((input.skip(2 + hyphen), Part { over, under }))
}

fn singular(name: &str) -> Option<u32> {
    Some(match name {
        "half" => 2,
        "third" => 3,
        "quarter" | "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "hundredth" => 100,
        _ => return None,
    })
}

fn plural(name: &str) -> Option<u32> {
    let name = name.strip_suffix('s')?;
    singular(name)
}

/// A fraction of a whole, for which nothing else is meant: not `a third week`,
/// `half a year`, `the first half`, `in a quarter`.
pub(super) fn fraction(input: Tokens<'_>) -> Parsed<'_, Part> {
    if let Some(found) = one_in(input) {
        return Ok(found);
    }
    if let Some(found) = slashed(input) {
        return Ok(found);
    }
    let (rest, part) = part(input)?;
    let fits = match (input.peek(), part.under) {
        ("half", _) => is_half(input, rest),
        ("a", 4) => may_end(rest) && !follows(input, &["in", "over", "within", "every", "per", "each"]),
        ("a", _) => may_end(rest),
        ("three", 4) => may_end(rest) && !follows(input, &["past", "last", "previous", "for", "straight"]),
        _ => !is_counted(rest.peek()),
    };
    if fits { Ok((rest, part)) } else { Err(stop(rest)) }
}

/// Is the word before the input one of `words`?
pub(super) fn follows(input: Tokens<'_>, words: &[&str]) -> bool {
    let start = input.first().map_or(input.lower.len(), |token| token.start as usize);
    let before = input.lower.get(..start).unwrap_or("").trim_end();
    let cut = before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| at + 1);
    // A letter that is longer than a byte may stand at the cut.
    before.get(cut..).is_some_and(|word| words.contains(&word))
}

fn is_half(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const OF: &[&str] =
        &["the", "its", "their", "his", "her", "our", "your", "all", "those", "these", "that", "what"];
    if follows(input, &["first", "second", "last", "latter", "other", "final", "year"]) {
        return false;
    }
    may_end(rest) || OF.contains(&rest.peek())
}

/// May a fraction end here, or does a noun follow that makes it an ordinal or
/// a length?
fn may_end(rest: Tokens<'_>) -> bool {
    const AFTER: &[&str] = &[
        "of", "less", "more", "fewer", "lower", "higher", "larger", "smaller", "bigger", "below", "above",
        "as", "in", "on", "by", "to", "from", "since", "while", "when", "and", "or", "but", "compared",
        "against", "versus", "vs", "over", "than", "during", "last", "this", "week", "year", "month", "went",
        "came", "was", "is", "were", "are", "that", "again", "ahead", "behind", "at", "for", "with",
    ];
    const UNITS: &[&str] = &["week", "year", "month"];
    let Some(next) = rest.first() else {
        return true;
    };
    if next.kind == Kind::Symbol {
        return !is_hyphen(rest.peek()) && rest.peek() != "'";
    }
    if UNITS.contains(&rest.peek()) {
        // "up a third week on week", but not "a third week".
        let joint = rest.skip(1);
        let joint = joint.skip(usize::from(is_hyphen(joint.peek())));
        return matches!(joint.peek(), "on" | "over") && UNITS.contains(&joint.skip(1).peek());
    }
    AFTER.contains(&rest.peek())
}

fn is_counted(word: &str) -> bool {
    matches!(word, "week" | "weeks" | "place" | "places" | "time" | "times" | "consecutive" | "straight")
}

/// `one in five`, `three out of four`, `two of every three`.
fn one_in(input: Tokens<'_>) -> Option<(Tokens<'_>, Part)> {
    let (rest, over) = small(input)?;
    let rest = match (rest.peek(), rest.peek_at(1), rest.peek_at(2)) {
        ("out", "of", "every") => rest.skip(3),
        ("out", "of", _) | ("in" | "of", "every", _) => rest.skip(2),
        ("in", ..) => rest.skip(1),
        _ => return None,
    };
    let (rest, under) = small(rest)?;
    let unit = super::unit_of_time(rest.peek()).is_some() || is_counted(rest.peek());
    let round = under <= 10 || matches!(under, 12 | 20 | 100 | 1000);
    (over < under && round && !unit && !is_hyphen(rest.peek())).then_some((rest, Part { over, under }))
}

fn small(input: Tokens<'_>) -> Option<(Tokens<'_>, u32)> {
    if let Some(n) = unit_word(input.peek()) {
        return (n > 0).then(|| (input.skip(1), n));
    }
    let token = input.first().filter(|token| token.kind == Kind::Number && !token.glued)?;
    let n: u32 = input.lower_of(token).parse().ok().filter(|n| (1..=1000).contains(n))?;
    let after = input.skip(1);
    (!after.first().is_some_and(|next| next.glued && next.kind != Kind::Symbol)).then_some((after, n))
}

/// `1/3`, `2/3`: not a date, so nothing glued around it, and below one.
fn slashed(input: Tokens<'_>) -> Option<(Tokens<'_>, Part)> {
    let [over, slash, under, ..] = input.rest else {
        return None;
    };
    let rest = input.skip(3);
    let alone = input.text_of(*slash) == "/" && slash.glued && under.glued && !over.glued;
    let open =
        rest.first().is_some_and(|next| next.glued && (next.kind != Kind::Symbol || rest.peek() == "/"));
    let over: u32 = input.lower_of(*over).parse().ok().filter(|n| *n > 0)?;
    let under: u32 = input.lower_of(*under).parse().ok().filter(|n| *n <= 10)?;
    (alone && !open && over < under).then_some((rest, Part { over, under }))
}
