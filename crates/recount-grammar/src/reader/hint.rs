//! What a sentence leaves to those around it: what it names, when, and what it
//! counts.

use recount_model::{GroupId, MetricId, Subject, Vocabulary};
use rustc_hash::FxHashMap;

use super::Parsed;
use crate::discourse::Hint;
use crate::document::{Block, Document, Kind};
use crate::en::another::{begins_with_another, begins_with_nobody};
use crate::en::clause::{Act, Item, Who, group_of, group_told, table};
use crate::en::lexicon::{Noun, Seen, Starts, WordId, look_up};
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunks, Phrase, metric, subjects, units};
use crate::names::Names;
use crate::token::{Token, Tokens};

/// What a heading, a caption or the words before a list say of what follows.
pub(super) fn hint(c: Chunks<'_>) -> Hint {
    let chunks = c.all;
    if chunks.iter().all(|chunk| matches!(chunk.phrase, Phrase::Word(_))) {
        return Hint::default();
    }
    let time = chunks.iter().find_map(|chunk| match &chunk.phrase {
        Phrase::Time(time) if matches!(time.role, Role::At | Role::AsOf) => Some(time.clone()),
        _ => None,
    });
    let mut metrics = chunks.iter().filter_map(|chunk| match &chunk.phrase {
        Phrase::Name(names) => metric(names).or_else(|| units(names).first().copied()),
        Phrase::Amount { metrics, .. } => metrics.first().copied(),
        _ => None,
    });
    let metric = metrics.next();
    let sole_metric = metric.filter(|first| metrics.all(|other| other == *first));
    let mut named = (0..chunks.len()).filter_map(|place| match &chunks.get(place)?.phrase {
        Phrase::Name(names) => Some(subjects(names).collect::<Vec<_>>()).filter(|found| !found.is_empty()),
        Phrase::Adjective(_) => group_of(Chunks { at: place, ..c }),
        _ => None,
    });
    let all: Vec<Vec<Subject>> = named.by_ref().collect();
    let first = all.first().cloned();
    let anybody = first.is_some() || chunks.iter().any(|chunk| matches!(chunk.phrase, Phrase::Adjective(_)));
    let subject = first.filter(|_| all.len() == 1 || is_of_first(c));
    let named = all.iter().filter_map(|names| names.first().copied()).collect();
    // "A week earlier …", "Two weeks before, …", but not "WoW change: 8%".
    let turns = |time: &Time, first: usize| {
        let counted = c.tokens.rest.get(first).is_some_and(|token| token.starts.any(Starts::NUMERAL));
        time.role != Role::Base || counted || matches!(c.lower(first), "a" | "an" | "the" | "just" | "only")
    };
    // "Then, last week, …".
    let opens = chunks.iter().take(2).find_map(|chunk| match &chunk.phrase {
        Phrase::Time(time) => Some(Some(time.clone()).filter(|time| turns(time, chunk.first))),
        Phrase::Word(_) if chunk.first == 0 && c.is(0, &["then", "but", "and", "yet", "so"]) => None,
        _ => Some(None),
    });
    let opening = opens.flatten().or_else(|| week_told_of(c));
    let money = |chunk: &crate::en::phrase::Chunk<'_>| matches!(&chunk.phrase, Phrase::Other(found) if found.currency.is_some());
    let foreign = chunks.iter().any(money);
    Hint {
        time,
        metric,
        sole_metric,
        subject,
        anybody,
        named,
        opening,
        foreign,
        lists: singled_out(c),
        covers: None,
        figure: false,
        counts: false,
        elsewhere: false,
    }
}

