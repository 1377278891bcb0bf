//! Written documents with live numbers: how an address reads, what a number must know, what comes of both.

mod addresses;
mod changes;
mod differences;
mod rendering;

use base::Language;
use document::{
    Block, Chart, Figure, Table,
    chart::Bars,
    manuscript::{
        Absent, Body, FigureAddress, LiveFigures, Manuscript, Name, Number, NumberAddress, Phrases, Side, Unavailable,
        Wording, Written,
    },
};

const BG: Language = Language::Bulgarian;

/// Data in which every number is `value`, and nothing is known of the audience „nobody“.
struct Data {
    value: &'static str,
}

impl LiveFigures for Data {
    fn number(&self, address: &NumberAddress) -> Result<Number, Unavailable> {
        if address.audience.as_str() == "nobody" {
            return Err(Unavailable::Hidden);
        }
        Number::new(self.value, "База: отговорилите; n = 142", 142, "Случайна извадка.").ok_or(Unavailable::OtherKind)
    }

    fn figure(&self, address: &FigureAddress) -> Result<Figure, Unavailable> {
        if address.side == Side::Audience(name("nobody")) {
            return Err(Unavailable::Hidden);
        }
        Ok(Figure {
            anchor: address.anchor(),
            number: 0,
            finding: format!("Какво показва {address}"),
            measure: String::new(),
            question: String::new(),
            base: "База: n = 142".to_owned(),
            missing: None,
            method: String::new(),
            alternative: String::new(),
            chart: Chart::Bars(Bars::default()),
            table: Table::default(),
            downloads: Vec::new(),
        })
    }

    fn quotations(&self, _: &FigureAddress) -> Result<Vec<Block>, Unavailable> {
        Err(Unavailable::TooFew)
    }

    fn absent(&self, why: Unavailable) -> Absent {
        Absent { words: "скрито".to_owned(), why: format!("Не може: {}.", why.code()) }
    }
}

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn phrases() -> Phrases {
    Phrases {
        recommendation: "Препоръка".to_owned(),
        indicative: "(ориентировъчно)".to_owned(),
        not_enough: "(твърде малко отговори)".to_owned(),
        all_indicative: "Изводите са ориентировъчни.".to_owned(),
        all_not_enough: "Отговорите са твърде малко.".to_owned(),
    }
}

fn words(text: &str) -> Wording {
    Wording::new(BG, Written::read(text).unwrap())
}

fn prose(text: &str) -> Body {
    Body::Prose(words(text))
}

fn manuscript(bodies: impl IntoIterator<Item = Body>) -> Manuscript {
    Manuscript::new(words("Доклад"), Wording::default(), bodies).unwrap()
}
