//! What statements mean, from the text of the design: which rows hold, given who
//! holds the first places of each week. Every line-up of those is tried.

use std::collections::{BTreeMap, BTreeSet};

use super::holders::{Holder, line_ups};
use super::rows::{Logic, Row, Var, possible};
use super::say::{Against, Ends, Nature, Say, THINGS, Who};
use recount_model::Movement;

/// So many are on the chart, where groups count the largest only.
pub(super) const CHART: u32 = 2;

/// The first week of all.
const FIRST: i64 = -4;

/// Who holds the first places, week by week.
type LineUps = BTreeMap<i64, Vec<Holder>>;

/// A sum of unknowns.
pub(super) type Sum = BTreeMap<Var, i128>;

pub(super) fn one(who: Who, week: i64) -> Sum {
    let place = THINGS.iter().position(|thing| *thing == who).expect("a thing");
    Sum::from([((week, u8::try_from(place).expect("few")), 1)])
}

/// What belongs to a group, or to none, beside the things.
pub(super) fn rest(side: Who, week: i64) -> Sum {
    let var = match side {
        Who::North => 3,
        Who::South => 4,
        _ => 5,
    };
    Sum::from([((week, var), 1)])
}

/// What the figure of a group is that does not add up.
fn whole(group: Who, week: i64) -> Sum {
    let var = match group {
        Who::North => 6,
        Who::South => 7,
        _ => 8,
    };
    Sum::from([((week, var), 1)])
}

pub(super) fn listed(who: Who, week: i64) -> Sum {
    let part = |side: Who| {
        let things = THINGS.iter().filter(move |thing| thing.side() == side);
        things.map(|thing| one(*thing, week)).chain([rest(side, week)])
    };
    match who {
        Who::North | Who::South => plus(part(who)),
        Who::Total => plus(part(Who::North).chain(part(Who::South)).chain([rest(Who::Total, week)])),
        thing => one(thing, week),
    }
}

pub(super) fn plus(sums: impl Iterator<Item = Sum>) -> Sum {
    let mut all = Sum::new();
    for (var, factor) in sums.flatten() {
        *all.entry(var).or_insert(0) += factor;
    }
    all
}

/// `by` times the first less `times` times the second, less a constant.
pub(super) fn row((a, by): (&Sum, i64), (b, times): (&Sum, i64), constant: i64, strict: bool) -> Logic {
    let scaled = |sum: &Sum, by: i64| -> Sum {
        sum.iter().map(|(var, factor)| (*var, factor * i128::from(by))).collect()
    };
    let mut terms = plus([scaled(a, by), scaled(b, -times)].into_iter());
    terms.retain(|_, factor| *factor != 0);
    Logic::Row(Row { terms, constant: -i128::from(constant), strict })
}

fn more(a: &Sum, b: &Sum, strict: bool) -> Logic {
    row((a, 1), (b, 1), 0, strict)
}

fn differ(a: &Sum, b: &Sum, ends: Ends) -> Logic {
    let low = ends.low.map(|low| row((a, 1), (b, 1), low, ends.open));
    let high = ends.high.map(|high| row((b, 1), (a, 1), -high, ends.open));
    Logic::All(low.into_iter().chain(high).collect())
}

/// The first is a multiple of the second, in tenths, and the second above zero.
fn multiple(a: &Sum, b: &Sum, ends: Ends, more: i64) -> Logic {
    let low = ends.low.map(|low| row((a, 10), (b, low + more), 0, ends.open));
    let high = ends.high.map(|high| row((a, -10), (b, -high - more), 0, ends.open));
    let base = row((b, 1), (b, 0), 0, true);
    Logic::All([Some(base), low, high].into_iter().flatten().collect())
}

fn against(a: &Sum, b: &Sum, by: Against) -> Logic {
    match by {
        Against::Amount(ends) => differ(a, b, ends),
        Against::Factor(ends) => multiple(a, b, ends, 0),
        Against::Percent(ends) => multiple(a, b, ends, 10),
    }
}

