//! Claims by hand: what they say, in the terms of the grammar.

use std::collections::BTreeMap;

use recount_dataset::{Dataset, HandClaim};
use recount_grammar::{Options, Reader};
use recount_model::{Claim, Span, Voice};
use recount_report::Article;

use crate::trouble::Trouble;

/// The claims by hand that were read.
#[derive(Default)]
pub(crate) struct ByHand {
    /// Which claim by hand, and what it says; spans are in its TOML file.
    pub(crate) read: Vec<(usize, Vec<Claim>)>,
    /// Those that say nothing that could be read: mistakes in our own TOML.
    pub(crate) troubles: Vec<Trouble>,
    /// Words of others that were not read, for standard error.
    pub(crate) notes: String,
}

/// Reads the claims by hand, in the order of the dataset.
pub(crate) fn read(dataset: &Dataset, reader: &Reader<'_>, options: Options) -> ByHand {
    let mut by_hand = ByHand::default();
    for (number, hand) in dataset.hand_claims.iter().enumerate() {
        if let Some(claims) = claims_of(hand, dataset, reader, options, &mut by_hand) {
            by_hand.read.push((number, claims));
        }
    }
    by_hand
}

fn claims_of(
    hand: &HandClaim,
    dataset: &Dataset,
    reader: &Reader<'_>,
    options: Options,
    to: &mut ByHand,
) -> Option<Vec<Claim>> {
    let mut claims: Vec<Claim> = structured(hand).into_iter().collect();
    let Some((says, place)) = &hand.says else {
        return Some(claims);
    };
    let file = &dataset.files[hand.place.file as usize];
    // The date of publication is not that of any article: the claim's own
    // period says when.
    let options = Options { published: None, ..options };
    let reading = reader.statement(says, hand.period, &options);
    let verbatim = place.of(&file.text) == says;
    let moved = |span: Span| match verbatim {
        true => Span::new(place.start + span.start, place.start + span.end),
        // Escapes in the string: its bytes are not those of the file.
        false => *place,
    };
    let remarks = || reading.not_understood.iter().chain(&reading.not_checkable);
    if reading.claims.is_empty() {
        let reason = remarks().next().map(|remark| remark.reason.as_str());
        to.troubles.push(Trouble::words(
            &file.name,
            &file.text,
            *place,
            "this claim by hand says nothing that can be checked",
            reason.unwrap_or("no rule reads this sentence"),
        ));
        return None;
    }
    for remark in remarks() {
        let words = remark.span.of(says);
        let reason = &remark.reason;
        to.notes.push_str(&format!("{}: not read: “{words}”: {reason}\n", file.name));
    }
    claims.extend(reading.claims.into_iter().map(|mut claim| {
        claim.span = moved(claim.span);
        claim.sentence = *place;
        claim
    }));
    Some(claims)
}

/// What a claim by hand gives structured.
fn structured(hand: &HandClaim) -> Option<Claim> {
    let assertion = hand.assertion.as_ref()?;
    let assertion = match (assertion.period, hand.period) {
        (None, Some(period)) => assertion.moved_to(Some(period)),
        (Some(_), _) | (None, None) => assertion.clone(),
    };
    let span = hand.place.span;
    Some(Claim { span, sentence: span, assertion, readings: Vec::new(), assumptions: Vec::new() })
}

/// Who speaks: the articles have the first numbers, the sources of claims by
/// hand the next ones, each source one.
pub(crate) struct Voices {
    next: u32,
    sources: BTreeMap<String, Voice>,
}

impl Voices {
    pub(crate) fn new(articles: &[Article]) -> Self {
        Self { next: u32::try_from(articles.len()).unwrap_or(u32::MAX), sources: BTreeMap::new() }
    }

    /// The voice of a source.
    pub(crate) fn of(&mut self, source: &str) -> Voice {
        if let Some(voice) = self.sources.get(source) {
            return *voice;
        }
        let voice = Voice(self.next);
        self.next = self.next.saturating_add(1);
        self.sources.insert(source.to_owned(), voice);
        voice
    }
}
