//! Who "it", "the model", "the latter" and "their counterparts" are.

use recount_model::{GroupId, Subject};

use super::{Discourse, Refusal, side_by_side, unsure};
use crate::en::clause::{Act, Item, Said, Who};
use crate::en::lexicon::Seen;

type Result<T> = std::result::Result<T, Refusal>;

/// "And the total?", "What about the total?": the words without those that join them to the
/// sentence before.
pub(super) fn without_joins(text: &str) -> &str {
    const JOINS: [&str; 10] =
        ["and", "but", "so", "now", "then", "yet", "what about", "how about", "what of", "as for"];
    let mut label = text.trim_matches(|c: char| !c.is_alphabetic());
    for join in JOINS.iter().chain(&JOINS) {
        let joined = label.get(..join.len()).is_some_and(|front| front.eq_ignore_ascii_case(join));
        if let (true, Some(rest)) = (joined, label.get(join.len()..))
            && rest.starts_with([' ', ','])
        {
            label = rest.trim_start_matches([' ', ',']);
        }
    }
    label
}

/// "And the rest?": a question that is nothing but a noun, behind a joining word.
pub(super) fn asks_of_another(text: &str) -> bool {
    const LONGEST: usize = 4;
    if !text.trim_end().ends_with('?') {
        return false;
    }
    let label = without_joins(text);
    let joined = label.len() < text.trim_matches(|c: char| !c.is_alphabetic()).len();
    joined && starts_with(label, &["the"]) && label.split_whitespace().count() <= LONGEST
}

/// "X's 5.3 trillion": a figure with its owner, and no verb.
fn is_owned_figure(words: &str) -> bool {
    let figure = words.split_once("'s ").or_else(|| words.split_once("’s ")).map(|(_, figure)| figure);
    figure.is_some_and(|figure| {
        figure.starts_with(|c: char| c.is_ascii_digit()) && figure.split_whitespace().count() <= 3
    })
}

