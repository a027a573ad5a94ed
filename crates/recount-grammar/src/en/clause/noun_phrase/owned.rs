//! What of a name is meant: `X's weekly volume`, `X's share of all tokens`, `X
//! on the platform`.

use super::*;
use crate::en::clause::{adjunct, share};
use crate::en::lexicon::Kind;
use crate::token::Words;

impl<'p> Builder<'p> {
    /// "'s", or the apostrophe behind a plural, and "newest" before another name: how many words
    /// make the name just read an owner.
    pub(super) fn owner_mark(&self) -> usize {
        let last = || self.c.at.checked_sub(1).and_then(|at| self.c.all.get(at));
        let plural = self.c.is(0, words!["'", "’"])
            && last().is_some_and(|chunk| self.c.lower(chunk.end - 1).ends_with('s'));
        let owned = usize::from(plural || self.c.is(0, words!["'s", "’s"]));
        owned + if owned > 0 { self.fresh(owned) } else { 0 }
    }

    /// "'s weekly volume", "call volume", "share".
    pub(super) fn what_of_them(&mut self) {
        let mut look = self.c;
        if look.is(0, words!["'s", "’s", "'", "’"]) {
            look = look.skip(1);
        }
        let start = look;
        // "X's users consumed": what they used, X processed.
        if look.at > self.c.at
            && look.get(0).is_some_and(|chunk| matches!(look.lower(chunk.first), "users" | "developers"))
            && look.verb(1).is_some_and(|verb| verb.frames.any(Frames::USE) && verb.form != Form::Ing)
        {
            self.c = look.skip(1);
            return;
        }
        // "the north's charted models".
        if let Some(Phrase::Name(names)) = look.phrase(0)
            && let Some(scope) = crate::en::phrase::scope(names)
        {
            self.np.scope = Some(scope);
            self.c = look.skip(1);
            return;
        }
        let mut window = self.np.window;
        while is_modifier(look) || look.is(0, WINDOWS) {
            if look.is(0, WINDOWS) && !look.is(0, words!["average"]) {
                window = Window::Another;
            }
            self.np.together |= together::is_adjective(look);
            let head = matches!(look.noun(0), Some(Noun::Volume | Noun::Share | Noun::Total));
            let more = matches!(look.noun(1), Some(Noun::Volume | Noun::Share | Noun::Total))
                || matches!(look.phrase(1), Some(Phrase::Name(n)) if metric(n).is_some());
            if head && !more {
                break;
            }
            look = look.skip(1);
        }
        if let Some(Phrase::Name(names)) = look.phrase(0)
            && let Some(metric) = metric(names)
        {
            self.np.about = About::Metric(metric);
            self.np.window = window;
            self.c = look.skip(1);
            if self.c.noun(0) == Some(Noun::Share) {
                self.np.share = true;
                self.step(1);
                self.of_everything();
            }
            return;
        }
        self.head(start, look, window);
    }

    /// The noun that says what of them is meant; `start` is the first word
    /// behind the name, `look` the noun.
    fn head(&mut self, start: Chunks<'p>, look: Chunks<'p>, mut window: Window) {
        // "X's token share", "X's weekly token count".
        if let Some(Phrase::Name(names)) = look.phrase(0)
            && let [metric] = units(names).as_slice()
            && let Some(noun @ (Noun::Share | Noun::Volume)) =
                if look.is(1, words!["use"]) { Some(Noun::Volume) } else { look.noun(1) }
        {
            self.np.about = About::Metric(*metric);
            self.np.window = window;
            self.c = look.skip(2);
            if noun == Noun::Share {
                self.np.share = true;
                self.of_everything();
            }
            return;
        }
        // "X's tokens".
        if let Some(Phrase::Name(names)) = look.phrase(0)
            && let [metric] = units(names).as_slice()
            && start.at > self.c.at
        {
            self.np.about = About::Metric(*metric);
            self.np.window = window;
            self.c = look.skip(1);
            return;
        }
        match look.noun(0) {
            Some(Noun::Share) => {
                self.np.share = true;
                self.np.window = window;
                self.c = look.skip(1);
                self.of_everything();
                return;
            }
            Some(Noun::Total) => {
                // "its total": of the week, or of all time?
                let weekly = (start.at..look.at).any(|place| {
                    look.all.get(place).is_some_and(|chunk| look.lower(chunk.first) == "weekly")
                });
                self.np.about = About::Generic;
                window = if weekly || window == Window::Another { window } else { Window::Total };
            }
            Some(Noun::Volume) => self.np.about = About::Generic,
            Some(Noun::Thing) if look.at == start.at => {
                self.c = look.skip(1);
                return;
            }
            _ => {
                // "X's" alone stands for the figure of X.
                if start.at > self.c.at && members::boundary_after_possessive(start) {
                    self.c = start;
                }
                return;
            }
        }
        self.np.window = window;
        self.c = look.skip(1);
    }

