//! Behind a sentence: of whom the next one may speak.

use recount_model::Subject;

use super::{Discourse, Harvest, Hint};
use crate::en::clause::Item;
use crate::en::phrase::time::{Role, Time, When};

impl Discourse<'_> {
    /// Goes on behind a sentence. One that names somebody in words that no rule
    /// read speaks of nobody who was spoken of before: "X rose. Y was the surprise
    /// of the week. It …".
    pub fn leave(&mut self, items: &[Item], hint: &Hint, text: &str) {
        let says = items.iter().any(|item| matches!(item, Item::Said(_)));
        self.turn(says, hint, text);
        self.now.ask(text);
        self.figure_unread = !says && hint.figure;
        self.asked = hint.subject.is_some() && text.trim_end().ends_with('?');
        // "“Nobody saw this coming,” said Mara Quint.": who says so is not spoken of.
        if items.is_empty() && hint.named.is_empty() && is_said_by_somebody(text) {
            return;
        }
        // "by Norvane" below the name of what it makes.
        if text.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by ")) {
            return;
        }
        // "The total." over figures.
        const WHOLE: &[&str] = &["total", "the total", "totals", "overall", "everything", "grand total"];
        let whole = || {
            let label = super::pronoun::without_joins(text);
            WHOLE.iter().any(|whole| whole.eq_ignore_ascii_case(label))
        };
        if may_be_whole(text) && whole() {
            self.subject = self
                .setting
                .vocabulary
                .total()
                .map(|total| vec![Subject::Group(total)])
                .into_iter()
                .collect();
            self.resumed.is_over();
            return;
        }
        // "And the rest? It did not grow.": of whom, no one knows.
        if !says && hint.subject.is_none() && super::pronoun::asks_of_another(text) {
            self.subject.clear();
            self.before.clear();
            self.resumed.is_over();
            return;
        }
        let told = items.iter().any(|item| match item {
            Item::Said(said) => said.who.is_named(),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => false,
        });
        if hint.anybody && !told {
            self.before.clear();
            self.resumed.is_over();
            // "It got there with 800,000 more than X": who "it" was, is who "it" may be.
            let it = super::pronoun::starts_with(text, &["it", "its", "they", "their"]);
            // "Its stablemate Heron was less lucky."
            let kin = text.split_whitespace().nth(1);
            let it =
                it && !kin.is_some_and(|kin| ["stablemate", "sibling", "sister", "cousin"].contains(&kin));
            // "It processed 507 billion, 2% of the platform's total": everything is what it is a part of.
            let part =
                |named: &Vec<Subject>| self.is_everything(std::slice::from_ref(named)) && tells_of_it(text);
            let one = hint.subject.clone().filter(|named| !part(named));
            let named = one.or_else(|| self.only_one_of(hint)).filter(|_| !it);
            let named = named.or_else(|| self.its_own(hint).filter(|_| !it));
            self.subject = named.map(|subject| vec![subject]).unwrap_or_default();
            self.ask(hint, text);
        }
    }

    /// What it names beside our figures, it speaks of from here on.
    pub(super) const fn speak_of_something_else(&mut self) {
        self.foreign |= self.foreign_here;
        self.elsewhere |= self.elsewhere_here;
    }

    /// Keeps what was left unread in a sentence, and what it hands on.
    pub(super) fn end(&mut self, items: &[Item], harvest: &Harvest) {
        let unread = items.iter().any(|item| matches!(item, Item::Unread { .. }));
        self.unread_before = unread || !harvest.not_understood.is_empty();
        if self.unread_before {
            self.last_told = None;
        }
        self.apart = items
            .iter()
            .any(|item| matches!(item, Item::Said(said) if said.adjuncts.apart || super::levels::is_by_so_much(said)));
        self.back_from_what_had_been();
        self.aside = self.pending_aside.or_else(|| self.second_week(items)).or(self.aside);
        self.period = self.period.or(self.pending_topic);
    }

    /// What a sentence, read or not, says of the times and the metric that are spoken of.
    fn turn(&mut self, says: bool, hint: &Hint, text: &str) {
        // "The week of June 15 was another matter. A week later …"
        if !says && (hint.time.is_some() || hint.opening.is_some()) {
            self.last_told = None;
        }
        // "How many tokens did X handle in the week of June 8? 4 trillion.": in that week.
        let timed = !says && (hint.time.is_some() || hint.opening.is_some());
        let asks = timed && text.trim_end().ends_with('?');
        let figures = (hint.figure || timed && Self::tells_figures(text)) && !asks;
        if let Some(time) = hint.opening.as_ref().filter(|_| !says && !figures) {
            self.turn_to(time, text);
        } else if !says
            && (self.stray(hint, text, figures)
                || asks && hint.time.as_ref().is_some_and(super::stray::names_a_week))
            && let Some(time) = &hint.time
        {
            self.turn_to(time, text);
        }
        let anew = self.counted_anew;
        let goes_on = |before: bool, here: bool| if says { before && !anew } else { before || here };
        self.foreign = goes_on(self.foreign, hint.foreign);
        self.elsewhere = goes_on(self.elsewhere, hint.elsewhere);
        if !says {
            self.pass_week(hint);
        }
        if !says && !hint.foreign {
            self.pass_month(hint, figures);
        }
    }

    /// "On the platform, northern models led again.": whom it names besides everything.
    fn only_one_of(&self, hint: &Hint) -> Option<Vec<Subject>> {
        let total = self.setting.vocabulary.total().map(Subject::Group);
        let mut named = hint.named.iter().filter(|one| Some(**one) != total);
        let first = named.next()?;
        named.all(|one| one == first).then(|| vec![*first])
    }

    /// "Norvane cut the price of Alder by half.": what a maker and one thing of its own are told
    /// together is of the thing.
    fn its_own(&self, hint: &Hint) -> Option<Vec<Subject>> {
        let [maker @ Subject::Group(_), thing @ Subject::Entity(_)] = hint.named.as_slice() else {
            return None;
        };
        self.is_member(*thing, &[*maker]).then(|| vec![*thing])
    }

    /// "A fortnight earlier it had not even cracked 2 trillion": what it tells of that week
    /// is told, and the next sentence goes on about the week of the article.
    fn tells_figures(text: &str) -> bool {
        const SCALES: &[&str] = &["million", "billion", "trillion", "percent", "cent", "tokens"];
        text.split(|c: char| !c.is_alphabetic()).any(|word| SCALES.contains(&word)) || text.contains('%')
    }

    /// "By June, the gap was decisive.", "4.5 trillion tokens used this month": which week of it what follows is of,
    /// nobody knows.
    fn pass_month(&mut self, hint: &Hint, figures: bool) {
        let Some(time) = hint.opening.as_ref().or_else(|| hint.time.as_ref().filter(|_| figures)) else {
            return;
        };
        let told = matches!(time.role, Role::At | Role::AsOf) && !time.when.is_later();
        let found = time.when.resolve(&self.context(None, self.carried().period)).map(|found| found.period);
        let Some(found) = found.filter(|found| told && (14..=31).contains(&found.days())) else { return };
        let spoken = self.carried().period;
        // A month that the week lies in, or that has long been over, was named for another reason.
        let later = spoken.is_some_and(|spoken| spoken.end < found.start);
        let running = self.setting.published.is_some_and(|day| found.start <= day && day <= found.end);
        if figures && running {
            self.now.some_time();
        } else if later {
            self.now.astray = true;
        }
    }

    /// "A week later the order had changed.", "Last week was another world.": the
    /// rest of the paragraph speaks of that week, or of the one before it.
    fn turn_to(&mut self, time: &Time, text: &str) {
        let earlier = time.role == Role::Base && matches!(time.when, When::Back { .. } | When::Previous(_));
        if !matches!(time.role, Role::At | Role::AsOf) && !earlier {
            return;
        }
        let spoken = self.carried().period;
        let Some(found) = time.when.resolve(&self.context(None, spoken)) else { return };
        let past = self.setting.published.is_none_or(|day| found.period.start <= day);
        // "A year ago, wards were empty.": to see what has come of it.
        const LONG_AGO: i64 = 8;
        let long = time.when.is_back()
            && spoken.is_some_and(|week| found.period.end < week.weeks_later(-LONG_AGO).start);
        // "A month ago nobody knew it.": so with what is told of the one that is spoken of.
        if long || text.contains(" ago ") && tells_of_it(text) {
            self.aside = Some(found.period).filter(|week| week.days() == 7).or(self.aside);
            return;
        }
        if found.period.days() == 7 && past {
            // "The week of June 8 brought few surprises.", before anything is told: the week of all that follows.
            let denied = text.split_whitespace().any(|word| matches!(word, "not" | "no" | "nothing"));
            let opens = super::pronoun::starts_with(text, &["the", "in"])
                && text.find("eek of").is_some_and(|at| at < 10);
            let first = self.period.is_none() && self.setting.week.is_none() && !self.several.is_any();
            self.period = self.period.or(Some(found.period).filter(|_| first && opens && !denied));
            self.aside = spoken.filter(|old| *old != found.period).or(self.aside);
            self.turned_from = self.turned_from.or(Some(self.paragraph));
            self.paragraph = Some(found.period);
            self.last_told = Some(found.period).filter(|_| !earlier);
            self.headed = false;
        }
    }
}

