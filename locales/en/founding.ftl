# The words with which the desk adds people, founds projects and plans studies.

# Forms of the desk.
desk-save = Save
desk-form-back = Cancel
desk-form-empty = (empty)
desk-form-in-english = { $label } in English
desk-form-newer = Somebody else changed the same meanwhile
desk-form-newer-what = Your text is in the fields below. This is what the other person saved, where the two texts differ:

refusal-typed-missing = { $field ->
    [title] The title is missing.
    [place] The place is missing.
    [summary] The summary is missing.
    [first] The first day is missing.
    [last] The last day is missing.
    [slug] The end of the address is missing.
    [party_name] The name of the organisation is missing.
    [name] The name is missing.
    [account] The sign-in name is missing.
    [programme] The programme is missing.
    [project_number] The project number is missing.
    [address] The address of the link is missing.
    [purpose] What the study is for is missing.
    [code] The code of the group is missing.
   *[other] There is a text in English, and the Bulgarian one is missing.
}
    .hint = Fill in the field.
refusal-typed-too-many = There are { $is } pieces, and room for { $most }.
    .hint = Shorten the text or join pieces.
refusal-translation-unlike = There are { $bulgarian } pieces in Bulgarian and { $english } in English.
    .hint = Translate piece by piece in the same order. In the place of a piece without translation type “–”.
refusal-day-ahead = This day has not come yet.
    .hint = Choose today or an earlier day.
refusal-count-zero = Zero makes no sense here.
    .hint = Leave the field empty if you do not know the number.
refusal-count-too-large = The number is too large.
    .hint = Type at most { $most }.
refusal-web-address-unreadable = “{ $given }” is not the address of a page.
    .hint = Copy the whole address from the browser, beginning with https://.
refusal-nothing-chosen = { $field ->
    [party] No organisation is chosen.
    [party_kind] The kind of the new organisation is not chosen.
    [part] The part in the project is not chosen.
    [role] No role is chosen.
    [nature] It is not chosen whether the project is real.
    [progress] It is not chosen how far the activity is.
    [results] It is not chosen when the results are shown.
    [collection] It is not chosen how people are invited.
   *[other] Nothing is chosen.
}
    .hint = Choose one of them.
refusal-changed-meanwhile = While you were typing, somebody else saved changes here.
    .hint = Compare the two texts and save once more what is to stay.

# Organisations.
desk-parties-title = Organisations
desk-party-change = Correct what is told of the organisation
desk-party-change-lede = The name changes wherever the organisation is shown.
desk-party-new = New organisation
desk-party-new-note = Fill this in only if you chose “New organisation”.
desk-party-party = Organisation
desk-party-choose = Choose…
desk-party-is-new = New organisation (told below)
desk-party-party-name = Name of the organisation
    .hint = As it stands in documents, for instance Municipality of Primerovo, in Bulgarian.
desk-party-party-kind = Kind
desk-party-party-kind-municipality = Municipality
desk-party-party-kind-civic-organisation = Civic organisation
desk-party-party-kind-other = Other
desk-party-party-site = Site of the organisation
    .hint = If there is one: the whole address, beginning with https://.
refusal-party-known = There is an organisation named “{ $name }” already.
    .hint = Choose it from the list.

# People.
desk-people-add = Add a person
desk-people-no-part = cannot sign in
desk-people-new-link-why = If the password is forgotten, hand out a new invitation: a link, and a letter with a code. The earlier one stops working at once, and open sessions end when the person has chosen a new password.
desk-person-new = Add a person
desk-person-new-lede = The person gets an invitation and chooses a password with it: a link that you send, or a printed letter with a code. You will see it once, right after adding them.
desk-person-new-button = Add the person and show the invitation
desk-person-name = Name
    .hint = Shown in the journal of the desk.
desk-person-account = Sign-in name
    .hint = 3 to 60 characters: letters, digits, dot, hyphen, underscore or @. Capital and small letters are the same.
desk-person-email = E-mail
    .hint = Optional. The invitation goes there, too, if the site sends letters.
