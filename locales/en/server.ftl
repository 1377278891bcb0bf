# The command line.

cli-about = Glas: citizens take part in the monitoring, control and evaluation of administrative services
cli-language = Language of the messages: bg or en
cli-json = Prints nothing but one JSON summary on standard output
cli-config = File of settings (TOML)
cli-example = Example:
cli-exit-codes = Exit codes: 0 done, 2 the command or a setting is wrong, and with questionnaire and answers: the file was refused, 3 the input was refused, 4 a fault, 5 a check found something wrong.

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
cli-report-output = File for the report; .pdf, .html, .docx, .xlsx or .txt
cli-report-source = Folder for what the PDF is set from as well: the Typst templates, the words and numbers as data, the fonts
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
setting-answers_per_minute = How many questionnaires may be begun or sent in one minute from one network (/24 or /56) for one study. A town hall or a school is one network. Beyond that the browser does a short check, or somebody waits some seconds; nobody is sent away. 0: no limit.
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
setting-mail_dkim_selector = Selector of the DKIM key with which the mail server signs (the name before `._domainkey`). By it “glas doctor mail” finds the key in the DNS.
setting-resolver = Address and port of the DNS server that “glas doctor” asks, for example `127.0.0.1:53`. Empty: the machine’s own.
setting-tls = Who encrypts the connection. Empty: a proxy before the program; `files`: the program, with a certificate from files; `acme`: the program, with a certificate that it gets and renews by itself (for example from Let’s Encrypt).
setting-tls_certificate = With `tls = files`: PEM file with the certificate and its chain. When it changes, it is read again within a minute.
setting-tls_key = With `tls = files`: PEM file with the private key.
setting-tls_contact = With `tls = acme`: e-mail address to which the authority writes about the certificate.
setting-tls_directory = With `tls = acme`: address of the authority; empty: Let’s Encrypt.
setting-tls_redirect = Address and port at which requests without encryption are led to `https`, for example `0.0.0.0:80`. Empty: there is none.
setting-metrics = Address and port at which Prometheus reads figures from `/metrics`, for example `127.0.0.1:9464`. Empty: nowhere. They are never given out at the public address.
setting-metrics_token_file = File with a word that whoever reads the figures has to know (`Authorization: Bearer …`). It is needed as soon as `metrics` is not for this machine alone.

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
report-output-kind = The file for the report must end in .pdf, .html, .docx, .xlsx or .txt, unlike “{ $path }”.
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
doctor-name = The name { $host } leads to { $addresses }.
doctor-name-unanswered = The DNS gave no answer about { $name }: { $why }
    .hint = See whether the machine has a network and which DNS server it asks (/etc/resolv.conf). The setting “resolver” names another.
doctor-mail-mx = Letters to { $domain } are taken by { $servers }.
doctor-mail-mx-missing = The domain { $domain } has no MX record: answers and returned letters cannot reach it.
    .hint = Add an MX record for { $domain } with the name of its mail server to the DNS.
doctor-mail-spf = SPF: { $domain } says which servers send in its name ({ $record }).
doctor-mail-spf-missing = SPF: { $domain } does not say which servers send in its name; others will doubt its letters.
    .hint = Add a TXT record for { $domain }, for example “{ $example }”. If the mail server is a provider’s, they tell what to write instead (mostly “include:…”).
doctor-mail-spf-open = SPF: { $domain } lets anybody send in its name ({ $record }).
    .hint = Let the record end in “-all”, for example “{ $example }”.
doctor-mail-spf-several = SPF: { $domain } has more than one record, so none of them counts ({ $record }).
    .hint = Keep a single TXT record that begins with “v=spf1”, for example “{ $example }”.
doctor-mail-dkim = DKIM: the key { $name } is published.
doctor-mail-dkim-unset = DKIM: no selector is set, so we do not know where to look for the key of { $domain }.
    .hint = Switch signing on at { $host }, and set the selector that it gives you as “mail_dkim_selector”. The mail server signs, not the program.
doctor-mail-dkim-missing = DKIM: there is no key { $name } in the DNS.
    .hint = Add a TXT record for { $name } with the key that { $host } gives you, for example “v=DKIM1; k=rsa; p=…”.
doctor-mail-dkim-revoked = DKIM: the key { $name } is revoked (p is empty); letters signed with it are refused.
    .hint = Publish the new key of { $host }, or name another selector in “mail_dkim_selector”.
doctor-mail-dkim-unreadable = DKIM: the record { $name } holds no key.
    .hint = Correct the TXT record; it looks like “v=DKIM1; k=rsa; p=…”, with the key of { $host }.
