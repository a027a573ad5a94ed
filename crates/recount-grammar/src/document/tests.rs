//! Properties of every document, whatever the input.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const FORMATS: [Format; 3] = [Format::Markdown, Format::Plain, Format::Html];

/// Spans lie in the text, on its characters, in order; text that was not
/// replaced reads the same at its span.
fn check(text: &str, format: Format) {
    let document = read(text, format);
    let on_text =
        |span: recount_model::Span| span.start <= span.end && text.get(span.start..span.end).is_some();
    for (index, block) in document.blocks.iter().enumerate() {
        assert!(!block.text.trim().is_empty());
        assert!(on_text(block.span()), "{format:?} {text:?} {block:?}");
        if let Cow::Borrowed(words) = block.text {
            assert_eq!(block.span().of(text), words);
        }
        for above in [block.heading, block.lead_in].into_iter().flatten() {
            assert!(usize::try_from(above).unwrap() < index);
        }
        let mut end = 0;
        for sentence in &block.sentences {
            assert!(end <= sentence.start && sentence.start < sentence.end);
            assert!(block.text.get(sentence.range()).is_some());
            end = sentence.end;
        }
        let mut last = 0;
        for (at, c) in block.text.char_indices() {
            let span = block.source(at, at + c.len_utf8());
            assert!(on_text(span) && span.start >= last, "{format:?} {text:?} {block:?}");
            last = span.start;
            assert!(on_text(block.source(0, at)));
        }
        assert!(on_text(block.source(1, 2)) && on_text(block.source(9, usize::MAX)));
        for cell in &block.cells {
            assert!(block.text.get(cell.clone()).is_some());
        }
    }
    for table in &document.tables {
        assert!(table.header.is_none() || document.block(table.header).is_some());
    }
    for problem in &document.problems {
        assert!(on_text(problem.span));
    }
    for hint in &document.dates {
        assert!(on_text(hint.span));
    }
}

/// Pieces that texts are made of; any sequence must be read.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Alder", " rose", " 4.19", " trillion", ".", ". ", "…", "...", "?", "\n", "\n\n", "\r\n", " ", "\t",
        "|", "|-|-|\n", "# ", "## ", "- ", "  - ", "1. ", "> ", "**", "*", "`", "```\n", "~~", "[a](b)",
        "![a](b)", "<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "<th colspan=2>", "</table>",
        "<ul>", "<li>", "</ul>", "<h1>", "</h1>", "<nav>", "</nav>", "<script>", "</script>", "<title>",
        "</title>", "<!--", "-->", "<br>", "<", ">", "&amp;", "&", "&#x2014;", "&nbsp", "<div class=share>",
        "</div>", "<meta name=date content='", "2026-06-30", "'>", "+++\n", "title = \"A\"\n",
        "published = ", "ä", "万", "🚀", "\u{a0}", "\u{feff}", "\0", "Read more", "Comments (1)",
        "Published: June 30, 2026", "“", "”", ":", "No. 3", "\\", "<svg>", "<pre>",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_pieces_are_read(text in pieces()) {
        for format in FORMATS {
            check(&text, format);
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        for format in FORMATS {
            check(&text, format);
        }
    }

    #[test]
    fn any_characters_are_read(text in "\\PC{0,80}") {
        for format in FORMATS {
            check(&text, format);
        }
    }
}

/// Generous, for slow machines with much to do: what grows with the square of its
/// size takes many times as long.
fn is_quick(text: &str, format: Format) {
    let start = Instant::now();
    let document = read(text, format);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(60), "{format:?} {took:?} {} blocks", document.blocks.len());
}

#[test]
fn large_and_hostile_texts_take_linear_time() {
    let sentence = "Alder processed 4.19 trillion tokens, up 8.4% from No. 3 vs. 3.63 in the U.S. week. ";
    let one_line = sentence.repeat(40_000);
    let lines = "Alder rose to 4 trillion\n".repeat(50_000);
    let broken = "alder rose to 4 trillion tokens in that very week, and\n".repeat(50_000);
    for format in FORMATS {
        is_quick(&one_line, format);
        is_quick(&lines, format);
        is_quick(&broken, format);
        for piece in [
            "> ", "- ", "# a\n", "<b>", "<div><nav>", "<li>", "<table><tr><td>", "</b>", "[", "*a ", "a.",
            "&amp;", "\n", "|a", "“", "<h1>a", "<p>Read more", "Comments\n\n", "...a ", " \n  - a",
        ] {
            is_quick(&piece.repeat(30_000), format);
        }
    }
}

