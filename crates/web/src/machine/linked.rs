//! What a page is about, in the words of schema.org, for search engines and other programs: it stands inside the page.
//! Only what is real is told so: a hidden page has none of it.

use crate::{
    Frame,
    public::{publication::file_address, results::study_path},
};
use app::study::StudyData;
use base::{Party, PartyKind};
use document::Format;
use jiff::civil::Date;
use outreach::{Attachment, Funding, Part, Project, Publication, PublicationKind, Stage, Version};
use serde::Serialize;

/// The project with who carries it and with whose money.
pub fn project(frame: &Frame, project: &Project) -> Option<String> {
    let language = frame.words.language();
    told(
        frame,
        &Work {
            kind: "WebPage",
            date_published: Some(project.published.to_string()),
            date_modified: Some(project.updated.to_string()),
            temporal_coverage: Some(format!("{}/{}", project.period.first(), project.period.last())),
            main_entity: Some(Undertaking {
                kind: "Project",
                name: project.title.say(language),
                description: present(project.goal.say(language)),
                area_served: present(project.place.say(language)),
                identifier: project.funding.as_ref().and_then(|funding| present(&funding.project_number)),
                member: organisations(frame, project),
                funding: project.funding.as_ref().map(|funding| Grant::of(frame, funding)),
            }),
            ..Work::of(frame, project.title.say(language), project.summary.say(language))
        },
    )
}

/// The numbers of a study, and where to get them.
pub fn results(frame: &Frame, study: &StudyData) -> Option<String> {
    let project = study.project.as_ref()?;
    let (language, fieldwork) = (frame.words.language(), study.study.fieldwork);
    let page = frame.outside(&study_path(study));
    told(
        frame,
        &Work {
            kind: "Dataset",
            date_published: study.study.results_published.map(|day| day.to_string()),
            temporal_coverage: Some(format!("{}/{}", fieldwork.first(), fieldwork.last())),
            spatial_coverage: present(project.place.say(language)),
            creator: organisations(frame, project),
            funding: project.funding.as_ref().map(|funding| Grant::of(frame, funding)),
            distribution: vec![
                File::new("DataDownload", format!("{page}.json"), "application/json"),
                File::new("DataDownload", format!("{page}.csv"), "text/csv"),
            ],
            ..Work::of(frame, study.study.title.say(language), study.study.purpose.say(language))
        },
    )
}

/// The report of a study; `date` is its day.
pub fn report(frame: &Frame, study: &StudyData, date: Date) -> Option<String> {
    let project = study.project.as_ref()?;
    let language = frame.words.language();
    let page = frame.outside(&study_path(study));
    told(
        frame,
        &Work {
            kind: "Report",
            date_published: Some(date.to_string()),
            creator: organisations(frame, project),
            encoding: Format::ALL
                .map(|form| File::new("MediaObject", format!("{page}/report.{}", form.ending()), form.media_type()))
                .into(),
            is_based_on: Some(page),
            ..Work::of(frame, study.study.title.say(language), study.study.purpose.say(language))
        },
    )
}

/// A publication with its files.
pub fn publication(
    frame: &Frame,
    project: &Project,
    publication: &Publication,
    version: &Version,
    party: &base::Text,
) -> Option<String> {
    let Stage::Published { on, updated } = publication.stage else { return None };
    let language = frame.words.language();
    let of_project = project.parties.iter().find(|one| one.party.id == publication.party);
    let creator = match of_project {
        Some(one) => Organisation::of(frame, &one.party),
        None => Organisation { kind: "Organization", name: party.say(language), url: None },
    };
    told(
        frame,
        &Work {
            kind: match publication.kind {
                PublicationKind::Report | PublicationKind::Analysis | PublicationKind::Methodology => "Report",
                PublicationKind::News | PublicationKind::Call | PublicationKind::Correction => "Article",
            },
            date_published: Some(on.to_string()),
            date_modified: Some(updated.to_string()),
            creator: vec![creator],
            encoding: version.attachments.iter().map(|one| File::attached(frame, one)).collect(),
            ..Work::of(frame, version.title.say(language), version.summary.say(language))
        },
    )
}

/// A page or a thing on it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Work<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    url: String,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    /// First and last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal_coverage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spatial_coverage: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    creator: Vec<Organisation<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    funding: Option<Grant<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_based_on: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    distribution: Vec<File<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    encoding: Vec<File<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity: Option<Undertaking<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Undertaking<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    area_served: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    member: Vec<Organisation<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    funding: Option<Grant<'a>>,
}

#[derive(Serialize)]
struct Organisation<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

/// The contract, under the programme that pays.
#[derive(Serialize)]
struct Grant<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    content_url: String,
    encoding_format: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
}

