import { echo, startLoopback } from '@patchbay/connectors/sdk/testing';
import { getFlow, listFlows } from '@patchbay/shared/flows';

import { boxAll, clickStep, dragBetween, step } from '#canvas';
import { at, makeFlow, openEditor, saved, titles } from '#editor';
import { createDrawing } from '#flows';
import { inspector, openTab, writeCode } from '#inspector';
import { expect, test } from '#story';

test('every change can be taken back and made again', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeFlow(client);
  await openEditor(studio, patchbay.url, flow);
  await clickStep(studio, 'First');
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
  await openEditor(studio, patchbay.url, id);
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
  await openEditor(studio, patchbay.url, from);
  // A press with Shift goes on with what a click began: the browser must not mark words by it.
  await clickStep(studio, 'Start');
  await inspector(studio).getByRole('heading', { name: 'Start' }).click();
  await studio.keyboard.press('Escape');
  await boxAll(studio);
  await studio.keyboard.press('Control+C');
  await expect(studio.getByText('Copied 3 nodes')).toBeVisible();
  await openEditor(studio, patchbay.url, to);
  await studio.keyboard.press('Control+V');
  await expect(step(studio, 'Second')).toBeVisible();
  await expect(studio.locator('.react-flow__edge')).toHaveCount(2);
  await saved(studio);
  expect(await titles(client, to)).toEqual(['First', 'Second', 'Start', 'Start']);
});

test('a selection is grouped, folded away, and made a flow of its own', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeFlow(client);
  await openEditor(studio, patchbay.url, flow);
  await clickStep(studio, 'First');
  await clickStep(studio, 'Second', { modifiers: ['Shift'] });
  await studio.keyboard.press('Control+G');
  await step(studio, 'Group').getByRole('button', { name: 'Fold group' }).click();
  await expect(step(studio, 'Group')).toContainText('2 inside, folded away');
  await expect(step(studio, 'First')).toBeHidden();
  await studio.keyboard.press('Space');
  await expect(step(studio, 'First')).toBeVisible();
  await studio.keyboard.press('Control+G');
  await clickStep(studio, 'First');
  await clickStep(studio, 'Second', { modifiers: ['Shift'] });
  await clickStep(studio, 'Second', { button: 'right' });
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
  await openEditor(studio, patchbay.url, flow);
  const graphNow = async () => (await client.call(getFlow, { params: { id: flow } })).graph;
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'])
    await studio.keyboard.press(key);
  await expect(studio.getByRole('toolbar', { name: 'Selected nodes' })).toContainText('3 selected');
  await studio.keyboard.press('m');
  await expect(studio.getByRole('menuitem', { name: 'Align top edges' })).toBeVisible();
  await expect(studio.locator('[role=menu]:focus, [role=menu] :focus')).toHaveCount(1);
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
  await clickStep(studio, 'First', { button: 'right' });
  await studio.getByRole('menuitem', { name: 'Open' }).click();
  await inspector(studio).getByRole('tab', { name: 'Settings' }).click();
  const limit = inspector(studio).getByRole('spinbutton', { name: /^Time one try may take/ });
  await limit.pressSequentially('0.5');
  await saved(studio);
  expect((await graphNow()).nodes.first?.settings.timeoutMs).toBe(500);
});

