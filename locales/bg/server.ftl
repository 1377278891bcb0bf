# Командният ред.

cli-about = Глас: гражданско участие в наблюдението, контрола и оценката на административното обслужване
cli-language = Език на съобщенията: bg или en
cli-json = Извежда на стандартния изход само едно обобщение във формат JSON
cli-config = Файл с настройки (TOML)
cli-example = Пример:
cli-exit-codes = Кодове при край: 0 – готово, 2 – грешка в командата или в настройка, а при questionnaire и answers – файлът е отказан, 3 – входните данни са отказани, 4 – повреда, 5 – при проверка е намерено нещо нередно.

cli-demo-about = Създава демонстрацията (Перущица и измислената Община Примерово) и я показва на http://127.0.0.1:8080
cli-demo-port = Порт на локалния адрес
cli-demo-data = Папка за данните на демонстрацията
cli-demo-today = Ден на демонстрацията, например 2023-07-27
cli-serve-about = Пуска сайта с настройките от файла и средата
cli-serve-create = Създава базата данни, ако я няма
cli-report-about = Прави доклад от въпросник (XLSForm) и отговори (CSV), без сървър и без база данни
cli-report-questionnaire = Въпросник във формат XLSForm (.xlsx)
cli-report-answers = Отговори във формат CSV
cli-report-audience = Още една група: ИМЕ=ВЪПРОСНИК,ОТГОВОРИ
cli-report-name = Име на първата група
cli-report-title = Заглавие на проучването
cli-report-collection = Как са събрани отговорите: census, probability, everyone-invited или self-selected; без ИМЕ – на първата група
cli-report-population = От колко души се състои групата; без ИМЕ – първата
cli-report-output = Файл за доклада; .pdf, .html, .docx, .xlsx или .txt
cli-report-source = Папка, в която да се запише и това, от което е набран PDF файлът: шаблоните за Typst, думите и числата като данни, шрифтовете
cli-report-date = Дата на доклада, например 2023-07-27; без нея е днешната
cli-report-demonstration = Надпис, че данните са демонстрационни
cli-backup-about = Записва резервно копие на всичко в един файл
cli-backup-output = Файл за копието; не бива да съществува
cli-restore-about = Възстановява резервно копие в нова, празна папка
cli-restore-from = Файл с копие
cli-setup-about = Издава нова еднократна връзка за вход на човек
cli-setup-name = Име за вход
cli-setup-without-second-factor = Премахва и входа в две стъпки: за човек, който е изгубил телефона и резервните кодове.
cli-settings-about = Показва всички настройки и значението им

