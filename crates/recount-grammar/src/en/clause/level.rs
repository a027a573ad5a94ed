//! Levels: `processed 4.19 trillion tokens`, `reached 4.19T`, `amounted to 4
//! trillion`, `came in at 4 trillion`, `contributed 4 trillion`.

use super::predicate::{Outcome, Piece, Read, figure, level_of};
use super::verb_group::{Group, skip_adverbs};
use super::{About, Act, Np};
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};
use recount_model::{Hedge, MetricId, Quantity};

/// Reads: a verb that carries an amount, and the amount. Does not read: a
/// percentage (a share or a change), points, money.
pub(super) fn complement<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    // "trails at 3.63 trillion", "debuted with 52,000 copies", "opened to $41 million".
    let arrives = group.verb.frames.any(Frames::DEBUT) && c.is(0, words!["to"]);
    if arrives && let Some((rest, phrase @ Phrase::Amount { .. })) = amount(skip_adverbs(c.skip(1))) {
        return Some((skip_unit(rest), Outcome::one(level_of(phrase)?)));
    }
    if group.verb.frames.any(Frames::BEHIND.and(Frames::DEBUT)) && c.is(0, words!["at", "with"]) {
        let (rest, piece) = beside(c)?;
        return Some((rest, Outcome { pieces: vec![Piece { main: true, ..piece }], ..Outcome::default() }));
    }
    // "Y followed with 3.4 trillion": next to the one before.
    if group.verb.frames.any(Frames::FOLLOW) && c.is(0, words!["with", "at", "on"]) {
        let (rest, piece) = beside(c)?;
        let pieces = vec![Piece { main: true, ..piece }, Piece::main(Act::Follows)];
        return Some((rest, Outcome { pieces, ..Outcome::default() }));
    }
    // "added up to 4 trillion".
    if group.verb.frames.any(Frames::ADD)
        && let Some((rest, phrase)) = up_to(c)
    {
        return Some((skip_unit(rest), Outcome::one(level_of(&phrase)?)));
    }
    if let Some(found) = past(c, group) {
        return Some(found);
    }
    // "had to make do with 9 trillion".
    let made = group.verb.frames.any(Frames::ENTER) && c.is(0, words!["do"]) && c.is(1, words!["with", "on"]);
    let settled =
        matches!(c.word_before(), "settle" | "settled" | "settles" | "settling") && c.is(0, words!["for"]);
    if made || settled {
        let (rest, phrase @ Phrase::Amount { .. }) = amount(skip_adverbs(c.skip(if made { 2 } else { 1 })))?
        else {
            return None;
        };
        return Some((skip_unit(rest), Outcome::one(level_of(phrase)?)));
    }
    // "stopped at 3.63 trillion", "finished on 4 trillion tokens".
    let stands = group.verb.frames.any(Frames::RANK) && !group.verb.frames.any(Frames::UP.and(Frames::DOWN));
    if stands
        && c.is(0, words!["at", "on", "with"])
        && let Some((rest, piece)) = beside(c)
    {
        return Some((rest, Outcome { pieces: vec![Piece { main: true, ..piece }], ..Outcome::default() }));
    }
    carried(c, group)
}

