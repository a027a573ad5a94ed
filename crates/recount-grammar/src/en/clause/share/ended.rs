//! Shares behind other verbs: `finished with 43.7 % of all tokens`, `fell below 10 %`.

use super::*;

/// "finished with 43.7 % of all tokens", "ended up with a 12 % share".
pub(super) fn ended_with<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    let ends = frames.any(Frames::RANK) && !frames.any(Frames::UP.and(Frames::DOWN).and(Frames::DEBUT));
    let c = c.skip(usize::from(c.is(0, words!["up"]) && c.is(1, words!["with", "at"])));
    if !ends || !c.is(0, words!["with", "at"]) {
        return None;
    }
    let (rest, value, of @ Some(_)) = percentage(skip_adverbs(c.skip(1)))? else { return None };
    Some((rest, Outcome { pieces: vec![Piece { main: true, ..piece(value, of) }], ..Outcome::default() }))
}

/// "[its share] fell below 10 %", "rose above 40 %": what it is now.
pub(super) fn crossed<'p>(c: Chunks<'p>, subject: &Np, frames: Frames) -> Read<'p> {
    let first = c.get(0).map_or("", |chunk| c.lower(chunk.first));
    const MOVES: Frames =
        Frames::RANK.and(Frames::BELONG).and(Frames::ENTER).and(Frames::SET).and(Frames::DISPLACE);
    let (falls, rises) = (frames.any(Frames::DOWN), frames.any(Frames::UP));
    let moves = frames.any(MOVES) && falls == rises;
    let down = matches!(first, "below" | "under" | "beneath" | "south") && (falls || moves);
    let up = matches!(first, "above" | "over" | "past" | "beyond" | "north" | "through") && (rises || moves);
    if !subject.share || !(down || up) {
        return None;
    }
    let (rest, value) = match c.phrase(0)? {
        Phrase::Percent(value) => (c.skip(1), value.clone()),
        _ => match c.phrase(1)? {
            Phrase::Percent(value) if value.hedge == Hedge::Bare => (c.skip(2), value.clone()),
            _ => return None,
        },
    };
    let hedge = if down { Hedge::LessThan } else { Hedge::MoreThan };
    let plain = matches!(value.hedge, Hedge::Bare | Hedge::LessThan | Hedge::MoreThan) && !value.falling;
    let act = Act::Share { value: Quantity { hedge, ..value }, whole: None, top: None };
    plain.then(|| (rest, Outcome::one(act)))
}

/// Is the percentage called a share, "43 % share", "a share of 43 %"?
pub(super) fn noun_follows(c: Chunks<'_>) -> bool {
    // "a share of 43 %", "a market share of 43 %".
    let article = usize::from(c.is(0, words!["a", "an", "its", "the"]));
    let market = usize::from(c.is(article, words!["market"]) || c.entry(article).known);
    let of = |ahead: usize| c.noun(ahead) == Some(Noun::Share) && c.is(ahead + 1, words!["of"]);
    if article > 0 && (of(article) || market > 0 && of(article + market)) {
        return true;
    }
    figure(c).is_some_and(|(rest, _)| rest.noun(0) == Some(Noun::Share) || rest.noun(1) == Some(Noun::Share))
}
