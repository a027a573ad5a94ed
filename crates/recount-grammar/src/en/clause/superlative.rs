//! Superlatives: `the most used model`, `the second-largest model by call
//! volume`, `the highest call volume of any model` are places; `it was the
//! largest call volume for X since May` is a record.

use recount_model::{Extreme, Hedge, Quantity};

use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, Read};
use super::verb_group::{skip_adverbs, verb_group};
use super::{About, Act, Np, Who, rank};
use crate::en::lexicon::{Form, Frames, Kind, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::record::RecordHigh;
use crate::en::phrase::time::Role;
use crate::en::phrase::{Chunks, Phrase, metric};

/// What follows "be", or a verb of having: a place in words.
///
/// Reads: "the most used model", "the third-largest model by call volume", "the
/// highest call volume of any model". Does not read: "the largest model" (it
/// may be large in another way), "the most valuable model", "the highest call
/// volume this year".
pub(super) fn place<'p>(c: Chunks<'p>) -> Read<'p> {
    if let Some(found) = of_owner(c).or_else(|| first_among(c)) {
        return Some(found);
    }
    let c = by_far(c);
    let look = if c.is(0, words!["the"]) { c.skip(1) } else { c };
    // "the week's most used model", "the world's", "the platform's".
    let whose =
        look.is(0, words!["week"]) || look.noun(0) == Some(Noun::Field) || super::adjunct::is_field(look);
    let look = look.skip(2 * usize::from(whose && look.is(1, words!["'s", "’s"])));
    // "the single most used model".
    let look = look.skip(usize::from(look.is(0, words!["single"])));
    let (look, k) = match look.phrase(0)? {
        Phrase::Ordinal(k) => (look.skip(1), *k),
        Phrase::Word(_) if look.at > c.at || c.is(0, words!["most"]) && became(c) => (look, 1),
        _ => return None,
    };
    let look = if look.is(0, words!["-"]) { look.skip(1) } else { look };
    let rest = most_used(look)
        .or_else(|| largest(look))
        .or_else(|| of_any(look))
        .or_else(|| largest_with(look))
        .or_else(|| largest_of(look))?;
    let (rest, among) = match rest.phrase(0) {
        Some(phrase @ (Phrase::Adjective(names) | Phrase::Name(names))) if is_group(phrase) => {
            let np = rank::named_by(rest, names);
            // "the most used southern model".
            super::noun_phrase::of_them(rest)
                .map_or_else(|| (rest.skip(1), Some(np)), |(rest, np)| (rest, Some(np)))
        }
        _ => rank::among(rest),
    };
    // "the most popular model of all".
    let all = match () {
        () if rest.are(&["of", "them", "all"]) => 3,
        () if rest.are(&["of", "all"]) && super::fronted::is_stop(rest, 2) => 2,
        () => 0,
    };
    let rest = rest.skip(all);
    // "the most-streamed song of the week".
    let week = rest.are(&["of", "the", "week"]);
    let rest = rest.skip(if week { 3 } else { 0 });
    let rest = rest.skip(of_all(rest));
    Some((rest, Outcome::one(Act::Rank { place: Place::At(k), movement: None, among })))
}

/// "[the most used model] of all", "of them all", where nothing else follows.
fn of_all(c: Chunks<'_>) -> usize {
    let count = match () {
        () if c.are(&["of", "them", "all"]) => 3,
        () if c.are(&["of", "all"]) => 2,
        () => return 0,
    };
    let ends = super::fronted::is_stop(c, count)
        || c.is(count, words!["with", "and", "at", "for"])
        || matches!(c.phrase(count), Some(Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_)));
    if ends { count } else { 0 }
}

