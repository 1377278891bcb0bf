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
