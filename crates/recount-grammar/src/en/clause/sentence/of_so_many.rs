//! Parts of all that is counted, one by one: `every third token`, `one token in five`, `of every
//! ten tokens, six`.

use super::*;
use recount_model::{Figure, Hedge, Number, Quantity, Unit};

impl Parser<'_> {
    /// "Every third token went through X", "one token in five was processed by X", "of every ten
    /// tokens, six went to X".
    pub(super) fn every_nth(&mut self) -> bool {
        let start = self.c.at;
        let c = skip_leading(self.c);
        let Some((rest, value)) = nth(c).or_else(|| one_in(c)).or_else(|| of_every(c)) else { return false };
        let Some((rest, group)) = verb_group(on_all(rest), false) else { return false };
        let goes = group.verb.frames.any(Frames::BELONG.and(Frames::LEVEL)) && !group.passive;
        let taken = group.passive && group.verb.frames.any(Frames::USE);
        let ways: &[&str] = if goes { &["to", "from", "through"] } else { &["by", "on", "through"] };
        let (rest, Some(np)) = super::tails::owner(rest, ways) else { return false };
        if !(goes || taken) || group.negated || group.mood != Mood::Plain {
            return false;
        }
        let mut outcome = Outcome::one(Act::Share { value, whole: None, top: None });
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
fn of_every(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    if !c.is(0, words!["of"]) || !c.is(1, words!["every"]) {
        return None;
    }
    let (under, Hedge::Bare) = so_many(c.skip(2))? else { return None };
    let rest = c.skip(3);
    let rest = rest.skip(usize::from(rest.is(0, words!["processed", "handled", "used", "served"])));
    let rest = crate::en::clause::adjunct::everywhere(rest).unwrap_or(rest);
    let rest = skip_adverbs(rest.is(0, words![","]).then(|| rest.skip(1))?);
    let Some(Phrase::Number(over)) = rest.phrase(0) else { return None };
    (*over < under).then(|| (rest.skip(1), part(*over, under, Hedge::Bare)))
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
        ]);
        assert_listed(&["One token in five was not processed by Alder last week."]);
    }
}
