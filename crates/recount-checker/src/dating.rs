//! Weeks that the text does not tell, told by arithmetic.
//!
//! A claim may speak of an open week: of none at all, or of "last week" in a text
//! without a date. Where the figures leave exactly one covered week for it, or
//! for everything that the text says of its open weeks taken together (two
//! levels and the growth between them date each other), that is the week, and
//! the finding says so. A week that was found like this supports: it accuses
//! nobody, so a claim that does not fit where others are dated stays undecided.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{
    Assertion, Assumption, Cadence, Flag, MetricId, OpenWeek, Period, Predicate, Span, Verdict, Voice,
};

use crate::figures::{Data, when};
use crate::finding::Finding;
use crate::readings::decide;
use crate::{Said, verdict, words};

/// Of one text at most so many claims with open weeks are held together.
const MANY: usize = 40;

/// Places the claims with open weeks, text by text.
pub(crate) fn place(data: &Data<'_>, said: &[Said<'_>], findings: &mut [Finding]) {
    let mut texts: BTreeMap<(Voice, MetricId), Vec<Open<'_>>> = BTreeMap::new();
    for (at, said) in said.iter().enumerate() {
        if let Some(open) = Open::of(data, at, said) {
            texts.entry((said.voice, open.said.metric)).or_default().push(open);
        }
    }
    for opens in texts.values() {
        Text { data, opens }.place(findings);
    }
}

/// A claim with an open week.
struct Open<'c> {
    at: usize,
    sentence: Span,
    said: &'c Assertion,
    /// From the week that the text counts from.
    week: OpenWeek,
    /// Does the text tell that ("last week"), or nothing at all?
    told: bool,
    /// What the figures say, by the week that the text would count from; nothing
    /// where they lack one that it needs.
    verdicts: BTreeMap<Period, Verdict>,
}

impl<'c> Open<'c> {
    fn of(data: &Data<'_>, at: usize, said: &Said<'c>) -> Option<Self> {
        let claim = said.claim;
        let own = &claim.assertion;
        let inner = own.predicate.inner().and_then(|inner| inner.period);
        let table = data.table(own.metric);
        if own.period.or(inner).is_some() || !claim.readings.is_empty() || table.periods.len() < 2 {
            return None;
        }
        let told = claim.assumptions.iter().find_map(|one| match one {
            Assumption::OpenWeek(week) => Some(*week),
            _ => None,
        });
        if told.is_some() && table.cadence != Cadence::Week {
            return None;
        }
        let mut open = Self {
            at,
            sentence: claim.sentence,
            said: own,
            week: told.unwrap_or(OpenWeek { week: 0, base: None }),
            told: told.is_some(),
            verdicts: BTreeMap::new(),
        };
        for week in table.periods.keys() {
            let anchor = when::later(table.cadence, *week, -i64::from(open.week.week));
            if let Some(verdict) = open.verdict(data, anchor) {
                open.verdicts.insert(anchor, verdict);
            }
        }
        Some(open)
    }

    /// The claim, told from that week.
    fn placed(&self, cadence: Cadence, anchor: Period) -> Assertion {
        let later = |weeks: i16| when::later(cadence, anchor, i64::from(weeks));
        let week = later(self.week.week);
        let base = self.week.base.map_or_else(|| when::later(cadence, week, -1), later);
        with_weeks(self.said, week, base, self.week.base.is_some())
    }

    fn verdict(&self, data: &Data<'_>, anchor: Period) -> Option<Verdict> {
        let cadence = data.table(self.said.metric).cadence;
        let answer = decide(data, &[&self.placed(cadence, anchor)]).answer;
        answer.missing.is_empty().then(|| answer.verdict())
    }
}

