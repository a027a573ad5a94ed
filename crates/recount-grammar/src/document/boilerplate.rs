//! What on a page is no part of the article: menus, related stories,
//! comments, notices, other languages. Marked with a reason, never removed.
//!
//! To take a paragraph of the article for boilerplate is worse than to read a
//! menu: every rule here asks for a whole line or a region that opens with a
//! line of its own, and stops at running text.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::block::{Block, Kind};
use super::{language, published};

/// A longer line opens no region.
const LONGEST_OPENER: usize = 60;
/// A paragraph that ends with a stop and is at least as long is running text.
const RUNNING: usize = 80;
/// A longer block is no notice.
const LONGEST_NOTICE: usize = 600;
/// A longer block is no note about rights.
const LONGEST_RIGHTS: usize = 300;
/// A longer block is no line of a page's own.
const LONGEST_LINE: usize = 200;
/// A longer text under the title of a teaser is none.
const LONGEST_TEASER: usize = 400;

/// Lines that open other stories, in small letters.
const RELATED: [&str; 40] = [
    "related", "related article", "related articles", "related stories", "related story", "related news",
    "related posts", "related coverage", "related content", "related reading", "related topics",
    "related links", "related special topic recommendations", "recommended", "recommended for you",
    "recommended reading", "recommended articles", "recommended stories", "recommendations",
    "you may also like", "you might also like", "you may like", "more stories", "more news", "more articles",
    "more on this story", "more to read", "more reading", "read more", "read next", "read also", "also read",
    "see also", "up next", "keep reading", "further reading", "latest news", "latest stories",
    "around the web", "from around the web",
];

/// Lines that open comments, without their number.
const COMMENTS: [&str; 12] = [
    "comment", "comments", "leave a comment", "leave a reply", "post a comment", "add a comment",
    "write a comment", "reader comments", "join the discussion", "join the conversation", "view comments",
    "show comments",
];

/// Lines of buttons and bars.
const BARS: [&str; 28] = [
    "share", "share this", "share this article", "share this story", "share this post", "share on",
    "copy link", "print", "print this article", "email", "email this", "save", "save article", "subscribe",
    "subscribe now", "sign up", "sign in", "log in", "login", "register", "advertisement", "sponsored",
    "skip to content", "skip to main content", "toggle navigation", "back to top", "listen to this article",
    "follow us",
];

static COOKIES: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("ookies"));
static RIGHTS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("ights reserved"));

