// A researcher of the civic organisation: no expert of computers, works with the keyboard, wants nothing to get lost.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { desktop, journey, phone } from '../harness.mjs';

const PASSWORD = 'четири прости думи тук';
const STUDY = 'Второ проучване';
const WORKBOOK = fileURLToPath(new URL('../../../examples/primerovo/residents.xlsx', import.meta.url));
const ANSWERS = fileURLToPath(new URL('../../../examples/primerovo/residents.csv', import.meta.url));

export default [
  ...journey('opens a box and types a card', { devices: [desktop], scripts: [true, false] }, typesACard),
  ...journey('imports a questionnaire and earlier answers', { devices: [desktop], scripts: [true] }, imports),
  ...journey('imports a sheet of another service', { devices: [desktop, phone], scripts: [true, false] }, importsASheet),
  ...journey('writes, publishes and corrects', { devices: [desktop, phone], scripts: [true] }, publishes),
  ...journey('publishes open data', { devices: [desktop, phone], scripts: [false] }, publishesData),
  ...journey('signs in, out and in vain', { devices: [phone], scripts: [false] }, signsIn),
];

async function typesACard({ reader, glas, step }) {
  await step('the one-time link opens the desk', () => setsUp(reader, glas));
  await step('the study shows answers against the plan', async () => {
    await reader.follows(new RegExp(STUDY));
    await reader.sees('0 отговора');
  });
  await step('the protocol of the box comes first', async () => {
    await reader.follows('Въведете карти от кутия');
    await reader.types('Кой отвори кутията', 'Комисия по заповед № 1');
    await reader.types('Кога', '10.07.2023');
    await reader.types('Карти в кутията', '2');
    await reader.types('Невалидни карти', '1');
    await reader.presses('Запишете протокола и въвеждайте');
  });
  await step('a card is typed by the numbers of its options', async () => {
    await reader.page.locator('main input[name="capacity"]').fill('1');
    await reader.page.locator('main input[name="used"]').fill('2');
    await reader.presses(/Запи/);
  });
  await step('the study counts it', async () => {
    await reader.goes('/desk');
    await reader.follows(new RegExp(STUDY));
    await reader.sees('1 отговор');
  });
}

