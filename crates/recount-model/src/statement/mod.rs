//! The canonical English sentence of an assertion. The grammar reads these
//! sentences as it reads any other; a property test holds the two together.

mod amount;
mod time;

use crate::assertion::{Assertion, Predicate, Subject, Subjects};
use crate::kind::{Change, Compare, Extreme, First, Movement, Rank, Record, Share, Streak, Top, Weeks};
use crate::number::Number;
use crate::quantity::{Figure, Hedge, Quantity};
use crate::time::Period;
use crate::unit::Unit;
use crate::vocabulary::{Metric, Scope, Vocabulary};

use self::amount::{Amount, amount};
use self::time::{at, period_of};

pub use self::amount::number_words;
pub use self::time::{article, ordinal, period_words};

/// The sentence, without a final stop.
#[must_use]
pub fn statement(assertion: &Assertion, vocabulary: &Vocabulary) -> String {
    let writer = Writer { vocabulary, assertion };
    let when = assertion.period.map(|period| format!("{}, ", at(period, writer.metric().week_starts)));
    let scope = assertion.scope.map(|scope| format!("{}, ", among(vocabulary.scope(scope))));
    let (denied, negated) = match assertion.negated && !writer.denies_itself() {
        true => ("it is not the case that ", false),
        false => ("", assertion.negated),
    };
    let (when, scope) = (when.unwrap_or_default(), scope.unwrap_or_default());
    capitalised(format!("{when}{scope}{denied}{}", writer.clause(negated)))
}

fn capitalised(mut sentence: String) -> String {
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// Which series count.
fn among(scope: &Scope) -> String {
    match scope.names.first() {
        Some(name) => format!("among {name}"),
        None => format!("among the {} scope", scope.id),
    }
}

struct Writer<'a> {
    vocabulary: &'a Vocabulary,
    assertion: &'a Assertion,
}

