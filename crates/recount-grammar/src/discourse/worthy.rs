//! Is a stretch of a sentence worth a check? A test of its own, apart from the
//! grammar: it decides what must be either read or listed.

use recount_model::Name;

use crate::en::lexicon::Frames;
use crate::en::phrase::{Chunk, Phrase, subjects};

/// A figure, a rank, a streak or a record; or a known name with a verb of
/// rising, falling or being ahead.
#[must_use]
pub fn is_worthy(chunks: &[Chunk<'_>]) -> bool {
    let known =
        |chunk: &Chunk<'_>| matches!(&chunk.phrase, Phrase::Name(names) if is_counted(names));
    let names = chunks.iter().filter(|chunk| matches!(&chunk.phrase, Phrase::Name(names) if subjects(names).next().is_some())).count();
    let figure = chunks.iter().any(is_strong);
    let named = chunks.iter().any(known);
    figure || (named && chunks.iter().any(moves)) || (names >= 2 && chunks.iter().any(compares))
}

fn is_counted(names: &[Name]) -> bool {
    names
        .iter()
        .any(|name| matches!(name, Name::Subject(_) | Name::Metric(_)))
}

/// A figure that stands for something counted; a place alone ("the list") does not.
#[must_use]
pub fn is_strong(chunk: &Chunk<'_>) -> bool {
    use crate::en::phrase::place::Place;
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
    matches!(&chunk.phrase, Phrase::Word(entry) if entry.verb.is_some_and(|verb| verb.frames.any(frames)))
}

fn compares(chunk: &Chunk<'_>) -> bool {
    let frames = Frames::AHEAD
        .and(Frames::OVERTAKE)
        .and(Frames::BEHIND)
        .and(Frames::LEAD);
    matches!(&chunk.phrase, Phrase::Word(entry) if entry.verb.is_some_and(|verb| verb.frames.any(frames)))
}
