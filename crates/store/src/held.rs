//! What is looked at before it is changed: until the change is committed nobody else may look with the same intent.

use crate::{StoreFault, Transaction, value::values};
use base::{ProjectId, StudyId, TenantId};

impl Transaction {
    /// Lets no other writer hold the project until this one is done.
    pub fn hold_project(&mut self, tenant: TenantId, project: ProjectId) -> Result<(), StoreFault> {
        let Some(holding) = self.dialect().holding_rows() else { return Ok(()) };
        let sql = format!("select project from project where tenant = $1 and project = $2 {holding}");
        self.rows(&sql, &values![tenant, project]).map(|_| ())
    }

    /// The same for a study with its audiences.
    pub fn hold_study(&mut self, tenant: TenantId, study: StudyId) -> Result<(), StoreFault> {
        let Some(holding) = self.dialect().holding_rows() else { return Ok(()) };
        let sql = format!("select study from study where tenant = $1 and study = $2 {holding}");
        self.rows(&sql, &values![tenant, study]).map(|_| ())
    }

    /// The same for all people and parties, of which some things hold only together: somebody must be administrator.
    pub fn hold_people(&mut self, tenant: TenantId) -> Result<(), StoreFault> {
        let Some(holding) = self.dialect().holding_rows() else { return Ok(()) };
        let sql = format!("select tenant from tenant where tenant = $1 {holding}");
        self.rows(&sql, &values![tenant]).map(|_| ())
    }
}
