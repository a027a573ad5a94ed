//! Where a change came from and where it went: `went up by 8 %`, `fell below 4
//! trillion`, `up from 3.9 trillion`, `up 2 % from last week's 229,000`.

use super::*;
use crate::en::clause::verb_group::skip_degree;

/// "[up 2 % from last week]'s 229,000": what it was then.
pub(in crate::en::clause) fn of_then<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Chunks<'p> {
    if !c.is(0, words!["'s", "’s"]) {
        return c;
    }
    let Some((after, phrase @ Phrase::Amount { .. })) = figure(c.skip(1)) else { return c };
    let (Some(time), Some(act)) = (outcome.adjuncts.times.last().cloned(), level_of(phrase)) else {
        return c;
    };
    let then = Time { role: Role::At, ..time };
    outcome.pieces.push(Piece { anchor: Anchor::Earlier, times: vec![then], ..Piece::beside(act) });
    level::skip_unit(after)
}

/// "to close at 4,201.6": where it came, no purpose.
pub(in crate::en::clause) fn closes(c: Chunks<'_>) -> bool {
    let behind = to_close_at(c);
    behind.at > c.at + 1 && figure(skip_adverbs(behind)).is_some()
}

/// "to", "to close at", "to end the week at": behind it.
pub(super) fn to_close_at(c: Chunks<'_>) -> Chunks<'_> {
    // "The close" may be a name of what is counted.
    let word = c.get(1).filter(|chunk| chunk.end == chunk.first + 1).map_or("", |chunk| c.lower(chunk.first));
    let closes = c.is(0, words!["to"])
        && matches!(word, "close" | "end" | "finish" | "settle" | "stand" | "trade" | "conclude");
    let week = 2 * usize::from(c.is(2, words!["the"]) && c.is(3, words!["week", "day", "session"]));
    let week = if matches!(c.phrase(2), Some(Phrase::Time(_))) { 1 } else { week };
    match closes && c.is(2 + week, words!["at", "on"]) {
        true => c.skip(3 + week),
        false => c.skip(1),
    }
}

/// "[went] up by 8 % to 4 trillion".
pub(super) fn went<'p>(c: Chunks<'p>, frames: Frames, subject: &Np) -> Read<'p> {
    let goes = frames.any(Frames::BELONG) && frames.any(Frames::RANK);
    let passed = c.is(0, words!["by"]) && matches!(c.word_before(), "up" | "down");
    let c = if passed { Chunks { at: c.at - 1, ..c } } else { c };
    if !goes || !c.is(0, words!["up", "down"]) || !(c.is(1, words!["by"]) || figure(c.skip(1)).is_some()) {
        return None;
    }
    moved(c.skip(1), c.is(0, words!["down"]), matches!(subject.about, About::Metric(_)))
}

/// "slipped under the four million mark", "rose past the 5 trillion threshold".
fn mark<'p>(c: Chunks<'p>) -> Read<'p> {
    use recount_model::Hedge;
    let hedge = match c.word(0) {
        "under" | "below" | "beneath" => Hedge::LessThan,
        "over" | "above" | "past" | "beyond" => Hedge::MoreThan,
        _ => return None,
    };
    let Some(Phrase::Amount { quantity, metrics }) = c.phrase(2).filter(|_| c.is(1, words!["the"])) else {
        return None;
    };
    let rest = level::skip_unit(c.skip(3));
    if rest.noun(0) != Some(Noun::Mark) || quantity.hedge != Hedge::Bare {
        return None;
    }
    let value = Quantity { hedge, ..quantity.clone() };
    Some((rest.skip(1), Outcome::one(Act::Level { value, metrics: metrics.clone() })))
}

/// "fell below 4 trillion", "rose above 5 trillion", "fell short of 4 trillion":
/// where it came, not by how much.
pub(super) fn beyond<'p>(c: Chunks<'p>, falling: bool) -> Read<'p> {
    if let Some(found) = mark(c) {
        return Some(found);
    }
    let short = c.are(&["short", "of"]);
    let look = if short { c.skip(2) } else { c };
    let phrase @ Phrase::Amount { quantity, metrics } = look.phrase(0)? else {
        return None;
    };
    let first = look.get(0).map_or("", |chunk| look.lower(chunk.first));
    // "fell just short of 3 trillion": nearly so much, not by so much.
    let just = look.get(0).is_some_and(|chunk| {
        chunk.first + 1 < chunk.end && matches!(look.lower(chunk.first + 1), "short" | "shy")
    });
    let act = match first {
        "short" | "shy" => Act::Level {
            value: Quantity { hedge: recount_model::Hedge::LessThan, ..quantity.clone() },
            metrics: metrics.clone(),
        },
        _ if just => level_of(phrase)?,
        "below" | "under" | "beneath" | "above" | "over" | "past" | "beyond" => level_of(phrase)?,
        // "Fell north of 300 billion": by more than that.
        "south" if falling => level_of(phrase)?,
        "north" if !falling => level_of(phrase)?,
        _ if short => Act::Level {
            value: Quantity { hedge: recount_model::Hedge::LessThan, ..quantity.clone() },
            metrics: metrics.clone(),
        },
        _ => return None,
    };
    let rest = level::skip_unit(look.skip(1));
    let rest = if rest.noun(0) == Some(Noun::Mark) { rest.skip(1) } else { rest };
    Some((rest, Outcome::one(act)))
}