/// "Alder is Norvane's workhorse.": of the first one, where each other name only owns what that is.
fn is_of_first(c: Chunks<'_>) -> bool {
    let whole = Chunks { at: 0, to: c.all.len(), ..c };
    let named = |place: &usize| matches!(whole.phrase(*place), Some(Phrase::Name(names)) if subjects(names).next().is_some());
    let first = usize::from(whole.is(0, &["the"]));
    named(&first)
        && whole.is(first + 1, &["is", "was", "remains"])
        && whole.len() <= SHORT
        && (first + 2..whole.len()).filter(named).all(|place| whole.is(place + 1, &["'s", "’s", "'", "’"]))
}

/// "For Alder, the week of June 1 was the high point so far": the week of which a sentence speaks.
fn week_told_of(c: Chunks<'_>) -> Option<Time> {
    let whole = Chunks { at: 0, to: c.all.len(), ..c };
    let behind = whole.is(0, &["for", "at"]) && whole.is(2, &[","]);
    let Some(Phrase::Time(time)) = whole.phrase(3).filter(|_| behind) else {
        return None;
    };
    let be = whole.is(4, &["was", "is", "had", "marked", "brought"]);
    (be && time.role == Role::At).then(|| time.clone())
}

/// The groups that an article names, each once.
pub(super) fn groups(parsed: &[Parsed]) -> Vec<Subject> {
    let mut found: Vec<Subject> = Vec::new();
    let named = parsed.iter().flat_map(|sentence| &sentence.hint.named);
    for group in named.filter(|one| matches!(one, Subject::Group(_))) {
        if !found.contains(group) {
            found.push(*group);
        }
    }
    found
}

/// The groups of which one member is singled out, "the biggest southern model",
/// "the best of the northern ones": places that are given nearby may be those
/// among them.
fn singled_out(c: Chunks<'_>) -> Vec<Subject> {
    let mut found = Vec::new();
    for place in 0..c.all.len() {
        let here = Chunks { at: place, ..c };
        let token = here.get(0).and_then(|chunk| here.tokens.rest.get(chunk.first));
        let best = token.is_some_and(|token| token.word.seen().any(Seen::MOST));
        let among = here.is(0, words!["among", "amongst"]);
        if !best && !among {
            continue;
        }
        let ahead = (1..=4).find(|ahead| match here.phrase(*ahead) {
            Some(Phrase::Adjective(_)) => true,
            Some(Phrase::Name(names)) => subjects(names).next().is_some(),
            _ => false,
        });
        let Some(ahead) = ahead else { continue };
        let group = match here.phrase(ahead) {
            Some(Phrase::Name(names)) => subjects(names).next(),
            _ => group_told(here.skip(ahead)).and_then(|names| names.first().copied()),
        };
        found.extend(group.filter(|group| matches!(group, Subject::Group(_)) && !found.contains(group)));
    }
    found
}

/// What a sentence that nobody parsed leaves to the next one: may it have named
/// somebody? Words in capitals, first ones that the lexicon does not know.
pub(super) fn passed_over(tokens: Tokens<'_>) -> Hint {
    let capital = |token: &Token| tokens.text_of(*token).starts_with(char::is_uppercase);
    // "Badly.", "Hardly!"
    let alone = tokens.rest.len() <= 2;
    let adverb = |token: &Token| alone && tokens.lower_of(*token).ends_with("ly");
    let name = |(place, token): (usize, &Token)| match place {
        0 if adverb(token) => false,
        0 if begins_with_nobody(tokens) => false,
        0 => capital(token) && token.word == WordId::default() && tokens.text_of(*token).len() > 1,
        _ => capital(token) && tokens.text_of(*token) != "I",
    };
    let opening = crate::en::phrase::time::time(tokens).ok().map(|(_, time)| time);
    let anybody = tokens.rest.iter().enumerate().any(name) || begins_with_another(tokens);
    Hint { anybody, opening, ..Hint::default() }
}

