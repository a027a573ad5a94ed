//! Members of a group by their number and by name: `two northern models, X and Y, made the top
//! five`.

use crate::en::clause::noun_phrase::{noun_phrase, of_them};
use crate::en::clause::{About, Np, Who};
use crate::en::phrase::Chunks;

/// "[two] northern models, X and Y,", "[one] northern model (X)": behind it, the group, and who
/// they are.
pub(super) fn named_ones(c: Chunks<'_>, count: u32) -> Option<(Chunks<'_>, Np, Np)> {
    let (rest, group) = of_them(c)?;
    let closed = match rest.word(0) {
        "," => words![","],
        "(" => words![")"],
        "—" => words!["—"],
        "–" => words!["–"],
        _ => return None,
    };
    let (rest, names) = noun_phrase(rest.skip(1))?;
    let all = matches!(&names.who, Who::Named(names) if u32::try_from(names.len()) == Ok(count));
    let plain = names.about == About::Nothing && !names.share && !names.together;
    (all && plain && rest.is(0, closed)).then(|| (rest.skip(1), group, names))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn members_by_name() {
        assert_read(&[(
            "Only one northern model, Alder, made the top five.",
            &["the north held 1 of the top 5 places by call volume", "Alder was in the top 5 by call volume"],
        )]);
        assert_listed(&["Two northern models, Alder among them, made the top five."]);
    }
}
