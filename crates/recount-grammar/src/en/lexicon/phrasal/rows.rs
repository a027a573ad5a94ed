//! The verbs that say what they say with the words behind them, or only before what belongs to it.

use super::{Frames, Needs};
use Frames as F;

/// The verbs, as in the table of verbs; the words behind each of them, parted by commas, longest
/// first ("-": none). Of "^base" the base is a noun or an adjective more often: it is not taken for the verb.
#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str, Frames, Needs)] = &[
    // Moving a figure.
    ("push, bump, ^jack, ratchet, ^ramp, ^step, ^scale, ^crank, drive, nudge, bring, take, move, ^pump, pull, ^beef, ^bulk, run, \
      build, puff, prop, add",
        "up, to", F::RAISE.and(F::WIDEN), Needs::Own),
    ("draw, wind, ^slim, dial, whittle, pare, knock, drag, bring, drive, pull, push, take, trim, cut, ratchet, ^scale, wear, \
      nudge, run",
        "down", F::CUT.and(F::WIDEN), Needs::Own),
    ("^scale, dial, ^roll, pare, cut, claw", "back", F::CUT.and(F::WIDEN), Needs::Own),
    ("^rein", "in", F::CUT.and(F::WIDEN), Needs::Own),
    // Having so much.
    ("run, rack, chalk, clock, notch, put, ^pile, build, hoover, suck, soak, mop, scoop, snap, ^lap, ^vacuum, slurp, swallow, \
      gobble, munch, add, sop, ^sponge, ^drum, ^whip, conjure, dredge, drink, ~ring, stack, tot, burn, chew, eat, crunch",
        "up", F::LEVEL.and(F::USE), Needs::Figure),
    ("churn, ^crank, ^pump, spit, push, put, turn, pour, ^belt, ^dish, dole, serve, ~grind, ~knock, ~bang, ~hammer, send",
        "out", F::LEVEL.and(F::USE), Needs::Figure),
    ("reel, turn, put, haul, rake, bring, suck, ~rope, ^pack, ~net, pull, take, draw",
        "in", F::LEVEL.and(F::USE), Needs::Figure),
    ("pull, gulp, ^wolf, ^scarf, ~put", "down", F::LEVEL.and(F::USE), Needs::Figure),
    ("burn, burnt burnt burnt burnt burning, plough, plow, munch, eat, chomp, rip, tear, chew, churn, crunch, work, \
      ^shovel, ^motor, ^steam, ^speed, ^grind, ^crank, run, guzzle, rattle",
        "through", F::LEVEL.and(F::USE), Needs::Figure),
    ("deal, cope", "with", F::LEVEL.and(F::USE), Needs::Figure),
    ("draw, feed, feast", "on", F::LEVEL.and(F::USE), Needs::Figure),
    ("polish", "off", F::LEVEL.and(F::USE), Needs::Figure),
    ("take", "care of, home, on", F::LEVEL.and(F::USE), Needs::Figure),
    ("bring", "home", F::LEVEL.and(F::USE), Needs::Figure),
    ("haul, ~put", "away", F::LEVEL.and(F::USE), Needs::Figure),
    ("^harvest, ^bank, ^relay, ^channel, slurp, gulp, soak, mop, ^vacuum, hoover, inhale, drink, drain, sip, execute, \
      perform, fulfil, fulfill, satisfy, transmit, dispatch, emit, ^output, facilitate, dispense, disburse, expend, \
      siphon, ^shovel, ~truck, transport, convey, ~power, ~drive, downed downs downed downed downing, scoop, ~land, \
      ~shoulder, sustain, complete, ~support",
        "-", F::LEVEL.and(F::USE), Needs::Figure),
    ("~number, ~measure, yield", "-", F::LEVEL, Needs::Figure),
    ("run, mount", "to, up to, at", F::LEVEL, Needs::Figure),
    ("arrive", "at", F::LEVEL, Needs::Figure),
    ("equate, translate", "to", F::SHARE.and(F::LEVEL), Needs::Figure),
    ("wield, possess, corral, snare", "-", F::SHARE, Needs::Figure),
    ("get", "to, up to", F::LEVEL.and(F::REACH), Needs::Figure),
    ("make", "it to, it up to", F::LEVEL.and(F::REACH), Needs::Figure),
    // Passing.
    ("tip, step, poke", "over, through", F::LEVEL.and(F::OVERTAKE).and(F::REACH), Needs::Figure),
    ("crack, breach, ^scale, ^crest, ^pierce, hurdle, ^bust, break", "-", F::LEVEL.and(F::OVERTAKE).and(F::REACH), Needs::Figure),
    ("crash, break, burst, punch, blast, ^bust, crack", "through", F::LEVEL.and(F::OVERTAKE).and(F::REACH), Needs::Figure),
    // Records and runs.
    ("chalk, rack, notch, ~ring, clock, ^pile, put, run, ^string, tot", "up, together", F::SET, Needs::Gain),
    ("turn, put, bring", "in", F::SET, Needs::Gain),
    ("reel, rattle, run, ~pull", "off", F::SET, Needs::Gain),
    ("complete, celebrate, compile, ^stage, mount, ~ride, assemble, ^string, ~craft, deliver, ^bank, post", "-", F::SET, Needs::Gain),
    ("keep", "alive", F::EXTEND, Needs::Nothing),
    // Standing somewhere.
    ("weigh, check, clock, ^roll, ^slot", "in", F::RANK, Needs::Stand),
    ("come", "in, away", F::RANK, Needs::Stand),
    ("wind, show, turn, ~line, ^pop", "up", F::RANK, Needs::Stand),
    ("max, bottom, top, close", "out", F::RANK, Needs::Stand),
    ("~camp", "out, -", F::RANK, Needs::Stand),
    ("find", "itself, themselves", F::RANK, Needs::Stand),
    ("lie, ^rate, ^perch, ^lodge, ~park, ^squat, reside, ~figure, resurface, reappear, ~register", "-", F::RANK, Needs::Stand),
    ("round, wrap, close, see", "out the week, up the week", F::RANK, Needs::Stand),
    ("spend", "the week", F::RANK, Needs::Stand),
    ("arrive, ~launch", "-", F::RANK.and(F::DEBUT), Needs::Stand),
    ("^swoop, ^waltz, walk, burst, storm", "in, straight in", F::RANK.and(F::DEBUT), Needs::Stand),
    // Rising.
    ("edge, inch, tick, creep, drift, nudge, ~crawl",
        "upwards, upward, higher, up", F::UP.and(F::RANK), Needs::Nothing),
    ("go, move, head, ~trend, ~march, power, ~swing, ~hop, ~step, ~ramp, ~scale, ~perk, ~bump, push, ~ratchet",
        "upwards, upward, higher, up", F::UP.and(F::RANK).and(F::FIGURE), Needs::Nothing),
    ("^trend, ^march, ^swing, ^hop, ^step, ^ramp, ^scale, ^perk, bump, ratchet, ^crank, ~rev, ^kick, lurch, ~float, ^flare, ^heat, ^bulk, \
      ^bubble, ^nose, ^grind, tiptoe, ^rumble, ^spiral, levitate, lunge, ^pop, ^firm, ^pump, ^beef, drive, \
      ^jack, churn, crawl, ~spurt",
        "upwards, upward, higher, up", F::UP.and(F::RANK), Needs::Move),
    ("close, finish, end, open, ~trade, settle", "higher", F::UP.and(F::FIGURE), Needs::End),
    ("surge, power, forge, race, storm, roar, jump, shoot, leap, ^steam, pull, push, move, ^stride", "ahead", F::UP, Needs::Move),
    ("claw, win, earn, take, get, make", "back", F::ADD.and(F::UP), Needs::Figure),
    ("snap, roar, storm, claw, fight, come, surge", "back", F::UP, Needs::Move),
    // "Surged on 4 trillion tokens of demand" says why.
    ("press, push, ^march, power, surge, carry", "on", F::UP.and(F::RANK), Needs::Way),
    // "Took off 8 %" takes it away.
    ("take, lift, ~blast", "off", F::UP.and(F::RANK), Needs::Way),
    ("^pile, tack", "on", F::ADD, Needs::Figure),
    ("escalate, intensify, snowball, proliferate, burgeon, flourish, blossom, multiply, ^bloom, quicken, ~hop, ^bound, \
      ~thicken, widen, deepen, ^pop, ^boom, ^progress, ^firm",
        "-", F::UP, Needs::Move),
    ("build", "by", F::UP, Needs::Figure),
    // Falling.
    ("edge, inch, tick, creep, drift, nudge, ~crawl",
        "downwards, downward, lower, down", F::DOWN.and(F::RANK), Needs::Nothing),
    ("go, move, head, ~trend, come, ~swing, ~step, cool, ~scale, wear",
        "downwards, downward, lower, down", F::DOWN.and(F::RANK).and(F::FIGURE), Needs::Nothing),
    ("^trend, ^swing, ^step, ^scale, lurch, ^spiral, ^nose, ^grind, ^wobble, ratchet, ^slim, draw, wind, ~sell, crawl, shift, \
      bump, trickle, simmer, settle, die, ^calm, ^thin, dial, ^rein, whittle, pare, run, knock, drag, bring, drive, pull, push, \
      take, trim, cut",
        "downwards, downward, lower, down", F::DOWN.and(F::RANK), Needs::Move),
    ("close, finish, end, open, ~trade, settle", "lower", F::DOWN.and(F::FIGURE), Needs::End),
    ("fall, drop, slip, slide, tumble", "away, back, off", F::DOWN.and(F::RANK), Needs::End),
    ("pull, ^scale, peel, ^step", "back", F::DOWN.and(F::FIGURE), Needs::End),
    ("tail, trail, ^taper, cool, ease, ~sell", "off", F::DOWN.and(F::FIGURE), Needs::End),
    ("ebb, fade, melt, bleed, tail, waste", "away", F::DOWN.and(F::FIGURE), Needs::End),
    // Not changing.
    ("tread, treaded treads treaded treaded treading", "water", F::STILL, Needs::Nothing),
    ("stand", "still, pat", F::STILL, Needs::End),
    ("move, go, ~trade, drift", "sideways", F::STILL, Needs::Nothing),
    ("move, change", "little", F::STILL, Needs::End),
    ("level, levelled levels levelled levelled levelling, flatten", "off, out", F::STILL, Needs::End),
    ("~mark", "time", F::STILL, Needs::End),
    ("run", "in place", F::STILL, Needs::End),
    ("go", "nowhere", F::STILL, Needs::End),
    ("stall, ~steady, stabilise, stabilize, ~idle, ~coast, ~freeze, ~flatten, ~peg", "-", F::LEVEL.and(F::RANK), Needs::Stand),
    ("fizzle, peter, ~thin", "out", F::DOWN, Needs::Move),
    ("erode, evaporate, melt, slacken, ^thin, deteriorate, ^taper, ^leak, ^slim, narrow, implode, backslide, falter, ^droop, \
      ^wilt, ^wobble, ^stumble, sputter, crumble, fizzle, ^cascade, buckle, dissipate, ^decay, free-fall, freefall, atrophy, \
      ^spill, ~compress, ^crater, ^dive, ~flag, unravel, capitulate",
        "-", F::DOWN, Needs::Move),
    // Ahead of somebody, behind somebody.
    ("^nose, nudge", "out", F::AHEAD, Needs::Name),
    ("stave, ward, fend, beat, fight", "off", F::AHEAD, Needs::Name),
    ("~pull, draw, move", "away from", F::AHEAD, Needs::Name),
    ("get", "the better of, the best of, the edge over, the edge on", F::AHEAD, Needs::Name),
    ("have, hold, gain, take, keep", "the edge over, the edge on, an edge over, an edge on", F::AHEAD, Needs::Name),
    ("^tower", "over, above", F::AHEAD, Needs::Name),
    ("prevail", "over", F::AHEAD, Needs::Name),
    ("^better, ^shade, ^trump", "-", F::AHEAD, Needs::Name),
    ("^bypass", "-", F::OVERTAKE, Needs::Name),
    ("come", "in ahead of, out ahead of, out on top of", F::AHEAD, Needs::Name),
    ("come", "in behind, off second best to", F::BEHIND, Needs::Name),
    ("lose", "out to", F::BEHIND, Needs::Name),
    ("~run, limp, ~straggle", "behind", F::BEHIND, Needs::Name),
    ("draw, nudge, ~shove, ^nose", "ahead of, clear of, in front of, past", F::OVERTAKE, Needs::Name),
    ("blow, ^breeze, ^zip, whiz, ^cruise, sail, ^speed", "by", F::OVERTAKE, Needs::Name),
    // Places kept.
    ("keep, retain, maintain, preserve, strengthen, tighten, have, get, cement, consolidate, hold",
        "its hold on, their hold on, its grip on, their grip on, hold of, a firm grip on, a firm hold on, a tight grip on, \
         a grip on, a hold on, control of",
        F::HOLD.and(F::STAY), Needs::Place),
    ("hang", "on to, onto, in at, in, tough at, tough in", F::HOLD.and(F::STAY), Needs::Place),
    ("cling", "on to, onto, to", F::HOLD.and(F::STAY), Needs::Place),
    ("hold, keep", "station in, station at, its place in, its place at, its position at, its position in, its spot at, \
                    its spot in, its ground at, its ground in",
        F::HOLD.and(F::STAY), Needs::Place),
    ("stand", "firm in, firm at, pat in, pat at, fast in, fast at, still in, still at", F::HOLD.and(F::STAY), Needs::Place),
    ("sit", "tight in, tight at", F::HOLD.and(F::STAY), Needs::Place),
    ("sit", "pretty in, pretty at", F::RANK, Needs::Place),
    ("continue, carry, persist", "on in, on at, on as, in, at", F::HOLD.and(F::STAY), Needs::Place),
    ("protect, ^guard, safeguard, sustain", "-", F::HOLD.and(F::STAY), Needs::Place),
    ("end, wind", "up with", F::RANK.and(F::SHARE), Needs::Place),
    ("lock", "up, down", F::RANK.and(F::SHARE), Needs::Place),
    ("walk, come", "away with", F::RANK.and(F::SHARE), Needs::Place),
    // Places taken.
    ("pick", "up", F::TAKE, Needs::Place),
    ("get, win, grab, take, claw, steal, snatch", "back", F::TAKE, Needs::Place),
    ("assume, conquer, usurp, acquire, snare, poach, ~nick", "-", F::TAKE, Needs::Place),
    ("lay", "claim to", F::TAKE, Needs::Place),
    ("take, seize", "possession of, control of, hold of", F::TAKE, Needs::Place),
    ("make, work, fight, claw, force, elbow, muscle, push, ~battle, ~shoulder, ~wedge, ^grind, find, inch, edge, bulldoze, \
      barge, squeeze",
        "its way back up, their way back up, its way up, their way up, its way, their way",
        F::UP.and(F::RANK), Needs::Way),
    ("make", "it up", F::UP.and(F::RANK), Needs::Way),
    ("propel, haul, drag, lift, pull, hoist, vault, catapult, force, drive, push", "itself, themselves", F::RANK, Needs::Way),
    ("get, nudge, ^shuffle, ^slot, ^step, ^hop, bump, ^float, scramble, crawl", "up", F::UP.and(F::RANK), Needs::Way),
    ("^shuffle, ^step, bump, ^spill, trickle, crawl, lurch, shift", "down", F::DOWN.and(F::RANK).and(F::EXIT), Needs::Way),
    ("^stumble, ^cascade, lurch, ^spiral, ^wobble, backslide, ^thud, regress, ^spill, ^droop, ^crater, ^dive, ^bomb, ^flop, ~topple",
        "-", F::DOWN.and(F::RANK).and(F::EXIT), Needs::Way),
    ("^roll, ^cruise, ^breeze, ^bolt, ^zip, ^hop, ^skip, ^march, ^step, elbow, nip, ^nose, ^thunder, ^romp, ^swing, ^swoop, ^shuffle, ^dart, \
      ^sprint, ^steam, sweep, charge, ^streak, ^rumble, scoot, graduate, tiptoe, ^float, ^tip, ^slot, ^brush, eke, ^pop, whiz, ^waltz, \
      ^stride, ^stroll, ^glide, ^gallop, hurtle, clamber, scurry, poke, ^trend, crawl, ^bound, shift",
        "-", F::RANK, Needs::Way),
    ("invade, infiltrate, ^pierce", "-", F::ENTER, Needs::Place),
    ("gain, earn, win", "entry to, entry into, access to, admission to", F::ENTER, Needs::Place),
    ("break, push, squeeze", "through into", F::ENTER, Needs::Place),
    ("have", "to make do with, to be content with", F::RANK, Needs::Place),
    ("make", "do with", F::RANK, Needs::Place),
    ("reign, rule", "supreme, the roost", F::LEAD, Needs::End),
    ("close, round, finish", "out, off", F::COMPLETE, Needs::Place),
    // Places lost by somebody's doing.
    ("^crowd, eject, dislodge, shove, throw, drive, elbow, ^dump, ~turf, send, ^bundle, drag, muscle, jostle, sweep, \
      squeeze, haul, pull, move",
        "-", F::DISPLACE, Needs::Away),
];
