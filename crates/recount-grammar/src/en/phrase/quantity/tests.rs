//! What quantities read, and what they do not.

use recount_model::{Bound, Interval};

use super::*;
use crate::token::{Token, tokenise};

/// Reads the quantity at the first token of `text` behind `skip` tokens.
fn read<T>(text: &str, skip: usize, parse: impl Fn(Tokens<'_>) -> Parsed<'_, T>) -> Option<(T, String)> {
    let (mut lower, mut tokens): (String, Vec<Token>) = (String::new(), Vec::new());
    tokenise(text, &mut lower, &mut tokens);
    let input = Tokens { text, lower: &lower, rest: &tokens };
    let (rest, found) = parse(input.skip(skip)).ok()?;
    let end = rest.first().map_or(text.len(), |token| token.start as usize);
    Some((found, text[end..].to_owned()))
}

fn words(interval: &Interval) -> String {
    let end = |bound: &Option<Bound>, open: &str, closed: &str| match bound {
        None => "…".to_owned(),
        Some(bound) if bound.open => format!("{}{open}", bound.value.to_decimal(6)),
        Some(bound) => format!("{}{closed}", bound.value.to_decimal(6)),
    };
    format!("{} {}", end(&interval.low, "<", ""), end(&interval.high, ">", ""))
}

/// `text | what is left | measure | interval`.
fn check(rows: &[(&str, &str, Measure, &str)]) {
    for (text, left, measure, interval) in rows {
        let Some((found, rest)) = read(text, 0, quantity) else { panic!("not read: {text}") };
        assert_eq!(rest, *left, "{text}");
        assert_eq!(found.measure, *measure, "{text}");
        assert_eq!(words(&found.quantity.written()), *interval, "{text}");
    }
}

use Measure::{Bare, Duration, Fraction, Money, Percent, Point, Times};

#[test]
fn amounts() {
    check(&[
        ("4.19 trillion tokens", "tokens", Bare, "4185000000000 4195000000000"),
        ("4.19T,", ",", Bare, "4185000000000 4195000000000"),
        ("4.19tn", "", Bare, "4185000000000 4195000000000"),
        ("4,190 billion", "", Bare, "4189500000000 4190500000000"),
        ("0.666 trillion", "", Bare, "665500000000 666500000000"),
        ("12.96 trillion-token week", "-token week", Bare, "12955000000000 12965000000000"),
        ("4.19-trillion-token", "-token", Bare, "4185000000000 4195000000000"),
        ("five trillion", "", Bare, "4500000000000 5500000000000"),
        ("four point two trillion", "", Bare, "4150000000000 4250000000000"),
        ("one and a half trillion", "", Bare, "1450000000000 1550000000000"),
        ("half a trillion", "", Bare, "490000000000 510000000000"),
        ("three quarters of a million", "", Bare, "740000 760000"),
    ]);
}

#[test]
fn amounts_in_words_and_odd_digits() {
    check(&[
        ("a hundred trillion", "", Bare, "99500000000000 100500000000000"),
        ("hundred thousand", "", Bare, "99500 100500"),
        ("two hundred and fifty three thousand", "", Bare, "252500 253500"),
        ("two million five hundred thousand", "", Bare, "2499500 2500500"),
        ("1,234,567", "", Bare, "1234566.5 1234567.5"),
        ("1 234 567 units", "units", Bare, "1234566.5 1234567.5"),
        ("10 quadrillion", "", Bare, "9500000000000000 10500000000000000"),
        ("1.2k", "", Bare, "1150 1250"),
        ("4,19 trillion", "", Bare, "4185000000000 4195000000000"),
        ("twenty-five", "", Bare, "24.5 25.5"),
        ("fifteen hundred", "", Bare, "1499.5 1500.5"),
        ("two dozen weeks", "", Duration(TimeUnit::Week), "24 24"),
        ("2½ million", "", Bare, "2450000 2550000"),
        ("five trillion two weeks ago", "two weeks ago", Bare, "4500000000000 5500000000000"),
        ("1.2e12", "", Bare, "1150000000000 1250000000000"),
        ("minus five percent", "", Percent, "-5.5 -4.5"),
    ]);
}

#[test]
fn percentages_points_and_fractions() {
    check(&[
        ("34.9%.", ".", Percent, "34.85 34.95"),
        ("8.5 % in", "in", Percent, "8.45 8.55"),
        ("34.9 per cent", "", Percent, "34.85 34.95"),
        ("34.9-percent rise", "rise", Percent, "34.85 34.95"),
        ("−8.5 %", "", Percent, "-8.55 -8.45"),
        ("-26.22%", "", Percent, "-26.225 -26.215"),
        ("–8.5%", "", Percent, "-8.55 -8.45"),
        ("+34.9% WoW", "WoW", Percent, "34.85 34.95"),
        ("8.4 percentage points", "", Point, "8.35 8.45"),
        ("6.5pp to", "to", Point, "6.45 6.55"),
        ("40 basis points", "", Point, "0.395 0.405"),
        ("a third of all tokens", "of all tokens", Fraction, "32.333333 34.333333"),
        ("two-thirds of", "of", Fraction, "65.666667 67.666667"),
        ("nearly half of", "of", Fraction, "47.5 50>"),
        ("more than half the volume", "the volume", Fraction, "50< …"),
        ("one in five tokens", "tokens", Fraction, "19 21"),
        ("2/3 of", "of", Fraction, "65.666667 67.666667"),
        ("half a percent", "", Percent, "0.45 0.55"),
        ("point five percent of", "of", Percent, "0.45 0.55"),
        ("point two five trillion", "", Bare, "245000000000 255000000000"),
    ]);
}

#[test]
fn hedges() {
    check(&[
        ("more than 100 trillion", "", Bare, "100000000000000< …"),
        ("just over a third,", ",", Fraction, "33.333333< 35"),
        ("just 3.4 trillion", "", Bare, "3350000000000 3450000000000"),
        ("some 40 people", "people", Bare, "35 45"),
        ("~4.19T", "", Bare, "3980500000000 4399500000000"),
        ("up to 5 trillion", "", Bare, "… 5000000000000"),
        ("at least 20%", "", Percent, "20 …"),
        ("no more than 20%", "", Percent, "… 20"),
        ("fewer than 20 models", "models", Bare, "… 20>"),
        ("600 million or so", "", Bare, "550000000 650000000"),
        ("4 trillion or more", "", Bare, "4000000000000 …"),
        ("100+ trillion", "", Bare, "100000000000000< …"),
        ("40%+", "", Percent, "40< …"),
        ("exactly 4.19 trillion", "", Bare, "4190000000000 4190000000000"),
        ("a bit over 5 trillion", "", Bare, "5000000000000< 5500000000000"),
        ("100+ models", "models", Bare, "100< …"),
        ("four trillion-plus week", "week", Bare, "4000000000000< …"),
    ]);
}

#[test]
fn ranges_ratios_money_and_durations() {
    check(&[
        ("30-40%", "", Percent, "29.5 40.5"),
        ("30–40 per cent", "", Percent, "29.5 40.5"),
        ("4 to 5 trillion", "", Bare, "3500000000000 5500000000000"),
        ("between 3 and 4 percent", "", Percent, "2.5 4.5"),
        ("between 900 billion and 1.1 trillion", "", Bare, "899500000000 1150000000000"),
        ("between one hundred and two hundred", "", Bare, "99.5 200.5"),
        ("$7-8 million", "", Money, "6500000 8500000"),
        ("three to four weeks", "", Duration(TimeUnit::Week), "3 4"),
        ("1.81 times that", "that", Times, "1.805 1.815"),
        ("three times as", "as", Times, "2.85 3.15"),
        ("2.5x", "", Times, "2.45 2.55"),
        ("more than double", "", Times, "2< …"),
        ("sixfold", "", Times, "5.7 6.3"),
        ("10-fold", "", Times, "9.5 10.5"),
        ("three-to-one", "", Times, "2.85 3.15"),
        ("3:1", "", Times, "2.85 3.15"),
        ("a factor of three", "", Times, "2.85 3.15"),
        ("a factor of 2.5", "", Times, "2.45 2.55"),
        ("one and a half times", "", Times, "1.425 1.575"),
        ("US$7bn", "", Money, "6500000000 7500000000"),
        ("7 million dollars", "", Money, "6500000 7500000"),
        ("nine weeks", "", Duration(TimeUnit::Week), "9 9"),
        ("nine-week run", "run", Duration(TimeUnit::Week), "9 9"),
        ("nearly four months", "", Duration(TimeUnit::Month), "3.5 4>"),
        ("two decades", "", Duration(TimeUnit::Year), "20 20"),
    ]);
}

#[test]
fn signs() {
    check(&[
        ("-5 models", "models", Bare, "-5.5 -4.5"),
        ("minus five", "", Bare, "-5.5 -4.5"),
        ("negative seven", "", Bare, "-7.5 -6.5"),
        ("-4/5", "", Fraction, "-81 -79"),
        ("between negative ten and fifteen", "", Bare, "-10.5 15.5"),
        ("-5 to 10 percent", "", Percent, "-5.5 10.5"),
        ("-5% to -10%", "to -10%", Percent, "-5.5 -4.5"),
        ("-3 to -7 percent", "", Percent, "-7.5 -2.5"),
        ("5-10", "", Bare, "4.5 10.5"),
    ]);
}

#[test]
fn powers() {
    check(&[
        ("10^5", "", Bare, "100000 100000"),
        ("2.5^-1", "", Bare, "0.4 0.4"),
        ("1e6", "", Bare, "500000 1500000"),
        ("12.5e+9", "", Bare, "12450000000 12550000000"),
        ("-12e-1", "", Bare, "-1.25 -1.15"),
        ("7 e", "e", Bare, "6.5 7.5"),
        ("2^99 models", "^99 models", Bare, "1.5 2.5"),
    ]);
}

#[test]
fn mixed_numbers_and_fractions() {
    check(&[
        ("1 1/2", "", Bare, "1.45 1.55"),
        ("2 1/4 points", "", Point, "2.245 2.255"),
        ("two and a fifth", "", Bare, "2.15 2.25"),
        ("a hundred and three quarters", "", Bare, "100.745 100.755"),
        ("a hundred and six", "", Bare, "105.5 106.5"),
        ("seven eighths of", "of", Fraction, "86.5 88.5"),
        ("one twentieth of", "of", Fraction, "4 6"),
        ("one twenty-fifth of", "of", Fraction, "3 5"),
        ("nine fifths", "", Fraction, "179 181"),
        ("two hundred thirty-fifths", "", Fraction, "570.428571 572.428571"),
        ("a hundredth.", ".", Fraction, "0 2"),
        ("one over eight", "", Fraction, "11.5 13.5"),
        ("thirty point twenty-five", "", Bare, "30.245 30.255"),
        ("seven million three hundred", "", Bare, "7000299.5 7000300.5"),
        ("one hundred four models", "models", Bare, "103.5 104.5"),
        ("two thousand one hundred four", "", Bare, "2103.5 2104.5"),
        ("four hundred two thousand six", "", Bare, "402005.5 402006.5"),
        ("a hundred two weeks ago", "two weeks ago", Bare, "99.5 100.5"),
        ("a hundred one in five", "one in five", Bare, "99.5 100.5"),
        ("12 k", "", Bare, "11500 12500"),
        ("40 percentage", "", Percent, "39.5 40.5"),
        ("one over eight weeks", "over eight weeks", Bare, "0.5 1.5"),
        ("four and a third place", "and a third place", Bare, "3.5 4.5"),
        ("five and a third of all tokens", "and a third of all tokens", Bare, "4.5 5.5"),
        ("5 trillion and 200 billion", "and 200 billion", Bare, "4500000000000 5500000000000"),
    ]);
}

#[test]
fn bounds_on_both_sides() {
    check(&[
        ("more than 20 and less than 35 models", "models", Bare, "20< 35>"),
        ("below 1,500 but above 1,000", "", Bare, "1000< 1500>"),
        ("at least 20% and at most 40%", "", Percent, "20 40"),
        ("less than or equal to 30", "", Bare, "… 30"),
        ("greater than or equal to 30", "", Bare, "30 …"),
        ("equal to or more than 30", "", Bare, "30 …"),
        ("no lower than 30", "", Bare, "30 …"),
        ("about 500 or more", "", Bare, "450 …"),
        ("about 500 or less", "", Bare, "… 550"),
        ("500 and more", "", Bare, "500 …"),
        ("10%-20%", "", Percent, "9.5 20.5"),
        ("20~100", "", Bare, "19.5 100.5"),
        ("20 ~ 100", "", Bare, "19.5 100.5"),
        ("20 ~100", "~100", Bare, "19.5 20.5"),
        ("more than 20 less than 35", "", Bare, "20< 35>"),
        ("> 20 < 35", "", Bare, "20< 35>"),
        ("more than 1 trillion less than 5 trillion", "less than 5 trillion", Bare, "1000000000000< …"),
        ("between half a million and two million", "", Bare, "490000 2500000"),
        ("maximum 30 models", "models", Bare, "… 30"),
        ("minimum 30%", "", Percent, "30 …"),
        ("20 through 100", "", Bare, "19.5 100.5"),
        ("more than 4 and less than 5 trillion", "", Bare, "4000000000000< 5000000000000>"),
        ("at least -5 but at most 3 percent", "", Percent, "-5 3"),
        // Two units, or no number between.
        ("more than 4% and less than 5 points", "and less than 5 points", Percent, "4< …"),
        ("over 5 trillion and above all", "and above all", Bare, "5000000000000< …"),
    ]);
}

#[test]
fn groups_and_signs_of_digits() {
    check(&[
        ("1'234'567", "", Bare, "1234566.5 1234567.5"),
        ("4’190’000 units", "units", Bare, "4189999.5 4190000.5"),
        ("12\u{202f}345 units", "units", Bare, "12344.5 12345.5"),
        ("12\u{a0}345\u{a0}678", "", Bare, "12345677.5 12345678.5"),
        ("12 345", "345", Bare, "11.5 12.5"),
        ("4,19 %", "", Percent, "4.185 4.195"),
        ("⅓ of", "of", Fraction, "32.333333 34.333333"),
        ("2⅓ million", "", Bare, "2323333.333333 2343333.333333"),
        ("½ a trillion", "", Bare, "490000000000 510000000000"),
        ("0.4 of a percentage point", "", Point, "0.35 0.45"),
        ("two tenths of a percent", "", Percent, "0.19 0.21"),
        ("less than a half percent", "", Percent, "… 0.5>"),
        ("three-quarters percent", "", Percent, "0.74 0.76"),
        ("a quarter-point", "", Point, "0.24 0.26"),
        ("5 of a kind", "of a kind", Bare, "4.5 5.5"),
    ]);
}

#[test]
fn the_first_shares_the_scale_of_the_second() {
    let first = |text: &str| {
        let found = read(text, 1, |input| {
            let (rest, found) = single(input)?;
            Ok((rest, shared(input, rest, &found)))
        });
        found.and_then(|(found, _)| found).map(|found| (found.measure, words(&found.quantity.written())))
    };
    let row = |measure, text: &str| Some((measure, text.to_owned()));
    assert_eq!(first("from 4 to 5.5 trillion"), row(Bare, "3500000000000 4500000000000"));
    assert_eq!(first("from 20 to 30 percent"), row(Percent, "19.5 20.5"));
    assert_eq!(first("from 2.5 to 3 points"), row(Point, "2.45 2.55"));
    for text in [
        "from 4 to 6", "from 900 to 1.1 trillion", "from 20% to 30%", "from 4 and 5 trillion",
        "from 4 to 6 weeks",
    ] {
        assert_eq!(first(text), None, "{text}");
    }
}

#[test]
fn bounds_that_do_not_fit() {
    for text in ["more than 40 and less than 30", "more than 900 and less than 1.1 trillion"] {
        assert!(read(text, 0, quantity).is_none(), "{text}");
    }
}

#[test]
fn large_ordinals() {
    for (text, expected) in [
        ("three trillionth", Some(3_000_000_000_000)),
        ("two hundred twenty fifth", Some(225)),
        ("two hundred and twenty-fifth", Some(225)),
        ("five thousand and third", Some(5003)),
        ("a hundredth", None),
        ("one million two thousand and ninth", Some(1_002_009)),
        ("one second", None),
        ("five and second", None),
        ("twenty one", None),
    ] {
        assert_eq!(read(text, 0, large_ordinal).map(|found| found.0), expected, "{text}");
    }
}

#[test]
fn two_amounts_are_no_range() {
    check(&[
        ("14% to 4.48 trillion", "to 4.48 trillion", Percent, "13.5 14.5"),
        ("0.4 trillion to 4.5 trillion", "to 4.5 trillion", Bare, "350000000000 450000000000"),
        ("40 to 30 percent", "to 30 percent", Bare, "39.5 40.5"),
    ]);
    let after_from = read("from 40 to 50 percent", 1, quantity).map(|found| found.1);
    assert_eq!(after_from.as_deref(), Some("to 50 percent"));
    let wide = read("900 million to 1.1 billion", 0, range).map(|found| words(&found.0.quantity.written()));
    assert_eq!(wide.as_deref(), Some("899500000 1150000000"));
}

#[test]
fn no_quantities() {
    for (text, skip) in [
        ("M2.5", 1),
        ("V4-Flash", 1),
        ("Alder-5", 2),
        ("12:15", 0),
        ("1990s", 0),
        ("2026-06-22", 0),
        ("3.5.2", 0),
        ("#1", 1),
        ("22nd", 0),
        ("5 sextillion", 0),
        ("99999999999999999999999999999999999999999999", 0),
        ("999999999999999999999999999999 quintillion", 0),
        ("third", 0),
        ("a third consecutive week", 0),
        ("a third place", 0),
        ("double-digit", 0),
        ("a third percentage point", 0),
        ("point five models", 0),
        ("point five", 0),
        ("more", 0),
        ("over", 0),
        ("between", 0),
        ("a", 0),
        ("half-year", 0),
        ("second half", 1),
        ("$", 0),
        ("-", 0),
        ("", 0),
    ] {
        let found = read(text, skip, quantity);
        assert!(found.is_none(), "{text}: {found:?}");
    }
}

#[test]
fn ordinals_and_whole_numbers() {
    let ordinals = [
        ("third", Some(3)),
        ("3rd", Some(3)),
        ("twenty-first", Some(21)),
        ("21st place", Some(21)),
        ("one hundred and fifth", Some(105)),
        ("two hundredth", Some(200)),
        ("seconds", None),
        ("thirds", None),
        ("third-party", None),
        ("3", None),
    ];
    for (text, expected) in ordinals {
        assert_eq!(read(text, 0, ordinal).map(|found| found.0), expected, "{text}");
    }
    let cardinals = [
        ("nine", 0, Some(9)),
        ("12", 0, Some(12)),
        ("1,200", 0, Some(1200)),
        ("two dozen", 0, Some(24)),
        ("a dozen", 0, Some(12)),
        ("top-ten", 2, Some(10)),
        ("top-10", 2, Some(10)),
        ("two hundred", 0, Some(200)),
        ("4.5", 0, None),
        ("34%", 0, None),
        ("M2", 1, None),
        ("3rd", 0, None),
        ("9999999", 0, None),
        ("five trillion", 0, None),
        ("5 trillion", 0, None),
    ];
    for (text, skip, expected) in cardinals {
        assert_eq!(read(text, skip, cardinal).map(|found| found.0), expected, "{text}");
    }
}

#[test]
fn bounds_of_every_kind() {
    check(&[
        ("more than 5 but less than 10", "", Bare, "5< 10>"),
        ("at most 10 and at least 5 models", "models", Bare, "5 10"),
        ("above 4 and below 5 trillion", "", Bare, "4000000000000< 5000000000000>"),
        ("more than -10 but less than 5", "", Bare, "-10< 5>"),
        ("higher than 100, lower than 300.", ".", Bare, "100< 300>"),
        ("more than 100, less than 300 of them", ", less than 300 of them", Bare, "100< …"),
        ("more than a quarter but less than half.", ".", Fraction, "25< 50>"),
        ("more than five but less than ten weeks", "", Duration(TimeUnit::Week), "5< 10>"),
        ("more than $5 but less than $10", "", Money, "5< 10>"),
        ("more than 5 and at most 10 cents", "", Money, "0.05< 0.1"),
        ("between a third and a half", "", Fraction, "32.333333 51"),
        ("two to three dozen", "", Bare, "23.5 36.5"),
        ("4 trillion, plus or minus 5%", "", Bare, "3800000000000 4200000000000"),
        ("4.2 ± 0.1 trillion", "", Bare, "4100000000000 4300000000000"),
        ("20% ± 2 points", "", Percent, "18 22"),
    ]);
    assert_eq!(read("more than 900 and less than 1.1 trillion", 0, quantity), None);
    assert_eq!(read("more than 10 and less than 5", 0, quantity), None);
}

#[test]
fn numbers_that_are_put_together() {
    check(&[
        ("one thousand and five hundred", "", Bare, "1499.5 1500.5"),
        ("two thousand five hundred billion", "", Bare, "2499500000000 2500500000000"),
        ("two thousand and five hundred billion", "", Bare, "2499500000000 2500500000000"),
        ("two trillion and three hundred billion tokens", "tokens", Bare, "2299500000000 2300500000000"),
        (
            "two trillion and three billion tokens, respectively",
            "and three billion tokens, respectively",
            Bare,
            "1500000000000 2500000000000",
        ),
        ("hundred and fifty", "", Bare, "149.5 150.5"),
        ("a million and a half", "", Bare, "1450000 1550000"),
        ("three hundred and two dozen", "", Bare, "323.5 324.5"),
        ("10 000 models", "models", Bare, "9999.5 10000.5"),
        ("20ish", "", Bare, "15 25"),
        ("20 and up", "", Bare, "20 …"),
        ("200 or greater than.", ".", Bare, "200 …"),
        ("a thirteenth of", "of", Fraction, "6.692308 8.692308"),
        ("a percentage of 12.5", "", Percent, "12.45 12.55"),
        ("percent of ten", "", Percent, "9.5 10.5"),
    ]);
    for text in ["a percentage of 10 models", "two seconds of", "percentage of the 10"] {
        let found = read(text, 0, quantity).map(|(found, _)| found.measure);
        assert!(!matches!(found, Some(Percent | Fraction)), "{text}: {found:?}");
    }
}

#[test]
fn bounds_below_zero() {
    check(&[
        ("greater than -5", "", Bare, "-5< …"),
        ("below -5%", "", Percent, "… -5>"),
        ("less than minus five", "", Bare, "… -5>"),
        ("more than -5%", "", Percent, "… -5>"),
        ("minus 5 to plus 5", "", Bare, "-5.5 5.5"),
    ]);
}

#[test]
fn ends_that_share_their_unit() {
    check(&[
        ("10- to 15-percent rise", "rise", Percent, "9.5 15.5"),
        ("two- to threefold", "", Times, "1.5 3.5"),
        ("anywhere from 3 million to 5 million", "", Bare, "2500000 5500000"),
        ("somewhere between 4 and 5 trillion", "", Bare, "3500000000000 5500000000000"),
        ("at the very most 64", "", Bare, "… 64"),
        ("more than 15 or equal to it", "", Bare, "15 …"),
        ("5 or 6 trillion", "", Bare, "4500000000000 6500000000000"),
        ("a factor of one and a half", "", Times, "1.425 1.575"),
        ("4.2 × 10^12", "", Bare, "4150000000000 4250000000000"),
    ]);
}

#[test]
fn parts_and_hundreds() {
    check(&[
        ("an eighth of", "of", Fraction, "11.5 13.5"),
        ("2 thirds of", "of", Fraction, "65.666667 67.666667"),
        ("2 and 1/2", "", Bare, "2.45 2.55"),
        ("one-hundred-and-one", "", Bare, "100.5 101.5"),
        ("hundred percent", "", Percent, "99.5 100.5"),
    ]);
    let ordinal = |text| read(text, 0, ordinal);
    assert_eq!(ordinal("hundred and first"), Some((101, String::new())));
    assert_eq!(ordinal("thirteenth"), Some((13, String::new())));
}
