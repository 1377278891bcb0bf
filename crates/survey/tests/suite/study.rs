use base::{Explain, Key, ProjectId, StudyId, Text};
use jiff::civil::date;
use survey::{Fieldwork, ResultsPolicy, Stage, Study};

fn study(results: ResultsPolicy) -> Study {
    Study {
        id: StudyId(Key([0; 16])),
        project: ProjectId(Key([1; 16])),
        slug: "uslugi".to_owned(),
        title: Text::bulgarian("Услугите"),
        purpose: Text::bulgarian("За по-добри услуги."),
        fieldwork: Fieldwork::new(date(2023, 4, 1), date(2023, 5, 31)).unwrap(),
        results,
        results_published: None,
        repeats: None,
        audiences: Vec::new(),
    }
}

#[test]
fn fieldwork_has_both_its_days() {
    let refusal = Fieldwork::new(date(2023, 5, 2), date(2023, 5, 1)).unwrap_err();
    assert_eq!(refusal.code(), "fieldwork-ends-before-it-begins");
    let fieldwork = study(ResultsPolicy::Live).fieldwork;
    assert_eq!(fieldwork.stage(date(2023, 3, 31)), Stage::NotYetOpen);
    assert_eq!(fieldwork.stage(date(2023, 4, 1)), Stage::Open);
    assert_eq!(fieldwork.stage(date(2023, 5, 31)), Stage::Open);
    assert_eq!(fieldwork.stage(date(2023, 6, 1)), Stage::Closed);
}

#[test]
fn results_are_public_by_the_declared_policy() {
    let before = date(2023, 3, 1);
    let during = date(2023, 4, 15);
    let after = date(2023, 6, 1);
    let shown = |policy| [before, during, after].map(|day| study(policy).results_are_public(day));
    assert_eq!(shown(ResultsPolicy::Live), [false, true, true]);
    assert_eq!(shown(ResultsPolicy::AfterClosing), [false, false, true]);
    assert_eq!(shown(ResultsPolicy::Never), [false, false, false]);
    let opened = Study { results_published: Some(during), ..study(ResultsPolicy::AfterClosing) };
    assert!(opened.results_are_public(during));
}
