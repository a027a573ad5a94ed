//! Exact linear feasibility with strict and closed bounds.
//!
//! The algorithm is the general simplex for linear real arithmetic of Bruno
//! Dutertre and Leonardo de Moura, "A Fast Linear-Arithmetic Solver for
//! DPLL(T)", CAV 2006: every linear form gets a variable once, checking a set
//! of constraints only asserts bounds on those variables, and taking
//! constraints back is free. Strict bounds are bounds with an infinitesimal
//! part (`delta`), variables are chosen by Bland's rule (R. G. Bland, "New
//! finite pivoting rules for the simplex method", 1977), so no run cycles. All
//! numbers are exact rationals.

mod delta;
mod simplex;

pub(crate) use delta::Delta;
pub(crate) use simplex::{Extent, Outcome, Simplex, Tag, Var};

#[cfg(test)]
mod tests;