/// "[is] by far [the busiest]": behind it.
fn by_far(c: Chunks<'_>) -> Chunks<'_> {
    let count = match () {
        () if c.are(&["by", "far"]) => 2,
        () if c.are(&["by", "some", "distance"]) || c.are(&["by", "some", "margin"]) => 3,
        () if c.are(&["by", "a", "wide", "margin"]) || c.are(&["by", "a", "long", "way"]) => 4,
        () => 0,
    };
    c.skip(count)
}

/// "the best-placed southern model", "[became] the top southern model": first among them.
/// "Is the top southern model" may be the best one.
fn first_among<'p>(c: Chunks<'p>) -> Read<'p> {
    if !c.is(0, words!["the"]) {
        return None;
    }
    let hyphen = usize::from(crate::token::is_hyphen(c.word(2)));
    let ranked = c.is(1, words!["highest", "best", "top"])
        && c.is(2 + hyphen, words!["ranked", "ranking", "placed", "positioned", "placing", "performing"]);
    let top = became(c) && c.is(1, words!["top", "leading", "largest", "biggest"]);
    let look = match (ranked, top) {
        (true, _) => c.skip(3 + hyphen),
        (_, true) => c.skip(2),
        _ => return None,
    };
    // "The highest-placed of the southern models".
    let (rest, among) = match look.is(0, words!["of", "among"]) && ranked {
        true => noun_phrase(look.skip(1)).filter(|(_, among)| is_one_group(among))?,
        false => super::noun_phrase::of_them(look)?,
    };
    let act = Act::Rank { place: Place::At(1), movement: None, among: Some(among) };
    let mut outcome = Outcome::one(act);
    // "… at sixth", "… in sixth": where they all are.
    let rest = match own_place(rest).filter(|_| ranked) {
        Some((rest, k)) => {
            let place = Act::Rank { place: Place::At(k), movement: None, among: None };
            outcome.pieces.push(Piece::main(place));
            rest
        }
        None => rest,
    };
    Some((rest, outcome))
}

/// "[the best-placed southern model] at sixth", "in sixth place": which place of all.
fn own_place(c: Chunks<'_>) -> Option<(Chunks<'_>, u32)> {
    let rest = c.skip(usize::from(c.is(0, words!["at", "in"])));
    let k = match rest.phrase(0)? {
        Phrase::Ordinal(k) | Phrase::Place(Place::At(k)) => *k,
        _ => return None,
    };
    let ends = super::fronted::is_stop(rest, 1) || rest.is(1, words!["by", "with", "and"]);
    (rest.at > c.at && ends).then_some((rest.skip(1), k))
}

/// A group and nothing of it.
fn is_one_group(np: &Np) -> bool {
    let group = matches!(&np.who, Who::Named(names)
        if matches!(names.as_slice(), [name] if matches!(name.first(), Some(recount_model::Subject::Group(_)))));
    group && np.about == About::Nothing && !np.share
}

/// "[becomes] most used model": a headline leaves out the article.
fn became(c: Chunks<'_>) -> bool {
    matches!(c.word_before(), "become" | "becomes" | "became" | "becoming")
}

/// "the north's busiest model": first among the north.
fn of_owner<'p>(c: Chunks<'p>) -> Read<'p> {
    let (rest, owner) = noun_phrase(c)?;
    if !is_one_group(&owner) || !rest.is(0, words!["'s", "’s", "'", "’"]) {
        return None;
    }
    let look = rest.skip(1);
    let (look, k) = match look.phrase(0)? {
        Phrase::Ordinal(k) => (look.skip(1), *k),
        _ => (look, 1),
    };
    let look = if look.is(0, words!["-"]) { look.skip(1) } else { look };
    let rest = most_used(look).or_else(|| largest(look))?;
    Some((rest, Outcome::one(Act::Rank { place: Place::At(k), movement: None, among: Some(owner) })))
}

