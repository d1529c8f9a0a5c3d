import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);

/** Smaller answers are sent as they are: packing would cost more than it saves. */
const WORTH_CHARS = 64 * 1024;

/** An answer of the API; a large one, such as a catalogue of thousands, packed for whoever takes that. */
export async function jsonResponse(
  value: unknown,
  headers: Headers,
  request: Request,
): Promise<Response> {
  headers.set('content-type', 'application/json');
  headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  const text = JSON.stringify(value);
  const accepts = request.headers.get('accept-encoding') ?? '';
  if (text.length < WORTH_CHARS || !/\bgzip\b/.test(accepts))
    return new Response(text, { headers });
  headers.set('content-encoding', 'gzip');
  headers.set('vary', 'accept-encoding');
  return new Response(await pack(text), { headers });
}
