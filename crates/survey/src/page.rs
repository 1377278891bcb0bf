use crate::{Group, Question, Scale};
use base::Text;

/// What one screen asks, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<'q> {
    /// Stable for the questionnaire: the code of the group, or of the one question.
    pub code: &'q str,
    /// The label of the group that is this page.
    pub title: Option<&'q Text>,
    /// The label of the group around this page, where questions of a group are asked one by one.
    pub section: Option<&'q Text>,
    pub blocks: Vec<Block<'q>>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block<'q> {
    /// The label of a group within the page.
    Heading(&'q Text),
    /// A question or a note.
    Question(&'q Question),
    /// One grid: the group's label above, the scale across, a row for each question.
    Battery { group: &'q Group, scale: &'q Scale, rows: Vec<&'q Question> },
}

impl<'q> Page<'q> {
    /// The questions that can be answered here, in order.
    pub fn questions(&self) -> impl Iterator<Item = &'q Question> + use<'q, '_> {
        self.blocks.iter().flat_map(Block::questions).copied().filter(|question| question.is_asked())
    }
}

impl<'q> Block<'q> {
    pub fn questions(&self) -> &[&'q Question] {
        match self {
            Block::Heading(_) => &[],
            Block::Question(question) => std::slice::from_ref(question),
            Block::Battery { rows, .. } => rows,
        }
    }
}
