//! One assertion in all its admissible readings: which scope, which week of a
//! longer period, things or single series, which source.

use recount_model::{Assertion, Flag, Period, Predicate, ScopeId, Subject, Subjects, Verdict, Vocabulary};

use crate::figures::{Data, Frame, Ground, Units};
use crate::kind;
use crate::truth::{Answer, Holds};
use crate::words;

/// The reading that decided, and what it came to.
pub(crate) struct Decided {
    /// What it came to.
    pub(crate) answer: Answer,
    /// Which of the assertions: 0 is the first.
    pub(crate) reading: usize,
    /// The scope under which groups were measured.
    pub(crate) scope: Option<ScopeId>,
}

/// Decides the readings together: supported if any is, refuted if all are.
pub(crate) fn decide(data: &Data<'_>, assertions: &[&Assertion]) -> Decided {
    let mut best: [Option<Decided>; 3] = [None, None, None];
    for (reading, assertion) in assertions.iter().enumerate() {
        for (frame, usual) in frames(data, assertion) {
            let ground = Ground { data, metric: assertion.metric, frame };
            let answer = evaluate(&ground, assertion);
            let verdict = answer.verdict();
            let mut decided = Decided { answer, reading, scope: scope_of(&ground, assertion) };
            let place = match verdict {
                Verdict::Supported => {
                    if !usual {
                        decided.answer.flags.insert(Flag::NeedsContext);
                    }
                    if sources_differ(&ground, assertion) {
                        decided.answer.flags.insert(Flag::SourcesDiffer);
                    }
                    return decided;
                }
                Verdict::Undecided => 0,
                Verdict::NotComparable | Verdict::NotCheckable => 1,
                Verdict::Refuted => 2,
            };
            let slot = &mut best[place];
            if slot.is_none() {
                *slot = Some(decided);
            }
        }
    }
    best.into_iter().flatten().next().unwrap_or_else(|| Decided {
        answer: Answer::new(Holds::Open),
        reading: 0,
        scope: None,
    })
}

/// What a supported change or share would be under a scope in which it does
/// not hold, a line each: the context of a figure that depends on what counts.
pub(crate) fn elsewhere(data: &Data<'_>, assertion: &Assertion, scope: Option<ScopeId>) -> Vec<String> {
    if !matches!(assertion.predicate, Predicate::Change(_) | Predicate::Share(_))
        || said_scope(assertion).is_some()
    {
        return Vec::new();
    }
    let vocabulary = &data.dataset.vocabulary;
    let mut lines = Vec::new();
    let mut seen = vec![scope];
    for (frame, _) in frames(data, assertion) {
        let ground = Ground { data, metric: assertion.metric, frame };
        let other = scope_of(&ground, assertion);
        if other.is_none() || seen.contains(&other) {
            continue;
        }
        seen.push(other);
        let answer = evaluate(&ground, assertion);
        let name = other.map(|other| vocabulary.scope(other));
        let name = name.map(|scope| scope.names.first().unwrap_or(&scope.id));
        if let (Verdict::Refuted, Some(name), Some(line)) = (answer.verdict(), name, answer.lines.first()) {
            lines.push(format!("among {name} it would not hold: {line}"));
        }
    }
    lines
}

/// Every way of reading figures for an assertion, the usual one first, and
/// whether its scope is the usual one.
fn frames(data: &Data<'_>, assertion: &Assertion) -> Vec<(Frame, bool)> {
    let vocabulary = &data.dataset.vocabulary;
    let units: &[Units] = if has_things(vocabulary, assertion) {
        &[Units::Entities, Units::Series]
    } else {
        &[Units::Entities]
    };
    let sources = data.sources(assertion.metric);
    let sources: Vec<Option<u32>> = match sources.is_empty() {
        true => vec![None],
        false => sources.into_iter().map(Some).collect(),
    };
    let mut frames = Vec::new();
    let mut add = |scope, overrides, usual, units: &[Units]| {
        for units in units {
            let frame = |source: &Option<u32>| Frame { scope, overrides, units: *units, source: *source };
            frames.extend(sources.iter().map(|source| (frame(source), usual)));
        }
    };
    let scopes = scopes(vocabulary, assertion);
    let first = scopes.first().map(|(scope, ..)| *scope);
    for (scope, overrides, usual) in scopes {
        add(scope, overrides, usual, units);
    }
    if let (true, Some(scope)) = (ranks_groups(assertion), first) {
        add(scope, false, false, &[Units::Best, Units::BestSeries]);
    }
    frames
}

