# Думите, с които на работното място се добавят хора, създават проекти и планират проучвания.

# Формуляри на работното място.
desk-save = Запазете
desk-form-back = Назад, без да записвате
desk-form-empty = (празно)
desk-form-in-english = { $label } – на английски
desk-form-newer = Междувременно друг промени същото
desk-form-newer-what = Вашият текст е в полетата по-долу. Това е записал другият човек там, където двата текста се различават:

refusal-typed-missing = { $field ->
    [title] Липсва заглавие.
    [place] Липсва място.
    [summary] Липсва кратко представяне.
    [first] Липсва първи ден.
    [last] Липсва последен ден.
    [slug] Липсва край на адреса.
    [party_name] Липсва име на организацията.
    [name] Липсва име.
    [account] Липсва име за вход.
    [programme] Липсва програма.
    [project_number] Липсва номер на проекта.
    [address] Липсва адрес на връзката.
    [purpose] Не е казано за какво е проучването.
    [code] Липсва код на групата.
   *[other] Има английски текст, а българският липсва.
}
    .hint = Попълнете полето.
refusal-typed-too-many = Въведени са { $is } части, а може най-много { $most }.
    .hint = Съкратете текста или обединете части.
refusal-translation-unlike = На български частите са { $bulgarian }, а на английски – { $english }.
    .hint = Преведете част по част в същия ред. На мястото на непреведена част напишете „–“.
refusal-day-ahead = Този ден още не е дошъл.
    .hint = Изберете днешния или по-ранен ден.
refusal-count-zero = Тук не може да стои нула.
    .hint = Оставете полето празно, ако не знаете броя.
refusal-count-too-large = Числото е твърде голямо.
    .hint = Напишете най-много { $most }.
refusal-web-address-unreadable = „{ $given }“ не е адрес на страница.
    .hint = Препишете целия адрес от браузъра, с https:// отпред.
refusal-nothing-chosen = { $field ->
    [party] Не е избрана организация.
    [party_kind] Не е избран вид на новата организация.
    [part] Не е избрано участие в проекта.
    [role] Не е избрана роля.
    [nature] Не е избрано дали проектът е истински.
    [progress] Не е избрано докъде е дейността.
    [results] Не е избрано кога се показват резултатите.
    [collection] Не е избрано как са поканени хората.
   *[other] Нищо не е избрано.
}
    .hint = Изберете една от възможностите.
refusal-changed-meanwhile = Докато пишехте, друг записа промени тук.
    .hint = Сравнете двата текста и запазете още веднъж това, което трябва да остане.

# Организации.
desk-parties-title = Организации
desk-party-change = Поправете данните на организацията
desk-party-change-lede = Името се променя навсякъде, където се вижда организацията.
desk-party-new = Нова организация
desk-party-new-note = Попълнете само ако избрахте „Нова организация“.
desk-party-party = Организация
desk-party-choose = Изберете…
desk-party-is-new = Нова организация (попълва се по-долу)
desk-party-party-name = Име на организацията
    .hint = Както се пише в документите, например Община Примерово.
desk-party-party-kind = Вид
desk-party-party-kind-municipality = Община
desk-party-party-kind-civic-organisation = Гражданска организация
desk-party-party-kind-other = Друга
desk-party-party-site = Сайт на организацията
    .hint = Ако има: целият адрес, с https:// отпред.
refusal-party-known = Вече има организация с име „{ $name }“.
    .hint = Изберете я от списъка.

# Хора.
desk-people-add = Добавете човек
desk-people-no-part = не може да влиза
desk-people-new-link-why = Ако паролата е забравена, дайте нова покана: връзка и писмо с код. Предишната покана спира да важи веднага, а отворените входове – щом човекът избере нова парола.
desk-person-new = Добавете човек
desk-person-new-lede = Човекът получава покана, с която сам избира парола: връзка, която му изпращате, или отпечатано писмо с код. Ще я видите веднъж, веднага след като го добавите.
desk-person-new-button = Добавете човека и покажете поканата
desk-person-name = Име и фамилия
    .hint = Вижда се в дневника на работното място.
desk-person-account = Име за вход
    .hint = От 3 до 60 знака: букви, цифри, точка, тире, долна черта или @. Главни и малки букви не се различават.
desk-person-email = Електронна поща
    .hint = Не е задължителна. На нея отива и поканата, ако сайтът изпраща писма.
