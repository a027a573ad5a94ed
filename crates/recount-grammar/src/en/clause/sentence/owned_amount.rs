//! An amount that is somebody's, and what is said of it: `X's 4.19 trillion tokens were double those of Y`,
//! `X's 6.1 trillion tokens, of which Y contributed 3.9 trillion, were 8.8 % more than in the week before`.

use super::*;
use crate::token::Words;

impl<'p> Parser<'p> {
    /// "X overtook Y, whose 4.2 trillion tokens were": those of Y. Not of those among whom X has a place.
    fn whose(&self) -> Option<Np> {
        let other = self.other.clone().filter(|_| self.c.is(0, words!["whose"]))?;
        let among = |item: &Item| {
            matches!(item, Item::Said(said)
                if matches!(&said.act, Act::Rank { among: Some(np), .. } if np.who == other.who))
        };
        (!self.items.last().is_some_and(among)).then_some(other)
    }

    /// "Y followed with 14.9 %" behind a share: of the same whole, and next to the one before.
    pub(super) fn followed_with_share(&mut self) -> bool {
        let start = self.c.at;
        let Some((rest, np)) = noun_phrase(skip_leading(self.c)).filter(|(_, np)| np.is_named()) else {
            return false;
        };
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        let plain = !group.negated && !group.passive && group.mood == Mood::Plain;
        if !plain || !group.verb.frames.any(Frames::FOLLOW) || !rest.is(0, words!["with", "at", "on"]) {
            return false;
        }
        let Some((rest, mut outcome)) = self.same_share(rest).filter(|(_, outcome)| {
            matches!(outcome.pieces.as_slice(), [Piece { act: Act::Share { .. }, .. }])
        }) else {
            return false;
        };
        outcome.pieces.push(Piece::main(Act::Follows));
        self.accept(start, rest, &np, outcome, group)
    }

    /// "X's 4.19 trillion tokens were double those of Y": how much X had, and what
    /// is said of it.
    pub(super) fn owned_amount(&mut self) -> bool {
        let start = self.c.at;
        let its = self.c.is(0, words!["its", "their", "whose"])
            && matches!(figure(self.c.skip(1)), Some((_, Phrase::Amount { .. })));
        let nearest = self.whose();
        let found = match its {
            true => {
                let nobody = Np::carried(self.c.span(start, start + 1));
                Some((self.c.skip(1), nearest.unwrap_or(nobody)))
            }
            false => noun_phrase(skip_leading(self.c)).filter(|(_, np)| np.is_named() && !np.share),
        };
        let Some((rest, np)) = found else {
            return false;
        };
        let owned =
            its || matches!(rest.word_before(), "'s" | "’s") || rest.is(0, words!["'s", "’s", "'", "’"]);
        let rest = rest.skip(usize::from(rest.is(0, words!["'s", "’s", "'", "’"])));
        // "X's volume of 4.19 trillion tokens".
        let of = np.about != About::Nothing && rest.is(0, words!["of"]);
        let rest = rest.skip(usize::from(of));
        let Some((rest, phrase @ Phrase::Amount { .. })) = figure(rest).filter(|_| owned || of) else {
            return false;
        };
        let Some(act) = level_of(phrase) else { return false };
        let (rest, times) = crate::en::clause::adjunct::times(level::skip_unit(rest));
        if let Some((after, mut outcome)) =
            compared(rest, &act).or_else(|| earned(rest, &act)).or_else(|| enough_to(rest, &act, &np))
        {
            outcome.adjuncts.times.extend(times);
            let after = adjuncts(after, &mut outcome);
            return self.accept(start, after, &np, outcome, Group::PLAIN);
        }
        let (rest, part) = part_between(rest);
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        if group.negated || group.mood != Mood::Plain {
            return false;
        }
        // So much of X is a figure, whatever its own noun.
        let about = if np.about == About::Nothing { About::Generic } else { np.about };
        let measured = Np { about, ..np.clone() };
        let Some((rest, mut outcome)) = predicate(rest, &measured, &group) else { return false };
        let fits = outcome.pieces.iter().all(|piece| {
            matches!(
                piece.act,
                Act::Compare { .. }
                    | Act::Record(_)
                    | Act::Share { .. }
                    | Act::Change { .. }
                    | Act::Rank { .. }
            )
        });
        if !fits {
            return false;
        }
        outcome.pieces.insert(0, Piece::beside(act));
        outcome.pieces.extend(part);
        outcome.adjuncts.times.extend(times);
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }
}

