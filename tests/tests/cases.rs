//! Every folder under `cases/` and every shipped article, against its
//! reviewed report.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use std::sync::mpsc;
use std::time::Duration;

use recount_tests::{articles, cases, copy, repository, run, run_case};

/// A run that takes longer has failed, unoptimised and on a busy machine too.
const LIMIT: Duration = Duration::from_secs(120);

/// Runs all of them at once; `None` for one that does not end in time.
fn run_all(runs: Vec<impl FnOnce() -> String + Send + 'static>) -> Vec<Option<String>> {
    let ends: Vec<_> = runs.into_iter().map(started).collect();
    let ran = ends.into_iter().map(|end| end.recv_timeout(LIMIT).ok());
    ran.collect()
}

fn started(run: impl FnOnce() -> String + Send + 'static) -> mpsc::Receiver<String> {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || send.send(run()));
    receive
}

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
    let runs = cases.iter().cloned().map(|case| move || run_case(&case));
    for (case, ran) in cases.iter().zip(run_all(runs.collect())) {
        let same = ran.is_some_and(|ran| compare(case, "report", &ran));
        if !same {
            differ.push(case.display().to_string());
        }
    }
    assert!(differ.is_empty(), "these reports differ, or took too long: {differ:#?}");
}

/// Alone, each of them, and without the claims by hand, which have their own.
#[test]
fn every_shipped_article_gives_its_reviewed_report() {
    let here = repository();
    let place = tempfile::tempdir().expect("a temporary folder");
    copy(&here.join("articles"), &place.path().join("articles"), &[]);
    copy(&here.join("claims"), &place.path().join("claims"), &["by-hand"]);
    let mut differ = Vec::new();
    let names = articles(&here.join("articles"));
    let runs = names.iter().map(|name| {
        let (folder, path) = (place.path().to_path_buf(), format!("articles/{name}"));
        move || run(&folder, &["check", &path], "").to_string()
    });
    let snapshots = here.join("tests").join("articles");
    for (name, ran) in names.iter().zip(run_all(runs.collect())) {
        let same = ran.is_some_and(|ran| compare(&snapshots, name, &ran));
        if !same {
            differ.push(name.clone());
        }
    }
    assert!(differ.is_empty(), "these reports differ, or took too long: {differ:#?}");
}

#[test]
fn the_claims_by_hand_give_their_reviewed_report() {
    let here = repository();
    let place = tempfile::tempdir().expect("a temporary folder");
    copy(&here.join("claims"), &place.path().join("claims"), &[]);
    std::fs::create_dir(place.path().join("articles")).expect("a temporary folder");
    std::fs::write(place.path().join("articles").join("empty.md"), "").expect("a file");
    let ran = run(place.path(), &["check"], "");
    assert!(compare(&here.join("tests").join("articles"), "by-hand", &ran.to_string()));
}
