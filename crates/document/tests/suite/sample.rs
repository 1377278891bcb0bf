//! A report of the invented municipality of Примерово, with every kind of block and chart: shared by the tests of the
//! page and of the printed report. The numbers are made up and add up.

use base::Language;
use document::{
    Annex, Block, Chart, Column, Cover, CoverParty, Document, Download, Figure, FundingSigns, Inline, KeyFigure,
    Notice, NoticeKind, Quotation, Row, Table, Tone, Words,
    chart::{
        Axis, Bar, Bars, Battery, BatteryRow, Bin, Compared, ComparedCell, ComparedRow, Course, CoursePoint, Diverging,
        Dot, DotRow, Dots, DotsTotal, Grouping, Histogram, Interval, LegendEntry, MarkRow, Marks, Plan, Plane,
        PlanePoint, Segment, Tick,
    },
    markdown,
};

const THIN: char = '\u{202f}';

pub fn document() -> Document {
    let mut numbers = 0..;
    let mut blocks = vec![heading(2, "Накратко", "summary")];
    blocks.push(Block::KeyFigures(key_figures()));
    blocks.extend(markdown::parse(SUMMARY).unwrap());
    blocks.push(caution());
    blocks.push(heading(2, "Кой отговори", "who"));
    blocks.push(Block::words(WHO));
    blocks.push(figure(&mut numbers, Chart::Bars(profile())).into());
    blocks.push(figure(&mut numbers, Chart::Histogram(ages())).into());
    blocks.push(heading(2, "Качество на обслужването", "quality"));
    blocks.push(heading(3, "Оценка по измерения", "dimensions"));
    blocks.push(Block::words(QUALITY));
    blocks.push(figure(&mut numbers, Chart::Battery(battery(5))).into());
    blocks.push(Block::words(AFTER));
    blocks.push(heading(3, "Участие в наблюдението", "participation"));
    blocks.push(Block::words(QUALITY));
    blocks.push(figure(&mut numbers, Chart::Bars(obstacles())).into());
    for options in [2, 3, 4, 6, 7] {
        blocks.push(heading(3, &format!("Въпрос със скала от {options} степени"), &format!("scale-{options}")));
        blocks.push(Block::words(AFTER));
        blocks.push(figure(&mut numbers, Chart::Battery(battery(options))).into());
    }
    blocks.push(heading(2, "Граждани и служители", "compared"));
    blocks.push(Block::words(OFFICIALS));
    blocks.push(figure(&mut numbers, Chart::Marks(marks())).into());
    blocks.push(figure(&mut numbers, Chart::Compared(compared())).into());
    blocks.push(heading(2, "Картини от повече числа", "pictures"));
    let diverging = Diverging::of(&battery(5), "баланс", DIVERGING).unwrap();
    for chart in [
        Chart::Diverging(diverging),
        Chart::Dots(dots()),
        Chart::Plane(plane(6)),
        Chart::Plane(plane(18)),
        Chart::Course(waves()),
        Chart::Course(response()),
    ] {
        blocks.push(figure(&mut numbers, chart).into());
    }
    blocks.push(heading(2, "Какво написаха хората", "words"));
    blocks.push(Block::words(OPEN));
    blocks.push(Block::Quotations(quotations()));
    blocks.push(heading(2, "Как е направено проучването", "method"));
    blocks.push(Block::MethodSheet(method()));
    blocks.push(Block::Annex(Annex {
        title: "Таблици".to_owned(),
        anchor: "annex-tables".to_owned(),
        blocks: vec![
            Block::words("Всички числа от доклада, по въпроси. Процентите са закръглени до цяло число."),
            Block::Table(long_table()),
        ],
    }));
    Document {
        language: Language::Bulgarian,
        title: "Доволни от служителите, недоволни от чакането".to_owned(),
        cover: cover(),
        blocks,
        date: jiff::civil::date(2023, 7, 27),
        address: Some("https://glas.example/projects/primerovo/studies/2023/report".to_owned()),
        demonstration: Some("Демонстрационни данни · Община Примерово не съществува".to_owned()),
        disclaimer: Some(DISCLAIMER.to_owned()),
        words: words(),
    }
}

