use super::Weeks;
use crate::assertion::Assertion;
use crate::time::Period;

/// The inner assertion holds in the period and did not hold before.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct First {
    /// "first time in n weeks": it held last about n weeks before. Longer is
    /// understated.
    pub weeks: Option<Weeks>,
    /// "first since w": it held last in w.
    pub base: Option<Period>,
    /// What holds; its period is the same.
    pub of: Box<Assertion>,
}
