use super::{frame, held, home, list_id};
use crate::{
    Asked, Failure, Frame, Visit,
    desk::{
        CodeOpenAnswers, SignedIn,
        form::{Fields, FormPage, Removal, Sent, Shown, answered},
    },
};
use app::{
    Instance,
    themes::{self, HeldThemes, read_theme, typed_theme},
    typed::Typed,
};
use axum::{extract::Path, response::Response};
use base::Language;
use store::Transaction;
use survey::Theme;

pub async fn ask(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let held = held(&visit, &who, list_id(&study, &list)?).await?;
    let proposed: String = asked.0.text("pattern").chars().take(120).collect();
    let typed = Typed::default().with("patterns", proposed);
    visit.show(&new_page(frame(&visit, &who, &held, "themes-theme-new"), &held, &Shown::new(typed)))
}

pub async fn add(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let held = held(&visit, &who, list_id(&study, &list)?).await?;
    let sent = Sent::new(fields);
    let (actors, id, today, now) = (who.actors.clone(), held.kept.id, visit.today, visit.now);
    let add = move |tx: &mut Transaction, _: &Instance, theme: Theme| {
        let held = themes::held(tx, &actors, id)?;
        themes::put_theme(tx, held, None, theme, today, now)
    };
    let added = sent.written(&visit, read_theme, add).await;
    sent.answer(&visit, added, &format!("{}?done=themes-saved", home(id)), |shown| {
        new_page(frame(&visit, &who, &held, "themes-theme-new"), &held, shown)
    })
}

pub async fn ask_change(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list, theme)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let held = held(&visit, &who, list_id(&study, &list)?).await?;
    let known = held.kept.list.theme(&theme).ok_or(Failure::NotFound)?;
    let shown = Shown::of(typed_theme(known));
    visit.show(&change_page(frame(&visit, &who, &held, "themes-theme-change"), &held, &theme, &shown))
}

pub async fn save(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list, theme)): Path<(String, String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let held = held(&visit, &who, list_id(&study, &list)?).await?;
    let sent = Sent::over(typed_theme(held.kept.list.theme(&theme).ok_or(Failure::NotFound)?), fields);
    let (actors, id, made_of, code) = (who.actors.clone(), held.kept.id, sent.made_of(), theme.clone());
    let (today, now) = (visit.today, visit.now);
    let change = move |tx: &mut Transaction, _: &Instance, theme: Theme| {
        let held = themes::held(tx, &actors, id)?;
        themes::put_theme(tx, held, Some((&code, &made_of)), theme, today, now)
    };
    let saved = sent.written(&visit, read_theme, change).await;
    sent.answer(&visit, saved, &format!("{}?done=themes-saved", home(id)), |shown| {
        change_page(frame(&visit, &who, &held, "themes-theme-change"), &held, &theme, shown)
    })
}

pub async fn remove(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list, theme)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let held = held(&visit, &who, list_id(&study, &list)?).await?;
    let known = typed_theme(held.kept.list.theme(&theme).ok_or(Failure::NotFound)?);
    let (actors, id, code) = (who.actors.clone(), held.kept.id, theme.clone());
    let (today, now) = (visit.today, visit.now);
    let remove = move |tx: &mut Transaction, _: &Instance| {
        let held = themes::held(tx, &actors, id)?;
        themes::remove_theme(tx, held, &code, today, now)
    };
    let removed = visit.site.write(remove).await;
    answered(&visit, removed, &format!("{}?done=themes-removed", home(id)), |refusals| {
        let shown = Shown::refused(visit.words, &known, refusals, Some(known.clone()));
        change_page(frame(&visit, &who, &held, "themes-theme-change"), &held, &theme, &shown)
    })
}

fn new_page(frame: Frame, held: &HeldThemes, shown: &Shown) -> FormPage {
    let about = frame.said(&held.kept.list.name);
    let page = FormPage::new(frame, "themes-theme-new", &format!("{}/codes", home(held.kept.id)));
    filled(page.about(about, &home(held.kept.id)), shown)
}

fn change_page(frame: Frame, held: &HeldThemes, code: &str, shown: &Shown) -> FormPage {
    let about = frame.said(&held.kept.list.name);
    let address = format!("{}/codes/{code}", home(held.kept.id));
    let removal = Removal {
        action: frame.to(&format!("{address}/removal")),
        why: frame.say("themes-theme-remove-why"),
        button: frame.say("themes-theme-remove"),
    };
    let page = FormPage::new(frame, "themes-theme-change", &address);
    filled(page.about(about, &home(held.kept.id)).with_removal(removal), shown)
}

fn filled(page: FormPage, shown: &Shown) -> FormPage {
    let form = Fields::of(page.frame(), "themes-theme", &shown.typed);
    let fields = vec![
        form.line("name").needed(),
        form.area("description", 2),
        form.area("patterns", 6),
        form.area("exclusions", 3),
        form.line("code"),
    ];
    let english = vec![form.english("name", 0), form.english("description", 2)];
    page.with(fields).with_english(english).filled(shown)
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let held = super::sample_held();
    let frame = || crate::desk::sample_frame(language, "/desk/studies/a/themes/1/codes/waiting", "themes-theme-change");
    let known = held.kept.list.theme("waiting").map(|theme| Shown::of(typed_theme(theme)));
    let change = known.map(|shown| ("theme-change", change_page(frame(), &held, "waiting", &shown)));
    change.into_iter().collect()
}
