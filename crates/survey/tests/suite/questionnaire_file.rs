//! What sort of file brings a questionnaire, whatever it is called.

use crate::fuzz::cases;
use crate::hostile::packed;
use crate::samples::{all, shared};
use proptest::prelude::*;
use survey::QuestionnaireFile::{self, AnswerSheet, LimeSurvey, SurveyJs, XlsForm};
use survey::limesurvey;

fn workbook(sheet: &str, headers: &[&str]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let first = workbook.add_worksheet();
    first.set_name(sheet).unwrap();
    for (column, header) in (0..).zip(headers) {
        first.write_string(0, column, *header).unwrap();
        first.write_string(1, column, "х").unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_file_is_told_by_what_it_holds() {
    let check = |bytes: &[u8], expected: QuestionnaireFile| {
        assert_eq!(QuestionnaireFile::of(bytes), expected, "{}", String::from_utf8_lossy(bytes));
    };
    let lss =
        b"\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>";
    check(lss, LimeSurvey);
    let archive = [("survey_77.LSS".to_owned(), lss.to_vec()), ("survey_77_responses.lsr".to_owned(), Vec::new())];
    check(&packed(&archive), LimeSurvey);
    check(&workbook("survey", &["type", "name", "label"]), XlsForm);
    check(&workbook("Survey ", &["Въпрос", "Друг"]), XlsForm);
    // A sheet that is misnamed is told so, and not taken for answers.
    check(&workbook("анкета", &["Type", "name", "label"]), XlsForm);
    check(&workbook("Form Responses 1", &["Timestamp", "Въпрос"]), AnswerSheet);
    check("Клеймо за време,Въпрос\n1,2\n".as_bytes(), AnswerSheet);
    check("Въпрос;Друг\n1;2\n".as_bytes(), AnswerSheet);
    check(b"survey,type,name\n,text,a\n", XlsForm);
    check(b"\xEF\xBB\xBF {\"title\": \"a,b\",\n\"pages\": []}", SurveyJs);
    check(b"| survey |\n| | type | name |\n", XlsForm);
    for nothing in [&b""[..], b"MZ\x90\x00", b"<script>a,b\nc</script>", b"PK\x03\x04", b"a,b\n", "дума\n".as_bytes()]
    {
        check(nothing, XlsForm);
    }
}

#[test]
fn files_of_others_are_told_apart() {
    for (name, bytes) in all() {
        assert_eq!(QuestionnaireFile::of(&bytes), XlsForm, "{name}");
    }
    let Some(folder) = shared("samples/limesurvey") else { return };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(QuestionnaireFile::of(&bytes), LimeSurvey, "{}", path.display());
        let kept = limesurvey::to_be_kept(&bytes).unwrap();
        let (whole, bare) = (limesurvey::read(&bytes).unwrap(), limesurvey::read(kept.as_bytes()).unwrap());
        assert_eq!(whole.survey, bare.survey, "{}", path.display());
        assert_eq!(bare.responses, None);
        let people = ["adminemail", "bounce_email"].map(|name| format!("<{name}>"));
        for person in people {
            let told = kept.split(&person).nth(1).and_then(|rest| rest.split("</").next()).unwrap_or_default();
            assert!(!told.contains('@'), "{}: {told}", path.display());
        }
    }
}

#[test]
fn who_ran_a_survey_is_not_kept_and_lines_stay() {
    let xml = "<document><LimeSurveyDocType>Survey</LimeSurveyDocType>\n<admin><![CDATA[Иван\nИванов]]></admin>\n\
               <bounceaccountpass>тайна</bounceaccountpass><bounceaccountencryption>off</bounceaccountencryption>\n</document>";
    let kept = limesurvey::to_be_kept(xml.as_bytes()).unwrap();
    assert!(!kept.contains("Иван") && !kept.contains("тайна"), "{kept}");
    assert!(kept.contains("<bounceaccountpass>*</bounceaccountpass>"), "{kept}");
    assert!(kept.contains("<bounceaccountencryption>off</bounceaccountencryption>"), "{kept}");
    assert_eq!(kept.lines().count(), xml.lines().count());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(200), ..ProptestConfig::default() })]

    #[test]
    fn file_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = QuestionnaireFile::of(&bytes);
    }

    #[test]
    fn file_any_text(text in "(<|\\||survey|PK|type,name|LimeSurveyDocType|[,;\n\t]|[а-я]{1,4}){0,30}") {
        let _ = QuestionnaireFile::of(text.as_bytes());
        let _ = limesurvey::to_be_kept(text.as_bytes());
    }
}
