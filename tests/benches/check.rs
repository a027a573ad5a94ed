//! How `recount check` grows with the number of articles, and whether it finds
//! every contradiction that is planted among them and nothing else.
//!
//! The program is the one that `RECOUNT` names. Peak memory is told on Linux.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark prints, and needs what it needs")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use recount_tests::press::{PLANTS, Press};
use serde_json::Value;

fn main() {
    let sizes = std::env::var("RECOUNT_ARTICLES");
    let sizes = sizes.map_or_else(
        |_| vec![1_000, 2_000, 5_000, 10_000],
        |sizes| sizes.split(',').filter_map(|size| size.parse().ok()).collect(),
    );
    println!("check: articles about one table, {PLANTS} contradictions planted among them");
    println!("articles  claims  conflicts  planted found  others  seconds  peak MB");
    for articles in sizes {
        run(articles);
    }
}

fn run(articles: usize) {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("press-{articles}"));
    let press = Press::new(articles);
    let _ = std::fs::remove_dir_all(&root);
    press.write(&root).expect("a folder");
    let out = root.join("report.json");
    let (time, peak) = check(&root, &out);
    let report = std::fs::read_to_string(&out).expect("a report");
    let report: Value = serde_json::from_str(&report).expect("a report");
    let conflicts: Vec<Vec<BTreeSet<String>>> =
        report["conflicts"].as_array().into_iter().flatten().map(witnesses).collect();
    let files = |place: usize| -> BTreeSet<&str> {
        press.plants[place].articles.iter().map(|(name, _)| name.as_str()).collect()
    };
    // A conflict belongs to a plant if one of its statements is said there alone.
    let of = |conflict: &&Vec<BTreeSet<String>>, place: usize| {
        let files = files(place);
        conflict.iter().any(|names| names.iter().all(|name| files.contains(name.as_str())))
    };
    let mut found = 0;
    for (place, plant) in press.plants.iter().enumerate() {
        let own: Vec<&Vec<BTreeSet<String>>> = conflicts.iter().filter(|c| of(c, place)).collect();
        let said: BTreeSet<&str> = own.iter().flat_map(|c| c.iter().flatten()).map(String::as_str).collect();
        let fine = match plant.alone {
            true => own.len() == 1 && said == files(place),
            false => !own.is_empty(),
        };
        found += usize::from(fine);
        if !fine {
            println!("          {}: {} conflicts, of {said:?}", plant.family, own.len());
        }
    }
    let others = conflicts.iter().filter(|c| !(0..press.plants.len()).any(|place| of(c, place))).count();
    println!(
        "{articles:8}  {:6}  {:9}  {found:13}  {others:6}  {:7.2}  {:7.0}",
        report["summary"]["claims"],
        conflicts.len(),
        time.as_secs_f64(),
        peak as f64 / 1024.0
    );
    assert!(found == PLANTS && others == 0, "what is found is not what was planted");
}

/// For each statement of a conflict, the files in which it is said.
fn witnesses(conflict: &Value) -> Vec<BTreeSet<String>> {
    let names = |claim: &Value| -> BTreeSet<String> {
        let same = claim.as_str().and_then(|id| conflict["witnesses"][id].as_array());
        let file = |id: &Value| {
            let path = id.as_str()?.rsplit_once(':')?.0;
            Some(path.rsplit('/').next().unwrap_or(path).to_owned())
        };
        same.into_iter().flatten().filter_map(file).collect()
    };
    conflict["claims"].as_array().into_iter().flatten().map(names).collect()
}

/// Runs the program; how long it took, and its peak memory in kilobytes.
fn check(root: &Path, out: &Path) -> (Duration, u64) {
    let program = std::env::var_os("RECOUNT").expect("RECOUNT: the path of the program");
    let file = std::fs::File::create(out).expect("a file");
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(["check", "articles", "--format", "json"])
        .current_dir(root)
        .stdout(Stdio::from(file))
        .spawn()
        .expect("the program");
    let mut peak = 0;
    while child.try_wait().expect("the program").is_none() {
        peak = peak.max(high_water(child.id()));
        std::thread::sleep(Duration::from_millis(5));
    }
    (start.elapsed(), peak)
}

/// The most memory that a process has held, as Linux tells it.
fn high_water(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