/// Marks single lines and regions.
pub(super) fn mark(blocks: &mut [Block<'_>]) {
    for block in blocks.iter_mut() {
        if block.boilerplate.is_none() {
            block.boilerplate = line(block);
        }
    }
    let running = running(blocks);
    let mut at = 0;
    while at < blocks.len() {
        at = match opener(&blocks[at]) {
            Some(Opener::Related) => related(blocks, at),
            Some(Opener::Comments) => comments(blocks, at, &running),
            None => at + 1,
        };
    }
    menus(blocks);
}

/// How many paragraphs of running text, and how many bytes of it, stand before
/// each block, and before the end.
fn running(blocks: &[Block<'_>]) -> Vec<(usize, usize)> {
    let mut before = (0, 0);
    let mut all = vec![before];
    for block in blocks {
        if is_running(block) {
            before = (before.0 + 1, before.1 + block.text.len());
        }
        all.push(before);
    }
    all
}

/// Marks what follows the repetition of a body and is only teasers of other
/// stories. Comes after repetitions were marked.
pub(super) fn mark_tail(blocks: &mut [Block<'_>]) {
    let again = |block: &Block<'_>| {
        let long = block.sentences.iter().filter(|s| s.repeated && s.end - s.start >= RUNNING);
        block.ends_with_stop() && block.boilerplate.is_none() && long.count() > 0
    };
    let repeated = blocks.iter().filter(|block| again(block)).count();
    let Some(last) = blocks.iter().rposition(again).filter(|_| repeated >= 2) else {
        return;
    };
    let rest = &mut blocks[last + 1..];
    let own = |block: &Block<'_>| {
        is_running(block) || matches!(block.kind, Kind::ListItem { .. } | Kind::TableRow { .. })
    };
    if rest.iter().any(|block| block.boilerplate.is_none() && own(block)) {
        return;
    }
    for block in rest {
        block.boilerplate.get_or_insert("other stories");
    }
}

/// Is it a paragraph of an article, by its look?
fn is_running(block: &Block<'_>) -> bool {
    block.boilerplate.is_none()
        && matches!(block.kind, Kind::Paragraph | Kind::Quote | Kind::ListItem { .. })
        && block.text.len() >= RUNNING
        && block.ends_with_stop()
}

/// Why a block is boilerplate, whatever stands around it.
fn line(block: &Block<'_>) -> Option<&'static str> {
    if block.kind == Kind::Code {
        return Some("code");
    }
    if matches!(block.kind, Kind::TableRow { .. } | Kind::Headline) {
        return None;
    }
    let text = block.text.as_ref();
    if language::is_foreign(text) {
        return Some("another language");
    }
    if text.len() > LONGEST_NOTICE {
        return None;
    }
    // First letters are left out: they may be capitals.
    let asks = || {
        let words = ["ccept", "onsent", "e use", "references", "gree"];
        words.into_iter().any(|word| text.contains(word))
    };
    match () {
        () if COOKIES.find(text.as_bytes()).is_some() && asks() => Some("cookie notice"),
        () if text.len() <= LONGEST_RIGHTS && is_rights(text) => Some("footer"),
        () if text.len() <= LONGEST_LINE => short_line(block),
        () => None,
    }
}

/// "© 2026 …", "… All rights reserved".
fn is_rights(text: &str) -> bool {
    let rights = RIGHTS.find(text.as_bytes());
    let capitals = || text.contains("ights Reserved");
    rights.is_some() || capitals() || text.starts_with('©') || text.starts_with("Copyright ©")
}

/// Why a short line is boilerplate.
fn short_line(block: &Block<'_>) -> Option<&'static str> {
    let text = block.text.as_ref();
    let item = matches!(block.kind, Kind::ListItem { .. });
    if !item && published::line_date(text).is_some() {
        return Some("date line");
    }
    if block.ends_with_stop() {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    match () {
        // "Share (12)", but not "Share: 48%".
        () if text.len() <= LONGEST_OPENER
            && !text.contains('%')
            && BARS.contains(&words(&lower).as_str()) =>
        {
            Some("share bar")
        }
        () if is_pointer(&lower) => Some("related stories"),
        () => None,
    }
}

/// "Read more: …" on one line.
fn is_pointer(lower: &str) -> bool {
    lower
        .split_once(':')
        .is_some_and(|(before, after)| !after.trim().is_empty() && RELATED.contains(&before.trim()))
}

/// The words of a line, without signs and numbers.
fn words(lower: &str) -> String {
    let words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut joined = String::new();
    for word in words {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    Related,
    Comments,
}

fn opener(block: &Block<'_>) -> Option<Opener> {
    let fits = matches!(block.kind, Kind::Heading(_) | Kind::Paragraph | Kind::ListItem { .. });
    if !fits || block.text.len() > LONGEST_OPENER || block.boilerplate.is_some() {
        return None;
    }
    let words = words(&block.text.to_ascii_lowercase());
    match () {
        () if RELATED.contains(&words.as_str()) => Some(Opener::Related),
        () if COMMENTS.contains(&words.as_str()) => Some(Opener::Comments),
        () => None,
    }
}

/// Marks other stories behind the line that opens them; gives the index of
/// what follows. Titles have no stop at their end, and neither have teasers
/// that are cut off; running text ends the region, unless every title has one
/// whole short paragraph.
fn related(blocks: &mut [Block<'_>], at: usize) -> usize {
    let mut end = at + 1;
    let listed = blocks.get(end).is_some_and(|b| matches!(b.kind, Kind::ListItem { .. }));
    let pairs = pairs(blocks, end);
    let mut last_pair = end + 2 * pairs;
    if pairs < 2 {
        last_pair = end;
    }
    while end < blocks.len() {
        let block = &blocks[end];
        let item = matches!(block.kind, Kind::ListItem { .. });
        let row = matches!(block.kind, Kind::TableRow { .. });
        let title = !block.ends_with_stop() || block.text.ends_with(['?', '!']);
        let own = end >= last_pair && !(title || block.boilerplate.is_some());
        if row || own || opener(block).is_some() || (item != listed && (item || listed)) {
            break;
        }
        end += 1;
    }
    // The heading of what follows belongs to it.
    let follows = blocks.get(end).is_some_and(|b| opener(b).is_none());
    let short = |block: &Block<'_>| matches!(block.kind, Kind::Heading(_)) && block.text.len() <= RUNNING;
    if follows && end > at + 2 && short(&blocks[end - 1]) {
        end -= 1;
    }
    for block in &mut blocks[at..end] {
        block.boilerplate.get_or_insert("related stories");
    }
    end
}

/// How many titles, each with a short paragraph, follow one another.
fn pairs(blocks: &[Block<'_>], from: usize) -> usize {
    let is = |pair: &&[Block<'_>]| match pair {
        [title, text] => {
            !title.ends_with_stop()
                && !title.text.ends_with(':')
                && opener(title).is_none()
                && text.kind == Kind::Paragraph
                && text.ends_with_stop()
                && text.text.len() <= LONGEST_TEASER
        }
        _ => false,
    };
    blocks[from..].chunks(2).take_while(is).count()
}

/// Marks comments up to the end of the page, or up to a heading with running
/// text below; only the line itself, where the article is still to come.
fn comments(blocks: &mut [Block<'_>], at: usize, running: &[(usize, usize)]) -> usize {
    let (paragraphs, before) = running[at];
    let behind = running[blocks.len()].1 - before;
    let over = paragraphs >= 3 || (before > 0 && before >= behind);
    let heads = |at: usize| {
        let text = |at: usize| blocks.get(at).is_some_and(|b| is_running(b) && b.text.len() > 2 * RUNNING);
        matches!(blocks[at].kind, Kind::Heading(_) | Kind::Headline) && text(at + 1) && text(at + 2)
    };
    let end = match over {
        true => (at + 1..blocks.len()).find(|at| heads(*at)).unwrap_or(blocks.len()),
        false => at + 1,
    };
    for block in &mut blocks[at..end] {
        block.boilerplate.get_or_insert("comments");
    }
    end
}

/// Marks very short lines without figures before and after all text: four in a
/// row before, any after.
fn menus(blocks: &mut [Block<'_>]) {
    let own = |block: &Block<'_>| block.ends_with_stop() || block.kind == Kind::Headline;
    let Some(first) = blocks.iter().position(own) else {
        return;
    };
    let mut start = 0;
    for at in 0..=first {
        if at < first && is_short(&blocks[at]) {
            continue;
        }
        if at - start >= 4 {
            for block in &mut blocks[start..at] {
                block.boilerplate.get_or_insert("menu");
            }
        }
        start = at + 1;
    }
    let text = |block: &Block<'_>| block.boilerplate.is_none() && !is_short(block);
    let last = blocks.iter().rposition(text).unwrap_or(0).max(first);
    for block in &mut blocks[last + 1..] {
        block.boilerplate.get_or_insert("footer");
    }
}

fn is_short(block: &Block<'_>) -> bool {
    matches!(block.kind, Kind::Paragraph | Kind::Heading(_) | Kind::ListItem { number: None, .. })
        && block.lead_in.is_none()
        && block.text.len() <= 40
        && block.text.split_whitespace().take(5).count() <= 4
        && !block.text.ends_with(['.', ':'])
        && !block.text.bytes().any(|b| b.is_ascii_digit())
}
