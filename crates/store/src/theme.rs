//! Themes of open answers: the lists with all their states, what was frozen of them, what was drawn for people to code, and
//! what people decided.

use crate::{
    OpenAnswerKey, Row, StoreFault, Transaction,
    json::{self, WrittenText},
    value::values,
};
use base::{AudienceId, Key, PersonId, StudyId, TenantId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use survey::{OptionCode, QuestionCode, Theme, ThemeList, ThemedQuestion};

/// A list of themes, told by its number within its study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ThemeListId {
    pub study: StudyId,
    pub number: u32,
}

/// A list in its newest state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptThemes {
    pub id: ThemeListId,
    /// Counted from one.
    pub revision: u64,
    pub list: ThemeList,
}

/// One state of a list, without its themes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeRevision {
    pub revision: u64,
    pub changed_by: Option<PersonId>,
    pub changed_on: Date,
}

/// A state that was frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeVersion {
    pub version: u32,
    pub revision: u64,
    pub on: Date,
    pub list: ThemeList,
    /// What was found, as `app` writes it.
    pub found: String,
}

/// Answers drawn for two people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeSample {
    pub number: u32,
    /// The state of the list that they code by.
    pub revision: u64,
    pub seed: Key,
    /// How many answers there were to draw from.
    pub drawn_from: u64,
    pub drawn_on: Date,
    pub first: Option<PersonId>,
    pub second: Option<PersonId>,
}

/// The codes of the themes that an answer speaks of; empty for none of them.
pub type Codes = BTreeSet<OptionCode>;

/// An answer of a sample, with what was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampledAnswer {
    pub place: u32,
    pub audience: AudienceId,
    pub key: OpenAnswerKey,
    pub first: Option<Codes>,
    pub second: Option<Codes>,
    /// Where the two did not agree.
    pub settled: Option<Codes>,
}

/// Who says what an answer speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coder {
    First,
    Second,
    /// Both together, where they did not agree.
    Settlement,
}

#[derive(Serialize, Deserialize)]
struct WrittenList {
    name: WrittenText,
    questions: Vec<(String, String)>,
    themes: Vec<WrittenTheme>,
}

#[derive(Serialize, Deserialize)]
struct WrittenTheme {
    code: String,
    name: WrittenText,
    description: WrittenText,
    patterns: Vec<String>,
    exclusions: Vec<String>,
}

const LISTED: &str = "select l.list, l.revision, r.themes from theme_list l
     join theme_revision r on r.tenant = l.tenant and r.study = l.study and r.list = l.list and r.revision = l.revision";
const SAMPLED: &str = "place, audience, response, question, first_codes, second_codes, settled";

impl Transaction {
    /// The days on which somebody changed lists of themes, the first first, and how many answers they decided on.
    pub fn themes_by(&mut self, tenant: TenantId, person: PersonId) -> Result<(Vec<Date>, u64), StoreFault> {
        let changed = "select changed_on from theme_revision where tenant = $1 and changed_by = $2
                       order by changed_on, study, list, revision";
        let days = self.rows(changed, &values![tenant, person])?.into_iter().map(|mut row| row.take());
        let days = days.collect::<Result<_, _>>()?;
        let decided = "select count(*) from coded_answer where tenant = $1 and coded_by = $2";
        let decided = self.one(decided, &values![tenant, person])?.map_or(Ok(0), |mut row| row.take())?;
        Ok((days, decided))
    }

    /// Begins a list without any state yet, with the next number of its study.
    pub fn add_theme_list(&mut self, tenant: TenantId, study: StudyId) -> Result<ThemeListId, StoreFault> {
        let sql = "select coalesce(max(list), 0) from theme_list where tenant = $1 and study = $2";
        let last: Option<u32> = self.one(sql, &values![tenant, study])?.map(|mut row| row.take()).transpose()?;
        let number = last.unwrap_or(0) + 1;
        self.execute(
            "insert into theme_list (tenant, study, list, revision) values ($1, $2, $3, 0)",
            &values![tenant, study, number],
        )?;
        Ok(ThemeListId { study, number })
    }

    /// Of one study, in the order of their numbers.
    pub fn theme_lists(&mut self, tenant: TenantId, study: StudyId) -> Result<Vec<KeptThemes>, StoreFault> {
        let sql = format!("{LISTED} where l.tenant = $1 and l.study = $2 order by l.list");
        self.rows(&sql, &values![tenant, study])?.into_iter().map(|row| read_kept(study, row)).collect()
    }

