import type { Page } from '@playwright/test';

import { publishDrawing, runByHand, untilEnded } from '#flows';
import { openGate } from '#gate';
import { select } from '#inspector';
import { openLine } from '#line';
import { startRecordingServer, type RecordingServer } from '#recording-server';
import { enter, expect, test } from '#story';

const start = { kind: 'manual', config: {}, title: 'Start', position: { x: 0, y: 0 } } as const;
const there = { position: { x: 320, y: 0 } };

let peer: RecordingServer;
test.beforeAll(async () => {
  peer = await startRecordingServer();
});
test.afterAll(() => peer.stop());

function rows(page: Page): ReturnType<Page['getByRole']> {
  return page
    .getByRole('table', { name: 'Runs' })
    .getByRole('row')
    .filter({ has: page.getByRole('link') });
}

test('filters stand in the address and survive a reload', async ({ studio, house }) => {
  const { client, patchbay } = house;
  const add = { kind: 'map', config: {}, input: '{ "sum": trigger.a + 1 }', ...there } as const;
  const stop = { kind: 'fail', config: {}, input: '{ "message": "It broke." }', ...there } as const;
  const good = await publishDrawing(client, { start, add }, ['start>add']);
  const bad = await publishDrawing(client, { start, stop }, ['start>stop']);
  const ran = await runByHand(client, good, { payload: { a: 1 } });
  await Promise.all([ran, await runByHand(client, bad)].map((id) => untilEnded(client, id)));
  await studio.goto(`${patchbay.url}/runs`);
  await expect(rows(studio).first()).toBeVisible();
  await select(studio.getByRole('main'), 'Status', 'Failed');
  await expect(studio).toHaveURL(/status=failed/);
  await expect(rows(studio).filter({ hasText: 'Done' })).toHaveCount(0);
  await expect(rows(studio).filter({ hasText: 'It broke.' }).first()).toBeVisible();
  await studio.reload();
  await expect(rows(studio).filter({ hasText: 'It broke.' }).first()).toBeVisible();
  await expect(rows(studio).filter({ hasText: 'Done' })).toHaveCount(0);
  await studio.goto(`${patchbay.url}/runs?flow=${good}&status=failed`);
  await expect(studio.getByText('No run fits these filters')).toBeVisible();
  await studio.getByRole('button', { name: 'Show all runs' }).click();
  await expect(rows(studio).first()).toBeVisible();
});

test('a run shows its steps over time and each in full, and runs again from the start', async ({
  studio,
  house: { client, patchbay },
}) => {
  const add = {
    kind: 'map',
    config: {},
    input: '{ "sum": trigger.a + 41 }',
    title: 'Add',
    ...there,
  } as const;
  const config = { connector: 'http', version: '1.0.0', action: 'request' };
  const input = `{ "method": "POST", "url": "${peer.url}/", "body": steps.add }`;
  const far = { position: { x: 640, y: 0 } };
  const tell = { kind: 'action', config, input, title: 'Tell', ...far } as const;
  const flow = await publishDrawing(client, { start, add, tell }, ['start>add', 'add>tell']);
  const run = await runByHand(client, flow, { payload: { a: 1 } });
  await untilEnded(client, run);
  await studio.goto(`${patchbay.url}/runs/${run}`);
  const steps = studio.getByRole('tree', { name: 'Steps of the run' });
  await expect(steps.getByRole('treeitem')).toHaveCount(2);
  await steps.getByRole('treeitem', { name: /Tell/ }).click();
  await expect(studio).toHaveURL(/step=/);
  const detail = studio.getByRole('tabpanel');
  await expect(detail.getByRole('heading', { name: 'Tell' })).toBeVisible();
  await expect(detail.getByText('42', { exact: true })).toBeVisible();
  await studio.getByRole('tab', { name: 'Started with' }).click();
  await expect(studio.getByRole('tabpanel')).toContainText('a');
  await studio.getByRole('button', { name: 'Retry' }).click();
  await studio.getByRole('menuitem', { name: 'From the start, same version' }).click();
  await expect(studio).not.toHaveURL(new RegExp(run));
  // The page of the first run says Done too, and stays until the other is there.
  await expect(studio.getByRole('link', { name: 'Retry of another run' })).toBeVisible();
  await expect(studio.getByRole('heading', { level: 1 })).toContainText('Done');
  expect(peer.calls).toHaveLength(2);
});

