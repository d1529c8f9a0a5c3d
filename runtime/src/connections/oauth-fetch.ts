import type { Http } from '@patchbay/connectors/sdk';
import { valueAt } from '@patchbay/connectors/sdk';
import { isObject, problem, ProblemError } from '@patchbay/shared/base';

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 1024 * 1024;

/** A token answer as a provider really sends it. */
type Raw = Record<string, unknown>;

/**
 * `fetch` for the OAuth library: through the guarded client, and with what real providers send made
 * into what the standard asks for. `seen` gets the answer's fields, which the library drops, and the
 * provider's own time.
 */
export function oauthFetch(
  http: Http,
  {
    tokenPath,
    seen,
  }: { tokenPath?: string; seen?: (raw: Raw, date: string | undefined) => void } = {},
): (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: unknown },
) => Promise<Response> {
  return async (url, { method, headers, body }) => {
    const answer = await http.request({
      method,
      url,
      headers: Object.fromEntries(new Headers(headers).entries()),
      body: body instanceof URLSearchParams ? body.toString() : body,
      bodyType: 'text',
      responseType: 'text',
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
    });
    if (answer.body === null || answer.body === '')
      return new Response(null, { status: answer.status });
    const raw = readFields(answer.body, new URL(url).host);
    seen?.(raw, answer.headers.date);
    const { status, fields } = normalise(raw, answer.status, tokenPath);
    return Response.json(fields, { status, headers: { 'cache-control': 'no-store' } });
  };
}

/** JSON or a form; a page of HTML is neither. */
function readFields(body: unknown, host: string): Raw {
  const parsed = typeof body === 'string' ? parse(body) : body;
  if (isObject(parsed)) return parsed;
  throw new ProblemError(
    problem('unavailable', `${host} answered with a page where a token was expected.`, {
      hint: 'Check the addresses of the connector, and whether the provider has an outage.',
    }),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const isForm = /^[\w.-]+=[^<>\s]*(&[\w.-]+=[^<>\s]*)*$/.test(text.trim());
    return isForm ? Object.fromEntries(new URLSearchParams(text.trim())) : undefined;
  }
}

function normalise(raw: Raw, status: number, tokenPath?: string): { status: number; fields: Raw } {
  const failed = raw.error !== undefined && raw.error !== null && raw.error !== '';
  if (failed || status >= 400) return { status: Math.max(400, status), fields: errorFields(raw) };
  // An id token says who the person is, which we never ask; its checks would need the issuer's keys.
  const { id_token: _identity, ...rest } = raw;
  const token = tokenPath === undefined ? rest.access_token : valueAt(rest, tokenPath);
  const seconds = Number(rest.expires_in);
  const { expires_in: _lifetime, ...fields } = rest;
  if (token === undefined) return { status: 200, fields: rest };
  return {
    status: 200,
    fields: {
      ...fields,
      access_token: token,
      token_type: 'bearer',
      ...(seconds > 0 && { expires_in: seconds }),
      ...(Array.isArray(rest.scope) && { scope: rest.scope.join(' ') }),
    },
  };
}

function errorFields(raw: Raw): Raw {
  const { error } = raw;
  if (typeof error === 'string') return raw;
  const inner = isObject(error) ? error : raw;
  const words = [inner.message, inner.error_description, inner.detail].find(
    (w) => typeof w === 'string',
  );
  return { error: 'invalid_request', ...(words !== undefined && { error_description: words }) };
}
