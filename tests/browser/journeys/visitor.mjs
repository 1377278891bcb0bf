// A visitor: has no account, wants to know what the project is, what was published, and to take the data.

import assert from 'node:assert/strict';
import { desktop, journey, phone } from '../harness.mjs';

const REAL = '/projects/perushtitsa';
const INVENTED = '/projects/primerovo';
const STUDY = `${INVENTED}/studies/uchastie-i-obsluzhvane-2023`;
const NUMBER = 'BG05SFOP001-2.025-0108';

export default [
  ...journey('reads about the project in both languages', { devices: [phone, desktop], scripts: [true, false] }, reads),
  ...journey('reads what came of the study', { devices: [phone, desktop], scripts: [true, false] }, readsResults),
  ...journey('reads in the dark', { devices: [phone] }, readsInTheDark),
  ...journey('takes what programs read', { devices: [desktop] }, takes),
  ...journey('gets lost and finds back', { devices: [phone] }, getsLost),
];

async function reads({ reader, step }) {
  await step('the front page leads to the project', async () => {
    await reader.goes('/');
    await reader.heading();
    await reader.follows(/Подкрепа за гражданско участие/);
    assert.equal(reader.place(), REAL);
  });
  await step('the project is told as its own page tells it', async () => {
    assert.match(await reader.heading(), /Подкрепа за гражданско участие/);
    for (const words of [NUMBER, `${NUMBER}-C01`, 'Фондация „Кореняк“', 'Община Перущица', '27.07.2023']) await reader.sees(words);
    await reader.doesNotSee('Демонстрационни данни');
  });
  await step('the same project in English', async () => {
    await reader.goes(`/en${REAL}`);
    assert.equal(await reader.page.locator('html').getAttribute('lang'), 'en');
    await reader.sees(NUMBER);
    await reader.sees('Korenyak Foundation');
  });
  await step('what is kept of people, and why words may be hidden, is told', async () => {
    await reader.goes('/about/privacy');
    await reader.sees('КЗЛД');
    await reader.goes('/about/moderation');
    await reader.heading();
  });
  await step('what is invented says so', async () => {
    await reader.goes(INVENTED);
    await reader.sees('Демонстрационни данни');
    await reader.goes(`/en${INVENTED}`);
    await reader.heading();
  });
}

async function readsResults({ reader, step }) {
  await step('the project leads to the results', async () => {
    await reader.goes(INVENTED);
    await reader.page.locator(`a[href="${STUDY}"]`).first().click();
    await reader.page.waitForLoadState('load');
    await reader.check();
    assert.equal(reader.place(), STUDY);
    await reader.sees('Демонстрационни данни');
  });
  await step('every figure has its base, its table and its data', async () => {
    const figures = reader.page.locator('figure');
    const count = await figures.count();
    assert.ok(count >= 20, `${count} figures`);
    for (const text of await figures.allInnerTexts()) assert.match(text, /База|n\s*=/, 'a figure without its base');
    assert.equal(await reader.page.locator('figure table').count() >= count, true, 'a figure without its table');
  });
  await step('the table of a figure unfolds', async () => {
    await reader.page.locator('figure summary').first().click();
    await reader.check();
    assert.ok(await reader.page.locator('figure details[open] table').first().isVisible());
  });
  await step('six officials are shown as counts', async () => {
    await reader.sees(/\d\sот\s6/);
  });
  await step('the same results in English', async () => {
    await reader.goes(`/en${STUDY}`);
    assert.equal(await reader.page.locator('html').getAttribute('lang'), 'en');
  });
  await step('the report is a page, too', async () => {
    await reader.goes(`${STUDY}/report`);
    await reader.heading();
    await reader.sees('Демонстрационни данни');
  });
}

async function readsInTheDark({ arrives, step }) {
  const reader = await arrives({ dark: true });
  for (const path of ['/', REAL, STUDY]) {
    await step(`${path} can be read in the dark`, () => reader.goes(path));
  }
}

async function takes({ reader, step }) {
  await step('the JSON twin says what the page says', async () => {
    const twin = await reader.fetches(`${REAL}.json`);
    assert.equal(twin.status, 200);
    assert.match(twin.type, /^application\/json/);
    assert.ok(JSON.stringify(JSON.parse(twin.text)).includes(NUMBER));
  });
  await step('the feed is Atom with an entry for each publication', async () => {
    const feed = await reader.fetches(`${REAL}/feed.atom`);
    assert.equal(feed.status, 200);
    assert.match(feed.type, /^application\/atom\+xml/);
    assert.match(feed.text, /<feed[^>]*xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
    assert.ok(feed.text.includes('<entry>'), 'no entry');
    assert.ok(await isWellFormed(reader, feed.text), 'not well-formed');
  });
  await step('the results as data, with the words that they are invented', async () => {
    const json = await reader.fetches(`${STUDY}.json`);
    assert.equal(json.status, 200);
    assert.match(JSON.stringify(JSON.parse(json.text)), /Демонстрационни данни/);
    const csv = await reader.fetches(`${STUDY}.csv`);
    assert.equal(csv.status, 200);
    assert.match(csv.type, /^text\/csv/);
    assert.match(csv.text, /Демонстрационни данни/);
  });
  await step('a picture of a figure, and its numbers', async () => {
    await reader.goes(STUDY);
    const address = (end) => reader.page.locator(`a[href$="${end}"][href*="/figures/"]`).first().getAttribute('href');
    const picture = await reader.fetches(await address('.svg'));
    assert.match(picture.type, /^image\/svg\+xml/);
    assert.ok(await isWellFormed(reader, picture.text), 'not well-formed');
    const numbers = await reader.fetches(await address('.csv'));
    assert.match(numbers.type, /^text\/csv/);
    const pixels = await reader.fetches(await address('.png'));
    assert.deepEqual([pixels.status, pixels.type], [200, 'image/png']);
  });
  await step('search engines are told what is there, and that the invented is not', async () => {
    const robots = await reader.fetches('/robots.txt');
    assert.equal(robots.status, 200);
    const sitemap = await reader.fetches('/sitemap.xml');
    assert.equal(sitemap.status, 200);
    assert.ok(await isWellFormed(reader, sitemap.text), 'not well-formed');
    assert.ok(sitemap.text.includes(REAL));
    assert.ok(!sitemap.text.includes(INVENTED), 'the invented municipality is in the sitemap');
    const invented = await reader.fetches(INVENTED);
    assert.match(`${invented.headers['x-robots-tag']} ${invented.text}`, /noindex/);
  });
  await step('the program says that it is well', async () => {
    assert.equal((await reader.fetches('/health')).status, 200);
  });
}

async function getsLost({ reader, step }) {
  for (const path of ['/projects/none', '/nowhere', '/s/wrong-link', '/en/projects/none']) {
    await step(`${path} is a kind page`, async () => {
      await reader.goes(path, { status: 404 });
      await reader.heading();
    });
  }
  await step('and leads home', async () => {
    await reader.page.locator('a[href="/"], a[href="/en"], a[href="/en/"]').first().click();
    await reader.page.waitForLoadState('load');
    await reader.check();
    await reader.heading();
  });
}

/** The browser's own reader of XML is asked. */
async function isWellFormed(reader, text) {
  return reader.page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror') === null,
    text,
  );
}
