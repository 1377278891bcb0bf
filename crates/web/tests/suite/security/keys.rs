//! S11: what names a thing names one thing.

use app::respondent::ReceiptCode;
use base::Key;
use proptest::prelude::*;

proptest! {
    #[test]
    fn s11_a_key_is_read_as_it_is_written(one in any::<[u8; 16]>(), other in any::<[u8; 16]>()) {
        let (one, other) = (Key(one), Key(other));
        prop_assert_eq!(one.to_string().parse::<Key>(), Ok(one));
        prop_assert_eq!(one == other, one.to_string() == other.to_string(), "no two are written alike");
    }

    /// One way to write each: a cache, a rule or a log that compares texts compares things.
    #[test]
    fn s11_a_key_has_one_way_to_be_written(text in "[a-zA-Z2-7=+ -]{24,28}|[a-z2-7]{26}|\\PC{0,30}") {
        if let Ok(key) = text.parse::<Key>() {
            prop_assert_eq!(key.to_string(), text);
        }
    }

    #[test]
    fn s11_no_other_writing_of_a_key_is_taken(bytes in any::<[u8; 16]>()) {
        let text = Key(bytes).to_string();
        let capitals = text.to_uppercase();
        let number = u128::from_be_bytes(bytes).to_string();
        let spaced = [format!(" {text}"), format!("{text} "), format!("{text}\n"), format!("{text}======"), format!("0{text}")];
        for other in spaced.into_iter().chain([number, text[1..].to_owned()]) {
            prop_assert!(other.parse::<Key>().is_err(), "{}", other);
        }
        prop_assert!(capitals == text || capitals.parse::<Key>().is_err(), "{}", capitals);
        // The last letter holds two bits that mean nothing: only one way to fill them is read.
        let (head, tail) = text.split_at(25);
        let read = "abcdefghijklmnopqrstuvwxyz234567".chars().filter_map(|last| format!("{head}{last}").parse::<Key>().ok());
        prop_assert_eq!(read.filter(|key| *key == Key(bytes)).count(), 1, "{}", tail);
    }

    #[test]
    fn s11_a_receipt_is_read_as_it_is_written(letters in "[A-Z2-7]{16}", other in "[A-Z2-7]{16}") {
        let (code, different) = (letters.parse::<ReceiptCode>().unwrap(), other.parse::<ReceiptCode>().unwrap());
        prop_assert_eq!(code.to_string().parse::<ReceiptCode>(), Ok(code));
        prop_assert_eq!(code.address().parse::<ReceiptCode>(), Ok(code));
        prop_assert_eq!(code == different, letters == other);
    }
}
