//! The words around a number that shift what it means.

use recount_model::Hedge;

use crate::token::{Tokens, is_hyphen, phrase};
use nom::Parser;

/// What may follow a first word, longest first, and what both mean together;
/// an empty rest is the word alone.
type Rows = &'static [(&'static str, Hedge)];

use Hedge::{About, AtLeast, AtMost, Bare, DownTo, Exactly, JustOver, LessThan, MoreThan, Nearly, UpTo};

/// The hedges that start with `first`.
fn rows(first: &str) -> Rows {
    match first {
        "more" => MORE,
        "greater" | "higher" | "larger" | "bigger" => GREATER,
        "less" | "fewer" | "lower" | "smaller" => LESS,
        "equal" => EQUAL,
        "over" | "above" | "exceeding" | "topping" | "surpassing" | "beyond" | ">" => &[("", MoreThan)],
        "upwards" | "upward" | "north" => &[("of", MoreThan)],
        "well" | "far" | "much" | "comfortably" => WELL,
        "at" => AT,
        "no" | "not" => NOT,
        "minimum" => &[("of", AtLeast), ("", AtLeast)],
        "maximum" => &[("of", AtMost), ("", AtMost)],
        "≥" => &[("", AtLeast)],
        "≤" => &[("", AtMost)],
        "under" | "below" | "<" => &[("", LessThan)],
        "south" => &[("of", LessThan)],
        "up" => &[("to", UpTo)],
        "as" => AS,
        "nearly" | "almost" | "approaching" | "nearing" | "near" | "practically" | "virtually" => {
            &[("", Nearly)]
        }
        "close" => &[("to", Nearly), ("on", Nearly)],
        "anything" => &[("up to", UpTo)],
        "shy" | "short" => &[("of", Nearly)],
        "just" => JUST,
        "slightly" | "marginally" => SLIGHTLY,
        "little" => &[("more than", JustOver), ("less than", Nearly)],
        "a" => A,
        "an" => AN,
        "about" | "around" | "roughly" | "some" | "approximately" | "circa" | "estimated" => &[("", About)],
        "barely" | "scarcely" => BARELY,
        "hardly" => &[("more than", MoreThan), ("over", MoreThan)],
        "~" | "∼" | "≈" | "～" => &[("", About)],
        "approx" | "ca" => &[(".", About), ("", About)],
        "c" => &[(".", About)],
        "in" => &[
            ("the region of", About),
            ("the neighborhood of", About),
            ("the neighbourhood of", About),
            ("excess of", MoreThan),
        ],
        "on" | "of" => &[("the order of", About)],
        "somewhere" => SOMEWHERE,
        "something" => &[("like", About)],
        "exactly" | "precisely" => &[("", Exactly)],
        "very" => &[("roughly", About), ("nearly", Nearly), ("close to", Nearly)],
        "better" => &[("than", MoreThan)],
        "nigh" => &[("on", Nearly)],
        "getting" => &[("on for", Nearly)],
        "only" => &[("about", About), ("around", About), ("slightly more than", JustOver), ("", Bare)],
        "merely" | "fully" => &[("", Bare)],
        _ => &[],
    }
}

/// How great a figure is found changes nothing of it.
const AN: Rows = &[
    ("estimated", About),
    ("impressive", Bare),
    ("incredible", Bare),
    ("astonishing", Bare),
    ("astounding", Bare),
    ("eye watering", Bare),
    ("enormous", Bare),
    ("extraordinary", Bare),
];

const MORE: Rows = &[
    ("or less", About),
    ("than or equal to", AtLeast),
    ("or equal to", AtLeast),
    ("or equal than", AtLeast),
    ("than", MoreThan),
];

const GREATER: Rows = &[
    ("than or equal to", AtLeast),
    ("or equal to", AtLeast),
    ("or equal than", AtLeast),
    ("than", MoreThan),
];

const LESS: Rows =
    &[("than or equal to", AtMost), ("or equal to", AtMost), ("or equal than", AtMost), ("than", LessThan)];

const EQUAL: Rows = &[
    ("to or more than", AtLeast),
    ("to or greater than", AtLeast),
    ("to or less than", AtMost),
    ("to or fewer than", AtMost),
];

