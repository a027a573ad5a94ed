//! Figures told of somebody in other orders: `data put X's share at 43 %`, `the
//! week saw 4 trillion tokens go through X`, `more tokens were processed by X than
//! by Y`.

use super::*;
use crate::en::lexicon::sources;
use crate::en::phrase::place::Place;
use crate::token::Words;

impl<'p> Parser<'p> {
    /// "Figures published on Monday put X's share at 43 %": what somebody reports.
    pub(super) fn put_at(&mut self) -> bool {
        const MAYBE: &Words = words![
            "would", "could", "may", "might", "will", "should", "not", "never", "n't", "n’t", "can", "must",
            "wrongly", "if",
        ];
        let start = self.c.at;
        let Some(place) =
            (1..10).find(|ahead| self.c.is(*ahead, words!["put", "puts", "placed", "peg", "pegged"]))
        else {
            return false;
        };
        let told = |ahead: usize| {
            self.c.is(ahead, sources::COUNTS)
                || self.c.is(ahead, sources::HOLDERS)
                || self.c.entry(ahead).source
        };
        let plain = |ahead: usize| {
            let word = matches!(
                self.c.phrase(ahead),
                Some(Phrase::Word(_) | Phrase::Time(_) | Phrase::Name(_) | Phrase::Adjective(_))
            );
            told(ahead) || word && !self.c.is(ahead, MAYBE)
        };
        if !(0..place).all(plain) || (0..place).any(|ahead| is_stop(self.c, ahead)) {
            return false;
        }
        let Some((rest, np)) = noun_phrase(self.c.skip(place + 1)) else { return false };
        // "The paper put X's volume at 4 trillion": who puts a figure at so much, tells it.
        let figured = np.is_named() && (np.share || np.about != About::Nothing);
        if !figured
            && (!(0..place).any(told)
                || (0..place).any(|ahead| self.c.get(ahead).is_some_and(super::unread::is_somebody)))
        {
            return false;
        }
        let (rest, times) = crate::en::clause::adjunct::times(rest);
        // "The data put X at 4 trillion tokens": a unit tells what is meant.
        let counted = || {
            matches!(figure(skip_adverbs(rest.skip(1))), Some((_, Phrase::Amount { metrics, .. })) if !metrics.is_empty())
                && np.is_named()
        };
        // "The same source puts Y at 3 trillion": what it counted before.
        let same = || self.c.are(&["the", "same"]) && np.is_named();
        if !rest.is(0, words!["at"]) || !(np.share || np.about != About::Nothing || counted() || same()) {
            return false;
        }
        let outcome = match figure(skip_adverbs(rest.skip(1))) {
            Some((after, Phrase::Percent(value))) if np.share => {
                let act = Act::Share { value: value.clone(), whole: None, top: None };
                Some((after, Outcome::one(act)))
            }
            Some((after, phrase @ Phrase::Amount { .. })) if !np.share => {
                level_of(phrase).map(|act| (level::skip_unit(after), Outcome::one(act)))
            }
            _ => None,
        };
        let Some((rest, mut outcome)) = outcome else { return false };
        outcome.adjuncts.times = times;
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "[The week of June 15] saw 26.9 trillion tokens pass through the platform".
    pub(super) fn week_saw(&mut self) -> bool {
        let start = self.c.at;
        let timed = matches!(
            start.checked_sub(1).and_then(|last| self.c.all.get(last)),
            Some(Chunk { phrase: Phrase::Time(_), .. })
        );
        if !timed
            || !self.c.is(0, words!["saw", "sees", "brought"])
            || !matches!(self.items.last(), Some(Item::Time(_)))
        {
            return false;
        }
        let Some((rest, phrase @ Phrase::Amount { metrics, .. })) = figure(skip_adverbs(self.c.skip(1)))
        else {
            return false;
        };
        let used = rest.verb(0).is_some_and(|verb| {
            verb.frames.any(Frames::USE.and(Frames::BELONG).and(Frames::OVERTAKE).and(Frames::LEVEL))
        });
        if metrics.is_empty() || !used {
            return false;
        }
        let rest = rest.skip(1);
        let (rest, np) = match super::tails::owner(rest, &["by", "on", "through", "via", "with", "to"]) {
            (rest, Some(np)) => (rest, np),
            (rest, None) => {
                let mut outcome = Outcome::default();
                let after = adjuncts(rest, &mut outcome);
                let field = after.at > rest.at && outcome == Outcome::default();
                let total = Np { who: Who::Total, ..Np::carried(self.c.span(start, rest.at)) };
                if !field && !is_stop(rest, 0) {
                    return false;
                }
                (after, total)
            }
        };
        let mut outcome =
            Outcome { pieces: level_of(phrase).map(Piece::main).into_iter().collect(), ..Outcome::default() };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "The nine largest models handled 33.4 trillion tokens": all of them together. What
    /// else is said of several may be said of each.
    pub(super) fn top_group(&mut self) -> bool {
        let start = self.c.at;
        let look = skip_leading(self.c);
        let Some(Phrase::Place(Place::Top(n))) = look.phrase(0) else { return false };
        let rest = look.skip(1);
        let rest = rest.skip(usize::from(rest.noun(0) == Some(crate::en::lexicon::Noun::Thing)));
        let rest = rest.skip(together::adverb(rest));
        let (rest, times) = crate::en::clause::adjunct::times(rest);
        let np =
            Np { who: Who::Total, top: Some(*n), together: true, ..Np::carried(self.c.span(start, rest.at)) };
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        let Some((rest, mut outcome)) = predicate(rest, &np, &group) else { return false };
        let level = |piece: &Piece| matches!(piece.act, Act::Level { .. }) && piece.who.is_none();
        if !outcome.pieces.iter().all(level) || group.negated {
            return false;
        }
        outcome.adjuncts.times.extend(times);
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }

    /// ", lifting it from eighth to sixth", ", propelling the model to second": where that led.
    pub(super) fn lifting(&mut self) -> bool {
        let start = self.c.at;
        let brings = super::causative::brings(self.c, Frames::BRING);
        let ing = self.c.verb(0).is_some_and(|verb| verb.form == Form::Ing);
        let finite = brings && !ing && matches!(self.c.word_before(), "and" | "which" | "that");
        let lifts = finite || brings && ing;
        let Some(focus) = self.focus.clone().filter(|_| lifts) else { return false };
        const DOWN: &Words = words![
            "dropping", "dragging", "pulling", "dropped", "dragged", "pulled", "relegated", "relegating",
            "demoted", "demoting", "knocked", "knocking",
        ];
        let down = self.c.is(0, DOWN);
        let it = if self.c.is(1, words!["it"]) {
            2
        } else {
            3 * usize::from(
                self.c.is(1, words!["the"]) && self.c.noun(2) == Some(crate::en::lexicon::Noun::Thing),
            )
        };
        let said =
            matches!(self.items.last(), Some(Item::Said(said)) if said.who.who == focus.who && !said.negated);
        if it == 0 || !said || self.other.is_some() {
            return false;
        }
        let look = self.c.skip(it);
        let frames = if down { Frames::RANK.and(Frames::DOWN) } else { Frames::RANK };
        let found = rank::from_to(look, frames, false).or_else(|| {
            let way = usize::from(look.is(0, words!["up", "down", "back"]));
            let (rest, place @ Place::At(_)) = look
                .skip(way)
                .is(0, words!["to", "into"])
                .then(|| rank::place(look.skip(way + 1)))
                .flatten()?
            else {
                return None;
            };
            use recount_model::Movement::{Down, Up};
            let movement = match look.word(0) {
                "down" => Some(Down),
                _ if down => Some(Down),
                "up" => Some(Up),
                _ => self.c.is(0, words!["lifting", "propelling", "catapulting", "vaulting"]).then_some(Up),
            };
            Some((rest, Outcome::one(Act::Rank { place, movement, among: None })))
        });
        let Some((rest, mut outcome)) = found else { return false };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &focus, outcome, Group::PLAIN)
    }

    /// ", which means [that] its traffic grew eightfold", ", meaning that X fell": what
    /// follows is told all the same.
    pub(super) fn meaning(&mut self) -> bool {
        let c = self.c;
        let count = if c.is(0, words!["which", "that", "this"]) && c.is(1, words!["means", "meant"]) {
            2
        } else {
            usize::from(c.is(0, words!["meaning"]) && c.word_before() == ",")
        };
        let rest = c.skip(count + usize::from(c.is(count, words!["that"])));
        let clause = || noun_phrase(rest).and_then(|(behind, _)| verb_group(behind, false));
        if count == 0 || self.unread.is_some() || clause().is_none() {
            return false;
        }
        self.c = rest;
        true
    }

    /// "More tokens were processed by X than by Y", "fewer tokens went through X than
    /// through Y".
    pub(super) fn more_than_through(&mut self) -> bool {
        const WAYS: &[&str] = &["by", "on", "through", "via", "to", "with"];
        let start = self.c.at;
        let fewer = self.c.is(0, words!["fewer", "less"]);
        let counted = matches!(self.c.phrase(1), Some(Phrase::Name(names)) if !crate::en::phrase::units(names).is_empty());
        if !(fewer || self.c.is(0, words!["more"])) || !counted {
            return false;
        }
        let Some((rest, group)) = verb_group(self.c.skip(2), false) else { return false };
        let sent = rest.word_before();
        let sent = matches!(sent, "sent" | "routed" | "directed" | "pushed" | "channelled" | "channeled");
        let used = group.passive && (sent || group.verb.frames.any(Frames::USE))
            || !group.passive && group.verb.frames.any(Frames::BELONG);
        if !used || group.mood != Mood::Plain {
            return false;
        }
        let (rest, Some(np)) = super::tails::owner(rest, WAYS) else { return false };
        let (rest, times) = crate::en::clause::adjunct::times(rest);
        if !rest.is(0, words!["than"]) || !rest.is(1, WAYS) {
            return false;
        }
        if !fewer && let Some((rest, mut outcome)) = crate::en::clause::compare::first_of(rest.skip(2), &np) {
            outcome.adjuncts.times = times;
            if let Some(Phrase::Name(names)) = self.c.phrase(1) {
                let unit = crate::en::phrase::units(names).first().copied();
                outcome.adjuncts.about = unit.map(crate::en::clause::About::Metric);
            }
            let rest = adjuncts(rest, &mut outcome);
            return self.accept(start, rest, &np, outcome, group);
        }
        let Some((rest, object)) = noun_phrase(rest.skip(2)).filter(|(_, np)| np.is_named()) else {
            return false;
        };
        let value = recount_model::Quantity::direction(fewer, recount_model::Unit::Own);
        let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
        outcome.adjuncts.times = times;
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }

    /// "of which 43 % went to X", "of which X accounted for 4 trillion" behind a level.
    pub(super) fn of_which(&mut self) -> bool {
        let start = self.c.at;
        let level =
            matches!(self.items.last(), Some(Item::Said(said)) if matches!(said.act, Act::Level { .. }));
        if !level || !self.c.is(0, words!["of"]) || !self.c.is(1, words!["which", "them", "that"]) {
            return false;
        }
        if self.part_of_it(start) {
            return true;
        }
        let Some((rest, Phrase::Percent(value))) = figure(skip_adverbs(self.c.skip(2))) else { return false };
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        let goes = group.verb.frames.any(Frames::BELONG.and(Frames::LEVEL)) && !group.passive;
        let taken = group.passive
            && group.verb.frames.any(Frames::USE.and(Frames::TAKE).and(Frames::HOLD).and(Frames::SHARE));
        let (rest, np) =
            super::tails::owner(rest, if goes { &["to", "from", "through"] } else { &["by", "on"] });
        let Some(np) = np.filter(|_| (goes || taken) && !group.negated && group.mood == Mood::Plain) else {
            return false;
        };
        let whole = Np { who: Who::Figure, ..Np::carried(self.c.span(start, start + 2)) };
        let mut outcome = Outcome::one(Act::Share { value: value.clone(), whole: Some(whole), top: None });
        // Of requests, if these were counted.
        let counted = match self.items.last() {
            Some(Item::Said(said)) => match &said.act {
                Act::Level { metrics, .. } => metrics.first().copied(),
                _ => None,
            },
            _ => None,
        };
        outcome.adjuncts.about = counted.map(crate::en::clause::About::Metric);
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "of which X contributed 3.9 trillion", "of which X contributed a third".
    fn part_of_it(&mut self, start: usize) -> bool {
        let Some((rest, np, act)) = part_given(self.c) else { return false };
        let focus = self.focus.clone();
        let mut outcome = Outcome::one(act);
        let rest = adjuncts(rest, &mut outcome);
        let read = self.accept(start, rest, &np, outcome, Group::PLAIN);
        if read {
            self.focus = focus;
        }
        read
    }

    /// "Of the platform's 27.4 trillion tokens, …", "Of the 27.4 trillion tokens
    /// processed last week, …": how much there was in all.
    pub(super) fn of_amount(&mut self) -> bool {
        if !self.c.is(0, words!["of"]) || !self.items.iter().all(|item| matches!(item, Item::Time(_))) {
            return false;
        }
        let mut look = self.c.skip(1);
        let mut times = Vec::new();
        if let Some(Phrase::Time(time)) = look.phrase(0)
            && look.is(1, words!["'s", "’s"])
        {
            times.push(time.clone());
            look = look.skip(2);
        } else {
            look = look.skip(usize::from(look.is(0, words!["the", "all"])));
            let field = look.noun(0) == Some(crate::en::lexicon::Noun::Field)
                || matches!(look.phrase(0), Some(Phrase::Name(_)))
                    && crate::en::clause::adjunct::is_field(look);
            let owned = (field || look.entry(0).source) && look.is(1, words!["'s", "’s"]);
            look = look.skip(2 * usize::from(owned));
        }
        let Some((rest, phrase @ Phrase::Amount { metrics, .. })) = figure(look) else { return false };
        let used = rest.verb(0).is_some_and(|verb| verb.frames.any(Frames::USE) && verb.form != Form::Ing);
        let mut outcome =
            Outcome { pieces: level_of(phrase).map(Piece::main).into_iter().collect(), ..Outcome::default() };
        outcome.adjuncts.times = times;
        // "that passed through the platform".
        let flowed = !used && crate::en::clause::share::flowed(rest);
        let rest = rest.skip(usize::from(used) + 2 * usize::from(flowed));
        let everywhere = crate::en::clause::adjunct::everywhere(rest).filter(|_| used || flowed);
        let rest = adjuncts(everywhere.unwrap_or(rest), &mut outcome);
        if metrics.is_empty() || !rest.is(0, words![","]) || outcome.pieces.len() != 1 {
            return false;
        }
        let start = self.c.at;
        let total = Np { who: Who::Total, ..Np::carried(self.c.span(start, rest.at)) };
        let read = self.accept(start, rest, &total, outcome, Group::PLAIN);
        self.focus = None;
        read
    }

    /// "That put it in seventh place", "which makes it the third": the place of the one
    /// who is spoken of.
    pub(super) fn put_it(&mut self) -> bool {
        let start = self.c.at;
        let told = self.c.is(0, words!["that", "this"]) && start == 0;
        let look = self.c.skip(usize::from(told));
        let joined = told || matches!(self.c.word_before(), "which" | "," | "that" | "this");
        if !joined || !look.is(0, words!["put", "puts", "putting", "left", "leaves", "leaving"]) {
            return false;
        }
        if !look.is(1, words!["it", "them"]) {
            return false;
        }
        let look = look.skip(2);
        let at = usize::from(look.is(0, words!["in", "at"]));
        let Some((rest, place @ crate::en::phrase::place::Place::At(_))) = rank::place(look.skip(at)) else {
            return false;
        };
        let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
        let rest = adjuncts(rest, &mut outcome);
        let nobody = Np::carried(self.c.span(start, start + 1));
        self.accept(start, rest, &nobody, outcome, Group::PLAIN)
    }
}

/// "of which X contributed 3.9 trillion", "of which X alone accounted for a third": of whom, and what.
pub(super) fn part_given(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Act)> {
    if !c.is(0, words!["of"]) || !c.is(1, words!["which", "them", "that"]) {
        return None;
    }
    let (rest, np) = noun_phrase(c.skip(2)).filter(|(_, np)| matches!(np.who, Who::Named(_)))?;
    let (rest, act) = match figure(skip_adverbs(gave(skip_adverbs(rest))?))? {
        (rest, phrase @ Phrase::Amount { .. }) => (level::skip_unit(rest), level_of(phrase)?),
        (rest, Phrase::Percent(value)) => {
            let whole = Np { who: Who::Figure, ..Np::carried(c.span(c.at, c.at + 2)) };
            (rest, Act::Share { value: value.clone(), whole: Some(whole), top: None })
        }
        _ => return None,
    };
    (np.about == About::Nothing && !np.share).then_some((rest, np, act))
}

/// "[X] contributed", "[X] accounted for", "[X] handled": behind the verb of who has a part.
fn gave(c: Chunks<'_>) -> Option<Chunks<'_>> {
    const GAVE: &crate::token::Words =
        words!["contributed", "supplied", "provided", "delivered", "contributes", "supplies", "provides"];
    const HAS: Frames = Frames::USE.and(Frames::SHARE).and(Frames::TAKE).and(Frames::HOLD).and(Frames::LEVEL);
    if c.is(0, GAVE) {
        return Some(c.skip(1));
    }
    let (rest, group) = verb_group(c, false)?;
    let plain = group.mood == Mood::Plain && !group.negated && !group.passive;
    (plain && group.verb.frames.any(HAS)).then(|| rest.skip(usize::from(rest.is(0, words!["for", "up"]))))
}
