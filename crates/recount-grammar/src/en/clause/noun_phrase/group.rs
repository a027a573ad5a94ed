//! The members of a group, by which the group is meant: `models built in the south`,
//! `Norvane's family of models`, or one of them: `Norvane's model`.

use super::*;
use crate::en::lexicon::Kind;

impl<'p> Builder<'p> {
    /// "models from the south", "models built in the south", "models of southern
    /// origin", "no model of the south": up to the group's name.
    /// "The model from the south" is one of them.
    pub(super) fn of_a_group(&mut self) -> bool {
        if self.c.noun(0) != Some(Noun::Thing) {
            return false;
        }
        let several = self.c.get(0).is_some_and(|chunk| self.c.lower(chunk.first).ends_with('s'));
        if !several && !matches!(self.c.word_before(), "no" | "any" | "single") {
            return false;
        }
        let group = |name: &Phrase<'_>| match name {
            Phrase::Name(names) => {
                let mut subjects = subjects(names).peekable();
                subjects.peek().is_some() && subjects.all(|one| matches!(one, Subject::Group(_)))
            }
            _ => false,
        };
        let made = usize::from(self.c.is(1, MADE));
        let joined = match made {
            0 => self.c.is(1, words!["from", "of", "by"]),
            _ => self.c.is(2, words!["in", "by", "at", "from"]),
        };
        let adjective = |ahead| {
            adjective_group(self.c.skip(ahead))
                .is_some_and(|(count, _)| made > 0 || count > 1 && self.c.is(ahead + count - 1, COLLECTIVES))
                || makers(self.c.skip(ahead)).is_some()
        };
        // "models out of the south".
        let out = usize::from(made == 0 && self.c.is(1, words!["out"]) && self.c.is(2, words!["of"]));
        let joined = joined || out > 0;
        let made = made + out;
        let name = made + 2 + usize::from(self.c.is(made + 2, words!["the"]));
        let found = joined
            && (self.c.phrase(name).is_some_and(group) && !self.c.is(1, words!["by"])
                || self.c.is(1, words!["by"]) && self.c.phrase(2).is_some_and(group)
                || adjective(name));
        if found {
            self.step(name);
            // "models from Norvane and Vesland": the models of both, not of each.
            let another = |ahead| matches!(self.c.phrase(ahead), Some(Phrase::Name(_)));
            self.np.together |= self.c.is(1, words![",", "and"]) && another(2);
        }
        found
    }

    /// "Norvane's models", "the north's large models": the members of a group
    /// are the group.
    /// Did they follow?
    pub(super) fn members(&mut self, owned: usize, found: &[Subject]) -> bool {
        let group = found.iter().all(|subject| matches!(subject, Subject::Group(_)));
        // "Norvane's two models".
        let number = match self.c.phrase(owned) {
            Some(Phrase::Number(n @ 2..=99)) if owned > 0 => Some(*n),
            _ => None,
        };
        let mut count = owned + usize::from(number.is_some());
        // "Norvane-made models".
        if count == 0 {
            count += made_there(self.c);
        }
        // "Norvane's entire range".
        count += usize::from(owned > 0 && self.c.is(count, words!["entire", "whole", "full"]));
        while is_filler(self.c, count) {
            count += 1;
        }
        if number.is_some() && self.c.noun(count) != Some(Noun::Thing) {
            return false;
        }
        let work = count > owned.max(1) || owned > 0 || self.determined;
        let kind = self.c.entry(count).kind;
        let work = work && (kind == Kind::Work || kind == Kind::Owned && self.c.verb(count + 1).is_some());
        let several = (self.c.is(count, COLLECTIVES) && (owned > 0 || self.determined))
            || owned == 0 && is_one(self.c, count);
        let follow = group && (self.c.noun(count) == Some(Noun::Thing) || work || several);
        if follow {
            self.np.counted = number.or(self.np.counted);
            self.step(count + 1);
        }
        // "Norvane's family of models".
        if several && self.c.is(0, words!["of"]) && self.c.noun(1) == Some(Noun::Thing) {
            self.step(2);
        }
        follow
    }

    /// "its southern rival, X,": X.
    pub(super) fn rival_named(&mut self) -> Option<Option<Vec<Vec<Subject>>>> {
        let rival = Chunks { at: self.c.at.saturating_sub(1), ..self.c };
        let one = rival.noun(0) == Some(Noun::Counterpart) && !rival.word(0).ends_with('s');
        let apposed = one && self.possessive && self.c.is(0, words![","]) && self.c.is(2, words![","]);
        let Some(Phrase::Name(names)) = self.c.phrase(1).filter(|_| apposed) else { return None };
        let found: Vec<Subject> = subjects(names).collect();
        let entity = matches!(found.first(), Some(Subject::Entity(_)));
        entity.then(|| {
            self.step(3);
            Some(vec![found])
        })
    }

    /// "[Norvane's] Atlas", "[Norvane] model Atlas": up to that name.
    pub(super) fn goes_on_by_name(&mut self, owned: usize, found: &[Subject]) -> bool {
        // "X's southern rival Y".
        let rival = adjective_group(self.c.skip(owned)).filter(|_| owned > 0).map_or(0, |(count, _)| {
            let last = self.c.noun(owned + count - 1);
            if last == Some(Noun::Counterpart) { count } else { 0 }
        });
        // "Norvane-made Atlas".
        let made = owned == 0 && crate::token::is_hyphen(self.c.word(0)) && self.c.is(1, MADE);
        let at = owned + rival + 2 * usize::from(made);
        let next = matches!(self.c.phrase(at), Some(Phrase::Name(n)) if subjects(n).next().is_some())
            || is_quoted(self.c.skip(at));
        if next {
            self.step(at);
        }
        next || self.names_its_model(owned, found)
    }

    /// "the Norvane model Atlas", "Norvane's flagship model Atlas": up to the name of the one that is
    /// meant.
    fn names_its_model(&mut self, owned: usize, found: &[Subject]) -> bool {
        if !found.iter().all(|subject| matches!(subject, Subject::Group(_))) {
            return false;
        }
        let mut count = owned + usize::from(self.c.is(owned, words!["flagship", "latest", "new", "own"]));
        while is_filler(self.c, count) {
            count += 1;
        }
        let thing = self.c.noun(count) == Some(Noun::Thing) && !self.c.word(count).ends_with('s');
        let one = |name: &Phrase<'_>| match name {
            Phrase::Name(names) => matches!(subjects(names).next(), Some(Subject::Entity(_))),
            _ => false,
        };
        let named = thing && self.c.phrase(count + 1).is_some_and(one);
        if named {
            self.step(count + 1);
        }
        named
    }

    /// "Norvane's model", "the northern model", just read from `first` on: is it
    /// one member of the group, and the one that was spoken of? `None` where it
    /// is the whole group: "northern models", "northern model usage".
    pub(super) fn member(&self, first: Chunks<'p>) -> Option<bool> {
        let before = self.c.at.checked_sub(1)?;
        let last = Chunks { at: before, ..self.c };
        let kind = matches!(last.entry(0).kind, Kind::Work | Kind::Owned);
        let one =
            (last.noun(0) == Some(Noun::Thing) || is_one(last, 0) || kind) && !last.word(0).ends_with('s');
        // "northern model usage", "Norvane model tokens", "no northern model".
        let mut look = self.c;
        while is_modifier(look) && look.noun(0).is_none() {
            look = look.skip(1);
        }
        let compound = matches!(look.noun(0), Some(Noun::Volume | Noun::Share | Noun::Total | Noun::Sum))
            || matches!(look.phrase(0), Some(Phrase::Name(n)) if metric(n).is_some() || !units(n).is_empty());
        let counted = first
            .at
            .checked_sub(1)
            .and_then(|at| first.all.get(at))
            .is_some_and(|chunk| matches!(chunk.phrase, Phrase::Number(_) | Phrase::Amount { .. }));
        // "2.3 times the southern one": of that group, what is spoken of.
        let pronoun = is_one(last, 0) && is_measured(first);
        let none =
            pronoun || counted || matches!(first.word_before(), "no" | "any" | "one" | "single" | "other");
        if !one || compound || none {
            return None;
        }
        let owned = (first.at..before).any(|at| Chunks { at, ..self.c }.is(0, words!["'s", "’s"]));
        Some(owned || matches!(first.word_before(), "the" | "this" | "that"))
    }

    /// "models of the south from Alder and Birch".
    pub(super) fn from(&mut self) {
        if !self.c.is(0, words!["from"]) {
            return;
        }
        if let Some((rest, inner)) = noun_phrase(self.c.skip(1))
            && let Who::Named(names) = inner.who
            && inner.about == About::Nothing
        {
            self.np.narrowed = names;
            self.c = rest;
        }
    }
}