/// "And the southern ones?", "But look at Birch.": a short sentence that says of whom the next one
/// speaks, and nothing else.
pub(super) fn turns_to(tokens: Tokens<'_>) -> bool {
    const LONGEST: usize = 14;
    let joined = usize::from(matches!(tokens.peek(), "but" | "and" | "now" | "so" | "then"));
    let (verb, next) = (tokens.peek_at(joined), tokens.peek_at(joined + 1));
    let turns = matches!(
        (verb, next),
        ("look" | "turn", "at" | "to") | ("what" | "how", "about") | ("as", "for") | ("consider" | "take", _)
    );
    let asks = tokens.rest.last().is_some_and(|last| tokens.text_of(*last) == "?");
    tokens.rest.len() <= LONGEST && (turns || asks)
}

/// "Southern models were not immune.": the one of whom such a sentence speaks, where it names
/// nobody else.
pub(super) fn opens_with(tokens: Tokens<'_>, names: &Names, squeezed: &mut String) -> Option<Vec<Subject>> {
    const LONGEST: usize = 8;
    let opening = Tokens { rest: tokens.rest.get(..LONGEST).unwrap_or(tokens.rest), ..tokens };
    let mention = names.find(opening, squeezed).into_iter().next()?;
    let article = usize::from(tokens.peek() == "the");
    let behind = tokens.rest.get(mention.end..)?;
    let capital = |token: &Token| tokens.text_of(*token).starts_with(char::is_uppercase);
    let verb = behind
        .first()
        .is_some_and(|token| token.kind == crate::token::Kind::Word && token.word.entry().noun.is_none());
    let alone = mention.first == article && !mention.adjective && verb && !behind.iter().any(capital);
    let found: Vec<Subject> = mention
        .names
        .iter()
        .filter_map(|name| match name {
            recount_model::Name::Subject(subject) => Some(*subject),
            _ => None,
        })
        .collect();
    // "There was good news for Corvane, too.": nobody else is named.
    let before = mention.first.checked_sub(1).and_then(|last| tokens.rest.get(last));
    let governed = before.is_some_and(|word| {
        matches!(
            tokens.lower_of(*word),
            "for" | "at" | "about" | "from" | "stablemate" | "sibling" | "sister" | "cousin" | "newcomer"
        )
    });
    // "Nobody expected much of Dunlin."
    let much = mention.first >= 2
        && before.is_some_and(|word| tokens.lower_of(*word) == "of")
        && matches!(
            tokens.peek_at(mention.first - 2),
            "much" | "little" | "more" | "heard" | "highly" | "fond" | "thought"
        );
    let governed = governed || much;
    let front = tokens.rest.get(1..mention.first).unwrap_or(&[]);
    let only = governed
        && tokens.rest.len() <= SHORT
        && !mention.adjective
        && !front.iter().chain(behind).any(capital)
        && names.find(tokens, squeezed).len() == 1;
    // "Heatwave: Dunlin.": nothing but a name behind its label.
    let stops = behind.iter().all(|token| matches!(tokens.text_of(*token), "." | "!" | "*" | "**"));
    let labelled = mention.first == article || before.is_some_and(|sign| tokens.text_of(*sign) == ":");
    let titled = stops && labelled && !mention.adjective;
    ((alone || only || titled) && !found.is_empty()).then_some(found)
}

/// A longer sentence may speak of others, in tokens.
const SHORT: usize = 12;

/// Who is named in the headline and the lead.
pub(super) fn topics(parsed: &[Parsed]) -> Vec<Subject> {
    let named = |item: &Item| match item {
        Item::Said(said) => match &said.who.who {
            Who::Named(names) => names.iter().filter_map(|names| names.first().copied()).collect(),
            _ => Vec::new(),
        },
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => Vec::new(),
    };
    let mut topics: Vec<Subject> = Vec::new();
    for sentence in parsed.iter().filter(|sentence| sentence.worthy || sentence.hint.anybody).take(4) {
        let hinted = sentence.hint.named.iter().copied();
        for subject in hinted.chain(sentence.items.iter().flat_map(named)) {
            if !topics.contains(&subject) {
                topics.push(subject);
            }
        }
    }
    topics
}

