//! Phrases that have a plainer word, each in its own surroundings: `in terms of tokens` (by tokens), `in a single week` (in
//! one week), `the first instance where` (the first time that), `4 trillion tokens weekly`, `the most-used models`.

use super::called::{all_top_spots, called, so_many_ranks, that_one, top_globally};
use super::draft::{Draft, Recast};
use super::idioms::{
    and_in_place, but_by, by_a_factor, close_behind, gap_comma, lay_between, market, own_record,
    past_and_into, whole_platform,
};
use super::leads_in::{in_total, leads_in, tops};
use super::plainer::{another, at_the_top, followed_behind, only_slightly, same_time_of, which_is};
use super::{before_last_stop, is_amount, is_measure, is_stop};
use crate::en::clause::gate::{Kinds, Opening, Where, at, behind};
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase, subjects};
use crate::token::Words;

/// Words to be left out up to a place, and what is said instead, if anything.
pub(super) type Plainer = (usize, &'static str);

/// A phrase at a place that has plainer words.
type Rule = for<'p> fn(Chunks<'p>, usize) -> Option<Plainer>;

/// The phrases, each with where it may begin.
const RULES: &[(Rule, Where)] = &[
    (in_terms_of, at(words!["in"])),
    (in_a_single_week, at(words!["in", "within", "over", "during"])),
    (first_instance, at(words!["instance", "occasion", "time"])),
    (weekly_behind, at(words!["weekly"])),
    (milestone, behind(words!["this", "that", "the"])),
    (ranked_for, at(words!["for"])),
    (marker, Where::Anywhere),
    (used_by, Where::Verb(Frames::USE)),
    (metric_of_change, Where::On(Kinds::NAME)),
    (of_one_unit, at(words!["for", "of"])),
    (year_ago, Where::On(Kinds::TIME)),
    (list_of_source, Where::Anywhere),
    (trend, at(words!["showing", "maintaining", "continuing", "extending", "marking"])),
    (for_week, at(words!["for", "on"])),
    (to_hit, at(words!["to"])),
    (new_list, at(words!["new", "latest", "newest"])),
    (coin, at(words!["a"])),
    (same_time, at(words!["at"])),
    (leads_in, Where::Anywhere),
    (in_total, at(words!["total", "overall", "aggregate"])),
    (tops, at(words!["tops", "topped", "topping"])),
    (called, at(words!["a", "an", "the"])),
    (top_globally, at(words!["globally", "worldwide", "overall"])),
    (all_top_spots, at(words!["all", "the"])),
    (so_many_ranks, Where::On(Kinds::NUMBER)),
    (that_one, Where::First),
    (in_front, at(words!["in"])),
    (another, at(words!["another", "an", "a"])),
    (only_slightly, at(words!["only", "just", "but"])),
    (which_is, at(words!["which"])),
    (at_the_top, Where::Verb(Frames::HOLD)),
    (followed_behind, at(words!["followed", "follows"])),
    (same_time_of, at(words!["from", "than", "with", "to", "over"])),
    (close_behind, Where::Anywhere),
    (market, at(words!["the"])),
    (by_a_factor, at(words![","])),
    (gap_comma, at(words![","])),
    (whole_platform, at(words!["the"])),
    (but_by, at(words![","])),
    (and_in_place, at(words!["and"])),
    (past_and_into, at(words!["into"])),
    (lay_between, at(words!["lay", "lies", "lie", "stood", "stands", "stand"])),
    (own_record, Where::Anywhere),
];

/// Where each of them may begin, by the word that stands there.
static OPENING: Opening = {
    let (mut gates, mut rule) = ([Where::Anywhere; RULES.len()], 0);
    while rule < RULES.len() {
        gates[rule] = RULES[rule].1;
        rule += 1;
    }
    Opening::new(&gates)
};

/// The first phrase with plainer words at a place.
fn plainer(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let found = OPENING.at(c, place).find_map(|rule| {
        let (run, at) = RULES.get(rule)?;
        if at.fits(c, place) { run(c, place) } else { None }
    });
    debug_assert_eq!(
        found,
        RULES.iter().find_map(|(run, _)| run(c, place)),
        "a gate is shut: {:?}",
        c.tokens.text
    );
    found
}

