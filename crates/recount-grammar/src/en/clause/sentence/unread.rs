//! Words that no rule read: what they limit, and whom they speak of.

use super::expected::is_expected;
use super::hints::is_bare_subject;
use super::*;
use crate::en::another::begins_with_another;
use crate::en::lexicon::{Entry, sources};

/// Is it the name of a thing or a group?
pub(super) fn is_somebody(chunk: &Chunk<'_>) -> bool {
    match &chunk.phrase {
        Phrase::Name(names) | Phrase::Adjective(names) => crate::en::phrase::subjects(names).next().is_some(),
        _ => false,
    }
}

impl Parser<'_> {
    /// Words behind a statement that limit it, ", but only among paying users",
    /// ", excluding free usage", take it back.
    fn retract(&mut self, from: usize, to: usize) {
        let c = Chunks { at: from, ..self.c }.until(to);
        let only = c.is(0, words!["only", "albeit", "mostly", "mainly", "just"]);
        let limited = match c.len() {
            1 => limits_alone(c),
            _ => limits(if only { c.skip(1) } else { c }),
        };
        if !limited {
            return;
        }
        let kept =
            self.items.iter().rposition(|item| !matches!(item, Item::Said(_))).map_or(0, |place| place + 1);
        if kept < self.items.len() {
            self.items.truncate(kept);
            let why = "the words behind it limit what is said";
            self.items.push(Item::Unread { from: 0, to, why, named: false });
            // "X rose; among paying users, it beat Y": what follows may be what they limit.
            self.limited = true;
        }
    }

    /// "As far as coding goes", "because only coders were counted": what it limits, is listed.
    pub(super) fn of_what_it_holds(&mut self) -> bool {
        let end = to_stop(self.c);
        let limits = pieces::is_about(self.c.until(end.at));
        if limits {
            self.unread = Some(self.c.at);
            self.c = end;
        }
        limits
    }

    /// Is a bracket open before chunk `from`?
    fn in_bracket(&self, from: usize) -> bool {
        let all = Chunks { at: 0, ..self.c };
        let count = |sign: &str| (0..from).filter(|place| all.is(*place, &[sign])).count();
        count("(") > count(")")
    }

    pub(super) fn skip_unread(&mut self) {
        self.of_the_subject();
        if self.unread.is_none() {
            self.unread = Some(self.c.at);
        }
        self.c = self.c.skip(1);
    }

    pub(super) fn close_unread(&mut self) {
        let Some(from) = self.unread.take() else {
            return;
        };
        let to = self.c.at;
        let last = to.checked_sub(1).and_then(|last| self.c.all.get(last));
        let word = last.map_or("", |chunk| self.c.lower(chunk.first));
        let article = Chunks { at: from, ..self.c }.is(0, words!["the", "a", "one", "another"]);
        let label = to == from + 1 + usize::from(article) && self.c.is(0, words![":"]);
        if label
            && matches!(
                word,
                "claim" | "myth" | "rumour" | "rumor" | "fiction" | "false" | "wrong" | "correction"
            )
        {
            self.mood = Mood::Denied;
            self.base_mood = Mood::Denied;
        }
        self.denied_beside(from, to);
        let names = self
            .c
            .all
            .get(from..to)
            .unwrap_or(&[])
            .iter()
            .any(|chunk| matches!(chunk.phrase, Phrase::Name(_) | Phrase::Adjective(_)));
        let another = self.is_about_another(from);
        let names = names || another;
        let words = Chunks { at: from, ..self.c }.until(to);
        let first = self.items.iter().all(|item| matches!(item, Item::Time(_)))
            || self.items.iter().all(|item| !matches!(item, Item::Said(_)))
                && words.word_before() == ","
                && !self.in_bracket(from);
        self.limited |= first && (limits(words) || pieces::is_of_a_day(words));
        self.retract(from, to);
        // Somebody was spoken of in words that no rule read: whoever "it" is
        // behind them is no longer known.
        if names {
            // "For the third week running, X was the talk of the town, with 4 trillion": of the
            // words that no rule read, not of the figure behind them.
            self.pending.adjuncts.weeks = None;
            self.pending.adjuncts.first = None;
            self.focus = None;
            self.topic = self.topic_of(from, to);
            if let Some(named) = self.pronoun_of(from, to) {
                self.topic = Some(named.clone());
                self.focus = Some(named);
                self.lost = false;
            } else {
                // What an unknown verb said of it, may have been of another kind.
                let words = Chunks { at: from, ..self.c }.until(to);
                self.lost = self.topic.is_none() || super::topic::has_unknown_verb(words);
            }
            self.release_to_topic(from, to);
        }
        self.drop_pending(from, to);
        self.leave_to_nobody(from, to, names);
        let mood = match self.mood {
            Mood::Plain if is_expected(Chunks { at: from, ..self.c }.until(to)) => Mood::Forecast,
            mood => mood,
        };
        let why = mood.not_asserted().unwrap_or("no rule reads these words");
        self.subject_of(from, to);
        let named = self.c.all.get(from..to).unwrap_or(&[]).iter().any(is_somebody);
        self.items.push(Item::Unread { from, to, why, named: named || another });
        self.passing_time(from, to);
    }

    /// The verb behind a comma is of whoever those words name, not of the one of before.
    fn leave_to_nobody(&mut self, from: usize, to: usize, names: bool) {
        // "The increase, at 8 %, was its largest": who that verb speaks of, no rule read.
        // "X is sixth; its predecessor, ninth with 4 trillion, lost half".
        const BEGINS: &crate::token::Words = words![".", ";", "while", "whereas", "and", "but", "as"];
        let starts = from == 0 || Chunks { at: from - 1, ..self.c }.is(0, BEGINS);
        if starts
            && !names
            && self.c.is(0, words![","])
            && is_bare_subject(Chunks { at: from, ..self.c }.until(to))
        {
            self.focus = None;
            self.lost = true;
        }
    }

    /// "Coding agents drove the growth: their usage rose": does a clause that no rule read
    /// begin with somebody whom the vocabulary does not know?
    pub(super) fn is_about_another(&self, from: usize) -> bool {
        let before = Chunks { at: from, ..self.c }.word_before();
        let begins = from == 0 || matches!(before, "." | ";" | ":" | "—" | "–" | "and" | "but" | "while");
        let word = |chunk: &&Chunk<'_>| matches!(chunk.phrase, Phrase::Word(_) | Phrase::Number(_));
        let first = self.c.all.get(from).filter(word).map(|chunk| chunk.first);
        // "and the other, in ninth place, was Y".
        let c = Chunks { at: from, ..self.c };
        let other = c.is(0, words!["the"]) && c.is(1, words!["other", "others", "rest", "remainder"]);
        begins && other && is_stop(c, 2)
            || begins && first.is_some_and(|first| begins_with_another(self.c.tokens.skip(first)))
    }

    /// "A Norvane spokesperson said that its own traffic rose": it is that of the one who
    /// says it, where that one has a name. "Analysts said", "data showed" say it of others.
    pub(super) fn of_who_says(&mut self, count: usize) {
        let from = self.c.at;
        let behind = self.c.skip(count);
        let its = behind.is(0, words!["it", "its", "they", "their"]);
        let said = Chunks { at: from, ..self.c }.until(from + count);
        let others =
            (0..count).any(|ahead| said.is(ahead, sources::COUNTS) || said.is(ahead, words!["according"]));
        let named = |ahead: usize| match said.get(ahead) {
            Some(Chunk { phrase: Phrase::Name(_), .. }) => true,
            Some(chunk) => {
                let text = said.text(chunk.first);
                let entry = said.entry(ahead);
                let lone = ahead == 0 && (text.ends_with('s') || !entry.is_unknown() && !entry.source);
                let grammatical = crate::en::lexicon::is_grammatical(said.word(ahead)) || text.len() < 2;
                text.starts_with(char::is_uppercase) && !lone && !grammatical
            }
            None => false,
        };
        if !its || others || said.is(0, words!["it", "they", "he", "she"]) || !(0..count).any(named) {
            return;
        }
        self.focus = None;
        self.topic = None;
        self.lost = true;
        let why = "who says it, is nobody of the vocabulary";
        self.items.push(Item::Unread { from, to: from + count, why, named: true });
    }

    /// "It fell to second. It had led for just one week": up to the week before.
    pub(super) fn is_over(&self, piece: &Piece, own: &super::super::Adjuncts) -> bool {
        self.relative || own.weeks.is_some() && matches!(piece.act, Act::Rank { .. } | Act::Change { .. })
    }

    /// "X made headlines, falling 5 %": a name, its verb and nobody else; what
    /// follows with a participle is said of X.
    pub(super) fn subject_of(&mut self, from: usize, to: usize) {
        let stretch = self.c.all.get(from..to).unwrap_or(&[]);
        let c = Chunks { at: from, ..self.c }.until(to);
        // "X was the only southern model to grow": what it was, is nobody else.
        let noun =
            c.len() > 2 && c.is(1, words!["was", "is", "became"]) && c.is(2, words!["the", "a", "one"]);
        let somebody = |chunk: &&Chunk<'_>| {
            is_somebody(chunk) && !(noun && matches!(chunk.phrase, Phrase::Adjective(_)))
        };
        let one = stretch.iter().filter(somebody).count() == 1;
        let first = matches!(stretch.first(), Some(Chunk { phrase: Phrase::Name(_), .. }));
        let verb = c.len() > 1 && !c.is(1, words!["'s", "’s", "'", "’"]) && {
            let word = c.word(1);
            c.verb(1).is_some_and(|verb| is_finite(verb.form) && c.noun(1).is_none())
                || (word.ends_with("ed") || word.ends_with('s')) && c.entry(1).is_unknown()
        };
        let participle = self.c.is(0, words![","])
            && self.c.verb(1).is_some_and(|verb| verb.form == Form::Ing && verb.frames != Frames::NONE);
        if !(one && first && verb && participle) {
            return;
        }
        if let Some((rest, np)) = noun_phrase(c).filter(|(_, np)| matches!(np.who, Who::Named(_)))
            && rest.at == from + 1
        {
            self.focus = Some(np);
        }
    }

    /// "X stole the show": the only one that words name, if they begin with it and go on
    /// with a word that the grammar does not know.
    pub(super) fn subject_alone(&self, from: usize, to: usize) -> Option<Np> {
        let stretch = self.c.all.get(from..to).unwrap_or(&[]);
        let one = stretch.iter().filter(|chunk| is_somebody(chunk)).count() == 1;
        let c = Chunks { at: from, ..self.c }.until(to);
        let (rest, np) = noun_phrase(c).filter(|(_, np)| matches!(np.who, Who::Named(_)) && one)?;
        let word = rest.word(0);
        let unknown =
            rest.entry(0) == Entry::default() && word.len() > 2 && !crate::en::lexicon::is_grammatical(word);
        (np.about == About::Nothing && unknown).then_some(np)
    }

    /// "At 5.4 trillion tokens, X was almost on a par with Y (5.5 trillion)": the figure in front
    /// of a clause that no rule read is of nobody whom the words behind it name.
    pub(super) fn drop_pending(&mut self, from: usize, to: usize) {
        let verb = (from..to)
            .any(|place| Chunks { at: place, ..self.c }.verb(0).is_some_and(|verb| is_finite(verb.form)));
        if verb && !self.pending.pieces.is_empty() {
            self.leave_pending();
            self.pending = Outcome::default();
        }
    }

    /// "Posting an 11.5 % gain, X stood out": of X, whatever its clause says.
    pub(super) fn release_to_topic(&mut self, from: usize, to: usize) {
        let limited = (from..to).any(|place| {
            Chunks { at: place, ..self.c }
                .is(0, words!["among", "excluding", "users", "customers", "except", "if"])
        });
        let directly = from > 0 && Chunks { at: from - 1, ..self.c }.is(0, words![","]);
        let plain = self.pending.adjuncts == Adjuncts::default() && self.mood == Mood::Plain && !self.limited;
        if self.pending.pieces.is_empty() || limited || !directly || !plain {
            return;
        }
        let Some(subject) = self.topic.clone().or_else(|| self.subject_alone(from, to)) else { return };
        self.focus = Some(subject);
        self.release_pending(&[], Mood::Plain);
        self.focus = None;
    }
}