/// "[X's 11.8 trillion tokens] compare with 9.02 trillion for Y".
fn compared<'p>(c: Chunks<'p>, act: &Act) -> Option<(Chunks<'p>, Outcome)> {
    let found = c.is(0, words!["compare", "compares", "compared"]);
    let (rest, tail) = found.then(|| crate::en::clause::tail::compared_with(c)).flatten()?;
    let mut outcome = tail.outcome;
    outcome.pieces.insert(0, Piece::beside(act.clone()));
    Some((rest, outcome))
}

/// "[X's 4.19 trillion tokens] put it first", "were enough for third place", "earned it the
/// top spot": the place that so much gave it.
fn earned<'p>(c: Chunks<'p>, act: &Act) -> Option<(Chunks<'p>, Outcome)> {
    const GAVE: &Words =
        words!["put", "puts", "placed", "made", "left", "kept", "earned", "gave", "won", "secured", "landed"];
    let rest = skip_adverbs(c);
    let movement = rest.is(0, words!["kept"]).then_some(recount_model::Movement::Kept);
    let look = if rest.is(0, GAVE) && rest.is(1, words!["it", "them"]) {
        let back = 2 + usize::from(rest.is(2, words!["back"]));
        let inside = usize::from(rest.is(back, words!["in", "at", "on", "into"]));
        rest.skip(back + inside)
    } else {
        let enough = rest.is(0, words!["was", "were", "is", "are"])
            && rest.is(1, words!["enough", "good", "sufficient"])
            && rest.is(2, words!["for"]);
        enough.then(|| rest.skip(3))?
    };
    let (rest, place) = rank::place(look)?;
    let place = Piece::main(Act::Rank { place, movement, among: None });
    Some((rest, Outcome { pieces: vec![Piece::beside(act.clone()), place], ..Outcome::default() }))
}

/// "[X's 4.19 trillion tokens] were enough to beat Y", "put it ahead of Y": what so much brought about.
fn enough_to<'p>(c: Chunks<'p>, act: &Act, np: &Np) -> Option<(Chunks<'p>, Outcome)> {
    let rest = skip_adverbs(c);
    let who = Np { about: About::Nothing, ..np.clone() };
    let enough = rest.is(0, words!["was", "were", "is", "are"])
        && rest.is(1, words!["enough", "sufficient"])
        && rest.is(2, words!["to"]);
    let put = rest.is(0, words!["put", "puts", "kept", "left", "placed"]) && rest.is(1, words!["it", "them"]);
    let (rest, mut outcome) = match (enough, put) {
        (true, _) => {
            let (rest, outcome, group) = super::enough::enough_to(rest.skip(3), &who)?;
            (!group.negated && group.mood == Mood::Plain).then_some((rest, outcome))?
        }
        (_, true) => super::causative::state(rest.skip(2), &who)?,
        _ => return None,
    };
    let order =
        outcome.pieces.iter().all(|piece| matches!(piece.act, Act::Compare { .. } | Act::Rank { .. }));
    outcome.pieces.insert(0, Piece::beside(act.clone()));
    (order && !outcome.negated).then_some((rest, outcome))
}

