use crate::{
    Failure,
    fieldwork::PlanTrouble,
    typed::{Reading, Typed},
};
use base::{AudienceId, Chance, Text};
use std::collections::BTreeMap;
use survey::{Admission, Audience, CollectionClass, Mode};

const LONGEST_NAME: usize = 200;
const LONGEST_CODE: usize = 40;
const SHORTEST_TOKEN: usize = 4;
const LONGEST_TOKEN: usize = 60;
const MOST_PEOPLE: u32 = 10_000_000;
const MOST_PLANNED: u32 = 1_000_000;

/// Letters and digits that are not taken for one another on paper.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
const DRAWN_LETTERS: usize = 10;

/// An audience without its questionnaire, as one form holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AudiencePlan {
    pub code: String,
    pub name: Text,
    /// `None`: it is drawn by chance.
    pub token: Option<String>,
    pub collection: CollectionClass,
    pub admission: Admission,
    pub population: Option<u32>,
    pub invited: Option<u32>,
    pub plan: BTreeMap<Mode, u32>,
    pub limit: Option<u32>,
    /// Whether a group too small for percentages has agreed that its answers are shown as counts.
    pub counts_agreed: bool,
}

impl AudiencePlan {
    pub fn of(audience: &Audience) -> AudiencePlan {
        AudiencePlan {
            code: audience.code.clone(),
            name: audience.name.clone(),
            token: Some(audience.token.clone()),
            collection: audience.collection,
            admission: audience.admission,
            population: audience.population,
            invited: audience.invited,
            plan: audience.plan.clone(),
            limit: audience.limit,
            counts_agreed: audience.counts_agreed,
        }
    }

    pub fn typed(&self) -> Typed {
        let typed = Typed::default()
            .with_text("name", &self.name)
            .with("code", self.code.clone())
            .with("token", self.token.clone().unwrap_or_default())
            .with("collection", self.collection.code())
            .with("admission", self.admission.code())
            .with_count("population", self.population)
            .with_count("invited", self.invited)
            .with_count("limit", self.limit)
            .with("counts_agreed", if self.counts_agreed { "yes" } else { "" });
        Mode::ALL
            .into_iter()
            .fold(typed, |typed, mode| typed.with_count(&plan_field(mode), self.plan.get(&mode).copied()))
    }

    /// # Errors
    /// Every field at fault at once.
    pub fn read(typed: &Typed) -> Result<AudiencePlan, Failure> {
        let mut form = Reading::of(typed);
        let name = form.needed_text("name", LONGEST_NAME);
        form.need("code");
        let code = form.get("code").to_owned();
        if !code.is_empty() && (!is_plain(&code) || code.len() > LONGEST_CODE) {
            form.refuse(PlanTrouble::CodeUnreadable);
        }
        let token = Some(form.get("token").to_owned()).filter(|token| !token.is_empty());
        let fits = |token: &String| is_plain(token) && (SHORTEST_TOKEN..=LONGEST_TOKEN).contains(&token.len());
        if !token.as_ref().is_none_or(fits) {
            form.refuse(PlanTrouble::TokenUnreadable);
        }
        let collection = form.chosen("collection", CollectionClass::from_code);
        // Forms from before this could be chosen do not say.
        let admission = Admission::from_code(form.get("admission")).unwrap_or_default();
        let (population, invited) = (form.count("population", MOST_PEOPLE), form.count("invited", MOST_PEOPLE));
        if population.zip(invited).is_some_and(|(population, invited)| invited > population) {
            form.refuse(PlanTrouble::MoreInvitedThanPeople);
        }
        if collection == Some(CollectionClass::EveryoneInvited) && form.get("invited").is_empty() {
            form.refuse(PlanTrouble::InvitedUnknown);
        }
        let counts_agreed = form.is_ticked("counts_agreed");
        let limit = form.count("limit", MOST_PEOPLE);
        let mut plan = BTreeMap::new();
        for mode in Mode::ALL {
            if let Some(wanted) = form.count(&plan_field(mode), MOST_PLANNED) {
                plan.insert(mode, wanted);
            }
        }
        form.finish(collection.map(|collection| AudiencePlan {
            code,
            name,
            token,
            collection,
            admission,
            population,
            invited,
            plan,
            limit,
            counts_agreed,
        }))
    }

    pub(super) fn into_audience(self, id: AudienceId, chance: &mut dyn Chance) -> Audience {
        let token = self.token.unwrap_or_else(|| drawn_token(chance));
        Audience {
            id,
            code: self.code,
            name: self.name,
            token,
            plan: self.plan,
            population: self.population,
            invited: self.invited,
            collection: self.collection,
            admission: self.admission,
            limit: self.limit,
            counts_agreed: self.counts_agreed,
            questionnaire: None,
        }
    }
}

/// `plan_online`
pub fn plan_field(mode: Mode) -> String {
    format!("plan_{}", mode.code())
}

/// Ten letters of thirty-two: nobody tries them all, and a hand copies them from a poster.
fn drawn_token(chance: &mut dyn Chance) -> String {
    let mut bytes = [0; DRAWN_LETTERS];
    chance.fill(&mut bytes);
    let letter = |byte: u8| ALPHABET.get(usize::from(byte % 32)).copied().map_or('a', char::from);
    bytes.into_iter().map(letter).collect()
}

/// Small Latin letters, digits and single hyphens between them.
fn is_plain(text: &str) -> bool {
    text.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests;