doctor-mail-dmarc = DMARC: { $name } says what to do with letters that do not pass ({ $record }).
doctor-mail-dmarc-missing = DMARC: there is no record { $name }.
    .hint = Add a TXT record for { $name }, for example “{ $example }”. Begin with p=none and tighten it when the reports are clean.
doctor-mail-dmarc-none = DMARC: { $name } only watches (p=none): letters of others in your name are still delivered.
    .hint = When the reports are clean, change the record, for example to “{ $example }”.
doctor-mail-dmarc-unreadable = DMARC: the record { $name } cannot be understood ({ $record }).
    .hint = Keep a single TXT record for { $name }, for example “{ $example }”.
doctor-mail-found = For the mail there is something to put right in the DNS; it is told above.
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
doctor-letters-failed = Letters that did not reach anybody in the last seven days: { $many }.
    .hint = See them on the page “Letters” (/desk/mail): the reason stands there, and what can be done.
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
doctor-mail-bounces-elsewhere = The address for returned letters (mail_bounces) is in another domain. DMARC counts SPF only where the domains agree; then DKIM is what you rely on.

cli-restore-verify = A drill only: restores into a temporary place, checks everything and changes nothing
cli-upgrade-about = Upgrades the data of an older version: rehearses on a copy first and tells what would change
cli-upgrade-apply = Upgrades in earnest: with a verified copy before and a check after
cli-upgrade-rollback = Puts back the copy made before the upgrade; what was written since stays only in a new copy
cli-upgrade-copy = File for the copy; without it, it lies in the data folder. With PostgreSQL --apply and --rollback need it
upgrade-nothing = There is nothing to upgrade: the schema of the data is { $schema }, as the program expects.
upgrade-needs-copy = With PostgreSQL there is no data folder. Say with --copy FILE where the copy is to lie.
upgrade-no-copy = There is no copy from before an upgrade in “{ $path }”. Name the file with --copy.
upgrade-step-copy = A copy is being written…
upgrade-step-restore = The copy is being restored in a temporary place…
upgrade-step-rehearse = The upgrade is being rehearsed on the copy and checked…
upgrade-step-migrate = The data are being upgraded…
upgrade-step-check = The upgraded data are being checked…
upgrade-step-put-back = The data are being put back from the copy…
upgrade-schema = Schema: from { $from } to { $to }.
upgrade-rows = Table “{ $table }”: { $before } rows before, { $after } after.
upgrade-new-table = New table “{ $table }”: { $after } rows.
upgrade-whole = Checked: { $rows } rows, { $entries } journal entries, { $files } files.
upgrade-rehearsed = The rehearsal on a copy went well. Nothing was changed; “glas upgrade --apply” upgrades.
upgrade-done = The data are upgraded. The copy from before is { $path }; “glas upgrade --rollback” returns to it.
upgrade-rolled-back = The data were put back from { $path } and have schema { $schema }. What was there until now is kept in { $kept }. Start the old version of the program: the new one would upgrade the data again.
restore-verified = The copy { $path } can be restored: { $rows } rows, { $files } files, { $entries } journal entries. Everything was checked and nothing was changed.

cli-mail-about = Letters that came back
cli-mail-bounce-about = Reads one returned letter from standard input, as a mail server pipes it, and marks the letter as not delivered
cli-mail-bounce-recipient = The address that it came to, where the mail server tells
bounce-nothing = This is no message about an undelivered letter of this installation; nothing was changed.
bounce-unknown = Nothing is kept of that letter any more.
bounce-delayed = Noted: the letter is delayed.
bounce-failed = Noted: the letter was not delivered.
bounce-left = The site is running; the message was left for it and will be read within seconds.

metrics-token-short = The word in the file “{ $path }” is too short for `metrics_token_file`. It needs at least 16 characters.
tls-unusable = The certificate “{ $path }” cannot be used: { $why }

cli-openid-about = Signing in by the service of an organisation (OpenID Connect)
cli-openid-set-about = Sets the sign-in service of one site
cli-openid-show-about = Shows which service is set
cli-openid-remove-about = Removes the service; people sign in as before
cli-openid-issuer = The issuer as the service writes itself, for example https://login.example.bg
cli-openid-client = The name by which the service knows this site
cli-openid-secret-file = A file with the secret of the client
cli-openid-secret-variable = An environment variable with the secret of the client
cli-openid-party = The organisation whose people come in by it: its name in Bulgarian
openid-set = The service { $issuer } is set. It counts after a restart.
openid-is = The service is { $issuer }, and this site's name there is { $client }.
openid-is-not = No service is set.
openid-removed = The service is removed. It counts after a restart.
openid-issuer-unsafe = The issuer must begin with https://, and is “{ $issuer }”.
openid-party-unknown = There is no organisation “{ $name }”.
openid-variable-missing = The variable { $name } with the secret of the sign-in service is not set.

