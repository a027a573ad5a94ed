//! Verbs, and the frames in which they make claims.

mod irregular;
mod rows;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// "rise", "to rise": also the present plural.
    Base,
    /// "rises".
    Third,
    /// "rose".
    Past,
    /// "risen"; for a regular verb the form of the past is both.
    Participle,
    /// "rising".
    Ing,
}

/// The frames in which a verb can stand: what its complement makes of it. A
/// set of bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Frames(u64);

macro_rules! frames {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)+) => {
        impl Frames {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)+
        }
    };
}

frames! {
    /// + amount: a level ("processed 4 trillion").
    LEVEL = 0;
    /// + percentage, amount, "to" amount: a rise.
    UP = 1;
    /// The same, a fall.
    DOWN = 2;
    /// + name: ahead of it, as a state ("surpassed").
    AHEAD = 3;
    /// + name: ahead of it, not so before ("overtook").
    OVERTAKE = 4;
    /// + name: behind it ("trailed").
    BEHIND = 5;
    /// + place: a rank ("ranked third").
    RANK = 6;
    /// + place: the same before ("kept").
    HOLD = 7;
    /// + place: another before ("took").
    TAKE = 8;
    /// + top n: outside before ("entered").
    ENTER = 9;
    /// "out of" + top n: inside before ("dropped out of").
    EXIT = 10;
    /// + chart, or alone: first ("topped the list").
    LEAD = 11;
    /// + percentage "of": a share ("accounted for").
    SHARE = 12;
    /// + amount: more by it ("added").
    ADD = 13;
    /// + amount: less by it ("lost").
    LOSE = 14;
    /// "be".
    BE = 15;
    /// "stay", "remain": what is said of it held before too.
    STAY = 16;
    /// + ordinal week: a streak ("marks the ninth week").
    MARK = 17;
    /// + record: ("set a record").
    SET = 18;
    /// + top n: all of it ("swept").
    SWEEP = 19;
    /// "followed by" + name.
    FOLLOW = 20;
    /// + clause: somebody says so.
    SAY = 21;
    /// + infinitive: not so yet ("is expected to").
    FORECAST = 22;
    /// + clause: somebody says it is not so.
    DENY = 23;
    /// Twice as much.
    DOUBLE = 24;
    /// Three times as much.
    TRIPLE = 25;
    /// Four times as much.
    QUADRUPLE = 26;
    /// Half as much.
    HALVE = 27;
    /// "have", "do": auxiliaries.
    AUX = 28;
    /// "go", "belong" + "to": what is given to a name.
    BELONG = 29;
    /// + amount: nearly that much ("approached").
    APPROACH = 31;
    /// Passive uses of a counted thing ("were used", "were processed").
    USE = 30;
    /// + lead or gap: how far apart two are ("widened").
    WIDEN = 32;
    /// + name: as much as it ("matched").
    EQUAL = 33;
    /// + place: not on the list before ("debuted at No. 3").
    DEBUT = 34;
    /// + name "off" the top, "out of" the top n: it was there before ("knocked").
    DISPLACE = 35;
    /// + name "at" a place: it was there before ("replaced").
    SUCCEED = 36;
    /// + place "to" a name: it was there before ("ceded").
    CEDE = 37;
    /// + "its run" at a place "to" so many weeks ("extended").
    EXTEND = 38;
    /// + amount: at least that much ("reached").
    REACH = 39;
    /// + top n: the last of them ("completed", "rounded out").
    COMPLETE = 40;
    /// + name: ahead of it in what was sold, whatever else is counted
    /// ("outsold").
    OUTSELL = 41;
    /// Five times as much.
    QUINTUPLE = 42;
    /// Six times as much.
    SEXTUPLE = 43;
    /// Eight times as much.
    OCTUPLE = 44;
    /// Ten times as much.
    DECUPLE = 45;
    /// + place or amount, at a time: the highest of that time ("peaked").
    PEAK = 46;
    /// + amount: its price, never so much of what adds up ("cost").
    COST = 47;
    /// Says something else with words behind it ("went up"): see [`super::phrasal`].
    PHRASAL = 48;
    /// Beside a rise or a fall: says so of a volume, or with a figure; alone it may be
    /// something else ("X faded", "X went down").
    FIGURE = 49;
    /// + a figure of its own: it makes it more ("lifted its share").
    RAISE = 50;
    /// The same, less ("trimmed its share").
    CUT = 51;
    /// + name and where it is or goes then ("put it second", "sent it to fifth").
    BRING = 52;
    /// + name and what it is then ("made it the largest").
    RENDER = 53;
    /// + name and what it has then ("gave it second place").
    GRANT = 54;
    /// + name and what it did ("saw it overtake X").
    LET = 55;
    /// Alone, or + "at" amount: as much as before ("flatlined").
    STILL = 56;
}

impl Frames {
    /// No frame: a verb that makes no claim of ours.
    pub const NONE: Self = Self(0);

    /// So many times as much as before ("tripled", "halved").
    pub const FACTOR: Self = Self::DOUBLE
        .and(Self::TRIPLE)
        .and(Self::QUADRUPLE)
        .and(Self::QUINTUPLE)
        .and(Self::SEXTUPLE)
        .and(Self::OCTUPLE)
        .and(Self::DECUPLE)
        .and(Self::HALVE);

