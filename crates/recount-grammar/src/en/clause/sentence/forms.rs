//! Clauses of other forms than a subject and its verb.

use super::*;
use crate::en::clause::{chart, gap, growth, inverted, not_since, superlative};
use crate::en::lexicon::{MOVERS_BY_MOST, Noun, Seen};
use crate::en::phrase::place::Place;
use crate::token::Words;

/// Why "X was the week's biggest gainer" is not read.
pub(super) const GAINED: &str = "that no other one gained or lost more";

impl<'p> Parser<'p> {
    /// "In second place came X", "The top spot was taken by X", "It was X that
    /// led", "Behind it were X and Y", "The top three were X, Y and Z".
    pub(super) fn turned(&mut self) -> bool {
        let start = self.c.at;
        if let Some((rest, np)) = inverted::cleft(self.c) {
            return self.rest_of_cleft(start, rest, &np);
        }
        if self.c.is(0, words!["it"])
            && let Some((rest, group)) = verb_group(self.c.skip(1), false)
            && group.passive
            && group.verb.frames.any(Frames::FOLLOW)
            && !group.negated
            && rest.is(0, words!["by"])
            && let Some((rest, np)) =
                noun_phrase(rest.skip(1)).filter(|(_, np)| matches!(np.who, Who::Named(_)))
        {
            let (rest, tail) = after_follower(rest, np.clone());
            self.followers = self.accept(
                start,
                rest,
                &Np::carried(self.c.span(start, start + 1)),
                tail.outcome,
                Group::PLAIN,
            );
            if self.followers {
                self.focus = Some(np);
            }
            return self.followers;
        }
        if let Some((rest, np)) = inverted::behind(self.c) {
            return self.behind_it(start, rest, np);
        }
        if self.c.is(0, words!["saw", "sees", "seen"])
            && let Some((rest, np)) = noun_phrase(self.c.skip(1)).filter(|(_, np)| np.is_named())
            && rest.verb(0).is_some_and(|verb| verb.form == Form::Base)
        {
            return self.rest_of_cleft(start, rest, &np);
        }
        if let Some((rest, np, mut outcome)) = inverted::behind_other(self.c)
            .or_else(|| growth::caused(skip_leading(self.c)))
            .or_else(|| growth::ended(skip_leading(self.c)))
            .or_else(|| growth::there_was(self.c))
            .or_else(|| rank::lasted(skip_leading(self.c)))
            .or_else(|| change::lasted(skip_leading(self.c)))
        {
            let rest = adjuncts(rest, &mut outcome);
            return self.accept(start, rest, &np, outcome, Group::PLAIN);
        }
        let found = inverted::first_of(self.c).or_else(|| inverted::clause(self.c));
        match found.or_else(|| inverted::place_taken(self.c)).or_else(|| chart::newcomer_is(self.c)) {
            Some((rest, np, mut outcome, group)) => {
                let follows = outcome.pieces.iter().any(|piece| piece.act == Act::Follows);
                // "Then came X, which entered at No. 1 in March": later, whatever its place.
                if follows && rest.is(0, words![","]) && rest.is(1, words!["which"]) {
                    return false;
                }
                let rest = adjuncts(rest, &mut outcome);
                let read = self.accept(start, rest, &np, outcome, group);
                // "Then come X at 4 trillion and Y at 3 trillion".
                self.followers |= read && follows;
                read
            }
            None => self.place_to() || self.top_list(),
        }
    }

    /// "Behind it came X": one place below the one who is spoken of.
    fn behind_it(&mut self, start: usize, rest: Chunks<'p>, np: Np) -> bool {
        let (rest, tail) = after_follower(rest, np.clone());
        self.followers = true;
        if self.focus.is_some() {
            return self.accept_tail(start, rest, tail);
        }
        let it = Np::carried(self.c.span(start, start + 1));
        let accepted = self.accept(start, rest, &it, tail.outcome, Group::PLAIN);
        if accepted {
            self.focus = Some(np);
        }
        accepted
    }

