use crate::time::Period;

/// No earlier figure of the subject is higher (or lower). With an object it is
/// the record of a share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Record {
    /// "Since": only weeks after this period are compared, and the figure then
    /// was at least as high (as low). `None`: ever.
    pub base: Option<Period>,
    /// Which end.
    pub extreme: Extreme,
}

/// The end of the scale of which a record speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extreme {
    /// The largest figure.
    Highest,
    /// The smallest figure.
    Lowest,
}
