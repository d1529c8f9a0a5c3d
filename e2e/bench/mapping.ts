import { drawGraph, createFlow } from '@patchbay/shared/flows';
import type { Page } from '@playwright/test';

import type { Client } from '#client';
import { runByHand, untilEnded } from '#flows';

import { frames } from './frames.ts';

const KEYS = 40;
const FIELDS = 1000;
const PATHS = 2000;
const ROWS = 10_000;

/** How fast mapping answers in a real browser: previews, trees, completion, many rows. */
export async function benchMapping(page: Page, client: Client, url: string): Promise<void> {
  console.log('\n| mapping | figure |\n| --- | --- |');
  const open = (text: string, payload: unknown) =>
    openMapping(page, client, { url, text, payload });

  await open(fieldsText(9, ', "note": "" }'), fieldsPayload(10));
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await typeInCode(page);
  const small = await answers(page, 'Result', () => typeSlowly(page, KEYS));
  tell('preview of 10 fields after a keystroke, p95', `${p95(small).toFixed(0)} ms`);

  await open(fieldsText(FIELDS, ' }'), fieldsPayload(FIELDS));
  const before = await page.locator('*').count();
  const tree = page.getByRole('tree', { name: 'Source fields' });
  await tree.hover();
  const scroll = await frames(page, () => wheel(page));
  tell(`trees of ${FIELDS} fields a side, frame while scrolling, p95`, `${scroll.toFixed(0)} ms`);
  tell('elements before and after scrolling', `${before}, ${await page.locator('*').count()}`);

  await open('{ "a": trigger.f1 }', fieldsPayload(PATHS));
  await page.getByRole('tree', { name: 'Target fields' }).getByRole('treeitem').first().click();
  const field = page.getByRole('textbox', { name: 'Expression' });
  await field.fill('trigger.');
  const offered = await answers(page, 'Target', async () => {
    await field.press('f', { delay: 60 });
    for (let i = 0; i < 20; i++) await field.press(i % 2 === 0 ? '1' : 'Backspace', { delay: 60 });
  });
  tell(`completion with ${PATHS} paths, p95`, `${p95(offered).toFixed(0)} ms`);

  const rows = Array.from({ length: ROWS }, (_, id) => ({ id, name: `Row ${id}`, amount: id / 7 }));
  const many =
    '{ "rows": trigger.rows.{ "n": id, "who": name, "gross": amount * 1.15 }, "note": "" }';
  await open(many, { rows });
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await typeInCode(page);
  const frame = await frames(page, () => typeSlowly(page, 10));
  tell(`${ROWS} rows, frame while typing, p95`, `${frame.toFixed(0)} ms`);
}

function tell(what: string, figure: string): void {
  console.log(`| ${what} | ${figure} |`);
}

interface Opening {
  url: string;
  text: string;
  payload: unknown;
}

/** A flow that ran once on the payload, its mapping open as lines. */
async function openMapping(page: Page, client: Client, { url, text, payload }: Opening) {
  const start = { kind: 'manual', config: {}, position: { x: 0, y: 0 } } as const;
  const map = { kind: 'map', config: {}, input: text, position: { x: 320, y: 0 } } as const;
  const graph = drawGraph({ start, map }, ['start>map']);
  const { id } = await client.call(createFlow, { body: { name: 'Mapping', graph } });
  await untilEnded(client, await runByHand(client, id, { payload, draft: true }));
  await page.goto(`${url}/flows/${id}?node=map`);
  await page.getByRole('tab', { name: 'Input' }).click();
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await page.getByRole('tree', { name: 'Output' }).waitFor();
}

function fieldsText(count: number, end: string): string {
  const fields = Array.from({ length: count }, (_, i) => `"f${i}": $uppercase(trigger.f${i})`);
  return `{ ${fields.join(', ')}${end}`;
}

function fieldsPayload(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, `value ${i}`]));
}

/** The caret between the quotes of the last field. */
async function typeInCode(page: Page): Promise<void> {
  await page.locator('[data-region=mapping] .view-lines').click();
  await page.keyboard.press('Control+End');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
}

async function typeSlowly(page: Page, keys: number): Promise<void> {
  for (let i = 0; i < keys; i++) await page.keyboard.press(String(i % 10), { delay: 80 });
}

async function wheel(page: Page): Promise<void> {
  for (let i = 0; i < 60; i++) await page.mouse.wheel(0, 240);
  await page.waitForTimeout(200);
}

/** How long after each keystroke a region changed, ms. */
async function answers(page: Page, region: string, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate((label) => {
    const times: number[] = [];
    let pressed = 0;
    Object.assign(window, { answerTimes: times });
    addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
    const box = document.querySelector(`[data-region=mapping] section[aria-label=${label}]`);
    new MutationObserver(() => {
      if (pressed > 0) times.push(performance.now() - pressed);
      pressed = 0;
    }).observe(box ?? document.body, { subtree: true, childList: true, characterData: true });
  }, region);
  await act();
  await page.waitForTimeout(500);
  return page.evaluate(() => (window as unknown as { answerTimes: number[] }).answerTimes);
}

function p95(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}
