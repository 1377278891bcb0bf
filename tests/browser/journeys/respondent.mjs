// A respondent: an old phone, perhaps no scripts, no account; wants to be done in a few minutes and to know that it counted.

import assert from 'node:assert/strict';
import { desktop, journey, phone } from '../harness.mjs';

const OPEN = '/s/primerovo-vtoro';
const CLOSED = '/s/primerovo-zhiteli';

export default [
  ...journey('answers and gets a receipt', { devices: [phone, desktop], scripts: [true, false] }, answers),
  ...journey('changes an answer and leaves no trace of the old way', { devices: [phone], scripts: [false] }, changesTheWay),
  ...journey('answers with the keyboard alone', { devices: [desktop], scripts: [true] }, usesTheKeyboard),
  ...journey('answers in English and in the dark', { devices: [phone], scripts: [true] }, answersInEnglish),
  ...journey('is taken for a program and goes on', { devices: [phone, desktop], scripts: [true, false] }, isTakenForAProgram),
  ...journey('is told at once what is wrong, and loses nothing', { devices: [phone, desktop], scripts: [true] }, isToldAtOnce),
  ...journey('presses twice and goes back', { devices: [phone], scripts: [true, false] }, pressesTwice),
  ...journey('comes too late or to a wrong address', { devices: [phone], scripts: [false] }, comesTooLate),
];