    /// "First place went to X, second to Y with 4 trillion and third to Z": the verb is
    /// not said again.
    fn place_to(&mut self) -> bool {
        let start = self.c.at;
        let ranked = matches!(self.items.iter().rev().find(|item| matches!(item, Item::Said(said) if matches!(said.act, Act::Rank { .. }))), Some(Item::Said(said)) if !said.negated);
        let went = ranked && self.focus.is_some() && matches!(self.c.word_before(), "," | "and" | ";");
        // "In first place is X with 4 trillion, in second place Y (3 trillion), in third - Z".
        let inside = went && self.c.is(0, words!["in", "at"]);
        let look = self.c.skip(usize::from(inside));
        let Some((rest, place @ Place::At(_))) = went.then(|| rank::place(look)).flatten() else {
            return false;
        };
        let joins = usize::from(rest.is(0, words!["to"]) && !inside)
            + usize::from(inside && rest.is(0, words!["was", "is", "came", "-", "—", "–", ":"]));
        let Some((rest, np)) = (inside || joins > 0).then(|| noun_phrase(rest.skip(joins))).flatten() else {
            return false;
        };
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
        let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
        let rest = adjuncts(rest, &mut outcome);
        // "in second place Y fell": a clause of its own.
        let ends = !inside || is_stop(rest, 0) || rest.is(0, words!["and"]);
        one && ends && self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "The biggest gainer was X (+8 %)", "X was the week's biggest loser, down 8 %": that
    /// no other one gained more, no rule reads; but X is spoken of from here on.
    pub(super) fn gainer(&mut self) -> bool {
        if !self.c.seen.any(Seen::BIGGEST) {
            return false;
        }
        let start = self.c.at;
        let found = if let Some(rest) = biggest(self.c) {
            let stop = (0..8).find(|ahead| is_stop(rest, *ahead)).unwrap_or(8);
            let verb =
                (0..stop).find(|ahead| rest.verb(*ahead).is_some_and(|verb| verb.frames.any(Frames::BE)));
            verb.and_then(|verb| noun_phrase(skip_adverbs(rest.skip(verb + 1))))
        } else {
            noun_phrase(self.c).and_then(|(rest, np)| {
                let (rest, group) = verb_group(rest, false)?;
                let is = group.verb.frames.any(Frames::BE) && !group.negated && group.mood == Mood::Plain;
                let rest = biggest(rest).filter(|_| is)?;
                Some((to_stop(rest), np))
            })
        };
        let one =
            |np: &Np| matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
        let Some((rest, np)) = found.filter(|(rest, np)| one(np) && is_stop(*rest, 0)) else { return false };
        self.items.push(Item::Unread { from: start, to: rest.at, why: GAINED, named: false });
        self.focus = Some(np);
        self.c = rest;
        true
    }

    fn rest_of_cleft(&mut self, start: usize, c: Chunks<'p>, np: &Np) -> bool {
        let Some((rest, group)) = verb_group(c, false) else {
            return false;
        };
        let Some((rest, mut outcome)) = predicate(rest, np, &group) else {
            return false;
        };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, np, outcome, group)
    }

    /// The one with whom somebody was compared last in this sentence.
    fn against(&self) -> Option<Np> {
        self.items.iter().rev().find_map(|item| match item {
            Item::Said(said) => match &said.act {
                Act::Compare { object, .. } => Some(object.clone()),
                _ => None,
            },
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        })
    }

    /// "X's lead over Y widened to 1.2 trillion", "its growth slowed to 8 %".
    pub(super) fn nominal(&mut self) -> bool {
        let start = self.c.at;
        let against = self.against();
        let look = skip_leading(self.c);
        if let Some((rest, np, mut outcome)) = growth::gain_of(look)
            .or_else(|| superlative::record_of(look))
            .or_else(|| superlative::never_before(look))
            .or_else(|| not_since::clause(look))
        {
            let rest = adjuncts(rest, &mut outcome);
            return self.accept(start, rest, &np, outcome, Group::PLAIN);
        }
        if let Some((rest, np, mut outcome, group)) =
            crate::en::clause::own_rank::clause(look, self.focus.as_ref()).or_else(|| not_since::state(look))
        {
            let rest = adjuncts(rest, &mut outcome);
            return self.accept(start, rest, &np, outcome, group);
        }
        let found = growth::clause(look).or_else(|| gap::clause(look, self.focus.as_ref(), against.as_ref()));
        let Some((rest, np, mut outcome, group)) = found else {
            return false;
        };
        let rest = adjuncts(rest, &mut outcome);
        let read = self.accept(start, rest, &np, outcome, group);
        if read {
            self.keep_lead();
        }
        read
    }

