use crate::{Row, StoreFault, Transaction, value::values};
use base::{AudienceId, LanguageTag, PrintingId, QuestionnaireId, TenantId};
use jiff::civil::Date;

/// Questionnaires printed together, each sheet with a code of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printing {
    pub id: PrintingId,
    pub audience: AudienceId,
    /// The version that stands on the paper, whatever the audience gets later.
    pub questionnaire: QuestionnaireId,
    pub language: LanguageTag,
    pub is_large: bool,
    /// Two people type each sheet in, each for themselves.
    pub is_twice: bool,
    /// Where sheets are returned, in the words of whoever had them printed; may be empty.
    pub return_to: String,
    pub sheets: u32,
    /// How many were given out, and how many came back, as somebody counted them.
    pub issued: u32,
    pub returned: u32,
    pub made: Date,
}

const COLUMNS: &str =
    "printing, audience, questionnaire, language, large, twice, return_to, sheets, issued, returned, made";

impl Transaction {
    pub fn add_printing(&mut self, tenant: TenantId, printing: &Printing) -> Result<(), StoreFault> {
        self.execute(
            "insert into printing (tenant, printing, audience, questionnaire, language, large, twice, return_to, sheets,
               issued, returned, made)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            &values![
                tenant,
                printing.id,
                printing.audience,
                printing.questionnaire,
                printing.language,
                printing.is_large,
                printing.is_twice,
                &printing.return_to,
                printing.sheets,
                printing.issued,
                printing.returned,
                printing.made
            ],
        )?;
        Ok(())
    }

    pub fn printing(&mut self, tenant: TenantId, id: PrintingId) -> Result<Option<Printing>, StoreFault> {
        let sql = format!("select {COLUMNS} from printing where tenant = $1 and printing = $2");
        self.one(&sql, &values![tenant, id])?.map(read_printing).transpose()
    }

    /// The newest day first.
    pub fn printings(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Vec<Printing>, StoreFault> {
        let sql =
            format!("select {COLUMNS} from printing where tenant = $1 and audience = $2 order by made desc, printing");
        self.rows(&sql, &values![tenant, audience])?.into_iter().map(read_printing).collect()
    }

    /// Puts right how many sheets were given out and came back.
    pub fn record_printing_counted(
        &mut self,
        tenant: TenantId,
        id: PrintingId,
        issued: u32,
        returned: u32,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update printing set issued = $3, returned = $4 where tenant = $1 and printing = $2",
            &values![tenant, id, issued, returned],
        )?;
        Ok(())
    }
}

fn read_printing(mut row: Row) -> Result<Printing, StoreFault> {
    Ok(Printing {
        id: row.take()?,
        audience: row.take()?,
        questionnaire: row.take()?,
        language: row.take()?,
        is_large: row.take()?,
        is_twice: row.take()?,
        return_to: row.take()?,
        sheets: row.take()?,
        issued: row.take()?,
        returned: row.take()?,
        made: row.take()?,
    })
}
