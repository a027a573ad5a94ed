//! What stands before a clause in a sentence.

use super::accept::is_when;
use super::another_time::participle_of_another_time;
use super::hints::of_single_ones;
use super::*;
use crate::en::clause::adjunct::{amount_of_record, with_record};
use crate::en::clause::noun_phrase::who_is_there;
use crate::en::clause::predicate::is_function_word;
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time};
use crate::token::Words;

/// Verbs of which a participle in front says something of the subject to come.
const CARRIES: Frames = Frames::UP
    .and(Frames::DOWN)
    .and(Frames::LEVEL)
    .and(Frames::RANK)
    .and(Frames::SHARE)
    .and(Frames::ADD)
    .and(Frames::LOSE)
    .and(Frames::LEAD)
    .and(Frames::AHEAD)
    .and(Frames::OVERTAKE)
    .and(Frames::BEHIND)
    .and(Frames::HOLD)
    .and(Frames::TAKE)
    .and(Frames::SWEEP)
    .and(Frames::SET)
    .and(Frames::STAY)
    .and(Frames::FACTOR);

impl<'p> Parser<'p> {
    /// A time before a clause.
    pub(super) fn time(&mut self) -> bool {
        let Some(Phrase::Time(time)) = self.c.phrase(0) else { return false };
        // "Last week's fifth place"; "in May's ranking" is no time.
        let owned = self.c.is(1, words!["'s", "’s"]);
        let first = self.c.get(0).map_or("", |chunk| self.c.lower(chunk.first));
        // "Last week's No. 1, X, fell": whose time it is, is not the clause's.
        let place = matches!(self.c.phrase(2), Some(Phrase::Place(Place::At(_))))
            || self.c.is(2, words!["leader", "frontrunner", "winner", "champion", "loser", "newcomer"]);
        // "overtook X, last week's leader": a title of X.
        let behind = matches!(self.c.word_before(), "," | "(") && is_stop(self.c, 3);
        let title = place
            && (behind || self.c.is(3, words![","]) || matches!(self.c.phrase(3), Some(Phrase::Name(_))));
        if owned && (title || is_function_word(first)) {
            return false;
        }
        if self.says_which_week(time) || self.came_out(time) {
            return true;
        }
        // "X said on Monday that Y had grown": when it was said.
        let said = self.c.at.checked_sub(1).and_then(|at| Chunks { at, ..self.c }.verb(0));
        let told = said.is_some_and(|verb| verb.frames.any(Frames::SAY.and(Frames::DENY)));
        if told && matches!(time.when, crate::en::phrase::time::When::Weekday { .. }) && !owned {
            self.c = self.c.skip(1);
            return true;
        }
        // "the top three are the same as the week before" is not said of that week.
        let compared = self.c.word_before() == "as" && is_stop(self.c, 1);
        // "X led Y (3 trillion) last week": the time of what was said before.
        if self.c.word_before() == ")" && (is_stop(self.c, 1) || self.c.is(1, JOINS)) && is_when(time) {
            self.date_all(std::slice::from_ref(time), self.items.len());
        }
        // "X fell to 3 trillion, for the week ended June 14.": likewise.
        let last = self.c.skip(1).is_empty() || self.c.is(1, words!["."]) && self.c.skip(2).is_empty();
        let comma = self.c.word_before() == "," && matches!(first, "for" | "in" | "during");
        if comma && last && is_when(time) && time.when.is_dated_week() {
            self.date_all(std::slice::from_ref(time), self.items.len());
        }
        if !(self.of_the_run(time) || compared) {
            self.items.push(Item::Time(time.clone()));
        }
        self.c = self.c.skip(1 + usize::from(owned));
        true
    }

    /// "Against the first week of the quarter, March 30 to April 5, …": which one that was.
    fn says_which_week(&mut self, time: &Time) -> bool {
        let bare = self.c.get(0).is_some_and(|chunk| {
            let first = self.c.lower(chunk.first);
            first == "the" || !is_function_word(first)
        });
        let apart = self.c.word_before() == "," && self.c.is(1, words![","]);
        if !(bare && apart && time.role == Role::At && time.when.is_dated_week()) {
            return false;
        }
        let Some(Item::Time(told)) = self.items.last_mut() else { return false };
        if told.role != Role::Base || self.c.at < 2 || !told.when.is_dated_week() {
            return false;
        }
        told.when = time.when.clone();
        self.c = self.c.skip(1);
        true
    }

