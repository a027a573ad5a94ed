//! The notation of labels: one assertion on a line, written by hand.
//!
//! ```text
//! level alder 4.19T                      level alder+birch ~7T @-1
//! change alder 14%                       change alder up base -52
//! change north 6.5pt of total            compare alder > birch 1.4T
//! compare alder > birch base -1          not compare alder > birch
//! share north 43.7% of total top 5       rank alder 3 in south
//! rank alder 1..5 entered                not rank alder 1..9 left
//! top north 3/5                          record alder highest
//! record alder lowest since @w2026-04-27 streak 9th { compare alder > birch }
//! streak 5+ { rank alder 1 }             first since @2026-02 { compare alder > birch }
//! first 5 { change alder down }          streak 6th in all { rank alder 1 }
//! ```
//!
//! What is not said is at its default: the metric is the world's first, the
//! period the last full week before publication, the base of a change and of a
//! rank that moved the week before, the whole of a share the total. `@-1` and
//! `base -1` count weeks from that period; `@w2026-06-22` is the week that
//! begins there, `@2026-06` a month, `@2026-06-01..2026-06-15` a stretch and
//! `@open` none. `metric ID` and `scope ID` stand anywhere.

use jiff::civil::Date;
use recount_model::fields::{AssertionFields, PeriodFields, ValueFields, WeeksFields};
use recount_model::{Period, Vocabulary};

use super::value;

/// What labels are written against.
#[derive(Clone, Copy, Debug)]
pub struct World<'v> {
    /// The names.
    pub vocabulary: &'v Vocabulary,
    /// The day on which every text of the corpus was published.
    pub published: Date,
}

