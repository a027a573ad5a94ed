//! Random worlds in which everything said is true, each statement in its own
//! scope and count, and the data lack weeks and are off by their tolerance: nothing
//! may conflict because of a figure.

use recount_model::{Claim, Span, Voice};

use super::world::World;
use crate::conflict::{Code, Conflict};
use crate::{Said, check};

/// The weeks of a world, and which of them the data cover.
const MONDAYS: [(&str, bool); 5] = [
    ("2026-06-01", true),
    ("2026-06-08", false),
    ("2026-06-15", true),
    ("2026-06-22", true),
    ("2026-06-29", false),
];

/// Of the series: name, and whether it is of the north.
const SERIES: [(&str, bool); 6] = [
    ("alder", true),
    ("birch", true),
    ("fir", true),
    ("fir:free", true),
    ("cedar", false),
    ("dogwood", false),
];

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % sides
    }

    fn any<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.roll(i64::try_from(items.len()).unwrap())).unwrap()]
    }
}

/// What is true: for each week the figure of each series, and of the rest.
struct Truth {
    weeks: Vec<([i64; 6], i64)>,
}

/// A way to measure: the north or the south on the chart or as listed, everything,
/// a thing, one of its series.
#[derive(Clone, Copy)]
enum What {
    Chart(bool),
    Listed(bool),
    Total,
    Thing(usize),
    Fir(bool),
}

impl What {
    fn id(self) -> &'static str {
        match self {
            Self::Chart(north) | Self::Listed(north) => {
                if north {
                    "north"
                } else {
                    "south"
                }
            }
            Self::Total => "total",
            Self::Thing(at) => SERIES[at].0,
            Self::Fir(_) => "fir",
        }
    }
}

impl Truth {
    fn random(dice: &mut Dice) -> Self {
        let mut figures = [0; 6].map(|_: i64| 5_000 + dice.roll(40_000));
        let mut weeks = Vec::new();
        for _ in MONDAYS {
            figures = figures.map(|old| (old * (60 + dice.roll(90)) / 100).max(2_000));
            weeks.push((figures, 1_000 + dice.roll(20_000)));
        }
        Self { weeks }
    }

    fn of(&self, what: What, week: usize) -> i64 {
        let (figures, other) = &self.weeks[week];
        let mut order: Vec<usize> = (0..figures.len()).collect();
        order.sort_by_key(|at| -figures[*at]);
        let sum = |some: &[usize], north| -> i64 {
            some.iter().filter(|at| SERIES[**at].1 == north).map(|at| figures[*at]).sum()
        };
        match what {
            What::Chart(north) => sum(&order[..3], north),
            What::Listed(north) => sum(&order, north),
            What::Total => figures.iter().sum::<i64>() + other,
            What::Thing(at) => figures[at],
            What::Fir(true) => figures[2] + figures[3],
            What::Fir(false) => figures[2].max(figures[3]),
        }
    }

    /// The data: the covered weeks, each figure off by at most one in a hundred.
    fn data(&self, dice: &mut Dice) -> World {
        let mut world = World::new("1%");
        for ((monday, covered), (figures, other)) in MONDAYS.iter().zip(&self.weeks) {
            let mut told = |value: i64| value * (10_000 + dice.roll(181) - 90) / 10_000;
            let listed =
                SERIES.iter().zip(figures).map(|((name, _), value)| format!("{name} {}", told(*value)));
            let listed: Vec<String> = listed.collect();
            if *covered {
                world.week(monday, &format!("{}, other {}", listed.join(", "), told(*other)));
            }
        }
        world
    }

