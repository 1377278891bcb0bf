//! Activities and links of a project: one form for each, to add it, change it, or take it away.

use super::{
    EditProjects, SignedIn,
    form::{Field, Fields, FormPage, Removal, Sent, Shown, answered},
    key,
    project_part::editable,
};
use crate::{Failure, Frame, Visit};
use app::{
    Instance,
    projects::{Placed, ProjectRow, Seen, add_row, change_row, remove_row},
    typed::Typed,
};
use axum::{extract::Path, response::Response};
use base::Language;
use outreach::{Activity, Link, Project};
use store::Transaction;

pub trait RowForm: ProjectRow + Send + 'static {
    /// The heading of the form for a new one, and of the form for one that is there.
    const NEW: &'static str;
    const CHANGE: &'static str;

    /// What a new one begins with.
    fn blank() -> Typed;

    /// In a list: how others of the kind are told apart.
    fn name(&self) -> &base::Text;

    fn fields(frame: &Frame, typed: &Typed) -> [Vec<Field>; 2];
}

impl RowForm for Activity {
    const NEW: &'static str = "desk-activity-new";
    const CHANGE: &'static str = "desk-activity-change";

    fn blank() -> Typed {
        Typed::default().with("progress", "to-do")
    }

    fn name(&self) -> &base::Text {
        &self.title
    }

    fn fields(frame: &Frame, typed: &Typed) -> [Vec<Field>; 2] {
        let form = Fields::of(frame, "desk-activity", typed);
        [
            vec![
                form.line("title").needed(),
                form.area("description", 3),
                form.radio("progress", ["done", "underway", "to-do"]),
                form.line("on"),
            ],
            vec![form.english("title", 0), form.english("description", 3)],
        ]
    }
}

impl RowForm for Link {
    const NEW: &'static str = "desk-link-new";
    const CHANGE: &'static str = "desk-link-change";

    fn blank() -> Typed {
        Typed::default()
    }

    fn name(&self) -> &base::Text {
        &self.title
    }

    fn fields(frame: &Frame, typed: &Typed) -> [Vec<Field>; 2] {
        let form = Fields::of(frame, "desk-link", typed);
        [vec![form.line("title").needed(), form.line("address").needed()], vec![form.english("title", 0)]]
    }
}

pub async fn new<R: RowForm>(
    _: EditProjects,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
) -> Result<Response, Failure> {
    let project = editable(&visit, &who, key(&project)?).await?;
    let typed = R::blank().with("place", R::all(&project).len().to_string());
    visit.show(&page::<R>(frame::<R>(&visit, &who, &project, None), &project, None, &Shown::new(typed)))
}

pub async fn add<R: RowForm>(
    _: EditProjects,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let project = editable(&visit, &who, key(&project)?).await?;
    let sent = Sent::new(fields);
    let (actors, id, today, now) = (who.actors.clone(), project.id, visit.today, visit.now);
    let confirmed = sent.seen();
    let add =
        move |tx: &mut Transaction, _: &Instance, new: Placed<R>| add_row(tx, &actors, id, new, confirmed, today, now);
    let added = sent.written(&visit, |typed| Placed::<R>::read(typed, today), add).await;
    sent.answer(&visit, added, &next::<R>(&project, "row-added"), |shown| {
        page::<R>(frame::<R>(&visit, &who, &project, None), &project, None, shown)
    })
}

