//! How long a place was held: `spent a sixth week at number one`, `spent the previous two
//! weeks in second place`.

use super::*;
use crate::en::phrase::weeks::WeeksRunning;

/// "spent a sixth week at number one", "logged nine weeks on top".
pub(super) fn spent<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    let frame = Frames::HOLD
        .and(Frames::LEVEL)
        .and(Frames::SET)
        .and(Frames::AUX)
        .and(Frames::SHARE)
        .and(Frames::TAKE);
    // "makes it two weeks at number one".
    if frames.any(Frames::ENTER) && c.is(0, words!["it"]) {
        return weeks_at(c.skip(1));
    }
    frames.any(frame).then(|| weeks_at(c).or_else(|| past_weeks_at(c))).flatten()
}

/// "[spent] the past two weeks in second place", "the previous two weeks on top": the latter
/// were over in the week before.
fn past_weeks_at<'p>(c: Chunks<'p>) -> Read<'p> {
    use crate::en::phrase::quantity::TimeUnit;
    use crate::en::phrase::time::When;
    let Phrase::Time(time) = c.phrase(0)? else { return None };
    let When::Back { count, unit: TimeUnit::Week, hedge: recount_model::Hedge::Bare } = time.when else {
        return None;
    };
    let chunk = c.get(0)?;
    let word = |word: &str| (chunk.first..chunk.end).any(|token| c.lower(token) == word);
    let before = word("previous") || word("preceding") || word("prior");
    if !(before || word("past") || word("last")) || count < 2 {
        return None;
    }
    let (rest, place) = at_place(c.skip(1))?;
    let weeks = crate::en::phrase::weeks::WeeksRunning {
        weeks: recount_model::Weeks::Exactly(count),
        ordinal: false,
        cumulative: false,
        consecutive: true,
        in_all: false,
        unit: TimeUnit::Week,
    };
    let act = Act::Rank { place, movement: None, among: None };
    let anchor = if before { Anchor::Before } else { Anchor::Clause };
    let piece = Piece { anchor, weeks: Some(weeks), ..Piece::main(act) };
    Some((rest, Outcome { pieces: vec![piece], ..Outcome::default() }))
}

/// "[twelfth week] ahead [of X]", "[two weeks] behind": of X, or of the other one.
fn ahead_or_behind(c: Chunks<'_>) -> Option<(Chunks<'_>, Act)> {
    let ahead = c.is(0, words!["ahead", "behind"]) || c.are(&["in", "front"]);
    if let Some(found) = ahead.then(|| crate::en::clause::compare::position(c)).flatten() {
        return Some(found);
    }
    let rest = c.skip(if c.is(0, words!["in"]) { 2 } else { 1 });
    let ends = crate::en::clause::fronted::is_stop(rest, 0)
        || rest.are(&["in", "a", "row"])
        || rest.is(0, words!["running"]);
    let object = Np { who: crate::en::clause::Who::Other, ..Np::carried(c.span(c.at, rest.at)) };
    let value = recount_model::Quantity::direction(c.is(0, words!["behind"]), recount_model::Unit::Own);
    (ahead && ends).then(|| (rest, Act::Compare { object, value, event: false }))
}

/// "[fourth week on top] in a row", "[twelfth week ahead] running": they follow on each other.
pub(in crate::en::clause) fn in_a_row(c: Chunks<'_>, weeks: WeeksRunning) -> (Chunks<'_>, WeeksRunning) {
    let count =
        if c.are(&["in", "a", "row"]) { 3 } else { usize::from(c.is(0, words!["running", "straight"])) };
    match count {
        0 => (c, weeks),
        _ => (c.skip(count), WeeksRunning { cumulative: false, consecutive: true, ..weeks }),
    }
}

/// "a sixth week at number one", "an eight-week run at the top".
pub(in crate::en::clause) fn weeks_at<'p>(c: Chunks<'p>) -> Read<'p> {
    let (weeks, rest) = (crate::en::phrase::weeks::running(c.phrase(0)?)?, c.skip(1));
    // "the third week in a row above 4 trillion", "with more than 4 trillion".
    let with = usize::from(rest.is(0, words!["with", "at", "of", "on"]));
    if let Some((after, phrase @ Phrase::Amount { quantity, .. })) =
        crate::en::clause::predicate::figure(rest.skip(with))
        && matches!(
            quantity.hedge,
            recount_model::Hedge::MoreThan | recount_model::Hedge::LessThan | recount_model::Hedge::AtLeast
        )
    {
        let mut outcome = Outcome::one(crate::en::clause::predicate::level_of(phrase)?);
        outcome.adjuncts.weeks = Some(weeks);
        return Some((crate::en::clause::level::skip_unit(after), outcome));
    }
    // "a nine-week reign at the top", "a nine-week hold on first place".
    let reign = matches!(c.phrase(0), Some(Phrase::Other(_)))
        && rest.is(
            0,
            words!["reign", "hold", "stay", "stint", "grip", "rule", "tenure", "residency", "occupation"],
        );
    // "a two-week reign" is one at the top.
    let king = reign && rest.is(0, words!["reign"]) && at_place(rest.skip(1)).is_none();
    let rest = rest.skip(usize::from(reign));
    if king {
        let mut outcome = Outcome::one(Act::Rank { place: Place::At(1), movement: None, among: None });
        outcome.adjuncts.weeks = Some(weeks);
        return Some((rest, outcome));
    }
    // "three weeks stuck at number two".
    let stuck = rest.is(0, words!["stuck", "spent", "sitting", "parked", "camped", "lodged"]);
    let rest = rest.skip(usize::from(stuck));
    if let Some((rest, act)) = ahead_or_behind(rest) {
        let (rest, weeks) = in_a_row(rest, weeks);
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.weeks = Some(weeks);
        return Some((rest, outcome));
    }
    let (rest, place) = at_place(rest)?;
    let (rest, weeks) = in_a_row(rest, weeks);
    let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
    outcome.adjuncts.weeks = Some(weeks);
    Some((rest, outcome))
}
