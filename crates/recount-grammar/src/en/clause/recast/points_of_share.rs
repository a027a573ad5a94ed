//! "X gained 1.2 points of market share": X's share rose by 1.2 points. "X lost share": X's share fell.

use super::draft::{Draft, Recast};
use super::{behind_times, is_stop};
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::{About, Who};
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// Somebody has more or less of the whole.
pub(super) fn points_of_share(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (rest, np) = noun_phrase(c.skip(start))?;
    let named_one = matches!(&np.who, Who::Named(names) if names.len() == 1);
    let it = np.who == Who::Carried && c.is(start, words!["it", "they"]);
    let name = rest.at;
    let verb = behind_times(c, name);
    let perfect = usize::from(c.is(verb, words!["has", "have"]));
    let moves = verb + perfect;
    let up = c.is(moves, GAINS);
    if !(named_one && np.about == About::Nothing && !np.share || it) || !up && !c.is(moves, LOSES) {
        return None;
    }
    let figure = (moves + 1..moves + 4)
        .take_while(|place| *place < c.len())
        .find(|place| matches!(c.phrase(*place), Some(Phrase::Points(_))));
    let from = figure.map_or(moves + 1, |figure| figure + 1 + usize::from(c.is(figure + 1, words!["of"])));
    let market = from + usize::from(c.is(from, words!["market", "total", "token", "overall"]));
    let share = c.noun(market) == Some(Noun::Share);
    let close = market + 1;
    let lead = (moves + 1..figure.unwrap_or(moves + 1))
        .all(|place| c.entry(place).adverb || c.is(place, words!["just", "about", "some", "only"]));
    // "Gained share against Y": of nothing else that is known.
    let behind = behind_times(c, close);
    let joined = c.is(behind, words!["and", "but"]);
    // ", to 19 %", "; Y", but not ", hitting a record": that is no record of its share.
    let comma = c.is(behind, words![","]) && !c.is(behind + 1, words!["to", "and", "while", "with", "but"]);
    let ends = joined
        || !comma && (behind >= c.len() || is_stop(c, behind) || c.is(behind, words!["while", "from"]));
    if !share || !lead || !ends || figure.is_some_and(|figure| from == figure + 1) {
        return None;
    }
    let says = if up { "rose" } else { "fell" };
    let draft = Draft::new(c).keep(0, start);
    let draft = match it {
        true => draft.say("its share", start),
        false => draft.keep(start, name).say("'s share", name),
    };
    let draft = draft.keep(name, verb).say(says, moves);
    let draft = match figure {
        Some(figure) => draft.say("by", moves).keep(moves + 1, figure + 1),
        None => draft,
    };
    // "And hit a record": whoever gained it did.
    if joined {
        let draft = draft.keep(close, behind + 1).again(start, name);
        return Some(draft.keep(behind + 1, c.len()).done());
    }
    Some(draft.keep(close, c.len()).done())
}

pub(super) const GAINS: &Words = words!["gained", "added", "won", "gains", "adds", "wins", "gain", "gaining"];
pub(super) const LOSES: &Words =
    words!["lost", "shed", "dropped", "loses", "sheds", "lose", "surrendered", "gave"];

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_read, claims};

    #[test]
    fn more_of_the_whole() {
        let share = "the share of Alder in the total call volume rose by 1.2 percentage points";
        assert_read(&[
            ("Alder gained 1.2 percentage points of share last week.", &[share]),
            ("Alder gained 1.2 percentage points of market share last week.", &[share]),
        ]);
        let found = claims("Alder gained 1.2 percentage points of support last week.");
        assert!(found.iter().all(|one| !one.contains("points")), "{found:?}");
    }
}
