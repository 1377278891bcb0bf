use crate::{
    sample::{Cell, Sample, category, description, sample, variable},
    sav_reader::{Raw, Read, read},
};
use base::Text;
use dataset::{Absence, Cut, CutPart, Dataset, Kind, Level, Names, sav::File};
use jiff::civil::date;
use proptest::prelude::*;

fn bytes(sample: &Sample) -> (Vec<u8>, Vec<Cut>) {
    let mut file = File::begin(Vec::new(), &sample.dataset, &sample.summary()).unwrap();
    sample.each(|row| file.row(row).unwrap());
    file.finish().unwrap()
}

fn written(sample: &Sample) -> (Read, Vec<Cut>) {
    let (bytes, cuts) = bytes(sample);
    (read(&bytes), cuts)
}

#[test]
fn every_cell_comes_back() {
    let sample = sample();
    let (read, _) = written(&sample);
    assert_eq!(read.rows.len(), sample.rows.len());
    assert_eq!(read.rows_told, i32::try_from(sample.rows.len()).unwrap());
    for (found, cells) in read.rows.iter().zip(&sample.rows) {
        for ((found, cell), variable) in found.iter().zip(cells).zip(&sample.dataset.variables) {
            let is_signed = matches!(variable.kind, Kind::Number { signed: true, .. });
            let expected = match cell {
                Cell::Words(words) => Raw::Words(words.trim_end().to_owned()),
                Cell::Absent(absence) if matches!(variable.kind, Kind::Words) => Raw::Words(
                    match absence {
                        Absence::NotShown => "#-4",
                        Absence::NotInVersion => "#-5",
                        Absence::Withheld => "#-7",
                        _ => "",
                    }
                    .to_owned(),
                ),
                Cell::Absent(absence) if is_signed => Raw::Number(-2_000_000_000.0 + f64::from(absence.number())),
                Cell::Absent(absence) => Raw::Number(f64::from(absence.number())),
                Cell::Category(place) => Raw::Number(f64::from(variable.categories()[*place].number)),
                Cell::Number(number) => Raw::Number(*number),
                Cell::Day(day) => {
                    let days = date(1582, 10, 14).until(*day).unwrap().get_days();
                    Raw::Number(f64::from(days) * 86_400.0)
                }
                Cell::Hour(time) => Raw::Number(f64::from(time.hour()) * 3600.0 + f64::from(time.minute()) * 60.0),
            };
            assert_eq!(*found, expected, "{}", variable.name);
        }
    }
    // As SPSS counts it: 27.07.2023.
    assert_eq!(read.rows[0][6], Raw::Number(13_909_795_200.0));
}

#[test]
fn the_dictionary_says_what_everything_means() {
    let (read, _) = written(&sample());
    let found = |name: &str| read.variables.iter().find(|found| found.name == name).unwrap();
    assert_eq!(read.encoding, "UTF-8");
    assert_eq!(read.sets, "$q=D1 1 26 Как подадохте? q_paper q_online\n");
    assert_eq!(found("q_paper").short, "Q_PAPER");
    assert_eq!(found("срок").measure, 2);
    assert_eq!(found("age").missing, [-7.0, -1.0]);
    assert_eq!(found("difference").missing, [-2_000_000_007.0, -2_000_000_001.0]);
    assert_eq!(found("срок").labels[&-4], "няма: not-shown");
    assert_eq!(found("срок").labels[&1], "Изобщо не");
    assert_eq!(found("q_online").labels[&1], "Да");
    assert_eq!(found("words").missing_words, ["#-4", "#-5", "#-7"]);
    assert_eq!(found("words").string_labels["#-7"], "няма: withheld");
    let notes = read.notes.join(" ");
    assert!(notes.contains("Демонстрационни данни") && notes.contains("CC") | notes.contains("Creative Commons"));
    assert!(read.notes.iter().all(|line| line.len() <= 80));
}

#[test]
fn what_was_cut_is_listed_whole() {
    let sample = sample();
    let (read, cuts) = written(&sample);
    let parts: Vec<&CutPart> = cuts.iter().map(|cut| &cut.part).collect();
    assert_eq!(parts, [&CutPart::FileLabel, &CutPart::VariableLabel, &CutPart::ValueLabel("2".to_owned())]);
    assert_eq!(cuts[1].words, sample.dataset.variables[0].label.bulgarian);
    let label = &read.variables[0].label;
    assert!(label.len() <= 255 && label.ends_with('…') && cuts[1].words.starts_with(label.trim_end_matches('…')));
    assert!(read.label.len() <= 64 && read.label.ends_with('…'));
}

