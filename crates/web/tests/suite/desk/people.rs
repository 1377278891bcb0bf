use super::{
    founding::{is_refused, with},
    house::{House, Who, in_each_empty_house, in_each_house},
};
use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;

const PERSON: [(&str, &str); 6] = [
    ("name", "Мария Примерова"),
    ("account", "Maria"),
    ("role", "researcher"),
    ("party", "new"),
    ("party_name", "Фондация „Опит“"),
    ("party_kind", "civic-organisation"),
];

/// The last part of the setup link on a page.
fn token(page: &Answer) -> String {
    let text = page.text();
    let (_, after) = text.split_once("https://glas.example/setup/").unwrap_or_else(|| panic!("{text}"));
    after.chars().take_while(|letter| *letter != '<').collect()
}

/// The address of somebody's page.
fn page_of(house: &House, account: &'static str) -> String {
    let person = house.read(move |tx, tenant| tx.person_by_account(tenant, account)).unwrap();
    format!("/desk/people/{}", person.id)
}

#[tokio::test]
async fn an_administrator_hands_out_a_new_link() {
    in_each_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let page = administrator.post(&format!("/desk/people/{}/setup-link", Who::Official.id()), &[]).await;
        assert_eq!(page.status, StatusCode::OK);
        let token = token(&page);
        assert_eq!(house.visitor().get(&format!("/setup/{token}")).await.status, StatusCode::OK);
        assert!(!administrator.get("/desk/people").await.text().contains("/setup/"), "it is shown once");
        assert!(administrator.get("/desk/journal").await.text().contains("Издадена връзка за парола"));
        let nobody = administrator.post("/desk/people/aaaaaaaaaaaaaaaaaaaaaaaaaa/setup-link", &[]).await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn somebody_new_gets_a_link_and_signs_in() {
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let page = administrator.post("/desk/people", &PERSON).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        let setup = format!("/setup/{}", token(&page));
        assert!(!administrator.get("/desk/people").await.text().contains("/setup/"), "it is shown once");
        let journal = administrator.get("/desk/journal").await.text();
        assert!(journal.contains("Добавен човек") && journal.contains("роля: изследовател"), "{journal}");
        assert!(!journal.contains("Издадена връзка"), "one act, one entry");

        let mut maria = house.visitor();
        let password = [("password", "четири прости думи тук"), ("again", "четири прости думи тук")];
        let desk = maria.post_and_follow(&setup, &password).await;
        assert!(desk.text().contains("Мария Примерова"), "{}", desk.text());
        assert_eq!(maria.get("/desk/people").await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn a_new_person_says_what_is_wrong() {
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let check = async |visitor: &mut Visitor, changed: &[(&'static str, &'static str)], words: &str| {
            let answer = visitor.post("/desk/people", &with(&PERSON, changed)).await;
            is_refused(&answer, changed[0].0, words);
        };
        check(&mut administrator, &[("name", "")], "Липсва име").await;
        check(&mut administrator, &[("account", "")], "Липсва име за вход").await;
        check(&mut administrator, &[("account", "ab")], "не може да бъде име за вход").await;
        check(&mut administrator, &[("account", "с интервал")], "не може да бъде име за вход").await;
        check(&mut administrator, &[("account", "ADMINISTRATOR")], "вече влиза с това име").await;
        check(&mut administrator, &[("email", "никъде")], "не е адрес на електронна поща").await;
        check(&mut administrator, &[("role", "king")], "Не е избрана роля").await;
        check(&mut administrator, &[("party", "")], "Не е избрана организация").await;
        check(&mut administrator, &[("party_name", "")], "Липсва име на организацията").await;
        check(&mut administrator, &[("party_name", "оператор")], "Вече има организация").await;
        let unknown = with(&PERSON, &[("party", "aaaaaaaaaaaaaaaaaaaaaaaaaa")]);
        assert_eq!(administrator.post("/desk/people", &unknown).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.read(|tx, tenant| tx.people(tenant)).len(), 1);
        assert_eq!(house.read(|tx, tenant| tx.parties(tenant)).len(), 1, "nothing is half kept");
    })
    .await;
}

#[tokio::test]
async fn parts_are_given_and_taken_away() {
    in_each_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let official = format!("/desk/people/{}", Who::Official.id());
        let party = Who::Researcher.party().to_string();
        let part = [("role", "researcher"), ("party", party.as_str())];
        let given = administrator.post_and_follow(&format!("{official}/parts"), &part).await;
        assert!(given.text().contains("Ролята е дадена"), "{}", given.text());
        assert!(given.text().contains("Изследовател"));
        let again = administrator.post(&format!("{official}/parts"), &part).await;
        is_refused(&again, "role", "вече има тази роля");

        let boxes = format!("/desk/audiences/{}/boxes/new", house.residents());
        let mut both = house.signed_in(Who::Official);
        assert_eq!(both.get(&boxes).await.status, StatusCode::OK, "the part holds at once");
        let taken = administrator.post_and_follow(&format!("{official}/parts/removal"), &part).await;
        assert!(taken.text().contains("Ролята е отнета"), "{}", taken.text());
        assert_eq!(both.get(&boxes).await.status, StatusCode::FORBIDDEN, "and is gone at once");
        let twice = administrator.post(&format!("{official}/parts/removal"), &part).await;
        assert_eq!(twice.status, StatusCode::NOT_FOUND);
        // The journal tells of rights what there was before and after, and what was given and taken is as it was.
        let told = house.read(|tx, tenant| tx.journal(tenant, None, 9));
        let digests = |kind: &str| told.iter().find(|entry| entry.kind == kind).unwrap().digests;
        let (given, taken) = (digests("person.part-given"), digests("person.part-taken-away"));
        assert!(given.before.is_some() && given.after.is_some() && given.before != given.after);
        assert_eq!((given.before, given.after), (taken.after, taken.before));

        let own = Who::Official.party().to_string();
        let last = [("role", "official"), ("party", own.as_str())];
        let alone = administrator.post_and_follow(&format!("{official}/parts/removal"), &last).await;
        assert!(alone.text().contains("няма роля и не може да влезе"), "{}", alone.text());
        assert_eq!(both.get("/desk").await.status, StatusCode::SEE_OTHER, "nothing is left to do here");
        let journal = administrator.get("/desk/journal").await.text();
        assert!(journal.contains("Дадена роля") && journal.contains("Отнета роля"));
    })
    .await;
}

