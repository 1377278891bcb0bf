//! Every noun goes in and comes out the same, on both engines.

use crate::{
    engine::{NOW, for_each_engine},
    samples::{Counted, DAY, Household, party, person, project, publication, response, text, version},
};
use base::{
    BatchId, Chance, FileDigest, Moment, PartyId, PartyKind, PersonId, QuestionnaireId, Role, SessionId, TenantId,
};
use jiff::civil::date;
use outreach::Stage;
use store::{
    Decision, Draft, HeldSession, ImportBatch, Job, Membership, PaperBatch, Review, Session, Store, StoreFault,
    Transaction,
};
use survey::{Answer, AttachedFile, Mode, QuestionCode};

/// Writes and reads on the one transaction: what is asserted inside fails the test outside.
fn on<T: Send + 'static>(
    store: &Store,
    dialogue: impl FnOnce(&mut Transaction) -> Result<T, StoreFault> + Send + 'static,
) -> T {
    store.write_blocking(dialogue).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn parties_and_people() {
    for_each_engine(|store| {
        on(store, |tx| {
            let mut chance = Counted(1);
            let tenant = TenantId::new(&mut chance);
            tx.add_tenant(tenant, &text("Дом"))?;
            let root = store::TenantPlace::Root;
            assert_eq!(tx.tenants()?, [store::Tenant { id: tenant, name: text("Дом"), place: root }]);
            let mut party = party(&mut chance, PartyKind::Municipality);
            tx.add_party(tenant, &party)?;
            party.site = None;
            tx.replace_party(tenant, &party)?;
            assert_eq!(tx.party(tenant, party.id)?, Some(party.clone()));
            assert_eq!(tx.parties(tenant)?, [party.clone()]);
            assert_eq!(tx.party(TenantId::new(&mut chance), party.id)?, None);

            let mut maria = person(&mut chance, "maria", party.id);
            tx.add_person(tenant, &maria)?;
            assert_eq!(tx.person_by_account(tenant, "МARIA")?, None);
            assert_eq!(tx.person_by_account(tenant, "Maria")?, Some(maria.clone()));
            tx.replace_password(tenant, maria.id, "hash")?;
            let researcher = Membership { party: party.id, role: Role::Researcher };
            tx.remove_membership(tenant, maria.id, researcher)?;
            tx.replace_person_details(tenant, maria.id, "Мария Друга", None)?;
            maria.password_hash = Some("hash".to_owned());
            maria.memberships.retain(|membership| *membership != researcher);
            (maria.name, maria.email) = ("Мария Друга".to_owned(), None);
            assert_eq!(tx.person(tenant, maria.id)?, Some(maria.clone()));
            assert_eq!(tx.people(tenant)?, [maria]);
            Ok(())
        });
    });
}

#[test]
fn a_taken_account_says_which_column() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let tenant = TenantId::new(&mut chance);
        let party = party(&mut chance, PartyKind::Other);
        let first = person(&mut chance, "maria", party.id);
        let second = person(&mut chance, "MARIA", party.id);
        on(store, move |tx| {
            tx.add_tenant(tenant, &text("Дом"))?;
            tx.add_party(tenant, &party)?;
            tx.add_person(tenant, &first)
        });
        let fault = store.write_blocking(move |tx| tx.add_person(tenant, &second)).unwrap_err();
        assert!(fault.is_taken("person", "account"), "{fault}");
        let nobody = Membership { party: PartyId::new(&mut chance), role: Role::Official };
        let stranger = PersonId::new(&mut chance);
        let fault = store.write_blocking(move |tx| tx.add_membership(tenant, stranger, nobody)).unwrap_err();
        assert!(matches!(fault, StoreFault::ReferenceBroken), "{fault}");
    });
}

