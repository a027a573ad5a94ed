//! Figures that stand side by side, where the words do not say which is whose, or of when: `X had
//! 62 and Y 14 trillion, down 7.7 % and 0.1 %`, `X: 20.4 trillion (18.8 trillion)`, `from 9.8 to
//! 145.8 trillion`, `gained for five weeks from the week of March 2`.

use recount_model::{Number, Quantity};

use super::unsure::is_one;
use crate::en::clause::{Act, Anchor, Item, Mood, Said, Who};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time, When};

/// Leaves open what is said of one of several, or of another week.
pub(super) fn leave_open(items: &[Item], at: usize, said: &mut Said, text: &str) {
    if said.mood != Mood::Plain {
        return;
    }
    let why = match () {
        () if is_one_change_of_several(items, at, said, text) => "of which of them it is said, is not told",
        () if place_in_brackets(items, at, said, text) => {
            "of which week the place in brackets is, is not said"
        }
        () if is_second_in_brackets(items, at, said, text) => {
            "of which week the figure in brackets is, is not said"
        }
        () if is_run_from_a_week(said, text) => "whether the weeks running begin with that week, is not said",
        () => {
            if starts_far_off(items, at, said) {
                said.anchor = Anchor::Open;
            } else if starts_close(items, at, said) {
                (said.anchor, said.adjuncts.lately) = (Anchor::Before, true);
            }
            return;
        }
    };
    said.act = Act::Unexplained { why };
}

/// The statements of some items.
fn statements(items: &[Item]) -> impl DoubleEndedIterator<Item = &Said> {
    items.iter().filter_map(|item| match item {
        Item::Said(said) => Some(&**said),
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
    })
}

/// "X had 62 and Y 14 trillion, down 7.7 % and 0.1 %", "X and Y had 62 and 14 trillion, down 7.7 %
/// and unchanged": two changes for two.
fn is_one_change_of_several(items: &[Item], at: usize, said: &Said, text: &str) -> bool {
    if !matches!(said.act, Act::Change { .. }) || said.who.together {
        return false;
    }
    let before = items.get(..at).unwrap_or(&[]);
    let told = |other: &Said| matches!(other.act, Act::Level { .. } | Act::Rank { .. } | Act::Share { .. });
    let another =
        |other: &Said| told(other) && matches!(other.who.who, Who::Named(_)) && other.who.who != said.who.who;
    let own = |other: &Said| told(other) && other.who.who == said.who.who;
    let each = statements(before).any(another) && statements(before).any(own);
    let several = matches!(&said.who.who, Who::Named(names) if names.len() > 1);
    // "Up 8 % from the week before and 20 % from a year earlier", "rose 8 % in May and fell 2 % in
    // June": two of one.
    let two_times = |other: &Said| {
        let (one, two) = (&said.adjuncts.times, &other.adjuncts.times);
        one != two && !(one.is_empty() || two.is_empty())
    };
    // Of one alone only where they exclude each other.
    let alone = |other: &Said| exclude(&said.act, &other.act) && said.adjuncts.times == other.adjuncts.times;
    let beside = |other: &&Said| {
        matches!(other.act, Act::Change { .. })
            && other.who.who == said.who.who
            && (each || several || alone(other))
            && !two_times(other)
    };
    let joined = |from: usize, to: usize| {
        let between = text.get(from..to).unwrap_or("");
        between.trim_matches(|c: char| c == ',' || c.is_whitespace()).eq_ignore_ascii_case("and")
    };
    let previous = statements(before).next_back().filter(beside);
    let second = previous.is_some_and(|other| joined(other.span.end, said.span.start));
    let next = items.get(at + 1..).and_then(|rest| match rest.first()? {
        Item::Said(other) => Some(beside(&&**other)),
        Item::Time(_) | Item::Passing { .. } => Some(false),
        Item::Unread { .. } => Some(each || several),
    });
    second || next == Some(true) && goes_on_with_change(text.get(said.span.end..).unwrap_or(""))
}

/// Two changes, of which only one can be.
fn exclude(first: &Act, other: &Act) -> bool {
    let (Act::Change { value }, Act::Change { value: other }) = (first, other) else { return false };
    value.unit == other.unit && value.written().is_disjoint(&other.written())
}

