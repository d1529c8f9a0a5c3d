import { getFlow } from '@patchbay/shared/flows';
import type { Locator, Page } from '@playwright/test';

import { clickStep, step, still } from '#canvas';
import type { Client } from '#client';
import { createDrawing } from '#flows';
import { inspector, openTab, replaceText, select } from '#inspector';
import { makeInvoiceFlow, ORDER, runWith } from '#invoice-flow';
import { expectSound } from '#sound';
import { expect, test } from '#story';

async function inputOf(client: Client, flow: string): Promise<string> {
  const { graph } = await client.call(getFlow, { params: { id: flow } });
  const invoice = graph.nodes['invoice'];
  return invoice && 'input' in invoice ? invoice.input : '';
}

const mapping = (page: Page): Locator =>
  page.getByRole('region', { name: 'Mapping of Create invoice' });
const row = (page: Page, side: 'Source' | 'Target', name: string): Locator =>
  mapping(page)
    .getByRole('tree', { name: `${side} fields` })
    .getByRole('treeitem')
    .filter({ has: page.getByText(name, { exact: true }) });

async function openLines(page: Page): Promise<void> {
  await clickStep(page, 'Create invoice');
  await openTab(page, 'Input');
  await inspector(page).getByRole('button', { name: 'Lines', exact: true }).click();
  await mapping(page).getByRole('tree', { name: 'Source fields' }).waitFor();
}

const show = (page: Page, view: string): Promise<void> =>
  mapping(page).getByRole('button', { name: view, exact: true }).click();

/** Drags a line with the mouse; of sources called alike the last, which is the step's. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  const [source, target] = [row(page, 'Source', from).last(), row(page, 'Target', to).first()];
  for (const end of [source, target]) await still(end);
  const [a, b] = [await source.boundingBox(), await target.boundingBox()];
  if (!a || !b) throw new Error(`Not to be seen: ${from} or ${to}`);
  await page.mouse.move(a.x + a.width - 60, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(b.x + 80, b.y + b.height / 2, { steps: 6 });
  await page.mouse.up();
}

/** The keyboard's way: find the source, Enter, find the target, Enter. */
async function connectByKeys(page: Page, from: string, to: string): Promise<void> {
  const search = async (side: string, words: string): Promise<void> => {
    await mapping(page)
      .getByRole('textbox', { name: `Search in ${side}` })
      .fill(words);
  };
  await search('source', from);
  await search('target', to);
  const source = mapping(page).getByRole('tree', { name: 'Source fields' });
  await source.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(mapping(page).getByText(`${from} is picked up.`)).toBeAttached();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await search('source', '');
  await search('target', '');
}

const saved = (page: Page): Promise<void> =>
  expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');

