//! What stands before a clause: attributions, times, figures of the subject to
//! come, conditions.

use super::Mood;
use crate::en::lexicon::{Form, Frames, Seen, sources};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::{Kind, Words};

/// Words that end a stretch of a sentence: a clause never runs over them.
pub(super) fn is_stop(c: Chunks<'_>, ahead: usize) -> bool {
    let Some(chunk) = c.get(ahead) else { return true };
    // A word ends nothing; most chunks are words.
    let symbol = c.tokens.rest.get(chunk.first).is_some_and(|token| token.kind == Kind::Symbol);
    symbol
        && !is_rate(c, ahead)
        && (is_pictogram(c, ahead)
            || c.is(
                ahead,
                words![
                    ",", ";", ":", ".", "!", "?", "—", "–", "(", ")", "[", "]", "\"", "“", "”", "•", "|",
                    "…", "。", "，", "=", "/",
                ],
            )
            || c.is(ahead, words!["-"])
                && !c.get(ahead).is_some_and(|chunk| c.tokens.rest.get(chunk.first).is_some_and(|t| t.glued)))
}

/// The stroke of "tokens/day": it goes on.
fn is_rate(c: Chunks<'_>, ahead: usize) -> bool {
    const OTHER: &Words = words![
        "day", "d", "hour", "hr", "h", "minute", "min", "second", "sec", "s", "month", "mo", "year", "yr"
    ];
    c.is(ahead, words!["/"]) && c.is(ahead + 1, OTHER)
}

