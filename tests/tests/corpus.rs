//! The labelled corpus, `tests/sentences/corpus/`: that it is as broad as it
//! should be, and what the grammar reads of it, in `tests/sentences/corpus.snap`.

use std::collections::BTreeSet;
use std::path::Path;

use recount_tests::corpus::{entries, measure, show};

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
    let entries = entries().unwrap_or_else(|errors| panic!("{}", errors.join("\n")));
    let mut seen = BTreeSet::new();
    for (sheet, entry) in &entries {
        assert!(seen.insert(entry.text().0), "twice, in {sheet}: {}", entry.text().0);
    }
}
