//! Clauses of a sentence: a subject and its predicate.

use super::figures_behind::owned_amount;
use super::*;
use crate::en::clause::gate::{Kinds, may_have, phrase};
use crate::en::clause::noun_phrase::Skip;
use crate::en::phrase::are_groups;
use crate::en::phrase::first::FirstTime;

impl<'p> Parser<'p> {
    /// "[this marks] the ninth consecutive week that X …".
    pub(super) fn weeks_that(&mut self) -> bool {
        let start = self.c.at;
        let mut look = self.c;
        if look.is(0, words!["this", "that", "it", "last", "which"]) {
            look = look.skip(1);
        }
        if look.is(0, words!["week"]) {
            look = look.skip(1);
        }
        let this = look.at > start;
        if !this && !may_have(self.c, &[phrase(Kinds::WEEKS.and(Kinds::FIRST).and(Kinds::ORDINAL))]) {
            return false;
        }
        if let Some((rest, group)) = verb_group(look, true)
            && (group.verb.frames.any(Frames::MARK.and(Frames::BE).and(Frames::LEVEL))
                || this && matches!(rest.word_before(), "makes" | "made"))
            && !group.negated
        {
            look = rest;
        }
        if this && look.at > start + 1 && self.week_on_top(start, look) {
            return true;
        }
        if let Some((rest, first)) = first_so(skip_adverbs(look)) {
            return self.did_so_for(start, rest, Err(first));
        }
        if let Some((rest, first)) = first_week(skip_adverbs(look)) {
            return self.subclause(start, rest, Err(first));
        }
        let Some(Phrase::Weeks(weeks)) = skip_adverbs(look).phrase(0) else {
            return false;
        };
        let look = skip_adverbs(look).skip(1);
        let joined = match (look.word(0), look.word(1)) {
            ("in" | "for" | "during", "which") => look.skip(2),
            ("that" | "where" | "when" | "of", _) => look.skip(1),
            _ => return false,
        };
        if let Some((rest, falling)) = weeks_of(look)
            && let Some(focus) = self.focus.clone()
        {
            let value = recount_model::Quantity::direction(falling, recount_model::Unit::Percent);
            let mut outcome = Outcome::one(Act::Change { value });
            outcome.adjuncts.weeks = Some(*weeks);
            let rest = adjuncts(rest, &mut outcome);
            return self.accept(start, rest, &focus, outcome, Group::PLAIN);
        }
        if let Some(rest) = did_so(joined) {
            return self.did_so_for(start, rest, Ok(*weeks));
        }
        self.subclause(start, joined, Ok(*weeks))
    }