desk-person-part = Роля
desk-person-part-note = Роля се дава за определена организация. По-късно може да дадете на човека и друга.
desk-person-details = Поправете името или пощата
desk-person-parts = Роли
desk-person-no-parts = Този човек няма роля и не може да влезе.
desk-part-new = Дайте още една роля
desk-part-new-button = Дайте ролята
desk-part-give = Дайте роля
desk-part-take = Отнемете
desk-done-person = Данните на човека са поправени.
desk-done-party = Данните на организацията са поправени.
desk-done-part-given = Ролята е дадена и важи веднага.
desk-done-part-taken = Ролята е отнета и вече не важи.
refusal-account-unreadable = Това не може да бъде име за вход.
    .hint = Напишете от 3 до 60 знака: букви, цифри, точка, тире, долна черта или @, без интервали.
refusal-account-taken = Друг човек вече влиза с това име.
    .hint = Изберете друго име за вход.
refusal-email-unreadable = Това не е адрес на електронна поща.
    .hint = Проверете го или оставете полето празно.
refusal-last-administrator = Това е последната администраторска роля и не може да бъде отнета.
    .hint = Първо направете друг човек администратор.
refusal-part-given-before = Човекът вече има тази роля в тази организация.
    .hint = Изберете друга роля или друга организация.

# Проект.
desk-begin = Първи стъпки
desk-begin-project = Създайте проект
desk-begin-project-why = – кой какво прави, кога и с чии пари. Страницата му става публична веднага.
desk-begin-people = Добавете хора
desk-begin-people-why = – изследовател на гражданската организация и служител на общината. Всеки получава връзка, с която избира парола.
desk-project-new = Нов проект
desk-project-new-lede = Започнете с най-важното. Финансирането, дейностите, връзките и партньорите се добавят след това, едно по едно. Страницата на проекта е публична, щом го създадете.
desk-project-new-button = Създайте проекта
desk-project-beneficiary = Бенефициент
desk-project-beneficiary-note = Организацията, която отговаря за проекта. Нейните хора ще могат да променят страницата му.
desk-project-words = Текст на страницата
desk-project-words-lede = Промените се виждат веднага, с днешна дата на последна промяна.
desk-project-words-change = Променете текста
desk-project-title = Заглавие
desk-project-place = Място
    .hint = Кратко име за началото на страницата, например Перущица.
desk-project-summary = Накратко
    .hint = Едно-две изречения под заглавието.
desk-project-goal = Цел
desk-project-story = Описание
    .hint = Абзаците се разделят с празен ред.
desk-project-first = Първи ден на проекта
    .hint = Ден, месец и година, например 20.07.2022.
desk-project-last = Последен ден на проекта
desk-project-nature = Истински ли е проектът
desk-project-nature-real = Да, истински е
desk-project-nature-demonstration = Не, измислен е за пример
    .hint = На всяка страница ще пише „Демонстрационни данни“, а търсачките ще го подминават.
desk-project-slug = Край на адреса
    .hint = Малки латински букви, цифри и тирета. Ако го оставите празно, ще се направи от заглавието. След първата публикация или първото проучване вече не се променя, за да не се прекъсват връзките към страницата.
desk-project-published = Публикуван на
    .hint = Ако страницата е била публична и преди, напишете първия ден. Последната промяна се записва сама.
desk-project-public = Как я виждат всички
desk-project-studies = Проучвания
desk-project-untranslated = Страницата още няма английски текст.
desk-project-parties = Участници
desk-project-activities = Дейности
desk-project-links = Връзки
desk-participation-new = Добавете участник
desk-participation-new-lede = Хората на организацията ще виждат проекта на работното си място, а изследователите ѝ ще работят в проучванията му.
desk-participation-part = Участие в проекта
desk-participation-part-beneficiary = Бенефициент
    .hint = Отговаря за проекта; хората му променят страницата.
desk-participation-part-partner = Партньор
desk-participation-part-observer = Наблюдател
    .hint = Хората му виждат проекта и докъде са проучванията, но не работят в тях и не четат отделни отговори.
desk-participation-remove = Махнете
desk-funding = Финансиране
desk-funding-lede = Ако проектът няма външно финансиране, оставете всичко празно.
desk-funding-none = Още не е казано с чии пари е проектът.
desk-funding-add = Добавете финансиране
desk-funding-change = Променете финансирането
desk-funding-programme = Програма
desk-funding-procedure = Процедура
desk-funding-procedure-number = Номер на процедурата
desk-funding-project-number = Номер на проекта
desk-funding-contract = Договор
desk-funding-cofinancing = Съфинансиране
    .hint = С думите на програмата, например „съфинансирана от Европейския съюз чрез Европейския социален фонд“.
desk-funding-shown = В края на всяка страница
desk-funding-shown-note = Програмите изискват знаците и уговорката да стоят на всичко, което се публикува.
desk-funding-signs = Надписи до знамето
    .hint = По един на ред.
