use crate::example::{primerovo, without_answers};
use app::{
    Words,
    study::{Edition, Reading, report},
};
use base::Language;
use document::{Block, Document};
use jiff::civil::date;

fn edition() -> Edition {
    Edition {
        date: date(2023, 7, 27),
        address: None,
        demonstration: Some("Демонстрационни данни".to_owned()),
        open_answers: Reading::ByAPerson,
    }
}

fn made(language: Language) -> Document {
    report(&primerovo(), &Words::new(language), edition())
}

/// The report as an outline that a person can review: headings, findings with their bases, drafted sentences.
fn outline(document: &Document) -> String {
    let mut lines = vec![
        format!("{} · {}", document.cover.kind, document.title),
        document.cover.summary.clone().unwrap_or_default(),
    ];
    for block in &document.blocks {
        match block {
            Block::Heading { level, text, .. } => lines.push(format!("{} {text}", "#".repeat(usize::from(*level)))),
            Block::Paragraph(inlines) => lines.push(document::Inline::plain(inlines)),
            Block::KeyFigures(figures) => {
                lines.extend(
                    figures
                        .iter()
                        .map(|one| format!("= {} {} {}", one.value, one.label, one.note.clone().unwrap_or_default())),
                );
            }
            Block::Figure(figure) => {
                lines.push(format!("[{}] {} | {} | {}", figure.number, figure.finding, figure.measure, figure.base));
            }
            Block::Quotations(quotations) => lines.push(format!("„…“ × {}", quotations.len())),
            Block::MethodSheet(rows) => {
                lines.extend(rows.iter().map(|(term, text)| format!("{term}: {}", document::Inline::plain(text))));
            }
            Block::List { items, .. } => {
                for item in items {
                    if let Some(Block::Paragraph(inlines)) = item.first() {
                        lines.push(format!("- {}", document::Inline::plain(inlines)));
                    }
                }
            }
            Block::Notice(notice) => {
                for block in &notice.blocks {
                    if let Block::Paragraph(inlines) = block {
                        lines.push(format!("! {}", document::Inline::plain(inlines)));
                    }
                }
            }
            Block::Quote(_) | Block::Table(_) | Block::Annex(_) => lines.push("…".to_owned()),
        }
    }
    lines.join("\n")
}

#[test]
fn the_report_reads_well_in_bulgarian() {
    insta::assert_snapshot!(outline(&made(Language::Bulgarian)));
}

#[test]
fn the_report_reads_well_in_english() {
    insta::assert_snapshot!(outline(&made(Language::English)));
}

#[test]
fn the_same_study_always_gives_the_same_report() {
    assert_eq!(made(Language::Bulgarian), made(Language::Bulgarian));
}

#[test]
fn a_report_without_answers_still_says_how_the_study_was_made() {
    let document = report(&without_answers(primerovo()), &Words::new(Language::Bulgarian), edition());
    let outline = outline(&document);
    assert!(outline.contains("Още няма отговори"), "{outline}");
    assert!(!outline.contains('⟦'));
    assert!(document.blocks.iter().any(|block| matches!(block, Block::MethodSheet(_))));
}

#[test]
fn the_words_of_the_six_are_never_quoted() {
    let document = made(Language::Bulgarian);
    let quoted: Vec<&String> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { anchor, .. } if anchor.starts_with("open-") => Some(anchor),
            _ => None,
        })
        .collect();
    assert!(!quoted.is_empty());
    assert!(quoted.iter().all(|anchor| anchor.starts_with("open-residents-")), "{quoted:?}");
}
