//! Laboratory.
#![allow(warnings, clippy::all, clippy::pedantic, clippy::restriction, clippy::nursery)]
use recount_dataset::{Dataset, SourceFile, Sources};
use recount_grammar::Reader;
use recount_tests::corpus::{PUBLISHED, notation::World, score, sheet, show};
use std::io::Write as _;
use std::sync::Arc;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let source = |path: &str| SourceFile {
        name: path.to_owned(),
        text: Arc::from(std::fs::read_to_string(path).unwrap()),
    };
    let dataset = Dataset::load(Sources {
        vocabulary: Some(source(&format!("{}/vocabulary.toml", args[1]))),
        figures: vec![],
        by_hand: vec![],
    })
    .unwrap();
    let reader = Reader::new(&dataset.vocabulary).with_sources([(recount_model::MetricId(0), "Switchboard")]);
    let world = World { vocabulary: &dataset.vocabulary, published: PUBLISHED };
    let text = source(&args[2]).text;
    let entries = match sheet::read(&text, |_| true) {
        Ok(e) => e,
        Err(e) => {
            for e in e {
                eprintln!("{e}");
            }
            std::process::exit(1)
        }
    };
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    let mut bad = false;
    for entry in entries {
        match score::score("x", &entry, &reader, &world) {
            Ok(outcomes) => {
                for o in outcomes {
                    writeln!(out, "T\t{}\t{}", o.ids.join("+"), o.text).unwrap();
                    for a in &o.right {
                        writeln!(out, "=\t{}", show::told(a)).unwrap();
                    }
                    for a in &o.wrong {
                        writeln!(out, "-\t{}", show::told(a)).unwrap();
                    }
                    for a in &o.missed {
                        writeln!(out, "+\t{}", show::told(a)).unwrap();
                    }
                    for a in &o.remarks {
                        writeln!(out, "!\t{}", a.replace('\n', " ")).unwrap();
                    }
                    writeln!(
                        out,
                        "F\t{}{}{}{}",
                        if o.worthy { "w" } else { "" },
                        if o.silent { "s" } else { "" },
                        if o.half_silent { "h" } else { "" },
                        if o.misfiled { "m" } else { "" }
                    )
                    .unwrap();
                }
            }
            Err(e) => {
                for e in e {
                    eprintln!("ERR {e}");
                }
                bad = true;
            }
        }
    }
    if bad {
        std::process::exit(1)
    }
}
