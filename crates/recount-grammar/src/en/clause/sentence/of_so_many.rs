//! Parts of all that is counted, one by one: `every third token`, `one token in five`, `of every
//! ten tokens, six`.

use super::*;
use crate::en::phrase::time::Time;
use recount_model::{Figure, Hedge, Number, Quantity, Unit};

impl Parser<'_> {
    /// "Every third token went through X", "one token in five was processed by X", "of every ten
    /// tokens, six went to X".
    pub(super) fn every_nth(&mut self) -> bool {
        let start = self.c.at;
        let c = skip_leading(self.c);
        let found = nth(c).or_else(|| one_in(c)).or_else(|| so_many_of(c)).or_else(|| in_so_many(c));
        let found = found.map(|(rest, value)| (rest, value, Vec::new()));
        let Some((rest, value, mut times)) = found.or_else(|| of_every(c)) else { return false };
        let (rest, more) = crate::en::clause::adjunct::times(on_all(rest));
        times.extend(more);
        let Some((rest, group)) = verb_group(on_all(rest), false) else { return false };
        let goes = group.verb.frames.any(Frames::BELONG.and(Frames::LEVEL)) && !group.passive;
        let taken = group.passive && group.verb.frames.any(Frames::USE);
        let ways: &[&str] = if goes { &["to", "from", "through"] } else { &["by", "on", "through"] };
        let Some((rest, np)) = receiver(rest, ways) else { return false };
        if !(goes || taken) || group.negated || group.mood != Mood::Plain {
            return false;
        }
        let mut outcome = Outcome::one(Act::Share { value, whole: None, top: None });
        outcome.adjuncts.times = times;
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }
}

/// "[one token in five] on the platform", "on the whole platform": of all of them, as it is anyway.
fn on_all(c: Chunks<'_>) -> Chunks<'_> {
    if !c.is(0, words!["on", "across"]) {
        return c;
    }
    let named = || {
        let (rest, np) = noun_phrase(c.skip(1))?;
        (np.who == Who::Total).then_some(rest)
    };
    crate::en::clause::adjunct::everywhere(c).or_else(named).unwrap_or(c)
}

/// "every third token", "every other token".
fn nth(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    if !c.is(0, words!["every"]) {
        return None;
    }
    let n = match c.phrase(1) {
        Some(Phrase::Ordinal(n)) if *n > 1 => *n,
        _ if c.is(1, words!["other", "second"]) => 2,
        _ => return None,
    };
    let unit =
        matches!(c.phrase(2), Some(Phrase::Name(names)) if !crate::en::phrase::units(names).is_empty());
    Some((c.skip(3), part(1, n, Hedge::Bare))).filter(|_| unit)
}

/// "one token in five", "nearly two tokens out of three".
fn one_in(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    let (over, hedge) = so_many(c)?;
    let rest = match (c.word(1), c.word(2)) {
        ("in" | "of", "every") => c.skip(3),
        ("in", _) => c.skip(2),
        ("out", "of") => c.skip(3 + usize::from(c.is(3, words!["every"]))),
        _ => return None,
    };
    let Some(Phrase::Number(under)) = rest.phrase(0) else { return None };
    (over < *under).then(|| (rest.skip(1), part(over, *under, hedge)))
}

/// "of every ten tokens, six".
fn of_every(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, Vec<Time>)> {
    if !c.is(0, words!["of"]) || !c.is(1, words!["every"]) {
        return None;
    }
    let (under, Hedge::Bare) = so_many(c.skip(2))? else { return None };
    let rest = c.skip(3);
    let rest = rest.skip(usize::from(rest.is(0, words!["processed", "handled", "used", "served"])));
    let rest = crate::en::clause::adjunct::everywhere(rest).unwrap_or(rest);
    let (rest, times) = crate::en::clause::adjunct::times(rest);
    let rest = skip_adverbs(rest.is(0, words![","]).then(|| rest.skip(1))?);
    let (over, hedge) = count(rest)?;
    (over < under).then(|| (rest.skip(1), part(over, under, hedge), times))
}

/// "forty-four of every 100 tokens processed".
fn so_many_of(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    let (over, hedge) = count(c)?;
    let every = c.skip(1 + usize::from(c.is(1, words!["out"])));
    if !every.is(0, words!["of", "in"]) || !every.is(1, words!["every"]) {
        return None;
    }
    let (under, Hedge::Bare) = so_many(every.skip(2))? else { return None };
    let rest = every.skip(3);
    let rest = rest.skip(usize::from(rest.is(0, words!["processed", "handled", "used", "served"])));
    (over < under).then(|| (rest, part(over, under, hedge)))
}

/// "one in ten tokens", "nearly one in two tokens", which are percentages by themselves.
fn in_so_many(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    let Some(Phrase::Percent(quantity)) = c.phrase(0) else { return None };
    let chunk = c.get(0)?;
    let one_by_one = (chunk.first..chunk.end).any(|at| matches!(c.lower(at), "in" | "out" | "of"));
    let unit =
        matches!(c.phrase(1), Some(Phrase::Name(names)) if !crate::en::phrase::units(names).is_empty());
    let rest = c.skip(2);
    let rest = rest.skip(usize::from(rest.is(0, words!["processed", "handled", "used", "served"])));
    (one_by_one && unit).then(|| (rest, quantity.clone()))
}

/// A count, with or without a hedge: "four", "more than four".
fn count(c: Chunks<'_>) -> Option<(u32, Hedge)> {
    match c.phrase(0)? {
        Phrase::Number(count) => Some((*count, Hedge::Bare)),
        Phrase::Amount { quantity, metrics } if metrics.is_empty() => {
            let Figure::Decimal(decimal) = quantity.figure else { return None };
            let small = decimal.exponent == 0 && (1..=100).contains(&decimal.mantissa);
            u32::try_from(decimal.mantissa).ok().filter(|_| small).map(|count| (count, quantity.hedge))
        }
        _ => None,
    }
}

/// "to X", "through a southern model", which may be any of them: whose they are.
fn receiver<'p>(c: Chunks<'p>, ways: &[&str]) -> Option<(Chunks<'p>, Np)> {
    // "A southern model" is any of them, "Tarnlight's models" are all.
    let any = || crate::en::clause::noun_phrase::of_them(c.skip(2));
    if c.is(0, ways)
        && c.is(1, words!["a", "an", "one"])
        && let Some(found) = any()
    {
        return Some(found);
    }
    let (rest, np) = super::tails::owner(c, ways);
    np.map(|np| (rest, np))
}

