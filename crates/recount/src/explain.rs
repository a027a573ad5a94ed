//! `recount explain`: what each layer of the grammar sees in a statement.

use std::sync::Arc;

use recount_dataset::Dataset;
use recount_grammar::{Explanation, Options, Reader};
use recount_model::{Name, Unit, Vocabulary};
use recount_report::{Article, Run, Seen, SeenMention, SeenQuantity, SeenTime};

use crate::args::{Explain, Format};
use crate::trouble::{Trouble, text_of};
use crate::world::World;
use crate::{Outcome, claims};

/// Explains one statement, or every line of standard input.
pub(crate) fn explain(args: &Explain, world: &mut World<'_>) -> Outcome {
    let folder = claims::folder(&args.claims, world).map_err(|trouble| vec![trouble])?;
    let dataset = claims::dataset(&folder, world)?;
    let statements: Arc<str> = match args.statement.as_str() {
        "-" => lines(world).map_err(|trouble| vec![trouble])?,
        statement => Arc::from(statement),
    };
    let reader =
        Reader::new(&dataset.vocabulary).with_sources(dataset.sources.iter().map(|s| s.name.as_str()));
    let options = Options { published: args.published, reference: dataset.last_day().unwrap_or(world.today) };
    let one_a_line = args.statement == "-";
    let parts: Vec<&str> = match one_a_line {
        true => statements.lines().collect(),
        false => vec![&statements],
    };
    let mut text = String::new();
    for statement in parts.into_iter().filter(|part| !part.trim().is_empty()) {
        let explanation = reader.explain(statement, &options);
        text.push_str(&told(&dataset, statement, explanation, args.format));
    }
    Ok(world.print(&text))
}

fn lines(world: &mut World<'_>) -> Result<Arc<str>, Trouble> {
    let mut bytes = Vec::new();
    let read = world.input.read_to_end(&mut bytes);
    read.map_err(|error| Trouble::unreadable("-", &error))?;
    text_of("-", bytes)
}

fn told(dataset: &Dataset, statement: &str, explanation: Explanation, format: Format) -> String {
    let seen = seen(&explanation, &dataset.vocabulary);
    let reading = explanation.reading;
    let run = Run {
        dataset,
        articles: vec![Article {
            path: "-".to_owned(),
            text: Arc::from(statement),
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
        Format::Human => recount_report::explain_human(&run, &seen),
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
    Seen { quantities, times: times.collect(), mentions: mentions.collect() }
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
