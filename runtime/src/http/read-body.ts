import { fail, JSON_LIMITS, parseJson, ProblemError, type Json } from '@patchbay/shared/base';

import { refuseUnstorable } from './refuse-unstorable.ts';

/** Bytes of a request body we accept. */
export const BODY_LIMIT = JSON_LIMITS.bytes;

/** Reads a request's body, refusing more than `limit` bytes before it is all in memory. */
export async function readBody(request: Request, limit = BODY_LIMIT): Promise<Uint8Array> {
  const declared = request.headers.get('content-length');
  if (declared !== null) {
    if (Number(declared) > limit) tooLarge(limit);
    return new Uint8Array(await request.arrayBuffer());
  }
  return request.body ? readChunks(request.body, limit) : new Uint8Array();
}

async function readChunks(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): never {
  const size = `${limit / 1024 / 1024} MB`;
  return fail(
    'too_large',
    `The request body is larger than ${size}.`,
    `Send at most ${size}, or a link to the data.`,
  );
}

/** The JSON body of an API call; an empty one is `{}`. */
export async function readJson(request: Request, limit = BODY_LIMIT): Promise<Json> {
  const bytes = await readBody(request, limit);
  if (bytes.length === 0) return {};
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const parsed = parseJson(text, { ...JSON_LIMITS, bytes: limit });
  if (!parsed.ok) throw new ProblemError(parsed.problem);
  refuseUnstorable(parsed.value, text);
  return parsed.value;
}