    pub fn theme_list(&mut self, tenant: TenantId, id: ThemeListId) -> Result<Option<KeptThemes>, StoreFault> {
        let sql = format!("{LISTED} where l.tenant = $1 and l.study = $2 and l.list = $3");
        self.one(&sql, &values![tenant, id.study, id.number])?.map(|row| read_kept(id.study, row)).transpose()
    }

    /// Keeps the next state; false where somebody else did so before.
    pub fn advance_theme_list(
        &mut self,
        tenant: TenantId,
        id: ThemeListId,
        from: u64,
        list: &ThemeList,
        by: Option<PersonId>,
        on: Date,
    ) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update theme_list set revision = revision + 1
             where tenant = $1 and study = $2 and list = $3 and revision = $4",
            &values![tenant, id.study, id.number, from],
        )?;
        if changed == 0 {
            return Ok(false);
        }
        self.execute(
            "insert into theme_revision (tenant, study, list, revision, themes, changed_by, changed_on)
             values ($1, $2, $3, $4, $5, $6, $7)",
            &values![tenant, id.study, id.number, from + 1, write_list(list)?, by, on],
        )?;
        Ok(true)
    }

    /// One state.
    pub fn theme_revision(
        &mut self,
        tenant: TenantId,
        id: ThemeListId,
        revision: u64,
    ) -> Result<Option<ThemeList>, StoreFault> {
        let row = self.one(
            "select themes from theme_revision where tenant = $1 and study = $2 and list = $3 and revision = $4",
            &values![tenant, id.study, id.number, revision],
        )?;
        row.map(|mut row| read_list(&row.take::<String>()?)).transpose()
    }

    /// The newest first.
    pub fn theme_revisions(
        &mut self,
        tenant: TenantId,
        id: ThemeListId,
        most: usize,
    ) -> Result<Vec<ThemeRevision>, StoreFault> {
        let rows = self.rows(
            "select revision, changed_by, changed_on from theme_revision
             where tenant = $1 and study = $2 and list = $3 order by revision desc limit $4",
            &values![tenant, id.study, id.number, most],
        )?;
        let read = |mut row: Row| {
            Ok(ThemeRevision { revision: row.take()?, changed_by: row.take()?, changed_on: row.take()? })
        };
        rows.into_iter().map(read).collect()
    }

    pub fn add_theme_version(
        &mut self,
        tenant: TenantId,
        id: ThemeListId,
        version: &ThemeVersion,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into theme_version (tenant, study, list, version, revision, on_day, found)
             values ($1, $2, $3, $4, $5, $6, $7)",
            &values![tenant, id.study, id.number, version.version, version.revision, version.on, &version.found],
        )?;
        Ok(())
    }

    /// What was frozen of a list, the newest first.
    pub fn theme_versions(&mut self, tenant: TenantId, id: ThemeListId) -> Result<Vec<ThemeVersion>, StoreFault> {
        let rows = self.rows(
            "select v.version, v.revision, v.on_day, r.themes, v.found from theme_version v
             join theme_revision r on r.tenant = v.tenant and r.study = v.study and r.list = v.list
               and r.revision = v.revision
             where v.tenant = $1 and v.study = $2 and v.list = $3 order by v.version desc",
            &values![tenant, id.study, id.number],
        )?;
        rows.into_iter().map(|mut row| read_version(&mut row)).collect()
    }

    /// What was frozen last of each list of a study, in the order of their numbers.
    pub fn frozen_themes(
        &mut self,
        tenant: TenantId,
        study: StudyId,
    ) -> Result<Vec<(ThemeListId, ThemeVersion)>, StoreFault> {
        let rows = self.rows(
            "select v.list, v.version, v.revision, v.on_day, r.themes, v.found from theme_version v
             join theme_revision r on r.tenant = v.tenant and r.study = v.study and r.list = v.list
               and r.revision = v.revision
             where v.tenant = $1 and v.study = $2 and v.version =
               (select max(w.version) from theme_version w
                where w.tenant = v.tenant and w.study = v.study and w.list = v.list)
             order by v.list",
            &values![tenant, study],
        )?;
        let read = |mut row: Row| Ok((ThemeListId { study, number: row.take()? }, read_version(&mut row)?));
        rows.into_iter().map(read).collect()
    }

    /// Draws: the answers in the order in which they are to be coded.
    pub fn add_theme_sample(
        &mut self,
        tenant: TenantId,
        id: ThemeListId,
        sample: &ThemeSample,
        answers: &[(AudienceId, OpenAnswerKey)],
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into theme_sample
             (tenant, study, list, sample, revision, seed, drawn_from, drawn_on, first_coder, second_coder)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &values![
                tenant,
                id.study,
                id.number,
                sample.number,
                sample.revision,
                sample.seed,
                sample.drawn_from,
                sample.drawn_on,
                sample.first,
                sample.second
            ],
        )?;
        for (place, (audience, (response, question))) in (1u32..).zip(answers) {
            self.execute(
                "insert into sampled_answer (tenant, study, list, sample, place, audience, response, question)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)",
                &values![tenant, id.study, id.number, sample.number, place, *audience, *response, question.as_str()],
            )?;
        }
        Ok(())
    }

    /// The newest sample of a list.
    pub fn theme_sample(&mut self, tenant: TenantId, id: ThemeListId) -> Result<Option<ThemeSample>, StoreFault> {
        let row = self.one(
            "select sample, revision, seed, drawn_from, drawn_on, first_coder, second_coder from theme_sample
             where tenant = $1 and study = $2 and list = $3 order by sample desc limit 1",
            &values![tenant, id.study, id.number],
        )?;
        let read = |mut row: Row| {
            Ok(ThemeSample {
                number: row.take()?,
                revision: row.take()?,
                seed: row.take()?,
                drawn_from: row.take()?,
                drawn_on: row.take()?,
                first: row.take()?,
                second: row.take()?,
            })
        };
        row.map(read).transpose()
    }

    /// Makes somebody the first or the second coder; false where that is taken already.
    pub fn take_sample(
        &mut self,
        tenant: TenantId,
        id: ThemeListId,
        sample: u32,
        coder: Coder,
        person: PersonId,
    ) -> Result<bool, StoreFault> {
        let sql = match coder {
            Coder::First => {
                "update theme_sample set first_coder = $5
                 where tenant = $1 and study = $2 and list = $3 and sample = $4 and first_coder is null"
            }
            Coder::Second => {
                "update theme_sample set second_coder = $5
                 where tenant = $1 and study = $2 and list = $3 and sample = $4 and second_coder is null"
            }
            Coder::Settlement => return Ok(false),
        };
        Ok(self.execute(sql, &values![tenant, id.study, id.number, sample, person])? > 0)
    }

    /// In the order in which they were drawn.
    pub fn sampled_answers(
        &mut self,
        tenant: TenantId,
        id: ThemeListId,
        sample: u32,
    ) -> Result<Vec<SampledAnswer>, StoreFault> {
        let sql = format!(
            "select {SAMPLED} from sampled_answer
             where tenant = $1 and study = $2 and list = $3 and sample = $4 order by place"
        );
        self.rows(&sql, &values![tenant, id.study, id.number, sample])?.into_iter().map(read_sampled).collect()
    }

    /// What one of the coders says of one answer, in the place of what they said before.
    pub fn set_sampled_codes(
        &mut self,
        tenant: TenantId,
        id: ThemeListId,
        (sample, place): (u32, u32),
        coder: Coder,
        codes: &Codes,
    ) -> Result<(), StoreFault> {
        let column = match coder {
            Coder::First => "first_codes",
            Coder::Second => "second_codes",
            Coder::Settlement => "settled",
        };
        let sql = format!(
            "update sampled_answer set {column} = $6
             where tenant = $1 and study = $2 and list = $3 and sample = $4 and place = $5"
        );
        self.execute(&sql, &values![tenant, id.study, id.number, sample, place, written(codes)])?;
        Ok(())
    }

    /// What a person decided, in the place of what somebody decided before.
    pub fn replace_coded_answer(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        (response, question): &OpenAnswerKey,
        codes: &Codes,
        by: Option<PersonId>,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into coded_answer (tenant, audience, response, question, codes, coded_by)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (tenant, audience, response, question) do update set
               codes = excluded.codes, coded_by = excluded.coded_by",
            &values![tenant, audience, *response, question.as_str(), written(codes), by],
        )?;
        Ok(())
    }

    /// Leaves an answer to the patterns again.
    pub fn remove_coded_answer(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        (response, question): &OpenAnswerKey,
    ) -> Result<(), StoreFault> {
        self.execute(
            "delete from coded_answer where tenant = $1 and audience = $2 and response = $3 and question = $4",
            &values![tenant, audience, *response, question.as_str()],
        )?;
        Ok(())
    }

    /// What people decided about the answers of an audience.
    pub fn coded_answers(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
    ) -> Result<BTreeMap<OpenAnswerKey, Codes>, StoreFault> {
        let rows = self.rows(
            "select response, question, codes from coded_answer where tenant = $1 and audience = $2
             order by response, question",
            &values![tenant, audience],
        )?;
        let read = |mut row: Row| {
            let key = (row.take()?, question(&mut row)?);
            Ok((key, read_codes(&row.take::<String>()?)?))
        };
        rows.into_iter().map(read).collect()
    }
}

