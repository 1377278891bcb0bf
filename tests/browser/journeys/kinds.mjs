// Every kind of question there is: a researcher imports them, a respondent answers each of them, in a language that the pages do not
// speak where it is a phone.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { journey } from '../harness.mjs';

const OPEN = '/s/primerovo-vtoro';
const WORKBOOK = fileURLToPath(new URL('../kinds.xlsx', import.meta.url));
const TYPED = { hour: '14:30', place: '42.054; 24.543', mail: 'ime@primer.bg', phone: '0888 123 456', short: 'дума' };

export default [...journey('every kind is imported and answered', { scripts: [true, false] }, answersAll)];

async function answersAll({ reader, glas, arrives, device, step }) {
  await step('the workbook is imported and adopted', async () => {
    const link = new URL(glas.setupLinks()[0]).pathname;
    await reader.goes(link);
    for (const field of await reader.page.locator('input[type=password]').all()) await field.fill('четири прости думи тук');
    await reader.presses(/Запазете паролата/);
    await reader.follows(/Второ проучване/);
    await reader.follows('Внесете нова версия на въпросника');
    await reader.page.getByLabel('Файл с въпросника').setInputFiles(WORKBOOK);
    await reader.presses('Проверете файла');
    await reader.sees('Подредете ги');
    await reader.presses('Приемете въпросника');
  });
  const visitor = await arrives();
  await step('what comes with the link is told, and the language can be chosen', async () => {
    await visitor.goes(`${OPEN}?channel=plakat`);
    await visitor.sees('plakat');
    if (device.name === 'phone') await visitor.follows('Türkçe');
    await visitor.presses('Започнете');
  });
  await step('a consent that is asked for is asked for again', async () => {
    await visitor.presses('Напред', { status: 422 });
    await visitor.sees(/има нужда от отговор/);
  });
  const met = new Set();
  await step('every page is answered', async () => {
    for (let page = 0; page < 40; page += 1) {
      const onward = visitor.page.getByRole('button', { name: 'Напред' });
      if ((await onward.count()) === 0) return;
      for (const name of await answers(visitor.page)) met.add(name);
      await onward.first().click();
      await visitor.page.waitForLoadState('load');
      await visitor.check();
    }
    assert.fail('the questionnaire does not end');
  });
  await step('every kind was met', () => {
    for (const name of ['agree', 'area', 'town', 'rate', 'hours', 'hour', 'place', 'mail', 'needs', 'order/time', 'most', 'one', 'three'])
      assert.ok(met.has(name), `${name} was not asked`);
  });
  await step('the review shows them and leads to the receipt', async () => {
    for (const words of ['14:30', '42.054, 24.543', /^1\. /, 'Да, давам съгласие']) await visitor.sees(words);
    await visitor.presses(/Изпрат/);
    await visitor.sees(/Отговорите Ви са приети/);
  });
}

/** Answers what the page asks; the names of its fields. */
async function answers(page) {
  const names = new Set();
  let place = 0;
  for (const field of await page.locator('main form').first().locator('input:not([type=hidden]), select, textarea').all()) {
    const [name, type, tag] = await field.evaluate((field) => [field.name, field.type, field.tagName]);
    const isNew = !names.has(name);
    names.add(name);
    if (tag === 'SELECT') await field.selectOption({ index: name.includes('/') ? (place += 1) : 1 });
    else if (type === 'radio') {
      if (isNew) await field.check();
    } else if (type === 'checkbox') {
      if ((await page.locator('main input[type=checkbox]:checked').count()) < 2) await field.check();
    } else await field.fill(TYPED[name] ?? 'няколко думи');
  }
  return names;
}
