//! Prints what the grammar reads of the labelled corpus.

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let (text, code) = match recount_tests::corpus::measure() {
        Ok(corpus) => (recount_tests::corpus::show::show(&corpus), ExitCode::SUCCESS),
        Err(errors) => (errors.join("\n") + "\n", ExitCode::FAILURE),
    };
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => code,
        Err(_) => ExitCode::FAILURE,
    }
}
