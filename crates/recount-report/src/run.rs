//! What one run of the program read and found.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use recount_checker::{Checked, Finding};
use recount_dataset::{Dataset, HandClaim};
use recount_model::{Claim, Remark, Verdict};

/// One article that was read.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its path, as it was given; `-` is standard input.
    pub path: String,
    /// All of its text.
    pub text: Arc<str>,
    /// When it was published, given or found.
    pub published: Option<Date>,
    /// Its claims: a part of [`Run::claims`].
    pub claims: Range<usize>,
    /// What nobody could check, and why.
    pub not_checkable: Vec<Remark>,
    /// What looks like a claim and was not read.
    pub not_understood: Vec<Remark>,
    /// How many of its sentences are worth a check.
    pub worthy: usize,
    /// How many of those were read, or are listed as not checkable.
    pub read: usize,
}

/// One claim by hand that was read.
#[derive(Clone, Debug)]
pub struct Hand {
    /// Which: an index into [`Dataset::hand_claims`].
    pub claim: usize,
    /// What it says: a part of [`Run::claims`], their spans in its TOML file.
    pub claims: Range<usize>,
}

/// Everything that a report tells.
#[derive(Clone, Debug)]
pub struct Run<'a> {
    /// What is known.
    pub dataset: &'a Dataset,
    /// What was read, in the order of the report.
    pub articles: Vec<Article>,
    /// The claims by hand, in the order of the dataset.
    pub hand: Vec<Hand>,
    /// Every claim: those of the articles in their order, then those by hand.
    pub claims: &'a [Claim],
    /// What the check found, one finding for each claim; `None` where nothing
    /// was checked and the claims alone are reported.
    pub checked: Option<&'a Checked>,
}

/// How much of each there is; articles and claims by hand are counted alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Summary {
    /// Articles read.
    pub articles: usize,
    /// Claims, by hand or in an article.
    pub claims: usize,
    /// Of those, by verdict.
    pub supported: usize,
    /// The data say otherwise.
    pub refuted: usize,
    /// The data do not decide.
    pub undecided: usize,
    /// The figures have another definition.
    pub not_comparable: usize,
    /// Claims with that verdict, and spans listed as such.
    pub not_checkable: usize,
    /// Conflicts.
    pub conflicts: usize,
    /// Spans that look like claims and were not read.
    pub not_understood: usize,
}

impl Run<'_> {
    /// The finding about a claim, where claims were checked.
    #[must_use]
    pub fn finding(&self, claim: usize) -> Option<&Finding> {
        self.checked?.findings.get(claim)
    }

    /// The claim by hand as it stands in the dataset.
    #[must_use]
    pub fn hand_claim(&self, hand: &Hand) -> &HandClaim {
        &self.dataset.hand_claims[hand.claim]
    }

    /// The verdict on all that a claim by hand says: refuted if any part is,
    /// else the first verdict that is not `supported`. `None` where nothing
    /// was checked.
    #[must_use]
    pub fn verdict(&self, hand: &Hand) -> Option<Verdict> {
        let verdicts = || {
            let findings = hand.claims.clone().filter_map(|claim| self.finding(claim));
            findings.map(|finding| finding.verdict)
        };
        verdicts()
            .find(|verdict| *verdict == Verdict::Refuted)
            .or_else(|| verdicts().find(|verdict| *verdict != Verdict::Supported))
            .or_else(|| verdicts().next())
    }

    /// The verdict that a claim by hand is held to, where it has another.
    #[must_use]
    pub fn broken_expectation(&self, hand: &Hand) -> Option<(Verdict, Verdict)> {
        let expected = self.hand_claim(hand).expect?;
        let found = self.verdict(hand)?;
        (found != expected).then_some((expected, found))
    }

    /// Is nothing wrong: no claim refuted that was not expected to be, every
    /// expectation met, no conflict?
    #[must_use]
    pub fn is_fine(&self) -> bool {
        let refuted = |claims: &Range<usize>| {
            let mut findings = claims.clone().filter_map(|claim| self.finding(claim));
            findings.any(|finding| finding.verdict == Verdict::Refuted)
        };
        let hand_is_fine = |hand: &Hand| match self.hand_claim(hand).expect {
            Some(_) => self.broken_expectation(hand).is_none(),
            None => !refuted(&hand.claims),
        };
        !self.articles.iter().any(|article| refuted(&article.claims))
            && self.hand.iter().all(hand_is_fine)
            && self.checked.is_none_or(|checked| checked.conflicts.is_empty())
    }

    /// The counts of the last line.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut summary = Summary {
            articles: self.articles.len(),
            claims: self.claims.len(),
            conflicts: self.checked.map_or(0, |checked| checked.conflicts.len()),
            ..Summary::default()
        };
        for article in &self.articles {
            summary.not_checkable += article.not_checkable.len();
            summary.not_understood += article.not_understood.len();
        }
        for finding in self.checked.iter().flat_map(|checked| &checked.findings) {
            *match finding.verdict {
                Verdict::Supported => &mut summary.supported,
                Verdict::Refuted => &mut summary.refuted,
                Verdict::Undecided => &mut summary.undecided,
                Verdict::NotComparable => &mut summary.not_comparable,
                Verdict::NotCheckable => &mut summary.not_checkable,
            } += 1;
        }
        summary
    }
}