/// "and 0.1 %", "and almost exactly the same": is it by how much that comes next, with no name?
fn goes_on_with_change(behind: &str) -> bool {
    const HEDGES: &[&str] = &[
        "about", "almost", "nearly", "roughly", "around", "only", "just", "exactly", "a", "an", "the", "by",
        "some", "barely", "more", "or", "less", "than", "over", "under", "practically", "virtually",
    ];
    const WORDS: &[&str] = &[
        "up", "down", "plus", "minus", "unchanged", "flat", "same", "level", "steady", "stable", "half",
        "third", "quarter", "fifth", "little",
    ];
    let behind = behind.trim_start_matches([',', ' ']);
    let Some(rest) = behind.get(..4).filter(|and| and.eq_ignore_ascii_case("and ")).and(behind.get(4..))
    else {
        return false;
    };
    let mut words = rest.split_whitespace().map(|word| word.trim_matches([',', '.', ';', ')', '(']));
    words.by_ref().take(6).find(|word| !is_one(word, HEDGES)).is_some_and(|word| {
        word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '−' | '±'))
            || is_one(word, WORDS)
    })
}

/// "X: 20.4 trillion (18.8 trillion)": another figure of the same one, in brackets, without a word
/// that says of when.
fn is_second_in_brackets(items: &[Item], at: usize, said: &Said, text: &str) -> bool {
    let Act::Level { value, metrics } = &said.act else { return false };
    let open = text.get(..said.span.start).unwrap_or("").trim_end().ends_with('(');
    let close = text.get(said.span.end..).unwrap_or("").trim_start().starts_with(')');
    if !(open && close) || said.negated {
        return false;
    }
    let alike = |other: &&Said| {
        matches!(other.act, Act::Level { .. })
            && other.who == (crate::en::clause::Np { span: other.who.span, ..said.who.clone() })
            && !other.negated
            && other.anchor == said.anchor
    };
    let Some(first) = statements(items.get(..at).unwrap_or(&[])).rfind(alike) else { return false };
    let Act::Level { value: known, metrics: counted } = &first.act else { return false };
    let told = said.adjuncts.times.iter().all(|time| first.adjuncts.times.contains(time))
        && said.adjuncts.scope == first.adjuncts.scope
        && said.adjuncts.top == first.adjuncts.top;
    let same = metrics.is_empty() || counted.is_empty() || metrics == counted;
    told && same && value.unit == known.unit && value.written().is_disjoint(&known.written())
}

/// "X was fifth (eighth the week before) and Y seventh (fourth)": a place in brackets without a time, where
/// another one was told of the same; it is of the time that another bracket tells.
fn place_in_brackets(items: &[Item], at: usize, said: &mut Said, text: &str) -> bool {
    let Act::Rank { place: Place::At(place), movement: None, .. } = said.act else { return false };
    let bracketed =
        |said: &Said| text.get(..said.span.start).is_some_and(|front| front.trim_end().ends_with('('));
    if !said.adjuncts.times.is_empty() || !bracketed(said) {
        return false;
    }
    let before = items.get(..at).unwrap_or(&[]);
    let told = |other: &&Said| {
        matches!(other.act, Act::Rank { place: Place::At(known), .. } if known != place)
            && other.who.who == said.who.who
    };
    if statements(before).rfind(told).is_none() {
        return false;
    }
    let timed = |other: &&Said| {
        matches!(other.act, Act::Rank { .. }) && bracketed(other) && !other.adjuncts.times.is_empty()
    };
    let Some(other) = statements(before).rfind(timed) else { return true };
    said.adjuncts.times.clone_from(&other.adjuncts.times);
    said.adjuncts.local = true;
    said.anchor = other.anchor;
    false
}

/// "Gained for five weeks in a row from the week of March 2": one week that each of several is held
/// against, or the first of them.
fn is_run_from_a_week(said: &Said, text: &str) -> bool {
    // "Rose from the week of June 1 for one week": the week stands before the run.
    let words = text.get(said.span.start..said.span.end).unwrap_or("");
    let behind = words.find("week").is_some_and(|run| words.find("from").is_some_and(|from| run < from));
    if !behind {
        return false;
    }
    let dated = |time: &Time| {
        let other = matches!(time.when, When::Day(_) | When::Block { .. } | When::Part { .. });
        time.role == Role::Base && (other || time.when.is_dated_week())
    };
    let run = said.adjuncts.weeks.is_some() && matches!(said.act, Act::Change { .. });
    run && said.adjuncts.times.iter().any(dated)
}

/// "From 9.8 to 145.8 trillion": so far apart, and no time with it, that it need not be the way of
/// one week.
fn starts_far_off(items: &[Item], at: usize, said: &Said) -> bool {
    let Act::Level { value, .. } = &said.act else { return false };
    let last = if said.anchor == Anchor::Before { end_of_way(items, at, said) } else { None };
    matches!(last, Some(Act::Level { value: last, .. }) if are_far_apart(value, last))
}

