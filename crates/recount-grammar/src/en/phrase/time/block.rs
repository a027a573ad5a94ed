//! Months, quarters, halves and years of the calendar, and their parts.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

use super::date::{is_capital, month, month_name, year, year_behind};
use super::numeric::month_in_digits;
use super::{Block, Part, When, YearRef};
use crate::en::lexicon::Starts;
use crate::en::phrase::quantity::{TimeUnit, ordinal, unit_of_time};
use crate::token::{Kind, Parsed, Tokens, is_hyphen, phrase, stop, word};

/// A block behind a preposition: a bare year counts, and so do "May" and
/// "March".
pub(super) fn governed(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, found) = match input.first() {
        Some(first) if first.kind == Kind::Number => super::longest(&[plain, months_range, years], input)?,
        _ => super::longest(&[part, plain, months_range], input)?,
    };
    if is_vague(&found) && input.peek() == "the" { Err(stop(rest)) } else { Ok((rest, found)) }
}

/// "The year" and "the month" alone are no times of their own.
const fn is_vague(when: &When) -> bool {
    matches!(
        when,
        When::Unit { shift: 0, .. } | When::Block { block: Block::Year, year: YearRef::Relative(0) }
    )
}

/// A block without a preposition: what cannot be another word.
pub(super) fn bare(input: Tokens<'_>) -> Parsed<'_, When> {
    if input.first().is_some_and(|token| token.kind == Kind::Number) {
        return super::longest(
            &[quarter_or_half, month_in_digits, year_led, years, nth_quarter, months_range],
            input,
        );
    }
    let ambiguous = matches!(input.peek(), "may" | "march" | "mar" | "sun" | "sat");
    let (rest, found) = super::longest(&[part, plain, months_range], input)?;
    let dated = matches!(found, When::Block { year: YearRef::Given(_), .. });
    // "Nineteen ninety-nine" alone may count anything.
    let read_out = matches!(found, When::Block { block: Block::Year, year: YearRef::Given(_) });
    if read_out && !matches!(input.peek(), "the" | "calendar") {
        return Err(stop(rest));
    }
    // "Jan–Mar", "March to May".
    if matches!(found, When::Through(..)) && is_capital(input) {
        return Ok((rest, found));
    }
    let possessive = matches!(rest.peek(), "'s" | "’s");
    let abbreviated = input.peek().len() <= 4
        && month_name(input.peek()).is_some()
        && !matches!(input.peek(), "june" | "july");
    if (ambiguous || abbreviated) && !dated && !(possessive && input.peek() != "mar") {
        return Err(stop(rest));
    }
    // "the year", "the month" alone are no times.
    let vague = matches!(found, When::Unit { shift: 0, .. }) && input.peek() == "the";
    if vague { Err(stop(rest)) } else { Ok((rest, found)) }
}

/// `June`, `June 2026`, `the month of June`, `Q2 2026`, `the second quarter`,
/// `H1 2026`, `2026`, `the year`, `last month`.
pub(super) fn plain(input: Tokens<'_>) -> Parsed<'_, When> {
    let Some(first) = input.first() else {
        return Err(stop(input));
    };
    match (first.kind, input.peek()) {
        (Kind::Number, _) => super::longest(&[quarter_or_half, whole_year, month_in_digits, year_led], input),
        (_, "the") => super::longest(&[of_month, nth_quarter, whole_year, unit], input),
        (_, "month") => of_month(input),
        (_, "this" | "last" | "next") => super::longest(&[of_month, unit, year_led], input),
        _ if first.starts.any(Starts::MONTH) => {
            super::longest(&[of_month, quarter_or_half, nth_quarter, whole_year, year_led], input)
        }
        _ => super::longest(&[quarter_or_half, nth_quarter, whole_year, year_led], input),
    }
}

/// `last year's third quarter`, `2025's first half`, `2026 third quarter`.
fn year_led(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, year) = match input.peek() {
        "last" | "this" | "next" => match unit(input)? {
            (rest, When::Block { block: Block::Year, year }) if is_possessive(rest) => (rest, year),
            (rest, _) => return Err(stop(rest)),
        },
        _ => {
            let (rest, year) = super::date::year(input)?;
            (rest, YearRef::Given(year))
        }
    };
    let rest = rest.skip(usize::from(is_possessive(rest)));
    match super::longest(&[nth_quarter, quarter_or_half], rest)? {
        (rest, When::Block { block, year: YearRef::Missing }) => Ok((rest, When::Block { block, year })),
        (rest, _) => Err(stop(rest)),
    }
}

fn is_possessive(rest: Tokens<'_>) -> bool {
    matches!(rest.peek(), "'s" | "’s")
}

/// `2024–2025`, `2010 until 2015`: what counts nothing that way. "2024 to 2025"
/// may be two amounts.
fn years(input: Tokens<'_>) -> Parsed<'_, When> {
    let token = input.first().filter(|token| token.end - token.start == 4).ok_or_else(|| stop(input))?;
    let first: i16 = input.text_of(token).parse().map_err(|_| stop(input))?;
    let rest = input.skip(1);
    let dashed = crate::token::is_dash(rest.peek()) && rest.rest.iter().take(2).all(|token| token.glued);
    if !dashed && !matches!(rest.peek(), "until" | "till" | "through" | "thru") {
        return Err(stop(rest));
    }
    let (rest, last) = year(rest.skip(1))?;
    let whole = |year| Box::new(When::Block { block: Block::Year, year: YearRef::Given(year) });
    match (1900..last).contains(&first) {
        true => Ok((rest, When::Through(whole(first), whole(last)))),
        false => Err(stop(rest)),
    }
}

fn of_month(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(phrase("the month of").or(phrase("month of"))).parse(input)?;
    let (rest, modified) = opt(word(words!["this", "last", "next"])).parse(rest)?;
    let token = rest.first().ok_or_else(|| stop(rest))?;
    let capital = rest.text_of(token).starts_with(char::is_uppercase);
    // In lower case these are verbs and nouns.
    if !capital && matches!(rest.peek(), "may" | "march" | "mar" | "dec" | "jan" | "jun" | "sep" | "apr") {
        return Err(stop(rest));
    }
    let (rest, month) = month(rest)?;
    // "Oct-2026".
    let tied = is_hyphen(rest.peek()) && rest.rest.iter().take(2).all(|token| token.glued);
    let (rest, year) = match year(rest.skip(1)) {
        Ok((rest, year)) if tied => (rest, YearRef::Given(year)),
        _ => year_behind(rest),
    };
    let year = match (modified.map_or("", |token| input.lower_of(token)), year) {
        ("this", YearRef::Missing) => YearRef::Relative(0),
        ("next", YearRef::Missing) => YearRef::Next,
        ("last", YearRef::Missing) => YearRef::Last,
        (_, year) => year,
    };
    Ok((rest, When::Block { block: Block::Month(month), year }))
}

/// `Q2 2026`, `2Q 2026`, `2026 Q2`, `H1`.
fn quarter_or_half(input: Tokens<'_>) -> Parsed<'_, When> {
    let [first, second, ..] = input.rest else {
        return Err(stop(input));
    };
    if let Some(found) = year_tied(input) {
        return Ok(found);
    }
    if let Ok((rest, year)) = year(input) {
        let (rest, found) = quarter_or_half(rest)?;
        return match found {
            When::Block { block, year: YearRef::Missing } => {
                Ok((rest, When::Block { block, year: YearRef::Given(year) }))
            }
            _ => Err(stop(rest)),
        };
    }
    let (letter, digit) = match first.kind {
        Kind::Word => (input.lower_of(*first), input.text_of(*second)),
        Kind::Number => (input.lower_of(*second), input.text_of(*first)),
        Kind::Symbol => ("", ""),
    };
    let n: i8 = digit.parse().map_err(|_| stop(input))?;
    let block = match letter {
        "q" if second.glued && (1..=4).contains(&n) => Block::Quarter(n),
        "h" if second.glued && (1..=2).contains(&n) => Block::Half(n),
        _ => return Err(stop(input)),
    };
    let rest = input.skip(2);
    if let Some((rest, year)) = glued_year(rest) {
        return Ok((rest, When::Block { block, year: YearRef::Given(year) }));
    }
    if rest.first().is_some_and(|next| next.glued && next.kind != Kind::Symbol) {
        return Err(stop(rest));
    }
    let (rest, year) = year_behind(rest);
    Ok((rest, When::Block { block, year }))
}

/// `2026Q2`, `2026-Q2`, `2026H1`.
fn year_tied(input: Tokens<'_>) -> Option<(Tokens<'_>, When)> {
    let token = input.first().filter(|token| token.kind == Kind::Number && token.end - token.start == 4)?;
    let year: i16 = input.text_of(token).parse().ok().filter(|year| (1900..=2100).contains(year))?;
    let sign = usize::from(is_hyphen(input.peek_at(1)));
    let rest = input.skip(1 + sign);
    let glued = input.rest.get(1..3 + sign)?.iter().all(|token| token.glued);
    let after = rest.skip(2);
    let open = after.first().is_some_and(|next| next.glued && next.kind != Kind::Symbol);
    let n: i8 = rest.peek_at(1).parse().ok()?;
    let block = match rest.peek() {
        "q" if (1..=4).contains(&n) => Block::Quarter(n),
        "h" if (1..=2).contains(&n) => Block::Half(n),
        _ => return None,
    };
    (glued && !open).then_some((after, When::Block { block, year: YearRef::Given(year) }))
}

/// The year that is glued to a quarter: `1Q26`, `Q1'26`, `Q1/2026`, `Q1-26`.
fn glued_year(input: Tokens<'_>) -> Option<(Tokens<'_>, i16)> {
    let sign = is_hyphen(input.peek()) || matches!(input.peek(), "/" | "'" | "’");
    let glued = |input: Tokens<'_>| input.first().filter(|token| token.glued);
    glued(input)?;
    let rest = input.skip(usize::from(sign));
    let token = glued(rest).filter(|token| token.kind == Kind::Number)?;
    let after = rest.skip(1);
    let n: i16 = rest.text_of(token).parse().ok()?;
    let year = match rest.text_of(token).len() {
        2 => 2000 + n,
        4 if (1900..=2100).contains(&n) => n,
        _ => return None,
    };
    let open = glued(after).is_some_and(|next| next.kind != Kind::Symbol || after.peek() == "%");
    (!open).then_some((after, year))
}

/// `the second quarter of 2026`, `the first half of the year`, `the last
/// quarter`.
fn nth_quarter(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    // "The last quarter" alone is the one before this.
    let last = matches!(rest.peek(), "final" | "closing") || rest.peek() == "last" && rest.peek_at(2) == "of";
    let latter = rest.peek() == "latter";
    let (rest, n) = match () {
        () if last => (rest.skip(1), 4),
        () if latter => (rest.skip(1), 2),
        () => ordinal(rest)?,
    };
    let rest = rest.skip(usize::from(is_hyphen(rest.peek())));
    let block = match (rest.peek(), i8::try_from(n)) {
        ("quarter", Ok(n @ 1..=4)) if !latter => Block::Quarter(n),
        ("half", Ok(n @ 1..=2)) if !last => Block::Half(n),
        _ => return Err(stop(rest)),
    };
    let rest = rest.skip(1);
    let (after, year) = year_behind(rest);
    if year != YearRef::Missing {
        return Ok((after, When::Block { block, year }));
    }
    if let Ok((rest, ())) = phrase("of the year").parse(rest) {
        return Ok((rest, When::Block { block, year: YearRef::Missing }));
    }
    // "the first half of June" is another's; "the second half of its volume" no time.
    if rest.peek() == "of" { Err(stop(rest)) } else { Ok((rest, When::Block { block, year })) }
}

fn whole_year(input: Tokens<'_>) -> Parsed<'_, When> {
    let rest = match input.opens(words!["the", "calendar"]) {
        true => {
            let lead =
                alt((phrase("the year of"), phrase("the year"), phrase("calendar year"), phrase("calendar")));
            opt(lead).parse(input)?.0
        }
        false => input,
    };
    let (rest, year) = year(rest)?;
    Ok((rest, When::Block { block: Block::Year, year: YearRef::Given(year) }))
}

/// `the month`, `the year`, `this month`, `last year`: what a part is of.
fn unit(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, shift) = alt((
        value(0, word(words!["the", "this"])),
        value(-1, word(words!["last"])),
        value(1, word(words!["next"])),
    ))
    .parse(input)?;
    let unit = unit_of_time(rest.peek()).filter(|unit| *unit != TimeUnit::Day && !rest.peek().ends_with('s'));
    let unit = unit.ok_or_else(|| stop(rest))?;
    let year = unit == TimeUnit::Year;
    let when = match year {
        true => When::Block { block: Block::Year, year: YearRef::Relative(shift) },
        false => When::Unit { unit, shift },
    };
    // Alone, "the week" and "the year" say nothing of their own.
    Ok((rest.skip(1), when))
}

/// `early June`, `mid-2026`, `late last month`, `the end of 2025`, `year-end
/// 2025`, `end-June`.
fn part(input: Tokens<'_>) -> Parsed<'_, When> {
    let opens = match input.opens(words!["the"]) {
        true => input.skip(1).opens(words!["middle", "end", "close", "start", "beginning", "turn"]),
        false => input.opens(words!["year", "early", "mid", "late", "end", "start", "beginning"]),
    };
    if !opens {
        return Err(stop(input));
    }
    if let Ok((rest, ())) = phrase("year end").parse(input) {
        let (rest, year) = year_behind(rest);
        let year = if year == YearRef::Missing { YearRef::Relative(0) } else { year };
        let of = Box::new(When::Block { block: Block::Year, year });
        return Ok((rest, When::Part { part: Part::End, of }));
    }
    let (rest, part) = alt((
        value(Part::Early, word(words!["early"])),
        value(Part::Mid, word(words!["mid"])),
        value(Part::Late, word(words!["late"])),
        value(Part::Mid, phrase("the middle of")),
        value(Part::End, phrase("the end of")),
        value(Part::End, phrase("the close of")),
        value(Part::End, phrase("end of")),
        value(Part::Start, phrase("the start of")),
        value(Part::Start, phrase("the beginning of")),
        value(Part::Start, phrase("start of")),
        value(Part::Start, phrase("beginning of")),
        value(Part::Start, phrase("the turn of")),
        value(Part::End, word(words!["end"])),
    ))
    .parse(input)?;
    let hyphen = is_hyphen(rest.peek());
    let rest = rest.skip(usize::from(hyphen));
    // "end" alone needs its hyphen: "end-June".
    if input.peek() == "end" && input.peek_at(1) != "of" && !hyphen {
        return Err(stop(rest));
    }
    let (rest, _) = opt(word(words!["in"])).parse(rest)?;
    let (rest, of) = plain(rest)?;
    Ok((rest, When::Part { part, of: Box::new(of) }))
}

/// `January–March 2026`, `January to March`: months with a dash, or "to"
/// where both are capitalised.
fn months_range(input: Tokens<'_>) -> Parsed<'_, When> {
    if !input.near(super::REACH).any(Starts::JOINT) {
        return Err(stop(input));
    }
    let glued_dash =
        |rest: Tokens<'_>| crate::token::is_dash(rest.peek()) || matches!(rest.peek(), "to" | "through");
    let (rest, found) = range(input, glued_dash)?;
    match &found {
        When::Through(from, _) if is_month(from) => Ok((rest, found)),
        _ => Err(stop(rest)),
    }
}

/// A month or a quarter, or a part of one.
fn is_month(when: &When) -> bool {
    match when {
        When::Block { block: Block::Month(_) | Block::Quarter(_) | Block::Half(_), .. } => true,
        When::Part { part: Part::Early | Part::Mid | Part::Late, of } => is_month(of),
        _ => false,
    }
}

/// Two blocks with `joins` between them: `January to March 2026`, `2024 and 2025`.
pub(super) fn range<'t>(input: Tokens<'t>, joins: impl Fn(Tokens<'t>) -> bool) -> Parsed<'t, When> {
    let (rest, mut from) = super::longest(&[part, plain], input)?;
    if !joins(rest) {
        return Err(stop(rest));
    }
    let (rest, to) = super::longest(&[part, plain], rest.skip(1))?;
    // "January to March 2026": the year is that of both.
    if let (When::Block { year: open @ YearRef::Missing, block: first }, When::Block { year, block: last }) =
        (&mut from, &to)
    {
        if order(*first) <= order(*last) {
            *open = *year;
        } else if let YearRef::Given(year) = year {
            *open = YearRef::Given(year - 1);
        }
    }
    Ok((rest, When::Through(Box::new(from), Box::new(to))))
}

const fn order(block: Block) -> i8 {
    match block {
        Block::Month(month) => month,
        Block::Quarter(quarter) => quarter * 3 - 2,
        Block::Half(half) => half * 6 - 5,
        Block::Year => 0,
    }
}