/// "moved past 4 trillion", "broke above 2.5 trillion", "vaulted past the 900
/// billion mark".
fn past<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    const MOVES: Frames = Frames::RANK
        .and(Frames::DISPLACE)
        .and(Frames::BELONG)
        .and(Frames::UP)
        .and(Frames::ENTER)
        .and(Frames::SET);
    if !group.verb.frames.any(MOVES) || group.verb.frames.any(Frames::DOWN) {
        return None;
    }
    // The amount takes some of these words for its hedge.
    let hedged = matches!(c.phrase(0), Some(Phrase::Amount { quantity, .. }) if quantity.hedge == Hedge::MoreThan)
        && c.get(0).is_some_and(|chunk| matches!(c.lower(chunk.first), "past" | "beyond" | "above" | "over"));
    // "broke the 5 trillion mark", "breached the 5 trillion barrier".
    let broke = matches!(
        c.word_before(),
        "break" | "breaks" | "broke" | "broken" | "breaking" | "breaches" | "breached" | "breaching"
    );
    // "settled below 4 trillion", "went under the 4 trillion mark".
    if let Some(found) = under(c, group) {
        return Some(found);
    }
    let look = match hedged {
        true => c,
        false if c.is(0, words!["past", "beyond", "above", "over", "through"]) => c.skip(1),
        false if broke && !group.negated => c,
        false => return None,
    };
    let (rest, phrase @ Phrase::Amount { .. }) = amount(look)? else { return None };
    let Act::Level { value, metrics } = level_of(phrase)? else { return None };
    let rest = skip_unit(rest);
    if broke && look.at == c.at && !hedged && rest.noun(0) != Some(Noun::Mark) {
        return None;
    }
    // "Got through 4 trillion tokens", "went through 4 trillion" used so much; "went through
    // the 4 trillion mark" passed it.
    let used = group.verb.frames.any(Frames::ENTER.and(Frames::BELONG))
        && !group.verb.frames.any(Frames::SET.and(Frames::TAKE))
        && c.is(0, words!["through"]);
    if used && rest.noun(0) != Some(Noun::Mark) {
        return Some((rest, Outcome::one(Act::Level { value, metrics })));
    }
    let value = match value.hedge {
        Hedge::Bare => Quantity { hedge: Hedge::MoreThan, ..value },
        Hedge::MoreThan => value,
        _ => return None,
    };
    let rest = rest.skip(usize::from(rest.noun(0) == Some(Noun::Mark)));
    Some((rest, Outcome::one(Act::Level { value, metrics })))
}

/// "[settled] below 4 trillion", "[went] under the 4 trillion mark": less than that.
fn under<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let word = c.get(0).is_some_and(|chunk| matches!(c.lower(chunk.first), "below" | "under" | "beneath"));
    if !word || group.verb.frames.any(Frames::UP) {
        return None;
    }
    let look = c.skip(usize::from(c.is(0, words!["below", "under", "beneath"])));
    let (rest, phrase @ Phrase::Amount { .. }) = amount(look)? else { return None };
    let Act::Level { value, metrics } = level_of(phrase)? else { return None };
    let value = match value.hedge {
        Hedge::Bare => Quantity { hedge: Hedge::LessThan, ..value },
        Hedge::LessThan => value,
        _ => return None,
    };
    let rest = skip_unit(rest);
    let rest = rest.skip(usize::from(rest.noun(0) == Some(Noun::Mark)));
    Some((rest, Outcome::one(Act::Level { value, metrics })))
}

