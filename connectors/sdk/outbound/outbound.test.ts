import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { echo, type Echo, type Loopback, startLoopback } from '#sdk/testing';

import { createOutbound, type Outbound } from './create-outbound.ts';

let outbound: Outbound;
let peer: Loopback;

beforeAll(async () => {
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
  peer = await startLoopback(echo);
});
afterAll(async () => {
  await outbound.close();
  await peer.stop();
});

async function send(request: object): Promise<Echo> {
  return (await outbound.http.request({ url: peer.url, ...request })).body as Echo;
}

describe('what is sent', () => {
  it('adds the query to the one in the address', async () => {
    const query = { b: [2, 3], c: null, d: 'x y', e: { f: 1 } };
    const { path } = await send({ url: `${peer.url}/p?a=1`, query });
    expect(path).toBe('/p?a=1&b=2&b=3&d=x+y&e=%7B%22f%22%3A1%7D');
  });

  it.each([
    ['json', { a: 1 }, 'application/json', '{"a":1}'],
    [
      'form',
      { a: [1, 2], b: 'ü' },
      'application/x-www-form-urlencoded;charset=UTF-8',
      'a=1&a=2&b=%C3%BC',
    ],
    ['text', 'hällo', 'text/plain;charset=UTF-8', 'hällo'],
    ['binary', 'aGk=', 'application/octet-stream', 'hi'],
    ['binary', { name: 'n.txt', type: 'text/x', base64: 'aGk=' }, 'text/x', 'hi'],
  ])('writes a %s body', async (bodyType, body, type, text) => {
    const seen = await send({ method: 'POST', bodyType, body });
    expect(seen.headers['content-type']).toBe(type);
    expect(seen.body).toBe(text);
  });

  it('writes files and fields as multipart', async () => {
    const body = { note: 'n', file: { name: 'a.txt', type: 'text/plain', base64: 'aGk=' } };
    const seen = await send({ method: 'POST', bodyType: 'multipart', body });
    expect(seen.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen.body).toContain('name="file"; filename="a.txt"');
    expect(seen.body).toContain('\r\n\r\nhi\r\n');
  });

  it.each([
    { 'x-a': 'b\r\nx-c: d' },
    { 'bad name': 'x' },
    { Host: 'other' },
    { 'Content-Length': '1' },
  ])('refuses the header %o', async (headers) => {
    await expect(send({ headers })).rejects.toMatchObject({ problem: { code: 'invalid_input' } });
  });
});

describe('what comes back', () => {
  async function answering(
    headers: Record<string, string>,
    body: string | Buffer,
  ): Promise<string> {
    const server = await startLoopback((_, response) => response.writeHead(200, headers).end(body));
    servers.push(server);
    return server.url;
  }
  const servers: Loopback[] = [];
  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  it.each([
    ['gzip', gzipSync('{"a":1}')],
    ['br', brotliCompressSync('{"a":1}')],
  ])('inflates %s', async (coding, bytes) => {
    const headers = { 'content-encoding': coding, 'content-type': 'application/json' };
    const { body } = await outbound.http.request({ url: await answering(headers, bytes) });
    expect(body).toEqual({ a: 1 });
  });

  it('stops a compressed bomb at the limit, counted after inflation', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const url = await answering(headers, gzipSync(Buffer.alloc(50_000_000)));
    await expect(outbound.http.request({ url, maxBytes: 1_000_000 })).rejects.toMatchObject({
      problem: { code: 'too_large' },
    });
  });

  it('stops an endless body at the limit', async () => {
    const endless = await startLoopback((_, response) => {
      const write = (): void => {
        while (response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', write);
      write();
    });
    servers.push(endless);
    const request = { url: endless.url, maxBytes: 1_000_000 };
    await expect(outbound.http.request(request)).rejects.toMatchObject({
      problem: { code: 'too_large', fault: 'remote' },
    });
  });

  it('says that broken compression cannot be read', async () => {
    const url = await answering({ 'content-encoding': 'gzip' }, 'not gzip at all');
    await expect(outbound.http.request({ url })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('gzip') },
    });
  });

  it.each([
    ['application/json', '{"a":1}', { a: 1 }],
    ['application/problem+json', '{"a":1}', { a: 1 }],
    ['application/json', 'oops', 'oops'],
    ['application/json', '', null],
    ['text/html; charset=iso-8859-1', Buffer.from([0xfc]), 'ü'],
    ['image/png', 'png', Buffer.from('png')],
  ])('reads %s (%s) by its type', async (type, sent, body) => {
    const url = await answering({ 'content-type': type }, sent);
    expect((await outbound.http.request({ url })).body).toEqual(body);
  });

  it('insists on JSON when asked to', async () => {
    const url = await answering({ 'content-type': 'text/html' }, '<p>no</p>');
    await expect(outbound.http.request({ url, responseType: 'json' })).rejects.toMatchObject({
      problem: { code: 'rejected' },
    });
  });
});

