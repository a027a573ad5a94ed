//! What an article speaks of as a whole: its metric and its week.

use jiff::civil::{Date, Weekday};
use recount_model::time::days_between;
use recount_model::{MetricId, Period};

use super::hint::metric_of;
use super::{Parsed, Reader};
use crate::discourse::Setting;
use crate::en::clause::{Anchor, Aside, Item, Said};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, TimeContext, When};

/// So many days after its end a week may still be news.
const RECENT: i64 = 14;

impl<'v> Reader<'v> {
    /// The metric and the week that an article speaks of as a whole: the first
    /// of each that a statement of it names.
    pub(super) fn setting(
        &self,
        parsed: &[Parsed],
        published: Option<Date>,
        reference: Date,
        text: &str,
    ) -> Setting<'v> {
        let items = || parsed.iter().flat_map(|sentence| &sentence.items);
        let said = items().find_map(|item| match item {
            Item::Said(said) => metric_of(said),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        // Where no statement names one: the one that the source which the article
        // names counts, or that a heading or any other words name.
        let metric = said
            .or_else(|| self.names.metric_of_source(text))
            .or_else(|| parsed.iter().find_map(|sentence| sentence.hint.metric));
        let first = metric.unwrap_or(MetricId(0));
        let context = TimeContext {
            published,
            reference,
            week_starts: self
                .vocabulary
                .metrics
                .get(first.index())
                .map_or(Weekday::Monday, |m| m.week_starts),
            current: None,
        };
        let covered = parsed.iter().filter_map(|sentence| sentence.hint.covers.as_ref());
        let mut covered = covered.filter_map(|time| week_named(time, &context));
        // Notes below several tables: each is of its own.
        let covered = covered.next().filter(|first| covered.all(|other| other == *first));
        let week = covered.or_else(|| week_of_lead(parsed, metric, &context));
        Setting {
            vocabulary: self.vocabulary,
            published,
            reference,
            metric,
            week,
            topics: &[],
            lists: &[],
            groups: &[],
            alone: false,
            this_week: parsed.iter().any(|sentence| tells_of_this_week(&sentence.items, &context)),
        }
    }
}

/// Is something said of the week that still ran on the day of publication?
fn tells_of_this_week(items: &[Item], context: &TimeContext) -> bool {
    let running = |time: &Time| {
        let found = time.when.resolve(context).filter(|found| found.from_publication)?;
        let published = context.published?;
        Some(found.period.days() == 7 && found.period.start <= published && published < found.period.end)
    };
    let running = |time: &Time| time.role == Role::At && running(time) == Some(true);
    items.iter().any(|item| match item {
        Item::Said(said) => said.adjuncts.times.iter().any(running),
        Item::Time(time) => running(time),
        Item::Passing { .. } | Item::Unread { .. } => false,
    })
}

/// The week that the headline or the lead names; one that is named only later may
/// be that of another event.
fn week_of_lead(parsed: &[Parsed], metric: Option<MetricId>, context: &TimeContext) -> Option<Period> {
    let says = |sentence: &&Parsed| sentence.items.iter().any(|item| matches!(item, Item::Said(_)));
    // The rows of a table tell of several weeks: the last of them is reported.
    let row = |sentence: &&Parsed| sentence.row;
    let lead = parsed.iter().filter(|sentence| says(sentence) && !row(sentence)).take(4);
    let week_named = |time: &Time| week_named(time, context);
    let recent = |period: &Period| {
        let since = context.published.map(|day| days_between(period.end, day));
        since.is_none_or(|days| days <= RECENT)
    };
    let is_recent = |time: &Time| week_named(time).is_none_or(|week| recent(&week));
    let week_of = |item: &Item| {
        let times = match item {
            Item::Time(time) => std::slice::from_ref(time),
            // The week of another metric, or an earlier one.
            Item::Said(said) if metric_of(said).is_some_and(|of| Some(of) != metric) => &[],
            Item::Said(said) if !matches!(said.anchor, Anchor::Clause | Anchor::End) => &[],
            // "X, second as recently as the week of May 4, has fallen".
            Item::Said(said) if said.adjuncts.local && !said.adjuncts.times.iter().any(is_recent) => &[],
            Item::Said(said) => said.adjuncts.times.as_slice(),
            // "Filling up got dearer last week: a litre cost 1.62".
            Item::Passing { time, aside: Aside::No } => return last_week(time, context),
            Item::Passing { .. } | Item::Unread { .. } => &[],
        };
        times.iter().filter(|time| time.role == Role::At).find_map(week_named)
    };
    let rows = || parsed.iter().filter(row).flat_map(|sentence| &sentence.items);
    let table = parsed.iter().position(|sentence| row(&sentence));
    // "It had fallen for eight weeks, to 1.60 in the week of June 15", "It had entered in the week of June 15".
    let earlier = |sentence: &Parsed| {
        let had = |said: &Said| said.adjuncts.earlier || said.adjuncts.had;
        sentence.items.iter().any(|item| matches!(item, Item::Said(said) if had(said)))
    };
    // "The week of June 8 brought few surprises. In the week of May 18, X had had 3 trillion tokens."
    let behind_another = |sentence: &Parsed| {
        let above = parsed.iter().take_while(|other| !std::ptr::eq(*other, sentence));
        above
            .filter(|other| !says(other))
            .filter_map(|other| other.hint.time.as_ref())
            .any(|time| week_named(time).is_some())
    };
    let lead = lead
        .enumerate()
        .filter(|(place, sentence)| *place == 0 && !behind_another(sentence) || !earlier(sentence));
    let told = lead.flat_map(|(place, sentence)| {
        // What a table says comes before what is told behind it.
        let behind =
            table.is_some_and(|first| parsed.get(first).is_some_and(|row| row.block < sentence.block));
        reported(&sentence.items).map(move |item| (place, behind, item))
    });
    // "Claims filed in the week ended June 27 fell", in words that no rule reads:
    // only a week that may well be the one that is reported.
    let week = told
        .filter_map(|(place, behind, item)| Some((place, behind, week_of(item)?)))
        // "It opened in the first week of June" is told in passing, unless it comes first.
        .find(|(place, _, week)| *place == 0 || recent(week))
        .filter(|(_, behind, _)| !behind)
        .map(|(_, _, week)| week);
    let unread = parsed.iter().filter(|sentence| sentence.worthy && !row(sentence)).take(2);
    let unread =
        unread.take_while(|sentence| !says(sentence)).filter_map(|sentence| sentence.hint.time.as_ref());
    let first = unread.filter(|time| time.role == Role::At).find_map(week_named).filter(recent);
    // "Filling up got dearer last week", in words that no rule reads.
    let last = parsed.iter().take_while(|sentence| !row(sentence)).take(4).filter(|sentence| !says(sentence));
    let last = last.filter_map(|sentence| last_week(sentence.hint.time.as_ref()?, context)).next();
    first.or(last.filter(|_| week.is_some())).or(week).or_else(|| rows().filter_map(week_of).max())
}

/// "Last week", told from the day of publication.
fn last_week(time: &Time, context: &TimeContext) -> Option<Period> {
    let said = matches!(time.when, When::PastWeek | When::Unit { unit: TimeUnit::Week, shift: -1 });
    week_named(time, context).filter(|_| said && time.role == Role::At)
}

/// The full week that a time names by itself, if it has passed.
fn week_named(time: &Time, context: &TimeContext) -> Option<Period> {
    let found = time.when.resolve(context).filter(|found| !found.relative_to_current)?;
    // "fell behind Y two weeks ago" is told in passing.
    if time.when.is_long_ago() {
        return None;
    }
    // "This week" on a Tuesday is not the one that is reported.
    let running = |day: Date| found.from_publication && found.period.end > day;
    let past = context.published.is_none_or(|day| found.period.start <= day && !running(day));
    (found.period.days() == 7 && past).then_some(found.period)
}

/// All but what is told in passing: "A year ago, in the week of …", "up from 3 trillion in the
/// week of June 1, when X led".
fn reported(items: &[Item]) -> impl Iterator<Item = &Item> {
    let ago = |item: &Item| matches!(item, Item::Time(time) if matches!(time.when, When::Back { .. }));
    let before = std::iter::once(None).chain(items.iter().map(Some));
    let earlier = |item: &Item, aside: &Item| match (item, aside) {
        (Item::Said(item), Item::Said(aside)) => {
            item.anchor == Anchor::Earlier
                && aside.adjuncts.local
                && aside.adjuncts.times.iter().any(|time| item.adjuncts.times.contains(time))
        }
        _ => false,
    };
    items
        .iter()
        .zip(before)
        .filter(move |(_, before)| !before.is_some_and(ago))
        .map(|(item, _)| item)
        .filter(move |aside| !items.iter().any(|item| earlier(item, aside)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::en::clause::testing::{article, world};
    use crate::{Format, Options, Reader};

    #[test]
    fn last_week_beside_this_one() {
        let weeks = |text: &str| {
            let world = world();
            let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
            let reading = Reader::new(&world).read(text, Format::Markdown, &options);
            let last = reading.claims.last().expect("a claim");
            let all = std::iter::once(&last.assertion).chain(&last.readings);
            let weeks = all.filter_map(|said| Some(said.period?.start.to_string()));
            weeks.collect::<Vec<_>>()
        };
        let last = ["2026-06-22", "2026-06-15"];
        assert_eq!(weeks("Alder had 4.19 trillion tokens this week, up from 3.1 trillion last week."), last);
        let table = "| Model | This week | Last week |\n|-|-|-|\n| Alder | 4.19T | 3.1T |\n";
        assert_eq!(weeks(&format!("Weekly tokens:\n\n{table}")), last);
        assert_eq!(weeks("Alder had 3.1 trillion tokens last week."), last[..1]);
    }

    #[test]
    fn an_unread_lead_gives_a_week_only_if_that_is_news() {
        let first =
            "In its first week, which began on DAY, nobody but a few had heard of Alder's 2 new lives.\n\n";
        let rest = "Birch processed 3.2 trillion tokens.";
        let claims = |day: &str| article(&(first.replace("DAY", day) + rest));
        assert!(claims("June 15").iter().any(|claim| claim.contains("week of 15 June 2026")));
        assert!(claims("June 1").contains(&"Birch was 3.2 trillion tokens".to_owned()));
    }
}
