//! What the desk shows: the projects of a person's parties, and what waits for this person.

use crate::{
    Failure, Instance, fieldwork,
    rights::{self, Right},
    sheets,
};
use base::{
    Actor, AudienceId, BatchId, PrintingId, ProjectId, PublicationId, QuestionnaireDraftId, ReportId, Role, StudyId,
    TenantId,
};
use outreach::{Project, Publication};
use store::{PaperBatch, Transaction};
use survey::{Audience, Study};

/// The first page after signing in.
#[derive(Debug, Clone)]
pub struct Home {
    pub projects: Vec<HomeProject>,
    pub drafts: Vec<Publication>,
    pub batches: Vec<UnfinishedBatch>,
    pub unread: Vec<Unread>,
    /// Whether anybody but administrators may sign in.
    pub has_workers: bool,
}

#[derive(Debug, Clone)]
pub struct HomeProject {
    pub project: Project,
    pub studies: Vec<HomeStudy>,
    /// Whether everybody sees it.
    pub is_open: bool,
}

#[derive(Debug, Clone)]
pub struct HomeStudy {
    pub study: Study,
    pub answered: u64,
    pub planned: u64,
}

/// A box of cards of which some are still to be typed in.
#[derive(Debug, Clone)]
pub struct UnfinishedBatch {
    pub study: Study,
    pub batch: PaperBatch,
    pub entered: u64,
}

/// Open answers that nobody has read yet.
#[derive(Debug, Clone)]
pub struct Unread {
    pub study: Study,
    pub audience: Audience,
    /// At most [`MOST_UNREAD`]; then there may be more.
    pub number: usize,
}

/// Beyond this the desk says „more than“, for counting on would read answers for nothing.
pub const MOST_UNREAD: usize = 200;

/// # Errors
/// Only faults of the store.
pub fn home(instance: &Instance, tx: &mut Transaction, actors: &[Actor]) -> Result<Home, Failure> {
    let tenant = instance.tenant;
    let mut people = tx.people(tenant)?.into_iter();
    let has_workers = people.any(|person| person.memberships.iter().any(|one| one.role != Role::Administrator));
    let mut home =
        Home { projects: Vec::new(), drafts: Vec::new(), batches: Vec::new(), unread: Vec::new(), has_workers };
    for project in tx.projects(tenant)? {
        if !actors.iter().any(|actor| rights::sees(*actor, &project)) {
            continue;
        }
        let mut studies = Vec::new();
        let may = |right| actors.iter().any(|actor| rights::may(*actor, right, &project));
        let (enters, decides) = (may(Right::EnterCards), may(Right::DecideOpenAnswers));
        for study in tx.studies(tenant, project.id)? {
            for audience in &study.audiences {
                if enters {
                    home.batches.extend(unfinished(tx, tenant, &study, audience)?);
                }
                if decides {
                    home.unread.extend(unread(instance, tx, &study, audience)?);
                }
            }
            studies.push(standing(tx, tenant, study)?);
        }
        let writes = |publication: &Publication| {
            let may = |actor: &Actor| rights::may(*actor, Right::WritePublications, &project);
            actors.iter().any(|actor| actor.party == publication.party && may(actor))
        };
        for publication in tx.publications(tenant, project.id)? {
            if writes(&publication) && crate::publications::standing(tx, tenant, &publication)?.is_unpublished() {
                home.drafts.push(publication);
            }
        }
        let is_open = tx.unopened_since(tenant, project.id)?.is_none();
        home.projects.push(HomeProject { project, studies, is_open });
    }
    Ok(home)
}

/// The studies of a project with how far they are.
///
/// # Errors
/// Only faults of the store.
pub fn studies(tx: &mut Transaction, tenant: TenantId, project: ProjectId) -> Result<Vec<HomeStudy>, Failure> {
    tx.studies(tenant, project)?.into_iter().map(|study| standing(tx, tenant, study)).collect()
}

fn standing(tx: &mut Transaction, tenant: TenantId, study: Study) -> Result<HomeStudy, Failure> {
    let (mut answered, mut planned) = (0, 0);
    for audience in &study.audiences {
        answered += tx.answers_of(tenant, audience.id)?;
        planned += u64::from(audience.planned());
    }
    Ok(HomeStudy { study, answered, planned })
}

fn unfinished(
    tx: &mut Transaction,
    tenant: TenantId,
    study: &Study,
    audience: &Audience,
) -> Result<Vec<UnfinishedBatch>, Failure> {
    let batches = fieldwork::batches(tx, tenant, audience.id)?.into_iter().filter(|standing| standing.left() > 0);
    let of_study = |standing: fieldwork::BatchStanding| UnfinishedBatch {
        study: study.clone(),
        batch: standing.batch,
        entered: standing.entered,
    };
    Ok(batches.map(of_study).collect())
}

fn unread(
    instance: &Instance,
    tx: &mut Transaction,
    study: &Study,
    audience: &Audience,
) -> Result<Option<Unread>, Failure> {
    let number = fieldwork::number_pending(instance, tx, audience, MOST_UNREAD)?;
    Ok((number > 0).then(|| Unread { study: study.clone(), audience: audience.clone(), number }))
}