pub fn words() -> Words {
    Words {
        contents: "Съдържание".to_owned(),
        figure: "Фигура".to_owned(),
        table: "Таблица".to_owned(),
        annex: "Приложение".to_owned(),
        question: "Въпрос".to_owned(),
        show_table: "Покажи таблицата".to_owned(),
        chart: "Графика".to_owned(),
        of: "от".to_owned(),
        page: "стр.".to_owned(),
        download: "Изтегли".to_owned(),
        flag: "Знаме на Европейския съюз".to_owned(),
        interval: format!("95{THIN}% интервал, ориентировъчен"),
        diverging: "Покажи като отклонение от средата".to_owned(),
        balance: "баланс".to_owned(),
        diverging_note: DIVERGING.to_owned(),
        finding: "Какво показва".to_owned(),
        base: "База".to_owned(),
    }
}

pub fn percent(share: f64) -> String {
    format!("{:.0}{THIN}%", share * 100.0)
}

fn heading(level: u8, text: &str, anchor: &str) -> Block {
    Block::Heading { level, text: text.to_owned(), anchor: anchor.to_owned() }
}

fn cover() -> Cover {
    let row = |term: &str, words: &str| (term.to_owned(), words.to_owned());
    Cover {
        kind: "Доклад с резултатите от проучването".to_owned(),
        summary: Some(
            "Седем от десет отговорили са доволни от отношението на служителите, а само една трета — от времето за чакане."
                .to_owned(),
        ),
        project: Some(
            "„Гражданско участие в наблюдението на административното обслужване в община Примерово“".to_owned(),
        ),
        rows: vec![
            row("Проект", "BG00DEMO001-1.001-0000"),
            row("Договор", "BG00DEMO001-1.001-0000-C01"),
            row("Процедура", "BG00DEMO001-1.001 „Примерна процедура за гражданско участие“"),
            row("Програма", "Примерна програма „Добро управление“"),
            row("Период", "20.07.2022 – 20.12.2023 (17 месеца)"),
        ],
        parties: vec![
            CoverParty { part: "Бенефициент".to_owned(), name: "Фондация „Примерен глас“".to_owned() },
            CoverParty { part: "Партньор".to_owned(), name: "Община Примерово".to_owned() },
        ],
        funding: Some(FundingSigns {
            european_union: true,
            signs: vec![
                "Европейски съюз".to_owned(),
                "Европейски социален фонд".to_owned(),
                "Примерна програма „Добро управление“".to_owned(),
            ],
            formula: "Проектът се финансира от примерна програма „Добро управление“, съфинансирана от Европейския съюз \
                      чрез Европейския социален фонд."
                .to_owned(),
        }),
        date: "27 юли 2023 г.".to_owned(),
    }
}

fn key_figures() -> Vec<KeyFigure> {
    let figure = |value: &str, label: &str, note: Option<&str>| KeyFigure {
        value: value.to_owned(),
        label: label.to_owned(),
        note: note.map(str::to_owned),
    };
    vec![
        figure("176", "граждани, фирми и организации отговориха", Some("при планирани 176")),
        figure("6", "служители на общината отговориха", Some("от 6 поканени")),
        figure("73\u{202f}%", "са доволни от отношението", Some("между 66\u{202f}% и 79\u{202f}%")),
        figure("35\u{202f}%", "са доволни от времето за чакане", Some("между 28\u{202f}% и 43\u{202f}%")),
    ]
}

fn caution() -> Block {
    Block::Notice(Notice {
        kind: NoticeKind::Caution,
        title: Some("Как да четете числата".to_owned()),
        blocks: vec![Block::words(
            "Анкетата беше открита: всеки можеше да участва. Числата казват какво мислят отговорилите, не всички жители. \
             Интервалите са ориентировъчни.",
        )],
    })
}

