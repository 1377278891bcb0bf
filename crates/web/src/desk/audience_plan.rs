//! Whom a study asks: planned, and changed with care for those who answered.

use super::{
    PlanStudies, SignedIn,
    form::{Aid, Fields, FormPage, Removal, Sent, Shown, answered},
    key,
    study_plan::{Known, frame, known},
};
use crate::{Failure, Frame, Visit};
use app::{
    Instance,
    fieldwork::{AudiencePlan, add_audience, change_audience, plan_field, reckon, remove_audience},
    typed::Typed,
};
use axum::{extract::Path, response::Response};
use base::{AudienceId, Language};
use store::Transaction;
use survey::{Admission, Audience, CollectionClass, Mode};

pub async fn ask(_: PlanStudies, visit: Visit, who: SignedIn, Path(study): Path<String>) -> Result<Response, Failure> {
    let known = known(&visit, &who, key(&study)?).await?;
    visit.show(&new_page(
        frame(&visit, &who, &known.project, "desk-audience-new"),
        &known,
        &Shown::new(Typed::default()),
    ))
}

pub async fn add(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let known = known(&visit, &who, key(&study)?).await?;
    let sent = Sent::new(fields);
    let (actors, study, now, mut chance) = (who.actors.clone(), known.study.id, visit.now, visit.site.chance());
    let add = move |tx: &mut Transaction, _: &Instance, plan: AudiencePlan| {
        let id = AudienceId::new(&mut *chance);
        add_audience(tx, &actors, study, id, plan, now, &mut *chance)
    };
    let added = sent.written(&visit, AudiencePlan::read, add).await;
    sent.answer(&visit, added, &format!("/desk/studies/{}?done=audience", known.study.id), |shown| {
        new_page(frame(&visit, &who, &known.project, "desk-audience-new"), &known, shown)
    })
}

pub async fn ask_change(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let (known, audience) = place(&visit, &who, key(&audience)?).await?;
    let shown = Shown::of(AudiencePlan::of(&audience).typed());
    visit.show(&change_page(frame(&visit, &who, &known.project, "desk-audience-change"), &known, &audience, &shown))
}

pub async fn save(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let (known, audience) = place(&visit, &who, key(&audience)?).await?;
    let kept = AudiencePlan::of(&audience).typed();
    let sent = Sent::over(kept.clone(), fields);
    let (actors, id, made_of) = (who.actors.clone(), audience.id, sent.made_of());
    let (now, mut chance) = (visit.now, visit.site.chance());
    let read = |typed: &Typed| AudiencePlan::read(&typed.clone().settled(known.is_answered, &SETTLED, &kept));
    let change = move |tx: &mut Transaction, _: &Instance, plan: AudiencePlan| {
        change_audience(tx, &actors, id, plan, &made_of, now, &mut *chance)
    };
    let saved = sent.written(&visit, read, change).await;
    sent.answer(&visit, saved, &format!("/desk/studies/{}?done=plan", known.study.id), |shown| {
        change_page(frame(&visit, &who, &known.project, "desk-audience-change"), &known, &audience, shown)
    })
}

pub async fn remove(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let (known, audience) = place(&visit, &who, key(&audience)?).await?;
    let (actors, id, now) = (who.actors.clone(), audience.id, visit.now);
    let removed = visit.site.write(move |tx, _| remove_audience(tx, &actors, id, now)).await;
    answered(&visit, removed, &format!("/desk/studies/{}?done=row-removed", known.study.id), |refusals| {
        let kept = AudiencePlan::of(&audience).typed();
        let shown = Shown::refused(visit.words, &kept, refusals, Some(kept.clone()));
        change_page(frame(&visit, &who, &known.project, "desk-audience-change"), &known, &audience, &shown)
    })
}

const SETTLED: [&str; 3] = ["code", "token", "collection"];

/// The audience with its study; answered is here whether this audience is.
pub async fn place(visit: &Visit, who: &SignedIn, id: AudienceId) -> Result<(Known, Audience), Failure> {
    let read = move |tx: &mut store::Transaction, instance: &app::Instance| {
        let study = tx.study_of(instance.tenant, id)?.ok_or(app::Failure::NotFound)?;
        Ok((study.id, tx.answers_of(instance.tenant, id)? > 0))
    };
    let (study, is_answered) = visit.site.read(read).await?;
    let known = Known { is_answered, ..known(visit, who, study).await? };
    let audience = known.study.audiences.iter().find(|known| known.id == id).cloned().ok_or(Failure::NotFound)?;
    Ok((known, audience))
}

