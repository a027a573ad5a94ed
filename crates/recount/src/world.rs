//! What the program needs of the world around it.

use std::io::{ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use recount_report::Look;

/// How a run ended: its exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// 0: nothing is wrong.
    Fine,
    /// 1: a claim is refuted, an expectation fails, or claims conflict.
    Wrong,
    /// 2: the program could not run.
    Failed,
}

impl Status {
    /// The number.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Wrong => 1,
            Self::Failed => 2,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status.code())
    }
}

/// Where the program runs.
pub struct World<'w> {
    /// The current folder: paths are relative to it.
    pub folder: PathBuf,
    /// The date, for years that nothing else gives.
    pub today: Date,
    /// Columns of a report.
    pub width: usize,
    /// Is the output a terminal that shows colours?
    pub color: bool,
    /// Standard input.
    pub input: &'w mut dyn Read,
    /// Standard output: reports.
    pub out: &'w mut dyn Write,
    /// Standard error: everything that kept the program from running, and notes.
    pub err: &'w mut dyn Write,
}

/// Columns of a report, wherever it is shown: the same run prints the same.
pub(crate) const WIDTH: usize = 100;

/// Calls `run` with the process's own folder, clock and streams.
pub(crate) fn with_the_real_one(run: impl FnOnce(&mut World<'_>) -> Status) -> Status {
    let (input, out, err) = (std::io::stdin(), std::io::stdout(), std::io::stderr());
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let mut world = World {
        // Where the current folder is gone, every path in it is reported as missing.
        folder: std::env::current_dir().unwrap_or_default(),
        today: Timestamp::now().to_zoned(TimeZone::UTC).date(),
        width: WIDTH,
        color: out.is_terminal() && !plain,
        input: &mut input.lock(),
        out: &mut out.lock(),
        err: &mut err.lock(),
    };
    run(&mut world)
}

impl World<'_> {
    /// How reports are drawn.
    pub(crate) const fn look(&self) -> Look {
        Look { width: self.width, color: self.color }
    }

    /// Writes output. A reader that has gone (`| head`) is no failure.
    pub(crate) fn print(&mut self, text: &str) -> Status {
        let written = self.out.write_all(text.as_bytes());
        match written.and_then(|()| self.out.flush()) {
            Ok(()) => Status::Fine,
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Status::Fine,
            Err(error) => {
                self.complain(&format!("recount: the output cannot be written: {error}\n"));
                Status::Failed
            }
        }
    }

    /// Writes to standard error; where that is closed, there is nobody to tell.
    pub(crate) fn complain(&mut self, text: &str) {
        let _ = self.err.write_all(text.as_bytes());
    }

    /// A path as given, from the current folder.
    pub(crate) fn path(&self, path: &Path) -> PathBuf {
        self.folder.join(path)
    }
}
