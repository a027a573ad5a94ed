//! Makers and members: `Harbour City-based Norvane`, `the only southern model`.

use super::*;
use crate::en::lexicon::{Kind, Seen, look_up};

/// "Harbour City-based", "Norport-headquartered" before a name: how many chunks it
/// takes.
pub(in crate::en::clause) fn seat(c: Chunks<'_>) -> usize {
    let title = title_of_then(c);
    if title > 0 {
        return title;
    }
    // "No. 2 Birch fell", "runner-up Birch handled": when it was there, is not said.
    if let (Some(Phrase::Place(Place::At(_))), Some(Phrase::Name(names))) = (c.phrase(0), c.phrase(1)) {
        let verb = c.verb(2).is_some_and(|verb| verb.form != Form::Base && verb.form != Form::Ing);
        // "beat No. 2 Birch", "ahead of runner-up Birch".
        let object = c.at.checked_sub(1).is_some_and(|at| Chunks { at, ..c }.verb(0).is_some())
            || matches!(c.word_before(), "of" | "than" | "behind" | "past" | "over");
        // "Last week's leader Alder is gone": now, not last week.
        let owned = matches!(c.word_before(), "'s" | "’s" | "former" | "previous" | "then" | "longtime");
        return usize::from((verb || object) && !owned && subjects(names).next().is_some());
    }
    if !c.seen.any(Seen::MAKER) {
        return 0;
    }
    let place = |ahead: usize| {
        c.get(ahead).is_some_and(|chunk| {
            matches!(chunk.phrase, Phrase::Word(_)) && c.text(chunk.first).starts_with(char::is_uppercase)
        })
    };
    // "second-placed Alder", "top-ranked Alder": when it was, is not said.
    let ranked = (matches!(c.phrase(0), Some(Phrase::Ordinal(_))) || c.is(0, words!["top", "first"]))
        && crate::token::is_hyphen(c.word(1))
        && c.is(2, words!["placed", "ranked"])
        && matches!(c.phrase(3), Some(Phrase::Name(_)));
    if ranked {
        return 3;
    }
    // "chart-topping Alder".
    let list = |chunk: &crate::en::phrase::Chunk<'_>| {
        matches!(c.lower(chunk.end.saturating_sub(1)), "chart" | "table" | "list" | "market")
    };
    let topping = c.get(0).is_some_and(list)
        && crate::token::is_hyphen(c.word(1))
        && c.is(2, words!["topping", "leading"])
        && matches!(c.phrase(3), Some(Phrase::Name(_)));
    if topping {
        return 3;
    }
    let maker = maker(c);
    if maker > 0 {
        return maker;
    }
    let words = (0..3).take_while(|ahead| place(*ahead)).count();
    let seated = crate::token::is_hyphen(c.word(words))
        && c.is(words + 1, words!["based", "headquartered"])
        && matches!(c.phrase(words + 2), Some(Phrase::Name(names)) if subjects(names).next().is_some());
    if words > 0 && seated { words + 2 } else { 0 }
}

/// "last week's leader Alder", "[overtook] last week's No. 2, Alder": who is meant; what that
/// one was then is a title.
fn title_of_then(c: Chunks<'_>) -> usize {
    let (Some(Phrase::Time(_)), true) = (c.phrase(0), c.is(1, words!["'s", "’s"])) else { return 0 };
    let place = matches!(c.phrase(2), Some(Phrase::Place(Place::At(_))))
        || c.is(2, words!["leader", "frontrunner", "winner", "champion", "newcomer"]);
    let object = c.at.checked_sub(1).is_some_and(|at| Chunks { at, ..c }.verb(0).is_some())
        || matches!(c.word_before(), "to" | "of" | "than" | "behind" | "past" | "over" | "by");
    let count = 3 + usize::from(object && c.is(3, words![","]));
    let named = matches!(c.phrase(count), Some(Phrase::Name(names)) if subjects(names).next().is_some());
    // "Last week's leader Alder is gone from the list": now, and not last week.
    let past = object
        || c.verb(count + 1).is_some_and(|verb| verb.form == Form::Past && !verb.frames.any(Frames::BE));
    if place && named && past { count } else { 0 }
}

/// "model", "AI model", "large language model": what stands behind the word for a thing that
/// is ranked, with the words for which all of them are called so.
pub(in crate::en::clause) fn thing(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let count = (0..4)
        .take_while(|ahead| c.is(*ahead, words!["ai", "large", "language", "artificial", "intelligence"]))
        .count();
    (c.noun(count) == Some(Noun::Thing)).then(|| c.skip(count + 1))
}

