//! People who sign in: setup, passwords, sessions.

mod authenticator;
mod confirmation;
mod device;
mod events;
mod language;
mod life;
mod openid;
mod passkey;
pub mod password;
mod recovery;
mod refusal;
mod relying_party;
mod second_factor;
mod sessions;
mod setup;
mod sign_in;
mod strength;

pub use authenticator::CodeSecret;
pub use confirmation::{Proofs, change_password, confirm_with_code, end_confirmation, proofs};
pub use device::Device;
pub use events::{LISTED_EVENTS, events};
pub use language::{begin_in, choose_language, language};
pub use life::Step;
pub use openid::{
    Departure as OpenidDeparture, Fetch as OpenidFetch, Inquiry as OpenidInquiry, Openid, Provider as OpenidProvider,
    Unreached as OpenidUnreached, Vouched as OpenidVouched, add_openid, begin_openid, end_openid_sign_in, http,
    openid_since, remove_openid, returned as openid_returned, vouched as openid_vouched,
};
pub use passkey::{
    Answer as PasskeyAnswer, Asked as PasskeyAsked, add_passkey, begin_adding_passkey, begin_passkey_confirmation,
    begin_passkey_sign_in, confirm_with_passkey, passkey_name, passkeys, remove_passkey, sign_in_with_passkey,
};
pub use recovery::RecoveryCode;
pub use refusal::Refusal;
pub use relying_party::RelyingParty;
pub use store::OpenidAttempt;

/// What came of a try that is noted even where it is refused: a challenge is used up, a slip is counted.
pub type Attempted<T> = Result<T, Refusal>;

pub use second_factor::{
    Awaited, SecondFactor, add_code_generator, awaits_second_factor, pass_second_factor, remove_code_generator,
    renew_recovery_codes, second_factor, step_seconds, take_second_factor_away,
};
pub use sessions::{sessions, sign_out_elsewhere, sign_out_everywhere, sign_out_of};
pub use setup::{
    Newcomer, found_administrator, hand_out_setup_link, issue_setup_link, link_secret, link_token, set_up, setup_link,
};
pub(crate) use setup::{further_link, link_good_for, new_link};
pub use sign_in::{
    Attempt, Entered, Knock, Origin, Passed, SignedIn, begin_sign_in, end_sign_in, note_session_used, sign_out,
    sign_out_earlier, signed_in,
};
pub use strength::Weakness;
