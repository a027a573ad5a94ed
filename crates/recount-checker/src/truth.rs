//! How far something holds, and what an evaluation found.

use std::collections::BTreeSet;

use recount_model::{Direction, Flag, Number, Period, Verdict};

use crate::finding::{Amount, Evidence};

/// How far something holds over the figures that the data admit, from least to
/// most: of a conjunction the least part decides, and a denial turns the scale
/// round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Holds {
    /// For none of them.
    No,
    /// For some, but not as published: a rank that needs two figures to swap
    /// within their tolerance, or a denied quantity that some admit.
    Unlikely,
    /// For some of them, and nothing says which; or a figure is missing.
    Open,
    /// For some of them, the published ones among them: a quantity, or a rank
    /// in the published order.
    Likely,
    /// For all of them.
    Yes,
}

impl Holds {
    /// How far the opposite holds.
    pub(crate) const fn denied(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unlikely => Self::Likely,
            Self::Open => Self::Open,
            Self::Likely => Self::Unlikely,
            Self::Yes => Self::No,
        }
    }

    /// Is it enough to support a claim?
    pub(crate) const fn supports(self) -> bool {
        matches!(self, Self::Likely | Self::Yes)
    }
}

/// What one reading of an assertion comes to.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// How far it holds.
    pub(crate) holds: Holds,
    /// Is there nothing to compare it with, although figures exist?
    pub(crate) incomparable: bool,
    /// The periods whose figures it needs and the data lack.
    pub(crate) missing: Vec<Period>,
    /// Remarks.
    pub(crate) flags: BTreeSet<Flag>,
    /// How the text departs from the data, where it does not hold.
    pub(crate) direction: Option<Direction>,
    /// What the data give for the quantity.
    pub(crate) actual: Option<Amount>,
    /// How far the quantity lies from the data; zero where they meet.
    pub(crate) distance: Option<Number>,
    /// The figures that decide.
    pub(crate) evidence: Vec<Evidence>,
    /// The arithmetic.
    pub(crate) lines: Vec<String>,
    /// What the text says instead, where it does not hold.
    pub(crate) said: Option<String>,
    /// The period that decided, where the claim names a longer one or none.
    pub(crate) at: Option<Period>,
}

impl Answer {
    /// An answer of which nothing but the scale is known yet.
    pub(crate) fn new(holds: Holds) -> Self {
        Self {
            holds,
            incomparable: false,
            missing: Vec::new(),
            flags: BTreeSet::new(),
            direction: None,
            actual: None,
            distance: None,
            evidence: Vec::new(),
            lines: Vec::new(),
            said: None,
            at: None,
        }
    }

    /// What a gap in the data leaves of an answer.
    pub(crate) fn of_gap(gap: Gap) -> Self {
        let mut answer = Self::new(Holds::Open);
        match gap {
            Gap::Missing { words, period } => {
                answer.missing.extend(period);
                answer.lines.push(words);
            }
            Gap::Incomparable { words } => {
                answer.incomparable = true;
                answer.lines.push(words);
            }
        }
        answer
    }

    /// The answer to the opposite. What was a wrong way to be right is right;
    /// what was right is the wrong way.
    pub(crate) fn denied(mut self) -> Self {
        self.holds = self.holds.denied();
        self.direction = (self.holds == Holds::No).then_some(Direction::WrongWay);
        self.said = None;
        if self.holds.supports() {
            self.distance = None;
        }
        self
    }

    /// The verdict that it gives.
    pub(crate) const fn verdict(&self) -> Verdict {
        if self.incomparable {
            return Verdict::NotComparable;
        }
        match self.holds {
            Holds::Yes | Holds::Likely => Verdict::Supported,
            Holds::Open | Holds::Unlikely => Verdict::Undecided,
            Holds::No => Verdict::Refuted,
        }
    }

    /// Both must hold: the least decides, and everything else adds up. The
    /// lines are those of the part that decides, or of both.
    pub(crate) fn and(mut self, other: Self) -> Self {
        let decided = |a: &Self| a.holds == Holds::No;
        self.direction = if decided(&self) { self.direction } else { other.direction };
        self.said = if decided(&self) { self.said } else { other.said };
        self.holds = self.holds.min(other.holds);
        self.incomparable |= other.incomparable;
        self.missing.extend(other.missing);
        self.flags.extend(other.flags);
        self.actual = self.actual.or(other.actual);
        self.evidence.extend(other.evidence);
        self.lines.extend(other.lines);
        self
    }
}

/// Why the data give no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// It is not covered.
    Missing {
        /// What is missing, in words.
        words: String,
        /// The period that is not covered, if that is why.
        period: Option<Period>,
    },
    /// Figures exist, but of another window, unit or definition.
    Incomparable {
        /// Why they do not compare.
        words: String,
    },
}

impl Gap {
    /// Nothing is known of `period`.
    pub(crate) fn uncovered(period: Period) -> Self {
        Self::Missing {
            words: format!("no figures for {}", crate::words::when(period)),
            period: Some(period),
        }
    }

    /// `what` is not known in `period`, although figures of others are.
    pub(crate) fn unlisted(what: &str, period: Period) -> Self {
        Self::Missing {
            words: format!("no figure of {what} for {}", crate::words::when(period)),
            period: Some(period),
        }
    }

    /// Figures exist, but do not compare.
    pub(crate) fn incomparable(words: impl Into<String>) -> Self {
        Self::Incomparable { words: words.into() }
    }
}

/// An answer, or what stands in the way of one.
pub(crate) type Attempt = Result<Answer, Gap>;