fn figure(numbers: &mut std::ops::RangeFrom<u32>, chart: Chart) -> Figure {
    let number = numbers.next().unwrap() + 1;
    let (finding, question, base) = match &chart {
        Chart::Battery(_) => (
            "Най-висока е оценката за отношението, най-ниска за времето за чакане",
            "Доколко сте доволни от следните страни на обслужването в общината през последните 12 месеца?",
            "База: всички, които са ползвали услуга; n = 168 до 171",
        ),
        Chart::Bars(_) => (
            "Почти половината не знаят как могат да участват",
            "Какво Ви пречи да участвате в наблюдението на услугите? Можете да отбележите повече от един отговор.",
            "База: всички отговорили; n = 176",
        ),
        Chart::Marks(_) => (
            "Четирима от шестимата служители смятат, че чакането е приемливо",
            "Доколко е приемливо времето за чакане на гишето?",
            "База: всички служители, които работят с граждани; n = 6",
        ),
        Chart::Compared(_) => (
            "Служителите виждат чакането по-меко от гражданите",
            "Доколко е приемливо времето за чакане на гишето?",
            "База: граждани, които са ползвали услуга, n = 166; служители, n = 6",
        ),
        Chart::Diverging(_) => (
            "Балансът е най-висок за отношението",
            "Доколко сте доволни от следните страни на обслужването в общината през последните 12 месеца?",
            "База: всички, които са ползвали услуга; n = 168 до 171",
        ),
        Chart::Dots(_) => (
            "В града са по-доволни, отколкото в селата",
            "Доколко сте доволни от обслужването като цяло?",
            "База: всички, които са ползвали услуга; n = 168",
        ),
        Chart::Plane(_) => (
            "Чакането е важно и е оценено ниско",
            "Доколко сте доволни от следните страни на обслужването?",
            "База: оценилите и отделната страна, и обслужването като цяло; n = 158 до 171",
        ),
        Chart::Course(_) => (
            "Доволните са повече, отколкото преди година",
            "Доколко сте доволни от обслужването като цяло?",
            "База: всички, които са ползвали услуга; n = 140 до 171",
        ),
        Chart::Histogram(_) => (
            "Повечето чакат между 10 и 30 минути",
            "Колко минути чакахте при последното си посещение?",
            "База: всички, които са посетили общината; n = 142",
        ),
    };
    Figure {
        anchor: format!("figure-{number}"),
        number,
        finding: finding.to_owned(),
        measure: "дял от отговорилите, без „не мога да преценя“".to_owned(),
        question: question.to_owned(),
        base: base.to_owned(),
        missing: Some("Без отговор 8: пропуснали 3, не могат да преценят 5.".to_owned()),
        method: "Открита анкета; интервалите са 95\u{202f}% по Уилсън и са ориентировъчни. Поради закръгляне сумата може да не е \
                 100\u{202f}%."
            .to_owned(),
        alternative: format!("{finding}. Точните числа са в таблицата под графиката."),
        table: table_of(&chart),
        chart,
        downloads: vec![
            Download { words: "CSV".to_owned(), address: format!("/figures/figure-{number}.csv") },
            Download { words: "SVG".to_owned(), address: format!("/figures/figure-{number}.svg") },
        ],
    }
}

