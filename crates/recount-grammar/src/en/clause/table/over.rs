//! What the words over a table say of its columns, and what its columns say of each other.

use super::super::Np;
use super::head::{Column, Head};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, When};

/// What a caption or a heading says of columns that tell nothing but when.
#[derive(Clone, Debug, Default)]
pub struct Over {
    /// Parts or places, where it says so.
    what: Option<Column>,
    /// Are its numbers percentages?
    percent: bool,
    /// Of what they are parts.
    whole: Option<Np>,
}

impl Over {
    /// What words say that are read as the head of a column is; nothing where they name amounts
    /// or no rule reads them.
    #[must_use]
    pub fn of(head: &Head) -> Option<Self> {
        let told = matches!(head.what, Column::Rank | Column::Share) && head.who.is_none();
        told.then(|| Self { what: Some(head.what), percent: head.percent, whole: head.whole.clone() })
    }
}

impl Head {
    /// Does it say nothing but when?
    #[must_use]
    pub fn is_dated(&self) -> bool {
        self.time.is_some() && self.metric.is_none() && self.scale.is_none() && self.who.is_none()
    }
}

/// The heads as they are meant under these words, and beside each other; `names` are their words.
pub fn under(heads: &mut [Head], over: Option<&Over>, names: &[String]) {
    if let Some(over) = over {
        for head in heads.iter_mut().filter(|head| head.what == Column::Level && head.is_dated()) {
            head.what = over.what.unwrap_or(head.what);
            head.percent |= over.percent;
            head.whole.clone_from(&over.whole);
        }
    }
    // "Last week (T) | Week before": one scale for both.
    let scales: Vec<i32> = heads.iter().filter_map(|head| head.scale).collect();
    if let Some((first, rest)) = scales.split_first()
        && rest.iter().all(|scale| scale == first)
    {
        for head in heads.iter_mut().filter(|head| head.what == Column::Level && head.is_dated()) {
            head.scale = Some(*first);
        }
    }
    places_before(heads, names);
    figures_before(heads, names);
}

/// "Tokens (T) | Previous week", "Share | Week before": the figure of the week before beside that of this one.
fn figures_before(heads: &mut [Head], names: &[String]) {
    const BEFORE: &[&str] = &[
        "previous week", "prev week", "prior week", "week before", "the week before", "a week before",
        "week earlier", "a week earlier", "week ago", "a week ago", "preceding week",
    ];
    let figures = |head: &Head| {
        let plain = head.time.is_none() && head.base.is_none() && head.who.is_none();
        plain && (head.what == Column::Share || head.what == Column::Level && head.metric.is_some())
    };
    for at in 1..heads.len().min(names.len()) {
        let (before, own) = heads.split_at_mut(at);
        let (Some(beside), Some(head), Some(name)) = (before.last(), own.first_mut(), names.get(at)) else {
            return;
        };
        let name = name.split(['(', ',', '[']).next().unwrap_or("").replace('.', "").trim().to_lowercase();
        if figures(beside) && BEFORE.contains(&name.as_str()) {
            let time = Time { role: Role::At, when: When::Previous(TimeUnit::Week) };
            let scale = head.scale.or(beside.scale);
            *head = Head { time: Some(time), scale, ..beside.clone() };
        }
    }
}

