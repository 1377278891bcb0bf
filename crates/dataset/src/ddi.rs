//! The description of a study for archives of social data: DDI-Codebook 2.5.

use crate::{Absence, Dataset, Kind, Level, Summary, Variable, VariableSummary};
use base::Text;
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use std::io;

/// The whole codebook. `data` names the files that it describes.
///
/// # Errors
/// None in practice: it writes to memory.
pub fn codebook(dataset: &Dataset, summary: &Summary, data: &[String]) -> io::Result<String> {
    let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 1));
    xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let description = &dataset.description;
    let root = [
        ("xmlns", "ddi:codebook:2_5"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "ddi:codebook:2_5 https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd",
        ),
        ("version", "2.5"),
        ("xml:lang", description.language.tag()),
    ];
    xml.inside("codeBook", &root, |xml| {
        xml.inside("docDscr", &[], |xml| {
            xml.inside("citation", &[], |xml| {
                titles(xml, dataset)?;
                xml.inside("prodStmt", &[], |xml| {
                    let day = description.published.to_string();
                    xml.inside("prodDate", &[("date", &day)], |xml| xml.text(&day))
                })
            })
        })?;
        study(xml, dataset)?;
        for (place, file) in data.iter().enumerate() {
            files(xml, dataset, summary, place, file)?;
        }
        xml.inside("dataDscr", &[], |xml| {
            for (number, set) in dataset.sets.iter().enumerate() {
                let members: Vec<String> = set.variables.iter().map(|place| variable_id(*place)).collect();
                let id = format!("G{}", number + 1);
                let attributes = [("ID", id.as_str()), ("type", "multipleResp"), ("var", &members.join(" "))];
                xml.inside("varGrp", &attributes, |xml| xml.said("labl", &[], &set.label))?;
            }
            for (place, variable) in dataset.variables.iter().enumerate() {
                described(xml, dataset, place, variable, summary.variables.get(place))?;
            }
            Ok(())
        })
    })?;
    let mut bytes = xml.0.into_inner();
    bytes.push(b'\n');
    String::from_utf8(bytes).map_err(io::Error::other)
}

fn titles(xml: &mut Xml, dataset: &Dataset) -> io::Result<()> {
    let description = &dataset.description;
    xml.inside("titlStmt", &[], |xml| {
        let first = [("xml:lang", "bg")];
        xml.inside("titl", &first, |xml| xml.text(&description.title.bulgarian))?;
        for (language, words) in translations(&description.title) {
            xml.inside("parTitl", &[("xml:lang", &language)], |xml| xml.text(words))?;
        }
        xml.inside("IDNo", &[], |xml| xml.text(&description.identifier))
    })
}