/// The groups among which an article gives places, and those that the vocabulary
/// calls lists.
pub(super) fn lists(parsed: &[Parsed], vocabulary: &Vocabulary) -> Vec<Subject> {
    let among = |item: &Item| match item {
        Item::Said(said) => match &said.act {
            Act::Rank { among: Some(np), .. } => match &np.who {
                Who::Named(names) => names.iter().flatten().copied().collect(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        },
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => Vec::new(),
    };
    let board = |name: &String| {
        name.rsplit(' ').next().is_some_and(|last| look_up(&last.to_lowercase()).noun == Some(Noun::Board))
    };
    let called = (0u32..).zip(&vocabulary.groups).filter(|(_, group)| group.names.iter().any(board));
    let called = called.map(|(at, _)| Subject::Group(GroupId(at)));
    let given = parsed.iter().flat_map(|sentence| sentence.items.iter().flat_map(among));
    let mut lists: Vec<Subject> = Vec::new();
    for list in called
        .chain(given)
        .filter(|list| matches!(list, Subject::Group(group) if !vocabulary.group(*group).is_total()))
    {
        if !lists.contains(&list) {
            lists.push(list);
        }
    }
    lists
}

/// Does it say how much of something there was, or name what is counted?
pub(super) fn gives_figures(sentence: &Parsed) -> bool {
    sentence.items.iter().any(|item| match item {
        Item::Said(said) => metric_of(said).is_some() || matches!(said.act, Act::Level { .. }),
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => false,
    })
}

/// The metric that a statement names itself.
pub(super) fn metric_of(said: &crate::en::clause::Said) -> Option<MetricId> {
    use crate::en::clause::About;
    match (&said.act, said.who.about, said.adjuncts.about) {
        // "Users consumed 4 trillion tokens" speaks of no users.
        (Act::Level { metrics, .. }, About::Metric(metric), _)
            if !metrics.is_empty() && !metrics.contains(&metric) =>
        {
            metrics.first().copied()
        }
        (_, About::Metric(metric), _) | (_, _, Some(About::Metric(metric))) => Some(metric),
        (Act::Level { metrics, .. }, ..) => metrics.first().copied(),
        _ => said.metric_of_others(),
    }
}

/// The power of ten that the words above a row of a table or an item of a list
/// give its numbers; the nearest words win.
pub(super) fn scale_above(document: &Document<'_>, index: usize, block: &Block<'_>) -> Option<i32> {
    // An item of a list inside another stands under all of them.
    let lead_in = |block: &Block<'_>| document.block(block.lead_in).filter(|_| block.lead_in.is_some());
    let mut outer = lead_in(block);
    let outer = std::iter::from_fn(|| {
        let next = outer?;
        outer = lead_in(next).filter(|_| matches!(next.kind, Kind::ListItem { .. }));
        Some(next)
    });
    let above = above(document, block).into_iter().rev().filter_map(|place| document.blocks.get(place));
    above
        .filter(|above| !matches!(above.kind, Kind::TableRow { .. }))
        .chain(outer.take(DEEPEST))
        .chain(note_before(document, index))
        .find_map(|above| table::scale_of(last_words(&above.text)))
}

/// The words before a list, or its heading.
pub(super) fn lead_in_of<'d>(document: &'d Document<'_>, block: &Block<'_>) -> Option<&'d Block<'d>> {
    let place = block.lead_in.or(block.heading);
    document.block(place).filter(|above| place.is_some() && !matches!(above.kind, Kind::ListItem { .. }))
}

/// Lists inside lists that are looked at.
const DEEPEST: usize = 8;
/// Behind so many items nobody looks for a note before them.
const LONGEST_LIST: usize = 60;
/// Longer words before a list are looked at from their end.
const LONGEST_NOTE: usize = 400;

/// The end of a text.
fn last_words(text: &str) -> &str {
    let from = text.len().saturating_sub(LONGEST_NOTE);
    (from..=text.len()).find_map(|from| text.get(from..)).unwrap_or("")
}

/// The paragraph directly before the table of a row or the list of an item, if
/// it is a short one: a note on its figures.
pub(super) fn note_before<'d, 't>(document: &'d Document<'t>, index: usize) -> Option<&'d Block<'t>> {
    let blocks = document.blocks.get(..index)?;
    let inside = |block: &Block<'_>| match document.blocks.get(index).map(|block| block.kind) {
        Some(Kind::TableRow { .. }) => matches!(block.kind, Kind::TableRow { .. }),
        _ => matches!(block.kind, Kind::ListItem { .. }),
    };
    let before = blocks.iter().rev().take(LONGEST_LIST).find(|block| !inside(block))?;
    let note = matches!(before.kind, Kind::Paragraph | Kind::Caption) && before.text.len() <= 160;
    note.then_some(before)
}

