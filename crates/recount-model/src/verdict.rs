//! What a check says about one claim.

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every value, in the order of the design.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word that files and reports use.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of that word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}

words! {
    /// Section 6 of the design.
    Verdict {
        /// An admissible reading is compatible with the data.
        Supported = "supported",
        /// Every admissible reading is incompatible with the data.
        Refuted = "refuted",
        /// A needed figure is missing, or intervals overlap where order matters.
        Undecided = "undecided",
        /// Figures exist, but under another definition, window or version.
        NotComparable = "not-comparable",
        /// An opinion, a forecast, or no metric or period.
        NotCheckable = "not-checkable",
    }
}

words! {
    /// How a refuted claim departs from the data.
    Direction {
        /// The text says more than the data.
        Exaggerated = "exaggerated",
        /// The text says less than the data.
        Understated = "understated",
        /// The change or the lead goes the other way.
        WrongWay = "wrong-way",
        /// It holds in another week.
        WrongWeek = "wrong-week",
        /// It holds in another unit (billion, points).
        WrongUnit = "wrong-unit",
        /// It holds of another subject.
        WrongEntity = "wrong-entity",
    }
}

words! {
    /// Remarks beside a verdict, which they never change.
    Flag {
        /// Compatible only because of the data's tolerance.
        WithinRounding = "within-rounding",
        /// The figure was cut off, not rounded.
        Truncated = "truncated",
        /// What the text leaves open follows from the figures: its week.
        Derived = "derived",
        /// More is true than is said.
        Understated = "understated",
        /// Holds under a scope that the text does not name.
        NeedsContext = "needs-context",
        /// The year was not in the text.
        AssumedYear = "assumed-year",
        /// One source alone says so.
        SingleSource = "single-source",
        /// A first or a record, over the weeks that the data cover.
        WithinCoverage = "within-coverage",
        /// Several sources give different figures.
        SourcesDiffer = "sources-differ",
    }
}
