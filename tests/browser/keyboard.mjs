// Hands on the keyboard and on nothing else: Tab, Enter, Space, the arrows, and letters where words are typed.

import assert from 'node:assert/strict';

/** So many things on one page are passed with Tab at most. */
const FARTHEST = 400;

export class Keyboard {
  constructor(reader) {
    this.reader = reader;
    this.page = reader.page;
  }

  /** Presses a key, and looks at what became of the page. */
  async presses(key) {
    await this.page.keyboard.press(key);
    await this.reader.check();
  }

  /** Goes on with Tab from where the keyboard is until it is at what bears the words; `tag` narrows it to one sort of thing. */
  async goesTo(words, { tag = '', back = false } = {}) {
    const passed = [];
    for (let place = 0; place < FARTHEST; place += 1) {
      // A page may open with the keyboard in its first field.
      if (place > 0) await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      const here = await this.page.evaluate(named);
      if (!here) continue;
      const fits = words instanceof RegExp ? words.test(here.words) : here.words === words;
      if (fits && (tag === '' || here.tag === tag)) return this.#sees(here);
      passed.push(`${here.tag} ${here.words}`);
    }
    return assert.fail(`the keyboard never came to ${words}, but to: ${[...new Set(passed)].join(' | ')}`);
  }

  /** Follows a link or presses a button, and waits for the page that comes of it. */
  async enters(words, { tag = '', key = 'Enter' } = {}) {
    await this.goesTo(words, { tag });
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), this.page.keyboard.press(key)]);
    await this.reader.check();
  }

  /** Types into the field with this label. */
  async types(label, text) {
    await this.goesTo(label);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
    await this.reader.check();
  }

  /** Goes down a list, where the keyboard is, until it stands on a value. */
  async picks(label, value) {
    await this.goesTo(label, { tag: 'select' });
    await this.page.keyboard.press('Home');
    for (let place = 0; place < 60; place += 1) {
      if ((await this.page.evaluate(() => document.activeElement.value)) === value) return this.reader.check();
      await this.page.keyboard.press('ArrowDown');
    }
    return assert.fail(`the list ${label} has no ${value}`);
  }

  /** Where the keyboard is can be seen. */
  async #sees({ words }) {
    const seen = await this.page.evaluate(() => {
      const here = document.activeElement;
      const around = [here, here.closest('label'), here.closest('summary')].filter(Boolean);
      const shown = around.map((element) => getComputedStyle(element));
      return shown.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none');
    });
    assert.ok(seen, `${this.page.url()}: that the keyboard is at ${words} cannot be seen`);
  }
}

/** What has the keyboard: its sort and the words by which people know it. Runs in the page. */
function named() {
  const here = document.activeElement;
  if (!here || here === document.body) return undefined;
  const plain = (text) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
  const label = here.getAttribute('aria-label') ?? here.labels?.[0]?.innerText;
  const words = plain(label ?? here.innerText ?? '');
  return { tag: here.tagName.toLowerCase(), words };
}
