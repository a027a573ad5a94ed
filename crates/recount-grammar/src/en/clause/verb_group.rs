//! Verb groups: auxiliaries, negations, moods, and the verb itself.

mod between;
mod bounds;
mod phrasal;
mod prospect;

pub(super) use self::between::{is_for_the_first_time, put_between};
pub(super) use self::phrasal::with_words;
use self::prospect::{about_to, contracted, doing};
pub(super) use super::adverbs::{skip_adverbs, skip_degree};
use super::noun_phrase::Kept;
use super::{Mood, together, turns};
use crate::en::lexicon::{Form, Frames, Verb};
use crate::en::phrase::{Chunks, Phrase, has};
use crate::token::Words;
use recount_model::Hedge;

/// A verb with everything before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Group {
    /// The verb.
    pub verb: Verb,
    /// "not", "never", "failed to".
    pub negated: bool,
    /// "no longer".
    pub no_longer: bool,
    /// In which mood.
    pub mood: Mood,
    /// "was overtaken".
    pub passive: bool,
    /// "more than doubled".
    pub hedge: Hedge,
    /// "had led": before what else is told.
    pub earlier: bool,
    /// "has sold": up to now.
    pub perfect: bool,
    /// "leads", "has led": in the present tense; `None` without a verb.
    pub present: Option<bool>,
    /// "jointly processed".
    pub together: bool,
    /// "continued to rank".
    pub continued: bool,
}

impl Group {
    /// No verb, nothing before it: what is said without one.
    pub(super) const PLAIN: Self = Self {
        verb: Verb { frames: Frames::NONE, form: Form::Base },
        negated: false,
        no_longer: false,
        mood: Mood::Plain,
        passive: false,
        hedge: Hedge::Bare,
        earlier: false,
        perfect: false,
        present: None,
        together: false,
        continued: false,
    };
}

const MODALS: &Words = words![
    "will", "would", "could", "may", "might", "should", "shall", "can", "'ll", "’ll", "must", "cannot",
    "ought",
];
const NEGATIONS: &Words = words!["not", "n't", "n’t", "never"];
/// Adverbs behind "not" that change nothing about what is denied.
const EMPTY: &Words =
    words!["yet", "even", "again", "still", "also", "now", "then", "however", "before", "ever", "once"];
/// Somebody says so: it is said all the same.
const HEARSAY: &Words = words!["reportedly", "allegedly", "supposedly"];
/// What says an order and no figure.
const ORDERS: Frames = Frames::AHEAD.and(Frames::OVERTAKE).and(Frames::LEAD);
/// It may be so.
const MAYBE: &Words = words!["probably", "possibly", "presumably", "potentially", "perhaps", "maybe"];
/// What usually happens is said of no week.
const HABITS: &Words = words![
    "rarely", "normally", "usually", "typically", "regularly", "often", "sometimes", "occasionally",
    "seldom", "frequently", "generally", "once", "formerly", "consistently", "historically", "traditionally",
    "routinely", "invariably",
];
/// "continued to lead": the verb behind it is what is said.
const ASPECTS: &Words = words![
    "continued", "continues", "continue", "continuing", "managed", "manages", "went", "began", "begun",
    "started", "helped", "proceeded",
];
const DOUBTS: &Words = words![
    "appears", "appeared", "seems", "seemed", "appear", "seem", "looks", "set", "poised", "likely", "due",
    "bound",
];

/// A verb group whose verb is finite, or, where `participle` is set, a present
/// participle. Adverbs may stand anywhere in it.
pub(super) fn verb_group(c: Chunks<'_>, participle: bool) -> Option<(Chunks<'_>, Group)> {
    Kept::verb(c, participle, || read(c, participle))
}

fn read(c: Chunks<'_>, participle: bool) -> Option<(Chunks<'_>, Group)> {
    let mut reader = Reader {
        c,
        negated: false,
        no_longer: false,
        mood: Mood::Plain,
        be: false,
        have: false,
        hedge: Hedge::Bare,
        infinitive: false,
        had: false,
        present: None,
        together: false,
        continued: false,
        doing: None,
    };
    reader.read(participle)
}

struct Reader<'p> {
    c: Chunks<'p>,
    negated: bool,
    no_longer: bool,
    mood: Mood,
    be: bool,
    have: bool,
    hedge: Hedge,
    infinitive: bool,
    had: bool,
    present: Option<bool>,
    together: bool,
    continued: bool,
    /// "Kept", "ended up": the form of the verb before what it was doing.
    doing: Option<Form>,
}