#[test]
fn setup_links_work_once_and_in_time() {
    for_each_engine(|store| {
        on(store, |tx| {
            let mut chance = Counted(1);
            let tenant = TenantId::new(&mut chance);
            tx.add_tenant(tenant, &text("Дом"))?;
            let party = party(&mut chance, PartyKind::Other);
            tx.add_party(tenant, &party)?;
            let maria = person(&mut chance, "maria", party.id);
            tx.add_person(tenant, &maria)?;
            tx.add_setup_link(tenant, b"one", maria.id, NOW.plus_seconds(60))?;
            tx.add_setup_link(tenant, b"two", maria.id, NOW.plus_seconds(60))?;
            assert_eq!(tx.setup_link(tenant, b"one", NOW)?, Some(maria.id));
            assert_eq!(tx.setup_link(tenant, b"one", NOW.plus_seconds(60))?, None);
            assert_eq!(tx.record_setup_link_used(tenant, b"one", NOW)?, Some(maria.id));
            assert_eq!(tx.record_setup_link_used(tenant, b"one", NOW)?, None);
            assert_eq!(tx.setup_link(tenant, b"one", NOW)?, None);
            tx.remove_setup_links_of(tenant, maria.id)?;
            assert_eq!(tx.setup_link(tenant, b"two", NOW)?, None);
            Ok(())
        });
    });
}

#[test]
fn a_session_is_looked_up_with_who_holds_it() {
    for_each_engine(|store| {
        on(store, |tx| {
            let mut chance = Counted(1);
            let (tenant, neighbour) = (TenantId::new(&mut chance), TenantId::new(&mut chance));
            tx.add_tenant(tenant, &text("Дом"))?;
            let party = party(&mut chance, PartyKind::Other);
            tx.add_party(tenant, &party)?;
            let maria = person(&mut chance, "maria", party.id);
            tx.add_person(tenant, &maria)?;
            let also = Membership { party: party.id, role: Role::Auditor };
            tx.add_membership(tenant, maria.id, also)?;
            let session = Session {
                id: SessionId::new(&mut chance),
                person: maria.id,
                created: NOW,
                last_seen: NOW,
                expires: NOW.plus_seconds(60),
                confirmed: NOW,
                browser: "Firefox, Linux".to_owned(),
            };
            let secret = chance.secret();
            tx.add_session(tenant, &secret, &session)?;
            let memberships = tx.person(tenant, maria.id)?.unwrap().memberships;
            assert!(memberships.len() > 1);
            let mut held = HeldSession {
                session,
                account: maria.account.clone(),
                name: maria.name.clone(),
                deactivated: None,
                memberships,
            };
            assert_eq!(tx.held_session(tenant, &secret, NOW)?, Some(held.clone()));
            assert_eq!(tx.held_session(tenant, b"another", NOW)?, None);
            assert_eq!(tx.held_session(neighbour, &secret, NOW)?, None);
            assert_eq!(tx.held_session(tenant, &secret, NOW.plus_seconds(60))?, None);

            tx.replace_deactivated(tenant, maria.id, Some(NOW))?;
            held.deactivated = Some(NOW);
            assert_eq!(tx.held_session(tenant, &secret, NOW)?, Some(held.clone()));
            for membership in held.memberships {
                tx.remove_membership(tenant, maria.id, membership)?;
            }
            assert_eq!(tx.held_session(tenant, &secret, NOW)?, None, "who may do nothing for anybody");
            Ok(())
        });
    });
}

fn session(tx: &mut Transaction, tenant: TenantId, secret: &[u8], now: Moment) -> Result<Option<Session>, StoreFault> {
    Ok(tx.held_session(tenant, secret, now)?.map(|held| held.session))
}

