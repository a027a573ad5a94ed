//! Times told from others, years before their parts, and days that stand apart.

use super::*;

#[test]
fn so_far_from_another_time() {
    check(
        &june(),
        &[
            ("two weeks after June 8", "At 2026-06-22"),
            ("a week before June 22, 2026", "At 2026-06-15"),
            ("the day after June 22", "At 2026-06-23"),
            ("two days before yesterday", "At 2026-06-27"),
            ("a week after the week of June 8", "At 2026-06-15..2026-06-21"),
            ("a week from Friday", "At 2026-07-10"),
            ("two weeks from Friday", "At 2026-07-17"),
            ("since two weeks before June 22", "Since 2026-06-08"),
            ("for two weeks before June 22", "not read"),
            ("in the week before June 22", "not read"),
        ],
    );
}

#[test]
fn up_to_now() {
    check(
        &june(),
        &[
            ("so far in June", "At 2026-06-01..2026-06-30"),
            ("so far in 2026", "At 2026-01-01..2026-06-30"),
            ("in 2026 so far", "At 2026-01-01..2026-06-30"),
            ("this year to date", "At 2026-01-01..2026-06-30"),
            ("year-to-date", "At 2026-01-01..2026-06-30"),
            ("MTD", "At 2026-06-01..2026-06-30"),
            ("QTD", "At 2026-04-01..2026-06-30"),
            ("from June 8 to date", "At 2026-06-08..2026-06-30"),
            ("from April to date", "At 2026-04-01..2026-06-30"),
            ("from April until now", "At 2026-04-01..2026-06-30"),
        ],
    );
}

#[test]
fn the_last_month_of_a_name() {
    check(
        &june(),
        &[
            ("last June", "At 2025-06-01..2025-06-30"),
            ("last May", "At 2026-05-01..2026-05-31"),
            ("since last December", "Since 2025-12-01..2025-12-31"),
            ("last June 2024", "At 2024-06-01..2024-06-30"),
            ("June", "At 2026-06-01..2026-06-30"),
        ],
    );
}

#[test]
fn days_that_stand_apart() {
    check(
        &june(),
        &[
            ("June 22 and 23,", "At 2026-06-22..2026-06-23 | ,"),
            ("June 22nd and 23rd", "At 2026-06-22..2026-06-23"),
            ("on 22 and 23 June 2026", "At 2026-06-22..2026-06-23"),
            ("June 22 and 25", "At 2026-06-22 | and 25"),
            ("June 22 and 23 models", "At 2026-06-22 | and 23 models"),
            ("Monday and Tuesday of last week", "At 2026-06-22..2026-06-23"),
            ("June between 8 and 14", "At 2026-06-08..2026-06-14"),
            ("from last Friday to Sunday", "At 2026-06-26..2026-06-28"),
            ("from today to next Friday", "At 2026-06-30..2026-07-10"),
            ("last week's Friday", "At 2026-06-26"),
            ("this coming Friday", "At 2026-07-03"),
            ("on the 27th.", "At 2026-06-27 | ."),
            ("on the 27th try", "not read"),
            ("on Fri.", "At 2026-06-26 | ."),
            ("day before yesterday", "At 2026-06-28"),
            ("the first day of June", "At 2026-06-01"),
            ("the last day of May", "At 2026-05-31"),
            ("the last month of 2025", "At 2025-12-01..2025-12-31"),
        ],
    );
}

#[test]
fn seasons_centuries_and_decades() {
    check(
        &june(),
        &[
            ("in summer 2025", "At 2025-06-01..2025-09-22"),
            ("the spring of 2026", "At 2026-03-01..2026-06-21"),
            ("since last winter", "Since 2025-12-01..2026-03-20"),
            ("last summer", "At 2025-06-01..2025-09-22"),
            ("over the summer", "At 2026-06-01..2026-09-22"),
            ("fall 2025", "At 2025-09-01..2025-12-21"),
            // Of this year, or of the last one?
            ("last spring", "At 2025-03-01..2026-06-21"),
            ("winter 2025", "not read"),
            ("last fall", "not read"),
            ("the summer release", "not read"),
            ("summer", "not read"),
            ("the 21st century", "At 2001-01-01..2100-12-31"),
            ("over the last decade", "Within 2016-06-20..2016-06-26"),
            ("the past two decades", "Within 2006-06-19..2006-06-25"),
            ("two decades ago", "At 2006-06-19..2006-06-25"),
        ],
    );
}

