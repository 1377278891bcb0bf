use crate::example::{primerovo, questionnaire, without_answers};
use app::{
    Words,
    study::{
        chapters::{self, Headline},
        figures::{self, Drafted},
    },
};
use base::Language;
use document::{
    Chart,
    manuscript::{LiveFigures, NumberAddress, Strength},
};

fn all(language: Language) -> Vec<(String, Vec<Drafted>)> {
    let study = primerovo();
    let words = Words::new(language);
    study
        .audiences
        .iter()
        .map(|data| {
            let sections = figures::of_audience(&study, data, &words, 1);
            (data.audience.code.clone(), sections.into_iter().flat_map(|section| section.figures).collect())
        })
        .collect()
}

#[test]
fn every_countable_question_of_the_residents_has_its_figure() {
    let figures = &all(Language::Bulgarian)[0].1;
    let study = primerovo();
    let countable = questionnaire(&study, 0)
        .questions()
        .filter(|question| {
            question.scale().is_some()
                || matches!(question.kind, survey::QuestionKind::Integer(_) | survey::QuestionKind::Decimal(_))
        })
        .count();
    let asks = |drafted: &&Drafted| {
        let beyond = ["by_group", "importance_derived", "fieldwork_response"];
        !beyond.contains(&drafted.code.as_str())
    };
    let in_batteries: usize = figures
        .iter()
        .filter(asks)
        .map(|drafted| match &drafted.figure.chart {
            Chart::Battery(battery) => battery.rows.len(),
            _ => 1,
        })
        .sum();
    assert_eq!(in_batteries, countable);
}

#[test]
fn bases_are_what_the_file_says() {
    // Counted in the file by hand: 176 rows, four without an answer about the capacity.
    let figures = &all(Language::Bulgarian)[0].1;
    let figure = |code: &str| {
        let anchor = format!("residents-{code}");
        &figures.iter().find(|drafted| drafted.figure.anchor == anchor).unwrap().figure
    };
    assert_eq!(figure("capacity").base, "База: отговорилите на въпроса; n\u{a0}=\u{a0}172");
    assert_eq!(figure("capacity").missing.as_deref(), Some("Извън базата: 4 са пропуснали въпроса"));
    assert!(figure("used_times").missing.as_ref().unwrap().contains("31 не са питани"));
}

#[test]
fn six_officials_are_counts_and_never_percentages() {
    let figures = &all(Language::Bulgarian)[1].1;
    assert!(figures.len() > 10);
    for drafted in figures {
        let figure = &drafted.figure;
        assert!(matches!(figure.chart, Chart::Marks(_)), "{}: {:?}", figure.anchor, figure.chart);
        let told = format!(
            "{} {} {} {:?} {:?}",
            figure.finding, figure.method, figure.alternative, figure.chart, drafted.sentences
        );
        assert!(!told.contains('%'), "{}: {told}", figure.anchor);
        let cells = format!("{:?}", figure.table);
        assert!(!cells.contains('%'), "{}: {cells}", figure.anchor);
    }
}

#[test]
fn without_their_consent_nothing_of_the_six_is_shown() {
    let mut study = primerovo();
    study.audiences[1].audience.counts_agreed = false;
    let words = Words::new(Language::Bulgarian);
    let shown = figures::of_audience(&study, &study.audiences[1], &words, 1);
    let shown: Vec<String> = shown
        .into_iter()
        .flat_map(|section| section.figures)
        .flat_map(|drafted| drafted.figure.table.rows)
        .flat_map(|row| row.cells)
        .map(|cell| format!("{cell:?}"))
        .filter(|cell| cell.chars().any(|letter| letter.is_ascii_digit()))
        .collect();
    assert_eq!(shown, Vec::<String>::new());
    assert!(figures::compared(&study, &words, 1).is_empty(), "nor beside the others");
    let told = format!("{:?}", chapters::caution(&study, &words));
    assert!(told.contains("не се показват без тяхното съгласие"), "{told}");
}

#[test]
fn findings_say_of_whom_they_are() {
    let study = primerovo();
    let words = Words::new(Language::Bulgarian);
    let mut told = chapters::chapters(&study, &words);
    let (of_whom, findings) = told.findings(&words);
    assert_eq!(of_whom.as_deref(), Some("Какво отговарят в групата „Граждани“:"));
    assert!((1..=6).contains(&findings.len()), "{findings:?}");
    let other = Headline {
        audience: "Служители".to_owned(),
        words: "5 от 6 са съгласни".to_owned(),
        strength: Strength::NotEnough,
    };
    told.headlines.insert(0, other);
    let (of_whom, findings) = told.findings(&words);
    assert_eq!((of_whom, findings[0].as_str()), (None, "Служители: 5 от 6 са съгласни"));
    assert!(findings[1].starts_with("Граждани: "), "{findings:?}");
}

