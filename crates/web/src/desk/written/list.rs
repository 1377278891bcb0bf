use super::super::{SignedIn, WriteReports, done, key, moment, refused};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit, language::own_name, parts::FieldErrors};
use app::reports::{self, Kind, ListedReport};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, Language, ReportId, StudyId};
use outreach::Project;
use survey::Study;

/// The written reports of a study, and the button that proposes another.
#[derive(Template)]
#[template(path = "desk/written/list.html")]
pub struct ListPage {
    frame: Frame,
    study: Said,
    study_address: String,
    address: String,
    done: Option<String>,
    errors: FieldErrors,
    reports: Vec<ReportRow>,
    kinds: Vec<KindChoice>,
    /// Tag, name, whether it is chosen.
    languages: Vec<(&'static str, String, bool)>,
}

struct ReportRow {
    title: String,
    address: String,
    kind: String,
    facts: String,
    published: Option<String>,
}

struct KindChoice {
    code: &'static str,
    words: String,
    hint: String,
    is_chosen: bool,
}

pub async fn show(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (frame, project) = listed(&visit, &who, actor, &study).await?;
    let mut page = page(frame, &project, &Fields::default());
    page.done = done(&visit, &asked);
    visit.show(&page)
}

/// Begins a report with what the program proposes.
pub async fn propose(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let study_id: StudyId = key(&study)?;
    let id = ReportId::new(&mut *visit.site.chance());
    let kind = Kind::from_code(fields.text("kind")).unwrap_or(Kind::Results);
    let languages: Vec<Language> = fields.all("languages").filter_map(|tag| tag.parse().ok()).collect();
    let now = visit.now;
    let propose = move |tx: &mut store::Transaction, instance: &app::Instance| {
        reports::propose(instance, tx, actor, study_id, id, kind, &languages, now)
    };
    match super::refusals(&visit, visit.site.write(propose).await)? {
        Ok(()) => Ok(visit.go_to(&format!("/desk/reports/{id}?done=report-proposed"))),
        Err(errors) => {
            let (frame, project) = listed(&visit, &who, actor, &study).await?;
            Ok(refused(visit.show(&ListPage { errors, ..page(frame, &project, &fields) })?))
        }
    }
}

type Listed = (Project, Study, Vec<ListedReport>);

async fn listed(visit: &Visit, who: &SignedIn, actor: Actor, study: &str) -> Result<(Frame, Listed), Failure> {
    let id: StudyId = key(study)?;
    let listed = visit.site.read(move |tx, _| reports::listed(tx, actor, id)).await?;
    let frame = super::super::frame_of(visit, who, &listed.0, &visit.words.say("written-list-title"));
    Ok((frame, listed))
}

fn page(frame: Frame, (_, study, all): &Listed, typed: &Fields) -> ListPage {
    let home = frame.to(&format!("/desk/studies/{}", study.id));
    let words = frame.words;
    let language = words.language();
    let row = |one: &ListedReport| {
        let at = moment::moment(words, one.state.changed_at);
        let values = [("at", at.into()), ("who", one.by.clone().into())];
        let title = one.title.say(language).map(|written| written.told()).unwrap_or_default();
        let published = one.published.as_ref().map(|version| {
            let values = [("n", i64::from(version.version).into()), ("day", words.date(version.on).into())];
            words.tell("written-published", &values)
        });
        ReportRow {
            title: if title.is_empty() { frame.say("written-untitled") } else { title },
            address: frame.to(&format!("/desk/reports/{}", one.report.id)),
            kind: frame.say(&format!("written-kind-{}", one.report.kind)),
            facts: words.tell("written-changed", &values),
            published,
        }
    };
    let chosen = Kind::from_code(typed.text("kind")).unwrap_or(Kind::Results);
    let kind = |kind: Kind| KindChoice {
        code: kind.code(),
        words: frame.say(&format!("written-kind-{}", kind.code())),
        hint: frame.say(&format!("written-kind-{}.hint", kind.code())),
        is_chosen: kind == chosen,
    };
    let is_new = !typed.has("kind");
    let spoken = |one: Language| {
        let is_chosen =
            if is_new { one == Language::Bulgarian } else { typed.all("languages").any(|tag| tag == one.tag()) };
        (one.tag(), own_name(one.into()), is_chosen)
    };
    ListPage {
        study: frame.said(&study.title),
        address: format!("{home}/reports"),
        study_address: home,
        done: None,
        errors: FieldErrors::default(),
        reports: all.iter().map(row).collect(),
        kinds: Kind::ALL.into_iter().map(kind).collect(),
        languages: Language::ALL.into_iter().map(spoken).collect(),
        frame,
    }
}

impl Page for ListPage {
    const NAME: &'static str = "desk-written-list";

    fn samples(language: Language) -> Vec<(&'static str, ListPage)> {
        let (held, _) = super::sample();
        let frame = || super::sample_frame(language, "written-list-title");
        let one = ListedReport {
            title: held.manuscript.title().clone(),
            report: held.report,
            state: held.state,
            by: "Мария Петрова".to_owned(),
            published: None,
        };
        let listed = |all| (held.project.clone(), held.study.clone(), all);
        vec![
            ("none", page(frame(), &listed(Vec::new()), &Fields::default())),
            ("one", page(frame(), &listed(vec![one]), &Fields::default())),
        ]
    }
}
