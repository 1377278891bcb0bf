//! Lists too long to be shown: an option is found by what somebody types, as people write the names of places, in Cyrillic
//! or in Latin letters. Several that are called alike are asked back.

use crate::{Scale, ScaleOption, entry::AnswerProblem};

/// A list of more options is searched and not shown.
const LONGEST_SHOWN: usize = 100;
/// So many of those that match are offered.
pub const MOST_MATCHES: usize = 30;

/// What a list knows of something typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'s> {
    /// The one option that is called so.
    One(&'s ScaleOption),
    /// Options that are called so, or that begin so where none is called so; the first of them.
    Several(Vec<&'s ScaleOption>),
    None,
}

impl Scale {
    /// Whether its options are searched for, and not shown.
    pub fn is_long(&self) -> bool {
        self.options.len() > LONGEST_SHOWN
    }

    /// The options that are called as somebody typed: „гр. Перущица“, „Перущица“, „Perushtitsa“, „Баня, общ. Карлово“, or
    /// the code itself.
    pub fn search(&self, typed: &str) -> Found<'_> {
        if let Some(option) = self.option(typed.trim()) {
            return Found::One(option);
        }
        let wanted = Wanted::of(typed);
        if wanted.name.is_empty() {
            return Found::None;
        }
        let known: Vec<(&ScaleOption, Vec<String>)> =
            self.options.iter().map(|option| (option, option.label.all().map(folded).collect())).collect();
        let called = |is_name: &dyn Fn(&str) -> bool| -> Vec<&ScaleOption> {
            let of_name = known.iter().filter(|(_, names)| names.iter().any(|name| is_name(name)));
            of_name.map(|(option, _)| *option).filter(|option| wanted.fits(option)).collect()
        };
        let exact = called(&|name| name == wanted.whole || bare(name) == wanted.name);
        match exact.as_slice() {
            [one] => return Found::One(one),
            [] => {}
            _ => return Found::Several(exact.into_iter().take(MOST_MATCHES).collect()),
        }
        let beginning = called(&|name| bare(name).starts_with(&wanted.name));
        let found = if beginning.is_empty() && wanted.name.len() >= SHORTEST_WITHIN {
            called(&|name| name.contains(&wanted.name))
        } else {
            beginning
        };
        if found.is_empty() { Found::None } else { Found::Several(found.into_iter().take(MOST_MATCHES).collect()) }
    }

    /// The codes that are meant by what came from the field of a long list: what was chosen among those that match the words
    /// beside it, otherwise what the words alone mean.
    pub(crate) fn meant(&self, typed: &[&str]) -> Result<Vec<String>, AnswerProblem> {
        let (chosen, words): (Vec<&str>, Vec<&str>) = typed.iter().partition(|value| self.option(value).is_some());
        let mut meant = Vec::new();
        for words in &words {
            let given: String = words.chars().take(60).collect();
            match self.search(words) {
                Found::One(option) => meant.push(option.code.to_string()),
                Found::Several(options) => {
                    let is_match = |code: &&&str| options.iter().any(|option| option.code.as_str() == **code);
                    match chosen.iter().find(is_match) {
                        Some(code) => meant.push((*code).to_owned()),
                        None => {
                            let matches = options.into_iter().map(|option| option.code.clone()).collect();
                            return Err(AnswerProblem::SeveralMatch { given, matches });
                        }
                    }
                }
                Found::None => return Err(AnswerProblem::NothingMatches { given }),
            }
        }
        Ok(if words.is_empty() { chosen.into_iter().map(str::to_owned).collect() } else { meant })
    }
}

/// Shorter words stand within too many names.
const SHORTEST_WITHIN: usize = 3;

