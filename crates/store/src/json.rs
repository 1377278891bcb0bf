//! How lists stand in a text column. Private to the store: what leaves the house has types of its own.

use crate::StoreFault;
use base::Text;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

#[derive(Serialize, Deserialize)]
pub(crate) struct WrittenText {
    bg: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    en: Option<String>,
}

impl From<&Text> for WrittenText {
    fn from(text: &Text) -> WrittenText {
        WrittenText { bg: text.bulgarian.clone(), en: text.english.clone() }
    }
}

impl From<WrittenText> for Text {
    fn from(written: WrittenText) -> Text {
        Text::both(written.bg, written.en)
    }
}

pub(crate) fn write<T: Serialize>(value: &T) -> Result<String, StoreFault> {
    serde_json::to_string(value).map_err(StoreFault::other)
}

pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, StoreFault> {
    serde_json::from_str(text).map_err(|_| StoreFault::Unreadable(std::any::type_name::<T>()))
}