impl World<'_> {
    /// The assertion that a label stands for.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn assertion(&self, label: &str) -> Result<AssertionFields, String> {
        let mut reader = Words { words: split(label), next: 0 };
        let fields = self.read(&mut reader, None)?;
        match reader.peek() {
            None => {
                fields.resolve(self.vocabulary).map_err(|errors| {
                    let errors =
                        errors.iter().map(|e| format!("{}: `{}`, not {}", e.field, e.found, e.expected));
                    errors.collect::<Vec<_>>().join("; ")
                })?;
                Ok(fields)
            }
            Some(word) => Err(format!("`{word}` is left over")),
        }
    }

    /// The last full week of a metric before publication.
    fn week(&self, metric: &str) -> Result<Period, String> {
        let id = self.vocabulary.find_metric(metric).ok_or_else(|| format!("no metric `{metric}`"))?;
        let first = self.vocabulary.metric(id).week_starts;
        Ok(Period::week_of(self.published, first).weeks_later(-1))
    }

    fn read(
        &self,
        words: &mut Words<'_>,
        around: Option<&AssertionFields>,
    ) -> Result<AssertionFields, String> {
        let mut given = Given::default();
        let negated = words.take("not");
        let kind = words.next()?;
        let mut fields = AssertionFields { kind: kind.to_owned(), negated, ..AssertionFields::default() };
        let metric = words.after("metric").or(around.map(|a| a.metric.as_str()));
        let first = self.vocabulary.metrics.first().map_or("", |metric| metric.id.as_str());
        fields.metric = metric.unwrap_or(first).to_owned();
        let id = self
            .vocabulary
            .find_metric(&fields.metric)
            .ok_or_else(|| format!("no metric `{}`", fields.metric))?;
        let own = self.vocabulary.metric(id).unit.clone();
        self.body(&mut fields, words, &own)?;
        while let Some(word) = words.peek().filter(|word| *word != "}" && *word != "{") {
            words.next += 1;
            given.modifier(word, words, &mut fields)?;
        }
        self.times(&mut fields, &given, around)?;
        if matches!(kind, "streak" | "first") {
            words.expect("{")?;
            let inner = self.read(words, Some(&fields))?;
            words.expect("}")?;
            fields.subject.clone_from(&inner.subject);
            fields.object.clone_from(&inner.object);
            fields.of = Some(Box::new(inner));
        }
        Ok(fields)
    }

    /// What a kind has before its modifiers.
    fn body(&self, fields: &mut AssertionFields, words: &mut Words<'_>, own: &str) -> Result<(), String> {
        let ids = |word: &str| word.split('+').map(str::to_owned).collect::<Vec<_>>();
        if !matches!(fields.kind.as_str(), "streak" | "first") {
            fields.subject = ids(words.next()?);
        }
        match fields.kind.as_str() {
            "level" => fields.value = Some(value::value(words.next()?, own)?),
            "change" => fields.value = Some(direction(words.next()?, own)?),
            "share" => {
                fields.value = Some(value::value(words.next()?, own)?);
                let total = self.vocabulary.total().ok_or("no total")?;
                fields.object = vec![self.vocabulary.group(total).id.clone()];
            }
            "compare" => {
                let sign = words.next()?;
                fields.object = ids(words.next()?);
                fields.value = Some(match (sign, words.number()) {
                    ("vs" | ">", Some(words)) => value::value(words, own)?,
                    ("<", Some(words)) => value::value(&format!("-{words}"), own)?,
                    (">", None) => value::value("(0, ∞)", own)?,
                    ("<", None) => value::value("(∞, 0)", own)?,
                    (other, _) => return Err(format!("`{other}`: not one of > < vs with a value")),
                });
            }
            "rank" => fields.value = Some(value::count(words.next()?, "rank")?),
            "top" => {
                let places = words.next()?;
                let (some, top) = places.split_once('/').ok_or("a top is written k/n")?;
                fields.value = Some(value::count(some, "count")?);
                fields.top = Some(top.parse().map_err(|_| format!("`{top}` is no number of places"))?);
            }
            "record" => {
                fields.value = Some(match words.next()? {
                    "highest" => value::value("[0, ∞)", own)?,
                    "lowest" => value::value("(∞, 0]", own)?,
                    other => return Err(format!("`{other}`: neither highest nor lowest")),
                });
            }
            "streak" => weeks(fields, words.next()?)?,
            "first" => {
                if let Some(number) =
                    words.peek().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
                {
                    words.next += 1;
                    weeks(fields, number)?;
                }
            }
            other => return Err(format!("`{other}` is no kind of assertion")),
        }
        Ok(())
    }

    fn times(
        &self,
        fields: &mut AssertionFields,
        given: &Given<'_>,
        around: Option<&AssertionFields>,
    ) -> Result<(), String> {
        let week = self.week(&fields.metric)?;
        let stated = around.map(|around| around.period.and_then(|p| Period::new(p.start, p.end)));
        let period = match given.period {
            Some(words) => period(words, week)?,
            None => stated.unwrap_or(Some(week)),
        };
        fields.period = period.map(PeriodFields::from);
        let from = period.unwrap_or(week);
        let moved = fields.kind == "rank" && fields.movement.is_some();
        let base = match given.base {
            Some(words) => self::period(words, from)?,
            None if fields.kind == "change" || moved => Some(from.weeks_later(-1)),
            None => None,
        };
        fields.base = base.map(PeriodFields::from);
        Ok(())
    }
}

/// Periods that a label gives.
#[derive(Default)]
struct Given<'w> {
    period: Option<&'w str>,
    base: Option<&'w str>,
}

impl<'w> Given<'w> {
    fn modifier(
        &mut self,
        word: &'w str,
        words: &mut Words<'w>,
        fields: &mut AssertionFields,
    ) -> Result<(), String> {
        match word {
            "of" | "in" if words.take("all") => fields.cumulative = true,
            "of" | "in" => fields.object = words.next()?.split('+').map(str::to_owned).collect(),
            "base" => self.base = Some(words.next()?),
            "since" => self.base = Some(words.next()?.trim_start_matches('@')),
            "top" => fields.top = Some(words.next()?.parse().map_err(|_| "top wants a number".to_owned())?),
            "metric" => {
                words.next()?;
            }
            "scope" => fields.scope = Some(words.next()?.to_owned()),
            "up" | "down" | "kept" | "took" | "entered" | "left" => fields.movement = Some(word.to_owned()),
            _ => match word.strip_prefix('@') {
                Some(period) => self.period = Some(period),
                None => return Err(format!("`{word}` is not understood")),
            },
        }
        Ok(())
    }
}

