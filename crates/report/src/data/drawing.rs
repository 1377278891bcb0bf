use super::{dict, list, words};
use document::{
    chart::{Anchor, Drawing, Shape, Weight},
    flag, palette,
};
use typst::foundations::{Dict, IntoValue, Value};

/// A drawing whose units are points.
pub(super) fn of(drawing: &Drawing) -> Value {
    Value::Dict(dict([
        ("width", drawing.width.into_value()),
        ("height", drawing.height.into_value()),
        ("shapes", list(&drawing.shapes, |one| Value::Dict(shape(one)))),
    ]))
}

fn shape(shape: &Shape) -> Dict {
    let colour = |paint| Value::Str(palette::printed(paint).into());
    let point = |(x, y): (f64, f64)| list([x, y], IntoValue::into_value);
    let name = |name: &str| Value::Str(name.into());
    match shape {
        Shape::Rect { x, y, width, height, paint } => dict([
            ("shape", name("rect")),
            ("at", point((*x, *y))),
            ("size", point((*width, *height))),
            ("colour", colour(*paint)),
        ]),
        Shape::Line { from, to, thickness, paint } => dict([
            ("shape", name("line")),
            ("from", point(*from)),
            ("to", point(*to)),
            ("thickness", thickness.into_value()),
            ("colour", colour(*paint)),
        ]),
        Shape::Circle { centre, radius, thickness, filled, paint } => dict([
            ("shape", name("circle")),
            ("at", point((centre.0 - radius, centre.1 - radius))),
            ("radius", radius.into_value()),
            ("thickness", thickness.into_value()),
            ("filled", filled.into_value()),
            ("colour", colour(*paint)),
        ]),
        Shape::Text { x, y, size, anchor, weight, paint, words: text } => dict([
            ("shape", name("text")),
            ("at", point((*x, *y))),
            ("size", size.into_value()),
            (
                "anchor",
                name(match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                }),
            ),
            (
                "weight",
                i64::from(match weight {
                    Weight::Regular => 400_u16,
                    Weight::SemiBold => 600,
                })
                .into_value(),
            ),
            ("colour", colour(*paint)),
            ("words", words(text)),
        ]),
    }
}

/// The flag of the European Union, 54 wide and 36 high: its colours, the centres of its stars, the corners of one.
pub(super) fn flag() -> Value {
    let points = |points: &[(f64, f64)]| list(points, |(x, y)| list([*x, *y], IntoValue::into_value));
    Value::Dict(dict([
        ("blue", Value::Str(flag::BLUE.into())),
        ("yellow", Value::Str(flag::YELLOW.into())),
        ("stars", points(&flag::STARS)),
        ("star", points(&flag::STAR)),
    ]))
}
