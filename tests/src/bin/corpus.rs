//! Prints what the grammar reads of the labelled corpus, or of a folder laid out like it.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = std::env::args_os().nth(1).map_or_else(recount_tests::corpus::folder, PathBuf::from);
    let (text, code) = match recount_tests::corpus::measure_in(&folder) {
        Ok(corpus) => (recount_tests::corpus::show::show(&corpus), ExitCode::SUCCESS),
        Err(errors) => (errors.join("\n") + "\n", ExitCode::FAILURE),
    };
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => code,
        Err(_) => ExitCode::FAILURE,
    }
}
