//! Fractions in words: `half`, `a third`, `two-thirds`, `one in five`.

use recount_model::{Figure, Number};

use crate::en::lexicon::Noun;
use crate::token::{Kind, Parsed, Tokens, is_hyphen, stop};

use super::Measure;
use super::number::{And, Part, scales};
use super::unit::unit;
use super::words::{group, tens_word, unit_word};

/// A part in words, whatever follows: `half`, `a half`, `a third`, `one-fifth`,
/// `two thirds`, `three quarters of`, `one twenty-fifth`, `five hundredths`.
pub(super) fn part(input: Tokens<'_>) -> Parsed<'_, Part> {
    if input.peek() == "half" {
        return Ok((input.skip(1), Part { over: 1, under: 2 }));
    }
    if let Some(found) = super::number::vulgar(input) {
        return Ok(found);
    }
    if let Some(found) = in_digits(input) {
        return Ok(found);
    }
    let (rest, over) = match input.peek() {
        "an" if matches!(input.peek_at(1), "eighth" | "eleventh" | "eighteenth" | "eightieth") => {
            (input.skip(1), 1)
        }
        "a" if !matches!(input.peek_at(1), "hundred" | "thousand") => (input.skip(1), 1),
        // "fell by another third"; a quarter may be one of the year, a half of anything.
        "another"
            if !matches!(input.peek_at(1), "quarter" | "half") && singular(input.peek_at(1)).is_some() =>
        {
            (input.skip(1), 1)
        }
        _ => group(input, And::Joins).filter(|(_, n)| *n > 0).ok_or_else(|| stop(input))?,
    };
    // "A hundred thousand trillionths".
    if let (named, Some(power @ 3..=9)) = scales(rest)
        && let Some((end, under, false)) = name(named).filter(|(_, under, _)| *under >= 1000)
    {
        let over = u64::from(over) * 10u64.pow(power.unsigned_abs());
        return Ok((end, Part { over, under }));
    }
    let hyphen = usize::from(is_hyphen(rest.peek()));
    let named = rest.skip(hyphen);
    if let Some((end, under, one)) = name(named).filter(|(_, _, one)| *one == (over == 1)) {
        let said = input.rest.iter().take(input.len() - rest.len()).any(|t| input.lower_of(*t) == "and");
        let tens = over % 100;
        // "one hundred thirty-fifths" are a hundred of them.
        if over > 100 && tens >= 20 && tens % 10 == 0 && !said && under < 10 && !one {
            let (over, under) = (over - tens, u64::from(tens) + under);
            return Ok((end, Part { over: u64::from(over), under }));
        }
        return Ok((end, Part { over: u64::from(over), under }));
    }
    Err(stop(named))
}

/// `2 thirds`, `4 fifths`; quarters and seconds are times.
fn in_digits(input: Tokens<'_>) -> Option<(Tokens<'_>, Part)> {
    let token = input.first().filter(|token| token.kind == Kind::Number)?;
    let over: u64 = input.text_of(token).parse().ok().filter(|over| (2..100).contains(over))?;
    let (rest, under, one) = name(input.skip(1)).filter(|(_, under, _)| *under != 4)?;
    (!one && !super::number::continues(input)).then_some((rest, Part { over, under }))
}

/// The name of a part: what it is of one, and whether it is in the singular.
fn name(input: Tokens<'_>) -> Option<(Tokens<'_>, u64, bool)> {
    if let Some(tens) = tens_word(input.peek()) {
        let rest = input.skip(1 + usize::from(is_hyphen(input.peek_at(1))));
        let (unit, one) = match (rest.peek(), rest.peek().strip_suffix('s')) {
            ("first", _) => (1, true),
            ("firsts", _) => (1, false),
            (word, _) if singular(word).is_some() => (singular(word)?, true),
            (_, Some(word)) => (singular(word)?, false),
            (_, None) => return None,
        };
        let plain = (1..10).contains(&unit) && !matches!(rest.peek(), "half" | "quarter" | "quarters");
        return plain.then(|| (rest.skip(1), u64::from(tens) + unit, one));
    }
    let word = input.peek();
    let (under, one) = match singular(word) {
        Some(under) => (under, true),
        None if word == "halves" => (2, false),
        None => (singular(word.strip_suffix('s')?)?, false),
    };
    Some((input.skip(1), under, one))
}

/// What the name of a part in the singular is of one. A second is a time.
fn singular(name: &str) -> Option<u64> {
    match name {
        "half" => Some(2),
        "quarter" => Some(4),
        "first" | "second" => None,
        _ => super::ordinal::name(name),
    }
}

/// `two tenths of a percentage point`, `a half percent`, `three-quarters percent`:
/// so much of one. "A third percentage point" is the third of several.
pub(super) fn of_a_percent(input: Tokens<'_>) -> Option<(Tokens<'_>, Figure, Measure)> {
    let (rest, part) = part(input).ok()?;
    let hyphen = usize::from(is_hyphen(rest.peek()));
    let (end, measure, power) = unit(rest.skip(hyphen))?;
    let of = rest.peek() == "of" && fraction(input).is_ok();
    let straight = rest.peek() != "of" && (part.over > 1 || part.under == 2 || part.under == 4);
    let fits = matches!(measure, Measure::Percent | Measure::Point) && (of || straight);
    let figure = Figure::Fraction { part: part.number(), whole: Number::decimal(1, power) };
    fits.then_some((end, figure, measure))
}

/// Does a part in words follow that is less than one: `three quarters`?
pub(super) fn is_part(input: Tokens<'_>) -> bool {
    let hyphen = usize::from(is_hyphen(input.peek_at(1)));
    let over = unit_word(input.peek()).filter(|over| *over > 1);
    let under = input.peek_at(1 + hyphen).strip_suffix('s').and_then(singular);
    over.zip(under).is_some_and(|(over, under)| u64::from(over) < under)
}

/// A fraction of a whole, for which nothing else is meant: not `a third week`,
/// `half a year`, `the first half`, `in a quarter`.
pub(super) fn fraction(input: Tokens<'_>) -> Parsed<'_, Part> {
    if let Some(found) = one_in(input) {
        return Ok(found);
    }
    if let Some(found) = slashed(input).or_else(|| one_over(input)) {
        return Ok(found);
    }
    let (rest, part) = part(input)?;
    let fits = match (input.peek(), part.under) {
        ("half", _) => is_half(input, rest),
        ("a", 4) => {
            let hedged = follows(input, &["over"]) && is_hedge_over(input);
            let noun = crate::en::lexicon::look_up(rest.peek_at(1)).noun;
            let of = rest.peek() == "of" && !matches!(noun, Some(Noun::Rise | Noun::Fall));
            may_end(rest)
                && (of || hedged || !follows(input, &["in", "over", "within", "every", "per", "each"]))
        }
        ("a" | "an" | "another", _) => may_end(rest),
        ("three", 4) => {
            let share = follows(input, &["for"]) && word_before_last(input).starts_with("account");
            may_end(rest) && (share || !follows(input, &["past", "last", "previous", "for", "straight"]))
        }
        // "one twenty-fifth", not "the twenty twenty-first models".
        (_, 21..) => may_end(rest),
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

/// "just over a quarter", "by over a quarter": more than that, not how long.
fn is_hedge_over(input: Tokens<'_>) -> bool {
    matches!(word_before_last(input), "just" | "slightly" | "marginally" | "bit" | "little" | "well" | "by")
}

/// The last word but one before the input.
fn word_before_last(input: Tokens<'_>) -> &str {
    let start = input.first().map_or(input.lower.len(), |token| token.start as usize);
    let before = input.lower.get(..start).unwrap_or("").trim_end();
    before.rsplit(|c: char| !c.is_alphanumeric()).nth(1).unwrap_or("")
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
        "of", "less", "more", "fewer", "lower", "higher", "larger", "smaller", "bigger", "greater", "below",
        "above", "as", "in", "on", "by", "to", "from", "since", "while", "when", "and", "or", "but",
        "compared", "against", "versus", "vs", "over", "than", "during", "last", "this", "week", "year",
        "month", "went", "came", "was", "is", "were", "are", "that", "again", "ahead", "behind", "at", "for",
        "with",
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

pub(super) fn is_counted(word: &str) -> bool {
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
    let part = Part { over: u64::from(over), under: u64::from(under) };
    (over < under && round && !unit && !is_hyphen(rest.peek())).then_some((rest, part))
}

/// `one over twenty`: as a sum is read out, so with nothing behind it that
/// "over twenty" could count.
fn one_over(input: Tokens<'_>) -> Option<(Tokens<'_>, Part)> {
    let (rest, over) = small(input).filter(|(rest, _)| rest.peek() == "over")?;
    let rest = rest.skip(1);
    let (rest, under) = group(rest, And::Joins).or_else(|| small(rest))?;
    let ends = rest.first().is_none_or(|next| next.kind == Kind::Symbol && !next.glued);
    let ends = ends || matches!(rest.peek(), "." | "," | ";");
    let part = Part { over: u64::from(over), under: u64::from(under) };
    (ends && over < under).then_some((rest, part))
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
pub(super) fn slashed(input: Tokens<'_>) -> Option<(Tokens<'_>, Part)> {
    let [over, slash, under, ..] = input.rest else {
        return None;
    };
    let rest = input.skip(3);
    let alone =
        input.text_of(*slash) == "/" && slash.glued && under.glued && !super::number::continues(input);
    let open =
        rest.first().is_some_and(|next| next.glued && (next.kind != Kind::Symbol || rest.peek() == "/"));
    let over: u64 = input.lower_of(*over).parse().ok().filter(|n| *n > 0)?;
    let under: u64 = input.lower_of(*under).parse().ok().filter(|n| matches!(n, 1..=10 | 100 | 1000))?;
    (alone && !open && over < under).then_some((rest, Part { over, under }))
}
