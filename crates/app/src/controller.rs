//! Who answers for the personal data of a tenant: what only people can tell, for the page about personal data and for the
//! record of processing. Everything else there is told by the program itself.

use crate::{
    Failure,
    personal_data::{Seen, let_out},
    typed::{Reading, Typed},
};
use base::{Actor, Digests, Event, Moment, Subject, TenantId, Text};
use std::collections::BTreeMap;
use store::Transaction;

const SETTING: &str = "controller";
const LONGEST: usize = 300;

/// The controller of the personal data (GDPR, art. 4 (7)), and whom it works with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Controller {
    pub name: Text,
    pub address: Text,
    /// By which people reach it: an e-mail address, a telephone, hours.
    pub contact: String,
    /// The data protection officer and how to reach them; empty where there is none (art. 37).
    pub officer: String,
    /// Who keeps the server, where somebody else does (art. 28).
    pub processor: Text,
    /// Who decides together with the controller (art. 26).
    pub joint: Text,
}

impl Controller {
    pub fn typed(&self) -> Typed {
        Typed::default()
            .with_text("controller_name", &self.name)
            .with_text("controller_address", &self.address)
            .with("contact", self.contact.clone())
            .with("officer", self.officer.clone())
            .with_text("processor", &self.processor)
            .with_text("joint", &self.joint)
    }

    /// # Errors
    /// Every field at fault at once.
    pub fn read(typed: &Typed) -> Result<Controller, Failure> {
        let mut form = Reading::of(typed);
        let controller = Controller {
            name: form.needed_text("controller_name", LONGEST),
            address: form.needed_text("controller_address", LONGEST),
            contact: form.needed_line("contact", LONGEST),
            officer: form.line("officer", LONGEST),
            processor: form.text("processor", LONGEST),
            joint: form.text("joint", LONGEST),
        };
        form.finish(Some(controller))
    }

    /// What others than the controller itself are told of; how to reach it and its officer is there to be told.
    fn looked_through(&self) -> Typed {
        Controller { contact: String::new(), officer: String::new(), ..self.clone() }.typed()
    }
}

/// `None` until somebody told.
///
/// # Errors
/// Only faults of the store.
pub fn controller(tx: &mut Transaction, tenant: TenantId) -> Result<Option<Controller>, Failure> {
    let Some(written) = tx.setting(tenant, SETTING)? else { return Ok(None) };
    let fields: BTreeMap<String, String> = serde_json::from_str(&written).map_err(anyhow::Error::from)?;
    Ok(Some(Controller::read(&fields.into_iter().collect())?))
}

/// Tells who it is, unless somebody else was faster.
///
/// # Errors
/// [`crate::typed::Trouble::ChangedMeanwhile`]; [`crate::personal_data::Trouble`].
pub fn change_controller(
    tx: &mut Transaction,
    by: Actor,
    next: &Controller,
    made_of: &str,
    seen: Seen,
    now: Moment,
) -> Result<(), Failure> {
    tx.hold_people(by.tenant)?;
    let before = controller(tx, by.tenant)?;
    let kept = before.clone().unwrap_or_default();
    kept.typed().is_still(made_of)?;
    if before.as_ref() == Some(next) {
        return Ok(());
    }
    let confirmed = let_out(&[kept.looked_through()], &next.looked_through(), seen)?;
    let typed = next.typed();
    let fields: BTreeMap<&str, &str> = typed.fields().collect();
    tx.replace_setting(by.tenant, SETTING, &serde_json::to_string(&fields).map_err(anyhow::Error::from)?)?;
    let subject = Subject { noun: "tenant", key: by.tenant.0 };
    let facts = std::iter::once(("setting", SETTING.to_owned())).chain(confirmed).collect();
    let digests = Digests { before: before.map(|before| before.typed().digest()), after: Some(typed.digest()) };
    Ok(tx.add_event(by.tenant, &Event { at: now, by: Some(by), kind: "setting.changed", subject, facts, digests })?)
}