    /// "Once X overtakes Y, …" is still to come; "before X overtook Y" was so at
    /// a time that the text does not give.
    pub(super) fn time_clause(&mut self) -> bool {
        const WORDS: &Words = words!["once", "until", "till", "before", "whenever", "when"];
        let c = self.c;
        let count = if c.is(0, WORDS) {
            1
        } else if c.are(&["by", "the", "time"])
            || c.are(&["as", "soon", "as"])
            || c.are(&["as", "long", "as"])
        {
            3
        } else {
            return false;
        };
        let clause = noun_phrase(skip_adverbs(c.skip(count))).and_then(|(rest, np)| {
            let (_, group) = verb_group(rest, false).filter(|_| np.is_named())?;
            Some(group)
        });
        let Some(group) = clause.filter(|_| self.unread.is_none()) else { return false };
        let present = matches!(group.verb.form, Form::Third | Form::Base) && group.mood == Mood::Plain;
        let then = c.is(0, words!["until", "till", "before"]) || count == 3;
        let ahead = present && !group.negated && !group.passive;
        if !then && !ahead {
            return false;
        }
        self.mood = if present { Mood::Conditional } else { Mood::Framed };
        // "Before X overtook Y, it had grown": by then.
        if c.at == 0 && !present {
            self.base_mood = self.mood;
        }
        self.c = c.skip(count);
        true
    }

    /// Figures before their subject: "With 4 trillion tokens, X …", "For the ninth week, X …".
    pub(super) fn fronted(&mut self) -> bool {
        if self.front_of_later() {
            return true;
        }
        // "Sales of X went well, up 8 %, while Y …": behind a comma it belongs to
        // what was not read, not to whoever comes next.
        let stray = self.c.word_before() == "," && matches!(self.items.last(), Some(Item::Unread { .. }));
        let fresh = self.focus.is_none() && !self.opened && !stray;
        if fresh && self.whole_scene() {
            return true;
        }
        if fresh && self.at_its_peak() {
            return true;
        }
        match self.c.phrase(0) {
            Some(Phrase::First(first)) if fresh => {
                self.pending.adjuncts.first = Some(first.clone());
                self.c = self.c.skip(1);
                return true;
            }
            Some(Phrase::Weeks(weeks)) if fresh && self.c.skip(self.now_behind(1)).is(1, words![","]) => {
                self.pending.adjuncts.weeks = Some(*weeks);
                self.c = self.c.skip(1 + self.now_behind(1));
                return true;
            }
            _ => {}
        }
        fresh && (self.figure_before() || self.participle_before() || self.adjunct_before())
    }

    /// "For four weeks in a row now, …".
    fn now_behind(&self, ahead: usize) -> usize {
        usize::from(self.c.is(ahead, words!["now", "already"]))
    }