test('a step leaves a loop by keyboard in every direction, and it is said where it went', async ({
  studio,
  house: { client, patchbay },
}) => {
  const start = { kind: 'manual', title: 'Start', ...at(0) } as const;
  const each = { kind: 'loop', config: {}, input: '[]', title: 'Each', ...at(320) } as const;
  const body = { parent: 'each', ...at(32, 128) };
  const price = { kind: 'map', config: {}, input: 'item', title: 'Price', ...body } as const;
  const { id } = await createDrawing(client, { start, each, price }, ['start>each']);
  await openEditor(studio, patchbay.url, id);
  const priceNow = async () => (await client.call(getFlow, { params: { id } })).graph.nodes.price;
  await clickStep(studio, 'Price');
  await studio.keyboard.press('Alt+ArrowDown');
  await studio.keyboard.press('Alt+ArrowDown');
  await expect(studio.getByText('At the bottom of “Each”')).toBeVisible();
  await saved(studio);
  expect(await priceNow()).toMatchObject({ parent: 'each', position: { x: 32, y: 144 } });
  await studio.keyboard.press('Alt+ArrowDown');
  await expect(studio.getByText('Moved “Price” out of “Each”, onto the canvas.')).toBeAttached();
  await saved(studio);
  expect((await priceNow())?.parent).toBeUndefined();
  await studio.keyboard.press('Control+Z');
  const presses = async (count: number, key: string) => {
    for (let i = 0; i < count; i++) await studio.keyboard.press(key);
  };
  await presses(17, 'Alt+ArrowRight');
  await expect(studio.getByText('At the right edge of “Each”')).toBeVisible();
  await presses(1, 'Alt+ArrowRight');
  await expect(studio.getByText('Moved “Price” out of “Each”, onto the canvas.')).toBeAttached();
  await presses(9, 'Alt+ArrowLeft');
  await expect(studio.getByText('Moved “Price” into “Each”.')).toBeAttached();
});

test('a test run stops where that was asked for a moment before', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeFlow(client);
  await openEditor(studio, patchbay.url, `${flow}?node=second`);
  await openTab(studio, 'Test');
  const told: string[] = [];
  let clicked: () => void = () => undefined;
  const clicking = new Promise<void>((resolve) => (clicked = resolve));
  await studio.route('**/workbench', async (route) => {
    await clicking;
    await route.continue();
  });
  studio.on('request', (one) => {
    if (one.method() === 'POST' && one.url().endsWith('/runs')) told.push('run');
  });
  studio.on('response', (one) => {
    if (one.request().method() === 'PATCH') told.push('stop');
  });
  const pane = inspector(studio);
  await pane.getByRole('switch', { name: 'Stop test runs before this step' }).click();
  await pane.getByRole('button', { name: 'Run up to here' }).click();
  clicked();
  await expect(studio.getByText('Paused before Second')).toBeVisible();
  expect(told).toEqual(['stop', 'run']);
});

test('a step is tested by itself, and asks before it destroys something', async ({
  studio,
  house: { client, patchbay },
}) => {
  const peer = await startLoopback(echo);
  const config = { connector: 'http', version: '1.0.0', action: 'request' };
  const input = `{ "method": trigger.how, "url": "${peer.url}/things/7" }`;
  const start = { kind: 'manual', title: 'Start' } as const;
  const ask = { kind: 'action', config, title: 'Ask', input } as const;
  const { id } = await createDrawing(client, { start, ask }, ['start>ask']);
  await openEditor(studio, patchbay.url, `${id}?node=ask`);
  await openTab(studio, 'Test');
  const pane = inspector(studio);
  const run = pane.getByRole('button', { name: 'Test this step' });
  await writeCode(pane, 'Test data', '{ "trigger": { "how": "GET" } }');
  await run.click();
  await expect(pane.getByRole('region', { name: 'Result' })).toContainText('GET');

  await writeCode(pane, 'Test data', '{ "trigger": { "how": "DELETE" } }');
  await run.click();
  const asking = studio.getByRole('dialog', { name: /^Are you sure about/ });
  await expect(asking).toContainText('/things/7');
  await asking.getByRole('button', { name: 'Keep it' }).click();
  await expect(asking).toBeHidden();
  expect(peer.seen).toEqual(['GET /things/7']);
  await run.click();
  await asking.getByRole('button', { name: 'Test it' }).click();
  await expect(pane.getByRole('region', { name: 'Result' })).toContainText('DELETE');
  expect(peer.seen).toEqual(['GET /things/7', 'DELETE /things/7']);
  await peer.stop();
});
