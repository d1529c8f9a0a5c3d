import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

import type { Asked } from './contract.ts';

/** Reads a request as a contract compares it; a form becomes nested fields, a file `{ name, type, size }`. */
export async function readRequest(request: IncomingMessage): Promise<Omit<Asked, 'path'>> {
  const bytes = await buffer(request);
  const type = mediaType(request.headers['content-type']);
  const { searchParams } = new URL(request.url ?? '/', 'http://peer');
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    query: grouped(searchParams),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: bytes.length === 0 ? undefined : await bodyOf(bytes, type, request),
  };
}

/** The media type of a header, without its parameters. */
export function mediaType(header = ''): string {
  return header.split(';')[0]?.trim().toLowerCase() ?? '';
}

// What cannot be read as its type says is text, which no contract takes for a JSON or a form.
async function bodyOf(bytes: Buffer, type: string, request: IncomingMessage): Promise<unknown> {
  const text = bytes.toString('utf8');
  try {
    if (type === 'application/x-www-form-urlencoded') return nested(new URLSearchParams(text));
    if (type.endsWith('json')) return JSON.parse(text) as unknown;
    if (type !== 'multipart/form-data') return text;
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(bytes), { headers }).formData();
    return Object.fromEntries([...form].map(([name, value]) => [name, partOf(value)]));
  } catch {
    return text;
  }
}

function partOf(value: File | string): unknown {
  if (typeof value === 'string') return value;
  return { name: value.name, type: value.type, size: value.size };
}

function grouped(parameters: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(parameters.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const all = parameters.getAll(name);
      return [name, all.length === 1 ? all[0]! : all];
    }),
  );
}

// `a[b]=1`, `a[0][c]=2` and `a[]=3` as PHP and Rails read them; numbered places become a list.
function nested(parameters: URLSearchParams): unknown {
  const root: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(grouped(parameters))) {
    const steps = name.replaceAll(']', '').split('[');
    const list = steps.at(-1) === '';
    put(root, list ? steps.slice(0, -1) : steps, list && !Array.isArray(value) ? [value] : value);
  }
  return listed(root);
}

function put(root: Record<string, unknown>, steps: string[], value: unknown): void {
  const [last, ...before] = steps.toReversed();
  const holder = before
    .toReversed()
    .reduce((at, step) => (at[step] ??= {}) as Record<string, unknown>, root);
  holder[last ?? ''] = value;
}

function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, listed(one)] as const);
  const numbered = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  return numbered ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
