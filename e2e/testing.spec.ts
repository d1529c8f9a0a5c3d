import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { createConnection, updateConnection } from '@patchbay/shared/connections';
import { drawGraph, editFlow, getFlow, putEdit, type FlowNode } from '@patchbay/shared/flows';
import { getSuite } from '@patchbay/shared/testing';
import { publishFlow } from '@patchbay/shared/versions';
import type { Page } from '@playwright/test';

import { startAccountingPeer, type AccountingPeer } from '#accounting-peer';
import { clickStep, step } from '#canvas';
import { Client, OWNER } from '#client';
import { editTest } from '#edit-test';
import { createDrawing, runByHand, untilEnded } from '#flows';
import { startPatchbay, type Patchbay } from '#helpers';
import { inspector, openTab, select, writeCode } from '#inspector';
import { invoiceNodes, PRICE_WIRES as WIRES } from '#priced-invoice';
import { expectSound } from '#sound';
import { enter, expect, test } from '#story';

const NAME = 'Finance Department Xero';

let patchbay: Patchbay;
let client: Client;
let peer: AccountingPeer;
let folder: string;
let connection: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-overlay-'));
  peer = await startAccountingPeer();
  const CONNECTOR_OVERLAYS = await peer.overlay(folder);
  const dataDir = join(folder, 'data');
  patchbay = await startPatchbay({
    dataDir,
    env: { ALLOWED_PRIVATE_HOSTS: '127.0.0.1', CONNECTOR_OVERLAYS },
  });
  client = await new Client(() => patchbay.url).setUp();
  const auth = { scheme: 'bearer', values: { token: peer.key } };
  const body = { name: NAME, connector: 'xero', version: '1.0.0', config: {}, auth };
  connection = (await client.call(createConnection, { body })).id;
});
test.afterAll(async () => {
  await patchbay.stop();
  await peer.stop();
  await rm(folder, { recursive: true, force: true });
});
test.beforeEach(async ({ page }) => {
  await enter(page, patchbay.url);
});

const changeKey = (token: string): Promise<unknown> =>
  client.call(updateConnection, {
    params: { id: connection },
    body: { auth: { scheme: 'bearer', values: { token } } },
  });

async function setPrice(id: string, price: string): Promise<void> {
  const { revision } = await client.call(getFlow, { params: { id } });
  const { make } = drawGraph(invoiceNodes(connection, price), WIRES).nodes;
  const edits = [putEdit('Change the price', [make as FlowNode])];
  await client.call(editFlow, { params: { id }, body: { revision, edits } });
}

const runAll = (page: Page): Promise<void> => page.getByRole('button', { name: 'Run all' }).click();

test('an analyst tries Create Invoice, and an administrator tests again after a new key', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await createDrawing(client, invoiceNodes(connection, 'trigger.price'), WIRES);
  await page.getByRole('link', { name: 'Testing' }).click();
  await select(page.getByRole('main'), 'Connection', NAME);
  await select(page.getByRole('main'), 'Action', 'Create an invoice');
  await page.getByRole('button', { name: 'Show the request' }).click();
  await expect(page.getByText('Bearer [secret]')).toBeVisible();
  expect(peer.invoices.size).toBe(0);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByText('Done')).toBeVisible();
  await expect(result.getByRole('table', { name: 'Where the time went' })).toContainText('Body');
  await expect(result.getByText('1 request, 1 attempt')).toBeVisible();
  await expect(result.getByText(/INV-1/).first()).toBeVisible();
  expect(peer.invoices.size).toBe(1);
  await result.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(page.getByText('Copied as curl')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('"$SECRET"');

  peer.isSilent = true;
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  const calls = page.getByRole('region', { name: 'Last calls' });
  await expect(calls.getByRole('button', { name: 'The call was stopped' })).toBeVisible();
  peer.isSilent = false;
  await expectSound(page, 'the console after a call');
  await result.getByRole('button', { name: 'Use as pinned output' }).click();
  const pinning = page.getByRole('dialog');
  await pinning.getByRole('combobox', { name: 'Flow' }).fill('Test');
  await page.getByRole('option', { name: 'Test' }).click();
  await expect(pinning.getByRole('combobox', { name: 'Step' })).toHaveValue('Create Invoice');
  await pinning.getByRole('button', { name: 'Pin it' }).click();
  await expect(step(page, 'Create Invoice')).toContainText('Pinned');
  await page.goBack();
  await calls.getByRole('button', { name: /^200 / }).click();
  await result.getByRole('button', { name: 'Save as test' }).click();
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
  await runAll(page);
  await expect(page.getByText('1 test passed, 0 failed')).toBeVisible();

  peer.key = 'second-key-2';
  await runAll(page);
  await expect(page.getByText('0 tests passed, 1 failed')).toBeVisible();
  await expect(page.getByText('Xero has ended the sign-in')).toBeVisible();
  await expectSound(page, 'a failed suite of a connection');
  await page.getByRole('link', { name: 'Open the connection' }).click();
  await expect(page).toHaveURL(new RegExp(`open=${connection}`));
  await changeKey('second-key-2');
  await page.goto(`${patchbay.url}/testing?tab=tests&subject=connection:${connection}`);
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByText('only some of them were run')).toBeVisible();
  await runAll(page);
  await expect(page.getByText('only some of them were run')).toBeHidden();
  await expect(page.getByText('1 test passed, 0 failed')).toBeVisible();
  await page.goto(`${patchbay.url}/connections`);
  await expect(page.getByRole('listitem').filter({ hasText: NAME })).toContainText('Active');

  await page.goto(`${patchbay.url}/testing?connection=${connection}&action=updateInvoice`);
  const before = peer.changes;
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const asking = page.getByRole('dialog', { name: /^Are you sure/ });
  await expect(asking).toContainText(NAME);
  await expectSound(page, 'the question before something is destroyed');
  await asking.getByRole('button', { name: 'Keep it' }).click();
  expect(peer.changes).toBe(before);
});