    /// "With 4 trillion tokens, X …", "Up 8 %, X …", "After five weeks of
    /// growth, X …".
    pub(super) fn figure_before(&mut self) -> bool {
        // Whatever stands in front has a comma behind it.
        if !(0..self.c.len()).any(|ahead| self.c.is(ahead, words![","])) {
            return false;
        }
        // "Against 3 trillion for Y, X …".
        let comma = (1..16).find(|ahead| self.c.is(*ahead, words![","])).map(|comma| self.c.at + comma);
        if let Some(comma) = comma
            && let Some((rest, tail)) = crate::en::clause::tail::versus(self.c.until(comma))
            && rest.is_empty()
        {
            self.pending.pieces.extend(tail.outcome.pieces);
            self.c = Chunks { to: self.c.to, ..rest };
            return true;
        }
        if let Some((rest, piece)) = level::beside(self.c) {
            let mut outcome = Outcome::default();
            let rest = adjuncts(rest, &mut outcome);
            if rest.is(0, words![","]) && outcome.pieces.is_empty() {
                self.pending.pieces.push(piece);
                self.pending.adjuncts = merge(outcome.adjuncts, &self.pending.adjuncts);
                self.c = rest;
                return true;
            }
        }
        // "With a record 5 trillion tokens, X led".
        if let Some(record) = with_record(self.c) {
            let mut outcome = Outcome { pieces: vec![record], ..Outcome::default() };
            let rest = amount_of_record(self.c.skip(2), &mut outcome);
            if rest.is(0, words![","]) {
                self.pending.pieces.append(&mut outcome.pieces);
                self.c = rest;
                return true;
            }
        }
        if self.c.is(0, words!["with"])
            && let Some((rest, value, Some(of))) = percentage(self.c.skip(1))
            && rest.is(0, words![","])
        {
            self.pending.pieces.push(crate::en::clause::share::piece(value, Some(of)));
            self.c = rest;
            return true;
        }
        if let Some((rest, value, times)) = change::adverbial(self.c) {
            let mut outcome = Outcome::default();
            let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
            if rest.is(0, words![","]) {
                self.pending.pieces.push(Piece { times, ..Piece::beside(Act::Change { value }) });
                self.pending.pieces.extend(outcome.pieces);
                self.c = rest;
                return true;
            }
        }
        self.circumstance_before()
            || self.further_before()
            || self.earlier_place()
            || self.place_now()
            || self.nth_week_there()
            || self.exceeding_before()
            || self.participle()
            || self.fronted_weeks()
            || self.fronted_place()
    }

