//! A subject and a figure, without a verb: of a change, a share or a level that
//! the sentence spoke of before, or of a list.

use recount_model::Movement;

use super::*;
use crate::en::clause::predicate::{directed, quantity_of};
use crate::en::clause::share::{self, Of};
use crate::en::clause::tail::both_ends;
use crate::en::phrase::place::Place;
use crate::en::phrase::time::Role;
use recount_model::{Quantity, Unit};

impl<'p> Parser<'p> {
    /// A subject and a figure without a verb: "X only 4.25 trillion", "X: 4.19
    /// trillion", "X up 8 %". A name before a colon is spoken of from then on.
    pub(super) fn gapped(&mut self) -> bool {
        let start = self.c.at;
        // "Everything: 46.66 trillion, up 4.6 %".
        if self.c.is(0, words!["everything", "everyone", "overall", "altogether"])
            && self.c.is(1, words![":"])
        {
            self.focus = Some(Np { who: Who::Total, ..Np::carried(self.c.span(start, start + 1)) });
            self.c = self.c.skip(1);
            return true;
        }
        if self.followed_with_share() || self.more_of_another() {
            return true;
        }
        let Some((rest, np)) = noun_phrase(skip_leading(self.c)) else {
            return false;
        };
        if !np.is_named() || self.leans_on_unread(start) {
            return false;
        }
        if let Some((end, outcome)) = self.without_verb(rest, &np) {
            return self.accept(start, end, &np, outcome, Group::PLAIN);
        }
        let apart = rest.is(0, words![","]) && (self.focus.is_none() || self.next_of_list(rest.skip(1)));
        if rest.is(0, words![":", "(", "—", "–", "-"]) || apart || rest.is_empty() {
            self.focus = Some(np);
            self.c = rest;
            self.release_pending(&[], self.mood);
            return true;
        }
        false
    }

    /// "X, up 8 %; Y, up 3 %": the next of a list, with a figure behind its comma.
    fn next_of_list(&self, behind: Chunks<'p>) -> bool {
        let and = Chunks { at: self.c.at.saturating_sub(2), ..self.c };
        let listed = self.c.word_before() == ";" || self.c.word_before() == "and" && and.is(0, words![";"]);
        listed
            && self.unread.is_none()
            && (change::adverbial(behind).is_some()
                || level::beside(behind).is_some()
                || matches!(figure(behind), Some((_, Phrase::Amount { .. })))
                || rank::place(behind).is_some())
    }

    /// "My last letter put X at 4.19 trillion and Y at 3.63 trillion": what is said of Y hangs on a
    /// verb that no rule read, with a figure of another one.
    fn leans_on_unread(&self, start: usize) -> bool {
        let Some(Item::Unread { from, to, .. }) = self.items.last() else { return false };
        let joined = matches!(self.c.word_before(), "and" | ",") && start.saturating_sub(*to) <= 2;
        let words = Chunks { at: *from, ..self.c }.until(*to);
        let name = (1..words.len()).find(|ahead| matches!(words.phrase(*ahead), Some(Phrase::Name(_))));
        let Some(name) = name.filter(|_| joined) else { return false };
        let verb = (0..name).any(|ahead| words.verb(ahead).is_some_and(|verb| is_finite(verb.form)));
        let figure = (name..words.len())
            .any(|ahead| matches!(words.phrase(ahead), Some(Phrase::Amount { .. } | Phrase::Percent(_))));
        verb && figure
    }

