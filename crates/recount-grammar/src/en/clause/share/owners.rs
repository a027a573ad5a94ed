//! Wholes that belong to somebody: `of the maker's total`, `of the volume that X processed`.

use super::*;
use crate::en::clause::adjunct::is_field;
use crate::token::Words;

/// "the maker's total": that of somebody who is named elsewhere, not everything.
pub(super) fn of_an_owner(c: Chunks<'_>) -> bool {
    const OWNERS: &Words = words![
        "maker", "company", "country", "lab", "firm", "developer", "studio", "family", "owner", "parent",
        "group", "region", "publisher", "nation", "label", "vendor", "startup",
    ];
    c.is(0, words!["the", "its", "their"]) && c.is(1, OWNERS) && c.is(2, words!["'s", "’s"])
}

/// "[of all tokens] processed by northern models": theirs.
pub(super) fn processed_by<'p>(c: Chunks<'p>, of: &Of) -> Option<(Chunks<'p>, Np)> {
    let everything = of.whole.as_ref().is_none_or(|whole| matches!(whole.who, Who::Total | Who::Named(_)));
    let used = c.verb(0).is_some_and(|verb| {
        verb.frames.any(Frames::USE) && matches!(verb.form, Form::Past | Form::Participle)
    });
    // The words for what is counted took the verb.
    let before = Chunks { at: c.at.saturating_sub(1), ..c };
    let taken = before.verb(0).is_some_and(|verb| verb.frames.any(Frames::USE)) && c.is(0, words!["by"]);
    let by = c.skip(if flowed(c) { 2 } else { usize::from(used) });
    // "going through X", "sent to X".
    let goes = c.is(0, words!["going", "flowing", "running", "passing", "moving", "sent", "routed"]);
    let by = by.skip(usize::from(goes && by.at == c.at));
    let told = (used || taken) && by.is(0, words!["by"])
        || goes && by.is(0, words!["through", "to", "via"])
        || flowed(c) && by.is(0, words!["through", "to", "via", "into", "at"]);
    if of.top.is_some() || !everything || !told {
        return None;
    }
    let (rest, np) = noun_phrase(by.skip(1))?;
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
    let about = of.whole.as_ref().map_or(About::Nothing, |whole| whole.about);
    one.then_some((rest, Np { about, ..np }))
}

/// "[all tokens] that went [through X]".
pub(in crate::en::clause) fn flowed(c: Chunks<'_>) -> bool {
    c.is(0, words!["that", "which"]) && c.is(1, words!["went", "flowed", "ran", "passed", "moved"])
}

/// "[of the volume] that X processed", "[of the tokens] X handled", "[of what] X did": of what X did, not of
/// everything. What stands there in words that nobody knows is no whole at all.
pub(super) fn that_it_did<'p>(c: Chunks<'p>, of: Of) -> Option<(Chunks<'p>, Of)> {
    let that = usize::from(c.is(0, words!["that", "which"]));
    let what = c.word_before() == "what";
    let told = || noun_phrase(c.skip(that)).filter(|(rest, _)| uses(*rest));
    let all = of.top.is_none() && of.whole.as_ref().is_none_or(|whole| whole.who == Who::Total);
    let Some((rest, np)) = told().filter(|_| all) else { return of_whom(c, of, that > 0 && all) };
    let Who::Named(names) = &np.who else { return Some((c, of)) };
    let plain = names.len() == 1 && np.about == About::Nothing && !np.share;
    // "10 % of the total X processed" may be so much of what X did, or of everything.
    if !plain || !(what || that > 0) {
        return if that > 0 || what { None } else { Some((c, of)) };
    }
    let about = of.whole.as_ref().map_or(About::Nothing, |whole| whole.about);
    Some((rest.skip(1), Of { whole: Some(Np { about, ..np }), ..of }))
}

/// "of the tokens that free users sent": of theirs, and who they are, nobody knows.
fn of_whom(c: Chunks<'_>, of: Of, said: bool) -> Option<(Chunks<'_>, Of)> {
    let field = c.is(1, words!["the"]) && (c.noun(2) == Some(Noun::Field) || is_field(c.skip(2)))
        || is_field(c.skip(1));
    let passive = c.verb(1).is_some_and(|verb| verb.form != Form::Ing) || c.entry(1).source;
    if !said || field || passive {
        return Some((c, of));
    }
    let whole = Np { who: Who::Unknown, ..Np::carried(c.span(c.at, c.at + 1)) };
    Some((c, Of { whole: Some(whole), ..of }))
}

/// A verb of processing, as that of a relative clause.
fn uses(c: Chunks<'_>) -> bool {
    c.verb(0).is_some_and(|verb| verb.frames.any(Frames::USE) && verb.form != Form::Ing)
}

/// "of the top five's volume", "of the chart's tokens".
pub(super) fn of_the_top(look: Chunks<'_>) -> Option<(Chunks<'_>, Of)> {
    // "of the chart's tokens".
    if let Some(Phrase::Place(Place::Board)) = look.phrase(0)
        && look.is(1, words!["'s", "’s"])
    {
        let rest = skip_figure_words(look.skip(2));
        return Some((rest, Of::top(None, Act::LIST))).filter(|_| rest.at > look.at + 2);
    }
    if let Some(Phrase::Place(Place::Top(n))) = look.phrase(0) {
        let mut rest = look.skip(1);
        if rest.is(0, words!["'s", "’s", "'", "’"]) {
            rest = rest.skip(1);
        }
        rest = skip_figure_words(rest);
        return Some((rest, Of::top(None, *n)));
    }
    None
}
