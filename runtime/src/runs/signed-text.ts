import type { SignatureRule } from '@patchbay/shared/catalog';

/** A request, and what it is to be proved with. */
export interface Signed {
  rule: SignatureRule;
  secret: string;
  method: string;
  /** The address as the sender knows it. */
  url: string;
  headers: Headers;
  body: Uint8Array;
  /** What stands at the rule's `body.<path>`. */
  proof?: string;
  now: number;
}

/** The bytes that a sender signed, by the rule's text. A part that the request lacks is empty. */
export function signedText(
  { rule, method, url, headers, body }: Signed,
  { time, id }: { time: string; id: string },
): Buffer {
  const parts: Record<string, () => string | Uint8Array> = {
    body: () => body,
    timestamp: () => time,
    id: () => id,
    method: () => method,
    url: () => url,
    form: () => formText(headers, body),
  };
  // Every second piece is the name of a part.
  const pieces = rule.text.split(/\{(\w+)\}/);
  return Buffer.concat(
    pieces.map((piece, i) => {
      const value = i % 2 === 0 ? piece : (parts[piece]?.() ?? '');
      return typeof value === 'string' ? Buffer.from(value) : value;
    }),
  );
}

// A body that is no form is signed by nobody then, so it must spoil the signature.
function formText(headers: Headers, body: Uint8Array): string | Uint8Array {
  const type = headers.get('content-type') ?? '';
  if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded')) return body;
  const fields = [...new URLSearchParams(Buffer.from(body).toString('utf8'))];
  const inOrder = fields.map(([name, value]) => name + value).toSorted();
  return inOrder.join('');
}
