//! Where words of a sentence were left unread, it is read again in other words.

use std::borrow::Cow;

use recount_model::Span;

use super::{Buffers, Read, Reader, Unread, count_from_publication};
use crate::discourse::Harvest;
use crate::discourse::worthy::{goes_on, is_of_other_things, is_strong, is_worthy, tells_more};
use crate::en::clause::recast::{self, Recast};
use crate::en::clause::{Act, Item, Mood, OF_OTHER_THINGS, Said, Who, sentence};
use crate::en::phrase::{Chunks, Phrase, before_that, chunk, metric};
use crate::token::{Tokens, tokenise};

/// How often a sentence is put in other words, one behind the other.
const DEPTH: usize = 3;

/// How many ways of saying a sentence are read at most.
const TRIES: usize = 8;

/// A sentence that was read.
struct Told {
    items: Vec<Item>,
    unread: Vec<Unread>,
    /// How many bytes of what is worth a check were left unread.
    left: usize,
}

impl Told {
    fn new(items: Vec<Item>, unread: Vec<Unread>, c: Chunks<'_>) -> Self {
        let open = unread.iter().filter(|unread| !Mood::is_reason(&unread.why));
        let left: usize = open.map(|unread| unread.span.end - unread.span.start).sum();
        // Behind words that nobody knows: whether it is told, other words may say.
        let framed = said(&items).filter(|said| said.mood == Mood::Framed).map(|said| said.span);
        let framed = framed.map(|span| span.end - span.start).max().unwrap_or(0);
        // Of whom the sentence begins to speak, is said behind it.
        let ahead = usize::from(recast::looks_ahead(c));
        // "Bad news for X: its volume fell": whose it is, other words may say.
        let nobody =
            |said: &&Said| said.who.who == Who::Unknown && is_pronoun(said.who.span.of(c.tokens.text));
        let unknown =
            said(&items).filter(nobody).map(|said| said.span.end - said.span.start).max().unwrap_or(0);
        Self { items, unread, left: left + framed + unknown + ahead }
    }
}

/// "its volume", "it", "they".
fn is_pronoun(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or("");
    ["its", "it", "they", "their"].iter().any(|word| word.eq_ignore_ascii_case(first))
}

/// A search for words in which more is read.
struct Search<'b> {
    /// Is the day of publication known?
    dated: bool,
    /// What "before that" may be told from.
    before: &'b before_that::Told,
    /// How many times more the words may be changed.
    depth: usize,
    /// How many more ways may be read.
    tries: usize,
}

impl Reader<'_> {
    /// The same sentence, in other words where these say more.
    pub(super) fn in_other_words(
        &self,
        mut read: Read,
        c: Chunks<'_>,
        dated: bool,
        before: &before_that::Told,
    ) -> Read {
        let mut told = Told::new(std::mem::take(&mut read.items), std::mem::take(&mut read.unread), c);
        if told.left > 0 {
            read.recast = self
                .best(&mut told, c, &mut Search { dated, before, depth: DEPTH, tries: TRIES })
                .map(Box::new);
        }
        (read.items, read.unread) = (told.items, told.unread);
        read
    }

    /// The words in which most is read, if it is more than in its own.
    fn best(&self, told: &mut Told, c: Chunks<'_>, search: &mut Search<'_>) -> Option<Recast> {
        let mut best: Option<Recast> = None;
        // Most rules begin with a name, and ask for it at the same places.
        let kept = recast::Kept::new(c);
        let mut ways = recast::ways(Chunks { kept: Some(&kept), ..c });
        while told.left > 0 && search.tries > 0 {
            let Some(way) = ways.next() else { break };
            search.tries -= 1;
            if let Some((other, way)) = self.told(way, c, told, search) {
                *told = other;
                best = Some(way);
            }
        }
        best
    }

    /// What is read in those words, if it is more than `known`.
    fn told(
        &self,
        way: Recast,
        whole: Chunks<'_>,
        known: &Told,
        search: &mut Search<'_>,
    ) -> Option<(Told, Recast)> {
        let mut buffers = Buffers { told: *search.before, ..Buffers::default() };
        tokenise(&way.text, &mut buffers.lower, &mut buffers.tokens);
        let tokens = Tokens { text: &way.text, lower: &buffers.lower, rest: &buffers.tokens };
        let mentions = self.names.find(tokens, &mut buffers.squeezed);
        let mut chunks = chunk(tokens, &mentions, &self.names);
        before_that::count_on(&mut chunks, tokens, &mut buffers.told);
        if search.dated {
            count_from_publication(&mut chunks, tokens);
        }
        super::remarks::leave_out(&mut chunks, tokens);
        let c = Chunks::new(tokens, &chunks);
        let items = sentence::read(c);
        let unread = unread(&items, c, true);
        let mut told = Told::new(items, unread, c);
        let dropped = way.dropped.and_then(|(from, to)| left_out(whole, from, to));
        told.left += dropped.as_ref().map_or(0, |unread| unread.span.end - unread.span.start);
        let more = told.left < known.left && keeps(&told.items, &known.items);
        search.depth -= 1;
        let again = if search.depth > 0 && told.left > 0 { self.best(&mut told, c, search) } else { None };
        search.depth += 1;
        if !more && (again.is_none() || told.left >= known.left || !keeps(&told.items, &known.items)) {
            return None;
        }
        for unread in &mut told.unread {
            unread.span = way.back(unread.span);
        }
        told.unread.extend(dropped);
        told.unread.sort_by_key(|unread| unread.span);
        let way = match again {
            Some(again) => again.behind(&way),
            None => way,
        };
        Some((told, way))
    }
}

