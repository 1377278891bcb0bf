use super::{KindCode, Trouble, condition_form::expression};
use crate::{Failure, typed::Typed};
use survey::{
    Bounds, FileShape, Look, Question, QuestionKind, ScaleCode, TextForm, TextShape, Ticks, edit::EditRefusal,
};

/// What a form says of the kind of a question beside its name.
pub(super) fn typed(mut typed: Typed, kind: &QuestionKind) -> Typed {
    let yes = |holds: bool| if holds { "yes" } else { "" };
    let count = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
    if let QuestionKind::Text(shape) = kind {
        typed = typed.with("longest", count(shape.longest));
    }
    if let QuestionKind::Integer(bounds) | QuestionKind::Decimal(bounds) = kind {
        typed = typed
            .with("least", number(bounds.least))
            .with("most", number(bounds.most))
            .with("step", number(bounds.step))
            .with("offered", yes(bounds.offered));
    }
    if let QuestionKind::One { look, .. } = kind {
        typed = typed.with("look", look_code(*look));
    }
    if let QuestionKind::Many { ticks, .. } = kind {
        typed = typed.with("ticks_least", count(ticks.least)).with("ticks_most", count(ticks.most));
    }
    if let QuestionKind::File(shape) = kind {
        typed = typed.with("files_most", shape.most.to_string());
    }
    if let QuestionKind::Calculated(known) = kind {
        typed = typed.with("calculation", known.source());
    }
    typed
}

/// The kind with what the form says of it; the scale of a choice is put in later.
pub(super) fn read(typed: &Typed, kind: KindCode, known: &Question) -> Result<QuestionKind, Failure> {
    let scale = known.scale().cloned().or_else(|| ScaleCode::parse("-").ok());
    let plain = kind.plain(scale).ok_or(Trouble::UnknownKind)?;
    let is_new = KindCode::of(&known.kind) != kind;
    Ok(match plain {
        QuestionKind::Text(TextShape { long, form, .. }) => {
            let longest = if form == TextForm::Any { count(typed, "longest")? } else { None };
            QuestionKind::Text(TextShape { long, form, longest: longest.filter(|longest| *longest > 0) })
        }
        QuestionKind::Integer(_) if is_new => plain,
        QuestionKind::Integer(Bounds { offered, .. }) => QuestionKind::Integer(bounds(typed, offered)?),
        QuestionKind::Decimal(_) => QuestionKind::Decimal(bounds(typed, !typed.get("offered").is_empty())?),
        QuestionKind::One { scale, other, .. } => {
            QuestionKind::One { scale, other, look: read_look(typed.get("look")) }
        }
        QuestionKind::Many { scale, other, .. } => {
            let ticks = Ticks { least: count(typed, "ticks_least")?, most: count(typed, "ticks_most")? };
            QuestionKind::Many { scale, other, ticks }
        }
        QuestionKind::Calculated(plain) => QuestionKind::Calculated(expression(typed, "calculation")?.unwrap_or(plain)),
        QuestionKind::File(shape) => {
            let most = if is_new { None } else { count(typed, "files_most")? };
            let most = most.unwrap_or(shape.most);
            if !(1..=FileShape::MOST).contains(&most) {
                return Err(EditRefusal::BadBounds { field: "files_most" }.into());
            }
            QuestionKind::File(FileShape { most, ..shape })
        }
        QuestionKind::Date
        | QuestionKind::Time
        | QuestionKind::Note
        | QuestionKind::Ranking { .. }
        | QuestionKind::Consent
        | QuestionKind::Point
        | QuestionKind::Given => plain,
    })
}

fn bounds(typed: &Typed, offered: bool) -> Result<Bounds, Failure> {
    let number = |field: &'static str| -> Result<Option<f64>, Failure> {
        let given = typed.get(field).replace(',', ".").replace('−', "-");
        if given.is_empty() {
            return Ok(None);
        }
        let number = given.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() <= 1e9);
        number.map(Some).ok_or_else(|| EditRefusal::BadBounds { field }.into())
    };
    Ok(Bounds { least: number("least")?, most: number("most")?, step: number("step")?, offered })
}

fn count(typed: &Typed, field: &'static str) -> Result<Option<u32>, Failure> {
    let given = typed.get(field);
    if given.is_empty() {
        return Ok(None);
    }
    let count = given.parse().ok().filter(|count| *count <= 100_000);
    count.map(Some).ok_or_else(|| EditRefusal::BadBounds { field }.into())
}

fn look_code(look: Look) -> &'static str {
    match look {
        Look::List => "list",
        Look::Row => "row",
        Look::Menu => "menu",
        Look::Settlements => "settlements",
    }
}

fn read_look(code: &str) -> Look {
    match code {
        "row" => Look::Row,
        "menu" => Look::Menu,
        "settlements" => Look::Settlements,
        _ => Look::List,
    }
}
