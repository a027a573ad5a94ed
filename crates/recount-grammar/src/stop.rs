//! Where reading stopped, and what would help: found by asking the reader for
//! the same sentence without some of its words, or with a known name in them.

use recount_model::{
    Assertion, Change, Compare, EntityId, Level, MetricId, Name, Period, Predicate, Quantity, Rank, Share,
    Span, Streak, Subject, Unit, Weeks, statement,
};

use crate::explain::Explanation;
use crate::reader::{Options, Reader, Reading};

/// Where reading stopped, and what would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// What was not understood.
    pub stretch: Span,
    /// The words of it that stopped the reader, as exactly as is known.
    pub span: Span,
    /// Why, in plain words.
    pub reason: String,
    /// What would help.
    pub way_out: WayOut,
}

/// What would help a stretch that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// Without the words that stopped the reader, this is read.
    Without(Vec<Assertion>),
    /// The words are no name of the vocabulary. Were they one, such as that of
    /// this entity, this would be read.
    Named(EntityId, Vec<Assertion>),
    /// What was seen in it can be said like this.
    Like(Vec<Assertion>),
    /// Nobody of whom the vocabulary knows is named.
    Nobody,
    /// Nothing that is known.
    Unknown,
}

/// A longer sentence is not tried in other words, nor one in more than so many.
const LONGEST: usize = 90;
const MOST_TRIALS: usize = 300;
/// At most so many phrases are left out at once: such as no rule knows, or any.
const MOST_WORDS: usize = 14;
const MOST_PHRASES: usize = 7;
/// So many phrases must be left of a sentence.
const LEAST_LEFT: usize = 3;

/// Words with a capital at the start of a sentence that are no names.
const NO_NAMES: &[&str] = &[
    "a", "after", "all", "an", "and", "as", "at", "both", "but", "by", "each", "even", "for", "from", "has",
    "if", "in", "it", "its", "no", "not", "of", "on", "only", "or", "so", "that", "the", "their", "these",
    "they", "this", "to", "when", "while", "with",
];

/// Words that are left out with others only: what stands behind "among" is
/// what limits, not "among".
const WITH_OTHERS: &[&str] = &[
    "a", "across", "after", "against", "all", "among", "amongst", "an", "and", "as", "at", "before",
    "behind", "between", "both", "but", "by", "despite", "during", "each", "every", "except", "excluding",
    "for", "from", "in", "included", "including", "inside", "into", "it", "its", "no", "not", "of", "off",
    "on", "only", "or", "outside", "over", "per", "since", "than", "that", "the", "their", "to", "under",
    "until", "which", "with", "within", "without",
];

impl Reader<'_> {
    /// For each stretch of an explained statement that was not understood,
    /// where exactly reading stopped and what would help.
    #[must_use]
    pub fn stops(&self, text: &str, options: &Options, explanation: &Explanation) -> Vec<Stop> {
        let mut trials = Trials {
            reader: self,
            text,
            options,
            explanation,
            left: if explanation.phrases.len() > LONGEST { 0 } else { MOST_TRIALS },
        };
        let remarks = &explanation.reading.not_understood;
        let mut stops: Vec<Stop> = Vec::new();
        for remark in remarks {
            let (span, way_out) = trials.way_out(remark.span);
            let known = stops.iter().any(|stop| stop.span == span && stop.way_out == way_out);
            if !known {
                stops.push(Stop { stretch: remark.span, span, reason: remark.reason.clone(), way_out });
            }
        }
        stops
    }
}

/// Tries a statement in other words.
struct Trials<'r, 'v> {
    reader: &'r Reader<'v>,
    text: &'r str,
    options: &'r Options,
    explanation: &'r Explanation,
    left: usize,
}

impl Trials<'_, '_> {
    fn way_out(&mut self, stretch: Span) -> (Span, WayOut) {
        if let Some((span, entity, read)) = self.named(stretch) {
            return (span, WayOut::Named(entity, read));
        }
        if let Some((span, read)) = self.without(stretch) {
            return (span, WayOut::Without(read));
        }
        let like = self.like(stretch);
        let nobody = self.subjects(stretch).is_empty();
        match like.is_empty() {
            false => (stretch, WayOut::Like(like)),
            true if nobody => (stretch, WayOut::Nobody),
            true => (stretch, WayOut::Unknown),
        }
    }

    /// Capitalised words of no known meaning that could be a name: with one of
    /// the vocabulary in their place, is it read?
    fn named(&mut self, stretch: Span) -> Option<(Span, EntityId, Vec<Assertion>)> {
        let vocabulary = self.reader.vocabulary;
        let mentioned = |entity: &EntityId| {
            let name = Name::Subject(Subject::Entity(*entity));
            self.explanation.mentions.iter().any(|(_, names)| names.contains(&name))
        };
        let mut entities = (0..u32::try_from(vocabulary.entities.len()).ok()?).map(EntityId);
        let entity = entities.find(|entity| !mentioned(entity))?;
        let name = vocabulary.entity(entity).names.first()?;
        self.unknown_names(stretch).into_iter().find_map(|span| {
            let read = self.read_with(span, name)?;
            let says_it = |read: &Assertion| speaks_of(read, Subject::Entity(entity));
            read.iter().any(says_it).then_some((span, entity, read))
        })
    }