/// Everything at which the statement looks, as statements about one week each;
/// only what a line-up or a presence needs.
fn weeks(say: &Say, add: &mut impl FnMut(&Say, i64)) {
    match say {
        Say::Level { week, .. } | Say::Share { week, .. } | Say::Top { week, .. } => add(say, *week),
        Say::Change { week, base, .. } => {
            add(say, *week);
            add(say, *base);
        }
        Say::Compare { week, event, .. } => {
            add(say, *week);
            if *event {
                add(say, *week - 1);
            }
        }
        Say::Rank { week, moved, .. } => {
            add(say, *week);
            if moved.is_some() {
                add(say, *week - 1);
            }
        }
        Say::Record { week, since, .. } => {
            add(say, *week);
            if let Some(since) = since {
                add(say, *since);
            }
        }
        Say::Points { week, .. } => {
            add(say, *week);
            add(say, *week - 1);
        }
        Say::Range { of, low, high, ordinal } => {
            let last = if *ordinal { i64::from(high.unwrap_or(*low)) } else { i64::from(*low) - 1 };
            (0..=last).for_each(|back| weeks(&of.back(back), add));
        }
        Say::Streak { of, weeks: count, ordinal } => {
            let last = if *ordinal { i64::from(*count) } else { i64::from(*count) - 1 };
            (0..=last).for_each(|back| weeks(&of.back(back), add));
        }
        Say::InAll { of, .. } => weeks(of, add),
        Say::First { of, since, .. } => {
            weeks(of, add);
            if let Some(since) = since {
                weeks(&of.back(of.week() - since), add);
            }
        }
        Say::Not(of) => weeks(of, add),
    }
}

fn names(say: &Say) -> Vec<Who> {
    match say {
        Say::Level { of, .. } => of.clone(),
        Say::Change { who, .. } | Say::Rank { who, .. } | Say::Record { who, .. } => vec![*who],
        Say::Compare { who, other, .. } => vec![*who, *other],
        Say::Share { who, whole, .. } => vec![*who, *whole],
        Say::Points { who, .. } => vec![*who, Who::Total],
        Say::Top { .. } | Say::Streak { .. } | Say::InAll { .. } | Say::Range { .. } => Vec::new(),
        Say::First { .. } | Say::Not(_) => Vec::new(),
    }
}

/// So many places of a week are spoken of; is a group counted in them; are they
/// the places among a group?
type Needed = (u32, bool, Option<Who>);

/// What is known besides.
#[derive(Default)]
pub(super) struct Given {
    pub(super) rows: Vec<Logic>,
    /// Who was there in which week.
    pub(super) there: BTreeSet<(Who, i64)>,
}

/// Can all of them be true, where this is known besides?
pub(super) fn solvable(says: &[&Say], nature: Nature, given: &Given) -> bool {
    let mut there: BTreeSet<(Who, i64)> = given.there.clone();
    let mut ranked: BTreeMap<i64, Needed> = BTreeMap::new();
    for say in says {
        weeks(say, &mut |part: &Say, week: i64| {
            there.extend(names(part).into_iter().map(|who| (who, week)));
            let (last, counts, among) = match part {
                Say::Rank { high, among, .. } => (*high, false, *among),
                Say::Top { top, .. } => (*top, true, None),
                Say::Share { who, top: Some(top), .. } => (*top, !who.is_thing(), None),
                _ => return,
            };
            let known = ranked.entry(week).or_insert((0, false, among));
            *known = (known.0.max(last), known.1 || counts, among);
        });
    }
    if nature == Nature::Chart {
        ranked.values_mut().for_each(|known| *known = (known.0.max(CHART), true, known.2));
    }
    let looks = |say: &&&Say| -> BTreeSet<i64> {
        let mut at = BTreeSet::new();
        weeks(say, &mut |part: &Say, week: i64| {
            if matches!(part, Say::Rank { .. } | Say::Top { .. } | Say::Share { top: Some(_), .. }) {
                at.insert(week);
            }
        });
        at
    };
    let ready = says.iter().map(|say| (*say, looks(&say))).collect();
    let among = ranked.values().find_map(|(_, _, among)| *among);
    let mut world = World { ready, there, among, line_ups: LineUps::new(), nature, given };
    world.any(&ranked.into_iter().collect::<Vec<_>>())
}

