//! Every door of the site, knocked at by nobody in particular and by somebody in every role: of a party that works in the
//! project, of one that looks on, of one that has nothing to do with it. What is expected follows from the matrix alone.

use super::house::{House, Who, in_each_house};
use crate::site::is_made_elsewhere;
use app::rights::Right;
use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use base::{
    BatchId, Key, Moment, Party, PartyId, PartyKind, PersonId, PublicationId, QuestionnaireDraftId, Role, Text,
};
use outreach::{Part, Participation, Slug};
use store::{Membership, Person};
use web::Door;

/// How somebody's party stands to the project that is knocked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    Works,
    LooksOn,
    Foreign,
}

const STANDS: [Stand; 3] = [Stand::Works, Stand::LooksOn, Stand::Foreign];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Opens,
    Forbidden,
    /// As if nothing stood there.
    NotThere,
}

/// The rule as people were told it: the matrix, then whose thing it is.
fn expected(right: Right, path: &str, role: Role, stand: Stand) -> Expected {
    if !right.is_of(role) {
        return Expected::Forbidden;
    }
    let is_of_project =
        ["{project}", "{study}", "{audience}", "{batch}", "{printing}", "{publication}", "{draft}", "{report}"];
    if !is_of_project.iter().any(|name| path.contains(name)) {
        return Expected::Opens;
    }
    let is_to_see = [Right::UseDesk, Right::SeeStudies].contains(&right);
    let opens = match stand {
        Stand::Works => true,
        Stand::LooksOn if is_to_see => true,
        Stand::Foreign if is_to_see => Right::SeeEveryProject.is_of(role),
        Stand::LooksOn | Stand::Foreign => {
            right == Right::FoundProjects || (right == Right::EditProjects && role == Role::Administrator)
        }
    };
    if opens { Expected::Opens } else { Expected::NotThere }
}

fn party(stand: Stand) -> PartyId {
    match stand {
        Stand::Works => Who::Researcher.party(),
        Stand::LooksOn => PartyId(Key([77; 16])),
        Stand::Foreign => Who::Stranger.party(),
    }
}

fn person(role: Role, stand: Stand) -> PersonId {
    let role = Role::ALL.iter().position(|known| *known == role).unwrap();
    let stand = STANDS.iter().position(|known| *known == stand).unwrap();
    PersonId(Key([u8::try_from(150 + role * STANDS.len() + stand).unwrap(); 16]))
}

const BATCH: BatchId = BatchId(Key([78; 16]));
const PRINTING: base::PrintingId = base::PrintingId(Key([81; 16]));
fn sheet() -> survey::SheetCode {
    survey::SheetCode::of(Key([81; 16]))
}

const PUBLICATION: PublicationId = PublicationId(Key([79; 16]));
const REPORT: base::ReportId = base::ReportId(Key([82; 16]));
/// A question of the draft that every door of a question opens to.
const ITEM: &str = "town";
const DRAFT: QuestionnaireDraftId = QuestionnaireDraftId(Key([80; 16]));

