//! Every refusal of this crate has its words in both languages, and asks for no value that it does not get.

use base::Explain;
use jiff::civil::date;
use std::collections::BTreeMap;
use survey::answer_sheet::{Reason, SheetProblem};
use survey::answers_csv::CsvProblem;
use survey::entry::AnswerProblem;
use survey::limesurvey::{self, Problem as LimeSurvey};
use survey::place_list::PlaceListProblem;
use survey::surveyjs::Problem as SurveyJs;
use survey::xlsform::{Feature, Problem, Substitute};
use survey::{ExpressionProblem, QuestionCode, Refusal};
use survey::{FileProblem, WhyNot};

fn boxed<P: Explain + 'static>(problem: P) -> Box<dyn Explain> {
    Box::new(problem)
}

fn all() -> Vec<Box<dyn Explain>> {
    let text = || "х".to_owned();
    let mut all: Vec<Box<dyn Explain>> =
        vec![Box::new(Refusal::FieldworkEndsBeforeItBegins { first: date(2023, 1, 2), last: date(2023, 1, 1) })];
    let answers = [
        AnswerProblem::Required { message: None },
        AnswerProblem::NotANumber { given: text() },
        AnswerProblem::NotWhole { given: text() },
        AnswerProblem::NumberTooLarge { limit: 1 },
        AnswerProblem::NotADate { given: text() },
        AnswerProblem::UnknownOption { given: text() },
        AnswerProblem::NothingMatches { given: text() },
        AnswerProblem::SeveralMatch { given: text(), matches: Vec::new() },
        AnswerProblem::NotATime { given: text() },
        AnswerProblem::NotAPoint { given: text() },
        AnswerProblem::NotAnEmail { given: text() },
        AnswerProblem::NotATelephone { given: text() },
        AnswerProblem::OutOfBounds { least: Some(1.0), most: Some(2.0) },
        AnswerProblem::OutOfBounds { least: Some(1.0), most: None },
        AnswerProblem::OutOfBounds { least: None, most: Some(2.0) },
        AnswerProblem::OffStep { step: 0.5, from: 0.0 },
        AnswerProblem::TooFew { least: 1 },
        AnswerProblem::TooMany { most: 1 },
        AnswerProblem::NotAPlace { given: text() },
        AnswerProblem::RankedTwice { place: 1 },
        AnswerProblem::RankedPartly { ranked: 1, of: 2 },
        AnswerProblem::OneOnly,
        AnswerProblem::StandsAlone { option: base::Text::bulgarian("х") },
        AnswerProblem::OtherNotChosen { given: text() },
        AnswerProblem::TooLong { is: 2, max: 1 },
        AnswerProblem::Constraint { message: None },
    ];
    all.extend(answers.map(boxed));
    all.push(Box::new(AnswerProblem::TooManyFiles { most: 2 }));
    let files = WhyNot::ALL.map(|why| AnswerProblem::File(FileProblem { why, name: text() }));
    all.extend(files.map(boxed));
    let expressions = [
        ExpressionProblem::TooLong { is: 2, max: 1 },
        ExpressionProblem::TooDeep,
        ExpressionProblem::Unexpected { near: text() },
        ExpressionProblem::Unfinished,
        ExpressionProblem::UnknownFunction { name: text(), similar: None },
        ExpressionProblem::Outside { function: text() },
        ExpressionProblem::OnlyInForms { function: text() },
        ExpressionProblem::Chance { function: text() },
        ExpressionProblem::NotANumber { near: text() },
        ExpressionProblem::SeveralAnswers { name: text() },
        ExpressionProblem::NoSuchOption { name: text(), option: text(), similar: None },
        ExpressionProblem::WrongArguments { function: text(), given: 1, takes: text() },
        ExpressionProblem::Path { near: text() },
        ExpressionProblem::Pattern { pattern: text() },
    ];
    all.extend(expressions.map(boxed));
    let workbooks = [
        Problem::Empty,
        Problem::TooLarge { is: 2, max: 1 },
        Problem::NotAWorkbook,
        Problem::OldWorkbook,
        Problem::Encrypted,
        Problem::Damaged,
        Problem::Bomb { max: 1 },
        Problem::TooManyParts { max: 1 },
        Problem::Entities,
        Problem::NoSheet { name: "survey", similar: None },
        Problem::EmptySheet,
        Problem::TooManyRows { max: 1 },
        Problem::TooManyColumns { max: 1 },
        Problem::MissingColumn { name: "type", similar: None },
        Problem::RepeatedColumn { name: text() },
        Problem::UnknownLanguage { given: text() },
        Problem::UnknownDefaultLanguage { given: text() },
        Problem::TwoDefaults { name: text() },
        Problem::NoBulgarian { name: "label" },
        Problem::NotBulgarian { languages: vec![base::LanguageTag::ENGLISH] },
        Problem::TooLong { is: 2, max: 1 },
        Problem::FormulaError { value: text() },
        Problem::MissingType,
        Problem::UnknownType { given: text(), similar: None },
        Problem::Unsupported { given: text(), feature: Feature::Other },
        Problem::Instead { given: text(), substitute: Substitute::OnePoint },
        Problem::NotAsked { given: text(), feature: Feature::Media },
        Problem::LeftOut { given: text() },
        Problem::MissingName,
        Problem::BadName { given: text() },
        Problem::RepeatedName { name: text(), first_row: 1 },
        Problem::MissingLabel { language: base::LanguageTag::BULGARIAN },
        Problem::MissingTranslation { language: base::LanguageTag::ENGLISH },
        Problem::NameInLabel { name: text() },
        Problem::NameInMessage { name: text() },
        Problem::PictureOnly { name: text() },
        Problem::MissingCalculation,
        Problem::MissingList,
        Problem::UnknownList { list: text(), similar: None },
        Problem::UnknownProperty { name: text(), similar: None },
        Problem::BadParameter { given: text() },
        Problem::NoQuestions,
        Problem::Unclosed { name: text() },
        Problem::NothingToClose { given: text() },
        Problem::TooDeep { max: 1 },
        Problem::MixedTable,
        Problem::UnreadableYesNo { given: text() },
        Problem::UnknownName { name: text(), similar: None },
        Problem::LaterName { name: text(), row: 1 },
        Problem::OwnName { name: text() },
        Problem::WithinRepeat { name: text() },
        Problem::BadRounds { max: 1 },
        Problem::Itself,
        Problem::MissingListName,
        Problem::BadOption { given: text() },
        Problem::RepeatedOption { list: text(), name: text(), first_row: 1 },
        Problem::UnreadableScore { given: text() },
        Problem::UnknownStanding { given: text(), similar: None },
        Problem::SoundsLikeMissing { label: text() },
    ];
    all.extend(workbooks.map(boxed));
    let surveys = [
        LimeSurvey::Empty,
        LimeSurvey::TooLarge { is: 2, max: 1 },
        LimeSurvey::NotAnExport,
        LimeSurvey::Damaged,
        LimeSurvey::Bomb { max: 1 },
        LimeSurvey::Entities,
        LimeSurvey::TooDeep { max: 1 },
        LimeSurvey::TooManyRows { max: 1 },
        LimeSurvey::TooLong { is: 2, max: 1 },
        LimeSurvey::OtherKind { given: text() },
        LimeSurvey::NoSurvey,
        LimeSurvey::NoQuestions,
        LimeSurvey::Secrets,
        LimeSurvey::Orphan { table: "answers", code: text() },
        LimeSurvey::UnknownKind { question: text(), given: text() },
        LimeSurvey::NotBulgarian { language: text() },
        LimeSurvey::LeftOutLanguage { language: text() },
        LimeSurvey::LeftOut { question: text(), feature: limesurvey::Feature::Ranking },
        LimeSurvey::Renamed { question: text(), code: text() },
        LimeSurvey::NotTranslated {
            question: text(),
            source: text(),
            why: Box::new(limesurvey::Untranslatable::UnknownName(text())),
        },
        LimeSurvey::NameInLabel { question: text(), name: text() },
    ];
    all.extend(surveys.map(boxed));
    all.push(boxed(survey::source::Trouble::Unreadable));
    all.push(boxed(survey::source::Trouble::HalfTranslated { language: base::LanguageTag::ENGLISH, code: text() }));
    let scripts = [
        SurveyJs::TooLarge { is: 2, max: 1 },
        SurveyJs::NotJson,
        SurveyJs::NotASurvey,
        SurveyJs::NoQuestions,
        SurveyJs::TooDeep { max: 1 },
        SurveyJs::TooManyQuestions { max: 1 },
        SurveyJs::TooLong { question: text(), is: 2, max: 1 },
        SurveyJs::NotBulgarian { language: text() },
        SurveyJs::UnknownKind { question: text(), given: text() },
        SurveyJs::NoOptions { question: text() },
        SurveyJs::Renamed { question: text(), code: text() },
        SurveyJs::NotTranslated { question: text(), source: text(), near: text() },
    ];
    all.extend(scripts.map(boxed));
    all.extend(survey::surveyjs::Feature::ALL.map(|feature| boxed(SurveyJs::LeftOut { question: text(), feature })));
    let sheets = [
        SheetProblem::Empty,
        SheetProblem::TooLarge { is: 2, max: 1 },
        SheetProblem::NotASheet,
        SheetProblem::TooManyRows { max: 1 },
        SheetProblem::TooManyColumns { max: 1 },
        SheetProblem::TooLong { is: 2, max: 1 },
        SheetProblem::NoAnswers,
        SheetProblem::NoColumn { column: 1 },
        SheetProblem::FewOptions { header: text() },
        SheetProblem::NoQuestions,
        SheetProblem::NotBulgarian,
    ];
    all.extend(sheets.map(boxed));
    let places = [
        PlaceListProblem::MissingColumn { name: "code" },
        PlaceListProblem::RepeatedColumn { name: "code" },
        PlaceListProblem::BadCode { given: text() },
        PlaceListProblem::RepeatedCode { code: text(), first: 2 },
        PlaceListProblem::NoName,
        PlaceListProblem::TooLong { is: 2, max: 1 },
        PlaceListProblem::TooFew,
        PlaceListProblem::TooMany { max: 1 },
    ];
    all.extend(places.map(boxed));
    let files = [
        CsvProblem::Empty,
        CsvProblem::TooLarge { is: 2, max: 1 },
        CsvProblem::NotText,
        CsvProblem::NoKnownColumn,
        CsvProblem::TooManyColumns { max: 1 },
        CsvProblem::TooManyRows { max: 1 },
        CsvProblem::RepeatedColumn { name: text() },
        CsvProblem::UnknownColumn { name: text(), similar: None },
        CsvProblem::TooManyCells { is: 2, expected: 1 },
        CsvProblem::BadDay { given: text() },
        CsvProblem::BadMode { given: text() },
        CsvProblem::BadTick { given: text() },
        CsvProblem::NothingAnswered,
        CsvProblem::Answer { question: QuestionCode::parse("q").unwrap(), problem: Box::new(AnswerProblem::OneOnly) },
    ];
    all.extend(files.map(boxed));
    all
}

