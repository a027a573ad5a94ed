//! What stands in front of "than" and behind it: `more tokens than X`, `fewer than either X or Y`.

use super::*;

/// Words between a comparative and "than": what is compared, said once more.
const COMPARED: &Words = words!["weekly", "total", "overall", "data", "global", "market"];

/// "more", "lower"; "dearer" of what may be a price: is it less?
pub(super) fn more_or_less(c: Chunks<'_>, price: bool) -> Option<(Chunks<'_>, bool)> {
    match (crate::en::clause::price::adjective(c).filter(|_| price), c.word(0)) {
        (Some(found), _) => Some(found),
        (None, "more" | "larger" | "bigger" | "higher" | "greater" | "stronger") => Some((c.skip(1), false)),
        (None, "less" | "smaller" | "lower" | "fewer" | "weaker") => Some((c.skip(1), true)),
        _ => None,
    }
}

/// "[more] weekly tokens last week [than X]": what is left behind what is compared,
/// and when.
pub(super) fn what_is_compared(c: Chunks<'_>) -> (Chunks<'_>, Option<Time>) {
    let mut look = c;
    let mut told = None;
    for _ in 0..4 {
        if let Some(Phrase::Time(time)) = look.phrase(0)
            && time.role == Role::At
            && look.is(1, words!["than"])
        {
            told = Some(time.clone());
            look = look.skip(1);
            break;
        }
        let named =
            matches!(look.phrase(0), Some(Phrase::Name(n)) if metric(n).is_some() || !units(n).is_empty());
        let noun = matches!(look.noun(0), Some(Noun::Volume | Noun::Share));
        if !(named || noun || look.is(0, COMPARED) || look.entry(0).known) {
            break;
        }
        look = look.skip(1);
    }
    (look, told)
}

/// "[more tokens than X] did", "processed", "managed": the verb said once more.
pub(super) fn does(c: Chunks<'_>) -> bool {
    let ends = || {
        super::super::fronted::is_stop(c, 1)
            || matches!(c.phrase(1), Some(Phrase::Time(_)))
            || c.is(1, words!["and", "but", "while", "for"])
    };
    let past = |verb: crate::en::lexicon::Verb| {
        verb.form == crate::en::lexicon::Form::Past && verb.frames.any(Frames::USE)
    };
    c.is(0, words!["did", "does", "do"])
        || (c.is(0, words!["managed", "had", "saw", "recorded", "posted", "logged"])
            || c.verb(0).is_some_and(past) && c.noun(0).is_none())
            && c.at > 0
            && ends()
}

/// "[more than] either X or Y", "both X and Y": than each of them.
pub(super) fn either_of<'p>(c: Chunks<'p>, behind: bool) -> Read<'p> {
    let join = match c.word(0) {
        "either" => "or",
        "both" => "and",
        _ => return None,
    };
    let one = |c: Chunks<'p>| {
        let name = c.get(0).filter(|chunk| matches!(chunk.phrase, Phrase::Name(_)))?;
        let end = c.at + 1;
        let (rest, np) = noun_phrase(c.until(end)).filter(|(rest, np)| rest.is_empty() && np.is_named())?;
        let _ = name;
        Some((Chunks { to: c.to, ..rest }, np))
    };
    let (rest, first) = one(c.skip(1))?;
    let (rest, second) = one(rest.is(0, &[join]).then(|| rest.skip(1))?)?;
    // "Than either X's volume or Y's" is not read.
    if rest.is(0, words!["'s", "’s", "'", "’", ","]) && !super::super::fronted::is_stop(rest, 0) {
        return None;
    }
    let pieces = [first, second].map(|object| Piece::main(ahead(object, behind, false)));
    let rest = rest.skip(usize::from(rest.is(0, words!["did", "does", "do"])));
    Some((rest, Outcome { pieces: pieces.into(), ..Outcome::default() }))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn than_each_of_two() {
        let both: &[&str] = &["Alder was above that of Birch", "Alder was above that of Cedar"];
        assert_read(&[
            ("Alder handled more tokens than either Birch or Cedar.", both),
            ("Alder processed more tokens last week than both Birch and Cedar.", both),
            (
                "Alder processed 300 billion more tokens last week than Birch handled.",
                &["Alder was 300 billion tokens above that of Birch"],
            ),
            (
                "Alder processed 4.2 trillion tokens, 300 billion more than Birch managed.",
                &["Alder was 4.2 trillion tokens", "Alder was 300 billion tokens above that of Birch"],
            ),
            (
                "Alder processed 4.2 trillion tokens, more than either Birch or Cedar.",
                &["Alder was 4.2 trillion tokens", both[0], both[1]],
            ),
        ]);
        assert_listed(&["Alder handled more tokens than either of its rivals on a good day."]);
    }

    #[test]
    fn through() {
        assert_read(&[(
            "Alder got through nearly twice as many tokens as Birch.",
            &["Alder was nearly twice that of Birch"],
        )]);
    }
}
