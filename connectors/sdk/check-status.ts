import { isObject, type ProblemError } from '@patchbay/shared/base';
import type { ConnectorManifest } from '@patchbay/shared/catalog';

import { authExpired, type ErrorDetail, rateLimited, rejected, unavailable } from './errors.ts';
import type { HttpResponse } from './http.ts';

const EXCERPT = 1000;

/**
 * The error of an answer with status 400 or more, else undefined. 429 and 503 honour `Retry-After`;
 * 401 asks for the credential; other 4xx are never retried. A rule's hint replaces the general one.
 */
export function statusProblem(
  response: HttpResponse,
  rules: ConnectorManifest['errors'] = [],
): ProblemError | undefined {
  const { status, body } = response;
  if (status < 400) return undefined;
  const host = new URL(response.url).host;
  const said = remoteMessage(body);
  const message = `${host} answered ${status}${said ? `: ${said}` : '.'}`;
  const rule = rules.find(({ when }) => when.status?.includes(status));
  const details = { status, answer: excerpt(body) };
  return errorFor(response, message, { details, ...(rule && { hint: rule.hint }) });
}

/** Milliseconds to wait according to `Retry-After` (seconds or a date), or undefined. */
export function retryAfterMs(
  headers: Record<string, string>,
  now = Date.now(),
): number | undefined {
  const value = headers['retry-after']?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.round(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function errorFor(response: HttpResponse, message: string, detail: ErrorDetail): ProblemError {
  const { status, headers } = response;
  const wait = retryAfterMs(headers);
  if (status === 429 || (status === 503 && wait !== undefined)) {
    return rateLimited(wait, message, detail);
  }
  if (status === 401) return authExpired(message, detail);
  if (status === 408 || status >= 500) return unavailable(message, detail);
  return rejected(message, detail);
}

// Most APIs say what is wrong in one of a few places.
function remoteMessage(body: unknown): string | undefined {
  if (typeof body === 'string') return body.length <= 200 && !body.includes('<') ? body : undefined;
  if (!isObject(body)) return undefined;
  const [first] = Array.isArray(body.errors) ? body.errors : [];
  const places = [body.error, first, body];
  const objects = places.filter(isObject);
  const texts = objects.flatMap((place) => [place.message, place.detail, place.title]);
  const said = [...texts, body.error, body.error_description, first].find(isText);
  return said?.slice(0, 300);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function excerpt(body: unknown): string {
  if (body instanceof Uint8Array) return `${body.byteLength} bytes`;
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
  return text.slice(0, EXCERPT);
}
