use super::{ProjectRow, Trouble};
use crate::typed::{self, Reading, Typed};
use jiff::civil::Date;
use outreach::{Activity, Progress, Project};

const LONGEST_TITLE: usize = 200;
const LONGEST_DESCRIPTION: usize = 1500;

impl ProjectRow for Activity {
    const CODE: &'static str = "activities";

    fn all(project: &Project) -> &[Activity] {
        &project.activities
    }

    fn all_mut(project: &mut Project) -> &mut Vec<Activity> {
        &mut project.activities
    }

    fn typed(&self) -> Typed {
        let (progress, on) = match self.progress {
            Progress::Done { on } => ("done", on),
            Progress::Underway => ("underway", None),
            Progress::ToDo => ("to-do", None),
        };
        Typed::default()
            .with_text("title", &self.title)
            .with_text("description", &self.description)
            .with("progress", progress)
            .with_day("on", on)
    }

    fn take(form: &mut Reading, today: Date) -> Option<Activity> {
        let title = form.needed_text("title", LONGEST_TITLE);
        let description = form.text("description", LONGEST_DESCRIPTION);
        let on = form.day("on");
        if on.is_some_and(|day| day > today) {
            form.refuse(typed::Trouble::DayAhead { field: "on".to_owned() });
        }
        let progress = form.chosen("progress", |code| match code {
            "done" => Some(Progress::Done { on }),
            "underway" => Some(Progress::Underway),
            "to-do" => Some(Progress::ToDo),
            _ => None,
        });
        if on.is_some() && matches!(progress, Some(Progress::Underway | Progress::ToDo)) {
            form.refuse(Trouble::DayOfUndone);
        }
        Some(Activity { title, description, progress: progress? })
    }
}
