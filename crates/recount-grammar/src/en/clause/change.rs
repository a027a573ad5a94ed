//! Changes: `rose 8.4 %`, `fell to 4.25 trillion`, `went from A to B`, `more
//! than doubled`, `a 26 % decline`, `up 15 %`.

mod adverbial;
mod earlier;
mod extended;
mod factor;
mod given;
mod noun;
mod raised;
mod still;
mod volume;
mod way;

use recount_model::{Figure, Hedge, Quantity, Unit};

pub(super) use self::adverbial::adverbial;
use self::adverbial::more_than;
pub(super) use self::earlier::{Was, was};
pub(super) use self::extended::lasted;
pub(super) use self::factor::factor;
use self::factor::halved;
pub(super) use self::given::cut;
use self::given::{given_back, to_amount, to_itself};
pub(super) use self::noun::change_noun;
pub(super) use self::still::{still, stood_still};
use self::way::to_close_at;
use self::way::{began, beyond, lost_volume, over_weeks, rose, went};
pub(super) use self::way::{came_from, closes, of_then};
use super::predicate::{Outcome, Piece, Read, directed, figure, level_of, multiple, quantity_of};
use super::verb_group::{Group, skip_adverbs, with_words};
use super::{About, Act, Anchor, Np, Window, level};
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

const UPWARDS: &Words = words!["up", "higher", "upward", "upwards"];

/// What follows a verb of rising or falling, or of adding and losing.
pub(super) fn complement<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    let falling = frames.any(Frames::DOWN.and(Frames::LOSE)) && !frames.any(Frames::UP);
    if let Some(found) = raised::complement(c, subject, frames).or_else(|| extended::complement(c, frames)) {
        return Some(found);
    }
    if let Some(found) = at_a_rate(c, subject, frames, falling) {
        return Some(found);
    }
    if frames.any(Frames::UP.and(Frames::DOWN)) {
        return volume::own_volume(c, subject, frames, falling).or_else(|| rose(c, subject, frames, falling));
    }
    if let Some((rest, value, times)) = more_than(c) {
        let mut outcome = Outcome::one(Act::Change { value });
        outcome.adjuncts.times = times;
        outcome.adjuncts.times_more = is_times_more(c.until(rest.at));
        return Some((rest, outcome));
    }
    // "put on 300 billion tokens": nothing else that is put is a change.
    let c = match c.word_before() {
        "put" | "puts" | "putting" if c.is(0, words!["on"]) => c.skip(1),
        "put" | "puts" | "putting" => return None,
        _ => c,
    };
    if let Some(found) = given_back(c, frames) {
        return Some(found);
    }
    // "another 300 billion tokens" may be of other days; "another 8 %" is of it.
    let more = c.is(0, words!["another", "further"]) && !matches!(figure(c), Some((_, Phrase::Percent(_))));
    if frames.any(Frames::ADD.and(Frames::LOSE)) && !more && level::up_to(c).is_none() {
        let Some((rest, phrase)) = figure(c) else { return lost_volume(c, falling) };
        let value = directed(&quantity_of(phrase)?, falling);
        let mut outcome = Outcome::one(Act::Change { value });
        // What a week added may be all of it: a further reading.
        outcome.adjuncts.added = frames.any(Frames::ADD) && !frames.any(Frames::UP);
        let rest = if frames.any(Frames::ADD) { to_itself(rest) } else { of_itself(rest) };
        return Some((to_amount(rest, &mut outcome), outcome));
    }
    // "went up by 8 %".
    if frames.any(Frames::BELONG.and(Frames::RANK))
        && let Some(found) = went(c, frames, subject)
    {
        return Some(found);
    }
    // "went from A to B".
    if frames.any(Frames::RANK) && c.is(0, words!["from"]) {
        let mut outcome = Outcome::default();
        let rest = to_and_from(c, &mut outcome)?;
        return (!outcome.pieces.is_empty()).then_some((rest, outcome));
    }
    posted(c, frames)
}

