//! A sentence: clauses, their tails, and what no rule reads.

use super::adjunct::{REASONS, adjuncts};
use super::fronted::{JOINS, attribution, condition, framed, is_stop, saying};
use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, figure, is_finite, level_of, predicate};
use super::tail::{Tail, after_follower, finite, tail, weeks_of};
use super::verb_group::{Group, skip_adverbs, verb_group};
use super::{Act, Adjuncts, Item, Mood, Np, Said, Who, level, top};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::weeks::WeeksRunning;
use crate::en::phrase::{Chunks, Phrase};

/// Everything that a sentence says, in the order of the text.
#[must_use]
pub fn read(c: Chunks<'_>) -> Vec<Item> {
    if (0..c.len()).any(|ahead| c.is(ahead, &["respectively"])) {
        let why = "two lists whose parts belong together in order";
        return vec![Item::Unread {
            from: c.at,
            to: c.to,
            why,
        }];
    }
    let question = c
        .all
        .last()
        .is_some_and(|chunk| c.lower(chunk.first) == "?");
    let mut parser = Parser {
        c,
        items: Vec::new(),
        focus: None,
        mood: if question {
            Mood::Question
        } else {
            Mood::Plain
        },
        base_mood: if question {
            Mood::Question
        } else {
            Mood::Plain
        },
        pending: Outcome::default(),
        unread: None,
        opened: false,
        followers: false,
        limited: false,
    };
    parser.run();
    parser.items
}

struct Parser<'p> {
    c: Chunks<'p>,
    items: Vec<Item>,
    /// Who was spoken of last.
    focus: Option<Np>,
    mood: Mood,
    base_mood: Mood,
    /// Said before its subject: "With 4 trillion tokens, X …".
    pending: Outcome,
    /// Where a stretch that no rule read began.
    unread: Option<usize>,
    /// Behind a bracket, a colon or a dash, where a figure may stand alone.
    opened: bool,
    /// In a list behind "followed by".
    followers: bool,
    /// Behind words that limit what follows: "Among open models, …".
    limited: bool,
}

impl<'p> Parser<'p> {
    fn run(&mut self) {
        // Every round moves on by a chunk at least.
        while !self.c.is_empty() {
            let before = self.c.at;
            self.round();
            if self.c.at <= before {
                self.skip_unread("no rule reads these words");
            }
        }
        self.close_unread();
        self.leave_pending();
    }

    fn round(&mut self) {
        // In the middle of words that no rule reads nothing starts anew: "sales
        // of X rose" says nothing of X.
        if self.unread.is_some() && !self.separator() {
            self.c = self.c.skip(1);
            return;
        }
        if self.unread.is_some() {
            return;
        }
        if self.separator() || self.time() || self.attributed() || self.fronted() {
            return;
        }
        if let Some(mood) = condition(self.c) {
            // What follows from a condition is not asserted either.
            self.mood = mood;
            self.base_mood = mood;
            self.c = self.c.skip(1);
            return;
        }
        let read = self.weeks_that()
            || self.places()
            || self.clause()
            || self.follower()
            || self.tail()
            || self.gapped()
            || self.shared();
        if !read {
            self.skip_unread("no rule reads these words");
        }
    }

    /// Punctuation and words that join.
    fn separator(&mut self) -> bool {
        let c = self.c;
        if is_stop(c, 0) {
            if c.is(0, &[","]) && !self.ends_here() {
                return false;
            }
            self.close_unread();
            if c.is(0, &[";", "."]) {
                self.limited = false;
            }
            self.opened = c.is(0, &["(", "[", ":", "—", "–", "-", "|", "•"]);
            if c.is(0, &[",", ";", ":", "—", "–", "."]) {
                self.mood = self.base_mood;
            }
            self.c = c.skip(1);
            return true;
        }
        let joins = c.is(0, JOINS) || c.is(0, &["that", "which", "who", "where", "with", "when"]);
        // "with 4 trillion" and "as of June" are no joins; "that of X" is a noun phrase.
        let with_figure = c.is(0, &["with"]) && level::beside(c).is_some();
        let that_of = c.is(0, &["that"]) && c.is(1, &["of", "in"]);
        if joins && !with_figure && !that_of && !c.is(1, &["well"]) && attribution(c).is_none() {
            if !self.ends_here() {
                return false;
            }
            self.close_unread();
            self.followers &= c.is(0, &["and"]);
            self.c = c.skip(1);
            return true;
        }
        false
    }

