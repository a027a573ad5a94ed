//! A sentence: clauses, their tails, and what no rule reads.

mod accept;
mod after_a_jump;
mod again;
mod another_time;
mod apart;
mod attributed;
mod before;
mod before_moving;
mod beside;
mod bracket;
mod came_out;
mod causative;
mod change_of_other;
mod clauses;
mod contrast;
mod coordinated;
mod corrections;
mod dated;
mod denied;
mod did_so;
mod ellipsis;
mod enough;
mod ever_since;
mod exception;
mod expected;
mod figure_brings;
mod figures_behind;
mod for_somebody;
mod forms;
mod fronts;
mod gapped;
mod having;
mod headline;
mod hints;
mod in_order;
mod joins;
mod label;
mod labelled;
mod last_time;
mod later_front;
mod lead_said;
mod lead_told;
mod led_by;
mod led_object;
mod left_with;
mod located;
mod marks;
mod named_bracket;
mod none_of;
mod not_enough;
mod not_of_a_week;
mod not_so;
mod nth_again;
mod nth_change;
mod of_many;
mod of_so_many;
mod only_more;
mod over_its_way;
mod own_base;
mod own_way;
mod owned_amount;
mod pieces;
mod put_ahead;
mod ranged;
mod record_of_change;
mod record_week;
mod rejected;
mod reversed;
mod rounded_out;
mod same_again;
mod scene;
mod score;
mod second_figure;
mod shortfall;
mod so_many;
mod so_much_more;
mod surplus;
mod tails;
mod telling;
mod then;
mod then_and_now;
mod there;
mod titles;
mod told;
mod topic;
mod two_in_places;
mod unread;
mod until_then;
mod versus_figure;
mod weeks_behind;
mod wished;

use self::accept::{merge, to_stop};
pub(super) use self::clauses::apposition;
use self::clauses::skip_leading;
pub use self::corrections::{TakesBack, is_reported};
use self::did_so::{did_so, first_so};
pub use self::ellipsis::leaves_out;
use self::in_order::{crossed, lists_in_order};
use self::joins::{is_cause, is_despite, is_subject};
use self::marks::{asked_from, behind_number};
use self::pieces::{limits, limits_alone};
pub use self::rejected::takes_back;
use self::tails::owner;
use super::adjunct::{REASONS, adjuncts};
use super::aside;
use super::fronted::{JOINS, attribution, condition, framed, is_false_source, is_stop, saying};
use super::noun_phrase::{Kept, is_figure, noun_phrase};
use super::parallel::{self, Parallel};
use super::predicate::{Near, Outcome, Piece, figure, is_finite, level_of, predicate};
use super::share::percentage;
use super::tail::{Tail, after_follower, finite, tail, versus_words, weeks_before, weeks_of};
use super::verb_group::{Group, put_between, skip_adverbs, verb_group};
use super::{
    About, Act, Adjuncts, Anchor, Aside, Item, Mood, Np, Said, Who, change, level, rank, together, top,
};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::weeks::WeeksRunning;
use crate::en::phrase::{Chunk, Chunks, Phrase};

/// Everything that a sentence says, in the order of the text.
#[must_use]
pub fn read(c: Chunks<'_>) -> Vec<Item> {
    let c = behind_number(c);
    if let Some(told) = contrast::Told::of(c) {
        let inner = Chunks { depth: c.depth, ..Chunks::new(c.tokens, &told.chunks) };
        return nth_change::told_apart(told.restore(read_told(inner)));
    }
    nth_change::told_apart(read_told(c))
}

/// A sentence without contrasts.
fn read_told(c: Chunks<'_>) -> Vec<Item> {
    let question = c.all.last().is_some_and(|chunk| c.lower(chunk.first) == "?");
    if question {
        let kept = Kept::new(c);
        let c = Chunks { kept: Some(&kept), ..c };
        let mut parser = Parser { asked: Some(asked_from(c)), ..Parser::new(c) };
        parser.run();
        return parser.items;
    }
    let respectively = parallel::is_said(c);
    if let Some(lists) = parallel::parallel(c, respectively)
        && let Some(items) = lists_in_order(c, &lists)
    {
        return items;
    }
    if respectively {
        let why = "two lists whose parts belong together in order";
        return vec![Item::Unread { from: c.at, to: c.to, why, named: false }];
    }
    plain(c)
}

/// A stretch without lists in parallel.
fn plain(c: Chunks<'_>) -> Vec<Item> {
    let kept = Kept::new(c);
    let mut parser = Parser::new(Chunks { kept: Some(&kept), ..c });
    parser.run();
    if crossed(&parser.items) {
        let why = "two lists whose parts belong together in order";
        return vec![Item::Unread { from: c.at, to: c.to, why, named: false }];
    }
    own_base::since_the_way_began(&mut parser.items);
    parser.items
}

