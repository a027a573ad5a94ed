//! Is a text English? By the short words that every sentence has, which is
//! enough to set a comment in another language aside.

/// A text with words of other languages and none of English, or in another
/// script.
pub(super) fn is_foreign(text: &str) -> bool {
    let (mut foreign, mut words, mut accents, mut other) = (0, 0, false, 0);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        if !word.is_ascii() {
            accents = true;
            other += usize::from(!word.chars().any(|c| c.is_ascii_alphabetic()));
        }
        let mut small = [0; 12];
        let Some(small) = small.get_mut(..word.len()) else {
            continue;
        };
        small.copy_from_slice(word.as_bytes());
        small.make_ascii_lowercase();
        if is_english(small) {
            return false;
        }
        foreign += usize::from(is_of_another(small));
    }
    let script = words > 0 && 2 * other > words;
    script || (words >= 4 && (foreign >= 2 || (foreign >= 1 && accents)))
}

/// Words that English sentences have and others seldom.
fn is_english(word: &[u8]) -> bool {
    matches!(
        word,
        b"the"
            | b"of"
            | b"to"
            | b"and"
            | b"in"
            | b"is"
            | b"that"
            | b"for"
            | b"was"
            | b"with"
            | b"by"
            | b"its"
            | b"has"
            | b"from"
            | b"at"
            | b"on"
            | b"it"
            | b"this"
            | b"have"
            | b"had"
            | b"were"
            | b"are"
            | b"be"
            | b"been"
            | b"than"
            | b"their"
            | b"which"
            | b"after"
            | b"over"
            | b"up"
            | b"will"
            | b"more"
            | b"but"
            | b"not"
            | b"week"
            | b"weeks"
            | b"percent"
            | b"trillion"
            | b"billion"
            | b"million"
            | b"rose"
            | b"fell"
            | b"first"
            | b"share"
    )
}

/// Words of sentences in other languages, and of no English one.
const FOREIGN: [&str; 62] = [
    "que", "não", "uma", "para", "com", "os", "dos", "está", "isso", "como", "por", "los", "las", "una",
    "con", "del", "el", "es", "pero", "más", "le", "les", "des", "et", "est", "une", "dans", "pour", "qui",
    "sur", "der", "das", "und", "ist", "nicht", "mit", "ein", "eine", "den", "von", "auf", "für", "il",
    "gli", "di", "che", "della", "bu", "ve", "bir", "için", "ile", "olarak", "het", "een", "van", "voor",
    "niet", "jest", "się", "och", "att",
];

fn is_of_another(word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| FOREIGN.contains(&word))
}
