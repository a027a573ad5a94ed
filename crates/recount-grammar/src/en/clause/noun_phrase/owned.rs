//! What of a name is meant: `X's weekly volume`, `X's share of all tokens`, `X
//! on the platform`.

use super::*;
use crate::en::clause::{adjunct, share};

impl<'p> Builder<'p> {
    /// "'s weekly volume", "call volume", "share".
    pub(super) fn what_of_them(&mut self) {
        let mut look = self.c;
        if look.is(0, &["'s", "’s", "'", "’"]) {
            look = look.skip(1);
        }
        let start = look;
        let mut window = self.np.window;
        while is_modifier(look) || look.is(0, WINDOWS) {
            if look.is(0, WINDOWS) && !look.is(0, &["average"]) {
                window = Window::Another;
            }
            let head = matches!(look.noun(0), Some(Noun::Volume | Noun::Share | Noun::Total));
            let more = matches!(look.noun(1), Some(Noun::Volume | Noun::Share | Noun::Total))
                || matches!(look.phrase(1), Some(Phrase::Name(n)) if metric(n).is_some());
            if head && !more {
                break;
            }
            look = look.skip(1);
        }
        if let Some(Phrase::Name(names)) = look.phrase(0)
            && let Some(metric) = metric(names)
        {
            self.np.about = About::Metric(metric);
            self.np.window = window;
            self.c = look.skip(1);
            if self.c.noun(0) == Some(Noun::Share) {
                self.np.share = true;
                self.step(1);
                self.of_everything();
            }
            return;
        }
        self.head(start, look, window);
    }

    /// The noun that says what of them is meant; `start` is the first word
    /// behind the name, `look` the noun.
    fn head(&mut self, start: Chunks<'p>, look: Chunks<'p>, mut window: Window) {
        // "X's tokens".
        if let Some(Phrase::Name(names)) = look.phrase(0)
            && let [metric] = units(names).as_slice()
            && start.at > self.c.at
        {
            self.np.about = About::Metric(*metric);
            self.np.window = window;
            self.c = look.skip(1);
            return;
        }
        match look.noun(0) {
            Some(Noun::Share) => {
                self.np.share = true;
                self.np.window = window;
                self.c = look.skip(1);
                self.of_everything();
                return;
            }
            Some(Noun::Total) => {
                // "its total": of the week, or of all time?
                let weekly = (start.at..look.at).any(|place| {
                    look.all.get(place).is_some_and(|chunk| look.lower(chunk.first) == "weekly")
                });
                self.np.about = About::Generic;
                window = if weekly { window } else { Window::Another };
            }
            Some(Noun::Volume) => self.np.about = About::Generic,
            Some(Noun::Thing) if look.at == start.at => {
                self.c = look.skip(1);
                return;
            }
            _ => {
                // "X's" alone stands for the figure of X.
                if start.at > self.c.at && boundary_after_possessive(start) {
                    self.c = start;
                }
                return;
            }
        }
        self.np.window = window;
        self.c = look.skip(1);
    }

    /// "X's share of all tokens", "X's share of the market".
    pub(super) fn of_everything(&mut self) {
        let Some((rest, of)) = share::whole(self.c).filter(|(_, of)| of.top.is_none()) else {
            return;
        };
        match of.whole {
            None => self.c = rest,
            Some(whole) if whole.who == Who::Total => {
                self.c = rest;
                if self.np.about == About::Nothing {
                    self.np.about = whole.about;
                }
            }
            Some(whole) => {
                self.c = rest;
                self.np.of = Some(Box::new(whole));
            }
        }
    }

    /// "X on the platform", where the platform is the source of the figures.
    pub(super) fn at_source(&mut self) {
        if self.c.is(0, &["on", "at", "via", "through"])
            && let Some(rest) = adjunct::at_source(self.c.skip(1))
        {
            self.c = rest;
        }
    }

    /// "models of the south from Alder and Birch".
    pub(super) fn from(&mut self) {
        if !self.c.is(0, &["from"]) {
            return;
        }
        if let Some((rest, inner)) = noun_phrase(self.c.skip(1))
            && let Who::Named(names) = inner.who
            && inner.about == About::Nothing
        {
            self.np.narrowed = names;
            self.c = rest;
        }
    }
}

/// Does a possessive stand at the end of its phrase: "exceeds X's."?
fn boundary_after_possessive(c: Chunks<'_>) -> bool {
    c.is_empty()
        || c.is(0, &[",", ".", ";", ")", "for", "by", "in", "and", "but", "—", "–", "!", "?"])
        || matches!(
            c.phrase(0),
            Some(Phrase::Amount { .. } | Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_))
        )
}
