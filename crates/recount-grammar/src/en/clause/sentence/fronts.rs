//! What stands before a clause in a sentence.

use super::*;
use crate::en::phrase::time::Role;

impl<'p> Parser<'p> {
    /// A time before a clause.
    pub(super) fn time(&mut self) -> bool {
        let Some(Phrase::Time(time)) = self.c.phrase(0) else {
            return false;
        };
        self.items.push(Item::Time(time.clone()));
        // "Last week's fifth place went to X".
        let owned = usize::from(self.c.is(1, &["'s", "’s"]));
        self.c = self.c.skip(1 + owned);
        true
    }

    pub(super) fn attributed(&mut self) -> bool {
        if let Some(count) = attribution(self.c) {
            self.close_unread();
            self.c = self.c.skip(count);
            return true;
        }
        let start = self.unread.is_none() || self.items.is_empty();
        if start && let Some((count, mood)) = framed(self.c).or_else(|| saying(self.c)) {
            self.close_unread();
            if mood != Mood::Plain {
                self.mood = mood;
                self.base_mood = mood;
            }
            self.c = self.c.skip(count);
            return true;
        }
        false
    }

    /// Figures before their subject: "With 4 trillion tokens, X …", "Up 8 %, X
    /// …", "For the ninth consecutive week, X …".
    pub(super) fn fronted(&mut self) -> bool {
        let fresh = self.focus.is_none() && !self.opened;
        match self.c.phrase(0) {
            Some(Phrase::First(first)) if fresh => {
                self.pending.adjuncts.first = Some(first.clone());
                self.c = self.c.skip(1);
                return true;
            }
            Some(Phrase::Weeks(weeks)) if fresh && self.c.is(1, &[","]) => {
                self.pending.adjuncts.weeks = Some(*weeks);
                self.c = self.c.skip(1);
                return true;
            }
            _ => {}
        }
        fresh && (self.figure_before() || self.participle_before() || self.adjunct_before())
    }

    /// "With 4 trillion tokens, X …", "Up 8 %, X …", "After five weeks of
    /// growth, X …".
    fn figure_before(&mut self) -> bool {
        if let Some((rest, piece)) = level::beside(self.c) {
            let mut outcome = Outcome::default();
            let rest = adjuncts(rest, &mut outcome);
            if rest.is(0, &[","]) && outcome.pieces.is_empty() {
                self.pending.pieces.push(piece);
                self.pending.adjuncts = merge(outcome.adjuncts, &self.pending.adjuncts);
                self.c = rest;
                return true;
            }
        }
        if self.c.is(0, &["with"])
            && let Some((rest, value, Some(of))) = percentage(self.c.skip(1))
            && rest.is(0, &[","])
        {
            self.pending.pieces.push(crate::en::clause::share::piece(value, Some(of)));
            self.c = rest;
            return true;
        }
        if let Some((rest, value, times)) = change::adverbial(self.c)
            && rest.is(0, &[","])
        {
            self.pending.pieces.push(Piece { times, ..Piece::beside(Act::Change { value }) });
            self.c = rest;
            return true;
        }
        self.participle() || self.fronted_weeks() || self.fronted_place()
    }

    /// "By call volume, X …", "Among charted models, X …".
    fn adjunct_before(&mut self) -> bool {
        let mut outcome = Outcome::default();
        if self.c.is(0, &["in", "by", "among", "across", "measured", "as", "on"]) {
            let rest = adjuncts(self.c, &mut outcome);
            if rest.at > self.c.at && rest.is(0, &[",", "("]) && outcome.pieces.is_empty() {
                self.pending.adjuncts = merge(outcome.adjuncts, &self.pending.adjuncts);
                self.c = rest;
                return true;
            }
        }
        false
    }

    /// "After five weeks at the top, X …".
    fn fronted_weeks(&mut self) -> bool {
        match weeks_before(self.c) {
            Some((rest, outcome)) if rest.is(0, &[","]) => {
                self.pending.pieces.extend(outcome.pieces);
                self.c = rest;
                true
            }
            _ => false,
        }
    }
}

