// What must hold for every page, whoever reads it: accessible, valid, quiet, private, and as wide as the screen.

import axe from '@axe-core/playwright';
import { wrongWith } from './validator.mjs';

const AxeBuilder = axe.default ?? axe;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const NARROW = [320, 360];

/** Watches a page from its first request on, and says at any time what is wrong with it. */
export class Checks {
  constructor(page, address, control) {
    this.page = page;
    this.control = control;
    this.origin = new URL(address).origin;
    this.problems = [];
    this.documents = [];
    this.expected = new Set();
    this.seen = new Set();
    page.on('console', (message) => this.#hear(message));
    page.on('pageerror', (error) => this.problems.push(`script: ${error.message}`));
    page.on('request', (request) => this.#watch(request));
    page.on('response', (response) => this.#answered(response));
  }

  /** An address that is meant to answer with an error status: the browser's own complaint about it is no problem. */
  expectRefusal(address) {
    this.expected.add(address);
  }

  /** Everything that is wrong with the page as it stands; throws with all of it. */
  async run() {
    await this.#validate();
    await this.#withScripts(async () => {
      if (await this.#isNew()) {
        await this.#widths();
        await this.#accessibility();
      }
    });
    const problems = this.problems.splice(0);
    if (problems.length > 0) {
      throw new Error(`${this.page.url()}\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    }
  }

  /**
   * The accessibility checker is a script itself and waits for timers. Where the reader's browser runs none, they are
   * let run for the length of the check; the page's own were passed over when it was read, and stay so.
   */
  async #withScripts(look) {
    await this.control?.scripts(true);
    try {
      return await look();
    } finally {
      await this.control?.scripts(false);
    }
  }

  #hear(message) {
    const refusal = this.expected.has(message.location().url);
    if (message.type() === 'error' && !refusal) this.problems.push(`console: ${message.text()}`);
  }

  #watch(request) {
    const address = new URL(request.url());
    const inside = address.origin === this.origin || ['data:', 'blob:', 'about:'].includes(address.protocol);
    if (!inside) this.problems.push(`request to a third party: ${address.origin}`);
  }

  #answered(response) {
    const request = response.request();
    if (response.status() >= 500) this.problems.push(`${response.status()} for ${response.url()}`);
    const isPage = request.isNavigationRequest() && request.frame() === this.page.mainFrame();
    const isHtml = (response.headers()['content-type'] ?? '').startsWith('text/html');
    const redirects = response.status() >= 300 && response.status() < 400;
    if (isPage && isHtml && !redirects) {
      // A page that is left before its text is read has been checked when it was reached.
      this.documents.push(response.text().catch(() => undefined));
    }
  }

  /** The text as it was served: a browser mends what it shows. */
  async #validate() {
    for (const text of await Promise.all(this.documents.splice(0))) {
      if (text === undefined) continue;
      this.problems.push(...(await wrongWith(text)));
    }
  }

  /** The same page in the same state need not be looked at twice. */
  async #isNew() {
    const state = await this.page.evaluate(() =>
      [document.documentElement.outerHTML, window.innerWidth]
        .concat([...document.querySelectorAll(':checked, :focus, :invalid')].map((part) => part.outerHTML))
        .join('\n'),
    );
    if (this.seen.has(state)) return false;
    this.seen.add(state);
    return true;
  }

  async #widths() {
    const size = this.page.viewportSize();
    for (const width of NARROW) {
      await this.page.setViewportSize({ width, height: size.height });
      const wide = await this.page.evaluate((width) => {
        const root = document.documentElement;
        if (root.scrollWidth <= width) return undefined;
        const reaching = [...document.body.querySelectorAll('*')].filter(
          (part) => part.getBoundingClientRect().right + window.scrollX > width + 1,
        );
        const deepest = reaching.filter((part) => !reaching.some((other) => other !== part && part.contains(other)));
        const names = deepest.slice(0, 3).map((part) => part.outerHTML.slice(0, 100));
        return `${root.scrollWidth} px wide: ${names.join(' … ')}`;
      }, width);
      if (wide) this.problems.push(`scrolls sideways at ${width} px: ${wide}`);
    }
    await this.page.setViewportSize(size);
  }

  async #accessibility() {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(TAGS).setLegacyMode(true).analyze();
    for (const { id, help, nodes } of violations) {
      const where = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`);
      this.problems.push(`axe ${id}: ${help}: ${where.join(' | ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`);
    }
  }
}