#[test]
fn a_page_gives_its_article() {
    let text = r#"<!DOCTYPE html><html><head><title>Alder overtakes Birch | Elm Daily</title>
<meta property="article:published_time" content="2026-06-30T08:00:00Z">
<script type="application/ld+json">{"datePublished": "2026-06-30"}</script><style>p { color: red }</style></head>
<body><nav><ul><li>Home</li><li>News</li></ul></nav>
<article><header><h1>Alder overtakes <em>Birch</em></h1><time datetime="2026-06-30">June 30</time></header>
<p>R&amp;D paid off: <b>Alder</b> rose to 4.19&nbsp;trillion tokens.</p>
<p>The top two:</p><ol><li>Alder, 4.19 trillion<li>Birch, 3.63 trillion</ol>
<table><caption>Weekly tokens</caption><tr><th>Name<th>Tokens</tr><tr><td>Alder</td><td>4.19T</td></tr></table>
<aside><p>Birch rose by 9% last week.</p></aside></article>
<div class="related-posts wide"><h3>Elm</h3><p>Cedar rose by 99%.</p></div><p>The end is near.</p>
<footer>© 2026 Elm Daily</footer></body></html>"#;
    let document = read(text, Format::Html);
    let content: Vec<_> = document.content().map(|(_, b)| (b.kind, b.text.as_ref())).collect();
    let item = |number| Kind::ListItem { depth: 1, number: Some(number) };
    assert_eq!(
        content,
        [
            (Kind::Headline, "Alder overtakes Birch"),
            (Kind::Paragraph, "June 30"),
            (Kind::Paragraph, "R&D paid off: Alder rose to 4.19\u{a0}trillion tokens."),
            (Kind::Paragraph, "The top two:"),
            (item(1), "Alder, 4.19 trillion"),
            (item(2), "Birch, 3.63 trillion"),
            (Kind::Caption, "Weekly tokens"),
            (Kind::TableRow { table: 0, row: None }, "Name\tTokens"),
            (Kind::TableRow { table: 0, row: Some(0) }, "Alder\t4.19T"),
            (Kind::Paragraph, "The end is near."),
        ]
    );
    let published = document.published().unwrap();
    assert_eq!((published.date, published.how), (date(2026, 6, 30), How::Metadata));
    let row = document.blocks.iter().find(|b| b.text.starts_with("Alder\t")).unwrap();
    assert_eq!(document.header(row).unwrap().cell(1), "Tokens");
    assert_eq!(document.block(document.tables[0].caption).unwrap().text, "Weekly tokens");
    let prose = &document.content().nth(2).unwrap().1;
    let from = prose.text.find("Alder").unwrap();
    assert_eq!(prose.source(from, prose.text.len()).of(text), "Alder</b> rose to 4.19&nbsp;trillion tokens.");
}

#[test]
fn a_page_without_a_heading_has_its_title() {
    let text = "<title>Alder overtakes Birch - Elm Daily</title><div>Alder rose to 4.19 trillion<br>Birch fell.</div>";
    let document = read(text, Format::Html);
    let all: Vec<_> = document.blocks.iter().map(|b| b.text.as_ref()).collect();
    assert_eq!(all, ["Alder overtakes Birch", "Alder rose to 4.19 trillion", "Birch fell."]);
    assert_eq!(document.front.title.unwrap().span.of(text), "Alder overtakes Birch");
}

#[test]
fn what_surrounds_an_article_is_marked() {
    let text = "Elm Daily\n\nAlder overtakes Birch again\n\nTechnology · Tue, 30 Jun 2026 12:15:49 GMT\n\n\
        Alder processed 4.19 trillion tokens in the week of June 22, which is more than ever before.\n\n\
        Birch fell behind with 3.63 trillion tokens, and it was the third week of decline in a row.\n\n\
        Related articles\nCedar secures seven million\nThe industry is under scrutiny, though not for the reasons that have been told by those who h\n\n\
        Oak stayed where it was in the week of June 22, at a volume of 2 trillion tokens and no more.\n\n\
        Comments (1)\n0/500\nCedar rose by 99% last week and that is all that I have got to say about it, friends.\n\nHome\n";
    let document = read(text, Format::Plain);
    let reason = |words: &str| {
        let found = document.blocks.iter().find(|b| b.text.starts_with(words));
        found.unwrap_or_else(|| panic!("no block {words:?}")).boilerplate
    };
    assert_eq!(reason("Alder overtakes"), None);
    assert_eq!(reason("Technology"), Some("date line"));
    assert_eq!(reason("Alder processed"), None);
    assert_eq!(reason("Birch fell"), None);
    assert_eq!(reason("Related"), Some("related stories"));
    assert_eq!(reason("Cedar secures"), Some("related stories"));
    assert_eq!(reason("The industry"), Some("related stories"));
    assert_eq!(reason("Oak stayed"), None);
    assert_eq!(reason("Comments"), Some("comments"));
    assert_eq!(reason("Cedar rose"), Some("comments"));
    assert_eq!(document.published().unwrap().date, date(2026, 6, 30));
}

