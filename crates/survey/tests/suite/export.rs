//! What goes out as XLSForm comes back as it was.

use crate::fuzz::cases;
use crate::hostile::parts;
use crate::samples;
use base::{LanguageTag, Text};
use proptest::prelude::*;
use std::collections::BTreeMap;
use survey::xlsform::{self, export};
use survey::{
    Bounds, Constraint, Earlier, Expression, FileShape, Group, GroupCode, GroupLayout, Item, Look, OptionCode,
    Question, QuestionCode, QuestionKind, Questionnaire, Requirement, Scale, ScaleCode, ScaleOption, Standing,
    TextForm, TextShape, Ticks,
};

#[track_caller]
pub fn comes_back(form: &Questionnaire, name: &str) {
    let workbook = export::workbook(form).unwrap();
    let table = export::markdown(form);
    for (bytes, what) in [(workbook.as_slice(), "workbook"), (table.as_bytes(), "markdown")] {
        match xlsform::import(bytes, "again") {
            Ok(again) => assert!(
                again.questionnaire == *form,
                "{name} as {what}: {:#?}\n{table}",
                differences(form, &again.questionnaire)
            ),
            Err(problems) => panic!("{name} as {what}: {problems:#?}\n{table}"),
        }
    }
}

/// The lines of the archives that differ, so that a failure can be read.
fn differences(left: &Questionnaire, right: &Questionnaire) -> Vec<(String, String)> {
    let lines = |form: &Questionnaire| format!("{form:#?}").lines().map(str::to_owned).collect::<Vec<_>>();
    let pairs = lines(left).into_iter().zip(lines(right));
    pairs.filter(|(left, right)| left != right).take(10).collect()
}

#[test]
fn every_sample_that_imports_comes_back() {
    let mut came = 0;
    for (name, bytes) in samples::all() {
        for bytes in [samples::in_bulgarian(&bytes), Some(bytes)].iter().flatten() {
            if let Ok(imported) = xlsform::import(bytes, &name) {
                comes_back(&imported.questionnaire, &name);
                came += 1;
            }
        }
    }
    assert!(came == 0 || came >= 30, "only {came}");
}

