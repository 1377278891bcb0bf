# Personal data: what we hold of people who sign in, and how we forget it.

person-erased = Erased person
desk-own-data = Everything that we hold of you (JSON)
desk-erasure-link = Erase personal data
desk-erasure-title = Erasing personal data
desk-erasure-lede = { $name } will not be able to sign in, and the name will be seen nowhere. This cannot be undone.
desk-erasure-goes = Name, e-mail, sign-in name, password, roles, open sessions and the addresses of letters are deleted.
desk-erasure-stays = What was done stays in the journal and in publications, without a name.
desk-erasure-backups = Backups made before still hold the data. Delete them when their time has passed.
desk-erasure-button = Erase the data
desk-erasure-back = Back, without a change
desk-done-person-erased = The personal data are erased.
desk-act-person-erased = Personal data erased
refusal-erases-themselves = You cannot erase your own data.
    .hint = Ask another administrator: while you are here, somebody must answer for the site.

desk-personal-data-seen = I have seen it and it has to stay
    .hint = For instance the telephone or e-mail of an office. The journal will only say that you confirmed it.
desk-fact-personal-data = personal data in the text
desk-fact-personal-data-confirmed = confirmed
refusal-personal-data-found = The text holds { $kind ->
        [personal-number] a personal number
        [telephone] a telephone number
       *[email] an e-mail address
    }: { $places }. Everybody will see it.
    .hint = { $kind ->
        [personal-number] Take it out: personal numbers are not published. If it is some other number, tick “I have seen it and it has to stay” and send again.
       *[other] If it is somebody’s own, take it out. If it belongs to an office, tick “I have seen it and it has to stay” and send again.
    }