/// ", of which Y contributed 3.9 trillion," between the amount and its verb.
fn part_between(c: Chunks<'_>) -> (Chunks<'_>, Option<Piece>) {
    let found = c.is(0, words![","]).then(|| super::told::part_given(c.skip(1))).flatten();
    match found.filter(|(rest, _, act)| rest.is(0, words![","]) && matches!(act, Act::Level { .. })) {
        Some((rest, np, act)) => (rest.skip(1), Some(Piece { who: Some(np), ..Piece::beside(act) })),
        None => (c, None),
    }
}

impl Parser<'_> {
    /// "With 3.6 trillion tokens last week, X lost ground": so much it had, whatever else is said of it.
    pub(super) fn of_the_subject(&mut self) {
        let waits = !self.pending.pieces.is_empty() && self.unread.is_none() && self.focus.is_none();
        if !waits || self.c.word_before() != "," {
            return;
        }
        let Some((rest, np)) = noun_phrase(self.c) else { return };
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
        let finite = rest.verb(0).is_some_and(|verb| is_finite(verb.form));
        let levels = self.pending.pieces.iter().all(|piece| matches!(piece.act, Act::Level { .. }));
        if one && finite && levels && !np.share {
            self.focus = Some(np);
            self.release_pending(&[], self.mood);
        }
    }
}

impl Parser<'_> {
    /// "Its users live abroad, with X accounting for 6 %": of what, the words in front say, and no rule reads them.
    pub(super) fn is_part_of_what_is_unread(&self, np: &Np, outcome: &Outcome) -> bool {
        let bare = |piece: &Piece| matches!(piece.act, Act::Share { whole: None, top: None, .. });
        let said = || self.items.iter().any(|item| matches!(item, Item::Said(_)));
        self.c.at > 1
            && self.c.word_before() == "with"
            && !np.share
            && outcome.pieces.iter().any(bare)
            && !said()
    }

    /// "The maker processed 6 trillion tokens, with X accounting for 70 %": of those, or of everything?
    pub(super) fn whole_unsaid(&self, np: &Np, words: Chunks<'_>, outcome: &Outcome) -> bool {
        let bare = |piece: &Piece| {
            matches!(piece.act, Act::Share { whole: None, top: None, .. }) && piece.who.is_none()
        };
        if np.share || !outcome.pieces.iter().any(bare) {
            return false;
        }
        let of = (0..words.len()).any(|ahead| {
            words.is(ahead, words!["of"]) || words.noun(ahead) == Some(crate::en::lexicon::Noun::Share)
        });
        let said: Vec<&Said> = self
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Said(said) => Some(&**said),
                _ => None,
            })
            .collect();
        let shares = said.iter().any(|said| matches!(said.act, Act::Share { .. }));
        let level = said.iter().rev().find(|said| matches!(said.act, Act::Level { .. }) && !said.negated);
        let one = |who: &Who, group: bool| {
            matches!(who, Who::Named(names) if names.len() == 1
                && names.iter().flatten().all(|name| matches!(name, recount_model::Subject::Group(_)) == group))
        };
        let verb = (0..words.len()).any(|ahead| words.verb(ahead).is_some());
        verb && !of && !shares && one(&np.who, false) && level.is_some_and(|level| one(&level.who.who, true))
    }
}

impl Parser<'_> {
    /// "Ever since the week of May 4, X has led": since then.
    pub(super) fn skip_ever(&mut self) {
        use crate::en::phrase::time::Role;
        let ever = self.c.at == 0 && self.c.is(0, words!["ever"]);
        if ever && matches!(self.c.phrase(1), Some(Phrase::Time(time)) if time.role == Role::Since) {
            self.c = self.c.skip(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn an_amount_and_its_part() {
        assert_read(&[(
            "The south's 6.1 trillion tokens last week, of which Birch contributed 3.9 trillion, were 8.8% more than in the week before.",
            &[
                "the south was 6.1 trillion tokens", "the south rose by 8.8 percent",
                "Birch was 3.9 trillion tokens",
            ],
        )]);
    }
}
