# The command line.

cli-about = Glas: citizens take part in the monitoring, control and evaluation of administrative services
cli-language = Language of the messages: bg or en
cli-json = Prints nothing but one JSON summary on standard output
cli-config = File of settings (TOML)
cli-example = Example:
cli-exit-codes = Exit codes: 0 done, 2 the command or a setting is wrong, 3 the input was refused, 4 a fault, 5 a check found something wrong.

cli-demo-about = Makes the demonstration (Perushtitsa and the invented Municipality of Primerovo) and serves it on http://127.0.0.1:8080
cli-demo-port = Port on the local address
cli-demo-data = Folder for the data of the demonstration
cli-demo-today = The demonstration's day, for instance 2023-07-27
cli-serve-about = Serves the site with the settings of the file and the environment
cli-serve-create = Makes the database if there is none
cli-report-about = Makes a report of a questionnaire (XLSForm) and answers (CSV), with no server and no database
cli-report-questionnaire = Questionnaire as XLSForm (.xlsx)
cli-report-answers = Answers as CSV
cli-report-audience = One more audience: NAME=QUESTIONNAIRE,ANSWERS
cli-report-name = Name of the first audience
cli-report-title = Title of the study
cli-report-collection = How the answers were collected: census, probability, everyone-invited or self-selected; without NAME, of the first audience
cli-report-population = How many people the audience consists of; without NAME, the first one
cli-report-output = File for the report; .pdf or .html
cli-report-date = Date of the report, for instance 2023-07-27; today's without it
cli-report-demonstration = Words that say the data are a demonstration
cli-backup-about = Writes a backup of everything into one file
cli-backup-output = File for the backup; it must not exist
cli-restore-about = Restores a backup into a new, empty folder
cli-restore-from = File of the backup
cli-setup-about = Gives a person a new one-time link to sign in
cli-setup-name = Name to sign in with
cli-setup-without-second-factor = Takes two-step sign-in away too: for somebody who has lost the phone and the recovery codes.
cli-settings-about = Shows all settings and what they mean

settings-title = Settings
settings-lede = Every setting may stand in the file `glas.toml` or in an environment variable; the command line speaks over the environment, and that over the file.
settings-name = Name
settings-variable = Variable
settings-default = Default
settings-meaning = Meaning
settings-unreadable = The file of settings { $path } cannot be read: { $why }
settings-unknown = There is no setting “{ $name }”. Known are: { $known }.
settings-wrong = The setting “{ $name }” cannot be “{ $value }”.
settings-needed = The setting “{ $by }” is of no use without “{ $name }”.
setting-data = The folder with all data. Back this one up.
setting-database = Address of PostgreSQL (`postgres://…`). Empty: SQLite in the data folder.
setting-listen = Address and port on which the program listens.
setting-address = The address at which people open the site, for instance `https://glas.example.bg`. With `https` the cookies become secure ones.
setting-answers_per_minute = How many questionnaires may be begun or sent in one minute from one network (/24 or /56). A town hall or a school is one network. 0: no limit.
setting-journal_key = File with the key that signs the head of the journal every day. It is made if there is none. Empty: `journal.key` in the data folder, and with PostgreSQL no signature.
setting-second_factor_for = Roles that are closed to people without two-step sign-in, separated by commas: `administrator`, `researcher` and so on. Empty: recommended, not required.
setting-today = Holds the day still (YYYY-MM-DD). For demonstrations and checks only.
setting-log = How much the log tells: `error`, `warn`, `info`, `debug`.
setting-mail_server = The mail server by which letters leave, for instance `smtp.example.bg` or `smtp.example.bg:587`. Empty: letters are held and stand on the page of the mail.
setting-mail_security = `starttls`: the connection is encrypted right after the greeting and does not go on without; `tls`: it is encrypted from the start; `none`: to this machine only.
setting-mail_from = In whose name letters are, for instance `Glas <glas@example.bg>`.
setting-mail_user = Name by which the mail server knows us, if it asks for one.
setting-mail_password = The password for it. Set it in the environment, or name a file instead.
setting-mail_password_file = A file that holds nothing but the password.
setting-mail_certificate = A file (PEM) with a certificate to be trusted, where the server has one of its own.
setting-mail_bounces = Address to which undelivered letters come back, for instance `bounces@example.bg`. The server must take `bounces+KEY@example.bg` too.

demo-made = Made the data folder { $path } and loaded Perushtitsa and the Municipality of Primerovo.
demo-kept = The data folder { $path } is from an earlier start; it was left as it is.
demo-day = The demonstration's day is { $day }.
demo-open = Open { $address }
demo-links = One-time links with which each role chooses a password:
demo-links-used = The sign-in links have been shown already. A new link: { $command }
demo-stop = Ctrl+C stops the server; nothing is lost.
serve-open = The site is at { $address }
serve-stopping = Stopping: finishing what was begun.
port-busy = The address { $address } is taken.
    .hint = Choose another port, for instance --port { $other }.