/// "[is growing] at 46 % week over week", "[grew] at a rate of 14 %": by so much, and no share of anything.
fn at_a_rate<'p>(c: Chunks<'p>, subject: &Np, frames: Frames, falling: bool) -> Read<'p> {
    if !frames.any(Frames::UP.and(Frames::DOWN)) || subject.share || !c.is(0, words!["at"]) {
        return None;
    }
    let article = usize::from(c.is(1, words!["a", "an"]));
    let rate = c.is(1 + article, words!["rate", "pace", "clip"]) && c.is(2 + article, words!["of"]);
    let (rest, phrase @ Phrase::Percent(_)) =
        figure(skip_adverbs(c.skip(if rate { 3 + article } else { 1 })))?
    else {
        return None;
    };
    let value = directed(&quantity_of(phrase)?, falling);
    (!rest.is(0, words!["of"])).then(|| (rest, Outcome::one(Act::Change { value })))
}

/// "posted an 8.4 % gain", "maintained a steady growth of 8 %".
fn posted<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    let carries = Frames::SET
        .and(Frames::LEVEL)
        .and(Frames::HOLD)
        .and(Frames::AUX)
        .and(Frames::MARK)
        .and(Frames::SHARE);
    if frames.any(carries) {
        // "showed little change".
        if c.is(0, words!["little", "no", "hardly"]) && c.noun(1) == Some(Noun::Change) {
            let value = Quantity::bare(Figure::Flat, Unit::Percent);
            return Some((c.skip(2), Outcome::one(Act::Change { value })));
        }
        if let Some(found) = weeks_of_change(c) {
            return Some(found);
        }
        // "posted its first gain in five weeks".
        if let Some((rest, None, outcome)) = super::growth::first_change(c) {
            return Some((rest, outcome));
        }
        let (rest, value, times) = change_noun(c)?;
        let mut outcome = Outcome::one(Act::Change { value });
        outcome.adjuncts.times = times;
        // "saw a dip of 2 % to 3.6 trillion".
        let rest = to_and_from(rest, &mut outcome).unwrap_or(rest);
        return Some((rest, outcome));
    }
    None
}

/// "saw its volume drop 26 %", "watched its usage double": what its figure did.
pub(super) fn seen<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let sees = group.verb.frames.any(Frames::LEVEL)
        && matches!(c.word_before(), "saw" | "sees" | "seen" | "watched" | "had");
    if !sees {
        return None;
    }
    let (rest, np) = super::noun_phrase::noun_phrase(c)?;
    // "saw usage rise", of its own.
    if !c.is(0, words!["its", "their"]) && !np.bare {
        return None;
    }
    let figure =
        np.who == super::Who::Carried && np.about != About::Nothing && !np.share && np.window == Window::Week;
    // "saw its volume double".
    if let Some(Phrase::Ratio(value)) = rest.phrase(0)
        && rest
            .get(0)
            .is_some_and(|chunk| matches!(rest.lower(chunk.end - 1), "double" | "triple" | "quadruple"))
        && figure
    {
        let mut outcome = Outcome::one(Act::Change { value: value.clone() });
        outcome.adjuncts.about = Some(np.about);
        let rest = to_and_from(rest.skip(1), &mut outcome).unwrap_or(rest.skip(1));
        return Some((rest, outcome));
    }
    let verb =
        rest.verb(0).filter(|verb| matches!(verb.form, Form::Base | Form::Ing | Form::Past) && figure)?;
    let (rest, verb) = with_words(rest.skip(1), verb, false).unwrap_or((rest.skip(1), verb));
    let inner = Group { verb, ..Group::PLAIN };
    let (rest, mut outcome) = factor(rest, &inner).or_else(|| complement(rest, &np, &inner))?;
    outcome.adjuncts.about = Some(np.about);
    Some((rest, outcome))
}

