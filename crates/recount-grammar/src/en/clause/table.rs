//! Rows of tables: the name in one cell, its figures in the others, and what
//! each is from the header of its column.

mod cell;
mod head;
mod over;
mod weeks;

use recount_model::MetricId;

use super::{About, Act, Adjuncts, Anchor, Item, Mood, Np, Said, Who};
use crate::en::phrase::Chunks;
use crate::en::phrase::time::Time;

use self::cell::{Cell, figures};
pub use self::head::{Column, Head, head, scale_of};
pub use self::over::{Over, under};

/// What a row stands under.
#[derive(Clone, Copy, Debug)]
pub struct Above<'a> {
    /// What each column is.
    pub heads: &'a [Head],
    /// The power of ten that the words around the table give.
    pub scale: Option<i32>,
    /// Does the heading over it name one thing, of which its figures are?
    pub headed: bool,
}

/// What a row says.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it says.
    pub items: Vec<Item>,
    /// The columns whose figures no rule reads.
    pub unread: Vec<usize>,
}

/// Reads a row of these cells.
///
/// # Errors
/// Why it says nothing, in plain words.
pub fn row(cells: &[Chunks<'_>], above: Above<'_>) -> Result<Row, &'static str> {
    let cells: Vec<Chunks<'_>> = cells.iter().map(|cell| cell::without_notes(*cell)).collect();
    let kinds: Vec<Cell> = cells.iter().map(|cell| cell::kind(*cell)).collect();
    let reader = Reader { cells, kinds, above };
    reader.under_names().map_or_else(|| reader.named(), Ok)
}

/// A figure behind its label.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// What is said.
    pub act: Act,
    /// The metric that the label names.
    pub metric: Option<MetricId>,
    /// When, and against when, as the label says.
    pub times: Vec<Time>,
}

/// Reads a label and the figure behind it as the head of a column and a cell
/// under it; `None` where a word of either is not understood, or where the label
/// says neither what is counted nor when.
#[must_use]
pub fn labelled(label: Chunks<'_>, value: Chunks<'_>) -> Option<Labelled> {
    let head = head(label);
    let (mut acts, whole) = figures(value, &head, None);
    let act = acts.pop().filter(|_| whole && head.who.is_none() && acts.is_empty())?;
    let counted = matches!(&act, Act::Level { metrics, .. } if !metrics.is_empty());
    let read = match head.what {
        Column::Level => counted || head.metric.is_some() || head.time.is_some(),
        Column::Rank | Column::Change | Column::Share => true,
        Column::Other | Column::Beside | Column::Note | Column::When => false,
    };
    if !read {
        return None;
    }
    Some(Labelled { act, metric: head.metric, times: head.time.into_iter().chain(head.base).collect() })
}

struct Reader<'p, 'a> {
    cells: Vec<Chunks<'p>>,
    kinds: Vec<Cell>,
    above: Above<'a>,
}

impl Reader<'_, '_> {
    fn head(&self, place: usize) -> Head {
        let head = self.above.heads.get(place).cloned().unwrap_or(Head::PLAIN);
        // A name over a row that has a name of its own is none of both.
        match head.who {
            Some(_) => Head { what: Column::Other, ..head },
            None => head,
        }
    }

    fn what(&self, place: usize) -> Column {
        self.above.heads.get(place).map_or(Column::Level, |head| head.what)
    }