/// The assertion of a week; `told` where the text itself names what it compares with.
fn with_weeks(said: &Assertion, week: Period, base: Period, told: bool) -> Assertion {
    let mut copy = said.clone();
    copy.period = Some(week);
    let then = |old: &mut Option<Period>, always: bool| {
        if old.is_none() && (always || told) {
            *old = Some(base);
        }
    };
    match &mut copy.predicate {
        Predicate::Change(change) => then(&mut change.base, true),
        Predicate::Compare(compare) => then(&mut compare.base, false),
        Predicate::Rank(rank) => then(&mut rank.base, rank.movement.is_some()),
        Predicate::Record(record) => then(&mut record.base, false),
        Predicate::Streak(streak) => *streak.of = with_weeks(&streak.of, week, base, told),
        Predicate::First(first) => *first.of = with_weeks(&first.of, week, base, told),
        Predicate::Level(_) | Predicate::Share(_) | Predicate::Top(_) => {}
    }
    copy
}

/// What leaves one week only, with the number of statements that do.
#[derive(Clone, Copy)]
enum How {
    Sentence(usize),
    /// So many, and of how many.
    Text(usize, usize),
}

/// What one text says of open weeks, of one metric.
struct Text<'t> {
    data: &'t Data<'t>,
    opens: &'t [Open<'t>],
}

