//! The figures of the corpus, and every difference, as text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use recount_model::fields::{PeriodFields, ValueFields};
use recount_model::{AssertionFields, Predicate};

use super::Corpus;
use super::score::Outcome;

/// Counts of assertions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Read as labelled.
    pub right: usize,
    /// Read otherwise.
    pub wrong: usize,
    /// Not read.
    pub missed: usize,
}

impl Tally {
    fn add(&mut self, outcome: &Outcome) {
        self.right += outcome.right.len();
        self.wrong += outcome.wrong.len();
        self.missed += outcome.missed.len();
    }

    /// Precision, recall and F1 in per mille, each rounded down; nothing read is
    /// a precision of 1000, nothing to read a recall of 1000.
    #[must_use]
    pub fn rates(self) -> [usize; 3] {
        let part = |of: usize, whole: usize| (of * 1000).checked_div(whole).unwrap_or(1000);
        let twice = 2 * self.right;
        [
            part(self.right, self.right + self.wrong),
            part(self.right, self.right + self.missed),
            part(twice, twice + self.wrong + self.missed),
        ]
    }

    fn row(self, name: &str) -> String {
        let [precision, recall, f1] = self.rates().map(|rate| format!("{}.{:03}", rate / 1000, rate % 1000));
        let Self { right, wrong, missed } = self;
        format!("{name:<22} {right:>5} {wrong:>5} {missed:>6}   {precision}  {recall}  {f1}")
    }
}

const HEAD: &str = "                       right wrong missed   prec.  recall F1";

/// Everything that `just corpus` prints.
#[must_use]
pub fn show(corpus: &Corpus) -> String {
    let mut text = summary(corpus);
    let _ = writeln!(text, "\nDIFFERENCES: + labelled and not read, - read and not labelled, ! listed\n");
    for outcome in &corpus.outcomes {
        difference(&mut text, outcome);
    }
    text
}

/// The tables.
fn summary(corpus: &Corpus) -> String {
    let outcomes = &corpus.outcomes;
    let mut text = format!(
        "{} entries, {} sentences; {} entries combine constructions, {} state nothing\n\n{HEAD}\n",
        corpus.entries,
        outcomes.len(),
        corpus.combined,
        corpus.empty,
    );
    let mut all = Tally::default();
    outcomes.iter().for_each(|outcome| all.add(outcome));
    let _ = writeln!(text, "{}", all.row("in total"));
    for (name, tally) in by(outcomes, |outcome| vec![outcome.sheet.as_str()]) {
        let _ = writeln!(text, "{}", tally.row(name));
    }
    let worthy = outcomes.iter().filter(|outcome| outcome.worthy).count();
    let count = |test: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| test(outcome)).count();
    let _ = writeln!(
        text,
        "\nof {worthy} sentences worth a check, {} were neither read nor listed, {} read in part and the rest not \
         listed,\n{} listed as not understood where they are not checkable",
        count(|outcome| outcome.silent),
        count(|outcome| outcome.half_silent),
        count(|outcome| outcome.misfiled),
    );
    let _ = writeln!(text, "\nBY KIND\n{HEAD}");
    kinds(&mut text, outcomes);
    let _ = writeln!(text, "\nBY CONSTRUCTION\n{HEAD}");
    for (id, tally) in by(outcomes, |outcome| outcome.ids.iter().map(String::as_str).collect()) {
        let _ = writeln!(text, "{}", tally.row(id));
    }
    text
}

fn by<'o>(outcomes: &'o [Outcome], names: impl Fn(&'o Outcome) -> Vec<&'o str>) -> BTreeMap<&'o str, Tally> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for outcome in outcomes {
        for name in names(outcome) {
            tallies.entry(name).or_default().add(outcome);
        }
    }
    tallies
}

