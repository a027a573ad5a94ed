//! One name, one thing.

use recount_model::{MetricId, Name, Span};
use rustc_hash::FxHashMap;

use crate::problem::Problem;
use crate::raw::Word;

/// Every name so far, as texts are matched: whatever the case, hyphens and
/// spaces.
#[derive(Default)]
pub(crate) struct Names {
    taken: FxHashMap<String, (Name, Span)>,
}

/// The name as it is matched.
fn folded(name: &str) -> String {
    let matters = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}' | '\u{2011}');
    name.chars().filter(matters).flat_map(char::to_lowercase).collect()
}

impl Names {
    /// Adds a name of `thing`; a mistake if it is another thing's name
    /// already. Metrics may share their unit.
    pub(crate) fn add(&mut self, word: Word<'_>, thing: Name, problems: &mut Vec<Problem>) {
        let key = folded(word.text);
        if key.is_empty() {
            let message = format!("\"{}\" cannot be a name", word.text);
            let expected = "expected more than spaces and hyphens";
            problems.push(Problem::at(0, word.span, message, expected));
            return;
        }
        match self.taken.get(&key) {
            None => {
                self.taken.insert(key, (thing, word.span));
            }
            Some((other, first)) if !may_share(*other, thing) => {
                let message = format!("the name \"{}\" is used for two things", word.text);
                let label = format!("a name of {} here", kind(thing));
                let problem = Problem::at(0, word.span, message, label)
                    .with_first(*first, format!("and of {} here", kind(*other)))
                    .with_help("names match whatever their case, hyphens and spaces");
                problems.push(problem);
            }
            Some(_) => {}
        }
    }
}

/// May both have the same name?
fn may_share(one: Name, other: Name) -> bool {
    let metric = |name: Name| -> Option<(MetricId, bool)> {
        match name {
            Name::Metric(id) => Some((id, false)),
            Name::Unit(id) => Some((id, true)),
            Name::Subject(_) | Name::Scope(_) => None,
        }
    };
    match (metric(one), metric(other)) {
        (Some((one, unit)), Some((other, other_unit))) => one == other || unit || other_unit,
        _ => one == other,
    }
}

fn kind(name: Name) -> &'static str {
    use recount_model::Subject;
    match name {
        Name::Subject(Subject::Entity(_)) => "an [[entity]]",
        Name::Subject(Subject::Group(_)) => "a [[group]]",
        Name::Subject(Subject::Series(_)) => "a series",
        Name::Metric(_) | Name::Unit(_) => "a [[metric]]",
        Name::Scope(_) => "a [[scope]]",
    }
}
