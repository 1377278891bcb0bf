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
