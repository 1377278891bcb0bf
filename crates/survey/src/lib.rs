//! Questionnaires, logic and journey, answers, studies; the formats of others.
