//! What may be said of another one, or of another time, than it seems: it is
//! listed, not read.

use recount_model::Unit;

use super::Discourse;
use crate::en::clause::{About, Act, Anchor, Item, Mood, Said};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::weeks::WeeksRunning;

/// The words of a text, without what stands around them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

pub(super) fn is_one(word: &str, of: &[&str]) -> bool {
    of.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// "their lead", "the gap".
pub(super) fn speaks_of_lead(text: &str) -> bool {
    let owner = |word: &str| is_one(word, &["the", "their", "its", "a", "s"]);
    words(text)
        .zip(words(text).skip(1))
        .any(|(first, second)| owner(first) && is_one(second, &["lead", "gap", "margin", "advantage"]))
}

/// "an earlier version of this article".
pub(super) fn speaks_of_draft(text: &str) -> bool {
    let old = |word: &str| is_one(word, &["earlier", "previous", "original", "initial", "first", "prior"]);
    words(text)
        .zip(words(text).skip(1))
        .any(|(first, second)| old(first) && is_one(second, &["version", "versions", "draft"]))
}

impl Discourse<'_> {
    /// "An earlier version misstated X. It also said that Y was third; it is
    /// second.": what it said is withdrawn.
    pub(super) fn of_draft(&self, said: &mut Said, text: &str) {
        const WHO: &[&str] = &["it", "article", "story", "post", "report", "piece", "text", "headline", "we"];
        const SAYS: &[&str] =
            &["said", "stated", "reported", "gave", "put", "claimed", "wrote", "misstated", "had", "listed"];
        if !self.draft {
            return;
        }
        let mut first = words(text).take(5);
        let again = first.by_ref().any(|word| is_one(word, WHO)) && first.any(|word| is_one(word, SAYS));
        let before = text.get(..said.span.start).unwrap_or("");
        if again && said.mood == Mood::Plain && !before.contains([';', '.']) && words(before).next().is_some()
        {
            said.mood = Mood::Denied;
        }
    }
}

/// "It has shrunk", "it narrowed": what a lead does as well as a figure.
fn shrinks(text: &str) -> bool {
    let forms = [
        "shrunk", "shrank", "shrinks", "shrinking", "narrowed", "narrows", "narrowing", "widened", "widens",
        "widening",
    ];
    words(text).next().is_some_and(|word| is_one(word, &["it", "this", "that", "which"]))
        && words(text).take(5).any(|word| is_one(word, &forms))
}

/// Is what follows in the sentence a way down, or not read?
fn goes_down(rest: &[Item]) -> bool {
    let main = rest.iter().find(|item| match item {
        Item::Said(said) => !said.adjuncts.local,
        Item::Unread { .. } => true,
        Item::Time(_) | Item::Passing { .. } => false,
    });
    match main {
        Some(Item::Said(said)) => match &said.act {
            Act::Rank { .. } => true,
            Act::Compare { value, .. } => value.falling,
            _ => false,
        },
        Some(Item::Unread { .. }) => true,
        _ => false,
    }
}

/// "X, first for five weeks, fell to third": in the weeks up to the one before, where the same
/// one is in another place now. An ordinal, "in its fifth week at the top", is of now.
fn until_then(said: &mut Said, rest: &[Item]) -> bool {
    let Act::Rank { place: Place::At(held), .. } = said.act else { return false };
    // "X, which led for five weeks, fell": those may be long over.
    let long_ago = said.adjuncts.present == Some(false);
    let plain = said.adjuncts.weeks.is_some_and(|weeks| !weeks.ordinal) && !long_ago;
    let main = rest.iter().find_map(|item| match item {
        Item::Said(now) if !now.adjuncts.local => Some(now),
        _ => None,
    });
    let elsewhere = main.is_some_and(|now| match now.act {
        Act::Rank { place: Place::At(place), .. } => place != held && !now.negated,
        Act::Compare { ref value, event: true, .. } => value.falling && held == 1 && !now.negated,
        _ => false,
    });
    let told = |time: &Time| main.is_some_and(|now| now.adjuncts.times.contains(time));
    let plain = plain && said.adjuncts.times.iter().all(told);
    let here = main.is_some_and(|now| now.who.who == said.who.who && now.mood == Mood::Plain);
    let over = plain && elsewhere && here;
    if over {
        said.anchor = Anchor::Before;
        let told = main.into_iter().flat_map(|now| &now.adjuncts.times);
        said.adjuncts.times =
            told.filter(|time| matches!(time.role, Role::At | Role::AsOf)).cloned().collect();
        said.adjuncts.weeks = said.adjuncts.weeks.map(|weeks| WeeksRunning { cumulative: false, ..weeks });
    }
    over
}

