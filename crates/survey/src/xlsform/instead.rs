use super::columns::Column;
use super::grid::{Place, Placed};
use super::survey::Reading;
use super::table::Line;
use super::{Problem, Substitute};
use crate::{Expression, Item, Question, QuestionCode, QuestionKind, TextShape};
use base::Text;

/// What stands for rows that we cannot ask as they are.
impl Reading<'_> {
    pub(super) fn instead(&mut self, line: &Line<'_>, substitute: Substitute) {
        match substitute {
            Substitute::DayAndTime => {
                self.question(line, QuestionKind::Date);
                self.time_of_day(line);
            }
            Substitute::OnePoint => self.question(line, QuestionKind::Point),
            Substitute::TypedCode | Substitute::TypedChoice | Substitute::WithoutOther => {
                self.question(line, QuestionKind::Text(TextShape::default()));
            }
        }
    }

    /// Where something names what nobody is asked, a calculation that comes to nothing bears its name.
    pub(super) fn not_asked(&mut self, line: &Line<'_>) {
        if self.named.contains(line.text(Column::Name))
            && let Ok(nothing) = Expression::parse("''")
        {
            self.question(line, QuestionKind::Calculated(nothing));
        }
    }

    /// The hour of the day that was placed last; what bounds the moment bounds the day alone.
    fn time_of_day(&mut self, line: &Line<'_>) {
        let name = line.text(Column::Name);
        let day = self.last().and_then(Item::question).filter(|day| day.code.as_str() == name).cloned();
        let Some(day) = day else { return };
        let name = format!("{name}_time");
        let Ok(code) = QuestionCode::parse(&name) else {
            return self.findings.refuse(line.at(Column::Name, Problem::BadName { given: name }));
        };
        let place = line.at(Column::Name, Problem::MissingName);
        self.names.take(&name, line.row(), place, true, false, self.findings);
        let (required, relevance) = (day.required, day.relevance);
        let time = Question { required, relevance, ..Question::new(code, hour_of(&day.label), QuestionKind::Time) };
        self.place(Placed { item: Item::Question(time), place: Place::None });
    }
}

/// The same words, asking for the hour.
fn hour_of(day: &Text) -> Text {
    let asking = |words: &str, what: &str| {
        if words.is_empty() { String::new() } else { format!("{words} ({what})") }
    };
    Text {
        bulgarian: asking(&day.bulgarian, "час"),
        english: day.english.as_ref().map(|words| asking(words, "time")),
        further: day.further.iter().map(|(tag, words)| (*tag, asking(words, "00:00"))).collect(),
    }
}