/// The sentence with each of its phrases in plain words.
pub(super) fn plain_words(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let mut draft = Draft::new(c);
    let (mut kept, mut place) = (0, 0);
    while place < c.len() {
        let Some((end, says)) = plainer(c, place) else {
            place += 1;
            continue;
        };
        draft = draft.keep(kept, place);
        draft = if says.is_empty() { draft } else { draft.say(says, place) };
        (kept, place) = (end, end.max(place + 1));
    }
    (kept > 0).then(|| draft.keep(kept, c.len()).done())
}

/// Does a metric, or a word for a volume, stand there, with or without "total", "weekly" in front?
fn is_measured(c: Chunks<'_>, place: usize) -> bool {
    let look = (place..place + 3)
        .find(|at| !c.is(*at, words!["total", "global", "overall", "weekly", "their", "the"]));
    look.is_some_and(|at| {
        c.noun(at) == Some(Noun::Volume)
            || matches!(c.phrase(at), Some(Phrase::Name(names)) if subjects(names).next().is_none())
    })
}

/// "in terms of total token calls", "when it comes to token calls": by them.
fn in_terms_of(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let terms = c.skip(place).are(&["in", "terms", "of"]);
    (terms && is_measured(c, place + 3)).then_some((place + 3, "by"))
}

/// "in a single week": not "in a single week in February", which week of it nobody knows.
fn in_a_single_week(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let single = c.is(place, words!["in", "within", "over", "during"])
        && c.skip(place + 1).are(&["a", "single", "week"]);
    let end = place + 4;
    let timed = matches!(c.phrase(end), Some(Phrase::Time(_))) || c.is(end, words!["in", "of", "during"]);
    (single && !timed).then_some((end, "in one week"))
}

/// "the first instance where", "the first occasion on which": the first time that.
fn first_instance(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let first = matches!(c.phrase(place.checked_sub(1)?), Some(Phrase::Ordinal(1)));
    if !first || !c.is(place, words!["instance", "occasion", "time"]) {
        return None;
    }
    let which = c.is(place + 1, words!["in", "on"]) && c.is(place + 2, words!["which"]);
    let joint = if which { 2 } else { usize::from(c.is(place + 1, words!["where", "that", "when"])) };
    let other = c.is(place, words!["instance", "occasion"]) || joint == 1 && c.is(place + 1, words!["where"]);
    (joint > 0 && other).then_some((place + 1 + joint, "time that"))
}

/// "4.44 trillion tokens weekly": a week.
fn weekly_behind(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let amount = place.checked_sub(1).is_some_and(|before| is_amount(c, before));
    let ends =
        place + 1 >= c.len() || is_stop(c, place + 1) || c.is(place + 1, words!["and", "while", "on", "in"]);
    (amount && ends && c.is(place, words!["weekly"])).then_some((place + 1, ""))
}

/// "X stayed in front", "X is in front for a sixth week": in first place; not "in front of Y", "in front by 2 trillion".
fn in_front(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let stands = place.checked_sub(1).and_then(|before| c.verb(before));
    let stands = stands.is_some_and(|verb| verb.frames.any(Frames::BE.and(Frames::STAY)));
    let end = place + 2;
    let ends = end >= c.len()
        || is_stop(c, end)
        || c.is(end, words!["with", "for", "again", "and", "in", "on"])
        || matches!(c.phrase(end), Some(Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_)));
    let front = c.is(place, words!["in"]) && c.is(place + 1, words!["front"]);
    (front && stands && ends).then_some((end, "in first place"))
}

/// "This milestone marks the second week that": this marks it.
fn milestone(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    const EVENTS: &Words = words![
        "milestone", "result", "achievement", "feat", "breakthrough", "development", "reversal",
        "performance", "moment", "shift",
    ];
    let this = place == 1 && c.is(0, words!["this", "that", "the"]) && c.is(1, EVENTS);
    let marks = c.is(2, words!["marks", "marked", "represents", "represented", "is", "was"]);
    (this && marks).then_some((2, ""))
}

