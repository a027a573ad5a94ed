//! What cannot be a claim, and what one statement says of several.

use recount_model::Number;

use super::*;

/// "has processed 20 trillion since June", "has not led since May": how long it
/// went on is no week's figure.
pub(super) fn refuse_span(said: &Said) -> Result<()> {
    let long =
        said.adjuncts.times.iter().any(|time| matches!(time.role, Role::Since | Role::Until | Role::Within));
    match said.act {
        _ if !long || super::every_week::holds_since(said) => Ok(()),
        Act::Change { .. } | Act::Record(_) => Ok(()),
        // "Since then it has climbed to fifth": from where it was then.
        Act::Rank { movement: Some(Movement::Up | Movement::Down), .. } => Ok(()),
        Act::Share { .. } | Act::Level { .. } if said.anchor != Anchor::Clause => Ok(()),
        Act::Share { .. } if said.adjuncts.times.iter().all(|time| time.role != Role::Since) => Ok(()),
        Act::Level { .. } => Err(Refusal::unchecked("an amount over a longer time than a week")),
        Act::Compare { .. } | Act::Share { .. } | Act::Rank { .. } | Act::Top { .. } | Act::Follows => {
            Err(Refusal::unread("how long it has held is said, but not as weeks running"))
        }
        Act::Unexplained { .. } => Ok(()),
    }
}

/// "Y's, on the other hand, fell 2 %": the figure that was told last, and what counts it, no rule read.
pub(super) fn refuse_owner_alone(said: &Said, text: &str, unread: bool) -> Result<()> {
    let alone = said.who.about == About::Nothing && said.who.span.of(text).ends_with(['s', '’', '\'']);
    let owner = alone && ["'s", "’s"].iter().any(|mark| said.who.span.of(text).ends_with(mark));
    match unread && owner {
        true => Err(Refusal::unread("whose figure it is, is not said")),
        false => Ok(()),
    }
}

/// "handled a total of 4 trillion", "4 trillion in all": its own, whoever else there is. What it "has
/// handled in all" it may have in all its weeks.
pub(super) fn is_own_total(said: &Said, text: &str) -> bool {
    const BEHIND: [&str; 4] = [" in all", " in total", " all told", " altogether"];
    let words = said.span.of(text);
    let behind = !said.adjuncts.perfect && BEHIND.iter().any(|total| words.contains(total));
    words.contains("a total of") || behind
}

/// "all southern models fell", "surpassed all southern models": what is said of
/// each member is not said of their sum.
pub(super) fn refuse_each(said: &Said, inside: bool) -> Result<()> {
    // "Led all films" is first among them.
    let object = !inside && matches!(&said.act, Act::Compare { object, .. } if object.each);
    let each = said.who.each && !matches!(said.act, Act::Level { .. } | Act::Share { .. } | Act::Top { .. });
    match object || each {
        true => Err(Refusal::unread("each member of a group, not their sum")),
        false => Ok(()),
    }
}

/// "It is now", "that was": what may be said of a lead as well as of whoever
/// leads.
pub(in crate::discourse) fn is_how_far(words: &str) -> bool {
    const VERBS: &[&str] = &[
        "is", "was", "now", "stands", "stood", "has", "had", "reached", "hit", "rose", "fell", "grew",
        "came", "amounted", "widened", "narrowed",
    ];
    let mut words = words.split_whitespace();
    let it = words
        .next()
        .is_some_and(|word| ["it", "this", "that"].iter().any(|it| it.eq_ignore_ascii_case(word)));
    it && words.next().is_some_and(|word| VERBS.contains(&word))
}

