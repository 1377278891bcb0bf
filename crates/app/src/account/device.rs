use base::{Key, PersonId};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// A browser in which somebody has signed in before, as its own long-lived cookie says.
///
/// Wrong passwords from such a browser are counted by themselves, so nobody who guesses elsewhere can keep its owner out
/// (OWASP, „Slow down online guessing attacks with device cookies“). Nothing of it is kept in the database: the cookie
/// holds a random name and marks that only this instance can make, one for each person who has signed in here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Counts its attempts; tells nothing.
    pub id: Key,
    genuine: Mark,
    /// The latest first.
    people: Vec<Mark>,
}

type Mark = [u8; 16];

/// A computer that several people share remembers so many of them.
const MOST_PEOPLE: usize = 6;

impl Device {
    /// A browser that nobody has signed in with yet.
    pub fn new(secret: &[u8; 32], id: Key) -> Device {
        Device { id, genuine: mark(secret, id, None), people: Vec::new() }
    }

    /// What the cookie says, if it is one that this instance gave out.
    pub fn parse(secret: &[u8; 32], text: &str) -> Option<Device> {
        let longest = BASE64URL_NOPAD.encode_len((MOST_PEOPLE + 2) * 16);
        let bytes = BASE64URL_NOPAD.decode(Some(text).filter(|text| text.len() <= longest)?.as_bytes()).ok()?;
        let (parts, []) = bytes.as_chunks::<16>() else { return None };
        let (id, rest) = parts.split_first()?;
        let (genuine, people) = rest.split_first()?;
        let device = Device { id: Key(*id), genuine: *genuine, people: people.to_vec() };
        is_same(&device.genuine, &mark(secret, device.id, None)).then_some(device)
    }

    /// For the cookie.
    pub fn text(&self) -> String {
        let parts = [&self.id.0, &self.genuine].into_iter().chain(&self.people);
        BASE64URL_NOPAD.encode(&parts.flatten().copied().collect::<Vec<u8>>())
    }

    /// Whether this person has signed in here.
    pub fn knows(&self, secret: &[u8; 32], person: PersonId) -> bool {
        let wanted = mark(secret, self.id, Some(person));
        self.people.iter().any(|mark| is_same(mark, &wanted))
    }

    /// The same browser after this person has signed in.
    pub fn with(mut self, secret: &[u8; 32], person: PersonId) -> Device {
        let new = mark(secret, self.id, Some(person));
        self.people.retain(|mark| *mark != new);
        self.people.insert(0, new);
        self.people.truncate(MOST_PEOPLE);
        self
    }
}

fn mark(secret: &[u8; 32], device: Key, person: Option<PersonId>) -> Mark {
    // A key shorter than the block is filled with zeros, as RFC 2104 says.
    let mut block = [0; 64];
    block.iter_mut().zip(secret).for_each(|(to, from)| *to = *from);
    let mut mac = Hmac::<Sha256>::new((&block).into());
    mac.update(b"device");
    mac.update(&device.0);
    if let Some(person) = person {
        mac.update(&person.0.0);
    }
    let mut half = [0; 16];
    half.iter_mut().zip(mac.finalize().into_bytes()).for_each(|(to, from)| *to = from);
    half
}

fn is_same(one: &Mark, other: &Mark) -> bool {
    bool::from(one.ct_eq(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: [u8; 32] = [7; 32];

    fn person(number: u8) -> PersonId {
        PersonId(Key([number; 16]))
    }

    #[test]
    fn a_browser_is_known_for_whom_it_was_given() {
        let device = Device::new(&SECRET, Key([1; 16])).with(&SECRET, person(1)).with(&SECRET, person(2));
        let read = Device::parse(&SECRET, &device.text()).unwrap();
        assert_eq!(read, device);
        assert!(read.knows(&SECRET, person(1)) && read.knows(&SECRET, person(2)));
        assert!(!read.knows(&SECRET, person(3)));
        let mut many = device;
        for number in 0..20 {
            many = many.with(&SECRET, person(number)).with(&SECRET, person(number));
        }
        assert!(many.knows(&SECRET, person(19)) && many.knows(&SECRET, person(14)) && !many.knows(&SECRET, person(13)));
        assert!(Device::parse(&SECRET, &many.text()).is_some());
    }

    #[test]
    fn what_somebody_made_up_is_no_browser_of_ours() {
        let text = Device::new(&SECRET, Key([1; 16])).with(&SECRET, person(1)).text();
        for cookie in ["", "A", "%%%", &text[1..], &text[..22], &"A".repeat(22), &"A".repeat(4_000)] {
            assert_eq!(Device::parse(&SECRET, cookie), None, "{cookie}");
        }
        assert_eq!(Device::parse(&[8; 32], &text), None, "another instance's");
    }
}
