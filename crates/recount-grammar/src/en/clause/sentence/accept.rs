//! What was read is taken, or listed as unread.

use super::another_time::{is_after_a_time, participle_of_another_time};
use super::denied::{as_said, is_consequence, stays_below, stays_inside};
use super::hints::{for_a_reason, is_at_some_time, one_amount, or_another, tell_words};
use super::not_of_a_week::{is_against_unknown, is_sum_so_far};
use super::*;
use crate::en::clause::Anchor;
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{metric, units};

impl<'p> Parser<'p> {
    pub(super) fn accept_tail(&mut self, start: usize, rest: Chunks<'p>, tail: Tail) -> bool {
        let Some(focus) = self.focus.clone() else {
            return false;
        };
        let accepted = self.accept(start, rest, &focus, tail.outcome, tail.group);
        if let (true, Some(np)) = (accepted, tail.focus) {
            self.focus = Some(np);
        }
        accepted
    }

    /// Takes what was read, if the words behind it do not limit it.
    pub(super) fn accept(
        &mut self,
        start: usize,
        rest: Chunks<'p>,
        np: &Np,
        mut outcome: Outcome,
        group: Group,
    ) -> bool {
        let rest = self.as_many_weeks(rest, &mut outcome);
        let known = self.is_the_other(np, &mut outcome) && self.said_then(start, np, &mut outcome);
        if !known || or_another(rest, group.negated || outcome.negated) {
            return false;
        }
        let lead = self.said_of_lead(start, &group, &mut outcome);
        let np = lead.as_ref().unwrap_or(np);
        let mood = if group.mood == Mood::Plain { self.mood } else { group.mood };
        let rest = to_its_end(rest, mood, &outcome);
        let here = is_complete(rest, &outcome)
            && !self.is_elsewhere(start, rest, np, mood, &outcome)
            && !self.told_there(start, rest, &mut outcome);
        let words = Chunks { at: start, ..self.c }.until(rest.at);
        let unsaid = level::is_on_top(words, &outcome) || self.whole_unsaid(np, words, &outcome);
        if !here || self.limited || unsaid {
            return false;
        }
        self.close_unread();
        self.long_before(start, &mut outcome);
        let subject = self.of_whom(np);
        let (fresh, negated) = (self.items.len(), group.negated != outcome.negated);
        // "Did not fall because users left": that, or not for that reason.
        let mood = for_a_reason(mood, group.negated, rest);
        let mut adjuncts = merge(outcome.adjuncts, &self.pending.adjuncts);
        adjuncts.together |= group.together || together::in_figure(one_amount(words, &subject));
        let subject = as_said(subject, &adjuncts, &outcome.pieces);
        tell_words(&mut adjuncts, &group, words);
        self.pending.adjuncts = Adjuncts::default();
        self.among_them(words, &mut outcome.pieces);
        self.focus = Some(subject.clone());
        self.topic = None;
        self.date_now(&group, &adjuncts);
        self.release_pending(&adjuncts.times, mood);
        for mut piece in outcome.pieces {
            if group.negated && is_consequence(&piece) {
                continue;
            }
            self.inherit_unit(&mut piece);
            // "Did not reach 5 trillion": it stayed below.
            let reached = group.verb.frames.any(Frames::REACH) || not_even(words);
            let below = piece.main && negated && reached && stays_below(&mut piece.act);
            let own = self.own_time(&adjuncts, &mut piece, &group, (start, rest.at));
            let negated = negated && piece.main && !below;
            self.on_its_list(&mut piece.act);
            stays_inside(&mut piece.act, negated);
            self.items.push(Item::Said(Box::new(Said {
                beside: piece.who.is_some() && !piece.main,
                who: piece.who.unwrap_or_else(|| whose(&subject, piece.near)),
                act: piece.act,
                negated,
                no_longer: group.no_longer && piece.main,
                mood,
                adjuncts: own,
                anchor: piece.anchor,
                span: self.c.span(start, rest.at),
            })));
        }
        self.date_back(fresh, start, group.earlier);
        self.c = rest;
        self.opened = false;
        true
    }

