//! How often something was done, where that is what is counted: `was streamed
//! 4 million times`.

use super::Phrase;
use super::quantity::{self, Measure};
use crate::names::Names;
use crate::token::Tokens;

/// "streamed 4 million times": an amount of what the verb counts. Not where it
/// compares, "streamed 4 times as often".
pub(super) fn amount<'v>(tokens: Tokens<'_>, at: usize, end: usize, names: &Names) -> Option<Phrase<'v>> {
    let verb = at.checked_sub(1).map_or("", |before| tokens.peek_at(before));
    let metric = names.counted_by(verb)?;
    let times = end.checked_sub(1).filter(|last| *last > at && tokens.peek_at(*last) == "times")?;
    if matches!(tokens.peek_at(end), "as" | "more" | "the" | "that" | "those" | "what" | "its" | "of") {
        return None;
    }
    let number = Tokens { rest: tokens.rest.get(at..times)?, ..tokens };
    let (rest, measured) = quantity::quantity(number).ok()?;
    let bare = rest.is_empty() && matches!(measured.measure, Measure::Bare);
    bare.then(|| Phrase::Amount { quantity: measured.quantity, metrics: vec![metric] })
}