#[test]
fn words_of_any_width_come_back() {
    for width in [1, 8, 9, 16, 251, 252, 253, 255, 256, 504, 505, 510, 511, 2040, 4000, 32_767] {
        let mut names = Names::default();
        let variables = vec![
            variable(names.take("before"), "Преди", Kind::Number { decimals: 0, signed: false }, Level::Scale),
            variable(names.take("words"), "Думи", Kind::Words, Level::Nominal),
            variable(names.take("after"), "След", Kind::Categories(vec![category("a", 1, "А")]), Level::Nominal),
        ];
        let dataset = Dataset { description: description(), variables, sets: Vec::new(), absences: [].into() };
        let words: String = ('a'..='z').cycle().take(width).collect();
        let row = |words: &str| vec![Cell::Number(7.0), Cell::Words(words.to_owned()), Cell::Category(0)];
        let sample = Sample { dataset, rows: vec![row(&words), row("къси"), row("")] };
        let (read, cuts) = written(&sample);
        assert!(cuts.iter().all(|cut| cut.part == CutPart::FileLabel));
        let expected = |words: &str| vec![Raw::Number(7.0), Raw::Words(words.to_owned()), Raw::Number(1.0)];
        assert!(read.rows == [expected(&words), expected("къси"), expected("")], "{width}");
    }
}

#[test]
fn words_beyond_the_widest_string_are_cut_and_listed() {
    let mut sample = sample();
    let words = "ж".repeat(20_000);
    sample.rows[0][5] = Cell::Words(words.clone());
    let (read, cuts) = written(&sample);
    let cut = cuts.last().unwrap();
    assert_eq!((cut.part.clone(), cut.words.as_str(), cut.limit), (CutPart::Cell, words.as_str(), 32_767));
    assert_eq!(read.rows[0][5], Raw::Words("ж".repeat(16_383)));
}

#[test]
fn hostile_labels_do_no_harm() {
    let mut sample = sample();
    for hostile in crate::sample::HOSTILE {
        sample.dataset.variables[0].label = Text::bulgarian(hostile);
        sample.dataset.sets[0].label = Text::bulgarian(hostile);
        sample.dataset.description.title = Text::bulgarian(hostile);
        let (read, _) = written(&sample);
        assert_eq!(read.rows.len(), sample.rows.len());
        assert_eq!(read.sets.matches('\n').count(), 1, "{hostile:?}");
    }
}

#[test]
fn the_same_rows_are_the_same_bytes() {
    assert!(bytes(&sample()) == bytes(&sample()));
}

proptest! {
    #[test]
    fn any_rows_come_back(rows in prop::collection::vec((-1e12..1e12_f64, "\\PC{0,400}", 0usize..3), 0..20)) {
        let mut names = Names::default();
        let codes = (0..3).map(|number| category(&number.to_string(), number, "О")).collect();
        let variables = vec![
            variable(names.take("number"), "Число", Kind::Number { decimals: 3, signed: true }, Level::Scale),
            variable(names.take("words"), "Думи", Kind::Words, Level::Nominal),
            variable(names.take("choice"), "Избор", Kind::Categories(codes), Level::Nominal),
        ];
        let dataset = Dataset { description: description(), variables, sets: Vec::new(), absences: [].into() };
        let cells = |(number, words, choice): &(f64, String, usize)| {
            vec![Cell::Number(*number), Cell::Words(words.clone()), Cell::Category(*choice)]
        };
        let sample = Sample { dataset, rows: rows.iter().map(cells).collect() };
        let (read, _) = written(&sample);
        let expected = |(number, words, choice): &(f64, String, usize)| {
            let choice = f64::from(u8::try_from(*choice).unwrap());
            vec![Raw::Number(*number), Raw::Words(words.trim_end_matches(' ').to_owned()), Raw::Number(choice)]
        };
        let found: Vec<Vec<Raw>> = read.rows.into_iter().collect();
        for (found, row) in found.iter().zip(&rows) {
            let expected = expected(row);
            prop_assert_eq!(&found[0], &expected[0]);
            prop_assert_eq!(&found[2], &expected[2]);
            let (Raw::Words(found), Raw::Words(expected)) = (&found[1], &expected[1]) else { panic!() };
            prop_assert_eq!(found.trim_end(), expected.trim_end());
        }
        prop_assert_eq!(found.len(), rows.len());
    }
}
