use crate::{Block, Cover};
use base::Language;
use jiff::civil::Date;

/// A whole document: what stands on its title page, its blocks in reading order, and the words around them.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub language: Language,
    pub title: String,
    pub cover: Cover,
    pub blocks: Vec<Block>,
    /// The day of the document: fixed in the file's own data, so the same document always gives the same bytes.
    pub date: Date,
    /// The stable public address, where there is one; relative links of the printed document start from it.
    pub address: Option<String>,
    /// „Демонстрационни данни“, with whose they are: stands on the title page and on every page after it.
    pub demonstration: Option<String>,
    /// Who answers for the content, and whose official view it is not.
    pub disclaimer: Option<String>,
    pub words: Words,
}

/// The built-in words of a document in its language; the locale files know them under `document-…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// „Съдържание“
    pub contents: String,
    /// „Фигура“; the number follows.
    pub figure: String,
    /// „Таблица“; the number follows.
    pub table: String,
    /// „Приложение“
    pub annex: String,
    /// „Въпрос“, before the exact wording.
    pub question: String,
    /// „Покажи таблицата“, on the page, where the table is folded.
    pub show_table: String,
    /// „Графика“: what a screen reader says before the text alternative.
    pub chart: String,
    /// „от“, in „стр. 3 от 24“.
    pub of: String,
    /// „стр.“
    pub page: String,
    /// „Изтегли“, before the addresses of the same numbers in other forms.
    pub download: String,
    /// „Знаме на Европейския съюз“: the text alternative of the flag.
    pub flag: String,
    /// „95 % интервал“: the legend of the thin line over a bar.
    pub interval: String,
    /// „Покажи като отклонение от средата“: what unfolds the other form of a battery.
    pub diverging: String,
    /// „баланс“, above the numbers of that form.
    pub balance: String,
    /// How that form is to be read.
    pub diverging_note: String,
    /// „Какво показва“: over the titles in a list of tables.
    pub finding: String,
    /// „База“: over whom the tables tell of.
    pub base: String,
}
