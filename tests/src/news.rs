//! Synthetic news for measuring speed: articles of an invented world, made by
//! a seeded generator. About three in ten sentences carry a figure, a rank, a
//! streak or a date; the others carry none.

use std::fmt::Write as _;

/// The vocabulary of the invented world, as `claims/vocabulary.toml`.
#[must_use]
pub fn vocabulary() -> String {
    let mut toml = String::from(
        "[[metric]]\nid = \"tokens\"\nnames = [\"call volume\", \"weekly usage\"]\nunit = \"token\"\nunits = [\"token\", \
         \"tokens\"]\nadds_up = true\nweek_starts = \"monday\"\ndefault_scope = \"chart\"\n\n[[scope]]\nid = \
         \"chart\"\ntop = 9\n\n[[scope]]\nid = \"listed\"\n\n",
    );
    for name in names() {
        let id = name.to_lowercase().replace([' ', '.'], "-");
        let side = if name.len() % 2 == 0 { "north" } else { "south" };
        let _ = write!(
            toml,
            "[[series]]\nmatch = \"{id}\"\nattributes = {{ side = \"{side}\" }}\n\n[[entity]]\nid = \"{id}\"\nnames = \
             [\"{name}\"]\n\n"
        );
    }
    for side in ["north", "south"] {
        let names = format!("\"{side}ern models\", \"the {side}\"");
        let _ = write!(
            toml,
            "[[group]]\nid = \"{side}\"\nnames = [{names}]\nwhere = {{ side = \"{side}\" }}\n\n"
        );
    }
    toml.push_str("[[group]]\nid = \"total\"\nnames = [\"all models\"]\nwhere = {}\nscope = \"listed\"\n");
    toml
}

const TREES: &[&str] = &[
    "Alder", "Birch", "Cedar", "Durmast", "Elder", "Fir", "Ginkgo", "Hazel", "Ironbark", "Juniper", "Kauri",
    "Larch", "Maple", "Nutmeg", "Osier", "Poplar", "Quince", "Rowan", "Sorrel", "Tamarind", "Upas",
    "Viburnum", "Willow", "Yew",
];

/// Every name of the world: 24 makers, and 20 models of each.
fn names() -> impl Iterator<Item = String> {
    let models =
        TREES.iter().flat_map(|tree| {
            (1..=20).map(move |n| {
                if n % 3 == 0 { format!("{tree} V{n}") } else { format!("{tree} {}.{}", n / 4, n % 10) }
            })
        });
    TREES.iter().map(|tree| (*tree).to_owned()).chain(models)
}

/// A generator of numbers: xorshift, seeded.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % below.max(1)
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }
}

/// Articles of about three kilobytes each, together at least `bytes`; the same
/// bytes each time.
#[must_use]
pub fn articles(bytes: usize) -> Vec<String> {
    let names: Vec<String> = names().collect();
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let (mut articles, mut size) = (Vec::new(), 0);
    while size < bytes {
        let mut article = format!("# {} after a {} week\n", dice.one(PEOPLE_AT_START), dice.one(KINDS));
        while article.len() < 3000 {
            article.push('\n');
            for _ in 0..3 + dice.roll(4) {
                if dice.roll(10) < 3 {
                    claim(&mut article, &mut dice, &names);
                } else {
                    plain(&mut article, &mut dice, &names);
                }
                article.push(' ');
            }
            article.push('\n');
        }
        size += article.len();
        articles.push(article);
    }
    articles
}

const PEOPLE_AT_START: &[&str] =
    &["Developers", "Librarians", "Carriers", "Teachers", "Publishers", "Councils"];
