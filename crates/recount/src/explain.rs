//! `recount explain`: what each layer of the grammar sees in a statement.

use std::sync::Arc;

use recount_dataset::Dataset;
use recount_grammar::{Explanation, Options, Reader, Stop, WayOut};
use recount_model::{Name, Unit, Vocabulary};
use recount_report::{Article, Look, Run, Seen, SeenMention, SeenQuantity, SeenStop, SeenTime, SeenWayOut};

use crate::args::{Explain, Format};
use crate::trouble::{Trouble, text_of};
use crate::world::World;
use crate::{Outcome, claims};

/// Explains one statement, or every line of standard input.
pub(crate) fn explain(args: &Explain, world: &mut World<'_>) -> Outcome {
    let dataset = dataset(args, world)?;
    let statements: Arc<str> = match args.statement.as_str() {
        "-" => lines(world).map_err(|trouble| vec![trouble])?,
        statement => Arc::from(statement),
    };
    let reader = Reader::new(&dataset.vocabulary)
        .with_sources(dataset.sources.iter().map(|s| (s.metric, s.name.as_str())));
    let options = Options { published: args.published, reference: dataset.last_day().unwrap_or(world.today) };
    let one_a_line = args.statement == "-";
    let parts: Vec<&str> = match one_a_line {
        true => statements.lines().collect(),
        false => vec![&statements],
    };
    let mut text = String::new();
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    for statement in parts {
        let explanation = reader.explain(statement, &options);
        let stops = reader.stops(statement, &options, &explanation);
        let statement = Statement { text: statement, explanation, stops };
        text.push_str(&told(&dataset, statement, args.format, world.look()));
    }
    Ok(world.print(&text))
}

/// The names that are known; none where there is no folder of claims and none
/// was asked for: numbers and times are seen without.
fn dataset(args: &Explain, world: &mut World<'_>) -> Result<Dataset, Vec<Trouble>> {
    match claims::folder(&args.claims, world) {
        Ok(folder) => claims::dataset(&folder, world),
        Err(Trouble::NoClaims { from }) => {
            world.complain(&format!(
                "no claims/ folder in {from} or above: no names are known (--claims DIR)\n"
            ));
            Ok(Dataset::default())
        }
        Err(trouble) => Err(vec![trouble]),
    }
}

fn lines(world: &mut World<'_>) -> Result<Arc<str>, Trouble> {
    let mut bytes = Vec::new();
    let read = world.input.read_to_end(&mut bytes);
    read.map_err(|error| Trouble::unreadable("-", &error))?;
    text_of("-", bytes)
}

/// A statement and what was seen of it.
struct Statement<'t> {
    text: &'t str,
    explanation: Explanation,
    stops: Vec<Stop>,
}

fn told(dataset: &Dataset, statement: Statement<'_>, format: Format, look: Look) -> String {
    let Statement { text, explanation, stops } = statement;
    let mut seen = seen(&explanation, &dataset.vocabulary);
    seen.stops = stops.into_iter().map(stop).collect();
    let reading = explanation.reading;
    let run = Run {
        dataset,
        articles: vec![Article {
            path: "-".to_owned(),
            text: Arc::from(text),
            published: reading.published,
            claims: 0..reading.claims.len(),
            not_checkable: reading.not_checkable,
            not_understood: reading.not_understood,
            worthy: reading.worthy,
            read: reading.read,
        }],
        hand: Vec::new(),
        claims: &reading.claims,
        checked: None,
    };
    match format {
        Format::Human => recount_report::explain_human(&run, &seen, look),
        Format::Json => recount_report::explain_json(&run, &seen),
    }
}

fn seen(explanation: &Explanation, vocabulary: &Vocabulary) -> Seen {
    let quantities = explanation.quantities.iter().map(|(span, quantity, metric)| {
        let own = metric.map(|metric| vocabulary.metric(metric).unit.as_str());
        // A bare number counts something that only the clause tells.
        let unit = match (quantity.unit, own) {
            (Unit::Own, None) => "number",
            (unit, own) => unit.name(own.unwrap_or("number")),
        };
        SeenQuantity { span: *span, interval: quantity.written(), unit: unit.to_owned() }
    });
    let durations = explanation.durations.iter();
    let durations = durations.map(|(span, quantity, unit)| SeenQuantity {
        span: *span,
        interval: quantity.written(),
        unit: (*unit).to_owned(),
    });
    let mut quantities: Vec<SeenQuantity> = quantities.chain(durations).collect();
    quantities.sort_by_key(|quantity| quantity.span);
    let times = explanation.times.iter().map(|(span, period)| SeenTime { span: *span, period: *period });
    let mentions = explanation.mentions.iter().flat_map(|(span, names)| {
        names.iter().map(|name| {
            let (kind, id) = named(*name, vocabulary);
            SeenMention { span: *span, kind, id: id.to_owned() }
        })
    });
    Seen {
        tokens: explanation.tokens.clone(),
        phrases: explanation.phrases.clone(),
        quantities,
        times: times.collect(),
        mentions: mentions.collect(),
        in_other_words: explanation.reading.in_other_words.clone(),
        stops: Vec::new(),
    }
}

fn stop(stop: Stop) -> SeenStop {
    let way_out = match stop.way_out {
        WayOut::Without(read) => SeenWayOut::Without(read),
        WayOut::Named(entity, read) => SeenWayOut::Named(entity, read),
        WayOut::Like(like) => SeenWayOut::Like(like),
        WayOut::Nobody => SeenWayOut::Nobody,
        WayOut::Unknown => SeenWayOut::Unknown,
    };
    SeenStop { stretch: stop.stretch, span: stop.span, reason: stop.reason, way_out }
}

fn named(name: Name, vocabulary: &Vocabulary) -> (&'static str, &str) {
    use recount_model::Subject;
    match name {
        Name::Subject(subject) => {
            let kind = match subject {
                Subject::Entity(_) => "entity",
                Subject::Group(_) => "group",
                Subject::Series(_) => "series",
            };
            (kind, vocabulary.subject_id(subject))
        }
        Name::Metric(metric) => ("metric", &vocabulary.metric(metric).id),
        Name::Unit(metric) => ("unit", &vocabulary.metric(metric).unit),
        Name::Scope(scope) => ("scope", &vocabulary.scope(scope).id),
    }
}