struct World<'s> {
    /// Every statement, with the weeks whose line-ups it looks at.
    ready: Vec<(&'s Say, BTreeSet<i64>)>,
    /// Who is spoken of, and so was there, when.
    there: BTreeSet<(Who, i64)>,
    /// Do the places count among the members of a group?
    among: Option<Who>,
    line_ups: LineUps,
    nature: Nature,
    given: &'s Given,
}

impl World<'_> {
    /// Is there a line-up of these weeks with which all is possible?
    fn any(&mut self, open: &[(i64, Needed)]) -> bool {
        if !self.possible() {
            return false;
        }
        let Some(((week, (places, counts, among)), rest)) = open.split_first() else {
            return true;
        };
        let every = line_ups(*places, *counts, *among);
        let found = every.into_iter().any(|line_up| {
            self.line_ups.insert(*week, line_up);
            self.any(rest)
        });
        self.line_ups.remove(week);
        found
    }

    /// Can all be true that looks at the line-ups there are?
    fn possible(&self) -> bool {
        let known = |at: &BTreeSet<i64>| at.iter().all(|week| self.line_ups.contains_key(week));
        let mut logic = self.given.rows.clone();
        for (say, _) in self.ready.iter().filter(|(_, at)| known(at)) {
            logic.push(self.means(say));
        }
        let orders = self.line_ups.iter().map(|(week, line_up)| self.order(*week, line_up));
        logic.extend(orders);
        let mut vars = BTreeSet::new();
        logic.iter().for_each(|part| mentioned(part, &mut vars));
        let none = Sum::new();
        let cases = self.in_all_cases(&vars);
        cases.iter().for_each(|part| mentioned(part, &mut vars));
        logic.extend(cases);
        vars.retain(|_| self.nature != Nature::Signed);
        logic.extend(vars.into_iter().map(|var| more(&Sum::from([(var, 1)]), &none, false)));
        possible(logic)
    }

    /// What holds of these unknowns whatever is said.
    fn in_all_cases(&self, vars: &BTreeSet<Var>) -> Vec<Logic> {
        let none = Sum::new();
        match self.nature {
            Nature::Flow | Nature::Signed | Nature::Stock => Vec::new(),
            Nature::Chart => {
                let group = |(week, var): &Var| {
                    let group = [(6, Who::North), (7, Who::South)].into_iter().find(|(own, _)| own == var)?;
                    Some(more(&listed(group.1, *week), &whole(group.1, *week), false))
                };
                vars.iter().filter_map(group).collect()
            }
            Nature::Parts => {
                let weeks: BTreeSet<i64> = vars.iter().map(|(week, _)| *week).collect();
                let all = |week: i64| listed(Who::Total, week);
                let ten = |week: i64| {
                    [
                        row((&all(week), 1), (&none, 0), 10, false),
                        row((&none, 0), (&all(week), 1), -10, false),
                    ]
                };
                weeks.into_iter().flat_map(ten).collect()
            }
        }
    }

    /// The places have their figures, and who has none has no more.
    fn order(&self, week: i64, line_up: &[Holder]) -> Logic {
        let slot = |place: usize| slot(line_up, place, week);
        let mut parts: Vec<Logic> =
            (1..line_up.len()).map(|place| more(&slot(place - 1), &slot(place), false)).collect();
        let last = slot(line_up.len() - 1);
        let listed = |who: &&Who| self.among.is_none_or(|group| who.side() == group);
        for thing in THINGS.iter().filter(listed) {
            if !line_up.contains(&Holder::Thing(*thing)) {
                parts.push(more(&last, &one(*thing, week), false));
            }
        }
        for side in [Who::North, Who::South, Who::Total] {
            let held = (0..line_up.len()).filter(|place| line_up[*place] == Holder::Unnamed(side));
            parts.push(more(&rest(side, week), &plus(held.map(slot)), false));
        }
        Logic::All(parts)
    }

    /// Who is not on the chart has nothing to do with the figure of its group, and who is
    /// is known by its place only.
    fn figure(&self, who: Who, week: i64) -> Sum {
        let grouped = matches!(who, Who::North | Who::South);
        match (self.nature, self.line_ups.get(&week)) {
            (Nature::Stock, _) if !who.is_thing() => whole(who, week),
            (Nature::Chart, Some(line_up)) if grouped => {
                let places = 0..usize::try_from(CHART).expect("few");
                let own = places.filter(|place| line_up[*place].of(who));
                plus(own.map(|place| slot(line_up, place, week)))
            }
            (Nature::Chart, None) if grouped => whole(who, week),
            _ => listed(who, week),
        }
    }

    /// The place of a thing, from 1; `None` if it is behind all of the line-up.
    fn place(&self, who: Who, week: i64) -> Option<u32> {
        let at = self.line_ups[&week].iter().position(|holder| *holder == Holder::Thing(who))?;
        u32::try_from(at + 1).ok()
    }

    fn means(&self, say: &Say) -> Logic {
        match say {
            Say::Level { of, week, ends } => {
                differ(&plus(of.iter().map(|who| self.figure(*who, *week))), &Sum::new(), *ends)
            }
            Say::Change { who, week, base, by } => {
                against(&self.figure(*who, *week), &self.figure(*who, *base), *by)
            }
            Say::Compare { who, other, week, by, event } => {
                let mut parts = vec![against(&self.figure(*who, *week), &self.figure(*other, *week), *by)];
                if *event {
                    parts.push(more(&self.figure(*other, *week - 1), &self.figure(*who, *week - 1), false));
                }
                Logic::All(parts)
            }
            Say::Share { who, top: Some(top), week, ends, .. } => self.top_share(*who, *top, *week, *ends),
            Say::Share { who, whole, week, ends, .. } => {
                multiple(&self.figure(*who, *week), &self.figure(*whole, *week), *ends, 0)
            }
            Say::Rank { who, week, low, high, moved, .. } => {
                Logic::yes(self.held((*who, *week), (*low, *high), *moved))
            }
            Say::Top { who, week, top, count } => {
                let places = self.line_ups[week].iter().take(usize::try_from(*top).unwrap_or(0));
                Logic::yes(
                    places.filter(|holder| holder.of(*who)).count() == usize::try_from(*count).unwrap(),
                )
            }
            Say::Record { who, week, since, lowest } => {
                let earlier = since.unwrap_or(FIRST) + 1..*week;
                let (now, spoken) = (self.figure(*who, *week), |t: &i64| self.there.contains(&(*who, *t)));
                let part = |then: i64| match lowest {
                    true => more(&self.figure(*who, then), &now, false),
                    false => more(&now, &self.figure(*who, then), false),
                };
                let counts = |t: &i64| !lowest || !who.is_thing() || spoken(t);
                let mut parts: Vec<Logic> = earlier.clone().filter(counts).map(part).collect();
                if since.is_none() {
                    // There was a week that it was lower than.
                    parts.push(Logic::Any(earlier.map(part).collect()));
                }
                Logic::All(parts)
            }
            Say::Streak { of, weeks, ordinal } => {
                let weeks = i64::from(*weeks);
                let mut parts: Vec<Logic> = (0..weeks).map(|back| self.means(&of.back(back))).collect();
                if *ordinal {
                    parts.push(self.means(&of.back(weeks)).not());
                }
                Logic::All(parts)
            }
            Say::Range { of, low, high, ordinal } => self.range(of, *low, high.filter(|_| *ordinal)),
            Say::Points { who, week, ends } => {
                differ(&self.figure(*who, *week), &self.figure(*who, *week - 1), *ends)
            }
            Say::InAll { of, weeks, ordinal } => self.in_all(of, *weeks, *ordinal),
            Say::First { of, weeks, since } => self.first(of, *weeks, *since),
            Say::Not(of) => self.means(of).not(),
        }
    }

    /// What somebody holds of the first places is such a part of all that they hold.
    fn top_share(&self, who: Who, top: u32, week: i64, ends: Ends) -> Logic {
        let line_up = &self.line_ups[&week];
        let places = 0..usize::try_from(top).expect("few");
        let mine = places.clone().filter(|place| match line_up[*place] {
            Holder::Thing(thing) if who.is_thing() => thing == who,
            holder => holder.of(who),
        });
        let part = plus(mine.map(|place| slot(line_up, place, week)));
        multiple(&part, &plus(places.map(|place| slot(line_up, place, week))), ends, 0)
    }

    /// Is the thing at one of the places, and did it come there so?
    fn held(&self, (who, week): (Who, i64), (low, high): (u32, u32), moved: Option<Movement>) -> bool {
        let held = |place: Option<u32>| place.is_some_and(|place| (low..=high).contains(&place));
        let now = self.place(who, week);
        let Some(moved) = moved else {
            return held(now);
        };
        let before = self.place(who, week - 1);
        let number = |place: Option<u32>| place.unwrap_or(u32::MAX);
        match moved {
            Movement::Kept => held(now) && before == now,
            Movement::Took => held(now) && before != now,
            Movement::Up => held(now) && number(before) > number(now),
            Movement::Down => held(now) && number(before) < number(now),
            Movement::Entered => held(now) && !held(before),
            Movement::Left => !held(now) && held(before),
        }
    }

    /// It is so, and in so many weeks: each choice of the others in turn.
    fn in_all(&self, of: &Say, weeks: u32, ordinal: bool) -> Logic {
        let others = u32::try_from(of.week() - FIRST - 1).unwrap();
        let choices = (0_u32..1 << others).filter(|choice| choice.count_ones() + 1 == weeks);
        let choice = |choice: u32| {
            let week = |back: u32| {
                let so = self.means(&of.back(i64::from(back) + 1));
                match choice & (1 << back) {
                    0 if ordinal => Some(so.not()),
                    0 => None,
                    _ => Some(so),
                }
            };
            Logic::All((0..others).filter_map(week).collect())
        };
        Logic::All(vec![self.means(of), Logic::Any(choices.map(choice).collect())])
    }

    /// For so many weeks running; with an end, for no more than that.
    fn range(&self, of: &Say, low: u32, high: Option<u32>) -> Logic {
        let week = |back: u32| self.means(&of.back(i64::from(back)));
        let run = |weeks: u32| Logic::All((0..weeks).map(week).collect());
        match high {
            None => run(low),
            Some(high) => Logic::Any(
                (low..=high).map(|weeks| Logic::All(vec![run(weeks), week(weeks).not()])).collect(),
            ),
        }
    }

    fn first(&self, of: &Say, weeks: Option<u32>, since: Option<i64>) -> Logic {
        let mut parts = vec![self.means(of)];
        let after = match (weeks, since) {
            (Some(weeks), _) => of.week() - i64::from(weeks),
            (None, Some(since)) => {
                parts.push(self.means(&of.back(of.week() - since)));
                since
            }
            (None, None) => FIRST,
        };
        let back = |then: i64| self.means(&of.back(of.week() - then)).not();
        parts.extend((after + 1..of.week()).map(back));
        Logic::All(parts)
    }
}

/// The figure at a place.
fn slot(line_up: &[Holder], place: usize, week: i64) -> Sum {
    match line_up[place] {
        Holder::Thing(who) => one(who, week),
        Holder::Unnamed(_) => Sum::from([((week, 10 + u8::try_from(place).expect("few")), 1)]),
    }
}

fn mentioned(logic: &Logic, vars: &mut BTreeSet<Var>) {
    match logic {
        Logic::Row(row) => vars.extend(row.terms.keys().copied()),
        Logic::All(parts) | Logic::Any(parts) => parts.iter().for_each(|part| mentioned(part, vars)),
    }
}
