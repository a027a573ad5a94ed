//! A maker that speaks of its own things: "X announced today that its models processed 2 trillion tokens": those of X did.

use super::draft::{Draft, Recast};
use super::named;
use crate::en::clause::{About, Who};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};
use recount_model::Subject;

/// "[X said that] its models": X's.
pub(super) fn own_models(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (end, np) = named(c, start)?;
    let group = matches!(&np.who, Who::Named(names)
        if matches!(names.as_slice(), [name] if matches!(name.as_slice(), [Subject::Group(_)])));
    if !group || np.about != About::Nothing || np.share {
        return None;
    }
    let told = |place: usize| matches!(c.phrase(place), Some(Phrase::Time(_))) || c.entry(place).adverb;
    let verb = (end..end + 3).find(|place| !told(*place))?;
    let says = c.verb(verb).is_some_and(|verb| verb.frames.any(Frames::SAY));
    let that = (verb + 1..verb + 4).find(|place| !told(*place))?;
    let its = that + usize::from(c.is(that, words!["that"]));
    let things = c.is(its, words!["its", "their"])
        && c.noun(its + 1) == Some(Noun::Thing)
        && c.word(its + 1).ends_with('s');
    let draft = || Draft::new(c).keep(0, its).again(start, end).say("'s", its).keep(its + 1, c.len());
    (says && things).then(|| draft().done())
}