    /// "[That is] its sixth week at the top".
    fn week_on_top(&mut self, start: usize, c: Chunks<'p>) -> bool {
        let look = skip_adverbs(c);
        let look = look.skip(usize::from(look.is(0, words!["its", "their", "it"])));
        let Some((rest, mut outcome)) = crate::en::clause::rank::weeks_at(look) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        let np = Np::carried(self.c.span(start, start + 1));
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "It was X's fifth straight week of growth", "this marks X's third week at No. 1",
    /// "it is the third week at No. 1 for X": of X.
    pub(super) fn week_of(&mut self) -> bool {
        let start = self.c.at;
        if !self.c.is(0, words!["it", "this", "that", "last"]) {
            return false;
        }
        let count = if self.c.is(1, words!["week"]) { 2 } else { 1 };
        let Some((rest, group)) = verb_group(self.c.skip(count), false) else { return false };
        if !group.verb.frames.any(Frames::MARK.and(Frames::BE)) || group.negated || group.passive {
            return false;
        }
        let Some((rest, np, mut outcome)) = record_week::nth_week(skip_adverbs(rest)) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }

    /// The clause behind "the ninth week that", or behind "the first week in which", "the
    /// first time in six weeks that".
    pub(super) fn subclause(
        &mut self,
        start: usize,
        c: Chunks<'p>,
        weeks: Result<WeeksRunning, FirstTime>,
    ) -> bool {
        // "… in which the top three were all northern".
        let found = top::clause(c).or_else(|| {
            let (rest, np) = noun_phrase(c)?;
            let (rest, group) = verb_group(rest, true)?;
            let (rest, outcome) = predicate(rest, &np, &group)?;
            Some((rest, np, outcome, group))
        });
        let Some((rest, np, mut outcome, group)) = found else {
            return false;
        };
        let rest = adjuncts(rest, &mut outcome);
        match weeks {
            Ok(weeks) => outcome.adjuncts.weeks = Some(weeks),
            Err(_) if outcome.adjuncts.first.is_some() || outcome.adjuncts.weeks.is_some() => return false,
            Err(first) => outcome.adjuncts.first = Some(first),
        }
        let np = if np.is_named() { np } else { self.focus.clone().unwrap_or(np) };
        self.accept(start, rest, &np, outcome, group)
    }

    /// "three of the top five were from X".
    pub(super) fn places(&mut self) -> bool {
        let start = self.c.at;
        // "Thus the top three were all northern".
        let found = top::clause(self.c).or_else(|| {
            let look = skip_adverbs(self.c);
            (look.at > self.c.at).then(|| top::clause(look)).flatten()
        });
        let Some((rest, np, mut outcome, group)) = found else {
            return false;
        };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }

    /// A subject and its predicate. What stands behind "X's 6.1 trillion tokens" is told once, by
    /// whichever rule reads the amount.
    pub(super) fn clause(&mut self) -> bool {
        let (fresh, limited) = (self.items.len(), self.limited);
        let read = self.subject_and_predicate();
        let amount = |(rest, _): (Chunks<'p>, Np)| {
            let rest = rest.skip(usize::from(rest.is(0, words!["'s", "’s", "'", "’"])));
            matches!(rest.phrase(0), Some(Phrase::Amount { .. }))
        };
        if !read && self.items.len() > fresh && noun_phrase(skip_leading(self.c)).is_some_and(amount) {
            self.items.truncate(fresh);
            self.limited = limited;
        }
        // What no rule read in a bracket is listed when the bracket is reached once more.
        if !read && self.items.len() > fresh {
            let behind = self.items.split_off(fresh);
            self.items.extend(behind.into_iter().filter(|item| !matches!(item, Item::Unread { .. })));
        }
        read
    }

    fn subject_and_predicate(&mut self) -> bool {
        let shared = self.shares_its_verb();
        let start = self.together_before();
        let front = together::adverb(self.c);
        let Some((rest, mut np)) = noun_phrase(skip_leading(self.c.skip(front))) else { return false };
        np.together |= front > 0 || start < self.c.at;
        let (rest, amount) = owned_amount(rest, &np);
        let (rest, times) = self.between(rest, &np);
        if let Some((rest, mut outcome)) = change::stood_still(rest).filter(|_| !shared) {
            outcome.adjuncts.times.extend(times);
            let rest = adjuncts(rest, &mut outcome);
            return self.accept(start, rest, &np, outcome, Group::PLAIN);
        }
        let subject = with_weeks(rest);
        let Some((rest, group)) =
            verb_group(rest, matches!(self.c.word_before(), "with" | "of" | "despite") || self.absolute(&np))
        else {
            return false;
        };
        let behind = rest;
        np.together |= together::verb(rest, &np);
        if group.verb.form == Form::Ing
            && !matches!(self.c.word_before(), "with" | "of" | "and" | "despite")
            && !self.absolute(&np)
            && !group.passive
            && !is_finite(group.verb.form)
            && self.progressive(start)
        {
            return false;
        }
        // "Admissions in the north", said apart: "admissions rose in the north".
        let owned = self.c.is(0, words!["its", "their", "his", "her", "it", "they"]);
        let (rest, np) = if owned { (rest, np) } else { scene::whose(rest, np) };
        let whole = if shared { self.with_joined(&np) } else { None };
        let Some((rest, mut outcome)) = predicate(rest, whole.as_ref().unwrap_or(&np), &group) else {
            return false;
        };
        outcome.adjuncts.times.extend(times);
        put_between(subject, behind, &mut outcome.adjuncts);
        if amount.is_some() {
            // "X's 4 trillion tokens were …": how much it was, and what is said of it.
            let compared =
                |piece: &Piece| matches!(piece.act, Act::Compare { .. } | Act::Share { .. } | Act::Record(_));
            if group.negated || !outcome.pieces.iter().all(|piece| compared(piece) || piece.who.is_some()) {
                return false;
            }
            outcome.pieces.splice(0..0, amount.map(Piece::beside));
        }
        if !self.at_that_time(&np) || self.is_part_of_what_is_unread(&np, &outcome) {
            return false;
        }
        let rest = adjuncts(rest, &mut outcome);
        let (rest, np) = self.located(rest, np, &mut outcome);
        if shared {
            if let Some(np) = whole.filter(|np| coordinated::fits(np, &outcome, &group)) {
                return self.accept(start, rest, &np, outcome, group);
            }
            let why = "whether each of several is meant, or their sum";
            self.items.push(Item::Unread { from: start, to: rest.at, why, named: false });
            self.c = rest;
            return true;
        }
        self.accept(start, rest, &np, outcome, group)
    }

    /// "... since early May, when it reached 6.41": is the time just in front of it named?
    fn at_that_time(&self, np: &Np) -> bool {
        if self.c.word_before() != "when" || np.who != Who::Carried {
            return true;
        }
        let place = self.c.at.checked_sub(2).and_then(|place| {
            let comma = self.c.all.get(place).is_some_and(|chunk| self.c.lower(chunk.first) == ",");
            if comma { place.checked_sub(1) } else { Some(place) }
        });
        // "from its debut week, when it managed 11.6": some time that no phrase tells.
        let told = place.and_then(|place| self.c.all.get(place)).is_some_and(|chunk| match &chunk.phrase {
            Phrase::Time(_) => true,
            Phrase::First(first) => first.since.is_some(),
            Phrase::Record(record) => record.since.is_some(),
            _ => false,
        });
        told || self.c.at < 2 || !Chunks { at: self.c.at - 2, ..self.c }.is(0, words![","])
    }

    /// "X (4 trillion) and Y (3 trillion) led the chart": the verb is that of both,
    /// and Y alone is not its subject.
    fn shares_its_verb(&self) -> bool {
        let all = self.c.all;
        let is = |place: Option<usize>, words: &[&str]| {
            place.and_then(|place| all.get(place)).is_some_and(|chunk| {
                matches!(chunk.phrase, Phrase::Word(_)) && words.contains(&self.c.lower(chunk.first))
            })
        };
        let at = self.c.at;
        if !is(at.checked_sub(1), &["and", "or"]) || !is(at.checked_sub(2), &[")"]) {
            return false;
        }
        let open = (0..at - 2).rev().take(16).find(|place| is(Some(*place), &["("]));
        let Some(name) = open.and_then(|open| open.checked_sub(1)) else { return false };
        let named = all.get(name).is_some_and(|chunk| matches!(chunk.phrase, Phrase::Name(_)));
        let before = name.checked_sub(1);
        let first = before.is_none_or(|before| {
            is(Some(before), &[",", ";", "and", ".", ":"])
                || all.get(before).is_some_and(|chunk| matches!(chunk.phrase, Phrase::Time(_)))
        });
        named && first
    }

    /// "Together, X and Y processed": the clause begins with the word in front,
    /// which says that their sum is meant.
    fn together_before(&self) -> usize {
        let at = self.c.at;
        let before = |count: usize| {
            let before = at.checked_sub(count + 1)?;
            let c = Chunks { at: before, ..self.c };
            (together::adverb(c) == count && c.is(count, words![","])).then_some(before)
        };
        before(2).or_else(|| before(1)).unwrap_or(at)
    }

    /// ", its volume reaching 4.19 trillion": a participle with a subject of its
    /// own, behind what is said of the one who is spoken of.
    fn absolute(&self, np: &Np) -> bool {
        self.c.word_before() == ","
            && np.who == Who::Carried
            && (np.about != About::Nothing
                || self.c.is(0, words!["its", "their"])
                    && self.c.noun(1) == Some(crate::en::lexicon::Noun::Thing))
            && (matches!(self.items.last(), Some(Item::Said(_))) || self.topic.is_some())
    }

    /// A participle without "be" makes no clause of its own, except behind
    /// "with".
    pub(super) fn progressive(&self, start: usize) -> bool {
        let c = Chunks { at: start, ..self.c };
        !(0..8).any(|ahead| c.verb(ahead).is_some_and(|verb| verb.frames.any(Frames::BE)))
    }

    /// What may stand between a subject and its verb: times, a bracket, an
    /// apposition or a relative clause between commas.
    pub(super) fn between(
        &mut self,
        c: Chunks<'p>,
        np: &Np,
    ) -> (Chunks<'p>, Vec<crate::en::phrase::time::Time>) {
        let mut rest = c;
        let mut times = Vec::new();
        loop {
            if let Some(Phrase::Time(time)) = rest.phrase(0) {
                times.push(time.clone());
                rest = rest.skip(1);
            } else if crate::en::clause::turns::aside(rest) > 0 {
                rest = rest.skip(crate::en::clause::turns::aside(rest));
            } else if matches!(rest.phrase(0), Some(Phrase::Weeks(_))) && self.is_before_verb(rest) {
                // "X for a seventh straight week led Y": see [`put_between`].
                rest = rest.skip(1);
            } else if rest.is(0, words!["itself", "themselves"])
                || rest.is(0, words!["for"]) && matches!(rest.phrase(1), Some(Phrase::Time(_)))
            {
                rest = rest.skip(1);
            } else if rest.is(0, words!["in", "at"])
                && matches!(np.who, Who::Named(_))
                && let Some((after, place @ crate::en::phrase::place::Place::At(_))) = rank::at_place(rest)
                && after.verb(0).is_some_and(|verb| is_finite(verb.form))
                && after.noun(0).is_none()
            {
                // "X in second place did 9.95 trillion".
                let act = Act::Rank { place, movement: None, among: None };
                self.bracket_says(rest.until(after.at), np, act);
                rest = after;
            } else if rest.is(0, words!["("])
                && let Some(close) = (1..16).find(|ahead| rest.is(*ahead, words![")"]))
            {
                self.bracket(rest.skip(1).until(rest.at + close), np);
                rest = rest.skip(close + 1);
            } else if let Some(close) = super::marks::between_dashes(rest) {
                self.bracket(rest.skip(1).until(rest.at + close), np);
                rest = rest.skip(close + 1);
            } else if rest.is(0, words![","])
                && rest.is(1, words!["once", "formerly", "previously", "long"])
                && let Some(close) = apposition(rest)
                && (1..close).all(|ahead| rest.get(ahead).is_some_and(|chunk| !chunk.is_figure()))
            {
                // "X, once a darling of developers, rose": what it was says nothing of now.
                rest = rest.skip(close + 1);
            } else if rest.is(0, words![","])
                && let Some(close) = apposition(rest)
                && !rest.is(1, words!["together", "along", "alongside", "combined", "taken", "put", "added"])
                && !rest.are(&[",", "as", "well", "as"])
            {
                self.bracket(rest.skip(1).until(rest.at + close), np);
                rest = rest.skip(close + 1);
            } else {
                return (rest, times);
            }
        }
    }

    /// "(8th, 4.5 trillion": the next part of a bracket whose last one was read. A number
    /// alone may be a year or a version.
    pub(super) fn next_in_bracket(&self) -> bool {
        let next = self.c.get(1).is_some_and(|chunk| chunk.end > chunk.first + 1);
        self.inside && self.c.is(0, words![","]) && next && matches!(self.items.last(), Some(Item::Said(_)))
    }

    /// May a figure stand alone behind the stop that stands here?
    pub(super) fn opens(&self, said: bool, labelled: bool) -> bool {
        let c = self.c;
        // "Only one is left on the list: X, sixth with 2.3 trillion".
        let named = matches!(c.phrase(1), Some(Phrase::Name(_))) && c.is(2, words![","]);
        ((named || !labelled) && c.is(0, words!["(", "[", ":", "|", "•"]))
            || (c.is(0, words!["—", "–", "-"]) && !said)
            || self.next_in_bracket()
    }
}

/// "X for a seventh week [led Y]": from the weeks on.
fn with_weeks(c: Chunks<'_>) -> Chunks<'_> {
    let last = Chunks { at: c.at.saturating_sub(1), ..c };
    if matches!(last.phrase(0), Some(Phrase::Weeks(_))) { last } else { c }
}

/// "the first week in which", "the first time that": the place behind it.
pub(super) fn first_week(c: Chunks<'_>) -> Option<(Chunks<'_>, FirstTime)> {
    let mut told = FirstTime { weeks: None, since: None };
    let rest = match c.phrase(0)? {
        Phrase::First(first) => {
            told = first.clone();
            c.skip(1)
        }
        Phrase::Word(_) if c.is(0, words!["the"]) && matches!(c.phrase(1), Some(Phrase::Ordinal(1))) => {
            c.skip(if c.is(2, words!["week"]) { 3 } else { 2 })
        }
        Phrase::Ordinal(1) => c.skip(if c.is(1, words!["week"]) { 2 } else { 1 }),
        _ => return None,
    };
    match (rest.word(0), rest.word(1)) {
        ("in" | "during" | "for", "which") => Some((rest.skip(2), told)),
        ("that" | "when" | "where", _) => Some((rest.skip(1), told)),
        // "the first time X led".
        _ => noun_phrase(rest)
            .filter(|(_, np)| np.is_named())
            .and_then(|(behind, _)| verb_group(behind, true))
            .map(|_| (rest, told)),
    }
}

/// The comma that closes an apposition or a relative clause behind a subject:
/// only where a verb follows it, and no other stop stands between.
pub(in crate::en::clause) fn apposition(c: Chunks<'_>) -> Option<usize> {
    let close = (1..24).find(|ahead| c.is(*ahead, words![",", ";", "(", ")", ":", "—", "–"]))?;
    (c.is(close, words![","]) && !c.is(1, JOINS) && verb_follows(c, close)).then_some(close)
}

/// Does a verb follow what closes there?
pub(super) fn verb_follows(c: Chunks<'_>, close: usize) -> bool {
    let mut after = skip_adverbs(c.skip(close + 1));
    while matches!(after.phrase(0), Some(Phrase::Time(_))) {
        after = after.skip(1);
    }
    skip_adverbs(after).verb(0).is_some_and(|verb| {
        is_finite(verb.form) && verb.form != Form::Base || verb.frames.any(Frames::BE.and(Frames::AUX))
    })
}

/// Articles and adverbs before a subject, "the newcomer".
pub(super) fn skip_leading(c: Chunks<'_>) -> Chunks<'_> {
    Kept::behind(c, Skip::Leading, behind_leading)
}

fn behind_leading(c: Chunks<'_>) -> Chunks<'_> {
    // "Both camps grew", "Both fell", "; both are new".
    let begins = c.at == 0 || matches!(c.word_before(), ";" | "." | "and" | "but" | ":" | "—" | "–");
    let alone = begins && c.verb(1).is_some_and(|verb| is_finite(verb.form));
    // "Both northern models grew": two of them.
    let group = matches!(c.phrase(1), Some(Phrase::Name(names)) if are_groups(names));
    let alone = alone || begins && group && c.verb(2).is_some_and(|verb| is_finite(verb.form));
    if c.is(0, words!["both"]) && (alone || crate::en::clause::noun_phrase::both_of(c).is_some()) {
        return c;
    }
    let rest = skip_adverbs(c);
    // "Overall traffic": all of it.
    let last = Chunks { at: rest.at.saturating_sub(1), ..rest };
    let counted =
        matches!(rest.phrase(0), Some(Phrase::Name(names)) if crate::en::phrase::metric(names).is_some());
    let whole =
        rest.at > c.at && last.is(0, words!["overall", "combined"]) && (counted || rest.noun(0).is_some());
    if whole { last } else { rest }
}
