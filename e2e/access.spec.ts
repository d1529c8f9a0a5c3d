import { createProject } from '@patchbay/shared/access';
import { createConnection, updateConnection } from '@patchbay/shared/connections';
import { createFlow, drawGraph, getFlow } from '@patchbay/shared/flows';
import type { Locator, Page } from '@playwright/test';

import { clickStep } from '#canvas';
import { select } from '#inspector';
import { expectSound } from '#sound';
import { expect, test } from '#story';

const switcher = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `Project ${name}: switch` });
const flowLink = (page: Page, name: string): Locator => page.getByRole('link', { name });
const flowList = (page: Page): Locator => page.getByRole('list', { name: 'Flows' });

/** Goes to another project by keys alone. */
async function switchTo(page: Page, from: string, to: string): Promise<void> {
  await switcher(page, from).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find a project' })).toBeFocused();
  await expect(page.getByRole('option', { name: from })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type(to.slice(0, 3));
  await page.keyboard.press('Enter');
  await switcher(page, to).waitFor();
}

test('a project made from the rail keeps apart what is in it, and is left without losing an edit', async ({
  studio,
  house: { client, patchbay },
}) => {
  await switcher(studio, 'Main').click();
  await studio.getByRole('option', { name: /^Main/ }).waitFor();
  await expectSound(studio, 'the list of projects');
  await studio.getByRole('option', { name: 'New project…' }).click();
  const dialog = studio.getByRole('dialog', { name: 'New project' });
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await name.fill('main');
  await studio.keyboard.press('Enter');
  await expect(name).toHaveAccessibleDescription(/There is a project “main” already/);
  await name.fill('Finance');
  await studio.keyboard.press('Enter');
  await studio.waitForURL('**/p/finance/flows');
  await expect(studio).toHaveTitle('Finance · Flows · Patchbay');
  await studio.getByRole('button', { name: 'Example: price the orders' }).click();
  await studio.waitForURL(/\/p\/finance\/flows\/\w{20,}/);
  const flow = new URL(studio.url()).pathname.split('/').at(-1) ?? '';

  // Neither the step taken out nor the name typed is on its way yet when the project is left.
  await clickStep(studio, 'Sum up');
  await studio.keyboard.press('Delete');
  await studio.getByRole('heading', { level: 1 }).getByRole('button').click();
  await studio.getByRole('textbox', { name: 'Name of the flow' }).fill('Prices of Finance');
  await studio.keyboard.press('Enter');
  await switchTo(studio, 'Finance', 'Main');
  const { graph, ...saved } = await client.call(getFlow, { params: { id: flow } });
  expect(saved.name).toBe('Prices of Finance');
  expect(Object.values(graph.nodes).map(({ title }) => title)).not.toContain('Sum up');

  await flowList(studio).waitFor();
  await expect(flowLink(studio, 'Prices of Finance')).toHaveCount(0);
  await studio.goto(`${patchbay.url}/flows/${flow}`);
  await studio.waitForURL(`**/p/finance/flows/${flow}`);
  await expect(studio.getByRole('heading', { name: 'Prices of Finance' })).toBeVisible();
  await studio.keyboard.press('Control+K');
  await studio.getByRole('combobox', { name: 'Search and commands' }).fill('switch main');
  await studio.getByRole('option', { name: 'Switch to Main' }).waitFor();
  await studio.keyboard.press('Enter');
  await switcher(studio, 'Main').waitFor();

  await studio.getByRole('link', { name: 'Audit', exact: true }).click();
  const entries = studio.getByRole('list', { name: 'Entries' });
  await expect(entries).toContainText('made a project');
  await select(studio.getByRole('main'), 'Project', 'Finance');
  await expect(entries).not.toContainText('made a project');
  await expect(entries).toContainText('Prices of Finance');
  await entries.getByRole('button', { name: 'Details' }).first().click();
  await expect(entries).toContainText(/"project": ?"finance"/);
});

test('a flow moves to another project once nothing it needs stays behind; what is empty can go', async ({
  studio,
  house: { client, patchbay, openWindow },
}) => {
  const { id: sales } = await client.call(createProject, { body: { name: 'Sales' } });
  const seller = client.in(sales);
  const http = { connector: 'http', version: '1.0.0' };
  const about = { name: 'Shop', ...http, config: {} };
  const auth = { scheme: 'none', values: {} };
  const { id: shop } = await seller.call(createConnection, { body: { ...about, auth } });
  const config = { ...http, action: 'request', connection: shop };
  const ask = { kind: 'action', config, input: '{ "url": "/" }' } as const;
  const graph = drawGraph({ start: { kind: 'manual', config: {} }, ask }, ['start>ask']);
  const { id: flow } = await seller.call(createFlow, { body: { name: 'Ask the shop', graph } });

  const main = await openWindow();
  await studio.goto(`${patchbay.url}/p/sales/flows`);
  await expect(flowLink(studio, 'Ask the shop')).toBeVisible();
  await flowList(main).waitFor();
  await expect(flowLink(main, 'Ask the shop')).toHaveCount(0);

  await studio.getByRole('button', { name: 'More for Ask the shop' }).click();
  await studio.getByRole('menuitem', { name: 'Move to another project…' }).click();
  const dialog = studio.getByRole('dialog', { name: 'Move to another project' });
  await select(dialog, 'Project', 'Main');
  await dialog.getByRole('button', { name: 'Move flow' }).click();
  await expect(dialog.getByRole('alert')).toContainText('works with the connection “Shop”');
  const toAll = { params: { id: shop }, body: { scope: 'global' } } as const;
  await seller.call(updateConnection, toAll);
  await dialog.getByRole('button', { name: 'Move flow' }).click();
  await studio.getByRole('button', { name: 'Open it there' }).click();
  await studio.waitForURL(`${patchbay.url}/flows/${flow}`);

  await studio.goto(`${patchbay.url}/p/sales/settings`);
  await studio.getByRole('button', { name: 'More for Sales' }).click();
  await studio.getByRole('menuitem', { name: 'Delete…' }).click();
  await studio.getByRole('button', { name: 'Delete project' }).click();
  await studio.waitForURL(`${patchbay.url}/settings`);
  await studio.goto(`${patchbay.url}/p/sales/flows`);
  await expect(studio.getByText('There is no project “sales” for you')).toBeVisible();
  await expectSound(studio, 'a project that is gone');
  await studio.getByRole('link', { name: 'To my projects' }).click();
  await flowList(studio).waitFor();

  await studio.getByRole('link', { name: 'Audit', exact: true }).click();
  await studio.getByRole('link', { name: 'project Sales' }).first().click();
  await expect(studio.getByRole('list', { name: 'Entries' }).getByRole('listitem')).toHaveText([
    /deleted a project.*Sales.*gone/,
    /made a project.*Sales.*gone/,
  ]);
  await studio.getByRole('button', { name: 'About Sales: show all again' }).click();
  await studio.getByRole('link', { name: 'Open Ask the shop' }).first().click();
  await studio.waitForURL(`${patchbay.url}/flows/${flow}`);
});
