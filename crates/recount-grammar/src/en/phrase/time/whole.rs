//! The whole of a time: `the whole of May`, `all of 2025`, `the entire month of
//! June`, `all of last week`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::{When, YearRef, block, relative};
use crate::token::{Parsed, Tokens, phrase, stop, word};

/// It says no more than the time alone: who led in May led in some of it.
pub(super) fn whole(input: Tokens<'_>) -> Parsed<'_, When> {
    let month_of = |input| {
        let (rest, _) = word(words!["the"]).parse(input)?;
        let (rest, _) = word(words!["whole", "entire", "full"]).parse(rest)?;
        phrase("month of").parse(rest)
    };
    let (rest, ()) =
        alt((phrase("the whole of"), phrase("all of"), phrase("the entirety of"), month_of)).parse(input)?;
    let (rest, _) = opt(phrase("the month of")).parse(rest)?;
    let (rest, found) = super::longest(&[block::plain, relative::modified], rest)?;
    // "All of the week", "all of this year" are still going on.
    let open = matches!(
        found,
        When::Unit { shift: 0.., .. }
            | When::Block { year: YearRef::Relative(0..) | YearRef::Next, .. }
            | When::Previous(_)
            | When::Forward { .. }
            | When::Weekday { .. }
            | When::DayOf { .. }
    );
    // "All of 2025's growth" is no time.
    let owner = matches!(rest.peek(), "'s" | "’s");
    if open || owner { Err(stop(rest)) } else { Ok((rest, found)) }
}
