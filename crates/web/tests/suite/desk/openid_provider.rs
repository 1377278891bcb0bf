//! A sign-in service for tests: what an organisation's OpenID provider says, on request also wrongly.

use app::account::{OpenidFetch, OpenidUnreached, http};
use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

pub const ISSUER: &str = "https://login.primerovo.example";
pub const CLIENT: &str = "glas";
pub const SECRET: &str = "тайна на клиента";

/// What it will say the next time; each test bends one thing.
#[derive(Clone)]
pub struct Said {
    pub subject: String,
    pub email: Option<String>,
    pub email_verified: bool,
    pub issuer: String,
    pub audience: String,
    pub nonce: Option<String>,
    /// Seconds since 1970.
    pub issued: i64,
    pub expires: i64,
    pub algorithm: &'static str,
    /// The number of the key that signs; 1 is the one it tells of.
    pub key: u8,
}

#[derive(Clone)]
pub struct Provider(Arc<Mutex<Inside>>);

struct Inside {
    said: Said,
    /// The codes that it gave out: the nonce and the proof that was asked for.
    codes: BTreeMap<String, (String, String)>,
    is_up: bool,
    asked: usize,
}

impl Provider {
    pub fn new(now: i64) -> Provider {
        let said = Said {
            subject: "u-1".to_owned(),
            email: Some("Maria@Primerovo.Example".to_owned()),
            email_verified: true,
            issuer: ISSUER.to_owned(),
            audience: CLIENT.to_owned(),
            nonce: None,
            issued: now,
            expires: now + 300,
            algorithm: "ES256",
            key: 1,
        };
        Provider(Arc::new(Mutex::new(Inside { said, codes: BTreeMap::new(), is_up: true, asked: 0 })))
    }

    pub fn says(&self, bend: impl FnOnce(&mut Said)) {
        bend(&mut self.0.lock().unwrap().said);
    }

    pub fn said(&self) -> Said {
        self.0.lock().unwrap().said.clone()
    }

    pub fn is_up(&self, up: bool) {
        self.0.lock().unwrap().is_up = up;
    }

    /// How often it was asked for anything.
    pub fn asked(&self) -> usize {
        self.0.lock().unwrap().asked
    }

    pub fn fetch(&self) -> Arc<OpenidFetch> {
        let provider = self.clone();
        Arc::new(move |request: http::Request<Vec<u8>>| provider.answer(&request))
    }

    /// Somebody signs in there: with which code and state their browser comes back.
    pub fn signs_in(&self, address: &str) -> (String, String) {
        let (place, query) = address.split_once('?').unwrap();
        assert_eq!(place, format!("{ISSUER}/authorize"));
        let fields: BTreeMap<String, String> = query.split('&').map(decoded).collect();
        assert_eq!(fields["response_type"], "code");
        assert_eq!(fields["client_id"], CLIENT);
        assert_eq!(fields["code_challenge_method"], "S256");
        assert_eq!(fields["redirect_uri"], "https://glas.example/sign-in/openid/return");
        assert!(fields["scope"].contains("openid") && fields["scope"].contains("email"));
        let mut inside = self.0.lock().unwrap();
        let code = format!("code-{}", inside.codes.len());
        inside.codes.insert(code.clone(), (fields["nonce"].clone(), fields["code_challenge"].clone()));
        (code, fields["state"].clone())
    }

    fn answer(&self, request: &http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, OpenidUnreached> {
        let mut inside = self.0.lock().unwrap();
        inside.asked += 1;
        if !inside.is_up {
            return Err(OpenidUnreached("nobody answers".to_owned()));
        }
        let address = request.uri().to_string();
        let told = match address.strip_prefix(ISSUER) {
            Some("/.well-known/openid-configuration") => json!({
                "issuer": ISSUER,
                "authorization_endpoint": format!("{ISSUER}/authorize"),
                "token_endpoint": format!("{ISSUER}/token"),
                "jwks_uri": format!("{ISSUER}/keys"),
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["ES256"],
            }),
            Some("/keys") => {
                let point = key(1).verifying_key().to_sec1_point(false);
                let (x, y) = (text(point.x().unwrap()), text(point.y().unwrap()));
                json!({"keys": [{"kty": "EC", "crv": "P-256", "use": "sig", "kid": "one", "x": x, "y": y}]})
            }
            Some("/token") => inside.token(request),
            other => panic!("{other:?} of {address}"),
        };
        let is_error = told.get("error").is_some();
        let answer = http::Response::builder()
            .status(if is_error { 400 } else { 200 })
            .header("content-type", "application/json")
            .body(told.to_string().into_bytes());
        Ok(answer.unwrap())
    }
}

impl Inside {
    fn token(&mut self, request: &http::Request<Vec<u8>>) -> Value {
        let body = String::from_utf8(request.body().clone()).unwrap();
        let fields: BTreeMap<String, String> = body.split('&').map(decoded).collect();
        assert_eq!(fields["grant_type"], "authorization_code");
        assert!(request.headers()["authorization"].to_str().unwrap().starts_with("Basic "), "it knows who asks");
        let Some((nonce, challenge)) = self.codes.remove(&fields["code"]) else {
            return json!({"error": "invalid_grant"});
        };
        if text(&Sha256::digest(fields["code_verifier"].as_bytes())) != challenge {
            return json!({"error": "invalid_grant"});
        }
        let said = &self.said;
        let mut claims = json!({
            "iss": said.issuer, "aud": said.audience, "sub": said.subject, "iat": said.issued, "exp": said.expires,
            "nonce": said.nonce.clone().unwrap_or(nonce), "email_verified": said.email_verified,
        });
        if let Some(email) = &said.email {
            claims["email"] = json!(email);
        }
        json!({"access_token": "unused", "token_type": "Bearer", "id_token": self.signed(&claims)})
    }

    fn signed(&self, claims: &Value) -> String {
        let head = json!({"alg": self.said.algorithm, "kid": "one"});
        let said = format!("{}.{}", text(head.to_string().as_bytes()), text(claims.to_string().as_bytes()));
        if self.said.algorithm == "none" {
            return format!("{said}.");
        }
        let signature: Signature = key(self.said.key).sign(said.as_bytes());
        format!("{said}.{}", text(&signature.to_bytes()))
    }
}

fn key(number: u8) -> SigningKey {
    SigningKey::from_slice(&[number; 32]).unwrap()
}

fn text(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

/// One pair of a form.
fn decoded(pair: &str) -> (String, String) {
    let plain = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.as_bytes();
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            match first {
                b'+' => bytes.push(b' '),
                b'%' => {
                    let code = std::str::from_utf8(&after[..2]).unwrap();
                    bytes.push(u8::from_str_radix(code, 16).unwrap());
                    rest = &after[2..];
                }
                other => bytes.push(*other),
            }
        }
        String::from_utf8(bytes).unwrap()
    };
    let (name, value) = pair.split_once('=').unwrap();
    (plain(name), plain(value))
}