settings-title = Настройки
settings-lede = Всяка настройка може да стои във файла `glas.toml` или в променлива на средата. Командният ред има предимство пред средата, а средата – пред файла.
settings-name = Име
settings-variable = Променлива
settings-default = По подразбиране
settings-meaning = Значение
settings-unreadable = Файлът с настройки { $path } не може да се прочете: { $why }
settings-unknown = Няма настройка „{ $name }“. Познати са: { $known }.
settings-wrong = Настройката „{ $name }“ не може да бъде „{ $value }“.
settings-needed = Щом е зададена настройката „{ $by }“, нужна е и „{ $name }“.
setting-data = Папката с всички данни. Нея архивирайте.
setting-database = Адрес на PostgreSQL (`postgres://…`). Празно: SQLite в папката с данните.
setting-listen = Адрес и порт, на които слуша програмата.
setting-address = Адресът, на който хората отварят сайта, например `https://glas.example.bg`. С `https` бисквитките стават защитени.
setting-answers_per_minute = Колко въпросника могат да се започнат или изпратят за една минута от една мрежа (/24 или /56) за едно проучване. Сградата на общината или училището е една мрежа. Над тях браузърът извършва кратка проверка или човекът изчаква няколко секунди; никой не се връща. 0: без ограничение.
setting-journal_key = Файл с ключа, с който програмата подписва всеки ден върха на дневника. Създава се, ако го няма. Празно: `journal.key` в папката с данните, а с PostgreSQL – без подпис.
setting-second_factor_for = Роли, които са затворени за хора без вход в две стъпки, разделени със запетая: `administrator`, `researcher` и т.н. Празно: препоръчва се, не се изисква.
setting-today = Спира календара на един ден (ГГГГ-ММ-ДД). Само за демонстрации и проверки.
setting-log = Колко подробен е дневникът: `error`, `warn`, `info`, `debug`.
setting-mail_server = Пощенски сървър, през който тръгват писмата, например `smtp.example.bg` или `smtp.example.bg:587`. Празно: писмата се задържат и се виждат на страницата за поща.
setting-mail_security = `starttls`: връзката се шифрова веднага след поздрава и без това не продължава; `tls`: шифрована е от самото начало; `none`: само към тази машина.
setting-mail_from = От чие име са писмата, например `Глас <glas@example.bg>`.
setting-mail_user = Потребител на пощенския сървър, ако той иска такъв.
setting-mail_password = Неговата парола. Задавайте я чрез средата или вместо нея посочете файл.
setting-mail_password_file = Файл, в който е само паролата.
setting-mail_certificate = Файл (PEM) със сертификат, на който да се вярва, когато сървърът има собствен.
setting-mail_bounces = Адрес, на който се връщат недоставените писма, например `bounces@example.bg`. Сървърът трябва да приема и `bounces+КЛЮЧ@example.bg`.
setting-mail_dkim_selector = Селекторът на DKIM ключа, с който пощенският сървър подписва (името пред `._domainkey`). С него „glas doctor mail“ намира ключа в DNS.
setting-resolver = Адрес и порт на DNS сървъра, който „glas doctor“ пита, например `127.0.0.1:53`. Празно: този на машината.
setting-tls = Кой шифрова връзката. Празно: прокси сървър пред програмата; `files`: програмата, със сертификат от файлове; `acme`: програмата, със сертификат, който сама получава и подновява (например от Let’s Encrypt).
setting-tls_certificate = При `tls = files`: файл PEM със сертификата и веригата му. Промени ли се, чете се отново до минута.
setting-tls_key = При `tls = files`: файл PEM с частния ключ.
setting-tls_contact = При `tls = acme`: електронна поща, на която издателят пише за сертификата.
setting-tls_directory = При `tls = acme`: адресът на издателя; празно: Let’s Encrypt.
setting-tls_redirect = Адрес и порт, на които заявките без шифроване се отпращат към `https`, например `0.0.0.0:80`. Празно: няма такъв.
setting-metrics = Адрес и порт, на които Prometheus чете показатели от `/metrics`, например `127.0.0.1:9464`. Празно: никъде. На публичния адрес никога ги няма.
setting-metrics_token_file = Файл с дума, която трябва да знае всеки, който чете показателите (`Authorization: Bearer …`). Нужен е, щом `metrics` не е само за тази машина.

demo-made = Направих папката с данни { $path } и заредих Перущица и Община Примерово.
demo-kept = Папката с данни { $path } е от предишно пускане; оставих я, както е.
demo-day = Денят на демонстрацията е { $day }.
demo-open = Отворете { $address }
demo-links = Еднократни връзки, с които всяка роля си избира парола:
demo-links-used = Връзките за вход вече са показани. Нова връзка: { $command }
demo-stop = Ctrl+C спира сървъра; нищо не се губи.
serve-open = Сайтът работи на { $address }
serve-stopping = Спирам: довършвам започнатото.
port-busy = Адресът { $address } е зает.
    .hint = Изберете друг порт, например --port { $other }.

