import { expect, type Locator, type Page } from '@playwright/test';

import { step } from '#canvas';
import { inspector, replaceText } from '#inspector';

const FAR = 80;

/** Presses Tab until the focus is on the thing, or in it. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  for (let i = 0; i < FAR; i++) {
    if (await target.evaluate((it) => it.contains(document.activeElement)).catch(() => false))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

/** Adds a step behind the selected one. */
export async function addStep(page: Page, search: string, title: string): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Search steps and actions' })).toBeFocused();
  await page.keyboard.type(search);
  await expect(page.getByRole('option', { selected: true })).toContainText(title);
  await page.keyboard.press('Enter');
  await expect(step(page, title)).toBeVisible();
  await expect(canvas(page)).toBeFocused();
}

/** Goes into the inspector of the selected step, to a field. */
export async function goInto(page: Page, field: Locator): Promise<void> {
  await expect(inspector(page)).toBeVisible();
  await page.keyboard.press('F6');
  await tabTo(field);
}

/** Opens a tab of the inspector. */
export async function goToTab(page: Page, name: string): Promise<void> {
  const tab = inspector(page).getByRole('tab', { name });
  await goInto(page, inspector(page).getByRole('tablist'));
  for (let i = 0; i < 4 && !(await tab.evaluate((it) => it === document.activeElement)); i++)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

/** Chooses in the focused list by typing how the choice begins. */
export async function pick(page: Page, choice: string): Promise<void> {
  const field = await page.evaluateHandle(() => document.activeElement);
  await page.keyboard.press('Enter');
  const option = page.getByRole('option', { name: choice }).first();
  await expect(option).toBeVisible();
  // The list takes the focus a moment after it is there; an arrow before would go past the choice.
  await expect(page.locator('[role=option]:focus')).toHaveCount(1);
  for (let i = 0; i < 10; i++) {
    if (await option.evaluate((it) => it === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(option).toBeHidden();
  // The list gives the focus back a moment after it is gone; a key in between would be lost.
  await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
}

/** Replaces the text of the code editor the keyboard is brought to. */
export async function typeCode(editor: Locator, text: string): Promise<void> {
  await tabTo(editor);
  await replaceText(editor.page(), text);
  await expect(editor.locator('.view-lines')).toContainText(text.slice(0, 8));
}

/** Replaces the text of the field the keyboard is brought to. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await tabTo(field);
  await field.page().keyboard.press('Control+A');
  await field.page().keyboard.type(text);
}

/** Turns a field into an expression and types it. */
export async function typeExpression(page: Page, name: string, text: string): Promise<void> {
  await tabTo(inspector(page).getByRole('button', { name: `${name} as an expression` }));
  await page.keyboard.press('Enter');
  await typeInto(inspector(page).getByRole('textbox', { name, exact: true }), text);
  await page.keyboard.press('Escape');
}

/** Back from the inspector to the canvas. */
export async function goBack(page: Page): Promise<void> {
  await page.keyboard.press('Shift+F6');
  await expect(canvas(page)).toBeFocused();
}

/** Walks with an arrow key until a step is the selected one. */
export async function walkTo(page: Page, arrow: string, title: string): Promise<void> {
  await expect(async () => {
    if (!(await isSelected(page, title))) await page.keyboard.press(arrow);
    expect(await isSelected(page, title)).toBe(true);
  }).toPass();
}

async function isSelected(page: Page, title: string): Promise<boolean> {
  return ((await step(page, title).getAttribute('class')) ?? '').split(' ').includes('selected');
}

function canvas(page: Page): Locator {
  return page.getByRole('application', { name: /^Canvas/ });
}