#[test]
fn the_whole_of_a_time_and_weekends() {
    check(
        &june(),
        &[
            ("for the whole of May", "At 2026-05-01..2026-05-31"),
            ("all of 2025", "At 2025-01-01..2025-12-31"),
            ("the entire month of May", "At 2026-05-01..2026-05-31"),
            ("all of last week", "At 2026-06-22..2026-06-28"),
            ("all of this year", "not read"),
            ("all of 2025's growth", "not read"),
            ("the second weekend of June", "At 2026-06-13..2026-06-14"),
            ("over the weekend of June 20", "At 2026-06-20..2026-06-21"),
            ("the weekend of June 19-21", "At 2026-06-19..2026-06-21"),
            ("the weekend of June 23", "At nowhere"),
            ("Monday through Wednesday", "At 2026-06-22..2026-06-24"),
            ("CW 26", "At 2026-06-22..2026-06-28"),
            ("the CW 26 million", "not read"),
        ],
    );
}

#[test]
fn days_in_odd_figures() {
    check(
        &june(),
        &[
            ("20250806", "At 2025-08-06"),
            ("on 20250806 in", "At 2025-08-06 | in"),
            ("on Mon, 1 Jun 2026", "At 2026-06-01"),
            ("20250806 tokens", "not read"),
            ("20251306", "not read"),
            ("2026-06-22T12:00:00Z", "At 2026-06-22"),
            ("3-Jul-25", "At 2025-07-03"),
            ("Jul-3-2025", "At 2025-07-03"),
            ("Jul 3, '25", "At 2025-07-03"),
            ("in Oct '25", "At 2025-10-01..2025-10-31"),
            ("Oct-2025", "At 2025-10-01..2025-10-31"),
            ("11-2025", "At 2025-11-01..2025-11-30"),
            ("May twenty-one", "At 2026-05-21"),
            ("between 1/4 and 1/2", "not read"),
        ],
    );
}

#[test]
fn parts_of_years() {
    check(
        &june(),
        &[
            ("last year's third quarter", "At 2025-07-01..2025-09-30"),
            ("in 2025's second half", "At 2025-07-01..2025-12-31"),
            ("in 2026 the first quarter", "At 2026-01-01..2026-03-31"),
            ("2025-Q3", "At 2025-07-01..2025-09-30"),
            ("2025Q3", "At 2025-07-01..2025-09-30"),
            ("Q3 '25", "At 2025-07-01..2025-09-30"),
            ("the latter half of 2025", "At 2025-07-01..2025-12-31"),
            ("the last quarter of 2025", "At 2025-10-01..2025-12-31"),
            ("last quarter", "At 2026-01-01..2026-03-31"),
            ("in the year of 2025", "At 2025-01-01..2025-12-31"),
            ("2024–2025", "At 2024-01-01..2025-12-31"),
            ("2024 to 2025", "not read"),
            ("2010 until 2015", "At 2010-01-01..2015-12-31"),
            ("Jan–Mar", "At 2026-01-01..2026-03-31"),
            ("March to May 2026", "At 2026-03-01..2026-05-31"),
            ("start of June", "At 2026-06-01"),
            ("in the two thousand and tens", "At 2010-01-01..2019-12-31"),
            ("2026 week 26", "At 2026-06-22..2026-06-28"),
            ("week no. 26", "At 2026-06-22..2026-06-28"),
            ("week number 26 of 2026", "At 2026-06-22..2026-06-28"),
        ],
    );
}

