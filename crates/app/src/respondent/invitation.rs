use super::Refusal;
use crate::{Failure, Instance, personal_codes::PersonalCode};
use base::{PersonalCodeId, QuestionnaireId};
use jiff::civil::Date;
use store::{CodeState, Transaction};
use survey::{Admission, Audience, Mode, Questionnaire, Stage, Study};

/// What the public address of an audience leads to, or that of a personal code.
#[derive(Debug, Clone)]
pub struct Invitation {
    pub study: Study,
    pub audience: Audience,
    /// What stands in the address: the token of the audience, or the code.
    pub address: String,
    /// The code with which somebody came, and what is known of it.
    pub code: Option<(PersonalCodeId, CodeState)>,
}

/// No token of ours is longer.
const LONGEST_TOKEN: usize = 100;

impl Invitation {
    /// # Errors
    /// [`Failure::NotFound`] when nobody was given this address, or its project is not open yet.
    pub fn find(instance: &Instance, tx: &mut Transaction, token: &str) -> Result<Invitation, Failure> {
        if token.len() > LONGEST_TOKEN {
            return Err(Failure::NotFound);
        }
        let invitation = Invitation::of(instance, tx, token)?;
        match tx.unopened_since(instance.tenant, invitation.study.project)? {
            Some(_) => Err(Failure::NotFound),
            None => Ok(invitation),
        }
    }

    fn of(instance: &Instance, tx: &mut Transaction, token: &str) -> Result<Invitation, Failure> {
        let address = token.to_owned();
        if let Some((study, id)) = tx.study_by_token(instance.tenant, token)? {
            let audience =
                study.audiences.iter().find(|audience| audience.id == id).cloned().ok_or(Failure::NotFound)?;
            return Ok(Invitation { study, audience, address, code: None });
        }
        let code: PersonalCode = token.parse().map_err(|_| Failure::NotFound)?;
        let known = tx.personal_code_written(instance.tenant, code.bytes())?.ok_or(Failure::NotFound)?;
        let study = tx.study_of(instance.tenant, known.audience)?.ok_or(Failure::NotFound)?;
        let is_asked = |audience: &&Audience| audience.id == known.audience;
        let audience = study.audiences.iter().find(is_asked).cloned().ok_or(Failure::NotFound)?;
        Ok(Invitation { study, audience, address, code: Some((known.id, known.state)) })
    }

    /// Which version a person who comes today is asked.
    ///
    /// # Errors
    /// [`Refusal::NotYetOpen`], [`Refusal::Closed`], [`Refusal::Full`], [`Refusal::NoQuestionnaire`],
    /// [`Refusal::CodeNeeded`], [`Refusal::CodeUsed`], [`Refusal::CodeWithdrawn`].
    pub fn admit(&self, instance: &Instance, tx: &mut Transaction, today: Date) -> Result<QuestionnaireId, Failure> {
        let questionnaire = self.audience.questionnaire.ok_or(Refusal::NoQuestionnaire)?;
        match self.study.fieldwork.stage(today) {
            Stage::NotYetOpen => return Err(Refusal::NotYetOpen { first: self.study.fieldwork.first() }.into()),
            Stage::Closed => return Err(Refusal::Closed { last: self.study.fieldwork.last() }.into()),
            Stage::Open => {}
        }
        match (self.audience.admission, self.code) {
            (_, Some((_, CodeState::Used))) => return Err(Refusal::CodeUsed.into()),
            (_, Some((_, CodeState::Withdrawn))) => return Err(Refusal::CodeWithdrawn.into()),
            (Admission::ByCode, None) => return Err(Refusal::CodeNeeded.into()),
            (Admission::Open, None) | (_, Some((_, CodeState::Unused))) => {}
        }
        if self.audience.limit.is_some() && self.audience.is_full(self.answered(instance, tx)?) {
            return Err(Refusal::Full.into());
        }
        Ok(questionnaire)
    }

    /// Whether whoever answers is asked if their own words may be quoted: where so few are asked that everybody would know
    /// whose they are.
    pub fn asks_to_quote(&self, questionnaire: &Questionnaire) -> bool {
        self.audience.is_small() && questionnaire.questions().any(|question| question.kind.is_open())
    }

    /// After an answer has been added: its code is used up.
    pub(super) fn use_code(&self, instance: &Instance, tx: &mut Transaction) -> Result<(), Failure> {
        match self.code {
            Some((code, _)) if !tx.record_personal_code_used(instance.tenant, code)? => Err(Refusal::CodeUsed.into()),
            Some(_) | None => Ok(()),
        }
    }

    /// After one more has been added: whether that was one too many.
    pub(super) fn is_over_full(&self, instance: &Instance, tx: &mut Transaction) -> Result<bool, Failure> {
        let Some(limit) = self.audience.limit else { return Ok(false) };
        Ok(self.answered(instance, tx)? > limit)
    }

    /// The limit is one of online answers: a card in the box is counted, not turned away.
    fn answered(&self, instance: &Instance, tx: &mut Transaction) -> Result<u32, Failure> {
        let answered = tx.answers_by(instance.tenant, self.audience.id, Mode::Online)?;
        Ok(u32::try_from(answered).unwrap_or(u32::MAX))
    }
}
