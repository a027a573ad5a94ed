//! What a sentence says nothing with is left out before it is parsed.

use crate::discourse::worthy::says_nothing;
use crate::en::clause::remark::{behind, in_front, inside, last_word};
use crate::en::phrase::{Chunk, Chunks};
use crate::token::Tokens;

/// How many remarks are left out at either end.
const MOST: usize = 2;

/// Leaves out the remarks before and behind what a sentence says.
pub(super) fn leave_out(chunks: &mut Vec<Chunk<'_>>, tokens: Tokens<'_>) {
    for _ in 0..MOST {
        let Some((count, sure)) = in_front(Chunks::new(tokens, chunks)) else { break };
        let nothing = sure || chunks.get(..count).is_some_and(|front| says_nothing(front, tokens));
        if !nothing || chunks.len() < count + 2 {
            break;
        }
        chunks.drain(..count);
    }
    if let Some((from, to)) = inside(Chunks::bare(tokens, chunks))
        && chunks.get(from..to).is_some_and(|aside| says_nothing(aside, tokens))
    {
        chunks.drain(from..to);
    }
    if let Some((from, to)) = last_word(Chunks::bare(tokens, chunks)) {
        chunks.drain(from..to);
    }
    for _ in 0..MOST {
        let Some((from, to)) = behind(Chunks::bare(tokens, chunks)) else { break };
        if !chunks.get(from..to).is_some_and(|tail| says_nothing(tail, tokens)) {
            break;
        }
        chunks.drain(from..to);
    }
}
