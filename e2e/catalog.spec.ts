import { expect, test } from '#story';

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

test('a connector is found by what it is for, and its page says what it does', async ({
  studio,
}) => {
  await studio.getByRole('link', { name: 'Catalogue' }).click();
  await studio.getByRole('link', { name: 'Accounting' }).click();
  await studio.getByRole('link', { name: 'Xero', exact: true }).click();
  await expect(studio.getByRole('heading', { level: 1 })).toContainText('Xero');
  await studio.getByText('Create an invoice', { exact: true }).click();
  await expect(studio.getByText('Input').first()).toBeVisible();
  await studio.getByRole('button', { name: 'Connect' }).click();
  await expect(studio.getByRole('dialog')).toContainText('Xero');
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
