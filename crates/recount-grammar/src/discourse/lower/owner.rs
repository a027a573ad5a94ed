//! "The company's models", "the country had": the maker or the country that was spoken of; "its
//! southern rival": the one of that group.

use super::{About, Discourse, Refusal, Result, Said, Subject, Who, starts_with};

/// What a company is called.
const MAKERS: &[&str] = &["company", "maker", "developer", "firm", "startup", "lab", "vendor"];
/// What a country is called.
const COUNTRIES: &[&str] = &["country", "nation"];

impl Discourse<'_> {
    /// Whom "the company", "the country" mean, where just one of them was spoken of; `None` where
    /// nobody is called so.
    pub(super) fn owner_meant(&self, said: &Said, text: &str) -> Option<Result<Vec<Vec<Subject>>>> {
        let words = said.who.span.of(text);
        if said.who.who != Who::Carried || !starts_with(words, &["the"]) {
            return None;
        }
        let noun = words.split(|c: char| !c.is_alphabetic()).nth(1)?.to_ascii_lowercase();
        let country = COUNTRIES.contains(&noun.as_str());
        if !country && !MAKERS.contains(&noun.as_str()) {
            return None;
        }
        let called = |one: &Subject| match one {
            Subject::Group(group) => {
                let mut keys = self.setting.vocabulary.group(*group).selects.keys();
                keys.next().is_some_and(|key| COUNTRIES.contains(&key.as_str()) == country)
            }
            _ => false,
        };
        let near = self.around_before.iter().chain(&self.around).chain(self.subject.iter().flatten());
        let mut near: Vec<Subject> = near.copied().filter(called).collect();
        if near.is_empty() {
            near = self.setting.topics.iter().chain(&self.named).copied().filter(called).collect();
        }
        near.dedup();
        let one = near.first().filter(|first| near.iter().all(|other| other == *first));
        let unsaid = || Refusal::unread("which of them is meant, is not said");
        Some(one.map(|one| vec![vec![*one]]).ok_or_else(unsaid))
    }

    /// "Its southern rival had processed 4.95 trillion": a part of that group which was spoken of,
    /// not all of it.
    pub(super) fn rival(&self, said: &Said, text: &str) -> Option<Result<Vec<Vec<Subject>>>> {
        let words = said.who.span.of(text);
        let Who::Named(names) = &said.who.who else {
            return None;
        };
        let [group @ Subject::Group(_)] = names.first()?.as_slice() else {
            return None;
        };
        let last = words.rsplit(' ').next().unwrap_or("");
        let rival = ["rival", "competitor", "counterpart", "challenger"].contains(&last);
        if !rival
            || names.len() != 1
            || !starts_with(words, &["its", "their", "the"])
            || said.who.about != About::Nothing
        {
            return None;
        }
        let near = self.mentioned.iter().chain(&self.mentioned_before).filter_map(|names| names.first());
        let near = near.chain(&self.around_before).copied();
        let own = self.subject.first().and_then(|names| names.first()).copied();
        let part = |one: &Subject| {
            Some(*one) != own && (self.is_member(*one, &[*group]) || self.is_part(*one, *group))
        };
        let near: Vec<Subject> = near.filter(part).collect();
        let one = near.first().filter(|first| near.iter().all(|other| other == *first));
        let unsaid = || Refusal::unread(super::member::UNKNOWN);
        Some(one.map(|one| vec![vec![*one]]).ok_or_else(unsaid))
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn the_country_that_was_spoken_of() {
        let text = "The north had a good week. The country's models processed 9 trillion tokens last week.";
        let read = article(text);
        assert!(
            !read.iter().any(|line| line.contains("9 trillion") && !line.starts_with("the north")),
            "{read:?}"
        );
    }

    #[test]
    fn a_rival_is_one_of_them() {
        let text = "Alder passed Birch in tokens last week. Its southern rival had processed 4.9 trillion the week before.";
        assert_eq!(
            article(text).last().map(String::as_str),
            Some("In the week of 15 June 2026, Birch was 4.9 trillion tokens")
        );
        let nobody = "Alder rose 8% last week. Its southern rival processed 4.9 trillion tokens.";
        assert!(!article(nobody).iter().any(|line| line.contains("the south")));
    }
}