#[test]
fn every_survey_of_limesurvey_that_is_carried_over_comes_back() {
    let Some(folder) = samples::shared("samples/limesurvey") else { return };
    let mut failed = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = survey::source::read(&std::fs::read(&path).unwrap(), &name).unwrap();
        let again = xlsform::import(&export::workbook(&read.questionnaire).unwrap(), "again");
        let again = again.unwrap_or_else(|problems| panic!("{name}: {problems:#?}")).questionnaire;
        if again != read.questionnaire {
            failed.push((name, differences(&read.questionnaire, &again)));
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn our_own_questionnaires_come_back() {
    comes_back(survey::item_bank(), "the item bank");
    for name in ["residents.xlsx", "officials.xlsx"] {
        let path = format!("{}/../../examples/primerovo/{name}", env!("CARGO_MANIFEST_DIR"));
        let imported = xlsform::import(&std::fs::read(path).unwrap(), name).unwrap();
        comes_back(&imported.questionnaire, name);
    }
}

#[test]
fn repeats_filters_and_grids_come_back() {
    let form = r"| survey |
| | type | name | label | label::en | label::tr | relevant | appearance | parameters | choice_filter | repeat_count | required | earlier | mirror |
| | integer | n | Колко? | How many? | Kaç? | | | least=1 most=9 | | | yes | changed | m |
| | begin repeat | child | Дете | Child | Çocuk | ${n} > 0 | | | | ${n} | | | |
| | text | name | Име? | Name? | Ad? | | | longest=40 | | | | | |
| | select_one sex or_other | sex | ${name}? | ${name}? | ${name}? | ${name} != '' | minimal | | | | | new | |
| | text | why | Защо? | Why? | Neden? | ${sex_other} != '' | multiline | | | | | | |
| | end repeat | | | | | | | | | | | | |
| | begin repeat | service | Услуга | Service | Hizmet | | table-list | most=3 | | | | | |
| | select_one grade | fast | Бързо? | Fast? | Hızlı? | | | | | | | | |
| | select_one grade | kind | Учтиво? | Polite? | Nazik? | | | | | | | | |
| | end repeat | | | | | | | | | | | | |
| | begin repeat | twice | Пак | Again | Yine | | | | | 2 | | | |
| | decimal | hours | Часове? | Hours? | Saat? | | | step=0.5 | | | | | |
| | end repeat | | | | | | | | | | | | |
| | begin group | page | Страница | Page | Sayfa | | field-list | randomize=true | | | | | |
| | select_one grade | head | Оценете | Rate | Puan | | label | | | | | | |
| | select_one grade | a | Едно | One | Bir | | list-nolabel | | | | | | |
| | select_one grade | b | Две | Two | İki | | list-nolabel | | | | | | |
| | select_one place | p | Къде? | Where? | Nerede? | | settlements | randomize=true | big = '1' or name = ${n} | | | n p | |
| | range | r | Число | Number | Sayı | | | start=0 end=10 step=1 | | | | | |
| | rank grade | k | Подредете | Rank | Sırala | | | | | | | | |
| | end group | | | | | | | | | | | | |
| choices |
| | list_name | name | label | label::en | label::tr | big | score | standing |
| | sex | m | Мъж | Man | Erkek | | | |
| | sex | f | Жена | Woman | Kadın | | | |
| | grade | 1 | Лошо | Bad | Kötü | | -1 | |
| | grade | 2 | Добро | Good | İyi | | 1.5 | |
| | grade | 9 | Не знам | No idea | Bilmiyorum | | | dont_know |
| | place | x | Голямо | Big | Büyük | 1 | | |
| | place | none | Никъде | Nowhere | Hiç | | | exclusive |
| settings |
| | form_title | form_title_english | form_title::tr | form_id | version | introduction::bg | introduction::en | thanks |
| | Всичко | Everything | Her şey | all | 3 | Добре дошли.<br>Започваме. | Welcome. | Благодарим. |
";
    let imported = xlsform::import(form.as_bytes(), "all.md").unwrap_or_else(|problems| panic!("{problems:#?}"));
    let table = export::markdown(&imported.questionnaire);
    assert_eq!(table.matches("begin_repeat").count(), 3, "{table}");
    assert!(!table.contains("glas-more"), "{table}");
    comes_back(&imported.questionnaire, "everything");
}

#[test]
fn the_same_questionnaire_is_the_same_file_and_holds_no_formulas() {
    let table =
        "| survey |\n| | type | name | label |\n| | text | a | =HYPERLINK(\"http://x\") |\n| | text | b | @SUM(1) |\n";
    let form = xlsform::import(table.as_bytes(), "x").unwrap().questionnaire;
    let workbook = export::workbook(&form).unwrap();
    assert!(workbook == export::workbook(&form).unwrap());
    for (name, content) in parts(&workbook) {
        let text = String::from_utf8_lossy(&content);
        assert!(!text.contains("<f>"), "{name}");
        assert!(!name.ends_with("core.xml") || text.contains("2000-01-01"), "{text}");
    }
    comes_back(&form, "formulas");
    let long = Questionnaire { title: Text::bulgarian("ж".repeat(40_000)), ..form };
    assert!(export::workbook(&long).is_err());
}

#[derive(Debug, Clone)]
struct Seed {
    kind: u8,
    flags: u16,
    words: String,
    hint: Option<String>,
}

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[а-я a-z]{1,6}",
        prop::sample::select(vec![
            "|", "\\|", "<br>", "\\<br>", "<\\br>", "<\\\\br", "\\", "\n", "=1+1", "@", "-", "\"", ";", ",", "<b>",
            "&amp;", "*", "🍔"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| format!("д{}", pieces.concat()).trim().to_owned())
}

fn seed() -> impl Strategy<Value = Seed> {
    (any::<u8>(), any::<u16>(), words(), prop::option::of(words())).prop_map(|(kind, flags, words, hint)| Seed {
        kind,
        flags,
        words,
        hint,
    })
}

struct Making {
    bilingual: bool,
    scales: BTreeMap<ScaleCode, Scale>,
}

impl Making {
    fn text(&self, words: &str) -> Text {
        if self.bilingual { Text::new(words, format!("in {words}")) } else { Text::bulgarian(words) }
    }

    fn scale(&mut self, which: u16, other: bool) -> ScaleCode {
        let option = |making: &Making, code: &str, standing: Standing| {
            let exclusive = matches!(standing, Standing::DontKnow | Standing::NotApplicable);
            let label = making.text(&format!("Отговор {code}"));
            ScaleOption { exclusive, ..ScaleOption::new(OptionCode::parse(code).unwrap(), label, standing) }
        };
        let (name, mut options, ordered) = match which % 2 {
            0 => (
                "grade",
                vec![
                    ("1", Standing::Value(-1.0)),
                    ("2", Standing::Value(0.25)),
                    ("x", Standing::DontKnow),
                    ("y", Standing::NotApplicable),
                ],
                true,
            ),
            _ => (
                "what",
                vec![("a", Standing::Unordered), ("b", Standing::Value(7.0)), ("none", Standing::Unordered)],
                false,
            ),
        };
        let mut options: Vec<ScaleOption> =
            options.drain(..).map(|(code, standing)| option(self, code, standing)).collect();
        options.iter_mut().filter(|option| option.code.as_str() == "none").for_each(|option| option.exclusive = true);
        let name = if other { format!("{name}_or_other") } else { name.to_owned() };
        if other {
            let label = Text::new("Друго", "Other");
            options.push(ScaleOption::new(OptionCode::other(), label, Standing::Unordered));
        }
        let code = ScaleCode::parse(&name).unwrap();
        self.scales.insert(code.clone(), Scale { code: code.clone(), options, ordered });
        code
    }

    fn question(&mut self, place: usize, Seed { kind, flags, words, hint }: &Seed) -> Question {
        let has = |bit: u16| flags & (1 << bit) != 0;
        let number = |bit: u16| has(bit).then_some(f64::from(bit) / 2.0);
        let other = has(0);
        let kind = match kind % 15 {
            0 => QuestionKind::Text(TextShape { long: has(0), form: TextForm::Any, longest: has(1).then_some(7) }),
            1 => QuestionKind::Text(TextShape { long: false, form: TextForm::Email, longest: None }),
            2 => QuestionKind::Text(TextShape { long: false, form: TextForm::Telephone, longest: None }),
            3 => QuestionKind::Integer(Bounds { least: number(2), most: number(4), step: number(3), offered: false }),
            4 => QuestionKind::Decimal(Bounds { least: Some(0.5), most: Some(4.5), step: Some(0.5), offered: has(5) }),
            5 => QuestionKind::Date,
            6 => QuestionKind::Time,
            7 => QuestionKind::Note,
            8 => QuestionKind::Consent,
            9 => QuestionKind::Point,
            13 => QuestionKind::File(FileShape { pictures: has(4), most: 1 + u32::from(flags >> 5) % 5 }),
            10 => QuestionKind::Ranking { scale: self.scale(*flags, false) },
            11 => {
                let ticks = Ticks { least: has(4).then_some(1), most: has(5).then_some(2) };
                QuestionKind::Many { scale: self.scale(*flags, other), other, ticks }
            }
            12 => {
                let look = [Look::List, Look::Menu, Look::Row, Look::Settlements][usize::from(flags >> 4) % 4];
                QuestionKind::One { scale: self.scale(*flags, other), other, look }
            }
            _ => QuestionKind::Calculated(Expression::parse("${first} * 2").unwrap()),
        };
        let is_calculated = matches!(kind, QuestionKind::Calculated(_));
        let is_asked = kind.is_asked();
        let label = if is_calculated { Text::default() } else { self.text(words) };
        let message = has(8).then(|| self.text("Защо?"));
        let condition = Expression::parse("${first} > 1 or ${first} = 'a|b'").unwrap();
        let code = |name: &str| QuestionCode::parse(name).unwrap();
        Question {
            hint: hint.as_ref().map(|hint| self.text(hint)),
            required: (is_asked && has(9))
                .then(|| Requirement { condition: has(10).then(|| condition.clone()), message: message.clone() }),
            constraint: (is_asked && has(11))
                .then(|| Constraint { expression: Expression::parse("string-length(.) > 0").unwrap(), message }),
            relevance: has(12).then_some(condition),
            shuffled: has(13) && kind.scale().is_some(),
            mirror: has(14).then(|| code("mirror")),
            earlier: match flags % 7 {
                0 => Earlier::New,
                1 => Earlier::Changed,
                2 => Earlier::Called(vec![code("x"), code("y")]),
                _ => Earlier::SameCode,
            },
            dimension: has(15).then(|| words.clone()),
            profile: has(7),
            ..Question::new(code(&format!("q{place}")), label, kind)
        }
    }

    fn battery(&mut self, place: usize, seed: &Seed) -> Group {
        let scale = self.scale(seed.flags, false);
        let row = |row: usize| {
            let code = QuestionCode::parse(&format!("q{place}_{row}")).unwrap();
            Item::Question(Question::new(code, self.text(&seed.words), QuestionKind::one(scale.clone())))
        };
        let rows = (0..3).map(row).collect();
        let code = GroupCode::parse(&format!("b{place}")).unwrap();
        Group::new(code, Some(self.text(&seed.words)), GroupLayout::Battery, rows)
    }

    fn form(bilingual: bool, seeds: &[Vec<Seed>]) -> Questionnaire {
        let mut making = Making { bilingual, scales: BTreeMap::new() };
        let first =
            Question::new(QuestionCode::parse("first").unwrap(), making.text("Колко?"), QuestionKind::integer());
        let mut items = vec![Item::Question(first)];
        for (group, seeds) in seeds.iter().enumerate() {
            let mut held: Vec<Item> = Vec::new();
            for (place, seed) in seeds.iter().enumerate() {
                let place = group * 100 + place;
                let question = making.question(place, seed);
                held.push(Item::Question(question));
                // A page that is nothing but a grid would be that grid.
                if seed.kind > 230 {
                    held.push(Item::Group(making.battery(place, seed)));
                }
            }
            if group % 2 == 0 {
                items.extend(held);
                continue;
            }
            let layout = if seeds.len() % 2 == 0 { GroupLayout::Page } else { GroupLayout::Plain };
            let code = GroupCode::parse(&format!("g{group}")).unwrap();
            items.push(Item::Group(Group { shuffled: group % 3 == 0, ..Group::new(code, None, layout, held) }));
        }
        let mut languages = vec![LanguageTag::BULGARIAN];
        languages.extend(bilingual.then_some(LanguageTag::ENGLISH));
        Questionnaire {
            code: "generated".to_owned(),
            title: making.text("Заглавие"),
            version: bilingual.then(|| "2".to_owned()),
            languages,
            introduction: Some(making.text("Първо\nвтори ред")),
            thanks: None,
            scales: making.scales,
            items,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(48)))]

    #[test]
    fn whatever_the_questionnaire_it_comes_back(bilingual in any::<bool>(), seeds in prop::collection::vec(prop::collection::vec(seed(), 1..6), 0..5)) {
        comes_back(&Making::form(bilingual, &seeds), "generated");
    }
}
