//! `recount figures`: series, entities and groups as a table with sparklines.

use std::collections::{BTreeMap, BTreeSet};

use recount_dataset::{Dataset, Sheet};
use recount_model::{GroupId, MetricId, Number, Period, SeriesId, Subject, Vocabulary, number_words};
use unicode_width::UnicodeWidthStr;

use crate::args::Figures;
use crate::trouble::Trouble;
use crate::world::World;
use crate::{Outcome, claims};

/// So many subjects of a metric are shown where no name is given.
const MOST: usize = 20;
/// A name is cut to so many columns.
const NAME: usize = 32;

/// Prints the table.
pub(crate) fn figures(args: &Figures, world: &mut World<'_>) -> Outcome {
    let folder = claims::folder(&args.claims, world).map_err(|trouble| vec![trouble])?;
    let dataset = claims::dataset(&folder, world)?;
    let asked = asked(&args.names, &dataset.vocabulary)?;
    let mut text = String::new();
    for (metric, table) in (0..).map(MetricId).zip(&dataset.tables) {
        if table.periods.is_empty() || !asked.has_metric(metric) {
            continue;
        }
        let lines = metric_lines(&dataset, metric, &asked);
        if !lines.is_empty() {
            text.push_str(&heading(&dataset, metric));
            text.push_str(&lines);
            text.push('\n');
        }
    }
    if text.is_empty() {
        text.push_str("no figures\n");
    }
    Ok(world.print(&text))
}

/// What the names on the command line stand for.
#[derive(Default)]
struct Asked {
    metrics: BTreeSet<MetricId>,
    subjects: Vec<Subject>,
}

impl Asked {
    fn has_metric(&self, metric: MetricId) -> bool {
        self.metrics.is_empty() || self.metrics.contains(&metric)
    }
}

fn asked(names: &[String], vocabulary: &Vocabulary) -> Result<Asked, Vec<Trouble>> {
    let mut asked = Asked::default();
    let mut troubles = Vec::new();
    for name in names {
        if let Some(metric) = vocabulary.find_metric(name) {
            asked.metrics.insert(metric);
        } else if let Some(subject) = vocabulary.find_subject(name) {
            asked.subjects.push(subject);
        } else {
            match by_name(name, vocabulary) {
                Some(recount_model::Name::Subject(subject)) => asked.subjects.push(subject),
                Some(recount_model::Name::Metric(metric) | recount_model::Name::Unit(metric)) => {
                    asked.metrics.insert(metric);
                }
                Some(recount_model::Name::Scope(_)) | None => {
                    troubles.push(unknown(name, vocabulary));
                }
            }
        }
    }
    match troubles.is_empty() {
        true => Ok(asked),
        false => Err(troubles),
    }
}

/// Names match whatever their case, hyphens and spaces.
fn folded(name: &str) -> String {
    let kept = name.chars().filter(|c| !c.is_whitespace() && *c != '-');
    kept.flat_map(char::to_lowercase).collect()
}

fn by_name(name: &str, vocabulary: &Vocabulary) -> Option<recount_model::Name> {
    let name = folded(name);
    let mut names = vocabulary.names();
    names.find(|(known, _)| folded(known) == name).map(|(_, found)| found)
}

fn unknown(name: &str, vocabulary: &Vocabulary) -> Trouble {
    let wanted = folded(name);
    let score = |known: &str| strsim::jaro_winkler(&folded(known), &wanted);
    let series = vocabulary.series.iter().map(|series| series.id.as_str());
    let nearest = vocabulary.names().map(|(known, _)| known).chain(series);
    let nearest = nearest.max_by(|a, b| score(a).total_cmp(&score(b)));
    Trouble::Plain {
        message: format!("nothing is called \"{name}\""),
        help: nearest.map(|known| format!("did you mean \"{known}\"?")),
    }
}

fn heading(dataset: &Dataset, metric: MetricId) -> String {
    let about = dataset.vocabulary.metric(metric);
    let table = &dataset.tables[metric.index()];
    let first = table.periods.keys().next().map(|period| period.start);
    let last = table.periods.keys().next_back().map(|period| period.end);
    let days = match (first, last) {
        (Some(first), Some(last)) => format!(", {first} to {last}"),
        (None, _) | (_, None) => String::new(),
    };
    let sources = dataset.sources.iter().filter(|source| source.metric == metric);
    let mut names: Vec<&str> = sources.map(|source| source.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let unit = about.units.last().unwrap_or(&about.unit);
    format!("{} in {unit}{days}\n{}\n", about.id, names.join("; "))
}

fn metric_lines(dataset: &Dataset, metric: MetricId, asked: &Asked) -> String {
    let mut subjects = asked.subjects.clone();
    if subjects.is_empty() {
        subjects = shown_by_default(dataset, metric);
    }
    let mut rows: Vec<[String; 4]> = Vec::new();
    for subject in subjects {
        let values = values(dataset, metric, subject);
        let known: Vec<&Number> = values.iter().flatten().collect();
        let (Some(last), Some(most)) = (known.last(), known.iter().max()) else {
            continue;
        };
        rows.push([
            cut(dataset.vocabulary.subject_name(subject)),
            number_words(&rounded(last)),
            number_words(&rounded(most)),
            sparkline(&values),
        ]);
    }
    let heads = ["", "last", "most", ""].map(str::to_owned);
    let width = |column: usize| {
        let cells = rows.iter().chain([&heads]).map(|row| row[column].width());
        cells.max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2)];
    let line = |[name, last, most, spark]: &[String; 4]| {
        let name = format!("{name}{}", " ".repeat(widths[0] - name.width()));
        let (second, third) = (widths[1], widths[2]);
        let line = format!("{name}  {last:>second$}  {most:>third$}  {spark}");
        format!("{}\n", line.trim_end())
    };
    match rows.is_empty() {
        true => String::new(),
        false => std::iter::once(&heads).chain(&rows).map(line).collect(),
    }
}

