use crate::workbook::questionnaire;
use survey::{Difference, mirrored};

const RESIDENTS: &str = "type|name|label|mirror
select_one grade|manner|Доколко Ви удовлетворява отношението?
integer|age|На колко години сте?
select_one grade|speed|Доколко Ви удовлетворява бързината?
text|wish|Какво да подобрим?
note|bye|Благодарим";

#[test]
fn what_two_audiences_are_asked_under_one_name_is_compared() {
    let residents = questionnaire(RESIDENTS);
    let check = |survey: &str, expect: &[(&str, Option<Difference>)]| {
        let found: Vec<_> = mirrored(&questionnaire(survey), &residents)
            .into_iter()
            .map(|found| (found.code.to_string(), found.difference))
            .collect();
        let expect: Vec<_> = expect.iter().map(|(code, difference)| ((*code).to_owned(), difference.clone())).collect();
        assert_eq!(found, expect, "{survey}");
    };
    let same = [("manner", None), ("age", None), ("speed", None), ("wish", None)];
    check(RESIDENTS, &same);
    check("type|name|label\ntext|else|Нещо друго?", &[]);
    let words = Some(Difference::Words { theirs: "Какво да подобрим?".to_owned() });
    check("type|name|label\ntext|wish|Какво бихте подобрили?", &[("wish", words)]);
    check("type|name|label\ntext|age|На колко години сте?", &[("age", Some(Difference::Kind))]);
    check(
        "type|name|label\nselect_one yesno|manner|Доколко Ви удовлетворява отношението?",
        &[("manner", Some(Difference::Options))],
    );
    // By another name, said to mirror.
    let officials = "type|name|label|mirror\nselect_one grade|own|Доколко Ви удовлетворява бързината?|speed";
    check(officials, &[("own", None)]);
}