report-reading = Чета отговорите
report-typesetting = Подреждам доклада
report-done = Готово: { $path } ({ $pages ->
    [one] { $pages } страница
   *[other] { $pages } страници
}, { $answers ->
    [one] { $answers } отговор
   *[other] { $answers } отговора
}).
report-done-html = Готово: { $path } ({ $answers ->
    [one] { $answers } отговор
   *[other] { $answers } отговора
}).
report-rows-rejected = { $n ->
    [one] { $n } ред не е приет:
   *[other] { $n } реда не са приети:
}
report-more = … и още { $n }.
report-untitled = Резултати от проучването
report-first-audience = Участници
report-audience-malformed = „{ $text }“ не се чете като ИМЕ=ВЪПРОСНИК,ОТГОВОРИ.
report-audience-unknown = Няма група „{ $name }“. Групите са: { $known }.
report-output-kind = Файлът за доклада трябва да завършва на .pdf, .html, .docx, .xlsx или .txt, а не „{ $path }“.
file-missing = Файлът { $path } не може да се прочете: { $why }
file-exists = Файлът { $path } вече съществува; няма да го заменя.
file-too-large = Файлът { $path } е по-голям от { $limit }.
located = { $path }, лист „{ $sheet }“, ред { $row }, колона { $column }: { $sentence }
located-row = { $path }, ред { $row }, колона { $column }: { $sentence }
fault = Повреда: { $why }
backup-done = Готово: { $path } ({ $size }).
restore-done = Готово: данните са в { $path }.
setup-link = Връзка за { $name } (валидна 7 дни): { $link }
setup-nobody = Няма човек с име за вход „{ $name }“.
role-researcher = Изследовател (Фондация „Примерен глас“)
role-official = Служител (Община Примерово)
role-administrator = Администратор
demo-redacted = [заличено]
demo-report-bg = Доклад на български (PDF)
demo-report-en = Доклад на английски (PDF)
serve-first = Тук още няма хора. С тази връзка администраторът си избира парола (валидна 7 дни, показва се веднъж): { $link }
serve-operator = Оператор на сайта
cli-load-about = Създава проект от папка с файлове: project.toml, публикациите, проучванията и техните въпросници и отговори
cli-load-from = Папка във вида на examples/perushtitsa и examples/primerovo
load-done = Проектът е създаден: { $address }
journal-key-unreadable = Файлът { $path } не съдържа ключ за подписване на дневника. Върнете запазеното копие на ключа или преместете файла: тогава ще бъде създаден нов ключ.
cli-verify-about = Проверява дневника, подписите, публикуваните думи и файловете, без да променя нищо; назовава първото, което не е както е било
cli-verify-backup = Архив, който да се провери вместо папката с данните
cli-verify-heads = Запазено копие на /journal/heads.json, с което да се сравни
cli-verify-key = Единственият публичен ключ, чиито подписи се приемат (64 знака 0–9 и a–f)
verify-whole = Всичко е както е било: записи в дневника { $entries }, подписи { $heads }, публикувани текстове { $words }, файлове { $files }.
verify-key = Подписано с ключ { $key }. Сравнете го с ключа, който пазите.
verify-key-unreadable = Ключът в --key трябва да е от 64 знака 0–9 и a–f.
verify-heads-unreadable = Файлът { $path } не е копие на /journal/heads.json.
cli-tenant = Наемател, за когото е командата: пътят или хостът му; без това – основният
cli-tenant-about = Наематели: няколко организации в една инсталация, всяка със своите данни
cli-tenant-add-about = Създава наемател и издава връзка за неговия администратор (при спрян сайт)
cli-tenant-name = Име, например „Община Примерово“
cli-tenant-name-en = Име на английски
cli-tenant-path = Дума след адреса на сайта: https://glas.example.bg/ДУМА
cli-tenant-host = Собствен хост: glas.primerovo.example
cli-tenant-list-about = Показва наемателите и адресите им
tenant-added = „{ $name }“ е на { $address }. С тази връзка администраторът си избира парола (валидна 7 дни, показва се веднъж): { $link }
tenant-unknown = Няма наемател „{ $name }“. Всички се виждат с: glas tenant list

# glas doctor
cli-doctor-about = Преглежда инсталацията и казва какво не е наред; не променя нищо и работи и до пуснат сайт
doctor-level-fine = наред
doctor-level-warning = внимание
doctor-level-fault = нередно
doctor-total = Нередности: { $faults }. Предупреждения: { $warnings }.
doctor-room = На диска с „{ $path }“ има { $free } свободно място.
    .hint = Освободете място или преместете папката с данни на по-голям диск. Когато мястото свърши, отговори не се приемат.
doctor-folder-closed = Папката с данни „{ $path }“ е достъпна само за програмата.
doctor-folder-open-to-group = Папката с данни „{ $path }“ е достъпна и за групата на програмата.
    .hint = Ако не е нарочно: chmod 700 { $path }
doctor-folder-open = Папката с данни „{ $path }“ е достъпна за всички потребители на машината, а в нея са отговорите на хората.
    .hint = Затворете я: chmod 700 { $path }
doctor-key-closed = Ключът на дневника „{ $path }“ е достъпен само за програмата.
doctor-key-open-to-group = Ключът на дневника „{ $path }“ е достъпен и за групата на програмата.
    .hint = Ако не е нарочно: chmod 600 { $path }