/// One member of the only group of a list; of several, nobody can tell.
pub(super) fn one_member(mut list: Vec<Vec<Subject>>, known: bool) -> Who {
    match (list.pop(), list.is_empty()) {
        (Some(group), true) => Who::Member { group, known },
        _ => Who::Unknown,
    }
}

/// Words for all that a group has: "Norvane's lineup", "the southern camp".
pub(super) const COLLECTIVES: &Words = words![
    "family", "lineup", "suite", "portfolio", "roster", "stable", "range", "fleet", "catalogue", "catalog",
    "offerings", "camp", "bloc", "contingent", "cohort", "side", "origin", "provenance",
];

/// How a thing came from where it is.
const MADE: &Words = words![
    "built", "made", "developed", "created", "trained", "based", "designed", "produced", "released",
    "originating", "hailing", "coming", "offered", "published",
];

/// "2.3 times the southern one", "twice the southern one": what stands before it tells of
/// a figure.
fn is_measured(c: Chunks<'_>) -> bool {
    let inside = c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "the");
    let before = match inside {
        true => c.at.checked_sub(1),
        false => c.at.checked_sub(2).filter(|_| c.word_before() == "the"),
    };
    before.and_then(|at| c.all.get(at)).is_some_and(|chunk| match chunk.phrase {
        Phrase::Ratio(_) | Phrase::Percent(_) => true,
        _ => matches!(c.lower(chunk.first), "than" | "twice" | "half" | "double" | "triple"),
    })
}

