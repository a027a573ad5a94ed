//! Verbs with the words behind them: `soaked up 4 trillion tokens`, `went down by 8 %`, `hung on
//! to third place`.

use crate::en::clause::predicate::figure;
use crate::en::clause::verb_group::skip_adverbs;
use crate::en::clause::{change, fronted, rank};
use crate::en::lexicon::{Frames, Needs, Noun, Phrasal, Verb, phrasals};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;
use recount_model::Hedge;

/// The verb just before `c` with the words behind it, where these make it another one; and what
/// follows them.
/// Of the passive, "[were] soaked up by X", only what counts, and who is ahead.
pub(in crate::en::clause) fn with_words<'p>(
    c: Chunks<'p>,
    verb: Verb,
    passive: bool,
) -> Option<(Chunks<'p>, Verb)> {
    if !verb.frames.any(Frames::PHRASAL) {
        return None;
    }
    phrasals(c.word_before()).iter().find_map(|phrasal| {
        let rest = behind(c, phrasal)?;
        let fits = match passive {
            // "The top five was completed by X": what the verb alone can be, it is.
            true if phrasal.words == "-" && verb.frames != Frames::PHRASAL => false,
            // "Was bettered by X".
            true if phrasal.needs == Needs::Name => rest.is(0, words!["by"]),
            true => phrasal.frames.any(Frames::USE) && rest.is(0, words!["by", "through", "on"]),
            false => follows(rest, phrasal.needs),
        };
        fits.then_some((rest, Verb { frames: phrasal.frames, ..verb }))
    })
}

/// What follows these words. "Ticked up to 4 trillion" went up, to so much: the amount took its word.
fn behind<'p>(c: Chunks<'p>, phrasal: &Phrasal) -> Option<Chunks<'p>> {
    if phrasal.words == "-" {
        // "Powered down 8 %", "spat out".
        let word = c.is(0, words!["up", "down", "back", "off", "out", "away", "over", "on"]);
        return (!word || phrasal.needs == Needs::Way).then_some(c);
    }
    if phrasal.words == "up" && phrasal.frames.any(Frames::UP) && is_up_to(c) {
        return Some(c);
    }
    phrasal.words.split(' ').try_fold(c, |c, word| (c.word(0) == word).then(|| c.skip(1)))
}

/// "up to 4 trillion tokens", as one phrase.
fn is_up_to(c: Chunks<'_>) -> bool {
    let limit = matches!(c.phrase(0), Some(Phrase::Amount { quantity, .. } | Phrase::Percent(quantity))
        if quantity.hedge == Hedge::UpTo);
    limit && c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "up")
}

fn follows(c: Chunks<'_>, needs: Needs) -> bool {
    let told = |c: Chunks<'_>| figure(skip_adverbs(c)).is_some();
    let moves = || {
        told(c)
            || c.is(0, words!["by", "to", "from", "at"])
                && told(c.skip(1))
                && rank::place(c.skip(1)).is_none()
    };
    match needs {
        Needs::Nothing => true,
        Needs::Figure => {
            told(c) || is_more(c) || matches!(c.phrase(0), Some(Phrase::Record(_))) && told(c.skip(1))
        }
        // "Buckled under 300 billion requests".
        Needs::Move if c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "under") => false,
        Needs::Move => moves() || matches!(c.phrase(0), Some(Phrase::Weeks(_))),
        Needs::End => {
            fronted::is_stop(c, 0)
                || matches!(c.phrase(0), Some(Phrase::Time(_) | Phrase::Weeks(_)))
                || moves()
        }
        Needs::Name => {
            let named = |ahead: usize| matches!(c.phrase(ahead), Some(Phrase::Name(_)));
            named(0) || named(1) || c.is(0, words!["it", "them"])
        }
        Needs::Own => {
            matches!(c.noun(0), Some(Noun::Share | Noun::Volume | Noun::Lead | Noun::Gap))
                || c.is(0, words!["its", "their", "the"])
                || matches!(c.phrase(0), Some(Phrase::Name(_))) && c.is(1, words!["'s", "’s", "'", "’"])
        }
        Needs::Away => {
            let whom = matches!(c.phrase(0), Some(Phrase::Name(_))) || c.is(0, words!["it", "them"]);
            whom && c.is(1, words!["off", "out", "from", "into", "down", "to"])
        }
        Needs::Place => {
            // "Clung to three of the top five places".
            let counted = matches!(c.phrase(0), Some(Phrase::Number(_)))
                && (c.is(1, words!["of"]) || c.noun(1) == Some(Noun::Place));
            rank::place(c).is_some() || is_lead(c) || counted
        }
        Needs::Stand => {
            c.is(0, words!["at", "on", "with"]) && told(c.skip(1))
                || rank::at_place(c).is_some()
                || rank::place(c).is_some()
        }
        Needs::Gain => {
            matches!(c.phrase(0), Some(Phrase::Weeks(_)))
                || change::change_noun(c).is_some()
                || change::weeks_of_change(c).is_some()
        }
        Needs::Way => {
            const WAYS: &Words = words![
                "to", "into", "past", "out", "from", "ahead", "above", "over", "below", "under", "behind"
            ];
            let amount = matches!(c.phrase(0), Some(Phrase::Amount { .. }))
                && c.get(0).is_some_and(|chunk| {
                    matches!(c.lower(chunk.first), "past" | "above" | "below" | "beyond")
                });
            c.is(0, WAYS) || amount || is_up_to(c)
        }
    }
}

/// "more tokens [than X]", "fewer [than X]".
fn is_more(c: Chunks<'_>) -> bool {
    c.is(0, words!["more", "fewer", "less"])
}

/// "the lead", "its lead".
fn is_lead(c: Chunks<'_>) -> bool {
    c.is(0, words!["the", "its", "their"]) && c.noun(1) == Some(Noun::Lead)
}
