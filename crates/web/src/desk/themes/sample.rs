use super::{ThemeBox, Trail, boxes, frame, held, home, list_id, ticked};
use crate::{
    Asked, Failure, Frame, Page, Said, Visit,
    desk::{CodeOpenAnswers, SignedIn, done, form_errors, refused},
    parts::FieldErrors,
};
use app::{
    Instance, Words,
    study::themes::{measured, quality, verdict},
    themes::{self, Agreement, Coding, HeldThemes, SAMPLE, Sampled, Stage},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Key, Language};
use std::collections::BTreeMap;
use store::{Coder, Codes, OpenAnswerKey, Transaction};

/// Two people who code the same answers: drawing, one's own next answer, and what they agree on.
#[derive(Template)]
#[template(path = "desk/themes/sample.html")]
pub struct ThemeSamplePage {
    frame: Frame,
    trail: Trail,
    address: String,
    done: Option<String>,
    errors: FieldErrors,
    standing: Option<Standing>,
    draw: String,
}

struct Standing {
    number: u32,
    drawn: String,
    is_open: bool,
    /// What this person waits for, or why there is nothing to do.
    words: Option<String>,
    next: Option<Next>,
    /// Where the two differ and have not settled it.
    differences: Vec<DifferenceCard>,
    agreement: Option<AgreementTable>,
    may_draw: bool,
}

struct Next {
    place: u32,
    progress: String,
    words: String,
    boxes: Vec<ThemeBox>,
}

struct DifferenceCard {
    place: u32,
    heading: String,
    words: String,
    first: String,
    second: String,
    boxes: Vec<ThemeBox>,
}

struct AgreementTable {
    verdict: String,
    is_enough: Option<bool>,
    rows: Vec<AgreementRow>,
    together: AgreementRow,
}

struct AgreementRow {
    name: Said,
    kappa: String,
    alpha: String,
    verdict: String,
    precision: String,
    recall: String,
}

/// What the page is made of.
struct Known {
    held: HeldThemes,
    sampled: Option<Sampled>,
    words: BTreeMap<OpenAnswerKey, String>,
}

async fn known(visit: &Visit, who: &SignedIn, study: &str, list: &str) -> Result<Known, Failure> {
    let (actors, id) = (who.actors.clone(), list_id(study, list)?);
    let read = move |tx: &mut Transaction, _: &Instance| {
        let held = themes::held(tx, &actors, id)?;
        let sampled = themes::sampled(tx, held.by.tenant, id)?;
        let words = sampled.as_ref().map(|sampled| themes::sampled_words(tx, &held, sampled)).transpose()?;
        Ok(Known { held, sampled, words: words.unwrap_or_default() })
    };
    visit.site.read(read).await
}

pub async fn show(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let known = known(&visit, &who, &study, &list).await?;
    let page = ThemeSamplePage::new(frame(&visit, &who, &known.held, "themes-sample"), &known)?;
    visit.show(&ThemeSamplePage { done: done(&visit, &asked), ..page })
}

pub async fn draw(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let id = list_id(&study, &list)?;
    let (actors, again) = (who.actors.clone(), who.actors.clone());
    let read = move |tx: &mut Transaction, instance: &Instance| {
        let held = themes::held(tx, &actors, id)?;
        themes::written(instance, tx, &held.study, &held.kept.list, |_| {})
    };
    let seed: Key = visit.site.chance().key();
    let (today, now) = (visit.today, visit.now);
    let outcome = match visit.site.read(read).await {
        Ok(written) => {
            let draw = move |tx: &mut Transaction, _: &Instance| {
                let held = themes::held(tx, &again, id)?;
                themes::draw(tx, &held, &written, seed, today, now)
            };
            visit.site.write(draw).await.map_err(Failure::from)
        }
        Err(failure) => Err(failure),
    };
    answer(&visit, &who, (&study, &list), outcome, "themes-drawn").await
}

pub async fn join(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (actors, id) = (who.actors.clone(), list_id(&study, &list)?);
    let join = move |tx: &mut Transaction, _: &Instance| {
        let held = themes::held(tx, &actors, id)?;
        themes::join(tx, &held)
    };
    let joined = visit.site.write(join).await.map_err(Failure::from);
    answer(&visit, &who, (&study, &list), joined, "themes-joined").await
}

pub async fn code(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    said(&visit, &who, (&study, &list), &fields, themes::code_sampled, "themes-coded").await
}

pub async fn settle(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    said(&visit, &who, (&study, &list), &fields, themes::settle, "themes-settled").await
}

type Saying = fn(&mut Transaction, &HeldThemes, (u32, u32), &Codes, base::Moment) -> Result<(), app::Failure>;