/// Does a text end as the words for everything do? Most sentences end otherwise.
fn may_be_whole(text: &str) -> bool {
    let words = text.trim_end_matches(|c: char| !c.is_alphabetic()).as_bytes();
    ["total", "totals", "overall", "everything"].iter().any(|last| {
        let from = words.len().checked_sub(last.len());
        from.and_then(|from| words.get(from..)).is_some_and(|end| end.eq_ignore_ascii_case(last.as_bytes()))
    })
}

/// Is a sentence nothing but a quote that names nobody, and whose it is?
fn is_said_by_somebody(text: &str) -> bool {
    let Some(quote) = text.trim_start().strip_prefix(['"', '“']) else { return false };
    let Some((quote, behind)) = quote.split_once(['"', '”']) else { return false };
    let capital = |word: &str| word.starts_with(char::is_uppercase) && !word.starts_with("I");
    // "Osier is the one to watch": the first word may be a name as well.
    const PLAIN: &[&str] = &[
        "nobody", "no", "we", "it", "its", "this", "that", "these", "they", "there", "the", "a", "an", "i",
        "what", "our", "you", "if", "in", "not", "everybody", "everyone", "people", "who", "here", "now",
    ];
    let first = quote.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let plain = PLAIN.iter().any(|word| word.eq_ignore_ascii_case(first));
    let names = !plain || quote.split_whitespace().skip(1).any(capital);
    let verb = behind.split_whitespace().take(4).any(|word| matches!(word, "said" | "says" | "added"));
    !names && verb
}

/// Does a sentence speak of somebody by a pronoun?
fn tells_of_it(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "it" | "its" | "It" | "Its"))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn a_question_says_of_whom_its_answer_speaks() {
        let lead = "Southern models fell 8% to 3 trillion tokens last week.";
        for behind in [
            "And the northern ones? They processed 9 trillion tokens.",
            "What about the northern models? 9 trillion tokens.",
            "But look at the northern models. 9 trillion tokens.",
            "\n\nAnd the northern models?\n\nFlat, more or less. They had 9 trillion tokens.",
        ] {
            let read = article(&format!("{lead} {behind}"));
            assert_eq!(read.last().map(String::as_str), Some("the north was 9 trillion tokens"), "{behind}");
        }
    }

    #[test]
    fn of_two_nobody_knows() {
        for behind in
            ["And Birch or Cedar? 9 trillion tokens.", "What about revenue? It was 9 trillion tokens."]
        {
            let read = article(&format!("Alder fell 8% last week. {behind}"));
            assert!(
                !read.iter().any(|line| line.starts_with("Birch") || line.starts_with("Cedar")),
                "{read:?}"
            );
        }
    }
}
