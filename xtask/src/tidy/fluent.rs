//! A rough reading of Fluent files: the ids of messages and attributes, and the variables that each names.

use std::collections::{BTreeMap, BTreeSet};

/// Ids (`message` or `message.attribute`) with their line and their variables.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Messages(pub BTreeMap<String, Message>);

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Message {
    pub line: usize,
    pub variables: BTreeSet<String>,
    pub empty: bool,
}

/// What a file says twice is returned beside its messages.
pub fn read(text: &str) -> (Messages, Vec<(usize, String)>) {
    let mut messages = Messages::default();
    let mut repeated = Vec::new();
    let mut message = String::new();
    let mut current = String::new();
    for (line, content) in (1..).zip(text.lines()) {
        if content.starts_with('#') {
            continue;
        }
        let value = if let Some((id, value)) = definition(content) {
            message = id.to_owned();
            current = message.clone();
            Some(value)
        } else if let Some((attribute, value)) = content.trim_start().strip_prefix('.').and_then(definition) {
            current = format!("{message}.{attribute}");
            Some(value)
        } else {
            None
        };
        let begins = value.is_some();
        let value = value.unwrap_or(content);
        if current.is_empty() {
            continue;
        }
        if begins && messages.0.contains_key(&current) {
            repeated.push((line, current.clone()));
        }
        let entry =
            messages.0.entry(current.clone()).or_insert_with(|| Message { line, empty: true, ..Message::default() });
        entry.empty &= value.trim().is_empty();
        entry.variables.extend(variables(value));
    }
    (messages, repeated)
}

fn definition(line: &str) -> Option<(&str, &str)> {
    let (id, value) = line.split_once('=')?;
    let id = id.trim_end_matches(' ');
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let begins_well = id.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '-');
    (begins_well && id.chars().all(plain)).then_some((id, value))
}

fn variables(value: &str) -> Vec<String> {
    value
        .split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-' || *letter == '_')
                .collect()
        })
        .filter(|name: &String| !name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_attributes_and_variables_are_read() {
        let (messages, repeated) = read(
            "# Думи = не са дума\n### x\nsign-in = Вход\nanswers = { $n ->\n    [one] { $n } отговор\n   *[other] { $n } от { $all }\n}\n\
             refusal-late =\n    Срокът изтече на { $day }.\n    .hint = Пишете на { $email }.\nempty =\nsign-in = Влизане\n",
        );
        let ids: Vec<(&str, Vec<&str>)> = messages
            .0
            .iter()
            .map(|(id, message)| (id.as_str(), message.variables.iter().map(String::as_str).collect()))
            .collect();
        assert_eq!(
            ids,
            [
                ("answers", vec!["all", "n"]),
                ("empty", vec![]),
                ("refusal-late", vec!["day"]),
                ("refusal-late.hint", vec!["email"]),
                ("sign-in", vec![]),
            ]
        );
        let empty: Vec<&str> =
            messages.0.iter().filter(|(_, message)| message.empty).map(|(id, _)| id.as_str()).collect();
        assert_eq!(empty, ["empty"]);
        assert_eq!(repeated, [(12, "sign-in".to_owned())]);
    }
}
