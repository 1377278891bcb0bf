use super::{
    SeeStudies, SignedIn,
    home::{stage_class, stage_words},
};
use crate::{Asked, Failure, Frame, Page, Said, Visit};
use app::{
    desk, fieldwork,
    rights::{self, Right},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, Language, Moment, QuestionnaireDraftId, StudyId, Text};
use jiff::civil::Date;
use outreach::Project;
use std::collections::BTreeMap;
use store::{Entry, ImportBatch, UndoneImport};
use survey::{Audience, Mode};

/// Fieldwork at a glance: answers against plan, addresses, versions, boxes, files.
#[derive(Template)]
#[template(path = "desk/study.html")]
pub struct StudyPage {
    frame: Frame,
    title: Said,
    project: Said,
    project_address: String,
    done: Option<String>,
    /// Whether everybody sees the project, and may answer.
    is_open: bool,
    stage: &'static str,
    stage_words: String,
    days: String,
    answered: String,
    results_address: String,
    report_address: String,
    audiences: Vec<AudiencePart>,
    /// Before what can be done with the study.
    address: String,
    may: May,
}

/// What whoever looks may do here.
#[derive(Debug, Clone, Copy)]
struct May {
    plan: bool,
    import: bool,
    preview: bool,
    enter: bool,
    read: bool,
    write: bool,
    code: bool,
}

impl May {
    fn of(actors: &[Actor], project: &Project) -> May {
        let may = |right| actors.iter().any(|actor| rights::may(*actor, right, project));
        May {
            plan: may(Right::PlanStudies),
            import: may(Right::ImportQuestionnaires),
            preview: may(Right::PreviewReports),
            enter: may(Right::EnterCards),
            read: may(Right::ReadOpenAnswers),
            write: may(Right::WriteReports),
            code: may(Right::CodeOpenAnswers),
        }
    }
}

struct AudiencePart {
    /// For headings and labels within the page.
    code: String,
    name: Said,
    address: String,
    public_address: String,
    collection: String,
    /// What the planned answers will be able to tell.
    prospect: String,
    rows: Vec<ModeRow>,
    total: ModeRow,
    versions: Vec<VersionRow>,
    /// Questionnaires that are being made: words and address.
    drafts: Vec<(String, String)>,
    boxes: Vec<BoxRow>,
    files: Vec<FileRow>,
    /// Files that were taken back.
    undone: Vec<String>,
    /// Files that people sent with their answers: how many, in words.
    answer_files: Option<String>,
    has_questionnaire: bool,
}

struct ModeRow {
    mode: String,
    planned: String,
    answered: String,
    share: String,
    thousandths: u64,
    /// The row in words, for a screen reader.
    words: String,
}

struct VersionRow {
    words: String,
    address: String,
    is_current: bool,
}

struct FileRow {
    words: String,
    address: String,
}

struct BoxRow {
    words: String,
    address: String,
    status: &'static str,
    status_words: String,
}

/// What one reading brings of an audience.
struct Fieldwork {
    audience: Audience,
    answered: BTreeMap<Mode, u64>,
    boxes: Vec<fieldwork::BatchStanding>,
    files: Vec<ImportBatch>,
    undone: Vec<UndoneImport>,
    answer_files: u64,
    journal: Vec<Entry>,
    drafts: Vec<(QuestionnaireDraftId, Text, Moment)>,
}

