//! What is still to come, and weekends: `the next four days`, `the rest of the
//! week`, `later this month`, `the week after next`, `two weeks from now`.

use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use recount_model::Hedge;

use super::{When, block, days, duration};
use crate::en::phrase::quantity::{TimeUnit, cardinal, ordinal, unit_of_time};
use crate::token::{Kind, Parsed, Tokens, is_hyphen, phrase, stop, word};

/// Any of them, without a preposition.
pub(super) fn ahead(input: Tokens<'_>) -> Parsed<'_, When> {
    let rest = input.skip(usize::from(matches!(input.peek(), "the" | "this" | "my")));
    match rest.peek() {
        "rest" | "remainder" if input.peek() != "this" => rest_of(rest),
        "later" if input.peek() == "later" => later(input),
        "next" | "coming" | "upcoming" | "following" | "last" | "past" | "previous" | "prior" | "weekend" => {
            super::longest(&[next_units, weekend, after_next, dated_weekend], input)
        }
        "first" | "second" | "third" | "fourth" | "fifth" | "final" | "opening" | "closing" => {
            dated_weekend(input)
        }
        "week" | "month" | "quarter" | "year" => after_next(input),
        _ if input.peek() == rest.peek() => from_now(input),
        _ => Err(stop(rest)),
    }
}

/// `the rest of the week`, `the remainder of this month`.
fn rest_of(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["of"])).parse(input.skip(1))?;
    let (rest, _) = opt(word(words!["the", "this", "my", "our"])).parse(rest)?;
    let (rest, _) = opt(word(words!["current", "calendar"])).parse(rest)?;
    let (rest, unit) = unit(rest)?;
    Ok((rest, When::Rest(unit)))
}

/// `later this month`.
fn later(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = word(words!["this"]).parse(input.skip(1))?;
    let (rest, unit) = unit(rest)?;
    Ok((rest, When::Later(unit)))
}

/// A unit longer than a day, in the singular.
fn unit(input: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    let unit = unit_of_time(input.peek()).filter(|unit| *unit != TimeUnit::Day);
    let unit = unit.filter(|_| !input.peek().ends_with('s')).ok_or_else(|| stop(input))?;
    Ok((input.skip(1), unit))
}

/// `the next four days`, `the coming two weeks`.
fn next_units(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    let (rest, _) = word(words!["next", "coming", "upcoming"]).parse(rest)?;
    let couple = phrase("couple of").parse(rest).ok().map(|(rest, ())| (rest, 2));
    let (rest, count) = couple.map_or_else(|| cardinal(rest), Ok)?;
    let rest = rest.skip(usize::from(is_hyphen(rest.peek())));
    let unit = unit_of_time(rest.peek()).ok_or_else(|| stop(rest))?;
    Ok((rest.skip(1), When::Ahead { count, unit }))
}

/// `the weekend`, `this weekend`, `last weekend`, `the weekend after next`.
fn weekend(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, lead) = opt(word(words!["the", "this", "my"])).parse(input)?;
    let this = lead.map_or("", |token| input.lower_of(token));
    let (rest, modified) = opt(alt((
        value(-1, word(words!["last", "past"])),
        value(i8::MIN, word(words!["previous", "prior"])),
        value(0, word(words!["coming", "upcoming"])),
        value(1, word(words!["next", "following"])),
    )))
    .parse(rest)?;
    let (rest, _) = word(words!["weekend"]).parse(rest)?;
    if let (None, "the", Ok((rest, ()))) = (modified, this, after_the_next(rest)) {
        return Ok((rest, When::Weekend(Some(2))));
    }
    if modified == Some(i8::MIN) {
        return Ok((rest, When::WeekendBefore));
    }
    let shift = match (modified, this) {
        // "the past weekend" of a text that appears on a Sunday.
        (Some(-1), "the" | "this") => None,
        (Some(shift), _) => Some(shift),
        (None, "this" | "my") => Some(0),
        (None, "the") => None,
        (None, _) => return Err(stop(rest)),
    };
    let governed = matches!(rest.peek(), "of" | "after" | "before" | "ended" | "ending");
    if governed { Err(stop(rest)) } else { Ok((rest, When::Weekend(shift))) }
}

/// `the second weekend of June`, `the weekend of June 20`, `the weekend of June 19-21`.
fn dated_weekend(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    let (rest, nth) = match rest.peek() {
        "weekend" => (rest, None),
        "last" | "final" | "closing" => (rest.skip(1), Some(-1)),
        "opening" => (rest.skip(1), Some(1)),
        _ => {
            let (rest, n) = ordinal(rest)?;
            (rest, Some(i8::try_from(n).ok().filter(|n| *n <= 5).ok_or_else(|| stop(input))?))
        }
    };
    let (rest, _) = word(words!["weekend"]).parse(rest)?;
    let (rest, _) = word(words!["of", "in"]).parse(rest)?;
    let Some(nth) = nth else {
        return match days::days_or_day(rest)? {
            (rest, found @ When::Days { .. }) => Ok((rest, found)),
            (rest, When::Day(day)) => Ok((rest, When::WeekendHolding(day))),
            (rest, _) => Err(stop(rest)),
        };
    };
    let (rest, of) = block::plain(rest)?;
    let saturday = When::NthWeekday { nth, day: Weekday::Saturday, of: Box::new(of) };
    let sunday =
        When::Offset { count: 1, unit: TimeUnit::Day, before: false, of: Box::new(saturday.clone()) };
    Ok((rest, When::Through(Box::new(saturday), Box::new(sunday))))
}

/// `the week after next`.
fn after_next(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    let (rest, unit) = unit(rest)?;
    // "The week after next week" is the week after next.
    let again = unit_of_time(rest.peek_at(2)) == Some(unit) && !rest.peek_at(2).ends_with('s');
    if again && phrase("after next").parse(rest).is_ok() {
        return Ok((rest.skip(3), When::Unit { unit, shift: 2 }));
    }
    let (rest, ()) = after_the_next(rest)?;
    Ok((rest, When::Unit { unit, shift: 2 }))
}

fn after_the_next(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = word(words!["after"]).parse(input)?;
    let (rest, _) = opt(word(words!["the"])).parse(rest)?;
    let (rest, _) = word(words!["next"]).parse(rest)?;
    // "after next week" is another week.
    let unit = unit_of_time(rest.peek()).is_some() || rest.peek() == "weekend";
    let named = rest.first().is_some_and(|next| next.kind == Kind::Number);
    if unit || named { Err(stop(rest)) } else { Ok((rest, ())) }
}

/// `two weeks from now`, `a month from today`.
fn from_now(input: Tokens<'_>) -> Parsed<'_, When> {
    let counted = input.first().is_some_and(|token| token.kind == Kind::Number)
        || matches!(input.peek(), "a" | "an" | "one")
        || cardinal(input).is_ok();
    if !counted {
        return Err(stop(input));
    }
    let (rest, found) = duration(input)?;
    let (rest, ()) = alt((phrase("from now"), phrase("from today"), phrase("in the future"))).parse(rest)?;
    match found.nominal().map(|(count, hedge)| (i8::try_from(count), hedge)) {
        Some((Ok(count), Hedge::Bare)) => Ok((rest, in_units(count, found.unit))),
        _ => Err(stop(rest)),
    }
}

/// The unit that is so many after the one of publication.
pub(super) const fn in_units(count: i8, unit: TimeUnit) -> When {
    match unit {
        TimeUnit::Day => When::DaysAway(count),
        _ => When::Unit { unit, shift: count },
    }
}