fn written(codes: &Codes) -> String {
    let codes: Vec<&str> = codes.iter().map(OptionCode::as_str).collect();
    codes.join(" ")
}

fn read_codes(text: &str) -> Result<Codes, StoreFault> {
    let codes = text.split_whitespace().map(OptionCode::parse);
    codes.collect::<Result<_, _>>().map_err(|_| StoreFault::Unreadable("the code of a theme"))
}

fn question(row: &mut Row) -> Result<QuestionCode, StoreFault> {
    QuestionCode::parse(&row.take::<String>()?).map_err(|_| StoreFault::Unreadable("a question"))
}

fn read_sampled(mut row: Row) -> Result<SampledAnswer, StoreFault> {
    let (place, audience, key) = (row.take()?, row.take()?, (row.take()?, question(&mut row)?));
    let mut codes = || -> Result<Option<Codes>, StoreFault> {
        row.take::<Option<String>>()?.map(|codes| read_codes(&codes)).transpose()
    };
    Ok(SampledAnswer { place, audience, key, first: codes()?, second: codes()?, settled: codes()? })
}

fn read_kept(study: StudyId, mut row: Row) -> Result<KeptThemes, StoreFault> {
    let (number, revision) = (row.take()?, row.take()?);
    Ok(KeptThemes { id: ThemeListId { study, number }, revision, list: read_list(&row.take::<String>()?)? })
}