/// Emoji decorate; arrows and triangles say which way.
fn is_pictogram(c: Chunks<'_>, ahead: usize) -> bool {
    let first = c.get(ahead).and_then(|chunk| c.text(chunk.first).chars().next());
    first.is_some_and(|first| matches!(first, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{200D}'))
}

/// Words that join clauses.
pub(super) const JOINS: &Words =
    words!["and", "but", "while", "whereas", "yet", "or", "nor", "though", "although", "as", "because", "so"];

/// Words behind which a clause of its own, a reason or a circumstance follows.
const NEXT: &Words = words![
    "and", "but", "while", "whereas", "yet", "though", "although", "as", "because", "so", "after", "when",
    "once", "despite", "amid", "thanks", "even",
];

/// Does a clause end there: at a stop, or before words that begin the next one?
pub(super) fn clause_ends(c: Chunks<'_>) -> bool {
    is_stop(c, 0) || c.is(0, NEXT) || c.are(&["in", "spite"])
}

/// "according to X", "per X", "citing X", "as reported by X": up to the next
/// stop. How many chunks it takes.
pub(super) fn attribution(c: Chunks<'_>) -> Option<usize> {
    let start = if c.is(0, words!["according"]) && c.is(1, words!["to"]) {
        2
    } else if c.is(0, words!["per", "citing"])
        && !matches!(c.phrase(1), Some(Phrase::Percent(_) | Phrase::Amount { .. }))
        && !c.is(1, words!["week", "cent"])
        && (is_capital(c, 1) || c.is(1, words!["the"]))
    {
        1
    } else if c.is(0, words!["as"])
        && c.is(1, words!["reported", "tracked", "measured", "shown", "noted", "calculated"])
        && c.is(2, words!["by", "in"])
    {
        3
    } else if c.is(0, words!["by"]) && !c.is(1, words!["that", "this"]) && says_later(c) {
        1
    } else {
        return None;
    };
    let mut end = start;
    while !is_stop(c, end) && !c.get(end).is_some_and(crate::en::phrase::Chunk::is_figure) {
        end += 1;
    }
    Some(end)
}

fn is_capital(c: Chunks<'_>, ahead: usize) -> bool {
    c.get(ahead).is_some_and(|chunk| c.text(chunk.first).starts_with(char::is_uppercase))
}

/// "by X's calculation from Y data".
fn says_later(c: Chunks<'_>) -> bool {
    (1..8).any(|ahead| {
        c.is(
            ahead,
            words!["calculation", "calculations", "count", "estimate", "estimates", "tally", "reckoning"],
        )
    })
}

/// "According to a false report": what it says is not so.
pub(super) fn is_false_source(c: Chunks<'_>, count: usize) -> bool {
    const FALSE: &Words = words![
        "false", "fake", "mistaken", "wrong", "erroneous", "incorrect", "satirical", "disputed", "debunked",
        "retracted", "fabricated", "rumour", "rumours", "rumor", "rumors", "legend", "joke", "satire",
    ];
    (0..count).any(|ahead| c.is(ahead, FALSE))
}

/// Words that make of what somebody says what is not so.
pub(super) const NEGATED: &Words = words![
    "not", "n't", "n’t", "never", "no", "nobody", "none", "nothing", "few", "falsely", "wrongly",
    "incorrectly", "mistakenly", "rejected", "rejects", "dismissed", "dismisses", "doubts", "doubted",
    "refused", "nonsense", "wrong", "erroneously", "called", "labelled", "labeled", "branded", "termed",
    "dubbed",
];

/// "X said that", "data from X show", "it denied that": how many chunks it
/// takes, and the mood of what follows.
pub(super) fn saying(c: Chunks<'_>) -> Option<(usize, Mood)> {
    // "If X says that": under that condition.
    if !c.reports || condition(c).is_some() {
        return None;
    }
    let mut source = false;
    let (mut negated, mut withdrawn, mut rumoured) = (false, false, false);
    let (mut told, mut relative) = (false, false);
    for ahead in 0..24 {
        let chunk = c.get(ahead)?;
        if chunk.is_figure() && !is_chart(c, ahead) || (is_stop(c, ahead) && !c.is(ahead, words![","])) {
            return None;
        }
        // "X widened its lead, data showed": the clause before it is what is said.
        if c.is(ahead, words![","]) && told {
            return None;
        }
        relative |= c.is(ahead, words!["which", "who", "that", "whose"]);
        source |= is_source(c, ahead) || is_chart(c, ahead);
        negated |= c.is(ahead, NEGATED);
        // "An earlier version of this article said".
        withdrawn |= c.is(ahead, words!["version", "draft"])
            && ahead > 0
            && c.is(ahead - 1, words!["earlier", "previous", "original", "prior", "initial"]);
        rumoured |= c.is(ahead, RUMOURS);
        let Some(verb) = c.verb(ahead) else { continue };
        let says = verb.frames.any(Frames::SAY.and(Frames::DENY).and(Frames::FORECAST));
        told |= !relative && !says && ahead > 0 && is_past_or_present(verb.form) && c.noun(ahead).is_none();
        // "Denied a report that".
        negated |= verb.frames.any(Frames::DENY) && ahead > 0;
        // "Analysts point out that".
        let out = usize::from(c.is(ahead + 1, words!["out"]) && c.is(ahead + 2, words!["that"]));
        let mut next = ahead + 1 + out + usize::from(is_day_of_saying(c, ahead + 1));
        let that = c.is(next, words!["that"]) && !c.is(next + 1, words!["of", "in"]);
        let mood = if verb.frames.any(Frames::DENY) || negated || withdrawn || corrected(c) {
            Mood::Denied
        } else if verb.frames.any(Frames::FORECAST) && (that || !verb.frames.any(Frames::SAY)) {
            Mood::Forecast
        } else if verb.frames.any(Frames::SAY) && (rumoured || is_supposed(c, ahead)) {
            Mood::Framed
        } else if verb.frames.any(Frames::SAY) {
            Mood::Plain
        } else {
            continue;
        };
        if that {
            return Some((next + 1, mood));
        }
        let speech = ahead > 0 && c.is(ahead, words!["said", "says"]);
        // "X led Y, said its maker": nothing is said behind it.
        if speech && c.is(ahead - 1, words![","]) && !is_clause(c.skip(next)) {
            return None;
        }
        if (mood == Mood::Plain || withdrawn) && (source || speech) && !c.is(next, words!["to", "by"]) {
            while c.entry(next).adverb {
                next += 1;
            }
            let clause = matches!(c.phrase(next), Some(Phrase::Name(_)))
                || c.is(next, words!["the", "total", "global", "weekly", "its", "their", "three", "all"])
                || c.noun(next) == Some(crate::en::lexicon::Noun::Volume)
                || matches!(c.phrase(next), Some(Phrase::Time(_) | Phrase::Number(_) | Phrase::Place(_)));
            if clause {
                return Some((next, mood));
            }
        }
    }
    None
}

/// "[Learned] on June 29 that": when it was said, not when it was so.
fn is_day_of_saying(c: Chunks<'_>, ahead: usize) -> bool {
    matches!(c.phrase(ahead), Some(Phrase::Time(_))) && c.is(ahead + 1, words!["that"])
}

/// "The data", "the company": who or what says it.
pub(super) fn is_source(c: Chunks<'_>, ahead: usize) -> bool {
    c.is(ahead, sources::COUNTS) || c.is(ahead, sources::SPEAKERS)
}

/// "The chart shows".
pub(super) fn is_chart(c: Chunks<'_>, ahead: usize) -> bool {
    matches!(c.phrase(ahead), Some(Phrase::Place(crate::en::phrase::place::Place::Board)))
        || c.noun(ahead) == Some(crate::en::lexicon::Noun::Board)
}

/// Has it a finite verb before the next stop?
fn is_clause(c: Chunks<'_>) -> bool {
    use crate::en::lexicon::Form;
    let finite = |ahead: usize| {
        c.verb(ahead)
            .is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third) || verb.frames.any(Frames::BE))
    };
    (0..c.len()).take_while(|ahead| !is_stop(c, *ahead)).any(finite)
}

