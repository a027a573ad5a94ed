//! Noun phrases: `Chinese models`-like names, `the weekly volume of X`, `X's
//! share`, `its volume`, `their southern counterparts`, `that of X`.

mod another_clause;
mod apposed;
mod counted;
mod group;
mod kept;
mod lists;
mod members;
mod opens;
mod owned;
mod those;

use recount_model::Subject;

pub(super) use self::group::adjective_group;
use self::group::one_member;
pub(crate) use self::kept::{Kept, Skip};
pub(super) use self::kept::{end_of, noun_phrase};
use self::lists::{DETERMINERS, MODIFIERS, POSSESSIVES, SHARE_OF, SPEECH, WINDOWS};
use self::members::is_quoted;
pub(super) use self::members::{both_of, is_figure, is_the_one, of_them, seat, thing, who_is_there};
pub(crate) use self::members::{group_of, group_told};
use self::opens::may_open;
pub(super) use self::owned::{behind_owner, owner_named};
pub(super) use self::those::of_those;
use self::those::those_named;
use super::{About, Np, Side, Who, Window, together};
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase, metric, scope, subjects, units};
use crate::token::Words;

fn read(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    if !may_open(c) {
        return None;
    }
    let mut builder = Builder::new(Chunks { depth: c.depth.checked_add(1).filter(|depth| *depth < 8)?, ..c });
    builder.read()?;
    builder.c.depth = c.depth;
    let end = builder.c.at;
    let mut np = builder.np;
    np.span = c.span(c.at, end);
    // "Both northern models rose": two of them, who were named.
    let group = matches!(&np.who, Who::Named(names) if matches!(names.as_slice(),
        [name] if name.iter().all(|one| matches!(one, Subject::Group(_)))));
    if np.each && group && c.is(0, words!["both"]) {
        np.counted = Some(2);
    }
    Some((builder.c, np))
}

struct Builder<'p> {
    c: Chunks<'p>,
    np: Np,
    possessive: bool,
    total: bool,
    /// Does it begin with an article?
    determined: bool,
    /// Where it begins.
    start: usize,
}

impl<'p> Builder<'p> {
    fn new(c: Chunks<'p>) -> Self {
        Self {
            c,
            np: Np::carried(c.span(c.at, c.at + 1)),
            possessive: false,
            total: false,
            determined: false,
            start: c.at,
        }
    }

    fn step(&mut self, count: usize) {
        self.c = self.c.skip(count);
    }

    fn read(&mut self) -> Option<()> {
        if self.pronoun() {
            return Some(());
        }
        if self.c.is(0, POSSESSIVES) {
            self.possessive = true;
            self.step(1);
            // "Its models processed 61 trillion": what the one that is spoken of did.
            if self.does_it() {
                self.step(1);
                return Some(());
            }
            // "Its sibling X": X.
            self.step(members::kin(self.c));
        } else if self.that_of() {
            return self.owner();
        } else if self.c.is(0, DETERMINERS) {
            if self.c.is(0, words!["all"]) && self.c.is(1, words!["of"]) {
                self.step(1);
            }
            // "a northern model" is one of them, not all of them.
            self.determined = true;
            self.np.each = self.c.is(0, words!["all", "both"]);
            let one = self.c.is(0, words!["a", "an"]);
            self.step(1);
            if one
                && matches!(self.c.phrase(0), Some(Phrase::Adjective(_)))
                && adjective_group(self.c)
                    .is_some_and(|(count, _)| !matches!(self.c.phrase(count), Some(Phrase::Name(_))))
            {
                return None;
            }
            if self.c.is(0, DETERMINERS) {
                self.step(1);
            }
            // "the seven northern models on the chart": as many as stand there.
            let counted = matches!(self.c.phrase(0), Some(Phrase::Number(n)) if *n < 100)
                && matches!(self.c.phrase(1), Some(Phrase::Adjective(_) | Phrase::Name(_)));
            if counted && !one {
                return self.counted_members();
            }
        }
        if !self.determined && !self.possessive && matches!(self.c.phrase(0), Some(Phrase::Number(_))) {
            return self.so_many_named();
        }
        // "demand for X": how much X is used.
        if self.c.is(0, words!["demand"])
            && self.c.is(1, words!["for"])
            && matches!(self.c.phrase(2), Some(Phrase::Name(_) | Phrase::Adjective(_)))
        {
            self.np.about = About::Generic;
            self.step(2);
            return self.owner();
        }
        if self.determined && self.amount_that() {
            return Some(());
        }
        self.behind_article()
    }