#[test]
fn the_groups_stand_side_by_side_only_where_they_were_asked_alike() {
    let study = primerovo();
    let compared = figures::compared(&study, &Words::new(Language::Bulgarian), 1);
    assert!(!compared.is_empty());
    for drafted in &compared {
        let Chart::Compared(chart) = &drafted.figure.chart else { panic!("{:?}", drafted.figure.chart) };
        assert_eq!(chart.audiences.len(), 2);
        assert!(chart.rows.iter().all(|row| row.cells.len() == 2));
        // Nobody tests six people against a hundred and seventy-six.
        assert!(drafted.sentences.iter().all(|sentence| !sentence.contains("пункта")), "{:?}", drafted.sentences);
    }
}

#[test]
fn no_word_is_missing_in_either_language() {
    for language in Language::ALL {
        for (audience, figures) in all(language) {
            for drafted in figures {
                let told = format!("{drafted:?}");
                assert!(!told.contains('⟦'), "{audience}, {language}: {told}");
            }
        }
    }
}

#[test]
fn anchors_are_unique() {
    let study = primerovo();
    let words = Words::new(Language::Bulgarian);
    let mut anchors: Vec<String> = all(Language::Bulgarian)
        .into_iter()
        .flat_map(|(_, figures)| figures)
        .map(|drafted| drafted.figure.anchor)
        .collect();
    anchors.extend(figures::compared(&study, &words, 1).into_iter().map(|drafted| drafted.figure.anchor));
    let count = anchors.len();
    anchors.sort();
    anchors.dedup();
    assert_eq!(anchors.len(), count);
}

#[test]
fn a_study_without_answers_has_no_figures() {
    let study = without_answers(primerovo());
    let words = Words::new(Language::Bulgarian);
    for data in &study.audiences {
        assert_eq!(figures::of_audience(&study, data, &words, 1), Vec::new());
    }
    assert_eq!(figures::compared(&study, &words, 1), Vec::new());
}

#[test]
fn attached_pictures_are_counted_against_everybody_who_was_asked() {
    let mut study = primerovo();
    let data = &mut study.audiences[0];
    let mut current = (*data.questionnaire).clone();
    let kind = survey::QuestionKind::File(survey::FileShape::photo());
    let photo = survey::Question::new("photo".parse().unwrap(), base::Text::bulgarian("Снимайте мястото"), kind);
    current.items.push(survey::Item::Question(photo));
    let mut counts = app::study::Counts::default();
    for number in 0..54_u8 {
        let mut answers = survey::Answers::default();
        answers.0.insert("capacity".parse().unwrap(), survey::Answer::Text("1".to_owned()));
        if number < 12 {
            let file = base::FileDigest([number; 32]);
            let file = survey::AttachedFile { file, media_type: "image/jpeg".into(), bytes: 9, name: None };
            answers.0.insert("photo".parse().unwrap(), survey::Answer::Files(vec![file]));
        }
        counts.add(&current, &current, &crate::example::response(answers, survey::Mode::Online));
    }
    (data.questionnaire, data.counts) = (current.into(), counts.into());
    for (language, words) in [
        (Language::Bulgarian, "Снимка са приложили 12 от 54 попитани"),
        (Language::English, "12 of 54 who were asked attached a photo"),
    ] {
        let told = Words::new(language);
        let sections = figures::of_audience(&study, &study.audiences[0], &told, 1);
        let drafted = sections.iter().flat_map(|section| &section.figures).find(|drafted| drafted.code == "photo");
        let drafted = drafted.unwrap();
        assert_eq!(drafted.figure.finding, words);
        assert!(drafted.figure.base.contains("54"), "{}", drafted.figure.base);
        assert!(matches!(drafted.figure.chart, Chart::Bars(_)));
        let sentences = drafted.sentences.join(" ");
        assert!(sentences.contains("{residents.photo.attached.low}"), "{sentences}");
        let live = app::study::StudyFigures::new(&study, &told);
        let address: NumberAddress = "residents.photo.attached.share".parse().unwrap();
        let share = live.number(&address).unwrap();
        assert!(share.value().contains("22"), "{share:?}");
    }
}
