//! What is said twice: a body that a page repeats, and teasers that are cut
//! off. One pass over all sentences and a table of their hashes.
//!
//! A sentence alone is no proof ("It rose by 8%." may be said of two things),
//! so a repetition also has the same sentence before it in its paragraph.

use memchr::{memchr_iter, memmem};
use rustc_hash::{FxHashMap, FxHashSet};

use super::block::{Block, Kind};

/// Shorter sentences are told apart by the block before them, too.
const LONG: usize = 40;
/// A shorter line is not taken for the start of a sentence that was cut off.
const SHORTEST_CUT: usize = 20;
/// A line of this length that opens a longer sentence is a cut-off copy, even
/// where the cut fell between words.
const LONG_CUT: usize = 60;
/// Sentences that open alike are compared with only so many cut-off lines.
const ALIKE: usize = 4;
/// Letters and digits that sentences are grouped by.
const KEY: usize = 16;

/// The letters and digits of a sentence, small, and how many bytes they have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
struct Print {
    hash: u64,
    length: usize,
    /// Do others open and end with the same letters and have as many of them?
    twice: bool,
}

/// Marks every sentence that repeats an earlier one, and cut-off copies of
/// others wherever they stand. Of a teaser and the paragraph that it opens, the
/// paragraph stays.
pub(super) fn mark(blocks: &mut [Block<'_>]) {
    let prints = all_prints(blocks);
    mark_cuts(blocks, &prints);
    let mut said = FxHashSet::default();
    let mut beside = FxHashSet::default();
    let mut body_again = false;
    let mut last = Print::default();
    for (block, prints) in blocks.iter_mut().zip(&prints) {
        let mut before = Print::default();
        for (index, (sentence, print)) in block.sentences.iter_mut().zip(prints).enumerate() {
            let own_context = index > 0 || opens_alone(block.kind, *print);
            let key = (*print, if own_context { before } else { last });
            (before, last) = (*print, *print);
            if !print.twice {
                continue;
            }
            if block.boilerplate.is_some() {
                beside.insert(*print);
            } else if !sentence.repeated {
                let again = said.contains(&key) && print.length > 0;
                body_again |= again && print.length >= LONG_CUT;
                sentence.repeated = again || (body_again && beside.contains(print));
                said.insert(key);
            }
        }
    }
}

/// Does the first sentence of such a block stand for itself, whatever is said
/// before it?
const fn opens_alone(kind: Kind, print: Print) -> bool {
    match kind {
        Kind::Headline | Kind::Heading(1) => true,
        Kind::Paragraph | Kind::Quote | Kind::Heading(_) => print.length >= LONG,
        Kind::ListItem { .. } => print.length >= 2 * LONG,
        Kind::TableRow { .. } | Kind::Caption | Kind::Code => false,
    }
}

/// The prints of all sentences. Two that are the same open and end with the same
/// letters and have as many of them, so only those that do are read in full.
fn all_prints(blocks: &[Block<'_>]) -> Vec<Vec<Print>> {
    let each = |block: &Block<'_>| block.sentences().map(|range| opening(bytes_of(block, range))).collect();
    let mut prints: Vec<Vec<Print>> = blocks.iter().map(each).collect();
    let mut seen: FxHashMap<(u64, usize), bool> = FxHashMap::default();
    seen.reserve(prints.iter().map(Vec::len).sum());
    for print in prints.iter().flatten() {
        seen.entry((print.hash, print.length)).and_modify(|again| *again = true).or_insert(false);
    }
    for (block, prints) in blocks.iter().zip(&mut prints) {
        for (range, own) in block.sentences().zip(prints) {
            if seen.get(&(own.hash, own.length)) == Some(&true) {
                *own = print(bytes_of(block, range));
            }
        }
    }
    prints
}

fn bytes_of<'t>(block: &'t Block<'_>, range: std::ops::Range<usize>) -> &'t [u8] {
    block.text.as_bytes().get(range).unwrap_or(&[])
}

/// The first and the last letters and digits of a sentence, and how many it has in all.
fn opening(bytes: &[u8]) -> Print {
    let mut length = count(bytes, |byte| byte.is_ascii_alphanumeric());
    if !bytes.is_ascii() {
        let marks = memchr_iter(0xe2, bytes).filter(|at| exchanged(bytes, *at) == 3).count();
        length += count(bytes, |byte| byte >= 0x80) - 3 * marks - 2 * memchr_iter(0xc2, bytes).count();
    }
    let (key, found) = first_letters(bytes);
    let (first, last) = key.split_at(KEY / 2);
    let word = |bytes: &[u8]| bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    let mix = |hash: u64, word: u64| (hash.rotate_left(29) ^ word).wrapping_mul(FACTOR);
    // Many sentences open alike, few of them end so too.
    let end = bytes.iter().rev().filter(|byte| byte.is_ascii_alphanumeric()).take(KEY / 2);
    let end = end.fold(0, |word, byte| word << 8 | u64::from(byte.to_ascii_lowercase()));
    let hash = mix(mix(mix(found as u64, word(first)), word(last)), end);
    Print { hash, length, twice: false }
}

/// How many bytes are such. Sums fit a byte, so that many bytes are counted at a time.
#[inline]
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    let part = |part: &[u8]| usize::from(part.iter().map(|byte| u8::from(is(*byte))).sum::<u8>());
    bytes.chunks(usize::from(u8::MAX)).map(part).sum()
}

/// How a sentence opens, and how many letters and digits that are.
fn first_letters(bytes: &[u8]) -> ([u8; KEY], usize) {
    let (mut key, mut found, mut at) = ([0; KEY], 0, 0);
    while let (Some(byte), Some(place)) = (bytes.get(at), key.get_mut(found)) {
        let letter = LETTERS[usize::from(*byte)];
        let skip = if letter >= 0xc2 { exchanged(bytes, at) } else { 0 };
        at += skip.max(1);
        // A sign is written over by the next letter.
        *place = if skip > 0 { 0 } else { letter };
        found += usize::from(*place != 0);
    }
    (key, found)
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// What a byte counts as: a small letter or a digit as itself, what is beyond
/// ASCII as it is, signs and spaces as 0.
const LETTERS: [u8; 256] = {
    let mut table = [0u8; 256];
    let mut byte = 0u8;
    loop {
        table[byte as usize] = match byte {
            b'A'..=b'Z' => byte | 0x20,
            b'a'..=b'z' | b'0'..=b'9' | 0x80.. => byte,
            _ => 0,
        };
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

/// How many bytes a sign takes that pages exchange for another: dashes, dots,
/// curly quotes and spaces of U+2000 to U+203F and U+0080 to U+00BF; 0 where
/// the character counts.
fn exchanged(bytes: &[u8], at: usize) -> usize {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(0xe2), Some(0x80)) => 3,
        (Some(0xc2), _) => 2,
        _ => 0,
    }
}

/// Small letters and digits, as bytes.
fn letters(bytes: &[u8]) -> impl Iterator<Item = u8> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let letter = LETTERS[usize::from(*bytes.get(at)?)];
            let skip = if letter >= 0xc2 { exchanged(bytes, at) } else { 0 };
            at += skip.max(1);
            if letter != 0 && skip == 0 {
                return Some(letter);
            }
        }
    })
}

