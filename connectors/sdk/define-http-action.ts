import type { HttpBinding, Paginate } from '@patchbay/shared/catalog';
import { z } from 'zod';

import type { ActionContext } from './context.ts';
import type { Action, ActionDefinition } from './define-action.ts';
import { parseWith, toJsonSchema } from './schema.ts';
import { sendHttp, sendPages } from './send-http.ts';

/** An action that is one request, as a connector writes it; it needs no code. */
export interface HttpActionDefinition<Input extends z.ZodObject> extends Omit<
  ActionDefinition<Input, z.ZodType>,
  'run' | 'config' | 'input'
> {
  input: Input;
  http: HttpBinding;
  /** Makes it a list: `output` is the schema of one item. */
  paginate?: Paginate;
}

const MOST_ITEMS = 100;
const maxItems = z.number().int().min(1).max(10_000).default(MOST_ITEMS).meta({
  title: 'Items at most',
  description: 'Further pages are asked for until there are that many.',
  'x-advanced': true,
  'x-order': 1000,
});

/** The input every paged action has beside its own. */
export const maxItemsSchema = toJsonSchema(maxItems);

/**
 * Declares an action that is one HTTP request.
 * @example
 * export const getContact = defineHttpAction({
 *   title: 'Get a contact',
 *   input: z.strictObject({ ContactID: z.string() }),
 *   effects: { reads: true },
 *   http: { method: 'GET', path: '/Contacts/{ContactID}', result: 'Contacts.0' },
 * });
 */
export function defineHttpAction<Input extends z.ZodObject>(
  definition: HttpActionDefinition<Input>,
): Action {
  const { input, output, paginate, ...rest } = definition;
  const taken: z.ZodObject = paginate ? input.extend({ maxItems }) : input;
  const given = output && paginate ? z.array(output) : output;
  return {
    manifest: {
      ...rest,
      ...(paginate && { paginate }),
      input: toJsonSchema(taken),
      ...(given && { output: toJsonSchema(given, 'output') }),
    },
    run: (ctx, facts) => {
      const checked = { ...ctx, input: parseWith(taken, ctx.input) };
      return runBinding(definition, checked, facts);
    },
  };
}

/** Performs a checked call of an action that is data. */
export function runBinding(
  { http, paginate }: { http: HttpBinding; paginate?: Paginate },
  ctx: ActionContext,
  facts: Parameters<Action['run']>[1],
): Promise<unknown> {
  if (!paginate) return sendHttp(facts, http, ctx);
  const { maxItems: most = MOST_ITEMS, ...input } = ctx.input as { maxItems?: number };
  return sendPages(facts, { http, paginate, most }, { ...ctx, input });
}