/// "the largest with 7.5 trillion tokens", "the second-largest at 6.7 trillion": in what it
/// is large, its figure tells.
fn largest_with(c: Chunks<'_>) -> Option<Chunks<'_>> {
    const MAKERS: &crate::token::Words =
        words!["provider", "maker", "lab", "developer", "vendor", "family", "player", "company"];
    let rest = c.skip(1);
    let rest = super::noun_phrase::thing(rest).unwrap_or_else(|| rest.skip(usize::from(rest.is(0, MAKERS))));
    let figure = || super::level::beside(rest.skip(usize::from(rest.is(0, words![","]))));
    (c.is(0, words!["largest", "biggest", "busiest", "top"]) && figure().is_some()).then_some(rest)
}

/// "the largest of the southern models": of those whom the figures count.
fn largest_of(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let of = c.is(0, words!["largest", "biggest"]) && c.is(1, words!["of", "among"]);
    let (_, np) = noun_phrase(of.then(|| c.skip(2))?)?;
    let group = matches!(&np.who, Who::Named(names) if matches!(names.as_slice(),
        [name] if matches!(name.first(), Some(recount_model::Subject::Group(_)))));
    (group && np.about == About::Nothing && !np.share).then(|| c.skip(1))
}

/// The name or the adjective of one group.
pub(super) fn is_group(phrase: &Phrase<'_>) -> bool {
    let (Phrase::Adjective(names) | Phrase::Name(names)) = phrase else { return false };
    let mut found = crate::en::phrase::subjects(names);
    matches!(found.next(), Some(recount_model::Subject::Group(_))) && found.next().is_none()
}

/// "most [widely] used model".
fn most_used(c: Chunks<'_>) -> Option<Chunks<'_>> {
    // "the busiest spot", "the busiest of the six", "the priciest lane".
    let priciest = c.is(0, words!["priciest", "dearest", "costliest"]);
    let expensive = c.is(0, words!["most"]) && c.is(1, words!["expensive", "costly"]);
    if c.is(0, words!["busiest"]) || priciest || expensive {
        let rest = c.skip(1 + usize::from(expensive));
        let (word, entry) = (rest.word(0), rest.entry(0));
        let grammatical =
            super::predicate::is_function_word(word) || crate::en::lexicon::is_grammatical(word);
        let plain = word.len() > 2 && word.chars().all(char::is_alphabetic) && !grammatical && !entry.adverb;
        let noun = matches!(rest.noun(0), Some(Noun::Thing | Noun::Place)) || entry.known || plain;
        let group = rest.phrase(0).is_some_and(is_group);
        // "the busiest of the six counters".
        let six = rest.are(&["of", "the"])
            && matches!(rest.phrase(2), Some(Phrase::Number(_)))
            && rest.entry(3).known;
        let of = rest.is(0, words!["of", "in", "among"]);
        let ends = super::fronted::is_stop(rest, 0);
        let count = match () {
            () if six => 4,
            () if noun && !group && !of => 1,
            () => 0,
        };
        return (noun || group || of || ends).then(|| rest.skip(count));
    }
    if !c.is(0, words!["most"]) {
        return None;
    }
    let look = skip_adverbs(c.skip(1));
    let look = if look.is(0, words!["-"]) { look.skip(1) } else { look };
    let named = super::noun_phrase::thing(look.skip(1));
    let thing = named.is_some()
        || matches!(look.entry(1).kind, Kind::Work | Kind::Owned)
        || look.phrase(1).is_some_and(is_group);
    // "the most-watched film", where films are only some of all: among them.
    let of_some = look.phrase(1).is_some_and(is_group);
    let behind = named.unwrap_or_else(|| look.skip(if of_some { 1 } else { 2 }));
    if look.is(0, words!["popular"]) && thing {
        return Some(behind);
    }
    let verb = look.verb(0)?;
    let used = matches!(verb.form, Form::Past | Form::Participle) && verb.frames.any(Frames::USE);
    (used && thing).then_some(behind)
}

/// "largest model", where "by" its metric follows.
fn largest(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let rest = super::noun_phrase::thing(c.skip(1)).filter(|_| c.is(0, words!["largest", "biggest"]))?;
    let by = rest.is(0, words!["by"]).then(|| noun_phrase(rest.skip(1))).flatten();
    by.filter(|(_, np)| np.about != About::Nothing && !np.is_named()).map(|_| rest)
}

/// "highest call volume of any model".
fn of_any(c: Chunks<'_>) -> Option<Chunks<'_>> {
    if !c.is(0, words!["highest", "largest", "biggest"]) {
        return None;
    }
    let rest = figure_noun(c.skip(1))?;
    if rest.is(0, words!["of", "among"]) && rest.is(1, words!["any", "all"]) {
        let look = if rest.is(2, words!["the", "single"]) { rest.skip(3) } else { rest.skip(2) };
        return (look.noun(0) == Some(Noun::Thing)).then(|| look.skip(1));
    }
    None
}

/// "[weekly] call volume", "usage".
fn figure_noun(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let look = if c.is(0, words!["weekly"]) { c.skip(1) } else { c };
    let named = matches!(look.phrase(0), Some(Phrase::Name(names)) if metric(names).is_some());
    (named || look.noun(0) == Some(Noun::Volume)).then(|| look.skip(1))
}

/// "it was the largest call volume for X since May": a record of X.
pub(super) fn record_of(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    if !c.is(0, words!["it", "this", "that"]) {
        return None;
    }
    let (rest, group) = verb_group(c.skip(1), false)?;
    if group.negated || !group.verb.frames.any(Frames::BE) {
        return None;
    }
    // "it was X's best week yet".
    if let Some((after, np)) = noun_phrase(rest).filter(|(_, np)| np.is_named() && !np.share)
        && matches!(after.word_before(), "'s" | "’s" | "'" | "’") | after.is(0, words!["'s", "’s", "'", "’"])
    {
        let after = after.skip(usize::from(after.is(0, words!["'s", "’s", "'", "’"])));
        let Phrase::Record(record) = after.phrase(0)? else { return None };
        return Some((after.skip(1), np, Outcome::one(Act::Record(record.clone()))));
    }
    let look = if rest.is(0, words!["the"]) { rest.skip(1) } else { rest };
    let extreme = match look.word(0) {
        "highest" | "largest" | "biggest" | "best" | "strongest" => Extreme::Highest,
        "lowest" | "smallest" | "weakest" | "worst" => Extreme::Lowest,
        _ => return None,
    };
    let behind = figure_noun(look.skip(1))?;
    let (_, figure) = noun_phrase(look.skip(1).until(behind.at))?;
    if !behind.is(0, words!["for", "of", "by"]) {
        return None;
    }
    let (rest, np) = noun_phrase(behind.skip(1))?;
    let Phrase::Time(since) = rest.phrase(0).filter(|_| np.is_named() && !np.share)? else {
        return None;
    };
    let np = Np { about: if np.about == About::Nothing { figure.about } else { np.about }, ..np };
    let record = RecordHigh { extreme, since: Some(since.clone()), weeks: None, of: None };
    (since.role == Role::Since).then(|| (rest.skip(1), np, Outcome::one(Act::Record(record))))
}

/// "Never before had X processed so many tokens [as last week]": a record.
pub(super) fn never_before(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    let had =
        c.is(0, words!["never"]).then(|| if c.is(1, words!["before"]) { c.skip(2) } else { c.skip(1) })?;
    if !had.is(0, words!["had", "has", "have"]) {
        return None;
    }
    let it = had.is(1, words!["it", "they"]);
    let (rest, np) = noun_phrase(had.skip(1)).filter(|(_, np)| (np.is_named() || it) && !np.share)?;
    let verb = rest.verb(0)?;
    if !verb.frames.any(Frames::USE.and(Frames::LEVEL).and(Frames::AHEAD))
        || !matches!(verb.form, Form::Past | Form::Participle)
    {
        return None;
    }
    let rest = rest.skip(1);
    if let Some(found) = more_than_ever(rest, &np) {
        return Some(found);
    }
    if !rest.is(0, words!["so", "as"]) || !rest.is(1, words!["many", "much"]) {
        return None;
    }
    let counted = matches!(rest.phrase(2), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none());
    let mut rest = rest.skip(2 + usize::from(counted));
    let mut outcome = Outcome::one(Act::Record(RecordHigh {
        extreme: Extreme::Highest,
        since: None,
        weeks: None,
        of: None,
    }));
    if rest.is(0, words!["as"])
        && let Some(Phrase::Time(time)) = rest.phrase(1)
    {
        outcome.adjuncts.times.push(time.clone());
        rest = rest.skip(2);
    }
    let week = if rest.are(&["in", "a", "single", "week"]) {
        4
    } else {
        3 * usize::from(rest.are(&["in", "a", "week"]))
    };
    Some((rest.skip(week), np, outcome))
}

/// "[Never before had X] exceeded 20 trillion tokens": now it has, for the first
/// time.
fn more_than_ever<'p>(c: Chunks<'p>, np: &Np) -> Option<(Chunks<'p>, Np, Outcome)> {
    let (rest, phrase @ Phrase::Amount { .. }) = super::predicate::figure(c)? else { return None };
    let Act::Level { value, metrics } = super::predicate::level_of(phrase)? else { return None };
    let value = match value.hedge {
        Hedge::Bare if c.word_before() != "processed" => Quantity { hedge: Hedge::MoreThan, ..value },
        Hedge::MoreThan | Hedge::AtLeast => value,
        _ => return None,
    };
    let mut outcome = Outcome::one(Act::Level { value, metrics });
    outcome.adjuncts.first = Some(crate::en::phrase::first::FirstTime { weeks: None, since: None });
    let rest = super::level::skip_unit(rest);
    let rest = rest.skip(usize::from(rest.noun(0) == Some(Noun::Mark)));
    let week = if rest.are(&["in", "a", "single", "week"]) {
        4
    } else {
        3 * usize::from(rest.are(&["in", "a", "week"]))
    };
    Some((rest.skip(week), np.clone(), outcome))
}

/// "both set records", "X and Y reached record highs": each its own.
pub(super) fn records_of_each<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let several = match &subject.who {
        Who::Named(names) => names.len() > 1 && !subject.together,
        Who::These { .. } => true,
        _ => false,
    };
    let c = c.skip(usize::from(c.is(0, words!["new", "fresh", "weekly"])));
    let (rest, extreme) = match (c.word(0), c.word(1)) {
        ("record", "highs") => (c.skip(2), Extreme::Highest),
        ("record", "lows") => (c.skip(2), Extreme::Lowest),
        ("records", _) => (c.skip(1), Extreme::Highest),
        _ => return None,
    };
    let ends =
        crate::en::clause::fronted::is_stop(rest, 0) || matches!(rest.phrase(0), Some(Phrase::Time(_)));
    let record = RecordHigh { extreme, since: None, weeks: None, of: None };
    (several && ends).then(|| (rest, Outcome::one(Act::Record(record))))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn places_and_records_in_words() {
        let first: &[&str] = &["Alder ranked number 1 by call volume"];
        assert_read(&[
            ("Alder was the most used model last week.", first),
            ("Alder was the most-used model last week.", first),
            ("Alder was the most used model of all last week.", first),
            ("Alder became the most used model of them all last week.", first),
            ("Alder was the largest model by call volume last week.", first),
            ("Alder recorded the highest call volume of any model last week.", first),
            ("Alder was the third-largest model by call volume.", &["Alder ranked number 3 by call volume"]),
            (
                "At 4.19 trillion tokens, it was the largest call volume for Alder since May 2025.",
                &["Alder was 4.19 trillion tokens", "Alder was its highest since May 2025"],
            ),
        ]);
    }

    #[test]
    fn what_never_was_before_is_a_record() {
        let record: &[&str] = &["Alder was its highest on record"];
        assert_read(&[
            ("Never before had Alder processed so many tokens in a week.", record),
            ("Never before had Alder processed as many tokens as last week.", record),
        ]);
    }

    #[test]
    fn large_in_another_way() {
        assert_listed(&[
            "Alder was the largest model last week.",
            "Alder was the most valuable model last week.",
            "Alder recorded the highest call volume this year.",
        ]);
    }
}