/// "ten tokens": a small number of what is counted.
fn so_many(c: Chunks<'_>) -> Option<(u32, Hedge)> {
    let Some(Phrase::Amount { quantity, metrics }) = c.phrase(0) else { return None };
    let Figure::Decimal(decimal) = quantity.figure else { return None };
    let small = decimal.exponent == 0 && (1..=100).contains(&decimal.mantissa) && !metrics.is_empty();
    u32::try_from(decimal.mantissa).ok().filter(|_| small).map(|n| (n, quantity.hedge))
}

/// So many of so many, in percent.
fn part(over: u32, under: u32, hedge: Hedge) -> Quantity {
    let part = Number::ratio(i128::from(over), u128::from(under));
    let figure = Figure::Fraction { part, whole: Number::from(100) };
    Quantity { hedge, ..Quantity::bare(figure, Unit::Percent) }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn one_by_one() {
        let fifth: &[&str] = &["Alder accounted for a fifth of the total call volume"];
        assert_read(&[
            ("Every fifth token went to Alder last week.", fifth),
            ("One token in five went to Alder last week.", fifth),
            ("One token out of every five was processed by Alder last week.", fifth),
            ("Of every five tokens, one went to Alder last week.", fifth),
            ("Twenty of every 100 tokens processed went to Alder last week.", fifth),
            (
                "Of every ten tokens handled on the platform, more than four passed through a northern model.",
                &["the north accounted for more than two fifths of the total call volume"],
            ),
            (
                "Nearly one in two tokens runs through a northern model.",
                &["the north accounted for nearly half of the total call volume"],
            ),
        ]);
        assert_listed(&["One token in five was not processed by Alder last week."]);
    }
}
