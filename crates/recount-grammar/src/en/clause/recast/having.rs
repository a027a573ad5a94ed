//! "Having processed 4 trillion tokens last week, X …": X did so last week. "Having risen for nine weeks, X
//! fell": after nine straight weeks of growth, X fell. ", having lost 4 %": losing 4 %.

use recount_model::Weeks;

use super::draft::{Draft, Recast};
use super::{named_to, stop_behind};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::time::{Role, When};
use crate::en::phrase::{Chunks, Phrase};

/// What somebody had done, before or behind what is said of them.
pub(super) fn having(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let after = c.is(start, words!["after", "following"]);
    if !after && !c.is(start, words!["having"]) {
        return None;
    }
    let verb = c.verb(start + 1)?;
    let form =
        if after { verb.form == Form::Ing } else { matches!(verb.form, Form::Participle | Form::Past) };
    if !form {
        return None;
    }
    let end = stop_behind(c, start);
    let told = || with_its_time(c, start, end).or_else(|| grown(c, start, end, verb.frames));
    run(c, start, end, verb.frames).or_else(|| if after { None } else { told() })
}

/// "Having risen for nine weeks in a row".
fn run(c: Chunks<'_>, start: usize, end: usize, frames: Frames) -> Option<Recast> {
    let Some(Phrase::Weeks(weeks)) = c.phrase(start + 2) else { return None };
    let up = frames.any(Frames::UP);
    let noun = match (up, frames.any(Frames::DOWN)) {
        (true, false) => "growth",
        (false, true) => "decline",
        _ => return None,
    };
    let (Weeks::Exactly(count), false) = (weeks.weeks, weeks.ordinal) else { return None };
    if start + 3 != end {
        return None;
    }
    let words = format!("after {count} straight weeks of {noun}");
    let draft = Draft::new(c).keep(0, start).say(&words, start + 2);
    Some(draft.keep(end, c.len()).done())
}

/// "Having processed 4 trillion tokens last week, X …".
fn with_its_time(c: Chunks<'_>, start: usize, end: usize) -> Option<Recast> {
    let when =
        |place: usize| matches!(c.phrase(place), Some(Phrase::Time(time)) if matches!(time.role, Role::At));
    if !(start..end).any(when) || !c.is(end, words![","]) {
        return None;
    }
    let who = named_to(c, end + 1)?;
    // "Having been ninth the week before, X rose": X, which had been so then, rose.
    let back = |place: usize| {
        matches!(c.phrase(place), Some(Phrase::Time(time))
            if matches!(time.when, When::Back { .. } | When::Previous(_)))
    };
    if (start..end).any(back) {
        let draft = Draft::new(c).keep(0, start).again(end + 1, who).say(", which had", start);
        return Some(draft.keep(start + 1, end).say(",", end).keep(who, c.len()).done());
    }
    let past = past_of(c.word(start + 1));
    let draft = Draft::new(c).keep(0, start).again(end + 1, who);
    let draft = match past {
        Some(past) => draft.say(past, start + 1),
        None => draft.keep(start + 1, start + 2),
    };
    Some(draft.keep(start + 2, end).say(";", end).keep(end + 1, c.len()).done())
}

/// "Having lost 11 % of its volume, X dropped to fourth last week": X lost it then.
fn grown(c: Chunks<'_>, start: usize, end: usize, frames: Frames) -> Option<Recast> {
    let moves = frames.any(Frames::UP.and(Frames::DOWN).and(Frames::LOSE).and(Frames::FACTOR));
    let timed = (start..end).any(|place| matches!(c.phrase(place), Some(Phrase::Time(_) | Phrase::Weeks(_))));
    // "Having slipped to 3.49 trillion, X rebounded": that was before.
    let way = (start..end).any(|place| c.is(place, words!["to", "from", "below", "under", "as"]));
    if start > 0 || !moves || way || timed || !c.is(end, words![","]) {
        return None;
    }
    let who = named_to(c, end + 1)?;
    let close = stop_behind(c, who);
    let draft = Draft::new(c).keep(end + 1, close).say(";", end).again(end + 1, who);
    let draft = match past_of(c.word(start + 1)) {
        Some(past) => draft.say(past, start + 1),
        None => draft.keep(start + 1, start + 2),
    };
    Some(draft.keep(start + 2, end).keep(close, c.len()).done())
}

/// The past of a verb whose participle is another word.
fn past_of(participle: &str) -> Option<&'static str> {
    let pairs = [
        ("risen", "rose"),
        ("fallen", "fell"),
        ("grown", "grew"),
        ("shrunk", "shrank"),
        ("overtaken", "overtook"),
        ("taken", "took"),
        ("gone", "went"),
        ("been", "was"),
        ("become", "became"),
        ("begun", "began"),
        ("sunk", "sank"),
        ("seen", "saw"),
        ("given", "gave"),
        ("beaten", "beat"),
        ("broken", "broke"),
        ("done", "did"),
        ("come", "came"),
        ("run", "ran"),
    ];
    pairs.into_iter().find(|(one, _)| *one == participle).map(|(_, past)| past)
}
