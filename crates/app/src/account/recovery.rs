use base::Chance;
use data_encoding::BASE32_NOPAD;

/// A one-time code for whoever has lost the telephone: 80 bits, so that its digest tells nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RecoveryCode(pub(super) [u8; 10]);

/// So many are given out together.
pub const RECOVERY_CODES: usize = 10;

impl RecoveryCode {
    pub(super) fn set(chance: &mut dyn Chance) -> [RecoveryCode; RECOVERY_CODES] {
        std::array::from_fn(|_| {
            let mut bytes = [0; 10];
            chance.fill(&mut bytes);
            RecoveryCode(bytes)
        })
    }

    /// „abcd-efgh-ijkl-mnop“, easy to read out and to copy from paper.
    pub fn text(&self) -> String {
        let small = BASE32_NOPAD.encode(&self.0).to_ascii_lowercase();
        let groups: Vec<String> =
            small.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
        groups.join("-")
    }

    /// What somebody typed from paper, with or without dashes; 0 and 1 are not in use, so they can only mean o and l.
    pub(super) fn parse(text: &str) -> Option<RecoveryCode> {
        let plain: String = text
            .chars()
            .filter(|letter| !letter.is_whitespace() && *letter != '-')
            .take(17)
            .map(|letter| match letter.to_ascii_uppercase() {
                '0' => 'O',
                '1' => 'L',
                letter => letter,
            })
            .collect();
        BASE32_NOPAD.decode(plain.as_bytes()).ok()?.try_into().ok().map(RecoveryCode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = RecoveryCode([0x63, 0x8d, 0x2c, 0x5a, 0x6b, 0xaa, 0x11, 0xff, 0x00, 0x42]);
        let text = code.text();
        assert_eq!(text.len(), 19, "{text}");
        for typed in
            [text.clone(), text.to_uppercase(), text.replace('-', ""), text.replace('-', " "), format!(" {text} ")]
        {
            assert!(RecoveryCode::parse(&typed) == Some(code), "{typed}");
        }
        for wrong in ["", "abcd", "123456", &text[1..], &format!("{text}a"), "абвг-абвг-абвг-абвг"] {
            assert!(RecoveryCode::parse(wrong).is_none(), "{wrong}");
        }
    }
}
