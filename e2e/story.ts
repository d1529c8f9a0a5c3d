import { signIn } from '@patchbay/shared/access';
import { hrefOf } from '@patchbay/shared/base';
import { test as base, type ConsoleMessage, type Page } from '@playwright/test';

import { Client, OWNER } from '#client';
import { startPatchbay, type Patchbay } from '#helpers';

/** An installation with an owner, and the API beside the browser. */
export interface House {
  patchbay: Patchbay;
  client: Client;
}

/** The installation that stories share, where further windows can be opened. */
interface SharedHouse extends House {
  openWindow: () => Promise<Page>;
}

interface Fixtures {
  /** What a browser may never say: page errors, console errors, broken content security policy. */
  faults: string[];
  /** The studio, signed in, its tour dismissed. */
  studio: Page;
}

/** Answers the tests provoke (signed out, offline) are no faults of the page. */
const PROVOKED = /^Failed to load resource: /;

/** A browser story: every page of its context is watched, and one fault fails it. */
export const test = base.extend<Fixtures, { house: SharedHouse }>({
  house: [
    async ({ browser }, use) => {
      const house = await openHouse();
      const windows: Page[] = [];
      const openWindow = async (): Promise<Page> => {
        const page = await browser.newPage();
        windows.push(page);
        await enter(page, house.patchbay.url);
        return page;
      };
      await use({ ...house, openWindow });
      await Promise.all(windows.map((page) => page.close()));
      await house.patchbay.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  faults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on('weberror', (found) => faults.push(String(found.error().stack)));
      context.on('console', (message) => {
        if (isFault(message)) faults.push(`${message.page()?.url()}: ${message.text()}`);
      });
      await use(faults);
      base.expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  studio: async ({ page, house }, use) => {
    await enter(page, house.patchbay.url);
    await use(page);
  },
});

export { expect } from '@playwright/test';

function isFault(message: ConsoleMessage): boolean {
  return message.type() === 'error' && !PROVOKED.test(message.text());
}

/** Starts Patchbay on an empty data folder and makes the owner. */
export async function openHouse(env: Record<string, string> = {}): Promise<House> {
  const patchbay = await startPatchbay({ env: { ALLOWED_PRIVATE_HOSTS: '127.0.0.1', ...env } });
  const client = await new Client(() => patchbay.url).setUp();
  return { patchbay, client };
}

/** Signs the page's context in and opens the studio. */
export async function enter(page: Page, url: string): Promise<void> {
  const { email, password } = OWNER;
  await page.request.post(`${url}${hrefOf(signIn)}`, { data: { email, password } });
  await page.addInitScript(() => localStorage.setItem('patchbay.tourSeen', 'yes'));
  await page.goto(url);
  await page.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();
}
