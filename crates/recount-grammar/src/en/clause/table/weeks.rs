//! Columns of weeks: what a day means under "Week of", "Week ending" or "Week".

use crate::en::phrase::Chunks;
use crate::en::phrase::time::{Time, When};

/// How the cells of a column name their weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weekly {
    /// By one of their days: "Week of", "Week".
    Holding,
    /// By their first day: "Week beginning".
    From,
    /// By their last day: "Week ending".
    To,
}

const FIRST: &[&str] = &["beginning", "starting", "from", "commencing", "start", "begins", "starts", "begin"];
const LAST: &[&str] = &["ending", "ended", "to", "through", "end", "ends", "until"];

/// "Week of", "Week ending (2026)", "W/E": what the head of a column says of the
/// days in it.
pub(super) fn weekly(c: Chunks<'_>) -> Option<Weekly> {
    let (first, last) = (c.get(0)?.first, c.get(c.len().checked_sub(1)?)?.end);
    let mut words =
        (first..last).map(|token| c.lower(token)).filter(|word| word.starts_with(char::is_alphabetic));
    let (week, next) = (words.next()?, words.next());
    match (week, next) {
        ("w", Some("c" | "b" | "s")) => Some(Weekly::From),
        ("w", Some("e")) => Some(Weekly::To),
        ("week" | "wk" | "weeks", next) => match next {
            None | Some("of" | "in") => Some(Weekly::Holding),
            Some(word) if FIRST.contains(&word) => Some(Weekly::From),
            Some(word) if LAST.contains(&word) => Some(Weekly::To),
            Some(_) => None,
        },
        _ => None,
    }
}

/// The week that a day in such a column stands for; a time that is no day stays
/// as it is.
pub(super) fn week_of(time: &Time, weekly: Weekly) -> Time {
    let when = match (&time.when, weekly) {
        (When::Day(day), Weekly::Holding) => When::WeekHolding(*day),
        (When::Day(_), Weekly::From) => When::WeekFrom(Box::new(time.when.clone())),
        (When::Day(_), Weekly::To) => When::WeekTo(Box::new(time.when.clone())),
        (other, _) => other.clone(),
    };
    Time { role: time.role, when }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn days_under_a_head_that_speaks_of_weeks() {
        for (head, day) in [
            ("Week of", "June 15"),
            ("Week", "June 15"),
            ("Week", "June 21, 2026"),
            ("Week beginning", "15 June 2026"),
            ("Week ending", "21 June 2026"),
            ("W/E", "June 21"),
            ("Week starting", "2026-06-15"),
        ] {
            let text = format!("| {head} | North (T) | South (T) |\n|---|---|---|\n| {day} | 11.3 | 3.9 |\n");
            let expected = [
                "In the week of 15 June 2026, the north was 11.3 trillion tokens",
                "In the week of 15 June 2026, the south was 3.9 trillion tokens",
            ];
            assert_eq!(article(&format!("## Tokens by region\n\n{text}")), expected, "{head}: {day}");
        }
    }

    #[test]
    fn a_row_may_tell_its_week_beside_its_name() {
        let text = "## Tokens of the leaders\n\n| Week of | Leader | Tokens |\n|---|---|---|\n\
                    | June 8 | Birch | 4.1T |\n| June 15 | Alder | 4.3T |\n";
        assert_eq!(
            article(text),
            [
                "In the week of 8 June 2026, Birch was 4.1 trillion tokens",
                "In the week of 15 June 2026, Alder was 4.3 trillion tokens"
            ]
        );
        // When something appeared is no week of its figures.
        let text = "## Tokens last week\n\n| Released | Model | Tokens |\n|---|---|---|\n\
                    | June 8 | Birch | 4.1T |\n";
        assert_eq!(article(text), ["Birch was 4.1 trillion tokens"]);
    }
}
