//! What stands before or behind a statement and says nothing of it: `Now that the launch buzz has faded, …`,
//! `Perhaps most striking of all, …`, `Undeterred by the outage, …`, `…, as developers rushed to try it`,
//! `…, a result few had foreseen`.
//!
//! Such words are left out before the sentence is parsed: what a clause may have before it and behind it is for its
//! rules to say, and none of them should have to know every way of setting a scene. Only what is sure to say
//! nothing is left out: plain words without a name, a figure or a time, in a form that cannot limit the
//! statement. Whatever else stands there stays, to be read or listed.

mod behind;
mod front;
mod inside;
mod told_by;

use super::aside::is_of_a_part;
use super::fronted::is_stop;
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::{Kind, Words};

pub use self::behind::{behind, last_word};
pub use self::front::in_front;
pub use self::inside::inside;

/// The most chunks that a remark has.
const LONGEST: usize = 20;

/// Words that make of a remark a condition, a limit or a doubt.
const UNSURE: &Words = words![
    "if", "unless", "whether", "would", "could", "might", "may", "should", "will", "cannot", "must",
    "except", "excluding", "including", "counting", "counted", "excluded", "included", "exclude", "include",
    "among", "amongst", "within", "besides", "apart", "aside", "minus", "only", "mostly", "mainly", "partly",
    "test", "tests", "beta", "pilot", "unconfirmed", "preliminary", "provisional", "estimated", "estimate",
    "unverified", "wrong", "false", "untrue", "mistaken", "incorrect", "denied", "error", "average",
    "averaged", "adjusted", "weighted", "seasonally", "per", "such", "others", "both", "each", "combined",
    "together", "total", "overall", "least", "weekdays", "weekends", "definition", "counts", "so-called",
    "allegedly", "supposedly", "reportedly", "rumour", "rumours", "rumor", "rumors", "forecast", "forecasts",
];

/// Plain words without a name, a figure or a time, and none that limits or doubts.
fn is_plain(c: Chunks<'_>) -> bool {
    is_plain_but(c, |_| false) && !is_of_a_part(c)
}

/// The same, where some other phrases may stand.
fn is_plain_but(c: Chunks<'_>, may: impl Fn(usize) -> bool) -> bool {
    let plain = |ahead: usize| match c.phrase(ahead) {
        Some(Phrase::Word(entry)) => {
            let number = c.get(ahead).is_some_and(|chunk| {
                c.tokens.rest.get(chunk.first).is_none_or(|token| token.kind == Kind::Number)
            });
            let unsure = Frames::DENY.and(Frames::FORECAST);
            // "A research project" is no verb.
            let noun = |form| {
                form == Form::Base
                    && ahead > 0
                    && !c.is(
                        ahead - 1,
                        words!["to", "they", "we", "many", "who", "that", "some", "not", "n't"],
                    )
            };
            let unsure = entry.verb.is_some_and(|verb| verb.frames.any(unsure) && !noun(verb.form));
            let unsure = unsure && !may(ahead);
            !number && !is_stop(c, ahead) && !unsure
        }
        Some(Phrase::Place(Place::Board)) => true,
        _ => may(ahead),
    };
    c.len() <= LONGEST && (0..c.len()).all(|ahead| plain(ahead) && !c.is(ahead, UNSURE))
}

/// Has it a verb behind its first words?
fn has_verb(c: Chunks<'_>) -> bool {
    (1..c.len()).any(|ahead| {
        let entry = c.entry(ahead);
        let word = c.word(ahead);
        let unknown = entry.is_unknown() && word.len() > 3 && word.ends_with("ed");
        unknown || entry.verb.is_some() && entry.noun.is_none()
    })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read, claims};

    const FRONTS: &[&str] = &[
        "Now that the launch buzz has faded",
        "Although nobody noticed",
        "Even as critics complained",
        "Against that backdrop",
        "On the evidence of the new update",
        "For all the talk of a slowdown",
        "In what analysts called a turning point",
        "With rivals cutting prices left and right",
        "Perhaps most striking of all",
        "Just as tellingly",
        "More surprisingly still",
        "Undeterred by the outage",
        "Fresh from a price cut",
        "Long dismissed as a niche product",
        "Still without a marketing budget",
        "Once an also-ran",
        "As anyone who follows the tables knows",
        "As the newsletter put it on Monday",
        "Going by figures that the platform put out on Friday",
        "On the evidence of Monday's update",
        "As in so many weeks this year",
    ];
    const TAILS: &[&str] = &[
        "as developers rushed to try it",
        "though nobody expects that to last",
        "not that anyone noticed",
        "even as critics complained about its answers",
        "a result few had foreseen",
        "proof that price matters",
        "undaunted by the outage",
        "the group that compiles the chart announced on Monday",
        "which says something about how fast tastes change",
        "with no sign of fatigue",
    ];

    #[test]
    fn what_says_nothing_changes_nothing() {
        let said: &[&str] =
            &["In the week of 8 June 2026, Alder rose by 8 percent from the week of 1 June 2026"];
        let run: &[&str] = &["Alder was above that of Birch for 8 consecutive weeks"];
        let then: &[&str] = &[
            "Alder ranked number 2 by call volume",
            "In the week of 15 June 2026, Alder ranked number 3 by call volume",
        ];
        for front in FRONTS {
            let timed = format!("{front}, Alder rose 8% in the week of June 8.");
            let first = format!("{front}, in the week of June 8, Alder rose 8%.");
            let weeks = format!("{front}, for eight weeks running, Alder has outdone Birch.");
            assert_read(&[(timed.as_str(), said), (weeks.as_str(), run)]);
            assert_read(&[(first.as_str(), said)]);
        }
        for tail in TAILS {
            let timed = format!("Alder rose 8% in the week of June 8, {tail}.");
            let both = format!("Alder was second last week and third the week before, {tail}.");
            assert_read(&[(timed.as_str(), said), (both.as_str(), then)]);
        }
    }

    #[test]
    fn beside_its_subject_it_changes_nothing() {
        for aside in [
            ", whose maker has yet to turn a profit,",
            " (formerly a research project)",
            ", which has no free tier,",
            " – the work of a small team –",
            ", once a byword for reliability,",
        ] {
            let rose = format!("Alder{aside} did not overtake Birch last week.");
            let run = format!("Alder{aside} has for the ninth week running topped the list.");
            assert_read(&[
                (rose.as_str(), &["Alder was not above that of Birch"]),
                (run.as_str(), &["Alder ranked number 1 by call volume for the 9th consecutive week"]),
            ]);
        }
        assert_listed(&[
            "Alder, less Birch, rose 8% last week.",
            "Alder (excluding schools) rose 8% last week.",
        ]);
    }

    #[test]
    fn what_limits_stays() {
        for front in [
            "As far as free usage goes", "Among coders", "In the harbour", "With free usage excluded",
            "Because only coders were counted", "Measured by coders", "Judged by visits", "Used by schools",
            "Before schools closed", "When it comes to coding",
        ] {
            let sentence = format!("{front}, Alder led Birch last week.");
            assert_listed(&[sentence.as_str()]);
        }
        for tail in ["though only among coders", "not that of Birch", "which is not true"] {
            let sentence = format!("Alder rose 8% last week, {tail}.");
            let found = claims(&sentence);
            assert!(found != ["Alder rose by 8 percent"], "{sentence}: {found:?}");
        }
    }

    #[test]
    fn what_tells_stays() {
        assert_read(&[(
            "With 4 trillion tokens, Alder led Birch last week.",
            &["Alder was 4 trillion tokens", "Alder was above that of Birch"],
        )]);
    }
}
