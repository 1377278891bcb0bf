use serde_json::{Map, Value};

/// One object of the survey: a page, a panel, a question, a validator. What is of another type than wanted is not there.
#[derive(Clone, Copy)]
pub(super) struct Element<'a>(pub(super) &'a Map<String, Value>);

impl<'a> Element<'a> {
    pub(super) fn get(self, name: &str) -> Option<&'a Value> {
        self.0.get(name)
    }

    pub(super) fn text(self, name: &str) -> &'a str {
        self.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    pub(super) fn name(self) -> &'a str {
        self.text("name")
    }

    pub(super) fn kind(self) -> &'a str {
        match self.text("type") {
            "" => "text",
            kind => kind,
        }
    }

    /// Absent, `false` and what is no truth value at all are alike.
    pub(super) fn is(self, name: &str) -> bool {
        self.get(name).and_then(Value::as_bool) == Some(true)
    }

    /// Never shown, whatever is answered.
    pub(super) fn is_hidden(self) -> bool {
        self.get("visible") == Some(&Value::Bool(false)) && self.get("visibleIf").is_none()
    }

    pub(super) fn number(self, name: &str) -> Option<f64> {
        let value = self.get(name)?;
        let number = value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())?;
        (number.is_finite() && number.abs() <= 1e12).then_some(number)
    }

    pub(super) fn count(self, name: &str) -> Option<u32> {
        u32::try_from(self.get(name)?.as_u64()?).ok().filter(|count| *count > 0)
    }

    pub(super) fn list(self, name: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
        self.get(name).and_then(Value::as_array).into_iter().flatten()
    }

    /// The objects of a list.
    pub(super) fn elements(self, name: &str) -> impl Iterator<Item = Element<'a>> + use<'a> {
        self.list(name).filter_map(Value::as_object).map(Element)
    }
}