fn new_page(frame: Frame, known: &Known, shown: &Shown) -> FormPage {
    let home = format!("/desk/studies/{}", known.study.id);
    let about = frame.said(&known.study.title);
    let page = FormPage::new(frame, "desk-audience-new", &format!("{home}/audiences")).about(about, &home);
    planned(page, shown, false)
}

fn change_page(frame: Frame, known: &Known, audience: &Audience, shown: &Shown) -> FormPage {
    let home = format!("/desk/audiences/{}", audience.id);
    let about = frame.said(&known.study.title);
    let removal = Removal {
        action: frame.to(&format!("{home}/removal")),
        why: frame.say("desk-audience-remove-why"),
        button: frame.say("desk-audience-remove"),
    };
    let page = FormPage::new(frame, "desk-audience-change", &format!("{home}/plan"));
    let page = page.about(about, &format!("/desk/studies/{}", known.study.id));
    let page = if known.is_answered { page.with_notice("desk-audience-settled") } else { page };
    let page = if audience.questionnaire.is_none() { page.with_removal(removal) } else { page };
    planned(page, shown, known.is_answered)
}

fn planned(page: FormPage, shown: &Shown, is_answered: bool) -> FormPage {
    let form = Fields::of(page.frame(), "desk-audience", &shown.typed);
    let open = |fields: Vec<super::form::Field>| -> Vec<super::form::Field> {
        fields.into_iter().filter(|field| !is_answered || !SETTLED.contains(&field.id.as_str())).collect()
    };
    let who = open(vec![form.line("name").needed(), form.line("code").needed(), form.line("token")]);
    let how = open(vec![
        form.radio("collection", CollectionClass::ALL.map(CollectionClass::code)),
        form.number("population"),
        form.number("invited"),
        form.radio("admission", Admission::ALL.map(Admission::code)),
        form.tick("counts_agreed"),
    ]);
    let plan = Mode::ALL.into_iter().map(|mode| form.number(&plan_field(mode)));
    let plan = plan.chain([form.number("limit")]).collect();
    let english = vec![form.english("name", 0)];
    let aid = aid(page.frame(), &shown.typed);
    page.with(who)
        .with_headed("desk-audience-how", how)
        .with_headed("desk-audience-plan", plan)
        .with_aid(aid)
        .with_english(english)
        .filled(shown)
}

/// What so many answers would tell of the group as it stands in the form.
fn aid(frame: &Frame, typed: &Typed) -> Aid {
    let words = frame.words;
    let collection = CollectionClass::from_code(typed.get("collection"));
    let population = typed.get("population").parse().ok().or_else(|| typed.get("invited").parse().ok());
    let points = |share: f64| words.number(share * 100.0, 0);
    let rows = reckon(collection, population).into_iter().map(|row| {
        let told = |key: &str, share: f64| frame.tell(key, "points", points(share));
        let answers = words.whole(row.answers.into());
        vec![answers, told("desk-audience-aid-margin", row.margin), told("desk-audience-aid-change", row.change)]
    });
    let note = match collection {
        None => "desk-audience-aid-any",
        Some(CollectionClass::Probability) => "desk-audience-aid-drawn",
        Some(CollectionClass::EveryoneInvited) => "desk-audience-aid-invited",
        Some(CollectionClass::SelfSelected) => "desk-audience-aid-self-selected",
        Some(CollectionClass::Census) => "desk-audience-aid-census",
    };
    Aid {
        title: frame.say("desk-audience-aid"),
        head: ["answers", "precision", "difference"].map(|head| frame.say(&format!("desk-audience-aid-{head}"))).into(),
        rows: rows.collect(),
        note: frame.say(note),
    }
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let project = crate::sample::invented_project();
    let frame = |heading| super::sample_frame(language, "/desk/audiences/a/plan", heading);
    let Some(study) = crate::sample::studies().into_iter().next() else { return Vec::new() };
    let Some(audience) = study.audiences.first().cloned() else { return Vec::new() };
    let known = |is_answered| Known { project: project.clone(), study: study.clone(), others: Vec::new(), is_answered };
    let shown = Shown::of(AudiencePlan::of(&audience).typed());
    let unasked = Audience { questionnaire: None, ..audience.clone() };
    vec![
        ("audience-new", new_page(frame("desk-audience-new"), &known(false), &Shown::new(Typed::default()))),
        ("audience-unasked", change_page(frame("desk-audience-change"), &known(false), &unasked, &shown)),
        ("audience-answered", change_page(frame("desk-audience-change"), &known(true), &audience, &shown)),
    ]
}