/// "rose [by] 8 % [to 4 trillion] [from 3.7 trillion]"; alone it says only the
/// direction. `counted`: is a metric named, so that "by 3" is so much of it?
pub(super) fn moved<'p>(c: Chunks<'p>, falling: bool, counted: bool) -> Read<'p> {
    if matches!(c.phrase(0), Some(Phrase::Record(_))) {
        return None;
    }
    let mut outcome = Outcome::default();
    if let Some(found) = beyond(c, falling) {
        return Some(found);
    }
    let c = over_weeks(c, falling, &mut outcome);
    let by = if c.is(0, words!["by"]) { c.skip(1) } else { c };
    let by = skip_adverbs(by);
    let mut rest = c;
    if !by.is(0, words!["to", "from"])
        && let Some((after, phrase)) = figure(by)
        && (!matches!(phrase, Phrase::Number(_)) || counts_to(after) || (counted && c.is(0, words!["by"])))
        && (by.at > c.at || super::chart::small_range(phrase).is_none())
    {
        // "The rate fell below 5 %": where it came to, not by how much.
        let first = by.get(0).map_or("", |chunk| by.lower(chunk.first));
        // "Lost 4.6 % and 6.6 % in the two weeks that followed": each of another week.
        let each = |phrase: Option<&Phrase<'_>>| matches!(phrase, Some(Phrase::Percent(_)));
        if each(Some(phrase)) && after.is(0, words!["and"]) && each(after.phrase(1)) {
            return None;
        }
        let bound = matches!(first, "below" | "under" | "beneath" | "above" | "past" | "beyond")
            // "Fell north of 3 %": by more than that.
            || first == if falling { "south" } else { "north" };
        if bound && by.at == c.at && matches!(phrase, Phrase::Percent(_)) {
            return None;
        }
        // "rose 14 %" and "rose 14 % of the total" are not the same.
        let after = of_itself(after);
        if after.is(0, words!["of"])
            || (after.is(0, words!["as"])
                && after.is(1, words!["fast", "quickly", "much", "rapidly", "slowly", "many"]))
        {
            return None;
        }
        // "fell 300 billion behind X": how far behind it is.
        if is_span(phrase, after) || after.is(0, words!["behind", "ahead", "adrift", "short", "shy", "clear"])
        {
            return None;
        }
        outcome.pieces.push(Piece::main(Act::Change { value: by_how_much(phrase, falling)? }));
        rest = skip_adverbs(after);
    }
    if let Some((after, times)) = bases(rest) {
        outcome.adjuncts.times.extend(times);
        rest = of_then(after, &mut outcome);
    }
    if let Some(after) = super::adjunct::nth_week(rest) {
        outcome.adjuncts.nth_week = true;
        outcome.adjuncts.weekend |= super::adjunct::is_weekend(rest);
        rest = after;
    }
    if let Some(after) = to_and_from(rest, &mut outcome) {
        rest = after;
    }
    if outcome.pieces.is_empty() {
        // "fell to second", "fell out of the top nine" are ranks and read there.
        if rest.is(0, words!["to", "into", "out", "from", "behind", "past", "ahead", "above", "below"]) {
            return None;
        }
        outcome.pieces.push(Piece::main(Act::Change { value: Quantity::direction(falling, Unit::Percent) }));
    }
    Some((rest, outcome))
}

/// "rose 5 % to 6 %": by how much, or by how much and to which share?
fn is_span(phrase: &Phrase<'_>, after: Chunks<'_>) -> bool {
    let (Phrase::Percent(first), true) = (phrase, after.is(0, words!["to"])) else {
        return false;
    };
    let Some((_, Phrase::Percent(second))) = figure(after.skip(1)) else {
        return false;
    };
    match (&first.figure, &second.figure) {
        (Figure::Decimal(first), Figure::Decimal(second)) => {
            let (first, second) = (first.value(), second.value());
            first < second && second <= &first * &recount_model::Number::from(2)
        }
        _ => false,
    }
}

/// "lost 6.5 % of its volume": what is left behind the words that name the
/// figure itself.
fn of_itself(c: Chunks<'_>) -> Chunks<'_> {
    // "lost half its volume".
    let count = usize::from(c.is(0, words!["of", "in"]));
    if !c.is(count, words!["its", "their"]) {
        return c;
    }
    match super::noun_phrase::noun_phrase(c.skip(count)) {
        Some((after, np)) if np.about != About::Nothing && !np.share && !np.is_named() => after,
        _ => c,
    }
}

/// "[fell by five] to 479": a count, not places.
fn counts_to(c: Chunks<'_>) -> bool {
    c.is(0, words!["to"]) && matches!(c.phrase(1), Some(Phrase::Amount { .. }))
}

/// "seven consecutive weeks of growth".
pub(super) fn weeks_of_change<'p>(c: Chunks<'p>) -> Read<'p> {
    if let Some(found) = super::growth::straight_gains(c) {
        return Some(found);
    }
    let Some(Phrase::Weeks(weeks)) = c.phrase(0) else {
        return None;
    };
    let (rest, value) = super::tail::weeks_of_so_much(c.skip(1)).or_else(|| {
        let (rest, falling) = super::tail::weeks_of(c.skip(1))?;
        Some((rest, Quantity::direction(falling, Unit::Percent)))
    })?;
    // "the third week of gains in a row".
    let (rest, weeks) = super::rank::in_a_row(rest, *weeks);
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.adjuncts.weeks = Some(weeks);
    Some((rest, outcome))
}