    /// "By the end of last week, X had led for nine weeks": up to then.
    fn is_by_then(&self, start: usize) -> bool {
        let comma = start.checked_sub(1).filter(|at| Chunks { at: *at, ..self.c }.is(0, words![","]));
        let time = comma.and_then(|comma| comma.checked_sub(1)).and_then(|at| self.c.all.get(at));
        time.is_some_and(|chunk| {
            matches!(chunk.phrase, Phrase::Time(_)) && matches!(self.c.lower(chunk.first), "by" | "as")
        })
    }

    /// "On the film list, X was second": among films.
    fn on_its_list(&self, act: &mut Act) {
        if let (Act::Rank { among: among @ None, .. }, Some(list)) = (act, &self.list) {
            *among = Some(list.clone());
        }
    }

    /// "Southern models grew, and X was first among them": among those of whom the sentence spoke.
    fn among_them(&self, words: Chunks<'p>, pieces: &mut [Piece]) {
        let group = || {
            let all = |np: &&Np| match &np.who {
                Who::Named(names) => {
                    names.iter().flatten().all(|name| matches!(name, recount_model::Subject::Group(_)))
                }
                _ => false,
            };
            self.focus.as_ref().filter(all).filter(|np| !np.share)
        };
        let them = |np: &Np| {
            np.who == Who::Carried
                && (0..words.len()).any(|ahead| {
                    words.is(ahead, words!["them", "these", "those"])
                        && words.span(words.at + ahead, words.at + ahead + 1) == np.span
                })
        };
        for piece in pieces {
            if let Act::Rank { among: Some(np), .. } = &mut piece.act
                && them(np)
                && let Some(group) = group()
            {
                *np = Np { about: About::Nothing, share: false, ..group.clone() };
            }
        }
    }

    /// Is it said of another place or time than its subject and its clause name?
    fn is_elsewhere(&self, start: usize, rest: Chunks<'p>, np: &Np, mood: Mood, told: &Outcome) -> bool {
        // "In the north, X led": what is said of X there is not said of X.
        let elsewhere = self.scene.as_ref().is_some_and(|scene| np.is_named() && scene.who != np.who);
        // "which had 4 trillion then": when that was, is not said here.
        let then = rest.at > start && Chunks { at: rest.at - 1, ..rest }.is(0, words!["then"]);
        let timed = !told.adjuncts.times.is_empty() || !self.pending.adjuncts.times.is_empty();
        let said = Chunks { at: start, ..self.c }.until(rest.at);
        let unsure = self.beside_other_change(start, np, told);
        elsewhere || then || unsure || mood == Mood::Plain && is_at_some_time(said, timed)
    }

    /// The same, with what the tense tells of its time.
    fn own_time(
        &self,
        adjuncts: &Adjuncts,
        piece: &mut Piece,
        group: &Group,
        place: (usize, usize),
    ) -> Adjuncts {
        let mut own = self.own(adjuncts, piece, place);
        // "overtook X, which had led for nine weeks": up to the week before.
        let untimed = own.times.is_empty() && own.against.is_none();
        (own.perfect, own.present) = (group.perfect, group.present);
        own.had = group.earlier || piece.earlier;
        own.earlier = own.had && !own.times.iter().any(is_when);
        let over = untimed && !self.is_by_then(place.0);
        if group.earlier && self.is_over(piece, &own) && over && piece.anchor == Anchor::Clause {
            piece.anchor = Anchor::Before;
        }
        own
    }

    /// What of the adjuncts belongs to one piece of what a clause says.
    fn own(&self, adjuncts: &Adjuncts, piece: &mut Piece, (start, end): (usize, usize)) -> Adjuncts {
        let mut own = adjuncts.clone();
        own.local |= self.relative;
        own.scope = own.scope.or(self.counting);
        if !piece.times.is_empty() {
            own.times = std::mem::take(&mut piece.times);
            own.local = true;
        }
        self.of_bracket(start, piece, &mut own);
        own.against = piece.against.take().or(own.against);
        if !piece.main {
            own.weeks = None;
            own.first = None;
        }
        if let Act::Share { top, .. } = &mut piece.act {
            *top = top.or(own.top.take());
        }
        own.weeks = piece.weeks.or(own.weeks);
        own.first = piece.first.take().or(own.first);
        own.counted = counted(self.c, start, end, &piece.act);
        own.so_far |= matches!(piece.act, Act::Level { .. }) && is_sum_so_far(Chunks { at: end, ..self.c });
        let metric = self.counted(start, end);
        match piece.act {
            Act::Level { .. } => {}
            // Where places are figures themselves, those count.
            Act::Rank { .. } | Act::Follows | Act::Top { .. } => own.counted.extend(metric),
            _ if !own.counted.is_empty() => {}
            _ => own.about = own.about.or(metric.map(About::Metric)),
        }
        own
    }

