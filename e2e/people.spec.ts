import {
  createProject,
  inviteMember,
  joinProject,
  listMembers,
  removeMember,
} from '@patchbay/shared/access';
import type { Locator, Page } from '@playwright/test';

import { clickStep, step } from '#canvas';
import { Client } from '#client';
import { makeFlow, saved } from '#editor';
import { inspector, openTab, select } from '#inspector';
import { expectSound } from '#sound';
import { expect, test } from '#story';

test.setTimeout(300_000);

const GRACE = { name: 'Grace Hopper', email: 'grace@example.com', password: 'a moth in relay 70' };

const peopleIn = (page: Page): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'People' }) });
const button = (scope: Page | Locator, name: string | RegExp): Locator =>
  scope.getByRole('button', { name });

/** Invites a person as a Viewer and gives the link. */
async function invite(page: Page, email: string): Promise<string> {
  const people = peopleIn(page);
  await expect(people).toContainText('Only you are in “Main” so far.');
  const field = people.getByRole('textbox', { name: 'E-mail of whom to invite' });
  await field.fill('grace');
  await button(people, 'Invite').click();
  await expect(field).toHaveAccessibleDescription('That is no e-mail address.');
  await field.fill(email);
  await button(people, 'Invite').click();
  await expect(people.getByRole('list', { name: 'Invitations' })).toContainText(email);
  const link = people.getByText(/\/join#/);
  await expect(link).toBeInViewport();
  await expectSound(page, 'the settings with an invitation');
  return link.innerText();
}

/** Takes the invitation in a browser of its own, with a new account. */
async function join(page: Page, link: string): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('patchbay.tourSeen', 'yes'));
  await page.goto(link);
  await expect(page.getByText('Ada Lovelace invites you into “Main” as a Viewer.')).toBeVisible();
  await expectSound(page, 'an invitation');
  await page.getByRole('textbox', { name: 'Your name' }).fill(GRACE.name);
  await button(page, 'Make my account and join').click();
  const password = page.getByLabel('Password');
  await expect(password).toHaveAccessibleDescription('Use at least 10 characters.');
  await password.fill(GRACE.password);
  await button(page, 'Make my account and join').click();
  await page.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();
}

/** Nothing is offered that a viewer may not do. */
async function looksOnly(page: Page, url: string, flow: string): Promise<void> {
  await expect(page.getByRole('link', { name: 'Audit', exact: true })).toHaveCount(0);
  await expect(button(page, 'New flow')).toHaveCount(0);
  await page.goto(`${url}/flows/${flow}`);
  await clickStep(page, 'First');
  await expect(button(page, /^Read-only/)).toBeVisible();
  await expect(button(page, /^(Publish|Test run|Add a step|Undo)/)).toHaveCount(0);
  await expect(inspector(page).getByRole('textbox', { name: 'Title' })).toBeDisabled();
  await clickStep(page, 'First');
  await page.keyboard.press('Delete');
  await expect(step(page, 'First')).toBeVisible();
  await openTab(page, 'Input');
  await expectSound(page, 'a flow that is read-only');
  await page.goto(`${url}/settings`);
  await expect(peopleIn(page)).toContainText(GRACE.email);
  await expect(page.getByRole('heading', { name: /^(Keys|OAuth|Tokens)/ })).toHaveCount(0);
  await expect(button(peopleIn(page), /^(Invite|More|Take back)/)).toHaveCount(0);
  await page.goto(`${url}/audit`);
  await expect(page.getByText('This page is for the role Admin')).toBeVisible();
  await expectSound(page, 'a page that is not for a viewer');
}

