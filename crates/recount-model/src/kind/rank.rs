use crate::quantity::Quantity;
use crate::time::Period;

/// The place of the subject, among the members of the object or among all.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rank {
    /// The period that a movement compares with.
    pub base: Option<Period>,
    /// How it came there.
    pub movement: Option<Movement>,
    /// The places, from 1: `[3, 3]` third, `[1, 5]` in the top five.
    pub value: Quantity,
}

/// What a rank presupposes about the period before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Movement {
    /// The same rank before.
    Kept,
    /// Another rank before.
    Took,
    /// A worse rank before.
    Up,
    /// A better rank before.
    Down,
    /// Outside of the places before.
    Entered,
    /// Inside the places before; the assertion is negated.
    Left,
}

impl Movement {
    /// Every movement.
    pub const ALL: &[Self] = &[Self::Kept, Self::Took, Self::Up, Self::Down, Self::Entered, Self::Left];

    /// The word in the JSON of section 9 of the design.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Took => "took",
            Self::Up => "up",
            Self::Down => "down",
            Self::Entered => "entered",
            Self::Left => "left",
        }
    }

    /// The movement of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|movement| movement.word() == word)
    }
}
