use crate::{Answers, OptionCode, QuestionCode};

/// At most so many answers from those who choose one option: a hundred from one age group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quota {
    pub question: QuestionCode,
    pub option: OptionCode,
    /// At least one.
    pub most: u32,
}

impl Quota {
    /// Whether somebody with these answers is one of those whom the quota counts.
    pub fn counts(&self, answers: &Answers) -> bool {
        answers.get(self.question.as_str()).is_some_and(|answer| answer.options().contains(&self.option))
    }
}

/// A quota and how many of it have come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotaStanding {
    pub quota: Quota,
    pub taken: u32,
}

impl QuotaStanding {
    pub fn is_full(&self) -> bool {
        self.taken >= self.quota.most
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Answer;

    #[test]
    fn a_quota_counts_those_who_chose_its_option() {
        let option = |code: &str| OptionCode::parse(code).unwrap();
        let quota = Quota { question: QuestionCode::parse("age").unwrap(), option: option("young"), most: 1 };
        let check = |answer: Option<Answer>, expected| {
            let answers = answer.into_iter().map(|answer| (quota.question.clone(), answer)).collect();
            assert_eq!(quota.counts(&answers), expected, "{answers:?}");
        };
        check(None, false);
        check(Some(Answer::One(option("young"), None)), true);
        check(Some(Answer::One(option("old"), None)), false);
        check(Some(Answer::Many(vec![option("old"), option("young")], None)), true);
        check(Some(Answer::Text("young".to_owned())), false);
    }
}
