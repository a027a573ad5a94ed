//! The same again of another one, the verb or the whole left out: `X next on 3.63
//! trillion`, `Y just three`, `and Z by 1.6 trillion`, `a third to Y`.

use super::tails::owner;
use super::*;
use crate::en::clause::predicate::{directed, quantity_of};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::Role;
use recount_model::Movement;

impl<'p> Parser<'p> {
    /// "X next on 3.63 trillion", "X following with 3.3 trillion": one place below
    /// the one whose place was said.
    pub(super) fn next_behind(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        let ranked = self.items.iter().any(
            |item| matches!(item, Item::Said(said) if matches!(said.act, Act::Rank { .. } | Act::Follows)),
        );
        if !ranked || !c.is(0, words!["next", "following"]) {
            return None;
        }
        let (rest, piece) = level::beside(c.skip(1))?;
        let mut outcome = Outcome::one(Act::Follows);
        outcome.pieces.push(Piece { main: true, ..piece });
        Some((adjuncts(rest, &mut outcome), outcome))
    }

    /// "X just three" behind how many places of the top n another one had.
    pub(super) fn count_behind(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        let c = match verb_group(c, false) {
            Some((rest, group))
                if group.verb.frames.any(Frames::AUX.and(Frames::HOLD).and(Frames::TAKE))
                    && !group.negated
                    && group.mood == Mood::Plain =>
            {
                skip_adverbs(rest)
            }
            _ => c,
        };
        let Some(Phrase::Number(n)) = c.phrase(0) else { return None };
        let rest = c.skip(1);
        (is_stop(rest, 0)).then(|| Some((rest, self.so_many(*n)?)))?
    }

    /// "X ahead of Y for five" behind for how many weeks another one was ahead.
    pub(super) fn weeks_behind(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        let Some(Item::Said(last)) = self.items.last() else { return None };
        if let Some(found) = same_for_weeks(c, last) {
            return Some(found);
        }
        let known = last.adjuncts.weeks.filter(|weeks| !weeks.ordinal)?;
        // "X has grown seven weeks running, Y five".
        if let (Act::Change { value }, false) = (&last.act, last.negated)
            && value.is_direction()
            && self.c.word_before() != "and"
        {
            let (rest, weeks) = match c.phrase(0)? {
                Phrase::Number(n @ 2..=99) => {
                    (c.skip(1), WeeksRunning { weeks: recount_model::Weeks::Exactly(*n), ..known })
                }
                phrase => {
                    (c.skip(1), crate::en::phrase::weeks::running(phrase).filter(|weeks| !weeks.ordinal)?)
                }
            };
            let mut outcome = Outcome::one(Act::Change { value: value.clone() });
            outcome.adjuncts.weeks = Some(WeeksRunning { consecutive: true, cumulative: false, ..weeks });
            return is_stop(rest, 0).then_some((rest, outcome));
        }
        if !matches!(last.act, Act::Compare { .. }) || last.negated {
            return None;
        }
        let (rest, act) = crate::en::clause::compare::position(c)?;
        let (rest, weeks) = match rest.phrase(0)? {
            Phrase::Weeks(weeks) => (rest.skip(1), *weeks),
            _ if rest.is(0, words!["for"]) => match rest.phrase(1)? {
                Phrase::Number(n) => {
                    (rest.skip(2), WeeksRunning { weeks: recount_model::Weeks::Exactly(*n), ..known })
                }
                _ => return None,
            },
            _ => return None,
        };
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.weeks = Some(weeks);
        is_stop(rest, 0).then_some((rest, outcome))
    }

