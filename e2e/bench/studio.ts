import { createFlow, nodeSchema, wire, type FlowGraph } from '@patchbay/shared/flows';
import { chromium, type CDPSession, type Page } from '@playwright/test';

import { CHROMIUM_FLAGS } from '#chromium-flags';
import { Client, OWNER } from '#client';
import { loadedScriptKb } from '#first-load';
import { startPatchbay } from '#helpers';
import { chromiumPath } from '#setup';

import { frames } from './frames.ts';
import { benchMapping } from './mapping.ts';

const SIZES = [100, 500, 1000, 2000];
const LIT = 100;

interface Row {
  nodes: number;
  openMs: number;
  pan: number;
  drag: number;
  fit: number;
  heapMb: number;
  elements: number;
  litMs: number;
}

/** `nodes` boxes in rows of 20; the first hundred hang on a trigger that a test run starts. */
export function wideGraph(nodes: number): FlowGraph {
  const boxes = Array.from({ length: nodes }, (_, i) => {
    const id = `n${i}`;
    const position = { x: (i % 20) * 320, y: Math.floor(i / 20) * 140 };
    const more =
      i === 0 || i === LIT ? { kind: 'manual' } : { kind: 'map', input: `{ "step": ${i} }` };
    return nodeSchema.parse({
      id,
      key: id,
      title: `Step number ${i}`,
      position,
      config: {},
      ...more,
    });
  });
  const edges = boxes
    .slice(1)
    .flatMap((box, i) => (i + 1 === LIT ? [] : [wire(`n${i}`, 'out', box.id)]));
  return {
    nodes: Object.fromEntries(boxes.map((n) => [n.id, n])),
    edges: Object.fromEntries(edges.map((e) => [e.id, e])),
    vars: {},
  };
}

/** Opens ever larger flows in a real browser, production build, and prints what it costs. */
export async function benchStudio(): Promise<void> {
  const patchbay = await startPatchbay({ args: [] });
  const executablePath = await chromiumPath();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const client = await new Client(() => patchbay.url).setUp();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const firstLoadKb = await signIn(page, patchbay.url);
    console.log(`\nfirst load: ${firstLoadKb.toFixed(0)} KB JavaScript, gzip\n`);
    console.log(
      '| nodes | open ms | pan p95 | drag p95 | fit p95 | heap MB | elements | 100 steps lit, script ms |',
    );
    console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
    for (const nodes of SIZES) {
      const flow = await client.call(createFlow, {
        body: { name: `${nodes} nodes`, graph: wideGraph(nodes) },
      });
      const r = await measure(page, `${patchbay.url}/flows/${flow.id}`, nodes);
      const cells = [r.nodes, r.openMs, r.pan, r.drag, r.fit, r.heapMb, r.elements, r.litMs];
      console.log(`| ${cells.map((n) => n.toFixed(0)).join(' | ')} |`);
    }
    await benchMapping(page, client, patchbay.url);
  } finally {
    await browser.close();
    await patchbay.stop();
  }
}

/** Signs in, and gives how much JavaScript the first page fetched, compressed, in KB. */
async function signIn(page: Page, url: string): Promise<number> {
  await page.goto(url);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Flows' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Flows' }).waitFor();
  return loadedScriptKb(page);
}

async function measure(page: Page, url: string, nodes: number): Promise<Row> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const started = performance.now();
  await page.goto(url);
  await page.locator('.react-flow__node').first().waitFor();
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const openMs = performance.now() - started;
  await page
    .getByRole('button', { name: 'Skip the tour' })
    .click({ timeout: 3000 })
    .catch(() => {});
  await zoomToOne(page);
  const pan = await frames(page, () => dragMouse(page, { x: 720, y: 640 }));
  const box = await page.locator('.react-flow__node').first().boundingBox();
  const drag = await frames(page, () =>
    dragMouse(page, { x: (box?.x ?? 300) + 60, y: (box?.y ?? 300) + 20 }),
  );
  const fit = await frames(page, async () => {
    await page.getByRole('button', { name: 'See all' }).click();
    await page.waitForTimeout(800);
  });
  const elements = await page.locator('*').count();
  const litMs = await light(page, cdp);
  const heapMb = (await metric(cdp, 'JSHeapUsedSize')) / 1024 / 1024;
  await cdp.detach();
  return { nodes, openMs, pan, drag, fit, heapMb, elements, litMs };
}

/** Close enough that cards are drawn in full. */
async function zoomToOne(page: Page): Promise<void> {
  await page.mouse.move(720, 450);
  await page.keyboard.down('Control');
  for (let i = 0; i < 40 && (await zoomOf(page)) < 70; i++) await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await page.waitForTimeout(300);
}

async function zoomOf(page: Page): Promise<number> {
  const text = await page
    .getByText(/^\d+ %$/)
    .first()
    .textContent();
  return Number.parseInt(text ?? '100', 10);
}

async function dragMouse(page: Page, from: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= 60; i++) await page.mouse.move(from.x - i * 5, from.y - i * 3);
  await page.mouse.up();
}

/** Runs the first hundred steps from the canvas; script time until the last of them is lit. */
async function light(page: Page, cdp: CDPSession): Promise<number> {
  const before = await metric(cdp, 'ScriptDuration');
  await page.getByRole('button', { name: 'Test run' }).click();
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible().catch(() => false))
    await dialog.getByRole('button', { name: /run/i }).last().click();
  await page.getByText(/^Done/).first().waitFor({ timeout: 30_000 });
  return ((await metric(cdp, 'ScriptDuration')) - before) * 1000;
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((m) => m.name === name)?.value ?? 0;
}