/// Is the place of a group stated? It may be that of its best member.
fn ranks_groups(assertion: &Assertion) -> bool {
    match &assertion.predicate {
        Predicate::Rank(_) => assertion.subject.iter().any(|subject| matches!(subject, Subject::Group(_))),
        Predicate::Streak(streak) => ranks_groups(&streak.of),
        Predicate::First(first) => ranks_groups(&first.of),
        Predicate::Level(_) | Predicate::Change(_) | Predicate::Compare(_) => false,
        Predicate::Share(_) | Predicate::Top(_) | Predicate::Record(_) => false,
    }
}

/// The scopes to try: the one that is said; else the metric's default and
/// then the others, where it matters at all.
pub(crate) fn scopes(vocabulary: &Vocabulary, assertion: &Assertion) -> Vec<(Option<ScopeId>, bool, bool)> {
    if let Some(scope) = said_scope(assertion) {
        let mut given = vec![(Some(scope), true, true)];
        let fixed = |id| {
            let group = vocabulary.group(id);
            group.is_total() || group.scope.is_some_and(|fixed| fixed != scope)
        };
        if of_everything(assertion) || groups(assertion).any(fixed) {
            given.push((Some(scope), false, true));
        }
        return given;
    }
    let usual = vocabulary.metric(assertion.metric).default_scope;
    let mut scopes = vec![(usual, false, true)];
    if !uses_scope(vocabulary, assertion) {
        return scopes;
    }
    let places = |scope: Option<ScopeId>| scope.and_then(|scope| vocabulary.scope(scope).top);
    for at in 0..u32::try_from(vocabulary.scopes.len()).unwrap_or(0) {
        let scope = Some(ScopeId(at));
        if !scopes.iter().any(|(known, ..)| places(*known) == places(scope)) {
            scopes.push((scope, false, false));
        }
    }
    scopes
}

/// Is it a share of everything that names no whole?
fn of_everything(assertion: &Assertion) -> bool {
    let share = matches!(&assertion.predicate, Predicate::Share(share) if share.top.is_none());
    let inner = assertion.predicate.inner();
    (share && assertion.object.is_empty()) || inner.is_some_and(of_everything)
}

fn said_scope(assertion: &Assertion) -> Option<ScopeId> {
    let inner = || assertion.predicate.inner().and_then(said_scope);
    assertion.scope.or_else(inner)
}

fn groups(assertion: &Assertion) -> impl Iterator<Item = recount_model::GroupId> {
    let subjects = assertion.subject.iter().chain(&assertion.object);
    let group = |subject: &Subject| match subject {
        Subject::Group(id) => Some(*id),
        Subject::Entity(_) | Subject::Series(_) => None,
    };
    subjects.filter_map(group)
}

/// Does the scope of a group that fixes none matter to the assertion?
fn uses_scope(vocabulary: &Vocabulary, assertion: &Assertion) -> bool {
    let free = |subjects: &Subjects| {
        subjects.iter().any(|subject| match subject {
            Subject::Group(id) => {
                let group = vocabulary.group(*id);
                group.scope.is_none() && !group.is_total()
            }
            Subject::Entity(_) | Subject::Series(_) => false,
        })
    };
    match &assertion.predicate {
        Predicate::Top(_) => false,
        Predicate::Share(share) if share.top.is_some() => false,
        Predicate::Rank(_) => free(&assertion.subject),
        Predicate::Streak(streak) => uses_scope(vocabulary, &streak.of),
        Predicate::First(first) => uses_scope(vocabulary, &first.of),
        Predicate::Level(_)
        | Predicate::Change(_)
        | Predicate::Compare(_)
        | Predicate::Share(_)
        | Predicate::Record(_) => free(&assertion.subject) || free(&assertion.object),
    }
}

/// The scope to name: that of the first group which has one.
fn scope_of(ground: &Ground<'_>, assertion: &Assertion) -> Option<ScopeId> {
    let of = |subjects: &Subjects| subjects.iter().find_map(|s| ground.scope_of(*s));
    match &assertion.predicate {
        Predicate::Top(_) => None,
        Predicate::Share(share) if share.top.is_some() => None,
        Predicate::Streak(streak) => scope_of(ground, &streak.of),
        Predicate::First(first) => scope_of(ground, &first.of),
        Predicate::Rank(_) => of(&assertion.subject),
        Predicate::Level(_)
        | Predicate::Change(_)
        | Predicate::Compare(_)
        | Predicate::Share(_)
        | Predicate::Record(_) => of(&assertion.subject).or_else(|| of(&assertion.object)),
    }
}

