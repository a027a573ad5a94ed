//! A rise or a fall that takes somebody somewhere: `a 14 % gain took X to 4 trillion tokens`,
//! `the decline pushed X's volume below 3 trillion`.

use recount_model::{Hedge, Movement, Quantity, Unit};

use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::{Outcome, Piece, level_of};
use crate::en::clause::{Act, Np, Who, change, level, rank};
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::Time;
use crate::en::phrase::weeks::WeeksRunning;
use crate::en::phrase::{Chunks, Phrase};

/// Is the word a verb of what takes somebody somewhere?
fn carries(c: Chunks<'_>) -> bool {
    let moves = Frames::BRING.and(Frames::RAISE).and(Frames::CUT);
    c.verb(0).is_some_and(|verb| verb.form != Form::Base && verb.frames.any(moves))
}

/// "A 14 % gain took X to 4 trillion tokens": a rise or a fall, the one who had
/// it, and where it came. "The decline pushed X below 3 trillion", "That took X to 4
/// trillion": where it came.
pub(in crate::en::clause) fn caused(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    let (rest, value, mut told) = mover(c)?;
    let have = usize::from(rest.is(0, words!["have", "has"]) && carries(rest.skip(1)));
    let rest = (have > 0 || carries(rest)).then(|| rest.skip(1 + have))?;
    let (rest, np) = noun_phrase(rest).filter(|(_, np)| np.who != Who::Unknown && !np.share)?;
    // Where six weeks took it, it may have been for one of them.
    let known = value.as_ref().is_some_and(|piece| piece.weeks.is_none());
    let mut outcome = Outcome { pieces: value.into_iter().collect(), ..Outcome::default() };
    let look = if rest.is(0, words!["up", "down", "back"]) { rest.skip(1) } else { rest };
    let rest = to_place(look, &mut outcome, known)
        .or_else(|| beyond(look, &mut outcome))
        .or_else(|| at_amount(look, &mut outcome))
        .or_else(|| change::to_and_from(look, &mut outcome))?;
    outcome.adjuncts.times.append(&mut told);
    Some((rest, np, outcome))
}

/// "a 14 % gain"; "the decline", "that": of how much, is not said.
fn mover(c: Chunks<'_>) -> Option<(Chunks<'_>, Option<Piece>, Vec<Time>)> {
    if c.is(0, words!["that", "this", "which"]) && carries(c.skip(1)) {
        return Some((c.skip(1), None, Vec::new()));
    }
    // "Six straight weeks of growth have carried X to 4 trillion".
    if let Phrase::Weeks(weeks) = c.phrase(0)? {
        let (rest, falling) = crate::en::clause::tail::weeks_of(c.skip(1))?;
        let act = Act::Change { value: Quantity::direction(falling, Unit::Percent) };
        let weeks = WeeksRunning { cumulative: weeks.cumulative && weeks.ordinal, ..*weeks };
        return Some((rest, Some(Piece { weeks: Some(weeks), ..Piece::main(act) }), Vec::new()));
    }
    if !c.is(0, words!["a", "an", "the", "another", "that", "this", "its", "their"]) {
        return None;
    }
    if let Some((rest, value, told)) = change::change_noun(c).filter(|(_, value, _)| !value.is_direction()) {
        return Some((rest, Some(Piece::main(Act::Change { value })), told));
    }
    let mut look = c.skip(1);
    while look.entry(0).adverb || look.is(0, words!["weekly", "latest", "sharp", "modest", "steep", "small"])
    {
        look = look.skip(1);
    }
    let moves = matches!(look.noun(0), Some(Noun::Rise | Noun::Fall | Noun::Change));
    (moves && carries(look.skip(1))).then(|| (look.skip(1), None, Vec::new()))
}

/// "[left X] at 4 trillion tokens".
fn at_amount<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    let look = c.is(0, words!["at", "on"]).then(|| c.skip(1))?;
    let (rest, phrase @ Phrase::Amount { .. }) = crate::en::clause::predicate::figure(look)? else {
        return None;
    };
    let rest = level::skip_unit(rest);
    // "left X at 4 trillion behind Y", "with 4 trillion to make up".
    let ends =
        crate::en::clause::fronted::is_stop(rest, 0) || matches!(rest.phrase(0), Some(Phrase::Time(_)));
    outcome.pieces.extend(ends.then(|| level_of(phrase).map(Piece::main)).flatten());
    ends.then_some(rest)
}

