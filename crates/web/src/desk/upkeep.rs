use super::{SeeUpkeep, SignedIn, moment::moment};
use crate::{Failure, Frame, Page, Visit};
use app::duty::{self, Duty, Standing};
use askama::Template;
use axum::response::Response;
use base::{Language, Moment};
use store::Job;

/// What the program does by itself, and whether it succeeds.
#[derive(Template)]
#[template(path = "desk/upkeep.html")]
pub struct UpkeepPage {
    frame: Frame,
    duties: Vec<DutyRow>,
}

struct DutyRow {
    words: String,
    done: String,
    next: String,
    status: &'static str,
    status_words: String,
    /// What went wrong the last time, in the words of the program.
    error: Option<String>,
}

pub async fn show(_: SeeUpkeep, visit: Visit, who: SignedIn) -> Result<Response, Failure> {
    let standings = visit.site.read(|tx, instance| duty::standings(tx, instance.tenant)).await?;
    let frame = super::frame(&visit, &who, &visit.words.say("desk-upkeep-title"), "desk-tab-upkeep");
    visit.show(&UpkeepPage::new(frame, &standings))
}

impl UpkeepPage {
    fn new(frame: Frame, standings: &[Standing]) -> UpkeepPage {
        let duties = standings.iter().map(|standing| row(&frame, standing)).collect();
        UpkeepPage { frame, duties }
    }
}

fn row(frame: &Frame, Standing { duty, job }: &Standing) -> DutyRow {
    let words = frame.words;
    let (status, status_words) = match (job.failures, job.done_at) {
        (0, Some(_)) => ("ok", words.say("desk-upkeep-ok")),
        (0, None) => ("soon", words.say("desk-upkeep-waits")),
        (failures, _) => ("late", words.tell("desk-upkeep-fails", &[("n", i64::from(failures).into())])),
    };
    DutyRow {
        words: words.say(&format!("desk-duty-{}", duty.code())),
        done: job.done_at.map_or_else(|| words.say("desk-upkeep-never"), |at| moment(words, at)),
        next: moment(words, job.run_at),
        status,
        status_words,
        error: job.last_error.clone(),
    }
}

impl Page for UpkeepPage {
    const NAME: &'static str = "desk-upkeep";

    fn samples(language: Language) -> Vec<(&'static str, UpkeepPage)> {
        let now = Moment(1_690_459_200_000_000);
        let standing = |(failures, duty): (u32, Duty)| {
            let (name, run_at) = (duty.code().to_owned(), now.plus_seconds(duty.every()));
            let last_error = (failures > 0).then(|| "the disk is full".to_owned());
            Standing { duty, job: Job { name, run_at, done_at: (failures < 2).then_some(now), failures, last_error } }
        };
        let page = |standings: &[Standing]| {
            UpkeepPage::new(super::sample_frame(language, "/desk/upkeep", "desk-upkeep-title"), standings)
        };
        let all: Vec<Standing> = (0..).zip(Duty::ALL).map(standing).collect();
        vec![("failing", page(&all)), ("none", page(&[]))]
    }
}