    /// Does a stretch that no rule read end at this comma or joining word? Not
    /// one that names somebody and has no verb yet: "sales of X, Y and Z rose"
    /// is one clause.
    fn ends_here(&self) -> bool {
        let Some(from) = self.unread else { return true };
        let stretch = self.c.all.get(from..self.c.at).unwrap_or(&[]);
        let names = stretch
            .iter()
            .any(|chunk| matches!(chunk.phrase, Phrase::Name(_) | Phrase::Adjective(_)));
        let verb = stretch.iter().any(|chunk| match &chunk.phrase {
            Phrase::Word(entry) => entry
                .verb
                .is_some_and(|verb| is_finite(verb.form) && entry.noun.is_none()),
            _ => false,
        });
        verb || !names
    }

    /// A time before a clause.
    fn time(&mut self) -> bool {
        let Some(Phrase::Time(time)) = self.c.phrase(0) else {
            return false;
        };
        self.items.push(Item::Time(time.clone()));
        self.c = self.c.skip(1);
        true
    }

    fn attributed(&mut self) -> bool {
        if let Some(count) = attribution(self.c) {
            self.close_unread();
            self.c = self.c.skip(count);
            return true;
        }
        let start = self.unread.is_none() || self.items.is_empty();
        if start && let Some((count, mood)) = framed(self.c).or_else(|| saying(self.c)) {
            self.close_unread();
            if mood != Mood::Plain {
                self.mood = mood;
                self.base_mood = mood;
            }
            self.c = self.c.skip(count);
            return true;
        }
        false
    }

    /// Figures before their subject: "With 4 trillion tokens, X …", "Up 8 %, X
    /// …", "For the ninth consecutive week, X …".
    fn fronted(&mut self) -> bool {
        let fresh = self.focus.is_none() && !self.opened;
        match self.c.phrase(0) {
            Some(Phrase::First(first)) if fresh => {
                self.pending.adjuncts.first = Some(first.clone());
                self.c = self.c.skip(1);
                return true;
            }
            Some(Phrase::Weeks(weeks)) if fresh && self.c.is(1, &[","]) => {
                self.pending.adjuncts.weeks = Some(*weeks);
                self.c = self.c.skip(1);
                return true;
            }
            _ => {}
        }
        if !fresh {
            return false;
        }
        if let Some((rest, piece)) = level::beside(self.c) {
            let mut outcome = Outcome::default();
            let rest = adjuncts(rest, &mut outcome);
            if rest.is(0, &[","]) && outcome.pieces.is_empty() {
                self.pending.pieces.push(piece);
                self.pending.adjuncts = merge(outcome.adjuncts, &self.pending.adjuncts);
                self.c = rest;
                return true;
            }
        }
        if let Some((rest, value, times)) = super::change::adverbial(self.c)
            && rest.is(0, &[","])
        {
            self.pending.pieces.push(Piece {
                times,
                ..Piece::beside(Act::Change { value })
            });
            self.c = rest;
            return true;
        }
        let mut outcome = Outcome::default();
        if self
            .c
            .is(0, &["in", "by", "among", "across", "measured", "as", "on"])
        {
            let rest = adjuncts(self.c, &mut outcome);
            if rest.at > self.c.at && rest.is(0, &[",", "("]) && outcome.pieces.is_empty() {
                self.pending.adjuncts = merge(outcome.adjuncts, &self.pending.adjuncts);
                self.c = rest;
                return true;
            }
        }
        false
    }

    /// "[this marks] the ninth consecutive week that X …".
    fn weeks_that(&mut self) -> bool {
        let start = self.c.at;
        let mut look = self.c;
        if look.is(0, &["this", "that", "it", "last", "which"]) {
            look = look.skip(1);
        }
        if look.is(0, &["week"]) {
            look = look.skip(1);
        }
        if let Some((rest, group)) = verb_group(look, true)
            && group
                .verb
                .frames
                .any(Frames::MARK.and(Frames::BE).and(Frames::LEVEL))
            && !group.negated
        {
            look = rest;
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
            return self.accept(start, rest, &focus, outcome, plain());
        }
        self.subclause(start, joined, *weeks)
    }

