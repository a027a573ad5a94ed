//! The program `recount`: checks statements about weekly figures.
//!
//! This crate alone reads files and folders, knows the date and prints. What it
//! needs of the world is a [`World`], so that a test can give it another one.

mod add;
mod args;
mod articles;
mod check;
mod claims;
mod explain;
mod figures;
mod hand;
mod import;
mod trouble;
mod world;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use trouble::Trouble;
pub use world::{Status, World};

/// Runs the program in the world that there is.
#[must_use]
pub fn main() -> ExitCode {
    world::with_the_real_one(|world| run(std::env::args_os(), world)).into()
}

/// Runs the program with these arguments, the program's name first. Never
/// panics; everything that went wrong is written to `world.err`, all at once.
pub fn run(args: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> Status {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => return usage(&error, world),
    };
    let outcome = match args.command {
        Command::Check(args) => check::check(&args, world),
        Command::Extract(args) => check::extract(&args, world),
        Command::Import(args) => import::import(&args, world),
        Command::Explain(args) => explain::explain(&args, world),
        Command::Figures(args) => figures::figures(&args, world),
        Command::Add(args) => add::add(&args, world),
    };
    match outcome {
        Ok(status) => status,
        Err(troubles) => failed(&troubles, world),
    }
}

/// What a command gives: how it ended, or everything that kept it from running.
type Outcome = Result<Status, Vec<Trouble>>;

/// Help and version go where output goes; a mistake in the arguments does not.
fn usage(error: &clap::Error, world: &mut World<'_>) -> Status {
    let text = match world.color {
        true => error.render().ansi().to_string(),
        false => error.render().to_string(),
    };
    if error.use_stderr() {
        world.complain(&text);
        return Status::Failed;
    }
    world.print(&text)
}

fn failed(troubles: &[Trouble], world: &mut World<'_>) -> Status {
    let mut text = String::new();
    for trouble in troubles {
        text.push_str(&recount_report::problem(trouble, world.look()));
        text.push('\n');
    }
    let problems = match troubles.len() {
        1 => "1 problem".to_owned(),
        many => format!("{many} problems"),
    };
    text.push_str(&format!("recount could not run: {problems}\n"));
    world.complain(&text);
    // Complaints may be buffered; nothing else is written after them.
    let _ = world.err.flush();
    Status::Failed
}