struct Parser<'p> {
    c: Chunks<'p>,
    items: Vec<Item>,
    /// Who was spoken of last.
    focus: Option<Np>,
    mood: Mood,
    base_mood: Mood,
    /// From which chunk on it is a question.
    asked: Option<usize>,
    /// Said before its subject: "With 4 trillion tokens, X …".
    pending: Outcome,
    /// Behind this chunk no other tells anything: see [`telling`].
    last_telling: usize,
    /// Where a stretch that no rule read began.
    unread: Option<usize>,
    /// Behind a bracket, a colon or a dash, where a figure may stand alone.
    opened: bool,
    /// In a bracket, where each part may be a figure alone: "(8th, 4.5 trillion, up 9 %)".
    inside: bool,
    /// In a list behind "followed by".
    followers: bool,
    /// Behind words that limit what follows: "Among open models, …".
    limited: bool,
    /// Who was spoken of, if anybody, before a bracket that belongs to another name.
    outside: Option<Option<Np>>,
    /// The name before the last comma, of another one: what follows may belong to either.
    other: Option<Np>,
    /// In a relative clause: its time is its own.
    relative: bool,
    /// Behind "since April, when": the time of what is said there.
    then: Option<then::Then>,
    /// What was counted, where its owner stood behind the verb.
    located: Option<About>,
    /// Behind "In the north, …": where what follows holds.
    scene: Option<Np>,
    /// Behind "On the film list, …": among whom places are.
    list: Option<Np>,
    /// Behind "Including all listed models, …": which of them count.
    counting: Option<recount_model::ScopeId>,
    /// From which item on a time that is still to come may hold.
    undated: usize,
    /// Whose lead the clause before spoke of.
    lead: Option<lead_said::Lead>,
    /// The one of whom words spoke that no rule read.
    topic: Option<Np>,
    /// Behind words that no rule read and that speak of several, or of nobody knows whom.
    lost: bool,
}

impl<'p> Parser<'p> {
    fn new(c: Chunks<'p>) -> Self {
        Self {
            c,
            items: Vec::new(),
            focus: None,
            mood: Mood::Plain,
            base_mood: Mood::Plain,
            asked: None,
            pending: Outcome::default(),
            last_telling: telling::last(c),
            unread: None,
            opened: false,
            inside: false,
            followers: false,
            limited: false,
            outside: None,
            other: None,
            relative: false,
            then: None,
            located: None,
            scene: None,
            list: None,
            counting: None,
            undated: 0,
            lead: None,
            topic: None,
            lost: false,
        }
    }

    fn run(&mut self) {
        self.skip_ever();
        // Every round moves on by a chunk at least.
        while !self.c.is_empty() {
            let before = self.c.at;
            self.round();
            if self.c.at <= before {
                self.skip_unread();
            }
        }
        self.close_unread();
        self.leave_pending();
    }

    fn round(&mut self) {
        if self.asked.is_some_and(|from| self.c.at >= from) {
            self.mood = Mood::Question;
            self.base_mood = Mood::Question;
            self.asked = None;
        }
        // In the middle of words that no rule reads nothing starts anew: "sales
        // of X rose" says nothing of X.
        if self.unread.is_some() {
            if !self.separator() {
                self.c = self.c.skip(1);
            }
            return;
        }
        if self.rejected() || self.unvouched() || self.unlike() || self.of_what_it_holds() {
            return;
        }
        // "as in the week before," adds nothing that is said of this week.
        let as_then = self.c.is(0, words!["as"])
            && matches!(self.c.phrase(1), Some(Phrase::Time(_)))
            && is_stop(self.c, 2);
        if self.c.is(0, words!["like", "unlike"]) || self.c.are(&["as", "with"]) || as_then {
            self.c = to_stop(self.c);
            return;
        }
        if self.thanks() {
            return;
        }
        if self.c.is(0, words!["of", "among"]) && self.focus.is_none() && self.places() {
            return;
        }
        if self.in_all() || self.turn_of_phrase() || self.not_so() || self.never_so() {
            return;
        }
        // "Give or take, X handled 4 trillion": so much, or not quite.
        if self.c.are(&["give", "or", "take"]) {
            self.limited = true;
        }
        if self.of_another_whole() || self.wished() {
            return;
        }
        if self.labelled_or_before()
            || self.time_clause()
            || self.meaning()
            || self.separator()
            || self.time()
            || self.attributed()
            || self.fronted()
        {
            return;
        }
        if let Some(mood) = condition(self.c) {
            // What follows from a condition is not asserted either.
            self.mood = mood;
            self.base_mood = mood;
            self.items.iter_mut().for_each(|item| {
                if let Item::Said(said) = item {
                    said.mood = mood;
                }
            });
            self.c = self.c.skip(1);
            return;
        }
        if !self.statement() {
            self.skip_unread();
        }
    }

    /// Something that is said of somebody, in any form.
    fn statement(&mut self) -> bool {
        self.c.at <= self.last_telling && self.states()
    }

