//! What a predicate makes of its subject, and what a denial leaves standing: `did not drop out
//! of the top five`, `did not reach 4 trillion`.

use super::*;
use crate::en::clause::Window;

/// The subject with what its predicate tells of it: "processed 4 trillion
/// together"; "its total fell", what has come together up to a week cannot.
pub(super) fn as_said(subject: Np, adjuncts: &Adjuncts, pieces: &[Piece]) -> Np {
    let falls = |piece: &Piece| matches!(&piece.act, Act::Change { value } if value.falling);
    let weekly = subject.window == Window::Total && pieces.iter().any(|piece| piece.main && falls(piece));
    let window = if weekly { Window::Week } else { subject.window };
    Np { together: subject.together || adjuncts.together, window, ..subject }
}

/// "Did not lose first place to X": X did not take it.
pub(super) fn is_consequence(piece: &Piece) -> bool {
    let took = Some(recount_model::Movement::Took);
    !piece.main && matches!(piece.act, Act::Rank { movement, .. } if movement == took)
}

/// "Did not drop out of the top five": it is in it.
pub(super) fn stays_inside(act: &mut Act, negated: bool) {
    if let Act::Rank { movement: movement @ Some(recount_model::Movement::Left), .. } = act
        && !negated
    {
        *movement = None;
    }
}

/// What is not reached, is more: how a level or a share is said that was not.
pub(super) fn stays_below(act: &mut Act) -> bool {
    use recount_model::Hedge;
    let (Act::Level { value, .. } | Act::Share { value, .. }) = act else { return false };
    let bare = matches!(value.hedge, Hedge::Bare | Hedge::Exactly);
    if bare {
        value.hedge = Hedge::LessThan;
    }
    bare
}
