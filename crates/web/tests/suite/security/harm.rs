//! Words meant to do harm, put into everything that people fill in.

use crate::desk::house::House;
use base::{
    BatchId, Digests, Event, FileDigest, Key, Moment, PublicationId, QuestionnaireId, ResponseKey, Subject, Text,
};
use outreach::{Attachment, Link, Original, Project, Publication, Slug};
use store::{Decision, ImportBatch, Review, StoreFault, Transaction};
use survey::{Answer, Item, Questionnaire};
use web::sample;

/// Breaks out of an attribute, an element, a comment, a script, a formula, CDATA, and a header.
pub const HARM: &str = "=1+1\"'><script>alert(1)</script><img src=x onerror=alert(1)><zlo onclick=alert(1)>--></style></title></textarea>]]>{{7*7}}${7}\u{202e}\r\nSet-Cookie: a=b &lt;";

pub fn harm() -> Text {
    Text::new(HARM, HARM)
}

/// Puts the words into every field of everything that there is in the house, past all forms: what was accepted once, by
/// whatever way, has to stay words.
pub async fn spread(house: &House) {
    let (store, tenant) = (&house.instance.store, house.instance.tenant);
    let file = store.keep_file(tenant, b"<script>alert(1)</script>".to_vec(), "text/html".to_owned());
    let file = file.await.unwrap().digest;
    house.write(move |tx, tenant| {
        for person in tx.people(tenant)? {
            tx.replace_person_details(tenant, person.id, HARM, Some("zlo@example.org"))?;
        }
        for mut party in tx.parties(tenant)? {
            (party.name, party.site) = (harm(), Some(format!("https://example.org/{HARM}")));
            tx.replace_party(tenant, &party)?;
        }
        for (number, project) in (90_u8..).zip(tx.projects(tenant)?) {
            tx.replace_project(tenant, &harmed(project.clone()))?;
            tx.add_publication(tenant, &publication(number, &project, file))?;
            for mut draft in tx.publications(tenant, project.id)? {
                if draft.stage == outreach::Stage::Draft {
                    (draft.version.title, draft.version.body) = (harm(), harm());
                    tx.replace_publication(tenant, &draft)?;
                }
            }
            for study in tx.studies(tenant, project.id)? {
                harm_study(tx, tenant, study)?;
            }
        }
        tx.add_job(tenant, "backup", Moment(0))?;
        tx.record_job_failure(tenant, "backup", HARM, Moment(0))?;
        let subject = Subject { noun: "project", key: sample::invented_project().id.0 };
        let facts =
            ["title", "was-title", "party", "name", "file", "slug"].map(|name| (name, HARM.to_owned())).to_vec();
        let digests = Digests::default();
        tx.add_event(tenant, &Event { at: Moment(0), by: None, kind: "project.changed", subject, facts, digests })
    });
}

fn harmed(mut project: Project) -> Project {
    for text in [&mut project.title, &mut project.summary, &mut project.goal, &mut project.place] {
        *text = harm();
    }
    project.story = vec![harm()];
    project.links = vec![Link { title: harm(), address: format!("https://example.org/{HARM}") }];
    for activity in &mut project.activities {
        (activity.title, activity.description) = (harm(), harm());
    }
    if let Some(funding) = &mut project.funding {
        for text in [&mut funding.disclaimer, &mut funding.procedure, &mut funding.programme, &mut funding.cofinancing]
        {
            *text = harm();
        }
        (funding.contract, funding.project_number) = (HARM.to_owned(), HARM.to_owned());
        (funding.procedure_number, funding.signs) = (HARM.to_owned(), vec![harm()]);
    }
    project
}

fn publication(number: u8, project: &Project, file: FileDigest) -> Publication {
    let mut publication = sample::publications().swap_remove(0);
    (publication.id, publication.project) = (PublicationId(Key([number; 16])), project.id);
    (publication.party, publication.slug) = (project.parties[0].party.id, Slug::parse("zlo").unwrap());
    let version = &mut publication.version;
    (version.title, version.summary) = (harm(), harm());
    version.body = Text::bulgarian(format!("{HARM}\n\n[x](javascript:alert(1)) ![y](data:text/html,1) <b onclick=a>"));
    version.original = Some(Original { place: harm(), address: format!("https://example.org/{HARM}") });
    version.attachments = vec![Attachment {
        file,
        name: HARM.to_owned(),
        title: harm(),
        media_type: HARM.to_owned(),
        ..version.attachments[0].clone()
    }];
    publication
}

fn harm_study(tx: &mut Transaction, tenant: base::TenantId, mut study: survey::Study) -> Result<(), StoreFault> {
    (study.title, study.purpose) = (harm(), harm());
    for (place, audience) in (1_u8..).zip(&mut study.audiences) {
        audience.name = harm();
        let number = 100 + place + 10 * u8::from(study.slug == "gishe");
        let id = QuestionnaireId(Key([number; 16]));
        tx.add_questionnaire(tenant, id, &questionnaire(), None, sample::DAY)?;
        tx.replace_audience_questionnaire(tenant, audience.id, id)?;
        audience.questionnaire = Some(id);
        for answer in 60..100 {
            let mut response = sample::response(audience.id, id, answer);
            response.answers.0.insert("wish".parse().unwrap(), Answer::Text(format!("{HARM} {answer}")));
            tx.add_response(tenant, &response)?;
        }
        // One is left to be read.
        for answer in 60..99 {
            let (response, question) = (ResponseKey(Key([answer; 16])), "wish".parse().unwrap());
            let review = Review { audience: audience.id, response, question, decision: Decision::Keep, by: None };
            tx.replace_review(tenant, &review)?;
        }
        for mut batch in tx.paper_batches(tenant, audience.id)? {
            (batch.opened_by, batch.note) = (HARM.to_owned(), HARM.to_owned());
            tx.replace_paper_batch(tenant, &batch)?;
        }
        let import = ImportBatch {
            id: BatchId(Key([number; 16])),
            audience: audience.id,
            file: FileDigest([number; 32]),
            name: HARM.to_owned(),
            accepted: 1,
            rejected: 0,
            imported_by: None,
            imported_on: sample::DAY,
        };
        tx.add_import_batch(tenant, &import)?;
    }
    tx.replace_study(tenant, &study)
}

fn questionnaire() -> Questionnaire {
    let mut questionnaire = sample::questionnaire();
    (questionnaire.title, questionnaire.version) = (harm(), Some(HARM.to_owned()));
    (questionnaire.introduction, questionnaire.thanks) = (Some(harm()), Some(harm()));
    for scale in questionnaire.scales.values_mut() {
        scale.options.iter_mut().for_each(|option| option.label = harm());
    }
    questionnaire.items.iter_mut().for_each(harm_item);
    questionnaire
}

fn harm_item(item: &mut Item) {
    match item {
        Item::Question(question) => (question.label, question.hint) = (harm(), Some(harm())),
        Item::Group(group) => {
            (group.label, group.hint) = (Some(harm()), Some(harm()));
            group.items.iter_mut().for_each(harm_item);
        }
    }
}