report-reading = Reading the answers
report-typesetting = Typesetting the report
report-done = Done: { $path } ({ $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
}).
report-done-html = Done: { $path } ({ $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
}).
report-rows-rejected = { $n ->
    [one] { $n } row was not accepted:
   *[other] { $n } rows were not accepted:
}
report-more = … and { $n } more.
report-untitled = Results of the study
report-first-audience = Respondents
report-audience-malformed = “{ $text }” does not read as NAME=QUESTIONNAIRE,ANSWERS.
report-audience-unknown = There is no audience “{ $name }”. The audiences are: { $known }.
report-output-kind = The file for the report must end in .pdf or .html, unlike “{ $path }”.
file-missing = The file { $path } cannot be read: { $why }
file-exists = The file { $path } exists already; it will not be replaced.
file-too-large = The file { $path } is larger than { $limit }.
located = { $path }, sheet “{ $sheet }”, row { $row }, column { $column }: { $sentence }
located-row = { $path }, row { $row }, column { $column }: { $sentence }
fault = Fault: { $why }
backup-done = Done: { $path } ({ $size }).
restore-done = Done: the data are in { $path }.
setup-link = Link for { $name } (valid for 7 days): { $link }
setup-nobody = There is nobody with the sign-in name “{ $name }”.
role-researcher = Researcher (Primeren Glas Foundation)
role-official = Official (Municipality of Primerovo)
role-administrator = Administrator
demo-redacted = [removed]
demo-report-bg = Report in Bulgarian (PDF)
demo-report-en = Report in English (PDF)
serve-first = There is nobody here yet. With this link the administrator chooses a password (valid for 7 days, shown once): { $link }
serve-operator = Operator of the site
cli-load-about = Makes a project of a folder of files: project.toml, its publications, its studies with their questionnaires and answers
cli-load-from = A folder of the form of examples/perushtitsa and examples/primerovo
load-done = The project is made: { $address }
journal-key-unreadable = The file { $path } holds no key for signing the journal. Put your copy of the key back, or move the file away: a new key is then made.
cli-verify-about = Checks the journal, its signatures, the published words and the files, and changes nothing; names the first thing that is not as it was
cli-verify-backup = A backup to be checked in place of the data folder
cli-verify-heads = A kept copy of /journal/heads.json to compare with
cli-verify-key = The only public key whose signatures count (64 digits 0–9 and a–f)
verify-whole = Everything is as it was: entries of the journal { $entries }, signatures { $heads }, published texts { $words }, files { $files }.
verify-key = Signed with the key { $key }. Compare it with the key that you keep.
verify-key-unreadable = The key in --key must be 64 digits 0–9 and a–f.
verify-heads-unreadable = The file { $path } is not a copy of /journal/heads.json.
cli-tenant = The tenant that the command is for: its path or its host; the main one by default
cli-tenant-about = Tenants: several organisations in one installation, each with its own data
cli-tenant-add-about = Founds a tenant and gives out its administrator's link (while the site is stopped)
cli-tenant-name = Name, such as „Община Примерово“
cli-tenant-name-en = Name in English
cli-tenant-path = A word after the site's address: https://glas.example.bg/WORD
cli-tenant-host = A host of its own: glas.primerovo.example
cli-tenant-list-about = Shows the tenants and their addresses
tenant-added = “{ $name }” is at { $address }. With this link its administrator chooses a password (good for 7 days, shown once): { $link }
tenant-unknown = There is no tenant “{ $name }”. To see them all: glas tenant list

# glas doctor
cli-doctor-about = Looks the installation over and says what is not right; changes nothing, and works beside a running site too
doctor-level-fine = fine
doctor-level-warning = warning
doctor-level-fault = fault
doctor-total = Faults: { $faults }. Warnings: { $warnings }.
doctor-room = The disk of “{ $path }” has { $free } of free space.
    .hint = Free some space or move the data folder to a larger disk. When there is none left, no answers are taken.
doctor-folder-closed = The data folder “{ $path }” is open to the program alone.
doctor-folder-open-to-group = The data folder “{ $path }” is open to the program's group too.
    .hint = Unless that is on purpose: chmod 700 { $path }
doctor-folder-open = The data folder “{ $path }” is open to every user of the machine, and people's answers are in it.
    .hint = Close it: chmod 700 { $path }
doctor-key-closed = The key of the journal “{ $path }” is open to the program alone.
doctor-key-open-to-group = The key of the journal “{ $path }” is open to the program's group too.
    .hint = Unless that is on purpose: chmod 600 { $path }