const PEOPLE: &[&str] = &[
    "developers", "librarians", "carriers", "teachers", "publishers", "councils", "growers", "printers",
    "bakers", "archivists", "surveyors", "pilots", "brewers", "auditors", "weavers",
];
const KINDS: &[&str] = &[
    "calm", "mixed", "tidy", "loose", "plain", "wary", "sober", "brisk", "patient", "stiff", "dry", "gentle",
];
const THINGS: &[&str] = &[
    "timetable", "harbour", "workshop", "catalogue", "garden", "tariff", "manual", "depot", "vote",
    "corridor", "ledger", "meadow", "kitchen", "bridge", "prototype",
];
const VERBS: &[&str] =
    &["repaint", "question", "inspect", "fund", "rewrite", "borrow", "defend", "sketch", "rent"];
const PLACES: &[&str] =
    &["near the canal", "at the fair", "in the old town", "on the island", "behind the station"];
const MONTHS: &[&str] = &["January", "March", "April", "June", "August", "October", "November"];
const COUNTS: &[&str] = &["two", "three", "four", "five", "six", "seven", "nine", "eleven"];
const NTHS: &[&str] = &["second", "third", "fourth", "fifth", "sixth", "seventh", "ninth"];
const SCALES: &[&str] = &["trillion", "billion", "million"];

fn plain(out: &mut String, dice: &mut Dice, names: &[String]) {
    let (people, kind, thing) = (dice.one(PEOPLE), dice.one(KINDS), dice.one(THINGS));
    let (verb, place, other) = (dice.one(VERBS), dice.one(PLACES), dice.one(THINGS));
    let name = &names[dice.roll(TREES.len())];
    let _ = match dice.roll(6) {
        0 => write!(
            out,
            "The {kind} {thing} matters to {people}, who would rather {verb} the {other} {place}."
        ),
        1 => write!(out, "A spokesperson for {name} said that nobody meant to {verb} the {thing} {place}."),
        2 => write!(out, "“Our {people} want a {kind} {thing},” an organiser told visitors {place}."),
        3 => write!(
            out,
            "Whether {people} can {verb} the {thing} without a {kind} {other} remains to be seen."
        ),
        4 => write!(
            out,
            "{name} and its partners hope to {verb} the {kind} {thing} before the season ends {place}."
        ),
        _ => write!(out, "In private, {people} call the {thing} {kind} because the {other} needs them."),
    };
}

fn claim(out: &mut String, dice: &mut Dice, names: &[String]) {
    let (name, other) = (&names[dice.roll(names.len())], &names[dice.roll(names.len())]);
    let side = dice.one(&["Northern models", "Southern models"]);
    let (whole, part) = (dice.roll(60), dice.roll(100));
    let (percent, tenth) = (dice.roll(90), dice.roll(10));
    let (scale, month, day) = (dice.one(SCALES), dice.one(MONTHS), 1 + dice.roll(20));
    let (count, nth) = (dice.one(COUNTS), dice.one(NTHS));
    let end = day + 6;
    let _ = match dice.roll(10) {
        0 => write!(
            out,
            "In the week of {month} {day}–{end}, {name} processed {whole}.{part:02} {scale} tokens, up \
             {percent}.{tenth}% from the week before."
        ),
        1 => write!(out, "{name} surpassed {other} for {count} consecutive weeks."),
        2 => write!(
            out,
            "{name} held first place for the {nth} straight week with {whole}.{part:02} {scale} tokens."
        ),
        3 => write!(out, "{side} overtook {other} in weekly usage for the first time."),
        4 => write!(out, "{name} ranked {nth} with {whole}.{part} {scale} tokens, followed by {other}."),
        5 => write!(out, "{side} accounted for {percent}.{tenth}% of all tokens last week."),
        6 => write!(
            out,
            "{name} slipped to {nth} place, although its call volume still grew {percent} percent."
        ),
        7 => write!(
            out,
            "At {whole}.{part} {scale} tokens, the call volume of {name} was its highest since {month}."
        ),
        8 => write!(out, "That is nearly {count} times the call volume of {other}."),
        _ => write!(out, "The total came to {whole}.{part} {scale} tokens in the week ended {month} {end}."),
    };
}
