import { getFlow, listFlows } from '@patchbay/shared/flows';
import type { Page } from '@playwright/test';

import { choose, dragBetween, step } from '#canvas';
import type { Client } from '#client';
import { createDrawing } from '#flows';
import { inspector } from '#inspector';
import { enter, expect, test } from '#story';
import { until } from '#until';

const at = (x: number, y = 0): { position: { x: number; y: number } } => ({ position: { x, y } });

/** A start and two maps below each other, where the inspector covers none of them. */
async function makeFlow(client: Client): Promise<string> {
  const first = { kind: 'map', config: {}, input: '1', title: 'First', ...at(320) } as const;
  const second = { kind: 'map', config: {}, input: '2', title: 'Second', ...at(320, 160) } as const;
  const start = { kind: 'manual', config: {}, title: 'Start', ...at(0) } as const;
  const nodes = { start, first, second };
  return (await createDrawing(client, nodes, ['start>first', 'first>second'])).id;
}

async function open(page: Page, url: string, flow: string): Promise<void> {
  await page.goto(`${url}/flows/${flow}`);
  await step(page, 'Start').waitFor();
}

/** Selects a step and gives it another title in the inspector. */
async function rename(page: Page, title: string, next: string): Promise<void> {
  await step(page, title).click();
  const field = inspector(page).getByRole('textbox', { name: 'Title' });
  await field.fill(next);
  await step(page, next).waitFor();
}

const saved = (page: Page): Promise<void> =>
  expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');

async function titles(client: Client, flow: string): Promise<string[]> {
  const { graph } = await client.call(getFlow, { params: { id: flow } });
  return Object.values(graph.nodes)
    .map((node) => node.title)
    .toSorted();
}

test('two windows: the second sees who changed what, and merging loses nothing', async ({
  studio: one,
  house: { client, patchbay, openWindow },
}) => {
  const flow = await makeFlow(client);
  const two = await openWindow();
  await open(one, patchbay.url, flow);
  await open(two, patchbay.url, flow);
  await rename(one, 'First', 'First of Ada');
  await saved(one);
  await expect(two.getByRole('status').filter({ hasText: /^Ada Lovelace: / })).toBeVisible();
  await expect(step(two, 'First of Ada')).toBeVisible();
  await two.context().setOffline(true);
  await rename(two, 'Second', 'Second of two');
  await expect(two.locator('[data-save]')).toHaveAttribute('data-save', 'offline');
  await rename(one, 'Second', 'Second of one');
  await rename(one, 'First of Ada', 'First again');
  await saved(one);
  await two.context().setOffline(false);
  await two.getByRole('button', { name: 'See what changed' }).click();
  const dialog = two.getByRole('dialog');
  await expect(dialog).toContainText('Ada Lovelace changed the same thing');
  await dialog.getByRole('button', { name: 'Take over: keep all of mine' }).click();
  await saved(two);
  await expect(step(two, 'First again')).toBeVisible();
  expect(await titles(client, flow)).toEqual(['First again', 'Second of two', 'Start']);
  await expect(step(one, 'Second of two')).toBeVisible();
  await two.context().setOffline(true);
  await rename(two, 'Second of two', 'Second lost');
  await rename(two, 'First again', 'First kept');
  await rename(one, 'Second of two', 'Second wins');
  await rename(one, 'First again', 'First gives way');
  await saved(one);
  await two.context().setOffline(false);
  await two.getByRole('button', { name: 'See what changed' }).click();
  await dialog
    .getByRole('group', { name: /Second/ })
    .getByText('Ada Lovelace')
    .click();
  await dialog.getByRole('button', { name: 'Merge as chosen' }).click();
  await saved(two);
  expect(await titles(client, flow)).toEqual(['First kept', 'Second wins', 'Start']);
});

test('edits made offline survive a reload and are sent later', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeFlow(client);
  await open(studio, patchbay.url, flow);
  await studio.route('**/api/flows/*/edits', (route) => route.abort());
  await rename(studio, 'First', 'Drawn offline');
  await expect(studio.locator('[data-save]')).toContainText('kept here and will be sent');
  await studio.reload();
  await expect(step(studio, 'Drawn offline')).toBeVisible();
  expect(await titles(client, flow)).not.toContain('Drawn offline');
  await studio.unroute('**/api/flows/*/edits');
  await studio.getByRole('button', { name: 'Try now' }).click();
  await saved(studio);
  expect(await titles(client, flow)).toContain('Drawn offline');
});

