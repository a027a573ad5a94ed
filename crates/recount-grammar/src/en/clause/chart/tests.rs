//! Sentences of chart talk that must be read, and others that must not.

use crate::en::clause::testing::{assert_listed, assert_listed_in_shops, assert_read, assert_read_in_shops};

const BASE: &str = " compared with the week of 15 June 2026";

#[test]
fn a_debut_was_not_on_the_list_before() {
    let third = format!("Alder entered at number 3 by call volume{BASE}");
    let third: &[&str] = &[&third];
    for sentence in [
        "Alder debuted at No. 3.", "Alder bows in third place.", "Alder entered the chart at No. 3.",
        "Alder entered the chart at three.", "Alder is new at No. 3.", "Alder made its debut at No. 3.",
        "Alder crashed into the chart at No. 3.", "Alder re-enters at No. 3.",
    ] {
        assert_read(&[(sentence, third)]);
    }
    let ten = format!("Alder entered the top 10 by call volume{BASE}");
    assert_read(&[(
        "Alder re-entered the top ten at No. 8.",
        &[&ten, "Alder ranked number 8 by call volume"],
    )]);
}

#[test]
fn who_takes_a_place_and_who_had_it() {
    let took = format!("Alder took number 1 by call volume{BASE}");
    let had = "In the week of 15 June 2026, Birch ranked number 1 by call volume";
    let both: &[&str] = &[&took, had];
    for sentence in [
        "Alder knocks Birch off the top.",
        "Alder knocked Birch off the top spot.",
        "Alder bumped Birch from the summit.",
        "Alder replaced Birch at number one.",
        "Alder reclaimed first place from Birch.",
    ] {
        assert_read(&[(sentence, both)]);
    }
    let left = format!("Birch was no longer number 1 by call volume{BASE}");
    let passive: &[&str] = &[&left, &took];
    for sentence in [
        "Birch lost the top spot to Alder.",
        "Birch ceded first place to Alder.",
        "Birch was knocked off the top spot by Alder.",
    ] {
        assert_read(&[(sentence, passive)]);
    }
    let down = format!("Birch dropped to number 2 by call volume{BASE}");
    assert_read(&[("Birch was pushed down to second.", &[&down])]);
    assert_read(&[("Alder pushed Birch down to second place.", &[&down])]);
    assert_listed(&[
        "Alder did not knock Birch off the top spot.",
        "Alder knocked Birch off third place.",
        "Alder could knock Birch off the top spot.",
    ]);
}

#[test]
fn two_places_are_before_and_now() {
    let up = format!("Alder climbed to number 3 by call volume{BASE}");
    let was = "In the week of 15 June 2026, Alder ranked number 8 by call volume";
    let both: &[&str] = &[was, &up];
    for sentence in ["Alder climbs 8-3.", "Alder inched up 8-3 this time.", "Alder vaults 8 to 3."] {
        let text = sentence.replace(" this time", "");
        assert_read(&[(&text, both)]);
    }
    let one = format!("Alder climbed to number 1 by call volume{BASE}");
    let from_five = "In the week of 15 June 2026, Alder ranked number 5 by call volume";
    assert_read(&[("Alder climbed 5 to 1.", &[from_five, &one])]);
    // A verb that goes the other way, and ranges of something measured.
    assert_listed(&["Alder climbs 3-8.", "Alder falls 8-3."]);
    let percent = crate::en::clause::testing::claims("Alder rose 3-8 percent.");
    assert_eq!(percent, ["Alder rose by between 3 and 8 percent"]);
}

#[test]
fn runs_at_a_place() {
    let nine: &[&str] = &["Alder ranked number 1 by call volume for 9 consecutive weeks"];
    let ninth: &[&str] = &["Alder ranked number 1 by call volume for the 9th week in all"];
    assert_read(&[
        ("Alder extended its run at number one to nine weeks.", nine),
        ("Alder notched a ninth week atop the chart.", ninth),
        ("Alder logs its ninth week at No. 1.", ninth),
        ("Alder earns a ninth week on top.", ninth),
        ("Alder reigns for a ninth week.", ninth),
    ]);
    assert_listed(&["Alder extended its run at number one."]);
}

