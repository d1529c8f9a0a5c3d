import { getFlow } from '@patchbay/shared/flows';
import type { Page } from '@playwright/test';

import { choose, clickStep, step } from '#canvas';
import { at, makeFlow, openEditor, saved, titles } from '#editor';
import { createDrawing } from '#flows';
import { inspector } from '#inspector';
import { enter, expect, test } from '#story';
import { until } from '#until';

/** Selects a step and gives it another title in the inspector. */
async function rename(page: Page, title: string, next: string): Promise<void> {
  await clickStep(page, title);
  const field = inspector(page).getByRole('textbox', { name: 'Title' });
  await field.fill(next);
  await step(page, next).waitFor();
}

test('two windows: the second sees who changed what, and merging loses nothing', async ({
  studio: one,
  house: { client, patchbay, openWindow },
}) => {
  const flow = await makeFlow(client);
  const two = await openWindow();
  await openEditor(one, patchbay.url, flow);
  await openEditor(two, patchbay.url, flow);
  await rename(one, 'First', 'First of Ada');
  await saved(one);
  await expect(two.getByRole('status').filter({ hasText: /^Ada Lovelace: / })).toBeVisible();
  await expect(step(two, 'First of Ada')).toBeVisible();
  await two.context().setOffline(true);
  await rename(two, 'Second', 'Second of two');
  await expect(two.locator('[data-save]')).toHaveAttribute('data-save', 'offline');
  await rename(one, 'Second', 'Second of one');
  await rename(one, 'First of Ada', 'First again');
  await saved(one);
  await two.context().setOffline(false);
  await two.getByRole('button', { name: 'See what changed' }).click();
  const dialog = two.getByRole('dialog');
  await expect(dialog).toContainText('Ada Lovelace changed the same thing');
  await expect(dialog.getByLabel('Mine')).toHaveAccessibleName(/Title: Second of two/);
  await expect(dialog.getByLabel(/^Ada Lovelace/)).toHaveAccessibleName(/Title: Second of one/);
  await dialog.getByRole('button', { name: 'Take over: keep all of mine' }).click();
  await saved(two);
  await expect(step(two, 'First again')).toBeVisible();
  expect(await titles(client, flow)).toEqual(['First again', 'Second of two', 'Start']);
  await expect(step(one, 'Second of two')).toBeVisible();
  await two.context().setOffline(true);
  await rename(two, 'Second of two', 'Second lost');
  await rename(two, 'First again', 'First kept');
  await rename(one, 'Second of two', 'Second wins');
  await rename(one, 'First again', 'First gives way');
  await saved(one);
  await two.context().setOffline(false);
  await two.getByRole('button', { name: 'See what changed' }).click();
  await dialog
    .getByRole('group', { name: /Second/ })
    .getByText('Ada Lovelace')
    .click();
  await dialog.getByRole('button', { name: 'Merge as chosen' }).click();
  await saved(two);
  expect(await titles(client, flow)).toEqual(['First kept', 'Second wins', 'Start']);
});

test('edits made offline survive a reload and are sent later', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeFlow(client);
  await openEditor(studio, patchbay.url, flow);
  await studio.route('**/api/flows/*/edits', (route) => route.abort());
  await rename(studio, 'First', 'Drawn offline');
  await expect(studio.locator('[data-save]')).toContainText('kept here and will be sent');
  await studio.reload();
  await expect(step(studio, 'Drawn offline')).toBeVisible();
  expect(await titles(client, flow)).not.toContain('Drawn offline');
  const again = studio.waitForRequest('**/api/flows/*/edits');
  await studio.getByRole('button', { name: 'Try now' }).click();
  await again;
  // The line is back, and nobody has to ask for it: it may be noticed before any click.
  await studio.unroute('**/api/flows/*/edits');
  await saved(studio);
  expect(await titles(client, flow)).toContain('Drawn offline');
});

test('a session that ends is begun again in place, and what is drawn stays', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeFlow(client);
  await openEditor(studio, patchbay.url, flow);
  // Offline while drawing, or the next look for others' edits would ask before the name is typed.
  await studio.context().setOffline(true);
  await rename(studio, 'First', 'Drawn while away');
  await studio.context().clearCookies();
  await studio.context().setOffline(false);
  const dialog = studio.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
  await expect(step(studio, 'Drawn while away')).toBeVisible();
  await saved(studio);
  expect(await titles(client, flow)).toContain('Drawn while away');
});

test('a name with markup is text everywhere', async ({ studio, house: { client, patchbay } }) => {
  const name = '<script>document.title = "broken"</script><img src=x onerror=alert(1)>';
  const flow = await makeFlow(client);
  await openEditor(studio, patchbay.url, flow);
  await rename(studio, 'First', name);
  await studio.getByRole('button', { name: 'Test', exact: true }).click();
  const field = studio.getByRole('textbox', { name: 'Name of the flow' });
  // What a menu does that closes late.
  await studio.getByRole('button', { name: 'Publish' }).focus();
  await expect(field).toBeFocused();
  await field.fill(name);
  await studio.keyboard.press('Enter');
  await expect(studio.getByRole('heading', { name, level: 1 })).toBeVisible();
  await saved(studio);
  await studio.goto(`${patchbay.url}/flows`);
  await expect(studio.getByRole('link', { name })).toBeVisible();
  await expect(studio).toHaveTitle(/Patchbay/);
  await expect(studio.locator('img[src=x]')).toHaveCount(0);
  await until('the name is stored as it was typed', async () => {
    const found = await client.call(getFlow, { params: { id: flow } });
    return found.name === name;
  });
});

test('a connector nobody knows is shown, said and can be replaced', async ({
  studio,
  house: { client, patchbay },
}) => {
  const start = { kind: 'manual', config: {}, title: 'Start', ...at(0) } as const;
  const config = { connector: 'gone', version: '9.9.9', action: 'do' };
  const lost = { kind: 'action', config, input: '{}', title: 'Lost', ...at(320) } as const;
  const { id } = await createDrawing(client, { start, lost }, ['start>lost']);
  await openEditor(studio, patchbay.url, id);
  await expect(step(studio, 'Lost')).toContainText('Connector "gone" is not here');
  await clickStep(studio, 'Start');
  await studio.keyboard.press('Tab');
  await choose(studio, 'http', 'Send an HTTP request');
  await expect(step(studio, 'Send an HTTP request')).toBeVisible();
  await saved(studio);
});

test('without the server a page says so, and goes on once it is back', async ({
  studio,
  house: { patchbay },
}) => {
  await studio.route('**/api/**', (route) => route.abort());
  await studio.goto(`${patchbay.url}/runs`);
  await expect(studio.getByRole('alert')).toContainText('Patchbay does not answer');
  await studio.unroute('**/api/**');
  await studio.getByRole('button', { name: 'Try again' }).click();
  await expect(studio.getByRole('heading', { name: 'Runs', level: 1 })).toBeVisible();
});

test('a page whose part cannot be loaded says so, and the rest stays', async ({
  page,
  faults,
  house: { patchbay },
}) => {
  await enter(page, patchbay.url);
  await page.route('**/assets/*health*', (route) => route.abort());
  await page.getByRole('link', { name: 'Health' }).click();
  await expect(page.getByRole('alert')).toContainText("This page can't be shown");
  await expect(page.getByRole('link', { name: 'Runs' })).toBeVisible();
  expect(faults.splice(0)).toEqual([expect.stringContaining('dynamically imported')]);
  await page.unroute('**/assets/*health*');
  await page.getByRole('button', { name: 'Load it again' }).click();
  await expect(page.getByRole('heading', { name: 'Health', level: 1 })).toBeVisible();
});
