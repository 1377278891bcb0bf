use super::{
    Checked, Contents, Edition, Export, OpenFile, Shape, StoredAnswers, Treatments, Trouble, check, described, files,
    theme_columns,
};
use crate::{Failure, Instance, Refusal, controller, rights, study::load_study};
use base::{Actor, Digests, Event, Fields, Language, Moment, StudyId, Subject};
use dataset::{Licence, Order};
use jiff::civil::Date;
use outreach::{Accessibility, Attachment, Project};
use std::collections::BTreeMap;
use store::{OpenData, StoredFile, ToldAudience, Transaction, open_data_files};
use survey::{Audience, Stage, Study};

/// What the check of a study's answers found, audience by audience, for whoever decides whether they go out.
pub struct Proposal {
    pub study: Study,
    pub project: Project,
    pub audiences: Vec<(Audience, Checked)>,
    /// Why nothing can go out now, whatever is chosen.
    pub troubles: Vec<Trouble>,
    /// The newest first.
    pub versions: Vec<OpenData>,
}

/// By the code of the audience.
pub type Choices = BTreeMap<String, Treatments>;

/// Everything that goes out, before it is kept.
pub struct Prepared {
    pub study: StudyId,
    pub version: u32,
    pub licence: Licence,
    pub files: Vec<OpenFile>,
    pub told: Vec<ToldAudience>,
}

/// Looks at the answers as they are now; `None` asks for the treatments that take least away, or those of the version
/// before.
///
/// # Errors
/// [`Failure::NotFound`] for whoever may not plan the study.
pub fn proposal(
    instance: &Instance,
    tx: &mut Transaction,
    actors: &[Actor],
    id: StudyId,
    choices: Option<&Choices>,
    today: Date,
) -> Result<Proposal, Failure> {
    let (project, study) = planned(instance, tx, actors, id)?;
    let versions = tx.open_data(instance.tenant, id)?;
    let mut troubles = Vec::new();
    if !study.results_are_public(today) || study.fieldwork.stage(today) != Stage::Closed {
        troubles.push(Trouble::ResultsNotPublic);
    }
    let before = versions.first().map(told_before);
    let choices = choices.or(before.as_ref());
    let mut audiences = Vec::new();
    for audience in study.audiences.iter().filter(|audience| audience.questionnaire.is_some()) {
        let shape = shape(instance, tx, &study, &project, audience, &edition(today, 1, None, None))?;
        let mut rows = StoredAnswers::new(instance, tx, audience.id, order(audience, 0))?;
        let treatments = choices.map(|choices| choices.get(&audience.code).cloned().unwrap_or_default());
        let treatments = treatments.filter(|_| choices.is_some_and(|choices| choices.contains_key(&audience.code)));
        let mut checked = check(&shape, audience, treatments.as_ref(), &mut rows)?;
        checked.troubles.extend(against_earlier(audience, &checked, &versions));
        audiences.push((audience.clone(), checked));
    }
    if audiences.iter().all(|(_, checked)| !checked.troubles.is_empty()) {
        troubles.push(Trouble::NothingToPublish);
    }
    Ok(Proposal { study, project, audiences, troubles, versions })
}

