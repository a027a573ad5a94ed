//! What a search did not look at, so that nothing is cut in silence.

use recount_model::{Period, Vocabulary, period_words};

use super::statements::Statement;

/// What was left out of one component.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LeftOut {
    /// Was a limit reached, so that there may be more sets?
    pub(crate) sets: bool,
    /// So many times it could not be told in time whether there is one more.
    pub(crate) questions: usize,
    /// So many sets have no solution, but were not shown to be minimal.
    pub(crate) unproved: usize,
    /// Were only the nearest statements around each conflict searched for more?
    pub(crate) far: bool,
    /// Were of long sets only some looked for?
    pub(crate) longer: bool,
    /// So many statements clash with others, and were not looked at further.
    pub(crate) statements: usize,
}

impl LeftOut {
    /// What was left out elsewhere, too.
    pub(crate) fn add(&mut self, other: &Self) {
        self.sets |= other.sets;
        self.questions += other.questions;
        self.unproved += other.unproved;
        self.far |= other.far;
        self.longer |= other.longer;
        self.statements += other.statements;
    }

    /// One sentence, naming the component by what its statements speak of.
    pub(crate) fn words(&self, vocabulary: &Vocabulary, members: &[&Statement]) -> String {
        let mut why = Vec::new();
        if self.sets {
            why.push("a limit was reached, and there may be more conflicts".to_owned());
        }
        if self.questions > 0 {
            why.push(format!("{} could not be decided in time", counted(self.questions, "question")));
        }
        if self.unproved > 0 {
            why.push(format!(
                "{} that cannot all be true could not be made minimal in time",
                counted(self.unproved, "set")
            ));
        }
        if self.far {
            why.push("around each conflict only the nearest statements were searched for more".to_owned());
        }
        if self.longer {
            why.push(
                "of the ways to one conflict that take more than five statements one is shown".to_owned(),
            );
        }
        if self.statements > 0 {
            why.push(format!(
                "{} that clash with others were not looked at",
                counted(self.statements, "statement")
            ));
        }
        let metric = members.first().map_or("", |first| {
            let metric = vocabulary.metric(first.assertion.metric);
            metric.names.first().unwrap_or(&metric.id)
        });
        let periods = || members.iter().filter_map(|s| s.assertion.period);
        let span = match (periods().min(), periods().max()) {
            (Some(first), Some(last)) if first == last => format!(" in {}", period_words(first)),
            (Some(first), Some(last)) => format!(" from {} to {}", words(first), words(last)),
            (None, _) | (_, None) => String::new(),
        };
        format!("Of {} about {metric}{span}: {}.", counted(members.len(), "statement"), why.join("; "))
    }
}

fn words(period: Period) -> String {
    period_words(period)
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
