//! "Last week was the fourth in a row in which X beat Y": last week X beat Y for the fourth week in a row. "…, where it has been for five
//! weeks", behind a place: and it has been in that place for five weeks. "…, this time by 2 points": by 2 points.

use super::draft::{Draft, Recast};
use super::stop_behind;
use crate::en::phrase::{Chunks, Phrase};

/// A week that is the how manieth of which something is told.
pub(super) fn nth_in_which(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let time = matches!(c.phrase(start), Some(Phrase::Time(_))) || c.is(start, words!["it", "this", "that"]);
    if !time || !c.is(start + 1, words!["was", "is", "marked", "marks", "became"]) {
        return None;
    }
    let ordinal = start + 2 + usize::from(c.is(start + 2, words!["the", "a"]));
    let row: &[&[&str]] = &[
        &["in", "a", "row", "in", "which"],
        &["in", "succession", "in", "which"],
        &["in", "a", "row", "that"],
        &["in", "succession", "that"],
        &["running", "in", "which"],
        &["straight", "in", "which"],
        &["in", "a", "row", "when"],
    ];
    let (weeks, which) = match c.phrase(ordinal)? {
        Phrase::Ordinal(_) => {
            let words = row.iter().find(|words| c.skip(ordinal + 1).are(words))?;
            (false, ordinal + 1 + words.len())
        }
        Phrase::Weeks(weeks) if weeks.ordinal => {
            let words = 2 * usize::from(c.skip(ordinal + 1).are(&["in", "which"]))
                + usize::from(c.is(ordinal + 1, words!["that", "when"]));
            (true, ordinal + 1 + words)
        }
        _ => return None,
    };
    if which == ordinal + 1 {
        return None;
    }
    let close = stop_behind(c, which);
    let draft = Draft::new(c).keep(0, start).keep(which, close);
    let draft = match weeks {
        true => draft.say("for the", ordinal).keep(ordinal, ordinal + 1),
        false => draft.say("for the", ordinal).keep(ordinal, ordinal + 1).say("week in a row", ordinal),
    };
    let draft = if c.is(start, words!["it", "this", "that"]) { draft } else { draft.keep(start, start + 1) };
    Some(by_how_much(draft, c, which, close).done())
}

/// ", this time by 2 points": the subject and the verb again.
fn by_how_much<'p>(draft: Draft<'p>, c: Chunks<'p>, which: usize, close: usize) -> Draft<'p> {
    let this_time = c.is(close, words![","]) && c.skip(close + 1).are(&["this", "time", "by"]);
    let lately = c.is(close, words![","]) && c.skip(close + 1).are(&["most", "recently", "by"]);
    match this_time || lately {
        true => draft.say(", and", close).again(which, close).keep(close + 3, c.len()),
        false => draft.keep(close, c.len()),
    }
}

/// "X beat Y for a fourth week, this time by 2 points": the clause in front again, without its weeks.
pub(super) fn this_time_by(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![","]))?;
    let by = match () {
        () if c.skip(start).are(&["this", "time", "by"])
            || c.skip(start).are(&["most", "recently", "by"]) =>
        {
            start + 2
        }
        () if c.is(start, words!["by"]) => start,
        () => return None,
    };
    let weeks = (0..comma).find(|place| matches!(c.phrase(*place), Some(Phrase::Weeks(_))))?;
    let (from, verb) = super::subjects_before(c, comma).find(|(_, verb)| c.verb(*verb).is_some())?;
    let figure = super::is_amount(c, by + 1) || matches!(c.phrase(by + 1), Some(Phrase::Points(_)));
    let again = if weeks > verb { weeks } else { comma };
    (figure && again > verb)
        .then(|| Draft::new(c).keep(0, comma).say(", and", start).again(from, again).keep(by, c.len()).done())
}

/// "kept first place, where it has been for five weeks": and it has been in first place for five weeks.
pub(super) fn where_it_has_been(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![","]))?;
    if !c.is(start, words!["where", "a"]) {
        return None;
    }
    // "where it has been", "a position it has held", "where it stayed".
    let noun = c.is(start, words!["a"]) && c.noun(start + 1) == Some(crate::en::lexicon::Noun::Place);
    let it = start + 1 + usize::from(noun) + usize::from(noun && c.is(start + 2, words!["that", "which"]));
    if !c.is(it, words!["it", "they"]) || c.is(start, words!["a"]) != noun {
        return None;
    }
    let adverb = |from: usize| from + usize::from(c.is(from, words!["now"]));
    let has = usize::from(c.is(it + 1, words!["has", "have"]));
    let been = if has > 0 { adverb(it + 2) } else { it + 1 };
    let stays = c.is(been, words!["been", "remained", "stayed", "sat", "stood", "held", "occupied", "kept"]);
    if !stays || noun != c.is(been, words!["held", "occupied", "kept"]) {
        return None;
    }
    let weeks = adverb(been + 1);
    let counted = matches!(c.phrase(weeks), Some(Phrase::Weeks(_)))
        || c.is(weeks, words!["for"])
        || matches!(c.phrase(weeks), Some(Phrase::Time(_)));
    let place = (0..comma)
        .rev()
        .find(|place| matches!(c.phrase(*place), Some(Phrase::Place(_) | Phrase::Ordinal(_))))?;
    let article = place - usize::from(place > 0 && c.is(place - 1, words!["the"]));
    let inside = matches!(c.phrase(place), Some(Phrase::Place(_)));
    counted.then(|| {
        let draft = Draft::new(c).keep(0, comma).say(", and", start).keep(it, it + 1).say("has been", been);
        let draft = if inside {
            draft.say("in", been).again(article, place + 1)
        } else {
            draft.again(place, place + 1)
        };
        draft.keep(weeks, c.len()).done()
    })
}
