//! The rules, in the order in which they are tried, each with its gate.

use super::*;
use crate::en::clause::gate::{Has, Kinds, Need, Where, at, behind, phrase, word};
use crate::en::lexicon::Noun;
use crate::token::WordSet;

/// One way of saying a sentence in other words, where a clause begins at a place.
pub(super) type Run = for<'p> fn(Chunks<'p>, usize) -> Option<Recast>;

/// A way of saying a sentence in other words, and where that may be one.
pub(super) struct Rule {
    /// What is said instead.
    pub(super) run: Run,
    /// The places of clauses at which it may apply.
    pub(super) at: Where,
    /// What the sentence has, all of it, where it may apply.
    pub(super) needs: &'static [Need],
}

/// The rules that may apply somewhere in a sentence, a bit for each.
pub(super) fn open(c: Chunks<'_>) -> u128 {
    let has = Has::of(c);
    let open = |(rule, gate): (usize, &Rule)| u128::from(has.all(gate.needs)) << rule;
    RULES.iter().enumerate().map(open).fold(0, |all, rule| all | rule)
}

/// What the open rules make of the sentence where a clause begins at a place.
pub(super) fn tried<'p>(c: Chunks<'p>, open: u128, place: usize) -> impl Iterator<Item = Recast> + 'p {
    debug_assert!(shut_in_vain(c, open, place).is_none(), "{:?}", shut_in_vain(c, open, place));
    let mut left = open;
    let rules = std::iter::from_fn(move || {
        let next = RULES.get(left.trailing_zeros() as usize)?;
        left &= left.wrapping_sub(1);
        Some(next)
    });
    rules.filter_map(move |rule| if rule.at.fits(c, place) { (rule.run)(c, place) } else { None })
}

/// A rule that would make something of the sentence where its gate is shut, by its number, and the sentence.
fn shut_in_vain(c: Chunks<'_>, open: u128, place: usize) -> Option<(usize, &str)> {
    let shut = |(number, rule): &(usize, &Rule)| open >> number & 1 == 0 || !rule.at.fits(c, place);
    let mut shut = RULES.iter().enumerate().filter(shut);
    shut.find(|(_, rule)| (rule.run)(c, place).is_some()).map(|(number, _)| (number, c.tokens.text))
}

const _: () = assert!(RULES.len() < u128::BITS as usize, "a bit for each rule");