test('a person is invited to look, is let draw, and is taken out again', async ({
  studio,
  browser,
  house: { client, patchbay },
}) => {
  const { url } = patchbay;
  const flow = await makeFlow(client);
  await studio.goto(`${url}/settings`);
  const link = await invite(studio, GRACE.email);
  const elsewhere = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const guest = await elsewhere.newPage();
  await join(guest, link);
  await looksOnly(guest, url, flow);

  await studio.reload();
  await select(peopleIn(studio), `Role of ${GRACE.name}`, 'Editor');
  await expect(peopleIn(studio).getByRole('combobox', { name: /Grace/ })).toHaveText('Editor');
  await expectSound(studio, 'the settings with two people');
  await guest.goto(`${url}/flows/${flow}`);
  await expect(button(guest, 'Publish')).toBeVisible();
  await clickStep(guest, 'Second');
  await guest.keyboard.press('Delete');
  await expect(step(guest, 'Second')).toHaveCount(0);
  await saved(guest);

  await button(studio, `More for ${GRACE.name}`).click();
  await studio.getByRole('menuitem', { name: 'Remove…' }).click();
  await button(studio.getByRole('dialog'), 'Remove').click();
  await expect(studio.getByText(`${GRACE.name} is no longer in the project`)).toBeVisible();
  await guest.reload();
  await expect(guest.getByText('You are in no project')).toBeVisible();
  await expectSound(guest, 'in no project');
  await button(guest, 'Sign out').click();
  await expect(guest.getByRole('heading', { name: 'Sign in to Patchbay' })).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByText('This invitation is not good any more')).toBeVisible();
  await expectSound(guest, 'an invitation that is used up');
  await elsewhere.close();

  await studio.goto(`${url}/audit`);
  await expect(studio.getByText('gave another role to a person (Viewer → Editor)')).toBeVisible();
});

test('whoever is in one project arrives there, and joins another with the password there is', async ({
  page,
  house: { client, patchbay },
}) => {
  const { url } = patchbay;
  const email = 'joan@example.com';
  const { id } = await client.call(createProject, { body: { name: 'Bookkeeping' } });
  const first = await client.in(id).call(inviteMember, { body: { email, role: 'operator' } });
  await page.goto(`${url}/join#${first.secret}`);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Joan Clarke');
  await page.getByLabel('Password').fill('hut eight, bletchley');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/p/${id}/flows`);
  await page.goto(`${url}/settings`);
  await page.waitForURL(`${url}/p/${id}/settings`);
  await expect(peopleIn(page)).toContainText('Who works in “Bookkeeping”.');

  const second = await client.call(inviteMember, { body: { email, role: 'editor' } });
  await page.goto(`${url}/join#${second.secret}`);
  const password = page.getByLabel('Your password');
  await password.fill('not what it was');
  await button(page, 'Join').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await password.fill('hut eight, bletchley');
  await button(page, 'Join').click();
  await page.waitForURL(`${url}/flows`);
  await expect(button(page, /^New flow/)).toBeVisible();

  const { items } = await client.call(listMembers, {});
  const joan = items.find((one) => one.email === email);
  await client.call(removeMember, { params: { id: joan?.id ?? '' } });
  await page.goto(`${url}/flows`);
  await page.waitForURL(`${url}/p/${id}/flows`);
});

test('who forgot the password chooses another by a link of an owner', async ({
  studio,
  browser,
  house: { client, patchbay },
}) => {
  const { url } = patchbay;
  const email = 'mary@example.com';
  const { secret } = await client.call(inviteMember, { body: { email, role: 'viewer' } });
  const member = { secret, name: 'Mary Jackson', password: 'one that is forgotten' };
  await new Client(() => url).call(joinProject, { body: member });
  await studio.goto(`${url}/settings`);
  await button(studio, `More for ${member.name}`).click();
  await studio.getByRole('menuitem', { name: 'Link for a new password…' }).click();
  await button(studio, 'Make the link').click();
  await expectSound(studio, 'a link for a new password');
  const link = await studio.getByText(/\/new-password#/).innerText();
  await button(studio, 'Done').click();

  const elsewhere = await browser.newContext();
  const guest = await elsewhere.newPage();
  await guest.goto(link);
  await guest.getByLabel('Password').fill('one to remember');
  await expectSound(guest, 'the choice of a new password');
  await button(guest, 'Take this password').click();
  await guest.getByRole('link', { name: 'To the sign-in' }).click();
  await guest.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await guest.getByLabel('Password').fill('one to remember');
  await button(guest, 'Sign in').click();
  await guest.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();
  await elsewhere.close();

  await button(studio, `More for ${member.name}`).click();
  await studio.getByRole('menuitem', { name: 'Remove…' }).click();
  await button(studio.getByRole('dialog'), 'Remove').click();
  await expect(peopleIn(studio)).toContainText('Only you are in “Main”');
});
