use crate::workbook::with_survey;
use survey::xlsform;

#[test]
fn a_plain_form() {
    let bytes = with_survey("type|name|label\nselect_one grade|q1|Как?\nselect_multiple what or_other|q2|Кое?");
    let imported = xlsform::import(&bytes, "x.xlsx").unwrap();
    println!("{imported:#?}");
}
