//! What is told as of now.

mod of_list;

use recount_model::{Period, Weeks};

use self::of_list::Gone;
pub(super) use self::of_list::OfList;

use crate::en::clause::{Act, Anchor, Said, Who};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, time};
use crate::token::{Tokens, tokenise};

/// Is a statement told as of now, and what was told so before?
#[derive(Debug)]
pub(super) struct Now {
    /// Does the statement say "now"?
    pub(super) said: bool,
    /// Does the sentence begin with the day of publication, "today", or say "now" before?
    pub(super) today: bool,
    /// The period that was told in the present tense where it was named.
    pub(super) retold: Option<Period>,
    /// Was the last verb of this sentence in the present tense?
    present: Option<bool>,
    /// Whose clause told last what had been so, if the last one did.
    had: Option<Had>,
    /// Did the sentence name a time before what had been so?
    pub(super) dated: bool,
    /// Did it tell last what had been so?
    pub(super) had_last: bool,
    /// Was a time told last that cannot be placed? Then nobody knows when what follows was.
    pub(super) astray: bool,
    /// For how many weeks running, up to the week that is told, the sentence has said that something was so.
    run: Option<u32>,
    /// By which list the text goes.
    list: Option<Gone>,
    /// Over what a question asked: "What has changed in three weeks?"
    asked: Option<Time>,
}

/// What had been so.
#[derive(Debug)]
struct Had {
    /// Of whom.
    who: Who,
    /// A place?
    place: bool,
    /// Without a time of its own?
    earlier: bool,
}

impl Now {
    pub(super) const NONE: Self = Self {
        said: false,
        today: false,
        retold: None,
        present: None,
        had: None,
        dated: false,
        had_last: false,
        astray: false,
        run: None,
        list: None,
        asked: None,
    };

    /// The words of a sentence that comes, and the period that it names.
    pub(super) fn words(&mut self, words: &str, named: Option<Period>) {
        self.list = Gone::by(words, named).or(self.list);
    }

    /// A new sentence.
    pub(super) fn begin(&mut self) {
        self.today = false;
        self.present = None;
        self.had = None;
        self.dated = false;
        self.had_last = false;
        self.run = None;
    }

    /// "It has fallen for two weeks, after ten weeks of growth": these ended two weeks before.
    pub(super) fn weeks_before(&self, said: &Said) -> i64 {
        let run = self.run.filter(|_| said.adjuncts.weeks.is_some());
        run.map_or(1, i64::from)
    }

    /// Keeps for how many weeks running it says that something was so.
    pub(super) fn keep_run(&mut self, said: &Said) {
        let weeks = said.adjuncts.weeks.filter(|weeks| weeks.consecutive && weeks.unit == TimeUnit::Week);
        if let (Some(Weeks::Exactly(count)), Anchor::Clause) = (weeks.map(|weeks| weeks.weeks), said.anchor) {
            self.run = Some(count);
        }
    }

    /// "X is first, Y second": a verb for both.
    pub(super) fn lend(&mut self, said: &mut Said) {
        self.lend_had(said);
        self.lend_asked(said);
        self.present = said.adjuncts.present.or(self.present);
        said.adjuncts.present = self.present;
    }

    /// "What has changed in three weeks? X is up 44 %.": over these weeks.
    fn lend_asked(&self, said: &mut Said) {
        let moved = matches!(&said.act, Act::Change { value } if !value.is_direction());
        let told = said.adjuncts.times.iter().any(|time| time.role != Role::At);
        if let Some(asked) = self.asked.as_ref().filter(|_| moved && !told && said.adjuncts.weeks.is_none()) {
            said.adjuncts.times.push(asked.clone());
        }
    }

    /// Keeps over what a question asks what has changed; no question: what was asked still holds.
    pub(super) fn ask(&mut self, text: &str) {
        if !text.trim_end().ends_with('?') {
            return;
        }
        let (mut lower, mut found) = (String::new(), Vec::new());
        tokenise(text, &mut lower, &mut found);
        let tokens = Tokens { text, lower: &lower, rest: &found };
        let over = |time: &Time| matches!(time.role, Role::Within | Role::Since);
        let changed = ["chang", "happen", "mov", "grow", "grew", "ris", "ros", "fall", "fell", "gain"];
        let asks = tokens.rest.iter().any(|token| {
            let word = tokens.lower_of(*token);
            changed.iter().any(|stem| word.starts_with(stem))
        });
        let mut times = (0..tokens.len()).filter_map(|at| time(tokens.skip(at)).ok());
        self.asked = times.find_map(|(_, time)| over(&time).then_some(time)).filter(|_| asks);
    }

    /// "It had been first, with 18.2 trillion", "It had been eighth, Y seventh": both had.
    fn lend_had(&mut self, said: &mut Said) {
        if said.adjuncts.local {
            return;
        }
        let place = matches!(said.act, Act::Rank { .. });
        let state = place || matches!(said.act, Act::Level { .. } | Act::Share { .. });
        let verbless = said.adjuncts.present.is_none() && said.anchor == Anchor::Clause && state;
        match &self.had {
            Some(had) if verbless && (had.who == said.who.who || had.place && place) => {
                said.adjuncts.had = true;
                said.adjuncts.earlier |= had.earlier && said.adjuncts.times.is_empty();
            }
            _ => {
                let earlier = said.adjuncts.earlier;
                let had = said.adjuncts.had;
                self.had = had.then(|| Had { who: said.who.who.clone(), place, earlier });
            }
        }
    }

    /// A new paragraph: it may go on about the list of the one before.
    pub(super) fn new_paragraph(&mut self) {
        self.asked = None;
        self.astray = false;
        self.list = self.list.and_then(Gone::next_paragraph);
    }

    /// A time was told: what follows is of that.
    pub(super) const fn told(&mut self, relative: bool) {
        self.astray = false;
        self.list = if relative { self.list } else { None };
    }

    /// "4.5 trillion tokens used this month", in words that nobody read: what follows may be of that, too.
    pub(super) fn some_time(&mut self) {
        self.list = self.list.or(Some(Gone::SOME_TIME));
    }

    /// Of which time the list is of which is spoken.
    pub(super) fn of_list(&self) -> Option<OfList> {
        self.list.map(Gone::of)
    }

    /// Is a statement without a time of its own told as of now?
    pub(super) fn holds(&self, said: &Said) -> bool {
        self.said || self.today && said.adjuncts.present == Some(true)
    }
}