/// Each message with everything up to the next one.
fn messages(language: &str) -> BTreeMap<String, String> {
    messages_of(&format!("{}/../../locales/{language}/survey.ftl", env!("CARGO_MANIFEST_DIR")))
}

pub fn messages_of(path: &str) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        if let Some((key, words)) =
            line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            last = key.to_owned();
            messages.insert(last.clone(), words.to_owned());
        } else if let Some(message) = messages.get_mut(&last) {
            message.push('\n');
            message.push_str(line);
        }
    }
    messages
}

#[test]
fn every_refusal_has_its_words() {
    for language in ["bg", "en"] {
        let messages = messages(language);
        let mut left: Vec<&String> = messages.keys().filter(|key| key.starts_with("refusal-")).collect();
        for refusal in all() {
            let key = format!("refusal-{}", refusal.code());
            let message = messages.get(&key).unwrap_or_else(|| panic!("{language}: no words for {key}"));
            assert!(message.contains("\n    .hint = "), "{language}: {key} does not tell what to do");
            let given: Vec<&str> = refusal.arguments().iter().map(|(name, _)| *name).collect();
            for asked in message.split('$').skip(1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic())) {
                let name: String = asked.chars().take_while(char::is_ascii_alphanumeric).collect();
                assert!(given.contains(&name.as_str()), "{language}: {key} asks for {name}, given are {given:?}");
            }
            left.retain(|known| **known != key);
        }
        assert!(left.is_empty(), "{language}: words that no refusal uses: {left:?}");
    }
}