/// Is everything that was said before said here too?
fn keeps(items: &[Item], known: &[Item]) -> bool {
    let mut here: Vec<&Said> = said(items).collect();
    // What stands behind words that nobody knows is not said yet.
    said(known).filter(|one| one.mood != Mood::Framed).all(|one| {
        let found = here.iter().position(|other| is_same(one, other));
        found.map(|place| here.swap_remove(place)).is_some()
    })
}

/// What is said.
fn said(items: &[Item]) -> impl Iterator<Item = &Said> {
    items.iter().filter_map(|item| match item {
        Item::Said(said) => Some(said.as_ref()),
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
    })
}

/// Is the same said of the same one, as far as a sentence alone tells?
fn is_same(one: &Said, other: &Said) -> bool {
    let who = match (&one.who.who, &other.who.who) {
        (Who::Named(a), Who::Named(b)) => a == b,
        _ => true,
    };
    let act = match (&one.act, &other.act) {
        (Act::Level { value: a, .. }, Act::Level { value: b, .. })
        | (Act::Change { value: a }, Act::Change { value: b })
        | (Act::Compare { value: a, .. }, Act::Compare { value: b, .. })
        | (Act::Share { value: a, .. }, Act::Share { value: b, .. }) => a == b,
        (Act::Rank { place: a, .. }, Act::Rank { place: b, .. }) => a == b,
        (Act::Top { top: a, count: b, .. }, Act::Top { top: c, count: d, .. }) => a == c && b == d,
        (Act::Record(a), Act::Record(b)) => a == b,
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    };
    who && act && one.negated == other.negated && one.mood == other.mood && one.anchor == other.anchor
}

/// A metric of the vocabulary, or the source of the figures.
fn names_what_is_counted(c: Chunks<'_>) -> bool {
    c.entry(0).source || matches!(c.phrase(0), Some(Phrase::Name(names)) if metric(names).is_some())
}

/// The stretches that no rule read and that are worth a check. `carried`: does the sentence go on about what
/// stands before it?
pub(super) fn unread(items: &[Item], c: Chunks<'_>, carried: bool) -> Vec<Unread> {
    // ", its biggest fall since May" behind what was read goes on about it.
    let says = items.iter().any(|item| matches!(item, Item::Said(_)));
    // "Northern models lead global token usage": order in words, of what is counted.
    let counted =
        || (0..c.all.len()).any(|place| names_what_is_counted(Chunks { at: place, to: c.all.len(), ..c }));
    // ", successfully taking the lead" behind words that nobody read: of whom these speak.
    let mut behind = says;
    let unread = items.iter().filter_map(|item| match item {
        Item::Unread { from, to, why, .. } => {
            let stretch = c.all.get(*from..*to).unwrap_or(&[]);
            let worthy = is_worthy(stretch, c.tokens)
                || (carried || says) && goes_on(stretch, c.tokens)
                || behind && tells_more(stretch, c.tokens);
            let other = worthy && is_of_other_things(stretch, c.tokens);
            behind |= worthy && !other;
            worthy.then(|| Unread {
                span: c.span(*from, *to),
                why: Cow::Borrowed(if other { OF_OTHER_THINGS } else { why }),
                figure: stretch.iter().any(is_strong) || counted(),
            })
        }
        Item::Said(_) | Item::Time(_) | Item::Passing { .. } => None,
    });
    unread.collect()
}

/// What the other words leave out, where it is worth a check.
fn left_out(c: Chunks<'_>, from: usize, to: usize) -> Option<Unread> {
    let stretch = c.all.get(from..to).unwrap_or(&[]);
    let worthy = is_worthy(stretch, c.tokens) || tells_more(stretch, c.tokens);
    worthy.then(|| Unread {
        span: c.span(from, to),
        why: Cow::Borrowed("no rule reads these words"),
        figure: stretch.iter().any(is_strong),
    })
}

/// What was found in other words, in bytes of the sentence itself.
pub(super) fn put_back(harvest: &mut Harvest, recast: &Recast) {
    for claim in &mut harvest.claims {
        let place = |span: Span| recast.back(span);
        (claim.span, claim.sentence) = (place(claim.span), place(claim.sentence));
    }
    for remark in harvest.not_checkable.iter_mut().chain(&mut harvest.not_understood) {
        remark.span = recast.back(remark.span);
    }
}