    /// "The top three last week were X, Y and Z", "the rest of the top five: X
    /// and Y": each is among them. In which order they stand, is not said.
    fn top_list(&mut self) -> bool {
        let start = self.c.at;
        let rest_of = self.c.are(&["the", "rest", "of"]);
        let look = if rest_of { self.c.skip(3) } else { self.c };
        let Some(Phrase::Place(Place::Top(top))) = look.phrase(0) else {
            return false;
        };
        let mut look = look.skip(1);
        let mut times = Vec::new();
        while let Some(Phrase::Time(time)) = look.phrase(0) {
            times.push(time.clone());
            look = look.skip(1);
        }
        let (look, all_of) = all_of_a_group(look);
        // "in order", "in that order": then each has its place.
        let order = in_order(look);
        let look = look.skip(order);
        let joined = look.is(0, words![":", "—", "–", ","]) && look.is(1, words!["namely"]);
        let dash = look.is(0, words!["-"]) && is_stop(look, 0);
        let names = if look.is(0, words![":", "—", "–"]) || dash || joined {
            look.skip(if joined { 2 } else { 1 })
        } else {
            match verb_group(look, false) {
                Some((rest, group)) if group.verb.frames.any(Frames::BE) && !group.negated => rest,
                _ => return false,
            }
        };
        let names = if names.is(0, words!["again", "still"]) { names.skip(1) } else { names };
        let inside = in_order(names);
        let ordered = order + inside > 0;
        self.names_of_top(start, names.skip(inside), Listed { top: *top, rest_of, ordered, all_of }, times)
    }

    pub(super) fn names_of_top(
        &mut self,
        start: usize,
        c: Chunks<'p>,
        told: Listed,
        times: Vec<crate::en::phrase::time::Time>,
    ) -> bool {
        let Some((parts, end)) = listed(c) else { return false };
        let count = u32::try_from(parts.len()).unwrap_or(u32::MAX);
        let Listed { top, rest_of, ordered, all_of } = told;
        if count > top || (count < top && !rest_of) || count < 1 {
            return false;
        }
        let mut outcome = Outcome::default();
        outcome.adjuncts.times = times;
        let behind = Chunks { at: end, ..c };
        let in_order =
            behind.is(0, words!["in", ","]) && (0..4).any(|ahead| behind.is(ahead, words!["order"]));
        let behind = if in_order {
            behind.skip((0..5).find(|ahead| behind.is(*ahead, words!["order"])).map_or(0, |ahead| ahead + 1))
        } else {
            behind
        };
        let rest = adjuncts(behind, &mut outcome);
        let ranked = ordered || (in_order && !rest_of);
        let act = |k: u32| {
            let place = if ranked { Place::At(k) } else { Place::Top(top) };
            Act::Rank { place, movement: None, among: None }
        };
        outcome.pieces = (1..)
            .zip(&parts)
            .map(|(k, (np, _))| Piece { who: Some(np.clone()), ..Piece::main(act(k)) })
            .collect();
        if let Some(group) = all_of.filter(|_| count == top) {
            let act = Act::Top {
                top,
                count: recount_model::Quantity::whole(top, recount_model::Unit::Count),
                among: None,
            };
            outcome.pieces.push(Piece { who: Some(group), ..Piece::main(act) });
        }
        let Some((first, _)) = parts.first() else { return false };
        let first = first.clone();
        if !self.accept(start, rest, &first, outcome, Group::PLAIN) {
            return false;
        }
        for (np, beside) in parts {
            if !beside.is_empty() {
                self.bracket(beside, &np);
            }
        }
        // "The top three - X, Y and Z - were unchanged" is said of the list.
        if self.c.is(0, words!["-", "—", "–"]) {
            self.focus = None;
            self.lost = true;
        }
        true
    }
}

/// ", in order,", ", in that order,": how many words it takes.
fn in_order(c: Chunks<'_>) -> usize {
    if !c.is(0, words![","]) || !c.is(1, words!["in"]) {
        return 0;
    }
    let that = usize::from(c.is(2, words!["that", "this", "descending"]));
    let order = c.is(2 + that, words!["order"]) && c.is(3 + that, words![",", ":"]);
    if order { 4 + that } else { 0 }
}

/// What is said of a list of the top n.
#[derive(Clone)]
pub(super) struct Listed {
    /// n.
    pub top: u32,
    /// Are some of them left out: "the rest of the top five"?
    pub rest_of: bool,
    /// Do they stand in order?
    pub ordered: bool,
    /// Of which group all of them are.
    pub all_of: Option<Np>,
}

