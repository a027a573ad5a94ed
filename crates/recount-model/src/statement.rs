//! The canonical English sentence of an assertion. The grammar reads these
//! sentences back; a property test holds the two together.

use crate::assertion::{Assertion, Predicate, Subjects};
use crate::kind::{Change, Compare, Extreme, First, Movement, Rank, Record, Share, Streak, Weeks};
use crate::number::Number;
use crate::quantity::{Decimal, Figure, Hedge, Quantity};
use crate::time::Period;
use crate::unit::Unit;
use crate::vocabulary::Vocabulary;

/// The sentence, without a final stop.
#[must_use]
pub fn statement(assertion: &Assertion, vocabulary: &Vocabulary) -> String {
    let writer = Writer { vocabulary, assertion };
    let when = match assertion.period {
        Some(period) if period.days() == 1 => format!("on {}, ", period_words(period)),
        Some(period) => format!("in {}, ", period_words(period)),
        None => String::new(),
    };
    let denied = if assertion.negated { "it is not the case that " } else { "" };
    let scope = assertion.scope.and_then(|scope| vocabulary.scope(scope).names.first());
    let scope = scope.map_or_else(String::new, |name| format!(" among {name}"));
    capitalised(format!("{when}{denied}{}{scope}", writer.clause()))
}

fn capitalised(mut sentence: String) -> String {
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// The words for a period: a day, a week, a month, a year or a range of days.
#[must_use]
pub fn period_words(period: Period) -> String {
    const MONTHS: [&str; 12] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ];
    let month = |date: jiff::civil::Date| MONTHS[usize::from(date.month().unsigned_abs()).clamp(1, 12) - 1];
    let day = |date: jiff::civil::Date| format!("{} {} {}", date.day(), month(date), date.year());
    if period.days() == 7 {
        format!("the week of {}", day(period.start))
    } else if period.days() == 1 {
        day(period.start)
    } else if period == Period::month_of(period.start) {
        format!("{} {}", month(period.start), period.start.year())
    } else if period.start == period.start.first_of_year() && period.end == period.start.last_of_year() {
        period.start.year().to_string()
    } else {
        format!("the period from {} to {}", day(period.start), day(period.end))
    }
}

struct Writer<'a> {
    vocabulary: &'a Vocabulary,
    assertion: &'a Assertion,
}

