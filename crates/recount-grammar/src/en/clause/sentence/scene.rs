//! Where a figure was counted, said apart from it: `admissions rose in the
//! north`, `there were 412 admissions in the north`, `viewers watched 26 million
//! hours of X`.

use super::*;
use crate::en::phrase::place::Place;
use crate::token::Words;

/// Who a figure belongs to that names nobody itself, where the words behind
/// its verb say so: "admissions rose **in the north**".
pub(super) fn whose<'p>(c: Chunks<'p>, np: Np) -> (Chunks<'p>, Np) {
    let open = matches!(np.who, Who::Carried | Who::Total) && matches!(np.about, About::Metric(_));
    if !open || np.share {
        return (c, np);
    }
    match owner(c, &["in", "on", "at", "for", "across"]) {
        (rest, Some(place)) if is_place(&place) => (rest, Np { who: place.who, ..np }),
        _ => (c, np),
    }
}

/// A name, and nothing of it.
fn is_place(np: &Np) -> bool {
    matches!(np.who, Who::Named(_)) && np.about == About::Nothing && !np.share && np.narrowed.is_empty()
}

impl<'p> Parser<'p> {
    /// Of whom it is said.
    pub(super) fn of_whom(&self, np: &Np) -> Np {
        match (&np.who, &self.scene) {
            // "On the platform, its volume rose": that of whoever "it" is.
            (Who::Carried, Some(Np { who: Who::Total, .. })) if !np.bare => self.carried(np),
            (Who::Carried | Who::Total, Some(place)) => Np { who: place.who.clone(), ..np.clone() },
            (Who::Carried, None) => self.carried(np),
            _ => np.clone(),
        }
    }

    /// "At its peak in the week of June 1, X handled 4 trillion": then.
    pub(super) fn at_its_peak(&mut self) -> bool {
        let peak = self.c.is(0, words!["at"])
            && self.c.is(1, words!["its", "their", "the"])
            && self.c.is(2, words!["peak", "height", "high"])
            && matches!(self.c.phrase(3), Some(Phrase::Time(time))
                if time.role == crate::en::phrase::time::Role::At);
        if peak {
            self.c = self.c.skip(3);
        }
        peak
    }

    /// "At No. 3, X drew 14 million", "In the north, admissions fell".
    pub(super) fn fronted_place(&mut self) -> bool {
        if self.c.is(0, words!["at", "in"])
            && !self.c.is(1, words!["a"])
            && let Some((rest, place @ Place::At(_))) = rank::at_place(self.c)
            && rest.is(0, words![","])
        {
            let act = Act::Rank { place, movement: None, among: None };
            self.pending.pieces.push(Piece::beside(act));
            self.c = rest;
            return true;
        }
        if self.fronted_list() {
            return true;
        }
        if !self.c.is(0, words!["in", "on", "across", "at"]) || self.scene.is_some() {
            return false;
        }
        let field = self.c.skip(if self.c.is(1, words!["the"]) { 2 } else { 1 });
        match noun_phrase(self.c.skip(1)) {
            Some((rest, np)) if is_place(&np) && rest.is(0, words![","]) => {
                let everywhere = crate::en::clause::adjunct::is_field(field);
                self.scene = Some(if everywhere { Np { who: Who::Total, ..np } } else { np });
                self.c = rest;
                true
            }
            _ => false,
        }
    }

    /// "Overall, usage rose 3 %", "Platform-wide, volume fell", "In all, traffic reached
    /// 4 trillion": where nobody is named, everything is meant.
    pub(super) fn whole_scene(&mut self) -> bool {
        const WHOLE: &Words =
            words!["overall", "globally", "worldwide", "altogether", "industrywide", "sitewide"];
        const WIDE: &Words =
            words!["platform", "site", "market", "industry", "system", "network", "marketplace"];
        let c = self.c;
        let count = if c.is(0, WHOLE) {
            1
        } else if c.are(&["in", "all"])
            || c.are(&["all", "told"])
            || c.is(0, words!["in"]) && c.get(1).is_some_and(|chunk| c.lower(chunk.first) == "total")
        {
            2
        } else if c.is(1, words!["-"])
            && c.is(2, words!["wide"])
            && (c.is(0, WIDE) || crate::en::clause::adjunct::is_field(c))
        {
            3
        } else {
            return false;
        };
        if self.scene.is_some() || self.focus.is_some() || !c.is(count, words![","]) {
            return false;
        }
        let Some((rest, np)) = noun_phrase(c.skip(count + 1)) else { return false };
        if !np.bare || np.who != Who::Carried || rest.verb(0).is_none() {
            return false;
        }
        self.scene = Some(Np { who: Who::Total, ..Np::carried(np.span) });
        self.c = c.skip(count + 1);
        true
    }