/// "processed 4 trillion", "amounted to 4 trillion", "recorded a weekly volume
/// of 4 trillion", "trails at 3.63 trillion".
fn carried<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let carries = Frames::AHEAD
        .and(Frames::OVERTAKE)
        .and(Frames::APPROACH)
        .and(Frames::LEVEL)
        .and(Frames::SHARE)
        .and(Frames::USE)
        .and(Frames::AUX)
        .and(Frames::MARK)
        .and(Frames::HOLD);
    // "trails at 3.63 trillion".
    let trails = group.verb.frames.any(Frames::BEHIND) && c.is(0, words!["at", "with"]);
    if !group.verb.frames.any(carries) && !trails {
        return None;
    }
    // "led at 4.5 trillion tokens": first, with so many.
    let leads = group.verb.frames.any(Frames::LEAD) && !group.verb.frames.any(Frames::LEVEL);
    let led = matches!(c.word_before(), "lead" | "leads" | "led");
    if leads && c.is(0, words!["at"]) || led && is_figure_next(c) {
        return None;
    }
    let at = if trails { skip_adverbs(c.skip(1)) } else { skip_preposition(c) };
    let at = if at.is(0, words!["a", "some"]) && at.is(1, words!["total", "combined"]) {
        let count = if at.is(2, words!["total"]) { 3 } else { 2 };
        if at.is(count, words!["of"]) { at.skip(count + 1) } else { at.skip(count) }
    } else {
        at
    };
    let prepositional = at.at > c.at && !c.entry(0).adverb;
    let (at, named) = volume_of(at).map_or((at, None), |(at, named)| (at, named));
    let (rest, phrase) = amount(at)?;
    match phrase {
        Phrase::Points(_) => {
            let why = "points of an index: no metric of that name";
            Some((rest, Outcome::one(Act::Unexplained { why })))
        }
        Phrase::Number(_) if rest.is(0, words!["on", "in", "out", "at"]) => {
            let why = "no metric of that name";
            Some((rest, Outcome::one(Act::Unexplained { why })))
        }
        Phrase::Amount { .. } => {
            let act = named_level(phrase, named)?;
            let act = if prepositional { act } else { passed(act, group) };
            let act = short_of(act, at);
            let rest = skip_unit(rest);
            let rest = if rest.noun(0) == Some(Noun::Mark) { rest.skip(1) } else { rest };
            let mut outcome = Outcome::one(act);
            outcome.adjuncts.so_far = group.perfect && group.verb.frames.any(Frames::USE);
            Some((rest, outcome))
        }
        _ => None,
    }
}

/// "[added] up to 4 trillion": a sum and its amount, no upper limit.
pub(super) fn up_to(c: Chunks<'_>) -> Option<(Chunks<'_>, Phrase<'_>)> {
    if c.is(0, words!["to"]) && c.word_before() == "up" {
        let (rest, phrase) = amount(skip_adverbs(c.skip(1)))?;
        return Some((rest, phrase.clone()));
    }
    let limit = c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "up" && chunk.end > chunk.first + 1);
    match c.phrase(0)? {
        Phrase::Amount { quantity, metrics } if limit && quantity.hedge == Hedge::UpTo => {
            let quantity = Quantity { hedge: Hedge::Bare, ..quantity.clone() };
            Some((c.skip(1), Phrase::Amount { quantity, metrics: metrics.clone() }))
        }
        _ => None,
    }
}

/// "[is now] up to 4 trillion tokens": where it has come, no upper limit.
pub(super) fn risen_to<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let before = || c.all.get(..c.at).unwrap_or(&[]).iter().rev().take(3);
    // "Can be up to 5 trillion" and "its volume was up to 5 trillion" are limits.
    let may = before().any(|chunk| matches!(c.lower(chunk.first), "be" | "being"));
    let now = |chunk: &crate::en::phrase::Chunk<'_>| {
        matches!(c.lower(chunk.first), "is" | "are" | "'s" | "’s" | "now" | "already")
    };
    let may = may || subject.about != About::Nothing && !before().any(now);
    let up = usize::from(c.is(0, words!["up"]) && c.is(1, words!["to"]));
    let (rest, phrase) = up_to(c.skip(up)).filter(|_| !may)?;
    Some((skip_unit(rest), Outcome::one(level_of(&phrase)?)))
}

/// "finished last week at 4 trillion tokens", "finished the week with a 15 %
/// share".
pub(super) fn finished<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    // "ended the week at 263".
    let the_week = c.are(&["the", "week"]) && c.is(2, words!["at", "on", "with"]);
    if the_week && group.verb.frames.any(Frames::RANK) && !group.verb.frames.any(Frames::UP.and(Frames::DOWN))
    {
        let (rest, piece) = beside(c.skip(2))?;
        return Some((rest, Outcome { pieces: vec![Piece { main: true, ..piece }], ..Outcome::default() }));
    }
    if let Some(found) = closed_up(c, group) {
        return Some(found);
    }
    let Some(Phrase::Time(time)) = c.phrase(0) else {
        return None;
    };
    if !group.verb.frames.any(Frames::RANK) || group.verb.frames.any(Frames::UP.and(Frames::DOWN)) {
        return None;
    }
    let (rest, piece) = match beside(c.skip(1)) {
        Some((rest, piece)) => (rest, Piece { main: true, ..piece }),
        None if c.is(1, words!["with"]) => {
            let (rest, value, of) = super::share::percentage(c.skip(2))?;
            of.as_ref()?;
            (rest, super::share::piece(value, of))
        }
        None => return None,
    };
    let mut outcome = Outcome { pieces: vec![piece], ..Outcome::default() };
    outcome.adjuncts.times.push(time.clone());
    Some((rest, outcome))
}