    /// Runs of capitalised words that are part of no phrase. The first word of
    /// a sentence has a capital anyway: it is one only where no noun follows.
    fn unknown_names(&self, stretch: Span) -> Vec<Span> {
        let mut runs: Vec<Span> = Vec::new();
        let mut phrases = self.inside(stretch).peekable();
        while let Some((span, kind)) = phrases.next() {
            let words = span.of(self.text);
            let capital = words.chars().next().is_some_and(char::is_uppercase);
            let may_be = capital && *kind == "word" && !is_one_of(words, NO_NAMES);
            let lower = |span: &Span| span.of(self.text).chars().next().is_some_and(char::is_lowercase);
            let before_noun = phrases.peek().is_some_and(|(next, kind)| match *kind {
                "noun" | "name" => true,
                "word" => lower(next),
                _ => false,
            });
            let starts = self.text.get(..span.start).is_some_and(|before| before.trim().is_empty());
            match runs.last_mut() {
                _ if !may_be || (starts && before_noun) => {}
                Some(last) if self.text.get(last.end..span.start) == Some(" ") => last.end = span.end,
                _ => runs.push(*span),
            }
        }
        runs
    }

    /// The fewest words without which the rest is read: first such as no rule
    /// knows, then others, but no figures.
    fn without(&mut self, stretch: Span) -> Option<(Span, Vec<Assertion>)> {
        let inside: Vec<(Span, &str)> = self.inside(stretch).copied().collect();
        let mut windows = Vec::new();
        for first in 0..inside.len() {
            self.windows(inside.get(first..).unwrap_or(&[]), &mut windows);
        }
        windows.sort_unstable();
        windows.into_iter().find_map(|(_, _, span)| Some((span, self.read_with(span, "")?)))
    }

