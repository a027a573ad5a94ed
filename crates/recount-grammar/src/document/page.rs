//! What a page says about itself: the day of publication and the title, from
//! `<meta>`, `<time>` and linked data.

use std::ops::Range;

use html5gum::{Token, Tokenizer};
use memchr::memchr;
use recount_model::Span;
use serde_json::Value;

use super::block::Builder;
use super::published::{self, DateHint, How};

/// The attributes of a tag that this crate looks at.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    /// `name`, `property` or `itemprop`, in small letters.
    pub(super) name: String,
    /// `content` and its place.
    pub(super) content: Option<(String, Range<usize>)>,
    /// `datetime` and its place.
    pub(super) datetime: Option<(String, Range<usize>)>,
    /// `class`, `id` and `role`, in small letters, with a space between.
    pub(super) classes: String,
    /// `type`, in small letters.
    pub(super) kind: String,
    /// `colspan`, 1 to 50.
    pub(super) columns: usize,
    /// `rowspan`, 1 to 200.
    pub(super) rows: usize,
    /// Is it not shown: `hidden`, `display: none`?
    pub(super) hidden: bool,
}

impl Attributes {
    pub(super) fn set(&mut self, name: &[u8], value: &[u8], at: Range<usize>) {
        let text = || String::from_utf8_lossy(value).into_owned();
        match name {
            b"name" | b"property" | b"itemprop" => {
                self.name = text().to_ascii_lowercase();
            }
            b"content" => self.content = Some((text(), at)),
            b"datetime" => self.datetime = Some((text(), at)),
            b"class" | b"id" | b"role" => {
                self.classes.push_str(&text().to_ascii_lowercase());
                self.classes.push(' ');
            }
            b"type" => self.kind = text().to_ascii_lowercase(),
            b"rowspan" => self.rows = text().trim().parse().unwrap_or(1).clamp(1, 200),
            b"hidden" => self.hidden |= !value.eq_ignore_ascii_case(b"until-found"),
            b"style" => {
                let style = text().to_ascii_lowercase().replace(' ', "");
                self.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
            }
            b"colspan" => self.columns = text().trim().parse().unwrap_or(1).clamp(1, 50),
            _ => {}
        }
    }

    /// The date of a `<meta>` that gives one.
    pub(super) fn meta_date(&self) -> Option<DateHint> {
        let how = match self.name.as_str() {
            "article:published_time"
            | "og:published_time"
            | "datepublished"
            | "date"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "publish_date"
            | "dc.date"
            | "dc.date.issued"
            | "dcterms.date"
            | "dcterms.created"
            | "dcterms.issued"
            | "article.published"
            | "citation_publication_date"
            | "published_time"
            | "publication_date" => How::Metadata,
            "article:modified_time" | "og:updated_time" | "datemodified" => How::Updated,
            _ => return None,
        };
        let (text, at) = self.content.as_ref()?;
        hint(text, at.clone(), how)
    }

    /// The date of a `<time>`.
    pub(super) fn time_date(&self) -> Option<DateHint> {
        let (text, at) = self.datetime.as_ref()?;
        let how = match self.name.as_str() {
            "datemodified" => How::Updated,
            "datepublished" => How::Metadata,
            _ => How::TimeElement,
        };
        hint(text, at.clone(), how)
    }

    /// The title of a `<meta>` that gives one.
    pub(super) fn meta_title(&self) -> Option<&(String, Range<usize>)> {
        let is = self.name == "og:title";
        self.content.as_ref().filter(|_| is)
    }
}

fn hint(text: &str, at: Range<usize>, how: How) -> Option<DateHint> {
    Some(DateHint { span: Span::new(at.start, at.end), date: published::value(text)?, how, ambiguous: false })
}

/// The day of publication in linked data, a JSON text that starts at byte
/// `start` of the file.
pub(super) fn linked_date(json: &str, start: usize) -> Option<DateHint> {
    let value: Value = serde_json::from_str(json).ok()?;
    let mut open = vec![&value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(text)) = fields.get("datePublished") {
                    let at = json
                        .find(text.as_str())
                        .map_or(start..start + json.len(), |at| start + at..start + at + text.len());
                    return hint(text, at, How::Metadata);
                }
                open.extend(fields.values().rev());
            }
            Value::Array(values) => open.extend(values.iter().rev()),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    None
}

