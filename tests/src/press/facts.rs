//! True sentences about a week, in several wordings and roundings.

use super::Dice;
use super::table::{BUSY, CHART, SIDES, Table, monday};

/// What may be said of a week.
pub(super) struct Facts<'t> {
    pub(super) table: &'t Table,
    pub(super) week: usize,
}

pub(super) const NTHS: &[&str] =
    &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const COUNTS: &[&str] = &["none", "one", "two", "three", "four", "five"];

/// The week in words: "the week of March 3, 2025".
pub(super) fn when(week: usize) -> String {
    format!("the week of {}", monday(week).strftime("%B %-d, %Y"))
}

/// Millions as trillions or billions, rounded to two decimals or none.
pub(super) fn amount(millions: u64) -> String {
    match millions >= 1_000_000 {
        true => {
            let hundredths = (millions + 5_000) / 10_000;
            format!("{}.{:02} trillion", hundredths / 100, hundredths % 100)
        }
        false => format!("{} billion", (millions + 500) / 1_000),
    }
}

/// The same, rounded down to one decimal or to tens.
fn floor(millions: u64) -> String {
    match millions >= 1_000_000 {
        true => format!("{}.{} trillion", millions / 1_000_000, millions / 100_000 % 10),
        false => format!("{} billion", millions / 10_000 * 10),
    }
}

/// Rounded to the nearest ten parts in a thousand or closer, for "about".
fn about(millions: u64) -> String {
    match millions >= 1_000_000 {
        true => {
            let tenths = (millions + 50_000) / 100_000;
            format!("{}.{} trillion", tenths / 10, tenths % 10)
        }
        false => format!("{} billion", (millions + 2_500) / 5_000 * 5),
    }
}