#[tokio::test]
async fn somebody_of_two_organisations_works_for_both() {
    in_each_house(async |house| {
        let real = format!("/desk/projects/{}/publications/new", web::sample::real_project().id);
        let invented = format!("/desk/projects/{}/publications/new", web::sample::invented_project().id);
        let study = format!("/desk/studies/{}", web::sample::studies()[1].id);
        let boxes = format!("/desk/audiences/{}/boxes/new", house.residents());
        let mut stranger = house.signed_in(Who::Stranger);
        for address in [&invented, &study, &boxes] {
            assert_eq!(stranger.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
        let party = Who::Researcher.party().to_string();
        let part = [("role", "researcher"), ("party", party.as_str())];
        let parts = format!("/desk/people/{}/parts", Who::Stranger.id());
        assert_eq!(house.signed_in(Who::Administrator).post(&parts, &part).await.status, StatusCode::SEE_OTHER);
        for address in [&real, &invented, &study, &boxes] {
            assert_eq!(stranger.get(address).await.status, StatusCode::OK, "{address}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let party = Who::Administrator.party().to_string();
        let part = [("role", "administrator"), ("party", party.as_str())];
        let own = format!("/desk/people/{}", Who::Administrator.id());
        let refused = administrator.post(&format!("{own}/parts/removal"), &part).await;
        is_refused(&refused, "form", "последната администраторска роля");
        let second = with(&PERSON, &[("role", "administrator"), ("party", &party)]);
        assert_eq!(administrator.post("/desk/people", &second).await.status, StatusCode::OK);

        // Each of the two is taken away at once: one of them has to stay.
        let other = page_of(house, "maria");
        let refused = administrator.post(&format!("{own}/parts/removal"), &part).await;
        is_refused(&refused, "form", "последната администраторска роля");
        house.write(|tx, tenant| {
            let people = tx.people(tenant)?;
            people.iter().try_for_each(|person| tx.replace_password(tenant, person.id, "$argon2id$"))
        });
        let (mut one, mut two) = (house.signed_in(Who::Administrator), house.signed_in(Who::Administrator));
        let (own, other) = (format!("{own}/parts/removal"), format!("{other}/parts/removal"));
        tokio::join!(one.post(&own, &part), two.post(&other, &part));
        let people = house.read(|tx, tenant| tx.people(tenant));
        let left = people.iter().flat_map(|person| &person.memberships).count();
        assert_eq!(left, 1);
    })
    .await;
}

#[tokio::test]
async fn names_are_put_right_and_old_pages_told() {
    in_each_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let details = format!("/desk/people/{}/details", Who::Official.id());
        let made_of = administrator.get(&details).await.value_of("made_of");
        let fields = [("name", "Иван Примеров"), ("email", "ivan@example.org"), ("made_of", made_of.as_str())];
        let saved = administrator.post_and_follow(&details, &fields).await;
        assert!(saved.text().contains("Иван Примеров") && saved.text().contains("ivan@example.org"));
        let stale = administrator.post(&details, &with(&fields, &[("name", "Петър Примеров")])).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.text().contains("Иван Примеров") && stale.text().contains("Петър Примеров"));

        let party = format!("/desk/parties/{}", Who::Official.party());
        let made_of = administrator.get(&party).await.value_of("made_of");
        let name = [("party_name", "Община Ново Примерово"), ("party_kind", "municipality"), ("made_of", &made_of)];
        let saved = administrator.post_and_follow(&party, &name).await;
        assert!(saved.text().contains("Община Ново Примерово"), "{}", saved.text());
        house.pass_seconds(2);
        assert!(house.visitor().get("/projects/primerovo").await.text().contains("Община Ново Примерово"));
    })
    .await;
}

#[tokio::test]
async fn the_matrix_is_shown_as_it_is_asked() {
    in_each_house(async |house| {
        let page = house.signed_in(Who::Administrator).get("/desk/rights").await.text();
        for door in web::doors().into_iter().filter(|door| door.right.is_some()) {
            assert!(page.contains(&format!("{} {}", door.method, door.path)), "{}", door.path);
        }
    })
    .await;
}
