//! Figures files as `import` writes them: nearly all of such a file are lines such as
//! `"series" = 1200`, which need no parser of TOML.
//!
//! These lines are read here and left out of what is parsed, where a run of spaces
//! stands for them, so that every span stays. A file with anything else among its
//! figures is left as it is, and so is every file that gives a series twice.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memmem};
use recount_model::Span;
use rustc_hash::FxHashSet;

use super::figures::{OTHER, RawFigure, RawValue};
use super::{At, RawNumber};

/// The text of a file without its plain figures, and these.
#[derive(Debug)]
pub(crate) struct Cut<'a> {
    /// What is left to be parsed.
    pub(crate) text: Cow<'a, str>,
    /// For each `[[period]]` all of its figures but the first, which is left; none
    /// where nothing was cut.
    pub(crate) figures: Vec<Vec<RawFigure<'a>>>,
}

impl<'a> Cut<'a> {
    /// A text as it is.
    pub(crate) const fn nothing(text: &'a str) -> Self {
        Self { text: Cow::Borrowed(text), figures: Vec::new() }
    }

    /// A figures file without its plain figures.
    pub(crate) fn of(text: &'a str) -> Self {
        Self::all(text).unwrap_or(Self::nothing(text))
    }

    fn all(text: &'a str) -> Option<Self> {
        // Texts of several lines may look like anything.
        let several = ["\"\"\"", "'''", "\r"];
        if several.iter().any(|mark| memmem::find(text.as_bytes(), mark.as_bytes()).is_some()) {
            return None;
        }
        let mut left = text.as_bytes().to_vec();
        let mut figures: Vec<Vec<RawFigure<'a>>> = Vec::new();
        let mut known = FxHashSet::default();
        let mut place = Place::Head;
        let mut start = 0;
        // The line feed of the last line that was cut.
        let mut cut_end = None;
        for end in memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
            let words = text.get(start..end)?;
            let before = cut_end.take();
            match words.as_bytes() {
                b"[[period]]" if place != Place::Period => place = Place::Period,
                b"[period.figures]" if place == Place::Period => {
                    place = Place::Figures;
                    known.clear();
                    figures.push(Vec::with_capacity(figures.last().map_or(0, Vec::len)));
                }
                [b'[', ..] => return None,
                [b' ' | b'\t', ..] if place != Place::Head => return None,
                [_, ..] if place == Place::Figures => {
                    let figure = plain(words, start)?;
                    let first = known.is_empty();
                    if !known.insert(figure.series) {
                        return None;
                    }
                    if !first {
                        figures.last_mut()?.push(figure);
                        left.get_mut(start..end)?.fill(b' ');
                        // One run of spaces for all lines that follow one another.
                        if let Some(feed) = before.and_then(|feed: usize| left.get_mut(feed)) {
                            *feed = b' ';
                        }
                        cut_end = Some(end);
                    }
                }
                _ => {}
            }
            start = end + 1;
        }
        let whole = place == Place::Figures && !known.is_empty();
        let left = String::from_utf8(left).ok().filter(|_| whole)?;
        Some(Self { text: Cow::Owned(left), figures })
    }
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Head,
    Period,
    Figures,
}

/// `"series" = 1200`, `"series" = "1.2K"` or `other = 0`, in a line that starts at `start`.
fn plain(line: &str, start: usize) -> Option<RawFigure<'_>> {
    let (series, value) = match line.strip_prefix('"') {
        Some(quoted) => {
            let (series, value) = quoted.split_at(memchr(b'"', quoted.as_bytes())?);
            (series, value.strip_prefix("\" = ")?)
        }
        None => line.split_once(" = ").filter(|(key, _)| *key == OTHER)?,
    };
    let is_plain = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\'))
    };
    if !is_plain(series) {
        return None;
    }
    let number = match value.strip_prefix('"') {
        Some(text) => RawNumber::Text(text.strip_suffix('"').filter(|text| is_plain(text))?),
        None => {
            let digits = (1..=18).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit());
            let whole = digits && (value.len() == 1 || !value.starts_with('0'));
            let add = |number: i128, digit: u8| number * 10 + i128::from(digit - b'0');
            RawNumber::Whole(whole.then(|| value.bytes().fold(0, add))?)
        }
    };
    let end = start + line.len();
    let at = At { value: number, span: Span::new(end - value.len(), end) };
    Some(RawFigure { series, span: Span::new(start, end), value: RawValue::Number(at) })
}

#[cfg(test)]
mod tests {
    use super::super::figures::RawFigures;
    use super::super::parse;
    use super::Cut;

    const FILE: &str = "metric = \"hours\"\nsource = \"x\"\n\n[[period]]\nweek = 2026-06-22\ncomplete = true\n[period.figures]\n\"a\" = 12\n\"b/c\" = \"4.1M\"\n\"d\" = 0\nother = 7\n\n[[period]]\nweek = 2026-06-29\n[period.figures]\n\"a\" = 3\n\n[[period]]\n# so\nweek = 2026-07-06\n[period.figures]\n\"z\" = \"1\"\n\"a\" = 2\n";

    fn read(cut: &Cut<'_>) -> (String, usize) {
        let parsed = parse(1, &cut.text);
        let mut problems = Vec::new();
        let figures = RawFigures::read(1, &parsed.root, &cut.figures, &mut problems);
        (format!("{figures:?} {problems:?} {}", parsed.errors.len()), cut.figures.len())
    }

    #[test]
    fn what_is_cut_is_read_as_what_is_parsed() {
        for text in [FILE, FILE.trim_end(), &FILE.replace("\"a\" = 2\n", "\"a\" = 2\n\n\n")] {
            let (found, cut) = read(&Cut::of(text));
            assert_eq!(cut, 3);
            assert_eq!(found, read(&Cut::nothing(text)).0, "{text}");
        }
    }

    #[test]
    fn mistakes_beside_plain_figures_are_found() {
        for (from, to) in [("complete", "compleet"), ("2026-06-29", "2026-06-39"), ("metric", "metr")] {
            let text = FILE.replace(from, to);
            assert_eq!(read(&Cut::of(&text)).0, read(&Cut::nothing(&text)).0, "{text}");
        }
    }

    #[test]
    fn what_is_not_plain_is_left() {
        for (from, to) in [
            ("\"d\" = 0", "\"a\" = 0"),
            ("\"d\" = 0", "\"d\" = 00"),
            ("\"d\" = 0", "\"d\" = 1_000"),
            ("\"d\" = 0", "d = 1"),
            ("\"d\" = 0", "\"other\" = 1"),
            ("\"d\" = 0", "\"d\" = { low = 1, high = 2 }"),
            ("\"d\" = 0", "\"d\" = 1 # so"),
            ("\"d\" = 0", "\"d\" = -1"),
            ("\"d\" = 0", "\"d\\n\" = 1"),
            ("[period.figures]\n\"a\" = 3\n", ""),
            ("[period.figures]\n\"a\" = 3\n", "[period.figures]\n[period.figures]\n"),
            ("source = \"x\"", "source = \"\"\"\nx\"\"\""),
        ] {
            let text = FILE.replace(from, to);
            assert!(Cut::of(&text).figures.is_empty(), "{text}");
        }
    }
}
