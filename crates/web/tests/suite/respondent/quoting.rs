//! In a small group whoever answers decides whether their own words may be quoted, and says no by saying nothing.

use super::study::{Plan, Town, draft_of, hidden, in_each_town, residents};
use axum::http::StatusCode;
use store::StoreFault;
use survey::Response;

fn small(town: &Town, population: Option<u32>) {
    let (tenant, audience) = (town.instance.tenant, town.audience);
    let set = town.instance.store.write_blocking(move |tx| {
        let mut study = tx.study_of(tenant, audience)?.unwrap();
        study.audiences.iter_mut().for_each(|known| known.population = population);
        tx.replace_study(tenant, &study)
    });
    set.unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
}

async fn sends(town: &Town, words: &str, quotes: bool) {
    let mut visitor = town.visitor();
    let page = visitor.get("/s/primerovo/all").await;
    let (submission, mark) = (hidden(&page, "glas:submission"), hidden(&page, "glas:start"));
    let mut fields = vec![
        ("glas:submission", submission.as_str()),
        ("glas:start", &mark),
        ("capacity", "citizen"),
        ("used", "no"),
        ("suggestion", words),
    ];
    if quotes {
        fields.push(("glas:quote", "yes"));
    }
    let sent = visitor.post("/s/primerovo/answers", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
}

fn quotable(town: &Town) -> Vec<Option<bool>> {
    let mut all: Vec<Option<bool>> = town.responses().iter().map(|response: &Response| response.quotable).collect();
    all.sort_unstable();
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn words_of_a_small_group_are_quoted_only_where_somebody_allowed_it() {
    in_each_town(
        || Plan { questionnaire: residents(), ..Plan::default() },
        async |town: &Town| {
            small(town, None);
            let start = town.visitor().get("/s/primerovo").await.text();
            assert!(!start.contains("разрешили думите Ви"), "nobody is asked in a large group");
            assert!(!town.visitor().get("/s/primerovo/all").await.text().contains("glas:quote"));
            sends(town, "Голяма група", true).await;
            assert_eq!(quotable(town), [None]);

            small(town, Some(25));
            let start = town.visitor().get("/s/primerovo").await.text();
            assert!(start.contains("разрешили думите Ви да се цитират"), "the statement lists what is kept: {start}");
            let whole = town.visitor().get("/s/primerovo/all").await.text();
            let tick = whole.split("<input").find(|tag| tag.contains("glas:quote")).expect("the question").to_owned();
            assert!(!tick.split('>').next().unwrap().contains("checked"), "no is the default: {tick}");
            sends(town, "Мълчаливият", false).await;
            sends(town, "Цитирайте ме", true).await;
            assert_eq!(quotable(town), [None, Some(false), Some(true)]);

            // Page by page, at the end.
            let mut visitor = town.visitor();
            let first = town.begin(&mut visitor).await;
            let draft = draft_of(&first);
            visitor.post(&first, &[("capacity", "citizen"), ("used", "no"), ("glas:step", "next")]).await;
            let review = visitor.get(&draft).await;
            assert!(review.text().contains("glas:quote"), "{}", review.text());

            let instance = town.instance.clone();
            let audience = town.audience;
            let (pending, decided, shown) = town
                .instance
                .store
                .write_blocking(move |tx| {
                    let study = tx.study_of(instance.tenant, audience)?.unwrap();
                    let known = study.audiences.iter().find(|known| known.id == audience).unwrap().clone();
                    let pending = app::fieldwork::pending(&instance, tx, &known, None, 100)?;
                    for one in &pending {
                        let about = (one.response, one.question.clone());
                        let keep = store::Decision::Keep;
                        app::fieldwork::decide(tx, instance.tenant, None, audience, about, keep, base::Moment(1))?;
                    }
                    let mut silent = None;
                    tx.each_response(instance.tenant, audience, |response| {
                        if response.quotable == Some(false) {
                            silent = Some(response.key);
                        }
                        Ok::<(), StoreFault>(())
                    })?;
                    let about = (silent.unwrap(), "suggestion".parse().unwrap());
                    let decided = app::fieldwork::decide(
                        tx,
                        instance.tenant,
                        None,
                        audience,
                        about,
                        store::Decision::Redact("Мълчаливият".to_owned()),
                        base::Moment(2),
                    );
                    let data = app::study::load_study(&instance, tx, study)?;
                    let shown: Vec<String> = data
                        .audiences
                        .iter()
                        .flat_map(|data| &data.open_answers)
                        .map(|one| one.words.clone())
                        .collect();
                    let pending: Vec<String> = pending.into_iter().map(|one| one.words).collect();
                    Ok::<_, app::Failure>((pending, matches!(decided, Err(app::Failure::NotFound)), shown))
                })
                .unwrap();
            assert!(!pending.contains(&"Мълчаливият".to_owned()), "{pending:?}");
            assert!(pending.contains(&"Цитирайте ме".to_owned()), "{pending:?}");
            assert!(decided, "nobody decides about words that may not be quoted");
            assert!(
                !shown.contains(&"Мълчаливият".to_owned()) && shown.contains(&"Цитирайте ме".to_owned()),
                "{shown:?}"
            );
        },
    )
    .await;
}
