import { fail, parseJson, ProblemError, type Json, type JsonObject } from '@patchbay/shared/base';

/**
 * What a webhook's flow sees: `{ method, path, headers, query, body }`. JSON and forms become
 * values, text stays text, everything else is a file `{ name, type, size, base64 }`.
 */
export async function webhookPayload(
  request: Request,
  url: URL,
  bytes: Uint8Array,
): Promise<JsonObject> {
  return {
    method: request.method,
    headers: headersOf(request.headers),
    query: collect(url.searchParams),
    body: await bodyOf(request, bytes),
  };
}

/** What proves who is calling, or keeps a session, is nobody's business in a journal. */
const KEPT_OUT = new Set(['cookie', 'authorization', 'proxy-authorization']);

function headersOf(headers: Headers): JsonObject {
  const out: JsonObject = {};
  for (const [name, value] of headers) if (!KEPT_OUT.has(name)) out[name] = value;
  return out;
}

/** A name that repeats becomes a list. */
function collect(entries: Iterable<[string, Json]>): JsonObject {
  const out: JsonObject = {};
  for (const [name, value] of entries) {
    if (name === '__proto__')
      fail(
        'json_forbidden_key',
        'A field is called "__proto__", which is not allowed.',
        'Use another name.',
      );
    // Own fields alone: every object has a "constructor" before anybody sends one.
    const before = Object.hasOwn(out, name) ? out[name] : undefined;
    if (before === undefined) out[name] = value;
    else out[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return out;
}

async function bodyOf(request: Request, bytes: Uint8Array): Promise<Json> {
  if (bytes.length === 0) return null;
  const type = (request.headers.get('content-type') ?? '').toLowerCase();
  if (type.includes('json')) return jsonOf(bytes);
  if (type.startsWith('application/x-www-form-urlencoded'))
    return collect(new URLSearchParams(textOf(bytes)));
  if (type.startsWith('multipart/form-data'))
    return multipartOf(bytes, request.headers.get('content-type') ?? '');
  if (type.startsWith('text/') || type.includes('xml')) return textOf(bytes);
  if (type === '') return guess(bytes);
  return fileOf('body', type, bytes);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function jsonOf(bytes: Uint8Array): Json {
  const parsed = parseJson(textOf(bytes));
  if (!parsed.ok) throw new ProblemError(parsed.problem);
  return parsed.value;
}

/** Without a content type: JSON when it looks like it, else text. */
function guess(bytes: Uint8Array): Json {
  const text = textOf(bytes);
  return /^\s*[[{]/.test(text) ? jsonOf(bytes) : text;
}

async function multipartOf(bytes: Uint8Array, type: string): Promise<Json> {
  const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  if (!form)
    return fail('invalid_input', "The multipart body can't be read.", 'Check its boundary.');
  const entries: [string, Json][] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') entries.push([name, value]);
    else
      entries.push([
        name,
        fileOf(value.name, value.type, new Uint8Array(await value.arrayBuffer())),
      ]);
  }
  return collect(entries);
}

function fileOf(name: string, type: string, bytes: Uint8Array): JsonObject {
  return { name, type, size: bytes.length, base64: Buffer.from(bytes).toString('base64') };
}
