use super::{built_in, dict, drawing, figure, list, maybe, named, shortened, words};
use crate::paper::Template;
use document::{
    Picture, Postcard, Shows,
    chart::{Weight, wrapped},
};
use typst::foundations::{Dict, IntoValue, Value};

/// The picture, as the inputs of its template.
pub(crate) fn of(picture: &Picture) -> (Template, Dict) {
    let (template, mut data) = match &picture.shows {
        Shows::Figure { figure, source, address } => {
            let data = dict([
                ("figure", Value::Dict(figure::alone(figure))),
                ("source", maybe(Some(source))),
                ("address", maybe(Some(address))),
            ]);
            (Template::Sheet, data)
        }
        Shows::Postcard(postcard) => (Template::Postcard, of_postcard(postcard)),
    };
    data.insert("lang".into(), Value::Str(picture.language.tag().into()));
    let notice = picture.demonstration.as_deref().map(|notice| shortened(notice, 12.9, WIDTH - 12.0));
    data.insert("demonstration".into(), maybe(notice.as_deref()));
    data.insert("words".into(), built_in(&picture.words));
    (template, data)
}

fn of_postcard(postcard: &Postcard) -> Dict {
    let funding = postcard.funding.clone().unwrap_or_default();
    let figures = columns(&postcard.figures, |figure, width| {
        list([figure.value.clone(), in_two_lines(&figure.label, 12.0, width)], |text| words(&text))
    });
    let facts = columns(&postcard.facts, |(name, value), width| {
        list([shortened(name, 11.0, width), in_two_lines(value, 13.0, width)], |text| words(&text))
    });
    dict([
        ("mark", words(&postcard.mark)),
        ("place", words(&shortened(&postcard.place, 18.0, 240.0))),
        ("kicker", words(&shortened(&postcard.kicker, 13.0, 480.0))),
        ("title", named(&within(&postcard.title, 200))),
        ("summary", maybe(postcard.summary.as_deref().map(|summary| within(summary, 120)).as_deref())),
        ("figures", figures),
        ("facts", facts),
        ("project", maybe(postcard.project.as_deref().map(|project| shortened(project, 10.5, 450.0)).as_deref())),
        ("date", words(&shortened(&postcard.date, 12.0, 240.0))),
        ("european-union", funding.european_union.into_value()),
        ("signs", maybe(Some(&in_two_lines(&funding.signs.join(" · "), 10.8, 460.0)))),
        ("flag", drawing::flag()),
    ])
}

/// The room between the margins of a postcard and that between two columns of it, in points.
const WIDTH: f64 = 524.0;
const GUTTER: f64 = 20.0;

/// At most four columns side by side, each told how wide it is.
fn columns<T>(items: &[T], mut column: impl FnMut(&T, f64) -> Value) -> Value {
    let count = u32::try_from(items.len().clamp(1, 4)).map_or(4.0, f64::from);
    let width = (WIDTH - GUTTER * (count - 1.0)) / count;
    list(items.iter().take(4), |item| column(item, width))
}

/// As many whole words as take no more than two lines of semibold type of `size`.
fn in_two_lines(text: &str, size: f64, width: f64) -> String {
    // A little less than there is: the lines are broken once more where they are set.
    let lines = wrapped(text, Weight::SemiBold, size, width * 0.94);
    match lines.as_slice() {
        [first, second, _, ..] => {
            let cut = second.trim_end_matches(|letter: char| !letter.is_alphanumeric());
            format!("{first} {cut}…")
        }
        [] | [_] | [_, _] => text.to_owned(),
    }
}

/// As many whole words as have no more than `most` letters together.
fn within(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let begun: String = text.chars().take(most).collect();
    let whole = begun.rsplit_once(char::is_whitespace).map_or(begun.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches(|letter: char| !letter.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::{in_two_lines, within};

    #[test]
    fn words_of_a_column_take_two_lines() {
        let check = |text: &str, width, expect: &str| assert_eq!(in_two_lines(text, 12.0, width), expect, "{text}");
        check("Служители на общината", 250.0, "Служители на общината");
        check("Граждани, НПО, бизнес и администрация", 160.0, "Граждани, НПО, бизнес и администрация");
        check("Граждани, НПО, бизнес и цялата администрация", 112.0, "Граждани, НПО, бизнес и цялата…");
        check("", 100.0, "");
    }

    #[test]
    fn a_long_title_ends_with_a_whole_word() {
        assert_eq!(within("Кутията", 20), "Кутията");
        assert_eq!(within("Доклад с резултатите, 2023 г.", 24), "Доклад с резултатите…");
        assert_eq!(within(&"я".repeat(30), 4), "яяяя…");
    }
}