cli-export-about = Exports the answers as a data set: of a study, or from a questionnaire (XLSForm) and answers (CSV)
cli-export-study = The address of the study, for instance uslugi or primerovo/uslugi
cli-export-format = Format: csv, sav (SPSS), xlsx (with codebook), ddi (DDI-Codebook 2.5), csvw, frictionless (folder or .zip) or dcat (DCAT-AP)
cli-export-audience = Only this audience; without it each audience is a file of its own
cli-export-labels = Writes the words of answers into the CSV, not their codes
cli-export-collection = How the answers were collected: census, probability, everyone-invited or self-selected
cli-export-population = How many people the group has
cli-export-date = Date of the data set, for instance 2023-07-27; today without it
cli-export-output = File for the data; descriptions are put beside it. These are single answers: give them only to people who may see them
export-done = Done: { $path } ({ $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
})
export-no-study = There is no study “{ $name }”. Write the last part of its address, for instance uslugi.
export-no-name = “{ $path }” is no name of a file.
export-cut-file-label = SPSS has room for { $limit } bytes of the title; the whole is “{ $words }”.
export-cut-variable-label = { $variable }: SPSS has room for { $limit } bytes of the label; the whole is “{ $words }”.
export-cut-value-label = { $variable }: SPSS has room for { $limit } bytes of the label of an answer; the whole is “{ $words }”.
export-cut-cell = { $variable }: SPSS has room for { $limit } bytes of the words in a cell.

# Checking and converting questionnaires and answers from files.
cli-questionnaire-about = Looks through a questionnaire in a file, or makes another format of it
cli-questionnaire-check-about = Tells what the questionnaire holds and what is wrong with it
cli-questionnaire-check-strict = Ends with code 5 where the review finds errors
cli-questionnaire-convert-about = Writes the questionnaire in another format and tells what did not come along
cli-questionnaire-file = Questionnaire: XLSForm (.xlsx, .xls, .csv, .md), LimeSurvey (.lss, .lsa), or .json of SurveyJS or Glas
cli-questionnaire-convert-to = New file: .xlsx or .md (XLSForm), .tsv (LimeSurvey) or .json (Glas)
cli-answers-about = Checks answers in a file
cli-answers-check-about = Checks whether answers fit the questionnaire, row by row
cli-answers-date = The day that stands in where a row has none, for instance 2023-07-27; without it, today
check-format-xlsform = XLSForm
check-format-limesurvey = LimeSurvey
check-format-surveyjs = SurveyJS
check-format-glas = questionnaire of Glas
check-languages = Languages: { $languages }
check-questions = Questions to answer: { $n }. By kind: { $kinds }
check-logic = Logic: { $logic }
check-kind-text = short text
check-kind-long-text = long text
check-kind-integer = whole number
check-kind-decimal = decimal number
check-kind-date = date
check-kind-time = hour
check-kind-note = note
check-kind-one = one answer
check-kind-many = several answers
check-kind-ranking = ranking
check-kind-consent = consent
check-kind-point = place on the map
check-kind-photo = photo
check-kind-file = file
check-kind-given = comes with the link
check-kind-calculated = calculation
check-logic-relevance = conditions for showing
check-logic-constraint = constraints
check-logic-required = required
check-logic-calculation = calculations
check-logic-filter = filters of options
check-logic-piping = earlier answers in the words
check-logic-shuffled = shuffled
check-logic-repeat = repeats
check-responses = { $n ->
        [one] The file holds { $n } response too; answers are not read here.
       *[other] The file holds { $n } responses too; answers are not read here.
    }
check-left-out = Not carried over ({ $n }):
check-errors = { $n ->
        [one] The review found { $n } error.
       *[other] The review found { $n } errors.
    }
convert-kind = The file { $path } must end in .xlsx, .md, .tsv or .json.
convert-done = { $n ->
        [one] Done: { $path }, { $n } question.
       *[other] Done: { $path }, { $n } questions.
    }
convert-lost = The new format has no place for ({ $n }):
convert-unwritable = A text of the questionnaire is longer than a cell of a sheet can be. Shorten it, or choose .md.
answers-checked = { $path }: rows accepted – { $accepted }, refused – { $rejected }.
answers-repeated = row { $row }: the same answers as row { $first }. Perhaps one person twice, perhaps two who think alike.