/// What nobody vouches for.
pub(super) const RUMOURS: &Words =
    words!["rumour", "rumours", "rumor", "rumors", "gossip", "legend", "hoax", "joke", "satire", "parody"];

/// "To say that", "it cannot be said that": is it said at all?
fn is_supposed(c: Chunks<'_>, verb: usize) -> bool {
    let before = verb.checked_sub(1);
    before.is_some_and(|before| {
        let ing = c.verb(verb).is_some_and(|verb| verb.form == crate::en::lexicon::Form::Ing);
        let supposed = c.is(
            before,
            words!["to", "be", "cannot", "can", "could", "would", "may", "might", "should", "must"],
        );
        // "Stopped claiming that".
        supposed || ing && c.is(before, words!["stopped", "stops", "stop", "avoided", "avoids", "quit"])
    })
}

const fn is_past_or_present(form: Form) -> bool {
    matches!(form, Form::Past | Form::Third)
}

/// "it is not true that", "there is no evidence that", "the claim that": what
/// follows is not asserted. How many chunks it takes, and the mood.
pub(super) fn framed(c: Chunks<'_>) -> Option<(usize, Mood)> {
    const DENIALS: &Words = words![
        "not", "n't", "n’t", "no", "false", "untrue", "myth", "wrong", "nobody", "none", "hardly", "never",
        "doubtful", "impossible", "incorrect", "nothing", "misleading", "little", "neither",
    ];
    const DOUBTS: &Words = words![
        "likely", "unlikely", "possible", "probable", "conceivable", "expected", "hoped", "feared",
        "unclear", "seems", "seemed", "appears", "appeared",
    ];
    const IDEAS: &Words = words![
        "claim", "claims", "idea", "notion", "suggestion", "belief", "myth", "rumour", "rumor", "assertion",
        "possibility", "hope", "prospect", "impression",
    ];
    if !c.seen.any(Seen::THAT) || super::inverted::cleft(c).is_some() {
        return None;
    }
    let that = (1..12).find(|ahead| c.is(*ahead, words!["that"]) && !c.is(ahead + 1, words!["of", "in"]))?;
    let words = || 0..that;
    if words().any(|ahead| is_stop(c, ahead) || c.get(ahead).is_some_and(crate::en::phrase::Chunk::is_figure))
    {
        return None;
    }
    // "Nobody expected that a month earlier, when X led": what was said before, not what follows.
    // "Data shows that last week, X led" says it.
    let clause = || {
        super::noun_phrase::noun_phrase(c.skip(that + 3))
            .is_some_and(|(rest, _)| super::verb_group::verb_group(rest, true).is_some())
    };
    let says = |ahead: usize| c.verb(ahead).is_some_and(|verb| verb.frames.any(Frames::SAY));
    let told = (0..that).any(|ahead| is_source(c, ahead) || says(ahead));
    if matches!(c.phrase(that + 1), Some(Phrase::Time(_)))
        && is_stop(c, that + 2)
        && !(told && c.is(that + 2, words![","]) && clause())
    {
        return Some((that + 1, Mood::Framed));
    }
    if is_fact(c, that) {
        return Some((that + 1, Mood::Plain));
    }
    if is_undisputed(c, that) {
        return Some((that + 1, Mood::Plain));
    }
    // "It was not until May that": what is denied is the time before.
    let until = matches!(c.phrase(that - 1), Some(Phrase::Time(time)) if time.role == crate::en::phrase::time::Role::Until);
    let denies = !until && words().any(|ahead| c.is(ahead, DENIALS));
    let idea = c.is(that - 1, IDEAS);
    if is_untrue(c, that) {
        return Some((that + 1, Mood::Untrue));
    }
    let opens = c.is(0, words!["it", "there", "nobody", "no", "few", "neither", "nothing"]);
    if idea || (denies && opens) {
        return Some((that + 1, Mood::Denied));
    }
    if opens && words().any(|ahead| c.is(ahead, DOUBTS)) {
        return Some((that + 1, Mood::Forecast));
    }
    (opens
        && words()
            .any(|ahead| c.is(ahead, words!["true", "clear", "notable", "fact", "certain", "remarkable"])))
    .then_some((that + 1, Mood::Plain))
}

