//! Lists and steps: `the film list`, `the singles chart`, `up one`, `from six to
//! seven`.

use super::*;
use crate::en::clause::Who;

/// "[topped] the box office", "the singles chart": what is counted, by name.
pub(super) fn by_name(c: Chunks<'_>) -> Option<(Chunks<'_>, recount_model::MetricId)> {
    let look = c.is(0, words!["the", "this"]).then(|| c.skip(1))?;
    let look = look.skip(usize::from(look.is(0, words!["weekly", "overall", "weekend"])));
    let Phrase::Name(names) = look.phrase(0)? else { return None };
    let metric = crate::en::phrase::metric(names)?;
    let rest = look.skip(1);
    let rest = rest.skip(usize::from(rest.noun(0) == Some(Noun::Board)));
    ends(rest).then_some((rest, metric))
}

/// "the film list", "this week's films chart", where films are only some of all;
/// also where that is the name of a group itself.
pub(in crate::en::clause) fn kind_list(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let look = match c.phrase(0)? {
        Phrase::Time(_) if c.is(1, words!["'s", "’s"]) => c.skip(2),
        _ => c.skip(usize::from(c.is(0, words!["the", "this", "its"]))),
    };
    let look = look.skip(usize::from(look.is(0, words!["weekly", "global", "overall", "official"])));
    let (Phrase::Adjective(names) | Phrase::Name(names)) = look.phrase(0)? else { return None };
    let group: Vec<_> = crate::en::phrase::subjects(names).collect();
    let board = |ahead: usize| {
        look.noun(ahead) == Some(Noun::Board)
            || matches!(look.phrase(ahead), Some(Phrase::Place(Place::Board | Place::Top(_))))
    };
    let last = look.get(0).and_then(|chunk| chunk.end.checked_sub(1)).map_or("", |last| look.lower(last));
    let own = crate::en::lexicon::look_up(last).noun == Some(Noun::Board);
    let among = Np { who: Who::Named(vec![group.clone()]), ..Np::carried(c.span(look.at, look.at + 1)) };
    let one = matches!(group.as_slice(), [recount_model::Subject::Group(_)]);
    (one && (board(1) || own)).then(|| (look.skip(1 + usize::from(board(1))), among))
}

/// "the film top ten", "the films top ten": the first ten of the films.
pub(super) fn kind_top(c: Chunks<'_>) -> Option<(Chunks<'_>, Place, Np)> {
    let look = c.skip(usize::from(c.is(0, words!["the", "this"])));
    let Some(Phrase::Place(found @ Place::Top(_))) = look.phrase(1) else { return None };
    let (rest, among) = kind_list(c)?;
    (rest.at == look.at + 2).then_some((rest, *found, among))
}

/// "No. 3 on the film list": among films, whatever the place is told by.
pub(in crate::en::clause) fn on_list<'p>(
    (rest, mut outcome): (Chunks<'p>, Outcome),
) -> (Chunks<'p>, Outcome) {
    if !rest.is(0, words!["on", "in", "of", "among", "from"]) {
        return (rest, outcome);
    }
    let Some((after, np)) = kind_list(rest.skip(1)) else { return (rest, outcome) };
    let mut ranks = outcome.pieces.iter_mut().filter_map(|piece| match &mut piece.act {
        Act::Rank { among, .. } if piece.who.is_none() => Some(among),
        _ => None,
    });
    let mut found = false;
    ranks.by_ref().filter(|among| among.is_none()).for_each(|among| {
        *among = Some(np.clone());
        found = true;
    });
    if found { (after, outcome) } else { (rest, outcome) }
}

/// "entered the film list at No. 3", "debuted on the film list in second place",
/// "left the film list".
pub(super) fn onto_list<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::ENTER.and(Frames::DEBUT).and(Frames::RANK)) {
        return None;
    }
    let look = c.skip(usize::from(c.is(0, words!["on", "onto", "into", "in"])));
    let enters = frames.any(Frames::ENTER.and(Frames::DEBUT)) || c.is(0, words!["onto", "into"]);
    let (rest, among) = kind_list(look)?;
    let (rest, place) = rest.is(0, words!["at", "in"]).then(|| at_place(rest)).flatten()?;
    let movement = enters.then_some(Movement::Entered);
    matches!(place, Place::At(_))
        .then(|| (rest, Outcome::one(Act::Rank { place, movement, among: Some(among) })))
}

/// "X holds at No. 3 with Y": of whom several things are listed, the place is that
/// of the one which is named behind it.
pub(in crate::en::clause) fn with_title<'p>(
    (rest, mut outcome): (Chunks<'p>, Outcome),
    subject: &Np,
) -> (Chunks<'p>, Outcome) {
    use recount_model::Subject;
    let groups = |who: &Who| match who {
        Who::Named(names) => names.iter().flatten().all(|name| matches!(name, Subject::Group(_))),
        _ => false,
    };
    if !rest.is(0, words!["with"]) || !groups(&subject.who) {
        return (rest, outcome);
    }
    let Some((after, np)) = noun_phrase(rest.skip(1)) else { return (rest, outcome) };
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && !groups(&np.who);
    let ranks =
        outcome.pieces.iter().all(|piece| matches!(piece.act, Act::Rank { .. }) && piece.who.is_none());
    if !one || !ranks || np.about != crate::en::clause::About::Nothing || np.share {
        return (rest, outcome);
    }
    outcome.pieces.iter_mut().for_each(|piece| piece.who = Some(np.clone()));
    (after, outcome)
}