    /// Is one of `other` among them?
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A verb form in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Verb {
    /// What it can claim.
    pub frames: Frames,
    /// Its form.
    pub form: Form,
}

impl Verb {
    /// The frames of both; a finite past wins over the participle.
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        let form = match (self.form, other.form) {
            (Form::Past, _) | (_, Form::Past) => Form::Past,
            (form, _) => form,
        };
        Self { frames: self.frames.and(other.frames), form }
    }
}

type F = Frames;

/// Every form of every verb.
pub(super) fn forms() -> Vec<(String, Verb)> {
    let mut forms = Vec::new();
    let verbs =
        rows::TABLE.iter().flat_map(|(verbs, frames)| verbs.split(", ").map(move |verb| (verb, *frames)));
    for (verb, frames) in verbs {
        forms.extend(forms_of(verb).map(|(text, form)| (text, Verb { frames, form })));
    }
    forms.extend(super::phrasal::forms());
    for (text, form) in BE {
        forms.push(((*text).to_owned(), Verb { frames: F::BE, form: *form }));
    }
    let have = Verb { frames: F::AUX.and(F::SHARE), form: Form::Base };
    forms.push(("have".to_owned(), have));
    forms
}

/// By the base and the "-ing" form of each verb, what it was.
static PAST: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let rows = rows::TABLE.iter().map(|(verbs, _)| *verbs).chain(super::phrasal::verbs());
    let mut found = FxHashMap::default();
    for verb in rows.flat_map(|verbs| verbs.split(", ")) {
        let forms: Vec<(String, Form)> = forms_of(verb).collect();
        let Some((past, _)) = forms.iter().find(|(_, form)| *form == Form::Past) else { continue };
        let plain =
            forms.iter().filter(|(text, form)| matches!(form, Form::Base | Form::Ing) && text != past);
        found.extend(plain.map(|(text, _)| (text.clone(), past.clone())));
    }
    found
});

/// The past of a verb of the tables, of its base or its "-ing" form: `rose` of `rising`. None of forms of "be" and
/// "have".
pub fn past_of(form: &str) -> Option<&'static str> {
    PAST.get(form).map(String::as_str)
}

const BE: &[(&str, Form)] = &[
    ("be", Form::Base),
    ("am", Form::Base),
    ("are", Form::Base),
    ("is", Form::Third),
    ("was", Form::Past),
    ("were", Form::Past),
    ("been", Form::Participle),
    ("being", Form::Ing),
    ("'re", Form::Base),
];

/// The five forms of one verb of a table; of "~base" the base and the third person are left out,
/// of "^base" the base.
pub(super) fn forms_of(verb: &str) -> impl Iterator<Item = (String, Form)> + use<> {
    let given: Vec<&str> = verb.split(' ').filter(|form| !form.is_empty()).collect();
    let base = verb.trim_start_matches(['~', '^']);
    let mut made = if let [base, third, past, participle, ing] = given.as_slice() {
        [base, third, past, participle, ing].map(|form| (*form).to_owned())
    } else if let Some([base, third, past, participle, ing]) = irregular::irregular(base) {
        [base, third, past, participle, ing].map(str::to_owned)
    } else {
        regular(base)
    };
    if verb.starts_with('~') {
        made[1] = made[2].clone();
    }
    if base.len() < verb.len() {
        made[0] = made[2].clone();
    }
    let kinds = [Form::Base, Form::Third, Form::Past, Form::Participle, Form::Ing];
    made.into_iter().zip(kinds)
}

/// The five forms of a regular verb.
fn regular(base: &str) -> [String; 5] {
    let doubled = doubles(base);
    let stem = base.strip_suffix('e').unwrap_or(base);
    let y = base.strip_suffix('y').filter(|rest| !rest.ends_with(['a', 'e', 'o', 'u']));
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| base.ends_with(end));
    let third = match y {
        Some(rest) => [rest, "ies"].concat(),
        None if sibilant => [base, "es"].concat(),
        None => [base, "s"].concat(),
    };
    let last = base.char_indices().next_back().filter(|_| doubled).map_or("", |(at, _)| &base[at..]);
    let past = match y {
        Some(rest) => [rest, "ied"].concat(),
        None => [stem, last, "ed"].concat(),
    };
    let ing = [stem, last, "ing"].concat();
    [base.to_owned(), third, past.clone(), past, ing]
}

/// Does the last letter double before `-ed` and `-ing`? In words of one
/// syllable that end in one vowel and one consonant.
fn doubles(base: &str) -> bool {
    let vowel = |c: char| "aeiou".contains(c);
    let letters: Vec<char> = base.chars().collect();
    let vowels = letters.iter().filter(|c| vowel(**c)).count();
    match letters.as_slice() {
        [.., a, b, c] => vowels == 1 && !vowel(*a) && vowel(*b) && !vowel(*c) && !"wxy".contains(*c),
        [a, b] => vowel(*a) && !vowel(*b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_get_their_forms() {
        assert_eq!(regular("drop"), ["drop", "drops", "dropped", "dropped", "dropping"]);
        assert_eq!(regular("carry")[1..3], ["carries", "carried"]);
        assert_eq!(regular("reach")[1], "reaches");
        assert_eq!(regular("double")[2..], ["doubled", "doubled", "doubling"]);
        assert_eq!(regular("trail")[4], "trailing");
        assert_eq!(regular("lap")[4], "lapping");
    }
}
