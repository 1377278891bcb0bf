use super::{
    Trouble,
    form::{Asking, form, words_for},
};
use crate::{Failure, Refusal, fieldwork::Trouble as Fieldwork};
use base::{Actor, Chance, Digests, Event, LanguageTag, Moment, PrintingId, QuestionnaireId, Subject, TenantId};
use document::{Form, FormCopy};
use jiff::civil::Date;
use outreach::{Part, Project};
use store::{Printing, Sheet, SheetState, Transaction};
use survey::{Audience, Questionnaire, SheetCode, Study};

/// More are printed by asking again: a file of more pages is no use to a printer.
pub const MOST_SHEETS: u32 = 500;
const LONGEST_RETURN: usize = 300;

/// What somebody asked to have printed.
#[derive(Debug, Clone, Default)]
pub struct TypedPrinting {
    pub number: String,
    pub language: String,
    pub return_to: String,
    pub is_large: bool,
    pub is_twice: bool,
}

/// The same, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// None for a master copy.
    pub number: u32,
    pub language: LanguageTag,
    pub return_to: String,
    pub is_large: bool,
    pub is_twice: bool,
}

impl TypedPrinting {
    /// How many copies, each with a code.
    ///
    /// # Errors
    /// Every field at fault at once.
    pub fn read(&self, questionnaire: &Questionnaire) -> Result<Wish, Failure> {
        let typed = self.number.trim();
        let number = match typed.parse::<u32>() {
            Ok(number) if number > MOST_SHEETS => Err(Trouble::TooMany { most: MOST_SHEETS }),
            Ok(number) if number > 0 => Ok(number),
            Ok(_) | Err(_) => {
                Err(Trouble::NumberUnreadable { field: "number", given: typed.chars().take(40).collect() })
            }
        };
        self.wish(number, questionnaire)
    }

    /// One copy without a code, to be multiplied.
    ///
    /// # Errors
    /// As for [`TypedPrinting::read`], but for the number.
    pub fn read_master(&self, questionnaire: &Questionnaire) -> Result<Wish, Failure> {
        self.wish(Ok(0), questionnaire)
    }

    fn wish(&self, number: Result<u32, Trouble>, questionnaire: &Questionnaire) -> Result<Wish, Failure> {
        let mut troubles: Vec<Trouble> = Vec::new();
        let number = number.map_err(|trouble| troubles.push(trouble)).unwrap_or(0);
        let language = self.language.parse().ok().filter(|tag| speaks(questionnaire, *tag));
        if language.is_none() {
            troubles.push(Trouble::LanguageUnknown);
        }
        let return_to = self.return_to.trim().to_owned();
        let is = return_to.chars().count();
        if is > LONGEST_RETURN {
            troubles.push(Trouble::TooLong { field: "return_to", longest: LONGEST_RETURN, is });
        }
        match language {
            Some(language) if troubles.is_empty() => {
                Ok(Wish { number, language, return_to, is_large: self.is_large, is_twice: self.is_twice })
            }
            _ => Err(Failure::Refused(troubles.into_iter().map(Refusal::from).collect())),
        }
    }
}

/// Whether the questionnaire can be printed in the language.
pub fn speaks(questionnaire: &Questionnaire, language: LanguageTag) -> bool {
    language == LanguageTag::BULGARIAN || questionnaire.languages.contains(&language)
}

/// Makes the codes of sheets that are to be printed; the file is made of them whenever it is asked for.
///
/// # Errors
/// [`Fieldwork::NoQuestionnaire`].
pub fn make_sheets(
    tx: &mut Transaction,
    by: Actor,
    audience: &Audience,
    wish: &Wish,
    (now, today): (Moment, Date),
    chance: &mut dyn Chance,
) -> Result<PrintingId, Failure> {
    let questionnaire = audience.questionnaire.ok_or(Fieldwork::NoQuestionnaire)?;
    let printing = Printing {
        id: PrintingId::new(chance),
        audience: audience.id,
        questionnaire,
        language: wish.language,
        is_large: wish.is_large,
        is_twice: wish.is_twice,
        return_to: wish.return_to.clone(),
        sheets: wish.number,
        issued: 0,
        returned: 0,
        made: today,
    };
    tx.add_printing(by.tenant, &printing)?;
    for _ in 0..wish.number {
        // Codes are short, so that one may be there already.
        let mut is_new = false;
        while !is_new {
            let code = SheetCode::of(chance.key());
            let sheet = Sheet { code, printing: printing.id, state: SheetState::Printed };
            is_new = tx.add_sheet(by.tenant, &sheet)?;
        }
    }
    note(tx, by, printing.id, "sheets.printed", vec![("number", wish.number.to_string())], now)?;
    Ok(printing.id)
}

pub(super) fn note(
    tx: &mut Transaction,
    by: Actor,
    printing: PrintingId,
    kind: &'static str,
    facts: Vec<(&'static str, String)>,
    now: Moment,
) -> Result<(), Failure> {
    let subject = Subject { noun: "printing", key: printing.0 };
    let event = Event { at: now, by: Some(by), kind, subject, facts, digests: Digests::default() };
    Ok(tx.add_event(by.tenant, &event)?)
}

/// A printing with how far its sheets are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintingStanding {
    pub printing: Printing,
    /// Typed in by one of two.
    pub once: u64,
    pub differing: u64,
    pub entered: u64,
    pub spoiled: u64,
}

