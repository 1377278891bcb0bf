/// The types of LimeSurvey, by what we make of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One of the options of its own.
    List,
    /// One of options that the type itself brings: yes and no, one to five.
    Fixed(Fixed),
    Multiple,
    /// Rows that share the options of the question, or those that the type brings.
    Array(Option<Fixed>),
    Dual,
    /// Rows and columns of texts or numbers.
    Table {
        numbers: bool,
    },
    /// Several texts or numbers under one label.
    Several {
        numbers: bool,
    },
    Text {
        long: bool,
    },
    Number,
    Date,
    Note,
    Equation,
    Ranking,
    File,
    LanguageSwitch,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fixed {
    YesNo,
    Gender,
    Five,
    Ten,
    YesUncertainNo,
    IncreaseSameDecrease,
}

impl Kind {
    pub(super) fn of(letter: &str) -> Option<Kind> {
        Some(match letter {
            "L" | "!" | "O" => Kind::List,
            "Y" => Kind::Fixed(Fixed::YesNo),
            "G" => Kind::Fixed(Fixed::Gender),
            "5" => Kind::Fixed(Fixed::Five),
            "M" | "P" => Kind::Multiple,
            "F" | "H" => Kind::Array(None),
            "A" => Kind::Array(Some(Fixed::Five)),
            "B" => Kind::Array(Some(Fixed::Ten)),
            "C" => Kind::Array(Some(Fixed::YesUncertainNo)),
            "E" => Kind::Array(Some(Fixed::IncreaseSameDecrease)),
            "1" => Kind::Dual,
            ":" => Kind::Table { numbers: true },
            ";" => Kind::Table { numbers: false },
            "K" => Kind::Several { numbers: true },
            "Q" => Kind::Several { numbers: false },
            "S" => Kind::Text { long: false },
            "T" | "U" => Kind::Text { long: true },
            "N" => Kind::Number,
            "D" => Kind::Date,
            "X" => Kind::Note,
            "*" => Kind::Equation,
            "R" => Kind::Ranking,
            "|" => Kind::File,
            "I" => Kind::LanguageSwitch,
            _ => return None,
        })
    }
}

/// An option of a fixed scale: code, Bulgarian and English words, and its value where it has one.
pub(super) type FixedOption = (&'static str, &'static str, &'static str, Option<f64>);

impl Fixed {
    pub(super) fn code(self) -> &'static str {
        match self {
            Fixed::YesNo => "ls_yes_no",
            Fixed::Gender => "ls_gender",
            Fixed::Five => "ls_five",
            Fixed::Ten => "ls_ten",
            Fixed::YesUncertainNo => "ls_yes_uncertain_no",
            Fixed::IncreaseSameDecrease => "ls_change",
        }
    }

    /// The words of a questionnaire, which LimeSurvey does not keep in the file but brings along.
    pub(super) fn options(self) -> &'static [FixedOption] {
        match self {
            Fixed::YesNo => &[("Y", "Да", "Yes", None), ("N", "Не", "No", None)],
            Fixed::Gender => &[("F", "Жена", "Female", None), ("M", "Мъж", "Male", None)],
            Fixed::Five => NUMBERS.first_chunk::<5>().map_or(&[], |five| five),
            Fixed::Ten => NUMBERS,
            Fixed::YesUncertainNo => {
                &[("Y", "Да", "Yes", None), ("N", "Не", "No", None), ("U", "Не мога да преценя", "Uncertain", None)]
            }
            Fixed::IncreaseSameDecrease => &[
                ("I", "Увеличава се", "Increase", Some(3.0)),
                ("S", "Остава същото", "Same", Some(2.0)),
                ("D", "Намалява", "Decrease", Some(1.0)),
            ],
        }
    }
}

const NUMBERS: &[FixedOption] = &[
    ("1", "1", "1", Some(1.0)),
    ("2", "2", "2", Some(2.0)),
    ("3", "3", "3", Some(3.0)),
    ("4", "4", "4", Some(4.0)),
    ("5", "5", "5", Some(5.0)),
    ("6", "6", "6", Some(6.0)),
    ("7", "7", "7", Some(7.0)),
    ("8", "8", "8", Some(8.0)),
    ("9", "9", "9", Some(9.0)),
    ("10", "10", "10", Some(10.0)),
];