impl Discourse<'_> {
    /// "They" who are not all of the group that was named.
    pub(super) fn refuse_they(&self, said: &Said, text: &str) -> Result<()> {
        // "Total usage was 21 trillion, of which they accounted for 28 %": not of all of it.
        let of_which =
            text.get(..said.span.start).is_some_and(|front| front.trim_end().ends_with("of which"))
                || said.span.of(text).contains("of which they");
        if is_they(said, text) && of_which {
            return Err(Refusal::unread("whom the words mean, is not said"));
        }
        if matches!(said.act, Act::Change { .. }) && self.are_counted(said, text) {
            let why = "whether all of them or those that were counted are meant, is not said";
            return Err(Refusal::unread(why));
        }
        Ok(())
    }

    /// "The top three were all northern. They handled 17 trillion.": those three, not all of the north?
    pub(super) fn are_counted(&self, said: &Said, text: &str) -> bool {
        let top = &self.several.top;
        // "The four largest models came from the south and handled 17 trillion": those four.
        let of_four = top.now.is_some()
            && matches!(said.who.who, Who::Named(_))
            && said.who.span.end <= said.span.start
            && matches!(said.act, Act::Level { .. } | Act::Share { .. });
        of_four || is_they(said, text) && top.before.is_some() && top.now.is_none()
    }

    /// "has sold 3 million": in all, where nothing says in which week.
    pub(super) fn refuse_so_far(&self, said: &Said) -> Result<()> {
        let timeless =
            Self::own_times(said).is_empty() && self.fronted.is_none() && said.adjuncts.weeks.is_none();
        let amount = matches!(said.act, Act::Level { .. }) && said.adjuncts.first.is_none() && !said.negated;
        match said.adjuncts.so_far && timeless && amount {
            true => Err(Refusal::unchecked("an amount of all the time up to now, not a week's")),
            false => Ok(()),
        }
    }

    /// What it means, where that is not what it says word for word; or why it
    /// makes no claim.
    pub(super) fn as_meant(&mut self, said: &Said) -> Result<Option<Said>> {
        let again = self.did_so(said)?;
        let said = again.as_ref().unwrap_or(said);
        refuse_mood(said.mood)?;
        refuse_act(said)?;
        let ended = until(said);
        let since = self.since_then(ended.as_ref().unwrap_or(said))?;
        let mut told = if since.is_some() { since } else { ended };
        refuse_span(told.as_ref().unwrap_or(said))?;
        let other = self.singled(told.as_ref().unwrap_or(said))?;
        mean(&mut told, other);
        let other = self.as_share(told.as_ref().unwrap_or(said))?;
        mean(&mut told, other);
        let other = self.whose_lead(told.as_ref().unwrap_or(said))?;
        mean(&mut told, other);
        let other = self.by_the_figures(told.as_ref().unwrap_or(said));
        mean(&mut told, other);
        let other = each_in_the_top(told.as_ref().unwrap_or(said));
        mean(&mut told, other);
        let said = told.as_ref().unwrap_or(said);
        self.refuse_so_far(said)?;
        let inside = match &said.act {
            Act::Compare { object, value, .. } => {
                object.each && value.is_direction() && !value.falling && self.holds(object, &said.who)?
            }
            _ => false,
        };
        refuse_each(said, inside)?;
        let scaled = self.scaled(said)?;
        self.refuse_foreign(scaled.as_ref().unwrap_or(said))?;
        mean(&mut told, scaled);
        Ok(if told.is_some() { told } else { again })
    }

    /// "Shares of X closed higher. Y rose 2 %": what rose is what was spoken of,
    /// and that is not counted here.
    pub(super) fn refuse_foreign(&mut self, said: &Said) -> Result<()> {
        let about = |about: About| matches!(about, About::Metric(_));
        let counted = about(said.who.about)
            || said.adjuncts.about.is_some_and(about)
            || said.metric_of_others().is_some()
            || !said.adjuncts.counted.is_empty()
            || matches!(&said.act, Act::Level { metrics, .. } if !metrics.is_empty());
        self.counted_anew |= counted;
        let bare = |value: &Quantity| value.unit == Unit::Own;
        let moved = match &said.act {
            Act::Change { .. } | Act::Record(_) => true,
            Act::Level { value, metrics } => metrics.is_empty() && bare(value),
            _ => false,
        };
        // "By revenue, X is first. Y is second": by the same.
        let placed = match &said.act {
            Act::Rank { .. } | Act::Follows | Act::Top { .. } => true,
            Act::Share { whole, .. } => whole.is_none(),
            Act::Compare { value, .. } => value.is_direction(),
            _ => false,
        };
        if placed && !counted && self.elsewhere && !self.counted_anew {
            return Err(Refusal::unread("the words before it speak of another ranking"));
        }
        // "Norvane raised 2.1 billion. It rose 8 %": what rose, nobody knows.
        let carried = said.who.who == Who::Carried && !said.who.bare;
        let it = self.figure_unread && (carried || !matches!(said.act, Act::Level { .. }));
        match moved && !counted && (self.foreign || it) && !self.counted_anew {
            true => Err(Refusal::unread("the words before it speak of something else that is counted")),
            false => Ok(()),
        }
    }

    /// "The ducat weakened": more of it to the dollar, or less.
    pub(super) fn refuse_strength(&self, said: &Said, metric: MetricId) -> Result<()> {
        let moved = matches!(said.act, Act::Change { .. } | Act::Record(_));
        let price = self.setting.vocabulary.metric(metric).may_be_price();
        // "The price of X firmed" is a rise, whatever X is.
        let named = matches!(said.who.about, About::Metric(_));
        match said.adjuncts.strength && moved && price && !named {
            true => Err(Refusal::unread("whether a stronger one is a higher figure, is not said")),
            false => Ok(()),
        }
    }

    /// "rises 5-4 (24,000)" of a chart whose figures are places: no place is so far down.
    pub(super) fn refuse_no_place(&self, said: &Said, metric: MetricId) -> Result<()> {
        let Act::Level { value, .. } = &said.act else { return Ok(()) };
        let large = matches!(value.figure, recount_model::Figure::Decimal(decimal)
            if decimal.value() >= Number::from(1000_u32));
        // "The chart position of X was 2,000" says so itself.
        let named = matches!(said.who.about, About::Metric(_));
        match large && !named && self.setting.vocabulary.metric(metric).is_place() {
            true => Err(Refusal::unread("a figure that is no place, and its unit is not said")),
            false => Ok(()),
        }
    }

    /// "The three northern models": a group, if it has so many members.
    pub(super) fn refuse_count(&self, np: &Np) -> Result<()> {
        let (Some(count), Who::Named(names)) = (np.counted, &np.who) else { return Ok(()) };
        let vocabulary = self.setting.vocabulary;
        let fits = |name: &Subject| match name {
            Subject::Group(id) => {
                let members = &vocabulary.group(*id).members;
                let inside = |entity: &&recount_model::vocabulary::Entity| {
                    entity.series.iter().all(|series| members.contains(series))
                };
                let things = vocabulary.entities.iter().filter(inside).count();
                [things, members.len()].contains(&(count as usize))
            }
            _ => false,
        };
        match names.iter().flatten().all(fits) {
            true => Ok(()),
            false => Err(Refusal::unread("so many of them are no group that is known")),
        }
    }

    /// "X handled twice as much": as somebody else, in the same week.
    pub(super) fn refuse_other_figure(
        &self,
        said: &Said,
        text: &str,
        subjects: &[Vec<Subject>],
        placed: &Placed,
    ) -> Result<()> {
        self.refuse_across(said, text, placed)?;
        let Act::Compare { object: Np { who: Who::Figure, .. }, .. } = &said.act else { return Ok(()) };
        let other = self.figure.as_ref().is_some_and(|(whose, _)| whose != subjects);
        match other && self.figure_of == placed.period && !self.unread_before {
            true => Ok(()),
            false => Err(Refusal::unread("which figure is meant, is not said")),
        }
    }

    /// "By Wednesday, X had processed 2 trillion": what has come together up to
    /// a day is no week's figure.
    pub(super) fn refuse_sum(
        &self,
        said: &Said,
        metric: MetricId,
        placed: &Placed,
        text: &str,
    ) -> Result<()> {
        let up_to = said.adjuncts.times.iter().any(|time| time.role == Role::AsOf) || self.fronted_as_of;
        let day = placed.period.is_some_and(|period| period.days() < 7);
        let flow = self.setting.vocabulary.metric(metric).adds_up;
        let level = matches!(said.act, Act::Level { .. });
        // "Over the same week last year, the rate was 75 %": then, not now.
        let based = said.adjuncts.times.iter().any(|time| time.role == Role::Base) && !said.adjuncts.ago;
        if level && based && said.anchor == Anchor::Clause && starts_with(text, &["over"]) {
            return Err(Refusal::unread("the time it speaks of cannot be placed"));
        }
        // "X had 8 million, bringing its total to 69 million": a second level of one week.
        let told =
            self.levels[0].iter().any(|told| told.metric == metric && Some(told.period) == placed.period);
        let raised = level && flow && is_raised(said.span.of(text));
        if raised && (told || is_of_all_time(said.span.of(text))) {
            return Err(Refusal::unchecked("an amount of all the time up to now, not a week's"));
        }
        match said.act {
            Act::Level { .. } if up_to && day && flow => {
                Err(Refusal::unchecked("a sum up to a day, not a week's figure"))
            }
            _ => Ok(()),
        }
    }
}

