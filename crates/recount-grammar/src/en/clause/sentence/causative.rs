//! What something brings somebody: `that put it second`, `the gain earned X second place`, `giving it a
//! 12 % share`, `this was enough for third place`. What brought it is not asserted; where it brought
//! them is read as what they are, went to or had.

use super::*;
use crate::en::clause::noun_phrase;
use crate::en::lexicon::{Noun, Verb, look_up};
use crate::en::phrase::place::Place;
use recount_model::Movement;

/// How the complement of a causative verb is told of its object.
#[derive(Clone, Copy)]
enum Told {
    /// "[put it] second": it is.
    Is,
    /// "[sent it] to fifth": it went.
    Went,
    /// "[gave it] second place": it has.
    Has,
    /// "[saw it] overtake X": it did.
    Does,
    /// "[cost it] second place": it lost that.
    Lost,
}

/// Is the word such a verb, in a form that a cause of its own has?
pub(super) fn brings(c: Chunks<'_>, frames: Frames) -> bool {
    c.verb(0).is_some_and(|verb| verb.form != Form::Base && verb.frames.any(frames))
}

/// "[a drop that] cost [it second place]".
fn costs(c: Chunks<'_>) -> bool {
    c.is(0, words!["cost", "costs", "costing"])
}

/// Verbs of what something does to somebody.
const CAUSES: Frames = Frames::BRING.and(Frames::RENDER).and(Frames::GRANT).and(Frames::LET);

impl<'p> Parser<'p> {
    /// What something brought somebody, in any form.
    pub(super) fn brought_somewhere(&mut self) -> bool {
        self.lifting() || self.left_with() || self.put_ahead() || self.causative()
    }

    /// A causative clause, finite behind "that", "which" or a noun of moving, or a participle.
    fn causative(&mut self) -> bool {
        let start = self.c.at;
        let Some(verb) = self.cause() else { return false };
        let kinds: &[Told] = match () {
            () if brings(verb, Frames::BRING) && brings(verb, Frames::GRANT) => {
                &[Told::Is, Told::Went, Told::Has]
            }
            () if brings(verb, Frames::BRING) => &[Told::Is, Told::Went],
            () if brings(verb, Frames::RENDER) => &[Told::Is],
            () if brings(verb, Frames::GRANT) => &[Told::Has],
            () if brings(verb, Frames::LET) => &[Told::Does],
            () if costs(verb) => &[Told::Lost],
            () => return false,
        };
        if let Some(read) = self.gets(start, verb) {
            return read;
        }
        let whom = match verb.is(1, words!["it", "them"]) {
            true => Some((verb.skip(2), self.whom_it_means(verb.skip(1)))),
            false => noun_phrase::noun_phrase(verb.skip(1)).filter(|(_, np)| is_moved(np)),
        };
        let Some((rest, np)) = whom else { return false };
        let np = match &np.who {
            Who::Carried => Np { who: self.whom_it_means(verb.skip(1)).who, ..np },
            _ => np,
        };
        let found = kinds.iter().find_map(|told| complement(rest, &np, *told));
        let Some((rest, mut outcome)) = found else { return false };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "[That] secured second place": of the one who is spoken of.
    fn gets(&mut self, start: usize, verb: Chunks<'p>) -> Option<bool> {
        // What is won for somebody is won by nobody else.
        let gets = brings(verb, Frames::GRANT) && brings(verb, Frames::TAKE);
        let place = gets.then(|| rank::place(verb.skip(1))).flatten();
        let (rest, place) = place?;
        let np = self.whom_it_means(verb);
        let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
        let rest = adjuncts(rest, &mut outcome);
        Some(self.accept(start, rest, &np, outcome, Group::PLAIN))
    }

    /// The verb, where something told before or a noun of moving is its subject.
    fn cause(&self) -> Option<Chunks<'p>> {
        let c = skip_leading(self.c);
        let known = |c: Chunks<'_>| brings(c, CAUSES) || costs(c);
        let verb = match () {
            () if c.is(0, words!["that", "this", "which"]) => perfect(c.skip(1)),
            () if known(c) || known(perfect(c)) => perfect(c),
            () => perfect(behind_mover(c)?),
        };
        let ing = verb.verb(0).is_some_and(|verb| verb.form == Form::Ing)
            || verb.get(0).is_some_and(|chunk| verb.lower(chunk.first).ends_with("ing"));
        let before = self.c.word_before();
        let subject =
            verb.at > self.c.at && !known(perfect(c)) || matches!(before, "that" | "this" | "which" | "and");
        // ", putting it second": behind what was said.
        let behind = ing && matches!(verb.word_before(), "," | "—" | "–") && !self.items.is_empty();
        (known(verb) && (subject && !ing || behind)).then_some(verb)
    }