    /// Whose row it is: the name that stands beside no other word, but for whose
    /// it is in turn, "Birch | the south".
    fn whose(&self) -> Result<(usize, Np), &'static str> {
        let names = || {
            self.kinds.iter().enumerate().filter_map(|(place, kind)| match kind {
                Cell::Name(np) => Some((place, np)),
                _ => None,
            })
        };
        let own = |place: &usize| !matches!(self.what(*place), Column::Beside | Column::Note);
        let mut all: Vec<(usize, &Np)> = names().filter(|(place, _)| own(place)).collect();
        if all.is_empty() {
            all = names().take(1).collect();
        }
        let things: Vec<_> = all.iter().filter(|(_, np)| cell::is_thing(np)).collect();
        let (place, np) = match (all.as_slice(), things.as_slice()) {
            ([], _) if self.kinds.iter().any(|kind| matches!(kind, Cell::Total)) => {
                return Err("a total: of these rows or of everything, is not said");
            }
            ([], _) => return Err("a row that names nothing of the vocabulary"),
            ([one], _) => *one,
            (_, [one]) => **one,
            _ => return Err("a row with several names"),
        };
        let thing = cell::is_thing(np);
        for (other, kind) in self.kinds.iter().enumerate().filter(|(other, _)| *other != place) {
            let limits = match (kind, self.what(other)) {
                (Cell::Text, Column::Note) => false,
                (Cell::Text, Column::Beside) => !thing,
                (Cell::Text | Cell::Total, _) => true,
                _ => false,
            };
            if limits {
                return Err("words beside the name that may limit what is said of it");
            }
        }
        Ok((place, np.clone()))
    }

    /// The week that a cell of the row tells.
    fn when(&self, name: usize) -> Result<Option<Time>, &'static str> {
        let mut found = None;
        for (place, kind) in self.kinds.iter().enumerate().filter(|(place, _)| *place != name) {
            let first = place == 0 && self.above.heads.is_empty();
            if self.what(place) != Column::When && !first {
                continue;
            }
            let weekly = self.above.heads.get(place).and_then(|head| head.weekly);
            let time = match (kind, weekly) {
                (Cell::Empty, _) => continue,
                (Cell::Time(time), Some(weekly)) => Some(weeks::week_of(time, weekly)),
                (Cell::Time(time), None) => Some(time.clone()),
                _ if first => continue,
                _ => None,
            };
            if time.is_none() || found.is_some() {
                return Err("when it was, no rule reads");
            }
            found = time;
        }
        Ok(found)
    }

    /// A row of one name.
    fn named(&self) -> Result<Row, &'static str> {
        let (label, name) = self.whose()?;
        let when = self.when(label)?;
        // Beside several weeks, a rank or a change without a week is of any of them.
        let heads = || (0..self.cells.len()).map(|place| self.head(place));
        let dated = heads().filter(|head| head.what == Column::Level && head.time.is_some()).count();
        let undated =
            heads().any(|head| head.what == Column::Level && head.metric.is_some() && head.time.is_none());
        let metrics: Vec<MetricId> = heads().filter_map(|head| head.metric).collect();
        let mut items = Vec::new();
        let mut unread = Vec::new();
        let mut levels: Vec<(Option<Time>, Option<MetricId>)> = Vec::new();
        for (place, part) in self.cells.iter().enumerate().filter(|(place, _)| *place != label) {
            let head = self.head(place);
            // "flat", "unchanged" under "Change".
            let still = head.what == Column::Change
                && matches!(self.kinds.get(place), Some(Cell::Empty))
                && !figures(*part, &head, None).0.is_empty();
            if !still && !matches!(self.kinds.get(place), Some(Cell::Figure)) {
                continue;
            }
            // "Last week" beside "Tokens": the figure of last week, or the place?
            let bare = head.what == Column::Level && head.metric.is_none() && head.time.is_some() && undated;
            let (acts, whole) =
                if bare { (Vec::new(), false) } else { figures(*part, &head, self.above.scale) };
            if !whole {
                unread.push(place);
            }
            for act in acts {
                let level = matches!(act, Act::Level { .. });
                if !level && dated > 1 && head.time.is_none() {
                    unread.push(place);
                    continue;
                }
                if level {
                    if levels.contains(&(head.time.clone(), head.metric)) {
                        // Two amounts of one name in one row are not both the week's.
                        return Err("several amounts in one row");
                    }
                    levels.push((head.time.clone(), head.metric));
                }
                let metric = head.metric.or_else(|| metrics.first().copied().filter(|_| metrics.len() == 1));
                let time = head.time.clone().or_else(|| when.clone());
                items.push(self.said(name.clone(), act, time, &head, metric, place));
            }
        }
        Ok(Row { items, unread })
    }

    /// A row whose names stand over its cells, and whose first cell tells when, or
    /// what its figures are: "June 22-28 | 4.19 | 3.63" under "Week | North | South".
    fn under_names(&self) -> Option<Row> {
        let first = *self.cells.first().filter(|cell| !cell.is_empty())?;
        let label = head(first);
        // A day under "Week of" is its week.
        let weekly = self.above.heads.first().and_then(|head| head.weekly);
        let week = label.time.as_ref().zip(weekly).map(|(time, weekly)| weeks::week_of(time, weekly));
        let label = Head { time: week.or_else(|| label.time.clone()), ..label };
        let heads = || self.above.heads.iter().enumerate().skip(1);
        let named = heads().filter(|(_, head)| head.who.is_some());
        let count = named.clone().count();
        let untold = label.time.is_none() && label.metric.is_none() && label.what == Column::Level;
        let told = label.who.is_none()
            && matches!(label.what, Column::Rank | Column::Level | Column::Change | Column::Share);
        // "Tokens | 4.19 | 3.63" under weeks, below the name of the one whose they are.
        let dated = heads().all(|(_, head)| head.is_dated() && head.what == Column::Level);
        let carried = self.above.headed && count == 0 && dated && label.time.is_none();
        let one = named.clone().next().filter(|_| count == 1).and_then(|(_, head)| head.who.clone());
        if !told || count == 0 && !carried || untold {
            return None;
        }
        let mut items = Vec::new();
        let mut unread = Vec::new();
        for (place, over) in heads() {
            let Some(part) = self.cells.get(place) else { continue };
            if !matches!(self.kinds.get(place), Some(Cell::Figure)) {
                continue;
            }
            // "Total" beside names: theirs, or of everything?
            let who = over.who.clone().filter(|np| np.who != Who::Total || count == 1);
            // "Week | Tokens of the platform | Change": of the only one who is named.
            let beside = matches!(over.what, Column::Rank | Column::Change | Column::Share);
            let who = who.or_else(|| one.clone().filter(|_| beside && label.what == Column::Level));
            let who = who.or_else(|| carried.then(|| Np::carried(first.span(first.at, first.to))));
            let Some(who) = who else {
                unread.push(place);
                continue;
            };
            let metric = over.metric.or(label.metric);
            let what = if label.what == Column::Level { over.what } else { label.what };
            let time = label.time.clone().or_else(|| over.time.clone().filter(|_| carried));
            let scale = over.scale.or(label.scale);
            let percent = over.percent || label.percent;
            let one = Head { what, scale, metric, time, percent, ..label.clone() };
            let (acts, whole) = figures(*part, &one, self.above.scale);
            if !whole {
                unread.push(place);
            }
            for act in acts {
                items.push(self.said(who.clone(), act, one.time.clone(), &one, metric, place));
            }
        }
        (!items.is_empty()).then_some(Row { items, unread })
    }

    /// What one cell says.
    fn said(
        &self,
        who: Np,
        act: Act,
        time: Option<Time>,
        head: &Head,
        metric: Option<MetricId>,
        place: usize,
    ) -> Item {
        let adjuncts = Adjuncts {
            times: time.into_iter().chain(head.base.clone()).collect(),
            about: metric.map(About::Metric),
            // The time over one column is not that of the next one.
            local: head.time.is_some(),
            ..Adjuncts::default()
        };
        let span = self.cells.get(place).map_or(who.span, |cell| cell.span(cell.at, cell.to));
        Item::Said(Box::new(Said {
            beside: false,
            who,
            act,
            negated: false,
            no_longer: false,
            mood: Mood::Plain,
            adjuncts,
            anchor: Anchor::Clause,
            span,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::en::clause::testing::article;

    #[test]
    fn heads_tell_what_the_cells_are() {
        let text = "Weekly token usage (trillion):\n\n| Region | June 15-21 | June 22-28 |\n\
                    |---|---|---|\n| North | 11.3 | 11.8 |\n";
        let claims: Vec<String> = article(text).into_iter().filter(|word| word.len() > 1).collect();
        assert_eq!(
            claims,
            [
                "In the week of 15 June 2026, the north was 11.3 trillion tokens",
                "the north was 11.8 trillion tokens"
            ]
        );
        let text = "## Token usage last week\n\n| Rank | Model | Tokens (tn) | Change |\n|---|---|---|---|\n\
                    | 1 | Alder | 4.19 | +8.4% |\n";
        assert_eq!(
            article(text),
            [
                "Alder ranked number 1 by call volume", "Alder was 4.19 trillion tokens",
                "Alder rose by 8.4 percent"
            ]
        );
    }

    #[test]
    fn heads_that_say_percent_and_changes_between_two_weeks() {
        let text = "Weekly tokens:\n\n| Model | Tokens (T) | WoW (%) | Share, % |\n|-|-|-|-|\n\
                    | Alder | 4.19 | +34.9 | 17 |\n";
        assert_eq!(
            article(text),
            [
                "Alder was 4.19 trillion tokens",
                "Alder rose by 34.9 percent",
                "Alder accounted for 17 percent of the total call volume"
            ]
        );
        let text = "Weekly tokens:\n\n| Model | Previous week | Week of June 22 | Change |\n|-|-|-|-|\n\
                    | Alder | 3.1T | 4.19T | +34.9% |\n";
        assert_eq!(
            article(text),
            [
                "In the week of 15 June 2026, Alder was 3.1 trillion tokens",
                "Alder was 4.19 trillion tokens",
                "Alder rose by 34.9 percent"
            ]
        );
    }

    #[test]
    fn names_may_stand_over_the_cells() {
        let text = "Tokens in trillions.\n\n| Week | North | South |\n|---|---|---|\n\
                    | June 15-21 | 11.3 | 3.9 |\n| June 22-28 | 11.8 | – |\n";
        assert_eq!(
            article(text),
            [
                "In the week of 15 June 2026, the north was 11.3 trillion tokens",
                "In the week of 15 June 2026, the south was 3.9 trillion tokens",
                "the north was 11.8 trillion tokens"
            ]
        );
        let text = "## Token usage last week\n\n| | Alder | Birch |\n|---|---|---|\n\
                    | Tokens | 4.19T | 3.63T |\n| Change | +8.4% | -2% |\n";
        assert_eq!(
            article(text),
            [
                "Alder was 4.19 trillion tokens", "Birch was 3.63 trillion tokens",
                "Alder rose by 8.4 percent", "Birch fell by 2 percent"
            ]
        );
    }

    #[test]
    fn heads_that_are_not_understood_give_no_claim() {
        for head in ["Users", "Input tokens", "Peak", "Previous", "4-week change"] {
            let text =
                format!("## Token usage last week\n\n| Model | {head} |\n|---|---|\n| Alder | 4.19T |\n");
            assert_eq!(article(&text), ["?"], "{head}");
        }
        let text = "## Token usage last week\n\n| Model | Tokens |\n|---|---|\n| Alder | 4.19 |\n";
        assert_eq!(article(text), ["?"], "a number without a scale");
    }

    #[test]
    fn the_scale_that_the_words_around_a_table_give() {
        assert_eq!(scale_of("Weekly token usage by region, in trillions of tokens:"), Some(12));
        assert_eq!(scale_of("Weekly tokens (billion)"), Some(9));
        assert_eq!(scale_of("Alder passes 4 trillion tokens"), None);
        assert_eq!(scale_of("The trillion token question"), None);
    }

    #[test]
    fn the_thing_is_meant_not_whose_it_is() {
        let text = "Tokens last week.\n\n<table><tr><th>Maker</th><th>Model</th><th>Tokens</th></tr>\
                    <tr><td rowspan=2>South</td><td>Birch</td><td>3.63T</td></tr>\
                    <tr><td>Cedar<sup>1</sup></td><td>1.2T*</td></tr></table>\n";
        assert_eq!(article(text), ["Birch was 3.63 trillion tokens", "Cedar was 1.2 trillion tokens"]);
        // A model that nobody knows is not its maker, and a task is not everything.
        for row in ["South | Elm 9 | Chat", "Elm 9 | South | Chat", "North | Chat | –", "South | Total | –"]
        {
            let text = format!(
                "## Token usage last week\n\n| Name | Of | Task | Tokens |\n|-|-|-|-|\n| {row} | 4.19T |\n"
            );
            assert_eq!(article(&text), ["?"], "{row}");
        }
    }

    #[test]
    fn weeks_in_heads_and_cells() {
        let told =
            ["In the week of 15 June 2026, Alder was 3.1 trillion tokens", "Alder was 4.19 trillion tokens"];
        for table in [
            "| Model | Jun 15 | Jun 22 |\n|-|-|-|\n| Alder | 3.1T | 4.19T |",
            "| Model | Jun 21 | Jun 28 |\n|-|-|-|\n| Alder | 3.1T | 4.19T |",
            "| Week | Alder |\n|-|-|\n| Jun 15 | 3.1T |\n| Jun 22 | 4.19T |",
            "| Week ending | Alder |\n|-|-|\n| Jun 21 | 3.1T |\n| Jun 28 | 4.19T |",
            "| Week | Model | Tokens |\n|-|-|-|\n| Jun 15 | Alder | 3.1T |\n| Jun 22 | Alder | 4.19T |",
        ] {
            let claims = article(&format!("Weekly token usage:\n\n{table}\n"));
            let claims: Vec<_> = claims.into_iter().filter(|claim| claim != "-").collect();
            assert_eq!(claims, told, "{table}");
        }
        // Two rows of heads, one over several columns.
        let text = "Weekly token usage in trillions.\n\n<table><thead><tr><th rowspan=2>Model</th>\
                    <th colspan=2>Week of</th></tr><tr><th>June 15</th><th>June 22</th></tr></thead>\
                    <tr><td>Alder</td><td>3.1</td><td>4.19</td></tr></table>\n";
        let claims = article(text);
        assert_eq!(claims[..2], told, "{claims:?}");
    }

    #[test]
    fn what_is_not_sure_is_told_once() {
        // The same name twice: which of them is the week's?
        let text =
            "## Token usage last week\n\n| Model | Tokens |\n|-|-|\n| Alder | 3.1T |\n| Alder | 4.19T |\n";
        assert_eq!(article(text), ["?"]);
        let text = "## Token usage last week\n\n| Model | Price | Score |\n|-|-|-|\n\
                    | Alder | 3.1T | 51 |\n| Birch | 4.19T | 40 |\n";
        assert_eq!(article(text), ["?"]);
        let text = "## Token usage last week\n\n| Model | Tokens | Previous |\n|-|-|-|\n\
                    | Alder | 4.19T (+8.4%) | 3.1T |\n| Birch | 3.63T | 4T |\n";
        assert_eq!(
            article(text),
            [
                "Alder was 4.19 trillion tokens", "Alder rose by 8.4 percent",
                "Birch was 3.63 trillion tokens", "?"
            ]
        );
    }

    #[test]
    fn lists_take_their_scale_from_the_words_above_them() {
        for list in
            ["Weekly token usage, June 22–28, in trillions:", "## Token usage last week (tn)\n\nBy model:"]
        {
            let text = format!("{list}\n\n- Alder: 4.19\n- Birch – 3.63T\n");
            let claims: Vec<_> = article(&text).into_iter().filter(|claim| claim.len() > 1).collect();
            assert_eq!(
                claims,
                ["Alder was 4.19 trillion tokens", "Birch was 3.63 trillion tokens"],
                "{list}"
            );
        }
        let text = "Weekly token usage, June 22–28:\n\n- Alder: 4.19\n";
        assert!(article(text).iter().all(|claim| claim.len() == 1), "a scale that is not said");
    }

    #[test]
    fn a_cell_that_begins_with_a_scale() {
        let text = "Tokens last week.\n\n| Week | Alder |\n|-|-|\n| tn | 4.19T |\n| * bn | 3T |\n";
        assert!(!article(text).is_empty());
    }
}