/// "global large models", "AI models worldwide", "models around the world": behind all there are.
pub(super) fn all_there_are(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let global = c.is(0, words!["global", "worldwide"]);
    let rest = thing(c.skip(usize::from(global))).filter(|rest| rest.word_before().ends_with('s'))?;
    let count = match () {
        () if rest.is(0, words!["worldwide", "globally"]) => 1,
        () if rest.is(0, words!["around", "across"])
            && rest.is(1, words!["the"])
            && rest.is(2, words!["world", "globe"]) =>
        {
            3
        }
        () => 0,
    };
    (global || count > 0).then(|| rest.skip(count))
}

/// "Chinese startup", "the search giant's", "Harbour City-based lab" before a name: how many
/// chunks it takes.
fn maker(c: Chunks<'_>) -> usize {
    const MAKERS: &Words = crate::token::word_list!(crate::en::lexicon::MAKERS);
    let plain = |ahead: usize| match c.phrase(ahead) {
        Some(Phrase::Adjective(_)) => true,
        Some(Phrase::Word(entry)) => {
            let word = c.word(ahead);
            let letters = word.chars().all(char::is_alphabetic) && !word.is_empty();
            crate::token::is_hyphen(word)
                || letters
                    && (entry.verb.is_none() || c.is(ahead, words!["based"]))
                    && !entry.adverb
                    && !crate::en::clause::predicate::is_function_word(word)
        }
        _ => false,
    };
    let Some(maker) = (0..7).find(|ahead| c.is(*ahead, MAKERS) || !plain(*ahead)) else { return 0 };
    if !c.is(maker, MAKERS) {
        return 0;
    }
    let count = maker + 1 + usize::from(c.is(maker + 1, words!["'s", "’s"]));
    let named = matches!(c.phrase(count), Some(Phrase::Name(names)) if subjects(names).next().is_some());
    if named { count } else { 0 }
}

/// "[its] sibling X", "[its] older brother X": how many words stand before the name, none where
/// no name follows.
pub(super) fn kin(c: Chunks<'_>) -> usize {
    const KIN: &Words = words![
        "sibling", "brother", "sister", "predecessor", "successor", "stablemate", "cousin", "namesake",
        "precursor",
    ];
    const AGE: &Words = words![
        "older", "newer", "younger", "elder", "bigger", "larger", "smaller", "little", "big", "immediate"
    ];
    let count = 1 + usize::from(c.is(0, AGE));
    let named = matches!(c.phrase(count), Some(Phrase::Name(names)) if subjects(names).next().is_some());
    if named && c.is(count - 1, KIN) { count } else { 0 }
}

/// "[models] that made it into the top nine", "that are in the top nine": how many chunks stand
/// before the place.
pub(super) fn that_made_it(c: Chunks<'_>) -> usize {
    const WAYS: &[&[&str]] = &[
        &["made", "it", "into"],
        &["made"],
        &["are", "in"],
        &["were", "in"],
        &["are", "among"],
        &["made", "it", "to"],
        &["feature", "in"],
        &["featured", "in"],
    ];
    if !c.is(0, words!["that", "which"]) {
        return 0;
    }
    let way = WAYS.iter().find(|way| {
        c.skip(1).are(way) && matches!(c.phrase(1 + way.len()), Some(Phrase::Place(Place::Top(_))))
    });
    way.map_or(0, |way| 1 + way.len())
}

/// "both camps", "both of these models", "both of them": behind it.
pub(in crate::en::clause) fn both_of(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let of = usize::from(c.is(1, words!["of"]));
    let rest = c.is(0, words!["both"]).then(|| crate::en::clause::gap::sides(c.skip(1 + of))).flatten()?;
    rest.verb(0).or_else(|| rest.verb(1)).map(|_| rest)
}

/// "that is", "this was": the figure that was said last.
pub(in crate::en::clause) fn is_figure(c: Chunks<'_>) -> bool {
    c.is(0, words!["that", "this"])
        && (c.is(1, words!["'s", "’s"])
            || c.is(1, words!["had"]) && c.is(2, words!["been"])
            || c.verb(1).is_some_and(|verb| {
                (verb.frames.any(Frames::BE.and(Frames::AHEAD))
                    || c.is(
                        1,
                        words![
                            "works", "worked", "amounts", "amounted", "represents", "represented", "marks",
                            "marked", "compares"
                        ],
                    ))
                    && verb.form != Form::Ing
                    && c.noun(1).is_none()
            }))
}