    fn subclause(&mut self, start: usize, c: Chunks<'p>, weeks: WeeksRunning) -> bool {
        let Some((rest, np)) = noun_phrase(c) else {
            return false;
        };
        let Some((rest, group)) = verb_group(rest, true) else {
            return false;
        };
        let Some((rest, mut outcome)) = predicate(rest, &np, &group) else {
            return false;
        };
        let rest = adjuncts(rest, &mut outcome);
        outcome.adjuncts.weeks = Some(weeks);
        let np = if np.is_named() {
            np
        } else {
            self.focus.clone().unwrap_or(np)
        };
        self.accept(start, rest, &np, outcome, group)
    }

    /// "three of the top five were from X".
    fn places(&mut self) -> bool {
        let start = self.c.at;
        let Some((rest, np, mut outcome, group)) = top::clause(self.c) else {
            return false;
        };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }

    /// A subject and its predicate.
    fn clause(&mut self) -> bool {
        let start = self.c.at;
        let Some((rest, np)) = noun_phrase(skip_leading(self.c)) else {
            return false;
        };
        let (rest, times) = self.between(rest, &np);
        let Some((rest, group)) = verb_group(
            rest,
            self.c.word_before() == "with" || self.c.word_before() == "of",
        ) else {
            return false;
        };
        if group.verb.form == Form::Ing
            && !matches!(self.c.word_before(), "with" | "of" | "and")
            && !group.passive
            && !is_finite(group.verb.form)
            && self.progressive(start)
        {
            return false;
        }
        let Some((rest, mut outcome)) = predicate(rest, &np, &group) else {
            return false;
        };
        outcome.adjuncts.times.extend(times);
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }

    /// A participle without "be" makes no clause of its own, except behind
    /// "with".
    fn progressive(&self, start: usize) -> bool {
        let c = Chunks {
            at: start,
            ..self.c
        };
        !(0..8).any(|ahead| {
            c.verb(ahead)
                .is_some_and(|verb| verb.frames.any(Frames::BE))
        })
    }

