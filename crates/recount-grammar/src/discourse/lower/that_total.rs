//! "The total": of the one whose figure was told, or of everything.

use recount_model::Number;

use super::{Act, Discourse, Refusal, Result, Said, Subject, Who};

/// A figure of the same one is hardly so many times as large a few weeks earlier.
const ANOTHER: i64 = 10;

impl Discourse<'_> {
    /// "X processed 1 trillion tokens last week. Four weeks earlier, the total was 0.5
    /// trillion": X's, where it may be.
    pub(super) fn that_total(&self, said: &Said, text: &str) -> Result<Option<Vec<Vec<Subject>>>> {
        let total = self.setting.vocabulary.total().map(Subject::Group);
        let known = total.is_some_and(|total| self.named.contains(&total));
        let may_be = said.who.who == Who::Total && !known;
        let then = || !Self::own_times(said).is_empty() || self.fronted.is_some();
        // Behind a figure that no rule read: of whom it was, nobody knows.
        let unread = may_be && self.figure_unread && matches!(said.act, Act::Level { .. });
        if unread && then() && is_the_total(said.who.span.of(text)) {
            return Err(Refusal::unread("whose total is meant, is not said"));
        }
        let Some((subjects, _)) = self.figure.as_ref().filter(|_| may_be) else {
            return Ok(None);
        };
        if !is_the_total(said.who.span.of(text)) {
            return Ok(None);
        }
        if self.is_everything(subjects) || subjects.len() != 1 {
            return Ok(None);
        }
        let unsure = || Refusal::unread("whose total is meant, is not said");
        match &said.act {
            Act::Level { value, .. } if then() => {
                let low = |value: &recount_model::Quantity| value.written().low.map(|low| low.value);
                let most = |last: &Number| last.clone() * Number::from(ANOTHER);
                match (low(value), self.scale.as_ref().and_then(low)) {
                    (Some(told), Some(last)) if told <= most(&last) && last <= most(&told) => {
                        Ok(Some(subjects.clone()))
                    }
                    (Some(told), Some(last)) if told > most(&last) => Ok(None),
                    _ => Err(unsure()),
                }
            }
            Act::Level { .. } => Ok(None),
            Act::Change { .. } | Act::Record(_) => Err(unsure()),
            _ => Ok(None),
        }
    }
}

/// "The total", "the weekly total", "the overall figure", "[the previous week's] total".
fn is_the_total(words: &str) -> bool {
    const ANY: &[&str] =
        &["the", "weekly", "overall", "previous", "prior", "last", "week", "s", "total", "figure"];
    let mut all = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    all.peek().is_some() && all.all(|word| ANY.iter().any(|one| one.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn whose_total() {
        let lead = "Alder processed 4.19 trillion tokens last week.";
        let last = |behind: &str| article(&format!("{lead} {behind}")).pop().unwrap_or_default();
        assert_eq!(
            last("Two weeks earlier, the total was just 3.5 trillion."),
            "In the week of 8 June 2026, Alder was 3.5 trillion tokens"
        );
        assert_eq!(last("The total rose 8%."), "?");
        assert_eq!(
            last("The total was 46.7 trillion tokens."),
            "the total call volume was 46.7 trillion tokens"
        );
    }
}
