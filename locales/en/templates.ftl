# Kinds of documents: headings, words of the rules, guidance for the author.

cover-kind-results = Report
cover-kind-analysis = Analysis
cover-kind-annual = Yearly report
cover-kind-summary = Summary
cover-kind-methodology = Methodology
cover-kind-impact = Impact assessment
cover-kind-letter = Recommendations

template-gaps = Where groups differ
template-gaps-lede = The same questions, asked of different groups. A small group is told as a number of people, not in per cent, and is not compared statistically with a large one.
template-gap-question = Question
template-gap-difference = Difference
template-gap-points = { $difference } points
template-gap-none = not compared
template-priorities = What matters, and how the municipality does
template-swot = Strengths and weaknesses, opportunities and threats
template-swot-lede = The statements below follow from the answers. Each stands with its number.
template-strengths = Strengths
template-strength = { $name }: “{ $label }” is rated well by { $share } ({ $interval }).
template-weaknesses = Weaknesses
template-weakness = { $name }: “{ $label }” is rated well by only { $share } ({ $interval }).
template-opportunities = Opportunities
template-opportunity = { $name }: { $share } cannot judge “{ $label }”. There is something to explain to people.
template-threats = Threats
template-levels = Level of participation
template-levels-lede = Each channel of participation may be at another level. The levels are not steps to be climbed: for some decisions informing is enough, others need collaboration. What matters is that the promise to people is clear and kept.
template-levels-table = | Level | What people are promised |
    |:--|:--|
    | Informing | We will tell you in time and in plain words. |
    | Consulting | We will listen and say how your opinion counted. |
    | Involving | We will work with you so that your concerns enter the decision. |
    | Collaborating | We will look for the decision together with you. |
    | Empowering | We will do what you decide. |
template-channels = Channels and their levels
template-environment = Environment
template-practices = Practices
template-effect = Effect
template-obstacles = What stands in the way
template-conclusions = Conclusions
template-recommendations = Recommendations
template-introduction = Introduction
template-annual-basis = This report is made under Art. 24 of the Ordinance on Administrative Service. A user is every citizen or organisation that requests or uses an administrative service, files a signal, proposal or complaint, or turns to the administration for another reason.
template-organisation = Organisation of administrative service
template-methods = Methods of feedback
template-annual-methods = A survey was used. Its questions, its answers and how they were collected are described below.
template-survey = Survey
template-signals = Signals, proposals, complaints and praise
template-other-methods = Consultations with staff and other methods
template-measures = Measures taken and planned
template-goal = Aim
template-subject = What is measured
template-indicators = Indicators
template-instruments = Questionnaires and other instruments
template-sampling = Whom we ask
template-fieldwork = Collecting answers
template-processing = Processing
template-processing-words = Each number is published with its question, its base and the number of answers. Beside a share stands its interval, where the group was asked in a way that gives it a meaning. A group of fewer than ten people is told as a count, and only where they agreed. A difference between groups is told where it holds after correction for many comparisons.
template-publicity = Publication and answer to people
template-roles = Who does what, and when
template-problem = Problem
template-goals = Goals
template-logic = How the measure was meant to work
template-data = What the data show
template-changes = What changed
template-contribution = Contribution of the measure
template-contribution-words = Without a group to compare with, the numbers do not prove that the change is due to the measure. It can only be said whether the change is in the expected direction, and what else might have caused it.
template-occasion = Occasion
template-found = What we found
template-request = What we ask for

# Guidance for the author; no part of the document.
guide-analysis-threats = Write what may stand in the way from now on: cuts, changes of law, falling trust. If there is nothing to say, remove the section.
guide-analysis-channels = List the municipality’s channels of participation, and for each its level and the ground for it: a table row “channel | level | why”.
guide-analysis-environment = Rules, people and money: are there internal rules, a unit in charge, time limits for answers.
guide-analysis-practices = What is done in practice: which channels are used, how often and by whom.
guide-analysis-effect = What came of it: which proposals were taken up, what changed, were people told.
guide-analysis-obstacles = What keeps people from taking part and the municipality from hearing them. Group the obstacles by who can remove them.
guide-analysis-recommendations = Add recommendations and mark the findings that they follow from. In each: what, by whom, until when.
guide-annual-organisation = Service centre, one-stop shop, opening hours, channels, internal rules.
guide-annual-methods = Add the other methods of feedback that the municipality used during the year.
guide-annual-signals = Numbers by kind, channel, subject and outcome. Say how long answering took.
guide-annual-other-methods = Consultations with staff, mystery client, analysis of the press, reception days. Remove the section if there were none.
guide-annual-measures = A table: measure, who is in charge, time limit, whether it is done.
guide-methodology-goal = Why the municipality collects feedback and what it will decide with it.
guide-methodology-subject = Which services and which sides of service are measured.
guide-methodology-indicators = For each indicator: definition, unit, source, baseline value and year, target, who is in charge.
guide-methodology-instruments = Which questionnaires, when each is used, which questions stay the same so that they can be compared.
guide-methodology-sampling = Where people are taken from, how many, how those who rarely answer are reached.
guide-methodology-fieldwork = Channels, time limits, who opens the boxes, how answers are kept.
guide-methodology-publicity = Where and when it is published, how people learn what came of it.
guide-methodology-roles = A table: step, who, when in the year.
guide-impact-problem = What was wrong before the measure, and how that is known.
guide-impact-goals = What was to be reached, with a number and a date.
guide-impact-logic = Measure, output, benefit for people: how one leads to the other.
guide-impact-indicators = For each indicator: before, target, now, source.
guide-impact-changes = Compare with the earlier study where the question is the same. Give the intervals.
guide-impact-contribution = What else happened meanwhile, and could it have led to the change.
guide-impact-recommendations = What should go on, be mended or stop.
guide-letter-occasion = To whom the letter is and on what occasion.
guide-letter-recommendations = Add recommendations: what, by whom, until when. Each follows from a finding above.
guide-letter-request = What you expect of the addressee and until when, and whom to turn to.
