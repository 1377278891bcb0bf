//! The lists of themes as everybody reads them: by what each theme is found, how two people agreed, how the patterns do.

use super::StudyData;
use crate::{
    Words,
    themes::{FrozenThemes, GroupFound, Measured, QuestionFound, ThemeAgreement},
};
use document::{Block, Column, Row, Table};

/// Smaller numbers of a group's writers could tell who they are.
const LEAST_MENTIONS: u64 = 5;

/// Nothing where no list was frozen.
pub fn annex(study: &StudyData, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for frozen in &study.themes {
        let values = [
            ("name", frozen.list.name.say(words.language()).into()),
            ("version", i64::from(frozen.version).into()),
            ("day", words.date(frozen.on).into()),
        ];
        blocks.push(Block::Table(patterns(frozen, words.tell("themes-annex-patterns", &values), words)));
        match &frozen.found.agreement {
            Some(agreement) => {
                let caption = words.tell("themes-annex-agreement", &values);
                blocks.push(Block::Table(agreed(frozen, agreement, caption, words)));
            }
            None => blocks.push(Block::words(words.say("themes-annex-unchecked"))),
        }
        for found in &frozen.found.questions {
            blocks.extend(groups(study, frozen, found, words).map(Block::Table));
        }
    }
    if !blocks.is_empty() {
        let heading = Block::Heading { level: 3, text: words.say("themes-annex"), anchor: "themes".to_owned() };
        blocks.splice(0..0, [heading, Block::words(words.say("themes-annex-lede"))]);
    }
    blocks
}

fn patterns(frozen: &FrozenThemes, caption: String, words: &Words) -> Table {
    let row = |theme: &survey::Theme| {
        let mut found_by = theme.patterns.join(", ");
        if !theme.exclusions.is_empty() {
            let but = words.tell("themes-annex-but", &[("patterns", theme.exclusions.join(", ").into())]);
            found_by = format!("{found_by} {but}");
        }
        let description = theme.description.say(words.language()).to_owned();
        Row::new([theme.name.say(words.language()).to_owned(), description, found_by])
    };
    let column = |key: &str| Column::words(words.say(key));
    Table {
        caption: Some(caption),
        columns: ["themes-column-theme", "themes-column-description", "themes-column-patterns"].map(column).into(),
        rows: frozen.list.themes.iter().map(row).collect(),
        note: Some(words.say("themes-annex-star")),
        ..Table::default()
    }
}

fn agreed(frozen: &FrozenThemes, agreement: &crate::themes::Agreement, caption: String, words: &Words) -> Table {
    let row = |one: &ThemeAgreement| {
        let name = frozen.list.theme(&one.code).map_or(one.code.as_str(), |theme| theme.name.say(words.language()));
        let [kappa, alpha] = measured(&one.measured, words);
        let [precision, recall] = quality(one, words);
        Row::new([name.to_owned(), kappa, alpha, precision, recall])
    };
    let mut rows: Vec<Row> = agreement.themes.iter().map(row).collect();
    let [kappa, alpha] = measured(&agreement.together, words);
    rows.push(Row::total([words.say("themes-together"), kappa, alpha, String::new(), String::new()]));
    let number = |key: &str| Column::numbers(words.say(key));
    let values = [
        ("n", super::figures::count(agreement.answers)),
        ("enough", words.number(Measured::ENOUGH, 1).into()),
        ("verdict", verdict(&agreement.together, words).into()),
    ];
    Table {
        caption: Some(caption),
        columns: vec![
            Column::words(words.say("themes-column-theme")),
            number("themes-column-kappa"),
            number("themes-column-alpha"),
            number("themes-column-precision"),
            number("themes-column-recall"),
        ],
        rows,
        note: Some(words.tell("themes-annex-agreement-note", &values)),
        ..Table::default()
    }
}