    /// Something that is true.
    fn say(&self, dice: &mut Dice) -> String {
        let week = usize::try_from(dice.roll(5)).unwrap();
        let what = dice.any(&[
            What::Chart(true),
            What::Chart(false),
            What::Listed(true),
            What::Total,
            What::Thing(0),
            What::Thing(1),
            What::Thing(4),
            What::Fir(true),
            What::Fir(false),
        ]);
        let now = self.of(what, week);
        let head = |kind: &str| {
            let (id, period) = (what.id(), MONDAYS[week].0);
            format!(r#"kind = "{kind}", subject = ["{id}"], metric = "tokens", period = {period}"#)
        };
        let value = |low: i64, high: i64, unit: &str| {
            format!(r#"value = {{ low = {low}, high = {high}, unit = "{unit}" }}"#)
        };
        let before = week.checked_sub(1);
        match (dice.roll(5), before) {
            (0, Some(before)) if now > 0 && self.of(what, before) > 0 => {
                let old = self.of(what, before);
                let percent = (now * 100).div_euclid(old) - 100;
                let base = MONDAYS[before].0;
                format!("{}, base = {base}, {}", head("change"), value(percent, percent + 1, "percent"))
            }
            (1, _) if !matches!(what, What::Total) => {
                let percent = now * 100 / self.of(What::Total, week);
                format!(
                    r#"{}, object = ["total"], {}"#,
                    head("share"),
                    value(percent, percent + 1, "percent")
                )
            }
            (2, _) if (0..week).all(|old| self.of(what, old) <= now) => {
                format!(r#"{}, value = {{ low = 0, unit = "token" }}"#, head("record"))
            }
            (3, _) if matches!(what, What::Thing(0 | 4) | What::Fir(_) | What::Chart(false)) => {
                let (other, mine) = (self.of(What::Thing(1), week), dice.roll(50));
                let gap = now - other;
                let value = value(gap - mine, gap + 50 - mine, "token");
                format!(r#"{}, object = ["birch"], {value}"#, head("compare"))
            }
            _ => {
                let slack = dice.roll(100);
                format!("{}, {}", head("level"), value(now - slack, now + 100 - slack, "token"))
            }
        }
    }
}

fn conflicts(world: &World, said: &[String]) -> Vec<Conflict> {
    let fields: Vec<&str> = said.iter().map(String::as_str).collect();
    let dataset = world.dataset(&fields);
    let assertions = dataset.hand_claims.iter().map(|hand| hand.assertion.clone().unwrap());
    let claims: Vec<Claim> = assertions
        .map(|assertion| Claim {
            span: Span::default(),
            sentence: Span::default(),
            assertion,
            readings: Vec::new(),
            assumptions: Vec::new(),
        })
        .collect();
    let said: Vec<Said<'_>> =
        claims.iter().zip((0..).map(Voice)).map(|(claim, voice)| Said { claim, voice }).collect();
    check(&dataset, &said).conflicts
}

#[test]
fn what_is_true_never_conflicts_with_the_data() {
    let mut dice = Dice(20_260_630);
    for world in 0..60 {
        let truth = Truth::random(&mut dice);
        let data = truth.data(&mut dice);
        let said: Vec<String> = (0..14).map(|_| truth.say(&mut dice)).collect();
        for conflict in conflicts(&data, &said) {
            let of_data = conflict.code != Code::MixedScope && !conflict.figures.is_empty();
            assert!(!of_data, "world {world}: {conflict:#?}\n{said:#?}");
        }
    }
}

#[test]
fn what_is_false_is_found() {
    let mut dice = Dice(7);
    let mut found = 0;
    for _ in 0..20 {
        let truth = Truth::random(&mut dice);
        let data = truth.data(&mut dice);
        let (before, now) = (truth.of(What::Thing(0), 3), truth.of(What::Thing(0), 4));
        let grown = (now * 100).div_euclid(before) - 100;
        let said = [
            format!(
                r#"kind = "change", subject = ["alder"], metric = "tokens", period = 2026-06-29, base = 2026-06-22, value = {{ low = {}, high = {}, unit = "percent" }}"#,
                grown + 6,
                grown + 7
            ),
            format!(
                r#"kind = "level", subject = ["alder"], metric = "tokens", period = 2026-06-29, value = {{ low = {now}, high = {now}, unit = "token" }}"#
            ),
        ];
        let all = conflicts(&data, &said);
        assert!(all.iter().all(|conflict| conflict.statements == [0, 1] && conflict.figures.len() == 1));
        found += all.len();
    }
    assert_eq!(found, 20);
}
