//! `recount import`: a source's export becomes figures, week by week.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use recount_dataset::import::{self, Import as Made, Options, Written};
use recount_dataset::{Dataset, SourceFile, Sources};

use crate::args::{Dates, Import};
use crate::trouble::{Trouble, shown, text_of};
use crate::world::{Status, World};
use crate::{Outcome, claims};

/// Reads the export, updates the figures files that change, and says what
/// changed.
pub(crate) fn import(args: &Import, world: &mut World<'_>) -> Outcome {
    let mut troubles = Vec::new();
    let mut keep = |trouble| {
        troubles.push(trouble);
    };
    let input = input(&args.file, world).map_err(&mut keep).ok();
    let existing = existing(&args.to, world).map_err(&mut keep).ok();
    let dataset = vocabulary(args, world).map_err(|more| more.into_iter().for_each(&mut keep));
    let (Some(input), Some(existing), Ok(dataset)) = (input, existing, dataset) else {
        return Err(troubles);
    };
    let made = import::import(&options(args), &input, &dataset.vocabulary, &existing);
    let made = made.map_err(|problems| problems.into_iter().map(Trouble::from).collect::<Vec<_>>())?;
    for file in made.files.iter().filter(|file| file.changed) {
        write(&args.to, file, world).map_err(|trouble| vec![trouble])?;
    }
    Ok(world.print(&told(&made, &args.to)).max(Status::Fine))
}

fn options(args: &Import) -> Options {
    Options {
        metric: args.metric.clone(),
        source: args.source.clone(),
        license: args.license.clone(),
        tolerance: args.tolerance.clone(),
        date: args.date.clone(),
        series: args.series.clone(),
        value: args.value.clone(),
        dates: match args.dates {
            Dates::Day => import::Dates::Day,
            Dates::WeekStart => import::Dates::WeekStart,
            Dates::WeekEnd => import::Dates::WeekEnd,
        },
        complete: args.complete,
    }
}

fn input(path: &Path, world: &mut World<'_>) -> Result<SourceFile, Trouble> {
    let name = shown(path);
    let unreadable = |error: std::io::Error| Trouble::unreadable(&name, &error);
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        world.input.read_to_end(&mut bytes).map_err(unreadable)?;
        bytes
    } else {
        std::fs::read(world.path(path)).map_err(unreadable)?
    };
    let text = text_of(&name, bytes)?;
    Ok(SourceFile { name, text })
}

/// The figures files that are there already; none where the folder is not.
fn existing(to: &Path, world: &World<'_>) -> Result<Vec<SourceFile>, Trouble> {
    let folder = world.path(to);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let unreadable = |error: std::io::Error| Trouble::unreadable(&shown(to), &error);
    let mut names: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
        let name = PathBuf::from(entry.map_err(unreadable)?.file_name());
        if name.extension().is_some_and(|ending| ending == "toml") {
            names.push(name);
        }
    }
    names.sort();
    let read = names.into_iter().map(|name| {
        let path = to.join(name);
        let name = shown(&path);
        let bytes = std::fs::read(world.path(&path));
        let bytes = bytes.map_err(|error| Trouble::unreadable(&name, &error))?;
        let text: Arc<str> = text_of(&name, bytes)?;
        Ok(SourceFile { name, text })
    });
    read.collect()
}

/// The vocabulary alone: the figures that it speaks of may be yet to come. It
/// stands beside the folder of figures, unless `--claims` says otherwise.
fn vocabulary(args: &Import, world: &World<'_>) -> Result<Dataset, Vec<Trouble>> {
    let beside = args.to.parent();
    let beside = beside.filter(|folder| world.path(folder).join("vocabulary.toml").is_file());
    let folder = match (&args.claims.folder, beside) {
        (None, Some(beside)) => beside.to_path_buf(),
        (_, _) => claims::folder(&args.claims, world).map_err(|trouble| vec![trouble])?,
    };
    let path = folder.join("vocabulary.toml");
    let name = shown(&path);
    let bytes = std::fs::read(world.path(&path));
    let bytes = bytes.map_err(|error| vec![Trouble::unreadable(&name, &error)])?;
    let text = text_of(&name, bytes).map_err(|trouble| vec![trouble])?;
    claims::load(Sources { vocabulary: Some(SourceFile { name, text }), ..Sources::default() })
}

fn write(to: &Path, file: &Written, world: &World<'_>) -> Result<(), Trouble> {
    let path = to.join(&file.name);
    let unwritable = |error: std::io::Error| Trouble::unwritable(&shown(&path), &error);
    std::fs::create_dir_all(world.path(to)).map_err(unwritable)?;
    std::fs::write(world.path(&path), &file.text).map_err(unwritable)
}

fn told(made: &Made, to: &Path) -> String {
    let mut text = String::new();
    for file in &made.files {
        let path = shown(&to.join(&file.name));
        text.push_str(&match file.changed {
            true => format!(
                "{path}: {} added, {} updated, {} as before\n",
                periods(file.added),
                file.updated,
                file.kept
            ),
            false => format!("{path}: unchanged ({})\n", periods(file.kept)),
        });
    }
    if made.files.is_empty() {
        text.push_str("no figures: nothing was written\n");
    }
    for note in &made.notes {
        text.push_str(&format!("note: {note}\n"));
    }
    text
}

fn periods(number: usize) -> String {
    match number {
        1 => "1 period".to_owned(),
        many => format!("{many} periods"),
    }
}
