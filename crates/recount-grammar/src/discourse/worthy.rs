//! Is a stretch of a sentence worth a check? A test of its own, apart from the
//! grammar: it decides what must be either read or listed.

use recount_model::Name;

use crate::en::lexicon::{Cue, Frames, Noun, is_superlative};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunk, Phrase};
use crate::token::{Kind, Tokens};

/// A figure, a rank, a streak or a record; or a known name beside a word of
/// rising, falling, leading or of being the most.
#[must_use]
pub fn is_worthy(chunks: &[Chunk<'_>], tokens: Tokens<'_>) -> bool {
    if chunks.iter().any(is_strong) {
        return true;
    }
    let named = chunks.iter().filter(|chunk| is_known(chunk)).count();
    let word = |chunk: &Chunk<'_>| tokens.rest.get(chunk.first).map_or("", |token| tokens.lower_of(*token));
    let any = |is: &dyn Fn(&Chunk<'_>) -> bool| chunks.iter().any(is);
    let trend = any(&|chunk| {
        moves(chunk) || is_superlative(word(chunk)) || matches!(chunk.phrase, Phrase::Ordinal(_))
    });
    let order = any(&|chunk| {
        compares(chunk)
            || matches!(
                word(chunk),
                "ahead"
                    | "behind"
                    | "than"
                    | "level"
                    | "tied"
                    | "matched"
                    | "equal"
                    | "equalled"
                    | "neck"
                    | "many"
                    | "par"
                    | "crossover"
                    | "outsold"
                    | "outsell"
                    | "outsells"
            )
    });
    // Digits that no rule took for a number, a date or a name.
    let digits = any(&|chunk| {
        let token = tokens.rest.get(chunk.first);
        matches!(chunk.phrase, Phrase::Word(_)) && token.is_some_and(|token| token.kind == Kind::Number)
    });
    let counts = any(&|chunk| matches!(chunk.phrase, Phrase::Number(_) | Phrase::Other(_)));
    named > 0 && (trend || order || digits || counts)
}

/// Can a sentence say anything of ours? A cheap test before the grammar:
/// digits, number words, and words of rising, leading and the like. `None`
/// where it depends on whether it names anything.
#[must_use]
pub fn may_matter(tokens: Tokens<'_>) -> Option<bool> {
    let mut weak = 0;
    for token in tokens.rest {
        match token.cue {
            Cue::Strong => return Some(true),
            Cue::Weak => weak += 1,
            Cue::None => {}
        }
    }
    if weak == 1 { None } else { Some(weak > 1) }
}

/// A name of the vocabulary, or an adjective of one.
fn is_known(chunk: &Chunk<'_>) -> bool {
    match &chunk.phrase {
        Phrase::Adjective(_) => true,
        Phrase::Name(names) => names.iter().any(|name| matches!(name, Name::Subject(_) | Name::Metric(_))),
        _ => false,
    }
}

/// A figure that stands for something counted; the list alone ("on the chart")
/// does not.
#[must_use]
pub fn is_strong(chunk: &Chunk<'_>) -> bool {
    match &chunk.phrase {
        Phrase::Place(Place::Board) => false,
        _ => chunk.is_figure(),
    }
}

fn moves(chunk: &Chunk<'_>) -> bool {
    let frames = Frames::UP
        .and(Frames::DOWN)
        .and(Frames::DOUBLE)
        .and(Frames::TRIPLE)
        .and(Frames::QUADRUPLE)
        .and(Frames::HALVE);
    let Phrase::Word(entry) = &chunk.phrase else {
        return false;
    };
    let noun = matches!(
        entry.noun,
        Some(
            Noun::Rise
                | Noun::Fall
                | Noun::Gap
                | Noun::Record
                | Noun::Streak
                | Noun::High
                | Noun::Low
                | Noun::Place
                | Noun::Share
        )
    );
    noun || entry.verb.is_some_and(|verb| verb.frames.any(frames))
}

fn compares(chunk: &Chunk<'_>) -> bool {
    let frames = Frames::AHEAD.and(Frames::OVERTAKE).and(Frames::BEHIND).and(Frames::LEAD);
    let Phrase::Word(entry) = &chunk.phrase else {
        return false;
    };
    entry.noun == Some(Noun::Lead) || entry.verb.is_some_and(|verb| verb.frames.any(frames))
}