    /// "X drops out", "X out", "X left it" behind who entered the top n; "X entered it" behind who left it.
    pub(super) fn drops_out(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        let Some(Item::Said(last)) = self.items.last() else { return None };
        let Act::Rank { place: place @ Place::Top(_), movement: Some(moved), .. } = &last.act else {
            return None;
        };
        let place = *place;
        let left = |rest: Chunks<'p>| {
            let act = Act::Rank { place, movement: Some(Movement::Left), among: None };
            (rest, Outcome { negated: true, ..Outcome::one(act) })
        };
        if *moved == Movement::Entered && c.is(0, words!["out"]) && (is_stop(c, 1) || c.len() == 1) {
            return Some(left(c.skip(1)));
        }
        let (rest, group) = verb_group(c, false)?;
        let it = rest.is(0, words!["it"]) && is_stop(rest, 1);
        let frames = group.verb.frames;
        if group.negated || group.mood != Mood::Plain {
            return None;
        }
        let out = frames.any(Frames::EXIT.and(Frames::RANK)) && rest.is(0, words!["out"]) && is_stop(rest, 1);
        if *moved == Movement::Entered && (out || it && frames.any(Frames::EXIT)) {
            return Some(left(rest.skip(1)));
        }
        let enters = *moved == Movement::Left && it && frames.any(Frames::ENTER);
        let act = Act::Rank { place, movement: Some(Movement::Entered), among: None };
        enters.then(|| (rest.skip(1), Outcome::one(act)))
    }

    /// "its token usage 8.2 %" behind a change of the same one.
    pub(super) fn own_figure(&mut self) -> bool {
        let start = self.c.at;
        let Some(Item::Said(last)) = self.items.last() else { return false };
        let level = matches!(last.act, Act::Level { .. });
        let falling = match &last.act {
            Act::Change { value: known } => known.falling,
            _ if level => false,
            _ => return false,
        };
        if last.negated || !self.c.is(0, words!["its", "their"]) {
            return false;
        }
        let Some((rest, np)) = noun_phrase(self.c) else { return false };
        // "its market share a meagre 4 %".
        if np.share
            && np.who == Who::Carried
            && let Some((rest, Phrase::Percent(value))) = figure(skip_adverbs(rest))
            && is_stop(rest, 0)
        {
            let outcome = Outcome::one(Act::Share { value: value.clone(), whole: None, top: None });
            return self.accept(start, rest, &np, outcome, Group::PLAIN);
        }
        if level {
            return false;
        }
        let figure_of = np.who == Who::Carried && matches!(np.about, About::Metric(_)) && !np.share;
        let Some((rest, Phrase::Percent(value))) = figure(skip_adverbs(rest)).filter(|_| figure_of) else {
            return false;
        };
        let mut outcome = Outcome::one(Act::Change { value: directed(value, falling) });
        let rest = adjuncts(rest, &mut outcome);
        is_stop(rest, 0) && self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "and Y by 1.6 trillion" behind by how much X leads another.
    pub(super) fn over_another_too(&mut self) -> bool {
        let start = self.c.at;
        let Some(Item::Said(last)) = self.items.last() else { return false };
        let Act::Compare { value: known, .. } = &last.act else { return false };
        if known.is_direction() || last.negated || !matches!(self.c.word_before(), "and" | ",") {
            return false;
        }
        let falling = known.falling;
        let who = last.who.clone();
        let Some((rest, object)) = noun_phrase(self.c).filter(|(_, np)| matches!(np.who, Who::Named(_)))
        else {
            return false;
        };
        if !rest.is(0, words!["by"]) {
            return false;
        }
        let Some((rest, phrase)) = figure(skip_adverbs(rest.skip(1))) else { return false };
        let alike = matches!(
            phrase,
            Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Ratio(_) | Phrase::Points(_)
        );
        let Some(value) = quantity_of(phrase).filter(|_| alike) else { return false };
        let value = directed(&value, falling);
        let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
        let rest = adjuncts(level::skip_unit(rest), &mut outcome);
        self.accept(start, rest, &who, outcome, Group::PLAIN)
    }

    /// "third was X, fourth Y": the next place, before the one who has it.
    pub(super) fn place_of_next(&mut self) -> bool {
        let start = self.c.at;
        // "in first place X with 5 trillion tokens, in second Y": its figures stand between.
        let said = self.items.iter().rev().map_while(|item| match item {
            Item::Said(said) => Some(said.as_ref()),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        let figure = |said: &Said| matches!(said.act, Act::Level { .. } | Act::Change { .. });
        let Some(last) = { said }.find(|said| !figure(said)) else { return false };
        let Act::Rank { place: Place::At(_), among, .. } = &last.act else { return false };
        let among = among.clone();
        if last.negated || !matches!(self.c.word_before(), "," | "and" | ";") {
            return false;
        }
        let look = self.c.skip(usize::from(self.c.is(0, words!["in", "at"])));
        let Some((rest, place @ Place::At(_))) = rank::place(look) else { return false };
        let rest = rest.skip(usize::from(rest.is(0, words!["to", "for"]) && look.at == start));
        let Some((rest, np)) = noun_phrase(rest) else { return false };
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
        if !one || !(is_stop(rest, 0) || rest.is(0, words!["and", "with", "at", "on"])) {
            return false;
        }
        let mut outcome = Outcome::one(Act::Rank { place, movement: None, among });
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "a third to Y", "33 % to Y" behind a share that went to another one.
    pub(super) fn part_to(&mut self) -> bool {
        let start = self.c.at;
        let Some(Item::Said(last)) = self.items.last() else { return false };
        let Act::Share { whole, top, .. } = &last.act else { return false };
        let (whole, top) = (whole.clone(), *top);
        let Some((rest, Phrase::Percent(value))) = figure(self.c).filter(|_| !last.negated) else {
            return false;
        };
        let (rest, Some(np)) = owner(rest, &["to", "from", "through", "by"]) else { return false };
        if !is_stop(rest, 0) && !rest.is(0, words!["and"]) {
            return false;
        }
        let outcome = Outcome::one(Act::Share { value: value.clone(), whole, top });
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// ", from 34.2 % the week before", "compared with 34.2 % in May" behind a share.
    pub(super) fn share_from(&mut self) -> bool {
        let start = self.c.at;
        let Some(Item::Said(last)) = self.items.last() else { return false };
        let Act::Share { whole, top, .. } = &last.act else { return false };
        let (whole, top, who) = (whole.clone(), *top, last.who.clone());
        let from = self.c.is(0, words!["from"]) && self.c.word_before() == ",";
        let lead = if from { Some(1) } else { versus_words(self.c) };
        let Some(lead) = lead else { return false };
        let look = self.c.skip(lead);
        let look = look.skip(usize::from(!from && look.is(0, words!["just", "only"])));
        let Some((rest, Phrase::Percent(value))) = figure(skip_adverbs(look)) else { return false };
        let (rest, times) = crate::en::clause::adjunct::times(rest);
        if times.is_empty() || !is_stop(rest, 0) {
            return false;
        }
        let times =
            times.into_iter().map(|time| crate::en::phrase::time::Time { role: Role::At, ..time }).collect();
        let act = Act::Share { value: value.clone(), whole, top };
        let piece = Piece { times, anchor: Anchor::Earlier, ..Piece::beside(act) };
        let outcome = Outcome { pieces: vec![piece], ..Outcome::default() };
        self.accept(start, rest, &who, outcome, Group::PLAIN)
    }

    /// "X leads Y (3.63 trillion) and Z (2.6 trillion)": ahead of Z too.
    pub(super) fn object_too(&mut self) -> bool {
        let at = self.c.at;
        let closed = at.checked_sub(2).and_then(|place| self.c.all.get(place));
        let bracketed = closed.is_some_and(|chunk| self.c.lower(chunk.first) == ")");
        if !bracketed || !matches!(self.c.word_before(), "and" | ",") {
            return false;
        }
        let compare = self.items.iter().rev().find_map(|item| match item {
            Item::Said(said) if matches!(said.act, Act::Compare { .. }) => Some(said.clone()),
            _ => None,
        });
        let Some(compare) = compare else { return false };
        let Act::Compare { object, value, event } = &compare.act else { return false };
        // The bracket must be that of the one it was compared with.
        let open = (0..at.saturating_sub(2))
            .rev()
            .take(12)
            .find(|place| self.c.all.get(*place).is_some_and(|chunk| self.c.lower(chunk.first) == "("));
        let ends = open.map(|open| self.c.span(open.saturating_sub(1), open));
        let Some((rest, np)) = noun_phrase(self.c).filter(|(_, np)| matches!(np.who, Who::Named(_))) else {
            return false;
        };
        let follows =
            rest.is(0, words!["("]) || is_stop(rest, 0) || matches!(rest.phrase(0), Some(Phrase::Time(_)));
        if ends.is_none_or(|span| span.end != object.span.end) || !value.is_direction() || !follows {
            return false;
        }
        let (value, event, who) = (value.clone(), *event, compare.who.clone());
        let outcome = Outcome::one(Act::Compare { object: np.clone(), value, event });
        let end = Chunks { at: rest.at, to: rest.at, ..rest };
        let whole = self.c.to;
        if !self.accept(at, end, &who, outcome, Group::PLAIN) {
            return false;
        }
        self.c = Chunks { to: whole, ..self.c };
        self.focus = Some(np);
        true
    }

    /// "followed by X on 18.6 %" behind a share: of the same whole.
    pub(super) fn share_of_follower(&self, rest: Chunks<'p>, tail: &mut Tail) -> Chunks<'p> {
        let share = self.items.iter().rev().find_map(|item| match item {
            Item::Said(said) => match &said.act {
                Act::Share { whole, top, .. } => Some((whole.clone(), *top)),
                _ => None,
            },
            _ => None,
        });
        let (Some((whole, top)), Some(np)) = (share, tail.focus.clone()) else { return rest };
        let follows = tail.outcome.pieces.iter().any(|piece| piece.act == Act::Follows);
        let Some((after, Phrase::Percent(value))) =
            rest.is(0, words!["on", "with", "at"]).then(|| figure(rest.skip(1))).flatten()
        else {
            return rest;
        };
        if !follows || !(is_stop(after, 0) || after.is(0, words!["and"])) {
            return rest;
        }
        let act = Act::Share { value: value.clone(), whole, top };
        tail.outcome.pieces.push(Piece { who: Some(np), ..Piece::main(act) });
        after
    }

    /// "43 % of all tokens, 0.8 points more than a week earlier": of that share.
    pub(super) fn points_of_share(&self, tail: &Tail) -> Option<Np> {
        let Some(Item::Said(last)) = self.items.last() else { return None };
        let Act::Share { whole, top: None, .. } = &last.act else { return None };
        let points = |piece: &Piece| {
            piece.who.is_none()
                && matches!(&piece.act, Act::Change { value } if value.unit == recount_model::Unit::Point)
        };
        let fits =
            tail.focus.is_none() && !tail.outcome.pieces.is_empty() && tail.outcome.pieces.iter().all(points);
        fits.then(|| Np { share: true, of: whole.clone().map(Box::new), ..last.who.clone() })
    }

    /// Was it said by how much this one rose or fell?
    pub(super) fn has_level(&self, np: &Np) -> bool {
        self.items.iter().any(|item| {
            matches!(item, Item::Said(said) if said.who.who == np.who && matches!(said.act, Act::Level { .. }))
        })
    }

    /// Was a share told of it?
    pub(super) fn has_share(&self, np: &Np) -> bool {
        self.items.iter().any(|item| {
            matches!(item, Item::Said(said) if said.who.who == np.who && matches!(said.act, Act::Share { .. }))
        })
    }

    /// Was how much it changed said?
    pub(super) fn has_changed(&self, np: &Np) -> bool {
        self.items.iter().any(|item| {
            matches!(item, Item::Said(said) if said.who.who == np.who && matches!(said.act, Act::Change { .. }))
        })
    }
}

/// "[X grew for a third week,] Y for a second", "[X has gained in six straight weeks,] Y in only two": the same of
/// another one, for other weeks.
fn same_for_weeks<'p>(c: Chunks<'p>, last: &Said) -> Option<(Chunks<'p>, Outcome)> {
    let known = last.adjuncts.weeks?;
    let state = match &last.act {
        Act::Change { value } => value.is_direction(),
        Act::Rank { movement, .. } => movement.is_none(),
        _ => false,
    };
    if !state || last.negated || !c.is(0, words!["for", "in"]) {
        return None;
    }
    let look = skip_adverbs(c.skip(1));
    let (weeks, ordinal) = match look.phrase(0)? {
        Phrase::Number(n @ 1..=99) if !known.ordinal => (*n, false),
        _ => {
            let article = usize::from(look.is(0, words!["a", "the", "its"]));
            match look.phrase(article)? {
                Phrase::Ordinal(n @ 2..=99) if known.ordinal && article > 0 => (*n, true),
                _ => return None,
            }
        }
    };
    let rest = look.skip(1 + usize::from(ordinal));
    let weeks = WeeksRunning { weeks: recount_model::Weeks::Exactly(weeks), ordinal, ..known };
    let mut outcome = Outcome::one(last.act.clone());
    outcome.adjuncts.weeks = Some(weeks);
    (is_stop(rest, 0) || rest.is(0, words!["and", "while", "but"])).then_some((rest, outcome))
}