fn table_of(chart: &Chart) -> Table {
    match chart {
        Chart::Bars(bars) => Table {
            columns: vec![Column::words("Отговор"), Column::numbers("Дял"), Column::numbers("95\u{202f}% интервал")],
            rows: bars
                .rows
                .iter()
                .map(|row| {
                    let interval = row.interval.map(|ends| format!("{}–{}", percent(ends.low), percent(ends.high)));
                    Row::new([row.label.clone(), row.value.clone(), interval.unwrap_or_else(|| "–".to_owned())])
                })
                .collect(),
            ..Table::default()
        },
        Chart::Battery(battery) => Table {
            columns: std::iter::once(Column::words("Страна на обслужването"))
                .chain(battery.legend.iter().map(|entry| Column::numbers(entry.label.clone())))
                .chain([Column::numbers("n")])
                .collect(),
            rows: battery
                .rows
                .iter()
                .map(|row| {
                    let shares = row.segments.iter().map(|segment| percent(segment.share));
                    Row::new(std::iter::once(row.label.clone()).chain(shares).chain([row.base.replace("n = ", "")]))
                })
                .collect(),
            ..Table::default()
        },
        Chart::Marks(marks) => Table {
            columns: vec![Column::words("Отговор"), Column::numbers("Брой")],
            rows: marks.rows.iter().map(|row| Row::new([row.label.clone(), row.filled.to_string()])).collect(),
            ..Table::default()
        },
        Chart::Compared(compared) => Table {
            columns: std::iter::once(Column::words("Отговор"))
                .chain(compared.audiences.iter().map(|audience| Column::numbers(audience.clone())))
                .collect(),
            rows: compared
                .rows
                .iter()
                .map(|row| {
                    let cells = row.cells.iter().map(|cell| match cell {
                        ComparedCell::Share { value, .. } | ComparedCell::Marks { value, .. } => value.clone(),
                        ComparedCell::Words(words) => words.clone(),
                    });
                    Row::new(std::iter::once(row.label.clone()).chain(cells))
                })
                .collect(),
            ..Table::default()
        },
        Chart::Diverging(diverging) => {
            let mut table = table_of(&Chart::Battery(diverging.battery.clone()));
            table.columns.push(Column::numbers("Баланс"));
            for (row, told) in table.rows.iter_mut().zip(&diverging.battery.rows) {
                row.cells.push(told.told_balance().into());
            }
            table
        }
        Chart::Dots(dots) => Table {
            columns: vec![
                Column::words("Група"),
                Column::numbers("Дял"),
                Column::numbers("95\u{202f}% интервал"),
                Column::numbers("n"),
            ],
            rows: dots
                .groupings
                .iter()
                .flat_map(|grouping| &grouping.rows)
                .map(|row| {
                    let (value, told) = match &row.dot {
                        Dot::Share { value, interval, .. } => (
                            value.clone(),
                            interval.map(|ends| format!("{}–{}", percent(ends.low), percent(ends.high))),
                        ),
                        Dot::Words(words) => (words.clone(), None),
                    };
                    let base = row.base.replace("n = ", "");
                    Row::new([row.label.clone(), value, told.unwrap_or_else(|| "–".to_owned()), base])
                })
                .chain(dots.total.iter().map(|total| {
                    Row::total(["всички".to_owned(), percent(total.share), "–".to_owned(), "–".to_owned()])
                }))
                .collect(),
            ..Table::default()
        },
        Chart::Plane(plane) => Table {
            columns: vec![Column::words("Страна"), Column::numbers("Оценка"), Column::numbers("Важност")],
            rows: plane
                .points
                .iter()
                .map(|point| {
                    let number = |value: f64| format!("{value:.2}").replace('.', ",");
                    Row::new([point.label.clone(), number(point.across.0), number(point.up.0)])
                })
                .collect(),
            ..Table::default()
        },
        Chart::Course(course) => Table {
            columns: vec![Column::words("Кога"), Column::numbers("Стойност")],
            rows: course.points.iter().map(|point| Row::new([point.label.clone(), point.value.clone()])).collect(),
            ..Table::default()
        },
        Chart::Histogram(histogram) => Table {
            columns: vec![Column::words("Минути"), Column::numbers("Дял")],
            rows: histogram.bins.iter().map(|bin| Row::new([bin.label.clone(), bin.value.clone()])).collect(),
            note: Some("Медианата е 18 минути.".to_owned()),
            ..Table::default()
        },
    }
}

fn interval(share: f64, spread: f64) -> Option<Interval> {
    Some(Interval { low: (share - spread).max(0.0), high: (share + spread).min(1.0) })
}

fn profile() -> Bars {
    bars(&[
        ("граждани", 0.68),
        ("представители на неправителствени организации", 0.11),
        ("представители на фирми", 0.15),
        ("служители на други администрации", 0.06),
    ])
}

