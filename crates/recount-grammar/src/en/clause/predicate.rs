//! Predicates: a verb group and its complement. Which construction it is
//! depends on both.

use recount_model::{Figure, Hedge, Quantity, Unit};

use super::verb_group::{Group, skip_adverbs};
use super::{
    Act, Adjuncts, Anchor, Np, be, change, chart, compare, equal, first_to, gap, level, not_since, price,
    rank, share, top,
};
pub(super) use crate::en::lexicon::is_function_word;
use crate::en::lexicon::{Form, Frames, Verb};
use crate::en::phrase::first::FirstTime;
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::weeks::WeeksRunning;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// One thing that a predicate says; `who` where it is not the subject.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// Of whom, if not of the subject.
    pub who: Option<Np>,
    /// What.
    pub act: Act,
    /// The times that belong to this piece alone.
    pub times: Vec<Time>,
    /// When, against the clause.
    pub anchor: Anchor,
    /// The time that its own time is told from: "72 % a year ago to 33 % in June".
    pub against: Option<Time>,
    /// Does the negation of the verb turn it? A figure beside the verb's own
    /// complement ("did not lead, with 4 trillion") is not denied.
    pub main: bool,
    /// Weeks running of this piece alone: "after five weeks of growth".
    pub weeks: Option<WeeksRunning>,
    /// For the first time, of this piece alone.
    pub first: Option<FirstTime>,
    /// Is it denied, where it waits for its subject: "falling out of the top ten"?
    pub denied: bool,
    /// "up from 3.9 trillion": what it was before, of whatever was said last.
    pub came_from: bool,
    /// "which it had held since May": told from a later time.
    pub earlier: bool,
    /// "was ahead of X on 3 trillion": the one named just before it, whose it may be.
    pub near: Option<Near>,
}

/// The one who is named just before a figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Near {
    /// Who.
    pub np: Np,
    /// Is it rather theirs than the subject's: "on 3 trillion", but not "with 3 trillion"?
    pub rather: bool,
}

impl Piece {
    /// What the verb itself says.
    pub(super) const fn main(act: Act) -> Self {
        Self::new(act, true)
    }

    /// What is said beside it.
    pub(super) const fn beside(act: Act) -> Self {
        Self::new(act, false)
    }

    const fn new(act: Act, main: bool) -> Self {
        Self {
            who: None,
            act,
            times: Vec::new(),
            anchor: Anchor::Clause,
            against: None,
            main,
            weeks: None,
            first: None,
            denied: false,
            came_from: false,
            earlier: false,
            near: None,
        }
    }
}

/// What a predicate says, and what stands around it.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Outcome {
    /// In the order of the text.
    pub pieces: Vec<Piece>,
    /// When, how long.
    pub adjuncts: Adjuncts,
    /// Is the verb's own complement denied, whatever the verb: "no longer
    /// first"?
    pub negated: bool,
}

impl Outcome {
    /// One thing.
    pub(super) fn one(act: Act) -> Self {
        Self { pieces: vec![Piece::main(act)], ..Self::default() }
    }
}

/// What every construction returns.
pub(super) type Read<'p> = Option<(Chunks<'p>, Outcome)>;

/// The complement of `group`, said of `subject`.
pub(super) fn predicate<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    // "Its share widened from 14.8 % to 18 %": what it was and is.
    let widened = Group { verb: Verb { frames: group.verb.frames.and(Frames::UP), ..group.verb }, ..*group };
    let widens = subject.share && group.verb.frames.any(Frames::WIDEN) && !group.passive;
    let group = if widens && c.is(0, words!["from", "to"]) { &widened } else { group };
    behind_time(c, subject, group)
        .or_else(|| complement(c, subject, group))
        .map(|found| rank::with_title(rank::on_list(again(found, c)), subject))
}

