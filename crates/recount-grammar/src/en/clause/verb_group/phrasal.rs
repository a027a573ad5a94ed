//! Verbs with the words behind them: `soaked up 4 trillion tokens`, `went down by 8 %`, `hung on
//! to third place`.

use crate::en::clause::predicate::figure;
use crate::en::clause::verb_group::skip_adverbs;
use crate::en::clause::{change, fronted, rank};
use crate::en::lexicon::{Frames, Needs, Verb, phrasals};
use crate::en::phrase::{Chunks, Phrase};

/// The verb just before `c` with the words behind it, where these make it another one; and what
/// follows them.
/// Of the passive, "[were] soaked up by X", only what counts.
pub(super) fn with_words<'p>(c: Chunks<'p>, verb: Verb, passive: bool) -> Option<(Chunks<'p>, Verb)> {
    if !verb.frames.any(Frames::PHRASAL) {
        return None;
    }
    phrasals(c.word_before()).iter().find_map(|phrasal| {
        let rest = behind(c, phrasal.words)?;
        let fits = match passive {
            true => phrasal.frames.any(Frames::USE) && rest.is(0, words!["by", "through", "on"]),
            false => follows(rest, phrasal.needs),
        };
        fits.then_some((rest, Verb { frames: phrasal.frames, ..verb }))
    })
}

/// What follows these words.
fn behind<'p>(c: Chunks<'p>, words: &str) -> Option<Chunks<'p>> {
    words.split(' ').try_fold(c, |c, word| (c.word(0) == word).then(|| c.skip(1)))
}

fn follows(c: Chunks<'_>, needs: Needs) -> bool {
    let told = |c: Chunks<'_>| figure(skip_adverbs(c)).is_some();
    let end = || fronted::is_stop(c, 0) || matches!(c.phrase(0), Some(Phrase::Time(_)));
    match needs {
        Needs::Nothing => true,
        Needs::Figure => told(c),
        Needs::End => end() || told(c),
        Needs::Name => {
            matches!(c.phrase(0), Some(Phrase::Name(_))) || matches!(c.phrase(1), Some(Phrase::Name(_)))
        }
        Needs::Place => rank::place(c).is_some(),
        Needs::Stand => {
            c.is(0, words!["at", "on", "with"]) && told(c.skip(1))
                || rank::at_place(c).is_some()
                || rank::place(c).is_some()
        }
        Needs::Gain => change::change_noun(c).is_some(),
        Needs::Way => c.is(0, words!["to", "into", "past"]),
    }
}
