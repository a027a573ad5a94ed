//! What is counted, and whose figure it is where only that is said.

use recount_model::vocabulary::Metric;

use super::*;

impl Discourse<'_> {
    /// What it means, and what the words around it say is counted.
    pub(super) fn as_counted(&mut self, said: &Said, text: &str) -> Result<Option<Said>> {
        let ahead = self.still_ahead(said, text)?;
        let said = ahead.as_ref().unwrap_or(said);
        let told = self.as_meant(said)?;
        let told = if told.is_some() { told } else { ahead.clone() };
        let counted = self.counted_by_name(told.as_ref().unwrap_or(said), text);
        Ok(if counted.is_some() { counted } else { told })
    }

    /// "Requests were up 4 %. X received 412 million of them": what the sentence before counted.
    fn counted_before(&self, said: &Said, text: &str) -> Option<MetricId> {
        let bare = is_bare_amount(said);
        let silent = said.who.about == About::Nothing && said.adjuncts.about.is_none();
        let words = said.span.of(text).trim_end_matches(['.', ',', ' ']);
        let them = ["of them", "of these", "of those"].iter().any(|them| words.ends_with(them));
        self.several.before().filter(|_| bare && silent && them)
    }

    /// "X's users rose 3 %. Y's fell 2 %": of the same.
    fn counted_of_those(&self, said: &Said, text: &str) -> Option<MetricId> {
        let words = said.who.span.of(text).trim_end();
        let owner = words.ends_with("'s") || words.ends_with("’s");
        let units = matches!(&said.act, Act::Level { metrics, .. } if !metrics.is_empty());
        let silent = said.who.about == About::Nothing && said.adjuncts.about.is_none() && !said.who.share;
        let plain = matches!(said.act, Act::Level { .. } | Act::Change { .. } | Act::Record(_));
        let counted = said.adjuncts.counted.is_empty() && !units;
        self.metric.filter(|_| owner && silent && plain && counted && matches!(said.who.who, Who::Named(_)))
    }

    /// Keeps what a statement of this sentence says is counted.
    pub(super) fn keep_metric(&mut self, said: &Said) {
        let named = [Some(said.who.about), said.adjuncts.about].into_iter().flatten();
        let mut told = named.filter_map(|about| match about {
            About::Metric(metric) => Some(metric),
            About::Nothing | About::Generic => None,
        });
        self.metric_now = told.next().or(self.metric_now);
    }

    /// The same with the metric that stands in the name of the one who is spoken of: "total token
    /// usage was flat", behind users.
    fn counted_by_name(&self, said: &Said, text: &str) -> Option<Said> {
        if let Some(metric) = self.of_that_figure(said, text).or_else(|| self.short_for(said, text)) {
            let mut said = said.clone();
            said.who.bare &= matches!(said.who.about, About::Metric(_));
            said.who.about = About::Metric(metric);
            return Some(said);
        }
        let bare = is_bare_amount(said).then_some(self.metric_now).flatten();
        if let Some(metric) =
            self.counted_before(said, text).or_else(|| self.counted_of_those(said, text)).or(bare.filter(
                |_| said.who.about == About::Nothing && said.adjuncts.about.is_none() && !said.who.share,
            ))
        {
            let mut said = said.clone();
            said.adjuncts.about = Some(About::Metric(metric));
            return Some(said);
        }
        let metrics = &self.setting.vocabulary.metrics;
        let all = matches!(&said.who.who, Who::Named(names) if self.is_everything(names));
        let plain = said.who.about == About::Nothing && all;
        let silent = said.adjuncts.about.is_none() && said.adjuncts.counted.is_empty();
        let units = matches!(&said.act, Act::Level { metrics, .. } if !metrics.is_empty());
        if metrics.len() < 2 || !plain || !silent || units {
            return None;
        }
        let words = format!(" {} ", said.who.span.of(text).to_lowercase().replace(['-', '’', '\''], " "));
        let named = |metric: &Metric| {
            let all = metric.names.iter().chain(&metric.units);
            all.filter(|name| name.len() > 3)
                .any(|name| words.contains(&format!(" {} ", name.to_lowercase())))
        };
        let mut found = (0u32..).zip(metrics).filter(|(_, metric)| named(metric)).map(|(at, _)| MetricId(at));
        let metric = found.next().filter(|_| found.next().is_none())?;
        let mut said = said.clone();
        said.who.about = About::Metric(metric);
        Some(said)
    }

    /// "The diesel price fell. Prices on the coast rose": of diesel, though "price" alone is the name of another metric.
    fn short_for(&self, said: &Said, text: &str) -> Option<MetricId> {
        let About::Metric(named) = said.who.about else { return None };
        let before = self.several.before_here().filter(|before| *before != named)?;
        let vocabulary = self.setting.vocabulary;
        let words = said.who.span.of(text).to_lowercase();
        let held = |name: &&String| {
            let at = words.find(&name.to_lowercase());
            at.is_some_and(|at| {
                let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                let (front, behind) = words.split_at(at);
                edge(front.chars().next_back()) && edge(behind.chars().nth(name.chars().count()))
            })
        };
        let name = vocabulary.metric(named).names.iter().filter(held).max_by_key(|name| name.len())?;
        let end = format!(" {}", name.to_lowercase());
        let longer = |other: &String| other.to_lowercase().ends_with(&end);
        vocabulary.metric(before).names.iter().any(longer).then_some(before)
    }

    /// "X answered 61 million requests. That figure was up 3 million": of what the sentence before counted.
    fn of_that_figure(&self, said: &Said, text: &str) -> Option<MetricId> {
        const FIGURES: &[&str] = &["figure", "number", "count", "tally", "reading"];
        if said.who.who != Who::Carried || said.who.share {
            return None;
        }
        let words = said.who.span.of(text).trim_end();
        let figure = words.rsplit(' ').next().is_some_and(|last| FIGURES.contains(&last));
        let its = words.split(' ').count() <= 2;
        let silent = !matches!(said.who.about, About::Metric(_)) && said.adjuncts.about.is_none();
        let units = said.adjuncts.counted.as_slice();
        let before = self.several.before().filter(|_| figure && its && silent)?;
        (units.is_empty() || units.contains(&before)).then_some(before)
    }

    /// "Y answered 61 million requests. X answered 56 million.": of the same.
    fn counted_just_before(&self, said: &Said) -> Option<MetricId> {
        let bare = is_bare_amount(said);
        let before = self.several.before().filter(|metric| bare && Some(*metric) == self.setting.metric);
        // "## Requests" over the figures: those of requests, whatever was told before it.
        before.filter(|metric| self.several.is_here() || self.hinted_alone.is_none_or(|over| over == *metric))
    }

    /// What is counted.
    pub(super) fn metric(
        &self,
        said: &Said,
        subjects: &[Vec<Subject>],
        assumptions: &mut Vec<Assumption>,
    ) -> Result<MetricId> {
        let named = match (said.who.about, said.adjuncts.about) {
            (About::Metric(metric), _) | (_, Some(About::Metric(metric))) => Some(metric),
            _ => None,
        };
        if let Act::Level { metrics, value } = &said.act {
            match (metrics.as_slice(), named) {
                ([], Some(metric)) => return Ok(metric),
                ([], None) if value.unit == Unit::Own && self.lacks_unit(said, value) => {
                    return Err(Refusal::unread("a number without a unit"));
                }
                (units, Some(metric)) if units.contains(&metric) => return Ok(metric),
                (_, Some(_)) => {
                    return Err(Refusal::unchecked("the unit is not that of the metric"));
                }
                ([metric, ..], None) => {
                    return Ok(self.setting.metric.filter(|m| metrics.contains(m)).unwrap_or(*metric));
                }
                ([], None) => {}
            }
        }
        if said.adjuncts.sold {
            let other = || Refusal::unchecked("what was sold is not what is counted");
            let sold = self.sold().filter(|sold| named.is_none_or(|named| named == *sold));
            return sold.ok_or_else(other);
        }
        let named = named.or_else(|| said.metric_of_others());
        if let Some(metric) = self.counted_in(said, named) {
            return metric;
        }
        if let Act::Record(RecordHigh { of: Some(metric), .. }) = &said.act {
            return Ok(*metric);
        }
        if let Some(metric) = named {
            return Ok(metric);
        }
        if let (Who::Figure, Some((_, metric))) = (&said.who.who, &self.figure) {
            return Ok(*metric);
        }
        // Places are those of the chart, where the positions themselves are figures.
        if matches!(said.act, Act::Rank { .. } | Act::Follows | Act::Top { .. })
            && let Some(metric) = self.place_metric().or(said.adjuncts.counted.first().copied())
        {
            return Ok(metric);
        }
        if let Some(metric) = self.metric_of_whole(said) {
            return Ok(metric);
        }
        let before = self.of_the_figure(said).or_else(|| self.counted_just_before(said));
        if let Some(metric) = before.or_else(|| self.metric_of_order(said)) {
            assumptions.push(Assumption::Metric);
            return Ok(metric);
        }
        self.metric_of_the_text(said, subjects, assumptions)
    }

    /// The metric of the words above it, or of the article, where nothing near it names one.
    fn metric_of_the_text(
        &self,
        said: &Said,
        subjects: &[Vec<Subject>],
        assumptions: &mut Vec<Assumption>,
    ) -> Result<MetricId> {
        if let Some(metric) = self.metric_of_topic(said).or(self.hinted).or(self.setting.metric) {
            assumptions.push(Assumption::Metric);
            // The words over a list or a table say what it counts, whoever has figures of it.
            let figure = is_bare_amount(said) || matches!(said.act, Act::Change { .. } | Act::Share { .. });
            let told = self.hinted_alone == Some(metric) && figure;
            return if told { Ok(metric) } else { self.that_has_them(said, subjects, metric) };
        }
        if self.setting.vocabulary.metrics.is_empty() {
            return Err(Refusal::unread("the vocabulary has no metric"));
        }
        if self.setting.alone || self.has_period(said) || is_of_the_table(said) {
            assumptions.push(Assumption::Metric);
            return self.that_has_them(said, subjects, MetricId(0));
        }
        Err(Refusal::unchecked("neither a metric that the article speaks of nor a period"))
    }

    /// "A third of them", "it is 9 %": in what the figure, or the share, was counted that was told last.
    fn metric_of_whole(&self, said: &Said) -> Option<MetricId> {
        let Act::Share { whole: Some(whole), .. } = &said.act else { return None };
        match whole.who {
            Who::SameWhole => self.several.whole_metric,
            Who::Carried if whole.about == About::Nothing => self.figure.as_ref().map(|(_, metric)| *metric),
            _ => None,
        }
    }

    /// "Prices fell", where the one who was spoken of has none: those of whom the vocabulary
    /// says it.
    pub(super) fn or_its_owner(
        &self,
        said: &Said,
        subjects: Vec<Vec<Subject>>,
        metric: MetricId,
    ) -> Result<Vec<Vec<Subject>>> {
        let vocabulary = self.setting.vocabulary;
        let has = |names: &Vec<Subject>| names.iter().any(|name| vocabulary.may_count(metric, *name));
        let own = said.who.who != Who::Carried || subjects.iter().all(has);
        match vocabulary.metric(metric).of {
            _ if own => Ok(subjects),
            Some(of) => Ok(vec![vec![of]]),
            None if said.who.about == About::Metric(metric) => {
                Err(Refusal::unread("whose figure it is, is not said"))
            }
            None => Ok(subjects),
        }
    }

    /// The metric that is spoken of, if it may have figures of the one who is: "diesel rose" is
    /// of its price, whatever the rest of the article counts.
    fn that_has_them(&self, said: &Said, subjects: &[Vec<Subject>], spoken: MetricId) -> Result<MetricId> {
        let vocabulary = self.setting.vocabulary;
        let has = |metric: MetricId| {
            let one = |names: &Vec<Subject>| names.iter().any(|name| vocabulary.may_count(metric, *name));
            let priced = said.adjuncts.priced && !vocabulary.metric(metric).may_be_price();
            subjects.iter().all(one) && !priced
        };
        if has(spoken) {
            return Ok(spoken);
        }
        let mut others =
            (0u32..).zip(&vocabulary.metrics).map(|(at, _)| MetricId(at)).filter(|one| has(*one));
        match (others.next(), others.next()) {
            (Some(metric), None) => Ok(metric),
            (Some(_), Some(_)) => Err(Refusal::unread("which of its figures is meant, is not said")),
            (None, _) => Ok(spoken),
        }
    }

    /// "hit 4.19": four of what?
    fn lacks_unit(&self, said: &Said, value: &Quantity) -> bool {
        // "down 2.3 points at 588.0": in that unit.
        if self.moved.as_ref().is_some_and(|(whose, _)| *whose == self.subject) {
            return false;
        }
        let written = value.written();
        let Some(high) = written.high.or(written.low).map(|end| end.value) else { return false };
        // "1,204 admissions, against 902 in X": as large as the last one.
        let scale = self.scale.as_ref().filter(|_| self.figure.is_some());
        let scale = scale.and_then(|value| value.written().high);
        let like = scale.is_some_and(|scale| &high * &Number::from(100) > scale.value);
        // "The number of models rose to 6" is no volume of theirs.
        let unnamed = match said.who.about {
            About::Nothing => high < Number::from(1000),
            About::Generic => high < Number::from(200),
            About::Metric(_) => false,
        };
        unnamed && self.hinted.is_none() && !like
    }

    /// "... 41,169 unadjusted claims, up 6.6 %", "and 18,026 in Y": the metric of
    /// the figure that the same sentence has just given.
    fn of_the_figure(&self, said: &Said) -> Option<MetricId> {
        let moved = self.moved.as_ref().filter(|_| !said.who.share && matches!(said.act, Act::Change { .. }));
        if let Some((_, metric)) = moved.filter(|(whose, _)| *whose == self.subject) {
            return said.adjuncts.counted.is_empty().then_some(*metric);
        }
        let (subjects, metric) = self.figure.as_ref().filter(|_| self.fresh_figure && !said.who.share)?;
        // "412 million requests, more than any other model", "..., ahead of X".
        let of_it =
            matches!(said.act, Act::Change { .. } | Act::Record(_) | Act::Rank { .. } | Act::Compare { .. });
        let told = of_it && *subjects == self.subject;
        let bare = is_bare_amount(said);
        (told && said.adjuncts.counted.is_empty() || bare).then_some(*metric)
    }

    /// The metric in whose unit a change or a lead is said, "12,000 copies ahead";
    /// `None` where its figure has no unit.
    fn counted_in(&self, said: &Said, named: Option<MetricId>) -> Option<Result<MetricId>> {
        if !matches!(said.act, Act::Change { .. } | Act::Compare { .. }) {
            return None;
        }
        let counted = &said.adjuncts.counted;
        let first = *counted.first()?;
        let spoken = || self.setting.metric.filter(|metric| counted.contains(metric));
        Some(match named.or_else(spoken) {
            Some(metric) if !counted.contains(&metric) => {
                Err(Refusal::unchecked("the unit is not that of the metric"))
            }
            known => Ok(known.unwrap_or(first)),
        })
    }

    /// The metric of what is sold, by its name: "copies sold", "sales".
    fn sold(&self) -> Option<MetricId> {
        let sold = |name: &String| name.split_whitespace().any(|word| matches!(word, "sold" | "sales"));
        let mut metrics = (0u32..).zip(&self.setting.vocabulary.metrics);
        metrics.find(|(_, metric)| metric.names.iter().any(sold)).map(|(at, _)| MetricId(at))
    }

    /// The metric that is itself a place, if there is one.
    pub(super) fn place_metric(&self) -> Option<MetricId> {
        let mut metrics = (0u32..).zip(&self.setting.vocabulary.metrics);
        metrics.find(|(_, metric)| metric.is_place()).map(|(at, _)| MetricId(at))
    }

    /// Whom a metric alone speaks of: the one that the vocabulary gives, or the
    /// group of everything.
    pub(in crate::discourse) fn everything(&self, np: &Np) -> Option<Subject> {
        let vocabulary = self.setting.vocabulary;
        let About::Metric(metric) = np.about else { return None };
        let alone = np.bare && !np.share && np.who == Who::Carried;
        let of = vocabulary.metric(metric).of.or_else(|| vocabulary.total().map(Subject::Group));
        of.filter(|_| alone)
    }

    /// Whom a metric alone may speak of besides: everything, where somebody was
    /// spoken of, or the one who was named last or of whom the headline and the
    /// lead speak, where everything is meant.
    pub(super) fn of_whom_else(&self, said: &Said, subject: &[Subject]) -> Vec<Subject> {
        // "Volume rose 9 %": where somebody was spoken of, his or all of it.
        let np = &said.who;
        // "X leads as usage nears 47 trillion": his, as the clause goes on, or all of it.
        if np.bare && !np.share && matches!(np.who, Who::Named(_)) {
            let of = match np.about {
                About::Metric(metric) => self.setting.vocabulary.metric(metric).of,
                _ => None,
            };
            let all = of.or_else(|| self.setting.vocabulary.total().map(Subject::Group));
            return all.filter(|all| !subject.contains(all)).into_iter().collect();
        }
        let generic = np.about == About::Generic && np.bare && !np.share && np.who == Who::Carried;
        let total = self.setting.vocabulary.total().filter(|_| generic).map(Subject::Group);
        if total.is_some() {
            return total.filter(|total| !subject.contains(total)).into_iter().collect();
        }
        let Some(everything) = self.everything(&said.who) else { return Vec::new() };
        let mut others: Vec<Subject> = Vec::new();
        let topics = self.setting.topics.iter().copied();
        for other in [everything].into_iter().chain(self.named.last().copied()).chain(topics) {
            if !subject.contains(&other) && !others.contains(&other) {
                others.push(other);
            }
        }
        others
    }
}

/// An amount whose unit is not said.
fn is_bare_amount(said: &Said) -> bool {
    matches!(&said.act, Act::Level { metrics, .. } if metrics.is_empty())
}
