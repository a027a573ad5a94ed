//! A file of labelled sentences.
//!
//! ```text
//! # a comment
//! C4+R8
//! > Alder rose 8% to 4.19 trillion tokens last week, followed by Birch at 3 trillion.
//!   change alder 8%
//!   level alder 4.19T
//!   level birch 3T
//!
//! O1
//! > Alder is expected to reach 5 trillion.
//!   not checkable
//! ```
//!
//! An entry ends at an empty line. It begins with the constructions that it
//! shows; its text is one `>` line, or several for a small article (`>` alone
//! is an empty line of the text), and behind each line stands what that line
//! says. `a | b` admits either, `? a` admits a reading that need not be made.
//! Instead of assertions stand `nothing` (it may be passed over in silence),
//! `listed` (it must be named as not understood or not checkable), or `not
//! checkable`. `listed` also stands beside assertions: more is said than they.

/// A line of text and what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The text, in Markdown.
    pub text: String,
    /// What must be read, as written.
    pub labels: Vec<Label>,
    /// Must something of it be listed?
    pub listing: Listing,
    /// Its number in the file, from 1.
    pub number: usize,
}

/// What a line must be listed under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// Nothing, if all that it says is read.
    #[default]
    Free,
    /// Not understood, or not checkable.
    Either,
    /// Not checkable.
    NotCheckable,
}

/// One assertion of a line, or several of which one will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// In the notation of labels.
    pub ways: Vec<String>,
    /// May it be left unread?
    pub free: bool,
    /// Its number in the file, from 1.
    pub number: usize,
}

/// A sentence, or a small article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The constructions that it shows.
    pub ids: Vec<String>,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl Entry {
    /// The text as the program gets it, and where in it each line begins.
    #[must_use]
    pub fn text(&self) -> (String, Vec<usize>) {
        let mut text = String::new();
        let starts = self.lines.iter().map(|line| {
            let start = text.len();
            text.push_str(&line.text);
            text.push('\n');
            start
        });
        let starts = starts.collect();
        (text, starts)
    }

    /// The lines that hold words.
    pub fn said(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !line.text.is_empty())
    }

    /// Does nothing in it state anything that can be checked?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.labels.iter().all(|label| label.free))
    }
}

/// The entries of a file.
///
/// # Errors
/// Every line that is out of place, with its number.
pub fn read(text: &str, known: impl Fn(&str) -> bool) -> Result<Vec<Entry>, Vec<String>> {
    let (mut entries, mut errors) = (Vec::new(), Vec::new());
    let mut entry: Option<Entry> = None;
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if line.starts_with('#') {
            continue;
        }
        if line.trim().is_empty() {
            entries.extend(entry.take());
            continue;
        }
        let Err(error) = add(&mut entry, line, number, &known) else { continue };
        errors.push(format!("{number}: {error}"));
    }
    entries.extend(entry);
    for entry in &entries {
        for line in entry.said() {
            if line.labels.is_empty() && line.listing == Listing::Free && !line.text.starts_with("|--") {
                errors.push(format!("{}: what this line says is not labelled", line.number));
            }
        }
    }
    if errors.is_empty() { Ok(entries) } else { Err(errors) }
}

fn add(
    entry: &mut Option<Entry>,
    line: &str,
    number: usize,
    known: &impl Fn(&str) -> bool,
) -> Result<(), String> {
    let Some(entry) = entry else {
        let ids: Vec<String> = line.split('+').map(|id| id.trim().to_owned()).collect();
        let unknown = ids.iter().find(|id| !known(id)).cloned();
        *entry = Some(Entry { ids, lines: Vec::new() });
        return unknown.map_or(Ok(()), |id| Err(format!("`{id}` is no construction")));
    };
    if let Some(text) = line.strip_prefix('>') {
        let text = text.strip_prefix(' ').unwrap_or(text).to_owned();
        // An empty line says nothing and needs no label.
        entry.lines.push(Line { text, number, ..Line::default() });
        return Ok(());
    }
    let Some(label) = line.strip_prefix("  ") else {
        return Err("neither text (`> `) nor a label (two spaces)".to_owned());
    };
    let last = entry.lines.last_mut().ok_or("a label before any text")?;
    match label.trim() {
        "nothing" if last.labels.is_empty() => {
            last.labels.push(Label { ways: Vec::new(), free: true, number });
        }
        "listed" => last.listing = Listing::Either,
        "not checkable" => last.listing = Listing::NotCheckable,
        label => {
            let (free, ways) = label.strip_prefix('?').map_or((false, label), |ways| (true, ways));
            let ways = ways.split('|').map(|way| way.trim().to_owned()).collect();
            last.labels.push(Label { ways, free, number });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(id: &str) -> bool {
        matches!(id, "C4" | "R8" | "plain")
    }

    #[test]
    fn entries_have_lines_and_lines_have_labels() {
        let text = "# sheet\nC4+R8\n> Alder rose.\n  change alder up | compare alder > birch\n  ? rank alder 1\n>\n> Hello.\n  nothing\n\nplain\n> Well.\n  listed\n";
        let entries = read(text, known).expect("a good sheet");
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[0].ids, ["C4", "R8"]);
        assert_eq!(entries[0].text(), ("Alder rose.\n\nHello.\n".to_owned(), vec![0, 12, 13]));
        let labels = &entries[0].lines[0].labels;
        assert_eq!((labels[0].ways.len(), labels[0].free, labels[1].free), (2, false, true));
        assert!(!entries[0].is_empty() && entries[1].is_empty());
        assert_eq!(entries[1].lines[0].listing, Listing::Either);
    }

    #[test]
    fn what_is_out_of_place_is_told_with_its_line() {
        for (text, error) in [
            ("C9\n> A.\n  nothing\n", "1: `C9` is no construction"),
            ("C4\n  nothing\n", "2: a label before any text"),
            ("C4\n> A.\nchange\n", "3: neither text"),
            ("C4\n> A.\n", "2: what this line says is not labelled"),
        ] {
            let errors = read(text, known).expect_err(text);
            assert!(errors[0].starts_with(error), "{errors:?}");
        }
    }
}