    /// The stretches from the first phrase on that may be left out: with a word
    /// that says something, up to the end of what belongs together.
    fn windows(&self, inside: &[(Span, &'static str)], windows: &mut Vec<(bool, usize, Span)>) {
        let all = self.explanation.phrases.len();
        let says = |place: usize| {
            let (span, kind) = inside.get(place)?;
            let plain = matches!(*kind, "word" | "noun");
            Some(plain && !is_one_of(span.of(self.text), WITH_OTHERS))
        };
        let (mut named, mut done, mut content) = (false, false, false);
        let Some((from, _)) = inside.first() else {
            return;
        };
        for (place, (to, kind)) in inside.iter().take(MOST_WORDS).enumerate() {
            match *kind {
                "word" | "noun" => content |= says(place).unwrap_or(false),
                // A comma ends what belongs together.
                "sign" if content || named || done => return,
                "sign" => {}
                "name" | "adjective" => named = true,
                "verb" => done = true,
                "time" => content = true,
                _ => return,
            }
            let known = named || done;
            let length = place + 1;
            if all < length + LEAST_LEFT || (known && length > MOST_PHRASES) || (named && done) {
                return;
            }
            let goes_on = content && says(place + 1).unwrap_or(false);
            if content && !goes_on {
                windows.push((known, length, from.to(*to)));
            }
        }
    }

    /// What is read beyond what was, with other words in that place: nothing
    /// where something that was read is lost, or as much is not understood.
    fn read_with(&mut self, place: Span, words: &str) -> Option<Vec<Assertion>> {
        self.left = self.left.checked_sub(1)?;
        let (before, after) = (self.text.get(..place.start)?, self.text.get(place.end..)?);
        let old = &self.explanation.reading;
        let reading = self.reader.statement(&format!("{before}{words}{after}"), None, self.options);
        let kept = old.claims.iter().all(|claim| says(&reading, &claim.assertion));
        let fewer = reading.not_understood.len() < old.not_understood.len();
        let more = reading.claims.into_iter().map(|claim| claim.assertion);
        let more: Vec<Assertion> = more.filter(|assertion| !says(old, assertion)).collect();
        (kept && fewer && !more.is_empty()).then_some(more)
    }

    fn inside(&self, stretch: Span) -> impl Iterator<Item = &(Span, &'static str)> {
        self.explanation.phrases.iter().filter(move |(span, _)| is_inside(*span, stretch))
    }

    fn subjects(&self, stretch: Span) -> Vec<Subject> {
        let mut subjects = Vec::new();
        for (span, names) in &self.explanation.mentions {
            let subject = names.iter().find_map(|name| match name {
                Name::Subject(subject) => Some(*subject),
                Name::Metric(_) | Name::Unit(_) | Name::Scope(_) => None,
            });
            subjects.extend(subject.filter(|one| is_inside(*span, stretch) && !subjects.contains(one)));
        }
        subjects
    }

    /// What the names, the figure, the weeks and the time of a stretch could
    /// say together; only what the reader would read.
    fn like(&self, stretch: Span) -> Vec<Assertion> {
        let subjects = self.subjects(stretch);
        let Some((subject, metric)) = subjects.first().zip(self.metric(stretch)) else {
            return Vec::new();
        };
        let said = |predicate: Predicate, object: Option<Subject>| Assertion {
            subject: [*subject].into_iter().collect(),
            object: object.into_iter().collect(),
            metric,
            scope: None,
            period: self.week(stretch),
            negated: false,
            predicate,
        };
        let figure = self.figure(stretch);
        let mut like = Vec::new();
        match (subjects.get(1), figure) {
            (Some(object), figure) => {
                let lead = figure.filter(|value| matches!(value.unit, Unit::Percent | Unit::Ratio));
                let value = lead.unwrap_or_else(|| Quantity::direction(false, Unit::Own));
                like.push(said(Predicate::Compare(Compare { base: None, value }), Some(*object)));
            }
            (None, Some(value)) => match value.unit {
                Unit::Own => like.push(said(Predicate::Level(Level { value }), None)),
                Unit::Percent => {
                    let change = Change { base: None, value: value.clone() };
                    like.push(said(Predicate::Change(change), None));
                    let total = self.reader.vocabulary.total().map(Subject::Group);
                    like.extend(
                        total.map(|total| said(Predicate::Share(Share { value, top: None }), Some(total))),
                    );
                }
                Unit::Ratio => like.push(said(Predicate::Change(Change { base: None, value }), None)),
                Unit::Rank => {
                    like.push(said(Predicate::Rank(Rank { base: None, movement: None, value }), None));
                }
                Unit::Point | Unit::Count => {}
            },
            (None, None) => {}
        }
        let like = like.into_iter().map(|one| match self.weeks(stretch) {
            Some(weeks) => running(one, weeks),
            None => one,
        });
        like.filter(|one| self.is_read(one)).collect()
    }

    fn is_read(&self, assertion: &Assertion) -> bool {
        let words = statement(assertion, self.reader.vocabulary);
        let reading = self.reader.statement(&words, None, self.options);
        let alike = |read: &Assertion| {
            read.subject == assertion.subject && read.predicate.kind() == assertion.predicate.kind()
        };
        reading.not_understood.is_empty() && reading.claims.iter().any(|claim| alike(&claim.assertion))
    }

    fn metric(&self, stretch: Span) -> Option<MetricId> {
        let of_name = |name: &Name| match name {
            Name::Metric(metric) | Name::Unit(metric) => Some(*metric),
            Name::Subject(_) | Name::Scope(_) => None,
        };
        let mentions = self.explanation.mentions.iter().filter(|(span, _)| is_inside(*span, stretch));
        let named = mentions.flat_map(|(_, names)| names).find_map(of_name);
        named.or_else(|| self.reader.vocabulary.metrics.first().map(|_| MetricId(0)))
    }

    /// The week that it names, or else the whole statement.
    fn week(&self, stretch: Span) -> Option<Period> {
        let times = || self.explanation.times.iter().filter(|(_, period)| period.days() == 7);
        let inside = times().find(|(span, _)| is_inside(*span, stretch));
        inside.or_else(|| times().next()).map(|(_, period)| *period)
    }

    /// The first figure that counts no weeks.
    fn figure(&self, stretch: Span) -> Option<Quantity> {
        let weeks: Vec<Span> = self.running(stretch).collect();
        let quantities = self.explanation.quantities.iter();
        let mut figures = quantities.filter(|(span, ..)| is_inside(*span, stretch) && !weeks.contains(span));
        figures.next().map(|(_, quantity, _)| quantity.clone())
    }

    fn running(&self, stretch: Span) -> impl Iterator<Item = Span> {
        self.inside(stretch).filter(|(_, kind)| *kind == "weeks running").map(|(span, _)| *span)
    }

    fn weeks(&self, stretch: Span) -> Option<u32> {
        let place = self.running(stretch).next()?;
        let durations = self.explanation.durations.iter().filter(|(.., unit)| *unit == "week");
        let durations = durations.map(|(span, quantity, _)| (span, quantity));
        let quantities = self.explanation.quantities.iter().map(|(span, quantity, _)| (span, quantity));
        let (_, quantity) = durations.chain(quantities).find(|(span, _)| **span == place)?;
        quantity.written().low?.value.to_decimal(0).parse().ok()
    }
}

fn running(of: Assertion, weeks: u32) -> Assertion {
    let streak =
        Streak { weeks: Weeks::Exactly(weeks), ordinal: false, cumulative: false, of: Box::new(of.clone()) };
    Assertion { predicate: Predicate::Streak(streak), ..of }
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}

fn is_inside(span: Span, stretch: Span) -> bool {
    span.start >= stretch.start && span.end <= stretch.end
}

fn says(reading: &Reading, assertion: &Assertion) -> bool {
    reading.claims.iter().any(|claim| claim.assertion == *assertion)
}

fn speaks_of(assertion: &Assertion, subject: Subject) -> bool {
    assertion.subject.contains(&subject)
        || assertion.object.contains(&subject)
        || assertion.predicate.inner().is_some_and(|inner| speaks_of(inner, subject))
}