/// "raising it to 7 million".
fn is_raised(words: &str) -> bool {
    const RAISING: &[&str] =
        &["raising", "bringing", "lifting", "taking", "pushing", "bumping", "boosting", "swelling"];
    has_word(words, RAISING)
}

/// "its haul", "its 16-day cume": all that came together.
fn is_of_all_time(words: &str) -> bool {
    has_word(words, &["haul", "cume", "cumulative", "gross"])
}

/// "The top three places went to X, Y and Z": each of them is in the top three.
fn each_in_the_top(said: &Said) -> Option<Said> {
    let Act::Top { top, among, count } = &said.act else { return None };
    let Who::Named(names) = &said.who.who else { return None };
    let things = names.iter().flatten().all(|name| matches!(name, Subject::Entity(_)));
    let all = *count == Quantity::whole(*top, Unit::Count) && names.len() == *top as usize && names.len() > 1;
    let act = Act::Rank { place: Place::Top(*top), movement: None, among: among.clone() };
    (things && all && !said.negated && !said.who.together).then(|| Said { act, ..said.clone() })
}

/// What no metric explains, and figures of another window than the table's.
pub(super) fn refuse_act(said: &Said) -> Result<()> {
    if let Act::Unexplained { why } = said.act {
        return Err(Refusal::unchecked(why));
    }
    match said.who.window {
        // "The southern total was three times that", "23 % of the southern total".
        Window::Total if matches!(said.act, Act::Compare { .. }) => Ok(()),
        Window::Total => Err(Refusal::unchecked("a total, which may be of all time: no figure of a week")),
        Window::Another => Err(Refusal::unchecked("a daily, monthly or average figure, not a weekly one")),
        Window::Week => Ok(()),
    }
}

