import { text } from 'node:stream/consumers';

import { startLoopback, type Loopback } from '@patchbay/connectors/sdk/testing';
import { createDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { openTestHouse, type Dialect, type TestHouse } from '@patchbay/runtime/test-house';
import type { Json } from '@patchbay/shared/base';
import { createConnection } from '@patchbay/shared/connections';
import {
  drawGraph,
  editFlow,
  getFlow,
  putEdit,
  type FlowNode,
  type NodeDrawing,
} from '@patchbay/shared/flows';
import { runTests, saveRunAsTest, type TestBatch, type TestCase } from '@patchbay/shared/testing';

export const KEY = 'right-key-1';
export const CUSTOMER = { name: 'Grace Hopper', email: 'grace@hopper.org' };
const WIRES = ['start>make', 'make>sum'];

type Scope = 'flow' | 'node' | 'mapping' | 'action';
type Nodes = Record<string, NodeDrawing>;

/** A house, a system that takes one key, a connection to it, and flows that use it. */
export interface SuiteBench {
  at: TestHouse;
  peer: Loopback;
  /** Bodies the system was sent. */
  sent: string[];
  connection: string;
  nodes(): Nodes;
  /** A flow that makes an invoice and maps the answer; `more` replaces its steps. */
  draft(more?: Nodes): Promise<string>;
  change(id: string, more: Nodes): Promise<void>;
  run(subject: string, body?: { version?: number; cases?: string[] }): Promise<TestBatch>;
  /** A run of such a flow, saved as a test. */
  saved(
    scope: Scope,
    step?: string,
    payload?: Json,
  ): Promise<{ id: string; subject: string; test: TestCase; masked: number }>;
  stop(): Promise<void>;
}

export async function openSuiteBench(dialect: Dialect): Promise<SuiteBench> {
  const sent: string[] = [];
  const peer = await startLoopback((request, response) => {
    void text(request).then((body) => sent.push(body));
    const ok = request.headers.authorization === `Bearer ${KEY}`;
    response.writeHead(ok ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(ok ? { id: 'INV-1', total: 12 } : { error: 'bad key' }));
  });
  const at = await openTestHouse(dialect);
  const { client } = at;
  const connection = await connectTo(at, peer.url);
  const nodes = (): Nodes => drawn(connection);
  const draft = async (more: Nodes = {}): Promise<string> =>
    (await createDrawing(client, { ...nodes(), ...more }, WIRES)).id;
  return {
    at,
    peer,
    sent,
    connection,
    nodes,
    draft,
    change: (id, more) => change(at, id, { all: nodes(), more }),
    run: (subject, body = {}) => client.call(runTests, { params: { subject }, body }),
    saved: async (scope, step, payload = { customer: CUSTOMER, n: 3 }) => {
      const id = await draft();
      const made = await runByHand(client, id, { draft: true, payload });
      await untilEnded(client, made);
      const params = { id: made };
      return { id, ...(await client.call(saveRunAsTest, { params, body: { scope, step } })) };
    },
    stop: async () => {
      await at.stop();
      await peer.stop();
    },
  };
}

function drawn(connection: string): Nodes {
  return {
    start: { kind: 'manual' },
    make: {
      kind: 'action',
      config: { connector: 'http', version: '1.0.0', action: 'request', connection },
      input: `{ "method": "POST", "url": "/invoices", "body": { "to": trigger.customer.email, "at": $now() } }`,
    },
    sum: { kind: 'map', input: '{ "id": steps.make.body.id, "for": trigger.customer.name }' },
  };
}

async function connectTo({ client }: TestHouse, baseUrl: string): Promise<string> {
  const auth = { scheme: 'bearer', values: { token: KEY } };
  const body = { name: 'Peer', connector: 'http', version: '1.0.0', config: { baseUrl }, auth };
  return (await client.call(createConnection, { body })).id;
}

async function change(
  { client }: TestHouse,
  id: string,
  { all, more }: { all: Nodes; more: Nodes },
): Promise<void> {
  const { revision } = await client.call(getFlow, { params: { id } });
  const graph = drawGraph({ ...all, ...more }, []);
  const changed = Object.keys(more).map((key) => graph.nodes[key] as FlowNode);
  const edits = [putEdit('Change', changed)];
  await client.call(editFlow, { params: { id }, body: { revision, edits } });
}
