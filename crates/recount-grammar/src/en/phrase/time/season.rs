//! Seasons: `summer 2025`, `the spring of 2026`, `last winter`, `over the summer`.
//!
//! Where a season begins is told by the month or by the sun, so both are meant:
//! summer is from June 1 to September 22.

use nom::Parser;
use nom::combinator::opt;

use super::date::year;
use super::{When, YearRef};
use crate::token::{Parsed, Tokens, stop, word};

/// A season with its year, or one told from publication. "Fall" is one only
/// beside a year, and "winter 2025" is of two.
pub(super) fn season(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, lead) = opt(word(words!["the", "this", "last", "past", "next"])).parse(input)?;
    let lead = lead.map_or("", |token| input.lower_of(token));
    let (rest, past) = opt(word(words!["past", "last"])).parse(rest)?;
    let past = past.is_some() || matches!(lead, "last" | "past");
    let first_month = month(rest.peek()).ok_or_else(|| stop(rest))?;
    let fall = rest.peek() == "fall";
    let rest = rest.skip(1);
    let (after, _) = opt(word(words!["of", "in"])).parse(rest)?;
    if let (Ok((end, year)), false) = (year(after), past || matches!(lead, "this" | "next")) {
        let two_years = first_month == 12;
        let season = When::Season { first_month, year: YearRef::Given(year) };
        return if two_years { Err(stop(end)) } else { Ok((end, season)) };
    }
    // "The summer release", "the spring of its growth".
    let governed = matches!(rest.peek(), "of" | "'s" | "’s");
    let year = match lead {
        _ if past => YearRef::Last,
        "this" => YearRef::Relative(0),
        "next" => YearRef::Next,
        "the" => YearRef::Missing,
        _ => return Err(stop(rest)),
    };
    let ends = rest.first().is_none_or(|next| next.kind == crate::token::Kind::Symbol)
        || matches!(rest.peek(), "and" | "but" | "when" | "while" | "as" | "with" | "to" | "by");
    if fall || governed || (lead == "the" && !past && !ends) {
        return Err(stop(rest));
    }
    Ok((rest, When::Season { first_month, year }))
}

fn month(name: &str) -> Option<i8> {
    Some(match name {
        "spring" | "springtime" => 3,
        "summer" | "summertime" => 6,
        "autumn" | "fall" => 9,
        "winter" | "wintertime" => 12,
        _ => return None,
    })
}