async function answers({ reader, step }) {
  await step('the first page says who asks, for how long, and that nobody is recorded', async () => {
    await reader.goes(OPEN);
    for (const words of ['Демонстрационни данни', 'Фондация „Примерен глас“', /анонимн/]) await reader.sees(words);
  });
  await step('the questions begin', () => reader.presses('Започнете'));
  await step('every page is answered and leads on to the review', () => goesOn(reader, true));
  await step('the review shows the answers and leads to the receipt', async () => {
    await reader.sees('Гражданин');
    await reader.presses(/Изпрат/);
    assert.match(reader.place(), /^\/s\/primerovo-vtoro\/receipt\//);
    await reader.sees(/Отговорите Ви са приети/);
  });
  await step('the receipt can be opened again', async () => {
    await reader.goes(reader.place());
    await reader.sees(/Запазете кода/);
  });
}

async function changesTheWay({ reader, step }) {
  await step('who used a service is asked about it', async () => {
    await reader.goes(OPEN);
    await reader.presses('Започнете');
    await reader.presses('Напред');
    await reader.chooses('Да');
    await reader.presses('Напред');
    await reader.sees('Последната услуга, която ползвахте');
  });
  await step('going back and saying no takes those questions away', async () => {
    await reader.presses('Назад');
    await reader.chooses('Не');
    await reader.presses('Напред');
    await reader.doesNotSee('Колко пъти през последните 12 месеца');
  });
}

async function usesTheKeyboard({ reader, step }) {
  const press = (key) => reader.page.keyboard.press(key);
  await step('the first button is reached and pressed', async () => {
    await reader.goes(OPEN);
    await reader.page.getByRole('button', { name: 'Започнете' }).focus();
    await Promise.all([reader.page.waitForURL(/capacity$/), press('Enter')]);
    await reader.page.waitForLoadState('load');
    await reader.check();
  });
  await step('an option is chosen with the arrows and Enter goes on', async () => {
    await reader.page.locator('main input[type=radio]').first().focus();
    await press('Space');
    await press('ArrowDown');
    const chosen = reader.page.locator('main input[type=radio]:checked');
    assert.equal(await chosen.count(), 1);
    const outline = await chosen.evaluate((input) => {
      const row = input.closest('label') ?? input;
      return [getComputedStyle(input), getComputedStyle(row)].some((style) => style.outlineStyle !== 'none');
    });
    assert.ok(outline, 'where the keyboard is cannot be seen');
    const before = reader.place();
    await Promise.all([reader.page.waitForURL((url) => url.pathname !== before), press('Enter')]);
    await reader.page.waitForLoadState('load');
    await reader.check();
  });
}

async function answersInEnglish({ arrives, step }) {
  const reader = await arrives({ dark: true });
  await step('the questionnaire is in English', async () => {
    await reader.goes(`/en${OPEN}`);
    assert.equal(await reader.page.locator('html').getAttribute('lang'), 'en');
    await reader.page.locator('main form button').first().click();
    await reader.page.waitForLoadState('load');
    await reader.check();
    await reader.sees('Citizen');
  });
}

async function isTakenForAProgram({ reader, scripts, step }) {
  await step('something filled in the field that nobody sees', async () => {
    await reader.goes(OPEN);
    await reader.page.locator('#glas-website').fill('https://spam.example', { force: true });
  });
  if (scripts) {
    await step('the browser computes for a moment and the questions begin', async () => {
      reader.checks.expectRefusal(new URL(`${OPEN}/drafts`, reader.address).href);
      const begins = reader.page.waitForURL(/capacity$/);
      await reader.page.getByRole('button', { name: 'Започнете' }).click();
      await begins;
      await reader.page.waitForLoadState('load');
      await reader.check();
    });
  } else {
    await step('a page asks to wait, and pressing too early shows it again', async () => {
      reader.checks.expectRefusal(new URL(`${OPEN}/drafts`, reader.address).href);
      for (const button of ['Започнете', 'Продължете']) {
        await reader.page.getByRole('button', { name: button }).first().click();
        await reader.page.waitForLoadState('load');
        await reader.check();
        await reader.sees(/Изчакайте 15 секунди/);
      }
    });
  }
}

async function isToldAtOnce({ reader, arrives, step }) {
  const { page } = reader;
  const field = page.locator('#q-used_times');
  /** Waits for what the page says of keeping, and looks at the whole page. */
  const hears = async (words) => {
    await page.locator('[data-kept]').filter({ hasText: words }).waitFor();
    await reader.check();
  };
  await step('the way leads to a number', async () => {
    await reader.goes(OPEN);
    await reader.presses('Започнете');
    await reader.presses('Напред');
    await reader.chooses('Да');
    await hears(/запазено/);
    for (let turn = 0; turn < 10 && (await field.count()) === 0; turn += 1) await reader.presses('Напред');
  });
  const place = page.url();
  await step('what is no number is said beside the field, without a new page, and the keyboard stays where it was', async () => {
    await page.evaluate(() => (window.stays = true));
    await field.fill('много');
    await field.press('Tab');
    await page.locator('[id="q-used_times:error"]').waitFor();
    await reader.check();
    assert.equal(await field.inputValue(), 'много');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal(await page.evaluate(() => window.stays), true, 'the page was loaded anew');
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('4');
    await page.locator('[id="q-used_times:error"]').waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q-used_times');
    await hears(/запазено/);
  });
  await step('another tab finds what was typed', async () => {
    const other = await arrives();
    await other.goes(new URL(place).pathname);
    assert.equal(await other.page.locator('#q-used_times').inputValue(), '4');
  });
  await step('without a connection the page says so, and keeps it once there is one', async () => {
    reader.checks.expectRefusal(place);
    await page.context().setOffline(true);
    await field.fill('7');
    await field.press('Tab');
    await page.locator('[data-kept]').filter({ hasText: /Няма връзка/ }).waitFor();
    await page.getByRole('button', { name: 'Напред' }).click();
    assert.equal(page.url(), place, 'the browser left for a page of its own');
    await page.context().setOffline(false);
    await hears(/запазено/);
    await reader.goes(new URL(place).pathname);
    assert.equal(await field.inputValue(), '7');
  });
}

async function pressesTwice({ reader, step }) {
  await step('the questions are answered', async () => {
    await reader.goes(OPEN);
    await reader.presses('Започнете');
    await goesOn(reader, true);
  });
  await step('sending twice in one breath brings one receipt', async () => {
    await reader.page.getByRole('button', { name: /Изпрат/ }).dblclick();
    await reader.page.waitForURL(/receipt/);
    await reader.page.waitForLoadState('load');
    await reader.check();
    await reader.sees(/Отговорите Ви са приети/);
  });
  const receipt = reader.place();
  await step('going back and sending again brings the same', async () => {
    await reader.page.goBack();
    const again = reader.page.getByRole('button', { name: /Изпрат/ });
    // A browser that keeps no page asks for it, and the draft is gone by then.
    if ((await again.count()) > 0) {
      await again.click();
      await reader.page.waitForURL(/receipt/);
      assert.equal(reader.place(), receipt);
    }
  });
}

async function comesTooLate({ reader, step }) {
  await step('a study that is over says so and leads to its results', async () => {
    await reader.goes(CLOSED, { status: 410 });
    await reader.heading();
  });
  await step('an address that nobody gave out is a kind page', async () => {
    await reader.goes('/s/nobody-gave-this-out', { status: 404 });
    await reader.heading();
  });
}

/** Answers page after page, the first option each time, until there is nothing to go on to. */
async function goesOn(reader, answering) {
  for (let page = 0; page < 40; page += 1) {
    const onward = reader.page.getByRole('button', { name: 'Напред' });
    if ((await onward.count()) === 0) return;
    if (answering) await answersFirst(reader);
    await onward.first().click();
    await reader.page.waitForLoadState('load');
    await reader.check();
  }
  assert.fail('the questionnaire does not end');
}

async function answersFirst(reader) {
  const radios = reader.page.locator('main input[type=radio]');
  const seen = new Set();
  for (const radio of await radios.all()) {
    const name = await radio.getAttribute('name');
    if (!seen.has(name)) {
      seen.add(name);
      await radio.check();
    }
  }
}