desk-funding-european-union = Със знамето на Европейския съюз
desk-funding-disclaimer = Кой отговаря за съдържанието
    .hint = Кой отговаря за съдържанието и чие становище то не изразява.
desk-activities-none = Още няма дейности.
desk-activity-new = Добавете дейност
desk-activity-new-button = Добавете дейността
desk-activity-change = Променете дейността
desk-activity-title = Дейност
    .hint = Няколко думи, например „Информационна кампания“.
desk-activity-description = Продължение на изречението
    .hint = Стои след думите по-горе, с по-тънки букви.
desk-activity-progress = Докъде е
desk-activity-progress-done = Направена е
desk-activity-progress-underway = Върви
desk-activity-progress-to-do = Предстои
desk-activity-on = Ден, в който е завършила
    .hint = Само за направена дейност, ако денят се знае.
desk-links-none = Още няма връзки.
desk-link-new = Добавете връзка
desk-link-new-button = Добавете връзката
desk-link-change = Променете връзката
desk-link-title = Какво има там
    .hint = Например „Страница на проекта на сайта на общината“.
desk-link-address = Адрес
    .hint = Целият адрес от браузъра, с https:// отпред.
desk-row-place = Място в списъка
desk-row-first = Най-отгоре
desk-row-after = След „{ $name }“
desk-row-remove = Махнете от страницата
desk-row-remove-why = Ако това вече не се отнася за проекта, може да го махнете. Написаното горе няма да се запише.
desk-done-founded = Проектът е създаден и страницата му е публична. Сега я допълнете.
desk-done-project = Промените се виждат на страницата.
desk-done-row-added = Добавено е и се вижда на страницата.
desk-done-row-removed = Махнато е.
refusal-project-address-taken = Друг проект вече има този адрес.
    .hint = Изберете друг край на адреса.
refusal-project-address-settled = Адресът вече не може да се промени.
    .hint = Под него има публикации или проучвания и връзките към тях биха се прекъснали. Върнете предишния.
refusal-project-nature-settled = Вече не може да се промени дали проектът е истински.
    .hint = В него има публикации или проучвания и хората са ги приели за такива. Върнете предишния избор или създайте нов проект.
refusal-day-of-undone = Има ден на завършване, а дейността не е отбелязана като направена.
    .hint = Изчистете деня или отбележете, че дейността е направена.
refusal-takes-part-before = Тази организация вече участва в проекта.
    .hint = Изберете друга. За да смените участието ѝ, първо я махнете от списъка.
refusal-last-beneficiary = Проектът трябва да има бенефициент.
    .hint = Първо добавете друг.
refusal-party-has-spoken = Тази организация има публикации в проекта и остава сред участниците му.
    .hint = Публикациите ѝ остават нейни. Можете да промените участието ѝ, например да стане наблюдател.
refusal-too-many-rows = Може да има най-много { $most }.
    .hint = Махнете нещо, което вече не е нужно.

# План на проучване.
desk-study-new = Планирайте проучване
desk-study-new-why = Проучването има цел, дни и групи хора, всяка със свой въпросник.
desk-study-new-lede = Тук казвате за какво питате, кога и кога ще покажете резултатите. След това добавяте групите, които ще питате.
desk-study-new-button = Създайте проучването
desk-study-change = Променете плана
desk-study-settled = Вече има отговори. Адресът, първият ден и правилото за резултатите остават каквито са, защото на тях са се доверили хората, които отговориха.
desk-study-plan-title = Заглавие
desk-study-plan-purpose = За какво питате
    .hint = Едно-две изречения: какво искате да разберете и какво ще направите с отговорите. Виждат се преди първия въпрос.
desk-study-plan-slug = Край на адреса
    .hint = Малки латински букви, цифри и тирета. Ако го оставите празно, ще се направи от заглавието.
desk-study-plan-first = Първи ден
    .hint = От този ден приемате отговори. Например 08.05.2023.
desk-study-plan-last = Последен ден
    .hint = До края на този ден. Може да се удължи, докато резултатите не са публични.
desk-study-plan-results = Кога се показват резултатите
desk-study-plan-results-after-closing = След последния ден
    .hint = Така резултатите не влияят на хората, които още отговарят.
desk-study-plan-results-live = Още докато отговорите идват
    .hint = Всеки вижда резултатите от първия ден.
desk-study-plan-results-never = Само в доклада
    .hint = Страница с резултати няма да има.
desk-study-plan-results-day = Ден, от който резултатите са публични
    .hint = Само при първата възможност. Ден преди края може да се избере само преди първия отговор: тогава който отговаря по-късно, може да е видял резултатите. Щом бъдат показани, не могат да се скрият.