/// Somebody in every role of every party, and something real behind each door.
pub fn furnish(house: &House) {
    house.write(|tx, tenant| {
        let observer = Party {
            id: party(Stand::LooksOn),
            kind: PartyKind::Other,
            name: Text::bulgarian("Наблюдател"),
            site: None,
        };
        tx.add_party(tenant, &observer)?;
        let mut project = web::sample::invented_project();
        project.parties.push(Participation { part: Part::Observer, party: observer });
        project.links.extend(web::sample::real_project().links);
        tx.replace_project(tenant, &project)?;
        for role in Role::ALL {
            for stand in STANDS {
                let id = person(role, stand);
                let person = Person {
                    id,
                    account: id.to_string(),
                    name: format!("{role:?} {stand:?}"),
                    email: None,
                    password_hash: None,
                    deactivated: None,
                    created: Moment(0),
                    memberships: vec![Membership { party: party(stand), role }],
                };
                tx.add_person(tenant, &person)?;
            }
        }
        let draft = web::sample::publications().into_iter().next().unwrap();
        let draft = outreach::Publication {
            id: PUBLICATION,
            project: project.id,
            party: party(Stand::Works),
            slug: Slug::parse("chernova").unwrap(),
            stage: outreach::Stage::Draft,
            ..draft
        };
        tx.add_publication(
            tenant,
            &outreach::Publication {
                version: outreach::Version { attachments: Vec::new(), number: 1, ..draft.version.clone() },
                ..draft
            },
        )
    });
    let (residents, day) = (house.residents(), web::sample::DAY);
    house.write(move |tx, tenant| {
        let batch = store::PaperBatch {
            id: BATCH,
            audience: residents,
            opened_by: "Комисия".to_owned(),
            opened_on: day,
            cards: 9,
            invalid: 0,
            note: String::new(),
            entered_by: None,
        };
        tx.add_paper_batch(tenant, &batch)?;
        let audience = tx.study_of(tenant, residents)?.unwrap().audiences.into_iter().find(|one| one.id == residents);
        let printing = store::Printing {
            id: PRINTING,
            audience: residents,
            questionnaire: audience.unwrap().questionnaire.unwrap(),
            language: base::LanguageTag::BULGARIAN,
            is_large: false,
            is_twice: false,
            return_to: String::new(),
            sheets: 1,
            issued: 0,
            returned: 0,
            made: day,
        };
        tx.add_printing(tenant, &printing)?;
        let sheet = store::Sheet { code: sheet(), printing: PRINTING, state: store::SheetState::Printed };
        tx.add_sheet(tenant, &sheet)?;
        let draft =
            store::QuestionnaireDraft { id: DRAFT, audience: residents, party: party(Stand::Works), revision: 1 };
        tx.add_questionnaire_draft(tenant, &draft)?;
        let state = store::Revision {
            revision: 1,
            act: "begun".to_owned(),
            about: String::new(),
            changed_by: person(Role::Researcher, Stand::Works),
            changed_at: Moment(0),
        };
        let mut questionnaire = web::sample::questionnaire();
        let town = survey::QuestionKind::one("ways".parse().unwrap());
        let town = survey::Question::new(ITEM.parse().unwrap(), Text::new("Къде живеете?", "Where do you live?"), town);
        questionnaire.items.push(survey::Item::Question(town));
        let questionnaire = survey::edit::settled(questionnaire);
        tx.add_questionnaire_revision(tenant, DRAFT, &state, &questionnaire)?;
        let report = store::Report {
            id: REPORT,
            study: web::sample::studies()[1].id,
            number: 1,
            party: party(Stand::Works),
            kind: "results".to_owned(),
            languages: vec![base::Language::Bulgarian],
            revision: 1,
        };
        tx.add_report(tenant, &report)?;
        let state = store::Revision {
            revision: 1,
            act: "proposed".to_owned(),
            about: String::new(),
            changed_by: person(Role::Researcher, Stand::Works),
            changed_at: Moment(0),
        };
        let manuscript = r#"{"title":{"bg":{"text":"Доклад"}},"summary":{},"next":2,
            "parts":[{"id":1,"kind":"heading","level":2,"anchor":"a","words":{"bg":{"text":"Първо"}}}]}"#;
        tx.add_report_revision(tenant, REPORT, &state, manuscript)?;
        let study = tx.study_of(tenant, residents)?.unwrap().id;
        let list = tx.add_theme_list(tenant, study)?;
        tx.advance_theme_list(tenant, list, 0, &themes(residents), None, day).map(|_| ())
    });
}

/// One theme of the residents' wishes.
pub fn themes(residents: base::AudienceId) -> survey::ThemeList {
    let waiting = survey::Theme {
        code: "waiting".parse().unwrap(),
        name: Text::new("Чакане", "Waiting"),
        description: Text::default(),
        patterns: vec!["чака*".to_owned(), "опашк*".to_owned()],
        exclusions: Vec::new(),
    };
    let question = survey::ThemedQuestion { audience: residents, question: "wish".parse().unwrap() };
    survey::ThemeList { name: Text::bulgarian("Пожелания"), questions: vec![question], themes: vec![waiting] }
}

pub fn address(house: &House, path: &str) -> String {
    let studies = web::sample::studies();
    let audience = &studies[1].audiences[0];
    let known = [
        ("{project}", web::sample::invented_project().id.to_string()),
        ("{study}", studies[1].id.to_string()),
        ("{audience}", house.residents().to_string()),
        ("{questionnaire}", audience.questionnaire.unwrap().to_string()),
        ("{batch}", BATCH.to_string()),
        ("{printing}", PRINTING.to_string()),
        ("{sheet}", sheet().to_string()),
        ("{publication}", PUBLICATION.to_string()),
        ("{person}", Who::Stranger.id().to_string()),
        ("{number}", "1".to_owned()),
        ("{draft}", DRAFT.to_string()),
        ("{report}", REPORT.to_string()),
        ("{part}", "1".to_owned()),
        ("{item}", ITEM.to_owned()),
        ("{revision}", "1".to_owned()),
        ("{place}", "0".to_owned()),
        ("{list}", "1".to_owned()),
        ("{theme}", "waiting".to_owned()),
    ];
    // At the desk things are named by keys, elsewhere by words of their own.
    let known = known.into_iter().filter(|_| path.starts_with("/desk"));
    let address = known.fold(path.to_owned(), |address, (name, key)| address.replace(name, &key));
    // Nobody is taken out of the project while others still knock.
    let address = if path.starts_with("/desk") && !path.ends_with("/removal") {
        address.replace("{party}", &party(Stand::LooksOn).to_string())
    } else {
        address
    };
    let mut left = String::new();
    for segment in address.split('/').skip(1) {
        left.push('/');
        left.push_str(if segment.starts_with('{') { "aaaaaaaaaaaaaaaaaaaaaaaaaa" } else { segment });
    }
    left
}

