import { expect, type Page } from '@playwright/test';

import { express, inspector, openTab, select } from '#inspector';

/** What GitHub calls its delivery, in an expression. */
export const DELIVERY = 'trigger.headers.`x-github-delivery`';
/** The row of an item. */
export const ROW = `{ "id": ${DELIVERY} & "/" & item, "event": trigger.headers.\`x-github-event\` }`;

/** Publishes the open flow and gives the address it answers at. */
export async function publish(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { name: 'Version 1 is live' })).toBeVisible();
  const url = await page.getByRole('dialog').locator('code').innerText();
  await page.getByRole('button', { name: 'Go on' }).click();
  return url;
}

/** The selected webhook answers from Respond, and GitHub signs. */
export async function setUpWebhook(page: Page, secret: string): Promise<void> {
  const pane = inspector(page);
  await select(pane, 'Answer', 'From the Respond step');
  await select(pane, 'Who may call it', 'GitHub');
  await pane.getByRole('textbox', { name: 'Shared secret' }).fill(secret);
  await pane.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(pane.getByText('A secret is set.')).toBeVisible();
  await pane.getByRole('button', { name: '1 more option' }).click();
  await pane.getByRole('textbox', { name: 'Delivery header' }).fill('x-github-delivery');
}

/** The selected HTTP step tells an address which row is coming. */
export async function setUpCall(page: Page, url: string): Promise<void> {
  const pane = inspector(page);
  await openTab(page, 'Input');
  await select(pane, 'Method', 'POST');
  await pane.getByRole('textbox', { name: 'Address' }).fill(url);
  await express(page, 'Body', `{ "row": ${DELIVERY} & "/" & item }`);
}

/** Makes a connection from inside the inspector of the selected step. */
export async function connectDatabase(page: Page, url: string): Promise<void> {
  const { hostname, port, pathname, username, password } = new URL(url);
  await openTab(page, 'Configure');
  await inspector(page).getByRole('button', { name: 'New connection' }).click();
  const dialog = page.getByRole('dialog');
  const type = (name: string, text: string): Promise<void> =>
    dialog.getByLabel(new RegExp(`^${name}`)).fill(text);
  await type('Name', 'Deliveries');
  await type('Host', hostname);
  await type('Port', port);
  await type('Database', pathname.slice(1));
  await select(dialog, 'TLS', 'Off');
  await dialog.getByRole('button', { name: 'Next' }).click();
  await type('User', username);
  await type('Password', password);
  await dialog.getByRole('button', { name: 'Next' }).click();
  await expect(dialog.getByText('“Deliveries” is connected')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(dialog).toBeHidden();
  await expect(inspector(page).getByRole('combobox', { name: 'Connection' })).toHaveText(
    /Deliveries/,
  );
}

/** The selected step writes the row, a second time without harm. */
export async function setUpInsert(page: Page): Promise<void> {
  const pane = inspector(page);
  await openTab(page, 'Input');
  const table = pane.getByRole('combobox', { name: 'Table' });
  await table.fill('deliv');
  await page.getByRole('option', { name: 'delivery' }).click();
  await express(page, 'Rows', ROW);
  await select(pane, 'When a row exists already', 'Ignore the new row');
}
