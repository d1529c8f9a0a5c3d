import type { Json, JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fileOf, listOptions, testConnection } from '#sdk';
import { type Bench, type Loopback, openBench, startLoopback } from '#sdk/testing';

import { addressOf } from './address.ts';
import { s3Config } from './config.ts';
import { s3 } from './index.ts';
import { presignedUrl } from './presign.ts';
import { SECRET, signatureOf, startStore } from './test-store.ts';

// From the examples of Amazon's page on Signature Version 4 for S3.
const EXAMPLE = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

let store: Loopback;
let bench: Bench;
const place = { bucket: 'reports', key: '2026/Größe & + (1)*.csv' };
const file = (text: string): JsonObject => ({ ...fileOf('x.csv', Buffer.from(text)) });

beforeAll(async () => {
  store = await startStore();
  const fields = { accessKeyId: 'S3RVER', secretAccessKey: SECRET };
  bench = openBench(s3, { scheme: 'keys', config: { endpoint: store.url }, fields });
});
afterAll(async () => {
  await bench.close();
  await store.stop();
});

describe('the guard of these tests', () => {
  it('computes the signature of Amazon’s example', () => {
    const headers = {
      host: 'examplebucket.s3.amazonaws.com',
      'x-amz-content-sha256': EMPTY,
      'x-amz-date': '20130524T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=${EXAMPLE.accessKeyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=x`,
    };
    const request = {
      method: 'GET',
      target: '/?max-keys=2&prefix=J',
      headers,
      body: new Uint8Array(),
    };
    expect(signatureOf(request, EXAMPLE.secretAccessKey)).toBe(
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    );
  });

  it('refuses a wrong secret', async () => {
    const change = { fields: { secretAccessKey: 'wrong' } };
    const failed = bench.call('listObjects', { bucket: 'reports' }, change);
    await expect(failed).rejects.toMatchObject({
      problem: { code: 'auth_expired', hint: expect.stringContaining('region') },
    });
  });
});

describe('objects', () => {
  it('are written, looked at, read, copied and deleted, whatever their key', async () => {
    const metadata = { origin: 'shop' };
    const written = (await bench.call('putObject', {
      ...place,
      file: file('a,b\n'),
      metadata,
    })) as JsonObject;
    expect(written.etag).toMatch(/^\w{32}$/);
    const head = { size: 4, type: 'text/csv', etag: written.etag, metadata };
    expect(await bench.call('headObject', place)).toMatchObject(head);
    expect(await bench.call('getObject', place)).toMatchObject({ size: 4, base64: 'YSxiCg==' });
    // This store does not undo the encoding of + and & in the source of a copy, as Amazon does.
    const plain = { bucket: 'reports', key: 'Größe (1).csv' };
    await bench.call('putObject', { ...plain, file: file('a,b\n') });
    const copy = { ...plain, toBucket: 'archive', toKey: 'x.csv' };
    expect(await bench.call('copyObject', copy)).toEqual({ key: 'x.csv' });
    const copied = { bucket: 'archive', key: 'x.csv' };
    expect(await bench.call('getObject', copied)).toMatchObject({ base64: 'YSxiCg==' });
    for (const one of [place, plain, copied, copied]) await bench.call('deleteObject', one);
    expect(await keysIn('reports')).toEqual([]);
  });

  it('are listed, and by folder', async () => {
    for (const key of ['a/1', 'a/2', 'b']) await put(key);
    expect(await keysIn('reports')).toEqual(['a/1', 'a/2', 'b']);
    const grouped = await bench.call('listObjects', { bucket: 'reports', delimiter: '/' });
    expect(grouped).toMatchObject({ objects: [{ key: 'b' }], folders: ['a/'], truncated: false });
  });

  // By a peer of our own: the store above fails on every page but the last in this version of Node.
  it('are listed page by page, to the number that is wanted', async () => {
    const peer = await startLoopback((request, response) => {
      const asked = new URL(request.url ?? '/', 'http://x').searchParams;
      const from = Number(asked.get('continuation-token') ?? 0);
      const to = Math.min(from + Number(asked.get('max-keys')), 2500);
      const keys = Array.from({ length: to - from }, (_, n) => from + n);
      const items = keys.map((n) => `<Contents><Key>${n}</Key><Size>1</Size></Contents>`).join('');
      const next = to < 2500 ? `<NextContinuationToken>${to}</NextContinuationToken>` : '';
      response.end(`<ListBucketResult>${items}${next}</ListBucketResult>`);
    });
    const list = (maxItems: number) => {
      const change = { config: { endpoint: peer.url } };
      return bench.call(
        'listObjects',
        { bucket: 'reports', maxItems },
        change,
      ) as Promise<JsonObject>;
    };
    const most = await list(10_000);
    expect(most).toMatchObject({ objects: { length: 2500 }, truncated: false });
    expect(peer.seen).toHaveLength(3);
    expect(await list(1200)).toMatchObject({ objects: { length: 1200 }, truncated: true });
    await peer.stop();
  });

  it('start a flow when they are new or written anew', async () => {
    const first = await bench.look('newObject', { bucket: 'reports' });
    expect(first.items).toEqual([]);
    await put('c');
    await put('b', 'changed');
    const second = await bench.look('newObject', { bucket: 'reports' }, first.cursor);
    const keys = second.items.map((one) => (one as { key: string }).key);
    expect(keys.toSorted()).toEqual(['b', 'c']);
    const third = await bench.look('newObject', { bucket: 'reports' }, second.cursor);
    expect(third.items).toEqual([]);
  });

  it.each<[string, JsonObject, string, RegExp]>([
    ['getObject', { bucket: 'reports', key: 'no' }, 'rejected', /does not exist/],
    ['listObjects', { bucket: 'nowhere' }, 'rejected', /does not exist/],
    ['getObject', { bucket: 'reports', key: 'a/../b' }, 'invalid_input', /cannot be reached/],
    ['getObject', { bucket: 'Not A Bucket', key: 'a' }, 'invalid_input', /bucket/],
  ])('say what is wrong with %s of %j', async (action, input, code, words) => {
    await expect(bench.call(action, input)).rejects.toMatchObject({
      problem: { code, message: expect.stringMatching(words), hint: expect.stringMatching(/\w/) },
    });
  });
});

