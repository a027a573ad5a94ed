//! "It was the ninth consecutive week in which they did so": what the sentence before says, if it
//! says one thing.

use recount_model::Quantity;

use super::{Discourse, Refusal};
use crate::en::clause::{Act, Adjuncts, Anchor, Mood, Said, Who};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time, When};

impl Discourse<'_> {
    /// Keeps what a sentence says that says one thing.
    pub(super) fn keep_said(&mut self, said: &Said, alone: bool) {
        let plain = said.mood == Mood::Plain && !said.negated && said.anchor == Anchor::Clause;
        let once = said.adjuncts.weeks.is_none() && said.adjuncts.first.is_none();
        let state = matches!(
            said.act,
            Act::Compare { .. }
                | Act::Change { .. }
                | Act::Rank { place: Place::At(_) | Place::Top(_) | Place::Board, .. }
        ) || is_bound(&said.act);
        self.said_now = (alone && plain && once && state).then(|| Box::new(said.clone()));
    }

    /// The same of so many weeks; `None` where it speaks of nothing that was done before.
    ///
    /// # Errors
    /// Where the sentence before does not say one thing that may be so for weeks.
    pub(super) fn did_so(&self, said: &Said) -> Result<Option<Said>, Refusal> {
        if !said.adjuncts.again {
            return Ok(None);
        }
        let unsaid = || Refusal::unread("what was done so long stands in the sentence before");
        let last = self.said_before.as_ref().filter(|_| !self.unread_before).ok_or_else(unsaid)?;
        let way = |value: &Quantity| Quantity::direction(value.falling, value.unit);
        let first = said.adjuncts.first.as_ref();
        let act = match &last.act {
            // "It rose 4 %. It had never done so before": risen, or so much?
            Act::Change { .. }
                if first.is_some_and(|first| first.since.is_none() && first.weeks.is_none()) =>
            {
                return Err(unsaid());
            }
            act if is_bound(act) => act.clone(),
            Act::Compare { object, value, .. } => {
                Act::Compare { object: object.clone(), value: way(value), event: false }
            }
            Act::Change { value } => Act::Change { value: way(value) },
            Act::Rank { place, among, .. } => {
                Act::Rank { place: *place, movement: None, among: among.clone() }
            }
            _ => return Err(unsaid()),
        };
        let adjuncts = Adjuncts {
            weeks: said.adjuncts.weeks,
            first: said.adjuncts.first.clone(),
            every_week: said.adjuncts.every_week,
            times: said.adjuncts.times.clone(),
            about: last.adjuncts.about,
            scope: last.adjuncts.scope,
            ..Adjuncts::default()
        };
        Ok(Some(Said { act, adjuncts, span: said.span, anchor: said.anchor, ..(**last).clone() }))
    }
}

impl Discourse<'_> {
    /// "X overtook Y in May. It has led every week since": ahead of Y, where no list is named.
    ///
    /// # Errors
    /// Where a group led and nobody knows whom.
    pub(super) fn still_ahead(&self, said: &Said, text: &str) -> Result<Option<Said>, Refusal> {
        let first = matches!(said.act, Act::Rank { place: Place::At(1), movement: None, among: None });
        let carried = said.who.who == Who::Carried && !said.who.bare && !said.negated;
        let long = said.adjuncts.every_week || said.adjuncts.based();
        if !(first && carried && long && has_led(said.span.of(text))) {
            return Ok(None);
        }
        let known = self.said_before.as_ref().filter(|_| !self.unread_before).and_then(|last| {
            let same = matches!(&last.who.who, Who::Named(names) if *names == self.subject);
            match &last.act {
                Act::Compare { object, value, event } if same && value.is_direction() && !value.falling => {
                    matches!(object.who, Who::Named(_)).then_some((object, value, *event))
                }
                _ => None,
            }
        });
        let group =
            self.subject.iter().any(|names| matches!(names.first(), Some(recount_model::Subject::Group(_))));
        let Some((object, value, event)) = known else {
            return if group { Err(Refusal::unread("ahead of whom, is not said")) } else { Ok(None) };
        };
        let value = Quantity::direction(false, value.unit);
        let mut ahead =
            Said { act: Act::Compare { object: object.clone(), value, event: false }, ..said.clone() };
        // "X overtook Y in May. It has led for five weeks": up to now, not up to then.
        if event && said.adjuncts.perfect && said.adjuncts.times.is_empty() && said.adjuncts.weeks.is_some() {
            ahead.adjuncts.times.push(Time { role: Role::Since, when: When::Same });
        }
        Ok(Some(ahead))
    }
}

/// "It has led every week since", not "it has led the list".
fn has_led(words: &str) -> bool {
    let mut words = words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let led = words.by_ref().any(|word| ["led", "lead", "leads"].contains(&word));
    led && words
        .next()
        .is_none_or(|word| ["every", "each", "in", "ever", "since", "for", "all"].contains(&word))
}

/// "More than 4 trillion tokens": what may be so again.
fn is_bound(act: &Act) -> bool {
    let Act::Level { value, .. } = act else { return false };
    let written = value.written();
    written.low.is_none() || written.high.is_none()
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn what_was_done_for_weeks() {
        let behind = "It was the ninth consecutive week in which it did so.";
        for (lead, said) in [
            (
                "Alder led Birch by 300 billion tokens last week.",
                "Alder was above that of Birch for the 9th consecutive week",
            ),
            (
                "Alder ranked third by call volume last week.",
                "Alder ranked number 3 by call volume for the 9th consecutive week",
            ),
            ("Alder fell 8% last week.", "Alder fell for the 9th consecutive week"),
        ] {
            let read = article(&format!("{lead} {behind}"));
            assert_eq!(read.last().map(String::as_str), Some(said), "{lead}");
        }
        for lead in
            ["Alder fell 8% to 3 trillion tokens last week.", "Alder bartered 3 trillion tokens last week."]
        {
            assert_eq!(article(&format!("{lead} {behind}")).last().map(String::as_str), Some("?"), "{lead}");
        }
    }
}
