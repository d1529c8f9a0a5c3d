import { updateFlow } from '@patchbay/shared/flows';
import { publishFlow } from '@patchbay/shared/versions';

import { openEditor } from '#editor';
import { createDrawing, publishDrawing, runByHand, untilEnded } from '#flows';
import { expect, test } from '#story';

const start = { kind: 'manual', config: {} } as const;

test('what is typed into a search stands where it was typed, and the list does not jump', async ({
  studio,
  house: { client, patchbay },
}) => {
  const [older, newer] = [
    await createDrawing(client, { start }, []),
    await createDrawing(client, { start }, []),
  ];
  const rename = (id: string, name: string) =>
    client.call(updateFlow, { params: { id }, body: { name } });
  await rename(older.id, 'Steady older');
  await rename(newer.id, 'Steady newer');
  await studio.goto(`${patchbay.url}/flows`);
  const search = studio.getByRole('textbox', { name: 'Search flows' });
  await search.focus();
  await studio.keyboard.type('Ser');
  await studio.keyboard.press('ArrowLeft');
  await studio.keyboard.press('ArrowLeft');
  await studio.keyboard.type('teady new');
  await expect(search).toHaveValue('Steady newer');
  await expect(studio).toHaveURL(/search=Steady\+newer$/);
  await search.fill('Steady');
  const rows = studio.getByRole('list', { name: 'Flows' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await rename(older.id, 'Steady older, changed');
  await expect(rows.nth(1)).toContainText('Steady older, changed');
  await expect(rows.nth(0)).toContainText('Steady newer');
});

test('a live flow is taken off once what stops with it was named', async ({
  studio,
  house: { client, patchbay },
}) => {
  const hook = { kind: 'webhook', config: {} } as const;
  const { id } = await createDrawing(client, { hook }, []);
  await client.call(updateFlow, { params: { id }, body: { name: 'Answers the shop' } });
  await studio.goto(`${patchbay.url}/flows?search=Answers`);
  const live = studio.getByRole('switch', { name: 'Answers the shop is live' });
  await live.click();
  await expect(studio.getByText('Nothing is published yet')).toBeVisible();
  await client.call(publishFlow, { params: { id }, body: { notes: '' } });
  await studio.reload();
  await expect(live).toBeChecked();
  await live.click();
  const dialog = studio.getByRole('dialog', { name: 'Take this flow off?' });
  await expect(dialog).toContainText('Its webhook address answers nobody any more.');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(live).toBeChecked();
  await live.click();
  await dialog.getByRole('button', { name: 'Take off' }).click();
  await expect(live).not.toBeChecked();
  await live.click();
  await expect(studio.getByText('is live (version 1)')).toBeVisible();
});

test('a flow is renamed and put into a folder from its menu, by keys alone', async ({
  studio,
  house: { client, patchbay },
}) => {
  const { id } = await createDrawing(client, { start }, []);
  await client.call(updateFlow, { params: { id }, body: { name: 'Sorted away' } });
  await studio.goto(`${patchbay.url}/flows?search=Sorted`);
  await studio.getByRole('button', { name: 'More for Sorted away' }).press('Enter');
  await studio.getByRole('menuitem', { name: 'Rename or move…' }).press('Enter');
  await studio.getByRole('dialog', { name: 'Rename or move' }).waitFor();
  await studio.keyboard.press('End');
  await studio.keyboard.type(' well');
  await studio.keyboard.press('Tab');
  await studio.keyboard.type('Month end ');
  await studio.keyboard.press('Enter');
  const folders = studio.getByRole('navigation', { name: 'Folders' });
  await folders.getByText('Month end', { exact: true }).click();
  const rows = studio.getByRole('list', { name: 'Flows' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Sorted away well');
});

test('runs that come while one reads the list are counted, and no row moves', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await publishDrawing(client, { start }, []);
  const begin = async () => untilEnded(client, await runByHand(client, flow));
  await begin();
  await studio.goto(`${patchbay.url}/runs?flow=${flow}`);
  const table = studio.getByRole('table', { name: 'Runs' });
  await expect(table).toHaveAttribute('aria-rowcount', '2');
  await begin();
  await expect(table, 'nobody reads it').toHaveAttribute('aria-rowcount', '3');
  await table.getByRole('row').nth(1).hover();
  await begin();
  await table.getByRole('button', { name: '1 new run' }).click();
  await expect(table).toHaveAttribute('aria-rowcount', '4');
});

test('health says when how many runs ended, in words too, and leads to those that failed', async ({
  studio,
  house: { client, patchbay },
}) => {
  const stop = { kind: 'fail', input: '"It broke."' } as const;
  const flow = await publishDrawing(client, { start, stop }, ['start>stop']);
  await client.call(updateFlow, { params: { id: flow }, body: { name: 'Breaks' } });
  for (const _ of [1, 2]) await untilEnded(client, await runByHand(client, flow));
  await studio.goto(`${patchbay.url}/health`);
  const row = studio.getByRole('row', { name: /Breaks/ });
  const bars = row.getByRole('img', { name: /^Runs of Breaks\./ });
  await expect(bars).toHaveAccessibleName(/by 1 h\. 0 runs done, 2 failed\. most, 2, in/);
  await bars.focus();
  await studio.keyboard.press('End');
  await expect(row.getByRole('status')).toHaveText(/[AP]M: 0 runs done, 2 failed$/);
  await studio.keyboard.press('Home');
  await expect(row.getByRole('status')).toHaveText(/[AP]M: no run ended$/);
  const box = await bars.boundingBox();
  await bars.hover({ position: { x: (box?.width ?? 0) - 3, y: 10 } });
  await expect(row.getByRole('status')).toHaveText(/2 failed$/);
  await row.getByRole('link', { name: '2 (100 %)' }).click();
  await expect(studio.getByRole('combobox', { name: 'Status' })).toHaveText(
    'Failed or quarantined',
  );
  const runs = studio.getByRole('table', { name: 'Runs' }).getByRole('link');
  await expect(runs).toHaveText(['Breaks', 'Breaks']);
});

test('what is typed before the palette has come is in it, and what is typed after a command in what it opens', async ({
  studio,
  house: { client, patchbay },
}) => {
  await studio.route(/command-palette/, async (route) => {
    await typing;
    await route.continue();
  });
  let typed: () => void = () => undefined;
  const typing = new Promise<void>((resolve) => (typed = resolve));
  await studio.reload();
  await studio.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();
  await studio.keyboard.press('Control+k');
  await studio.keyboard.type('create a prox');
  await studio.keyboard.press('Backspace');
  typed();
  const field = studio.getByRole('combobox', { name: 'Search and commands' });
  await expect(field).toHaveValue('create a pro');
  await expect(studio.getByRole('option').first()).toContainText('Create a project');
  const { id } = await createDrawing(client, { start: { ...start, title: 'Start' } }, []);
  await openEditor(studio, patchbay.url, id);
  await studio.keyboard.press('Control+k');
  await studio.keyboard.type('add a step');
  await expect(studio.getByRole('option').first()).toContainText('Add a step');
  await studio.keyboard.press('Enter');
  await studio.keyboard.type('transform');
  await expect(studio.getByRole('combobox', { name: 'Search steps' })).toHaveValue('transform');
});

test('a list of objects is a table of 10,000 rows, whose head stays while it is searched', async ({
  studio,
  house: { client, patchbay },
}) => {
  const rows = { kind: 'map', input: '[1..10000].{ "id": $, "name": "Row " & $ }' } as const;
  const flow = await publishDrawing(client, { start, rows }, ['start>rows']);
  const id = await runByHand(client, flow);
  await untilEnded(client, id);
  await studio.goto(`${patchbay.url}/runs/${id}`);
  await studio.getByRole('button', { name: 'Load it' }).click();
  const table = studio.getByRole('table', { name: 'Output' });
  await expect(table).toHaveAttribute('aria-rowcount', '10001');
  await table.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect(table.getByRole('cell', { name: '"Row 10000"' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'name' })).toBeInViewport();
  await studio.getByRole('textbox', { name: 'Search in output' }).fill('Row 9999');
  await expect(table).toHaveAttribute('aria-rowcount', '2');
});