/// "Rank | Prev. | Model", "Pos | LW": the place of the week before beside that of this one.
fn places_before(heads: &mut [Head], names: &[String]) {
    const BEFORE: &[&str] = &[
        "prev", "previous", "prior", "lw", "previous rank", "prev rank", "prior rank", "previous place",
        "rank the week before", "place the week before", "previous week's rank", "previous position",
    ];
    let ranked: Vec<usize> =
        (0..heads.len()).filter(|at| heads.get(*at).is_some_and(|head| head.what == Column::Rank)).collect();
    let [rank] = ranked.as_slice() else { return };
    let undated = heads.get(*rank).is_some_and(|head| head.time.is_none());
    for at in [rank.checked_sub(1), rank.checked_add(1)].into_iter().flatten().filter(|_| undated) {
        let name = names.get(at).map(|name| name.replace('.', "").trim().to_lowercase()).unwrap_or_default();
        if let (Some(head), true) = (heads.get_mut(at), BEFORE.contains(&name.as_str())) {
            let time = Time { role: Role::At, when: When::Previous(TimeUnit::Week) };
            *head = Head { what: Column::Rank, time: Some(time), ..Head::PLAIN };
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn words_over_a_table_tell_what_its_weeks_hold() {
        let table = "| Region | June 15-21 | June 22-28 |\n|---|---|---|\n| North | 41.9% | 42.3% |\n";
        let shares = [
            "In the week of 15 June 2026, the north accounted for 41.9 percent of the total call volume",
            "the north accounted for 42.3 percent of the total call volume",
        ];
        for over in ["## Market share\n\n", "Token watch.\n\nShare of the total\n\n"] {
            assert_eq!(article(&format!("{over}{table}"))[..2], shares, "{over}");
        }
        let table = "| Model | June 15-21 | June 22-28 |\n|---|---|---|\n| Alder | 12th | No. 8 |\n";
        assert_eq!(
            article(&format!("## Tokens\n\n{table}")),
            [
                "In the week of 15 June 2026, Alder ranked number 12 by call volume",
                "Alder ranked number 8 by call volume"
            ]
        );
        let table = "| Model | June 15-21 | June 22-28 |\n|---|---|---|\n| Alder | 41.9% | 42.3% |\n";
        for over in ["## Token usage\n\n", "## Satisfaction\n\n", "## Share of the top five\n\n"] {
            assert!(article(&format!("{over}{table}")).iter().all(|claim| claim.len() == 1), "{over}");
        }
    }

    #[test]
    fn the_place_before_stands_beside_the_place() {
        let table = "| Rank | Prev. | Model | Tokens |\n|-|-|-|-|\n| 1 | 3 | Alder | 4.19T |\n";
        assert_eq!(
            article(&format!("## Token usage last week\n\n{table}")),
            [
                "Alder ranked number 1 by call volume",
                "In the week of 15 June 2026, Alder ranked number 3 by call volume",
                "Alder was 4.19 trillion tokens"
            ]
        );
    }

    #[test]
    fn the_figure_before_stands_beside_the_figure() {
        let then = "In the week of 15 June 2026, Alder was 3.9 trillion tokens";
        for before in ["Previous week", "Prior week (T)", "Week before", "A week earlier"] {
            let table = format!(
                "| Model | Tokens (T) | {before} | Users |\n|-|-|-|-|\n| Alder | 4.19 | 3.9 | 12 |\n"
            );
            let read = article(&format!("## Token usage, week of June 22\n\n{table}"));
            assert_eq!(read[..2], ["Alder was 4.19 trillion tokens", then], "{before}");
        }
        let table = "| Model | Staff | Previous week |\n|-|-|-|\n| Alder | 40 | 39 |\n";
        assert!(article(&format!("## Staff\n\n{table}")).iter().all(|claim| claim.len() == 1));
    }

    #[test]
    fn rows_of_labels_under_weeks_are_of_the_one_in_the_heading() {
        let table =
            "| | Week of June 15 | Week of June 22 |\n|-|-|-|\n| Tokens | 3.1T | 4.19T |\n| Rank | 2 | 1 |\n";
        assert_eq!(
            article(&format!("## Alder\n\n{table}")),
            [
                "In the week of 15 June 2026, Alder was 3.1 trillion tokens",
                "Alder was 4.19 trillion tokens",
                "In the week of 15 June 2026, Alder ranked number 2 by call volume",
                "Alder ranked number 1 by call volume"
            ]
        );
        assert!(article(&format!("## Tokens\n\n{table}")).iter().all(|claim| claim.len() == 1));
    }
}
