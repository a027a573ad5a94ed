//! Articles of an invented world, block by block: those that cannot all be true
//! give one conflict, those that only look like it give none.

use std::path::{Path, PathBuf};

use recount_tests::{copy, run};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("together")
}

/// The document about the articles of one block, which stand in a folder of their own.
fn checked(block: &str) -> Value {
    let place = tempfile::tempdir().expect("a temporary folder");
    copy(&folder().join("claims"), &place.path().join("claims"), &[]);
    let articles = place.path().join("articles");
    std::fs::create_dir(&articles).expect("a temporary folder");
    for (number, line) in block.lines().enumerate() {
        let (published, text) = line.split_once(" | ").expect("a date and a text");
        let text = text.replace(" / ", "\n\n");
        let article = format!("+++\ntitle = \"Weekly report\"\npublished = {published}\n+++\n\n{text}\n");
        std::fs::write(articles.join(format!("{number}.md")), article).expect("a file");
    }
    let ran = run(place.path(), &["check", "--format", "json"], "");
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err))
}

fn list<'v>(of: &'v Value, name: &str) -> &'v [Value] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

/// Every block of a file has so many conflicts, and all of it is read.
fn every_block_has(name: &str, conflicts: usize) {
    let text = std::fs::read_to_string(folder().join(name)).expect("the blocks");
    let lines = text.lines().filter(|line| !line.starts_with('#')).map(str::trim_end);
    let text = lines.collect::<Vec<_>>().join("\n");
    let blocks: Vec<&str> = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty()).collect();
    assert!(blocks.len() > 30, "{}", blocks.len());
    let mut wrong = String::new();
    for block in blocks {
        let document = checked(block);
        let articles = list(&document, "articles");
        let read = |article: &Value| list(article, "claims").len() + list(article, "not_checkable").len();
        let read: usize = articles.iter().map(read).sum();
        let unread = articles.iter().flat_map(|article| list(article, "not_understood"));
        let unread: Vec<&str> = unread.filter_map(|span| span["text"].as_str()).collect();
        let found = list(&document, "conflicts");
        if found.len() != conflicts || read < 2 || !unread.is_empty() {
            wrong.push_str(&format!("{block}\n  {read} statements, not read: {unread:?}\n"));
            found.iter().for_each(|conflict| wrong.push_str(&format!("  {}\n", conflict["title"])));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_cannot_all_be_true_is_told_once() {
    every_block_has("conflicts.txt", 1);
}

#[test]
fn what_only_looks_like_it_is_not_told() {
    every_block_has("near-misses.txt", 0);
}
