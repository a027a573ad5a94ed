//! What is counted, and then of whom: `the weekly volume of X`, `total volume`.

use super::*;

impl Builder<'_> {
    /// "Platform volume": that of all of it, behind the word for where it all happens.
    pub(super) fn is_of_the_field(&self) -> bool {
        let volume = self.c.noun(1) == Some(Noun::Volume)
            || matches!(self.c.phrase(1), Some(Phrase::Name(names)) if metric(names).is_some());
        volume && !self.possessive
    }

    /// "[Norvane's] freshly released Atlas", "[its] new Atlas": how many words stand before the
    /// name, none where no name follows.
    pub(super) fn fresh(&self, from: usize) -> usize {
        const FRESH: &crate::token::Words = words![
            "new", "newest", "latest", "freshly", "newly", "recently", "just", "released", "launched",
            "flagship", "popular", "cheaper", "bestselling", "top", "leading", "hit", "budget", "fast", "-",
        ];
        let count = (0..4).take_while(|ahead| self.c.is(from + ahead, FRESH)).count();
        let named = matches!(self.c.phrase(from + count), Some(Phrase::Name(names)) if subjects(names).next().is_some());
        if named { count } else { 0 }
    }

    /// A figure before its owner: "the weekly volume of X", "the share of
    /// requests going to X", "total volume".
    pub(super) fn figure(&mut self) -> Option<()> {
        let mut total = self.total;
        if let Some(Phrase::Name(names)) = self.c.phrase(0) {
            if let Some(metric) = metric(names).or_else(|| units(names).first().copied()) {
                self.np.about = About::Metric(metric);
            } else {
                self.np.scope = scope(names);
                // "its charted models" are theirs.
                self.np.who = if self.possessive { Who::Carried } else { Who::Total };
                self.step(1);
                return Some(());
            }
        } else if self.c.noun(0) == Some(Noun::Share) {
            self.np.share = true;
        } else {
            self.np.about = About::Generic;
            total |= self.c.noun(0) == Some(Noun::Total);
        }
        let bare_total = self.c.noun(0) == Some(Noun::Total) && !self.determined && !self.of_a_week();
        self.step(1);
        self.its_words();
        if self.c.noun(0) == Some(Noun::Share) {
            self.np.share = true;
            self.step(1);
        } else if (self.c.noun(0) == Some(Noun::Volume) || self.c.is(0, words!["use"]))
            && matches!(self.np.about, About::Metric(_))
        {
            // "the weekly token count".
            self.step(1);
        }
        self.at_source();
        total |= self.on_field();
        let amount = matches!(self.c.phrase(0), Some(Phrase::Amount { .. }));
        if bare_total && !amount && !self.c.is(0, words!["of", "for", ":", "—", "–", "("]) {
            return None;
        }
        // "their share of all tokens" is theirs already: what stands behind "of"
        // is the whole.
        if self.possessive && self.np.share {
            self.of_everything();
            return Some(());
        }
        if self.owner_behind() {
            if self.np.share {
                self.of_everything();
            }
            return Some(());
        }
        // "The number of claims rose": all of them.
        if self.np.about != About::Nothing
            && self.c.is(0, words!["of"])
            && let Some(Phrase::Name(names)) = self.c.phrase(1)
            && let Some(metric) = metric(names).or_else(|| units(names).first().copied())
        {
            self.np.about = About::Metric(metric);
            self.step(2);
            total |= self.processed_there();
        }
        // "A total equal to 4 % of all tokens" is somebody's.
        let some = Chunks { at: self.start, ..self.c }.is(0, words!["a", "an"]);
        if total && !some && !self.possessive && !self.np.share {
            self.np.who = Who::Total;
        }
        self.np.bare = !self.possessive && self.np.who == Who::Carried;
        Some(())
    }

    /// "Last week's [total]": of everything.
    fn of_a_week(&self) -> bool {
        let told = self.start.checked_sub(2).and_then(|at| self.c.all.get(at));
        told.is_some_and(|chunk| {
            matches!(chunk.phrase, Phrase::Time(_))
                && self.c.lower(chunk.end.saturating_sub(1)) == "week"
                && matches!(Chunks { at: self.start, ..self.c }.word_before(), "'s" | "’s")
        })
    }

    /// "[the number of tokens] processed via the platform", "processed last week": did words say
    /// that it is of all of it?
    fn processed_there(&mut self) -> bool {
        let processed = self.c.verb(0).is_some_and(|verb| {
            verb.frames.any(Frames::USE) && matches!(verb.form, Form::Past | Form::Participle)
        });
        if !processed || self.c.is(1, words!["by", "for", "with"]) {
            return false;
        }
        self.step(1);
        self.at_source();
        self.on_field()
    }

    /// "total call volume of X", where the words before "of" are a name of everything: X's.
    pub(super) fn volume_of_another(&mut self) -> bool {
        let last =
            self.c.at.checked_sub(1).and_then(|at| self.c.all.get(at)).and_then(|c| c.end.checked_sub(1));
        let volume = last
            .is_some_and(|last| crate::en::lexicon::look_up(self.c.lower(last)).noun == Some(Noun::Volume));
        if !volume || !self.c.is(0, words!["of", "for", "by", "from"]) {
            return false;
        }
        let Some((rest, inner)) = noun_phrase(self.c.skip(1)) else { return false };
        if !matches!(inner.who, Who::Named(_)) || inner.about != About::Nothing || inner.share {
            return false;
        }
        self.np = Np { about: About::Generic, ..inner };
        self.c = rest;
        true
    }

    /// "of X", "for X", "of requests going to X".
    pub(super) fn owner_behind(&mut self) -> bool {
        let mut look = self.c;
        // "requests to X", "throughput at X": only directly before a name.
        let near = look.is(0, words!["to", "at", "through", "via"])
            && match look.phrase(1) {
                Some(Phrase::Name(names)) => subjects(names).next().is_some(),
                other => matches!(other, Some(Phrase::Adjective(_))),
            };
        // "tokens processed by X".
        let used = look.verb(0).is_some_and(|verb| {
            verb.frames.any(Frames::USE) && matches!(verb.form, Form::Past | Form::Participle)
        }) && look.is(1, words!["by", "on", "through", "via", "with"])
            && matches!(self.np.about, About::Metric(_));
        // "tokens going through X", "tokens flowing to X".
        let flows = look.is(0, words!["going", "flowing", "running", "passing", "moving", "routed", "sent"])
            && look.is(1, words!["through", "to", "via"])
            && matches!(look.phrase(2), Some(Phrase::Name(names)) if subjects(names).next().is_some());
        let used = used || flows && matches!(self.np.about, About::Metric(_));
        // "tokens routed to X".
        let used = used || look.is(0, words!["routed", "sent", "directed"]) && look.is(1, words!["to"]);
        if !near
            && !used
            && !look.is(0, words!["of", "for", "from", "by", "in", "on", "going", "held", "across"])
        {
            return false;
        }
        look = look.skip(1 + usize::from(used));
        for _ in 0..6 {
            if let Some((rest, inner)) = noun_phrase(look)
                && inner.is_named()
            {
                let keep = self.np.about;
                let about = match (keep, inner.about) {
                    // "the number of deaths in X": of deaths.
                    (About::Nothing, about) | (About::Generic, about @ About::Metric(_)) => about,
                    _ => keep,
                };
                self.np.who = inner.who;
                self.np.about = about;
                self.np.narrowed = inner.narrowed;
                self.np.together |= inner.together;
                self.np.scope = self.np.scope.or(inner.scope);
                self.np.top = self.np.top.or(inner.top);
                self.c = rest;
                return true;
            }
            let metric_or_unit = matches!(look.phrase(0), Some(Phrase::Name(_)));
            let filler = look.is(0, SHARE_OF)
                || look.is(0, words!["all", "the"])
                || look.entry(0).known
                || look.noun(0) == Some(Noun::Volume)
                || metric_or_unit;
            if !filler {
                return false;
            }
            // "The number of users of X": of what there are so many.
            if let Some(Phrase::Name(names)) = look.phrase(0)
                && let Some(metric) = metric(names).or_else(|| units(names).first().copied())
                && matches!(self.np.about, About::Nothing | About::Generic)
            {
                self.np.about = About::Metric(metric);
            }
            look = look.skip(1);
        }
        false
    }

    /// "their counterparts [in the south]", "its nearest rival, X".
    pub(super) fn counterpart(&mut self) -> Option<()> {
        self.np.who = Who::Other;
        self.step(1);
        // "its nearest rival, X": X.
        if self.c.is(0, words![","])
            && let Some(Phrase::Name(names)) = self.c.phrase(1)
            && let found = subjects(names).collect::<Vec<Subject>>()
            && !found.is_empty()
            && crate::en::clause::fronted::is_stop(self.c, 2)
        {
            self.np.who = Who::Named(vec![found]);
            let closed = self.c.is(2, words![","]) && self.c.is(3, words!["by"]);
            self.step(if closed { 3 } else { 2 });
            return Some(());
        }
        // "their counterparts in the south".
        if self.c.is(0, words!["in", "from"])
            && let Some((rest, inner)) = noun_phrase(self.c.skip(1))
            && matches!(inner.who, Who::Named(_))
            && inner.about == About::Nothing
        {
            self.np.who = inner.who;
            self.c = rest;
        }
        Some(())
    }
}
