//! A second figure of the same: `accounted for 4 trillion tokens and for 11 % of the total`, `43 % of
//! all tokens, more than twice the southern share of 20 %`.

use super::*;
use recount_model::{Hedge, Quantity};

impl<'p> Parser<'p> {
    /// Any of them.
    pub(super) fn second_figure(&mut self, focus: &Np) -> bool {
        self.and_so_much() || self.and_such_a_part() || self.part_of_that(focus)
    }

    /// "accounted for seven of the top nine and 67.4 trillion tokens": how much that was.
    pub(super) fn and_so_much(&mut self) -> bool {
        let start = self.c.at;
        let Some(focus) = self.focus.clone().filter(|_| self.c.word_before() == "and") else { return false };
        let held = matches!(self.items.last(), Some(Item::Said(said))
            if matches!(said.act, Act::Top { .. } | Act::Share { .. }) && said.who.who == focus.who && !said.negated);
        let Some((rest, phrase @ Phrase::Amount { metrics, .. })) = figure(self.c).filter(|_| held) else {
            return false;
        };
        let rest = level::skip_unit(rest);
        let Some(act) = level_of(phrase).filter(|_| !metrics.is_empty() && is_stop(rest, 0)) else {
            return false;
        };
        self.accept(start, rest, &Np { share: false, ..focus }, Outcome::one(act), Group::PLAIN)
    }

    /// "accounted for 4 trillion tokens and for 11 % of the total": what part that was.
    pub(super) fn and_such_a_part(&mut self) -> bool {
        let start = self.c.at;
        let Some(focus) = self.focus.clone().filter(|_| self.c.word_before() == "and") else { return false };
        let level = matches!(self.items.last(), Some(Item::Said(said))
            if matches!(said.act, Act::Level { .. }) && said.who.who == focus.who && !said.negated
                && said.anchor == Anchor::Clause);
        let look = self.c.skip(usize::from(self.c.is(0, words!["for", "had", "held"])));
        let Some((rest, value, of @ Some(_))) = percentage(look).filter(|_| level) else { return false };
        let mut outcome =
            Outcome { pieces: vec![crate::en::clause::share::piece(value, of)], ..Outcome::default() };
        let rest = adjuncts(rest, &mut outcome);
        is_stop(rest, 0) && self.accept(start, rest, &focus, outcome, Group::PLAIN)
    }

    /// "X processed 9.2 trillion tokens; Y managed 4.9 trillion, barely more than half of that": of
    /// what X did, as Y is no part of its own figure.
    pub(super) fn part_of_that(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        if self.c.word_before() != "," {
            return false;
        }
        let mut levels = self.items.iter().rev().filter_map(|item| match item {
            Item::Said(said) => Some(said),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        let (Some(own), Some(other)) = (levels.next(), levels.next()) else { return false };
        let level = |said: &Said| {
            matches!(said.act, Act::Level { .. }) && !said.negated && said.anchor == Anchor::Clause
        };
        let named = |np: &Np| matches!(&np.who, Who::Named(names) if names.len() == 1);
        let apart = own.who.who == focus.who && own.who.who != other.who.who;
        let object = Np { about: About::Nothing, ..other.who.clone() };
        if !level(own) || !level(other) || !apart || !named(&object) {
            return false;
        }
        let Some((rest, Phrase::Percent(value))) = figure(self.c) else { return false };
        let count = match (rest.word(0), rest.word(1)) {
            ("of", "that") | ("as", "much" | "many") => 2,
            _ => return false,
        };
        let act = Act::Share { value: value.clone(), whole: Some(object), top: None };
        let rest = rest.skip(count);
        is_stop(rest, 0) && self.accept(start, rest, focus, Outcome::one(act), Group::PLAIN)
    }

    /// ", more than twice the southern share of 20 %", ", against a southern share of 20 %" behind
    /// a share: that of the other, and how many times as much it is.
    pub(super) fn against_share(&mut self) -> bool {
        let start = self.c.at;
        let last = match self.items.last() {
            Some(Item::Said(said)) if !said.negated => said,
            _ => return false,
        };
        let Act::Share { whole, top, .. } = &last.act else { return false };
        let (whole, top, who) = (whole.clone(), *top, last.who.clone());
        let (look, ratio) = match self.c.phrase(0) {
            Some(Phrase::Ratio(value)) => (self.c.skip(1), Some(value.clone())),
            _ => match (versus_words(self.c), doubled(self.c)) {
                (_, Some((rest, value))) => (rest, Some(value)),
                (Some(count), None) => (self.c.skip(count), None),
                (None, None) => return false,
            },
        };
        let article = usize::from(look.is(0, words!["a", "an"]));
        let Some((rest, other)) = noun_phrase(look.skip(article)) else { return false };
        let owned = matches!(rest.word_before(), "'s" | "’s") || rest.is(0, words!["'s", "’s"]);
        let rest = rest.skip(usize::from(rest.is(0, words!["'s", "’s"])));
        let of = other.share && rest.is(0, words!["of"]);
        let Some((rest, Phrase::Percent(value))) =
            figure(rest.skip(usize::from(of))).filter(|_| of || owned && !other.share)
        else {
            return false;
        };
        let one = |np: &Np| matches!(&np.who, Who::Named(names) if names.len() == 1);
        if !one(&other) || !one(&who) || other.who == who.who {
            return false;
        }
        let other = Np { share: false, about: About::Nothing, of: None, ..other };
        let share = Act::Share { value: value.clone(), whole, top };
        let mut pieces = vec![Piece { who: Some(other.clone()), ..Piece::beside(share) }];
        if let Some(value) = ratio {
            pieces.push(Piece::beside(Act::Compare { object: other, value, event: false }));
        }
        let mut outcome = Outcome { pieces, ..Outcome::default() };
        let rest = adjuncts(rest, &mut outcome);
        is_stop(rest, 0) && self.accept(start, rest, &who, outcome, Group::PLAIN)
    }
}

/// "double", "more than triple", before what it is so many times as much as.
fn doubled(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    let hedge = match (c.word(0), c.word(1)) {
        ("more", "than") => Hedge::MoreThan,
        ("less", "than") => Hedge::LessThan,
        _ => Hedge::Bare,
    };
    let rest = c.skip(if hedge == Hedge::Bare { 0 } else { 2 });
    let times = match rest.word(0) {
        "double" => 2,
        "triple" => 3,
        _ => return None,
    };
    Some((rest.skip(1), crate::en::clause::predicate::multiple(times, 1, hedge)))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn what_part_it_is() {
        let both: &[&str] =
            &["Alder was 4.2 trillion tokens", "Alder accounted for 11.5 percent of the total call volume"];
        assert_read(&[
            ("Alder accounted for 4.2 trillion tokens and for 11.5% of the total last week.", both),
            ("Alder handled 4.2 trillion tokens and 11.5% of all tokens last week.", both),
        ]);
    }

    #[test]
    fn the_share_of_the_other() {
        let north = "the north accounted for 61 percent of the total call volume";
        let south = "the south accounted for 29 percent of the total call volume";
        assert_read(&[
            (
                "The north held 61% of all tokens last week, more than twice the southern share of 29%.",
                &[north, south, "the north was more than twice that of the south"],
            ),
            ("The north held 61% of all tokens last week, against a southern share of 29%.", &[north, south]),
        ]);
    }
}