/// "southern model", "entry from the south": one of the members of a group, as that
/// group.
pub(in crate::en::clause) fn of_them(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let group = |names: &[recount_model::Name]| {
        let found: Vec<Subject> = subjects(names).collect();
        matches!(found.as_slice(), [Subject::Group(_)]).then_some(found)
    };
    let one = |rest: Chunks<'_>| {
        matches!(rest.noun(0), Some(Noun::Thing | Noun::Place))
            || rest.is(0, words!["one"])
            || matches!(rest.phrase(0), Some(Phrase::Number(1)))
    };
    let (rest, found) = match c.phrase(0)? {
        Phrase::Adjective(names) | Phrase::Name(names) => {
            let mut rest = c.skip(1);
            while rest.entry(0).known && rest.noun(0).is_none() && rest.verb(0).is_none() {
                rest = rest.skip(1);
            }
            (rest.skip(usize::from(one(rest))), group(names)?)
        }
        _ if one(c) && c.is(1, words!["from", "of"]) => {
            let look = c.skip(2 + usize::from(c.is(2, words!["the"])));
            match look.phrase(0)? {
                Phrase::Name(names) => (look.skip(1), group(names)?),
                _ => return None,
            }
        }
        _ => return None,
    };
    let who = Who::Named(vec![found]);
    Some((rest, Np { who, ..Np::carried(c.span(c.at, rest.at)) }))
}

/// "the southern were ahead", "against 4.4 trillion for the southern": an adjective for all of them,
/// behind "the" and before a verb or where the phrase ends.
pub(super) fn all_of_a_kind(c: Chunks<'_>) -> Option<Vec<Subject>> {
    let Phrase::Adjective(names) = c.phrase(0)? else { return None };
    let found: Vec<Subject> = subjects(names).collect();
    let group = matches!(found.as_slice(), [Subject::Group(_)]);
    let verb = c.verb(1).is_some_and(|verb| verb.form != Form::Ing) && c.noun(1).is_none();
    let ends = crate::en::clause::fronted::is_stop(c, 1);
    (group && c.word_before() == "the" && (verb || ends)).then_some(found)
}

/// ", Birch," and "(Birch)" behind what somebody is called: how many chunks it takes, and who.
pub(super) fn put_by_name(c: Chunks<'_>) -> Option<(usize, Vec<Subject>)> {
    let bracket = c.is(0, words!["("]);
    let Some(Phrase::Name(names)) = c.phrase(1).filter(|_| bracket || c.is(0, words![","])) else {
        return None;
    };
    let found: Vec<Subject> = subjects(names).collect();
    let one = found.iter().any(|one| matches!(one, Subject::Entity(_)));
    let closed = if bracket { c.is(2, words![")"]) } else { c.is(2, words![","]) };
    let ends = !bracket && (c.len() == 2 || c.is(2, words![".", ";", "("]));
    (one && (closed || ends)).then(|| (2 + usize::from(closed), found))
}

/// "the leader", "the runner-up", "the No. 2", of whom something is said: not "the second
/// place", which is nobody.
pub(in crate::en::clause) fn who_is_there(c: Chunks<'_>) -> Option<u32> {
    let Some(Phrase::Place(Place::At(place))) = c.phrase(0) else { return None };
    let chunk = c.get(0)?;
    let word = |token: usize| c.lower(token);
    let last = word(chunk.end.checked_sub(1)?);
    let named = matches!(last, "leader" | "up" | "frontrunner" | "runner");
    let numbered = (chunk.first + 1..chunk.end).any(|token| matches!(word(token), "no" | "number" | "#"))
        && !crate::en::phrase::place::is_place(last);
    let goes_on = c.is(1, words!["'s", "’s"])
        || c.verb(1).is_some()
        || crate::en::clause::fronted::is_stop(c, 1)
        || c.len() == 1
        || matches!(c.phrase(1), Some(Phrase::Time(_)))
        || c.entry(1).adverb
        || c.is(1, words!["and", "by", "with", "but", "in", "while"]);
    (word(chunk.first) == "the" && (named || numbered) && goes_on).then_some(*place)
}

/// The group of "southern", whatever noun follows it: "the biggest southern model" is one of it.
pub(crate) fn group_told(c: Chunks<'_>) -> Option<Vec<Subject>> {
    adjective_group(c).map(|(_, found)| found)
}