doctor-key-open = Ключът на дневника „{ $path }“ е достъпен за всички потребители на машината: всеки от тях може да подписва от името на инсталацията.
    .hint = Затворете го (chmod 600 { $path }). Ако чужди хора са имали достъп до машината, преместете го и пуснете сайта отново, за да се създаде нов; съобщете новия ключ публично.
doctor-key-missing = Няма ключ, с който да се подписва краят на дневника.
    .hint = При данни в папка ключът се създава при първото пускане на сайта. С PostgreSQL задайте „journal_key“ – къде да лежи.
doctor-settings-closed = Файлът с настройки „{ $path }“ не издава пароли.
doctor-settings-open = Файлът с настройки „{ $path }“ съдържа парола, а е достъпен за всички потребители на машината.
    .hint = Затворете го (chmod 600 { $path }) и сменете паролата, ако друг е могъл да я прочете.
doctor-today-held = Денят е спрян на { $day } с настройката „today“.
    .hint = Тя е за демонстрации. Махнете я, ако сайтът е истински.
doctor-address = Публичният адрес е { $address }.
doctor-address-missing = Не е зададен публичен адрес; връзките в писмата и документите водят към http://{ $listen }.
    .hint = Задайте „address“, например address = "https://glas.example.bg".
doctor-address-open = Публичният адрес { $address } не е с https: отговори и пароли минават по мрежата открито.
    .hint = Поставете пред програмата сървър с удостоверение (вижте docs/OPERATING.md) и задайте „address“ с https://.
doctor-name = Името { $host } води към { $addresses }.
doctor-name-unanswered = Не получихме отговор от DNS за { $name }: { $why }
    .hint = Проверете дали машината има мрежа и кой DNS сървър пита (/etc/resolv.conf). Друг сървър посочвате с настройката „resolver“.
doctor-mail-mx = Писмата до { $domain } приема { $servers }.
doctor-mail-mx-missing = Домейнът { $domain } няма запис MX: отговори и върнати писма до него няма къде да стигнат.
    .hint = Добавете в DNS запис MX за { $domain } с името на пощенския му сървър.
doctor-mail-spf = SPF: { $domain } казва кои сървъри изпращат от негово име ({ $record }).
doctor-mail-spf-missing = SPF: { $domain } не казва кои сървъри изпращат от негово име; чуждите пощи ще се съмняват в писмата.
    .hint = Добавете запис TXT за { $domain }, например „{ $example }“. Ако пощенският сървър е на доставчик, той казва какво да стои вместо това (обикновено „include:…“).
doctor-mail-spf-open = SPF: { $domain } позволява на всеки да изпраща от негово име ({ $record }).
    .hint = Сменете края на записа с „-all“, например „{ $example }“.
doctor-mail-spf-several = SPF: { $domain } има повече от един запис, затова не важи нито един ({ $record }).
    .hint = Оставете само един запис TXT, който започва с „v=spf1“, например „{ $example }“.
doctor-mail-dkim = DKIM: ключът { $name } е публикуван.
doctor-mail-dkim-unset = DKIM: не е зададен селектор, затова не знаем къде да търсим ключа на { $domain }.
    .hint = Включете подписването на { $host } и задайте селектора, който той ще Ви даде, в настройката „mail_dkim_selector“. Подписва пощенският сървър, не програмата.
doctor-mail-dkim-missing = DKIM: в DNS няма ключ { $name }.
    .hint = Добавете запис TXT за { $name } с ключа, който ще Ви даде { $host }, например „v=DKIM1; k=rsa; p=…“.
doctor-mail-dkim-revoked = DKIM: ключът { $name } е оттеглен (p е празно); подписаните с него писма се отхвърлят.
    .hint = Публикувайте новия ключ от { $host } или посочете друг селектор в „mail_dkim_selector“.
doctor-mail-dkim-unreadable = DKIM: записът { $name } не съдържа ключ.
    .hint = Поправете записа TXT; той изглежда така: „v=DKIM1; k=rsa; p=…“, с ключа от { $host }.
doctor-mail-dmarc = DMARC: { $name } казва какво да се прави с писма, които не минават проверките ({ $record }).
doctor-mail-dmarc-missing = DMARC: няма запис { $name }.
    .hint = Добавете запис TXT за { $name }, например „{ $example }“. Започнете с p=none и го затегнете, когато отчетите са чисти.