fn obstacles() -> Bars {
    bars(&[
        ("не знам как мога да участвам", 0.47),
        ("нямам време", 0.38),
        ("не вярвам, че нещо ще се промени", 0.33),
        ("страхувам се, че ще ми навреди", 0.09),
        ("срещите са в работно време и далеч от мястото, където живея", 0.21),
        ("друго", 0.04),
    ])
}

fn bars(rows: &[(&str, f64)]) -> Bars {
    let row = |(label, share): &(&str, f64)| Bar {
        label: (*label).to_owned(),
        value: percent(*share),
        share: *share,
        interval: interval(*share, 0.07),
        tone: Tone::Plain,
    };
    Bars { rows: rows.iter().map(row).collect() }
}

fn ages() -> Histogram {
    let bins = [
        ("0–9", 0.17),
        ("10–19", 0.36),
        ("20–29", 0.24),
        ("30–39", 0.12),
        ("40–49", 0.06),
        ("50–59", 0.03),
        ("60+", 0.02),
    ];
    Histogram {
        bins: bins
            .iter()
            .map(|(label, share)| Bin { label: (*label).to_owned(), share: *share, value: percent(*share) })
            .collect(),
        axis: "минути чакане".to_owned(),
    }
}

/// A battery on a scale of 2 to 7 steps.
pub fn battery(options: usize) -> Battery {
    let names = [
        "много недоволни",
        "недоволни",
        "по-скоро недоволни",
        "нито, нито",
        "по-скоро доволни",
        "доволни",
        "много доволни",
    ];
    let places: &[usize] = match options {
        2 => &[0, 6],
        3 => &[0, 3, 6],
        4 => &[0, 2, 4, 6],
        5 => &[0, 2, 3, 4, 6],
        6 => &[0, 1, 2, 4, 5, 6],
        _ => &[0, 1, 2, 3, 4, 5, 6],
    };
    let rows = [
        ("отношението на служителите", [4, 3, 5, 15, 20, 24, 29], "168", Some("8 не могат да преценят")),
        ("яснотата на информацията за документите и таксите", [7, 6, 8, 22, 18, 20, 19], "171", None),
        (
            "достъпността на сградата за хора с увреждания и родители с колички",
            [10, 10, 14, 21, 15, 15, 15],
            "142",
            Some("34 не могат да преценят"),
        ),
        ("времето за чакане", [18, 14, 13, 20, 13, 12, 10], "166", None),
    ];
    let segments = |weights: &[i32; 7]| {
        let kept: Vec<i32> = places.iter().map(|place| weights[*place]).collect();
        let all = f64::from(kept.iter().sum::<i32>());
        let share = |weight: &i32| f64::from(*weight) / all;
        kept.iter()
            .map(|weight| Segment { share: share(weight), label: format!("{:.0}", share(weight) * 100.0) })
            .collect()
    };
    Battery {
        legend: places
            .iter()
            .enumerate()
            .map(|(position, place)| LegendEntry {
                label: names[*place].to_owned(),
                tone: Tone::ordered(position, options),
            })
            .collect(),
        headline: Some("доволни".to_owned()),
        rows: rows
            .iter()
            .map(|(label, weights, base, apart)| {
                let segments: Vec<Segment> = segments(weights);
                let top: f64 = segments.iter().skip(options.div_ceil(2)).map(|segment| segment.share).sum();
                BatteryRow {
                    label: (*label).to_owned(),
                    segments,
                    headline: Some(percent(top)),
                    base: format!("n = {base}"),
                    apart: apart.map(str::to_owned),
                }
            })
            .collect(),
    }
}

fn marks() -> Marks {
    let row = |label: &str, filled: u32| MarkRow {
        label: label.to_owned(),
        filled,
        of: 6,
        value: format!("{filled} от 6"),
        tone: Tone::Plain,
    };
    Marks {
        rows: vec![row("приемливо е", 4), row("нито, нито", 1), row("твърде дълго е", 1), row("не мога да преценя", 0)],
    }
}