impl Parser<'_> {
    /// "Surging 8 % to 4 trillion tokens, X …", "Ranked fourth with 2 trillion
    /// tokens, X …": what a participle says of the subject to come.
    fn participle(&mut self) -> bool {
        let c = if self.c.is(0, &["despite", "by", "while"]) { self.c.skip(1) } else { self.c };
        let Some(verb) = c.verb(0).filter(|verb| verb.form != Form::Base && verb.form != Form::Third) else {
            return false;
        };
        let carries = Frames::UP
            .and(Frames::DOWN)
            .and(Frames::LEVEL)
            .and(Frames::RANK)
            .and(Frames::SHARE)
            .and(Frames::ADD)
            .and(Frames::LOSE);
        let passive = verb.form != Form::Ing && (!verb.frames.any(Frames::RANK) || c.at > self.c.at);
        if !verb.frames.any(carries) || passive || verb.frames.any(Frames::BE.and(Frames::AUX)) {
            return false;
        }
        let nobody = Np::carried(self.c.span(self.c.at, self.c.at + 1));
        let group = Group { verb, ..Group::PLAIN };
        let Some((rest, mut outcome)) = predicate(c.skip(1), &nobody, &group) else {
            return false;
        };
        let rest = adjuncts(rest, &mut outcome);
        let adjuncts = std::mem::take(&mut outcome.adjuncts);
        let plain = adjuncts.weeks.is_none() && adjuncts.first.is_none() && adjuncts.scope.is_none();
        let own = outcome.pieces.iter().all(|piece| piece.who.is_none() && piece.times.is_empty());
        if !rest.is(0, &[","]) || !plain || !own || outcome.pieces.is_empty() || outcome.negated {
            return false;
        }
        self.pending
            .pieces
            .extend(outcome.pieces.into_iter().map(|piece| Piece { times: adjuncts.times.clone(), ..piece }));
        self.pending.adjuncts.about = self.pending.adjuncts.about.or(adjuncts.about);
        self.c = rest;
        true
    }
}

impl<'p> Parser<'p> {
    /// "After falling 3 % the week before, X …": what the participle says of X.
    fn participle_before(&mut self) -> bool {
        let look = self.c.skip(1);
        if !self.c.is(0, &["after", "despite"]) || look.verb(0).is_none_or(|verb| verb.form != Form::Ing) {
            return false;
        }
        let nobody = Np::carried(self.c.span(self.c.at, self.c.at + 1));
        let Some((rest, group)) = verb_group(look, true) else { return false };
        let Some((rest, mut outcome)) = predicate(rest, &nobody, &group) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        let told = outcome.adjuncts.first.is_some() || outcome.adjuncts.scope.is_some() || outcome.negated;
        // "After falling 3 %" does not say when; "the week before" does.
        let dated = !outcome.adjuncts.times.is_empty();
        if !rest.is(0, &[","]) || told || !dated || group.negated || group.mood != Mood::Plain {
            return false;
        }
        let Adjuncts { mut times, weeks, about, .. } = outcome.adjuncts;
        times.iter_mut().for_each(|time| time.role = Role::At);
        for piece in outcome.pieces {
            let own = if piece.times.is_empty() { times.clone() } else { piece.times.clone() };
            self.pending.pieces.push(Piece { times: own, weeks: piece.weeks.or(weeks), ..piece });
        }
        self.pending.adjuncts.about = self.pending.adjuncts.about.or(about);
        self.c = rest;
        true
    }
}

/// Words behind a preposition that make it a turn of phrase: "in fact", "at the
/// same time". `the` and the like stand for what follows them.
const TURNS: &[(&str, &[&str])] = &[
    (
        "in",
        &[
            "fact", "addition", "particular", "contrast", "turn", "short", "other", "response", "sum",
            "brief", "all", "doing", "general", "a", "an", "line", "part", "what", "spite", "light",
            "keeping", "comparison", "recent",
        ],
    ),
    ("on", &["balance", "strong", "weak", "top"]),
    ("at", &["least", "present", "last", "large", "a"]),
    ("for", &["example", "instance", "now", "its", "their", "once", "a", "comparison"]),
    ("by", &["contrast", "comparison", "a", "far", "much", "less", "more"]),
    ("with", &[]),
];

