//! Long derivations in fewer lines: what follows for one reason stands in one
//! line, and the one week of which all of it speaks is named once.

use std::collections::BTreeSet;

use crate::conflict::claims_alone::Set;
use crate::conflict::words::Words;

/// Shorter derivations stay as they are: a line for each step is the plainest.
const LINES: usize = 8;

/// Lines of more characters than this are not made.
const WIDTH: usize = 300;

/// So many figures that statements give stand in one line.
const GIVEN: usize = 3;

/// The lines, where they are many, with each reason told once.
pub(super) fn merged(lines: Vec<String>) -> Vec<String> {
    if lines.len() <= LINES {
        return lines;
    }
    let lines = joined(lines, reason);
    if lines.len() <= LINES {
        return lines;
    }
    joined(lines, said)
}

/// What a line begins with that the next one may share, how that reads for several
/// lines, and how many of them may stand in one.
type Opening<'l> = (&'l str, String, usize);

/// A line without its case.
fn uncased(line: &str) -> (&str, &str) {
    let case =
        line.strip_prefix("Case ").and_then(|rest| rest.find(": ")).map_or(0, |at| "Case : ".len() + at);
    line.split_at(case)
}

/// A definition, or what is assumed.
fn reason(line: &str) -> Option<Opening<'_>> {
    for (opening, several) in
        [("By its place ", "By their places "), ("Then ", "Then "), ("That leaves ", "That leaves ")]
    {
        if line.starts_with(opening) {
            return Some((&line[..opening.len()], several.to_owned(), usize::MAX));
        }
    }
    let tells = ["By ", "But ", "So ", "Either ", "In any case ", "Together, "];
    if tells.iter().any(|tells| line.starts_with(tells)) {
        return None;
    }
    let end = line.find(": ")? + 2;
    Some((&line[..end], line[..end].to_owned(), usize::MAX))
}

/// A figure that a statement gives.
fn said(line: &str) -> Option<Opening<'_>> {
    let is_given = line.starts_with("By (") && !line.contains(", it follows");
    is_given.then(|| ("", String::new(), GIVEN))
}

/// Neighbours of one case and one opening as one line.
fn joined(lines: Vec<String>, opening: impl Fn(&str) -> Option<Opening<'_>>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    let mut last: Option<(String, String, usize)> = None;
    for line in lines {
        let (case, what) = uncased(&line);
        let Some((first, several, most)) = opening(what) else {
            last = None;
            joined.push(line);
            continue;
        };
        let key = (case.to_owned(), first.to_owned());
        let rest = &what[first.len()..];
        let before = joined.last_mut().zip(last.as_mut()).filter(|(before, (known, open, many))| {
            (known, open) == (&key.0, &key.1) && *many < most && before.len() + rest.len() <= WIDTH
        });
        match before {
            Some((before, (_, _, many))) => {
                *many += 1;
                let told = before[case.len()..].trim_end_matches('.');
                let told = told.strip_prefix(first).unwrap_or(&told[several.len()..]);
                let next = if first.is_empty() { lowered(rest) } else { rest.to_owned() };
                *before = format!("{case}{several}{told}; {next}");
            }
            None => {
                last = Some((key.0, key.1, 1));
                joined.push(line);
            }
        }
    }
    joined
}

/// "By (2) …" inside a sentence.
fn lowered(line: &str) -> String {
    line.replacen("By ", "by ", 1)
}

/// The lines, where all of them speak of one week, with its name in the first of
/// them alone.
pub(super) fn one_period(set: &Set<'_>, mut lines: Vec<String>) -> Vec<String> {
    let words = Words::new(set.own.world.vocabulary);
    let unknowns = &set.own.world.unknowns;
    let periods: BTreeSet<_> = unknowns.ordered().into_iter().map(|(unknown, _)| unknown.period).collect();
    let names = periods.into_iter().map(|period| words.period(period));
    let mut told = names.filter(|name| lines.iter().any(|line| line.contains(name.as_str())));
    let (Some(only), None) = (told.next(), told.next()) else {
        return lines;
    };
    let name = format!(" in {only}");
    if lines.iter().any(|line| line.matches(only.as_str()).count() != line.matches(name.as_str()).count()) {
        return lines;
    }
    let first = lines.iter().position(|line| line.contains(&name)).unwrap_or_default();
    for line in lines.iter_mut().skip(first + 1) {
        *line = line.replace(&name, "");
    }
    lines
}