impl Discourse<'_> {
    /// Forgets that somebody was named, who is so but once.
    pub(super) fn unname(&mut self, subject: Subject) {
        if let Some(place) = self.named.iter().rposition(|old| *old == subject) {
            self.named.remove(place);
        }
    }

    /// Who "it" is in the next sentence: the one of whom the main clause of this
    /// one speaks; `before` where that is still the one of the sentence before.
    pub(super) fn hand_on(&mut self, items: &[Item], before: Option<Vec<Vec<Subject>>>, text: &str) {
        let first = items.iter().find_map(|item| match item {
            Item::Said(said) => match &said.who.who {
                Who::Named(names) => Some(names.clone()),
                // "The platform processed 58 trillion. It was the first decline since June."
                Who::Total => {
                    let total = self.setting.vocabulary.total().map(Subject::Group);
                    Some(total.map(|total| vec![total]).into_iter().collect())
                }
                // "Token usage rose 3 %. It was 28.2 trillion": that of everything.
                Who::Carried if said.who.bare => {
                    let all = self.everything(&said.who).filter(|all| self.told_of == Some(*all));
                    all.map(|all| vec![vec![all]])
                }
                Who::Member { .. } | Who::Ranked(_) | Who::Former | Who::Latter => {
                    Some(self.mentioned.first().cloned().into_iter().collect())
                }
                _ => None,
            },
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        // "It took first place from Y": it is still the one who is spoken of.
        self.subject = match before {
            // Somebody else was named in words that no rule read: who knows.
            Some(_) if self.lost => Vec::new(),
            Some(before) => before,
            None => first.unwrap_or_else(|| std::mem::take(&mut self.subject)),
        };
        // "X's 5.3 trillion and Y's 2.3 trillion added up to 7.6 trillion. It had been 6.4": the sum.
        let owned = |item: &Item| match item {
            Item::Said(said) => is_owned_figure(said.span.of(text)),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => true,
        };
        if self.lost && items.iter().all(owned) {
            self.subject.clear();
        }
        let together = items.iter().any(
            |item| matches!(item, Item::Said(said) if said.who.together && said.who.who == Who::Carried),
        );
        if together && !self.resumed.summed.is_empty() {
            self.subject.clone_from(&self.resumed.summed);
        }
        self.led = self.apart || self.seen.any(Seen::LEAD) && unsure::speaks_of_lead(text);
        let of_two = items.iter().any(
            |item| matches!(item, Item::Said(said) if matches!(said.who.who, Who::Former | Who::Latter)),
        );
        let told = of_two && !self.mentioned.is_empty();
        if self.seen.any(Seen::ASIDE) && unsure::loses_track(text, told) {
            self.subject.clear();
            self.before.clear();
        }
    }

    /// "The model", "its volume", "they" at the beginning of a paragraph: the one
    /// of whom the paragraph before spoke, where nobody was named since.
    pub(super) fn pronoun(&self, said: &Said, text: &str) -> Option<Vec<Vec<Subject>>> {
        let alone = said.who.who == Who::Carried && self.subject.is_empty() && !self.lost;
        // "And the whole platform? | 44.6 trillion.": the answer stands in a paragraph of its own.
        if alone && said.adjuncts.bare && self.asked && !self.before.is_empty() {
            return Some(self.before.clone());
        }
        // "¶ Their combined share was 37 %": of those who were named last.
        let [one, _, ..] = self.resumed.named() else { return self.one_before(said, text, alone) };
        if alone && said.who.together {
            return Some(vec![one.clone()]);
        }
        self.one_before(said, text, alone)
    }

    /// The one of whom the paragraph before spoke.
    fn one_before(&self, said: &Said, text: &str, alone: bool) -> Option<Vec<Vec<Subject>>> {
        let words = said.who.span.of(text);
        (alone && !said.who.bare && agrees(words, &self.before) && !self.before.is_empty())
            .then(|| self.before.clone())
    }

    /// What its place among all that the sentence says tells of a statement.
    pub(super) fn in_its_place(&self, items: &[Item], at: usize, said: &mut Said, text: &str) {
        unsure::doubt(items, at, said, self.led, text);
        self.of_the_share(items, said, text);
        side_by_side::leave_open(items, at, said, text);
        let nobody = self.subject.is_empty() && self.before.is_empty();
        of_the_one_to_come(items, at, said, text, nobody);
    }

    /// Those who were named last, in this sentence or the one before; of a group and its own
    /// members the members.
    pub(super) fn those_named(&self, who: &Who) -> Result<Vec<Vec<Subject>>> {
        let enough = |list: &[Vec<Subject>]| match who {
            Who::These { count: 0, .. } => list.len() > 1,
            Who::These { count, .. } => u32::try_from(list.len()).is_ok_and(|found| found == *count),
            _ => list.len() == 2,
        };
        // "X overtook both Y and Z. The latter …": the last one, whoever else is named there.
        if let (Who::Latter, Some(last)) = (who, self.last_of_several()) {
            return Ok(vec![last]);
        }
        // At the beginning of a paragraph of prose: those of the one before.
        let nobody =
            self.mentioned.is_empty() && self.mentioned_before.is_empty() && self.around_all.is_empty();
        let above = if nobody { self.resumed.named() } else { &[] };
        let list = [self.mentioned.as_slice(), &self.mentioned_before, above]
            .into_iter()
            .flat_map(|list| [list.to_vec(), self.members_only(list)])
            .find(|list| enough(list))
            .or_else(|| self.two_around().filter(|list| enough(list)))
            .or_else(|| match who {
                Who::These { count: count @ 2.., .. } => self.so_many_here(*count),
                _ => None,
            });
        let alike = |list: &[Vec<Subject>]| {
            let groups = list.iter().filter(|names| matches!(names.first(), Some(Subject::Group(_)))).count();
            groups == 0 || groups == list.len()
        };
        match (list.as_deref(), who) {
            (Some([first, _]), Who::Former) => Ok(vec![first.clone()]),
            (Some([_, second]), Who::Latter) => Ok(vec![second.clone()]),
            // "Of them": whoever is meant is of one kind, and nobody else was told of just before.
            (Some(list), Who::These { count: 0, .. }) if !alike(list) || self.one_more(list) => {
                Err(Refusal::unread("who they are, is not said"))
            }
            (Some(list), Who::These { .. }) => Ok(list.to_vec()),
            _ => Err(Refusal::unread("who they are, is not said")),
        }
    }

    /// Of three or more who were told of in the sentence before, the one whose name stands last.
    fn last_of_several(&self) -> Option<Vec<Subject>> {
        let list = if self.mentioned.is_empty() { &self.mentioned_before } else { return None };
        let things = list.iter().all(|names| matches!(names.first(), Some(Subject::Entity(_))));
        let last = self.around_before.last().filter(|_| list.len() > 2 && things)?;
        list.iter().find(|names| names.first() == Some(last)).cloned()
    }

    /// The only two of one kind whose names stand in the sentence before, read or not, where it
    /// says nothing of others.
    fn two_around(&self) -> Option<Vec<Vec<Subject>>> {
        let mut names = self.around_before.clone();
        names.dedup();
        // "X and Y, both from Norvane, parted ways": X and Y.
        let things: Vec<Subject> =
            names.iter().copied().filter(|one| matches!(one, Subject::Entity(_))).collect();
        let owns = |one: &Subject| {
            matches!(one, Subject::Group(_)) && things.iter().all(|thing| self.is_member(*thing, &[*one]))
        };
        if things.len() == 2 && names.iter().all(|one| things.contains(one) || owns(one)) {
            names = things;
        }
        let here = |told: &Vec<Subject>| told.first().is_some_and(|one| names.contains(one));
        let told = self.mentioned.iter().all(here)
            && self.mentioned_before.iter().all(|told| told.first().is_some_and(|one| names.contains(one)));
        let alike = match names.as_slice() {
            [Subject::Group(one), Subject::Group(other)] => one != other && self.are_alike(*one, *other),
            [Subject::Entity(one), Subject::Entity(other)] => one != other,
            _ => false,
        };
        (told && alike).then(|| names.iter().map(|one| vec![*one]).collect())
    }

    /// "Together they processed", "their combined share": of all who were named in the
    /// sentence before, where it is handed on of one only.
    pub(super) fn together(
        &self,
        said: &Said,
        subjects: &[Vec<Subject>],
    ) -> Result<Option<Vec<Vec<Subject>>>> {
        let [one] = subjects else { return Ok(None) };
        if said.who.who != Who::Carried || !said.who.together {
            return Ok(None);
        }
        let unsure = || Err(Refusal::unread("who they are, is not said"));
        let lists = [&self.mentioned, &self.mentioned_before];
        let last = lists.into_iter().find(|list| !list.is_empty());
        let mut those = last.map_or(self.resumed.named(), Vec::as_slice).to_vec();
        those.retain(|names| !self.is_everything(std::slice::from_ref(names)));
        match those.as_slice() {
            // "Northern models rose. Together they …": all of them.
            [] | [_] if matches!(one.first(), Some(Subject::Group(_))) => Ok(None),
            // "X had 4 trillion tokens. Y had 3. Together they …".
            [] | [_] => self.so_many_here(2).map_or_else(unsure, |those| Ok(Some(those))),
            // "X, Y and Z rose, and together they …": not all of them, perhaps.
            [_, _, _, ..] if !self.mentioned.is_empty() => unsure(),
            // All of one kind: models, or groups that are told apart by the same.
            [first, rest @ ..] => {
                let like = |other: &Vec<Subject>| match (one.first(), other.first()) {
                    (Some(Subject::Group(one)), Some(Subject::Group(other))) => self.are_alike(*one, *other),
                    (Some(Subject::Entity(_)), Some(Subject::Entity(_))) => true,
                    _ => false,
                };
                let alike = like(first) && rest.iter().all(like);
                if alike && !self.one_more(&those) { Ok(Some(those)) } else { unsure() }
            }
        }
    }

    /// "The total was 166 trillion. The north had 57, the south 16. It was the ninth rise":
    /// the total's, or that of either side.
    pub(super) fn or_all_of_it(&self, said: &Said, subject: &[Subject], text: &str) -> Vec<Subject> {
        let told = matches!(said.act, Act::Change { .. } | Act::Record(_));
        let mut words = said.span.of(text).split_whitespace().map(str::to_ascii_lowercase);
        let it = words.next().is_some_and(|word| word == "it")
            && words.next().is_some_and(|word| ["was", "is", "marked", "marks"].contains(&word.as_str()));
        let is_group = |names: &Vec<Subject>| matches!(names.first(), Some(Subject::Group(_)));
        let sides = self.mentioned_before.len() > 1 && self.mentioned_before.iter().all(is_group);
        let carried = said.who.who == Who::Carried && !said.who.bare && !said.who.together;
        if !told || !it || !sides || !carried || !self.mentioned.is_empty() {
            return Vec::new();
        }
        let total = self.setting.vocabulary.total().map(Subject::Group);
        let total = total.filter(|total| self.named.contains(total));
        let sides = self.mentioned_before.iter().filter_map(|names| names.first()).copied();
        total.into_iter().chain(sides).filter(|other| !subject.contains(other)).collect()
    }

    /// "The north's models slipped: A fell, B fell": A and B without the north.
    fn members_only(&self, list: &[Vec<Subject>]) -> Vec<Vec<Subject>> {
        let is_group = |names: &&Vec<Subject>| matches!(names.first(), Some(Subject::Group(_)));
        let groups: Vec<_> = list.iter().filter(is_group).collect();
        match groups.as_slice() {
            [group] => {
                let things: Vec<_> = list.iter().filter(|names| !is_group(names)).cloned().collect();
                let inside =
                    |names: &Vec<Subject>| names.first().is_some_and(|one| self.is_member(*one, group));
                if things.iter().all(inside) { things } else { Vec::new() }
            }
            _ => Vec::new(),
        }
    }

    /// The other side: the last one of the same kind that is not the subject.
    pub(super) fn counterpart(&self) -> Result<Vec<Vec<Subject>>> {
        let now = self.told_of.or_else(|| self.subject.first().and_then(|names| names.first()).copied());
        let like = |subject: &&Subject| match (now, **subject) {
            // A country's counterpart is a country, no maker.
            (Some(Subject::Group(own)), Subject::Group(other)) => own != other && self.are_alike(own, other),
            (Some(Subject::Entity(_)), Subject::Entity(_)) => Some(**subject) != now,
            _ => false,
        };
        let only = |groups: &[Subject]| {
            let mut others = groups.iter().rev().filter(like);
            (others.next().copied(), others.next().is_some())
        };
        // "The north is ahead." Who of the two is not, the article says only later.
        let found = match only(&self.named) {
            (None, _) => only(self.setting.groups),
            found => found,
        };
        match found {
            (Some(other), false) => Ok(vec![vec![other]]),
            _ => Err(Refusal::unread("who the counterparts are, is not said")),
        }
    }

    /// Are two groups told apart by the same attributes?
    pub(super) fn are_alike(&self, one: GroupId, other: GroupId) -> bool {
        let group = |id: GroupId| self.setting.vocabulary.group(id).selects.keys();
        group(one).eq(group(other))
    }
}

/// Is the first thing that a sentence says said of somebody it does not name?
pub(super) fn goes_on(items: &[Item]) -> bool {
    let first = items.iter().find_map(|item| match item {
        Item::Said(said) => Some(said),
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
    });
    first.is_some_and(|said| said.who.who == Who::Carried && !said.who.bare)
}

/// "Since the week of June 1, when it led, X has grown": "it" is X, where a sentence begins so.
/// "Although its volume rose 13 %, X was third": "its" is X's, where `nobody` was spoken of before.
fn of_the_one_to_come(items: &[Item], at: usize, said: &mut Said, text: &str, nobody_before: bool) {
    let first = items.iter().position(|item| matches!(item, Item::Said(_))) == Some(at);
    let words = said.who.span.of(text);
    let owned = starts_with(words, &["its", "their"]);
    let front = text.get(..said.who.span.start).unwrap_or("").trim_end();
    let when = front.ends_with(" when") && front.split_whitespace().count() <= MOST_BEFORE && !owned;
    let front = front.to_ascii_lowercase();
    let although = matches!(front.as_str(), "although" | "though" | "even though" | "while" | "as" | "with");
    let it = owned || starts_with(words, &["it", "they"]);
    let nobody = said.who.who == Who::Carried && it && !said.who.bare;
    if !first || !nobody || !(when || although && nobody_before) {
        return;
    }
    let comes = items.iter().skip(at + 1).find_map(|item| match item {
        Item::Said(next) if next.who.who != Who::Carried => Some(next),
        _ => None,
    });
    let Some(next) = comes.filter(|next| matches!(&next.who.who, Who::Named(names) if names.len() == 1))
    else {
        return;
    };
    // "When it led, X was second": X is another one.
    let behind = text.get(said.span.end..next.who.span.start).unwrap_or("").trim();
    if behind == ","
        && agrees(
            words,
            match &next.who.who {
                Who::Named(names) => names,
                _ => return,
            },
        )
    {
        said.who.who = next.who.who.clone();
    }
}

/// A time in front of "when" has so many words at most.
const MOST_BEFORE: usize = 9;

/// Is it one thing that is named, not a group or several?
pub(super) fn is_one_thing(subjects: &[Vec<Subject>]) -> bool {
    matches!(subjects, [names] if !matches!(names.first(), Some(Subject::Group(_))))
}

/// May these words, "it", "they", "the model", be said of those?
pub(super) fn agrees(words: &str, subjects: &[Vec<Subject>]) -> bool {
    match is_one_thing(subjects) {
        true => starts_with(words, &["it", "its", "the", "this", "that"]),
        false => starts_with(words, &["it", "its", "they", "their"]),
    }
}

/// Is the first of the words one of these?
pub(super) fn starts_with(words: &str, these: &[&str]) -> bool {
    let first = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    these.iter().any(|word| word.eq_ignore_ascii_case(first))
}
