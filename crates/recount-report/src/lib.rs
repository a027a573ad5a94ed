//! What a check found, as text: for people (drawn with miette), as JSON, SARIF,
//! Markdown and HTML.
//!
//! Nothing here reads a file or prints: a [`Run`] goes in, a `String` comes
//! out, the same one for the same run.

#![deny(clippy::print_stdout, clippy::print_stderr)]

mod broken;
mod excerpt;
mod explain;
mod html;
mod human;
mod json;
mod lines;
mod markdown;
mod notice;
mod run;
mod sarif;
mod view;
mod words;

pub use explain::{
    Seen, SeenMention, SeenQuantity, SeenStop, SeenTime, SeenWayOut, explain_human, explain_json,
};
pub use html::html;
pub use human::human;
pub use json::json;
pub use lines::{Lines, Position};
pub use markdown::markdown;
pub use notice::{Look, problem};
pub use run::{Article, Hand, Run, Summary};
pub use sarif::sarif;
pub use words::in_words;
