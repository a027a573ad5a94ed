//! Verbs, and the frames in which they make claims.

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

/// Regular and irregular verbs, parted by commas: "base", or "base third past
/// participle ing".
const TABLE: &[(&str, Frames)] = &[
    (
        "process, log, register, generate, produce, clock, garner, attract, total, total totals \
         totalled totalled totalling, exhaust, tally, \
         deliver, rack, amass, gather, collect, field, receive, banked banked banked banked banking, absorb, accumulate, harvested harvested harvested harvested harvesting, accept, transact, \
         relayed relayed relayed relayed relaying, muster, funnel funnels funnelled funnelled funnelling, channelled channelled channelled channelled \
         channelling, channeled channeled channeled channeled channeling",
        F::LEVEL.and(F::USE),
    ),
    ("record, notch, score, chart", F::LEVEL.and(F::SET)),
    (
        "handle, manage, serve, consume, use, route, burn, pull, devour, gobble, guzzle, crunch, ingest, \
         churn, chew, eat eats ate eaten eating, swallow, bag, sell sells sold sold selling, view, \
         stream, ship, report, shift, admit admits admitted admitted admitting, answer, \
         move",
        F::LEVEL.and(F::USE),
    ),
    ("see sees saw seen seeing, carry, draw draws drew drawn drawing, amount, exceed", F::LEVEL),
    ("reach, hit hits hit hit hitting, touch, attain", F::LEVEL.and(F::REACH)),
    ("near", F::LEVEL.and(F::APPROACH)),
    ("cross, pass, clear", F::LEVEL.and(F::OVERTAKE).and(F::REACH)),
    ("raise, boost, slash, curb", F::NONE),
    ("lift lifts lifted lifted lifting, hike hikes hiked hiked hiking", F::NONE),
    // "Trade" is no verb more often.
    ("traded traded traded traded trading", F::RANK.and(F::LEVEL)),
    // "Firm" is a company more often.
    ("firmed firmed firmed firmed firming", F::UP),
    ("fail, miss, continue, snap, halt, arrest, interrupt, reverse", F::NONE),
    ("put puts put put putting", F::ADD),
    ("experience, witness", F::SET),
    ("end", F::RANK),
    ("get gets got got getting", F::ENTER.and(F::LEVEL)),
    ("give gives gave given giving", F::CEDE),
    ("come comes came come coming", F::LEVEL.and(F::RANK)),
    (
        "rise rises rose risen rising, grow grows grew grown growing, increase, climb, jump, \
         surge, soar, leap leaps leapt leapt leaping, balloon, shoot shoots shot shot \
         shooting, rebound, rally, swell swells swelled swollen swelling, \
         skyrocket, explode, balloon, mushroom, spike, edge, pick, recover, bounce, inch, tick, creep creeps \
         crept crept creeping, rocket, vault, zoom, spring springs \
         sprang sprung springing, blow blows blew blown blowing, sail, fly flies flew flown flying, \
         leaped leaped leaped leaped leaping, ascend",
        F::UP.and(F::RANK),
    ),
    (
        "improve, advance, expand, accelerate, strengthen, appreciate, popped popped popped popped popping, boomed boomed boomed boomed booming, progressed progressed progressed \
      progressed progressing",
        F::UP.and(F::RANK).and(F::FIGURE),
    ),
    (
        "fall falls fell fallen falling, drop, decline, decrease, slip, plunge, plummet, \
         slide slides slid slid sliding, shrink shrinks shrank shrunk shrinking, collapse, \
         dip, tumble, sink sinks sank sunk sinking, contract, retreat, ease, slump, \
         nosedive, recede, drift, dwindle",
        F::DOWN.and(F::RANK).and(F::EXIT),
    ),
    (
        "weaken, soften, depreciate, crash, tank, fade, wane, ebb, abate, subside, diminish, lessen, sag, cratered cratered cratered cratered cratering, swoon, skid, wither, shrivel shrivels shrivelled \
         shrivelled shrivelling, deflate, descend, dived dived dived dived diving, dove dove dove dove diving",
        F::DOWN.and(F::RANK).and(F::EXIT).and(F::FIGURE),
    ),
    ("hemorrhage, haemorrhage, bleed bleeds bled bled bleeding, forfeit", F::LOSE),
    // What goes past somebody, or into a place.
    (
        "rolled rolled rolled rolled rolling, cruised cruised cruised cruised cruising, breezed breezed breezed breezed breezing, bolted bolted bolted bolted bolting, barrel barrels \
         barrelled barrelled barrelling, zipped zipped zipped zipped zipping, hopped hopped hopped hopped hopping, \
         skipped skipped skipped skipped skipping, marched marched marched marched marching, stepped stepped stepped \
         stepped stepping, elbowed elbowed elbowed elbowed elbowing, nipped nipped nipped nipped nipping, nosed nosed nosed nosed nosing, snuck snuck snuck \
         snuck sneaking, thundered thundered thundered thundered thundering, romped romped romped romped romping, whizz, push",
        F::RANK,
    ),
    ("pull", F::RANK.and(F::BELONG)),
    ("move, go goes went gone going", F::RANK.and(F::BELONG)),
    ("gain", F::UP.and(F::ADD).and(F::TAKE)),
    ("add", F::ADD),
    ("lose loses lost lost losing, shed sheds shed shed shedding", F::LOSE.and(F::DOWN)),
    (
        "surpass, outpace, outperform, eclipse, dwarf, beat beats beat beaten beating, outdo \
         outdoes outdid outdone outdoing, outstrip outstrips outstripped outstripped outstripping, \
         outrank, outnumber, overshadow, best, outrun outruns outran outrun \
         outrunning, trounce, outdraw outdraws outdrew outdrawn outdrawing, outsize, outweigh, outmuscle, \
         outgun outguns outgunned outgunned outgunning, pip, outpoll, outgross, outearn, outproduce, outdistance",
        F::AHEAD,
    ),
    (
        "overtake overtakes overtook overtaken overtaking, leapfrog leapfrogs leapfrogged leapfrogged \
         leapfrogging, overhaul, lap, dethrone, \
         displace, supplant, unseat, topple, oust, depose, usurp",
        F::OVERTAKE,
    ),
    ("outsell outsells outsold outsold outselling", F::AHEAD.and(F::OUTSELL)),
    ("trail, lag", F::BEHIND),
    ("lead leads led led leading", F::LEAD.and(F::AHEAD)),
    ("top, head", F::LEAD.and(F::AHEAD).and(F::LEVEL)),
    ("exceed", F::AHEAD),
    (
        "emerge, appear, surface, return, rank, place, finish, land, chart, round, feature, settle, stop, conclude, \
         close",
        F::RANK,
    ),
    ("debut, open, enter, bow, premiere, reenter", F::RANK.and(F::DEBUT)),
    ("reenter", F::ENTER),
    (
        "relegate, demote, knock, bump, oust, depose, topple, push, nudge, kick, force, crowded crowded crowded crowded crowding, ejected ejected ejected ejected ejecting, dislodged dislodged dislodged dislodged dislodging, shoved shoved shoved shoved shoving, \
      thrown thrown threw thrown throwing, driven driven drove driven driving",
        F::DISPLACE,
    ),
    ("replace, succeed", F::SUCCEED),
    ("lose loses lost lost losing, cede, relinquish, surrender, vacate, yield", F::CEDE),
    ("average, combine", F::LEVEL),
    ("gross grosses grossed grossed grossing, net, pocket, charge, fetch", F::LEVEL.and(F::USE)),
    ("watch, push, work, plough, plow", F::LEVEL.and(F::USE)),
    (
        "pay pays paid paid paying, admit admits admitted admitted \
      admitting, shift, move, bring brings brought \
      brought bringing, rake, haul",
        F::LEVEL.and(F::USE),
    ),
    ("cost costs cost cost costing", F::LEVEL.and(F::USE).and(F::COST)),
    ("reign, rule", F::LEAD),
    ("supply, provide", F::LEVEL.and(F::USE).and(F::SHARE)),
    (
        "count, issue, lend lends lent lent lending, welcome, host, entertain, \
          enrol enrols enrolled enrolled enrolling, attend, tune",
        F::LEVEL.and(F::USE),
    ),
    ("peak", F::PEAK),
    ("enter, crack, join, rejoin, penetrate, gatecrash", F::ENTER),
    ("break breaks broke broken breaking", F::ENTER.and(F::SET)),
    ("breached breaches breached breached breaching", F::SET),
    ("make makes made made making", F::ENTER.and(F::SHARE)),
    (
        "leave leaves left left leaving, exit, vanish, disappear, depart, quit quits quit quit quitting",
        F::EXIT,
    ),
    ("hold holds held held holding", F::HOLD.and(F::SHARE).and(F::STAY)),
    ("become becomes became become becoming", F::TAKE),
    ("repeat", F::HOLD.and(F::STAY)),
    (
        "squeeze, scrape, sneak, muscle, squeak, barge, scramble, storm, blast, roar, catapult, race, power, burst bursts burst burst bursting",
        F::RANK,
    ),
    ("cling clings clung clung clinging", F::HOLD.and(F::STAY)),
    (
        "keep keeps kept kept keeping, retain, maintain, defend, preserve, consolidate, cement, solidify",
        F::HOLD.and(F::STAY),
    ),
    ("take takes took taken taking", F::TAKE.and(F::SHARE).and(F::LEVEL)),
    (
        "claim, secure, seize, inherit, grab, capture, win wins won won winning, snatch, regain, \
         reclaim, wrest, wrestle, retake retakes retook retaken retaking, recapture, earn, clinch",
        F::TAKE.and(F::SHARE),
    ),
    (
        "nab nabs nabbed nabbed nabbing, snag, scooped scooped scooped scooped scooping, steal steals stole stolen stealing, pinched pinched pinched pinched pinching, swiped swiped swiped swiped swiping, obtain, \
         recover",
        F::TAKE,
    ),
    ("nab nabs nabbed nabbed nabbing, snag, scooped scooped scooped scooped scooping", F::LEVEL.and(F::USE)),
    ("occupy, fill, own", F::RANK.and(F::SHARE)),
    ("complete, round", F::COMPLETE),
    ("feature", F::RANK),
    ("form", F::SHARE),
    ("return", F::RANK.and(F::TAKE)),
    ("account, represent, comprise, constitute, contribute", F::SHARE.and(F::LEVEL)),
    (
        "command, control controls controlled controlled controlling, enjoy, boast, correspond, hogged hogged hogged hogged hogging, cornered cornered cornered cornered cornering",
        F::SHARE,
    ),
    (
        "suffer, notch, endure, log, shatter, booked booked booked booked booking, sustain, incur, show shows showed shown showing",
        F::SET,
    ),
    ("watch, play, download, rent, visit, buy buys bought bought buying, borrow", F::USE),
    ("flow, run runs ran run running, stem, originate, derive, accrue", F::BELONG),
    ("mark", F::MARK),
    ("extend, stretch, prolong", F::MARK.and(F::EXTEND)),
    ("post, set sets set set setting, achieve, establish, smash", F::SET.and(F::LEVEL)),
    ("sweep sweeps swept swept sweeping, dominate, monopolise, monopolize", F::SWEEP),
    ("follow", F::FOLLOW),
    ("belong", F::BELONG),
    ("double", F::DOUBLE),
    ("treble, triple", F::TRIPLE),
    ("quadruple", F::QUADRUPLE),
    ("quintuple", F::QUINTUPLE),
    ("sextuple", F::SEXTUPLE),
    ("octuple", F::OCTUPLE),
    ("decuple", F::DECUPLE),
    ("halve", F::HALVE),
    ("remain, stay", F::STAY.and(F::RANK)),
    (
        "hover, languish, linger, nestle, sit sits sat sat sitting, stand stands stood stood standing",
        F::RANK.and(F::LEVEL),
    ),
    ("spend spends spent spent spending", F::HOLD),
    (
        "say says said said saying, show shows showed shown showing, reveal, indicate, note, \
         add, find finds found found finding, suggest, state, write writes wrote written \
         writing, confirm, announce, estimate, calculate, tell tells told told telling, \
         highlight, observe, point, argue, cite, mean means meant meant meaning, report, \
         claim, track, concede, acknowledge",
        F::SAY,
    ),
    (
        "expect, forecast forecasts forecast forecast forecasting, project, predict, aim, \
         plan, hope, intend, anticipate, target, set sets set set setting, poise",
        F::FORECAST,
    ),
    ("deny, dispute, reject, refute, contest, doubt, joke", F::DENY),
    ("have has had had having, do does did done doing", F::AUX),
    ("approach", F::APPROACH),
    (
        "widen, narrow, close, cut cuts cut cut cutting, reduce, trim, build builds built built \
         building, open, slow, moderate, quicken, cool, deepen, steepen, worsen",
        F::WIDEN,
    ),
    ("match, equal, equal equals equalled equalled equalling, tie ties tied tied tying", F::EQUAL),
];

/// Every form of every verb.
pub(super) fn forms() -> Vec<(String, Verb)> {
    let mut forms = Vec::new();
    let verbs = TABLE.iter().flat_map(|(verbs, frames)| verbs.split(", ").map(move |verb| (verb, *frames)));
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

/// The five forms of one verb of a table.
pub(super) fn forms_of(verb: &str) -> impl Iterator<Item = (String, Form)> + use<> {
    let given: Vec<&str> = verb.split(' ').filter(|form| !form.is_empty()).collect();
    let made = if let [base, third, past, participle, ing] = given.as_slice() {
        [base, third, past, participle, ing].map(|form| (*form).to_owned())
    } else {
        regular(verb)
    };
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
        Some(rest) => format!("{rest}ies"),
        None if sibilant => format!("{base}es"),
        None => format!("{base}s"),
    };
    let last = base.chars().next_back().filter(|_| doubled).map(String::from).unwrap_or_default();
    let past = match y {
        Some(rest) => format!("{rest}ied"),
        None => format!("{stem}{last}ed"),
    };
    let ing = format!("{stem}{last}ing");
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
