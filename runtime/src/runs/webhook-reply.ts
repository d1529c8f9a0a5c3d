import { isObject, type Json } from '@patchbay/shared/base';

/** Headers a flow may not set: they belong to the connection, or would make us someone else's page. */
const RESERVED = new Set([
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'upgrade',
  'set-cookie',
]);

/**
 * The HTTP answer a respond node's value stands for: `{ status, headers, body }`, or, when it has
 * none of these, the body itself.
 */
export function webhookReply(value: Json): Response {
  const shaped = isObject(value) && ('status' in value || 'body' in value || 'headers' in value);
  const {
    status = 200,
    headers = {},
    body = null,
  } = shaped ? value : { status: 200, headers: {}, body: value };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const out = new Headers({
    'content-type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json',
  });
  for (const [name, header] of Object.entries(isObject(headers) ? headers : {}))
    setHeader(out, name, header);
  // What a flow answers is data: it never runs as a page of ours.
  out.set('content-security-policy', "default-src 'none'; sandbox");
  out.set('x-content-type-options', 'nosniff');
  const code = statusOf(status);
  return new Response(code === 204 || code === 304 ? null : text, { status: code, headers: out });
}

function statusOf(status: Json): number {
  const code = Number(status);
  return Number.isInteger(code) && code >= 200 && code <= 599 ? code : 500;
}

function setHeader(headers: Headers, name: string, value: Json): void {
  if (RESERVED.has(name.toLowerCase()) || typeof value === 'object') return;
  try {
    headers.set(name, String(value));
  } catch {
    // A name or value HTTP does not allow is left out rather than losing the whole answer.
  }
}
