//! Verbs that say something else with the words behind them: `soaked up`, `went down`,
//! `hung on to`, `fought its way`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::verbs::{self, Form, Frames, Verb};

/// What must stand behind such a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Anything.
    Nothing,
    /// A figure.
    Figure,
    /// A figure, a time, or the end of the clause.
    End,
    /// A name.
    Name,
    /// A place of the order.
    Place,
    /// "at" or "in" with a place, "at", "on" or "with" a figure.
    Stand,
    /// "to", "into".
    Way,
    /// "a gain of 8 %".
    Gain,
}

/// What a verb with the words behind it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrasal {
    /// The words behind it.
    pub words: &'static str,
    /// What it says with them.
    pub frames: Frames,
    /// What must follow.
    pub needs: Needs,
}

use Frames as F;

/// The verbs, as in the table of verbs; the words behind each of them, parted by commas, longest
/// first. Of a verb that is a noun as often, only the forms that are none.
#[rustfmt::skip]
const TABLE: &[(&str, &str, Frames, Needs)] = &[
    // Amounts.
    ("run runs ran run running, rack, chalk, clock, notch, put puts put put putting, \
      piled piled piled piled piling, build builds built built building, hoover, suck, soaked soaked soaked soaked soaking, mopped mopped mopped mopped mopping, scooped scooped scooped scooped scooping, snap, \
      lapped lapped lapped lapped lapping, vacuumed vacuumed vacuumed vacuumed vacuuming, slurped slurped slurped slurped slurping, swallow, gobble, munched munched munched munched munching, add",
        "up", F::LEVEL.and(F::USE), Needs::Figure),
    ("churn, cranked cranked cranked cranked cranking, pumped pumped pumped pumped pumping, \
      spat spat spat spat spitting, push, put puts put put putting, turn, poured poured poured poured pouring, belted belted belted belted belting, dished dished dished dished dishing",
        "out", F::LEVEL.and(F::USE), Needs::Figure),
    ("reeled reeled reeled reeled reeling, turn, put puts put put putting, haul, rake, bring brings brought brought bringing, \
      suck, roped roped roped roped roping, packed packed packed packed packing, netted netted netted netted netting",
        "in", F::LEVEL.and(F::USE), Needs::Figure),
    ("pull", "down", F::LEVEL.and(F::USE), Needs::Figure),
    ("burnt burnt burnt burnt burning, plough, plow, munched munched munched munched munching, eat eats ate eaten eating, chomped chomped chomped chomped chomping, ripped ripped ripped ripped ripping, tear tears tore torn tearing",
        "through", F::LEVEL.and(F::USE), Needs::Figure),
    ("deal deals dealt dealt dealing, cope", "with", F::LEVEL.and(F::USE), Needs::Figure),
    ("take takes took taken taking", "care of, home, on", F::LEVEL.and(F::USE), Needs::Figure),
    ("get gets got got getting", "to, up to", F::LEVEL.and(F::REACH), Needs::Figure),
    ("make makes made made making", "it to, it up to", F::LEVEL.and(F::REACH), Needs::Figure),
    ("chalk, rack, notch, rang rang rang rung ringing", "up", F::SET, Needs::Gain),
    ("turn, put puts put put putting, bring brings brought brought bringing", "in", F::SET, Needs::Gain),
    // Standing somewhere.
    ("weigh, checked checked checked checked checking, clock, roll, slotted slotted slotted slotted slotting", "in", F::RANK, Needs::Stand),
    ("come comes came come coming", "in, away", F::RANK, Needs::Stand),
    ("wind winds wound wound winding, show shows showed shown showing", "up", F::RANK, Needs::Stand),
    ("max, bottom, top, close", "out", F::RANK, Needs::Stand),
    ("find finds found found finding", "itself, themselves", F::RANK, Needs::Stand),
    // Rising.
    ("edge, inch, tick, creep creeps crept crept creeping, drift, nudge, crawled crawled crawled crawled crawling",
        "upwards, upward, higher, up", F::UP.and(F::RANK), Needs::Nothing),
    ("go goes went gone going, move, head, trended trended trended trended trending, marched marched marched marched marching, \
      power, swung swung swung swung swinging, hopped hopped hopped hopped hopping, \
      stepped stepped stepped stepped stepping, ramped ramped ramped ramped ramping, scaled scaled scaled scaled scaling, \
      perked perked perked perked perking, bumped bumped bumped bumped bumping, push",
        "upwards, upward, higher, up", F::UP.and(F::RANK).and(F::FIGURE), Needs::Nothing),
    ("surge, power, forge, race, storm, roar, jump, shoot shoots shot shot shooting, leap leaps leapt leapt leaping",
        "ahead", F::UP, Needs::Figure),
    ("snapped snapped snapped snapped snapping, roar, storm", "back", F::UP, Needs::Figure),
    ("claw, win wins won won winning, earn", "back", F::ADD.and(F::UP), Needs::Figure),
    ("pile, tacked tacked tacked tacked tacking", "on", F::ADD, Needs::Figure),
    // Falling.
    ("edge, inch, tick, creep creeps crept crept creeping, drift, nudge, crawled crawled crawled crawled crawling",
        "downwards, downward, lower, down", F::DOWN.and(F::RANK), Needs::Nothing),
    ("go goes went gone going, move, head, trended trended trended trended trending, come comes came come coming, \
      swung swung swung swung swinging, stepped stepped stepped stepped stepping, \
      cool, scaled scaled scaled scaled scaling, wear wears wore worn wearing",
        "downwards, downward, lower, down", F::DOWN.and(F::RANK).and(F::FIGURE), Needs::Nothing),
    ("fall falls fell fallen falling, drop, slip, slide slides slid slid sliding, tumble",
        "away, back, off", F::DOWN.and(F::RANK), Needs::End),
    ("pull", "back", F::DOWN.and(F::FIGURE), Needs::End),
    ("tailed tailed tailed tailed tailing, trail, tapered tapered tapered tapered tapering, cool", "off", F::DOWN.and(F::FIGURE), Needs::End),
    // Ahead of somebody.
    ("nosed nosed nosed nosed nosing, nudge", "out", F::AHEAD, Needs::Name),
    ("staved staved staved staved staving, warded warded warded warded warding, fended fended fended fended fending, beat beats beat beaten beating, fight fights fought fought fighting",
        "off", F::AHEAD, Needs::Name),
    // Places kept.
    ("keep keeps kept kept keeping, retain, maintain, preserve, strengthen, tighten, have has had had having, get gets got got getting",
        "its hold on, their hold on, its grip on, their grip on, hold of, a firm grip on, a firm hold on, a tight grip on",
        F::HOLD.and(F::STAY), Needs::Place),
    ("hang hangs hung hung hanging", "on to, onto, in at, in", F::HOLD.and(F::STAY), Needs::Place),
    ("cling clings clung clung clinging", "on to, onto, to", F::HOLD.and(F::STAY), Needs::Place),
    ("stand stands stood stood standing", "firm in, firm at, pat in, pat at, fast in, fast at, still in, still at",
        F::HOLD.and(F::STAY), Needs::Place),
    ("sit sits sat sat sitting", "tight in, tight at", F::HOLD.and(F::STAY), Needs::Place),
    ("sit sits sat sat sitting", "pretty in, pretty at", F::RANK, Needs::Place),
    ("continue, carry, persist", "on in, on at, on as, in, at", F::HOLD.and(F::STAY), Needs::Place),
    // Places taken.
    ("pick", "up", F::TAKE, Needs::Place),
    ("get gets got got getting, win wins won won winning, grab, take takes took taken taking", "back", F::TAKE, Needs::Place),
    ("make makes made made making, work, fight fights fought fought fighting, claw, force, elbow, muscle, push, \
      battled battled battled battled battling, shouldered shouldered shouldered shouldered shouldering, wedged wedged wedged wedged wedging, grind grinds ground ground grinding, find finds found found finding, inch, edge",
        "its way back up, their way back up, its way up, their way up, its way, their way",
        F::UP.and(F::RANK), Needs::Way),
    ("make makes made made making", "it up", F::UP.and(F::RANK), Needs::Way),
    ("get gets got got getting, nudge", "up", F::UP.and(F::RANK), Needs::Way),
    ("have has had had having", "to make do with, to be content with", F::RANK, Needs::Place),
    ("make makes made made making", "do with", F::RANK, Needs::Place),
    ("reign, rule", "supreme, the roost", F::LEAD, Needs::End),
    ("close, round, finish", "out, off", F::COMPLETE, Needs::Place),
];

/// By each form of the verb.
static PHRASALS: LazyLock<BTreeMap<String, Vec<Phrasal>>> = LazyLock::new(|| {
    let mut found: BTreeMap<String, Vec<Phrasal>> = BTreeMap::new();
    for (verbs, behind, frames, needs) in TABLE {
        for (form, _) in verbs.split(", ").flat_map(verbs::forms_of) {
            let phrasals = found.entry(form).or_default();
            phrasals.extend(behind.split(", ").map(|words| Phrasal {
                words,
                frames: *frames,
                needs: *needs,
            }));
        }
    }
    found
});

/// What the verb of this form can be with words behind it.
pub fn phrasals(form: &str) -> &'static [Phrasal] {
    PHRASALS.get(form).map_or(&[], Vec::as_slice)
}

/// Every form of these verbs, marked as one that words behind it may change.
pub(super) fn forms() -> impl Iterator<Item = (String, Verb)> {
    let marked = |(text, form): (String, Form)| (text, Verb { frames: F::PHRASAL, form });
    TABLE.iter().flat_map(|(verbs, ..)| verbs.split(", ")).flat_map(verbs::forms_of).map(marked)
}
