//! Changes without a verb: `up 15 %`, `flat`, `level with the week before`,
//! `15 % more than in the previous week`.

use super::*;
use crate::token::Words;

/// "up 15 %", "down 8.5 % on the week", "+34.9 % WoW", "flat".
pub(in crate::en::clause) fn adverbial(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, Vec<Time>)> {
    let look = skip_some(c);
    // "roughly level with the week before".
    let hedged = look.is(
        0,
        words![
            "roughly", "broadly", "about", "almost", "nearly", "essentially", "practically", "effectively"
        ],
    ) && look.is(1, words!["level", "flat", "unchanged", "steady"]);
    let look = if hedged { look.skip(1) } else { look };
    if let Some(found) = level_with(look).or_else(|| same_as(look)) {
        return Some(found);
    }
    let flat = unchanged(look);
    if let Some(count) = flat {
        let rest = look.skip(count);
        if rest.is(0, words!["with"]) {
            return None;
        }
        let value = Quantity::bare(Figure::Flat, Unit::Percent);
        let (rest, times) = bases(rest).unwrap_or((rest, Vec::new()));
        return Some((rest, value, times));
    }
    if let Some(found) = more_than(look) {
        return Some(found);
    }
    // "a plus of 8 percent".
    let noun = look.is(0, words!["a"])
        && look.is(1, words!["plus", "minus"])
        && look.is(2, words!["of"])
        && matches!(look.phrase(3), Some(Phrase::Percent(_)));
    if noun && let Some(Phrase::Percent(value)) = look.phrase(3) {
        let (rest, times) = bases(look.skip(4)).unwrap_or((look.skip(4), Vec::new()));
        return Some((rest, directed(value, look.is(1, words!["minus"])), times));
    }
    let falling = match look.word(0) {
        "up" | "▲" | "↑" | "△" => Some(false),
        // "62.8 trillion, plus 19 %".
        "plus" | "minus" if percent_behind(look) => Some(look.is(0, words!["minus"])),
        "down" | "off" | "▼" | "↓" | "▽" => Some(true),
        "plus" if matches!(look.phrase(1), Some(Phrase::Percent(_))) => Some(false),
        "minus" if matches!(look.phrase(1), Some(Phrase::Percent(_))) => Some(true),
        // "higher by 8 %".
        "higher" | "larger" | "bigger" if look.is(1, words!["by"]) => Some(false),
        "lower" | "smaller" if look.is(1, words!["by"]) => Some(true),
        _ => None,
    };
    let after = look.skip(usize::from(falling.is_some()));
    let after = if falling.is_some() && after.is(0, words!["by"]) { after.skip(1) } else { after };
    let (rest, phrase) = match falling {
        Some(_) => figure(skip_adverbs(after))?,
        None => signed(look)?,
    };
    // "down 7-12": two places.
    let places = crate::en::clause::chart::small_range(phrase).is_some();
    if places
        || matches!(phrase, Phrase::Number(_))
        || (look.is(0, words!["off"]) && !matches!(phrase, Phrase::Percent(_)))
    {
        return None;
    }
    let value = by_how_much(phrase, falling.unwrap_or(false))?;
    let (rest, times) = bases(rest).unwrap_or((rest, Vec::new()));
    Some((rest, value, times))
}

/// "flat", "little changed", "more or less unchanged", "pretty much flat": how many words say so.
fn unchanged(look: Chunks<'_>) -> Option<usize> {
    const FLAT: &Words = words!["flat", "unchanged", "steady", "stable", "constant", "static", "flattish"];
    const NEARLY: &Words = words![
        "little", "barely", "hardly", "basically", "virtually", "largely", "essentially", "practically",
        "broadly", "effectively", "nearly", "almost", "roughly", "mostly", "relatively", "fairly",
    ];
    if look.is(0, FLAT) {
        return Some(1);
    }
    let hedge = if look.are(&["more", "or", "less"]) {
        3
    } else if look.are(&["pretty", "much"]) || look.are(&["as", "good", "as"]) {
        2 + usize::from(look.is(0, words!["as"]))
    } else {
        usize::from(look.is(0, NEARLY))
    };
    let moved = hedge == 1 && look.is(1, words!["changed", "moved", "budged"]);
    let level = hedge == 3 && look.is(3, words!["level"]);
    (hedge > 0 && (look.is(hedge, FLAT) || moved || level)).then_some(hedge + 1)
}

