// People who use no mouse and no finger: a researcher who makes a questionnaire, and somebody with a narrow screen who answers.

import assert from 'node:assert/strict';
import { desktop, journey } from '../harness.mjs';
import { Keyboard } from '../keyboard.mjs';

const PASSWORD = 'четири прости думи тук';
const STUDY = /Второ проучване/;
/** A telephone turned upright, or a page enlarged four times. */
const narrow = { name: 'narrow', context: { viewport: { width: 320, height: 640 } } };

export default [
  ...journey('makes and publishes a questionnaire', { devices: [desktop, narrow], scripts: [true, false] }, makes),
  ...journey('answers a whole questionnaire', { devices: [narrow], scripts: [true, false] }, answers),
];

async function makes({ reader, glas, step }) {
  const hands = new Keyboard(reader);
  const adds = async (link, words, kind, options) => {
    await hands.enters(link, { tag: 'a' });
    await hands.types(/^(Въпрос|Заглавие)/, words);
    if (kind) await hands.picks(/^Вид/, kind);
    if (options) await hands.types(/^Отговори/, options);
    await hands.enters('Добавете', { tag: 'button' });
    await reader.sees(words);
  };
  await step('the one-time link opens the desk', async () => {
    await reader.goes(new URL(glas.setupLinks()[0]).pathname);
    await hands.types('Парола', PASSWORD);
    await hands.types(/още веднъж/, PASSWORD);
    await hands.enters(/Запазете паролата/);
  });
  await step('a new questionnaire begins', async () => {
    await hands.enters(STUDY, { tag: 'a' });
    await hands.enters('Съставете нова версия');
    await hands.enters('Започнете', { tag: 'button' });
    await reader.sees('Още няма въпроси.');
  });
  await step('three questions are written', async () => {
    await adds('Добавете страница', 'Вашето посещение');
    await adds(/^Добавете въпрос/, 'Ползвали ли сте услуга?', 'one', 'Да\nНе\n* Не помня');
    await adds(/^Добавете въпрос/, 'Колко пъти?', 'integer');
    await adds(/^Добавете въпрос/, 'Какво да се подобри?', 'long-text');
  });
  await step('one is asked only of some', async () => {
    await hands.enters('Колко пъти?', { tag: 'a' });
    await hands.picks(/Въпрос/, 'q1');
    await hands.picks(/Отговор/, 'q1:o1');
    await hands.enters('Запазете', { tag: 'button' });
    await reader.sees('Показва се само ако „Ползвали ли сте услуга?“ е „Да“.');
  });
  await step('the last goes before the one above it', async () => {
    await hands.goesTo(/Нагоре: Какво да се подобри/, { tag: 'button' });
    await reader.page.keyboard.press('Space');
    await reader.page.waitForLoadState('load');
    await waitsFor(reader, async () => {
      const labels = await reader.page.locator('.item-label').allInnerTexts();
      return labels.indexOf('Какво да се подобри?') === labels.indexOf('Колко пъти?') - 1;
    });
    await reader.check();
  });
  await step('the preview walks by the condition', async () => {
    await hands.enters('Преглед на въпросника', { tag: 'a' });
    await hands.enters('Започнете', { tag: 'button' });
    assert.equal(await reader.page.getByText('Колко пъти?').filter({ visible: true }).count(), 0);
    await hands.goesTo('Да', { tag: 'input' });
    await hands.presses('Space');
    await hands.enters('Напред', { tag: 'button' });
    await reader.sees('Колко пъти?');
    await hands.enters(await reader.page.locator('.kicker a').first().innerText(), { tag: 'a' });
  });
  await step('it is published', async () => {
    await hands.enters('Публикувайте въпросника');
    await hands.enters('Публикувайте въпросника', { tag: 'button' });
    await reader.sees('Въпросникът е приет');
  });
}

async function answers({ reader, step }) {
  const hands = new Keyboard(reader);
  await step('the first page leads to the questions', async () => {
    await reader.goes('/s/primerovo-vtoro');
    await hands.enters('Започнете', { tag: 'button' });
  });
  await step('every question is answered where it stands', async () => {
    for (let page = 0; page < 40; page += 1) {
      if ((await reader.page.getByRole('button', { name: 'Напред' }).count()) === 0) return;
      for (const name of await groups(reader)) await chooses(hands, name);
      const before = reader.page.url();
      await hands.goesTo('Напред', { tag: 'button' });
      await Promise.all([reader.page.waitForNavigation({ waitUntil: 'load' }), reader.page.keyboard.press('Enter')]);
      await reader.check();
      assert.notEqual(reader.page.url(), before, 'the page is not left');
    }
    assert.fail('the questionnaire does not end');
  });
  await step('it is sent, and there is a receipt', async () => {
    await hands.enters(/Изпрат/, { tag: 'button' });
    await reader.sees(/Отговорите Ви са приети/);
    assert.match(reader.place(), /^\/s\/primerovo-vtoro\/receipt\//);
  });
}

/** The names of the questions of one choice on the page, in their order. */
function groups(reader) {
  const radios = reader.page.locator('main input[type=radio]:visible');
  return radios.evaluateAll((all) => [...new Set(all.map((radio) => radio.name))]);
}

/** Comes to the first option of the question with Tab, and goes one further with an arrow. */
async function chooses(hands, name) {
  const isThere = () => hands.page.evaluate((name) => document.activeElement?.name === name, name);
  for (let place = 0; !(await isThere()); place += 1) {
    assert.ok(place < 200, `the keyboard never came to ${name}`);
    await hands.page.keyboard.press('Tab');
  }
  await hands.page.keyboard.press('Space');
  await hands.presses('ArrowDown');
  const chosen = await hands.page.locator(`input[name="${name}"]:checked`).count();
  assert.equal(chosen, 1, `${name} is not answered`);
}

async function waitsFor(reader, holds) {
  for (let tries = 0; tries < 50; tries += 1) {
    // Without scripts the page is made anew, and what is asked of it meanwhile finds none.
    if (await holds().catch(() => false)) return;
    await reader.page.waitForTimeout(100);
  }
  assert.fail('it did not come about');
}
