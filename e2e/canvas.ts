import { expect, type Locator, type Page } from '@playwright/test';

/** A point, in pixels away from another. */
export interface Away {
  right: number;
  down: number;
}

/** The card, loop or group of that title, seen from near or from afar. */
export function step(page: Page, title: string): Locator {
  return page.locator(`.react-flow__node[aria-label^=${JSON.stringify(`${title}, `)}]`);
}

/** Clicks on a step; one that a pane covers is brought into sight first, as a hand would. */
export async function clickStep(
  page: Page,
  title: string,
  options?: Parameters<Locator['click']>[0],
): Promise<void> {
  const card = step(page, title);
  const seeAll = page.getByRole('button', { name: 'See all', exact: true });
  await expect(async () => {
    if (!(await isInSight(card))) await seeAll.click();
    await card.click({ ...options, timeout: 5000 });
  }).toPass({ timeout: 60_000 });
}

/** Whether the middle of a card lies on the canvas, where nothing covers it. */
async function isInSight(card: Locator): Promise<boolean> {
  const { x, y } = await middleOf(card);
  const canvas = await card
    .page()
    .getByRole('application', { name: /^Canvas/ })
    .boundingBox();
  return canvas !== null && x < canvas.x + canvas.width && y < canvas.y + canvas.height;
}

/** How the step did in the run that is shown. */
export function runOf(page: Page, title: string): Locator {
  return step(page, title).locator('[data-run]').first();
}

/** The handle a wire is drawn from, by the words of its exit. */
export function exit(page: Page, title: string, port: string): Locator {
  return step(page, title).getByTitle(`${port}: drag to connect`, { exact: true });
}

/** Draws a wire with the mouse and lets it go over nothing, then chooses what comes there. */
export async function drawOn(
  page: Page,
  from: { step: string; port: string },
  away: Away,
  words: { search: string; choose: string },
): Promise<void> {
  const start = await middleOf(exit(page, from.step, from.port));
  await drag(page, start, { x: start.x + away.right, y: start.y + away.down });
  await choose(page, words.search, words.choose);
  await expect(step(page, words.choose)).toBeVisible();
}

/** Draws a wire with the mouse onto another step. */
export async function drawTo(
  page: Page,
  from: { step: string; port: string },
  to: string,
): Promise<void> {
  const start = await middleOf(exit(page, from.step, from.port));
  const wires = await page.locator('.react-flow__edge').count();
  await drag(page, start, await middleOf(step(page, to)));
  await expect(page.locator('.react-flow__edge')).toHaveCount(wires + 1);
}

/** Searches the open palette and clicks a row. */
export async function choose(page: Page, search: string, row: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search steps and actions' }).fill(search);
  await page.getByRole('option').filter({ hasText: row }).first().click();
}

/** Lays the flow out and shows all of it. */
export async function layOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Auto layout', exact: true }).click();
  // What lays it out is loaded first.
  await expect(page.getByRole('button', { name: 'Undo: Auto layout' })).toBeVisible();
  await still(step(page, 'Webhook'));
}

/** Waits until a thing stands still, because what moves cannot be hit. */
export async function still(thing: Locator): Promise<void> {
  let before = '';
  await expect
    .poll(async () => {
      // What begins to move does so with the next frame, which is late on a busy machine.
      await frames(thing.page(), 2);
      const now = JSON.stringify(await thing.boundingBox());
      const same = now === before;
      before = now;
      return same;
    })
    .toBe(true);
}

function frames(page: Page, count: number): Promise<void> {
  return page.evaluate(async (left) => {
    for (let i = 0; i < left; i++) await new Promise(requestAnimationFrame);
  }, count);
}

/** Drags a step until its middle lies in the middle between two others. */
export async function dragBetween(
  page: Page,
  title: string,
  ends: [string, string],
): Promise<void> {
  const [from, to] = await Promise.all(ends.map((end) => middleOf(step(page, end))));
  if (!from || !to) return;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  await drag(page, await middleOf(step(page, title)), middle);
}

/** Draws a box over the whole canvas, which selects all that stands there. */
export async function boxAll(page: Page): Promise<void> {
  const canvas = await page.getByRole('application', { name: /^Canvas/ }).boundingBox();
  if (!canvas) throw new Error('The canvas is not to be seen');
  const { x, y, width, height } = canvas;
  await page.keyboard.down('Shift');
  await drag(page, { x: x + 40, y: y + 80 }, { x: x + width - 60, y: y + height - 120 });
  await page.keyboard.up('Shift');
}

async function middleOf(thing: Locator): Promise<{ x: number; y: number }> {
  await still(thing);
  const box = await thing.boundingBox();
  if (!box) throw new Error(`Not to be seen: ${String(thing)}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // As a hand does: a card starts to follow a moment after the first movement.
  await page.mouse.move(to.x, to.y, { steps: 24 });
  await page.mouse.up();
}