doctor-mail-dmarc-none = DMARC: { $name } само наблюдава (p=none): чужди писма от Ваше име още се доставят.
    .hint = Когато отчетите са чисти, сменете записа, например с „{ $example }“.
doctor-mail-dmarc-unreadable = DMARC: записът { $name } не се разбира ({ $record }).
    .hint = Оставете един запис TXT за { $name }, например „{ $example }“.
doctor-mail-found = За пощата има какво да се поправи в DNS; по-горе е казано какво.
doctor-name-unknown = Името { $host } не се намира в DNS от тази машина.
    .hint = Проверете записите A и AAAA на домейна. Ако името е само за вътрешна мрежа, това може да е нарочно.
doctor-database = Базата данни ({ $engine }) се чете; схемата ѝ е { $schema }, както очаква програмата.
doctor-database-broken = Базата данни не може да се прочете: { $why }.
    .hint = Погледнете диска и журнала на системата. Възстановете последното резервно копие в нова папка с „glas restore“.
doctor-journal = Последните записи в дневника са свързани. Всичко проверява „glas verify“.
doctor-journal-broken = Дневникът не е цял. { $why }
    .hint = Запазете папката с данни, както е, и пуснете „glas verify“; сравнете с последното резервно копие.
doctor-clock = Часовникът не изостава от последния запис в дневника.
doctor-clock-back = Последният запис в дневника е с { $minutes } мин. пред часовника на машината: часовникът е върнат назад.
    .hint = Сверете часовника и включете синхронизацията му, например с: timedatectl set-ntp true
doctor-duties = Нищо от това, което програмата върши сама, не се проваля.
doctor-duty-fails = „{ $duty }“ се проваля; поредни неуспехи: { $times }. Последната грешка: { $why }
    .hint = Програмата опитва отново сама. Ако не престане, причината е в журнала на програмата около същото време.
doctor-letters = Няма писма, които чакат дълго.
doctor-letters-wait = Писма, които чакат повече от четири часа: { $many }.
    .hint = Вижте причините на /desk/mail и опитайте с „glas doctor mail --to ВАШИЯТ-АДРЕС“. Ако сайтът е спрян, писмата тръгват, когато го пуснете.
doctor-letters-held = Писма, които няма с какво да се изпратят: { $many }.
    .hint = Задайте пощенски сървър („mail_server“ и „mail_from“) или предайте връзките по друг начин от /desk/mail.
doctor-letters-failed = Писма, които не стигнаха до получателя през последните седем дни: { $many }.
    .hint = Вижте ги на страницата „Писма“ (/desk/mail): там е причината и какво може да се направи.
doctor-backup = Последното резервно копие е отпреди { $days ->
    [0] по-малко от ден
    [one] { $days } ден
   *[other] { $days } дни
  }.
doctor-backup-old = Последното резервно копие е отпреди { $days } дни.
    .hint = Направете ново с „glas backup“ и го дръжте на друга машина.
doctor-backup-missing = С „glas backup“ още не е правено резервно копие.
    .hint = Направете го и го дръжте на друга машина. Копия, направени по друг начин, програмата не познава.
cli-doctor-mail-about = Изпраща пробно писмо и обяснява какво да има в DNS, за да не попадат писмата в „Нежелана поща“
cli-doctor-mail-to = До кого да е пробното писмо
doctor-mail-none = Не е зададен пощенски сървър. Задайте „mail_server“ и „mail_from“ във файла с настройки или в средата; всички настройки показва „glas settings“.
doctor-mail-to-unreadable = „{ $to }“ не е адрес на електронна поща.
doctor-mail-accepted = { $server } прие писмото до { $to } ({ $answer }). Вижте дали е пристигнало и дали не е в „Нежелана поща“.
doctor-mail-refused = { $server } не прие писмото. { $reason } Отговорът му: { $answer }
doctor-mail-bounces-elsewhere = Адресът за върнати писма (mail_bounces) е в друг домейн. DMARC приема SPF само когато домейните съвпадат; тогава остава да разчитате на DKIM.

