//! Whose an amount is that is itself the subject: `4 trillion tokens were processed by X`,
//! `5.8 million viewers watched X`, `77,055 trips were logged`.

use super::*;
use crate::en::lexicon::is_function_word;

/// Verbs of many who see or use one thing, and that mean other things besides.
const SEEN: &crate::token::Words = words![
    "saw", "see", "sees", "passed", "pass", "crossed", "cross", "visited", "visit", "attended", "entered",
    "rode", "used", "read", "joined",
];

/// Words for what is brought to the one who handles it.
const SENT: &crate::token::Words =
    words!["sent", "routed", "directed", "fed", "channelled", "channeled", "pushed", "put", "handed"];

impl<'p> Parser<'p> {
    /// "4 trillion tokens were processed by X", "600 million people in X had
    /// used M".
    pub(super) fn shared(&mut self) -> bool {
        let start = self.c.at;
        let Some((rest, phrase @ Phrase::Amount { metrics, .. })) = figure(skip_leading(self.c)) else {
            return false;
        };
        // "600 million people": of what, the metric's own words tell.
        let entry = rest.entry(0);
        let plain_noun = entry.verb.is_none() && !entry.adverb && !rest.word(0).is_empty();
        let noun = metrics.is_empty() && plain_noun && !is_stop(rest, 0) && !is_function_word(rest.word(0));
        let rest = if noun { rest.skip(1) } else { rest };
        let (rest, inside) = owner(rest, &["in", "on", "at", "from", "across", "of"]);
        // "600 million people in X", where all of it is a name.
        let (rest, inside) = match (inside, noun_phrase(rest)) {
            (None, Some((after, np))) if metrics.is_empty() && np.is_named() => (after, Some(np)),
            (inside, _) => (rest, inside),
        };
        let named = named_use(rest);
        // "4.19 trillion went through X" behind another amount.
        let like = matches!(self.items.last(), Some(Item::Said(said)) if matches!(said.act, Act::Level { .. }))
            && rest.verb(0).is_some_and(|verb| verb.frames.any(Frames::BELONG));
        if metrics.is_empty() && named.is_none() && !like {
            return false;
        }
        let about = named.as_ref().map_or(About::Nothing, |(_, about, _)| *about);
        let verb = named
            .map(|(rest, _, group)| (rest, group))
            .or_else(|| were_sent(rest))
            .or_else(|| verb_group(rest, false));
        let Some((rest, group)) = verb else {
            return false;
        };
        let used =
            !group.passive || group.verb.frames.any(Frames::USE.and(Frames::LEVEL).and(Frames::BELONG));
        let (rest, between) = crate::en::clause::adjunct::times(rest);
        let (rest, behind) =
            owner(rest, &["by", "on", "through", "via", "for", "from", "to", "in", "at", "with", "using"]);
        let (rest, behind) = self.through_them(rest, behind);
        // "5.8 million viewers watched X", "tuned in to X".
        let seen = Chunks { at: rest.at.saturating_sub(1), ..rest }.is(0, SEEN) && !metrics.is_empty();
        let uses = !group.passive && (group.verb.frames.any(Frames::USE) || seen);
        let tuned = usize::from(rest.is(0, words!["in"]));
        let to = rest.skip(tuned + usize::from(tuned > 0 && rest.is(1, words!["to", "for"])));
        let direct = noun_phrase(to).filter(|(_, np)| uses && behind.is_none() && is_thing(np));
        let (rest, direct) = direct.map_or((rest, None), |(after, np)| (after, Some(np)));
        let known = metrics.is_empty() || behind.is_some() || direct.is_some();
        let through = through_source(rest).filter(|_| !known);
        let (rest, direct) = through.map_or((rest, direct), |(after, np)| (after, Some(np)));
        let scene = || self.scene.clone();
        let all = self.all_counted(&group, metrics);
        let whose = inside.or(behind).or(direct).or_else(scene).or(all);
        let Some(mut np) = whose.filter(|np| used && (np.is_named() || np.bare)) else {
            return false;
        };
        if about != About::Nothing {
            np.about = about;
        }
        let mut outcome =
            Outcome { pieces: level_of(phrase).map(Piece::main).into_iter().collect(), ..Outcome::default() };
        outcome.adjuncts.times = between;
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }

    /// "[were run] through them": those who are spoken of.
    fn through_them(&self, rest: Chunks<'p>, behind: Option<Np>) -> (Chunks<'p>, Option<Np>) {
        let them =
            rest.is(0, words!["by", "on", "through", "via", "with"]) && rest.is(1, words!["it", "them"]);
        match behind {
            None if them && self.focus.is_some() => (rest.skip(2), self.focus.clone()),
            behind => (rest, behind),
        }
    }

    /// "77,055 trips were logged": all there were.
    fn all_counted(&self, group: &Group, metrics: &[recount_model::MetricId]) -> Option<Np> {
        let counted = group.passive && group.verb.frames.any(Frames::USE.and(Frames::LEVEL));
        let metric = metrics.first().filter(|_| counted && self.focus.is_none() && !told_later(self.c))?;
        let nobody = Np::carried(self.c.span(self.c.at, self.c.at + 1));
        Some(Np { about: About::Metric(*metric), bare: true, ..nobody })
    }
}

/// "[were processed] last week, as was expected, by X": it is told later by whom.
fn told_later(c: Chunks<'_>) -> bool {
    const WAYS: &crate::token::Words = words!["by", "to", "through", "via", "on", "at", "with"];
    (1..c.len()).any(|place| {
        let parted = is_stop(c, place - 1)
            || c.is(place - 1, words!["and"])
            || matches!(c.phrase(place - 1), Some(Phrase::Time(_)));
        parted && c.is(place, WAYS) && matches!(c.phrase(place + 1), Some(Phrase::Name(_)))
    })
}

/// "were sent [to X]", "were routed [last week through X]".
fn were_sent(c: Chunks<'_>) -> Option<(Chunks<'_>, Group)> {
    let been = usize::from(c.is(0, words!["have"]) && c.is(1, words!["been"]));
    let sent = (been > 0 || c.is(0, words!["were", "are"])) && c.is(1 + been, SENT);
    let rest = sent.then(|| c.skip(2 + been))?;
    let (behind, _) = crate::en::clause::adjunct::times(rest);
    behind.is(0, words!["to", "through", "via"]).then_some((rest, Group::PLAIN))
}

/// "[4 trillion tokens passed] through X", where the figures come from it: all of them.
fn through_source(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let moved =
        matches!(c.word_before(), "passed" | "went" | "flowed" | "ran" | "moved" | "pass" | "flow" | "run");
    let through = moved && c.is(0, words!["through", "across", "over"]);
    let rest = crate::en::clause::adjunct::at_source(through.then(|| c.skip(1))?)?;
    Some((rest, Np { who: Who::Total, ..Np::carried(c.span(c.at, rest.at)) }))
}

/// A name of one thing, and nothing of it.
fn is_thing(np: &Np) -> bool {
    matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing && !np.share
}

/// A verb group that is nothing but the metric's own words: "had used M".
fn named_use(c: Chunks<'_>) -> Option<(Chunks<'_>, About, Group)> {
    let mut look = c;
    while look.verb(0).is_some_and(|verb| verb.frames.any(Frames::AUX.and(Frames::BE)))
        || look.entry(0).adverb
    {
        look = look.skip(1);
    }
    let Phrase::Name(names) = look.phrase(0)? else {
        return None;
    };
    let metric = crate::en::phrase::metric(names)?;
    (look.at > c.at).then(|| (look.skip(1), About::Metric(metric), Group::PLAIN))
}
