// The harness tries itself on pages of its own: a good one passes, and each known fault is found by its name.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { desktop, phone } from './browser.mjs';
import { Reader } from './reader.mjs';

const page = (body, { head = '', width = 'device-width' } = {}) => `<!doctype html>
<html lang="bg">
<head>
<meta charset="utf-8">
<title>Проба</title>
<meta name="viewport" content="width=${width}, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
${head}</head>
<body>
<main>
<h1>Проба</h1>
${body}
</main>
</body>
</html>
`;

const form = `<form method="post" action="/good"><p><label for="name">Име</label> <input id="name" name="name" type="text"></p>
<fieldset><legend>Избор</legend><label><input type="radio" name="a" value="1"> Първо</label>
<label><input type="radio" name="a" value="2"> Второ</label></fieldset>
<details><summary>Покажи таблицата</summary><p>Скрито</p></details>
<p><button type="submit">Изпрати отговорите</button></p></form><p><a href="/next">Нататък</a></p>`;

const PAGES = {
  '/good': page(form),
  '/next': page('<p>Втора страница</p>'),
  '/label': page('<p><input type="text" name="nameless"></p>'),
  '/contrast': page('<p class="pale">Бледо</p>'),
  '/wide': page('<p class="wide">Широко</p>'),
  '/inline': page('<p style="color: red">Вграден стил</p>'),
  '/invalid': page('<p>Отворен <div>Вложен</div></p>'),
  '/third': page('<p><img src="http://127.0.0.1:9/x.png" alt="Чуждо"></p>'),
  '/script': page('<p>Грешка</p>', { head: '<script src="/broken.js"></script>\n' }),
};

const STYLE = '.pale { color: #ccc; background: #fff } .wide { width: 700px } input { min-height: 24px }';

async function serve() {
  const server = createServer((request, response) => {
    const found = PAGES[request.url];
    const answer = (status, type, text) => response.writeHead(status, { 'content-type': type }).end(text);
    if (request.method === 'POST') response.writeHead(303, { location: '/next' }).end();
    else if (found) answer(200, 'text/html; charset=utf-8', found);
    else if (request.url === '/style.css') answer(200, 'text/css', STYLE);
    else if (request.url === '/broken.js') answer(200, 'text/javascript', 'throw new Error("broken")');
    else if (request.url === '/fault') answer(500, 'text/html; charset=utf-8', page('<p>Повреда</p>'));
    else answer(404, 'text/html; charset=utf-8', page('<p>Няма такава страница</p>'));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.closeAllConnections() ?? server.close() };
}

function test(name, walk, options = { device: phone }) {
  const run = async (browser) => {
    const server = await serve();
    const reader = await Reader.arrive(browser, server.address, options);
    try {
      await walk(reader);
    } finally {
      await reader.leaves();
      server.stop();
    }
  };
  return { name: `harness: ${name}`, run };
}

const finds = (path, words) =>
  test(`finds what is wrong with ${path}`, (reader) => assert.rejects(reader.goes(path), (error) => words.test(error.message) || assert.fail(error.message)));

async function wholeWay(reader) {
  await reader.goes('/good');
  assert.equal(await reader.heading(), 'Проба');
  await reader.types('Име', 'Мария');
  await reader.chooses('Второ');
  await reader.unfolds('Покажи таблицата');
  await reader.sees('Скрито');
  await reader.presses('Изпрати отговорите');
  assert.equal(reader.place(), '/next');
  await reader.doesNotSee('Скрито');
  await reader.goes('/nowhere', { status: 404 });
  const { status, text } = await reader.fetches('/next');
  assert.equal(status, 200);
  assert.match(text, /Втора страница/);
}

export default [
  test('a good page passes on a phone', wholeWay),
  test('a good page passes on a desk', wholeWay, { device: desktop }),
  test('a good page passes in the dark', wholeWay, { device: desktop, dark: true }),
  test('a good page passes without scripts', wholeWay, { device: phone, scripts: false }),
  test('without scripts the same faults are found', async (reader) => {
    await assert.rejects(reader.goes('/contrast'), /color-contrast/);
    await assert.rejects(reader.goes('/wide'), /scrolls sideways at 320 px/);
    await assert.rejects(reader.goes('/third'), /third party/);
    await reader.goes('/script');
  }, { device: phone, scripts: false }),
  finds('/label', /axe label|wcag\/h44|input-missing-label/),
  finds('/contrast', /axe color-contrast/),
  finds('/wide', /scrolls sideways at 360 px: 7\d\d px wide: <p class="wide">/),
  finds('/inline', /no-inline-style/),
  finds('/invalid', /HTML \d+:\d+ /),
  finds('/third', /request to a third party: http:\/\/127\.0\.0\.1:9/),
  finds('/script', /script: broken/),
  finds('/fault', /answers 500, not 200/),
  test('a missing word is missed', async (reader) => {
    await reader.goes('/good');
    await assert.rejects(reader.doesNotSee('Нататък'), /shows/);
  }),
];
