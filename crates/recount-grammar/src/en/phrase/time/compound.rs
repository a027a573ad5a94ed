//! Lengths of several units before now: `a year and two months ago`, `two weeks and three days
//! earlier`, `1 month, 21 days ago`.

use recount_model::Hedge;

use super::{When, duration};
use crate::en::phrase::quantity::TimeUnit;
use crate::token::{Parsed, Tokens, stop};

/// How many tokens on "ago" may stand: "two years, one month and twenty-one days ago".
const REACH: usize = 13;

/// Two or three lengths, each of another unit, and "ago" or "earlier".
pub(super) fn ago(input: Tokens<'_>) -> Parsed<'_, When> {
    if !(4..REACH).any(|ahead| matches!(input.peek_at(ahead), "ago" | "earlier")) {
        return Err(stop(input));
    }
    let (mut months, mut days, mut units) = (0u32, 0u32, Vec::new());
    let mut rest = input;
    loop {
        let (end, found) = duration(rest)?;
        let Some((count, Hedge::Bare)) = found.nominal() else { return Err(stop(rest)) };
        match found.unit {
            TimeUnit::Day => days = days.saturating_add(count),
            TimeUnit::Week => days = days.saturating_add(count.saturating_mul(7)),
            TimeUnit::Month => months = months.saturating_add(count),
            TimeUnit::Quarter => months = months.saturating_add(count.saturating_mul(3)),
            TimeUnit::Year => months = months.saturating_add(count.saturating_mul(12)),
        }
        if units.contains(&found.unit) {
            return Err(stop(end));
        }
        units.push(found.unit);
        rest = end;
        if matches!(rest.peek(), "ago" | "earlier") {
            break;
        }
        rest = rest.skip(usize::from(rest.peek() == ","));
        rest = rest.skip(usize::from(rest.peek() == "and"));
    }
    let weeks = !units.contains(&TimeUnit::Day);
    let when = match (months, days) {
        (0, days) if !weeks && rest.peek() == "ago" => When::Ago { months, days, weeks },
        (0, days) if days % 7 == 0 => When::back(days / 7, TimeUnit::Week),
        (0, days) => When::back(days, TimeUnit::Day),
        (months, 0) => When::back(months, TimeUnit::Month),
        // "Earlier" may be told from another time than now.
        _ if rest.peek() == "earlier" => return Err(stop(rest)),
        (months, days) => When::Ago { months, days, weeks },
    };
    if units.len() < 2 { Err(stop(rest)) } else { Ok((rest.skip(1), when)) }
}
