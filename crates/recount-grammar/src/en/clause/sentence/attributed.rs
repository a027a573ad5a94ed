//! Who says it: `according to the tracker`, `data showed that`, `it is true that`.

use super::*;

impl Parser<'_> {
    /// An attribution beside a clause, or words in front that say whether what follows is so.
    pub(super) fn attributed(&mut self) -> bool {
        if let Some(count) = attribution(self.c) {
            self.close_unread();
            if is_false_source(self.c, count) {
                self.take_back(self.c.at, Mood::Denied);
                self.mood = Mood::Denied;
                self.base_mood = Mood::Denied;
            }
            // "according to forecasts": it is still to come.
            if (0..count).any(|ahead| {
                self.c.is(ahead, words!["forecast", "forecasts", "projection", "projections", "predictions"])
            }) {
                self.take_back(self.c.at, Mood::Forecast);
                self.mood = Mood::Forecast;
                self.base_mood = Mood::Forecast;
            }
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
            self.of_who_says(count);
            self.c = self.c.skip(count);
            return true;
        }
        false
    }
}