    /// "X's share of all tokens", "X's share of the market".
    pub(super) fn of_everything(&mut self) {
        let Some((rest, of)) = share::whole(self.c).filter(|(_, of)| of.top.is_none()) else {
            return;
        };
        match of.whole {
            None => self.c = rest,
            Some(whole) if whole.who == Who::Total => {
                self.c = rest;
                if self.np.about == About::Nothing {
                    self.np.about = whole.about;
                }
            }
            Some(whole) => {
                self.c = rest;
                self.np.of = Some(Box::new(whole));
            }
        }
    }

    /// "X on the platform", where the platform is the source of the figures.
    pub(super) fn at_source(&mut self) {
        if !self.c.is(0, words!["on", "at", "via", "through", "across"]) {
            return;
        }
        let field = self.c.is(1, words!["the"]) && self.c.noun(2) == Some(Noun::Field);
        if let Some(rest) = adjunct::at_source(self.c.skip(1)) {
            self.c = rest;
        } else if self.np.who != Who::Carried && field && !self.c.is(2, words!["market", "industry"]) {
            self.step(3);
        } else if self.np.who != Who::Carried
            && self.c.is(0, words!["on", "across"])
            && adjunct::is_field(self.c.skip(1))
        {
            self.step(2);
        }
    }

    /// "[the] number of tokens [that] X processed": the figure of X.
    pub(super) fn amount_that(&mut self) -> bool {
        let c = self.c;
        let unit = |ahead: usize| matches!(c.phrase(ahead), Some(Phrase::Name(names)) if metric(names).is_some() || !units(names).is_empty());
        let vague = c.is(2, words!["text", "data", "output", "traffic", "material"]);
        // "the volume that X processed".
        let whole = c.noun(0) == Some(Noun::Volume) || unit(0);
        let alone = whole && c.is(1, words!["that", "which"]);
        let counted = c.noun(0) == Some(Noun::Volume) && c.is(1, words!["of"]) && (unit(2) || vague);
        if !alone && !counted {
            return false;
        }
        let look = match alone {
            true => c.skip(2),
            false => c.skip(3 + usize::from(c.is(3, words!["that", "which"]))),
        };
        let Some((rest, np)) = noun_phrase(look) else { return false };
        let whom = np.is_named() && np.about == About::Nothing && !np.share;
        let auxiliary = usize::from(rest.is(0, words!["have", "has", "had"]));
        let uses =
            rest.verb(auxiliary).is_some_and(|verb| verb.frames.any(Frames::USE) && verb.form != Form::Ing);
        if !whom || !uses {
            return false;
        }
        self.np = Np { about: if alone || unit(2) { About::Generic } else { np.about }, ..np };
        self.c = rest.skip(auxiliary + 1);
        self.at_source();
        true
    }

    /// "X alone handled 4 trillion": by itself; "X and Y alone made up 7.7 trillion": the two of them.
    pub(super) fn alone(&mut self, count: usize) {
        let verb = |verb: crate::en::lexicon::Verb| matches!(verb.form, Form::Past | Form::Ing);
        if self.c.is(0, words!["alone"]) && self.c.verb(1).is_some_and(verb) {
            self.np.together |= count > 1;
            self.step(1);
        }
    }

    /// "[its] models [together] processed": what belongs to somebody, and a verb right behind it.
    pub(super) fn does_it(&self) -> bool {
        let entry = self.c.entry(0);
        let things = (entry.known || entry.noun == Some(Noun::Thing)) && self.c.word(0).ends_with('s');
        let verb = self.c.skip(1 + together::adverb(self.c.skip(1)));
        let does = Frames::USE.and(Frames::AUX).and(Frames::UP).and(Frames::DOWN).and(Frames::TAKE);
        let uses = does.and(Frames::SHARE).and(Frames::LEVEL);
        things && verb.verb(0).is_some_and(|verb| verb.frames.any(uses) && verb.form != Form::Ing)
    }

