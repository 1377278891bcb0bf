use crate::{Failure, Instance};
use base::{AudienceId, ProjectId};
use jiff::civil::Date;
use outreach::{Publication, PublicationKind, Stage};
use store::Transaction;
use survey::{ResultsPolicy, Stage as FieldworkStage, Study};

/// One of the things that come of an answer, in the order in which they follow from each other. A noun that follows later,
/// a recommendation for one, is one more variant and one more line of [`aftermath`].
///
/// Nothing here depends on what was answered or on when: whoever answered the same questionnaire sees the same.
#[derive(Debug, Clone, PartialEq)]
pub enum Aftermath {
    /// The answers are on the disk.
    Received,
    Counted(Counted),
    Results(Results),
    /// The report that Glas makes of the results; it is there as soon as they are.
    Report,
    /// Something that the project told everybody since the last answer.
    Told(Box<Publication>),
    /// No document was published yet.
    NothingTold,
}

/// In which version of the results the answers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// In the one of this day, with so many answers of this audience.
    InResultsOf { day: Date, answers: u64 },
    /// In those that everybody sees while answers come.
    InLiveResults { answers: u64 },
    /// In those that are computed once answers are no longer taken.
    Later,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Results {
    Published {
        on: Date,
    },
    /// While answers come, and they change with every one.
    Live,
    /// Once this day is over.
    After {
        last: Date,
    },
    InReportOnly,
}

/// What came of an answer to this audience of the study up to `today`.
///
/// # Errors
/// Only faults of the store.
pub fn aftermath(
    instance: &Instance,
    tx: &mut Transaction,
    study: &Study,
    audience: AudienceId,
    today: Date,
) -> Result<Vec<Aftermath>, Failure> {
    let results = results(study, today);
    let answers = tx.answers_of(instance.tenant, audience)?;
    let counted = match results {
        Results::Published { on } => Counted::InResultsOf { day: on, answers },
        Results::Live => Counted::InLiveResults { answers },
        Results::After { .. } | Results::InReportOnly => Counted::Later,
    };
    let mut steps = vec![Aftermath::Received, Aftermath::Counted(counted), Aftermath::Results(results)];
    if matches!(results, Results::Published { .. }) {
        steps.push(Aftermath::Report);
    }
    let told = told(instance, tx, study.project, study.fieldwork.last())?;
    if told.is_empty() {
        steps.push(Aftermath::NothingTold);
    }
    steps.extend(told.into_iter().map(|publication| Aftermath::Told(Box::new(publication))));
    Ok(steps)
}

fn results(study: &Study, today: Date) -> Results {
    let last = study.fieldwork.last();
    let is_closed = study.fieldwork.stage(today) == FieldworkStage::Closed;
    match (study.results_are_public(today), study.results) {
        (true, ResultsPolicy::Live) if !is_closed => Results::Live,
        (true, _) if is_closed => Results::Published { on: study.results_published.map_or(last, |day| day.max(last)) },
        (true, _) => Results::Published { on: study.results_published.unwrap_or(today) },
        (false, ResultsPolicy::Never) => Results::InReportOnly,
        (false, ResultsPolicy::AfterClosing | ResultsPolicy::Live) => Results::After { last },
    }
}

/// Documents of the project after the `last` day of fieldwork, the oldest first: what was told before is no outcome of all
/// answers, nor are news and calls.
fn told(
    instance: &Instance,
    tx: &mut Transaction,
    project: ProjectId,
    last: Date,
) -> Result<Vec<Publication>, Failure> {
    let is_outcome = |publication: &Publication| match publication.kind {
        PublicationKind::Report | PublicationKind::Analysis | PublicationKind::Methodology => {
            matches!(publication.stage, Stage::Published { on, .. } if on > last)
        }
        PublicationKind::News | PublicationKind::Call | PublicationKind::Correction => false,
    };
    let mut told = tx.all_published(instance.tenant, project)?;
    told.retain(is_outcome);
    told.reverse();
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Key, StudyId, Text};
    use jiff::civil::date;
    use survey::Fieldwork;

    #[test]
    fn results_come_as_the_study_promised() {
        let check = |policy, opened: Option<Date>, today, expected| {
            let study = Study {
                id: StudyId(Key([1; 16])),
                project: ProjectId(Key([2; 16])),
                slug: "uchastie".to_owned(),
                title: Text::bulgarian("Проучване"),
                purpose: Text::bulgarian("Защо"),
                fieldwork: Fieldwork::new(date(2023, 5, 8), date(2023, 6, 9)).unwrap(),
                results: policy,
                results_published: opened,
                repeats: None,
                audiences: Vec::new(),
            };
            assert_eq!(results(&study, today), expected, "{policy:?} {opened:?} {today}");
        };
        let (during, after) = (date(2023, 5, 20), date(2023, 7, 1));
        let last = date(2023, 6, 9);
        check(ResultsPolicy::AfterClosing, None, during, Results::After { last });
        check(ResultsPolicy::AfterClosing, None, after, Results::Published { on: last });
        check(ResultsPolicy::AfterClosing, Some(during), during, Results::Published { on: during });
        check(ResultsPolicy::AfterClosing, Some(during), after, Results::Published { on: last });
        check(
            ResultsPolicy::AfterClosing,
            Some(date(2023, 6, 20)),
            after,
            Results::Published { on: date(2023, 6, 20) },
        );
        check(ResultsPolicy::AfterClosing, Some(after), during, Results::After { last });
        check(ResultsPolicy::Live, None, during, Results::Live);
        check(ResultsPolicy::Live, None, after, Results::Published { on: last });
        check(ResultsPolicy::Never, None, after, Results::InReportOnly);
    }
}
