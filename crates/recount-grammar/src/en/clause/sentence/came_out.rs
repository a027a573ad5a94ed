//! "On June 24, the office released weekly data showing that X …": the day on which the figures came out, not that of which they are.

use super::*;
use crate::en::clause::fronted::is_source;
use crate::en::lexicon::Noun;
use crate::en::phrase::time::{Time, When};
use crate::token::Words;

/// How far from the beginning what came out may stand.
const REACH: usize = 12;

const RELEASED: &Words = words![
    "released", "releases", "published", "publishes", "issued", "issues", "posted", "unveiled", "announced",
    "updated",
];

impl Parser<'_> {
    /// A day in front of who let figures of a week out, and what these show: passed over.
    pub(super) fn came_out(&mut self, time: &Time) -> bool {
        let c = self.c;
        let day = matches!(time.when, When::Day(_) | When::Weekday { .. });
        if !day || c.at > 0 || !c.is(1, words![","]) {
            return false;
        }
        let Some(verb) = (2..REACH).find(|ahead| c.is(*ahead, RELEASED)) else { return false };
        let source = |ahead: usize| is_source(c, ahead) || c.noun(ahead) == Some(Noun::Board);
        let Some(what) = (verb + 1..verb + 7).find(|ahead| source(*ahead)) else { return false };
        let shows = (what + 1..what + 5).any(|ahead| {
            c.is(ahead, words!["showing", "that", "indicating", "revealing", "which", "and", "according"])
        });
        let figures = (2..what).any(|ahead| c.get(ahead).is_some_and(Chunk::is_figure));
        let told = shows && !figures;
        if told {
            self.c = c.skip(2);
        }
        told
    }
}