test('every change can be taken back and made again', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeFlow(client);
  await open(studio, patchbay.url, flow);
  await step(studio, 'First').click();
  await studio.keyboard.press('Shift+Delete');
  await expect(step(studio, 'First')).toHaveCount(0);
  await expect(studio.locator('.react-flow__edge')).toHaveCount(1);
  await studio.keyboard.press('Control+Z');
  await expect(step(studio, 'First')).toBeVisible();
  await expect(studio.locator('.react-flow__edge')).toHaveCount(2);
  await studio.getByRole('button', { name: /^Redo: / }).click();
  await expect(step(studio, 'First')).toHaveCount(0);
  await saved(studio);
  expect(await titles(client, flow)).toEqual(['Second', 'Start']);
});

test('a step that is dropped on a wire goes in between, and out again with one undo', async ({
  studio,
  house: { client, patchbay },
}) => {
  const map = (title: string, x: number, y = 0) =>
    ({ kind: 'map', config: {}, input: '1', title, ...at(x, y) }) as const;
  const start = { kind: 'manual', config: {}, title: 'Start', ...at(0) } as const;
  const nodes = { start, end: map('End', 640), loose: map('Loose', 320, 200) };
  const { id } = await createDrawing(client, nodes, ['start>end']);
  await open(studio, patchbay.url, id);
  await dragBetween(studio, 'Loose', ['Start', 'End']);
  const wires = studio.locator('.react-flow__edge');
  await expect(wires).toHaveCount(2);
  await saved(studio);
  const { graph } = await client.call(getFlow, { params: { id } });
  const drawn = Object.values(graph.edges).map((edge) => `${edge.from}>${edge.to}`);
  expect(drawn.toSorted()).toEqual(['loose>end', 'start>loose']);
  await studio.keyboard.press('Control+Z');
  await expect(wires).toHaveCount(1);
});

test('steps are copied into another flow with their wires', async ({
  studio,
  house: { client, patchbay },
}) => {
  const from = await makeFlow(client);
  const other = { kind: 'manual', config: {}, title: 'Start' } as const;
  const to = (await createDrawing(client, { other }, [])).id;
  await studio.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(studio, patchbay.url, from);
  await step(studio, 'First').click();
  await step(studio, 'Second').click({ modifiers: ['Shift'] });
  await studio.keyboard.press('Control+C');
  await expect(studio.getByText('Copied 2 nodes')).toBeVisible();
  await open(studio, patchbay.url, to);
  await studio.keyboard.press('Control+V');
  await expect(step(studio, 'Second')).toBeVisible();
  await expect(studio.locator('.react-flow__edge')).toHaveCount(1);
  await saved(studio);
  expect(await titles(client, to)).toEqual(['First', 'Second', 'Start']);
});

test('a session that ends is begun again in place, and what is drawn stays', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeFlow(client);
  await open(studio, patchbay.url, flow);
  // Offline while drawing, or the next look for others' edits would ask before the name is typed.
  await studio.context().setOffline(true);
  await rename(studio, 'First', 'Drawn while away');
  await studio.context().clearCookies();
  await studio.context().setOffline(false);
  const dialog = studio.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
  await expect(step(studio, 'Drawn while away')).toBeVisible();
  await saved(studio);
  expect(await titles(client, flow)).toContain('Drawn while away');
});

test('a name with markup is text everywhere', async ({ studio, house: { client, patchbay } }) => {
  const name = '<script>document.title = "broken"</script><img src=x onerror=alert(1)>';
  const flow = await makeFlow(client);
  await open(studio, patchbay.url, flow);
  await rename(studio, 'First', name);
  await studio.getByRole('button', { name: 'Test', exact: true }).click();
  const field = studio.getByRole('textbox', { name: 'Name of the flow' });
  // What a menu does that closes late.
  await studio.getByRole('button', { name: 'Publish' }).focus();
  await expect(field).toBeFocused();
  await field.fill(name);
  await studio.keyboard.press('Enter');
  await expect(studio.getByRole('heading', { name, level: 1 })).toBeVisible();
  await saved(studio);
  await studio.goto(`${patchbay.url}/flows`);
  await expect(studio.getByRole('link', { name })).toBeVisible();
  await expect(studio).toHaveTitle(/Patchbay/);
  await expect(studio.locator('img[src=x]')).toHaveCount(0);
  await until('the name is stored as it was typed', async () => {
    const found = await client.call(getFlow, { params: { id: flow } });
    return found.name === name;
  });
});

test('a connector nobody knows is shown, said and can be replaced', async ({
  studio,
  house: { client, patchbay },
}) => {
  const start = { kind: 'manual', config: {}, title: 'Start', ...at(0) } as const;
  const config = { connector: 'gone', version: '9.9.9', action: 'do' };
  const lost = { kind: 'action', config, input: '{}', title: 'Lost', ...at(320) } as const;
  const { id } = await createDrawing(client, { start, lost }, ['start>lost']);
  await open(studio, patchbay.url, id);
  await expect(step(studio, 'Lost')).toContainText('Connector "gone" is not here');
  await step(studio, 'Start').click();
  await studio.keyboard.press('Tab');
  await choose(studio, 'http', 'Send an HTTP request');
  await expect(step(studio, 'Send an HTTP request')).toBeVisible();
  await saved(studio);
});

