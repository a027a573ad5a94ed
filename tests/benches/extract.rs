//! How fast `recount extract` is as a whole, from its start to its exit, on
//! one thread and on two: a folder of small articles, and one large file.
//!
//! The program is the one that `RECOUNT` names. `RECOUNT_NEWS=file` and
//! `RECOUNT_CLAIMS=folder` measure another text.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::BytesCount;
use recount_tests::news;

/// How much news there is, in bytes.
const SIZE: usize = 8_000_000;

fn main() {
    divan::main();
}

/// Where the news stands: the claims, a folder of articles, one large file.
struct Corpus {
    claims: PathBuf,
    folder: Option<PathBuf>,
    file: PathBuf,
    bytes: usize,
    /// How many files the folder has.
    articles: usize,
}

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("news");
    if let (Ok(news), Ok(claims)) = (std::env::var("RECOUNT_NEWS"), std::env::var("RECOUNT_CLAIMS")) {
        let bytes = std::fs::metadata(&news).expect("news").len() as usize;
        return Corpus { claims: claims.into(), folder: None, file: news.into(), bytes, articles: 0 };
    }
    let (claims, folder) = (root.join("claims"), root.join("articles"));
    std::fs::create_dir_all(&claims).expect("a folder");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(claims.join("vocabulary.toml"), news::vocabulary()).expect("the vocabulary");
    let articles = news::articles(SIZE);
    for (place, article) in articles.iter().enumerate() {
        std::fs::write(folder.join(format!("{place:05}.md")), article).expect("an article");
    }
    let all = articles.join("\n\n");
    let file = root.join("all.md");
    std::fs::write(&file, &all).expect("the news");
    Corpus { claims, folder: Some(folder), file, bytes: all.len(), articles: articles.len() }
});

fn extract(bencher: Bencher<'_, '_>, path: &Path, bytes: usize, threads: usize) {
    let program = std::env::var_os("RECOUNT").expect("RECOUNT: the path of the program");
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let mut command = Command::new(&program);
        command.arg("extract").arg(path).arg("--claims").arg(&CORPUS.claims);
        let status = command.env("RAYON_NUM_THREADS", threads.to_string()).stdout(Stdio::null()).status();
        assert!(status.expect("the program").success());
    });
}

#[divan::bench(args = [1, 2], sample_count = 5)]
fn folder(bencher: Bencher<'_, '_>, threads: usize) {
    if let Some(folder) = &CORPUS.folder {
        extract(bencher, folder, CORPUS.bytes, threads);
    }
}

/// The same folder and smaller ones, an eighth of it at least: the bytes a second
/// must not fall with the number of articles.
#[divan::bench(args = [8, 4, 2, 1], sample_count = 3)]
fn growing_folder(bencher: Bencher<'_, '_>, part: usize) {
    let Some(whole) = &CORPUS.folder else { return };
    let folder = whole.with_file_name(format!("articles-{part}"));
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut bytes = 0;
    for place in 0..CORPUS.articles / part {
        let name = format!("{place:05}.md");
        bytes += std::fs::copy(whole.join(&name), folder.join(&name)).expect("an article") as usize;
    }
    extract(bencher, &folder, bytes, 1);
}

#[divan::bench(args = [1], sample_count = 5)]
fn one_file(bencher: Bencher<'_, '_>, threads: usize) {
    extract(bencher, &CORPUS.file, CORPUS.bytes, threads);
}
