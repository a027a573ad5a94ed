//! Runs the whole program on a folder and tells what it printed.
//!
//! Every folder `cases/<stage>/<name>/` is one case: its articles, its `claims/`
//! (else those of the repository), an optional `args.toml` ([`Args`]), and the
//! reviewed `report.snap` of what the program prints and how it exits.

#![expect(clippy::expect_used, reason = "what the tests need is in the repository")]

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use recount::World;
use serde::Deserialize;

pub mod corpus;
pub mod news;
pub mod press;

/// `args.toml`: how the program is called in a case. All of it is optional.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Args {
    /// The subcommand; `check` if there is none.
    pub command: Option<String>,
    /// The paths; if there are none, every article of the folder.
    pub paths: Option<Vec<String>>,
    /// `--format`.
    pub format: Option<String>,
    /// `--published`.
    pub published: Option<String>,
    /// Further arguments, as they are.
    pub more: Vec<String>,
    /// One run for each path, instead of one for all.
    pub each: bool,
    /// After the report, the conflicts of the JSON document too.
    pub conflicts: bool,
    /// What is on standard input.
    pub input: String,
}

/// What a run printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// The exit status.
    pub status: u8,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl std::fmt::Display for Ran {
    /// Output, errors and the exit status, for a snapshot.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.out)?;
        if !self.err.is_empty() {
            write!(f, "─── standard error ───\n{}", self.err)?;
        }
        write!(f, "─── exit status {} ───", self.status)
    }
}

/// The folder of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("tests/ has a parent").to_path_buf()
}

/// Every case, by stage and name.
#[must_use]
pub fn cases() -> Vec<PathBuf> {
    let stages = folders(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cases"));
    stages.iter().flat_map(|stage| folders(stage)).collect()
}

/// Runs the program as a case says, and tells what it printed.
#[must_use]
pub fn run_case(folder: &Path) -> String {
    let args = std::fs::read_to_string(folder.join("args.toml"));
    let args: Args =
        args.map_or_else(|_| Args::default(), |text| toml::from_str(&text).expect("args.toml is valid"));
    let command = args.command.unwrap_or_else(|| "check".to_owned());
    let paths = args.paths.unwrap_or_else(|| articles(folder));
    let mut line = Vec::new();
    let options = [("--format", args.format), ("--published", args.published)];
    for (name, value) in options {
        if let Some(value) = value {
            line.extend([name.to_owned(), value]);
        }
    }
    line.extend(args.more);
    let run = |paths: &[String]| {
        let line = [std::slice::from_ref(&command), paths, &line].concat();
        self::run(folder, &line, &args.input)
    };
    match args.each {
        true => paths.chunks(1).map(|path| run(path).to_string() + "\n\n").collect(),
        false if args.conflicts => {
            let report = run(&paths).to_string();
            line.extend(["--format", "json"].map(str::to_owned));
            let json =
                self::run(folder, &[std::slice::from_ref(&command), &paths, &line].concat(), &args.input);
            format!("{report}\n\n─── conflicts ───\n{}", conflicts(&json.out))
        }
        false => run(&paths).to_string(),
    }
}

/// The conflicts of a JSON document.
fn conflicts(json: &str) -> String {
    let mut document: serde_json::Value = serde_json::from_str(json).expect("the document is JSON");
    serde_json::to_string_pretty(&document["conflicts"].take()).expect("a list is JSON")
}

/// Runs the program in a folder, on a fixed day, a hundred columns wide,
/// without colour.
#[must_use]
pub fn run<S: AsRef<str>>(folder: &Path, args: &[S], input: &str) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = args.iter().map(|arg| OsString::from(arg.as_ref()));
    let args = std::iter::once(OsString::from("recount")).chain(args);
    let status = recount::run(
        args,
        &mut World {
            folder: folder.to_path_buf(),
            today: date(2026, 11, 1),
            width: 100,
            color: false,
            input: &mut input.as_bytes(),
            out: &mut out,
            err: &mut err,
        },
    );
    Ran {
        status: status.code(),
        out: String::from_utf8(out).expect("reports are UTF-8"),
        err: String::from_utf8(err).expect("errors are UTF-8"),
    }
}

/// The names of the articles in a folder, sorted.
#[must_use]
pub fn articles(folder: &Path) -> Vec<String> {
    let is_article = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("md" | "txt" | "html" | "htm"))
    };
    let files = entries(folder).into_iter().filter(is_article);
    let names = files.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()));
    names.collect()
}

/// Copies a folder with everything in it, except what `leave_out` names.
pub fn copy(from: &Path, to: &Path, leave_out: &[&str]) {
    std::fs::create_dir_all(to).expect("a temporary folder can be written");
    for path in entries(from) {
        let name = path.file_name().expect("an entry has a name");
        if leave_out.iter().any(|left| *left == name) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name), leave_out);
        } else {
            std::fs::copy(&path, to.join(name)).expect("a temporary file can be written");
        }
    }
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = entries(of).into_iter();
    entries.filter(|path| path.is_dir()).collect()
}

fn entries(of: &Path) -> Vec<PathBuf> {
    let read = std::fs::read_dir(of).expect("the folder can be read");
    let mut entries: Vec<PathBuf> = read.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    entries
}
