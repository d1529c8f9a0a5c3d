import type { IncomingMessage, ServerResponse } from 'node:http';

import { z } from 'zod';

import type { Asked, Contract, Operation, Reply } from './contract.ts';
import { type Loopback, startLoopback } from './loopback.ts';
import { mediaType, readRequest } from './read-request.ts';

const NOTHING = z.strictObject({});

/**
 * Starts a peer that holds every request against a description of a vendor's API, and refuses what
 * does not fit: 404 for a path it does not know, 401 without the headers, 400 with the place.
 */
export async function startContractPeer(contract: Contract): Promise<Loopback> {
  return startLoopback((request, response) => {
    answer(contract, request).then(
      (reply) => send(response, reply),
      (error: unknown) => send(response, { status: 500, body: { message: String(error) } }),
    );
  });
}

async function answer(contract: Contract, request: IncomingMessage): Promise<Reply> {
  const { pathname } = new URL(request.url ?? '/', 'http://peer');
  const found = findOperation(contract, request.method ?? '', pathname);
  if (!found) return refused(404, `${request.method} ${pathname} is not in the description`);
  const asked: Asked = { ...(await readRequest(request)), path: found.path };
  const missing = Object.entries(contract.headers).find(
    ([name, value]) => asked.headers[name] !== value,
  );
  if (missing) return refused(401, `headers.${missing[0]}: is not ${missing[1]}`);
  const wrong = mistakeIn(found.operation, asked);
  if (wrong) return refused(400, wrong);
  return found.operation.reply?.(asked) ?? { body: found.operation.gives };
}

function findOperation(
  { operations }: Contract,
  method: string,
  pathname: string,
): { operation: Operation; path: Record<string, string> } | undefined {
  for (const [name, operation] of Object.entries(operations)) {
    const [verb, pattern = ''] = name.split(' ');
    const path = verb === method ? matchPath(pattern, pathname) : undefined;
    if (path) return { operation, path };
  }
  return undefined;
}

function matchPath(pattern: string, pathname: string): Record<string, string> | undefined {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const literal = pattern
    .split(/\{\w+\}/)
    .map((text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&'));
  const found = new RegExp(`^${literal.join('([^/]+)')}$`).exec(pathname);
  if (!found) return undefined;
  return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1]!)]));
}

function mistakeIn(operation: Operation, asked: Asked): string | undefined {
  const { query = NOTHING, headers = z.object({}), body, type = 'application/json' } = operation;
  const given = mediaType(asked.headers['content-type']);
  if (!body && asked.body !== undefined) return 'body: it takes none';
  if (body && asked.body !== undefined && given !== type) return `body: is ${given}, not ${type}`;
  return (
    mismatch('query', query, asked.query) ??
    mismatch('headers', headers, asked.headers) ??
    (body && mismatch('body', body, asked.body))
  );
}

function mismatch(where: string, schema: z.ZodType, value: unknown): string | undefined {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue && `${[where, ...issue.path].join('.')}: ${issue.message}`;
}

function refused(status: number, message: string): Reply {
  return { status, body: { message } };
}

function send(response: ServerResponse, { status = 200, headers, body }: Reply): void {
  if (body === undefined) return void response.writeHead(status, headers).end();
  const type = { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