pub async fn ask<R: RowForm>(
    _: EditProjects,
    visit: Visit,
    who: SignedIn,
    Path((project, place)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let project = editable(&visit, &who, key(&project)?).await?;
    let place = place.parse().map_err(|_| Failure::NotFound)?;
    let row = Placed::<R>::of(&project, place).ok_or(Failure::NotFound)?;
    let shown = Shown::of(row.typed());
    visit.show(&page::<R>(frame::<R>(&visit, &who, &project, Some(place)), &project, Some(place), &shown))
}

pub async fn save<R: RowForm>(
    _: EditProjects,
    visit: Visit,
    who: SignedIn,
    Path((project, place)): Path<(String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let project = editable(&visit, &who, key(&project)?).await?;
    let place = place.parse().map_err(|_| Failure::NotFound)?;
    let sent = Sent::over(kept::<R>(&project, place), fields);
    let (seen, confirmed) = (Seen { place, made_of: sent.made_of() }, sent.seen());
    let (actors, id, today, now) = (who.actors.clone(), project.id, visit.today, visit.now);
    let change = move |tx: &mut Transaction, _: &Instance, next: Placed<R>| {
        change_row(tx, &actors, id, &seen, next, confirmed, today, now)
    };
    let saved = sent.written(&visit, |typed| Placed::<R>::read(typed, today), change).await;
    sent.answer(&visit, saved, &next::<R>(&project, "project"), |shown| {
        page::<R>(frame::<R>(&visit, &who, &project, Some(place)), &project, Some(place), shown)
    })
}

pub async fn remove<R: RowForm>(
    _: EditProjects,
    visit: Visit,
    who: SignedIn,
    Path((project, place)): Path<(String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let project = editable(&visit, &who, key(&project)?).await?;
    let place = place.parse().map_err(|_| Failure::NotFound)?;
    let seen = Seen { place, made_of: fields.text("made_of").to_owned() };
    let (actors, id, today, now) = (who.actors.clone(), project.id, visit.today, visit.now);
    let removed = visit.site.write(move |tx, _| remove_row::<R>(tx, &actors, id, &seen, today, now)).await;
    let kept = kept::<R>(&project, place);
    answered(&visit, removed, &next::<R>(&project, "row-removed"), |refusals| {
        let shown = Shown::refused(visit.words, &kept, refusals, Some(kept.clone()));
        page::<R>(frame::<R>(&visit, &who, &project, Some(place)), &project, Some(place), &shown)
    })
}

/// The row as it stands; empty where it is gone.
fn kept<R: RowForm>(project: &Project, place: usize) -> Typed {
    Placed::<R>::of(project, place).map(|row| row.typed()).unwrap_or_default()
}

fn next<R: RowForm>(project: &Project, done: &str) -> String {
    format!("/desk/projects/{}?done={done}#{}", project.id, R::CODE)
}

fn frame<R: RowForm>(visit: &Visit, who: &SignedIn, project: &Project, place: Option<usize>) -> Frame {
    let heading = if place.is_some() { R::CHANGE } else { R::NEW };
    super::frame_of(visit, who, project, &visit.words.say(heading))
}

fn page<R: RowForm>(frame: Frame, project: &Project, place: Option<usize>, shown: &Shown) -> FormPage {
    let home = format!("/desk/projects/{}", project.id);
    let [mut main, english] = R::fields(&frame, &shown.typed);
    // In the row's own place another one would stand, so it is left out of those before which it could.
    let others = R::all(project).iter().enumerate().filter(|(number, _)| Some(*number) != place).map(|(_, row)| row);
    let language = frame.words.language();
    let after = |(number, row): (usize, &R)| {
        let name = row.name().say(language).to_owned();
        ((number + 1).to_string(), frame.tell("desk-row-after", "name", name))
    };
    let first = ("0".to_owned(), frame.say("desk-row-first"));
    let places = std::iter::once(first).chain(others.enumerate().map(after));
    main.push(Fields::of(&frame, "desk-row", &shown.typed).select("place", places));
    let (about, action) = (frame.said(&project.title), format!("{home}/{}", R::CODE));
    let page = match place {
        None => FormPage::new(frame, R::NEW, &action),
        Some(place) => {
            let removal = Removal {
                action: frame.to(&format!("{action}/{place}/removal")),
                why: frame.say("desk-row-remove-why"),
                button: frame.say("desk-row-remove"),
            };
            FormPage::new(frame, R::CHANGE, &format!("{action}/{place}")).with_removal(removal)
        }
    };
    page.about(about, &home).with(main).with_english(english).filled(shown)
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let project = crate::sample::real_project();
    let frame = |heading| super::sample_frame(language, "/desk/projects/a/activities", heading);
    let change = |project: &Project| {
        let shown = Placed::<Activity>::of(project, 1).map(|row| Shown::of(row.typed()))?;
        Some(("activity", page::<Activity>(frame(Activity::CHANGE), project, Some(1), &shown)))
    };
    let new = Shown::new(Link::blank().with("place", "1"));
    change(&project).into_iter().chain([("link-new", page::<Link>(frame(Link::NEW), &project, None, &new))]).collect()
}
