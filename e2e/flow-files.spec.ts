import { createConnection } from '@patchbay/shared/connections';
import { drawGraph, getFlow } from '@patchbay/shared/flows';
import type { Page } from '@playwright/test';

import { choose } from '#canvas';
import { select } from '#inspector';
import { expect, test } from '#story';

const at = (x: number, y = 0): { position: { x: number; y: number } } => ({ position: { x, y } });

test('a file that is not a flow gets words', async ({ studio }) => {
  const input = studio.getByLabel('Flow file to import');
  const give = (name: string, text: string): Promise<void> =>
    input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await give('shopping.json', '{ "milk": 2 }');
  await expect(studio.getByText('This is not a Patchbay flow file.')).toBeVisible();
  await give('picture.json', 'PNG');
  await expect(studio.getByText(/not.*JSON/i)).toBeVisible();
  await expect(studio.getByRole('heading', { name: 'Flows', level: 1 })).toBeVisible();
});

test('a flow file asks once for the connection that is not clear, and for no other', async ({
  studio,
  house: { client },
}) => {
  const connect = async (name: string): Promise<string> => {
    const about = { name, connector: 'http', version: '1.0.0', config: {} };
    const body = { ...about, auth: { scheme: 'none', values: {} } };
    return (await client.call(createConnection, { body })).id;
  };
  // Names of this story alone: files that come before in the same worker leave connections behind.
  const [bakery, mill] = [await connect('Bakery'), await connect('Mill')];
  const calling = (connection: string) =>
    ({
      kind: 'action',
      config: { connector: 'http', version: '1.0.0', action: 'request', connection },
      input: '{ "url": "/" }',
    }) as const;
  const nodes = { start: { kind: 'manual' }, a: calling('k1'), b: calling('k1'), c: calling('k2') };
  const graph = drawGraph(nodes as Parameters<typeof drawGraph>[0], ['start>a', 'a>b', 'b>c']);
  const connections = {
    k1: { name: 'Bakery in Europe', connector: 'http' },
    k2: { name: 'Mill', connector: 'http' },
  };
  const file = { format: 'patchbay-flow/1', name: 'From elsewhere', graph, connections };
  await studio.getByLabel('Flow file to import').setInputFiles(jsonFile(file));
  const dialog = studio.getByRole('dialog', { name: 'Import “From elsewhere”' });
  await expect(dialog.getByRole('combobox')).toHaveCount(1);
  await select(dialog, '“Bakery in Europe” (http)', 'Bakery');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await studio.waitForURL(/flows\/\w{20,}/);
  const { graph: made } = await client.call(getFlow, { params: { id: idOf(studio) } });
  const used = Object.values(made.nodes).flatMap((n) => (n.kind === 'action' ? [n.config] : []));
  expect(used.map(({ connection }) => connection)).toEqual([bakery, bakery, mill]);
});

test('a file of 5,000 steps and a name of 10,000 letters is opened and drawn on', async ({
  studio,
  house: { client },
}) => {
  const name = 'n'.repeat(10_000);
  const all = Array.from({ length: 4999 }, (_, i) => {
    const place = at((i % 50) * 320, Math.floor(i / 50) * 140);
    return [`m${i}`, { kind: 'map', config: {}, input: `${i}`, ...place }] as const;
  });
  const start = { kind: 'manual', config: {}, title: 'Start', ...at(-320) } as const;
  const graph = drawGraph({ start, ...Object.fromEntries(all) }, ['start>m0']);
  const file = { format: 'patchbay-flow/1', name, graph, connections: {} };
  await studio.getByLabel('Flow file to import').setInputFiles(jsonFile(file));
  await studio.waitForURL(/flows\/\w{20,}/);
  await studio.getByRole('button', { name: 'Add a step' }).click();
  // One more would be too many, and that is said; what is drawn stays.
  await choose(studio, 'map', 'Map');
  await expect(studio.locator('[data-save]')).toContainText('at most 5000 nodes');
  await studio.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(studio.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
  const { graph: made } = await client.call(getFlow, { params: { id: idOf(studio) } });
  expect(Object.keys(made.nodes)).toHaveLength(5000);
  await studio.goto(new URL('/flows', studio.url()).href);
  const row = studio.getByRole('link', { name: name.slice(0, 100) });
  await expect(row).toBeVisible();
  const over = await studio.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
});

/** The flow that is open. */
function idOf(page: Page): string {
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

function jsonFile(content: object): { name: string; mimeType: string; buffer: Buffer } {
  const buffer = Buffer.from(JSON.stringify(content));
  return { name: 'flow.json', mimeType: 'application/json', buffer };
}