    /// What may stand between a subject and its verb: times, a bracket, an
    /// apposition or a relative clause between commas.
    fn between(
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
            } else if rest.is(0, &["("])
                && let Some(close) = (1..16).find(|ahead| rest.is(*ahead, &[")"]))
            {
                self.bracket(rest.skip(1).until(rest.at + close), np);
                rest = rest.skip(close + 1);
            } else if rest.is(0, &[","])
                && let Some(close) = apposition(rest)
                && !rest.is(1, &["together", "along", "alongside", "combined"])
                && !rest.are(&[",", "as", "well", "as"])
            {
                self.bracket(rest.skip(1).until(rest.at + close), np);
                rest = rest.skip(close + 1);
            } else {
                return (rest, times);
            }
        }
    }

    /// What a bracket or an apposition behind a name says of it.
    fn bracket(&mut self, c: Chunks<'p>, np: &Np) {
        let mut inner = Parser {
            c: if c.is(0, &["which", "who"]) {
                c.skip(1)
            } else {
                c
            },
            items: Vec::new(),
            focus: Some(np.clone()),
            mood: self.mood,
            base_mood: self.base_mood,
            pending: Outcome::default(),
            unread: None,
            opened: true,
            followers: false,
            limited: false,
        };
        inner.run();
        self.items.append(&mut inner.items);
    }

    /// Another one in a list behind "followed by X at Q".
    fn follower(&mut self) -> bool {
        if !self.followers {
            return false;
        }
        let start = self.c.at;
        let Some((rest, np)) = noun_phrase(self.c) else {
            return false;
        };
        if !matches!(np.who, Who::Named(_)) || level::beside(rest).is_none() {
            return false;
        }
        let (rest, tail) = after_follower(rest, np);
        self.accept_tail(start, rest, tail)
    }

    fn tail(&mut self) -> bool {
        let start = self.c.at;
        let Some(focus) = self.focus.clone() else {
            return false;
        };
        if let Some((rest, found)) = tail(self.c, &focus, self.opened) {
            self.followers |= found.focus.is_some();
            return self.accept_tail(start, rest, found);
        }
        if self.adverbial_weeks() {
            return true;
        }
        let joined = matches!(
            self.c.word_before(),
            "and" | "but" | "which" | "who" | "that" | ":" | "—" | "–" | "•" | "yet" | "then" | ","
        );
        match finite(skip_adverbs(self.c), &focus) {
            Some((rest, found)) if joined || self.opened || start == 0 => {
                self.accept_tail(start, rest, found)
            }
            _ => false,
        }
    }

    /// ", for a ninth consecutive week" behind what it belongs to.
    fn adverbial_weeks(&mut self) -> bool {
        let Some(Item::Said(last)) = self.items.last_mut() else {
            return false;
        };
        let said = matches!(
            last.act,
            Act::Rank { .. } | Act::Compare { .. } | Act::Change { .. } | Act::Top { .. }
        );
        match self.c.phrase(0) {
            Some(Phrase::Weeks(weeks))
                if said && last.adjuncts.weeks.is_none() && is_stop(self.c, 1) =>
            {
                last.adjuncts.weeks = Some(*weeks);
            }
            Some(Phrase::First(first)) if last.adjuncts.first.is_none() && is_stop(self.c, 1) => {
                last.adjuncts.first = Some(first.clone());
            }
            _ => return false,
        }
        last.span = last.span.to(self.c.span(self.c.at, self.c.at + 1));
        self.c = self.c.skip(1);
        true
    }

    /// A subject and a figure without a verb: "X only 4.25 trillion", "X: 4.19
    /// trillion", "X up 8 %". A name before a colon is spoken of from then on.
    fn gapped(&mut self) -> bool {
        let start = self.c.at;
        let Some((rest, np)) = noun_phrase(skip_leading(self.c)) else {
            return false;
        };
        if !np.is_named() {
            return false;
        }
        let after = skip_adverbs(rest);
        if let Some((end, phrase @ Phrase::Amount { .. })) = figure(after) {
            let mut outcome = Outcome {
                pieces: level_of(phrase).map(Piece::main).into_iter().collect(),
                ..Outcome::default()
            };
            let end = adjuncts(level::skip_unit(end), &mut outcome);
            return self.accept(start, end, &np, outcome, plain());
        }
        if let Some((end, value, times)) = super::change::adverbial(after) {
            let mut outcome = Outcome::one(Act::Change { value });
            outcome.adjuncts.times = times;
            let end = adjuncts(end, &mut outcome);
            return self.accept(start, end, &np, outcome, plain());
        }
        if let Some((end, piece)) = level::beside(rest) {
            let mut outcome = Outcome {
                pieces: vec![Piece {
                    main: true,
                    ..piece
                }],
                ..Outcome::default()
            };
            let end = adjuncts(end, &mut outcome);
            return self.accept(start, end, &np, outcome, plain());
        }
        if let Some((end, outcome)) = self.same_share(after) {
            return self.accept(start, end, &np, outcome, plain());
        }
        let apart = rest.is(0, &[","]) && self.focus.is_none();
        if rest.is(0, &[":", "(", "—", "–", "-"]) || apart || rest.is_empty() {
            self.focus = Some(np);
            self.c = rest;
            self.release_pending();
            return true;
        }
        false
    }

    /// ", X for 48 %", ", X 33 %" behind a share: of the same whole.
    fn same_share(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        let last = self.items.iter().rev().find_map(|item| match item {
            Item::Said(said) => Some(said),
            Item::Time(_) | Item::Unread { .. } => None,
        })?;
        if let (Act::Change { value: old }, Some((rest, Phrase::Percent(value)))) =
            (&last.act, figure(c))
        {
            let value = super::predicate::directed(value, old.falling);
            let mut outcome = Outcome::one(Act::Change { value });
            return Some((adjuncts(rest, &mut outcome), outcome));
        }
        let Act::Share { whole, top, .. } = &last.act else {
            return None;
        };
        let look = if c.is(0, &["for", "with", "at", "had"]) {
            c.skip(1)
        } else {
            c
        };
        let (rest, Phrase::Percent(value)) = figure(look)? else {
            return None;
        };
        let act = Act::Share {
            value: value.clone(),
            whole: whole.clone(),
            top: *top,
        };
        let mut outcome = Outcome::one(act);
        Some((adjuncts(rest, &mut outcome), outcome))
    }

    /// "4 trillion tokens were processed by X", "600 million people in X had
    /// used M".
    fn shared(&mut self) -> bool {
        let start = self.c.at;
        let Some((rest, phrase @ Phrase::Amount { metrics, .. })) = figure(skip_leading(self.c))
        else {
            return false;
        };
        if metrics.is_empty() {
            return false;
        }
        let (rest, inside) = owner(rest, &["in", "on", "at", "from", "across"]);
        let Some((rest, group)) = named_use(rest).or_else(|| verb_group(rest, false)) else {
            return false;
        };
        let used = (group.passive
            && group
                .verb
                .frames
                .any(Frames::USE.and(Frames::LEVEL).and(Frames::BELONG)))
            || !group.passive;
        let (rest, behind) = owner(rest, &["by", "on", "through", "via", "for", "from", "to"]);
        let Some(np) = inside.or(behind).filter(|np| used && np.is_named()) else {
            return false;
        };
        let mut outcome = Outcome {
            pieces: level_of(phrase).map(Piece::main).into_iter().collect(),
            ..Outcome::default()
        };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }

    fn accept_tail(&mut self, start: usize, rest: Chunks<'p>, tail: Tail) -> bool {
        let Some(focus) = self.focus.clone() else {
            return false;
        };
        let group = Group {
            negated: tail.negated,
            no_longer: tail.no_longer,
            mood: tail.mood,
            ..plain()
        };
        let mut outcome = tail.outcome;
        outcome.negated = false;
        let accepted = self.accept(start, rest, &focus, outcome, group);
        if let (true, Some(np)) = (accepted, tail.focus) {
            self.focus = Some(np);
        }
        accepted
    }

    /// Takes what was read, if the words behind it do not limit it.
    fn accept(
        &mut self,
        start: usize,
        rest: Chunks<'p>,
        np: &Np,
        outcome: Outcome,
        group: Group,
    ) -> bool {
        let unexplained = outcome
            .pieces
            .iter()
            .all(|piece| matches!(piece.act, Act::Unexplained { .. }));
        let rest = if unexplained { to_stop(rest) } else { rest };
        let complete = is_stop(rest, 0)
            || (rest.is(0, JOINS) && !is_comparison_as(rest))
            || (rest.is(0, REASONS) && !is_comparison_as(rest))
            || rest.is(0, &["with", "followed", "that", "is"])
            || attribution(rest).is_some()
            || rest
                .verb(0)
                .is_some_and(|verb| verb.form == Form::Ing && verb.frames != Frames::NONE)
            || super::change::adverbial(rest).is_some()
            || super::change::change_noun(rest).is_some();
        if !complete || self.limited {
            return false;
        }
        self.close_unread();
        let span = self.c.span(start, rest.at);
        let subject = if np.who == Who::Carried {
            self.carried(np)
        } else {
            np.clone()
        };
        let negated = group.negated != outcome.negated;
        let mood = if group.mood == Mood::Plain {
            self.mood
        } else {
            group.mood
        };
        let adjuncts = merge(outcome.adjuncts, &self.pending.adjuncts);
        self.pending.adjuncts = Adjuncts::default();
        self.focus = Some(subject.clone());
        self.release_pending();
        for piece in outcome.pieces {
            let mut own = adjuncts.clone();
            if !piece.times.is_empty() {
                own.times = piece.times;
                own.local = true;
            }
            if !piece.main {
                own.weeks = None;
                own.first = None;
            }
            self.items.push(Item::Said(Box::new(Said {
                who: piece.who.unwrap_or_else(|| subject.clone()),
                act: piece.act,
                negated: negated && piece.main,
                no_longer: group.no_longer && piece.main,
                mood,
                adjuncts: own,
                anchor: piece.anchor,
                span,
            })));
        }
        self.c = rest;
        self.opened = false;
        true
    }

    /// A subject that names nobody: the one before, with what it names itself.
    fn carried(&self, np: &Np) -> Np {
        match &self.focus {
            Some(focus) => Np {
                who: focus.who.clone(),
                about: if np.about == super::About::Nothing {
                    focus.about
                } else {
                    np.about
                },
                scope: np.scope.or(focus.scope),
                narrowed: focus.narrowed.clone(),
                ..np.clone()
            },
            None => np.clone(),
        }
    }

    /// Figures that waited for a subject.
    fn release_pending(&mut self) {
        let Some(focus) = self.focus.clone() else {
            return;
        };
        for piece in std::mem::take(&mut self.pending.pieces) {
            let adjuncts = Adjuncts {
                times: piece.times,
                ..Adjuncts::default()
            };
            self.items.push(Item::Said(Box::new(Said {
                who: focus.clone(),
                act: piece.act,
                negated: false,
                no_longer: false,
                mood: self.mood,
                adjuncts,
                anchor: piece.anchor,
                span: focus.span,
            })));
        }
    }

    fn leave_pending(&mut self) {
        let waits = !self.pending.pieces.is_empty()
            || self.pending.adjuncts.weeks.is_some()
            || self.pending.adjuncts.first.is_some();
        if waits {
            self.items.push(Item::Unread {
                from: 0,
                to: self.c.to,
                why: "a figure whose subject was not found",
            });
        }
    }

    /// ", but only among paying users": takes back what it limits.
    fn retract(&mut self, from: usize, to: usize) {
        let c = Chunks { at: from, ..self.c }.until(to);
        let limits = c.is(0, &["only", "albeit", "excluding", "except", "if", "provided", "not"]) && !c.is(1, &["because"])
            && (c.is(1, &["among", "in", "on", "for", "within", "when", "if", "by", "at", "counting", "including"]) || c.is(0, &["excluding", "except", "provided"]));
        if !limits {
            return;
        }
        let kept = self.items.iter().rposition(|item| !matches!(item, Item::Said(_))).map_or(0, |place| place + 1);
        if kept < self.items.len() {
            self.items.truncate(kept);
            self.items.push(Item::Unread { from: 0, to, why: "the words behind it limit what is said" });
        }
    }

    fn skip_unread(&mut self, _why: &'static str) {
        if self.unread.is_none() {
            self.unread = Some(self.c.at);
        }
        self.c = self.c.skip(1);
    }

    fn close_unread(&mut self) {
        let Some(from) = self.unread.take() else {
            return;
        };
        let to = self.c.at;
        let names = self
            .c
            .all
            .get(from..to)
            .unwrap_or(&[])
            .iter()
            .any(|chunk| matches!(chunk.phrase, Phrase::Name(_) | Phrase::Adjective(_)));
        let first = self.items.iter().all(|item| matches!(item, Item::Time(_)));
        if let (true, Some(stretch)) = (first, self.c.all.get(from..to)) {
            let times = stretch.iter().filter_map(|chunk| match &chunk.phrase {
                Phrase::Time(time) => Some(Item::Time(time.clone())),
                _ => None,
            });
            self.items.extend(times);
        }
        self.limited |= first && limits(Chunks { at: from, ..self.c }.until(to));
        self.retract(from, to);
        // Somebody was spoken of in words that no rule read: whoever "it" is
        // behind them is no longer known.
        if names {
            self.focus = None;
        }
        self.items.push(Item::Unread {
            from,
            to,
            why: "no rule reads these words",
        });
    }
}

