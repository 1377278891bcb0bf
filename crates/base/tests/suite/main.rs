//! Ids, languages and moments.

use base::{Chance, FileDigest, Key, Language, Moment, Role, StudyId, Text};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_key_reads_back_as_it_was_written(bytes in any::<[u8; 16]>()) {
        let text = Key(bytes).to_string();
        prop_assert_eq!(text.len(), 26);
        prop_assert_eq!(text.parse::<Key>().unwrap(), Key(bytes));
        prop_assert!(text.to_ascii_uppercase().parse::<Key>().is_err() || text.bytes().all(|byte| byte.is_ascii_digit()));
    }

    #[test]
    fn no_text_makes_a_key_panic(text in ".{0,40}") {
        if let Ok(key) = text.parse::<Key>() {
            prop_assert_eq!(key.to_string(), text);
        }
    }

    #[test]
    fn a_digest_reads_back_as_it_was_written(bytes in any::<[u8; 32]>()) {
        let text = FileDigest(bytes).to_string();
        prop_assert_eq!(text.parse::<FileDigest>().unwrap(), FileDigest(bytes));
    }
}

#[test]
fn ids_take_their_randomness_from_the_argument() {
    struct Ones;
    impl Chance for Ones {
        fn fill(&mut self, bytes: &mut [u8]) {
            bytes.fill(1);
        }
    }
    assert_eq!(StudyId::new(&mut Ones), StudyId(Key([1; 16])));
}

#[test]
fn a_text_without_translation_is_said_in_bulgarian_and_marked_so() {
    let both = Text::new("глас", "voice");
    assert_eq!((both.say(Language::English), both.spoken(Language::English)), ("voice", Language::English.into()));
    let one = Text::bulgarian("глас");
    assert_eq!((one.say(Language::English), one.spoken(Language::English)), ("глас", Language::Bulgarian.into()));
}

#[test]
fn codes_read_back() {
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(role));
    }
    for language in Language::ALL {
        assert_eq!(language.tag().parse(), Ok(language));
    }
    assert_eq!(Role::from_code("mayor"), None);
}

#[test]
fn moments_do_not_overflow() {
    let end = Moment(i64::MAX);
    assert_eq!(end.plus_seconds(10), end);
    assert_eq!(Moment(5_000_000).seconds_since(Moment(2_000_000)), 3);
}
