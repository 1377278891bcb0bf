use super::{BG, Data, manuscript, prose, words};
use base::Language;
use document::manuscript::{Body, Manuscript, Part, PartId, Place, Refusal, Unavailable, Wording};

const THEN: Data = Data { value: "73 %" };
const NOW: Data = Data { value: "75 %" };

fn accepted(bodies: impl IntoIterator<Item = Body>) -> Manuscript {
    manuscript(bodies).accept_all(BG, &THEN)
}

fn ids(manuscript: &Manuscript) -> Vec<u32> {
    manuscript.parts().iter().map(|part| part.id.0).collect()
}

fn changed(manuscript: &Manuscript, data: &Data) -> Vec<(Option<u32>, String, Option<String>)> {
    let changed = manuscript.changed(BG, data).into_iter();
    changed.map(|one| (one.part.map(|id| id.0), one.address.to_string(), one.was)).collect()
}

#[test]
fn a_number_that_reads_otherwise_now_is_told_until_it_is_accepted() {
    let written = accepted([prose("{residents.n}, пак {residents.n}"), prose("{residents.q.mean}"), prose("дума")]);
    assert_eq!(changed(&written, &THEN), []);
    let was = |part, address: &str| (Some(part), address.to_owned(), Some("73 %".to_owned()));
    assert_eq!(changed(&written, &NOW), [was(1, "residents.n"), was(2, "residents.q.mean")]);
    let one = written.accept(PartId(1), BG, &NOW).unwrap();
    assert_eq!(changed(&one, &NOW), [was(2, "residents.q.mean")]);
    assert_eq!(changed(&one.accept_all(BG, &NOW), &NOW), []);
}

#[test]
fn editing_a_word_does_not_hide_that_a_number_changed() {
    let written = accepted([prose("Общо {residents.n}.")]);
    let edited =
        written.change(PartId(1), prose("Всичко {residents.n}, средно {residents.q.mean}."), BG, &NOW).unwrap();
    assert_eq!(changed(&edited, &NOW), [(Some(1), "residents.n".to_owned(), Some("73 %".to_owned()))]);
}

#[test]
fn a_number_that_was_hidden_and_is_not_any_more_is_told_too() {
    let written = accepted([prose("{nobody.n} {residents.n}")]);
    assert_eq!(changed(&written, &THEN), []);
    let told = written.changed(BG, &NOW);
    assert_eq!(told.len(), 1);
    // Written while it could not be shown, and read again where it can: nobody has accepted it.
    let hidden = manuscript([prose("{residents.n}")]);
    assert_eq!(changed(&hidden, &NOW), [(Some(1), "residents.n".to_owned(), None)]);
    assert_eq!(written.changed(BG, &Data { value: "" })[0].now, Err(Unavailable::OtherKind));
}

#[test]
fn parts_come_go_and_move_and_keep_their_numbers() {
    let written = accepted([prose("а"), prose("б"), prose("в")]);
    let added = written.clone().add(Place::After(PartId(1)), prose("г"), BG, &THEN).unwrap();
    assert_eq!(ids(&added), [1, 4, 2, 3]);
    assert_eq!(ids(&added.clone().move_to(PartId(3), Place::First).unwrap()), [3, 1, 4, 2]);
    assert_eq!(ids(&added.clone().move_to(PartId(1), Place::After(PartId(2))).unwrap()), [4, 2, 1, 3]);
    assert_eq!(ids(&added.clone().move_to(PartId(1), Place::Last).unwrap()), [4, 2, 3, 1]);
    // A number that was given is not given again.
    let removed = added.remove(PartId(4)).unwrap().add(Place::Last, prose("д"), BG, &THEN).unwrap();
    assert_eq!(ids(&removed), [1, 2, 3, 5]);
    let gone = Refusal::NoSuchPart(PartId(4));
    assert_eq!(removed.clone().remove(PartId(4)), Err(gone.clone()));
    assert_eq!(removed.clone().change(PartId(4), prose("а"), BG, &THEN), Err(gone.clone()));
    assert_eq!(removed.clone().add(Place::After(PartId(4)), prose("а"), BG, &THEN), Err(gone));
    assert_eq!(removed.move_to(PartId(1), Place::After(PartId(1))), Err(Refusal::OtherPart(PartId(1))));
}

#[test]
fn a_kept_manuscript_has_every_number_once_and_a_bound() {
    let part = |id| Part { id: PartId(id), body: prose("а") };
    let twice = Manuscript::of(words("Д"), Wording::default(), vec![part(1), part(1)], 0);
    assert_eq!(twice, Err(Refusal::OtherPart(PartId(1))));
    let many = Manuscript::of(words("Д"), Wording::default(), (1..=2001).map(part).collect(), 0);
    assert_eq!(many, Err(Refusal::TooManyParts { max: 2000 }));
    let known = Manuscript::of(words("Д"), Wording::default(), vec![part(7)], 3).unwrap();
    assert_eq!(known.next(), PartId(8));
}

#[test]
fn two_languages_stand_in_one_manuscript() {
    let english = |text: &str| Wording::read(Language::English, text).unwrap();
    let other = Manuscript::new(english("Report"), Wording::default(), [Body::Prose(english("One."))]).unwrap();
    let both = manuscript([prose("Едно.")]).joined(other);
    let Body::Prose(words) = &both.parts()[0].body else { panic!("{both:?}") };
    assert_eq!(words.say(BG).unwrap().text(), "Едно.");
    assert_eq!(words.say(Language::English).unwrap().text(), "One.");
    assert_eq!(both.title().say(Language::English).unwrap().text(), "Report");
}