desk-study-no-audience = Още не е избрана група, която да питате.
desk-study-no-audience-hint = Добавете групата, която ще питате: жители, служители, бизнес. След това внесете въпросник за нея.
desk-no-studies-hint = Проучване планира изследовател на организация, която участва в проекта.
desk-audience-new = Добавете група
desk-audience-new-lede = Група са хората, които отговарят на един и същ въпросник. За друга група – друг въпросник и друг адрес.
desk-audience-new-button = Добавете групата
desk-audience-change = Променете групата
desk-audience-settled = Вече има отговори. Кодът и адресът остават, защото са раздадени и стоят в данните, а начинът, по който хората са поканени, вече е факт. Останалото може да се променя.
desk-audience-name = Име на групата
    .hint = Например „Граждани, НПО и бизнес“. Виждат го и отговарящите.
desk-audience-code = Код
    .hint = Кратка дума с малки латински букви за данните, например residents.
desk-audience-token = Адрес за отговаряне
    .hint = Стои след /s/ на плаката и в поканата: поне 4 малки латински букви, цифри и тирета. Ако го оставите празно, ще се изтегли случаен, който никой не може да отгатне.
desk-audience-how = Как хората са поканени
desk-audience-how-note = От това зависи какво може да се твърди от резултатите. Изберете честно: докладът ще го каже на читателите.
desk-audience-collection = Кой отговаря
desk-audience-collection-census = Всички
    .hint = Питате всеки от групата и почти всички отговарят. Числата са за цялата група.
desk-audience-collection-probability = Случайна извадка
    .hint = Хората са изтеглени на случаен принцип от пълен списък. Резултатите важат за цялата група с известна грешка.
desk-audience-collection-everyone-invited = Всички са поканени
    .hint = Всеки от групата е получил покана, а отговаря, който пожелае. Нужен е броят на поканените.
desk-audience-collection-self-selected = Който пожелае
    .hint = Открита връзка, кутия с карти, плакат. Резултатите говорят само за отговорилите.
desk-audience-admission = Кой може да отговори
desk-audience-admission-open = Всеки, който има адреса
    .hint = Плакат, връзка на сайта, карта до гишето.
desk-audience-admission-by-code = Само с личен код, по веднъж
    .hint = Кодовете се изпращат по електронната поща или се печатат на писма. Правят се от страницата на проучването.
desk-audience-population = Колко хора са в групата
    .hint = Ако се знае, например жителите над 14 години.
desk-audience-invited = Колко са поканени
    .hint = Ако сте изпратили лични покани.
desk-audience-counts-agreed = Групата е съгласна отговорите ѝ да се показват като брой
    .hint = За групи под 10 души. Толкова малко хора лесно се разпознават: показваме „4 от 6“, и то само ако са се съгласили. Без съгласие резултатите им не се показват.
desk-audience-plan = План
desk-audience-plan-note = Колко отговора искате да съберете по всеки начин. Празно поле значи, че не разчитате на него.
desk-audience-plan-online = По интернет
desk-audience-plan-paper = На хартия
desk-audience-plan-imported = От файл
desk-audience-limit = Най-много отговори по интернет
    .hint = Щом се съберат толкова, страницата учтиво спира да приема. Празно: без граница.
desk-audience-remove = Махнете групата
desk-audience-remove-why = Докато групата няма въпросник, може да я махнете от проучването.
desk-done-study = Проучването е планирано. Добавете групите, които ще питате.
desk-done-plan = Планът е променен.
desk-done-audience = Групата е добавена. Сега внесете въпросник за нея.
refusal-study-address-taken = Друго проучване в проекта вече има този адрес.
    .hint = Изберете друг край на адреса.
refusal-audience-code-taken = Друга група в проучването вече има този код.
    .hint = Изберете друга кратка дума.
refusal-audience-code-unreadable = Това не може да бъде код.
    .hint = Използвайте до 40 малки латински букви, цифри и тирета, например residents.
refusal-audience-token-taken = Друга група вече има този адрес за отговаряне.
    .hint = Изберете друг или оставете полето празно.
refusal-audience-token-unreadable = Това не може да стои в адреса за отговаряне.
    .hint = Използвайте от 4 до 60 малки латински букви, цифри и единични тирета.
refusal-more-invited-than-people = Поканените са повече от хората в групата.
    .hint = Проверете двете числа.
refusal-invited-unknown = Не е казано колко са поканени.
    .hint = Без това число не се знае каква част от поканените са отговорили.
