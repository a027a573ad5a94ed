//! Who is spoken of: before a bracket or a comma, and in words that no rule reads.

use super::clauses::skip_leading;
use super::*;
use crate::en::lexicon::Noun;

/// What is somebody's, and tells how they do.
const THEIRS: &crate::token::Words = words![
    "climb", "slide", "grip", "run", "rise", "surge", "comeback", "ascent", "decline", "dominance",
    "momentum", "recovery", "slump", "retreat", "advance", "hold", "week", "rally", "descent", "growth",
    "march",
];

impl<'p> Parser<'p> {
    /// The name just before a bracket, a comma or "which": the bracket and the
    /// relative clause speak of it, a comma leaves it open.
    pub(super) fn antecedent(&mut self) {
        // "X by Norvane, with": a name in the phrase of the one who is spoken of.
        let end = self.c.at.checked_sub(1).map_or(0, |last| self.c.span(last, last + 1).end);
        let name = self.name_before(self.c).filter(|np| {
            self.focus.as_ref().is_some_and(|focus| focus.who != np.who && focus.span.end != end)
        });
        let name = name.or_else(|| self.named_bracket()).or_else(|| self.figure_of_another(end));
        // "X overtook Y, which means that it led": the fact does, not Y.
        let fact = self.c.is(0, words![","])
            && self.c.is(1, words!["which"])
            && self
                .c
                .is(2, words!["means", "meant", "made", "makes", "explains", "suggests", "shows", "showed"]);
        if fact {
            return;
        }
        // "X overtook Y (it led)": who of the two, is not said.
        if self.c.is(0, words!["("]) && self.c.is(1, words!["it", "its", "they", "their"]) && name.is_some() {
            self.outside = Some(self.focus.take());
            self.lost = true;
            return;
        }
        if self.c.is(0, words!["("]) && name.is_some() {
            self.outside = Some(std::mem::replace(&mut self.focus, name));
        } else if self.c.is(0, words![")"])
            && let Some(outside) = self.outside.take()
        {
            self.focus = outside;
        } else if self.c.is(0, words![","]) {
            let relative = self.c.is(1, words!["which", "who", "whose"]);
            // "X, still the biggest of the southern models, whose": X, not those models.
            let group = name.as_ref().is_some_and(|np| match &np.who {
                Who::Named(names) => {
                    names.iter().flatten().all(|one| matches!(one, recount_model::Subject::Group(_)))
                }
                Who::Unknown => true,
                _ => false,
            });
            let apposed = self.name_before_apposition().filter(|_| relative && (group || name.is_none()));
            let name = apposed.or(name);
            // "30 % of the total, which fell": the total may have, or X.
            let (noun, total) = match self.noun_before().filter(|_| relative && name.is_none()) {
                Some(np) if np.who == Who::Total => (None, true),
                noun => (noun, false),
            };
            if total {
                self.focus = None;
                self.lost = true;
                return;
            }
            let name = name.or(noun);
            let before = if relative && self.focus.is_none() { self.name_before(self.c) } else { None };
            if relative && (name.is_some() || before.is_some()) {
                self.focus = name.or(before);
                self.other = None;
            } else {
                // The whole of a share is nobody of whom more is said.
                // Nor is the group among which somebody is first.
                let share = matches!(self.items.last(), Some(Item::Said(said))
                    if matches!(said.act, Act::Share { .. } | Act::Rank { among: Some(_), .. }));
                // "On the platform, with 4 trillion tokens": that is where, and nobody else.
                let field = self.c.at > 0
                    && crate::en::clause::adjunct::is_field(Chunks { at: self.c.at - 1, ..self.c });
                self.other = name.filter(|_| !self.followers && !share && !field);
            }
        } else {
            self.other = None;
        }
    }

