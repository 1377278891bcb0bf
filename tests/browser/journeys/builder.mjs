// A researcher makes a questionnaire from nothing, publishes it, and somebody answers it.

import { desktop, journey, phone } from '../harness.mjs';

const PASSWORD = 'четири прости думи тук';
const STUDY = 'Второ проучване';

export default [
  ...journey('makes, publishes and has a questionnaire answered', { devices: [desktop, phone], scripts: [true, false] }, makes),
];

async function makes({ reader, glas, arrives, step }) {
  const adds = async (link, words, kind, options) => {
    await reader.page.getByRole('link', { name: link }).first().click();
    await reader.page.waitForLoadState('load');
    await reader.page.locator('#label_bg').fill(words);
    if (kind) await reader.page.locator('#kind').selectOption(kind);
    if (options) await reader.page.locator('#options').fill(options);
    await reader.presses('Добавете');
    await reader.sees(words);
  };
  await step('the one-time link opens the desk', async () => {
    await reader.goes(new URL(glas.setupLinks()[0]).pathname);
    for (const field of await reader.page.locator('input[type=password]').all()) await field.fill(PASSWORD);
    await reader.presses(/Запазете паролата/);
    await reader.follows(new RegExp(STUDY));
  });
  await step('an empty questionnaire begins', async () => {
    await reader.follows('Съставете нова версия');
    await reader.presses('Започнете');
    await reader.sees('Още няма въпроси.');
  });
  await step('six questions are written', async () => {
    await adds('Добавете страница', 'Вашето посещение');
    await adds(/^Добавете въпрос/, 'Ползвали ли сте услуга?', 'one', 'Да\nНе\n* Не помня');
    await adds(/^Добавете въпрос/, 'Колко пъти?', 'integer');
    await adds(/^Добавете въпрос/, 'Какво попречи?', 'many', 'Време\nОпашка\nНищо не попречи');
    await adds(/^Добавете въпрос/, 'Кога беше последният път?', 'date');
    await adds(/^Добавете въпрос/, 'Доколко лесно беше?', 'rating');
    await adds(/^Добавете въпрос/, 'Какво да се подобри?', 'long-text');
  });
  await step('one is shown only to some, by lists', async () => {
    await reader.page.getByRole('link', { name: 'Колко пъти?', exact: true }).click();
    await reader.page.waitForLoadState('load');
    await reader.page.locator('[name=condition_0_question]').selectOption('q1');
    await reader.page.locator('[name=condition_0_answer]').selectOption('q1:o1');
    await reader.page.getByRole('button', { name: 'Запазете', exact: true }).first().click();
    await reader.page.waitForLoadState('load');
    await reader.check();
    await reader.sees('Показва се само ако „Ползвали ли сте услуга?“ е „Да“.');
  });
  await step('it is published', async () => {
    await reader.follows('Публикувайте въпросника');
    await reader.presses('Публикувайте въпросника');
    await reader.sees('Въпросникът е приет');
  });
  const resident = await arrives();
  await step('somebody answers it', async () => {
    await resident.goes('/s/primerovo-vtoro/all');
    await resident.sees('Ползвали ли сте услуга?');
    await resident.page.locator('input[name=q1]').first().check();
    await resident.page.locator('main form button[type=submit]').last().click();
    await resident.page.waitForLoadState('load');
    await resident.check();
    await resident.sees('Благодарим');
  });
}