    /// "On the film list, X was second", "Among films, X led": places are those of
    /// that list.
    fn fronted_list(&mut self) -> bool {
        let over = usize::from(
            self.c.is(0, words!["over", "elsewhere", "meanwhile"])
                && self.c.is(1, words!["on", "in", "among"]),
        );
        let c = self.c.skip(over);
        if !c.is(0, words!["on", "in", "among", "atop"]) || self.list.is_some() {
            return false;
        }
        let all = |np: &Np| match &np.who {
            Who::Named(names) => {
                names.iter().flatten().all(|name| matches!(name, recount_model::Subject::Group(_)))
            }
            _ => false,
        };
        let found = rank::kind_list(c.skip(1)).or_else(|| {
            // "Among southern models, X led": the list ends at the comma.
            let comma = (1..12).find(|ahead| c.is(*ahead, words![","])).map_or(c.to, |comma| c.at + comma);
            let found = c.is(0, words!["among"]).then(|| noun_phrase(c.skip(1).until(comma))).flatten();
            found
                .map(|(rest, np)| (Chunks { to: c.to, ..rest }, np))
                .filter(|(_, np)| is_place(np) && all(np))
        });
        match found {
            Some((rest, np)) if rest.is(0, words![","]) => {
                self.list = Some(np);
                self.c = rest;
                true
            }
            _ => false,
        }
    }

    /// "There were 412 admissions in X last week".
    pub(super) fn there_were(&mut self) -> bool {
        let start = self.c.at;
        if !self.c.is(0, words!["there"]) {
            return false;
        }
        let Some((rest, group)) = verb_group(self.c.skip(1), false) else {
            return false;
        };
        if !group.verb.frames.any(Frames::BE) || group.passive {
            return false;
        }
        let Some((rest, phrase @ Phrase::Amount { metrics, .. })) = figure(rest) else {
            return false;
        };
        if metrics.is_empty() {
            return false;
        }
        let mut outcome =
            Outcome { pieces: level_of(phrase).map(Piece::main).into_iter().collect(), ..Outcome::default() };
        let counted =
            rest.verb(0).is_some_and(|verb| verb.form == Form::Past && verb.frames.any(Frames::USE));
        let rest = adjuncts(if counted { rest.skip(1) } else { rest }, &mut outcome);
        let nobody = Np { about: About::Metric(metrics[0]), ..Np::carried(self.c.span(start, start + 1)) };
        let (rest, np) = whose(rest, nobody);
        let alone = np.who == Who::Carried && self.scene.is_none();
        let np = if np.who == Who::Carried && !alone { Np { about: About::Nothing, ..np } } else { np };
        let np = Np { bare: alone, ..np };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }

    /// "Clinics in X recorded 1,204 visits": those who count them there; some of the people there
    /// are not all of them.
    fn counted_there(&mut self) -> bool {
        const SOME: &Words = words![
            "women", "children", "teenagers", "teens", "tourists", "seniors", "adults", "students",
            "foreigners", "newcomers", "others", "visitors", "locals", "pensioners", "girls", "boys",
        ];
        let start = self.c.at;
        if self.c.is(0, SOME) || !self.c.is(1, words!["in", "at", "across"]) {
            return false;
        }
        let Some((rest, np)) = noun_phrase(self.c.skip(2)).filter(|(_, np)| is_place(np)) else {
            return false;
        };
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        let counts = group.verb.frames.any(Frames::LEVEL) && !group.passive && !group.negated;
        let Some((rest, phrase @ Phrase::Amount { metrics, .. })) = figure(rest).filter(|_| counts) else {
            return false;
        };
        if metrics.is_empty() {
            return false;
        }
        let mut outcome =
            Outcome { pieces: level_of(phrase).map(Piece::main).into_iter().collect(), ..Outcome::default() };
        let rest = adjuncts(level::skip_unit(rest), &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }

    /// "Viewers watched 26 million hours of X", "Drivers paid $3.12 a gallon for
    /// X": whoever they are, the figure is that of X.
    pub(super) fn used_by_many(&mut self) -> bool {
        let start = self.c.at;
        let word = self.c.word(0);
        let many = self.c.entry(0).verb.is_none()
            && self.c.entry(0).noun.is_none()
            && word.len() > 3
            && (word.ends_with('s') || word == "people");
        if !many || !self.items.iter().all(|item| matches!(item, Item::Time(_))) {
            return false;
        }
        if self.counted_there() {
            return true;
        }
        let Some((rest, group)) = verb_group(self.c.skip(1), false) else {
            return false;
        };
        let spends = group.verb.frames.any(Frames::USE) || self.c.is(1, words!["spent", "spend"]);
        if group.passive || !spends {
            return false;
        }
        let average = rest.are(&["an", "average", "of"]);
        let Some((rest, phrase @ Phrase::Amount { metrics, .. })) =
            figure(if average { rest.skip(3) } else { rest })
        else {
            return false;
        };
        let (rest, Some(np)) = owner(rest, &["of", "on", "for", "with", "watching"]) else {
            return false;
        };
        // "for a litre of X", where that is the unit itself.
        let np = match np.about {
            About::Metric(metric) if metrics.contains(&metric) => Np { about: About::Nothing, ..np },
            _ => np,
        };
        if metrics.is_empty() || !is_place(&np) {
            return false;
        }
        let mut outcome =
            Outcome { pieces: level_of(phrase).map(Piece::main).into_iter().collect(), ..Outcome::default() };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }
}
