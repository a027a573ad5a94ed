//! "X processed more tokens last week than the week before": X rose last week from the week before.

use super::draft::{Draft, Recast};
use super::is_stop;
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::lexicon::{Form, Frames, Verb};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::When;
use crate::en::phrase::{Chunks, Phrase, units};

/// More or less than in an earlier week, without saying by how much.
pub(super) fn more_than_then(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let more = (2..c.len()).find(|place| c.is(*place, words!["more", "fewer", "less"]))?;
    let frames = Frames::USE.and(Frames::LEVEL);
    let used =
        |verb: &Verb| verb.frames.any(frames) && verb.form == Form::Past || c.is(more - 1, words!["had"]);
    c.verb(more - 1).filter(used)?;
    // "X and Y each processed", "both".
    let each = usize::from(more >= 2 && c.is(more - 2, words!["each", "both"]));
    let end = more - 1 - each;
    noun_phrase(c).filter(|(rest, _)| rest.at == c.at + end)?;
    let unit = more + 1 + usize::from(is_unit(c, more + 1));
    // "More last week than the week before": "than the week before" is one time.
    let then = (unit..c.len()).find(|place| base(c, *place).is_some() || !is_time(c, *place))?;
    let earlier = base(c, then)?;
    if then + 1 < c.len() && !is_stop(c, then + 1) {
        return None;
    }
    let rose = if c.is(more, words!["more"]) { "rose" } else { "fell" };
    let draft = Draft::new(c).keep(0, end).say(rose, more);
    let draft = if unit > more + 1 { draft.say("in", more).keep(more + 1, unit) } else { draft };
    let draft = draft.keep(unit, then).say("from", then).say(earlier, then);
    Some(draft.keep(then + 1, c.len()).done())
}

fn is_time(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Time(_)))
}

/// "than the week before": the week that it is held against.
fn base<'t>(c: Chunks<'t>, place: usize) -> Option<&'t str> {
    let Some(Phrase::Time(time)) = c.phrase(place) else { return None };
    let week =
        matches!(time.when, When::Back { .. } | When::Previous(_) | When::Unit { unit: TimeUnit::Week, .. });
    let words = c.span(place, place + 1).of(c.tokens.text).strip_prefix("than ")?;
    week.then(|| words.strip_prefix("in ").unwrap_or(words))
}

/// The unit of a metric.
fn is_unit(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Name(names)) if !units(names).is_empty())
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn more_than_the_week_before() {
        let rose: &[&str] = &["Alder rose"];
        assert_read(&[
            ("Alder processed more tokens last week than the week before.", rose),
            ("Alder processed more tokens than the week before.", rose),
            ("Alder had more tokens than a week earlier.", rose),
            ("Alder processed fewer tokens last week than a week earlier.", &["Alder fell"]),
        ]);
    }

    #[test]
    fn than_something_else() {
        assert_listed(&[
            "Alder processed more tokens last week than was thought.",
            "Alder processed no more tokens last week than the week before.",
        ]);
    }
}
