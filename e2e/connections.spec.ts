import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { createProject } from '@patchbay/shared/access';
import { OAUTH_CALLBACK } from '@patchbay/shared/connections';
import { listRuns } from '@patchbay/shared/runs';
import type { Locator, Page } from '@playwright/test';

import { publishDrawing, runByHand, untilEnded } from '#flows';
import { select } from '#inspector';
import { CLIENT_SECRET } from '#oidc-server';
import { findFreePort, type PrivateServer, startServer } from '#setup';
import { expectSound } from '#sound';
import { enter, expect, openHouse, test, type House } from '#story';
import { until } from '#until';
import { startXeroPeer, type XeroPeer } from '#xero-peer';

let house: House;
let xero: XeroPeer;
let redmine: PrivateServer;
test.beforeAll(async () => {
  redmine = await startServer('redmine');
  const port = String(await findFreePort());
  xero = await startXeroPeer(`http://127.0.0.1:${port}${OAUTH_CALLBACK}`);
  house = await openHouse({ CONNECTOR_OVERLAYS: xero.overlays, PORT: port });
});
test.afterAll(async () => {
  await house.patchbay.stop();
  await xero.stop();
  await redmine.stop();
});

const dialog = (page: Page): Locator => page.getByRole('dialog');
const row = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ hasText: name });
const button = (scope: Page | Locator, name: string): Locator =>
  scope.getByRole('button', { name, exact: true });

async function openConnections(page: Page, within = ''): Promise<void> {
  await enter(page, house.patchbay.url);
  await page.goto(`${house.patchbay.url}${within}/connections`);
  await page.getByRole('heading', { name: 'Connections', level: 1 }).waitFor();
}

/** Chooses Xero and names the connection; ends at the sign-in. */
async function beginXero(page: Page, name: string): Promise<void> {
  await button(page, 'New connection').first().click();
  await dialog(page).getByRole('textbox', { name: 'Search connectors' }).fill('xero');
  await dialog(page).getByRole('button', { name: /^Xero/ }).click();
  await dialog(page).getByLabel(/^Name/).fill(name);
  await button(dialog(page), 'Next').click();
  await expect(dialog(page).getByText('Redirect address', { exact: true })).toBeVisible();
}

async function enterClient(page: Page): Promise<void> {
  await dialog(page)
    .getByLabel(/^Client id/)
    .fill('web');
  await dialog(page)
    .getByLabel(/^Client secret/)
    .fill(CLIENT_SECRET);
}

/** Goes through the provider's own pages in the window that opens. */
async function agree(page: Page, open: () => Promise<void>): Promise<void> {
  const opened = page.waitForEvent('popup');
  await open();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await signInAtProvider(popup);
  await closed;
}

async function signInAtProvider(page: Page): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill('ada');
  await page.getByPlaceholder('and password').fill('secret');
  await button(page, 'Sign-in').click();
  await button(page, 'Continue').click();
}

test('an analyst adds "Finance Department Xero", leaves, comes back, and is taken to a connection that works', async ({
  page,
}) => {
  await openConnections(page);
  await beginXero(page, 'Finance Department Xero');
  await expectSound(page, 'the first step of a connection');
  await button(dialog(page), 'Finish later').click();
  await expect(row(page, 'Finance Department Xero')).toContainText(
    'Set-up not finished: authenticate next',
  );
  await page.reload();
  await button(row(page, 'Finance Department Xero'), 'Continue').click();
  await enterClient(page);
  await agree(page, () => button(dialog(page), 'Authorize at Xero').click());
  await select(dialog(page), 'Organisation', 'Finance Ltd');
  await button(dialog(page), 'Test').click();
  await expect(dialog(page).getByText('“Finance Department Xero” is connected')).toBeVisible();
  await expect(dialog(page).getByText('Signed in as Finance Ltd.')).toBeVisible();
  await expectSound(page, 'a connection that works');
  await button(dialog(page), 'Use it').click();
  await expect(row(page, 'Finance Department Xero')).toContainText('Active');
  expect(await page.content()).not.toContain(CLIENT_SECRET);
});

