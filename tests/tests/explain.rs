//! `recount explain`: what it advises is read, and it needs no claims folder.

use recount_tests::{repository, run};
use serde_json::Value;

/// The lines of JSON for statements, one each, read with the names of the
/// labelled sentences.
fn explained(statements: &str) -> Vec<Value> {
    let sentences = repository().join("tests").join("sentences");
    let ran = run(&sentences, &["explain", "-", "--published", "2026-06-12", "--format", "json"], statements);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let lines = ran.out.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().expect("each line is JSON")
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn every_stretch_that_is_not_understood_has_a_stop_and_every_sentence_advised_is_read() {
    let path = repository().join("tests").join("sentences").join("kept-apart.txt");
    let statements = std::fs::read_to_string(path).expect("a file of the repository");
    let mut advised = String::new();
    let mut stops = 0;
    for line in explained(&statements) {
        let (left, found) = (list(&line, "not_understood"), list(&line, "stops"));
        assert_eq!(left.is_empty(), found.is_empty(), "{line}");
        for stop in found {
            stops += 1;
            let (start, end) = (&stop["span"]["start"], &stop["span"]["end"]);
            let inside = left.iter().any(|remark| {
                let span = &remark["span"];
                span["start"].as_u64() <= start.as_u64() && end.as_u64() <= span["end"].as_u64()
            });
            assert!(inside, "{line}");
            let help = stop["help"].as_str().unwrap_or("");
            let (head, rest) = help.split_once("this").unwrap_or((help, ""));
            // "if it were one" speaks of a name that is not known.
            if !head.contains("no name of the vocabulary") {
                let rest = rest.trim_start_matches(" would be read:\n").trim_start_matches(": ");
                let lines = rest.lines().map(|line| line.rsplit("like this: ").next().unwrap_or(line));
                lines.for_each(|line| advised.push_str(&format!("{line}\n")));
            }
        }
    }
    assert!(stops > 20, "{stops} stops");
    let advised_lines = advised.lines().filter(|line| !line.is_empty()).count();
    assert!(advised_lines > 10, "{advised}");
    for line in explained(&advised) {
        assert!(!list(&line, "claims").is_empty(), "{line}");
        assert!(list(&line, "not_understood").is_empty(), "{line}");
    }
}

#[test]
fn without_a_claims_folder_numbers_and_times_are_seen() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let args = ["explain", "It rose 12% last week.", "--published", "2026-06-12"];
    let ran = run(place.path(), &args, "");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("no names are known"), "{}", ran.err);
    assert!(ran.out.contains("11.5 to 12.5 percent"), "{}", ran.out);
    assert!(ran.out.contains("2026-06-01 to 2026-06-07"), "{}", ran.out);
}

#[test]
fn a_claims_folder_that_is_named_must_be_there() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let ran = run(place.path(), &["explain", "It rose 12%.", "--claims", "nowhere"], "");
    assert_eq!(ran.status, 2, "{}", ran.out);
}