pub(super) fn refuse_mood(mood: Mood) -> Result<()> {
    match (mood, mood.not_asserted()) {
        (_, Some(reason)) => Err(Refusal::unchecked(reason)),
        (Mood::Framed, None) => {
            Err(Refusal::unread("whether it is asserted is said in words that no rule reads"))
        }
        (_, None) => Ok(()),
    }
}

/// Does it speak of weeks running, of a part of everything or of the list: of
/// what only a weekly table tells?
pub(super) fn is_of_the_table(said: &Said) -> bool {
    let weeks = said.adjuncts.weeks.is_some_and(|weeks| weeks.unit == TimeUnit::Week);
    let whole = matches!(&said.act, Act::Share { whole: Some(whole), .. } if whole.who == Who::Total);
    weeks || whole
}

/// Several subjects: one claim about their sum, or one about each.
fn spread(act: &Act, subjects: &[Vec<Subject>], together: bool) -> Result<Vec<Subjects>> {
    let each =
        || subjects.iter().filter_map(|names| names.first().map(|name| Subjects::from_slice(&[*name])));
    if subjects.len() < 2 {
        return Ok(each().collect());
    }
    let sum: Subjects = subjects.iter().filter_map(|names| names.first().copied()).collect();
    match act {
        _ if together => Ok(vec![sum]),
        // "A, B and C accounted for two thirds": no three of them can each.
        Act::Share { value, .. } if exceeds_all(value, sum.len()) => Ok(vec![sum]),
        Act::Level { .. } | Act::Share { .. } | Act::Top { .. } => {
            Err(Refusal::unread("whether each of several is meant, or their sum"))
        }
        Act::Rank { place: Place::At(_), .. } | Act::Follows => Err(Refusal::unread("one place for several")),
        Act::Change { .. }
        | Act::Compare { .. }
        | Act::Record(_)
        | Act::Rank { .. }
        | Act::Unexplained { .. } => Ok(each().collect()),
    }
}

/// Would so many shares of that size be more than there is?
fn exceeds_all(value: &Quantity, count: usize) -> bool {
    let low = value.written().low.map(|low| low.value);
    let count = u32::try_from(count).map(Number::from);
    !value.is_direction() && low.zip(count.ok()).is_some_and(|(low, count)| low * count > Number::from(100))
}

/// The subjects of the claims that it makes: "both" are each of them.
pub(super) fn spread_subjects(
    said: &Said,
    subjects: &[Vec<Subject>],
    together: bool,
    text: &str,
) -> Result<Vec<Subjects>> {
    let figure = matches!(said.act, Act::Level { .. } | Act::Share { .. });
    if matches!(said.who.who, Who::These { each: true, .. }) || figure && !together && is_each(said, text) {
        let each = subjects.iter().filter_map(|names| names.first());
        return Ok(each.map(|name| Subjects::from_slice(&[*name])).collect());
    }
    spread(&said.act, subjects, together)
}

