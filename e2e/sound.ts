import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

const THEMES = ['light', 'dark'] as const;

/** In both themes axe finds nothing, and nothing has to be scrolled sideways. */
export async function expectSound(page: Page, what: string): Promise<void> {
  for (const theme of THEMES) {
    // Without motion: a note that fades away meanwhile would be measured half gone.
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await settled(page);
    // Only what is wrong is worked out in full: on long pages that is most of the time. A theme
    // changes colours and nothing else, so the second look is at those alone.
    const runOnly = theme === 'light' ? undefined : ['color-contrast'];
    const violations = await violationsOf(page, { resultTypes: ['violations'], runOnly });
    const found = violations.map(({ id, nodes }) => [
      id,
      ...nodes.map((node) => `${node.html} ${node.failureSummary}`),
    ]);
    expect.soft(found, `axe on ${what}, ${theme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(over, `horizontal scroll on ${what}`).toBeLessThanOrEqual(0);
  // What scrolls are parts of the page: one that hangs out below would let the rail be scrolled away.
  const below = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect.soft(below, `scroll of the whole page on ${what}`).toBeLessThanOrEqual(0);
}

/** What axe finds. It is put into a page once: its own driver does so before every look. */
async function violationsOf(page: Page, options: RunOptions) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async (asked) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    return inPage.run(asked);
  }, options);
  return violations;
}

/**
 * Pages load their parts, colours and windows glide: what is measured must have arrived. What turns
 * for ever is not awaited.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
  });
}
