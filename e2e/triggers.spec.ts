import { getFlow } from '@patchbay/shared/flows';

import { choose, step } from '#canvas';
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
  await step(page, 'New item in a feed').click();
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
