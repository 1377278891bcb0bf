use crate::{Row, StoreFault, Transaction, value::values};
use base::{FileDigest, QuestionnaireId, TenantId};
use jiff::civil::Date;
use survey::{Questionnaire, archive};

/// What is known of a frozen version without reading its questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenQuestionnaire {
    pub id: QuestionnaireId,
    /// The form's own code.
    pub code: String,
    /// The workbook that it was imported from, and that file's name.
    pub original: Option<(FileDigest, String)>,
    pub frozen_on: Date,
}

impl Transaction {
    /// Freezes a version. It is never changed: the next one is another questionnaire.
    pub fn add_questionnaire(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireId,
        questionnaire: &Questionnaire,
        original: Option<(FileDigest, &str)>,
        on: Date,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into questionnaire (tenant, questionnaire, code, archive, original, original_name, frozen_on)
             values ($1, $2, $3, $4, $5, $6, $7)",
            &values![
                tenant,
                id,
                &questionnaire.code,
                archive::write(questionnaire),
                original.map(|(file, _)| file),
                original.map(|(_, name)| name),
                on
            ],
        )?;
        Ok(())
    }

    pub fn questionnaire(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireId,
    ) -> Result<Option<Questionnaire>, StoreFault> {
        let Some(archive) = self.questionnaire_archive(tenant, id)? else { return Ok(None) };
        archive::read(&archive).map(Some).map_err(|_| StoreFault::Unreadable("a questionnaire"))
    }

    /// The canonical JSON of the version, byte for byte as it was frozen.
    pub fn questionnaire_archive(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireId,
    ) -> Result<Option<String>, StoreFault> {
        let sql = "select archive from questionnaire where tenant = $1 and questionnaire = $2";
        self.one(sql, &values![tenant, id])?.map(|mut row| row.take()).transpose()
    }

    /// The newest first.
    /// The day on which the version was adopted.
    pub fn questionnaire_frozen(&mut self, tenant: TenantId, id: QuestionnaireId) -> Result<Option<Date>, StoreFault> {
        let sql = "select frozen_on from questionnaire where tenant = $1 and questionnaire = $2";
        self.one(sql, &values![tenant, id])?.map(|mut row| row.take()).transpose()
    }

    pub fn questionnaires(&mut self, tenant: TenantId) -> Result<Vec<FrozenQuestionnaire>, StoreFault> {
        let rows = self.rows(
            "select questionnaire, code, original, original_name, frozen_on from questionnaire where tenant = $1
             order by frozen_on desc, questionnaire",
            &values![tenant],
        )?;
        rows.into_iter().map(read_frozen).collect()
    }
}

fn read_frozen(mut row: Row) -> Result<FrozenQuestionnaire, StoreFault> {
    let (id, code) = (row.take()?, row.take()?);
    let (file, name): (Option<FileDigest>, Option<String>) = (row.take()?, row.take()?);
    Ok(FrozenQuestionnaire { id, code, original: file.zip(name), frozen_on: row.take()? })
}
