//! The words that phrases start with: what lets [`chunk`](crate::en::phrase::chunk)
//! try only the rules that can read something at a place.
//!
//! A word that is missing here is a phrase that is never read, so the lists
//! are wide: a word too many costs a little time, no more. A test holds the
//! phrases that are read with these lists against those read without.

/// The kinds of phrases that may start with a word. A set of bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Starts(u32);

impl Starts {
    /// No phrase.
    pub const NONE: Self = Self(0);
    /// A time.
    pub const TIME: Self = Self(1);
    /// Weeks running.
    pub const WEEKS: Self = Self(1 << 1);
    /// A first time.
    pub const FIRST: Self = Self(1 << 2);
    /// A record.
    pub const RECORD: Self = Self(1 << 3);
    /// A place of the order.
    pub const PLACE: Self = Self(1 << 4);
    /// A quantity.
    pub const QUANTITY: Self = Self(1 << 5);
    /// An ordinal.
    pub const ORDINAL: Self = Self(1 << 6);
    /// Not a kind: a small word that decides nothing; the word behind it must
    /// be one of the same kind, or another such word.
    pub const LINK: Self = Self(1 << 7);
    /// Not a kind: a word without one of which there is no time, figures aside.
    pub const CALENDAR: Self = Self(1 << 8);
    /// Not a kind: the name of a month.
    pub const MONTH: Self = Self(1 << 9);
    /// Not a kind: the name of a weekday.
    pub const WEEKDAY: Self = Self(1 << 10);
    /// Not a kind: a unit of time.
    pub const UNIT: Self = Self(1 << 11);
    /// Not a kind: "today", "period", "time".
    pub const DEICTIC: Self = Self(1 << 12);
    /// Not a kind: what may stand between the ends of a range or a ratio.
    pub const JOINT: Self = Self(1 << 13);
    /// Not a kind: a time only behind a small word, "on a weekly basis".
    pub const INNER: Self = Self(1 << 14);
    /// Not a kind: starts nothing, but may stand inside a time or a quantity.
    pub const INSIDE: Self = Self(1 << 15);
    /// Not a kind: a word without one of which there is no quantity, figures
    /// aside.
    pub const NUMERAL: Self = Self(1 << 16);
    /// Not a kind: a word without one of which there is no record.
    pub const EXTREME: Self = Self(1 << 17);
    /// Not a kind: a word without one of which there is no place of the order.
    pub const SPOT: Self = Self(1 << 18);
    /// Not a kind: the name of a season.
    pub const SEASON: Self = Self(1 << 19);
    /// Words that stand inside a time or a quantity.
    pub const WITHIN: Self =
        Self::TIME.and(Self::QUANTITY).and(Self::LINK).and(Self::JOINT).and(Self::INSIDE);
    /// Every kind.
    pub const ALL: Self = Self(0x7f);
    /// Every kind and every word of the calendar: nothing is left out.
    pub const EVERYTHING: Self = Self(0xf_bf7f);
    /// What a number in digits may start.
    pub const NUMBER: Self =
        Self::TIME.and(Self::WEEKS).and(Self::PLACE).and(Self::QUANTITY).and(Self::ORDINAL);
    /// What a number may start that has a scale, or a sign of its own.
    pub const SCALED: Self = Self::QUANTITY;

    /// Both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both sets have.
    #[must_use]
    pub const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is left without the others.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Has it one of these?
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Is it empty, links aside?
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 & Self::ALL.0 == 0
    }
}

/// Every word that a phrase may start with, or that may stand second behind a
/// link. A word may stand in several rows.
pub(super) fn rows() -> Vec<(&'static str, Starts)> {
    let split =
        |words: &'static str, starts: Starts| words.split_whitespace().map(move |word| (word, starts));
    TABLE.iter().flat_map(|(words, starts)| split(words, *starts)).collect()
}

use Starts as S;