doctor-key-open = The key of the journal “{ $path }” is open to every user of the machine: each of them can sign in the name of this installation.
    .hint = Close it (chmod 600 { $path }). If strangers had access to the machine, move it away and start the site again so that a new one is made; make the new key known publicly.
doctor-key-missing = There is no key to sign the head of the journal with.
    .hint = With the data in a folder it is made when the site first starts. With PostgreSQL set “journal_key”: where it shall lie.
doctor-settings-closed = The settings file “{ $path }” gives no passwords away.
doctor-settings-open = The settings file “{ $path }” holds a password, and is open to every user of the machine.
    .hint = Close it (chmod 600 { $path }), and change the password if somebody else could have read it.
doctor-today-held = The day is held at { $day } by the setting “today”.
    .hint = It is meant for demonstrations. Remove it if the site is a real one.
doctor-address = The public address is { $address }.
doctor-address-missing = No public address is set; links in letters and documents lead to http://{ $listen }.
    .hint = Set “address”, for instance address = "https://glas.example.bg".
doctor-address-open = The public address { $address } is not https: answers and passwords cross the network in the open.
    .hint = Put a server with a certificate in front of the program (see docs/OPERATING.md) and set “address” with https://.
doctor-name = The name { $host } is found in the DNS.
doctor-name-unknown = The name { $host } is not found in the DNS from this machine.
    .hint = Check the A and AAAA records of the domain. If the name is for an inner network only, this may be on purpose.
doctor-database = The database ({ $engine }) can be read; its schema is { $schema }, as the program expects.
doctor-database-broken = The database cannot be read: { $why }.
    .hint = Look at the disk and at the system's log. Restore the last backup into a new folder with “glas restore”.
doctor-journal = The newest entries of the journal hang together. “glas verify” looks through everything.
doctor-journal-broken = The journal is not whole. { $why }
    .hint = Keep the data folder as it is and run “glas verify”; compare with the last backup.
doctor-clock = The clock is not behind the last entry of the journal.
doctor-clock-back = The last entry of the journal is { $minutes } min ahead of the machine's clock: the clock went back.
    .hint = Set the clock and switch its synchronisation on, for instance with: timedatectl set-ntp true
doctor-duties = Nothing that the program does by itself is failing.
doctor-duty-fails = “{ $duty }” is failing; times in a row: { $times }. The last error: { $why }
    .hint = The program tries again by itself. If it does not stop, the reason is in the program's log around the same time.
doctor-letters = No letters wait long.
doctor-letters-wait = Letters that have waited more than four hours: { $many }.
    .hint = See the reasons at /desk/mail and try “glas doctor mail --to YOUR-ADDRESS”. If the site is stopped, they go out when you start it.
doctor-letters-held = Letters that there is nothing to send with: { $many }.
    .hint = Set a mail server (“mail_server” and “mail_from”), or hand the links over in another way from /desk/mail.
doctor-backup = The last backup was made { $days ->
    [0] less than a day
    [one] { $days } day
   *[other] { $days } days
  } ago.
doctor-backup-old = The last backup was made { $days } days ago.
    .hint = Make a new one with “glas backup” and keep it on another machine.
doctor-backup-missing = No backup has been made with “glas backup” yet.
    .hint = Make one and keep it on another machine. Of copies made in another way the program knows nothing.
cli-doctor-mail-about = Sends a trial letter and explains what the DNS should hold so that letters do not land in “Spam”
cli-doctor-mail-to = To whom the trial letter goes
doctor-mail-none = No mail server is set. Set “mail_server” and “mail_from” in the settings file or in the environment; “glas settings” shows all settings.
doctor-mail-to-unreadable = “{ $to }” is not an e-mail address.
doctor-mail-accepted = { $server } took the letter to { $to } ({ $answer }). See whether it arrived, and whether it is in “Spam”.
doctor-mail-refused = { $server } did not take the letter. { $reason } Its answer: { $answer }
doctor-mail-records = So that others believe that letters are from { $domain }, the DNS should hold:
doctor-mail-spf = SPF: which servers send in your name. A TXT record for { $name }, for instance “{ $example }”. If { $host } belongs to a provider, they say what to put instead (mostly “include:…”).
doctor-mail-dkim = DKIM: a signature that the letter is yours and unchanged. { $host } signs, not the program; switch it on there and publish the key that you get as a TXT record for { $name }, for instance “{ $example }”.
doctor-mail-dmarc = DMARC: what others should do with a letter that does not pass. A TXT record for { $name }, for instance “{ $example }”. Begin with p=none and tighten it when the reports are clean.
doctor-mail-bounces-elsewhere = The address for returned letters (mail_bounces) is in another domain. DMARC counts SPF only where the domains agree; then DKIM is what you rely on.
doctor-mail-look = What is there now, you see with: dig +short TXT { $domain } and dig +short TXT _dmarc.{ $domain }. In the letter that arrived, the line “Authentication-Results” tells what passed.
