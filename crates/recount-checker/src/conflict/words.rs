//! Numbers, intervals and unknowns in words.

use recount_model::{
    Bound, Interval, MetricId, Number, Period, ScopeId, Subject, Unit, Vocabulary, period_words,
};

use super::unknown::{Of, Unknown};

const SCALES: [(i32, &str); 5] =
    [(12, " trillion"), (9, " billion"), (6, " million"), (3, " thousand"), (0, "")];

/// How many decimals a figure is shown with.
pub(crate) const DECIMALS: usize = 3;

/// Words for what a metric counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    pub(crate) vocabulary: &'a Vocabulary,
}

impl<'a> Words<'a> {
    pub(crate) const fn new(vocabulary: &'a Vocabulary) -> Self {
        Self { vocabulary }
    }

    /// The unit, of `one` or in the plural, with a space before it; nothing for bare
    /// numbers.
    pub(crate) fn unit(self, unit: Unit, metric: MetricId, one: bool) -> String {
        match unit {
            Unit::Own => {
                let metric = self.vocabulary.metric(metric);
                let plural = metric.units.last().unwrap_or(&metric.unit);
                let single = one && metric.units.contains(&metric.unit);
                format!(" {}", if single { &metric.unit } else { plural })
            }
            Unit::Percent => " percent".to_owned(),
            Unit::Point if one => " percentage point".to_owned(),
            Unit::Point => " percentage points".to_owned(),
            Unit::Ratio => " times".to_owned(),
            Unit::Rank | Unit::Count => String::new(),
        }
    }

    /// An interval with its unit: "4.185 to 4.2 trillion tokens".
    pub(crate) fn interval(self, within: &Interval, unit: Unit, metric: MetricId) -> String {
        self.interval_to(within, unit, metric, DECIMALS)
    }

    /// The same with so many decimals.
    pub(crate) fn interval_to(
        self,
        within: &Interval,
        unit: Unit,
        metric: MetricId,
        decimals: usize,
    ) -> String {
        let own = unit == Unit::Own;
        let size = |bound: &Bound| bound.value.abs();
        let ends = within.low.iter().chain(&within.high);
        let (scale, word) = match own {
            true => scale_of(&ends.map(size).max().unwrap_or_default()),
            false => (0, ""),
        };
        let digits = |bound: &Bound| {
            let value = &bound.value * &Number::decimal(1, -scale);
            value.to_decimal(decimals)
        };
        let is_one = |bound: &Bound| word.is_empty() && digits(bound) == "1";
        let one = match (&within.low, &within.high) {
            (Some(low), Some(high)) => is_one(low) && is_one(high),
            (Some(end), None) | (None, Some(end)) => is_one(end),
            (None, None) => false,
        };
        let name = self.unit(unit, metric, one);
        match (&within.low, &within.high) {
            (Some(low), Some(high)) if digits(low) == digits(high) => {
                format!("{}{word}{name}", digits(low))
            }
            (Some(low), Some(high)) if low.value > high.value => {
                format!("more than {} and less than {}{word}{name} at once", digits(low), digits(high))
            }
            (Some(low), Some(high)) if low.open && low.value.is_zero() => {
                let most = if high.open { "less than" } else { "at most" };
                format!("more than 0 and {most} {}{word}{name}", digits(high))
            }
            (Some(low), Some(high)) => {
                format!("{} to {}{word}{name}", digits(low), digits(high))
            }
            (Some(low), None) => {
                let more = if low.open { "more than" } else { "at least" };
                format!("{more} {}{word}{name}", digits(low))
            }
            (None, Some(high)) => {
                let less = if high.open { "less than" } else { "at most" };
                format!("{less} {}{word}{name}", digits(high))
            }
            (None, None) => format!("any number of{name}"),
        }
    }

    /// A plain amount: "4.185 trillion".
    pub(crate) fn amount(self, value: &Number) -> String {
        let (scale, word) = scale_of(&value.abs());
        let value = value * &Number::decimal(1, -scale);
        format!("{}{word}", value.to_decimal(DECIMALS))
    }

    /// The unit of an unknown.
    pub(crate) const fn unit_of(of: &Of) -> Unit {
        match of {
            Of::Volume { .. } | Of::Charted { .. } => Unit::Own,
            Of::InTop { .. } | Of::TopSum { .. } | Of::Slot { .. } => Unit::Own,
            Of::Portion { .. } => Unit::Ratio,
            Of::Place { .. } => Unit::Rank,
            Of::Count { .. } | Of::Inside { .. } => Unit::Count,
            Of::Ahead { .. } | Of::There { .. } | Of::Times { .. } => Unit::Count,
        }
    }

