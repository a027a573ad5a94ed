//! `recount check` and `recount extract`.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;
use recount_checker::Said;
use recount_dataset::Dataset;
use recount_grammar::{Options, Reader, Reading};
use recount_model::{Claim, Voice};
use recount_report::{Article, Hand, Run};

use crate::args::{Check, CheckFormat, Extract, Format, Read};
use crate::articles::{self, Source, Sources};
use crate::hand::{self, Voices};
use crate::trouble::Trouble;
use crate::world::{Status, World};
use crate::{Outcome, claims};

/// Checks articles and claims by hand.
pub(crate) fn check(args: &Check, world: &mut World<'_>) -> Outcome {
    let gathered = gather(&args.read, world)?;
    let reader = Reader::new(&gathered.dataset.vocabulary)
        .with_sources(gathered.dataset.sources.iter().map(|s| (s.metric, s.name.as_str())));
    let options = gathered.options(&args.read, world);
    let read = read_all(&gathered.sources, &reader, options);
    let hand = hand::read(&gathered.dataset, &reader, options);
    let mut troubles = gathered.troubles(&read);
    troubles.extend(hand.troubles);
    if !troubles.is_empty() {
        return Err(troubles);
    }
    world.complain(&hand.notes);
    let mut told = Told::new(gathered.sources.articles, read);
    let hand: Vec<Hand> = told.by_hand(hand.read);
    let mut voices = Voices::new(&told.articles);
    let said = told.said(&mut voices, &hand, &gathered.dataset);
    let checked = recount_checker::check(&gathered.dataset, &said);
    let run = Run {
        dataset: &gathered.dataset,
        articles: told.articles,
        hand,
        claims: &told.claims,
        checked: Some(&checked),
    };
    let report = match args.format {
        CheckFormat::Human => recount_report::human(&run, world.look()),
        CheckFormat::Json => recount_report::json(&run),
        CheckFormat::Sarif => recount_report::sarif(&run),
        CheckFormat::Markdown => recount_report::markdown(&run),
        CheckFormat::Html => recount_report::html(&run),
    };
    let found = match run.is_fine() {
        true => Status::Fine,
        false => Status::Wrong,
    };
    Ok(world.print(&report).max(found))
}

/// Lists the claims of articles.
pub(crate) fn extract(args: &Extract, world: &mut World<'_>) -> Outcome {
    let gathered = gather(&args.read, world)?;
    let reader = Reader::new(&gathered.dataset.vocabulary)
        .with_sources(gathered.dataset.sources.iter().map(|s| (s.metric, s.name.as_str())));
    let options = gathered.options(&args.read, world);
    let read = read_all(&gathered.sources, &reader, options);
    let troubles = gathered.troubles(&read);
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let told = Told::new(gathered.sources.articles, read);
    let run = Run {
        dataset: &gathered.dataset,
        articles: told.articles,
        hand: Vec::new(),
        claims: &told.claims,
        checked: None,
    };
    let report = match args.format {
        Format::Human => recount_report::human(&run, world.look()),
        Format::Json => recount_report::json(&run),
    };
    let done = world.print(&report);
    // Nothing comes behind this: the figures need not be taken apart again.
    drop(run);
    std::mem::forget(reader);
    std::mem::forget(gathered.dataset);
    Ok(done)
}

/// The texts of a run.
struct Gathered {
    dataset: Dataset,
    sources: Sources,
}

/// Reads the folder of claims and the articles; all troubles of both at once.
fn gather(args: &Read, world: &mut World<'_>) -> Result<Gathered, Vec<Trouble>> {
    let mut troubles = Vec::new();
    let folder = claims::folder(&args.claims, world);
    let beside = |folder: &PathBuf| folder.with_file_name("articles");
    let default = folder.as_ref().map_or_else(|_| PathBuf::from("articles"), beside);
    let dataset = match folder {
        Ok(folder) => claims::dataset(&folder, world),
        Err(trouble) => Err(vec![trouble]),
    };
    let mut sources = articles::read(&args.paths, &default, world);
    world.complain(&sources.note());
    match dataset {
        Ok(dataset) if sources.troubles.is_empty() => Ok(Gathered { dataset, sources }),
        Ok(_) => Err(sources.troubles),
        Err(problems) => {
            troubles.extend(problems);
            troubles.append(&mut sources.troubles);
            Err(troubles)
        }
    }
}

impl Gathered {
    fn options(&self, args: &Read, world: &World<'_>) -> Options {
        Options { published: args.published, reference: self.dataset.last_day().unwrap_or(world.today) }
    }

    /// What is wrong with the front matter of the articles.
    fn troubles(&self, read: &[Reading]) -> Vec<Trouble> {
        let both = self.sources.articles.iter().zip(read);
        let troubles = both.flat_map(|(source, reading)| {
            reading.problems.iter().map(|problem| {
                Trouble::words(
                    &source.path, &source.text, problem.span, "the front matter is not valid",
                    &problem.message,
                )
            })
        });
        troubles.collect()
    }
}

/// Reads the articles in parallel, in order.
fn read_all(sources: &Sources, reader: &Reader<'_>, options: Options) -> Vec<Reading> {
    let articles = sources.articles.par_iter();
    articles.map(|source: &Source| reader.read(&source.text, source.format, &options)).collect()
}

/// What was read, with all claims in one list.
struct Told {
    articles: Vec<Article>,
    claims: Vec<Claim>,
}

impl Told {
    fn new(sources: Vec<Source>, read: Vec<Reading>) -> Self {
        let mut claims = Vec::new();
        let mut articles = Vec::new();
        for (source, reading) in sources.into_iter().zip(read) {
            let start = claims.len();
            claims.extend(reading.claims);
            articles.push(Article {
                path: source.path,
                text: Arc::clone(&source.text),
                published: reading.published,
                claims: start..claims.len(),
                not_checkable: reading.not_checkable,
                not_understood: reading.not_understood,
                worthy: reading.worthy,
                read: reading.read,
            });
        }
        Self { articles, claims }
    }

    /// Adds what is said by hand.
    fn by_hand(&mut self, read: Vec<(usize, Vec<Claim>)>) -> Vec<Hand> {
        let hand = read.into_iter().map(|(claim, said)| {
            let start = self.claims.len();
            self.claims.extend(said);
            Hand { claim, claims: start..self.claims.len() }
        });
        hand.collect()
    }

    /// Every claim with its voice: one for each article, one for each source of
    /// claims by hand.
    fn said(&self, voices: &mut Voices, hand: &[Hand], dataset: &Dataset) -> Vec<Said<'_>> {
        let mut said = Vec::with_capacity(self.claims.len());
        let claims = |range: &std::ops::Range<usize>| self.claims[range.clone()].iter();
        for (voice, article) in (0..).zip(&self.articles) {
            let voice = Voice(voice);
            said.extend(claims(&article.claims).map(|claim| Said { claim, voice }));
        }
        for hand in hand {
            let voice = voices.of(&dataset.hand_claims[hand.claim].source);
            said.extend(claims(&hand.claims).map(|claim| Said { claim, voice }));
        }
        said
    }
}