    /// "The week's most used model, X …", "From 2.25 trillion the week before, X
    /// …", "With 4 trillion tokens, an 8 % gain, X …".
    fn further_before(&mut self) -> bool {
        let named = |rest: Chunks<'p>| {
            rest.is(0, words![","]) && noun_phrase(rest.skip(1)).is_some_and(|(_, np)| np.is_named())
        };
        let look = if self.c.is(0, words!["reportedly", "allegedly"]) { self.c.skip(1) } else { self.c };
        if self.c.at == 0
            && look.is(0, words!["the"])
            && let Some((rest, outcome)) = crate::en::clause::superlative::place(look)
            && named(rest)
        {
            self.pending.pieces.extend(outcome.pieces);
            self.c = rest;
            return true;
        }
        // "Last week's leader, X, …": before what is told of it.
        if let (Some(Phrase::Time(time)), true) = (self.c.phrase(0), self.c.is(1, words!["'s", "’s"]))
            && let Some((rest, place @ Place::At(_))) = crate::en::clause::rank::place(self.c.skip(2))
            && named(rest)
        {
            let act = Act::Rank { place, movement: None, among: None };
            let times = vec![Time { role: Role::At, ..time.clone() }];
            self.pending.pieces.push(Piece { times, anchor: Anchor::Earlier, ..Piece::beside(act) });
            self.c = rest.skip(1);
            return true;
        }
        // "The leader, X, fell", "The runner-up, Y, rose".
        if let Some(place) = who_is_there(look)
            && named(look.skip(1))
        {
            let act = Act::Rank { place: Place::At(place), movement: None, among: None };
            self.pending.pieces.push(Piece::beside(act));
            self.c = look.skip(1);
            return true;
        }
        if let Some((rest, value, times)) = change::change_noun(self.c)
            && !self.pending.pieces.is_empty()
            && !value.is_direction()
            && rest.is(0, words![","])
        {
            self.pending.pieces.push(Piece { times, ..Piece::beside(Act::Change { value }) });
            self.c = rest;
            return true;
        }
        if !self.c.is(0, words!["from"]) {
            return false;
        }
        let mut outcome = Outcome::default();
        let Some(rest) = change::to_and_from(self.c, &mut outcome).filter(|rest| named(*rest)) else {
            return false;
        };
        let [Piece { act: Act::Level { .. }, .. }] = outcome.pieces.as_slice() else { return false };
        self.pending.pieces.extend(outcome.pieces);
        self.c = rest;
        true
    }

    /// "Topping 4 trillion tokens for the first time, X …".
    fn exceeding_before(&mut self) -> bool {
        let Some((rest, mut outcome)) =
            crate::en::clause::tail::exceeding(self.c).map(|(rest, tail)| (rest, tail.outcome))
        else {
            return false;
        };
        let Adjuncts { times, weeks, first, scope: None, .. } = std::mem::take(&mut outcome.adjuncts) else {
            return false;
        };
        if !rest.is(0, words![","]) {
            return false;
        }
        for piece in outcome.pieces {
            self.pending.pieces.push(Piece { times: times.clone(), weeks, first: first.clone(), ..piece });
        }
        self.c = rest;
        true
    }

    /// "By call volume, X …", "Among charted models, X …".
    fn adjunct_before(&mut self) -> bool {
        // "Of the top five models, X …", "Of last week's top five, X …".
        let owned = matches!(self.c.phrase(1), Some(Phrase::Time(_))) && self.c.is(2, words!["'s", "’s"]);
        let top = self.c.skip(if owned { 3 } else { 1 });
        if self.c.is(0, words!["of", "among"])
            && let Some(Phrase::Place(crate::en::phrase::place::Place::Top(n))) = top.phrase(0)
        {
            let thing = usize::from(top.noun(1) == Some(crate::en::lexicon::Noun::Thing));
            if top.is(1 + thing, words![","]) {
                if let (true, Some(Phrase::Time(time))) = (owned, self.c.phrase(1)) {
                    self.items.push(Item::Time(time.clone()));
                }
                self.pending.adjuncts.top = Some(*n);
                self.c = top.skip(1 + thing);
                return true;
            }
        }
        if let Some(count) = of_single_ones(self.c) {
            self.c = self.c.skip(count);
            return true;
        }
        // "In a first, the total passed 27 trillion".
        if self.c.are(&["in", "a"])
            && matches!(self.c.phrase(2), Some(Phrase::Ordinal(1)))
            && self.c.is(3, words![","])
        {
            self.pending.adjuncts.first =
                Some(crate::en::phrase::first::FirstTime { weeks: None, since: None });
            self.c = self.c.skip(3);
            return true;
        }
        if self.of_amount() {
            return true;
        }
        // "Of that total, X contributed 4 trillion": of what was said, nothing more.
        let total = usize::from(self.c.noun(2) == Some(crate::en::lexicon::Noun::Total));
        if self.c.are(&["of", "that"]) && self.c.is(2 + total, words![","]) {
            self.c = self.c.skip(2 + total);
            return true;
        }
        let mut outcome = Outcome::default();
        if self
            .c
            .is(0, words!["in", "by", "among", "across", "measured", "as", "on", "including", "counting"])
            || self.c.is(0, super::pieces::ORDERED)
        {
            // "Ranked by weekly tokens, …".
            let ordered = self.c.is(0, super::pieces::ORDERED) && self.c.is(1, words!["by"]);
            let rest = adjuncts(self.c.skip(usize::from(ordered)), &mut outcome);
            if rest.at > self.c.at && rest.is(0, words![",", "("]) && outcome.pieces.is_empty() {
                self.counting = outcome.adjuncts.scope.or(self.counting);
                self.pending.adjuncts = merge(outcome.adjuncts, &self.pending.adjuncts);
                self.c = rest;
                return true;
            }
        }
        false
    }

    /// "After five weeks at the top, X …".
    fn fronted_weeks(&mut self) -> bool {
        match weeks_before(self.c) {
            Some((rest, outcome)) if rest.is(0, words![","]) => {
                self.pending.pieces.extend(outcome.pieces);
                self.c = rest;
                true
            }
            _ => false,
        }
    }
}

