use crate::{
    Expression, Group, GroupCode, GroupLayout, Item, Question, Questionnaire,
    edit::{self, Place},
    item_bank,
};
use base::{LanguageTag, Text};
use std::sync::LazyLock;

static TEMPLATES: LazyLock<Vec<Questionnaire>> = LazyLock::new(|| PLANS.iter().filter_map(build).collect());

/// Ready questionnaires made of the item bank, in both languages; the code of each names it. Made once.
pub fn templates() -> &'static [Questionnaire] {
    &TEMPLATES
}

/// Which questions stand on which page. Neighbours of a page that share an ordered scale become a grid.
struct Plan {
    code: &'static str,
    title: (&'static str, &'static str),
    pages: &'static [Page],
}

struct Page {
    code: &'static str,
    title: (&'static str, &'static str),
    /// When it is shown.
    condition: Option<&'static str>,
    questions: &'static [&'static str],
}

const WORDS_BEFORE: (&str, &str) = (
    "Отговорите са анонимни. Пропуснете въпрос, на който не искате да отговорите.",
    "The answers are anonymous. Skip any question that you do not want to answer.",
);
const WORDS_AFTER: (&str, &str) = ("Благодарим Ви за отделеното време.", "Thank you for your time.");

const USE: Page = Page {
    code: "page_use",
    title: ("Как ползвате услугите", "How you use the services"),
    condition: None,
    questions: &["used", "channel", "result"],
};
const PROFILE: Page = Page {
    code: "page_profile",
    title: ("За Вас", "About you"),
    condition: None,
    questions: &["capacity", "age", "sex", "settlement"],
};

const PLANS: [Plan; 3] = [
    Plan {
        code: "service",
        title: ("Удовлетвореност от административното обслужване", "Satisfaction with the administrative service"),
        pages: &[
            USE,
            Page {
                code: "page_service",
                title: ("Как Ви обслужиха", "How you were served"),
                condition: Some("${used} != 'no'"),
                questions: &[
                    "politeness",
                    "competence",
                    "time_satisfies",
                    "waiting_satisfies",
                    "opening_hours",
                    "in_time",
                ],
            },
            Page {
                code: "page_electronic",
                title: ("Електронни услуги", "Electronic services"),
                condition: None,
                questions: &["electronic_used", "electronic_obstacles"],
            },
            Page {
                code: "page_overall",
                title: ("Като цяло", "Overall"),
                condition: None,
                questions: &["overall", "change", "improve"],
            },
            PROFILE,
        ],
    },
    Plan {
        code: "counter",
        title: ("Кратка анкета на гише", "A short survey at the counter"),
        pages: &[Page {
            code: "page_counter",
            title: ("Вашето посещение", "Your visit"),
            condition: None,
            questions: &["overall", "waiting", "politeness", "improve"],
        }],
    },
    Plan {
        code: "participation",
        title: ("Гражданско участие и обратна връзка", "Civic participation and feedback"),
        pages: &[
            Page {
                code: "page_rights",
                title: ("Сигнали, предложения и жалби", "Signals, proposals and complaints"),
                condition: None,
                questions: &["rights_known", "submitted"],
            },
            Page {
                code: "page_forms",
                title: ("Участие", "Participation"),
                condition: None,
                questions: &["forms_known", "forms_used", "ready", "participation_obstacles"],
            },
            Page {
                code: "page_listening",
                title: ("Как общината чува хората", "How the municipality hears people"),
                condition: None,
                questions: &["invites", "explains", "takes_into_account", "tells_result", "improve"],
            },
            PROFILE,
        ],
    },
];

/// `None` only where a plan names what the bank does not have, which its test would tell.
fn build(plan: &Plan) -> Option<Questionnaire> {
    let text = |(bulgarian, english): (&str, &str)| Text::new(bulgarian, english);
    let mut made = Questionnaire {
        code: plan.code.to_owned(),
        title: text(plan.title),
        version: None,
        languages: vec![LanguageTag::BULGARIAN, LanguageTag::ENGLISH],
        introduction: Some(text(WORDS_BEFORE)),
        thanks: Some(text(WORDS_AFTER)),
        scales: Default::default(),
        items: Vec::new(),
    };
    for page in plan.pages {
        let code: GroupCode = page.code.parse().ok()?;
        let mut group = Group::new(code.clone(), Some(text(page.title)), GroupLayout::Page, Vec::new());
        group.relevance = page.condition.and_then(|source| Expression::parse(source).ok());
        made = edit::add(made, &Place::last(), Item::Group(group)).ok()?;
        for question in page.questions {
            made = edit::insert_from(made, &Place::last_in(code.clone()), item_bank(), question).ok()?.0;
        }
    }
    for item in &mut made.items {
        if let Item::Group(page) = item {
            page.items = with_grids(page.code.as_str(), std::mem::take(&mut page.items), &made.scales)?;
        }
    }
    Some(edit::settled(made))
}

fn with_grids(
    page: &str,
    items: Vec<Item>,
    scales: &std::collections::BTreeMap<crate::ScaleCode, crate::Scale>,
) -> Option<Vec<Item>> {
    let mut folded: Vec<Item> = Vec::new();
    let mut run: Vec<Question> = Vec::new();
    let mut left = items.into_iter().peekable();
    while let Some(item) = left.next() {
        let Item::Question(question) = item else { return None };
        let shared = question.kind.single_scale().filter(|code| scales.get(*code).is_some_and(|scale| scale.ordered));
        let shared = shared.cloned();
        run.push(question);
        let goes_on = shared.is_some()
            && left.peek().and_then(Item::question).is_some_and(|next| next.kind.single_scale() == shared.as_ref());
        if goes_on {
            continue;
        }
        let rows = std::mem::take(&mut run).into_iter().map(Item::Question);
        if rows.len() > 1 {
            let code = format!("{page}_grid").parse().ok()?;
            let label = Some(Text::new("Преценете всяко от изброените", "Judge each of these"));
            folded.push(Item::Group(Group::new(code, label, GroupLayout::Battery, rows.collect())));
        } else {
            folded.extend(rows);
        }
    }
    Some(folded)
}