impl PrintingStanding {
    /// Came back and are neither typed in nor spoiled.
    pub fn left(&self) -> u64 {
        u64::from(self.printing.returned).saturating_sub(self.once + self.differing + self.entered + self.spoiled)
    }
}

/// # Errors
/// [`Failure::NotFound`].
pub fn printing(tx: &mut Transaction, tenant: TenantId, id: PrintingId) -> Result<PrintingStanding, Failure> {
    let printing = tx.printing(tenant, id)?.ok_or(Failure::NotFound)?;
    standing(tx, tenant, printing)
}

/// Of an audience, the newest first.
///
/// # Errors
/// Only faults of the store.
pub fn printings(
    tx: &mut Transaction,
    tenant: TenantId,
    audience: &Audience,
) -> Result<Vec<PrintingStanding>, Failure> {
    let all = tx.printings(tenant, audience.id)?;
    all.into_iter().map(|printing| standing(tx, tenant, printing)).collect()
}

fn standing(tx: &mut Transaction, tenant: TenantId, printing: Printing) -> Result<PrintingStanding, Failure> {
    let counts = tx.sheet_counts(tenant, printing.id)?;
    let of = |state| counts.iter().filter(|(known, _)| *known == state).map(|(_, number)| number).sum();
    Ok(PrintingStanding {
        once: of(SheetState::Once),
        differing: of(SheetState::Differs),
        entered: of(SheetState::Entered),
        spoiled: of(SheetState::Spoiled),
        printing,
    })
}

/// What is printed, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    pub project: &'a Project,
    pub study: &'a Study,
    pub questionnaire: &'a Questionnaire,
    pub id: QuestionnaireId,
    /// The day on which the version was adopted.
    pub frozen: Date,
    pub demonstration: Option<&'a str>,
    /// Whether whoever answers is asked about their words, see [`asks_to_quote`].
    pub asks_to_quote: bool,
}

/// Whether a sheet asks that its words may be quoted: in a group so small that people know each other by what they write.
pub fn asks_to_quote(audience: &Audience, questionnaire: &Questionnaire) -> bool {
    audience.is_small() && questionnaire.questions().any(|question| question.kind.is_open())
}

/// The sheets of a printing, ready to be set; those that were spoiled or typed in stay with the others, for the file is the
/// same whenever it is made.
pub fn sheets_form(of: Printed<'_>, printing: &Printing, sheets: &[Sheet]) -> Form {
    let copies = sheets.iter().map(|sheet| copy(sheet.code)).collect();
    let wish = Wish {
        number: printing.sheets,
        language: printing.language,
        return_to: printing.return_to.clone(),
        is_large: printing.is_large,
        is_twice: printing.is_twice,
    };
    form(of.questionnaire, printing.language, asking(of, &wish, printing.made, copies))
}

/// One copy without a code.
pub fn master_form(of: Printed<'_>, wish: &Wish, today: Date) -> Form {
    form(of.questionnaire, wish.language, asking(of, wish, today, Vec::new()))
}

pub fn copy(code: SheetCode) -> FormCopy {
    FormCopy { code: code.to_string(), scanned: code.digits() }
}

fn asking(of: Printed<'_>, wish: &Wish, date: Date, copies: Vec<FormCopy>) -> Asking {
    let Printed { project, study, .. } = of;
    let (language, words) = (wish.language, words_for(wish.language));
    let parts = [Part::Beneficiary, Part::Partner];
    let authors: Vec<String> = parts
        .iter()
        .flat_map(|part| project.parties.iter().filter(move |one| one.part == *part))
        .map(|one| one.party.name.say(language).to_owned())
        .collect();
    let who = [("parties", authors.join(", ").into()), ("project", project.title.say(language).into())];
    let until = words.tell("sheets-until", &[("day", words.long_date(study.fieldwork.last()).into())]);
    let return_to = if wish.return_to.is_empty() { usual_return(language) } else { wish.return_to.clone() };
    Asking {
        title: study.title.say(language).to_owned(),
        running: study.title.say(language).to_owned(),
        version: version(of, wish.language),
        date,
        demonstration: of.demonstration.map(str::to_owned),
        opening: vec![
            words.tell("sheets-who", &who),
            study.purpose.say(language).to_owned(),
            anonymity(language, !copies.is_empty()),
        ],
        closing: vec![format!("{return_to} {until}")],
        is_large: wish.is_large,
        asks_to_quote: of.asks_to_quote,
        authors,
        copies,
    }
}

/// What whoever answers is told of being anonymous.
pub fn anonymity(language: LanguageTag, has_code: bool) -> String {
    words_for(language).say(if has_code { "sheets-anonymous-code" } else { "sheets-anonymous" })
}

/// Where sheets are returned if nobody says otherwise.
pub fn usual_return(language: LanguageTag) -> String {
    words_for(language).say("sheets-return")
}

/// „Версия k7qf2m4a от 01.05.2023“
fn version(of: Printed<'_>, language: LanguageTag) -> String {
    let words = words_for(language);
    let short: String = of.id.to_string().chars().take(8).collect();
    words.tell("sheets-version", &[("version", short.into()), ("day", words.date(of.frozen).into())])
}