fn print(bytes: &[u8]) -> Print {
    let (mut hash, mut word, mut length) = (0u64, 0u64, 0usize);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let letter = LETTERS[usize::from(*byte)];
        let skip = if letter >= 0xc2 { exchanged(bytes, at) } else { 0 };
        at += skip.max(1);
        if letter == 0 || skip > 0 {
            continue;
        }
        word = (word << 8) | u64::from(letter);
        length += 1;
        if length % 8 == 0 {
            hash = (hash.rotate_left(5) ^ word).wrapping_mul(FACTOR);
            word = 0;
        }
    }
    let hash = (hash.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    Print { hash: hash ^ (hash >> 29), length, twice: true }
}

/// A line that may be the start of a sentence that was cut off.
#[derive(Clone, Copy, Debug)]
struct Cut {
    block: usize,
    /// Is a sign of the cut written (`…`)?
    dotted: bool,
}

fn mark_cuts(blocks: &mut [Block<'_>], prints: &[Vec<Print>]) {
    let cuts = cuts(blocks, prints);
    if cuts.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if block.boilerplate.is_some() {
            continue;
        }
        for (place, range) in block.sentences().enumerate() {
            let whole = &block.text.as_bytes()[range];
            let Some(alike) = key(whole).and_then(|key| cuts.get(&key)) else {
                continue;
            };
            for cut in alike.iter().filter(|cut| cut.block != index) {
                let teaser = &blocks[cut.block];
                let Some(part) = teaser.sentences.last() else {
                    continue;
                };
                if opens(&teaser.text.as_bytes()[part.range()], whole, cut.dotted) {
                    found.push((cut.block, index, place));
                }
            }
        }
    }
    for (teaser, whole, place) in found {
        let last = prints[teaser].len() - 1;
        // Is the teaser, up to its last sentence, the start of the paragraph?
        let all = last == place && prints[teaser][..last] == prints[whole][..place];
        let from = if all { 0 } else { last };
        for sentence in &mut blocks[teaser].sentences[from..] {
            sentence.repeated = true;
        }
    }
}

