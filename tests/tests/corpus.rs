//! The labelled corpus, `tests/sentences/corpus/`: that it is as broad as it
//! should be, and what the grammar reads of it, in `tests/sentences/corpus.snap`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use recount_tests::corpus::sheet::Entry;
use recount_tests::corpus::{construction, entries, measure, show};

fn all() -> Vec<(String, Entry)> {
    entries().unwrap_or_else(|errors| panic!("{}", errors.join("\n")))
}

#[test]
fn what_the_grammar_reads_is_as_reviewed() {
    let corpus = measure().unwrap_or_else(|errors| panic!("{}", errors.join("\n")));
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("sentences"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("corpus", show::show(&corpus)));
}

#[test]
fn no_sentence_is_there_twice() {
    let mut seen = BTreeSet::new();
    for (sheet, entry) in all() {
        assert!(seen.insert(entry.text().0), "twice, in {sheet}: {}", entry.text().0);
    }
}

#[test]
fn every_construction_is_there_alone_or_with_others_three_times() {
    let mut times: BTreeMap<String, usize> = construction::forms().into_iter().map(|id| (id, 0)).collect();
    for (_, entry) in all() {
        for id in entry.ids {
            *times.entry(id).or_default() += 1;
        }
    }
    let seldom: Vec<_> = times.iter().filter(|(_, times)| **times < 3).collect();
    assert!(seldom.is_empty(), "{seldom:?}");
}

#[test]
fn a_third_combines_constructions_and_a_quarter_states_nothing() {
    let entries = all();
    let combined = entries.iter().filter(|(_, entry)| entry.ids.len() > 1).count();
    let empty = entries.iter().filter(|(_, entry)| entry.is_empty()).count();
    assert!(entries.len() >= 600, "{}", entries.len());
    assert!(combined * 3 >= entries.len(), "{combined} of {}", entries.len());
    assert!(empty * 4 >= entries.len(), "{empty} of {}", entries.len());
}
