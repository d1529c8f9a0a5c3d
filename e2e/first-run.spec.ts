import type { Locator, Page } from '@playwright/test';

import { clickStep, drawOn, drawTo, layOut, runOf, step } from '#canvas';
import { Client, OWNER } from '#client';
import {
  connectDatabase,
  DELIVERY,
  publish,
  ROW,
  setUpCall,
  setUpInsert,
  setUpWebhook,
} from '#fill-in';
import { createDrawing } from '#flows';
import { githubDeliveries } from '#github-deliveries';
import { openTarget, rowsFor, type Target } from '#github-flow';
import { startPatchbay, type Patchbay } from '#helpers';
import { express, inspector, openTab, select, writeCode } from '#inspector';
import {
  addStep,
  goBack,
  goInto,
  goToTab,
  pick,
  tabTo,
  typeCode,
  typeExpression,
  typeInto,
  walkTo,
} from '#keyboard';
import { startRecordingServer, type RecordingServer } from '#recording-server';
import { expect, test } from '#story';

// One first day with Patchbay: each story goes on where the one before ended.
test.describe.configure({ mode: 'serial' });

const SECRET = 'what GitHub and we know';

let patchbay: Patchbay;
let peer: RecordingServer;
let target: Target;
let page: Page;
/** Where the flow that was published last answers. */
let hookUrl: string;

test.beforeAll(async ({ browser }) => {
  patchbay = await startPatchbay({ env: { ALLOWED_PRIVATE_HOSTS: '127.0.0.1' } });
  peer = await startRecordingServer();
  target = await openTarget();
  page = await browser.newPage();
});

test.afterAll(async () => {
  await page?.close();
  await Promise.all([patchbay?.stop(), peer?.stop(), target?.close()]);
});

