use document::manuscript::{Fault, FigureAddress, Name, NumberAddress, Refusal, Scope, Statistic, Template, Written};
use proptest::prelude::*;

fn check(text: &str) {
    let address: NumberAddress = text.parse().unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
    assert_eq!(address.to_string(), text);
}

#[test]
fn addresses_read_as_they_are_written() {
    check("residents.n");
    check("residents.population");
    check("граждани.q7.good.share");
    check("residents.q7.mean");
    check("residents.q7.top-share");
    check("residents/business.q7.good.difference");
    check("residents/business.q7.difference-low");
    check("residents[age=young].q7.good.share");
    check("residents.\"q.7\".\"1.5\".interval");
    check("residents.q7.\"}\"\"{\".count");
}

#[test]
fn what_is_no_address_says_why() {
    let refused = |text: &str, expect: Fault| assert_eq!(text.parse::<NumberAddress>(), Err(expect), "{text}");
    refused("", Fault::NotAnAddress);
    refused("residents", Fault::NotAnAddress);
    refused("residents.", Fault::NotAnAddress);
    refused("residents.q 7.mean", Fault::NotAnAddress);
    refused("residents.q7.good", Fault::UnknownStatistic("good".to_owned()));
    refused("residents.share", Fault::OtherPlace(Statistic::Share));
    refused("residents.q7.good.mean", Fault::OtherPlace(Statistic::Mean));
    refused("residents.q7.good.difference", Fault::NeedsTwo(Statistic::Difference));
    refused("residents/business.q7.good.share", Fault::OnlyOfOne(Statistic::Share));
    refused("residents[age].q7.mean", Fault::NotAGroup);
    refused("residents.a.b.c.d.share", Fault::TooManyNames);
    refused("residents.\"q.mean", Fault::NotAnAddress);
}

#[test]
fn a_text_is_refused_at_the_line_and_column_of_its_brace() {
    let refused = |text: &str, line: usize, column: usize, found: &str, fault: Fault| {
        let expect = Refusal::Reference { line, column, found: found.to_owned(), fault };
        assert_eq!(Written::read(text), Err(expect), "{text:?}");
    };
    refused("Първи ред\nа {residents.q7", 2, 3, "residents.q7", Fault::NotClosed);
    refused("{а\nб}", 1, 1, "а", Fault::NotClosed);
    refused("Дял {residents.q7.good}", 1, 5, "residents.q7.good", Fault::UnknownStatistic("good".to_owned()));
    assert_eq!(Written::read("  \n"), Err(Refusal::Empty));
    assert_eq!(Written::read(&"а".repeat(20_001)), Err(Refusal::TooLong { max: 40_000, is: 40_002 }));
    assert_eq!(Written::read(&"{a.n}".repeat(501)), Err(Refusal::TooManyReferences { max: 500 }));
    assert!(matches!(Written::read(&format!("{}а", "> ".repeat(80))), Err(Refusal::Text(_))));
}

#[test]
fn a_doubled_brace_means_itself() {
    let written = Written::read("а {{б} {residents.n}").unwrap();
    assert_eq!(written.text(), "а {{б} {residents.n}");
    assert_eq!(written.template().numbers().count(), 1);
}

#[test]
fn every_statistic_has_one_word() {
    for statistic in Statistic::ALL {
        assert_eq!(Statistic::from_code(statistic.code()), Some(statistic));
        assert_eq!(statistic.is_of_two(), statistic.scope() == Scope::QuestionOrOption);
    }
}

fn names() -> impl Strategy<Value = Name> {
    "[a-zа-я0-9_.\\-\"{}\\[\\]/=*|]{1,12}".prop_filter_map("a name", |text| Name::new(&text))
}

fn addresses() -> impl Strategy<Value = NumberAddress> {
    let group = proptest::option::of((names(), names()));
    let statistic = proptest::sample::select(Statistic::ALL.to_vec());
    let rest = (proptest::option::of(names()), proptest::option::of(names()));
    (names(), names(), group, rest, statistic).prop_filter_map(
        "a statistic of such a place",
        |(audience, against, group, (question, option), statistic)| {
            let option = option.filter(|_| question.is_some());
            let names = usize::from(question.is_some()) + usize::from(option.is_some());
            let against = Some(against).filter(|_| statistic.is_of_two());
            let address = NumberAddress { audience, against, group, question, option, statistic };
            statistic.scope().takes(names).then_some(address)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(300)))]
    #[test]
    fn reading_takes_printing_back(address in addresses()) {
        prop_assert_eq!(address.to_string().parse::<NumberAddress>(), Ok(address.clone()));
        let text = format!("Дял {} от {{{{всички}}", address.reference());
        let template = Template::read(&text).unwrap();
        prop_assert_eq!(template.numbers().collect::<Vec<_>>(), vec![&address]);
        prop_assert_eq!(template.to_string(), text);
        if let Some(figure) = address.figure() {
            prop_assert_eq!(figure.to_string().parse::<FigureAddress>(), Ok(figure));
        }
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(text in "([{}\\[\\]./=\"*_#|>\n -]|residents|q7|share|mean|n|[a-zа-я0-9]){0,80}") {
        if let Ok(template) = Template::read(&text) {
            prop_assert_eq!(Template::read(&template.to_string()), Ok(template));
        }
        let _ = text.parse::<NumberAddress>();
        let _ = text.parse::<FigureAddress>();
        let _ = Written::read(&text);
    }
}
