// Somebody adds a passkey and signs in with it: Chromium has a key of its own for tests (CDP, domain WebAuthn).

import assert from 'node:assert/strict';
import { desktop, journey, phone } from '../harness.mjs';

const PASSWORD = 'четири прости думи тук';
const PLACE = { devices: [phone, desktop], empty: true, host: 'localhost' };

export default [
  ...journey('adds a passkey, signs in with it and removes it', { ...PLACE, scripts: [true] }, usesOne),
  ...journey('is told that passkeys need scripts', { ...PLACE, devices: [desktop], scripts: [false] }, isTold),
];

async function usesOne({ reader, glas, step }) {
  const key = await Key.in(reader.page);
  await step('the first start is set up', () => setsUp(reader, glas));
  await step('the list says that there is no key', async () => {
    await reader.goes('/desk/account');
    await reader.follows('Ключове за достъп');
    await reader.sees('Още нямате ключ.');
  });
  await step('a key that does not know its holder is not taken', async () => {
    await key.knowsItsHolder(false);
    await reader.types('Как да се казва', 'Моят телефон');
    await reader.presses('Добавете ключ');
    await reader.sees('Ключът не отговори.');
    await reader.check();
  });
  await step('the key is added, and brings recovery codes', async () => {
    await key.knowsItsHolder(true);
    await reader.page.getByRole('button', { name: 'Опитайте отново' }).click();
    await reader.sees('Показват се само сега.');
    await reader.check();
    await reader.goes('/desk/account/passkeys');
    await reader.sees('Моят телефон');
  });
  await step('signing out and in again with the key alone', async () => {
    await reader.goes('/desk/account');
    await reader.presses('Излезте');
    await reader.goes('/sign-in');
    await reader.page.getByRole('button', { name: 'Влезте с ключ за достъп' }).click();
    await reader.page.waitForURL('**/desk');
    await reader.check();
  });
  await step('after the password the key is the second step', async () => {
    await reader.goes('/desk/account');
    await reader.presses('Излезте');
    await reader.goes('/sign-in');
    await reader.types('Име за вход', 'administrator');
    await reader.types('Парола', PASSWORD);
    await reader.page.getByRole('button', { name: 'Влезте', exact: true }).click();
    await reader.sees('Сега е нужен Вашият ключ за достъп.');
    await reader.check();
    await reader.page.getByRole('button', { name: 'Използвайте ключ за достъп' }).click();
    await reader.page.waitForURL('**/desk');
  });
  await step('the key is removed', async () => {
    await reader.goes('/desk/account/passkeys');
    await reader.presses(/^Премахнете/);
    await reader.sees('Ключът е премахнат.');
    await reader.sees('Още нямате ключ.');
  });
}

async function isTold({ reader, glas, step }) {
  await step('the first start is set up', () => setsUp(reader, glas));
  await step('the page says what to do without scripts', async () => {
    await reader.goes('/desk/account/passkeys');
    await reader.types('Как да се казва', 'Моят телефон');
    await reader.presses('Добавете ключ');
    await reader.sees('Ключовете за достъп работят само с включен JavaScript.');
    await reader.follows('Назад');
    assert.equal(reader.place(), '/desk/account/passkeys');
  });
}

async function setsUp(reader, glas) {
  await reader.goes(new URL(glas.setupLinks()[0]).pathname);
  for (const field of await reader.page.locator('input[type=password]').all()) await field.fill(PASSWORD);
  await reader.presses(/Запазете паролата/);
  assert.equal(reader.place(), '/desk');
}

/** A key inside the browser, as a telephone has one. */
class Key {
  static async in(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new Key(session, authenticatorId);
  }

  constructor(session, id) {
    this.session = session;
    this.id = id;
  }

  knowsItsHolder(isUserVerified) {
    return this.session.send('WebAuthn.setUserVerified', { authenticatorId: this.id, isUserVerified });
  }
}
