//! Canonical English both ways: every assertion prints as one sentence, and
//! the grammar reads the same assertion back from it.

mod draw;
mod world;

use std::sync::LazyLock;

use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use recount_grammar::{Options, Reader};
use recount_model::{Assertion, Vocabulary, statement};

use draw::Draw;

static WORLD: LazyLock<Vocabulary> = LazyLock::new(world::vocabulary);
static READER: LazyLock<Reader<'static>> = LazyLock::new(|| Reader::new(&WORLD));

/// Is it denied, or something in it?
fn is_denied(assertion: &Assertion) -> bool {
    assertion.negated || assertion.predicate.inner().is_some_and(is_denied)
}

/// What is wrong with the way there and back, if anything is.
fn trouble(assertion: &Assertion, vocabulary: &Vocabulary, reader: &Reader<'_>) -> Option<String> {
    let sentence = statement(assertion, vocabulary);
    // Where the assertion names no period, a day of publication would give it one.
    let published = assertion.period.map(|_| date(2030, 6, 3));
    let options = Options { published, reference: date(2030, 6, 2) };
    let reading = reader.statement(&sentence, None, &options);
    let said = assertion.fields(vocabulary);
    let read: Vec<_> = reading.claims.iter().map(|claim| claim.assertion.fields(vocabulary)).collect();
    let rest = (reading.not_understood, reading.not_checkable);
    // What is denied may mean more than one thing.
    let certain = reading.claims.iter().all(|claim| claim.readings.is_empty() || is_denied(&claim.assertion));
    if read == [said.clone()] && rest == (Vec::new(), Vec::new()) && certain {
        let admissible = |a: &Assertion| a.predicate.value().map(recount_model::Quantity::admissible);
        let same = admissible(assertion) == admissible(&reading.claims[0].assertion);
        return (!same).then(|| format!("{sentence}\n  another admissible interval"));
    }
    let mut report = sentence;
    for read in &read {
        report.push_str("\n  read");
        let lines = |fields| format!("{fields:#?}").lines().map(str::to_owned).collect::<Vec<_>>();
        let (said, read) = (lines(&said), lines(read));
        for line in said.iter().filter(|line| !read.contains(line)) {
            report.push_str(&format!(" | said {}", line.trim()));
        }
        for line in read.iter().filter(|line| !said.contains(line)) {
            report.push_str(&format!(" | read {}", line.trim()));
        }
    }
    for other in reading.claims.iter().flat_map(|claim| &claim.readings) {
        report.push_str(&format!("\n  or {}", statement(other, vocabulary)));
    }
    for remark in rest.0.iter().chain(&rest.1) {
        report.push_str(&format!(
            "\n  ! {}: {}",
            remark.span.of(&statement(assertion, vocabulary)),
            remark.reason
        ));
    }
    Some(report)
}

proptest! {
    #![proptest_config(Config {
        cases: 4096,
        rng_seed: RngSeed::Fixed(20_260_622),
        failure_persistence: None,
        ..Config::default()
    })]

    #[test]
    fn every_assertion_reads_back_from_its_sentence(choices in prop::collection::vec(any::<u32>(), 80)) {
        let assertion = Draw::new(&choices, &WORLD).assertion();
        let trouble = trouble(&assertion, &WORLD, &READER);
        prop_assert!(trouble.is_none(), "{}", trouble.unwrap_or_default());
    }
}