#[rustfmt::skip]
const TABLE: &[(&str, Starts)] = &[
    // Small words before a phrase of which they are a part.
    ("the a an its their his her this our my",
        S::LINK.and(S::TIME).and(S::WEEKS).and(S::FIRST).and(S::RECORD).and(S::PLACE).and(S::QUANTITY)),
    ("for in over with at", S::LINK.and(S::TIME).and(S::WEEKS)),
    ("for in at to of on", S::LINK.and(S::FIRST).and(S::RECORD).and(S::TIME)),
    ("a an in on of at another", S::LINK.and(S::QUANTITY)),
    ("a an", S::LINK.and(S::ORDINAL)),
    ("each every", S::WEEKS),
    ("in for over during", S::LINK.and(S::WEEKS)),
    ("during throughout within across around from by as through until till before after between",
        S::LINK.and(S::TIME)),
    // Numbers in words.
    ("zero nil nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
      sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
      thousand thousands million millions billion billions trillion trillions quadrillion quintillion dozen dozens
      couple lakh lakhs crore crores half",
        S::TIME.and(S::WEEKS).and(S::QUANTITY).and(S::ORDINAL).and(S::PLACE)),
    ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
      fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth
      seventieth eightieth ninetieth hundredth thousandth millionth billionth",
        S::TIME.and(S::WEEKS).and(S::ORDINAL).and(S::PLACE).and(S::QUANTITY)),
    ("quarter quarters thirds fifths halves", S::QUANTITY.and(S::TIME)),
    // The words around a number.
    ("more greater higher larger bigger over above exceeding topping surpassing beyond upwards upward north well far
      much comfortably no not minimum maximum less fewer lower smaller under below south up as nearly almost
      approaching nearing near practically virtually close shy short just slightly marginally little about around
      roughly some approximately circa estimated barely scarcely hardly quite even approx ca somewhere anywhere anything something exactly precisely
      only merely fully several many few every least most",
        S::QUANTITY.and(S::WEEKS).and(S::TIME)),
    ("better good quite nigh getting impressive incredible astonishing astounding eye watering enormous extraordinary cool hefty huge massive modest
      paltry respectable",
        S::QUANTITY),
    ("very excess region neighborhood neighbourhood order bit touch shade hair total mere whopping staggering factor
      third percent percents pct per cent percentage point points high low total",
        S::QUANTITY),
    ("twice double thrice triple treble quadruple quintuple twofold threefold between from minus negative plus
      us u.s. c s hk nt cn jp rmb usd eur gbp cny jpy inr krw nearly",
        S::QUANTITY),
    // Times.
    ("this that last past latest next previous prior same week weeks a one between since until till through thru
      up as by than when compared against versus vs relative today yesterday tomorrow tonight early mid late earlier
      later end ends start beginning year years month months quarter quarters day days so iso calendar wow yoy mom
      qoq dod w y m q h cw wk ytd mtd qtd sequentially across half first its their around before per annual weekly daily
      monthly quarterly yearly back now currently recent recently upcoming coming following current final each
      every final full single entire whole course space rest remainder middle turn close opening weekend weekends fortnight
      decade century fiscal fy seven thirty twelve midnight noon hour hours
      in on at over during for from to of then ago opposed only just exactly those that these another",
        S::TIME),
    ("january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct
      november nov december dec monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri
      saturday sat sunday sun mondays tuesdays wednesdays thursdays fridays saturdays sundays",
        S::TIME),
    ("day days week weeks wk wks month months quarter quarters year years yr yrs decade decades century weekend
      weekends fortnight fortnights hour hours frame frames",
        S::CALENDAR.and(S::UNIT)),
    // "for the fifth time running".
    ("time", S::UNIT),
    ("half daily weekly monthly quarterly yearly annual annualised annualized wow yoy mom qoq dod ytd mtd qtd
      sequentially w y m q h d cw fy twenties thirties forties fifties sixties seventies eighties nineties noughties
      nineteen twenty thousand thousands",
        S::CALENDAR),
    ("spring springtime summer summertime autumn fall winter wintertime",
        S::TIME.and(S::CALENDAR).and(S::SEASON)),
    ("all entirety record bumper strong weak quiet busy", S::TIME),
    // "since", and nothing behind it.
    ("since", S::CALENDAR),
    // "back then".
    ("then", S::CALENDAR),
    ("ytd mtd qtd period span stretch window timeframe frame interval time today yesterday tomorrow tonight night
      morning afternoon evening",
        S::CALENDAR.and(S::DEICTIC)),
    ("january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct
      november nov december dec",
        S::CALENDAR.and(S::MONTH)),
    ("monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun mondays
      tuesdays wednesdays thursdays fridays saturdays sundays",
        S::CALENDAR.and(S::WEEKDAY)),
    ("reporting tracking trading chart survey sales statistical holiday latter closing morning afternoon evening preceding subsequent immediately twenties thirties forties fifties sixties seventies eighties nineties noughties rest remainder coming upcoming
      period span stretch window timeframe interval time same corresponding comparable equivalent",
        S::TIME),
    ("day days week weeks month months quarter quarters year years equal", S::QUANTITY),
    ("zero nil nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
      sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
      thousand thousands million millions billion billions trillion trillions quadrillion quintillion dozen dozens
      couple few several many lakh lakhs crore crores half halves third thirds quarter quarters fourth fourths fifth
      fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths eleventh twelfth twelfths
      thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth
      sixtieth seventieth eightieth ninetieth hundredth hundredths thousandth
      thousandths twice double thrice triple treble quadruple quintuple twofold threefold factor percent cent percentage
      point points day days week weeks month months quarter quarters year years hour hours decade decades weekend
      weekends frame frames fortnight fortnights every most trillionth quadrillionth millionth billionth",
        S::NUMERAL),
    ("like and or of to than that those ended ending ends closing commencing started starting beginning began begins starts
      recent recently immediately preceding subsequent hence previously reporting tracking trading calendar whole
      entire complete period window stretch span frame date basis far before after earlier later compared with equal
      st nd rd th s oh o my been running ending out",
        S::INSIDE),
    ("trillionth quadrillionth", S::ORDINAL.and(S::QUANTITY)),
    ("to or through thru", S::JOINT),
    ("daily weekly monthly quarterly yearly annual time", S::INNER),
    // Weeks running.
    ("past last full whole record what back consecutive straight successive uninterrupted unbroken another final
      entire solid between",
        S::WEEKS),
    ("highest largest biggest best strongest most lowest smallest weakest worst fewest least record all high peak low
      trough unprecedented personal ever any",
        S::EXTREME),
    ("place places position positions spot spots slot slots rank ranks seat ranking rankings perch berth no nr num
      number top leading atop pole summit throne crown helm leader runner list chart charts leaderboard leaderboards
      standings entries between most busiest best highest largest biggest pack heap table pile tree field podium seats berths
      rungs frontrunner front",
        S::SPOT),
    // First times.
    ("first very", S::FIRST),
    // Records.
    ("personal unprecedented new fresh another weekly platform highest largest biggest best strongest lowest smallest weakest worst all
      record its their most fewest slowest fastest steepest sharpest high low peak unprecedented never
      more higher fewer less lower",
        S::RECORD),
    // Places.
    ("between somewhere anywhere global overall worldwide weekly platform podium week world market globe entire whole no nr num number top leading first pole summit throne crown helm
      leader usage official list lists chart charts ranking rankings leaderboard leaderboards standings table
      last bottom runner atop position rank slot new current reigning undisputed outright clear frontrunner front
      runaway comfortable traffic volume",
        S::PLACE),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_kinds() {
        let both = Starts::TIME.and(Starts::PLACE);
        assert!(both.any(Starts::TIME) && !both.any(Starts::ORDINAL));
        assert!(Starts::LINK.is_empty() && Starts::NONE.is_empty() && !both.is_empty());
        assert!(rows().iter().any(|(word, starts)| *word == "june" && starts.any(Starts::TIME)));
    }
}