impl ScaleOption {
    /// Where it lies, for options that are called alike: the municipality and the province, as far as the list says them.
    pub fn place(&self) -> Option<String> {
        let municipality = self.told(&MUNICIPALITY).map(|name| format!("общ. {name}"));
        let province = self.told(&PROVINCE).map(|name| format!("обл. {name}"));
        let parts: Vec<String> = municipality.into_iter().chain(province).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    fn told(&self, names: &[&str]) -> Option<&str> {
        let value = names.iter().find_map(|name| self.properties.get(*name))?;
        Some(value.as_str()).filter(|value| !value.is_empty())
    }
}

/// What a list of settlements says of each, in columns of its own.
pub(crate) const PLACE_PROPERTIES: [&str; 6] = ["kind", "вид", "municipality", "община", "province", "област"];
const KIND: [&str; 2] = ["kind", "вид"];
const MUNICIPALITY: [&str; 2] = ["municipality", "община"];
const PROVINCE: [&str; 2] = ["province", "област"];

/// What somebody is looking for.
struct Wanted {
    /// All of it, folded.
    whole: String,
    /// Without the kind before it and the place behind it.
    name: String,
    /// „гр“, „с“.
    kind: Option<String>,
    /// „Карлово“ of „общ. Карлово“.
    around: Vec<String>,
}

impl Wanted {
    fn of(typed: &str) -> Wanted {
        let typed: String = typed.chars().take(200).collect();
        let mut parts = typed.split([',', '(', ')', ';']).map(folded).filter(|part| !part.is_empty());
        let first = parts.next().unwrap_or_default();
        let around = parts.map(|part| unmarked(&part, &AROUND).unwrap_or(part)).collect();
        let kind = first.split_once(' ').map(|(kind, _)| kind.to_owned()).filter(|_| bare(&first) != first);
        Wanted { whole: folded(&typed), name: bare(&first).to_owned(), kind, around }
    }

    fn fits(&self, option: &ScaleOption) -> bool {
        let is_of_kind = match (&self.kind, option.told(&KIND).map(folded)) {
            (Some(wanted), Some(kind)) => initial(wanted) == initial(&kind),
            _ => true,
        };
        let told = |names: &[&str]| option.told(names).map(folded);
        let lies = [told(&MUNICIPALITY), told(&PROVINCE)];
        is_of_kind && self.around.iter().all(|around| lies.iter().flatten().any(|known| known == around))
    }
}

/// As they are folded: „гр.“, „град“, „с.“, „село“, „к.к.“, „ман.“ and the same in Latin letters.
const KINDS: [&str; 9] = ["gr", "grad", "s", "selo", "kk", "k k", "man", "manastir", "town"];
const AROUND: [&str; 6] = ["obsht", "obshtina", "obl", "oblast", "municipaliti", "province"];

/// A village and a „с.“ are alike by their first letter.
fn initial(kind: &str) -> Option<char> {
    kind.chars().next()
}

/// Without the kind of settlement before it.
fn bare(name: &str) -> &str {
    let known = KINDS.iter().find_map(|kind| name.strip_prefix(kind)?.strip_prefix(' '));
    known.filter(|rest| !rest.is_empty()).unwrap_or(name)
}

fn unmarked(part: &str, marks: &[&str]) -> Option<String> {
    marks.iter().find_map(|mark| part.strip_prefix(mark)?.strip_prefix(' ')).map(str::to_owned)
}

/// Small Latin letters by the law on transliteration, with the ways that people write them otherwise folded together; one
/// gap between words, no other marks.
fn folded(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match transliterated(letter) {
            Some(letters) => latin.push_str(letters),
            None if letter.is_alphanumeric() => latin.push(letter),
            None => latin.push(' '),
        }
    }
    let folded = latin.replace('j', "y").replace('y', "i").replace('w', "v").replace("tz", "ts").replace("ii", "i");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name in Latin letters by the law on transliteration; what is not Cyrillic stays as it is.
pub(crate) fn latin(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let small: String = word.chars().flat_map(char::to_lowercase).collect();
        // Art. 5 (5): „ия“ at the end of a word is „ia“.
        let (word, end) = match small.ends_with("ия") {
            true => (word.chars().take(small.chars().count() - 2).collect(), "ia"),
            false => (word.to_owned(), ""),
        };
        let letters: String = word.chars().map(in_latin).collect();
        letters + end
    });
    words.collect::<Vec<_>>().join(" ")
}

fn in_latin(letter: char) -> String {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let Some(letters) = transliterated(small) else { return letter.to_string() };
    let mut rest = letters.chars();
    match rest.next() {
        Some(first) if small != letter => first.to_uppercase().chain(rest).collect(),
        _ => letters.to_owned(),
    }
}

fn transliterated(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'ѝ' => "i",
        'й' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "sht",
        'ъ' => "a",
        'ь' => "y",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}
