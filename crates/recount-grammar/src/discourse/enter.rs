//! Before a sentence: what stands over it, and what is over with the paragraph
//! before.

use jiff::civil::Date;

use super::{Discourse, Hint};

impl Discourse<'_> {
    /// Starts what stands under a heading, in a list or in a table.
    pub fn enter(&mut self, hint: &Hint) {
        if let Some(subject) = &hint.subject {
            self.subject = vec![subject.clone()];
            self.unread_before = false;
            self.resumed.entitle();
        }
        self.hinted = hint.metric.or(self.hinted);
        self.hinted_alone = if hint.metric.is_some() { hint.sole_metric } else { self.hinted_alone };
        if let Some(placed) = hint.time.as_ref().and_then(|time| self.place_one(time, hint.metric))
            && !self.is_day_of_publication(&placed)
        {
            self.paragraph = placed.period.or(self.paragraph);
            // A caption over the first figures: the prose behind them goes on about its week.
            let first = self.period.is_none() && self.setting.week.is_none() && placed.week;
            self.period = self.period.or(placed.period.filter(|week| first && week.days() == 7));
            self.headed = true;
        }
        self.foreign |= hint.foreign;
    }

    /// What comes is prose: a heading over it need not say what each of its figures counts.
    pub const fn prose(&mut self) {
        self.hinted_alone = None;
    }

    /// Goes into what was written on another day, and may speak of another week,
    /// than the rest of the article; `None`: back to the rest.
    pub fn write_on(&mut self, day: Option<Date>) {
        if self.entry == day {
            return;
        }
        if self.entry.is_none() {
            self.rest = (self.setting.published, self.setting.week, self.period);
        }
        self.entry = day;
        let (published, week, period) = self.rest;
        (self.setting.published, self.setting.week, self.period) = match day {
            Some(day) => (Some(day), None, None),
            None => (published, week, period),
        };
    }

    /// A new paragraph, item or row: what is counted in the one before is over.
    pub const fn new_block(&mut self) {
        self.foreign = false;
        self.elsewhere = false;
        self.figure_unread = false;
        self.draft = false;
        // "A week earlier it was the other way round.": in the item that says so.
        if let Some(before) = self.turned_from.take() {
            self.paragraph = before;
        }
    }

    /// What comes is the headline, or no longer it.
    pub fn entitle(&mut self, headline: bool) {
        // "# X overtakes Y ¶ It processed 4 trillion tokens": X, as in a sentence.
        self.of_title = if self.title && !headline { self.subject.clone() } else { Vec::new() };
        self.title = headline;
    }

    /// What comes is an item of a list, under words that give its numbers this
    /// power of ten; `None` for anything else.
    pub const fn list(&mut self, item: Option<Option<i32>>) {
        self.listed = item;
    }

    /// A new paragraph: who "it" is does not carry over, but from one paragraph
    /// of running prose to the next "the model" and "its" may still tell.
    pub fn new_paragraph(&mut self, goes_on: bool) {
        let last = std::mem::take(&mut self.subject);
        // "That is a lot.": a paragraph that speaks of nobody.
        let last = if self.resumed.is_open() && !self.before.is_empty() { Vec::new() } else { last };
        let named = if self.mentioned.is_empty() { &self.mentioned_before } else { &self.mentioned };
        self.resumed.new_paragraph(goes_on, last.is_empty() && self.before.is_empty(), named);
        let last = if last.is_empty() { std::mem::take(&mut self.before) } else { last };
        self.before = if goes_on { last } else { Vec::new() };
        self.paragraph = None;
        self.several.new_paragraph(goes_on);
        self.headed = false;
        self.now.new_paragraph();
        self.foreign = false;
        self.elsewhere = false;
        self.draft = false;
        self.singled_here.clear();
        self.unread_before = false;
        self.list = None;
        self.aside = None;
        self.unread_week = None;
        self.stretch = None;
        self.last_told = self.last_told.filter(|_| goes_on);
        self.hinted = None;
        self.hinted_alone = None;
        self.rank = None;
        self.rank_list = None;
        self.ahead = None;
        // "X handled 4 trillion tokens. ¶ That was 8 % more": a paragraph is often one sentence.
        self.figure = self.figure.take().filter(|_| goes_on);
        let told = std::mem::take(&mut self.mentioned);
        self.mentioned_before.clear();
        if !self.of_title.is_empty() && told.len() < 3 {
            self.before.clone_from(&self.of_title);
            self.mentioned_before = told;
        }
        let around = std::mem::take(&mut self.around);
        self.around_all.extend(around);
        self.around_above = if goes_on { std::mem::take(&mut self.around_all) } else { Vec::new() };
        self.around_above.dedup();
        self.around_all.clear();
    }

    /// Whose names stand in the sentence that comes, and by which list it goes.
    pub fn names(&mut self, hint: &Hint, words: &str) {
        self.around_before = std::mem::replace(&mut self.around, hint.named.clone());
        for one in &self.around_before {
            if !self.around_all.contains(one) {
                self.around_all.push(*one);
            }
        }
        self.foreign_here = hint.foreign;
        self.elsewhere_here = hint.elsewhere;
        self.elsewhere &= !hint.counts;
        let told = hint.time.as_ref().and_then(|time| self.place_one(time, hint.metric)?.period);
        self.hinted_weeks = [told, self.hinted_weeks[0]];
        self.now.words(words, told);
        let before = std::mem::replace(&mut self.singled_here, hint.lists.clone());
        self.singled_before = before;
    }
}
