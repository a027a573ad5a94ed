//! Verbs that say something else with the words behind them: `soaked up`, `went down`,
//! `hung on to`, `fought its way`.

mod rows;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::verbs::{self, Form, Frames, Verb};

/// What must stand behind such a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Anything.
    Nothing,
    /// A figure, "a record" one, "more than" somebody's.
    Figure,
    /// A figure, by it, to it or from it.
    Move,
    /// The same, a time, or the end of the clause.
    End,
    /// A figure of its own or of somebody: "its share", "X's lead".
    Own,
    /// A name.
    Name,
    /// A place of the order, or the lead.
    Place,
    /// Whom or what, and "off", "out of", "into", "to" behind it.
    Away,
    /// "at" or "in" with a place, "at", "on" or "with" a figure.
    Stand,
    /// "to", "into", "past", "out of": a place, a name or a figure that it comes to.
    Way,
    /// "a gain of 8 %", "a fifth straight week".
    Gain,
}

/// What a verb with the words behind it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrasal {
    /// The words behind it; none where the verb alone is meant, if what it needs follows.
    pub words: &'static str,
    /// What it says with them.
    pub frames: Frames,
    /// What must follow.
    pub needs: Needs,
}

/// By each form of the verb.
static PHRASALS: LazyLock<FxHashMap<String, Vec<Phrasal>>> = LazyLock::new(|| {
    let mut found: FxHashMap<String, Vec<Phrasal>> = FxHashMap::default();
    for (verbs, behind, frames, needs) in rows::TABLE {
        for (form, _) in verbs.split(", ").flat_map(verbs::forms_of) {
            let phrasals = found.entry(form).or_default();
            phrasals.extend(behind.split(", ").map(|words| Phrasal {
                words,
                frames: *frames,
                needs: *needs,
            }));
        }
    }
    // What has words behind it is tried before the verb alone.
    found.values_mut().for_each(|phrasals| phrasals.sort_by_key(|phrasal| phrasal.words == "-"));
    found
});

/// What the verb of this form can be with words behind it.
pub fn phrasals(form: &str) -> &'static [Phrasal] {
    PHRASALS.get(form).map_or(&[], Vec::as_slice)
}

/// The verbs of each row, parted by commas.
pub(super) fn verbs() -> impl Iterator<Item = &'static str> {
    rows::TABLE.iter().map(|(verbs, ..)| *verbs)
}

/// Every form of these verbs, marked as one that words behind it may change.
pub(super) fn forms() -> impl Iterator<Item = (String, Verb)> {
    let marked = |(text, form): (String, Form)| (text, Verb { frames: Frames::PHRASAL, form });
    rows::TABLE.iter().flat_map(|(verbs, ..)| verbs.split(", ")).flat_map(verbs::forms_of).map(marked)
}
