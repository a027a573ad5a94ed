//! The most or the least since a time, said by what was not so in between: `not since May had
//! X processed so few tokens`, `X has not been so low since the week of June 1`.

use recount_model::Extreme;

use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Read};
use super::verb_group::Group;
use super::{Act, Np, Who};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::record::RecordHigh;
use crate::en::phrase::time::{Role, Time, When};
use crate::en::phrase::{Chunks, Phrase};

/// "Not since the week of May 4 had X processed so few tokens [in a week]".
pub(super) fn clause(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    let Phrase::Time(since) = c.is(0, words!["not"]).then(|| c.phrase(1))?? else { return None };
    let had = c.skip(2).is(0, words!["had", "has", "have"]);
    if since.role != Role::Since || !had {
        return None;
    }
    let (rest, np) = noun_phrase(c.skip(3))?;
    // "Not since May has it been so low": who "it" is, the sentence before tells.
    let known = np.is_named() || np.who == Who::Carried;
    let verb = rest.verb(0).filter(|verb| matches!(verb.form, Form::Past | Form::Participle))?;
    let counts = verb.frames.any(Frames::USE.and(Frames::LEVEL).and(Frames::AHEAD));
    let (rest, extreme) = so_much(rest.skip(1), !counts && verb.frames.any(Frames::BE))?;
    (known && (counts || verb.frames.any(Frames::BE)))
        .then(|| (rest, np, Outcome::one(record(extreme, since.clone()))))
}

/// "Not since the week of May 4 has X led", "at no point since May have X been ahead of Y": it has not, since then.
pub(super) fn state<'p>(c: Chunks<'p>) -> Option<(Chunks<'p>, Np, Outcome, Group)> {
    let front = match () {
        () if c.is(0, words!["not", "never"]) => 1,
        () if c.is(0, words!["at"]) && c.is(1, words!["no"]) && c.is(2, words!["point", "time", "stage"]) => {
            3
        }
        () => return None,
    };
    let Phrase::Time(since) = c.phrase(front)? else { return None };
    // "Not since May had X led": now it does.
    if !c.is(front + 1, words!["has", "have"]) {
        return None;
    }
    let (rest, np) = noun_phrase(c.skip(front + 2))?;
    let known = np.is_named() || np.who == Who::Carried;
    if since.role != Role::Since || !known {
        return None;
    }
    let (rest, group) = super::verb_group::verb_group(rest, false)?;
    let plain = !group.negated && !group.passive && matches!(group.verb.form, Form::Participle | Form::Past);
    let (rest, mut outcome) = super::predicate::predicate(rest, &np, &group).filter(|_| plain)?;
    let so = |piece: &super::predicate::Piece| match &piece.act {
        Act::Rank { movement, .. } => movement.is_none(),
        Act::Compare { event, .. } => !event,
        _ => false,
    };
    if outcome.negated || outcome.pieces.is_empty() || !outcome.pieces.iter().all(so) {
        return None;
    }
    outcome.adjuncts.times.push(since.clone());
    Some((rest, np, outcome, Group { negated: true, perfect: true, ..group }))
}

/// "[has not processed] so few tokens since May", "[has not been] so low since the week of June 1".
pub(super) fn complement<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    if !group.negated || group.no_longer || group.passive {
        return None;
    }
    let be = frames.any(Frames::BE);
    let counts = frames.any(Frames::USE.and(Frames::LEVEL));
    if !be && !counts {
        return None;
    }
    // The verb may have taken "so" for one of its adverbs.
    let taken = matches!(c.word_before(), "so" | "quite") && !c.is(0, words!["so", "as"]);
    let look = Chunks { at: c.at - usize::from(taken), ..c };
    let (rest, extreme) = so_much(look, be)?;
    let Phrase::Time(since) = rest.phrase(0)? else { return None };
    let told = since.role == Role::Since;
    told.then(|| (rest.skip(1), Outcome { negated: true, ..Outcome::one(record(extreme, since.clone())) }))
}

fn record(extreme: Extreme, since: Time) -> Act {
    Act::Record(RecordHigh { extreme, since: Some(since), weeks: None, of: None })
}

