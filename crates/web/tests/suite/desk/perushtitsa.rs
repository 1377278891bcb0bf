//! Everything that `examples/perushtitsa/project.toml` says can be typed at the desk, and the page is then the same as of
//! the project loaded from the file.

use super::house::{Who, in_each_empty_house};
use crate::visitor::Visitor;
use axum::http::StatusCode;
use base::{Party, PartyId, PartyKind, Text};
use jiff::civil::Date;
use outreach::{Activity, Funding, Link, Nature, Part, Participation, Period, Progress, Project, Slug};
use toml::{Table, Value};

#[tokio::test]
async fn perushtitsa_can_be_typed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/perushtitsa/project.toml");
    let facts: Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        typed(&mut administrator, &facts).await;
        let kept = house.read(|tx, tenant| tx.public_project(tenant, "perushtitsa")).unwrap();
        let loaded = project(&facts, &kept);
        assert_eq!(kept, loaded, "what is kept is what the file says");

        house.pass_seconds(2);
        let mut visitor = house.visitor();
        let mut pages = Vec::new();
        for address in ["/projects/perushtitsa", "/en/projects/perushtitsa", "/projects/perushtitsa.json"] {
            let page = visitor.get(address).await;
            assert_eq!(page.status, StatusCode::OK);
            pages.push((address, page.text()));
        }
        house.read(|tx, tenant| tx.journal(tenant, None, 100)).iter().for_each(|entry| assert!(entry.person.is_some()));
        house.write(move |tx, tenant| tx.replace_project(tenant, &loaded));
        house.pass_seconds(2);
        for (address, typed) in pages {
            assert_eq!(visitor.get(address).await.text(), typed, "{address}");
        }
    })
    .await;
}

/// Fills in the forms in the order in which a person would.
async fn typed(visitor: &mut Visitor, facts: &Table) {
    let mut fields = Typing::default();
    for name in ["title", "place", "summary", "goal"] {
        fields.both(name, &facts[name]);
    }
    fields.several("story", &facts["story"], "\n\n");
    fields.days(&facts["period"], &["first", "last"]);
    for name in ["slug", "nature"] {
        fields.one(name, &facts[name]);
    }
    fields.add("published", written(&facts["published"]));
    let parties = facts["parties"].as_array().unwrap();
    fields.party(&parties[0]);
    let founded = fields.sent(visitor, "/desk/projects").await;
    let address = founded.split('?').next().unwrap().to_owned();

    for party in &parties[1..] {
        let mut fields = Typing::default();
        fields.party(party);
        fields.one("part", &party["part"]);
        fields.sent(visitor, &format!("{address}/parties")).await;
    }

    let funding = &facts["funding"];
    let mut fields = Typing::default();
    fields.add("made_of", visitor.get(&format!("{address}/funding")).await.value_of("made_of"));
    for name in ["programme", "procedure", "cofinancing", "disclaimer"] {
        fields.both(name, &funding[name]);
    }
    for name in ["project_number", "contract", "procedure_number"] {
        fields.one(name, &funding[name]);
    }
    fields.several("signs", &funding["signs"], "\n");
    if funding["european_union"].as_bool().unwrap() {
        fields.add("european_union", "yes".to_owned());
    }
    fields.sent(visitor, &format!("{address}/funding")).await;

    for activity in facts["activities"].as_array().unwrap() {
        let mut fields = Typing::default();
        fields.both("title", &activity["title"]);
        fields.both("description", &activity["description"]);
        fields.one("progress", &activity["progress"]);
        if let Some(on) = activity.get("on") {
            fields.add("on", written(on));
        }
        fields.sent(visitor, &format!("{address}/activities")).await;
    }
    for link in facts["links"].as_array().unwrap() {
        let mut fields = Typing::default();
        fields.both("title", &link["title"]);
        fields.one("address", &link["address"]);
        fields.sent(visitor, &format!("{address}/links")).await;
    }
    Typing::default().sent(visitor, &format!("{address}/opening")).await;
}

#[derive(Default)]
struct Typing(Vec<(String, String)>);

impl Typing {
    fn add(&mut self, name: &str, value: String) {
        self.0.push((name.to_owned(), value));
    }

