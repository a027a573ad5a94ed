//! The evaluator on an invented world: three models on the chart of most
//! weeks, a northern and a southern group.

mod amounts;
mod charity;
mod dating;
mod given;
mod impossible;
mod orders;
mod periods;
mod repairs;
mod runs;
mod scopes;
mod true_worlds;
mod world;
