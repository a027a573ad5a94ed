//! Runs whose input cannot lie in the repository: too big, unreadable, or
//! changed by the run.

#![expect(clippy::expect_used, reason = "a test may panic")]

use std::io::{Error, ErrorKind, Write};
use std::path::Path;

use jiff::civil::date;
use recount::{Status, World};
use recount_tests::{Ran, copy, repository, run};

/// A folder with the claims of a case, and nothing else.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a temporary folder");
    let case = repository().join("tests/cases/bad-input/empty-article/claims");
    copy(&case, &place.path().join("claims"), &[]);
    place
}

fn write(place: &Path, name: &str, text: &str) {
    std::fs::write(place.join(name), text).expect("a temporary file can be written");
}

fn compare(name: &str, ran: &Ran) {
    compare_text(name, &ran.to_string());
}

fn compare_text(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../generated");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn ten_megabytes_on_one_line() {
    let place = place();
    let prose = "Nobody in Zürich knows what comes next. ".repeat(260_000);
    write(
        place.path(),
        "long.md",
        &format!("{prose}Alder processed 5.2 trillion tokens in the week of June 22, 2026. {prose}"),
    );
    let ran = run(place.path(), &["check", "long.md"], "");
    assert_eq!(ran.status, 1, "{ran}");
    assert!(ran.out.len() < 10_000, "{} bytes", ran.out.len());
    compare("ten-megabytes-on-one-line", &ran);
}

#[test]
fn ten_megabytes_without_a_space() {
    let place = place();
    write(place.path(), "long.txt", &"万9%".repeat(2_000_000));
    let ran = run(place.path(), &["check", "long.txt"], "");
    assert_ne!(ran.status, 2, "{}", ran.err);
    assert!(ran.out.len() < 10_000, "{} bytes", ran.out.len());
}

#[cfg(unix)]
#[test]
fn a_file_that_the_system_does_not_give() {
    let place = place();
    std::os::unix::fs::symlink("loop.md", place.path().join("loop.md")).expect("a link");
    let ran = run(place.path(), &["check", "loop.md"], "");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("loop.md cannot be read"), "{}", ran.err);
    assert_eq!(ran.out, "");
}

#[test]
fn no_folder_of_claims_anywhere() {
    let place = tempfile::tempdir().expect("a temporary folder");
    write(place.path(), "article.md", "Alder grew.");
    let ran = run(place.path(), &["check", "article.md", "other.md"], "");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("there is no claims/ folder"), "{}", ran.err);
    assert!(ran.err.contains("other.md does not exist"), "{}", ran.err);
}

#[test]
fn the_nearest_claims_folder_upwards_is_taken() {
    let place = place();
    let deep = place.path().join("a/b");
    std::fs::create_dir_all(&deep).expect("a temporary folder");
    write(&deep, "article.md", "");
    let ran = run(&deep, &["check", "article.md"], "");
    assert_eq!(ran.status, 0, "{ran}");
    assert_eq!(ran.err, "");
}

#[test]
fn without_paths_the_articles_beside_the_claims_are_read() {
    let place = place();
    let articles = place.path().join("articles");
    std::fs::create_dir_all(&articles).expect("a temporary folder");
    write(&articles, "b.md", "");
    write(&articles, "a.txt", "");
    let ran = run(&articles, &["check"], "");
    let first = ran.out.find("../articles/a.txt").expect("the first article");
    let second = ran.out.find("../articles/b.md").expect("the second article");
    assert!(first < second, "{}", ran.out);
}

#[test]
fn standard_input_is_an_article() {
    let place = place();
    let text = "Alder processed 3.1 trillion tokens in the week of June 22, 2026.\n";
    let ran = run(place.path(), &["check", "-"], text);
    compare("standard-input", &ran);
}

/// A reader that has gone.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(Error::from(ErrorKind::BrokenPipe))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Err(Error::from(ErrorKind::BrokenPipe))
    }
}

#[test]
fn a_closed_pipe_is_no_failure_and_no_panic() {
    let place = place();
    write(place.path(), "article.md", "");
    let args = ["recount", "check", "article.md"].map(std::ffi::OsString::from);
    let status = recount::run(
        args,
        &mut World {
            folder: place.path().to_path_buf(),
            today: date(2026, 11, 1),
            width: 100,
            color: true,
            input: &mut std::io::empty(),
            out: &mut Closed,
            err: &mut Closed,
        },
    );
    assert_eq!(status, Status::Fine);
}

#[test]
fn an_import_writes_what_changed_and_nothing_twice() {
    let place = place();
    let days = (15..=28).map(|day| {
        format!("2026-06-{day},alder,100\n2026-06-{day},birch,{}\n2026-06-{day},other,7\n", 100 + day)
    });
    write(place.path(), "export.csv", &format!("date,series,value\n{}", days.collect::<String>()));
    let import = |source: &str| {
        let args = ["import", "export.csv", "--metric", "tokens", "--source", source, "--to", "new/figures"];
        run(place.path(), &args, "")
    };
    let first = import("The invented export");
    compare("import", &first);
    let file = place.path().join("new/figures/tokens-2026.toml");
    let text = std::fs::read_to_string(&file).expect("the file was written");
    let second = import("The invented export");
    assert!(second.out.contains("unchanged"), "{second}");
    assert_eq!(std::fs::read_to_string(&file).expect("the file is there"), text);
}

#[test]
fn figures_are_a_table() {
    let place = place();
    compare("figures", &run(place.path(), &["figures"], ""));
    compare("figures-unknown", &run(place.path(), &["figures", "brich"], ""));
}

#[test]
fn a_claim_is_checked_before_it_is_written() {
    let place = place();
    let add = |words: &str, more: &[&str]| {
        let args = [&["add", words, "--week", "2026-06-22", "--source", "a slide"], more].concat();
        run(place.path(), &args, "")
    };
    let file = place.path().join("claims/by-hand/added.toml");
    let nonsense = add("Äpfel and pears", &[]);
    assert_eq!(nonsense.status, 2, "{nonsense}");
    let unexpected = add("Alder processed 3.1 trillion tokens", &["--expect", "refuted"]);
    assert_eq!(unexpected.status, 1, "{unexpected}");
    assert!(!file.exists());
    let added = add("Alder processed 3.1 trillion tokens", &[]);
    assert_eq!(added.status, 0, "{added}");
    compare("add", &added);
    let again = add("Birch was ahead of Alder", &["--url", "https://example.org/slide"]);
    assert_eq!(again.status, 0, "{again}");
    let text = std::fs::read_to_string(&file).expect("the file was written");
    compare_text("added.toml", &text);
}
