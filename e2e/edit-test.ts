import { expect, type Page } from '@playwright/test';

import { select, writeCode } from '#inspector';
import { expectSound } from '#sound';

/** Adds a condition in the form, and sees the whole as JSON. */
export async function editTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit the test' });
  await expect(dialog.getByRole('combobox', { name: 'Instead of' })).toHaveValue('Create Invoice');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('A desk is priced');
  await dialog.getByRole('button', { name: 'Add a check' }).click();
  await select(dialog.getByRole('group', { name: 'Check 3' }), 'Check', 'meets a condition');
  await dialog.getByRole('textbox', { name: 'In words' }).fill('An invoice was made');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await writeCode(dialog, 'Condition', '$exists(steps.make.output)');
  await expectSound(page, 'the form of a test');
  await dialog.getByRole('tab', { name: 'JSON' }).click();
  await expect(dialog.getByRole('group', { name: 'The test as JSON' })).toContainText('mocks');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('A desk is priced')).toBeVisible();
}
