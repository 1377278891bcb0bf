use crate::{Group, GroupCode, GroupLayout, Item, Question, ScaleCode};
use base::Text;

/// How a question stands in a grid of the public format.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Place {
    None,
    /// `label`: shows the options above the rows, is itself never answered.
    Header(Option<Text>),
    /// `list-nolabel`: a row under such a header.
    Row,
    /// In a group that is a table: one row is a grid already.
    TableRow,
    /// `likert`: a scale of its own; several in a row on one page make a grid.
    Likert,
}

/// An item on its way into its group.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) item: Item,
    pub(super) place: Place,
}

/// Rows of a grid become a battery. `on_one_page`: what follows each other is seen together.
pub(super) fn fold(items: Vec<Placed>, on_one_page: bool) -> Vec<Item> {
    let mut folded = Vec::new();
    let mut run = Run::default();
    for Placed { item, place } in items {
        let scale = match &item {
            Item::Question(question) => plain_scale(question).cloned(),
            Item::Group(_) => None,
        };
        match (item, place, scale) {
            (Item::Question(question), Place::Header(label), Some(scale)) => {
                run.close(&mut folded);
                run = Run {
                    header: Some((question.code.as_str().to_owned(), label)),
                    scale: Some(scale),
                    ..Run::default()
                };
            }
            (Item::Question(question), place @ (Place::Row | Place::TableRow | Place::Likert), Some(scale))
                if place != Place::Likert || on_one_page =>
            {
                if run.scale.as_ref() != Some(&scale) {
                    run.close(&mut folded);
                    run.scale = Some(scale);
                }
                run.is_table |= place == Place::TableRow;
                run.rows.push(question);
            }
            (item, ..) => {
                run.close(&mut folded);
                folded.push(item);
            }
        }
    }
    run.close(&mut folded);
    folded
}

#[derive(Default)]
struct Run {
    header: Option<(String, Option<Text>)>,
    scale: Option<ScaleCode>,
    rows: Vec<Question>,
    is_table: bool,
}

impl Run {
    fn close(&mut self, folded: &mut Vec<Item>) {
        let Run { header, rows, is_table, .. } = std::mem::take(self);
        let code = match (&header, rows.as_slice()) {
            (_, []) => return,
            (Some((name, _)), _) => GroupCode::parse(name).ok(),
            (None, [_]) if !is_table => None,
            (None, [first, ..]) => GroupCode::parse(&format!("{}_grid", first.code)).ok(),
        };
        match code {
            Some(code) => folded.push(Item::Group(Group::new(
                code,
                header.and_then(|(_, label)| label),
                GroupLayout::Battery,
                rows.into_iter().map(Item::Question).collect(),
            ))),
            None => folded.extend(rows.into_iter().map(Item::Question)),
        }
    }
}

/// A group that holds nothing but one grid is that grid.
pub(super) fn flatten(mut group: Group) -> Group {
    let is_grid = |item: &Item| item.group().is_some_and(|inner| inner.layout == GroupLayout::Battery);
    if group.items.len() == 1
        && group.items.first().is_some_and(is_grid)
        && let Some(Item::Group(inner)) = group.items.pop()
    {
        group.layout = GroupLayout::Battery;
        group.label = group.label.or(inner.label);
        group.items = inner.items;
    }
    group
}

/// In a table every question of one choice is a row.
pub(super) fn as_rows(items: Vec<Placed>) -> Vec<Placed> {
    items
        .into_iter()
        .map(|Placed { item, place }| match (&item, place) {
            (Item::Question(question), Place::None | Place::Likert) if plain_scale(question).is_some() => {
                Placed { item, place: Place::TableRow }
            }
            (_, place) => Placed { item, place },
        })
        .collect()
}

/// The scale of a question of one choice without „друго“.
fn plain_scale(question: &Question) -> Option<&ScaleCode> {
    // A row with a filter of its own would offer other options than the columns say.
    question.kind.single_scale().filter(|_| !question.takes_other() && question.filter.is_none())
}
