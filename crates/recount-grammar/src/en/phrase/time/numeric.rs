//! Months in digits, and days of a month that is told by its place: `2026-03`,
//! `3/2026`, `the 4th to the 22nd of this month`.

use nom::Parser;
use nom::combinator::opt;

use super::date::{day_number, is_capital, month_name, year};
use super::{Block, TimeUnit, When, YearRef, relative};
use crate::token::{Kind, Parsed, Tokens, is_dash, is_hyphen, stop, word};

/// `2026-03`, `2026/3`, `3/2026`, `2026 March`.
pub(super) fn month_in_digits(input: Tokens<'_>) -> Parsed<'_, When> {
    let [first, sign, second, ..] = input.rest else {
        return year_first(input);
    };
    if first.kind != Kind::Number {
        return Err(stop(input));
    }
    let slash = input.text_of(*sign) == "/";
    let (a, b) = (first.end - first.start, second.end - second.start);
    // "2026 / 03", "03 / 2026".
    let spaced = slash && matches!((a, b), (4, 2) | (2, 4));
    let joined = (sign.glued && second.glued || spaced) && second.kind == Kind::Number;
    if !joined || !(slash || is_hyphen(input.text_of(*sign))) {
        return year_first(input);
    }
    let rest = input.skip(3);
    let number = rest.rest.get(1).is_some_and(|next| next.glued && next.kind == Kind::Number);
    let open = rest.first().is_some_and(|next| next.glued && (next.kind != Kind::Symbol || number));
    let (a, b) = (input.text_of(*first), input.text_of(*second));
    let found = match (a.len(), b.len()) {
        (4, 1 | 2) if !is_season(a, b) => month_of(a, b),
        (1 | 2, 4) => month_of(b, a),
        _ => None,
    };
    found.filter(|_| !open).map(|when| (rest, when)).ok_or_else(|| stop(input))
}

/// "2011-12" may be a season from one year to the next.
fn is_season(year: &str, next: &str) -> bool {
    let year = year.parse::<u16>().ok();
    next.len() == 2 && year.zip(next.parse::<u16>().ok()).is_some_and(|(a, b)| (a + 1) % 100 == b)
}

fn month_of(year: &str, month: &str) -> Option<When> {
    let year: i16 = year.parse().ok().filter(|year| (1900..=2100).contains(year))?;
    let month: i8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    Some(When::Block { block: Block::Month(month), year: YearRef::Given(year) })
}

/// `2026 March`: a month behind its year, and no day behind it.
fn year_first(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, year) = year(input)?;
    let rest = rest.skip(usize::from(rest.peek() == ","));
    // In lower case some are words: "2026 may be", "2026 march".
    let named = |month: &i8| is_capital(rest) || !matches!(month, 3 | 5);
    let month = month_name(rest.peek()).filter(named).ok_or_else(|| stop(rest))?;
    let rest = rest.skip(1);
    match rest.first() {
        Some(next) if next.kind == Kind::Number => Err(stop(rest)),
        _ => Ok((rest, When::Block { block: Block::Month(month), year: YearRef::Given(year) })),
    }
}

/// `the 20th of next month`, `from the 4th to the 22nd of this month`, `4-23 of
/// last month`. Without "of", digits alone may be ranks or amounts ("rose from
/// 4 to 6 this month").
pub(super) fn days_in(input: Tokens<'_>) -> Parsed<'_, When> {
    days_of_a_month(input, true)
}

/// Days of a month that is told by its place: `from 4 to 22 this month`; with
/// `clear` only where the words show that they are days.
///
/// # Errors
/// Where none start.
pub fn days_of_a_month(input: Tokens<'_>, clear: bool) -> Parsed<'_, When> {
    let (rest, lead) = opt(word(words!["from", "between"])).parse(input)?;
    let between = lead.is_some_and(|token| input.lower_of(token) == "between");
    let (rest, _) = opt(word(words!["the"])).parse(rest)?;
    let (rest, (first, mut suffixed)) = day_number(rest)?;
    let joint = rest.peek();
    let joins = match between {
        true => joint == "and" || is_dash(joint),
        false => is_dash(joint) || matches!(joint, "to" | "through" | "thru" | "until" | "till"),
    };
    let (rest, last) = if joins {
        let (rest, _) = opt(word(words!["the"])).parse(rest.skip(1))?;
        let (rest, (last, said)) = day_number(rest)?;
        suffixed |= said;
        (rest, last)
    } else {
        (rest, first)
    };
    let (rest, of) = opt(word(words!["of", "in"])).parse(rest)?;
    let (rest, month) = relative::modified(rest)?;
    let is_month =
        matches!(month, When::Unit { unit: TimeUnit::Month, .. } | When::Previous(TimeUnit::Month));
    let shown = if joins { of.is_some() || suffixed } else { of.is_some() && suffixed };
    let ordered = if joins { first < last } else { lead.is_none() };
    match is_month && (shown || joins && !clear) && ordered {
        true => Ok((rest, When::DaysIn { first, last, of: Box::new(month) })),
        false => Err(stop(rest)),
    }
}