test('an order with lines is mapped onto an invoice, and one text has three views', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeInvoiceFlow(client);
  await studio.goto(`${patchbay.url}/flows/${flow}`);
  await step(studio, 'Create invoice').waitFor();
  await openLines(studio);
  const target = mapping(studio).getByRole('region', { name: 'Target' });
  await expect(target).toContainText('2 required fields unmapped');

  await test.step('by mouse: a list onto a list maps what is called alike', async () => {
    await drag(studio, 'lines', 'Lines');
    await expect(row(studio, 'Target', 'Lines')).toContainText('for each of steps.order.lines');
    await expect(row(studio, 'Target', 'Quantity')).toContainText('4');
    await expect(row(studio, 'Target', 'Description')).toContainText('Espresso beans 1 kg');
    await drag(studio, 'id', 'Contact');
    await expect(target).toContainText('All required fields are mapped');
  });

  await test.step('by keyboard', async () => {
    await connectByKeys(studio, 'number', 'Reference');
    await expect(row(studio, 'Target', 'Reference')).toContainText('SO-1041');
  });

  await test.step('by what is likely', async () => {
    await row(studio, 'Target', 'Due date').click();
    const likely = mapping(studio).getByRole('button', { name: 'steps.order.dueDate' });
    await likely.click();
    await expect(row(studio, 'Target', 'Due date')).toContainText('2026-03-16');
  });

  await test.step('the list it goes through is sorted', async () => {
    await row(studio, 'Target', 'Lines').click();
    await select(mapping(studio), 'How the list for Lines is made', 'Sorted');
    await mapping(studio).getByRole('textbox', { name: 'By', exact: true }).fill('qty');
    await mapping(studio).getByText('Largest first').click();
    await expect(row(studio, 'Target', 'Quantity')).toContainText('500');
  });

  await test.step('the result tells where a value comes from', async () => {
    const result = mapping(studio).getByRole('region', { name: 'Result' });
    await expect(result).toContainText('Paper cups 8 oz');
    await result
      .getByRole('treeitem')
      .filter({ hasText: 'UnitAmount: 0.11' })
      .click({ position: { x: 70, y: 10 } });
    const origin = result.getByRole('region', { name: 'Where it comes from' });
    await expect(origin).toContainText('steps.order.lines.unitPrice');
    await expect(row(studio, 'Source', 'unitPrice').last()).toBeVisible();
  });

  await expectSound(studio, 'the mapping as lines');
  await saved(studio);

  await test.step('one field changed in code and a comment are there in the lines', async () => {
    const drawn = await inputOf(client, flow);
    const typed = drawn
      .replace('{', '{ /* Agreed with accounting. */')
      .replace('steps.order.number', '"CRM " & steps.order.number');
    await show(studio, 'Code');
    await mapping(studio).locator('.view-lines').click();
    await replaceText(studio, typed);
    await studio.keyboard.press('Escape');
    await expect(mapping(studio), 'Escape left the text, not the mapping').toBeFocused();
    await show(studio, 'Lines');
    await expect(row(studio, 'Target', 'Reference')).toContainText('"CRM SO-1041"');
    await drag(studio, 'currency', 'Currency');
    await expect(row(studio, 'Target', 'Currency')).toContainText('NZD');
    await show(studio, 'Form');
    await expect(mapping(studio).getByRole('textbox', { name: 'Reference' })).toHaveValue(
      '"CRM " & steps.order.number',
    );
    await saved(studio);
    const text = await inputOf(client, flow);
    expect(text).toContain('{ /* Agreed with accounting. */');
    expect(text.replace(', "CurrencyCode": steps.order.currency', '')).toBe(typed);
  });

  await test.step('a step that is renamed is renamed in every expression', async () => {
    await mapping(studio).getByRole('button', { name: 'Close the mapping' }).click();
    await clickStep(studio, 'CRM order');
    await openTab(studio, 'Configure');
    await inspector(studio).getByRole('textbox', { name: 'Key' }).fill('crm');
    await studio.keyboard.press('Enter');
    await saved(studio);
    const text = await inputOf(client, flow);
    expect(text).not.toContain('steps.order');
    expect(text).toContain('[steps.crm.lines^(>qty).{');
    expect(text).toContain('{ /* Agreed with accounting. */');
  });
});

