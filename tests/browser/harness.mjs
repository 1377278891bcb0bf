// How a journey is written:
//
//   export default journey('a visitor reads the project', { devices: [phone, desktop], scripts: [true, false] },
//     async ({ reader, glas, step }) => {
//       await step('the front page lists the projects', async () => {
//         await reader.goes('/');
//       });
//     });
//
// It is made once for every device with and without scripts, each time by a new reader on a new demonstration, or with
// `empty: true` on a new instance where nothing is yet, which `host` gives another name.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGlas } from './glas.mjs';
import { Reader } from './reader.mjs';

export { desktop, phone } from './browser.mjs';
import { desktop, phone } from './browser.mjs';

const RESULTS = fileURLToPath(new URL('./results/', import.meta.url));

/** One journey; what comes back is a list of tests, one for each variation. */
export function journey(name, { devices = [phone, desktop], scripts = [true], empty = false, host }, walk) {
  return devices.flatMap((device) =>
    scripts.map((withScripts) => ({
      name: `${name} · ${device.name}${withScripts ? '' : ' without scripts'}`,
      run: (browser) => make(browser, { name, device, scripts: withScripts, empty, host }, walk),
    })),
  );
}

async function make(browser, { name, device, scripts, empty, host }, walk) {
  const glas = await startGlas({ empty, host });
  const readers = [];
  /** Somebody else, with cookies of their own. */
  const arrives = async (options = {}) => {
    const reader = await Reader.arrive(browser, glas.address, { device, scripts, ...options });
    readers.push(reader);
    return reader;
  };
  try {
    const reader = await arrives();
    await walk({ reader, glas, arrives, device, scripts, step: stepOf(readers, `${name} ${device.name}`) });
  } catch (error) {
    await glas.stop().catch((other) => (error.message += `\n${other.message}`));
    throw error;
  } finally {
    await Promise.all(readers.map((reader) => reader.leaves().catch(() => undefined)));
  }
  await glas.stop();
}

/** Names the step in the error, and keeps pictures of what the readers saw. */
function stepOf(readers, name) {
  return async (words, act) => {
    try {
      return await act();
    } catch (error) {
      await mkdir(RESULTS, { recursive: true });
      for (const [number, reader] of readers.entries()) {
        const path = join(RESULTS, `${name} ${number}.png`.replaceAll(/[^\p{L}\p{N}.]+/gu, '-'));
        await reader.page.screenshot({ path, fullPage: true }).catch(() => undefined);
      }
      error.message = `${words}: ${error.message}`;
      throw error;
    }
  };
}