/// "[took] first place again": it may have had it the week before.
fn again<'p>((rest, mut outcome): (Chunks<'p>, Outcome), c: Chunks<'p>) -> (Chunks<'p>, Outcome) {
    let said = c.all.get(c.at.saturating_sub(4)..c.at).unwrap_or(&[]);
    let word =
        |chunk: &crate::en::phrase::Chunk<'_>| matches!(c.lower(chunk.first), "again" | "more" | "anew");
    if rest.is(0, words!["again", "anew"]) || rest.are(&["once", "more"]) || said.iter().any(word) {
        for piece in &mut outcome.pieces {
            if let Act::Rank { movement, .. } = &mut piece.act
                && *movement == Some(recount_model::Movement::Took)
            {
                *movement = None;
            }
        }
    }
    (rest, outcome)
}

/// "[rose] last week by 8 %", "[accounted] in the week of June 22 for 12 %": the time between the
/// verb and what belongs to it is that of the clause.
fn behind_time<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let (rest, times) = super::adjunct::times(c);
    if times.is_empty() || times.iter().any(|time| time.role != Role::At) || group.negated {
        return None;
    }
    let whole = |phrase: Option<&Phrase<'_>>| {
        matches!(phrase, Some(Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_)))
    };
    let joins = rest.is(0, words!["by", "to", "from", "out", "ahead", "behind", "both", "for"]);
    let told = matches!(rest.phrase(0), Some(Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Ratio(_)));
    // "led last week for a second time", "fell last week to Sunday": of the clause as a whole.
    let spell = rest.is(0, words!["for"]) && rest.is(1, words!["a", "the"]);
    if !told && (!joins || spell || whole(rest.phrase(1))) {
        return None;
    }
    let (rest, mut outcome) = complement(rest, subject, group)?;
    outcome.adjuncts.times.splice(0..0, times);
    Some((rest, outcome))
}

fn complement<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    if group.passive {
        return passive(c, subject, group);
    }
    if let Some(found) = not_since::complement(c, group).or_else(|| first_to::complement(c, subject, group)) {
        return Some(found);
    }
    if let Some(found) = gap::within(c, group) {
        return Some(found);
    }
    if let Some(found) = change::still(c, subject, group) {
        return Some(found);
    }
    if frames.any(Frames::BE) {
        return be::complement(c, subject, group);
    }
    // "Is heading for 5 trillion": it is not there.
    let heading = c.is(0, words!["for", "toward", "towards"])
        && matches!(c.word_before(), "heading" | "headed" | "head" | "heads");
    if heading {
        return None;
    }
    // "works out at 28 %", "comes out at 4 trillion".
    let works_out = matches!(c.word_before(), "work" | "works" | "worked" | "come" | "comes" | "came")
        && c.is(0, words!["out"])
        && c.is(1, words!["at", "to"]);
    if works_out {
        return be::complement(c.skip(2), subject, group);
    }
    // "took in nearly twice as much as X".
    let in_all = c.is(0, words!["in"])
        && frames.any(Frames::LEVEL)
        && matches!(
            skip_adverbs(c.skip(1)).phrase(0),
            Some(Phrase::Ratio(_) | Phrase::Amount { .. } | Phrase::Percent(_))
        );
    let c = skip_adverbs(c.skip(usize::from(in_all)));
    // "is missing from the top nine".
    if c.is(0, words!["from"]) && c.word_before() == "missing" {
        return be::gone(c, subject);
    }
    change::factor(c, group)
        .or_else(|| ended_run(c))
        .or_else(|| price::became(c, group))
        .or_else(|| change::seen(c, group))
        .or_else(|| gap::complement(c, group))
        .or_else(|| equal::verb(c, subject, group))
        .or_else(|| top::complement(c, subject, group))
        .or_else(|| {
            frames.any(Frames::BE.and(Frames::STAY)).then(|| be::complement(c, subject, group)).flatten()
        })
        .or_else(|| rank::complement(c, subject, group))
        .or_else(|| compare::complement(c, subject, group))
        .or_else(|| share::complement(c, subject, group))
        .or_else(|| change::complement(c, subject, group))
        .or_else(|| level::complement(c, group))
        .or_else(|| be::record(c, subject, group))
        .or_else(|| rank::alone(c, group))
        .or_else(|| level::finished(c, group))
}