#[test]
fn a_bar_above_an_article_does_not_take_it_away() {
    for bar in ["Comments (3)", "Related articles", "Share", "Recommended"] {
        let text = format!(
            "Alder overtakes Birch\n\n{bar}\n\nAlder led with 4 trillion.\n\nBirch fell.\n\n\
             The top two:\n• Alder: 4 trillion\n• Birch: 3 trillion\n"
        );
        let document = read(&text, Format::Plain);
        assert_eq!(document.content().count(), 6, "{bar} {document:#?}");
    }
}

#[test]
fn other_languages_are_marked_and_english_is_not() {
    let reason = |line: &str| {
        let text = format!("Alder leads the weekly chart\n\nAlder rose.\n\n{line}\n\nBirch fell.");
        let document = read(&text, Format::Plain);
        document.blocks.iter().find(|b| b.text == line).unwrap().boilerplate
    };
    assert_eq!(reason("Isso mostra como os modelos crescem, não é?"), Some("another language"));
    assert_eq!(reason("Das ist nicht mehr neu."), Some("another language"));
    assert_eq!(reason("Bunu yazan bir makine için değil."), Some("another language"));
    assert_eq!(reason("每周调用量达到四万亿。"), Some("another language"));
    assert_eq!(reason("Alder: 4.19T, Birch: 3.63T, Ça Élan: 2T."), None);
    assert_eq!(reason("El Niño del Mar rose 4% last week, the most so far."), None);
}

#[test]
fn formats_of_files() {
    assert_eq!(Format::of_path("a/b.MD"), Some(Format::Markdown));
    assert_eq!(Format::of_path("b.txt"), Some(Format::Plain));
    assert_eq!(Format::of_path("b.htm"), Some(Format::Html));
    assert_eq!(Format::of_path("b.toml"), None);
    assert_eq!(Format::of_path("md"), None);
}

#[test]
fn front_matter_comes_first() {
    let text =
        "+++\ntitle = 'Alder leads'\npublished = 2026-06-30\n+++\n# Alder leads\n\nMay 1, 2026\n\nIt rose.";
    let document = read(text, Format::Markdown);
    assert_eq!(document.blocks[0].kind, Kind::Headline);
    assert_eq!(document.blocks[0].span().of(text), "Alder leads");
    assert!(document.blocks[1].sentences[0].repeated);
    assert_eq!(document.published().unwrap().how, How::FrontMatter);
    assert_eq!(document.dates.len(), 2);
    assert!(document.problems.is_empty());
}

#[test]
fn cells_reach_over_columns_and_rows() {
    let text = "<table><tr><th>Name<th colspan=2>June</tr><tr><td rowspan=2>South<td>1<td>2<tr><td>3<td>4<tr><td>North<td>5<td>6</table>";
    let document = read(text, Format::Html);
    let rows: Vec<Vec<&str>> =
        document.blocks.iter().map(|row| (0..row.cells.len()).map(|cell| row.cell(cell)).collect()).collect();
    assert_eq!(
        rows,
        [["Name", "June", "June"], ["South", "1", "2"], ["South", "3", "4"], ["North", "5", "6"]]
    );
    let three = document.blocks[2].cells[1].clone();
    assert_eq!(document.blocks[2].source(three.start, three.end).of(text), "3");
}

#[test]
fn what_a_page_does_not_show_is_not_read() {
    let text = "<p>Alder<sup>1</sup> had 10<sup>12</sup> tokens on June 1<sup>st</sup>.</p>\
                <p hidden>Birch.</p><div style='display: none'><p>Cedar.</p></div>\
                <p>One <span style='display:none'>two </span>three.</p><amp-ad>Buy.</amp-ad><p>Four.</p>";
    let document = read(text, Format::Html);
    let shown: Vec<&str> = document.content().map(|(_, block)| block.text.as_ref()).collect();
    assert_eq!(shown, ["Alder had 10^12 tokens on June 1st.", "One three.", "Four."]);
}

#[test]
fn a_definition_stands_under_its_term() {
    let document = read("<dl><dt>Alder<dd>Up 4%.<dt>Birch</dt><dd>Down.</dd></dl><p>End.", Format::Html);
    let above =
        |index: usize| document.block(document.blocks[index].lead_in).map(|block| block.text.as_ref());
    assert_eq!((above(1), above(3)), (Some("Alder"), Some("Birch")));
    assert_eq!(document.blocks[4].kind, Kind::Paragraph);
}