const AT: Rows = &[
    ("least or equal to", AtLeast),
    ("most or equal to", AtMost),
    ("least", AtLeast),
    ("most", AtMost),
    ("the least", AtLeast),
    ("the very least", AtLeast),
    ("the most", AtMost),
    ("the very most", AtMost),
];

const SOMEWHERE: Rows = &[
    ("around", About),
    ("near", About),
    ("in the region of", About),
    ("in the neighborhood of", About),
    ("in the neighbourhood of", About),
    ("north of", MoreThan),
    ("south of", LessThan),
];

const WELL: Rows = &[
    ("in excess of", MoreThan),
    ("more than", MoreThan),
    ("less than", LessThan),
    ("fewer than", LessThan),
    ("above", MoreThan),
    ("below", LessThan),
    ("beyond", MoreThan),
    ("over", MoreThan),
    ("under", LessThan),
];

const NOT: Rows = &[
    ("more than", AtMost),
    ("greater than", AtMost),
    ("higher than", AtMost),
    ("larger than", AtMost),
    ("less than", AtLeast),
    ("fewer than", AtLeast),
    ("lower than", AtLeast),
    ("smaller than", AtLeast),
    ("exceeding", AtMost),
    ("quite", Nearly),
    ("even", LessThan),
    ("far short of", Nearly),
    ("far shy of", Nearly),
];

const AS: Rows = &[
    ("many as", UpTo),
    ("much as", UpTo),
    ("high as", UpTo),
    ("few as", DownTo),
    ("little as", DownTo),
    ("low as", DownTo),
    ("good as", Nearly),
];

const JUST: Rows = &[
    ("a bit over", JustOver),
    ("a little over", JustOver),
    ("slightly over", JustOver),
    ("slightly under", Nearly),
    ("a bit under", Nearly),
    ("a little under", Nearly),
    ("more than", JustOver),
    ("less than", Nearly),
    ("short of", Nearly),
    ("shy of", Nearly),
    ("over", JustOver),
    ("above", JustOver),
    ("under", Nearly),
    ("below", Nearly),
    ("about", About),
    ("around", About),
    ("", Bare),
];

/// How little is meant by these, nobody says.
const BARELY: Rows = &[
    ("more than", MoreThan),
    ("over", MoreThan),
    ("above", MoreThan),
    ("less than", LessThan),
    ("under", LessThan),
    ("below", LessThan),
    ("", About),
];

const SLIGHTLY: Rows = &[
    ("more than", JustOver),
    ("higher than", JustOver),
    ("over", JustOver),
    ("above", JustOver),
    ("less than", Nearly),
    ("fewer than", Nearly),
    ("lower than", Nearly),
    ("under", Nearly),
    ("below", Nearly),
];

const A: Rows = &[
    ("little more than", JustOver),
    ("little less than", Nearly),
    ("little over", JustOver),
    ("little above", JustOver),
    ("little under", Nearly),
    ("little below", Nearly),
    ("bit more than", JustOver),
    ("bit less than", Nearly),
    ("bit over", JustOver),
    ("bit above", JustOver),
    ("bit under", Nearly),
    ("bit below", Nearly),
    ("touch more than", JustOver),
    ("touch less than", Nearly),
    ("touch over", JustOver),
    ("touch above", JustOver),
    ("touch under", Nearly),
    ("touch below", Nearly),
    ("touch short of", Nearly),
    ("touch shy of", Nearly),
    ("shade more than", JustOver),
    ("shade less than", Nearly),
    ("shade over", JustOver),
    ("shade above", JustOver),
    ("shade under", Nearly),
    ("shade below", Nearly),
    ("shade short of", Nearly),
    ("shade shy of", Nearly),
    ("hair more than", JustOver),
    ("hair less than", Nearly),
    ("hair over", JustOver),
    ("hair above", JustOver),
    ("hair under", Nearly),
    ("hair below", Nearly),
    ("hair short of", Nearly),
    ("hair shy of", Nearly),
    ("tad more than", JustOver),
    ("tad less than", Nearly),
    ("tad over", JustOver),
    ("tad above", JustOver),
    ("tad under", Nearly),
    ("tad below", Nearly),
    ("tad short of", Nearly),
    ("tad shy of", Nearly),
    ("fraction more than", JustOver),
    ("fraction less than", Nearly),
    ("fraction over", JustOver),
    ("fraction above", JustOver),
    ("fraction under", Nearly),
    ("fraction below", Nearly),
    ("fraction short of", Nearly),
    ("fraction shy of", Nearly),
    ("whisker more than", JustOver),
    ("whisker less than", Nearly),
    ("whisker over", JustOver),
    ("whisker above", JustOver),
    ("whisker under", Nearly),
    ("whisker below", Nearly),
    ("whisker short of", Nearly),
    ("whisker shy of", Nearly),
    ("smidgen more than", JustOver),
    ("smidgen less than", Nearly),
    ("smidgen over", JustOver),
    ("smidgen above", JustOver),
    ("smidgen under", Nearly),
    ("smidgen below", Nearly),
    ("smidgen short of", Nearly),
    ("smidgen shy of", Nearly),
    ("minimum of", AtLeast),
    ("maximum of", AtMost),
    ("total of", Bare),
    ("mere", Bare),
    ("whopping", Bare),
    ("staggering", Bare),
    ("cool", Bare),
    ("hefty", Bare),
    ("huge", Bare),
    ("massive", Bare),
    ("modest", Bare),
    ("paltry", Bare),
    ("respectable", Bare),
];

