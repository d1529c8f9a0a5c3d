import { createFlow, drawGraph, type NodeDrawing } from '@patchbay/shared/flows';
import { publishFlow } from '@patchbay/shared/versions';

import type { Client } from '#client';
import { until } from '#until';

const post = (url: string, more: object = {}): NodeDrawing => ({
  kind: 'action',
  config: { connector: 'http', version: '1.0.0', action: 'request' },
  input: `{ "method": "POST", "url": "${url}", "body": { "n": trigger.body.n } }`,
  ...more,
});

/** A flow that makes two calls, one after the other, for each request to its webhook `hook`. */
export async function publishCallFlow(client: Client, url: string): Promise<string> {
  const graph = drawGraph({ hook: { kind: 'webhook' }, one: post(url), two: post(url) }, [
    'hook>one',
    'one>two',
  ]);
  const { id } = await client.call(createFlow, { body: { name: 'Calls', graph } });
  await client.call(publishFlow, { params: { id }, body: { notes: '' } });
  return id;
}

/** Sends one request and gives the run; again when nobody answered, as a careful caller does. */
export async function start(client: Client, flow: string, n: number): Promise<string> {
  return until('the webhook accepts', async () => {
    const response = await client
      .request(`/hooks/${flow}/hook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ n }),
      })
      .catch(() => undefined);
    if (response?.status !== 202) return undefined;
    return ((await response.json()) as { run: string }).run;
  });
}

/** Starts `count` runs, a few at a time. */
export async function startMany(client: Client, flow: string, count: number): Promise<string[]> {
  const runs: string[] = [];
  const numbers = Array.from({ length: count }, (_, i) => i);
  const sender = async (): Promise<void> => {
    for (let n = numbers.shift(); n !== undefined; n = numbers.shift())
      runs.push(await start(client, flow, n));
  };
  await Promise.all(Array.from({ length: 16 }, sender));
  return runs;
}
