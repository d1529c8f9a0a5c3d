import { type PrivateServer, startServer, startTlsFront } from '@patchbay/e2e/setup';
import type { JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { ldap } from './index.ts';

const BASE = 'dc=example,dc=org';
const ADMIN = `cn=admin,${BASE}`;
const PASSWORD = 'patchbay-tests';

let server: PrivateServer;
let bench: Bench;
beforeAll(async () => {
  server = await startServer('slapd');
  const config = { host: '127.0.0.1', port: server.port, baseDN: BASE, tls: 'disable' };
  bench = openBench(ldap, { scheme: 'bind', config, fields: { dn: ADMIN, password: PASSWORD } });
  await bench.call('add', {
    dn: BASE,
    attributes: { objectClass: ['dcObject', 'organization'], dc: 'example', o: 'Example' },
  });
});
afterAll(async () => {
  await bench?.close();
  await server?.stop();
});

function person(uid: string, more: JsonObject = {}): JsonObject {
  const attributes = { objectClass: 'inetOrgPerson', uid, cn: uid, sn: uid, ...more };
  return { dn: `uid=${uid},${BASE}`, attributes };
}

describe('a connection to a directory', () => {
  it('says who it is', async () => {
    const { identity } = await testConnection(ldap, bench.context());
    expect(identity).toBe(`${ADMIN} in ${BASE}`);
  });

  it('judges the certificate by the name of the host', async () => {
    const front = await startTlsFront(server.port);
    const config = { host: 'localhost', port: front.port, tls: 'verify-full', ca: front.ca };
    await testConnection(ldap, bench.context({}, { config }));
    for (const change of [{ ca: '' }, { host: '127.0.0.1' }]) {
      const context = bench.context({}, { config: { ...config, ...change } });
      await expect(testConnection(ldap, context)).rejects.toMatchObject({
        problem: { message: expect.stringContaining('certificate is not trusted') },
      });
    }
    await front.stop();
  });

  it.each([
    [{ fields: { password: 'wrong' } }, 'auth_expired', 'Wrong name or password'],
    [{ config: { baseDN: 'dc=none' } }, 'rejected', 'No such entry'],
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    await expect(testConnection(ldap, bench.context({}, change))).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });
});

describe('an entry', () => {
  it('is added, found, modified, renamed and deleted', async () => {
    await bench.call(
      'add',
      person('ada', { mail: ['a@x.org', 'b@x.org'], userPassword: 's3cret' }),
    );
    const find = (filter: string): Promise<unknown> =>
      bench.call('search', { filter, attributes: ['cn', 'mail', 'description'] });
    expect(await find('(mail=b@x.org)')).toEqual({
      entries: [
        {
          dn: `uid=ada,${BASE}`,
          attributes: { cn: ['ada'], mail: ['a@x.org', 'b@x.org'], description: [] },
        },
      ],
      truncated: false,
    });
    const changes: JsonObject[] = [
      { attribute: 'cn', values: ['Ada Ä. Lovelace'] },
      { operation: 'delete', attribute: 'mail', values: ['b@x.org'] },
      { operation: 'add', attribute: 'description', values: ['first'] },
    ];
    await bench.call('modify', { dn: `uid=ada,${BASE}`, changes });
    await bench.call('rename', { dn: `uid=ada,${BASE}`, newDN: `uid=countess,${BASE}` });
    expect(await find('(uid=countess)')).toMatchObject({
      entries: [
        { attributes: { cn: ['Ada Ä. Lovelace'], mail: ['a@x.org'], description: ['first'] } },
      ],
    });
    await bench.call('delete', { dn: `uid=countess,${BASE}` });
    expect(await find('(uid=countess)')).toEqual({ entries: [], truncated: false });
  });

  it('has a password that can be checked', async () => {
    await bench.call('add', person('bob', { userPassword: 's3cret' }));
    const check = (password: string): Promise<unknown> =>
      bench.call('checkPassword', { dn: `uid=bob,${BASE}`, password });
    expect(await check('s3cret')).toEqual({ valid: true });
    expect(await check('wrong')).toEqual({ valid: false });
    expect(await check('')).toEqual({ valid: false });
  });

  it('that the directory refuses is explained', async () => {
    await expect(bench.call('add', person('bob'))).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('Already exists') },
    });
    await expect(bench.call('add', person('eve', { noSuch: 'x' }))).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('No such attribute') },
    });
    await expect(bench.call('search', { filter: '(uid=' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', at: { field: 'filter' } },
    });
  });

  it('is one of at most so many that a search gives', async () => {
    await Promise.all(['m1', 'm2', 'm3'].map((uid) => bench.call('add', person(uid))));
    expect(await bench.call('search', { filter: '(uid=m*)', most: 2 })).toMatchObject({
      entries: [{}, {}],
      truncated: true,
    });
  });
});

describe('the trigger', () => {
  it('gives each change of an entry once, also within the same second', async () => {
    const input = { filter: '(uid=t*)' };
    await bench.call('add', person('t0'));
    const first = await bench.look('changedEntry', input);
    expect(first.items).toEqual([]);
    await bench.call('add', person('t1'));
    const second = await bench.look('changedEntry', input, first.cursor);
    expect(second.items).toMatchObject([{ dn: `uid=t1,${BASE}` }]);
    await bench.call('add', person('t2'));
    const third = await bench.look('changedEntry', input, second.cursor);
    expect(third.items).toMatchObject([{ dn: `uid=t2,${BASE}` }]);
    const again = { dn: `uid=t2,${BASE}`, changes: [{ attribute: 'sn', values: ['x'] }] };
    await bench.call('modify', again);
    const fourth = await bench.look('changedEntry', input, third.cursor);
    expect(fourth.items).toMatchObject([{ dn: again.dn, attributes: { sn: ['x'] } }]);
    expect((await bench.look('changedEntry', input, fourth.cursor)).items).toEqual([]);
  });
});