    /// The metric whose name or unit stands in a clause, if it is the only one:
    /// "handled 12,550 containers more than X", "41 % of all requests".
    fn counted(&self, from: usize, to: usize) -> Option<recount_model::MetricId> {
        let chunks = self.c.all.get(from..to).unwrap_or(&[]);
        let mut found = None;
        for chunk in chunks {
            let one = match &chunk.phrase {
                Phrase::Amount { metrics, .. } => match metrics.as_slice() {
                    [] => continue,
                    [metric] => *metric,
                    _ => return None,
                },
                Phrase::Name(names) => match (metric(names), units(names).as_slice()) {
                    (Some(metric), _) => metric,
                    (None, [metric]) => *metric,
                    (None, []) => continue,
                    _ => return None,
                },
                _ => continue,
            };
            if found.is_some_and(|metric| metric != one) {
                return None;
            }
            found = Some(one);
        }
        found
    }

    /// "31.2 per 100,000, followed by X at 28.0": a bare number of another one
    /// beside it is in the same unit.
    fn inherit_unit(&self, piece: &mut Piece) {
        let Some(Item::Said(last)) = self
            .items
            .iter()
            .rev()
            .find(|item| matches!(item, Item::Said(said) if matches!(said.act, Act::Level { .. })))
        else {
            return;
        };
        // "4.19 trillion, followed by X at 3.9" leaves its scale to the reader.
        let size = |value: &recount_model::Quantity| value.written().high.map(|high| high.value);
        let near = |one: &recount_model::Quantity, other: &recount_model::Quantity| {
            let hundred = recount_model::Number::from(100);
            matches!((size(one), size(other)), (Some(a), Some(b)) if &a * &hundred > b && &b * &hundred > a)
        };
        if let (Some(_), Act::Level { metrics, value }, Act::Level { metrics: known, value: other }) =
            (&piece.who, &mut piece.act, &last.act)
            && metrics.is_empty()
            && value.unit == recount_model::Unit::Own
            && near(value, other)
        {
            metrics.clone_from(known);
        }
    }

    /// A subject that names nobody: the one before, with what it names itself.
    pub(super) fn carried(&self, np: &Np) -> Np {
        match &self.focus {
            Some(focus) => Np {
                who: focus.who.clone(),
                about: if np.about == About::Nothing { focus.about } else { np.about },
                scope: np.scope.or(focus.scope),
                top: np.top.or(focus.top),
                of: np.of.clone().or_else(|| focus.of.clone()),
                narrowed: focus.narrowed.clone(),
                together: np.together || focus.together,
                ..np.clone()
            },
            // "X was the surprise of the week: its volume rose".
            None if self.topic.is_some() && !self.lost && np.who == Who::Carried => {
                Np { who: self.topic.as_ref().map_or(Who::Unknown, |topic| topic.who.clone()), ..np.clone() }
            }
            None if self.lost && np.who == Who::Carried => Np { who: Who::Unknown, ..np.clone() },
            None => np.clone(),
        }
    }

    /// "After adding 3 % last week, X is third": where it is now, is of last week too.
    fn date_now(&mut self, group: &Group, told: &Adjuncts) {
        use crate::en::phrase::quantity::TimeUnit;
        use crate::en::phrase::time::When;
        let last_week = |time: &Time| matches!(time.when, When::Unit { unit: TimeUnit::Week, shift: -1 });
        if group.present != Some(true) || group.perfect || !told.times.is_empty() {
            return;
        }
        for piece in &mut self.pending.pieces {
            if piece.anchor == Anchor::Earlier && !piece.times.is_empty() && piece.times.iter().all(last_week)
            {
                piece.anchor = Anchor::Clause;
            }
        }
    }

