//! How long people take is told in bands, and of nobody is it kept.

use super::study::{Plan, Town, draft_of, hidden, in_each_town, short_questionnaire};
use axum::http::StatusCode;
use jiff::civil::date;
use store::{StoreFault, TimeBand};
use survey::Band;

async fn sends(town: &Town, number: usize, shown: Option<&str>) {
    let mut visitor = town.visitor();
    let page = visitor.get("/s/primerovo/all").await;
    let (submission, mark) = (hidden(&page, "glas:submission"), hidden(&page, "glas:start"));
    let shown = shown.map_or_else(|| hidden(&page, "glas:shown"), str::to_owned);
    let capacity = number.to_string();
    let fields = [
        ("glas:submission", submission.as_str()),
        ("glas:start", &mark),
        ("glas:shown", &shown),
        ("capacity", &capacity),
        ("used", "no"),
    ];
    let sent = visitor.post("/s/primerovo/answers", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
}

fn bands(town: &Town) -> Vec<TimeBand> {
    let (tenant, audience) = (town.instance.tenant, town.audience);
    let read = town.instance.store.read_blocking(move |tx| {
        let study = tx.study_of(tenant, audience)?.unwrap();
        let id = study.audiences.iter().find(|known| known.id == audience).and_then(|known| known.questionnaire);
        tx.time_bands(tenant, audience, id.unwrap())
    });
    read.unwrap_or_else(|fault: StoreFault| panic!("{fault}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn time_is_counted_in_bands_and_ten_at_a_time() {
    in_each_town(
        || Plan { questionnaire: short_questionnaire(), ..Plan::default() },
        async |town: &Town| {
            let today = date(2023, 5, 10);
            let start = town.visitor().get("/s/primerovo").await.text();
            assert!(start.contains("Колко време е отнело на Вас, не се пази."), "{start}");
            for number in 0..9 {
                sends(town, number, None).await;
            }
            // A mark that is not ours counts for nothing and turns nobody away.
            sends(town, 50, Some("1683720000-00000000000000000000000000000000")).await;
            sends(town, 51, Some("")).await;
            app::respondent::keep_times(&town.instance, today).await.unwrap();
            assert_eq!(bands(town), [], "nine are still waiting for others");

            // Page by page; the clock of this town stands still, so all of them are hasty.
            let mut visitor = town.visitor();
            let first = town.begin(&mut visitor).await;
            let shown = hidden(&visitor.get(&first).await, "glas:shown");
            let refused =
                visitor.post(&first, &[("capacity", ""), ("glas:step", "next"), ("glas:shown", &shown)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(hidden(&refused, "glas:shown"), shown, "the time runs on");
            let next = [("capacity", "41"), ("glas:step", "next"), ("glas:shown", shown.as_str())];
            assert_eq!(visitor.post(&first, &next).await.status, StatusCode::SEE_OTHER);
            let used = format!("{}/used", draft_of(&first));
            let stolen = [("used", "no"), ("glas:step", "next"), ("glas:shown", shown.as_str())];
            visitor.post(&used, &stolen).await;
            sends(town, 60, None).await;
            app::respondent::keep_times(&town.instance, today).await.unwrap();
            let told: Vec<(String, Band, u64)> =
                bands(town).into_iter().map(|one| (one.place, one.band, one.people)).collect();
            assert_eq!(
                told,
                [(String::new(), Band::Hasty, 10), ("capacity".to_owned(), Band::Hasty, 1)],
                "the mark of one page is none of another"
            );
        },
    )
    .await;
}
