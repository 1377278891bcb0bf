use super::house::{Who, in_each_house};
use axum::http::StatusCode;

#[tokio::test]
async fn an_administrator_hands_out_a_new_link() {
    in_each_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let page = administrator.post(&format!("/desk/people/{}/setup-link", Who::Official.id()), &[]).await;
        assert_eq!(page.status, StatusCode::OK);
        let text = page.text();
        let (_, after) = text.split_once("https://glas.example/setup/").unwrap();
        let token: String = after.chars().take_while(|letter| *letter != '<').collect();
        assert_eq!(house.visitor().get(&format!("/setup/{token}")).await.status, StatusCode::OK);
        assert!(!administrator.get("/desk/people").await.text().contains("/setup/"), "it is shown once");
        assert!(administrator.get("/desk/journal").await.text().contains("Издадена връзка за парола"));
        let nobody = administrator.post("/desk/people/aaaaaaaaaaaaaaaaaaaaaaaaaa/setup-link", &[]).await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_matrix_is_shown_as_it_is_asked() {
    in_each_house(async |house| {
        let page = house.signed_in(Who::Administrator).get("/desk/rights").await.text();
        for door in web::desk::doors().into_iter().filter(|door| door.right.is_some()) {
            assert!(page.contains(&format!("{} {}", door.method, door.path)), "{}", door.path);
        }
    })
    .await;
}
