//! What a statement leaves for those behind it: "the lead has shrunk" is of the one who was
//! told to be ahead, over the other; "that" is the figure that was said last.

use super::super::places::Ahead;
use super::*;

impl Discourse<'_> {
    /// The same with both their names; `None` where it speaks of no such lead.
    pub(super) fn whose_lead(&self, said: &Said) -> Result<Option<Said>> {
        let Act::Compare { object, .. } = &said.act else { return Ok(None) };
        let nobody = said.adjuncts.apart && said.who.who == Who::Carried && object.who == Who::Other;
        if !nobody {
            return Ok(None);
        }
        // "The order was reversed": when, and who was ahead?
        let timed = !Self::own_times(said).is_empty() || self.fronted.is_some();
        if said.adjuncts.reversed && (!timed || self.unread_before) {
            return Err(Refusal::unread("who was ahead, and when, is not said"));
        }
        let Some(Ahead { who: ahead, of: behind }) = &self.ahead else {
            return match self.unread_before || said.adjuncts.reversed {
                true => Err(Refusal::unread("whose lead it is, is not said")),
                false => Ok(None),
            };
        };
        // "Its lead": where that is the one who is ahead.
        let mut said = said.clone();
        let (one, other) = if said.adjuncts.reversed { (behind, ahead) } else { (ahead, behind) };
        if let Act::Compare { object, .. } = &mut said.act {
            object.who = Who::Named(other.clone());
        }
        said.who.who = Who::Named(one.clone());
        Ok(Some(said))
    }

    /// Keeps who is ahead of whom.
    pub(super) fn keep_lead(&mut self, said: &Said, subjects: &[Vec<Subject>]) {
        let Act::Compare { object, value, .. } = &said.act else { return };
        let Who::Named(names) = &object.who else { return };
        // "The gap between the two" does not say who is ahead.
        if said.adjuncts.either {
            return;
        }
        self.ahead = match (!said.negated && said.mood == Mood::Plain, value.falling) {
            (false, _) => None,
            (true, false) => Some(Ahead { who: subjects.to_vec(), of: names.clone() }),
            (true, true) => Some(Ahead { who: names.clone(), of: subjects.to_vec() }),
        };
    }

    /// "The remaining 28 %": of what the share before was a part.
    pub(super) fn same_whole(&self) -> Result<Subjects> {
        let unsaid = || Refusal::unread("of what it is the rest, is not said");
        let whole = self.several.whole.now.as_ref().or(self.several.whole.before.as_ref());
        whole.cloned().flatten().ok_or_else(unsaid)
    }

    /// "X made up 44 % of that, Y 33 %": of what the share before it in the sentence was told.
    pub(super) fn whole_told_here(&self) -> Result<Subjects> {
        let unsaid = || Refusal::unread("which figure is meant, is not said");
        self.several.whole.now.clone().flatten().ok_or_else(unsaid)
    }

    /// "X's share was 2.3 %. A week earlier, it was 2 %": of the same whole.
    pub(super) fn as_share(&self, said: &Said) -> Result<Option<Said>> {
        let Act::Share { value, .. } = &said.act else { return Ok(None) };
        if !said.adjuncts.of_share {
            return Ok(None);
        }
        let told = self.several.whole.now.as_ref().or(self.several.whole.before.as_ref());
        // Of that week the share was told just now; of several shares it may be either. "Now it is 9 %".
        let now = said.adjuncts.present == Some(true) && !said.adjuncts.perfect;
        let timed = now || !Self::own_times(said).is_empty() || self.fronted.is_some();
        let those = if self.mentioned.is_empty() { &self.mentioned_before } else { &self.mentioned };
        // "X's share was 13 %. Y's was 14 %": that of Y.
        let named = matches!(said.who.who, Who::Named(_));
        let unsure = !named && (!timed || those.len() > 1);
        if unsure || self.unread_before || self.change_told || told.is_none_or(Option::is_none) {
            return Err(Refusal::unread("what the percentage is of, is not said"));
        }
        let whole = Np { who: Who::SameWhole, ..Np::carried(said.who.span) };
        let act = Act::Share { value: value.clone(), whole: Some(whole), top: None };
        Ok(Some(Said { act, ..said.clone() }))
    }

    /// Keeps of what a share was told; not where it was one of the top n.
    pub(super) fn keep_whole(&mut self, said: &Said, claims: &[Claim]) {
        if let Act::Share { top, .. } = &said.act {
            let whole = claims.last().map(|claim| claim.assertion.object.clone());
            self.several.whole.now = Some(whole.filter(|_| top.is_none()));
            self.several.whole_metric = claims.last().map(|claim| claim.assertion.metric);
            self.change_told = false;
        } else if matches!(said.act, Act::Change { .. }) {
            self.change_told = true;
        }
    }

    /// "No other model is above 6 trillion": whose figure was told last, if it is.
    pub(super) fn whose_figure_is_above(&self, least: &Quantity) -> Result<Vec<Vec<Subject>>> {
        let unsaid = || Refusal::unread("who the only one is, is not said");
        let low = |value: &Quantity| value.written().low.map(|low| low.value);
        let (subjects, _) = self.figure.as_ref().ok_or_else(unsaid)?;
        let above = matches!((self.scale.as_ref().and_then(low), low(least)), (Some(told), Some(least)) if told >= least);
        match above && is_one_thing(subjects) {
            true => Ok(subjects.clone()),
            false => Err(unsaid()),
        }
    }

    /// "…, less than the 17.1 trillion of the week before. That had been a record": of that
    /// week; "that was a record" may be of either.
    pub(super) fn of_the_week_of_a_figure(&self, said: &Said, placed: &mut Placed) {
        // "Back then that was 49 % of the total": of that week, too.
        let record = matches!(said.act, Act::Record(_));
        let told = record || matches!(said.act, Act::Share { .. });
        let told = told && said.who.who == Who::Figure;
        let untimed = Self::own_times(said).is_empty() && self.figure.is_some();
        let week = self.figure_of.filter(|week| told && untimed && Some(*week) != placed.period);
        match week {
            Some(week) if record && said.adjuncts.earlier => placed.period = Some(week),
            other => placed.others.extend(other),
        }
    }

    /// Keeps whose figure a level was, for the sentences behind it.
    pub(super) fn keep_figure(
        &mut self,
        said: &Said,
        subjects: Vec<Vec<Subject>>,
        metric: MetricId,
        period: Option<Period>,
    ) {
        if matches!(said.act, Act::Level { .. }) && said.anchor != Anchor::Before && !said.who.share {
            self.figure = Some((subjects, metric));
            self.figure_of = period;
            self.scale = match &said.act {
                Act::Level { value, .. } => Some(value.clone()),
                _ => None,
            };
            self.fresh_figure = true;
        } else if matches!(said.act, Act::Share { .. }) {
            self.figure = None;
        } else if let (Act::Change { .. }, [one]) = (&said.act, said.adjuncts.counted.as_slice()) {
            // "Shed 102 points, or 4.7 %": what the percentage is of, too.
            self.moved = (*one == metric).then_some((subjects, metric));
        }
    }
}
