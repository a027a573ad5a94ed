//! The kinds of assertion, one file each. Section 4 of the design.

mod change;
mod compare;
mod first;
mod level;
mod rank;
mod record;
mod share;
mod streak;
mod top;

pub use change::Change;
pub use compare::Compare;
pub use first::First;
pub use level::Level;
pub use rank::{Movement, Rank};
pub use record::{Extreme, Record};
pub use share::Share;
pub use streak::{Streak, Weeks};
pub use top::Top;
