//! What somebody wants or expects of another: `Norvane expects X to top 6 trillion tokens`, `analysts
//! want to see X above Y`. It is not so yet.

use super::*;
use crate::token::Words;

/// Verbs of somebody who would have it so.
const WISHES: &Words = words![
    "expects", "expected", "expect", "wants", "wanted", "want", "hopes", "hoped", "hope", "aims", "aimed",
    "plans", "planned", "intends", "intended", "projects", "projected", "predicts", "predicted", "forecasts",
    "forecast", "wishes", "wished", "foresees", "needs", "anticipates", "anticipated", "sees", "asked",
    "asks", "urged", "urges", "vowed", "vows", "pledged", "pledges", "promised", "promises", "bets",
    "reckons",
];

impl Parser<'_> {
    /// "Norvane expects X to top 6 trillion tokens a week by July", "Norvane hopes to lift X above Y":
    /// up to the next stop, a forecast.
    pub(super) fn wished(&mut self) -> bool {
        let start = self.c.at;
        let before = Chunks { at: start.saturating_sub(1), ..self.c };
        if self.unread.is_some() || start > 0 && !is_stop(before, 0) && !before.is(0, JOINS) {
            return false;
        }
        let plain = |ahead: &usize| {
            !is_stop(self.c, *ahead) && self.c.get(*ahead).is_some_and(|chunk| !chunk.is_figure())
        };
        let Some(verb) = (1..7).take_while(plain).find(|ahead| self.c.is(*ahead, WISHES)) else {
            return false;
        };
        // "X is expected to", "X, which expects": other rules tell.
        let another = (0..verb).any(|ahead| {
            self.c.is(ahead, words!["which", "who", "that", "as", "than", "with"])
                || self.c.verb(ahead).is_some_and(|verb| {
                    is_finite(verb.form) && self.c.noun(ahead).is_none() || verb.frames.any(Frames::BE)
                })
        });
        let look = self.c.skip(verb + 1);
        let to = |c: Chunks<'_>| c.is(0, words!["to"]) && base(c.skip(1));
        let whom = noun_phrase(look).filter(|(_, np)| np.who != Who::Unknown);
        let wished = whom.is_some_and(|(rest, _)| {
            to(rest) || rest.is(0, words!["will", "would", "could", "can", "may", "might", "should"])
        });
        if another || !(wished || to(look) && !self.c.is(verb, words!["needs"])) {
            return false;
        }
        let rest = to_stop(self.c);
        let why = Mood::Forecast.not_asserted().unwrap_or_default();
        self.items.push(Item::Unread { from: start, to: rest.at, why, named: true });
        // What a participle behind it says is no more so.
        self.focus = None;
        self.topic = None;
        self.lost = true;
        self.c = rest;
        true
    }
}

/// A verb in its base form, or a word that the grammar does not know.
fn base(c: Chunks<'_>) -> bool {
    c.verb(0).map_or(c.entry(0).is_unknown() && !c.word(0).is_empty(), |verb| verb.form == Form::Base)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn what_somebody_would_have() {
        for sentence in [
            "Norvane expects Alder to top 6 trillion tokens a week before the end of the summer.",
            "Norvane wants Alder to reach 3 trillion tokens a week by year-end.",
            "Norvane hopes Alder will pass 3 trillion tokens in July.",
            "Norvane hopes to lift Alder above 3 trillion tokens a week.",
        ] {
            assert_read(&[(sentence, &["-"])]);
        }
        assert_read(&[(
            "Norvane wants Alder to reach 3 trillion tokens a week, but it fell 3% last week.",
            &["-", "?"],
        )]);
    }
}
