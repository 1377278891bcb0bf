use crate::{Block, Document, Figure, Table, Words};

/// A table with what is told around it, for files in which it stands alone.
#[derive(Debug, Clone, PartialEq)]
pub struct ToldTable<'d> {
    /// „Фигура 3“, „Таблица 1“
    pub name: String,
    /// What was found, or the caption.
    pub title: String,
    pub base: &'d str,
    /// Measure, question, base, who is missing, method, note: one line for each.
    pub beside: Vec<String>,
    pub table: &'d Table,
}

/// Every table of the document in reading order.
pub fn told_tables(document: &Document) -> Vec<ToldTable<'_>> {
    let mut found = Vec::new();
    gather(&document.blocks, &document.words, &mut found);
    found
}

fn gather<'d>(blocks: &'d [Block], words: &Words, found: &mut Vec<ToldTable<'d>>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => found.push(of_figure(figure, words)),
            Block::Table(table) => found.push(alone(table, words)),
            Block::Annex(annex) => gather(&annex.blocks, words, found),
            Block::Notice(notice) => gather(&notice.blocks, words, found),
            Block::Quote(inner) => gather(inner, words, found),
            Block::List { items, .. } => items.iter().for_each(|item| gather(item, words, found)),
            Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::KeyFigures(_)
            | Block::Quotations(_)
            | Block::MethodSheet(_) => {}
        }
    }
}

fn of_figure<'d>(figure: &'d Figure, words: &Words) -> ToldTable<'d> {
    let question = Some(&figure.question).filter(|question| !question.is_empty());
    let beside = [
        Some(figure.measure.clone()),
        question.map(|question| format!("{}: {question}", words.question)),
        Some(figure.base.clone()),
        figure.missing.clone(),
        Some(figure.method.clone()),
        figure.table.note.clone(),
    ];
    ToldTable {
        name: format!("{} {}", words.figure, figure.number),
        title: figure.finding.clone(),
        base: &figure.base,
        beside: beside.into_iter().flatten().filter(|line| !line.trim().is_empty()).collect(),
        table: &figure.table,
    }
}

fn alone<'d>(table: &'d Table, words: &Words) -> ToldTable<'d> {
    let name = table.number.map_or_else(|| words.table.clone(), |number| format!("{} {number}", words.table));
    ToldTable {
        title: table.caption.clone().unwrap_or_else(|| name.clone()),
        name,
        base: "",
        beside: table.note.iter().filter(|note| !note.trim().is_empty()).cloned().collect(),
        table,
    }
}