#[test]
fn sessions_open_by_their_secret_and_end() {
    for_each_engine(|store| {
        on(store, |tx| {
            let mut chance = Counted(1);
            let tenant = TenantId::new(&mut chance);
            tx.add_tenant(tenant, &text("Дом"))?;
            let party = party(&mut chance, PartyKind::Other);
            tx.add_party(tenant, &party)?;
            let maria = person(&mut chance, "maria", party.id);
            tx.add_person(tenant, &maria)?;
            let mut session_of_hers = Session {
                id: SessionId::new(&mut chance),
                person: maria.id,
                created: NOW,
                last_seen: NOW,
                expires: NOW.plus_seconds(60),
                confirmed: NOW,
                browser: "Firefox, Linux".to_owned(),
            };
            let secret = chance.secret();
            tx.add_session(tenant, &secret, &session_of_hers)?;
            assert_eq!(session(tx, tenant, &secret, NOW)?, Some(session_of_hers.clone()));
            assert_eq!(session(tx, tenant, &session_of_hers.id.0.0, NOW)?, None);
            session_of_hers.last_seen = NOW.plus_seconds(10);
            session_of_hers.expires = NOW.plus_seconds(70);
            tx.record_session_seen(tenant, session_of_hers.id, session_of_hers.last_seen, session_of_hers.expires)?;
            assert_eq!(tx.sessions_of(tenant, maria.id, NOW.plus_seconds(65))?, [session_of_hers.clone()]);
            assert_eq!(session(tx, tenant, &secret, NOW.plus_seconds(70))?, None);
            let (first, secret) = (secret, chance.secret());
            session_of_hers.confirmed = NOW.plus_seconds(20);
            tx.record_session_confirmed(tenant, session_of_hers.id, &secret, session_of_hers.confirmed)?;
            assert_eq!(session(tx, tenant, &first, NOW)?, None, "the earlier secret opens nothing");
            assert_eq!(session(tx, tenant, &secret, NOW)?, Some(session_of_hers.clone()));
            let other = Session { id: SessionId::new(&mut chance), ..session_of_hers.clone() };
            tx.add_session(tenant, &chance.secret(), &other)?;
            tx.remove_other_sessions_of(tenant, maria.id, session_of_hers.id)?;
            assert_eq!(tx.sessions_of(tenant, maria.id, NOW)?, [session_of_hers.clone()]);
            assert_eq!(tx.remove_sessions_expired_by(tenant, NOW)?, 0);
            tx.replace_password(tenant, maria.id, "new")?;
            assert_eq!(session(tx, tenant, &secret, NOW)?, None);
            tx.add_session(tenant, &secret, &session_of_hers)?;
            tx.remove_session_opened_by(tenant, &first)?;
            assert_eq!(session(tx, tenant, &secret, NOW)?, Some(session_of_hers));
            tx.remove_session_opened_by(tenant, &secret)?;
            assert_eq!(session(tx, tenant, &secret, NOW)?, None);
            Ok(())
        });
    });
}

#[test]
fn projects_come_back_whole() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let tenant = TenantId::new(&mut chance);
        let first = project(&mut chance, "primerovo");
        let mut bare = project(&mut chance, "drugo");
        (bare.funding, bare.parties, bare.story) = (None, Vec::new(), Vec::new());
        on(store, move |tx| {
            tx.add_tenant(tenant, &text("Дом"))?;
            tx.add_project(tenant, &first)?;
            tx.add_project(tenant, &bare)?;
            assert_eq!(tx.project(tenant, first.id)?, Some(first.clone()));
            assert_eq!(tx.public_project(tenant, "drugo")?, Some(bare.clone()));
            assert_eq!(tx.projects(tenant)?, [bare.clone(), first.clone()]);
            tx.record_unopened(tenant, bare.id, date(2023, 7, 27))?;
            assert_eq!(tx.unopened_since(tenant, bare.id)?, Some(date(2023, 7, 27)));
            assert_eq!((tx.public_project(tenant, "drugo")?, tx.public_projects(tenant)?), (None, vec![first.clone()]));
            assert_eq!(tx.projects(tenant)?.len(), 2);
            assert!(tx.record_opened(tenant, bare.id)? && !tx.record_opened(tenant, bare.id)?);
            assert_eq!(tx.public_projects(tenant)?, tx.projects(tenant)?);
            bare.parties = first.parties.clone();
            bare.title = text("Ново заглавие");
            tx.replace_project(tenant, &bare)?;
            assert_eq!(tx.project(tenant, bare.id)?, Some(bare));
            Ok(())
        });
        let again = project(&mut chance, "primerovo");
        let fault = store.write_blocking(move |tx| tx.add_project(tenant, &again)).unwrap_err();
        assert!(fault.is_taken("project", "slug"), "{fault}");
    });
}