    /// Whom "it" means: the one who is spoken of.
    fn whom_it_means(&self, it: Chunks<'p>) -> Np {
        let carried = Np::carried(it.span(it.at, it.at + 1));
        self.focus.clone().filter(|_| self.other.is_none()).map_or(carried, |focus| Np {
            about: About::Nothing,
            share: false,
            ..focus
        })
    }
}

/// "has [put it second]", "also [took it to fifth]".
fn perfect(c: Chunks<'_>) -> Chunks<'_> {
    let c = skip_adverbs(c);
    skip_adverbs(c.skip(usize::from(c.is(0, words!["has", "have", "had"]))))
}

/// May something put them elsewhere: names, "it", their volume or their share.
fn is_moved(np: &Np) -> bool {
    matches!(np.who, Who::Named(_) | Who::Carried | Who::Total)
}

/// "the gain [put]", "last week's jump", "the week's result": up to its verb.
pub(super) fn behind_mover(c: Chunks<'_>) -> Option<Chunks<'_>> {
    if !c.is(0, words!["the", "its", "their", "such", "a", "an", "last"])
        && !matches!(c.phrase(0), Some(Phrase::Time(_)))
    {
        return None;
    }
    let noun =
        (0..5).take_while(|ahead| c.get(*ahead).is_some_and(|chunk| !chunk.is_figure())).find(|ahead| {
            matches!(
                c.noun(*ahead),
                Some(Noun::Rise | Noun::Fall | Noun::Change | Noun::Volume | Noun::Total)
            ) || c.is(
                *ahead,
                words![
                    "result", "performance", "showing", "surge", "jump", "spurt", "figure", "tally", "feat",
                    "move"
                ],
            )
        })?;
    // ", a gain that [put it second]".
    let that = c.is(0, words!["a", "an"]) && c.is(noun + 1, words!["that", "which"]);
    Some(c.skip(noun + 1 + usize::from(that)))
}

/// What the complement says of the object.
fn complement<'p>(c: Chunks<'p>, np: &Np, told: Told) -> Option<(Chunks<'p>, Outcome)> {
    let group = |word: &str| Some(Group { verb: verb_of(word)?, ..Group::PLAIN });
    // "left X with 300 billion": what is left of what, is not said.
    if c.is(0, words!["with"]) {
        return None;
    }
    let found = match told {
        Told::Is => {
            let near =
                words!["just", "narrowly", "slightly", "firmly", "comfortably", "back", "well", "clearly"];
            let look = c.skip(usize::from(c.is(0, near)));
            predicate(look, np, &group("was")?)
        }
        Told::Went => {
            let look = c.skip(usize::from(c.is(0, words!["up", "down", "back"])));
            predicate(look, np, &group("went")?).or_else(|| predicate(look, np, &group("moved")?))
        }
        Told::Does => {
            let base = c.verb(0).is_some_and(|verb| verb.form == Form::Base);
            let (rest, group) = base.then(|| verb_group(c, false)).flatten()?;
            predicate(rest, np, &group).filter(|_| !group.negated)
        }
        Told::Lost => predicate(c, np, &group("lost")?),
        Told::Has => predicate(c, np, &group("had")?).or_else(|| predicate(c, np, &group("took")?)),
    };
    // A word of what somebody is gives no step of its own: "put it up 8 %" was read as it stands.
    let lost = matches!(told, Told::Lost);
    found.map(|(rest, mut outcome)| {
        outcome.pieces.iter_mut().for_each(|piece| {
            if let (Act::Rank { movement, place, .. }, false) = (&mut piece.act, lost) {
                *movement = step(c).filter(|_| matches!(place, Place::At(_)));
            }
        });
        (rest, outcome)
    })
}

/// "[pushing X] down to fourth": it fell.
fn step(c: Chunks<'_>) -> Option<Movement> {
    match (c.word(0), c.word(1)) {
        ("up", "to" | "into") => Some(Movement::Up),
        ("down", "to" | "into") => Some(Movement::Down),
        _ => None,
    }
}

/// Where something brings somebody: "[enough for] second place", "[to put it] ahead of X", "[to send it] to
/// fifth".
pub(super) fn state<'p>(c: Chunks<'p>, np: &Np) -> Option<(Chunks<'p>, Outcome)> {
    [Told::Is, Told::Went, Told::Has].iter().find_map(|told| complement(c, np, *told))
}

fn verb_of(word: &str) -> Option<Verb> {
    look_up(word).verb
}
