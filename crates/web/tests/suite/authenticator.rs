//! A passkey in software: what a telephone and a browser do together (Web Authentication, level 2, §6).

use crate::visitor::{Answer, Visitor};
use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The key, and how its browser behaves; tests let it behave badly.
#[derive(Clone)]
pub struct Authenticator {
    pub key: SigningKey,
    pub credential: Vec<u8>,
    /// Whose key it says it is; learnt when it was made.
    pub owner: Vec<u8>,
    /// What the browser says of the page.
    pub origin: String,
    /// What the browser hands to the key instead of the site's name, if it lies.
    pub host: Option<String>,
    pub counter: u32,
    pub verifies: bool,
}

impl Authenticator {
    pub fn new(number: u8) -> Authenticator {
        Authenticator {
            key: SigningKey::from_slice(&[number; 32]).unwrap(),
            credential: vec![number; 20],
            owner: Vec::new(),
            origin: "https://glas.example".to_owned(),
            host: None,
            counter: 0,
            verifies: true,
        }
    }

    /// Makes the key that the page asks for: what goes into the page's form.
    pub fn create(&mut self, page: &Answer) -> Vec<(&'static str, String)> {
        let options = options(page);
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        self.owner = bytes(&options["user"]["id"]);
        let client = self.client("webauthn.create", &options);
        let mut data = self.data(options["rp"]["id"].as_str().unwrap(), 0x40);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        data.extend(&self.credential);
        data.extend(self.public_key());
        // {"fmt": "none", "attStmt": {}, "authData": …} in CBOR.
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        object.extend(data);
        let response = json!({"attestationObject": text(&object), "clientDataJSON": text(&client)});
        self.form(page, response)
    }

    /// Signs what the page asks.
    pub fn get(&mut self, page: &Answer) -> Vec<(&'static str, String)> {
        let options = options(page);
        assert_eq!(options["userVerification"], "required");
        let client = self.client("webauthn.get", &options);
        let data = self.data(options["rpId"].as_str().unwrap(), 0);
        let mut signed = data.clone();
        signed.extend(Sha256::digest(&client));
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "authenticatorData": text(&data),
            "clientDataJSON": text(&client),
            "signature": text(signature.to_der().as_bytes()),
            "userHandle": text(&self.owner),
        });
        self.form(page, response)
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let said = json!({
            "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false,
        });
        said.to_string().into_bytes()
    }

    fn data(&mut self, host: &str, flags: u8) -> Vec<u8> {
        let host = self.host.as_deref().unwrap_or(host);
        let mut data = Sha256::digest(host.as_bytes()).to_vec();
        let verified = if self.verifies { 0x04 } else { 0 };
        data.push(flags | verified | 0x01);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR (RFC 9053, §7.1).
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut key = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".to_vec();
        key.extend(point.x().unwrap());
        key.extend(b"\x22\x58\x20");
        key.extend(point.y().unwrap());
        key
    }

    fn form(&self, page: &Answer, response: Value) -> Vec<(&'static str, String)> {
        let id = text(&self.credential);
        let signed = json!({"id": id, "rawId": id, "type": "public-key", "response": response}).to_string();
        vec![("challenge", page.value_of("challenge")), ("signed", signed)]
    }
}

/// What the page hands to the browser.
pub fn options(page: &Answer) -> Value {
    let text = page.text();
    let (_, after) = text.split_once("data-options=\"").unwrap_or_else(|| panic!("{text}"));
    let plain = after.split('"').next().unwrap().replace("&#34;", "\"").replace("&quot;", "\"");
    serde_json::from_str(&plain.replace("&#38;", "&")).unwrap_or_else(|error| panic!("{error}: {plain}"))
}

fn bytes(value: &Value) -> Vec<u8> {
    BASE64URL_NOPAD.decode(value.as_str().unwrap().as_bytes()).unwrap()
}

fn text(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

/// Sends a form of which some values are made up at the moment.
pub async fn post(visitor: &mut Visitor, address: &str, fields: &[(&'static str, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post(address, &fields).await
}