    /// What stands behind the article.
    fn behind_article(&mut self) -> Option<()> {
        self.step(seat(self.c));
        // "a gallon of X": what one unit of it is, is the figure of X.
        let unit = self.c.entry(0).known && self.c.noun(0).is_none() && self.c.is(1, words!["of"]);
        if unit && matches!(self.c.phrase(2), Some(Phrase::Name(_))) && self.c.word_before() == "a" {
            self.step(2);
            return self.owner();
        }
        if let Some(rest) = members::all_there_are(self.c) {
            self.np.who = Who::Total;
            self.c = rest;
            self.what_of_them();
            return Some(());
        }
        self.modifiers();
        self.core()
    }

    /// Words that change nothing, and those that tell the window.
    fn modifiers(&mut self) {
        loop {
            // "its closest rival, X": the noun of the phrase.
            let rival = self.c.noun(0) == Some(Noun::Counterpart)
                && !matches!(self.c.phrase(1), Some(Phrase::Name(_) | Phrase::Adjective(_)));
            if self.possessive && rival {
                return;
            }
            if self.of_a_group() {
                return;
            }
            // "platform-wide volume".
            let field = self.c.is(0, words!["platform", "site", "market", "system", "network"])
                || super::adjunct::is_field(self.c);
            if field && self.c.is(1, words!["-"]) && self.c.is(2, words!["wide"]) {
                self.determined = true;
                self.total = true;
                self.step(3);
                continue;
            }
            if field && self.is_of_the_field() {
                (self.determined, self.total) = (true, true);
            } else if self.c.is(0, words!["average"]) {
                // Of a price it is its figure; of a flow the sentence refuses it.
            } else if self.c.is(0, WINDOWS) {
                self.np.window = Window::Another;
            } else if self.c.is(0, words!["total", "overall", "combined", "aggregate", "global"]) {
                self.total = true;
                self.np.together |= together::is_adjective(self.c);
            } else if !is_modifier(self.c) {
                return;
            }
            if self.noun_is_last() {
                return;
            }
            self.step(1);
        }
    }

    /// Is the next word the head of the phrase, not a word before it? "usage"
    /// in "token usage of X" is the head, in "usage share" it is not.
    fn noun_is_last(&self) -> bool {
        let head = matches!(self.c.noun(0), Some(Noun::Volume | Noun::Share | Noun::Total));
        let next = matches!(self.c.noun(1), Some(Noun::Volume | Noun::Share | Noun::Total));
        let metric_next = matches!(self.c.phrase(1), Some(Phrase::Name(names)) if metric(names).is_some());
        head && !next && !metric_next && (!is_modifier(self.c.skip(1)) || self.c.is(1, words!["surging"]))
    }

    fn pronoun(&mut self) -> bool {
        if is_figure(self.c) {
            self.np.who = Who::Figure;
            self.step(1);
            return true;
        }
        if self.c.is(0, words!["it", "they"]) {
            self.step(1);
            return true;
        }
        // "The song was up 5 %": the one that was spoken of.
        if members::is_the_one(self.c) {
            self.np.one = true;
            self.step(2);
            self.what_of_them();
            return true;
        }
        // "The company's models": of the one that was spoken of.
        if let Some(count) = members::the_owner(self.c) {
            self.step(count);
            (count == 2).then(|| self.what_of_them());
            return true;
        }
        let Some((count, who)) = those_named(self.c) else {
            return false;
        };
        // "the two models X and Y": those.
        let named =
            matches!(self.c.phrase(count), Some(Phrase::Name(names)) if subjects(names).next().is_some());
        if named {
            self.step(count);
            return false;
        }
        self.np.who = who;
        self.step(count);
        self.what_of_them();
        true
    }