/// "[snapped] a four-week slide": how it went up to the week before.
fn ended_run<'p>(c: Chunks<'p>) -> Read<'p> {
    let verb = c.at.checked_sub(1).map(|at| Chunks { at, ..c }).is_some_and(super::tail::ends_run);
    verb.then(|| super::tail::run_before(c)).flatten()
}

/// "was overtaken by X", "was followed by X": the others say nothing of ours.
fn passive<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    be::gone(c, subject)
        .or_else(|| change::cut(c, group))
        .or_else(|| compare::passive(c, subject, group))
        .or_else(|| chart::passive(c, group))
        .or_else(|| rank::passive(c, group))
        .or_else(|| equal::verb(c, subject, group))
        .or_else(|| group.verb.frames.any(Frames::USE).then(|| compare::all_others(c, subject)).flatten())
        .or_else(|| level::passive(c, group))
}

/// A number in any unit, with the article and the adjectives before it: "a
/// striking 85.72 %", "just 4.25 trillion". Returns it and its phrase.
pub(super) fn figure(c: Chunks<'_>) -> Option<(Chunks<'_>, &Phrase<'_>)> {
    let mut look = c;
    if look.is(0, words!["a", "an"]) {
        if look.are(&["an", "average", "of"]) || look.are(&["a", "total", "of"]) {
            look = look.skip(3);
        }
        if look.are(&["a", "seasonally", "adjusted"]) {
            look = look.skip(3);
        }
    }
    for _ in 0..4 {
        match look.phrase(0) {
            Some(
                phrase @ (Phrase::Amount { .. }
                | Phrase::Percent(_)
                | Phrase::Points(_)
                | Phrase::Ratio(_)
                | Phrase::Number(_)),
            ) => return Some((look.skip(1), phrase)),
            Some(Phrase::Word(entry)) if is_lead_in(look) || entry.adverb => look = look.skip(1),
            _ => return None,
        }
    }
    None
}

/// May the word stand between a verb and its figure? Articles, "just", and
/// adjectives that the lexicon does not know otherwise.
fn is_lead_in(c: Chunks<'_>) -> bool {
    const LEADS: &Words = words![
        "a", "an", "the", "its", "their", "just", "only", "mere", "another", "fully", "itself", "combined",
        "remaining"
    ];
    let entry = c.entry(0);
    let unknown = entry.verb.is_none() && entry.noun.is_none();
    let word = c.word(0);
    c.is(0, LEADS)
        || unknown
            && word.len() > 2
            && matches!(c.word_before(), "a" | "an" | "the" | "its" | "their")
            && word.chars().all(char::is_alphabetic)
            && !is_function_word(word)
}

/// The quantity of a phrase, in its own unit; a bare small number is an amount.
pub(super) fn quantity_of(phrase: &Phrase<'_>) -> Option<Quantity> {
    match phrase {
        Phrase::Amount { quantity, .. } | Phrase::Percent(quantity) => Some(quantity.clone()),
        Phrase::Points(quantity) | Phrase::Ratio(quantity) => Some(quantity.clone()),
        Phrase::Number(n) => Some(Quantity::whole(*n, Unit::Own)),
        _ => None,
    }
}

/// The level that a phrase states.
pub(super) fn level_of(phrase: &Phrase<'_>) -> Option<Act> {
    let metrics = match phrase {
        Phrase::Amount { metrics, .. } => metrics.clone(),
        _ => Vec::new(),
    };
    Some(Act::Level { value: quantity_of(phrase)?, metrics })
}

/// The same quantity counted downwards; "fell -5 %" has only its sign twice.
pub(super) fn directed(quantity: &Quantity, falling: bool) -> Quantity {
    Quantity { falling: quantity.falling || falling, ..quantity.clone() }
}

/// Is the verb in a form that a clause of its own can have?
pub(super) fn is_finite(form: Form) -> bool {
    matches!(form, Form::Past | Form::Third | Form::Base)
}

/// A whole multiple as a ratio, with the hedge before the verb.
pub(super) fn multiple(numerator: i128, denominator: u128, hedge: Hedge) -> Quantity {
    let factor = recount_model::Number::ratio(numerator, denominator);
    Quantity { hedge, figure: Figure::Multiple(factor), falling: false, unit: Unit::Ratio }
}
