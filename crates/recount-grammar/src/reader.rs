//! The reader: an article, or one statement, to claims.

mod answered;
mod column;
mod counts;
mod covers;
mod elsewhere;
mod hint;
mod in_other_words;
mod lead_in;
mod numbered;
mod remarks;
mod replaced;
mod rows;
mod setting;
mod shared_list;
mod statement;
mod told_apart;
mod went_on;

use std::borrow::Cow;

use jiff::civil::{Date, Weekday};
use recount_model::{Claim, MetricId, Remark, Span, Vocabulary};

use crate::discourse::worthy::{goes_on, is_strong, is_worthy, may_matter};
use crate::discourse::{Discourse, Harvest, Hint, Setting};
use crate::document::{self, Block, Document, Format, Front, FrontProblem, Kind};
use crate::en::another::begins_with_another;
use crate::en::clause::recast::Recast;
use crate::en::clause::{Item, Mood, OF_OTHER_THINGS, sentence};
use crate::en::lexicon::Seen;
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, TimeContext, When};
use crate::en::phrase::{Chunk, Chunks, Phrase, before_that, chunk};
use crate::names::Names;
use crate::token::{Token, Tokens, tokenise};

use self::hint::{
    Outer, above, gives_figures, hint, is_gated, lists, opens_with, passed_over, scale_above, topics,
    turns_to,
};
use self::replaced::Behind;
use self::statement::At;

/// Reads texts with one vocabulary.
#[derive(Debug)]
pub struct Reader<'v> {
    pub(crate) vocabulary: &'v Vocabulary,
    pub(crate) names: Names,
}

/// What is known about a text beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day of publication; wins over what the text says.
    pub published: Option<Date>,
    /// The last day of the data, or today: for missing years where no day of
    /// publication is known.
    pub reference: Date,
}

/// What an article says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What it says about itself.
    pub front: Front,
    /// The day of publication, given or found.
    pub published: Option<Date>,
    /// Claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// What cannot be checked, and why.
    pub not_checkable: Vec<Remark>,
    /// What is worth a check and was not understood, and why.
    pub not_understood: Vec<Remark>,
    /// How many sentences are worth a check.
    pub worthy: usize,
    /// How many of them were read in full.
    pub read: usize,
    /// Mistakes in the front matter.
    pub problems: Vec<FrontProblem>,
    /// Sentences that were read in other words, with these.
    pub in_other_words: Vec<(Span, String)>,
}

/// A sentence after parsing, before discourse.
struct Parsed {
    block: usize,
    start: usize,
    end: usize,
    items: Vec<Item>,
    /// Unread stretches that are worth a check.
    unread: Vec<Unread>,
    worthy: bool,
    /// Does it carry a figure?
    figure: bool,
    /// What it says of what stands under it.
    hint: Hint,
    /// Is it a row of a table?
    row: bool,
    /// What it does to the one before: "That is wrong.", "In fact, …".
    takes_back: sentence::TakesBack,
    /// Which telling words it has.
    seen: Seen,
    /// The words that were read instead of its own.
    recast: Option<Box<Recast>>,
}

/// A stretch that no rule read.
struct Unread {
    span: Span,
    why: Cow<'static, str>,
    /// Does it carry a figure, or only a comparison in words?
    figure: bool,
}

/// What parsing a sentence gives.
#[derive(Default)]
struct Read {
    items: Vec<Item>,
    /// Unread stretches that are worth a check.
    unread: Vec<Unread>,
    worth: Worth,
    /// Does it carry a figure?
    figure: bool,
    hint: Hint,
    /// The words that were read instead of its own; the items' spans are in bytes of these.
    recast: Option<Box<Recast>>,
}

/// Is a sentence worth a check?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Worth {
    #[default]
    No,
    /// If what it goes on about is.
    Carried,
    Yes,
}

impl Read {
    fn passed_over(hint: Hint) -> Self {
        Self { hint, ..Self::default() }
    }
}

/// The most phrases that a sentence may have; reading is quadratic at worst.
const LONGEST: usize = 1000;

/// Buffers that are reused from sentence to sentence.
#[derive(Default)]
pub(crate) struct Buffers {
    pub(crate) lower: String,
    pub(crate) tokens: Vec<Token>,
    /// Which telling words the sentence in the buffers has.
    pub(crate) seen: Seen,
    pub(crate) squeezed: String,
    /// What "before that" may be told from.
    told: before_that::Told,
}

impl<'v> Reader<'v> {
    /// A reader of texts that use these names.
    #[must_use]
    pub fn new(vocabulary: &'v Vocabulary) -> Self {
        Self { vocabulary, names: Names::new(vocabulary) }
    }

