//! Limits by answer: set at the desk, counted with everything that came, told to the next one.

use super::house::{House, Who, in_each_house};
use crate::visitor::Visitor;
use axum::http::StatusCode;

fn address(house: &House) -> String {
    let residents = house.residents();
    let study = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap();
    format!("/s/{}", study.audiences.iter().find(|known| known.id == residents).unwrap().token)
}

async fn answers(house: &House, visitor: &mut Visitor, way: &str) -> StatusCode {
    answer(&address(house), visitor, way).await
}

async fn answer(address: &str, visitor: &mut Visitor, way: &str) -> StatusCode {
    let form = visitor.get(&format!("{address}/all")).await;
    let (submission, mark) = (form.value_of("glas:submission"), form.value_of("glas:start"));
    let fields = [("glas:submission", submission.as_str()), ("glas:start", &mark), ("ways", way)];
    visitor.post(&format!("{address}/answers"), &fields).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_counts_what_came_and_closes_when_it_is_full() {
    in_each_house(async |house| {
        let (mut researcher, mut resident) = (house.signed_in(Who::Researcher), house.visitor());
        let desk = format!("/desk/audiences/{}/quotas", house.residents());
        assert_eq!(answers(house, &mut resident, "post").await, StatusCode::SEE_OTHER);
        let page = researcher.get(&desk).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        assert!(page.text().contains("name=\"ways:post\" value=\"\""), "{}", page.text());
        assert!(!page.text().contains("manner:"), "what they say of the service limits nothing");

        let wrong = researcher.post(&desk, &[("ways:post", "много"), ("ways:desk", "3")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("„много“ не е брой отговори"), "{}", wrong.text());
        assert!(wrong.text().contains("value=\"много\"") && wrong.text().contains("name=\"ways:desk\" value=\"3\""));

        let residents = house.residents();
        let taken = || house.read(move |tx, tenant| tx.quotas(tenant, residents)).first().map(|known| known.taken);
        researcher.post_and_follow(&desk, &[("ways:post", "1000")]).await;
        let before = taken().unwrap();
        assert!(before >= 1, "who answered before is counted");
        let most = (before + 1).to_string();
        let fields = [("ways:post", most.as_str()), ("ways:desk", ""), ("ways:unknown", "7"), ("manner:4", "7")];
        let set = researcher.post_and_follow(&desk, &fields).await;
        assert!(set.text().contains("Ограниченията са запазени"), "{}", set.text());
        assert!(set.text().contains(&format!("Дошли са {before} от {most}.")), "{}", set.text());
        assert_eq!(answers(house, &mut resident, "post").await, StatusCode::SEE_OTHER);
        assert_eq!(answers(house, &mut resident, "post").await, StatusCode::GONE, "it is full");
        assert_eq!(answers(house, &mut resident, "online").await, StatusCode::SEE_OTHER, "others go on");
        assert!(researcher.get(&desk).await.text().contains(&format!("Дошли са {most} от {most}. Запълнено е.")));
        let journal = researcher.get("/desk/journal").await.text();
        assert!(journal.contains("Зададени ограничения по отговор"), "{journal}");

        // With no number there is no limit.
        researcher.post_and_follow(&desk, &[("ways:post", "")]).await;
        assert_eq!((answers(house, &mut resident, "post").await, taken()), (StatusCode::SEE_OTHER, None));
    })
    .await;
}

/// Whoever sends an answer in the very moment in which a limit is set is either counted for it or held by it.
#[tokio::test(flavor = "multi_thread")]
async fn s15_no_answer_is_missed_by_a_limit_that_is_just_being_set() {
    in_each_house(async |house| {
        let residents = house.residents();
        let desk = format!("/desk/audiences/{residents}/quotas");
        for round in 1..=4_u32 {
            house.signed_in(Who::Researcher).post_and_follow(&desk, &[("ways:post", "")]).await;
            let mut crowd = tokio::task::JoinSet::new();
            for number in 0..24 {
                let mut visitor = house.visitor();
                let mut researcher = house.signed_in(Who::Researcher);
                let (desk, address) = (desk.clone(), address(house));
                crowd.spawn(async move {
                    if number == 11 {
                        return researcher.post(&desk, &[("ways:post", "1000")]).await.status;
                    }
                    answer(&address, &mut visitor, "post").await
                });
            }
            let sent = crowd.join_all().await;
            assert!(sent.iter().all(|status| *status == StatusCode::SEE_OTHER), "{sent:?}");
            let (taken, came) = house.read(move |tx, tenant| {
                let mut came = 0;
                tx.each_response(tenant, residents, |response| {
                    let chosen = response.answers.get("ways").map(survey::Answer::options).unwrap_or_default();
                    came += u32::from(chosen.iter().any(|option| option.as_str() == "post"));
                    Ok::<(), store::StoreFault>(())
                })?;
                Ok((tx.quotas(tenant, residents)?[0].taken, came))
            });
            assert_eq!(taken, came, "in round {round}");
        }
    })
    .await;
}
