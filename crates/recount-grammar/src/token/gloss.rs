//! Initials in brackets behind the words that they stand for: `artificial intelligence (AI)`, `large language models (LLMs)`.
//! They say nothing more, and what is a name without them is one with them.

use super::{Kind, Token};

/// How many tokens it takes: two brackets and a word.
pub(super) const TOKENS: usize = 3;

/// The most letters that stand for words.
const MOST: usize = 6;

/// Do the tokens end with the initials of the words before them, in brackets?
pub(super) fn ends(text: &str, tokens: &[Token]) -> bool {
    let [words @ .., open, initials, close] = tokens else { return false };
    let of = |token: &Token| text.get(token.start as usize..token.end as usize).unwrap_or("");
    if of(close) != ")" || of(open) != "(" || initials.kind != Kind::Word {
        return false;
    }
    let short = of(initials);
    let letters = short.strip_suffix('s').unwrap_or(short);
    let count = letters.len();
    if !(2..=MOST).contains(&count) || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return false;
    }
    let spelt = words.iter().rev().filter(|token| of(token) != "-").take(count);
    let firsts = spelt.map(|token| of(token).bytes().next().map_or(b' ', |byte| byte.to_ascii_uppercase()));
    firsts.eq(letters.bytes().rev())
}

#[cfg(test)]
mod tests {
    use crate::token::tokenise;

    #[test]
    fn initials_of_the_words_before_them_alone() {
        for (text, left) in [
            ("artificial intelligence (AI) models", 3),
            ("Large Language Models (LLMs) rose", 4),
            ("large-language models (LLMs)", 4),
            ("the model (AI) rose", 6),
            ("artificial intelligence (ai)", 5),
            ("X (X)", 4),
        ] {
            let (mut lower, mut tokens) = (String::new(), Vec::new());
            tokenise(text, &mut lower, &mut tokens);
            assert_eq!(tokens.len(), left, "{text}");
        }
    }
}
