//! Words that no rule read, of something that is only expected, wanted or possible: "aims to triple its volume by
//! December", "would hardly register". They are no statement about any week, whatever else they say.

use super::*;
use crate::en::phrase::Phrase;

/// Is all that the stretch says expected, wanted or possible?
pub(super) fn is_expected(c: Chunks<'_>) -> bool {
    let ahead = |place: usize| may(c, place) || wants(c, place) || foresees(c, place);
    (0..c.len()).any(ahead) && !(0..c.len()).any(|place| tells(c, place) && !ahead(place))
}

/// "will", "would": with a verb behind it.
fn may(c: Chunks<'_>, place: usize) -> bool {
    let modal =
        c.is(place, words!["will", "would", "could", "might", "may", "'ll", "’ll", "shall", "should"]);
    if !modal {
        return false;
    }
    let not = usize::from(c.is(place + 1, words!["not", "n't", "n’t", "never"]));
    let adverb = usize::from(c.entry(place + 1 + not).adverb);
    let next = place + 1 + not + adverb;
    let verb = c.verb(next).is_some_and(|verb| verb.form == Form::Base);
    // "Could do no better than ninth last week": that is told.
    let told = c.is(place, words!["could"])
        && (0..c.len()).any(|place| matches!(c.phrase(place), Some(Phrase::Time(_))));
    !told && (verb || c.is(next, words!["be", "have"]) || matches!(c.phrase(next), Some(Phrase::Ratio(_))))
}

/// "aims to", "hopes for", "wants X back".
fn wants(c: Chunks<'_>, place: usize) -> bool {
    let expects = c.verb(place).is_some_and(|verb| verb.frames.any(Frames::FORECAST));
    let to = |place: usize| c.is(place, words!["to", "for", "on", "at"]);
    let wishes = c.is(
        place,
        words![
            "want", "wants", "wanted", "seek", "seeks", "sought", "vow", "vows", "vowed", "pledge",
            "pledges", "pledged", "promise", "promises", "promised", "due", "bound", "wish", "wishes",
            "aspires", "aiming", "hoping"
        ],
    );
    let subject = || (place + 2..place + 7).any(|place| c.is(place, words!["to", "back"]));
    expects && (to(place + 1) || !is_past(c, place)) || wishes && (to(place + 1) || subject())
}

/// "see X topping 6 trillion by September".
fn foresees(c: Chunks<'_>, place: usize) -> bool {
    let sees = c.is(
        place,
        words!["see", "sees", "forecast", "forecasts", "forecasted", "predicted", "predict", "predicts"],
    );
    // "by August" is one phrase.
    let by = |place: usize| c.get(place).is_some_and(|chunk| matches!(c.lower(chunk.first), "by" | "before"));
    let had = || place.checked_sub(1).is_some_and(|before| c.is(before, words!["had", "have", "has"]));
    sees && ((place + 1..c.len()).any(by) || !c.is(place, words!["see", "sees"]) && had())
}

fn is_past(c: Chunks<'_>, place: usize) -> bool {
    c.verb(place).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Participle))
}

/// Does a verb tell there what was or is so? Those of saying only tell who says it.
fn tells(c: Chunks<'_>, place: usize) -> bool {
    let helper = (1..4)
        .filter_map(|back| place.checked_sub(back))
        .any(|before| may(c, before) || wants(c, before) || c.is(before, words!["to", "be"]));
    c.verb(place).is_some_and(|verb| {
        is_finite(verb.form) && verb.form != Form::Base && !verb.frames.any(Frames::SAY.and(Frames::AUX))
    }) && !helper
        && !wants(c, place + 1)
}
