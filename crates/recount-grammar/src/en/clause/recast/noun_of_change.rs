//! "A 5 % drop in X's volume left it third": X's volume fell by 5 %, which left it third. "Last week's drop was X's third in a
//! row": X fell for the third week in a row last week. A rise or a fall that is named with its owner inside, as the subject of whatever
//! stands behind it, and as what brought something about: "helped by a 5 % rise in its volume".

use super::draft::{Draft, Recast};
use super::{before_last_stop, behind_times, is_measure, is_stop, named};
use crate::en::clause::change::change_noun;
use crate::en::clause::noun_phrase::{noun_phrase, owner_named};
use crate::en::clause::tail::ends_run;
use crate::en::clause::verb_group::{Group, verb_group};
use crate::en::clause::{Mood, Who};
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::time::Role;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// A stretch of chunks, from and up to.
type Stretch = (usize, usize);

/// A rise or a fall as a noun, and whose.
struct Change {
    /// "Last week's".
    time: Option<usize>,
    /// "X's", in front.
    owner: Option<Stretch>,
    /// "in X's volume", behind.
    behind: Option<Stretch>,
    /// "its", in front or behind.
    its: bool,
    /// "in tokens": nobody's, until it is said whom it moved.
    bare: bool,
    falls: bool,
    /// By how much.
    figure: Option<usize>,
    /// Every time inside.
    times: Vec<usize>,
    /// ", to 4 trillion,".
    level: Option<Stretch>,
    end: usize,
}

impl Change {
    fn read(c: Chunks<'_>, start: usize) -> Option<Self> {
        let timed = matches!(c.phrase(start), Some(Phrase::Time(_))) && c.is(start + 1, words!["'s", "’s"]);
        let from = start + 2 * usize::from(timed);
        let owner = owner_named(c.skip(from));
        let at = owner.as_ref().map_or(from, |(rest, _)| rest.at);
        let article =
            at > from || timed || c.is(at, words!["a", "an", "the", "another", "its", "their", "this"]);
        if !article {
            return None;
        }
        let noun = (at..c.len().min(at + 8))
            .find(|place| matches!(c.noun(*place), Some(Noun::Rise | Noun::Fall)))?;
        let (end, falls) = match change_noun(c.skip(at)) {
            Some((rest, value, _)) => (rest.at, value.falling),
            // "Last week's advance": nothing in front of it.
            None if noun == at => (at + 1, c.noun(noun) == Some(Noun::Fall)),
            None => return None,
        };
        let figures: Vec<usize> = (at..end).filter(|place| is_measure(c, *place)).collect();
        let times = (at..end).filter(|place| matches!(c.phrase(*place), Some(Phrase::Time(_)))).collect();
        let owner = owner.map(|(rest, _)| {
            let apart = c.is(rest.at - 1, words!["'s", "’s", "'", "’"]);
            (from, rest.at - usize::from(apart))
        });
        let mut change = Self {
            time: timed.then_some(start),
            owner,
            behind: None,
            its: c.is(at, words!["its", "their"]),
            bare: false,
            falls,
            figure: figures.first().copied(),
            times,
            level: None,
            end,
        };
        (figures.len() < 2 && change.of(c)).then_some(change)
    }

    /// "in X's volume", ", to 4 trillion,", "last week": what stands behind it.
    fn of(&mut self, c: Chunks<'_>) -> bool {
        if c.is(self.end, words!["in", "for", "by", "at", "of", "to", "on"]) {
            let Some((rest, np)) = noun_phrase(c.skip(self.end + 1)) else { return false };
            let its = c.is(self.end + 1, words!["its", "their"]);
            let known = np.is_named() || its || np.bare || self.owner.is_some() && np.who == Who::Carried;
            if !known || np.who == Who::Unknown {
                return false;
            }
            self.its |= its;
            self.bare = np.bare && self.owner.is_none();
            self.behind = Some((self.end + 1, rest.at));
            self.end = rest.at;
        }
        self.more_times(c);
        let comma = usize::from(c.is(self.end, words![","]));
        let to = self.end + comma;
        if c.is(to, words!["to"])
            && matches!(c.phrase(to + 1), Some(Phrase::Amount { .. } | Phrase::Percent(_)))
        {
            let unit = usize::from(c.is(to + 2, words!["tokens"]));
            self.level = Some((to, to + 2 + unit));
            self.end = to + 2 + unit;
            self.more_times(c);
            self.end += usize::from(comma > 0 && c.is(self.end, words![","]));
        }
        self.owner.is_some() || self.behind.is_some() || self.its || self.time.is_some()
    }

    fn more_times(&mut self, c: Chunks<'_>) {
        let behind = behind_times(c, self.end);
        self.times.extend(self.end..behind);
        self.end = behind;
    }

    /// Whoever rose or fell, in front of the verb.
    fn subject<'p>(&self, draft: Draft<'p>, c: Chunks<'p>, named: Option<Stretch>) -> Draft<'p> {
        let its = |place: usize| usize::from(c.is(place, words!["its", "their"]));
        match (self.owner.or(named.filter(|_| self.its)), self.behind) {
            (Some((from, to)), Some((own, end))) => {
                draft.again(from, to).say("'s", own).keep(own + its(own), end)
            }
            (Some((from, to)), None) => draft.again(from, to),
            (None, Some((from, to))) => draft.keep(from, to),
            (None, None) => draft.say("it", self.end),
        }
    }

