//! Mistakes of the vocabulary.

use insta::assert_snapshot;

use crate::world::{FIGURES, VOCABULARY, wrong};

/// The vocabulary of the world with something added to it.
fn vocabulary(added: &str) -> String {
    wrong(&format!("{VOCABULARY}\n{added}"), "", "")
}

#[test]
fn wrong_types() {
    assert_snapshot!(vocabulary(
        "[[entity]]\nid = 1\n[[entity]]\nid = \"fir\"\nnames = \"Fir\"\nseries = []\n\
         [[entity]]\nid = \"\"\n[[scope]]\nid = \"few\"\ntop = 0\nnames = [1, \"\"]\n\
         [[metric]]\nid = \"m\"\nunit = \"u\"\nadds_up = \"yes\"\n"
    ), @r#"
    vocabulary.toml:50: `id` is an integer
      ^ 1 — expected a string
    vocabulary.toml:53: `names` is a string
      ^ "Fir" — expected a list of strings
    vocabulary.toml:54: `series` is empty
      ^ series = [] — expected at least one series id
    vocabulary.toml:56: `id` is empty
      ^ "" — expected some text
    vocabulary.toml:59: `top` is out of range
      ^ 0 — expected a whole number from 1
    vocabulary.toml:60: `names` holds an integer
      ^ 1 — expected a list of strings
    vocabulary.toml:60: an empty string in `names`
      ^ "" — expected text
    vocabulary.toml:64: `adds_up` is a string
      ^ "yes" — expected true or false
    "#);
}

#[test]
fn a_series_with_the_id_of_a_group_that_does_not_hold_it() {
    let group = |where_: &str| {
        let vocabulary = format!(
            "{VOCABULARY}\n[[group]]\nid = \"south/cedar\"\nnames = [\"Cedars\"]\nwhere = {where_}\n"
        );
        wrong(&vocabulary, FIGURES, "")
    };
    assert_snapshot!(group("{ region = \"south\" }"), @r#"
    vocabulary.toml:50: the group "south/cedar" does not hold the series "south/cedar"
      ^ "south/cedar" — expected another id, or attributes of the series
      = give the series "south/cedar" what `where` selects, or list it in an [[entity]]
    figures.toml:14: the series "south/cedar" has the id of a [[group]] that does not hold it
      ^ "south/cedar" = 500 — the first of its figures
    "#);
    // Where it holds the series, both are one.
    assert_eq!(group("{ kind = \"tree\" }"), "nothing");
    assert_eq!(group("{}"), "nothing");
}

#[test]
fn unknown_words_of_a_metric() {
    assert_snapshot!(vocabulary(
        "[[metric]]\nid = \"m\"\nunit = \"u\"\nbest = \"high\"\nweek_starts = \"mondy\"\ndefault_scope = \"charts\"\n"
    ), @r#"
    vocabulary.toml:52: unknown value of `best` "high"
      ^ "high" — expected one of highest, lowest
      = did you mean "highest"?
    vocabulary.toml:53: unknown weekday "mondy"
      ^ "mondy" — expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday
      = did you mean "monday"?
    vocabulary.toml:54: unknown scope "charts"
      ^ "charts" — expected one of chart, listed
      = did you mean "chart"?
    "#);
}

#[test]
fn attributes_that_are_none() {
    assert_snapshot!(vocabulary(
        "[[series]]\nmatch = \"a\"\nattributes = { region = 5, kind = [], colour = [\"red\", 7], size = \"\" }\n\
         [[series]]\nmatch = \"b\"\nattributes = \"north\"\n"
    ), @r#"
    vocabulary.toml:51: `region` is an integer
      ^ 5 — expected a string, or a list of strings
    vocabulary.toml:51: `kind` has no value
      ^ [] — expected a string, or a list of strings
    vocabulary.toml:51: `colour` holds an integer
      ^ 7 — expected a string, or a list of strings
    vocabulary.toml:51: an empty string in `size`
      ^ "" — expected text
    vocabulary.toml:54: `attributes` is a string
      ^ "north" — expected a table
    "#);
}

#[test]
fn a_group_that_is_one_slip_from_what_some_series_have() {
    assert_snapshot!(vocabulary(
        "[[group]]\nid = \"norths\"\nwhere = { region = \"norht\" }\n\
         [[group]]\nid = \"regions\"\nwhere = { regoin = \"south\" }\nscope = \"lists\"\n\
         [[group]]\nid = \"west\"\nwhere = { region = \"west\" }\n"
    ), @r#"
    vocabulary.toml:51: no series has region = "norht"
      ^ "norht" — expected a value that some [[series]] has for `region`
      = did you mean "north"?
    vocabulary.toml:54: no series has an attribute `regoin`
      ^ regoin — expected an attribute of some [[series]]
      = did you mean "region"?
    vocabulary.toml:55: unknown scope "lists"
      ^ "lists" — expected one of chart, listed
      = did you mean "listed"?
    "#);
}

#[test]
fn ids_given_twice() {
    assert_snapshot!(vocabulary(
        "[[metric]]\nid = \"visits\"\nunit = \"visit\"\nnames = [\"calls\"]\n[[scope]]\nid = \"chart\"\n\
         [[group]]\nid = \"alder\"\nnames = [\"alders\"]\nwhere = {}\n"
    ), @r#"
    vocabulary.toml:50: the id "visits" is given twice
      ^ "visits" — expected another id
    vocabulary.toml:54: the id "chart" is given twice
      ^ "chart" — expected another id
    vocabulary.toml:56: the id "alder" is given twice
      ^ "alder" — expected another id
    "#);
}

#[test]
fn a_name_for_two_things() {
    assert_snapshot!(vocabulary(
        "[[entity]]\nid = \"fir\"\nnames = [\"Fir\", \"OLD-ALDER\", \"weekly  visits\"]\n\
         [[scope]]\nid = \"few\"\nnames = [\"The-North\"]\n[[group]]\nid = \"g\"\nnames = [\"- -\"]\nwhere = {}\n"
    ), @r#"
    vocabulary.toml:42: the name "the north" is used for two things
      ^ "the north" — a name of a [[group]] here
      = names match whatever their case, hyphens and spaces
    vocabulary.toml:51: the name "OLD-ALDER" is used for two things
      ^ "OLD-ALDER" — a name of an [[entity]] here
      = names match whatever their case, hyphens and spaces
    vocabulary.toml:51: the name "weekly  visits" is used for two things
      ^ "weekly  visits" — a name of an [[entity]] here
      = names match whatever their case, hyphens and spaces
    vocabulary.toml:57: "- -" cannot be a name
      ^ "- -" — expected more than spaces and hyphens
    "#);
}

#[test]
fn series_that_no_figures_have() {
    let added = "[[entity]]\nid = \"fir\"\nseries = [\"south/brich\", \"south/birch\", \"south/birch\", \"other\"]\n\
                 [[entity]]\nid = \"yew\"\n";
    assert_snapshot!(wrong(&format!("{VOCABULARY}\n{added}"), FIGURES, ""), @r#"
    vocabulary.toml:51: unknown series "south/brich"
      ^ "south/brich" — expected one of north/alder, north/alder:free, south/birch, south/cedar
      = did you mean "south/birch"?
    vocabulary.toml:51: the series "south/birch" is listed twice
      ^ "south/birch" — expected each series once
    vocabulary.toml:51: `other` is reserved for the sum of what is not listed
      ^ "other" — expected the id of a series
    "#);
}
