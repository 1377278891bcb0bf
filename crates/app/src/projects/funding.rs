use super::ProjectPart;
use crate::{
    Failure,
    typed::{Apart, Reading, Typed},
};
use base::Text;
use jiff::civil::Date;
use outreach::{Funding, Project};

const LONGEST_NUMBER: usize = 100;
const LONGEST_NAME: usize = 500;
const LONGEST_DISCLAIMER: usize = 2000;
const MOST_SIGNS: usize = 10;

/// With whose money; a form that is left empty says that there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectFunding(pub Option<Funding>);

impl ProjectPart for ProjectFunding {
    const CODE: &'static str = "funding";

    fn of(project: &Project) -> ProjectFunding {
        ProjectFunding(project.funding.clone())
    }

    fn typed(&self) -> Typed {
        let Some(funding) = &self.0 else { return Typed::default() };
        Typed::default()
            .with_text("programme", &funding.programme)
            .with_text("procedure", &funding.procedure)
            .with("procedure_number", funding.procedure_number.clone())
            .with("project_number", funding.project_number.clone())
            .with("contract", funding.contract.clone())
            .with_text("cofinancing", &funding.cofinancing)
            .with_several("signs", Apart::Lines, &funding.signs)
            .with("european_union", if funding.european_union { "yes" } else { "" })
            .with_text("disclaimer", &funding.disclaimer)
    }

    fn read(typed: &Typed, _: Date) -> Result<ProjectFunding, Failure> {
        let mut form = Reading::of(typed);
        let funding = Funding {
            programme: form.text("programme", LONGEST_NAME),
            procedure: form.text("procedure", LONGEST_NAME),
            procedure_number: form.line("procedure_number", LONGEST_NUMBER),
            project_number: form.line("project_number", LONGEST_NUMBER),
            contract: form.line("contract", LONGEST_NUMBER),
            cofinancing: form.text("cofinancing", LONGEST_NAME),
            signs: form.several("signs", Apart::Lines, MOST_SIGNS, LONGEST_NAME),
            european_union: form.is_ticked("european_union"),
            disclaimer: form.text("disclaimer", LONGEST_DISCLAIMER),
        };
        let is_told = funding != nothing();
        if is_told {
            form.need("programme");
            form.need("project_number");
        }
        form.finish(Some(ProjectFunding(is_told.then_some(funding))))
    }

    fn put(self, project: &mut Project) {
        project.funding = self.0;
    }
}

fn nothing() -> Funding {
    Funding {
        programme: Text::default(),
        procedure: Text::default(),
        procedure_number: String::new(),
        project_number: String::new(),
        contract: String::new(),
        cofinancing: Text::default(),
        signs: Vec::new(),
        european_union: false,
        disclaimer: Text::default(),
    }
}
