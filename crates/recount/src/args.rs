//! The arguments: section 9 of the design.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use recount_model::Verdict;

/// Checks statements about weekly figures: which hold, which do not, and which
/// cannot all be true together.
#[derive(Debug, Parser)]
#[command(name = "recount", version, max_term_width = 100)]
#[command(after_help = "Exit status: 0 nothing wrong; 1 a claim is refuted, an expectation fails, \
or claims conflict; 2 the check could not run.")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check articles and claims by hand against the figures and each other.
    Check(Check),
    /// List the claims of articles, without verdicts; needs no figures.
    Extract(Extract),
    /// Turn a source's export (CSV or JSON) into figures, week by week.
    Import(Import),
    /// Show what each layer of the grammar sees in a statement.
    Explain(Explain),
    /// Show series as a table with sparklines.
    Figures(Figures),
    /// Add a claim by hand, checked before it is written.
    Add(Add),
}

/// What articles are read, and with what they are compared.
#[derive(Debug, clap::Args)]
pub(crate) struct Read {
    /// Files and folders (.md, .txt, .html; hidden files are left out), `-` for
    /// standard input; none means `articles/` beside the claims folder.
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) claims: Claims,
    /// When the articles were published: wins over what they say themselves.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) published: Option<Date>,
}

/// The folder of claims.
#[derive(Debug, clap::Args)]
pub(crate) struct Claims {
    /// The folder with vocabulary.toml, figures/ and by-hand/; by default
    /// `claims/` in the nearest folder from the current one upwards.
    #[arg(long = "claims", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) read: Read,
    /// What to print.
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub(crate) format: CheckFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) read: Read,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Human,
    Json,
    Sarif,
    Markdown,
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// The export: .csv or .json, `-` for standard input.
    pub(crate) file: PathBuf,
    /// The id of the metric.
    #[arg(long)]
    pub(crate) metric: String,
    /// Who publishes the figures, and as of when.
    #[arg(long)]
    pub(crate) source: String,
    /// The licence of the data.
    #[arg(long)]
    pub(crate) license: Option<String>,
    /// How far a figure may be revised, such as "0.5%".
    #[arg(long)]
    pub(crate) tolerance: Option<String>,
    /// The column of dates.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) date: Option<String>,
    /// The column of series.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) series: Option<String>,
    /// The column of values.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) value: Option<String>,
    /// What the dates are.
    #[arg(long, value_enum, default_value_t = Dates::Day)]
    pub(crate) dates: Dates,
    /// Every period lists the largest there are: ranks and tops are known. Left out, a period is complete only where
    /// the source gives `other`.
    #[arg(long)]
    pub(crate) complete: bool,
    /// The folder of figures that is written.
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    #[command(flatten)]
    pub(crate) claims: Claims,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Dates {
    /// The day of the figure.
    Day,
    /// The first day of the week.
    WeekStart,
    /// The last day of the week.
    WeekEnd,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// A sentence; `-` reads one statement a line from standard input.
    pub(crate) statement: String,
    #[command(flatten)]
    pub(crate) claims: Claims,
    /// When it was published.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) published: Option<Date>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Figures {
    /// Entities, groups, series or metrics by name or id; none means the groups
    /// and the largest series of each metric.
    pub(crate) names: Vec<String>,
    #[command(flatten)]
    pub(crate) claims: Claims,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Add {
    /// What is claimed, in one sentence.
    pub(crate) statement: String,
    /// The first day of the week that it speaks of.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) week: Date,
    /// Who said it, and where.
    #[arg(long)]
    pub(crate) source: String,
    /// Where it can be read.
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// The verdict that it is held to; another one keeps it from being written.
    #[arg(long, value_name = "VERDICT", value_parser = verdict)]
    pub(crate) expect: Option<Verdict>,
    #[command(flatten)]
    pub(crate) claims: Claims,
}

fn verdict(word: &str) -> Result<Verdict, String> {
    let words = || Verdict::ALL.iter().map(|verdict| verdict.word());
    Verdict::from_word(word)
        .ok_or_else(|| format!("expected one of {}", words().collect::<Vec<_>>().join(", ")))
}

fn day(word: &str) -> Result<Date, String> {
    word.parse().map_err(|_| "expected a date such as 2026-06-30".to_owned())
}
