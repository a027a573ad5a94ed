//! Days of the calendar.

use jiff::civil::Weekday;
use nom::Parser;
use nom::combinator::opt;

use super::days::month_slash_day;
use super::{Day, When, YearRef};
use crate::en::phrase::quantity::{cardinal, ordinal};
use crate::token::{Kind, Parsed, Token, Tokens, is_hyphen, phrase, stop, word};

/// The month of a name, its abbreviations included.
pub(super) fn month_name(word: &str) -> Option<i8> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// The weekday of a name, its abbreviations included.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// Is the number only the rest of something before it?
pub(super) fn continues(input: Tokens<'_>) -> bool {
    let Some(first) = input.first() else {
        return true;
    };
    let mut before = input.text.get(..first.start as usize).unwrap_or("").chars().rev();
    let (last, edge) = (before.next(), before.next());
    let joint = last.is_some_and(|c| matches!(c, '-' | '.' | ',' | '/' | ':' | '_') || c.is_alphanumeric());
    let tail = last.is_some_and(char::is_alphanumeric) || edge.is_some_and(char::is_alphanumeric);
    first.glued && joint && tail
}

/// Does the next word start with a capital?
pub(super) fn is_capital(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|token| input.text_of(token).starts_with(char::is_uppercase))
}

/// A month, and its full stop if it is abbreviated.
pub(super) fn month(input: Tokens<'_>) -> Parsed<'_, i8> {
    let month = month_name(input.peek()).ok_or_else(|| stop(input))?;
    let short = input.peek().len() <= 4 && !matches!(input.peek(), "may" | "june" | "july");
    let rest = input.skip(1);
    let stopped = short && rest.peek() == "." && rest.first().is_some_and(|token| token.glued);
    let goes_on =
        rest.rest.get(1).is_some_and(|next| next.kind == Kind::Number || rest.text_of(*next) == ",");
    Ok((rest.skip(usize::from(stopped && goes_on)), month))
}

/// A weekday before a date: `Monday, June 22`, `Mon. June 22`.
fn weekday_before(input: Tokens<'_>) -> (Tokens<'_>, Option<Weekday>) {
    let Some(day) = weekday(input.peek()) else {
        return (input, None);
    };
    let mut rest = input.skip(1);
    for sign in [".", ","] {
        if rest.peek() == sign {
            rest = rest.skip(1);
        }
    }
    let rest = rest.skip(usize::from(rest.peek() == "the"));
    (rest, Some(day))
}

/// `Monday`, `Sunday`; abbreviations only before a date.
pub(super) fn weekday_alone(input: Tokens<'_>) -> Parsed<'_, When> {
    let day = weekday(input.peek()).filter(|_| input.peek().len() > 5).ok_or_else(|| stop(input))?;
    Ok((input.skip(1), When::Weekday { day, shift: 0 }))
}

/// A day of the month in digits, `22` or `22nd`.
pub(super) fn day_number(input: Tokens<'_>) -> Parsed<'_, (i8, bool)> {
    let token = input.first().filter(|token| token.kind == Kind::Number).ok_or_else(|| stop(input))?;
    let text = input.text_of(token);
    let day: i8 = text.parse().map_err(|_| stop(input))?;
    if !(1..=31).contains(&day) || text.len() > 2 {
        return Err(stop(input));
    }
    let rest = input.skip(1);
    let next = rest.first().filter(|next| next.glued);
    match next {
        Some(suffix) if matches!(rest.lower_of(suffix), "st" | "nd" | "rd" | "th") => {
            Ok((rest.skip(1), (day, true)))
        }
        Some(suffix) if suffix.kind == Kind::Word && !rest.lower_of(suffix).starts_with(['\'', '’']) => {
            Err(stop(rest))
        }
        Some(_) | None => Ok((rest, (day, false))),
    }
}

/// A day of the month in words: `first`, `twenty-second`.
pub(super) fn day_in_words(input: Tokens<'_>) -> Parsed<'_, i8> {
    let (rest, n) = match input.first() {
        Some(token) if token.kind == Kind::Word => ordinal(input)?,
        _ => return Err(stop(input)),
    };
    i8::try_from(n).ok().filter(|day| *day <= 31).map(|day| (rest, day)).ok_or_else(|| stop(input))
}

/// May a date in words end here? "June first" may, "in June first place" not.
fn ends_in_words(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first() else {
        return true;
    };
    let joint = matches!(rest.peek(), "and" | "to" | "through" | "until" | "till" | "in" | "with" | "as");
    joint || next.kind == Kind::Symbol && !is_hyphen(rest.peek()) || year(rest).is_ok()
}

/// Is it an amount, not a day: `June 22 million`, `June 22%`?
pub(super) fn is_amount(rest: Tokens<'_>) -> bool {
    super::super::quantity::is_unit_or_scale(rest)
        || (rest.peek() == "." || rest.peek() == ":")
            && rest.rest.get(1).is_some_and(|next| next.glued && next.kind == Kind::Number)
}

/// A year of four digits.
pub(super) fn year(input: Tokens<'_>) -> Parsed<'_, i16> {
    let token = input.first().ok_or_else(|| stop(input))?;
    if token.kind == Kind::Word {
        return super::decade::year_in_words(input).ok_or_else(|| stop(input));
    }
    let text = input.text_of(token);
    let rest = input.skip(1);
    let year: i16 = text.parse().map_err(|_| stop(input))?;
    let glued_word = rest.first().is_some_and(|next| next.glued && next.kind == Kind::Word)
        && !matches!(rest.peek(), "'s" | "’s");
    let minor = rest.rest.get(1).is_some_and(|next| next.glued && next.kind == Kind::Number)
        && (is_hyphen(rest.peek()) || matches!(rest.peek(), "/" | "." | ":"));
    let fits = text.len() == 4 && (1900..=2100).contains(&year) && !glued_word && !minor;
    if fits && !super::super::quantity::is_unit_or_scale(rest) { Ok((rest, year)) } else { Err(stop(input)) }
}

/// The year behind a date or a month: `, 2026`, `of 2026`, `last year`.
pub(super) fn year_behind(input: Tokens<'_>) -> (Tokens<'_>, YearRef) {
    let comma = input.skip(usize::from(input.peek() == ","));
    if let Ok((rest, year)) = year(comma) {
        return (rest, YearRef::Given(year));
    }
    if let Some((rest, year)) = short_year(comma) {
        return (rest, YearRef::Given(year));
    }
    let of = input.skip(usize::from(matches!(input.peek(), "of" | "in")));
    if let (Ok((rest, year)), true) = (year(of), of.len() < input.len()) {
        return (rest, YearRef::Given(year));
    }
    let of = input.skip(usize::from(input.peek() == "of"));
    if let Some((rest, year)) = short_year(of) {
        return (rest, YearRef::Given(year));
    }
    for (words, shift) in [("last year", -1), ("this year", 0), ("next year", 1)] {
        // "last year's" belongs to what follows.
        if let Some((rest, ())) =
            phrase(words).parse(of).ok().filter(|(rest, ())| !rest.peek().ends_with("'s"))
        {
            return (rest, YearRef::Relative(shift));
        }
    }
    (input, YearRef::Missing)
}

/// `'26`: the year of the century that it is nearer to.
fn short_year(input: Tokens<'_>) -> Option<(Tokens<'_>, i16)> {
    if !matches!(input.peek(), "'" | "’" | "‘") || input.first().is_some_and(|sign| sign.glued) {
        return None;
    }
    let rest = input.skip(1);
    let token = rest.first().filter(|token| token.glued && token.end - token.start == 2)?;
    let n: i16 = rest.text_of(token).parse().ok()?;
    let after = rest.skip(1);
    // "the '90s".
    let open = after.first().is_some_and(|next| next.glued && next.kind != Kind::Symbol);
    (!open).then_some((after, if n < 50 { 2000 + n } else { 1900 + n }))
}

/// A day in any written form, its year where it is given.
pub(super) fn day(input: Tokens<'_>) -> Parsed<'_, Day> {
    super::longest(&[in_figures, month_first, day_first], input)
}

/// `June 22`, `Jun. 22nd, 2026`, `Monday, June 22`.
pub(super) fn month_first(input: Tokens<'_>) -> Parsed<'_, Day> {
    let (rest, weekday) = weekday_before(input);
    let short = rest.peek().len() <= 4 && is_capital(rest);
    let (rest, month) = month(rest)?;
    // "Oct-2", "Oct/2".
    let tied = short
        && (is_hyphen(rest.peek()) || rest.peek() == "/")
        && rest.rest.iter().take(2).all(|token| token.glued);
    let rest = rest.skip(usize::from(tied));
    let (rest, the) = opt(word(words!["the"])).parse(rest)?;
    let (rest, (day, suffixed)) = match day_number(rest).or_else(|error| dotted(rest).ok_or(error)) {
        Ok(found) => found,
        Err(_) => {
            let (rest, day) = day_in_words(rest).or_else(|_| counted_day(rest))?;
            if the.is_none() && !ends_in_words(rest) {
                return Err(stop(rest));
            }
            (rest, (day, true))
        }
    };
    if !suffixed && is_amount(rest) {
        return Err(stop(rest));
    }
    // "Oct-2-2026".
    let behind = if tied && is_hyphen(rest.peek()) { year(rest.skip(1)).ok() } else { None };
    let (rest, year) = behind.map_or_else(|| year_behind(rest), |(rest, year)| (rest, YearRef::Given(year)));
    Ok((rest, Day { year, month: Some(month), day, weekday }))
}

/// `Sept.12`, `September.12th`: the stop is glued to the number.
fn dotted(input: Tokens<'_>) -> Option<(Tokens<'_>, (i8, bool))> {
    let token = input.first().filter(|token| token.glued && token.kind == Kind::Number)?;
    let digits = input.text_of(token).strip_prefix('.').filter(|digits| digits.len() <= 2)?;
    let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
    let rest = input.skip(1);
    let suffixed = matches!(rest.peek(), "st" | "nd" | "rd" | "th");
    let glued = rest.first().is_some_and(|next| next.glued && next.kind == Kind::Word);
    (suffixed || !glued).then(|| (rest.skip(usize::from(suffixed && glued)), (day, suffixed && glued)))
}

/// `May twenty-one`: read out, from twenty on.
fn counted_day(input: Tokens<'_>) -> Parsed<'_, i8> {
    let (rest, n) = match input.first() {
        Some(token) if token.kind == Kind::Word => cardinal(input)?,
        _ => return Err(stop(input)),
    };
    i8::try_from(n)
        .ok()
        .filter(|day| (20..=31).contains(day))
        .map(|day| (rest, day))
        .ok_or_else(|| stop(input))
}

/// `22 June 2026`, `the 22nd of June`.
pub(super) fn day_first(input: Tokens<'_>) -> Parsed<'_, Day> {
    let (rest, weekday) = weekday_before(input);
    let (rest, _) = opt(word(words!["the"])).parse(rest)?;
    let (rest, day, digits) = match day_number(rest) {
        Ok((rest, (day, suffixed))) => (rest, day, !suffixed),
        Err(_) => {
            let (rest, day) = day_in_words(rest)?;
            // "the third of March", but not "the third March".
            if rest.peek() != "of" {
                return Err(stop(rest));
            }
            (rest, day, false)
        }
    };
    // "16. Nov. 2026".
    let point = digits && rest.peek() == "." && month_name(rest.peek_at(1)).is_some();
    let rest = rest.skip(usize::from(point));
    let (rest, _) = opt(word(words!["of"])).parse(rest)?;
    // "2-Mar-2026", "2/Mar/2026".
    let tied = |rest: Tokens<'_>| {
        let glued = rest.first().is_some_and(|token| token.glued);
        usize::from(is_hyphen(rest.peek()) || (glued && rest.peek() == "/"))
    };
    let (rest, month) = month(rest.skip(tied(rest)))?;
    let dashed = tied(rest);
    let rest = if is_year_tied(rest.skip(dashed)) { rest.skip(dashed) } else { rest };
    // "2-Mar-26".
    let short = || {
        let token =
            rest.first().filter(|token| dashed == 1 && token.glued && token.end - token.start == 2)?;
        let n: i16 = rest.text_of(token).parse().ok()?;
        let open = rest.rest.get(1).is_some_and(|next| next.glued && next.kind != Kind::Symbol);
        (!open).then(|| (rest.skip(1), YearRef::Given(2000 + n)))
    };
    let (rest, year) = short().unwrap_or_else(|| year_behind(rest));
    if point && year == YearRef::Missing {
        return Err(stop(rest));
    }
    Ok((rest, Day { year, month: Some(month), day, weekday }))
}

/// Is the number behind a dash a year: `2-Mar-2026`, `2-Mar-26`? "2 May-5 June"
/// is a range.
fn is_year_tied(rest: Tokens<'_>) -> bool {
    let token = rest.first().filter(|token| token.glued && token.kind == Kind::Number);
    token.is_some_and(|token| matches!(token.end - token.start, 2 | 4))
        && month_name(rest.peek_at(1)).is_none()
}

/// `2026-06-22`, `22/06/2026`, `6/22/2026`, `22.06.2026`: the month first
/// where both can be, unless points stand between.
fn in_figures(input: Tokens<'_>) -> Parsed<'_, Day> {
    let (rest, weekday) = weekday_before(input);
    let parts = numeric_parts(rest)
        .or_else(|| year_first(rest))
        .or_else(|| compact(rest))
        .or_else(|| slashed_with_year(rest));
    let (rest, (year, month, day)) = parts.ok_or_else(|| stop(rest))?;
    let rest = time_of_day(rest);
    let glued = rest.first().is_some_and(|next| next.glued && next.kind != Kind::Symbol);
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day) && (1900..=2100).contains(&year);
    if glued || !valid {
        return Err(stop(input));
    }
    Ok((rest, Day { year: YearRef::Given(year), month: Some(month), day, weekday }))
}

/// `T12:00:00Z` behind a date.
fn time_of_day(rest: Tokens<'_>) -> Tokens<'_> {
    let number = rest.rest.get(1).is_some_and(|next| next.glued && next.kind == Kind::Number);
    if rest.peek() != "t" || !number || !rest.first().is_some_and(|t| t.glued) {
        return rest;
    }
    let glued = rest.rest.iter().take_while(|token| token.glued).take(MOST_OF_A_TIME).count();
    rest.skip(glued)
}

/// As many tokens as a time of day may have: `T12:00:00.000+02:00`.
const MOST_OF_A_TIME: usize = 12;

/// The words that no number counts.
const COMPACT_ENDS: &[&str] = &[
    "to", "and", "or", "but", "until", "through", "was", "were", "is", "are", "had", "has", "in", "at", "by",
    "for", "with", "as", "from", "after", "before", "when", "while", "since",
];

/// `20260622`, where nothing follows that it could count.
fn compact(input: Tokens<'_>) -> Option<(Tokens<'_>, (i16, i8, i8))> {
    let token = input.first().filter(|token| token.kind == Kind::Number && token.end - token.start == 8)?;
    let text = input.text_of(token);
    let rest = input.skip(1);
    let ends = rest.first().is_none_or(|next| next.kind == Kind::Symbol && rest.peek() != "%")
        || COMPACT_ENDS.contains(&rest.peek());
    let parts = (text.get(..4)?.parse().ok()?, text.get(4..6)?.parse().ok()?, text.get(6..)?.parse().ok()?);
    ends.then_some((rest, parts))
}

fn numeric_parts(input: Tokens<'_>) -> Option<(Tokens<'_>, (i16, i8, i8))> {
    let text = |token: &Token| input.text_of(*token);
    if let [first, point, year, ..] = input.rest {
        let (day, month) = text(first).split_once('.').unwrap_or(("", ""));
        let points = text(point) == "." && point.glued && year.glued;
        // "2026.03.02".
        let (year, day) = if day.len() == 4 { (day, text(year)) } else { (text(year), day) };
        let short = day.len() <= 2 && month.len() <= 2 && year.len() == 4;
        if let (true, Ok(day), Ok(month), Ok(year)) =
            (points && short, day.parse(), month.parse(), year.parse())
        {
            return Some((input.skip(3), (year, month, day)));
        }
    }
    let [a, first, b, second, c, ..] = input.rest else {
        return None;
    };
    let sign = text(first);
    let joined = [first, b, second, c].iter().all(|token| token.glued) && sign == text(second);
    if !joined
        || !(is_hyphen(sign) || sign == "/")
        || [a, b, c].iter().any(|token| token.kind != Kind::Number)
    {
        return None;
    }
    let (a, b, c) = (text(a), text(b), text(c));
    let small = |text: &str| text.parse::<i8>().ok().filter(|_| text.len() <= 2);
    let rest = input.skip(5);
    if a.len() == 4 {
        return Some((rest, (a.parse().ok()?, small(b)?, small(c)?)));
    }
    let (x, y) = (small(a)?, small(b)?);
    let year: i16 = match c.len() {
        4 => c.parse().ok()?,
        2 => c.parse::<i16>().ok()? + 2000,
        _ => return None,
    };
    Some((rest, if x > 12 { (year, y, x) } else { (year, x, y) }))
}

/// `06/17, 2026`.
fn slashed_with_year(input: Tokens<'_>) -> Option<(Tokens<'_>, (i16, i8, i8))> {
    if input.peek_at(1) != "/" || input.peek_at(3) != "," {
        return None;
    }
    let (rest, day) = month_slash_day(input).ok()?;
    let (rest, year) = year(rest.skip(1)).ok()?;
    Some((rest, (year, day.month?, day.day)))
}

/// `2026 March 2`.
fn year_first(input: Tokens<'_>) -> Option<(Tokens<'_>, (i16, i8, i8))> {
    input.first().filter(|token| token.kind == Kind::Number && token.end - token.start == 4)?;
    month_name(input.peek_at(1))?;
    let (rest, year) = year(input).ok().filter(|(rest, _)| is_capital(*rest))?;
    let (rest, month) = month(rest).ok()?;
    let (rest, (day, suffixed)) = day_number(rest).ok()?;
    (suffixed || !is_amount(rest)).then_some((rest, (year, month, day)))
}

/// The day of a week: `June 22`, `6/22`, `the 22nd`, `Sunday`.
pub(super) fn day_of_week(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["on"])).parse(input)?;
    if let Ok((rest, found)) = super::longest(&[day, month_slash_day], rest) {
        return Ok((rest, When::Day(found)));
    }
    if let Ok(found) = weekday_alone(rest) {
        return Ok(found);
    }
    let (rest, _) = opt(word(words!["the"])).parse(rest)?;
    let (rest, (day, suffixed)) = day_number(rest)?;
    if !suffixed {
        return Err(stop(rest));
    }
    Ok((rest, When::Day(Day { year: YearRef::Missing, month: None, day, weekday: None })))
}