/// "[closed] 2.5 % higher", "[ended] the week down 4 cents at 1.62": the change that it ended
/// with. Not where a place may be meant.
fn closed_up<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    const CLOSES: &crate::token::Words = words![
        "end", "ends", "ended", "ending", "finish", "finishes", "finished", "finishing", "close", "closes",
        "closed", "closing", "settle", "settles", "settled", "settling",
    ];
    let last = Chunks { at: c.at.saturating_sub(1), ..c };
    if c.at == 0 || !last.is(0, CLOSES) || group.passive {
        return None;
    }
    let mut outcome = Outcome::default();
    let look = match c.phrase(0) {
        Some(Phrase::Time(time)) => {
            outcome.adjuncts.times.push(time.clone());
            c.skip(1)
        }
        _ => c.skip(2 * usize::from(c.are(&["the", "week"]))),
    };
    let (rest, value) = match figure(look) {
        Some((after, phrase @ (Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Points(_))))
            if after.is(0, words!["higher", "lower"]) && !after.is(1, words!["than"]) =>
        {
            let falling = after.is(0, words!["lower"]);
            (after.skip(1), super::predicate::directed(&super::predicate::quantity_of(phrase)?, falling))
        }
        _ if look.is(0, words!["up", "down"]) || !look.is(0, words!["a", "on", "level"]) && flat(look) => {
            let (rest, value, times) = super::change::adverbial(look)?;
            outcome.adjuncts.times.extend(times);
            (rest, value)
        }
        _ => return None,
    };
    outcome.pieces.push(Piece::main(Act::Change { value }));
    let rest = super::change::to_and_from(rest, &mut outcome).unwrap_or(rest);
    Some((rest, outcome))
}

/// "[ended the week] little changed", "[finished] lower by 8 %".
fn flat(c: Chunks<'_>) -> bool {
    let by = c.is(0, words!["higher", "lower"]) && c.is(1, words!["by"]);
    let found =
        || super::change::adverbial(c).filter(|_| !matches!(figure(c), Some((after, _)) if after.at > c.at));
    by || matches!(found(), Some((_, value, _)) if value.figure == recount_model::Figure::Flat)
}

/// "was used for 4 trillion tokens", "was streamed 4 million times": an amount
/// whose unit says what was counted.
pub(super) fn passive<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    if !group.verb.frames.any(Frames::USE) {
        return None;
    }
    // "was watched by 5.8 million viewers".
    let look = if c.is(0, words!["for", "by"]) { c.skip(1) } else { c };
    // "were used to process 4 trillion tokens".
    let purpose = c.is(0, words!["to"])
        && c.verb(1).is_some_and(|verb| verb.form == Form::Base && verb.frames.any(Frames::USE));
    let look = if purpose { c.skip(2) } else { look };
    let (rest, phrase) = amount(look)?;
    match phrase {
        Phrase::Amount { metrics, .. } if !metrics.is_empty() => {
            Some((skip_unit(rest), Outcome::one(level_of(phrase)?)))
        }
        _ => None,
    }
}

/// The level, of the metric that the words before it name: "sales of 9,120".
fn named_level(phrase: &Phrase<'_>, named: Option<MetricId>) -> Option<Act> {
    match level_of(phrase)? {
        Act::Level { value, metrics } if metrics.is_empty() => {
            Some(Act::Level { value, metrics: named.into_iter().collect() })
        }
        act => Some(act),
    }
}