impl<'p> Parser<'p> {
    /// "Surging 8 % to 4 trillion tokens, X …", "Ranked fourth with 2 trillion
    /// tokens, X …": what a participle says of the subject to come.
    fn participle(&mut self) -> bool {
        let c = if self.c.is(0, words!["despite", "by", "while"]) { self.c.skip(1) } else { self.c };
        let Some((behind, group)) = verb_group(c, true) else {
            return false;
        };
        let verb = group.verb;
        if matches!(verb.form, Form::Base | Form::Third)
            || group.negated
            || group.passive
            || group.mood != Mood::Plain
        {
            return false;
        }
        let steps = behind.at - c.at;
        let having = c.is(0, words!["having"]) && c.at == self.c.at;
        let passive =
            !having && verb.form != Form::Ing && (!verb.frames.any(Frames::RANK) || c.at > self.c.at);
        if !verb.frames.any(CARRIES) || passive || verb.frames.any(Frames::BE.and(Frames::AUX)) {
            return false;
        }
        let nobody = Np::carried(self.c.span(self.c.at, self.c.at + 1));
        // "Overtaking X, Y led": X and Y are no list; "Overtaking X, Y and Z, W led".
        let comma = (1..c.len()).take(32).find(|ahead| c.is(*ahead, words![","]));
        let near = comma.map_or(c, |comma| c.until(c.at + comma));
        let read = |c: Chunks<'p>| {
            let (rest, mut outcome) = predicate(c.skip(steps), &nobody, &group)?;
            let rest = adjuncts(rest, &mut outcome);
            Some((rest, outcome))
        };
        let Some((rest, mut outcome)) =
            read(near).filter(|(rest, _)| rest.is_empty() && near.to < c.to).or_else(|| read(c))
        else {
            return false;
        };
        let rest = Chunks { to: c.to, ..rest };
        let mut adjuncts = std::mem::take(&mut outcome.adjuncts);
        let plain = adjuncts.scope.is_none() && !(outcome.negated && adjuncts.weeks.is_some());
        let own = outcome.pieces.iter().all(|piece| piece.who.is_none() && piece.times.is_empty());
        if !rest.is(0, words![","]) || !plain || !own || outcome.pieces.is_empty() {
            return false;
        }
        if having && !self.having_told(&mut outcome, &mut adjuncts, rest) {
            return false;
        }
        self.pending.pieces.extend(outcome.pieces.into_iter().map(|piece| Piece {
            times: adjuncts.times.clone(),
            weeks: piece.weeks.or(adjuncts.weeks.filter(|_| piece.main)),
            first: adjuncts.first.clone().filter(|_| piece.main),
            denied: outcome.negated && piece.main,
            ..piece
        }));
        self.pending.adjuncts.about = self.pending.adjuncts.about.or(adjuncts.about);
        self.c = rest;
        true
    }
}

impl<'p> Parser<'p> {
    /// "After falling 3 % the week before, X …": what the participle says of X.
    pub(super) fn participle_before(&mut self) -> bool {
        if !self.c.is(0, words!["after", "despite"]) {
            return false;
        }
        let Some((rest, outcome)) = participle_of_another_time(self.c) else { return false };
        if !rest.is(0, words![","]) {
            return false;
        }
        self.pending.pieces.extend(outcome.pieces.into_iter().map(super::before::of_earlier));
        self.pending.adjuncts.about = self.pending.adjuncts.about.or(outcome.adjuncts.about);
        self.c = rest;
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn what_stands_before_the_subject() {
        assert_read(&[
            (
                "Surging 8.2% to 4.19 trillion tokens, Alder led the chart.",
                &[
                    "Alder rose by 8.2 percent", "Alder was 4.19 trillion tokens",
                    "Alder ranked number 1 by call volume",
                ],
            ),
            (
                "After falling 3% the week before, Alder rose 8.4% last week.",
                &[
                    "In the week of 15 June 2026, Alder fell by 3 percent from the week of 8 June 2026",
                    "Alder rose by 8.4 percent",
                ],
            ),
            ("Last week's fifth place went to Alder.", &["Alder ranked number 5 by call volume"]),
        ]);
    }

    #[test]
    fn when_it_fell_is_not_said() {
        assert_listed(&[
            "After falling 3%, the market recovered.",
            "Among paying users, Alder led Birch last week.",
        ]);
    }
}