test('a run becomes a test, which shows where a broken mapping differs, in the studio and in a build', async ({
  page,
  browser,
}) => {
  const { id } = await createDrawing(client, invoiceNodes(connection, 'trigger.price'), WIRES);
  const payload = { item: 'Desk', price: 320, customer: { name: 'Grace', email: 'g@hopper.org' } };
  const run = await runByHand(client, id, { draft: true, payload });
  await untilEnded(client, run);
  await page.goto(`${patchbay.url}/runs/${run}`);
  await page.getByRole('heading', { level: 1 }).getByText('Done').waitFor();
  await page.getByRole('button', { name: 'Save as test' }).first().click();
  await expect(page.getByText(/masked\.$/)).toBeVisible();
  await runAll(page);
  await expect(page.getByText('1 test passed, 0 failed')).toBeVisible();
  await editTest(page);
  await runAll(page);
  await expect(page.getByText('1 test passed, 0 failed')).toBeVisible();
  const taken = peer.invoices.size;

  await setPrice(id, 'trigger.prize');
  await runAll(page);
  const table = page.getByRole('table', { name: 'Differences' }).first();
  await expect(table).toContainText('LineItems[0].UnitAmount');
  await expect(table).toContainText('320');
  await expectSound(page, 'a failed suite of a flow');
  const { batches } = await client.call(getSuite, { params: { subject: `flow:${id}` } });
  const link = `${patchbay.url}/testing?tab=tests&subject=flow:${id}&result=${batches[0]?.id}`;
  const stranger = await browser.newContext();
  const visitor = await stranger.newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(visitor.getByText('LineItems')).toHaveCount(0);
  await visitor.getByLabel('E-mail').fill(OWNER.email);
  await visitor.getByLabel('Password').fill(OWNER.password);
  await visitor.keyboard.press('Enter');
  await expect(visitor.getByRole('table', { name: 'Differences' }).first()).toBeVisible();
  // An id never holds a "u".
  await visitor.goto(link.replace(/.$/, 'u'));
  await expect(visitor.getByText('This result is no longer kept.')).toBeVisible();
  await stranger.close();
  await setPrice(id, 'trigger.price');
  await runAll(page);
  await expect(page.getByText('1 test passed, 0 failed')).toBeVisible();
  // Mocks stood in for the other system all along.
  expect(peer.invoices.size).toBe(taken);

  const junit = join(folder, 'junit.xml');
  const start = join(dirname(import.meta.dirname), 'runtime', 'src', 'start.ts');
  const env = { PATH: process.env.PATH, DATA_DIR: patchbay.dataDir };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [start, 'test', id, '--junit', junit],
    { env },
  );
  expect(stdout).toContain('1 passed, 0 failed');
  expect(await readFile(junit, 'utf8')).toContain('tests="1" failures="0" errors="0"');
});

