use super::*;
use base::Explain;

fn typed(changed: &[(&str, &str)]) -> Typed {
    let sound = [("name", "Жители"), ("code", "residents"), ("collection", "self-selected"), ("plan_online", "120")];
    changed.iter().fold(sound.iter().fold(Typed::default(), with), with)
}

fn with(typed: Typed, (field, value): &(&str, &str)) -> Typed {
    typed.with(field, *value)
}

#[test]
fn an_audience_says_what_is_wrong_with_it() {
    let check = |changed: &[(&str, &str)], expected: &[(&str, &str)]| {
        let found: Vec<(String, &str)> = match AudiencePlan::read(&typed(changed)) {
            Ok(_) => Vec::new(),
            Err(Failure::Refused(refusals)) => {
                refusals.iter().map(|one| (one.field().unwrap_or_default(), one.code())).collect()
            }
            Err(other) => panic!("{other:?}"),
        };
        let expected: Vec<(String, &str)> = expected.iter().map(|(field, code)| ((*field).to_owned(), *code)).collect();
        assert_eq!(found, expected, "{changed:?}");
    };
    check(&[], &[]);
    check(&[("name", "")], &[("name", "typed-missing")]);
    check(&[("code", "")], &[("code", "typed-missing")]);
    check(&[("code", "Жители")], &[("code", "audience-code-unreadable")]);
    check(&[("token", "абв")], &[("token", "audience-token-unreadable")]);
    check(&[("token", "abc")], &[("token", "audience-token-unreadable")]);
    check(&[("token", "primerovo-zhiteli")], &[]);
    check(&[("collection", "guessed")], &[("collection", "nothing-chosen")]);
    check(&[("collection", "everyone-invited")], &[("invited", "invited-unknown")]);
    check(&[("collection", "everyone-invited"), ("invited", "9"), ("population", "9")], &[]);
    check(&[("invited", "10"), ("population", "9")], &[("invited", "more-invited-than-people")]);
    check(&[("plan_paper", "много")], &[("plan_paper", "number-unreadable")]);
    check(&[("limit", "0")], &[("limit", "count-zero")]);
}

#[test]
fn what_is_shown_reads_back_as_it_was() {
    let plan = AudiencePlan::read(&typed(&[("token", "abcd"), ("limit", "200"), ("name_en", "Residents")])).unwrap();
    assert_eq!(AudiencePlan::read(&plan.typed()).unwrap(), plan);
}

struct Rising(u8);

impl Chance for Rising {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = self.0;
            self.0 = self.0.wrapping_add(29);
        }
    }
}

#[test]
fn a_drawn_address_can_be_copied_by_hand() {
    let token = drawn_token(&mut Rising(3));
    assert_eq!(token.len(), DRAWN_LETTERS);
    assert!(is_plain(&token) && !token.contains(['0', 'o', '1', 'l']), "{token}");
}
