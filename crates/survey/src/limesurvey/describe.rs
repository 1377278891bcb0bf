use super::description::{AnswerOption, Condition, Group, Layout, Question, Quota, Subquestion, Survey, Words};
use super::dump::{Dump, Row};
use super::{Findings, Problem, html};
use std::collections::BTreeMap;

/// The longest words of a label, in characters, as in a workbook.
const LONGEST_WORDS: usize = crate::xlsform::LONGEST_CELL;

/// Puts the tables together, of either generation.
pub(super) fn describe(dump: &Dump, findings: &mut Findings) -> Survey {
    let mut describing = Describing { dump, findings };
    let settings = dump.table("surveys").first();
    let languages = languages(dump, settings);
    let mut survey = Survey {
        id: settings.map(|row| row.text("sid").to_owned()).unwrap_or_default(),
        version: dump.version,
        title: describing.settings("surveyls_title"),
        welcome: describing.settings("surveyls_welcometext"),
        end: describing.settings("surveyls_endtext"),
        layout: match settings.map(|row| row.text("format")) {
            Some("A") => Layout::AllInOne,
            Some("S") => Layout::ByQuestion,
            _ => Layout::ByGroup,
        },
        groups: Vec::new(),
        quotas: describing.quotas(),
        languages,
    };
    let mut by_group: BTreeMap<String, Vec<(i64, Question)>> = BTreeMap::new();
    for (gid, order, question) in describing.questions() {
        by_group.entry(gid).or_default().push((order, question));
    }
    for mut group in describing.groups() {
        let mut found = by_group.remove(&group.id).unwrap_or_default();
        found.sort_by_key(|(order, question)| (*order, question.line));
        group.questions = found.into_iter().map(|(_, question)| question).collect();
        survey.groups.push(group);
    }
    for (_, question) in by_group.into_values().flatten() {
        let problem = Problem::Orphan { table: "questions", code: question.code };
        describing.findings.refuse_at(question.line, problem);
    }
    survey
}

/// The survey's own language, the others that it names, then those of the file.
fn languages(dump: &Dump, settings: Option<&Row>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let own = settings.map(|row| row.text("language")).unwrap_or_default();
    let others = settings.map(|row| row.text("additional_languages")).unwrap_or_default();
    let named = std::iter::once(own).chain(others.split_whitespace());
    for language in named.chain(dump.languages.iter().map(String::as_str)) {
        if !language.is_empty() && language.len() <= 20 && !all.iter().any(|known| known == language) && all.len() < 50
        {
            all.push(language.to_owned());
        }
    }
    all
}

struct Describing<'a, 'f> {
    dump: &'a Dump,
    findings: &'f mut Findings,
}

impl Describing<'_, '_> {
    fn words(&mut self, row: &Row, text: &str) -> String {
        let words = html::words(text);
        let is = words.chars().count();
        if is > LONGEST_WORDS {
            self.findings.refuse_at(row.line, Problem::TooLong { is, max: LONGEST_WORDS });
            return words.chars().take(LONGEST_WORDS).collect();
        }
        words
    }

    fn add(&mut self, words: &mut Words, row: &Row, cell: &str) {
        let text = row.text(cell);
        if !text.is_empty() {
            let text = self.words(row, text);
            if !text.is_empty() {
                words.insert(row.text("language").to_owned(), text);
            }
        }
    }

    fn settings(&mut self, cell: &str) -> Words {
        let mut words = Words::new();
        for row in self.dump.table("surveys_languagesettings") {
            let text = self.words(row, row.text(cell));
            if !text.is_empty() {
                words.insert(row.text("surveyls_language").to_owned(), text);
            }
        }
        words
    }

    /// The newer generation keeps words apart: by the id in `key`, one row for each language.
    fn apart(&mut self, table: &str, key: &str, cells: [&str; 2]) -> BTreeMap<String, [Words; 2]> {
        let mut all: BTreeMap<String, [Words; 2]> = BTreeMap::new();
        for row in self.dump.table(table) {
            let [first, second] = all.entry(row.text(key).to_owned()).or_default();
            self.add(first, row, cells.first().unwrap_or(&""));
            self.add(second, row, cells.last().unwrap_or(&""));
        }
        all
    }