test('a loop of many passes is one line, and its failed passes come first when it is opened', async ({
  studio,
  house: { client, patchbay },
}) => {
  const config = { onItemError: 'collect' };
  const each = { kind: 'loop', config, input: '[1..1200]', title: 'Each line', ...there } as const;
  const body = { parent: 'each', position: { x: 20, y: 60 } };
  const price = { kind: 'map', config: {}, input: 'item', title: 'Price', ...body } as const;
  const input = 'item % 400 = 0 ? $error("Line " & item & " has no price.") : item';
  const sum = { kind: 'map', config: {}, input, title: 'Sum', ...body } as const;
  const flow = await publishDrawing(client, { start, each, price, sum }, [
    'start>each',
    'price>sum',
  ]);
  const run = await runByHand(client, flow);
  await untilEnded(client, run);
  await studio.goto(`${patchbay.url}/runs/${run}`);
  const steps = studio.getByRole('tree', { name: 'Steps of the run' });
  const loop = steps.getByRole('treeitem', { name: /Each line/ });
  await expect(loop).toHaveAccessibleName(/1,200 passes, 3 failed/);
  await expect(steps.getByRole('treeitem')).toHaveCount(1);
  const chosen = steps.getByRole('treeitem', { selected: true });
  await steps.focus();
  await studio.keyboard.press('ArrowRight');
  await expect(loop).toHaveAttribute('aria-expanded', 'true');
  await studio.keyboard.press('ArrowDown');
  await expect(chosen).toHaveAccessibleName(/Failed.*Pass 400/);
  await expect(chosen).toHaveAttribute('aria-setsize', '1200');
  await expect(studio.getByRole('tabpanel')).toContainText('Line 400 has no price.');
  await studio.keyboard.press('ArrowRight');
  await studio.keyboard.press('ArrowRight');
  await expect(chosen).toHaveAccessibleName(/Price/);
  await studio.keyboard.press('End');
  await expect(chosen).toHaveAccessibleName(/Pass 1,199/);
  expect(await steps.getByRole('treeitem').count()).toBeLessThan(100);
  await studio.keyboard.press('ArrowLeft');
  await expect(chosen).toHaveAccessibleName(/Each line/);
  await studio.keyboard.press('ArrowLeft');
  await expect(steps.getByRole('treeitem')).toHaveCount(1);
});

