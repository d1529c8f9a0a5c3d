import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Registered {
  id: number;
  url: string;
  secret: string;
}

interface Issue {
  id: number;
  created_on: string;
}

const hook = {
  type: 'webhook',
  description: 'The tracker reports it as it happens.',
  sample: { id: 'e1' },
  verify: { from: 'x-signature' },
  subscribe: {
    method: 'POST',
    path: '/hooks',
    body: { fixed: { url: '{webhook.url}', secret: '{webhook.secret}' } },
  },
  subscriptionId: 'id',
  unsubscribe: { method: 'DELETE', path: '/hooks/{webhook.id}' },
};
const input = { type: 'object', properties: {} };

/** Triggers of the tracker, laid over the connector Redmine by the setting CONNECTOR_OVERLAYS. */
export const EVENT_TRIGGERS = {
  redmine: {
    triggers: {
      told: { ...hook, title: 'Issue told', input, deliveryId: 'body.id' },
      rung: { ...hook, title: 'New issue, at once', input, look: 'listed' },
      listed: {
        type: 'poll',
        title: 'Listed issue',
        input,
        sample: {},
        everyS: 600,
        key: 'id',
        order: 'asc',
        http: { method: 'GET', path: '/issues.json', result: 'issues' },
        cursor: { path: 'created_on', param: 'since', format: 'iso', overlapS: 60 },
      },
    },
  },
};

/** A tracker on loopback that registers addresses, sends signed events, and lists its issues. */
export interface EventPeer {
  url: string;
  hooks: Registered[];
  issues: Issue[];
  /** How often the issues were asked for. */
  looks: number;
  /** Sends an event to the first address, below `origin` when that has moved. */
  send(body: object, origin?: string): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts it; a list of issues takes `delayMs`, so that a crash finds a look under way. */
export async function startEventPeer(delayMs = 0): Promise<EventPeer> {
  const peer: EventPeer = {
    url: '',
    hooks: [],
    issues: [],
    looks: 0,
    send: (body, origin) => send(peer.hooks[0], body, origin),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const server = createServer((request, response) => void answer(peer, request, response, delayMs));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  peer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return peer;
}

let count = 0;

async function answer(
  peer: EventPeer,
  request: IncomingMessage,
  response: ServerResponse,
  delayMs: number,
): Promise<void> {
  const end = (body: object): void => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  };
  const { method, url = '' } = request;
  if (method === 'POST') {
    const { url: address, secret } = (await json(request)) as Registered;
    const made = { id: ++count, url: address, secret };
    peer.hooks.unshift(made);
    return end({ id: made.id });
  }
  if (method === 'DELETE') {
    peer.hooks = peer.hooks.filter(({ id }) => !url.endsWith(`/${id}`));
    return end({});
  }
  if (!url.startsWith('/issues.json')) return end({ user: { id: 1, login: 'ada' } });
  const since = new URL(url, peer.url).searchParams.get('since') ?? '';
  const issues = peer.issues.filter((one) => one.created_on >= since);
  peer.looks++;
  setTimeout(() => end({ issues, total_count: issues.length }), delayMs);
}

function send(to: Registered | undefined, body: object, origin?: string): Promise<Response> {
  const { pathname, origin: known } = new URL(to?.url ?? '');
  const text = JSON.stringify(body);
  const signature = createHmac('sha256', to?.secret ?? '')
    .update(text)
    .digest('hex');
  const headers = { 'content-type': 'application/json', 'x-signature': signature };
  return fetch((origin ?? known) + pathname, { method: 'POST', body: text, headers });
}
