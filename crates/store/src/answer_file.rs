//! Files on answers: which draft or which response holds which. Their bytes lie with all files, under their digest.
//!
//! A response names its files itself; the rows here say the same so that a file can be found, counted and kept for as long
//! as something holds it. What no draft and no response holds any more goes the next time that files are looked through.

use crate::{
    Row, Store, StoreFault, StoredFile, Transaction,
    file::{path_of, write_anew},
    value::values,
};
use base::{AudienceId, FileDigest, Key, StudyId, TenantId};
use jiff::civil::Date;
use std::{fs, path::Path};
use survey::{AttachedFile, QuestionCode, Response};

/// A file that somebody sent with their answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFile {
    pub question: QuestionCode,
    pub file: FileDigest,
    pub media_type: String,
    pub bytes: u64,
}

/// Nothing else stands under it: a file that is to go as soon as nobody holds it.
const TO_GO: i64 = 1;

impl Store {
    /// Keeps the file for somebody who is still answering. Unless a draft or a response comes to hold it, it goes the next
    /// time that files are looked through.
    ///
    /// # Errors
    /// As for [`Store::keep_file`].
    pub async fn keep_answer_file(
        &self,
        tenant: TenantId,
        bytes: Vec<u8>,
        media_type: String,
    ) -> Result<StoredFile, StoreFault> {
        let kept = self.keep_file(tenant, bytes, media_type).await?;
        let digest = kept.digest;
        self.write(move |tx| tx.let_go(tenant, digest)).await?;
        Ok(kept)
    }

    /// Writes the bytes of files in the data folder anew, one after the other: neither their places on the disk nor their
    /// times tell any more in which order they came.
    pub(crate) async fn settle_files(&self, tenant: TenantId, files: Vec<FileDigest>) -> Result<(), StoreFault> {
        let Some(folder) = self.folder().map(Path::to_owned) else { return Ok(()) };
        for file in files {
            let (folder, temporary) = (folder.clone(), self.temporary_name());
            // In turn with whoever takes files away: what is gone does not come back.
            self.write(move |tx| {
                if tx.file(tenant, file)?.is_none() {
                    return Ok::<(), StoreFault>(());
                }
                let bytes = fs::read(path_of(&folder, file))?;
                write_anew(&folder, &temporary, file, &bytes)
            })
            .await?;
        }
        Ok(())
    }
}

impl Transaction {
    /// What the draft holds from now on.
    ///
    /// # Errors
    /// [`StoreFault::ReferenceBroken`] when a file is not kept.
    pub fn replace_draft_files(
        &mut self,
        tenant: TenantId,
        draft: Key,
        audience: AudienceId,
        files: &[&AttachedFile],
    ) -> Result<(), StoreFault> {
        self.remove_draft_files(tenant, draft)?;
        for file in files {
            self.execute(
                "insert into draft_file (tenant, draft, file, audience, bytes) values ($1, $2, $3, $4, $5)
                 on conflict (tenant, draft, file) do nothing",
                &values![tenant, draft, file.file, audience, file.bytes],
            )?;
        }
        Ok(())
    }

    /// The draft holds no files any more.
    pub fn remove_draft_files(&mut self, tenant: TenantId, draft: Key) -> Result<(), StoreFault> {
        let rows =
            self.rows("select file from draft_file where tenant = $1 and draft = $2", &values![tenant, draft])?;
        if rows.is_empty() {
            return Ok(());
        }
        for mut row in rows {
            self.let_go(tenant, row.take()?)?;
        }
        self.execute("delete from draft_file where tenant = $1 and draft = $2", &values![tenant, draft])?;
        Ok(())
    }