impl Writer<'_> {
    fn metric(&self) -> &str {
        &self.vocabulary.metric(self.assertion.metric).names[0]
    }

    fn names(&self, subjects: &Subjects) -> String {
        let names: Vec<&str> = subjects.iter().map(|s| self.vocabulary.subject_name(*s)).collect();
        match names.split_last() {
            None => "everything".to_owned(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, rest)) => format!("{} and {last} together", rest.join(", ")),
        }
    }

    fn subject(&self) -> String {
        self.names(&self.assertion.subject)
    }

    fn object(&self) -> String {
        self.names(&self.assertion.object)
    }

    fn clause(&self) -> String {
        match &self.assertion.predicate {
            Predicate::Level(level) if level.value.falling => {
                format!("the {} of {} was -{}", self.metric(), self.subject(), self.amount(&level.value))
            }
            Predicate::Level(level) => {
                format!("the {} of {} was {}", self.metric(), self.subject(), self.amount(&level.value))
            }
            Predicate::Change(change) => self.change(change),
            Predicate::Compare(compare) => self.compare(compare),
            Predicate::Share(share) => self.share(share),
            Predicate::Rank(rank) => self.rank(rank),
            Predicate::Top(top) => format!(
                "{} of the top {} by {} were {}",
                self.amount(&top.value),
                top.top,
                self.metric(),
                self.subject()
            ),
            Predicate::Record(record) => self.record(record),
            Predicate::Streak(streak) => self.streak(streak),
            Predicate::First(first) => self.first(first),
        }
    }

    fn change(&self, change: &Change) -> String {
        let of = if self.assertion.object.is_empty() {
            format!("the {} of {}", self.metric(), self.subject())
        } else {
            format!("the share of {} in the {} of {}", self.subject(), self.metric(), self.object())
        };
        let value = &change.value;
        let base = |word: &str| {
            change.base.map_or_else(String::new, |base| format!(" {word} {}", period_words(base)))
        };
        if value.figure == Figure::Flat {
            return format!("{of} was little changed{}", base("from"));
        }
        if value.unit == Unit::Ratio {
            return format!("{of} was {} that{}", self.amount(value), base("of"));
        }
        let verb = if self.is_down(value) { "fell" } else { "rose" };
        match value.is_direction() {
            true => format!("{of} {verb}{}", base("from")),
            false => format!("{of} {verb} by {}{}", self.amount(value), base("from")),
        }
    }

    /// Does it go down in words? The higher place is the smaller figure.
    fn is_down(&self, value: &Quantity) -> bool {
        value.falling != self.vocabulary.metric(self.assertion.metric).is_place()
    }

    fn compare(&self, compare: &Compare) -> String {
        let (subject, object, metric) = (self.subject(), self.object(), self.metric());
        let value = &compare.value;
        let side = if self.is_down(value) { "below" } else { "above" };
        let event =
            compare.base.map_or_else(String::new, |base| format!(", unlike in {}", period_words(base)));
        let lead = match (&value.figure, value.unit) {
            (Figure::Any, _) => format!("{side} that of {object}"),
            (Figure::Flat, _) => format!("level with that of {object}"),
            (_, Unit::Ratio) => format!("{} that of {object}", self.amount(value)),
            (_, _) => format!("{} {side} that of {object}", self.amount(value)),
        };
        format!("the {metric} of {subject} was {lead}{event}")
    }

    fn share(&self, share: &Share) -> String {
        let whole = match share.top {
            None => self.object(),
            Some(top) => format!("the top {top} of {}", self.object()),
        };
        format!(
            "{} accounted for {}{} of the {} of {whole}",
            self.subject(),
            if share.value.falling { "-" } else { "" },
            self.amount(&share.value),
            self.metric()
        )
    }

    fn rank(&self, rank: &Rank) -> String {
        let written = rank.value.written();
        let place = match (written.single(), &written.high) {
            (Some(place), _) => format!("number {place}"),
            (None, Some(last)) => format!("the top {}", last.value),
            (None, None) => "a place".to_owned(),
        };
        let verb = match (rank.movement, written.single().is_some()) {
            (None, true) => "ranked",
            (None, false) => "was in",
            (Some(Movement::Kept), _) => "stayed at",
            (Some(Movement::Took), _) => "took",
            (Some(Movement::Up), _) => "climbed to",
            (Some(Movement::Down), _) => "dropped to",
            (Some(Movement::Entered), true) => "entered at",
            (Some(Movement::Entered), false) => "entered",
            (Some(Movement::Left), _) => "was no longer among those to leave",
        };
        let among = match self.assertion.object.is_empty() {
            true => String::new(),
            false => format!(" among {}", self.object()),
        };
        let base =
            rank.base.map_or_else(String::new, |base| format!(" compared with {}", period_words(base)));
        if rank.movement == Some(Movement::Left) {
            return format!("{} was still in {place} by {}{among}{base}", self.subject(), self.metric());
        }
        format!("{} {verb} {place} by {}{among}{base}", self.subject(), self.metric())
    }

    fn record(&self, record: &Record) -> String {
        // The highest place is the smallest figure.
        let place = self.vocabulary.metric(self.assertion.metric).is_place();
        let extreme = match (record.extreme, place) {
            (Extreme::Highest, false) | (Extreme::Lowest, true) => "highest",
            (Extreme::Lowest, false) | (Extreme::Highest, true) => "lowest",
        };
        let since = record
            .base
            .map_or_else(|| " on record".to_owned(), |base| format!(" since {}", period_words(base)));
        format!("the {} of {} was its {extreme}{since}", self.metric(), self.subject())
    }

    fn inner(&self, of: &Assertion) -> String {
        let denied = if of.negated { "it was not the case that " } else { "" };
        let writer = Writer { vocabulary: self.vocabulary, assertion: of };
        format!("{denied}{}", writer.clause())
    }

    fn streak(&self, streak: &Streak) -> String {
        let weeks = match (streak.weeks, streak.ordinal, streak.cumulative) {
            (Weeks::Exactly(n), true, false) => format!("for the {} consecutive week", ordinal(n)),
            (Weeks::Exactly(n), true, true) => format!("for the {} week in all", ordinal(n)),
            (Weeks::Exactly(n), false, true) => format!("for {n} weeks in all"),
            (Weeks::Exactly(n), false, false) => format!("for {n} consecutive weeks"),
            (Weeks::Range { low, high: None }, ..) => {
                format!("for at least {low} consecutive weeks")
            }
            (Weeks::Range { low, high: Some(high) }, ..) => {
                format!("for {low} to {high} consecutive weeks")
            }
        };
        format!("{} {weeks}", self.inner(&streak.of))
    }

    fn first(&self, first: &First) -> String {
        let back = match (first.weeks, first.base) {
            (None, None) => String::new(),
            (Some(Weeks::Exactly(n)), _) => format!(" in {n} weeks"),
            (Some(Weeks::Range { low, high: None }), _) => format!(" in at least {low} weeks"),
            (Some(Weeks::Range { low, high: Some(high) }), _) => format!(" in {low} to {high} weeks"),
            (None, Some(base)) => format!(" since {}", period_words(base)),
        };
        format!("{} for the first time{back}", self.inner(&first.of))
    }

    fn amount(&self, quantity: &Quantity) -> String {
        let metric = self.vocabulary.metric(self.assertion.metric);
        let unit = match quantity.unit {
            Unit::Own => format!(" {}", metric.units.last().unwrap_or(&metric.unit)),
            Unit::Percent => " percent".to_owned(),
            Unit::Point => " percentage points".to_owned(),
            Unit::Ratio => " times".to_owned(),
            Unit::Rank | Unit::Count => String::new(),
        };
        format!("{}{}{unit}", hedge_words(quantity.hedge), figure_words(&quantity.figure))
    }
}

