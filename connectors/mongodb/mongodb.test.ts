import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

import { BSON } from 'mongodb';
import { afterAll, describe, expect, it } from 'vitest';

import { testConnection } from '#sdk';
import { openBench } from '#sdk/testing';

import { explainError } from './explain-error.ts';
import { mongodb } from './index.ts';
import { fromJson, textOfValue, toJson } from './values.ts';
import { mongoContext, optionsOf } from './with-mongo.ts';
import { upsertOf } from './write-documents.ts';

const { Binary, Decimal128, Long, ObjectId } = BSON;
const config = { host: '127.0.0.1', port: 1, database: 'shop', tls: 'disable' };
const fields = { user: 'ada', password: 'secret' };
const bench = openBench(mongodb, { scheme: 'user', config, fields });
afterAll(() => bench.close());

const ID = '65f2c8a1e4b0a1b2c3d4e5f6';

describe('a value', () => {
  it.each([
    [new ObjectId(ID), { $oid: ID }],
    [new Date('2026-11-24T10:00:00Z'), { $date: '2026-11-24T10:00:00Z' }],
    [Decimal128.fromString('0.10'), { $numberDecimal: '0.10' }],
    [Long.fromString('9007199254740993'), { $numberLong: '9007199254740993' }],
    [Number.NaN, { $numberDouble: 'NaN' }],
    [new Binary(new Uint8Array([97, 98])), { $binary: { base64: 'YWI=', subType: '00' } }],
    [
      [1, 1.5, 'a', true, null],
      [1, 1.5, 'a', true, null],
    ],
  ])('survives JSON and comes back: %o', async (value, json) => {
    const given = await toJson({ inside: [{ value }] });
    expect(JSON.parse(JSON.stringify(given))).toEqual({ inside: [{ value: json }] });
    expect(await toJson(await fromJson({ value: json }, 'filter'))).toEqual({ value: json });
  });

  it('that is whole is an integer of the database, one with a fraction is not', async () => {
    const { a, b, c } = await fromJson({ a: 5, b: 1.5, c: 5_000_000_000 }, 'documents');
    const types = [a, b, c].map(({ _bsontype: type }: { _bsontype: string }) => type);
    expect(types).toEqual(['Int32', 'Double', 'Long']);
  });

  it('that is no id is refused in words', async () => {
    await expect(fromJson({ _id: { $oid: 'short' } }, 'filter')).rejects.toMatchObject({
      problem: {
        code: 'invalid_input',
        at: { field: 'filter' },
        hint: expect.stringContaining('$oid'),
      },
    });
    expect(await textOfValue(new ObjectId(ID))).toBe(`{"value":{"$oid":"${ID}"}}`);
  });
});

describe('a write', () => {
  it('by keys never takes a value for an operator', () => {
    expect(upsertOf({ email: { $ne: '' }, name: 'Ada' }, ['email'])).toEqual({
      updateOne: {
        filter: { email: { $eq: { $ne: '' } } },
        update: { $set: { name: 'Ada' } },
        upsert: true,
      },
    });
    expect(() => upsertOf({ name: 'Ada' }, ['email'])).toThrow(/key field "email"/);
  });

  it.each([
    ['delete', {}, 'no filter'],
    ['update', { update: { $set: { a: 1 } } }, 'no filter'],
    ['update', { filter: { a: 1 }, update: { a: 1 } }, 'no operators'],
    ['find', { filter: { _id: { $oid: 'x' } } }, 'extended JSON'],
  ])('is refused before anything is sent: %s %o', async (action, input, words) => {
    await expect(bench.call(action, { collection: 'c', ...input })).rejects.toMatchObject({
      problem: { code: 'invalid_input', message: expect.stringContaining(words) },
    });
  });
});

describe('the connection', () => {
  it('goes to the checked address alone, and its certificate must be for the host', () => {
    const named = { ...config, host: 'mongo.example.com', tls: 'verify-full' };
    const options = optionsOf(mongoContext(bench.context({}, { config: named })));
    expect(options).toMatchObject({
      directConnection: true,
      auth: { username: 'ada', password: 'secret' },
      authSource: 'admin',
      tls: true,
      servername: 'mongo.example.com',
      rejectUnauthorized: true,
    });
    const peer = { subject: { CN: 'other.example.com' }, subjectaltname: 'DNS:other.example.com' };
    expect(options.checkServerIdentity?.('127.0.0.1', peer as never)).toBeInstanceOf(Error);
  });

  it('to an address that is not public is refused', async () => {
    const change = { config: { host: '10.1.2.3' } };
    await expect(testConnection(mongodb, bench.context({}, change))).rejects.toMatchObject({
      problem: { code: 'address_blocked' },
    });
  });

  it('to something that does not speak MongoDB ends in words', async () => {
    const open = new Set<Socket>();
    const server = createServer((socket) => {
      open.add(socket);
      socket.on('error', () => undefined).end('SSH-2.0-nothing of the kind\r\n');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(
      testConnection(mongodb, bench.context({}, { config: { port } })),
    ).rejects.toMatchObject({
      problem: {
        code: expect.stringMatching(/unavailable|invalid_input/),
        hint: expect.stringMatching(/\w/),
      },
    });
    for (const socket of open) socket.destroy();
    server.close();
  });

  it.each([
    [18, 'auth_expired', 'password'],
    [11_000, 'rejected', 'upsert'],
    [9, 'invalid_input', 'Correct'],
    [10_107, 'rejected', 'primary'],
    [112, 'unavailable', 'tries again'],
    [4242, 'rejected', ''],
  ])('says what the server’s code %i means', (code, kind, hint) => {
    const error = Object.assign(new Error('it says so'), { name: 'MongoServerError', code });
    expect(explainError(error, 'db:1')?.problem).toMatchObject({
      code: kind,
      message: expect.stringContaining('it says so.'),
      hint: expect.stringContaining(hint),
    });
  });
});
