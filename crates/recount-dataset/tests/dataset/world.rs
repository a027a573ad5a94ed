//! An invented world, and problems as short text.

use std::fmt::Write;
use std::sync::Arc;

use recount_dataset::{Dataset, Problem, SourceFile, Sources};

pub(crate) const VOCABULARY: &str = r#"
[[metric]]
id = "visits"
names = ["visits", "weekly visits"]
unit = "visit"
units = ["visit", "visits"]
default_scope = "chart"

[[metric]]
id = "balance"
unit = "dollar"
adds_up = false
signed = true
week_starts = "saturday"

[[scope]]
id = "chart"
top = 2
[[scope]]
id = "listed"

[[series]]
match = "*"
attributes = { kind = "tree" }
[[series]]
match = "north/*"
attributes = { region = "north", kind = ["tree", "evergreen"] }
[[series]]
match = "south/birch"
attributes = { region = "south" }

[[entity]]
id = "alder"
names = ["Alder", "Old Alder"]
series = ["north/alder", "north/alder:free"]
[[entity]]
id = "birch"
series = ["south/birch"]

[[group]]
id = "north"
names = ["the north"]
where = { region = "north" }
[[group]]
id = "total"
where = {}
scope = "listed"
"#;

pub(crate) const FIGURES: &str = r#"
metric = "visits"
source = "the counter, as of 1 April"
license = "CC BY 4.0"
tolerance = "0.5%"

[[period]]
week = 2026-03-02
complete = true
[period.figures]
"north/alder" = 1_000
"north/alder:free" = "0.83T"
"south/birch" = { low = 300, high = 400 }
"south/cedar" = 500
other = "1.2K"
"#;

pub(crate) fn file(name: &str, text: &str) -> SourceFile {
    SourceFile { name: name.to_owned(), text: Arc::from(text) }
}

/// A `claims/` folder with one file of each; an empty text is no file.
pub(crate) fn load(vocabulary: &str, figures: &str, by_hand: &str) -> Result<Dataset, Vec<Problem>> {
    let some = |name: &str, text: &str| {
        let file = file(name, text);
        (!text.is_empty()).then_some(file)
    };
    Dataset::load(Sources {
        vocabulary: some("vocabulary.toml", vocabulary),
        figures: some("figures.toml", figures).into_iter().collect(),
        by_hand: some("hand.toml", by_hand).into_iter().collect(),
    })
}

/// Each problem as its place, the underlined words, and what it says of them.
pub(crate) fn words(problems: &[Problem], files: &[&str]) -> String {
    let mut text = String::new();
    for problem in problems {
        let span = problem.span().unwrap_or_default();
        let name = problem.file().unwrap_or("nowhere");
        let source = files
            .iter()
            .zip(["vocabulary.toml", "figures.toml", "hand.toml"])
            .find(|(_, known)| *known == name);
        let source = source.map_or("", |(text, _)| *text);
        let line = 1 + source[..span.start].matches('\n').count();
        let under = source[span.start..span.end].replace('\n', "⏎");
        writeln!(text, "{name}:{line}: {problem}").unwrap();
        writeln!(text, "  ^ {under} — {}", problem.label()).unwrap();
        if let Some(help) = problem.advice() {
            writeln!(text, "  = {help}").unwrap();
        }
    }
    text
}

/// What is wrong with the folder.
pub(crate) fn wrong(vocabulary: &str, figures: &str, by_hand: &str) -> String {
    match load(vocabulary, figures, by_hand) {
        Ok(_) => "nothing".to_owned(),
        Err(problems) => words(&problems, &[vocabulary, figures, by_hand]),
    }
}
