import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A registration as the provider keeps it. */
export interface Hook {
  id: number;
  url: string;
  secret: string;
  events: string[];
  challenged: boolean;
}

const SECRET = 'made-by-the-provider';

const hook = {
  type: 'webhook',
  title: 'Called',
  input: { type: 'object', properties: { event: { type: 'string' } } },
  sample: {},
  verify: { from: 'x-signature' },
  handshake: { kind: 'echo', in: 'query', path: 'challenge' },
  deliveryId: 'body.id',
  event: { from: 'x-event', input: 'event' },
  ours: { from: 'body.by', equals: 'body.us' },
  subscribe: {
    method: 'POST',
    path: '/hooks',
    params: { event: { in: 'body', at: 'events.0' } },
    body: { fixed: { url: '{webhook.url}', secret: '{webhook.secret}' } },
  },
  subscriptionId: 'id',
  unsubscribe: { method: 'DELETE', path: '/hooks/{webhook.id}' },
  find: { http: { method: 'GET', path: '/hooks' }, items: 'hooks', url: 'url', id: 'id' },
};

const NO_CALLS = { subscribe: null, subscriptionId: null, unsubscribe: null, find: null };

/** Triggers of each kind that the provider can serve, to lay over a connector. */
export const HOOKS = {
  called: hook,
  theirs: {
    ...hook,
    secret: { from: 'answer', path: 'secret' },
    subscribe: { ...hook.subscribe, body: { fixed: { url: '{webhook.url}' } } },
  },
  ends: {
    ...hook,
    renew: { method: 'PUT', path: '/hooks/{webhook.id}' },
    renewEveryS: 3600,
  },
  many: { ...hook, event: null, items: 'events', answers: 204 },
  asked: {
    ...hook,
    verify: null,
    ask: {
      http: { method: 'POST', path: '/prove', result: 'said' },
      inputs: { proof: 'x-signature' },
      body: 'message',
      equals: 'TRUE',
    },
  },
  byHand: { ...hook, ...NO_CALLS, instructions: 'Enter the address at the provider.' },
  tells: {
    ...hook,
    ...NO_CALLS,
    secret: { from: 'handshake' },
    handshake: { kind: 'secret', path: 'token' },
  },
  rings: { ...hook, event: null, deliveryId: null, look: 'updatedIssue' },
};

/** A provider on loopback that registers addresses, proves them, and signs what it sends to them. */
export interface Provider {
  url: string;
  hooks: Hook[];
  /** Requests it got. */
  asked: string[];
  /** Status it refuses everything with; 0: none. */
  refuses: number;
  /** Breaks the connection off once it has registered. */
  breaksOff: boolean;
  /** Sends an event to whoever wants it; gives the last answer. */
  send(event: string, body: object): Promise<Response>;
  /** Forgets all that is registered, as at its end. */
  expire(): void;
  reset(): void;
  close(): Promise<void>;
}

export async function openProvider(): Promise<Provider> {
  let count = 0;
  const provider: Provider = {
    url: '',
    hooks: [],
    asked: [],
    refuses: 0,
    breaksOff: false,
    send: (event, body) => send(provider.hooks, event, body),
    expire: () => void provider.hooks.splice(0),
    reset: () => {
      count = 0;
      provider.hooks.splice(0);
      provider.asked.splice(0);
      provider.refuses = 0;
      provider.breaksOff = false;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  const server = createServer((request, response) => {
    void answer(provider, () => ++count, { request, response });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return provider;
}

async function answer(
  provider: Provider,
  nextId: () => number,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { method = '', url = '/' } = request;
  provider.asked.push(`${method} ${url}`);
  const end = (status: number, body: object = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  if (provider.refuses) return end(provider.refuses);
  const id = Number(/^\/hooks\/(\d+)/.exec(url)?.[1]);
  if (url === '/prove') {
    const { proof = '', message } = await bodyOf<{ proof: string; message: object }>(request);
    const isOurs = provider.hooks.some(({ secret }) => sign(secret, message) === proof);
    return end(200, { said: isOurs ? 'TRUE' : 'FALSE' });
  }
  const known = provider.hooks.findIndex((one) => one.id === id);
  if (method === 'GET') return end(200, { hooks: provider.hooks });
  if (method === 'POST') {
    const made = await register(await bodyOf<Hook>(request), nextId());
    if (!made.challenged) return end(400);
    provider.hooks.push(made);
    if (provider.breaksOff) return void request.socket.destroy();
    return end(201, { id: made.id, secret: SECRET });
  }
  if (known < 0) return end(404);
  if (method === 'DELETE') provider.hooks.splice(known, 1);
  return end(200, {});
}

async function bodyOf<T>(request: IncomingMessage): Promise<Partial<T>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Partial<T>;
}

/** Calls the address before it believes in it, as providers do. */
async function register(
  { url = '', secret = SECRET, events = [] }: Partial<Hook>,
  id: number,
): Promise<Hook> {
  const asked = await fetch(`${url}?challenge=prove-it-${id}`, { method: 'POST' });
  const challenged = (await asked.text()) === `prove-it-${id}`;
  return { id, url, secret, events, challenged };
}

async function send(hooks: Hook[], event: string, body: object): Promise<Response> {
  const text = JSON.stringify(body);
  let last = new Response(null, { status: 599 });
  for (const { url, secret, events } of hooks) {
    if (events.length > 0 && !events.includes(event) && hooks.length > 1) continue;
    const headers = {
      'content-type': 'application/json',
      'x-event': event,
      'x-signature': sign(secret, body),
    };
    last = await fetch(url, { method: 'POST', body: text, headers });
  }
  return last;
}

function sign(secret: string, body: object = {}): string {
  return createHmac('sha256', secret).update(JSON.stringify(body)).digest('hex');
}