test('a selection is grouped, folded away, and made a flow of its own', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeFlow(client);
  await open(studio, patchbay.url, flow);
  await step(studio, 'First').click();
  await step(studio, 'Second').click({ modifiers: ['Shift'] });
  await studio.keyboard.press('Control+G');
  await step(studio, 'Group').getByRole('button', { name: 'Fold group' }).click();
  await expect(step(studio, 'Group')).toContainText('2 inside, folded away');
  await expect(step(studio, 'First')).toBeHidden();
  await studio.keyboard.press('Space');
  await expect(step(studio, 'First')).toBeVisible();
  await studio.keyboard.press('Control+G');
  await step(studio, 'First').click();
  await step(studio, 'Second').click({ modifiers: ['Shift'] });
  await step(studio, 'Second').click({ button: 'right' });
  await studio.getByRole('menuitem', { name: 'Move into a called flow' }).click();
  await expect(studio.getByText('is a flow now')).toBeVisible();
  await expect(step(studio, 'Second')).toHaveCount(0);
  await saved(studio);
  expect(await titles(client, flow)).toEqual(['First', 'Start']);
  const { items } = await client.call(listFlows, { query: { search: 'First (part of' } });
  expect(await titles(client, items[0]?.id ?? '')).toEqual([
    'Called by a flow',
    'First',
    'Result',
    'Second',
  ]);
});

test('several steps, a wire and the menu are reached by keyboard, and a right click is for what is under it', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeFlow(client);
  await open(studio, patchbay.url, flow);
  const graphNow = async () => (await client.call(getFlow, { params: { id: flow } })).graph;
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'])
    await studio.keyboard.press(key);
  await expect(studio.getByRole('toolbar', { name: 'Selected nodes' })).toContainText('3 selected');
  await studio.keyboard.press('m');
  await expect(studio.getByRole('menuitem', { name: 'Align top edges' })).toBeVisible();
  await studio.keyboard.type('align top');
  await studio.keyboard.press('Enter');
  await expect(studio.getByRole('menu')).toHaveCount(0);
  await saved(studio);
  const heights = Object.values((await graphNow()).nodes).map(({ position }) => position.y);
  expect(new Set(heights)).toEqual(new Set([0]));
  await studio.keyboard.press('Control+Z');
  await studio.keyboard.press('Escape');
  for (const key of ['ArrowRight', 'w', 'c']) await studio.keyboard.press(key);
  await expect(studio.getByText('Connect exit of Start to Second.')).toBeAttached();
  await studio.keyboard.press('Enter');
  await saved(studio);
  const wires = Object.values((await graphNow()).edges).map(({ from, to }) => `${from}>${to}`);
  expect(wires.toSorted()).toEqual(['first>second', 'start>second']);
  await step(studio, 'First').click({ button: 'right' });
  await studio.getByRole('menuitem', { name: 'Open' }).click();
  await inspector(studio).getByRole('tab', { name: 'Settings' }).click();
  const limit = inspector(studio).getByRole('spinbutton', { name: /^Time one try may take/ });
  await limit.pressSequentially('0.5');
  await saved(studio);
  expect((await graphNow()).nodes.first?.settings.timeoutMs).toBe(500);
});

test('without the server a page says so, and goes on once it is back', async ({
  studio,
  house: { patchbay },
}) => {
  await studio.route('**/api/**', (route) => route.abort());
  await studio.goto(`${patchbay.url}/runs`);
  await expect(studio.getByRole('alert')).toContainText('Patchbay does not answer');
  await studio.unroute('**/api/**');
  await studio.getByRole('button', { name: 'Try again' }).click();
  await expect(studio.getByRole('heading', { name: 'Runs', level: 1 })).toBeVisible();
});

test('a page whose part cannot be loaded says so, and the rest stays', async ({
  page,
  faults,
  house: { patchbay },
}) => {
  await enter(page, patchbay.url);
  await page.route('**/assets/*health*', (route) => route.abort());
  await page.getByRole('link', { name: 'Health' }).click();
  await expect(page.getByRole('alert')).toContainText("This page can't be shown");
  await expect(page.getByRole('link', { name: 'Runs' })).toBeVisible();
  expect(faults.splice(0)).toEqual([expect.stringContaining('dynamically imported')]);
  await page.unroute('**/assets/*health*');
  await page.getByRole('button', { name: 'Load it again' }).click();
  await expect(page.getByRole('heading', { name: 'Health', level: 1 })).toBeVisible();
});
