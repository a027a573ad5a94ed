//! Which periods the data cover, and which they do not.

use recount_model::{Period, Subject};

use super::{Ground, when};
use crate::words;

/// The most covered stretches that a reason names.
const STRETCHES: usize = 4;

impl Ground<'_> {
    /// The covered stretches before `period`, itself included, in words.
    pub(crate) fn coverage(&self, period: Period) -> String {
        let mut runs: Vec<Period> = Vec::new();
        for covered in self.table().periods.keys().filter(|p| p.start <= period.start) {
            match runs.last_mut() {
                Some(run) if self.later(*covered, -1).end <= run.end => run.end = covered.end,
                Some(_) | None => runs.push(*covered),
            }
        }
        let skipped = runs.len().saturating_sub(STRETCHES);
        let words: Vec<String> =
            runs.iter().skip(skipped).map(|run| format!("{} to {}", run.start, run.end)).collect();
        let more = if skipped > 0 { " (and earlier, with gaps)" } else { "" };
        format!("covered: {}{more}; nothing is known of other weeks", words.join(" and "))
    }

    /// The first period between `base` and `period`, both left out, that is
    /// not covered.
    pub(crate) fn first_gap(&self, base: Period, period: Period) -> Option<Period> {
        let mut earlier = self.later(period, -1);
        let first = self.first_covered()?;
        while earlier.start > base.end {
            if !self.table().periods.contains_key(&earlier) {
                return Some(earlier);
            }
            if earlier <= first {
                break;
            }
            earlier = self.later(earlier, -1);
        }
        None
    }

    /// Does each of its series have a figure of its own in `period`? Of a group it
    /// does not matter: what is listed of it counts.
    pub(crate) fn lists_all(&self, subject: Subject, period: Period) -> bool {
        let lists = |sheet: &recount_dataset::Sheet, subject: Subject| {
            self.series_of(subject).iter().all(|series| sheet.figures.contains_key(series))
        };
        let sheets = self.table().periods.get(&period).into_iter().flatten();
        match subject {
            Subject::Group(_) => true,
            Subject::Entity(_) | Subject::Series(_) => sheets.into_iter().all(|sheet| lists(sheet, subject)),
        }
    }

    /// The first period that lists each of the subjects; `None` of a group, which
    /// is what it is without any member too.
    pub(crate) fn debut(&self, subjects: &[Subject]) -> Option<Period> {
        let single = subjects.iter().all(|subject| !matches!(subject, Subject::Group(_)));
        let lists = |subject: &Subject| {
            let series = self.series_of(*subject);
            let sheets = self.table().periods.iter();
            let mut listing = sheets.filter(|(_, sheets)| {
                sheets.iter().any(|sheet| series.iter().any(|one| sheet.figures.contains_key(one)))
            });
            listing.next().map(|(period, _)| *period)
        };
        subjects.iter().filter(|_| single).filter_map(lists).max()
    }

    /// The earliest covered period.
    pub(crate) fn first_covered(&self) -> Option<Period> {
        self.table().periods.keys().next().copied()
    }

    /// Do the figures cover all of the life of the subjects before `period`: are they
    /// first listed behind a period with figures, and has none since then no figures?
    pub(crate) fn covers_since_debut(&self, subjects: &[Subject], period: Period) -> bool {
        let Some(debut) = self.debut(subjects) else {
            return false;
        };
        let mut at = self.later(period, -1);
        while at >= debut && self.covers(at) {
            at = self.later(at, -1);
        }
        at < debut && self.covers(at)
    }

    /// The covered periods inside `period`, oldest first.
    pub(crate) fn covered_inside(&self, period: Period) -> Vec<Period> {
        let all = self.table().periods.range(Period::day(period.start)..);
        let inside = all.map(|(covered, _)| *covered).take_while(|covered| covered.start <= period.end);
        inside.filter(|covered| covered.is_within(&period)).collect()
    }

    /// Is it one of the table's periods?
    pub(crate) fn covers(&self, period: Period) -> bool {
        self.table().periods.contains_key(&period)
    }

    /// The weeks wholly or partly inside a longer period of a weekly metric;
    /// of those that are not covered, the ones that are mostly inside: a week
    /// of which one day is in February keeps nothing about February open.
    pub(crate) fn weeks_inside(&self, period: Period) -> Vec<Period> {
        let mostly = |week: &Period| {
            let start = week.start.max(period.start);
            Period::new(start, week.end.min(period.end)).is_some_and(|part| part.days() > 3)
        };
        let mut weeks = when::weeks_inside(self.table(), self.about(), period);
        weeks.retain(|week| self.covers(*week) || mostly(week));
        weeks
    }

    /// A period for a line that lists several.
    pub(crate) fn from_to(first: Period, last: Period) -> String {
        format!("from {} to {}", words::when(first), words::when(last))
    }
}
