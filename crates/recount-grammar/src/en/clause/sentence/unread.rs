//! Whom words speak of that no rule read.

use super::*;

/// Is it the name of a thing or a group?
pub(super) fn is_somebody(chunk: &Chunk<'_>) -> bool {
    match &chunk.phrase {
        Phrase::Name(names) | Phrase::Adjective(names) => crate::en::phrase::subjects(names).next().is_some(),
        _ => false,
    }
}

impl Parser<'_> {
    /// "X made headlines, falling 5 %": a name, its verb and nobody else; what
    /// follows with a participle is said of X.
    pub(super) fn subject_of(&mut self, from: usize, to: usize) {
        let stretch = self.c.all.get(from..to).unwrap_or(&[]);
        let c = Chunks { at: from, ..self.c }.until(to);
        let one = stretch.iter().filter(|chunk| is_somebody(chunk)).count() == 1;
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
}
