use crate::sample;
use base::Language;
use document::{Block, Chart, Figure, svg};

fn figures() -> Vec<Figure> {
    let figures = sample::document().blocks.into_iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(*figure),
        _ => None,
    });
    figures.collect()
}

#[test]
fn every_kind_of_chart_as_a_file() {
    let mut seen = std::collections::BTreeSet::new();
    for figure in figures() {
        let kind = match &figure.chart {
            Chart::Bars(_) => "bars",
            Chart::Battery(_) => "battery",
            Chart::Marks(_) => "marks",
            Chart::Compared(_) => "compared",
            Chart::Histogram(_) => "histogram",
            Chart::Diverging(_) => "diverging",
            Chart::Dots(_) => "dots",
            Chart::Plane(_) => "plane",
            Chart::Course(_) => "course",
        };
        if seen.insert(kind) {
            insta::assert_snapshot!(format!("svg_{kind}"), svg::figure(&figure, Language::Bulgarian));
        }
    }
    assert_eq!(seen.len(), 9);
}

#[test]
fn hostile_words_stay_words() {
    let mut figure = figures().remove(0);
    figure.finding = "<script>alert(1)</script>\u{0}\u{202e}&\"'".to_owned();
    let svg = svg::figure(&figure, Language::English);
    assert!(!svg.contains("<script") && !svg.contains('\u{0}'));
    assert!(svg.contains("&lt;script&gt;"));
}