/// A title without the name of the site behind a bar or a dash.
pub(super) fn without_site(title: &str) -> &str {
    for mark in [" | ", " – ", " — ", " - ", " · "] {
        if let Some((words, site)) = title.rsplit_once(mark)
            && words.split_whitespace().count() >= 3
            && site.split_whitespace().count() <= 4
            && !site.bytes().any(|b| b.is_ascii_digit())
        {
            return words.trim();
        }
    }
    title.trim()
}

/// How long the character reference is that a text starts with, and what it
/// stands for; `None` where its `&` is only an ampersand.
pub(super) fn reference(text: &str) -> Option<(usize, String)> {
    let bytes = text.as_bytes();
    let body = usize::from(bytes.get(1) == Some(&b'#')) + 1;
    let limit = if body == 2 { usize::MAX } else { 40 };
    let name = bytes.get(body..)?.iter().take(limit).take_while(|b| b.is_ascii_alphanumeric()).count();
    let length = body + name + usize::from(bytes.get(body + name) == Some(&b';'));
    if name == 0 {
        return None;
    }
    let mut plain = String::new();
    for token in Tokenizer::new(&text[..length]) {
        let Ok(token) = token;
        if let Token::String(text) = token {
            plain.push_str(&String::from_utf8_lossy(&text));
        }
    }
    (!plain.is_empty()).then_some((length, plain))
}

/// Pushes text with its character references.
pub(super) fn push_text(builder: &mut Builder<'_>, text: &str, start: usize) {
    let mut from = 0;
    let mut at = 0;
    while let Some(ahead) = memchr(b'&', &text.as_bytes()[at..]) {
        let place = at + ahead;
        at = place + 1;
        if let Some((length, plain)) = reference(&text[place..]) {
            builder.push(start + from..start + place);
            builder.push_instead(start + place..start + place + length, &plain);
            at = place + length;
            from = at;
        }
    }
    builder.push(start + from..start + text.len());
}

/// What a raised text is.
pub(super) enum Raised {
    /// The mark of a footnote, or a sign: no part of the words.
    Note,
    /// The exponent of the number before it.
    Exponent,
    /// Letters of the word, "1st", or words of their own.
    Words,
}

/// What `<sup>` holds: behind "10", the exponent of a power.
pub(super) fn raised(text: &str, behind_base: bool) -> Raised {
    let text = text.trim();
    let digits = text.trim_start_matches(['-', '−', '+']).bytes().all(|byte| byte.is_ascii_digit());
    match () {
        () if ["st", "nd", "rd", "th"].iter().any(|end| text.eq_ignore_ascii_case(end)) => Raised::Words,
        () if behind_base && digits && !text.is_empty() => Raised::Exponent,
        () if text.chars().count() <= 6 => Raised::Note,
        () => Raised::Words,
    }
}

/// Does an element of that name start a block of text?
pub(super) fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "aside"
            | "nav"
            | "form"
            | "fieldset"
            | "dl"
            | "dt"
            | "dd"
            | "address"
            | "figure"
            | "details"
            | "summary"
            | "center"
            | "body"
            | "html"
            | "dialog"
            | "button"
            | "tbody"
            | "amp-sidebar"
            | "amp-ad"
            | "amp-embed"
            | "amp-consent"
            | "amp-user-notification"
            | "thead"
            | "tfoot"
            | "option"
            | "legend"
            | "hgroup"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn references() {
        let is = |text: &str, length: usize, plain: &str| {
            assert_eq!(reference(text), Some((length, plain.to_owned())));
        };
        is("&amp;D", 5, "&");
        is("&#8212; and", 7, "—");
        is("&#x2014;", 8, "—");
        is("&nbsp;", 6, "\u{a0}");
        is("&copy 2026", 5, "©");
        assert_eq!(reference("& so on"), None);
        assert_eq!(reference("&"), None);
    }

    #[test]
    fn linked_data() {
        let json = r#"{"@graph": [{"@type": "Site"}, {"datePublished": "2026-06-30T08:00:00Z"}]}"#;
        let found = linked_date(json, 100).unwrap();
        assert_eq!(found.date, date(2026, 6, 30));
        assert_eq!(&json[found.span.start - 100..found.span.end - 100], "2026-06-30T08:00:00Z");
        assert_eq!(linked_date("{not json", 0), None);
        assert_eq!(linked_date(&"[".repeat(100_000), 0), None);
    }

    #[test]
    fn sites_are_no_part_of_a_title() {
        assert_eq!(without_site("Alder overtakes Birch | Elm Daily"), "Alder overtakes Birch");
        assert_eq!(without_site("Alder up - now 3"), "Alder up - now 3");
        assert_eq!(without_site("Alder - Birch"), "Alder - Birch");
    }
}