    /// `that of`, `those in`, `those of`: the same figure of another.
    fn that_of(&mut self) -> bool {
        if self.c.is(0, words!["that", "those", "the"]) && self.c.is(1, words!["of", "in", "from", "by"])
            || self.c.is(0, words!["that", "those"]) && self.c.is(1, words!["at", "on", "for"])
        {
            self.step(2);
            return true;
        }
        false
    }

    /// The names that a phrase like "that of" speaks of.
    fn owner(&mut self) -> Option<()> {
        let (rest, np) = noun_phrase(self.c)?;
        let about = if self.np.about == About::Nothing { np.about } else { self.np.about };
        let share = self.np.share || np.share;
        let window = if np.window == Window::Another { np.window } else { self.np.window };
        let together = self.np.together || np.together;
        self.np = Np { about, share, window, together, ..np };
        self.c = rest;
        Some(())
    }

    fn core(&mut self) -> Option<()> {
        if let Some(Phrase::Name(names)) = self.c.phrase(0) {
            if subjects(names).next().is_some() {
                return self.named();
            }
            if metric(names).is_some() || scope(names).is_some() || !units(names).is_empty() {
                return self.figure();
            }
        }
        if let Some(found) = members::all_of_a_kind(self.c) {
            self.np.who = Who::Named(vec![found]);
            self.step(1);
            return Some(());
        }
        if matches!(self.c.phrase(0), Some(Phrase::Adjective(_))) {
            return self.named();
        }
        if is_quoted(self.c) {
            return self.named();
        }
        if let Some(place) = who_is_there(self.c) {
            // "the runner-up, Birch,": that one.
            let named = members::put_by_name(self.c.skip(1));
            self.step(1 + named.as_ref().map_or(0, |(count, _)| *count));
            self.np.who = named.map_or(Who::Ranked(place), |(_, who)| Who::Named(vec![who]));
            self.what_of_them();
            return Some(());
        }
        if self.everywhere() {
            return Some(());
        }
        match self.c.noun(0) {
            Some(Noun::Total) if self.c.is(0, words!["whole"]) => None,
            Some(Noun::Volume | Noun::Share | Noun::Total) => self.figure(),
            Some(Noun::Counterpart) if self.possessive => self.counterpart(),
            // "Use of X rose".
            _ if self.c.is(0, words!["use"]) && self.c.is(1, words!["of", "by"]) => self.figure(),
            _ => None,
        }
    }

    /// Names, and what of them: "X", "X and Y", "X's volume", "X's Y".
    fn named(&mut self) -> Option<()> {
        let mut list: Vec<Vec<Subject>> = Vec::new();
        let mut member = None;
        loop {
            let first = self.c;
            if let Some((count, found)) = adjective_group(self.c) {
                self.step(count);
                // "northern model Alder": the name is meant.
                if matches!(self.c.phrase(0), Some(Phrase::Name(n)) if subjects(n).next().is_some()) {
                    continue;
                }
                if let Some(names) = self.named_behind(None).or_else(|| self.rival_named()) {
                    list.extend(names?);
                    break;
                }
                member = member.or_else(|| self.member(first));
                list.push(found);
                let Some(separator) = self.separator() else {
                    break;
                };
                self.step(separator);
                continue;
            }
            self.of_a_group();
            let quoted = is_quoted(self.c);
            let Some(Phrase::Name(names)) = self.c.phrase(usize::from(quoted)) else {
                break;
            };
            let found: Vec<Subject> = subjects(names).collect();
            if found.is_empty() {
                break;
            }
            self.step(if quoted { 3 } else { 1 });
            // "Norvane Atlas 0423": another one of that name.
            if group::is_version(self.c) {
                self.step(1);
                list.push(Vec::new());
                break;
            }
            if list.is_empty() && self.volume_of_another() {
                return Some(());
            }
            // A maker before its product ("Norvane's Atlas", "Norvane Atlas"): the product is meant.
            let owned = self.owner_mark();
            if self.goes_on_by_name(owned, &found) {
                continue;
            }
            if let Some(names) = self.apposed(owned, &found) {
                list.extend(names?);
                break;
            }
            if self.members(owned, &found) {
                member = member.or_else(|| self.member(first));
            }
            list.push(found);
            let Some(separator) = self.separator() else {
                break;
            };
            self.step(separator);
        }
        (!list.is_empty()).then(|| self.behind_names(list, member))
    }