fn compared() -> Compared {
    let row = |label: &str, share: f64, filled: Option<u32>| ComparedRow {
        label: label.to_owned(),
        cells: vec![
            ComparedCell::Share { share, value: percent(share), interval: interval(share, 0.07) },
            match filled {
                Some(filled) => ComparedCell::Marks { filled, of: 6, value: format!("{filled} от 6") },
                None => ComparedCell::Words("не са питани".to_owned()),
            },
        ],
    };
    Compared {
        audiences: vec!["граждани, n = 166".to_owned(), "служители, n = 6".to_owned()],
        rows: vec![
            row("приемливо е", 0.35, Some(4)),
            row("нито приемливо, нито дълго", 0.20, Some(1)),
            row("твърде дълго е", 0.45, Some(1)),
            row("отказах се да чакам", 0.06, None),
        ],
    }
}

fn quotations() -> Vec<Quotation> {
    let said = [
        ("Служителките са внимателни, но гишето е едно и опашката е до улицата.", "гражданин"),
        ("Искам да мога да запиша час по телефона. Живея в село и автобусът е само сутрин.", "гражданин"),
        ("Два пъти ме връщаха за документ, който общината вече има.", "представител на фирма"),
        ("Канят ни на обсъждане, но научаваме след като е минало. [телефонът е заличен]", "представител на НПО"),
        ("Всичко беше наред.", "гражданин"),
        (
            "Когато подадох сигнал за осветлението, получих отговор след три седмици. Лампата светна, но никой не ми каза кой е решил да се смени и колко е струвало. Бих участвал в наблюдение, ако знам, че някой чете това, което пишем.",
            "гражданин",
        ),
    ];
    said.iter().map(|(words, who)| Quotation { words: (*words).to_owned(), who: Some((*who).to_owned()) }).collect()
}

fn method() -> Vec<(String, Vec<Inline>)> {
    let rows = [
        ("Кой пита", "Фондация „Примерен глас“ с партньор Община Примерово"),
        ("Кого", "Граждани, неправителствени организации, фирми и администрация (176); служители на общината (6)"),
        ("Кога", "06.03.2023 – 31.03.2023"),
        ("Как", "Анкета на сайта, на хартия на гишето и с анкетьор. Всеки, който иска, можеше да участва"),
        ("Въпроси", "24 за гражданите, 16 за служителите; 11 от тях са еднакви"),
        ("Тегла", "Не са използвани"),
        (
            "Несигурност",
            "95\u{202f}% интервали по Уилсън. При открита анкета те са ориентировъчни: не отчитат кой изобщо е решил да отговори",
        ),
        (
            "Малки групи",
            "При по-малко от 20 отговора показваме брой, не проценти. Групи под 5 души не показваме отделно",
        ),
        ("Закръгляне", "До цял процент; сумата може да не е 100\u{202f}%"),
        ("Открити данни", "Всички таблици са публикувани като CSV на адреса на проучването"),
    ];
    rows.iter().map(|(term, words)| ((*term).to_owned(), Inline::words(*words))).collect()
}

fn long_table() -> Table {
    let mut rows: Vec<Row> = (1..=54)
        .map(|number| {
            let share = f64::from((number * 37) % 91) / 100.0;
            Row::new([
                format!("Въпрос {number}. Доколко сте доволни от работното време?"),
                percent(share),
                format!("{}", 140 + number % 36),
                "1\u{a0}234,5".to_owned(),
            ])
        })
        .collect();
    rows.push(Row::total(["Общо", "100\u{202f}%", "176", "66\u{a0}663,0"]));
    Table {
        anchor: Some("table-1".to_owned()),
        number: Some(1),
        caption: Some("Доволни по въпроси".to_owned()),
        columns: vec![
            Column::words("Въпрос"),
            Column::numbers("Доволни"),
            Column::numbers("n"),
            Column::numbers("Сума"),
        ],
        rows,
        note: Some("n е броят на отговорилите на въпроса.".to_owned()),
    }
}

