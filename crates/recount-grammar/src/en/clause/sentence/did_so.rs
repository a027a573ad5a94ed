//! For how long what the sentence before tells was so: `It was the ninth consecutive week in which
//! they did so`.

use super::*;

impl<'p> Parser<'p> {
    /// So many weeks running of what the sentence before says.
    pub(super) fn did_so_for(&mut self, start: usize, rest: Chunks<'p>, weeks: WeeksRunning) -> bool {
        let why = "what was done so long stands in the sentence before";
        let mut outcome = Outcome::one(Act::Unexplained { why });
        outcome.adjuncts.weeks = Some(weeks);
        outcome.adjuncts.again = true;
        let np = Np::carried(self.c.span(start, start + 1));
        is_stop(rest, 0) && self.accept(start, rest, &np, outcome, Group::PLAIN)
    }
}

/// "[in which] they did so", "[that] it had done so": behind it.
pub(super) fn did_so(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let it = c.is(0, words!["it", "they"]).then(|| c.skip(1))?;
    let had = it.skip(usize::from(it.is(0, words!["has", "have", "had"])));
    let did = had.is(0, words!["did", "done"]) && had.is(1, words!["so", "that", "this"]);
    did.then(|| had.skip(2))
}
