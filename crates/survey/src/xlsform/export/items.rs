use super::cells::Cells;
use super::{CHOICES, SURVEY};
use crate::rounds::written_once;
use crate::{
    Bounds, Earlier, Expression, FileShape, Group, GroupLayout, Item, Look, Question, QuestionKind, Questionnaire,
    Scale, ScaleCode, ScaleOption, Standing, TextForm, TextShape, Ticks,
};
use base::Text;

/// The rows of `survey`, and the lists that they use.
pub(super) struct Items<'a> {
    questionnaire: &'a Questionnaire,
    pub(super) rows: Vec<Cells>,
    /// The name of each, and how many of the options are written.
    pub(super) lists: Vec<(String, &'a Scale, usize)>,
}

impl<'a> Items<'a> {
    pub(super) fn new(questionnaire: &'a Questionnaire) -> Items<'a> {
        Items { questionnaire, rows: Vec::new(), lists: Vec::new() }
    }

    pub(super) fn write(&mut self, items: &[Item]) {
        let mut left = items;
        while let Some((item, after)) = left.split_first() {
            left = after;
            match item {
                Item::Question(question) => self.question(question),
                Item::Group(group) => match written_once(group, after) {
                    Some((once, repeated)) => {
                        let rounds = usize::try_from(repeated.rounds).unwrap_or(0);
                        left = after.get(rounds.saturating_sub(1)..).unwrap_or_default();
                        let count = repeated.count.as_ref().map_or("", Expression::source);
                        let most = if count.parse::<u32>().is_ok() { None } else { Some(repeated.rounds) };
                        self.group(&once, "repeat", count, most);
                    }
                    None => self.group(group, "group", "", None),
                },
            }
        }
    }

    fn group(&mut self, group: &Group, what: &str, count: &str, most: Option<u32>) {
        let mut cells = Cells::of(&SURVEY);
        cells.put("type", format!("begin_{what}"));
        cells.put("name", group.code.as_str());
        cells.words("label", group.label.as_ref());
        cells.words("hint", group.hint.as_ref());
        cells.put("relevant", group.relevance.as_ref().map_or("", Expression::source));
        cells.put(
            "appearance",
            match group.layout {
                GroupLayout::Page => "field-list",
                GroupLayout::Battery => "table-list",
                GroupLayout::Plain => "",
            },
        );
        cells.put("repeat_count", count);
        let mut parameters = Parameters::default();
        parameters.put("most", most);
        parameters.put("randomize", group.shuffled.then_some(true));
        cells.put("parameters", parameters.0.join(" "));
        self.rows.push(cells);
        self.write(&group.items);
        let mut cells = Cells::of(&SURVEY);
        cells.put("type", format!("end_{what}"));
        self.rows.push(cells);
    }

    fn question(&mut self, question: &Question) {
        let mut cells = Cells::of(&SURVEY);
        let mut parameters = Parameters::default();
        let (kind, appearance) = self.kind(&question.kind, &mut parameters);
        cells.put("type", kind);
        cells.put("appearance", appearance);
        cells.put("name", question.code.as_str());
        cells.words("label", Some(&question.label));
        cells.words("hint", question.hint.as_ref());
        if let Some(required) = &question.required {
            cells.put("required", required.condition.as_ref().map_or("yes", Expression::source));
            cells.words("required_message", required.message.as_ref());
        }
        cells.put("relevant", question.relevance.as_ref().map_or("", Expression::source));
        if let Some(constraint) = &question.constraint {
            cells.put("constraint", constraint.expression.source());
            cells.words("constraint_message", constraint.message.as_ref());
        }
        if let QuestionKind::Calculated(expression) = &question.kind {
            cells.put("calculation", expression.source());
        }
        cells.put("choice_filter", question.filter.as_ref().map_or("", |filter| filter.source()));
        parameters.put("randomize", question.shuffled.then_some(true));
        cells.put("parameters", parameters.0.join(" "));
        cells.put("mirror", question.mirror.as_ref().map_or("", |mirror| mirror.as_str()));
        let codes = |codes: &[crate::QuestionCode]| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        cells.put(
            "earlier",
            match &question.earlier {
                Earlier::SameCode => String::new(),
                Earlier::Called(earlier) => codes(earlier),
                Earlier::Changed => "changed".to_owned(),
                Earlier::New => "new".to_owned(),
            },
        );
        cells.put("dimension", question.dimension.as_deref().unwrap_or_default());
        cells.put("profile", if question.profile { "yes" } else { "" });
        self.rows.push(cells);
    }

    /// The cells `type` and `appearance`.
    fn kind(&mut self, kind: &QuestionKind, parameters: &mut Parameters) -> (String, &'static str) {
        let plain = |name: &str| (name.to_owned(), "");
        match kind {
            QuestionKind::Text(TextShape { long, form, longest }) => {
                parameters.put("longest", *longest);
                let appearance = match form {
                    TextForm::Any if *long => "multiline",
                    TextForm::Any => "",
                    TextForm::Email => "email",
                    TextForm::Telephone => "telephone",
                };
                ("text".to_owned(), appearance)
            }
            QuestionKind::Integer(bounds) => plain(numbers(bounds, "integer", parameters)),
            QuestionKind::Decimal(bounds) => plain(numbers(bounds, "decimal", parameters)),
            QuestionKind::Date => plain("date"),
            QuestionKind::Time => plain("time"),
            QuestionKind::Note => plain("note"),
            QuestionKind::Consent => plain("acknowledge"),
            QuestionKind::Point => plain("geopoint"),
            QuestionKind::File(FileShape { pictures, most }) => {
                parameters.put("most", Some(*most).filter(|most| *most > 1));
                plain(if *pictures { "image" } else { "file" })
            }
            QuestionKind::Given => plain("hidden"),
            QuestionKind::Calculated(_) => plain("calculate"),
            QuestionKind::One { scale, other, look } => {
                let appearance = match look {
                    Look::List => "",
                    Look::Menu => "minimal",
                    Look::Row => "horizontal",
                    Look::Settlements => "settlements",
                };
                (self.choice("select_one", scale, *other), appearance)
            }
            QuestionKind::Many { scale, other, ticks: Ticks { least, most } } => {
                parameters.put("least", *least);
                parameters.put("most", *most);
                (self.choice("select_multiple", scale, *other), "")
            }
            QuestionKind::Ranking { scale } => (self.choice("rank", scale, false), ""),
        }
    }

    /// The type with its list; a list that got its „друго“ from us goes without it, as its author wrote it.
    fn choice(&mut self, kind: &str, code: &ScaleCode, other: bool) -> String {
        let scales = &self.questionnaire.scales;
        let bare = code.as_str().strip_suffix("_or_other").filter(|_| other);
        let list = scales.get(code).map(|scale| match (bare, scale.options.split_last()) {
            (Some(bare), Some((last, before))) if is_built_in(last) && may_be_called(scales, bare, before) => {
                (bare.to_owned(), scale, before.len())
            }
            _ => (code.to_string(), scale, scale.options.len()),
        });
        let name = list.as_ref().map_or_else(|| code.to_string(), |(name, ..)| name.clone());
        self.lists.extend(list.filter(|(name, ..)| self.lists.iter().all(|(known, ..)| known != name)));
        if other { format!("{kind} {name} or_other") } else { format!("{kind} {name}") }
    }
}

fn is_built_in(option: &ScaleOption) -> bool {
    let built_in = Text::new("Друго", "Other");
    option.code.is_other()
        && option.label == built_in
        && option.standing == Standing::Unordered
        && !option.exclusive
        && option.properties.is_empty()
}

fn may_be_called(scales: &std::collections::BTreeMap<ScaleCode, Scale>, name: &str, options: &[ScaleOption]) -> bool {
    let known = ScaleCode::parse(name).ok().map(|code| scales.get(&code));
    known.is_some_and(|known| known.is_none_or(|known| known.options == options))
}

fn numbers(bounds: &Bounds, plain: &'static str, parameters: &mut Parameters) -> &'static str {
    let Bounds { least, most, step, offered } = *bounds;
    let (first, last) = if offered { ("start", "end") } else { ("least", "most") };
    parameters.put(first, least);
    parameters.put(last, most);
    parameters.put("step", step);
    if offered { "range" } else { plain }
}

/// What stands in the cell `parameters`.
#[derive(Default)]
struct Parameters(Vec<String>);

impl Parameters {
    fn put(&mut self, name: &str, value: Option<impl std::fmt::Display>) {
        self.0.extend(value.map(|value| format!("{name}={value}")));
    }
}

/// A row of `choices`.
pub(super) fn option(list: &str, option: &ScaleOption) -> Cells {
    let mut cells = Cells::of(&CHOICES);
    cells.put("list_name", list);
    cells.put("name", option.code.as_str());
    cells.words("label", Some(&option.label));
    let exclusive = if option.exclusive { "exclusive" } else { "" };
    let standing = match option.standing {
        Standing::Value(value) => {
            cells.put("score", value.to_string());
            exclusive
        }
        Standing::Unordered => exclusive,
        Standing::DontKnow => "dont_know",
        Standing::NotApplicable => "not_applicable",
    };
    cells.put("standing", standing);
    for (name, value) in &option.properties {
        cells.own(name, value);
    }
    cells
}
