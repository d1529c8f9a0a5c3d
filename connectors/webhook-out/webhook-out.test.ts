import { createHmac } from 'node:crypto';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callAction } from '#sdk';
import { createOutbound, type Outbound } from '#sdk/outbound';
import { echo, type Loopback, openTestContext, startLoopback } from '#sdk/testing';

import { webhookOut } from './index.ts';
import { standardSignature } from './sign.ts';

const SECRET = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
let outbound: Outbound;
let receiver: Loopback;
beforeAll(async () => {
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
  receiver = await startLoopback(async (request, response) => {
    if (request.url === '/hook') return echo(request, response);
    await text(request);
    response.writeHead(request.url === '/gone' ? 410 : 401).end();
  });
});
afterAll(async () => {
  await outbound.close();
  await receiver.stop();
});

interface Seen {
  id: string;
  status: number;
  body: { headers: Record<string, string>; body: string };
}

async function send(
  { scheme, fields }: { scheme: string; fields: Record<string, string> },
  {
    action = 'sendBody',
    input = { body: { a: 'ä' } },
    path = '/hook',
  }: {
    action?: string;
    input?: object;
    path?: string;
  } = {},
): Promise<Seen> {
  const connection = { id: 'c1', scheme, fields, config: { url: receiver.url + path } };
  const ctx = openTestContext({ connector: webhookOut, outbound, connection }, input);
  return (await callAction(webhookOut, action, ctx)) as unknown as Seen;
}

describe('a signed webhook', () => {
  it('carries the id of the step, the time, and a signature over both and the body', async () => {
    const before = Math.floor(Date.now() / 1000);
    const fields = { secret: `whsec_${SECRET}` };
    const { id, body: seen } = await send({ scheme: 'standard-webhooks', fields });
    const { 'webhook-id': sentId, 'webhook-timestamp': at = '' } = seen.headers;
    expect([id, sentId]).toEqual(['run-step-1', 'run-step-1']);
    expect(Number(at)).toBeGreaterThanOrEqual(before);
    const expected = createHmac('sha256', Buffer.from(SECRET, 'base64'))
      .update(`run-step-1.${at}.${seen.body}`, 'utf8')
      .digest('base64');
    expect(seen.headers['webhook-signature']).toBe(`v1,${expected}`);
    expect(JSON.stringify(seen)).not.toContain(SECRET);
  });

  it('is signed as the published example', () => {
    const key = Buffer.from(SECRET, 'base64');
    const body = Buffer.from('{"test": 2432232314}');
    const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body };
    expect(standardSignature(key, signed)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it.each([
    ['sha256', 'hex', 'sha256='],
    ['sha512', 'base64', ''],
  ] as const)('or by %s in %s in a header of its own', async (algorithm, encoding, prefix) => {
    const fields = { secret: 's', header: 'X-Sign', algorithm, encoding, prefix };
    const { body: seen } = await send({ scheme: 'hmac', fields });
    const expected = createHmac(algorithm, 's').update(seen.body, 'utf8').digest(encoding);
    expect(seen.headers['x-sign']).toBe(prefix + expected);
  });

  it('says what happened, and when', async () => {
    const input = { type: 'order.paid', data: { id: 1 }, timestamp: '2026-11-24T09:30:00Z' };
    const given = await send({ scheme: 'none', fields: {} }, { action: 'sendEvent', input });
    expect(JSON.parse(given.body.body)).toEqual(input);
    expect(given.body.headers).not.toHaveProperty('webhook-signature');
  });

  it('cannot give itself another id or signature by its headers', async () => {
    const input = { body: {}, headers: { 'Webhook-Id': 'x', 'Webhook-Signature': 'v1,x' } };
    const fields = { secret: SECRET };
    const { body: seen } = await send({ scheme: 'standard-webhooks', fields }, { input });
    expect(seen.headers['webhook-id']).toBe('run-step-1');
    expect(seen.headers['webhook-signature']).toMatch(/^v1,[\w+/]{43}=$/);
  });

  it.each([
    ['/gone', 'rejected', 'The receiver wants no more'],
    ['/refuses', 'auth_expired', 'The receiver refuses the signature'],
  ])('that %s says why', async (path, code, title) => {
    const refused = send({ scheme: 'none', fields: {} }, { path });
    await expect(refused).rejects.toMatchObject({ problem: { code, details: { title } } });
  });
});