refusal-settled-by-answers = Вече има отговори и това не се променя.
    .hint = Отворете страницата наново; останалото може да се промени.
refusal-reopened-after-results = Резултатите вече са публични и проучването не може да се удължи.
    .hint = Който ги е видял, би отговорил по друг начин. Планирайте ново проучване.
refusal-closed-in-the-past = Проучването приемаше отговори и след този ден.
    .hint = Изберете днешния или по-късен ден.
refusal-results-day-idle = Ден за резултатите се избира само при „След последния ден“.
    .hint = Изчистете деня или изберете другото правило.
refusal-results-before-fieldwork = Тогава още няма да има отговори.
    .hint = Изберете първия ден на проучването или по-късен.
refusal-results-while-answering = Така резултатите ще се видят, докато други още отговарят.
    .hint = Който вече е отговорил, е разчитал на друго. Върнете предишния ден или изчистете полето: резултатите ще се покажат след последния ден.
refusal-results-shown-already = Резултатите вече са показани и не могат да се скрият.
    .hint = Върнете деня, от който са публични.
refusal-audience-asked = Групата има въпросник и не може да се махне.
    .hint = Възможно е някой вече да отговаря.
refusal-too-many-audiences = В едно проучване има място за { $most } групи.
    .hint = Обединете групи или планирайте второ проучване.

# Новото в дневника.
desk-act-person-added = Добавен човек
desk-act-person-details-changed = Поправени име или поща
desk-act-person-part-given = Дадена роля
desk-act-person-part-taken-away = Отнета роля
desk-act-party-added = Добавена организация
desk-act-party-changed = Поправени данни на организация
desk-act-tenant-founded = Основана организация в тази инсталация
desk-act-project-changed = Променена страница на проект
desk-act-study-changed = Променен план на проучване
desk-act-audience-added = Добавена група в проучване
desk-act-audience-changed = Променена група в проучване
desk-act-audience-removed = Махната група от проучване
desk-fact-role = роля
desk-fact-role-researcher = изследовател
desk-fact-role-official = служител
desk-fact-role-administrator = администратор
desk-fact-party = организация
desk-fact-part = част
desk-fact-part-words = текст
desk-fact-part-funding = финансиране
desk-fact-part-activities = дейности
desk-fact-part-links = връзки
desk-fact-part-parties = участници
desk-fact-slug-before = адрес преди
desk-fact-nature = проектът е
desk-fact-nature-real = истински
desk-fact-nature-demonstration = измислен за пример
desk-fact-nature-before = преди проектът е бил
desk-fact-nature-before-real = истински
desk-fact-nature-before-demonstration = измислен за пример
desk-fact-days = дни
desk-fact-results = резултати
desk-fact-results-after-closing = след последния ден
desk-fact-results-live = докато отговорите идват
desk-fact-results-never = само в доклада
desk-fact-results-day = резултати от
desk-fact-collection = покана
desk-fact-collection-census = всички
desk-fact-collection-probability = случайна извадка
desk-fact-collection-everyone-invited = всички са поканени
desk-fact-collection-self-selected = който пожелае
desk-fact-admission-before = кой може да отговори преди
desk-fact-admission-before-open = всеки, който има адреса
desk-fact-admission-before-by-code = само с личен код
desk-fact-planned = по план
desk-fact-title-before = заглавие преди
desk-fact-title-english-before = заглавие на английски преди
desk-fact-purpose-before = цел преди
desk-fact-purpose-english-before = цел на английски преди
desk-fact-first-before = първи ден преди
desk-fact-last-before = последен ден преди
desk-fact-results-before = резултати преди
desk-fact-results-before-after-closing = след последния ден
desk-fact-results-before-live = докато отговорите идват
desk-fact-results-before-never = само в доклада
desk-fact-results-day-before = ден на резултатите преди
desk-fact-name-before = име преди
desk-fact-name-english-before = име на английски преди
desk-fact-code-before = код преди
desk-fact-token-before = адрес за отговаряне преди
desk-fact-collection-before = покана преди
desk-fact-collection-before-census = всички
desk-fact-collection-before-probability = случайна извадка
desk-fact-collection-before-everyone-invited = всички са поканени
desk-fact-collection-before-self-selected = който пожелае
desk-fact-population-before = хора в групата преди
desk-fact-invited-before = поканени преди
desk-fact-limit-before = най-много отговори преди
desk-fact-counts-agreed-before = съгласие за показване като брой преди
desk-fact-counts-agreed-before-yes = да
desk-fact-plan-online-before = по план по интернет преди
desk-fact-plan-paper-before = по план на хартия преди
desk-fact-plan-imported-before = по план от файл преди