    /// The name that ends just before the next chunk.
    pub(super) fn name_before(&self, c: Chunks<'p>) -> Option<Np> {
        let mut place = c.at.checked_sub(1)?;
        // "overtook X last week, which fell", "overtook X for the first time, which fell".
        let relative = c.is(0, words![","]) && c.is(1, words!["which", "who", "whose"]);
        while match c.all.get(place).map(|chunk| &chunk.phrase) {
            Some(Phrase::Time(_)) => true,
            Some(Phrase::First(_) | Phrase::Weeks(_)) => relative,
            _ => false,
        } {
            place = place.checked_sub(1)?;
        }
        // "Y (3 trillion), which fell": the name before the bracket.
        let is =
            |place: usize, text: &str| c.all.get(place).is_some_and(|chunk| c.lower(chunk.first) == text);
        // "edged past Y's, which": what is Y's.
        if (is(place, "'s") || is(place, "’s")) && c.is(0, words![","]) {
            place = place.checked_sub(1)?;
        }
        if is(place, ")") && c.is(0, words![","]) {
            place = c.opened(place, 16)?.checked_sub(1)?;
        }
        let names = match &c.all.get(place)?.phrase {
            Phrase::Name(names) => names,
            _ => return self.group_before(place),
        };
        let found: Vec<_> = crate::en::phrase::subjects(names).collect();
        let span = c.span(place, place + 1);
        (!found.is_empty()).then(|| Np { who: Who::Named(vec![found]), ..Np::carried(span) })
    }

    /// "more than Y's volume, which fell": the one whose figure is named just before the comma.
    fn noun_before(&self) -> Option<Np> {
        let focus = self.focus.as_ref()?;
        let first = self.c.at.saturating_sub(7);
        (first..self.c.at).find_map(|at| {
            let (rest, np) = noun_phrase(Chunks { at, ..self.c })?;
            let other = matches!(np.who, Who::Named(_) | Who::Total) && np.who != focus.who;
            (rest.at == self.c.at && other && np.span != focus.span).then_some(np)
        })
    }

    /// "overtook Y, the leader of the week before, which fell": the name that is told in other
    /// words between two commas.
    fn name_before_apposition(&self) -> Option<Np> {
        let first = self.c.at.saturating_sub(16);
        let comma = (first..self.c.at).rev().find(|place| is_stop(Chunks { at: *place, ..self.c }, 0))?;
        let c = Chunks { at: comma, ..self.c }.until(self.c.at);
        let told = c.is(
            1,
            words!["the", "a", "an", "its", "their", "one", "last", "then", "until", "previously", "still"],
        ) || matches!(c.phrase(1), Some(Phrase::Place(_) | Phrase::Time(_) | Phrase::Ordinal(_)))
            || c.noun(1).is_some();
        let verb = (1..c.len())
            .any(|ahead| c.verb(ahead).is_some_and(|verb| is_finite(verb.form)) && c.noun(ahead).is_none());
        if !c.is(0, words![","]) || c.len() < 2 || !told || verb {
            return None;
        }
        self.name_before(Chunks { at: comma, ..self.c })
    }

    /// The group whose noun stands there: "ahead of their southern rivals (3.6
    /// trillion)". One or some of a group are nobody that has a name.
    fn group_before(&self, last: usize) -> Option<Np> {
        let c = Chunks { at: last, ..self.c };
        let noun = c.noun(0).filter(|noun| matches!(noun, Noun::Thing | Noun::Counterpart))?;
        let start = (last.saturating_sub(3)..last)
            .rev()
            .take_while(|place| {
                let chunk = Chunks { at: *place, ..self.c };
                chunk.entry(0).known || matches!(chunk.phrase(0), Some(Phrase::Adjective(_)))
            })
            .find(|place| matches!((Chunks { at: *place, ..self.c }).phrase(0), Some(Phrase::Adjective(_))));
        let span = self.c.span(start.unwrap_or(last), last + 1);
        let who = match start {
            Some(start) => {
                let (rest, np) = noun_phrase(Chunks { at: start, ..self.c })?;
                let before = start
                    .checked_sub(1)
                    .map_or("", |place| self.c.all.get(place).map_or("", |chunk| self.c.lower(chunk.first)));
                let plain = c.word(0).ends_with('s')
                    && (is_stop(Chunks { at: start, ..self.c }, 0)
                        || matches!(
                            before,
                            "" | "the" | "its" | "their" | "over" | "of" | "than" | "and" | "for" | "by"
                        ));
                if plain && rest.at == last + 1 { np.who } else { Who::Unknown }
            }
            None if noun == Noun::Counterpart => Who::Other,
            None => return None,
        };
        Some(Np { who, ..Np::carried(span) })
    }

