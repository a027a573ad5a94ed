//! Shares: `accounted for 43.7 % of all tokens`, `holds a 30 % share`, `a third
//! of the volume`.

mod ended;
mod of_amount;
mod of_kind;
mod owners;
mod way;

use recount_model::{Hedge, Quantity};

use self::ended::{crossed, ended_with, noun_follows};
use self::of_kind::of_kind;
pub(super) use self::owners::flowed;

use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, Read, figure};
use super::verb_group::{Group, skip_adverbs};
use super::{About, Act, Np, Who};
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::Time;
use crate::en::phrase::{Chunks, Phrase};

/// A verb of having, and a percentage.
pub(super) fn complement<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    let verbs = Frames::SHARE
        .and(Frames::LEVEL)
        .and(Frames::TAKE)
        .and(Frames::AUX)
        .and(Frames::HOLD)
        .and(Frames::EQUAL)
        .and(Frames::SET);
    if let Some(found) = crossed(c, subject, frames) {
        return Some(found);
    }
    if let Some(found) = ended_with(c, frames).or_else(|| way::complement(c, subject, frames)) {
        return Some(found);
    }
    if !frames.any(verbs) {
        return None;
    }
    // "grew at 14 %" is a change.
    let grows = frames.any(Frames::UP.and(Frames::DOWN)) && !subject.share && c.is(0, words!["at"]);
    if grows {
        return None;
    }
    let told_at = c.is(0, words!["for", "up", "at", "to"]);
    let c = if told_at { skip_adverbs(c.skip(1)) } else { c };
    if let Some(found) = of_amount::of_amount(c) {
        return Some(found);
    }
    // "reached 30 %" is a share only of something that is one.
    let moves = frames.any(Frames::UP.and(Frames::DOWN).and(Frames::ADD).and(Frames::LOSE));
    // "Was to grow 4 % but did 6 %" is a change.
    let does = matches!(c.word_before(), "do" | "does" | "did" | "done" | "doing");
    let has = frames.any(Frames::SHARE.and(Frames::TAKE).and(Frames::AUX)) && !does;
    let needs_share = (moves || !has) && !subject.share;
    // "Admissions gained 9 % in X": where they did, not of what.
    if moves && !subject.share && figure(c).is_some_and(|(after, _)| after.is(0, words!["in"])) {
        return None;
    }
    let (rest, value, of) = percentage(c)?;
    // "Its shares gained 2 %": by so much, if it is a share at all.
    if subject.share && of.is_none() && !told_at && frames.any(Frames::TAKE) && !frames.any(Frames::LEVEL) {
        return None;
    }
    // "representing a 9 % fall" is a change.
    if of.is_none() && matches!(rest.noun(0), Some(Noun::Rise | Noun::Fall)) {
        return None;
    }
    if needs_share && of.is_none() && !noun_follows(c) {
        return None;
    }
    // "regained 8 %" of what it had lost, or of all there is?
    if BACK.contains(&c.word_before()) && of.is_none() && !noun_follows(c) && !subject.share {
        return None;
    }
    let (whole, top, time) = of.map_or((None, None, None), |of| (of.whole, of.top, of.time));
    // "passed 40 %".
    let mut outcome = Outcome::one(Act::Share { value: group.bounded(value), whole, top });
    outcome.adjuncts.times.extend(time);
    Some((rest, outcome))
}

/// Verbs of getting back what was lost.
const BACK: [&str; 8] =
    ["regained", "regains", "reclaimed", "reclaims", "recaptured", "recaptures", "retook", "retakes"];

/// The whole of a share.
pub(super) struct Of {
    /// Whose figure; `None` for everything.
    pub whole: Option<Np>,
    /// Of the top n only.
    pub top: Option<u32>,
    /// Whose time: "of last week's tokens".
    pub time: Option<Time>,
}

impl Of {
    /// All of `whole`, or of everything.
    const fn all(whole: Option<Np>) -> Self {
        Self { whole, top: None, time: None }
    }