desk-person-part = Role
desk-person-part-note = A role is given for one organisation. Later you can give the person another one.
desk-person-details = Correct the name or e-mail
desk-person-parts = Roles
desk-person-no-parts = This person has no role and cannot sign in.
desk-part-new = Give another role
desk-part-new-button = Give the role
desk-part-give = Give a role
desk-part-take = Take away
desk-done-person = What is told of the person is corrected.
desk-done-party = What is told of the organisation is corrected.
desk-done-part-given = The role is given and holds at once.
desk-done-part-taken = The role is taken away and holds no more.
refusal-account-unreadable = This cannot be a sign-in name.
    .hint = Type 3 to 60 characters: letters, digits, dot, hyphen, underscore or @, without spaces.
refusal-account-taken = Somebody else signs in with this name.
    .hint = Choose another sign-in name.
refusal-email-unreadable = This is not an e-mail address.
    .hint = Check it or leave the field empty.
refusal-last-administrator = This is the last administrator’s role and cannot be taken away.
    .hint = First make somebody else an administrator.
refusal-part-given-before = The person has this role in this organisation already.
    .hint = Choose another role or another organisation.

# Project.
desk-begin = First steps
desk-begin-project = Found a project
desk-begin-project-why = – who does what, when, and with whose money. Its page is public at once.
desk-begin-people = Add people
desk-begin-people-why = – a researcher of the civic organisation and an official of the municipality. Each gets a link and chooses a password with it.
desk-project-new = New project
desk-project-new-lede = Begin with what matters most. Funding, activities, links and partners are added afterwards, one by one. The page of the project is public once you found it.
desk-project-new-button = Found the project
desk-project-beneficiary = Beneficiary
desk-project-beneficiary-note = The organisation that answers for the project. Its people will be able to change the page.
desk-project-words = Words of the page
desk-project-words-lede = Changes are seen at once, with today as the day of the last change.
desk-project-words-change = Change the words
desk-project-title = Title
desk-project-place = Place
    .hint = A short name for the head of the page, for instance Перущица.
desk-project-summary = Summary
    .hint = One or two sentences under the title.
desk-project-goal = Goal
desk-project-story = Story
    .hint = Paragraphs are parted by an empty line.
desk-project-first = First day of the project
    .hint = Day, month and year, for instance 20.07.2022.
desk-project-last = Last day of the project
desk-project-nature = Is the project real
desk-project-nature-real = Yes, it is real
desk-project-nature-demonstration = No, it is invented as an example
    .hint = Every page will say “Demonstration data”, and search engines pass it by.
desk-project-slug = End of the address
    .hint = Small Latin letters, digits and hyphens. Left empty, it is made from the title. After the first publication or study it stays, so that links to the page do not break.
desk-project-published = Published on
    .hint = If the page was public before, type the first day. The last change is noted by itself.
desk-project-public = As everybody sees it
desk-project-studies = Studies
desk-project-untranslated = The page has no English text yet.
desk-project-parties = Participants
desk-project-activities = Activities
desk-project-links = Links
desk-participation-new = Add a participant
desk-participation-new-lede = The organisation’s people will see the project at their desk, and its researchers will work in its studies.
desk-participation-part = Part in the project
desk-participation-part-beneficiary = Beneficiary
    .hint = Answers for the project; its people change the page.
desk-participation-part-partner = Partner
desk-participation-part-observer = Observer
    .hint = Its people see the project and how far its studies are, but do not work in them and read no single answers.
desk-participation-remove = Remove
desk-funding = Funding
desk-funding-lede = If the project has no funding from outside, leave everything empty.
desk-funding-none = It is not told yet with whose money the project is made.
desk-funding-add = Add funding
desk-funding-change = Change the funding
desk-funding-programme = Programme
desk-funding-procedure = Procedure
desk-funding-procedure-number = Number of the procedure
desk-funding-project-number = Number of the project
desk-funding-contract = Contract
desk-funding-cofinancing = Co-financing
    .hint = In the words of the programme, for instance “co-financed by the European Union through the European Social Fund”.
