import { createConnection, putSecret } from '@patchbay/shared/connections';
import { createFlow, drawGraph, type FlowGraph } from '@patchbay/shared/flows';
import { publishFlow } from '@patchbay/shared/versions';
import { Client as PgClient } from 'pg';

import type { Client } from '#client';
import { createDatabase } from '#setup';

import type { Delivery } from './github-deliveries.ts';

/** The table the flow writes to, in a database of its own. */
export interface Target {
  url: string;
  /** Ids of its rows, in order. */
  rows(): Promise<string[]>;
  close(): Promise<void>;
}

/** Makes the table. Its key is what makes an insert that is repeated after a crash harmless. */
export async function openTarget(): Promise<Target> {
  const url = await createDatabase('target');
  const pg = new PgClient({ connectionString: url });
  await pg.connect();
  await pg.query('create table delivery (id text primary key, event text not null)');
  return {
    url,
    rows: async () => {
      const { rows } = await pg.query<{ id: string }>('select id from delivery order by id');
      return rows.map((row) => row.id);
    },
    close: () => pg.end(),
  };
}

const ITEMS = 4;

/** Ids of the rows that a delivery makes: one for each of the payload's first keys. */
export function rowsFor({ id, body }: Delivery): string[] {
  const payload = JSON.parse(body) as { sender?: object };
  if (!payload.sender) return [];
  return Object.keys(payload)
    .slice(0, ITEMS)
    .map((key) => `${id}/${key}`);
}

/**
 * webhook → choice → loop → HTTP call → PostgreSQL insert → respond, with two webhooks: `hook`
 * waits for the answer, `later` says 202 at once. Gives the flow's id.
 */
export async function publishGithubFlow(
  client: Client,
  parts: { secret: string; target: Target; peer: string },
): Promise<string> {
  const secretId = (await client.call(putSecret, { body: { value: parts.secret } })).id;
  const connection = await connectTo(client, parts.target);
  const graph = draw({ secretId, connection, peer: parts.peer });
  const { id } = await client.call(createFlow, { body: { name: 'GitHub deliveries', graph } });
  await client.call(publishFlow, { params: { id }, body: { notes: '' } });
  return id;
}

async function connectTo(client: Client, target: Target): Promise<string> {
  const { hostname: host, port, pathname, username: user, password } = new URL(target.url);
  const config = { host, port: Number(port), database: pathname.slice(1), ssl: 'disable' };
  const auth = { scheme: 'role', values: { user, password } };
  const body = { name: 'Deliveries', connector: 'postgres', version: '1.0.0', config, auth };
  return (await client.call(createConnection, { body })).id;
}

function draw(parts: { secretId: string; connection: string; peer: string }): FlowGraph {
  const signature = { scheme: 'github', secretId: parts.secretId };
  const hook = { deliveryHeader: 'x-github-delivery', signature };
  const id = 'trigger.headers.`x-github-delivery`';
  const http = { connector: 'http', version: '1.0.0', action: 'request' };
  const postgres = { connector: 'postgres', version: '1.0.0', action: 'insert' };
  return drawGraph(
    {
      hook: { kind: 'webhook', config: { ...hook, answer: 'respond' } },
      later: { kind: 'webhook', config: { ...hook, answer: 'accepted' } },
      kind: {
        kind: 'choice',
        config: {
          cases: [{ id: 'sent', label: 'By somebody', when: '$exists(trigger.body.sender)' }],
        },
      },
      each: {
        kind: 'loop',
        config: { concurrency: 2 },
        input: `$keys(trigger.body)[[0..${ITEMS - 1}]]`,
      },
      tell: {
        kind: 'action',
        parent: 'each',
        config: http,
        input: `{ "method": "POST", "url": "${parts.peer}/", "body": { "row": ${id} & "/" & item } }`,
      },
      keep: {
        kind: 'action',
        parent: 'each',
        config: { ...postgres, connection: parts.connection },
        input: `{ "table": "delivery", "rows": { "id": ${id} & "/" & item, "event": trigger.headers.\`x-github-event\` }, "onConflict": "ignore" }`,
      },
      answer: {
        kind: 'respond',
        input: `{ "status": 201, "headers": { "x-rows": $string($count(steps.each.items)) }, "body": { "delivery": ${id} } }`,
      },
    },
    [
      'hook>kind',
      'later>kind',
      'kind:sent>each',
      'each:item>tell',
      'tell>keep',
      'each>answer',
      'kind:else>answer',
    ],
  );
}
