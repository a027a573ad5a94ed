//! By what something is counted: `in call volume`, `by usage`, `in terms of API calls`.

use super::*;
use crate::en::clause::fronted::is_stop;
use crate::en::lexicon::{Form, Frames};

/// "in call volume", "by usage", "in terms of API calls".
pub(in crate::en::clause) fn measure<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    let long =
        c.are(&["in", "terms", "of"]) || c.are(&["as", "measured", "by"]) || c.are(&["as", "measured", "in"]);
    let look = if long {
        c.skip(3)
    } else if c.is(0, words!["in", "by", "on", "measured"]) {
        c.skip(1)
    } else {
        return None;
    };
    let look = if look.is(0, words!["by", "in"]) { look.skip(1) } else { look };
    // "in weekly tokens".
    let unit = look.skip(usize::from(look.is(0, words!["weekly"]) && ends_phrase(look.skip(2))));
    if let Some(Phrase::Name(names)) = unit.phrase(0)
        && metric(names).is_none()
        && let [metric] = crate::en::phrase::units(names).as_slice()
    {
        outcome.adjuncts.about = outcome.adjuncts.about.or(Some(About::Metric(*metric)));
        // "in token terms"
        return Some(unit.skip(1 + usize::from(unit.is(1, words!["terms"]))));
    }
    if look.is(0, words!["total", "all"]) {
        return None;
    }
    let (rest, np) = noun_phrase(look)?;
    let whose = matches!(np.who, Who::Carried | Who::Total);
    let everything = rest.at == look.at + 1 && ends_in_volume(look);
    if (np.about == About::Nothing || !whose) && !everything || np.share {
        return None;
    }
    let about = if np.about == About::Nothing { About::Generic } else { np.about };
    outcome.adjuncts.about = Some(about);
    Some(rest)
}

/// Does no noun go on with it: "in weekly tokens", not "in weekly token use"?
fn ends_phrase(c: Chunks<'_>) -> bool {
    let finite = |verb: crate::en::lexicon::Verb| verb.frames.any(Frames::BE) || verb.form != Form::Base;
    is_stop(c, 0)
        || c.is(0, words!["terms"])
        || c.entry(0).adverb
        || c.noun(0).is_none() && c.verb(0).is_some_and(finite)
}

/// Is it a name such as "global usage", that means the metric of everything?
fn ends_in_volume(c: Chunks<'_>) -> bool {
    let Some(chunk) = c.get(0) else { return false };
    let last = chunk.end.checked_sub(1).map_or("", |token| c.lower(token));
    crate::en::lexicon::look_up(last).noun == Some(Noun::Volume)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn by_what_it_is_counted() {
        let first: &[&str] = &["Alder ranked number 1 by call volume"];
        assert_read(&[
            ("Alder ranked first by call volume last week.", first),
            ("Alder ranked first in terms of call volume last week.", first),
            ("Alder ranked first last week in token terms.", first),
        ]);
        assert_listed(&["Alder ranked first in terms of revenue last week."]);
    }
}
