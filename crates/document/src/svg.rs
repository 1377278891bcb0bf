//! A drawing as one SVG file that stands on its own: title, description, words as words, colours of white paper.

use crate::{
    Figure,
    chart::{self, Anchor, Drawing, Paint, Shape, Weight, wrapped},
    escape::{escape, escaped, measure},
    palette,
};
use base::Language;

/// The families, nearest in width first, so that labels fit even without Sofia Sans.
const FAMILIES: &str = "'Sofia Sans', 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";

/// The drawing alone. `title` and `description` are what a screen reader says.
pub fn render(drawing: &Drawing, title: &str, description: &str, language: Language) -> String {
    let (width, height) = (measure(drawing.width), measure(drawing.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" lang=\"{language}\" xml:lang=\"{language}\" aria-labelledby=\"title\" aria-describedby=\"description\" \
         font-family=\"{FAMILIES}\" font-variant-numeric=\"tabular-nums\">\n<title id=\"title\">{}</title>\n\
         <desc id=\"description\">{}</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
        escaped(title),
        escaped(description)
    );
    for shape in &drawing.shapes {
        write(shape, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// The whole figure for use elsewhere: finding, measure, question, chart, base and method in one picture of 800 pixels.
pub fn figure(figure: &Figure, language: Language) -> String {
    const MARGIN: f64 = 24.0;
    const WIDTH: f64 = 752.0;
    let mut sheet = Drawing { width: WIDTH + 2.0 * MARGIN, height: MARGIN, shapes: Vec::new() };
    paragraph(&mut sheet, &figure.finding, 20.0, Weight::SemiBold, Paint::Ink);
    let question = quoted(&figure.question, language);
    paragraph(&mut sheet, &[question.as_str(), &figure.measure].join(" · "), 15.0, Weight::Regular, Paint::Quiet);
    sheet.height += 14.0;
    let chart = chart::layout(&figure.chart, WIDTH, 15.0);
    let down = sheet.height;
    sheet.shapes.extend(chart.shapes.into_iter().map(|shape| moved(shape, MARGIN, down)));
    sheet.height += chart.height + 6.0;
    let foot = [Some(figure.base.as_str()), figure.missing.as_deref(), Some(figure.method.as_str())];
    for words in foot.into_iter().flatten().filter(|words| !words.is_empty()) {
        paragraph(&mut sheet, words, 13.0, Weight::Regular, Paint::Quiet);
    }
    sheet.height += MARGIN;
    render(&sheet, &figure.finding, &figure.alternative, language)
}

fn paragraph(sheet: &mut Drawing, words: &str, size: f64, weight: Weight, paint: Paint) {
    let margin = 24.0;
    for line in wrapped(words, weight, size, sheet.width - 2.0 * margin) {
        sheet.height += size * 1.3;
        let y = sheet.height - size * 0.25;
        sheet.shapes.push(Shape::Text { x: margin, y, size, anchor: Anchor::Start, weight, paint, words: line });
    }
    sheet.height += 4.0;
}

/// Words in the quotation marks of the language.
pub fn quoted(words: &str, language: Language) -> String {
    match language {
        Language::Bulgarian => format!("„{words}“"),
        Language::English => format!("“{words}”"),
    }
}

fn moved(shape: Shape, right: f64, down: f64) -> Shape {
    match shape {
        Shape::Rect { x, y, width, height, paint } => Shape::Rect { x: x + right, y: y + down, width, height, paint },
        Shape::Line { from, to, thickness, paint } => {
            Shape::Line { from: (from.0 + right, from.1 + down), to: (to.0 + right, to.1 + down), thickness, paint }
        }
        Shape::Circle { centre, radius, thickness, filled, paint } => {
            Shape::Circle { centre: (centre.0 + right, centre.1 + down), radius, thickness, filled, paint }
        }
        Shape::Text { x, y, size, anchor, weight, paint, words } => {
            Shape::Text { x: x + right, y: y + down, size, anchor, weight, paint, words }
        }
    }
}

fn write(shape: &Shape, out: &mut String) {
    match shape {
        Shape::Rect { x, y, width, height, paint } => out.push_str(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n",
            measure(*x),
            measure(*y),
            measure(*width),
            measure(*height),
            palette::printed(*paint)
        )),
        Shape::Line { from, to, thickness, paint } => out.push_str(&format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>\n",
            measure(from.0),
            measure(from.1),
            measure(to.0),
            measure(to.1),
            palette::printed(*paint),
            measure(*thickness)
        )),
        Shape::Circle { centre, radius, thickness, filled, paint } => {
            let colour = palette::printed(*paint);
            let fill = if *filled { colour } else { "none" };
            out.push_str(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{fill}\" stroke=\"{colour}\" stroke-width=\"{}\"/>\n",
                measure(centre.0),
                measure(centre.1),
                measure(*radius),
                measure(*thickness)
            ));
        }
        Shape::Text { x, y, size, anchor, weight, paint, words } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = match weight {
                Weight::Regular => "400",
                Weight::SemiBold => "600",
            };
            out.push_str(&format!(
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{weight}\" text-anchor=\"{anchor}\" fill=\"{}\">",
                measure(*x),
                measure(*y),
                measure(*size),
                palette::printed(*paint)
            ));
            escape(words, out);
            out.push_str("</text>\n");
        }
    }
}
