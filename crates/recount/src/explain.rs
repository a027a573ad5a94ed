//! placeholder
use crate::Outcome;
use crate::args::Explain;
use crate::world::World;
pub(crate) fn explain(args: &Explain, world: &mut World<'_>) -> Outcome {
    let _ = (args, world);
    Err(Vec::new())
}