/// Makes all files. Audiences that may not be told are left out; but where something was chosen for one that cannot be, it
/// is refused.
///
/// # Errors
/// [`Failure::NotFound`] for whoever may not plan the study; every trouble that choosing otherwise would mend.
#[expect(clippy::too_many_arguments, reason = "what a person chose, where it will lie and when, beside who asks")]
pub fn prepare(
    instance: &Instance,
    tx: &mut Transaction,
    actors: &[Actor],
    id: StudyId,
    choices: &Choices,
    licence: Licence,
    page: &str,
    today: Date,
) -> Result<Prepared, Failure> {
    let Proposal { study, project, audiences, troubles, versions } =
        proposal(instance, tx, actors, id, Some(choices), today)?;
    let mut troubles: Vec<Refusal> = troubles.into_iter().map(Refusal::from).collect();
    for trouble in audiences.iter().flat_map(|(_, checked)| &checked.troubles) {
        if !matches!(trouble, Trouble::FewAnswers { .. } | Trouble::LargePartAnswered { .. }) {
            troubles.push(trouble.clone().into());
        }
    }
    if !troubles.is_empty() {
        return Err(Failure::Refused(troubles));
    }
    let version = versions.first().map_or(1, |newest| newest.version + 1);
    let contact = controller::controller(tx, instance.tenant)?.map(|controller| controller.contact);
    let contact = contact.filter(|contact| contact.contains('@'));
    let words = load_study(instance, tx, study.clone())?;
    let (mut made, mut told, mut first) = (Vec::new(), Vec::new(), None);
    for (audience, checked) in audiences.into_iter().filter(|(_, checked)| checked.troubles.is_empty()) {
        let edition = Edition { licence, ..edition(today, version, Some(page), contact.clone()) };
        let mut shape = checked.shape;
        let exclusions = std::mem::take(&mut shape.dataset.description.exclusions);
        shape.dataset.description = described(&study, Some(&project), &audience, &edition);
        shape.dataset.description.exclusions = exclusions;
        if checked.withheld > 0 {
            let withheld = super::texts::told_both("open-data-excluded-withheld", |words| {
                vec![("n", words.whole(checked.withheld).into())]
            });
            shape.dataset.description.exclusions.push(withheld);
        }
        let open = words.audiences.iter().find(|data| data.audience.id == audience.id);
        let open = open.map(|data| data.open_answers.clone()).unwrap_or_default();
        let mut rows = StoredAnswers::new(instance, tx, audience.id, order(&audience, version))?;
        let export = Export::prepare(shape, &mut rows)?;
        made.extend(files::of_audience(&export, &mut rows, &open)?);
        let code =
            |(one, treatment): &(super::Trait, super::Treatment)| (one.code.clone(), treatment.code().to_owned());
        told.push(ToldAudience {
            audience: audience.code.clone(),
            people: checked.people,
            smallest: checked.smallest,
            withheld: checked.withheld,
            traits: checked.traits.iter().map(code).collect(),
        });
        first.get_or_insert(export);
    }
    let first = first.ok_or(Trouble::NothingToPublish)?;
    let files = files::together(&first, made, &study.slug, &format!("{page}/{version}/"))?;
    Ok(Prepared { study: id, version, licence, files, told })
}

/// Puts a prepared version before everybody. `kept` are its files in their order.
///
/// # Errors
/// [`Failure::NotFound`] for whoever may not plan the study; [`Trouble::PublishedMeanwhile`].
pub fn publish(
    instance: &Instance,
    tx: &mut Transaction,
    actors: &[Actor],
    prepared: &Prepared,
    kept: &[StoredFile],
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let id = prepared.study;
    tx.hold_study(instance.tenant, id)?;
    let (project, study) = planned(instance, tx, actors, id)?;
    let by = planner(actors, &project)?;
    let newest = tx.open_data(instance.tenant, id)?.first().map_or(0, |newest| newest.version);
    if newest + 1 != prepared.version {
        return Err(Trouble::PublishedMeanwhile.into());
    }
    let attachments: Vec<Attachment> =
        prepared.files.iter().zip(kept).map(|(file, kept)| attached(file, kept, today)).collect();
    let owner = open_data_files(id, prepared.version);
    tx.replace_attachments(instance.tenant, owner, &attachments)?;
    let data = OpenData {
        study: id,
        version: prepared.version,
        licence: prepared.licence.code().to_owned(),
        on: today,
        told: prepared.told.clone(),
        withdrawn: None,
    };
    tx.add_open_data(instance.tenant, &data)?;
    let facts = vec![
        ("slug", study.slug.clone()),
        ("version", prepared.version.to_string()),
        ("licence", data.licence.clone()),
        ("files", attachments.len().to_string()),
    ];
    let fields = Fields::of("glas-open-data-1").number(i64::from(prepared.version)).text(&data.licence);
    let fields = attachments
        .iter()
        .fold(fields.count(attachments.len()), |fields, file| fields.text(&file.name).bytes(&file.file.0));
    let digests = Digests::first(fields.digest());
    Ok(tx.add_event(instance.tenant, &event("study.data-published", id, by, now, facts, digests))?)
}

/// Takes a version back: its files are no longer given to anybody, and that there was one stays told.
///
/// # Errors
/// [`Failure::NotFound`] for whoever may not plan the study, and where there is no such version.
pub fn withdraw(
    instance: &Instance,
    tx: &mut Transaction,
    actors: &[Actor],
    id: StudyId,
    version: u32,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let (project, study) = planned(instance, tx, actors, id)?;
    let by = planner(actors, &project)?;
    if !tx.withdraw_open_data(instance.tenant, id, version, today)? {
        return Err(Failure::NotFound);
    }
    let facts = vec![("slug", study.slug), ("version", version.to_string())];
    Ok(tx.add_event(instance.tenant, &event("study.data-withdrawn", id, by, now, facts, Digests::default()))?)
}