    /// Figures that waited for a subject; the clause's own time is theirs too,
    /// "With 4 trillion tokens, X led in the week of June 8".
    pub(super) fn release_pending(&mut self, clause: &[Time], mood: Mood) {
        let Some(focus) = self.focus.clone() else {
            return;
        };
        for piece in std::mem::take(&mut self.pending.pieces) {
            let mut times = piece.times;
            if matches!(piece.anchor, Anchor::Clause | Anchor::Before | Anchor::End)
                && !times.iter().any(is_when)
            {
                times.extend(clause.iter().filter(|time| is_when(time)).cloned());
            }
            let adjuncts = Adjuncts { times, weeks: piece.weeks, first: piece.first, ..Adjuncts::default() };
            self.items.push(Item::Said(Box::new(Said {
                beside: false,
                who: piece.who.unwrap_or_else(|| focus.clone()),
                act: piece.act,
                negated: piece.denied,
                no_longer: false,
                mood,
                adjuncts,
                anchor: piece.anchor,
                span: focus.span,
            })));
        }
    }

    pub(super) fn leave_pending(&mut self) {
        let waits = !self.pending.pieces.is_empty()
            || self.pending.adjuncts.weeks.is_some()
            || self.pending.adjuncts.first.is_some();
        if waits {
            self.items.push(Item::Unread {
                from: 0,
                to: self.c.to,
                why: "a figure whose subject was not found",
                named: false,
            });
        }
    }
}

/// "did not account for even a third": nor for so much.
fn not_even(words: Chunks<'_>) -> bool {
    (1..words.len())
        .any(|ahead| words.is(ahead, words!["even"]) && words.get(ahead + 1).is_some_and(Chunk::is_figure))
}

/// Does it say when, not since when or against when?
pub(super) const fn is_when(time: &Time) -> bool {
    matches!(time.role, Role::At | Role::AsOf)
}

/// "as the most valuable one": no clause of its own, but in what respect.
pub(super) fn is_comparison_as(c: Chunks<'_>) -> bool {
    if !c.is(0, words!["as"]) {
        return false;
    }
    let clause = (1..c.len()).take_while(|ahead| !is_stop(c, *ahead)).any(|ahead| {
        ahead > 1 && c.verb(ahead).is_some_and(|verb| is_finite(verb.form) || verb.form == Form::Participle)
    });
    // "as users flocked to it": a verb that the grammar does not know.
    let likened =
        c.is(1, words!["much", "many", "well", "far", "long", "soon", "little", "few", "high", "low"]);
    let unknown = |ahead: usize| {
        let word = c.word(ahead);
        c.entry(ahead).is_unknown() && word.ends_with("ed") && word.len() > 4
    };
    // "As Y Stalls", "as the north stumbles".
    let stalls = noun_phrase(c.skip(1)).is_some_and(|(rest, np)| {
        let word = rest.word(0);
        np.is_named() && rest.entry(0).is_unknown() && word.len() > 4 && word.ends_with('s')
    });
    !clause && !stalls && (likened || !(2..c.len()).take_while(|ahead| !is_stop(c, *ahead)).any(unknown))
}

/// The metrics in whose unit a change or a lead is said, "12,000 copies": those
/// of the phrase that gave its figure.
fn counted(c: Chunks<'_>, start: usize, end: usize, act: &Act) -> Vec<recount_model::MetricId> {
    let value = match act {
        Act::Change { value } | Act::Compare { value, .. } => value,
        _ => return Vec::new(),
    };
    if value.unit != recount_model::Unit::Own || value.is_direction() {
        return Vec::new();
    }
    let found = c.all.get(start..end).unwrap_or(&[]).iter().find_map(|chunk| match &chunk.phrase {
        Phrase::Amount { quantity, metrics } if quantity.figure == value.figure => Some(metrics.clone()),
        _ => None,
    });
    found.unwrap_or_default()
}

/// The rest of the words up to the next stop.
pub(super) fn to_stop(c: Chunks<'_>) -> Chunks<'_> {
    let mut rest = c;
    while !is_stop(rest, 0) {
        rest = rest.skip(1);
    }
    rest
}

/// What no metric explains, and whatever else is expected or asked, is not checkable: all of it.
fn to_its_end<'p>(rest: Chunks<'p>, mood: Mood, outcome: &Outcome) -> Chunks<'p> {
    let unexplained = outcome.pieces.iter().all(|piece| matches!(piece.act, Act::Unexplained { .. }));
    let unsaid = mood != Mood::Plain && mood != Mood::Untrue && !is_complete(rest, outcome);
    if unexplained || unsaid { to_stop(rest) } else { rest }
}

