import type { Json, JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import {
  type ActionContext,
  callAction,
  type Connector,
  findRegistered,
  listOptions,
  lookForItems,
  type OpenConnection,
  type Option,
  type PollResult,
  renew,
  subscribe,
  testConnection,
  unsubscribe,
  webhookOf,
} from '#sdk';
import { createOutbound, type Outbound } from '#sdk/outbound';

import { startContractPeer } from './contract-peer.ts';
import type { Contract } from './contract.ts';
import type { Loopback } from './loopback.ts';
import { openTestContext } from './open-test-context.ts';

const JSON_TYPE = 'application/json';

/** A vendor's connector, and what it is held against. */
export interface VendorCase {
  connector: Connector;
  connection: Omit<OpenConnection, 'id'>;
  /** Origins that the peer stands in for. */
  origins: string[];
  contract: Contract;
  /** Inputs for option sources that depend on others. */
  options?: Record<string, JsonObject>;
  /** Inputs for triggers that register themselves. */
  triggers?: Record<string, JsonObject>;
}

/** Calls of the connector against its peer, for what the table does not say. */
export interface VendorBench {
  call(action: string, input: unknown): Promise<Json>;
  options(source: string, input?: JsonObject): Promise<Option[]>;
  /** One look of a poll trigger. */
  look(trigger: string, input: JsonObject, cursor?: string): Promise<PollResult>;
  /** Registers a trigger's address and removes it again; gives the id in between. */
  subscribe(trigger: string): Promise<unknown>;
  test(): Promise<{ identity?: string }>;
  /** Requests the peer has seen since the last time it was asked. */
  seen(): string[];
}

/**
 * Describes a connector as requests that the vendor's API knows: each action is called with its
 * sample, each list of choices is asked for, the connection is tested; and the peer is shown to
 * refuse what is not in the description. Gives the calls for further stories.
 */
export function describeVendor(vendor: VendorCase): VendorBench {
  let outbound: Outbound;
  let peer: Loopback;
  let shown = 0;
  beforeAll(async () => {
    outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
    peer = await startContractPeer(vendor.contract);
  });
  afterAll(async () => {
    await outbound.close();
    await peer.stop();
  });
  const { connector } = vendor;
  const open = (input: unknown = {}): ActionContext => {
    const peers = Object.fromEntries(vendor.origins.map((origin) => [origin, peer.url]));
    const connection = { id: 'c1', ...vendor.connection };
    return openTestContext({ connector, outbound, connection, peers }, input);
  };
  const bench: VendorBench = {
    call: (action, input) => callAction(connector, action, open(input)),
    options: (source, input = {}) => listOptions(connector, source, open(input)),
    look: (trigger, input, cursor) =>
      lookForItems(connector, trigger, { ctx: open(input), cursor }),
    subscribe: (name) => registerAndRemove(connector, name, open(vendor.triggers?.[name])),
    test: () => testConnection(connector, open()),
    seen: () => {
      const news = peer.seen.slice(shown);
      shown = peer.seen.length;
      return news;
    },
  };
  describeRequests(vendor, bench);
  describeSubscriptions(vendor, bench);
  describeRefusals(vendor.contract, () => peer.url);
  return bench;
}

function describeRequests(
  { connector: { manifest }, options: inputs = {} }: VendorCase,
  bench: VendorBench,
): void {
  describe(`what ${manifest.name} is asked`, () => {
    it.each(Object.entries(manifest.actions))('%s, as described', async (id, action) => {
      const { sample, output = {}, sampleOutput = null } = action;
      expect(problemsOf(output, await bench.call(id, sample))).toEqual([]);
      expect(problemsOf(output, sampleOutput)).toEqual([]);
    });

    it.each(Object.keys(manifest.options))('the choices of %s', async (source) => {
      const found = await bench.options(source, inputs[source]);
      expect(found.length).toBeGreaterThan(0);
      for (const { value, label } of found) expect([value, label]).not.toContain('');
    });

    it('who the connection is', async () => {
      expect((await bench.test()).identity).toBeTruthy();
    });
  });
}

// Where a trigger registers itself by a call, the call and its opposite are part of the description.
function describeSubscriptions({ connector: { manifest } }: VendorCase, bench: VendorBench): void {
  const hooks = Object.entries(manifest.triggers).filter(
    ([, trigger]) => trigger.type === 'webhook' && trigger.subscribe,
  );
  if (hooks.length === 0) return;
  describe(`how ${manifest.name} learns the address`, () => {
    it.each(hooks.map(([name]) => name))('of %s, and forgets it', async (name) => {
      expect(await bench.subscribe(name)).toBeTruthy();
    });
  });
}

function describeRefusals({ operations, headers }: Contract, url: () => string): void {
  const ask = async (name: string, init: RequestInit): Promise<number> => {
    const [method = '', path = ''] = name.split(' ');
    const { status } = await fetch(url() + path.replaceAll(/\{\w+\}/g, 'x'), { ...init, method });
    return status;
  };
  describe('what the peer refuses', () => {
    it('a path that is not in the description', async () => {
      expect(await ask('GET /no/such/place', { headers })).toBe(404);
    });

    it.each(Object.keys(headers))('a request without the header %s', async (missing) => {
      const { [missing]: _left, ...others } = headers;
      const [name = ''] = Object.keys(operations);
      expect(await ask(name, { headers: others })).toBe(401);
    });

    const writes = Object.entries(operations).filter(([, { body }]) => body);
    it.each(writes)('%s with fields that nobody knows', async (name, { type = JSON_TYPE }) => {
      const sent = { ...headers, 'content-type': type };
      expect(await ask(name, { headers: sent, body: '{"no-such-field":1}' })).toBe(400);
    });
  });
}

const HOOK = {
  url: 'https://patchbay.example/hooks/1',
  secret: 'a-secret-of-24-letters',
  attempt: 'attempt-1',
};

/** All that happens to an address at the provider; gives what the provider called it. */
async function registerAndRemove(
  connector: Connector,
  name: string,
  ctx: ActionContext,
): Promise<unknown> {
  const declared = webhookOf(connector, name);
  if (!declared?.subscribe) throw new Error(`${name} has no call`);
  const to = { connector, declared, ctx, webhook: HOOK };
  const { id } = await subscribe(to);
  const known = { ...to, webhook: { ...HOOK, id } };
  await renew(known);
  if (declared.find) expect(await findRegistered(known)).toBeInstanceOf(Array);
  await unsubscribe(known);
  return id;
}

function problemsOf(schema: object, value: unknown): string[] {
  const check = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  const issues = check.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
