//! Verbs of which a figure is an end: `exceeded 4 trillion`, `approached 4 trillion`.

use recount_model::{Hedge, Quantity};

use super::Group;
use crate::en::lexicon::Frames;

impl Group {
    /// Verbs of which a figure is the end that was passed, or nearly reached.
    pub(in crate::en::clause) const BOUNDS: Frames =
        Frames::AHEAD.and(Frames::OVERTAKE).and(Frames::APPROACH);

    /// "topped 4 trillion", "crossed the 4 trillion mark": more than that;
    /// "approached 4 trillion": nearly.
    pub(in crate::en::clause) fn bounded(&self, value: Quantity) -> Quantity {
        let frames = self.verb.frames;
        let hedge = match value.hedge {
            Hedge::Bare if frames.any(Frames::AHEAD.and(Frames::OVERTAKE)) => Hedge::MoreThan,
            Hedge::Bare if frames.any(Frames::APPROACH) => Hedge::Nearly,
            hedge => hedge,
        };
        Quantity { hedge, ..value }
    }
}