/// "From 42.9 % to 43.6 %": so close that it is rather the way of one week.
fn starts_close(items: &[Item], at: usize, said: &Said) -> bool {
    let Act::Share { value, .. } = &said.act else { return false };
    let last = if said.anchor == Anchor::Open { end_of_way(items, at, said) } else { None };
    matches!(last, Some(Act::Share { value: last, .. }) if are_close(value, last))
}

/// Where a way without any time ended that begins with item `at`.
fn end_of_way<'i>(items: &'i [Item], at: usize, said: &Said) -> Option<&'i Act> {
    let before = items.get(..at).unwrap_or(&[]);
    let timed = !said.adjuncts.times.is_empty()
        || said.adjuncts.against.is_some()
        || said.adjuncts.run.is_some()
        || before.iter().any(|item| matches!(item, Item::Time(_)));
    if timed {
        return None;
    }
    let kind = std::mem::discriminant(&said.act);
    let end = |other: &&Said| other.who.who == said.who.who && std::mem::discriminant(&other.act) == kind;
    let behind = statements(items.get(at + 1..).unwrap_or(&[])).next();
    let behind = behind.filter(|other| end(other) && other.anchor == Anchor::End);
    behind.or_else(|| statements(before).rfind(end)).map(|other| &other.act)
}

/// Is one of them at least twice the other?
fn are_far_apart(first: &Quantity, last: &Quantity) -> bool {
    let (Some(first), Some(last)) = (first.written().middle(), last.written().middle()) else { return false };
    let two = Number::from(2);
    first >= &last * &two || last >= &first * &two
}

/// Do they differ by a tenth of the smaller one at most?
fn are_close(first: &Quantity, last: &Quantity) -> bool {
    let (Some(first), Some(last)) = (first.written().middle(), last.written().middle()) else { return false };
    let (ten, eleven) = (Number::from(10), Number::from(11));
    &first * &ten <= &last * &eleven && &last * &ten <= &first * &eleven
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_listed, assert_read, claims};

    #[test]
    fn two_changes_for_two_are_of_neither() {
        for tail in ["down 7.7% and 0.1%", "down 7.7% and unchanged", "up 8% and down 2%"] {
            let found = claims(&format!(
                "Alder processed 4.2 trillion tokens and Birch 3.1 trillion last week, {tail}."
            ));
            let levels = ["Alder was 4.2 trillion tokens", "Birch was 3.1 trillion tokens"];
            assert_eq!(found[..2], levels, "{tail}");
            assert!(found[2..].iter().all(|said| said == "-" || said == "?"), "{tail}: {found:?}");
        }
        assert_read(&[(
            "Alder processed 4.2 trillion tokens last week, up 8% from the week before and 20% from a year earlier.",
            &[
                "Alder was 4.2 trillion tokens",
                "Alder rose by 8 percent",
                "Alder rose by 20 percent from the week of 23 June 2025",
            ],
        )]);
    }

    #[test]
    fn a_second_figure_in_brackets_is_of_another_week() {
        for sentence in [
            "Alder: 4.2 trillion tokens last week (3.9 trillion).",
            "Alder processed 4.2 trillion tokens last week (3.9 trillion tokens).",
        ] {
            assert_eq!(claims(sentence), ["Alder was 4.2 trillion tokens", "-"], "{sentence}");
        }
        let both = ["Alder was about 4 trillion tokens", "Alder was 4.19 trillion tokens"];
        assert_eq!(claims("Alder processed about 4 trillion tokens last week (4.19 trillion)."), both);
    }

    #[test]
    fn a_long_way_does_not_say_since_when() {
        let now = "Alder was 4.5 trillion tokens";
        assert_read(&[
            (
                "Alder rose from 3.9 trillion to 4.5 trillion tokens.",
                &["In the week of 15 June 2026, Alder was 3.9 trillion tokens", now],
            ),
            (
                "Alder rose from 0.9 trillion to 4.5 trillion tokens last week.",
                &["In the week of 15 June 2026, Alder was 0.9 trillion tokens", now],
            ),
        ]);
        for way in [
            "Alder rose from 0.9 trillion to 4.5 trillion tokens.",
            "Alder went from 0.9 to 4.5 trillion tokens.",
        ] {
            let found = article(&format!("It has been quite a year for Alder. {way}"));
            assert_eq!(found, ["The call volume of Alder was 0.9 trillion tokens", now], "{way}");
        }
    }

    #[test]
    fn where_a_run_begins_is_not_what_it_is_held_against() {
        assert_listed(&["Alder gained for five weeks in a row from the week of March 2."]);
        assert_eq!(claims("Alder gained for five weeks in a row."), ["Alder rose for 5 consecutive weeks"]);
    }
}
