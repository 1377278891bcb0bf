//! The manuscript that the program proposes: every number in its words is asked for, and nothing is told that may not be.

use crate::example::primerovo;
use app::{
    Words,
    study::{Kind, Reading, StudyData, StudyFigures, draft, draft_in, draft_of, phrases},
};
use base::Language;
use document::{
    Block, html,
    manuscript::{Body, LiveFigures, Manuscript, NumberAddress, PartId, Strength, Unavailable},
};

const BG: Language = Language::Bulgarian;

fn drafted(study: &StudyData) -> Manuscript {
    draft(study, Reading::ByAPerson).unwrap()
}

fn number(study: &StudyData, address: &str) -> Result<String, Unavailable> {
    let words = Words::new(BG);
    let address: NumberAddress = address.parse().unwrap();
    StudyFigures::new(study, &words).number(&address).map(|number| number.value().replace('\u{202f}', " "))
}

#[test]
fn every_number_in_the_draft_can_be_looked_up_in_both_languages() {
    let study = primerovo();
    let manuscript = drafted(&study);
    for language in Language::ALL {
        let words = Words::new(language);
        let figures = StudyFigures::new(&study, &words);
        assert_eq!(manuscript.changed(language, &figures), []);
        let written = manuscript.parts().iter().flat_map(|part| part.body.wordings());
        let written: Vec<_> = written.filter_map(|words| words.in_language(language)).collect();
        let numbers: Vec<&NumberAddress> = written.iter().flat_map(|one| one.template().numbers()).collect();
        assert!(numbers.len() > 100, "{}", numbers.len());
        for address in numbers {
            let number = figures.number(address).unwrap_or_else(|why| panic!("{address}: {why:?}"));
            assert!(!number.base().is_empty() && number.n() > 0, "{address}: {number:?}");
        }
    }
}

#[test]
fn both_languages_have_every_part() {
    let manuscript = drafted(&primerovo());
    for part in manuscript.parts() {
        for words in part.body.wordings().into_iter().filter(|words| !words.is_empty()) {
            assert_eq!(words.all().count(), 2, "{part:?}");
        }
    }
}

#[test]
fn no_share_is_typed() {
    let manuscript = drafted(&primerovo());
    let findings = manuscript.parts().iter().filter_map(|part| match &part.body {
        Body::Finding { words, strength } => Some((words, strength)),
        _ => None,
    });
    let findings: Vec<_> = findings.collect();
    assert_eq!(findings.len(), 6);
    for (words, strength) in findings {
        let written = words.in_language(BG).unwrap();
        assert!(written.template().numbers().next().is_some(), "{}", written.text());
        assert!(!written.text().contains('%'), "{}", written.text());
        assert_eq!(*strength, Strength::Indicative);
    }
}

#[test]
fn a_number_in_the_text_leads_to_its_figure() {
    let study = primerovo();
    let words = Words::new(BG);
    let figures = StudyFigures::new(&study, &words);
    let blocks = drafted(&study).rendered(BG, &figures, &phrases(&words));
    let anchors: Vec<&str> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Figure(figure) => Some(figure.anchor.as_str()),
            _ => None,
        })
        .collect();
    let html = html::blocks(&blocks, &app::study::document_words(&words));
    let mut links = 0;
    for link in html.split("class=\"live-number\" href=\"#").skip(1) {
        let anchor = link.split('"').next().unwrap();
        // The row of a battery is looked up in the figure of the battery.
        assert!(anchors.contains(&anchor), "{anchor}");
        links += 1;
    }
    assert!(links > 50, "{links}");
}

#[test]
fn numbers_answer_or_say_why_not() {
    let study = primerovo();
    assert_eq!(number(&study, "residents.n"), Ok("176".to_owned()));
    assert_eq!(number(&study, "residents.rate"), Ok("4,2 %".to_owned()));
    assert_eq!(number(&study, "officials.rate"), Err(Unavailable::TooFew));
    assert_eq!(number(&study, "nobody.n"), Err(Unavailable::NoSuchAudience));
    assert_eq!(number(&study, "residents.nothing.mean"), Err(Unavailable::NoSuchQuestion));
    assert_eq!(number(&study, "residents[a=b].nothing.mean"), Err(Unavailable::NoSuchQuestion));
    assert_eq!(number(&study, "residents.\"1\".version"), Err(Unavailable::NoSuchQuestion));
}

