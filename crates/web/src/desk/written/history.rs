use super::{
    super::{SignedIn, WriteReports, key, moment},
    told::part_line,
};
use crate::{Failure, Frame, Page, Visit};
use app::{
    Words,
    reports::{self, HeldReport},
    study::{Edition, Kind, Reading, StudyData, StudyFigures, printed},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, ReportId};
use document::{
    html,
    manuscript::{Manuscript, PartId},
};
use store::Revision;

/// Every state of a report that is kept, each to be looked at and to be compared with the one before.
#[derive(Template)]
#[template(path = "desk/written/history.html")]
pub struct HistoryPage {
    frame: Frame,
    title: String,
    home: String,
    states: Vec<StateRow>,
    /// Number and words, for choosing two.
    choices: Vec<(u64, String)>,
}

struct StateRow {
    what: String,
    when: String,
    who: String,
    address: String,
    /// Where it is compared with the one before.
    differences: Option<String>,
    is_newest: bool,
}

/// One state as readers would have seen it, with the numbers of today.
#[derive(Template)]
#[template(path = "desk/written/state.html")]
struct StatePage {
    frame: Frame,
    title: String,
    home: String,
    heading: String,
    body: String,
}

pub async fn show(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
) -> Result<Response, Failure> {
    let (held, data) = super::held(&visit, actor, &report).await?;
    let id = held.report.id;
    let states = visit.site.read(move |tx, _| reports::revisions(tx, actor, id)).await?;
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-history"));
    visit.show(&page(frame, &held, &data, &states))
}

pub async fn state(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path((report, revision)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (id, wanted): (ReportId, u64) = (key(&report)?, key(&revision)?);
    let (held, data) = super::held(&visit, actor, &report).await?;
    let manuscript = visit.site.read(move |tx, _| reports::revision(tx, actor, id, wanted)).await?;
    let language = super::spoken(&held, visit.language());
    let words = Words::new(language);
    let figures = StudyFigures::new(&data, &words);
    let heading = visit.words.tell("written-state-title", &[("n", wanted.to_string().into())]);
    let frame = super::frame(&visit, &who, &held, &heading);
    visit.show(&StatePage {
        title: held.manuscript.told_title(language, &figures),
        home: frame.to(&super::home(&held)),
        body: shown(&manuscript, super::kind(&held), &figures, visit.today),
        heading,
        frame,
    })
}

/// A manuscript as a page, under the title page of its study.
fn shown(manuscript: &Manuscript, kind: Kind, figures: &StudyFigures, today: jiff::civil::Date) -> String {
    let edition = Edition { date: today, address: None, demonstration: None, open_answers: Reading::ByAPerson };
    html::document_body(&printed(manuscript, kind, figures, edition))
}

/// What was done, with the part that it was done to.
pub fn act_words(frame: &Frame, held: &HeldReport, state: &Revision, figures: &StudyFigures) -> String {
    let id = state.about.parse().ok().map(PartId);
    let part = id.and_then(|id| held.manuscript.part(id));
    let about = match (part, id) {
        (Some(part), _) => part_line(frame, part, figures.words.language(), figures),
        (None, Some(_)) => frame.say("written-part-gone"),
        (None, None) => String::new(),
    };
    frame.tell(&format!("written-act-{}", state.act), "part", if about.is_empty() { "none".to_owned() } else { about })
}

fn page(frame: Frame, held: &HeldReport, data: &StudyData, states: &[(Revision, String)]) -> HistoryPage {
    let language = super::spoken(held, frame.words.language());
    let words = Words::new(language);
    let figures = StudyFigures::new(data, &words);
    let home = frame.to(&super::home(held));
    let oldest = states.iter().map(|(state, _)| state.revision).min().unwrap_or(1);
    let row = |(state, who): &(Revision, String)| StateRow {
        what: format!("{}. {}", state.revision, act_words(&frame, held, state, &figures)),
        when: moment::moment(frame.words, state.changed_at),
        who: who.clone(),
        address: format!("{home}/history/{}", state.revision),
        differences: (state.revision > oldest)
            .then(|| format!("{home}/differences?before={}&after={}", state.revision - 1, state.revision)),
        is_newest: state.revision == held.report.revision,
    };
    let choice = |(state, _): &(Revision, String)| {
        let when = moment::moment(frame.words, state.changed_at);
        (state.revision, format!("{} · {when}", state.revision))
    };
    HistoryPage {
        title: held.manuscript.told_title(language, &figures),
        states: states.iter().map(row).collect(),
        choices: states.iter().map(choice).collect(),
        home,
        frame,
    }
}

impl Page for HistoryPage {
    const NAME: &'static str = "desk-written-history";

    fn samples(language: Language) -> Vec<(&'static str, HistoryPage)> {
        let (held, data) = super::sample();
        let state = |revision, act, about| (super::sample_state(revision, act, about), "Мария Петрова".to_owned());
        let states = [state(7, "part-changed", "3"), state(6, "part-removed", "999"), state(5, "proposed", "")];
        vec![("three", page(super::sample_frame(language, "written-history"), &held, &data, &states))]
    }
}
