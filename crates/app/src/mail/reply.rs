use super::{Outcome, Reason};

/// What a mail server's refusal means: its reply code (RFC 5321, 4.2.3) and, in its words, the enhanced status code
/// (RFC 3463) that says more. Below 500 it is tried again; from 500 on it is not, unless the fault is in our settings.
pub fn read_reply(code: u16, words: &str) -> Outcome {
    let status = enhanced_status(words);
    let answer = format!("{code} {words}").trim_end().to_owned();
    match (code, status) {
        (530 | 534 | 535 | 538, _) => Outcome::Postponed { reason: Reason::Credentials, answer },
        (500.., _) => Outcome::Rejected { reason: reason(code, status).unwrap_or(Reason::Rejected), answer },
        (450 | 451, _) if is_greylisting(words) => Outcome::Postponed { reason: Reason::Greylisted, answer },
        (454, Some((7, _))) | (432, _) => Outcome::Postponed { reason: Reason::Credentials, answer },
        (452, Some((2, _))) => Outcome::Postponed { reason: Reason::MailboxFull, answer },
        _ => Outcome::Postponed { reason: Reason::Busy, answer },
    }
}

/// What the second and third number of an enhanced status, or the reply code where there is none, say of a refusal.
pub(super) fn reason(code: u16, status: Option<(u16, u16)>) -> Option<Reason> {
    Some(match status {
        Some((1, 7 | 8)) => Reason::SenderRefused,
        Some((1, 9) | (6, 7)) => Reason::AddressUnsupported,
        Some((1, _) | (2, 0 | 1) | (4, 4)) => Reason::NoSuchMailbox,
        Some((2, 2)) => Reason::MailboxFull,
        Some((2, 3) | (3, 4)) => Reason::TooLarge,
        Some((7, _)) => Reason::SenderRefused,
        _ => match code {
            550 | 551 | 553 => Reason::NoSuchMailbox,
            552 => Reason::MailboxFull,
            _ => return None,
        },
    })
}

/// „5.1.1“ at the beginning, as its last two numbers.
pub(super) fn enhanced_status(words: &str) -> Option<(u16, u16)> {
    let first = words.split_whitespace().next()?;
    let mut numbers = first.split('.').map(|number| number.parse::<u16>().ok().filter(|_| number.len() <= 3));
    let (class, subject, detail) = (numbers.next()??, numbers.next()??, numbers.next()??);
    (matches!(class, 2 | 4 | 5) && numbers.next().is_none()).then_some((subject, detail))
}

fn is_greylisting(words: &str) -> bool {
    let words = words.to_lowercase();
    ["greylist", "graylist", "grey-list", "gray-list"].iter().any(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn replies_are_told_apart() {
        let check = |code: u16, words: &str, expected: Reason, is_final: bool| {
            let answer = format!("{code} {words}");
            let expected = match is_final {
                true => Outcome::Rejected { reason: expected, answer },
                false => Outcome::Postponed { reason: expected, answer },
            };
            assert_eq!(read_reply(code, words), expected);
        };
        check(421, "4.3.2 shutting down", Reason::Busy, false);
        check(450, "4.2.0 Greylisted, see http://example.org", Reason::Greylisted, false);
        check(451, "temporary failure", Reason::Busy, false);
        check(452, "4.2.2 over quota", Reason::MailboxFull, false);
        check(452, "4.3.1 no space", Reason::Busy, false);
        check(454, "4.7.0 temporary authentication failure", Reason::Credentials, false);
        check(535, "5.7.8 authentication failed", Reason::Credentials, false);
        check(530, "5.7.0 must issue STARTTLS first", Reason::Credentials, false);
        check(550, "5.1.1 no such user", Reason::NoSuchMailbox, true);
        check(550, "no such user", Reason::NoSuchMailbox, true);
        check(550, "5.7.1 SPF fail", Reason::SenderRefused, true);
        check(550, "5.7.26 unauthenticated sender", Reason::SenderRefused, true);
        check(552, "5.2.2 mailbox full", Reason::MailboxFull, true);
        check(552, "5.3.4 message too big", Reason::TooLarge, true);
        check(553, "5.6.7 SMTPUTF8 needed", Reason::AddressUnsupported, true);
        check(554, "transaction failed", Reason::Rejected, true);
        check(554, "5.7.1 listed", Reason::SenderRefused, true);
        check(571, "5 . 1", Reason::Rejected, true);
    }

    proptest! {
        #[test]
        fn whatever_a_server_says_is_read(code in any::<u16>(), words in any::<String>()) {
            let refused = matches!(read_reply(code, &words), Outcome::Rejected { .. });
            prop_assert!(!refused || code >= 500);
        }
    }
}