/// The cut-off lines by how they open.
fn cuts(blocks: &[Block<'_>], prints: &[Vec<Print>]) -> FxHashMap<[u8; KEY], Vec<Cut>> {
    let mut cuts: FxHashMap<[u8; KEY], Vec<Cut>> = FxHashMap::default();
    for (index, block) in blocks.iter().enumerate() {
        let running = matches!(block.kind, Kind::Paragraph | Kind::Quote | Kind::Heading(_));
        let dotted = block.text.trim_end_matches([']', ')']).ends_with(['…', '.'])
            && (block.text.contains('…') || memmem::find(block.text.as_bytes(), b"...").is_some());
        if !running || block.boilerplate.is_some() || (block.ends_with_stop() && !dotted) {
            continue;
        }
        let (Some(last), Some(print)) = (block.sentences.last(), prints[index].last()) else {
            continue;
        };
        if print.length < SHORTEST_CUT {
            continue;
        }
        if let Some(key) = key(&block.text.as_bytes()[last.range()]) {
            let alike = cuts.entry(key).or_default();
            if alike.len() < ALIKE {
                alike.push(Cut { block: index, dotted });
            }
        }
    }
    cuts
}

/// How a sentence opens; `None` where it is shorter than that.
fn key(bytes: &[u8]) -> Option<[u8; KEY]> {
    let (key, found) = first_letters(bytes);
    (found == KEY).then_some(key)
}

/// Is `part` the start of `whole`, cut off inside a word, at dots, or late?
fn opens(part: &[u8], whole: &[u8], dotted: bool) -> bool {
    let length = letters(part).count();
    let mut rest = letters(whole);
    let same = letters(part).all(|letter| rest.next() == Some(letter));
    if !same || rest.next().is_none() {
        return false;
    }
    dotted || length >= LONG_CUT || cuts_a_word(whole, length)
}

/// Does the letter after the first `length` ones go on with their word?
fn cuts_a_word(whole: &[u8], length: usize) -> bool {
    let mut left = length;
    let mut in_word = false;
    for letter in whole {
        let is = letter.is_ascii_alphanumeric();
        if left == 0 {
            return in_word && is;
        }
        in_word = is;
        left -= usize::from(is);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::{Format, read};

    /// The sentences that are not repeated.
    fn kept(text: &str) -> Vec<String> {
        let document = read(text, Format::Plain);
        let mut kept = Vec::new();
        for (_, block) in document.content() {
            let own = block.sentences.iter().filter(|s| !s.repeated);
            kept.extend(own.map(|s| block.text[s.range()].to_owned()));
        }
        kept
    }

    #[test]
    fn a_repeated_body_is_read_once() {
        let body = "Alder processed 4.19 trillion tokens in the week of June 22.\nIt led the chart. Birch followed with 3.63 trillion tokens.\n";
        let once = kept(body);
        assert_eq!(once.len(), 3);
        assert_eq!(kept(&format!("{body}\n\n{body}")), once);
    }

    #[test]
    fn the_paragraph_stays_and_its_teaser_goes() {
        let text = "Alder keeps the lead\nAlder processed 4.19 trillion tokens last week. The trend is part of a profound sh\nAlder processed 4.19 trillion tokens last week. The trend is part of a profound shift. Birch fell.";
        let document = read(text, Format::Plain);
        let flags = |at: usize| {
            let sentences = document.blocks[at].sentences.iter();
            sentences.map(|s| s.repeated).collect::<Vec<_>>()
        };
        assert_eq!(flags(1), [true, true]);
        assert_eq!(flags(2), [false, false, false]);
    }

    #[test]
    fn a_teaser_behind_the_paragraph_goes_too() {
        let text = "Alder processed 4.19 trillion tokens last week, far more than Birch.\n\nBirch fell by 8.5%.\n\nAlder processed 4.19 trillion tokens last week…\n";
        assert_eq!(kept(text).len(), 2);
    }

    #[test]
    fn the_same_words_about_another_thing_stay() {
        let text =
            "Alder\n\nIt rose by 8% to 4 trillion tokens.\n\nBirch\n\nIt rose by 8% to 4 trillion tokens.\n";
        assert_eq!(kept(text).iter().filter(|s| s.starts_with("It rose")).count(), 2);
        let text = "Alder led. Its volume rose by 8% from the week before, to a record.\nBirch trailed. Its volume rose by 8% from the week before, to a record.";
        assert_eq!(kept(text).len(), 4);
        let text =
            "Top\n• Alder: 4 trillion\n• Birch: 3 trillion\n\nLast\n• Alder: 4 trillion\n• Birch: 3 trillion";
        assert!(kept(text).len() >= 4);
    }

    #[test]
    fn a_headline_that_opens_a_sentence_stays() {
        let text = "Alder overtakes Birch in weekly usage\n\nAlder overtakes Birch in weekly usage for the third week running.";
        assert_eq!(kept(text).len(), 2);
    }
}