test('one step runs again and again on pinned data, stops and goes on', async ({ page }) => {
  const { id } = await createDrawing(client, invoiceNodes(connection, 'steps.price.price'), WIRES);
  await page.goto(`${patchbay.url}/flows/${id}`);
  await clickStep(page, 'Price it');
  await openTab(page, 'Test');
  const pane = inspector(page);
  await pane.getByRole('button', { name: 'Pin output' }).click();
  await expect(step(page, 'Price it')).toContainText('Pinned');
  await writeCode(pane, 'Pinned output', '{ "item": "Lamp", "price": 45 }');
  await pane.getByRole('button', { name: 'Save pin' }).click();
  await expect(pane.getByRole('button', { name: 'Save pin' })).toHaveCount(0);

  await clickStep(page, 'Create Invoice');
  await openTab(page, 'Test');
  await pane.getByRole('switch', { name: 'Stop test runs before this step' }).click();
  await pane.getByRole('button', { name: 'Run up to here' }).click();
  const drawer = page.getByRole('region', { name: 'Last run' });
  await expect(drawer.getByText('Paused before Create Invoice')).toBeVisible();
  await expectSound(page, 'a paused run on the canvas');
  await drawer.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(step(page, 'Create Invoice').locator('[data-run=done]')).toBeVisible();
  const made = [...peer.invoices.values()].at(-1) as { LineItems: { UnitAmount: number }[] };
  expect(made.LineItems[0]?.UnitAmount).toBe(45);

  await setPrice(id, 'steps.price.price * 2');
  await page.reload();
  await page.getByRole('button', { name: 'Last run' }).click();
  await expect(step(page, 'Create Invoice')).toContainText('Stale');
  await clickStep(page, 'Create Invoice');
  await openTab(page, 'Test');
  await expect(pane.getByText('stale. It was changed since the run.')).toBeVisible();
  await pane.getByRole('button', { name: 'Step through' }).click();
  await expect(drawer.getByText('Paused before')).toBeVisible();
  await drawer.getByRole('button', { name: 'Go on' }).click();
  await expect(drawer.getByText('Paused before')).toBeHidden();

  const twice = { kind: 'map', title: 'Twice', input: 'item * 2', parent: 'each' } as const;
  const each = { kind: 'loop', title: 'Each', input: '[10, 20, 30]' } as const;
  const looped = { start: { kind: 'manual' } as const, each, twice };
  const loop = await createDrawing(client, looped, ['start>each']);
  await page.goto(`${patchbay.url}/flows/${loop.id}?node=twice`);
  await openTab(page, 'Test');
  await pane.getByRole('spinbutton', { name: 'index' }).fill('1');
  await pane.getByRole('button', { name: 'Run one item' }).click();
  await expect(drawer.getByText('40', { exact: true })).toBeVisible();
});

test('a failed run of what is live is debugged in the draft, and run again once it is mended', async ({
  page,
}) => {
  const { id } = await createDrawing(client, invoiceNodes(connection, 'trigger.prize'), WIRES);
  await client.call(publishFlow, { params: { id }, body: { notes: '' } });
  const run = await runByHand(client, id, { payload: { item: 'Shelf', price: 77 } });
  await untilEnded(client, run);
  await page.goto(`${patchbay.url}/runs/${run}`);
  await expectSound(page, 'a failed run');
  await page.getByRole('link', { name: 'Debug this run' }).click();
  await page.getByRole('button', { name: 'Test run' }).waitFor();
  await clickStep(page, 'Create Invoice');
  await openTab(page, 'Test');
  await expect(inspector(page).getByRole('group', { name: 'Test data' })).toContainText('Shelf');
  await page.getByRole('button', { name: 'Test run' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'From the run below' }).click();
  await expect(dialog.getByRole('group', { name: 'Payload' })).toContainText('77');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await setPrice(id, 'trigger.price');
  await page.goto(`${patchbay.url}/runs/${run}`);
  await page.getByRole('button', { name: 'Send the payload into the draft' }).click();
  await expect(step(page, 'Create Invoice').locator('[data-run=done]')).toBeVisible();
  await client.call(publishFlow, { params: { id }, body: { notes: 'mended' } });
  await page.goto(`${patchbay.url}/runs/${run}`);
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('Done')).toBeVisible();
  await expect(page.getByText('Retry of another run')).toBeVisible();
});

test('three failed runs are mended, previewed, tried on one, then on the rest', async ({
  page,
}) => {
  const { id } = await createDrawing(client, invoiceNodes(connection, 'trigger.prize'), WIRES);
  for (const price of [1, 2, 3]) {
    const run = await runByHand(client, id, { draft: true, payload: { item: 'Desk', price } });
    expect((await untilEnded(client, run)).run.status).toBe('failed');
  }
  await setPrice(id, 'trigger.price');
  await page.goto(`${patchbay.url}/runs?flow=${id}&status=failed`);
  await page.getByRole('button', { name: 'Replay 3 failed…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.getByRole('table', { name: 'Differences' })).toHaveCount(3);
  await expect(dialog.getByRole('table').first()).toContainText('LineItems[0].UnitAmount');
  await expectSound(page, 'a previewed replay');
  const before = peer.invoices.size;
  await dialog.getByRole('button', { name: 'Try one' }).click();
  await expect(dialog.getByText('Done', { exact: true })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Replay the other 2' }).click();
  await expect(dialog.getByText('Done', { exact: true })).toHaveCount(3);
  expect(peer.invoices.size).toBe(before + 3);
});
