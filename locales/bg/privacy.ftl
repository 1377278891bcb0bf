# Лични данни: какво пазим за хората, които влизат, и как го забравяме.

person-erased = Заличен човек
desk-own-data = Всичко, което пазим за Вас (JSON)
desk-erasure-link = Заличете личните данни
desk-erasure-title = Заличаване на лични данни
desk-erasure-lede = { $name } няма да може да влиза и името няма да се вижда никъде. Това не може да се отмени.
desk-erasure-goes = Изтриват се името, пощата, името за вход, паролата, ролите, отворените входове и адресите на изпратените писма.
desk-erasure-stays = Направеното остава в дневника и в публикациите, но без име.
desk-erasure-backups = Резервните копия отпреди това още пазят данните. Изтрийте ги, когато минат сроковете Ви.
desk-erasure-button = Заличете данните
desk-erasure-back = Назад, без промяна
desk-done-person-erased = Личните данни са заличени.
desk-act-person-erased = Заличени лични данни
refusal-erases-themselves = Не можете да заличите собствените си данни.
    .hint = Помолете друг администратор: докато сте тук, някой трябва да отговаря за сайта.

desk-personal-data-seen = Видях и трябва да остане
    .hint = Например служебен телефон или поща на общината. В дневника ще пише само, че сте потвърдили.
desk-fact-personal-data = лични данни в текста
desk-fact-personal-data-confirmed = потвърдени
refusal-personal-data-found = В текста има { $kind ->
        [personal-number] ЕГН
        [telephone] телефонен номер
       *[email] електронен адрес
    }: { $places }. Това ще види всеки.
    .hint = { $kind ->
        [personal-number] Махнете го: ЕГН не се публикува. Ако е друго число, отметнете „Видях и трябва да остане“ и изпратете отново.
       *[other] Ако е на частно лице, махнете го. Ако е служебен, отметнете „Видях и трябва да остане“ и изпратете отново.
    }

# Срокове и класове лични данни (law/personal-data.toml).
period-minutes = { $n ->
        [one] { $n } минута
       *[other] { $n } минути
    }
period-hours = { $n ->
        [one] { $n } час
       *[other] { $n } часа
    }
period-days = { $n ->
        [one] { $n } ден
       *[other] { $n } дни
    }
period-years = { $n ->
        [one] { $n } година
       *[other] { $n } години
    }
desk-duty-apply-retention = Изтриване и заличаване на данни, чийто срок е минал
desk-act-retention-applied = Изтрито и заличено, защото срокът е минал
desk-fact-day = ден
desk-fact-drafts = започнати отговори
desk-fact-uploads = неизползвани файлове
desk-fact-leavers = хора със спрян достъп
desk-fact-sessions = входове
desk-fact-sign-in-steps = недовършени входове
desk-fact-failed-sign-ins = броячи на неуспешни опити
desk-fact-setup-links = еднократни връзки
desk-fact-letter-recipients = адреси на писма
desk-fact-letters = писма

