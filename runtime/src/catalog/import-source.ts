import type { CallParts } from '@patchbay/connectors/sdk';
import { DOCUMENT_CHARS } from '@patchbay/connectors/sdk/openapi';
import { fail } from '@patchbay/shared/base';

/** The guarded way out: documents come from the net too. */
export type CatalogOutbound = Pick<CallParts['outbound'], 'http'>;

const FETCH_MS = 60_000;

/** The text of a document: what was sent, or what is at the address. */
export async function readSource(
  { http }: CatalogOutbound,
  { text, url }: { text?: string; url?: string },
): Promise<{ text: string; source?: string }> {
  if (text !== undefined && text.trim() !== '') return { text };
  if (url === undefined)
    return fail('invalid_input', 'There is no document.', 'Send its text, or its address.');
  const answer = await http.request({
    url,
    redirects: 3,
    timeoutMs: FETCH_MS,
    maxBytes: DOCUMENT_CHARS,
    responseType: 'text',
    headers: { accept: 'application/json, application/yaml, text/yaml, */*' },
  });
  if (answer.status >= 400 || typeof answer.body !== 'string')
    return fail('rejected', `${new URL(url).host} answered with ${answer.status}.`, {
      hint: 'Check the address: it must give the document without signing in.',
    });
  return { text: answer.body, source: url };
}
