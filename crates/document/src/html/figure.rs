use super::{chart, table};
use crate::{Address, Figure, Words, escape::escaped};

/// Finding, measure, question; the chart; base, missing, method; the table behind its door; the downloads.
pub(super) fn write(figure: &Figure, level: u8, words: &Words, out: &mut String) {
    let level = level.clamp(2, 6);
    out.push_str(&format!(
        "<figure class=\"figure\" id=\"{}\">\n<figcaption>\n<p class=\"figure-number\">{} {}</p>\n\
         <h{level} class=\"figure-finding\">{}</h{level}>\n",
        escaped(&figure.anchor),
        escaped(&words.figure),
        figure.number,
        escaped(&figure.finding)
    ));
    line("figure-measure", &figure.measure, out);
    if !figure.question.is_empty() {
        out.push_str(&format!(
            "<p class=\"figure-question\"><span class=\"figure-label\">{}:</span> <q>{}</q></p>\n",
            escaped(&words.question),
            escaped(&figure.question)
        ));
    }
    out.push_str("</figcaption>\n");
    chart::write(&figure.chart, &figure.alternative, words, out);
    chart::other_form(&figure.chart, words, out);
    line("figure-base", &figure.base, out);
    line("figure-missing", figure.missing.as_deref().unwrap_or_default(), out);
    line("figure-method", &figure.method, out);
    out.push_str(&format!("<details class=\"figure-table\">\n<summary>{}</summary>\n", escaped(&words.show_table)));
    table::write(&figure.table, Some(&figure.finding), words, out);
    out.push_str("</details>\n");
    downloads(figure, words, out);
    out.push_str("</figure>\n");
}

fn line(class: &str, words: &str, out: &mut String) {
    if !words.is_empty() {
        out.push_str(&format!("<p class=\"{class}\">{}</p>\n", escaped(words)));
    }
}

fn downloads(figure: &Figure, words: &Words, out: &mut String) {
    let links: Vec<String> = figure
        .downloads
        .iter()
        .filter(|download| Address::read(&download.address).is_some())
        .map(|download| format!("<a href=\"{}\">{}</a>", escaped(&download.address), escaped(&download.words)))
        .collect();
    if !links.is_empty() {
        out.push_str(&format!(
            "<p class=\"figure-downloads\"><span>{}:</span> {}</p>\n",
            escaped(&words.download),
            links.join(" ")
        ));
    }
}