/// The hedge before a number, and what is left; [`Hedge::Bare`] and all of
/// `input` where there is none.
pub(super) fn before(input: Tokens<'_>) -> (Hedge, Tokens<'_>) {
    let sign = input.peek();
    let next_is_equals = input.peek_at(1) == "=";
    match sign {
        ">" if next_is_equals => return (AtLeast, input.skip(2)),
        "<" if next_is_equals => return (AtMost, input.skip(2)),
        _ => {}
    }
    let rest = input.skip(1);
    // "Not even a 17 % jump": the jump is so large, and was not enough.
    let a_figure = sign == "not"
        && input.peek_at(1) == "even"
        && matches!(input.peek_at(2), "a" | "an")
        && input.rest.get(3).is_some_and(|token| token.kind == crate::token::Kind::Number);
    if a_figure {
        return (Bare, input);
    }
    for (words, hedge) in rows(sign) {
        if words.is_empty() {
            return (*hedge, rest);
        }
        if let Ok((rest, ())) = phrase(words).parse(rest) {
            return (*hedge, rest);
        }
    }
    (Bare, input)
}

/// The hedge glued to a number: `100+`, `100-plus`, `100-odd`, `100-ish`.
pub(super) fn glued(input: Tokens<'_>) -> Option<(Tokens<'_>, Hedge)> {
    let sign = input.first()?;
    if !sign.glued {
        return None;
    }
    if input.text_of(sign) == "+" {
        let next = input.skip(1).first();
        let number = next.is_some_and(|next| next.glued && next.kind == crate::token::Kind::Number);
        return (!number).then(|| (input.skip(1), MoreThan));
    }
    // "20ish".
    if input.peek() == "ish" {
        return Some((input.skip(1), About));
    }
    if !is_hyphen(input.text_of(sign)) {
        return None;
    }
    match input.peek_at(1) {
        "plus" => Some((input.skip(2), MoreThan)),
        "odd" | "ish" => Some((input.skip(2), About)),
        _ => None,
    }
}

/// What may stand behind a quantity, longest first.
const BEHIND: Rows = &[
    ("or so", About),
    ("or thereabouts", About),
    ("give or take", About),
    ("more or less", About),
    ("or more", AtLeast),
    ("or even more", AtLeast),
    ("or perhaps more", AtLeast),
    ("or possibly more", AtLeast),
    ("or higher", AtLeast),
    ("or above", AtLeast),
    ("or greater", AtLeast),
    ("or over", AtLeast),
    ("or upwards", AtLeast),
    ("and then some", MoreThan),
    ("and change", MoreThan),
    ("and above", AtLeast),
    ("and more", AtLeast),
    ("and over", AtLeast),
    ("and higher", AtLeast),
    ("and upwards", AtLeast),
    ("and up", AtLeast),
    ("and below", AtMost),
    ("and under", AtMost),
    ("and lower", AtMost),
    ("and less", AtMost),
    ("and fewer", AtMost),
    ("at the least", AtLeast),
    ("at the very least", AtLeast),
    ("at the most", AtMost),
    ("at least", AtLeast),
    ("or less", AtMost),
    ("or fewer", AtMost),
    ("or lower", AtMost),
    ("or below", AtMost),
    ("or under", AtMost),
    ("at most", AtMost),
];

