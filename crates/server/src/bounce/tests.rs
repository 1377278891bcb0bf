use super::{Heard, read};
use app::mail::Bounce;
use base::{Key, LetterId};

const LETTER: LetterId = LetterId(Key([0xA5; 16]));

/// In the manner of Postfix.
fn report(action: &str, status: &str, diagnostic: &str) -> String {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example.org (Mail Delivery System)\r\nTo: bounces+{LETTER}@example.bg\r\n\
         Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"line\"\r\n\r\n\
         --line\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nI am sorry to have to inform you.\r\n\r\n\
         --line\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mx.example.org\r\nArrival-Date: Thu, 27 Jul 2023 12:00:00 +0300\r\n\r\n\
         Final-Recipient: rfc822; maria@example.org\r\nAction: {action}\r\nStatus: {status}\r\n\
         Remote-MTA: dns; mail.example.org\r\nDiagnostic-Code: smtp; {diagnostic}\r\n\r\n\
         --line\r\nContent-Type: message/rfc822\r\n\r\n\
         Message-ID: <{LETTER}@example.bg>\r\nSubject: test\r\n\r\nwords\r\n--line--\r\n"
    )
}

fn bounce(text: &str) -> Option<Bounce> {
    match read(text.as_bytes(), None) {
        Heard::Bounce(bounce) => Some(bounce),
        Heard::Nothing => None,
    }
}

#[test]
fn a_report_says_what_became_of_the_letter() {
    type Status = Option<(u16, u16, u16)>;
    let check = |action: &str, status: &str, diagnostic: &str, expected: Option<(bool, Status, &str)>| {
        let found = bounce(&report(action, status, diagnostic));
        let seen = found.as_ref().map(|found| (found.is_final, found.status, found.answer.as_str()));
        assert_eq!(seen, expected, "{action} {status} {diagnostic}");
        assert!(found.is_none_or(|found| found.letters == [LETTER]));
    };
    let nobody = "550 5.1.1 <maria@example.org>: no such user";
    check("failed", "5.1.1", nobody, Some((true, Some((5, 1, 1)), nobody)));
    check("FAILED", "5.1.1 (unknown user)", nobody, Some((true, Some((5, 1, 1)), nobody)));
    check("delayed", "4.4.1", "connection timed out", Some((false, Some((4, 4, 1)), "connection timed out")));
    check("failed", "4.4.7", "message expired", Some((true, Some((4, 4, 7)), "message expired")));
    check("failed", "none", "552 5.2.2 quota", Some((true, Some((5, 2, 2)), "552 5.2.2 quota")));
    let folded = "550 5.7.1 refused\r\n  by policy";
    check("failed", "5.7.1", folded, Some((true, Some((5, 7, 1)), "550 5.7.1 refused by policy")));
    check("delivered", "2.0.0", "250 ok", None);
    check("relayed", "2.0.0", "250 ok", None);
    check("", "", "", None);
}

#[test]
fn older_servers_use_words() {
    let words = |from: &str, body: &str| {
        bounce(&format!("From: {from}\nTo: bounces+{LETTER}@example.bg\nSubject: failure notice\n\n{body}\n"))
    };
    let qmail = "Hi. This is the qmail-send program at example.org.\nI'm afraid I wasn't able to deliver your message.\n\n\
                 <maria@example.org>:\nSorry, no mailbox here by that name. (#5.1.1)\n";
    let found = words("MAILER-DAEMON@example.org", qmail).unwrap();
    assert_eq!((found.is_final, found.status), (true, Some((5, 1, 1))));
    assert_eq!(found.answer, "Sorry, no mailbox here by that name. (#5.1.1)");
    let exim = words("Mail Delivery System <Mailer-Daemon@example.org>", "host said: 550 Unknown user").unwrap();
    assert_eq!((exim.is_final, exim.status), (true, None));
    assert_eq!(words("postmaster@example.org", "Your message is on its way."), None);
    assert_eq!(words("maria@example.org", "I am away until 5.1.1 or so; call 550."), None, "people are no servers");
}

#[test]
fn whoever_does_not_know_the_key_says_nothing() {
    let strange = report("failed", "5.1.1", "550 no").replace(&LETTER.to_string(), "nobody");
    assert_eq!(bounce(&strange), None);
    let recipient = format!("bounces+{LETTER}@example.bg");
    assert!(matches!(read(strange.as_bytes(), Some(&recipient)), Heard::Bounce(found) if found.letters == [LETTER]));
    let capitals = report("failed", "5.1.1", "550 no").to_uppercase();
    assert!(bounce(&capitals).is_none_or(|found| found.letters == [LETTER]));
}

#[test]
fn holidays_are_no_trouble() {
    let holiday = format!(
        "From: maria@example.org\nReturn-Path: <>\nAuto-Submitted: auto-replied (vacation)\nTo: bounces+{LETTER}@example.bg\n\n550 away\n"
    );
    assert_eq!(bounce(&holiday), None);
}

/// Whatever comes in, it is read without a panic and without growing.
#[test]
fn any_bytes_are_read() {
    let samples = [report("failed", "5.1.1", "550 5.1.1 no"), report("delayed", "4.4.1", "timeout"), String::new()];
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for sample in samples {
        for _ in 0..3000 {
            let mut bytes = sample.clone().into_bytes();
            for _ in 0..=random() % 6 {
                let place = usize::try_from(random()).unwrap_or(0) % bytes.len().max(1);
                match random() % 4 {
                    0 => bytes.truncate(place),
                    1 => bytes.insert(place.min(bytes.len()), u8::try_from(random() % 256).unwrap()),
                    2 => {
                        if let Some(byte) = bytes.get_mut(place) {
                            *byte = u8::try_from(random() % 256).unwrap();
                        }
                    }
                    _ => {
                        let tail = bytes.get(place..).unwrap_or_default().to_vec();
                        bytes.extend(tail);
                    }
                }
            }
            if let Heard::Bounce(found) = read(&bytes, None) {
                assert!(found.answer.chars().count() <= 300 && found.letters.len() <= 8);
                assert!(!found.answer.contains('\n'));
            }
        }
    }
}

#[test]
fn nested_messages_have_an_end() {
    let mut text = report("failed", "5.1.1", "550 no");
    for level in 0..60 {
        text = format!(
            "Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\nContent-Type: message/rfc822\n\n{text}\n--b{level}--\n"
        );
    }
    let _ = read(text.as_bytes(), None);
}