/// Does it matter whether things or single series are measured?
fn has_things(vocabulary: &Vocabulary, assertion: &Assertion) -> bool {
    let several = |subjects: &Subjects| {
        subjects.iter().any(|subject| match subject {
            Subject::Entity(id) => vocabulary.entity(*id).series.len() > 1,
            Subject::Group(_) | Subject::Series(_) => false,
        })
    };
    let inner = assertion.predicate.inner();
    ranks(&assertion.predicate)
        || several(&assertion.subject)
        || several(&assertion.object)
        || inner.is_some_and(|inner| has_things(vocabulary, inner))
}

/// Does it speak of places in an order?
pub(crate) fn ranks(predicate: &Predicate) -> bool {
    match predicate {
        Predicate::Rank(_) | Predicate::Top(_) => true,
        Predicate::Share(share) => share.top.is_some(),
        Predicate::Streak(streak) => ranks(&streak.of.predicate),
        Predicate::First(first) => ranks(&first.of.predicate),
        Predicate::Level(_) | Predicate::Change(_) => false,
        Predicate::Compare(_) | Predicate::Record(_) => false,
    }
}

/// Does any other source not support what this one supports?
fn sources_differ(ground: &Ground<'_>, assertion: &Assertion) -> bool {
    let others = ground.data.sources(ground.metric);
    others.into_iter().map(Some).filter(|other| *other != ground.frame.source).any(|source| {
        let frame = Frame { source, ..ground.frame };
        let other = Ground { frame, ..*ground };
        !evaluate(&other, assertion).holds.supports()
    })
}

/// One reading of an assertion, whatever its period.
pub(crate) fn evaluate(ground: &Ground<'_>, assertion: &Assertion) -> Answer {
    let inner = || assertion.predicate.inner().and_then(|inner| inner.period);
    match assertion.period.or_else(inner) {
        Some(period) => over(ground, assertion, period),
        None => anywhere(ground, assertion),
    }
}

fn at(ground: &Ground<'_>, assertion: &Assertion, period: Period) -> Answer {
    match ground.frame.units {
        Units::Entities | Units::Best | Units::BestSeries => kind::atom(ground, assertion, period),
        Units::Series => kind::atom(ground, &single(ground, assertion, period), period),
    }
}

/// The assertion with each thing replaced by its largest series of the period.
fn single(ground: &Ground<'_>, assertion: &Assertion, period: Period) -> Assertion {
    let ranked = ranks(&assertion.predicate);
    let replaced = |subjects: &Subjects| -> Subjects {
        let one = |subject: &Subject| match subject {
            Subject::Entity(id) if ranked || ground.vocabulary().entity(*id).series.len() > 1 => {
                ground.largest(*id, period).map_or(*subject, Subject::Series)
            }
            Subject::Entity(_) | Subject::Group(_) | Subject::Series(_) => *subject,
        };
        subjects.iter().map(one).collect()
    };
    let mut copy = assertion.clone();
    copy.subject = replaced(&assertion.subject);
    copy.object = replaced(&assertion.object);
    match &mut copy.predicate {
        Predicate::Streak(streak) => *streak.of = single(ground, &streak.of, period),
        Predicate::First(first) => *first.of = single(ground, &first.of, period),
        Predicate::Level(_) | Predicate::Change(_) | Predicate::Compare(_) => {}
        Predicate::Share(_) | Predicate::Rank(_) | Predicate::Top(_) | Predicate::Record(_) => {}
    }
    copy
}

/// In a period: as a whole, where it is made of whole ones; else, for what
/// is not an amount, in some week of it.
fn over(ground: &Ground<'_>, assertion: &Assertion, period: Period) -> Answer {
    let whole = at(ground, assertion, period);
    if whole.verdict() == Verdict::Refuted && !ground.about().adds_up && !ground.covers(period) {
        return of_stock(ground, assertion, period, whole);
    }
    let anywhere_inside = match &assertion.predicate {
        Predicate::Level(_) | Predicate::Change(_) => false,
        Predicate::Compare(_) | Predicate::Share(_) | Predicate::Rank(_) => true,
        Predicate::Top(_) | Predicate::Record(_) => true,
        Predicate::Streak(_) | Predicate::First(_) => true,
    };
    if whole.holds.supports() || !anywhere_inside {
        return whole;
    }
    let weeks = ground.weeks_inside(period);
    if weeks.is_empty() {
        return whole;
    }
    let parts = weeks.into_iter().map(|week| {
        let mut part = at(ground, &in_week(ground, assertion, week), week);
        part.at = Some(week);
        part
    });
    let whole = (!whole.incomparable).then_some(whole);
    choose(whole.into_iter().chain(parts).collect(), period)
}