# Periods and classes of personal data (law/personal-data.toml).
period-minutes = { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
period-hours = { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
period-days = { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
period-years = { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
desk-duty-apply-retention = Removing data whose time is over
desk-act-retention-applied = Removed or made anonymous because its time was over
desk-fact-day = day
desk-fact-drafts = answers begun
desk-fact-uploads = unused files
desk-fact-leavers = people whose access was stopped
desk-fact-sessions = sessions
desk-fact-sign-in-steps = unfinished sign-ins
desk-fact-failed-sign-ins = counters of failed attempts
desk-fact-setup-links = one-time links
desk-fact-letter-recipients = addresses of letters
desk-fact-letters = letters

# The page about personal data and the record of processing.
foot-privacy = Personal data
privacy-title = Personal data
privacy-lede = Who answers for your data, what is kept, why and for how long, and what you may ask for.
privacy-controller = Who answers for the data
privacy-controller-none = Nobody has said so yet. Until then ask the organisation that does the project.
privacy-controller-name = Controller of personal data
privacy-controller-address = Address
privacy-controller-contact = How to reach them
privacy-controller-officer = Data protection officer
privacy-controller-joint = Answers together with
privacy-parties = The projects here are done by:
privacy-rights = What you may ask for, and how
privacy-right-1 = To learn whether we keep data about you, and to get a copy (art. 15 GDPR). Whoever works in Glas downloads theirs from “My account”.
privacy-right-2 = To have what is wrong or incomplete put right (art. 16).
privacy-right-3 = To have your data erased when they are not needed any more or there is no ground to keep them (art. 17). Of people who worked in Glas we erase name, e-mail and access; what they did stays, without a name.
privacy-right-4 = To have their use restricted until a dispute is settled (art. 18), and to object to it (art. 21).
privacy-right-5 = To get your data as a file that another program can read (art. 20).
privacy-right-6 = Answers that were sent we cannot find, because we do not know which are yours (art. 11). Answers begun you delete yourself with the button on the page, or let their time pass.
privacy-right-7 = No decision is made by a machine alone, and nobody is profiled (art. 22).
privacy-right-8 = Write or come to the address above. We answer free of charge, within a month at the latest (art. 12). We may ask to be sure that it is you, but never for a copy of an identity card.
privacy-complaint = If you do not agree with the answer
privacy-complaint-why = You may complain to the supervisory authority:
privacy-stored = What stays of your answers
privacy-stored-why = One filled-in questionnaire is one row. It holds only this:
privacy-stored-audience = for which group and which study it is
privacy-stored-key = a random number that does not lead to you
privacy-stored-questionnaire = which version of the questionnaire you answered
privacy-stored-mode = how it was filled in: online, on paper or from a file
privacy-stored-batch = of a card on paper, from which box; of a row of a file, from which file
privacy-stored-day = the day, without the hour
privacy-stored-language = the language
privacy-stored-document = the answers themselves
privacy-stored-files = files, only where the questionnaire asks for them and you attached some: without their names; of pictures only what can be seen is kept – no place, time or device
privacy-stored-seed = where questions or answers are shown to each person in another order, the number of that order, one of 65,536
privacy-stored-quotable = in a group of fewer than 30 people, whether you allowed your words to be quoted
privacy-classes = What we keep, why and for how long
privacy-what = What
privacy-why = Why
privacy-ground = Legal ground
privacy-kept = For how long
privacy-kept-removed = { $period }, then it is removed
privacy-kept-anonymised = { $period }, then it is made anonymous
privacy-confirm = To be confirmed:
privacy-as-of = The list is of { $day }. The program itself applies the periods.
privacy-cookies = Cookies
privacy-cookies-why = Whoever reads or answers gets none. Signing in cannot do without these:
privacy-cookie-name = Name
privacy-cookie-purpose = What it is for
privacy-cookie-life = For how long
privacy-cookie-session = Knows that you have signed in.
privacy-cookie-device = Knows the browser the next time, so that strangers who try cannot keep you out.
privacy-cookie-step = Remembers that the password was right until you enter the code.
privacy-cookie-until-closed = until you close the browser; a session is good for at most { $most }
privacy-receivers = Who gets data
privacy-receiver-public = Everybody: what is published – summed up results, open answers that were read first, open data in which nobody can be recognised, publications, and the journal without names.
privacy-receiver-mail = The mail server by which letters go out to the people who work in Glas.
privacy-receiver-nobody = Nobody else. The pages load nothing from other sites, and nobody is tracked.
desk-tab-processing = Personal data
desk-processing-title = Record of processing activities
desk-processing-lede = The record that { $article } demands. It is made of the site's settings and the list of periods; only who answers is for you to tell.
desk-processing-csv = The record as a table (CSV)
desk-processing-json = The record as data (JSON)
desk-processing-public = What of this everybody sees
desk-processing-untold = Nobody has said yet who answers for personal data. Without that the page for everybody is incomplete too.
desk-processing-classes = Activities, data and periods
desk-processing-measures = Security measures
desk-processing-no-transfers = The program transfers no data outside the European Union. If the server is elsewhere, say so under “Who keeps the server”.
desk-processing-runs = What went in the last 30 days
desk-processing-no-runs = Nothing: the time of no data was over.
desk-processing-day = Day
desk-processing-gone = What
desk-processing-number = Number
desk-processing-controller = Controller
desk-processing-contact = How to reach them
desk-processing-whose = Whose data
desk-processing-what = What data
desk-processing-why = Purpose
desk-processing-ground = Legal ground
desk-processing-receivers = Recipients
desk-processing-transfers = Transfers outside the EU
desk-processing-kept = Period
desk-measure-passwords = Passwords are kept as digests only (argon2id); common and leaked ones are not taken.
desk-measure-roles = Everybody sees and does only what their role allows; another organisation does not reach your words.
desk-measure-journal = Every official act stands in a journal that cannot be changed unseen.
desk-measure-answers = Answers are kept without name, time and network address, in random order.
desk-measure-moderation = A person reads open answers and takes out what is personal before anybody else sees them; personal numbers, telephones and addresses are looked for in everything to be published.
desk-measure-encrypted = The connection to the site is encrypted.
desk-measure-not-encrypted = The site's address is without https: the connection to it is not encrypted.
desk-measure-second-factor-own = Signing in in two steps is everybody's own choice.
desk-measure-second-factor-asked = Some roles open in two steps only.
desk-controller = Who answers for personal data
desk-controller-lede = This stands on the page “Personal data” and in the record.
desk-controller-controller-name = Controller of personal data
    .hint = The municipality or organisation that decides why and how data are collected.
desk-controller-controller-address = Address
desk-controller-contact = How to reach them
    .hint = E-mail, telephone or office hours. Everybody will see them.
desk-controller-officer = Data protection officer
    .hint = And how to reach them. Municipalities must have one (art. 37 GDPR).
desk-controller-processor = Who keeps the server
    .hint = Where that is another firm or organisation. A contract with it is needed (art. 28 GDPR).
desk-controller-joint = Who decides together with you
    .hint = Where municipality and civic organisation decide together, they need an arrangement (art. 26 GDPR).
desk-done-controller = Saved. It stands on the page “Personal data” now.
desk-act-setting-changed = Setting changed
desk-fact-setting = setting
desk-fact-setting-controller = who answers for personal data
desk-fact-setting-openid = the sign-in service of the organisation
desk-right-see-processing = Record of processing
    .hint = What personal data are kept, why, for how long, and how much of them went.
desk-right-manage-processing = Who answers for data
    .hint = Tells who the controller of personal data is, and with whom it works.
