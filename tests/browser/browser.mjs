// The browser, and the devices that people hold.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

export const phone = {
  name: 'phone',
  context: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
};
export const desktop = { name: 'desktop', context: { viewport: { width: 1280, height: 900 } } };

/** Debian's Chromium, without its own talk to the world. */
export function launchBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const executablePath = folders.map((folder) => join(folder, 'chromium')).find(existsSync);
  if (!executablePath) throw new Error('chromium is not on the path');
  return chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
