//! The verbs by what they claim, without words behind them.

use super::Frames;
use Frames as F;

/// Verbs by their base, parted by commas; "base third past participle ing" where there is a second
/// set of forms, and "~base" where the base and the third person are nouns more often, so that only
/// the other forms are taken for the verb. What needs a figure, a place or a name behind it to be one
/// of these at all stands in the table of [`super::super::phrasal`].
#[rustfmt::skip]
pub(super) const TABLE: &[(&str, Frames)] = &[
    // Having so much.
    ("process, log, register, generate, produce, clock, garner, attract, total, \
      total totals totalled totalled totalling, exhaust, tally, deliver, rack, amass, gather, collect, field, receive, \
      ~bank, absorb, accumulate, ~harvest, accept, transact, ~relay, muster, funnel, \
      channelled channelled channelled channelled channelling, ~channel, handle, manage, serve, consume, use, route, \
      burn, pull, devour, gobble, guzzle, crunch, ingest, churn, chew, eat, swallow, bag, sell, view, stream, ship, \
      report, shift, admit, answer, move, gross, net, pocket, charge, fetch, watch, push, work, plough, plow, pay, \
      bring, rake, haul, count, issue, lend, welcome, host, entertain, enrol, attend, tune, nab, snag, ~scoop",
        F::LEVEL.and(F::USE)),
    ("record, notch, score, chart", F::LEVEL.and(F::SET)),
    ("see, carry, draw, amount, exceed, average, combine", F::LEVEL),
    ("cost", F::LEVEL.and(F::USE).and(F::COST)),
    ("supply, provide", F::LEVEL.and(F::USE).and(F::SHARE)),
    ("account, represent, comprise, constitute, contribute", F::SHARE.and(F::LEVEL)),
    ("command, control, enjoy, boast, correspond, ~hog, ~corner, form", F::SHARE),
    ("watch, play, download, rent, visit, buy, borrow", F::USE),
    ("flow, run, stem, originate, derive, accrue, belong", F::BELONG),
    // Reaching, passing.
    ("reach, hit, touch, attain", F::LEVEL.and(F::REACH)),
    ("near", F::LEVEL.and(F::APPROACH)),
    ("approach", F::APPROACH),
    ("cross, pass, clear", F::LEVEL.and(F::OVERTAKE).and(F::REACH)),
    // Going up.
    ("rise, grow, increase, climb, jump, surge, soar, leap, ~leap, balloon, shoot, rebound, rally, swell, skyrocket, \
      explode, mushroom, spike, edge, pick, recover, bounce, inch, tick, creep, rocket, vault, zoom, spring, blow, \
      sail, fly, ascend",
        F::UP.and(F::RANK)),
    ("improve, advance, expand, accelerate, strengthen, appreciate, ~pop, ~boom, ~progress",
        F::UP.and(F::RANK).and(F::FIGURE)),
    // "Firm" is a company more often.
    ("~firm", F::UP),
    ("gain", F::UP.and(F::ADD).and(F::TAKE)),
    ("put, add", F::ADD),
    // Going down.
    ("fall, drop, decline, decrease, slip, plunge, plummet, slide, shrink, collapse, dip, tumble, sink, contract, \
      retreat, ease, slump, nosedive, recede, drift, dwindle",
        F::DOWN.and(F::RANK).and(F::EXIT)),
    ("weaken, soften, depreciate, crash, tank, fade, wane, ebb, abate, subside, diminish, lessen, sag, ~crater, swoon, \
      skid, wither, shrivel, deflate, descend, ~dive, dove dove dove dove diving",
        F::DOWN.and(F::RANK).and(F::EXIT).and(F::FIGURE)),
    ("flatline, stagnate, plateau", F::STILL),
    ("lose, shed", F::LOSE.and(F::DOWN)),
    ("hemorrhage, haemorrhage, bleed, forfeit", F::LOSE),
    // Somebody moves a figure.
    ("raise, boost, lift, hike, increase, expand, bolster, augment, enlarge, heighten, ~fatten, enhance, elevate, \
      inflate, ~pad, upped ups upped upped upping, widen, build, deepen, extend, stretch, grow, improve, strengthen, \
      swell, multiply, lengthen",
        F::RAISE),
    ("cut, trim, reduce, slash, curb, pare, shave, ~lower, lowers lowers lowered lowered lowering, whittle, chop, \
      prune, erode, deplete, narrow, shrink, decrease, diminish",
        F::CUT),
    ("widen, narrow, close, cut, reduce, trim, build, open, slow, moderate, quicken, cool, deepen, steepen, worsen, \
      pare, shave, slash, whittle, erode, raise, boost, lift, bolster, enlarge, ~pad, ~fatten, lengthen",
        F::WIDEN),
    ("double", F::DOUBLE),
    ("treble, triple", F::TRIPLE),
    ("quadruple", F::QUADRUPLE),
    ("quintuple", F::QUINTUPLE),
    ("sextuple", F::SEXTUPLE),
    ("octuple", F::OCTUPLE),
    ("decuple", F::DECUPLE),
    ("halve", F::HALVE),
    // Something brings somebody somewhere, or something.
    ("put, leave, keep, move, take, lift, push, send, bring, propel, carry, drag, pull, drop, catapult, vault, place, \
      bump, nudge, raise, cut, drive, shoot, knock, kick, force, squeeze, relegate, boost, thrust, ~hurl, \
      ~hoist, haul, ~launch, ~steer, ~power, edge, ~shove, demote, promote, elevate, restore",
        F::BRING),
    ("make", F::RENDER),
    ("give, earn, win, ~hand, secure, bring, net, guarantee, ~land, ~award, ~grant", F::GRANT),
    ("see, ~help, helps helps helped helped helping, let, allow, enable", F::LET),
    // Overtaking, ahead, behind.
    ("surpass, outpace, outperform, eclipse, dwarf, beat, outdo, outstrip, outrank, outnumber, overshadow, best, outrun, \
      trounce, outdraw, outsize, outweigh, outmuscle, outgun, pip, outpoll, outgross, outearn, outproduce, outdistance, \
      exceed, outspend, outstream, outship, outprocess, outscore, outpull",
        F::AHEAD),
    ("overtake, leapfrog, overhaul, lap, dethrone, displace, supplant, unseat, topple, oust, depose, usurp",
        F::OVERTAKE),
    ("outsell", F::AHEAD.and(F::OUTSELL)),
    ("trail, lag", F::BEHIND),
    ("lead", F::LEAD.and(F::AHEAD)),
    ("top, head", F::LEAD.and(F::AHEAD).and(F::LEVEL)),
    ("reign, rule", F::LEAD),
    ("match, equal, equal equals equalled equalled equalling, tie", F::EQUAL),
    ("follow", F::FOLLOW),
    // Standing somewhere, coming there.
    ("emerge, appear, surface, return, rank, place, finish, land, chart, round, feature, settle, stop, conclude, close, \
      end",
        F::RANK),
    // "Trade" is no verb more often.
    ("~trade", F::RANK.and(F::LEVEL)),
    ("come", F::LEVEL.and(F::RANK)),
    ("hover, languish, linger, nestle, sit, stand", F::RANK.and(F::LEVEL)),
    ("occupy, fill, own", F::RANK.and(F::SHARE)),
    ("remain, stay", F::STAY.and(F::RANK)),
    ("~roll, ~cruise, ~breeze, ~bolt, barrel, ~zip, ~hop, ~skip, ~march, ~step, ~elbow, ~nip, ~nose, \
      snuck snuck snuck snuck sneaking, ~thunder, ~romp, whizz, push, squeeze, scrape, sneak, muscle, squeak, barge, \
      scramble, storm, blast, roar, catapult, race, power, burst",
        F::RANK),
    ("pull, move, go", F::RANK.and(F::BELONG)),
    ("debut, open, enter, bow, premiere, reenter", F::RANK.and(F::DEBUT)),
    ("enter, reenter, crack, join, rejoin, penetrate, gatecrash", F::ENTER),
    ("get", F::ENTER.and(F::LEVEL)),
    ("break", F::ENTER.and(F::SET)),
    ("make", F::ENTER.and(F::SHARE)),
    ("leave, exit, vanish, disappear, depart, quit", F::EXIT),
    ("complete, round", F::COMPLETE),
    ("peak", F::PEAK),
    ("relegate, demote, knock, bump, oust, depose, topple, push, nudge, kick, force, ~crowd, ~eject, ~dislodge, ~shove, \
      ~throw, ~drive, boot, evict, shunt",
        F::DISPLACE),
    ("replace, succeed", F::SUCCEED),
    ("give, lose, cede, relinquish, surrender, vacate, yield", F::CEDE),
    // Keeping, taking a place or a share.
    ("hold", F::HOLD.and(F::SHARE).and(F::STAY)),
    ("keep, retain, maintain, defend, preserve, consolidate, cement, solidify, repeat, cling", F::HOLD.and(F::STAY)),
    ("spend", F::HOLD),
    ("take", F::TAKE.and(F::SHARE).and(F::LEVEL)),
    ("claim, secure, seize, inherit, grab, capture, win, snatch, regain, reclaim, wrest, wrestle, retake, recapture, \
      earn, clinch",
        F::TAKE.and(F::SHARE)),
    ("nab, snag, ~scoop, steal, ~pinch, ~swipe, obtain, recover, become, return", F::TAKE),
    // Streaks, records.
    ("suffer, notch, endure, log, shatter, ~book, sustain, incur, show, experience, witness, ~breach", F::SET),
    ("post, set, achieve, establish, smash", F::SET.and(F::LEVEL)),
    ("mark", F::MARK),
    ("extend, stretch, prolong", F::MARK.and(F::EXTEND)),
    ("lengthen", F::EXTEND),
    ("sweep, dominate, monopolise, monopolize", F::SWEEP),
    // Saying, expecting, denying.
    ("say, show, reveal, indicate, note, add, find, suggest, state, write, confirm, announce, estimate, calculate, tell, \
      highlight, observe, point, argue, cite, mean, report, claim, track, concede, acknowledge, \
      emphasise, emphasize, stress, underline",
        F::SAY),
    ("learn, learn learns learnt learnt learning", F::SAY),
    ("expect, forecast, project, predict, aim, plan, hope, intend, anticipate, target, set, poise", F::FORECAST),
    ("deny, dispute, reject, refute, contest, doubt, joke", F::DENY),
    // Others that rules ask for by their name.
    ("have, do", F::AUX),
    ("fail, miss, continue, proceed, snap, halt, arrest, interrupt, reverse", F::NONE),
];
