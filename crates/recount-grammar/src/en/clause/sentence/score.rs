//! What each of two had, behind who was ahead: `beat Y, 4.19 trillion to 3.63 trillion`, `led Y by
//! 81 billion, 3.11 to 3.03 trillion`, `was ahead of Y, 8.0 against 3.8 trillion`.

use super::*;
use recount_model::{Decimal, Figure, Quantity};

/// How many times as large as the other one a figure of the same scale may be.
const APART: i128 = 1000;

impl<'p> Parser<'p> {
    /// The figures of the two who were compared last, the larger one that of the one ahead.
    pub(super) fn score(&mut self) -> bool {
        let start = self.c.at;
        let Some((who, object, falling)) = self.two_compared() else { return false };
        // "beat Y in requests, 61 million to 58 million": of the requests.
        let about = self.metric_compared();
        let opened = matches!(self.c.word_before(), "," | ":" | "—" | "–" | "(");
        let prefix = usize::from(self.c.is(0, words!["by", "with"]));
        if !opened && prefix == 0 {
            return false;
        }
        let told = self.c.skip(prefix);
        // "X was outdone by Y, 61 million to 58 million": the one ahead first.
        let swapped = || pair(told, false).filter(|_| falling).map(|(rest, a, b)| (rest, b, a));
        let Some((rest, first, second)) = pair(told, falling).or_else(swapped) else { return false };
        if !is_stop(rest, 0) && !matches!(rest.phrase(0), Some(Phrase::Time(_))) {
            return false;
        }
        let mut outcome = Outcome::one(first);
        outcome.adjuncts.about = about;
        let other = Np { about: About::Nothing, ..object };
        outcome.pieces.push(Piece { who: Some(other), ..Piece::main(second) });
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &who, outcome, Group::PLAIN)
    }

    /// In what the two were compared, where the comparison itself says it.
    fn metric_compared(&self) -> Option<About> {
        let said = self.items.iter().rev().find_map(|item| match item {
            Item::Said(said) if matches!(said.act, Act::Compare { .. }) => Some(said),
            _ => None,
        })?;
        said.adjuncts.about.filter(|about| matches!(about, About::Metric(_)))
    }

    /// Who was ahead of whom, and whether the first was behind; a place told with it says
    /// nothing else: "overtook Y for third place".
    pub(super) fn two_compared(&self) -> Option<(Np, Np, bool)> {
        let mut said = self.items.iter().rev().map_while(|item| match item {
            Item::Said(said) => Some(said),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        let last = said.next()?;
        let told = match last.act {
            Act::Rank { .. } => said.next().filter(|before| before.who.who == last.who.who)?,
            _ => last,
        };
        match &told.act {
            // "Back in the lead after two weeks behind": not of then.
            Act::Compare { object, value, .. }
                if !told.negated && !told.adjuncts.either && told.anchor == Anchor::Clause =>
            {
                Some((told.who.clone(), object.clone(), value.falling))
            }
            _ => None,
        }
    }
}

/// "4.19 trillion to 3.63 trillion", "8.0 against 3.8 trillion", "8.0 to 3.8 trillion": two
/// levels, the first the larger one unless `falling`.
fn pair(c: Chunks<'_>, falling: bool) -> Option<(Chunks<'_>, Act, Act)> {
    let (rest, first @ Phrase::Amount { quantity: mine, .. }) = figure(c)? else { return None };
    let rest = level::skip_unit(rest);
    // "8.0 to 3.8 trillion" has the form of a range, whose first end is the larger one.
    if let (Figure::Range { low, high }, Act::Level { metrics, value }) = (&mine.figure, level_of(first)?) {
        let one = |decimal: Decimal| Act::Level {
            value: Quantity { figure: Figure::Decimal(decimal), ..value.clone() },
            metrics: metrics.clone(),
        };
        let first = like(*low, *high, falling, true).filter(|_| !falling)?;
        return Some((rest, one(first), one(*high)));
    }
    let count = usize::from(rest.is(0, words!["to"])).max(versus_words(rest).unwrap_or(0));
    let (rest, second @ Phrase::Amount { quantity: theirs, .. }) = figure(rest.skip(count))? else {
        return None;
    };
    let (mine, theirs) = (decimal(mine)?, decimal(theirs)?);
    let first = match level_of(first)? {
        Act::Level { metrics, value } => {
            let figure = Figure::Decimal(like(mine, theirs, falling, metrics.is_empty())?);
            Act::Level { value: Quantity { figure, ..value }, metrics }
        }
        _ => return None,
    };
    (count > 0).then(|| Some((level::skip_unit(rest), first, level_of(second)?)))?
}

fn decimal(value: &Quantity) -> Option<Decimal> {
    match value.figure {
        Figure::Decimal(decimal) => Some(decimal),
        _ => None,
    }
}

/// The first figure, in the scale of the second where it has none of its own; `None` where it
/// is not on its side of it.
fn like(mine: Decimal, theirs: Decimal, falling: bool, bare: bool) -> Option<Decimal> {
    let fits = |mine: Decimal| (mine.value() > theirs.value()) != falling && mine.value() != theirs.value();
    let scales: &[i32] =
        if bare && mine.exponent <= 0 && theirs.exponent > 0 { &[12, 9, 6, 3] } else { &[0] };
    let near = |mine: Decimal| {
        let apart = recount_model::Number::from(APART);
        &mine.value() * &apart > theirs.value() && &theirs.value() * &apart > mine.value()
    };
    scales
        .iter()
        .map(|power| Decimal { exponent: mine.exponent + power, ..mine })
        .find(|scaled| fits(*scaled) && (scales.len() == 1 || near(*scaled)))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn what_each_of_two_had() {
        let both: &[&str] = &[
            "Alder was above that of Birch", "Alder was 4.1 trillion tokens", "Birch was 3.8 trillion tokens",
        ];
        assert_read(&[
            ("Alder led Birch last week, 4.1 trillion tokens to 3.8 trillion tokens.", both),
            ("Alder was ahead of Birch last week, by 4.1 trillion tokens to 3.8 trillion tokens.", both),
            ("Alder was ahead of Birch last week: 4.1 trillion tokens against 3.8 trillion tokens.", both),
            ("Alder was ahead of Birch last week, 4.1 to 3.8 trillion tokens.", both),
            ("Alder was ahead of Birch last week, 4.1 against 3.8 trillion tokens.", both),
            (
                "Birch was outdone by Alder last week, 4.1 trillion tokens to 3.8 trillion.",
                &[
                    "Birch was below that of Alder", "Birch was 3.8 trillion tokens",
                    "Alder was 4.1 trillion tokens",
                ],
            ),
        ]);
        // Whose is larger, the sentence says otherwise.
        assert_read(&[(
            "Alder was ahead of Birch last week, 3.8 against 4.1 trillion tokens.",
            &["Alder was above that of Birch", "?"],
        )]);
    }
}