/// "up from 3.9 trillion [a week earlier]", "down from 72 % a year ago", "down from last
/// week's record of 3.9 trillion": what it was before.
pub(in crate::en::clause) fn came_from(c: Chunks<'_>) -> Option<(Chunks<'_>, Vec<Piece>)> {
    let c = skip_degree(c);
    if !c.is(0, words!["up", "down", "off"]) {
        return None;
    }
    // "down slightly from 8.1 trillion": the word before "from" tells nothing more.
    let c = Chunks { at: skip_degree(c.skip(1)).at - 1, ..c };
    let came = |piece: Piece| Piece { came_from: true, ..piece };
    let from = c.is(1, words!["from"]);
    let timed = matches!(c.phrase(1), Some(Phrase::Time(_)))
        && c.get(1).is_some_and(|chunk| c.lower(chunk.first) == "from");
    if let Some((rest, found)) = (from || timed).then(|| was(c.skip(1 + usize::from(from)))).flatten() {
        return Some((rest, found.pieces()?.into_iter().map(came).collect()));
    }
    if !from {
        return None;
    }
    let (rest, (phrase, mut times)) = end_of_way(c.skip(1), &["from"])?;
    let act = match phrase {
        Phrase::Percent(value) => Act::Share { value: value.clone(), whole: None, top: None },
        _ => level_of(phrase)?,
    };
    let anchor = if times.is_empty() { Anchor::Before } else { Anchor::Earlier };
    for time in &mut times {
        time.role = Role::At;
    }
    let mut pieces = vec![came(Piece { times, anchor, ..Piece::beside(act) })];
    // "were up from 2.0 trillion to 2.8 trillion".
    match end_of_way(rest, &["to"]) {
        Some((after, (phrase @ Phrase::Amount { .. }, times)))
            if matches!(pieces[0].act, Act::Level { .. }) =>
        {
            pieces.push(Piece { times, anchor: Anchor::End, ..Piece::main(level_of(phrase)?) });
            Some((after, pieces))
        }
        _ => Some((rest, pieces)),
    }
}

/// "[edged] up to 43 %": where it went, no upper limit.
pub(super) fn up_to<'p>(c: Chunks<'p>) -> Read<'p> {
    let first = c.get(0).filter(|chunk| c.lower(chunk.first) == "up" && chunk.end > chunk.first + 1)?;
    let quantity = match &first.phrase {
        Phrase::Percent(quantity) | Phrase::Amount { quantity, .. } if quantity.hedge == Hedge::UpTo => {
            quantity
        }
        _ => return None,
    };
    let bare = Quantity { hedge: Hedge::Bare, ..quantity.clone() };
    let act = match &first.phrase {
        Phrase::Percent(_) => Act::Share { value: bare, whole: None, top: None },
        Phrase::Amount { metrics, .. } => Act::Level { value: bare, metrics: metrics.clone() },
        _ => return None,
    };
    let rest = level::skip_unit(c.skip(1));
    let mut outcome = Outcome::default();
    // "edged up to 43 % from 42 %".
    let rest = match end_of_way(rest, &["from"]) {
        Some((after, (phrase, times))) => {
            let old = match phrase {
                Phrase::Percent(value) => Act::Share { value: value.clone(), whole: None, top: None },
                _ => level_of(phrase)?,
            };
            let anchor = match phrase {
                Phrase::Percent(_) if times.is_empty() => Anchor::Open,
                _ if times.is_empty() => Anchor::Before,
                _ => Anchor::Earlier,
            };
            let times = times.into_iter().map(|time| Time { role: Role::At, ..time }).collect();
            outcome.pieces.push(Piece { times, anchor, ..Piece::beside(old) });
            after
        }
        None => rest,
    };
    outcome.pieces.push(Piece::main(act));
    Some((rest, outcome))
}

