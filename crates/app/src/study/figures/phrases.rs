//! The sentences around a figure: base, what is missing, how sure it is.

use super::{Lens, lens::Outside};
use base::{Argument, Text};
use document::{manuscript::Statistic, markdown};
use stats::{Digits, Inference, Interval, MissingCounts, Nonresponse, NonresponseStanding, Proportion, Reason, Share};
use survey::Question;

impl Lens<'_> {
    /// The finding with what was asked, for a line that stands without its figure; `finding` is written text.
    pub fn headline(&self, question: &Text, finding: &str) -> String {
        let question = self.say(question);
        let question = &markdown::escaped(question.trim().trim_end_matches([':', '…', '.']));
        match question.is_empty() {
            true => finding.to_owned(),
            false if question.ends_with('?') => format!("{question} {finding}"),
            false => format!("{question}: {finding}"),
        }
    }

    /// „73 %“, „12 (40 %)“ or „4 от 6“, as few answers allow.
    pub fn share(&self, proportion: &Proportion) -> String {
        self.share_of(proportion.share, proportion.digits)
    }

    /// The same for a share without an estimate.
    pub fn share_of(&self, share: Share, digits: Digits) -> String {
        let percentage = share.percentage(digits);
        let decimals = u8::try_from(percentage.decimals).unwrap_or(0);
        let percent = self.words.percent_with(percentage.value() / 100.0, decimals);
        let part = Argument::from(self.words.whole(share.part()));
        match digits {
            Digits::CountOnly => {
                self.words.tell("figure-k-of-n", &[("k", part), ("n", self.words.whole(share.whole()).into())])
            }
            Digits::CountFirst => self.words.tell("figure-count-first", &[("k", part), ("share", percent.into())]),
            Digits::WholePercent | Digits::OneDecimal => percent,
        }
    }

    /// „66–79 %“; a dash where there is no interval to show.
    pub fn interval(&self, proportion: &Proportion) -> String {
        self.told_interval(proportion).unwrap_or_else(|| "–".to_owned())
    }

    /// The interval where there is one and enough answers for it: a handful has none that could be told.
    pub fn told_interval(&self, proportion: &Proportion) -> Option<String> {
        let interval = proportion.estimate.interval.filter(|_| proportion.digits != Digits::CountOnly)?;
        Some(self.range(interval, proportion.digits))
    }

    pub fn range(&self, interval: Interval, digits: Digits) -> String {
        let decimals = u8::try_from(digits.decimals()).unwrap_or(0);
        let low = self.words.number(interval.low * 100.0, decimals);
        format!("{low}–{}", self.words.percent_with(interval.high, decimals))
    }

    pub fn hidden(&self, reason: Reason) -> String {
        match reason {
            Reason::NearlyNone => self.words.say("figure-nearly-none"),
            Reason::NearlyAll => self.words.say("figure-nearly-all"),
            Reason::NobodyAnswered
            | Reason::TooManyMissing
            | Reason::SmallGroup
            | Reason::SmallComplement
            | Reason::TinyPopulation
            | Reason::SmallCell => self.words.say("figure-hidden"),
        }
    }

    /// „База: отговорилите, без „Не мога да преценя“; n = 168“.
    pub fn base(&self, n: u64, missing: MissingCounts, outside: &Outside) -> String {
        let who = match (missing.not_shown > 0, missing.dont_know > 0) {
            (false, false) => "figure-base-answered",
            (false, true) => "figure-base-able",
            (true, false) => "figure-base-asked",
            (true, true) => "figure-base-asked-able",
        };
        let who = self.words.tell(who, &[("cannot", outside.cannot.clone().into())]);
        self.words.tell("figure-base", &[("who", who.into()), ("n", self.words.whole(n).into())])
    }

    /// „База: всички, които въпросът е попитал; n = 54“.
    pub fn base_asked(&self, n: u64) -> String {
        let who = self.words.say("figure-base-everybody-asked");
        self.words.tell("figure-base", &[("who", who.into()), ("n", self.words.whole(n).into())])
    }

    /// „Извън базата: 12 отговарят „Не мога да преценя“, 8 са пропуснали въпроса“.
    pub fn missing(&self, missing: MissingCounts, outside: &Outside) -> Option<String> {
        let parts: Vec<String> = [
            ("figure-missing-dont-know", missing.dont_know),
            ("figure-missing-not-applicable", missing.not_applicable),
            ("figure-missing-skipped", missing.skipped),
            ("figure-missing-invalid", missing.invalid),
            ("figure-missing-not-shown", missing.not_shown),
            ("figure-missing-not-in-version", missing.not_in_version),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| {
            let values = [
                ("n", count_argument(count)),
                ("cannot", outside.cannot.clone().into()),
                ("not-apply", outside.not_apply.clone().into()),
            ];
            self.words.tell(key, &values)
        })
        .collect();
        (!parts.is_empty()).then(|| self.words.tell("figure-missing", &[("parts", parts.join(", ").into())]))
    }

    /// How sure the numbers of this audience are, and what they do not say.
    pub fn method(&self) -> String {
        let rate = self.reach.rate().map(|rate| self.words.percent(rate.value()));
        match (self.reach.inference(), rate) {
            (Inference::Exact, _) => self.words.say("figure-method-exact"),
            // Where only counts are shown there is neither a percentage nor an interval to explain.
            (_, _) if self.data.is_tiny() => self.words.say("figure-method-few"),
            (Inference::Confidence, _) => self.words.say("figure-method-confidence"),
            (Inference::Assumed, Some(rate)) => self.words.tell("figure-method-assumed", &[("rate", rate.into())]),
            (Inference::Assumed, None) => self.words.say("figure-method-assumed-without-rate"),
            (Inference::Indicative, _) => self.words.say("figure-method-indicative"),
        }
    }

    /// „Ориентировъчно между 66 % и 79 %.“ with the low and the high end as they are asked for. Nothing where there is no
    /// interval, or too few answers for one.
    pub fn between(&self, proportion: &Proportion, low: String, high: String) -> Option<String> {
        self.told_interval(proportion)?;
        let key = match proportion.estimate.inference {
            Inference::Exact => return None,
            Inference::Confidence => "figure-between-confidence",
            Inference::Assumed => "figure-between-assumed",
            Inference::Indicative => "figure-between-indicative",
        };
        Some(self.vary(key, &[("low", low.into()), ("high", high.into())]))
    }

    /// The low and the high end of an interval, in words.
    pub fn ends(&self, proportion: &Proportion) -> Option<(String, String)> {
        let interval = proportion.estimate.interval.filter(|_| proportion.digits != Digits::CountOnly)?;
        let decimals = u8::try_from(proportion.digits.decimals()).unwrap_or(0);
        let end = |share: f64| self.words.percent_with(share, decimals);
        Some((end(interval.low), end(interval.high)))
    }

    /// What the reader must know about those who did not answer.
    pub fn about_missing(&self, question: &Question, nonresponse: &Nonresponse) -> Vec<String> {
        let mut sentences = Vec::new();
        if nonresponse.prints_dont_know()
            && let Some(share) = nonresponse.dont_know
            && share.whole() >= 10
        {
            let share = self.reference(&question.code, Statistic::DontKnowShare);
            let cannot = markdown::escaped(&self.outside(question).cannot);
            let values = [("share", share.into()), ("cannot", cannot.into())];
            sentences.push(self.words.tell("figure-many-dont-know", &values));
        }
        if nonresponse.standing == NonresponseStanding::High && nonresponse.unanswered.is_some() {
            let share = self.reference(&question.code, Statistic::UnansweredShare);
            sentences.push(self.words.tell("figure-many-unanswered", &[("share", share.into())]));
        }
        sentences
    }
}

pub fn count_argument(count: u64) -> Argument {
    Argument::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
