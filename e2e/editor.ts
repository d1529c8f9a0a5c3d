import { getFlow } from '@patchbay/shared/flows';
import { expect, type Page } from '@playwright/test';

import { step } from '#canvas';
import type { Client } from '#client';
import { createDrawing } from '#flows';

/** Where a step of a drawing stands. */
export const at = (x: number, y = 0): { position: { x: number; y: number } } => ({
  position: { x, y },
});

/** A start and two maps below each other, where the inspector covers none of them. */
export async function makeFlow(client: Client): Promise<string> {
  const first = { kind: 'map', config: {}, input: '1', title: 'First', ...at(320) } as const;
  const second = { kind: 'map', config: {}, input: '2', title: 'Second', ...at(320, 160) } as const;
  const start = { kind: 'manual', config: {}, title: 'Start', ...at(0) } as const;
  const nodes = { start, first, second };
  return (await createDrawing(client, nodes, ['start>first', 'first>second'])).id;
}

/** Opens it in the editor. */
export async function openEditor(page: Page, url: string, flow: string): Promise<void> {
  await page.goto(`${url}/flows/${flow}`);
  await step(page, 'Start').waitFor();
}

/** Waits until everything drawn is saved. */
export const saved = (page: Page): Promise<void> =>
  expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');

/** The titles of its steps as they are saved. */
export async function titles(client: Client, flow: string): Promise<string[]> {
  const { graph } = await client.call(getFlow, { params: { id: flow } });
  return Object.values(graph.nodes)
    .map((node) => node.title)
    .toSorted();
}
