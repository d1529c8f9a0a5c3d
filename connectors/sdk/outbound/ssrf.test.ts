import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { echo, type Loopback, startLoopback } from '#sdk/testing';

import type { Lookup, Resolved } from './check-address.ts';
import { createOutbound, type Outbound } from './create-outbound.ts';

const names: Record<string, Resolved[]> = {
  localhost: [{ address: '127.0.0.1', family: 4 }],
  'localhost.': [{ address: '127.0.0.1', family: 4 }],
  'metadata.example': [{ address: '169.254.169.254', family: 4 }],
  'mapped.example': [{ address: '::ffff:10.0.0.1', family: 6 }],
  'nat64.example': [{ address: '64:ff9b::a9fe:a9fe', family: 6 }],
  'mixed.example': [
    { address: '93.184.216.34', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ],
};

const lookup: Lookup = (host, _options, done) => done(null, names[host] ?? []);

let peer: Loopback;
let closed: Outbound;

beforeAll(async () => {
  peer = await startLoopback(echo);
  closed = createOutbound({ allowPrivate: [], lookup });
});
afterAll(async () => {
  await closed.close();
  await peer.stop();
});

const TARGETS = [
  '127.0.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '127.1',
  '127.0.1',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '100.64.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:a9fe:a9fe]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::a9fe:a9fe]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  'localhost',
  'localhost.',
  'LOCALHOST',
  'metadata.example',
  'mapped.example',
  'nat64.example',
  'mixed.example',
];

describe('the outbound client', () => {
  it.each(TARGETS)('does not call %s', async (target) => {
    const url = `http://${target}:${peer.port}/`;
    await expect(closed.http.request({ url })).rejects.toMatchObject({
      problem: { code: 'address_blocked', hint: expect.stringContaining('ALLOWED_PRIVATE_HOSTS=') },
    });
    expect(peer.seen).toEqual([]);
  });

  it.each(['https://[::1]/', 'https://169.254.169.254/latest/meta-data', 'https://localhost/'])(
    'does not call %s over TLS',
    async (url) => {
      await expect(closed.http.request({ url })).rejects.toMatchObject({
        problem: { code: 'address_blocked' },
      });
    },
  );

  it.each([
    'file:///etc/passwd',
    'ftp://example.com/',
    'gopher://127.0.0.1/',
    'data:text/plain,hi',
    'http://user:password@example.com/',
    'http://127.0.0.1@example.com/',
    '//127.0.0.1/',
    'not a url',
  ])('refuses the address %s as input', async (url) => {
    await expect(closed.http.request({ url })).rejects.toMatchObject({
      problem: { code: 'invalid_input', at: { field: 'url' } },
    });
  });

  it('checks the address of every redirect', async () => {
    const hops = await startLoopback((request, response) => {
      const next = request.url === '/1' ? '/2' : 'http://169.254.169.254/latest/meta-data';
      response.writeHead(302, { location: next }).end();
    });
    const outbound = createOutbound({ allowPrivate: [`127.0.0.1:${hops.port}`] });
    const request = { url: `${hops.url}/1`, redirects: 5 };
    await expect(outbound.http.request(request)).rejects.toMatchObject({
      problem: { code: 'address_blocked', message: expect.stringContaining('169.254.169.254') },
    });
    expect(hops.seen).toEqual(['GET /1', 'GET /2']);
    await outbound.close();
    await hops.stop();
  });

  it('does not let a redirect leave http', async () => {
    const hop = await startLoopback((_, response) => {
      response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    });
    const outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
    await expect(outbound.http.request({ url: hop.url, redirects: 1 })).rejects.toMatchObject({
      problem: { code: 'rejected' },
    });
    await outbound.close();
    await hop.stop();
  });

  it('checks the answer it dials, so a name that changes its address gains nothing', async () => {
    let asked = 0;
    const rebinding: Lookup = (_host, _options, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    };
    const outbound = createOutbound({ allowPrivate: ['127.0.0.1/32'], lookup: rebinding });
    const close = { connection: 'close' };
    const once = await startLoopback((_, response) => response.writeHead(200, close).end('ok'));
    const url = `http://rebind.example:${once.port}/`;
    expect((await outbound.http.request({ url })).status).toBe(200);
    await expect(outbound.http.request({ url })).rejects.toMatchObject({
      problem: { code: 'address_blocked' },
    });
    expect(once.seen).toEqual(['GET /']);
    await outbound.close();
    await once.stop();
  });

  it('dials other protocols by the same rules and hands out the checked address', async () => {
    await expect(closed.dial('metadata.example', 5432)).rejects.toMatchObject({
      problem: { code: 'address_blocked', details: { host: 'metadata.example', port: 5432 } },
    });
    await expect(closed.dial('nowhere.example', 5432)).rejects.toMatchObject({
      problem: { code: 'unavailable', message: expect.stringContaining('cannot be found') },
    });
    const open = createOutbound({ allowPrivate: ['localhost:5432'], lookup });
    expect(await open.dial('localhost', 5432)).toEqual({ address: '127.0.0.1', family: 4 });
    await open.close();
  });
});
