//! How many of the top n places belong to the subject.

use recount_model::{Assertion, Direction, Flag, Interval, Number, Period, Subject, Top, Unit};

use super::{contrast, said};
use crate::figures::{Datum, Ground, Placed, with_swaps};
use crate::truth::{Answer, Attempt, Gap, Holds};
use crate::words;

pub(super) fn answer(ground: &Ground<'_>, assertion: &Assertion, top: &Top, period: Period) -> Attempt {
    if top.value.unit != Unit::Count {
        return Err(Gap::incomparable("how many of the top places is a count"));
    }
    let ranking = Ranking::of(ground, &assertion.object, top.top, period)?;
    let mine = |placed: &Placed| belongs(ground, placed, &assertion.subject);
    let count =
        |placed: &[&Placed]| u32::try_from(placed.iter().filter(|p| mine(p)).count()).unwrap_or(u32::MAX);
    let published = count(&ranking.inside());
    let (least, most) = ranking.swapped(&mine, published);
    let said_places = top.value.admissible();
    let range = Interval::closed(Number::from(least), Number::from(most));
    let holds = match said_places.contains(&Number::from(published)) {
        true if range.is_within(&said_places) => Holds::Yes,
        true => Holds::Likely,
        false if range.is_disjoint(&said_places) => Holds::No,
        false => Holds::Unlikely,
    };
    let mut answer = Answer::new(holds);
    if holds == Holds::No {
        let over = said_places.high.as_ref().is_some_and(|h| Number::from(published) > h.value);
        answer.direction = Some(if over { Direction::Understated } else { Direction::Exaggerated });
        let point = Interval::point(Number::from(published));
        answer.distance = Some(super::gap(&point, &said_places));
    }
    if !top.value.written().contains(&Number::from(published)) && holds.supports() {
        answer.flags.insert(Flag::Understated);
    }
    let line = format!(
        "{}: {published} of the top {} belong to {} ({})",
        words::when(period),
        top.top,
        words::names(ground.vocabulary(), &assertion.subject),
        ranking.words(ground, &mine),
    );
    answer.lines.push(line);
    answer.said = contrast(&answer, &top.value);
    if holds == Holds::Unlikely {
        let line = format!("{} would need two figures to swap within their tolerance", said(&top.value));
        answer.lines.push(line);
    }
    answer.actual = Some(ground.amount(Interval::point(Number::from(published)), Unit::Count));
    for placed in ranking.inside() {
        answer.evidence.extend(ground.sum(&[placed.unit], period)?.evidence);
    }
    Ok(answer)
}

/// What of `subject` is in the top `top` of `object`, and all of that top.
pub(super) fn volume(
    ground: &Ground<'_>,
    subject: &[Subject],
    object: &[Subject],
    top: u32,
    period: Period,
) -> Result<(Datum, Datum), Gap> {
    let ranking = Ranking::of(ground, object, top, period)?;
    let sum = |is_member: &dyn Fn(&Placed) -> bool| -> Result<Datum, Gap> {
        let inside = ranking.inside();
        let mut given = Interval::point(Number::ZERO);
        let mut admitted = given.clone();
        let mut evidence = Vec::new();
        for placed in inside.iter().filter(|placed| is_member(placed)) {
            given = given.plus(&placed.given);
            admitted = admitted.plus(&placed.admitted);
            evidence.extend(ground.sum(&[placed.unit], period)?.evidence);
        }
        Ok(Datum {
            given,
            admitted: with_swaps(&admitted, &inside, &ranking.outside(), is_member),
            beyond: None,
            evidence,
        })
    };
    let part = sum(&|placed| belongs(ground, placed, subject))?;
    let mut whole = sum(&|_| true)?;
    // The part's figures are in the whole; they are shown once.
    whole.evidence.retain(|figure| part.evidence.iter().all(|other| other != figure));
    Ok((part, whole))
}

/// Does any of it belong to one of the subjects?
pub(super) fn belongs(ground: &Ground<'_>, placed: &Placed, subjects: &[Subject]) -> bool {
    let any = |series| subjects.iter().any(|subject| ground.belongs(series, *subject));
    placed.series.iter().any(|series| any(*series))
}

/// The published order of what competes, cut at a place.
struct Ranking {
    order: Vec<Placed>,
    top: usize,
    /// How many of the last of these places something unlisted may have.
    open: usize,
}

impl Ranking {
    fn of(ground: &Ground<'_>, object: &[Subject], top: u32, period: Period) -> Result<Self, Gap> {
        let parts = ground.parts(period)?;
        let order = ground.order(&parts, ground.frame.units)?;
        let all = object.is_empty();
        let order: Vec<Placed> =
            order.iter().filter(|placed| all || belongs(ground, placed, object)).cloned().collect();
        let top = top as usize;
        if order.len() < top {
            return Err(Gap::Missing {
                words: format!("only {} are listed for {}", order.len(), words::when(period)),
                period: None,
            });
        }
        let hides = |placed: &&Placed| ground.may_hide_more(&placed.admitted, &parts);
        let open = order.iter().take(top).rev().take_while(hides).count();
        Ok(Self { order, top, open })
    }

    fn inside(&self) -> Vec<&Placed> {
        self.order.iter().take(self.top).collect()
    }

    fn outside(&self) -> Vec<&Placed> {
        self.order.iter().skip(self.top).collect()
    }

    /// The least and the most places that `mine` may have, where figures at
    /// the cut may swap within their tolerance.
    fn swapped(&self, mine: &impl Fn(&Placed) -> bool, published: u32) -> (u32, u32) {
        let count = |placed: &[&Placed], mine_too: bool, others: &[&Placed]| {
            let meets = |a: &Placed| others.iter().any(|b| !a.admitted.is_disjoint(&b.admitted));
            placed.iter().filter(|p| mine(p) == mine_too && meets(p)).count()
        };
        let (inside, outside) = (self.inside(), self.outside());
        let down = count(&inside, true, &outside).min(count(&outside, false, &inside));
        let up = count(&inside, false, &outside).min(count(&outside, true, &inside));
        let hidden = inside.iter().rev().take(self.open);
        let (ours, theirs) =
            (hidden.clone().filter(|p| mine(p)).count(), hidden.filter(|p| !mine(p)).count());
        let (down, up) = (down.max(ours), up.max(theirs));
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (published.saturating_sub(small(down)), published.saturating_add(small(up)))
    }

    /// The names in order, those that are `mine` marked by their number.
    fn words(&self, ground: &Ground<'_>, mine: &impl Fn(&Placed) -> bool) -> String {
        let names: Vec<String> = (1..)
            .zip(self.inside())
            .filter(|(_, placed)| mine(placed))
            .map(|(place, placed)| {
                let name = ground.vocabulary().subject_name(placed.unit);
                format!("{place}. {name}")
            })
            .take(10)
            .collect();
        if names.is_empty() { "none of them".to_owned() } else { names.join(", ") }
    }
}