/// "X and Y each processed", "X and Y both passed", "both X and Y had": what is said of several is so of each.
fn is_each(said: &Said, text: &str) -> bool {
    let several = matches!(&said.who.who, Who::Named(names) if names.len() > 1);
    let each = |words: &str| starts_with(words, &["each", "both"]);
    let behind = text.get(said.who.span.end..).is_some_and(|rest| each(rest.trim_start()));
    several && (behind || starts_with(said.who.span.of(text), &["both"]))
}

/// "surpassed X and Y": each of them, unless their sum is meant.
pub(super) fn spread_objects(said: &Said, together: bool) -> Vec<Said> {
    if let (Act::Compare { object, value, event }, false) = (&said.act, together)
        && !object.together
        && let Who::Named(names) = &object.who
        && names.len() > 1
    {
        let each = names.iter().map(|name| {
            let object = Np { who: Who::Named(vec![name.clone()]), ..object.clone() };
            Said { act: Act::Compare { object, value: value.clone(), event: *event }, ..said.clone() }
        });
        return each.collect();
    }
    vec![said.clone()]
}

/// What holds for weeks, or for the first time, is a state: what it presupposes
/// about the week before is left out.
pub(super) fn as_state(mut assertion: Assertion, weeks: bool) -> Assertion {
    match &mut assertion.predicate {
        Predicate::Compare(compare) => compare.base = None,
        Predicate::Rank(rank) if weeks || rank.movement != Some(Movement::Left) => {
            rank.base = None;
            rank.movement = None;
        }
        _ => {}
    }
    assertion
}

/// "Its models", of one model.
pub(super) fn models_of_one(said: &Said, text: &str, subjects: &[Vec<Subject>]) -> Result<()> {
    let things = said.who.about == About::Nothing && !said.who.share && !said.adjuncts.apart;
    let words = said.who.span.of(text);
    // "Its 4.3 trillion tokens were a record."
    let behind = text.get(said.who.span.end..).unwrap_or("").trim_start();
    let amount = behind.starts_with(|c: char| c.is_ascii_digit());
    let its = said.who.who == Who::Carried && !amount && starts_with(words, &["its", "their"]);
    match things && its && is_one_thing(subjects) {
        true => Err(Refusal::unread("whom the words mean, is not said")),
        false => Ok(()),
    }
}

pub(super) fn streak(inner: Assertion, weeks: WeeksRunning) -> Result<Assertion> {
    if weeks.unit != TimeUnit::Week {
        return Err(Refusal::unchecked("a streak of days, months or years, not of weeks"));
    }
    let of = as_state(inner, true);
    // "rose for a third week": of a change it means the third in a row.
    let weeks = match of.predicate {
        Predicate::Change(_) if weeks.cumulative && !weeks.in_all => {
            WeeksRunning { cumulative: false, consecutive: true, ..weeks }
        }
        _ => weeks,
    };
    // "for nine weeks" of an amount is its sum or its duration, not a streak.
    let amount = match &of.predicate {
        // "has been above 220,000 for nine weeks" is no sum.
        Predicate::Level(level) => {
            level.value.written().low.is_some() && level.value.written().high.is_some()
        }
        Predicate::Share(_) => true,
        _ => false,
    };
    if !weeks.consecutive && !weeks.cumulative && amount {
        return Err(Refusal::unread("an amount over several weeks"));
    }
    let weeks_said = match weeks.weeks {
        Weeks::Exactly(0) => return Err(Refusal::unread("a streak of no weeks")),
        other => other,
    };
    Ok(Assertion {
        subject: of.subject.clone(),
        object: of.object.clone(),
        metric: of.metric,
        scope: of.scope,
        period: of.period,
        negated: false,
        predicate: Predicate::Streak(Streak {
            weeks: weeks_said,
            ordinal: weeks.ordinal,
            cumulative: weeks.cumulative,
            of: Box::new(of),
        }),
    })
}
/// "Token Watch #14": the number of the letter, of nobody.
pub(super) fn place_of_nobody(said: &Said) -> Result<()> {
    match matches!(said.act, Act::Rank { .. }) && said.who.bare {
        true => Err(Refusal::unread("whose place it is, is not said")),
        false => Ok(()),
    }
}

/// Another meaning in the place of the one that was found before. It is large: nothing is moved where there is none.
fn mean(told: &mut Option<Said>, other: Option<Said>) {
    if other.is_some() {
        *told = other;
    }
}

/// "they", "these", "their".
fn is_they(said: &Said, text: &str) -> bool {
    said.who.who == Who::Carried && starts_with(said.who.span.of(text), &["they", "their", "these", "those"])
}
