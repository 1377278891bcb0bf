//! The data of a study as a manuscript asks for them: each number, figure and table under its address, with the same rules
//! about what may be shown as everywhere else.

#[expect(clippy::wildcard_enum_match_arm, reason = "a statistic of another kind is refused, whichever it is")]
mod differences;
mod measured;
#[expect(clippy::wildcard_enum_match_arm, reason = "a statistic of another kind is refused, whichever it is")]
mod of_audience;
#[expect(clippy::wildcard_enum_match_arm, reason = "a statistic of another kind is refused, whichever it is")]
mod of_question;
#[expect(clippy::wildcard_enum_match_arm, reason = "a statistic of another kind is refused, whichever it is")]
mod of_group;

use super::{
    AudienceData, StudyData,
    figures::{self, Drafted, Lens, Section, by_group},
};
use crate::Words;
use document::{
    Block, Figure,
    manuscript::{Absent, FigureAddress, LiveFigures, Name, Number, NumberAddress, Side, Statistic, Unavailable},
};
use measured::Measured;
use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};
use survey::{Group, GroupLayout, Item};

/// A study in one language. What was computed once is kept while it lives.
pub struct StudyFigures<'a> {
    pub study: &'a StudyData,
    pub words: &'a Words,
    drafted: OnceCell<DraftedFigures>,
    measured: RefCell<BTreeMap<(Name, Name), Rc<Measured>>>,
}

/// Every figure with its sentences, in the order in which they are told.
pub struct DraftedFigures {
    /// One for each audience of the study.
    pub audiences: Vec<Vec<Section>>,
    pub compared: Vec<Drafted>,
    /// What was measured before, for each audience that was asked before.
    pub waves: Vec<figures::waves::Measured>,
}

impl<'a> StudyFigures<'a> {
    pub fn new(study: &'a StudyData, words: &'a Words) -> StudyFigures<'a> {
        StudyFigures { study, words, drafted: OnceCell::new(), measured: RefCell::default() }
    }

    pub fn drafted(&self) -> &DraftedFigures {
        self.drafted.get_or_init(|| DraftedFigures {
            audiences: self
                .study
                .audiences
                .iter()
                .map(|data| figures::of_audience(self.study, data, self.words, 1))
                .collect(),
            compared: figures::compared(self.study, self.words, 1),
            waves: figures::waves::figures(self.study, self.words),
        })
    }

    /// An audience as its own study saw it.
    pub fn lens(&self, data: &'a AudienceData) -> Lens<'a> {
        let of_wave = |wave: &&StudyData| wave.audiences.iter().any(|one| std::ptr::eq(one, data));
        Lens::new(self.study.earlier.iter().find(of_wave).unwrap_or(self.study), data, self.words)
    }

    /// An audience of the study, or the same one in an earlier study.
    fn audience(&self, name: &Name) -> Result<&'a AudienceData, Unavailable> {
        let found = self.study.audiences.iter().find(|data| data.audience.code == name.as_str());
        let earlier = || figures::waves::find(self.study, name.as_str()).map(|(_, data)| data);
        found.or_else(earlier).ok_or(Unavailable::NoSuchAudience)
    }

    fn find(&self, address: &FigureAddress) -> Option<&Drafted> {
        let (anchor, drafted) = (address.anchor(), self.drafted());
        let of_waves = drafted.waves.iter().flat_map(|measured| &measured.figures);
        let of_audiences = drafted.audiences.iter().flatten().flat_map(|section| &section.figures).chain(of_waves);
        let is_it = |drafted: &&Drafted| drafted.figure.anchor == anchor;
        match &address.side {
            Side::Compared => drafted.compared.iter().find(is_it),
            Side::Audience(_) => of_audiences.into_iter().find(is_it),
        }
    }

    /// The figure of a change since an earlier study.
    fn change_of(&self, address: &NumberAddress) -> Option<FigureAddress> {
        let earlier = address.against.as_ref()?;
        figures::waves::find(self.study, earlier.as_str())?;
        Some(FigureAddress::of(earlier, address.question.as_ref()?))
    }

    /// What is known of a question, computed once.
    fn measured(&self, audience: &Name, question: &Name) -> Result<Rc<Measured>, Unavailable> {
        let key = (audience.clone(), question.clone());
        if let Some(known) = self.measured.borrow().get(&key) {
            return Ok(Rc::clone(known));
        }
        let lens = self.lens(self.audience(audience)?);
        let found = lens.data.questionnaire.question(question.as_str()).ok_or(Unavailable::NoSuchQuestion)?;
        let measured = Rc::new(Measured::of(&lens, found)?);
        self.measured.borrow_mut().insert(key, Rc::clone(&measured));
        Ok(measured)
    }
}