    /// Of the top `n`.
    const fn top(whole: Option<Np>, n: u32) -> Self {
        Self { whole, top: Some(n), time: None }
    }
}

/// "43.7 % [share] [of all tokens]", "a share of 43.7 %".
pub(super) fn percentage(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, Option<Of>)> {
    if let Some((rest, value)) = remaining(c) {
        let same = Np { who: Who::SameWhole, ..Np::carried(c.span(c.at, rest.at)) };
        let (rest, of) = whole(rest).unwrap_or((rest, Of::all(Some(same))));
        return Some((processed(rest), value, Some(of)));
    }
    // "a token share of 12 %".
    let look = if c.is(0, words!["a", "an", "its", "the"]) { c.skip(1) } else { c };
    if let Some((after, of)) = of_named_share(look)
        && after.is(0, words!["of"])
        && let Some((after, Phrase::Percent(value))) = figure(after.skip(1))
    {
        return Some((after, value.clone(), Some(of)));
    }
    let (rest, value) = figure_of_share(c, look)?;
    // "12 % token share": of all tokens.
    if let Some((after, of)) = of_named_share(rest) {
        return Some((after, value.clone(), Some(of)));
    }
    let rest = rest.skip(usize::from(rest.noun(0) == Some(Noun::Share)));
    // "one in five tokens" is of all of them.
    let counted = rest.at == c.at + 1 && is_of_so_many(c) && !rest.is(0, words!["of", "in"]);
    match if counted { whole_of(rest) } else { whole(rest) } {
        Some((after, mut of)) => {
            if let Some((after, whole)) = owners::processed_by(after, &of) {
                return Some((after, value.clone(), Some(Of { whole: Some(whole), ..of })));
            }
            let after = processed(after);
            // "of the tokens on the chart".
            let board = after.is(0, words!["on", "in"])
                && matches!(after.phrase(1), Some(Phrase::Place(Place::Board)));
            let after = after.skip(2 * usize::from(board));
            if of.whole.as_ref().is_none_or(|whole| whole.who == Who::Total) && of.top.is_none() {
                let words = rest.until(after.at);
                if is_of_theirs(words) || flowed(after) {
                    of.whole = Some(Np { who: Who::Unknown, ..Np::carried(c.span(rest.at, after.at)) });
                } else if is_of_the_list(words) {
                    of.top = Some(Act::LIST);
                }
            }
            Some((after, value.clone(), Some(of)))
        }
        None => Some((rest, value.clone(), None)),
    }
}

/// "43.7 % [market]", "[a market] share of 43.7 %": the figure, and what stands behind it. `look`: behind the article.
fn figure_of_share<'p>(c: Chunks<'p>, look: Chunks<'p>) -> Option<(Chunks<'p>, &'p Quantity)> {
    let (mut rest, value) = if let Some((after, Phrase::Percent(value))) = figure(c) {
        (after, value)
    } else {
        let known = look.entry(0).known && look.noun(0) != Some(Noun::Share);
        let word = known || look.is(0, words!["market", "combined", "total", "weekly"]);
        let look = look.skip(usize::from(word));
        let share = look.noun(0) == Some(Noun::Share) && look.is(1, words!["of"]);
        match share.then(|| figure(look.skip(2))).flatten() {
            Some((after, Phrase::Percent(value))) => (after, value),
            _ => return None,
        }
    };
    while (rest.is(0, words!["market", "combined"]) || rest.entry(0).known)
        && matches!(rest.noun(1), Some(Noun::Share))
    {
        rest = rest.skip(1);
    }
    Some((rest, value))
}

/// "token share": the part of everything that is counted so, where the words do not say of what else.
fn of_named_share(c: Chunks<'_>) -> Option<(Chunks<'_>, Of)> {
    let counted = matches!(c.phrase(0), Some(Phrase::Name(names))
        if crate::en::phrase::subjects(names).next().is_none());
    let usage = usize::from(c.noun(1) == Some(Noun::Volume));
    let share = counted && c.noun(1 + usage) == Some(Noun::Share);
    let rest = c.skip(2 + usage);
    if !share || rest.is(0, words!["of"]) && !matches!(figure(rest.skip(1)), Some((_, Phrase::Percent(_)))) {
        return None;
    }
    let (end, of) = whole_of(c.until(c.at + 1 + usage))?;
    end.is_empty().then_some((rest, of))
}

