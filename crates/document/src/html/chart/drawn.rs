use crate::{
    Chart,
    chart::{self, Anchor, Drawing, Paint, Shape, Weight},
    escape::{escape, measure},
};

/// The same drawing as in a file and on paper, once for phones and once for wider screens; the style sheet shows one.
pub(super) fn write(chart: &Chart, out: &mut String) {
    for (class, width, size) in [("drawing-narrow", 260.0, 13.0), ("drawing-wide", 660.0, 14.0)] {
        drawing(&chart::layout(chart, width, size), class, out);
    }
}

fn drawing(drawing: &Drawing, class: &str, out: &mut String) {
    out.push_str(&format!(
        "<svg class=\"chart-drawing {class}\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\" focusable=\"false\">\n",
        measure(drawing.width),
        measure(drawing.height)
    ));
    for shape in &drawing.shapes {
        write_shape(shape, out);
    }
    out.push_str("</svg>\n");
}

fn write_shape(shape: &Shape, out: &mut String) {
    match shape {
        Shape::Rect { x, y, width, height, paint } => out.push_str(&format!(
            "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
            class(*paint),
            measure(*x),
            measure(*y),
            measure(*width),
            measure(*height)
        )),
        Shape::Line { from, to, thickness, paint } => out.push_str(&format!(
            "<line class=\"line-{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke-width=\"{}\"/>\n",
            name(*paint),
            measure(from.0),
            measure(from.1),
            measure(to.0),
            measure(to.1),
            measure(*thickness)
        )),
        Shape::Circle { centre, radius, thickness, filled, paint } => {
            let (class, stroke) = match filled {
                true => (class(*paint), String::new()),
                false => (format!("ring line-{}", name(*paint)), format!(" stroke-width=\"{}\"", measure(*thickness))),
            };
            out.push_str(&format!(
                "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"{stroke}/>\n",
                measure(centre.0),
                measure(centre.1),
                measure(*radius)
            ));
        }
        Shape::Text { x, y, size, anchor, weight, paint, words } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let weight = match weight {
                Weight::Regular => "",
                Weight::SemiBold => " font-weight=\"600\"",
            };
            out.push_str(&format!(
                "<text class=\"{}\" x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor}>",
                class(*paint),
                measure(*x),
                measure(*y),
                measure(*size)
            ));
            escape(words, out);
            out.push_str("</text>\n");
        }
    }
}

/// The class of a filled shape or of words.
fn class(paint: Paint) -> String {
    match paint {
        Paint::Tone(tone) => format!("tone-{}", tone.name()),
        Paint::On(tone) => format!("on-{}", tone.name()),
        Paint::Ground => "ground".to_owned(),
        Paint::Ink | Paint::Quiet | Paint::Rule | Paint::Paper => format!("paint-{}", name(paint)),
    }
}

/// What a line is painted with, in the style sheet.
fn name(paint: Paint) -> &'static str {
    match paint {
        Paint::Tone(_) | Paint::On(_) => "plain",
        Paint::Ink => "ink",
        Paint::Quiet => "quiet",
        Paint::Rule => "rule",
        Paint::Ground => "ground",
        Paint::Paper => "paper",
    }
}