#[test]
fn public_versions_are_never_changed() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let household = Household::found(store, &mut chance);
        let (tenant, project) = (household.tenant, household.project);
        let file = store.keep_file_blocking(tenant, b"%PDF-".to_vec(), "application/pdf").unwrap();
        let mut report = publication(&mut chance, &project, "doklad", Some(file.digest));
        let id = report.id;
        let project_id = project.id;
        let mut published = report.clone();
        published.stage = Stage::Published { on: DAY, updated: date(2023, 7, 27) };
        let kept = published.clone();
        on(store, move |tx| {
            tx.add_publication(tenant, &report)?;
            report.version.title = text("Поправено");
            tx.replace_publication(tenant, &report)?;
            assert_eq!(tx.publication(tenant, id)?, Some(report.clone()));
            assert_eq!(tx.published(tenant, project_id, "doklad")?, None);
            assert_eq!(tx.public_attachment(tenant, file.digest)?, None);
            tx.replace_publication(tenant, &kept)?;
            assert_eq!(tx.published(tenant, project_id, "doklad")?, Some(kept.clone()));
            assert_eq!(tx.public_attachment(tenant, file.digest)?.as_ref(), kept.version.attachments.first());
            tx.record_draft_version(tenant, id, &version(2, None))?;
            assert_eq!(tx.all_published(tenant, project_id)?, std::slice::from_ref(&kept));
            assert_eq!(tx.publication(tenant, id)?.unwrap().version, version(2, None));
            assert_eq!(tx.publications(tenant, project_id)?.len(), 1);
            assert_eq!(tx.versions(tenant, id)?.len(), 2);
            assert_eq!(tx.public_versions(tenant, id)?, [kept.version]);
            Ok(())
        });
        published.version.title = text("Тайно променено");
        let fault = store.write_blocking(move |tx| tx.replace_publication(tenant, &published)).unwrap_err();
        assert!(fault.is_taken("publication_version", "frozen"), "{fault}");
    });
}

#[test]
fn studies_audiences_and_their_addresses() {
    for_each_engine(|store| {
        let household = Household::found(store, &mut Counted(1));
        let (tenant, mut study) = (household.tenant, household.study);
        on(store, move |tx| {
            assert_eq!(tx.study(tenant, study.id)?, Some(study.clone()));
            assert_eq!(tx.study_by_slug(tenant, study.project, "prouchvane")?, Some(study.clone()));
            assert_eq!(tx.studies(tenant, study.project)?, [study.clone()]);
            let officials = study.audiences[1].clone();
            assert_eq!(tx.study_by_token(tenant, &officials.token)?, Some((study.clone(), officials.id)));
            assert_eq!(tx.study_by_token(tenant, "nobody")?, None);
            assert_eq!(tx.study_of(tenant, officials.id)?, Some(study.clone()));
            study.audiences.remove(0);
            study.results_published = None;
            study.audiences[0].invited = Some(6);
            tx.replace_study(tenant, &study)?;
            assert_eq!(tx.study(tenant, study.id)?, Some(study));
            Ok(())
        });
    });
}

#[test]
fn an_audience_that_answered_cannot_be_removed() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let household = Household::found(store, &mut chance);
        let (tenant, mut study, residents) = (household.tenant, household.study.clone(), household.residents());
        let response = response(&mut chance, residents, QuestionnaireId::new(&mut Counted(9)));
        on(store, move |tx| tx.add_response(tenant, &response));
        study.audiences.remove(0);
        let fault = store.write_blocking(move |tx| tx.replace_study(tenant, &study)).unwrap_err();
        assert!(matches!(fault, StoreFault::ReferenceBroken), "{fault}");
    });
}