fn kinds(text: &mut String, outcomes: &[Outcome]) {
    for kind in Predicate::KINDS {
        let count = |list: fn(&Outcome) -> &Vec<AssertionFields>| {
            let fields = outcomes.iter().flat_map(list);
            fields.filter(|fields| fields.kind == kind).count()
        };
        let tally = Tally {
            right: count(|outcome| &outcome.right),
            wrong: count(|outcome| &outcome.wrong),
            missed: count(|outcome| &outcome.missed),
        };
        let _ = writeln!(text, "{}", tally.row(kind));
    }
}

fn difference(text: &mut String, outcome: &Outcome) {
    let same = outcome.wrong.is_empty() && outcome.missed.is_empty();
    if same && !outcome.silent && !outcome.half_silent && !outcome.misfiled {
        return;
    }
    let _ = writeln!(text, "{} [{}] {}", outcome.sheet, outcome.ids.join("+"), outcome.text);
    for missed in &outcome.missed {
        let _ = writeln!(text, "    + {} ({})", told(missed), missed.metric);
    }
    for wrong in &outcome.wrong {
        let _ = writeln!(text, "    - {} ({})", told(wrong), wrong.metric);
    }
    for remark in &outcome.remarks {
        let _ = writeln!(text, "    ! {remark}");
    }
    let words = [
        (outcome.silent, "neither read nor listed"),
        (outcome.half_silent, "the rest is not listed"),
        (outcome.misfiled, "not checkable, but listed as not understood"),
    ];
    for (_, words) in words.iter().filter(|(holds, _)| *holds) {
        let _ = writeln!(text, "    ({words})");
    }
}

/// An assertion on one line: what is at its default is left out.
#[must_use]
pub fn told(fields: &AssertionFields) -> String {
    let mut line = format!("{} {}", fields.kind, fields.subject.join("+"));
    let mut add = |words: String| {
        line.push(' ');
        line.push_str(&words);
    };
    if !fields.object.is_empty() {
        add(format!("against {}", fields.object.join("+")));
    }
    if let Some(value) = &fields.value {
        add(interval(value));
    }
    add(fields.period.map_or_else(|| "at any time".to_owned(), |p| format!("at {}", days(p))));
    if let Some(base) = fields.base {
        add(format!("base {}", days(base)));
    }
    if let Some(movement) = &fields.movement {
        add(format!("move {movement}"));
    }
    if let Some(top) = fields.top {
        add(format!("top {top}"));
    }
    if let Some(weeks) = fields.weeks {
        add(format!("weeks {weeks}"));
    }
    if let Some(range) = fields.weeks_range {
        add(format!("weeks {:?} to {:?}", range.low, range.high));
    }
    let flags = [(fields.negated, "negated"), (fields.ordinal, "ordinal"), (fields.cumulative, "cumulative")];
    flags.iter().filter(|(set, _)| *set).for_each(|(_, word)| add((*word).to_owned()));
    if let Some(scope) = &fields.scope {
        add(format!("scope {scope}"));
    }
    if let Some(of) = &fields.of {
        add(format!("of {{{}}}", told(of)));
    }
    line
}

fn days(period: PeriodFields) -> String {
    format!("{}..{}", period.start, period.end)
}

fn interval(value: &ValueFields) -> String {
    let end = |number: &Option<recount_model::Number>| {
        number.as_ref().map_or_else(|| "∞".to_owned(), ToString::to_string)
    };
    let low = if value.low_open || value.low.is_none() { '(' } else { '[' };
    let high = if value.high_open || value.high.is_none() { ')' } else { ']' };
    format!("{low}{}, {}{high} {}", end(&value.low), end(&value.high), value.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_of_what_was_read_and_of_what_is_said() {
        assert_eq!(Tally { right: 9, wrong: 1, missed: 2 }.rates(), [900, 818, 857]);
        assert_eq!(Tally::default().rates(), [1000, 1000, 1000]);
        assert_eq!(Tally { right: 0, wrong: 1, missed: 0 }.rates(), [0, 1000, 0]);
    }
}