describe('an address to share', () => {
  it('is signed as in Amazon’s example', async () => {
    const url = await presignedUrl({
      url: 'https://examplebucket.s3.amazonaws.com/test.txt',
      method: 'GET',
      expiresS: 86_400,
      region: 'us-east-1',
      keys: EXAMPLE,
      datetime: '20130524T000000Z',
    });
    expect(new URL(url).searchParams.get('X-Amz-Signature')).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  it('lets anybody read the object', async () => {
    await put('shared', 'for all');
    const shared = await bench.call('shareObject', { bucket: 'reports', key: 'shared' });
    const { url } = shared as { url: string };
    expect(await (await fetch(url)).text()).toBe('for all');
  });
});

describe('the address of an object', () => {
  it.each<[JsonObject, string]>([
    [{ region: 'eu-west-1' }, 'https://b.s3.eu-west-1.amazonaws.com/a%20b/c%2B'],
    [{ endpoint: 'https://m.example/x' }, 'https://m.example/x/b/a%20b/c%2B'],
    [{ endpoint: 'https://m.example', addressing: 'host' }, 'https://b.m.example/a%20b/c%2B'],
    [{ addressing: 'path' }, 'https://s3.us-east-1.amazonaws.com/b/a%20b/c%2B'],
  ])('of %j', (config, url) => {
    expect(addressOf(s3Config.parse(config), { bucket: 'b', key: 'a b/c+' })).toBe(url);
  });
});

describe('the connection', () => {
  it('is tested by asking for the buckets, which fields offer too', async () => {
    const { identity } = await testConnection(s3, bench.context());
    expect(identity).toBe(`S3RVER at ${new URL(store.url).host}`);
    const found = await listOptions(s3, 'buckets', bench.context());
    expect(found).toContainEqual({ value: 'reports', label: 'reports' });
  });
});

async function keysIn(bucket: string): Promise<Json[]> {
  const { objects } = (await bench.call('listObjects', { bucket })) as { objects: JsonObject[] };
  return objects.map(({ key }) => key ?? null);
}

function put(key: string, text = key): Promise<Json> {
  return bench.call('putObject', { bucket: 'reports', key, file: file(text) });
}
