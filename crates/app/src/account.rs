//! People who sign in: setup, passwords, sessions.

mod authenticator;
mod confirmation;
mod device;
mod life;
pub mod password;
mod recovery;
mod refusal;
mod second_factor;
mod sessions;
mod setup;
mod sign_in;
mod strength;

pub use authenticator::CodeSecret;
pub use confirmation::{change_password, end_confirmation};
pub use device::Device;
pub use life::Step;
pub use recovery::RecoveryCode;
pub use refusal::Refusal;
pub use second_factor::{
    SecondFactor, add_second_factor, awaits_code, pass_second_factor, remove_second_factor, renew_recovery_codes,
    second_factor, step_seconds, take_second_factor_away,
};
pub use sessions::{sessions, sign_out_elsewhere, sign_out_everywhere, sign_out_of};
pub use setup::{
    Newcomer, found_administrator, hand_out_setup_link, issue_setup_link, link_secret, link_token, set_up, setup_link,
};
pub(crate) use setup::{further_link, link_good_for, new_link};
pub use sign_in::{
    Attempt, Entered, Knock, Passed, SignedIn, begin_sign_in, end_sign_in, note_session_used, sign_out,
    sign_out_earlier, signed_in,
};
pub use strength::Weakness;