/// A project that one of the actors may know of.
///
/// # Errors
/// [`Failure::NotFound`], also for a project that no party of theirs has a part in.
pub fn project(tx: &mut Transaction, tenant: TenantId, actors: &[Actor], id: ProjectId) -> Result<Project, Failure> {
    let project = tx.project(tenant, id)?.ok_or(Failure::NotFound)?;
    if actors.iter().any(|actor| rights::sees(*actor, &project)) { Ok(project) } else { Err(Failure::NotFound) }
}

/// As whom somebody with several parts acts on one thing: the first of the actors whose business it is, rather one who
/// works in the project than one who looks on.
///
/// # Errors
/// Only faults of the store.
pub fn acting(tx: &mut Transaction, tenant: TenantId, actors: &[Actor], on: Acted) -> Result<Option<Actor>, Failure> {
    let mut looking_on = None;
    for actor in actors.iter().copied() {
        let works = |project: &Project| rights::works(actor, project);
        let found = match on {
            Acted::Project(id) => tx
                .project(tenant, id)?
                .filter(|project| rights::takes_part(actor, project))
                .map(|project| works(&project))
                .ok_or(Failure::NotFound),
            Acted::Study(id) => study(tx, tenant, actor, id).map(|(project, ..)| works(&project)),
            Acted::Audience(id) => audience(tx, tenant, actor, id).map(|(project, ..)| works(&project)),
            Acted::Batch(id) => batch(tx, tenant, actor, id).map(|(project, ..)| works(&project)),
            Acted::Printing(id) => printing(tx, tenant, actor, id).map(|(project, ..)| works(&project)),
            Acted::QuestionnaireDraft(id) => {
                crate::questionnaire_drafts::draft(tx, actor, id).map(|held| works(&held.project))
            }
            Acted::Report(id) => crate::reports::report(tx, actor, id).map(|held| works(&held.project)),
            Acted::Publication(id) => crate::publications::publication_of(tx, tenant, actor, id).map(|_| true),
        };
        match found {
            Ok(true) => return Ok(Some(actor)),
            Ok(false) => looking_on = looking_on.or(Some(actor)),
            Err(Failure::NotFound) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(looking_on)
}

/// What is acted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acted {
    Project(ProjectId),
    Study(StudyId),
    Audience(AudienceId),
    Batch(BatchId),
    Printing(PrintingId),
    Publication(PublicationId),
    QuestionnaireDraft(QuestionnaireDraftId),
    Report(ReportId),
}

/// A study that the actor may know of, with its project.
///
/// # Errors
/// [`Failure::NotFound`], also for a study of a project that the actor's party has no part in.
pub fn study(tx: &mut Transaction, tenant: TenantId, actor: Actor, id: StudyId) -> Result<(Project, Study), Failure> {
    let study = tx.study(tenant, id)?.ok_or(Failure::NotFound)?;
    let project = tx.project(tenant, study.project)?.ok_or(Failure::NotFound)?;
    if rights::sees(actor, &project) { Ok((project, study)) } else { Err(Failure::NotFound) }
}

/// Asked before anything is written in a study or answers are read.
///
/// # Errors
/// [`Failure::NotFound`] for those who only look on.
pub fn at_work(actor: Actor, project: &Project) -> Result<(), Failure> {
    if rights::works(actor, project) { Ok(()) } else { Err(Failure::NotFound) }
}

/// An audience that the actor may know of, with its study and project.
///
/// # Errors
/// As for [`study`].
pub fn audience(
    tx: &mut Transaction,
    tenant: TenantId,
    actor: Actor,
    id: AudienceId,
) -> Result<(Project, Study, Audience), Failure> {
    let found = tx.study_of(tenant, id)?.ok_or(Failure::NotFound)?;
    let (project, study) = study(tx, tenant, actor, found.id)?;
    let audience = study.audiences.iter().find(|audience| audience.id == id).cloned().ok_or(Failure::NotFound)?;
    Ok((project, study, audience))
}

/// Sheets printed together that the actor may know of, with all that they belong to.
///
/// # Errors
/// As for [`study`].
pub fn printing(
    tx: &mut Transaction,
    tenant: TenantId,
    actor: Actor,
    id: PrintingId,
) -> Result<(Project, Study, Audience, sheets::PrintingStanding), Failure> {
    let standing = sheets::printing(tx, tenant, id)?;
    let (project, study, audience) = audience(tx, tenant, actor, standing.printing.audience)?;
    Ok((project, study, audience, standing))
}

/// A box of cards that the actor may know of, with all that it belongs to.
///
/// # Errors
/// As for [`study`].
pub fn batch(
    tx: &mut Transaction,
    tenant: TenantId,
    actor: Actor,
    id: BatchId,
) -> Result<(Project, Study, Audience, fieldwork::BatchStanding), Failure> {
    let standing = fieldwork::batch(tx, tenant, id)?;
    let (project, study, audience) = audience(tx, tenant, actor, standing.batch.audience)?;
    Ok((project, study, audience, standing))
}