/// A stock in a longer period: as of its last covered day, or of any other
/// inside. What it was on other days of more than a month nobody knows.
fn of_stock(ground: &Ground<'_>, assertion: &Assertion, period: Period, whole: Answer) -> Answer {
    match &assertion.predicate {
        Predicate::Level(_) | Predicate::Change(_) | Predicate::Compare(_) => {}
        Predicate::Share(_) | Predicate::Rank(_) | Predicate::Top(_) => {}
        Predicate::Record(_) | Predicate::Streak(_) | Predicate::First(_) => return whole,
    }
    let inside = ground.covered_inside(period);
    let known: i64 = inside.iter().map(Period::days).sum();
    for day in inside.into_iter().rev() {
        let mut answer = at(ground, &with_period(assertion, day), day);
        if answer.holds != Holds::No {
            answer.at = Some(day);
            answer.lines.insert(0, format!("not at the end of {}, but inside it:", words::when(period)));
            return answer;
        }
    }
    let mut answer = whole;
    if period.days() > 31 && known < period.days() {
        answer.holds = Holds::Open;
        answer.direction = None;
        answer.said = None;
        answer.lines.push(format!("nothing is known of other days of {}", words::when(period)));
    }
    answer
}

/// The assertion of one week out of a longer period: what it compares with
/// is the week before.
pub(crate) fn in_week(ground: &Ground<'_>, assertion: &Assertion, week: Period) -> Assertion {
    let mut copy = assertion.clone();
    copy.period = Some(week);
    let before = ground.later(week, -1);
    match &mut copy.predicate {
        Predicate::Change(change) => change.base = change.base.map(|_| before),
        Predicate::Compare(compare) => compare.base = compare.base.map(|_| before),
        Predicate::Rank(rank) => rank.base = rank.base.map(|_| before),
        Predicate::Streak(streak) => *streak.of = in_week(ground, &streak.of, week),
        Predicate::First(first) => *first.of = in_week(ground, &first.of, week),
        Predicate::Level(_) | Predicate::Share(_) | Predicate::Top(_) | Predicate::Record(_) => {}
    }
    copy
}

/// The answer that speaks for all weeks of a longer period.
fn choose(parts: Vec<Answer>, period: Period) -> Answer {
    let plain = |part: &Answer| part.holds.supports() && !part.flags.contains(&Flag::WithinRounding);
    let place = parts
        .iter()
        .position(plain)
        .or_else(|| parts.iter().position(|part| part.holds.supports() && !part.incomparable))
        .or_else(|| parts.iter().position(|part| part.holds != Holds::No));
    if let Some(mut answer) = place.and_then(|place| parts.get(place).cloned()) {
        if answer.holds.supports() {
            let week = answer.at.map_or_else(String::new, words::when);
            answer
                .lines
                .insert(0, format!("{} is more than a week; it holds in {week}", words::when(period)));
        }
        return answer;
    }
    let distance = |part: &Answer| part.distance.clone();
    let nearest = parts.into_iter().reduce(|best, part| match (distance(&part), distance(&best)) {
        (Some(new), Some(old)) if new < old => part,
        (Some(_), None) => part,
        (Some(_), Some(_)) | (None, _) => best,
    });
    let mut answer = nearest.unwrap_or_else(|| Answer::new(Holds::Open));
    let line = format!("it holds in no week of {}; the nearest is this", words::when(period));
    answer.lines.insert(0, line);
    answer
}

/// Where the text leaves the period open: in some covered one. Never refuted.
fn anywhere(ground: &Ground<'_>, assertion: &Assertion) -> Answer {
    for period in ground.table().periods.keys().rev() {
        let mut answer = at(ground, &with_period(assertion, *period), *period);
        if answer.holds.supports() && !answer.incomparable {
            answer.at = Some(*period);
            let line = format!("no period is named; it holds for {}", words::when(*period));
            answer.lines.insert(0, line);
            return answer;
        }
    }
    let mut open = Answer::new(Holds::Open);
    open.lines.push("no period is named, and it holds for no covered one".to_owned());
    open
}

fn with_period(assertion: &Assertion, period: Period) -> Assertion {
    let mut copy = assertion.clone();
    copy.period = Some(period);
    copy
}
