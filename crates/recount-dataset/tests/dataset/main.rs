//! The crate by its public face: what is read, what is wrong, what is imported.

mod import;
mod load;
mod world;
mod wrong_claims;
mod wrong_figures;
mod wrong_files;
mod wrong_vocabulary;