/// Does nothing follow that belongs to what was read?
fn is_complete(rest: Chunks<'_>, outcome: &Outcome) -> bool {
    let last = rest.at.checked_sub(1).and_then(|last| rest.all.get(last)).map(|chunk| &chunk.phrase);
    // "560 billion tokens ahead" is no level.
    let lead = rest.is(0, words!["ahead", "behind", "above", "below", "clear", "short"])
        && outcome.pieces.last().is_some_and(|piece| matches!(piece.act, Act::Level { .. }))
        && matches!(last, Some(Phrase::Amount { .. }));
    let complete = is_stop(rest, 0)
        || (rest.is(0, JOINS) && !is_comparison_as(rest))
        || (rest.is(0, REASONS) && !is_comparison_as(rest) && !is_after_a_time(rest))
        || rest.is(0, words!["with", "followed", "that", "is"])
        || (rest.is(0, words!["before"])
            && outcome.adjuncts.times.iter().any(is_when)
            && participle_of_another_time(rest).is_some())
        || attribution(rest).is_some()
        || versus_words(rest).is_some_and(|count| !is_against_unknown(rest.skip(count), outcome))
        || (rest.is(0, words!["to"]) && rest.verb(1).is_some_and(|verb| verb.form == Form::Base))
        || rest.verb(0).is_some_and(|verb| verb.form == Form::Ing && verb.frames != Frames::NONE)
        || change::adverbial(rest).is_some()
        || change::change_noun(rest).is_some()
        // "advanced to second place on an 18 % gain".
        || rest.is(0, words!["on"]) && change::change_noun(rest.skip(1)).is_some()
        || rest.are(&["on", "the", "back", "of"]) && change::change_noun(rest.skip(4)).is_some();
    // "The first to pass 5 trillion" is no place.
    let first_to = rest.is(0, words!["to"]) && matches!(last, Some(Phrase::Ordinal(_)));
    complete && !lead && !first_to
}

pub(super) fn merge(own: Adjuncts, pending: &Adjuncts) -> Adjuncts {
    let mut times = own.times;
    times.extend(pending.times.iter().cloned());
    Adjuncts {
        times,
        bare: own.bare,
        ago: own.ago || pending.ago,
        lately: own.lately || pending.lately,
        local: own.local,
        against: own.against,
        weeks: own.weeks.or(pending.weeks),
        run: own.run.or(pending.run),
        first: own.first.or_else(|| pending.first.clone()),
        about: own.about.or(pending.about),
        scope: own.scope.or(pending.scope),
        top: own.top.or(pending.top),
        either: own.either || pending.either,
        counted: own.counted,
        average: own.average || pending.average,
        reversed: own.reversed,
        of_share: own.of_share,
        again: own.again,
        weekend: own.weekend || pending.weekend,
        perfect: own.perfect || pending.perfect,
        present: own.present.or(pending.present),
        so_far: own.so_far || pending.so_far,
        added: own.added || pending.added,
        priced: own.priced || pending.priced,
        sold: own.sold || pending.sold,
        strength: own.strength || pending.strength,
        times_more: own.times_more || pending.times_more,
        together: own.together || pending.together,
        digits: own.digits || pending.digits,
        nth_week: own.nth_week || pending.nth_week,
        earlier: own.earlier || pending.earlier,
        had: own.had || pending.had,
        late: own.late,
        as_much: own.as_much || pending.as_much,
        of_list: own.of_list || pending.of_list,
        only_above: own.only_above.or_else(|| pending.only_above.clone()),
        apart: own.apart || pending.apart,
        ended: own.ended || pending.ended,
        every_week: own.every_week || pending.every_week,
    }
}

/// Whose figure it is, where another one is named just before it: either's.
fn whose(subject: &Np, near: Option<Near>) -> Np {
    let Some(Near { np, rather }) = near else { return subject.clone() };
    match (&subject.who, &np.who) {
        // "X and Y were level on 3 trillion": both of them.
        (Who::Named(several), _) if several.len() > 1 => subject.clone(),
        (Who::Named(others), Who::Named(_)) if rather => Np { narrowed: others.clone(), ..np },
        // "23 % of everything (27 trillion)": all of it, or that part.
        (Who::Named(others), Who::Total) => Np { narrowed: others.clone(), ..np },
        (_, Who::Named(others)) => Np { narrowed: others.clone(), ..subject.clone() },
        _ => subject.clone(),
    }
}
