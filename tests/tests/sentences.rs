//! Sentences of an invented world, and what the grammar reads in each:
//! `tests/sentences/<topic>.txt`, one sentence a line, with a reviewed
//! `<topic>.snap` beside it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::date;
use recount_dataset::{Dataset, SourceFile, Sources};
use recount_grammar::{Options, Reader};
use recount_tests::corpus::show::told;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sentences")
}

#[test]
fn every_sentence_is_read_as_reviewed() {
    let vocabulary =
        std::fs::read_to_string(folder().join("claims/vocabulary.toml")).expect("the vocabulary");
    let file = SourceFile { name: "vocabulary.toml".to_owned(), text: Arc::from(vocabulary) };
    let sources = Sources { vocabulary: Some(file), figures: Vec::new(), by_hand: Vec::new() };
    let dataset = Dataset::load(sources).expect("a valid vocabulary");
    let reader = Reader::new(&dataset.vocabulary);
    let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
    let mut topics: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("the folder of sentences")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    topics.sort();
    assert!(!topics.is_empty());
    for topic in topics {
        let text = std::fs::read_to_string(&topic).expect("sentences");
        let mut report = String::new();
        for sentence in text.lines().filter(|line| !line.trim().is_empty()) {
            report.push_str(sentence);
            report.push('\n');
            if sentence.starts_with('#') {
                continue;
            }
            let reading = reader.statement(sentence, None, &options);
            for claim in &reading.claims {
                let _ = writeln!(report, "    {}", told(&claim.assertion.fields(&dataset.vocabulary)));
            }
            for remark in &reading.not_checkable {
                let _ = writeln!(report, "    - {}: {}", remark.span.of(sentence), remark.reason);
            }
            for remark in &reading.not_understood {
                let _ = writeln!(report, "    ! {}: {}", remark.span.of(sentence), remark.reason);
            }
        }
        let name = topic.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(folder());
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, report));
    }
}