cli-restore-verify = Само проба: възстановява копието на временно място, проверява всичко и не променя нищо
cli-upgrade-about = Надгражда данните на по-стара версия: първо репетира върху копие и казва какво ще се промени
cli-upgrade-apply = Надгражда наистина: с проверено копие преди това и проверка след това
cli-upgrade-rollback = Връща данните от копието, направено преди надграждането; записаното след него остава само в ново копие
cli-upgrade-copy = Файл за копието; без него е в папката с данните. С PostgreSQL е нужен за --apply и --rollback
upgrade-nothing = Няма какво да се надгражда: схемата на данните е { $schema }, както очаква програмата.
upgrade-needs-copy = С PostgreSQL няма папка с данни. Кажете с --copy ФАЙЛ къде да е копието.
upgrade-no-copy = В „{ $path }“ няма копие, направено преди надграждане. Посочете файла с --copy.
upgrade-step-copy = Записва се копие…
upgrade-step-restore = Копието се възстановява на временно място…
upgrade-step-rehearse = Надграждането се репетира върху копието и се проверява…
upgrade-step-migrate = Данните се надграждат…
upgrade-step-check = Проверяват се надградените данни…
upgrade-step-put-back = Данните се връщат от копието…
upgrade-schema = Схема: от { $from } на { $to }.
upgrade-rows = Таблица „{ $table }“: преди { $before } реда, след това { $after }.
upgrade-new-table = Нова таблица „{ $table }“: { $after } реда.
upgrade-whole = Проверено: редове { $rows }, записи в дневника { $entries }, файлове { $files }.
upgrade-rehearsed = Репетицията върху копие мина добре. Нищо не е променено; надграждате с „glas upgrade --apply“.
upgrade-done = Данните са надградени. Копието отпреди това е { $path }; с „glas upgrade --rollback“ се връщате към него.
upgrade-rolled-back = Данните са върнати от { $path } и са със схема { $schema }. Каквото имаше досега, е запазено в { $kept }. Пуснете старата версия на програмата: новата отново би надградила данните.
restore-verified = Копието { $path } се възстановява: редове { $rows }, файлове { $files }, записи в дневника { $entries }. Всичко е проверено и нищо не е променено.

cli-mail-about = Писма, които са се върнали
cli-mail-bounce-about = Чете от стандартния вход едно върнато писмо, както го подава пощенският сървър, и отбелязва писмото като недоставено
cli-mail-bounce-recipient = Адресът, на който е дошло, ако пощенският сървър го казва
bounce-nothing = Това не е съобщение за недоставено писмо на тази инсталация; нищо не е променено.
bounce-unknown = За това писмо вече не се пази нищо.
bounce-delayed = Отбелязано: писмото закъснява.
bounce-failed = Отбелязано: писмото не е доставено.
bounce-left = Сайтът работи; съобщението му е оставено и ще го прочете до няколко секунди.

metrics-token-short = Думата във файла „{ $path }“ е твърде къса за `metrics_token_file`. Нужни са поне 16 знака.
tls-unusable = Сертификатът „{ $path }“ не може да се използва: { $why }

cli-openid-about = Вход чрез услугата на организация (OpenID Connect)
cli-openid-set-about = Задава услугата за вход на един сайт
cli-openid-show-about = Показва коя услуга е зададена
cli-openid-remove-about = Премахва услугата; хората влизат както преди
cli-openid-issuer = Издател, както го пише самата услуга, например https://login.example.bg
cli-openid-client = Името, под което услугата познава този сайт
cli-openid-secret-file = Файл с тайната на клиента
cli-openid-secret-variable = Променлива на средата с тайната на клиента
cli-openid-party = Организацията, чиито хора влизат така: името ѝ на български
openid-set = Зададена е услугата { $issuer }. Важи след рестартиране.
openid-is = Услугата е { $issuer }, а името на този сайт в нея е { $client }.
openid-is-not = Не е зададена услуга.
openid-removed = Услугата е премахната. Важи след рестартиране.
openid-issuer-unsafe = Издателят трябва да започва с https://, а е „{ $issuer }“.
openid-party-unknown = Няма организация „{ $name }“.
openid-variable-missing = Променливата { $name } с тайната на услугата за вход не е зададена.