#[test]
fn a_handful_that_did_not_agree_is_told_neither_in_figures_nor_in_words() {
    let mut study = primerovo();
    let manuscript = drafted(&study);
    let words = Words::new(BG);
    let asked = |manuscript: &Manuscript| {
        let written = manuscript.parts().iter().flat_map(|part| part.body.wordings());
        let numbers = written.filter_map(|words| words.in_language(BG)).flat_map(|one| one.template().numbers());
        let of_few = numbers.filter(|one| one.audience.as_str() == "officials" && one.question.is_some());
        of_few.cloned().collect::<Vec<_>>()
    };
    study.audiences[1].audience.counts_agreed = false;
    assert_eq!(asked(&drafted(&study)), []);
    // An address that somebody knows from before tells nothing either.
    let figures = StudyFigures::new(&study, &words);
    let option: NumberAddress = "officials.overall.top-share".parse().unwrap();
    let told = asked(&manuscript).into_iter().chain([option]);
    for address in told {
        let refused = figures.number(&address).unwrap_err();
        assert!(matches!(refused, Unavailable::NotAgreed | Unavailable::NoSuchQuestion), "{address}: {refused:?}");
    }
}

#[test]
fn words_that_a_person_changed_are_what_is_told() {
    let study = primerovo();
    let words = Words::new(BG);
    let figures = StudyFigures::new(&study, &words);
    let manuscript = draft_in(&study, BG, Reading::ByAPerson).unwrap();
    let text = "Отговориха {residents.n} граждани.";
    let body = Body::Prose(document::manuscript::Wording::read(BG, text).unwrap());
    let changed = manuscript.change(PartId(2), body, BG, &figures).unwrap();
    let blocks = changed.rendered(BG, &figures, &phrases(&words));
    assert!(blocks.iter().any(|block| block.plain().as_deref() == Some("Отговориха 176 граждани.")));
}

#[test]
fn groups_of_people_are_told_as_far_as_their_figure_tells_them() {
    let study = primerovo();
    let residents = &study.audiences[0];
    let capacity = residents.questionnaire.question("capacity").unwrap();
    let mut told = (0, 0);
    for option in &residents.questionnaire.scale_of(capacity).unwrap().options {
        match number(&study, &format!("residents[capacity={}].overall.top-share", option.code)) {
            Ok(share) => {
                told.0 += 1;
                assert!(share.contains('%') || share.contains("от"), "{share}");
                let n = number(&study, &format!("residents[capacity={}].overall.n", option.code)).unwrap();
                assert!(n.parse::<u32>().unwrap() >= 10, "{n}");
            }
            Err(why) => {
                told.1 += 1;
                assert!(matches!(why, Unavailable::Hidden | Unavailable::NotCounted), "{why:?}");
                let n = number(&study, &format!("residents[capacity={}].overall.n", option.code));
                assert_eq!(n.unwrap_err(), why, "nor how many they are");
            }
        }
    }
    assert!(told.0 > 1, "{told:?}");
    let of = |address: &str| number(&study, address).unwrap_err();
    assert_eq!(of("residents[capacity=nobody].overall.top-share"), Unavailable::NoSuchOption);
    assert_eq!(of("residents[nothing=a].overall.top-share"), Unavailable::NoSuchQuestion);
    let first = &residents.questionnaire.scale_of(capacity).unwrap().options[0].code;
    assert_eq!(of(&format!("residents[capacity={first}].q_forms.top-share")), Unavailable::NotCounted);
    assert_eq!(of(&format!("residents[capacity={first}].n")), Unavailable::NotCounted);
}

#[test]
fn each_kind_of_document_is_a_list_of_sections_that_rules_fill() {
    let study = primerovo();
    for kind in Kind::ALL {
        let manuscript = draft_of(&study, kind, Reading::ByAPerson).unwrap();
        let of_kind = |wanted: &str| manuscript.parts().iter().filter(|part| part.body.kind() == wanted).count();
        assert_eq!(of_kind("method-sheet"), 1, "{kind:?}");
        for language in Language::ALL {
            let words = Words::new(language);
            let figures = StudyFigures::new(&study, &words);
            let blocks = manuscript.rendered(language, &figures, &phrases(&words));
            let html = html::blocks(&blocks, &app::study::document_words(&words));
            assert!(!html.contains('⟦'), "{kind:?}: {html}");
            for part in manuscript.parts().iter().filter(|part| !part.body.wordings().is_empty()) {
                let written = part.body.wordings().into_iter().any(|words| words.in_language(language).is_some());
                assert!(written, "{kind:?} {language:?}: {part:?}");
            }
        }
        let expected = match kind {
            Kind::Analysis | Kind::Annual | Kind::Impact | Kind::Letter => 6,
            Kind::Results | Kind::Summary => 1,
            Kind::Methodology => 0,
        };
        assert!(of_kind("finding") >= expected, "{kind:?}: {}", of_kind("finding"));
    }
    let analysis = draft_of(&study, Kind::Analysis, Reading::ByAPerson).unwrap();
    let texts = analysis.parts().iter().flat_map(|part| part.body.wordings());
    let texts: Vec<String> = texts.filter_map(|words| words.in_language(BG)).map(|one| one.text()).collect();
    let gaps = texts.iter().find(|text| text.starts_with("| Въпрос |")).unwrap();
    assert!(gaps.contains(".top-share}") && gaps.contains("не се сравнява"), "{gaps}");
}
