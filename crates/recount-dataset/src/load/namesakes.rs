//! A series that has the id of a group, and is none of its members.

use recount_model::{Span, Subject, Vocabulary};

use crate::problem::Problem;
use crate::raw::figures::RawFigures;
use crate::raw::vocabulary::RawVocabulary;

/// Both places are mistakes: what claims name is the group, and the figures are
/// those of the series, so that nobody would ever find them. A series of some
/// entity is found by that.
pub(super) fn namesakes(
    raw: &RawVocabulary<'_>,
    figures: &[RawFigures<'_>],
    vocabulary: &Vocabulary,
    problems: &mut Vec<Problem>,
) {
    for group in &raw.groups {
        let id = group.id.text;
        let Some(Subject::Group(found)) = vocabulary.find_subject(id) else {
            continue;
        };
        let series = vocabulary.series.iter().position(|series| series.id == id);
        let is = |other: recount_model::SeriesId| Some(other.index()) == series;
        let member = vocabulary.group(found).members.iter().any(|member| is(*member));
        let named = vocabulary.entities.iter().flat_map(|entity| &entity.series).any(|one| is(*one));
        if member || named {
            continue;
        }
        if let Some((file, span)) = first_figure(figures, id) {
            let message = format!("the group \"{id}\" does not hold the series \"{id}\"");
            let problem =
                Problem::at(0, group.id.span, message, "expected another id, or attributes of the series");
            let help = format!("give the series \"{id}\" what `where` selects, or list it in an [[entity]]");
            problems.push(problem.with_help(help));
            let message = format!("the series \"{id}\" has the id of a [[group]] that does not hold it");
            problems.push(Problem::at(file, span, message, "the first of its figures"));
        }
    }
}

fn first_figure(figures: &[RawFigures<'_>], id: &str) -> Option<(u32, Span)> {
    let mut all = figures.iter().flat_map(|file| {
        let sheets = file.sheets.iter().flat_map(|sheet| &sheet.figures);
        sheets.map(|figure| (file.file, figure))
    });
    let found = all.find(|(_, figure)| figure.series == id);
    found.map(|(file, figure)| (file, figure.span))
}
