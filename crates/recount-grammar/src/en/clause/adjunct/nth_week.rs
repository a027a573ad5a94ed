//! Weeks told from a beginning that the text does not give: `in its second week on the chart`,
//! `in its debut week`.

use crate::en::phrase::{Chunks, Phrase};

/// "in its second week [on the chart]", "in its very first week", "in its week of release",
/// as charts do for the week that they report. Does not read: "in the second week of June".
pub(in crate::en::clause) fn nth_week(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let rest = counted(c).or_else(|| first_week(c)).or_else(|| left_out(c))?;
    let listed = rest.is(0, words!["on", "in"]) && matches!(rest.phrase(1), Some(Phrase::Place(_)));
    let released = rest.are(&["of", "release"]) || rest.are(&["of", "availability"]);
    Some(if listed || released { rest.skip(2) } else { rest })
}

/// "in its second week", "in only its third week".
fn counted(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let look = c.is(0, words!["in", "during"]).then(|| c.skip(1))?;
    let look = look.skip(usize::from(look.is(0, words!["only", "just"])));
    let Phrase::Weeks(weeks) = look.phrase(0)? else { return None };
    let counted = weeks.ordinal && weeks.cumulative && crate::en::phrase::is_week(weeks.unit);
    let first = look.get(0).map_or("", |chunk| look.lower(chunk.first));
    (counted && matches!(first, "its" | "their" | "his" | "her")).then(|| look.skip(1))
}

/// "in its first [full] week", "in its debut week", "in its week of release".
fn first_week(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let own = c.is(0, words!["in", "during"]) && c.is(1, words!["its", "their"]);
    let look = own.then(|| c.skip(2))?;
    if look.is(0, words!["week"]) && look.is(1, words!["of"]) {
        return look.is(2, words!["release", "launch", "debut"]).then(|| look.skip(3));
    }
    let look = look.skip(usize::from(look.is(0, words!["very"])));
    let first = look.is(0, words!["first", "debut", "opening", "launch", "release", "maiden", "inaugural"])
        || matches!(look.phrase(0), Some(Phrase::Ordinal(1)));
    let look = look.skip(usize::from(first));
    let look = look.skip(usize::from(look.is(0, words!["full", "complete", "whole"])));
    (first && look.is(0, words!["week"])).then(|| look.skip(1))
}

/// "[4 trillion in its first week and 1.9 trillion] in its second": the word is not said again.
fn left_out(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let own = c.is(0, words!["in", "during"]) && c.is(1, words!["its", "their"]);
    let nth = matches!(c.phrase(2), Some(Phrase::Ordinal(_))) || c.is(2, words!["first"]);
    let told = c
        .all
        .get(..c.at)?
        .iter()
        .rev()
        .take(12)
        .any(|chunk| (chunk.first..chunk.end).any(|token| matches!(c.lower(token), "week" | "weeks")));
    (own && nth && told && crate::en::clause::fronted::is_stop(c, 3)).then(|| c.skip(3))
}

/// Is it a weekend of which that is told?
pub(in crate::en::clause) fn is_weekend(c: Chunks<'_>) -> bool {
    let last = c.get(1).and_then(|chunk| chunk.end.checked_sub(1));
    last.is_some_and(|last| c.lower(last) == "weekend")
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read, readings};

    #[test]
    fn weeks_from_a_beginning() {
        let third: &[&str] = &["Alder ranked number 3 by call volume"];
        assert_read(&[
            ("Alder was third in its second week.", third),
            ("Alder was third in only its second week on the list.", third),
            ("Alder was third in its very first week.", third),
            ("Alder came third in its debut week.", third),
            ("In its first full week, Alder was third.", third),
            ("Alder was third in its week of release.", third),
        ]);
        assert!(readings("Alder was third in its first week.").is_empty());
    }

    #[test]
    fn weeks_of_something_else() {
        assert_listed(&["Alder was third in its first test week.", "Alder was third in its best week."]);
    }
}