/// "the top three positions for call volume", "the rankings for call volume": by it.
fn ranked_for(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let before = place.checked_sub(1)?;
    let board = matches!(c.phrase(before), Some(Phrase::Place(Place::Board | Place::Top(_))))
        || matches!(c.noun(before), Some(Noun::Board | Noun::Place));
    if !board || !c.is(place, words!["for"]) || !is_measured(c, place + 1) {
        return None;
    }
    Some((place + 1, "by"))
}

/// "4.02 trillion tokens used by developers", "1.7 trillion tokens processed": of them it is said anyway.
fn used_by(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    const USERS: &Words =
        words!["developers", "users", "customers", "people", "clients", "subscribers", "consumers"];
    let amount = (1..3).any(|back| place.checked_sub(back).is_some_and(|at| is_amount(c, at)));
    let used = c.verb(place).is_some_and(|verb| {
        verb.frames.any(Frames::USE) && matches!(verb.form, Form::Past | Form::Participle)
    });
    let by = c.is(place + 1, words!["by"]) && c.is(place + 2, USERS);
    // "processed worldwide".
    let end = place + if by { 3 } else { 1 + usize::from(c.entry(place + 1).adverb) };
    let ends = end >= c.len()
        || is_stop(c, end)
        || c.is(end, words!["and", "on", "via", "through", "while", "but", "in"]);
    (amount && used && ends && has_verb_before(c, place)).then_some((end, ""))
}

/// Has the clause a verb, or a preposition that governs what stands before the place?
fn has_verb_before(c: Chunks<'_>, place: usize) -> bool {
    let clause = (0..place).rev().take_while(|at| !is_stop(c, *at));
    clause.into_iter().any(|at| {
        c.is(at, words!["with", "at", "of"])
            || c.verb(at).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third | Form::Ing))
    })
}

/// "among Switchboard's top ten models", where it is the source of the figures: the top ten.
fn list_of_source(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let source = c.entry(place).source && !matches!(c.phrase(place)?, Phrase::Name(_));
    let owns = c.is(place + 1, words!["'s", "’s"]);
    let top = matches!(c.phrase(place + 2), Some(Phrase::Place(Place::Top(_))));
    (source && owns && top).then_some((place + 2, "the"))
}

/// "The platform now handles 20 trillion", of the source of the figures: now it does.
pub(super) fn now_ahead(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let source = (start..c.len()).take_while(|at| c.entry(*at).source || c.is(*at, words!["the"])).count();
    let now = start + source;
    let verb = c.verb(now + 1).is_some_and(|verb| verb.frames.any(Frames::USE));
    (source > 0 && verb && c.is(now, words!["now", "currently", "already"])).then(|| {
        let draft = Draft::new(c).keep(0, start).keep(now, now + 1).say(",", now).keep(start, now);
        draft.keep(now + 1, c.len()).done()
    })
}

/// ", showing a strong upward trend for four weeks in a row": rising for them.
fn trend(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    if !c.is(place, words!["showing", "maintaining", "continuing", "extending", "marking"]) {
        return None;
    }
    let trend = (place + 1..place + 6).find(|at| c.is(*at, words!["trend", "trajectory", "momentum"]))?;
    let way = (place + 1..trend).find_map(|at| {
        let up = c.is(at, words!["upward", "upwards", "rising", "growth"]);
        let down = c.is(at, words!["downward", "downwards", "falling", "declining"]);
        (up || down).then_some(if up { "rising" } else { "falling" })
    })?;
    let weeks = (trend + 1..trend + 3).any(|at| matches!(c.phrase(at), Some(Phrase::Weeks(_))));
    weeks.then_some((trend + 1, way))
}

/// "X drops 3 % for week", as headlines have it: for the week.
fn for_week(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let week = c.is(place, words!["for", "on"]) && c.is(place + 1, words!["week"]);
    let ends = place + 2 >= c.len() || is_stop(c, place + 2);
    // "rises 2 % for week" tells when, not against which week.
    let when = c.is(place, words!["for"]) && place.checked_sub(1).is_some_and(|at| is_measure(c, at));
    (week && ends).then_some((place + 2, if when { "" } else { "from the week before" }))
}

/// "rose seven cents to hit 3.71": to reach it.
fn to_hit(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let hit = c.is(place, words!["to"]) && c.is(place + 1, words!["hit", "touch"]);
    (hit && place > 0 && is_amount(c, place - 1) && is_amount(c, place + 2)).then_some((place + 2, "to"))
}

