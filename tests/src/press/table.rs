//! The table: weekly figures of some busy models and of their many quiet
//! neighbours, of whom only the planted contradictions speak.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::Dice;

/// Weeks of which the articles speak.
pub(super) const WEEKS: usize = 52;

/// The models of which they speak.
pub(super) const BUSY: &[&str] = &[
    "Alder", "Birch", "Cedar", "Durmast", "Elder", "Fir", "Ginkgo", "Hazel", "Ironbark", "Juniper", "Kauri",
    "Larch", "Maple", "Nutmeg", "Osier", "Poplar", "Quince", "Rowan", "Sorrel", "Tamarind",
];

/// The models of which only planted contradictions speak.
pub(super) const QUIET: &[&str] = &[
    "Agate", "Basalt", "Chalk", "Dolomite", "Emery", "Feldspar", "Gneiss", "Halite", "Iolite", "Jasper",
    "Kaolin", "Lazurite", "Marble", "Nephrite", "Obsidian", "Pumice", "Quartz", "Rutile", "Selenite",
    "Topaz", "Umber", "Vivianite", "Wulfenite", "Xenotime", "Yttria", "Zircon", "Amber", "Beryl", "Coral",
    "Diorite", "Epidote", "Flint", "Garnet", "Howlite", "Ilmenite", "Jadeite", "Kyanite", "Larimar", "Mica",
    "Norite", "Onyx", "Pyrite", "Rhyolite", "Schist", "Talc", "Ulexite", "Variscite", "Willemite", "Zeolite",
    "Andesite", "Bauxite", "Cinnabar", "Diamond", "Eclogite", "Fluorite", "Granite", "Hematite", "Jet",
    "Kunzite", "Limestone", "Malachite", "Nacre", "Opal", "Peridot", "Quartzite", "Rubellite", "Sardonyx",
    "Tanzanite", "Unakite", "Verdite", "Wollastonite", "Zoisite", "Azurite", "Barite", "Calcite", "Dunite",
    "Enstatite", "Felsite", "Gabbro", "Hornfels", "Idocrase", "Jargoon", "Kernite", "Labradorite",
];

/// The sides, by the place in the list.
pub(super) const SIDES: &[&str] = &["north", "south"];

/// How many of the largest are on the chart.
pub(super) const CHART: usize = 9;

/// The Monday of a week.
pub(super) fn monday(week: usize) -> Date {
    date(2025, 3, 3) + (7 * i64::try_from(week).unwrap_or(0)).days()
}

/// Figures in millions.
pub(super) struct Table {
    busy: Vec<Vec<u64>>,
    others: Vec<u64>,
}

impl Table {
    pub(super) fn new() -> Self {
        let mut dice = Dice(0x2545_f491_4f6c_dd1d);
        let mut now: Vec<u64> = (0..BUSY.len() as u64).map(|at| 6_000_000 / (at + 2) + 90_000).collect();
        let (mut busy, mut others) = (Vec::new(), Vec::new());
        for _ in 0..WEEKS {
            for figure in &mut now {
                let percent = 86 + dice.roll(30) as u64;
                *figure = (*figure * percent / 100).clamp(60_000, 8_000_000) + dice.roll(997) as u64;
            }
            busy.push(now.clone());
            others.push(3_000_000 + dice.roll(800_000) as u64);
        }
        Self { busy, others }
    }

    pub(super) fn of(&self, model: usize, week: usize) -> u64 {
        self.busy[week][model]
    }

    pub(super) fn total(&self, week: usize) -> u64 {
        self.busy[week].iter().sum::<u64>() + self.others[week]
    }

    /// The models by their figures.
    pub(super) fn order(&self, week: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..BUSY.len()).collect();
        order.sort_by_key(|model| std::cmp::Reverse(self.of(*model, week)));
        order
    }

    /// What a side has on the chart.
    pub(super) fn charted(&self, side: usize, week: usize) -> u64 {
        let chart = self.order(week).into_iter().take(CHART);
        chart.filter(|model| model % 2 == side).map(|model| self.of(model, week)).sum()
    }

    /// Figures of another metric in the last weeks: for what takes figures to
    /// show.
    pub(super) fn downloads(&self) -> String {
        let mut toml = String::from("metric = \"downloads\"\nsource = \"an invented register\"\n");
        for week in WEEKS - 4..WEEKS {
            let _ =
                write!(toml, "\n[[period]]\nweek = {}\ncomplete = true\n[period.figures]\n", monday(week));
            for (at, model) in BUSY.iter().enumerate() {
                let figure = 20_000_000_000_000_u64 / (at as u64 + 2) + 1_000_000_000_000;
                let _ = writeln!(toml, "\"{}\" = {figure}", model.to_lowercase());
            }
        }
        toml
    }
}

/// The names, as `claims/vocabulary.toml`.
pub(super) fn vocabulary() -> String {
    let mut toml = String::new();
    for (id, names, unit) in [("tokens", "call volume", "token"), ("downloads", "download count", "download")]
    {
        let _ = write!(
            toml,
            "[[metric]]\nid = \"{id}\"\nnames = [\"{names}\"]\nunit = \"{unit}\"\nunits = [\"{unit}\", \
             \"{unit}s\"]\nadds_up = true\nweek_starts = \"monday\"\ndefault_scope = \"chart\"\n\n"
        );
    }
    let _ = write!(
        toml,
        "[[scope]]\nid = \"chart\"\nnames = [\"charted models\"]\ntop = {CHART}\n\n[[scope]]\nid = \"listed\"\nnames \
         = [\"all listed models\"]\n\n"
    );
    for (at, name) in BUSY.iter().chain(QUIET).enumerate() {
        let (id, side) = (name.to_lowercase(), SIDES[at % 2]);
        let _ = write!(
            toml,
            "[[series]]\nmatch = \"{id}\"\nattributes = {{ side = \"{side}\" }}\n\n[[entity]]\nid = \"{id}\"\nnames = \
             [\"{name}\"]\n\n"
        );
    }
    for side in SIDES {
        let _ = write!(
            toml,
            "[[group]]\nid = \"{side}\"\nnames = [\"{side}ern models\"]\nwhere = {{ side = \"{side}\" }}\n\n"
        );
    }
    toml.push_str("[[group]]\nid = \"total\"\nnames = [\"all models\"]\nwhere = {}\nscope = \"listed\"\n");
    toml
}