/// The battery that has this question as a row.
fn battery_of<'a>(items: &'a [Item], question: &str) -> Option<&'a Group> {
    items.iter().find_map(|item| match item {
        Item::Question(_) => None,
        Item::Group(group) if group.layout == GroupLayout::Battery => {
            let mut rows = group.items.iter().filter_map(Item::question);
            rows.any(|row| row.code.as_str() == question).then_some(group)
        }
        Item::Group(group) => battery_of(&group.items, question),
    })
}

impl LiveFigures for StudyFigures<'_> {
    fn number(&self, address: &NumberAddress) -> Result<Number, Unavailable> {
        let lens = self.lens(self.audience(&address.audience)?);
        if let Some((group, option)) = &address.group {
            return of_group::number(&lens, (group, option), address);
        }
        let Some(question) = &address.question else { return of_audience::number(&lens, address.statistic) };
        if address.statistic == Statistic::Version {
            return of_audience::version(&lens, question);
        }
        if let Some(against) = &address.against {
            return differences::number(self, &lens, self.audience(against)?, question, address);
        }
        let found = lens.data.questionnaire.question(question.as_str()).ok_or(Unavailable::NoSuchQuestion)?;
        if address.statistic == Statistic::Quoted {
            return of_question::quoted(&lens, found);
        }
        let measured = self.measured(&address.audience, question)?;
        of_question::number(&lens, found, &measured, address)
    }

    /// The row of a battery is looked up in the figure of the battery.
    fn figure_of(&self, address: &NumberAddress) -> Option<FigureAddress> {
        let own = self.change_of(address).or_else(|| address.figure())?;
        // Groups stand beside each other in a figure of their own.
        if address.group.is_some() {
            return Some(FigureAddress { code: Name::new(by_group::CODE)?, ..own });
        }
        if self.find(&own).is_some() {
            return Some(own);
        }
        let of_whom = if let Side::Audience(audience) = &own.side { audience } else { &address.audience };
        let questionnaire = &self.audience(of_whom).ok()?.questionnaire;
        let battery = battery_of(&questionnaire.items, own.code.as_str())?;
        Some(FigureAddress { code: Name::new(battery.code.as_str())?, ..own })
    }

    fn figure(&self, address: &FigureAddress) -> Result<Figure, Unavailable> {
        if let Side::Audience(audience) = &address.side {
            self.audience(audience)?;
        }
        if let Some(found) = self.find(address) {
            return Ok(found.figure.clone());
        }
        match &address.side {
            Side::Compared => Err(Unavailable::NotCompared),
            Side::Audience(audience) => Err(match self.measured(audience, &address.code) {
                Ok(_) => Unavailable::OtherKind,
                Err(why) => why,
            }),
        }
    }

    fn quotations(&self, address: &FigureAddress) -> Result<Vec<Block>, Unavailable> {
        let Side::Audience(audience) = &address.side else { return Err(Unavailable::OtherKind) };
        let lens = self.lens(self.audience(audience)?);
        let found = lens.data.questionnaire.question(address.code.as_str()).ok_or(Unavailable::NoSuchQuestion)?;
        of_question::quotations(&lens, found)
    }

    fn absent(&self, why: Unavailable) -> Absent {
        Absent {
            words: self.words.say(match why {
                Unavailable::Hidden | Unavailable::NotAgreed | Unavailable::TooFew => "figure-hidden",
                Unavailable::NoSuchAudience
                | Unavailable::NoSuchQuestion
                | Unavailable::NoSuchOption
                | Unavailable::OtherKind
                | Unavailable::NobodyAnswered
                | Unavailable::TooManyMissing
                | Unavailable::NoInterval
                | Unavailable::NotCompared
                | Unavailable::NotCounted => "number-absent",
            }),
            why: self.words.say(&format!("number-{}", why.code())),
        }
    }
}
