//! How long loading takes. Run by hand, in release:
//!
//! ```text
//! RECOUNT_CLAIMS=claims cargo test --release -p recount-dataset --test speed -- --ignored --nocapture
//! ```

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use recount_dataset::{Dataset, SourceFile, Sources};

fn files(folder: &Path) -> Vec<SourceFile> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "toml"));
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

fn file(path: &Path) -> SourceFile {
    SourceFile { name: path.display().to_string(), text: Arc::from(std::fs::read_to_string(path).unwrap()) }
}

#[test]
#[ignore = "a measurement of a folder that the environment names"]
fn load_time() {
    let folder = std::env::var("RECOUNT_CLAIMS").unwrap_or_else(|_| "../../claims".into());
    let folder = Path::new(&folder);
    let sources = Sources {
        vocabulary: Some(file(&folder.join("vocabulary.toml"))),
        figures: files(&folder.join("figures")),
        by_hand: files(&folder.join("by-hand")),
    };
    let mut times = Vec::new();
    for _ in 0..50 {
        let sources = sources.clone();
        let start = Instant::now();
        let dataset = Dataset::load(sources);
        times.push(start.elapsed());
        if let Err(problems) = dataset {
            panic!("{problems:#?}");
        }
    }
    times.sort();
    let size: usize = sources
        .figures
        .iter()
        .chain(&sources.vocabulary)
        .chain(&sources.by_hand)
        .map(|file| file.text.len())
        .sum();
    println!("{} KB: fastest {:?}, median {:?}", size / 1000, times[0], times[25]);
}
