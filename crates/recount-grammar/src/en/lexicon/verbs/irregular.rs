//! Verbs whose forms are not made by the rule.

/// "base third past participle ing", in the order of the alphabet.
const IRREGULAR: &[&str] = &[
    "admit admits admitted admitted admitting",
    "backslide backslides backslid backslid backsliding",
    "barrel barrels barrelled barrelled barrelling",
    "beat beats beat beaten beating",
    "become becomes became become becoming",
    "bleed bleeds bled bled bleeding",
    "blow blows blew blown blowing",
    "break breaks broke broken breaking",
    "bring brings brought brought bringing",
    "build builds built built building",
    "burst bursts burst burst bursting",
    "buy buys bought bought buying",
    "cling clings clung clung clinging",
    "come comes came come coming",
    "control controls controlled controlled controlling",
    "cost costs cost cost costing",
    "creep creeps crept crept creeping",
    "cut cuts cut cut cutting",
    "deal deals dealt dealt dealing",
    "do does did done doing",
    "draw draws drew drawn drawing",
    "drink drinks drank drunk drinking",
    "drive drives drove driven driving",
    "eat eats ate eaten eating",
    "emit emits emitted emitted emitting",
    "enrol enrols enrolled enrolled enrolling",
    "fall falls fell fallen falling",
    "feed feeds fed fed feeding",
    "fight fights fought fought fighting",
    "find finds found found finding",
    "fly flies flew flown flying",
    "forecast forecasts forecast forecast forecasting",
    "freeze freezes froze frozen freezing",
    "funnel funnels funnelled funnelled funnelling",
    "get gets got got getting",
    "give gives gave given giving",
    "go goes went gone going",
    "grind grinds ground ground grinding",
    "grow grows grew grown growing",
    "hang hangs hung hung hanging",
    "have has had had having",
    "hit hits hit hit hitting",
    "hold holds held held holding",
    "keep keeps kept kept keeping",
    "lay lays laid laid laying",
    "lead leads led led leading",
    "leap leaps leapt leapt leaping",
    "leapfrog leapfrogs leapfrogged leapfrogged leapfrogging",
    "leave leaves left left leaving",
    "lend lends lent lent lending",
    "let lets let let letting",
    "lie lies lay lain lying",
    "lose loses lost lost losing",
    "make makes made made making",
    "mean means meant meant meaning",
    "outbid outbids outbid outbid outbidding",
    "outdo outdoes outdid outdone outdoing",
    "outdraw outdraws outdrew outdrawn outdrawing",
    "outgun outguns outgunned outgunned outgunning",
    "output outputs output output outputting",
    "outrun outruns outran outrun outrunning",
    "outsell outsells outsold outsold outselling",
    "outspend outspends outspent outspent outspending",
    "outstrip outstrips outstripped outstripped outstripping",
    "overtake overtakes overtook overtaken overtaking",
    "pay pays paid paid paying",
    "propel propels propelled propelled propelling",
    "put puts put put putting",
    "quit quits quit quit quitting",
    "retake retakes retook retaken retaking",
    "ring rings rang rung ringing",
    "rise rises rose risen rising",
    "run runs ran run running",
    "say says said said saying",
    "see sees saw seen seeing",
    "sell sells sold sold selling",
    "send sends sent sent sending",
    "set sets set set setting",
    "shed sheds shed shed shedding",
    "shoot shoots shot shot shooting",
    "shovel shovels shovelled shovelled shovelling",
    "show shows showed shown showing",
    "shrink shrinks shrank shrunk shrinking",
    "shrivel shrivels shrivelled shrivelled shrivelling",
    "sink sinks sank sunk sinking",
    "sit sits sat sat sitting",
    "slide slides slid slid sliding",
    "spend spends spent spent spending",
    "spin spins spun spun spinning",
    "spiral spirals spiralled spiralled spiralling",
    "spit spits spat spat spitting",
    "spring springs sprang sprung springing",
    "stand stands stood stood standing",
    "steal steals stole stolen stealing",
    "stick sticks stuck stuck sticking",
    "string strings strung strung stringing",
    "sweep sweeps swept swept sweeping",
    "swell swells swelled swollen swelling",
    "swing swings swung swung swinging",
    "take takes took taken taking",
    "tear tears tore torn tearing",
    "tell tells told told telling",
    "throw throws threw thrown throwing",
    "tie ties tied tied tying",
    "transmit transmits transmitted transmitted transmitting",
    "tread treads trod trodden treading",
    "unravel unravels unravelled unravelled unravelling",
    "wear wears wore worn wearing",
    "win wins won won winning",
    "wind winds wound wound winding",
    "write writes wrote written writing",
];

/// The five forms of a verb that has its own.
pub(super) fn irregular(base: &str) -> Option<[&'static str; 5]> {
    let first = |forms: &'static str| {
        let end = forms.bytes().position(|byte| byte == b' ').unwrap_or(forms.len());
        forms.get(..end).unwrap_or_default()
    };
    let place = IRREGULAR.binary_search_by(|forms| first(forms).cmp(base)).ok()?;
    let mut forms = IRREGULAR.get(place)?.split(' ');
    Some([(); 5].map(|()| forms.next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_by_their_base() {
        assert!(IRREGULAR.is_sorted_by_key(|forms| forms.split(' ').next()));
        for forms in IRREGULAR {
            let base = forms.split(' ').next().unwrap_or_default();
            assert!(irregular(base).is_some_and(|forms| forms.iter().all(|form| !form.is_empty())), "{base}");
        }
        assert!(irregular("jump").is_none());
    }
}
