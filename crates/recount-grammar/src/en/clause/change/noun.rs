//! Changes as nouns: `an increase of 8.4 %`, `a 26 % decline`.

use super::*;

/// "an increase of 8.4 %", "an 8.4 % week-over-week increase", "a modest gain".
/// Without a number it says only the direction.
pub(in crate::en::clause) fn change_noun(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, Vec<Time>)> {
    let mut look = c;
    let mut value: Option<Quantity> = None;
    let mut times = Vec::new();
    let (mut seen_article, mut most) = (false, false);
    for _ in 0..8 {
        if let Some(noun) = look.noun(0).filter(|noun| matches!(noun, Noun::Rise | Noun::Fall)) {
            let falling = noun == Noun::Fall;
            let mut rest = look.skip(1);
            rest = rest.skip(usize::from(rest.is(0, words!["rate"])));
            if value.is_none() {
                let of = if rest.is(0, words!["of", "by"]) { rest.skip(1) } else { rest };
                if let Some((after, phrase)) = figure(skip_adverbs(of))
                    && (of.at > rest.at || matches!(phrase, Phrase::Percent(_)))
                {
                    value = quantity_of(phrase);
                    rest = after;
                }
            }
            if value.is_none() && !seen_article {
                return None;
            }
            rest = rest.skip(since(rest, most));
            if let Some((after, more)) = bases(rest) {
                times.extend(more);
                rest = after;
            }
            let value =
                value.map_or_else(|| Quantity::direction(falling, Unit::Percent), |q| directed(&q, falling));
            return is_change(&value, falling).then_some((rest, value, times));
        }
        match look.phrase(0)? {
            phrase @ (Phrase::Percent(_) | Phrase::Points(_) | Phrase::Ratio(_) | Phrase::Amount { .. }) => {
                if value.is_some() {
                    return None;
                }
                value = quantity_of(phrase);
            }
            Phrase::Time(time) if time.role == Role::Base => times.push(time.clone()),
            Phrase::Word(entry) => {
                let word = look.word(0);
                let article = matches!(word, "a" | "an" | "the" | "its" | "their" | "another" | "this");
                // "Twice the growth rate", "half the increase of May": held against another change, not a change of so much.
                if article && value.is_some() {
                    return None;
                }
                seen_article |= article;
                most |= word.ends_with("est") || word == "most";
                if !(article || describes(entry, word)) {
                    return None;
                }
            }
            _ => return None,
        }
        look = look.skip(1);
    }
    None
}

/// A word that may stand before the noun: "modest", "sharply", a hyphen.
fn describes(entry: &crate::en::lexicon::Entry, word: &str) -> bool {
    let adjective = entry.verb.is_none()
        && entry.noun.is_none()
        && !crate::en::lexicon::is_function_word(word)
        && word.len() > 2;
    let letters = word.chars().all(|c| c.is_alphabetic() || c == '-');
    letters && (entry.adverb || adjective || crate::token::is_hyphen(word))
}

/// "[its biggest gain] since April": a gain, on the week before. How many words tell since when.
fn since(c: Chunks<'_>, most: bool) -> usize {
    usize::from(most && matches!(c.phrase(0), Some(Phrase::Time(time)) if time.role == Role::Since))
}

/// Does it say how much a rise or a fall is? "A twofold decline" is no factor.
fn is_change(value: &Quantity, falling: bool) -> bool {
    match value.is_direction() {
        true => value.unit != Unit::Own,
        false => !(falling && value.unit == Unit::Ratio),
    }
}
