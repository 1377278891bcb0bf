use super::{super::Unreadable, StudyFile};
use base::{Chance, Key, ProjectId};
use jiff::civil::date;
use survey::{CollectionClass, Mode};

/// Counts up, so that every key is another one and the test is the same every time.
struct Counter(u8);

impl Chance for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0 += 1;
        bytes.fill(self.0);
    }
}

const STUDY: &str = include_str!("../../../../../examples/primerovo/study.toml");

fn read(text: &str) -> Result<StudyFile, Unreadable> {
    StudyFile::read(text, ProjectId(Key([9; 16])), &mut Counter(0))
}

#[test]
fn the_study_of_primerovo_asks_two_audiences() {
    let file = read(STUDY).unwrap();
    let residents = file.study.audience("residents").unwrap();
    let officials = file.study.audience("officials").unwrap();
    assert_eq!((residents.planned(), officials.planned()), (176, 6));
    assert_eq!((residents.plan[&Mode::Online], residents.plan[&Mode::Paper]), (120, 56));
    assert_eq!(residents.collection, CollectionClass::SelfSelected);
    assert_eq!((officials.collection, officials.invited), (CollectionClass::EveryoneInvited, Some(9)));
    assert!(file.study.results_are_public(date(2023, 7, 27)));
    let files: Vec<_> = file.sources.iter().map(|source| (&*source.questionnaire, &*source.answers)).collect();
    assert_eq!(files, [("residents.xlsx", "residents.csv"), ("officials.xlsx", "officials.csv")]);
    assert_eq!(file.sources[1].audience, officials.id);
}

#[test]
fn a_wrong_file_says_what_is_wrong() {
    let check = |from: &str, to: &str, expect: Unreadable| {
        assert!(STUDY.contains(from));
        assert_eq!(read(&STUDY.replacen(from, to, 1)), Err(expect));
    };
    check("online = 120", "telegram = 120", Unreadable::UnknownMode("telegram".to_owned()));
    check("\"self-selected\"", "\"guessed\"", Unreadable::UnknownCollection("guessed".to_owned()));
    check("last = 2023-06-09", "last = 2022-06-09", Unreadable::Refused("fieldwork-ends-before-it-begins"));
    check("first = 2023-05-08", "first = 08:00:00", Unreadable::NotADay("fieldwork.first"));
}