struct Words<'w> {
    words: Vec<&'w str>,
    next: usize,
}

impl<'w> Words<'w> {
    fn peek(&self) -> Option<&'w str> {
        self.words.get(self.next).copied()
    }

    fn next(&mut self) -> Result<&'w str, String> {
        let word = self.peek().ok_or("the label ends too early")?;
        self.next += 1;
        Ok(word)
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(word);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, word: &str) -> Result<(), String> {
        if self.take(word) {
            Ok(())
        } else {
            Err(format!("`{word}` is missing before `{}`", self.peek().unwrap_or("")))
        }
    }

    fn number(&mut self) -> Option<&'w str> {
        let starts = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit() || "[(~<>=".contains(c));
        let word = self.peek().filter(starts)?;
        self.next += 1;
        Some(word)
    }

    /// The word behind the first `key` before an inner assertion.
    fn after(&self, key: &str) -> Option<&'w str> {
        let rest = self.words.get(self.next..)?;
        let rest = rest.split(|word| *word == "{" || *word == "}").next()?;
        rest.windows(2).find(|pair| pair[0] == key).map(|pair| pair[1])
    }
}

/// Words, with brackets that hold spaces kept whole.
fn split(label: &str) -> Vec<&str> {
    let (mut words, mut start, mut open) = (Vec::new(), None, false);
    for (at, c) in label.char_indices() {
        match c {
            '[' | '(' => open = true,
            ']' | ')' => open = false,
            _ => {}
        }
        if c.is_whitespace() && !open {
            words.extend(start.take().map(|start| &label[start..at]));
        } else {
            start = start.or(Some(at));
        }
    }
    words.extend(start.map(|start| &label[start..]));
    words
}

fn direction(word: &str, own: &str) -> Result<ValueFields, String> {
    match word {
        "up" => value::value("(0, ∞)%", own),
        "down" => value::value("(∞, 0)%", own),
        "flat" => value::value("[-1, 1]%", own),
        amount => value::value(amount, own),
    }
}

/// `9`, `9th`, `5+`, `16..17`, `..3`.
fn weeks(fields: &mut AssertionFields, word: &str) -> Result<(), String> {
    let number = |word: &str| word.parse::<u32>().map_err(|_| format!("`{word}` is no number of weeks"));
    if let Some((low, high)) = word.split_once("..") {
        let low = if low.is_empty() { 1 } else { number(low)? };
        fields.weeks_range = Some(WeeksFields { low: Some(low), high: Some(number(high)?) });
    } else if let Some(low) = word.strip_suffix('+') {
        fields.weeks_range = Some(WeeksFields { low: Some(number(low)?), high: None });
    } else {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        fields.ordinal = digits.len() < word.len();
        fields.weeks = Some(number(digits)?);
    }
    Ok(())
}

