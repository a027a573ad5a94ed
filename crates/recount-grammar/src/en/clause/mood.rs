//! Whether what a clause says is asserted.

/// In which mood a clause stands: only a plain one makes a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It is so.
    Plain,
    /// It is expected, planned or possible.
    Forecast,
    /// "if", "unless".
    Conditional,
    /// It is usually so.
    Habit,
    /// Somebody denies it.
    Denied,
    /// "It is not the case that": the text itself says that it is not so.
    Untrue,
    /// It is asked.
    Question,
    /// In words that no rule reads: "he dreamt that".
    Framed,
}

impl Mood {
    const ALL: [Self; 5] = [Self::Forecast, Self::Habit, Self::Conditional, Self::Denied, Self::Question];

    /// Why what stands in it is not checkable, in plain words; `None` where it is
    /// asserted, or where nobody can tell.
    #[must_use]
    pub const fn not_asserted(self) -> Option<&'static str> {
        match self {
            Self::Plain | Self::Untrue | Self::Framed => None,
            Self::Forecast => Some("a forecast, a plan or a possibility"),
            Self::Habit => Some("said of what usually happens, not of a week"),
            Self::Conditional => Some("said under a condition"),
            Self::Denied => Some("denied by somebody, not asserted"),
            Self::Question => Some("a question"),
        }
    }

    /// Is it one of these reasons, or that it counts something else?
    #[must_use]
    pub fn is_reason(why: &str) -> bool {
        why == OF_OTHER_THINGS || Self::ALL.iter().any(|mood| mood.not_asserted() == Some(why))
    }
}

/// Why nothing of a stretch is checkable: "196 billion parameters" of a vocabulary that counts none.
pub const OF_OTHER_THINGS: &str = "figures of something that is not counted here";