/// The group that an adjective and a noun behind it name: "northern models". A
/// "northern model" is one of them, nobody knows which.
pub(crate) fn group_of(c: Chunks<'_>) -> Option<Vec<Subject>> {
    let (count, found) = adjective_group(c)?;
    let last = Chunks { at: c.at + count - 1, ..c };
    let one = last.noun(0) == Some(Noun::Thing) && !last.word(0).ends_with('s');
    let volume = matches!(c.noun(count), Some(Noun::Volume | Noun::Share | Noun::Total | Noun::Sum))
        || matches!(c.phrase(count), Some(Phrase::Name(n)) if metric(n).is_some() || !units(n).is_empty());
    (!one || volume).then_some(found)
}

/// "the nine largest", without a noun: how many places that is.
pub(super) fn largest(c: Chunks<'_>) -> Option<u32> {
    let of_all = c.is(0, words!["the"]) && c.is(2, words!["largest", "biggest", "busiest"]);
    match c.phrase(1) {
        Some(Phrase::Number(n)) if of_all && (2..1000).contains(n) => Some(*n),
        _ => None,
    }
}

/// "the song", "this title", before its verb: the one that was spoken of.
pub(in crate::en::clause) fn is_the_one(c: Chunks<'_>) -> bool {
    // "The film", where films are a group: one of them, and no part of its name.
    let member = matches!(c.phrase(1), Some(Phrase::Adjective(_)));
    let one = || c.get(1).map_or("", |chunk| c.lower(chunk.first));
    let kind = if member { look_up(one()).kind } else { c.entry(1).kind };
    let member = member && kind == Kind::Work;
    let thing = member
        || c.noun(1) == Some(Noun::Thing)
        || matches!(kind, Kind::Work | Kind::Owned) && c.noun(1).is_none();
    // "In fact, that model …".
    let opens = c.at == 0 || c.at < 5 && c.word_before() == ",";
    let that = c.is(0, words!["that"]) && opens && c.verb(2).is_some();
    (that || c.is(0, words!["the", "this"]))
        && thing
        && (!c.word(1).ends_with('s') || kind == Kind::Work)
        && (c.verb(2).is_some() || c.is(2, words!["'s", "’s"]))
}

/// "the company", "the country" before its verb or what it owns: discourse finds out who that is.
/// How many chunks it takes, with its models.
pub(super) fn the_owner(c: Chunks<'_>) -> Option<usize> {
    const OWNERS: &Words =
        words!["company", "maker", "developer", "firm", "startup", "lab", "vendor", "country", "nation"];
    if !c.is(0, words!["the"]) || !c.is(1, OWNERS) {
        return None;
    }
    let owned = c.is(2, words!["'s", "’s"]);
    if owned && c.noun(3) == Some(Noun::Thing) && c.word(3).ends_with('s') {
        return Some(4);
    }
    let verb = c.verb(2).is_some_and(|verb| verb.form != Form::Base && verb.form != Form::Ing);
    (verb || owned && (c.noun(3).is_some() || is_modifier(c.skip(3)))).then_some(2)
}

/// Does a possessive stand at the end of its phrase: "exceeds X's."?
pub(super) fn boundary_after_possessive(c: Chunks<'_>) -> bool {
    // "London's fell by 25".
    let verb = |verb: crate::en::lexicon::Verb| {
        matches!(verb.form, crate::en::lexicon::Form::Past | crate::en::lexicon::Form::Third)
    };
    let finite = c.noun(0).is_none() && c.verb(0).is_some_and(verb);
    let adverb = c.entry(0).adverb && c.verb(0).is_none() && c.noun(0).is_none();
    c.is_empty()
        || finite
        || adverb
        || c.is(0, words![",", ".", ";", ":", ")", "for", "by", "in", "and", "but", "—", "–", "!", "?"])
        || c.is(0, words!["to"]) && c.get(1).is_some_and(crate::en::phrase::Chunk::is_figure)
        || matches!(
            c.phrase(0),
            Some(Phrase::Amount { .. } | Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_))
        )
}

/// Is it a name in quotation marks, "'X' rose"?
pub(super) fn is_quoted(c: Chunks<'_>) -> bool {
    const OPEN: &[&str] = &["'", "‘", "\"", "“", "«", "「", "『"];
    const CLOSE: &[&str] = &["'", "’", "\"", "”", "»", "」", "』"];
    c.is(0, OPEN)
        && c.is(2, CLOSE)
        && matches!(c.phrase(1), Some(Phrase::Name(names)) if subjects(names).next().is_some())
}
