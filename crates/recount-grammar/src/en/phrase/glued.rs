//! Figures whose unit is the vocabulary's: `138.2p`, `138.2 pence a litre`, and
//! the percentages that are amounts of what is counted in percent.

use recount_model::{Name, Quantity, Unit};

use super::quantity::{self, Measure};
use super::{Chunk, Phrase, units};
use crate::en::lexicon::{Frames, Noun, look_up};
use crate::names::{Mention, Names};
use crate::token::Tokens;

/// The most tokens of a number before its unit: "about 1.4 million".
const LONGEST: usize = 6;

/// A number whose unit is glued to it, "138.2p", or is a word that would
/// otherwise be money, "138.2 pence".
pub(super) fn amount<'v>(
    tokens: Tokens<'_>,
    at: usize,
    mentions: &[Mention<'v>],
) -> Option<(Phrase<'v>, usize)> {
    let unit = mentions.iter().take_while(|mention| mention.first <= at + LONGEST).find(|mention| {
        mention.first > at && mention.names.iter().any(|name| matches!(name, Name::Unit(_)))
    })?;
    let first = tokens.rest.get(unit.first)?;
    let coin = matches!(tokens.lower_of(*first), "pence" | "penny" | "cents" | "cent");
    // A percentage is a share, a change or an amount: what stands around it tells.
    let percent = matches!(tokens.lower_of(*first), "%" | "percent" | "per" | "pct" | "percentage");
    if percent || !first.glued && !coin {
        return None;
    }
    let before = Tokens { rest: tokens.rest.get(..unit.first)?, ..tokens };
    let (rest, measured) = quantity::quantity(before.skip(at)).ok()?;
    let bare = measured.measure == Measure::Bare && rest.is_empty();
    bare.then(|| (Phrase::Amount { quantity: measured.quantity, metrics: units(unit.names) }, unit.end))
}

/// Words before a percentage that say by how much something changed, not how
/// much it is.
const BY: &[&str] = &["by", "up", "down", "plus", "minus", "+", "-", "\u{2212}", "for", "than"];

/// Words behind a percentage that make it a change, a lead or a share.
const OF: &[&str] = &["of", "share", "more", "less", "higher", "lower", "above", "below", "ahead", "behind"];

/// Percentages of what is counted in percent become amounts of it: all of them
/// where nothing else is counted, else those behind its name.
pub(super) fn rates(chunks: &mut [Chunk<'_>], tokens: Tokens<'_>, names: &Names) {
    let mut named = names.only_rates();
    for chunk in chunks {
        match &mut chunk.phrase {
            Phrase::Name(found) => {
                named |= found.iter().any(|name| {
                    matches!(name, Name::Metric(metric) if names.rates().contains(metric))
                        || names.is_rated(name)
                });
            }
            Phrase::Percent(value) if named && is_rate(tokens, chunk.first, chunk.end) => {
                let quantity = Quantity { unit: Unit::Own, ..value.clone() };
                chunk.phrase = Phrase::Amount { quantity, metrics: names.rates().to_vec() };
            }
            _ => {}
        }
    }
}

/// Is the percentage at `at..end` an amount of what is counted in percent: "rose
/// to 6.2 %", "averaged 6.2 %"? Not "rose 5 %", "a 5 % rise", "5 % of".
fn is_rate(tokens: Tokens<'_>, at: usize, end: usize) -> bool {
    if OF.contains(&tokens.peek_at(end)) {
        return false;
    }
    let noun = |place: usize| {
        matches!(look_up(tokens.peek_at(place)).noun, Some(Noun::Rise | Noun::Fall | Noun::Change))
    };
    // "a decline of 5 %".
    if at > 1 && tokens.peek_at(at - 1) == "of" && noun(at - 2) {
        return false;
    }
    let noun = (end..end + 3).any(noun);
    let mut before = at;
    while before > 0
        && look_up(tokens.peek_at(before - 1)).adverb
        && !BY.contains(&tokens.peek_at(before - 1))
    {
        before -= 1;
    }
    let Some(before) = before.checked_sub(1) else { return !noun };
    let word = tokens.peek_at(before);
    let frames = Frames::UP.and(Frames::DOWN).and(Frames::ADD).and(Frames::LOSE);
    let moves = look_up(word).verb.is_some_and(|verb| verb.frames.any(frames));
    // "dips below 6.3 %": where it came, not by how much.
    let bound = matches!(tokens.peek_at(at), "below" | "under" | "above" | "over" | "past" | "beneath");
    // "edged up to 2.98 percent": likewise.
    const STEPS: &[&str] = &[
        "edged", "edges", "edging", "inched", "inches", "inching", "ticked", "ticks", "ticking", "crept",
        "creeps", "creeping", "nudged", "nudges", "moved", "moves", "moving", "went", "goes", "climbed",
        "climbs", "climbing", "drifted", "drifts", "bumped",
    ];
    let bound =
        bound || tokens.peek_at(at) == "up" && tokens.peek_at(at + 1) == "to" && STEPS.contains(&word);
    !noun && (bound || !(moves || BY.contains(&word)))
}