    /// "traffic on the marketplace": all of it.
    pub(super) fn on_field(&mut self) -> bool {
        let field = self.c.is(0, words!["on", "across"])
            && self.c.is(1, words!["the"])
            && self.c.noun(2) == Some(Noun::Field)
            && !self.c.is(2, words!["market", "industry"]);
        if field && !self.possessive {
            self.step(3);
        }
        field && !self.possessive
    }

    /// "OpenTable processed", "OpenTable's users consumed", "the marketplace served",
    /// where the figures come from OpenTable: all of it.
    pub(super) fn everywhere(&mut self) -> bool {
        let mut look = self.c;
        while look.entry(0).source {
            look = look.skip(1);
        }
        let source = look.at > self.c.at;
        if source {
            look = look.skip(usize::from(matches!(look.noun(0), Some(Noun::Field))));
            look = look.skip(usize::from(look.is(0, words!["'s", "’s"]) && look.is(1, USERS)));
            look = look.skip(usize::from(look.is(0, USERS)));
        } else if self.determined && self.c.is(0, words!["marketplace", "site", "aggregator", "gateway"]) {
            look = look.skip(1);
        }
        let uses = look.verb(0).is_some_and(|verb| verb.frames.any(Frames::USE) && verb.form != Form::Ing);
        if look.at == self.c.at || !uses {
            return false;
        }
        self.np.who = Who::Total;
        self.c = look;
        true
    }

    /// "Alder (Norvane)", "Alder of Norvane", "Alder by Norvane": the maker of the
    /// one that is meant, or its country.
    fn beside(&mut self) {
        let entity = |names: &Vec<Subject>| names.iter().all(|name| matches!(name, Subject::Entity(_)));
        let one = matches!(&self.np.who, Who::Named(list) if list.len() == 1 && list.iter().all(entity));
        let group = |ahead: usize| match self.c.phrase(ahead) {
            Some(Phrase::Name(names)) => {
                let mut found = subjects(names).peekable();
                found.peek().is_some() && found.all(|name| matches!(name, Subject::Group(_)))
            }
            Some(Phrase::Adjective(_)) => true,
            _ => false,
        };
        if !one || self.np.about != About::Nothing {
            return;
        }
        if self.c.is(0, words!["("]) && group(1) && self.c.is(2, words![")"]) {
            self.step(3);
            return;
        }
        let seat = 1 + super::seat(self.c.skip(1));
        if self.c.is(0, words!["of", "by", "from"]) && group(seat) {
            // "of the north's Norvane".
            let owned = self.c.is(seat + 1, words!["'s", "’s"]) && group(seat + 2);
            let count = seat + if owned { 3 } else { 1 };
            if self.c.verb(count).is_some() || self.c.is(count, words![",", ":", "(", "—", "–", "at", "with"])
            {
                self.step(count);
            }
        }
    }

    /// "northern models on the chart", "northern models in the platform's top
    /// nine", "the north (top nine)": only what of a group stands there.
    pub(super) fn within(&mut self) {
        self.beside();
        let group = |names: &Vec<Subject>| names.iter().all(|name| matches!(name, Subject::Group(_)));
        if !matches!(&self.np.who, Who::Named(list) if list.iter().all(group)) {
            return;
        }
        let bracket = self.c.is(0, words!["("]);
        let for_top = self.c.is(0, words!["for", "across"])
            && matches!(self.c.phrase(1), Some(Phrase::Place(Place::Top(_))));
        let made = members::that_made_it(self.c);
        if !bracket && !for_top && made == 0 && !self.c.is(0, words!["in", "on", "among", "within", "inside"])
        {
            return;
        }
        let look = match made >= 1 {
            true => self.c.skip(made),
            false => behind_owner(self.c.skip(1)),
        };
        let (scope, top) = match look.phrase(0) {
            Some(Phrase::Name(names)) => match crate::en::phrase::scope(names) {
                Some(scope) => (Some(scope), None),
                None => return,
            },
            Some(Phrase::Place(Place::Top(n))) => (None, Some(*n)),
            // "northern models among the nine largest".
            _ if members::largest(look).is_some() => (None, members::largest(look)),
            // "northern models on the list": as figures of them are given anyway.
            Some(Phrase::Place(Place::Board)) if !bracket => (None, None),
            _ => return,
        };
        let rest = look.skip(if members::largest(look).is_some() { 3 } else { 1 });
        let rest = rest.skip(usize::from(rest.noun(0) == Some(Noun::Thing)));
        let rest = match bracket {
            true if rest.is(0, words![")"]) => rest.skip(1),
            true => return,
            false => rest,
        };
        // "more than doubled".
        let hedged = match rest.word(0) {
            "more" | "less" | "close" => rest.verb(2).is_some(),
            "nearly" | "almost" | "roughly" | "about" => rest.verb(1).is_some(),
            _ => false,
        };
        let goes_on = rest.verb(0).is_some()
            || hedged
            || rest.entry(0).adverb
            || rest.is(0, words!["'s", "’s", ":", "—", "–", "at", "to", "combined", "together"])
            || matches!(
                rest.phrase(0),
                Some(Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Time(_) | Phrase::Weeks(_))
            );
        if bracket || goes_on {
            self.np.scope = scope.or(self.np.scope);
            self.np.top = top;
            // The total of those is a sum, not one of all time.
            if self.np.window == Window::Total && (top.is_some() || scope.is_some()) {
                self.np.window = Window::Week;
            }
            self.c = rest;
        }
    }

