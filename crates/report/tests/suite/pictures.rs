use crate::sample;
use base::Language;
use document::{Block, Figure, KeyFigure, Picture, Postcard, PostcardFunding, Shows};
use proptest::prelude::*;

#[test]
fn a_postcard_is_as_large_as_others_expect() {
    for (name, postcard) in postcards() {
        for demonstration in [None, Some("Демонстрационни данни · Община Примерово".to_owned())]
        {
            let invented = demonstration.is_some();
            let bytes = report::png(&picture(Shows::Postcard(Box::new(postcard.clone())), demonstration)).unwrap();
            assert_eq!(size(&bytes), (1200, 630), "{name}");
            keep(&format!("postcard-{name}{}", if invented { "-invented" } else { "" }), &bytes);
        }
    }
}

#[test]
fn a_figure_is_twice_as_wide_as_its_column() {
    for figure in figures() {
        let name = figure.anchor.clone();
        let page = "https://glas.example/projects/primerovo/studies/2023#figure";
        let shows = of_figure(figure, "Гражданско участие, 2023 г.", page);
        let notice = Some("Демонстрационни данни · Община Примерово".to_owned());
        let bytes = report::png(&picture(shows, notice)).unwrap();
        let (width, height) = size(&bytes);
        assert!(width == 1600 && (400..4000).contains(&height), "{name}: {width} × {height}");
        keep(&name, &bytes);
    }
}

#[test]
fn a_very_high_figure_is_drawn_smaller() {
    let mut figure = figures().remove(0);
    figure.question = "Какво още бихте казали за това? ".repeat(4000);
    let bytes = report::png(&picture(of_figure(figure, "", ""), None)).unwrap();
    let (width, height) = size(&bytes);
    assert!(width < 1600 && u64::from(width) * u64::from(height) < 17_000_000, "{width} × {height}");
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let (_, postcard) = postcards().remove(0);
    let postcard = picture(Shows::Postcard(Box::new(postcard)), None);
    assert!(report::png(&postcard).unwrap() == report::png(&postcard).unwrap());
    let figure = figures().remove(0);
    let figure = picture(of_figure(figure, "тук", "и там"), None);
    assert!(report::png(&figure).unwrap() == report::png(&figure).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_words_can_be_drawn(words in prop_oneof![
        "[#\\\\$*_`\\[\\](){}<>@=\"'/~\u{0}\u{202e}\u{2066}a-я -]{0,60}",
        "[а-я]{200,400}",
        any::<String>(),
    ]) {
        let postcard = Postcard {
            mark: words.clone(),
            place: words.clone(),
            kicker: words.clone(),
            title: words.clone(),
            summary: Some(words.clone()),
            figures: vec![KeyFigure { value: words.clone(), label: words.clone(), note: None }; 6],
            facts: vec![(words.clone(), words.clone())],
            project: Some(words.clone()),
            date: words.clone(),
            funding: Some(PostcardFunding { european_union: true, signs: vec![words.clone(); 3] }),
        };
        let bytes = report::png(&picture(Shows::Postcard(Box::new(postcard)), Some(words.clone()))).unwrap();
        prop_assert_eq!(size(&bytes), (1200, 630));
        let figure = Figure { finding: words.clone(), question: words.clone(), base: words.clone(), ..figures().remove(0) };
        let shows = of_figure(figure, &words, &words);
        prop_assert!(report::png(&picture(shows, Some(words))).is_ok());
    }
}

/// Width and height as the file's first chunk says.
fn size(bytes: &[u8]) -> (u32, u32) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |from: usize| u32::from_be_bytes(bytes[from..from + 4].try_into().unwrap());
    (number(16), number(20))
}

/// To be looked at by somebody.
fn keep(name: &str, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("GLAS_KEEP_PICTURES") {
        std::fs::write(format!("{folder}/{name}.png"), bytes).unwrap();
    }
}

fn picture(shows: Shows, demonstration: Option<String>) -> Picture {
    Picture { language: Language::Bulgarian, shows, demonstration, words: sample::words() }
}

fn of_figure(figure: Figure, source: &str, address: &str) -> Shows {
    Shows::Figure { figure: Box::new(figure), source: source.to_owned(), address: address.to_owned() }
}

fn figures() -> Vec<Figure> {
    let figure = |block: Block| match block {
        Block::Figure(figure) => Some(*figure),
        _ => None,
    };
    sample::document().blocks.into_iter().filter_map(figure).collect()
}

fn postcards() -> Vec<(&'static str, Postcard)> {
    let text = str::to_owned;
    let project = Postcard {
        mark: text("глас"),
        place: text("Примерово"),
        kicker: text("Проект BG00DEMO001-1.001-0000"),
        title: text(
            "Подкрепа за гражданско участие по отношение административното обслужване и качеството на \
             административните услуги в община Примерово",
        ),
        summary: Some(text("Текущи резултати по напредъка на проекта.")),
        facts: vec![
            (text("Бенефициент"), text("Фондация „Примерен глас“")),
            (text("Партньор"), text("Община Примерово")),
            (text("Период"), text("20.07.2022 – 20.12.2023")),
        ],
        date: text("Обновено 27.07.2023"),
        funding: Some(PostcardFunding {
            european_union: true,
            signs: vec![text("Европейски съюз"), text("Европейски социален фонд"), text("Измислена програма")],
        }),
        ..Postcard::default()
    };
    let results = Postcard {
        kicker: text("Проучване · резултати"),
        title: text("Гражданско участие и качество на обслужването, 2023 г."),
        summary: Some(text("Почти половината не знаят как могат да участват.")),
        figures: [("176", "Граждани, НПО, бизнес и администрация"), ("6", "Служители на общината")]
            .map(|(value, label)| KeyFigure { value: text(value), label: text(label), note: None })
            .to_vec(),
        facts: Vec::new(),
        project: Some(project.title.clone()),
        date: text("08.05.2023 – 11.06.2023"),
        ..project.clone()
    };
    let publication = Postcard {
        kicker: text("Доклад"),
        title: text("Доклад с резултатите от проучването"),
        summary: None,
        figures: Vec::new(),
        facts: vec![(text("Публикува"), text("Фондация „Примерен глас“"))],
        ..results.clone()
    };
    let long =
        "Сдружение „Национален център за изследване на гражданското участие и на местното самоуправление в България“";
    let crowded = Postcard {
        figures: vec![KeyFigure { value: text("12\u{202f}345"), label: text(long), note: None }; 4],
        ..results.clone()
    };
    let wordy = Postcard {
        title: long.repeat(4),
        summary: Some(long.repeat(3)),
        facts: vec![(text("Бенефициент и партньор"), text(long)); 4],
        ..project.clone()
    };
    let bare = Postcard { title: text("Кутията"), ..Postcard::default() };
    vec![
        ("crowded", crowded),
        ("wordy", wordy),
        ("project", project),
        ("results", results),
        ("publication", publication),
        ("bare", bare),
    ]
}
