use super::{frame, held, home, list_id};
use crate::{
    Asked, Failure, Frame, Page, Said, Visit,
    desk::{
        CodeOpenAnswers, SignedIn, done,
        form::{Field, FieldKind, Fields, FormPage, Sent, Shown},
        frame_of, key,
    },
};
use app::{
    Instance,
    themes::{self, HeldThemes, question_field, read_list, typed_list},
    typed::Typed,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, StudyId};
use outreach::Project;
use store::{KeptThemes, Transaction};
use survey::{Audience, Question, Study, ThemedQuestion};

/// The lists of a study.
#[derive(Template)]
#[template(path = "desk/themes/lists.html")]
pub struct ThemeListsPage {
    frame: Frame,
    study: Said,
    study_address: String,
    address: String,
    done: Option<String>,
    lists: Vec<ListRow>,
    /// Whether anybody is asked for words of their own.
    has_questions: bool,
}

struct ListRow {
    name: Said,
    address: String,
    themes: String,
}

pub async fn show(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let known = Known::read(&visit, &who, key(&study)?).await?;
    let frame = frame_of(&visit, &who, &known.project, &visit.words.say("themes-title"));
    visit.show(&ThemeListsPage { done: done(&visit, &asked), ..ThemeListsPage::new(frame, &known) })
}

/// A study with its lists and with what they may be of.
struct Known {
    project: Project,
    study: Study,
    lists: Vec<KeptThemes>,
    open: Vec<(Audience, Question)>,
}

impl Known {
    async fn read(visit: &Visit, who: &SignedIn, id: StudyId) -> Result<Known, Failure> {
        let actors = who.actors.clone();
        let read = move |tx: &mut Transaction, instance: &Instance| {
            let (by, project, study) = themes::coded_study(tx, &actors, id)?;
            let lists = tx.theme_lists(by.tenant, id)?;
            let open = themes::open_questions(instance, tx, &study)?;
            Ok(Known { project, study, lists, open })
        };
        visit.site.read(read).await
    }

    fn questions(&self) -> Vec<ThemedQuestion> {
        let one = |(audience, question): &(Audience, Question)| ThemedQuestion {
            audience: audience.id,
            question: question.code.clone(),
        };
        self.open.iter().map(one).collect()
    }
}

impl ThemeListsPage {
    fn new(frame: Frame, known: &Known) -> ThemeListsPage {
        let row = |kept: &KeptThemes| ListRow {
            name: frame.said(&kept.list.name),
            address: frame.to(&home(kept.id)),
            themes: frame.tell("themes-count", "n", kept.list.themes.len()),
        };
        ThemeListsPage {
            study: frame.said(&known.study.title),
            study_address: frame.to(&format!("/desk/studies/{}", known.study.id)),
            address: frame.to(&format!("/desk/studies/{}/themes", known.study.id)),
            done: None,
            lists: known.lists.iter().map(row).collect(),
            has_questions: !known.open.is_empty(),
            frame,
        }
    }
}

pub async fn ask(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
) -> Result<Response, Failure> {
    let known = Known::read(&visit, &who, key(&study)?).await?;
    // Where there is one question only, it is meant.
    let typed = match known.questions().as_slice() {
        [one] => Typed::default().with(&question_field(one.audience, &one.question), "yes"),
        _ => Typed::default(),
    };
    let frame = frame_of(&visit, &who, &known.project, &visit.words.say("themes-new"));
    visit.show(&new_page(frame, &known, &Shown::new(typed)))
}

pub async fn begin(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let known = Known::read(&visit, &who, key(&study)?).await?;
    let sent = Sent::new(fields);
    let (actors, id, open) = (who.actors.clone(), known.study.id, known.questions());
    let (today, now) = (visit.today, visit.now);
    let begin = move |tx: &mut Transaction, _: &Instance, list| themes::begin(tx, &actors, id, list, today, now);
    let begun = sent.written(&visit, |typed| read_list(typed, &open), begin).await;
    let (next, begun) = match begun {
        Ok(id) => (format!("{}?done=themes-begun", home(id)), Ok(())),
        Err(failure) => (String::new(), Err(failure)),
    };
    sent.answer(&visit, begun, &next, |shown| {
        new_page(frame_of(&visit, &who, &known.project, &visit.words.say("themes-new")), &known, shown)
    })
}

