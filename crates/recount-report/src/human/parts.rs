//! What several parts of the report have in common.

use miette::Severity;
use recount_checker::Evidence;
use recount_dataset::Place;

use super::Report;
use crate::excerpt::{Excerpt, Label};
use crate::notice::Notice;
use crate::words;

/// So many lines of TOML are drawn for one figure, and for all of one finding.
const MOST_LINES: usize = 3;
const MOST_FIGURES: usize = 4;

impl Report<'_> {
    /// A text broken to the width, with one indent before the first line and
    /// another before the others.
    pub(super) fn paragraph(&self, first: &str, other: &str, words: &str) -> String {
        let (words, width) = (words::printable(words), self.look.width.max(40));
        crate::broken::paragraph(first, other, &words, width)
    }

    /// The figures that decide a claim, underlined in their TOML.
    pub(super) fn figures_of(&self, claim: usize, text: &mut String) {
        if let Some(finding) = self.view.finding(claim) {
            self.figures(&finding.evidence, text);
        }
    }

    /// Figures, underlined in their TOML: one drawing for each file.
    pub(super) fn figures(&self, evidence: &[Evidence], text: &mut String) {
        let mut labels: Vec<(Place, String)> = Vec::new();
        let mut more = evidence.len().saturating_sub(MOST_FIGURES);
        for one in evidence.iter().take(MOST_FIGURES) {
            let words = words::evidence(one, self.view.vocabulary());
            let words = match one.places.len() {
                0 | 1 => words,
                lines => format!("{words} ({lines} lines)"),
            };
            label_lines(&mut labels, &one.places, words);
            more += usize::from(one.places.is_empty());
        }
        labels.sort_by_key(|(place, _)| *place);
        for same in labels.chunk_by(|(a, _), (b, _)| a.file == b.file) {
            self.draw_figures(same, more, text);
        }
    }

    fn draw_figures(&self, labels: &[(Place, String)], more: usize, text: &mut String) {
        let Some((first, _)) = labels.first() else {
            return;
        };
        let in_file = labels.iter().map(|(place, words)| Label { span: place.span, text: words.clone() });
        let in_file: Vec<Label> = in_file.collect();
        let file = self.view.file(first.file);
        let notice = Notice {
            code: None,
            severity: Severity::Advice,
            message: "the figures".to_owned(),
            help: (more > 0).then(|| format!("and {more} more, listed by --format json")),
            excerpt: Some(Excerpt::new(file, &in_file, self.look.source_width())),
        };
        text.push_str(&notice.draw(self.look));
        text.push('\n');
    }

    /// A place of the dataset, underlined.
    pub(super) fn excerpt_of_place(&self, place: Place, words: &str) -> Excerpt {
        let (file, span) = self.view.place(place);
        let label = Label { span, text: words.to_owned() };
        Excerpt::new(file, &[label], self.look.source_width())
    }
}

/// Underlines the first places of a figure; its words stand under the first
/// that no other figure has, else beside those of the other.
fn label_lines(labels: &mut Vec<(Place, String)>, places: &[Place], words: String) {
    let mut words = Some(words);
    for place in places.iter().take(MOST_LINES) {
        if labels.iter().all(|(known, _)| known != place) {
            labels.push((*place, words.take().unwrap_or_default()));
        }
    }
    let Some((words, first)) = words.zip(places.first()) else {
        return;
    };
    if let Some((_, label)) = labels.iter_mut().find(|(known, _)| known == first) {
        let apart = if label.is_empty() { "" } else { "\n" };
        label.push_str(apart);
        label.push_str(&words);
    }
}