cli-export-about = Изнася отговорите като набор от данни: от проучване или от въпросник (XLSForm) и отговори (CSV)
cli-export-study = Адресът на проучването, например uslugi или primerovo/uslugi
cli-export-format = Формат: csv, sav (SPSS), xlsx (с кодова книга), ddi (DDI-Codebook 2.5), csvw, frictionless (папка или .zip) или dcat (DCAT-AP)
cli-export-audience = Само тази група; без него всяка група е отделен файл
cli-export-labels = В CSV пише думите на отговорите, а не кодовете им
cli-export-collection = Как са събрани отговорите: census, probability, everyone-invited или self-selected
cli-export-population = От колко души се състои групата
cli-export-date = Дата на набора от данни, например 2023-07-27; без нея е днешната
cli-export-output = Файл за данните; описанията застават до него. Това са отделни отговори: дайте ги само на хора, които имат право да ги виждат
export-done = Готово: { $path } ({ $answers ->
    [one] { $answers } отговор
   *[other] { $answers } отговора
})
export-no-study = Няма проучване „{ $name }“. Напишете последната част от адреса му, например uslugi.
export-no-name = „{ $path }“ не е име на файл.
export-cut-file-label = SPSS побира { $limit } байта от заглавието; цялото е „{ $words }“.
export-cut-variable-label = { $variable }: SPSS побира { $limit } байта от етикета; целият е „{ $words }“.
export-cut-value-label = { $variable }: SPSS побира { $limit } байта от етикета на отговор; целият е „{ $words }“.
export-cut-cell = { $variable }: SPSS побира { $limit } байта от думите в една клетка.

# Проверка и превръщане на въпросници и отговори от файл.
cli-questionnaire-about = Преглежда въпросник от файл или го превръща в друг формат
cli-questionnaire-check-about = Казва какво има във въпросника и какво не е наред в него
cli-questionnaire-check-strict = Завършва с код 5, ако прегледът намери грешки
cli-questionnaire-convert-about = Записва въпросника в друг формат и казва какво не е пренесено
cli-questionnaire-file = Въпросник: XLSForm (.xlsx, .xls, .csv, .md), LimeSurvey (.lss, .lsa) или .json на SurveyJS или Глас
cli-questionnaire-convert-to = Нов файл: .xlsx или .md (XLSForm), .tsv (LimeSurvey) или .json (Глас)
cli-answers-about = Проверява отговори от файл
cli-answers-check-about = Проверява дали отговорите отговарят на въпросника, ред по ред
cli-answers-date = Ден, който замества липсващ ден в реда, например 2023-07-27; без него е днешният
check-format-xlsform = XLSForm
check-format-limesurvey = LimeSurvey
check-format-surveyjs = SurveyJS
check-format-glas = въпросник на Глас
check-languages = Езици: { $languages }
check-questions = Въпроси за отговаряне: { $n }. По вид: { $kinds }
check-logic = Логика: { $logic }
check-kind-text = кратък текст
check-kind-long-text = дълъг текст
check-kind-integer = цяло число
check-kind-decimal = дробно число
check-kind-date = дата
check-kind-time = час
check-kind-note = бележка
check-kind-one = един отговор
check-kind-many = няколко отговора
check-kind-ranking = подреждане
check-kind-consent = съгласие
check-kind-point = място на картата
check-kind-photo = снимка
check-kind-file = файл
check-kind-given = идва с връзката
check-kind-calculated = изчисление
check-logic-relevance = условия за показване
check-logic-constraint = ограничения
check-logic-required = задължителни
check-logic-calculation = изчисления
check-logic-filter = филтри на отговори
check-logic-piping = предишни отговори в текста
check-logic-shuffled = разбъркани
check-logic-repeat = повторения
check-responses = { $n ->
        [one] Във файла има и { $n } попълнен въпросник; тук отговорите не се четат.
       *[other] Във файла има и { $n } попълнени въпросника; тук отговорите не се четат.
    }
check-left-out = { $n ->
        [one] Не е пренесено ({ $n }):
       *[other] Не са пренесени ({ $n }):
    }
check-errors = { $n ->
        [one] Прегледът намери { $n } грешка.
       *[other] Прегледът намери { $n } грешки.
    }
convert-kind = Файлът { $path } трябва да завършва на .xlsx, .md, .tsv или .json.
convert-done = { $n ->
        [one] Готово: { $path }, { $n } въпрос.
       *[other] Готово: { $path }, { $n } въпроса.
    }
convert-lost = Новият формат няма място за ({ $n }):
convert-unwritable = Текст във въпросника е по-дълъг, отколкото побира клетка на таблица. Скъсете го или изберете .md.
answers-checked = { $path }: приети редове – { $accepted }, отказани – { $rejected }.
answers-repeated = ред { $row }: същите отговори като на ред { $first }. Може да е един човек два пъти или двама с еднакво мнение.