/// "by 8 %" as it counts for a verb of that direction. A factor of a rise is a
/// factor; "rose threefold" is a ratio of three.
fn by_how_much(phrase: &Phrase<'_>, falling: bool) -> Option<Quantity> {
    let quantity = quantity_of(phrase)?;
    if quantity.unit == Unit::Ratio {
        return (!falling).then_some(quantity);
    }
    Some(directed(&quantity, falling))
}

/// "from A [then] to B [now]", "to B [now] from A [then]".
pub(super) fn to_and_from<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    let mut rest = c;
    let (mut from, mut to, mut to_chunk): (Option<Was<'_>>, _, _) = (None, None, None);
    let mut closed = false;
    for _ in 0..2 {
        if from.is_none()
            && let Some((after, start)) = start_of_way(rest)
        {
            rest = after;
            from = Some(start);
        } else if to.is_none()
            && let Some((after, end)) = end_of_way(rest, &["to", "at"])
        {
            closed = closes(rest);
            to_chunk = figure(skip_adverbs(to_close_at(rest))).map(|(behind, _)| behind.at - 1);
            rest = after;
            to = Some(end);
        }
    }
    if from.is_none() && to.is_none() {
        return None;
    }
    if let (Some(Was { phrase: Phrase::Percent(_), .. }), None) = (&from, &to) {
        return None;
    }
    let last = to_chunk.and_then(|place| c.all.get(place));
    let scaled = match (&from, last) {
        // "from 3.9 to 4.5 trillion tokens": the scale is the first one's too.
        (Some(first), Some(last)) => Some(super::parallel::shared(c, first.phrase.clone(), last)?),
        _ => None,
    };
    let end = to
        .as_ref()
        .and_then(|(_, times): &(_, Vec<Time>)| times.iter().find(|time| time.role == Role::At).cloned());
    if let Some(start) = from {
        let phrase = scaled.as_ref().unwrap_or(start.phrase);
        start.begins(outcome, Piece { against: end, ..Piece::beside(share_or_level(phrase)?) }, phrase);
    }
    if let Some((phrase, times)) = to {
        let mut piece = Piece::main(counted_alike(outcome, share_or_level(phrase)?));
        piece.anchor = if outcome.pieces.is_empty() { Anchor::Clause } else { Anchor::End };
        // "rose 8 % to 4 trillion in June": the time is that of the whole clause,
        // unless the way began at a time of its own.
        let own = outcome.pieces.iter().any(|piece| !piece.times.is_empty());
        // "to close at 4,201.6 on Friday": the day is that of the close alone.
        if own || closed {
            piece.times = times;
        } else {
            outcome.adjuncts.times.extend(times);
        }
        outcome.pieces.push(piece);
    }
    Some(rest)
}

/// "from 38 million users to 41 million": what is counted at the one end is so at the other.
fn counted_alike(outcome: &Outcome, end: Act) -> Act {
    match (outcome.pieces.last().map(|piece| &piece.act), end) {
        (Some(Act::Level { metrics: begun, .. }), Act::Level { value, metrics }) if metrics.is_empty() => {
            Act::Level { value, metrics: begun.clone() }
        }
        (_, end) => end,
    }
}

/// What an end of a way is: a percentage is a share.
fn share_or_level(phrase: &Phrase<'_>) -> Option<Act> {
    match phrase {
        Phrase::Percent(value) => Some(Act::Share { value: value.clone(), whole: None, top: None }),
        _ => level_of(phrase),
    }
}

/// "from the record 4.5 trillion of the week before", "from 72 % a year ago".
fn start_of_way<'p>(c: Chunks<'p>) -> Option<(Chunks<'p>, Was<'p>)> {
    let told = c.is(0, words!["from"]).then(|| was(c.skip(1))).flatten();
    told.or_else(|| {
        let (rest, (phrase, times)) = end_of_way(c, &["from"])?;
        Some((rest, Was { phrase, times, record: None, open: false }))
    })
}