/// The hedge behind a quantity: `or so`, `or more`, `or less`.
pub(super) fn after(input: Tokens<'_>) -> Option<(Tokens<'_>, Hedge)> {
    if input.peek() == "," {
        return set_off(input.skip(1));
    }
    if !matches!(input.peek(), "or" | "and" | "at" | "give" | "more") {
        return glued(input);
    }
    BEHIND.iter().find_map(|(words, hedge)| {
        let (rest, ()) = phrase(words).parse(input).ok()?;
        let said = words.starts_with("and");
        // "4 trillion or more than": the hedge of the next number; "200 or
        // greater than" alone is none.
        let than = rest.peek() == "than";
        let rest = if than && !said && ends_clause(rest.skip(1)) { rest.skip(1) } else { rest };
        // "200 and up 5 %", "200 and less of it": something else begins.
        let open = said
            && !ends_clause(rest)
            && !matches!(
                *words,
                "and then some"
                    | "and change"
                    | "and above"
                    | "and more"
                    | "and over"
                    | "and below"
                    | "and under"
            );
        (rest.peek() != "than" && !open && !next_is_number(rest)).then_some((rest, *hedge))
    })
}

/// The hedge between commas: `, give or take,`, `, perhaps more`.
fn set_off(input: Tokens<'_>) -> Option<(Tokens<'_>, Hedge)> {
    const ROWS: Rows = &[
        ("or so", About),
        ("or thereabouts", About),
        ("give or take", About),
        ("more or less", About),
        ("give or take a little", About),
        ("perhaps more", AtLeast),
        ("maybe more", AtLeast),
        ("possibly more", AtLeast),
        ("probably more", AtLeast),
        ("if not more", AtLeast),
        ("or even more", AtLeast),
        ("or perhaps more", AtLeast),
        ("at least", AtLeast),
        ("at the very least", AtLeast),
        ("at most", AtMost),
        ("at the most", AtMost),
        ("at the very most", AtMost),
    ];
    if !matches!(
        input.peek(),
        "or" | "give" | "more" | "perhaps" | "maybe" | "possibly" | "probably" | "if" | "at"
    ) {
        return None;
    }
    ROWS.iter().find_map(|(words, hedge)| {
        let (rest, ()) = phrase(words).parse(input).ok()?;
        // Where a comma, or nothing, closes it again.
        ends_clause(rest).then(|| (rest.skip(usize::from(rest.peek() == ",")), *hedge))
    })
}

/// The hedge behind a number and what it counts: "4 trillion tokens or more", "or so", "or
/// less", ", give or take,".
pub(in crate::en::phrase) fn behind_unit(input: Tokens<'_>) -> Option<(Tokens<'_>, Hedge)> {
    let found = match input.peek() {
        "," => set_off(input.skip(1)),
        "or" | "give" | "more" => after(input),
        "and" if input.peek_at(1) == "then" => after(input),
        "at" => after(input).filter(|(rest, _)| ends_clause(*rest)),
        _ => None,
    };
    found.filter(|(rest, _)| rest.peek() != "than")
}

/// `or equal [to it]` behind what a strict bound is told by: the bound itself, too.
pub(super) fn or_equal(input: Tokens<'_>, strict: Hedge) -> Option<(Tokens<'_>, Hedge)> {
    let closed = match strict {
        MoreThan => AtLeast,
        LessThan => AtMost,
        _ => return None,
    };
    let (rest, ()) = phrase("or equal").parse(input).ok()?;
    let rest = rest.skip(usize::from(rest.peek() == "to"));
    let it = matches!(rest.peek(), "it" | "that") && ends_clause(rest.skip(1));
    ends_clause(rest).then_some((rest, closed)).or_else(|| it.then(|| (rest.skip(1), closed)))
}

/// Does nothing follow in this clause?
fn ends_clause(input: Tokens<'_>) -> bool {
    input.first().is_none_or(|next| next.kind == crate::token::Kind::Symbol)
}

/// Does a number follow, which the words then belong to ("at least five")?
fn next_is_number(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|token| token.kind == crate::token::Kind::Number)
        || super::words::group(input, super::number::And::Joins).is_some()
}