    /// What stands behind the names, and what of them is meant.
    fn behind_names(&mut self, list: Vec<Vec<Subject>>, member: Option<bool>) {
        if self.c.noun(0) == Some(Noun::Counterpart) {
            self.step(1);
        }
        self.alone(list.len());
        // "X's models overall were up".
        let overall = self.c.is(0, words!["overall", "altogether"])
            && (self.c.verb(1).is_some() || self.c.is(1, words![","]) && self.c.verb(2).is_some());
        if overall {
            self.step(1);
        }
        if self.c.are(&["as", "a", "whole"]) || self.c.are(&["as", "a", "group"]) {
            self.step(3);
        }
        self.together();
        self.np.who = match member {
            _ if list.iter().any(Vec::is_empty) => Who::Unknown,
            Some(known) => one_member(list, known),
            None => Who::Named(list),
        };
        self.at_source();
        self.within();
        self.what_of_them();
        self.at_source();
        self.from();
        self.within();
        self.together();
        self.np.each &= !self.np.together;
        // "Norvane's two models on the chart": as many as stand there.
        let last = self.c.at.checked_sub(1).and_then(|last| self.c.all.get(last));
        let placed = last.is_some_and(|chunk| matches!(chunk.phrase, Phrase::Place(Place::Board)));
        if placed || self.np.top.is_some() || self.np.scope.is_some() {
            self.np.counted = None;
        }
    }

    /// "X and Y together", "X and Y, taken together,".
    fn together(&mut self) {
        let comma = usize::from(self.c.is(0, words![","]));
        let count = together::adverb(self.c.skip(comma));
        if count == 0 || (comma > 0 && !self.c.is(1 + count, words![","])) {
            return;
        }
        self.np.together = true;
        self.step(count + 2 * comma);
    }

    /// How many chunks stand between two names of a list: a comma, "and", or
    /// both; `None` where no name follows.
    fn separator(&self) -> Option<usize> {
        let mut count = 0;
        if self.c.is(count, words![","]) {
            count += 1;
        }
        if self.c.is(count, words!["and", "&", "plus"]) {
            count += 1;
        }
        if count == 0 {
            return None;
        }
        while self.c.is(count, words!["the"]) {
            count += 1;
        }
        let name = matches!(self.c.phrase(count), Some(Phrase::Name(n)) if subjects(n).next().is_some())
            || is_quoted(self.c.skip(count));
        // "X overtook Y, Z said": who says it is none of them.
        if self.c.is(0, words![","]) && self.c.is(count + 1, SPEECH) {
            return None;
        }
        if self.of_another_clause(count) || self.is_told_by_maker(count) {
            return None;
        }
        let members = Builder { c: self.c.skip(count), ..Builder::new(self.c) }.of_a_group();
        (name || members || adjective_group(self.c.skip(count)).is_some()).then_some(count)
    }
}

/// A word that may stand before a name or a metric and changes nothing.
fn is_modifier(c: Chunks<'_>) -> bool {
    let entry = c.entry(0);
    let known = entry.known
        && (entry.verb.is_none() || entry.noun.is_some())
        && !c.is(0, DETERMINERS)
        && !super::predicate::is_function_word(c.word(0));
    c.is(0, MODIFIERS) || known
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn those_who_were_named_before() {
        let both: &[&str] = &["Alder rose", "Birch rose"];
        let with = |last: &[&'static str]| [both, last].concat();
        assert_read(&[
            ("Alder and Birch rose; the former by 8%.", &with(&["Alder rose by 8 percent"])),
            (
                "Alder and Birch rose; the latter's volume reached 3.1 trillion tokens.",
                &with(&["Birch was 3.1 trillion tokens"]),
            ),
            (
                "Alder and Birch rose; the two models processed 7.3 trillion tokens.",
                &with(&["Alder and Birch together was 7.3 trillion tokens"]),
            ),
            ("Alder and Birch rose; the trio processed 7.3 trillion tokens.", &with(&["?"])),
        ]);
    }

    #[test]
    fn nobody_was_named_before() {
        assert_listed(&["The pair processed 7.3 trillion tokens.", "The latter fell 3% last week."]);
    }
}