async fn said(
    visit: &Visit,
    who: &SignedIn,
    at: (&str, &str),
    fields: &crate::Fields,
    say: Saying,
    done: &str,
) -> Result<Response, Failure> {
    let (actors, id, now) = (who.actors.clone(), list_id(at.0, at.1)?, visit.now);
    held(visit, who, id).await?;
    let number = |name: &str| fields.text(name).parse::<u32>().map_err(|_| Failure::NotFound);
    let (place, codes) = ((number("sample")?, number("place")?), ticked(fields));
    // „Нито една“ is said, not left open: a form sent by mistake is not an answer.
    if codes.is_empty() && fields.text("none").is_empty() {
        let trouble = app::Failure::from(themes::Trouble::NothingTicked);
        return answer(visit, who, at, Err(Failure::from(trouble)), done).await;
    }
    let say = move |tx: &mut Transaction, _: &Instance| {
        let held = themes::held(tx, &actors, id)?;
        say(tx, &held, place, &codes, now)
    };
    let said = visit.site.write(say).await.map_err(Failure::from);
    answer(visit, who, at, said, done).await
}

async fn answer(
    visit: &Visit,
    who: &SignedIn,
    (study, list): (&str, &str),
    outcome: Result<(), Failure>,
    done: &str,
) -> Result<Response, Failure> {
    match outcome {
        Ok(()) => Ok(visit.go_to(&format!("{}/sample?done={done}", home(list_id(study, list)?)))),
        Err(Failure::Refused(refusals)) => {
            let known = known(visit, who, study, list).await?;
            let errors = form_errors(visit.words, &refusals);
            let page = ThemeSamplePage::new(frame(visit, who, &known.held, "themes-sample"), &known)?;
            Ok(refused(visit.show(&ThemeSamplePage { errors, ..page })?))
        }
        Err(failure) => Err(failure),
    }
}

impl ThemeSamplePage {
    fn new(frame: Frame, known: &Known) -> Result<ThemeSamplePage, Failure> {
        let held = &known.held;
        let standing = known.sampled.as_ref().map(|sampled| standing(&frame, known, sampled)).transpose()?;
        Ok(ThemeSamplePage {
            trail: Trail::of(&frame, held),
            address: frame.to(&format!("{}/sample", home(held.kept.id))),
            done: None,
            errors: FieldErrors::default(),
            draw: frame.tell("themes-draw-how", "n", SAMPLE),
            standing,
            frame,
        })
    }
}

fn standing(frame: &Frame, known: &Known, sampled: &Sampled) -> Result<Standing, Failure> {
    let (held, words) = (&known.held, frame.words);
    let stage = sampled.stage(held.by.person);
    let of = |answer: &store::SampledAnswer| known.words.get(&answer.key).cloned().unwrap_or_default();
    let next = match stage {
        Stage::Coding(coder) => sampled.next(coder).map(|answer| Next {
            place: answer.place,
            progress: progress(frame, sampled, coder),
            words: of(answer),
            boxes: boxes(frame, &sampled.list, &Codes::new()),
        }),
        Stage::Open | Stage::Taken | Stage::Waiting | Stage::Differing | Stage::Settled => None,
    };
    let names = |codes: &Option<Codes>| {
        let codes = codes.clone().unwrap_or_default();
        let names = sampled.list.themes.iter().filter(|theme| codes.contains(&theme.code));
        let names: Vec<String> = names.map(|theme| frame.said(&theme.name).words().to_owned()).collect();
        if names.is_empty() { frame.say("themes-speaks-of-none") } else { names.join(", ") }
    };
    let card = |answer: &store::SampledAnswer| {
        let both = answer.first.iter().flatten().filter(|code| answer.second.iter().flatten().any(|one| one == *code));
        DifferenceCard {
            place: answer.place,
            heading: frame.tell("themes-answer", "n", i64::from(answer.place)),
            words: of(answer),
            first: names(&answer.first),
            second: names(&answer.second),
            boxes: boxes(frame, &sampled.list, &both.cloned().collect()),
        }
    };
    let drawn = [
        ("n", sampled.answers.len().into()),
        ("all", super::count(sampled.sample.drawn_from)),
        ("day", words.date(sampled.sample.drawn_on).into()),
        ("seed", sampled.sample.seed.to_string().into()),
    ];
    let coding = Coding::of(&held.kept.list).map_err(|trouble| Failure::from(app::Failure::from(trouble)))?;
    let agreement = Agreement::of(sampled, &coding, &known.words);
    let told = match stage {
        Stage::Taken => Some("themes-stage-taken"),
        Stage::Waiting => Some("themes-stage-waiting"),
        Stage::Settled => Some("themes-stage-settled"),
        Stage::Differing => Some("themes-stage-differing"),
        Stage::Open | Stage::Coding(_) => None,
    };
    Ok(Standing {
        number: sampled.sample.number,
        drawn: words.tell("themes-drawn-of", &drawn),
        is_open: stage == Stage::Open,
        words: told.map(|key| frame.say(key)),
        next,
        differences: if sampled.is_coded() { sampled.differences().map(card).collect() } else { Vec::new() },
        agreement: agreement.map(|agreement| agreement_table(frame, sampled, &agreement)),
        may_draw: sampled.is_settled(),
    })
}

