//! What a sentence says without a subject or a verb of its own.

use super::accept::is_when;
use super::having::is_last_week;
use super::*;
use crate::en::clause::gap;
use crate::en::clause::tail::either_of_two;
use crate::en::phrase::time::{Role, Time};
use recount_model::Hedge;

impl<'p> Parser<'p> {
    /// Another one in a list behind "followed by X at Q".
    pub(super) fn follower(&mut self) -> bool {
        if !self.followers {
            return false;
        }
        let start = self.c.at;
        // "…, then Y at 3 trillion".
        let then = usize::from(self.c.is(0, words!["then"]));
        let Some((rest, np)) = noun_phrase(self.c.skip(then)) else {
            return false;
        };
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1);
        let share = rest.is(0, words!["on", "with", "at"])
            && matches!(figure(rest.skip(1)), Some((_, Phrase::Percent(_))));
        if !one || !(share || level::beside(rest).is_some() || is_stop(rest, 0) || rest.is(0, words!["and"]))
        {
            return false;
        }
        let (rest, mut tail) = after_follower(rest, np);
        let rest = self.share_of_follower(rest, &mut tail);
        self.accept_tail(start, rest, tail)
    }

    /// "X was third, unchanged" is about its place; "X added 1.6 trillion, more than Y" about what
    /// was added, whoever has more.
    fn of_another_kind(&self) -> bool {
        // "The week's fastest riser was X (+18 %), ahead of Y": in what it gained.
        let gained = |item: &Item| matches!(item, Item::Unread { why, .. } if *why == super::forms::GAINED);
        if self.c.is(0, words!["ahead", "behind", "followed", "narrowly"]) && self.items.iter().any(gained) {
            return true;
        }
        let Some(Item::Said(last)) = self.items.last() else { return false };
        let more = self.c.is(0, words!["more", "less", "fewer"]) && self.c.is(1, words!["than"]);
        match last.act {
            // "third, flat at 3.7 trillion" is about its figure after all.
            Act::Rank { .. } => {
                self.c.is(0, words!["unchanged", "flat", "steady"]) && !self.c.is(1, words!["at"])
            }
            Act::Change { .. } => more,
            _ => false,
        }
    }

    pub(super) fn tail(&mut self) -> bool {
        let start = self.c.at;
        let Some(focus) = self.focus.clone() else {
            return self.tail_of_topic();
        };
        if self.of_another_kind() {
            return false;
        }
        if self.whatever_stands_between(&focus) {
            return true;
        }
        let participle = self.c.verb(0).is_some_and(|verb| verb.form == Form::Ing);
        if self.other.is_some()
            && !participle
            && weeks_before(self.c).is_none()
            && !self.c.is(0, words!["followed", "ahead", "behind", "compared", "versus", "vs", "against"])
        {
            return false;
        }
        if self.figure_of_focus(&focus) {
            return true;
        }
        if let Some((rest, mut found)) = tail(self.c, &focus, self.opened) {
            let another = self.counts_another(&found) || self.held_against_unread(&found);
            if another
                || self.record_of_lead(&found)
                || self.record_of_change(&found)
                || !self.record_of_then(&mut found)
            {
                return false;
            }
            self.of_the_lead(&mut found);
            self.or_of_the_whole(&mut found);
            self.since_then(&mut found);
            self.over_its_way(&mut found);
            self.followers |= found.focus.is_some();
            return self.accept_found(start, rest, found);
        }
        if self.adverbial_weeks() {
            return true;
        }
        let joined = matches!(
            self.c.word_before(),
            "and" | "but" | "which" | "who" | "that" | "to" | ":" | "—" | "–" | "•" | "yet" | "then" | ","
        );
        match finite(skip_adverbs(self.c), &focus) {
            // "9 % of the total, which came to 46 trillion": the share, or its whole?
            Some((_, found)) if self.c.word_before() == "which" && self.is_of_a_whole(&found) => false,
            // "Fell 8 %, which was the biggest since May".
            Some((_, found)) if self.record_of_change(&found) => false,
            Some((rest, found)) if joined || self.opened || start == 0 => {
                self.accept_tail(start, rest, found)
            }
            _ => false,
        }
    }

    /// A further figure of the one who is spoken of, in any form.
    fn figure_of_focus(&mut self, focus: &Np) -> bool {
        self.by_how_much(focus)
            || self.weeks_then_verb(focus)
            || self.participle_behind()
            || self.having_moved(focus)
            || self.distance()
            || self.surplus(focus)
            || self.same_of_another()
            || self.by_so_much(focus)
            || self.also_against(focus)
            || self.nth_week_alone()
            || self.in_another_nth_week(focus)
            || self.with_volume(focus)
            || self.figure_behind_colon(focus)
            || self.or_percent(focus)
            || self.amount_of_record(focus)
            || self.or_amount(focus)
            || self.level_of_then(focus)
            || self.second_figure(focus)
    }

    /// What is said of the one who is spoken of, though another name stands before it.
    fn whatever_stands_between(&mut self, focus: &Np) -> bool {
        self.between_two(focus)
            || self.change_of_other(focus)
            || self.ever_since()
            || self.place_of_two(focus)
            || self.shortfall()
            || self.adverbial_weeks()
            || self.others_of_the_top()
            || self.after_a_jump(focus)
            || self.held_against_ratio(focus)
            || self.or_times_as_much(focus)
            || self.score()
            || self.then_and_now(focus)
            || self.place_behind_bracket(focus)
            || self.figure_of_object(focus)
            || self.another_of_before(focus)
    }

    /// Takes a tail, with what only the words before it tell.
    fn accept_found(&mut self, start: usize, rest: Chunks<'p>, mut found: Tail) -> bool {
        let rest = self.share_of_follower(rest, &mut found);
        // "4.2 trillion against 3.1 trillion for Y in the week to June 28": both of that week.
        let of_both = |time: &Time| is_when(time) && (is_last_week(time) || time.when.is_dated_week());
        let told = found.focus.is_some() && versus_words(Chunks { at: start, ..self.c }).is_some();
        if told
            && !found.outcome.adjuncts.times.is_empty()
            && found.outcome.adjuncts.times.iter().all(of_both)
        {
            let times = found.outcome.adjuncts.times.clone();
            self.date_all(&times, self.items.len());
        }
        // "climbed from 1.1 to 1.6 trillion, past that of Y": at the end of the way.
        if matches!(self.items.last(), Some(Item::Said(said)) if said.anchor == Anchor::End) {
            for piece in &mut found.outcome.pieces {
                if piece.anchor == Anchor::Clause && matches!(piece.act, Act::Compare { .. }) {
                    piece.anchor = Anchor::End;
                }
            }
        }
        match self.points_of_share(&found) {
            Some(share) => self.accept(start, rest, &share, found.outcome, found.group),
            None => self.accept_tail(start, rest, found),
        }
    }

    /// "X overtook Y, up 8 %", "X overtook Y last week, with 4 trillion tokens": of X,
    /// and, as a further reading, of Y. "X overtook Y, down 8 %" may be either.
    fn between_two(&mut self, focus: &Np) -> bool {
        let (Some(other), Some(Item::Said(last))) = (self.other.clone(), self.items.last()) else {
            return false;
        };
        let behind = match &last.act {
            Act::Compare { object, value, .. } if object.who == other.who && last.who.who == focus.who => {
                value.falling
            }
            _ => return false,
        };
        let Who::Named(names) = &other.who else { return false };
        let start = self.c.at;
        let Some((rest, found)) = either_of_two(self.c) else { return false };
        let fits = found.pieces.iter().all(|piece| match &piece.act {
            Act::Change { value } if self.has_changed(focus) => value.falling != behind,
            Act::Change { value } => value.falling == behind && !self.c.is(0, words!["at"]),
            _ => self.c.is(0, words!["with"]),
        });
        if !fits || found.pieces.is_empty() {
            return false;
        }
        // "X, up 8 %, passed Y, down 3 %", "X had 5 trillion, more than Y, with 3 trillion": of X
        // enough was said.
        let level = |piece: &Piece| matches!(piece.act, Act::Level { .. });
        if self.has_changed(focus) || found.pieces.iter().any(level) && self.has_level(focus) {
            let read = self.accept(start, rest, &other, found, Group::PLAIN);
            self.focus = Some(focus.clone());
            return read;
        }
        let either = Np { narrowed: names.clone(), ..focus.clone() };
        let read = self.accept(start, rest, &either, found, Group::PLAIN);
        self.focus = Some(focus.clone());
        read
    }

    /// "63 % more than Y, 3.15 trillion": the figure behind the name of the other one is its
    /// own; where none was told of the first, it may be of either.
    fn figure_of_object(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let (Some(other), Some(Item::Said(last))) = (self.other.clone(), self.items.last()) else {
            return false;
        };
        let compared = matches!(&last.act, Act::Compare { object, .. } if object.who == other.who)
            && last.who.who == focus.who
            && !last.negated;
        let Some((rest, phrase @ Phrase::Amount { .. })) = figure(self.c).filter(|_| compared) else {
            return false;
        };
        let rest = level::skip_unit(rest);
        let Some(act) = level_of(phrase).filter(|_| is_stop(rest, 0)) else { return false };
        let whose = match &focus.who {
            Who::Named(names) if !self.has_level(focus) => Np { narrowed: names.clone(), ..other },
            _ => other,
        };
        let read = self.accept(start, rest, &whose, Outcome::one(act), Group::PLAIN);
        self.focus = Some(focus.clone());
        read
    }

    /// ", a gap of 1.2 trillion": between the two who were compared, or of whom
    /// a level each was said.
    fn distance(&mut self) -> bool {
        // ", more than four to one".
        let ratio = || gap::ratio::is_of_one(self.c).then(|| gap::ratio::value(self.c)).flatten();
        let Some((rest, value)) = gap::size(self.c).or_else(ratio) else {
            return false;
        };
        let start = self.c.at;
        let mut said = self.items.iter().rev().filter_map(|item| match item {
            Item::Said(said) => Some(said),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        let Some(last) = said.next() else { return false };
        let (who, object, falling, either) = match &last.act {
            Act::Compare { object, value, .. } => (last.who.clone(), object.clone(), value.falling, false),
            Act::Level { .. } => match said.find(|other| matches!(other.act, Act::Level { .. })) {
                Some(other) if other.who.who != last.who.who => {
                    (other.who.clone(), last.who.clone(), false, true)
                }
                _ => return false,
            },
            _ => return false,
        };
        let value = crate::en::clause::predicate::directed(&value, falling);
        let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
        outcome.adjuncts.either = either;
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &who, outcome, Group::PLAIN)
    }

    /// "led X by 1.1 trillion, up from 0.9 trillion": what it came from is a
    /// lead too.
    fn of_the_lead(&self, tail: &mut Tail) {
        let Some(Item::Said(last)) = self.items.last() else { return };
        let Act::Compare { object, value, .. } = &last.act else { return };
        if value.is_direction() {
            return;
        }
        let either = last.adjuncts.either;
        for piece in &mut tail.outcome.pieces {
            let then = piece.came_from
                || piece.who.is_none()
                    && matches!(
                        piece.anchor,
                        crate::en::clause::Anchor::Before | crate::en::clause::Anchor::Earlier
                    );
            if let Act::Level { value: old, .. } = &piece.act
                && then
            {
                tail.outcome.adjuncts.either |= either;
                let value = crate::en::clause::predicate::directed(old, value.falling);
                piece.act = Act::Compare { object: object.clone(), value, event: false };
            }
        }
    }

    /// "905 billion tokens, from 12 billion requests": not what it was before.
    fn counts_another(&self, tail: &Tail) -> bool {
        let known = self.items.iter().rev().find_map(|item| match item {
            Item::Said(said) => match &said.act {
                Act::Level { metrics, .. } if !metrics.is_empty() => Some(metrics),
                _ => None,
            },
            _ => None,
        });
        let Some(known) = known else { return false };
        tail.outcome.pieces.iter().any(|piece| match &piece.act {
            Act::Level { metrics, .. } if matches!(piece.anchor, Anchor::Before | Anchor::Earlier) => {
                !metrics.is_empty() && metrics.iter().all(|metric| !known.contains(metric))
            }
            _ => false,
        })
    }

    /// ", unlike in the week before" behind a comparison: it was not so then.
    pub(super) fn unlike(&mut self) -> bool {
        let (true, Some(Phrase::Time(time))) = (self.c.is(0, words!["unlike"]), self.c.phrase(1)) else {
            return false;
        };
        let directly = self.c.word_before() == ",";
        let Some(Item::Said(last)) = self.items.last_mut().filter(|_| directly && self.unread.is_none())
        else {
            return false;
        };
        let Act::Compare { event, .. } = &mut last.act else {
            return false;
        };
        *event = true;
        last.adjuncts.times.push(Time { role: Role::Base, ..time.clone() });
        last.span = last.span.to(self.c.span(self.c.at, self.c.at + 2));
        self.c = self.c.skip(2);
        true
    }

    /// "That compares with 5.4 million a week earlier": of whom the last figure was said.
    pub(super) fn compares(&mut self) -> bool {
        let start = self.c.at;
        let said = self.c.is(0, words!["that", "this", "it", "which"])
            && self.c.is(1, words!["compares", "compared"]);
        if !said || !self.c.is(2, words!["with", "to"]) {
            return false;
        }
        let Some((rest, found)) = crate::en::clause::tail::versus(self.c.skip(1)) else { return false };
        let nobody = Np::carried(self.c.span(start, start + 1));
        let figure =
            if self.c.is(0, words!["it", "which"]) { nobody } else { Np { who: Who::Figure, ..nobody } };
        let np = self.focus.clone().unwrap_or(figure);
        found.focus.is_none() && self.accept(start, rest, &np, found.outcome, Group::PLAIN)
    }

    /// "X was up 3 % on the week and 8 % from a year earlier".
    fn also_against(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let Some(Item::Said(last)) = self.items.last() else { return false };
        let falling = match &last.act {
            Act::Change { value } if !value.is_direction() && last.who.who == focus.who => value.falling,
            _ => return false,
        };
        if !matches!(self.c.word_before(), "and" | "but") || last.negated {
            return false;
        }
        let Some((rest, outcome)) = crate::en::clause::tail::and_against(self.c, falling) else {
            return false;
        };
        self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// "23 % of everything (27 trillion)": so much was the part, or all of it.
    fn or_of_the_whole(&self, found: &mut Tail) {
        let Some(Item::Said(last)) = self.items.last().filter(|_| self.c.word_before() == "(") else {
            return;
        };
        let Act::Share { whole, top: None, .. } = &last.act else { return };
        let total = || Np { who: Who::Total, ..Np::carried(last.span) };
        let np = whole.clone().filter(|np| matches!(np.who, Who::Named(_))).unwrap_or_else(total);
        for piece in found.outcome.pieces.iter_mut().filter(|piece| piece.who.is_none()) {
            if matches!(piece.act, Act::Level { .. }) && piece.near.is_none() {
                piece.near = Some(Near { np: np.clone(), rather: false });
            }
        }
    }

    /// Is it a level behind a share, which may be that of the whole?
    fn is_of_a_whole(&self, found: &Tail) -> bool {
        let share =
            matches!(self.items.last(), Some(Item::Said(said)) if matches!(said.act, Act::Share { .. }));
        share && found.outcome.pieces.iter().any(|piece| matches!(piece.act, Act::Level { .. }))
    }

    /// "four of the top ten were from X, the other six from Y".
    fn others_of_the_top(&mut self) -> bool {
        let Some(Item::Said(last)) = self.items.last() else { return false };
        let (Act::Top { top, .. }, false) = (&last.act, last.negated) else { return false };
        let top = *top;
        let start = self.c.at;
        let look = self.c.skip(2 * usize::from(self.c.are(&["the", "other"])));
        let look = look.skip(usize::from(look.is(0, words!["another"])));
        let Some(Phrase::Number(n)) = look.phrase(0) else { return false };
        if !look.is(1, words!["from", "to"]) {
            return false;
        }
        let Some((rest, np)) = noun_phrase(look.skip(2)).filter(|(_, np)| np.is_named()) else {
            return false;
        };
        let count = recount_model::Quantity::whole(*n, recount_model::Unit::Count);
        let outcome = Outcome::one(Act::Top { top, count, among: None });
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "[three quarters of] whose tokens": of those of the one who is spoken of.
    fn of_theirs(
        &self,
        behind: Chunks<'p>,
        of: crate::en::clause::share::Of,
    ) -> crate::en::clause::share::Of {
        match &self.focus {
            Some(focus) if is_whose(behind) => {
                let whole = Np { about: About::Nothing, share: false, ..focus.clone() };
                crate::en::clause::share::Of { whole: Some(whole), ..of }
            }
            _ => of,
        }
    }

    /// "nearly half of all tokens went to X", "43 % of the volume was taken by X".
    pub(super) fn part_went(&mut self) -> bool {
        let start = self.c.at;
        let Some((rest, value, Some(of))) = crate::en::clause::share::percentage(skip_leading(self.c)) else {
            return false;
        };
        let (time, of) = (of.time.clone(), self.of_theirs(rest, of));
        let (rest, times) = self.between(rest, &Np::carried(self.c.span(start, start)));
        let Some((rest, group)) = verb_group(rest, false) else {
            return false;
        };
        let goes = group.verb.frames.any(Frames::BELONG.and(Frames::LEVEL)) && !group.passive;
        let taken = group.passive
            && group.verb.frames.any(Frames::USE.and(Frames::TAKE).and(Frames::HOLD).and(Frames::SHARE));
        // "a third of all admissions were in X".
        let lies = group.verb.frames.any(Frames::BE) && !group.passive && group.hedge == Hedge::Bare;
        let prepositions: &[&str] = match (goes, lies) {
            (true, _) => &["to", "from", "through"],
            (_, true) => &["in", "from", "at"],
            _ => &["by", "on"],
        };
        let (rest, behind) = owner(rest, prepositions);
        let Some(np) = behind.filter(|_| goes || taken || lies) else {
            return false;
        };
        let mut outcome =
            Outcome { pieces: vec![crate::en::clause::share::piece(value, Some(of))], ..Outcome::default() };
        outcome.adjuncts.times = times;
        outcome.adjuncts.times.extend(time);
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }
}

/// Were the words before it "whose tokens"?
fn is_whose(c: Chunks<'_>) -> bool {
    (1..5).any(|back| c.at.checked_sub(back).is_some_and(|at| Chunks { at, ..c }.is(0, words!["whose"])))
}

pub(super) fn owner<'p>(c: Chunks<'p>, prepositions: &[&str]) -> (Chunks<'p>, Option<Np>) {
    if !c.is(0, prepositions) {
        return (c, None);
    }
    match noun_phrase(c.skip(1)) {
        Some((rest, np)) if np.is_named() => {
            // "16 % to X alone".
            let alone = rest.is(0, words!["alone", "itself", "themselves"]) && is_stop(rest, 1);
            (rest.skip(usize::from(alone)), Some(np))
        }
        _ => (c, None),
    }
}
