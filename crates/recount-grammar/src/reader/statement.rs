//! A statement by hand, of a sentence or a few, and what each sentence of a text has to do
//! with the one before it.

use std::borrow::Cow;

use recount_model::{Period, Span};

use super::hint::{groups, lists, topics};
use super::replaced::Behind;
use super::told_apart::Apart;
use super::{
    Buffers, Harvest, Item, Kind, Options, Parsed, Read, Reader, Reading, Tokens, Unread, Worth, collect,
    is_gated, sentence, take_back,
};
use crate::discourse::{Discourse, Setting};
use crate::document;

/// Where a sentence stands.
#[derive(Clone, Copy)]
pub(super) struct At {
    /// In which block.
    pub block: usize,
    /// Its first byte there.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// How many claims there were before the last sentence, and its words.
pub(super) type Before<'t> = (usize, &'t str);

impl Reader<'_> {
    /// Reads one statement by hand, about `period` if it names none itself. Where it has
    /// several sentences, each goes on behind the one before, as in a paragraph. Spans are
    /// in bytes of `text`.
    #[must_use]
    pub fn statement(&self, text: &str, period: Option<Period>, options: &Options) -> Reading {
        let parsed = self.parse_statement(text, options.published.is_some());
        let setting = self.setting(&parsed, options.published, options.reference, text);
        let several = parsed.len() > 1;
        let topics = if several { topics(&parsed) } else { Vec::new() };
        let lists = if several { lists(&parsed, self.vocabulary) } else { Vec::new() };
        let groups = if several { groups(&parsed) } else { Vec::new() };
        let week = if several { period.or(setting.week) } else { period };
        let setting =
            Setting { week, alone: true, topics: &topics, lists: &lists, groups: &groups, ..setting };
        let mut discourse = Discourse::new(setting);
        let mut reading = Reading { published: options.published, ..Reading::default() };
        let mut before = (0, "");
        let mut apart = Apart::default();
        for sentence in &parsed {
            let claims = reading.claims.len();
            let words = text.get(sentence.start..sentence.end).unwrap_or("");
            let harvest = go_on(&mut discourse, sentence, words, &mut reading, &mut before);
            let place = |span: Span| Span::new(sentence.start + span.start, sentence.start + span.end);
            collect(&mut reading, sentence, harvest, words, true, place);
            apart.sentence(&mut reading, claims, sentence.block, text);
        }
        reading
    }

    /// The sentences of a statement.
    fn parse_statement(&self, text: &str, dated: bool) -> Vec<Parsed> {
        let mut buffers = Buffers::default();
        let mut parsed: Vec<Parsed> = Vec::new();
        let sentences = document::sentences(text);
        let several = sentences.len() > 1;
        let sentences = if several { sentences } else { std::iter::once(0..text.len()).collect() };
        let mark = heading_mark(text);
        for (nth, range) in sentences.iter().enumerate() {
            let range = range.start.max(mark.min(range.end))..range.end;
            let words = text.get(range.clone()).unwrap_or("");
            let gated = several && is_gated(&Kind::Paragraph, words);
            let mut read = self.parse(words, dated, gated, &mut buffers);
            let (mut start, mut words) = (range.start, words);
            if let (1, Some(first)) = (nth, sentences.first())
                && let both = [first.clone(), range.clone()]
                && let Some((more, from)) = self.behind_name(text, both, &read, dated, &mut buffers)
            {
                (read, start) = (more, from);
                words = text.get(start..range.end).unwrap_or(words);
            }
            let asked = nth.checked_sub(1).and_then(|last| text.get(sentences.get(last)?.clone()));
            let behind = Behind { asked, last: parsed.last(), block: 0 };
            read = self.behind_another(&behind, words, read, dated, &mut buffers);
            let at = At { block: 0, start, end: range.end };
            let next = match several {
                true => self.behind(read, parsed.last(), at, &Kind::Paragraph, words, &mut buffers),
                false => alone(read, at, &buffers),
            };
            parsed.push(next);
        }
        parsed
    }

    /// A sentence behind another one: is it worth a check, and does it take back what was said?
    pub(super) fn behind(
        &self,
        read: Read,
        last: Option<&Parsed>,
        at: At,
        kind: &Kind,
        words: &str,
        buffers: &mut Buffers,
    ) -> Parsed {
        let told = Tokens { text: words, lower: &buffers.lower, rest: &buffers.tokens };
        let says = |last: &Parsed| last.items.iter().any(|item| matches!(item, Item::Said(_)));
        let takes_back = match kind {
            Kind::Paragraph if last.is_some_and(says) => sentence::takes_back(told),
            _ => sentence::TakesBack::No,
        };
        // "Y did not.", "Both fell." say something only behind what is worth a check.
        let behind = last.is_some_and(|last| last.worthy && last.block == at.block);
        let worthy = read.worth == Worth::Yes || read.worth == Worth::Carried && behind;
        let short = !worthy && behind && sentence::leaves_out(told);
        let short = short && !self.names.find(told, &mut buffers.squeezed).is_empty();
        let unread = if short {
            let why = Cow::Borrowed("what it leaves out stands in the sentence before");
            vec![Unread { span: Span::new(0, words.len()), why, figure: false }]
        } else if worthy {
            read.unread
        } else {
            Vec::new()
        };
        Parsed {
            row: matches!(kind, Kind::TableRow { .. }),
            takes_back,
            block: at.block,
            start: at.start,
            end: at.end,
            items: read.items,
            unread,
            worthy: worthy || short,
            figure: read.figure,
            hint: read.hint,
            seen: buffers.seen,
            recast: if worthy { read.recast } else { None },
        }
    }
}

/// `## ` in front of a heading: how many bytes it takes.
fn heading_mark(text: &str) -> usize {
    let level = text.bytes().take(7).take_while(|byte| *byte == b'#').count();
    let heading = (1..=6).contains(&level) && text.get(level..).is_some_and(|rest| rest.starts_with(' '));
    if heading { level + 1 } else { 0 }
}

/// A statement of one sentence: whatever it goes on about, it is worth a check.
fn alone(read: Read, at: At, buffers: &Buffers) -> Parsed {
    Parsed {
        row: false,
        block: at.block,
        start: at.start,
        end: at.end,
        items: read.items,
        unread: read.unread,
        worthy: read.worth != Worth::No,
        figure: read.figure,
        hint: read.hint,
        takes_back: sentence::TakesBack::No,
        seen: buffers.seen,
        recast: read.recast,
    }
}

/// What the next sentence gives, behind all that was said before it.
pub(super) fn go_on<'t>(
    discourse: &mut Discourse<'_>,
    sentence: &Parsed,
    words: &'t str,
    reading: &mut Reading,
    before: &mut Before<'t>,
) -> Harvest {
    let denied = match sentence.takes_back {
        sentence::TakesBack::No => false,
        sentence::TakesBack::Always => true,
        sentence::TakesBack::IfReported => sentence::is_reported(before.1),
    };
    if denied {
        take_back(reading, before.0);
    }
    let (_, before_it) = std::mem::replace(before, (reading.claims.len(), words));
    discourse.names(&sentence.hint, words);
    let told = sentence.recast.as_ref().map_or(words, |recast| recast.text.as_str());
    let mut harvest = discourse.sentence(&sentence.items, told, sentence.seen);
    super::counts::leave_open(&mut harvest.claims, words, before_it);
    discourse.leave(&sentence.items, &sentence.hint, told);
    if let Some(recast) = &sentence.recast {
        super::in_other_words::put_back(&mut harvest, recast);
    }
    harvest
}