/// "the remaining 28 %": the percentage.
fn remaining(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    let rest = c.skip(usize::from(c.is(0, words!["the"])));
    match rest.phrase(1) {
        Some(Phrase::Percent(value)) if rest.at > c.at && rest.is(0, words!["remaining", "other"]) => {
            Some((rest.skip(2), value.clone()))
        }
        _ => None,
    }
}

/// "a 43 % share", "a market share of 43 %": is it called one?
pub(super) fn is_named(c: Chunks<'_>) -> bool {
    (0..c.len()).any(|ahead| c.noun(ahead) == Some(Noun::Share))
}

/// "of tokens on the chart", "of charted volume": is it the whole of the list that the text
/// is about?
fn is_of_the_list(c: Chunks<'_>) -> bool {
    (0..c.len()).any(|ahead| {
        matches!(c.phrase(ahead), Some(Phrase::Place(Place::Board)))
            || c.is(ahead, words!["charted", "listed"])
    })
}

/// "of their tokens": is the whole less than everything, and how much less is not said?
fn is_of_theirs(c: Chunks<'_>) -> bool {
    (0..c.len()).any(|ahead| c.is(ahead, words!["their"]))
}

/// "[all tokens] processed", "[all tokens] that went through the platform": what
/// became of them, said once more. Not "processed by X".
fn processed(c: Chunks<'_>) -> Chunks<'_> {
    let used = c.verb(0).is_some_and(|verb| {
        verb.frames.any(Frames::USE) && matches!(verb.form, Form::Past | Form::Participle)
    });
    let rest = c.skip(if used {
        1
    } else if flowed(c) {
        2
    } else {
        return c;
    });
    let rest =
        super::adjunct::everywhere(rest).filter(|_| !rest.is(0, words!["of", "from", "by"])).unwrap_or(rest);
    let by = rest.is(0, words!["by", "for", "from", "through", "on", "in", "with"]);
    if by { c } else { rest }
}

/// `one in five`, `nine out of ten`: with a noun directly behind it.
fn is_of_so_many(c: Chunks<'_>) -> bool {
    let inside = c.get(0).is_some_and(|chunk| {
        (chunk.first..chunk.end).any(|at| matches!(c.lower(at), "in" | "out" | "every"))
    });
    let named = c.phrase(1).is_some_and(|phrase| matches!(phrase, Phrase::Name(_)));
    inside && (named || c.entry(1).known)
}

/// "of all tokens", "of the top five's volume", "of the north's", "of total
/// activity", "of the market".
pub(super) fn whole(c: Chunks<'_>) -> Option<(Chunks<'_>, Of)> {
    if !c.is(0, words!["of", "in"]) {
        return None;
    }
    // "rose to third and 15 % in tokens" is a change.
    if c.is(0, words!["in"])
        && matches!(c.phrase(1), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none())
    {
        return None;
    }
    let (rest, of) = whole_told(c)?;
    owners::that_it_did(rest, of)
}

fn whole_told(c: Chunks<'_>) -> Option<(Chunks<'_>, Of)> {
    // "of last week's tokens".
    if let Some(Phrase::Time(time)) = c.phrase(1)
        && c.is(2, words!["'s", "’s"])
    {
        let (rest, of) = whole_of(c.skip(3))?;
        return Some((rest, Of { time: Some(time.clone()), ..of }));
    }
    whole_of(c.skip(1))
}

fn whole_of(c: Chunks<'_>) -> Option<(Chunks<'_>, Of)> {
    let look = c;
    // "of the combined volume of the top five".
    if let Some(after) = volume_of_top(look) {
        return Some(after);
    }
    if let Some(found) = owners::of_the_top(look) {
        return Some(found);
    }
    if look.is(0, words!["them", "these", "those", "it"]) && !look.is(1, words!["of", "in", "from"]) {
        return Some((look.skip(1), Of::all(Some(Np::carried(look.span(look.at, look.at + 1))))));
    }
    // "three quarters of that": of the figure that was said last.
    let ends = |ahead: usize| {
        super::fronted::is_stop(look, ahead)
            || look.verb(ahead).is_some()
            || look.is(ahead, words!["and", "on", "by"])
    };
    // "of that total", "of that volume": likewise.
    let noun = usize::from(matches!(look.noun(1), Some(Noun::Total | Noun::Volume)));
    if look.is(0, words!["that", "this", "which"]) && (ends(1 + noun)) {
        let np = Np { who: Who::Figure, ..Np::carried(look.span(look.at, look.at + 1 + noun)) };
        return Some((look.skip(1 + noun), Of::all(Some(np))));
    }
    // "everything", "everything the platform handled".
    if look.is(0, words!["everything"]) {
        let rest = look.skip(1);
        let clause = rest.is(0, words!["the", "that"])
            && (rest.noun(1) == Some(Noun::Field) || super::adjunct::is_field(rest.skip(1)))
            && rest.verb(2).is_some_and(|verb| verb.frames.any(Frames::USE));
        return Some((rest.skip(if clause { 3 } else { 0 }), Of::all(None)));
    }
    // "of what X processed".
    if look.is(0, words!["what"]) {
        return owners::that_it_did(look.skip(1), Of::all(None)).filter(|(_, of)| of.whole.is_some());
    }
    if owners::of_an_owner(look) {
        return None;
    }
    let count = everything_words(look);
    if let Some(found) = of_units(look, count) {
        return Some(found);
    }
    // A comma ends the whole: "with 15 % of all tokens, X led".
    let end = (0..12).find(|ahead| look.is(*ahead, words![","])).map_or(look.to, |comma| look.at + comma);
    if let Some((rest, np)) = noun_phrase(look.until(end)) {
        let rest = Chunks { to: look.to, ..rest };
        return match np.who {
            Who::Named(_) | Who::Other => Some((rest, Of::all(Some(np)))),
            // "of all weekly downloads": everything, of that metric.
            Who::Total | Who::Carried if matches!(np.about, About::Metric(_)) && !np.share => {
                Some((rest, Of::all(Some(Np { who: Who::Total, ..np }))))
            }
            Who::Total | Who::Carried if np.about != About::Nothing || np.who == Who::Total => {
                Some((rest, Of::all(None)))
            }
            _ => None,
        };
    }
    if look.is(0, words!["everything"]) {
        return Some((look.skip(1), Of::all(None)));
    }
    // "of total".
    if count > 0 && look.is(count - 1, words!["total"]) && super::fronted::is_stop(look, count) {
        return Some((look.skip(count), Of::all(None)));
    }
    let field =
        look.noun(count) == Some(Noun::Field) || matches!(look.noun(count), Some(Noun::Volume | Noun::Total));
    field.then(|| (look.skip(count + 1), Of::all(None)))
}

/// "all", "the total", "all weekly": how many words before what is counted.
fn everything_words(c: Chunks<'_>) -> usize {
    let mut count = 0;
    while c.is(
        count,
        words![
            "all", "the", "total", "weekly", "global", "overall", "platform", "combined", "entire", "those",
            "that",
        ],
    ) || (c.entry(count).known && c.noun(count).is_none())
    {
        count += 1;
    }
    count
}

/// "of all tokens", "of tokens", "of the tokens processed by the top five".
fn of_units(c: Chunks<'_>, count: usize) -> Option<(Chunks<'_>, Of)> {
    let Some(Phrase::Name(names)) = c.phrase(count) else {
        return None;
    };
    let everything = match crate::en::phrase::units(names).as_slice() {
        [] => return None,
        [metric] => Some(Np {
            who: Who::Total,
            about: About::Metric(*metric),
            ..Np::carried(c.span(c.at, c.at + count + 1))
        }),
        _ => None,
    };
    let mut look = c.skip(count + 1);
    if look.is(0, words!["processed", "used", "consumed", "served", "handled", "routed"]) {
        look = look.skip(1);
    }
    if look.is(0, words!["by", "of", "from"])
        && let Some(Phrase::Place(Place::Top(n))) = look.phrase(1)
    {
        return Some((look.skip(2), Of::top(everything, *n)));
    }
    if let Some((rest, np)) = of_kind(look) {
        let about = everything.as_ref().map_or(About::Nothing, |whole| whole.about);
        return Some((rest, Of::all(Some(Np { about, ..np }))));
    }
    Some((look, Of::all(everything)))
}

/// "[the] [total] volume of the top five".
fn volume_of_top(c: Chunks<'_>) -> Option<(Chunks<'_>, Of)> {
    let rest = skip_figure_words(c);
    if rest.at == c.at || !rest.is(0, words!["of", "among", "across", "for"]) {
        return None;
    }
    let Some(Phrase::Place(Place::Top(n))) = rest.phrase(1) else {
        return None;
    };
    let metric = (c.at..rest.at).find_map(|place| match &c.all.get(place)?.phrase {
        Phrase::Name(names) => crate::en::phrase::metric(names),
        _ => None,
    });
    let span = c.span(c.at, rest.at);
    let rest = rest.skip(2);
    let (rest, among) = match rest.is(0, words!["among", "amongst"]) {
        true => super::rank::among(rest),
        false => (rest, None),
    };
    let named =
        among.or_else(|| Some(Np { who: Who::Total, ..Np::carried(span) }).filter(|_| metric.is_some()));
    let whole = named.map(|np| match metric {
        Some(metric) => Np { about: About::Metric(metric), ..np },
        None => np,
    });
    Some((rest, Of::top(whole, *n)))
}

/// "total weekly call volume", "combined tokens".
fn skip_figure_words(c: Chunks<'_>) -> Chunks<'_> {
    let mut rest = c;
    loop {
        let named = matches!(rest.phrase(0), Some(Phrase::Name(n)) if crate::en::phrase::metric(n).is_some() || !crate::en::phrase::units(n).is_empty());
        let noun = matches!(rest.noun(0), Some(Noun::Volume | Noun::Total));
        if !(named
            || noun
            || rest.is(0, words!["the", "total", "weekly", "combined", "overall"])
            || rest.entry(0).known)
        {
            return rest;
        }
        rest = rest.skip(1);
    }
}

/// The pieces of a participle "accounting for P % of …".
pub(super) fn piece(value: Quantity, of: Option<Of>) -> Piece {
    let (whole, top) = of.map_or((None, None), |of| (of.whole, of.top));
    Piece::main(Act::Share { value, whole, top })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn parts_of_everything_and_of_a_group() {
        assert_read(&[
            (
                "With a 15.3% share of all tokens, Alder ranked first last week.",
                &[
                    "Alder accounted for 15.3 percent of the total call volume",
                    "Alder ranked number 1 by call volume",
                ],
            ),
            (
                "Some 43% of last week's tokens were processed by northern models.",
                &["the north accounted for about 43 percent of the total call volume"],
            ),
            (
                "Alder's share of the south's volume rose to 40% last week.",
                &["Alder accounted for 40 percent of the south"],
            ),
            (
                "The north's share of all tokens passed 40% last week.",
                &["the north accounted for more than 40 percent of the total call volume"],
            ),
            (
                "the north accounted for 43% of all tokens, against 33% for the south.",
                &[
                    "the north accounted for 43 percent of the total call volume",
                    "the south accounted for 33 percent of the total call volume",
                ],
            ),
        ]);
    }

    #[test]
    fn a_percentage_of_what_is_not_known() {
        assert_listed(&[
            "Alder accounted for 43% of paying users last week.",
            "Alder rose 14% of the total.",
        ]);
    }
}