    /// An interval of an unknown, shares in percent.
    pub(crate) fn of(self, unknown: &Unknown, within: &Interval) -> String {
        match &unknown.of {
            Of::There { .. } => {
                let there =
                    within.low.as_ref().is_some_and(|low| !low.value.is_negative() && !low.value.is_zero());
                if there { "there" } else { "not there" }.to_owned()
            }
            Of::Inside { top, among, .. } => {
                let among = among.map(|id| format!(" of {}", self.subject(Subject::Group(id), None)));
                let inside =
                    within.low.as_ref().is_some_and(|low| !low.value.is_negative() && !low.value.is_zero());
                let not = if inside { "" } else { "not " };
                format!("{not}in the top {top}{}", among.unwrap_or_default())
            }
            Of::Portion { .. } => {
                let percent = within.scaled(&Number::from(100));
                self.interval(&percent, Unit::Percent, unknown.metric)
            }
            of => self.interval(within, Self::unit_of(of), unknown.metric),
        }
    }

    /// What an unknown is, without its period.
    pub(crate) fn what(self, unknown: &Unknown) -> String {
        let list = |list: &[(Subject, Option<ScopeId>)]| {
            let names: Vec<String> = list.iter().map(|(s, k)| self.subject(*s, *k)).collect();
            names.join(" and ")
        };
        match &unknown.of {
            Of::Volume { subject, scope } => self.subject(*subject, *scope),
            Of::Charted { subject, scope } => {
                format!("what counts of {} among {}", self.subject(*subject, None), self.scope(*scope))
            }
            Of::Portion { subject, object } => {
                format!("the share of {} in {}", list(subject), list(object))
            }
            Of::InTop { subject, object, top } => {
                format!("{} in the top {top} of {}", list(subject), list(object))
            }
            Of::TopSum { object, top } => format!("the top {top} of {}", list(object)),
            Of::Place { subject, among } => {
                let among = among.map(|id| format!(" among {}", self.subject(Subject::Group(id), None)));
                format!("the rank of {}{}", self.subject(*subject, None), among.unwrap_or_default())
            }
            Of::Count { group, top } => {
                format!(
                    "the number of places of {} in the top {top}",
                    self.subject(Subject::Group(*group), None)
                )
            }
            Of::Inside { subject, among, top } => {
                let among = among.map(|id| format!(" of {}", self.subject(Subject::Group(id), None)));
                format!("{} in the top {top}{}", self.subject(*subject, None), among.unwrap_or_default())
            }
            Of::Ahead { first, second } => {
                format!("{} ahead of {}", self.subject(*first, None), self.subject(*second, None))
            }
            Of::Slot { among, place } => {
                let among = among.map(|id| format!(" among {}", self.subject(Subject::Group(id), None)));
                format!("number {place}{}", among.unwrap_or_default())
            }
            Of::There { subject: Subject::Group(_) } => "anything on record".to_owned(),
            Of::There { subject } => self.subject(*subject, None),
            Of::Times { what } => format!("the number of weeks with {}", what.words),
        }
    }

    /// What an unknown is, and when.
    pub(crate) fn unknown(self, unknown: &Unknown) -> String {
        let when = period_words(unknown.period);
        match &unknown.of {
            Of::Times { .. } => format!("{} up to {when}", self.what(unknown)),
            // In what top it is, is what is said of it.
            Of::Inside { subject, .. } => format!("{} in {when}", self.subject(*subject, None)),
            _ => format!("{} in {when}", self.what(unknown)),
        }
    }

    /// The name of a subject; the scope of a group is named where it is not
    /// the one that its metric counts by default.
    fn subject(self, subject: Subject, scope: Option<ScopeId>) -> String {
        let name = self.vocabulary.subject_name(subject);
        let usual = |scope: ScopeId| {
            let metrics = &self.vocabulary.metrics;
            let fixed = match subject {
                Subject::Group(id) => self.vocabulary.group(id).scope,
                Subject::Entity(_) | Subject::Series(_) => None,
            };
            fixed == Some(scope) || metrics.iter().any(|m| m.default_scope == Some(scope))
        };
        match scope {
            Some(scope) if !usual(scope) => format!("{name} among {}", self.scope(scope)),
            _ => name.to_owned(),
        }
    }

    /// Are they many: several, or a group with the name of many?
    pub(crate) fn many(self, subjects: &[Subject]) -> bool {
        match subjects {
            [one @ Subject::Group(_)] => self.vocabulary.subject_name(*one).ends_with('s'),
            [_] => false,
            _ => true,
        }
    }

    /// The name of a scope.
    pub(crate) fn scope(self, scope: ScopeId) -> String {
        let scope = self.vocabulary.scope(scope);
        scope.names.first().unwrap_or(&scope.id).clone()
    }

    /// The words for a period.
    pub(crate) fn period(self, period: Period) -> String {
        period_words(period)
    }
}

fn scale_of(size: &Number) -> (i32, &'static str) {
    let fits = |(scale, _): &(i32, &str)| *size >= Number::decimal(1, *scale);
    SCALES.into_iter().find(fits).unwrap_or((0, ""))
}

/// The first letter large.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