/// "stayed atop the box office".
pub(super) fn atop<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if c.get(0).is_none_or(|chunk| c.lower(chunk.first) != "atop") {
        return None;
    }
    let (rest, metric) = by_name(c.skip(1))?;
    let movement = movement(frames, "", Place::At(1))?;
    let mut outcome = Outcome::one(Act::Rank { place: Place::At(1), movement, among: None });
    outcome.adjuncts.about = Some(crate::en::clause::About::Metric(metric));
    Some((rest, outcome))
}

/// "up one", "down two places": how many chunks it takes.
pub(in crate::en::clause) fn steps(c: Chunks<'_>) -> usize {
    let number = matches!(c.phrase(1), Some(Phrase::Number(_))) || c.is(1, words!["one", "a"]);
    let place = c.noun(2) == Some(Noun::Place);
    let counted = c.is(0, words!["up", "down"]) && number && (place || !c.is(1, words!["a"]));
    if counted { 2 + usize::from(place) } else { 0 }
}

/// "[entered the chart] at No. 3", "at seven".
pub(super) fn place_within(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    if !c.is(0, words!["at", "in"]) {
        return None;
    }
    match (at_place(c), c.phrase(1)) {
        (Some((rest, at @ Place::At(_))), _) => Some((rest, at)),
        (_, Some(Phrase::Number(n))) if c.is(0, words!["at"]) && *n > 0 && ends(c.skip(2)) => {
            Some((c.skip(2), Place::At(*n)))
        }
        _ => None,
    }
}

/// "took over first place [from X]", "took over at the top", "took over as leader".
pub(super) fn took_over<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !c.is(0, words!["over"]) || !frames.any(Frames::TAKE) || frames.any(Frames::ADD) {
        return None;
    }
    let look = c.skip(1);
    let as_leader = look.is(0, words!["as"]) && look.is(1, words!["leader", "frontrunner"]);
    let (rest, found) = match as_leader {
        true => (look.skip(2), Place::At(1)),
        false => at_place(look).or_else(|| place(look.skip(usize::from(look.is(0, words!["as"])))))?,
    };
    let took = Some(Movement::Took);
    let mut outcome = Outcome::one(Act::Rank { place: found, movement: took, among: None });
    let rest = chart::taken_from(rest, found, took, &mut outcome);
    matches!(found, Place::At(_)).then_some((rest, outcome))
}

/// "[among] the first six": places; "the first six weeks" are none.
pub(super) fn first_few(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    let first = c.is(1, words!["first"]) || matches!(c.phrase(1), Some(Phrase::Ordinal(1)));
    let Some(Phrase::Number(n)) = c.phrase(2) else { return None };
    let whole = c.word_before() == "among" && c.is(0, words!["the"]) && first;
    let ends = crate::en::clause::fronted::is_stop(c, 3) || matches!(c.phrase(3), Some(Phrase::Time(_)));
    (whole && ends).then(|| (c.skip(3), Place::Top(*n)))
}

/// "six", "7": a small number that may be a place.
pub(super) fn bare_place(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    match c.phrase(0)? {
        Phrase::Number(n @ 1..=200) if ends(c.skip(1)) || c.is(1, words!["to", "into"]) => {
            Some((c.skip(1), Place::At(*n)))
        }
        _ => None,
    }
}

/// "all models", "individual models", "the models": no restriction at all. How
/// many chunks it takes; zero where it restricts.
pub(in crate::en::clause) fn is_everything(c: Chunks<'_>) -> usize {
    let mut count = 0;
    loop {
        // "the most-used models".
        let used = c.is(count, words!["most"])
            && (c.is(count + 1, words!["used", "popular"])
                || crate::token::is_hyphen(c.word(count + 1)) && c.is(count + 2, words!["used"]));
        if used {
            count += if c.is(count + 1, words!["used", "popular"]) { 2 } else { 3 };
        } else if c.is(count, words!["all", "the", "individual", "single", "global"])
            || (c.entry(count).known && c.noun(count).is_none())
        {
            count += 1;
        } else {
            break;
        }
    }
    if c.noun(count) == Some(Noun::Thing) { count + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn lists_of_their_own() {
        assert_read(&[
            (
                "On the southern chart, Birch ranked second.",
                &["Birch ranked number 2 by call volume among the south"],
            ),
            (
                "Birch was No. 2 on the southern list.",
                &["Birch ranked number 2 by call volume among the south"],
            ),
            (
                "Birch entered the southern list at No. 3.",
                &[
                    "Birch entered at number 3 by call volume among the south compared with the week of 15 June 2026",
                ],
            ),
            (
                "Birch spent a third consecutive week at No. 1 on the southern chart.",
                &["Birch ranked number 1 by call volume among the south for the 3rd consecutive week"],
            ),
            ("Among southern models, Birch led.", &["Birch ranked number 1 by call volume among the south"]),
            (
                "The south holds at No. 3 with Birch.",
                &["Birch stayed at number 3 by call volume compared with the week of 15 June 2026"],
            ),
        ]);
    }

    #[test]
    fn somewhere_else() {
        assert_listed(&[
            "On paid plans, Birch ranked second.",
            "Birch ranked second on the list of complaints.",
        ]);
    }
}