/// "[lead] now 2.8 trillion tokens": how large a lead is, not what somebody passed.
fn is_figure_next(c: Chunks<'_>) -> bool {
    matches!(skip_adverbs(c).phrase(0), Some(Phrase::Amount { .. }))
}

/// "topped 4 trillion": more than that.
fn passed(act: Act, group: &Group) -> Act {
    match act {
        Act::Level { value, metrics } => Act::Level { value: group.bounded(value), metrics },
        other => other,
    }
}

/// "came up short of 3 trillion": less, however much.
fn short_of(act: Act, at: Chunks<'_>) -> Act {
    let first = at.get(0).map_or("", |chunk| at.lower(chunk.first));
    match act {
        Act::Level { value, metrics } if first == "short" => {
            Act::Level { value: recount_model::Quantity { hedge: Hedge::LessThan, ..value }, metrics }
        }
        other => other,
    }
}

/// "amounted to", "stood at", "came in at", "accounted for".
fn skip_preposition(c: Chunks<'_>) -> Chunks<'_> {
    let c = if c.is(0, words!["in", "out"]) && c.is(1, words!["at"]) { c.skip(2) } else { c };
    // "played in front of 45,310 spectators".
    let c = if c.are(&["in", "front", "of"]) { c.skip(3) } else { c };
    // "pulled in 26 million".
    let c = if c.is(0, words!["in"]) && matches!(c.phrase(1), Some(Phrase::Amount { .. })) {
        c.skip(1)
    } else {
        c
    };
    let c = if c.is(0, words!["to", "at", "for", "up", "through"]) { c.skip(1) } else { c };
    skip_adverbs(c)
}

/// A figure that is an amount or points.
pub(super) fn amount(c: Chunks<'_>) -> Option<(Chunks<'_>, &Phrase<'_>)> {
    let (rest, phrase) = figure(c)?;
    // "An extra 1,000" is so much more than something.
    let before = rest.at.saturating_sub(c.at);
    if MORE.contains(&c.word_before()) || (0..before).any(|ahead| c.is(ahead, MORE)) {
        return None;
    }
    matches!(phrase, Phrase::Amount { .. } | Phrase::Points(_) | Phrase::Number(_)).then_some((rest, phrase))
}

/// "An extra 1,000 tokens were processed by X": is a level that is read there so much
/// more than something?
pub(super) fn is_on_top(c: Chunks<'_>, outcome: &Outcome) -> bool {
    let said = |quantity: &Quantity| {
        outcome.pieces.iter().any(|piece| matches!(&piece.act, Act::Level { value, .. } if value == quantity))
    };
    let levels = outcome.pieces.iter().any(|piece| matches!(piece.act, Act::Level { .. }));
    let behind =
        |ahead: usize| matches!(c.phrase(ahead), Some(Phrase::Amount { quantity, .. }) if said(quantity));
    levels && (0..c.len().saturating_sub(1)).any(|ahead| c.is(ahead, MORE) && behind(ahead + 1))
}

/// Words that make an amount one on top of another.
const MORE: &[&str] = &["extra", "additional", "another", "further"];

/// "tokens in weekly call volume", "tokens of usage", "tokens a week": what
/// the unit counts, said once more.
pub(super) fn skip_unit(c: Chunks<'_>) -> Chunks<'_> {
    let rest = one_unit(c);
    if rest.at > c.at { one_unit(rest) } else { rest }
}

fn one_unit(c: Chunks<'_>) -> Chunks<'_> {
    if c.is(0, words!["per", "a", "each", "every"]) && c.is(1, words!["week"]) {
        return c.skip(2);
    }
    if c.is(0, words!["of"]) && c.is(1, words!["them", "these", "those", "that", "it", "which"]) {
        return c.skip(2);
    }
    // "1,204 visits for flu", where what is counted has "flu" in its names.
    let own = matches!(c.phrase(1), Some(Phrase::Word(_))) && c.entry(1).known && c.verb(1).is_none();
    let ends = super::fronted::is_stop(c, 2) || matches!(c.phrase(2), Some(Phrase::Time(_)));
    if c.is(0, words!["for", "with"]) && own && ends {
        return c.skip(2);
    }
    let mut look = c;
    if look.is(0, words!["in", "of"]) {
        look = look.skip(1);
        while look.is(0, words!["weekly", "total", "the", "overall", "global"]) {
            look = look.skip(1);
        }
        let named =
            matches!(look.phrase(0), Some(Phrase::Name(names)) if crate::en::phrase::metric(names).is_some());
        let generic = look.noun(0) == Some(crate::en::lexicon::Noun::Volume) && !look.is(1, words!["of"]);
        if named || generic {
            return look.skip(1);
        }
    }
    c
}

/// "with 4.66 trillion tokens", "with a weekly volume of 1.87 trillion", "at
/// 4.48 trillion": a level beside what the verb says.
pub(super) fn beside(c: Chunks<'_>) -> Option<(Chunks<'_>, Piece)> {
    if !c.is(0, words!["with", "at", "on", "logging", "recording", "having"]) && !c.are(&["w", "/"]) {
        return None;
    }
    let look = c.skip(1 + usize::from(c.is(0, words!["w"])));
    // "with a result of 5.3 trillion", "with a tally of 4 trillion".
    let article = usize::from(look.is(0, words!["a", "the"]));
    let tally = look.is(article, words!["result", "tally", "score", "count", "sum"])
        && look.is(article + 1, words!["of"]);
    let look = look.skip(if tally { article + 2 } else { 0 });
    let (look, named) = volume_of(look).map_or((look, None), |(look, named)| (look, named));
    let (rest, phrase) = amount(look)?;
    if matches!(phrase, Phrase::Points(_)) {
        return None;
    }
    let rest = skip_unit(rest);
    (!goes_elsewhere(rest)).then_some((rest, Piece::beside(named_level(phrase, named)?)))
}

/// "[with 3 trillion] going to X", "[with 3 trillion] of them handled by X": the amount is X's.
fn goes_elsewhere(c: Chunks<'_>) -> bool {
    let them = c.is(0, words!["of"]) && c.is(1, words!["which", "them", "that", "these", "those", "it"]);
    let c = skip_adverbs(c.skip(2 * usize::from(them)));
    let participle =
        c.verb(0).is_some_and(|verb| matches!(verb.form, Form::Ing | Form::Past | Form::Participle));
    let to = c.is(1, words!["to", "from", "through", "by", "via"]);
    participle && to && super::noun_phrase::noun_phrase(c.skip(2)).is_some_and(|(_, np)| np.is_named())
}

/// "a weekly call volume of": the words before the amount, and the metric that
/// they name.
fn volume_of(c: Chunks<'_>) -> Option<(Chunks<'_>, Option<MetricId>)> {
    let (rest, np) = super::noun_phrase::noun_phrase(c)?;
    let figure =
        np.about != About::Nothing && !np.is_named() && !np.share && np.window == super::Window::Week;
    let of = rest.is(0, words!["of", "at", "reaching", "totaling", "totalling", "hitting"]);
    let named = match np.about {
        About::Metric(metric) => Some(metric),
        About::Nothing | About::Generic => None,
    };
    (figure && of).then(|| (rest.skip(1), named))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn an_amount_on_top_of_another_is_no_level() {
        assert_listed(&[
            "Alder processed an extra 3 trillion tokens last week.",
            "Alder handled another 3 trillion tokens last week.",
            "Last week, Alder consumed an additional 3 trillion tokens.",
            "Alder recorded a further 3 trillion tokens last week.",
            "An additional 3 trillion tokens were processed by Alder last week.",
        ]);
        assert_read(&[
            ("Alder processed a hefty 3 trillion tokens last week.", &["Alder was 3 trillion tokens"]),
            ("Last week, Alder processed a mere 3 trillion tokens.", &["Alder was 3 trillion tokens"]),
        ]);
    }
}
