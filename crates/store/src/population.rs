use crate::{
    StoreFault, Transaction,
    json::{self, WrittenText},
    value::values,
};
use base::{AudienceId, TenantId, Text};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use survey::{Margin, Measure, OptionCode, Population, QuestionCode, SamplingFrame};

#[derive(Serialize, Deserialize)]
struct Written {
    question: String,
    measure: String,
    amounts: Vec<(String, u64)>,
    source: WrittenText,
    as_of: String,
    written_on: String,
}

impl Transaction {
    /// What was written down of the people of the audience; empty where nothing was.
    pub fn population(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Population, StoreFault> {
        let row = self.one(
            "select taken_from_bg, taken_from_en, misses_bg, misses_en, written_on, margins from population
             where tenant = $1 and audience = $2",
            &values![tenant, audience],
        )?;
        let Some(mut row) = row else { return Ok(Population::default()) };
        let (taken_from, taken_from_en): (Option<String>, Option<String>) = (row.take()?, row.take()?);
        let (misses, misses_en): (Option<String>, Option<String>) = (row.take()?, row.take()?);
        let written_on: Option<Date> = row.take()?;
        let frame = taken_from.zip(written_on).map(|(words, written_on)| SamplingFrame {
            taken_from: Text::both(words, taken_from_en),
            misses: misses.map(|words| Text::both(words, misses_en)),
            written_on,
        });
        let margins: Vec<Written> = json::read(&row.take::<String>()?)?;
        Ok(Population { frame, margins: margins.into_iter().map(read_margin).collect::<Result<_, _>>()? })
    }

    pub fn replace_population(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        population: &Population,
    ) -> Result<(), StoreFault> {
        let frame = population.frame.as_ref();
        let misses = frame.and_then(|frame| frame.misses.as_ref());
        let margins: Vec<Written> = population.margins.iter().map(write_margin).collect();
        self.execute(
            "insert into population (tenant, audience, taken_from_bg, taken_from_en, misses_bg, misses_en, written_on,
                                     margins)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (tenant, audience) do update set
               taken_from_bg = excluded.taken_from_bg, taken_from_en = excluded.taken_from_en,
               misses_bg = excluded.misses_bg, misses_en = excluded.misses_en, written_on = excluded.written_on,
               margins = excluded.margins",
            &values![
                tenant,
                audience,
                frame.map(|frame| frame.taken_from.bulgarian.clone()),
                frame.and_then(|frame| frame.taken_from.english.clone()),
                misses.map(|misses| misses.bulgarian.clone()),
                misses.and_then(|misses| misses.english.clone()),
                frame.map(|frame| frame.written_on),
                json::write(&margins)?
            ],
        )?;
        Ok(())
    }

    /// Before the audience itself goes.
    pub(crate) fn remove_population(&mut self, tenant: TenantId, audience: AudienceId) -> Result<(), StoreFault> {
        self.execute("delete from population where tenant = $1 and audience = $2", &values![tenant, audience])?;
        Ok(())
    }
}

fn write_margin(margin: &Margin) -> Written {
    Written {
        question: margin.question.to_string(),
        measure: margin.measure.code().to_owned(),
        amounts: margin.amounts.iter().map(|(option, amount)| (option.to_string(), *amount)).collect(),
        source: (&margin.source).into(),
        as_of: margin.as_of.to_string(),
        written_on: margin.written_on.to_string(),
    }
}

fn read_margin(written: Written) -> Result<Margin, StoreFault> {
    let unreadable = || StoreFault::Unreadable("a population");
    let amounts = written.amounts.into_iter().map(|(option, amount)| Some((OptionCode::parse(&option).ok()?, amount)));
    Ok(Margin {
        question: QuestionCode::parse(&written.question).map_err(|_| unreadable())?,
        measure: Measure::from_code(&written.measure).ok_or_else(unreadable)?,
        amounts: amounts.collect::<Option<_>>().ok_or_else(unreadable)?,
        source: written.source.into(),
        as_of: written.as_of.parse().map_err(|_| unreadable())?,
        written_on: written.written_on.parse().map_err(|_| unreadable())?,
    })
}
