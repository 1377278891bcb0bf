// A person at a browser. After everything they do, the page must pass all checks.

import assert from 'node:assert/strict';
import { Checks } from './checks.mjs';

export class Reader {
  /** `scripts: false` is a reader whose browser runs no JavaScript. */
  static async arrive(browser, address, { device, scripts = true, dark = false }) {
    const context = await browser.newContext({
      ...device.context,
      baseURL: address,
      locale: 'bg-BG',
      timezoneId: 'Europe/Sofia',
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    return new Reader(context, page, address, scripts ? undefined : await withoutScripts(page));
  }

  constructor(context, page, address, control) {
    this.context = context;
    this.page = page;
    this.address = address;
    this.checks = new Checks(page, address, control);
  }

  /** Opens an address; `status` is what it is expected to answer with. */
  async goes(path, { status = 200 } = {}) {
    if (status >= 400) this.checks.expectRefusal(new URL(path, this.address).href);
    const answer = await this.page.goto(path);
    assert.equal(answer.status(), status, `${path} answers ${answer.status()}, not ${status}`);
    await this.check();
  }

  /** Follows a link by its words. */
  async follows(words) {
    await this.#goesOn(this.page.getByRole('link', { name: words }).first());
  }

  /** Presses a button by its words; a form that is refused may answer with `status` 422 and the like. */
  async presses(words, { status } = {}) {
    if (status >= 400) this.checks.expectRefusal(this.page.url());
    await this.#goesOn(this.page.getByRole('button', { name: words }).first());
  }

  /** Types into a field by its label. */
  async types(label, text) {
    await this.page.getByLabel(label).first().fill(text);
    await this.check();
  }

  /** Chooses a radio button or ticks a box by its label. */
  async chooses(label, { within = this.page } = {}) {
    await within.getByLabel(label, { exact: true }).first().check();
    await this.check();
  }

  /** Opens what is folded away. */
  async unfolds(words) {
    await this.page.locator('summary').filter({ hasText: words }).first().click();
    await this.check();
  }

  async sees(words) {
    // The same words may also stand where they are folded away.
    const place = this.page.getByText(words).filter({ visible: true }).first();
    await place.waitFor().catch(() => assert.fail(`${this.page.url()} does not show ${words}`));
  }

  async doesNotSee(words) {
    assert.equal(await this.page.getByText(words).count(), 0, `${this.page.url()} shows ${words}`);
  }

  /** The main heading of the page, of which there is exactly one. */
  async heading() {
    const headings = await this.page.locator('h1').allInnerTexts();
    assert.equal(headings.length, 1, `${this.page.url()} has ${headings.length} main headings`);
    return headings[0].trim();
  }

  /** An address for programs: its status, type and text, as the signed-in reader gets it. */
  async fetches(path) {
    const answer = await this.context.request.get(new URL(path, this.address).href);
    return { status: answer.status(), type: answer.headers()['content-type'] ?? '', headers: answer.headers(), text: await answer.text() };
  }

  /** Where the reader is, as a path. */
  place() {
    return new URL(this.page.url()).pathname;
  }

  check() {
    return this.checks.run();
  }

  leaves() {
    return this.context.close();
  }

  async #goesOn(place) {
    await place.click();
    await this.page.waitForLoadState('load');
    await this.check();
  }
}

/** Playwright's own switch cannot be turned for a moment, so the browser is told directly. */
async function withoutScripts(page) {
  const session = await page.context().newCDPSession(page);
  const control = { scripts: (run) => session.send('Emulation.setScriptExecutionDisabled', { value: !run }) };
  await control.scripts(false);
  return control;
}
