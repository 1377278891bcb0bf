use crate::sample;
use document::{
    Block, Chart,
    chart::{Anchor, Drawing, Shape, layout, text_width, wrapped},
};
use proptest::prelude::*;

fn charts() -> Vec<Chart> {
    let figures = sample::document().blocks.into_iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure.chart),
        _ => None,
    });
    figures.collect()
}

/// Every shape and every word lies on the sheet.
fn check(drawing: &Drawing) {
    let slack = 0.5;
    for shape in &drawing.shapes {
        let (left, right, top, bottom) = match shape {
            Shape::Rect { x, y, width, height, .. } => (*x, x + width, *y, y + height),
            Shape::Line { from, to, .. } => (from.0.min(to.0), from.0.max(to.0), from.1.min(to.1), from.1.max(to.1)),
            Shape::Circle { centre, radius, .. } => {
                (centre.0 - radius, centre.0 + radius, centre.1 - radius, centre.1 + radius)
            }
            Shape::Text { x, y, size, anchor, weight, words, .. } => {
                let width = text_width(words, *weight, *size);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - width / 2.0,
                    Anchor::End => x - width,
                };
                (left, left + width, y - size * 0.7, y + size * 0.25)
            }
        };
        assert!(left >= -slack && right <= drawing.width + slack, "{shape:?} leaves {} wide", drawing.width);
        assert!(top >= -slack && bottom <= drawing.height + slack, "{shape:?} leaves {} high", drawing.height);
    }
}

#[test]
fn nothing_leaves_the_sheet() {
    for chart in charts() {
        for width in [320.0, 451.0, 720.0, 1200.0] {
            check(&layout(&chart, width, 13.0));
        }
    }
}

#[test]
fn labels_do_not_run_into_the_bars() {
    for chart in charts() {
        let drawing = layout(&chart, 480.0, 9.0);
        let words: Vec<_> = drawing
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Text { x, y, size, anchor: Anchor::Start, weight, words, .. } => {
                    Some((*x, x + text_width(words, *weight, *size), *y))
                }
                _ => None,
            })
            .collect();
        for shape in &drawing.shapes {
            if let Shape::Rect { x, y, width, height, .. } = shape {
                for (left, right, baseline) in &words {
                    let beside = *right <= x + 0.5 || *left >= x + width - 0.5;
                    assert!(beside || *baseline <= *y || *baseline - 6.0 >= y + height, "{words:?} over {shape:?}");
                }
            }
        }
    }
}

#[test]
fn a_word_wider_than_its_column_is_broken() {
    let lines = wrapped("Непротивоконституционствувателствувайте се", document::chart::Weight::Regular, 10.0, 60.0);
    assert!(lines.len() > 3);
    assert!(lines.iter().all(|line| text_width(line, document::chart::Weight::Regular, 10.0) <= 60.0), "{lines:?}");
}

proptest! {
    #[test]
    fn any_numbers_and_words_can_be_laid_out(label in ".{0,80}", share in any::<f64>(), low in any::<f64>(), count in any::<u32>()) {
        use document::{Tone, chart::*};
        let interval = Some(Interval { low, high: share });
        let charts = [
            Chart::Bars(Bars { rows: vec![Bar { label: label.clone(), value: "1".into(), share, interval, tone: Tone::Plain }] }),
            Chart::Marks(Marks { rows: vec![MarkRow { label: label.clone(), filled: count, of: count, value: label.chars().take(9).collect(), tone: Tone::Best }] }),
            Chart::Histogram(Histogram { bins: vec![Bin { label, share, value: "1".into() }], axis: String::new() }),
        ];
        for chart in &charts {
            let drawing = layout(chart, 400.0, 12.0);
            prop_assert!(drawing.height.is_finite());
            let svg = document::svg::render(&drawing, "", "", base::Language::English);
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf"));
        }
    }
}