fn study(xml: &mut Xml, dataset: &Dataset) -> io::Result<()> {
    let description = &dataset.description;
    xml.inside("stdyDscr", &[], |xml| {
        xml.inside("citation", &[], |xml| {
            titles(xml, dataset)?;
            if !description.producers.is_empty() {
                xml.inside("rspStmt", &[], |xml| {
                    description.producers.iter().try_for_each(|one| xml.said("AuthEnty", &[], one))
                })?;
            }
            xml.inside("prodStmt", &[], |xml| {
                let software = [("version", env!("CARGO_PKG_VERSION"))];
                xml.inside("software", &software, |xml| xml.text("Glas"))?;
                description.funding.iter().try_for_each(|funding| xml.said("fundAg", &[], funding))
            })?;
            xml.inside("distStmt", &[], |xml| {
                if let Some(contact) = &description.contact {
                    xml.inside("contact", &[("email", contact)], |xml| xml.text(contact))?;
                }
                let day = description.published.to_string();
                xml.inside("distDate", &[("date", &day)], |xml| xml.text(&day))
            })?;
            let day = description.published.to_string();
            xml.inside("verStmt", &[], |xml| {
                xml.inside("version", &[("date", &day)], |xml| xml.text(&description.version.to_string()))
            })?;
            xml.said("biblCit", &[], &description.citation)?;
            match &description.address {
                Some(address) => xml.inside("holdings", &[("URI", address)], |xml| xml.text(address)),
                None => Ok(()),
            }
        })?;
        xml.inside("stdyInfo", &[], |xml| {
            xml.said("abstract", &[], &description.purpose)?;
            xml.inside("sumDscr", &[], |xml| {
                for (day, event) in [(description.first, "start"), (description.last, "end")] {
                    let day = day.to_string();
                    xml.inside("collDate", &[("date", &day), ("event", event)], |xml| xml.text(&day))?;
                }
                xml.inside("nation", &[("abbr", "BG")], |xml| xml.text("България"))?;
                xml.said("universe", &[], &description.population)?;
                xml.inside("dataKind", &[], |xml| xml.text("survey data"))
            })?;
            description.notices.iter().try_for_each(|notice| xml.said("notes", &[], notice))
        })?;
        xml.inside("method", &[], |xml| {
            xml.inside("dataColl", &[], |xml| {
                xml.said("sampProc", &[], &description.admission)?;
                xml.said("collMode", &[], &description.modes)?;
                description.exclusions.iter().try_for_each(|one| xml.said("cleanOps", &[], one))?;
                xml.said("weight", &[], &description.weighting)
            })?;
            for told in &description.method {
                for (language, term) in spoken(&told.term) {
                    let words = told.words.say(language.parse().unwrap_or(base::LanguageTag::BULGARIAN));
                    let attributes = [("subject", term), ("xml:lang", language.as_str())];
                    xml.inside("notes", &attributes, |xml| xml.text(words))?;
                }
            }
            Ok(())
        })?;
        xml.inside("dataAccs", &[], |xml| {
            xml.inside("useStmt", &[], |xml| {
                let licence = description.licence;
                let words = format!("{} ({}), {}", licence.name(), licence.code(), licence.address());
                xml.inside("restrctn", &[], |xml| xml.text(&words))?;
                xml.said("citReq", &[], &description.citation)
            })
        })
    })
}

fn files(xml: &mut Xml, dataset: &Dataset, summary: &Summary, place: usize, file: &str) -> io::Result<()> {
    xml.inside("fileDscr", &[("ID", &file_id(place)), ("URI", file)], |xml| {
        xml.inside("fileTxt", &[], |xml| {
            xml.inside("fileName", &[], |xml| xml.text(file))?;
            xml.inside("dimensns", &[], |xml| {
                xml.inside("caseQnty", &[], |xml| xml.text(&summary.rows.to_string()))?;
                xml.inside("varQnty", &[], |xml| xml.text(&dataset.variables.len().to_string()))
            })?;
            let kind = file.rsplit_once('.').map_or("", |(_, ending)| ending);
            xml.inside("fileType", &[], |xml| xml.text(kind))
        })
    })
}

fn described(
    xml: &mut Xml,
    dataset: &Dataset,
    place: usize,
    variable: &Variable,
    summary: Option<&VariableSummary>,
) -> io::Result<()> {
    let (measure, interval) = match variable.level {
        Level::Nominal => ("nominal", "discrete"),
        Level::Ordinal => ("ordinal", "discrete"),
        Level::Scale => ("scale", "contin"),
    };
    let id = variable_id(place);
    let mut attributes = vec![("ID", id.as_str()), ("name", variable.name.as_str())];
    let decimals = match &variable.kind {
        Kind::Number { decimals, .. } => decimals.to_string(),
        Kind::Categories(_) | Kind::Words | Kind::Day | Kind::Hour => "0".to_owned(),
    };
    attributes.extend([("intrvl", interval), ("nature", measure), ("dcml", decimals.as_str())]);
    xml.inside("var", &attributes, |xml| {
        xml.said("labl", &[], &variable.label)?;
        if let Some(wording) = &variable.wording {
            xml.inside("qstn", &[], |xml| xml.said("qstnLit", &[], wording))?;
        }
        xml.inside("invalrng", &[], |xml| {
            Absence::ALL.iter().try_for_each(|absence| xml.inside("item", &[("VALUE", absence.mark())], |_| Ok(())))
        })?;
        variable.universe.iter().try_for_each(|universe| xml.said("universe", &[], universe))?;
        if let Some(summary) = summary {
            statistics(xml, summary)?;
        }
        for (number, category) in variable.categories().iter().enumerate() {
            xml.inside("catgry", &[], |xml| {
                xml.inside("catValu", &[], |xml| xml.text(&category.code))?;
                xml.said("labl", &[], &category.label)?;
                let count = summary.and_then(|summary| summary.categories.get(number));
                count.iter().try_for_each(|count| frequency(xml, **count))
            })?;
        }
        for absence in Absence::ALL {
            let count = summary.and_then(|summary| summary.absences.get(absence.place())).copied().unwrap_or(0);
            if count == 0 {
                continue;
            }
            xml.inside("catgry", &[("missing", "Y"), ("missType", absence.code())], |xml| {
                xml.inside("catValu", &[], |xml| xml.text(absence.mark()))?;
                dataset.absences.get(&absence).iter().try_for_each(|words| xml.said("labl", &[], words))?;
                frequency(xml, count)
            })?;
        }
        variable.treatment.iter().try_for_each(|treatment| xml.said("notes", &[], treatment))?;
        let (kind, schema) = match &variable.kind {
            Kind::Categories(_) | Kind::Words => ("character", "other"),
            Kind::Number { .. } => ("numeric", "other"),
            Kind::Day | Kind::Hour => ("character", "ISO8601"),
        };
        xml.inside("varFormat", &[("type", kind), ("schema", schema)], |_| Ok(()))
    })
}

