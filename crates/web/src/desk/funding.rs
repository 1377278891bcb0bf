//! Who pays for a project, and the words that go with the money.

use super::{
    SignedIn,
    form::{Fields, FormPage, Shown},
    project_part::PartForm,
};
use crate::{Frame, Visit};
use app::projects::{ProjectFunding, ProjectPart};
use base::Language;
use outreach::Project;

impl PartForm for ProjectFunding {
    fn page(visit: &Visit, who: &SignedIn, project: &Project, shown: &Shown) -> FormPage {
        page(super::frame_of(visit, who, project, &visit.words.say("desk-funding")), project, shown)
    }
}

fn page(frame: Frame, project: &Project, shown: &Shown) -> FormPage {
    let home = format!("/desk/projects/{}", project.id);
    let form = Fields::of(&frame, "desk-funding", &shown.typed);
    let contract = vec![
        form.line("programme"),
        form.line("procedure"),
        form.line("procedure_number"),
        form.line("project_number"),
        form.line("contract"),
        form.line("cofinancing"),
    ];
    let signs = vec![form.area("signs", 3), form.tick("european_union"), form.area("disclaimer", 3)];
    let english = vec![
        form.english("programme", 0),
        form.english("procedure", 0),
        form.english("cofinancing", 0),
        form.english("signs", 3),
        form.english("disclaimer", 3),
    ];
    let about = frame.said(&project.title);
    FormPage::new(frame, "desk-funding", &format!("{home}/{}", ProjectFunding::CODE))
        .about(about, &home)
        .with(contract)
        .with_headed("desk-funding-shown", signs)
        .with_english(english)
        .filled(shown)
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let project = crate::sample::real_project();
    let frame = super::sample_frame(language, "/desk/projects/a/funding", "desk-funding");
    vec![("funding", page(frame, &project, &Shown::of(ProjectFunding::of(&project).typed())))]
}
