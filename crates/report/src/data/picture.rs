use super::{built_in, dict, drawing, figure, key_figure, list, maybe, named, pair, shortened, words};
use crate::paper::Template;
use document::{Picture, Postcard, Shows};
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
    data.insert("demonstration".into(), maybe(picture.demonstration.as_deref()));
    data.insert("words".into(), built_in(&picture.words));
    (template, data)
}

fn of_postcard(postcard: &Postcard) -> Dict {
    let funding = postcard.funding.clone().unwrap_or_default();
    dict([
        ("mark", words(&postcard.mark)),
        ("place", words(&shortened(&postcard.place, 17.0, 200.0))),
        ("kicker", words(&shortened(&postcard.kicker, 12.0, 300.0))),
        ("title", named(&within(&postcard.title, 200))),
        ("summary", maybe(postcard.summary.as_deref().map(|summary| within(summary, 120)).as_deref())),
        ("figures", list(postcard.figures.iter().take(4), key_figure)),
        ("facts", list(postcard.facts.iter().take(4), pair)),
        ("project", maybe(postcard.project.as_deref().map(|project| shortened(project, 10.5, 450.0)).as_deref())),
        ("date", words(&postcard.date)),
        ("european-union", funding.european_union.into_value()),
        ("signs", list(&funding.signs, |sign| words(sign))),
        ("flag", drawing::flag()),
    ])
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