    /// "rose by 5 % from the week before to 4 trillion last week".
    fn verb<'p>(&self, draft: Draft<'p>, when: Option<usize>) -> Draft<'p> {
        let near = self.figure.unwrap_or(self.end);
        let mut draft = draft.say(if self.falls { "fell" } else { "rose" }, near);
        if let Some(figure) = self.figure {
            draft = draft.say("by", near).keep(figure, figure + 1);
        }
        if let Some((from, to)) = self.level {
            draft = draft.keep(from, to);
        }
        for place in self.times.iter().copied().chain(self.time).chain(when) {
            draft = draft.again(place, place + 1);
        }
        draft
    }
}

/// A rise or a fall, and what it did.
pub(super) fn noun_of_change(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let mut change = Change::read(c, start)?;
    let (behind, group) = verb_group(c.skip(change.end), false)?;
    if group.negated || group.mood != Mood::Plain {
        return None;
    }
    let verb = change.end;
    let when = last_time(c, behind.at);
    let last = when.unwrap_or(before_last_stop(c));
    let close = when.map_or(last, |when| when + 1);
    let is = group.verb.frames.any(Frames::BE.and(Frames::MARK)) && !group.passive;
    let draft = Draft::new(c).keep(0, start);
    if let Some((ordinal, since)) = is.then(|| nth(c, behind.at, last)).flatten() {
        return nth_of(&change, c, draft, (ordinal, since, close), when);
    }
    // Whose, only "its third in a row" may tell.
    change.figure.filter(|_| change.owner.is_some() || change.behind.is_some() || change.its)?;
    let superlative = is && is_superlative(c, behind.at);
    if !superlative && !acts(c, behind.at, &group) {
        return None;
    }
    // "A 5 % fall in tokens cost X second place": in those of X.
    let moves = Frames::BRING.and(Frames::RENDER).and(Frames::GRANT);
    let moved = change.bare && (c.is(verb, words!["cost", "costs"]) || group.verb.frames.any(moves));
    let named = named(c, behind.at).map(|(end, _)| (behind.at, end)).filter(|_| change.its || moved);
    change.its |= moved && named.is_some();
    let draft = change.verb(change.subject(draft, c, named), when);
    // "Was the largest since May": the change, which nobody is told of.
    if superlative {
        return Some(draft.keep(close, c.len()).drop(verb, last).done());
    }
    let follows = c.is(behind.at - 1, words!["followed", "follows", "came", "comes"]);
    let says = match (follows, change.falls) {
        (true, true) => ", and the drop",
        (true, false) => ", and the rise",
        _ => ", which",
    };
    Some(draft.say(says, verb).keep(verb, last).keep(close, c.len()).done())
}

/// "was [the largest since May]", "[its steepest]".
fn is_superlative(c: Chunks<'_>, at: usize) -> bool {
    let article = at + usize::from(c.is(at, words!["the", "its", "their"]));
    let most = (article..article + 3)
        .any(|place| c.skip(place).word(0).ends_with("est") || c.is(place, words!["most"]));
    matches!(c.phrase(at), Some(Phrase::Record(_))) || article > at && most
}

/// A verb of what a rise or a fall does that has happened: "left it third", "ended a run of gains", "was enough to". Not "is
/// likely", "proved to be a mistake".
fn acts(c: Chunks<'_>, behind: usize, group: &Group) -> bool {
    const DOES: &Words = words![
        "cost", "costs", "followed", "follows", "came", "comes", "extended", "extends", "wiped", "reversed",
        "erased", "undid", "made", "makes", "reduced", "narrowed", "narrows", "widened", "widens", "helped",
        "helps", "allowed", "let", "meant", "means", "cut", "cuts", "lifted", "lifts", "capped", "marked",
    ];
    let frames = Frames::BRING.and(Frames::RENDER).and(Frames::GRANT).and(Frames::LET).and(Frames::RAISE);
    let told = group.present != Some(true) || group.verb.form == Form::Third;
    let verb = behind - 1;
    let enough = (behind..behind + 3).any(|place| c.is(place, words!["enough", "sufficient"]));
    told && !group.passive
        && (group.verb.frames.any(frames.and(Frames::CUT))
            || c.is(verb, DOES)
            || ends_run(c.skip(verb))
            || enough && group.verb.frames.any(Frames::BE))
}