/// "so few tokens", "as many", "so little in a week", "fewer tokens"; of a figure itself "so low", "lower".
fn so_much(c: Chunks<'_>, figure: bool) -> Option<(Chunks<'_>, Extreme)> {
    let (rest, extreme) = as_much(c, figure).or_else(|| more(c, figure))?;
    let unit = matches!(rest.phrase(0), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none());
    let rest = rest.skip(usize::from(unit && !figure));
    let in_a_week = |time: &Time| {
        time.role == Role::Within && matches!(time.when, When::Back { count: 1, unit: TimeUnit::Week, .. })
    };
    let week = match () {
        () if matches!(rest.phrase(0), Some(Phrase::Time(time)) if in_a_week(time)) => 1,
        () if rest.are(&["in", "a", "single", "week"]) => 4,
        () if rest.are(&["in", "a", "week"]) || rest.are(&["in", "one", "week"]) => 3,
        () => 0,
    };
    Some((rest.skip(week), extreme))
}

/// "so few", "quite as many"; "so low".
fn as_much(c: Chunks<'_>, figure: bool) -> Option<(Chunks<'_>, Extreme)> {
    if !c.is(0, words!["so", "as", "this", "that", "quite"]) {
        return None;
    }
    let so = usize::from(c.is(0, words!["quite"]) && c.is(1, words!["so", "as"]));
    let extreme = match (c.word(1 + so), figure) {
        ("many" | "much", false) | ("high" | "large" | "big" | "great" | "strong", true) => Extreme::Highest,
        ("few" | "little", false) | ("low" | "small" | "weak", true) => Extreme::Lowest,
        _ => return None,
    };
    Some((c.skip(2 + so), extreme))
}

/// "fewer", "more", where no "than" follows; "lower".
fn more(c: Chunks<'_>, figure: bool) -> Option<(Chunks<'_>, Extreme)> {
    let extreme = match (c.word(0), figure) {
        ("more", false) | ("higher" | "larger" | "bigger" | "greater" | "stronger", true) => Extreme::Highest,
        ("fewer" | "less", false) | ("lower" | "smaller" | "weaker", true) => Extreme::Lowest,
        _ => return None,
    };
    Some((c.skip(1), extreme))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_listed, assert_read};

    #[test]
    fn the_least_and_the_most_since_a_time() {
        let low: &[&str] = &["Alder was its lowest since the week of 4 May 2026"];
        let high: &[&str] = &["Alder was its highest since the week of 4 May 2026"];
        assert_read(&[
            ("Not since the week of May 4 had Alder processed so few tokens.", low),
            ("Not since the week of May 4 has Alder handled so little in a week.", low),
            ("Not since the week of May 4 has Alder's usage been so low.", low),
            ("Alder has not processed so few tokens since the week of May 4.", low),
            ("Alder's volume has not been this low since the week of May 4.", low),
            ("Alder hasn't handled so few tokens in a week since the week of May 4.", low),
            ("Not since the week of May 4 had Alder processed so many tokens.", high),
            ("Alder had not processed as many tokens since the week of May 4.", high),
            ("Usage of Alder has never been so high since the week of May 4.", high),
            ("Alder hasn't processed fewer tokens since the week of May 4.", low),
            ("Not since the week of May 4 has Alder handled more tokens in a week.", high),
            ("Alder's volume has not been lower since the week of May 4.", low),
        ]);
        let led: &[&str] = &["Alder did not rank number 1 by call volume for at least 4 consecutive weeks"];
        let ahead: &[&str] = &["Alder was not above that of Birch for at least 4 consecutive weeks"];
        assert_read(&[
            ("Not since the week of May 25 has Alder led.", led),
            ("At no point since the week of May 25 has Alder been number one.", led),
            ("At no time since the week of May 25 has Alder been ahead of Birch.", ahead),
        ]);
        assert_listed(&[
            "Not since the week of May 25 has Alder overtaken Birch.",
            "Not since the week of May 25 had Alder led.",
        ]);
        let text = "Alder fell 8% last week. Not since the week of May 4 has it processed so few tokens.";
        assert_eq!(article(text).last().map(String::as_str), low.first().copied());
    }

    #[test]
    fn what_is_more_or_less_in_another_way() {
        assert_listed(&[
            "Not since the week of May 4 had Alder won so many customers.",
            "Alder has not led so many benchmarks since the week of May 4.",
            "Alder has not processed so few tokens as Birch since the week of May 4.",
        ]);
    }
}