    /// What is said of a name without a verb.
    fn without_verb(&self, rest: Chunks<'p>, np: &Np) -> Option<(Chunks<'p>, Outcome)> {
        let after = skip_adverbs(rest);
        // "X's: 9.02 trillion": what is left of a label.
        let owned = rest.is(0, words!["'s", "’s"]) && rest.is(1, words![":"]);
        let after = if owned { rest.skip(2) } else { after };
        // "X's share rose to 19 % and Y's to 14 %".
        let led = after.is(0, words!["to"]) && matches!(rest.word_before(), "'s" | "’s" | "'" | "’");
        let after = after.skip(usize::from(led && self.went_to()));
        both_ends(after, false)
            .or_else(|| by_so_much(rest))
            .or_else(|| self.by_its_own_way(after, np))
            .or_else(|| self.by_more(after))
            .or_else(|| self.amount_behind(after))
            .or_else(|| change_behind(after))
            .or_else(|| doubles(after))
            .or_else(|| level_beside(rest))
            .or_else(|| self.place_behind(after))
            .or_else(|| crate::en::clause::rank::back_at(rest))
            .or_else(|| self.same_share(after))
            .or_else(|| share_behind(rest))
            .or_else(|| self.next_behind(after))
            .or_else(|| self.count_behind(after))
            .or_else(|| way_behind(after))
            .or_else(|| self.weeks_behind(after))
            .or_else(|| self.drops_out(after))
            .or_else(|| self.level_behind_comma(rest, np))
            .or_else(|| self.without_be(rest, np))
    }

    /// Did the clause before say where something went?
    fn went_to(&self) -> bool {
        let Some(Item::Said(last)) = self.items.iter().rev().find(|item| matches!(item, Item::Said(_)))
        else {
            return false;
        };
        let to = |at: usize| {
            let c = Chunks { at, ..self.c };
            c.is(0, words!["to"])
                && c.get(1).is_some_and(Chunk::is_figure)
                && c.span(at, at + 1).start >= last.span.start
        };
        !last.negated && (0..self.c.at).rev().take(16).any(to)
    }

    /// "X only 4.25 trillion": a level, or as much more as the one before.
    fn amount_behind(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        // "X accounted for 20 trillion and Y for 4.25 trillion".
        let so_much =
            || matches!(self.items.last(), Some(Item::Said(said)) if matches!(said.act, Act::Level { .. }));
        let c = c.skip(usize::from(c.is(0, words!["for"]) && so_much()));
        let (end, phrase @ Phrase::Amount { .. }) = figure(c)? else { return None };
        let act = self.as_much_more(phrase).or_else(|| level_of(phrase));
        let mut outcome =
            Outcome { pieces: act.map(Piece::main).into_iter().collect(), ..Outcome::default() };
        if let (Some(Piece { act: Act::Change { .. }, .. }), Some(Item::Said(said))) =
            (outcome.pieces.first(), self.items.last())
        {
            let bases = said.adjuncts.times.iter().filter(|time| time.role != Role::At);
            outcome.adjuncts.times.extend(bases.cloned());
        }
        // "X averaged 4 trillion a week, Y 3 trillion": so did Y.
        if let Some(Item::Said(said)) = self.items.last() {
            outcome.adjuncts.average |= said.adjuncts.average;
        }
        let end = adjuncts(level::skip_unit(end), &mut outcome);
        Some((end, outcome))
    }