/// "… was its third in a row", "was X's first in five weeks".
fn nth_of(
    change: &Change,
    c: Chunks<'_>,
    draft: Draft<'_>,
    (ordinal, since, close): (usize, Option<usize>, usize),
    when: Option<usize>,
) -> Option<Recast> {
    let noun = if change.falls { "decline" } else { "gain" };
    let draft = change.subject(draft, c, None);
    let draft = match (change.figure.is_some(), since) {
        (true, None) => {
            let draft = change.verb(draft, when).say(", its", ordinal).keep(ordinal, ordinal + 1);
            draft.say("straight weekly", ordinal).say(noun, ordinal)
        }
        (true, Some(since)) => {
            let draft = change.verb(draft, when).say(", its first", ordinal).say(noun, ordinal);
            draft.keep(since, since + 1)
        }
        (false, since) => {
            let draft = draft.say(if change.falls { "fell for the" } else { "rose for the" }, ordinal);
            let draft = match since {
                None => draft.keep(ordinal, ordinal + 1).say("week in a row", ordinal),
                Some(since) => draft.say("first time", ordinal).keep(since, since + 1),
            };
            change.time.into_iter().chain(when).fold(draft, |draft, time| draft.again(time, time + 1))
        }
    };
    Some(draft.keep(close, c.len()).done())
}

/// "its third in a row", "the maker's seventh consecutive weekly decline", "its first in five weeks": the ordinal, and
/// since when.
fn nth(c: Chunks<'_>, from: usize, to: usize) -> Option<(usize, Option<usize>)> {
    let ordinal = (from..to.min(from + 5)).find(|place| {
        matches!(c.phrase(*place), Some(Phrase::Ordinal(_))) || c.is(*place, words!["first"])
    })?;
    let owner = |place: usize| {
        c.is(place, words!["its", "their", "the", "a", "'s", "’s"])
            || matches!(c.noun(place), Some(Noun::Thing))
            || c.is(place, words!["maker", "company", "country", "lab", "group", "family"])
            || matches!(c.phrase(place), Some(Phrase::Name(_)))
    };
    if !(from..ordinal).all(owner) {
        return None;
    }
    let first = c.is(ordinal, words!["first"]) || matches!(c.phrase(ordinal), Some(Phrase::Ordinal(1)));
    let mut at = ordinal + 1;
    let mut row = c.is(at, words!["straight", "consecutive", "successive"]);
    at += usize::from(row);
    at += usize::from(c.is(at, words!["weekly", "such"]));
    at += usize::from(matches!(c.noun(at), Some(Noun::Rise | Noun::Fall | Noun::Change)));
    for words in ROWS {
        if c.skip(at).are(words) {
            (row, at) = (true, at + words.len());
        }
    }
    if first {
        let since = |time: &crate::en::phrase::time::Time| matches!(time.role, Role::Since | Role::Within);
        let told = matches!(c.phrase(at), Some(Phrase::Time(time)) if since(time)) && at + 1 == to;
        return told.then_some((ordinal, Some(at)));
    }
    (row && at == to).then_some((ordinal, None))
}

/// In a row.
const ROWS: &[&[&str]] =
    &[&["in", "a", "row"], &["in", "succession"], &["running"], &["on", "the", "trot"], &["straight"]];

/// The time at the end of the sentence, of all of it.
fn last_time(c: Chunks<'_>, from: usize) -> Option<usize> {
    let last = before_last_stop(c).checked_sub(1)?;
    let Some(Phrase::Time(time)) = c.phrase(last) else { return None };
    let words = c.span(last, last + 1).of(c.tokens.text).to_ascii_lowercase();
    let other = ["before", "earlier", "ago", "previous", "prior"].iter().any(|word| words.contains(word));
    (last > from && time.role == Role::At && !other).then_some(last)
}

/// "…, helped by a 5 % rise in its volume": and its volume rose by 5 %.
pub(super) fn brought_about_by(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let verb = usize::from(c.is(start, HELPED) && c.is(start + 1, words!["by"]));
    let thanks = usize::from(
        c.is(start, words!["thanks", "due", "owing"]) && c.is(start + 1, words!["to"])
            || c.is(start, words!["because", "amid"]) && c.is(start + 1, words!["of"]),
    );
    let one =
        usize::from(c.is(start, words!["on", "after", "following", "despite", "amid", "with", "reflecting"]));
    let count = (2 * (verb + thanks)).max(one);
    if count == 0 {
        return None;
    }
    let change = Change::read(c, start + count)?;
    change.figure.filter(|_| change.owner.is_some() || change.behind.is_some() || change.its)?;
    let ends = change.end >= c.len() || is_stop(c, change.end);
    if !ends {
        return None;
    }
    if start == 0 {
        let last = before_last_stop(c);
        if !c.is(change.end, words![","]) {
            return None;
        }
        let who = named(c, change.end + 1).map(|(end, _)| (change.end + 1, end));
        let draft = change.verb(change.subject(Draft::new(c), c, who), None).say(", and", start);
        return Some(draft.keep(change.end + 1, last).keep(last, c.len()).done());
    }
    let comma = start - usize::from(c.is(start - 1, words![","]));
    let draft = Draft::new(c).keep(0, comma).say(", and", start);
    let draft = change.verb(change.subject(draft, c, None), None);
    Some(draft.keep(change.end, c.len()).done())
}

pub(super) const HELPED: &Words = words![
    "helped", "boosted", "driven", "lifted", "hurt", "hit", "aided", "buoyed", "led", "powered", "fuelled",
    "fueled", "propelled", "weighed", "dragged", "spurred", "carried", "underpinned", "supported",
];
