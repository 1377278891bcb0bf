//! What somebody attached to their answers is their tenant's: its seal, its bytes and its downloads.

use super::{Street, on};
use crate::{
    desk::{
        answer_files::ask_for_scans,
        house::{House, NOON, Who, in_each_house},
    },
    visitor::{Answer, Visitor},
};
use app::retention::{self, Class};
use axum::http::{StatusCode, header};
use base::{FileDigest, Moment, Role, TenantId};
use survey::AttachedFile;
use web::sample;

const LETTER: &[u8] = b"%PDF-1.7\n% a letter of a resident\n";

/// Sends the whole form with a file beside it, or with one that was sealed before.
async fn sent(visitor: &mut Visitor, below: &str, files: &[(&str, &str, &[u8])], sealed: &[(&str, &str)]) -> Answer {
    let room = format!("{below}/s/{}", sample::studies()[1].audiences[0].token);
    let form = on(visitor, "glas.example", &format!("{room}/all")).await;
    let own = ["glas:submission", "glas:start"].map(|name| (name, form.value_of(name)));
    let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let fields = [&own[..], sealed].concat();
    let mut request = Visitor::uploading(&format!("{room}/answers"), &fields, files);
    request.headers_mut().insert(header::HOST, "glas.example".parse().unwrap());
    visitor.send(request).await
}

/// The files on all answers of the residents.
fn attached(house: &House, tenant: TenantId) -> Vec<AttachedFile> {
    let residents = house.residents();
    let read = house.instance.store.read_blocking(move |tx| tx.responses_after(tenant, residents, None, 1000)).unwrap();
    read.iter().flat_map(|response| response.answers.files()).map(|(_, file)| file.clone()).collect()
}

fn kept(house: &House, tenant: TenantId, file: FileDigest) -> bool {
    house.instance.store.read_blocking(move |tx| tx.file(tenant, file)).unwrap().is_some()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_attached_for_one_tenant_is_not_there_for_the_other() {
    in_each_house(async |house| {
        ask_for_scans(house, house.instance.tenant);
        let street = Street::of(house).await;
        let (here, there) = (house.instance.tenant, street.below.tenant);
        street.below.store.write(move |tx| crate::site::fill(tx, there)).await.unwrap();
        ask_for_scans(house, there);
        let mut visitor = street.visitor();

        // A file that the form of one has sealed is nothing to the other, though both ask the very same question.
        let too_much: Vec<(&str, &str, &[u8])> = vec![("scan", "писмо.pdf", LETTER), ("scan", "празно.pdf", b"")];
        let again = sent(&mut visitor, "", &too_much, &[("manner", "5")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text());
        let seal = again.value_of("scan").replace("&#34;", "\"");
        let carried = sent(&mut visitor, "/primerovo", &[], &[("manner", "5"), ("scan", &seal)]).await;
        assert_eq!(carried.status, StatusCode::SEE_OTHER, "{}", carried.text());
        assert!(attached(house, there).is_empty(), "one tenant's seal opens the other's answers");
        let taken = sent(&mut visitor, "", &[], &[("manner", "5"), ("scan", &seal)]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
        let [file] = attached(house, here).try_into().unwrap_or_else(|files| panic!("{files:?}"));
        assert!(kept(house, here, file.file) && !kept(house, there, file.file));

        let residents = house.residents();
        let list = format!("/desk/audiences/{residents}/files");
        let one = format!("{list}/{}", file.file);
        let mut own = house.signed_in(Who::Researcher).at(street.router.clone());
        let mut other = street.signed_in_for(230, Role::Researcher, Who::Researcher.party());
        let check = async |visitor: &mut Visitor, address: &str, expected: StatusCode| {
            let answer = on(visitor, "glas.example", address).await;
            assert_eq!(answer.status, expected, "{address}: {}", answer.text());
        };
        check(&mut own, &one, StatusCode::OK).await;
        check(&mut own, &format!("/primerovo{one}"), StatusCode::SEE_OTHER).await;
        check(&mut other, &one, StatusCode::SEE_OTHER).await;
        check(&mut other, &format!("/primerovo{one}"), StatusCode::NOT_FOUND).await;
        check(&mut street.visitor(), &format!("/primerovo/files/{}/a.pdf", file.file), StatusCode::NOT_FOUND).await;
        check(&mut street.visitor(), &format!("/files/{}/a.pdf", file.file), StatusCode::NOT_FOUND).await;

        // The very same bytes of somebody there: each has its own, and what one lets go the other keeps.
        let begun = sent(&mut visitor, "/primerovo", &too_much, &[("manner", "4")]).await;
        assert_eq!(begun.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept(house, here, file.file) && kept(house, there, file.file));
        let store = &house.instance.store;
        let swept =
            store.write_blocking(move |tx| retention::apply(tx, there, Class::Uploads, sample::DAY, Moment(NOON)));
        let swept = swept.unwrap_or_else(|failure| panic!("{failure:?}"));
        assert_eq!(swept.files, [file.file]);
        store.remove_unused_bytes_blocking(swept.files).unwrap();
        assert!(kept(house, here, file.file) && !kept(house, there, file.file));
        assert_eq!(store.file_bytes(here, file.file).await.unwrap().as_deref(), Some(LETTER));
        let theirs = sent(&mut visitor, "/primerovo", &[("scan", "същото.pdf", LETTER)], &[("manner", "4")]).await;
        assert_eq!(theirs.status, StatusCode::SEE_OTHER, "{}", theirs.text());
        check(&mut other, &format!("/primerovo{one}"), StatusCode::OK).await;
        check(&mut own, &one, StatusCode::OK).await;
        assert_eq!((attached(house, here).len(), attached(house, there).len()), (1, 1));
    })
    .await;
}
