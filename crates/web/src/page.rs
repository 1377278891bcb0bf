use base::Language;

/// A page: a struct of display-ready values, its handler in the same file, its template beside it.
pub trait Page: askama::Template + Sized {
    /// For snapshots and for the list of pages: `project`.
    const NAME: &'static str;

    /// The page in its typical states, each with a short name; the tests render them all.
    fn samples(language: Language) -> Vec<(&'static str, Self)>;
}

/// One rendered sample.
#[derive(Debug, Clone)]
pub struct Specimen {
    pub page: &'static str,
    pub sample: &'static str,
    pub html: String,
}

/// Every page of Glas in every sample state.
///
/// # Errors
/// When a template fails.
pub fn specimens(language: Language) -> Result<Vec<Specimen>, askama::Error> {
    let mut all = Vec::new();
    render::<crate::kind_pages::KindPage>(language, &mut all)?;
    crate::public::specimens(language, &mut all)?;
    crate::respondent::specimens(language, &mut all)?;
    crate::desk::specimens(language, &mut all)?;
    Ok(all)
}

pub(crate) fn render<P: Page>(language: Language, all: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    for (sample, page) in P::samples(language) {
        all.push(Specimen { page: P::NAME, sample, html: page.render()? });
    }
    Ok(())
}