async function newFlow(name: string): Promise<void> {
  await page.goto(`${patchbay.url}/flows`);
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('menuitem', { name: 'Start from nothing' }).click();
  // The list is left and the canvas is drawn: until then the new flow's name may still move or go.
  await page.waitForURL(/\/flows\/\w{20,}$/);
  await step(page, 'Run by hand').waitFor();
  await page.getByRole('button', { name: 'Untitled flow', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name of the flow' }).fill(name);
  await page.keyboard.press('Enter');
}

test('the first visitor becomes the owner', async () => {
  await page.goto(patchbay.url);
  await page.getByRole('textbox', { name: 'Your name' }).fill(OWNER.name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(OWNER.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(OWNER.password);
  await page.getByRole('button', { name: 'Create the owner' }).click();
  await expect(page.getByRole('heading', { name: 'Flows', level: 1 })).toBeVisible();
});

test('the example runs at once, and every step can be read', async () => {
  await page.getByRole('link', { name: 'Example: price the orders' }).click();
  await page.getByRole('button', { name: 'Skip the tour' }).click();
  await page.getByRole('button', { name: 'Test run' }).click();
  await select(page.getByRole('dialog'), 'Starts at', 'Run by hand');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  for (const title of ['Run by hand', 'Price it', 'Sum up', 'Tell sales'])
    await expect(runOf(page, title)).toHaveAttribute('data-run', 'done');
  await expect(step(page, 'File it').locator('[data-run]')).toHaveCount(0);
  const drawer = page.getByRole('region', { name: 'Last run' });
  await expect(drawer.getByRole('status')).toContainText('Done');
  await drawer.getByRole('treeitem', { name: /Sum up/ }).click();
  await expect(drawer.getByText('Aster Labs').first()).toBeVisible();
});

test('a flow is drawn with the mouse', async () => {
  await newFlow('Deliveries, by mouse');
  await clickStep(page, 'Run by hand');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: /^Webhook/ }).click();
  await setUpWebhook(page, SECRET);
  await drawOn(page, { step: 'Webhook', port: 'Next' }, { right: 120, down: 0 }, CHOICE);
  const cases = inspector(page).getByRole('region', { name: 'Cases' });
  await cases.getByRole('textbox', { name: 'Name of case 1' }).fill('By somebody');
  await writeCode(cases, 'When is case 1 true?', '$exists(trigger.body.sender)');
  await layOut(page);
  await drawOn(page, { step: 'Choice', port: 'By somebody' }, { right: 60, down: 160 }, LOOP);
  await openTab(page, 'Input');
  await writeCode(inspector(page), 'Input expression', '$keys(trigger.body)[[0..3]]');
  await layOut(page);
  await drawOn(page, { step: 'Loop', port: 'Each item' }, { right: 40, down: 0 }, HTTP);
  await setUpCall(page, `${peer.url}/`);
  await layOut(page);
  await drawOn(
    page,
    { step: 'Send an HTTP request', port: 'Next' },
    { right: 30, down: 5 },
    INSERT,
  );
  await connectDatabase(page, target.url);
  await setUpInsert(page);
  await layOut(page);
  await drawOn(page, { step: 'Loop', port: 'Done' }, { right: 60, down: 0 }, RESPOND);
  await express(page, 'Body', `{ "delivery": ${DELIVERY} }`);
  await layOut(page);
  await drawTo(page, { step: 'Choice', port: 'Otherwise' }, 'Respond');
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();
});

test('it is published and lights up with what GitHub sends', async () => {
  hookUrl = await publish(page);
  const sent = githubDeliveries(12, SECRET);
  for (const { body, headers } of sent) {
    const answer = await fetch(hookUrl, { method: 'POST', body, headers });
    expect(answer.status).toBe(200);
  }
  const forged = githubDeliveries(1, 'guessed')[0];
  const refused = await fetch(hookUrl, {
    method: 'POST',
    body: forged?.body,
    headers: forged?.headers,
  });
  expect(refused.status).toBe(401);
  expect(await target.rows()).toEqual(sent.flatMap(rowsFor).toSorted());
  await page.getByRole('button', { name: 'Last run' }).click();
  await page.getByRole('combobox', { name: 'Run that is shown' }).click();
  await page
    .getByRole('option', { name: /^Done .* v1 · webhook/ })
    .first()
    .click();
  for (const title of ['Webhook', 'Choice', 'Respond'])
    await expect(runOf(page, title)).toHaveAttribute('data-run', 'done');
});

test('a delivery is caught, used for a test run and seen on the canvas', async () => {
  const [delivery] = githubDeliveries(1, SECRET);
  await page.getByRole('button', { name: 'Test run' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Listen' }).click();
  await expect(dialog.getByText('Listening for five minutes')).toBeVisible();
  await fetch(hookUrl, { method: 'POST', body: delivery?.body, headers: delivery?.headers });
  const caught = dialog.getByRole('list', { name: 'Captured requests' }).getByRole('listitem');
  await caught.first().getByRole('button', { name: 'Use' }).click();
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(dialog).toBeHidden();
  for (const title of [
    'Webhook',
    'Choice',
    'Loop',
    'Send an HTTP request',
    'Insert rows',
    'Respond',
  ])
    await expect(runOf(page, title)).toHaveAttribute('data-run', 'done');
});

test('a failed step is opened, its input fixed and the run goes on from there', async () => {
  const client = await new Client(() => patchbay.url).signIn();
  const before = peer.calls.length;
  const config = { connector: 'http', version: '1.0.0', action: 'request' };
  const at = (x: number) => ({ position: { x, y: 0 } });
  const { id } = await createDrawing(
    client,
    {
      start: { kind: 'manual', config: {}, title: 'Start', ...at(0) },
      tell: { kind: 'action', config, title: 'Tell', input: call(`${peer.url}/`), ...at(320) },
      ask: { kind: 'action', config, title: 'Ask', input: call('http://127.0.0.1:1/'), ...at(640) },
      after: { kind: 'map', config: {}, title: 'After', input: 'steps.ask.status', ...at(960) },
    },
    ['start>tell', 'tell>ask', 'ask>after'],
  );
  await page.goto(`${patchbay.url}/flows/${id}`);
  await step(page, 'Start').waitFor();
  await page.getByRole('button', { name: 'Test run' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(runOf(page, 'Ask')).toHaveAttribute('data-run', 'failed');
  await clickStep(page, 'Ask');
  const drawer = page.getByRole('region', { name: 'Last run' });
  await expect(drawer.getByRole('heading', { name: 'Ask' })).toBeVisible();
  await openTab(page, 'Input');
  await inspector(page).getByRole('textbox', { name: 'Address' }).fill(`${peer.url}/`);
  await drawer.getByRole('button', { name: 'Retry from the failed step' }).click();
  await expect(drawer.getByRole('status')).toContainText('Done');
  for (const title of ['Start', 'Tell', 'Ask', 'After'])
    await expect(runOf(page, title)).toHaveAttribute('data-run', 'done');
  // One call of each step: what was done before the failure is not done again.
  expect(peer.calls.length - before).toBe(2);
});

test('the same flow is drawn by keyboard alone', async () => {
  const pane = inspector(page);
  const field = (name: string): Locator => pane.getByRole('textbox', { name, exact: true });
  const list = (name: string): Locator => pane.getByRole('combobox', { name });
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog').locator('input')).toBeFocused();
  await page.keyboard.type('Create a flow');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What starts this flow?' })).toBeVisible();
  await addStep(page, 'webhook', 'Webhook');
  await goInto(page, list('Answer'));
  await pick(page, 'From the Respond step');
  await goBack(page);
  await addStep(page, 'choice', 'Choice');
  await goInto(page, pane.getByRole('textbox', { name: 'Name of case 1' }));
  await typeCode(
    pane.getByRole('group', { name: 'When is case 1 true?' }),
    '$exists(trigger.body.sender)',
  );
  await goBack(page);
  await addStep(page, 'loop', 'Loop');
  await goToTab(page, 'Input');
  await typeCode(
    pane.getByRole('group', { name: 'Input expression' }),
    '$keys(trigger.body)[[0..3]]',
  );
  await goBack(page);
  await addStep(page, 'http request', 'Send an HTTP request');
  await goToTab(page, 'Input');
  await tabTo(list('Method'));
  await pick(page, 'POST');
  await typeInto(field('Address'), `${peer.url}/`);
  await typeExpression(page, 'Body', `{ "row": ${DELIVERY} & "/" & item }`);
  await goBack(page);
  await addStep(page, 'postgres insert', 'Insert rows');
  await goInto(page, list('Connection'));
  await pick(page, 'Deliveries');
  await goBack(page);
  await goToTab(page, 'Input');
  await typeInto(list('Table'), 'delivery');
  await expect(page.getByRole('option', { name: 'delivery' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await typeExpression(page, 'Rows', ROW);
  await goBack(page);
  await walkTo(page, 'ArrowLeft', 'Loop');
  await addStep(page, 'respond', 'Respond');
  await walkTo(page, 'ArrowLeft', 'Choice');
  await page.keyboard.press('c');
  // The nearest step is offered first, and that is the loop.
  await expect(page.getByText('Connect Otherwise of Choice to Loop.')).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Connect Otherwise of Choice to Respond.')).toBeAttached();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();
});

test('it too is published and answers', async () => {
  await page.keyboard.press('Shift+F6');
  await tabTo(page.getByRole('button', { name: 'Publish' }));
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('dialog').getByRole('button', { name: 'Publish' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Version 1 is live' })).toBeVisible();
  hookUrl = await page.getByRole('dialog').locator('code').innerText();
  const sent = githubDeliveries(3, 'unsigned');
  for (const { body, headers } of sent)
    expect((await fetch(hookUrl, { method: 'POST', body, headers })).status).toBe(200);
  expect(await target.rows()).toEqual(expect.arrayContaining(sent.flatMap(rowsFor)));
});

const call = (url: string): string =>
  `{ "method": "POST", "url": "${url}", "body": { "at": "this step" } }`;

const CHOICE = { search: 'choice', choose: 'Choice' };
const LOOP = { search: 'loop', choose: 'Loop' };
const HTTP = { search: 'http', choose: 'Send an HTTP request' };
const INSERT = { search: 'postgres insert', choose: 'Insert rows' };
const RESPOND = { search: 'respond', choose: 'Respond' };