pub async fn ask_change(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let held = held(&visit, &who, list_id(&study, &list)?).await?;
    let known = Known::read(&visit, &who, held.study.id).await?;
    let shown = Shown::of(typed_list(&held.kept.list));
    visit.show(&change_page(frame(&visit, &who, &held, "themes-change"), &known, &held, &shown))
}

pub async fn save(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let held = held(&visit, &who, list_id(&study, &list)?).await?;
    let known = Known::read(&visit, &who, held.study.id).await?;
    let sent = Sent::over(typed_list(&held.kept.list), fields);
    let (actors, id, open, made_of) = (who.actors.clone(), held.kept.id, known.questions(), sent.made_of());
    let (today, now) = (visit.today, visit.now);
    let change = move |tx: &mut Transaction, _: &Instance, list| {
        let held = themes::held(tx, &actors, id)?;
        themes::change_list(tx, held, &made_of, list, today, now)
    };
    let saved = sent.written(&visit, |typed| read_list(typed, &open), change).await;
    sent.answer(&visit, saved, &format!("{}?done=themes-saved", home(id)), |shown| {
        change_page(frame(&visit, &who, &held, "themes-change"), &known, &held, shown)
    })
}

fn new_page(frame: Frame, known: &Known, shown: &Shown) -> FormPage {
    let address = format!("/desk/studies/{}/themes", known.study.id);
    let about = frame.said(&known.study.title);
    let page =
        FormPage::new(frame, "themes-new", &address).about(about, &format!("/desk/studies/{}/themes", known.study.id));
    filled(page, known, shown)
}

fn change_page(frame: Frame, known: &Known, held: &HeldThemes, shown: &Shown) -> FormPage {
    let about = frame.said(&held.kept.list.name);
    let page = FormPage::new(frame, "themes-change", &format!("{}/about", home(held.kept.id)));
    filled(page.about(about, &home(held.kept.id)), known, shown)
}

fn filled(page: FormPage, known: &Known, shown: &Shown) -> FormPage {
    let frame = page.frame();
    let form = Fields::of(frame, "themes-list", &shown.typed);
    let name = form.line("name").needed();
    let english = form.english("name", 0);
    let question = |(audience, question): &(Audience, Question)| {
        let id = question_field(audience.id, &question.code);
        let label = frame.said(&question.label).map(survey::unpiped);
        Field {
            value: shown.typed.get(&id).to_owned(),
            id,
            label: label.words().to_owned(),
            hint: frame.said(&audience.name).words().to_owned(),
            is_needed: false,
            kind: FieldKind::Tick,
        }
    };
    let questions = known.open.iter().map(question).collect();
    let page = page.with(vec![name]).with_headed("themes-list-questions", questions);
    page.with_english(vec![english]).filled(shown)
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let known = sample_known();
    let frame = crate::desk::sample_frame(language, "/desk/studies/a/themes/new", "themes-new");
    vec![("themes-new", new_page(frame, &known, &Shown::new(Typed::default())))]
}

fn sample_known() -> Known {
    let super::super::questionnaire::Place { project, study, audience } = super::super::questionnaire::Place::sample();
    let questionnaire = crate::respondent::sample_questionnaire();
    let open = questionnaire.questions().filter(|question| question.kind.is_open());
    let open = open.map(|question| (audience.clone(), question.clone())).collect();
    Known { project, study, lists: vec![super::sample_held().kept], open }
}

impl Page for ThemeListsPage {
    const NAME: &'static str = "desk-theme-lists";

    fn samples(language: Language) -> Vec<(&'static str, ThemeListsPage)> {
        let frame = || crate::desk::sample_frame(language, "/desk/studies/a/themes", "themes-title");
        let none = Known { lists: Vec::new(), ..sample_known() };
        vec![("one", ThemeListsPage::new(frame(), &sample_known())), ("none", ThemeListsPage::new(frame(), &none))]
    }
}
