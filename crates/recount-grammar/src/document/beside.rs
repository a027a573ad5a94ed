//! What of a page is beside its article, by element and by class. Elements are
//! counted, not kept in a tree, so that tags nobody closes cost nothing.

use std::collections::BTreeMap;

/// Elements beside the article, and what they are.
const BESIDE: [(&str, &str); 12] = [
    ("nav", "menu"),
    ("header", "page header"),
    ("footer", "footer"),
    ("aside", "beside the article"),
    ("form", "form"),
    ("button", "button"),
    ("dialog", "dialog"),
    ("amp-sidebar", "menu"),
    ("amp-ad", "advertisement"),
    ("amp-embed", "advertisement"),
    ("amp-consent", "cookie notice"),
    ("amp-user-notification", "cookie notice"),
];

/// Elements whose end may be left out: the next of them ends them.
const OPTIONAL: [&str; 7] = ["p", "li", "tr", "td", "th", "dt", "dd"];

/// Elements that have no end.
const VOID: [&str; 9] = ["br", "hr", "img", "input", "meta", "link", "wbr", "source", "col"];

/// Elements that may be beside the article because of their class.
const CLASSED: [&str; 6] = ["div", "section", "ul", "ol", "p", "aside"];

/// Classes, ids and roles of what is beside an article.
const CLASSES: [(&str, &str); 36] = [
    ("related", "related stories"),
    ("related-posts", "related stories"),
    ("related-articles", "related stories"),
    ("related-stories", "related stories"),
    ("recommended", "related stories"),
    ("recommendations", "related stories"),
    ("read-more", "related stories"),
    ("more-stories", "related stories"),
    ("most-read", "related stories"),
    ("trending", "related stories"),
    ("comments", "comments"),
    ("comment-list", "comments"),
    ("comments-area", "comments"),
    ("share", "share bar"),
    ("sharing", "share bar"),
    ("share-bar", "share bar"),
    ("share-buttons", "share bar"),
    ("social-share", "share bar"),
    ("cookie", "cookie notice"),
    ("cookies", "cookie notice"),
    ("cookie-banner", "cookie notice"),
    ("cookie-notice", "cookie notice"),
    ("newsletter", "newsletter"),
    ("newsletter-signup", "newsletter"),
    ("breadcrumb", "menu"),
    ("breadcrumbs", "menu"),
    ("menu", "menu"),
    ("navbar", "menu"),
    ("navigation", "menu"),
    ("footer", "footer"),
    ("sidebar", "beside the article"),
    ("advert", "advertisement"),
    ("advertisement", "advertisement"),
    ("sponsored", "advertisement"),
    ("promo", "advertisement"),
    ("tags", "tags"),
];

const HIDDEN: (&str, &str) = ("", "not shown");

/// No more are kept open inside one another.
const DEEPEST: usize = 64;

/// What is open of it.
#[derive(Debug, Default)]
pub(super) struct Beside {
    open: Vec<Open>,
    /// How many of each element of the lists above are open.
    count: BTreeMap<String, usize>,
}

#[derive(Debug)]
struct Open {
    element: String,
    /// How many elements of that name were open before it.
    depth: usize,
    reason: &'static str,
}

impl Beside {
    /// Why what is read now is no part of the article, if it is not.
    pub(super) fn reason(&self) -> Option<&'static str> {
        self.open.last().map(|open| open.reason)
    }

    /// Is it part of the article, or in the header of a page at most?
    pub(super) fn is_page_header(&self) -> bool {
        self.open.iter().all(|open| open.element == "header")
    }

    /// An element starts; `classes` are its classes, in small letters. One that
    /// is `hidden` is no part of what is read.
    pub(super) fn start(&mut self, tag: &str, classes: &str, hidden: bool) {
        let unclosed = |open: &Open| open.element == tag && open.reason == HIDDEN.1;
        if OPTIONAL.contains(&tag) && self.open.last().is_some_and(unclosed) {
            self.end(tag);
        }
        let classed = CLASSED.contains(&tag);
        let named = BESIDE.iter().find(|(name, _)| *name == tag);
        let named = if hidden && !VOID.contains(&tag) { Some(&HIDDEN) } else { named };
        if !classed && named.is_none() && !self.count.contains_key(tag) {
            return;
        }
        let class = |word: &str| CLASSES.iter().find(|(class, _)| *class == word);
        let by_class = match classed {
            true => classes.split_whitespace().find_map(class),
            false => None,
        };
        let depth = self.count.entry(tag.to_owned()).or_insert(0);
        if let Some((_, reason)) = named.or(by_class)
            && self.open.len() < DEEPEST
        {
            self.open.push(Open { element: tag.to_owned(), depth: *depth, reason });
        }
        *depth += 1;
    }

    /// An element ends.
    pub(super) fn end(&mut self, tag: &str) {
        let Some(depth) = self.count.get_mut(tag).filter(|depth| **depth > 0) else {
            return;
        };
        *depth -= 1;
        let depth = *depth;
        // What is still open inside it was never closed: it ends here, too.
        let ended = |open: &Open| open.element == tag && open.depth >= depth;
        if let Some(first) = self.open.iter().position(ended) {
            self.open.truncate(first);
        }
    }

    /// The article itself starts: elements of these names end.
    pub(super) fn leave(&mut self, elements: &[&str]) {
        self.open.retain(|open| !elements.contains(&open.element.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_has_a_reason() {
        let mut beside = Beside::default();
        beside.start("div", "wide related-posts ", false);
        beside.start("div", "", false);
        assert_eq!(beside.reason(), Some("related stories"));
        beside.end("div");
        assert_eq!(beside.reason(), Some("related stories"));
        beside.end("div");
        beside.end("div");
        assert_eq!(beside.reason(), None);
        beside.start("span", "related", false);
        assert_eq!(beside.reason(), None);
    }

    #[test]
    fn what_is_hidden_is_not_read() {
        let mut beside = Beside::default();
        beside.start("span", "", false);
        beside.start("tr", "", true);
        beside.start("td", "", false);
        assert_eq!(beside.reason(), Some("not shown"));
        beside.end("td");
        beside.start("br", "", true);
        beside.end("tr");
        assert_eq!(beside.reason(), None);
    }

    #[test]
    fn what_nobody_closed_ends_with_what_holds_it() {
        let mut beside = Beside::default();
        beside.start("aside", "", false);
        beside.start("nav", "", false);
        beside.end("aside");
        assert_eq!(beside.reason(), None);
    }

    #[test]
    fn an_article_leaves_the_menu_before_it() {
        let mut beside = Beside::default();
        beside.start("nav", "", false);
        beside.leave(&["nav"]);
        beside.end("nav");
        assert_eq!(beside.reason(), None);
    }
}
