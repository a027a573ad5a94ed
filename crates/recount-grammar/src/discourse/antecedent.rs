//! Of whom else "it" and "they" may be said, where the sentence before names several; and what had been so
//! beside what was so then: `X had been third the week before and fell to ninth`.

use recount_model::{Assertion, Predicate, Subject, Subjects};

use super::pronoun::{is_one_thing, starts_with};
use super::{Discourse, Placed};
use crate::en::clause::{Act, Said, Who};

const IT: &[&str] = &["it", "its"];
const THEY: &[&str] = &["they", "their"];

/// Is somebody spoken of by one of these words?
fn is_called(said: &Said, text: &str, words: &[&str]) -> bool {
    said.who.who == Who::Carried
        && !said.who.bare
        && !said.who.together
        && starts_with(said.who.span.of(text), words)
}

/// "X passed Y. It had been ahead": Y of X, if it is Y; nobody is ahead of itself.
pub(super) fn against_the_other(mut told: Assertion, own: &Subjects) -> Assertion {
    if matches!(told.predicate, Predicate::Compare(_)) && told.object == told.subject {
        told.object = own.clone();
    }
    told
}

const fn is_thing(names: &[Subject]) -> bool {
    matches!(names.first(), Some(Subject::Entity(_)))
}

impl Discourse<'_> {
    /// "X lost 21 % and Y 18 %. They make up 12 % of all": both, not X alone. "X doubled, as the south had.
    /// They fell": not X.
    pub(super) fn plural(&self, said: &mut Said, text: &str) {
        if !is_called(said, text, THEY) || !is_one_thing(&self.subject) {
            return;
        }
        let list = if self.mentioned.is_empty() { &self.mentioned_before } else { &self.mentioned };
        let things = list.iter().filter(|names| is_thing(names)).count();
        let both = things > 1 && things == list.len();
        let own = self.subject.iter().filter_map(|names| names.first()).copied();
        let of_another = |one: &Subject| {
            matches!(one, Subject::Group(_)) && !own.clone().any(|own| self.is_member(own, &[*one]))
        };
        let another = self.around_before.iter().any(of_another);
        let each = matches!(&said.act, Act::Change { value } if !value.is_direction());
        said.who.who = match both {
            true if !each => Who::These { count: 0, each: false },
            false if !another => return,
            _ => Who::Unknown,
        };
    }

    /// "X, Y and Z had a good week. The three films drew 60 million hours", "both films grew": those films, where so
    /// many of them were named last.
    pub(super) fn so_many_of_those(&self, said: &mut Said) {
        // "Z was ahead of both".
        if let Act::Compare { object, .. } = &mut said.act
            && matches!(object.who, Who::These { each: true, .. })
            && let Ok(those) = self.those_named(&object.who)
        {
            object.who = Who::Named(those);
        }
        let (Some(count), Who::Named(names)) = (said.who.counted, &said.who.who) else { return };
        let these = Who::These { count, each: said.who.each };
        let [group] = names.as_slice() else { return };
        let inside =
            |one: &Vec<Subject>| is_thing(one) && one.first().is_some_and(|one| self.is_member(*one, group));
        if self.those_named(&these).is_ok_and(|those| those.iter().all(inside)) {
            (said.who.who, said.who.counted) = (these, None);
        }
    }

    /// "X overtook Y. It had been first": X, or Y after all.
    pub(super) fn or_other_named(&self, said: &Said, subject: &[Subject], text: &str) -> Vec<Subject> {
        let ([own], true) = (subject, is_called(said, text, IT) || is_called(said, text, THEY)) else {
            return Vec::new();
        };
        let it = is_called(said, text, IT);
        let total = self.setting.vocabulary.total().map(Subject::Group).filter(|_| it);
        let like = |other: &Subject| match (own, other) {
            _ if Some(*other) == total => true,
            (Subject::Entity(_), Subject::Entity(_)) => it,
            (Subject::Group(one), Subject::Group(other)) => self.are_alike(*one, *other),
            _ => false,
        };
        // "X processed more than Y. It was third": X.
        let against = self.said_before.as_deref().and_then(|before| match &before.act {
            Act::Compare { object, event: false, .. } => Some(&object.who),
            _ => None,
        });
        let is_against = |other: &Subject| matches!(against, Some(Who::Named(names)) if names.iter().flatten().any(|name| name == other));
        let told = self.mentioned.iter().chain(&self.mentioned_before).filter_map(|names| names.first());
        let mut others: Vec<Subject> = Vec::new();
        for other in told.chain(&self.around_before).filter(|other| like(other)) {
            if !is_against(other) && other != own && !others.contains(other) {
                others.push(*other);
            }
        }
        others
    }

    /// "In the week of May 25 it had been second.": of that week, and what follows may be of the article's.
    pub(super) fn keep_dated(&mut self, said: &Said, text: &str) {
        let when = text.get(..said.span.start).is_some_and(|front| front.trim_end().ends_with(" when"));
        self.now.dated |= self.fronting && (said.adjuncts.had || when);
        self.in_passing |= self.now.dated;
        if !said.adjuncts.local {
            self.now.had_last = said.adjuncts.had;
        }
    }

    /// "X had 4 trillion tokens last week. In the week of May 25, it had been second. Y rose 8 %": what had been
    /// so before the week that is spoken of is told in passing, and what follows is of that week again.
    pub(super) fn back_from_what_had_been(&mut self) {
        let [period, paragraph] = self.spoken_before;
        let told = self.paragraph.filter(|now| now.days() == 7 && paragraph != Some(*now));
        let (Some(then), true) = (told, self.now.had_last) else { return };
        let spoken = paragraph.or(period).or(self.setting.week);
        if spoken.is_some_and(|week| week.days() == 7 && then.end < week.start) {
            (self.period, self.paragraph) = (period, paragraph);
            self.pending_aside = Some(then);
        }
    }

    /// Keeps the time of the sentence, where a clause tells of what had been so before it.
    pub(super) fn keep_outer(&mut self, said: &Said, placed: &Placed) {
        if said.adjuncts.had && placed.relative && !self.fronting && self.outer.is_none() {
            self.outer = Some(self.fronted.take());
        }
    }

    /// "X had been third the week before and fell to ninth": it fell in the week of the sentence.
    /// "Both had gained the week before: X tripled": what a colon explains is of that week.
    pub(super) fn back_to_outer(&mut self, said: &Said, text: &str) {
        let explained = text.get(..said.span.start).is_some_and(|front| front.contains(':'));
        let told =
            !explained && said.adjuncts.present.is_some() && !said.adjuncts.had && !said.adjuncts.local;
        if told && let Some(outer) = self.outer.take() {
            self.fronted = outer;
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::en::clause::testing::{article, claims, world};
    use crate::{Format, Options, Reader};

    #[test]
    fn they_are_all_of_a_list() {
        let both = "Alder lost 21% last week and Birch 18%.";
        let last = |text: &str| article(text).last().cloned().unwrap_or_default();
        assert!(
            last(&format!("{both} They make up 12% of all tokens.")).starts_with("Alder and Birch together")
        );
        assert_eq!(last(&format!("{both} They rose 8% the week before.")), "?");
        assert_eq!(last(&format!("{both} It has 3 trillion tokens.")), "Alder was 3 trillion tokens");
    }

    #[test]
    fn what_had_been_is_of_its_own_week() {
        let before = "In the week of 15 June 2026, Alder ranked number 3 by call volume";
        let now = "Alder dropped to number 9 by call volume compared with the week of 15 June 2026";
        for text in [
            "Alder had been third the week before and fell to ninth.",
            "Alder – third the week before – fell to ninth.",
            "Having been third the week before, Alder fell to ninth.",
            "Alder, having been third, fell to ninth last week.",
        ] {
            assert_eq!(claims(text), [before, now], "{text}");
        }
    }

    #[test]
    fn it_may_be_either_of_two() {
        let world = world();
        let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
        let either = |text: &str| {
            let reading = Reader::new(&world).read(text, Format::Markdown, &options);
            let last = reading.claims.last().expect("a claim");
            last.readings.iter().any(|other| other.subject != last.assertion.subject)
        };
        assert!(either("Alder overtook Birch last week. It had been first."));
        assert!(either("Alder fell as Birch rose last week. Its volume doubled."));
        assert!(!either("Alder processed more tokens than Birch last week. It was third."));
        assert!(!either("Alder rose 8% last week. It was third."));
    }
}