# Страницата за лични данни и регистърът на дейностите по обработване.
foot-privacy = Лични данни
privacy-title = Лични данни
privacy-lede = Кой отговаря за данните Ви, какво се пази, защо и докога, и какво можете да поискате.
privacy-controller = Кой отговаря за данните
privacy-controller-none = Още не е посочено. Дотогава питайте организацията, която води проекта.
privacy-controller-name = Администратор на лични данни
privacy-controller-address = Адрес
privacy-controller-contact = За връзка
privacy-controller-officer = Длъжностно лице по защита на данните
privacy-controller-joint = Отговаря заедно с
privacy-parties = Проектите тук водят:
privacy-rights = Какво можете да поискате и как
privacy-right-1 = Да узнаете дали пазим Ваши данни и да получите копие от тях (чл. 15 от ОРЗД). Който работи в Глас, сам ги сваля от „Моят вход“.
privacy-right-2 = Да поправим грешно или непълно (чл. 16).
privacy-right-3 = Да изтрием данните Ви, когато вече не са нужни или няма основание да ги пазим (чл. 17). На хората, които са работили в Глас, заличаваме името, пощата и достъпа; направеното от тях остава, но без име.
privacy-right-4 = Да ограничим използването им, докато се изясни спор (чл. 18), и да възразите срещу него (чл. 21).
privacy-right-5 = Да получите данните си във файл, който и друга програма чете (чл. 20).
privacy-right-6 = Изпратените отговори на въпросници не можем да намерим, защото не знаем кои са Ваши (чл. 11). Започнатите изтривате сами с бутона на страницата или като оставите срокът да мине.
privacy-right-7 = Няма решения, които взема само машина, и никой не се профилира (чл. 22).
privacy-right-8 = Пишете или елате на адреса по-горе. Отговаряме безплатно, най-късно до един месец (чл. 12). Може да поискаме да се уверим, че сте Вие, но не и копие от лична карта.
privacy-complaint = Ако не сте съгласни с отговора
privacy-complaint-why = Можете да подадете жалба до надзорния орган:
privacy-stored = Какво остава от Вашите отговори
privacy-stored-why = Един попълнен въпросник е един ред. В него има само това:
privacy-stored-audience = за коя група и кое проучване е
privacy-stored-key = случаен номер, който не води до Вас
privacy-stored-questionnaire = на коя версия на въпросника отговаряте
privacy-stored-mode = как е попълнен: по интернет, на хартия или от файл
privacy-stored-batch = за карта на хартия – от коя кутия; за ред от файл – от кой файл
privacy-stored-day = денят, без час
privacy-stored-language = езикът
privacy-stored-document = самите отговори
privacy-stored-files = файлове, само ако въпросникът ги иска и Вие сте ги приложили: без имената им; от снимките пазим само видимото – без място, час и устройство
privacy-stored-seed = ако въпроси или отговори се показват на всекиго в различен ред – номерът на този ред, един от 65 536
privacy-stored-quotable = в група с по-малко от 30 души – дали сте разрешили думите Ви да се цитират
privacy-classes = Какво пазим, защо и докога
privacy-what = Какво
privacy-why = Защо
privacy-ground = Основание
privacy-kept = Докога
privacy-kept-removed = { $period }, после се изтрива
privacy-kept-anonymised = { $period }, после се заличава
privacy-confirm = За потвърждение:
privacy-as-of = Списъкът е към { $day } г. Сроковете прилага самата програма.
privacy-cookies = Бисквитки
privacy-cookies-why = Който чете или отговаря, не получава нито една. Вписването не може без тези:
privacy-cookie-name = Име
privacy-cookie-purpose = За какво е
privacy-cookie-life = Докога
privacy-cookie-session = Знае, че сте влезли.
privacy-cookie-device = Познава браузъра следващия път, за да не могат чужди опити да Ви спрат.
privacy-cookie-step = Помни, че паролата е вярна, докато въведете кода.
privacy-cookie-until-closed = докато затворите браузъра; входът важи най-много { $most }
privacy-receivers = Кой получава данни
privacy-receiver-public = Всеки – публикуваното: обобщени резултати, прегледани свободни отговори, отворени данни, в които никой не може да бъде разпознат, публикации и дневника без имена.
privacy-receiver-mail = Пощенският сървър, през който излизат писмата до хората, които работят в Глас.
privacy-receiver-nobody = Никой друг. Страниците не зареждат нищо от чужди сайтове и никой не се следи.
desk-tab-processing = Лични данни
desk-processing-title = Регистър на дейностите по обработване
desk-processing-lede = Регистърът, който изисква { $article }. Съставя се от настройките на сайта и от списъка на сроковете; попълнете само кой отговаря.
desk-processing-csv = Регистърът като таблица (CSV)
desk-processing-json = Регистърът като данни (JSON)
desk-processing-public = Какво от това вижда всеки
desk-processing-untold = Още не е посочено кой отговаря за личните данни. Без това и страницата за хората не е пълна.
desk-processing-classes = Дейности, данни и срокове
desk-processing-measures = Мерки за сигурност
desk-processing-no-transfers = Данни не се предават извън Европейския съюз от програмата. Ако сървърът е другаде, впишете го при „Кой пази сървъра“.
desk-processing-runs = Какво си отиде през последните 30 дни
desk-processing-no-runs = Нищо: на никакви данни не им е минал срокът.
desk-processing-day = Ден
desk-processing-gone = Какво
desk-processing-number = Брой
desk-processing-controller = Администратор
desk-processing-contact = За връзка
desk-processing-whose = Чии данни
desk-processing-what = Какви данни
desk-processing-why = Цел
desk-processing-ground = Основание
desk-processing-receivers = Получатели
desk-processing-transfers = Предаване извън ЕС
desk-processing-kept = Срок
desk-measure-passwords = Паролите се пазят само като отпечатък (argon2id); най-често срещаните и изтеклите не се приемат.
desk-measure-roles = Всеки вижда и прави само това, което ролята му позволява; чуждата организация не стига до Вашите текстове.
desk-measure-journal = Всяко служебно действие е в дневник, който не може да се промени незабелязано.
desk-measure-answers = Отговорите се пазят без име, час и адрес в мрежата, в случаен ред.
desk-measure-moderation = Свободните отговори се четат от човек и се заличават, преди да ги види друг; ЕГН, телефони и адреси се търсят във всичко за публикуване.
desk-measure-encrypted = Връзката до сайта е шифрована.
desk-measure-not-encrypted = Адресът на сайта е без https: връзката до него не е шифрована.
desk-measure-second-factor-own = Входът в две стъпки е по избор на всеки.
desk-measure-second-factor-asked = За част от ролите входът е само в две стъпки.
desk-controller = Кой отговаря за личните данни
desk-controller-lede = Това се показва на страницата „Лични данни“ и влиза в регистъра.
desk-controller-controller-name = Администратор на лични данни
    .hint = Общината или организацията, която решава защо и как се събират данните.
desk-controller-controller-address = Адрес
desk-controller-contact = За връзка
    .hint = Електронна поща, телефон или приемно време. Ще ги вижда всеки.
desk-controller-officer = Длъжностно лице по защита на данните
    .hint = И как да се свържат с него. Общините са длъжни да имат (чл. 37 от ОРЗД).
desk-controller-processor = Кой пази сървъра
    .hint = Ако е друга фирма или организация. С нея трябва договор (чл. 28 от ОРЗД).
desk-controller-joint = Кой решава заедно с Вас
    .hint = Ако общината и гражданската организация решават заедно, трябва им споразумение (чл. 26 от ОРЗД).
desk-done-controller = Записано. Вече стои на страницата „Лични данни“.
desk-act-setting-changed = Променена настройка
desk-fact-setting = настройка
desk-fact-setting-controller = кой отговаря за личните данни
desk-fact-setting-openid = услугата за вход на организацията
desk-right-see-processing = Регистър на обработването
    .hint = Какви лични данни се пазят, защо, докога и колко от тях са си отишли.
desk-right-manage-processing = Кой отговаря за данните
    .hint = Вписва администратора на лични данни и с кого работи.
