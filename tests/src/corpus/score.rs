//! What the grammar reads of the corpus, held against the labels.

use jiff::civil::Date;
use recount_grammar::{Format, Options, Reader};
use recount_model::AssertionFields;

use super::notation::World;
use super::sheet::{Entry, Label, Line, Listing};

/// What became of one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The file.
    pub sheet: String,
    /// The constructions of its entry.
    pub ids: Vec<String>,
    /// The text.
    pub text: String,
    /// Is there something in it that must be read or listed?
    pub worthy: bool,
    /// Read as labelled.
    pub right: Vec<AssertionFields>,
    /// Read otherwise than labelled, or read where nothing is said.
    pub wrong: Vec<AssertionFields>,
    /// Labelled and not read.
    pub missed: Vec<AssertionFields>,
    /// What the program said of the words that it did not read.
    pub remarks: Vec<String>,
    /// Worth a check, and neither read nor listed.
    pub silent: bool,
    /// Something in it was missed, and nothing of it is read wrongly or listed.
    pub half_silent: bool,
    /// Listed as not understood, where it is not checkable.
    pub misfiled: bool,
}

/// Reads an entry, a sentence as a statement and several lines as an article,
/// and holds what was read against its labels.
///
/// # Errors
/// Every label that is no assertion, with its line in the file.
pub fn score(
    sheet: &str,
    entry: &Entry,
    reader: &Reader<'_>,
    world: &World<'_>,
) -> Result<Vec<Outcome>, Vec<String>> {
    let options = Options { published: Some(world.published), reference: reference(world.published) };
    let (text, starts) = entry.text();
    let reading = match entry.lines.as_slice() {
        [line] => reader.statement(&line.text, None, &options),
        _ => reader.read(&text, Format::Markdown, &options),
    };
    let (mut outcomes, mut errors) = (Vec::new(), Vec::new());
    for (line, start) in entry.lines.iter().zip(starts) {
        if line.text.is_empty() || line.text.starts_with("|--") {
            continue;
        }
        let end = start + line.text.len();
        let claims = reading.claims.iter().filter(|claim| (start..=end).contains(&claim.span.start));
        let read: Vec<AssertionFields> =
            claims.map(|claim| claim.assertion.fields(world.vocabulary)).collect();
        errors.extend(read.iter().filter_map(|fields| senseless(fields, line, world)));
        let overlaps = |span: recount_model::Span| span.start < end && span.end > start;
        let listed = |remarks: &[recount_model::Remark]| -> Vec<String> {
            let remarks = remarks.iter().filter(|remark| overlaps(remark.span));
            remarks.map(|remark| format!("{}: {}", remark.span.of(&text), remark.reason)).collect()
        };
        let (aside, unread) = (listed(&reading.not_checkable), listed(&reading.not_understood));
        match hold(line, read, world) {
            Ok(mut outcome) => {
                outcome.sheet = sheet.to_owned();
                outcome.ids.clone_from(&entry.ids);
                outcome.misfiled =
                    line.listing == Listing::NotCheckable && aside.is_empty() && !unread.is_empty();
                outcome.remarks = aside.into_iter().chain(unread).collect();
                judge(&mut outcome, line);
                outcomes.push(outcome);
            }
            Err(wrong) => errors.extend(wrong),
        }
    }
    if errors.is_empty() { Ok(outcomes) } else { Err(errors) }
}

/// What is read can be given by hand: nothing that no sentence says.
fn senseless(fields: &AssertionFields, line: &Line, world: &World<'_>) -> Option<String> {
    let errors = fields.resolve(world.vocabulary).err()?;
    let errors = errors.iter().map(|error| format!("{}: {}", error.field, error.found));
    Some(format!("{}: read as {}", line.number, errors.collect::<Vec<_>>().join("; ")))
}

/// The corpus counts as read on the day that it was published.
fn reference(published: Date) -> Date {
    published
}

fn hold(line: &Line, mut read: Vec<AssertionFields>, world: &World<'_>) -> Result<Outcome, Vec<String>> {
    let mut outcome = Outcome { text: line.text.clone(), ..Outcome::default() };
    let mut errors = Vec::new();
    let (must, may): (Vec<&Label>, Vec<&Label>) = line.labels.iter().partition(|label| !label.free);
    for label in must.into_iter().chain(may) {
        let ways: Result<Vec<AssertionFields>, String> =
            label.ways.iter().map(|way| world.assertion(way)).collect();
        let ways = match ways {
            Ok(ways) => ways,
            Err(error) => {
                errors.push(format!("{}: {error}", label.number));
                continue;
            }
        };
        match read.iter().position(|fields| ways.contains(fields)) {
            Some(place) => outcome.right.push(read.remove(place)),
            None if label.free => {}
            None => outcome.missed.extend(ways.into_iter().next()),
        }
    }
    outcome.wrong = read;
    if errors.is_empty() { Ok(outcome) } else { Err(errors) }
}

fn judge(outcome: &mut Outcome, line: &Line) {
    let states = line.labels.iter().any(|label| !label.free);
    outcome.worthy = states || line.listing != Listing::Free;
    let nothing_read = outcome.right.is_empty() && outcome.wrong.is_empty();
    outcome.silent = outcome.worthy && nothing_read && outcome.remarks.is_empty();
    let unlisted = outcome.wrong.is_empty() && outcome.remarks.is_empty();
    let more = !outcome.missed.is_empty() || line.listing != Listing::Free;
    outcome.half_silent = more && unlisted && !outcome.silent;
}