    /// "X third": behind another place or a level, or written "No. 3".
    /// "Y (4.38 trillion) second" behind a place: that of the name before the bracket.
    pub(super) fn place_behind_bracket(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let close = start.checked_sub(1).filter(|_| self.c.word_before() == ")");
        let name = close.and_then(|close| self.c.opened(close, 16)).and_then(|open| open.checked_sub(1));
        let named = name.is_some_and(|name| self.c.span(name, name + 1).end == focus.span.end);
        let ranked = || {
            self.items
                .iter()
                .any(|item| matches!(item, Item::Said(said) if matches!(said.act, Act::Rank { .. })))
        };
        if !named || !ranked() {
            return false;
        }
        let Some((rest, outcome)) = self.place_behind(self.c) else { return false };
        self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    fn place_behind(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        let at = usize::from(c.is(0, words!["in", "at"]) && rank::place(c.skip(1)).is_some());
        let (end, place @ Place::At(_)) = rank::place(c.skip(at))? else { return None };
        // "X third (3.7 trillion, −1 %), Y fourth": its change stands between the two, or
        // something in brackets that nobody read.
        let between = |item: &Item| match item {
            Item::Said(said) => matches!(said.act, Act::Change { .. }),
            Item::Unread { from, .. } => {
                from.checked_sub(1).is_some_and(|open| Chunks { at: open, ..self.c }.is(0, words!["("]))
            }
            Item::Time(_) | Item::Passing { .. } => false,
        };
        let last = self.items.iter().rev().find(|item| !between(item));
        let ranked = matches!(last, Some(Item::Said(said)) if matches!(said.act, Act::Rank { .. } | Act::Level { .. }));
        let written = c.get(0).is_some_and(|chunk| matches!(c.lower(chunk.first), "#" | "no"));
        // "X was first and Y second by tokens last week".
        let behind = adjuncts(end, &mut Outcome::default());
        let ends = is_stop(end, 0)
            || end.is(0, words!["and", "with", "at"])
            || behind.at > end.at && is_stop(behind, 0);
        // "X first, Y second": a list of places.
        let listed = end.is(0, words![","])
            && noun_phrase(end.skip(1)).is_some_and(|(rest, np)| {
                np.is_named()
                    && matches!(rest.phrase(0), Some(Phrase::Ordinal(_) | Phrase::Place(Place::At(_))))
            });
        if !(ranked || written || listed) || !ends {
            return None;
        }
        // "X stayed first and Y second": the verb is that of both.
        let kept = matches!(last, Some(Item::Said(said)) if !said.negated
            && matches!(said.act, Act::Rank { movement: Some(Movement::Kept), place: Place::At(_), .. }));
        let joined = self.c.word_before() == "and" && !written;
        let movement = kept.then_some(Movement::Kept).filter(|_| joined);
        let mut outcome = Outcome::one(Act::Rank { place, movement, among: None });
        let end = adjuncts(end, &mut outcome);
        Some((end, outcome))
    }

    /// "X is down 1.6 million and Y 1.8 million": behind a change by so much the
    /// same of another one.
    fn as_much_more(&self, phrase: &Phrase<'_>) -> Option<Act> {
        let Some(Item::Said(said)) = self.items.last() else { return None };
        let Act::Change { value: known } = &said.act else { return None };
        // "X had 10.5 trillion, 1.1 trillion more than before; Y 6.37 trillion": so much in all.
        let before = self.items.iter().rev().nth(1);
        if matches!(before, Some(Item::Said(level)) if matches!(level.act, Act::Level { .. }) && level.who.who == said.who.who)
        {
            return None;
        }
        let value = quantity_of(phrase)?;
        let alike = known.unit == Unit::Own && !known.is_direction();
        alike.then(|| Act::Change { value: Quantity { falling: known.falling, ..value } })
    }

    /// "X, 4.19 trillion tokens, flat.": no verb behind it.
    fn level_behind_comma(&self, c: Chunks<'p>, np: &Np) -> Option<(Chunks<'p>, Outcome)> {
        let begun = matches!(self.c.word_before(), "." | ";");
        let first = begun || self.items.iter().all(|item| matches!(item, Item::Time(_)));
        if !c.is(0, words![","]) || !first || np.about != About::Nothing {
            return None;
        }
        // "X accounted for 4 trillion tokens; Y, for 3 trillion".
        let last = self.items.last();
        let so_much = matches!(last, Some(Item::Said(said)) if matches!(said.act, Act::Level { .. }));
        let for_it = usize::from(so_much && c.is(1, words!["for"]));
        let (rest, phrase @ Phrase::Amount { .. }) = figure(c.skip(1 + for_it))? else { return None };
        let rest = level::skip_unit(rest);
        (is_stop(rest, 0) && !verb_behind(rest)).then(|| Some((rest, Outcome::one(level_of(phrase)?))))?
    }

    /// ", against 48 % for X", ", compared with X's 33 %" behind a share or a
    /// change: the same of another one.
    pub(super) fn same_of_another(&mut self) -> bool {
        let Some(count) = versus_words(self.c) else {
            return false;
        };
        let start = self.c.at;
        let look = skip_adverbs(self.c.skip(count));
        let found = match figure(look) {
            Some((after, Phrase::Percent(_))) => {
                let share = usize::from(after.noun(0) == Some(crate::en::lexicon::Noun::Share));
                let (rest, np) = owner(after.skip(share), &["for", "by", "from", "in", "at", "among"]);
                np.map(|np| (rest, np, look))
            }
            _ => noun_phrase(look).filter(|(_, np)| np.is_named()).and_then(|(rest, np)| {
                let rest = if rest.is(0, words!["'s", "’s", "'", "’", "at", "with"]) {
                    rest.skip(1)
                } else {
                    rest
                };
                let (after, Phrase::Percent(_)) = figure(rest)? else { return None };
                Some((after, np, rest))
            }),
        };
        let Some((rest, np, value)) = found else {
            return false;
        };
        let Some((_, mut outcome)) = self.same_share(value.until(rest.at)) else {
            return false;
        };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// ", X for 48 %", ", X 33 %" behind a share: of the same whole.
    pub(super) fn same_share(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        // "a 15 % share was enough for X to lead; Y followed with 14 %": the place stands between.
        let last = self.items.iter().rev().find_map(|item| match item {
            Item::Said(said) if matches!(said.act, Act::Rank { .. } | Act::Follows) => None,
            Item::Said(said) => Some(said),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        })?;
        if let Some(found) = self.same_change(c) {
            return Some(found);
        }
        let Act::Share { whole, top, .. } = &last.act else {
            return None;
        };
        let look = if c.is(0, words!["for", "with", "at", "had", "on"]) { c.skip(1) } else { c };
        let (rest, Phrase::Percent(value)) = figure(look)? else {
            return None;
        };
        let rest = rest.skip(usize::from(rest.noun(0) == Some(crate::en::lexicon::Noun::Share)));
        let act = Act::Share { value: value.clone(), whole: whole.clone(), top: *top };
        let mut outcome = Outcome::one(act);
        Some((adjuncts(rest, &mut outcome), outcome))
    }

    /// "[X fell 40 % to 6.3 trillion and] Y 16 % to 4.82 trillion", "[X grew more than
    /// thirteenfold,] Y more than fourfold": the change of another one, the same way and
    /// against the same week.
    fn same_change(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        let mut said = self.items.iter().rev().filter_map(|item| match item {
            Item::Said(said) => Some(said),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        // Where that came from and went to stands behind it.
        let last = said.find(|said| !matches!(said.act, Act::Level { .. }))?;
        let whose = |item: &Item| match item {
            Item::Said(said) => matches!(said.act, Act::Change { .. }) || said.who.who == last.who.who,
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => true,
        };
        let behind =
            self.items.iter().rev().take_while(
                |item| !matches!(item, Item::Said(said) if matches!(said.act, Act::Change { .. })),
            );
        let Act::Change { value: old } = &last.act else { return None };
        if last.negated || last.adjuncts.weeks.is_some() || !behind.into_iter().all(whose) {
            return None;
        }
        let by = c.skip(usize::from(c.is(0, words!["by"])));
        let (rest, value) = match figure(by)? {
            (rest, Phrase::Percent(value)) => (rest, directed(value, old.falling)),
            (rest, Phrase::Ratio(value)) if old.unit == recount_model::Unit::Ratio => (rest, value.clone()),
            _ => return None,
        };
        // "Y 16 % of the total" is no change.
        if rest.is(0, words!["of"]) {
            return None;
        }
        let mut outcome = Outcome::one(Act::Change { value });
        let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
        let rest = adjuncts(rest, &mut outcome);
        if !outcome.adjuncts.based() {
            let bases = last.adjuncts.times.iter().filter(|time| !matches!(time.role, Role::At | Role::AsOf));
            outcome.adjuncts.times.extend(bases.cloned());
        }
        Some((rest, outcome))
    }

    /// Is it an amount in another unit than the last one's?
    fn is_of_another_metric(&self, phrase: &Phrase<'_>) -> bool {
        let Some(Item::Said(said)) = self.items.last() else { return false };
        match (&said.act, phrase) {
            (Act::Level { metrics: known, .. }, Phrase::Amount { metrics, .. }) => {
                !metrics.is_empty()
                    && !known.is_empty()
                    && metrics.iter().all(|metric| !known.contains(metric))
            }
            _ => false,
        }
    }

    /// "… were used on X and 3.63 trillion on Y": the verb is not said again.
    pub(super) fn amount_on(&mut self) -> bool {
        let start = self.c.at;
        // "4 trillion were sent to X, the most used model, and 3 trillion to Y": its place stands between.
        let place = |item: &&Item| matches!(item, Item::Said(said) if matches!(said.act, Act::Rank { .. }));
        let level = matches!(self.items.iter().rev().find(|item| !place(item)), Some(Item::Said(said))
            if matches!(said.act, Act::Level { .. }));
        let Some((rest, phrase @ Phrase::Amount { .. })) = figure(self.c).filter(|_| level) else {
            return false;
        };
        let (rest, np) = owner(level::skip_unit(rest), &["on", "by", "through", "via", "for", "to"]);
        // "4 trillion tokens and 61 billion requests": of the same one.
        let same = np.is_none() && self.c.word_before() == "and" && self.is_of_another_metric(phrase);
        if let (true, Some(focus)) = (same, self.focus.clone()) {
            let mut outcome = Outcome {
                pieces: level_of(phrase).map(Piece::main).into_iter().collect(),
                ..Outcome::default()
            };
            let rest = adjuncts(rest, &mut outcome);
            return self.accept(start, rest, &focus, outcome, Group::PLAIN);
        }
        let Some(np) = np.filter(|_| is_stop(rest, 0)) else {
            return false;
        };
        let outcome =
            Outcome { pieces: level_of(phrase).map(Piece::main).into_iter().collect(), ..Outcome::default() };
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }
}

/// "X up 8 %".
fn change_behind(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let (end, value, times) = change::adverbial(c)?;
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.adjuncts.times = times;
    let end = change::to_and_from(end, &mut outcome).unwrap_or(end);
    Some((adjuncts(end, &mut outcome), outcome))
}

/// "X down 1.3 million barrels": by so many, no level.
fn by_so_much(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let way = c.is(0, words!["up", "down"]) && matches!(c.phrase(1), Some(Phrase::Amount { .. }));
    way.then(|| change_behind(c)).flatten()
}

/// "X from 3.67 trillion to 3.63 trillion": both ends of the way.
fn way_behind(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    if !c.is(0, words!["from"]) {
        return None;
    }
    let mut outcome = Outcome::default();
    let end = change::to_and_from(c, &mut outcome)?;
    let both = outcome.pieces.len() == 2
        && outcome.pieces.iter().all(|piece| matches!(piece.act, Act::Level { .. }));
    both.then(|| (adjuncts(end, &mut outcome), outcome))
}

/// "X with 4.25 trillion".
fn level_beside(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let (end, piece) = level::beside(c)?;
    let mut outcome = Outcome { pieces: vec![Piece { main: true, ..piece }], ..Outcome::default() };
    Some((adjuncts(end, &mut outcome), outcome))
}

/// "X for 19 % of all tokens": a share, behind a verb that took one.
fn share_behind(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let (end, value, Some(of)) = share_for(c)? else { return None };
    let piece = share::piece(value, Some(of));
    let mut outcome = Outcome { pieces: vec![piece], ..Outcome::default() };
    Some((adjuncts(end, &mut outcome), outcome))
}

/// Has the rest of the sentence a verb of its own?
fn verb_behind(c: Chunks<'_>) -> bool {
    (0..c.len().min(24))
        .any(|ahead| c.verb(ahead).is_some_and(|verb| is_finite(verb.form) && c.noun(ahead).is_none()))
}

/// "[X] for 19 % of all tokens": a share, behind a verb that took one.
fn share_for(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, Option<Of>)> {
    c.is(0, words!["for"]).then(|| share::percentage(c.skip(1))).flatten()
}

/// "Southern models more than double", "X and Y double to 4 trillion tokens": of several the verb is
/// the word for the multiple.
fn doubles(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let (chunk, Phrase::Ratio(value)) = (c.get(0)?, c.phrase(0)?) else { return None };
    let last = chunk.end.checked_sub(1).map_or("", |last| c.lower(last));
    let ends = is_stop(c, 1) || c.is(1, words!["to", "in"]) || matches!(c.phrase(1), Some(Phrase::Time(_)));
    if !matches!(last, "double" | "triple" | "quadruple") || !(ends || c.len() == 1) {
        return None;
    }
    let mut outcome = Outcome::one(Act::Change { value: value.clone() });
    let rest = c.skip(1);
    let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
    Some((adjuncts(rest, &mut outcome), outcome))
}
