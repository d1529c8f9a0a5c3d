import { fail, isObject, ProblemError } from '@patchbay/shared/base';
import type { HttpBinding, WebhookManifest } from '@patchbay/shared/catalog';

import type { ActionContext, WebhookRegistration } from './context.ts';
import type { Connector } from './define-connector.ts';
import { textOf, valueAt } from './paths.ts';
import { sendHttp } from './send-http.ts';

/** A registration's trigger, and the calls on its connection. */
export interface Registering {
  connector: Connector;
  declared: WebhookManifest;
  ctx: ActionContext;
  webhook: WebhookRegistration;
}

/** What the provider said of a registration. */
export interface Registered {
  id?: string;
  secret?: string;
}

/** Says if a trigger is one that the other system calls. */
export function webhookOf({ manifest }: Connector, trigger: string): WebhookManifest | undefined {
  const { triggers } = manifest;
  const known = Object.hasOwn(triggers, trigger) ? triggers[trigger] : undefined;
  return known?.type === 'webhook' ? known : undefined;
}

/** Tells the provider the address; throws what it says against that. */
export async function subscribe(to: Registering): Promise<Registered> {
  const { connector, declared, ctx, webhook } = to;
  const { subscribe: http, subscriptionId, secret } = declared;
  if (!http) return {};
  const answer = await sendHttp(connector.manifest, http, { ...ctx, webhook: timed(to) });
  const read = (path: string, what: string): string => {
    const found = valueAt(answer, path);
    return found === undefined || found === null ? missing(declared, what) : textOf(found);
  };
  return {
    id: subscriptionId === undefined ? webhook.attempt : read(subscriptionId, 'no id'),
    ...(secret?.from === 'answer' && { secret: read(secret.path, 'no secret') }),
  };
}

function missing({ title }: WebhookManifest, what: string): never {
  return fail(
    'unavailable',
    `The answer to registering "${title}" holds ${what}.`,
    'Look at the provider whether the address is registered there, and remove it.',
  );
}

/** Prolongs a registration; false when the provider has forgotten it, or knows no such call. */
export async function renew(to: Registering): Promise<boolean> {
  return to.declared.renew ? isKnown(send(to, to.declared.renew)) : false;
}

/** Takes an address off the provider; what is gone there already is fine. */
export async function unsubscribe(to: Registering): Promise<void> {
  if (to.declared.unsubscribe) await isKnown(send(to, to.declared.unsubscribe));
}

/** The ids under which the provider knows our address; undefined when it cannot be asked. */
export async function findRegistered(to: Registering): Promise<string[] | undefined> {
  const { find } = to.declared;
  if (!find) return undefined;
  const list = valueAt(await send(to, find.http), find.items);
  const items: unknown[] = Array.isArray(list) ? list : [];
  return items
    .filter((item) => valueAt(item, find.url) === to.webhook.url)
    .map((item) => textOf(valueAt(item, find.id) ?? ''));
}

function send(to: Registering, http: HttpBinding): Promise<unknown> {
  const { connector, ctx } = to;
  const input = namedInputs(http, ctx.input);
  return sendHttp(connector.manifest, http, { ...ctx, input, webhook: timed(to) });
}

async function isKnown(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { status } = error.problem.details ?? {};
    if (status === 404 || status === 410) return false;
    throw error;
  }
}

// What chose the events is no part of removing them.
function namedInputs(http: HttpBinding, input: unknown): Record<string, unknown> {
  if (!isObject(input)) return {};
  const texts = JSON.stringify([http.path, http.query, http.headers, http.body?.fixed]);
  const isNamed = (key: string): boolean =>
    texts.includes(`{${key}}`) ||
    texts.includes(`{input.${key}}`) ||
    http.params?.[key] !== undefined;
  return Object.fromEntries(Object.entries(input).filter(([key]) => isNamed(key)));
}

function timed({ declared, webhook }: Registering): WebhookRegistration {
  const { lastsS } = declared;
  if (lastsS === undefined) return webhook;
  return { ...webhook, expires: new Date(Date.now() + lastsS * 1000).toISOString() };
}