/// "plus 19 %": a change where it ends there; "plus 19 % of all tokens" is added to something.
fn percent_behind(c: Chunks<'_>) -> bool {
    matches!(c.phrase(1), Some(Phrase::Percent(_)))
        && (crate::en::clause::fronted::is_stop(c, 2) || matches!(c.phrase(2), Some(Phrase::Time(_))))
}

/// "level with the week before".
fn level_with(look: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, Vec<Time>)> {
    if !look.is(0, words!["level"]) || !look.is(1, words!["with", "on"]) {
        return None;
    }
    let (rest, mut times) = bases(look.skip(2))?;
    // "level with the week before in the week of June 15": only the first is what
    // it is held against.
    if let Some(time) = times.first_mut() {
        time.role = Role::Base;
    }
    Some((rest, Quantity::bare(Figure::Flat, Unit::Percent), times))
}

/// "basically the same as the week before", "in line with the previous week", "little different
/// from a week earlier": of a time, not of somebody else.
fn same_as(look: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, Vec<Time>)> {
    const NEARLY: &Words = words![
        "basically", "virtually", "largely", "essentially", "practically", "broadly", "effectively",
        "nearly", "almost", "roughly", "about", "much", "exactly", "approximately",
    ];
    const SAME: [(&[&str], &[&str]); 8] = [
        (&["the", "same"], &["as"]),
        (&["in", "line"], &["with"]),
        (&["on", "a", "par"], &["with"]),
        (&["on", "par"], &["with"]),
        (&["little", "different"], &["from"]),
        (&["not", "much", "different"], &["from"]),
        (&["similar"], &["to"]),
        (&["comparable"], &["to", "with"]),
    ];
    let hedge = if look.are(&["more", "or", "less"]) { 3 } else { usize::from(look.is(0, NEARLY)) };
    let c = look.skip(hedge);
    let (words, joins) = SAME.iter().find(|(words, _)| c.are(words))?;
    let behind = c.skip(words.len());
    // A time takes "as" or "from" for its own.
    let own = behind.get(0).is_some_and(|chunk| joins.contains(&behind.lower(chunk.first)));
    let rest = behind.skip(usize::from(own && !matches!(behind.phrase(0), Some(Phrase::Time(_)))));
    let rest = rest.skip(usize::from(rest.is(0, words!["in", "during"])));
    let (rest, mut times) = bases(rest).filter(|_| own)?;
    if let Some(time) = times.first_mut() {
        time.role = Role::Base;
    }
    Some((rest, Quantity::bare(Figure::Flat, Unit::Percent), times))
}

/// "15 % more than in the previous week", "22 % less than a week earlier".
pub(super) fn more_than(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, Vec<Time>)> {
    let (rest, phrase) = figure(c)?;
    // "34 more than the week before", but not "34 more models than".
    if matches!(phrase, Phrase::Number(_)) && !rest.is(1, words!["than"]) {
        return None;
    }
    // What is cheaper is the price of it.
    let priced = crate::en::clause::price::adjective(rest)
        .filter(|_| is_counted(phrase) || matches!(phrase, Phrase::Percent(_)));
    let (mut rest, falling) = match (priced, rest.word(0)) {
        (Some(found), _) => found,
        (None, "more" | "higher" | "larger" | "above") => (rest.skip(1), false),
        (None, "less" | "lower" | "fewer" | "below" | "smaller") => (rest.skip(1), true),
        _ => return None,
    };
    while matches!(rest.phrase(0), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none())
        || rest.entry(0).known
    {
        rest = rest.skip(1);
    }
    // "8 % higher last week than in the week before": the first is its own time.
    let own = bases(rest).filter(|(after, _)| after.is(0, words!["than"]) || than_at(rest) > 0);
    let mut own_times = Vec::new();
    if let Some((after, mut found)) = own {
        found.truncate(if after.is(0, words!["than"]) { found.len() } else { than_at(rest) });
        rest = rest.skip(found.len());
        own_times = found;
    }
    let than = |c: Chunks<'_>| c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "than");
    // "14 % above the week before".
    let over = matches!(rest.word_before(), "above" | "below") && !rest.is(0, words!["in", "during"]);
    let held = than(rest) || over;
    // "6.3 % less than before": than in the week before.
    let than_word = rest.is(0, words!["than"]);
    if than_word
        && rest.is(1, words!["before", "previously"])
        && (rest.is(1, words!["previously"])
            || crate::en::clause::fronted::is_stop(rest, 2)
            || rest.is(2, words!["and", "but"]))
    {
        return Some((rest.skip(2), by_how_much(phrase, falling)?, own_times));
    }
    let rest = if than_word { rest.skip(1) } else { rest };
    let rest = if rest.is(0, words!["in", "during"]) { rest.skip(1) } else { rest };
    let (rest, mut times) = bases(figure_of(rest)).map(|(rest, times)| (its_figure(rest), times))?;
    // "8 % more in the week of June 22" tells when, not what it is held against.
    if let Some(time) = times.first_mut().filter(|_| held) {
        time.role = Role::Base;
    }
    own_times.append(&mut times);
    Some((rest, by_how_much(phrase, falling)?, own_times))
}