/// The blocks that speak of what stands in this one: its heading, for a table
/// its caption and header, and the words before a list; the nearest last.
pub(super) fn above(document: &Document<'_>, block: &Block<'_>) -> Vec<usize> {
    let table = match block.kind {
        Kind::TableRow { table, .. } => {
            usize::try_from(table).ok().and_then(|table| document.tables.get(table))
        }
        _ => None,
    };
    let caption = table.and_then(|table| table.caption);
    let header = table.and_then(|table| table.header);
    let places = [block.heading, block.lead_in, caption, header];
    places.into_iter().flatten().filter_map(|place| usize::try_from(place).ok()).collect()
}

/// The headings above each heading of an article, found once: a long one has thousands of them at one level.
#[derive(Default)]
pub(super) struct Outer {
    /// The one above, for each block that others stand under and that was asked for.
    above: FxHashMap<usize, Option<usize>>,
}

impl Outer {
    /// The headings above the one that a block stands under, the outermost first.
    pub(super) fn of(&mut self, document: &Document<'_>, block: &Block<'_>) -> Vec<usize> {
        let mut places = Vec::new();
        let Some(mut inner) = under(Some(block)) else { return places };
        while let Some(place) = self.above(document, inner) {
            places.push(place);
            inner = place;
        }
        places.reverse();
        places
    }

    /// The next heading before `inner` of a higher level.
    fn above(&mut self, document: &Document<'_>, inner: usize) -> Option<usize> {
        let level = |place: usize| match document.blocks.get(place).map(|block| &block.kind) {
            Some(Kind::Heading(level)) => u32::from(*level),
            _ => 0,
        };
        if let Some(found) = self.above.get(&inner) {
            return *found;
        }
        let mut next = under(document.blocks.get(inner));
        while let Some(place) = next.filter(|place| level(*place) >= level(inner)) {
            // What stands between it and the one above it is no higher than itself.
            next = match self.above.get(&place) {
                Some(above) => *above,
                None => under(document.blocks.get(place)),
            };
        }
        self.above.insert(inner, next);
        next
    }
}

/// The heading that a block stands under.
fn under(block: Option<&Block<'_>>) -> Option<usize> {
    block.and_then(|block| block.heading).and_then(|place| usize::try_from(place).ok())
}

/// A longer line without a stop names more than the one of whom the next ones speak.
const LONGEST_NAME: usize = 40;

/// May a sentence be passed over where nothing in it says that it matters? Not
/// what stands over other blocks and speaks of them by its names alone: a
/// heading, "By model:", the name over a list of its figures.
pub(super) fn is_gated(kind: &Kind, words: &str) -> bool {
    let over = matches!(kind, Kind::Headline | Kind::Heading(_) | Kind::Caption);
    let named = words.len() <= LONGEST_NAME && !words.ends_with(['.', '!', '?', '”', '"']);
    !over && !named && !words.ends_with(':')
}
