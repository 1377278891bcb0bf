// A volunteer who had questionnaires printed, and types in the sheets that came back: with the keyboard alone.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desktop, journey, phone } from '../harness.mjs';

const PASSWORD = 'четири прости думи тук';
const STUDY = 'Второ проучване';

export default journey(
  'prints sheets and types one in by keyboard alone',
  { devices: [desktop, phone], scripts: [true, false] },
  async ({ reader, glas, step }) => {
    const keyboard = reader.page.keyboard;
    let codes = [];
    await step('the one-time link opens the desk', async () => {
      await reader.goes(new URL(glas.setupLinks()[0]).pathname);
      for (const field of await reader.page.locator('input[type=password]').all()) await field.fill(PASSWORD);
      await reader.presses(/Запазете паролата/);
    });
    await step('sheets are made', async () => {
      await reader.follows(new RegExp(STUDY));
      await reader.follows(/Листове за попълване на хартия/);
      await reader.types('Брой листове', '900');
      await reader.presses('Направете листове с код', { status: 422 });
      await reader.sees('най-много 500');
      await reader.types('Брой листове', '2');
      await reader.presses('Направете листове с код');
      await reader.sees('Листовете са готови за печат');
    });
    await step('the file has a code on every page', async () => {
      const address = await reader.page.getByRole('link', { name: /Файл за печат/ }).getAttribute('href');
      const answer = await reader.context.request.get(new URL(address, reader.address).href, { timeout: 60_000 });
      assert.equal(answer.headers()['content-type'], 'application/pdf');
      const text = textOf(await answer.body());
      codes = [...new Set(text.match(/\b[2-9ACEHKMPTX]{4}-[2-9ACEHKMPTX]{4}\b/g) ?? [])];
      assert.equal(codes.length, 2, text);
      assert.match(text, /стр\. 1 от \d/);
    });
    await step('the code is typed and Enter opens the sheet', async () => {
      await reader.follows(/Въведете листове по код/);
      await isFocused(reader, 'code');
      await keyboard.type(codes[0].toLowerCase().replace('-', ''));
      await goesOnBy(reader, 'Enter');
      assert.equal(await reader.heading(), `Лист ${codes[0]}`);
    });
    await step('the answers are typed by their printed numbers', async () => {
      const first = reader.page.locator('main .card-entry input:not([type=hidden]), main .card-entry textarea').first();
      assert.equal(await first.evaluate((field) => field === document.activeElement), true, 'the first field waits');
      await keyboard.type('1');
      await keyboard.press('Tab');
      await keyboard.type('2');
      await reader.check();
      const button = reader.page.getByRole('button', { name: 'Запишете листа' });
      for (let tabs = 0; tabs < 200; tabs += 1) {
        if (await button.evaluate((known) => known === document.activeElement)) break;
        await keyboard.press('Tab');
      }
      await goesOnBy(reader, 'Enter');
      await reader.sees('Листът е записан');
      await isFocused(reader, 'code');
    });
    await step('the same sheet is refused, with what to do', async () => {
      await keyboard.type(codes[0]);
      reader.checks.expectRefusal(reader.page.url().split('?')[0]);
      reader.checks.expectRefusal(await sheetAddress(reader, codes[0]));
      await goesOnBy(reader, 'Enter');
      await reader.sees('Този лист вече е въведен');
      await reader.sees('Оставете го при въведените');
    });
    await step('a wrong sign is noticed', async () => {
      await reader.page.locator('#code').focus();
      await keyboard.press('ControlOrMeta+a');
      const wrong = codes[1].startsWith('2') ? '3' : '2';
      await keyboard.type(wrong + codes[1].slice(1));
      reader.checks.expectRefusal(new URL('/desk/sheets', reader.address).href);
      await goesOnBy(reader, 'Enter');
      await reader.sees('сгрешен знак');
    });
    await step('the study counts one answer', async () => {
      await reader.goes('/desk');
      await reader.follows(new RegExp(STUDY));
      await reader.sees('1 отговор');
    });
  },
);

async function isFocused(reader, id) {
  assert.equal(await reader.page.evaluate(() => document.activeElement?.id), id);
}

async function goesOnBy(reader, key) {
  await Promise.all([reader.page.waitForNavigation(), reader.page.keyboard.press(key)]);
  await reader.page.waitForLoadState('load');
  await reader.check();
}

/** Where the code leads. */
async function sheetAddress(reader, code) {
  const options = { form: { code }, maxRedirects: 0, headers: { origin: reader.address } };
  const answer = await reader.context.request.post(new URL('/desk/sheets', reader.address).href, options);
  return new URL(answer.headers().location ?? '/desk/sheets', reader.address).href;
}

function textOf(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'glas-sheets-'));
  try {
    const file = join(folder, 'sheets.pdf');
    writeFileSync(file, bytes);
    return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