/// Do fronted words that no rule reads limit what follows, as "in the north"
/// or "among open models" do? "In fact" and "in a first for the region" do not.
fn limits(c: Chunks<'_>) -> bool {
    const FREE: &[&str] = &[
        "a", "an", "fact", "addition", "particular", "contrast", "turn", "short", "other", "example", "instance", "now", "one", "the",
        "comparison",
        "response",
        "sum",
        "brief",
        "recent",
        "its",
        "their",
        "this",
        "that",
        "doing",
    ];
    let restricts = c.is(
        0,
        &[
            "among",
            "amongst",
            "within",
            "excluding",
            "except",
            "outside",
            "across",
            "for",
            "on",
            "in",
            "at",
            "by",
            "under",
            "counting",
            "including",
        ],
    );
    let strict = c.is(0, &[
        "among", "amongst", "within", "excluding", "except", "outside", "across", "counting", "including", "measured", "counted", "judged",
    ]);
    // "Overseas, X leads": a lone word before the comma says where or how.
    let lone = c.len() == 1 && !c.entry(0).adverb;
    if lone {
        return true;
    }
    if c.is(0, &["since", "until", "through"]) {
        return true;
    }
    let everything = super::rank::is_everything(c.skip(1)) > 0;
    restricts && !everything && (strict || !c.is(1, FREE))
}

