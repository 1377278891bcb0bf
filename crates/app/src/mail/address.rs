use std::fmt;

/// An e-mail address, read at the door: nothing in it can end a header, begin a command or name a second recipient.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(String);

/// RFC 5321, 4.5.3.1.
const LONGEST: usize = 254;
const LONGEST_LOCAL_PART: usize = 64;
const LONGEST_LABEL: usize = 63;

impl Address {
    /// Reads a plain address. Quoted local parts, comments and addresses of bare numbers are read as none: nobody is
    /// reached at them, and each has been a way to smuggle something past a mail server.
    pub fn parse(text: &str) -> Option<Address> {
        let (local, domain) = text.split_once('@')?;
        let fits = text.len() <= LONGEST && is_local_part(local) && is_domain(domain);
        fits.then(|| Address(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

fn is_local_part(text: &str) -> bool {
    let is_plain = |letter: char| letter.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(letter);
    text.len() <= LONGEST_LOCAL_PART && text.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_plain))
}

fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= LONGEST_LABEL
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    text.contains('.') && text.split('.').all(is_label) && !last.bytes().all(|byte| byte.is_ascii_digit())
}

/// An address is personal data: what is written into a log tells only where it leads.
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address(…@{})", self.domain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_plain() {
        let check = |text: &str, is_address: bool| assert_eq!(Address::parse(text).is_some(), is_address, "{text:?}");
        for text in [
            "maria@example.org",
            "m.p+glas@mail.example.bg",
            "o'neil@example.org",
            "мария@пример.бг",
            "a@xn--e1afmkfd.xn--90ae",
        ] {
            check(text, true);
        }
        let long = format!("{}@example.org", "a".repeat(65));
        for text in [
            "",
            "maria",
            "@example.org",
            "maria@",
            "maria@example",
            "maria@.org",
            "maria@example..org",
            ".maria@example.org",
            "maria.@example.org",
            "maria@@example.org",
            "maria@example.org@example.com",
            "maria@example.org,ivan@example.org",
            "maria@example.org\r\nBcc: all@example.org",
            "maria@example.org\n",
            "ma ria@example.org",
            "\"maria p\"@example.org",
            "maria@[127.0.0.1]",
            "maria@127.0.0.1",
            "<maria@example.org>",
            "maria@-example.org",
            long.as_str(),
        ] {
            check(text, false);
        }
    }

    #[test]
    fn a_log_does_not_name_anybody() {
        assert_eq!(format!("{:?}", Address::parse("maria@example.org").unwrap()), "Address(…@example.org)");
    }

    proptest! {
        #[test]
        fn what_is_read_ends_no_header(text in "\\PC{0,40}|[a-z\\r\\n\\t \"<>,;:@.]{0,40}") {
            if let Some(address) = Address::parse(&text) {
                let strange = |letter: char| letter.is_control() || letter.is_whitespace() || "<>,;:\"()[]\\".contains(letter);
                prop_assert!(!address.as_str().contains(strange));
                prop_assert_eq!(address.as_str().matches('@').count(), 1);
            }
        }
    }
}
