// A respondent in a village: looks for a place in a list of hundreds by its name, sends a photo from the phone, changes it, and
// is done; with scripts and without, and with the keyboard alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { desktop, journey, phone } from '../harness.mjs';

const OPEN = '/s/primerovo-vtoro';
/** A picture as a telephone makes it: where and when it was taken stands in it. */
const TAKEN = fileURLToPath(new URL('../../../crates/web/tests/suite/respondent/files/taken.jpg', import.meta.url));

export default [
  ...journey('sends a photo and finds a place', { devices: [phone, desktop], scripts: [true, false] }, sends),
  ...journey('sends a photo and finds a place with the keyboard', { devices: [phone], scripts: [true] }, byKeyboard),
];

/** Invented places, more than a page shows, and two that are called alike. */
function questionnaire() {
  const places = Array.from({ length: 160 }, (_, number) => `| | town | ${100 + number} | с. Измислено ${number + 1} | Примерово |`);
  return [
    '| survey | | | | | |',
    '| | type | name | label | appearance | required |',
    '| | select_one town | town | В кое населено място живеете? | settlements | yes |',
    '| | image | photo | Снимайте какво да се поправи | | |',
    '| | text | words | Какво да се знае за мястото? | multiline | |',
    '| choices | | | | |',
    '| | list_name | name | label | municipality |',
    '| | town | 1 | гр. Примерово | Примерово |',
    '| | town | 2 | с. Горно Примерово | Примерово |',
    '| | town | 3 | с. Върбица | Примерово |',
    '| | town | 4 | с. Върбица | Долно Примерово |',
    ...places,
    '| settings | | |',
    '| | form_title | form_id |',
    '| | Места за поправка (демонстрация) | places |',
    '',
  ].join('\n');
}

async function adopts(reader, glas) {
  await reader.goes(new URL(glas.setupLinks()[0]).pathname);
  for (const field of await reader.page.locator('input[type=password]').all()) await field.fill('четири прости думи тук');
  await reader.presses(/Запазете паролата/);
  await reader.follows(/Второ проучване/);
  await reader.follows('Внесете нова версия на въпросника');
  const file = { name: 'places.md', mimeType: 'text/markdown', buffer: Buffer.from(questionnaire()) };
  await reader.page.getByLabel('Файл с въпросника').setInputFiles(file);
  await reader.presses('Проверете файла');
  await reader.presses('Приемете въпросника');
}

async function sends({ reader, glas, arrives, step }) {
  await step('the questionnaire is imported and adopted', () => adopts(reader, glas));
  const visitor = await arrives();
  const { page } = visitor;
  await step('a name that two places have is asked back', async () => {
    await visitor.goes(OPEN);
    await visitor.presses('Започнете');
    assert.ok((await page.content()).length < 30_000, 'the list is not in the page');
    await page.locator('#q-town').fill('Varbitsa');
    await visitor.presses('Напред', { status: 422 });
    for (const words of [/отговарят няколко/, 'с. Върбица, общ. Долно Примерово']) await visitor.sees(words);
  });
  await step('one of them is chosen', async () => {
    await page.getByLabel('с. Върбица, общ. Долно Примерово').check();
    await visitor.presses('Напред');
    await visitor.sees('Снимайте какво да се поправи');
  });
  await step('what is no picture is refused beside its question', async () => {
    await page.locator('#q-photo').setInputFiles({ name: 'бележка.txt', mimeType: 'text/plain', buffer: Buffer.from('текст') });
    await visitor.presses('Прикачете избраното', { status: 422 });
    await visitor.sees(/не е снимка/);
  });
  await step('a picture is attached, taken back and attached again', async () => {
    await page.locator('#q-photo').setInputFiles(TAKEN);
    await visitor.presses('Прикачете избраното');
    await visitor.sees(/taken\.jpg/);
    await visitor.presses(/Махнете/);
    await visitor.doesNotSee(/taken\.jpg/);
    await page.locator('#q-photo').setInputFiles(TAKEN);
    await visitor.presses('Напред');
  });
  await step('going back shows what was chosen', async () => {
    await visitor.presses('Назад');
    await visitor.sees(/taken\.jpg/);
    await visitor.presses('Напред');
    await page.getByRole('textbox').last().fill('Счупена пейка');
    await visitor.presses('Напред');
  });
  await step('the review tells both and the answers are sent', async () => {
    for (const words of ['с. Върбица, общ. Долно Примерово', /taken\.jpg \(/]) await visitor.sees(words);
    await visitor.presses(/Изпрат/);
    await visitor.sees(/Отговорите Ви са приети/);
  });
  await step('whoever may read the answers downloads it, without where it was taken', async () => {
    await reader.goes('/desk');
    await reader.follows(/Второ проучване/);
    await reader.follows(/Файлове към отговорите/);
    const link = reader.page.locator('main a[href*="/files/"]').first();
    const [download] = await Promise.all([reader.page.waitForEvent('download'), link.click()]);
    const bytes = readFileSync(await download.path());
    assert.ok(!bytes.includes('Exif') && bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xd8])));
  });
}

async function byKeyboard({ reader, glas, arrives, step }) {
  await step('the questionnaire is imported and adopted', () => adopts(reader, glas));
  const visitor = await arrives();
  const { page } = visitor;
  const press = (key) => page.keyboard.press(key);
  /** Goes on with Tab until the focus is there. */
  const reaches = async (selector) => {
    for (let turn = 0; turn < 40; turn += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
      await press('Tab');
    }
    assert.fail(`${selector} is not reached`);
  };
  await step('a place is typed and Enter goes on', async () => {
    await visitor.goes(OPEN);
    await reaches('form button:not([tabindex])');
    await Promise.all([page.waitForURL(/town$/), press('Enter')]);
    await visitor.check();
    await reaches('#q-town');
    await page.keyboard.type('гр. Примерово');
    await Promise.all([page.waitForURL(/photo$/), press('Enter')]);
    await visitor.check();
  });
  await step('the field for the file is reached, and the button beside it', async () => {
    await reaches('#q-photo');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none', 'where the keyboard is cannot be seen');
    await page.locator('#q-photo').setInputFiles(TAKEN);
    await reaches('button[name="glas:step"][value=look]');
    await press('Enter');
    await visitor.sees(/taken\.jpg/);
    await visitor.check();
    await reaches('button[name="photo:remove"]');
    await press('Enter');
    await page.locator('#q-photo').waitFor();
    await visitor.check();
  });
}
