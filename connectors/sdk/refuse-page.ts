import type { HttpBinding, Paginate } from '@patchbay/shared/catalog';

import { rejected } from './errors.ts';
import type { HttpResponse } from './http.ts';

const HINT =
  'Check the address of the connection. A proxy, a sign-in page or one about maintenance may have answered instead; nothing of it was used.';

/**
 * Throws for an answer of 200 that is no data: the page of whoever stands before the API, or JSON that
 * breaks off. Without this a list would seem empty, and a connection to a web site would pass its test.
 */
export function refusePage(
  { response = 'json', result = '', method }: HttpBinding,
  answer: HttpResponse,
  paginate?: Paginate,
): void {
  const { body, headers, url } = answer;
  if (response !== 'json' || method === 'HEAD' || typeof body !== 'string') return;
  const { host } = new URL(url);
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const start = body.slice(0, 200).trimStart().toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html'))
    throw rejected(`${host} answered with a page instead of data.`, { hint: HINT });
  if (/[/+]json$/.test(type) && /^[[{]/.test(start))
    throw rejected(`${host} sent JSON that can't be read: it may be half of an answer.`, {
      hint: HINT,
    });
  if (paginate || result !== '')
    throw rejected(`${host} answered with ${type || 'text'} instead of data.`, { hint: HINT });
}