    /// The same for all drafts that are not there any more.
    pub(crate) fn remove_files_of_gone_drafts(&mut self, tenant: TenantId) -> Result<(), StoreFault> {
        let is_gone = "not exists (select 1 from draft where draft.tenant = draft_file.tenant
                         and draft.draft = draft_file.draft)";
        let sql = format!("select distinct file from draft_file where tenant = $1 and {is_gone}");
        for mut row in self.rows(&sql, &values![tenant])? {
            self.let_go(tenant, row.take()?)?;
        }
        self.execute(&format!("delete from draft_file where tenant = $1 and {is_gone}"), &values![tenant])?;
        Ok(())
    }

    pub(crate) fn add_response_files(&mut self, tenant: TenantId, response: &Response) -> Result<(), StoreFault> {
        for (code, answer) in response.answers.iter() {
            for (place, file) in (0_i64..).zip(answer.files()) {
                self.execute(
                    "insert into response_file (tenant, audience, response, question, place, file, media_type, bytes)
                     values ($1, $2, $3, $4, $5, $6, $7, $8)",
                    &values![
                        tenant,
                        response.audience,
                        response.key,
                        code.as_str(),
                        place,
                        file.file,
                        &file.media_type,
                        file.bytes
                    ],
                )?;
            }
        }
        Ok(())
    }

    /// The rows of files on the day's answers, written anew; answers with the files in the order of their digests.
    pub(crate) fn rewrite_files(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        day: Date,
    ) -> Result<Vec<FileDigest>, StoreFault> {
        let rows = self.rows(
            "select distinct r.file from response_file r
             join response p on p.tenant = r.tenant and p.audience = r.audience and p.key = r.response
             where r.tenant = $1 and r.audience = $2 and p.day = $3 order by r.file",
            &values![tenant, audience, day],
        )?;
        let files = rows.into_iter().map(|mut row| row.take()).collect::<Result<Vec<FileDigest>, _>>()?;
        if files.is_empty() {
            return Ok(files);
        }
        self.execute(self.dialect().rewrite_files_of_day(), &values![tenant, audience, day])?;
        for file in &files {
            for sql in self.dialect().rewrite_file() {
                self.execute(sql, &values![tenant, *file])?;
            }
        }
        Ok(files)
    }

    /// Up to `most` files of the audience's answers, question by question and otherwise in the order of their digests.
    pub fn answer_files(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        most: usize,
    ) -> Result<Vec<AnswerFile>, StoreFault> {
        let rows = self.rows(
            "select question, file, media_type, bytes from response_file
             where tenant = $1 and audience = $2 order by question, file limit $3",
            &values![tenant, audience, most],
        )?;
        rows.into_iter().map(read_file).collect()
    }

    /// The file, where an answer of this audience holds it.
    pub fn answer_file(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        file: FileDigest,
    ) -> Result<Option<AnswerFile>, StoreFault> {
        let row = self.one(
            "select question, file, media_type, bytes from response_file
             where tenant = $1 and file = $2 and audience = $3 order by question limit 1",
            &values![tenant, file, audience],
        )?;
        row.map(read_file).transpose()
    }

    /// How many files the answers of the audience hold.
    pub fn answer_files_of(&mut self, tenant: TenantId, audience: AudienceId) -> Result<u64, StoreFault> {
        let row = self.one(
            "select count(*) from response_file where tenant = $1 and audience = $2",
            &values![tenant, audience],
        )?;
        row.ok_or(StoreFault::Unreadable("a count"))?.take()
    }

    /// Bytes of all files that answers of the study hold, sent or begun, and of files that nobody holds and that are still
    /// here.
    pub fn bytes_of_answer_files(&mut self, tenant: TenantId, study: StudyId) -> Result<u64, StoreFault> {
        let of_study = |table: &str| {
            format!(
                "select coalesce(sum({table}.bytes), 0) from {table}
                 join audience on audience.tenant = {table}.tenant and audience.audience = {table}.audience
                 where {table}.tenant = $1 and audience.study = $2"
            )
        };
        let unheld = "select coalesce(sum(file.bytes), 0) from file where file.tenant = $1 and file.unused_since = $3
            and not exists (select 1 from draft_file d where d.tenant = file.tenant and d.file = file.digest)
            and not exists (select 1 from response_file r where r.tenant = file.tenant and r.file = file.digest)";
        let sql = format!(
            "select cast(({}) + ({}) + ({unheld}) as bigint)",
            of_study("draft_file"),
            of_study("response_file")
        );
        let row = self.one(&sql, &values![tenant, study, TO_GO])?;
        row.ok_or(StoreFault::Unreadable("a sum"))?.take()
    }

    /// From now on only those who hold the file keep it.
    fn let_go(&mut self, tenant: TenantId, file: FileDigest) -> Result<(), StoreFault> {
        self.execute(
            "update file set unused_since = $3 where tenant = $1 and digest = $2",
            &values![tenant, file, TO_GO],
        )?;
        Ok(())
    }
}

fn read_file(mut row: Row) -> Result<AnswerFile, StoreFault> {
    let question = QuestionCode::parse(&row.take::<String>()?).map_err(|_| StoreFault::Unreadable("a question"))?;
    Ok(AnswerFile { question, file: row.take()?, media_type: row.take()?, bytes: row.take()? })
}
