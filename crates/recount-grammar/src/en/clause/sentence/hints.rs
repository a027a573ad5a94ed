//! What the words of a clause tell besides its figures: whose they are, when it
//! was.

use super::*;
use crate::en::clause::verb_group::is_for_the_first_time;
use crate::token::Words;

/// "averaged", "an average of": of a flow that is no week's figure; in the name of a metric it
/// is no word of its own. "Cheaper": of a price.
pub(super) fn tell_words(adjuncts: &mut Adjuncts, group: &Group, c: Chunks<'_>) {
    const AVERAGE: &Words = words!["average", "averaged", "averaging", "averages"];
    adjuncts.average |= (0..c.len()).any(|ahead| c.is(ahead, AVERAGE));
    const STRENGTH: &Words = words![
        "weaken", "weakens", "weakened", "weakening", "strengthen", "strengthens", "strengthened",
        "strengthening", "soften", "softens", "softened", "softening", "depreciated", "appreciated",
        "firmed", "firming",
    ];
    adjuncts.strength |= (0..c.len()).any(|ahead| c.is(ahead, STRENGTH));
    adjuncts.sold |= group.verb.frames.any(Frames::OUTSELL);
    adjuncts.priced |= group.verb.frames.any(Frames::COST) || crate::en::clause::price::is_said(c);
}

/// "A total of 5.8 million viewers watched X": the total is that of the viewers, and X is one.
pub(super) fn one_amount<'p>(c: Chunks<'p>, subject: &Np) -> Chunks<'p> {
    let several = matches!(&subject.who, Who::Named(names) if names.len() > 1);
    let first = c.get(0).is_some_and(Chunk::is_figure);
    c.skip(usize::from(first && !several))
}

/// "The increase": words that may be the subject of a verb behind a comma.
pub(super) fn is_bare_subject(c: Chunks<'_>) -> bool {
    c.len() > 1
        && c.is(0, words!["the", "a", "an", "its", "their", "this", "these", "that", "those"])
        && !(1..c.len())
            .any(|ahead| c.verb(ahead).is_some_and(|verb| is_finite(verb.form)) && c.noun(ahead).is_none())
}

/// "Then X led", "X once led", "X recently overtook Y", "X briefly led": when that
/// was, the text does not say, or not for the whole of the week.
pub(super) fn is_at_some_time(c: Chunks<'_>, timed: bool) -> bool {
    const PARTLY: &Words = words!["briefly", "temporarily", "occasionally", "sometimes", "intermittently"];
    const UNTOLD: &Words =
        words!["once", "recently", "lately", "formerly", "previously", "originally", "initially"];
    let again = |ahead: usize| c.is(ahead, words!["once"]) && c.is(ahead + 1, words!["again", "more"]);
    // "X, once a top-five model, was ninth": said apart.
    let aside = |ahead: usize| {
        ahead > 0
            && c.is(ahead - 1, words![","])
            && c.is(ahead + 1, words!["a", "an", "the"])
            && (ahead..c.len()).any(|close| c.is(close, words![","]))
    };
    let untold = |ahead: usize| {
        // "Then comes X": behind the one before.
        let next = c.is(1, words!["come", "comes", "came", "follow", "follows", "followed"])
            || matches!(c.word_before(), "," | "and") && matches!(c.phrase(1), Some(Phrase::Name(_)));
        let first = ahead > 0 && is_for_the_first_time(c.skip(ahead));
        // "It then climbed to second": after what was told before it.
        let after = (1..4).contains(&ahead)
            && c.is(ahead, words!["then"])
            && c.verb(ahead + 1).is_some_and(|verb| is_finite(verb.form));
        // "Back then X was third".
        let back = c.is(ahead, words!["back"]) && c.is(ahead + 1, words!["then"]);
        (c.is(ahead, UNTOLD) || first || after || back || ahead == 0 && c.is(0, words!["then"]) && !next)
            && !timed
            && !again(ahead)
            && !aside(ahead)
    };
    (0..c.len()).any(|ahead| c.is(ahead, PARTLY) || untold(ahead))
}

