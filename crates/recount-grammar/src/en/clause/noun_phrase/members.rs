//! Makers and members: `Harbour City-based Norvane`, `the only southern model`.

use super::*;

/// "Harbour City-based", "Norport-headquartered" before a name: how many chunks it
/// takes.
pub(in crate::en::clause) fn seat(c: Chunks<'_>) -> usize {
    let place = |ahead: usize| {
        c.get(ahead).is_some_and(|chunk| {
            matches!(chunk.phrase, Phrase::Word(_)) && c.text(chunk.first).starts_with(char::is_uppercase)
        })
    };
    // "second-placed Alder", "top-ranked Alder": when it was, is not said.
    let ranked = (matches!(c.phrase(0), Some(Phrase::Ordinal(_))) || c.is(0, words!["top", "first"]))
        && crate::token::is_hyphen(c.word(1))
        && c.is(2, words!["placed", "ranked"])
        && matches!(c.phrase(3), Some(Phrase::Name(_)));
    if ranked {
        return 3;
    }
    let words = (0..3).take_while(|ahead| place(*ahead)).count();
    let seated = crate::token::is_hyphen(c.word(words))
        && c.is(words + 1, words!["based", "headquartered"])
        && matches!(c.phrase(words + 2), Some(Phrase::Name(names)) if subjects(names).next().is_some());
    if words > 0 && seated { words + 2 } else { 0 }
}

/// "southern model", "entry from the south": one of the members of a group, as that
/// group.
pub(in crate::en::clause) fn of_them(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let group = |names: &[recount_model::Name]| {
        let found: Vec<Subject> = subjects(names).collect();
        matches!(found.as_slice(), [Subject::Group(_)]).then_some(found)
    };
    let one = |rest: Chunks<'_>| matches!(rest.noun(0), Some(Noun::Thing | Noun::Place));
    let (rest, found) = match c.phrase(0)? {
        Phrase::Adjective(names) | Phrase::Name(names) => {
            let mut rest = c.skip(1);
            while rest.entry(0).known && rest.noun(0).is_none() && rest.verb(0).is_none() {
                rest = rest.skip(1);
            }
            (rest.skip(usize::from(one(rest))), group(names)?)
        }
        _ if one(c) && c.is(1, words!["from", "of"]) => {
            let look = c.skip(2 + usize::from(c.is(2, words!["the"])));
            match look.phrase(0)? {
                Phrase::Name(names) => (look.skip(1), group(names)?),
                _ => return None,
            }
        }
        _ => return None,
    };
    let who = Who::Named(vec![found]);
    Some((rest, Np { who, ..Np::carried(c.span(c.at, rest.at)) }))
}

/// The group of "southern", whatever noun follows it: "the biggest southern model" is one of it.
pub(crate) fn group_told(c: Chunks<'_>) -> Option<Vec<Subject>> {
    adjective_group(c).map(|(_, found)| found)
}

/// The group that an adjective and a noun behind it name: "northern models". A
/// "northern model" is one of them, nobody knows which.
pub(crate) fn group_of(c: Chunks<'_>) -> Option<Vec<Subject>> {
    let (count, found) = adjective_group(c)?;
    let last = Chunks { at: c.at + count - 1, ..c };
    let one = last.noun(0) == Some(Noun::Thing) && !last.word(0).ends_with('s');
    let volume = matches!(c.noun(count), Some(Noun::Volume | Noun::Share | Noun::Total | Noun::Sum))
        || matches!(c.phrase(count), Some(Phrase::Name(n)) if metric(n).is_some() || !units(n).is_empty());
    (!one || volume).then_some(found)
}