/// Nouns and adjectives behind "in the" and the like that limit nothing.
const SCENES: &[&str] = &[
    "latest", "meantime", "process", "end", "face", "wake", "race", "context", "same", "interim", "other",
    "one", "contrary", "whole", "meanwhile", "background", "news", "latter",
];

fn is_time_or_number(c: Chunks<'_>, ahead: usize) -> bool {
    let Some(chunk) = c.get(ahead) else { return false };
    let digits = || c.text(chunk.first).starts_with(|first: char| first.is_ascii_digit());
    matches!(chunk.phrase, Phrase::Time(_)) || digits()
}

/// Do words that no rule reads limit the statement beside them, as "in the
/// north", "among open models" or "measured by users" do? "In fact" and "in a
/// first for the region" do not.
pub(super) fn limits(c: Chunks<'_>) -> bool {
    const STRICT: &[&str] = &[
        "among", "amongst", "within", "excluding", "except", "outside", "across", "counting", "including",
        "measured", "counted", "judged", "ranked", "weighted", "adjusted", "since", "until", "through",
        "before", "during", "without", "beyond", "under", "via", "per", "over", "between", "every", "each",
        "next", "back", "previously", "earlier", "later", "soon", "eventually", "apart", "along", "together",
        "alongside", "domestically", "internationally", "regionally", "locally", "nationally", "privately",
        "supposedly", "probably", "possibly", "theoretically", "barring", "not",
    ];
    if c.len() == 1 && c.is(0, &["together", "combined", "collectively", "jointly"]) {
        return false;
    }
    // "In the whole of 2025": a time that no rule reads.
    let long = c.is(0, &["in", "for", "during", "over", "throughout", "across", "all"])
        && (0..c.len()).any(|ahead| c.is(ahead, &["whole", "all", "entire", "entirety", "full"]))
        && (0..c.len()).any(|ahead| is_time_or_number(c, ahead));
    if long {
        return true;
    }
    let adverb = c.entry(0).adverb && c.is(1, STRICT);
    if c.is(0, STRICT) || adverb {
        return true;
    }
    // "Overseas, X leads": a lone word before the comma says where or how.
    if c.len() == 1 && !c.entry(0).adverb && c.entry(0).verb.is_none() {
        return true;
    }
    let usual = c.is(0, &["in"])
        && c.is(1, &["a", "an", "any"])
        && c.is(
            2,
            &[
                "typical", "normal", "usual", "average", "good", "bad", "busy", "quiet", "test",
                "simulation", "scenario",
            ],
        );
    let counted = c.is(0, &["when", "once", "if"])
        && (1..c.len())
            .any(|ahead| c.is(ahead, &["included", "excluded", "counted", "measured", "adjusted", "only"]));
    if usual || counted {
        return true;
    }
    let Some((word, turns)) = TURNS.iter().find(|(word, _)| c.is(0, &[word])) else {
        return false;
    };
    if *word == "with" {
        return (1..c.len()).any(|ahead| c.is(ahead, &["excluded", "included", "excluding", "including"]));
    }
    let scene = c.is(1, &["the", "its", "their", "his", "her"]) && c.is(2, SCENES);
    rank::is_everything(c.skip(1)) == 0 && !c.is(1, turns) && !scene
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn what_stands_before_the_subject() {
        assert_read(&[
            (
                "Surging 8.2% to 4.19 trillion tokens, Alder led the chart.",
                &[
                    "Alder rose by 8.2 percent", "Alder was 4.19 trillion tokens",
                    "Alder ranked number 1 by call volume",
                ],
            ),
            (
                "After falling 3% the week before, Alder rose 8.4% last week.",
                &[
                    "In the week of 15 June 2026, Alder fell by 3 percent from the week of 8 June 2026",
                    "Alder rose by 8.4 percent",
                ],
            ),
            ("Last week's fifth place went to Alder.", &["Alder ranked number 5 by call volume"]),
        ]);
    }

    #[test]
    fn when_it_fell_is_not_said() {
        assert_listed(&[
            "After falling 3%, the market recovered.",
            "Among paying users, Alder led Birch last week.",
        ]);
    }
}