test('what is wrong with a mapping is said where it is, and functions are at hand', async ({
  studio,
  house: { client, patchbay },
}) => {
  const flow = await makeInvoiceFlow(client, '{ "Reference": steps.order.numbr }');
  await studio.goto(`${patchbay.url}/flows/${flow}`);
  await clickStep(studio, 'Create invoice');
  await openTab(studio, 'Input');
  const counts = '2 required fields missing, 1 warning';
  const misspelt = 'There is no "numbr" in steps.order.';

  await test.step('in the inspector: counted, and at the field', async () => {
    await expect(inspector(studio).getByText(counts)).toBeVisible();
    const field = inspector(studio).getByRole('paragraph').filter({ hasText: misspelt });
    await expect(field).toBeVisible();
  });

  await test.step('in the lines: at the fields of the target', async () => {
    await openLines(studio);
    await expect(mapping(studio).getByText(counts)).toBeVisible();
    const mark = (name: string, words: string): Locator =>
      row(studio, 'Target', name).getByRole('img', { name: words });
    await expect(mark('Reference', 'Warning')).toBeVisible();
    await expect(mark('Contact', 'Error')).toBeVisible();
    await expect(mark('Due date', 'Error')).toHaveCount(0);
    await row(studio, 'Target', 'Reference').click();
    const panel = mapping(studio).getByRole('region', { name: 'Field Reference' });
    await expect(panel).toContainText(misspelt);
  });

  const functions = mapping(studio).getByRole('region', { name: 'Functions', exact: true });
  await test.step('a function is found by what it does, and taken along', async () => {
    await studio.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await mapping(studio).getByRole('button', { name: 'Functions', exact: true }).click();
    await functions.getByRole('textbox', { name: 'Search in functions' }).fill('in small letters');
    await expect(functions.getByRole('listitem')).toHaveCount(1);
    await expect(functions).toContainText('$lowercase("ABC") → "abc"');
    await expectSound(studio, 'the mapping with functions and findings');
    await functions.getByRole('button', { name: '$lowercase' }).click();
    const copied = (): Promise<string> => studio.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toBe('$lowercase(text)');
  });

  await test.step('in the code: underlined, and the function goes around what is selected', async () => {
    await show(studio, 'Code');
    await expect(mapping(studio).locator('.squiggly-warning')).toBeVisible();
    await mapping(studio).locator('.view-lines').click();
    await replaceText(studio, 'steps.order.number');
    await expect(mapping(studio).locator('.squiggly-error')).toHaveCount(1);
    await studio.keyboard.press('Control+A');
    await functions.getByRole('button', { name: '$lowercase' }).click();
    await expect(studio.locator('.parameter-hints-widget')).toContainText('$lowercase(text)');
    await expect(mapping(studio).getByRole('region', { name: 'Result' })).toContainText('so-1041');
    await expect(mapping(studio).getByText('1 error', { exact: true })).toBeVisible();
    await saved(studio);
    expect(await inputOf(client, flow)).toBe('$lowercase(steps.order.number)');
  });
});

test('a field that no step before makes is known before anything ran', async ({
  studio,
  house: { client, patchbay },
}) => {
  const map = (input: string, x: number) =>
    ({ kind: 'map', input, position: { x, y: 0 } }) as const;
  const start = { kind: 'manual', position: { x: -320, y: 0 } } as const;
  const price = map('{ "total": 3 }', 0);
  const bill = map('{ "due": steps.price.totl }', 320);
  const { id } = await createDrawing(client, { start, price, bill }, ['start>price', 'price>bill']);
  await studio.goto(`${patchbay.url}/flows/${id}?node=bill`);
  await openTab(studio, 'Input');
  await inspector(studio).getByText('1 warning').click();
  await expect(inspector(studio)).toContainText('There is no "totl" in steps.price.');
});

test('a source field that is gone is said at the step, with the fields it hits', async ({
  studio,
  house: { client, patchbay },
}) => {
  const { dueDate: _, ...broken } = ORDER;
  const at = (x: number) => ({ position: { x, y: 0 } });
  const start = { kind: 'manual', config: {}, title: 'Order placed', ...at(-320) } as const;
  const input =
    '{ "due": trigger.order.dueDate, "late": $now() > trigger.order.dueDate, "n": trigger.order.number }';
  const bill = { kind: 'map', config: {}, title: 'Bill', input, ...at(0) } as const;
  const { id } = await createDrawing(client, { start, bill }, ['start>bill']);
  await runWith(client, id, ORDER);
  await studio.goto(`${patchbay.url}/flows/${id}?node=bill`);
  await expect(studio.getByText('Ready')).toBeVisible();
  await runWith(client, id, broken);
  await studio.reload();
  await openTab(studio, 'Input');
  await expect(inspector(studio)).toContainText(
    'The last run had no trigger.order.dueDate, so nothing comes into "due", "late".',
  );
  await expect(step(studio, 'Bill').locator('.pb-warned')).toBeVisible();
});
