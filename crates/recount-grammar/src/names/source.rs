//! Does a text name the source of the figures anywhere?

use memchr::memchr2_iter;

/// The name of a source, as it is looked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SourceName {
    /// In lower case.
    name: String,
    /// Its rarest byte and where that stands, for a name of ASCII letters and signs.
    rarest: Option<(usize, u8)>,
}

/// What texts have most of, the rarest first: a name is looked for by the rarest byte that
/// it has. Other signs and digits are rarer.
const RAREST: &[u8] = b"zqxjkvbpgywfmucldhrsnioate ";

impl SourceName {
    pub(super) fn new(name: String) -> Self {
        let rank = |byte: &u8| RAREST.iter().position(|letter| letter == byte);
        let rarest = name.bytes().enumerate().min_by_key(|(_, byte)| rank(byte).map_or(0, |rank| rank + 1));
        Self { rarest: rarest.filter(|_| name.is_ascii()), name }
    }
}

/// A text that is asked for names in lower case.
#[derive(Debug)]
pub(super) struct SourceText<'t> {
    text: &'t str,
    /// Has it no capitals beyond ASCII whose small letters are those of ASCII?
    plain: bool,
    /// The text in lower case, made only where letters beyond ASCII may count.
    lower: Option<String>,
}

impl<'t> SourceText<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let has = |letter: &str| memchr::memmem::find(text.as_bytes(), letter.as_bytes()).is_some();
        let plain = text.is_ascii() || !has("\u{130}") && !has("\u{212a}");
        Self { text, plain, lower: None }
    }

    /// Does a name stand in the text, whatever the case there, where no letter or digit follows?
    pub(super) fn names(&mut self, source: &SourceName) -> bool {
        let name = source.name.as_str();
        if name.is_empty() {
            return false;
        }
        if let (true, Some(rarest)) = (self.plain, source.rarest) {
            return stands_in(name.as_bytes(), rarest, self.text);
        }
        let lower = self.lower.get_or_insert_with(|| self.text.to_lowercase());
        lower.match_indices(name).any(|(at, _)| ends(lower, at + name.len()))
    }
}

fn ends(text: &str, at: usize) -> bool {
    !text.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// The same of a name of ASCII letters and signs.
fn stands_in(name: &[u8], (place, byte): (usize, u8), text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr2_iter(byte, byte.to_ascii_uppercase(), bytes).any(|at| {
        let Some(start) = at.checked_sub(place) else { return false };
        let here = bytes.get(start..start + name.len());
        here.is_some_and(|here| here.eq_ignore_ascii_case(name)) && ends(text, start + name.len())
    })
}

#[cfg(test)]
mod tests {
    use super::{SourceName, SourceText};

    #[test]
    fn as_in_a_copy_in_lower_case() {
        let names = ["openledger", "the 5% club", "k", "über index", "i", "zz", "a b-c"];
        let texts = [
            "", "OpenLedger", "openledgers", "as OPENLEDGER, says", "xOpenLedger's", "the 5% Club.",
            "The 5% clubs", "300 \u{212a}", "\u{130}", "I", "Über Index", "ÜBER INDEX!", "zZ top", "A B-C",
            "a b-", "Openledgeré", "éopenledger é", "mark", "openledgerx openledger",
        ];
        for text in texts {
            let lower = text.to_lowercase();
            for name in names {
                let long = lower
                    .match_indices(name)
                    .any(|(at, _)| !lower[at + name.len()..].starts_with(char::is_alphanumeric));
                assert_eq!(
                    SourceText::new(text).names(&SourceName::new(name.to_owned())),
                    long,
                    "{name} in {text}"
                );
            }
        }
    }
}