/// "[above] that of the week before", "its level of the week before": the figure of the same one
/// at that time.
fn figure_of(c: Chunks<'_>) -> Chunks<'_> {
    let noun = c.is(0, words!["the", "its", "their"]) && c.is(1, FIGURES);
    let count = if noun { 2 } else { usize::from(c.is(0, words!["that", "those"])) };
    let of = count > 0 && c.is(count, words!["of", "in", "from", "for"]);
    let time = |ahead: usize| matches!(c.phrase(ahead), Some(Phrase::Time(_)));
    match count {
        0 => c,
        _ if of && time(count + 1) => c.skip(count + 1),
        // The preposition may be a part of the time.
        _ if time(count) => c.skip(count),
        _ => c,
    }
}

/// "[above] the week before's level", "the previous week's".
fn its_figure(c: Chunks<'_>) -> Chunks<'_> {
    if !c.is(0, words!["'s", "’s"]) {
        return c;
    }
    let count = 1 + usize::from(c.is(1, FIGURES));
    if crate::en::clause::fronted::is_stop(c, count) { c.skip(count) } else { c }
}

/// What a figure is called.
const FIGURES: &Words =
    words!["level", "figure", "total", "tally", "mark", "number", "count", "volume", "reading", "result",];

/// How many times stand before one that begins with "than".
fn than_at(c: Chunks<'_>) -> usize {
    let time = |ahead: usize| matches!(c.phrase(ahead), Some(Phrase::Time(_)));
    let than = |ahead: &usize| c.get(*ahead).is_some_and(|chunk| c.lower(chunk.first) == "than");
    (0..3).take_while(|ahead| time(*ahead)).find(than).unwrap_or(0)
}

/// Is it an amount in the unit of a metric?
fn is_counted(phrase: &Phrase<'_>) -> bool {
    matches!(phrase, Phrase::Amount { metrics, .. } if !metrics.is_empty())
}

/// "+15 %", "−8.5 %": a percentage with its sign.
fn signed(c: Chunks<'_>) -> Option<(Chunks<'_>, &Phrase<'_>)> {
    let text = c.text(c.get(0)?.first);
    let sign = match c.phrase(0)? {
        Phrase::Percent(_) | Phrase::Points(_) => {
            matches!(text, "+" | "-" | "−" | "–" | "±" | "plus" | "minus")
        }
        // "-274,029" may be a figure that is negative; "+12 cents" is none.
        Phrase::Amount { .. } => text == "+",
        _ => false,
    };
    sign.then(|| (c.skip(1), c.phrase(0))).and_then(|(rest, phrase)| Some((rest, phrase?)))
}

fn skip_some(c: Chunks<'_>) -> Chunks<'_> {
    let mut look = c;
    while look.entry(0).adverb && !look.is(0, words!["up", "down"]) && look.verb(0).is_none() {
        let word = look.word(0);
        if matches!(word, "barely" | "hardly" | "basically" | "virtually" | "largely") {
            break;
        }
        look = look.skip(1);
    }
    look
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn only_than_says_what_it_is_held_against() {
        let rose = "In the week of 4 May 2026, Alder rose by 25 percent from the week of 27 April 2026";
        let by =
            "In the week of 4 May 2026, Alder rose by 1.5 trillion tokens from the week of 27 April 2026";
        assert_read(&[
            ("Alder processed 25% more tokens in the week of 4 May 2026.", &[rose]),
            ("Alder's volume was 25% higher in the week of 4 May 2026.", &[rose]),
            ("Alder processed 1.5 trillion tokens more in the week of 4 May 2026.", &[by]),
            (
                "Alder processed 25% more tokens than in the week of 4 May 2026 last week.",
                &["Alder rose by 25 percent from the week of 4 May 2026"],
            ),
            (
                "Alder processed 4.2 trillion tokens last week, 25% above the week before.",
                &["Alder was 4.2 trillion tokens", "Alder rose by 25 percent"],
            ),
            (
                "Alder processed 25% more tokens last week than in the week before.",
                &["Alder rose by 25 percent"],
            ),
        ]);
    }
}