fn event(
    kind: &'static str,
    study: StudyId,
    by: Actor,
    at: Moment,
    facts: Vec<(&'static str, String)>,
    digests: Digests,
) -> Event {
    Event { at, by: Some(by), kind, subject: Subject { noun: "study", key: study.0 }, facts, digests }
}

fn planned(
    instance: &Instance,
    tx: &mut Transaction,
    actors: &[Actor],
    id: StudyId,
) -> Result<(Project, Study), Failure> {
    let study = tx.study(instance.tenant, id)?.ok_or(Failure::NotFound)?;
    let project = tx.project(instance.tenant, study.project)?.ok_or(Failure::NotFound)?;
    planner(actors, &project)?;
    Ok((project, study))
}

fn planner(actors: &[Actor], project: &Project) -> Result<Actor, Failure> {
    let may = |actor: &Actor| rights::may(*actor, rights::Right::PlanStudies, project);
    actors.iter().copied().find(may).ok_or(Failure::NotFound)
}

fn shape(
    instance: &Instance,
    tx: &mut Transaction,
    study: &Study,
    project: &Project,
    audience: &Audience,
    edition: &Edition,
) -> Result<Shape, Failure> {
    let id = audience.questionnaire.ok_or(Failure::NotFound)?;
    let description = described(study, Some(project), audience, edition);
    let shape = Shape::of(instance.questionnaires.get(tx, id)?, Contents::Public, description);
    Ok(shape.with_themes(theme_columns(tx, instance.tenant, study, audience.id)?))
}

fn edition(today: Date, version: u32, page: Option<&str>, contact: Option<String>) -> Edition {
    Edition {
        version,
        published: today,
        licence: Licence::default(),
        address: page.map(str::to_owned),
        contact,
        demonstration: None,
        language: Language::Bulgarian,
    }
}

/// Another one for each version, so that rows of two versions do not stand in the same place.
fn order(audience: &Audience, version: u32) -> Order {
    let seed = u64::from_be_bytes(audience.id.0.0.first_chunk().copied().unwrap_or_default());
    Order::new(seed ^ u64::from(version))
}

fn told_before(newest: &OpenData) -> Choices {
    let treatment =
        |(code, treatment): &(String, String)| Some((code.clone(), super::Treatment::from_code(treatment)?));
    let told = |told: &ToldAudience| (told.audience.clone(), told.traits.iter().filter_map(treatment).collect());
    newest.told.iter().map(told).collect()
}

/// Rows of two versions can be held against each other: what one tells must not complete the other, and between them there
/// must be nobody, or several people.
fn against_earlier(audience: &Audience, checked: &Checked, versions: &[OpenData]) -> Vec<Trouble> {
    let complement = stats::Thresholds::default().complement;
    let mut troubles = Vec::new();
    for told in versions.iter().flat_map(|version| &version.told).filter(|told| told.audience == audience.code) {
        let persons = told.people.abs_diff(checked.people);
        if (1..complement).contains(&persons) {
            troubles.push(Trouble::TooNearToEarlier { audience: audience.name.clone(), persons });
        }
        for (one, treatment) in &checked.traits {
            let before =
                told.traits.iter().find(|(code, _)| *code == one.code).map(|(_, treatment)| treatment.as_str());
            let is_told = *treatment != super::Treatment::Omit;
            if is_told && before.is_some_and(|before| before != treatment.code()) {
                troubles.push(Trouble::ToldOtherwiseBefore { name: one.label.clone() });
            }
        }
    }
    troubles.dedup();
    troubles
}

fn attached(file: &OpenFile, kept: &StoredFile, today: Date) -> Attachment {
    Attachment {
        file: kept.digest,
        name: file.name.clone(),
        title: file.title.clone(),
        media_type: file.media_type.to_owned(),
        bytes: kept.bytes,
        on: today,
        language: Some(Language::Bulgarian),
        accessibility: if file.reads_aloud { Accessibility::Whole } else { Accessibility::Untold },
    }
}