impl<'p> Reader<'p> {
    fn read(&mut self, participle: bool) -> Option<(Chunks<'p>, Group)> {
        for _ in 0..12 {
            self.words();
            // "re-enters".
            if self.c.is(0, words!["re"]) && crate::token::is_hyphen(self.c.word(1)) {
                self.c = self.c.skip(2);
            }
            // "Is likely to pass", "looks set to pass".
            if self.be && self.c.is(0, DOUBTS) && self.c.is(1, words!["to"]) && self.c.verb(2).is_some() {
                self.mood = Mood::Forecast;
                self.infinitive = true;
                self.be = false;
                self.c = self.c.skip(2);
                continue;
            }
            let verb = contracted(self.c).or_else(|| self.c.verb(0))?;
            // The first of them has the tense of all.
            self.present = self.present.or(Some(matches!(verb.form, Form::Third | Form::Base)));
            if self.leads_to(verb) {
                continue;
            }
            if verb.frames.any(Frames::BE) {
                self.c = self.c.skip(1);
                if verb.form == Form::Ing && !participle && !self.be {
                    return None;
                }
                let after = self.look_past_words();
                if self.leads_on(after) {
                    self.be = true;
                    continue;
                }
                self.words();
                return Some(self.done(verb));
            }
            if verb.frames.any(Frames::AUX) && !self.be {
                let after = self.ahead(1).look_past_words();
                let next = after.verb(0);
                if next.is_some_and(|next| matches!(next.form, Form::Participle | Form::Past | Form::Base)) {
                    self.have = true;
                    self.had |= self.c.is(0, words!["had"]);
                    self.infinitive |= self.c.is(0, words!["do", "does", "did"]);
                    self.c = self.c.skip(1);
                    continue;
                }
            }
            if self.does_all_the_same() || self.prospect(verb) {
                continue;
            }
            return self.main(verb, participle);
        }
        None
    }

    /// "Had to settle for second", "keeps growing", "ended up trailing": what it did or does.
    fn does_all_the_same(&mut self) -> bool {
        if self.negated {
            return false;
        }
        if self.c.are(&["had", "to"]) && self.c.verb(2).is_some_and(|verb| verb.form == Form::Base) {
            self.infinitive = true;
            self.c = self.c.skip(2);
            return true;
        }
        let count = doing(self.c);
        let keeps = count > 0 && self.c.verb(count).is_some_and(|verb| verb.form == Form::Ing);
        if keeps {
            // What it was doing, in the tense of the verb before it.
            self.doing = contracted(self.c).or_else(|| self.c.verb(0)).map(|verb| verb.form);
            self.c = self.c.skip(count);
        }
        keeps
    }

    /// "Has yet to pass", "was unable to pass", "is about to pass".
    fn leads_to(&mut self, verb: Verb) -> bool {
        if !verb.frames.any(Frames::BE.and(Frames::AUX)) {
            return false;
        }
        let rest = self.c.skip(1);
        let be = verb.frames.any(Frames::BE);
        // "Was able to overtake": it did.
        if be && rest.are(&["able", "to"]) && rest.verb(2).is_some() {
            self.infinitive = true;
            self.be = false;
            self.c = rest.skip(2);
            return true;
        }
        let denied =
            (rest.are(&["yet", "to"]) || be && rest.are(&["unable", "to"])) && rest.verb(2).is_some();
        if denied {
            self.negated = !self.negated;
            self.c = rest.skip(2);
        } else if be && let Some(count) = about_to(rest) {
            self.mood = Mood::Forecast;
            self.c = rest.skip(count);
        } else {
            return false;
        }
        self.infinitive = true;
        true
    }

    fn ahead(&self, count: usize) -> Self {
        Self { c: self.c.skip(count), ..*self }
    }

