use super::{Refusal, SignedIn};
use base::Key;
use data_encoding::BASE64URL_NOPAD;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url,
    Uuid, Webauthn, WebauthnBuilder, WebauthnError,
};

/// The site as passkeys know it: by the name of its host, and asked from its own pages alone.
#[derive(Debug, Clone)]
pub struct RelyingParty(Webauthn);

/// Longer is no answer of any key.
const LONGEST_ANSWER: usize = 16 * 1024;

impl RelyingParty {
    /// `address` is the public one. Tenants under paths of one host share its name, and tell their keys apart by whose
    /// they are.
    ///
    /// # Errors
    /// [`Refusal::PasskeyNeedsName`] for an address of numbers.
    pub fn new(address: &str) -> Result<RelyingParty, Refusal> {
        let address = Url::parse(address).map_err(|_| Refusal::PasskeyNeedsName)?;
        let host = address.domain().ok_or(Refusal::PasskeyNeedsName)?;
        let built = WebauthnBuilder::new(host, &address).and_then(WebauthnBuilder::build);
        built.map(RelyingParty).map_err(|_| Refusal::PasskeyNeedsName)
    }

    /// What a browser is told to make a new key of, and what is kept to look at its answer.
    pub(super) fn begin_adding(&self, who: &SignedIn, known: &[store::Passkey]) -> anyhow::Result<(String, String)> {
        let known = known.iter().map(|passkey| passkey.credential.clone()).collect();
        let (asked, state) = self
            .0
            .start_passkey_registration(Uuid::from_bytes(who.person.0.0), &who.account, &who.name, Some(known))
            .map_err(odd)?;
        let mut options = serde_json::to_value(asked.public_key)?;
        // The key is to be found without a name being typed.
        if let Some(selection) = options.get_mut("authenticatorSelection").and_then(Value::as_object_mut) {
            selection.insert("residentKey".to_owned(), json!("required"));
            selection.insert("requireResidentKey".to_owned(), json!(true));
        }
        Ok((written(&options)?, written(&state)?))
    }

    /// The new key: what the browser calls it, and what is kept of it.
    pub(super) fn end_adding(&self, state: &str, made: &Made) -> anyhow::Result<Result<(Vec<u8>, String), Refusal>> {
        let state: PasskeyRegistration = read(state)?;
        match self.0.finish_passkey_registration(&made.0, &state) {
            Ok(passkey) => Ok(Ok((passkey.cred_id().to_vec(), written(&passkey)?))),
            Err(error) => Ok(Err(refusal(&error))),
        }
    }

    /// What a browser is told to have signed by one of these keys, or by whichever it has for us.
    pub(super) fn begin_asking(&self, known: &[store::Passkey]) -> anyhow::Result<(String, String)> {
        let (asked, state) = self.0.start_discoverable_authentication().map_err(odd)?;
        let mut options = serde_json::to_value(asked.public_key)?;
        let known = known.iter().map(|passkey| BASE64URL_NOPAD.encode(&passkey.credential));
        if let Some(options) = options.as_object_mut() {
            let known = known.map(|id| json!({"type": "public-key", "id": id})).collect::<Vec<_>>();
            options.insert("allowCredentials".to_owned(), known.into());
        }
        Ok((written(&options)?, written(&state)?))
    }

    /// What is to be kept of the key after it has signed.
    pub(super) fn end_asking(
        &self,
        state: &str,
        answer: &Signed,
        document: &str,
    ) -> anyhow::Result<Result<String, Refusal>> {
        let (state, mut passkey): (DiscoverableAuthentication, Passkey) = (read(state)?, read(document)?);
        match self.0.finish_discoverable_authentication_v2(&answer.0, state, &passkey) {
            Ok(used) => {
                passkey.update_credential(&used);
                written(&passkey).map(Ok)
            }
            Err(error) => Ok(Err(refusal(&error))),
        }
    }
}

/// A new key, not yet believed.
#[derive(Debug)]
pub(super) struct Made(RegisterPublicKeyCredential);

impl Made {
    pub(super) fn parse(answer: &str) -> Option<Made> {
        typed(answer).map(Made)
    }

    /// What the browser calls the key.
    pub(super) fn credential(&self) -> &[u8] {
        &self.0.raw_id
    }
}

/// What a key signed, not yet believed.
#[derive(Debug)]
pub(super) struct Signed(PublicKeyCredential);

impl Signed {
    pub(super) fn parse(answer: &str) -> Option<Signed> {
        typed(answer).map(Signed)
    }

    /// What the browser calls the key.
    pub(super) fn credential(&self) -> &[u8] {
        self.0.get_credential_id()
    }

    /// Whose key it is, as the key itself says; a key that signs for a name that was typed need not.
    pub(super) fn owner(&self) -> Option<Option<Key>> {
        match self.0.get_user_unique_id() {
            Some(bytes) => bytes.try_into().ok().map(|bytes| Some(Key(bytes))),
            None => Some(None),
        }
    }
}

fn typed<T: DeserializeOwned>(answer: &str) -> Option<T> {
    serde_json::from_str(Some(answer).filter(|answer| answer.len() <= LONGEST_ANSWER)?).ok()
}

fn written<T: Serialize>(value: &T) -> anyhow::Result<String> {
    Ok(serde_json::to_string(value)?)
}

fn read<T: DeserializeOwned>(text: &str) -> anyhow::Result<T> {
    Ok(serde_json::from_str(text)?)
}

fn odd(error: WebauthnError) -> anyhow::Error {
    anyhow::anyhow!("a passkey's challenge: {error}")
}

/// What was wrong with an answer, as far as its sender can do something about it.
fn refusal(error: &WebauthnError) -> Refusal {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the library tells a hundred ways in which bytes can be wrong")]
    match error {
        WebauthnError::InvalidRPOrigin | WebauthnError::InvalidRPIDHash | WebauthnError::CredentialCrossOrigin => {
            Refusal::PasskeyOfElsewhere
        }
        WebauthnError::MismatchedChallenge => Refusal::PasskeyTooLate,
        WebauthnError::UserNotPresent | WebauthnError::UserNotVerified => Refusal::PasskeyNotVerified,
        WebauthnError::CredentialPossibleCompromise => Refusal::PasskeyCopied,
        WebauthnError::CredentialNotFound => Refusal::PasskeyUnknown,
        _ => Refusal::PasskeyUnreadable,
    }
}
