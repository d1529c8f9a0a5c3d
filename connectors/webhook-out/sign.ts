import { createHmac } from 'node:crypto';

import { type HttpRequest, invalidInput, settleRequest, type SignRequest } from '#sdk';

const PREFIX = 'whsec_';

/** Signs as Standard Webhooks describes: HMAC-SHA256 over `id.timestamp.body`, the key in base64. */
export const signStandard: SignRequest = async (request, { secret = '' }) => {
  const settled = await settleRequest(request);
  const timestamp = Math.floor(Date.now() / 1000);
  const id = settled.headers?.['webhook-id'] ?? '';
  const key = Buffer.from(
    secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret,
    'base64',
  );
  const signature = standardSignature(key, { id, timestamp, body: bytesOf(settled) });
  const added = { 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
  return { ...settled, headers: withHeaders(settled.headers, added) };
};

/** The value of the header `webhook-signature`. */
export function standardSignature(
  key: Uint8Array,
  { id, timestamp, body }: { id: string; timestamp: number; body: Uint8Array },
): string {
  const hmac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body);
  return `v1,${hmac.digest('base64')}`;
}

/** Signs the body alone, as GitHub, Shopify and many others do. */
export const signHmac: SignRequest = async (request, fields) => {
  const { secret = '', header = '', algorithm = 'sha256', encoding = 'hex', prefix = '' } = fields;
  if (!/^[\w-]+$/.test(header))
    throw invalidInput('The connection names no header for the signature.', {
      hint: 'Open the connection and enter the name of the header, such as X-Signature-256.',
    });
  const settled = await settleRequest(request);
  const hmac = createHmac(algorithm, secret).update(bytesOf(settled));
  const signature = prefix + hmac.digest(encoding === 'base64' ? 'base64' : 'hex');
  return { ...settled, headers: withHeaders(settled.headers, { [header]: signature }) };
};

/** Headers in which `added` stand once, however a name was written before. */
export function withHeaders(
  given: Record<string, string> = {},
  added: Record<string, string>,
): Record<string, string> {
  const names = Object.keys(added).map((name) => name.toLowerCase());
  const others = Object.entries(given).filter(([name]) => !names.includes(name.toLowerCase()));
  return { ...Object.fromEntries(others), ...added };
}

function bytesOf({ body }: HttpRequest): Uint8Array {
  return body instanceof Uint8Array ? body : new Uint8Array();
}
