//! v(subject, period) as a part of v(object, period), or of its top n.

use recount_model::{Assertion, Interval, Number, Period, Share, Subject, Unit};

use super::{Measure, contrast, hundred, weigh};
use crate::figures::{Datum, Ground};
use crate::finding::Evidence;
use crate::kind::top;
use crate::truth::{Attempt, Gap};
use crate::words;

pub(super) fn answer(ground: &Ground<'_>, assertion: &Assertion, share: &Share, period: Period) -> Attempt {
    if share.value.unit != Unit::Percent {
        return Err(Gap::incomparable("a share is a percentage"));
    }
    let part = of(ground, &assertion.subject, &assertion.object, share.top, period)?;
    let measure =
        Measure { given: part.given.clone(), admitted: part.admitted.clone(), beyond: part.beyond.clone() };
    let mut answer = weigh(&share.value, &measure, &Number::ZERO);
    answer.lines.insert(0, part.line(period));
    answer.said = contrast(&answer, &share.value);
    answer.actual = Some(ground.amount(measure.admitted, Unit::Percent));
    answer.evidence = part.evidence();
    Ok(answer)
}

/// A share and what it was worked out from.
pub(crate) struct Of {
    part: Datum,
    whole: Datum,
    part_words: String,
    whole_words: String,
    given: Interval,
    admitted: Interval,
    beyond: Option<Interval>,
}

impl Of {
    pub(crate) fn datum(&self) -> Datum {
        Datum {
            given: self.given.clone(),
            admitted: self.admitted.clone(),
            beyond: self.beyond.clone(),
            evidence: Vec::new(),
        }
    }

    pub(crate) fn evidence(&self) -> Vec<Evidence> {
        self.part.evidence.iter().chain(&self.whole.evidence).cloned().collect()
    }

    pub(super) fn line(&self, period: Period) -> String {
        format!(
            "{}: {} {} of {} of {} is {}",
            words::when(period),
            self.part_words,
            self.part.words(),
            self.whole.words(),
            self.whole_words,
            words::range(&self.given, |n| words::amount(n, Unit::Percent)),
        )
    }
}

/// The share of `subject` in `object` (everything, where none is named), in
/// percent; of the top `top` of the object only, where that is given.
pub(crate) fn of(
    ground: &Ground<'_>,
    subject: &[Subject],
    object: &[Subject],
    top: Option<u32>,
    period: Period,
) -> Result<Of, Gap> {
    let vocabulary = ground.vocabulary();
    let everything: Vec<Subject> = vocabulary.total().map(Subject::Group).into_iter().collect();
    let object = if object.is_empty() { everything.as_slice() } else { object };
    let (part, whole, whole_words) = match top {
        None if object.is_empty() => {
            return Err(Gap::incomparable("no group selects everything: a share of nothing"));
        }
        None => {
            let whole = ground.sum(object, period)?;
            (ground.sum(subject, period)?, whole, words::names(vocabulary, object))
        }
        Some(n) => {
            let (part, whole) = top::volume(ground, subject, object, n, period)?;
            let among = match object {
                [] => String::new(),
                [Subject::Group(id)] if vocabulary.group(*id).is_total() => String::new(),
                object => format!(" of {}", words::names(vocabulary, object)),
            };
            (part, whole, format!("the top {n}{among}"))
        }
    };
    let percent = |part: &Interval, whole: &Interval| {
        let none = || Gap::Missing {
            words: format!("{whole_words} has no figure above zero for {}", words::when(period)),
            period: None,
        };
        percentage(part, whole).ok_or_else(none)
    };
    let wide = |datum: &Datum| datum.beyond.clone().unwrap_or_else(|| datum.admitted.clone());
    let beyond =
        (part.beyond.is_some() || whole.beyond.is_some()).then(|| percent(&wide(&part), &wide(&whole)));
    Ok(Of {
        given: percent(&part.given, &whole.given)?,
        admitted: percent(&part.admitted, &whole.admitted)?,
        beyond: beyond.transpose()?,
        part_words: words::names(vocabulary, subject),
        whole_words,
        part,
        whole,
    })
}

/// The part in percent of the whole; `None` where one of them may be negative,
/// or the whole is nothing.
fn percentage(part: &Interval, whole: &Interval) -> Option<Interval> {
    let negative = Interval::below(Number::ZERO);
    if !part.is_disjoint(&negative) || !whole.is_disjoint(&negative) {
        return None;
    }
    Some(part.quotient(whole)?.scaled(&hundred()))
}