/// "it is no surprise that", "it should be noted that", "the upshot is that", "what stands out is
/// that", "the data make clear that", "remember that": what follows is so.
fn is_fact(c: Chunks<'_>, that: usize) -> bool {
    const NO_DOUBT: &Words =
        words!["surprise", "secret", "accident", "wonder", "coincidence", "doubt", "question", "denying"];
    const FACTS: &Words = words![
        "fact", "facts", "upshot", "truth", "point", "result", "outcome", "takeaway", "news", "thing",
        "conclusion", "message", "lesson", "surprise", "finding", "findings", "headline", "gist", "picture",
        "story", "detail", "line", "twist", "irony", "highlight", "constant", "difference", "reality",
    ];
    const PLAIN: &Words = words![
        "true", "clear", "notable", "fact", "certain", "remarkable", "plain", "obvious", "evident",
        "telling", "striking", "noted", "noting", "worth", "noteworthy", "surprising", "unsurprising",
        "undeniable",
    ];
    const HEDGED: &Words = words![
        "if", "not", "n't", "n’t", "seems", "seemed", "may", "might", "would", "could", "hardly", "never",
        "whether", "claim", "rumour", "rumor", "far", "becomes",
    ];
    let any = |words: &Words| (0..that).any(|ahead| c.is(ahead, words));
    let be = (0..that).any(|ahead| c.verb(ahead).is_some_and(|verb| verb.frames.any(Frames::BE)));
    let before = that - 1;
    if any(HEDGED) {
        return false;
    }
    let it = c.is(0, words!["it", "there"]);
    let nothing_strange = it && be && c.is(before, NO_DOUBT) && c.is(before.saturating_sub(1), words!["no"]);
    let noted = it && any(PLAIN) && !any(words!["no", "nothing", "nobody", "little"]);
    let turned = it && c.is(1, words!["turns", "turned"]) && c.is(2, words!["out"]);
    let the_fact = c.is(0, words!["the", "what", "one"])
        && be
        && c.is(before, words!["is", "was"])
        && (any(FACTS) || c.is(0, words!["what"]));
    let made_clear = c.is(before, words!["clear", "plain", "obvious"])
        && c.is(before.saturating_sub(1), words!["make", "makes", "made"]);
    let told = c.is(0, words!["note", "remember", "recall", "consider", "bear", "keep"])
        && (that == 1 || c.is(1, words!["in", "too", "also"]));
    nothing_strange || noted || turned || the_fact || made_clear || told
}

/// "Nobody disputes that", "the numbers leave no doubt that", "the platform's own count has it that".
fn is_undisputed(c: Chunks<'_>, that: usize) -> bool {
    let verb = that - 1;
    let nobody = c.is(0, words!["nobody", "none"]) || c.is(0, words!["no"]) && c.is(1, words!["one"]);
    let disputes = c.verb(verb).is_some_and(|verb| {
        verb.frames.any(Frames::DENY) && matches!(verb.form, Form::Past | Form::Third | Form::Base)
    }) || c.is(verb, words!["question", "questions", "questioned"]);
    let doubt = that > 3
        && c.is(that - 1, words!["doubt"])
        && c.is(that - 2, words!["no", "little"])
        && c.is(that - 3, words!["leave", "leaves", "left"]);
    let has_it = that > 2
        && c.is(that - 1, words!["it"])
        && c.is(that - 2, words!["has", "have", "had"])
        && (0..that).any(|ahead| is_source(c, ahead));
    let rumoured = (0..that).any(|ahead| c.is(ahead, RUMOURS));
    !rumoured && (nobody && disputes && that < 5 || doubt || has_it)
}

