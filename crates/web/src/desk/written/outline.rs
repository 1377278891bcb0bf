use super::{
    super::{SignedIn, WriteReports, done, moment},
    told::{changes, part_name, part_shown},
};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit, language::own_name, parts::FieldErrors};
use app::{
    Words,
    reports::{Change, HeldReport},
    study::{StudyData, StudyFigures, guidance},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, Language};
use document::manuscript::{Body, Part};

/// A whole report as its author sees it: every part in its order, as readers will see it, with what can be done to it.
#[derive(Template)]
#[template(path = "desk/written/outline.html")]
pub struct OutlinePage {
    frame: Frame,
    study: Said,
    study_address: String,
    home: String,
    title: String,
    summary: String,
    kind: String,
    saved: String,
    done: Option<String>,
    errors: FieldErrors,
    revision: u64,
    /// In which language the words are read and changed.
    tag: &'static str,
    tongues: Vec<Tongue>,
    /// What changed in title and cover sentence.
    head_changes: Vec<String>,
    changed: usize,
    parts: Vec<PartRow>,
}

/// The report in one of its languages.
pub struct Tongue {
    pub name: String,
    pub tag: &'static str,
    pub address: String,
    pub is_current: bool,
}

struct PartRow {
    id: u32,
    kind: String,
    /// For buttons, which do not stand beside the words for everybody.
    name: String,
    /// As readers see it; for figures the name alone, for a report may have a hundred.
    shown: String,
    is_heading: bool,
    words: String,
    /// What its author is told about the section that it begins.
    guidance: Option<String>,
    changes: Vec<String>,
    is_unwritten: bool,
    may_up: bool,
    may_down: bool,
}

pub async fn show(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (held, data) = super::held(&visit, actor, &report).await?;
    let language = super::asked_language(&visit, &held, &asked);
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-title"));
    visit.show(&OutlinePage { done: done(&visit, &asked), ..page(frame, &held, &data, language) })
}

/// Every number of the report is as it is now.
pub async fn accept_all(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let language = fields.text("language").parse().unwrap_or(visit.language());
    let changed = super::change(&visit, actor, &report, super::made_on(&fields), language, Change::Accept { id: None });
    answer(&visit, &who, actor, &report, (changed.await?, language), |tag| {
        format!("/desk/reports/{report}?language={tag}&done=report-numbers-accepted")
    })
    .await
}

/// On to another page, or the outline with what was refused.
pub async fn answer(
    visit: &Visit,
    who: &SignedIn,
    actor: Actor,
    report: &str,
    (changed, language): (Result<u64, FieldErrors>, Language),
    to: impl FnOnce(&'static str) -> String,
) -> Result<Response, Failure> {
    match changed {
        Ok(_) => Ok(visit.go_to(&to(language.tag()))),
        Err(errors) => {
            let (held, data) = super::held(visit, actor, report).await?;
            let language = super::spoken(&held, language);
            let frame = super::frame(visit, who, &held, &visit.words.say("written-title"));
            let page = OutlinePage { errors, ..page(frame, &held, &data, language) };
            Ok(super::super::refused(visit.show(&page)?))
        }
    }
}

/// The same page in each language of the report; none where there is one alone.
pub fn tongues(frame: &Frame, held: &HeldReport, path: &str, current: Language) -> Vec<Tongue> {
    let all = &held.report.languages;
    let tongue = |one: Language| Tongue {
        name: own_name(one.into()),
        tag: one.tag(),
        address: frame.to(&format!("{path}?language={}", one.tag())),
        is_current: one == current,
    };
    if all.len() > 1 { all.iter().copied().map(tongue).collect() } else { Vec::new() }
}

/// What the author is told about a section, where the part begins one.
pub fn guidance_of(frame: &Frame, held: &HeldReport, body: &Body) -> Option<String> {
    match body {
        Body::Heading { anchor, .. } | Body::Annex { anchor, .. } => guidance(&frame.words, super::kind(held), anchor),
        Body::Prose(_)
        | Body::Figure(_)
        | Body::Table(_)
        | Body::KeyNumbers(_)
        | Body::Quotations(_)
        | Body::Finding { .. }
        | Body::Recommendation { .. }
        | Body::MethodSheet(_)
        | Body::Notice { .. } => None,
    }
}

fn page(frame: Frame, held: &HeldReport, data: &StudyData, language: Language) -> OutlinePage {
    let words = Words::new(language);
    let figures = StudyFigures::new(data, &words);
    let manuscript = &held.manuscript;
    let changed = manuscript.changed(language, &figures);
    let last = manuscript.parts().len().saturating_sub(1);
    let row = |(index, part): (usize, &Part)| {
        let named = part_name(&frame, part, language, &figures);
        let is_drawn = matches!(part.body, Body::Figure(_) | Body::Table(_) | Body::Quotations(_));
        let is_heading = matches!(part.body, Body::Heading { .. } | Body::Annex { .. });
        let told = part.body.wordings().into_iter().any(|words| words.in_language(language).is_some());
        PartRow {
            id: part.id.0,
            name: if named.words.is_empty() { named.kind.clone() } else { named.words.clone() },
            shown: if is_drawn || is_heading { String::new() } else { part_shown(part, language, &figures) },
            kind: named.kind,
            words: named.words,
            guidance: guidance_of(&frame, held, &part.body),
            changes: changes(&changed, Some(part.id), &figures),
            is_unwritten: !is_drawn && !told,
            is_heading,
            may_up: index > 0,
            may_down: index < last,
        }
    };
    let home = super::home(held);
    let at = moment::moment(frame.words, held.state.changed_at);
    let values = [("revision", held.report.revision.to_string().into()), ("at", at.into())];
    let title = manuscript.told_title(language, &figures);
    OutlinePage {
        study: frame.said(&held.study.title),
        study_address: frame.to(&format!("/desk/studies/{}/reports", held.study.id)),
        title: if title.is_empty() { frame.say("written-untitled") } else { title },
        summary: manuscript.told_summary(language, &figures).unwrap_or_default(),
        kind: frame.say(&format!("written-kind-{}", held.report.kind)),
        saved: frame.words.tell("written-saved", &values),
        done: None,
        errors: FieldErrors::default(),
        revision: held.report.revision,
        tag: language.tag(),
        tongues: tongues(&frame, held, &home, language),
        head_changes: changes(&changed, None, &figures),
        changed: changed.len(),
        parts: manuscript.parts().iter().enumerate().map(row).collect(),
        home: frame.to(&home),
        frame,
    }
}

impl Page for OutlinePage {
    const NAME: &'static str = "desk-written-report";

    fn samples(language: Language) -> Vec<(&'static str, OutlinePage)> {
        let (held, data) = super::sample();
        vec![("proposed", page(super::sample_frame(language, "written-title"), &held, &data, language))]
    }
}