/// A small document with nothing but one paragraph, for tests that change one thing.
pub fn small(words_of_it: &str) -> Document {
    let mut small = document();
    small.blocks = vec![Block::Paragraph(vec![Inline::Text(words_of_it.to_owned())])];
    small
}

const SUMMARY: &str = "\
**Отношението е силната страна.** Под една десета са недоволни от служителите (вижте [фигура 3](#figure-3)).

Три неща излизат от отговорите:

1. Времето за чакане е най-слабото място: само *една трета* са доволни.
2. Почти половината не знаят, че могат да участват в наблюдението на услугите.
3. Шестимата служители виждат чакането по-меко от гражданите.

> Бих участвал, ако знам, че някой чете това, което пишем.

| Стъпка | Кой | Срок |
|:--|:--|--:|
| Записване на час | Община Примерово | 30.09.2023 |
| Второ гише в пазарен ден | Община Примерово | 31.12.2023 |
";
const WHO: &str = "Отговориха 176 представители на гражданите, неправителствените организации, бизнеса и администрацията. Те \
    сами решиха да участват, затова не знаем доколко приличат на всички жители на общината. Повече от две трети \
    отговориха на хартия, докато чакат на гишето.";
const QUALITY: &str = "Попитахме за отделните страни на обслужването, както ги описва националната методология за измерване на \
    удовлетвореността на потребителите. Показваме дела на доволните и на много доволните заедно. Който не може да прецени, \
    стои извън сметката и е преброен отделно.";
const AFTER: &str = "Между най-високата и най-ниската оценка има разлика от 38 процентни пункта, много повече от несигурността на \
    двете числа. Недоволните от чакането са по-често хора, които са идвали повече от веднъж за една и съща услуга.";
const OFFICIALS: &str = "Шестимата служители, които работят с граждани, отговориха на същия въпрос за чакането. Толкова малко хора не \
    се превръщат в проценти: показваме броя.";
const OPEN: &str = "Накрая попитахме: „Какво бихте променили?“. Отговориха 61 души. Тук са техните думи без имена, телефони и \
    адреси.";
const DISCLAIMER: &str = "Този документ е създаден по проект на Фондация „Примерен глас“. Цялата отговорност за съдържанието се носи \
    от бенефициента и при никакви обстоятелства не може да се счита, че документът отразява официалното становище на \
    Европейския съюз и на управляващия орган.";

const DIVERGING: &str = "Вляво са отговорите под средата на скалата, вдясно – над нея; средният отговор е разделен наполовина. \
                         Балансът е разликата между двете страни в процентни пункта.";

fn fifths() -> Vec<Tick> {
    [0.0, 0.5, 1.0].into_iter().map(|at| Tick::new(at, percent(at))).collect()
}

/// Groups of residents on one axis; one is too small to be shown.
pub fn dots() -> Dots {
    let row = |label: &str, share: f64, n: u32, spread: f64| DotRow {
        label: label.to_owned(),
        base: format!("n = {n}"),
        dot: Dot::Share { share, value: percent(share), interval: interval(share, spread) },
    };
    let hidden = DotRow {
        label: "80 и повече години".to_owned(),
        base: "n < 10".to_owned(),
        dot: Dot::Words("твърде малко отговори, за да се покажат".to_owned()),
    };
    Dots {
        ticks: fifths(),
        total: Some(DotsTotal { share: 0.73, words: format!("всички: {}", percent(0.73)) }),
        groupings: vec![
            Grouping {
                heading: "На колко години сте?".to_owned(),
                rows: vec![row("до 29 години", 0.58, 31, 0.17), row("30–59 години", 0.71, 88, 0.09), hidden],
            },
            Grouping {
                heading: "Къде живеете?".to_owned(),
                rows: vec![
                    row("в града", 0.81, 104, 0.07),
                    row("в някое от селата на общината, от които автобусът минава веднъж дневно", 0.6, 61, 0.12),
                ],
            },
        ],
    }
}