/// "0423" behind a name: the number of a version, with a nought in front.
pub(super) fn is_version(c: Chunks<'_>) -> bool {
    c.get(0).is_some_and(|chunk| {
        let text = c.text(chunk.first);
        chunk.end == chunk.first + 1
            && text.len() == 4
            && text.starts_with('0')
            && text.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// "the southern one".
fn is_one(c: Chunks<'_>, ahead: usize) -> bool {
    c.get(ahead).is_some_and(|chunk| {
        matches!(chunk.phrase, Phrase::Number(1) | Phrase::Word(_)) && c.lower(chunk.first) == "one"
    })
}

/// A word of the vocabulary's names that is no noun of its own: "northern *large* models".
pub(super) fn is_filler(c: Chunks<'_>, ahead: usize) -> bool {
    c.entry(ahead).known && c.verb(ahead).is_none() && c.noun(ahead).is_none() && !c.is(ahead, COLLECTIVES)
}

/// "-made", "-based" behind where a thing comes from, before the thing: how many chunks it takes.
fn made_there(c: Chunks<'_>) -> usize {
    let made = crate::token::is_hyphen(c.word(0)) && c.is(1, MADE);
    let mut thing = 2;
    while is_filler(c, thing) {
        thing += 1;
    }
    2 * usize::from(made && c.noun(thing) == Some(Noun::Thing))
}

/// "[models by] northern makers", "northern makers' models": all that come from there. How many chunks
/// it takes.
fn makers(c: Chunks<'_>) -> Option<usize> {
    const MAKERS: &Words = crate::token::word_list!(crate::en::lexicon::MAKERS);
    if !c.is(1, MAKERS) || !c.word(1).ends_with('s') {
        return None;
    }
    let made = c.at.checked_sub(2).is_some_and(|at| {
        let before = Chunks { at, ..c };
        before.noun(0) == Some(Noun::Thing) || before.is(0, MADE)
    });
    let by = made && matches!(c.word_before(), "by" | "from" | "of");
    let own = c.is(2, words!["'", "’"]) && c.noun(3) == Some(Noun::Thing) && c.word(3).ends_with('s');
    match (by, own) {
        (true, _) => Some(2),
        (_, true) => Some(4),
        _ => None,
    }
}

/// An adjective and the word it stands before, "northern entries"; or before
/// "and" and another such name, "northern and southern models". How many
/// chunks it takes.
pub(in crate::en::clause) fn adjective_group(c: Chunks<'_>) -> Option<(usize, Vec<Subject>)> {
    let Some(Phrase::Adjective(names)) = c.phrase(0) else {
        return None;
    };
    let found: Vec<Subject> = subjects(names).collect();
    if let Some(count) = makers(c) {
        return Some((count, found));
    }
    // "northern-made models".
    let mut count = 1 + made_there(c.skip(1));
    while is_filler(c, count) {
        count += 1;
    }
    let several = c.is(count, COLLECTIVES);
    let thing = several || is_one(c, count) || matches!(c.noun(count), Some(Noun::Thing | Noun::Counterpart));
    let metric_next = matches!(c.phrase(count), Some(Phrase::Name(names)) if metric(names).is_some() || !units(names).is_empty());
    let volume = matches!(c.noun(count), Some(Noun::Volume | Noun::Share | Noun::Total));
    let listed = c.is(1, words!["and", "or", "&"])
        && (matches!(c.phrase(2), Some(Phrase::Adjective(_) | Phrase::Name(_))));
    if thing {
        Some((count + 1, found))
    } else if metric_next || volume {
        Some((1, found))
    } else {
        listed.then_some((1, found))
    }
}