/// A verb group that is nothing but the metric's own words: "had used M".
fn named_use(c: Chunks<'_>) -> Option<(Chunks<'_>, Group)> {
    let mut look = c;
    while look
        .verb(0)
        .is_some_and(|verb| verb.frames.any(Frames::AUX.and(Frames::BE)))
        || look.entry(0).adverb
    {
        look = look.skip(1);
    }
    let metric = matches!(look.phrase(0), Some(Phrase::Name(names)) if crate::en::phrase::metric(names).is_some());
    (metric && look.at > c.at).then(|| (look.skip(1), plain()))
}

fn owner<'p>(c: Chunks<'p>, prepositions: &[&str]) -> (Chunks<'p>, Option<Np>) {
    if !c.is(0, prepositions) {
        return (c, None);
    }
    match noun_phrase(c.skip(1)) {
        Some((rest, np)) if np.is_named() => (rest, Some(np)),
        _ => (c, None),
    }
}

/// "as the most valuable one": no clause of its own, but in what respect.
fn is_comparison_as(c: Chunks<'_>) -> bool {
    if !c.is(0, &["as"]) {
        return false;
    }
    let clause = (1..c.len()).take_while(|ahead| !is_stop(c, *ahead)).any(|ahead| {
        ahead > 1 && c.verb(ahead).is_some_and(|verb| is_finite(verb.form) || verb.form == Form::Participle)
    });
    !clause
}

