import { expect, type Locator, type Page } from '@playwright/test';

/** The pane on the right. */
export function inspector(page: Page): Locator {
  return page.getByRole('complementary', { name: /^Step / });
}

/** Opens a tab of the inspector. */
export async function openTab(page: Page, name: string): Promise<void> {
  await inspector(page).getByRole('tab', { name }).click();
}

/** Chooses in a list that opens below its field. */
export async function select(scope: Locator, label: string, choice: string): Promise<void> {
  await scope.getByRole('combobox', { name: label }).click();
  await scope.page().getByRole('option', { name: choice }).first().click();
}

/** Turns a field of the form into an expression and types it. */
export async function express(page: Page, field: string, text: string): Promise<void> {
  const pane = inspector(page);
  const toggle = pane.getByRole('button', { name: `${field} as an expression` });
  if ((await toggle.getAttribute('aria-pressed')) === 'false') await toggle.click();
  await pane.getByRole('textbox', { name: field, exact: true }).fill(text);
  await page.keyboard.press('Escape');
}

/** Replaces the text of a code editor. */
export async function writeCode(scope: Locator, label: string, text: string): Promise<void> {
  const editor = scope.getByRole('group', { name: label });
  const lines = editor.locator('.view-lines');
  await lines.click();
  await replaceText(scope.page(), text);
  await expect(lines).toContainText(text.split('\n')[0]?.slice(0, 12) ?? '');
}

/** Replaces what the focused code editor holds, as a paste would: nothing is completed on the way. */
export async function replaceText(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  }, text);
}