    /// "twice Y's 2.95 trillion (−10 %)": a bracket behind the figure of another one is of that one.
    fn figure_of_another(&self, end: usize) -> Option<Np> {
        let before = self.c.at.checked_sub(1).and_then(|last| self.c.all.get(last))?;
        let which = self.c.is(0, words![","]) && self.c.is(1, words!["which"]);
        let amount = matches!(before.phrase, Phrase::Amount { .. }) && (self.c.is(0, words!["("]) || which);
        let last = match self.items.last() {
            Some(Item::Said(said)) if amount && matches!(said.act, Act::Level { .. }) => said,
            _ => return None,
        };
        let other = self.focus.as_ref().is_some_and(|focus| focus.who != last.who.who);
        let own = Np { about: About::Nothing, ..last.who.clone() };
        (other && own.is_named() && last.span.end == end).then_some(own)
    }

    /// "Take X: it rose", "X surprised everybody when it rose": whom "it" means behind words
    /// that no rule read, the only one they name.
    pub(super) fn pronoun_of(&self, from: usize, to: usize) -> Option<Np> {
        let next = self.c.skip(1);
        let words = Chunks { at: from, ..self.c }.until(to);
        let comes_to = self.c.is(0, words![","]) && words.are(&["when", "it", "comes", "to"]);
        let goes_on = next.is(0, words!["it", "its", "they", "their"])
            && (comes_to || self.c.is(0, words![":", "—", "–"]) || self.c.is(0, words!["when"]));
        let mut names = (0..words.len())
            .filter(|ahead| matches!(words.phrase(*ahead), Some(Phrase::Name(_) | Phrase::Adjective(_))));
        let (Some(place), None) = (names.next().filter(|_| goes_on), names.next()) else { return None };
        let Some(Phrase::Name(names)) = words.phrase(place) else { return None };
        let found: Vec<_> = crate::en::phrase::subjects(names).collect();
        let before = place.checked_sub(1).map_or("", |before| words.word(before));
        // "X's climb continued: it gained 18 %": X did.
        let way = words.is(place + 2, THEIRS)
            || matches!(words.noun(place + 2), Some(Noun::Rise | Noun::Fall | Noun::Streak | Noun::Lead));
        let owned = words.is(place + 1, words!["'s", "’s", "'", "’"]);
        let owner = matches!(before, "of" | "for" | "by" | "than" | "from" | "against" | "behind")
            || owned && !(way && place == 0);
        let timed = (0..words.len())
            .any(|ahead| !matches!(words.phrase(ahead), Some(Phrase::Word(_) | Phrase::Name(_))));
        let span = self.c.span(from + place, from + place + 1);
        (!found.is_empty() && !owner && !timed)
            .then(|| Np { who: Who::Named(vec![found]), ..Np::carried(span) })
    }

    /// The one of whom words speak that no rule read: the only one they name, if
    /// they begin with it.
    pub(super) fn topic_of(&self, from: usize, to: usize) -> Option<Np> {
        let c = skip_leading(Chunks { at: from, ..self.c }.until(to));
        let c = if c.is(0, words!["and", "but", "while"]) { c.skip(1) } else { c };
        let (rest, np) =
            noun_phrase(c).filter(|(_, np)| matches!(np.who, Who::Named(_) | Who::Member { .. }))?;
        let verb = skip_adverbs(rest).verb(0).is_some() || has_unknown_verb(c);
        let others = (0..rest.len())
            .any(|ahead| matches!(rest.phrase(ahead), Some(Phrase::Name(_) | Phrase::Adjective(_))));
        (verb && !others).then_some(np)
    }