fn period(words: &str, from: Period) -> Result<Option<Period>, String> {
    let bad = || format!("`{words}` is no period");
    let date = |words: &str| words.parse::<Date>().map_err(|_| bad());
    let period = if words == "open" {
        return Ok(None);
    } else if let Some(week) = words.strip_prefix('w') {
        Period::week(date(week)?)
    } else if let Some((start, end)) = words.split_once("..") {
        Period::new(date(start)?, date(end)?).ok_or_else(bad)?
    } else if let Some(weeks) = words.parse::<i64>().ok().filter(|weeks| weeks.abs() < 1000) {
        from.weeks_later(weeks)
    } else if words.len() == 4 {
        Period::new(date(&format!("{words}-01-01"))?, date(&format!("{words}-12-31"))?).ok_or_else(bad)?
    } else if words.len() == 7 {
        Period::month_of(date(&format!("{words}-01"))?)
    } else {
        Period::day(date(words)?)
    };
    Ok(Some(period))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;
    use recount_dataset::{Dataset, SourceFile, Sources};

    use super::*;

    const VOCABULARY: &str = r#"
[[metric]]
id = "tokens"
names = ["call volume"]
unit = "token"
units = ["tokens"]
adds_up = true
week_starts = "monday"

[[metric]]
id = "streams"
names = ["streams"]
unit = "stream"
units = ["streams"]
adds_up = true
week_starts = "friday"

[[entity]]
id = "alder"
names = ["Alder"]

[[entity]]
id = "birch"
names = ["Birch"]

[[group]]
id = "total"
names = ["all models"]
where = {}
"#;

    fn read(label: &str) -> Result<AssertionFields, String> {
        let file = SourceFile { name: "vocabulary.toml".to_owned(), text: Arc::from(VOCABULARY) };
        let sources = Sources { vocabulary: Some(file), figures: Vec::new(), by_hand: Vec::new() };
        let dataset = Dataset::load(sources).expect("a valid vocabulary");
        World { vocabulary: &dataset.vocabulary, published: date(2026, 6, 30) }.assertion(label)
    }

    #[test]
    fn labels_are_read() {
        let change = read("change alder -8% base -52").expect("a change");
        assert_eq!(change.base, Some(PeriodFields { start: date(2025, 6, 23), end: date(2025, 6, 29) }));
        let change = read("change alder up @-1").expect("a change");
        assert_eq!(change.base, Some(PeriodFields { start: date(2026, 6, 8), end: date(2026, 6, 14) }));
        let level = read("level alder+birch 4M metric streams").expect("a level");
        assert_eq!(level.period, Some(PeriodFields { start: date(2026, 6, 19), end: date(2026, 6, 25) }));
        assert_eq!(level.value.expect("a value").unit, "stream");
        let share = read("share alder 12% top 5").expect("a share");
        assert_eq!((share.object, share.top), (vec!["total".to_owned()], Some(5)));
        let rank = read("not rank alder 1..9 left").expect("a rank");
        assert_eq!((rank.negated, rank.base.is_some()), (true, true));
        let compare = read("compare alder < birch 1.4T").expect("a compare");
        assert!(compare.value.expect("a value").high.expect("a bound").is_negative());
    }

    #[test]
    fn streaks_hold_what_they_are_of() {
        let streak = read("streak 9th @w2026-06-15 { compare alder > birch }").expect("a streak");
        assert_eq!((streak.weeks, streak.ordinal), (Some(9), true));
        let inner = streak.of.expect("an inner assertion");
        assert_eq!((inner.subject, inner.period), (streak.subject, streak.period));
        let all = read("streak 6th in all { rank alder 1 }").expect("a streak");
        assert!(all.cumulative && all.ordinal);
        let range = read("streak 5+ { rank alder 1 }").expect("a streak");
        assert_eq!(range.weeks_range, Some(WeeksFields { low: Some(5), high: None }));
        let first = read("first since @2026-02 metric streams { change alder down }").expect("a first");
        assert_eq!(first.of.expect("an inner assertion").metric, "streams");
    }

    #[test]
    fn a_bad_label_says_why() {
        for (bad, why) in [
            ("", "ends too early"),
            ("guess alder 4T", "no kind"),
            ("level elder 4T", "`elder`"),
            ("level alder 4T metric calls", "no metric `calls`"),
            ("level alder 4T loudly", "`loudly`"),
            ("compare alder beats birch", "not one of"),
            ("top alder 3", "k/n"),
            ("streak 9 compare alder > birch", "`compare`"),
            ("streak 9 { compare alder > birch", "missing"),
            ("level alder 4T @someday", "no period"),
            ("record alder best", "neither"),
        ] {
            let error = read(bad).expect_err(bad);
            assert!(error.contains(why), "{bad}: {error}");
        }
    }
}
