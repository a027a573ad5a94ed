//! Intervals, flags and assumptions in words.

use recount_checker::{Amount, Evidence};
use recount_model::{
    Assumption, Direction, Flag, Interval, Number, Unit, Verdict, Vocabulary, number_words, period_words,
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
        (Some(low), Some(high)) => match low.value == high.value {
            true => number_words(&low.value),
            false => range(&rounded(&low.value), &rounded(&high.value)),
        },
    }
}

/// "3.102 to 3.133 trillion": the scale once, where both ends have the same.
fn range(low: &Number, high: &Number) -> String {
    let (low, high) = (number_words(low), number_words(high));
    let scale = |words: &str| words.split_once(' ').map(|(_, scale)| scale.to_owned());
    match low.split_once(' ') {
        _ if low == high => low,
        Some((digits, name)) if scale(&high).as_deref() == Some(name) => {
            format!("{digits} to {high}")
        }
        Some(_) | None => format!("{low} to {high}"),
    }
}

/// To four significant digits, which say enough of a bound; a number below ten
/// thousand to three places after the point.
fn rounded(number: &Number) -> Number {
    let digits = number.abs().to_decimal(0).len();
    let (places, exponent) = match digits.checked_sub(4) {
        Some(more) if more > 0 => (0, i32::try_from(more).unwrap_or(0)),
        Some(_) | None => (3, 0),
    };
    let scaled = number * &Number::decimal(1, places - exponent);
    let nearest: i128 = scaled.to_decimal(0).parse().unwrap_or(0);
    Number::decimal(nearest, exponent - places)
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
    let scope = evidence.scope.map_or_else(String::new, |scope| format!(" ({})", vocabulary.scope(scope).id));
    format!("{names}{scope}, {}: {}", period_words(evidence.period), amount(&evidence.value, vocabulary))
}

/// What would be true instead: "would hold for the week of 1 June 2026".
pub(crate) fn repair(words: &str) -> String {
    match words.strip_prefix("holds ") {
        Some(rest) => format!("would hold {rest}"),
        None => format!("would hold: {words}"),
    }
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
        Flag::Derived => "the week is not in the text: it follows from the figures",
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
        Assumption::OpenWeek(_) => "the text does not tell from which week it counts".to_owned(),
        Assumption::Count => "it is counted as the text explains, which may be in any scope".to_owned(),
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
    if crate::broken::is_plain_ascii(words) || !may_steer(words.as_bytes()) {
        return words.to_owned();
    }
    words.replace('\n', " ").chars().map(harmless).collect()
}

/// May some character be another for [`harmless`]? By the first bytes of those that are,
/// which the signs of most texts do not have.
fn may_steer(bytes: &[u8]) -> bool {
    let starts = |(at, byte): (usize, &u8)| match byte {
        b' '..=b'~' | 0x80..=0xc1 | 0xc3..=0xe1 | 0xe3..=0xee | 0xf0.. => false,
        0xe2 => match (bytes.get(at + 1), bytes.get(at + 2)) {
            (Some(0x80), Some(last)) => matches!(last, 0x8b..=0x8f | 0xa8..=0xae),
            (Some(second), _) => *second == 0x81,
            (None, _) => true,
        },
        _ => true,
    };
    bytes.iter().enumerate().any(starts)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_read_as_people_say_them() {
        let closed = |low: i64, high: i64| in_words(&Interval::closed(Number::from(low), Number::from(high)));
        assert_eq!(closed(3_101_234_567_890, 3_132_999_999_999), "3.101 to 3.133 trillion");
        assert_eq!(closed(990_000_000, 1_010_000_000), "990 million to 1.01 billion");
        assert_eq!(closed(3, 3), "3");
        assert_eq!(closed(4, 6), "4 to 6");
        assert_eq!(in_words(&Interval::above(Number::from(5))), "more than 5");
        assert_eq!(
            in_words(&Interval::closed(Number::ratio(-86, 10), Number::ratio(-1_691, 200))),
            "-8.6 to -8.455"
        );
    }

    #[test]
    fn nothing_printed_steers_a_terminal() {
        assert_eq!(printable("a\u{1b}[31m\u{202e}b\nc\td"), "a?[31m\u{fffd}b c d");
        for code in 0..=0x1_ffff {
            let Some(character) = char::from_u32(code) else { continue };
            let printed = if character == '\n' { ' ' } else { harmless(character) };
            assert_eq!(printable(&character.to_string()), printed.to_string(), "{code:x}");
        }
    }
}