#[test]
fn responses_come_back_whole_and_in_the_order_of_their_keys() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let household = Household::found(store, &mut chance);
        let (tenant, residents) = (household.tenant, household.residents());
        let box_of_cards = BatchId::new(&mut chance);
        let mut kept = Vec::new();
        for number in 0..25 {
            let mut response = response(&mut chance, residents, QuestionnaireId::new(&mut Counted(9)));
            if number % 5 == 0 {
                (response.mode, response.batch) = (Mode::Paper, Some(box_of_cards));
            }
            kept.push(response);
        }
        let written = kept.clone();
        on(store, move |tx| written.iter().try_for_each(|response| tx.add_response(tenant, response).map(|_| ())));
        kept.sort_by_key(|response| response.key);
        on(store, move |tx| {
            let first = tx.responses_after(tenant, residents, None, 10)?;
            let second = tx.responses_after(tenant, residents, Some(first[9].key), 100)?;
            assert_eq!([first, second].concat(), kept);
            assert_eq!(tx.response(tenant, residents, kept[3].key)?, Some(kept[3].clone()));
            assert_eq!(tx.answers_by(tenant, residents, Mode::Paper)?, 5);
            assert_eq!(tx.answers_by(tenant, residents, Mode::Online)?, 20);
            assert_eq!(tx.answers_in_batch(tenant, residents, box_of_cards)?, 5);
            let review = |decision| Review {
                audience: residents,
                response: kept[0].key,
                question: QuestionCode::parse("q6").unwrap(),
                decision,
                by: None,
            };
            for decision in [Decision::Keep, Decision::Withhold, Decision::Redact("без име".to_owned())] {
                tx.replace_review(tenant, &review(decision.clone()))?;
                assert_eq!(tx.reviews(tenant, residents)?, [review(decision)]);
            }
            Ok(())
        });
    });
}

#[test]
fn settling_a_day_keeps_every_answer() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let household = Household::found(store, &mut chance);
        let (tenant, residents) = (household.tenant, household.residents());
        for _ in 0..40 {
            let response = response(&mut chance, residents, QuestionnaireId::new(&mut Counted(9)));
            on(store, move |tx| tx.add_response(tenant, &response));
        }
        let all = move |tx: &mut Transaction| tx.responses_after(tenant, residents, None, 100);
        let before = store.read_blocking(all).unwrap();
        let unsettled = store.read_blocking(move |tx| tx.unsettled_days_before(tenant, date(2023, 5, 3))).unwrap();
        assert_eq!(unsettled, [(residents, DAY)]);
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        assert_eq!(runtime.block_on(store.settle_days_before(tenant, DAY)).unwrap(), 0, "the day is not over");
        assert_eq!(runtime.block_on(store.settle_days_before(tenant, date(2023, 5, 3))).unwrap(), 1);
        assert_eq!(runtime.block_on(store.settle_days_before(tenant, date(2023, 5, 3))).unwrap(), 0);
        assert_eq!(store.read_blocking(all).unwrap(), before);
        if store.dialect() == store::Dialect::Postgresql {
            let physical =
                store.read_blocking(|tx| tx.rows("select key, xmin::text from response order by ctid", &[])).unwrap();
            let told: Vec<(Vec<u8>, String)> =
                physical.into_iter().map(|mut row| (row.take().unwrap(), row.take().unwrap())).collect();
            assert!(told.is_sorted(), "the places of the rows follow their keys");
            assert!(told.iter().all(|(_, transaction)| *transaction == told[0].1), "one transaction wrote them all");
        }
    });
}

#[test]
fn files_on_answers_are_held_and_tell_no_time_and_no_order() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let household = Household::found(store, &mut chance);
        let (tenant, residents) = (household.tenant, household.residents());
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut files = Vec::new();
        for number in 0..12_u8 {
            let bytes = vec![number; 300];
            let kept = runtime.block_on(store.keep_answer_file(tenant, bytes, "text/plain".to_owned())).unwrap();
            let name = Some(format!("{number}.txt"));
            let file = AttachedFile { file: kept.digest, media_type: kept.media_type, bytes: kept.bytes, name };
            let mut response = response(&mut chance, residents, QuestionnaireId::new(&mut Counted(9)));
            response.answers.0.insert("scan".parse().unwrap(), Answer::Files(vec![file.clone()]));
            on(store, move |tx| tx.add_response(tenant, &response));
            files.push(file.file);
        }
        files.sort_unstable();
        assert_eq!(runtime.block_on(store.settle_days_before(tenant, date(2023, 5, 3))).unwrap(), 1);
        for file in &files {
            assert_eq!(store.look_at_file(tenant, *file).unwrap(), store::FileState::Whole);
        }
        let listed = store.read_blocking(move |tx| tx.answer_files(tenant, residents, 100)).unwrap();
        assert_eq!(listed.iter().map(|file| file.file).collect::<Vec<_>>(), files);
        assert_eq!(store.read_blocking(move |tx| tx.answer_files_of(tenant, residents)).unwrap(), 12);
        if store.dialect() == store::Dialect::Postgresql {
            for table in ["file", "file_content"] {
                let sql = format!("select digest, xmin::text from {table} order by ctid");
                let physical = store.read_blocking(move |tx| tx.rows(&sql, &[])).unwrap();
                let told: Vec<(Vec<u8>, String)> =
                    physical.into_iter().map(|mut row| (row.take().unwrap(), row.take().unwrap())).collect();
                assert!(told.is_sorted(), "{table}: the places of the rows follow their digests");
                assert!(told.iter().all(|(_, transaction)| *transaction == told[0].1), "{table}");
            }
        } else {
            let sql = "select min(rowid) from file";
            let least: i64 = store.read_blocking(move |tx| tx.one(sql, &[])?.unwrap().take()).unwrap();
            assert!(least > 1_000, "rows are not numbered as they came: {least}");
        }
        // Who names a file that is not kept is refused as a whole.
        let mut forged = response(&mut chance, residents, QuestionnaireId::new(&mut Counted(9)));
        let file = AttachedFile { file: FileDigest([9; 32]), media_type: "text/plain".into(), bytes: 1, name: None };
        forged.answers.0.insert("scan".parse().unwrap(), Answer::Files(vec![file]));
        let fault = store.write_blocking(move |tx| tx.add_response(tenant, &forged)).unwrap_err();
        assert!(matches!(fault, StoreFault::ReferenceBroken), "{fault:?}");
    });
}

