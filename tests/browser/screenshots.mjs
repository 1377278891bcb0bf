// Pictures of the demonstration for the documents: every address on a phone and on a desk, by day and by night.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { desktop, launchBrowser, phone } from './browser.mjs';
import { startGlas } from './glas.mjs';
import { Reader } from './reader.mjs';

const folder = process.env.GLAS_PICTURES;
if (!folder) throw new Error('GLAS_PICTURES names the folder of the pictures; `cargo xtask screenshots` sets it');

/** The name of the picture, and the address or the way to it. */
const SHOWN = [
  ['front', '/'],
  ['front-english', '/en/'],
  ['project', '/projects/perushtitsa'],
  ['project-english', '/en/projects/perushtitsa'],
  ['demonstration', '/projects/primerovo'],
  ['results', '/projects/primerovo/studies/uchastie-i-obsluzhvane-2023'],
  ['report', '/projects/primerovo/studies/uchastie-i-obsluzhvane-2023/report'],
  ['answering', '/s/primerovo-vtoro'],
  ['sign-in', '/sign-in'],
];

/** Three screens of a long page are enough for a document. */
async function part(page) {
  const { width, height } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  return { x: 0, y: 0, width, height: Math.min(whole, 3 * height) };
}

const filters = process.argv.slice(2);
const glas = await startGlas();
const browser = await launchBrowser();
await mkdir(folder, { recursive: true });
let unlike = 0;
for (const device of [phone, desktop]) {
  for (const dark of [false, true]) {
    const reader = await Reader.arrive(browser, glas.address, { device, dark });
    for (const [name, path] of SHOWN) {
      const file = `${name}-${device.context.viewport.width}-${dark ? 'dark' : 'light'}.png`;
      if (filters.length > 0 && !filters.some((filter) => file.includes(filter))) continue;
      try {
        await reader.goes(path);
        await reader.page.evaluate(() => document.fonts.ready);
        await reader.page.screenshot({ path: join(folder, file), clip: await part(reader.page), fullPage: true });
        console.log(`made    ${file}`);
      } catch (error) {
        unlike += 1;
        console.log(`FAILED  ${file}: ${error.message}`);
      }
    }
    await reader.leaves();
  }
}
await browser.close();
await glas.stop();
process.exit(unlike > 0 ? 1 : 0);