impl<'a> Work<'a> {
    fn of(frame: &'a Frame, name: &'a str, description: &'a str) -> Work<'a> {
        Work {
            context: "https://schema.org",
            kind: "CreativeWork",
            name,
            description: present(description),
            url: frame.canonical(),
            in_language: frame.tag(),
            image: frame.postcard.as_ref().map(|postcard| postcard.address.as_str()),
            is_accessible_for_free: true,
            date_published: None,
            date_modified: None,
            temporal_coverage: None,
            spatial_coverage: None,
            creator: Vec::new(),
            funding: None,
            is_based_on: None,
            distribution: Vec::new(),
            encoding: Vec::new(),
            main_entity: None,
        }
    }
}

impl<'a> Organisation<'a> {
    fn of(frame: &Frame, party: &'a Party) -> Organisation<'a> {
        Organisation {
            kind: match party.kind {
                PartyKind::Municipality => "GovernmentOrganization",
                PartyKind::CivicOrganisation => "NGO",
                PartyKind::Other => "Organization",
            },
            name: party.name.say(frame.words.language()),
            url: party.site.as_deref(),
        }
    }
}

/// Observers do not answer for the project.
fn organisations<'a>(frame: &Frame, project: &'a Project) -> Vec<Organisation<'a>> {
    let speaking = project.parties.iter().filter(|one| one.part != Part::Observer);
    speaking.map(|one| Organisation::of(frame, &one.party)).collect()
}

impl<'a> Grant<'a> {
    fn of(frame: &Frame, funding: &'a Funding) -> Grant<'a> {
        Grant {
            kind: "Grant",
            name: funding.programme.say(frame.words.language()),
            identifier: present(&funding.contract),
            description: present(funding.cofinancing.say(frame.words.language())),
        }
    }
}

impl<'a> File<'a> {
    fn new(kind: &'static str, content_url: String, encoding_format: &'a str) -> File<'a> {
        File { kind, name: None, content_url, encoding_format, sha256: None }
    }

    fn attached(frame: &Frame, attachment: &'a Attachment) -> File<'a> {
        File {
            name: present(attachment.title.say(frame.words.language())),
            sha256: Some(attachment.file.to_string()),
            ..File::new(
                "MediaObject",
                frame.outside_any_language(&file_address(attachment.file, &attachment.name)),
                &attachment.media_type,
            )
        }
    }
}

fn present(words: &str) -> Option<&str> {
    Some(words).filter(|words| !words.trim().is_empty())
}

/// As it may stand inside a `script` element: no word in it can end the element or begin a comment.
fn told(frame: &Frame, work: &Work<'_>) -> Option<String> {
    if frame.is_hidden {
        return None;
    }
    let text = serde_json::to_string(work).ok()?;
    Some(text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use base::{Language, Text};
    use outreach::Nature;
    use proptest::prelude::*;
    use serde_json::Value;

    fn frame(path: &str) -> Frame {
        Frame::sample(Language::Bulgarian, path, "")
    }

    fn read(text: Option<String>) -> Value {
        serde_json::from_str(&text.unwrap()).unwrap()
    }

    #[test]
    fn facts_of_a_project_and_a_study() {
        let real = sample::real_project();
        let page = read(project(&frame("/projects/perushtitsa"), &real));
        assert_eq!(page["url"], "https://glas.example/projects/perushtitsa");
        assert_eq!((&page["@type"], &page["dateModified"]), (&"WebPage".into(), &"2023-07-27".into()));
        assert_eq!(page["mainEntity"]["funding"]["identifier"], "BG05SFOP001-2.025-0108-C01");
        let members: Vec<&Value> = page["mainEntity"]["member"].as_array().unwrap().iter().collect();
        assert_eq!((&members[0]["@type"], &members[1]["@type"]), (&"NGO".into(), &"GovernmentOrganization".into()));

        let mut study = sample::study_data();
        study.project = Some(Project { nature: Nature::Real, ..sample::invented_project() });
        let data = read(results(&frame(&study_path(&study)), &study));
        assert_eq!((&data["@type"], &data["temporalCoverage"]), (&"Dataset".into(), &"2023-05-08/2023-06-11".into()));
        assert_eq!(
            data["distribution"][1]["contentUrl"],
            "https://glas.example/projects/primerovo/studies/uchastie.csv"
        );
        let paper = read(report(&frame("/"), &study, sample::DAY));
        assert_eq!((&paper["@type"], &paper["isBasedOn"]), (&"Report".into(), &data["url"]));
    }

    #[test]
    fn what_is_hidden_is_told_to_no_program() {
        let project_ = sample::invented_project();
        let frame = frame("/projects/primerovo").of_project(&project_, "tab-project");
        assert_eq!(project(&frame, &project_), None);
        assert_eq!(results(&frame, &sample::study_data()), None);
    }

    proptest! {
        #[test]
        fn no_word_leaves_its_place(words in prop_oneof![
            any::<String>(),
            Just("</script><script>alert(1)</script>".to_owned()),
            Just("<!-- <script \u{2028} &lt; \\ \" ]]>".to_owned()),
            "[</scripSCRIPT!>&\"-]{0,40}",
        ]) {
            let real = Project { title: Text::bulgarian(words.clone()), ..sample::real_project() };
            let text = project(&frame("/projects/perushtitsa"), &real).unwrap();
            prop_assert!(!text.contains(['<', '>', '&']), "{text}");
            prop_assert_eq!(&read(Some(text))["name"], &Value::from(words));
        }
    }
}