#[test]
fn drafts_are_replaced_and_expire() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let household = Household::found(store, &mut chance);
        let tenant = household.tenant;
        let mut draft = Draft {
            key: chance.key(),
            audience: household.residents(),
            questionnaire: QuestionnaireId::new(&mut chance),
            expires: DAY,
            document: "{}".to_owned(),
        };
        on(store, move |tx| {
            tx.replace_draft(tenant, &draft)?;
            draft.document = "{\"q6\":\"нула \0 тук\"}".to_owned();
            tx.replace_draft(tenant, &draft)?;
            draft.document = draft.document.replace('\0', "");
            assert_eq!(tx.draft(tenant, draft.key, DAY)?, Some(draft.clone()));
            assert_eq!(tx.draft(tenant, draft.key, date(2023, 5, 3))?, None);
            assert_eq!(tx.remove_drafts_expired_before(tenant, DAY)?, 0);
            assert_eq!(tx.remove_drafts_expired_before(tenant, date(2023, 5, 3))?, 1);
            tx.replace_draft(tenant, &draft)?;
            tx.remove_draft(tenant, draft.key)?;
            assert_eq!(tx.draft(tenant, draft.key, DAY)?, None);
            Ok(())
        });
    });
}

#[test]
fn batches_of_cards_and_of_files() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let household = Household::found(store, &mut chance);
        let (tenant, audience) = (household.tenant, household.residents());
        let file = store.keep_file_blocking(tenant, b"q1;q2".to_vec(), "text/csv").unwrap();
        let mut cards = PaperBatch {
            id: BatchId::new(&mut chance),
            audience,
            opened_by: "Мария, Иван и Петър".to_owned(),
            opened_on: DAY,
            cards: 40,
            invalid: 2,
            note: "Кутията беше запечатана.".to_owned(),
            entered_by: None,
        };
        let taken_in = ImportBatch {
            id: BatchId::new(&mut chance),
            audience,
            file: file.digest,
            name: "otgovori.csv".to_owned(),
            accepted: 170,
            rejected: 6,
            imported_by: None,
            imported_on: DAY,
        };
        let mut twice = taken_in.clone();
        twice.id = BatchId::new(&mut chance);
        on(store, move |tx| {
            tx.add_paper_batch(tenant, &cards)?;
            cards.invalid = 3;
            tx.replace_paper_batch(tenant, &cards)?;
            assert_eq!(tx.paper_batch(tenant, cards.id)?, Some(cards.clone()));
            assert_eq!(tx.paper_batches(tenant, audience)?, [cards]);
            tx.add_import_batch(tenant, &taken_in)?;
            assert_eq!(tx.import_batch(tenant, taken_in.id)?, Some(taken_in.clone()));
            assert_eq!(tx.import_batches(tenant, audience)?, [taken_in]);
            Ok(())
        });
        let fault = store.write_blocking(move |tx| tx.add_import_batch(tenant, &twice)).unwrap_err();
        assert!(fault.is_taken("import_batch", "file"), "{fault}");
    });
}

