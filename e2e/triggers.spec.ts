import { createHmac } from 'node:crypto';

import { createConnection } from '@patchbay/shared/connections';
import { getFlow } from '@patchbay/shared/flows';
import { publishFlow } from '@patchbay/shared/versions';

import { choose, clickStep } from '#canvas';
import { createDrawing } from '#flows';
import { inspector, openTab } from '#inspector';
import { expect, test } from '#story';
import { until } from '#until';

test('a trigger of a connector is added from the palette, filled in and kept', async ({
  studio: page,
  house: { client, patchbay },
}) => {
  const note = { kind: 'note', config: { text: 'News' }, title: 'Note' } as const;
  const { id } = await createDrawing(client, { note }, []);
  await page.goto(`${patchbay.url}/flows/${id}`);
  await page.getByRole('button', { name: 'Add a step' }).first().click();
  await choose(page, 'new item feed', 'New item in a feed');
  await clickStep(page, 'New item in a feed');
  const pane = inspector(page);
  await expect(pane).toContainText('Looks every 900 seconds once it is published.');
  await expect(pane.getByRole('combobox', { name: 'Connection' })).toBeVisible();
  await openTab(page, 'Input');
  await pane.getByRole('textbox', { name: 'Address of the feed' }).fill('https://a.example/feed');
  await until('the address is saved', async () => {
    const { graph } = await client.call(getFlow, { params: { id } });
    const node = Object.values(graph.nodes).find((one) => one.kind === 'event');
    return node?.kind === 'event' && node.input.includes('https://a.example/feed');
  });
});

test('a trigger that another system calls shows its address, takes its secret and says what came', async ({
  studio: page,
  house: { client, patchbay },
}) => {
  const auth = { scheme: 'bot', values: { token: 'xoxb-1' } };
  const facts = { name: 'Our workspace', connector: 'slack', version: '1.0.0', config: {} };
  const { id: connection } = await client.call(createConnection, { body: { ...facts, auth } });
  const { id } = await createDrawing(
    client,
    {
      heard: {
        kind: 'event',
        title: 'Mentioned',
        config: { connector: 'slack', version: '1.0.0', trigger: 'event', connection },
        input: '{ "event": "app_mention" }',
      },
    },
    [],
  );
  await page.goto(`${patchbay.url}/flows/${id}`);
  await clickStep(page, 'Mentioned');
  const pane = inspector(page);
  const state = pane.getByRole('region', { name: 'State of the trigger' });
  await state.getByRole('button', { name: 'Make the address' }).click();
  const url = (await state.locator('code').textContent()) ?? '';
  expect(url).toContain('/hooks/');
  await state.getByLabel('Secret').fill('of-slack');
  await state.getByRole('button', { name: 'Set' }).click();
  await expect(state).toContainText('A secret is set.');
  await client.call(publishFlow, { params: { id }, body: { notes: '' } });
  const event = { type: 'event_callback', event: { type: 'app_mention' }, event_id: 'Ev1' };
  expect((await sendAsSlack(url, 'guess', event)).status).toBe(401);
  expect((await sendAsSlack(url, 'of-slack', event)).status).toBe(200);
  await expect(state).toContainText('Last event');
  await expect(state).toContainText('Listens');
});

function sendAsSlack(url: string, secret: string, body: object): Promise<Response> {
  const time = String(Math.floor(Date.now() / 1000));
  const text = JSON.stringify(body);
  const signature = createHmac('sha256', secret).update(`v0:${time}:${text}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': time,
    'x-slack-signature': `v0=${signature}`,
  };
  return fetch(url, { method: 'POST', body: text, headers });
}
