use super::{addresses, page::typed};
use crate::{Fields, Frame, Said};
use app::{Words, respondent::Beginning};
use base::LanguageTag;
use survey::{Answers, QuestionKind, Questionnaire, entry};

/// What somebody brings along in the address by which they enter: a language of the questions, and values that the
/// questionnaire asks of the link. Every other name is passed over.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    /// Only one that the questionnaire speaks and the page does not.
    pub language: Option<LanguageTag>,
    given: Answers,
}

/// One language in which the questions can be read.
pub struct Tongue {
    pub tag: String,
    /// As those who speak it call it.
    pub name: String,
    pub address: String,
    pub is_current: bool,
}

const LANGUAGE: &str = "language";
const LANGUAGE_FIELD: &str = "glas:language";

impl Brought {
    /// From an address, or from the form that was made of one.
    pub fn of(fields: &Fields, questionnaire: &Questionnaire) -> Brought {
        let wanted = language(fields).filter(|wanted| questionnaire.languages.contains(wanted));
        Brought { language: wanted, given: entry::read_given(questionnaire, &typed(fields)) }
    }

    /// From a form, before the questionnaire is at hand.
    pub fn beginning(fields: &Fields) -> Beginning {
        Beginning { language: language(fields), given: typed(fields) }
    }

    /// As fields of a form.
    pub fn fields(&self) -> Vec<(String, String)> {
        let language = self.language.map(|language| (LANGUAGE_FIELD.to_owned(), language.to_string()));
        let given = entry::fields(&self.given).into_iter();
        let given = given.flat_map(|(name, values)| values.into_iter().map(move |value| (name.clone(), value)));
        language.into_iter().chain(given).collect()
    }

    /// An address with all of it.
    pub fn address(&self, path: &str) -> String {
        let language = self.language.map(|language| (LANGUAGE.to_owned(), language.to_string()));
        let rest = self.fields().into_iter().filter(|(name, _)| name != LANGUAGE_FIELD);
        let pairs: Vec<String> = language
            .into_iter()
            .chain(rest)
            .map(|(name, value)| format!("{}={}", addresses::encoded(&name), addresses::encoded(&value)))
            .collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    /// The languages to choose from; none where the questions speak those of the page alone.
    pub fn languages(&self, frame: &Frame, token: &str, questionnaire: &Questionnaire) -> Vec<Tongue> {
        let further = questionnaire.languages.iter().filter(|language| language.built_in().is_none());
        let further: Vec<LanguageTag> = further.copied().collect();
        if further.is_empty() {
            return Vec::new();
        }
        let own: LanguageTag = frame.words.language().into();
        let tongue = |language: LanguageTag| {
            let chosen = (language != own).then_some(language);
            let brought = Brought { language: chosen, given: self.given.clone() };
            Tongue {
                tag: language.to_string(),
                name: crate::language::own_name(language),
                address: frame.to(&brought.address(&addresses::start(token))),
                is_current: self.language == chosen,
            }
        };
        std::iter::once(own).chain(further).map(tongue).collect()
    }

    /// What came with the link, to be told before anything is kept.
    pub fn told(&self, questionnaire: &Questionnaire, words: &Words) -> Vec<(String, Said)> {
        let given = questionnaire.questions().filter(|question| question.kind == QuestionKind::Given);
        let told = given.filter_map(|question| {
            let value = self.given.get(question.code.as_str())?.words()?.to_owned();
            let label = Said::told(&question.label, self.language.unwrap_or(words.language().into()), words.language());
            let name = if label.is_empty() { question.code.to_string() } else { label.to_string() };
            Some((words.tell("start-given", &[("name", name.into())]), Said::here(value)))
        });
        told.collect()
    }
}

fn language(fields: &Fields) -> Option<LanguageTag> {
    let wanted: LanguageTag = fields.get(LANGUAGE_FIELD).or_else(|| fields.get(LANGUAGE))?.parse().ok()?;
    wanted.built_in().is_none().then_some(wanted)
}