fn read_version(row: &mut Row) -> Result<ThemeVersion, StoreFault> {
    let (version, revision, on) = (row.take()?, row.take()?, row.take()?);
    Ok(ThemeVersion { version, revision, on, list: read_list(&row.take::<String>()?)?, found: row.take()? })
}

fn write_list(list: &ThemeList) -> Result<String, StoreFault> {
    let theme = |theme: &Theme| WrittenTheme {
        code: theme.code.to_string(),
        name: (&theme.name).into(),
        description: (&theme.description).into(),
        patterns: theme.patterns.clone(),
        exclusions: theme.exclusions.clone(),
    };
    let question = |one: &ThemedQuestion| (one.audience.to_string(), one.question.to_string());
    json::write(&WrittenList {
        name: (&list.name).into(),
        questions: list.questions.iter().map(question).collect(),
        themes: list.themes.iter().map(theme).collect(),
    })
}

fn read_list(text: &str) -> Result<ThemeList, StoreFault> {
    let unreadable = || StoreFault::Unreadable("a list of themes");
    let written: WrittenList = json::read(text)?;
    let theme = |theme: WrittenTheme| {
        Some(Theme {
            code: OptionCode::parse(&theme.code).ok()?,
            name: theme.name.into(),
            description: theme.description.into(),
            patterns: theme.patterns,
            exclusions: theme.exclusions,
        })
    };
    let question = |(audience, question): (String, String)| {
        Some(ThemedQuestion { audience: audience.parse().ok()?, question: QuestionCode::parse(&question).ok()? })
    };
    Ok(ThemeList {
        name: written.name.into(),
        questions: written.questions.into_iter().map(question).collect::<Option<_>>().ok_or_else(unreadable)?,
        themes: written.themes.into_iter().map(theme).collect::<Option<_>>().ok_or_else(unreadable)?,
    })
}