desk-funding-shown = At the foot of every page
desk-funding-shown-note = Programmes demand that signs and disclaimer stand on everything published.
desk-funding-signs = Signs in words
    .hint = One to a line.
desk-funding-european-union = With the flag of the European Union
desk-funding-disclaimer = Disclaimer
    .hint = Who answers for the content, and whose view it is not.
desk-activities-none = No activities yet.
desk-activity-new = Add an activity
desk-activity-new-button = Add the activity
desk-activity-change = Change the activity
desk-activity-title = Activity
    .hint = A few words, for instance “Information campaign”.
desk-activity-description = The rest of the sentence
    .hint = Stands after the words above, in lighter letters.
desk-activity-progress = How far it is
desk-activity-progress-done = Done
desk-activity-progress-underway = Under way
desk-activity-progress-to-do = To do
desk-activity-on = Day on which it was finished
    .hint = Only for what is done, if the day is known.
desk-links-none = No links yet.
desk-link-new = Add a link
desk-link-new-button = Add the link
desk-link-change = Change the link
desk-link-title = What is there
    .hint = For instance “Page of the project on the municipality’s site”.
desk-link-address = Address
    .hint = The whole address from the browser, beginning with https://.
desk-row-place = Place in the list
desk-row-first = At the top
desk-row-after = After “{ $name }”
desk-row-remove = Remove from the page
desk-row-remove-why = If this has nothing to do with the project any more, you can remove it. What is typed above will not be saved.
desk-done-founded = The project is founded and its page is public. Now complete it.
desk-done-project = The changes can be seen on the page.
desk-done-row-added = It is added and can be seen on the page.
desk-done-row-removed = It is removed.
refusal-project-address-taken = Another project has this address already.
    .hint = Choose another end of the address.
refusal-project-address-settled = The address cannot be changed any more.
    .hint = There are publications or studies under it, and links to them would break. Put the earlier one back.
refusal-project-nature-settled = Whether the project is real can no longer be changed.
    .hint = It has publications or studies, and people took them for what they were. Restore the former choice or found a new project.
refusal-day-of-undone = There is a day of finishing, but the activity is not marked as done.
    .hint = Clear the day or mark the activity as done.
refusal-takes-part-before = This organisation takes part in the project already.
    .hint = Choose another one. To change its part, first remove it from the list.
refusal-last-beneficiary = The project must have a beneficiary.
    .hint = First add another one.
refusal-party-has-spoken = This organisation has publications in the project and stays among its participants.
    .hint = Its publications stay its own. You may change its part, for example make it an observer.
refusal-too-many-rows = There is room for { $most }.
    .hint = Remove something that is not needed any more.

# Plan of a study.
desk-study-new = Plan a study
desk-study-new-why = A study has a purpose, days, and groups of people, each with a questionnaire of its own.
desk-study-new-lede = Here you say what you ask for, when, and when you will show the results. Then you add the groups that you ask.
desk-study-new-button = Create the study
desk-study-change = Change the plan
desk-study-settled = There are answers already. The address, the first day and the rule for the results stay as they are, for those who answered relied on them.
desk-study-plan-title = Title
desk-study-plan-purpose = What you ask for
    .hint = One or two sentences: what you want to learn and what you will do with the answers. Shown before the first question.
desk-study-plan-slug = End of the address
    .hint = Small Latin letters, digits and hyphens. Left empty, it is made from the title.
desk-study-plan-first = First day
    .hint = From this day on answers are taken. For instance 08.05.2023.
desk-study-plan-last = Last day
    .hint = To the end of this day. It can be put off while the results are not public.
desk-study-plan-results = When the results are shown
desk-study-plan-results-after-closing = After the last day
    .hint = So the results do not influence those who are still answering.
desk-study-plan-results-live = While answers arrive
    .hint = Everybody sees the results from the first day on.
desk-study-plan-results-never = Only in the report
    .hint = There will be no page of results.
desk-study-plan-results-day = Day from which the results are public
    .hint = Only with the first choice. A day before the end can be chosen only before the first answer: whoever answers later may then have seen the results. Once shown, they cannot be hidden.