    fn groups(&mut self) -> Vec<Group> {
        let apart = self.apart("group_l10ns", "gid", ["group_name", "description"]);
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut groups: Vec<(i64, Group)> = Vec::new();
        for row in self.dump.table("groups") {
            let id = row.text("gid");
            let place = *places.entry(id.to_owned()).or_insert_with(|| {
                let [name, description] = apart.get(id).cloned().unwrap_or_default();
                let relevance = row.text("grelevance").to_owned();
                let group =
                    Group { id: id.to_owned(), name, description, relevance, questions: Vec::new(), line: row.line };
                groups.push((row.number("group_order"), group));
                groups.len() - 1
            });
            if let Some((_, group)) = groups.get_mut(place) {
                self.add(&mut group.name, row, "group_name");
                self.add(&mut group.description, row, "description");
            }
        }
        groups.sort_by_key(|(order, group)| (*order, group.line));
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// Each with its group and its order.
    fn questions(&mut self) -> Vec<(String, i64, Question)> {
        let apart = self.apart("question_l10ns", "qid", ["question", "help"]);
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut all: Vec<(String, i64, Question)> = Vec::new();
        for row in self.dump.table("questions") {
            let id = row.text("qid");
            let place = *places.entry(id.to_owned()).or_insert_with(|| {
                let [label, help] = apart.get(id).cloned().unwrap_or_default();
                let question = Question {
                    id: id.to_owned(),
                    code: row.text("title").chars().take(60).collect(),
                    kind: row.text("type").chars().take(4).collect(),
                    label,
                    help,
                    mandatory: row.is_yes("mandatory"),
                    other: row.is_yes("other"),
                    relevance: row.text("relevance").to_owned(),
                    pattern: row.text("preg").to_owned(),
                    line: row.line,
                    ..Question::default()
                };
                all.push((row.text("gid").to_owned(), row.number("question_order"), question));
                all.len() - 1
            });
            if let Some((_, _, question)) = all.get_mut(place) {
                self.add(&mut question.label, row, "question");
                self.add(&mut question.help, row, "help");
            }
        }
        self.subquestions(&apart, &places, &mut all);
        self.options(&places, &mut all);
        self.attributes(&places, &mut all);
        all
    }

    fn subquestions(
        &mut self,
        apart: &BTreeMap<String, [Words; 2]>,
        places: &BTreeMap<String, usize>,
        all: &mut [(String, i64, Question)],
    ) {
        let mut known: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        let mut orders: BTreeMap<String, i64> = BTreeMap::new();
        for row in self.dump.table("subquestions") {
            let id = row.text("qid");
            let parent = places.get(row.text("parent_qid")).copied();
            let Some((parent, (_, _, question))) = parent.and_then(|place| Some((place, all.get_mut(place)?))) else {
                let code = row.text("title").chars().take(60).collect();
                self.findings.refuse(row.at(Problem::Orphan { table: "subquestions", code }));
                continue;
            };
            let (_, place) = *known.entry(id.to_owned()).or_insert_with(|| {
                let [label, _] = apart.get(id).cloned().unwrap_or_default();
                orders.insert(id.to_owned(), row.number("question_order"));
                question.subquestions.push(Subquestion {
                    id: id.to_owned(),
                    code: row.text("title").chars().take(60).collect(),
                    label,
                    scale: row.number("scale_id"),
                    relevance: row.text("relevance").to_owned(),
                    line: row.line,
                });
                (parent, question.subquestions.len() - 1)
            });
            if let Some(sub) = question.subquestions.get_mut(place) {
                self.add(&mut sub.label, row, "question");
            }
        }
        for (_, _, question) in all {
            let order = |sub: &Subquestion| orders.get(&sub.id).copied().unwrap_or(0);
            question.subquestions.sort_by_key(|sub| (sub.scale, order(sub), sub.line));
        }
    }

    fn options(&mut self, places: &BTreeMap<String, usize>, all: &mut [(String, i64, Question)]) {
        let apart = self.apart("answer_l10ns", "aid", ["answer", "answer"]);
        let mut orders: BTreeMap<(String, String, i64), (usize, i64)> = BTreeMap::new();
        for row in self.dump.table("answers") {
            let code: String = row.text("code").chars().take(60).collect();
            let parent = places.get(row.text("qid")).copied();
            let Some((_, _, question)) = parent.and_then(|place| all.get_mut(place)) else {
                self.findings.refuse(row.at(Problem::Orphan { table: "answers", code }));
                continue;
            };
            let scale = row.number("scale_id");
            let key = (row.text("qid").to_owned(), code.clone(), scale);
            let (place, _) = *orders.entry(key).or_insert_with(|| {
                let [label, _] = apart.get(row.text("aid")).cloned().unwrap_or_default();
                question.options.push(AnswerOption { code, label, scale, line: row.line });
                (question.options.len() - 1, row.number("sortorder"))
            });
            if let Some(option) = question.options.get_mut(place) {
                self.add(&mut option.label, row, "answer");
            }
        }
        for (_, _, question) in all {
            let id = question.id.clone();
            let order = |option: &AnswerOption| {
                orders.get(&(id.clone(), option.code.clone(), option.scale)).map_or(0, |(_, order)| *order)
            };
            question.options.sort_by_key(|option| (option.scale, order(option), option.line));
        }
    }

    fn attributes(&mut self, places: &BTreeMap<String, usize>, all: &mut [(String, i64, Question)]) {
        for row in self.dump.table("question_attributes") {
            if let Some((_, _, question)) = places.get(row.text("qid")).and_then(|place| all.get_mut(*place)) {
                let name = row.text("attribute").to_owned();
                let (value, language) = (row.text("value").to_owned(), row.text("language"));
                if !language.is_empty() && !value.is_empty() {
                    question.said.entry(name.clone()).or_default().insert(language.to_owned(), html::words(&value));
                }
                question.attributes.entry(name).or_insert(value);
            }
        }
        for row in self.dump.table("conditions") {
            if let Some((_, _, question)) = places.get(row.text("qid")).and_then(|place| all.get_mut(*place)) {
                question.conditions.push(Condition {
                    scenario: row.number("scenario"),
                    field: row.text("cfieldname").to_owned(),
                    method: row.text("method").to_owned(),
                    value: row.text("value").to_owned(),
                });
            }
        }
        for row in self.dump.table("defaultvalues") {
            if let Some((_, _, question)) = places.get(row.text("qid")).and_then(|place| all.get_mut(*place)) {
                question.has_default = true;
            }
        }
    }

    fn quotas(&mut self) -> Vec<Quota> {
        let mut members: BTreeMap<&str, usize> = BTreeMap::new();
        for member in self.dump.table("quota_members") {
            *members.entry(member.text("quota_id")).or_default() += 1;
        }
        let rows = self.dump.table("quota").iter();
        rows.map(|row| Quota {
            name: row.text("name").chars().take(200).collect(),
            limit: row.number("qlimit"),
            members: members.get(row.text("id")).copied().unwrap_or(0),
            line: row.line,
        })
        .collect()
    }
}
