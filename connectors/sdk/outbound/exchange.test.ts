import type { Exchange } from '@patchbay/shared/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { type Http, type HttpRequest, watchedOutbound } from '#sdk';
import { echo, type Loopback, startLoopback } from '#sdk/testing';

import { createOutbound, type Outbound } from './create-outbound.ts';

describe('a watched request', () => {
  let peer: Loopback;
  let outbound: Outbound;
  beforeAll(async () => {
    peer = await startLoopback((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
      else if (request.url === '/binary')
        response.setHeader('content-type', 'image/png').end(Buffer.alloc(300));
      else if (request.url === '/cut') response.destroy();
      else echo(request, response);
    });
    outbound = createOutbound({ allowPrivate: ['127.0.0.1', 'localhost'] });
  });
  afterAll(async () => {
    await outbound.close();
    await peer.stop();
  });

  const seen: Exchange[] = [];
  const send = async (request: HttpRequest, hold = false): Promise<Exchange[]> => {
    seen.length = 0;
    const watch = { observe: (exchange: Exchange) => void seen.push(exchange), hold };
    const http: Http = watchedOutbound(outbound, watch).http;
    await http.request(request).catch(() => undefined);
    return [...seen];
  };
  const fresh = (): string => peer.url.replace('127.0.0.1', 'localhost');

  it('shows what went out and what came back, credentials masked', async () => {
    const [exchange] = await send({
      method: 'POST',
      url: `${peer.url}/a?b=1`,
      headers: { Authorization: 'Bearer t0psecret', 'X-Key': 'k', 'X-Plain': 'p' },
      secretHeaders: ['X-Key'],
      body: { n: 1 },
    });
    expect(exchange).toMatchObject({ method: 'POST', body: '{"n":1}', bytes: 7, sent: true });
    expect(exchange?.url).toBe(`${peer.url}/a?b=1`);
    expect(exchange?.headers).toMatchObject({
      authorization: 'Bearer [secret]',
      'x-key': '[secret]',
      'x-plain': 'p',
    });
    expect(exchange?.answer?.status).toBe(200);
    expect(exchange?.answer?.bytes).toBe(Buffer.byteLength(exchange?.answer?.body ?? ''));
  });

  it('tells where the time went, and when a connection was used again', async () => {
    const [first] = await send({ url: fresh() });
    // The first connection is free again a moment after its answer was read.
    const second = await vi.waitUntil(async () => {
      const [next] = await send({ url: fresh() });
      return next?.reused ? next : undefined;
    }, 20_000);
    const phases = (exchange?: Exchange): string[] =>
      exchange?.timeline.map(({ phase }) => phase) ?? [];
    expect(phases(first)).toEqual(['dns', 'connect', 'wait', 'body']);
    expect(first?.reused).toBe(false);
    expect(phases(second)).toEqual(['wait', 'body']);
    const total = first?.timeline.reduce((sum, { ms }) => sum + ms, 0) ?? 0;
    // Each phase is rounded, and the socket's clock starts a little before the request's.
    expect(total).toBeLessThanOrEqual((first?.ms ?? 0) * 2 + 10);
  });

  it('shows each hop of a redirect', async () => {
    const hops = await send({ url: `${peer.url}/moved`, redirects: 2 });
    expect(hops.map(({ answer }) => answer?.status)).toEqual([302, 200]);
  });

  it('shows the size of a binary body, not its bytes', async () => {
    const [exchange] = await send({ url: `${peer.url}/binary` });
    expect(exchange?.answer).toMatchObject({ bytes: 300, binary: true });
    expect(exchange?.answer?.body).toBeUndefined();
  });

  it('shows a request that got no answer, with the reason', async () => {
    const [exchange] = await send({ url: `${peer.url}/cut` });
    expect(exchange?.answer).toBeUndefined();
    expect(exchange?.problem?.code).toBe('unavailable');
  });

  it('sends nothing when it is held', async () => {
    const before = peer.seen.length;
    const [exchange] = await send({ url: `${peer.url}/held`, query: { a: 1 } }, true);
    expect(exchange).toMatchObject({ url: `${peer.url}/held?a=1`, sent: false });
    expect(peer.seen).toHaveLength(before);
  });
});
