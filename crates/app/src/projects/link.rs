use super::ProjectRow;
use crate::typed::{Reading, Typed};
use jiff::civil::Date;
use outreach::{Link, Project};

const LONGEST_TITLE: usize = 200;

impl ProjectRow for Link {
    const CODE: &'static str = "links";

    fn all(project: &Project) -> &[Link] {
        &project.links
    }

    fn all_mut(project: &mut Project) -> &mut Vec<Link> {
        &mut project.links
    }

    fn typed(&self) -> Typed {
        Typed::default().with_text("title", &self.title).with("address", self.address.clone())
    }

    fn take(form: &mut Reading, _: Date) -> Option<Link> {
        let title = form.needed_text("title", LONGEST_TITLE);
        form.need("address");
        let address = form.web_address("address");
        Some(Link { title, address: address? })
    }
}