test('who declines at the provider, or gets less than was asked for, reads so, and may finish later', async ({
  page,
}) => {
  await openConnections(page);
  await beginXero(page, 'Declined');
  await enterClient(page);
  const opened = page.waitForEvent('popup');
  await button(dialog(page), 'Authorize at Xero').click();
  const popup = await opened;
  await popup.getByRole('link', { name: /Cancel/ }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('the authorization was declined');
  await dialog(page).getByRole('checkbox', { name: 'See reports' }).click();
  await agree(page, () => button(dialog(page), 'Authorize at Xero').click());
  await expect(dialog(page).getByText('Not granted: See reports.')).toBeInViewport({ ratio: 1 });
  await button(dialog(page), 'Go on without').click();
  await expect(dialog(page).getByRole('combobox', { name: 'Organisation' })).toBeVisible();
  await button(dialog(page), 'Finish later').click();
  await expect(row(page, 'Declined')).toContainText('Never tested');
});

test('where no window may be opened, the page itself goes to the provider, says how it ended, and leads back into its project', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await house.client.call(createProject, { body: { name: 'Finance' } });
  await openConnections(page, '/p/finance');
  await beginXero(page, 'Redirected');
  await enterClient(page);
  await button(dialog(page), 'Authorize at Xero').click();
  await page.getByRole('link', { name: /Cancel/ }).click();
  await expect(page.getByRole('alert')).toContainText('the authorization was declined');
  await button(page, 'To the connection').click();
  await dialog(page).getByRole('checkbox', { name: 'See reports' }).click();
  await button(dialog(page), 'Authorize at Xero').click();
  await signInAtProvider(page);
  await expect(page.getByRole('status')).toContainText('Not granted: See reports.');
  await button(page, 'To the connection').click();
  await expect(dialog(page).getByRole('combobox', { name: 'Organisation' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/p/finance/connections');
});

test('an administrator sees an authentication error, enters the new key, and the runs go on', async ({
  page,
}) => {
  const { origin, username: key } = new URL(redmine.url);
  await openConnections(page);
  const id = await addRedmine(page, origin, key);
  const flow = await publishDrawing(house.client, drawingWith(id), ['start>ask']);
  const newKey = renewKey(key);
  const failed = await untilEnded(house.client, await runByHand(house.client, flow));
  expect(failed.run.problem).toMatchObject({ code: 'auth_expired' });
  await page.reload();
  await expect(row(page, 'Tickets')).toContainText('Authentication error');
  await button(row(page, 'Tickets'), 'Tickets').click();
  await expect(dialog(page).getByText('1 run failed on it')).toBeVisible();
  await dialog(page).getByLabel(/^Key/).fill(newKey);
  await button(dialog(page), 'Save and test').click();
  await expect(row(page, 'Tickets')).toContainText('Active');
  await button(row(page, 'Tickets'), 'Tickets').click();
  await button(dialog(page), 'Run it again').click();
  await expect(dialog(page).getByText('1 run failed on it')).toBeHidden();
  await until('the run is done', async () => {
    const { items } = await house.client.call(listRuns, { query: { flow, limit: 1 } });
    return items[0]?.status === 'done';
  });
});

/** Makes a Redmine connection in the dialog and gives its id. */
async function addRedmine(page: Page, origin: string, key: string): Promise<string> {
  await button(page, 'New connection').first().click();
  await dialog(page).getByRole('textbox', { name: 'Search connectors' }).fill('redmine');
  await dialog(page)
    .getByRole('button', { name: /^Redmine/ })
    .click();
  const type = (name: string, text: string): Promise<void> =>
    dialog(page)
      .getByLabel(new RegExp(`^${name}`))
      .fill(text);
  await type('Name', 'Tickets');
  await type('Address', origin);
  await button(dialog(page), 'Next').click();
  await type('Key', key);
  const stored = page.waitForResponse((response) =>
    /\/api\/connections\/[^/]+$/.test(response.url()),
  );
  await button(dialog(page), 'Next').click();
  const { id } = (await (await stored).json()) as { id: string };
  await button(dialog(page), 'Use it').click();
  return id;
}

/** What Redmine's "Reset" of a key does. */
function renewKey(key: string): string {
  const newKey = key.split('').toReversed().join('');
  const database = new DatabaseSync(join(redmine.dataDir, 'redmine.db'));
  database.prepare('update tokens set value = ? where value = ?').run(newKey, key);
  database.close();
  return newKey;
}

function drawingWith(connection: string): Parameters<typeof publishDrawing>[1] {
  const config = { connector: 'redmine', version: '1.0.0', action: 'listProjects', connection };
  return {
    start: { kind: 'manual', config: {}, title: 'Start', position: { x: 0, y: 0 } },
    ask: { kind: 'action', config, input: '{}', title: 'Ask', position: { x: 320, y: 0 } },
  };
}
