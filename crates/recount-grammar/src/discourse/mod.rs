//! Discourse: from what sentences say to claims. Who "it" is, which week is
//! meant, what is counted: all that one sentence leaves to the others.

mod antecedent;
mod asked;
mod back_then;
mod days;
mod did_so;
mod ends;
mod enter;
mod fronted;
mod later;
mod leave;
mod levels;
mod lists;
mod lower;
mod magnitude;
mod moods;
mod now;
mod open;
mod passing;
mod places;
mod pronoun;
mod reported;
mod resumed;
mod run;
mod setting;
mod several;
mod side_by_side;
mod stray;
mod those;
mod unsure;
mod way;
mod when;
pub mod worthy;

use jiff::civil::{Date, Weekday};
use recount_model::vocabulary::Metric;
use recount_model::{Assertion, Assumption, Claim, MetricId, Period, Quantity, Remark, Span, Subject};

use crate::en::clause::{Aside, Item, Mood, Said};
use crate::en::lexicon::Seen;
use crate::en::phrase::time::{Role, Time};

use self::fronted::is_day_of_saying;
use self::moods::{denied, told};
use self::now::Now;
use self::pronoun::goes_on;
pub use self::setting::{Harvest, Hint, Setting};
use self::way::Way;

/// What has been said so far.
#[derive(Debug)]
pub struct Discourse<'v> {
    setting: Setting<'v>,
    /// Which metrics are counted over weekends.
    of_weekends: Vec<bool>,
    /// The day on which this part of the article was written, where it has one of its own.
    entry: Option<Date>,
    /// Of the rest: when it was published, its week, the period that was spoken of last.
    rest: (Option<Date>, Option<Period>, Option<Period>),
    /// The period that is being spoken of, from sentence to sentence.
    period: Option<Period>,
    /// The same, of any length, in this paragraph only, before a sentence turned elsewhere, and both before this sentence.
    paragraph: Option<Period>,
    turned_from: Option<Option<Period>>,
    spoken_before: [Option<Period>; 2],
    /// The times of the last statement here that were told against another one, and where.
    placed_last: Option<(Vec<Time>, Placed, Option<Span>)>,
    /// Was it named over it, in a heading?
    headed: bool,
    /// Was it named behind a statement?
    in_passing: bool,
    /// Of whom and when a figure was told in this sentence, and in the one before.
    levels: [Vec<levels::Level>; 2],
    /// The first time of this sentence and of the one before.
    hinted_weeks: [Option<Period>; 2],
    /// Was the last clause told of nobody named?
    by_pronoun: bool,
    /// Did this paragraph speak last of something counted that the vocabulary lacks?
    foreign: bool,
    /// Is it the headline that is read, and of whom did it speak?
    title: bool,
    of_title: Vec<Vec<Subject>>,
    /// Did this paragraph speak last of another ranking, and does this sentence?
    elsewhere: bool,
    elsewhere_here: bool,
    /// The groups of which this sentence singles out a member, and the one before.
    singled_here: Vec<Subject>,
    singled_before: Vec<Subject>,
    /// Is it told in this paragraph what an earlier version of the article said?
    draft: bool,
    /// Does this sentence name such a thing, and may it speak of it?
    foreign_here: bool,
    /// Has this sentence named what it counts?
    counted_anew: bool,
    /// Had the sentence before words that no rule read?
    unread_before: bool,
    /// Weeks that were named where nothing was read, since one was named that was.
    strays: Vec<Period>,
    /// Has "last week" been told, and was it the week that is reported?
    news: bool,
    /// A period of this paragraph that was named only against another one.
    aside: Option<Period>,
    /// What becomes the topic, where there is none, and the aside when the sentence is over.
    pending_topic: Option<Period>,
    pending_aside: Option<Period>,
    /// The week of which was told last, in so many words: "a week later" is told from it.
    last_told: Option<Period>,
    step: Option<later::Step>,
    /// Did an unread sentence name a time that is no week: "at the beginning of April"?
    vague: bool,
    /// The week that a sentence named of which no rule read anything.
    unread_week: Option<Period>,
    /// How many weeks later the time in front of the clause is, where it is told so.
    fronted_later: Option<u32>,
    /// What is told as of now.
    now: Now,
    /// The weeks between which something changed that was said last.
    stretch: Option<(Period, Period)>,
    /// What this sentence says, where that is one thing, and what the one before says.
    said_now: Option<Box<Said>>,
    said_before: Option<Box<Said>>,
    /// The first and the last week of a way from one place to another in this sentence.
    began: Option<(Period, Period)>,
    /// Was a change told since the last share?
    change_told: bool,
    /// Does the statement speak of "the same stretch"?
    same_stretch: bool,
    front_week: Option<Period>,
    /// Has nothing been said yet since the time before the clause?
    fronting: bool,
    /// Is the time in front that of the statement before, "fifth a week earlier and …", not one that stands in front?
    held: bool,
    /// The metric that the heading or the words before the list name, and if they name no other one.
    hinted: Option<MetricId>,
    hinted_alone: Option<MetricId>,
    /// The metric that this sentence names.
    metric_now: Option<MetricId>,
    /// The metric that was spoken of last.
    metric: Option<MetricId>,
    /// The period that the sentence named before its clause; the week is `front_week`.
    fronted: Option<Placed>,
    /// What it was before a clause that told what had been so earlier.
    outer: Option<Option<Placed>>,
    /// The power of ten of the largest level of this sentence.
    largest: i32,
    /// In an item of a list: the power of ten that the words above it give.
    listed: Option<Option<i32>>,
    /// The week that the sentence named in words that no rule read.
    passing: Option<(Placed, Aside)>,
    /// Why the time before the clauses of this sentence has no place.
    unplaced: Option<Refusal>,
    /// Was that one a day up to which something is told: "by Wednesday"?
    fronted_as_of: bool,
    /// Did the sentence before give a figure in words that no rule read?
    figure_unread: bool,
    /// Who was spoken of last.
    subject: Vec<Vec<Subject>>,
    /// Of whom the statement is.
    told_of: Option<Subject>,
    /// Who was spoken of at the end of the paragraph before, in running prose.
    before: Vec<Vec<Subject>>,
    /// Of whom else a pronoun at the beginning of a paragraph may be said.
    resumed: resumed::Resumed,
    /// Was somebody named in this sentence in words that no rule read?
    lost: bool,
    /// Everybody who was spoken of, last one last.
    named: Vec<Subject>,
    /// The place of the one who was ranked last.
    rank: Option<places::Ranked>,
    /// The list that it was a place of, where that is not everything.
    rank_list: Option<Subject>,
    /// The groups that were spoken of, the first one first.
    groups: Vec<Subject>,
    /// Who was told to be ahead of whom, in this paragraph.
    ahead: Option<places::Ahead>,
    /// Who was told to be in which place, of what, and when.
    places: Vec<places::Told>,
    /// Of whom the last amount was said, in this sentence or the one before.
    figure: Option<(Vec<Vec<Subject>>, MetricId)>,
    /// Of whom this sentence told a change in its own unit, and in which.
    moved: Option<(Vec<Vec<Subject>>, MetricId)>,
    /// Of which time.
    figure_of: Option<Period>,
    /// How large that figure was.
    scale: Option<Quantity>,
    /// Was it said in this sentence?
    fresh_figure: bool,
    /// Everybody who is named in this sentence and the one before, in the order of the text.
    mentioned: Vec<Vec<Subject>>,
    mentioned_before: Vec<Vec<Subject>>,
    /// Everybody whose name stands in this sentence, read or not, and in the one before.
    around: Vec<Subject>,
    around_before: Vec<Subject>,
    /// Everybody whose name stands in this paragraph before this sentence, the first one first, and in the one above.
    around_all: Vec<Subject>,
    around_above: Vec<Subject>,
    /// The mood of the sentence before, if nothing that it said is asserted.
    told: Option<Mood>,
    /// Was the sentence before a question of somebody?
    asked: bool,
    /// Did the sentence before speak of a lead or a gap?
    apart: bool,
    /// Did it speak of one in any words?
    led: bool,
    /// Which telling words this sentence has, and what was said of each metric.
    seen: Seen,
    several: several::Several,
    /// The list that this paragraph gave a place on, and who is first on it.
    list: Option<(Subject, Option<Subject>)>,
}

