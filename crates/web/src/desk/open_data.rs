//! Whether the answers of a study may go out to everybody: what the check found, what is told of people and how, and the
//! button.

use super::{PlanStudies, SignedIn, key};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit, parts::FieldErrors};
use app::open_data::{self, Checked, Choices, Proposal, Trait, Treatment, Trouble};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, StudyId};
use dataset::Licence;
use store::OpenData;
use survey::Audience;

#[derive(Template)]
#[template(path = "desk/open_data.html")]
pub struct OpenDataForm {
    frame: Frame,
    study: Said,
    study_address: String,
    address: String,
    done: Option<String>,
    errors: FieldErrors,
    /// Why nothing can go out now, with what to do.
    obstacles: Vec<(String, String)>,
    audiences: Vec<AudiencePart>,
    licences: Vec<LicenceChoice>,
    may_publish: bool,
    versions: Vec<VersionRow>,
    public_address: Option<String>,
}

struct AudiencePart {
    code: String,
    name: Said,
    /// Whether it goes out as it stands.
    passes: bool,
    facts: Vec<String>,
    troubles: Vec<(String, String)>,
    traits: Vec<TraitRow>,
}

struct TraitRow {
    field: String,
    label: Said,
    choices: Vec<(&'static str, String, bool)>,
}

struct LicenceChoice {
    code: &'static str,
    words: String,
    is_chosen: bool,
}

struct VersionRow {
    words: String,
    /// Where it is taken back, unless it was.
    withdrawal: Option<String>,
}

pub async fn show(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let proposal = proposal(&visit, &who, key(&study)?, None).await?;
    let mut page = page(frame(&visit, &who, &proposal), &proposal, Licence::default());
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

/// Checks what was chosen, and publishes it where that was asked for.
pub async fn send(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id: StudyId = key(&study)?;
    let choices = choices(&fields);
    let licence = Licence::from_code(fields.text("licence"));
    if fields.text("act") != "publish" {
        let proposal = proposal(&visit, &who, id, Some(choices)).await?;
        let page = page(frame(&visit, &who, &proposal), &proposal, licence.unwrap_or_default());
        return visit.show(&page);
    }
    let wanted = match (licence, fields.has("confirmed")) {
        (Some(licence), true) => publish(&visit, &who, id, choices.clone(), licence).await,
        (None, _) => Err(app::Failure::from(Trouble::LicenceUnknown).into()),
        (Some(_), false) => Err(app::Failure::from(Trouble::NotConfirmed).into()),
    };
    match wanted {
        Ok(()) => Ok(visit.go_to(&format!("/desk/studies/{id}/data?done=data-published"))),
        Err(Failure::Refused(refusals)) => {
            let proposal = proposal(&visit, &who, id, Some(choices)).await?;
            let mut page = page(frame(&visit, &who, &proposal), &proposal, licence.unwrap_or_default());
            page.errors = super::form_errors(visit.words, &refusals);
            Ok(super::refused(visit.show(&page)?))
        }
        Err(failure) => Err(failure),
    }
}

/// All files are made and kept first; only then they are put before everybody, in one step.
async fn publish(
    visit: &Visit,
    who: &SignedIn,
    id: StudyId,
    choices: Choices,
    licence: Licence,
) -> Result<(), Failure> {
    let (actors, today) = (who.actors.clone(), visit.today);
    let proposal = proposal(visit, who, id, Some(choices.clone())).await?;
    let page = visit.public_address(&public_path(&proposal));
    let prepared = visit
        .site
        .read(move |tx, instance| open_data::prepare(instance, tx, &actors, id, &choices, licence, &page, today))
        .await?;
    let instance = visit.site.instance()?;
    let mut kept = Vec::with_capacity(prepared.files.len());
    for file in &prepared.files {
        let (bytes, media_type) = (file.bytes.clone(), file.media_type.to_owned());
        kept.push(instance.store.keep_file(instance.tenant, bytes, media_type).await?);
    }
    let (actors, now) = (who.actors.clone(), visit.now);
    let publish = move |tx: &mut store::Transaction, instance: &app::Instance| {
        open_data::publish(instance, tx, &actors, &prepared, &kept, today, now)
    };
    Ok(visit.site.write(publish).await?)
}

pub async fn withdraw(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path((study, version)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let id: StudyId = key(&study)?;
    let version: u32 = version.parse().map_err(|_| Failure::NotFound)?;
    let (actors, today, now) = (who.actors.clone(), visit.today, visit.now);
    let withdraw = move |tx: &mut store::Transaction, instance: &app::Instance| {
        open_data::withdraw(instance, tx, &actors, id, version, today, now)
    };
    visit.site.write(withdraw).await?;
    Ok(visit.go_to(&format!("/desk/studies/{id}/data?done=data-withdrawn")))
}

async fn proposal(visit: &Visit, who: &SignedIn, id: StudyId, choices: Option<Choices>) -> Result<Proposal, Failure> {
    let (actors, today) = (who.actors.clone(), visit.today);
    let read = move |tx: &mut store::Transaction, instance: &app::Instance| {
        open_data::proposal(instance, tx, &actors, id, choices.as_ref(), today)
    };
    visit.site.read(read).await
}

/// `trait/AUDIENCE/CODE`, as the form names its fields.
fn choices(fields: &Fields) -> Choices {
    let mut choices = Choices::new();
    for (name, value) in &fields.0 {
        let Some((audience, code)) = name.strip_prefix("trait/").and_then(|rest| rest.split_once('/')) else {
            continue;
        };
        if let Some(treatment) = Treatment::from_code(value) {
            choices.entry(audience.to_owned()).or_default().insert(code.to_owned(), treatment);
        }
    }
    choices
}

fn public_path(proposal: &Proposal) -> String {
    format!("/projects/{}/studies/{}/data", proposal.project.slug, proposal.study.slug)
}

fn frame(visit: &Visit, who: &SignedIn, proposal: &Proposal) -> Frame {
    super::frame_of(visit, who, &proposal.project, &visit.words.say("desk-open-data-title"))
}

fn page(frame: Frame, proposal: &Proposal, licence: Licence) -> OpenDataForm {
    let words = frame.words;
    let study = frame.to(&format!("/desk/studies/{}", proposal.study.id));
    let explained = |trouble: &Trouble| {
        let explained = words.refusal(trouble);
        (explained.sentence, explained.hint.unwrap_or_default())
    };
    let audiences: Vec<AudiencePart> =
        proposal.audiences.iter().map(|(audience, checked)| audience_part(&frame, audience, checked)).collect();
    let licence_choice = |one: Licence| LicenceChoice {
        code: one.code(),
        words: frame.say(&format!("open-data-licence-{}", one.code().to_lowercase().replace('.', "-"))),
        is_chosen: one == licence,
    };
    let version_row = |version: &OpenData| {
        let values = [("n", i64::from(version.version).into()), ("date", words.date(version.on).into())];
        let told = words.tell("open-data-version", &values);
        match version.withdrawn {
            Some(day) => VersionRow {
                words: format!("{told}. {}", frame.tell("open-data-withdrawn", "date", words.date(day))),
                withdrawal: None,
            },
            None => {
                VersionRow { words: told, withdrawal: Some(format!("{study}/data/{}/withdrawal", version.version)) }
            }
        }
    };
    OpenDataForm {
        study: frame.said(&proposal.study.title),
        address: format!("{study}/data"),
        study_address: study.clone(),
        done: None,
        errors: FieldErrors::default(),
        obstacles: proposal.troubles.iter().map(explained).collect(),
        may_publish: proposal.troubles.is_empty(),
        audiences,
        licences: Licence::ALL.map(licence_choice).into(),
        versions: proposal.versions.iter().map(version_row).collect(),
        public_address: (!proposal.versions.is_empty()).then(|| frame.to(&public_path(proposal))),
        frame,
    }
}

fn audience_part(frame: &Frame, audience: &Audience, checked: &Checked) -> AudiencePart {
    let words = frame.words;
    let n = |number: u64| words.whole(number);
    let mut facts = vec![words.tell("open-data-people", &[("n", n(checked.people).into())])];
    if let Some(smallest) = checked.smallest {
        facts.push(words.tell("open-data-smallest", &[("n", n(smallest).into())]));
    }
    facts.push(words.tell("open-data-withheld", &[("n", n(checked.withheld).into())]));
    let explained = |trouble: &Trouble| {
        let explained = words.refusal(trouble);
        (explained.sentence, explained.hint.unwrap_or_default())
    };
    let is_hopeless =
        |trouble: &Trouble| matches!(trouble, Trouble::FewAnswers { .. } | Trouble::LargePartAnswered { .. });
    let hopeless = checked.troubles.iter().any(is_hopeless);
    let row = |(one, treatment): &(Trait, Treatment)| {
        let choices = Treatment::ALL.into_iter().filter(|choice| one.merges || *choice != Treatment::Merge);
        let choice = |choice: Treatment| {
            (choice.code(), frame.say(&format!("open-data-treatment-{}", choice.code())), choice == *treatment)
        };
        TraitRow {
            field: format!("trait/{}/{}", audience.code, one.code),
            label: frame.said(&one.label).map(survey::unpiped),
            choices: choices.map(choice).collect(),
        }
    };
    AudiencePart {
        code: audience.code.clone(),
        name: frame.said(&audience.name),
        passes: checked.troubles.is_empty(),
        facts: if hopeless { facts.into_iter().take(1).collect() } else { facts },
        troubles: checked.troubles.iter().map(explained).collect(),
        traits: if hopeless { Vec::new() } else { checked.traits.iter().map(row).collect() },
    }
}

impl Page for OpenDataForm {
    const NAME: &'static str = "desk-open-data";

    fn samples(language: Language) -> Vec<(&'static str, OpenDataForm)> {
        let data = crate::public::sample::study_data();
        let Some(project) = data.project.clone() else { return Vec::new() };
        let frame = || {
            let path = format!("/desk/studies/{}/data", data.study.id);
            super::sample_frame(language, &path, "desk-open-data-title").of_project(&project, "")
        };
        let of = |troubles: Vec<Trouble>, versions: Vec<OpenData>| Proposal {
            study: data.study.clone(),
            project: project.clone(),
            audiences: data.audiences.iter().map(|one| (one.audience.clone(), sample_checked(&data, one))).collect(),
            troubles,
            versions,
        };
        let version = crate::public::open_data::sample_version(data.study.id).0;
        vec![
            ("checked", page(frame(), &of(Vec::new(), vec![version]), Licence::Attribution)),
            ("too-early", page(frame(), &of(vec![Trouble::ResultsNotPublic], Vec::new()), Licence::Attribution)),
        ]
    }
}

fn sample_checked(data: &app::study::StudyData, of: &app::study::AudienceData) -> Checked {
    let edition = open_data::Edition {
        version: 1,
        published: crate::public::sample::DAY,
        licence: Licence::Attribution,
        address: None,
        contact: None,
        demonstration: None,
        language: Language::Bulgarian,
    };
    let description = open_data::described(&data.study, data.project.as_ref(), &of.audience, &edition);
    let shape = open_data::Shape::of(of.questionnaire.clone(), open_data::Contents::Public, description);
    let people = of.counts.responses();
    let few = Trouble::FewAnswers { audience: of.audience.name.clone(), people, fewest: 30 };
    let traits = shape.traits().into_iter().zip(Treatment::ALL.into_iter().cycle()).collect();
    let troubles = if people < 30 { vec![few] } else { Vec::new() };
    Checked { people, traits, smallest: Some(7), withheld: 5, troubles, shape }
}
