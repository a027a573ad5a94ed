//! Columns that are called after a day: `Token Tuesday: Alder rises` tells of no Tuesday.

use super::Read;
use crate::en::clause::Item;
use crate::en::phrase::time::{Role, Time, When};

const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Words before a day that make a date of it, or belong to its name.
const OF_DAYS: &[&str] = &[
    "on", "by", "since", "until", "till", "from", "to", "of", "for", "as", "through", "before", "after",
    "last", "this", "next", "past", "every", "each", "that", "one", "early", "late", "previous", "and", "or",
    "black", "good", "easter", "whit", "palm", "cyber", "super", "ash", "shrove", "giving", "mid",
];

/// What appears on a day.
const EDITIONS: &[&str] = &[
    "edition", "memo", "update", "briefing", "brief", "report", "newsletter", "digest", "notes", "note",
    "roundup", "round-up", "wrap", "wrap-up", "recap", "issue", "special", "bulletin", "column", "letter",
    "dispatch", "morning", "check-in", "read", "rundown", "review", "tape", "tally", "ledger", "chart",
];

/// Has a heading a day in it that no word makes a date of, and more words: "Monday Five", "The Tuesday ten"?
fn has_day_in_name(heading: &str) -> bool {
    let words: Vec<String> = words_of(heading).filter(|word| !word.is_empty()).collect();
    let day = words.iter().position(|word| is_one(word, DAYS));
    let Some(day) = day.filter(|day| *day <= 1 && words.len() == day + 2) else { return false };
    let article = day == 0 || is_one(&words[0], &["the", "our", "your"]);
    article && words[day + 1].chars().all(char::is_alphabetic) && !is_one(&words[day + 1], DATING)
}

/// What makes a date of a day, or figures of that day: "Monday June 29", "Monday figures".
const DATING: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "last", "this", "next", "to", "figures", "totals", "numbers", "data",
];

/// Does a heading name an edition by its day: "Token tape, Monday edition", "The Monday memo"?
fn names_edition(heading: &str) -> bool {
    let words: Vec<String> = words_of(heading).collect();
    words.windows(2).any(|pair| is_one(&pair[0], DAYS) && is_one(&pair[1], EDITIONS))
}

/// Does a heading begin with the name of a column, "Token Tuesday: …", "The Model Monday #12"?
pub(super) fn is_named(heading: &str) -> bool {
    if names_edition(heading) || has_day_in_name(heading) {
        return true;
    }
    let mut words = heading.split_whitespace();
    let first = words.next().unwrap_or("");
    let article = ["the", "our", "your"].iter().any(|word| first.eq_ignore_ascii_case(word));
    let name = if article { words.next().unwrap_or("") } else { first };
    let day = words.next().unwrap_or("");
    let ends = match day.strip_suffix([':', ',', '!', '.']) {
        Some(_) => !day.ends_with(','),
        None => words.next().is_none_or(|next| next.starts_with(['#', '|', '–', '—', '-', '·', '('])),
    };
    let day = day.trim_end_matches([':', '!', '.']);
    let named = name.starts_with(char::is_uppercase) && name.chars().all(|c| c.is_alphabetic() || c == '-');
    // "Week ending Sunday", "Results published Friday".
    let lower = name.to_lowercase();
    let told =
        is_one(&lower, OF_DAYS) || is_one(&lower, DAYS) || lower.ends_with("ing") || lower.ends_with("ed");
    ends && named && !told && is_one(&day.to_lowercase(), DAYS)
}

/// Takes the day out of what such a heading says.
pub(super) fn drop_day(read: &mut Read) {
    let day = |time: &Time| time.role == Role::At && matches!(time.when, When::Weekday { .. });
    let of_day = |item: &Item| matches!(item, Item::Time(time) | Item::Passing { time, .. } if day(time));
    if let Some(at) = read.items.iter().position(of_day) {
        read.items.remove(at);
    }
    for time in [&mut read.hint.time, &mut read.hint.opening] {
        *time = time.take().filter(|time| !day(time));
    }
}

/// The words of a heading in lower case, without the marks around them.
fn words_of(heading: &str) -> impl Iterator<Item = String> {
    let words = heading.split_whitespace();
    words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

fn is_one(word: &str, of: &[&str]) -> bool {
    of.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::is_named;
    use crate::en::clause::testing::article;

    #[test]
    fn a_column_is_called_after_a_day() {
        for heading in [
            "Token tape, Monday edition", "The Monday memo", "Monday Five", "Token Tuesday: Alder rises",
            "The Model Monday #12", "Fact-check Friday", "Our Stats Sunday – Alder",
        ] {
            assert!(is_named(heading), "{heading}");
        }
        for heading in [
            "Tuesday: Alder rises", "On Tuesday: Alder rises", "Last Tuesday", "Black Friday: Alder rises",
            "Alder rises Tuesday: a report", "Week ending Sunday", "Closing Friday: 3.2 trillion",
            "Alder Tuesday, Birch Monday",
        ] {
            assert!(!is_named(heading), "{heading}");
        }
    }

    #[test]
    fn it_dates_nothing() {
        let claims = article("# Token Tuesday: Alder rises\n\nBirch edged up 2.5% to 3.02 trillion tokens.");
        assert!(!claims.is_empty());
        assert!(claims.iter().all(|claim| !claim.starts_with("On ")), "{claims:?}");
    }
}
