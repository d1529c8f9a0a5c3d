import { ProblemError } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { createOutbound, type Outbound } from '#sdk/outbound';
import { echo, type Loopback, openTestContext, startLoopback } from '#sdk/testing';

import { apiKeyAuth, customAuth, noAuth } from './auth-schemes.ts';
import { callAction, listOptions, testConnection } from './call.ts';
import { defineAction } from './define-action.ts';
import { defineConnector } from './define-connector.ts';
import { rateLimited } from './errors.ts';

const config = z.strictObject({ baseUrl: z.string(), page: z.number().default(20) });

const connector = defineConnector({
  id: 'sample',
  version: '1.0.0',
  name: 'Sample',
  description: 'For this test.',
  categories: [],
  icon: { color: '#000000' },
  releases: [],
  network: { allowedHosts: ['{config.baseUrl}'] },
  config,
  auth: [
    noAuth(),
    apiKeyAuth({ id: 'cookie', place: 'cookie', name: 'session', prefix: 'v1.' }),
    customAuth({ id: 'own', title: 'Own' }, z.strictObject({ pin: z.string() })),
  ],
  actions: {
    list: defineAction({
      title: 'List',
      input: z.strictObject({ filter: z.strictObject({ name: z.string() }).optional() }),
      effects: { reads: true },
      config,
      run: async ({ http, config: { baseUrl, page }, credential }) => {
        const { body } = await http.request({ url: baseUrl, query: { page } });
        return { body, credential };
      },
    }),
    nothing: defineAction({
      title: 'Nothing',
      input: z.strictObject({}),
      effects: { reads: true },
      run: () => Promise.resolve(),
    }),
    busy: defineAction({
      title: 'Busy',
      input: z.strictObject({}),
      effects: { reads: true },
      run: () => {
        throw rateLimited(1500);
      },
    }),
  },
  options: { names: async ({ input }) => [{ value: JSON.stringify(input.kind), label: 'x' }] },
});

let outbound: Outbound;
let peer: Loopback;
beforeAll(async () => {
  peer = await startLoopback(echo);
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
});
afterAll(async () => {
  await outbound.close();
  await peer.stop();
});

function context(scheme: string, fields: Record<string, string>, input: unknown = {}) {
  const connection = { id: 'c1', scheme, config: { baseUrl: peer.url }, fields };
  return openTestContext({ connector, outbound, connection }, input);
}

describe('calling a connector', () => {
  it('fills defaults in and adds the credential without handing it over', async () => {
    const answer = await callAction(connector, 'list', context('cookie', { key: 'k y' }));
    expect(answer).toMatchObject({
      body: { path: '/?page=20', headers: { cookie: 'session=v1.k%20y' } },
      credential: undefined,
    });
  });

  it('hands the credential to code with a scheme of its own', async () => {
    const answer = await callAction(connector, 'list', context('own', { pin: '1' }));
    expect(answer).toMatchObject({ credential: { scheme: 'own', fields: { pin: '1' } } });
  });

  it('gives null for an action without a result', async () => {
    expect(await callAction(connector, 'nothing', context('none', {}))).toBeNull();
  });

  it('names the field that is wrong, however deep', async () => {
    const wrong = context('none', {}, { filter: { name: 3 } });
    await expect(callAction(connector, 'list', wrong)).rejects.toMatchObject({
      problem: { code: 'invalid_input', at: { field: 'filter.name' } },
    });
  });

  it('passes on what the connector throws', async () => {
    const failed = callAction(connector, 'busy', context('none', {}));
    await expect(failed).rejects.toBeInstanceOf(ProblemError);
    await expect(failed).rejects.toMatchObject({
      problem: { code: 'rate_limited', fault: 'remote', retry: { after: 1500 } },
    });
  });

  it('lists options by what they depend on', async () => {
    const options = await listOptions(connector, 'names', context('none', {}, { kind: 'a' }));
    expect(options).toEqual([{ value: '"a"', label: 'x' }]);
  });

  it.each(['missing', 'toString', '__proto__'])('does not know the action %s', async (name) => {
    const failed = callAction(connector, name, context('none', {}));
    await expect(failed).rejects.toMatchObject({ problem: { code: 'not_found' } });
  });

  it('wants a connection where one is needed, with a scheme that exists', () => {
    expect(() => openTestContext({ connector, outbound })).toThrow(/needs a connection/);
    expect(() => context('magic', {})).toThrow(/"magic"/);
  });

  it('takes a connection without a test for working', async () => {
    expect(await testConnection(connector, context('none', {}))).toEqual({});
  });
});