desk-study-no-audience = The study asks nobody yet.
desk-study-no-audience-hint = Add the group that you will ask: residents, officials, businesses. Then import a questionnaire for it.
desk-no-studies-hint = Studies are planned by a researcher of an organisation that takes part in the project.
desk-audience-new = Add a group
desk-audience-new-lede = A group are the people who answer one questionnaire. Another group has another questionnaire and another address.
desk-audience-new-button = Add the group
desk-audience-change = Change the group
desk-audience-settled = There are answers already. The code and the address stay, for they were handed out and stand in the data; and how people were invited is a fact by now. The rest may change.
desk-audience-name = Name of the group
    .hint = For instance “Citizens, NGOs and business”. Those who answer see it too.
desk-audience-code = Code
    .hint = A short word in small Latin letters for the data, for instance residents.
desk-audience-token = Address for answering
    .hint = Stands after /s/ on the poster and in the invitation: at least 4 small Latin letters, digits and hyphens. Left empty, one is drawn by chance that nobody can guess.
desk-audience-how = How people are invited
desk-audience-how-note = What the results may claim follows from this. Choose honestly: the report tells its readers.
desk-audience-collection = Who answers
desk-audience-collection-census = Everybody
    .hint = You ask everyone in the group and nearly all answer. The figures are of the whole group.
desk-audience-collection-probability = A random sample
    .hint = People are drawn by chance from a complete list. The results hold for the whole group within an error.
desk-audience-collection-everyone-invited = Everybody is invited
    .hint = Everyone in the group got an invitation, and who wishes answers. The number of the invited is needed.
desk-audience-collection-self-selected = Whoever wishes
    .hint = An open link, a box for cards, a poster. The results speak only for those who answered.
desk-audience-admission = Who may answer
desk-audience-admission-open = Whoever has the address
    .hint = A poster, a link on the site, a card at the counter.
desk-audience-admission-by-code = Only with a personal code, once each
    .hint = Codes are sent by e-mail or printed on letters. They are made from the page of the study.
desk-audience-population = How many people are in the group
    .hint = If it is known, for instance the residents over 14.
desk-audience-invited = How many are invited
    .hint = If you sent personal invitations.
desk-audience-counts-agreed = The group has agreed that its answers are shown as counts
    .hint = For groups of fewer than 10. So few people are easily recognised: we show “4 of 6”, and only if they agreed. Without their consent their results are not shown.
desk-audience-plan = Plan
desk-audience-plan-note = How many answers you want by each way. An empty field means that you do not count on it.
desk-audience-plan-online = Online
desk-audience-plan-paper = On paper
desk-audience-plan-imported = From a file
desk-audience-limit = At most so many answers online
    .hint = Once there are so many, the page politely takes no more. Empty: no limit.
desk-audience-remove = Remove the group
desk-audience-remove-why = While the group has no questionnaire, you can remove it from the study.
desk-done-study = The study is planned. Add the groups that you will ask.
desk-done-plan = The plan is changed.
desk-done-audience = The group is added. Now import a questionnaire for it.
refusal-study-address-taken = Another study of the project has this address already.
    .hint = Choose another end of the address.
refusal-audience-code-taken = Another group of the study has this code already.
    .hint = Choose another short word.
refusal-audience-code-unreadable = This cannot be a code.
    .hint = Use up to 40 small Latin letters, digits and hyphens, for instance residents.
refusal-audience-token-taken = Another group has this address for answering already.
    .hint = Choose another one or leave the field empty.
refusal-audience-token-unreadable = This cannot stand in the address for answering.
    .hint = Use 4 to 60 small Latin letters, digits and single hyphens.
refusal-more-invited-than-people = More are invited than there are in the group.
    .hint = Check both numbers.
refusal-invited-unknown = It is not told how many are invited.
    .hint = Without this number nobody knows what part of the invited answered.
refusal-settled-by-answers = There are answers already, and this does not change.
    .hint = Open the page again; the rest can be changed.
