use super::*;
use base::{Key, Text};
use jiff::civil::date;
use survey::Fieldwork;

const TODAY: Date = date(2023, 7, 27);

fn study(first: Date, last: Date, results: ResultsPolicy) -> Study {
    Study {
        id: StudyId(Key([1; 16])),
        project: ProjectId(Key([2; 16])),
        slug: "anketa".to_owned(),
        title: Text::bulgarian("Анкета"),
        purpose: Text::bulgarian("За какво"),
        fieldwork: Fieldwork::new(first, last).unwrap(),
        results,
        results_published: None,
        repeats: None,
        audiences: Vec::new(),
    }
}

fn lasting_to(study: &Study, last: Date) -> Study {
    Study { fieldwork: Fieldwork::new(study.fieldwork.first(), last).unwrap(), ..study.clone() }
}

#[test]
fn answers_settle_what_people_relied_on() {
    let before = study(date(2023, 7, 20), date(2023, 8, 20), ResultsPolicy::AfterClosing);
    let check = |next: &Study, expected: &[PlanTrouble]| {
        assert_eq!(unkept(&before, next, false, TODAY), [], "before the first answer everything may change");
        assert_eq!(unkept(&before, next, true, TODAY), expected);
    };
    let settled = |field| PlanTrouble::SettledByAnswers { field };
    check(&Study { slug: "druga".to_owned(), ..before.clone() }, &[settled("slug")]);
    check(&Study { results: ResultsPolicy::Live, ..before.clone() }, &[settled("results")]);
    let earlier = Fieldwork::new(date(2023, 7, 1), date(2023, 8, 20)).unwrap();
    check(&Study { fieldwork: earlier, ..before.clone() }, &[settled("first")]);
    check(&Study { title: Text::bulgarian("Друго"), ..before.clone() }, &[]);
    check(&lasting_to(&before, date(2023, 9, 1)), &[]);
    check(&lasting_to(&before, TODAY), &[]);
    check(&lasting_to(&before, date(2023, 7, 26)), &[PlanTrouble::ClosedInThePast]);
    for day in [TODAY, date(2023, 8, 20)] {
        let while_answering = Study { results_published: Some(day), ..before.clone() };
        check(&while_answering, &[PlanTrouble::ResultsWhileAnswering]);
    }
    check(&Study { results_published: Some(date(2023, 8, 21)), ..before.clone() }, &[]);
}

#[test]
fn results_come_into_the_fieldwork_neither_by_their_day_nor_by_its_end() {
    let running = study(date(2023, 7, 20), date(2023, 8, 20), ResultsPolicy::AfterClosing);
    let later = Study { results_published: Some(date(2023, 8, 25)), ..running.clone() };
    let overtaken = lasting_to(&later, date(2023, 8, 30));
    assert_eq!(unkept(&later, &overtaken, false, TODAY), []);
    assert_eq!(unkept(&later, &overtaken, true, TODAY), [PlanTrouble::ResultsWhileAnswering]);
    let promised = Study { results_published: Some(date(2023, 8, 10)), ..running };
    assert_eq!(unkept(&promised, &lasting_to(&promised, date(2023, 8, 30)), true, TODAY), [], "said to all before");
}

#[test]
fn results_that_were_seen_stay_seen() {
    let closed = study(date(2023, 5, 1), date(2023, 6, 1), ResultsPolicy::AfterClosing);
    let reopened = lasting_to(&closed, date(2023, 8, 1));
    assert_eq!(unkept(&closed, &reopened, true, TODAY), [PlanTrouble::ReopenedAfterResults]);
    let live = study(date(2023, 7, 20), date(2023, 8, 20), ResultsPolicy::Live);
    assert_eq!(
        unkept(&live, &lasting_to(&live, date(2023, 9, 1)), true, TODAY),
        [],
        "all have seen them from the start"
    );
    let never = study(date(2023, 5, 1), date(2023, 6, 1), ResultsPolicy::Never);
    assert_eq!(unkept(&never, &lasting_to(&never, date(2023, 8, 1)), true, TODAY), []);
    let running = study(date(2023, 7, 20), date(2023, 8, 20), ResultsPolicy::AfterClosing);
    let opened = Study { results_published: Some(date(2023, 7, 25)), ..running.clone() };
    assert_eq!(unkept(&opened, &running, true, TODAY), [PlanTrouble::ResultsShownAlready]);
    let prolonged = lasting_to(&opened, date(2023, 9, 1));
    assert_eq!(unkept(&opened, &prolonged, true, TODAY), [PlanTrouble::ReopenedAfterResults], "also while it is open");
    let planned = Study { results_published: Some(date(2023, 7, 28)), ..running.clone() };
    assert_eq!(unkept(&planned, &running, true, TODAY), [], "a day to come may be taken back");
}
