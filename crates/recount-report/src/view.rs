//! A run with the lines of its texts at hand.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use recount_checker::Finding;
use recount_dataset::Place;
use recount_model::{Assertion, Claim, Span, Vocabulary};

use crate::lines::{Lines, Position};
use crate::run::Run;

/// A run, and the lines of those of its texts that were asked for.
pub(crate) struct View<'r> {
    pub(crate) run: &'r Run<'r>,
    articles: Vec<OnceCell<Lines>>,
    files: Vec<OnceCell<Lines>>,
    /// For each claim: it is the n-th of its span, from 1.
    nth: Vec<usize>,
}

/// Where a claim was made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Home {
    Article(usize),
    File(u32),
}

/// A text with its path and its lines.
#[derive(Clone, Copy)]
pub(crate) struct Text<'r> {
    pub(crate) path: &'r str,
    pub(crate) text: &'r str,
    pub(crate) lines: &'r Lines,
}

impl<'r> View<'r> {
    pub(crate) fn new(run: &'r Run<'r>) -> Self {
        let mut view = Self {
            run,
            articles: vec![OnceCell::new(); run.articles.len()],
            files: vec![OnceCell::new(); run.dataset.files.len()],
            nth: Vec::with_capacity(run.claims.len()),
        };
        let mut seen: BTreeMap<(Home, Span), usize> = BTreeMap::new();
        for (number, claim) in run.claims.iter().enumerate() {
            let nth = seen.entry((view.home_of(number), claim.span)).or_default();
            *nth += 1;
            view.nth.push(*nth);
        }
        view
    }

    pub(crate) fn vocabulary(&self) -> &'r Vocabulary {
        &self.run.dataset.vocabulary
    }

    pub(crate) fn claim(&self, claim: usize) -> &'r Claim {
        &self.run.claims[claim]
    }

    /// What a claim was read as: with the week that was found for it, or the reading
    /// that decided, else the first one.
    pub(crate) fn read(&self, claim: usize) -> &'r Assertion {
        let said = self.claim(claim);
        if let Some(dated) = self.finding(claim).and_then(|finding| finding.dated.as_deref()) {
            return dated;
        }
        let other = self.finding(claim).and_then(|finding| finding.reading.checked_sub(1));
        other.and_then(|other| said.readings.get(other)).unwrap_or(&said.assertion)
    }

    pub(crate) fn finding(&self, claim: usize) -> Option<&'r Finding> {
        self.run.finding(claim)
    }

    /// An article of the run.
    pub(crate) fn article(&self, article: usize) -> Text<'_> {
        let found = &self.run.articles[article];
        Text {
            path: &found.path,
            text: &found.text,
            lines: self.articles[article].get_or_init(|| Lines::new(&found.text)),
        }
    }

    /// A TOML file of the dataset.
    pub(crate) fn file(&self, file: u32) -> Text<'_> {
        let file = file as usize;
        let found = &self.run.dataset.files[file];
        Text {
            path: &found.name,
            text: &found.text,
            lines: self.files[file].get_or_init(|| Lines::new(&found.text)),
        }
    }

    /// The text in which a claim was made.
    pub(crate) fn home(&self, claim: usize) -> Text<'_> {
        match self.home_of(claim) {
            Home::Article(article) => self.article(article),
            Home::File(file) => self.file(file),
        }
    }

    /// Claims of articles come first, those by hand after them, each in order.
    fn home_of(&self, claim: usize) -> Home {
        let articles = &self.run.articles;
        let article = articles.partition_point(|article| article.claims.end <= claim);
        if article < articles.len() {
            return Home::Article(article);
        }
        let hand = &self.run.hand;
        let hand = &hand[hand.partition_point(|hand| hand.claims.end <= claim)];
        Home::File(self.run.hand_claim(hand).place.file)
    }

    /// The id of a claim: its path, its span, and which of that span's it is.
    pub(crate) fn id(&self, claim: usize) -> String {
        let span = self.claim(claim).span;
        let path = self.home(claim).path;
        format!("{path}:{}-{}#{}", span.start, span.end, self.nth[claim])
    }

    /// The text of a place in the dataset.
    pub(crate) fn place(&self, place: Place) -> (Text<'_>, Span) {
        (self.file(place.file), place.span)
    }
}

impl Text<'_> {
    /// Where a span starts.
    pub(crate) fn start(&self, span: Span) -> Position {
        self.lines.position(self.text, span.start)
    }

    /// Where a span ends.
    pub(crate) fn end(&self, span: Span) -> Position {
        self.lines.position(self.text, span.end)
    }

    /// The words of a span, on one line.
    pub(crate) fn words(&self, span: Span) -> String {
        let words: Vec<&str> = span.of(self.text).split_whitespace().collect();
        words.join(" ")
    }
}