    /// Where the group goes on after adverbs, negations and what is put in between.
    fn look_past_words(&self) -> Chunks<'p> {
        let mut look = self.c.skip(put_in(self.c));
        while look.entry(0).adverb && look.verb(0).is_none()
            || look.is(0, NEGATIONS)
            || look.is(0, words!["quite"])
            || look.is(0, HEARSAY)
            || look.are(&["no", "longer"])
            || together::adverb(look) > 0
            || self.is_hedge(look) > 0
            || turns::turn(look) > 0
            || denied_aside(look) > 0
        {
            let step = if look.are(&["no", "longer"]) {
                2
            } else {
                self.is_hedge(look)
                    .max(together::adverb(look))
                    .max(turns::turn(look))
                    .max(denied_aside(look))
                    .max(1)
            };
            look = look.skip(step);
        }
        look
    }

    /// Is it a verb that "be" is an auxiliary of?
    fn leads_on(&self, after: Chunks<'p>) -> bool {
        let Some(verb) = after.verb(0) else {
            return after.is(0, DOUBTS) && after.is(1, words!["to"]);
        };
        let participle = matches!(verb.form, Form::Ing | Form::Participle | Form::Past);
        participle && (!verb.frames.any(Frames::BE) || verb.form == Form::Participle)
    }

    /// Adverbs, negations, modals and hedges, and behind an auxiliary what is put in
    /// between.
    fn words(&mut self) {
        if self.be || self.have || self.infinitive {
            self.c = self.c.skip(put_in(self.c));
        }
        loop {
            let hedge = self.is_hedge(self.c);
            if self.c.is(0, NEGATIONS) && self.c.is(1, words!["only", "just", "merely", "simply"]) {
                // "Did not only lead": it did, and more. "Not only doubled but
                // tripled": it did not stop there.
                self.c = self.c.skip(1);
                if !has(self.c.verb(1), ORDERS) && !but_also(self.c) {
                    self.mood = Mood::Framed;
                }
            } else if self.c.is(0, NEGATIONS) {
                self.negated = !self.negated;
                let aside = denied_aside(self.c.skip(1));
                self.c = self.c.skip(aside);
                if aside == 0 {
                    self.denied_degree();
                }
            } else if self.c.is(0, words!["each"])
                && self.c.verb(1).is_some_and(|verb| verb.form != Form::Ing)
                && self.c.at > 0
            {
                // "X and Y each rose 8 %".
            } else if self.c.are(&["no", "longer"]) {
                self.negated = true;
                self.no_longer = true;
                self.c = self.c.skip(1);
            } else if self.c.is(0, MODALS) && self.c.verb(0).is_none() {
                self.mood = Mood::Forecast;
                self.infinitive = true;
            } else if hedge > 0 {
                self.hedge = self.hedge_words();
                self.c = self.c.skip(hedge - 1);
            } else if self.c.is(0, HABITS) && !self.c.is(1, words!["again", "more"]) {
                self.mood = Mood::Habit;
            } else if self.c.is(0, MAYBE) {
                self.mood = Mood::Forecast;
            } else if turns::turn(self.c) > 0 {
                self.c = self.c.skip(turns::turn(self.c) - 1);
            } else if self.c.is(0, HEARSAY) || is_for_the_first_time(self.c) {
            } else if together::adverb(self.c) > 0
                && !(self.c.is(0, words!["combined"]) && self.c.verb(0).is_some())
            {
                self.together = true;
                self.c = self.c.skip(together::adverb(self.c) - 1);
            } else if !(self.c.entry(0).adverb && self.c.verb(0).is_none())
                || self.c.is(0, words!["up", "down"])
            {
                return;
            }
            self.c = self.c.skip(1);
        }
    }

    /// "Not far behind", "did not necessarily lead": how far, or how surely, is
    /// denied, not that it is so. "Did not quite reach 5 trillion" stayed below.
    fn denied_degree(&mut self) {
        let next = self.c.skip(1);
        let adverb = next.entry(0).adverb && next.verb(0).is_none() && !next.is(0, EMPTY);
        let quite = next.is(0, words!["quite"]);
        if quite && has(next.verb(1), Frames::REACH) {
            self.c = next;
        } else if (adverb && !next.is(0, words!["up", "down"])) || quite {
            self.mood = Mood::Framed;
        }
    }

    /// "more than" and the like directly before a verb such as "doubled".
    fn is_hedge(&self, c: Chunks<'p>) -> usize {
        let factor = Frames::FACTOR;
        let two = (c.are(&["more", "than"]) || c.are(&["less", "than"]) || c.are(&["close", "to"]))
            && has(c.verb(2), factor);
        let two = two || (c.are(&["all", "but"]) || c.are(&["just", "about"])) && has(c.verb(2), factor);
        let three = c.are(&["as", "good", "as"]) && has(c.verb(3), factor);
        const ONE: &Words = words![
            "nearly", "almost", "roughly", "about", "approximately", "practically", "virtually",
            "effectively",
        ];
        let one = c.is(0, ONE) && has(c.verb(1), factor);
        if three { 3 } else { 2 * usize::from(two) + usize::from(one && !two) }
    }

    fn hedge_words(&self) -> Hedge {
        match self.c.word(0) {
            "more" => Hedge::MoreThan,
            "less" => Hedge::LessThan,
            "nearly" | "almost" | "close" | "all" | "as" | "practically" | "virtually" | "effectively" => {
                Hedge::Nearly
            }
            _ => Hedge::About,
        }
    }

    /// "is expected to", "failed to", "continued to".
    fn prospect(&mut self, verb: Verb) -> bool {
        // "Went on to lead".
        let would = self.mood == Mood::Forecast && self.c.word_before() == "would";
        let on =
            usize::from(self.c.is(0, words!["went", "goes", "go", "gone"]) && self.c.is(1, words!["on"]));
        if on > 0 && self.c.is(2, words!["to"]) && self.c.verb(3).is_some() {
            self.c = self.c.skip(1);
        }
        let to = self.c.is(1, words!["to"]);
        if !to {
            return false;
        }
        if on > 0 || self.c.is(0, ASPECTS) && self.ahead(2).look_past_words().verb(0).is_some() {
            // What follows is what is said.
            self.continued |= self.c.is(0, words!["continued", "continues", "continue", "continuing"]);
            // "Would go on to lead": later it did.
            self.mood = if on > 0 && would { Mood::Plain } else { self.mood };
        } else if self.be && self.c.is(0, words!["said", "reported", "understood", "known", "seen"]) {
            // "Is said to handle": somebody says so.
        } else if self.c.is(0, words!["failed", "fails", "failing", "fail"]) {
            self.negated = !self.negated;
        } else if verb.frames.any(Frames::FORECAST) && self.c.skip(2).verb(0).is_some() {
            self.mood = Mood::Forecast;
        } else {
            return false;
        }
        self.infinitive = true;
        self.be = false;
        self.c = self.c.skip(2);
        true
    }

    fn main(&mut self, verb: Verb, participle: bool) -> Option<(Chunks<'p>, Group)> {
        let verb = match (self.doing, verb.form) {
            (Some(form), Form::Ing) => Verb { form, ..verb },
            _ => verb,
        };
        let auxiliary = self.be || self.have || self.infinitive;
        let bare = !auxiliary;
        let fits = match verb.form {
            Form::Ing => self.be || (participle && bare),
            Form::Past | Form::Participle | Form::Third => true,
            Form::Base => true,
        };
        if !fits {
            return None;
        }
        self.c = self.c.skip(1);
        if let Some((rest, verb)) = phrasal::with_words(self.c, verb, self.is_passive(verb)) {
            self.c = rest;
            return Some(self.done(verb));
        }
        Some(self.done(verb))
    }

    fn is_passive(&self, verb: Verb) -> bool {
        self.be && matches!(verb.form, Form::Past | Form::Participle)
    }

    fn done(&self, verb: Verb) -> (Chunks<'p>, Group) {
        let passive = self.is_passive(verb);
        let group = Group {
            verb,
            negated: self.negated,
            no_longer: self.no_longer,
            mood: self.mood,
            passive,
            hedge: self.hedge,
            earlier: self.had,
            perfect: self.have && !self.had,
            present: self.present,
            together: self.together,
            continued: self.continued,
        };
        (self.c, group)
    }
}