/// What is denied with its reason behind it: that, or not for that reason.
pub(super) fn for_a_reason(mood: Mood, negated: bool, c: Chunks<'_>) -> Mood {
    let reason = negated && c.is(0, words!["because", "due", "thanks", "owing", "just", "simply"]);
    if reason && mood == Mood::Plain { Mood::Framed } else { mood }
}

/// "In terms of individual models,", "Looking at the models,", "Broken down by model,": what
/// follows speaks of single ones, and nothing is left out. How many chunks it takes.
/// "In terms of paying users," limits what follows.
pub(super) fn of_single_ones(c: Chunks<'_>) -> Option<usize> {
    let lead = [
        &["in", "terms", "of"][..],
        &["when", "it", "comes", "to"],
        &["at", "the", "level", "of"],
        &["on", "the", "level", "of"],
        &["looking", "at"],
        &["turning", "to"],
        &["as", "for"],
        &["among"],
        &["broken", "down", "by"],
        &["by"],
    ];
    let count = lead.iter().find(|words| c.are(words)).map(|words| words.len())?;
    let by = c.is(count - 1, words!["by"]);
    let look = c.skip(count);
    let article = usize::from(look.is(0, words!["the", "all"]));
    let single = usize::from(look.is(article, words!["individual", "single", "specific", "separate"]));
    let thing = article + single;
    let one =
        look.noun(thing) == Some(crate::en::lexicon::Noun::Thing) && (by || look.word(thing).ends_with('s'));
    let all = !look.is(0, words!["all"]) || single > 0;
    (one && all && look.is(thing + 1, words![","])).then_some(count + thing + 1)
}
/// "made by X or Y", "overtook X or Y last week": of which of the two, is not said.
/// Of what is denied, it is said of both.
pub(super) fn or_another(rest: Chunks<'_>, denied: bool) -> bool {
    // "one in six or seven tokens": which part, is not said.
    let before = rest.at.checked_sub(1).and_then(|at| rest.all.get(at));
    let part = matches!(before, Some(Chunk { phrase: Phrase::Percent(_), .. }));
    if part
        && rest.is(0, words!["or"])
        && matches!(rest.phrase(1), Some(Phrase::Number(_) | Phrase::Amount { .. }))
    {
        return true;
    }
    if !denied && or_more(rest) {
        return true;
    }
    if denied || !rest.is(0, words!["or"]) || !matches!(rest.phrase(1), Some(Phrase::Name(_))) {
        return false;
    }
    let mut behind = rest.skip(2);
    while matches!(behind.phrase(0), Some(Phrase::Time(_))) {
        behind = behind.skip(1);
    }
    behind.is_empty() || is_stop(behind, 0)
}

/// "Doubled or more", "doubled or tripled", "doubled and then some", "doubled, give or take": it may
/// be more, or less.
fn or_more(rest: Chunks<'_>) -> bool {
    let comma = rest.is(0, words![","]);
    let look = rest.skip(usize::from(comma));
    let words = match () {
        () if look.are(&["and", "then", "some"]) || look.are(&["give", "or", "take"]) => 3,
        () if look.is(0, words!["or", "and"]) && look.is(1, words!["more", "better", "worse"]) => 2,
        () if look.is(0, words!["or"]) && look.is(1, words!["less", "so", "thereabouts"]) => 2,
        () => 0,
    };
    let behind = look.skip(words);
    let ends = behind.is_empty() || is_stop(behind, 0) || matches!(behind.phrase(0), Some(Phrase::Time(_)));
    let verb = look.is(0, words!["or"]) && !comma && look.verb(1).is_some_and(|verb| verb.form == Form::Past);
    words > 0 && ends || verb
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_listed;

    #[test]
    fn a_factor_that_may_be_more_is_listed() {
        assert_listed(&[
            "Alder's volume doubled or more last week.",
            "Alder's volume doubled and then some last week.",
            "Alder's volume doubled, and then some, last week.",
            "Alder's volume doubled or tripled last week.",
        ]);
    }

    #[test]
    fn one_or_another_is_nobody_of_whom_it_is_said() {
        assert_listed(&[
            "Alder overtook Birch or Cedar.",
            "Alder overtook Birch or Cedar last week.",
            "Three of the top five models were made by Norvane or Birch.",
        ]);
    }
}
