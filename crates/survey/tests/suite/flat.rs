//! The public format as plain text.

use base::Explain;
use survey::xlsform;

const EXPECTED: &str = "type|name|label|label::en|constraint
text|a|Кое: „Едно; две“ или\nтри?|Which?|regex(., 'x|y')";

fn reads(bytes: &[u8], name: &str) {
    let imported = xlsform::import(bytes, name).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
    let question = imported.questionnaire.question("a").unwrap();
    assert_eq!(question.label.bulgarian, "Кое: „Едно; две“ или\nтри?", "{name}");
    assert_eq!(question.label.english.as_deref(), Some("Which?"), "{name}");
    assert_eq!(question.constraint.as_ref().unwrap().expression.source(), "regex(., 'x|y')", "{name}");
    assert_eq!(imported.questionnaire.code, "x", "{name}");
    assert!(EXPECTED.contains(&question.label.bulgarian));
}

#[test]
fn tables_between_bars() {
    let text = r"# A form

| survey |
| ------ | :--: | --- |
|  | type | name | label | label::en | constraint |
|  | text | a | Кое: „Едно; две“ или<br>три? | Which? | regex(., 'x\|y') |
";
    reads(text.as_bytes(), "x.md");
    // Without the last bar, and with the ends of lines of another system.
    reads(text.replace(" |\n", "\r\n").as_bytes(), "x.md");
    reads(&[b"\xEF\xBB\xBF", text.as_bytes()].concat(), "x.txt");
}

#[test]
fn values_between_commas_semicolons_and_tabs() {
    let text = "\"survey\",,,,,\n,type,name,label,label::en,constraint\n,text,a,\"Кое: „Едно; две“ или\nтри?\",Which?,\"regex(., 'x|y')\"\n";
    reads(text.as_bytes(), "x.csv");
    let other = "survey;;;;;\n;type;name;label;label::en;constraint\n;text;a;\"Кое: „Едно; две“ или\nтри?\";Which?;regex(., 'x|y')\n";
    reads(other.as_bytes(), "x.csv");
    reads(other.replace("Едно; две", "Едно\u{1}").replace(';', "\t").replace('\u{1}', "; две").as_bytes(), "x.csv");
    // As Excel in Bulgaria saves it.
    let old: Vec<u8> = other
        .chars()
        .map(|letter| match letter {
            '„' => 0x84,
            '“' => 0x93,
            'А'..='я' => u8::try_from(u32::from(letter) - u32::from('А') + 0xC0).unwrap(),
            letter => u8::try_from(u32::from(letter)).unwrap(),
        })
        .collect();
    reads(&old, "x.csv");
}

#[test]
fn problems_have_the_places_of_the_file() {
    let check = |text: &str, expect: (&str, &str, u32, &str)| {
        let problems = xlsform::import(text.as_bytes(), "x").unwrap_err();
        let found = &problems[0];
        let place = (found.code(), found.sheet.as_deref().unwrap(), found.row.unwrap(), found.letter().unwrap());
        assert_eq!((place.0, place.1, place.2, place.3.as_str()), expect, "{problems:?}");
    };
    check(
        "Words.\n\n| survey |\n| | type | name | label |\n| | txet | a | Кое? |\n",
        ("xlsform-unknown-type", "survey", 5, "B"),
    );
    check("survey,,,\n,type,name,label\n,text,a b,Кое?\n", ("xlsform-bad-name", "survey", 3, "C"));
    let twice = "survey,,,\n,type,name,label\n,text,a,Кое?\nsurvey,,,\n,text,a,Пак?\n";
    check(twice, ("xlsform-repeated-name", "survey", 5, "C"));
}

#[test]
fn the_item_bank_is_ready_for_use() {
    let file = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/src/item_bank/questions.md")).unwrap();
    let imported = xlsform::import(&file, "item_bank.md").unwrap();
    assert_eq!(imported.warnings, []);
    let bank = survey::item_bank();
    assert_eq!(bank, &imported.questionnaire);
    assert_eq!(bank.questions().count(), 50);
    assert_eq!(bank.languages.len(), 2);
    assert_eq!(bank.untranslated(), None);
    for scale in bank.scales.values().filter(|scale| scale.ordered) {
        let values: Vec<f64> = scale
            .options
            .iter()
            .filter_map(|option| if let survey::Standing::Value(value) = option.standing { Some(value) } else { None })
            .collect();
        // As much above the middle as below it, and no step greater than another.
        let middle = (values[0] + values[values.len() - 1]) / 2.0;
        assert!((values.iter().sum::<f64>() / f64::from(u32::try_from(values.len()).unwrap()) - middle).abs() < 1e-9);
        assert!(values.windows(2).all(|pair| (pair[1] - pair[0] - 1.0).abs() < 1e-9), "{}", scale.code);
        let apart = |option: &survey::ScaleOption| option.standing == survey::Standing::DontKnow;
        assert!(scale.options.iter().any(apart), "{} has no way out", scale.code);
    }
    let satisfaction = bank.scales.values().find(|scale| scale.code.as_str() == "satisfaction").unwrap();
    let way_out = satisfaction.option("cannot_judge").unwrap();
    assert_eq!(way_out.standing, survey::Standing::DontKnow);
    assert_eq!(way_out.label.bulgarian, "Не мога да преценя");
}
