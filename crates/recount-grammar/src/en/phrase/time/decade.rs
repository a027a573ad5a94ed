//! Decades, and years in words: `the 1990s`, `the '90s`, `the nineties`,
//! `twenty twenty-six`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

use super::{Block, Part, When, YearRef};
use crate::en::phrase::quantity::{ordinal, small_number, tens_of};
use crate::token::{Kind, Parsed, Tokens, is_hyphen, stop, word};

/// `the 1990s`, `the 1990's`, `the '90s`, `the nineties`, `the late 1990s`.
pub(super) fn decade(input: Tokens<'_>) -> Parsed<'_, When> {
    let first = input.first().ok_or_else(|| stop(input))?;
    let known = first.kind == Kind::Number
        || matches!(input.peek(), "the" | "early" | "mid" | "late" | "nineteen" | "twenty" | "two");
    if !known {
        return Err(stop(input));
    }
    let (rest, the) = opt(word(words!["the"])).parse(input)?;
    if let Some(found) = of_a_century(rest) {
        return Ok(found);
    }
    let (rest, part) = opt(alt((
        value(Part::Early, word(words!["early"])),
        value(Part::Mid, word(words!["mid"])),
        value(Part::Late, word(words!["late"])),
    )))
    .parse(rest)?;
    let rest = rest.skip(usize::from(part.is_some() && is_hyphen(rest.peek())));
    let (rest, year) =
        in_digits(rest, the.is_some()).or_else(|| in_words(rest, the.is_some())).ok_or_else(|| stop(rest))?;
    let when = When::Decade(year);
    match part {
        Some(part) => Ok((rest, When::Part { part, of: Box::new(when) })),
        None => Ok((rest, when)),
    }
}

/// `[the] 21st century`, `[the] twentieth century`.
fn of_a_century(input: Tokens<'_>) -> Option<(Tokens<'_>, When)> {
    let after = (1..4).find(|ahead| input.peek_at(*ahead) == "century")?;
    let (rest, nth) = ordinal(input).ok()?;
    let last = i16::try_from(nth).ok().filter(|nth| (16..=21).contains(nth))? * 100;
    let year = |year| Box::new(When::Block { block: Block::Year, year: YearRef::Given(year) });
    let whole = input.len() - rest.len() == after && rest.peek_at(1) != "'s";
    whole.then(|| (rest.skip(1), When::Through(year(last - 99), year(last))))
}

fn in_digits(input: Tokens<'_>, the: bool) -> Option<(Tokens<'_>, i16)> {
    let apostrophe = matches!(input.peek(), "'" | "’" | "‘");
    let input = input.skip(usize::from(apostrophe));
    let token = input.first().filter(|token| token.kind == Kind::Number)?;
    let rest = input.skip(1);
    let plural = rest.first().is_some_and(|next| next.glued) && matches!(rest.peek(), "s" | "'s" | "’s");
    let text = input.text_of(token);
    let n: i16 = text.parse().ok().filter(|n| n % 10 == 0)?;
    let year = match text.len() {
        4 if (1500..=2090).contains(&n) && !apostrophe => n,
        2 if the || apostrophe => century(n)?,
        _ => return None,
    };
    // "2020's best" is of a year.
    let of_a_year = rest.peek() != "s" && (text.len() == 4 && !the);
    (plural && !of_a_year).then(|| (rest.skip(1), year))
}

/// The century of a decade of two digits: the last one that is over or begun.
const fn century(decade: i16) -> Option<i16> {
    match decade {
        0 | 10 => Some(2000 + decade),
        30..=90 => Some(1900 + decade),
        // The twenties are of either century.
        _ => None,
    }
}

/// `the nineties`, `the nineteen nineties`, `the noughties`, `the twenty-tens`.
fn in_words(input: Tokens<'_>, the: bool) -> Option<(Tokens<'_>, i16)> {
    // "The two thousands", "the two thousand and tens".
    let thousand = input.peek() == "two" && matches!(input.peek_at(1), "thousand" | "thousands");
    if thousand && the && input.peek_at(1) == "thousands" {
        return (input.peek_at(2) != "of").then(|| (input.skip(2), 2000));
    }
    let hundreds = match input.peek() {
        "nineteen" => Some(1900),
        "twenty" => Some(2000),
        "two" if thousand => Some(2000),
        _ => None,
    };
    if !the && hundreds.is_none() {
        return None;
    }
    let hyphen = usize::from(hundreds.is_some() && is_hyphen(input.peek_at(1)));
    let rest = input.skip(usize::from(hundreds.is_some()) + hyphen);
    let rest = if thousand { rest.skip(1 + usize::from(rest.peek_at(1) == "and")) } else { rest };
    let decade = match rest.peek() {
        "noughties" | "aughts" if hundreds.is_none() => 0,
        "tens" => 10,
        "twenties" => 20,
        "thirties" => 30,
        "forties" => 40,
        "fifties" => 50,
        "sixties" => 60,
        "seventies" => 70,
        "eighties" => 80,
        "nineties" => 90,
        _ => return None,
    };
    let year = match hundreds {
        Some(hundreds) => hundreds + decade,
        None if decade == 10 => return None,
        None => century(decade)?,
    };
    Some((rest.skip(1), year))
}

/// A year as it is read out: `nineteen ninety-nine`, `twenty twenty-six`, `two
/// thousand and eighteen`.
pub(super) fn year_in_words(input: Tokens<'_>) -> Option<(Tokens<'_>, i16)> {
    let hundreds = match input.peek() {
        "two" => return after_two_thousand(input),
        "nineteen" => 1900,
        "twenty" => 2000,
        _ => return None,
    };
    let rest = input.skip(1 + usize::from(is_hyphen(input.peek_at(1))));
    if matches!(rest.peek(), "oh" | "o") {
        let digit = small_number(rest.peek_at(1)).filter(|n| (1..10).contains(n))?;
        return Some((rest.skip(2), hundreds + digit));
    }
    let (rest, n) = two_digits(rest).filter(|(_, n)| *n >= 10)?;
    ends(rest).then_some((rest, hundreds + n))
}

fn after_two_thousand(input: Tokens<'_>) -> Option<(Tokens<'_>, i16)> {
    if input.peek_at(1) != "thousand" {
        return None;
    }
    let rest = input.skip(2);
    let rest = rest.skip(usize::from(rest.peek() == "and"));
    let (rest, n) = two_digits(rest).filter(|(_, n)| *n > 0)?;
    ends(rest).then_some((rest, 2000 + n))
}

fn two_digits(input: Tokens<'_>) -> Option<(Tokens<'_>, i16)> {
    if let Some(n) = small_number(input.peek()) {
        return Some((input.skip(1), n));
    }
    let tens = tens_of(input.peek())?;
    let hyphen = usize::from(is_hyphen(input.peek_at(1)));
    match small_number(input.peek_at(1 + hyphen)).filter(|n| (1..10).contains(n)) {
        Some(n) => Some((input.skip(2 + hyphen), tens + n)),
        None => Some((input.skip(1), tens)),
    }
}

/// Is it the whole number, and no amount?
fn ends(rest: Tokens<'_>) -> bool {
    !is_hyphen(rest.peek()) && !crate::en::phrase::quantity::is_unit_or_scale(rest)
}
