use super::ProjectPart;
use crate::{
    Failure,
    publications::suggested_address,
    typed::{Apart, Reading, Trouble, Typed},
};
use base::Text;
use jiff::civil::Date;
use outreach::{Nature, Period, Project, Slug};

const LONGEST_PLACE: usize = 80;
const LONGEST_TITLE: usize = 300;
const LONGEST_SUMMARY: usize = 1000;
const LONGEST_GOAL: usize = 3000;
const MOST_PARAGRAPHS: usize = 50;
const LONGEST_PARAGRAPH: usize = 5000;

/// What a project says of itself, and when it runs.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectWords {
    pub slug: Slug,
    pub place: Text,
    pub title: Text,
    pub summary: Text,
    pub goal: Text,
    pub story: Vec<Text>,
    pub nature: Nature,
    pub period: Period,
    pub published: Date,
}

impl ProjectPart for ProjectWords {
    const CODE: &'static str = "words";

    fn of(project: &Project) -> ProjectWords {
        ProjectWords {
            slug: project.slug.clone(),
            place: project.place.clone(),
            title: project.title.clone(),
            summary: project.summary.clone(),
            goal: project.goal.clone(),
            story: project.story.clone(),
            nature: project.nature,
            period: project.period,
            published: project.published,
        }
    }

    fn typed(&self) -> Typed {
        Typed::default()
            .with("slug", self.slug.to_string())
            .with_text("place", &self.place)
            .with_text("title", &self.title)
            .with_text("summary", &self.summary)
            .with_text("goal", &self.goal)
            .with_several("story", Apart::Paragraphs, &self.story)
            .with("nature", nature_code(self.nature))
            .with_day("first", Some(self.period.first()))
            .with_day("last", Some(self.period.last()))
            .with_day("published", Some(self.published))
    }

    fn read(typed: &Typed, today: Date) -> Result<ProjectWords, Failure> {
        let mut form = Reading::of(typed);
        let words = ProjectWords::take(&mut form, today);
        form.finish(words)
    }

    fn put(self, project: &mut Project) {
        let ProjectWords { slug, place, title, summary, goal, story, nature, period, published } = self;
        (project.slug, project.place, project.title, project.summary) = (slug, place, title, summary);
        (project.goal, project.story, project.nature) = (goal, story, nature);
        (project.period, project.published) = (period, published);
    }
}

impl ProjectWords {
    pub(super) fn take(form: &mut Reading, today: Date) -> Option<ProjectWords> {
        let title = form.needed_text("title", LONGEST_TITLE);
        let place = form.needed_text("place", LONGEST_PLACE);
        let slug = address(form, &title.bulgarian);
        let summary = form.needed_text("summary", LONGEST_SUMMARY);
        let goal = form.text("goal", LONGEST_GOAL);
        let story = form.several("story", Apart::Paragraphs, MOST_PARAGRAPHS, LONGEST_PARAGRAPH);
        let nature = form.chosen("nature", nature_of);
        let period = match (form.needed_day("first"), form.needed_day("last")) {
            (Some(first), Some(last)) => Period::new(first, last).map_err(|refusal| form.refuse(refusal)).ok(),
            _ => None,
        };
        let published = form.day("published").unwrap_or(today);
        if published > today {
            form.refuse(Trouble::DayAhead { field: "published".to_owned() });
        }
        Some(ProjectWords {
            slug: slug?,
            place,
            title,
            summary,
            goal,
            story,
            nature: nature?,
            period: period?,
            published,
        })
    }
}

/// What was typed, or what the title suggests where nothing was; a title that is missing is refused as such.
pub(crate) fn address(form: &mut Reading, title: &str) -> Option<Slug> {
    let typed = form.get("slug");
    if typed.is_empty() {
        let suggested = suggested_address(title);
        if suggested.is_none() && !title.is_empty() {
            form.refuse(Trouble::Missing { field: "slug".to_owned() });
        }
        return suggested;
    }
    Slug::parse(typed).map_err(|refusal| form.refuse(refusal)).ok()
}

pub(crate) fn nature_code(nature: Nature) -> &'static str {
    match nature {
        Nature::Real => "real",
        Nature::Demonstration => "demonstration",
    }
}

fn nature_of(code: &str) -> Option<Nature> {
    [Nature::Real, Nature::Demonstration].into_iter().find(|nature| nature_code(*nature) == code)
}