/// "[pushed X] below 3 trillion tokens", "past the 5 trillion mark".
fn beyond<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    let side = c.get(0).map_or("", |chunk| c.lower(chunk.first));
    let hedge = match side {
        "below" | "under" | "beneath" => Hedge::LessThan,
        "above" | "over" | "past" | "beyond" => Hedge::MoreThan,
        _ => return None,
    };
    // The amount may have taken the word for its hedge.
    let word = usize::from(matches!(c.phrase(0), Some(Phrase::Word(_))));
    let look = c.skip(word + usize::from(c.is(word, words!["the"])));
    let phrase @ Phrase::Amount { .. } = look.phrase(0)? else { return None };
    let Act::Level { mut value, metrics } = level_of(phrase)? else { return None };
    if look.at > c.at && value.hedge == Hedge::Bare {
        value.hedge = hedge;
    }
    let rest = level::skip_unit(look.skip(1));
    let rest = rest.skip(usize::from(rest.noun(0) == Some(Noun::Mark)));
    let fits = value.hedge == hedge;
    if fits {
        outcome.pieces.push(Piece::main(Act::Level { value, metrics }));
    }
    fits.then_some(rest)
}

/// "[lifted X] [two places] to seventh place", "into the top five".
fn to_place<'p>(c: Chunks<'p>, outcome: &mut Outcome, known: bool) -> Option<Chunks<'p>> {
    let counted = matches!(c.phrase(0), Some(Phrase::Number(_))) && c.noun(1) == Some(Noun::Place);
    let c = c.skip(2 * usize::from(counted));
    let look = c.is(0, words!["to", "into"]).then(|| c.skip(1))?;
    let (rest, place) = rank::place(look)?;
    let falling =
        outcome.pieces.iter().any(|piece| matches!(&piece.act, Act::Change { value } if value.falling));
    let movement = match (place, falling) {
        _ if !known => None,
        (Place::At(_), false) => Some(Movement::Up),
        (Place::At(_), true) => Some(Movement::Down),
        (Place::Top(_), false) => Some(Movement::Entered),
        _ => return None,
    };
    outcome.pieces.push(Piece::main(Act::Rank { place, movement, among: None }));
    Some(rest)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn what_takes_somebody_somewhere() {
        let six = "Alder rose for 6 consecutive weeks";
        assert_read(&[
            (
                "Six consecutive weeks of growth have carried Alder to 4.2 trillion tokens.",
                &[six, "Alder was 4.2 trillion tokens"],
            ),
            (
                "Six straight weeks of gains took Alder to 4.2 trillion tokens.",
                &[six, "Alder was 4.2 trillion tokens"],
            ),
            (
                "A fourth straight week of losses has left Alder at 4.2 trillion tokens.",
                &["Alder fell for the 4th consecutive week", "Alder was 4.2 trillion tokens"],
            ),
        ]);
        let level: &[&str] = &["Alder was 4.2 trillion tokens"];
        let under: &[&str] = &["Alder was less than 3 trillion tokens"];
        assert_read(&[
            ("That took Alder to 4.2 trillion tokens.", level),
            ("The gain lifted Alder's volume to 4.2 trillion tokens last week.", level),
            ("The decline pushed Alder's volume below 3 trillion tokens.", under),
            ("The drop dragged Alder below the 3 trillion mark.", under),
            (
                "The latest surge brought Alder past 3 trillion tokens.",
                &["Alder was more than 3 trillion tokens"],
            ),
            (
                "A 14% gain took Alder past 4 trillion tokens.",
                &["Alder rose by 14 percent", "Alder was more than 4 trillion tokens"],
            ),
            ("That put Alder into third place.", &["Alder ranked number 3 by call volume"]),
        ]);
        assert_listed(&[
            "The deal took Alder to 4.2 trillion tokens.",
            "That took Alder three weeks and 4 trillion tokens.",
        ]);
    }
}