test('runs are ticked one by one, as a range or all, and replayed or cancelled together', async ({
  studio,
  house: { client, patchbay },
}) => {
  const stop = { kind: 'fail', config: {}, input: '"It broke."', ...there } as const;
  const pause = { kind: 'wait', config: { mode: 'for' }, input: '3600', ...there } as const;
  const bad = await publishDrawing(client, { start, stop }, ['start>stop']);
  const slow = await publishDrawing(client, { start, pause }, ['start>pause']);
  const failed = [];
  for (const _ of [1, 2, 3]) failed.push(await runByHand(client, bad));
  await Promise.all(failed.map((id) => untilEnded(client, id)));
  await studio.goto(`${patchbay.url}/runs?flow=${bad}`);
  const ticks = studio.getByRole('checkbox', { name: /^Select the run of/ });
  const bar = studio.getByRole('toolbar', { name: 'Selected runs' });
  await ticks.first().click();
  await expect(bar).toContainText('1 run selected');
  await ticks.nth(2).click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('3 runs selected');
  await ticks.nth(1).press('Space');
  await expect(bar.getByRole('button', { name: 'Replay 2…' })).toBeVisible();
  await studio.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await studio.keyboard.press('Control+A');
  await bar.getByRole('button', { name: 'Replay 3…' }).click();
  const dialog = studio.getByRole('dialog', { name: 'Replay 3 failed runs' });
  await expect(dialog.getByRole('list', { name: 'Runs' }).getByRole('listitem')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Try one' }).click();
  await expect(dialog.getByText('Open the replay')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(bar).toBeHidden();
  for (const _ of [1, 2]) await runByHand(client, slow);
  await studio.goto(`${patchbay.url}/runs?flow=${slow}`);
  await expect(ticks).toHaveCount(2);
  await studio.getByRole('checkbox', { name: 'Select the listed runs' }).click();
  await expect(bar).toContainText('2 cannot be replayed: not ended yet');
  await bar.getByRole('button', { name: 'Cancel 2…' }).click();
  await studio.getByRole('button', { name: 'Cancel them' }).click();
  await expect(rows(studio).filter({ hasText: 'Cancelled' })).toHaveCount(2);
});

test('all runs that match are taken, also those that were not loaded yet', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await publishDrawing(client, { start }, []);
  const ids = await Promise.all(Array.from({ length: 130 }, () => runByHand(client, flow)));
  await Promise.all(ids.map((id) => untilEnded(client, id)));
  await studio.goto(`${patchbay.url}/runs?flow=${flow}`);
  const bar = studio.getByRole('toolbar', { name: 'Selected runs' });
  await studio.getByRole('checkbox', { name: 'Select the listed runs' }).click();
  await expect(bar).toContainText('100 runs selected');
  await bar.getByRole('button', { name: 'Select all that match' }).click();
  await expect(bar).toContainText('130 runs selected');
  await expect(bar.getByRole('button', { name: 'Select all that match' })).toBeHidden();
});

test('a run that waits is cancelled', async ({ studio, house: { client, patchbay } }) => {
  const pause = {
    kind: 'wait',
    config: { mode: 'for' },
    input: '3600',
    title: 'Pause',
    ...there,
  } as const;
  const flow = await publishDrawing(client, { start, pause }, ['start>pause']);
  const run = await runByHand(client, flow);
  await studio.goto(`${patchbay.url}/runs/${run}`);
  const heading = studio.getByRole('heading', { level: 1 });
  const steps = studio.getByRole('tree', { name: 'Steps of the run' });
  await expect(steps.getByRole('treeitem', { name: /Pause/ })).toContainText('Waiting');
  await studio.getByRole('button', { name: 'Cancel run' }).click();
  await expect(heading).toContainText('Cancelled');
  await expect(studio.getByRole('button', { name: 'Retry' })).toBeVisible();
});

test('a run is followed over a cut line without a gap or a double', async ({ page, house }) => {
  const { client, patchbay } = house;
  const [line, gate] = await Promise.all([openLine(patchbay.url), openGate()]);
  const names = ['First', 'Second', 'Third'];
  const config = { connector: 'http', version: '1.0.0', action: 'request' };
  const calls = names.map((title, i) => [
    title.toLowerCase(),
    {
      kind: 'action',
      config,
      input: `{ "url": "${gate.url}/" }`,
      title,
      position: { x: 320 * (i + 1), y: 0 },
    },
  ]);
  const nodes = { start, ...Object.fromEntries(calls) };
  const flow = await publishDrawing(client, nodes, ['start>first', 'first>second', 'second>third']);
  const run = await runByHand(client, flow);
  await enter(page, line.url);
  await page.goto(`${line.url}/runs/${run}`);
  const steps = page.getByRole('tree', { name: 'Steps of the run' }).getByRole('treeitem');
  await expect(page.locator('.react-flow__node')).toHaveCount(4);
  await gate.letPass();
  await expect(steps.filter({ hasText: 'First' }).getByText('Done')).toBeAttached();
  line.cut();
  await gate.letPass();
  await gate.letPass();
  await untilEnded(client, run);
  line.mend();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Done');
  await expect(steps).toHaveText(names.map((name) => new RegExp(name)));
  await expect(steps.getByText('Done')).toHaveCount(3);
  await Promise.all([line.stop(), gate.stop()]);
});
