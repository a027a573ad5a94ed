//! Of which time a list is that a text goes by: `In the June rankings, …`, `on the latest leaderboard`. What
//! is told of it is not of the week that was named before.

use recount_model::Period;

/// When the list is of which is being spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::discourse) enum OfList {
    /// The last one before the text was written.
    Latest,
    /// One of some time in a month, or of all of it.
    SomeTime,
}

/// The list of which is being spoken, and how many paragraphs ago it was named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gone {
    of: OfList,
    paragraphs: u8,
}

impl Gone {
    /// The list that a sentence names, unless it names a week as well.
    pub(super) fn by(text: &str, week: Option<Period>) -> Option<Self> {
        let named = week.is_some_and(|period| period.days() == 7);
        let of = if named { None } else { of_list(text) };
        of.map(|of| Self { of, paragraphs: 0 })
    }

    /// A list of a month, of whichever week.
    pub(super) const SOME_TIME: Self = Self { of: OfList::SomeTime, paragraphs: 0 };

    /// The paragraph behind the one that names the list may go on about it.
    pub(super) const fn next_paragraph(self) -> Option<Self> {
        let paragraphs = self.paragraphs + 1;
        if paragraphs > 1 { None } else { Some(Self { paragraphs, ..self }) }
    }

    pub(super) const fn of(self) -> OfList {
        self.of
    }
}

/// Words for a list of places and figures.
const LISTS: &[&str] = &["ranking", "rankings", "leaderboard", "leaderboards", "chart", "charts"];
/// Words for figures of any kind: only the latest of them are of a time.
const FIGURES: &[&str] = &["data", "figures", "numbers", "statistics", "calculations"];
/// They may stand between the time of a list and the word for it.
const BETWEEN: &[&str] = &["weekly", "token", "usage", "model", "s"];
const LATEST: &[&str] = &["latest", "newest"];
const MONTHS: &[&str] = &[
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];

/// May one of the words for a time stand in a text? By its bytes: a capital of a month, or "test", "west" as the end of the others.
fn may_name_a_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let inside = bytes.get(1..).unwrap_or(&[]);
    // Without a stop at the first, several are looked at at once.
    let capital = inside.iter().fold(false, |found, byte| found | byte.is_ascii_uppercase());
    capital
        || MONTHS.iter().any(|month| text.starts_with(month))
        || memchr::memmem::find_iter(bytes, "est").any(|at| {
            at.checked_sub(1)
                .and_then(|before| bytes.get(before))
                .is_some_and(|byte| matches!(byte, b't' | b'w'))
        })
}

/// The time of the list that a sentence names, where it is told beside its name.
fn of_list(text: &str) -> Option<OfList> {
    if !may_name_a_time(text) {
        return None;
    }
    let stems =
        ["ranking", "eaderboard", "chart", "data", "figures", "numbers", "statistics", "calculations"];
    if !stems.iter().any(|stem| text.contains(stem)) {
        return None;
    }
    let mut time = None;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let list = LISTS.contains(&word);
        match time {
            Some(found) if list || found == OfList::Latest && FIGURES.contains(&word) => return time,
            _ if BETWEEN.contains(&word) => {}
            _ if LATEST.contains(&word) => time = Some(OfList::Latest),
            _ if MONTHS.contains(&word) => time = Some(OfList::SomeTime),
            _ => time = None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{OfList, of_list};
    use crate::en::clause::testing::world;
    use crate::{Format, Options, Reader};

    #[test]
    fn the_time_beside_the_name_of_a_list() {
        assert_eq!(of_list("In the June rankings, makers did well."), Some(OfList::SomeTime));
        assert_eq!(of_list("By the late-May ranking, makers did well."), Some(OfList::SomeTime));
        assert_eq!(of_list("The latest token data show it."), Some(OfList::Latest));
        assert_eq!(of_list("In May a chart was drawn."), None);
        assert_eq!(of_list("It may chart its own course."), None);
        assert_eq!(of_list("The June 8 rankings are out."), None);
    }

    /// The first day of the week of the last claim, if it has one.
    fn last(text: &str, published: Option<Date>) -> Option<Date> {
        let options = Options { published, reference: date(2026, 6, 28) };
        let reading = Reader::new(&world()).read(text, Format::Markdown, &options);
        reading.claims.last().expect("a claim").assertion.period.map(|period| period.start)
    }

    #[test]
    fn what_it_says_is_not_of_the_week_before_it() {
        let named = "In the week of May 4, 2026, Alder processed 6 trillion tokens.\n\n";
        for (list, week) in [
            ("In the June rankings, makers did remarkably well.", None),
            ("By the late-May ranking, makers did remarkably well.", None),
            ("Of the latest rankings, makers were fond.", Some(date(2026, 6, 22))),
            ("Of the rankings, makers were fond.", Some(date(2026, 5, 4))),
            ("Birch is a favourite with 4.5 trillion tokens used this month by tailors.", None),
        ] {
            let text = format!("{named}{list} Cedar ranks second with 3 trillion tokens.");
            assert_eq!(last(&text, Some(date(2026, 6, 30))), week, "{list}");
        }
        let latest = format!("{named}Of the latest rankings, makers were fond. Cedar ranks second.");
        assert_eq!(last(&latest, None), None);
    }

    #[test]
    fn a_month_that_opens_a_sentence_which_says_nothing() {
        let named = "In the week of May 4, 2026, Alder processed 6 trillion tokens. ";
        let text = format!("{named}By June, the gap was decisive. Cedar had 3 trillion tokens.");
        assert_eq!(last(&text, Some(date(2026, 6, 30))), None);
        let present = format!("{named}In April, Cedar came out. It is second.");
        assert_ne!(last(&present, Some(date(2026, 6, 30))), None);
    }
}