    /// The same reader, told the names of the sources of the figures of each
    /// metric: "on X" then limits no statement, because that is where they were
    /// counted, and an article about X that names no metric speaks of that one.
    #[must_use]
    pub fn with_sources<'s>(mut self, sources: impl IntoIterator<Item = (MetricId, &'s str)>) -> Self {
        for (metric, source) in sources {
            self.names.add_source(metric, source);
        }
        self
    }

    /// Reads an article.
    #[must_use]
    pub fn read(&self, text: &str, format: Format, options: &Options) -> Reading {
        let document = document::read(text, format);
        let found = found_date(&document, options.reference);
        let published = options.published.or(document.front.published.as_ref().map(|p| p.value)).or(found);
        let context = TimeContext {
            published,
            reference: options.reference,
            week_starts: self.vocabulary.metrics.first().map_or(Weekday::Monday, |m| m.week_starts),
            current: None,
        };
        let parsed = self.parse_all(&document, context);
        let mut reading = Reading {
            front: document.front.clone(),
            published,
            problems: document.problems.clone(),
            ..Reading::default()
        };
        let topics = topics(&parsed);
        let setting = self.setting(&parsed, published, options.reference, text);
        let lists = lists(&parsed, self.vocabulary);
        let groups = hint::groups(&parsed);
        let setting = Setting { topics: &topics, lists: &lists, groups: &groups, ..setting };
        let measured = setting.metric.is_some() && parsed.iter().any(gives_figures);
        let mut discourse = Discourse::new(setting);
        let mut together = rows::Together::default();
        let mut apart = told_apart::Apart::default();
        let mut before = (0, "");
        let mut last_block = usize::MAX;
        let mut outer = Outer::default();
        for sentence in &parsed {
            let Some(block) = document.blocks.get(sentence.block) else {
                continue;
            };
            if sentence.block != last_block {
                discourse
                    .write_on(document.written_on(sentence.block, published.unwrap_or(options.reference)));
                discourse.new_block();
                discourse.entitle(block.kind == Kind::Headline);
                let outer = outer.of(&document, block);
                enter(&mut discourse, &document, &parsed, (last_block, sentence.block), (block, &outer));
            }
            last_block = sentence.block;
            let words = block.text.get(sentence.start..sentence.end).unwrap_or("");
            let harvest = statement::go_on(&mut discourse, sentence, words, &mut reading, &mut before);
            // A cell that reaches down from a row above has no bytes here.
            let place = |span: Span| {
                let found = block.source(sentence.start + span.start, sentence.start + span.end);
                if found.start < found.end { found } else { block.span() }
            };
            let known = reading.not_understood.len();
            let claims = reading.claims.len();
            collect(&mut reading, sentence, harvest, words, measured, place);
            together.row(&mut reading, known, block.kind);
            apart.sentence(&mut reading, claims, sentence.block, text);
        }
        reading
    }

    /// Every sentence of an article, before discourse.
    fn parse_all(&self, document: &Document<'_>, context: TimeContext) -> Vec<Parsed> {
        let dated = context.published.is_some();
        let mut parsed = Vec::new();
        let mut buffers = Buffers::default();
        let mut table = rows::Rows::new(document, context);
        let mut asked = None;
        for (index, block) in document.content() {
            if !table.goes_on(block) {
                table.end(&mut parsed);
            }
            buffers.told = None;
            let sentences = block.sentences.iter().enumerate().filter(|(_, sentence)| !sentence.repeated);
            for (nth, sentence) in sentences {
                let words = block.text.get(sentence.range()).unwrap_or("");
                let mut read = match &block.kind {
                    Kind::TableRow { .. } => table.row(self, &mut buffers, index, &parsed),
                    kind => {
                        let gated = is_gated(kind, words);
                        self.parse(words, dated, gated, &mut buffers)
                    }
                };
                let (mut start, mut words) = (sentence.start, words);
                let prose = matches!(block.kind, Kind::Paragraph | Kind::ListItem { .. }) && nth == 1;
                if let Some(first) = block.sentences.first().filter(|first| prose && !first.repeated)
                    && let both = [first.range(), sentence.range()]
                    && let Some((more, from)) =
                        self.behind_name(&block.text, both, &read, dated, &mut buffers)
                {
                    (read, start) = (more, from);
                    words = block.text.get(start..sentence.end).unwrap_or(words);
                }
                let prose = matches!(block.kind, Kind::Paragraph | Kind::ListItem { .. });
                let behind = Behind {
                    asked: asked.filter(|_| prose),
                    last: parsed.last().filter(|_| prose),
                    block: index,
                };
                read = self.behind_another(&behind, words, read, dated, &mut buffers);
                asked = Some(words).filter(|words| words.trim_end_matches(answered::MARKS).ends_with('?'));
                if let (Kind::ListItem { .. }, true) = (&block.kind, nth == 0)
                    && let Some(more) =
                        self.share_in_list(document, block, (words, &read), dated, &mut buffers)
                {
                    read = more;
                }
                if matches!(block.kind, Kind::Headline | Kind::Heading(_)) && column::is_named(words) {
                    column::drop_day(&mut read);
                }
                numbered::place(&mut read.items, document, block, sentence.start == 0, &self.names);
                let at = At { block: index, start, end: sentence.end };
                let next = self.behind(read, parsed.last(), at, &block.kind, words, &mut buffers);
                parsed.push(next);
            }
        }
        table.end(&mut parsed);
        parsed
    }

    fn parse(&self, text: &str, dated: bool, gated: bool, buffers: &mut Buffers) -> Read {
        let mut read = self.parse_words(text, dated, gated, buffers);
        read.hint.foreign |= buffers.seen.any(Seen::MEASURE);
        read.hint.foreign &= read.hint.metric.is_none();
        let tokens = Tokens { text, lower: &buffers.lower, rest: &buffers.tokens };
        read.hint.covers = covers::week(tokens);
        read.hint.counts = read.hint.metric.is_some() || self.names.metric_of_source(text).is_some();
        read.hint.elsewhere = buffers.seen.any(Seen::RANKED.and(Seen::BIGGEST))
            && !read.hint.counts
            && elsewhere::speaks_of_another(tokens, &self.names);
        read
    }

    fn parse_words(&self, text: &str, dated: bool, gated: bool, buffers: &mut Buffers) -> Read {
        buffers.seen = tokenise(text, &mut buffers.lower, &mut buffers.tokens);
        let tokens = Tokens { text, lower: &buffers.lower, rest: &buffers.tokens };
        let matters = if gated && !turns_to(tokens) { may_matter(tokens) } else { Some(true) };
        if matters == Some(false) {
            let hint = passed_over(tokens);
            let subject = hint.anybody.then(|| opens_with(tokens, &self.names, &mut buffers.squeezed));
            return Read::passed_over(Hint { subject: subject.flatten(), ..hint });
        }
        let mentions = self.names.find(tokens, &mut buffers.squeezed);
        if matters.is_none() && mentions.is_empty() {
            return Read::passed_over(passed_over(tokens));
        }
        let mut chunks = chunk(tokens, &mentions, &self.names);
        let before = buffers.told;
        before_that::count_on(&mut chunks, tokens, &mut buffers.told);
        if dated {
            count_from_publication(&mut chunks, tokens);
        }
        if chunks.len() > LONGEST {
            // No sentence: a dump of words. Reading it would cost more than it can tell.
            if !is_worthy(&chunks, tokens) {
                return Read::default();
            }
            let why = Cow::Borrowed("a sentence of more than a thousand words");
            let unread = vec![Unread { span: Span::new(0, text.len()), why, figure: true }];
            return Read { unread, worth: Worth::Yes, figure: true, ..Read::default() };
        }
        let worth = if is_worthy(&chunks, tokens) {
            Worth::Yes
        } else if goes_on(&chunks, tokens) {
            Worth::Carried
        } else {
            Worth::No
        };
        if worth == Worth::No && gated {
            let hint = hint(Chunks::bare(tokens, &chunks));
            let anybody = hint.anybody || begins_with_another(tokens);
            return Read::passed_over(Hint { anybody, ..hint });
        }
        let mut hint = hint(Chunks::bare(tokens, &chunks));
        remarks::leave_out(&mut chunks, tokens);
        let all = Chunks::new(tokens, &chunks);
        let items = sentence::read(all);
        let carried = worth == Worth::Carried;
        let unread = in_other_words::unread(&items, all, carried);
        let figure = chunks.iter().any(is_strong);
        hint.figure =
            figure && hint.metric.is_none() && !items.iter().any(|item| matches!(item, Item::Said(_)));
        let read = Read { items, unread, worth, figure, hint, recast: None };
        let read = self.in_other_words(read, all, dated, &before);
        // "Week before: 4.1 trillion.", which is a week only in other words.
        if read.recast.as_ref().is_some_and(|recast| recast.text.starts_with("the week before")) {
            buffers.told = Some((before.map_or(1, |(count, _)| count + 1), TimeUnit::Week));
        }
        read
    }
}

