use crate::glas::{Site, run};
use store::{Creation, Entry, Location, Store};

#[test]
fn the_journal_tells_of_the_sign_in_service_what_was_before_and_after() {
    let folder = tempfile::tempdir().unwrap();
    Site::start(folder.path(), &["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0", "--json"]).stop();
    let location = Location::Folder(folder.path().join("site"));
    let read = || {
        let store = Store::open(&location, Creation::Never, base::Moment(0)).unwrap();
        let read = store.read_blocking(|tx| {
            let tenant = tx.tenants()?.remove(0).id;
            Ok::<_, store::StoreFault>((tx.parties(tenant)?.remove(0).id, tx.journal(tenant, None, 50)?))
        });
        store.close();
        read.unwrap()
    };
    let party = read().0.to_string();
    let glas = |arguments: &[&str]| {
        let ended = run(folder.path(), &[&["openid"], arguments, &["--data", "site"]].concat());
        assert_eq!(ended.code, 0, "{}", ended.complained);
    };
    let set = |client: &str| {
        glas(&["set", "--issuer", "https://login.example", "--client-id", client, "--party", &party]);
    };
    set("one");
    set("one");
    set("two");
    glas(&["remove"]);
    glas(&["remove"]);
    let mut told: Vec<Entry> = read().1.into_iter().filter(|entry| entry.kind == "setting.changed").collect();
    told.reverse();
    assert_eq!(told.len(), 3, "what changes nothing is not told");
    assert!(told.iter().all(|entry| entry.facts == [("setting".to_owned(), "openid".to_owned())]));
    let digests: Vec<_> = told.iter().map(|entry| (entry.digests.before, entry.digests.after)).collect();
    assert!(digests[0].0.is_none() && digests[2].1.is_none());
    assert_eq!((digests[0].1, digests[1].1), (digests[1].0, digests[2].0), "each begins where the last one ended");
    assert_ne!(digests[0].1, digests[1].1);
}
