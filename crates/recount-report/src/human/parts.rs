//! What several parts of the report have in common.

use miette::Severity;
use recount_checker::Evidence;
use recount_dataset::Place;
use textwrap::{Options, WordSplitter};

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
        let options = Options::new(self.look.width.max(40))
            .initial_indent(first)
            .subsequent_indent(other)
            .word_splitter(WordSplitter::NoHyphenation);
        let mut text = textwrap::fill(&words::printable(words), options);
        text.push('\n');
        text
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
            for (number, place) in one.places.iter().take(MOST_LINES).enumerate() {
                if labels.iter().any(|(known, _)| known == place) {
                    continue;
                }
                let label = match (number, one.places.len()) {
                    (0, 1) => words.clone(),
                    (0, lines) => format!("{words} ({lines} lines)"),
                    _ => String::new(),
                };
                labels.push((*place, label));
            }
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
        let in_file = labels.iter().map(|(place, words)| Label {
            span: place.span,
            text: words.clone(),
        });
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
        let label = Label {
            span,
            text: words.to_owned(),
        };
        Excerpt::new(file, &[label], self.look.source_width())
    }
}