fn statistics(xml: &mut Xml, summary: &VariableSummary) -> io::Result<()> {
    let mut told = vec![("vald", summary.present.to_string())];
    told.push(("invd", summary.absences.iter().sum::<u64>().to_string()));
    let numbers = [("mean", summary.mean()), ("min", summary.least), ("max", summary.most)];
    told.extend(numbers.into_iter().filter_map(|(kind, number)| Some((kind, number?.to_string()))));
    told.iter().try_for_each(|(kind, number)| xml.inside("sumStat", &[("type", kind)], |xml| xml.text(number)))
}

fn frequency(xml: &mut Xml, count: u64) -> io::Result<()> {
    xml.inside("catStat", &[("type", "freq")], |xml| xml.text(&count.to_string()))
}

fn variable_id(place: usize) -> String {
    format!("V{}", place + 1)
}

fn file_id(place: usize) -> String {
    format!("F{}", place + 1)
}

fn translations(words: &Text) -> impl Iterator<Item = (String, &str)> {
    spoken(words).skip(1)
}

/// The words of each language, Bulgarian first.
fn spoken(words: &Text) -> impl Iterator<Item = (String, &str)> {
    let english = words.english.iter().map(|words| ("en".to_owned(), words.as_str()));
    let further = words.further.iter().map(|(language, words)| (language.to_string(), words.as_str()));
    std::iter::once(("bg".to_owned(), words.bulgarian.as_str())).chain(english).chain(further)
}

struct Xml(Writer<Vec<u8>>);

impl Xml {
    fn inside(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        within: impl FnOnce(&mut Xml) -> io::Result<()>,
    ) -> io::Result<()> {
        let clean: Vec<(&str, String)> = attributes.iter().map(|(name, value)| (*name, plain(value))).collect();
        let start = quick_xml::events::BytesStart::new(name)
            .with_attributes(clean.iter().map(|(name, value)| (*name, value.as_str())));
        self.0.write_event(Event::Start(start))?;
        within(self)?;
        self.0.write_event(Event::End(quick_xml::events::BytesEnd::new(name)))
    }

    fn text(&mut self, words: &str) -> io::Result<()> {
        self.0.write_event(Event::Text(BytesText::new(&plain(words))))
    }

    /// An element for each language.
    fn said(&mut self, name: &str, attributes: &[(&str, &str)], words: &Text) -> io::Result<()> {
        for (language, words) in spoken(words).filter(|(_, words)| !words.is_empty()) {
            let mut attributes = attributes.to_vec();
            attributes.push(("xml:lang", &language));
            self.inside(name, &attributes, |xml| xml.text(words))?;
        }
        Ok(())
    }
}

/// Without what XML cannot hold at all.
fn plain(words: &str) -> String {
    words.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect()
}