/// "X (4.1 trillion), Y at 3.2 trillion and Z": each name, with what its bracket
/// or preposition says, and the chunk behind the last.
fn listed(c: Chunks<'_>) -> Option<(Vec<(Np, Chunks<'_>)>, usize)> {
    let mut parts = Vec::new();
    let mut look = c;
    loop {
        let look_name = if look.is(0, words!["the"]) { look.skip(1) } else { look };
        let one = look_name.until(look_name.at + 1);
        let (rest, np) = noun_phrase(one).filter(|(rest, np)| rest.is_empty() && np.is_named())?;
        let mut rest = Chunks { at: rest.at, ..c };
        let mut beside = rest.until(rest.at);
        if rest.is(0, words!["("]) {
            let close = (1..16).find(|ahead| rest.is(*ahead, words![")"]))?;
            beside = rest.skip(1).until(rest.at + close);
            rest = rest.skip(close + 1);
        } else if rest.is(0, words!["at", "with", "on"])
            && let Some((after, Phrase::Amount { .. })) = figure(skip_adverbs(rest.skip(1)))
        {
            // "X at 4.1 trillion, Y at 3.2 trillion".
            beside = rest.until(after.at);
            rest = after;
        }
        parts.push((np, beside));
        let comma = usize::from(rest.is(0, words![","]));
        let and = usize::from(rest.is(comma, words!["and", "&"]));
        let more = comma + and > 0
            && matches!(rest.skip(comma + and).phrase(usize::from(rest.is(comma + and, words!["the"]))), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_some());
        if !more {
            return Some((parts, rest.at));
        }
        look = rest.skip(comma + and);
    }
}
/// "[the top three], all northern, [were]": the group that all of them are of.
fn all_of_a_group(c: Chunks<'_>) -> (Chunks<'_>, Option<Np>) {
    let all = c.is(0, words![","]) && c.is(1, words!["all"]);
    let look = c.skip(2 + usize::from(c.is(2, words!["of", "from"])));
    let group = match look.phrase(0) {
        Some(Phrase::Adjective(names)) if all => crate::en::phrase::subjects(names).collect::<Vec<_>>(),
        Some(Phrase::Name(names)) if all => crate::en::phrase::subjects(names).collect(),
        _ => return (c, None),
    };
    let rest = look.skip(1 + usize::from(look.noun(1) == Some(Noun::Thing)));
    if group.is_empty() || !rest.is(0, words![","]) {
        return (c, None);
    }
    let who = Who::Named(vec![group]);
    (rest.skip(1), Some(Np { who, ..Np::carried(c.span(look.at, rest.at)) }))
}

/// "the [week's] biggest gainer": the place behind it.
fn biggest(c: Chunks<'_>) -> Option<Chunks<'_>> {
    const MOST: &Words = crate::token::word_list!(MOVERS_BY_MOST);
    const MOVERS: &Words = words![
        "gainer", "riser", "climber", "mover", "loser", "faller", "decliner", "grower", "gain", "rise",
        "jump", "fall", "drop",
    ];
    let look = c.skip(usize::from(c.is(0, words!["the"])));
    let timed = matches!(look.phrase(0), Some(Phrase::Time(_))) || look.is(0, words!["week"]);
    let look = if timed && look.is(1, words!["'s", "’s"]) { look.skip(2) } else { look };
    // "the fastest-growing model".
    let hyphen = usize::from(crate::token::is_hyphen(look.word(1)));
    let growing = look.is(1 + hyphen, words!["growing", "rising", "climbing", "falling", "shrinking"])
        && look.noun(2 + hyphen) == Some(Noun::Thing);
    // "the next-fastest [riser]", "the second-biggest faller".
    let next = look.is(0, words!["next", "second", "third"]) && crate::token::is_hyphen(look.word(1));
    let look = look.skip(2 * usize::from(next));
    let slow = look.is(0, words!["slowest", "quickest"]);
    let alone =
        next && look.is(0, MOST) && !slow && look.verb(1).is_some_and(|verb| verb.frames.any(Frames::BE));
    if alone {
        return Some(look.skip(1));
    }
    match look.is(0, MOST) {
        true if growing => Some(look.skip(3 + hyphen)),
        true if look.is(1, MOVERS) => Some(look.skip(2)),
        _ => None,
    }
}
