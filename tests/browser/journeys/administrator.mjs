// The administrator of an empty instance: nobody has shown them anything, and the desk has to lead on.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { desktop, journey, phone } from '../harness.mjs';

const PASSWORD = 'четири прости думи тук';
const WORKBOOK = fileURLToPath(new URL('../../../examples/primerovo/residents.xlsx', import.meta.url));

export default [
  ...journey('makes an empty instance a working one', { devices: [phone, desktop], scripts: [true], empty: true }, founds),
  ...journey('makes an empty instance a working one', { devices: [desktop], scripts: [false], empty: true }, founds),
];

async function founds({ reader, glas, arrives, step }) {
  await step('the link of the first start opens the desk', () => setsUp(reader, new URL(glas.setupLinks()[0]).pathname));
  await step('the desk says what to do first', async () => {
    await reader.sees('Първи стъпки');
    await reader.follows('Създайте проект');
  });
  await step('a project is refused until it says enough, and keeps what was typed', async () => {
    await reader.types('Заглавие', 'Да говорим с общината');
    reader.checks.expectRefusal(new URL('/desk/projects', reader.address).href);
    await reader.presses('Създайте проекта', { status: 422 });
    await reader.sees('Липсва място.');
    assert.equal(await reader.page.getByLabel('Заглавие').first().inputValue(), 'Да говорим с общината');
  });
  await step('a project is founded with a new organisation', async () => {
    await reader.types('Място', 'Опитово');
    await reader.types('Накратко', 'Питаме какво пречи на хората да участват.');
    await reader.types('Първи ден на проекта', day(-30));
    await reader.types('Последен ден на проекта', day(300));
    await reader.types('Име на организацията', 'Сдружение „Опит“');
    await reader.chooses('Гражданска организация');
    await reader.presses('Създайте проекта');
    await reader.sees('Проектът е създаден');
  });
  await step('an activity is added to its page', async () => {
    await reader.follows('Добавете дейност');
    await reader.types('Дейност', 'Проучване');
    await reader.types('Продължение на изречението', 'сред жителите');
    await reader.presses('Добавете дейността');
    await reader.sees('Добавено е и се вижда на страницата.');
  });
  const link = await step('a researcher is added, and the link shown once', async () => {
    await reader.goes('/desk');
    await reader.follows('Добавете хора');
    await reader.types('Име и фамилия', 'Мария Примерова');
    await reader.types('Име за вход', 'maria');
    await reader.page.getByRole('radio', { name: /^Изследовател/ }).first().check();
    await reader.page.getByLabel('Организация', { exact: true }).selectOption({ label: 'Сдружение „Опит“' });
    await reader.presses('Добавете човека и покажете поканата');
    await reader.sees('Показва се само сега');
    return new URL(await reader.page.locator('.receipt-link').innerText()).pathname;
  });
  await step('the first steps are done', async () => {
    await reader.goes('/desk');
    await reader.doesNotSee('Първи стъпки');
  });
  await step('who answers for personal data is told, and everybody reads it', async () => {
    await reader.goes('/desk/processing');
    await reader.follows('Кой отговаря за личните данни');
    await reader.types('Администратор на лични данни', 'Сдружение „Опит“');
    await reader.types('Адрес', 'Опитово, ул. „Първа“ 1');
    await reader.types('За връзка', 'приемно време: вторник, 10–12 ч.');
    await reader.presses('Запазете');
    await reader.sees('Записано.');
  });
  const maria = await arrives();
  await step('the researcher chooses a password and finds the project', () => setsUp(maria, link));
  await step('a study is planned', async () => {
    await maria.follows('Планирайте проучване');
    await maria.types('Заглавие', 'Какво пречи');
    await maria.types('За какво питате', 'За да махнем пречките.');
    await maria.types('Първи ден', day(0));
    await maria.types('Последен ден', day(30));
    await maria.presses('Създайте проучването');
    await maria.sees('Още не е избрана група, която да питате.');
  });
  await step('it asks one group', async () => {
    await maria.follows('Добавете група');
    await maria.types('Име на групата', 'Жители на Опитово');
    await maria.types('Код', 'residents');
    await maria.types('Адрес за отговаряне', 'opitovo-zhiteli');
    await maria.page.getByRole('radio', { name: /^Който пожелае/ }).first().check();
    await maria.types('По интернет', '120');
    await maria.presses('Добавете групата');
    await maria.sees('Групата е добавена');
  });
  await step('a questionnaire is imported', async () => {
    await maria.follows('Внесете въпросник');
    await maria.page.getByLabel('Файл с въпросника').setInputFiles(WORKBOOK);
    await maria.presses('Проверете файла');
    await maria.presses('Приемете въпросника');
    await maria.sees('Въпросникът е приет');
  });
  const visitor = await arrives();
  await step('nobody else sees the project before it is opened', async () => {
    await visitor.goes('/');
    await visitor.doesNotSee('Да говорим с общината');
    await visitor.goes('/s/opitovo-zhiteli', { status: 404 });
    await maria.goes('/desk');
    await maria.follows('Да говорим с общината');
    await maria.sees('Проектът още не е отворен');
    await maria.follows('Вижте как ще изглежда');
    await maria.sees('Питаме какво пречи на хората да участват.');
    await maria.follows('Назад към проекта');
    await maria.presses('Отворете проекта за всички');
    await maria.sees('Проектът е отворен.');
  });
  await step('everybody finds the project and the questionnaire', async () => {
    await visitor.goes('/');
    await visitor.follows('Да говорим с общината');
    await visitor.sees('Питаме какво пречи на хората да участват.');
    await visitor.follows(/Жители на Опитово/);
    assert.equal(visitor.place(), '/s/opitovo-zhiteli');
    await visitor.sees('За да махнем пречките.');
  });
  await step('a link that was used opens nothing more', () => maria.goes(link, { status: 422 }));
}

async function setsUp(reader, link) {
  await reader.goes(link);
  for (const field of await reader.page.locator('input[type=password]').all()) await field.fill(PASSWORD);
  await reader.presses(/Запазете паролата/);
  assert.equal(reader.place(), '/desk');
}

/** So many days from today, as people write it. */
function day(distance) {
  const date = new Date(Date.now() + distance * 86_400_000);
  return [date.getDate(), date.getMonth() + 1, date.getFullYear()].map((part) => String(part).padStart(2, '0')).join('.');
}