/// The day of publication that the text itself tells.
fn found_date(document: &Document<'_>, reference: Date) -> Option<Date> {
    let dateline = || document.dateline.and_then(|day| day.date(reference));
    document.published().map(|hint| hint.date).or_else(dateline)
}

/// A new block: what stands above it holds for it.
fn enter(
    discourse: &mut Discourse<'_>,
    document: &Document<'_>,
    parsed: &[Parsed],
    (last, index): (usize, usize),
    (block, outer): (&Block<'_>, &[usize]),
) {
    let item = matches!(block.kind, Kind::ListItem { .. });
    let prose = !item && !matches!(block.kind, Kind::TableRow { .. });
    if prose {
        let running =
            |index: usize| document.blocks.get(index).is_some_and(|block| block.kind == Kind::Paragraph);
        discourse.new_paragraph(running(index) && running(last));
    }
    // "# Usage, June 15–21" holds below "## Notes" too.
    for place in outer.iter().copied() {
        let first = parsed.partition_point(|other| other.block < place);
        let hints = parsed.iter().skip(first).take_while(|other| other.block == place);
        hints.for_each(|other| discourse.enter(&Hint { time: other.hint.time.clone(), ..Hint::default() }));
    }
    for place in above(document, block) {
        let first = parsed.partition_point(|other| other.block < place);
        let hints = parsed.iter().skip(first).take_while(|other| other.block == place);
        // The times over the columns of a table are those of their cells.
        hints.for_each(|other| match other.row {
            true => discourse.enter(&Hint { time: None, ..other.hint.clone() }),
            false => discourse.enter(&other.hint),
        });
    }
    if prose {
        discourse.prose();
    }
    discourse.list(item.then(|| scale_above(document, index, block)));
}

/// "Two weeks ago" is told from the day of publication, "two weeks earlier" and "from two
/// weeks ago" from the week that is being spoken of.
fn count_from_publication(chunks: &mut [Chunk<'_>], tokens: Tokens<'_>) {
    for chunk in chunks {
        let last = chunk.end.checked_sub(1).and_then(|last| tokens.rest.get(last));
        let ago = last.is_some_and(|token| tokens.lower_of(*token) == "ago");
        if let (true, Phrase::Time(time)) = (ago, &mut chunk.phrase)
            && let Some(weeks) = time.when.weeks_back()
            && time.role != Role::Base
        {
            time.when = When::weeks_before_publication(weeks);
            time.role = Role::At;
        }
    }
}

/// What a sentence said is denied by the next one.
fn take_back(reading: &mut Reading, first: usize) {
    let denied = reading.claims.drain(first.min(reading.claims.len())..);
    let reason = "denied by the sentence behind it";
    reading.not_checkable.extend(denied.map(|claim| Remark { span: claim.span, reason: reason.to_owned() }));
}

/// Puts what a sentence gave into the reading. `measured`: does the article
/// speak of a metric of the vocabulary at all?
fn collect(
    reading: &mut Reading,
    sentence: &Parsed,
    harvest: Harvest,
    words: &str,
    measured: bool,
    place: impl Fn(Span) -> Span,
) {
    let recast = sentence.recast.iter().map(|recast| (place(Span::new(0, words.len())), recast.text.clone()));
    reading.in_other_words.extend(recast);
    let mut understood = true;
    let any = !harvest.claims.is_empty() || !harvest.not_checkable.is_empty();
    let first = reading.claims.len();
    let whole = Span::new(0, words.len());
    for mut claim in harvest.claims {
        claim.span = place(claim.span);
        claim.sentence = place(whole);
        // Said once, wherever it is said again in the sentence and whatever else it may mean
        // the second time.
        let mut known = reading.claims[first..].iter_mut();
        match known.find(|old| old.assertion == claim.assertion) {
            Some(old) => old.readings.extend(claim.readings),
            None => reading.claims.push(claim),
        }
    }
    for remark in harvest.not_checkable {
        reading.not_checkable.push(Remark { span: place(remark.span), ..remark });
    }
    for remark in harvest.not_understood {
        understood = false;
        reading.not_understood.push(Remark { span: place(remark.span), ..remark });
    }
    let whole =
        Unread { span: whole, why: Cow::Borrowed("no statement was found in it"), figure: sentence.figure };
    let nothing = sentence.worthy && understood && !any && sentence.unread.is_empty();
    for unread in sentence.unread.iter().chain(nothing.then_some(&whole)) {
        let span = place(unread.span);
        if Mood::is_reason(&unread.why) {
            reading.not_checkable.push(Remark { span, reason: unread.why.clone().into_owned() });
        } else if unread.figure || measured {
            understood = false;
            reading.not_understood.push(Remark { span, reason: unread.why.clone().into_owned() });
        } else {
            let reason =
                "nothing in it that the figures could decide: no figure, week or metric that was understood"
                    .to_owned();
            reading.not_checkable.push(Remark { span, reason });
        }
    }
    let of_others = |unread: &Unread| unread.why == OF_OTHER_THINGS;
    let nothing = !any && !sentence.unread.is_empty() && sentence.unread.iter().all(of_others);
    let worthy = sentence.worthy && !nothing;
    reading.worthy += usize::from(worthy);
    reading.read += usize::from(worthy && understood);
}