refusal-reopened-after-results = The results are public already, and the study cannot be prolonged.
    .hint = Whoever has seen them would answer otherwise. Plan a new study.
refusal-closed-in-the-past = The study took answers after this day.
    .hint = Choose today or a later day.
refusal-results-day-idle = A day for the results is chosen only with “After the last day”.
    .hint = Clear the day or choose the other rule.
refusal-results-before-fieldwork = There will be no answers by then.
    .hint = Choose the first day of the study or a later one.
refusal-results-while-answering = So the results would be seen while others are still answering.
    .hint = Whoever has answered already relied on something else. Restore the former day or clear the field: the results will be shown after the last day.
refusal-results-shown-already = The results are shown already and cannot be hidden.
    .hint = Put back the day from which they are public.
refusal-audience-asked = The group has a questionnaire and cannot be removed.
    .hint = Somebody may be answering already.
refusal-too-many-audiences = A study has room for { $most } groups.
    .hint = Join groups or plan a second study.

# New in the journal.
desk-act-person-added = Person added
desk-act-person-details-changed = Name or e-mail corrected
desk-act-person-part-given = Role given
desk-act-person-part-taken-away = Role taken away
desk-act-party-added = Organisation added
desk-act-party-changed = Organisation corrected
desk-act-tenant-founded = Organisation founded in this installation
desk-act-project-changed = Project page changed
desk-act-study-changed = Plan of a study changed
desk-act-audience-added = Group added to a study
desk-act-audience-changed = Group of a study changed
desk-act-audience-removed = Group removed from a study
desk-fact-role = role
desk-fact-role-researcher = researcher
desk-fact-role-official = official
desk-fact-role-administrator = administrator
desk-fact-party = organisation
desk-fact-part = part
desk-fact-part-words = words
desk-fact-part-funding = funding
desk-fact-part-activities = activities
desk-fact-part-links = links
desk-fact-part-parties = participants
desk-fact-slug-before = address before
desk-fact-nature = the project is
desk-fact-nature-real = real
desk-fact-nature-demonstration = invented as an example
desk-fact-nature-before = before, the project was
desk-fact-nature-before-real = real
desk-fact-nature-before-demonstration = invented as an example
desk-fact-days = days
desk-fact-results = results
desk-fact-results-after-closing = after the last day
desk-fact-results-live = while answers arrive
desk-fact-results-never = only in the report
desk-fact-results-day = results from
desk-fact-collection = invitation
desk-fact-collection-census = everybody
desk-fact-collection-probability = random sample
desk-fact-collection-everyone-invited = everybody is invited
desk-fact-collection-self-selected = whoever wishes
desk-fact-admission-before = who may answer before
desk-fact-admission-before-open = whoever has the address
desk-fact-admission-before-by-code = only with a personal code
desk-fact-planned = planned
desk-fact-title-before = title before
desk-fact-title-english-before = English title before
desk-fact-purpose-before = purpose before
desk-fact-purpose-english-before = English purpose before
desk-fact-first-before = first day before
desk-fact-last-before = last day before
desk-fact-results-before = results before
desk-fact-results-before-after-closing = after the last day
desk-fact-results-before-live = while answers arrive
desk-fact-results-before-never = only in the report
desk-fact-results-day-before = day of the results before
desk-fact-name-before = name before
desk-fact-name-english-before = English name before
desk-fact-code-before = code before
desk-fact-token-before = answering address before
desk-fact-collection-before = invitation before
desk-fact-collection-before-census = everybody
desk-fact-collection-before-probability = random sample
desk-fact-collection-before-everyone-invited = everybody is invited
desk-fact-collection-before-self-selected = whoever wishes
desk-fact-population-before = people in the group before
desk-fact-invited-before = invited before
desk-fact-limit-before = most answers before
desk-fact-counts-agreed-before = agreement to be shown as counts before
desk-fact-counts-agreed-before-yes = yes
desk-fact-plan-online-before = planned online before
desk-fact-plan-paper-before = planned on paper before
desk-fact-plan-imported-before = planned from a file before