/// Three significant digits are enough beside a picture.
fn rounded(number: &Number) -> Number {
    let digits = number.abs().to_decimal(0).len();
    match i32::try_from(digits.saturating_sub(3)) {
        Ok(exponent) if exponent > 0 => {
            let scaled = (number * &Number::decimal(1, -exponent)).to_decimal(0);
            let scaled = scaled.parse().unwrap_or(0i128);
            Number::decimal(scaled, exponent)
        }
        _ => number.clone(),
    }
}

fn cut(name: &str) -> String {
    match name.char_indices().nth(NAME) {
        Some((at, _)) => format!("{}…", &name[..at]),
        None => name.to_owned(),
    }
}

/// The groups that have figures, then the largest series of the last period.
fn shown_by_default(dataset: &Dataset, metric: MetricId) -> Vec<Subject> {
    let vocabulary = &dataset.vocabulary;
    let groups = (0..).map(GroupId).zip(&vocabulary.groups);
    let mut subjects: Vec<Subject> = groups.map(|(id, _)| Subject::Group(id)).collect();
    subjects.retain(|group| values(dataset, metric, *group).iter().any(Option::is_some));
    subjects.truncate(MOST);
    let last = dataset.tables[metric.index()].periods.values().next_back();
    if let Some(sheet) = last.and_then(|sheets| sheets.first()) {
        let order = largest(sheet);
        subjects.extend(order.into_iter().map(Subject::Series).take(MOST));
    }
    subjects
}

/// The listed series, the largest first.
fn largest(sheet: &Sheet) -> Vec<SeriesId> {
    let middle = |id: &SeriesId| sheet.figures[id].given.middle();
    let mut order: Vec<SeriesId> = sheet.figures.keys().copied().collect();
    order.sort_by_cached_key(|id| std::cmp::Reverse(middle(id)));
    order
}

/// A value for each period that the metric has, `None` where nothing is listed.
fn values(dataset: &Dataset, metric: MetricId, subject: Subject) -> Vec<Option<Number>> {
    let table = &dataset.tables[metric.index()];
    let mut by_period: BTreeMap<Period, Option<Number>> = BTreeMap::new();
    for (period, sheets) in &table.periods {
        let value = sheets.iter().find_map(|sheet| value(dataset, metric, sheet, subject));
        by_period.insert(*period, value);
    }
    by_period.into_values().collect()
}

fn value(dataset: &Dataset, metric: MetricId, sheet: &Sheet, subject: Subject) -> Option<Number> {
    let vocabulary = &dataset.vocabulary;
    let middle = |id: &SeriesId| sheet.figures.get(id)?.given.middle();
    let sum = |ids: &mut dyn Iterator<Item = SeriesId>| {
        let listed: Vec<Number> = ids.filter_map(|id| middle(&id)).collect();
        (!listed.is_empty()).then(|| listed.into_iter().sum::<Number>())
    };
    let group = match subject {
        Subject::Series(id) => return middle(&id),
        Subject::Entity(id) => return sum(&mut vocabulary.entity(id).series.iter().copied()),
        Subject::Group(id) => vocabulary.group(id),
    };
    let about = vocabulary.metric(metric);
    let scope = group.scope.or(about.default_scope);
    let top = scope.and_then(|scope| vocabulary.scope(scope).top);
    let is_member = |id: &SeriesId| group.is_total() || group.members.binary_search(id).is_ok();
    match top {
        Some(top) => {
            let charted = largest(sheet).into_iter().take(top as usize);
            sum(&mut charted.filter(is_member))
        }
        None => {
            let listed = sum(&mut sheet.figures.keys().copied().filter(is_member))?;
            let other = sheet.other.as_ref().filter(|_| group.is_total());
            let other = other.and_then(|other| other.given.middle());
            Some(listed + other.unwrap_or(Number::ZERO))
        }
    }
}

/// One block for each period, a space where there is no figure.
fn sparkline(values: &[Option<Number>]) -> String {
    let known = || values.iter().flatten().map(Number::to_f64);
    let least = known().fold(0.0, f64::min);
    let most = known().fold(f64::MIN_POSITIVE, f64::max);
    let spark: Option<sparklines::StringSpark<'_>> =
        sparklines::StringSpark::new_with_min_max(&sparklines::TICKS, least, most).ok();
    let block = |value: &Option<Number>| match (value, &spark) {
        (Some(value), Some(spark)) => spark.spark(&[value.to_f64()]),
        (None, _) | (_, None) => " ".to_owned(),
    };
    values.iter().map(block).collect()
}
