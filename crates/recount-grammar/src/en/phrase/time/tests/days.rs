//! Days of weeks and months, lengths up to a day, and what is to come.

use super::*;

#[test]
fn days_of_weeks_and_months() {
    check(
        &june(),
        &[
            ("Monday of last week", "At 2026-06-22"),
            ("on Friday last week", "At 2026-06-26"),
            ("last week on Friday", "At 2026-06-26"),
            ("Tuesday of the week of June 15", "At 2026-06-16"),
            ("this Friday", "At 2026-07-03"),
            ("next Sunday", "At 2026-07-12"),
            ("from Monday to Friday", "At 2026-06-22..2026-06-26"),
            ("from Monday to Tuesday", "At 2026-06-29..2026-06-30"),
            ("last week between Friday and Sunday", "At 2026-06-26..2026-06-28"),
            ("Monday to Friday of last week", "At 2026-06-22..2026-06-26"),
            ("Friday the 26th", "At 2026-06-26"),
            ("from Friday the 12th until Tuesday the 16th", "At 2026-06-12..2026-06-16"),
            ("the first Friday of June", "At 2026-06-05"),
            ("the last Monday in May 2026", "At 2026-05-25"),
            ("the 20th of last month", "At 2026-05-20"),
            ("from the 4th to the 22nd of last month", "At 2026-05-04..2026-05-22"),
            ("4-22 of this month", "At 2026-06-04..2026-06-22"),
            ("yesterday until today", "At 2026-06-29..2026-06-30"),
            ("May twenty-first", "At 2026-05-21"),
            ("the second of June", "At 2026-06-02"),
            ("Oct-2", "At 2025-10-02"),
            ("on 6/22", "At 2026-06-22"),
            ("16. Nov. 2025", "At 2025-11-16"),
            ("16/Nov/2025", "At 2025-11-16"),
            ("2025.11.16", "At 2025-11-16"),
            ("2025 November 16", "At 2025-11-16"),
            ("28.2.–6.3.2026", "At 2026-02-28..2026-03-06"),
            ("2.5.3", "not read"),
            ("twenty twenty-five", "not read"),
            ("the weekend", "At 2026-07-04..2026-07-05"),
            ("over the weekend", "At 2026-06-27..2026-06-28"),
            ("last weekend", "At 2026-06-27..2026-06-28"),
            ("w/c 22 June", "At 2026-06-22..2026-06-28"),
            ("w/e June 28", "At 2026-06-22..2026-06-28"),
            ("2026W26", "At 2026-06-22..2026-06-28"),
            // Digits alone may count anything.
            ("from 4 to 22 this month", "not read"),
            ("Monday to Friday", "At 2026-06-29 | to Friday"),
            ("in June first place", "At 2026-06-01..2026-06-30 | first place"),
            ("for the third week this year", "not read"),
            ("on 3/4 of days", "not read"),
        ],
    );
}

#[test]
fn months_years_and_decades_in_figures_and_words() {
    check(
        &june(),
        &[
            ("2026-03", "At 2026-03-01..2026-03-31"),
            ("in 3/2026", "At 2026-03-01..2026-03-31"),
            ("2026 March", "At 2026-03-01..2026-03-31"),
            ("2011-12", "not read"),
            ("1Q26", "At 2026-01-01..2026-03-31"),
            ("Q1'26", "At 2026-01-01..2026-03-31"),
            ("H1/2026", "At 2026-01-01..2026-06-30"),
            ("in twenty twenty-five", "At 2025-01-01..2025-12-31"),
            ("in nineteen ninety-nine", "At 1999-01-01..1999-12-31"),
            ("June of two thousand and eighteen", "At 2018-06-01..2018-06-30"),
            ("in two thousand stores", "not read"),
            ("the 1990s", "At 1990-01-01..1999-12-31"),
            ("in the '90s", "At 1990-01-01..1999-12-31"),
            ("the late 1990s", "At 1995-01-01..1999-12-31"),
            ("the 2020s", "At 2020-01-01..2029-12-31"),
            ("2020's", "not read"),
            ("next June", "At 2027-06-01..2027-06-30"),
            ("next July", "At 2026-07-01..2026-07-31"),
        ],
    );
}

#[test]
fn lengths_up_to_a_day() {
    check(
        &june(),
        &[
            ("in the four weeks through June 28", "At 2026-06-01..2026-06-28"),
            ("the three months to June", "At 2026-04-01..2026-06-30"),
            ("12 months ended March 2026", "At 2025-04-01..2026-03-31"),
            ("in the year to 15 March 2026", "At 2025-03-16..2026-03-15"),
            ("the ten days to Sunday", "At 2026-06-19..2026-06-28"),
            ("the quarter ended June", "At 2026-04-01..2026-06-30"),
            ("the four models to June", "not read"),
            ("three weeks to last month", "not read"),
        ],
    );
}

#[test]
fn what_is_still_to_come() {
    check(
        &june(),
        &[
            ("the next four days", "At 2026-07-01..2026-07-04"),
            ("over the coming two weeks", "At 2026-07-01..2026-07-14"),
            ("the rest of the week", "At 2026-06-30..2026-07-05"),
            ("the rest of the year", "At 2026-06-30..2026-12-31"),
            ("later this week", "At 2026-07-01..2026-07-05"),
            ("the week after next", "At 2026-07-13..2026-07-19"),
            ("two weeks from now", "At 2026-07-13..2026-07-19"),
            ("the day after tomorrow", "At 2026-07-02"),
            ("the rest of the models", "not read"),
            ("the next four models", "not read"),
        ],
    );
    let shown = |text: &str, within: Option<bool>| {
        let (found, _) = read(text, 0, time)?;
        let period = match within {
            Some(within) => found.shown_ahead(&june(), within)?,
            None => found.shown(&june())?,
        };
        Some(format!("{}..{}", period.start, period.end))
    };
    let past = [
        ("the last three weeks", "2026-06-08..2026-06-28"),
        ("over the past three months", "2026-03-30..2026-06-29"),
        ("in two weeks", "2026-06-15..2026-06-28"),
        ("the past ten days", "2026-06-20..2026-06-29"),
    ];
    for (text, expected) in past {
        assert_eq!(shown(text, None).as_deref(), Some(expected), "{text}");
    }
    assert_eq!(shown("in two weeks", Some(false)).as_deref(), Some("2026-07-13..2026-07-19"));
    assert_eq!(shown("within five days", Some(true)).as_deref(), Some("2026-06-30..2026-07-04"));
}

#[test]
fn ranges_with_ends_of_two_kinds() {
    check(
        &june(),
        &[
            ("between 2024 and March 2026", "At 2024-01-01..2026-03-31"),
            ("between March 1st 2026 and May 2026", "At 2026-03-01..2026-05-31"),
            ("from 2025 to May 5th, 2026", "At 2025-01-01..2026-05-05"),
            ("from Week 21 to Week 25", "At 2026-05-18..2026-06-21"),
            ("between week 21 and week 25", "At 2026-05-18..2026-06-21"),
            ("weeks 21 to 25", "At 2026-05-18..2026-06-21"),
            ("from weeks 21-25 of 2025", "Base 2025-05-19..2025-06-22"),
            ("from the week of June 1 to the week of June 22", "At 2026-06-01..2026-06-28"),
            ("from Friday until today", "At 2026-06-26..2026-06-30"),
            // Two amounts, or two times that are no ends.
            ("from 4 to June", "not read"),
            ("weeks 25 to 21", "not read"),
            ("weeks 21 to 25%", "not read"),
            ("from Monday to 5%", "Base 2026-06-29 | to 5%"),
        ],
    );
}