    fn states(&mut self) -> bool {
        self.opening()
            || self.said_again()
            || self.versus_label()
            || self.separated()
            || self.enough_or_not()
            || self.bare_figure()
            || self.previous()
            || self.last_time()
            || self.two_in_places()
            || self.apart()
            || self.that_far_apart()
            || self.only_more()
            || self.ranged()
            || self.before_moving()
            || self.compares()
            || self.week_told()
            || self.for_somebody()
            || self.told_of_another()
            || self.weeks_told()
            || self.gainer()
            || self.places()
            || self.top_group()
            || self.lifted_another()
            || self.rounded_out()
            || self.turned()
            || self.reversed()
            || self.neither()
            || self.clause()
            || self.elliptic()
            || self.elsewhere()
            || self.nominal()
            || self.follower()
            || self.place_then()
            || self.title_of_then()
            || self.led_by()
            || self.over_another_too()
            || self.own_figure()
            || self.object_too()
            || self.part_to()
            || self.place_of_next()
            || self.share_from()
            || self.against_share()
            || self.put_it()
            || self.put_at()
            || self.week_saw()
            || self.of_which()
            || self.every_nth()
            || self.more_than_through()
            || self.so_many_of()
            || self.brought_somewhere()
            || self.versus_figure()
            || self.figure_then()
            || self.tail()
            || self.owned_amount()
            || self.gapped()
            || self.shared()
            || self.part_went()
            || self.amount_on()
            || self.there_were()
            || self.used_by_many()
    }

    /// Punctuation and words that join.
    fn separator(&mut self) -> bool {
        let c = self.c;
        if is_stop(c, 0) {
            return self.stop();
        }
        if self.whether() {
            return true;
        }
        // "X surprised everybody when it rose".
        let surprised = c.is(0, words!["when"])
            && c.is(1, words!["it", "they", "its", "their"])
            && self.unread.is_some_and(|from| self.pronoun_of(from, c.at).is_some());
        let cause = (self.unread.is_none() || surprised) && (is_cause(c) || is_despite(c));
        // "The widest lead yet at 420 billion": so far.
        let so_far = c.is(0, words!["yet"])
            && self.unread.is_some()
            && (is_stop(c, 1) || c.is(1, words!["at", "of", "for", "on"]));
        if so_far {
            return false;
        }
        let joins = cause || c.is(0, JOINS) || c.is(0, words!["that", "which", "who", "where", "with"]);
        // "with 4 trillion" and "as of June" are no joins; "that of X" is a noun phrase.
        let gain = c.is(0, words!["with"]) && self.gain_in_front(c);
        let with_figure = || {
            c.is(0, words!["with"])
                && (level::beside(c).is_some()
                    || crate::en::clause::adjunct::with_record(c).is_some()
                    || gain
                    || percentage(c.skip(1)).is_some_and(|(_, _, of)| of.is_some()))
        };
        if self.purpose() {
            return true;
        }
        if self.goes_on_unread() || self.of_part_of_them() {
            return false;
        }
        if joins && !with_figure() && !is_subject(c) && !c.is(1, words!["well"]) && attribution(c).is_none() {
            if !self.ends_here() {
                return false;
            }
            // "in its own apps, where it handled 4 trillion": there, not in all.
            let then = c.at.checked_sub(2).and_then(|place| c.all.get(place));
            let timed = then.is_some_and(|chunk| matches!(chunk.phrase, Phrase::Time(_) | Phrase::Weeks(_)));
            self.limited |= c.is(0, words!["where"]) && c.word_before() == "," && !timed;
            self.opens_then();
            // "He dreamt that": whether it is asserted, the words in front say.
            let framed = c.is(0, words!["that"]) && self.unread.is_some();
            self.close_unread();
            if framed && self.mood == Mood::Plain {
                self.mood = Mood::Framed;
            }
            self.relative = c.is(0, words!["which", "who"]);
            // "X overtook Y, and fell": a verb behind "and" is that of X.
            if c.is(0, words!["and", "but", "yet"]) {
                self.other = None;
            }
            self.followers &= c.is(0, words!["and"]);
            let and_so = c.is(0, words!["and"])
                && c.is(1, words!["so", "thus"])
                && c.verb(2).is_some_and(|verb| is_finite(verb.form));
            self.c = c.skip(if c.are(&["which", "in", "turn"]) { 3 } else { 1 + usize::from(and_so) });
            return true;
        }
        false
    }

    /// Punctuation alone.
    fn stop(&mut self) -> bool {
        let c = self.c;
        if c.is(0, words![","]) && !self.ends_here() {
            return false;
        }
        self.close_unread();
        if c.is(0, words![";", "."]) {
            (self.limited, self.counting, self.relative) = (false, None, false);
            self.undated = self.items.len();
        }
        let said = self.items.iter().any(|item| matches!(item, Item::Said(_)));
        let named =
            c.at.checked_sub(1)
                .and_then(|place| c.all.get(place))
                .is_some_and(|chunk| matches!(chunk.phrase, Phrase::Name(_)));
        let labelled = c.is(0, words![":"]) && !named && said;
        self.opened = self.opens(said, labelled);
        self.stops_then();
        self.bracket_of_then();
        self.antecedent();
        if c.is(0, words![",", ";", ":", "—", "–", "."]) {
            self.mood = self.base_mood;
        }
        self.c = c.skip(1);
        true
    }
}
