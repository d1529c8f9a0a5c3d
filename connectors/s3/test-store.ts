import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request as send, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import S3rver from 's3rver';

import { type Loopback, startLoopback } from '#sdk/testing';

/** What a signature is made of, read from a request without any code of the connector. */
export interface Signed {
  method: string;
  /** Path and query as they stand in the request line. */
  target: string;
  headers: Record<string, string | string[] | undefined>;
  body: Uint8Array;
}

export const SECRET = 'S3RVER';

/** The signature that a request should carry (AWS Signature Version 4, as its page describes it). */
export function signatureOf({ method, target, headers, body }: Signed, secret: string): string {
  const given = String(headers.authorization);
  const [, scope = ''] = /Credential=[^/]+\/([^,]+)/.exec(given) ?? [];
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(given) ?? [];
  const [path = '', query = ''] = target.split('?');
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const pairs = query === '' ? [] : query.split('&').map((pair) => pair.replaceAll('+', '%20'));
  const hash = createHash('sha256').update(body).digest('hex');
  const canonical = [method, path, pairs.toSorted().join('&'), lines.join(''), names, hash];
  const digest = createHash('sha256').update(canonical.join('\n')).digest('hex');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, digest].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>(
      (made, part) => createHmac('sha256', made).update(part).digest(),
      `AWS4${secret}`,
    );
  return createHmac('sha256', key).update(text).digest('hex');
}

/** A store with a guard in front of it who lets only requests with the right signature through. */
export async function startStore(): Promise<Loopback> {
  const directory = await mkdtemp(join(tmpdir(), 'patchbay-s3-'));
  const configureBuckets = [
    { name: 'reports', configs: [] },
    { name: 'archive', configs: [] },
  ];
  const store = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets,
  });
  const { port } = await store.run();
  const guard = await startLoopback((request, response) => {
    void admit(request, response, port);
  });
  return {
    ...guard,
    stop: async () => {
      await guard.stop();
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function admit(from: IncomingMessage, to: ServerResponse, port: number): Promise<void> {
  const { method = '', url = '', headers } = from;
  const body = await buffer(from);
  const byQuery = url.includes('X-Amz-Signature=');
  const given = /Signature=(\w+)/.exec(String(headers.authorization))?.[1];
  if (!byQuery && given !== signatureOf({ method, target: url, headers, body }, SECRET)) {
    const code = '<Code>SignatureDoesNotMatch</Code><Message>No.</Message>';
    return void to
      .writeHead(403, { 'content-type': 'application/xml' })
      .end(`<Error>${code}</Error>`);
  }
  const passed = send({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    to.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(to);
  });
  passed.on('error', () => to.destroy()).end(body);
}
