//! Records behind a clause: `, a record`, `, its highest since March`, `, a new high for the model`.

use super::*;

/// "a record", "its highest since March".
pub(super) fn record<'p>(c: Chunks<'p>, focus: &Np) -> Option<(Chunks<'p>, Tail)> {
    let Some(Phrase::Record(found)) = c.phrase(0) else {
        return None;
    };
    let mut outcome = Outcome::one(Act::Record(found.clone()));
    // "(a record 5 trillion tokens)".
    let rest = amount_of_record(crate::en::clause::extreme::for_itself(c.skip(1)), &mut outcome);
    let rest = rest.skip(for_it(rest, focus));
    // "A record for June", "for the month": among months, or other Junes.
    let period = |ahead: usize| {
        rest.is(ahead, words!["month", "quarter", "year", "season", "day", "weekday"])
            || matches!(rest.phrase(ahead), Some(Phrase::Time(time)) if time.when.weeks_back().is_none())
    };
    let for_time = rest
        .get(0)
        .is_some_and(|chunk| matches!(chunk.phrase, Phrase::Time(_)) && rest.lower(chunk.first) == "for");
    if for_time
        || rest.is(0, words!["for"])
            && (period(1) || rest.is(1, words!["the", "a", "any", "this"]) && period(2))
    {
        return None;
    }
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// "[a record] for the model", "for it": for the one who is spoken of.
fn for_it(c: Chunks<'_>, focus: &Np) -> usize {
    let Who::Named(names) = &focus.who else { return 0 };
    let group = names.iter().flatten().all(|name| matches!(name, recount_model::Subject::Group(_)));
    if !c.is(0, words!["for"]) || names.len() > 1 {
        return 0;
    }
    let it = c.is(1, words!["it"]) || group && c.is(1, words!["them"]);
    let thing = match group {
        true => c.is(2, words!["group", "bloc", "camp", "country", "side"]),
        false => c.noun(2) == Some(Noun::Thing) && !c.word(2).ends_with('s'),
    };
    let the = c.is(1, words!["the", "that", "this"]) && thing;
    let count = if the { 3 } else { 2 * usize::from(it) };
    if crate::en::clause::fronted::is_stop(c, count) || c.is(count, words!["and", "but"]) { count } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn whose_record() {
        let level = "Alder was 4.2 trillion tokens";
        let record = "Alder was its highest on record";
        assert_read(&[
            ("Alder rose to 4.2 trillion tokens last week, a record for the model.", &[level, record]),
            ("Alder rose to 4.2 trillion tokens last week, an all-time high for it.", &[level, record]),
            ("Alder rose to 4.2 trillion tokens last week, a record for the company.", &[level, "?"]),
            ("Alder rose to 4.2 trillion tokens last week, a record for the month.", &[level, "?"]),
            ("Alder rose to 4.2 trillion tokens last week, a record for June.", &[level, "?"]),
        ]);
    }
}