/// "it is not the case that": the text itself denies what follows. "It is not
/// true that" answers somebody else, and who said what is not said.
fn is_untrue(c: Chunks<'_>, that: usize) -> bool {
    let begins = c.is(0, words!["it"]) && c.is(1, words!["is", "was"]) && c.is(2, words!["not"]);
    begins && that == 5 && c.is(3, words!["the"]) && c.is(4, words!["case"])
}

/// "…, but the real figure was": what was said before is not so.
fn corrected(c: Chunks<'_>) -> bool {
    const TRUTH: &Words = words!["real", "actual", "true", "correct", "reality", "actually"];
    (0..c.len()).any(|ahead| c.is(ahead, words!["but"]) && (1..4).any(|more| c.is(ahead + more, TRUTH)))
}

/// Verbs that ask the reader to reckon otherwise.
const SUPPOSING: &Words = words![
    "take", "strip", "remove", "exclude", "ignore", "subtract", "discount", "include", "count", "add",
    "leave", "imagine", "suppose", "assume", "set", "drop", "forget",
];

/// "Even if", "Without X, Y would have led", "Had X not slipped, Y would have led".
fn supposed_otherwise(c: Chunks<'_>) -> Option<Mood> {
    let begins = c.at == 0 || is_stop(Chunks { at: c.at - 1, ..c }, 0);
    let would = || {
        let comma = (2..14).find(|ahead| c.is(*ahead, words![","]))?;
        (comma + 1..c.len())
            .take_while(|ahead| !is_stop(c, *ahead))
            .find(|ahead| c.is(*ahead, words!["would", "could", "might", "'d", "’d"]))
    };
    let narrowly = c.is(2, words!["only", "just", "barely", "narrowly", "not"]);
    let even = c.is(0, words!["even"]) && c.is(1, words!["if"]) && !narrowly;
    let otherwise = begins && c.is(0, words!["without", "had", "absent"]) && would().is_some();
    (even || otherwise).then_some(Mood::Conditional)
}

/// "if", "unless", "whether": what follows is not asserted.
pub(super) fn condition(c: Chunks<'_>) -> Option<Mood> {
    // "…, if only just": narrowly, and yet.
    if c.is(0, words!["if"]) && c.is(1, words!["only"]) && c.is(2, words!["just", "barely", "narrowly"]) {
        return None;
    }
    if let Some(mood) = supposed_otherwise(c) {
        return Some(mood);
    }
    // "Were X to fall", but "X rose and were first".
    let were = c.is(0, words!["were"])
        && !(1..8).any(|ahead| c.is(ahead, words!["to"]) && c.verb(ahead + 1).is_some());
    // "Should X fall, …", but "X rose and should pass Y soon".
    let modal = c.is(0, words!["should"]) && c.verb(1).is_some_and(|verb| verb.form == Form::Base);
    if c.is(0, words!["if", "unless", "should", "assuming", "provided", "were"])
        && !c.is(1, words!["anything"])
        && !were
        && !modal
    {
        return Some(Mood::Conditional);
    }
    // "Take X out and Y is behind": only then.
    let supposed = (c.at == 0 || matches!(c.word_before(), "." | ";" | ":" | "—" | "–"))
        && c.is(0, SUPPOSING)
        && (2..12)
            .take_while(|ahead| !is_stop(c, *ahead) || c.is(*ahead, words![","]))
            .any(|ahead| c.is(ahead, words!["and"]));
    if supposed {
        return Some(Mood::Conditional);
    }
    let surprise = c.is(1, words!["surprisingly", "unsurprisingly", "unexpectedly", "not"]);
    if c.at == 0 && c.is(0, words!["perhaps", "maybe"]) && !surprise {
        return Some(Mood::Forecast);
    }
    c.is(0, words!["whether"]).then_some(Mood::Question)
}
