//! Every folder under `cases/` and every shipped article, against its
//! reviewed report.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use recount_tests::{articles, cases, copy, repository, run, run_case};

/// Compares what was printed with `<folder>/<name>.snap`; paths of this
/// machine are no part of it.
fn compare(folder: &Path, name: &str, printed: &str) -> bool {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let here = repository();
    let printed = printed.replace(&here.display().to_string(), "[repository]");
    let compare = || settings.bind(|| insta::assert_snapshot!(name, printed));
    catch_unwind(AssertUnwindSafe(compare)).is_ok()
}

#[test]
fn every_case_gives_its_reviewed_report() {
    let cases = cases();
    assert!(!cases.is_empty());
    let mut differ = Vec::new();
    for case in &cases {
        if !compare(case, "report", &run_case(case).to_string()) {
            differ.push(case.display().to_string());
        }
    }
    assert!(differ.is_empty(), "these reports differ: {differ:#?}");
}

/// Alone, each of them, and without the claims by hand, which have their own.
#[test]
fn every_shipped_article_gives_its_reviewed_report() {
    let here = repository();
    let place = tempfile::tempdir().expect("a temporary folder");
    copy(&here.join("articles"), &place.path().join("articles"), &[]);
    copy(
        &here.join("claims"),
        &place.path().join("claims"),
        &["by-hand"],
    );
    let mut differ = Vec::new();
    for name in articles(&here.join("articles")) {
        let ran = run(place.path(), &["check", &format!("articles/{name}")], "");
        let snapshots = here.join("tests").join("articles");
        if !compare(&snapshots, &name, &ran.to_string()) {
            differ.push(name);
        }
    }
    assert!(differ.is_empty(), "these reports differ: {differ:#?}");
}

#[test]
fn the_claims_by_hand_give_their_reviewed_report() {
    let here = repository();
    let place = tempfile::tempdir().expect("a temporary folder");
    copy(&here.join("claims"), &place.path().join("claims"), &[]);
    std::fs::create_dir(place.path().join("articles")).expect("a temporary folder");
    std::fs::write(place.path().join("articles").join("empty.md"), "").expect("a file");
    let ran = run(place.path(), &["check"], "");
    assert!(compare(
        &here.join("tests").join("articles"),
        "by-hand",
        &ran.to_string()
    ));
}
