import type { Locator, Page } from '@playwright/test';

import { clickStep } from './canvas.ts';
import { inspector, openTab } from './inspector.ts';

/** The mapping of a step at full width. */
export function mappingOf(page: Page, title: string): Locator {
  return page.getByRole('region', { name: `Mapping of ${title}` });
}

/** Opens the mapping of a step as lines. */
export async function openLines(page: Page, title: string): Promise<Locator> {
  await clickStep(page, title);
  await openTab(page, 'Input');
  await inspector(page).getByRole('button', { name: 'Lines', exact: true }).click();
  const mapping = mappingOf(page, title);
  await mapping.getByRole('tree', { name: 'Source fields' }).waitFor();
  return mapping;
}