/// A period, and what had to be assumed to find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placed {
    period: Option<Period>,
    assumptions: Vec<Assumption>,
    /// Other weeks that may be meant.
    others: Vec<Period>,
    /// Named only against another period: "a year earlier".
    relative: bool,
    /// A week that the words name by themselves.
    week: bool,
    /// Told from the day of publication: "last week".
    deictic: bool,
}

impl Placed {
    /// A period that nothing had to be assumed for.
    const fn at(period: Option<Period>) -> Self {
        Self {
            period,
            assumptions: Vec::new(),
            others: Vec::new(),
            relative: false,
            week: false,
            deictic: false,
        }
    }
}

impl<'v> Discourse<'v> {
    /// Before the first sentence.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a line for each field")]
    pub fn new(setting: Setting<'v>) -> Self {
        Self {
            of_weekends: Self::of_weekends(setting.vocabulary),
            setting,
            entry: None,
            rest: (None, None, None),
            period: None,
            paragraph: None,
            spoken_before: [None; 2],
            turned_from: None,
            placed_last: None,
            headed: false,
            in_passing: false,
            by_pronoun: false,
            levels: [Vec::new(), Vec::new()],
            hinted_weeks: [None; 2],
            foreign: false,
            title: false,
            of_title: Vec::new(),
            elsewhere: false,
            elsewhere_here: false,
            singled_here: Vec::new(),
            singled_before: Vec::new(),
            draft: false,
            foreign_here: false,
            counted_anew: false,
            unread_before: false,
            strays: Vec::new(),
            news: false,
            aside: None,
            pending_topic: None,
            pending_aside: None,
            last_told: None,
            step: None,
            vague: false,
            unread_week: None,
            fronted_later: None,
            now: Now::NONE,
            stretch: None,
            said_now: None,
            said_before: None,
            began: None,
            change_told: false,
            same_stretch: false,
            front_week: None,
            fronting: false,
            held: false,
            hinted: None,
            hinted_alone: None,
            metric_now: None,
            metric: None,
            fronted: None,
            outer: None,
            passing: None,
            largest: 0,
            listed: None,
            unplaced: None,
            fronted_as_of: false,
            figure_unread: false,
            subject: Vec::new(),
            told_of: None,
            before: Vec::new(),
            resumed: resumed::Resumed::NONE,
            lost: false,
            named: Vec::new(),
            rank: None,
            rank_list: None,
            groups: Vec::new(),
            ahead: None,
            places: Vec::new(),
            figure: None,
            moved: None,
            figure_of: None,
            scale: None,
            fresh_figure: false,
            mentioned: Vec::new(),
            mentioned_before: Vec::new(),
            around: Vec::new(),
            around_before: Vec::new(),
            around_all: Vec::new(),
            around_above: Vec::new(),
            asked: false,
            apart: false,
            led: false,
            seen: Seen::NONE,
            several: several::Several::NONE,
            list: None,
            told: None,
        }
    }