async function publishesData({ reader, glas, arrives, step }) {
  await step('the one-time link opens the desk', () => setsUp(reader, glas));
  await step('the check says who could be recognised', async () => {
    await reader.goes('/desk');
    await reader.follows(/Гражданско участие и качество/);
    await reader.follows('Отворени данни');
    await reader.sees('може да се публикува');
    await reader.sees('Отделни отговори се публикуват при поне 30');
  });
  await step('nothing goes out unlooked at', () => reader.presses('Публикувайте', { status: 422 }));
  await step('then it does', async () => {
    await reader.page.getByLabel(/Прегледах/).check();
    await reader.presses('Публикувайте');
    await reader.sees('Отворените данни са публикувани');
  });
  const anybody = await arrives();
  await step('anybody finds and downloads it', async () => {
    await anybody.goes('/projects/primerovo/studies/uchastie-i-obsluzhvane-2023');
    await anybody.follows('Отворени данни');
    await anybody.sees('Как е защитен всеки');
    const [download] = await Promise.all([
      anybody.page.waitForEvent('download'),
      anybody.page.getByRole('link', { name: 'Всичко в един архив' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'uchastie-i-obsluzhvane-2023.zip');
  });
}

async function imports({ reader, glas, arrives, step }) {
  await step('the one-time link opens the desk', () => setsUp(reader, glas));
  await step('a workbook is read, shown and adopted', async () => {
    await reader.follows(new RegExp(STUDY));
    await reader.follows('Внесете нова версия на въпросника');
    await reader.page.getByLabel('Файл с въпросника').setInputFiles(WORKBOOK);
    await reader.presses('Проверете файла');
    await reader.sees('В какво качество отговаряте?');
  });
  await step('a file of earlier answers is read, counted and taken in', async () => {
    await reader.goes('/desk');
    await reader.follows(new RegExp(STUDY));
    await reader.follows('Внесете отговори от файл');
    await reader.page.locator('main input[type=file]').setInputFiles(ANSWERS);
    await reader.page.locator('main form button').first().click();
    await reader.page.waitForLoadState('load');
    await reader.check();
    await reader.sees(/176/);
  });
  const resident = await arrives();
  await step('a resident answers and writes something', async () => {
    await resident.goes('/s/primerovo-vtoro/all');
    await resident.page.locator('input[name=capacity]').first().check();
    await resident.page.locator('input[name=used][value=yes]').check();
    await resident.page.locator('main textarea').last().fill('По-малко чакане на гише.');
    await resident.page.locator('main form button[type=submit]').last().click();
    await resident.page.waitForLoadState('load');
    await resident.check();
    await resident.sees('Благодарим');
  });
  await step('what people wrote is hidden only for a reason', async () => {
    await reader.goes('/desk/moderation');
    await reader.page.locator('main a[href*="/open-answers"]').first().click();
    await reader.page.waitForLoadState('load');
    await reader.check();
    await reader.presses('Не го показвайте', { status: 422 });
    await reader.sees('Изберете причина.');
    await reader.page.getByLabel('Причина, ако скриете').selectOption('off-topic');
    await reader.presses('Не го показвайте');
    await reader.goes('/desk/moderation');
    await reader.sees('не отговаря на въпроса');
  });
}

/** As Google Forms writes it: a moment, an address, one of several, a grid, own words. */
function sheet() {
  const lines = ['Клеймо за време,Имейл адрес,Ползвахте ли услуга?,Доколко сте съгласни? [Бързо е],Доколко сте съгласни? [Учтиви са],Какво да подобрим?'];
  const steps = ['Съгласен', 'Напълно съгласен', 'Несъгласен', 'Напълно несъгласен'];
  for (let row = 0; row < 16; row += 1) {
    lines.push(`2023/07/${String(row + 1).padStart(2, '0')} 10:00:00,chovek${row}@example.org,${row % 3 ? 'Да' : 'Не'},${steps[row % 4]},${steps[(row + 1) % 4]},Предложение номер ${row} за гишето`);
  }
  return { name: 'Анкета.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
}

async function importsASheet({ reader, glas, step }) {
  const checks = () => reader.page.locator('main button[value=check]').last();
  await step('the one-time link opens the desk', () => setsUp(reader, glas));
  await step('a sheet is read, and nobody who answered is told', async () => {
    await reader.follows(new RegExp(STUDY));
    await reader.follows('Внесете нова версия на въпросника');
    await reader.unfolds('Какви файлове се приемат');
    await reader.page.getByLabel('Файл с въпросника').setInputFiles(sheet());
    await reader.presses('Проверете файла');
    await reader.sees('Google Forms · 16 реда · 6 колони');
    await reader.doesNotSee('chovek1@example.org');
  });
  await step('a column is corrected and looked at', async () => {
    await reader.unfolds('Ползвахте ли услуга?');
    await reader.page.locator('#words-2').fill('Ползвахте ли административна услуга?');
    await reader.page.locator('#title').fill('Анкета за услугите');
    await checks().click();
    await reader.page.waitForLoadState('load');
    await reader.check();
    await reader.sees('16 отговора могат да бъдат приети');
    await reader.sees('1. Ползвахте ли административна услуга?');
  });
  await step('questionnaire and answers come in together', async () => {
    await reader.presses('Внесете въпросника и отговорите');
    await reader.sees('Въпросникът и отговорите са внесени');
  });
  await step('a file with other headers is told what its columns mean', async () => {
    await reader.follows('Внесете отговори от файл');
    const buffer = Buffer.from('Дата;Услуга;Бележка\n20.07.2023;Да;а\n21.07.2023;Не;б\nвчера;Да;в\n');
    await reader.page.locator('main input[type=file]').setInputFiles({ name: 'още.csv', mimeType: 'text/csv', buffer });
    await reader.presses('Проверете файла');
    await reader.sees('Използват се 1 от 3 колони');
    await reader.page.locator('#column-1').selectOption('q1');
    await checks().click();
    await reader.page.waitForLoadState('load');
    await reader.check();
    await reader.sees('2 отговора могат да бъдат приети');
    await reader.sees('ред 4, колона A');
    await reader.presses('Добавете отговорите');
    await reader.sees('Отговорите от файла са добавени');
  });
}

async function publishes({ reader, glas, arrives, step }) {
  const title = 'Новина от пътуването';
  await step('the one-time link opens the desk', () => setsUp(reader, glas));
  await step('a draft is written and saved', async () => {
    await reader.goes('/desk/publications');
    await reader.follows('Нова публикация');
    await reader.types('Заглавие', title);
    await reader.types('Текст', 'Първо изречение с **важна** дума.\n\n## Подзаглавие\n\n- едно\n- две');
    await reader.presses('Запазете');
    await reader.sees('чернова');
  });
  const visitor = await arrives();
  await step('nobody else sees the draft', async () => {
    await visitor.goes('/projects/primerovo');
    await visitor.doesNotSee(title);
  });
  await step('published, everybody reads it', async () => {
    await reader.presses('Запазете и публикувайте');
    await pageIsOlderThanASecond();
    await visitor.goes('/projects/primerovo');
    await visitor.follows(title);
    await visitor.sees('Подзаглавие');
  });
}

async function signsIn({ reader, glas, step }) {
  await step('the one-time link opens the desk, once', async () => {
    const link = await setsUp(reader, glas);
    await reader.goes(link, { status: 422 });
  });
  await step('signed out, the desk asks to sign in', async () => {
    await reader.goes('/desk/account');
    await reader.presses(/Излезте/);
    await reader.goes('/desk');
    assert.equal(reader.place(), '/sign-in');
  });
  await step('a wrong password is refused without a word about the name', async () => {
    await signs(reader, 'researcher', 'съвсем друга парола', { status: 422 });
    const known = await reader.page.locator('main').innerText();
    await signs(reader, 'nobody-of-this-name', 'съвсем друга парола', { status: 422 });
    const unknown = await reader.page.locator('main').innerText();
    assert.equal(unknown.replaceAll('nobody-of-this-name', ''), known.replaceAll('researcher', ''));
  });
  await step('the right one opens the desk again', async () => {
    await signs(reader, 'researcher', PASSWORD);
    assert.equal(reader.place(), '/desk');
  });
}

async function setsUp(reader, glas) {
  const link = new URL(glas.setupLinks()[0]).pathname;
  await reader.goes(link);
  for (const field of await reader.page.locator('input[type=password]').all()) await field.fill(PASSWORD);
  await reader.presses(/Запазете паролата/);
  assert.equal(reader.place(), '/desk');
  return link;
}

async function signs(reader, name, password, options) {
  await reader.page.locator('main input[name="account"]').fill(name);
  await reader.page.locator('main input[type=password]').fill(password);
  if (options?.status) reader.checks.expectRefusal(new URL('/sign-in', reader.address).href);
  await reader.presses(/Влезте/, options);
}

/** A public page may be up to a second old. */
function pageIsOlderThanASecond() {
  return new Promise((resolve) => setTimeout(resolve, 1100));
}