/// "In the four weeks to June 21, X processed 3.9 trillion, 4.8 trillion and 8 trillion", "the two had been at 3.7 and 2.2
/// trillion": the first figure of several, whose others no rule read, is not that of all of them.
fn is_of_a_list(said: &Said, behind: &[Item], text: &str) -> bool {
    let level = matches!(&said.act, Act::Level { .. }) && said.anchor == Anchor::Clause;
    if !level || !matches!(behind.first(), Some(Item::Unread { .. })) {
        return false;
    }
    let rest = text.get(said.span.end..).unwrap_or("");
    let joined = rest.trim_start_matches([',', ' ']);
    let joined = joined.strip_prefix("and ").unwrap_or(joined);
    let end = joined.find([',', ';', '(', '–']).or_else(|| joined.find(". ")).unwrap_or(joined.len());
    let figure = joined.get(..end).unwrap_or("");
    let figure = figure.split(" and ").next().unwrap_or(figure);
    // "And 6.2 trillion elsewhere": of something else.
    let others = words(figure).filter(|word| !word.chars().all(|c| c.is_ascii_digit())).count();
    let alone = others <= 1 || others == 2 && figure.trim_end().ends_with('s');
    joined.len() < rest.len()
        && figure.starts_with(|c: char| c.is_ascii_digit())
        && !figure.contains('%')
        && alone
}

/// A change by so many percent, with no figure to it.
fn is_bare_change(said: &Said) -> bool {
    matches!(&said.act, Act::Change { value } if value.unit == Unit::Percent && !value.is_direction())
}

/// Leaves open what may be said of another. `led`: was a lead spoken of in the
/// sentence before?
pub(super) fn doubt(items: &[Item], at: usize, said: &mut Said, led: bool, text: &str) {
    if said.mood != Mood::Plain {
        return;
    }
    let before = text.get(..said.span.start).unwrap_or("");
    let own = said.span.of(text);
    // "X, first for five weeks, fell to third": those weeks are over.
    let behind = items.get(at + 1..).unwrap_or(&[]);
    let over = said.adjuncts.local
        && said.adjuncts.weeks.is_some()
        && said.anchor == Anchor::Clause
        && matches!(said.act, Act::Rank { .. })
        && goes_down(behind);
    let over = over && !until_then(said, behind);
    let lead = shrinks(own) && (led || speaks_of_lead(before));
    // "X is not number one: with 15.8 trillion, Y is".
    let denied = |item: &Item| matches!(item, Item::Said(other) if other.negated);
    let theirs = before.trim_end().ends_with(':')
        && words(own).next().is_some_and(|word| is_one(word, &["with"]))
        && items.get(..at).unwrap_or(&[]).iter().any(denied);
    // "X's share rose 4 %, while Y gained 3 %": of its share as well, or of its figure?
    let alike = |item: &Item| match item {
        Item::Said(other) => other.who.share && is_bare_change(other),
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => false,
    };
    let other_figure = !said.who.share
        && said.who.about == About::Nothing
        && is_bare_change(said)
        && items.get(..at).unwrap_or(&[]).iter().any(alike);
    // "X led Y by 30 trillion. A week earlier it was 29 trillion, two weeks earlier 19": the lead, both times.
    let far = |item: &Item| match item {
        Item::Said(other) => {
            matches!(other.act, Act::Level { .. })
                && other.who.who == said.who.who
                && super::lower::is_how_far(other.span.of(text))
        }
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => false,
    };
    let how_far =
        led && matches!(said.act, Act::Level { .. }) && items.get(..at).unwrap_or(&[]).iter().any(far);
    if over || lead || theirs || other_figure || how_far || is_of_a_list(said, behind, text) {
        said.mood = Mood::Framed;
    }
}

/// Behind "The latter …", where that was not read, and "…, with Z alone losing 3 trillion" no
/// one knows who "it" is.
pub(super) fn loses_track(text: &str, told: bool) -> bool {
    let mut first = words(text);
    let of_two = !told
        && first.next().is_some_and(|word| is_one(word, &["the"]))
        && first.next().is_some_and(|word| is_one(word, &["latter", "former"]));
    let with = words(text).skip_while(|word| !is_one(word, &["with"]));
    of_two || with.take(9).any(|word| is_one(word, &["alone"]))
}