/// The rest of the words up to the next stop.
fn to_stop(c: Chunks<'_>) -> Chunks<'_> {
    let mut rest = c;
    while !is_stop(rest, 0) {
        rest = rest.skip(1);
    }
    rest
}

/// Articles and adverbs before a subject, "the newcomer".
fn skip_leading(c: Chunks<'_>) -> Chunks<'_> {
    skip_adverbs(c)
}

/// The comma that closes an apposition or a relative clause behind a subject:
/// only where a verb follows it, and no other stop stands between.
fn apposition(c: Chunks<'_>) -> Option<usize> {
    let close = (1..24).find(|ahead| c.is(*ahead, &[",", ";", "(", ")", ":", "—", "–"]))?;
    if !c.is(close, &[","]) || c.is(1, JOINS) {
        return None;
    }
    let after = skip_adverbs(c.skip(close + 1));
    let verb = after.verb(0)?;
    (is_finite(verb.form) && verb.form != Form::Base
        || verb.frames.any(Frames::BE.and(Frames::AUX)))
    .then_some(close)
}

fn merge(own: Adjuncts, pending: &Adjuncts) -> Adjuncts {
    let mut times = own.times;
    times.extend(pending.times.iter().cloned());
    Adjuncts {
        times,
        ago: own.ago || pending.ago,
        local: own.local,
        weeks: own.weeks.or(pending.weeks),
        first: own.first.or_else(|| pending.first.clone()),
        about: own.about.or(pending.about),
        scope: own.scope.or(pending.scope),
    }
}

fn plain() -> Group {
    Group {
        verb: crate::en::lexicon::Verb {
            frames: Frames::NONE,
            form: Form::Base,
        },
        negated: false,
        no_longer: false,
        mood: Mood::Plain,
        passive: false,
        hedge: recount_model::Hedge::Bare,
    }
}