fn progress(frame: &Frame, sampled: &Sampled, coder: Coder) -> String {
    let values = [("done", sampled.number_coded(coder).into()), ("all", sampled.answers.len().into())];
    frame.words.tell("themes-progress", &values)
}

fn agreement_table(frame: &Frame, sampled: &Sampled, agreement: &Agreement) -> AgreementTable {
    let words: Words = frame.words;
    let row = |one: &themes::ThemeAgreement| {
        let name = sampled.list.theme(&one.code).map(|theme| frame.said(&theme.name));
        let ([kappa, alpha], [precision, recall]) = (measured(&one.measured, &words), quality(one, &words));
        let name = name.unwrap_or_else(|| Said::here(one.code.as_str()));
        AgreementRow { name, kappa, alpha, verdict: verdict(&one.measured, &words), precision, recall }
    };
    let [kappa, alpha] = measured(&agreement.together, &words);
    let together = AgreementRow {
        name: Said::here(frame.say("themes-together")),
        kappa,
        alpha,
        verdict: verdict(&agreement.together, &words),
        precision: String::new(),
        recall: String::new(),
    };
    let values = [
        ("verdict", together.verdict.clone().into()),
        ("enough", words.number(themes::Measured::ENOUGH, 1).into()),
        ("n", super::count(agreement.answers)),
    ];
    AgreementTable {
        verdict: words.tell("themes-agreement-verdict", &values),
        is_enough: agreement.together.is_enough(),
        rows: agreement.themes.iter().map(row).collect(),
        together,
    }
}

impl Page for ThemeSamplePage {
    const NAME: &'static str = "desk-theme-sample";

    fn samples(language: Language) -> Vec<(&'static str, ThemeSamplePage)> {
        let frame = || crate::desk::sample_frame(language, "/desk/studies/a/themes/1/sample", "themes-sample");
        let held = super::sample_held();
        let me = held.by.person;
        let other = base::PersonId(Key([9; 16]));
        let answers = super::sample_answers();
        let words: BTreeMap<OpenAnswerKey, String> =
            answers.iter().map(|answer| (answer.written.key.clone(), answer.written.words.clone())).collect();
        let sampled = |first: Option<&[&[&str]]>, second: Option<&[&[&str]]>| {
            let codes = |said: Option<&[&[&str]]>, place: usize| {
                let codes = said?.get(place)?.iter().filter_map(|code| survey::OptionCode::parse(code).ok());
                Some(codes.collect::<Codes>())
            };
            let answer = |(place, answer): (usize, &themes::CodedAnswer)| store::SampledAnswer {
                place: u32::try_from(place + 1).unwrap_or_default(),
                audience: answer.written.audience,
                key: answer.written.key.clone(),
                first: codes(first, place),
                second: codes(second, place),
                settled: None,
            };
            Sampled {
                sample: store::ThemeSample {
                    number: 1,
                    revision: 3,
                    seed: Key([4; 16]),
                    drawn_from: 93,
                    drawn_on: crate::sample::DAY,
                    first: first.map(|_| me),
                    second: second.map(|_| other),
                },
                list: held.kept.list.clone(),
                answers: answers.iter().enumerate().map(answer).collect(),
            }
        };
        let page = |sampled: Option<Sampled>| {
            let known = Known { held: held.clone(), sampled, words: words.clone() };
            ThemeSamplePage::new(frame(), &known).ok()
        };
        let none: &[&[&str]] = &[];
        let one: &[&[&str]] = &[&["waiting", "staff"], &[], &["waiting"]];
        let two: &[&[&str]] = &[&["waiting"], &[], &["waiting"]];
        let pages = [
            ("none", page(None)),
            ("coding", page(Some(sampled(Some(none), None)))),
            ("differing", page(Some(sampled(Some(one), Some(two))))),
        ];
        pages.into_iter().filter_map(|(name, page)| Some((name, page?))).collect()
    }
}
