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

/// No line of type lies on another.
fn check_words(drawing: &Drawing) {
    let boxes: Vec<_> = drawing
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text { x, y, size, anchor, weight, words, .. } => {
                let width = text_width(words, *weight, *size);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - width / 2.0,
                    Anchor::End => x - width,
                };
                Some((left, left + width, y - size * 0.6, y + size * 0.1, words))
            }
            _ => None,
        })
        .collect();
    for (place, one) in boxes.iter().enumerate() {
        for other in &boxes[place + 1..] {
            let apart = one.1 <= other.0 || other.1 <= one.0 || one.3 <= other.2 || other.3 <= one.2;
            assert!(apart, "{one:?} lies on {other:?} at {} wide", drawing.width);
        }
    }
}

#[test]
fn no_words_lie_on_other_words() {
    for chart in charts() {
        for (width, size) in
            [(260.0, 13.0), (288.0, 14.0), (320.0, 13.0), (453.5, 8.8), (660.0, 14.0), (752.0, 15.0), (1200.0, 13.0)]
        {
            check(&layout(&chart, width, size));
            check_words(&layout(&chart, width, size));
        }
    }
}

/// What a drawing says in numbers, its table says too.
#[test]
fn every_number_drawn_stands_in_the_table() {
    for block in sample::document().blocks {
        let Block::Figure(figure) = block else { continue };
        let cells = figure.table.rows.iter().flat_map(|row| &row.cells);
        let table: String = cells.map(|cell| format!("{} ", document::Inline::plain(&cell.0))).collect();
        let values: Vec<String> = match &figure.chart {
            Chart::Dots(dots) => dots
                .groupings
                .iter()
                .flat_map(|grouping| &grouping.rows)
                .filter_map(|row| match &row.dot {
                    document::chart::Dot::Share { value, .. } => Some(value.clone()),
                    document::chart::Dot::Words(_) => None,
                })
                .collect(),
            Chart::Diverging(diverging) => {
                diverging.battery.rows.iter().map(document::chart::BatteryRow::told_balance).collect()
            }
            Chart::Course(course) => course.points.iter().map(|point| point.value.clone()).collect(),
            _ => continue,
        };
        for value in values {
            assert!(table.contains(&value), "{value} of {} is not in its table: {table}", figure.anchor);
        }
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
    // In the fields of a plane the words stand on the ground, and shall.
    for chart in charts().into_iter().filter(|chart| !matches!(chart, Chart::Plane(_))) {
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

/// Words as people write them: of one letter to a whole sentence.
fn words() -> impl Strategy<Value = String> {
    prop::collection::vec("[а-я]{1,24}", 1..9).prop_map(|words| words.join(" "))
}

fn part() -> impl Strategy<Value = f64> {
    0.0..=1.0f64
}

proptest! {
    #[test]
    fn drawn_charts_keep_their_words_apart(
        labels in prop::collection::vec(words(), 1..8),
        shares in prop::collection::vec((part(), part(), part(), part()), 8),
        width in 280.0..900.0f64,
    ) {
        use document::{Tone, chart::*};
        let ends = |share: f64, spread: f64| Some(Interval { low: share - spread / 3.0, high: share + spread / 3.0 });
        let percent = |share: f64| sample::percent(share);
        let both = || labels.iter().zip(&shares);
        let segments = |(one, two, three, four): (f64, f64, f64, f64)| {
            let all = one + two + three + four + 0.01;
            let shares = [one, two, 0.01, three, four].map(|share| share / all);
            shares.map(|share| Segment { share, label: format!("{:.0}", share * 100.0) }).to_vec()
        };
        let legend = labels.iter().cycle().take(5).enumerate();
        let battery = Battery {
            legend: legend.map(|(place, label)| LegendEntry { label: label.clone(), tone: Tone::ordered(place, 5) }).collect(),
            headline: None,
            rows: both().map(|(label, four)| BatteryRow {
                label: label.clone(),
                segments: segments(*four),
                headline: None,
                base: "n = 168".into(),
                apart: Some(label.clone()),
            }).collect(),
        };
        let rows = both().map(|(label, (share, spread, ..))| DotRow {
            label: label.clone(),
            base: "n = 168".into(),
            dot: match share < &0.1 {
                true => Dot::Words(label.clone()),
                false => Dot::Share { share: *share, value: percent(*share), interval: ends(*share, *spread) },
            },
        });
        let points = both().map(|(label, (across, up, one, two))| PlanePoint {
            label: label.clone(),
            across: (*across, ends(*across, *one)),
            up: (*up, ends(*up, *two)),
            tone: (across > up).then_some(Tone::Best),
        });
        let axis = |name: &String| Axis { name: name.clone(), ticks: sample::dots().ticks, ..Axis::default() };
        let name = labels.first().unwrap();
        let count = f64::from(u32::try_from(labels.len()).unwrap());
        let steps = (1..).zip(both()).map(|(place, (label, (up, spread, ..)))| CoursePoint {
            at: f64::from(place) / count,
            up: *up,
            interval: ends(*up, *spread),
            value: percent(*up),
            label: label.clone(),
            joined: true,
        });
        let charts = [
            Chart::Diverging(Diverging::of(&battery, "баланс", name).unwrap()),
            Chart::Dots(Dots {
                ticks: sample::dots().ticks,
                total: Some(DotsTotal { share: 0.5, words: name.clone() }),
                groupings: vec![Grouping { heading: name.clone(), rows: rows.collect() }],
            }),
            Chart::Plane(Plane {
                across: axis(name),
                up: axis(name),
                points: points.collect(),
                fields: ["първо тук", "така да остане", "по-късно", "достатъчно"].map(str::to_owned),
                note: name.clone(),
            }),
            Chart::Course(Course {
                ticks: sample::dots().ticks,
                points: steps.collect(),
                plan: Some(Plan { words: name.clone(), from: (0.0, 0.0), to: (1.0, 1.0) }),
                note: name.clone(),
            }),
        ];
        for chart in &charts {
            let drawing = layout(chart, width, 14.0);
            check(&drawing);
            check_words(&drawing);
        }
    }

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