#[test]
fn every_place_has_its_words() {
    let places = ["cell", "row", "sheet", "line-cell", "line", "file"];
    for language in ["bg", "en"] {
        let messages = messages(language);
        for place in places {
            assert!(messages.contains_key(&format!("survey-place-{place}")), "{language}: {place}");
        }
    }
}

#[test]
fn every_reason_has_its_words() {
    let reasons = [
        Reason::HeaderOfTime,
        Reason::HeaderOfService,
        Reason::PersonalHeader,
        Reason::PersonalValues { share: 1 },
        Reason::Withheld,
        Reason::GridHeader,
        Reason::SameOptionsAsNeighbour,
        Reason::DividedBySemicolons,
        Reason::PartsRepeat { parts: 1, values: 1 },
        Reason::FewDifferent { different: 1, answered: 1 },
        Reason::KnownScale,
        Reason::SmallNumbers { least: 1, most: 5 },
        Reason::Numbers,
        Reason::Days,
        Reason::OwnWordsAmongOptions { values: 1 },
        Reason::MostlyDifferent { different: 1, answered: 1 },
        Reason::LongWords,
        Reason::Nothing,
        Reason::Corrected,
    ];
    for language in ["bg", "en"] {
        let messages = messages(language);
        let told = messages.keys().filter(|key| key.starts_with("sheet-reason-")).count();
        assert_eq!(told, reasons.len(), "{language}");
        for reason in &reasons {
            let message = messages.get(reason.message()).unwrap_or_else(|| panic!("{language}: {}", reason.message()));
            for (name, _) in reason.arguments() {
                assert!(message.contains(&format!("${name}")), "{language}: {} does not tell {name}", reason.message());
            }
        }
    }
}
