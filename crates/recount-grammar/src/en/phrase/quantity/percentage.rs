//! A percentage that is named before its number: `a percentage of 12.5`.

use recount_model::{Figure, Hedge};

use super::number::{And, Value, numeral};
use super::{Measure, Measured, fraction, measured};
use crate::token::{Kind, Tokens, phrase};
use nom::Parser;

/// `percentage of 12.5`, `percent of ten`: only where nothing stands before it
/// that is a percentage of the number ("what percent of 10 models", "5 percent
/// of 10"), and nothing behind it that the number counts.
pub(super) fn percentage(input: Tokens<'_>, hedge: Hedge) -> Option<(Tokens<'_>, Measured)> {
    let article = usize::from(input.peek() == "a" && input.peek_at(1) == "percentage");
    let named = input.skip(article);
    let rest = match named.peek() {
        "percent" | "percents" | "percentage" | "pct" => named.skip(1),
        "per" => phrase("per cent").parse(named).ok()?.0,
        _ => return None,
    };
    let first = named.first().is_some_and(|token| {
        input.lower.get(..token.start as usize).is_some_and(|before| before.trim().is_empty())
    });
    let free = article == 1 || first || fraction::follows(named, &["with", "at", "by", "to"]);
    if rest.peek() != "of" || !free {
        return None;
    }
    let (rest, found) = numeral(rest.skip(1), And::Joins).ok()?;
    let alone = rest.first().is_none_or(|next| {
        next.kind == Kind::Symbol && !next.glued || matches!(rest.peek(), "." | "," | ";" | ")")
    });
    let (Value::Decimal(decimal), None, true) = (found.value, found.scale.filter(|scale| *scale > 2), alone)
    else {
        return None;
    };
    Some((rest, measured(Figure::Decimal(decimal), hedge, Measure::Percent)))
}
