import type { Json, JsonObject } from '@patchbay/shared/base';
import { fail, isObject } from '@patchbay/shared/base';
import {
  closeSchema,
  type ConnectorManifest,
  type PollManifest,
  type TriggerManifest,
} from '@patchbay/shared/catalog';

import { checkSchema } from './check-schema.ts';
import type { ActionContext } from './context.ts';
import type { Connector } from './define-connector.ts';
import type { PollResult } from './define-trigger.ts';
import { textOf, valueAt } from './paths.ts';
import { sendHttp, sendPages } from './send-http.ts';

type Cursor = NonNullable<PollManifest['cursor']>;

/** Items of one look: those after a cursor are all wanted, of a plain list only its new end. */
const MOST_AFTER = 10_000;
const MOST_LISTED = 1000;
/** A number above this is in milliseconds, below it in seconds. */
const SECONDS_END = 100_000_000_000;

/** What looks for items: a poll trigger, or the one that a message without content stands for. */
function lookName({ manifest: { triggers } }: Connector, trigger: string): string {
  const known = Object.hasOwn(triggers, trigger) ? triggers[trigger] : undefined;
  return (known?.type === 'webhook' && known.look) || trigger;
}

/** The poll trigger behind that name; `not_found` in words when there is none. */
export function pollOf(connector: Connector, trigger: string): PollManifest {
  const { triggers, name } = connector.manifest;
  const look = lookName(connector, trigger);
  const known = Object.hasOwn(triggers, look) ? triggers[look] : undefined;
  if (known?.type === 'poll') return known;
  return fail(
    'not_found',
    `${name} has no trigger "${trigger}" that looks for items.`,
    'Choose another version of the connector, or another trigger.',
  );
}

/** Throws `invalid_input` naming the first field of a trigger's input that is wrong or missing. */
export function checkTriggerInput(
  { $defs }: Pick<ConnectorManifest, '$defs'>,
  { input: schema }: Pick<TriggerManifest, 'input'>,
  input: Json,
): void {
  checkSchema(schema, input, () => closeSchema(schema, $defs));
}

/** One look of a poll trigger, by its code or by its request. Items come oldest first. */
export async function lookForItems(
  connector: Connector,
  trigger: string,
  { ctx, cursor }: { ctx: ActionContext; cursor: string | undefined },
): Promise<PollResult> {
  const declared = pollOf(connector, trigger);
  const { manifest, triggers } = connector;
  const poll = triggers[lookName(connector, trigger)]?.poll;
  if (poll) return poll(ctx, { cursor, manifest });
  const input = isObject(ctx.input) ? ctx.input : {};
  checkTriggerInput(manifest, declared, input);
  const found = await request(connector, declared, { ctx: { ...ctx, input }, cursor });
  const items = declared.order === 'desc' ? found.toReversed() : found;
  return { items, cursor: lastOf(items, declared.cursor) ?? cursor };
}

async function request(
  { manifest }: Connector,
  { http, paginate, cursor: rule, title }: PollManifest,
  { ctx, cursor }: { ctx: ActionContext & { input: JsonObject }; cursor: string | undefined },
): Promise<unknown[]> {
  if (!http)
    return fail('invalid_input', `"${title}" has no request to send.`, 'Choose another trigger.');
  const after = rule && cursor !== undefined ? { [rule.param]: writeCursor(rule, cursor) } : {};
  const params = Object.fromEntries(Object.keys(after).map((name) => [name, { in: 'query' }]));
  const sent = {
    http: { ...http, params: { ...http.params, ...params } } as typeof http,
    ctx: { ...ctx, input: { ...ctx.input, ...after } },
  };
  const most = rule && cursor !== undefined ? MOST_AFTER : MOST_LISTED;
  if (paginate) return sendPages(manifest, { http: sent.http, paginate, most }, sent.ctx);
  const list = await sendHttp(manifest, sent.http, sent.ctx);
  return Array.isArray(list) ? list : notAList(title);
}

function notAList(title: string): never {
  return fail(
    'unavailable',
    `The answer to "${title}" holds no list.`,
    'It is asked for again; when it stays so, the trigger does not fit the other system.',
  );
}

function lastOf(items: unknown[], rule: Cursor | undefined): string | undefined {
  const value = rule && valueAt(items.at(-1), rule.path);
  return value === undefined || value === null ? undefined : textOf(value);
}

/**
 * A saved cursor as its parameter is written.
 * @example writeCursor({ path: 'at', param: 'since', format: 'unix', overlapS: 60 }, '1970-01-01T00:02:00Z') // '60'
 */
export function writeCursor(
  { format, template = '{value}', overlapS = 0 }: Cursor,
  saved: string,
): string {
  const text = format === 'text' ? saved : writeTime(format, timeOf(saved) - overlapS * 1000);
  return template.replaceAll('{value}', () => text);
}

function writeTime(format: 'iso' | 'unix' | 'unixMs', ms: number): string {
  if (format === 'iso') return new Date(ms).toISOString();
  return String(format === 'unix' ? Math.floor(ms / 1000) : ms);
}

function timeOf(saved: string): number {
  const number = saved.trim() === '' ? Number.NaN : Number(saved);
  if (Number.isFinite(number)) return number < SECONDS_END ? number * 1000 : number;
  const time = Date.parse(saved);
  if (Number.isFinite(time)) return time;
  return fail(
    'unavailable',
    `"${saved.slice(0, 60)}" should say when an item was made, and is no time.`,
    'The trigger does not fit the other system.',
  );
}
