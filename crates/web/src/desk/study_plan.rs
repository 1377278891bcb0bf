//! A study: planned in a project, and changed with care for those who answered.

use super::{
    PlanStudies, SignedIn,
    form::{Fields, FormPage, Sent, Shown},
    key,
    project_part::found,
};
use crate::{Failure, Frame, Said, Visit};
use app::{
    Instance, desk,
    fieldwork::{StudyPlan, change_study, has_answers, plan_study},
    rights::{self, Right},
    typed::Typed,
};
use axum::{extract::Path, response::Response};
use base::{Language, ProjectId, StudyId};
use outreach::Project;
use store::Transaction;
use survey::{ResultsPolicy, Study};

pub async fn ask(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
) -> Result<Response, Failure> {
    let (project, others) = planned_in(&visit, &who, key(&project)?).await?;
    let shown = Shown::new(Typed::default().with("results", ResultsPolicy::AfterClosing.code()));
    visit.show(&new_page(frame(&visit, &who, &project, "desk-study-new"), &project, &others, &shown))
}

pub async fn add(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let (project, others) = planned_in(&visit, &who, key(&project)?).await?;
    let sent = Sent::new(fields);
    let id = StudyId::new(&mut *visit.site.chance());
    let (actors, home, seen, now) = (who.actors.clone(), project.id, sent.seen(), visit.now);
    let plan =
        move |tx: &mut Transaction, _: &Instance, plan: StudyPlan| plan_study(tx, &actors, home, id, plan, seen, now);
    let planned = sent.written(&visit, StudyPlan::read, plan).await;
    sent.answer(&visit, planned, &format!("/desk/studies/{id}?done=study"), |shown| {
        new_page(frame(&visit, &who, &project, "desk-study-new"), &project, &others, shown)
    })
}

/// The project, for one who may plan in it, and the studies that a new one could measure again.
async fn planned_in(visit: &Visit, who: &SignedIn, id: ProjectId) -> Result<(Project, Vec<Study>), Failure> {
    let project = found(visit, who, id).await?;
    let plans = who.actors.iter().any(|actor| rights::may(*actor, Right::PlanStudies, &project));
    if !plans {
        return Err(Failure::NotFound);
    }
    let studies = move |tx: &mut Transaction, instance: &Instance| Ok(tx.studies(instance.tenant, id)?);
    Ok((project, visit.site.read(studies).await?))
}

pub async fn ask_change(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
) -> Result<Response, Failure> {
    let known = known(&visit, &who, key(&study)?).await?;
    let shown = Shown::of(StudyPlan::of(&known.study).typed());
    let frame = frame(&visit, &who, &known.project, "desk-study-change");
    visit.show(&change_page(frame, &known, &shown))
}

pub async fn save(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let known = known(&visit, &who, key(&study)?).await?;
    let kept = StudyPlan::of(&known.study).typed();
    let sent = Sent::over(kept.clone(), fields);
    let (actors, id, made_of) = (who.actors.clone(), known.study.id, sent.made_of());
    let (today, now, seen) = (visit.today, visit.now, sent.seen());
    let read = |typed: &Typed| StudyPlan::read(&typed.clone().settled(known.is_answered, &SETTLED, &kept));
    let change = move |tx: &mut Transaction, _: &Instance, plan: StudyPlan| {
        change_study(tx, &actors, id, plan, &made_of, seen, today, now)
    };
    let saved = sent.written(&visit, read, change).await;
    sent.answer(&visit, saved, &format!("/desk/studies/{}?done=plan", known.study.id), |shown| {
        change_page(frame(&visit, &who, &known.project, "desk-study-change"), &known, shown)
    })
}

const SETTLED: [&str; 3] = ["slug", "first", "results"];

/// A study with what decides how it may be changed.
pub struct Known {
    pub project: Project,
    pub study: Study,
    /// The other studies of the project.
    pub others: Vec<Study>,
    pub is_answered: bool,
}

/// The study, for one who may plan it.
pub async fn known(visit: &Visit, who: &SignedIn, id: StudyId) -> Result<Known, Failure> {
    let actors = who.actors.clone();
    let read = move |tx: &mut Transaction, instance: &Instance| {
        let tenant = instance.tenant;
        for actor in actors {
            match desk::study(tx, tenant, actor, id) {
                Ok((project, study)) if rights::may(actor, Right::PlanStudies, &project) => {
                    let is_answered = has_answers(tx, tenant, &study)?;
                    let mut others = tx.studies(tenant, project.id)?;
                    others.retain(|other| other.id != study.id);
                    return Ok(Known { project, study, others, is_answered });
                }
                Ok(_) | Err(app::Failure::NotFound) => {}
                Err(failure) => return Err(failure),
            }
        }
        Err(app::Failure::NotFound)
    };
    visit.site.read(read).await
}

pub fn frame(visit: &Visit, who: &SignedIn, project: &Project, heading: &str) -> Frame {
    super::frame_of(visit, who, project, &visit.words.say(heading))
}

fn new_page(frame: Frame, project: &Project, others: &[Study], shown: &Shown) -> FormPage {
    let home = format!("/desk/projects/{}", project.id);
    let about = frame.said(&project.title);
    let page = FormPage::new(frame, "desk-study-new", &format!("{home}/studies")).about(about, &home);
    planned(page, others, shown, false)
}

fn change_page(frame: Frame, known: &Known, shown: &Shown) -> FormPage {
    let home = format!("/desk/studies/{}", known.study.id);
    let about: Said = frame.said(&known.study.title);
    let page = FormPage::new(frame, "desk-study-change", &format!("{home}/plan")).about(about, &home);
    let page = if known.is_answered { page.with_notice("desk-study-settled") } else { page };
    planned(page, &known.others, shown, known.is_answered)
}

fn planned(page: FormPage, others: &[Study], shown: &Shown, is_answered: bool) -> FormPage {
    let form = Fields::of(page.frame(), "desk-study-plan", &shown.typed);
    let words = page.frame().words;
    let nothing = (String::new(), words.say("desk-study-plan-repeats-nothing"));
    let told = |study: &Study| {
        let title = study.title.say(words.language());
        (study.id.to_string(), format!("{title} ({})", words.date(study.fieldwork.last())))
    };
    let earlier = std::iter::once(nothing).chain(others.iter().map(told));
    let repeats = (!others.is_empty()).then(|| form.select("repeats", earlier));
    let all = vec![
        form.area("title", 2).needed(),
        form.area("purpose", 3).needed(),
        form.line("slug"),
        form.line("first").needed(),
        form.line("last").needed(),
        form.radio("results", ResultsPolicy::ALL.map(ResultsPolicy::code)),
        form.line("results_day"),
    ];
    let all = all.into_iter().chain(repeats);
    let open = all.filter(|field| !is_answered || !SETTLED.contains(&field.id.as_str()));
    let open = open.collect();
    let english = vec![form.english("title", 0), form.english("purpose", 3)];
    page.with(open).with_english(english).filled(shown)
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let project = crate::sample::invented_project();
    let frame = |heading| super::sample_frame(language, "/desk/studies/a/plan", heading);
    let blank = Shown::new(Typed::default().with("results", "after-closing"));
    let new = ("study-new", new_page(frame("desk-study-new"), &project, &crate::sample::studies(), &blank));
    let change = crate::sample::studies().into_iter().next().map(|study| {
        let shown = Shown::of(StudyPlan::of(&study).typed());
        let known = Known { project: project.clone(), study, others: Vec::new(), is_answered: true };
        ("study-answered", change_page(frame("desk-study-change"), &known, &shown))
    });
    std::iter::once(new).chain(change).collect()
}
