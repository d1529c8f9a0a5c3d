import type { ConnectorManifest, HttpBinding, Paginate } from '@patchbay/shared/catalog';

import { buildRequest } from './build-request.ts';
import { statusProblem } from './check-status.ts';
import type { ActionContext } from './context.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import { nextPage, sizedRequest } from './next-page.ts';
import { valueAt } from './paths.ts';
import { refusePage } from './refuse-page.ts';
import { toFileValue } from './to-file-value.ts';

/** What of a connector a request needs to know. */
export type HttpFacts = Pick<ConnectorManifest, 'network' | 'errors'>;

/** Most pages of one call: a provider whose cursor never ends must not hold a worker. */
const MOST_PAGES = 1000;

/** Performs a binding for the context's input and gives the output; throws for an error answer. */
export async function sendHttp(
  facts: HttpFacts,
  binding: HttpBinding,
  ctx: ActionContext,
): Promise<unknown> {
  const answer = await exchange(facts, buildRequest(facts.network, binding, ctx), ctx);
  refusePage(binding, answer);
  return outputOf(binding, answer);
}

/** Like `sendHttp` for a list: the items of as many pages as `most` needs. */
export async function sendPages(
  facts: HttpFacts,
  { http, paginate, most }: { http: HttpBinding; paginate: Paginate; most: number },
  ctx: ActionContext,
): Promise<unknown[]> {
  const items: unknown[] = [];
  let request: HttpRequest | undefined = sizedRequest(
    buildRequest(facts.network, http, ctx),
    paginate,
    most,
  );
  for (let page = 0; request && page < MOST_PAGES; page++) {
    const answer: HttpResponse = await exchange(facts, request, ctx);
    refusePage(http, answer, paginate);
    const found = valueAt(answer.body, paginate.items);
    const list: unknown[] = Array.isArray(found) ? found : [];
    items.push(...list);
    request =
      items.length < most
        ? nextPage(request, paginate, { answer, list, count: items.length, page })
        : undefined;
  }
  return items.slice(0, most);
}

async function exchange(
  facts: HttpFacts,
  request: HttpRequest,
  { http, signal }: Pick<ActionContext, 'http' | 'signal'>,
): Promise<HttpResponse> {
  const answer = await http.request({ ...request, redirects: request.redirects ?? 3, signal });
  const failure = statusProblem(answer, facts.errors, facts.network.answers);
  if (failure) throw failure;
  return answer;
}

function outputOf({ response, result, method }: HttpBinding, answer: HttpResponse): unknown {
  if (response === 'file') return toFileValue(answer);
  if (method === 'HEAD') return answer.headers;
  if (answer.body instanceof Uint8Array) return toFileValue(answer);
  return valueAt(answer.body, result ?? '') ?? null;
}
