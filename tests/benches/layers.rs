//! How fast each layer of the grammar is, in bytes of text a second on one
//! thread, and how its cost grows with the length of a sentence and of an article.
//!
//! `RECOUNT_NEWS=file RECOUNT_CLAIMS=folder` measures another text.

use std::sync::Arc;
use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use jiff::civil::date;
use recount_dataset::{Dataset, SourceFile, Sources};
use recount_grammar::discourse::worthy::may_matter;
use recount_grammar::document;
use recount_grammar::en::clause::sentence;
use recount_grammar::en::phrase::{Chunks, chunk};
use recount_grammar::names::{Mention, Names};
use recount_grammar::token::{Token, Tokens, tokenise};
use recount_grammar::{Format, Options, Reader};
use recount_tests::news;

fn main() {
    divan::main();
}

static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
    let text = match std::env::var("RECOUNT_CLAIMS") {
        Ok(folder) => std::fs::read_to_string(format!("{folder}/vocabulary.toml")).expect("a vocabulary"),
        Err(_) => news::vocabulary(),
    };
    let file = SourceFile { name: "vocabulary.toml".to_owned(), text: Arc::from(text) };
    Dataset::load(Sources { vocabulary: Some(file), figures: Vec::new(), by_hand: Vec::new() })
        .expect("a valid vocabulary")
});

static NEWS: LazyLock<String> = LazyLock::new(|| match std::env::var("RECOUNT_NEWS") {
    Ok(file) => std::fs::read_to_string(file).expect("news"),
    Err(_) => news::articles(1_000_000).join("\n\n"),
});

static NAMES: LazyLock<Names> = LazyLock::new(|| Names::new(&DATASET.vocabulary));

static OPTIONS: Options = Options { published: None, reference: date(2026, 6, 28) };

/// A sentence that passed the gate, cut into tokens.
struct Cut {
    text: String,
    lower: String,
    tokens: Vec<Token>,
}

impl Cut {
    fn tokens(&self) -> Tokens<'_> {
        Tokens { text: &self.text, lower: &self.lower, rest: &self.tokens }
    }

    fn mentions(&self, squeezed: &mut String) -> Vec<Mention<'static>> {
        NAMES.find(self.tokens(), squeezed)
    }
}

fn sentences() -> Vec<String> {
    let read = document::read(&NEWS, Format::Markdown);
    let text = |(_, block): (usize, &document::Block<'_>)| {
        let ranges = block.sentences.iter().map(|sentence| sentence.range());
        ranges.filter_map(|range| block.text.get(range).map(str::to_owned)).collect::<Vec<_>>()
    };
    read.content().flat_map(text).collect()
}

static CUTS: LazyLock<Vec<Cut>> = LazyLock::new(|| {
    let cut = |text: String| {
        let (mut lower, mut tokens) = (String::new(), Vec::new());
        tokenise(&text, &mut lower, &mut tokens);
        Cut { text, lower, tokens }
    };
    sentences().into_iter().map(cut).filter(|cut| may_matter(cut.tokens()) != Some(false)).collect()
});

#[divan::bench]
fn a_document(bencher: Bencher<'_, '_>) {
    bencher
        .counter(BytesCount::of_str(NEWS.as_str()))
        .bench(|| document::read(black_box(&NEWS), Format::Markdown));
}

#[divan::bench]
fn b_tokens_and_gate(bencher: Bencher<'_, '_>) {
    let sentences = sentences();
    let (mut lower, mut tokens) = (String::new(), Vec::new());
    bencher.counter(BytesCount::of_str(NEWS.as_str())).bench_local(|| {
        let mut passed = 0usize;
        for text in &sentences {
            tokenise(text, &mut lower, &mut tokens);
            let tokens = Tokens { text, lower: &lower, rest: &tokens };
            passed += usize::from(may_matter(tokens) != Some(false));
        }
        passed
    });
}

#[divan::bench]
fn c_mentions(bencher: Bencher<'_, '_>) {
    let mut squeezed = String::new();
    bencher
        .counter(BytesCount::of_str(NEWS.as_str()))
        .bench_local(|| CUTS.iter().map(|cut| cut.mentions(&mut squeezed).len()).sum::<usize>());
}

#[divan::bench]
fn d_phrases(bencher: Bencher<'_, '_>) {
    let mentions: Vec<_> = CUTS.iter().map(|cut| cut.mentions(&mut String::new())).collect();
    let all = || CUTS.iter().zip(&mentions);
    bencher.counter(BytesCount::of_str(NEWS.as_str())).bench_local(|| {
        all().map(|(cut, mentions)| chunk(cut.tokens(), mentions, &NAMES).len()).sum::<usize>()
    });
}

#[divan::bench]
fn e_clauses(bencher: Bencher<'_, '_>) {
    let phrases = |cut: &'static Cut| chunk(cut.tokens(), &cut.mentions(&mut String::new()), &NAMES);
    let chunks: Vec<_> = CUTS.iter().map(phrases).collect();
    let read = |(cut, chunks): (&'static Cut, &'static Vec<_>)| {
        sentence::read(Chunks::new(cut.tokens(), chunks)).len()
    };
    let chunks: &'static Vec<Vec<_>> = Box::leak(Box::new(chunks));
    bencher
        .counter(BytesCount::of_str(NEWS.as_str()))
        .bench_local(|| CUTS.iter().zip(chunks).map(read).sum::<usize>());
}

/// All layers, the discourse included.
#[divan::bench]
fn f_article(bencher: Bencher<'_, '_>) {
    let reader = Reader::new(&DATASET.vocabulary);
    bencher
        .counter(BytesCount::of_str(NEWS.as_str()))
        .bench_local(|| reader.read(black_box(&NEWS), Format::Markdown, &OPTIONS).claims.len());
}

/// Sentences made to be long: the bytes a second must not fall with their
/// length. Beyond a thousand phrases a sentence is listed, not read.
#[divan::bench(args = [1, 4, 16, 64], consts = [0, 1, 2, 3])]
fn g_long_sentence<const KIND: usize>(bencher: Bencher<'_, '_>, times: usize) {
    let piece = [
        "Alder processed 4.19 trillion tokens, ",
        "of the ",
        "Alder, Birch and Cedar, ",
        "nearly more than 4 to 5 trillion or so up 8% for the ",
    ][KIND];
    let text = format!("Alder {} rose 8% last week.", piece.repeat(times));
    let reader = Reader::new(&DATASET.vocabulary);
    bencher
        .counter(BytesCount::of_str(text.as_str()))
        .bench_local(|| reader.read(black_box(&text), Format::Plain, &OPTIONS).claims.len());
}

/// One article of ten thousand bytes, and longer ones: the bytes a second must
/// not fall with their length.
#[divan::bench(args = [1, 4, 16, 64])]
fn h_long_article(bencher: Bencher<'_, '_>, times: usize) {
    let text = news::articles(times * 10_000).join("\n\n");
    let reader = Reader::new(&DATASET.vocabulary);
    bencher
        .counter(BytesCount::of_str(text.as_str()))
        .bench_local(|| reader.read(black_box(&text), Format::Markdown, &OPTIONS).claims.len());
}
