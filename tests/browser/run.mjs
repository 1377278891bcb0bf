// Runs the tests of the harness itself, then every journey in journeys/. The last line says `N passed, N failed`.

import { readdir } from 'node:fs/promises';
import { launchBrowser } from './browser.mjs';
import { hasDemonstration } from './glas.mjs';
import selfTests from './self-test.mjs';

const filters = process.argv.slice(2);
/** A journey waits for its pages more than it reckons: two share two cores well. `GLAS_JOURNEYS=1` makes them one by one. */
const AT_ONCE = Math.max(1, Number(process.env.GLAS_JOURNEYS) || 2);
/** Words in the names of journeys that take minutes. */
const HEAVY = ['schemathesis', 'every kind is imported', 'makes an empty instance'];
const folder = new URL('./journeys/', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.mjs')).sort();
const tests = [...selfTests];
for (const file of files) {
  const { default: journeys } = await import(new URL(file, folder));
  tests.push(...journeys.map((test) => ({ ...test, name: `${file.replace('.mjs', '')}: ${test.name}`, needsGlas: true })));
}

const wanted = tests.filter(({ name }) => filters.length === 0 || filters.some((filter) => name.includes(filter)));
let able = true;
if (wanted.some(({ needsGlas }) => needsGlas) && !hasDemonstration()) {
  able = false;
  console.log('!'.repeat(78));
  console.log('SKIPPED: the program glas has no command "demo" yet, so no journey can be made.');
  console.log(`SKIPPED: ${wanted.filter(({ needsGlas }) => needsGlas).length} journeys have NOT been tested.`);
  console.log('!'.repeat(78));
}

const browser = await launchBrowser();
let passed = 0;
const failed = [];
const queue = wanted.filter(({ needsGlas }) => !needsGlas || able).sort((one, other) => burden(other) - burden(one));
await Promise.all(Array.from({ length: AT_ONCE }, worksOff));
await browser.close();
console.log(`${passed} passed, ${failed.length} failed`);
// Something that hung still holds the event loop.
process.exit(failed.length > 0 ? 1 : 0);

/** What takes longest begins first, so that nothing long is left over when the others are done. */
function burden({ name }) {
  return HEAVY.filter((word) => name.includes(word)).length;
}

/** One journey after the other, as long as there are some. Each has a program, a data folder and readers of its own. */
async function worksOff() {
  for (let test = queue.shift(); test; test = queue.shift()) await carriesOut(test);
}

async function carriesOut({ name, run }) {
  const begin = Date.now();
  try {
    await inTime(run(browser));
    passed += 1;
    console.log(`passed  ${name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed.push(name);
    // The stack keeps the message of the moment it was made; what steps added since is in the message only.
    const places = (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
    const told = [error.message ?? error, ...places].join('\n').replaceAll('\n', '\n        ');
    // In one piece: others may have something to say at the same time.
    console.log(`FAILED  ${name}\n        ${told}`);
  }
}

/** A test that hangs is a test that fails. */
async function inTime(test) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('not done within ten minutes')), 600_000);
  });
  await Promise.race([test, late]).finally(() => clearTimeout(timer));
}
