import { getFlow } from '@patchbay/shared/flows';
import type { Page } from '@playwright/test';

import { clickStep, step } from '#canvas';
import { createDrawing, publishDrawing, runByHand, untilEnded } from '#flows';
import { inspector, openTab, replaceText, writeCode } from '#inspector';
import { openLines } from '#mapping-tools';
import { expectSound } from '#sound';
import { expect, test } from '#story';

const at = (x: number) => ({ config: {}, position: { x, y: 0 } });

test('what hangs is told at its place, a sample of 20 MB too, and nothing typed is lost', async ({
  studio,
  house: { client, patchbay },
}) => {
  const rows = '[1..2000].{ "id": $, "text": $pad("row", 10000, "x") }';
  const nodes = {
    start: { kind: 'manual', title: 'Start', ...at(-320) },
    big: { kind: 'map', title: 'Big', input: rows, ...at(0) },
    sum: { kind: 'map', title: 'Sum', input: '{ "n": $count(steps.big) }', ...at(320) },
  } as const;
  const { id } = await createDrawing(client, nodes, ['start>big', 'big>sum']);
  const { run } = await untilEnded(client, await runByHand(client, id, { draft: true }));
  expect(run.status).toBe('done');
  await studio.goto(`${patchbay.url}/flows/${id}`);
  const mapping = await openLines(studio, 'Sum');
  const result = mapping.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('2000');

  await mapping.getByRole('button', { name: 'Code', exact: true }).click();
  await mapping.locator('.view-lines').click();
  const hangs = '{ "n": ($f := function($n) { $f($n + 1) }; $f(0)) }';
  const [answers, told]: [number[], number[]] = [[], []];
  for (const n of [3, 4, 5]) {
    answers.push(await timeTold(studio, `{ "n": $count(steps.big) + ${n} }`, `200${n}`));
    told.push(await timeTold(studio, hangs, 'took longer|goes beyond'));
  }
  // The best of several; and on a machine with other work any answer is late, this one by as much.
  const most = Math.max(2000, 6 * Math.min(...answers));
  expect(Math.min(...told), 'told within two seconds').toBeLessThan(most);
  await expect(result).toContainText(/took longer|goes beyond/);
  await studio.keyboard.press('Control+End');
  await studio.keyboard.type(' ');
  await replaceText(studio, '{ "n": $contains("aaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/) }');
  await expect(result).toContainText('false');
  await replaceText(studio, '{ "n": $count(steps.big) + 1 }');
  await expect(result).toContainText('2001');
  await expect(studio.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
  const { graph } = await client.call(getFlow, { params: { id } });
  expect(graph.nodes['sum']).toMatchObject({ input: '{ "n": $count(steps.big) + 1 }' });
});

test('a function of the project is written with examples, found, and called', async ({
  studio,
  house: { client, patchbay },
}) => {
  const nodes = {
    start: { kind: 'manual', title: 'Start', ...at(0) },
    bill: { kind: 'map', title: 'Bill', input: '{ "gross": trigger.net }', ...at(320) },
  } as const;
  const { id } = await createDrawing(client, nodes, ['start>bill']);
  const payload = { net: 100 };
  await untilEnded(client, await runByHand(client, id, { payload, draft: true }));
  await studio.goto(`${patchbay.url}/flows/${id}`);
  const mapping = await openLines(studio, 'Bill');
  await mapping.getByRole('button', { name: 'Functions', exact: true }).click();
  await mapping.getByRole('button', { name: 'New function' }).click();
  const dialog = studio.getByRole('dialog', { name: 'New function' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('withTax');
  await dialog.getByRole('textbox', { name: 'Parameters' }).fill('net');
  await dialog.getByRole('textbox', { name: 'What it does' }).fill('The price with tax');
  await writeCode(dialog, 'Body of the function', '$round($net * vars.rate, 2)');
  await expect(dialog).toContainText('A function sees only its parameters');
  await writeCode(dialog, 'Body of the function', '$round($net * 1.15, 2)');
  await dialog.getByRole('textbox', { name: 'Example 1', exact: true }).fill('$withTax(10)');
  await dialog.getByRole('textbox', { name: 'What example 1 gives' }).fill('12');
  await expect(dialog).toContainText('The example $withTax(10) gives 11.5, not 12.');
  await expectSound(studio, 'the form of a function');
  await dialog.getByRole('textbox', { name: 'What example 1 gives' }).fill('11.5');
  await expect(dialog.getByRole('img', { name: 'It gives that' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await mapping.getByRole('button', { name: 'Code', exact: true }).click();
  await mapping.locator('.view-lines').click();
  await replaceText(studio, '{ "gross": trigger.net }');
  await studio.keyboard.press('Control+A');
  await studio.keyboard.press('Backspace');
  await studio.keyboard.type('$withT');
  await expect(studio.locator('.suggest-widget')).toContainText('$withTax(net)');
  await studio.keyboard.press('Enter');
  await expect(studio.locator('.parameter-hints-widget')).toContainText('The price with tax');
  await studio.keyboard.type('trigger.net)');
  await expect(mapping.getByRole('region', { name: 'Result' })).toContainText('115');
  await expect(mapping.getByText('no function $withTax')).toHaveCount(0);
});

test('production payloads that drift are told at their source and at the fields they hit', async ({
  studio,
  house: { client, patchbay },
}) => {
  const nodes = {
    start: { kind: 'manual', title: 'Order placed', ...at(0) },
    bill: {
      kind: 'map',
      title: 'Bill',
      input: '{ "due": trigger.due, "no": trigger.no }',
      ...at(320),
    },
  } as const;
  const flow = await publishDrawing(client, nodes, ['start>bill']);
  const run = async (payload: object): Promise<void> => {
    await untilEnded(client, await runByHand(client, flow, { payload }));
  };
  await run({ due: '2026-01-01', no: 1 });
  await studio.goto(`${patchbay.url}/flows/${flow}`);
  await expect(step(studio, 'Bill').locator('.pb-card')).not.toHaveClass(/pb-warned/);
  await run({ no: 'two', coupon: 'x' });
  await studio.reload();
  await expect(step(studio, 'Bill').locator('.pb-warned')).toBeVisible();
  await clickStep(studio, 'Bill');
  await openTab(studio, 'Input');
  await expect(inspector(studio)).toContainText(
    'Production payloads have no trigger.due any more, so nothing comes into "due".',
  );
  await expect(inspector(studio)).toContainText(
    'In production trigger.no is a text now and was a number: that reaches "no".',
  );
  await clickStep(studio, 'Order placed');
  await expect(step(studio, 'Order placed')).toContainText('1 missing, 1 changed, 1 new');
  await inspector(studio).getByText('differs from the usual').click();
  await expect(inspector(studio)).toContainText('trigger.coupon');
  await expectSound(studio, 'a drift at its source');
  await inspector(studio).getByRole('button', { name: 'It is right so' }).click();
  await expect(step(studio, 'Order placed')).not.toContainText('missing');
});

/** How long it takes from an expression to what is said of it, in ms. */
async function timeTold(page: Page, text: string, words: string): Promise<number> {
  await replaceText(page, text);
  const started = Date.now();
  // Looks at every frame, where an expectation would look every half second.
  await page.waitForFunction(
    (said) =>
      new RegExp(said).test(
        document.querySelector('section[aria-label=Result]')?.textContent ?? '',
      ),
    words,
  );
  return Date.now() - started;
}