/// A part per thousand as a percentage, rounded.
fn percent(part: u64, whole: u64) -> String {
    let tenths = (part * 2_000 + whole) / (whole * 2);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

impl Facts<'_> {
    /// A sentence.
    pub(super) fn sentence(&self, dice: &mut Dice) -> String {
        let order = self.table.order(self.week);
        // The larger ones are spoken of more.
        let a = order[dice.roll(BUSY.len()).min(dice.roll(BUSY.len()))];
        let said = match dice.roll(20) {
            0..=4 => Some(self.level(a, dice)),
            5..=7 => self.change(a, dice),
            8 | 9 => self.against(a, &order, dice),
            10 => self.share(a, dice),
            11 | 12 => self.rank(&order, dice),
            13 => self.total(dice),
            14 => Some(self.side(dice)),
            15 => Some(self.sum(a, &order)),
            16 => self.top(&order, dice),
            17 => self.record(a, dice),
            _ => self.streak(a, &order, dice),
        };
        said.unwrap_or_else(|| self.level(a, dice))
    }

    fn level(&self, a: usize, dice: &mut Dice) -> String {
        let (name, when, of) = (BUSY[a], when(self.week), self.table.of(a, self.week));
        match dice.roll(6) {
            0 => format!("In {when}, {name} processed {} tokens.", amount(of)),
            1 => format!("{name} processed {} tokens in {when}.", amount(of)),
            2 => format!("The call volume of {name} came to {} tokens in {when}.", amount(of)),
            3 => format!("{name} processed about {} tokens in {when}.", about(of)),
            4 => format!("In {when}, {name} processed more than {} tokens.", floor(of)),
            _ => format!("In {when}, roughly {} tokens went through {name}.", about(of)),
        }
    }

    fn change(&self, a: usize, dice: &mut Dice) -> Option<String> {
        let before = self.table.of(a, self.week.checked_sub(1)?);
        let (now, name, when) = (self.table.of(a, self.week), BUSY[a], when(self.week));
        let (up, by) = (now > before, percent(now.abs_diff(before), before));
        if by == "0.0%" {
            return None;
        }
        let (rose, more) = if up { ("rose", "up") } else { ("fell", "down") };
        Some(match dice.roll(4) {
            0 => format!("In {when}, the call volume of {name} {rose} {by} from the week before."),
            1 => format!("The call volume of {name} {rose} by {by} in {when}."),
            2 => format!(
                "In {when}, {name} processed {} tokens, {more} {by} from the week before.",
                amount(now)
            ),
            _ => format!("{name} {rose} in {when}."),
        })
    }

    fn against(&self, a: usize, order: &[usize], dice: &mut Dice) -> Option<String> {
        let place = order.iter().position(|model| *model == a)?;
        let b = *order.get(place + 1 + dice.roll(3))?;
        let (x, y) = (self.table.of(a, self.week), self.table.of(b, self.week));
        let (one, other, when) = (BUSY[a], BUSY[b], when(self.week));
        let tenths = (x * 20 + y) / (y * 2);
        Some(match dice.roll(5) {
            0 => format!("In {when}, {one} was ahead of {other}."),
            1 => format!("{one} processed more tokens than {other} in {when}."),
            2 => format!("In {when}, {other} was behind {one}."),
            3 if x - y > 10_000 => format!("In {when}, {one} was {} tokens ahead of {other}.", amount(x - y)),
            _ if tenths >= 13 => format!(
                "{one} processed {}.{} times as many tokens as {other} in {when}.",
                tenths / 10,
                tenths % 10
            ),
            _ => return None,
        })
    }

    fn share(&self, a: usize, dice: &mut Dice) -> Option<String> {
        let share = percent(self.table.of(a, self.week), self.table.total(self.week));
        let (name, when) = (BUSY[a], when(self.week));
        Some(match dice.roll(2) {
            0 => format!("{name} accounted for {share} of all tokens in {when}."),
            _ => format!("In {when}, {name} made up {share} of all tokens."),
        })
    }

    fn rank(&self, order: &[usize], dice: &mut Dice) -> Option<String> {
        let place = dice.roll(CHART);
        let (name, nth, when) = (BUSY[*order.get(place)?], NTHS[place], when(self.week));
        let figure = amount(self.table.of(order[place], self.week));
        Some(match dice.roll(3) {
            0 => format!("In {when}, {name} ranked {nth}."),
            1 => format!("{name} was in {nth} place in {when}."),
            _ => format!("In {when}, {name} ranked {nth} with {figure} tokens."),
        })
    }

    fn total(&self, dice: &mut Dice) -> Option<String> {
        let (total, when) = (self.table.total(self.week), when(self.week));
        let before = self.week.checked_sub(1).map(|week| self.table.total(week))?;
        Some(match dice.roll(3) {
            0 => format!("All models together processed {} tokens in {when}.", amount(total)),
            1 => format!("In {when}, all models processed about {} tokens.", about(total)),
            _ if total > before => format!(
                "In {when}, the call volume of all models rose {} from the week before.",
                percent(total - before, before)
            ),
            _ => return None,
        })
    }

    fn side(&self, dice: &mut Dice) -> String {
        let side = dice.roll(2);
        let (figure, name) = (self.table.charted(side, self.week), SIDES[side]);
        format!("In {}, {name}ern models processed {} tokens.", when(self.week), amount(figure))
    }

    fn sum(&self, a: usize, order: &[usize]) -> String {
        let b = if order[0] == a { order[1] } else { order[0] };
        let both = self.table.of(a, self.week) + self.table.of(b, self.week);
        let (one, other) = (BUSY[a.min(b)], BUSY[a.max(b)]);
        format!("In {}, {one} and {other} together processed {} tokens.", when(self.week), amount(both))
    }

    fn top(&self, order: &[usize], dice: &mut Dice) -> Option<String> {
        let side = dice.roll(2);
        let count = order.iter().take(5).filter(|model| **model % 2 == side).count();
        let many = COUNTS.get(count).filter(|_| count >= 2)?;
        Some(format!("In {}, {many} of the top five were {}ern models.", when(self.week), SIDES[side]))
    }

    fn record(&self, a: usize, dice: &mut Dice) -> Option<String> {
        let (now, name, when) = (self.table.of(a, self.week), BUSY[a], when(self.week));
        let highest = (0..self.week).all(|week| self.table.of(a, week) < now);
        let words = dice.roll(2);
        (highest && self.week > 0).then(|| match words {
            0 => format!("In {when}, the call volume of {name} was its highest on record."),
            _ => format!("The call volume of {name} hit a record high in {when}."),
        })
    }

    fn streak(&self, a: usize, order: &[usize], dice: &mut Dice) -> Option<String> {
        let place = order.iter().position(|model| *model == a)?;
        let b = *order.get(place + 1 + dice.roll(2))?;
        let ahead = |week: &usize| self.table.of(a, *week) > self.table.of(b, *week);
        let weeks = (0..=self.week).rev().take_while(ahead).count();
        let began = weeks <= self.week;
        if !began || !(2..=10).contains(&weeks) {
            return None;
        }
        let (one, other, nth, when) = (BUSY[a], BUSY[b], NTHS[weeks - 1], when(self.week));
        Some(match dice.roll(2) {
            0 => format!("In {when}, {one} was ahead of {other} for the {nth} consecutive week."),
            _ => format!("{one} stayed ahead of {other} for the {nth} straight week in {when}."),
        })
    }
}