/// What matters and how it is done, for `count` aspects; from eight on some of them lie in one place.
pub fn plane(count: usize) -> Plane {
    let names = [
        ("отношение на служителите", 4.4, 0.42),
        ("време за чакане", 2.6, 0.61),
        ("яснота на указанията", 3.1, 0.55),
        ("удобство на работното време на гишетата", 3.6, 0.2),
        ("чистота", 4.6, 0.12),
        ("достъпност на сградата за хора с увреждания", 2.9, 0.24),
        ("електронни услуги", 3.5, 0.4),
        ("цени и начини на плащане", 3.5, 0.39),
        ("спазени срокове", 3.5, 0.41),
    ];
    let points = names.iter().cycle().take(count).map(|(label, across, up)| PlanePoint {
        label: (*label).to_owned(),
        across: (*across, Some(Interval { low: across - 0.16, high: across + 0.16 })),
        up: (*up, Some(Interval { low: up - 0.09, high: up + 0.09 })),
        tone: match (*across < 3.5, *up > 0.37) {
            (true, true) => Some(Tone::Worst),
            (false, true) => (*across > 3.7).then_some(Tone::Best),
            (_, false) => Some(Tone::Quiet),
        },
    });
    let ticks = |ticks: &[(f64, &str)]| ticks.iter().map(|(at, words)| Tick::new(*at, *words)).collect();
    Plane {
        across: Axis {
            name: "оценка (средно от 1 до 5)".to_owned(),
            low: 1.0,
            high: 5.0,
            split: 3.5,
            ticks: ticks(&[(1.0, "1"), (2.0, "2"), (3.0, "3"), (4.0, "4"), (5.0, "5")]),
        },
        up: Axis {
            name: "важност (връзка с общата оценка)".to_owned(),
            low: 0.0,
            high: 0.8,
            split: 0.37,
            ticks: ticks(&[(0.0, "0"), (0.2, "0,2"), (0.4, "0,4"), (0.6, "0,6"), (0.8, "0,8")]),
        },
        points: points.collect(),
        fields: ["първо тук", "така да остане", "по-късно", "достатъчно"].map(str::to_owned),
        note: "Празен кръг: интервалът пресича линия и мястото не е сигурно.".to_owned(),
    }
}

/// Three waves, of which the second cannot be compared with the first.
pub fn waves() -> Course {
    let point = |at: f64, up: f64, label: &str, joined: bool| CoursePoint {
        at,
        up,
        interval: interval(up, 0.07),
        value: percent(up),
        label: label.to_owned(),
        joined,
    };
    Course {
        ticks: fifths(),
        points: vec![
            point(0.0, 0.52, "юни 2022 г., n = 140", false),
            point(0.5, 0.61, "юни 2023 г., n = 168", false),
            point(1.0, 0.73, "юни 2024 г., n = 171", true),
        ],
        plan: None,
        note: "През 2023 г. въпросът е зададен с други думи: двете вълни не се сравняват.".to_owned(),
    }
}

/// Answers at the end of each week beside what was planned.
pub fn response() -> Course {
    let weeks = [12, 31, 58, 77, 101, 118, 133, 151, 160, 168, 176];
    let last = f64::from(u32::try_from(weeks.len()).unwrap());
    let point = |(week, answers): (u32, &u32)| CoursePoint {
        at: f64::from(week) / last,
        up: f64::from(*answers) / 200.0,
        interval: None,
        value: answers.to_string(),
        label: format!("{:02}.{:02}", week * 7 % 28 + 1, 6 + week / 4),
        joined: true,
    };
    Course {
        ticks: [0_u32, 50, 100, 150, 200].into_iter().map(|n| Tick::new(f64::from(n) / 200.0, n.to_string())).collect(),
        points: (1..).zip(&weeks).map(point).collect(),
        plan: Some(Plan { words: "план: 200 отговора".to_owned(), from: (0.0, 0.0), to: (1.0, 1.0) }),
        note: "край на седмицата".to_owned(),
    }
}
