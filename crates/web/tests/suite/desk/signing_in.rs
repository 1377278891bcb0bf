use super::house::{NOON, Who, in_each_house, words};
use crate::{
    site::Counted,
    visitor::{Answer, Visitor, encoded},
};
use app::account::{self, Knock};
use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use base::Moment;
use std::net::SocketAddr;
use store::SignInTry;
use web::MOST_AT_ONCE;

const PASSWORD: &str = "четири прости думи";

#[tokio::test]
async fn a_setup_link_works_once() {
    in_each_house(async |house| {
        let link = house.setup_link(Who::Researcher);
        let mut visitor = house.visitor();
        let page = visitor.get(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("Поне 12 знака"), "the rules come before the field");
        assert_eq!(page.header("cache-control"), "private, no-store");

        let short = visitor.post(&link, &[("password", "къса"), ("again", "къса")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        let differ = visitor.post(&link, &[("password", PASSWORD), ("again", "друга парола тук")]).await;
        assert!(differ.text().contains("Двете пароли не са еднакви"));

        let desk = visitor.post_and_follow(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await;
        assert_eq!(desk.status, StatusCode::OK, "{}", desk.text());
        assert!(desk.text().contains("Паролата е запазена"));

        let mut second = house.visitor();
        assert_eq!(second.get(&link).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let late = second.post(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text().contains("вече е използвана или е изтекла"));
    })
    .await;
}

#[tokio::test]
async fn s16_a_setup_link_goes_stale() {
    in_each_house(async |house| {
        let link = house.setup_link(Who::Official);
        house.pass_seconds(7 * 24 * 3600 + 1);
        assert_eq!(house.visitor().get(&link).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for broken in ["/setup/abc", "/setup/%00", "/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
            assert_eq!(house.visitor().get(broken).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{broken}");
        }
    })
    .await;
}

async fn sign_in(visitor: &mut Visitor, account: &str, password: &str) -> Answer {
    visitor.post("/sign-in", &[("account", account), ("password", password), ("back", "/desk/account")]).await
}

#[tokio::test]
async fn signing_in_and_out() {
    in_each_house(async |house| {
        let link = house.setup_link(Who::Researcher);
        house.visitor().post(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await;

        let mut visitor = house.visitor();
        let asked = visitor.get("/desk/account").await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        assert_eq!(asked.header("location"), "/sign-in?back=/desk/account");

        let unknown = sign_in(&mut visitor, "nobody", PASSWORD).await;
        let wrong = sign_in(&mut visitor, "researcher", "друга парола тук").await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(unknown.status, wrong.status);
        assert_eq!(unknown.text().replace("nobody", "researcher"), wrong.text(), "equal answers for unknown names");

        visitor.set_cookie("__Host-glas-session", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        let right = sign_in(&mut visitor, "Researcher", PASSWORD).await;
        assert_eq!(right.status, StatusCode::SEE_OTHER, "{}", right.text());
        assert_eq!(right.header("location"), "/desk/account");
        let cookie = right.header("set-cookie");
        assert!(cookie.starts_with("__Host-glas-session=") && !cookie.contains("=AAAA"), "a new secret: {cookie}");
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let account = visitor.get("/desk/account").await;
        assert!(account.text().contains("този браузър"));
        assert!(account.text().contains("друг браузър"), "the session of the setup is listed too");

        let home = visitor.post_and_follow("/sign-out", &[]).await;
        assert_eq!(home.status, StatusCode::OK);
        assert_eq!(visitor.get("/desk").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn a_session_is_new_at_sign_in_and_ends_everywhere() {
    in_each_house(async |house| {
        let mut here = house.signed_in(Who::Official);
        let mut there = house.signed_in(Who::Official);
        assert_eq!(here.get("/desk").await.status, StatusCode::OK);
        let left = here.post("/desk/account/sign-out-everywhere", &[]).await;
        assert_eq!(left.header("location"), "/sign-in");
        assert_eq!(here.get("/desk").await.status, StatusCode::SEE_OTHER);
        assert_eq!(there.get("/desk").await.status, StatusCode::SEE_OTHER);

        let mut idle = house.signed_in(Who::Official);
        house.pass_seconds(3600);
        assert_eq!(idle.get("/desk").await.status, StatusCode::OK, "used within two hours");
        house.pass_seconds(7100);
        assert_eq!(idle.get("/desk").await.status, StatusCode::OK, "its use lengthened it");
        house.pass_seconds(7201);
        assert_eq!(idle.get("/desk").await.status, StatusCode::SEE_OTHER, "unused for two hours");

        let mut long = house.signed_in(Who::Official);
        for _ in 0..12 {
            house.pass_seconds(3600);
            long.get("/desk").await;
        }
        assert_eq!(long.get("/desk").await.status, StatusCode::SEE_OTHER, "twelve hours are the longest");
    })
    .await;
}

#[tokio::test]
async fn guessing_has_to_wait() {
    in_each_house(async |house| {
        let mut visitor = house.visitor();
        for _ in 0..10 {
            let answer = sign_in(&mut visitor, "researcher", "грешна парола").await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let refused = sign_in(&mut visitor, "researcher", "грешна парола").await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(refused.text().contains("твърде много опити"));
        let other = sign_in(&mut visitor, "official", "грешна парола").await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "another name is not kept out");
        house.pass_seconds(15 * 60);
        let later = sign_in(&mut visitor, "researcher", "грешна парола").await;
        assert_eq!(later.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

/// Behind a proxy on this machine all come from one address: a stranger's guesses must not keep everybody out.
#[tokio::test]
async fn guessing_from_elsewhere_behind_a_proxy_keeps_nobody_out() {
    in_each_house(async |house| {
        let guess = async |client: &str| {
            let client = format!("192.0.2.200, {client}");
            from(&mut house.visitor(), &client, "researcher", "грешна парола").await.status
        };
        for _ in 0..10 {
            assert_eq!(guess("198.51.100.7").await, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(guess("198.51.100.8").await, StatusCode::TOO_MANY_REQUESTS, "the same network");
        assert_eq!(guess("203.0.113.1").await, StatusCode::UNPROCESSABLE_ENTITY, "another network");
    })
    .await;
}

#[tokio::test]
async fn s05_the_way_back_stays_here() {
    in_each_house(async |house| {
        let link = house.setup_link(Who::Researcher);
        house.visitor().post(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await;
        let check = async |back: &str, expected: &str| {
            let fields = [("account", "researcher"), ("password", PASSWORD), ("back", back)];
            let answer = house.visitor().post("/sign-in", &fields).await;
            assert_eq!(answer.header("location"), expected, "{back}");
        };
        check("/desk/account", "/desk/account").await;
        check("/en/desk", "/en/desk").await;
        check("https://evil.example/", "/desk").await;
        check("//evil.example/", "/desk").await;
        check("/en//evil.example/", "/desk").await;
        check("/\\evil.example", "/desk").await;
        check("/a\r\nset-cookie: x=y", "/desk").await;
        check("javascript:alert(1)", "/desk").await;
        check("", "/desk").await;
    })
    .await;
}

#[tokio::test]
async fn strange_cookies_and_forms_are_answered_kindly() {
    in_each_house(async |house| {
        for value in ["", "x", "%%%", "AAAA", &"A".repeat(4000)] {
            let mut visitor = house.visitor();
            visitor.set_cookie("__Host-glas-session", value);
            assert_eq!(visitor.get("/desk").await.status, StatusCode::SEE_OTHER, "{value}");
        }
        let large = "я".repeat(20_000);
        let answer = sign_in(&mut house.visitor(), &large, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(answer.text().contains(&words().say("kind-413")));
    })
    .await;
}

#[tokio::test]
async fn a_password_that_was_just_replaced_opens_nothing() {
    in_each_house(async |house| {
        let link = house.setup_link(Who::Researcher);
        house.visitor().post(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await;
        let (instance, now, store) = (house.instance.clone(), house.now(), &house.instance.store);
        let tenant = instance.tenant;
        let knock = Knock {
            account: "researcher".to_owned(),
            network: "here".to_owned(),
            device: None,
            browser: String::new(),
        };
        let begun = store.read(move |tx| account::begin_sign_in(tx, &instance, &knock, now)).await.unwrap();
        assert!(begun.verify(PASSWORD));
        // While the password was being checked, its owner chose another.
        let replaced = store.write(move |tx| tx.replace_password(tenant, Who::Researcher.id(), "another hash")).await;
        replaced.unwrap();
        let ended = store.write(move |tx| account::end_sign_in(tx, tenant, begun, true, now, &mut Counted(5)));
        assert_eq!(ended.await.unwrap(), None);
    })
    .await;
}

/// Somebody at another address, through the proxy on this machine.
async fn from(visitor: &mut Visitor, client: &str, account: &str, password: &str) -> Answer {
    let body = encoded(&[("account", account), ("password", password), ("back", "/desk")]);
    let request = Request::post("/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header("x-forwarded-for", client)
        .extension(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 40_000))))
        .body(Body::from(body));
    visitor.send(request.unwrap()).await
}

#[tokio::test]
async fn a_browser_of_hers_gets_in_whatever_strangers_do() {
    in_each_house(async |house| {
        let mut hers = house.visitor();
        let set_up =
            hers.post(&house.setup_link(Who::Researcher), &[("password", PASSWORD), ("again", PASSWORD)]).await;
        let device = set_up.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap());
        let device = device.into_iter().find(|cookie| cookie.starts_with("__Host-glas-device=")).unwrap();
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=31536000"] {
            assert!(device.contains(part), "{device}");
        }
        hers.post("/sign-out", &[]).await;
        // Her own network fails, and so do very many others.
        for _ in 0..10 {
            let answer = from(&mut house.visitor(), "198.51.100.7", "researcher", "грешна парола").await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        house.write(move |tx, tenant| {
            (0..200_u8).try_for_each(|network| {
                let network = format!("10.0.{network}.0/24");
                let attempt = SignInTry { account: "researcher".to_owned(), network, device: None };
                tx.record_failed_sign_in(tenant, &attempt, Moment(NOON))
            })
        });
        let stranger = from(&mut house.visitor(), "198.51.100.8", "researcher", PASSWORD).await;
        assert_eq!(stranger.status, StatusCode::TOO_MANY_REQUESTS, "the network that guessed has to wait");
        let new_browser = from(&mut house.visitor(), "203.0.113.1", "researcher", PASSWORD).await;
        assert_eq!(new_browser.status, StatusCode::SEE_OTHER, "a network that never failed does not");
        let owner = from(&mut hers, "198.51.100.8", "researcher", PASSWORD).await;
        assert_eq!(owner.status, StatusCode::SEE_OTHER, "nor does a browser that she has used before");

        // Somebody else's name typed in her browser is a stranger there.
        hers.post("/sign-out", &[]).await;
        for _ in 0..10 {
            from(&mut hers, "192.0.2.1", "official", "грешна парола").await;
        }
        assert_eq!(from(&mut hers, "192.0.2.1", "official", "x").await.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(from(&mut hers, "192.0.2.1", "researcher", PASSWORD).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn two_hundred_at_once_do_not_exhaust_the_memory() {
    in_each_house(async |house| {
        let mut hers = house.visitor();
        hers.post(&house.setup_link(Who::Researcher), &[("password", PASSWORD), ("again", PASSWORD)]).await;
        hers.post("/sign-out", &[]).await;
        let mut crowd = tokio::task::JoinSet::new();
        for number in 0..200 {
            let mut visitor = house.visitor();
            crowd.spawn(async move {
                from(&mut visitor, &format!("10.0.{number}.1"), &format!("person-{number}"), "грешна парола").await
            });
        }
        tokio::task::yield_now().await;
        let owner = from(&mut hers, "10.0.1.1", "researcher", PASSWORD).await;
        assert_eq!(owner.status, StatusCode::SEE_OTHER, "whose browser is known has a turn kept free");
        let answers = crowd.join_all().await;
        let of = |status| answers.iter().filter(|answer| answer.status == status).count();
        let (checked, sent_away) = (of(StatusCode::UNPROCESSABLE_ENTITY), of(StatusCode::SERVICE_UNAVAILABLE));
        assert_eq!(checked + sent_away, 200);
        assert!(checked >= 32 && sent_away > 0, "{checked} checked, {sent_away} sent away");
        let busy = answers.iter().find(|answer| answer.status == StatusCode::SERVICE_UNAVAILABLE).unwrap();
        assert!(busy.text().contains("Изчакайте няколко секунди") && busy.text().contains("value=\"person-"));
        assert_eq!(busy.header("retry-after"), "5");
        assert!((1..=MOST_AT_ONCE).contains(&house.turnstile.busiest()), "{}", house.turnstile.busiest());
    })
    .await;
}

#[tokio::test]
async fn a_password_that_many_use_is_refused_and_says_why() {
    in_each_house(async |house| {
        let link = house.setup_link(Who::Researcher);
        let mut visitor = house.visitor();
        for (password, words) in [
            ("паролата2023", "сред най-използваните"),
            ("researcher2023", "Вашето име"),
            ("ertyuhgfdsxcvb", "наредени клавишите"),
            ("аааааааааааааааа", "повтаря едно и също"),
        ] {
            let answer = visitor.post(&link, &[("password", password), ("again", password)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{password}");
            assert!(answer.text().contains(words), "{password}: {}", answer.text());
            assert!(!answer.text().contains(password), "a password is never sent back");
        }
        let kept = house.read(|tx, tenant| tx.person(tenant, Who::Researcher.id())).unwrap();
        assert_eq!(kept.password_hash, None);
    })
    .await;
}

#[tokio::test]
async fn one_sees_where_one_is_signed_in_and_ends_it_there() {
    in_each_house(async |house| {
        let mut here = house.signed_in(Who::Official);
        let mut there = house.signed_in(Who::Official);
        let mut third = house.signed_in(Who::Official);
        let mut other = house.signed_in(Who::Researcher);
        let sessions = house.read(|tx, tenant| tx.sessions_of(tenant, Who::Official.id(), Moment(NOON)));
        assert_eq!(sessions.len(), 3);
        let page = here.get("/desk/account").await.text();
        assert_eq!(page.matches("Firefox, Linux").count(), 5, "three rows, two buttons: {page}");
        assert_eq!(page.matches("/removal\"").count(), 2, "its own session ends by signing out");

        let removal = |text: &str| {
            let (before, _) = text.split_once("/removal\"").unwrap();
            format!("{}/removal", before.rsplit_once("action=\"").unwrap().1)
        };
        let address = removal(&page);
        assert_eq!(other.post(&address, &[]).await.status, StatusCode::NOT_FOUND, "nobody else's");
        let after = here.post_and_follow(&address, &[]).await.text();
        assert!(after.contains("Излязохте от другия браузър"), "{after}");
        let open = [there.get("/desk").await.status, third.get("/desk").await.status];
        assert_eq!(open.iter().filter(|status| **status == StatusCode::OK).count(), 1, "one of the two has ended");
        assert_eq!(here.post(&address, &[]).await.status, StatusCode::NOT_FOUND);

        here.post_and_follow("/desk/account/sign-out-elsewhere", &[]).await;
        assert_eq!(there.get("/desk").await.status, StatusCode::SEE_OTHER);
        assert_eq!(third.get("/desk").await.status, StatusCode::SEE_OTHER);
        assert_eq!(here.get("/desk").await.status, StatusCode::OK);
        assert_eq!(other.get("/desk").await.status, StatusCode::OK);
    })
    .await;
}

/// What may change who can do what here; nothing may fall off this list unnoticed.
const DANGEROUS: [&str; 19] = [
    "GET /desk/account/password",
    "POST /desk/account/password",
    "GET /desk/account/second-factor/new",
    "POST /desk/account/second-factor",
    "POST /desk/account/second-factor/removal",
    "POST /desk/account/recovery-codes",
    "POST /desk/account/openid",
    "POST /desk/account/openid/removal",
    "POST /desk/account/passkeys/challenge",
    "POST /desk/account/passkeys",
    "POST /desk/account/passkeys/{passkey}/removal",
    "GET /desk/people/new",
    "POST /desk/people",
    "GET /desk/people/{person}/parts/new",
    "POST /desk/people/{person}/parts",
    "POST /desk/people/{person}/parts/removal",
    "POST /desk/people/{person}/setup-link",
    "POST /desk/people/{person}/second-factor/removal",
    "POST /desk/projects/{project}/opening",
];

#[tokio::test]
async fn a_dangerous_step_asks_who_is_there() {
    let told: Vec<String> = web::doors()
        .into_iter()
        .filter(|door| door.is_dangerous)
        .map(|door| format!("{} {}", door.method, door.path))
        .collect();
    for door in DANGEROUS {
        assert!(told.iter().any(|known| known == door), "{door} is open to whoever finds the desk unattended");
    }
    in_each_house(async |house| {
        house
            .visitor()
            .post(&house.setup_link(Who::Administrator), &[("password", PASSWORD), ("again", PASSWORD)])
            .await;
        let mut left = house.signed_in(Who::Administrator);
        house.pass_seconds(1_800);
        let project = web::sample::invented_project().id.to_string();
        for door in &told {
            let (method, path) = door.split_once(' ').unwrap();
            let id = Who::Official.id().to_string();
            let path = path.replace("{person}", &id).replace("{passkey}", &id).replace("{project}", &project);
            assert!(!path.contains('{'), "{path} names something that this test does not know");
            let answer = match method {
                "GET" => left.get(&path).await,
                _ => left.post(&path, &[("role", "administrator")]).await,
            };
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{door}");
            let back = if method == "GET" { path } else { "/desk%3Fdone%3Dconfirmed".to_owned() };
            assert_eq!(answer.header("location"), format!("/desk/confirmation?back={back}"), "{door}");
            let stranger = house.signed_in(Who::Official).get("/desk/people/new").await;
            assert_eq!(stranger.status, StatusCode::FORBIDDEN, "who may not is not asked for a password");
        }
        let link = format!("/desk/people/{}/setup-link", Who::Official.id());
        let person = format!("/desk/people/{}", Who::Official.id());
        let request = Request::post(&link)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header(header::REFERER, format!("https://glas.example{person}?done=person"))
            .body(Body::empty());
        let asked = left.send(request.unwrap()).await;
        let page = left.follow(&asked).await;
        assert!(page.text().contains("Потвърдете, че сте Вие"), "{}", page.text());
        let back = page.value_of("back");
        assert_eq!(back, format!("{person}?done=confirmed"), "the page on which the button was pressed");

        let before = left.cookie("__Host-glas-session");
        let wrong = left.post("/desk/confirmation", &[("password", "друга парола тук"), ("back", &back)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("Паролата е грешна"));
        assert_eq!(left.post(&link, &[]).await.status, StatusCode::SEE_OTHER);
        let right = left.post_and_follow("/desk/confirmation", &[("password", PASSWORD), ("back", &back)]).await;
        assert!(right.text().contains("Направете стъпката още веднъж"), "{}", right.text());
        let after = left.cookie("__Host-glas-session");
        assert_ne!(before, after, "the session goes on under a new secret");
        let mut thief = house.visitor();
        thief.set_cookie("__Host-glas-session", &before);
        assert_eq!(thief.get("/desk").await.status, StatusCode::SEE_OTHER, "the earlier secret opens nothing");
        assert_eq!(left.post(&link, &[]).await.status, StatusCode::OK);

        house.pass_seconds(601);
        let late = left.get("/desk/people/new").await;
        assert_eq!(late.status, StatusCode::SEE_OTHER, "no form opens after ten minutes");
        assert_eq!(left.post(&link, &[]).await.status, StatusCode::OK, "one that is open is still taken");
    })
    .await;
}

#[tokio::test]
async fn one_changes_ones_own_password() {
    in_each_house(async |house| {
        let mut visitor = house.visitor();
        visitor.post(&house.setup_link(Who::Researcher), &[("password", PASSWORD), ("again", PASSWORD)]).await;
        let mut there = house.signed_in(Who::Researcher);
        let new = "пет съвсем други думи";
        let weak =
            visitor.post("/desk/account/password", &[("password", "паролата2023"), ("again", "паролата2023")]).await;
        assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(weak.text().contains("сред най-използваните"));
        let done = visitor.post_and_follow("/desk/account/password", &[("password", new), ("again", new)]).await;
        assert!(done.text().contains("Паролата е сменена"), "{}", done.text());
        assert_eq!(there.get("/desk").await.status, StatusCode::SEE_OTHER, "the others have ended");
        let old = sign_in(&mut house.visitor(), "researcher", PASSWORD).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(sign_in(&mut house.visitor(), "researcher", new).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn s16_sessions_end_whatever_happens_to_the_clock() {
    in_each_house(async |house| {
        let check = async |seconds: i64, expected: StatusCode| {
            let mut visitor = house.signed_in(Who::Official);
            house.pass_seconds(seconds);
            assert_eq!(visitor.get("/desk").await.status, expected, "{seconds} s later");
            house.pass_seconds(-seconds);
        };
        check(0, StatusCode::OK).await;
        check(7_199, StatusCode::OK).await;
        check(7_200, StatusCode::SEE_OTHER).await;
        check(365 * 24 * 3_600, StatusCode::SEE_OTHER).await;
        check(-60, StatusCode::OK).await;
        // A clock that was put back a day does not make a session last a day longer.
        check(-24 * 3_600, StatusCode::SEE_OTHER).await;
    })
    .await;
}