/// „приемливо“, „недостатъчно“, or why neither can be said.
pub fn verdict(measured: &Measured, words: &Words) -> String {
    words.say(match measured.is_enough() {
        Some(true) => "themes-enough",
        Some(false) => "themes-not-enough",
        None => "themes-no-spread",
    })
}

/// κ with its interval, and α.
pub fn measured(measured: &Measured, words: &Words) -> [String; 2] {
    let untold = || "–".to_owned();
    let told = |value: f64| words.number(value, 2);
    let kappa = match (measured.kappa, measured.low, measured.high) {
        (Some(kappa), Some(low), Some(high)) => format!("{} ({} – {})", told(kappa), told(low), told(high)),
        (Some(kappa), ..) => told(kappa),
        (None, ..) => untold(),
    };
    [kappa, measured.alpha.map_or_else(untold, told)]
}

/// Precision and recall of the patterns: „12 от 14“.
pub fn quality(one: &ThemeAgreement, words: &Words) -> [String; 2] {
    let untold = || "–".to_owned();
    let share = |share: Option<stats::Share>| {
        share.map_or_else(untold, |share| {
            let values = [("part", super::figures::count(share.part())), ("all", super::figures::count(share.whole()))];
            words.tell("themes-of", &values)
        })
    };
    let quality = one.quality();
    [share(quality.and_then(|one| one.precision())), share(quality.and_then(|one| one.recall()))]
}

/// Groups of writers side by side, the themes that enough of each mention; whoever is in none of them must not be told by
/// the difference either.
fn groups<'a>(
    study: &'a StudyData,
    frozen: &'a FrozenThemes,
    found: &'a QuestionFound,
    words: &'a Words,
) -> impl Iterator<Item = Table> + 'a {
    let data = study
        .audiences
        .iter()
        .filter(|data| !data.is_tiny())
        .find(|data| data.audience.id.to_string() == found.audience);
    let asked: std::collections::BTreeSet<&str> = found.groups.iter().map(|group| group.question.as_str()).collect();
    data.into_iter().flat_map(move |data| asked.clone().into_iter().map(move |asked| (data, asked))).filter_map(
        move |(data, asked)| {
            let groups: Vec<&GroupFound> = found.groups.iter().filter(|group| group.question == asked).collect();
            let question = data.questionnaire.question(asked)?;
            let scale = data.questionnaire.scale_of(question)?;
            if groups.len() < 2 {
                return None;
            }
            let label = |code: &str| {
                let option = scale.options.iter().find(|option| option.code.as_str() == code);
                survey::unpiped(option.map_or(code, |option| option.label.say(words.language())))
            };
            let head = |group: &&GroupFound| {
                let values = [("group", label(&group.option).into()), ("n", super::figures::count(group.writers))];
                Column::numbers(words.tell("themes-group", &values))
            };
            let row = |(place, theme): (usize, &crate::themes::ThemeFound)| {
                let counts: Vec<u64> = groups.iter().filter_map(|group| group.mentioned.get(place).copied()).collect();
                let others = theme.mentioned.saturating_sub(counts.iter().sum());
                let is_safe =
                    counts.iter().all(|count| *count >= LEAST_MENTIONS) && (others == 0 || others >= LEAST_MENTIONS);
                let name = frozen.list.theme(&theme.code)?.name.say(words.language()).to_owned();
                let cells = counts.into_iter().map(|count| words.whole(count));
                is_safe.then(|| Row::new(std::iter::once(name).chain(cells).collect::<Vec<_>>()))
            };
            let rows: Vec<Row> = found.themes.iter().enumerate().filter_map(row).collect();
            let values = [("question", survey::unpiped(question.label.say(words.language())).into())];
            let columns = std::iter::once(Column::words(words.say("themes-column-theme")));
            (!rows.is_empty()).then(|| Table {
                caption: Some(words.tell("themes-groups", &values)),
                columns: columns.chain(groups.iter().map(head)).collect(),
                rows,
                note: Some(words.say("themes-groups-note")),
                ..Table::default()
            })
        },
    )
}