pub(super) const RULES: &[Rule] = &[
    Rule { run: without_turns::without_turns, at: Where::First, needs: &[] },
    Rule { run: plain::plain_words, at: Where::First, needs: &[] },
    Rule { run: cleft::cleft, at: Where::First, needs: &[word(words!["it"]), phrase(Kinds::TIME)] },
    Rule { run: label::without_label, at: Where::First, needs: &[word(words!["("]), word(words![")"])] },
    Rule { run: by_example::such_as, at: Where::First, needs: &[word(words!["such"]), word(words!["as"])] },
    Rule { run: by_example::made_by, at: Where::First, needs: &[word(words!["by"])] },
    Rule {
        run: item_figures::place_then_figure, at: Where::First, needs: &[word(words![":", "—", "–"])]
    },
    Rule {
        run: item_figures::of_tokens_in_top,
        at: Where::First,
        needs: &[phrase(Kinds::PLACE), phrase(Kinds::PERCENT), word(words!["of"])],
    },
    Rule {
        run: plain::now_ahead,
        at: Where::Anywhere,
        needs: &[word(words!["now", "currently", "already"])],
    },
    Rule { run: amount_amid::amount_amid, at: Where::Anywhere, needs: &[word(words!["with", "at"])] },
    Rule {
        run: more_than_then::more_than_then,
        at: Where::First,
        needs: &[word(words!["more", "fewer", "less"]), phrase(Kinds::TIME)],
    },
    Rule { run: as_it_did::as_it_did, at: Where::First, needs: &[word(words!["did", "does", "do"])] },
    Rule {
        run: amount_amid::to_part_of_whole,
        at: Where::Anywhere,
        needs: &[phrase(Kinds::PERCENT), word(words!["to", "below", "above"]), word(words!["of"])],
    },
    Rule { run: named_source::named_source, at: Where::First, needs: &[] },
    Rule { run: named_source::ranking_of, at: Where::First, needs: &[word(words!["of"])] },
    Rule { run: adverb_first::adverb_first, at: Where::First, needs: &[] },
    Rule {
        run: top_places::places_in_a_row,
        at: Where::First,
        needs: &[phrase(Kinds::ORDINAL), word(words!["to", "through", "-", "–"])],
    },
    Rule {
        run: weekly::change_for_weeks, at: behind(words![",", "—", "–"]), needs: &[phrase(Kinds::WEEKS)]
    },
    Rule { run: orders::majority, at: Where::First, needs: &[word(words!["majority", "bulk"])] },
    Rule {
        run: inverted::inverted,
        at: Where::Anywhere,
        needs: &[word(words![
            "was", "were", "is", "are", "came", "comes", "stood", "sat", "ranked", "ranks"
        ])],
    },
    Rule {
        run: given_to::given_to,
        at: Where::Anywhere,
        needs: &[Need::Word(WordSet::of(given_to::WENT).and(given_to::GIVEN))],
    },
    Rule {
        run: actor::actor,
        at: Where::Anywhere,
        needs: &[Need::Word(WordSet::of(actor::TOLD).and(actor::SENT))],
    },
    Rule { run: whose::whose, at: at(words!["whose"]), needs: &[] },
    Rule { run: having::having, at: at(words!["after", "following", "having"]), needs: &[] },
    Rule { run: lifted_own::lifted_own, at: Where::Anywhere, needs: &[] },
    Rule {
        run: lifted_own::added_to_own,
        at: Where::Anywhere,
        needs: &[word(words![
            "added", "adds", "put", "puts", "tacked", "shaved", "shaves", "took", "wiped", "knocked", "cut",
            "lost", "lopped", "sliced", "trimmed", "dropped"
        ])],
    },
    Rule { run: noun_of_change::noun_of_change, at: Where::Anywhere, needs: &[] },
    Rule {
        run: noun_of_change::brought_about_by,
        at: Where::At(WordSet::of(noun_of_change::HELPED).and(words![
            "thanks", "due", "owing", "because", "amid", "on", "after", "following", "despite", "with",
            "reflecting"
        ])),
        needs: &[],
    },
    Rule {
        run: nth_in_which::nth_in_which,
        at: Where::Anywhere,
        needs: &[word(words!["was", "is", "marked", "marks", "became"])],
    },
    Rule {
        run: nth_in_which::this_time_by,
        at: behind(words![","]),
        needs: &[phrase(Kinds::WEEKS), word(words!["by"])],
    },
    Rule {
        run: nth_in_which::where_it_has_been,
        at: at(words!["where", "a"]),
        needs: &[word(words!["it", "they"])],
    },
    Rule {
        run: between_them::between_them,
        at: Where::Anywhere,
        needs: &[word(words!["between"]), word(words!["them"])],
    },
    Rule {
        run: between_them::gave_whole,
        at: at(words!["its", "their", "the"]),
        needs: &[word(words!["gave", "brought", "earned", "gives", "bring", "give"])],
    },
    Rule { run: between_them::whose_several, at: at(words!["whose"]), needs: &[] },
    Rule {
        run: figure_that::figure_that,
        at: behind(words![",", "—", "–"]),
        needs: &[word(words!["that", "which"])],
    },
    Rule { run: described::described, at: Where::Anywhere, needs: &[] },
    Rule { run: compared::compared, at: Where::Anywhere, needs: &[] },
    Rule {
        run: than_figure::than_figure,
        at: Where::Anywhere,
        needs: &[
            word(words![
                "more", "less", "fewer", "higher", "lower", "ahead", "clear", "above", "below", "behind",
                "exceeding", "topping", "beating", "beat", "topped"
            ]),
            word(words!["the"]),
            phrase(Kinds::AMOUNT),
        ],
    },
    Rule {
        run: than_figure::it_had,
        at: Where::Anywhere,
        needs: &[word(words!["it", "they"]), word(words!["the"]), phrase(Kinds::TIME)],
    },
    Rule {
        run: brought_to::brought_to,
        at: behind(words![",", "—", "–"]),
        needs: &[Need::Verb(Frames::BRING)],
    },
    Rule {
        run: brought_to::own_record,
        at: behind(words![",", "—", "–"]),
        needs: &[word(words!["the"]), phrase(Kinds::RECORD)],
    },
    Rule { run: that_top::that_top, at: Where::First, needs: &[word(words!["it"]), phrase(Kinds::PLACE)] },
    Rule {
        run: compared::part_of_it,
        at: behind(words![",", "—", "–"]),
        needs: &[word(words!["of"]), word(words!["it", "them", "that", "those"])],
    },
    Rule {
        run: compared::ahead_of_figure,
        at: Where::Anywhere,
        needs: &[word(words![
            "ahead", "behind", "clear", "outpacing", "beating", "topping", "overtaking", "passing", "shy",
            "short", "below", "front", "more", "less"
        ])],
    },
    Rule {
        run: compared::one_of_several,
        at: behind(words![","]),
        needs: &[phrase(Kinds::NUMBER), phrase(Kinds::PLACE), word(words!["of"])],
    },
    Rule { run: compared::first_time_it, at: Where::Anywhere, needs: &[] },
    Rule { run: orders::whose_ahead, at: Where::First, needs: &[] },
    Rule { run: orders::weeks_in_front, at: Where::On(Kinds::WEEKS), needs: &[] },
    Rule {
        run: orders::so_much_lower,
        at: Where::Anywhere,
        needs: &[word(words!["lower", "down", "higher", "up"])],
    },
    Rule {
        run: orders::share_of,
        at: Where::Anywhere,
        needs: &[Need::Noun(Noun::Share), word(words!["of"])],
    },
    Rule { run: figure_of_then::figure_of_then, at: Where::First, needs: &[phrase(Kinds::TIME)] },
    Rule {
        run: figure_of_then::each_way,
        at: Where::First,
        needs: &[phrase(Kinds::PERCENT), word(words!["and"])],
    },
    Rule {
        run: high_of_weeks::high_of_weeks,
        at: Where::First,
        needs: &[phrase(Kinds::OTHER), word(words!["high", "low"])],
    },
    Rule {
        run: figures_turned::base_before_end,
        at: Where::First,
        needs: &[phrase(Kinds::TIME), word(words!["up", "down"]), word(words!["to", "at"])],
    },
    Rule {
        run: figures_turned::places_turned,
        at: Where::First,
        needs: &[word(words!["to"]), word(words!["from"])],
    },
    Rule {
        run: figures_turned::figure_before_way,
        at: Where::First,
        needs: &[word(words!["up", "down", "higher", "lower"])],
    },
    Rule {
        run: figures_turned::share_before_amount,
        at: Where::First,
        needs: &[phrase(Kinds::PERCENT), word(words!["or"])],
    },
    Rule { run: orders::with_a_change, at: Where::Anywhere, needs: &[word(words!["with"])] },
    Rule { run: orders::was_left, at: Where::First, needs: &[word(words!["left"])] },
    Rule { run: orders::atop, at: Where::Anywhere, needs: &[word(words!["atop"])] },
    Rule { run: orders::figure_amid, at: at(words!["at", "on", "with"]), needs: &[] },
    Rule { run: tail_words::tail_words, at: behind(words![",", "—", "–"]), needs: &[] },
    Rule {
        run: tail_words::let_another,
        at: Where::Anywhere,
        needs: &[word(words![
            "letting", "allowing", "enabling", "let", "allowed", "enabled", "lets", "allows"
        ])],
    },
    Rule {
        run: tail_words::better_than,
        at: behind(words![",", "—", "–", "while", "where", "and", "but"]),
        needs: &[phrase(Kinds::PERCENT)],
    },
    Rule { run: tail_words::trailing, at: behind(words!["with"]), needs: &[] },
    Rule {
        run: tail_words::overtaken,
        at: behind(words![",", "—", "–"]),
        needs: &[Need::Verb(Frames::OVERTAKE), word(words!["by"])],
    },
    Rule { run: participle::participle, at: Where::Anywhere, needs: &[] },
    Rule { run: participle::in_front, at: Where::First, needs: &[word(words!["its", "their"])] },
    Rule {
        run: part_handled::part_handled,
        at: Where::Anywhere,
        needs: &[phrase(Kinds::PERCENT), word(words!["it", "they"])],
    },
    Rule {
        run: points_of_share::points_of_share,
        at: Where::Anywhere,
        needs: &[Need::Word(WordSet::of(points_of_share::GAINS).and(points_of_share::LOSES))],
    },
    Rule {
        run: shown::shown,
        at: Where::Anywhere,
        needs: &[Need::Word(WordSet::of(shown::SHOWS).and(shown::PUTS))],
    },
    Rule { run: weekly::nth_weekly_change, at: Where::First, needs: &[word(words!["weekly"])] },
    Rule { run: weekly::weeks_ahead, at: Where::On(Kinds::WEEKS), needs: &[] },
    Rule { run: told_then::told_then, at: behind(words!["("]), needs: &[] },
    Rule { run: figure_then::figure_then, at: Where::First, needs: &[] },
    Rule { run: figure_then::that_had_grown, at: at(words!["that", "this"]), needs: &[] },
    Rule { run: figure_then::has_since, at: Where::First, needs: &[word(words!["has", "have"])] },
    Rule { run: fronted_of::of_the_whole, at: at(words!["of"]), needs: &[] },
    Rule { run: fronted_of::measured_top, at: Where::First, needs: &[phrase(Kinds::PLACE)] },
    Rule { run: fronted_of::part_of_so_much, at: at(words!["of"]), needs: &[phrase(Kinds::PERCENT)] },
    Rule { run: top_places::among_the_top, at: at(words!["among", "in", "of"]), needs: &[] },
    Rule {
        run: top_places::named_in_the_top,
        at: Where::Anywhere,
        needs: &[phrase(Kinds::PLACE), phrase(Kinds::NUMBER), word(words!["in", "among", "inside"])],
    },
    Rule {
        run: top_places::from_whom,
        at: Where::Anywhere,
        needs: &[phrase(Kinds::PLACE), word(words!["from"])],
    },
    Rule {
        run: own_models::own_models,
        at: Where::Anywhere,
        needs: &[word(words!["its", "their"]), Need::Verb(Frames::SAY)],
    },
    Rule {
        run: make_up::consists_of,
        at: Where::Anywhere,
        needs: &[phrase(Kinds::NUMBER), word(make_up::MADE)],
    },
    Rule { run: make_up::makes_up, at: Where::On(Kinds::NUMBER), needs: &[phrase(Kinds::PLACE)] },
    Rule { run: make_up::every_one, at: at(words!["every", "each"]), needs: &[phrase(Kinds::PLACE)] },
    Rule {
        run: make_up::entirely,
        at: Where::Anywhere,
        needs: &[phrase(Kinds::PLACE), word(make_up::WHOLLY)],
    },
    Rule { run: top_places::in_that_order, at: Where::On(Kinds::PLACE), needs: &[] },
    Rule { run: each_other::joined, at: Where::Anywhere, needs: &[] },
    Rule { run: each_had::each_had, at: Where::Anywhere, needs: &[word(words!["each", "apiece"])] },
    Rule { run: each_exceeding::each_exceeding, at: at(words!["each"]), needs: &[] },
    Rule { run: item_figures::figure_in_place, at: Where::First, needs: &[word(words!["at", "with", "on"])] },
    Rule {
        run: news_for::news_for,
        at: Where::First,
        needs: &[word(words![":", "—", "–"]), word(words!["for", "at"])],
    },
    Rule {
        run: one_new::one_new,
        at: Where::First,
        needs: &[word(words!["there"]), word(words!["new", "newcomer"])],
    },
    Rule {
        run: the_others::had_the_others,
        at: Where::First,
        needs: &[phrase(Kinds::NUMBER), word(words!["other", "remaining"])],
    },
    Rule { run: the_others::and_of, at: Where::First, needs: &[word(words!["and"]), word(words!["of"])] },
    Rule {
        run: the_others::amount_of_before,
        at: Where::First,
        needs: &[
            phrase(Kinds::AMOUNT),
            word(words!["than", "above", "below", "over", "under"]),
            word(words!["the"]),
        ],
    },
    Rule { run: time_moved::to_the_end, at: Where::Anywhere, needs: &[phrase(Kinds::TIME)] },
    Rule { run: time_moved::to_the_front, at: Where::Anywhere, needs: &[phrase(Kinds::TIME)] },
    Rule { run: time_moved::ranking_of, at: Where::First, needs: &[phrase(Kinds::TIME)] },
    Rule { run: times_own::amount_of_a_week, at: Where::On(Kinds::TIME), needs: &[] },
    Rule { run: did::did_so_much, at: Where::Anywhere, needs: &[Need::Word(WordSet::of(did::DID))] },
    Rule { run: colon::colon, at: Where::Anywhere, needs: &[word(words![":", "—", "–"])] },
    Rule { run: within::within, at: Where::First, needs: &[word(words!["within"])] },
    Rule { run: absolute::absolute, at: behind(words![",", "—", "–", "and", "with"]), needs: &[] },
    Rule { run: absolute::placed, at: Where::Anywhere, needs: &[] },
    Rule { run: verbless::figure_of_whom, at: Where::First, needs: &[word(words!["—", "–", "-", ":"])] },
    Rule { run: verbless::share_is, at: Where::Anywhere, needs: &[phrase(Kinds::PERCENT)] },
    Rule { run: verbless::and_placed, at: behind(words!["and"]), needs: &[] },
    Rule { run: verbless::where_it_went, at: behind(words![","]), needs: &[] },
    Rule { run: verbless::and_from_place, at: behind(words!["and"]), needs: &[] },
    Rule {
        run: unsaid_week::unsaid_week,
        at: Where::First,
        needs: &[
            word(words!["one", "previous", "preceding", "prior", "latest", "last", "most"]),
            word(words!["the"]),
        ],
    },
    Rule {
        run: first_week::first_week,
        at: Where::Anywhere,
        needs: &[word(words!["was", "is", "marked", "marks"]), word(words!["first"])],
    },
    Rule {
        run: without::complement,
        at: Where::Anywhere,
        needs: &[word(words!["up", "down"]), word(words![",", ":", "—", "–"])],
    },
    Rule {
        run: without::in_brackets,
        at: Where::First,
        needs: &[word(words!["(", "["]), word(words![")", "]"])],
    },
    Rule { run: without::between_commas, at: behind(words![","]), needs: &[] },
    Rule { run: without::last_part, at: behind(words![","]), needs: &[] },
    Rule { run: without::what_came_before, at: Where::First, needs: &[word(words!["after", "having"])] },
];