/// "lost volume", "gained usage", "added listeners".
pub(super) fn lost_volume<'p>(c: Chunks<'p>, falling: bool) -> Read<'p> {
    let counted = matches!(c.phrase(0), Some(Phrase::Name(names))
        if !crate::en::phrase::units(names).is_empty() && crate::en::phrase::subjects(names).next().is_none());
    ((counted || c.noun(0) == Some(Noun::Volume)) && ends_there(c.skip(1))).then(|| {
        let value = Quantity::direction(falling, Unit::Percent);
        (c.skip(1), Outcome::one(Act::Change { value }))
    })
}

fn ends_there(c: Chunks<'_>) -> bool {
    crate::en::clause::fronted::clause_ends(c)
        || matches!(c.phrase(0), Some(Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_)))
}

/// "rose for a fourth week to 3,150", "fell for a second week by 8 %": the weeks
/// before the figures.
pub(super) fn over_weeks<'p>(c: Chunks<'p>, falling: bool, outcome: &mut Outcome) -> Chunks<'p> {
    match c.phrase(0) {
        Some(Phrase::Weeks(weeks))
            if c.is(1, words!["to", "by", "from"])
                && figure(skip_adverbs(c.skip(2)))
                    .is_some_and(|(_, phrase)| !matches!(phrase, Phrase::Number(_))) =>
        {
            outcome.adjuncts.weeks = Some(*weeks);
            let value = Quantity::direction(falling, Unit::Percent);
            outcome.pieces.push(Piece::main(Act::Change { value }));
            c.skip(1)
        }
        _ => c,
    }
}

/// What follows a verb of rising or falling.
pub(super) fn rose<'p>(c: Chunks<'p>, subject: &Np, frames: Frames, falling: bool) -> Read<'p> {
    // "edged down 0.4 million", "ticked up".
    if frames.any(Frames::UP)
        && let Some(found) = up_to(c)
    {
        return Some(found);
    }
    let way = c.is(0, UPWARDS) || c.is(0, words!["down", "lower", "downward", "downwards"]);
    let falling = if way && frames.any(Frames::UP) { !c.is(0, UPWARDS) } else { falling };
    // "slipped up", "eased up 3 %": no fall.
    if (c.is(0, UPWARDS) || c.word_before() == "up") && frames.any(Frames::DOWN) && !frames.any(Frames::UP) {
        return None;
    }
    // "picked up 44 million hours": so many more, or so many.
    let picked = way && matches!(c.word_before(), "pick" | "picks" | "picked" | "picking");
    let c = if way { c.skip(1) } else { c };
    let counted = matches!(subject.about, About::Metric(_));
    if frames.any(Frames::ADD.and(Frames::LOSE))
        && let Some(found) = lost_volume(c, falling)
    {
        return Some(found);
    }
    let amount = matches!(c.phrase(0), Some(Phrase::Amount { .. }));
    let (rest, mut outcome) = moved(c, falling, counted)?;
    // "X faded last week", "X went down": in volume, in the eyes of people, for an hour?
    let alone = outcome
        .pieces
        .iter()
        .all(|piece| matches!(&piece.act, Act::Change { value } if value.is_direction()));
    let told = matches!(skip_adverbs(rest).phrase(0), Some(Phrase::Weeks(_) | Phrase::First(_)));
    if frames.any(Frames::FIGURE) && alone && subject.about == About::Nothing && !told {
        return None;
    }
    outcome.adjuncts.added |= picked && amount;
    Some((rest, outcome))
}

/// Where a way began, and when.
pub(super) fn began(outcome: &mut Outcome, mut piece: Piece, phrase: &Phrase<'_>, times: Vec<Time>) {
    // "from 72 % to 33 %" of a share does not say when the first was.
    piece.anchor = match phrase {
        Phrase::Percent(_) if times.is_empty() => Anchor::Open,
        _ if times.is_empty() => Anchor::Before,
        _ => Anchor::Earlier,
    };
    // "down 26 % from 7.3 million in the week of May 18": against that week.
    let changed = outcome.pieces.iter().any(|piece| matches!(piece.act, Act::Change { .. }));
    let based = outcome.adjuncts.times.iter().any(|time| time.role == Role::Base);
    if let Some(time) = times.first().filter(|_| changed && !based && outcome.adjuncts.weeks.is_none()) {
        outcome.adjuncts.times.push(Time { role: Role::Base, ..time.clone() });
    }
    piece.times = times.into_iter().map(|time| Time { role: Role::At, ..time }).collect();
    outcome.pieces.push(piece);
}

/// "From zero to two trillion": a turn of phrase, no figure.
pub(super) fn is_nothing(phrase: &Phrase<'_>) -> bool {
    let Phrase::Amount { quantity, .. } = phrase else { return false };
    matches!(quantity.figure, Figure::Decimal(decimal) if decimal.mantissa == 0)
}
