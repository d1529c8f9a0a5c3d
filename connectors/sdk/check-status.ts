import { isObject, type ProblemError } from '@patchbay/shared/base';
import type { ErrorRule, NetworkManifest } from '@patchbay/shared/catalog';

import {
  authExpired,
  type ErrorDetail,
  invalidInput,
  rateLimited,
  rejected,
  unavailable,
} from './errors.ts';
import type { HttpResponse } from './http.ts';
import { textOf, valueAt } from './paths.ts';

const EXCERPT = 1000;

/**
 * The error of an answer with status 400 or more, or of one that `answers` calls failed, else
 * undefined. 429 and 503 honour `Retry-After`; 401 asks for the credential; other 4xx are never
 * retried. The first rule that fits replaces the general hint, and the kind when it names one.
 */
export function statusProblem(
  response: HttpResponse,
  rules: ErrorRule[] = [],
  answers: NetworkManifest['answers'] = {},
): ProblemError | undefined {
  const { status, body } = response;
  const failed = saysFailed(body, answers.failedWhen);
  if (status < 400 && !failed) return undefined;
  const host = new URL(response.url).host;
  const code = textAt(body, answers.code);
  const said = textAt(body, answers.message)?.slice(0, 300) || remoteMessage(body);
  const words = said ?? code;
  const message = `${host} answered ${failed ? 'with an error' : status}${words ? `: ${words}` : '.'}`;
  const rule = ruleFor(rules, {
    status,
    code: code ?? '',
    words: words ?? '',
  });
  const details = {
    status,
    ...(code !== undefined && { code }),
    ...(rule && { title: rule.title, ...(rule.link && { link: rule.link }) }),
    answer: excerpt(body),
  };
  return errorFor(response, message, {
    detail: { details, ...(rule && { hint: rule.hint }) },
    kind: rule?.kind,
  });
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

/** The first rule all of whose conditions hold. */
export function ruleFor(
  rules: ErrorRule[],
  { status, code, words }: { status?: number; code: string; words: string },
): ErrorRule | undefined {
  return rules.find(({ when }) => {
    if (when.status && !(status !== undefined && when.status.includes(status))) return false;
    if (when.code !== undefined && when.code !== code) return false;
    return when.says === undefined || words.toLowerCase().includes(when.says.toLowerCase());
  });
}

function errorFor(
  { status, headers }: HttpResponse,
  message: string,
  { detail, kind = kindOf(status, headers) }: { detail: ErrorDetail; kind?: ErrorRule['kind'] },
): ProblemError {
  if (kind === 'rate_limited') return rateLimited(retryAfterMs(headers), message, detail);
  if (kind === 'auth_expired') return authExpired(message, detail);
  if (kind === 'unavailable') return unavailable(message, detail);
  return kind === 'invalid_input' ? invalidInput(message, detail) : rejected(message, detail);
}

function kindOf(status: number, headers: Record<string, string>): ErrorRule['kind'] {
  if (status === 429 || (status === 503 && retryAfterMs(headers) !== undefined))
    return 'rate_limited';
  if (status === 401) return 'auth_expired';
  return status === 408 || status >= 500 ? 'unavailable' : 'rejected';
}

type Paths = string | string[] | undefined;

function textAt(body: unknown, paths: Paths): string | undefined {
  const found = [paths ?? []].flat().map((path) => valueAt(body, path));
  const first = found.find((value) => !isEmpty(value));
  return first === undefined ? undefined : textOf(first);
}

function saysFailed(
  body: unknown,
  rules: NonNullable<NetworkManifest['answers']>['failedWhen'] = [],
): boolean {
  return [rules].flat().some(({ path, equals }) => {
    const value = valueAt(body, path);
    return equals === undefined ? !isEmpty(value) : value === equals;
  });
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || value === '' || value === false;
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
