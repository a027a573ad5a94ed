//! For how long, or for the first time, what the sentence before tells was so: `It was the ninth consecutive week
//! in which they did so`, `It had never done so before`, `That had not happened since May`.

use super::clauses::first_week;
use super::*;
use crate::en::lexicon::Noun;
use crate::en::phrase::first::FirstTime;
use crate::en::phrase::time::Role;
use crate::token::Words;

/// Why it cannot be read alone.
const BEFORE: &str = "what was done so long stands in the sentence before";

impl<'p> Parser<'p> {
    /// So many weeks running, or for the first time, of what the sentence before says.
    pub(super) fn did_so_for(
        &mut self,
        start: usize,
        rest: Chunks<'p>,
        how: Result<WeeksRunning, FirstTime>,
    ) -> bool {
        let mut outcome = Outcome::one(Act::Unexplained { why: BEFORE });
        match how {
            Ok(weeks) => outcome.adjuncts.weeks = Some(weeks),
            Err(first) => outcome.adjuncts.first = Some(first),
        }
        self.so_again(start, rest, outcome)
    }

    fn so_again(&mut self, start: usize, rest: Chunks<'p>, mut outcome: Outcome) -> bool {
        outcome.adjuncts.again = true;
        let np = Np::carried(self.c.span(start, start + 1));
        is_stop(rest, 0) && self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "It had never done so before", "that had not happened since May", "it has done so every week since".
    pub(super) fn never_so(&mut self) -> bool {
        let start = self.c.at;
        if start > 0 || self.unread.is_some() {
            return false;
        }
        let Some((have, that)) = subject(self.c) else { return false };
        let denied = usize::from(have.is(0, words!["not", "n't", "n’t", "never"]));
        let (never, look) = (have.is(0, words!["never"]), have.skip(denied));
        let look = look.skip(usize::from(look.is(0, words!["ever", "before", "now", "already"])));
        let Some(rest) = done(look, that) else { return false };
        let since = match rest.phrase(0) {
            Some(Phrase::Time(time)) if time.role == Role::Since => Some(time.clone()),
            _ => None,
        };
        if denied == 0 {
            let mut outcome = Outcome::one(Act::Unexplained { why: BEFORE });
            let rest = adjuncts(rest, &mut outcome);
            let weeks = outcome.adjuncts.every_week || outcome.adjuncts.weeks.is_some();
            return weeks && self.so_again(start, rest, outcome);
        }
        let rest = rest.skip(usize::from(since.is_some()));
        let rest = rest.skip(usize::from(rest.is(0, words!["before", "previously"])));
        if !(never || since.is_some()) {
            return false;
        }
        self.did_so_for(start, rest, Err(FirstTime { weeks: None, since }))
    }
}

/// "It had", "that has": behind it, and whether what happened is the subject.
fn subject(c: Chunks<'_>) -> Option<(Chunks<'_>, bool)> {
    let that = c.is(0, words!["that", "this"]);
    let it = usize::from(that || c.is(0, words!["it", "they"]));
    let model = if it == 0 && c.is(0, words!["the"]) && c.noun(1) == Some(Noun::Thing) { 2 } else { it };
    (model > 0 && c.is(model, words!["has", "had", "have"])).then(|| (c.skip(model + 1), that))
}

/// "done so", "managed that"; "happened", where what happened is the subject.
fn done(c: Chunks<'_>, that: bool) -> Option<Chunks<'_>> {
    const HAPPENED: &Words = words!["happened", "occurred"];
    if that {
        return c.is(0, HAPPENED).then(|| c.skip(1));
    }
    let does = c.is(0, DID) && c.is(1, words!["so", "that", "this", "it"]);
    does.then(|| c.skip(2))
}

const DID: &Words = words!["did", "done", "managed", "achieved"];

/// "[It was] the first time [that] it had done so".
pub(super) fn first_so(c: Chunks<'_>) -> Option<(Chunks<'_>, FirstTime)> {
    if let (Some(Phrase::First(first)), Some(rest)) = (c.phrase(0), did_so(c.skip(1))) {
        return Some((rest, first.clone()));
    }
    let (rest, first) = first_week(c)?;
    Some((did_so(rest)?, first))
}

/// "[in which] they did so", "[that] the model had managed that": behind it.
pub(super) fn did_so(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let they = usize::from(c.is(0, words!["it", "they", "either", "this", "that"]));
    // "that the smaller model had done so": whichever of the two it is.
    let model =
        (2..5).find(|place| they == 0 && c.is(0, words!["the"]) && c.noun(place - 1) == Some(Noun::Thing));
    let it = (they > 0 || model.is_some()).then(|| c.skip(model.unwrap_or(1)))?;
    let had = it.skip(usize::from(it.is(0, words!["has", "have", "had"])));
    if had.is(0, words!["happened", "occurred"]) && c.is(0, words!["this", "that"]) {
        return Some(had.skip(1));
    }
    let did = had.is(0, DID) && had.is(1, words!["so", "that", "this", "it"]);
    did.then(|| had.skip(2))
}

impl Parser<'_> {
    /// "X dropped out of the top ten, as did Y", "X did not grow, nor did Y": the same of another one. How much it was of X, is not
    /// said of Y, unless it is denied of both.
    pub(super) fn as_did(&mut self) -> bool {
        let start = self.c.at;
        let nor = self.c.is(0, words!["nor"]);
        let does = words!["did", "was", "were", "has", "have", "does", "do", "is", "are", "had"];
        // "As" joins, and has been passed.
        let verb = usize::from(nor);
        if !nor && self.c.word_before() != "as" || !self.c.is(verb, does) {
            return false;
        }
        let Some((rest, np)) =
            noun_phrase(self.c.skip(verb + 1)).filter(|(_, np)| matches!(np.who, Who::Named(_)))
        else {
            return false;
        };
        let Some(Item::Said(last)) = self.items.last() else { return false };
        let (span, mood) = (last.span, last.mood);
        let same = |act: &Act| match act {
            Act::Change { value } | Act::Compare { value, .. } => value.is_direction(),
            Act::Rank { .. } | Act::Record(_) => true,
            _ => false,
        };
        let left = |act: &Act| matches!(act, Act::Rank { movement: Some(recount_model::Movement::Left), .. });
        let fits = |said: &&Said| {
            let way = said.negated == nor || !nor && left(&said.act);
            said.span == span && !said.beside && way && (nor || same(&said.act))
        };
        let all: Vec<Said> = self
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Said(said) => Some(said.as_ref()),
                _ => None,
            })
            .filter(fits)
            .cloned()
            .collect();
        if all.is_empty() || mood != Mood::Plain || !(rest.is_empty() || is_stop(rest, 0)) {
            return false;
        }
        self.close_unread();
        let span = self.c.span(start, rest.at);
        for said in all {
            let who =
                Np { about: said.who.about, share: said.who.share, of: said.who.of.clone(), ..np.clone() };
            self.items.push(Item::Said(Box::new(Said { who, span, ..said })));
        }
        self.c = rest;
        true
    }
}
