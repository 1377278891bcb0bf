use crate::Failure;
use base::{AudienceId, TenantId};
use store::{CodeState, Transaction};

/// How many codes an audience has, and what is known of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CodeStanding {
    pub printed: Numbers,
    pub sent: Numbers,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numbers {
    pub unused: u64,
    pub used: u64,
    pub withdrawn: u64,
}

impl Numbers {
    /// Those who could have answered.
    pub fn invited(self) -> u64 {
        self.unused + self.used
    }
}

/// # Errors
/// Only faults of the store.
pub fn standing(tx: &mut Transaction, tenant: TenantId, audience: AudienceId) -> Result<CodeStanding, Failure> {
    let mut standing = CodeStanding::default();
    for count in tx.personal_code_counts(tenant, audience)? {
        let numbers = if count.is_sent { &mut standing.sent } else { &mut standing.printed };
        match count.state {
            CodeState::Unused => numbers.unused = count.number,
            CodeState::Used => numbers.used = count.number,
            CodeState::Withdrawn => numbers.withdrawn = count.number,
        }
    }
    Ok(standing)
}