/// "on the new singles chart": on the list, of which there is one a week.
fn new_list(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let the = place > 1 && c.is(place - 1, words!["the"]) && c.is(place - 2, words!["on", "of", "atop"]);
    let new = c.is(place, words!["new", "latest", "newest"]);
    let list = matches!(c.phrase(place + 1), Some(Phrase::Place(Place::Board | Place::Top(_))))
        || c.noun(place + 1) == Some(Noun::Board)
        || matches!(c.phrase(place + 1), Some(Phrase::Name(_)))
            && (c.noun(place + 2) == Some(Noun::Board) || is_stop(c, place + 2));
    (the && new && list).then_some((place + 1, ""))
}

/// "fell a penny to 3.97", "up a nickel": so many cents.
fn coin(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let before = place.checked_sub(1)?;
    let moves = c.verb(before).is_some_and(|verb| verb.frames.any(Frames::UP.and(Frames::DOWN)))
        || c.is(before, words!["up", "down", "by", "than", "almost", "nearly", "about", "around"]);
    let cents = match c.word(place + 1) {
        "penny" | "cent" => "1 cent",
        "nickel" => "5 cents",
        "dime" => "10 cents",
        _ => return None,
    };
    (moves && c.is(place, words!["a"])).then_some((place + 2, cents))
}

/// "than last year at this time": than last year, of a week.
fn same_time(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    use crate::en::phrase::time::Role;
    let Some(Phrase::Time(time)) = c.phrase(place.checked_sub(1)?) else { return None };
    let year = time.role == Role::Base && time.when.in_the_year_before().is_some();
    (year && c.skip(place).are(&["at", "this", "time"])).then_some((place + 3, ""))
}

/// "Last year at this time, X …", "a year ago at this time": a year ago.
fn year_ago(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    use crate::en::phrase::time::Role;
    let Some(Phrase::Time(time)) = c.phrase(place) else { return None };
    let ago = time.role == Role::At && c.skip(place + 1).are(&["at", "this", "time"]);
    let year = time.when.in_the_year_before().is_some() || c.skip(place).are(&["a", "year", "ago"]);
    let words = c.span(place, place + 1).of(c.tokens.text);
    let bare = words.eq_ignore_ascii_case("last year") || words.eq_ignore_ascii_case("a year ago");
    (ago && (year || bare)).then_some((place + 4, "a year ago"))
}

/// "a price decrease of 3.4 cents": a decrease of it, which its unit tells.
fn metric_of_change(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let Some(Phrase::Name(names)) = c.phrase(place) else { return None };
    let metric = subjects(names).next().is_none() && place > 0 && c.is(place - 1, words!["a", "an", "the"]);
    let noun = matches!(c.noun(place + 1), Some(Noun::Rise | Noun::Fall)) && c.is(place + 2, words!["of"]);
    let own = matches!(c.phrase(place + 3), Some(Phrase::Amount { metrics, .. }) if !metrics.is_empty());
    (metric && noun && own).then_some((place + 1, ""))
}

/// "the price for a litre of X": of X.
fn of_one_unit(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let a = c.is(place, words!["for", "of"]) && c.is(place + 1, words!["a", "one"]);
    let unit = matches!(c.phrase(place + 2), Some(Phrase::Name(names)) if subjects(names).next().is_none())
        || c.entry(place + 2).known;
    let before = place.checked_sub(1)?;
    let price = matches!(c.phrase(before), Some(Phrase::Name(names)) if subjects(names).next().is_none());
    (a && unit && price && c.is(place + 3, words!["of"])).then_some((place + 3, ""))
}

/// "① X rose": a mark of a list.
fn marker(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let mark =
        c.get(place).and_then(|chunk| c.text(chunk.first).chars().next()).filter(|mark| !mark.is_ascii())?;
    let begins = place == 0 || is_stop(c, place - 1);
    let enclosed = matches!(mark, '\u{2460}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' | '\u{25A0}'..='\u{25FF}' | '➤' | '➜' | '✓' | '✔');
    (begins && enclosed && place < before_last_stop(c)).then_some((place + 1, ""))
}