#[test]
fn the_most_of_something_is_the_first_place() {
    assert_read_in_shops(&[
        ("Alder had the highest price.", &["Alder ranked number 1 by price"]),
        (
            "Alder had the highest price, $4.21 a gallon.",
            &["Alder ranked number 1 by price", "the price of Alder was 4.21 dollars a gallon"],
        ),
        ("Alder posted the most sales of any region.", &["Alder ranked number 1 by sales"]),
    ]);
    assert_listed_in_shops(&[
        "Alder recorded the highest price.",
        "Alder had the highest price this year.",
        "Alder had the highest price in the north.",
        "Alder had the second-highest price.",
        "Alder had the highest hopes of 12.",
    ]);
}

#[test]
fn a_place_is_higher_where_its_figure_is_smaller() {
    let five = "Alder ranked number 5 by chart position";
    assert_read_in_shops(&[
        ("Alder ranked fifth.", &[five]),
        ("Alder was fifth with 52,000 copies.", &[five, "the sales of Alder was 52,000 copies"]),
        (
            "Alder reached its highest chart position since March 2026.",
            &["the chart position of Alder was its highest since March 2026"],
        ),
        ("Alder was ahead of Birch.", &["the chart position of Alder was above that of Birch"]),
        (
            "Alder was 12,000 copies ahead of Birch.",
            &["the sales of Alder was 12,000 copies above that of Birch"],
        ),
        ("Alder notched its biggest sales week yet.", &["the sales of Alder was its highest on record"]),
        ("Alder outsold Birch by two to one.", &["the sales of Alder was twice that of Birch"]),
        ("Alder outsold Birch.", &["the sales of Alder was above that of Birch"]),
        ("Alder was outselling Birch.", &["the sales of Alder was above that of Birch"]),
    ]);
    assert_listed_in_shops(&["Alder fell 40%."]);
}

#[test]
fn cents_are_dollars() {
    let level = "the price of Alder was 3.12 dollars a gallon";
    assert_read_in_shops(&[
        (
            "Alder's price fell 4 cents to $3.12 a gallon.",
            &["the price of Alder fell by 0.04 dollars a gallon", level],
        ),
        (
            "Alder averaged $3.12 a gallon, down four cents from the week before.",
            &[level, "the price of Alder fell by 0.04 dollars a gallon"],
        ),
        ("A gallon of Alder cost $3.12.", &[level]),
        ("Drivers paid an average of $3.12 a gallon for Alder.", &[level]),
        (
            "Alder was 27 cents cheaper than a week earlier.",
            &["the price of Alder fell by 0.27 dollars a gallon"],
        ),
        (
            "Alder was 63 cents dearer than Birch.",
            &["the price of Alder was 0.63 dollars a gallon above that of Birch"],
        ),
        ("Prices rose in the north by 2 cents.", &["the price of the north rose by 0.02 dollars a gallon"]),
    ]);
    assert_listed_in_shops(&[
        "Alder sold an average of 52,000 copies a day.",
        "Alder averaged 52,000 copies.",
    ]);
}

#[test]
fn a_week_told_from_a_beginning() {
    let sold: &[&str] = &["the sales of Alder was 52,000 copies"];
    assert_read_in_shops(&[
        ("Alder sold 52,000 copies in its second week.", sold),
        ("Alder sold 52,000 copies in its first week.", sold),
    ]);
    assert_listed_in_shops(&["Alder sold 52,000 copies in its second weekend."]);
}

#[test]
fn the_posts_of_a_thread_are_numbered() {
    let first: &[&str] = &["Alder ranked number 1 by call volume"];
    assert_read(&[("3/ Alder ranked first.", first), ("3/12 Alder ranked first.", first)]);
}
