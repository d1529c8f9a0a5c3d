import type { Page } from '@playwright/test';

/** 95th percentile of the time between frames while something is done, ms. */
export async function frames(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { frameTimes: times });
    let last = performance.now();
    const tick = (now: number): void => {
      times.push(now - last);
      last = now;
      if ((window as unknown as { frameTimes: number[] }).frameTimes === times)
        requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  const times = await page.evaluate(() => {
    const { frameTimes } = window as unknown as { frameTimes: number[] };
    Object.assign(window, { frameTimes: [] });
    return frameTimes;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}
