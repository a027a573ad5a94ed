//! Is a stretch of a sentence worth a check? A test of its own, apart from the
//! grammar: it decides what must be either read or listed.

mod another_kind;
mod beside;
mod listed;
mod stands;
mod swapped;
mod weeks;

use recount_model::Name;

use self::beside::Beside;
use crate::en::lexicon::{Cue, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunk, Phrase};
use crate::token::{Kind, Tokens, Words};

/// A figure, a rank, a streak or a record; or a known name beside a word of
/// rising, falling, leading or of being the most.
#[must_use]
pub fn is_worthy(chunks: &[Chunk<'_>], tokens: Tokens<'_>) -> bool {
    is_worthy_but(chunks, tokens, |_| false)
}

/// Is it worth a check only by figures whose own noun is another thing than what the vocabulary counts, or by money where
/// nothing is counted in it?
#[must_use]
pub fn is_of_other_things(chunks: &[Chunk<'_>], tokens: Tokens<'_>) -> bool {
    let all = || (0..chunks.len()).map(|place| Beside { chunks, tokens, place });
    all().any(Beside::is_of_another_kind) && !is_worthy_but(chunks, tokens, Beside::is_of_another_kind)
}

/// Has a stretch nothing that a check could ask for, whoever it speaks of?
#[must_use]
pub fn says_nothing(chunks: &[Chunk<'_>], tokens: Tokens<'_>) -> bool {
    let all = || (0..chunks.len()).map(|place| Beside { chunks, tokens, place });
    !is_worthy(chunks, tokens) && !all().any(|beside| beside.tells() && !beside.is_of_another())
}

/// The same without the figures of some kind.
fn is_worthy_but<'c>(
    chunks: &'c [Chunk<'c>],
    tokens: Tokens<'c>,
    other: impl Fn(Beside<'c>) -> bool,
) -> bool {
    let all = || (0..chunks.len()).map(|place| Beside { chunks, tokens, place });
    if all().any(|beside| chunks.get(beside.place).is_some_and(is_strong) && !other(beside)) {
        return true;
    }
    // "No other model", "every model": all of them, though none is named.
    if !chunks.iter().any(is_known) && !all().any(|beside| beside.is_all()) {
        // "It was third": who that is, stands in the sentence before. "Five of the six rose."
        let some = all().any(|beside| beside.is_some_of());
        return all().any(|beside| {
            beside.is_placed()
                || beside.is_run()
                || beside.is_volume_moved()
                || beside.is_largest_step()
                || some && beside.tells()
        });
    }
    if all().any(|beside| beside.tells()) {
        return true;
    }
    let any = |is: &dyn Fn(&Chunk<'_>) -> bool| chunks.iter().any(is);
    // Digits that no rule took for a number, a date or a name.
    let digits = any(&|chunk| {
        let token = tokens.rest.get(chunk.first);
        matches!(chunk.phrase, Phrase::Word(_)) && token.is_some_and(|token| token.kind == Kind::Number)
    });
    // "Hundreds of billions" is a figure, though a vague one; "in billions" is
    // what figures elsewhere are counted in.
    let vague = |chunk: &Chunk<'_>| {
        let word = |place: usize| tokens.rest.get(place).map_or("", |token| tokens.lower_of(*token));
        let counted_in = chunk.first.checked_sub(1).is_some_and(|before| word(before) == "in");
        matches!(chunk.phrase, Phrase::Word(_))
            && !counted_in
            && crate::en::phrase::quantity::is_large(word(chunk.first))
    };
    let counted = |beside: Beside<'_>| matches!(beside.phrase(0), Some(Phrase::Number(_) | Phrase::Other(_)));
    digits || all().any(|beside| counted(beside) && !other(beside)) || any(&vague)
}

/// Words that stand for somebody, or something, of another sentence.
const CARRIED: &Words = words![
    "it", "they", "its", "their", "both", "none", "neither", "them", "former", "latter", "that", "those"
];

/// "It ranked eighth.", "Both lost volume.", "The gap has narrowed.": does it
/// go on about what another sentence names?
#[must_use]
pub fn goes_on(chunks: &[Chunk<'_>], tokens: Tokens<'_>) -> bool {
    let beside = |place: usize| Beside { chunks, tokens, place };
    // "In no earlier week had they handled that many."
    let inverted = beside(0).word(0) == "in" && beside(0).word(1) == "no";
    let near = if inverted { 7 } else { 4 };
    // "In fact, the model was first."
    let comma = (1..chunks.len().min(5)).find(|place| beside(*place).word(0) == ",");
    let near = near + comma.map_or(0, |comma| comma + 1);
    let carried = (0..chunks.len().min(near)).map(beside).any(|beside| {
        matches!(beside.phrase(0), Some(Phrase::Word(_))) && beside.is(CARRIED)
            || matches!(beside.word(-1), "all" | "the")
                && matches!(beside.phrase(0), Some(Phrase::Number(2..=9)))
            || beside.is_the_one()
            || beside.word(-1) == "the"
                && matches!(
                    beside.noun(0),
                    Some(Noun::Lead | Noun::Gap | Noun::Volume | Noun::Total | Noun::Sum)
                )
    });
    let all = || (0..chunks.len()).map(beside);
    carried && all().any(|beside| beside.tells()) || all().any(|b| b.is_same() || b.is_swapped())
}

/// "[X rose] and has led every week since": does a stretch begin with the verb of the one of
/// whom the words before it spoke, and say how it stands or moved?
#[must_use]
pub fn tells_more(chunks: &[Chunk<'_>], tokens: Tokens<'_>) -> bool {
    let all = || (0..chunks.len()).map(|place| Beside { chunks, tokens, place });
    let verb = all().take(2).any(|beside| beside.is_finite());
    // "[X led], having more than doubled", "after dropping to fourth", "then doubled".
    let joint = all().next().is_some_and(|first| {
        matches!(first.word(0), "after" | "before" | "having" | "then" | "so" | "since" | "to" | "by")
    });
    let joined = joint && all().take(6).any(|beside| beside.is_verb());
    (verb || joined) && all().any(|beside| beside.tells())
        || all().any(|beside| beside.takes_a_place())
        || all().take(2).any(|beside| beside.is_extreme_of_late())
}

/// "In fact, the model was first": what a short front leads to goes on about what was named.
fn goes_on_behind(tokens: Tokens<'_>) -> bool {
    let comma = (1..5).find(|place| tokens.peek_at(*place) == ",");
    comma.is_some_and(|comma| {
        let rest = tokens.skip(comma + 1);
        rest.opens(CARRIED) || rest.opens(words!["the"])
    })
}

/// Can a sentence say anything of ours? A cheap test before the grammar:
/// digits, number words, and words of rising, leading and the like. `None`
/// where it depends on whether it names anything. "They are level." goes on
/// about what is named before.
#[must_use]
pub fn may_matter(tokens: Tokens<'_>) -> Option<bool> {
    // "Out go X and Y, in come Z."
    let out = tokens.opens(words!["out"]) && matches!(tokens.peek_at(1), "go" | "goes" | "went");
    let mut weak = usize::from(tokens.opens(CARRIED) || goes_on_behind(tokens) || out);
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::en::clause::testing::{claims, world};
    use crate::{Format, Options, Reader};

    /// How many sentences of an article are worth a check, and how many
    /// stretches of it were not understood.
    fn worthy(text: &str) -> (usize, usize) {
        let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
        let reading = Reader::new(&world()).read(text, Format::Markdown, &options);
        (reading.worthy, reading.not_understood.len())
    }

    #[test]
    fn plain_talk_about_a_name_is_not_worth_a_check() {
        for sentence in [
            "A spokesperson for Alder said the harbour was never meant to delay anybody.",
            "Looking ahead, Alder appears to know it.",
            "Alder and Birch both hope to reshape the network at the spring conference.",
        ] {
            assert!(claims(sentence).is_empty(), "{sentence}");
        }
    }

    #[test]
    fn other_senses_of_words_of_order_are_not() {
        for sentence in [
            "Alder sits above a bakery.",
            "Alder is up for sale.",
            "Birch is in front of a difficult choice.",
            "Alder is down for maintenance.",
            "The lab behind Alder declined to comment.",
            "Alder disappeared from the conference.",
            "Alder comes next week.",
            "Alder is on the market.",
            "Alder made the same mistake.",
        ] {
            assert_eq!(worthy(sentence), (0, 0), "{sentence}");
        }
    }

    #[test]
    fn weeks_in_a_row_are_worth_it_whoever_has_them() {
        for sentence in [
            "Volume has risen in eight of the last nine weeks.",
            "The decline ended a run of seven consecutive weekly gains.",
            "The streak began in the week of February 9.",
        ] {
            assert_eq!(worthy(&format!("Alder beat Birch. {sentence}")).0, 2, "{sentence}");
        }
        for sentence in [
            "The office was closed in two of the last three summers.",
            "It rained on seven consecutive evenings.",
            "His winning streak at chess is over.",
        ] {
            assert_eq!(worthy(sentence), (0, 0), "{sentence}");
        }
    }

    #[test]
    fn what_goes_on_is_worth_it_behind_what_is() {
        for sentence in [
            "Both lost volume.", "The gap has narrowed.", "None of them grew.", "They are level.",
            "The order did not change.", "The same models led.", "Nothing changed at the top.",
        ] {
            let behind = worthy(&format!("Alder beat Birch. {sentence}"));
            assert_eq!((worthy(sentence).0, behind.0), (0, 2), "{sentence}");
        }
    }

    #[test]
    fn what_puts_one_before_another_is() {
        for sentence in [
            "Alder held flat.", "Alder was little changed.", "Alder is ahead.", "Alder fell behind.",
            "Alder and Birch are almost level.", "Alder sprang up.", "Alder was above Birch.",
        ] {
            assert!(!claims(sentence).is_empty(), "{sentence}");
        }
        for sentence in [
            "Alder was below that of all northern models.",
            "Alder is in front of Birch.",
            "Alder was up.",
            "Alder vanished from the chart.",
            "Alder is off the chart.",
            "Alder no longer charts.",
            "Birch comes next.",
            "The rest of the field is far behind.",
            "Alder matches Birch.",
            "Alder is the busiest.",
        ] {
            assert_eq!(worthy(sentence).0, 1, "{sentence}");
        }
    }
}