#[test]
fn further_forms_of_days_and_weeks() {
    check(
        &june(),
        &[
            ("30 May-5 June 2026", "At 2026-05-30..2026-06-05"),
            ("30/05/2026 to 05/06/2026", "At 2026-05-30..2026-06-05"),
            ("05/06/2026 - 13/06/2026", "At 2026-06-05..2026-06-13"),
            ("late May to early June", "At 2026-05-16..2026-06-15"),
            ("in May of '25", "At 2025-05-01..2025-05-31"),
            ("2nd quarter 2026", "At 2026-04-01..2026-06-30"),
            ("1st half 2026", "At 2026-01-01..2026-06-30"),
            ("last Monday through Friday", "At 2026-06-22..2026-06-26"),
            ("next Monday to Friday", "At 2026-07-06..2026-07-10"),
            ("the week just ended", "At 2026-06-22..2026-06-28"),
            ("last night", "At 2026-06-29"),
            ("this morning", "At 2026-06-30"),
            ("a fortnight ago", "At 2026-06-08..2026-06-14"),
            ("a year and a half ago", "At 2024-12-23..2024-12-29"),
            ("over the last fortnight", "Within 2026-06-08..2026-06-14"),
            ("the three months to end-June", "At 2026-04-01..2026-06-30"),
            ("year ended December 2025", "At 2025-01-01..2025-12-31"),
            ("weeks 25 and 26", "At 2026-06-15..2026-06-28"),
            ("wk 26", "At 2026-06-22..2026-06-28"),
        ],
    );
}

#[test]
fn weeks_of_months_and_from_days() {
    check(
        &june(),
        &[
            ("June's last week", "At 2026-06-22..2026-06-28"),
            ("in last month's second week", "At 2026-05-11..2026-05-17"),
            ("2026's first week", "At 2025-12-29..2026-01-04"),
            ("the opening week of June", "At 2026-06-01..2026-06-07"),
            ("the week containing June 24", "At 2026-06-22..2026-06-28"),
            ("the two weeks beginning June 15", "At 2026-06-15..2026-06-28"),
            ("the four weeks from June 1", "At 2026-06-01..2026-06-28"),
            ("a two-week period ending June 28", "At 2026-06-15..2026-06-28"),
            ("the week before the week of June 22", "At 2026-06-15..2026-06-21"),
            ("the week after next week", "At 2026-07-13..2026-07-19"),
            ("the week after", "At 2026-06-29..2026-07-05"),
            ("the coming weekend", "At 2026-07-04..2026-07-05"),
            ("June 22 through to June 28", "At 2026-06-22..2026-06-28"),
            ("H1-H2 2025", "At 2025-01-01..2025-12-31"),
            ("01/2025 - 03/2026", "At 2025-01-01..2026-03-31"),
        ],
    );
}

#[test]
fn lengths_of_several_units_and_odd_signs() {
    check(
        &june(),
        &[
            ("two weeks and three days ago", "At 2026-06-13"),
            ("a year and two months earlier", "At 2025-04-21..2025-04-27"),
            ("a year and two weeks ago", "At 2025-06-16..2025-06-22"),
            ("1 month, 3 days ago", "At 2026-05-27"),
            ("2 years 1 month 21 days ago", "At 2024-05-09"),
            ("two weeks and a week ago", "not read"),
            ("two full weeks ago", "At 2026-06-08..2026-06-14"),
            ("week of September.16th", "At 2025-09-15..2025-09-21"),
            ("on Sept.16", "At 2025-09-16"),
            ("in month of May", "At 2026-05-01..2026-05-31"),
            ("in 2021 through 2023", "At 2021-01-01..2023-12-31"),
            ("04 / 2026", "At 2026-04-01..2026-04-30"),
            ("06/17, 2026", "At 2026-06-17"),
            ("June 12 until yesterday", "At 2026-06-12..2026-06-29"),
            ("next autumn", "At 2026-09-01..2026-12-21"),
            ("next spring", "At 2027-03-01..2027-06-21"),
        ],
    );
}

#[test]
fn about_so_many_weeks_ago() {
    let Some((found, _)) = read("a couple of weeks ago", 0, time) else { panic!("not read") };
    let others = [date(2026, 6, 15), date(2026, 6, 1)].map(Period::week);
    assert_eq!(found.when.weeks_too(&june()), others);
    let Some((found, _)) = read("two weeks ago", 0, time) else { panic!("not read") };
    assert_eq!(found.when.weeks_too(&june()), []);
}