    /// The first day of the weeks of the metric that is being spoken of.
    fn week_starts(&self, metric: Option<MetricId>) -> Weekday {
        self.counted(metric).map_or(Weekday::Monday, |metric| metric.week_starts)
    }

    /// The metric, or the one that is being spoken of; `None` where the vocabulary has none.
    fn counted(&self, metric: Option<MetricId>) -> Option<&'v Metric> {
        let metric = metric.or(self.setting.metric).unwrap_or(MetricId(0));
        self.setting.vocabulary.metrics.get(metric.index())
    }

    /// A new sentence: what only the one before it said is gone.
    fn begin(&mut self) {
        self.several.begin();
        self.spoken_before = [self.period, self.paragraph];
        self.metric_now = None;
        self.begin_places();
        self.outer = None;
        self.began = None;
        self.placed_last = None;
        self.fronted = None;
        self.passing = None;
        self.unplaced = None;
        self.now.begin();
        self.fronted_as_of = false;
        self.fronted_later = None;
        self.front_week = None;
        self.pending_topic = None;
        self.pending_aside = None;
        self.fresh_figure = false;
        self.said_before = self.said_now.take();
        self.moved = None;
        self.counted_anew = false;
        self.lost = false;
        self.levels.swap(0, 1);
        self.levels[0].clear();
        self.stretch = self.between_two_weeks().or(self.stretch);
        let before = std::mem::take(&mut self.mentioned);
        // Who was named stays named while sentences speak of them only as "they".
        if !before.is_empty() {
            self.mentioned_before = before;
        }
    }

    /// One sentence: what it says, the text it says it in, and which telling words that has.
    pub fn sentence(&mut self, items: &[Item], text: &str, seen: Seen) -> Harvest {
        let mut harvest = Harvest::default();
        self.seen = seen;
        self.begin();
        self.resume(items, text);
        let says = items.iter().any(|item| matches!(item, Item::Said(_)));
        self.largest = magnitude::largest(items);
        // "Over two weeks, …", "Versus a year ago, …", "Since May, …".
        let mut spans: Vec<Time> = Vec::new();
        let mut way = Way::default();
        let before = goes_on(items).then(|| self.subject.clone()).filter(|before| !before.is_empty());
        for (at, item) in items.iter().enumerate() {
            match item {
                Item::Time(_) if !says => {}
                Item::Time(time) if is_day_of_saying(time, items, at) => {}
                Item::Time(time) if !matches!(time.role, Role::At | Role::AsOf) => {
                    // "Against last week it rose 8 %; against last year, 20 %": each has
                    // its own.
                    if matches!(items.get(..at), Some([.., Item::Said(_)])) {
                        spans.clear();
                    }
                    spans.push(time.clone());
                }
                Item::Time(time) => self.front(time),
                Item::Said(said) => {
                    let mut said = said.clone();
                    self.back_to_outer(&said, text);
                    self.now.lend(&mut said);
                    self.plural(&mut said, text);
                    self.so_many_of_those(&mut said);
                    run::lend(items, at, &mut said);
                    self.in_its_place(items, at, &mut said, text);
                    let other = |time: &Time| time.role != Role::At && time.role != Role::AsOf;
                    if !said.adjuncts.local && !said.adjuncts.times.iter().any(other) {
                        said.adjuncts.times.extend(spans.iter().cloned());
                    }
                    way.lend(items, at, &mut said, text);
                    self.of_draft(&mut said, text);
                    moods::lend(self.told, &mut said);
                    let alone = items.iter().all(|other| match other {
                        Item::Said(_) => std::ptr::eq(other, item),
                        Item::Time(_) | Item::Passing { .. } => true,
                        Item::Unread { .. } => false,
                    });
                    self.said(&said, alone, text, &mut harvest);
                    self.keep_dated(&said, text);
                    self.fronting = false;
                }
                Item::Passing { time, aside } => self.pass(time, *aside),
                Item::Unread { named, .. } => {
                    self.speak_of_something_else();
                    self.lose(*named);
                }
            }
        }
        self.told = told(items);
        self.draft |= seen.any(Seen::DRAFT) && unsure::speaks_of_draft(text);
        self.end(items, &harvest);
        if !self.fresh_figure {
            self.figure = None;
        }
        self.hand_on(items, before, text);
        harvest
    }

    /// `alone`: nothing else is said in the sentence.
    fn said(&mut self, said: &Said, alone: bool, text: &str, harvest: &mut Harvest) {
        // "Next week, …": what follows is not of the week before.
        let unplaced = self.unplaced.clone().filter(|_| Self::own_times(said).is_empty());
        let untrue = said.mood == Mood::Untrue;
        let lowered = unplaced.map_or_else(|| self.lower(said, text), Err).and_then(|claims| match untrue {
            false => Ok(claims),
            true => denied(claims, alone),
        });
        if lowered.is_err() {
            self.leave_week(said);
        }
        match lowered {
            Ok(claims) => {
                self.keep_said(said, alone);
                harvest.claims.extend(claims);
            }
            Err(Refusal::NotCheckable(reason)) => {
                self.asked_of(said);
                harvest.not_checkable.push(Remark { span: said.span, reason });
            }
            Err(Refusal::NotUnderstood(reason)) => {
                self.foreign |= self.foreign_here;
                harvest.not_understood.push(Remark { span: said.span, reason });
            }
        }
    }
}

/// Why something that was read gives no claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is no statement about figures of the vocabulary, or not about the past.
    NotCheckable(String),
    /// Its subject, metric or time could not be found out.
    NotUnderstood(String),
}

impl Refusal {
    fn unchecked(reason: &str) -> Self {
        Self::NotCheckable(reason.to_owned())
    }

    fn unread(reason: &str) -> Self {
        Self::NotUnderstood(reason.to_owned())
    }
}

/// A claim of these words.
fn claim(span: Span, assertion: Assertion, readings: Vec<Assertion>, assumptions: Vec<Assumption>) -> Claim {
    Claim { span, sentence: span, assertion, readings, assumptions }
}
