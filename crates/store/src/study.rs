use crate::{Row, StoreFault, Transaction, json, value::values};
use base::{AudienceId, ProjectId, QuestionnaireId, StudyId, TenantId};
use std::collections::BTreeMap;
use survey::{Admission, Audience, Fieldwork, Mode, Study};

const STUDY: &str = "study, project, slug, title_bg, title_en, purpose_bg, purpose_en, first_day, last_day, results,
                     results_published, repeats";
const AUDIENCE: &str = "audience, code, name_bg, name_en, token, plan, population, invited, collection, most_answers,
                        counts_agreed, questionnaire, admission";

impl Transaction {
    /// # Errors
    /// [`StoreFault::Taken`] for `study`, `slug` or for `audience`, `token` and `code`.
    pub fn add_study(&mut self, tenant: TenantId, study: &Study) -> Result<(), StoreFault> {
        self.execute(
            "insert into study (tenant, study, project, slug, title_bg, title_en, purpose_bg, purpose_en, first_day,
                                last_day, results, results_published, repeats)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            &values![
                tenant,
                study.id,
                study.project,
                &study.slug,
                &study.title.bulgarian,
                study.title.english.clone(),
                &study.purpose.bulgarian,
                study.purpose.english.clone(),
                study.fieldwork.first(),
                study.fieldwork.last(),
                study.results,
                study.results_published,
                study.repeats
            ],
        )?;
        self.replace_audiences(tenant, study)?;
        self.count_study_change(tenant)
    }

    /// Replaces everything that the study says, its audiences included. An audience that is no longer in it goes, unless
    /// something of its fieldwork refers to it. What an audience is asked stays: that is replaced by itself, so that a
    /// questionnaire adopted meanwhile is not lost.
    ///
    /// # Errors
    /// As for [`Transaction::add_study`]; [`StoreFault::ReferenceBroken`] when an audience cannot go.
    pub fn replace_study(&mut self, tenant: TenantId, study: &Study) -> Result<(), StoreFault> {
        self.execute(
            "update study set slug = $3, title_bg = $4, title_en = $5, purpose_bg = $6, purpose_en = $7, first_day = $8,
                              last_day = $9, results = $10, results_published = $11, repeats = $12
             where tenant = $1 and study = $2",
            &values![
                tenant,
                study.id,
                &study.slug,
                &study.title.bulgarian,
                study.title.english.clone(),
                &study.purpose.bulgarian,
                study.purpose.english.clone(),
                study.fieldwork.first(),
                study.fieldwork.last(),
                study.results,
                study.results_published,
                study.repeats
            ],
        )?;
        for id in self.audience_ids(tenant, study.id)? {
            if study.audiences.iter().all(|audience| audience.id != id) {
                if self.answers_of(tenant, id)? > 0 {
                    return Err(StoreFault::ReferenceBroken);
                }
                self.remove_population(tenant, id)?;
                self.execute("delete from audience where tenant = $1 and audience = $2", &values![tenant, id])?;
            }
        }
        self.replace_audiences(tenant, study)?;
        self.count_study_change(tenant)
    }

    /// Which frozen version the audience is asked from now on.
    pub fn replace_audience_questionnaire(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        questionnaire: QuestionnaireId,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update audience set questionnaire = $3 where tenant = $1 and audience = $2",
            &values![tenant, audience, questionnaire],
        )?;
        self.count_study_change(tenant)
    }

    /// How often something that studies say was changed, by whichever node: while the number is the same, so is what was
    /// read of them.
    pub fn studies_changed(&mut self, tenant: TenantId) -> Result<i64, StoreFault> {
        let row = self.one("select studies_changed from tenant where tenant = $1", &values![tenant])?;
        row.map_or(Ok(0), |mut row| row.take())
    }

    pub fn study(&mut self, tenant: TenantId, study: StudyId) -> Result<Option<Study>, StoreFault> {
        let sql = format!("select {STUDY} from study where tenant = $1 and study = $2");
        let row = self.one(&sql, &values![tenant, study])?;
        row.map(|row| self.read_study(tenant, row)).transpose()
    }

    pub fn study_by_slug(
        &mut self,
        tenant: TenantId,
        project: ProjectId,
        slug: &str,
    ) -> Result<Option<Study>, StoreFault> {
        let sql = format!("select {STUDY} from study where tenant = $1 and project = $2 and slug = $3");
        let row = self.one(&sql, &values![tenant, project, slug])?;
        row.map(|row| self.read_study(tenant, row)).transpose()
    }

    /// The study that the public address of one of its audiences belongs to, and that audience.
    pub fn study_by_token(&mut self, tenant: TenantId, token: &str) -> Result<Option<(Study, AudienceId)>, StoreFault> {
        let sql = "select study, audience from audience where tenant = $1 and token = $2";
        let Some(mut row) = self.one(sql, &values![tenant, token])? else { return Ok(None) };
        let (study, audience) = (row.take()?, row.take()?);
        Ok(self.study(tenant, study)?.map(|study| (study, audience)))
    }

    /// Every audience of every study, with its public address.
    pub fn audience_tokens(&mut self, tenant: TenantId) -> Result<Vec<(AudienceId, String)>, StoreFault> {
        let sql = "select audience, token from audience where tenant = $1 order by audience";
        self.rows(sql, &values![tenant])?.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
    }

    /// The study of an audience.
    pub fn study_of(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Option<Study>, StoreFault> {
        let sql = "select study from audience where tenant = $1 and audience = $2";
        let Some(mut row) = self.one(sql, &values![tenant, audience])? else { return Ok(None) };
        let study = row.take()?;
        self.study(tenant, study)
    }

    /// By first day of fieldwork, the newest first.
    pub fn studies(&mut self, tenant: TenantId, project: ProjectId) -> Result<Vec<Study>, StoreFault> {
        let sql =
            format!("select {STUDY} from study where tenant = $1 and project = $2 order by first_day desc, study");
        let rows = self.rows(&sql, &values![tenant, project])?;
        rows.into_iter().map(|row| self.read_study(tenant, row)).collect()
    }

    pub(crate) fn count_study_change(&mut self, tenant: TenantId) -> Result<(), StoreFault> {
        self.execute("update tenant set studies_changed = studies_changed + 1 where tenant = $1", &values![tenant])?;
        Ok(())
    }

    fn audience_ids(&mut self, tenant: TenantId, study: StudyId) -> Result<Vec<AudienceId>, StoreFault> {
        let sql = "select audience from audience where tenant = $1 and study = $2";
        self.rows(sql, &values![tenant, study])?.into_iter().map(|mut row| row.take()).collect()
    }

    fn replace_audiences(&mut self, tenant: TenantId, study: &Study) -> Result<(), StoreFault> {
        for (place, audience) in (0_i64..).zip(&study.audiences) {
            self.execute(
                "insert into audience (tenant, audience, study, place, code, name_bg, name_en, token, plan, population,
                                       invited, collection, most_answers, counts_agreed, questionnaire, admission)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                 on conflict (tenant, audience) do update set
                   place = excluded.place, code = excluded.code, name_bg = excluded.name_bg, name_en = excluded.name_en,
                   token = excluded.token, plan = excluded.plan, population = excluded.population,
                   invited = excluded.invited, collection = excluded.collection, most_answers = excluded.most_answers,
                   counts_agreed = excluded.counts_agreed, admission = excluded.admission",
                &values![
                    tenant,
                    audience.id,
                    study.id,
                    place,
                    &audience.code,
                    &audience.name.bulgarian,
                    audience.name.english.clone(),
                    &audience.token,
                    write_plan(&audience.plan)?,
                    audience.population,
                    audience.invited,
                    audience.collection,
                    audience.limit,
                    audience.counts_agreed,
                    audience.questionnaire,
                    audience.admission
                ],
            )?;
        }
        Ok(())
    }

    fn read_study(&mut self, tenant: TenantId, mut row: Row) -> Result<Study, StoreFault> {
        let id = row.take()?;
        let sql = format!("select {AUDIENCE} from audience where tenant = $1 and study = $2 order by place, audience");
        let audiences = self.rows(&sql, &values![tenant, id])?;
        Ok(Study {
            id,
            project: row.take()?,
            slug: row.take()?,
            title: row.text()?,
            purpose: row.text()?,
            fieldwork: Fieldwork::new(row.take()?, row.take()?).map_err(|_| StoreFault::Unreadable("fieldwork"))?,
            results: row.take()?,
            results_published: row.take()?,
            repeats: row.take()?,
            audiences: audiences.into_iter().map(read_audience).collect::<Result<_, _>>()?,
        })
    }
}

fn read_audience(mut row: Row) -> Result<Audience, StoreFault> {
    Ok(Audience {
        id: row.take()?,
        code: row.take()?,
        name: row.text()?,
        token: row.take()?,
        plan: read_plan(&row.take::<String>()?)?,
        population: row.take()?,
        invited: row.take()?,
        collection: row.take()?,
        limit: row.take()?,
        counts_agreed: row.take()?,
        questionnaire: row.take()?,
        // Audiences from before this could be chosen are open.
        admission: row.take::<Option<Admission>>()?.unwrap_or_default(),
    })
}

fn write_plan(plan: &BTreeMap<Mode, u32>) -> Result<String, StoreFault> {
    json::write(&plan.iter().map(|(mode, wanted)| (mode.code(), *wanted)).collect::<BTreeMap<&str, u32>>())
}

fn read_plan(text: &str) -> Result<BTreeMap<Mode, u32>, StoreFault> {
    let written: BTreeMap<String, u32> = json::read(text)?;
    let mode = |code: &str| Mode::from_code(code).ok_or(StoreFault::Unreadable("a way of answering"));
    written.into_iter().map(|(code, wanted)| Ok((mode(&code)?, wanted))).collect()
}
