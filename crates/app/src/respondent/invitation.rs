use super::Refusal;
use crate::{Failure, Instance};
use base::QuestionnaireId;
use jiff::civil::Date;
use store::Transaction;
use survey::{Audience, Mode, Stage, Study};

/// What the public address of an audience leads to.
#[derive(Debug, Clone)]
pub struct Invitation {
    pub study: Study,
    pub audience: Audience,
}

/// No token of ours is longer.
const LONGEST_TOKEN: usize = 100;

impl Invitation {
    /// # Errors
    /// [`Failure::NotFound`] when nobody was given this address.
    pub fn find(instance: &Instance, tx: &mut Transaction, token: &str) -> Result<Invitation, Failure> {
        if token.len() > LONGEST_TOKEN {
            return Err(Failure::NotFound);
        }
        let (study, id) = tx.study_by_token(instance.tenant, token)?.ok_or(Failure::NotFound)?;
        let audience = study.audiences.iter().find(|audience| audience.id == id).cloned().ok_or(Failure::NotFound)?;
        Ok(Invitation { study, audience })
    }

    /// Which version a person who comes today is asked.
    ///
    /// # Errors
    /// [`Refusal::NotYetOpen`], [`Refusal::Closed`], [`Refusal::Full`], [`Refusal::NoQuestionnaire`].
    pub fn admit(&self, instance: &Instance, tx: &mut Transaction, today: Date) -> Result<QuestionnaireId, Failure> {
        let questionnaire = self.audience.questionnaire.ok_or(Refusal::NoQuestionnaire)?;
        match self.study.fieldwork.stage(today) {
            Stage::NotYetOpen => return Err(Refusal::NotYetOpen { first: self.study.fieldwork.first() }.into()),
            Stage::Closed => return Err(Refusal::Closed { last: self.study.fieldwork.last() }.into()),
            Stage::Open => {}
        }
        if self.audience.limit.is_some() && self.audience.is_full(self.answered(instance, tx)?) {
            return Err(Refusal::Full.into());
        }
        Ok(questionnaire)
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