    fn one(&mut self, name: &str, value: &Value) {
        self.add(name, value.as_str().unwrap().to_owned());
    }

    fn both(&mut self, name: &str, value: &Value) {
        self.one(name, &value["bg"]);
        self.one(&format!("{name}_en"), &value["en"]);
    }

    fn several(&mut self, name: &str, values: &Value, apart: &str) {
        for (name, language) in [(name.to_owned(), "bg"), (format!("{name}_en"), "en")] {
            let words = values.as_array().unwrap().iter().map(|value| value[language].as_str().unwrap());
            self.add(&name, words.collect::<Vec<_>>().join(apart));
        }
    }

    fn days(&mut self, table: &Value, names: &[&str]) {
        for name in names {
            self.add(name, written(&table[*name]));
        }
    }

    fn party(&mut self, party: &Value) {
        self.add("party", "new".to_owned());
        self.both("party_name", &party["name"]);
        self.one("party_kind", &party["kind"]);
        self.one("party_site", &party["site"]);
    }

    async fn sent(&self, visitor: &mut Visitor, address: &str) -> String {
        let fields: Vec<(&str, &str)> = self.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = visitor.post(address, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}: {}", answer.text());
        answer.header("location").to_owned()
    }
}

/// The project of the file, with the ids of the one that is kept.
fn project(facts: &Table, kept: &Project) -> Project {
    let texts = |value: &Value| value.as_array().unwrap().iter().map(text).collect();
    let funding = &facts["funding"];
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    Project {
        id: kept.id,
        slug: Slug::parse(facts["slug"].as_str().unwrap()).unwrap(),
        place: text(&facts["place"]),
        title: text(&facts["title"]),
        summary: text(&facts["summary"]),
        story: texts(&facts["story"]),
        goal: text(&facts["goal"]),
        nature: Nature::Real,
        parties: facts["parties"]
            .as_array()
            .unwrap()
            .iter()
            .zip(&kept.parties)
            .map(|(party, kept)| participation(party, kept.party.id))
            .collect(),
        funding: Some(Funding {
            project_number: word(&funding["project_number"]),
            contract: word(&funding["contract"]),
            procedure_number: word(&funding["procedure_number"]),
            procedure: text(&funding["procedure"]),
            programme: text(&funding["programme"]),
            cofinancing: text(&funding["cofinancing"]),
            signs: texts(&funding["signs"]),
            european_union: funding["european_union"].as_bool().unwrap(),
            disclaimer: text(&funding["disclaimer"]),
        }),
        period: Period::new(day(&facts["period"]["first"]), day(&facts["period"]["last"])).unwrap(),
        activities: facts["activities"].as_array().unwrap().iter().map(activity).collect(),
        links: facts["links"]
            .as_array()
            .unwrap()
            .iter()
            .map(|link| Link { title: text(&link["title"]), address: word(&link["address"]) })
            .collect(),
        published: day(&facts["published"]),
        updated: day(&facts["updated"]),
    }
}

fn participation(party: &Value, id: PartyId) -> Participation {
    let (part, kind) = match party["part"].as_str().unwrap() {
        "beneficiary" => (Part::Beneficiary, PartyKind::CivicOrganisation),
        "partner" => (Part::Partner, PartyKind::Municipality),
        other => panic!("{other}"),
    };
    let site = Some(party["site"].as_str().unwrap().to_owned());
    Participation { part, party: Party { id, kind, name: text(&party["name"]), site } }
}

fn activity(value: &Value) -> Activity {
    let progress = match value["progress"].as_str().unwrap() {
        "done" => Progress::Done { on: value.get("on").map(day) },
        "to-do" => Progress::ToDo,
        other => panic!("{other}"),
    };
    Activity { title: text(&value["title"]), description: text(&value["description"]), progress }
}

fn text(value: &Value) -> Text {
    Text::new(value["bg"].as_str().unwrap(), value["en"].as_str().unwrap())
}

fn day(value: &Value) -> Date {
    written(value).parse().unwrap()
}

fn written(day: &Value) -> String {
    day.as_datetime().unwrap().to_string()
}