    /// "X bucked the trend, losing 10 % to 3.81 trillion tokens": behind words that
    /// no rule read, only where a unit tells what is counted, or by how much and to
    /// what it moved.
    pub(super) fn tail_of_topic(&mut self) -> bool {
        let start = self.c.at;
        let Some(topic) = self.topic.clone() else { return false };
        let joined = matches!(self.c.word_before(), "and" | "but" | "then" | "yet");
        let found = match self.c.word_before() {
            // "X is on fire: 11.5 trillion tokens, twice as many as before".
            ":" => figure(self.c).and_then(|(rest, phrase)| {
                let Act::Level { value, metrics } =
                    level_of(phrase).filter(|_| matches!(phrase, Phrase::Amount { .. }))?
                else {
                    return None;
                };
                let mut outcome = Outcome::one(Act::Level { value, metrics });
                let rest = adjuncts(level::skip_unit(rest), &mut outcome);
                (is_stop(rest, 0)).then(|| (rest, Tail { outcome, focus: None, group: Group::PLAIN }))
            }),
            "," => tail(self.c, &topic, false),
            // "X lost its way and fell 8 %": the same subject.
            _ if joined => finite(skip_adverbs(self.c), &topic),
            _ => None,
        };
        let Some((rest, found)) = found else { return false };
        let pieces = &found.outcome.pieces;
        let moved = pieces.iter().any(|piece| matches!(piece.act, Act::Change { .. }));
        let counted = joined
            || pieces.iter().any(
                |piece| matches!(&piece.act, Act::Level { metrics, .. } if moved || !metrics.is_empty()),
            );
        // "X did well, with 17 trillion (+77 %)": what it counts, it counted a week before.
        let level = pieces.iter().all(|piece| matches!(piece.act, Act::Level { .. }));
        let counted =
            counted || level && rest.is(0, words!["("]) && change::adverbial(rest.skip(1)).is_some();
        let own = found.focus.is_none() && found.outcome.pieces.iter().all(|piece| piece.who.is_none());
        if !counted || !own {
            return false;
        }
        self.focus = Some(topic);
        self.accept_tail(start, rest, found)
    }

    /// "rose for a second week, by 8 %, to 4 trillion", "fell 9 % (to 33 trillion)":
    /// by how much and to what the one moved of whom that was said last.
    pub(super) fn by_how_much(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let (by, to) = (self.c.is(0, words!["by"]), self.c.is(0, words!["to"]));
        let Some(Item::Said(last)) = self.items.last().filter(|_| by || to) else { return false };
        let Act::Change { value: old } = &last.act else { return false };
        if last.who.who != focus.who || !matches!(self.c.word_before(), "," | "(") || last.negated {
            return false;
        }
        let Some((rest, phrase)) = figure(skip_adverbs(self.c.skip(1))) else { return false };
        let mut outcome = match phrase {
            Phrase::Amount { .. } if to => Outcome {
                pieces: level_of(phrase).map(Piece::main).into_iter().collect(),
                ..Outcome::default()
            },
            Phrase::Percent(value) | Phrase::Ratio(value) if by && old.is_direction() => {
                let value = crate::en::clause::predicate::directed(value, old.falling);
                Outcome::one(Act::Change { value })
            }
            _ => return false,
        };
        let rest = adjuncts(if to { level::skip_unit(rest) } else { rest }, &mut outcome);
        is_stop(rest, 0) && self.accept(start, rest, focus, outcome, Group::PLAIN)
    }
}

/// "[X] clawed back some ground": does a past form that the lexicon does not know stand
/// behind the one whom words begin with?
pub(super) fn has_unknown_verb(c: Chunks<'_>) -> bool {
    let Some((rest, np)) = noun_phrase(skip_leading(c)) else { return false };
    let verb = skip_adverbs(rest);
    // "X raised 2 billion": nothing of ours, either.
    let raised = verb.is(0, words!["raised", "boosted", "slashed", "curbed", "lifted", "hiked"]);
    let past = raised || verb.entry(0).is_unknown() && verb.word(0).ends_with("ed") && verb.word(0).len() > 4;
    np.is_named() && past
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::claims;

    #[test]
    fn behind_other_words_for_a_name_which_is_that_name() {
        for told in ["the leader of the week before", "the runner-up", "a darling of the crowd"] {
            for (which, said) in [
                ("which grew 8%", "Birch rose by 8 percent"),
                ("which nevertheless processed 3 trillion tokens", "Birch was 3 trillion tokens"),
            ] {
                let sentence = format!("Alder overtook Birch, {told}, {which}.");
                let read = claims(&sentence);
                assert!(read.iter().any(|claim| claim == said), "{sentence}: {read:?}");
                assert!(!read.iter().any(|claim| claim.starts_with("Alder rose")), "{sentence}: {read:?}");
                assert!(!read.iter().any(|claim| claim.starts_with("Alder was 3")), "{sentence}: {read:?}");
            }
        }
    }
}
