//! Data sets that went out to everybody: a new version for each time, never changed, only withdrawn.

use crate::{Owner, Row, StoreFault, Transaction, json, value::values};
use base::{StudyId, TenantId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One version of the open data of a study. Its files are attachments of [`OpenData::owner`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenData {
    pub study: StudyId,
    pub version: u32,
    /// As SPDX names it.
    pub licence: String,
    pub on: Date,
    pub told: Vec<ToldAudience>,
    /// The day on which somebody took it back.
    pub withdrawn: Option<Date>,
}

/// What was told of the people of one audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldAudience {
    /// The code of the audience.
    pub audience: String,
    pub people: u64,
    /// People in the rarest combination of traits that is told.
    pub smallest: Option<u64>,
    /// People of whom no trait is told.
    pub withheld: u64,
    /// Each trait by its code, and the code of what was done with it.
    pub traits: Vec<(String, String)>,
}

impl OpenData {
    pub fn owner(&self) -> Owner {
        open_data_files(self.study, self.version)
    }
}

/// The thing that the files of a version are on.
pub fn open_data_files(study: StudyId, version: u32) -> Owner {
    Owner { kind: "open-data", key: study.0, version }
}

const COLUMNS: &str = "study, version, licence, on_day, told, withdrawn";

impl Transaction {
    /// # Errors
    /// [`StoreFault::Taken`] where somebody else has added that version.
    pub fn add_open_data(&mut self, tenant: TenantId, data: &OpenData) -> Result<(), StoreFault> {
        self.execute(
            "insert into open_data (tenant, study, version, licence, on_day, told, withdrawn)
             values ($1, $2, $3, $4, $5, $6, $7)",
            &values![
                tenant,
                data.study,
                data.version,
                &data.licence,
                data.on,
                json::write(&data.told)?,
                data.withdrawn
            ],
        )?;
        Ok(())
    }

    /// Every version, the newest first.
    pub fn open_data(&mut self, tenant: TenantId, study: StudyId) -> Result<Vec<OpenData>, StoreFault> {
        let sql = format!("select {COLUMNS} from open_data where tenant = $1 and study = $2 order by version desc");
        self.rows(&sql, &values![tenant, study])?.into_iter().map(read).collect()
    }

    /// Answers whether it was there to be withdrawn.
    pub fn withdraw_open_data(
        &mut self,
        tenant: TenantId,
        study: StudyId,
        version: u32,
        on: Date,
    ) -> Result<bool, StoreFault> {
        let withdrawn = self.execute(
            "update open_data set withdrawn = $4
             where tenant = $1 and study = $2 and version = $3 and withdrawn is null",
            &values![tenant, study, version, on],
        )?;
        Ok(withdrawn > 0)
    }
}

fn read(mut row: Row) -> Result<OpenData, StoreFault> {
    Ok(OpenData {
        study: row.take()?,
        version: row.take()?,
        licence: row.take()?,
        on: row.take()?,
        told: json::read(&row.take::<String>()?)?,
        withdrawn: row.take()?,
    })
}