pub async fn show(
    SeeStudies(actor): SeeStudies,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let id: StudyId = super::key(&study)?;
    let actors = who.actors.clone();
    let (project, study, fieldwork, is_open) = visit
        .site
        .read(move |tx, instance| {
            let tenant = instance.tenant;
            let (project, study) = desk::study(tx, tenant, actor, id)?;
            let makes = actors.iter().copied().find(|actor| rights::may(*actor, Right::ImportQuestionnaires, &project));
            let mut all = Vec::new();
            for audience in &study.audiences {
                all.push(Fieldwork {
                    answered: tx.answers_by_mode(tenant, audience.id)?,
                    boxes: fieldwork::batches(tx, tenant, audience.id)?,
                    files: tx.import_batches(tenant, audience.id)?,
                    undone: tx.undone_imports(tenant, audience.id)?,
                    answer_files: tx.answer_files_of(tenant, audience.id)?,
                    journal: tx.journal_of(tenant, "audience", audience.id.0)?,
                    drafts: match makes {
                        Some(actor) => super::drafts::audience_drafts(tx, actor, audience.id)?,
                        None => Vec::new(),
                    },
                    audience: audience.clone(),
                });
            }
            let is_open = tx.unopened_since(tenant, project.id)?.is_none();
            Ok((project, study, all, is_open))
        })
        .await?;
    let words = visit.words;
    let title = study.title.say(visit.language()).to_owned();
    let frame = super::frame_of(&visit, &who, &project, &title);
    let of = |key: &str| frame.to(&format!("/projects/{}/studies/{}{key}", project.slug, study.slug));
    let answered: u64 = fieldwork.iter().flat_map(|known| known.answered.values()).sum();
    let may = May::of(&who.actors, &project);
    let page = StudyPage {
        title: frame.said(&study.title),
        project: frame.said(&project.title),
        project_address: frame.to(&format!("/desk/projects/{}", project.id)),
        done: super::done(&visit, &asked),
        is_open,
        stage: stage_class(study.fieldwork.stage(visit.today)),
        stage_words: stage_words(&frame, &study, visit.today),
        days: format!("{} – {}", words.date(study.fieldwork.first()), words.date(study.fieldwork.last())),
        answered: frame.tell("count-answers", "n", number(answered)),
        results_address: of(""),
        report_address: frame.to(&format!("/desk/studies/{}/report", study.id)),
        audiences: fieldwork.iter().map(|known| audience_part(&visit, &frame, known)).collect(),
        address: frame.to(&format!("/desk/studies/{}", study.id)),
        may,
        frame,
    };
    visit.show(&page)
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn audience_part(visit: &Visit, frame: &Frame, known: &Fieldwork) -> AudiencePart {
    let audience = &known.audience;
    let modes: Vec<Mode> = Mode::ALL
        .into_iter()
        .filter(|mode| audience.plan.contains_key(mode) || known.answered.get(mode).is_some_and(|count| *count > 0))
        .collect();
    let rows = modes.iter().map(|mode| {
        let planned = audience.plan.get(mode).copied().unwrap_or(0);
        let answered = known.answered.get(mode).copied().unwrap_or(0);
        mode_row(frame, frame.say(&format!("desk-mode-{}", mode.code())), planned.into(), answered)
    });
    let versions: Vec<&Entry> = known.journal.iter().filter(|entry| entry.kind == "questionnaire.adopted").collect();
    AudiencePart {
        code: audience.code.clone(),
        name: frame.said(&audience.name),
        address: frame.to(&format!("/desk/audiences/{}", audience.id)),
        public_address: visit.public_address(&format!("/s/{}", audience.token)),
        collection: frame.say(&format!("desk-collection-{}", audience.collection.code())),
        prospect: fieldwork::prospect(audience, &frame.words),
        rows: rows.collect(),
        total: mode_row(frame, frame.say("desk-mode-all"), audience.planned().into(), known.answered.values().sum()),
        drafts: known
            .drafts
            .iter()
            .map(|(id, title, at)| {
                let at = super::moment::moment(frame.words, *at);
                let title = title.say(visit.language()).to_owned();
                let words = [("title", title.into()), ("at", at.into())];
                (frame.words.tell("drafts-row", &words), frame.to(&format!("/desk/drafts/{id}")))
            })
            .collect(),
        versions: versions.iter().rev().filter_map(|entry| version_row(frame, audience, entry)).collect(),
        boxes: known.boxes.iter().map(|standing| box_row(frame, standing)).collect(),
        files: known.files.iter().map(|file| file_row(frame, file)).collect(),
        undone: known.undone.iter().map(|undone| undone_words(frame, undone)).collect(),
        answer_files: (known.answer_files > 0)
            .then(|| frame.tell("desk-study-answer-files", "n", number(known.answer_files))),
        has_questionnaire: audience.questionnaire.is_some(),
    }
}

fn mode_row(frame: &Frame, mode: String, planned: u64, answered: u64) -> ModeRow {
    let words = frame.words;
    let share = answered.saturating_mul(1000).checked_div(planned);
    let thousandths = share.unwrap_or(0).min(1000);
    let share = share.and_then(|thousandths| u32::try_from(thousandths).ok());
    let share = share.map_or_else(|| "–".to_owned(), |thousandths| words.percent(f64::from(thousandths) / 1000.0));
    let planned_words = if planned == 0 { "–".to_owned() } else { words.whole(planned) };
    let spoken = words.tell(
        "desk-mode-row-spoken",
        &[
            ("mode", mode.clone().into()),
            ("answered", words.whole(answered).into()),
            ("planned", planned_words.clone().into()),
        ],
    );
    ModeRow { mode, planned: planned_words, answered: words.whole(answered), share, thousandths, words: spoken }
}

fn version_row(frame: &Frame, audience: &Audience, entry: &Entry) -> Option<VersionRow> {
    let id = entry.facts.iter().find(|(name, _)| name == "questionnaire").map(|(_, value)| value.clone())?;
    let is_current = audience.questionnaire.is_some_and(|current| current.to_string() == id);
    let code = entry.facts.iter().find(|(name, _)| name == "code").map_or("", |(_, value)| value.as_str());
    let at = super::moment::moment(frame.words, entry.at);
    Some(VersionRow {
        words: frame.words.tell("desk-version-row", &[("code", code.into()), ("at", at.into())]),
        address: frame.to(&format!("/desk/audiences/{}/questionnaires/{id}", audience.id)),
        is_current,
    })
}

fn box_row(frame: &Frame, standing: &fieldwork::BatchStanding) -> BoxRow {
    let left = standing.left();
    let (status, status_words) = if left == 0 {
        ("ok", frame.say("desk-box-finished"))
    } else {
        ("soon", frame.tell("desk-box-left", "n", number(left)))
    };
    let opened = frame.words.date(standing.batch.opened_on);
    BoxRow {
        words: frame
            .words
            .tell("desk-box-row", &[("day", opened.into()), ("cards", i64::from(standing.batch.cards).into())]),
        address: frame.to(&format!("/desk/boxes/{}", standing.batch.id)),
        status,
        status_words,
    }
}

fn file_row(frame: &Frame, file: &ImportBatch) -> FileRow {
    let day: Date = file.imported_on;
    let words = frame.words.tell(
        "desk-file-row",
        &[
            ("name", file.name.clone().into()),
            ("day", frame.words.date(day).into()),
            ("n", i64::from(file.accepted).into()),
            ("rejected", i64::from(file.rejected).into()),
        ],
    );
    FileRow { words, address: frame.to(&format!("/desk/audiences/{}/imports/{}", file.audience, file.id)) }
}

fn undone_words(frame: &Frame, undone: &UndoneImport) -> String {
    let batch = &undone.batch;
    let values = [
        ("name", batch.name.clone().into()),
        ("day", frame.words.date(batch.imported_on).into()),
        ("n", i64::from(batch.accepted).into()),
        ("undone", frame.words.date(undone.on).into()),
    ];
    let told = frame.words.tell("desk-file-undone", &values);
    if undone.note.is_empty() { told } else { format!("{told} {}", undone.note) }
}

impl Page for StudyPage {
    const NAME: &'static str = "desk-study";

    fn samples(language: Language) -> Vec<(&'static str, StudyPage)> {
        let all = |may| May { plan: may, import: may, preview: may, enter: may, read: may, write: may, code: may };
        let page = |may: May, with: bool, asks: bool| {
            let frame = super::sample_frame(language, "/desk/studies/a", "desk-title");
            let part = AudiencePart {
                code: "residents".to_owned(),
                name: Said::here("Граждани"),
                address: "/desk/audiences/a".to_owned(),
                public_address: "https://glas.example/s/abc".to_owned(),
                collection: frame.say("desk-collection-self-selected"),
                prospect: frame.tell("desk-prospect-self-selected", "n", 176_i64),
                rows: vec![
                    mode_row(&frame, frame.say("desk-mode-online"), 120, 90),
                    mode_row(&frame, frame.say("desk-mode-paper"), 56, 60),
                    mode_row(&frame, frame.say("desk-mode-imported"), 0, 3),
                ],
                total: mode_row(&frame, frame.say("desk-mode-all"), 176, 153),
                versions: if with {
                    vec![VersionRow {
                        words: frame
                            .words
                            .tell("desk-version-row", &[("code", "a".into()), ("at", "08.05.2023".into())]),
                        address: "/desk/audiences/a/questionnaires/b".to_owned(),
                        is_current: true,
                    }]
                } else {
                    Vec::new()
                },
                drafts: if with {
                    let words = [("title", "Анкета".into()), ("at", "08.05.2023".into())];
                    vec![(frame.words.tell("drafts-row", &words), "/desk/drafts/a".to_owned())]
                } else {
                    Vec::new()
                },
                boxes: if with {
                    vec![BoxRow {
                        words: frame
                            .words
                            .tell("desk-box-row", &[("day", "09.06.2023".into()), ("cards", 56_i64.into())]),
                        address: "/desk/boxes/a".to_owned(),
                        status: "soon",
                        status_words: frame.tell("desk-box-left", "n", 12_i64),
                    }]
                } else {
                    Vec::new()
                },
                files: if with {
                    let values = [
                        ("name", "отговори-2022.csv".into()),
                        ("day", "09.05.2023".into()),
                        ("n", 3_i64.into()),
                        ("rejected", 1_i64.into()),
                    ];
                    let words = frame.words.tell("desk-file-row", &values);
                    vec![FileRow { words, address: "/desk/audiences/a/imports/b".to_owned() }]
                } else {
                    Vec::new()
                },
                undone: if with {
                    let values = [
                        ("name", "проба.csv".into()),
                        ("day", "08.05.2023".into()),
                        ("n", 12_i64.into()),
                        ("undone", "09.05.2023".into()),
                    ];
                    vec![frame.words.tell("desk-file-undone", &values)]
                } else {
                    Vec::new()
                },
                answer_files: None,
                has_questionnaire: with,
            };
            StudyPage {
                title: Said::here("Участие и обслужване, 2023 г."),
                project: Said::here("Проект"),
                project_address: "/desk/projects/a".to_owned(),
                done: None,
                is_open: asks,
                stage: "ok",
                stage_words: frame.tell("desk-stage-open", "day", "09.06.2023"),
                days: "08.05.2023 – 09.06.2023".to_owned(),
                answered: frame.tell("count-answers", "n", 153_i64),
                results_address: "/projects/a/studies/b".to_owned(),
                report_address: "/desk/studies/a/report".to_owned(),
                audiences: if asks { vec![part] } else { Vec::new() },
                address: "/desk/studies/a".to_owned(),
                may,
                frame,
            }
        };
        vec![
            ("planned", page(all(true), false, false)),
            ("new", page(all(true), false, true)),
            ("running", page(all(true), true, true)),
            ("clerk", page(May { enter: true, ..all(false) }, true, true)),
            ("official", page(all(false), true, true)),
        ]
    }
}
