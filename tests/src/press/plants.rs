//! Contradictions of every family. Those of quiet models stand for themselves;
//! others contradict what many articles say of the busy ones.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::facts::{NTHS, amount, when};
use super::table::{BUSY, QUIET, Table, WEEKS, monday};
use super::{Article, PLANTS, text};

/// One contradiction.
pub struct Plant {
    /// What kind of contradiction it is.
    pub family: &'static str,
    /// Its articles.
    pub articles: Vec<Article>,
    /// Does nothing else that is said contradict it? Then its statements are one
    /// conflict, and no other has any of them.
    pub alone: bool,
}

/// A family: sentences of several articles (one paragraph each) about three quiet
/// models and the week of that Monday.
type Family = (&'static str, fn([&str; 3], Date) -> Vec<Vec<String>>);

const FAMILIES: &[Family] = &[
    ("growth triangle", |[a, ..], w| {
        vec![
            vec![format!("In {}, {a} processed 40.1 billion tokens.", week(w, -1))],
            vec![format!("In {}, {a} processed 52.3 billion tokens.", week(w, 0))],
            vec![format!("In {}, the call volume of {a} rose 41.5% from the week before.", week(w, 0))],
        ]
    }),
    ("back-cast through growth", |[a, b, _], w| {
        vec![
            vec![format!(
                "In {}, {a} processed 41.9 billion tokens, up 34.9% from the week before.",
                week(w, 0)
            )],
            vec![format!(
                "In {}, {b} processed 36.3 billion tokens, down 8.5% from the week before.",
                week(w, 0)
            )],
            vec![format!("In {}, {a} was ahead of {b} for the second consecutive week.", week(w, 0))],
        ]
    }),
    ("streak chain", |[a, b, _], w| {
        vec![
            vec![format!("In {}, {a} was ahead of {b} for the third consecutive week.", week(w, 0))],
            vec![format!("In {}, {a} was ahead of {b} for the sixth consecutive week.", week(w, 1))],
        ]
    }),
    ("part and whole", |[a, b, _], w| {
        vec![
            vec![format!("In {}, {a} and {b} together processed 31.2 billion tokens.", week(w, 0))],
            vec![format!("In {}, {a} processed 33.5 billion tokens.", week(w, 0))],
        ]
    }),
    ("share against level", |[a, ..], _| {
        let quiet = date(2024, 3, 4) + (7 * i64::try_from(a.len()).unwrap_or(0)).days();
        vec![
            vec![format!("In {}, {a} processed 81.2 billion tokens.", week(quiet, 0))],
            vec![format!("{a} accounted for 15.1% of all tokens in {}.", week(quiet, 0))],
            vec![format!("In {}, all models processed 1.21 trillion tokens.", week(quiet, 0))],
        ]
    }),
    ("places and figures", |[a, b, _], w| {
        let quiet = w - 100.weeks();
        vec![
            vec![format!("In {}, {a} ranked third with 83 billion tokens.", week(quiet, 0))],
            vec![format!("In {}, {b} ranked fourth with 91 billion tokens.", week(quiet, 0))],
        ]
    }),
    ("sum", |[a, b, _], w| {
        vec![
            vec![format!("In {}, {a} processed 21.4 billion tokens.", week(w, 0))],
            vec![format!("In {}, {b} processed 18.9 billion tokens.", week(w, 0))],
            vec![format!("In {}, {a} and {b} together processed 46.6 billion tokens.", week(w, 0))],
        ]
    }),
    ("transitivity", |[a, b, c], w| {
        vec![
            vec![format!("In {}, {a} was ahead of {b}.", week(w, 0))],
            vec![format!("{b} processed more tokens than {c} in {}.", week(w, 0))],
            vec![format!("In {}, {a} was behind {c}.", week(w, 0))],
        ]
    }),
    ("record", |[a, ..], w| {
        vec![
            vec![format!("In {}, {a} processed 58.2 billion tokens.", week(w, -2))],
            vec![format!("In {}, {a} processed 51.7 billion tokens.", week(w, 0))],
            vec![format!("The call volume of {a} hit a record high in {}.", week(w, 0))],
        ]
    }),
    ("ratio", |[a, b, _], w| {
        vec![
            vec![format!("In {}, {a} processed 48.2 billion tokens.", week(w, 0))],
            vec![format!("In {}, {b} processed 14.1 billion tokens.", week(w, 0))],
            vec![format!("{a} processed 2.3 times as many tokens as {b} in {}.", week(w, 0))],
        ]
    }),
    ("gap", |[a, b, _], w| {
        vec![
            vec![format!("In {}, {a} processed 48.2 billion tokens.", week(w, 0))],
            vec![format!("In {}, {b} processed 34.1 billion tokens.", week(w, 0))],
            vec![format!("In {}, {a} was 19 billion tokens ahead of {b}.", week(w, 0))],
        ]
    }),
    ("headline against body", |[a, ..], w| {
        vec![vec![
            format!("# {a} processed 34 billion tokens in {}", week(w, 0)),
            format!("In {}, {a} processed 27.8 billion tokens.", week(w, 0)),
        ]]
    }),
    ("self-contradiction", |[a, b, _], w| {
        vec![vec![
            format!("In {}, the call volume of {a} rose 5.2% from the week before.", week(w, 0)),
            format!("{b} was calm. The call volume of {a} fell by 3.1% in {}.", week(w, 0)),
        ]]
    }),
];

/// How many of the contradictions are about busy models.
const AMONG_OTHERS: usize = 12;

/// How many mix scopes.
const MIXED: usize = 1;

fn week(monday: Date, later: i64) -> String {
    format!("the week of {}", (monday + (7 * later).days()).strftime("%B %-d, %Y"))
}

/// All of them.
pub(super) fn all(table: &Table) -> Vec<Plant> {
    let mut plants: Vec<Plant> = Vec::new();
    for at in 0..PLANTS - AMONG_OTHERS - MIXED {
        let (family, sentences) = FAMILIES[at % FAMILIES.len()];
        let name = |place: usize| QUIET[(3 * at + place) % QUIET.len()];
        let when = monday(4 + (at * 7) % (WEEKS - 8));
        let paragraphs = sentences([name(0), name(1), name(2)], when);
        let articles = (0..).zip(paragraphs).map(|(part, sentences): (usize, Vec<String>)| {
            let article = text(when + 7.days(), "A word on the neighbours", &sentences);
            (format!("plant-{at:02}-{part}.md"), article)
        });
        plants.push(Plant { family, articles: articles.collect(), alone: true });
    }
    for at in 0..AMONG_OTHERS {
        plants.push(among_others(table, PLANTS - AMONG_OTHERS - MIXED + at, at));
    }
    plants.push(mixed());
    plants
}

/// One false sentence about what others tell truly.
fn among_others(table: &Table, number: usize, at: usize) -> Plant {
    let w = 3 + 4 * at;
    let order = table.order(w);
    let (first, second) = (order[at % 3], order[3 + at % 3]);
    let (a, b, when) = (BUSY[first], BUSY[second], when(w));
    let figure = amount(table.of(first, w) * 13 / 10);
    let (family, sentence) = match at % 6 {
        0 => ("level among others", format!("In {when}, {a} processed {figure} tokens.")),
        1 => ("order among others", format!("In {when}, {b} was ahead of {a}.")),
        2 => ("rank among others", format!("In {when}, {b} ranked {}.", NTHS[8])),
        3 => ("share among others", format!("{a} accounted for 61.3% of all tokens in {when}.")),
        4 => ("change among others", format!("The call volume of {a} rose by 81.3% in {when}.")),
        _ => ("ratio among others", format!("{a} processed 9.3 times as many tokens as {b} in {when}.")),
    };
    let article = text(monday(w), "Another count", &[sentence]);
    Plant { family, articles: vec![(format!("plant-{number:02}-0.md"), article)], alone: false }
}

/// One side's figure is that of the chart, its share that of the whole list.
fn mixed() -> Plant {
    let when = when(WEEKS - 2);
    let figure = |at: u64| 20_000_000_000_000 / (at + 2) + 1_000_000_000_000;
    let of = |places: std::ops::Range<u64>| places.filter(|at| at % 2 == 0).map(figure).sum::<u64>();
    let total: u64 = (0..BUSY.len() as u64).map(figure).sum();
    let tenths = of(0..BUSY.len() as u64) * 1000 / total;
    let sentences = [
        format!("In {when}, all models together had {} downloads.", amount(total / 1_000_000)),
        format!("In {when}, northern models had {} downloads.", amount(of(0..9) / 1_000_000)),
        format!("Northern models accounted for {}.{}% of all downloads in {when}.", tenths / 10, tenths % 10),
    ];
    let article = text(monday(WEEKS - 2), "The register", &[sentences.join(" ")]);
    let name = format!("plant-{:02}-0.md", PLANTS - 1);
    Plant { family: "mixed scopes", articles: vec![(name, article)], alone: true }
}
