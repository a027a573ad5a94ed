//! Thousands of articles about one invented table of weekly figures: what they
//! say is true of the table, and much of it is said many times, each time in
//! other words and rounded otherwise; but for the contradictions that are
//! planted among them, of every family.
//!
//! It measures `recount check` at scale, and shows what it finds: every planted
//! contradiction, and nothing else.

mod facts;
mod plants;
mod table;

pub use plants::Plant;

use std::fmt::Write as _;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::Date;

use facts::Facts;
use table::Table;

/// Sentences with a figure in each article.
const SENTENCES: usize = 6;

/// How many contradictions are planted.
pub const PLANTS: usize = 40;

/// A generator of numbers: xorshift, seeded.
#[derive(Clone, Debug)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % below.max(1)
    }

    pub(crate) fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.roll(of.len())]
    }
}

/// An article: its file's name and its text.
pub type Article = (String, String);

/// What a run reads.
pub struct Press {
    /// Every article, the planted ones among them.
    pub articles: Vec<Article>,
    /// What the contradictions are.
    pub plants: Vec<Plant>,
    vocabulary: String,
    figures: String,
}

impl Press {
    /// So many articles, the same ones each time.
    #[must_use]
    pub fn new(articles: usize) -> Self {
        let table = Table::new();
        let plants = plants::all(&table);
        let mut all: Vec<Article> = plants.iter().flat_map(|plant| plant.articles.clone()).collect();
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        for at in 0..articles.saturating_sub(all.len()) {
            let week = 1 + dice.roll(table::WEEKS - 1);
            all.push((format!("{at:05}.md"), article(&table, week, &mut dice)));
        }
        Self { articles: all, plants, vocabulary: table::vocabulary(), figures: table.downloads() }
    }

    /// Writes `articles/` and `claims/` into a folder.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn write(&self, folder: &Path) -> std::io::Result<()> {
        let (articles, claims) = (folder.join("articles"), folder.join("claims"));
        std::fs::create_dir_all(&articles)?;
        std::fs::create_dir_all(claims.join("figures"))?;
        std::fs::write(claims.join("vocabulary.toml"), &self.vocabulary)?;
        std::fs::write(claims.join("figures/downloads.toml"), &self.figures)?;
        self.articles.iter().try_for_each(|(name, text)| std::fs::write(articles.join(name), text))
    }
}

/// The text of an article about a week, published on the Tuesday after it.
pub(crate) fn text(monday: Date, title: &str, paragraphs: &[String]) -> String {
    let published = monday + 8.days();
    let mut text = format!("+++\ntitle = \"{title}\"\npublished = {published}\n+++\n");
    for paragraph in paragraphs {
        let _ = write!(text, "\n{paragraph}\n");
    }
    text
}

fn article(table: &Table, week: usize, dice: &mut Dice) -> String {
    let mut paragraphs = Vec::new();
    let mut paragraph = String::new();
    for at in 0..SENTENCES {
        let when = if dice.roll(4) == 0 { week - 1 } else { week };
        paragraph.push_str(&Facts { table, week: when }.sentence(dice));
        paragraph.push(' ');
        if dice.roll(2) == 0 {
            paragraph.push_str(dice.one(PLAIN));
            paragraph.push(' ');
        }
        if at % 3 == 2 {
            paragraphs.push(std::mem::take(&mut paragraph));
        }
    }
    text(table::monday(week), dice.one(TITLES), &paragraphs)
}

const TITLES: &[&str] = &[
    "A calm season for gardeners", "What librarians make of it", "The harbour repaints its doors",
    "Notes from the old town", "Printers look ahead",
];

const PLAIN: &[&str] = &[
    "Nobody at the fair wanted to speak about it.",
    "The teachers would rather repaint the corridor.",
    "A spokesperson for the depot asked for patience.",
    "Whether that lasts remains to be seen.",
    "Growers on the island were pleased all the same.",
    "The council has yet to read the manual.",
];
