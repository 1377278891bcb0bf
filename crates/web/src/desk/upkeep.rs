use super::{SeeUpkeep, SignedIn, moment::moment};
use crate::{Failure, Frame, Page, Visit};
use app::{
    Words,
    duty::{self, Duty, Standing},
    health::{self, Figures, Finding, Level},
};
use askama::Template;
use axum::response::Response;
use base::{Language, Moment};
use store::{Job, LetterState, Pace, Tally};

/// Whether the installation is well, in numbers and in what the program does by itself.
#[derive(Template)]
#[template(path = "desk/upkeep.html")]
pub struct UpkeepPage {
    frame: Frame,
    /// The page is about the whole installation, not about one of its tenants.
    is_whole: bool,
    findings: Vec<FindingRow>,
    /// What is well, under a heading that opens.
    fine: Vec<String>,
    figures: Vec<Figure>,
    duties: Vec<DutyRow>,
}

struct FindingRow {
    status: &'static str,
    level: String,
    /// Whose it is, where there are several tenants.
    tenant: Option<String>,
    sentence: String,
    hint: Option<String>,
}

struct Figure {
    what: String,
    value: String,
}

struct DutyRow {
    words: String,
    done: String,
    next: String,
    status: &'static str,
    status_words: String,
    /// What went wrong the last time, in the words of the program.
    error: Option<String>,
}

pub async fn show(_: SeeUpkeep, visit: Visit, who: SignedIn) -> Result<Response, Failure> {
    let machine = visit.site.examine(visit.words).await?;
    let (words, now, is_whole) = (visit.words, visit.now, machine.is_some());
    let (findings, figures, standings, pace) = visit
        .site
        .read(move |tx, instance| {
            let findings = match is_whole {
                true => health::of_every_tenant(tx, now, &words)?,
                false => health::of_tenant(tx, instance.tenant, now, &words)?,
            };
            let figures = is_whole.then(|| health::figures(tx, now)).transpose()?;
            Ok((findings, figures, duty::standings(tx, instance.tenant)?, instance.store.pace()))
        })
        .await?;
    let frame = super::frame(&visit, &who, &words.say("desk-upkeep-title"), "desk-tab-upkeep");
    let findings: Vec<Finding> = machine.into_iter().flatten().chain(findings).collect();
    visit.show(&UpkeepPage::new(frame, findings, figures.map(|figures| (figures, pace)), &standings))
}

impl UpkeepPage {
    fn new(
        frame: Frame,
        findings: Vec<Finding>,
        figures: Option<(Figures, Pace)>,
        standings: &[Standing],
    ) -> UpkeepPage {
        let (fine, mut troubles): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|finding| finding.level == Level::Fine);
        troubles.sort_by_key(|finding| finding.level != Level::Fault);
        let words = frame.words;
        let trouble = |finding: Finding| FindingRow {
            status: if finding.level == Level::Fault { "late" } else { "soon" },
            level: words.say(&format!("doctor-level-{}", finding.level.code())),
            tenant: finding.tenant,
            sentence: finding.sentence,
            hint: finding.hint,
        };
        let of = |finding: Finding| match finding.tenant {
            Some(tenant) => format!("{tenant}: {}", finding.sentence),
            None => finding.sentence,
        };
        UpkeepPage {
            is_whole: figures.is_some(),
            findings: troubles.into_iter().map(trouble).collect(),
            fine: fine.into_iter().map(of).collect(),
            figures: figures.map(|(figures, pace)| shown(&frame, &figures, &pace)).unwrap_or_default(),
            duties: standings.iter().map(|standing| row(&frame, standing)).collect(),
            frame,
        }
    }
}

fn shown(frame: &Frame, Figures { engine, schema, tally }: &Figures, pace: &Pace) -> Vec<Figure> {
    let words = frame.words;
    let figure = |code: &str, value: String| Figure { what: words.say(&format!("desk-upkeep-figure-{code}")), value };
    let letters = |of: LetterState| {
        let many = tally.letters.iter().find(|(state, _)| *state == of).map_or(0, |(_, many)| *many);
        words.whole(many)
    };
    let files = format!("{} · {}", words.whole(tally.files), words.size(tally.file_bytes));
    vec![
        figure("version", env!("CARGO_PKG_VERSION").to_owned()),
        figure("database", format!("{engine} · {schema}")),
        figure("size", words.size(tally.database_bytes)),
        figure("files", files),
        figure("tenants", words.whole(tally.tenants)),
        figure("responses", words.whole(tally.responses)),
        figure("drafts", words.whole(tally.drafts)),
        figure("sessions", words.whole(tally.sessions)),
        figure("queue", words.whole(pace.writes_waiting)),
        figure("letters-waiting", letters(LetterState::Waiting)),
        figure("letters-failed", letters(LetterState::Failed)),
        figure("journal", words.whole(tally.journal_entries)),
    ]
}

fn row(frame: &Frame, Standing { duty, job }: &Standing) -> DutyRow {
    let words = frame.words;
    let (status, status_words) = match (job.failures, job.done_at) {
        (0, Some(_)) => ("ok", words.say("desk-upkeep-ok")),
        (0, None) => ("soon", words.say("desk-upkeep-waits")),
        (failures, _) => ("late", words.tell("desk-upkeep-fails", &[("n", i64::from(failures).into())])),
    };
    DutyRow {
        words: words.say(&format!("desk-duty-{}", duty.code())),
        done: job.done_at.map_or_else(|| words.say("desk-upkeep-never"), |at| moment(words, at)),
        next: moment(words, job.run_at),
        status,
        status_words,
        error: job.last_error.clone(),
    }
}

impl Page for UpkeepPage {
    const NAME: &'static str = "desk-upkeep";

    fn samples(language: Language) -> Vec<(&'static str, UpkeepPage)> {
        let now = Moment(1_690_459_200_000_000);
        let standing = |(failures, duty): (u32, Duty)| {
            let (name, run_at) = (duty.code().to_owned(), now.plus_seconds(duty.every()));
            let last_error = (failures > 0).then(|| "the disk is full".to_owned());
            Standing { duty, job: Job { name, run_at, done_at: (failures < 2).then_some(now), failures, last_error } }
        };
        let frame = || super::sample_frame(language, "/desk/upkeep", "desk-upkeep-title");
        let words = Words::new(language);
        let days = [("days", 12_i64.into())];
        let findings = vec![
            Finding::new(Level::Fine, "journal", &[], &words),
            Finding::new(Level::Fine, "clock", &[], &words),
            Finding::new(Level::Warning, "backup-old", &days, &words),
            Finding::new(Level::Fault, "room", &[("path", "/var/lib/glas".into()), ("free", "12 MB".into())], &words),
        ];
        let tally = Tally {
            tenants: 1,
            responses: 182,
            drafts: 3,
            sessions: 2,
            letters: vec![(LetterState::Failed, 1)],
            journal_entries: 40,
            database_bytes: 2_400_000,
            files: 7,
            file_bytes: 900_000,
            ..Tally::default()
        };
        let figures = (Figures { engine: "SQLite", schema: 11, tally }, Pace::default());
        let all: Vec<Standing> = (0..).zip(Duty::ALL).map(standing).collect();
        vec![
            ("failing", UpkeepPage::new(frame(), findings, Some(figures), &all)),
            ("none", UpkeepPage::new(frame(), Vec::new(), None, &[])),
        ]
    }
}
