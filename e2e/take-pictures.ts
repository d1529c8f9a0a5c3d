import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { listFlows } from '@patchbay/shared/flows';
import { chromium, type Page } from '@playwright/test';

import { clickStep, runOf } from '#canvas';
import { CHROMIUM_FLAGS } from '#chromium-flags';
import { Client, OWNER } from '#client';
import { runByHand, untilEnded } from '#flows';
import { startPatchbay } from '#helpers';
import { makeInvoiceFlow } from '#invoice-flow';
import { chromiumPath } from '#setup';
import { settled } from '#sound';

const FOLDER = join(import.meta.dirname, 'pictures');

/** Takes the README's pictures of a fresh installation: `node e2e/take-pictures.ts`. */
async function takePictures(): Promise<void> {
  const patchbay = await startPatchbay();
  const executablePath = await chromiumPath();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const client = await new Client(() => patchbay.url).setUp();
    const viewport = { width: 1440, height: 900 };
    const page = await browser.newPage({ viewport, colorScheme: 'light' });
    await mkdir(FOLDER, { recursive: true });
    await warmUp(client);
    await signIn(page, patchbay.url);
    await takeEditor(page);
    await takeRun(page);
    await takeMapping(page, client, patchbay.url);
  } finally {
    await browser.close();
    await patchbay.stop();
  }
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('patchbay.tourSeen', 'yes'));
  await page.goto(url);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.keyboard.press('Enter');
}

/** The first expression of all waits for the process that evaluates it. */
async function warmUp(client: Client): Promise<void> {
  const [example] = (await client.call(listFlows, { query: {} })).items;
  if (example) await untilEnded(client, await runByHand(client, example.id, { draft: true }));
}

/** The example after a run, a step selected. */
async function takeEditor(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Example: price the orders' }).click();
  await page.getByRole('button', { name: 'Test run' }).click();
  await page.getByRole('combobox', { name: 'Starts at' }).click();
  await page.getByRole('option', { name: 'Run by hand' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('[data-run=done]').nth(6).waitFor();
  await clickStep(page, 'Sum up');
  await page.getByRole('button', { name: 'See all' }).click();
  await page.getByRole('tab', { name: 'Input' }).click();
  await page.locator('.view-lines').waitFor();
  await runOf(page, 'Sum up').waitFor();
  await take(page, 'editor');
}

async function takeRun(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Open run' }).click();
  const steps = page.getByRole('tree', { name: 'Steps of the run' });
  await steps.getByRole('treeitem', { name: /Sum up/ }).click();
  await take(page, 'run');
}

/** A CRM's order mapped onto Xero's invoice, one value of the result picked. */
async function takeMapping(page: Page, client: Client, url: string): Promise<void> {
  const flow = await makeInvoiceFlow(client, MAPPED);
  await page.goto(`${url}/flows/${flow}?node=invoice`);
  await page.getByRole('tab', { name: 'Input' }).click();
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  const output = page.getByRole('tree', { name: 'Output' });
  await output.getByText('UnitAmount').first().click();
  await take(page, 'mapping');
}

const MAPPED = `{
  "Type": "ACCREC",
  "ContactID": steps.order.customer.id,
  "Reference": "CRM " & steps.order.number,
  "DueDate": steps.order.dueDate,
  "LineItems": [steps.order.lines.{
    "Description": description,
    "Quantity": qty,
    "UnitAmount": unitPrice,
    "ItemCode": sku,
    "AccountCode": account
  }]
}`;

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await settled(page);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

await takePictures();