/// "from 72 % a year ago", "to just 33 % in June".
fn end_of_way<'p>(c: Chunks<'p>, words: &[&str]) -> Option<(Chunks<'p>, (&'p Phrase<'p>, Vec<Time>))> {
    if !c.is(0, words) {
        return None;
    }
    let (after, phrase) = figure(skip_adverbs(to_close_at(c)))?;
    let nothing = c.is(0, words!["from"]) && way::is_nothing(phrase);
    if nothing || matches!(phrase, Phrase::Points(_) | Phrase::Ratio(_)) {
        return None;
    }
    // "to 41" is so much where what is counted is named; "to 41 %", "to 4 of the
    // top nine" is not.
    let small = matches!(phrase, Phrase::Number(_));
    let ends = after.is_empty()
        || after.is(0, words![",", ".", ";", ")", "to", "from", "and", "but", "while", "—", "–"])
        || matches!(after.phrase(0), Some(Phrase::Time(_)));
    if small && !ends {
        return None;
    }
    let after = if matches!(phrase, Phrase::Amount { .. }) { level::skip_unit(after) } else { after };
    let mut times = Vec::new();
    let mut rest = after;
    // "from the 590 recorded in the week of May 9".
    let recorded = rest.verb(0).is_some_and(|verb| {
        matches!(verb.form, Form::Past | Form::Participle)
            && verb.frames.any(Frames::LEVEL.and(Frames::USE).and(Frames::SET).and(Frames::REACH))
    });
    if recorded && matches!(rest.phrase(1), Some(Phrase::Time(_))) {
        rest = rest.skip(1);
    }
    // "in a year" belongs to the whole way, not to its end.
    while let Some(Phrase::Time(time)) = rest.phrase(0)
        && time.role != Role::Within
    {
        times.push(time.clone());
        rest = rest.skip(1);
    }
    Some((rest, (phrase, times)))
}

/// Times that a change compares with, directly behind it.
fn bases(c: Chunks<'_>) -> Option<(Chunks<'_>, Vec<Time>)> {
    let mut rest = c;
    let mut times = Vec::new();
    while let Some(Phrase::Time(time)) = rest.phrase(0) {
        let against = on_a_week(rest, time).filter(|_| times.is_empty());
        times.push(super::adjunct::long_way(rest).or(against).unwrap_or_else(|| time.clone()));
        rest = rest.skip(1);
    }
    (!times.is_empty()).then_some((rest, times))
}

/// "[up a third] on the week of June 1": against that week, as in "on last week".
pub(super) fn on_a_week(c: Chunks<'_>, time: &Time) -> Option<Time> {
    let on = c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "on");
    let week = time.role == Role::At && time.when.is_dated_week();
    (on && week).then(|| Time { role: Role::Base, ..time.clone() })
}

/// "Three times higher than": of some, four times as high.
pub(super) fn is_times_more(c: Chunks<'_>) -> bool {
    let times = |ahead: usize| matches!(c.phrase(ahead), Some(Phrase::Ratio(_)));
    let more = |ahead: usize| c.is(ahead, words!["more", "higher", "larger", "bigger", "greater"]);
    (1..c.len()).any(|ahead| more(ahead) && times(ahead - 1))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn hedges_of_a_fall_shift_downwards() {
        assert_read(&[
            (
                "Alder's volume more than halved last week.",
                &["Alder was less than half what it was in the week of 15 June 2026"],
            ),
            (
                "Alder's volume less than halved last week.",
                &["Alder was more than half what it was in the week of 15 June 2026"],
            ),
            ("Alder's volume nearly halved last week.", &["Alder nearly halved"]),
            (
                "Alder's volume more than doubled last week.",
                &["Alder was more than twice what it was in the week of 15 June 2026"],
            ),
            ("Alder fell by more than half last week.", &["Alder fell by more than half"]),
            ("Alder was down nearly a third last week.", &["Alder fell by nearly a third"]),
            (
                "Alder lost more than a quarter of its volume last week.",
                &["Alder fell by more than a quarter"],
            ),
        ]);
    }
}
