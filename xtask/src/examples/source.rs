//! The questionnaires as a person writes them: one TOML file each, and one for the scales they share.

use anyhow::{Context, ensure};
use serde::Deserialize;
use std::collections::BTreeSet;

/// One questionnaire with every scale that its questions name.
#[derive(Debug)]
pub struct Form {
    pub heading: Heading,
    pub scales: Vec<Scale>,
    pub items: Vec<Item>,
}

impl Form {
    /// # Errors
    /// Text that is not of this form, a question that names a scale which nobody wrote, a name used twice.
    pub fn read(text: &str, shared_scales: &str) -> anyhow::Result<Form> {
        let file: FormFile = toml::from_str(text)?;
        let shared: ScalesFile = toml::from_str(shared_scales).context("in the shared scales")?;
        let mut form = Form { heading: file.form, scales: file.scale, items: file.item };
        let named: BTreeSet<String> = form.questions().filter_map(|item| item.scale().map(str::to_owned)).collect();
        form.scales.extend(shared.scale.into_iter().filter(|scale| named.contains(&scale.code)));
        for code in &named {
            ensure!(form.scales.iter().any(|scale| scale.code == *code), "nobody wrote the scale `{code}`");
        }
        let mut names = BTreeSet::new();
        for item in form.questions() {
            ensure!(names.insert(item.name.as_str()), "two items have the name `{}`", item.name);
        }
        Ok(form)
    }

    /// Questions and notes in the order of asking, out of their groups.
    pub fn questions(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().flat_map(Item::questions)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormFile {
    form: Heading,
    scale: Vec<Scale>,
    item: Vec<Item>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScalesFile {
    scale: Vec<Scale>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    pub id: String,
    pub version: String,
    pub title: Words,
    pub introduction: Words,
    pub thanks: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    pub code: String,
    pub options: Vec<ScaleOption>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleOption {
    pub code: String,
    pub bg: String,
    pub en: String,
    pub score: Option<f64>,
    #[serde(default)]
    pub standing: String,
}

/// A question, a note, or a group of them: a group has a `group` and `items`, the others a `type` and a `name`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Item {
    pub group: String,
    pub items: Vec<Item>,
    pub r#type: String,
    pub name: String,
    pub label: Words,
    pub hint: Words,
    pub required: bool,
    pub required_message: Words,
    pub relevant: String,
    pub constraint: String,
    pub constraint_message: Words,
    pub appearance: String,
    pub mirror: String,
    pub dimension: String,
    pub profile: bool,
}

impl Item {
    fn questions(&self) -> Vec<&Item> {
        if self.group.is_empty() { vec![self] } else { self.items.iter().flat_map(Item::questions).collect() }
    }

    pub fn scale(&self) -> Option<&str> {
        let mut words = self.r#type.split(' ');
        words.next().filter(|kind| kind.starts_with("select_"))?;
        words.next()
    }

    pub fn takes_other(&self) -> bool {
        self.r#type.ends_with(" or_other")
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub bg: String,
    pub en: String,
}
