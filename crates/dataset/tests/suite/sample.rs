//! A small data set with every kind of variable, every absence, and words that hurt.

use base::{Language, Text};
use dataset::{
    Absence, Category, CodebookWords, Dataset, Description, Kind, Level, Licence, Names, ResponseSet, Summary, Told,
    Value, Variable, VariableName,
};
use jiff::civil::{Date, Time, date, time};

pub const HOSTILE: [&str; 8] = [
    "=HYPERLINK(\"http://example.org\")",
    "редове\nи \"кавички\", запетаи; и\tтабулации",
    "<script>alert(1)</script> & ]]>",
    "#skipped",
    "👩‍👩‍👧 е́ \u{202e}",
    "",
    "   ",
    "@SUM(A1)",
];

pub enum Cell {
    Absent(Absence),
    Category(usize),
    Number(f64),
    Words(String),
    Day(Date),
    Hour(Time),
}

impl Cell {
    pub fn value(&self) -> Value<'_> {
        match self {
            Cell::Absent(absence) => Value::Absent(*absence),
            Cell::Category(place) => Value::Category(*place),
            Cell::Number(number) => Value::Number(*number),
            Cell::Words(words) => Value::Words(words),
            Cell::Day(day) => Value::Day(*day),
            Cell::Hour(hour) => Value::Hour(*hour),
        }
    }
}

pub struct Sample {
    pub dataset: Dataset,
    pub rows: Vec<Vec<Cell>>,
}

impl Sample {
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::new(&self.dataset);
        self.each(|row| summary.add(row));
        summary
    }

    pub fn each(&self, mut take: impl FnMut(&[Value<'_>])) {
        for row in &self.rows {
            take(&row.iter().map(Cell::value).collect::<Vec<_>>());
        }
    }
}

pub fn variable(name: VariableName, label: &str, kind: Kind, level: Level) -> Variable {
    let label = Text::new(label, format!("{label} (en)"));
    Variable { name, wording: Some(label.clone()), label, universe: None, treatment: None, kind, level }
}

pub fn category(code: &str, number: i32, label: &str) -> Category {
    Category { code: code.to_owned(), number, label: Text::new(label, format!("{label} (en)")) }
}

pub fn description() -> Description {
    let words = |words: &str| Text::new(words, format!("{words} (en)"));
    Description {
        identifier: "uslugi-2023".to_owned(),
        address: Some("https://example.org/p/primerovo/studies/uslugi".to_owned()),
        title: words("Административни услуги в Община Примерово"),
        purpose: words("Питаме какво да се подобри."),
        population: words("Жители над 18 години"),
        admission: words("Отговорил е, който е пожелал."),
        modes: words("Онлайн: 4"),
        first: date(2023, 6, 1),
        last: date(2023, 6, 30),
        producers: vec![words("Фондация „Примерна“"), words("Община Примерово")],
        contact: Some("data@example.org".to_owned()),
        funding: Some(words("Измислена програма")),
        weighting: words("Без тегла."),
        exclusions: vec![words("Денят на отговора не е включен.")],
        citation: words("Фондация „Примерна“ (2023)."),
        licence: Licence::Attribution,
        version: 2,
        published: date(2023, 7, 27),
        method: vec![Told {
            term: words("Предел"), words: words("Кой не е отговорил, не се знае.")
        }],
        notices: vec![words("Демонстрационни данни")],
        language: Language::Bulgarian,
    }
}

pub fn codebook_words() -> CodebookWords {
    let words = |words: &str| words.to_owned();
    CodebookWords {
        answers_sheet: words("Отговори"),
        codebook_sheet: words("Кодова книга"),
        study_sheet: words("Проучване"),
        name: words("Име"),
        label: words("Етикет"),
        wording: words("Въпрос"),
        universe: words("Кого питахме"),
        level: words("Скала"),
        levels: [words("имена"), words("подредена"), words("числова")],
        code: words("Код"),
        number: words("Число"),
        meaning: words("Значение"),
        count: words("Брой"),
    }
}

pub fn sample() -> Sample {
    let mut names = Names::default();
    let mut name = |wanted: &str| names.take(wanted);
    let long =
        "Доколко Ви удовлетворява срокът, в който беше извършена услугата, като броите и времето за чакане? ".repeat(3);
    let scale = vec![
        category("1", 1, "Изобщо не"),
        category("2", 2, &"много дълъг отговор ".repeat(10)),
        category("друго/я", 3, "=1+1"),
    ];
    let ticks = vec![category("0", 0, "Не"), category("1", 1, "Да")];
    let variables = vec![
        variable(name("срок"), &long, Kind::Categories(scale), Level::Ordinal),
        variable(name("age"), "Години", Kind::Number { decimals: 0, signed: false }, Level::Scale),
        variable(name("difference"), "Разлика", Kind::Number { decimals: 2, signed: true }, Level::Scale),
        variable(name("q/paper"), "На хартия", Kind::Categories(ticks.clone()), Level::Nominal),
        variable(name("q/online"), "Онлайн", Kind::Categories(ticks), Level::Nominal),
        variable(name("words"), "С Ваши думи", Kind::Words, Level::Nominal),
        variable(name("day"), "Кога", Kind::Day, Level::Scale),
        variable(name("hour"), "В колко часа", Kind::Hour, Level::Scale),
    ];
    let sets =
        vec![ResponseSet {
            name: names.take("q"), label: Text::bulgarian("Как подадохте?"), variables: vec![3, 4]
        }];
    let absences = Absence::ALL
        .into_iter()
        .map(|absence| (absence, Text::new(format!("няма: {}", absence.code()), absence.code())))
        .collect();
    let mut rows = vec![vec![
        Cell::Category(0),
        Cell::Number(41.0),
        Cell::Number(-12.25),
        Cell::Category(1),
        Cell::Category(0),
        Cell::Words("Дълги думи. ".repeat(60)),
        Cell::Day(date(2023, 7, 27)),
        Cell::Hour(time(9, 30, 0, 0)),
    ]];
    for absence in Absence::ALL {
        rows.push((0..variables.len()).map(|_| Cell::Absent(absence)).collect());
    }
    for (place, words) in HOSTILE.iter().enumerate() {
        let number = f64::from(u32::try_from(place).unwrap());
        rows.push(vec![
            Cell::Category(place % 3),
            Cell::Number(number * 1000.0),
            Cell::Number(number / 4.0),
            Cell::Category(place % 2),
            Cell::Category(1),
            Cell::Words((*words).to_owned()),
            Cell::Day(date(1999, 12, 31)),
            Cell::Hour(time(0, 0, 0, 0)),
        ]);
    }
    Sample { dataset: Dataset { description: description(), variables, sets, absences }, rows }
}