const fn hedge_words(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Bare => "",
        Hedge::Exactly => "exactly ",
        Hedge::About => "about ",
        Hedge::Nearly => "nearly ",
        Hedge::JustOver => "just over ",
        Hedge::MoreThan => "more than ",
        Hedge::AtLeast => "at least ",
        Hedge::LessThan => "less than ",
        Hedge::AtMost => "at most ",
        Hedge::UpTo => "up to ",
    }
}

fn figure_words(figure: &Figure) -> String {
    match figure {
        Figure::Decimal(decimal) => decimal_words(*decimal),
        Figure::Range { low, high } => {
            format!("between {} and {}", decimal_words(*low), decimal_words(*high))
        }
        Figure::Multiple(factor) => factor.to_decimal(2),
        Figure::Fraction { part, whole } => (part * whole).to_decimal(2),
        Figure::Flat => "little".to_owned(),
        Figure::Any => "some".to_owned(),
        Figure::Within(interval) => {
            let end = |bound: &Option<crate::interval::Bound>| {
                bound.as_ref().map(|bound| number_words(&bound.value))
            };
            match (end(&interval.low), end(&interval.high)) {
                (Some(low), Some(high)) if low == high => low,
                (Some(low), Some(high)) => format!("between exactly {low} and {high}"),
                (Some(low), None) => format!("at least {low}"),
                (None, Some(high)) => format!("at most {high}"),
                (None, None) => "any number of".to_owned(),
            }
        }
    }
}

const SCALES: [(i32, &str); 6] =
    [(15, " quadrillion"), (12, " trillion"), (9, " billion"), (6, " million"), (3, " thousand"), (0, "")];

/// Digits and a scale word whose last digit is the decimal's last digit.
fn decimal_words(decimal: Decimal) -> String {
    let value = decimal.value().abs();
    let fits = |scale: i32| scale >= decimal.exponent && value >= Number::decimal(1, scale);
    let (scale, name) = SCALES
        .into_iter()
        .find(|(scale, _)| fits(*scale))
        .or_else(|| SCALES.into_iter().rev().find(|(scale, _)| *scale >= decimal.exponent))
        .unwrap_or((0, ""));
    let places = usize::try_from(scale - decimal.exponent).unwrap_or(0);
    let digits = format!("{:0>width$}", decimal.mantissa.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let sign = if decimal.mantissa < 0 { "-" } else { "" };
    match fraction.is_empty() {
        true => format!("{sign}{whole}{name}"),
        false => format!("{sign}{whole}.{fraction}{name}"),
    }
}

/// A number with the scale word that makes it short, at most four decimals.
#[must_use]
pub fn number_words(number: &Number) -> String {
    let size = number.abs();
    let scale = SCALES.into_iter().find(|(scale, _)| size >= Number::decimal(1, *scale));
    let (scale, name) = scale.unwrap_or((0, ""));
    format!("{}{name}", (number * &Number::decimal(1, -scale)).to_decimal(4))
}

/// An ordinal in digits: "2nd", "11th".
#[must_use]
pub fn ordinal(n: u32) -> String {
    let suffix = match (n % 10, n % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

/// The article before an ordinal: "an 8th", "a 9th".
#[must_use]
pub fn article(n: u32) -> &'static str {
    let digits = n.to_string();
    if digits.starts_with('8') || n == 11 || n == 18 { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_keep_their_last_digit() {
        let words = |mantissa, exponent| decimal_words(Decimal { mantissa, exponent });
        assert_eq!(words(419, 10), "4.19 trillion");
        assert_eq!(words(40, 11), "4.0 trillion");
        assert_eq!(words(600, 6), "600 million");
        assert_eq!(words(83, 10), "0.83 trillion");
        assert_eq!(words(349, -1), "34.9");
        assert_eq!(words(5, 1), "0.05 thousand");
    }
}
