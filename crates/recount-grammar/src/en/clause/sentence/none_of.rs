//! What is said of none of several: `neither X nor Y led`, `none of them grew`, `neither grew`.

use super::*;
use crate::en::clause::noun_phrase::of_those;
use crate::en::lexicon::Noun;

impl Parser<'_> {
    /// It is said not to be so of each of them.
    pub(super) fn neither(&mut self) -> bool {
        let start = self.c.at;
        if self.nor_did() {
            return true;
        }
        let Some((rest, whom)) = none(self.c) else { return false };
        let Some((rest, group)) = verb_group(rest, false).filter(|(_, group)| !group.negated) else {
            return false;
        };
        let group = Group { negated: true, ..group };
        let Some((rest, mut outcome)) = predicate(rest, &whom[0], &group) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        let plain = outcome.pieces.iter().all(|piece| piece.main) && !outcome.negated;
        plain && whom.iter().all(|np| self.accept(start, rest, np, outcome.clone(), group))
    }
}

impl Parser<'_> {
    /// "nor did it rise by more than 1 %", "neither has it dropped out of the top three": it did not, has not.
    fn nor_did(&mut self) -> bool {
        let start = self.c.at;
        let told = usize::from(self.c.is(0, words!["nor", "neither"]));
        let auxiliary = self.c.is(told, words!["did", "does", "do", "has", "have", "had"]);
        if told == 0 && !matches!(self.c.word_before(), "nor" | "neither") || !auxiliary {
            return false;
        }
        let Some((rest, np)) = noun_phrase(self.c.skip(told + 1)) else { return false };
        let np = match (&np.who, &self.focus) {
            (Who::Carried, Some(focus)) if np.about == About::Nothing && self.other.is_none() => {
                Np { about: About::Nothing, share: false, ..focus.clone() }
            }
            _ => np,
        };
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        if group.negated || group.passive || group.mood != Mood::Plain {
            return false;
        }
        let group = Group { negated: true, ..group };
        let Some((rest, mut outcome)) = predicate(rest, &np, &group) else { return false };
        if !outcome.pieces.iter().all(|piece| piece.main) {
            return false;
        }
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }
}

/// Those of whom nothing is said to be so, and what stands behind them.
fn none(c: Chunks<'_>) -> Option<(Chunks<'_>, Vec<Np>)> {
    let those = |count: usize, many: u32| {
        let who = Who::These { count: many, each: true };
        (c.skip(count), vec![Np { who, ..Np::carried(c.span(c.at, c.at + count)) }])
    };
    if c.is(0, words!["neither"]) {
        if let Some((rest, first)) = noun_phrase(c.skip(1)).filter(|(rest, _)| rest.is(0, words!["nor"])) {
            let (rest, second) = noun_phrase(rest.skip(1))?;
            let two = vec![first, second];
            return two.iter().all(Np::is_named).then_some((rest, two));
        }
        if let Some((count, many @ (0 | 2))) = of_those(c.skip(1)) {
            return Some(those(count + 1, many.max(2)));
        }
        let count = 1 + usize::from(c.noun(1) == Some(Noun::Thing));
        return c.verb(count).map(|_| those(count, 2));
    }
    if !c.is(0, words!["none"]) {
        return None;
    }
    if let Some((count, many)) = of_those(c.skip(1)) {
        return Some(those(count + 1, many));
    }
    // "None of X, Y and Z": each of them is named.
    let (rest, np) = noun_phrase(c.is(1, words!["of"]).then(|| c.skip(2))?)?;
    let Who::Named(names) = &np.who else { return None };
    let things = names.iter().flatten().all(|name| matches!(name, recount_model::Subject::Entity(_)));
    let whole = np.about == About::Nothing && !np.share && !np.together;
    let each = |name: &Vec<recount_model::Subject>| Np { who: Who::Named(vec![name.clone()]), ..np.clone() };
    (things && whole && names.len() > 1).then(|| (rest, names.iter().map(each).collect()))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_read};

    #[test]
    fn none_of_those_who_were_named() {
        let two = "Birch and Cedar led Alder last week.";
        let ahead = ["Birch was above that of Alder", "Cedar was above that of Alder"];
        for text in [
            "Birch, for its part, fell 4% last week and Cedar 6%. None of them grew.",
            "Birch fell 4% last week and Cedar fell 6%. Neither grew.",
            "Birch fell 4% last week and Cedar fell 6%. Neither model grew.",
            "Birch fell 4% last week and Cedar fell 6%. Neither of the two grew.",
        ] {
            assert_eq!(article(text)[2..], ["Birch did not rise", "Cedar did not rise"], "{text}");
        }
        let text = format!("{two} Each of them rose last week.");
        assert_eq!(article(&text)[..2], ahead);
        assert_read(&[
            (
                "None of Alder, Birch and Cedar rose last week.",
                &["Alder did not rise", "Birch did not rise", "Cedar did not rise"],
            ),
            (
                "Neither Alder nor Birch led Cedar last week.",
                &["Alder was not above that of Cedar", "Birch was not above that of Cedar"],
            ),
        ]);
    }

    #[test]
    fn nobody_knows_how_many() {
        for text in [
            "Alder rose 4% last week. None of them fell.",
            "Alder rose 4% last week. All three fell.",
            "Birch fell 4% last week and Cedar fell 6%. All three fell.",
        ] {
            assert_eq!(article(text).last().map(String::as_str), Some("?"), "{text}");
        }
    }
}
