use super::{Composed, Letter};
use crate::{Failure, Words};
use base::{Argument, Language, PersonalCodeId, TenantId};
use outreach::{Part, Project};
use store::{CodeState, Transaction};
use survey::{Audience, Study};

/// To what the holder of a personal code is invited.
pub(super) struct Asked {
    study: Study,
    audience: Audience,
    project: Option<Project>,
}

impl Asked {
    /// `None` where the code opens nothing any more: nobody is written to for that.
    ///
    /// # Errors
    /// Only faults of the store.
    pub(super) fn find(tx: &mut Transaction, tenant: TenantId, code: PersonalCodeId) -> Result<Option<Asked>, Failure> {
        let code = tx.personal_code(tenant, code)?.filter(|code| code.state == CodeState::Unused);
        let Some(code) = code else { return Ok(None) };
        let Some(study) = tx.study_of(tenant, code.audience)? else { return Ok(None) };
        let audience = study.audiences.iter().find(|audience| audience.id == code.audience).cloned();
        let project = tx.project(tenant, study.project)?;
        Ok(audience.map(|audience| Asked { study, audience, project }))
    }

    pub(super) fn composed(&self, letter: Letter, language: Language, link: Option<&str>, site: &str) -> Composed {
        let words = Words::new(language);
        let who = self.project.as_ref().and_then(|project| project.party_with(Part::Beneficiary));
        let values: [(&str, Argument); 4] = [
            ("study", self.study.title.say(language).into()),
            ("audience", self.audience.name.say(language).into()),
            ("day", words.long_date(self.study.fieldwork.last()).into()),
            ("who", who.map_or("", |party| party.name.say(language)).into()),
        ];
        Composed::of(letter, words, &values, link, site)
    }
}
