//! Intervals, flags and assumptions in words.

use recount_checker::{Amount, Evidence};
use recount_model::{
    Assumption, Direction, Flag, Interval, Unit, Verdict, Vocabulary, number_words, period_words,
};

/// An interval as a reader says it: "4.19 trillion", "3.1 to 3.2 trillion",
/// "more than 5".
#[must_use]
pub fn in_words(interval: &Interval) -> String {
    match (&interval.low, &interval.high) {
        (None, None) => "any number".to_owned(),
        (Some(low), None) if low.open => format!("more than {}", number_words(&low.value)),
        (Some(low), None) => format!("at least {}", number_words(&low.value)),
        (None, Some(high)) if high.open => format!("less than {}", number_words(&high.value)),
        (None, Some(high)) => format!("at most {}", number_words(&high.value)),
        (Some(low), Some(high)) => {
            let (low, high) = (number_words(&low.value), number_words(&high.value));
            match low == high {
                true => low,
                false => format!("{low} to {high}"),
            }
        }
    }
}

/// An amount with its unit.
pub(crate) fn amount(amount: &Amount, vocabulary: &Vocabulary) -> String {
    let number = in_words(&amount.interval);
    match amount.unit {
        Unit::Own => {
            let metric = vocabulary.metric(amount.metric);
            format!("{number} {}", metric.units.last().unwrap_or(&metric.unit))
        }
        Unit::Percent => format!("{number} %"),
        Unit::Point => format!("{number} points"),
        Unit::Ratio => format!("{number} times"),
        Unit::Rank => format!("rank {number}"),
        Unit::Count => number,
    }
}

/// Whose figure it is, of when, and what: "Birch, the week of 2 March 2026: 3 trillion tokens".
pub(crate) fn evidence(evidence: &Evidence, vocabulary: &Vocabulary) -> String {
    let names = evidence.of.iter().map(|of| vocabulary.subject_name(*of));
    let names = names.collect::<Vec<_>>().join(" + ");
    let scope = evidence.scope.map_or_else(String::new, |scope| {
        format!(" ({})", vocabulary.scope(scope).id)
    });
    format!(
        "{names}{scope}, {}: {}",
        period_words(evidence.period),
        amount(&evidence.value, vocabulary)
    )
}

/// A verdict with its direction.
pub(crate) fn verdict(verdict: Verdict, direction: Option<Direction>) -> String {
    let word = match verdict {
        Verdict::Supported => "supported",
        Verdict::Refuted => "refuted",
        Verdict::Undecided => "undecided",
        Verdict::NotComparable => "not comparable",
        Verdict::NotCheckable => "not checkable",
    };
    let direction = direction.map(|direction| match direction {
        Direction::Exaggerated => "exaggerated",
        Direction::Understated => "understated",
        Direction::WrongWay => "wrong way",
        Direction::WrongWeek => "wrong week",
        Direction::WrongUnit => "wrong unit",
        Direction::WrongEntity => "wrong entity",
    });
    direction.map_or_else(|| word.to_owned(), |way| format!("{word}, {way}"))
}

/// What a flag means.
pub(crate) const fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::WithinRounding => "holds within the tolerance of the data",
        Flag::Truncated => "the figure was cut off, not rounded",
        Flag::Derived => "follows from other figures",
        Flag::Understated => "more is true than is said",
        Flag::NeedsContext => "holds under a definition that the text does not name",
        Flag::AssumedYear => "the year was not in the text",
        Flag::SingleSource => "one source alone says so",
        Flag::WithinCoverage => "decided over the weeks that the data cover",
        Flag::SourcesDiffer => "the sources give different figures",
    }
}

/// What reading a claim had to supply.
pub(crate) fn assumption(assumption: Assumption) -> String {
    match assumption {
        Assumption::Year(year) => format!("the year is {year}"),
        Assumption::CarriedPeriod => "the time is taken over from what was said before".to_owned(),
        Assumption::Publication(date) => {
            format!("the time follows from the date of publication, {date}")
        }
        Assumption::Metric => "the metric is taken over from what was said before".to_owned(),
    }
}

/// "1 claim", "2 claims".
pub(crate) fn count(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}

/// On one line, without what steers a terminal.
pub(crate) fn printable(words: &str) -> String {
    words.replace('\n', " ").chars().map(harmless).collect()
}

/// The character, or one of as many bytes where a terminal would act on it: an
/// article must not be able to steer the screen.
pub(crate) const fn harmless(character: char) -> char {
    match character {
        '\t' => ' ',
        '\u{0}'..='\u{1f}' | '\u{7f}' => '?',
        '\u{80}'..='\u{9f}' => '¿',
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => '\u{fffd}',
        '\u{2066}'..='\u{2069}' | '\u{feff}' => '\u{fffd}',
        other => other,
    }
}
