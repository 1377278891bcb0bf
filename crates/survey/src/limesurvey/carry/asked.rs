use super::attributes::is_random;
use super::{Carrying, MOST_CELLS};
use crate::limesurvey::description::{AnswerOption, Question, Subquestion};
use crate::limesurvey::fields::Field;
use crate::limesurvey::kind::Kind;
use crate::limesurvey::{Feature, Problem};
use crate::{
    Constraint, Expression, FileShape, Group, GroupLayout, Item, Look, OptionCode, QuestionCode, QuestionKind,
    Requirement, ScaleCode, ScaleOption, Standing, Ticks,
};
use base::Text;

impl Carrying<'_> {
    pub(super) fn question(&mut self, question: &Question) -> Vec<Item> {
        let Some(kind) = Kind::of(&question.kind) else {
            let problem = Problem::UnknownKind { question: question.code.clone(), given: question.kind.clone() };
            self.findings.warn_at(question.line, problem);
            return Vec::new();
        };
        if kind == Kind::LanguageSwitch {
            self.leave_out(question, Feature::LanguageSwitch);
            return Vec::new();
        }
        self.told(question, kind);
        let source = self.source(question);
        let relevance = self.relevance(&source, &question.code, question.line);
        let item = match kind {
            Kind::List | Kind::Fixed(_) => self.list(question, kind, relevance),
            Kind::Multiple => self.multiple(question, relevance),
            Kind::Array(fixed) => {
                let scale = match fixed {
                    Some(fixed) => self.fixed(fixed),
                    None => self.own_scale(question, 0, true),
                };
                self.array(question, "", scale, relevance)
            }
            Kind::Dual => return self.dual(question, relevance.as_ref()),
            Kind::Table { numbers } => self.table(question, numbers, relevance),
            Kind::Several { numbers } => self.several(question, numbers, relevance),
            Kind::Text { long } => self.plain(question, QuestionKind::text(long), relevance),
            Kind::Number => {
                let is_whole = question.attribute("num_value_int_only") == "1";
                let kind = if is_whole { QuestionKind::integer() } else { QuestionKind::decimal() };
                self.plain(question, kind, relevance)
            }
            Kind::Date => {
                let format = question.attribute("date_format").to_lowercase();
                let has_day = format.is_empty() || format.contains('d') || format.contains('y');
                if format.contains('h') {
                    self.leave_out(question, Feature::Time);
                }
                let kind = if has_day { QuestionKind::Date } else { QuestionKind::text(false) };
                self.plain(question, kind, relevance)
            }
            Kind::Note => self.plain(question, QuestionKind::Note, relevance),
            Kind::Equation => self.equation(question, relevance),
            Kind::Ranking => self.ranking(question, relevance),
            Kind::File => self.files(question, relevance),
            Kind::LanguageSwitch => None,
        };
        item.into_iter().collect()
    }

    fn ask(&mut self, question: &Question, code: QuestionCode, label: Text, kind: QuestionKind) -> crate::Question {
        let is_asked = !matches!(kind, QuestionKind::Note | QuestionKind::Calculated(_));
        let required = (question.mandatory && is_asked).then(Requirement::default);
        crate::Question { required, ..crate::Question::new(code, label, kind) }
    }

    fn hint(&self, question: &Question) -> Option<Text> {
        self.text(&question.help)
    }

    fn plain(&mut self, question: &Question, kind: QuestionKind, relevance: Option<Expression>) -> Option<Item> {
        let code = self.question_code(question, &question.code)?;
        let label = self.label(&question.label, &question.code);
        let is_note = matches!(kind, QuestionKind::Note);
        let constraint = if is_note { None } else { self.constraint(question, &kind) };
        let mut asked = self.ask(question, code.clone(), label, kind);
        asked.hint = self.hint(question);
        asked.relevance = relevance;
        asked.constraint = constraint;
        asked.shuffled = is_random(question) && asked.scale().is_some();
        if !is_note {
            self.fields.add(&question.id, "", Field::Question(code.clone()));
            self.names.take(question.code.clone(), format!("${{{code}}}"));
        }
        Some(Item::Question(asked))
    }

    /// Files of any kind, or pictures where nothing else is allowed. Files that people sent there are not in its tables.
    fn files(&mut self, question: &Question, relevance: Option<Expression>) -> Option<Item> {
        let allowed = question.attribute("allowed_filetypes").to_lowercase();
        let mut endings = allowed.split([',', ' ', ';']).filter(|ending| !ending.is_empty()).peekable();
        let pictures = endings.peek().is_some()
            && endings.all(|ending| matches!(ending, "png" | "jpg" | "jpeg" | "gif" | "webp" | "bmp" | "heic"));
        let wanted = question.attribute("max_num_of_files").parse::<u32>().unwrap_or(FileShape::MOST);
        if wanted > FileShape::MOST
            || question.attribute("min_num_of_files").parse::<u32>().is_ok_and(|least| least > 1)
        {
            self.leave_out(question, Feature::File);
        }
        let most = wanted.clamp(1, FileShape::MOST);
        let code = self.question_code(question, &question.code)?;
        let label = self.label(&question.label, &question.code);
        let mut asked = self.ask(question, code.clone(), label, QuestionKind::File(FileShape { pictures, most }));
        asked.hint = self.hint(question);
        asked.relevance = relevance;
        self.names.take(question.code.clone(), format!("${{{code}}}"));
        Some(Item::Question(asked))
    }

    fn list(&mut self, question: &Question, kind: Kind, relevance: Option<Expression>) -> Option<Item> {
        let other = question.other && kind == Kind::List;
        let scale =
            if let Kind::Fixed(fixed) = kind { self.fixed(fixed)? } else { self.own_scale(question, 0, false)? };
        let item = self.plain(question, QuestionKind::One { scale, other, look: Look::List }, relevance);
        if let (Some(Item::Question(asked)), true) = (&item, other) {
            self.takes_other(question, &asked.code.clone());
        }
        item
    }

    /// All options in an order. LimeSurvey has a column for each place, with the option that was put there.
    fn ranking(&mut self, question: &Question, relevance: Option<Expression>) -> Option<Item> {
        let of_subquestion = |sub: &Subquestion| AnswerOption {
            code: sub.code.clone(),
            label: sub.label.clone(),
            scale: 0,
            line: sub.line,
        };
        let own: Vec<AnswerOption> = if question.options.is_empty() {
            question.subquestions.iter().map(of_subquestion).collect()
        } else {
            question.options.clone()
        };
        let options: Vec<ScaleOption> = own.iter().filter_map(|option| self.option(option, false)).collect();
        let options = self.once_each(options);
        if options.len() < 2 {
            self.leave_out(question, Feature::Ranking);
            return None;
        }
        let codes: Vec<OptionCode> = options.iter().map(|option| option.code.clone()).collect();
        let scale = self.scale(options)?;
        let item = self.plain(question, QuestionKind::Ranking { scale }, relevance)?;
        if let Item::Question(asked) = &item {
            for place in 1..=codes.len() {
                let field = Field::Place { question: asked.code.clone(), place, options: codes.clone() };
                self.fields.add(&question.id, &place.to_string(), field);
            }
        }
        Some(item)
    }

    fn takes_other(&mut self, question: &Question, code: &QuestionCode) {
        self.fields.add(&question.id, "other", Field::Other(code.clone()));
        self.names.take(format!("{}_other", question.code), format!("${{{}}}", code.other_field()));
    }

    fn multiple(&mut self, question: &Question, relevance: Option<Expression>) -> Option<Item> {
        let alone: Vec<&str> = question.attribute("exclude_all_others").split(';').map(str::trim).collect();
        let mut options = Vec::new();
        for sub in &question.subquestions {
            if !matches!(sub.relevance.trim(), "" | "1") {
                self.leave_out(question, Feature::OptionCondition);
            }
            let exclusive = alone.contains(&sub.code.as_str());
            let option = AnswerOption { code: sub.code.clone(), label: sub.label.clone(), scale: 0, line: sub.line };
            options.extend(self.option(&option, exclusive));
        }
        let other = question.other && !question.subquestions.iter().any(|sub| sub.code == "other");
        options.extend(other.then(|| self.other(question)));
        let options = self.once_each(options);
        if options.is_empty() {
            return None;
        }
        let codes: Vec<OptionCode> = options.iter().map(|option| option.code.clone()).collect();
        // In its own validation the question is the answer itself.
        for option in &codes {
            self.names.take(format!("{}_{option}", question.code), format!("if(selected(., '{option}'), 'Y', '')"));
        }
        let scale = self.scale(options)?;
        let item = self.plain(question, QuestionKind::Many { scale, other, ticks: Ticks::default() }, relevance)?;
        let Item::Question(asked) = &item else { return Some(item) };
        let code = asked.code.clone();
        for option in codes {
            self.fields.add(&question.id, option.as_str(), Field::Option(code.clone(), option.clone()));
            let is_chosen = format!("if(selected(${{{code}}}, '{option}'), 'Y', '')");
            self.names.take(format!("{}_{option}", question.code), is_chosen);
        }
        if other {
            self.takes_other(question, &code);
        }
        Some(item)
    }

    fn option(&mut self, option: &AnswerOption, exclusive: bool) -> Option<ScaleOption> {
        let kept: String = option.code.chars().filter(|letter| !letter.is_whitespace() && *letter != '\'').collect();
        let code = OptionCode::parse(&kept).ok()?;
        let label = self.label(&option.label, &option.code);
        Some(ScaleOption { exclusive, ..ScaleOption::new(code, label, Standing::Unordered) })
    }

    fn other(&mut self, question: &Question) -> ScaleOption {
        let label = self.said(question, "other_replace_text");
        let label = label.unwrap_or_else(|| self.tongues.built_in("Друго", "Other"));
        ScaleOption::new(OptionCode::other(), label, Standing::Unordered)
    }

    fn once_each(&mut self, options: Vec<ScaleOption>) -> Vec<ScaleOption> {
        let mut seen = std::collections::BTreeSet::new();
        options.into_iter().filter(|option| seen.insert(option.code.clone())).collect()
    }

    /// The options of the question itself. Which of them is better, the file does not say.
    fn own_scale(&mut self, question: &Question, scale: i64, array: bool) -> Option<ScaleCode> {
        let of_scale = question.options.iter().filter(|option| option.scale == scale);
        let mut options: Vec<ScaleOption> = of_scale.filter_map(|option| self.option(option, false)).collect();
        if question.other && !array && question.kind != "O" {
            let other = self.other(question);
            options.push(other);
        }
        let options = self.once_each(options);
        if options.is_empty() {
            self.leave_out(question, Feature::Validation);
            return None;
        }
        self.scale(options)
    }

    fn array(
        &mut self,
        question: &Question,
        mark: &str,
        scale: Option<ScaleCode>,
        relevance: Option<Expression>,
    ) -> Option<Item> {
        let scale = scale?;
        let kind = QuestionKind::one(scale);
        let rows = question.subquestions.iter().filter(|sub| sub.scale == 0);
        let mut items = Vec::new();
        for row in rows {
            items.extend(self.row(question, row, mark, kind.clone()));
        }
        let mut grid = self.grouped(question, mark, GroupLayout::Battery, items, relevance);
        if let Some(Item::Group(group)) = &mut grid {
            group.shuffled = is_random(question);
        }
        grid
    }

    fn row(&mut self, question: &Question, row: &Subquestion, mark: &str, kind: QuestionKind) -> Option<Item> {
        let code = self.question_code(question, &format!("{}_{}{mark}", question.code, row.code))?;
        let label = self.label(&row.label, &row.code);
        let mut asked = self.ask(question, code.clone(), label, kind.clone());
        asked.relevance = self.relevance(&row.relevance, &question.code, row.line);
        if !matches!(kind, QuestionKind::One { .. }) {
            asked.constraint = self.bounds(question);
        }
        let behind = mark.replace('_', "#");
        self.fields.add(&question.id, &format!("{}{behind}", row.code), Field::Question(code.clone()));
        self.names.take(format!("{}_{}{mark}", question.code, row.code), format!("${{{code}}}"));
        Some(Item::Question(asked))
    }

    fn grouped(
        &mut self,
        question: &Question,
        mark: &str,
        layout: GroupLayout,
        items: Vec<Item>,
        relevance: Option<Expression>,
    ) -> Option<Item> {
        if items.is_empty() {
            return None;
        }
        let code = self.group_code(&format!("{}{mark}", question.code))?;
        let label = Some(self.label(&question.label, &question.code));
        Some(Item::Group(Group { hint: self.hint(question), relevance, ..Group::new(code, label, layout, items) }))
    }

    fn dual(&mut self, question: &Question, relevance: Option<&Expression>) -> Vec<Item> {
        let mut items = Vec::new();
        for (number, mark) in [(0, "_0"), (1, "_1")] {
            let scale = self.own_scale(question, number, true);
            items.extend(self.array(question, mark, scale, relevance.cloned()));
        }
        items
    }

    fn several(&mut self, question: &Question, numbers: bool, relevance: Option<Expression>) -> Option<Item> {
        let kind = if numbers { QuestionKind::decimal() } else { QuestionKind::text(false) };
        let rows = question.subquestions.iter();
        let mut items = Vec::new();
        for row in rows {
            items.extend(self.row(question, row, "", kind.clone()));
        }
        self.grouped(question, "", GroupLayout::Page, items, relevance)
    }

    /// Each cell is a question: the words of its row, then those of its column.
    fn table(&mut self, question: &Question, numbers: bool, relevance: Option<Expression>) -> Option<Item> {
        let kind = if numbers { QuestionKind::decimal() } else { QuestionKind::text(false) };
        let is_row = |sub: &&Subquestion| sub.scale == 0;
        let (rows, columns): (Vec<&Subquestion>, Vec<&Subquestion>) = question.subquestions.iter().partition(is_row);
        if rows.len().saturating_mul(columns.len()) > MOST_CELLS {
            self.leave_out(question, Feature::TooManyFields);
            return None;
        }
        let mut items = Vec::new();
        for row in rows {
            let row_label = self.label(&row.label, &row.code);
            for column in &columns {
                let column_label = self.label(&column.label, &column.code);
                let code = self.question_code(question, &format!("{}_{}_{}", question.code, row.code, column.code))?;
                let both = self.tongues.words(|language| {
                    let both = row_label.translation(language).zip(column_label.translation(language));
                    let both = both.filter(|(row, column)| !row.trim().is_empty() && !column.trim().is_empty());
                    both.map(|(row, column)| format!("{row} – {column}"))
                });
                let label = both.unwrap_or_else(|| row_label.clone());
                let mut asked = self.ask(question, code.clone(), label, kind.clone());
                asked.required = None;
                asked.relevance = self.relevance(&row.relevance, &question.code, row.line);
                let field = format!("{}_{}", row.code, column.code);
                self.fields.add(&question.id, &field, Field::Question(code.clone()));
                self.names.take(format!("{}_{field}", question.code), format!("${{{code}}}"));
                items.push(Item::Question(asked));
            }
        }
        self.grouped(question, "", GroupLayout::Page, items, relevance)
    }

    fn equation(&mut self, question: &Question, relevance: Option<Expression>) -> Option<Item> {
        let given = question.attribute("equation");
        let words = self.text(&question.label).unwrap_or_default();
        let words = words.say(self.tongues.own());
        let given = if given.is_empty() { words.trim() } else { given };
        let inner = given.strip_prefix('{').and_then(|given| given.strip_suffix('}')).unwrap_or(given);
        let expression = self.translated(inner, &question.code, question.line)?;
        let code = self.question_code(question, &question.code)?;
        self.names.take(question.code.clone(), format!("${{{code}}}"));
        let mut asked = self.ask(question, code, Text::default(), QuestionKind::Calculated(expression));
        asked.relevance = relevance;
        Some(Item::Question(asked))
    }

    pub(super) fn constraint(&mut self, question: &Question, kind: &QuestionKind) -> Option<Constraint> {
        let mut parts: Vec<String> = Vec::new();
        if matches!(kind, QuestionKind::Many { .. }) {
            let number = |name: &str| question.attribute(name).parse::<u32>().ok();
            parts.extend(
                number("min_answers").filter(|least| *least > 0).map(|least| format!("count-selected(.) >= {least}")),
            );
            parts.extend(
                number("max_answers").filter(|most| *most > 0).map(|most| format!("count-selected(.) <= {most}")),
            );
        }
        parts.extend(self.bounds(question).map(|bounds| bounds.expression.source().to_owned()));
        if !question.pattern.is_empty() {
            match crate::limesurvey::script::anchored(&question.pattern) {
                Some(pattern) if !pattern.contains('\'') => parts.push(format!("regex(., '{pattern}')")),
                _ => self.leave_out(question, Feature::Validation),
            }
        }
        let script = question.attribute("em_validation_q").to_owned();
        if !script.is_empty() {
            let own = if matches!(kind, QuestionKind::Many { .. }) { None } else { Some(".".to_owned()) };
            self.names.own = own;
            parts.extend(
                self.translated(&script, &question.code, question.line).map(|found| format!("({})", found.source())),
            );
            self.names.own = None;
        }
        let expression = Expression::parse(&parts.join(" and "));
        match expression {
            Ok(expression) => {
                let message = self.said(question, "em_validation_q_tip");
                Some(Constraint { expression, message })
            }
            Err(_) if parts.is_empty() => None,
            Err(_) => {
                self.leave_out(question, Feature::Validation);
                None
            }
        }
    }

    /// The least and the most of a number, where they are written as numbers.
    fn bounds(&mut self, question: &Question) -> Option<Constraint> {
        let number = |name: &str| question.attribute(name).parse::<f64>().ok().filter(|number| number.is_finite());
        let least = number("min_num_value_n").map(|least| format!(". >= {least}"));
        let most = number("max_num_value_n").map(|most| format!(". <= {most}"));
        let all: Vec<String> = least.into_iter().chain(most).collect();
        Some(Constraint { expression: Expression::parse(&all.join(" and ")).ok()?, message: None })
    }
}
