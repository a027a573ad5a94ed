//! `They count all models, not only those on the chart. By that count X had 15.4 trillion`: a
//! figure of another count than the rest of the text, and the text says so.

use recount_model::{Assumption, Claim};

/// Words that say what is counted.
const COUNTING: &[&str] =
    &["count", "counts", "counted", "counting", "include", "includes", "included", "including"];

/// How many of them there are.
const HOW_MANY: &[&str] =
    &["all", "every", "each", "any", "only", "just", "also", "entire", "whole", "more", "fewer"];

/// The ways of counting to which "that" may point.
const WAYS: &[&str] = &["count", "basis", "definition", "measure", "method", "reckoning", "yardstick"];

/// Leaves open of which count the claims of a sentence are that counts as another
/// one explains: the one before it, or its own beginning.
pub(super) fn leave_open(claims: &mut [Claim], sentence: &str, before: &str) {
    if claims.is_empty() {
        return;
    }
    let Some(at) = by_that_count(sentence) else { return };
    if explains(before) || explains(sentence.get(..at).unwrap_or("")) {
        let open = claims.iter_mut().filter(|claim| claim.assertion.scope.is_none());
        open.for_each(|claim| claim.assumptions.push(Assumption::Count));
    }
}

/// Where it says "by that count".
fn by_that_count(text: &str) -> Option<usize> {
    if !text.contains(" that ") && !text.contains(" this ") {
        return None;
    }
    let mut words = words(text);
    let mut last = [(0, ""); 2];
    words.find_map(|word| {
        let [by, that] = last;
        last = [that, word];
        let found = is_one(word.1, WAYS)
            && is_one(that.1, &["that", "this"])
            && is_one(by.1, &["by", "on", "under", "using", "with"]);
        found.then_some(by.0)
    })
}

/// Does it say what is counted: "they count all listed models", "only the nine are counted"?
fn explains(text: &str) -> bool {
    words(text).any(|(_, word)| is_one(word, COUNTING)) && words(text).any(|(_, word)| is_one(word, HOW_MANY))
}

fn is_one(word: &str, of: &[&str]) -> bool {
    of.iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// Each word, with its place.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    let pieces = text.split_inclusive(|c: char| !c.is_alphanumeric()).map(move |piece| {
        let at = next;
        next += piece.len();
        (at, piece.trim_end_matches(|c: char| !c.is_alphanumeric()))
    });
    pieces.filter(|(_, word)| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use recount_model::Assumption;

    use crate::en::clause::testing::world;
    use crate::{Format, Options, Reader};

    /// Is the count of the last claim left open?
    fn open(text: &str) -> bool {
        let world = world();
        let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
        let reading = Reader::new(&world).read(text, Format::Markdown, &options);
        reading.claims.last().expect("a claim").assumptions.contains(&Assumption::Count)
    }

    #[test]
    fn a_count_that_is_explained() {
        let rest = "northern models had 15.4 trillion tokens last week.";
        assert!(open(&format!(
            "Others count all models, not only the nine on the chart. By that count, {rest}"
        )));
        assert!(open(&format!("Others include every model. On that basis, {rest}")));
        assert!(!open(&format!("Others count all models. Last week {rest}")));
        assert!(!open(&format!("Nobody knows what a token is. By that measure, {rest}")));
    }
}