    /// "admissions with flu", where the vocabulary's metrics have "flu" in their
    /// names: words of what is counted, behind it.
    pub(super) fn its_words(&mut self) {
        if !matches!(self.np.about, About::Metric(_)) || !self.c.is(0, words!["for", "with", "of", "from"]) {
            return;
        }
        let word = |ahead| self.c.entry(ahead).known && self.c.verb(ahead).is_none();
        let count = (1..4).take_while(|ahead| word(*ahead)).count();
        let named = matches!(self.c.phrase(count + 1), Some(Phrase::Name(_) | Phrase::Adjective(_)));
        if count > 0 && !named {
            self.step(count + 1);
        }
    }

    /// "X, Norvane's low-cost model, rose": who X is, and no further one of the list.
    pub(super) fn is_told_by_maker(&self, count: usize) -> bool {
        let c = self.c.skip(count);
        if count != 1 || !self.c.is(0, words![","]) || !c.is(1, words!["'s", "’s", "'", "’"]) {
            return false;
        }
        let stop = |ahead: &usize| crate::en::clause::fronted::is_stop(c, *ahead);
        let Some(close) = (2..10).find(stop).filter(|close| *close > 2 && c.is(*close, words![","])) else {
            return false;
        };
        let last = c.skip(close - 1);
        let thing =
            last.noun(0) == Some(Noun::Thing) || matches!(last.entry(0).kind, Kind::Work | Kind::Owned);
        let words = (2..close).all(|ahead| matches!(c.phrase(ahead), Some(Phrase::Word(_))));
        let verb = crate::en::clause::verb_group::skip_adverbs(c.skip(close + 1));
        thing
            && words
            && !last.word(0).ends_with('s')
            && verb.verb(0).is_some_and(|verb| verb.form != Form::Ing && verb.form != Form::Base)
    }
}

/// Those who use what is counted.
const USERS: &Words = words!["users", "developers", "customers", "clients"];

/// "X's" before something of theirs: whose it is.
pub(in crate::en::clause) fn owner_named(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let rest = Chunks { at: super::end_of(c, Np::is_named)?, ..c };
    let behind = matches!(rest.word_before(), "'s" | "’s" | "'" | "’");
    let apart = rest.is(0, words!["'s", "’s", "'", "’"]);
    if !behind && !apart {
        return None;
    }
    let (rest, np) = super::noun_phrase(c)?;
    Some((rest.skip(usize::from(apart)), np))
}

/// Behind "the platform's", "its", "this week's" and the name of the source,
/// which say whose chart it is.
pub(in crate::en::clause) fn behind_owner(c: Chunks<'_>) -> Chunks<'_> {
    let possessive = |c: Chunks<'_>, ahead: usize| c.is(ahead, words!["'s", "’s"]);
    let look = if c.is(0, words!["the"]) { c.skip(1) } else { c };
    if c.is(0, words!["its", "their"]) {
        return c.skip(1);
    }
    if matches!(look.phrase(0), Some(Phrase::Time(_))) && possessive(look, 1) {
        return look.skip(2);
    }
    if let Some(rest) = adjunct::at_source(c)
        && possessive(rest, 0)
    {
        return rest.skip(1);
    }
    // "the X ranking", "X top five", where X is the source.
    let named = (0..3).take_while(|ahead| look.entry(*ahead).source).count();
    let behind = look.skip(named);
    if named > 0
        && (matches!(behind.phrase(0), Some(Phrase::Place(_))) || behind.noun(0) == Some(Noun::Board))
    {
        return behind;
    }
    let everything = matches!(look.phrase(0), Some(Phrase::Name(_))) || look.noun(0) == Some(Noun::Field);
    if everything && possessive(look, 1) { look.skip(2) } else { c }
}