describe('redirects', () => {
  it('drops secrets across origins and keeps them on the same one', async () => {
    const other = await startLoopback(echo);
    const hop = await startLoopback((request, response) => {
      const cross = request.url === '/cross';
      response.writeHead(307, { location: cross ? other.url : `${peer.url}/same` }).end();
    });
    const headers = {
      Authorization: 'a',
      Cookie: 'c',
      'X-My-Key': 'k',
      'X-Api-Key': 'k',
      'X-Plain': 'p',
    };
    const request = { url: `${hop.url}/cross`, headers, secretHeaders: ['X-My-Key'], redirects: 3 };
    const { headers: seen } = (await outbound.http.request(request)).body as Echo;
    expect(seen).toMatchObject({ 'x-plain': 'p' });
    for (const name of ['authorization', 'cookie', 'x-my-key', 'x-api-key']) {
      expect(seen).not.toHaveProperty(name);
    }
    const stay = await startLoopback((request_, response) => {
      if (request_.url === '/end') return echo(request_, response);
      response.writeHead(301, { location: '/end' }).end();
    });
    const kept = await outbound.http.request({ ...request, url: stay.url });
    expect((kept.body as Echo).headers).toMatchObject({ authorization: 'a', 'x-my-key': 'k' });
    await Promise.all([other.stop(), hop.stop(), stay.stop()]);
  });

  it.each([
    [303, 'GET', ''],
    [302, 'GET', ''],
    [307, 'POST', '{"a":1}'],
    [308, 'POST', '{"a":1}'],
  ])('follows %i after a POST with %s', async (status, method, body) => {
    const hop = await startLoopback((_, response) => {
      response.writeHead(status, { location: `${peer.url}/end` }).end();
    });
    const request = { url: hop.url, method: 'POST', body: { a: 1 }, redirects: 1 };
    const answer = await outbound.http.request(request);
    expect(answer).toMatchObject({ url: `${peer.url}/end`, body: { method, body } });
    await hop.stop();
  });

  it('returns the redirect itself when it may not follow, and ends a circle', async () => {
    const circle = await startLoopback((_, response) => {
      response.writeHead(302, { location: '/again' }).end();
    });
    const { url } = circle;
    expect((await outbound.http.request({ url })).status).toBe(302);
    await expect(outbound.http.request({ url, redirects: 3 })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('more than 3') },
    });
    await circle.stop();
  });
});

describe('failures', () => {
  it('gives up after the time limit, also when the body trickles', async () => {
    const slow = await startLoopback((request, response) => {
      if (request.url === '/trickle') response.writeHead(200).write('a');
    });
    for (const path of ['/silent', '/trickle']) {
      const request = { url: slow.url + path, timeoutMs: 60 };
      await expect(outbound.http.request(request)).rejects.toMatchObject({
        problem: { code: 'timed_out', retry: 'backoff' },
      });
    }
    await slow.stop();
  });

  it('stops at once when its caller aborts', async () => {
    const controller = new AbortController();
    const silent = await startLoopback(() => controller.abort());
    const request = { url: silent.url, signal: controller.signal };
    await expect(outbound.http.request(request)).rejects.toMatchObject({
      problem: { code: 'cancelled' },
    });
    await silent.stop();
  });

  it('says that nobody listens', async () => {
    const gone = await startLoopback(echo);
    await gone.stop();
    await expect(outbound.http.request({ url: `${gone.url}/?key=secret` })).rejects.toMatchObject({
      problem: {
        code: 'unavailable',
        message: `No answer from 127.0.0.1:${gone.port}: the connection was refused.`,
      },
    });
  });

  it('says that TLS is spoken to a plain port, and that HTTP is not spoken at all', async () => {
    const https = { url: peer.url.replace('http:', 'https:') };
    await expect(outbound.http.request(https)).rejects.toMatchObject({
      problem: { code: 'unavailable', retry: 'never', hint: expect.stringContaining('http://') },
    });
    const other = createServer((socket) => socket.end('220 mail ready\r\n')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(outbound.http.request({ url: `http://127.0.0.1:${port}` })).rejects.toMatchObject({
      problem: { message: expect.stringContaining('did not answer in HTTP') },
    });
    other.close();
  });

  it('keeps connections, and opens no more than allowed', async () => {
    const sockets = new Set<unknown>();
    const busy = await startLoopback((request, response) => {
      sockets.add(request.socket);
      response.end('ok');
    });
    const narrow = createOutbound({ allowPrivate: ['127.0.0.1'], connectionsPerHost: 3 });
    await Promise.all(Array.from({ length: 60 }, () => narrow.http.request({ url: busy.url })));
    expect(sockets.size).toBeLessThanOrEqual(3);
    await narrow.close();
    await busy.stop();
  });
});
