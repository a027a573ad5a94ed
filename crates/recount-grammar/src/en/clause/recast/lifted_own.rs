//! "X lifted its share of all tokens from 12 % to 15 %": X's share of all tokens rose from 12 % to 15 %. "X added 4 %
//! to its volume": X's volume rose 4 %.

use super::draft::{Draft, Recast};
use super::{behind_times, is_amount, is_stop, named_to};
use crate::en::clause::About;
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::verb_group::verb_group;
use crate::en::phrase::Chunks;
use crate::token::Words;

/// Somebody moves a figure of their own.
pub(super) fn lifted_own(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let name = named_to(c, start)?;
    let verb = behind_times(c, name);
    let perfect = usize::from(c.is(verb, words!["has", "have", "had"]));
    let up = c.is(verb + perfect, LIFTS);
    let factor = FACTORS.iter().find(|(verbs, _)| c.is(verb + perfect, *verbs)).map(|(_, says)| *says);
    if !up && factor.is_none() && !c.is(verb + perfect, CUTS) {
        return None;
    }
    let own = verb + perfect + 1;
    let (end, np) = owned(c, own)?;
    // "X doubles weekly tokens after the launch": how many times is told already.
    let told = factor.is_some() && (is_stop(c, end) || c.is(end, words!["after", "as", "in", "on", "amid"]));
    let goes_on =
        told || c.is(end, words!["to", "from", "by"]) || is_amount(c, end) || behind_times(c, end) > end;
    (goes_on && (np.share || np.about != About::Nothing)).then(|| {
        let says = factor.unwrap_or(if up { "rose" } else { "fell" });
        let its = usize::from(c.is(own, words!["its", "their"]));
        let draft = Draft::new(c).keep(0, name).say("'s", own).keep(own + its, end);
        draft.keep(name, verb).say(says, verb).keep(end, c.len()).done()
    })
}

/// Somebody adds a figure to one of their own.
pub(super) fn added_to_own(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let name = named_to(c, start)?;
    let verb = behind_times(c, name);
    let up = c.is(verb, words!["added", "adds", "put", "puts", "tacked"]);
    if !up
        && !c.is(
            verb,
            words![
                "shaved", "shaves", "took", "wiped", "knocked", "cut", "lost", "lopped", "sliced", "trimmed",
                "dropped"
            ],
        )
    {
        return None;
    }
    let figure = (verb + 1..verb + 4).find(|place| is_amount(c, *place))?;
    let lead = (verb + 1..figure).all(|place| {
        c.entry(place).adverb || c.is(place, words!["a", "an", "another", "just", "only", "some"])
    });
    let to = behind_times(c, figure + 1);
    let joins = if up { words!["to", "on", "onto"] } else { words!["off", "from", "of"] };
    if !lead || !c.is(to, joins) {
        return None;
    }
    let (end, np) = owned(c, to + 1)?;
    let ends = is_stop(c, end)
        || behind_times(c, end) > end
        || c.is(end, words!["and", "while", "but", "to", "after"]);
    (ends && np.about != About::Nothing && !np.share).then(|| {
        let says = if up { "rose" } else { "fell" };
        let draft = Draft::new(c).keep(0, name).say("'s", to + 1).keep(to + 2, end).say(says, verb);
        draft.keep(verb + 1, to).keep(end, c.len()).done()
    })
}

/// "its share of all tokens": what somebody has, and the place behind it.
fn owned(c: Chunks<'_>, place: usize) -> Option<(usize, super::Np)> {
    let its = c.is(place, words!["its", "their"]);
    let (rest, np) = noun_phrase(c.skip(place))?;
    // "X doubles weekly tokens to 3 trillion".
    if !its && (!np.bare || np.is_named()) {
        return None;
    }
    // "its share rose": no figure of somebody that they move.
    verb_group(rest, false).is_none().then_some((rest.at, np))
}

/// How many times somebody made a figure what it was.
const FACTORS: &[(&[&str], &str)] = &[
    (&["doubled", "doubles"], "doubled"),
    (&["tripled", "triples", "trebled", "trebles"], "tripled"),
    (&["quadrupled", "quadruples"], "quadrupled"),
    (&["halved", "halves"], "halved"),
];

const LIFTS: &Words = words![
    "lifted", "raised", "boosted", "increased", "grew", "expanded", "improved", "pushed", "upped", "widened",
    "extended", "bumped", "built", "hiked", "lifts", "raises", "boosts", "increases", "grows", "expands",
    "improves", "pushes", "ups", "widens", "extends", "stretched",
];

const CUTS: &Words = words![
    "cut", "trimmed", "lowered", "reduced", "shrank", "slashed", "pared", "narrowed", "cuts", "trims",
    "lowers", "reduces", "shrinks", "slashes", "pares", "narrows",
];
