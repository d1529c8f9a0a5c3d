import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

import type { Page } from '@playwright/test';

import { choose, clickStep, step } from '#canvas';
import { createDrawing } from '#flows';
import { inspector, openTab, select } from '#inspector';
import { expectSound } from '#sound';
import { expect, test } from '#story';

/** What GitHub publishes of its API: 13 MB, more than a thousand actions. */
const GITHUB = fileURLToPath(
  new URL('generated/api.github.com.json', import.meta.resolve('@octokit/openapi/package.json')),
);

/** A tracker's document: what `list` and `close` take differs between the first and the second. */
function documentOf(isNewer: boolean): string {
  const number = { name: 'number', in: 'path', required: true, schema: { type: 'integer' } };
  const reason = { name: 'reason', in: 'query', required: true, schema: { type: 'string' } };
  const ok = { responses: { 200: { description: 'ok' } } };
  return JSON.stringify({
    openapi: '3.0.3',
    info: {
      title: 'Tracker',
      version: isNewer ? '2' : '1',
      description: 'Issues and who has them.',
    },
    servers: [{ url: 'https://tracker.example/api' }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/issues/{number}': {
        get: { operationId: 'get', summary: 'Get an issue', parameters: [number], ...ok },
        delete: {
          operationId: 'close',
          summary: 'Close an issue',
          parameters: isNewer ? [number, reason] : [number],
          ...ok,
        },
      },
      ...(isNewer && {
        '/labels': { get: { operationId: 'labels', summary: 'List labels', ...ok } },
      }),
    },
  });
}

test('a connector is found by what it is for, read about and added', async ({ studio }) => {
  await studio.getByRole('link', { name: 'Catalogue' }).click();
  await studio.getByRole('link', { name: 'Accounting' }).click();
  await studio.getByRole('link', { name: 'Xero', exact: true }).click();
  await expect(studio.getByRole('heading', { level: 1 })).toContainText('Xero');
  await studio.getByText('Create an invoice', { exact: true }).click();
  await expect(studio.getByText('Input').first()).toBeVisible();
  await studio.getByRole('button', { name: 'Connect' }).click();
  const wizard = studio.getByRole('dialog');
  await wizard.getByLabel(/^Name/).fill('Finance Department Xero');
  await wizard.getByRole('button', { name: 'Next' }).click();
  await expect(wizard.getByText('Redirect address', { exact: true })).toBeVisible();
  await wizard.getByRole('button', { name: 'Finish later' }).click();
  await studio.getByRole('link', { name: 'Connections' }).click();
  await expect(
    studio.getByRole('listitem').filter({ hasText: 'Finance Department Xero' }),
  ).toContainText('Set-up not finished: authenticate next');
});

test('an API becomes a connector by its document, and a newer one says what changes', async ({
  studio,
}) => {
  await studio.getByRole('link', { name: 'Catalogue' }).click();
  await studio.getByRole('link', { name: 'Import an API' }).click();
  await studio.getByLabel('Or its text').fill('<html></html>');
  await studio.getByRole('button', { name: 'Look at it' }).click();
  await expect(studio.getByText('The text is HTML or XML, not OpenAPI.')).toBeVisible();

  await studio.getByLabel('Or its text').fill(documentOf(false));
  await studio.getByRole('button', { name: 'Look at it' }).click();
  await expect(
    studio.getByText('No request was found that could prove a connection'),
  ).toBeVisible();
  await expectSound(studio, 'the preview of an import');
  await studio.getByLabel('Title of get').fill('Read an issue');
  await studio.getByLabel('Name', { exact: true }).fill('Our tracker');
  await studio.getByRole('button', { name: 'Install', exact: true }).click();
  await expect(studio.getByRole('heading', { level: 1 })).toContainText('Our tracker');
  await studio.getByText('Read an issue').click();
  await expect(studio.getByText('number', { exact: true })).toBeVisible();

  await studio.getByRole('link', { name: 'Overlay and newer documents' }).click();
  await studio.getByLabel('Or its text').fill(documentOf(true));
  await studio.getByRole('button', { name: 'Look at it' }).click();
  await expect(studio.getByText('It now asks for reason.')).toBeVisible();
  await studio.getByRole('button', { name: 'Install as a new version' }).click();
  await expect(studio.getByText('2.0.0').first()).toBeVisible();
  await expect(studio.getByText('It now asks for reason.')).toBeVisible();
  await expect(studio.getByText('List labels').first()).toBeVisible();
});

test("GitHub's own document becomes a connector whose action runs from the canvas", async ({
  studio: page,
  house: { client, patchbay },
}) => {
  const { peer, url, seen } = await startGitHub();
  await page.goto(`${patchbay.url}/catalogue/import`);
  await page.getByLabel('OpenAPI file').setInputFiles(GITHUB);
  await expect(page.getByText(/^1,\d\d\d actions$/)).toBeVisible({ timeout: 120_000 });
  await page.getByLabel('Name', { exact: true }).fill('GitHub as published');
  await page.getByLabel('Base address').fill(url);
  await select(page.locator('main'), 'Sign-in', 'Bearer token');
  await page.getByRole('textbox', { name: 'Id', exact: true }).fill('github-published');
  await page.getByRole('button', { name: 'Install', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('GitHub as published', {
    timeout: 120_000,
  });

  await connect(page, 'gh-t0ken');
  const start = { kind: 'manual', config: {}, title: 'Start' } as const;
  const { id } = await createDrawing(client, { start }, []);
  await page.goto(`${patchbay.url}/flows/${id}`);
  await clickStep(page, 'Start');
  await page.keyboard.press('Tab');
  await choose(page, 'github as published get a repository', 'Get a repository');
  await clickStep(page, 'Get a repository');
  await select(inspector(page), 'Connection', 'Published');
  await openTab(page, 'Input');
  await inspector(page).getByRole('textbox', { name: 'Owner' }).fill('octocat');
  await inspector(page).getByRole('textbox', { name: 'Repo' }).fill('hello');
  await page.getByRole('button', { name: 'Test run' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(step(page, 'Get a repository').locator('[data-run="done"]').first()).toBeVisible();
  expect(seen).toEqual(['GET /repos/octocat/hello Bearer gh-t0ken']);
  peer.closeAllConnections();
  peer.close();
});

/** Makes a connection to the connector that is shown. */
async function connect(page: Page, token: string): Promise<void> {
  await page.getByRole('button', { name: 'Connect' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill('Published');
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByLabel(/^Token/).fill(token);
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(dialog).toBeHidden();
}

/** GitHub as far as the story needs it; it notes who asked for what. */
async function startGitHub(): Promise<{ peer: Server; url: string; seen: string[] }> {
  const seen: string[] = [];
  const peer = createServer(({ method, url, headers }, response) => {
    seen.push(`${method} ${url} ${headers.authorization}`);
    response.setHeader('content-type', 'application/json');
    response.end('{ "id": 1, "full_name": "octocat/hello" }');
  });
  peer.listen(0, '127.0.0.1');
  await once(peer, 'listening');
  return { peer, url: `http://127.0.0.1:${(peer.address() as AddressInfo).port}`, seen };
}
