import { createConnection } from '@patchbay/shared/connections';
import { deleteFlow, listFlows } from '@patchbay/shared/flows';
import type { Page } from '@playwright/test';

import { loadedScriptKb } from '#first-load';
import { publishDrawing, runByHand, untilEnded } from '#flows';
import { expectSound, settled } from '#sound';
import { enter, expect, openHouse, test, type House } from '#story';

const ROOMS = [
  '/flows',
  '/catalogue',
  '/catalogue/http',
  '/catalogue/import',
  '/connections',
  '/testing',
  '/runs',
  '/health',
  '/versions',
  '/audit',
  '/settings',
];
const FIRST_LOAD_KB = 250;
const LONG = 'A name that somebody pasted from a ticket and never shortened '.repeat(4);

async function show(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('main, [data-region=canvas]').first().waitFor();
  await expect(page.getByText(/^(Loading|Opening)/)).toHaveCount(0);
  await settled(page);
}

test.use({ viewport: { width: 1280, height: 720 } });

test.describe('an empty installation', () => {
  let house: House;
  test.beforeAll(async () => {
    house = await openHouse();
    const { client } = house;
    for (const { id } of (await client.call(listFlows, { query: {} })).items)
      await client.call(deleteFlow, { params: { id } });
  });
  test.afterAll(() => house.patchbay.stop());

  test('is accessible and fits on every page, the first of which is light', async ({ page }) => {
    await enter(page, house.patchbay.url);
    await page.getByRole('button', { name: 'New flow' }).waitFor();
    expect(await loadedScriptKb(page)).toBeLessThanOrEqual(FIRST_LOAD_KB);
    for (const room of ROOMS) {
      await show(page, house.patchbay.url + room);
      await expectSound(page, `${room}, empty`);
    }
  });
});

test.describe('an installation in use', () => {
  let flow: string;
  let run: string;
  test.beforeAll(async ({ house: { client } }) => {
    const start = { kind: 'manual', config: {}, title: LONG } as const;
    const beside = { position: { x: 320, y: 0 } };
    const input = '{ "message": "It broke." }';
    const stop = { kind: 'fail', config: {}, input, ...beside } as const;
    flow = await publishDrawing(client, { start, stop }, ['start>stop']);
    run = await runByHand(client, flow);
    await untilEnded(client, run);
    const body = { name: LONG.slice(0, 200), connector: 'http', version: '1.0.0', config: {} };
    await client.call(createConnection, {
      body: { ...body, auth: { scheme: 'none', values: {} } },
    });
  });

  test('is accessible and fits on every page', async ({ page, house }) => {
    const { url } = house.patchbay;
    await enter(page, url);
    for (const room of ROOMS) {
      await show(page, url + room);
      await expectSound(page, `${room}, in use`);
    }
  });

  test('is accessible and fits where one flow or run is shown', async ({ page, house }) => {
    const { url } = house.patchbay;
    await enter(page, url);
    const flows = [`/flows/${flow}`, `/flows/${flow}/versions`, `/flows/${flow}?run=${run}`];
    for (const place of [...flows, `/runs/${run}`, '/nowhere']) {
      await show(page, url + place);
      await expectSound(page, place);
    }
  });

  test('is accessible in what opens over a page', async ({ page, house }) => {
    const { url } = house.patchbay;
    await enter(page, url);
    await show(page, `${url}/flows/${flow}`);
    await page.locator('.react-flow__node').first().click();
    await expectSound(page, 'the inspector');
    await page.getByRole('button', { name: 'Add a step' }).click();
    await page.getByRole('listbox', { name: 'Steps and actions' }).waitFor();
    await expectSound(page, 'the palette');
    await page.keyboard.press('Escape');
    for (const name of ['Test run', 'Publish', 'Variables']) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').waitFor();
      await expectSound(page, name);
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await show(page, `${url}/connections?create=postgres`);
    await page.getByRole('dialog').waitFor();
    await expectSound(page, 'a new connection');
  });
});

test('the code editor offers functions, and its parts are all there', async ({ studio, house }) => {
  const flow = await publishDrawing(
    house.client,
    {
      start: { kind: 'manual', config: {}, position: { x: -320, y: 0 } },
      sum: { kind: 'map', config: {}, input: '1' },
    },
    ['start>sum'],
  );
  await studio.goto(`${house.patchbay.url}/flows/${flow}`);
  await studio.locator('.react-flow__node[aria-label^="sum, "]').click();
  await studio.getByRole('tab', { name: 'Input' }).click();
  const editor = studio.getByRole('group', { name: 'Input expression' });
  await editor.locator('.view-lines').click();
  await studio.keyboard.press('Control+A');
  await studio.keyboard.type('$su');
  const list = studio.locator('.suggest-widget');
  await expect(list).toBeVisible();
  await expect(list).toContainText('$sum');
  await studio.keyboard.press('Enter');
  await expect(editor.locator('.view-lines')).toContainText(/^\$su[bm]/);
});
