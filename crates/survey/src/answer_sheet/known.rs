//! What both services call their own columns, and the scales that people use, from the worst to the best step.

/// When an answer was sent.
pub(crate) fn is_time(header: &str) -> bool {
    matches!(
        header,
        "timestamp"
            | "клеймо за време"
            | "времево клеймо"
            | "клеймо за дата и час"
            | "completion time"
            | "час на завършване"
            | "краен час"
    )
}

pub(super) fn is_google_time(header: &str) -> bool {
    matches!(header, "timestamp" | "клеймо за време" | "времево клеймо" | "клеймо за дата и час")
}

/// Columns that a service adds by itself and that tell nothing of what was asked.
pub(super) fn is_of_service(header: &str) -> bool {
    let exact = [
        "id",
        "ид",
        "start time",
        "начален час",
        "час на започване",
        "last modified time",
        "час на последна промяна",
        "language",
        "total points",
        "общо точки",
        "quiz feedback",
        "score",
        "резултат",
    ];
    let begins = ["points - ", "feedback - ", "точки - ", "обратна връзка - "];
    exact.contains(&header) || begins.iter().any(|start| header.starts_with(start))
}

/// Who answered.
pub(super) fn is_personal(header: &str) -> bool {
    let exact =
        ["email", "e-mail", "email address", "имейл", "имейл адрес", "username", "потребителско име", "name", "име"];
    let within = [
        "егн",
        "телефон",
        "e-mail",
        "email",
        "имейл",
        "електронна поща",
        "phone",
        "вашето име",
        "your name",
        "три имена",
    ];
    exact.contains(&header) || within.iter().any(|word| header.contains(word))
}

/// An address of e-mail, a telephone number or a personal number.
pub(super) fn looks_personal(value: &str) -> bool {
    let is_mail = value
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !value.contains(' '));
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let is_number =
        value.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '+' | ' ' | '-' | '/' | '(' | ')'));
    is_mail || is_number && (9..=13).contains(&digits)
}

/// Steps of usual scales, from the worst to the best.
const SCALES: &[&[&str]] = &[
    &["много слабо", "слабо", "средно", "добре", "много добре", "отлично"],
    &["много лошо", "лошо", "задоволително", "добро", "много добро", "отлично"],
    &["никога", "рядко", "понякога", "често", "винаги"],
    &["never", "rarely", "sometimes", "often", "always"],
    &["изобщо не", "по-скоро не", "донякъде", "по-скоро да", "напълно"],
    &["не", "по-скоро не", "по-скоро да", "да"],
    &["strongly disagree", "disagree", "neutral", "agree", "strongly agree"],
    &["very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"],
    &["very poor", "poor", "fair", "good", "very good", "excellent"],
];

/// The same in words that bend with the person: what they begin with.
const STEMS: &[&[&str]] = &[
    &["напълно несъгла", "несъгла", "нито съгла", "съгла", "напълно съгла"],
    &["изобщо не съм съгла", "по-скоро не съм съгла", "нито съгла", "по-скоро съм съгла", "напълно съм съгла"],
    &["много неудовлетвор", "неудовлетвор", "нито ", "удовлетвор", "много удовлетвор"],
    &["много недовол", "недовол", "нито ", "довол", "много довол"],
];

/// „Не мога да преценя“ and its like: an answer that stands outside of the scale.
pub(super) fn is_dont_know(option: &str) -> bool {
    let small = option.to_lowercase();
    let begins = [
        "не мога да преценя",
        "не знам",
        "нямам мнение",
        "без мнение",
        "don't know",
        "i don't know",
        "no opinion",
        "not sure",
        "не съм сигур",
    ];
    begins.iter().any(|start| small.starts_with(start))
}

pub(super) fn is_not_applicable(option: &str) -> bool {
    let small = option.to_lowercase();
    ["не се отнася", "неприложимо", "not applicable", "n/a"].iter().any(|start| small.starts_with(start))
}

/// The options in the order of the scale that they all belong to, those outside of it last.
pub(super) fn in_order(options: &[String]) -> Option<Vec<String>> {
    let (aside, steps): (Vec<&String>, Vec<&String>) =
        options.iter().partition(|option| is_dont_know(option) || is_not_applicable(option));
    if steps.len() < 3 {
        return None;
    }
    let exact = SCALES.iter().find_map(|scale| placed(&steps, |option| scale.iter().position(|step| *step == option)));
    let found = exact.or_else(|| {
        STEMS.iter().find_map(|scale| placed(&steps, |option| scale.iter().position(|stem| option.starts_with(stem))))
    })?;
    Some(found.into_iter().chain(aside.into_iter().cloned()).collect())
}

fn placed(steps: &[&String], place: impl Fn(&str) -> Option<usize>) -> Option<Vec<String>> {
    let places: Option<Vec<(usize, String)>> =
        steps.iter().map(|step| Some((place(&step.to_lowercase())?, (*step).clone()))).collect();
    let mut places = places?;
    places.sort();
    let is_distinct = places.iter().zip(places.iter().skip(1)).all(|(one, two)| one.0 != two.0);
    is_distinct.then(|| places.into_iter().map(|(_, step)| step).collect())
}