/// What stands between an auxiliary and its verb, an aside or a time: how many chunks it takes.
fn put_in(c: Chunks<'_>) -> usize {
    match aside(c) {
        0 => turns::aside(c),
        count => count,
    }
}

/// "did not, however, lead": the words between the commas behind a denial.
fn denied_aside(c: Chunks<'_>) -> usize {
    let denied = matches!(c.word_before(), "not" | "n't" | "n’t" | "never");
    if denied { turns::aside(c) } else { 0 }
}

/// "has, for the first time, fallen", "has for the ninth week running led", "has,
/// according to X, processed": how many chunks it takes to the verb. A time is none of
/// them: it tells when.
fn aside(c: Chunks<'_>) -> usize {
    let comma = usize::from(c.is(0, words![","]));
    let look = c.skip(comma);
    let told = match look.phrase(0) {
        Some(Phrase::First(_) | Phrase::Weeks(_)) => 1,
        _ if comma == 1 => super::fronted::attribution(look).unwrap_or(0),
        _ => 0,
    };
    let count = told + 2 * comma;
    let verb = c.verb(count).or_else(|| c.verb(count + 1).filter(|_| c.entry(count).adverb));
    let goes_on = verb.is_some_and(|verb| matches!(verb.form, Form::Participle | Form::Past | Form::Ing));
    let closed = comma == 0 || look.is(told, words![","]);
    if told > 0 && closed && goes_on { count } else { 0 }
}

/// "[not only] rose 8 % but also led": both are so.
fn but_also(c: Chunks<'_>) -> bool {
    (1..c.len().min(40)).any(|ahead| c.is(ahead, words!["but"]) && c.is(ahead + 1, words!["also", "too"]))
}