impl<'a> Writer<'a> {
    fn metric(&self) -> &'a Metric {
        self.vocabulary.metric(self.assertion.metric)
    }

    /// Can its verb be denied, so that no "it is not the case that" is needed?
    /// What holds for weeks or for the first time is a clause with words
    /// behind it, that a "not" would not reach.
    fn denies_itself(&self) -> bool {
        match &self.assertion.predicate {
            Predicate::Level(_) | Predicate::Share(_) | Predicate::Rank(_) => true,
            Predicate::Top(_) | Predicate::Record(_) => true,
            Predicate::Change(change) => change.value.figure != Figure::Flat,
            Predicate::Compare(compare) => compare.base.is_none(),
            Predicate::Streak(_) | Predicate::First(_) => false,
        }
    }

    fn names(&self, subjects: &Subjects) -> String {
        let names: Vec<&str> = subjects.iter().map(|s| self.vocabulary.subject_name(*s)).collect();
        match names.split_last() {
            None => "everything".to_owned(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, rest)) => format!("{} and {last} together", rest.join(", ")),
        }
    }

    fn is_total(&self, subjects: &Subjects) -> bool {
        matches!((subjects.as_slice(), self.vocabulary.total()),
            ([Subject::Group(group)], Some(total)) if *group == total)
    }

    fn subject(&self) -> String {
        self.names(&self.assertion.subject)
    }

    fn object(&self) -> String {
        self.names(&self.assertion.object)
    }

    /// "token usage of the north", "total token usage".
    fn figure_of(&self, subjects: &Subjects) -> String {
        let metric = &self.metric().names[0];
        match self.is_total(subjects) {
            true => format!("total {metric}"),
            false => format!("{metric} of {}", self.names(subjects)),
        }
    }

    /// The figure that the assertion speaks of: of its subject, or the share
    /// of its subject in that of its object.
    fn figure(&self) -> String {
        match self.assertion.object.is_empty() {
            true => format!("the {}", self.figure_of(&self.assertion.subject)),
            false => {
                format!("the share of {} in the {}", self.subject(), self.figure_of(&self.assertion.object))
            }
        }
    }

    fn amount(&self, quantity: &Quantity, negated: bool) -> Amount {
        amount(quantity, self.metric(), negated)
    }

    /// What a change or a movement is held against.
    fn base(&self, base: Option<Period>, word: &str) -> String {
        match (base, self.assertion.period) {
            (Some(base), _) => format!(" {word} {}", period_of(base, self.metric().week_starts)),
            (None, Some(_)) => format!(" {word} an earlier period"),
            (None, None) => String::new(),
        }
    }

    fn clause(&self, negated: bool) -> String {
        match &self.assertion.predicate {
            Predicate::Level(level) => self.level(&level.value, negated),
            Predicate::Change(change) => self.change(change, negated),
            Predicate::Compare(compare) => self.compare(compare, negated),
            Predicate::Share(share) => self.share(share, negated),
            Predicate::Rank(rank) => self.rank(rank, negated),
            Predicate::Top(top) => self.top(top, negated),
            Predicate::Record(record) => self.record(record, negated),
            Predicate::Streak(streak) => self.streak(streak),
            Predicate::First(first) => self.first(first),
        }
    }

    fn level(&self, value: &Quantity, negated: bool) -> String {
        let (figure, was) = (self.figure(), was(negated));
        if value.is_direction() {
            let side = if value.falling { "below" } else { "above" };
            return format!("{figure} {was} {side} zero");
        }
        let amount = self.amount(value, negated);
        let below = if amount.falling { " below zero" } else { "" };
        format!("{figure} {was} {}{below}", amount.words)
    }

    fn change(&self, change: &Change, negated: bool) -> String {
        let (of, value) = (self.figure(), &change.value);
        if value.figure == Figure::Flat && value.unit == Unit::Percent {
            return format!("{of} {} little changed{}", was(negated), self.base(change.base, "from"));
        }
        let amount = self.amount(value, negated);
        if value.unit == Unit::Ratio && value.figure == Figure::Multiple(Number::ratio(1, 2)) {
            let hedge = match value.hedge {
                Hedge::Bare => Some(""),
                Hedge::Nearly if value.falling => Some("nearly "),
                _ => None,
            };
            let verb = if negated { "halve" } else { "halved" };
            let not = if negated { "did not " } else { "" };
            if let Some(hedge) = hedge {
                return format!("{of} {not}{hedge}{verb}{}", self.base(change.base, "from"));
            }
        }
        if value.unit == Unit::Ratio {
            let words = &amount.words;
            let of_it = if matches!(value.figure, Figure::Fraction { .. }) { " of" } else { "" };
            let base = match (change.base, self.assertion.period) {
                (Some(base), _) => at(base, self.metric().week_starts),
                (None, Some(_)) => "in an earlier period".to_owned(),
                (None, None) => "before".to_owned(),
            };
            return format!("{of} {} {words}{of_it} what it was {base}", was(negated));
        }
        let base = self.base(change.base, "from");
        let usual = if self.assertion.object.is_empty() { Unit::Percent } else { Unit::Point };
        let plain = value.is_direction() && value.unit == usual;
        let by = if plain { String::new() } else { format!(" by {}", amount.words) };
        let verb = match (self.is_down(amount.falling), negated) {
            (false, false) => "rose",
            (false, true) => "did not rise",
            (true, false) => "fell",
            (true, true) => "did not fall",
        };
        format!("{of} {verb}{by}{base}")
    }

    /// Does it go down in words? The higher place is the smaller figure.
    fn is_down(&self, falling: bool) -> bool {
        falling != self.metric().is_place()
    }

    fn compare(&self, compare: &Compare, negated: bool) -> String {
        let figure = format!("the {}", self.figure_of(&self.assertion.subject));
        let (was, object, value) = (was(negated), self.object(), &compare.value);
        let event = compare
            .base
            .map_or_else(String::new, |base| format!(", unlike {}", at(base, self.metric().week_starts)));
        let amount = self.amount(value, negated);
        let side = if self.is_down(amount.falling) { "below" } else { "above" };
        let lead = match (&value.figure, value.unit) {
            (Figure::Any, Unit::Own) => format!("{side} that of {object}"),
            (Figure::Flat, Unit::Percent) => format!("level with that of {object}"),
            (Figure::Fraction { .. }, Unit::Ratio) => {
                format!("{} as large as that of {object}", amount.words)
            }
            (_, Unit::Ratio) => format!("{} that of {object}", amount.words),
            (_, _) => format!("{} {side} that of {object}", amount.words),
        };
        format!("{figure} {was} {lead}{event}")
    }

    fn share(&self, share: &Share, negated: bool) -> String {
        let verb = if negated { "did not account for" } else { "accounted for" };
        let amount = self.amount(&share.value, negated);
        let whole = match (share.top, self.is_total(&self.assertion.object)) {
            (None, _) => self.figure_of(&self.assertion.object),
            (Some(top), true) => format!("{} of the top {top}", self.metric().names[0]),
            (Some(top), false) => {
                format!("{} of the top {top} among {}", self.metric().names[0], self.object())
            }
        };
        format!("{} {verb} {} of the {whole}", self.subject(), amount.words)
    }

    /// " by token usage among the south".
    fn order(&self) -> String {
        let metric = &self.metric().names[0];
        match self.assertion.object.is_empty() {
            true => format!(" by {metric}"),
            false => format!(" by {metric} among {}", self.object()),
        }
    }

    fn rank(&self, rank: &Rank, negated: bool) -> String {
        let written = rank.value.written();
        let single = written.single();
        let first = written.low.as_ref().filter(|first| first.value > Number::ONE);
        let place = match (single, first, &written.high) {
            (Some(place), ..) => format!("number {place}"),
            (None, Some(first), Some(last)) => {
                format!("between number {} and number {}", first.value, last.value)
            }
            (None, None, Some(last)) => format!("the top {}", last.value),
            (None, _, None) => "a place".to_owned(),
        };
        let single = single.is_some() || first.is_some();
        let verb = match (rank.movement, negated) {
            (None, false) if single => "ranked",
            (None, true) if single => "did not rank",
            (None, false) => "was in",
            (None, true) => "was not in",
            (Some(Movement::Kept), false) => "stayed at",
            (Some(Movement::Kept), true) => "did not stay at",
            (Some(Movement::Took), false) => "took",
            (Some(Movement::Took), true) => "did not take",
            (Some(Movement::Up), false) => "climbed to",
            (Some(Movement::Up), true) => "did not climb to",
            (Some(Movement::Down), false) => "dropped to",
            (Some(Movement::Down), true) => "did not drop to",
            (Some(Movement::Entered), false) if single => "entered at",
            (Some(Movement::Entered), true) if single => "did not enter at",
            (Some(Movement::Entered), false) => "entered",
            (Some(Movement::Entered), true) => "did not enter",
            (Some(Movement::Left), _) if single => "was no longer",
            (Some(Movement::Left), _) => "dropped out of",
        };
        let base = match rank.movement {
            Some(_) => self.base(rank.base, "compared with"),
            None => String::new(),
        };
        format!("{} {verb} {place}{}{base}", self.subject(), self.order())
    }

    fn top(&self, top: &Top, negated: bool) -> String {
        let amount = self.amount(&top.value, negated);
        let count = if amount.words == "0" && !negated { "none" } else { &amount.words };
        let verb = if negated { "did not hold" } else { "held" };
        format!("{} {verb} {count} of the top {} places{}", self.subject(), top.top, self.order())
    }

    fn record(&self, record: &Record, negated: bool) -> String {
        // The highest place is the smallest figure.
        let extreme = match (record.extreme, self.metric().is_place()) {
            (Extreme::Highest, false) | (Extreme::Lowest, true) => "highest",
            (Extreme::Lowest, false) | (Extreme::Highest, true) => "lowest",
        };
        let since = record.base.map_or_else(
            || "on record".to_owned(),
            |base| format!("since {}", period_of(base, self.metric().week_starts)),
        );
        format!("{} {} its {extreme} {since}", self.figure(), was(negated))
    }

    fn inner(&self, of: &Assertion) -> String {
        Writer { vocabulary: self.vocabulary, assertion: of }.clause(of.negated)
    }

    fn streak(&self, streak: &Streak) -> String {
        let behind = if streak.cumulative { "in all" } else { "consecutive" };
        let count = match (streak.weeks, streak.ordinal) {
            (Weeks::Exactly(n), true) => format!("the {}", ordinal(n)),
            (Weeks::Exactly(n), false) => n.to_string(),
            (Weeks::Range { low, high: None }, _) => format!("at least {low}"),
            (Weeks::Range { low, high: Some(high) }, _) => format!("between {low} and {high}"),
        };
        let one =
            streak.ordinal || matches!(streak.weeks, Weeks::Exactly(1) | Weeks::Range { low: 1, high: None });
        let weeks = if one { "week" } else { "weeks" };
        let holds = self.inner(&streak.of);
        match streak.cumulative {
            true => format!("{holds} for {count} {weeks} {behind}"),
            false => {
                format!("{holds} for {count} {behind} {weeks}{}", by_as_much(&streak.of))
            }
        }
    }

    fn first(&self, first: &First) -> String {
        let back = match (first.weeks, first.base) {
            (None, None) => String::new(),
            (Some(Weeks::Exactly(1)), _) => " in 1 week".to_owned(),
            (Some(Weeks::Exactly(n)), _) => format!(" in {n} weeks"),
            (Some(Weeks::Range { low, high: None }), _) => format!(" in at least {low} weeks"),
            (Some(Weeks::Range { low, high: Some(high) }), _) => {
                format!(" in between {low} and {high} weeks")
            }
            (None, Some(base)) => format!(" since {}", period_of(base, self.metric().week_starts)),
        };
        format!("{} for the first time{back}{}", self.inner(&first.of), by_as_much(&first.of))
    }
}

/// A change or a lead of so much that was so again, or not before: "rose 5 % for a third week" alone
/// tells of the figure once, and of the rise three times.
fn by_as_much(of: &Assertion) -> &'static str {
    match &of.predicate {
        Predicate::Change(Change { value, .. }) | Predicate::Compare(Compare { value, .. })
            if !of.negated && value.is_measured() =>
        {
            " by as much"
        }
        _ => "",
    }
}

const fn was(negated: bool) -> &'static str {
    if negated { "was not" } else { "was" }
}