pub fn request(door: &Door, address: &str) -> Request<Body> {
    Request::builder()
        .method(&door.method)
        .uri(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(Body::empty())
        .unwrap()
}

#[tokio::test]
async fn s08_every_door_opens_to_those_for_whom_the_matrix_opens_it() {
    in_each_house(async |house| {
        furnish(house);
        for door in web::doors() {
            let Some(right) = door.right else { continue };
            let address = address(house, door.path);
            let nobody = house.visitor().send(request(&door, &address)).await;
            assert_eq!(nobody.status, StatusCode::SEE_OTHER, "{} {} for nobody", door.method, door.path);
            assert!(nobody.header("location").starts_with("/sign-in"), "{}", door.path);
            for role in Role::ALL {
                for stand in STANDS {
                    let answer = house.signed_in_as(person(role, stand)).send(request(&door, &address)).await;
                    let whom = format!("{} {} for {role:?} {stand:?}: {}", door.method, door.path, answer.status);
                    let is_closed = [StatusCode::NOT_FOUND, StatusCode::BAD_REQUEST];
                    match expected(right, door.path, role, stand) {
                        Expected::Forbidden => assert_eq!(answer.status, StatusCode::FORBIDDEN, "{whom}"),
                        Expected::NotThere => assert!(is_closed.contains(&answer.status), "{whom}"),
                        // A form that was sent empty may be refused; a file that nobody sent is not there.
                        Expected::Opens if door.method == Method::POST || door.path.contains("{file}") => {
                            assert_ne!(answer.status, StatusCode::FORBIDDEN, "{whom}")
                        }
                        Expected::Opens if is_made_elsewhere(door.path) && !door.path.ends_with("sheets.pdf") => {
                            assert_eq!(answer.status, StatusCode::NOT_FOUND, "nothing prints here: {whom}")
                        }
                        Expected::Opens => assert_eq!(answer.status, StatusCode::OK, "{whom}"),
                    }
                    assert!(!answer.status.is_server_error(), "{whom}");
                    assert_eq!(answer.header("cache-control"), "private, no-store", "{whom}");
                    assert!(!answer.header("location").contains("/sign-in?back="), "{whom}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn doors_without_a_right_ask_nobody_to_sign_in() {
    in_each_house(async |house| {
        for door in web::doors() {
            if door.right.is_some() {
                continue;
            }
            assert!(!door.path.starts_with("/desk"), "{} {} must ask for a right", door.method, door.path);
            let answer = house.visitor().send(request(&door, &address(house, door.path))).await;
            let whom = format!("{} {}: {}", door.method, door.path, answer.status);
            assert!(!answer.status.is_server_error(), "{whom}");
            assert_ne!(answer.status, StatusCode::FORBIDDEN, "{whom}");
            assert!(!answer.header("location").starts_with("/sign-in"), "{whom}");
        }
    })
    .await;
}

#[test]
fn every_right_opens_something_and_every_role_has_one() {
    let doors = web::doors();
    for right in Right::ALL {
        let is_seen = matches!(right, Right::SeeEveryProject | Right::SeeWholeJournal);
        assert!(is_seen || doors.iter().any(|door| door.right == Some(right)), "{right:?} opens nothing");
    }
    for role in Role::ALL {
        assert!(Right::UseDesk.is_of(role), "{role:?}");
    }
    // Only people of a party write in its name, and who looks into everything changes nothing.
    assert!(!Right::WritePublications.is_of(Role::Administrator));
    for door in doors.iter().filter(|door| door.method == Method::POST) {
        let Some(right) = door.right else { continue };
        // An appeal is decided by somebody who is no side of it.
        let is_own = right == Right::UseDesk || right == Right::DecideAppeals;
        assert!(is_own || !right.is_of(Role::Auditor), "an auditor would write at {}", door.path);
        assert!(is_own || !right.is_of(Role::DataReader), "a data reader would write at {}", door.path);
    }
}
