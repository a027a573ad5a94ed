//! "X rose 4 %, taking the model to 3 trillion": taking it to 3 trillion. Whoever is called by what they are, or by their total, behind
//! a verb of bringing, is the one who moved: a group where "the company" is brought somewhere, a thing where "the model" is.

use recount_model::Subject;

use super::draft::{Draft, Recast};
use super::{named, subjects_before};
use crate::en::clause::Who;
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// "taking the model to", "which took the company above", "pushing its total past".
pub(super) fn brought_to(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let before = start.checked_sub(1)?;
    let which = usize::from(c.is(start, words!["which"]));
    let verb = start + which;
    let ing = c.verb(verb).is_some_and(|found| found.form == Form::Ing);
    if !c.is(before, words![",", "—", "–"]) || (which == 0) != ing {
        return None;
    }
    if !c.verb(verb)?.frames.any(Frames::BRING) {
        return None;
    }
    let (end, one) = called(c, verb + 1)?;
    if !c.is(end, words!["to", "above", "below", "past", "over", "under", "beyond", "back", "up", "down"])
        && !matches!(c.phrase(end), Some(Phrase::Amount { .. }))
    {
        return None;
    }
    let (from, to) = subjects_before(c, before).find(|(_, to)| *to < before)?;
    fits(c, (from, to), start, one)
        .then(|| Draft::new(c).keep(0, verb + 1).say("it", verb + 1).keep(end, c.len()).done())
}

/// ", the model's best week on record", ", the company's lowest total since May": its best week on record.
pub(super) fn own_record(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–"]))?;
    let (end, one) = called(c, start).filter(|_| c.is(start, words!["the"]))?;
    let record = end + 1;
    let told = c.is(end, words!["'s", "’s"]) && matches!(c.phrase(record), Some(Phrase::Record(_)));
    let (from, to) = subjects_before(c, comma).filter(|_| told).find(|(_, to)| *to < comma)?;
    fits(c, (from, to), start, one)
        .then(|| Draft::new(c).keep(0, start).say("its", start).keep(record, c.len()).done())
}

/// Is whoever stands there one thing, or a group, as the words call it, and nobody else named up to them?
fn fits(c: Chunks<'_>, (from, to): (usize, usize), until: usize, one: Option<bool>) -> bool {
    let Some((_, np)) = named(c, from) else { return false };
    let Who::Named(names) = &np.who else { return false };
    let others = (to..until).any(|place| match c.phrase(place) {
        Some(Phrase::Name(found)) => crate::en::phrase::subjects(found).next().is_some(),
        _ => false,
    });
    let mut all = names.iter().flatten();
    let fits = match one {
        Some(true) => all.all(|name| matches!(name, Subject::Entity(_))),
        Some(false) => all.all(|name| matches!(name, Subject::Group(_))),
        None => true,
    };
    names.len() == 1 && fits && !others
}

/// "the model", "the northern model", "the company", "its total": up to where, and is it one thing, a group, or whoever it is of?
fn called(c: Chunks<'_>, place: usize) -> Option<(usize, Option<bool>)> {
    if c.is(place, words!["its", "their"]) {
        let weekly = place + 1 + usize::from(c.is(place + 1, words!["weekly", "overall"]));
        let figure = matches!(c.noun(weekly), Some(Noun::Total | Noun::Volume | Noun::Level));
        return figure.then_some((weekly + 1, None));
    }
    if !c.is(place, words!["the"]) {
        return None;
    }
    if c.is(place + 1, GROUPS) {
        return Some((place + 2, Some(false)));
    }
    // "the northern model", "the Norvane model".
    let adjective = usize::from(matches!(c.phrase(place + 1), Some(Phrase::Adjective(_) | Phrase::Name(_))));
    let thing = place + 1 + adjective;
    let one = c.noun(thing) == Some(Noun::Thing) && !c.skip(thing).word(0).ends_with('s');
    one.then_some((thing + 1, Some(true)))
}

const GROUPS: &Words = words![
    "company", "maker", "developer", "firm", "startup", "lab", "vendor", "country", "nation", "group",
    "family", "studio", "label", "publisher",
];

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_read, claims};

    #[test]
    fn whoever_is_brought_somewhere() {
        assert_read(&[
            (
                "Alder rose 8% last week, taking the model to 4.19 trillion tokens.",
                &["Alder rose by 8 percent", "Alder was 4.19 trillion tokens"],
            ),
            (
                "Alder rose 8% last week, pushing its total past 4 trillion tokens.",
                &["Alder rose by 8 percent", "Alder was more than 4 trillion tokens"],
            ),
        ]);
        // The company is not the model.
        let found = claims("Alder rose 8% last week, taking the company to 9 trillion tokens.");
        assert!(found.iter().all(|one| !one.contains("9 trillion")), "{found:?}");
    }
}
