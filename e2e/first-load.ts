import type { Page } from '@playwright/test';

/** How much JavaScript the page has fetched, as it travels, in KB. */
export function loadedScriptKb(page: Page): Promise<number> {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = entries.filter((e) => new URL(e.name).pathname.endsWith('.js'));
    return scripts.reduce((sum, e) => sum + e.encodedBodySize, 0) / 1024;
  });
}
