//! `recount add`: a claim by hand, checked before it is written.

use std::sync::Arc;

use jiff::civil::Date;
use recount_checker::Said;
use recount_dataset::{Dataset, SourceFile};
use recount_grammar::{Options, Reader};
use recount_model::Voice;
use recount_report::{Hand, Run};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::args::Add;
use crate::trouble::{Trouble, shown};
use crate::world::{Status, World};
use crate::{Outcome, claims, hand};

/// Checks the claim; writes it unless it has another verdict than expected.
pub(crate) fn add(args: &Add, world: &mut World<'_>) -> Outcome {
    let one = |trouble| vec![trouble];
    let folder = claims::folder(&args.claims, world).map_err(one)?;
    let mut sources = claims::texts(&folder, world)?.sources;
    let path = folder.join("by-hand").join("added.toml");
    let name = shown(&path);
    let old = sources.by_hand.iter().position(|file| file.name == name);
    let text = old.map_or("", |old| &sources.by_hand[old].text);
    let text: Arc<str> = Arc::from(with_claim(text, &name, args).map_err(one)?);
    let file = SourceFile { name: name.clone(), text: Arc::clone(&text) };
    // The claim goes through the same door as every claim by hand; what
    // others say does not matter here.
    sources.by_hand = vec![file];
    let dataset = claims::load(sources)?;
    let (report, status) = verdict(&dataset, world)?;
    let printed = world.print(&report);
    if args.expect.is_some() && status == Status::Wrong {
        world.complain("not written: it has another verdict than expected\n");
        return Ok(Status::Wrong);
    }
    write(&world.path(&path), &text).map_err(|error| vec![Trouble::unwritable(&name, &error)])?;
    world.complain(&format!("written to {name}\n"));
    Ok(printed.max(status))
}

fn write(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, text)
}

/// The file with one more claim at its end; what is there stays as it is.
fn with_claim(text: &str, name: &str, args: &Add) -> Result<String, Trouble> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        let span = error.span().unwrap_or(0..0);
        let span = recount_model::Span::new(span.start, span.end);
        Trouble::words(name, &Arc::from(text), span, "the TOML is not valid", error.message())
    })?;
    let tables = document.entry("claim").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(tables) = tables.as_array_of_tables_mut() else {
        return Err(Trouble::Plain {
            message: format!("{name}: `claim` is not a list of tables"),
            help: Some("expected [[claim]]".to_owned()),
        });
    };
    let mut table = Table::new();
    table.insert("says", value(args.statement.as_str()));
    table.insert("week", value(toml_date(args.week)));
    table.insert("source", value(args.source.as_str()));
    if let Some(url) = &args.url {
        table.insert("url", value(url.as_str()));
    }
    if let Some(expect) = args.expect {
        table.insert("expect", value(expect.word()));
    }
    if !text.is_empty() {
        table.decor_mut().set_prefix("\n");
    }
    tables.push(table);
    Ok(document.to_string())
}

fn toml_date(date: Date) -> toml_edit::Datetime {
    let date = toml_edit::Date {
        year: date.year().unsigned_abs(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    };
    toml_edit::Datetime { date: Some(date), time: None, offset: None }
}

/// The report about the last claim by hand of the dataset.
fn verdict(dataset: &Dataset, world: &World<'_>) -> Result<(String, Status), Vec<Trouble>> {
    let reader = Reader::new(&dataset.vocabulary)
        .with_sources(dataset.sources.iter().map(|s| (s.metric, s.name.as_str())));
    let options = Options { published: None, reference: dataset.last_day().unwrap_or(world.today) };
    let by_hand = hand::read(dataset, &reader, options);
    if !by_hand.troubles.is_empty() {
        return Err(by_hand.troubles);
    }
    let last = by_hand.read.into_iter().next_back();
    let (number, claims) = last.unwrap_or((0, Vec::new()));
    let voice = Voice(0);
    let said: Vec<Said<'_>> = claims.iter().map(|claim| Said { claim, voice }).collect();
    let checked = recount_checker::check(dataset, &said);
    let run = Run {
        dataset,
        articles: Vec::new(),
        hand: vec![Hand { claim: number, claims: 0..claims.len() }],
        claims: &claims,
        checked: Some(&checked),
    };
    let status = match run.is_fine() {
        true => Status::Fine,
        false => Status::Wrong,
    };
    Ok((recount_report::human(&run, world.look()), status))
}
