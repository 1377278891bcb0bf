use super::{Address, Letter, Posting, enqueue};
use crate::Failure;
use base::{Chance, Moment, PersonId, TenantId};
use store::Transaction;

/// What happened to somebody's way in, and is written to them: whoever did it in their place cannot keep it from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountNews {
    /// Somebody came in with a browser in which they had not been before.
    NewBrowser,
    PasswordChanged,
    SecondFactorAdded,
    SecondFactorRemoved,
    PasskeyAdded,
    PasskeyRemoved,
    OpenidAdded,
    OpenidRemoved,
}

impl AccountNews {
    pub const ALL: [AccountNews; 8] = [
        AccountNews::NewBrowser,
        AccountNews::PasswordChanged,
        AccountNews::SecondFactorAdded,
        AccountNews::SecondFactorRemoved,
        AccountNews::PasskeyAdded,
        AccountNews::PasskeyRemoved,
        AccountNews::OpenidAdded,
        AccountNews::OpenidRemoved,
    ];

    pub fn code(self) -> &'static str {
        match self {
            AccountNews::NewBrowser => "new-browser",
            AccountNews::PasswordChanged => "password-changed",
            AccountNews::SecondFactorAdded => "second-factor-added",
            AccountNews::SecondFactorRemoved => "second-factor-removed",
            AccountNews::PasskeyAdded => "passkey-added",
            AccountNews::PasskeyRemoved => "passkey-removed",
            AccountNews::OpenidAdded => "openid-added",
            AccountNews::OpenidRemoved => "openid-removed",
        }
    }

    pub fn from_code(code: &str) -> Option<AccountNews> {
        AccountNews::ALL.into_iter().find(|news| news.code() == code)
    }
}

/// Writes it to whom it concerns, where they have an address. The letter says what and when, and no more: neither where
/// from nor with what.
///
/// # Errors
/// Only faults of the store.
pub fn tell(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    news: AccountNews,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let address = tx.person(tenant, person)?.and_then(|person| person.email);
    let Some(to) = address.as_deref().and_then(Address::parse) else { return Ok(()) };
    let once = format!("{} {person} {}", news.code(), now.0);
    let letter = Letter::Account { person, news };
    let language = tx.language_of(tenant, person)?.unwrap_or_default();
    enqueue(tx, tenant, Posting { letter, to, language, once }, now, chance)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::AccountNews;

    #[test]
    fn codes_are_read_back() {
        for news in AccountNews::ALL {
            assert_eq!(AccountNews::from_code(news.code()), Some(news));
        }
        assert_eq!(AccountNews::from_code("trial"), None);
    }
}