#[test]
fn a_job_is_done_by_one_at_a_time_and_given_out_again() {
    for_each_engine(|store| {
        let tenant = TenantId::new(&mut Counted(1));
        on(store, move |tx| {
            tx.add_tenant(tenant, &text("Дом"))?;
            tx.add_job(tenant, "settle", NOW)?;
            tx.add_job(tenant, "settle", NOW.plus_seconds(5))
        });
        let job = move || store.read_blocking(move |tx| tx.jobs(tenant)).unwrap().remove(0);
        let hold = |seen: Job, at: i64| {
            let now = NOW.plus_seconds(at);
            store.write_blocking(move |tx| tx.hold_job(tenant, &seen, now, now.plus_seconds(60))).unwrap()
        };
        let seen = job();
        assert_eq!(seen.run_at, NOW, "it was known");
        let held: Vec<bool> = std::thread::scope(|scope| {
            let holds: Vec<_> = (0..6).map(|_| scope.spawn(|| hold(seen.clone(), 0))).collect();
            holds.into_iter().map(|hold| hold.join().unwrap()).collect()
        });
        assert_eq!(held.iter().filter(|held| **held).count(), 1, "of six at once one has it");
        assert!(!hold(seen.clone(), 59));
        assert!(!hold(seen.clone(), -5), "another node's clock is a little behind");
        assert!(hold(seen.clone(), 60), "who did not report has died");
        assert!(hold(seen.clone(), -3600), "the clock was set back");
        let longer = |from: i64, to: i64| {
            let (from, to) = (NOW.plus_seconds(from), NOW.plus_seconds(to));
            store.write_blocking(move |tx| tx.hold_job_longer(tenant, "settle", from, to)).unwrap()
        };
        assert!(!longer(60, 110), "another took it");
        assert!(hold(seen.clone(), 0));
        assert!(longer(60, 110));
        assert!(!hold(seen.clone(), 60), "whoever works on is not taken for dead");
        assert!(hold(seen.clone(), 110));
        assert!(!longer(110, 200));

        let (later, long) = (NOW.plus_seconds(100), "ъ".repeat(2000));
        on(store, move |tx| tx.record_job_failure(tenant, "settle", &long, later));
        assert!(!hold(seen, 200), "another node saw to it meanwhile");
        let failed = job();
        assert_eq!((failed.failures, failed.run_at, failed.done_at), (1, later, None));
        assert_eq!(failed.last_error.clone().unwrap().chars().count(), 500);
        assert!(hold(failed, 100));
        on(store, move |tx| tx.record_job_done(tenant, "settle", later, later.plus_seconds(30)));
        let done = Job {
            name: "settle".to_owned(),
            run_at: later.plus_seconds(30),
            done_at: Some(later),
            failures: 0,
            last_error: None,
        };
        assert_eq!(job(), done);
    });
}

#[test]
fn settings_secrets_and_files() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let tenant = TenantId::new(&mut chance);
        on(store, move |tx| {
            tx.add_tenant(tenant, &text("Дом"))?;
            tx.replace_setting(tenant, "theme", "light")?;
            tx.replace_setting(tenant, "theme", "dark")?;
            assert_eq!(tx.setting(tenant, "theme")?.as_deref(), Some("dark"));
            tx.remove_setting(tenant, "theme")?;
            assert_eq!(tx.setting(tenant, "theme")?, None);
            Ok(())
        });
        let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        let file = store.keep_file_blocking(tenant, bytes.clone(), "application/pdf").unwrap();
        assert_eq!(store.keep_file_blocking(tenant, bytes.clone(), "application/pdf").unwrap(), file);
        assert_eq!(file.bytes, 100_000);
        assert_eq!(store.file_bytes_blocking(tenant, file.digest).unwrap(), Some(bytes));
        assert_eq!(store.file_bytes_blocking(tenant, base::FileDigest([0; 32])).unwrap(), None);
        assert_eq!(store.file_bytes_blocking(TenantId::new(&mut chance), file.digest).unwrap(), None);
    });
}