impl Text<'_> {
    fn place(&self, findings: &mut [Finding]) {
        let all: Vec<&Open<'_>> = self.opens.iter().take(MANY).collect();
        let told: Vec<&Open<'_>> = all.iter().copied().filter(|open| open.told).collect();
        let whole = [&all, &told].into_iter().find_map(|set| Some((set.clone(), only(set)?)));
        let found = whole.filter(|(set, _)| set.len() > 1).or_else(|| all_but_one(&told));
        if let Some((together, anchor)) = &found {
            let apart = usize::from(together.len() + 1 == told.len());
            let how = How::Text(together.len(), together.len() + apart);
            for open in together {
                self.date(open, *anchor, how, findings);
            }
        }
        // What is told from the week of others is not dated without them.
        let left = |open: &&Open<'_>| match &found {
            Some((set, _)) => !open.told && !is_among(open, set),
            None => true,
        };
        let mut anchors = Vec::new();
        for sentence in sentences(all.iter().copied().filter(left)) {
            anchors.extend(self.sentence(&sentence, findings));
        }
        let anchor = found.map(|(_, anchor)| anchor).or_else(|| agreed(&anchors));
        if let Some(anchor) = anchor {
            self.follow(&told, anchor, findings);
        }
    }

    /// Dates what one sentence says, where one week alone is left for all of it. The
    /// week to count from, for each claim that is told from it.
    fn sentence(&self, sentence: &[&Open<'_>], findings: &mut [Finding]) -> Vec<Period> {
        let Some(anchor) = only(sentence) else {
            return Vec::new();
        };
        let mut anchors = Vec::new();
        for open in sentence {
            self.date(open, anchor, How::Sentence(sentence.len()), findings);
            if open.told && findings[open.at].dated.is_some() {
                anchors.push(anchor);
            }
        }
        anchors
    }

    /// What other claims dated, the rest of the text is told from too; where it
    /// does not hold there, nothing is decided.
    fn follow(&self, told: &[&Open<'_>], anchor: Period, findings: &mut [Finding]) {
        for open in told {
            let dated = findings[open.at].dated.is_some();
            match open.verdicts.get(&anchor) {
                Some(Verdict::Supported) if !dated => self.date(open, anchor, How::Text(2, 2), findings),
                Some(Verdict::Refuted) if findings[open.at].verdict == Verdict::Undecided => {
                    let week = open.placed(Cadence::Week, anchor).period;
                    let week = week.map_or_else(String::new, words::when);
                    let line = format!(
                        "other statements of this text would make it {week}, and there it does not hold"
                    );
                    let reason = &mut findings[open.at].reason;
                    *reason = format!("{reason}\n{line}");
                }
                Some(_) | None => {}
            }
        }
    }

    /// Notes that the claim speaks of that week, where the figures support it there.
    fn date(&self, open: &Open<'_>, anchor: Period, by: How, findings: &mut [Finding]) {
        if open.verdicts.get(&anchor) != Some(&Verdict::Supported) {
            return;
        }
        let placed = open.placed(self.data.table(open.said.metric).cadence, anchor);
        let week = placed.period.map_or_else(String::new, words::when);
        let how = match by {
            How::Sentence(0 | 1) => format!("no week is named; of those with figures it fits {week} alone"),
            How::Sentence(many) => format!(
                "no week is named; of those with figures only {week} fits what this sentence says ({many} \
                 statements)"
            ),
            How::Text(many, of) if many < of => format!(
                "no week is named; of those with figures only {week} fits all but one of what this text says of \
                 its weeks ({of} statements)"
            ),
            How::Text(many, _) => format!(
                "no week is named; of those with figures only {week} fits what this text says of its weeks \
                 ({many} statements)"
            ),
        };
        let mut finding = verdict::of(self.data, &placed, &[&placed]);
        finding.reason = format!("{how}\n{}", finding.reason);
        finding.flags = flags(&finding.flags, &findings[open.at].flags);
        finding.dated = Some(Box::new(placed));
        findings[open.at] = finding;
    }
}

fn flags(found: &[Flag], before: &[Flag]) -> Vec<Flag> {
    let assumed = before.iter().filter(|flag| **flag == Flag::AssumedYear);
    let all: BTreeSet<Flag> = found.iter().chain(assumed).copied().chain([Flag::Derived]).collect();
    all.into_iter().collect()
}

/// All but one of several, if there is one week to count from with which no more
/// than one of them does not fit.
fn all_but_one<'o, 'c>(told: &[&'o Open<'c>]) -> Option<(Vec<&'o Open<'c>>, Period)> {
    if told.len() < 3 {
        return None;
    }
    let without = |left_out: usize| -> Vec<&'o Open<'c>> {
        let kept = (0..told.len()).filter(|at| *at != left_out).map(|at| told[at]);
        kept.collect()
    };
    let anchors: BTreeSet<Period> = (0..told.len()).flat_map(|at| fitting(&without(at))).collect();
    if anchors.len() > 1 {
        return None;
    }
    (0..told.len()).find_map(|at| {
        let kept = without(at);
        let anchor = only(&kept)?;
        Some((kept, anchor))
    })
}

/// The week to count from by which two claims at least were dated, and none by
/// another.
fn agreed(anchors: &[Period]) -> Option<Period> {
    let first = *anchors.first()?;
    (anchors.len() > 1 && anchors.iter().all(|anchor| *anchor == first)).then_some(first)
}

/// The claims of each sentence that are told alike, from an open week or of none at
/// all. A claim for which no week has figures says nothing of the others.
fn sentences<'o, 'c>(opens: impl Iterator<Item = &'o Open<'c>>) -> Vec<Vec<&'o Open<'c>>> {
    let mut sentences: BTreeMap<(Span, bool), Vec<&Open<'c>>> = BTreeMap::new();
    for open in opens.filter(|open| !open.verdicts.is_empty()) {
        sentences.entry((open.sentence, open.told)).or_default().push(open);
    }
    sentences.into_values().collect()
}

fn is_among(one: &Open<'_>, among: &[&Open<'_>]) -> bool {
    among.iter().any(|other| other.at == one.at)
}

/// The only week to count from with which no claim is refuted, among those for
/// which the figures have all that the claims need; some claim must be supported
/// there.
fn only(together: &[&Open<'_>]) -> Option<Period> {
    let &[anchor] = fitting(together).as_slice() else {
        return None;
    };
    let supported = together.iter().any(|open| open.verdicts.get(&anchor) == Some(&Verdict::Supported));
    supported.then_some(anchor)
}

/// Every week to count from with which no claim is refuted, among those for which
/// the figures have all that the claims need.
fn fitting(together: &[&Open<'_>]) -> Vec<Period> {
    let Some((first, rest)) = together.split_first() else {
        return Vec::new();
    };
    let fits = |verdict: Option<&Verdict>| matches!(verdict, Some(Verdict::Supported | Verdict::Undecided));
    let all = first.verdicts.iter().filter(|(anchor, verdict)| {
        fits(Some(*verdict)) && rest.iter().all(|open| fits(open.verdicts.get(*anchor)))
    });
    all.map(|(anchor, _)| *anchor).collect()
}
