//! What a project says of itself: the words of its page, its period, whether it is real.

use super::{
    SignedIn,
    form::{Field, Fields, FormPage, Shown},
    project_part::PartForm,
};
use crate::{Frame, Visit};
use app::{
    projects::{ProjectPart, ProjectWords},
    typed::Typed,
};
use base::Language;
use outreach::Project;

impl PartForm for ProjectWords {
    fn page(visit: &Visit, who: &SignedIn, project: &Project, shown: &Shown) -> FormPage {
        page(super::frame_of(visit, who, project, &visit.words.say("desk-project-words")), project, shown)
    }
}

fn page(frame: Frame, project: &Project, shown: &Shown) -> FormPage {
    let home = format!("/desk/projects/{}", project.id);
    let (about, main, english) =
        (frame.said(&project.title), fields(&frame, &shown.typed), english(&frame, &shown.typed));
    let page = FormPage::new(frame, "desk-project-words", &format!("{home}/{}", ProjectWords::CODE));
    page.about(about, &home).with(main).with_english(english).filled(shown)
}

/// The fields, also for a project that is only being founded.
pub fn fields(frame: &Frame, typed: &Typed) -> Vec<Field> {
    let form = Fields::of(frame, "desk-project", typed);
    vec![
        form.area("title", 2).needed(),
        form.line("place").needed(),
        form.area("summary", 2).needed(),
        form.area("goal", 3),
        form.area("story", 6),
        form.line("first").needed(),
        form.line("last").needed(),
        form.radio("nature", ["real", "demonstration"]),
        form.line("slug"),
        form.line("published"),
    ]
}

pub fn english(frame: &Frame, typed: &Typed) -> Vec<Field> {
    let form = Fields::of(frame, "desk-project", typed);
    vec![
        form.english("title", 0),
        form.english("place", 0),
        form.english("summary", 2),
        form.english("goal", 3),
        form.english("story", 6),
    ]
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let frame = || super::sample_frame(language, "/desk/projects/a/words", "desk-project-words");
    let project = crate::sample::real_project();
    let kept = ProjectWords::of(&project).typed();
    let typed = kept.clone().with("summary", "Друго изречение.").with("made_of", "a");
    let stale: std::sync::Arc<dyn base::Explain + Send + Sync> =
        std::sync::Arc::new(app::typed::Trouble::ChangedMeanwhile);
    let newer = Shown::refused(app::Words::new(language), &typed, &[stale], Some(kept.clone()));
    vec![("words", page(frame(), &project, &Shown::of(kept))), ("words-newer", page(frame(), &project, &newer))]
}
