//! What a quantity is made of.

use recount_model::{Decimal, Figure, Quantity, Unit};

/// A quantity as a text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The number, its hedge and its unit.
    pub quantity: Quantity,
    /// What it measures.
    pub measure: Measure,
    /// Was a sign written: `+34.9%`, `-8.5%`? Then it is a change.
    pub signed: bool,
    /// Of an amount of money: in what.
    pub currency: Option<Currency>,
}

impl Measured {
    /// A rank beyond those of any list: `the millionth`.
    #[must_use]
    pub fn rank(rank: u64) -> Self {
        let figure = Figure::Decimal(Decimal { mantissa: i128::from(rank), exponent: 0 });
        let quantity = Quantity::bare(figure, Unit::Rank);
        Self { quantity, measure: Measure::Bare, signed: false, currency: None }
    }
}

/// What a quantity measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A number alone; a metric's unit may follow. Its unit is [`Unit::Own`](recount_model::Unit::Own).
    Bare,
    /// `34.9%`, `34.9 percent`.
    Percent,
    /// `a third`, `two-thirds`, `half`: as a [`Figure::Fraction`] of 100 percent.
    Fraction,
    /// `8.4 percentage points`, `6.5pp`, `40 basis points`.
    Point,
    /// `1.81 times`, `2.5x`, `threefold`, `twice`, `three-to-one`.
    Times,
    /// `$7M`, `7 million dollars`. Its unit is [`Unit::Own`](recount_model::Unit::Own).
    Money,
    /// `nine weeks`. Its unit is [`Unit::Count`](recount_model::Unit::Count).
    Duration(TimeUnit),
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeUnit {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// A calendar year.
    Year,
}

/// What an amount of money is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Currency {
    /// `$`, dollars of any kind.
    Dollar,
    /// `€`.
    Euro,
    /// `£`.
    Pound,
    /// `¥`: yen or yuan.
    Yen,
    /// Yuan, renminbi.
    Yuan,
    /// Rupees.
    Rupee,
    /// Won.
    Won,
    /// Hundredths of a dollar or a euro: the figure is in the whole coin.
    Cent,
    /// Hundredths of a pound, likewise.
    Penny,
}

impl Currency {
    /// Its name in the singular.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dollar => "dollar",
            Self::Euro => "euro",
            Self::Pound => "pound",
            Self::Yen => "yen",
            Self::Yuan => "yuan",
            Self::Rupee => "rupee",
            Self::Won => "won",
            Self::Cent => "cent",
            Self::Penny => "penny",
        }
    }

    /// What a metric may be counted in that is said in it: dollars, where the
    /// text says cents.
    #[must_use]
    pub const fn whole(self) -> &'static [&'static str] {
        match self {
            Self::Dollar => &["dollar"],
            Self::Euro => &["euro"],
            Self::Pound => &["pound"],
            Self::Yen => &["yen"],
            Self::Yuan => &["yuan"],
            Self::Rupee => &["rupee"],
            Self::Won => &["won"],
            Self::Cent => &["dollar", "euro"],
            Self::Penny => &["pound"],
        }
    }

    /// Is it the hundredth part of a coin?
    #[must_use]
    pub const fn is_small(self) -> bool {
        matches!(self, Self::Cent | Self::Penny)
    }

    pub(super) fn signed(sign: &str) -> Option<Self> {
        Some(match sign {
            "$" => Self::Dollar,
            "€" => Self::Euro,
            "£" => Self::Pound,
            "¥" | "￥" => Self::Yen,
            "₹" => Self::Rupee,
            "₩" => Self::Won,
            _ => return None,
        })
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "dollar" | "dollars" | "usd" => Self::Dollar,
            "euro" | "euros" | "eur" => Self::Euro,
            "pounds" | "gbp" => Self::Pound,
            "yen" | "jpy" => Self::Yen,
            "yuan" | "renminbi" | "rmb" | "cny" => Self::Yuan,
            "rupee" | "rupees" | "inr" => Self::Rupee,
            "krw" => Self::Won,
            "cent" | "cents" | "¢" => Self::Cent,
            "pence" => Self::Penny,
            _ => return None,
        })
    }
}

impl TimeUnit {
    /// Its name in the singular.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// The unit of time that a word names, in the singular or the plural.
#[must_use]
pub fn unit_of_time(word: &str) -> Option<TimeUnit> {
    Some(match word {
        "day" | "days" => TimeUnit::Day,
        "week" | "weeks" | "wk" | "wks" => TimeUnit::Week,
        "month" | "months" => TimeUnit::Month,
        "quarter" | "quarters" => TimeUnit::Quarter,
        "year" | "years" | "yr" | "yrs" => TimeUnit::Year,
        _ => return None,
    })
}

/// Is it a bare four-digit number that may be a year, 1900 to 2100?
#[must_use]
pub fn may_be_year(measured: &Measured) -> bool {
    match &measured.quantity.figure {
        Figure::Decimal(decimal) => {
            measured.measure == Measure::Bare
                && decimal.exponent == 0
                && (1900..=2100).contains(&decimal.mantissa)
        }
        Figure::Range { .. } | Figure::Multiple(_) | Figure::Fraction { .. } => false,
        Figure::Flat | Figure::Any | Figure::Within(_) => false,
    }
}
