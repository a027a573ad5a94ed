//! First times: `for the first time`, `for the first time in five weeks`, `for
//! the first time since late February`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::preceded;
use recount_model::Weeks;

use super::time::{Role, Time, duration, time};
use crate::token::{Parsed, Tokens, phrase, stop, word};

/// That something holds and did not before.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstTime {
    /// How long it had not held.
    pub weeks: Option<Weeks>,
    /// When it held last.
    pub since: Option<Time>,
}

/// The phrase.
///
/// Reads: "for the first time ever", "the first time in nearly four months",
/// "for the first time since May". Does not read: "first-time buyers".
///
/// # Errors
/// Where no such phrase starts.
pub fn first_time(input: Tokens<'_>) -> Parsed<'_, FirstTime> {
    let (rest, _) = opt(word(words!["for"])).parse(input)?;
    let (rest, _) = opt(word(words!["the", "its", "their", "a"])).parse(rest)?;
    let (rest, _) = opt(word(words!["very"])).parse(rest)?;
    let (rest, _) = preceded(word(words!["first"]), word(words!["time"])).parse(rest)?;
    let (rest, _) = opt(alt((
        value((), word(words!["ever"])),
        phrase("on record"),
        phrase("in history"),
        phrase("in its history"),
    )))
    .parse(rest)?;
    // "in the past two months": as long as "in two months".
    let lately = usize::from(rest.peek_at(1) == "the" && matches!(rest.peek_at(2), "past" | "last"));
    let long = if lately > 0 && rest.peek() == "in" { duration(rest.skip(3)) } else { Err(stop(rest)) };
    if let Ok((after, back)) = long.or_else(|_| preceded(word(words!["in", "for"]), duration).parse(rest)) {
        return Ok((after, FirstTime { weeks: Some(back.in_weeks()), since: None }));
    }
    if let Ok((after, ())) = since_it_began(rest) {
        return Ok((after, FirstTime { weeks: None, since: None }));
    }
    match time(rest) {
        Ok((after, found)) if found.role == Role::Since => {
            Ok((after, FirstTime { weeks: None, since: Some(found) }))
        }
        _ => Ok((rest, FirstTime { weeks: None, since: None })),
    }
}

/// `since its release`, `since it was launched`: as long as there were figures of it.
fn since_it_began(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = word(words!["since"]).parse(input)?;
    if let Ok((rest, _)) = preceded(
        opt(word(words!["its", "their", "the"])),
        word(words!["release", "launch", "debut", "introduction", "arrival", "inception", "appearance"]),
    )
    .parse(rest)
    {
        return Ok((rest, ()));
    }
    let (rest, _) = word(words!["it", "they"]).parse(rest)?;
    let (rest, _) = opt(word(words!["was", "were"])).parse(rest)?;
    value((), word(words!["launched", "released", "debuted", "introduced", "appeared"])).parse(rest)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn since_the_beginning() {
        let first: &[&str] = &["Alder fell for the first time"];
        assert_read(&[
            ("Alder fell for the first time since its release.", first),
            ("Alder fell for the first time since it was launched.", first),
        ]);
        assert_listed(&["Alder fell for the first time since its makers quarrelled."]);
    }
}
